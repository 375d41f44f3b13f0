/** kubelet's own loops: the pod life cycle generator, skipped syncs, housekeeping, its health check. */
import type { Signature } from '../signature';

export const plegSignatures: readonly Signature[] = [
  {
    id: 'pleg-relist-failed',
    title: { en: 'PLEG cannot list pods', zh: 'PLEG 无法列出 Pod' },
    category: 'pleg-unhealthy',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    impact: 1,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'GenericPLEG: Unable to retrieve pods',
        regex: /GenericPLEG: Unable to retrieve pods/,
        versions: 'kubelet 1.2-1.30',
      },
      {
        literal: 'PLEG: Ignoring events for pod',
        regex: /PLEG: Ignoring events for pod\b(?![^\n]{0,300}No such container)/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'PLEG: Write status', regex: /PLEG: Write status\\*" err=/, versions: 'kubelet 1.22-1.30' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The list call of one round of the pod life cycle generator failed.',
      zh: 'Pod 生命周期事件生成器的一轮列表调用失败。',
    },
    usualCauses: { en: 'The runtime is down or does not answer.', zh: '运行时没有运行或不应答。' },
    firstCheck: {
      en: '`time docker ps` or `time crictl ps`; the log of the runtime at that moment.',
      zh: '`time docker ps` 或 `time crictl ps`；运行时在该时刻的日志。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pleg/generic.go'],
    matches: [
      'E0513 10:29:04.304211   14207 generic.go:294] PLEG: Ignoring events for pod api-0/shop: rpc error: code = Unknown desc = boom',
      'E0513 10:29:04.304211   14207 generic.go:453] "PLEG: Write status" err="boom" pod="shop/api-0"',
      'E0513 10:29:04.304211   14207 generic.go:197] GenericPLEG: Unable to retrieve pods: rpc error: code = Unknown desc = operation timeout: context deadline exceeded',
    ],
    mustNotMatch: [
      'E1109 13:42:47.913241    1370 generic.go:239] PLEG: Ignoring events for pod job-1/shop: rpc error: code = 2 desc = Error: No such container: 361e3aa81980a6',

      'V0513 10:29:04.304211   14207 generic.go:453] "PLEG: Write status" pod="shop/api-0"',
      'GenericPLEG: Relisting',
    ],
  },
  {
    id: 'pleg-unhealthy',
    title: { en: 'PLEG is not healthy', zh: 'PLEG 不健康' },
    category: 'pleg-unhealthy',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'pleg was last seen active',
        regex: /(?:PLEG is not healthy: )?pleg was last seen active (?<silent>[0-9hmsµu.n]+) ago/,
        versions: 'kubelet 1.3-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'silent', unit: 'go' },
    meaning: {
      en: 'No complete round of listing pods has succeeded for more than three minutes.',
      zh: '三分钟以上没有一轮完整的 Pod 列表成功。',
    },
    usualCauses: {
      en: "A runtime call fails or hangs; the root lies at the line's time minus the printed age.",
      zh: '对运行时的调用失败或挂起；根因在该行时间减去所示时长之处。',
    },
    firstCheck: {
      en: 'Runtime and kernel lines at that earlier moment; `time docker ps` or `crictl ps`.',
      zh: '查看那一时刻运行时与内核日志；`time docker ps` 或 `crictl ps`。',
    },
    remedy: { en: 'Cure the runtime; this is a symptom.', zh: '修复运行时；这只是症状。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pleg/generic.go'],
    matches: [
      'I0513 10:31:05.000001   14207 kubelet.go:1775] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s]',
    ],
    mustNotMatch: ['PLEG is not healthy: pleg has yet to be successful'],
  },
  {
    id: 'pleg-not-started',
    title: { en: 'PLEG has not run since kubelet started', zh: 'kubelet 启动后 PLEG 尚未运行' },
    category: 'pleg-unhealthy',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'pleg has yet to be successful',
        regex: /(?:[Ss]kipping pod synchronization[^\n]{0,200}?)?PLEG is not healthy: pleg has yet to be successful\]?/,
        versions: 'kubelet 1.13-1.30',
      },
      {
        literal: 'status check may not have completed yet',
        regex:
          /(?:[Ss]kipping pod synchronization[^\n]{0,200}?)?container runtime status check may not have completed yet[^\n]{0,200}/,
        versions: 'kubelet 1.13-1.30',
      },
      {
        literal: 'last seen active 2562047h',
        regex:
          /(?:[Ss]kipping pod synchronization[^\n]{0,200}?)?PLEG is not healthy: pleg was last seen active 2562047h[\w.]{1,40} ago(?:; threshold is [\w.]{2,12})?/,
        versions: 'kubelet 1.8-1.12, before its first round',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Normal in the seconds after a kubelet start: the first round has not ended yet.',
      zh: 'kubelet 启动后数秒内的正常现象：首轮尚未完成。',
    },
    usualCauses: { en: 'kubelet has just been started.', zh: 'kubelet 刚刚启动。' },
    firstCheck: {
      en: 'Nothing, unless it goes on for minutes: then whether the runtime answers.',
      zh: '通常无需检查；若持续数分钟则看运行时是否应答。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pleg/generic.go', 'kubernetes/kubernetes:pkg/kubelet/runtime.go'],
    matches: [
      'I0429 04:15:01.160048   32157 kubelet.go:1794] skipping pod synchronization - [container runtime is down PLEG is not healthy: pleg was last seen active 2562047h47m16.854775807s ago; threshold is 3m0s]',

      'E0513 09:21:03.000001   14207 kubelet.go:1855] skipping pod synchronization - [container runtime status check may not have completed yet, PLEG is not healthy: pleg has yet to be successful]',
      'E0513 09:21:03.000001   14207 kubelet.go:2016] "Skipping pod synchronization" err="container runtime status check may not have completed yet"',
      'E0513 09:21:03.000001   14207 kubelet.go:2016] "Skipping pod synchronization" err="PLEG is not healthy: pleg has yet to be successful"',
    ],
    mustNotMatch: ['PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s'],
  },
  {
    id: 'pleg-channel-full',
    title: { en: 'PLEG events are dropped, the queue is full', zh: 'PLEG 事件队列已满被丢弃' },
    category: 'pleg-unhealthy',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'vent channel is full, discard this relist',
        regex: /[Ee]vent channel is full, discard this relist\(\) cycle event/,
        versions: 'kubelet 1.14-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'More than a thousand container state changes wait to be handled.',
      zh: '等待处理的容器状态变化超过一千个。',
    },
    usualCauses: {
      en: "kubelet's sync loop is blocked, or very many containers start or die at once.",
      zh: 'kubelet 的同步循环被阻塞，或大量容器同时启动或退出。',
    },
    firstCheck: { en: 'How many pods changed in that minute.', zh: '看那一分钟有多少 Pod 变化。' },
    remedy: { en: 'Spread mass restarts; cure what blocks the loop.', zh: '错开大规模重启；解除循环阻塞。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pleg/generic.go'],
    matches: [
      'E0513 10:31:02.004211   14207 generic.go:331] "Event channel is full, discard this relist() cycle event"',
    ],
    mustNotMatch: ['Event channel is closed'],
  },
  {
    id: 'kubelet-skip-pod-sync',
    title: { en: 'kubelet does nothing for pods until a fault is gone', zh: 'kubelet 暂停处理 Pod，直至故障消除' },
    category: 'other',
    severity: 'info',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'kipping pod synchronization',
        regex: /[Ss]kipping pod synchronization/,
        versions: 'kubelet 1.2-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'As long as one of the listed reasons holds, kubelet neither starts nor stops pods.',
      zh: '只要所列原因之一成立，kubelet 就既不启动也不停止 Pod。',
    },
    usualCauses: { en: 'The reasons in the line.', zh: '该行所列原因。' },
    firstCheck: { en: 'Each reason by itself.', zh: '逐条检查原因。' },
    remedy: { en: 'Cure the reasons.', zh: '消除这些原因。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'I0229 19:43:15.342791    9009 kubelet.go:2341] skipping pod synchronization - [container runtime is down]',
      'E0513 10:31:02.004211   14207 kubelet.go:2211] "Skipping pod synchronization" err="boom"',
    ],
    mustNotMatch: ['Skipping pod status update for static pod'],
  },
  {
    id: 'kubelet-healthz-failed',
    title: { en: "kubelet's own health check answers 500", zh: 'kubelet 自身健康检查返回 500' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'GET /healthz: (',
        regex: /GET \/healthz: \([^)\n]{1,40}\) 500\b/,
        versions: 'kubelet 1.2-1.18',
      },
      {
        literal: 'resp=500',
        regex: /\bURI=\\*"\/healthz[^\n]{0,300}? resp=500\b/,
        versions: 'kubelet 1.19 and later',
      },
      {
        literal: 'healthz check syncloop failed',
        regex: /healthz check syncloop failed/,
        versions: 'kubelet 1.12-1.30',
      },
      {
        literal: 'Kubelet is unhealthy',
        regex: /Kubelet is unhealthy!/,
        versions: 'health-monitor.sh of GCE and GKE',
      },
      {
        literal: 'syncloop failed: reason withheld',
        regex: /\[-\]syncloop failed: reason withheld/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: ':10248/healthz',
        regex: /:10248\/healthz\b[^\n]{0,200}?(?:deadline exceeded|Client\.Timeout|failed with|status code 500)/,
        versions: 'kubeadm 1.8 and later, health checkers',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The sync loop of kubelet has not ended a round in time, so its health check fails and a supervisor will restart it.',
      zh: 'kubelet 的同步循环未按时完成一轮，健康检查失败，监护程序将重启它。',
    },
    usualCauses: {
      en: 'A call to the runtime or to a hanging volume blocks the loop.',
      zh: '对运行时的调用或挂死的卷阻塞了循环。',
    },
    firstCheck: {
      en: "What kubelet did last: `kill -QUIT` writes its goroutines; the runtime's log at that time.",
      zh: '看 kubelet 最后在做什么：`kill -QUIT` 会输出 goroutine；并查看当时运行时日志。',
    },
    remedy: { en: 'Cure what blocks the loop.', zh: '解除循环的阻塞。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/server/server.go',
      'kubernetes/kubernetes:cluster/gce/gci/health-monitor.sh',
    ],
    matches: [
      'Health check failed: Get "http://127.0.0.1:10248/healthz": context deadline exceeded',
      '[-]syncloop failed: reason withheld',
      'I0229 19:42:33.348255    8731 server.go:1086] GET /healthz: (91.598µs) 500',
      'I0513 10:31:02.004211   14207 httplog.go:90] "HTTP" verb="GET" URI="/healthz" latency="71.2µs" userAgent="curl/7.64.0" srcIP="127.0.0.1:51234" resp=500',
      'I0513 10:31:02.004211   14207 healthz.go:257] healthz check syncloop failed: sync Loop took longer than expected',
      'May 13 10:31:02 node-a health-monitor.sh[1123]: Kubelet is unhealthy!',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 server.go:796] GET /healthz: (43.4µs) 200 [[curl/7.64.0] 127.0.0.1:51234]',
    ],
  },
  {
    id: 'kubelet-housekeeping-slow',
    title: { en: 'kubelet is held up in its housekeeping', zh: 'kubelet 的例行清理耗时过长' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    // It should take one second; a little more is a busy node.
    quietUnderMs: 2000,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ousekeeping took longer than',
        regex:
          /[Hh]ousekeeping took longer than (?:15s|expected)[^\n]{0,160}?(?:actual=\\*"(?<took>[0-9hmsµu.n]{2,30})|seconds=(?<seconds>[0-9.]{1,12}))/,
        versions: 'kubelet 1.22-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 'go' },
    meaning: {
      en: 'The round that clears up after pods should take a second and took this long; meanwhile pods are not handled.',
      zh: '清理 Pod 的一轮本应一秒内完成，实际耗时如所示，期间不处理 Pod。',
    },
    usualCauses: {
      en: 'Slow calls to the runtime, a dead NFS mount, a slow disk, or cgroups that cannot be removed.',
      zh: '运行时调用慢、失联的 NFS 挂载、磁盘慢，或 cgroup 无法删除。',
    },
    firstCheck: { en: 'Runtime, NFS and disk lines in the same seconds.', zh: '看同一时刻的运行时、NFS 与磁盘日志。' },
    remedy: { en: 'Cure what is slow.', zh: '解决拖慢的对象。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kubelet.go:2431] "Housekeeping took longer than expected" err="housekeeping took too long" expected="1s" actual="12.4s"',
      'E0513 10:31:02.004211   14207 kubelet.go:2045] "Housekeeping took longer than 15s" err="housekeeping took too long" seconds=21.5',
    ],
    mustNotMatch: ['SyncLoop (housekeeping)'],
  },
];
