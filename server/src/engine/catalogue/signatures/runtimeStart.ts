/** Runtimes that cannot start, panic, or speak another version than kubelet; and the lines that say they are up. */
import type { Signature } from '../signature';

export const runtimeStartSignatures: readonly Signature[] = [
  {
    id: 'docker-start-failed',
    title: { en: 'dockerd cannot start', zh: 'dockerd 无法启动' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'failed to start daemon',
        regex: /failed to start daemon(?:: |, ensure docker is not running)/,
        versions: 'docker 18.09 and later',
      },
      { literal: 'Error starting daemon', regex: /Error starting daemon: /, versions: 'docker 1.10-18.06' },
      {
        literal: 'failed to start containerd',
        regex: /failed to start containerd: /,
        versions: 'docker 18.09 and later',
      },
      {
        literal: 'configure the Docker daemon',
        regex: /unable to configure the Docker daemon with file\b/,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'pid file found, ensure',
        regex: /pid file found, ensure (?:docker|dockerd) is not running\b/,
        versions: 'docker 1.8 and later',
      },
      {
        literal: "can't create unix socket",
        regex: /can't create unix socket \S{1,120}docker\.sock/,
        versions: 'docker 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd exits while it starts; what it met stands behind it.',
      zh: 'dockerd 启动时退出，原因在其后。',
    },
    usualCauses: {
      en: 'A storage driver that does not come up, firewall rules that fail, a stale pid file, a wrong setting.',
      zh: '存储驱动初始化失败、防火墙规则失败、残留 pid 文件，或配置错误。',
    },
    firstCheck: {
      en: 'The text behind it; `journalctl -u docker -n 50`.',
      zh: '看其后的文字；执行 `journalctl -u docker -n 50`。',
    },
    remedy: { en: 'By that text.', zh: '按该文字处理。' },
    source: ['moby/moby:daemon/command/daemon.go'],
    matches: [
      'unable to configure the Docker daemon with file /etc/docker/daemon.json: the following directives are specified both as a flag and in the configuration file: hosts',
      'time="2017-05-13T02:27:47.004211000Z" level=fatal msg="pid file found, ensure docker is not running or delete /var/run/docker.pid"',
      'time="2017-05-13T02:27:47.004211000Z" level=fatal msg="can\'t create unix socket /var/run/docker.sock: boom"',

      'failed to start daemon: Error initializing network controller: boom',
      'time="2017-05-13T02:27:47.004211000Z" level=fatal msg="Error starting daemon: boom"',
      'failed to start containerd: timeout waiting for containerd to start',
    ],
    mustNotMatch: ['failed to start daemonset pod', 'Error starting the daemon of the printer'],
  },
  {
    id: 'runtime-child-exited',
    title: { en: 'k3s lost one of its parts', zh: 'k3s 的某个组件退出' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['containerd', 'any'],
    wordings: [
      {
        literal: 'containerd exited',
        regex: /(?:^|msg=\\*"|"msg":")containerd exited(?:: |\\*"|$)/,
        versions: 'k3s 1.22 and later, rke2',
      },
      {
        literal: 'containerd: exit status',
        regex: /(?:^|: )containerd: exit status \d{1,3}/,
        versions: 'k3s before 1.22',
      },
      {
        literal: 'containerd: signal: ',
        regex: /(?:^|: )containerd: signal: \w{3,20}/,
        versions: 'k3s before 1.22',
      },
      {
        literal: 'ubelet exited',
        regex: /[Kk]ubelet exited(?:: |\\*")/,
        versions: 'k3s, rke2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'containerd or kubelet inside k3s ended; k3s ends with it and is started again by systemd.',
      zh: 'k3s 内的 containerd 或 kubelet 退出，k3s 随之退出并由 systemd 重新拉起。',
    },
    usualCauses: {
      en: 'No memory, a full disk, a wrong setting, or a second containerd that holds the directory.',
      zh: '内存不足、磁盘已满、配置错误，或另一个 containerd 占用目录。',
    },
    firstCheck: {
      en: "containerd's own log: `/var/lib/rancher/k3s/agent/containerd/containerd.log`.",
      zh: '查看 containerd 自身日志：`/var/lib/rancher/k3s/agent/containerd/containerd.log`。',
    },
    remedy: { en: 'Cure what that log names.', zh: '按该日志处理。' },
    source: ['k3s-io/k3s:pkg/agent/containerd/containerd.go', 'k3s-io/k3s:pkg/executor/embed/embed.go'],
    matches: [
      'time="2023-05-13T02:27:47Z" level=fatal msg="containerd exited: exit status 1"',
      'May 13 10:31:02 node-a k3s[811]: containerd: signal: killed',
      'May 13 10:31:02 node-a k3s[811]: containerd: exit status 1',
      'time="2023-05-13T02:27:47Z" level=error msg="kubelet exited: boom"',
    ],
    mustNotMatch: ['containerd: exit requested', 'level=info msg="containerd exited gracefully after drain of docs"'],
  },
  {
    id: 'runtime-came-up',
    title: { en: 'The container runtime answers', zh: '容器运行时已应答' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'recovery',
    ends: [
      'cri-unavailable',
      'docker-daemon-unreachable',
      'kubelet-runtime-down',
      'runtime-sanity-failed',
      'runtime-not-ready',
      'cri-version-mismatch',
    ],
    // Whoever starts before the runtime asks in vain for some seconds.
    excusesMs: 30_000,
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'ontainer runtime initialized',
        regex: /[Cc]ontainer runtime initialized\b/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: ' initialized, version: ',
        regex: /Container runtime (?<runtime>\S{1,30}) initialized, version: /,
        versions: 'kubelet 1.5-1.20',
      },
      { literal: 'ontainerd is now running', regex: /[Cc]ontainerd is now running/, versions: 'k3s, rke2' },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'kubelet or k3s reached the runtime for the first time.', zh: 'kubelet 或 k3s 首次连上运行时。' },
    usualCauses: { en: 'A start of kubelet.', zh: 'kubelet 启动。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go',
      'k3s-io/k3s:pkg/agent/containerd/containerd.go',
    ],
    matches: [
      'I0513 10:31:02.004211   14207 kuberuntime_manager.go:258] "Container runtime initialized" containerRuntime="containerd" version="1.7.2" apiVersion="v1"',
      'I0513 10:31:02.004211   14207 kuberuntime_manager.go:186] Container runtime docker initialized, version: 1.13.1, apiVersion: 1.26.0',
      'time="2022-05-13T02:27:47Z" level=info msg="Containerd is now running"',
    ],
    mustNotMatch: ['Container runtime network not ready'],
  },
  {
    id: 'cri-version-mismatch',
    title: { en: 'kubelet and runtime speak different CRI versions', zh: 'kubelet 与运行时的 CRI 版本不一致' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'unknown service runtime.v1',
        regex: /unknown service runtime\.v1(?:alpha2)?\.(?:RuntimeService|ImageService)/,
        versions: 'kubelet 1.20 and later, crictl',
      },
      {
        literal: 'Minimum supported API version',
        regex:
          /client version (?<client>[\d.]{3,8}) is too old\. Minimum supported API version is (?<server>[\d.]{3,8})/,
        versions: 'docker 25 and later',
      },
      {
        literal: 'client is newer than server',
        regex:
          /client is newer than server \(client API version: (?<client>[\d.]{3,8}), server API version: (?<server>[\d.]{3,8})\)/,
        versions: 'docker 1.5-23.0',
      },
      {
        literal: 'remote runtime typed version',
        regex: /get remote runtime typed version failed\b/,
        versions: 'kubelet 1.20-1.25',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime does not offer the CRI version that kubelet asks for, or its CRI plug-in is switched off.',
      zh: '运行时不提供 kubelet 所需的 CRI 版本，或其 CRI 插件被关闭。',
    },
    usualCauses: {
      en: 'containerd from a docker package with `disabled_plugins = ["cri"]`, or a runtime that is too old or too new.',
      zh: 'docker 软件包附带的 containerd 设置了 `disabled_plugins = ["cri"]`，或运行时过旧、过新。',
    },
    firstCheck: {
      en: '`/etc/containerd/config.toml`; `containerd --version`.',
      zh: '查看 `/etc/containerd/config.toml`；执行 `containerd --version`。',
    },
    remedy: {
      en: 'Write a fresh configuration (`containerd config default`), restart containerd, align the versions.',
      zh: '重新生成配置（`containerd config default`），重启 containerd，对齐版本。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/cri/remote/remote_runtime.go', 'containerd/containerd:internal/cri'],
    matches: [
      'Error: failed to run Kubelet: failed to create kubelet: get remote runtime typed version failed: rpc error: code = Unimplemented desc = boom',

      'E0513 18:51:03.545610       1 manager.go:971] Failed to list containers: Error response from daemon: client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
      'Error response from daemon: client is newer than server (client API version: 1.24, server API version: 1.21)',

      'E0513 10:31:02.004211   14207 run.go:74] "command failed" err="failed to run Kubelet: validate service connection: validate CRI v1 runtime API for endpoint \\"unix:///run/containerd/containerd.sock\\": rpc error: code = Unimplemented desc = unknown service runtime.v1.RuntimeService"',
    ],
    mustNotMatch: ['unknown service shop.v1.Orders'],
  },
  {
    id: 'grpc-message-too-large',
    title: { en: 'An answer of the runtime is too large', zh: '运行时的应答超出大小上限' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'containerd', 'any'],
    wordings: [
      {
        literal: ' message larger than max',
        regex:
          /(?<!not an metav1\.Status: [^\n]{0,200})grpc: (?:trying to send|received) message larger than max \((?<size>\d{1,12}) vs\. (?<limit>\d{1,12})\)/,
        versions: 'grpc-go',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'There are so many containers on the node, mostly dead ones, that their list no longer fits into one message: every list fails.',
      zh: '节点上容器过多（多为已退出者），列表超出单条消息上限：每次列表都会失败。',
    },
    usualCauses: {
      en: 'Dead containers that are never removed, very long environment variables or annotations.',
      zh: '已退出容器长期未清理，或环境变量、注解过长。',
    },
    firstCheck: { en: '`crictl ps -a | wc -l`', zh: '执行 `crictl ps -a | wc -l`。' },
    remedy: { en: 'Remove dead containers and sandboxes by hand.', zh: '手动清理已退出的容器与沙箱。' },
    source: ['grpc/grpc-go:rpc_util.go', 'https://github.com/kubernetes/kubernetes/issues/63858'],
    matches: [
      'E0513 10:31:02.004211   14207 remote_runtime.go:262] ListContainers with filter nil from runtime service failed: rpc error: code = ResourceExhausted desc = grpc: trying to send message larger than max (8396508 vs. 8388608)',
    ],
    mustNotMatch: ['message larger than the box'],
  },
  {
    id: 'containerd-start-failed',
    title: { en: 'containerd or its CRI part does not come up', zh: 'containerd 或其 CRI 部分启动失败' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'ailed to run CRI service',
        regex: /[Ff]ailed to run CRI service\b/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'ailed to create CRI service',
        regex: /[Ff]ailed to create CRI service\b/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'failed to load plugin',
        regex:
          /failed to load plugin(?: \\*"?io\.containerd\.grpc\.v1\.cri\b|\\*"[^\n]{0,600}? id=io\.containerd\.(?:grpc\.v1\.cri|cri\.v1)\b)/,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'failed to load TOML',
        regex: /containerd: failed to load TOML\b/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'ailed to recover state',
        regex: /[Ff]ailed to recover state: /,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'invalid disabled plugin URI',
        regex: /containerd: invalid disabled plugin URI\b/,
        versions: 'containerd 1.3-1.7',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'containerd runs without its Kubernetes part, or not at all; kubelet finds nobody to talk to.',
      zh: 'containerd 的 Kubernetes 部分未运行，或整体未运行，kubelet 无对象可连。',
    },
    usualCauses: {
      en: 'A configuration that does not fit the version, damaged state after a crash, or a missing cgroup controller.',
      zh: '配置与版本不符、崩溃后状态损坏，或缺少 cgroup 控制器。',
    },
    firstCheck: {
      en: 'The `error=` field; `containerd config dump`.',
      zh: '看 `error=` 字段；执行 `containerd config dump`。',
    },
    remedy: {
      en: 'Repair the configuration; move the damaged state aside on a drained node.',
      zh: '修复配置；在排空的节点上移走损坏的状态。',
    },
    source: [
      'containerd/containerd:internal/cri/server/service.go',
      'containerd/containerd:cmd/containerd/server/server.go',
    ],
    matches: [
      'containerd: invalid disabled plugin URI "cri" expect io.containerd.x.vx',

      'time="2022-05-13T02:27:47.004211000Z" level=fatal msg="Failed to run CRI service" error="boom"',
      'failed to create CRI service: boom',
      'time="2022-05-13T02:27:47.004211000Z" level=warning msg="failed to load plugin io.containerd.grpc.v1.cri" error="invalid plugin config: boom"',
      'time="2025-05-13T02:27:47.004211000Z" level=warning msg="failed to load plugin" error="boom" id=io.containerd.cri.v1.runtime type=io.containerd.cri.v1',
      'containerd: failed to load TOML: /etc/containerd/config.toml: boom',
      'failed to recover state: failed to list sandbox containers: boom',
    ],
    mustNotMatch: [
      'failed to load plugin io.containerd.snapshotter.v1.btrfs',
      'time="2025-05-13T02:27:47Z" level=info msg="failed to load plugin" error="skip plugin" id=io.containerd.snapshotter.v1.zfs',
    ],
  },
  {
    id: 'containerd-state-lost',
    title: { en: 'containerd could not take over a running container', zh: 'containerd 重启后未能接管容器' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'ailed to load container status for',
        regex: /[Ff]ailed to load container status for \\*"(?<container>[0-9a-f]{12,64})/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'ailed to load sandbox status for',
        regex: /[Ff]ailed to load sandbox status for \\*"(?<sandbox>[0-9a-f]{12,64})/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'failed to load shim ',
        regex: /failed to load shim (?<path>\/\S{1,255})/,
        versions: 'containerd 1.6 and later',
      },
      {
        literal: 'failed to load sandbox ',
        regex: /failed to load sandbox (?<sandbox>[0-9a-f]{12,64})\b/,
        versions: 'containerd 1.7 and later',
      },
      {
        literal: 'Failed to load container ',
        regex: /Failed to load container (?<container>[0-9a-f]{12,64}): /,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'sandbox container task',
        regex: /failed to get sandbox container task: /,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'no running task found',
        regex: /no running task found: (?:container not created|task (?<container>[0-9a-f]{12,64}) not found)/,
        versions: 'containerd 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'After its restart containerd does not know whether this container runs; its state becomes unknown.',
      zh: '重启后 containerd 不清楚该容器是否在运行，其状态变为未知。',
    },
    usualCauses: {
      en: 'The shim was killed with containerd, or its directory under /run is gone after a reboot.',
      zh: 'shim 随 containerd 被杀，或重启后 /run 下的目录已丢失。',
    },
    firstCheck: {
      en: '`ps -ef | grep containerd-shim`; `KillMode=process` in the unit.',
      zh: '执行 `ps -ef | grep containerd-shim`；检查单元的 `KillMode=process`。',
    },
    remedy: {
      en: 'kubelet starts such pods anew; set `KillMode=process`.',
      zh: 'kubelet 会重建这类 Pod；设置 `KillMode=process`。',
    },
    source: [
      'containerd/containerd:internal/cri/server/restart.go',
      'containerd/containerd:core/runtime/v2/shim_load.go',
    ],
    matches: [
      'Warning  Failed  88m  kubelet  Error: failed to get sandbox container task: boom',
      'Error: failed to start containerd task: no running task found: container not created: not found',

      'time="2024-05-13T02:27:47.004211000Z" level=error msg="failed to load sandbox 0d8b2f7c53ea" error="boom"',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="Failed to load container 0d8b2f7c53ea: open /var/lib/docker/containers/0d8b2f7c53ea/config.v2.json: no such file or directory"',

      'time="2022-05-13T02:27:47.004211000Z" level=error msg="Failed to load container status for \\"0d8b2f7c53ea\\"" error="boom"',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="Failed to load sandbox status for \\"9b3f4f1f0a2d\\"" error="boom"',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="failed to load shim /run/containerd/io.containerd.runtime.v2.task/k8s.io/0d8b2f7c53ea" error="boom"',
    ],
    mustNotMatch: ['failed to load shim library'],
  },
];
