/** What kubelet's inner managers say: devices, processors and memory they hand out, mirror pods, evictions that fail. */
import type { Signature } from '../signature';

export const kubeletManagerSignatures: readonly Signature[] = [
  {
    id: 'device-plugin-lost',
    title: { en: 'kubelet lost a device plug-in', zh: 'kubelet 与设备插件断开' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    impact: 1,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'istAndWatch ended unexpectedly',
        regex: /[Ll]istAndWatch ended unexpectedly for device plugin(?: (?<resource>[a-z0-9.-]{1,120}\/[\w.-]{1,64}))?/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'resources Unhealthy for resource',
        regex: /[Mm]ark all resources Unhealthy for resource\b/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: 'ailed to dial device plugin',
        regex: /[Ff]ailed to dial device plugin\b/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'kubelet/device-plugins/',
        regex:
          /failed to connect to \{[^\n]{0,120}kubelet\/device-plugins\/|dial unix \S{0,60}kubelet\/device-plugins\/\S{1,120}: (?:connect: )?(?:connection refused|no such file)/,
        versions: 'kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The stream on which a device plug-in reports its devices ended: kubelet counts all of them as unhealthy until it registers again.',
      zh: '设备插件上报设备的连接中断，重新注册前 kubelet 视其所有设备为不健康。',
    },
    usualCauses: {
      en: 'The plug-in restarted or crashed, its driver fails, or it was updated.',
      zh: '插件重启或崩溃、驱动异常，或正在升级。',
    },
    firstCheck: {
      en: "The plug-in's own log; does it register again (`Registered device plugin`) within seconds?",
      zh: '看插件自身日志，以及数秒内是否重新注册。',
    },
    remedy: {
      en: 'Cure the plug-in or its driver; when pods were admitted in between, delete those in `UnexpectedAdmissionError`.',
      zh: '修复插件或驱动；其间被拒的 Pod（UnexpectedAdmissionError）需删除重建。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/devicemanager/endpoint.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/devicemanager/plugin/v1beta1/client.go',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 endpoint.go:106] listAndWatch ended unexpectedly for device plugin example.com/gpu with error rpc error: code = Unavailable desc = transport is closing',
      'E0513 10:31:02.004211   14207 client.go:90] "ListAndWatch ended unexpectedly for device plugin" err="rpc error: code = Unavailable desc = error reading from server: EOF" resource="example.com/gpu"',
      'I0513 10:31:02.004211   14207 manager.go:294] "Mark all resources Unhealthy for resource" resourceName="example.com/gpu"',
      'E0513 10:31:02.004211   14207 manager.go:448] Failed to dial device plugin with request &RegisterRequest{Version:v1beta1,}: boom',
      'W0513 10:31:02.004211   14207 clientconn.go:1326] [core] grpc: addrConn.createTransport failed to connect to {/var/lib/kubelet/device-plugins/gpu.sock /var/lib/kubelet/device-plugins/gpu.sock <nil> 0 <nil>}. Err: connection error: boom. Reconnecting...',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 manager.go:411] Got registration request from device plugin with resource name "example.com/gpu"',
      'Starting to serve on /var/lib/kubelet/device-plugins/gpu.sock',
    ],
  },
  {
    id: 'kubelet-state-file-refused',
    title: { en: 'kubelet refuses its own saved state', zh: 'kubelet 拒绝自身保存的状态' },
    category: 'systemd',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' node and remove policy state file',
        regex: /please drain (?:this )?node and remove policy state file/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'not restore state from checkpoint',
        regex: /could not restore state from checkpoint\b/,
        versions: 'kubelet 1.11 and later',
      },
      {
        literal: 'ailed to initialize ',
        regex: /[Ff]ailed to initialize (?:cpu|memory|topology|device|dynamic resource) ?manager\b/,
        versions: 'kubelet 1.21 and later',
      },
      {
        literal: 'states for the NUMA node',
        regex: /[Mm]emory states for the NUMA node and resource are different/,
        versions: 'kubelet 1.21 and later',
      },
      {
        literal: 'Invalid state, please drain node',
        regex: /Invalid state, please drain node and remove policy state file/,
        versions: 'kubelet 1.21 and later',
      },
      {
        literal: ' manager error: ',
        regex: /start (?:cpu|memory|topology|device) manager error: /,
        versions: 'kubelet 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file in which kubelet remembers which processors or memory it handed out does not fit its configuration or the machine, so it exits.',
      zh: 'kubelet 记录 CPU/内存分配的状态文件与当前配置或机器不符，于是退出。',
    },
    usualCauses: {
      en: 'The policy or the reserved processors were changed, the machine has other processors than before, or the file is damaged.',
      zh: '修改了策略或预留 CPU、机器 CPU 数量变化，或文件损坏。',
    },
    firstCheck: {
      en: 'Compare `/var/lib/kubelet/cpu_manager_state` (or `memory_manager_state`) with the configuration.',
      zh: '比较 `/var/lib/kubelet/cpu_manager_state`（或 `memory_manager_state`）与配置。',
    },
    remedy: {
      en: 'Drain the node, remove the state file, start kubelet.',
      zh: '排空节点、删除状态文件、再启动 kubelet。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/cpumanager/cpu_manager.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/cpumanager/policy_static.go',
    ],
    matches: [
      'E0421 12:22:14.004211   29867 container_manager_linux.go:358] "Failed to initialize memory manager" err="boom"',
      '[memorymanager] memory states for the NUMA node and resource are different',
      'E0421 12:22:14.004211   29867 policy_static.go:150] "Invalid state, please drain node and remove policy state file" err="boom"',
      'F0421 12:22:14.004211   29867 kubelet.go:1371] Failed to start ContainerManager start memory manager error: boom',

      'E0513 10:31:02.004211   14207 cpu_manager.go:205] "Could not initialize checkpoint manager, please drain node and remove policy state file" err="boom"',
      'F0513 10:31:02.004211   14207 kubelet.go:1380] Failed to start ContainerManager start cpu manager error: could not restore state from checkpoint: configured policy "static" differs from state checkpoint policy "none"',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 state_checkpoint.go:81] state checkpoint: restored state from checkpoint',
    ],
  },
  {
    id: 'mirror-pod-failed',
    title: { en: 'A static pod cannot be shown to the API server', zh: '静态 Pod 的镜像 Pod 操作失败' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    impact: 0,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'a mirror pod for',
        regex: /[Ff]ailed (?:creating|trying to delete) a mirror pod for\b/,
        versions: 'kubelet 1.0 and later',
      },
      {
        literal: 'ailed deleting a mirror pod',
        regex: /[Ff]ailed deleting a mirror pod\b/,
        versions: 'kubelet 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A static pod runs, and its copy in the API server could not be written; the pod itself does not care.',
      zh: '静态 Pod 在运行，但它在 API server 中的镜像没有写成；Pod 本身不受影响。',
    },
    usualCauses: {
      en: 'The API server is not there (yet), refuses kubelet, or holds an older copy.',
      zh: 'API server（尚）不可用、拒绝 kubelet，或仍存有旧副本。',
    },
    firstCheck: {
      en: 'Does the API server answer, and may this kubelet create the pod? The inner error says which.',
      zh: 'API Server 是否应答，kubelet 是否有权创建该 Pod？内层错误会说明。',
    },
    remedy: { en: 'Cure the connection to the API server.', zh: '恢复到 API server 的连接。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go', 'kubernetes/kubernetes:pkg/kubelet/pod/mirror_client.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kubelet.go:1585] Failed creating a mirror pod for "kube-proxy-node-1_kube-system(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)": boom',
      'E0513 10:31:02.004211   14207 kubelet.go:1663] "Failed creating a mirror pod for" err="boom" pod="kube-system/kube-proxy-node-1"',
      'E0513 10:31:02.004211   14207 mirror_client.go:139] "Failed deleting a mirror pod" err="boom" pod="kube-system/kube-proxy-node-1"',
    ],
    mustNotMatch: [
      'I0513 10:31:02.004211   14207 kubelet.go:1641] "Trying to delete pod" pod="kube-system/kube-proxy-node-1"',
    ],
  },
  {
    id: 'eviction-reclaim-failed',
    title: { en: 'kubelet could not relieve a full disk', zh: 'kubelet 未能缓解磁盘压力' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'error when attempting to reduce',
        regex: /unexpected error when attempting to reduce (?!memory|pid)(?<resource>[\w.-]{3,40}) pressure/,
        versions: 'kubelet 1.4-1.20',
      },
      {
        literal: 'o ranking function for',
        regex: /[Nn]o ranking function for (?:resource|signal)\b/,
        versions: 'kubelet 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The disk is below its eviction threshold and removing containers and images went wrong; pods are evicted next.',
      zh: '磁盘低于驱逐阈值，而清理容器和镜像出错，接下来会驱逐 Pod。',
    },
    usualCauses: {
      en: 'Images in use that cannot be deleted, a runtime that does not answer, or a resource that this release cannot reclaim.',
      zh: '镜像仍在使用而无法删除、运行时不应答，或该版本不支持回收此资源。',
    },
    firstCheck: {
      en: 'The inner error, and what fills the disk: `df -h`, `du`.',
      zh: '看内层错误，以及什么占满磁盘：`df -h`、`du`。',
    },
    remedy: { en: 'Free the disk by hand or enlarge it.', zh: '手动释放或扩容磁盘。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/eviction/eviction_manager.go'],
    matches: [
      'W0513 10:31:02.004211   14207 eviction_manager.go:332] eviction manager: unexpected error when attempting to reduce nodefs pressure: boom',
      'E0513 10:31:02.004211   14207 eviction_manager.go:230] eviction manager: no ranking function for resource imagefs',
      'E0513 10:31:02.004211   14207 eviction_manager.go:385] "Eviction manager: no ranking function for signal" threshold="imagefs.available"',
    ],
    mustNotMatch: ['eviction manager: unexpected error when attempting to reduce memory pressure: boom'],
  },
  {
    id: 'container-volume-missing',
    title: { en: 'A volume of the container is not mounted', zh: '容器所需的卷没有挂载' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'Mount cannot be satisfied for',
        regex: /Mount cannot be satisfied for (?:the )?container\b/,
        versions: 'kubelet 1.1 and later',
      },
      {
        literal: 'mounted volumes for pod',
        regex: /(?:cannot|could not) find (?:the )?mounted volumes for pod\b/,
        versions: 'kubelet 1.3 and later',
      },
      {
        literal: 'generate spec: failed to',
        regex: /generate spec: failed to (?:stat|mkdir|resolve symlink) \\*["\x27]?\//,
        versions: 'containerd 1.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A container is about to start and one of its volumes is not there any more, so it starts without or fails.',
      zh: '容器即将启动，但它的某个卷已不存在，只能缺卷启动或失败。',
    },
    usualCauses: {
      en: 'The pod is being deleted at the same time, or kubelet restarted and forgot the mount.',
      zh: 'Pod 同时正在被删除，或 kubelet 重启后丢失了挂载记录。',
    },
    firstCheck: {
      en: 'Was the pod deleted seconds before? Volume errors of the same pod before that line.',
      zh: '该 Pod 是否刚被删除；同一 Pod 之前的卷错误。',
    },
    remedy: {
      en: 'Nothing when the pod was going away; otherwise delete it, so that its volumes are mounted anew.',
      zh: 'Pod 本就在删除则无需处理；否则删除重建以重新挂载。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_pods.go'],
    matches: [
      'Error: failed to generate container "3c7ca4d2bc77" spec: failed to generate spec: failed to stat "/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes/kubernetes.io~csi/data/mount": stat /var/lib/kubelet: transport endpoint is not connected',

      'W0513 10:31:02.004211   14207 kubelet_pods.go:113] Mount cannot be satisfied for container "api", because the volume is missing: {"data" %!q(bool=false) "/data" ""}',
      'E0513 10:31:02.004211   14207 kubelet_pods.go:146] "Mount cannot be satisfied for container, because the volume is missing or the volume mounter (vol.Mounter) is nil" containerName="api" ok=false volumeMounter=null',
      'W0513 10:31:02.004211   14207 kubelet_getters.go:251] cannot find the mounted volumes for pod "api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)"',
    ],
    mustNotMatch: ['Unable to attach or mount volumes for pod "api-0_shop": unmounted volumes=[data]'],
  },
  {
    id: 'kubelet-resolv-conf-missing',
    title: { en: 'The resolver file for pods is missing', zh: '缺少供 Pod 使用的 resolv.conf' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'resolv.conf: no such file',
        regex: /(?:open|stat|read) (?<file>\/[^\s:]{0,200}resolv\.conf): no such file or directory/,
        versions: 'kubelet 1.6 and later',
      },
      {
        literal: 'ResolvConfPath ',
        regex: /ResolvConfPath \\*"(?<file>[^"\n]{1,300}?)\\*" does not exist/,
        versions: 'kubelet 1.2-1.5, dockershim 1.6-1.23',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet gives every pod a resolver file; the one it is told to copy or rewrite is not where it looks.',
      zh: 'kubelet 为每个 Pod 生成 resolv.conf，但要复制或改写的文件不在其查找的位置。',
    },
    usualCauses: {
      en: 'resolvConf names the file of systemd-resolved on a node without it; a kubelet in a container that does not see the data directory of docker.',
      zh: '节点未运行 systemd-resolved 而 resolvConf 指向其文件；容器化的 kubelet 看不到 docker 的数据目录。',
    },
    firstCheck: {
      en: '`ls -l` of that file, from where kubelet runs.',
      zh: '在 kubelet 的运行环境中对该文件执行 `ls -l`。',
    },
    remedy: {
      en: 'Correct resolvConf of kubelet, or mount the data directory of docker at the same path.',
      zh: '修正 kubelet 的 resolvConf，或把 docker 数据目录以相同路径挂载进去。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/network/dns/dns.go',
      'kubernetes/kubernetes:pkg/kubelet/dockershim/docker_sandbox.go',
      'https://github.com/openshift/origin/issues/19174',
    ],
    matches: [
      'Failed create pod sandbox: open /run/systemd/resolve/resolv.conf: no such file or directory',
      'E0513 08:04:08.465685  110130 remote_runtime.go:92] RunPodSandbox from runtime service failed: rpc error: code = Unknown desc = rewrite resolv.conf failed for pod "api-0": ResolvConfPath "/data/docker/containers/bb2a7d2e6ad0/resolv.conf" does not exist',
    ],
    mustNotMatch: ['nameserver limits exceeded in /etc/resolv.conf', 'open /etc/hosts: no such file or directory'],
  },
];
