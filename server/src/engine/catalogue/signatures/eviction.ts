/** Pressure and eviction: what kubelet does when disk, memory or process ids run short on its node. */
import type { Signature } from '../signature';

export const evictionSignatures: readonly Signature[] = [
  {
    id: 'eviction-threshold-met',
    title: { en: 'Disk below the eviction threshold, kubelet reclaims', zh: '磁盘低于驱逐阈值，kubelet 开始回收' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'ttempting to reclaim',
        regex: /[Aa]ttempting to reclaim(?:\\*" resourceName=\\*"| )(?!memory|pids?\b)(?<resource>[a-z-]{3,20})/,
        versions: 'kubelet 1.8-1.30, Event',
      },
      {
        literal: 'EvictionThresholdMet',
        regex: /\bEvictionThresholdMet\b(?![^\n]{0,300}reclaim (?:memory|pids?\b))/,
        versions: 'Event reason',
      },
      {
        literal: 'viction manager: threshold',
        regex:
          /[Ee]viction manager: threshold(?:s - [a-z ]{5,40}: threshold)? (?:\[signal=(?<resource>allocatableNodeFs|nodefs|imagefs|containerfs)|observed[^\n]{0,60}signal=\\*"(?:allocatableNodeFs|nodefs|imagefs|containerfs))/,
        versions: 'kubelet 1.4 and later',
      },
      {
        literal: 'node conditions - observed',
        regex: /[Ee]viction manager: node conditions - observed: \[[A-Za-z ]{0,40}DiskPressure/,
        versions: 'kubelet 1.4-1.20',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Free disk space or inodes fell below a hard or expired soft eviction threshold. Repeats every ten seconds while that holds.',
      zh: '磁盘或 inode 余量低于硬驱逐阈值（或软阈值已到期）。持续期间每十秒重复一次。',
    },
    usualCauses: {
      en: 'Logs, writable layers, emptyDir volumes or images fill the disk.',
      zh: '日志、可写层、emptyDir 或镜像占满磁盘。',
    },
    firstCheck: {
      en: '`df -h`, `df -i`; `kubectl describe node`.',
      zh: '执行 `df -h`、`df -i`；`kubectl describe node`。',
    },
    remedy: {
      en: 'Find and limit the consumer; enlarge the disk or the node.',
      zh: '找出并限制占用者；扩容磁盘或节点。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'I0513 10:31:02.884896   14207 eviction_manager.go:288] eviction manager: node conditions - observed: [DiskPressure]',

      'I0513 10:31:02.004211   14207 helpers.go:815] eviction manager: thresholds - updated stats: threshold [signal=imagefs.available, quantity=4669289472] observed 4434Mi',
      'I0513 10:31:02.004211   14207 helpers.go:831] "Eviction manager: threshold observed resource" signal="nodefs.inodesFree" quantity="5%" resource="1024"',

      'W0513 10:31:02.004211   14207 eviction_manager.go:343] eviction manager: attempting to reclaim ephemeral-storage',
      'I0513 10:31:02.004211   14207 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"',
      'Warning  EvictionThresholdMet  12s (x40 over 9m)  kubelet, node-a  Attempting to reclaim inodes',
    ],
    mustNotMatch: [
      'eviction manager: observations: signal=nodefs.available, available: 40Gi, capacity: 80Gi',

      'I0513 10:31:02.004211   14207 image_gc_manager.go:459] "Attempting to delete unused images"',
      'must evict pod(s) to reclaim memory',
    ],
  },
  {
    id: 'eviction-must-evict',
    title: { en: 'kubelet must evict pods', zh: 'kubelet 必须驱逐 Pod' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    // The line does not say what was short.
    readAs: {
      text: /pods ranked for eviction/,
      after: ['eviction-memory-threshold', 'eviction-memory-must-evict'],
      ratherThan: ['eviction-threshold-met', 'eviction-must-evict'],
      withinMs: 120_000,
      as: 'eviction-memory-must-evict',
    },
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'must evict pod(s) to reclaim',
        regex: /must evict pod\(s\) to reclaim(?:\\*" resourceName=\\*"| )(?!memory|pids?\b)(?<resource>[a-z-]{3,20})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'pods ranked for eviction',
        regex: /pods ranked for eviction\b/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Deleting unused images and dead containers was not enough: pods will be killed, the first of the ranking first.',
      zh: '清理未使用镜像和已退出容器仍不够：将按排序依次驱逐 Pod。',
    },
    usualCauses: {
      en: 'A pod that uses far more than it requests, or something outside of pods.',
      zh: '某个 Pod 用量远超 request，或占用来自 Pod 之外。',
    },
    firstCheck: {
      en: 'The ranking: its first pod uses most beyond its request.',
      zh: '看排序：首个 Pod 超出 request 最多。',
    },
    remedy: { en: 'Limit that pod; enlarge the node.', zh: '限制该 Pod；扩容节点。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'I0513 10:31:02.304211   14207 eviction_manager.go:354] eviction manager: must evict pod(s) to reclaim ephemeral-storage',
      'I0513 10:31:02.304211   14207 eviction_manager.go:392] "Eviction manager: must evict pod(s) to reclaim" resourceName="ephemeral-storage"',
      'I0513 10:31:02.304311   14207 eviction_manager.go:410] "Eviction manager: pods ranked for eviction" pods=["shop/api-0","shop/db-0"]',
    ],
    mustNotMatch: ['eviction manager: attempting to reclaim memory'],
  },
  {
    id: 'eviction-critical-pod-kept',
    title: { en: 'A critical pod cannot be evicted', zh: '关键 Pod 不能被驱逐' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'cannot evict a critical',
        regex:
          /cannot evict a critical (?:stat(?:ic?)?$|(?:static )?pod)(?:\\*" pod=\\*"(?<namespace>[a-z0-9-]{1,63})\/(?<pod>[a-z0-9.-]{1,253})| (?<name>\S{1,320}))?/,
        versions: 'kubelet 1.12-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet wanted to evict this pod and spares it because it is critical; pressure goes on unless another pod can go.',
      zh: 'kubelet 本要驱逐该 Pod，但因其为关键 Pod 而保留；若无其他 Pod 可驱逐，压力将持续。',
    },
    usualCauses: {
      en: 'A critical pod is the largest consumer, or only critical pods are left on the node.',
      zh: '关键 Pod 占用最多，或节点上只剩关键 Pod。',
    },
    firstCheck: { en: 'What this pod writes or uses.', zh: '查看该 Pod 写入或占用了什么。' },
    remedy: { en: 'Free the resource by hand; limit the pod.', zh: '手动释放资源；限制该 Pod。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'E0513 10:31:02.404211   14207 eviction_manager.go:616] "Eviction manager: cannot evict a critical pod" pod="kube-system/node-agent-x7k2p"',
      'E0513 10:31:02.404211   14207 eviction_manager.go:560] eviction manager: cannot evict a critical stat',
      'E0513 10:31:02.404211   14207 eviction_manager.go:560] eviction manager: cannot evict a critical static pod kube-proxy-node-a_kube-system(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)',
    ],
    mustNotMatch: ['Cannot evict pod as it would violate the disruption budget of the pod.'],
  },
  {
    id: 'pod-evicted',
    title: { en: 'kubelet evicted a pod', zh: 'kubelet 驱逐了 Pod' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    // The line does not say what was short.
    readAs: {
      text: /is evicted successfully/,
      after: ['eviction-memory-threshold', 'eviction-memory-must-evict'],
      ratherThan: ['eviction-threshold-met', 'eviction-must-evict'],
      withinMs: 120_000,
      as: 'pod-evicted-memory',
    },
    symptomOnly: true,
    impact: 3,
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'node was low on resource',
        regex: /node was low on resource: \[?(?!memory|Memory|pids?\b|PID)(?<resource>[A-Za-z-]{3,20})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'The node had condition',
        regex: /The node had condition: \[(?!Memory|PID)(?<condition>[A-Za-z]{3,40})/,
        versions: 'kubelet 1.16-1.30',
      },
      {
        literal: 'ephemeral local storage usage exceeds',
        regex: /od ephemeral local storage usage exceeds the total limit of containers/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'exceeded its local ephemeral storage limit',
        regex: /[Cc]ontainer \S{1,80} exceeded its local ephemeral storage limit/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'Usage of EmptyDir volume',
        regex: /Usage of EmptyDir volume \\*"(?<volume>[^"\\\n]{1,253})\\*" exceeds the limit/i,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'is evicted successfully',
        regex: /pod (?<pod>[a-z0-9.-]{1,253})_(?<namespace>[a-z0-9-]{1,63})\(\S{1,80} is evicted successfully/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'pod is evicted successfully',
        regex: /pod is evicted successfully\b/,
        versions: 'kubelet 1.22-1.30',
      },
      {
        literal: ' Evicted ',
        regex: /\s\d{1,3}\/\d{1,3} {1,20}Evicted {1,20}\d{1,6}\s/,
        versions: 'kubectl get pods',
      },
      {
        literal: 'viction manager: pod ',
        regex:
          /[Ee]viction manager: pod (?![^\n]{0,400}fail)(?<pod>[a-z0-9.*-]{1,253})_(?<namespace>[a-z0-9-]{1,63})\(/,
        versions: 'kubelet 1.3-1.20',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet killed the pod to get a resource back, or because the pod passed its own ephemeral storage limit.',
      zh: 'kubelet 为回收资源，或因 Pod 超出自身临时存储上限，终止了该 Pod。',
    },
    usualCauses: {
      en: '"Low on resource" and "had condition": the node. "Exceeds the limit": the pod itself.',
      zh: 'low on resource 与 had condition：节点问题；exceeds the limit：Pod 自身问题。',
    },
    firstCheck: {
      en: '`kubectl describe node` for pressure conditions; `kubectl describe pod` for the requests and limits of what was evicted.',
      zh: '`kubectl describe node` 查看压力状态；`kubectl describe pod` 查看被驱逐 Pod 的请求与限制。',
    },
    remedy: {
      en: 'Free the node, or lower what the pod writes and set requests that fit.',
      zh: '释放节点资源，或减少 Pod 写入并设置合适的 request。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/eviction/helpers.go',
      'kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go',
    ],
    matches: [
      'I0513 10:31:02.004211   14207 eviction_manager.go:563] eviction manager: pod api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) is evicted successfully',

      'shop   api-0   0/1   Evicted   0   45m',
      'Warning  Evicted  3m  kubelet, node-a  The node was low on resource: ephemeral-storage. Container api was using 3811204Ki, which exceeds its request of 0.',
      'Warning  Evicted  3m  kubelet, node-a  The node was low on resource: [DiskPressure].',
      'Warning  Evicted  1m  kubelet, node-a  The node had condition: [DiskPressure].',
      'Warning  Evicted  1m  kubelet  Pod ephemeral local storage usage exceeds the total limit of containers 2Gi.',
      'Warning  Evicted  1m  kubelet  Container api exceeded its local ephemeral storage limit "1Gi".',
      'Warning  Evicted  1m  kubelet  Usage of EmptyDir volume "cache" exceeds the limit "500Mi".',
      'I0513 10:31:05.004211   14207 eviction_manager.go:563] eviction manager: pod api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) is evicted successfully',
      'I0513 10:31:05.004211   14207 eviction_manager.go:592] "Eviction manager: pod is evicted successfully" pod="shop/api-0"',
    ],
    mustNotMatch: ['Evicted pod by the descheduler', 'eviction manager: timed out waiting for pods to be cleaned up'],
  },
  {
    id: 'eviction-stats-failed',
    title: { en: 'The eviction manager has no statistics', zh: '驱逐管理器拿不到统计数据' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'get summary stats',
        regex: /[Ee]viction manager: failed to get (?:get )?summary stats\b/,
        versions: 'kubelet 1.11-1.30',
      },
      {
        literal: 'no observation found for eviction signal',
        regex: /no observation found for eviction signal (?<signal>\S{1,60})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'viction manager: unexpected err',
        regex: /[Ee]viction manager: unexpected err(?:or)?:/,
        versions: 'kubelet 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet cannot see how much disk and memory is left, so it will not evict in time. During a hang of the runtime this is a consequence.',
      zh: 'kubelet 无法得知剩余磁盘和内存，因此不能及时驱逐。运行时卡住期间出现此行属于后果。',
    },
    usualCauses: {
      en: 'The runtime or cAdvisor does not deliver; for a second after a kubelet start it is normal.',
      zh: '运行时或 cAdvisor 未提供数据；kubelet 刚启动的片刻属正常。',
    },
    firstCheck: {
      en: 'Does kubelet answer `kubectl get --raw /api/v1/nodes/NODE/proxy/stats/summary`? The runtime, if not.',
      zh: 'kubelet 是否应答 `kubectl get --raw /api/v1/nodes/NODE/proxy/stats/summary`？若否，查运行时。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      "E0513 10:31:02.004211   14207 eviction_manager.go:246] eviction manager: unexpected err: failed GetNode: node 'node-1' not found",

      'E0513 10:31:02.004211   14207 eviction_manager.go:243] eviction manager: failed to get get summary stats: failed to get node info: boom',
      'E0513 10:31:02.004211   14207 eviction_manager.go:255] "Eviction manager: failed to get summary stats" err="failed to list pod stats: boom"',
      'W0513 10:31:02.004211   14207 helpers.go:808] eviction manager: no observation found for eviction signal allocatableNodeFs.available',
    ],
    mustNotMatch: [
      'eviction manager: unexpected error when attempting to reduce nodefs pressure',
      'Failed to get system container stats for "/system.slice/docker.service"',
    ],
  },
  {
    id: 'eviction-admission-rejected',
    title: { en: 'New pod refused because of node pressure', zh: '因节点压力拒绝新 Pod' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    impact: 3,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'Failed to admit pod',
        regex:
          /Failed to admit pod (?<pod>[a-z0-9.-]{1,253})_(?<namespace>[a-z0-9-]{1,63})\(\S{1,60} - node has conditions: \[(?<conditions>(?!MemoryPressure\]|PIDPressure\])[A-Za-z ]{3,80})\]/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'Failed to admit pod to node',
        regex:
          /Failed to admit pod to node\\*" pod=[^\n]{1,330}? nodeCondition=\[(?!\\*"(?:MemoryPressure|PIDPressure)\\*"\])/,
        versions: 'kubelet 1.22-1.30',
      },
      {
        literal: 'due to lack of disk space',
        regex: /Cannot start the pod due to lack of disk space/,
        versions: 'kubelet 1.0-1.9',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod was assigned to this node and kubelet refused it, because the node is under pressure.',
      zh: 'Pod 已调度到本节点，但因节点处于压力状态被 kubelet 拒绝。',
    },
    usualCauses: {
      en: 'DiskPressure, MemoryPressure or PIDPressure.',
      zh: 'DiskPressure、MemoryPressure 或 PIDPressure。',
    },
    firstCheck: {
      en: '`kubectl describe node`: which pressure condition is True, and since when.',
      zh: '`kubectl describe node`：哪个压力状态为 True，从何时开始。',
    },
    remedy: { en: 'Relieve the pressure.', zh: '缓解压力。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'Warning  OutOfDisk  3s  {kubelet node-a}  Cannot start the pod due to lack of disk space.',

      'W0513 10:31:02.004211   14207 eviction_manager.go:160] Failed to admit pod api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) - node has conditions: [DiskPressure]',
      'I0513 10:31:02.004211   14207 eviction_manager.go:171] "Failed to admit pod to node" pod="shop/api-0" nodeCondition=["DiskPressure"]',
    ],
    mustNotMatch: ['Failed to admit pod to node" pod="shop/api-0" err="boom"'],
  },
  {
    id: 'eviction-cleanup-timeout',
    title: { en: 'An evicted pod did not go away in time', zh: '被驱逐的 Pod 未及时清理' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'timed out waiting for pods',
        regex: /[Ee]viction manager: timed out waiting for pods (?:[^\n]{1,2000}? )?to be cleaned up/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'failed to evict',
        regex: /[Ee]viction manager: (?:failed to evict pod|pod [^\n]{1,300} failed to evict|pod failed to evict)/,
        versions: 'kubelet 1.3 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'Thirty seconds after the eviction the containers or volumes of the pod were still there, so nothing was freed yet.',
      zh: '驱逐三十秒后 Pod 的容器或卷仍未清理，资源尚未释放。',
    },
    usualCauses: {
      en: 'The runtime is slow, a process cannot be killed, or an unmount is stuck.',
      zh: '运行时响应慢、进程杀不死，或卸载卡住。',
    },
    firstCheck: {
      en: '`crictl ps -a` for what is left of that pod; errors about killing or unmounting it.',
      zh: '`crictl ps -a` 查看该 Pod 的残留；终止或卸载它时的错误。',
    },
    remedy: { en: 'Cure what holds the pod.', zh: '解决滞留该 Pod 的原因。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'E0513 10:31:02.004211   14207 eviction_manager.go:560] eviction manager: pod api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) failed to evict boom',
      'E0513 10:31:02.004211   14207 eviction_manager.go:607] "Eviction manager: pod failed to evict" err="boom" pod="shop/api-0"',

      'W0513 10:31:35.004211   14207 eviction_manager.go:430] eviction manager: timed out waiting for pods api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) to be cleaned up',
      'I0513 10:31:35.004211   14207 eviction_manager.go:458] "Eviction manager: timed out waiting for pods to be cleaned up" pods=["shop/api-0"]',
    ],
    mustNotMatch: ['timed out waiting for pods to be scheduled'],
  },
  {
    id: 'eviction-none-possible',
    title: { en: 'Pressure, and no pod that could be evicted', zh: '存在压力却无 Pod 可驱逐' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'unable to evict any pods from the node',
        regex: /unable to evict any pods from the node/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'no pods are active to evict',
        regex: /eviction thresholds have been met, but no pods are active to evict/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The resource is used by something that is no pod: system daemons, logs, images in use, foreign data.',
      zh: '占用资源的不是 Pod，而是系统进程、日志、使用中的镜像或其他数据。',
    },
    usualCauses: {
      en: 'Logs under /var/log, core dumps, docker volumes, or memory of system daemons.',
      zh: '/var/log 下的日志、core dump、docker 卷，或系统进程占用的内存。',
    },
    firstCheck: {
      en: '`du -xsh /var/* /home /tmp`, `ps aux --sort=-rss | head`.',
      zh: '执行 `du -xsh /var/* /home /tmp`、`ps aux --sort=-rss | head`。',
    },
    remedy: { en: 'Clean the host; give kubelet a disk of its own.', zh: '清理主机；为 kubelet 提供独立磁盘。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'I0513 10:31:02.504211   14207 eviction_manager.go:400] eviction manager: unable to evict any pods from the node',
      'E0513 10:31:02.504211   14207 eviction_manager.go:384] "Eviction manager: eviction thresholds have been met, but no pods are active to evict"',
    ],
    mustNotMatch: ['unable to evict pod shop/api-0'],
  },
  {
    id: 'node-disk-pressure',
    title: { en: 'Node condition DiskPressure', zh: '节点出现 DiskPressure' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'NodeHasDiskPressure',
        regex: /\bNodeHasDiskPressure\b/,
        versions: 'kubelet 1.4-1.30',
      },
      {
        literal: 'KubeletHasDiskPressure',
        regex: /\bKubeletHasDiskPressure\b/,
        versions: 'condition reason',
      },
      { literal: 'KubeletOutOfDisk', regex: /\bKubeletOutOfDisk\b/, versions: 'condition reason, kubelet 1.2-1.8' },
      {
        literal: '/disk-pressure:NoSchedule',
        regex: /Taints:\s{1,40}node\.kubernetes\.io\/disk-pressure:NoSchedule/,
        versions: 'kubectl describe node',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Free space or inodes of the kubelet or image file system fell below the eviction threshold. The condition stays for at least five minutes.',
      zh: 'kubelet 或镜像文件系统的剩余空间或 inode 低于驱逐阈值。该状态至少保持五分钟。',
    },
    usualCauses: {
      en: 'Logs, images, writable layers or volumes fill the disk faster than clean-up frees it.',
      zh: '日志、镜像、可写层或卷的增长快于回收速度。',
    },
    firstCheck: {
      en: '`df -h`, `df -i` of /var/lib/kubelet and of the runtime.',
      zh: '对 /var/lib/kubelet 与运行时目录执行 `df -h`、`df -i`。',
    },
    remedy: { en: 'Free or enlarge the disk; find what grows.', zh: '清理或扩容磁盘；找出增长来源。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: [
      'Normal  NodeHasDiskPressure  37m  kubelet, node-a  Node node-a status is now: NodeHasDiskPressure',
      'OutOfDisk  True  Fri, 13 May 2017 10:31:02 +0800  Fri, 13 May 2017 10:30:52 +0800  KubeletOutOfDisk  out of disk space',
      'Taints:             node.kubernetes.io/disk-pressure:NoSchedule',
      'DiskPressure  True  Fri, 13 May 2022 10:31:02 +0800  Fri, 13 May 2022 10:30:52 +0800  KubeletHasDiskPressure  kubelet has disk pressure',
    ],
    mustNotMatch: [
      'Node node-a status is now: NodeHasNoDiskPressure',
      'KubeletHasNoDiskPressure',
      'Tolerations:     node.kubernetes.io/disk-pressure:NoSchedule op=Exists',
    ],
  },
  {
    id: 'node-memory-pressure',
    title: { en: 'Node condition MemoryPressure', zh: '节点出现 MemoryPressure' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'HasInsufficientMemory',
        regex: /\b(?:Node|Kubelet)HasInsufficientMemory\b/,
        versions: 'kubelet 1.4-1.30, Event and condition reason',
      },
      { literal: 'MemoryPressure', regex: /\bMemoryPressure\s{1,24}True\b/, versions: 'kubectl describe node' },
      {
        literal: '/memory-pressure:NoSchedule',
        regex: /Taints:\s{1,40}node\.kubernetes\.io\/memory-pressure:NoSchedule/,
        versions: 'kubectl describe node',
      },
    ],
    time: { kind: 'instant' },
    entities: { resource: 'memory' },
    meaning: {
      en: 'Available memory of the machine fell below the eviction threshold (100 MiB by default).',
      zh: '机器可用内存低于驱逐阈值（默认 100 MiB）。',
    },
    usualCauses: {
      en: 'Pods without limits, limits far above requests, or system daemons without a reservation.',
      zh: 'Pod 无上限、上限远高于 request，或未为系统进程预留内存。',
    },
    firstCheck: { en: '`free -m`, `ps aux --sort=-rss | head`.', zh: '执行 `free -m`、`ps aux --sort=-rss | head`。' },
    remedy: {
      en: 'Requests that fit, system-reserved, a larger node.',
      zh: '合理设置 request 与 system-reserved，或换更大的节点。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: [
      'MemoryPressure 	True 	Wed, 13 Sep 2017 12:54:10 +0800 	Wed, 13 Sep 2017 11:54:03 +0800 	KubeletHasInsufficientM',

      'Normal  NodeHasInsufficientMemory  5m  kubelet, node-a  Node node-a status is now: NodeHasInsufficientMemory',
      'Taints:             node.kubernetes.io/memory-pressure:NoSchedule',
      'MemoryPressure  True  KubeletHasInsufficientMemory  kubelet has insufficient memory available',
    ],
    mustNotMatch: [
      '  MemoryPressure   False   Wed, 04 Oct 2023 11:10:25 -0700   KubeletHasSufficientMemory',
      'Node node-a status is now: NodeHasSufficientMemory',
      'Tolerations:     node.kubernetes.io/memory-pressure:NoSchedule op=Exists',
    ],
  },
  {
    id: 'node-pid-pressure',
    title: { en: 'Node condition PIDPressure', zh: '节点出现 PIDPressure' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'HasInsufficientPID',
        regex: /\b(?:Node|Kubelet)HasInsufficientPID\b/,
        versions: 'kubelet 1.10-1.30, Event and condition reason',
      },
    ],
    time: { kind: 'instant' },
    entities: { resource: 'pids' },
    meaning: {
      en: 'The node has almost no free process ids; soon nothing can fork.',
      zh: '节点可用 PID 即将耗尽，很快无法再创建进程。',
    },
    usualCauses: {
      en: 'A pod that leaks processes or threads, or zombies that nobody reaps.',
      zh: '某个 Pod 泄漏进程或线程，或僵尸进程无人回收。',
    },
    firstCheck: {
      en: '`ps -eLf | wc -l`, `cat /proc/sys/kernel/pid_max`; which pod owns most threads.',
      zh: '执行 `ps -eLf | wc -l`、`cat /proc/sys/kernel/pid_max`；查看线程最多的 Pod。',
    },
    remedy: {
      en: 'A process limit for pods (`podPidsLimit`); cure the leak.',
      zh: '为 Pod 设置 `podPidsLimit`；修复泄漏。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: ['Normal  NodeHasInsufficientPID  5m  kubelet, node-a  Node node-a status is now: NodeHasInsufficientPID'],
    mustNotMatch: ['Node node-a status is now: NodeHasSufficientPID'],
  },
  {
    id: 'eviction-memory-threshold',
    title: { en: 'Memory or process ids below the eviction threshold', zh: '内存或 PID 低于驱逐阈值' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'ttempting to reclaim',
        regex: /[Aa]ttempting to reclaim(?:\\*" resourceName=\\*"| )(?<resource>memory|pids?)\b/,
        versions: 'kubelet 1.8-1.30, Event',
      },
      {
        literal: 'viction manager: threshold',
        regex:
          /[Ee]viction manager: threshold(?:s - [a-z ]{5,40}: threshold)? (?:\[signal=(?<resource>memory|allocatableMemory|pid)|observed[^\n]{0,60}signal=\\*"(?:memory|allocatableMemory|pid))/,
        versions: 'kubelet 1.4 and later',
      },
      {
        literal: 'Failed to admit pod',
        regex:
          /Failed to admit pod (?:to node\\*" pod=[^\n]{1,330}? nodeCondition=\[\\*"|[^\n]{1,330}? - node has conditions: \[)(?:MemoryPressure|PIDPressure)\\*"?\]/,
        versions: 'kubelet 1.4 and later',
      },
      {
        literal: 'node conditions - observed',
        regex: /[Ee]viction manager: node conditions - observed: \[(?:MemoryPressure|PIDPressure)\]/,
        versions: 'kubelet 1.4-1.20',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Available memory or process ids of the node fell below the threshold. Repeats every ten seconds while that holds.',
      zh: '节点可用内存或 PID 低于阈值。持续期间每十秒重复一次。',
    },
    usualCauses: {
      en: 'Pods that use more than they request, or system daemons without a reservation.',
      zh: 'Pod 用量超过 request，或未为系统进程预留。',
    },
    firstCheck: { en: '`free -m`, `ps aux --sort=-rss | head`', zh: '执行 `free -m`、`ps aux --sort=-rss | head`。' },
    remedy: { en: 'Limits and requests that fit; a larger node.', zh: '合理设置 request 与 limit；换更大的节点。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'I0513 10:31:02.884896   14207 eviction_manager.go:288] eviction manager: node conditions - observed: [MemoryPressure]',

      'W0513 10:31:02.004211   14207 eviction_manager.go:160] Failed to admit pod api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa) - node has conditions: [MemoryPressure]',
      'I0513 10:31:02.004211   14207 eviction_manager.go:172] "Failed to admit pod to node" pod="shop/api-0" nodeCondition=["MemoryPressure"]',

      'I0513 10:31:02.004211   14207 helpers.go:815] eviction manager: thresholds - ignoring grace period: threshold [signal=memory.available, quantity=100Mi] observed 87Mi',

      'W0513 10:31:02.004211   14207 eviction_manager.go:343] eviction manager: attempting to reclaim memory',
      'I0513 10:31:02.004211   14207 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="memory"',
      'Warning  EvictionThresholdMet  12s (x40 over 9m)  kubelet, node-a  Attempting to reclaim memory',
    ],
    mustNotMatch: ['eviction manager: attempting to reclaim ephemeral-storage'],
  },
  {
    id: 'eviction-memory-must-evict',
    title: { en: 'kubelet must kill pods to get memory back', zh: 'kubelet 必须终止 Pod 以回收内存' },
    category: 'oom',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'must evict pod(s) to reclaim',
        regex: /must evict pod\(s\) to reclaim(?:\\*" resourceName=\\*"| )(?<resource>memory|pids?)\b/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Memory is so short that pods will be killed, the first of the ranking first.',
      zh: '内存严重不足，将按排序依次终止 Pod。',
    },
    usualCauses: { en: 'A pod that uses far more memory than it requests.', zh: '某个 Pod 内存用量远超 request。' },
    firstCheck: {
      en: 'The ranking behind it: its first pod uses most beyond its request.',
      zh: '看其后的排序：首个 Pod 超出 request 最多。',
    },
    remedy: { en: 'Limit that pod; a larger node.', zh: '限制该 Pod；换更大的节点。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'I0513 10:31:02.304211   14207 eviction_manager.go:354] eviction manager: must evict pod(s) to reclaim memory',
      'I0513 10:31:02.304211   14207 eviction_manager.go:392] "Eviction manager: must evict pod(s) to reclaim" resourceName="memory"',
    ],
    mustNotMatch: ['eviction manager: must evict pod(s) to reclaim ephemeral-storage'],
  },
  {
    id: 'pod-evicted-memory',
    title: { en: 'kubelet evicted a pod for memory', zh: 'kubelet 因内存驱逐了 Pod' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'node was low on resource',
        regex: /node was low on resource: \[?(?<resource>memory|MemoryPressure)\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'The node had condition',
        regex: /The node had condition: \[(?<condition>MemoryPressure)/,
        versions: 'kubelet 1.16-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet killed the pod because the node ran short of memory.',
      zh: '节点内存不足，kubelet 终止了该 Pod。',
    },
    usualCauses: { en: 'Pods that use more than they request.', zh: 'Pod 用量超过 request。' },
    firstCheck: { en: 'The quantities in the message; who used most.', zh: '看消息中的数量；谁用得最多。' },
    remedy: { en: 'Requests that fit; a larger node.', zh: '合理设置 request；换更大的节点。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/helpers.go'],
    matches: [
      'Warning  Evicted  3m  kubelet, node-a  The node was low on resource: memory. Container api was using 3811204Ki, which exceeds its request of 0.',
      'Warning  Evicted  1m  kubelet  The node had condition: [MemoryPressure].',
    ],
    mustNotMatch: ['The node was low on resource: ephemeral-storage.', 'The node had condition: [DiskPressure].'],
  },
  {
    id: 'pod-evicted-processes',
    title: { en: 'kubelet evicted a pod for process ids', zh: 'kubelet 因 PID 不足驱逐了 Pod' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    impact: 3,
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'node was low on resource',
        regex: /node was low on resource: \[?(?<resource>pids?|PIDPressure)\b/,
        versions: 'kubelet 1.20 and later',
      },
      {
        literal: 'The node had condition',
        regex: /The node had condition: \[(?<condition>PIDPressure)/,
        versions: 'kubelet 1.16 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet killed the pod because the node ran short of process ids.',
      zh: '节点 PID 不足，kubelet 终止了该 Pod。',
    },
    usualCauses: { en: 'A pod that starts processes without end.', zh: '某个 Pod 不停地创建进程。' },
    firstCheck: {
      en: 'Whose processes they are: `ps -eLf | wc -l`, by pod.',
      zh: '看进程属于谁：按 Pod 统计 `ps -eLf | wc -l`。',
    },
    remedy: {
      en: "A limit for each pod (kubelet's `podPidsLimit`).",
      zh: '为每个 Pod 设置上限（kubelet 的 `podPidsLimit`）。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/helpers.go'],
    matches: [
      'Warning  Evicted  1m  kubelet  The node was low on resource: pids. Threshold quantity: 3276, available: 1804.',
      'Warning  Evicted  1m  kubelet  The node had condition: [PIDPressure].',
    ],
    mustNotMatch: ['The node was low on resource: memory.', 'The node had condition: [DiskPressure].'],
  },

  {
    id: 'node-pressure-relieved',
    title: { en: 'The node has no more pressure of a kind', zh: '节点某类压力已解除' },
    category: 'other',
    severity: 'info',
    role: 'recovery',
    ends: ['node-disk-pressure', 'node-memory-pressure', 'node-pid-pressure'],
    emitters: ['event', 'kubelet'],
    wordings: [
      { literal: 'NodeHasNoDiskPressure', regex: /\bNodeHasNoDiskPressure\b/, versions: 'kubelet 1.4-1.30' },
      { literal: 'NodeHasSufficientMemory', regex: /\bNodeHasSufficientMemory\b/, versions: 'kubelet 1.4-1.30' },
      { literal: 'NodeHasSufficientPID', regex: /\bNodeHasSufficientPID\b/, versions: 'kubelet 1.10-1.30' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The condition turned to False; written at every start of kubelet too.',
      zh: '该状态变为 False；kubelet 每次启动时也会写入。',
    },
    usualCauses: { en: 'Something was freed, or kubelet was started.', zh: '资源已释放，或 kubelet 刚启动。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: [
      'Normal  NodeHasNoDiskPressure  37m  kubelet, node-a  Node node-a status is now: NodeHasNoDiskPressure',
      'Normal  NodeHasSufficientMemory  37m  kubelet, node-a  Node node-a status is now: NodeHasSufficientMemory',
      'Normal  NodeHasSufficientPID  37m  kubelet, node-a  Node node-a status is now: NodeHasSufficientPID',
    ],
    mustNotMatch: ['Node node-a status is now: NodeHasDiskPressure'],
  },
];
