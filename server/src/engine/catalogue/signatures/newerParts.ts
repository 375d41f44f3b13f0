/** Parts that newer nodes have: tunnels from the API server, plug-ins for credentials, resizes in place, images as volumes, BPF, earlyoom. */
import type { Signature } from '../signature';

export const newerPartSignatures: readonly Signature[] = [
  {
    id: 'tunnel-without-agent',
    title: { en: 'The API server has no tunnel to a node', zh: 'API server 没有到节点的隧道' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-apiserver', 'event', 'any'],
    wordings: [
      {
        literal: 'No agent available',
        regex: /\bNo agent available\b/,
        versions: 'konnectivity 0.0.14 and later',
      },
      {
        literal: 'ailed to find Session for client',
        regex: /[Ff]ailed to find Session for client (?<node>[\w.-]{1,253})/,
        versions: 'k3s, rke2 1.17 and later',
      },
      {
        literal: 'proxy error from ',
        regex: /proxy error from \S{1,80} while dialing (?<address>[^\s,]{1,80}), code 50\d/,
        versions: 'k3s, rke2 1.22 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The API server reaches nodes and pods only through connections that agents on the nodes open; at present there is none. Logs, exec, webhooks and aggregated APIs fail.',
      zh: 'API server 只能通过节点上代理建立的连接访问节点和 Pod；目前没有这样的连接。日志、exec、webhook 和聚合 API 都会失败。',
    },
    usualCauses: {
      en: 'The agents do not run or cannot reach their port (8132, 9345) of every control plane node, a load balancer that sends all of them to one server, an expired certificate.',
      zh: '代理未运行，或无法访问每个控制平面节点的端口（8132、9345）；负载均衡把代理都送往同一服务器；证书过期。',
    },
    firstCheck: {
      en: 'The log of the agent on a node (`konnectivity-agent`, `k3s-agent`), and whether its port is open.',
      zh: '查看节点上代理（`konnectivity-agent`、`k3s-agent`）的日志，以及端口是否开放。',
    },
    remedy: {
      en: 'Open the port, tell the agents how many servers there are, restart the agents.',
      zh: '开放端口，告知代理服务器数量，重启代理。',
    },
    source: [
      'kubernetes-sigs/apiserver-network-proxy:pkg/server/backend_manager.go',
      'k3s-io/k3s:pkg/daemons/control/tunnel.go',
    ],
    matches: [
      'E0204 09:18:18.117021  230631 server.go:528] "Failed to get a backend" err="No agent available" dialID=3700009587795320630',
      'error dialing backend: failed to find Session for client node-7',
      'Error from server: Get "https://10.0.0.7:10250/containerLogs/shop/web-0/web": proxy error from 127.0.0.1:9345 while dialing 10.0.0.7:10250, code 502: 502 Bad Gateway',
    ],
    mustNotMatch: ['No agents are needed', 'agent available'],
  },
  {
    id: 'early-oom-kill',
    title: { en: 'earlyoom ends a process before memory is gone', zh: 'earlyoom 在内存耗尽前结束进程' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' SIGTERM to process ',
        regex:
          /sending SIGTERM to process (?<pid>\d{1,10})(?: uid \d{1,10})? \\*"(?<process>[^"\n]{1,40})\\*": (?:oom_score|badness)/,
        versions: 'earlyoom 1.3 and later',
      },
      {
        literal: ' SIGKILL to process ',
        regex:
          /sending SIGKILL to process (?<pid>\d{1,10})(?: uid \d{1,10})? \\*"(?<process>[^"\n]{1,40})\\*": (?:oom_score|badness)/,
        versions: 'earlyoom 1.3 and later',
      },
      {
        literal: 'low memory! at or below SIG',
        regex: /low memory! at or below SIG(?:TERM|KILL) limits/,
        versions: 'earlyoom 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Free memory and swap fell below the limits of earlyoom; it ends the process that holds the most.',
      zh: '空闲内存和交换空间低于 earlyoom 的限制；它会结束占用最多的进程。',
    },
    usualCauses: {
      en: 'Pods without limits, or limits that together exceed the machine.',
      zh: 'Pod 没有限制，或限制之和超过机器内存。',
    },
    firstCheck: {
      en: 'The memory of pods and daemons before that moment.',
      zh: '查看此前 Pod 和守护进程的内存。',
    },
    remedy: {
      en: 'Requests and limits that fit; on nodes leave it to kubelet to evict (`--avoid` for daemons of the node).',
      zh: '设置合适的 requests 和 limits；在节点上交给 kubelet 驱逐（对节点守护进程使用 `--avoid`）。',
    },
    source: ['rfjakob/earlyoom:kill.c'],
    matches: [
      'earlyoom[611]: sending SIGTERM to process 8132 uid 1000 "java": badness 801, VmRSS 5321 MiB',
      'earlyoom[611]: sending SIGKILL to process 8132 uid 1000 "java": oom_score 1201, VmRSS 5321 MiB, cmdline "java"',
      'earlyoom[611]: low memory! at or below SIGTERM limits: mem 10.00%, swap 10.00%',
    ],
    mustNotMatch: ['earlyoom[611]: mem avail:  3120 of 15898 MiB (19.62%), swap free:    0 of    0 MiB ( 0.00%)'],
  },
  {
    id: 'credential-plugin-failed',
    title: { en: 'kubelet gets no credentials for a registry', zh: 'kubelet 无法取得镜像仓库凭据' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'external registry credential provider',
        regex: /[Ff]ailed getting credential from external registry credential provider/,
        versions: 'kubelet 1.20 and later',
      },
      {
        literal: 'execing credential provider plugin',
        regex: /error execing credential provider plugin (?<process>[\w.-]{1,80})/,
        versions: 'kubelet 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The plug-in that fetches credentials for pulls failed; kubelet pulls without them and private images are refused.',
      zh: '获取拉取凭据的插件失败；kubelet 在没有凭据的情况下拉取，私有镜像会被拒绝。',
    },
    usualCauses: {
      en: "A configuration for another version of the plug-in, a role or identity of the machine without rights, the cloud's metadata out of reach.",
      zh: '配置与插件版本不符、机器的角色或身份没有权限、无法访问云元数据。',
    },
    firstCheck: {
      en: 'The text behind the last colon; run the plug-in by hand on the node.',
      zh: '查看最后一个冒号后的内容；在节点上手动运行插件。',
    },
    remedy: {
      en: 'The `apiVersion` that the plug-in speaks in the configuration, the rights for the identity.',
      zh: '在配置中使用插件支持的 `apiVersion`，为身份授权。',
    },
    source: ['kubernetes/kubernetes:pkg/credentialprovider/plugin/plugin.go'],
    matches: [
      'W0418 06:12:14.501218   14890 plugin.go:233] Failed getting credential from external registry credential provider: error execing credential provider plugin cloud-credential-provider for image registry.example.org/web:2: exit status 1',
      '"Failed getting credential from external registry credential provider" err="error execing credential provider plugin cloud-credential-provider for image registry.example.org/web:2: context deadline exceeded"',
    ],
    mustNotMatch: [
      'I1004 14:10:43.730789  769251 plugins.go:45] Registered credential provider "cloud-credential-provider"',
    ],
  },
  {
    id: 'pod-resize-refused',
    title: { en: 'A pod cannot be resized in place', zh: 'Pod 无法原地调整资源' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'Pod resize Infeasible',
        regex: /Pod resize Infeasible\b/,
        versions: 'kubelet 1.33 and later',
      },
      {
        literal: 'Pod resize Deferred',
        regex: /Pod resize Deferred\b/,
        versions: 'kubelet 1.33 and later',
      },
      {
        literal: 'ResizeInfeasible',
        regex: /\bResizeInfeasible\b/,
        versions: 'kubelet 1.32 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The node has not the resources that the pod should get now (Deferred) or could never have them (Infeasible); the pod goes on with what it has.',
      zh: '节点当前没有 Pod 要求的资源（Deferred），或永远不可能有（Infeasible）；Pod 继续使用现有资源。',
    },
    usualCauses: {
      en: 'A full node, a request above what the node can allocate, a static policy of the CPU or memory manager, swap.',
      zh: '节点已满、请求超过节点可分配量、CPU 或内存管理器的静态策略、交换空间。',
    },
    firstCheck: {
      en: 'The conditions `PodResizePending` and `PodResizeInProgress` of the pod; what the node can allocate.',
      zh: '查看 Pod 的 `PodResizePending` 和 `PodResizeInProgress` 状况，以及节点可分配量。',
    },
    remedy: { en: 'A smaller request, or a pod on another node.', zh: '减小请求，或将 Pod 放到其他节点。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/allocation/allocation_manager.go'],
    matches: [
      'Pod resize Infeasible: {"containers":[{"name":"web"}],"generation":2,"error":"Node didn\'t have enough capacity: cpu, requested: 100000, capacity: 16000"}',
      'Pod resize Deferred: {"containers":[{"name":"web"}],"generation":3,"error":"Node didn\'t have enough resource: cpu, requested: 8000, used: 12000, capacity: 16000"}',
      'Warning  ResizeInfeasible  2s  kubelet  Resize is infeasible for Guaranteed Pods alongside CPU Manager static policy',
    ],
    mustNotMatch: ['Pod resize completed: {"containers":[{"name":"web"}],"generation":2}'],
  },
  {
    id: 'image-volume-failed',
    title: { en: 'An image cannot be mounted as a volume', zh: '镜像无法作为卷挂载' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'containerd', 'cri-o', 'event'],
    wordings: [
      {
        literal: 'to mount image volume component',
        regex: /failed to mount image volume component \\*"(?<path>[^"\\\n]{1,400})/,
        versions: 'containerd 2.1 and later',
      },
      {
        literal: 'ImageVolumeMountFailed',
        regex: /\bImageVolumeMountFailed\b/,
        versions: 'kubelet 1.31 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod asks for the content of an image as a volume, and the runtime cannot mount its layers.',
      zh: 'Pod 要求把镜像内容作为卷，而运行时无法挂载其层。',
    },
    usualCauses: {
      en: 'A runtime or a snapshotter without image volumes, an image of another architecture, a path below the image that does not exist.',
      zh: '运行时或 snapshotter 不支持镜像卷、镜像架构不符、镜像中不存在该子路径。',
    },
    firstCheck: {
      en: 'The text behind the last colon; the versions of runtime and kubelet.',
      zh: '查看最后一个冒号后的内容，以及运行时和 kubelet 的版本。',
    },
    remedy: {
      en: 'containerd 2.1 or cri-o 1.31 at least, the snapshotter overlayfs.',
      zh: '至少使用 containerd 2.1 或 cri-o 1.31，使用 overlayfs snapshotter。',
    },
    source: ['containerd/containerd:internal/cri/server/container_image_mount.go'],
    matches: [
      'Error: failed to mount image volume: ImageVolumeMountFailed: failed to mount image volume component "/run/containerd/io.containerd.grpc.v1.cri/image-volumes/9d40/03446e": mount source: "overlay": invalid argument',
    ],
    mustNotMatch: ['Successfully mounted image volume'],
  },
  {
    id: 'bpf-program-refused',
    title: { en: 'The kernel takes no BPF program', zh: '内核拒绝加载 BPF 程序' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'any'],
    wordings: [
      {
        literal: 'bpf_object__probe_loading',
        regex: /libbpf: Error in bpf_object__probe_loading\(\): ?(?<reason>[^.\n]{1,80})/,
        versions: 'libbpf 0.1 and later',
      },
      {
        literal: 'MEMLOCK may be too low',
        regex: /\(MEMLOCK may be too low, consider rlimit\.RemoveMemlock\)/,
        versions: 'cilium/ebpf 0.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What an agent of the node wants to load into the kernel is refused; what it should do (routes, policies, measurements) does not happen.',
      zh: '节点代理要加载到内核的程序被拒绝；其功能（路由、策略、度量）不起作用。',
    },
    usualCauses: {
      en: 'Too little locked memory allowed (kernels before 5.11), missing privileges, kernel lockdown, a kernel too old for the program.',
      zh: '允许锁定的内存过少（5.11 之前的内核）、缺少权限、内核锁定模式、内核对该程序过旧。',
    },
    firstCheck: {
      en: '`ulimit -l` of the agent, `uname -r`, `cat /sys/kernel/security/lockdown`.',
      zh: '查看代理的 `ulimit -l`、`uname -r`、`cat /sys/kernel/security/lockdown`。',
    },
    remedy: {
      en: 'Raise `LimitMEMLOCK`, give `CAP_BPF` or run it privileged, a newer kernel.',
      zh: '提高 `LimitMEMLOCK`，授予 `CAP_BPF` 或以特权运行，升级内核。',
    },
    source: ['libbpf/libbpf:src/libbpf.c', 'cilium/ebpf:internal/sys/fd.go'],
    matches: [
      "libbpf: Error in bpf_object__probe_loading():Operation not permitted(1). Couldn't load trivial BPF program.",
      'map test_signals: map create: operation not permitted (MEMLOCK may be too low, consider rlimit.RemoveMemlock)',
    ],
    mustNotMatch: ['level=info msg="libbpf: loading object from buffer"', 'libbpf: -- BEGIN DUMP LOG ---'],
  },
];
