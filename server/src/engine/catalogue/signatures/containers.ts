/** Sandboxes and containers of a pod: creating, starting and ending them. */
import type { Signature } from '../signature';

export const containerSignatures: readonly Signature[] = [
  {
    id: 'pod-sandbox-create-failed',
    title: { en: 'Pod sandbox could not be created', zh: 'Pod 沙箱创建失败' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      { literal: 'create pod sandbox', regex: /[Ff]ailed (?:to )?create pod sandbox\b/, versions: 'kubelet 1.8-1.30' },
      {
        literal: 'reatePodSandbox',
        regex: /[Cc]reatePodSandbox(?:Error\b| for pod failed\b| for pod [^\n]{1,400}? failed\b)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'create sandbox for pod',
        regex: /[Ff]ailed to create sandbox for pod\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'create a sandbox for pod',
        regex: /[Ff]ailed to create a sandbox for pod\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'sandbox container',
        regex:
          /failed to (?:set up sandbox container \\*"(?<sandbox>[0-9a-f]{12,64})\\*" network for pod|(?:start|create) sandbox container for pod)\b/,
        versions: 'dockershim 1.8-1.23, cri-dockerd',
      },
      {
        literal: 'RunPodSandbox from runtime',
        regex: /RunPodSandbox from runtime service failed/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'FailedCreatePodSand', regex: /\bFailedCreatePodSand[Bb]ox\b/ },
      {
        literal: 'ailed to create pod infra',
        regex: /[Ff]ailed to create pod infra container\b/,
        versions: 'kubelet 1.0-1.5',
      },
      {
        literal: 'generate sandbox config',
        regex: /[Ff]ailed to generate sandbox config for pod\b/,
        versions: 'kubelet 1.6 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The pod's pause container or its network could not be set up, so none of its containers can start.",
      zh: 'Pod 的 pause 容器或网络没建起来，Pod 里的容器都无法启动。',
    },
    usualCauses: {
      en: 'CNI failure, a runtime that answers too late, cgroup trouble, or a pause image that cannot be pulled.',
      zh: 'CNI 失败、运行时响应超时、cgroup 问题，或 pause 镜像拉取失败。',
    },
    firstCheck: {
      en: '`kubectl describe pod`; the text behind the last colon names the network plug-in, the runtime or the image.',
      zh: '`kubectl describe pod`；最后一个冒号后会指明是网络插件、运行时还是镜像。',
    },
    remedy: { en: 'Cure the inner error; kubelet retries by itself.', zh: '解决内层错误即可，kubelet 会自动重试。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go',
      'kubernetes/kubernetes:pkg/kubelet/dockershim/docker_sandbox.go',
    ],
    matches: [
      'E0623 18:33:35.148371   32141 kuberuntime_sandbox.go:41] "Failed to generate sandbox config for pod" err="open /etc/resolv.conf: no such file or directory" pod="kube-system/kube-scheduler-node-a"',

      'E0513 10:31:02.118020    2211 docker_manager.go:1955] Failed to create pod infra container: no such image; Skipping pod "api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)"',

      'Warning  FailedCreatePodSandBox  12s (x9 over 4m)  kubelet, node-17  Failed create pod sandbox: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.118020    2211 kuberuntime_manager.go:693] createPodSandbox for pod "web-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)" failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.118020    2211 kuberuntime_sandbox.go:72] "Failed to create sandbox for pod" err="rpc error: code = Unknown desc = boom" pod="shop/web-0"',
      'E0513 10:31:02.118020    2211 kuberuntime_manager.go:801] failed to create a sandbox for pod "web-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)": boom',
      'failed to start sandbox container for pod "web-0": Error response from daemon: boom',
      'E0513 10:31:02.118020    2211 remote_runtime.go:109] RunPodSandbox from runtime service failed: rpc error: code = Unknown desc = boom',
      '{"reason":"FailedCreatePodSandBox","message":"boom","type":"Warning"}',
    ],
    mustNotMatch: [
      'Created pod sandbox for web-0',
      'I0513 10:31:02.118020    2211 remote_runtime.go:161] StopPodSandbox from runtime service returned',
    ],
  },
  {
    id: 'pod-sandbox-changed',
    title: { en: 'Pod sandbox is gone and will be re-created', zh: 'Pod 沙箱已变化，将重建' },
    category: 'pod-failure',
    severity: 'info',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'od sandbox changed',
        regex: /[Pp]od sandbox changed, it will be killed and re-created/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'The sandbox died or is unknown to the runtime, so kubelet builds the whole pod anew.',
      zh: '沙箱已退出或运行时查不到，kubelet 会整个重建 Pod。',
    },
    usualCauses: {
      en: 'The runtime or the node was restarted, or the sandbox fails again and again in its network set-up.',
      zh: '运行时或节点重启过，或沙箱反复卡在网络配置上。',
    },
    firstCheck: {
      en: 'Many pods in one minute: look for a restart. One pod again and again: its sandbox errors',
      zh: '同一分钟多个 Pod：查重启；单个 Pod 反复：查沙箱报错',
    },
    remedy: { en: 'None after a restart; otherwise cure the sandbox error.', zh: '重启后属正常；否则解决沙箱报错。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go'],
    matches: [
      'Normal  SandboxChanged  1s (x4 over 46s)  kubelet, worker-3  Pod sandbox changed, it will be killed and re-created.',
    ],
    mustNotMatch: ['No ready sandbox for pod "web-0_shop" can be found. Need to start a new one'],
  },
  {
    id: 'pod-container-create-failed',
    title: { en: 'A container could not be created or started', zh: '容器创建或启动失败' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['event', 'kubelet', 'dockerd', 'containerd'],
    wordings: [
      { literal: 'ContainerError', regex: /\b(?:Create|Run|Start)ContainerError\b/, versions: 'kubelet 1.8-1.30' },
      { literal: 'CreateContainerConfigError', regex: /\bCreateContainerConfigError\b/, versions: 'kubelet 1.8-1.30' },
      { literal: 'ErrImageNeverPull', regex: /\bErrImageNeverPull\b/ },
      { literal: 'InvalidImageName', regex: /\bInvalidImageName\b/ },
      { literal: 'failed to start container', regex: /[Ee]rror: failed to start container\b/ },
      {
        literal: 'failed to create container',
        regex: /[Ee]rror: failed to create container(?:d (?:task|container))?\b/,
      },
      {
        literal: 'to mount image volume: ',
        regex: /[Ee]rror: failed to mount image volume: /,
        versions: 'kubelet 1.31 and later',
      },
      { literal: 'failed to generate container', regex: /[Ee]rror: failed to generate container\b/ },
      {
        literal: 'from runtime service failed',
        regex: /\bStartContainer (?:\\*"(?<container>[0-9a-f]{12,64})\\*" )?from runtime service failed/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'CreateContainer in sandbox',
        regex: /\bCreateContainer in sandbox (?:\\*"(?<sandbox>[0-9a-f]{12,64})\\*" )?from runtime service failed/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'containerd: start container',
        regex: /\bcontainerd: start container\b/,
        versions: 'docker 1.11-1.13',
      },
      {
        literal: 'reate container failed with error',
        regex: /[Cc]reate container failed with error:/,
        versions: 'docker 1.11-1.13',
      },
      {
        literal: 'Error: context deadline exceeded',
        regex: /\bError: context deadline exceeded\b/,
        versions: 'kubelet 1.8-1.30, Event Failed',
      },
      {
        literal: 'Failed to start container ',
        regex: /Failed to start container (?<container>[0-9a-f]{64}): /,
        versions: 'docker 1.10 and later, at its own start',
      },
      {
        literal: 'Error running pod ',
        regex: /Error running pod \\*"[^"\n]{1,300}" container \\*"[^"\n]{1,300}": /,
        versions: 'kubelet 1.0-1.1',
      },
      {
        literal: 'making pod data directories',
        regex: /[Ee]rror making pod data directories\b/,
        versions: 'kubelet 1.2 and later',
      },
      {
        literal: 'annot start container ',
        regex: /(?:API error \(\d{3}\)|Error response from daemon): Cannot start container [0-9a-f]{12,64}/,
        versions: 'docker 1.5-1.10',
      },
      {
        literal: 'Error: Error response from',
        regex: /\bError: Error response from daemon: /,
        versions: 'kubelet 1.6 and later, Event Failed',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime or kubelet refused to make or start the container; the inner text says why.',
      zh: '运行时或 kubelet 无法创建/启动容器，原因在内层报错。',
    },
    usualCauses: {
      en: 'A missing ConfigMap or Secret, a bad command or image, a mount that fails, a cgroup or runc error.',
      zh: '缺少 ConfigMap/Secret、命令或镜像有误、挂载失败、cgroup 或 runc 报错。',
    },
    firstCheck: {
      en: '`kubectl describe pod`; the text behind `Error:` names a volume, a config map or the runtime.',
      zh: '`kubectl describe pod`；`Error:` 之后会指明是卷、ConfigMap 还是运行时。',
    },
    remedy: { en: 'Cure the inner error.', zh: '解决内层错误。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_container.go',
      'kubernetes/kubernetes:pkg/kubelet/images/types.go',
    ],
    matches: [
      'Warning  Failed  8s  kubelet  Error: failed to mount image volume: ImageVolumeMountFailed: boom',
      'Warning  Failed  1m (x7 over 1m)  kubelet, node-a  Error: Error response from daemon: invalid bind mount spec',

      'Failed to start with docker id 843f7989c3e0 with error: API error (500): Cannot start container 843f7989c3e0f08c208998b90c1e8fe5e71b8690e6f38062ddc5d4a7858a40f8: [8] System error: boom',

      'Warning  FailedMakePodDataDirectories  3s  kubelet  error making pod data directories: boom',

      'E0513 10:31:02.728489   26303 manager.go:1579] Error running pod "api-0_shop" container "api": no such image',

      'time="2021-05-13T02:27:57.004211000Z" level=error msg="Failed to start container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b: boom"',

      'Warning  Failed  3s (x2 over 5m)  kubelet  Error: context deadline exceeded',
      'failed to "StartContainer" for "api" with RunContainerError: "boom"',
      'failed to "StartContainer" for "api" with CreateContainerConfigError: "boom"',
      'Warning  Failed  3s  kubelet  Error: ErrImageNeverPull',
      'Warning  InspectFailed  3s  kubelet  Error: InvalidImageName',
      'Warning  Failed  3s (x2 over 9s)  kubelet  Error: failed to start container "api": Error response from daemon: boom',
      'Warning  Failed  3s (x2 over 9s)  kubelet  Error: failed to create containerd task: boom',
      'Warning  Failed  3s  kubelet  Error: failed to generate container "3c7ca4d2bc771088" spec: boom',
      'E0513 10:31:02.118020    2211 remote_runtime.go:251] StartContainer "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d" from runtime service failed: rpc error: code = Unknown desc = boom',
      'E0513 10:31:02.118020    2211 remote_runtime.go:224] CreateContainer in sandbox "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d" from runtime service failed: rpc error: code = Unknown desc = boom',
      'May 13 10:31:02 node-17 dockerd[911]: time="2022-05-13T10:31:02.288446233+08:00" level=error msg="containerd: start container" error="oci runtime error: boom" id=3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d',
      'time="2022-05-13T10:31:02.317965799+08:00" level=error msg="Create container failed with error: invalid header field value"',
    ],
    mustNotMatch: [
      'Created container api',
      'level=info msg="StartContainer for 3c7ca4d2bc77 returns successfully"',
      'level=info msg="containerd: start listening"',
    ],
  },
  {
    id: 'pod-init-setns-failed',
    title: { en: "runc's first process in the container died", zh: 'runc 在容器内的首个进程退出' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'dockerd', 'kubelet', 'event', 'containerd'],
    wordings: [
      {
        literal: 'running exec setns process',
        regex: /running exec setns process for init caused \\*"exit status (?<status>[0-9]+)/,
        versions: 'runc 1.0-rc, docker 1.12-18.09',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'runc could not enter the new namespaces: its helper process ended with an exit status before the container began.',
      zh: 'runc 进入新命名空间失败，辅助进程在容器启动前就带状态码退出。',
    },
    usualCauses: {
      en: 'Fragmented or exhausted memory (status 6 or 12), exhausted namespaces, or a kernel that refuses them.',
      zh: '内存碎片化或耗尽（状态码 6、12）、命名空间用尽，或内核不允许。',
    },
    firstCheck: {
      en: '`dmesg` for `page allocation failure` in the same second; `cat /proc/buddyinfo`',
      zh: '查同一秒 `dmesg` 中的 `page allocation failure`；`cat /proc/buddyinfo`',
    },
    remedy: { en: 'Free memory, compact it, update kernel and runtime.', zh: '释放或整理内存，升级内核和运行时。' },
    source: ['https://github.com/opencontainers/runc/issues/1740'],
    matches: [
      'time="2022-05-13T10:31:02+08:00" level=error msg="containerd: start container" error="oci runtime error: container_linux.go:247: starting container process caused \\"process_linux.go:245: running exec setns process for init caused \\\\\\"exit status 6\\\\\\"\\"\\n" id=3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d',
    ],
    mustNotMatch: ['starting container process caused "exec: \\"/run.sh\\": permission denied"'],
  },
  {
    id: 'pod-entrypoint-failed',
    title: { en: "The container's command cannot be executed", zh: '容器启动命令无法执行' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'event', 'kubelet', 'dockerd', 'containerd'],
    wordings: [
      {
        literal: 'executable file not found',
        regex:
          /(?<!(?:looking for path of|failed to start shim|runtime validation|apparmor_parser version|load apparmor profile)[^\n]{0,80})exec: \\*"[^"\n]{1,300}": executable file not found in \$PATH/,
      },
      {
        literal: 'not found in $PATH',
        regex: /executable file `[^`\n]{1,300}` not found in \$PATH/,
        versions: 'crun',
      },
      { literal: 'exec format error', regex: /\bexec format error\b/ },
      {
        literal: ': stat /',
        regex: /exec: \\*"[^"\n]{1,300}": stat \/[^\s:]{0,300}: no such file or directory/,
      },
      { literal: 'permission denied', regex: /exec: \\*"[^"\n]{1,300}": permission denied/ },
      {
        literal: 'ontainer command ',
        regex:
          /[Cc]ontainer command (?:\\*\S{0,80} )?(?:not found or does not exist|could not be invoked|cannot be invoked)\b/,
        versions: 'docker 1.9-1.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program named as command does not exist in the image, may not be executed, or is built for another architecture.',
      zh: '启动命令在镜像里不存在、没有执行权限，或架构不符。',
    },
    usualCauses: {
      en: 'A wrong command or image, or an image for another architecture.',
      zh: '命令或镜像写错，或镜像架构与节点不同。',
    },
    firstCheck: {
      en: "The pod's `command` and the image's entry point",
      zh: '核对 Pod 的 `command` 和镜像的 ENTRYPOINT',
    },
    remedy: { en: 'Correct the command or the image.', zh: '修正命令或镜像。' },
    source: ['opencontainers/runc:libcontainer/standard_init_linux.go'],
    matches: [
      'time="2016-05-13T02:27:57.004211000Z" level=error msg="Handler for POST /containers/0d8b2f7c53ea/start returned error: Container command not found or does not exist."',
      "Warning  Failed  3s  kubelet  Failed to start container with docker id 0d8b2f7c53ea with error: Error response from daemon: Container command '/srv/run' could not be invoked.",

      'Error: failed to start container "api": Error response from daemon: OCI runtime create failed: exec: \\"/app/serve\\": stat /app/serve: no such file or directory: unknown',
      'starting container process caused: exec: "nignx": executable file not found in $PATH: unknown',
      'Container creation error: executable file `/bin/serve` not found in $PATH: No such file or directory',
      'standard_init_linux.go:219: exec user process caused: exec format error',
      'exec: "/run.sh": permission denied: unknown',
    ],
    mustNotMatch: [
      'Error: failed to create containerd task: failed to start shim: exec: "containerd-shim": executable file not found in $PATH: unknown',

      'open /etc/app/config.yaml: no such file or directory',
      'open /etc/app/config.yaml: permission denied',
    ],
  },
  {
    id: 'pod-config-missing',
    title: { en: 'A ConfigMap or Secret of the pod is missing', zh: 'Pod 引用的 ConfigMap 或 Secret 不存在' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      { literal: 'configmap ', regex: /\bconfigmap \\*"[^"\s]{1,253}" not found/ },
      { literal: ': secret ', regex: /: secret \\*"[^"\s]{1,253}" not found/ },
      { literal: "couldn't find key", regex: /couldn't find key \S{1,253} in (?:ConfigMap|Secret) / },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod refers to an object, or a key in it, that does not exist.',
      zh: 'Pod 引用的对象或其中的键不存在。',
    },
    usualCauses: {
      en: 'The object was not created, or has another name or namespace.',
      zh: '对象未创建，或名称、命名空间不符。',
    },
    firstCheck: {
      en: '`kubectl -n NAMESPACE get configmap,secret`',
      zh: '执行 `kubectl -n NAMESPACE get configmap,secret`',
    },
    remedy: { en: 'Create the object.', zh: '创建该对象。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_pods.go'],
    matches: [
      'Warning  Failed  3s (x2 over 9s)  kubelet  Error: configmap "api-config" not found',
      'Warning  Failed  3s (x2 over 9s)  kubelet  Error: secret "api-secret" not found',
      "Error: couldn't find key password in Secret shop/api-secret",
    ],
    mustNotMatch: ['image "api-config" not found', 'nodes "node-17" not found'],
  },
  {
    id: 'pod-config-unloaded',
    title: { en: 'kubelet has not loaded a ConfigMap or Secret yet', zh: 'kubelet 尚未加载 ConfigMap 或 Secret' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    weakBelow: { least: 5, per: 'pod' },
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'not registered',
        regex: /object \\*"[^"\n]{1,100}"\/\\*"[^"\n]{1,253}" not registered/,
        versions: 'kubelet 1.19-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "kubelet mounts the pod's volumes before it knows the pod's objects; short after its start that goes away by itself.",
      zh: 'kubelet 在得知 Pod 的对象之前就挂载其卷；刚启动后会自行消失。',
    },
    usualCauses: {
      en: 'A start of kubelet, a pod that has ended, an API server out of reach.',
      zh: 'kubelet 刚启动、Pod 已结束，或连不上 API Server。',
    },
    firstCheck: { en: 'Whether it goes on for minutes for the same pod', zh: '看同一 Pod 是否持续数分钟' },
    remedy: { en: 'Wait; restart kubelet when it stays.', zh: '等待；持续出现时重启 kubelet。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/util/manager/watch_based_manager.go'],
    matches: ['MountVolume.SetUp failed for volume "cfg" : object "shop"/"api-config" not registered'],
    mustNotMatch: ['Warning  Failed  3s (x2 over 9s)  kubelet  Error: configmap "api-config" not found'],
  },
  {
    id: 'pod-hook-failed',
    title: { en: "A container's lifecycle hook failed", zh: '容器生命周期钩子失败' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      { literal: 'PostStartHook', regex: /\b(?:PostStartHook failed|FailedPostStartHook|PostStartHookError)\b/ },
      { literal: 'PreStopHook', regex: /\b(?:PreStopHook failed|FailedPreStopHook)\b/ },
      {
        literal: 'reStop hook',
        regex:
          /[Pp]reStop hook (?:for container \\*"[^"\n]{1,100}" did not complete in [0-9]+ seconds|failed|not completed in grace period)/,
      },
      { literal: 'lifecycle hook', regex: /(?:Exec|Http|HTTP) lifecycle hook \([^\n]{0,300}?failed - error/ },
      {
        literal: 'reStop hook for ',
        regex: /[Pp]reStop hook for (?:container|pod)\b[^\n]{1,400}? failed\b/,
        versions: 'kubelet 1.2-1.20',
      },
      {
        literal: 'lifecycle hook for Container',
        regex: /(?:Exec|HTTP) lifecycle hook for Container in Pod failed\b/,
        versions: 'kubelet 1.26 and later',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'The command or request that runs after start or before stop failed or took too long.',
      zh: '容器启动后或停止前的钩子失败或超时。',
    },
    usualCauses: {
      en: 'A wrong command, a slow service behind it, or a runtime that does not run commands.',
      zh: '命令有误、依赖的服务过慢，或运行时无法执行命令。',
    },
    firstCheck: { en: 'The hook of the pod and its output in the event', zh: '看 Pod 的钩子定义和事件中的输出' },
    remedy: { en: 'Repair the hook; it delays start and end of the pod.', zh: '修复钩子；它会拖慢 Pod 的启动和终止。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/lifecycle/handlers.go',
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_container.go',
    ],
    matches: [
      'E0710 12:12:12.340212    1899 handlers.go:78] "Exec lifecycle hook for Container in Pod failed" err="command \'/opt/register.sh\' exited with 7: boom" containerName="app" pod="shop/cart-0"',
      'E0513 10:31:02.118020    2211 kuberuntime_container.go:593] PreStop hook for container "api" failed: command \'/bin/drain\' exited with 126: ',

      'Warning  FailedPostStartHook  4s  kubelet  PostStartHook failed',
      'Warning  FailedPreStopHook  4s  kubelet  PreStopHook failed',
      'W0513 10:31:02.118020    2211 kuberuntime_container.go:610] preStop hook for container "api" did not complete in 30 seconds',
      'Exec lifecycle hook ([/bin/drain]) for Container "api" in Pod "web-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)" failed - error: command \'/bin/drain\' exited with 1: , message: ""',
    ],
    mustNotMatch: [
      '"Running lifecycle hook for Container" pod="shop/cart-0"',
      'Running preStop hook for container "api"',
    ],
  },
  {
    id: 'pod-sandbox-kill-failed',
    title: { en: 'A container or sandbox of a pod could not be killed', zh: 'Pod 的容器或沙箱无法停止' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      { literal: 'KillPodSandboxError', regex: /\bKillPodSandboxError\b/, versions: 'kubelet 1.8-1.30' },
      { literal: 'KillContainerError', regex: /\bKillContainerError\b/, versions: 'kubelet 1.8-1.30' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet wanted to end the pod but the runtime or the network plug-in did not do its part, so the pod stays Terminating.',
      zh: 'kubelet 要停掉 Pod，但运行时或网络插件没完成，Pod 停在 Terminating。',
    },
    usualCauses: {
      en: 'A runtime that does not answer, a CNI delete that fails, a process stuck in the kernel.',
      zh: '运行时无响应、CNI 删除失败，或进程卡在内核态。',
    },
    firstCheck: {
      en: '`crictl pods`; the log of the network plug-in, if the quoted error names it.',
      zh: '`crictl pods`；若引号内的错误点名网络插件，看其日志。',
    },
    remedy: { en: 'Cure runtime or CNI; kubelet retries.', zh: '修复运行时或 CNI，kubelet 会重试。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/container/sync_result.go'],
    matches: [
      'error killing pod: failed to "KillPodSandbox" for "5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" with KillPodSandboxError: "boom"',
      'failed to "KillContainer" for "api" with KillContainerError: "boom"',
    ],
    mustNotMatch: ['failed to "CreatePodSandbox" for "web-0" with CreatePodSandboxError: "boom"'],
  },
  {
    id: 'sandbox-stop-failed',
    title: { en: 'The runtime did not stop a sandbox', zh: '运行时未能停止沙箱' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      { literal: 'ailed to stop sandbox', regex: /[Ff]ailed to stop sandbox \{?\\*"/, versions: 'kubelet 1.8-1.20' },
      {
        literal: 'ailed to stop sandbox',
        regex: /[Ff]ailed to stop sandbox\\*" err=/,
        versions: 'kubelet 1.22-1.30',
      },
      {
        literal: 'StopPodSandbox',
        regex:
          /StopPodSandbox (?:\\*"(?<sandbox>[0-9a-f]{12,64})\\*" )?from runtime service failed(?![^\n]{0,300}(?:for|from) (?:sandbox|network))/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The runtime failed or refused to stop a pod's sandbox; the pod cannot be removed until it does.",
      zh: '运行时停止沙箱失败，Pod 在此之前无法删除。',
    },
    usualCauses: {
      en: 'A runtime past its deadline, a network plug-in that cannot tear down, lost state after a restart.',
      zh: '运行时超时、网络插件无法清理，或重启后状态丢失。',
    },
    firstCheck: {
      en: 'The text behind `failed:`; `crictl pods` on the node',
      zh: '看 `failed:` 之后的内容；节点上执行 `crictl pods`',
    },
    remedy: {
      en: 'Heal the runtime or CNI; restart the runtime if it hangs.',
      zh: '修复运行时或 CNI，卡死时重启运行时。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go',
      'kubernetes/kubernetes:pkg/kubelet/cri/remote/remote_runtime.go',
    ],
    matches: [
      'E0513 10:31:02.118020    2211 kuberuntime_manager.go:895] Failed to stop sandbox {"containerd" "f3b13040ed132c357489b55333a973e9c2e025b31848d65b4350f9475e435bfe"}',
      'E0513 10:31:02.118020    2211 kuberuntime_gc.go:176] "Failed to stop sandbox" err="boom" sandboxID="f3b1"',
      'E0513 10:31:02.118020    2211 remote_runtime.go:128] StopPodSandbox "f3b13040ed132c357489b55333a973e9c2e025b31848d65b4350f9475e435bfe" from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    ],
    mustNotMatch: [
      'E0117 19:22:01.440021    1530 log.go:32] "StopPodSandbox from runtime service failed" err="rpc error: code = Unknown desc = failed to destroy network for sandbox \\"b1f04c7be2b4\\": boom" podSandboxID="b1f04c7be2b4"',
      'level=info msg="StopPodSandbox for f3b13040 returns successfully"',
    ],
  },
  {
    id: 'static-pod-manifest-broken',
    title: { en: 'A static pod manifest cannot be read', zh: '静态 Pod 清单无法解析' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' process manifest file',
        regex: /(?:Can't|Could not) process manifest file\b/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: "couldn't parse as pod",
        regex: /(?<path>\/\S{1,255}): couldn't parse as pod\b/,
        versions: 'kubelet 1.4 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A file in the manifest directory is no valid pod, so that part of the control plane is not started or keeps its old shape.',
      zh: '清单目录中的文件不是有效的 Pod，该控制面组件不会启动或保持旧配置。',
    },
    usualCauses: {
      en: 'A typing error, or a backup copy left in the directory.',
      zh: '编辑错误，或目录中残留备份文件。',
    },
    firstCheck: { en: 'The file named in the line.', zh: '看该行所示文件。' },
    remedy: { en: 'Repair or move the file.', zh: '修复或移走该文件。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/config/file.go'],
    matches: [
      'E0513 10:31:02.004211   14207 file.go:187] Can\'t process manifest file "/etc/kubernetes/manifests/etcd.yaml": /etc/kubernetes/manifests/etcd.yaml: couldn\'t parse as pod(yaml: line 3), please check config file',
      'E0513 10:31:02.004211   14207 file.go:108] "Could not process manifest file" err="boom" path="/etc/kubernetes/manifests/etcd.yaml"',
    ],
    mustNotMatch: ['processed manifest file of the image'],
  },
  {
    id: 'container-config-refused',
    title: { en: 'kubelet refused a container because of its settings', zh: '容器配置被 kubelet 拒绝' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'has runAsNonRoot and image',
        regex: /container has runAsNonRoot and image (?:will run as root|has non-numeric user)/,
        versions: 'kubelet 1.8 and later',
      },
      { literal: 'SysctlForbidden', regex: /\bSysctlForbidden\b/, versions: 'kubelet 1.8 and later' },
      {
        literal: 'forbidden sysctl',
        regex: /forbidden sysctl: /,
        versions: 'kubelet 1.11 and later',
      },
      {
        literal: 'cannot find volume ',
        regex: /cannot find volume \\*"(?<volume>[^"\n\\]{1,253})\\*" to mount into container/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'failed to prepare subPath',
        regex: /failed to prepare subPath for volumeMount\b/,
        versions: 'kubelet 1.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod asks for something that kubelet or its policy does not allow, or that is not there.',
      zh: 'Pod 请求了 kubelet 或策略不允许、或不存在的内容。',
    },
    usualCauses: {
      en: 'The security context, a sysctl that is not allowed, a sub path that is gone.',
      zh: '安全上下文、未允许的 sysctl，或子路径已不存在。',
    },
    firstCheck: {
      en: '`kubectl get pod -o yaml`: the member that the message names.',
      zh: '`kubectl get pod -o yaml`：消息所指的字段。',
    },
    remedy: { en: 'Change the pod or the policy.', zh: '修改 Pod 或策略。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/security_context.go',
      'kubernetes/kubernetes:pkg/kubelet/sysctl/allowlist.go',
    ],
    matches: [
      'Warning  Failed  3s  kubelet  Error: container has runAsNonRoot and image will run as root',
      'Warning  SysctlForbidden  2m  kubelet  forbidden sysctl: "net.core.somaxconn" not allowlisted',
      'Error: cannot find volume "data" to mount into container "api"',
      'Error: failed to prepare subPath for volumeMount "data" of container "api"',
    ],
    mustNotMatch: ['cannot find volume on the shelf'],
  },
  {
    id: 'exec-in-ended-container',
    title: { en: 'A command was to run in a container that has ended', zh: '命令要在已结束的容器中执行' },
    category: 'pod-failure',
    severity: 'info',
    role: 'context',
    emitters: ['runc', 'containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'cannot exec in a ',
        regex: /cannot exec in a (?:stopped|paused|deleted) (?:container|state)/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'cannot exec a container that has ',
        regex: /cannot exec a container that has (?:stopped|run and stopped)/,
        versions: 'runc before 1.1',
      },
      {
        literal: 'container not running (',
        regex: /container not running \((?<container>[0-9a-f]{12,64})\)/,
        versions: 'kubelet 1.8-1.23',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A probe or an exec came after the end of the container. Normal around restarts.',
      zh: '探针或 exec 在容器结束之后才到。重启前后属正常。',
    },
    usualCauses: { en: 'The container ended or is being restarted.', zh: '容器已结束或正在重启。' },
    firstCheck: { en: 'Why the container ended.', zh: '看容器为何结束。' },
    remedy: { en: 'None for single lines.', zh: '个别出现无需处理。' },
    source: ['opencontainers/runc:exec.go'],
    matches: [
      'OCI runtime exec failed: exec failed: cannot exec in a stopped container: unknown',
      'OCI runtime exec failed: exec failed: cannot exec a container that has stopped: unknown',
      'rpc error: code = Unknown desc = container not running (0d8b2f7c53ea)',
    ],
    mustNotMatch: ['cannot exec in a foreign namespace'],
  },
];
