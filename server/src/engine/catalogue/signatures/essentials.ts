/** The signatures that the best known node failure is made of: lock waits, a runtime that does not answer, GC, PLEG, NotReady. */
import type { Signature } from '../signature';

export const essentialSignatures: readonly Signature[] = [
  {
    id: 'dockershim-op-timeout',
    title: { en: 'Docker does not answer kubelet in time', zh: 'Docker 未在时限内响应 kubelet' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'operation timeout: context deadline exceeded',
        regex: /operation timeout: context deadline exceeded/,
        versions: 'kubelet 1.5-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 120_000 },
    meaning: {
      en: 'dockerd accepted the call and did not answer within two minutes: it is slow or stuck, not down.',
      zh: 'dockerd 接受了调用但两分钟内没有应答：它是慢或卡住，而不是没有运行。',
    },
    usualCauses: {
      en: 'dockerd waits for a lock (xtables, a container), the disk, or the kernel.',
      zh: 'dockerd 在等锁（xtables、容器锁）、磁盘或内核。',
    },
    firstCheck: {
      en: '`time docker ps`; goroutine dump with `kill -USR1 $(pidof dockerd)`; look at what dockerd logged two minutes before.',
      zh: '`time docker ps`；用 `kill -USR1 $(pidof dockerd)` 取 goroutine 转储；看两分钟前 dockerd 的日志。',
    },
    remedy: {
      en: 'Remove what it waits for; a restart of dockerd frees a deadlock.',
      zh: '消除其等待的对象；死锁时重启 dockerd。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/dockershim/libdocker/kube_docker_client.go',
      'https://github.com/kubernetes/kubernetes/issues/42164',
    ],
    matches: [
      'E0513 10:29:02.004211   14207 remote_runtime.go:169] ListPodSandbox with filter nil from runtime service failed: rpc error: code = Unknown desc = operation timeout: context deadline exceeded',
    ],
    mustNotMatch: ['rpc error: code = DeadlineExceeded desc = context deadline exceeded'],
  },
  {
    id: 'cri-deadline-exceeded',
    title: { en: 'The container runtime does not answer in time', zh: '容器运行时未在时限内应答' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'containerd', 'cri-o', 'event'],
    wordings: [
      {
        literal: 'context deadline exceeded',
        regex: /rpc error: code = (?:DeadlineExceeded|4) desc = [^\n]{0,120}?context deadline exceeded/,
        versions: 'kubelet 1.6-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 120_000 },
    meaning: {
      en: 'A call to the runtime ran into its deadline: two minutes for most, four to create a sandbox.',
      zh: '对运行时的调用超过时限：多数为两分钟，创建沙箱为四分钟。',
    },
    usualCauses: {
      en: 'The runtime waits for the disk, the kernel, a lock, or too many requests at once.',
      zh: '运行时在等待磁盘、内核、锁，或同时请求过多。',
    },
    firstCheck: {
      en: "`crictl ps` and `crictl info` with a stop watch; the runtime's own log two to four minutes before.",
      zh: '计时执行 `crictl ps`、`crictl info`；查看两到四分钟前运行时自身日志。',
    },
    remedy: {
      en: 'Relieve disk and load; restart the runtime when it stays stuck.',
      zh: '缓解磁盘与负载压力；持续卡住时重启运行时。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cri/remote/remote_runtime.go',
      'https://github.com/containerd/containerd/issues/4604',
    ],
    matches: [
      'E1008 15:57:31.375889    6996 remote_runtime.go:277] ListContainers with filter &ContainerFilter{} from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    ],
    mustNotMatch: ['Get https://10.0.0.1:6443/api/v1/nodes: context deadline exceeded'],
  },
  {
    id: 'docker-daemon-unreachable',
    title: { en: 'Docker cannot be reached on its socket', zh: '无法连接 Docker 套接字' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'annot connect to',
        regex: /[Cc]annot connect to (?:the Docker daemon|Docker endpoint)/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'docker.sock',
        regex: /dial unix [^\n ]{0,60}docker\.sock: (?:connect: )?(?:connection refused|no such file)/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Nobody listens on the socket of dockerd: it is down or restarting.',
      zh: 'dockerd 的套接字无人监听：它没有运行或正在重启。',
    },
    usualCauses: {
      en: 'dockerd was stopped, crashed, or was killed by the OOM killer.',
      zh: 'dockerd 被停止、崩溃，或被 OOM killer 杀死。',
    },
    firstCheck: {
      en: '`systemctl status docker` and its log just before the first such line.',
      zh: '`systemctl status docker` 以及首条此类日志之前的 docker 日志。',
    },
    remedy: { en: 'Start it; find out what ended it.', zh: '启动它；查明终止原因。' },
    source: ['moby/moby:client/errors.go'],
    matches: [
      'rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'E0229 19:37:23.064312    8731 generic.go:164] GenericPLEG: Unable to retrieve pods: cannot connect to Docker endpoint',
      'dial unix /var/run/docker.sock: connect: connection refused',
    ],
    mustNotMatch: ['cannot connect to the database'],
  },
  {
    id: 'docker-api-error',
    title: { en: 'Docker answered after its client had left', zh: 'Docker 应答时客户端已离开' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'returned error: write unix',
        regex: /Handler for [A-Z]+ (?<path>\S+) returned error: write unix [^\n]{0,80}broken pipe/,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd finished a request whose client had given up: it had taken longer than the client waits.',
      zh: 'dockerd 完成请求时客户端已放弃：耗时超过了客户端的等待时间。',
    },
    usualCauses: {
      en: 'dockerd was stuck; this burst is often the end of the hang.',
      zh: 'dockerd 曾经卡住；成批出现通常意味着卡顿刚结束。',
    },
    firstCheck: { en: 'What dockerd waited for in the minutes before.', zh: '查看此前几分钟 dockerd 在等待什么。' },
    remedy: { en: 'As for the hang.', zh: '按卡顿的原因处理。' },
    source: ['https://github.com/moby/moby/issues/27607', 'https://github.com/awslabs/amazon-eks-ami/issues/195'],
    matches: [
      'time="2019-02-20T14:08:41.455014979Z" level=error msg="Handler for GET /v1.25/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"',
    ],
    mustNotMatch: ['Handler for GET /v1.25/images/x/json returned error: No such image: x'],
  },
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
      '  Warning  ContainerGCFailed  3m (x22 over 1h)   kubelet, node-a   operation timeout: context deadline exceeded',
    ],
    mustNotMatch: ['Image garbage collection failed once'],
  },
  {
    id: 'pleg-relist-failed',
    title: { en: 'PLEG cannot list pods', zh: 'PLEG 无法列出 Pod' },
    category: 'pleg-unhealthy',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'GenericPLEG: Unable to retrieve pods',
        regex: /GenericPLEG: Unable to retrieve pods/,
        versions: 'kubelet 1.2-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The list call of one round of the pod life cycle generator failed.',
      zh: 'Pod 生命周期事件生成器的一轮列表调用失败。',
    },
    usualCauses: { en: 'The runtime is down or does not answer.', zh: '运行时没有运行或不应答。' },
    firstCheck: { en: 'The error behind it.', zh: '看其后的错误。' },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pleg/generic.go'],
    matches: [
      'E0513 10:29:04.304211   14207 generic.go:197] GenericPLEG: Unable to retrieve pods: rpc error: code = Unknown desc = operation timeout: context deadline exceeded',
    ],
    mustNotMatch: ['GenericPLEG: Relisting'],
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
        regex: /pleg was last seen active (?<silent>[0-9hmsµu.n]+) ago/,
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
    id: 'node-became-not-ready',
    title: { en: 'The node declared itself NotReady', zh: '节点自行声明 NotReady' },
    category: 'node-notready',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [{ literal: 'ode became not ready', regex: /[Nn]ode became not ready/, versions: 'kubelet 1.4-1.30' }],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet set its Ready condition to False; the reason is in the message.',
      zh: 'kubelet 将 Ready 置为 False，原因在消息中。',
    },
    usualCauses: { en: 'PLEG, the runtime or the network plug-in.', zh: 'PLEG、运行时或网络插件。' },
    firstCheck: { en: 'The Message part of the line.', zh: '看该行的 Message 部分。' },
    remedy: { en: 'As the reason says.', zh: '按原因处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: [
      'I0513 10:31:04.000001   14207 kubelet_node_status.go:791] Node became not ready: {Type:Ready Status:False Reason:KubeletNotReady Message:PLEG is not healthy: pleg was last seen active 3m8.4s ago; threshold is 3m0s}',
      '"Node became not ready" node="node-a" condition={Type:Ready Status:False}',
    ],
    mustNotMatch: ['Node became ready'],
  },
  {
    id: 'node-notready-by-kubelet',
    title: { en: 'Node NotReady, recorded by kubelet', zh: 'kubelet 记录节点 NotReady' },
    category: 'node-notready',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'NodeNotReady event',
        regex: /Recording NodeNotReady event message for node/,
        versions: 'kubelet 1.4-1.18',
      },
      { literal: 'status is now: NodeNotReady', regex: /Node \S+ status is now: NodeNotReady/, versions: 'Event' },
      {
        literal: 'NodeNotReady',
        regex: /Recording event message for node"? node="[^"]{1,253}" event="NodeNotReady"/,
        versions: 'kubelet 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet is alive, reached the API server, and says itself that the node is not ready.',
      zh: 'kubelet 仍在运行且能访问 API Server，自行声明节点未就绪。',
    },
    usualCauses: {
      en: 'PLEG unhealthy, runtime down, network plug-in not ready.',
      zh: 'PLEG 不健康、运行时没有运行、网络插件未就绪。',
    },
    firstCheck: {
      en: '`kubectl describe node`: reason and message of the Ready condition.',
      zh: '`kubectl describe node`：Ready 条件的 reason 与 message。',
    },
    remedy: { en: 'As the reason says.', zh: '按原因处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_node_status.go'],
    matches: [
      'I0513 10:31:04.000001   14207 kubelet_node_status.go:443] Recording NodeNotReady event message for node node-a',
      'Node node-a status is now: NodeNotReady',
      'I0513 10:31:04.000001   14207 kubelet_node_status.go:554] "Recording event message for node" node="node-a" event="NodeNotReady"',
    ],
    mustNotMatch: ['Recording NodeReady event message for node node-a'],
  },
  {
    id: 'node-ready',
    title: { en: 'The node is Ready again', zh: '节点恢复 Ready' },
    category: 'node-notready',
    severity: 'info',
    role: 'recovery',
    ends: ['node-notready-by-kubelet', 'node-became-not-ready'],
    emitters: ['kubelet', 'event'],
    wordings: [
      { literal: 'NodeReady event', regex: /Recording NodeReady event message for node/ },
      { literal: 'status is now: NodeReady', regex: /Node \S+ status is now: NodeReady/ },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'kubelet set its Ready condition to True.', zh: 'kubelet 将 Ready 置为 True。' },
    usualCauses: { en: 'What kept the node from being ready has ended.', zh: '导致未就绪的原因已消失。' },
    firstCheck: { en: 'What ended just before.', zh: '看之前是什么结束了。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_node_status.go'],
    matches: [
      'I0513 11:20:12.000001   14207 kubelet_node_status.go:443] Recording NodeReady event message for node node-a',
      'Node node-a status is now: NodeReady',
    ],
    mustNotMatch: ['Node node-a status is now: NodeNotReady'],
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
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Normal in the first minutes after a kubelet start.', zh: 'kubelet 启动后头几分钟的正常现象。' },
    usualCauses: { en: 'Statistics are not there yet.', zh: '统计数据尚未就绪。' },
    firstCheck: { en: 'Nothing, unless it repeats.', zh: '除非重复出现，否则无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'E0513 09:21:03.000001   14207 kubelet.go:1234] Image garbage collection failed once. Stats initialization may not have completed yet: unable to find data for container /',
    ],
    mustNotMatch: ['Image garbage collection failed multiple times in a row: x'],
  },
];
