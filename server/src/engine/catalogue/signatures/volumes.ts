/** Volumes of pods: mounts that fail or hang, drivers that are missing, network file systems that do not answer. */
import type { Signature } from '../signature';

export const volumeSignatures: readonly Signature[] = [
  {
    id: 'volume-mount-failed',
    title: { en: 'A volume of a pod could not be mounted', zh: 'Pod 的卷挂载失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: ' failed for volume ',
        regex:
          /\bMountVolume\.(?<step>SetUp|MountDevice|WaitForAttach|NewMounter initialization|NodeAffinity check|MapVolume|SetUpDevice|MarkVolumeAsMounted|NodeExpandVolume|[\w ]{1,40}) failed for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'MapVolume.',
        regex: /(?<!Un)\bMapVolume\.[\w ]{1,40} failed for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'kubelet 1.9-1.30',
      },
      { literal: 'FailedMapVolume', regex: /\bFailedMapVolume\b/, versions: 'Event reason' },
      {
        literal: 'FailedMount ',
        regex: /\bFailedMount (?!.{0,200}timed out waiting for the condition)/,
        versions: 'Event reason',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One step of mounting a volume failed; kubelet tries again with growing pauses.',
      zh: '卷挂载的某一步失败；kubelet 会以递增间隔重试。',
    },
    usualCauses: {
      en: 'What the inner text says: the server of the volume, a missing driver, a missing Secret or ConfigMap, a damaged file system.',
      zh: '见内层文本：存储服务器、驱动缺失、Secret 或 ConfigMap 不存在、文件系统损坏。',
    },
    firstCheck: { en: 'The innermost error (`Output:`).', zh: '查看最内层错误（`Output:`）。' },
    remedy: { en: 'Cure the inner error; the mount is retried by itself.', zh: '解决内层错误；挂载会自行重试。' },
    source: ['kubernetes/kubernetes:pkg/volume/util/operationexecutor/operation_generator.go'],
    matches: [
      'E0513 10:31:02.118001    2211 nestedpendingoperations.go:267] MountVolume.SetUp failed for volume "data" (UniqueName: "kubernetes.io/nfs/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa-data") pod "web-0" (UID: "5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa") : mount failed: exit status 32',
      'MapVolume.SetUpDevice failed for volume "pvc-77" : rpc error: code = Internal desc = device busy',
      'Warning  FailedMapVolume  3s  kubelet  rpc error',
      'Warning  FailedMount  3s (x7 over 1m)  kubelet  MountVolume.SetUp failed for volume "config" : configmap "web" not found',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001    2211 operation_generator.go:663] MountVolume.MountDevice succeeded for volume "pvc-77"',
      'UnmountVolume.TearDown failed for volume "data"',
      'UnmapVolume.TearDown failed for volume "data"',
    ],
  },
  {
    id: 'volume-mount-timeout',
    title: { en: 'A pod waited in vain for its volumes', zh: 'Pod 等待卷超时' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    impact: 2,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'nable to mount volumes for pod',
        regex: /[Uu]nable to mount volumes for pod \\*"/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'attach or mount volumes',
        regex: /[Uu]nable to attach or mount volumes(?:: unmounted volumes=\[(?<volume>[^\]\s]{1,200}))?/,
        versions: 'kubelet 1.14-1.30',
      },
      {
        literal: 'expired waiting for volumes',
        regex: /timeout expired waiting for volumes to attach/,
        versions: 'kubelet 1.8-1.13',
      },
      {
        literal: 'unmounted volumes=[',
        regex: /err=\\*"unmounted volumes=\[(?<volume>[^\]\s]{1,200})/,
        versions: 'kubelet 1.22 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 123_000 },
    meaning: {
      en: 'After two minutes and three seconds the volumes of the pod were still not there. The reason stands in an earlier line, or in none when a mount hangs.',
      zh: '两分零三秒后 Pod 的卷仍未就绪。原因在更早的日志里；挂载卡住时则没有。',
    },
    usualCauses: {
      en: 'A hanging NFS or CSI mount, a volume that is attached elsewhere, a slow change of ownership.',
      zh: 'NFS 或 CSI 挂载卡住、卷挂在其他节点、修改属主过慢。',
    },
    firstCheck: {
      en: 'The named volume in the lines before; processes in state D: `ps axo stat,wchan,cmd | grep ^D`',
      zh: '在此前日志中查找该卷；查 D 状态进程：`ps axo stat,wchan,cmd | grep ^D`',
    },
    remedy: { en: 'Cure the volume that is named as unmounted.', zh: '修复列为 unmounted 的卷。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/volumemanager/volume_manager.go',
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
    ],
    matches: [
      'E0818 02:12:02.073699    2462 pod_workers.go:1012] "Error syncing pod, skipping" err="unmounted volumes=[pki certs], unattached volumes=[pki certs]: timed out waiting for the condition" pod="kube-system/kube-apiserver-node-a" podUID=17b60a84',
      'E0818 02:12:02.073699    2462 pod_workers.go:1300] "Error syncing pod, skipping" err="unmounted volumes=[data], unattached volumes=[], failed to process volumes=[data]: context deadline exceeded" pod="shop/api-0" podUID="17b60a84"',

      'E0513 10:31:02.118001    2211 kubelet.go:1594] Unable to mount volumes for pod "web-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)": timeout expired waiting for volumes to attach or mount for pod "shop"/"web-0". list of unmounted volumes=[data]',
      'Warning  FailedMount  2s  kubelet  Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data token-x7k2p]: timed out waiting for the condition',
    ],
    mustNotMatch: ['MountVolume.SetUp failed for volume "data" : timed out', 'timed out waiting for the condition'],
  },
  {
    id: 'volume-op-backoff',
    title: { en: 'A volume operation failed and waits for its retry', zh: '卷操作失败，等待重试' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'No retries permitted until',
        regex:
          /failed\. No retries permitted until (?<until>[^(\n]{10,60}) \(durationBeforeRetry (?<wait>[\d.hmsµ]{2,20})\)/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The frame around a volume error: it names the pause before the next try, which doubles up to two minutes.',
      zh: '卷错误的外壳：给出下次重试前的等待，每次翻倍直至两分钟。',
    },
    usualCauses: { en: 'The inner error.', zh: '内层错误。' },
    firstCheck: { en: 'Read on behind `Error:`.', zh: '看 `Error:` 之后的内容。' },
    remedy: { en: 'Cure the inner error.', zh: '解决内层错误。' },
    source: ['kubernetes/kubernetes:pkg/util/goroutinemap/exponentialbackoff/exponential_backoff.go'],
    matches: [
      'E0513 10:31:02.118001    2211 nestedpendingoperations.go:267] Operation for "\\"kubernetes.io/nfs/5b6d1c7e-data\\" (\\"5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa\\")" failed. No retries permitted until 2022-05-13 10:33:04.118 +0800 CST m=+812.11 (durationBeforeRetry 2m2s). Error: "mount failed"',
    ],
    mustNotMatch: ['No retries permitted by policy'],
  },
  {
    id: 'volume-fsgroup-slow',
    title: { en: 'Ownership of a whole volume is being changed', zh: '正在修改整个卷的属主' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'Setting volume ownership for',
        regex: /Setting volume ownership for (?<path>\S{1,300}) (?:is taking longer|and fsGroup set)/,
        versions: 'kubelet 1.18-1.30',
      },
      {
        literal: 'volume ownership could be slow',
        regex: /setting volume ownership could be slow/,
        versions: 'kubelet 1.18-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet walks through every file of the volume before the pod may start.',
      zh: 'Pod 启动前 kubelet 要遍历卷中每个文件。',
    },
    usualCauses: { en: 'fsGroup is set and the volume holds very many files.', zh: '设置了 fsGroup 且卷中文件极多。' },
    firstCheck: {
      en: 'How long until "MountVolume.SetUp succeeded" of the volume.',
      zh: '看多久后该卷出现 MountVolume.SetUp succeeded。',
    },
    remedy: { en: 'fsGroupChangePolicy: OnRootMismatch.', zh: '设置 fsGroupChangePolicy: OnRootMismatch。' },
    source: ['kubernetes/kubernetes:pkg/volume/volume_linux.go'],
    matches: [
      'W0513 10:31:02.118001    2211 volume_linux.go:49] Setting volume ownership for /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes/kubernetes.io~csi/pvc-77/mount and fsGroup set. If the volume has a lot of files then setting volume ownership could be slow, see https://github.com/kubernetes/kubernetes/issues/69699',
    ],
    mustNotMatch: ['skipping setting volume ownership for /data'],
  },
  {
    id: 'volume-not-attached',
    title: { en: 'A volume is not attached to this node', zh: '卷未挂接到本节点' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event', 'kube-controller-manager'],
    wordings: [
      {
        literal: 'olume not attached according to',
        regex: /[Vv]olume not attached according to node status(?: for volume \\*"(?<volume>[^"\\\s]{1,200}))?/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'Multi-Attach error',
        regex: /Multi-Attach error for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'controller-manager 1.8-1.30',
      },
      {
        literal: 'AttachVolume.Attach failed',
        regex: /AttachVolume\.Attach failed for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'controller-manager 1.8-1.30',
      },
      {
        literal: 'has not been added to the list of V',
        regex: /has not been added to the list of VolumesInUse/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The attach controller has not attached the volume here, or it is still attached to another node.',
      zh: '挂接控制器尚未将卷挂到本节点，或卷仍挂在其他节点。',
    },
    usualCauses: {
      en: 'The old node is gone or unreachable, the CSI attacher is down, limits of the provider.',
      zh: '旧节点失联、CSI attacher 未运行，或触及云厂商限额。',
    },
    firstCheck: {
      en: '`kubectl get volumeattachment`; log of controller-manager and CSI attacher.',
      zh: '`kubectl get volumeattachment`；查看 controller-manager 与 CSI attacher 日志。',
    },
    remedy: { en: 'Detach from the old node; restore the attacher.', zh: '从旧节点分离；恢复 attacher。' },
    source: ['kubernetes/kubernetes:pkg/volume/util/operationexecutor/operation_generator.go'],
    matches: [
      'Volume not attached according to node status for volume "pvc-77"',
      'Warning  FailedAttachVolume  2s  attachdetach-controller  Multi-Attach error for volume "pvc-77" Volume is already exclusively attached to one node and can\'t be attached to another',
      'AttachVolume.Attach failed for volume "pvc-77" : rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'Volume has not been added to the list of VolumesInUse in the node\'s volume status for volume "pvc-77"',
    ],
    mustNotMatch: ['AttachVolume.Attach succeeded for volume "pvc-77"', 'volume attached to node'],
  },
  {
    id: 'volume-unmount-failed',
    title: { en: 'A volume could not be unmounted', zh: '卷卸载失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'UnmountVolume.',
        regex:
          /UnmountVolume\.(?:TearDown|NewUnmounter|MarkVolumeAsUnmounted)[\w ]{0,30} failed (?:for volume \\*"(?<volume>[^"\\\s]{1,200}))?/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'UnmountDevice ',
        regex: /UnmountDevice failed (?:for volume \\*"(?<volume>[^"\\\s]{1,200}))?/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'Unmounting arguments:',
        regex: /[Uu]nmount failed: [^\n]{1,80}\nUnmounting arguments: (?<path>\S{1,300})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'cleaning subPath mounts',
        regex: /error cleaning subPath mounts for volume/,
        versions: 'kubelet 1.9-1.30',
      },
      {
        literal: 'UnmapVolume',
        regex: /UnmapVolume(?:\.\w{1,30})? failed for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'kubelet 1.9-1.30',
      },
      {
        literal: 'evice or resource busy',
        regex: /(?:remove|rename) \/\S{1,200}\/pods\/[0-9a-f-]{32,36}\/volumes\/\S{1,300}: device or resource busy/,
        versions: 'kubelet 1.2 and later',
      },
      {
        literal: ': target is busy',
        regex: /umount: (?<path>\/\S{1,300}): target is busy/,
        versions: 'util-linux 2.2-2.40',
      },
      {
        literal: ': device is busy',
        regex: /umount(?:\.\w{2,8})?: (?<path>\/\S{1,300}): device is busy/,
        versions: 'nfs-utils',
      },
      {
        literal: 'operationExecutor.UnmountVolume f',
        regex: /operationExecutor\.UnmountVolume failed/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The volume cannot be unmounted; its pod stays in Terminating and the volume stays on the node.',
      zh: '卷无法卸载；Pod 停留在 Terminating，卷仍留在节点上。',
    },
    usualCauses: {
      en: 'Open files, a network file system that does not answer, a stale handle, a CSI driver that is down.',
      zh: '文件仍被打开、网络文件系统不应答、句柄失效，或 CSI 驱动未运行。',
    },
    firstCheck: {
      en: '`fuser -vm PATH`, `grep PATH /proc/*/mountinfo`',
      zh: '执行 `fuser -vm 路径`、`grep 路径 /proc/*/mountinfo`',
    },
    remedy: {
      en: 'End the holder, restore the server, or unmount lazily.',
      zh: '结束占用者、恢复服务器，或延迟卸载（umount -l）。',
    },
    source: [
      'kubernetes/kubernetes:pkg/volume/util/operationexecutor/operation_generator.go',
      'https://github.com/kubernetes/kubernetes/issues/71584',
    ],
    matches: [
      'E0513 10:31:02.093968   37577 kubelet.go:2596] Failed cleaning pods: [remove /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes/kubernetes.io~downward-api/podinfo: device or resource busy]',

      'UnmountVolume.TearDown failed for volume "kubernetes.io/nfs/5b6d1c7e-data" (OuterVolumeSpecName: "data") pod "5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" : unmount failed: exit status 16',
      'UnmountDevice failed for volume "pvc-77" : rpc error: code = Unavailable desc = connection error',
      'unmount failed: exit status 32\nUnmounting arguments: /var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~nfs/data\nOutput: umount: device is busy',
      'error cleaning subPath mounts for volume "data" (UniqueName: "kubernetes.io/nfs/5b6d1c7e-data")',
      'UnmapVolume.UnmapBlockVolume failed for volume "pvc-77"',
      'umount: /var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~nfs/data: target is busy.',
      'umount.nfs4: /var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~nfs/data: device is busy',
      'E0513 10:31:02.118001    2211 reconciler.go:196] operationExecutor.UnmountVolume failed (controllerAttachDetachEnabled true) for volume "data"',
    ],
    mustNotMatch: [
      'UnmountVolume.TearDown succeeded for volume "data"',
      'UnmountDevice succeeded for volume "pvc-77"',
      'MountVolume.SetUp failed for volume "data"',
    ],
  },
  {
    id: 'volume-device-still-mounted',
    title: { en: 'A leaked mount keeps a volume from being detached', zh: '残留挂载阻止卷分离' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'still mounted by other references',
        regex: /device mount path \\*"(?<path>[^"\\\s]{1,300})\\*" is still mounted by other references/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'GetDeviceMountRefs check',
        regex: /GetDeviceMountRefs check failed for volume \\*"(?<volume>[^"\\\s]{1,200})/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody else still mounts the device of the volume, so it is not detached.',
      zh: '卷的设备仍被其他挂载占用，因此不会分离。',
    },
    usualCauses: {
      en: 'A mount that leaked into another mount namespace, or a pod volume that failed to unmount.',
      zh: '挂载泄漏到其他挂载命名空间，或某 Pod 的卷卸载失败。',
    },
    firstCheck: { en: '`grep PATH /proc/*/mountinfo`', zh: '执行 `grep 路径 /proc/*/mountinfo`' },
    remedy: { en: 'Unmount there or restart the process that holds it.', zh: '在该处卸载，或重启持有它的进程。' },
    source: ['kubernetes/kubernetes:pkg/volume/util/operationexecutor/operation_generator.go'],
    matches: [
      'GetDeviceMountRefs check failed for volume "pvc-77" (UniqueName: "kubernetes.io/rbd/pool:pvc-77") on node "node-17" : the device mount path "/var/lib/kubelet/plugins/kubernetes.io/rbd/mounts/pool-image-77" is still mounted by other references [/var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~rbd/pvc-77]',
    ],
    mustNotMatch: ['device mount path "/var/lib/kubelet/plugins" is mounted'],
  },
  {
    id: 'mount-cmd-failed',
    title: { en: 'A mount command failed', zh: 'mount 命令失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'Mounting command:',
        regex: /[Mm]ount failed: (?<reason>[^\n]{1,80})\nMounting command: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'Mounting arguments:',
        regex: /[Mm]ount failed: [^\n]{1,200}Mounting arguments: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'found errors on device',
        regex: /'?fsck'? found errors on device (?<device>\S{1,80}) but could not correct them/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'mount.nfs: ',
        regex: /\bmount\.nfs: (?!timeout set for|trying)(?<reason>[^\n]{1,160})/,
        versions: 'nfs-utils',
      },
      {
        literal: 'wrong fs type, bad option',
        regex: /wrong fs type, bad option, bad superblock on (?<device>[^\s,]{1,120})/,
        versions: 'util-linux',
      },
      {
        literal: 'special device ',
        regex: /mount: [^\n]{0,200}special device (?<device>\S{1,120}) does not exist/,
        versions: 'util-linux',
      },
      {
        literal: 'already mounted or mount point busy',
        regex: /(?<device>\/dev\/\S{1,160}) already mounted or mount point busy/,
        versions: 'util-linux',
      },
      {
        literal: 'format of disk ',
        regex: /format of disk \\*"(?<device>[^"\\\s]{1,160})\\*" failed: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: "Can't open blockdev",
        regex: /(?<device>\/dev\/\S{1,160}): Can't open blockdev/,
        versions: 'Linux 5.10 and later',
      },
      {
        literal: 'failed to map rbd image',
        regex: /rbd: (?:error: )?failed to map rbd image/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'rbd: map failed ',
        regex: /rbd: map failed (?<reason>[^\n]{1,200})/,
        versions: 'kubelet 1.8-1.30, ceph-csi',
      },
      {
        literal: 'pulled from the glusterfs log',
        regex: /error information was pulled from the glusterfs log/,
        versions: 'kubelet 1.8-1.24',
      },
      {
        literal: 'mount error(',
        regex: /mount error\((?<code>\d{1,3})\): (?<reason>[^\n]{1,80})/,
        versions: 'cifs-utils',
      },
      {
        literal: 'mount error: cifs filesystem',
        regex: /mount error: cifs filesystem not supported/,
        versions: 'cifs-utils',
      },
      {
        literal: ': mount system call failed',
        regex: /mount\.\w{2,8}: [^\n]{0,120}mount system call failed|: mount system call failed/,
      },
      {
        literal: 'ount failed: exit status',
        regex: /(?<!Ignore error about [^\n]{0,20})\b[Mm]ount failed: exit status (?<status>\d{1,3})/,
        versions: 'kubelet 1.2-1.30',
      },
      {
        literal: ': unknown filesystem type',
        regex: /mount: [^\n]{0,200}unknown filesystem type '?(?<type>[\w.-]{1,30})/,
        versions: 'util-linux',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'mount(8) refused; its output tells why.', zh: 'mount(8) 拒绝执行，其输出说明原因。' },
    usualCauses: {
      en: 'A server that does not answer or refuses, a damaged or missing file system, missing client tools.',
      zh: '服务器不应答或拒绝、文件系统损坏或不存在、缺少客户端工具。',
    },
    firstCheck: {
      en: 'The `Output:` of the message; run the same command by hand.',
      zh: '查看报错中的 `Output:`；手工执行同一命令。',
    },
    remedy: { en: 'By its output.', zh: '按其输出处理。' },
    source: ['kubernetes/mount-utils:mount_linux.go'],
    matches: [
      'mount failed: exit status 1 the following error information was pulled from the glusterfs log to help diagnose this issue',
      'rbd: map failed exit status 110 rbd: sysfs write failed',
      'rbd: failed to map rbd image pool/pvc-77: exit status 110',
      "kernel: /dev/sdc: Can't open blockdev",
      'E0513 10:31:02.118001       1 mount_linux.go:487] format of disk "/dev/longhorn/pvc-77" failed: type:("ext4") target:("/mnt") options:(["defaults"]) error:(exit status 1)',
      'mount: /var/lib/kubelet/pods/5b6d1c7e/volumes/mount: /dev/longhorn/pvc-77 already mounted or mount point busy.',
      'mount failed: exit status 32\nMounting command: mount\nMounting arguments: -t nfs 10.0.3.9:/export /var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~nfs/data\nOutput: mount.nfs: Connection timed out',
      'mount failed: exit status 32 Mounting command: mount Mounting arguments: -t nfs 10.0.3.9:/export',
      "'fsck' found errors on device /dev/sdc but could not correct them: /dev/sdc: UNEXPECTED INCONSISTENCY",
      'mount.nfs: access denied by server while mounting 10.0.3.9:/export',
      'mount: /mnt: wrong fs type, bad option, bad superblock on /dev/sdc1, missing codepage or helper program, or other error.',
      'mount: /mnt: special device /dev/sdc1 does not exist.',
      'mount error(115): Operation now in progress',
      'mount error: cifs filesystem not supported by the system',
      'mount.nfs4: /data: mount system call failed',
      'Error syncing pod, skipping: glusterfs: mount failed: Mount failed: exit status 32',
      "Output: mount: unknown filesystem type 'glusterfs'",
    ],
    mustNotMatch: [
      'mount.nfs: timeout set for Fri May 13 10:29:02 2022',
      'Mounting command finished',
      'systemd[1]: Mounting /mnt...',
    ],
  },
  {
    id: 'csi-driver-missing',
    title: { en: 'A CSI driver is not registered on the node', zh: '节点上未注册 CSI 驱动' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'list of registered CSI drivers',
        regex: /driver name (?<driver>[\w./-]{1,120}) not found in the list of registered CSI drivers/,
        versions: 'kubelet 1.12-1.30',
      },
      {
        literal: ' does not contain driver ',
        regex: /CSINode (?<node>[\w.-]{1,253}) does not contain driver (?<driver>[\w./-]{1,120})/,
        versions: 'controller-manager 1.17-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'No plug-in of that driver has registered with kubelet. Shortly after a start of the node it is normal.',
      zh: '该驱动的插件尚未向 kubelet 注册。节点刚启动时属正常。',
    },
    usualCauses: {
      en: 'The driver pod of this node is not running; a changed name of the driver.',
      zh: '本节点的驱动 Pod 未运行；驱动名称改变。',
    },
    firstCheck: {
      en: '`ls /var/lib/kubelet/plugins_registry`; the driver pod on this node.',
      zh: '`ls /var/lib/kubelet/plugins_registry`；本节点的驱动 Pod。',
    },
    remedy: { en: 'Get the driver DaemonSet running on the node.', zh: '让驱动 DaemonSet 在节点上运行。' },
    source: ['kubernetes/kubernetes:pkg/volume/csi/csi_client.go'],
    matches: [
      'MountVolume.MountDevice failed for volume "pvc-77" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name csi.shop.example not found in the list of registered CSI drivers',
      'AttachVolume.Attach failed for volume "pvc-77" : CSINode node-17 does not contain driver csi.shop.example',
    ],
    mustNotMatch: ['Register new plugin with name: csi.shop.example at endpoint: /var/lib/kubelet/plugins/csi.sock'],
  },
  {
    id: 'nfs-not-responding',
    title: { en: 'An NFS server does not answer', zh: 'NFS 服务器不应答' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' not responding, ',
        regex: /\b(?:nfs|lockd): server (?<address>[\w.:-]{1,253}) not responding, (?:still trying|timed out)/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Processes that touch the mount sleep in state D until the server answers (hard mount) or get an I/O error (soft).',
      zh: '访问该挂载的进程会以 D 状态睡眠直到服务器应答（hard），或得到 I/O 错误（soft）。',
    },
    usualCauses: {
      en: 'The server is down or overloaded, or the network to it is broken.',
      zh: '服务器宕机或过载，或网络不通。',
    },
    firstCheck: { en: '`rpcinfo -t SERVER nfs`, `nfsstat -m`', zh: '执行 `rpcinfo -t 服务器 nfs`、`nfsstat -m`' },
    remedy: {
      en: 'Restore the server or the path; do not restart kubelet first.',
      zh: '恢复服务器或网络；不要先重启 kubelet。',
    },
    source: ['torvalds/linux:net/sunrpc/clnt.c'],
    matches: [
      'kernel: nfs: server 10.0.3.9 not responding, still trying',
      'kernel: nfs: server filer.shop.example not responding, timed out',
      'kernel: lockd: server 10.0.3.9 not responding, still trying',
    ],
    mustNotMatch: ['kernel: nfs: server 10.0.3.9 OK', 'server not responding, aborting'],
  },
  {
    id: 'nfs-ok',
    title: { en: 'The NFS server answers again', zh: 'NFS 服务器恢复应答' },
    category: 'storage',
    severity: 'info',
    role: 'recovery',
    ends: ['nfs-not-responding'],
    emitters: ['kernel'],
    wordings: [
      { literal: 'nfs: server ', regex: /\bnfs: server (?<address>[\w.:-]{1,253}) OK\b/, versions: 'Linux 3.10-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The end of the outage of that server.', zh: '该服务器的中断结束。' },
    usualCauses: { en: 'Server or network came back.', zh: '服务器或网络恢复。' },
    firstCheck: { en: 'How long it lasted.', zh: '看持续了多久。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['torvalds/linux:net/sunrpc/clnt.c'],
    matches: ['kernel: nfs: server 10.0.3.9 OK'],
    mustNotMatch: ['kernel: nfs: server 10.0.3.9 not responding, still trying'],
  },
  {
    id: 'nfs-stale-handle',
    title: { en: 'A network file system must be mounted anew', zh: '网络文件系统句柄失效' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      { literal: 'tale NFS file handle', regex: /(?:(?<path>\/[^\s:"]{1,300}): )?[Ss]tale NFS file handle/ },
      { literal: 'tale file handle', regex: /(?:(?<path>\/[^\s:"]{1,300}): )?[Ss]tale file handle/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What the mount refers to does not exist on the server any more.',
      zh: '挂载所指的对象在服务器上已不存在。',
    },
    usualCauses: { en: 'The export was recreated or the server was replaced.', zh: '导出被重建，或服务器被更换。' },
    firstCheck: { en: '`stat PATH`; what changed on the server.', zh: '`stat 路径`；服务器上发生了什么变化。' },
    remedy: { en: 'Unmount lazily and restart the pods that use it.', zh: '延迟卸载（umount -l）并重启使用它的 Pod。' },
    source: ['https://github.com/kubernetes/kubernetes/issues/71584'],
    matches: [
      'stat /var/lib/kubelet/pods/5b6d1c7e/volumes/kubernetes.io~nfs/data: stale NFS file handle',
      'ls: cannot access /data: Stale file handle',
    ],
    mustNotMatch: ['file handle is stale after 3 s'],
  },
  {
    id: 'volume-metrics-slow',
    title: { en: 'Measuring a volume took long', zh: '统计卷用量耗时过长' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    quietUnderMs: 3000,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'Calculate volume metrics of',
        regex:
          /\\*"Calculate volume metrics of (?<volume>\S{1,200}) for pod (?<namespace>[\w-]{1,63})\/(?<pod>[\w.-]{1,253})\\*"[^\n]{0,200}\(total time: (?<took>[\d.hmsµn]{2,20})\)/,
        versions: 'kubelet 1.20-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'kubelet counts the bytes of each volume; this one took seconds: its disk or server is slow.',
      zh: 'kubelet 统计每个卷的用量；该卷耗时数秒，其磁盘或服务器缓慢。',
    },
    usualCauses: {
      en: 'A saturated disk, a network file system that answers late, very many files.',
      zh: '磁盘饱和、网络文件系统应答慢，或文件极多。',
    },
    firstCheck: { en: '`time du -sx PATH`; `iostat -x 1`', zh: '执行 `time du -sx 路径`；`iostat -x 1`' },
    remedy: { en: 'Relieve the disk.', zh: '为磁盘减压。' },
    source: [
      'kubernetes/kubernetes:pkg/volume/csi/csi_metrics.go',
      'kubernetes/kubernetes:pkg/kubelet/server/stats/volume_stat_calculator.go',
    ],
    matches: [
      'I0513 10:31:02.118001    2211 trace.go:219] Trace[2001621433]: "Calculate volume metrics of data for pod shop/web-0" (13-May-2022 10:30:58.856) (total time: 3859ms):',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001    2211 trace.go:219] Trace[2001621433]: "iptables restore" (13-May-2022 10:30:58.856) (total time: 3859ms):',
    ],
  },
  {
    id: 'volume-operation-pending',
    title: { en: 'A volume operation is still running', zh: '卷操作仍在进行' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'operation with the given Volume',
        regex: /an operation with the given Volume(?: ID)? (?<volume>[\w.-]{1,200}) already exists/,
        versions: 'CSI drivers',
      },
      {
        literal: 'that name is already executing',
        regex: /Failed to create operation with name \\*"?[^\n]{1,300}An operation with that name is already executing/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'already in progress for volume',
        regex: /(?:operation|request) (?:is )?already in progress for volume\b/,
        versions: 'CSI drivers',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An earlier call for the same volume has not returned; each retry is refused until it does.',
      zh: '同一卷的先前调用尚未返回，在此之前的重试都会被拒绝。',
    },
    usualCauses: {
      en: 'A storage back end that does not answer, a mount that hangs.',
      zh: '存储后端不应答，或挂载卡住。',
    },
    firstCheck: {
      en: 'The first call for that volume and processes in state D.',
      zh: '查看该卷的首次调用及 D 状态进程。',
    },
    remedy: {
      en: 'Restore the back end; restart the driver pod when the call never returns.',
      zh: '恢复后端；若调用永不返回则重启驱动 Pod。',
    },
    source: [
      'ceph/ceph-csi:internal/util/idlocker.go',
      'kubernetes/kubernetes:pkg/volume/util/nestedpendingoperations/nestedpendingoperations.go',
    ],
    matches: [
      'MountVolume.MountDevice failed for volume "pvc-77" : rpc error: code = Aborted desc = an operation with the given Volume ID pvc-77 already exists',
      'Failed to create operation with name "kubernetes.io/csi/pvc-77": An operation with that name is already executing.',
      'rpc error: code = Aborted desc = operation is already in progress for volume pvc-77',
    ],
    mustNotMatch: ['removal of container 3c7c is already in progress'],
  },
];
