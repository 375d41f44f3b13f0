/** How kubelet sees its container runtime: calls that fail or run out of time, and what it concludes. */
import type { Signature } from '../signature';

export const kubeletRuntimeSignatures: readonly Signature[] = [
  {
    id: 'dockershim-op-timeout',
    title: { en: 'Docker does not answer kubelet in time', zh: 'Docker 未在时限内响应 kubelet' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'operation timeout: context deadline exceeded',
        regex: /operation timeout: context deadline exceeded/,
        versions: 'kubelet 1.5-1.23, cri-dockerd',
      },
      {
        literal: 'dockertools.operationTimeout',
        regex: /dockertools\.operationTimeout\{/,
        versions: 'kubelet 1.3-1.5',
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
      'E0513 10:29:02.004211    6953 kubelet.go:2019] Error listing containers: dockertools.operationTimeout{err:(*errors.errorString)(0xc8200110c0)}',
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
        literal: 'code = DeadlineExceeded desc',
        // Volume plug-ins, network plug-ins and etcd clients speak gRPC too; they are no runtime. A pull waits for its registry.
        regex:
          /rpc error: code = DeadlineExceeded desc = (?!failed to exec in container: timeout|command )(?<!(?:Volume|[Cc]si[._ -]|CSI|etcd[ -]?(?:server|client|endpoints)|[Pp]ull[ I]|ErrImagePull|plugin type=)[^\n]{0,400})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'code = 4 desc = context deadline',
        regex: /rpc error: code = 4 desc = context deadline exceeded(?<!(?:[Pp]ull[ I]|ErrImagePull)[^\n]{0,400})/,
        versions: 'kubelet 1.6-1.7',
      },
      {
        literal: 'Error: context deadline',
        regex: /(?:^|kubelet[^\n]{0,120}\s)Error: context deadline exceeded\s{0,4}$/,
        versions: "reason `Failed` of kubelet's Events",
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
      '  Warning  Failed  53s (x3 over 9m)  kubelet  Error: context deadline exceeded',
      'E1008 15:57:31.375889    6996 remote_runtime.go:277] ListContainers with filter &ContainerFilter{} from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'E0513 10:29:02.004211   14207 remote_runtime.go:163] ListPodSandbox with filter nil from runtime service failed: rpc error: code = 4 desc = context deadline exceeded',
    ],
    mustNotMatch: [
      'Get https://10.0.0.1:6443/api/v1/nodes: context deadline exceeded',
      'rpc error: code = DeadlineExceeded desc = failed to exec in container: timeout 1s exceeded: context deadline exceeded',
      'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    ],
  },
  {
    id: 'cri-unavailable',
    title: { en: 'The container runtime is not running', zh: '容器运行时没有运行' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'dial unix',
        regex:
          /dial unix (?<path>[^\s":\\]{0,120}(?:containerd|crio|cri-dockerd|dockershim)\.sock)\\*"?: (?:connect: )?(?:connection refused|no such file or directory)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'code = Unavailable desc',
        regex:
          /rpc error: code = Unavailable desc = (?:transport is closing|grpc: the connection is unavailable|error reading from server: (?:EOF|read unix[^\n]{0,160}))(?<=(?:runtime service|retrieve pods|sanity check|garbage collection|[Ss]andbox|[Cc]ontainer|image service)[^\n]{0,400})/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'code = 14 desc = grpc: the connection',
        regex: /code = 14 desc = grpc: the connection is unavailable/,
        versions: 'kubelet 1.6-1.7',
      },
      {
        literal: '.sock: timeout',
        regex: /dial unix:?(?:\/\/)? ?(?<path>\/[^\s":\\]{0,120}\.sock): timeout/,
        versions: 'docker 18.09 and later, kubelet 1.8-1.30',
      },
      {
        literal: 'failed to connect to {',
        regex:
          /grpc: addrConn\.createTransport failed to connect to \{[^\n]{0,20}?(?<path>\/[^\s"\\]{0,120}(?:containerd|crio|cri-dockerd|dockershim)\.sock)/,
        versions: 'kubelet 1.11-1.25, docker 18.09 and later',
      },
      {
        literal: 'error reading from server: read unix',
        regex:
          /error reading from server: read unix [^\n]{0,40}?->(?<path>\/[^\s":\\]{0,120}(?:containerd|crio|cri-dockerd)\.sock)/,
        versions: 'kubelet 1.24 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Nobody answers on the runtime's socket: containerd, CRI-O or cri-dockerd is down or restarting.",
      zh: '运行时套接字无人应答：containerd、CRI-O 或 cri-dockerd 未运行或正在重启。',
    },
    usualCauses: {
      en: 'The runtime was stopped, crashed, was killed by the OOM killer, or cannot start.',
      zh: '运行时被停止、崩溃、被 OOM killer 杀死，或无法启动。',
    },
    firstCheck: {
      en: '`systemctl status containerd` (or crio) and its log just before the first such line.',
      zh: '`systemctl status containerd`（或 crio），以及首条此类日志之前的运行时日志。',
    },
    remedy: { en: 'Start it; find out what ended it.', zh: '启动它；查明终止原因。' },
    source: ['grpc/grpc-go:internal/transport', 'kubernetes/kubernetes:pkg/kubelet/cri/remote/remote_runtime.go'],
    matches: [
      'Error: error reading from server: read unix @->/run/containerd/containerd.sock: read: connection reset by peer',

      'Error response from daemon: connection error: desc = "transport: error while dialing: dial unix:///run/containerd/containerd.sock: timeout"',
      'W0513 10:31:02.004211   14207 clientconn.go:1223] grpc: addrConn.createTransport failed to connect to {/run/containerd/containerd.sock  <nil> 0 <nil>}. Err :connection error: boom. Reconnecting...',
      'E0513 10:29:02.004211   14207 remote_runtime.go:116] "ListPodSandbox with filter from runtime service failed" err="rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: connection refused\\"" filter="nil"',
      'E0513 10:29:02.004211   14207 remote_runtime.go:332] ContainerStatus "0d8b2f7c53ea" from runtime service failed: rpc error: code = Unavailable desc = transport is closing',
      'E0513 10:29:02.004211   14207 remote_runtime.go:86] Version from runtime service failed: rpc error: code = 14 desc = grpc: the connection is unavailable',
    ],
    mustNotMatch: [
      'rpc error: code = Unavailable desc = etcdserver: leader changed',
      'dial unix /var/run/docker.sock: connect: connection refused',
    ],
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
        literal: 'docker.sock: ',
        regex: /dial unix [^\n ]{0,60}docker\.sock: (?:connect: )?(?:connection refused|no such file)/,
      },
      {
        literal: 'docker.sock: read: ',
        regex: /read unix [^\n ]{0,60}->\S{0,60}docker\.sock: read: (?:connection reset by peer|EOF)/,
        versions: 'docker client 1.9 and later',
      },
      {
        literal: 'error occurred trying to connect',
        regex: /An error occurred trying to connect: (?:Get|Post|Head) http:\/\/%2F\S{1,60}docker\.sock\//,
        versions: 'docker client 1.9-1.13',
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
      'E0513 10:31:02.727512    4077 kuberuntime_manager.go:238] rpc error: code = 2 desc = read unix @->/var/run/docker.sock: read: connection reset by peer',
      'E0513 10:31:02.727512    4077 docker_manager.go:238] Failed to execute Info() call to the Docker client: An error occurred trying to connect: Get http://%2Fvar%2Frun%2Fdocker.sock/info: EOF',

      'rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'E0229 19:37:23.064312    8731 generic.go:164] GenericPLEG: Unable to retrieve pods: cannot connect to Docker endpoint',
      'dial unix /var/run/docker.sock: connect: connection refused',
    ],
    mustNotMatch: ['cannot connect to the database'],
  },
  {
    id: 'cri-call-failed',
    title: { en: 'A call to the container runtime failed', zh: '对容器运行时的调用失败' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'from runtime service failed',
        regex:
          /\b(?<method>ListPodSandbox|PodSandboxStatus|PortForward|CreateContainer|StartContainer|StopContainer|ListContainers|ContainerStatus|UpdateContainerResources|ExecSync|Exec|Attach|ContainerStats|ListContainerStats|ListPodSandboxStats|PodSandboxStats|Version|Status|UpdateRuntimeConfig|ReopenContainerLog|CheckpointContainer)\b(?: \\*"(?<container>[0-9a-f]{12,64})\\*")?[^\n]{0,600}?from runtime service failed/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'from image service failed',
        regex: /\b(?<method>ListImages|ImageStatus|ImageFsInfo)\b[^\n]{0,300}?from image service failed/,
        versions: 'kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One call of kubelet to the runtime failed. Which methods fail tells what is stuck: only one container, or the whole daemon (lists).',
      zh: 'kubelet 对运行时的一次调用失败。看失败的方法可知卡住范围：仅某个容器，还是整个守护进程（列表类调用）。',
    },
    usualCauses: { en: 'What the inner error names.', zh: '见内层错误。' },
    firstCheck: {
      en: 'The same call by hand (`crictl ps`, `crictl inspect`); the text behind `rpc error` says how it failed.',
      zh: '手动执行同一调用（`crictl ps`、`crictl inspect`）；`rpc error` 之后说明失败方式。',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/cri/remote/remote_runtime.go'],
    matches: [
      'E0513 10:29:02.004211   14207 remote_image.go:83] ImageStatus "pause:3.1" from image service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:29:02.004211   14207 remote_image.go:136] "ListImages with filter from image service failed" err="rpc error: code = Unknown desc = boom" filter="nil"',

      'E0513 10:29:02.004211   14207 remote_runtime.go:169] ListPodSandbox with filter nil from runtime service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:29:02.004211   14207 remote_runtime.go:349] StopContainer "0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b" from runtime service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:29:02.004211   14207 remote_runtime.go:730] "ExecSync cmd from runtime service failed" err="rpc error: code = Unknown desc = boom" containerID="0d8b2f7c53ea" cmd=["/bin/probe"]',
    ],
    mustNotMatch: [
      'RunPodSandbox from runtime service failed: rpc error: code = Unknown desc = boom',
      'PullImage "api:1" from image service failed: rpc error: code = Unknown desc = boom',
    ],
  },
  {
    id: 'kubelet-runtime-down',
    title: { en: 'kubelet says the container runtime is down', zh: 'kubelet 判定容器运行时不可用' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    impact: 1,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'container runtime is down',
        regex: /container runtime is down/,
        versions: 'kubelet 1.2-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'open', fixedMs: 30_000 },
    meaning: {
      en: 'The runtime has not told its status for at least thirty seconds.',
      zh: '运行时至少三十秒没有报告状态。',
    },
    usualCauses: {
      en: 'The daemon is stopped, restarting, or hangs so that even `version` gets no answer.',
      zh: '守护进程已停止、正在重启，或卡死到连 `version` 也不应答。',
    },
    firstCheck: {
      en: '`systemctl status docker containerd`; `crictl version` with a stop watch.',
      zh: '执行 `systemctl status docker containerd`；计时执行 `crictl version`。',
    },
    remedy: { en: 'Start the runtime or cure its hang.', zh: '启动运行时或解除其卡死。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/runtime.go'],
    matches: [
      'I0229 19:43:15.342791    9009 kubelet.go:2341] skipping pod synchronization - [container runtime is down]',
    ],
    mustNotMatch: ['container runtime status check may not have completed yet'],
  },
  {
    id: 'runtime-sanity-failed',
    title: { en: 'The runtime did not answer the status check', zh: '运行时状态检查无应答' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ontainer runtime sanity check failed',
        regex: /[Cc]ontainer runtime sanity check failed/,
        versions: 'kubelet 1.4-1.30',
      },
      {
        literal: 'ontainer runtime status is nil',
        regex: /[Cc]ontainer runtime status is nil/,
        versions: 'kubelet 1.6-1.30',
      },
      {
        literal: 'et runtime version failed',
        regex: /[Gg]et runtime version failed\b/,
        versions: 'kubelet 1.6-1.30',
      },
      {
        literal: 'server is not initialized yet',
        regex: /desc = server is not initialized yet/,
        versions: 'containerd 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The status call to the runtime failed. Every 5 seconds: refused at once; every 2 minutes: hung.',
      zh: '对运行时的状态调用失败。间隔 5 秒为立即拒绝，间隔 2 分钟为卡住。',
    },
    usualCauses: { en: 'The runtime is down or hangs.', zh: '运行时未运行或卡死。' },
    firstCheck: {
      en: '`crictl info` and `systemctl status` of the runtime; once is a restart, again and again a runtime that hangs.',
      zh: '`crictl info` 以及运行时的 `systemctl status`；仅一次是重启，反复出现则是运行时挂起。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kuberuntime_manager.go:172] Get runtime version failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 remote_runtime.go:434] Status from runtime service failed: rpc error: code = Unknown desc = server is not initialized yet',
      'E0513 10:31:02.004211   14207 kubelet.go:2130] Container runtime sanity check failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kubelet.go:2347] "Container runtime sanity check failed" err="boom"',
      'E0513 10:31:02.004211   14207 kubelet.go:2352] "Container runtime status is nil"',
    ],
    mustNotMatch: ['sanity check failed for volume data'],
  },
  {
    id: 'runtime-not-ready',
    title: { en: 'The runtime says that it is not ready', zh: '运行时报告自身未就绪' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'untime not ready',
        regex: /[Cc]ontainer runtime not ready/,
        versions: 'kubelet 1.6-1.30',
      },
      {
        literal: 'DockerDaemonNotReady',
        regex: /\bDockerDaemonNotReady\b/,
        versions: 'dockershim, cri-dockerd',
      },
      {
        literal: 'RuntimeReady=false',
        regex: /RuntimeReady=false reason:/,
        versions: 'kubelet 1.6-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime answered, and its answer is that it cannot work.',
      zh: '运行时有应答，但表示自己无法工作。',
    },
    usualCauses: {
      en: 'With docker: dockerd did not answer `version`. With others: see the reason in the line.',
      zh: '使用 docker 时：dockerd 未应答 `version`。其他运行时：见该行 reason。',
    },
    firstCheck: {
      en: '`crictl info`: whether RuntimeReady or NetworkReady is false; `systemctl status` of the runtime.',
      zh: '`crictl info`：RuntimeReady 与 NetworkReady 哪个为 false；运行时的 `systemctl status`。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:pkg/kubelet/dockershim/docker_service.go',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 kubelet.go:2137] Container runtime not ready: RuntimeReady=false reason:DockerDaemonNotReady message:docker: failed to get docker version: boom',
      'E0513 10:31:02.004211   14207 kubelet.go:2373] "Container runtime not ready" runtimeReady="RuntimeReady=false reason:ContainerdNotReady message:boom"',
    ],
    mustNotMatch: ['Container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:boom'],
  },
  {
    id: 'failed-kill-pod',
    title: { en: 'A pod cannot be stopped', zh: 'Pod 无法停止' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['event', 'kubelet'],
    wordings: [
      { literal: 'error killing pod', regex: /error killing pod: /, versions: 'kubelet 1.8-1.30' },
      {
        literal: 'killPodWithSyncResult failed',
        regex: /killPodWithSyncResult failed\b/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'FailedKillPod', regex: /\bFailedKillPod\b/, versions: 'Event reason' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet could not end a container or the sandbox of the pod; the pod stays Terminating.',
      zh: 'kubelet 无法结束 Pod 的容器或沙箱，Pod 停留在 Terminating。',
    },
    usualCauses: {
      en: '"KillContainer": the runtime or a process that cannot die. "KillPodSandbox": the network plug-in.',
      zh: 'KillContainer：运行时或杀不死的进程。KillPodSandbox：网络插件。',
    },
    firstCheck: {
      en: '`crictl pods` and `crictl ps -a` for that pod; the line says in which phase it failed.',
      zh: '用 `crictl pods` 和 `crictl ps -a` 查看该 Pod；该行说明在哪个阶段失败。',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:pkg/kubelet/container/sync_result.go',
    ],
    matches: [
      'Warning  FailedKillPod  2m (x9 over 20m)  kubelet  error killing pod: failed to "KillContainer" for "api" with KillContainerError: "rpc error: code = Unknown desc = boom"',
      'E0513 10:31:02.004211   14207 kubelet.go:1775] "killPodWithSyncResult failed" err="boom"',
    ],
    mustNotMatch: ['Killing pod because it was deleted'],
  },
  {
    id: 'pod-grace-exceeded',
    title: { en: 'The runtime did not kill a pod in time', zh: '运行时未在宽限期内终止 Pod' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'did not kill the pod within',
        regex: /[Cc]ontainer runtime did not kill the pod within specified grace period/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'ExceededGracePeriod', regex: /\bExceededGracePeriod\b/, versions: 'Event reason' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The grace period and its slack are over and the runtime has not reported the end of the pod.',
      zh: '宽限期及余量已过，运行时仍未报告 Pod 结束。',
    },
    usualCauses: {
      en: 'A slow runtime, or a process in uninterruptible sleep.',
      zh: '运行时响应慢，或进程处于不可中断睡眠。',
    },
    firstCheck: {
      en: "`ps -eo pid,stat,wchan,cmd | grep ' D'`; the runtime's log.",
      zh: "执行 `ps -eo pid,stat,wchan,cmd | grep ' D'`；查看运行时日志。",
    },
    remedy: { en: 'Cure the runtime or the disk.', zh: '修复运行时或磁盘。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/pod_workers.go'],
    matches: [
      'Warning  ExceededGracePeriod  1m  kubelet  Container runtime did not kill the pod within specified grace period.',
    ],
    mustNotMatch: ['Container did not exit within the stop timeout'],
  },
  {
    id: 'kubelet-list-failed',
    title: { en: 'kubelet cannot list containers or their state', zh: 'kubelet 无法获取容器列表或状态' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to list pod sandboxes',
        regex: /[Ff]ailed to list pod sandboxes\b/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'rror listing containers', regex: /[Ee]rror listing containers\b/, versions: 'kubelet 1.8-1.30' },
      { literal: 'ailed cleaning pods', regex: /[Ff]ailed cleaning pods\b/, versions: 'kubelet 1.4-1.30' },
      {
        literal: 'getPodContainerStatuses for pod',
        regex: /getPodContainerStatuses for pod [^\n]{0,400}?failed\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'ailed to list all containers',
        regex: /[Ff]ailed to list all containers\b/,
        versions: 'kubelet 1.13 and later',
      },
      {
        literal: 'ailed to get pod stats',
        regex: /[Ff]ailed to get pod stats\b/,
        versions: 'kubelet 1.9 and later',
      },
      { literal: 'getKubeletContainers failed', regex: /getKubeletContainers failed\b/, versions: 'kubelet 1.5-1.20' },
      { literal: 'istPodSandbox failed', regex: /\bListPodSandbox failed\b/, versions: 'kubelet 1.5-1.20' },
      { literal: 'istContainers failed', regex: /\bListContainers failed\b/, versions: 'kubelet 1.5-1.20' },
      { literal: 'ListImages failed', regex: /\bListImages failed\b/, versions: 'kubelet 1.5-1.20' },
      {
        literal: 'nable to get pod sandbox status',
        regex: /[Uu]nable to get pod sandbox status\b/,
        versions: 'Event FailedPodSandBoxStatus',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One of the loops of kubelet got no list from the runtime.',
      zh: 'kubelet 的某个循环未能从运行时取得列表。',
    },
    usualCauses: { en: 'The runtime is down or does not answer.', zh: '运行时没有运行或不应答。' },
    firstCheck: {
      en: '`time docker ps -a` or `time crictl ps -a`.',
      zh: '`time docker ps -a` 或 `time crictl ps -a`。',
    },
    remedy: { en: 'Cure the runtime.', zh: '修复运行时。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime', 'kubernetes/kubernetes:pkg/kubelet/kubelet_pods.go'],
    matches: [
      'Warning  FailedPodSandBoxStatus  3s  kubelet  Unable to get pod sandbox status: rpc error: code = Unknown desc = boom',

      'E0513 10:31:02.004211   14207 kuberuntime_container.go:323] getKubeletContainers failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_sandbox.go:211] ListPodSandbox failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_container.go:385] ListContainers failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kuberuntime_image.go:106] ListImages failed: rpc error: code = Unknown desc = boom',

      'E0513 10:31:02.004211   14207 kuberuntime_sandbox.go:198] Failed to list pod sandboxes: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.004211   14207 kubelet_pods.go:1029] Error listing containers: boom',
      'E0513 10:31:02.004211   14207 kubelet.go:2053] "Failed cleaning pods" err="boom"',
      'E0513 10:31:02.004211   14207 kuberuntime_manager.go:948] getPodContainerStatuses for pod "api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)" failed: boom',
      'E0513 10:31:02.004211   14207 log_metrics.go:66] failed to get pod stats: failed to list all containers: boom',
    ],
    mustNotMatch: ['Cleaning pods of finished jobs'],
  },
  {
    id: 'container-termination-failed',
    title: { en: 'kubelet could not end a container in its grace period', zh: 'kubelet 未能在宽限期内结束容器' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ermination failed with gracePeriod',
        regex: /[Tt]ermination failed with gracePeriod\b/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The request to stop the container failed; why stands behind it.',
      zh: '停止容器的请求失败，原因在其后。',
    },
    usualCauses: { en: 'The runtime does not answer, or a process cannot die.', zh: '运行时不应答，或进程杀不死。' },
    firstCheck: {
      en: 'Is its process stuck (`ps -eo pid,stat,wchan,cmd`), or does the runtime not answer (`crictl ps`)?',
      zh: '其进程是否卡住（`ps -eo pid,stat,wchan,cmd`），还是运行时没有应答（`crictl ps`）？',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_container.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kuberuntime_container.go:714] "Container termination failed with gracePeriod" err="boom" pod="shop/api-0" containerName="api" gracePeriod=30',
      'E0513 10:31:02.004211   14207 kuberuntime_container.go:601] Container "docker://0d8b2f7c53ea" termination failed with gracePeriod 30: boom',
    ],
    mustNotMatch: ['Killing container with a grace period" gracePeriod=30'],
  },
];
