/** Lines that look bad and are not: what programs say at every start, about containers that are already gone, and to clients that hang up. */
import type { Signature } from '../signature';

export const harmlessSignatures: readonly Signature[] = [
  {
    id: 'kubelet-start-hint',
    title: { en: 'kubelet notes what a node does not have', zh: 'kubelet 记录节点缺少的可选项' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet', 'kube-apiserver', 'kube-scheduler', 'kube-proxy'],
    wordings: [
      {
        literal: 'RemoveStaleState',
        regex: /RemoveStaleState:? removing (?:container|state)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'topology is not available',
        regex: /Nodes topology is not available, providing CPU topology/,
        versions: 'kubelet 1.17-1.30',
      },
      {
        literal: 'Failed to get system UUID',
        regex: /Failed to get system UUID: open \/etc\/machine-id/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'GPU metrics will not be available',
        regex: /NVIDIA GPU metrics will not be available/,
        versions: 'kubelet 1.9-1.24',
      },
      {
        literal: 'binary conntrack is not installed',
        regex: /The binary conntrack is not installed/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'Hairpin mode set to',
        regex: /Hairpin mode set to \\*"[\w-]{1,30}\\*" but kubenet is not enabled/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'NoCredentialProviders: no valid',
        regex: /getting AWS credentials[^\n]{0,20}NoCredentialProviders: no valid providers in chain/,
        versions: 'kubelet 1.8-1.26',
      },
      {
        literal: 'because it has no resources',
        regex: /Skipping API \S{1,120} because it has no resources/,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: 'path does not exist, ignoring',
        regex: /(?:[Uu]nable to read config path|config path)[^\n]{0,200}path does not exist, ignoring/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'cumulative stats decrease',
        regex: /Could not get instant cpu stats: cumulative stats decrease/,
        versions: 'kubelet 1.20-1.30',
      },
      {
        literal: 'kernel version must be at least',
        regex: /[Cc]an't set sysctl net\/ipv4\/vs\/\w{1,40}, kernel version must be at least/,
        versions: 'kube-proxy 1.14-1.30',
      },
      {
        literal: 'has been deprecated',
        regex: /Flag --[\w-]{1,80} has been deprecated/,
        versions: 'Kubernetes 1.8-1.30',
      },
      {
        literal: 'Continuing without authentication',
        regex: /Continuing without authentication configuration\. This may treat all requests as anonymous/,
        versions: 'scheduler and controller-manager 1.13-1.30',
      },
      {
        literal: 'insecure cipher',
        regex: /Use of insecure cipher '[^'\n]{1,80}' detected/,
        versions: 'apiserver 1.21-1.30',
      },
      {
        literal: 'remove old endpoints from kubernetes',
        regex: /Unable to remove old endpoints from kubernetes service: StorageError: key not found/,
        versions: 'apiserver 1.9-1.26',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Said at a start or about an optional part. Nothing is wrong with the node.',
      zh: '启动时或针对可选功能的提示，节点并无异常。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/cpumanager/cpu_manager.go',
      'google/cadvisor:utils/sysinfo/sysinfo.go',
      'kubernetes/kubernetes:pkg/kubelet/config/file_linux.go',
    ],
    matches: [
      'E0513 10:31:02.118001       1 controller.go:152] Unable to remove old endpoints from kubernetes service: StorageError: key not found, Code: 1, Key: /registry/masterleases/10.0.3.2',
      'E0513 10:31:02.118001    2211 cpu_manager.go:394] "RemoveStaleState: removing container" podUID="5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" containerName="web"',
      'W0513 10:31:02.118001    2211 sysinfo.go:203] Nodes topology is not available, providing CPU topology',
      'E0513 10:31:02.118001    2211 info.go:114] Failed to get system UUID: open /etc/machine-id: no such file or directory',
      'W0513 10:31:02.118001    2211 nvidia.go:61] NVIDIA GPU metrics will not be available: no NVIDIA devices found',
      'W0513 10:31:02.118001    2211 hostport_manager.go:71] The binary conntrack is not installed, this can cause failures in network connection cleanup.',
      'W0513 10:31:02.118001    2211 docker_service.go:565] Hairpin mode set to "promiscuous-bridge" but kubenet is not enabled, falling back to "hairpin-veth"',
      'E0513 10:31:02.118001    2211 aws_credentials.go:77] while getting AWS credentials NoCredentialProviders: no valid providers in chain. Deprecated.',
      'W0513 10:31:02.118001       1 genericapiserver.go:412] Skipping API discovery.k8s.io/v1alpha1 because it has no resources.',
      'E0513 10:31:02.118001    2211 file_linux.go:61] "Unable to read config path" err="path does not exist, ignoring" path="/etc/kubernetes/manifests"',
      'W0513 10:31:02.118001    2211 conversion.go:112] Could not get instant cpu stats: cumulative stats decrease',
      "E0513 10:31:02.118001       1 proxier.go:656] can't set sysctl net/ipv4/vs/conn_reuse_mode, kernel version must be at least 4.1",
      'Flag --cgroup-driver has been deprecated, This parameter should be set via the config file specified by the kubelet --config flag.',
      'W0513 10:31:02.118001       1 authentication.go:347] Continuing without authentication configuration. This may treat all requests as anonymous.',
      "W0513 10:31:02.118001       1 flags.go:59] Use of insecure cipher 'TLS_RSA_WITH_AES_128_CBC_SHA' detected.",
    ],
    mustNotMatch: [
      'failed to load Kubelet config file /var/lib/kubelet/config.yaml: no such file or directory',
      'E0513 10:31:02.118001    2211 server.go:204] "Failed to load kubelet config file"',
    ],
  },
  {
    id: 'container-vanished',
    title: { en: 'A container ended before it could be looked at', zh: '容器在查看之前已结束' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet', 'containerd', 'dockerd'],
    wordings: [
      {
        literal: 'Failed to process watch event',
        regex:
          /Failed to process watch event \{[^\n]{1,600}(?:Status 404|can't find the container with id|does not exist|not found)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'ContainerStatus from runtime service',
        regex: /ContainerStatus from runtime service failed\\*?"?[^\n]{0,200}(?:code = NotFound|No such container)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'Failed to create existing container',
        regex: /Failed to create existing container: [^\n]{1,600}(?:Status 404|can't find the container with id)/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'Unable to fetch pod etc hosts stats',
        regex: /Unable to fetch pod etc hosts stats/,
        versions: 'kubelet 1.18-1.30',
      },
      {
        literal: ' when try to find container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?(?:rpc error: code = NotFound desc = )?an error occurred when try to find container \\*"[0-9a-f]{12,64}\\*": (?:not found|does not exist)/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'could not find container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?(?:rpc error: code = NotFound desc = )?could not find container \\*"[0-9a-f]{12,64}\\*"/,
        versions: 'CRI-O 1.18 and later',
      },
      {
        literal: 'Error: No such container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?Error: No such container: [0-9a-f]{12,64}/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'No such container: ',
        regex: /Handler for [A-Z]{3,7} \S{1,300} returned error: No such container: /,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'eleteContainer returned error',
        regex: /[Dd]eleteContainer returned error\b[^\n]{0,600}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'ailed to get container status',
        regex: /[Ff]ailed to get container status \{?[^\n]{0,200}?(?:NotFound|No such container|not found)/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'o such container: ',
        regex:
          /(?:Failed to delete container|Failed killing the pod|error killing pod|getPodContainerStatuses for pod)[^\n]{0,600}?[Nn]o such container: \\*"?(?:[0-9a-f]{12,64})?/,
        versions: 'kubelet 1.2-1.23',
      },
      {
        literal: 'containerd: deleting container',
        regex: /containerd: deleting container\b[^\n]{0,80}error=[^\n]{0,80}container [0-9a-f]{12,64} does not exist/,
        versions: 'docker 1.11-1.13',
      },
      {
        literal: 'failed to retrieve network namespace',
        regex:
          /(?<!teardown pod[^\n]{0,300})(?:failed to read pod IP from plugin\/docker: )?(?:NetworkPlugin \w{2,20} failed on the status hook for pod [^\n]{1,300}?: )?CNI failed to retrieve network namespace path: (?:cannot find network namespace for the terminated container|Error: No such container:) ?\\*"?[0-9a-f]{12,64}/,
        versions: 'dockershim 1.5-1.23, cri-dockerd',
      },
      {
        literal: 'Failed to create existing container',
        regex: /Failed to create existing container: [^\n]{1,600}failed to identify the read-write layer ID/,
        versions: 'cadvisor 0.20-0.40',
      },
      {
        literal: 'du: cannot access',
        regex: /du: cannot access [^\n]{1,300}\/proc\/(?:\d{1,10}|self)\//,
        versions: 'cadvisor 0.20-0.30',
      },
      {
        literal: 'info of the filesystem with mountpoint',
        regex:
          /info of the filesystem with mountpoint [^\n]{1,300}(?:could not find device|unable to find data in memory cache|failed to get device for dir)/,
        versions: 'kubelet 1.12-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet or its statistics asked about a container that had just been removed. A race that settles itself.',
      zh: 'kubelet 或其统计查询了刚被删除的容器；属竞态，会自行消除。',
    },
    usualCauses: { en: 'Short-lived containers; normal clean-up.', zh: '短生命周期容器；正常清理。' },
    firstCheck: { en: 'Nothing, unless one id repeats for minutes', zh: '除非同一 id 持续数分钟，否则无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/stats/cadvisor_stats_provider.go',
      'google/cadvisor:manager/manager.go',
    ],
    matches: [
      'W0513 10:31:02.004211   14207 docker_sandbox.go:394] failed to read pod IP from plugin/docker: NetworkPlugin cni failed on the status hook for pod "api-0_shop": CNI failed to retrieve network namespace path: cannot find network namespace for the terminated container "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d"',
      'W0513 10:31:02.004211   14207 cni.go:331] CNI failed to retrieve network namespace path: cannot find network namespace for the terminated container "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d"',

      'ERRO[0013] containerd: deleting container                error=exit status 1: "container 3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d does not exist\\none or more of the container deletions failed\\n"',

      'E0513 10:31:02.853365    3471 docker_manager.go:1498] Failed to delete container 3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d: no such container: "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d"; Skipping pod "5b6d1c7e"',
      'E0513 10:31:02.853422    3471 kubelet_pods.go:788] Failed killing the pod "api-0": failed to "KillContainer" for "POD" with KillContainerError: "no such container: \\"3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d\\""',

      'E0513 10:31:02.004211   14207 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = NotFound desc = an error occurred when try to find container \\"0d8b2f7c53ea\\": not found" containerID="0d8b2f7c53ea"',
      'E0513 10:31:02.004211   14207 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = NotFound desc = could not find container \\"0d8b2f7c53ea\\": container with ID starting with 0d8b2f7c53ea not found" containerID="0d8b2f7c53ea"',
      'ContainerStatus "0d8b2f7c53ea" from runtime service failed: rpc error: code = Unknown desc = Error: No such container: 0d8b2f7c53ea',
      'time="2022-05-13T02:27:47Z" level=error msg="Handler for GET /v1.31/containers/0d8b2f7c53ea/json returned error: No such container: 0d8b2f7c53ea"',
      'I0513 10:31:02.004211   14207 pod_container_deletor.go:53] "DeleteContainer returned error" containerID={"Type":"containerd","ID":"0d8b2f7c53ea"} err="boom"',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:150] Failed to get container status {"docker" "0d8b2f7c53ea"}: rpc error: code = Unknown desc = Error: No such container: 0d8b2f7c53ea',
      'W0513 10:31:02.118001    2211 manager.go:1169] Failed to process watch event {EventType:0 Name:/kubepods/pod5b6d1c7e/3c7c WatchSource:0}: Error finding container 3c7c: Status 404 returned error',
      'E0513 10:31:02.118001    2211 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = NotFound desc = an error occurred when try to find container"',
      'E0513 10:31:02.118001    2211 manager.go:1106] Failed to create existing container: /kubepods/pod5b6d1c7e/3c7c: Error finding container 3c7c: Status 404 returned error',
      'W0513 10:31:02.118001    2211 cri_stats_provider.go:390] Unable to fetch pod etc hosts stats: failed to get stats failed command',
      'E0731 23:40:51.128169       7 manager.go:1106] Failed to create existing container: /kubepods/besteffort/pod778e6ec6/d91f012e3ad4: failed to identify the read-write layer ID for container "d91f012e3ad4". - open /var/lib/docker/image/overlay2/layerdb/mounts/d91f012e3ad4/mount-id: no such file or directory',
      "du: cannot access '/rootfs/var/lib/docker/overlay/ef6c3129a1bc/merged/proc/15474/fd/4': No such file or directory",
      'E0522 17:10:36.179214   15230 cri_stats_provider.go:376] Failed to get the info of the filesystem with mountpoint "/var/lib/containers/storage/overlay/d55f04c7/merged": failed to get device for dir "/var/lib/containers/storage/overlay/d55f04c7/merged": could not find device with major: 0, minor: 41 in cached partitions map',
    ],
    mustNotMatch: [
      'StopPodSandbox "9b3f4f1f0a2d" from runtime service failed: rpc error: code = NotFound desc = an error occurred when try to find sandbox "9b3f4f1f0a2d": not found',
      'E0513 10:31:02.118001    2211 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = DeadlineExceeded desc = context deadline exceeded"',
      'Error response from daemon: No such container: web',
      'E0522 17:10:36.179214   15230 cri_stats_provider.go:376] Failed to get the info of the filesystem with mountpoint "/var/lib/containers": permission denied',
    ],
  },
  {
    id: 'client-hung-up',
    title: { en: 'A client hung up before it said anything', zh: '客户端未发送内容即断开' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kube-apiserver', 'kubelet', 'etcd', 'any'],
    wordings: [
      {
        literal: 'TLS handshake error from',
        regex:
          /TLS handshake error from (?<address>[\w.:[\]-]{3,60}): (?:EOF|read tcp [^\n]{5,120}: (?:connection reset by peer|i\/o timeout)|tls: first record does not look like a TLS handshake)/,
        versions: 'Go 1.x',
      },
      {
        literal: 'rejected connection from',
        regex: /rejected connection from \\*"[\w.:[\]-]{3,60}\\*" \(error \\*"EOF\\*"/,
        versions: 'etcd 3.2-3.4',
      },
      {
        literal: 'rejected connection on',
        regex: /rejected connection on (?:client|peer) endpoint[^\n]{0,120}EOF/,
        versions: 'etcd 3.5 and later',
      },
      {
        literal: 'Did not receive identification',
        regex: /Did not receive identification string from/,
        versions: 'OpenSSH',
      },
      {
        literal: 'kex_exchange_identification',
        regex: /kex_exchange_identification: (?:Connection closed by remote host|read: Connection reset by peer)/,
        versions: 'OpenSSH',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Health checks of load balancers and port scanners open a connection and close it again.',
      zh: '负载均衡健康检查和端口扫描会建立连接后立即关闭。',
    },
    usualCauses: { en: 'A TCP health check.', zh: 'TCP 健康检查。' },
    firstCheck: { en: 'Whose address it is, if it floods', zh: '若大量出现，看是谁的地址' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['golang/go:src/net/http/server.go', 'etcd-io/etcd:server/embed/config_logging.go'],
    matches: [
      'I0513 10:31:02.118001       1 log.go:172] http: TLS handshake error from 10.0.3.7:51210: EOF',
      '2022-05-13 10:31:02.118001 I | embed: rejected connection from "10.0.3.7:51210" (error "EOF", ServerName "")',
      '{"level":"warn","msg":"rejected connection on client endpoint","remote-addr":"10.0.3.7:51210","server-name":"","error":"EOF"}',
      'sshd[711]: Did not receive identification string from 10.0.3.7 port 51210',
      'sshd[711]: error: kex_exchange_identification: Connection closed by remote host',
    ],
    mustNotMatch: [
      'http: TLS handshake error from 10.0.3.7:51210: remote error: tls: bad certificate',
      'sshd[711]: fatal: Cannot bind any address.',
    ],
  },
  {
    id: 'runtime-start-hint',
    title: { en: 'A runtime notes what the kernel does not offer', zh: '运行时记录内核未提供的功能' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['dockerd', 'containerd', 'kernel'],
    wordings: [
      {
        literal: 'Your kernel does not support',
        regex:
          /Your kernel does not support (?:swap memory limit|swap limit|cgroup (?:rt|blkio|memory)[\w ]{0,30}|CPU realtime scheduler)/,
        versions: 'docker 1.12-28',
      },
      {
        literal: 'failed to load plugin',
        regex:
          /failed to load plugin \\*"?io\.containerd\.[^\n]{1,200}(?:aufs|btrfs|zfs|devmapper|tracing|no OpenTelemetry endpoint|skip plugin)/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'skip loading plugin',
        regex: /skip loading plugin \\*"?io\.containerd\./,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'in metadata plugin',
        regex: /could not use snapshotter \w{2,20} in metadata plugin/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'is no longer available by default',
        regex: /bridge: filtering via arp\/ip\/ip6tables is no longer available by default/,
        versions: 'Linux 3.18-6.1',
      },
      {
        literal: 'has incomplete hierarchy support',
        regex: /created nested cgroup for controller \\*"\w{1,20}\\*" which has incomplete hierarchy support/,
        versions: 'Linux 3.10-5.10',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Said at every start about features that are optional and mostly unused.',
      zh: '每次启动都会提示，涉及可选且多未使用的功能。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'moby/moby:pkg/sysinfo/sysinfo_linux.go',
      'containerd/containerd:cmd/containerd/server/server.go',
      'torvalds/linux:net/bridge/br.c',
    ],
    matches: [
      'level=warning msg="Your kernel does not support swap memory limit"',
      'level=warning msg="failed to load plugin io.containerd.snapshotter.v1.devmapper" error="devmapper not configured"',
      'level=info msg="skip loading plugin \\"io.containerd.snapshotter.v1.aufs\\"..." type=io.containerd.snapshotter.v1',
      'level=warning msg="could not use snapshotter btrfs in metadata plugin" error="path /var/lib/containerd must be a btrfs filesystem"',
      'kernel: bridge: filtering via arp/ip/ip6tables is no longer available by default. Update your scripts to load br_netfilter if you need this.',
      'kernel: cgroup: docker-runc (2110) created nested cgroup for controller "memory" which has incomplete hierarchy support.',
    ],
    mustNotMatch: [
      'level=error msg="failed to load plugin io.containerd.grpc.v1.cri" error="failed to create CRI service: invalid config"',
    ],
  },
  {
    id: 'interrupt-stays-unmanaged',
    title: {
      en: 'irqbalance leaves an interrupt where it is',
      zh: 'irqbalance 不移动某个中断',
    },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Cannot change IRQ ',
        regex: /Cannot change IRQ \d{1,5} affinity: [^\n]{0,80}/,
        versions: 'irqbalance 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel itself places this interrupt and lets nobody move it; nothing fails.',
      zh: '该中断由内核自行安置，不允许移动；并无故障。',
    },
    usualCauses: {
      en: 'Interrupts of virtual disks and network cards that the kernel manages (NVMe, ENA).',
      zh: '由内核管理的虚拟磁盘与网卡中断（NVMe、ENA）。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: {
      en: 'None; such machines need no irqbalance.',
      zh: '无需处理；此类机器不需要 irqbalance。',
    },
    source: ['Irqbalance/irqbalance:activate.c', 'torvalds/linux:kernel/irq/proc.c'],
    matches: ['/usr/sbin/irqbalance[890]: Cannot change IRQ 31 affinity: Input/output error'],
    mustNotMatch: ['blk_update_request: I/O error, dev sda, sector 8: Input/output error'],
  },
  {
    id: 'veth-raced-udev',
    title: { en: 'udev was too late for a short-lived interface', zh: 'udev 未赶上短暂存在的网卡' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'persistent MAC address for',
        regex: /Could not generate persistent MAC address for (?:veth|cali|lxc|tap|docker|br-)\S{0,16}/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to get link config',
        regex: /(?:veth|cali|lxc)\S{0,16}: Failed to get link config: No such device/,
        versions: 'systemd 240-256',
      },
      {
        literal: 'Could not set offload features',
        regex: /Could not set offload features of (?:veth|cali|lxc)\S{0,16}/,
        versions: 'systemd 219-245',
      },
      {
        literal: 'userspace IPv6LL',
        regex: /\((?:veth|cali|lxc)\w{0,16}\): failed to (?:disable|enable) userspace IPv6LL/,
        versions: 'NetworkManager',
      },
      {
        literal: 'autonegotiation is unset',
        regex: /link_config: autonegotiation is unset or enabled, the speed and duplex are not writable/,
        versions: 'systemd 219-245',
      },
      {
        literal: 'generate persistent MAC:',
        regex: /(?:veth|cali|lxc|tap|docker|br-)\S{0,16}: Could not generate persistent MAC:/,
        versions: 'systemd 243-249',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The interface of a pod was moved into its namespace before udev looked at it. Every pod start does this.',
      zh: 'Pod 网卡在 udev 处理前已移入其命名空间；每次 Pod 启动都会出现。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['systemd/systemd:src/udev/net/link-config.c'],
    matches: [
      'systemd-udevd[9120]: Could not generate persistent MAC address for veth1b2c3d4: No such file or directory',
      'systemd-udevd[9120]: veth1b2c3d4: Failed to get link config: No such device',
      'systemd-udevd[9120]: Could not set offload features of veth1b2c3d4: No such device',
      'NetworkManager[711]: <warn>  [1652437667.1180] device (veth1b2c3d4): failed to disable userspace IPv6LL address handling (unspecified)',
      'systemd-udevd[9120]: link_config: autonegotiation is unset or enabled, the speed and duplex are not writable.',
      'systemd-udevd[9120]: veth1b2c3d4: Could not generate persistent MAC: No data available',
    ],
    mustNotMatch: [
      'systemd-udevd[9120]: eth0: Failed to rename network interface',
      'systemd-udevd[9120]: Worker [9121] processing SEQNUM=8123 killed',
      'systemd-udevd[9120]: eno1: Could not generate persistent MAC: No data available',
    ],
  },
  {
    id: 'kubelet-start-noise',
    title: { en: 'kubelet misses what a first start does not have', zh: 'kubelet 首次启动缺少的内容' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'failed to construct signal',
        regex:
          /eviction manager: failed to construct signal: [^\n]{1,40} error: system container \\*"pods\\*" not found in metrics/,
        versions: 'kubelet 1.14-1.20, until the first pod has its cgroup',
      },
      {
        literal: 'ailed to read data from checkpoint',
        regex: /[Ff]ailed to read data from checkpoint\b[^\n]{0,200}/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: 'checkpoint is not found',
        regex: /checkpoint is not found/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: ' does not exist',
        regex: /Path \\*"\/var\/lib\/kubelet\/pods\/[^"\n]{1,200}\\*" does not exist/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'Path does not exist',
        regex: /Path does not exist\\*" path=\\*"\/var\/lib\/kubelet\/pods\/[^"\n]{1,200}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'ccounting not enabled for',
        regex: /(?:CPU|Memory)Accounting not enabled for p(?:id|rocess)[^\n]{0,60}/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'system container stats',
        regex: /Failed to get system container stats\b[^\n]{0,600}/,
        versions: 'kubelet 1.7 and later',
      },
      {
        literal: 'unable to find data in memory cache',
        regex:
          /Partial failure issuing cadvisor\.ContainerInfoV2[^\n]{0,800}?unable to find data in memory cache[^\n]{0,80}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'Unable to get Process Stats',
        regex: /Unable to get Process Stats: [^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'Unable to get network stats from pid',
        regex: /Unable to get network stats from pid [^\n]{0,300}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'work out if we can handle',
        regex: /Error trying to work out if we can handle [^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'rror while reading ',
        regex: /[Ee]rror while reading (?:\\*"\/proc\/\d{1,8}\/fd\/\d{1,8}\\*" link|product_name)[^\n]{0,200}/,
        versions: 'cAdvisor in kubelet 1.14 and later',
      },
      {
        literal: 'ontainer factory failed',
        regex: /Registration of the [a-z-]{3,20} container factory failed[^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.12 and later',
      },
      {
        literal: 'error opening pid file',
        regex: /error opening pid file \/run\/docker\/[^\n]{0,300}/,
        versions: 'kubelet 1.6-1.16',
      },
      {
        literal: ' not connected: ',
        regex: /(?:CRI-O|cri-o|containerd|[Dd]ocker|[Pp]odman|rkt) not connected: [^\n]{0,400}/,
        versions: 'kubelet 1.12 and later, cAdvisor',
      },
      {
        literal: 'unable to connect to Rkt api',
        regex: /unable to connect to Rkt api service: [^\n]{0,300}/,
        versions: 'kubelet 1.3-1.10',
      },
      {
        literal: 'nable to find data for container /',
        regex:
          /(?:Fail(?:ed)? to (?:check if disk space is available|get rootfs information)|Image garbage collection failed)\b[^\n]{0,160}unable to find data for container \//,
        versions: 'kubelet 1.2-1.12',
      },
      {
        literal: 'get summary stats',
        regex:
          /(?:[Ee]viction manager: )?failed to get (?:get )?summary stats\\*"?(?: err=\\*"|: )failed to get node info: node \\*"[^"\n]{1,253}\\*" not found/,
        versions: 'kubelet 1.8 and later, before the node is registered',
      },
      {
        literal: 'cpu perf counter data',
        regex: /Unable to get cpu perf counter data/,
        versions: 'kubelet 1.8-1.24, Windows',
      },
      {
        literal: 'get process start time, could not',
        regex: /Could not get process start time, could not read \/proc/,
        versions: 'kubelet 1.14-1.24, Windows',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'State of an earlier run is not there, or a statistic is not collected; kubelet goes on without it.',
      zh: '缺少上次运行的状态，或某项统计未采集；kubelet 会继续运行。',
    },
    usualCauses: {
      en: 'A first start, or systemd units that kubelet was not told about.',
      zh: '首次启动，或未告知 kubelet 的 systemd 单元。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: {
      en: 'None; `--runtime-cgroups` and `--kubelet-cgroups` stop the complaints about statistics.',
      zh: '无需处理；设置 `--runtime-cgroups` 与 `--kubelet-cgroups` 可消除统计类告警。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/devicemanager/manager.go',
      'kubernetes/kubernetes:pkg/kubelet/server/stats/summary_sys_containers.go',
    ],
    matches: [
      'W0214 00:54:06.182879   32308 manager.go:151] unable to connect to Rkt api service: rkt: cannot tcp Dial rkt api service: dial tcp 127.0.0.1:15441: getsockopt: connection refused',
      'E0513 10:31:02.004211   14207 helpers.go:713] eviction manager: failed to construct signal: "allocatableMemory.available" error: system container "pods" not found in metrics',
      'E0513 10:31:02.856100   25155 kubelet.go:682] Image garbage collection failed: unable to find data for container /',

      'E0513 10:31:02.004211   14207 eviction_manager.go:292] "Eviction manager: failed to get summary stats" err="failed to get node info: node \\"node-17\\" not found"',

      'E0513 10:31:02.208733   10533 kubelet.go:2124] Failed to check if disk space is available for the runtime: failed to get fs info for "runtime": unable to find data for container /',

      'I0513 10:31:02.670850    7674 plugin.go:41] CRI-O not connected: Get "http://%2Fvar%2Frun%2Fcrio%2Fcrio.sock/info": dial unix /var/run/crio/crio.sock: connect: no such file or directory',

      'I0513 10:31:02.004211   14207 factory.go:221] Registration of the crio container factory failed: Get "http://%2Fvar%2Frun%2Fcrio%2Fcrio.sock/info": dial unix /var/run/crio/crio.sock: connect: no such file or directory',
      'E0513 10:31:02.004211   14207 container_manager_linux.go:625] error opening pid file /run/docker/libcontainerd/docker-containerd.pid: open /run/docker/libcontainerd/docker-containerd.pid: no such file or directory',
      "I0513 10:31:02.004211   14207 handler.go:179] Unable to get Process Stats: couldn't open cpu cgroup procs file /sys/fs/cgroup/cpu/kubepods/pod1/cgroup.procs : open /sys/fs/cgroup/cpu/kubepods/pod1/cgroup.procs: no such file or directory",
      "I0513 10:31:02.004211   14207 handler.go:160] Unable to get network stats from pid 31011: couldn't read network stats: failure opening /proc/31011/net/dev: open /proc/31011/net/dev: no such file or directory",
      'I0513 10:31:02.004211   14207 factory.go:251] Error trying to work out if we can handle /kubepods/pod1/0d8b: failed to load container: container "0d8b2f7c53ea" in namespace "k8s.io": not found',
      'I0513 10:31:02.004211   14207 handler.go:295] error while reading "/proc/4390/fd/37" link: readlink /proc/4390/fd/37: no such file or directory',
      'E0513 10:31:02.004211   14207 manager.go:513] "Failed to read data from checkpoint" checkpoint="kubelet_internal_checkpoint" err="checkpoint is not found"',
      'W0513 10:31:02.004211   14207 kubelet_getters.go:300] Path "/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes" does not exist',
      'I0513 10:31:02.004211   14207 kubelet_getters.go:306] "Path does not exist" path="/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes"',
      'W0513 10:31:02.004211   14207 container_manager_linux.go:892] CPUAccounting not enabled for pid: 1211',
      'E0513 10:31:02.004211   14207 summary_sys_containers.go:47] Failed to get system container stats for "/system.slice/docker.service": failed to get cgroup stats for "/system.slice/docker.service": failed to get container info for "/system.slice/docker.service": unknown container "/system.slice/docker.service"',
      'E0513 10:31:02.004211   14207 cadvisor_stats_provider.go:415] "Partial failure issuing cadvisor.ContainerInfoV2" err="partial failures: [\\"/kubepods.slice\\": RecentStats: unable to find data in memory cache]"',
      'E0307 18:34:35.928699    4216 perfcounter_nodestats.go:171] Unable to get cpu perf counter data; err: unable to collect data from counter. Error code is 800007d6',
      'E0307 18:34:38.921704    4216 processstarttime.go:48] Could not get process start time, could not read /proc: CreateFile /proc: The system cannot find the file specified.',
    ],
    mustNotMatch: ['Path does not exist on the registry', 'Failed to get pod stats'],
  },
  {
    id: 'stream-closed-noise',
    title: { en: 'A stream was closed by its reader', zh: '流被读取方关闭' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['dockerd', 'containerd', 'kubelet'],
    wordings: [
      {
        literal: 'reading from a closed fifo',
        regex:
          /(?:stream copy error: |error copying \S{1,20}: |Error running exec [^\n]{0,160}?)?reading from a closed fifo/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: '.WriteHeader call',
        regex: /http: (?:multiple|superfluous) response\.WriteHeader calls?/,
        versions: 'Go 1',
      },
      {
        literal: 'collecting metrics for ',
        regex:
          /collecting metrics for [0-9a-f]{12,64}\b[^\n]{0,300}?(?:cgroup deleted|ttrpc: closed|not found|no such process|cgroups: cgroup)/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'ignoring event',
        regex: /(?:^|msg=\\*"|"msg":")ignoring event\b/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'ttrpc: received message on inactive stream',
        regex: /ttrpc: received message on inactive stream\b/,
        versions: 'containerd 1.7 and later',
      },
      {
        literal: 'continuing to push stats',
        regex:
          /Failed to update stats for container (?![^\n]{0,600}cannot allocate memory)[^\n]{0,600}?continuing to push stats/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'failed to collect filesystem stats',
        regex: /failed to collect filesystem stats\b[^\n]{0,800}?no such file or directory[^\n]{0,80}/,
        versions: 'cAdvisor in kubelet 1.5 and later',
      },
      {
        literal: 'Error while processing event',
        regex: /Error while processing event \([^\n]{0,600}?no such file or directory/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody went away before everything was written, or a container ended while it was measured.',
      zh: '对方在写完之前离开，或容器在统计时结束。',
    },
    usualCauses: {
      en: 'The end of an exec, an attach, a log follower or a container.',
      zh: 'exec、attach、日志跟随或容器的结束。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['moby/moby:daemon/internal/stream/streams.go', 'golang/go:src/net/http/server.go'],
    matches: [
      'time="2024-05-13T02:27:47.004211000Z" level=error msg="ttrpc: received message on inactive stream" stream=51',
      'W0513 10:31:02.004211   14207 container.go:507] Failed to update stats for container "/system.slice/systemd-journald.service": failed to parse memory.usage_in_bytes - read /sys/fs/cgroup/memory/system.slice/systemd-journald.service/memory.usage_in_bytes: no such device, continuing to push stats',
      'E0513 10:31:02.004211   14207 fsHandler.go:118] failed to collect filesystem stats - rootDiskErr: could not stat "/var/lib/docker/overlay2/0d8b/diff" to get inode usage: stat /var/lib/docker/overlay2/0d8b/diff: no such file or directory, extraDiskErr: boom',
      'W0513 10:31:02.004211   14207 watcher.go:87] Error while processing event ("/sys/fs/cgroup/memory/system.slice/run-1.scope": 0x40000100 == IN_CREATE|IN_ISDIR): inotify_add_watch /sys/fs/cgroup/memory/system.slice/run-1.scope: no such file or directory',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="stream copy error: reading from a closed fifo"',
      'May 13 10:31:02 node-a dockerd[1672]: http: superfluous response.WriteHeader call from main.go:12',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="collecting metrics for 0d8b2f7c53ea" error="cgroups: cgroup deleted: unknown"',
      'time="2022-05-13T02:27:47.004211000Z" level=info msg="ignoring event" module=libcontainerd namespace=moby topic=/tasks/delete type="*events.TaskDelete"',
    ],
    mustNotMatch: ['collecting metrics for the fair', 'stream copy error: no space left on device'],
  },
  {
    id: 'add-on-start-notice',
    title: { en: 'An add-on notes what is not there yet at its start', zh: '附加组件启动时提示尚不存在的内容' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'read node-cache coreFile',
        regex: /Failed to read node-cache coreFile \S{1,200} - open \S{1,200}: no such file or directory/,
        versions: 'node-cache 1.15-1.25',
      },
      {
        literal: 'zpool status returned error',
        regex: /zpool status returned error in zrepl startup/,
        versions: 'OpenEBS cStor 1.x-3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The file is optional, or the pool's process is still starting; the program goes on by itself.",
      zh: '该文件可选，或存储池进程仍在启动；程序会自行继续。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'kubernetes/dns:cmd/node-cache/app/configmap.go',
      'openebs-archive/cstor-operators:pkg/controllers/cspi-controller/runner.go',
    ],
    matches: [
      '2023/05/13 10:31:02 [ERROR] Failed to read node-cache coreFile /etc/coredns/Corefile.base - open /etc/coredns/Corefile.base: no such file or directory',
      'E0513 10:31:02.118001       1 pool.go:122] zpool status returned error in zrepl startup : exit status 1',
    ],
    mustNotMatch: ['2022/08/17 10:55:04 [ERROR] Error adding dummy device nodelocaldns'],
  },
];
