/** Network plug-ins by name: what flannel, Calico, Cilium and others say when their part on the node is missing. */
import type { Signature } from '../signature';

export const cniAgentSignatures: readonly Signature[] = [
  {
    id: 'flannel-subnet-env-missing',
    title: { en: 'flannel has not written the subnet of the node', zh: 'flannel 尚未写入节点子网' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd'],
    wordings: [
      {
        literal: '/run/flannel/subnet.env',
        regex: /(?:open|stat) (?<path>\/run\/flannel\/subnet\.env): no such file or directory/,
        versions: 'flannel CNI plug-in',
      },
      {
        literal: 'loadFlannelSubnetEnv failed',
        regex: /loadFlannelSubnetEnv failed\b/,
        versions: 'flannel CNI plug-in 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'flanneld writes this file when it has the lease of the node; it is not there.',
      zh: 'flanneld 取得节点租约后才写此文件；目前文件不存在。',
    },
    usualCauses: {
      en: 'flanneld is not running, cannot reach the API, or the node has no pod range.',
      zh: 'flanneld 未运行、无法访问 API，或节点没有 Pod 网段。',
    },
    firstCheck: { en: 'The log of the flannel pod of this node.', zh: '本节点 flannel Pod 的日志。' },
    remedy: { en: 'Get flanneld to start; the file follows.', zh: '让 flanneld 启动，文件随即生成。' },
    source: ['flannel-io/cni-plugin:flannel.go', 'flannel-io/flannel:main.go'],
    matches: [
      'plugin type="flannel" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory',
      'networkPlugin cni failed to set up pod "web-0_shop" network: open /run/flannel/subnet.env: no such file or directory',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001 1 main.go:313] Wrote subnet file to /run/flannel/subnet.env',
      'open /etc/flannel/net-conf.json: no such file or directory',
    ],
  },
  {
    id: 'flannel-lease-failed',
    title: { en: 'flannel got no subnet for the node', zh: 'flannel 未能取得节点子网' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      { literal: 'rror registering network', regex: /[Ee]rror registering network: / },
      { literal: 't fetch network config', regex: /[Cc]ouldn't fetch network config: / },
      { literal: 'failed to acquire lease', regex: /failed to acquire lease: / },
      { literal: 'pod cidr not assigned', regex: /node \\*"?(?<node>[\w.-]{1,253})\\*"? pod cidr not assigned/ },
      {
        literal: 'ailed to retrieve network conf',
        regex: /[Ff]ailed to retrieve network config:/,
        versions: 'flannel 0.5-0.10',
      },
      {
        literal: 'atch of subnet leases failed',
        regex: /[Ww]atch of subnet leases failed/,
        versions: 'flannel 0.5-0.25',
      },
      {
        literal: 'Error renewing lease',
        regex: /Error renewing lease/,
        versions: 'flannel 0.5-0.25',
      },
      {
        literal: 'Error decoding subnet lease',
        regex: /Error decoding subnet lease JSON: (?<reason>[^\n]{3,120})/,
        versions: 'flannel 0.1-0.7',
      },
      {
        literal: 'Failed to acquire subnet',
        regex: /Failed to acquire subnet: (?<reason>[^\n]{3,160})/,
        versions: 'flannel 0.1-0.5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'flanneld could not get the range of pod addresses of its node.',
      zh: 'flanneld 无法取得本节点的 Pod 网段。',
    },
    usualCauses: {
      en: 'The controller manager has not assigned a pod CIDR, or the API is out of reach.',
      zh: 'controller-manager 未分配 Pod CIDR，或 API 不可达。',
    },
    firstCheck: {
      en: '`kubectl get node NODE -o jsonpath={.spec.podCIDR}`',
      zh: '`kubectl get node 节点名 -o jsonpath={.spec.podCIDR}`',
    },
    remedy: {
      en: 'Enable the allocation of node CIDRs or widen the cluster range.',
      zh: '启用节点 CIDR 分配，或扩大集群网段。',
    },
    source: ['flannel-io/flannel:main.go', 'flannel-io/flannel:pkg/subnet/kube/kube.go'],
    matches: [
      'E0513 10:31:02.118001       1 main.go:330] Error registering network: failed to acquire lease: node "node-17" pod cidr not assigned',
      "E0513 10:31:02.118001       1 main.go:287] Couldn't fetch network config: client: etcd cluster is unavailable",
      'Failed to retrieve network config: 100: Key not found (/coreos.com) [3]',
      'E0513 10:31:02.118001       1 watch.go:44] Watch of subnet leases failed: client: etcd cluster is unavailable',
      'E0513 10:31:02.118001       1 network.go:160] Error renewing lease (trying again in 1 min)',
      'flanneld[609]: E0513 10:31:02.118001 00609 vxlan.go:217] Error decoding subnet lease JSON: json: cannot unmarshal string into Go value of type vxlan.vxlanLeaseAttrs',
      'E0513 10:31:02.118001 14797 subnet.go:104] Failed to acquire subnet: 502:  (unhandled http status [Temporary Redirect] with body []) [0]',
    ],
    mustNotMatch: [
      'failed to acquire lease kube-system/scheduler',
      'I0513 10:31:02.118001       1 kube.go:126] Subnet added: 10.244.3.0/24',
    ],
  },
  {
    id: 'calico-node-not-running',
    title: { en: 'calico-node has not started on this node', zh: '本节点的 calico-node 尚未启动' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd'],
    wordings: [
      {
        literal: '/var/lib/calico/nodename',
        regex: /stat (?<path>\/var\/lib\/calico\/nodename): no such file or directory/,
        versions: 'Calico 3.0 and later',
      },
      {
        literal: 'calico/node container is running',
        regex: /check that the calico\/node container is running/,
        versions: 'Calico 3.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'calico-node writes this file when it starts; without it no pod gets an address.',
      zh: 'calico-node 启动时写此文件；没有它 Pod 无法获得地址。',
    },
    usualCauses: {
      en: 'Its pod is still being pulled, crashes, or was not scheduled here.',
      zh: '其 Pod 仍在拉取镜像、崩溃，或未调度到本节点。',
    },
    firstCheck: { en: 'The calico-node pod of this node.', zh: '本节点的 calico-node Pod。' },
    remedy: { en: 'Get calico-node running.', zh: '让 calico-node 运行起来。' },
    source: ['projectcalico/calico:cni-plugin/pkg/plugin/plugin.go'],
    matches: [
      'plugin type="calico" failed (add): stat /var/lib/calico/nodename: no such file or directory: check that the calico/node container is running and has mounted /var/lib/calico/',
    ],
    mustNotMatch: [
      'stat /var/lib/calico/mtu: no such file or directory',
      'wrote node name to /var/lib/calico/nodename',
    ],
  },
  {
    id: 'calico-unauthorized',
    title: { en: 'Credentials of the network plug-in are refused', zh: '网络插件的凭据被拒绝' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd'],
    wordings: [
      {
        literal: 'connection is unauthorized',
        regex: /\bconnection is unauthorized: (?<reason>[^\n]{1,120})/,
        versions: 'Calico 2.6 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The API server does not accept the token or certificate of the network plug-in any more.',
      zh: 'API 服务器不再接受网络插件的令牌或证书。',
    },
    usualCauses: {
      en: 'An expired token in the kubeconfig of the plug-in, rotated keys, or a clock that jumped.',
      zh: '插件 kubeconfig 中的令牌过期、密钥轮换，或时钟跳变。',
    },
    firstCheck: {
      en: 'Age of `/etc/cni/net.d/calico-kubeconfig`; the clock of the node.',
      zh: '检查 `/etc/cni/net.d/calico-kubeconfig` 的时间与节点时钟。',
    },
    remedy: { en: 'Restart calico-node: it writes a fresh token.', zh: '重启 calico-node，它会写入新的令牌。' },
    source: ['projectcalico/calico:libcalico-go/lib/errors/errors.go'],
    matches: [
      'plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized',
    ],
    mustNotMatch: [
      'Unable to authenticate the request due to an error: Unauthorized',
      'connection is authorized: user=replicator',
    ],
  },
  {
    id: 'calico-not-ready',
    title: { en: 'calico-node reports that it is not ready', zh: 'calico-node 报告自身未就绪' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'calico/node is not ',
        regex: /\bcalico\/node is not (?:ready|live): (?<reason>[^\n]{1,160})/,
        versions: 'Calico 3.0 and later',
      },
      {
        literal: 'BIRD is not ready',
        regex: /\bBIRD is not ready: (?<reason>[^\n]{1,160})/,
        versions: 'Calico 3.0 and later',
      },
      {
        literal: 'Reporter is not ',
        regex: /Reporter is not (?:ready|live)\b[^\n]{0,120}/,
        versions: 'Calico 3.x',
      },
      {
        literal: ': Reporter is not ',
        regex: /felix\/health\.go \d{1,5}: Reporter is not (?:ready|live)\./,
        versions: 'calico 3.x',
      },
      {
        literal: 'Overall health status changed',
        regex: /Overall health status changed:? [^\n]{0,40}(?:ready=false|live=false)/,
        versions: 'calico 3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The own health check of calico-node fails, mostly because BGP sessions are missing.',
      zh: 'calico-node 自检失败，多因缺少 BGP 会话。',
    },
    usualCauses: {
      en: 'Peers that are down, a firewall on port 179, a wrongly detected node address. Normal in the first minute after its start.',
      zh: '对端宕机、179 端口被防火墙拦截，或节点地址识别错误。启动后第一分钟内属正常。',
    },
    firstCheck: { en: '`calicoctl node status`', zh: '执行 `calicoctl node status`' },
    remedy: { en: 'Restore the peers or set the address detection method.', zh: '恢复对端，或设置地址检测方式。' },
    source: ['projectcalico/calico:node/pkg/health/health.go'],
    matches: [
      'felix/health.go 167: Reporter is not ready. name="int_dataplane"',
      'Readiness probe failed: calico/node is not ready: BIRD is not ready: BGP not established with 10.0.3.7,10.0.3.9',
      'BIRD is not ready: BGP not established with 10.0.3.7',
      '2023-05-13 10:31:02.118 [WARNING][61] felix/health.go 211: Reporter is not ready. name="int_dataplane"',
      '2023-05-13 10:31:02.118 [INFO][61] felix/health.go 294: Overall health status changed: live=true ready=false',
    ],
    mustNotMatch: ['calico/node is ready', 'bird: BGP1: Established'],
  },
  {
    id: 'cni-agent-unreachable',
    title: { en: 'The agent of the network plug-in does not answer', zh: '网络插件的 agent 不应答' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'connect to Cilium agent',
        regex: /unable to connect to Cilium agent/,
        versions: 'Cilium 1.x',
      },
      {
        literal: 'cilium agent client after',
        regex: /failed to create cilium agent client after [\d.]{1,12} seconds timeout/,
        versions: 'Cilium 1.x',
      },
      { literal: 'Cilium API client timeout', regex: /Cilium API client timeout exceeded/, versions: 'Cilium 1.x' },
      {
        literal: 'AddNetwork gRPC call',
        regex: /[Ee]rror received from AddNetwork gRPC call/,
        versions: 'AWS VPC CNI',
      },
      {
        literal: 'DelNetwork gRPC call',
        regex: /[Ee]rror received from DelNetwork gRPC call/,
        versions: 'AWS VPC CNI',
      },
      {
        literal: '127.0.0.1:6784',
        regex: /http:\/\/127\.0\.0\.1:6784\/[^\n]{1,300}(?:connection refused|timeout|deadline exceeded)/,
        versions: 'Weave Net',
      },
      { literal: 'failed to send CNI request', regex: /failed to send CNI request: /, versions: 'OVN-Kubernetes' },
      {
        literal: ' failed (add): ',
        regex:
          /plugin type=\\*"(?!calico)(?<plugin>[\w.-]{1,40})\\*"[^\n]{0,80} failed \(add\): [^\n]{0,200}code = (?:DeadlineExceeded|Unavailable) desc/,
        versions: 'Terway, Cilium, OVN-Kubernetes and others with a daemon',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program that the runtime starts for each pod reaches its daemon on the node not at all or not in time.',
      zh: '运行时为每个 Pod 调用的程序无法（或未及时）连接到节点上的守护进程。',
    },
    usualCauses: {
      en: 'The agent pod is starting, crashed, was evicted, or waits for the API server.',
      zh: 'agent Pod 正在启动、崩溃、被驱逐，或在等待 API 服务器。',
    },
    firstCheck: { en: 'The agent pod of this node and its log.', zh: '查看本节点的 agent Pod 及其日志。' },
    remedy: { en: 'Get the agent running; pods are retried by themselves.', zh: '让 agent 恢复运行；Pod 会自行重试。' },
    source: ['cilium/cilium:plugins/cilium-cni/cmd/cmd.go', 'aws/amazon-vpc-cni-k8s:cmd/routed-eni-cni-plugin/cni.go'],
    matches: [
      'plugin type="terway" failed (add): cmdAdd: error alloc ip: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'plugin type="cilium-cni" failed (add): unable to connect to Cilium agent: failed to create cilium agent client after 30.000000 seconds timeout: Get "http://localhost/v1/config": dial unix /var/run/cilium/cilium.sock: connect: no such file or directory',
      'plugin type="cilium-cni" failed (delete): Cilium API client timeout exceeded',
      'add cmd: Error received from AddNetwork gRPC call: rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial tcp 127.0.0.1:50051: connect: connection refused"',
      'del cmd: Error received from DelNetwork gRPC call: rpc error: code = Unavailable desc = connection error',
      'unable to allocate IP address: Post "http://127.0.0.1:6784/ip/3c7c": dial tcp 127.0.0.1:6784: connect: connection refused',
      'failed to send CNI request: Post "http://dummy/": dial unix /var/run/ovn-kubernetes/cni/ovn-cni-server.sock: connect: connection refused',
    ],
    mustNotMatch: [
      'plugin type="bridge" failed (add): failed to allocate for range 0: no IP addresses available in range set',
      'level=info msg="Cilium agent is ready"',
      'Received AddNetwork for NS /var/run/netns/cni-1, Sandbox 3c7c, ifname eth0',
    ],
  },
  {
    id: 'calico-addresses-leaked',
    title: { en: 'Addresses of pods that are gone are still taken', zh: '已消失 Pod 的地址仍被占用' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      {
        literal: 'Confirmed IP leak',
        regex: /Confirmed IP leak handle=/,
        versions: 'calico/kube-controllers 3.20-3.28',
      },
      {
        literal: 'Error cleaning up node',
        regex: /Error cleaning up node calicoNode=\\*"(?<node>[\w.-]{1,253})/,
        versions: 'calico/kube-controllers 3.8-3.28',
      },
      {
        literal: 'to release block affinities',
        regex: /Failed to release block affinities for node/,
        versions: 'calico/kube-controllers 3.20-3.28',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Calico's controllers find addresses that no pod uses any more, or cannot give back those of a node that is gone.",
      zh: 'Calico 控制器发现不再被 Pod 使用的地址，或无法归还已消失节点的地址。',
    },
    usualCauses: {
      en: 'Pods or nodes that went away without their plug-in being asked, and a datastore that is slow or refuses.',
      zh: 'Pod 或节点消失时未调用插件，或数据存储缓慢、拒绝请求。',
    },
    firstCheck: {
      en: '`calicoctl ipam check`; `calicoctl ipam show --show-blocks`',
      zh: '执行 `calicoctl ipam check`、`calicoctl ipam show --show-blocks`',
    },
    remedy: {
      en: 'Release the leaked addresses with `calicoctl ipam release`; update Calico where it happens again.',
      zh: '用 `calicoctl ipam release` 释放泄漏地址；反复出现则升级 Calico。',
    },
    source: ['projectcalico/calico:kube-controllers/pkg/controllers/node/ipam.go'],
    matches: [
      '2024-03-26 13:46:18.405 [WARNING][1] ipam_allocation.go 194: Confirmed IP leak handle="k8s-pod-network.63e51e07" ip="10.20.126.3" node="node-3" pod="shop/web-0"',
      '2020-06-16 11:14:42.463 [WARNING][1] ipam.go 180: Error cleaning up node calicoNode="node-3" error=Couldn\'t release all IPs k8sNode=""',
      '2021-09-07 16:47:19.862 [ERROR][1] ipam.go 930: Failed to release block affinities for node calicoNode="node-3" error=block is not empty',
    ],
    mustNotMatch: [
      '2021-09-07 16:47:16.869 [INFO][1] ipam.go 902: Garbage collecting leaked IP address handle="k8s-pod-network.ee25" ip="10.20.22.186" node="node-3" pod="shop/web-0"',
    ],
  },
  {
    id: 'calico-became-ready',
    title: { en: 'calico-node reports that it is ready', zh: 'calico-node 报告已就绪' },
    category: 'cni',
    severity: 'info',
    role: 'recovery',
    emitters: ['cni'],
    wordings: [
      {
        literal: 'Overall health status changed',
        regex: /Overall health status changed:? [^\n]{0,40}live=true ready=true/,
        versions: 'calico 3.x',
      },
    ],
    time: { kind: 'instant' },
    ends: ['calico-not-ready'],
    excusesMs: 60_000,
    meaning: {
      en: "Felix has brought the kernel's rules and routes to what the cluster asks for.",
      zh: 'Felix 已将内核规则与路由同步到集群要求。',
    },
    usualCauses: {
      en: 'A start of calico-node, or the end of what held it up.',
      zh: 'calico-node 启动完成，或阻碍已消除。',
    },
    firstCheck: {
      en: 'Nothing when it stands in the first minute after a start; else what stood before it in `kubectl -n kube-system logs`.',
      zh: '启动后一分钟内无需检查；否则用 `kubectl -n kube-system logs` 查看其之前的内容。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['projectcalico/calico:libcalico-go/lib/health/health.go'],
    matches: [
      '2023-05-13 10:31:02.118 [INFO][61] felix/health.go 336: Overall health status changed: live=true ready=true',
    ],
    mustNotMatch: [
      '2023-05-13 10:31:02.118 [INFO][61] felix/health.go 294: Overall health status changed: live=true ready=false',
    ],
  },
];
