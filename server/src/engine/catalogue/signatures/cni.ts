/** The pod network as its plug-ins report it: no configuration, no address, a program or namespace that is missing, a link in the way. */
import type { Signature } from '../signature';

export const cniSignatures: readonly Signature[] = [
  {
    id: 'network-not-ready',
    title: { en: 'The pod network of the node is not ready', zh: '节点的 Pod 网络未就绪' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event', 'containerd', 'cri-o', 'dockerd'],
    wordings: [
      { literal: 'NetworkPluginNotReady', regex: /\bNetworkPluginNotReady\b/, versions: 'kubelet 1.8-1.30' },
      { literal: 'untime network not ready', regex: /[Rr]untime network not ready\b/, versions: 'kubelet 1.8-1.30' },
      {
        literal: 'network is not ready',
        regex: /(?:\bpod|"|: |^|\s)network is not ready: /,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'cni plugin not initialized',
        // Behind that the runtime has only looked once: `cni-config-load-failed` tells it.
        regex: /(?<!no network config found in \S{1,200}: )\bcni plugin not initialized\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'cni config uninitialized',
        regex: /\bcni config uninitialized\b/,
        versions: 'dockershim, cri-dockerd',
      },
      {
        literal: 'CNI configuration file in',
        regex: /[Nn]o CNI configuration file in (?<path>\S{1,200}?)\. Has your network provider started/,
        versions: 'CRI-O',
      },
      { literal: 'NetworkReady=false', regex: /\bNetworkReady=false\b/ },
      {
        literal: 'nable to update cni config',
        regex: /[Uu]nable to update cni config\b/,
        versions: 'kubelet 1.8-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime has no usable CNI configuration: only pods on the host network can start.',
      zh: '运行时没有可用的 CNI 配置：只有使用主机网络的 Pod 能启动。',
    },
    usualCauses: {
      en: 'The network DaemonSet pod is not running here yet: image pull, API server out of reach, node just started.',
      zh: '网络插件的 DaemonSet Pod 尚未在本节点运行：镜像拉取失败、API 服务器不可达，或节点刚启动。',
    },
    firstCheck: {
      en: '`ls -l /etc/cni/net.d`; the state and log of the network pod on this node.',
      zh: '`ls -l /etc/cni/net.d`；查看本节点上网络 Pod 的状态与日志。',
    },
    remedy: {
      en: 'Get the network pod running; what keeps it down stands in its own log.',
      zh: '让网络 Pod 运行起来；阻碍它的原因在其自身日志中。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:pkg/kubelet/errors.go',
      'containerd/go-cni:errors.go',
      'cri-o/ocicni:pkg/ocicni/ocicni.go',
    ],
    matches: [
      'E0513 10:31:02.118001    2211 kubelet.go:2183] Container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:docker: network plugin is not ready: cni config uninitialized',
      'E0513 10:31:02.118001    2211 kubelet.go:2855] "Container runtime network not ready" networkReady="NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"',
      'Warning  NetworkNotReady  3s (x4 over 9s)  kubelet  network is not ready: container runtime network not ready: NetworkReady=false',
      'No CNI configuration file in /etc/cni/net.d/. Has your network provider started?',
      'W0513 10:31:02.118001    2211 cni.go:237] Unable to update cni config: no networks found in /etc/cni/net.d',
    ],
    mustNotMatch: [
      'NetworkReady=true',
      'Warning  FailedMount  2s  kubelet  the node network is slow',
      'level=info msg="CNI configuration file found"',
    ],
  },
  {
    id: 'cni-config-removed',
    title: { en: 'The CNI configuration was taken away', zh: 'CNI 配置被移除' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'fs change event(RE',
        regex:
          /failed to reload cni configuration after receiving fs change event\((?:REMOVE|RENAME)\s{0,20}\\*"(?<path>[^"\\\n]{1,200})[^\n]{0,40}[^\n]{0,200}no network config found/,
        versions: 'containerd 1.4 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file or the folder of the CNI configuration was removed while the runtime ran; from now on no pod gets a network.',
      zh: '运行时工作期间 CNI 配置文件或目录被删除；此后新 Pod 无法获得网络。',
    },
    usualCauses: {
      en: 'The network plug-in was uninstalled or is being replaced, or somebody cleaned the folder up.',
      zh: '网络插件被卸载或正在替换，或有人清理了该目录。',
    },
    firstCheck: {
      en: '`ls -la /etc/cni/net.d`; is the network pod of this node running?',
      zh: '执行 `ls -la /etc/cni/net.d`；本节点的网络 Pod 是否在运行？',
    },
    remedy: {
      en: 'Restart the network pod, which writes it again; where the folder itself was removed, restart containerd too, which watches the old one.',
      zh: '重启网络 Pod 以重新写入；若目录本身被删除，还需重启 containerd，因为它仍监视旧目录。',
    },
    source: ['containerd/containerd:internal/cri/server/cni_conf_syncer.go'],
    matches: [
      'time="2024-08-28T08:25:13.924Z" level=error msg="failed to reload cni configuration after receiving fs change event(REMOVE        \\"/etc/cni/net.d\\")" error="cni config load failed: no network config found in /etc/cni/net.d: cni plugin not initialized: failed to load cni config"',
    ],
    mustNotMatch: [
      'time="2024-08-28T08:25:13.924Z" level=error msg="failed to reload cni configuration after receiving fs change event(WRITE \\"/etc/cni/net.d/10-mesh.conflist\\")" error="cni config load failed: no network config found in /etc/cni/net.d: cni plugin not initialized: failed to load cni config"',
    ],
  },
  {
    id: 'cni-config-load-failed',
    title: { en: 'The CNI configuration cannot be loaded', zh: '无法加载 CNI 配置' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    // Every start of containerd looks once, long before a network pod can have written the file.
    quietBelow: 2,
    quietWithinMs: 600_000,
    emitters: ['containerd', 'kubelet', 'cri-o'],
    wordings: [
      {
        literal: 'failed to load cni during init',
        regex: /failed to load cni during init\b/,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'failed to reload cni configuration',
        regex: /failed to reload cni configuration\b/,
        versions: 'containerd 1.4 and later',
      },
      { literal: 'cni config load failed', regex: /\bcni config load failed\b/, versions: 'containerd 1.2 and later' },
      { literal: 'rror loading CNI config', regex: /[Ee]rror loading CNI config(?: list)? file (?<path>\S{1,200})/ },
      {
        literal: 'no network config found in',
        regex: /\bno network config found in (?<path>\/\S{1,200}?)(?=[:\s"]|$)/,
      },
      {
        literal: 'must be called as chained plugin',
        regex: /must be called as (?:a )?chained plugin/,
        versions: 'containernetworking plugins 0.8-1.5',
      },
      {
        literal: 'must be called as a chained plugin',
        regex: /must be called as (?:a )?chained plugin/,
        versions: 'containernetworking plugins 0.8-1.5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime looked for its CNI configuration and found none, or could not read it.',
      zh: '运行时查找 CNI 配置，但没有找到或无法读取。',
    },
    usualCauses: {
      en: 'The network pod has not written the file yet; a half-written or wrong file. Once at the start of a runtime it is normal.',
      zh: '网络 Pod 还没有写入该文件，或文件不完整、有误。运行时刚启动时出现一次属正常。',
    },
    firstCheck: {
      en: '`ls -l /etc/cni/net.d` and the content of the newest file.',
      zh: '`ls -l /etc/cni/net.d` 及其中最新文件的内容。',
    },
    remedy: {
      en: 'Let the network pod write it again; remove broken leftovers.',
      zh: '让网络 Pod 重新写入；删除损坏的残留文件。',
    },
    source: [
      'containerd/containerd:internal/cri/server/cni_conf_syncer.go',
      'kubernetes/kubernetes:pkg/kubelet/dockershim/network/cni/cni.go',
    ],
    matches: [
      'time="2022-05-13T10:27:47.118Z" level=error msg="failed to load cni during init, please check CRI plugin status before setting up network for pods" error="cni config load failed: no network config found in /etc/cni/net.d: cni plugin not initialized: failed to load cni config"',
      'time="2022-05-13T10:27:47.118Z" level=error msg="failed to reload cni configuration after receiving fs change event(WRITE \\"/etc/cni/net.d/10-mesh.conflist\\")" error="cni config load failed: failed to load CNI config list file"',
      'W0513 10:31:02.118001    2211 cni.go:196] Error loading CNI config file /etc/cni/net.d/10-mesh.conf: error parsing configuration: unexpected end of JSON input',
      'no network config found in /etc/cni/net.d: cni plugin not initialized',
      'error adding container to network "cbr0": must be called as chained plugin',
    ],
    mustNotMatch: [
      'level=info msg="loaded cni config from /etc/cni/net.d"',
      'level=info msg="Start cni network conf syncer for default"',
    ],
  },
  {
    id: 'cni-add-failed',
    title: { en: 'A pod could not be connected to the network', zh: 'Pod 接入网络失败' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event', 'containerd', 'cri-o', 'cni'],
    wordings: [
      {
        literal: 'failed to set up pod',
        regex: /[Nn]etworkPlugin (?<plugin>[\w.-]{1,40}) failed to set up pod\b/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'network for sandbox',
        regex: /failed to set ?up network for sandbox \\*"?(?<sandbox>[0-9a-f]{12,64})/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: ' failed (add)',
        regex: /\bplugin (?:type=\\*"(?<plugin>[\w.-]{1,40})\\*" )?(?:name=\\*"[\w.-]{1,60}\\*" )?failed \(add\)/,
        versions: 'libcni 1.0 and later',
      },
      {
        literal: 'Error adding ',
        regex: /\bError adding \S{1,253} (?:\S{1,80} )?to network \S{1,80}: /,
        versions: 'kubelet 1.8-1.23, CRI-O',
      },
      {
        literal: 'rror while adding to cni',
        regex: /[Ee]rror while adding to cni (?:lo )?network\b/,
        versions: 'kubelet 1.8-1.12',
      },
      {
        literal: 'ailed to create pod network sandbox',
        regex: /[Ff]ailed to create pod network sandbox\b/,
        versions: 'CRI-O',
      },
      { literal: 'rror adding network: ', regex: /\b[Ee]rror adding network: /, versions: 'kubelet 1.2-1.12' },
      {
        literal: 'ailed to setup network for pod',
        regex: /[Ff]ailed to setup network for pod \\*"/,
        versions: 'kubelet 1.2-1.5',
      },
      {
        literal: 'set up sandbox container',
        regex: /failed to set up sandbox container \\*"?(?<sandbox>[0-9a-f]{12,64})\\*"? network for/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'error adding container to network',
        regex:
          /(?:[Mm]ultus: \[[^\]\n]{1,300}\]: )?error adding (?:container|pod \S{1,253}) to network \\*"?(?<network>[\w./-]{1,120})/,
        versions: 'Multus 3 and 4',
      },
      {
        literal: 'error adding pod ',
        regex:
          /(?:[Mm]ultus: \[[^\]\n]{1,300}\]: )?error adding (?:container|pod \S{1,253}) to network \\*"?(?<network>[\w./-]{1,120})/,
        versions: 'Multus 3 and 4',
      },
      {
        literal: 'CNI request failed with status',
        regex: /CNI request failed with status (?<status>\d{3}): /,
        versions: 'OVN-Kubernetes',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The network plug-in was called to add a pod and reported an error; the sandbox is torn down and tried again.',
      zh: '调用网络插件为 Pod 接入网络时报错；沙箱会被拆除并重试。',
    },
    usualCauses: {
      en: 'What the inner text says: no free address, a daemon of the plug-in not running, a leftover interface, iptables, the API server.',
      zh: '见内层文本：地址耗尽、插件守护进程未运行、残留网卡、iptables，或 API 服务器不可达。',
    },
    firstCheck: {
      en: 'The innermost error; the log of the plug-in daemon on this node.',
      zh: '看最内层错误以及本节点插件守护进程的日志。',
    },
    remedy: { en: 'Cure the inner error; pods are retried by themselves.', zh: '解决内层错误；Pod 会自行重试。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/dockershim/network/plugins.go',
      'containerd/containerd:internal/cri/server/sandbox_run.go',
      'containernetworking/cni:libcni/api.go',
    ],
    matches: [
      "CNI request failed with status 400: '[shop/web-0] failed to configure pod interface: timed out waiting for OVS port binding'",
      'Multus: [shop/web-0]: error adding container to network "cbr0": delegateAdd: error invoking DelegateAdd - "flannel"',
      'failed to set up sandbox container "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d" network for pod "web-0": timed out',
      'E0513 10:31:02.118001    2211 manager.go:1993] Failed to setup network for pod "web-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)" using network plugins "cni": timed out; Skipping pod',
      'E0513 10:31:02.118001    2211 cni.go:167] Error adding network: timed out',
      'rpc error: code = Unknown desc = failed to set up sandbox container "3c7ca4d2bc77" network for pod "web-0": networkPlugin cni failed to set up pod "web-0_shop" network: no route',
      'E0513 10:31:02.118001    2211 cni.go:331] Error adding shop_web-0/3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d to network calico/k8s-pod-network: context deadline exceeded',
      'failed to setup network for sandbox "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d": plugin type="bridge" failed (add): failed to set bridge addr',
      'E0513 10:31:02.118001    2211 cni.go:260] Error while adding to cni network: timed out',
      'failed to create pod network sandbox k8s_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0: error adding pod',
    ],
    mustNotMatch: [
      'networkPlugin cni failed to teardown pod "web-0_shop" network: timed out',
      'plugin type="bridge" failed (delete): netlink error',
      'Error adding route to host gateway',
    ],
  },
  {
    id: 'cni-del-failed',
    title: { en: 'A pod could not be removed from the network', zh: 'Pod 从网络移除失败' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'event', 'containerd', 'cri-o', 'cni'],
    wordings: [
      {
        literal: 'failed to teardown pod',
        regex: /[Nn]etworkPlugin (?<plugin>[\w.-]{1,40}) failed to teardown pod\b/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'destroy network for sandbox',
        regex: /failed to destroy network for sandbox \\*"?(?<sandbox>[0-9a-f]{12,64})/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: ' failed (delete)',
        regex: /\bplugin (?:type=\\*"(?<plugin>[\w.-]{1,40})\\*" )?(?:name=\\*"[\w.-]{1,60}\\*" )?failed \(delete\)/,
        versions: 'libcni 1.0 and later',
      },
      {
        literal: 'Error deleting ',
        regex: /\bError deleting \S{1,253} (?:\S{1,80} )?from network \S{1,80}: /,
        versions: 'kubelet 1.8-1.23, CRI-O',
      },
      {
        literal: 'removing pod from CNI network',
        regex: /\b[Ee]rror (?:stopping network|removing pod from CNI network)\b/,
        versions: 'CRI-O',
      },
      {
        literal: 'rror stopping network',
        regex: /\b[Ee]rror (?:stopping network|removing pod from CNI network)\b/,
        versions: 'CRI-O',
      },
      {
        literal: 'ailed to destroy network for pod',
        regex: /[Ff]ailed to destroy network for pod sandbox\b/,
        versions: 'CRI-O',
      },
      {
        literal: 'ailed to destroy network for sandbox',
        regex: /[Ff]ailed to destroy network for sandbox\b(?: \\*"(?<sandbox>[0-9a-f]{12,64}))?/,
        versions: 'containerd 1.2 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The network plug-in was called to remove a pod and reported an error: the sandbox stays and its address may leak.',
      zh: '调用网络插件移除 Pod 时报错：沙箱残留，其地址可能泄漏。',
    },
    usualCauses: {
      en: 'The plug-in daemon is down, its credentials are invalid, or its configuration is gone.',
      zh: '插件守护进程未运行、凭据失效，或配置已丢失。',
    },
    firstCheck: {
      en: 'The inner error; is the network pod of this node running?',
      zh: '看内层错误；本节点的网络 Pod 是否在运行？',
    },
    remedy: {
      en: 'Cure the daemon; leaked addresses are freed when the delete succeeds.',
      zh: '修复守护进程；删除成功后泄漏的地址会释放。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/dockershim/network/plugins.go',
      'containerd/containerd:internal/cri/server/sandbox_stop.go',
      'containernetworking/cni:libcni/api.go',
    ],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="Failed to destroy network for sandbox \\"9b3f4f1f0a2d\\"" error="boom"',
      'networkPlugin cni failed to teardown pod "web-0_shop" network: operation not supported',
      'failed to destroy network for sandbox "3c7ca4d2bc771088160ebe7b7a16c86384614d91df91ee6ef51a11e9776ba14d": plugin type="calico" failed (delete): error getting ClusterInformation: connection is unauthorized: Unauthorized',
      'E0513 10:31:02.118001    2211 cni.go:352] Error deleting shop_web-0/3c7ca4d2bc77 from network calico/k8s-pod-network: timed out',
      'error removing pod from CNI network "crio": plugin type="ovn" timed out',
      'failed to destroy network for pod sandbox k8s_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0(3c7c): timed out',
    ],
    mustNotMatch: [
      'networkPlugin cni failed to set up pod "web-0_shop" network: timed out',
      'plugin type="bridge" failed (add): timed out',
      'Error deleting stale endpoint from map',
    ],
  },
  {
    id: 'cni-ip-exhausted',
    title: { en: 'No pod address is left on the node', zh: '节点的 Pod 地址已用尽' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'no IP addresses available in',
        regex: /\bno IP addresses available in (?:range set|network)\b/,
        versions: 'CNI plugins 0.6 and later',
      },
      {
        literal: 'failed to allocate for range',
        regex: /failed to allocate for range \d{1,3}: /,
        versions: 'CNI plugins 0.7 and later',
      },
      {
        literal: 'failed to assign an IP address to container',
        regex: /failed to assign an IP address to container/,
        versions: 'AWS VPC CNI',
      },
      {
        literal: 'InsufficientFreeAddresses',
        regex: /\bInsufficientFreeAddressesInSubnet\b/,
        versions: 'AWS VPC CNI',
      },
      {
        literal: 'to assign IPv4 addresses',
        regex: /(?:[Ff]ailed|[Uu]nable) to assign IPv4 addresses\b/,
        versions: 'Calico',
      },
      { literal: 'No more free affine blocks', regex: /No more free affine blocks\b/, versions: 'Calico' },
      {
        literal: 'assign an IP address to pod',
        regex: /[Ff]ailed to assign an IP address to pod (?<pod>[\w.-]{1,253}), namespace (?<namespace>[\w-]{1,63})/,
        versions: 'AWS VPC CNI',
      },
      { literal: 'no available IP addresses', regex: /\bno available IP addresses/, versions: 'AWS VPC CNI' },
      {
        literal: 'no available IP/Prefix addresses',
        regex: /\bno available IP\/Prefix addresses/,
        versions: 'AWS VPC CNI 1.9 and later',
      },
      {
        literal: 'No more IPs available',
        regex: /\bNo more IPs available\b/,
        versions: 'Cilium',
      },
      { literal: 'Could not allocate IP in range', regex: /Could not allocate IP in range/, versions: 'whereabouts' },
      {
        literal: 'Assigned 0 out of',
        regex: /Assigned 0 out of \d{1,3} requested IPv[46] addresses/,
        versions: 'calico 3.20-3.28',
      },
      { literal: 'Instance is out of interfaces', regex: /Instance is out of interfaces/, versions: 'cilium 1.7-1.16' },
      { literal: 'to get IP address from CNS', regex: /Failed to get IP address from CNS/, versions: 'azure-cni' },
      { literal: 'no configured Calico pools', regex: /no configured Calico pools/, versions: 'calico 3.x' },
      {
        literal: 'No available addresses',
        regex: /Failed to allocate address: No available addresses/,
        versions: 'azure-vnet 1.x',
      },
      { literal: 'No available address pools', regex: /No available address pools/, versions: 'azure-vnet 1.x' },
      {
        literal: 'GetAvailableIPConfigs: not enough',
        regex: /GetAvailableIPConfigs: not enough/,
        versions: 'azure-cns 1.x',
      },
      {
        literal: 'Azure CNS to allocate more',
        regex: /not enough IPs available[^\n]{0,80}, waiting (?:on|for) Azure CNS to allocate more/,
        versions: 'Azure CNS 1.4-1.6',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Every address of this node's pod range is taken; reservations of pods that are gone count too.",
      zh: '本节点 Pod 网段的地址全部被占用；已消失 Pod 的残留预留也计算在内。',
    },
    usualCauses: {
      en: 'Reservations leaked by unclean restarts or failed deletes, a range too small for the pods, a subnet used up.',
      zh: '非正常重启或删除失败泄漏的预留、网段相对 Pod 数过小，或子网耗尽。',
    },
    firstCheck: {
      en: 'Compare the files in `/var/lib/cni/networks/` with the running sandboxes (`crictl pods`).',
      zh: '将 `/var/lib/cni/networks/` 中的文件与运行中的沙箱（`crictl pods`）比较。',
    },
    remedy: {
      en: 'Remove stale reservations; give the node a larger range.',
      zh: '清除残留预留；为节点分配更大的网段。',
    },
    source: [
      'containernetworking/plugins:plugins/ipam/host-local/backend/allocator/allocator.go',
      'aws/amazon-vpc-cni-k8s:cmd/routed-eni-cni-plugin/cni.go',
      'projectcalico/calico:libcalico-go/lib/ipam/ipam.go',
    ],
    matches: [
      'Failed to allocate IP: No more IPs available',
      'Send AddNetworkReply: IPv4Addr , DeviceNumber: 0, err: assignPodIPv4AddressUnsafe: no available IP addresses',
      '2022-05-13T10:31:02.118Z [ERROR] Failed to assign an IP address to pod web-0, namespace shop container 3c7c',
      'failed to allocate for range 0: no IP addresses available in range set: 10.244.3.1-10.244.3.254',
      'add cmd: failed to assign an IP address to container',
      '{"level":"error","ts":"2022-05-13T10:31:02.118Z","caller":"ipamd/rpc_handler.go:155","msg":"Unable to get IP address from CIDR: no available IP/Prefix addresses"}',
      'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.',
      'Failed to assign IPv4 addresses, unable to assign IPv4 addresses',
      'level=warning msg="No more free affine blocks, strict affinity enabled"',
      'error at storage engine: Could not allocate IP in range: ip: 10.244.0.10 / - 10.244.0.20',
      'Failed to request IPv4 addresses: Assigned 0 out of 1 requested IPv4 addresses; No more free affine blocks',
      'level=warning msg="Instance is out of interfaces"',
      'IPAM Invoker Add failed with error: Failed to get IP address from CNS',
      'plugin type="calico" failed (add): error getting pools: no configured Calico pools',
      '2023/05/13 10:31:02 [azure-vnet] Failed to allocate pool: Failed to delegate: Failed to allocate address: No available addresses.',
      'Failed to allocate pool: Failed to delegate: Failed to allocate pool: No available address pools',
      '2023/05/13 10:31:02 [1] [Azure CNS] Error. GetAvailableIPConfigs: not enough IPs available',
      'AllocateIPConfig failed: not enough IPs available for default, waiting on Azure CNS to allocate more with NC Status: , IP config request is &{}',
    ],
    mustNotMatch: [
      'Assigned IP address 10.244.3.7 to container',
      'failed to allocate for pod: no space left on device',
    ],
  },
  {
    id: 'cni-plugin-missing',
    title: { en: 'A network plug-in program is missing', zh: '缺少网络插件程序' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'failed to find plugin ',
        regex: /failed to find plugin \\*"(?<plugin>[\w.-]{1,60})\\*" in path/,
        versions: 'libcni 0.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The CNI configuration names a program that is not in the plug-in directory.',
      zh: 'CNI 配置引用的程序不在插件目录中。',
    },
    usualCauses: {
      en: 'The network installer has not copied it, a package update removed it, or the runtime looks in another directory.',
      zh: '网络安装程序尚未拷贝、软件包更新将其删除，或运行时查找的目录不同。',
    },
    firstCheck: {
      en: '`ls /opt/cni/bin`; the runtime’s `bin_dir`.',
      zh: '`ls /opt/cni/bin`；检查运行时的 `bin_dir`。',
    },
    remedy: { en: 'Install the plug-ins again.', zh: '重新安装插件。' },
    source: ['containernetworking/cni:pkg/invoke/find.go'],
    matches: [
      'failed to setup network for sandbox "3c7ca4d2bc77": failed to find plugin "portmap" in path [/opt/cni/bin]',
      'error="cni plugin not initialized: failed to find plugin \\"loopback\\" in path [/opt/cni/bin]"',
    ],
    mustNotMatch: [
      'failed to find plugin socket in path /var/lib/kubelet/plugins',
      'plugin "portmap" found in path [/opt/cni/bin]',
    ],
  },
  {
    id: 'veth-conflict',
    title: { en: 'A pod interface cannot be created', zh: '无法创建 Pod 网卡' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'containerd', 'dockerd'],
    wordings: [
      {
        literal: 'container veth name',
        regex: /container veth name (?:provided )?\(\\*"?(?<interface>[\w.-]{1,16})\\*"?\)[^\n]{0,80}? already exists/,
        versions: 'CNI plugins',
      },
      {
        literal: 'failed to make veth pair',
        regex: /failed to make veth pair: (?<reason>[^\n]{1,120})/,
        versions: 'CNI plugins',
      },
      {
        literal: 'creating veth pair failed',
        regex: /adding interface (?<interface>veth\w{1,12}) to bridge \S{1,32} failed: creating veth pair failed/,
      },
      {
        literal: 'pair interfaces failed',
        regex: /failed to add the host (?:\((?<interface>veth\w{1,12})\) )?[^\n]{0,60}pair interfaces failed/,
        versions: 'docker 1.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pair of virtual interfaces of a pod cannot be set up: something by that name exists, or the kernel refuses.',
      zh: '无法为 Pod 建立虚拟网卡对：同名接口已存在，或被内核拒绝。',
    },
    usualCauses: {
      en: 'Leftovers of a sandbox that was not torn down; a kernel that lacks memory or the module.',
      zh: '未清理沙箱的残留；内核缺少内存或模块。',
    },
    firstCheck: {
      en: '`ip -d link`',
      zh: '执行 `ip -d link`',
    },
    remedy: {
      en: 'Delete the stale interface; it is created anew.',
      zh: '删除残留的网卡，系统会重新创建。',
    },
    source: [
      'containernetworking/plugins:pkg/ip/link_linux.go',
      'containernetworking/plugins:plugins/main/bridge/bridge.go',
      'moby/moby:daemon/libnetwork/drivers/bridge/bridge_linux.go',
    ],
    matches: [
      'container veth name ("eth0") peer provided ("veth3f2a") already exists',
      'failed to make veth pair: cannot allocate memory',
      'adding interface veth1b2c3d to bridge docker0 failed: creating veth pair failed',
      'failed to add the host (veth1b2c3d) <=> sandbox (veth4e5f6a) pair interfaces failed: operation not supported',
    ],
    mustNotMatch: [
      'device veth1b2c3d entered promiscuous mode',
      'failed to set bridge addr: "cni0" already has an IP address different from 10.244.7.1/24',
    ],
  },
  {
    id: 'cni-bridge-conflict',
    title: { en: 'The CNI bridge has the address of another subnet', zh: 'CNI 网桥的地址属于其他子网' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'containerd', 'event'],
    wordings: [
      {
        literal: 'already has an IP address different from',
        regex:
          /"(?<interface>[a-z0-9.-]{1,15})\\*" already has an IP address different from (?<address>[0-9a-f.:/]{3,50})/,
        versions: 'CNI bridge plug-in 0.3 and later',
      },
      {
        literal: 'already exists for an interface other',
        regex: /already exists for an interface other than '(?<interface>[\w.-]{1,16})'/,
        versions: 'calico 3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The bridge kept the address of an earlier pod network, so no pod can be attached to it.',
      zh: '网桥保留了旧 Pod 网段的地址，新的 Pod 无法接入。',
    },
    usualCauses: {
      en: 'The pod subnet of the node changed: flannel lost its lease, the node was re-created or the cluster reset.',
      zh: '节点的 Pod 子网已变化：flannel 租约丢失、节点重建或集群重置。',
    },
    firstCheck: {
      en: '`ip addr show cni0` against `/run/flannel/subnet.env`.',
      zh: '对比 `ip addr show cni0` 与 `/run/flannel/subnet.env`。',
    },
    remedy: {
      en: 'Drain the node, `ip link delete cni0`, restart the network plug-in.',
      zh: '排空节点，执行 `ip link delete cni0`，重启网络插件。',
    },
    source: ['containernetworking/plugins:plugins/main/bridge/bridge.go'],
    matches: [
      'E0314 03:50:31.649912   56110 cni.go:294] Error adding network: failed to set bridge addr: "cni0" already has an IP address different from 10.42.3.1/24',
      'plugin type="calico" failed (add): error adding host side routes for interface: cali7f2a, error: route (Ifindex: 12, Dst: 10.244.1.7/32, Scope: 253) already exists for an interface other than \'cali7f2a\'',
    ],
    mustNotMatch: ['eth0 already has an IP address'],
  },
  {
    id: 'cni-pod-ip-unreadable',
    title: { en: "A pod's address could not be read", zh: '无法读取 Pod 的 IP 地址' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'cni'],
    wordings: [
      {
        literal: 'failed to read pod IP from plugin',
        regex: /failed to read pod IP from plugin\/docker: /,
        versions: 'dockershim 1.8-1.23, cri-dockerd',
      },
      {
        literal: 'failed to retrieve network namespace path',
        regex: /CNI failed to retrieve network namespace path\b/,
        versions: 'dockershim 1.8-1.23, cri-dockerd',
      },
      {
        literal: 'failed on the status hook for pod',
        regex: /NetworkPlugin (?<plugin>[a-z]{2,20}) failed on the status hook for pod \\*"(?<pod>[a-z0-9.-]{1,253})/,
        versions: 'dockershim 1.8-1.23, cri-dockerd',
      },
      {
        literal: 'failed on the status hook for pod',
        regex: /failed on the status hook for pod/,
        versions: 'kubelet 1.6-1.23',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The network namespace of the sandbox is gone, so its address cannot be read. For a pod that is ending this is normal.',
      zh: '沙箱的网络命名空间已不在，无法读取地址。对正在结束的 Pod 属正常。',
    },
    usualCauses: { en: 'The sandbox has ended, or docker does not answer.', zh: '沙箱已结束，或 docker 不应答。' },
    firstCheck: { en: 'Whether the pod is being deleted at that moment.', zh: '看当时 Pod 是否正在被删除。' },
    remedy: {
      en: 'None for pods that end; otherwise cure the sandbox.',
      zh: '对结束中的 Pod 无需处理；否则修复沙箱。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/dockershim/docker_sandbox.go'],
    matches: [
      'W0513 10:31:02.004211   14207 docker_sandbox.go:394] failed to read pod IP from plugin/docker: NetworkPlugin cni failed on the status hook for pod "api-0_shop": CNI failed to retrieve network namespace path: cannot find network namespace for the terminated container "0d8b2f7c53ea"',
      'W0513 10:31:02.118001    1234 docker_sandbox.go:342] failed to read pod IP from plugin/docker: NetworkPlugin cni failed on the status hook for pod "web-0_prod": Unexpected command output Device "eth0" does not exist.',
    ],
    mustNotMatch: ['failed to read pod annotations'],
  },
  {
    id: 'netns-missing',
    title: { en: 'The network namespace of a pod is gone', zh: 'Pod 的网络命名空间已不存在' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'cannot find network namespace for',
        regex: /cannot find network namespace for the terminated container \\*"(?<container>[0-9a-f]{12,64})/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'unknown FS magic on',
        regex: /unknown FS magic on \\*"(?<path>\/[^"\\\s]{1,200})/,
        versions: 'CNI plugins',
      },
      {
        literal: 'failed to Statfs',
        regex: /failed to Statfs \\*"(?<path>\/(?:proc|var\/run\/netns|run\/netns)[^"\\\s]{1,200})/,
        versions: 'CNI plugins',
      },
      {
        literal: 'ailed to open netns',
        regex: /[Ff]ailed to open netns \\*"(?<path>\/[^"\\\s]{1,200})/,
        versions: 'CNI plugins',
      },
      {
        literal: 'remove network namespace for',
        regex: /[Ff]ailed to remove network namespace for sandbox/,
        versions: 'containerd',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The plug-in was given a namespace that does not exist any more: the sandbox had died before.',
      zh: '插件得到的命名空间已不存在：沙箱此前已终止。',
    },
    usualCauses: {
      en: 'A sandbox that was killed, a restart of the runtime, a node that was rebooted.',
      zh: '沙箱被杀、运行时重启，或节点重启。',
    },
    firstCheck: { en: 'What ended the sandbox just before.', zh: '查看此前是什么终止了沙箱。' },
    remedy: {
      en: 'None by itself when it stops; else restart the runtime.',
      zh: '若自行停止则无需处理；否则重启运行时。',
    },
    source: [
      'containernetworking/plugins:pkg/ns/ns_linux.go',
      'kubernetes/kubernetes:pkg/kubelet/dockershim/network/cni/cni.go',
    ],
    matches: [
      'E0513 10:31:02.118001    2211 cni.go:301] CNI failed to retrieve network namespace path: cannot find network namespace for the terminated container "3c7ca4d2bc77"',
      'failed to open netns "/var/run/netns/cni-1": unknown FS magic on "/var/run/netns/cni-1": 1021994',
      'failed to Statfs "/proc/8123/ns/net": no such file or directory',
      'failed to remove network namespace for sandbox "3c7c": device or resource busy',
    ],
    mustNotMatch: ['opened netns "/var/run/netns/cni-1"'],
  },
];
