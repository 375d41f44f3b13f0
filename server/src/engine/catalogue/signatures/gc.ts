/** Garbage collection: dead containers, sandboxes, images and volumes that kubelet or containerd could not clear away. */
import type { Signature } from '../signature';

export const gcSignatures: readonly Signature[] = [
  {
    id: 'container-gc-failed',
    title: { en: 'Container garbage collection failed', zh: '容器垃圾回收失败' },
    category: 'gc-failure',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'ontainer garbage collection failed',
        regex: /[Cc]ontainer garbage collection failed/,
        versions: 'kubelet 1.4-1.30',
      },
      { literal: 'ContainerGCFailed', regex: /\bContainerGCFailed\b/, versions: 'Event reason' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet could not list containers in order to remove dead ones. It says nothing about disk space.',
      zh: 'kubelet 无法列出容器以清理已退出者，与磁盘空间无关。',
    },
    usualCauses: {
      en: 'The runtime is down ("Cannot connect") or does not answer (timeout words).',
      zh: '运行时没有运行（Cannot connect）或不应答（timeout 字样）。',
    },
    firstCheck: {
      en: 'The error behind it; about 60 s apart means down, about 180 s means slow.',
      zh: '看其后的错误；间隔约 60 秒为未运行，约 180 秒为响应慢。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go', 'https://github.com/kubernetes/kubernetes/issues/42164'],
    matches: [
      'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded',
      'E0513 10:31:02.004211   14207 kubelet.go:1321] "Container garbage collection failed" err="rpc error: code = Unavailable desc = boom"',
      '  Warning  ContainerGCFailed  3m (x22 over 1h)   kubelet, node-a   operation timeout: context deadline exceeded',
    ],
    mustNotMatch: ['Image garbage collection failed once', 'Container garbage collection succeeded'],
  },
  {
    id: 'container-gc-recovered',
    title: { en: 'Container garbage collection works again', zh: '容器垃圾回收恢复' },
    category: 'gc-failure',
    severity: 'info',
    role: 'recovery',
    ends: ['container-gc-failed'],
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ontainer garbage collection succeeded',
        regex: /[Cc]ontainer garbage collection succeeded/,
        versions: 'kubelet 1.8-1.30, with -v=1 or more after a failure',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The first clean-up round that succeeded after failures: the runtime answers again.',
      zh: '连续失败后的首次成功清理：运行时重新应答。',
    },
    usualCauses: { en: 'The runtime was restarted, or its hang has ended.', zh: '运行时重启过，或卡顿已结束。' },
    firstCheck: {
      en: 'What happened to the runtime in the minute before.',
      zh: '查看此前一分钟运行时发生了什么。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'I0513 11:19:02.004211   14207 kubelet.go:1228] Container garbage collection succeeded',
      'I0513 11:19:02.004211   14207 kubelet.go:1333] "Container garbage collection succeeded"',
    ],
    mustNotMatch: ['Image garbage collection succeeded', 'Container garbage collection failed: boom'],
  },
  {
    id: 'container-gc-remove-failed',
    title: { en: 'One dead container could not be removed', zh: '某个已退出的容器无法删除' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to remove container',
        regex: /Failed to remove container "(?<container>[0-9a-f]{12,64})": /,
        versions: 'kubelet 1.12-1.20',
      },
      {
        literal: 'ailed to remove container',
        regex: /Failed to remove container\\*" err=[^\n]{0,2000}? containerID=\\*"(?<container>[0-9a-f]{12,64})/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'from runtime service failed',
        regex: /RemoveContainer (?:\\*"(?<container>[0-9a-f]{12,64})\\*" )?from runtime service failed/,
        versions: 'kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One dead container stays; its layers keep their disk space. kubelet tries again every minute.',
      zh: '某个已退出的容器未被删除，其镜像层继续占用磁盘。kubelet 每分钟重试。',
    },
    usualCauses: {
      en: 'Its root file system is busy in another mount namespace, its removal is already in progress, or its shim is gone.',
      zh: '其根文件系统被其他挂载命名空间占用、删除正在进行中，或 shim 已不在。',
    },
    firstCheck: {
      en: 'The inner error; for "busy": `grep -l $ID /proc/[0-9]*/mountinfo`',
      zh: '看内层错误；若为 busy：执行 `grep -l $ID /proc/[0-9]*/mountinfo` 查找占用者。',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_gc.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:142] Failed to remove container "0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b": boom',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:150] "Failed to remove container" err="rpc error: code = Unknown desc = boom" containerID="0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b"',
      'E0513 10:31:02.004211   14207 remote_runtime.go:296] RemoveContainer "0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b" from runtime service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 remote_runtime.go:414] "RemoveContainer from runtime service failed" err="boom" containerID="0d8b2f7c53ea"',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 scope.go:110] "RemoveContainer" containerID="0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b"',
      'Failed to remove container volumes of shop-db',
    ],
  },
  {
    id: 'sandbox-gc-failed',
    title: { en: 'A dead pod sandbox could not be removed', zh: '已退出的 Pod 沙箱无法清理' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'before removing',
        regex: /Failed to stop sandbox "(?<sandbox>[0-9a-f]{12,64})" before removing: /,
        versions: 'kubelet 1.12-1.20',
      },
      {
        literal: 'Failed to stop sandbox before removing',
        regex: /Failed to stop sandbox before removing\b/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'Failed to remove sandbox',
        regex: /Failed to remove sandbox(?: "(?<sandbox>[0-9a-f]{12,64})": |\\*" err=)/,
        versions: 'kubelet 1.12 and later',
      },
      {
        literal: 'RemovePodSandbox',
        regex: /RemovePodSandbox (?:\\*"(?<sandbox>[0-9a-f]{12,64})\\*" )?from runtime service failed/,
        versions: 'kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A dead pod sandbox cannot be stopped or removed. Leaked sandboxes keep their IP address and their network namespace.',
      zh: '已退出的 Pod 沙箱无法停止或删除。泄漏的沙箱会继续占用其 IP 与网络命名空间。',
    },
    usualCauses: {
      en: 'The network plug-in refuses to tear down, or the runtime is stuck.',
      zh: '网络插件拆除失败，或运行时卡住。',
    },
    firstCheck: {
      en: '`crictl pods` or `docker ps -a` for the sandbox; the inner error names the plug-in or the runtime.',
      zh: '用 `crictl pods` 或 `docker ps -a` 查看该沙箱；内层错误会指明是网络插件还是运行时。',
    },
    remedy: {
      en: 'Cure the plug-in or the runtime; sandboxes go away by themselves afterwards.',
      zh: '修复网络插件或运行时，之后沙箱会自行清理。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_gc.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:173] Failed to stop sandbox "9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f" before removing: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:180] "Failed to stop sandbox before removing" err="boom" sandboxID="9b3f4f1f0a2d"',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:180] Failed to remove sandbox "9b3f4f1f0a2d": rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:187] "Failed to remove sandbox" err="boom" sandboxID="9b3f4f1f0a2d"',
      'E0513 10:31:02.004211   14207 remote_runtime.go:144] RemovePodSandbox "9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f" from runtime service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 remote_runtime.go:224] "RemovePodSandbox from runtime service failed" err="boom" podSandboxID="9b3f4f1f0a2d"',
    ],
    mustNotMatch: [
      'Failed to stop sandbox {"containerd" "9b3f4f1f0a2d"}',
      'time="2022-05-13T10:31:02Z" level=info msg="RemovePodSandbox \\"9b3f4f1f0a2d\\" returns successfully"',
    ],
  },
  {
    id: 'image-gc-failed-once',
    title: { en: 'First image GC has no statistics yet', zh: '首次镜像回收尚无统计数据' },
    category: 'gc-failure',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'mage garbage collection failed once',
        regex: /[Ii]mage garbage collection failed once\. Stats initialization may not have completed yet[^\n]{0,200}/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'unable to find data for container /',
        regex:
          /(?:ImageGCFailed|[Ii]mage garbage collection failed)\b[^\n]{0,160}?unable to find data for container \/(?!\w)/,
        versions: 'kubelet 1.2-1.8, once at its start',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Normal in the first minutes after a kubelet start.', zh: 'kubelet 启动后头几分钟的正常现象。' },
    usualCauses: { en: 'Statistics are not there yet.', zh: '统计数据尚未就绪。' },
    firstCheck: { en: 'Nothing, unless it repeats.', zh: '除非重复出现，否则无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      '7m  7m  1  node-2  Node  Warning  ImageGCFailed  {kubelet node-2}  unable to find data for container /',
      'E0502 17:16:27.982920    5459 kubelet.go:1145] Image garbage collection failed: unable to find data for container /',

      'E0513 09:21:03.000001   14207 kubelet.go:1234] Image garbage collection failed once. Stats initialization may not have completed yet: unable to find data for container /',
      'E0513 09:21:03.000001   14207 kubelet.go:1302] "Image garbage collection failed once. Stats initialization may not have completed yet" err="failed to get imageFs info: unable to find data in memory cache"',
    ],
    mustNotMatch: [
      'ImageGCFailed  {kubelet node-2}  unable to find data for container /system.slice',
      'Image garbage collection failed multiple times in a row: x',
    ],
  },
  {
    id: 'image-gc-failed',
    title: { en: 'Image garbage collection keeps failing', zh: '镜像垃圾回收持续失败' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'mage garbage collection failed multiple times',
        regex: /[Ii]mage garbage collection failed multiple times in a row/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'mage garbage collection failed: ',
        regex: /[Ii]mage garbage collection failed: /,
        versions: 'kubelet before 1.8',
      },
      { literal: 'ImageGCFailed', regex: /\bImageGCFailed\b/, versions: 'Event reason' },
      {
        literal: 'ailed to update image list',
        regex: /[Ff]ailed to update image list\b/,
        versions: 'kubelet 1.9-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Two or more rounds in a row, five minutes apart, could not list images, read the file system, or free enough.',
      zh: '连续两轮以上（每五分钟一轮）无法列出镜像、读取文件系统，或释放不足。',
    },
    usualCauses: {
      en: 'Timeout or connection words: the runtime. "Required amount": the disk is full of something that is no unused image.',
      zh: '超时或连接字样：运行时问题。required amount 字样：占满磁盘的不是可删镜像。',
    },
    firstCheck: { en: 'The inner error; `df -h` and `df -i`.', zh: '看内层错误；执行 `df -h`、`df -i`。' },
    remedy: { en: 'Cure the runtime, or free the disk by hand.', zh: '修复运行时，或手动释放磁盘。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'W0513 10:31:02.004211   14207 image_gc_manager.go:192] [imageGCManager] Failed to update image list: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kubelet.go:1270] Image garbage collection failed multiple times in a row: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kubelet.go:1347] "Image garbage collection failed multiple times in a row" err="boom"',
      'E0513 10:31:02.004211   14207 kubelet.go:958] Image garbage collection failed: unable to find data for container /',
      'Warning  ImageGCFailed  4m (x7 over 35m)  kubelet, node-a  failed to get image stats: boom',
    ],
    mustNotMatch: ['Image garbage collection failed once. Stats initialization may not have completed yet: boom'],
  },
  {
    id: 'free-disk-space-failed',
    title: { en: 'Image garbage collection freed too little', zh: '镜像回收释放的空间不足' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'garbage collect required amount of images',
        regex:
          /[Ff]ailed to garbage collect required amount of images\. (?:Wanted|Attempted) to free (?<wanted>\d{1,18}) bytes, but (?:freed|only found) (?<freed>\d{1,18}) bytes/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'FreeDiskSpaceFailed', regex: /\bFreeDiskSpaceFailed\b/, versions: 'Event reason' },
      {
        literal: 'free sufficient space by deleting unused images',
        regex: /[Ff]ailed to free sufficient space by deleting unused images(?: \(freed (?<freed>\d{1,18}) bytes\))?/,
        versions: 'kubelet 1.35 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The image file system is above its high threshold and the unused images do not suffice to get below it.',
      zh: '镜像文件系统超过上限阈值，删除未使用的镜像仍不足以降到阈值以下。',
    },
    usualCauses: {
      en: 'Logs, volumes, writable layers or foreign data fill the same disk, or every image is in use.',
      zh: '日志、卷、可写层或其他数据占满同一磁盘，或所有镜像都在使用中。',
    },
    firstCheck: {
      en: '`df -h`, `df -i`, then `du -xsh /var/lib/* /var/log`.',
      zh: '执行 `df -h`、`df -i`，再执行 `du -xsh /var/lib/* /var/log`。',
    },
    remedy: {
      en: 'Free or enlarge that disk; rotate container logs; move foreign data away.',
      zh: '清理或扩容该磁盘；轮转容器日志；移走无关数据。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/images/image_gc_manager.go',
      'https://github.com/kubernetes/kubernetes/issues/71869',
    ],
    matches: [
      "Warning  FreeDiskSpaceFailed  1m  kubelet  Insufficient free disk space on the node's image filesystem (88% of 26.4 GiB used). Failed to free sufficient space by deleting unused images (freed 385820817 bytes). Investigate disk usage, as it could be used by active images, logs, volumes, or other data.",
      'Warning  FreeDiskSpaceFailed  47m  kubelet, node-a  failed to garbage collect required amount of images. Wanted to free 758374400 bytes, but freed 375372075 bytes',
      'E0513 10:31:02.004211   14207 kubelet.go:1347] "Image garbage collection failed multiple times in a row" err="Failed to garbage collect required amount of images. Attempted to free 4831838208 bytes, but only found 0 bytes eligible to free."',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 image_gc_manager.go:359] [imageGCManager]: Removing image "sha256:0d8b2f7c53ea" to free 4823201 bytes',
    ],
  },
  {
    id: 'image-gc-over-threshold',
    title: { en: 'Image file system above its high threshold', zh: '镜像文件系统超过上限阈值' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'isk usage on image filesystem is',
        regex:
          /[Dd]isk usage on image filesystem is at (?<usage>\d{1,3})% which is over the high threshold \((?<threshold>\d{1,3})%\)/,
        versions: 'kubelet 1.9-1.20',
      },
      {
        literal: 'isk usage on image filesystem is',
        regex: /[Dd]isk usage on image filesystem is over the high threshold[^\n]{0,80}\busage=(?<usage>\d{1,3})/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'which is over the high threshold',
        regex: /usage on [^\n]{1,120}? is at (?<usage>\d{1,3})% which is over the high threshold/,
        versions: 'kubelet before 1.9',
      },
      {
        // Nothing is freed below the threshold: who says how much was wanted says that it was passed.
        literal: ' to free ',
        regex: /\b(?:Wanted|Attempted) to free (?<wanted>\d{1,20}) bytes, but (?:only )?f/,
        versions: 'kubelet 1.5 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The disk that holds images is fuller than the high threshold (85 % by default); kubelet begins to delete unused images.',
      zh: '存放镜像的磁盘使用率超过上限阈值（默认 85%），kubelet 开始删除未使用的镜像。',
    },
    usualCauses: {
      en: 'Many or large images, container logs, writable layers, or data of others on the same disk.',
      zh: '镜像多或大、容器日志、可写层，或同一磁盘上的其他数据。',
    },
    firstCheck: {
      en: '`df -h` of the image disk; `crictl imagefsinfo`.',
      zh: '对镜像所在磁盘执行 `df -h`；执行 `crictl imagefsinfo`。',
    },
    remedy: {
      en: 'Act before DiskPressure follows: prune, rotate logs, enlarge the disk.',
      zh: '在出现 DiskPressure 之前处理：清理镜像、轮转日志、扩容磁盘。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_gc_manager.go'],
    matches: [
      'I0513 10:31:02.004211   14207 image_gc_manager.go:300] [imageGCManager]: Disk usage on image filesystem is at 88% which is over the high threshold (85%). Trying to free 8823201792 bytes down to the low threshold (80%).',
      'I0513 10:31:02.004211   14207 image_gc_manager.go:310] "Disk usage on image filesystem is over the high threshold, trying to free bytes down to the low threshold" usage=88 highThreshold=85 amountToFree=8823201792 lowThreshold=80',
      'failed to garbage collect required amount of images. Wanted to free 758374400 bytes, but freed 375372075 bytes',
      'I0513 10:31:02.004211   14207 image_manager.go:269] [ImageManager]: usage on "/var/lib/docker" (overlay2) is at 91% which is over the high threshold (90%). Trying to free 8823201792 bytes',
    ],
    mustNotMatch: ['Disk usage on image filesystem is at 40%'],
  },
  {
    id: 'image-gc-deletion-errors',
    title: { en: 'The runtime refused to delete images', zh: '运行时拒绝删除镜像' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'with errors in image deletion',
        regex:
          /wanted to free (?<wanted>\d{1,19}) bytes, but freed (?<freed>\d{1,19}) bytes space with errors in image deletion: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'from image service failed',
        regex: /RemoveImage\b[^\n]{0,200} from image service failed/,
        versions: 'kubelet 1.8 and later',
      },
      { literal: 'Remove image ', regex: /Remove image \\*"[^\n]{1,200}\\*" failed: /, versions: 'kubelet 1.5-1.20' },
      {
        literal: 'ailed to remove image',
        regex: /kuberuntime_image\.go:\d{1,4}\] \\*"Failed to remove image\\*"/,
        versions: 'kubelet 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Some images that kubelet takes for unused could not be deleted.',
      zh: 'kubelet 认为未使用的部分镜像未能删除。',
    },
    usualCauses: {
      en: 'A container outside Kubernetes uses them, or the runtime does not answer.',
      zh: 'Kubernetes 之外的容器在使用这些镜像，或运行时不应答。',
    },
    firstCheck: {
      en: '`crictl ps -a` for containers that still use the images; `df -h` and `df -i` of the image file system.',
      zh: '`crictl ps -a` 查看仍在使用这些镜像的容器；镜像文件系统的 `df -h` 与 `df -i`。',
    },
    remedy: {
      en: 'Harmless for single images; when all fail, cure the runtime.',
      zh: '个别镜像失败无妨；若全部失败则修复运行时。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/images/image_gc_manager.go',
      'https://github.com/kubernetes/kubernetes/issues/44951',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 remote_image.go:127] RemoveImage "sha256:3c7ca4d2bc77" from image service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_image.go:122] Remove image "sha256:3c7ca4d2bc77" failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_image.go:136] "Failed to remove image" err="boom" image="sha256:3c7ca4d2bc77"',

      'W0513 10:31:02.004211   14207 eviction_manager.go:420] eviction manager: unexpected error when attempting to reduce nodefs pressure: wanted to free 9223372036854775807 bytes, but freed 1286241 bytes space with errors in image deletion: [rpc error: code = Unknown desc = boom]',
    ],
    mustNotMatch: ['Wanted to free 758374400 bytes, but freed 375372075 bytes'],
  },
  {
    id: 'invalid-disk-capacity',
    title: { en: 'Capacity of the image file system reads as 0', zh: '镜像文件系统容量读数为 0' },
    category: 'gc-failure',
    severity: 'info',
    role: 'context',
    quietBelow: 5,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'invalid capacity 0 on image filesystem',
        regex: /invalid capacity 0 on image filesystem/,
        versions: 'kubelet 1.10-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet has no size of the image disk. Once or twice after a kubelet start this is normal; every five minutes it means that image clean-up cannot work.',
      zh: 'kubelet 没有镜像磁盘的容量。启动后出现一两次属正常；若每五分钟出现一次，则镜像清理无法工作。',
    },
    usualCauses: {
      en: 'Statistics are not there yet; later: the runtime or cAdvisor cannot see its own file system.',
      zh: '统计数据尚未就绪；若持续出现：运行时或 cAdvisor 看不到自身文件系统。',
    },
    firstCheck: {
      en: '`crictl imagefsinfo`; how often the line repeats.',
      zh: '执行 `crictl imagefsinfo`；看该行重复频率。',
    },
    remedy: { en: 'None for single lines.', zh: '个别出现无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_gc_manager.go'],
    matches: ['Warning  InvalidDiskCapacity  50s  kubelet  invalid capacity 0 on image filesystem'],
    mustNotMatch: ['invalid capacity of the ring buffer'],
  },
  {
    id: 'imagefs-stats-failed',
    title: { en: 'The image file system could not be measured', zh: '无法获取镜像文件系统的统计' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'failed to get imageFs ',
        regex: /(?<!may not have completed yet: )failed to get imageFs (?:stats|info): /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'failed to get image stats',
        regex: /failed to get image stats: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'failed to get device for dir',
        regex: /failed to get device for dir \\*"(?<path>\/(?![^"\\\n]{0,255}\/overlay2?\/[0-9a-f])[^"\\\n]{0,255})/,
        versions: 'cAdvisor in kubelet 1.9-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The size and use of the disk that holds images are unknown, so image clean-up and eviction are blind.',
      zh: '存放镜像的磁盘的容量与用量未知，镜像清理和驱逐因此失去依据。',
    },
    usualCauses: {
      en: 'The runtime does not answer, its root directory was moved, or statistics are not there yet after a start.',
      zh: '运行时不应答、其根目录被移动，或刚启动统计尚未就绪。',
    },
    firstCheck: { en: 'The inner error; `crictl imagefsinfo`.', zh: '看内层错误；执行 `crictl imagefsinfo`。' },
    remedy: {
      en: 'Cure the runtime; restart kubelet after a root directory was moved.',
      zh: '修复运行时；根目录移动后重启 kubelet。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/server/stats/summary.go',
      'kubernetes/kubernetes:pkg/kubelet/stats/cadvisor_stats_provider.go',
      'google/cadvisor:manager/manager.go',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 eviction_manager.go:247] "Eviction manager: failed to get summary stats" err="failed to get imageFs stats: boom"',
      'failed to get imageFs info: unable to find data in memory cache',
      'Warning  ImageGCFailed  2m  kubelet  failed to get image stats: rpc error: code = Unknown desc = boom',
      'failed to get device for dir "/var/lib/docker/overlay2": stat failed on /var/lib/docker/overlay2 with error: no such file or directory',
    ],
    mustNotMatch: [
      'E0706 09:43:07.990599   23724 kubelet.go:1305] Image garbage collection failed once. Stats initialization may not have completed yet: failed to get imageFs info: unable to find data in memory cache',

      'E0522 17:10:36.179214   15230 cri_stats_provider.go:376] Failed to get the info of the filesystem with mountpoint "/var/lib/containers/storage/overlay/d55f04c7ee1011670bae419c7d9d7a3a9d9fb620e01f7e61399a7950052ace5b/merged": failed to get device for dir "/var/lib/containers/storage/overlay/d55f04c7ee1011670bae419c7d9d7a3a9d9fb620e01f7e61399a7950052ace5b/merged": could not find device',
      'failed to get imageFs label',
      'failed to get stats',
    ],
  },
  {
    id: 'orphaned-pod-volumes',
    title: { en: 'Directories of a deleted pod remain', zh: '已删除 Pod 的目录残留' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' found, but ',
        regex: /[Oo]rphaned pod \\*"(?<uid>[0-9a-f-]{36})\\*" found, but /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'rror removing orphaned pod',
        regex: /[Ee]rror removing orphaned pod\b/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'ailed to remove orphaned pod',
        regex: /[Ff]ailed to remove orphaned pod \\*"[^\n]{1,120} dir\b/,
        versions: 'kubelet 1.4-1.20',
      },
      {
        literal: 'ould not read directory ',
        regex: /[Cc]ould not read directory \S{0,20}\/pods\/(?<uid>[0-9a-f-]{36})\/volumes\b/,
        versions: 'kubelet 1.4-1.20',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A pod is gone, its volume directories are still on disk and kubelet refuses to delete what may still be mounted. Noise, not a node failure.',
      zh: 'Pod 已不存在，但其卷目录仍在磁盘上，kubelet 不会删除可能仍挂载的内容。这是噪声，不是节点故障。',
    },
    usualCauses: {
      en: 'kubelet or the node was restarted in the middle of an unmount, or the unmount is stuck.',
      zh: 'kubelet 或节点在卸载中途重启，或卸载卡住。',
    },
    firstCheck: {
      en: '`mount | grep $UID`: is anything still mounted there?',
      zh: '执行 `mount | grep $UID`：看那里是否仍有挂载。',
    },
    remedy: {
      en: 'Unmount what is mounted, then remove the left-over directory of that pod.',
      zh: '先卸载，再删除该 Pod 的残留目录。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_volumes.go'],
    matches: [
      'E1209 13:14:02.300373   31129 kubelet_getters.go:249] Could not read directory /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes: open /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes: no such file or directory',

      'E0513 10:31:02.004211   14207 kubelet_getters.go:261] Failed to remove orphaned pod "5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" dir; err: remove /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa: directory not empty',

      'E0513 10:31:02.004211   14207 kubelet_volumes.go:140] Orphaned pod "5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" found, but volume paths are still present on disk : There were a total of 3 errors similar to this. Turn up verbosity to see them.',
      'E0513 10:31:02.004211   14207 kubelet_volumes.go:245] "There were many similar errors. Turn up verbosity to see them." err="orphaned pod \\"5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa\\" found, but failed to rmdir() volume at path /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes/kubernetes.io~csi/pvc-1: directory not empty" numErrs=3',
      'E0513 10:31:02.004211   14207 kubelet_volumes.go:263] "Error removing orphaned pod" err="boom"',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 kubelet_volumes.go:160] "Cleaned up orphaned pod volumes dir" podUID=5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa path="/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes"',
    ],
  },
  {
    id: 'containerd-gc-failed',
    title: { en: 'containerd could not collect its garbage', zh: 'containerd 自身垃圾回收失败' },
    category: 'gc-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'garbage collection failed',
        regex: /(?:^|msg=\\*"|"msg":")(?:(?:snapshot|content|schedule) )?garbage collection failed\b/,
        versions: 'containerd 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'containerd failed to remove unreferenced content and snapshots: their disk space is not freed.',
      zh: 'containerd 未能清理无引用的内容与快照，磁盘空间未释放。',
    },
    usualCauses: { en: 'The disk is full, or a snapshot is still mounted.', zh: '磁盘已满，或快照仍被挂载。' },
    firstCheck: { en: 'The `error=` field of the line.', zh: '看该行的 `error=` 字段。' },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: ['containerd/containerd:plugins/gc/scheduler.go'],
    matches: [
      'time="2022-05-13T10:31:02.004211000Z" level=warning msg="snapshot garbage collection failed" error="boom" snapshotter=overlayfs',
      'time="2022-05-13T10:31:02.004211000Z" level=warning msg="content garbage collection failed" error="boom"',

      'time="2022-05-13T10:31:02.004211000Z" level=error msg="garbage collection failed" error="failed to remove snapshots: boom"',
    ],
    mustNotMatch: [
      'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: boom',
      'time="2022-05-13T10:31:02.004211000Z" level=debug msg="garbage collected" d="3.2ms"',
    ],
  },
  {
    id: 'cadvisor-du-wave',
    title: { en: 'Many container directories are slow to measure', zh: '大量容器目录统计缓慢' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    quietBelow: 3,
    quietWithinMs: 10_000,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'on following dirs took ',
        regex: /(?:du and find|disk usage and inodes count) on following dirs took [1-9]\.\d{1,9}s: /,
        versions: 'cAdvisor 0.2x and later, in kubelet 1.4 and later',
      },
      {
        literal: 'Killing cmd [ionice',
        regex: /Killing cmd \[ionice [^\n]{1,400}\] due to timeout/,
        versions: 'cAdvisor 0.2x, in kubelet 1.4-1.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Counting the files of one container for seconds happens; of many at the same moment it means that the disk is saturated.',
      zh: '偶尔统计一个容器耗时数秒属正常；同一时刻大量出现说明磁盘饱和。',
    },
    usualCauses: {
      en: 'Slow or throttled disk, simultaneous image pulls, a neighbour that writes.',
      zh: '磁盘慢或被限速、同时拉取镜像、其他进程大量写入。',
    },
    firstCheck: { en: '`iostat -x 5`; burst credits of a cloud disk.', zh: '执行 `iostat -x 5`；检查云盘的突发额度。' },
    remedy: {
      en: 'A faster disk, fewer writers; keep data of applications in volumes.',
      zh: '换更快的磁盘、减少写入；把应用数据放到卷中。',
    },
    source: ['google/cadvisor:container/common/fsHandler.go', 'google/cadvisor:fs/fs.go'],
    matches: [
      'I0513 10:31:02.131960   26898 fsHandler.go:135] du and find on following dirs took 2.825821747s: [/var/lib/docker/overlay2/3c7ca4d2bc77/diff]',
      'I0513 10:31:02.131960   26898 fs.go:672] Killing cmd [ionice -c3 nice -n 19 du -s /var/lib/docker/overlay2/3c7ca4d2bc77/diff] due to timeout',
    ],
    mustNotMatch: [
      'I0513 10:31:02.131960   26898 fsHandler.go:135] du and find on following dirs took 5m3.490516076s: [/var/lib/docker/overlay2/3c7ca4d2bc77/diff]',
      'du and find on following dirs took 825.821747ms: [/var/lib]',
    ],
  },
  {
    id: 'cadvisor-du-slow',
    title: { en: 'Measuring container directories takes long', zh: '统计容器目录用量耗时过长' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    quietUnderMs: 10_000,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'on following dirs took ',
        regex:
          /(?:du and find|disk usage and inodes count) on following dirs took (?<took>[0-9hmsµu.n]{2,40}): \[(?<path>[^\]\s]{1,256})?/,
        versions: 'cAdvisor 0.2x and later, in kubelet 1.4 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 'go' },
    meaning: {
      en: 'Counting the files of one container took this long: the disk is saturated or there are millions of files. An early sign of a disk that starves everything else.',
      zh: '统计某个容器的文件耗时很长：磁盘饱和，或文件数以百万计。这是磁盘拖慢一切的早期信号。',
    },
    usualCauses: {
      en: 'Slow or throttled disk, many simultaneous image pulls, or an application that writes very many files.',
      zh: '磁盘慢或被限速、同时拉取大量镜像，或应用写入海量文件。',
    },
    firstCheck: { en: '`iostat -x 5`; burst credits of a cloud disk.', zh: '执行 `iostat -x 5`；检查云盘的突发额度。' },
    remedy: {
      en: 'A faster disk, fewer writers; keep data of applications in volumes.',
      zh: '换更快的磁盘、减少写入；把应用数据放到卷中。',
    },
    source: ['google/cadvisor:container/common/fsHandler.go', 'https://github.com/kubernetes/kubernetes/issues/42164'],
    matches: [
      'I0129 19:13:24.591079    8510 fsHandler.go:135] du and find on following dirs took 5m3.490516076s: [/var/lib/docker/overlay2/14ff0921aef0/diff /var/lib/docker/containers/fa0364342]; will not log again for this container unless duration exceeds 10s',
      'I0513 10:31:02.004211   14207 fsHandler.go:133] fs: disk usage and inodes count on following dirs took 41.2s: [/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/81/fs]; will not log again for this container unless duration exceeds 1m22s',
    ],
    mustNotMatch: ['fs: stat failed on /var/lib/docker/overlay2 with error: no such file or directory'],
  },
  {
    id: 'log-rotate-failed',
    title: { en: "A container's log could not be rotated", zh: '容器日志轮转失败' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to rotate log',
        regex:
          /[Ff]ailed to rotate log \\*"(?<path>\/[^"\\\n]{0,255})\\*" for container \\*"(?<container>[0-9a-f]{12,64})/,
        versions: 'kubelet 1.12-1.20',
      },
      {
        literal: 'ailed to rotate log',
        regex: /[Ff]ailed to rotate log for container\b/,
        versions: 'kubelet 1.22 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The log file of one container grows without limit and will fill the disk.',
      zh: '某个容器的日志文件将无限增长，最终写满磁盘。',
    },
    usualCauses: {
      en: 'The runtime does not answer the request to reopen the log, or the disk is already full.',
      zh: '运行时未响应重新打开日志的请求，或磁盘已满。',
    },
    firstCheck: { en: 'The inner error; the size of the file.', zh: '看内层错误与该文件大小。' },
    remedy: { en: 'Cure the runtime; truncate the file.', zh: '修复运行时；截断该文件。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/logs/container_log_manager.go'],
    matches: [
      'E0513 10:31:02.004211   14207 container_log_manager.go:228] Failed to rotate log "/var/log/pods/shop_api-0_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/api/0.log" for container "0d8b2f7c53ea": boom',
      'E0513 10:31:02.004211   14207 container_log_manager.go:307] "Failed to rotate log for container" err="boom" path="/var/log/pods/shop_api-0_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/api/0.log" containerID="0d8b2f7c53ea"',
    ],
    mustNotMatch: ['logrotate: error: failed to rotate logs of nginx'],
  },
];
