/** Daemons that keep the ways between nodes: BIRD, GoBGP in kube-router, Weave's router, rules of kube-router. */
import type { Signature } from '../signature';

export const routeDaemonSignatures: readonly Signature[] = [
  {
    id: 'routing-peer-down',
    title: { en: 'A routing daemon lost or refused a peer', zh: '路由守护进程失去或拒绝对端' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['cni', 'any'],
    wordings: [
      {
        literal: 'Peer Down',
        regex:
          /\bPeer Down\b[^\n]{0,240}?(?:Reason\\*"?[=:]\\*"?(?!graceful-restart-done)(?<reason>[\w-]{3,40})|State\\*"?[=:])/,
        versions: 'GoBGP 1.x-3.x',
      },
      { literal: 'graceful restart timer expired', regex: /graceful restart timer expired/, versions: 'GoBGP 1.x-3.x' },
      {
        literal: 'for a new passive connection from',
        regex: /Can't find configuration for a new passive connection from:? ?(?<address>[\da-f.:]{3,45})/,
        versions: 'GoBGP 1.x-3.x',
      },
      {
        literal: ': Connection lost (',
        regex: /bird6?: (?<peer>\w{2,60}): Connection lost \((?<reason>[^)\n]{1,80})\)/,
        versions: 'BIRD',
      },
      {
        literal: 'with strange next-hop',
        regex: /Received route (?<address>[\da-f.:]{3,45})\/\d{1,3} with strange next-hop/,
        versions: 'BIRD',
      },
      { literal: 'I/O loop cycle took', regex: /bird6?: I\/O loop cycle took (?<took>\d{4,9}) ms/, versions: 'BIRD' },
      {
        literal: 'Unable to open configuration file',
        regex: /bird6?: Unable to open configuration file (?<path>\S{1,200}): (?<reason>[^\n]{1,80})/,
        versions: 'BIRD',
      },
      {
        literal: 'bird: Netlink:',
        regex: /bird: Netlink: (?!File exists|No such process)(?<reason>[A-Z][^\n]{3,80})/,
        versions: 'BIRD',
      },
      { literal: 'missed Heartbeat from peer', regex: /missed Heartbeat from peer/, versions: 'weave 2.x' },
      {
        literal: 'during handshake:',
        regex: /connection shutting down due to error during handshake: (?!EOF)(?<reason>[^\n]{1,120})/,
        versions: 'weave 2.x',
      },
      {
        literal: 'failed to connect to peer',
        regex: /failed to connect to peer\\*"[^\n]{0,200}?peer\\*":\\*"(?<address>[\da-f.:]{3,60})/,
        versions: 'MetalLB 0.9-0.14',
      },
      { literal: 'BGP session down', regex: /BGP session down\b/, versions: 'MetalLB 0.7-0.14' },
      {
        literal: 'got BGP notification code',
        regex: /got BGP notification code 0x[\da-f]{4}(?: \((?<reason>[^()\n]{3,60}))?/,
        versions: 'MetalLB 0.7-0.12, native mode',
      },
      {
        literal: 'new=BGP_FSM_IDLE old=BGP_FSM_',
        regex:
          /Key=(?<address>\S{3,60}) [^\n]{0,40}new=BGP_FSM_IDLE old=BGP_FSM_(?:OPENSENT|OPENCONFIRM|ESTABLISHED) reason="?(?<reason>[\w -]{3,80})/,
        versions: 'GoBGP 2-3, kube-vip and kube-router',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Nodes that do not speak to each other withdraw their routes: pods on the other node are out of reach.',
      zh: '节点间不通信就会撤回路由：对方节点上的 Pod 不可达。',
    },
    usualCauses: {
      en: 'A restart of the peer, a stalled node, a firewall, a configuration that does not name the peer.',
      zh: '对端重启、节点停顿、防火墙、配置中没有该对端。',
    },
    firstCheck: {
      en: '`gobgp neighbor`, `calicoctl node status`, `weave status connections`',
      zh: '执行 `gobgp neighbor`、`calicoctl node status`、`weave status connections`',
    },
    remedy: {
      en: 'Cure the peer or the way to it; correct the list of peers.',
      zh: '修复对端或到对端的路径；更正对端列表。',
    },
    source: ['osrg/gobgp:pkg/server/server.go', 'weaveworks/weave:router/fastdp.go'],
    matches: [
      'time="2023-05-13T10:31:02Z" level=info msg="Peer Down" Key=10.20.0.11 Reason=hold-timer-expired State=BGP_FSM_ESTABLISHED Topic=Peer',
      'time="2023-05-13T10:31:02Z" level=warning msg="graceful restart timer expired" Key=10.20.0.11 State=BGP_FSM_ACTIVE Topic=Peer',
      'time="2023-05-13T10:31:02Z" level=info msg="Can\'t find configuration for a new passive connection from:10.20.0.11" Topic=Peer',
      'bird: Mesh_10_20_0_11: Connection lost (Connection refused)',
      'bird: KRT: Received route 0.0.0.0/0 with strange next-hop 10.20.0.1',
      'bird: I/O loop cycle took 5765 ms for 3 events',
      'bird: Unable to open configuration file /etc/calico/confd/config/bird.cfg: No such file or directory',
      'bird: Netlink: Network is down',
      'DEBU: 2023/05/13 10:31:02.118001 fastdp ->[10.20.0.11:6784|0a:1b:2c:3d:4e:5f(node-2)]: missed Heartbeat from peer, marking fastdp forwarder as un-healthy',
      'INFO: 2023/05/13 10:31:02.118001 ->[10.20.0.11:6783] connection shutting down due to error during handshake: Found unknown remote name: 0a:1b:2c:3d:4e:5f at 10.20.0.11:6783',
      '{"caller":"native.go:156","error":"dial timed out","level":"error","localASN":64500,"msg":"failed to connect to peer","op":"connect","peer":"10.20.0.254:179"}',
      '{"caller":"bgp_controller.go:200","event":"sessionDown","level":"error","msg":"BGP session down","peer":"10.20.0.254"}',
      '{"caller":"bgp.go:408","error":"got BGP notification code 0x0400 (Hold Timer Expired (unspecific))","event":"peerNotification","localASN":64513,"msg":"peer sent notification, closing session","peer":"10.20.0.5:179","peerASN":64512,"ts":"2023-05-13T10:31:02.118001000Z"}',
      'time="2023-05-13T10:31:02Z" level=debug msg="state changed" Key=10.20.0.1 Topic=Peer new=BGP_FSM_IDLE old=BGP_FSM_OPENCONFIRM reason=invalid-msg',
    ],
    mustNotMatch: [
      'time="2023-05-13T10:31:02Z" level=info msg="Peer Up" Key=10.20.0.11 State=BGP_FSM_OPENCONFIRM Topic=Peer',
      'bird: Mesh_10_20_0_11: State changed to up',
      'time="2023-05-13T10:31:02Z" level=debug msg="state changed" Key=10.20.0.1 Topic=Peer new=BGP_FSM_ACTIVE old=BGP_FSM_IDLE reason=idle-hold-timer-expired',
    ],
  },
  {
    id: 'kube-router-sync-failed',
    title: { en: 'kube-router cannot write rules or routes', zh: 'kube-router 无法写入规则或路由' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      { literal: 'Aborting sync. Failed to', regex: /Aborting sync\. Failed to/, versions: 'kube-router 0.2-2.x' },
      {
        literal: ' network_routes_controller.go:',
        regex:
          /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} network_routes_controller\.go:\d{1,5}\] (?!Node does not have necessary IAM)/,
        versions: 'kube-router 0.x-2.x',
      },
      {
        literal: ' network_services_controller.go:',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} network_services_controller\.go:\d{1,5}\]/,
        versions: 'kube-router 0.x-2.x',
      },
      {
        literal: ' network_policy_controller.go:',
        regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} network_policy_controller\.go:\d{1,5}\]/,
        versions: 'kube-router 0.x-2.x',
      },
      {
        literal: 'Controller heartbeat missed',
        regex: /health_controller\.go:\d{1,5}\] (?<controller>[\w ]{3,60}) Controller heartbeat missed/,
        versions: 'kube-router 0.2-2.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The node's rules, routes or virtual servers stay as they were: new pods, services and policies do not work there.",
      zh: '节点上的规则、路由或虚拟服务保持旧状态：新的 Pod、服务和策略不生效。',
    },
    usualCauses: {
      en: 'Missing kernel modules or rights, a busy xtables lock, a link that is down.',
      zh: '缺少内核模块或权限、xtables 锁被占用、链路断开。',
    },
    firstCheck: {
      en: '`kubectl logs -n kube-system -l k8s-app=kube-router`, `ipvsadm -Ln`',
      zh: '执行 `kubectl logs -n kube-system -l k8s-app=kube-router`、`ipvsadm -Ln`',
    },
    remedy: { en: 'Cure what the message names; restart kube-router.', zh: '解决消息所指问题；重启 kube-router。' },
    source: ['cloudnativelabs/kube-router:pkg/controllers/routing/network_routes_controller.go'],
    matches: [
      'E0513 10:31:02.118001       1 network_policy_controller.go:200] Aborting sync. Failed to sync network policy chains: Failed to run iptables command',
      'E0513 10:31:02.118001       1 network_routes_controller.go:320] Error injecting route: failed to add route',
      'E0513 10:31:02.118001       1 network_services_controller.go:400] Error syncing IPVS services: operation not permitted',
      'F0513 10:31:02.118001       1 network_policy_controller.go:410] failed to list rules in filter table KUBE-ROUTER-FORWARD chain due to exit status 4',
      'E0513 10:31:02.118001       1 health_controller.go:192] Routes Sync Controller heartbeat missed',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 network_routes_controller.go:543] Cleaning up old routes if there are any',
      'E0513 10:31:02.118001       1 network_routes_controller.go:982] Node does not have necessary IAM creds to modify instance attribute. So skipping disabling src-dst check.',
    ],
  },
  {
    id: 'frames-looped',
    title: { en: 'Frames come back to where they were sent from', zh: '数据帧回到发送处' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['cni', 'kernel'],
    wordings: [
      {
        literal: 'Vetoed installation of hairpin flow',
        regex: /Vetoed installation of hairpin flow/,
        versions: 'weave 1.9-2.8',
      },
      {
        literal: 'associated with another peer',
        regex: /Captured frame from MAC \([\da-f:]{5,20}\) to \([\da-f:]{5,20}\) associated with another peer/,
        versions: 'weave 1.9-2.8',
      },
      {
        literal: 'with own address as source',
        regex: /(?<interface>[\w.-]{1,16}): received packet on (?<port>[\w.@-]{1,16}) with own address as source/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'hairpin_mode not', regex: /hairpin_mode not (?:supported|set)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A frame that left through a port was seen coming in through it: the network below has a loop or repeats frames, and addresses are learned at the wrong place.',
      zh: '从某端口发出的帧又从该端口进来：下层网络有环路或重复转发，地址会学到错误位置。',
    },
    usualCauses: {
      en: 'Two bridges joined twice, a promiscuous port of a hypervisor, two nodes with one hardware address.',
      zh: '两个网桥重复相连、虚拟化平台的混杂端口、两节点硬件地址相同。',
    },
    firstCheck: { en: '`bridge link`, `bridge fdb show`', zh: '执行 `bridge link`、`bridge fdb show`' },
    remedy: {
      en: 'Undo the second connection; give each node an address of its own.',
      zh: '取消重复连接；让每个节点使用各自的地址。',
    },
    source: ['weaveworks/weave:router/fastdp.go', 'torvalds/linux:net/bridge/br_fdb.c'],
    matches: [
      'WARN: 2023/05/13 10:31:02.118001 Vetoed installation of hairpin flow FlowSpec{keys: [InPortFlowKey{vport: 1}], actions: [OutputAction{vport: 1}]}',
      'ERRO: 2023/05/13 10:31:02.118001 Captured frame from MAC (0a:1b:2c:3d:4e:5f) to (02:42:ac:11:00:02) associated with another peer 0a:1b:2c:3d:4e:60(node-2)',
      'kernel: cni0: received packet on vethb1dd84e with own address as source address (addr:02:42:ac:11:00:02, vlan:0)',
      'W0513 10:31:02.118001    1234 hairpin.go:50] hairpin_mode not supported on veth7f2a',
    ],
    mustNotMatch: [
      'INFO: 2023/05/13 10:31:02.118001 Discovered remote MAC 0a:1b:2c:3d:4e:5f at 0a:1b:2c:3d:4e:60(node-2)',
    ],
  },
  {
    id: 'weave-no-quorum',
    title: { en: 'Weave cannot hand out addresses', zh: 'Weave 无法分配地址' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      {
        literal: 'Abandoning allocation of ',
        regex: /Abandoning allocation of [^\n]{1,120}/,
        versions: 'weave 1.x-2.8',
      },
      { literal: 'Could not get peers:', regex: /\[kube-peers\] Could not get peers:/, versions: 'weave 2.x' },
      {
        literal: 'overlaps with existing route',
        regex: /Network (?<address>[\d.]{7,15}\/\d{1,2}) overlaps with existing route/,
        versions: 'weave 1.x-2.8',
      },
      {
        literal: 'Received update for IP range I own',
        regex: /Received update for IP range I own at/,
        versions: 'weave 1.x-2.8',
      },
      {
        literal: 'Inconsistent entries for',
        regex: /Inconsistent entries for (?<address>[\d.]{7,15}):/,
        versions: 'weave 1.x-2.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Peers do not agree who owns which range of addresses, or do not know each other: pods get none.',
      zh: '对端之间对地址段归属不一致或互不相识：Pod 得不到地址。',
    },
    usualCauses: {
      en: 'Nodes that came back with old data, deleted nodes that still count, the API server out of reach.',
      zh: '节点带着旧数据恢复、已删除节点仍被计入、API 服务器不可达。',
    },
    firstCheck: { en: '`weave status ipam`', zh: '执行 `weave status ipam`' },
    remedy: {
      en: 'Remove peers that are gone (`weave rmpeer`); delete `/var/lib/weave/weave-netdata.db` on the node that disagrees and restart its pod.',
      zh: '移除已消失的对端（`weave rmpeer`）；在不一致的节点删除 `/var/lib/weave/weave-netdata.db` 并重启其 Pod。',
    },
    source: ['weaveworks/weave:ipam/allocator.go', 'weaveworks/weave:ipam/ring/ring.go'],
    matches: [
      'WARN: 2023/05/13 10:31:02.118001 [allocator]: Abandoning allocation of 10.32.0.1 for 3f2a: quorum not reached',
      'FATA: 2023/05/13 10:31:02.118001 [kube-peers] Could not get peers: Get https://10.96.0.1:443/api/v1/nodes: dial tcp 10.96.0.1:443: connect: connection refused',
      'Network 10.32.0.0/12 overlaps with existing route 10.0.0.0/8 on host',
      'INFO: 2023/05/13 10:31:02.118001 ->[10.20.0.11:6783|0a:1b:2c:3d:4e:5f(node-2)]: connection shutting down due to error: Received update for IP range I own at 10.32.0.0 v41: incoming message says owner 0a:1b:2c:3d:4e:60 v43',
      'INFO: 2023/05/13 10:31:02.118001 ->[10.20.0.11:6783|0a:1b:2c:3d:4e:5f(node-2)]: connection shutting down due to error: Inconsistent entries for 10.32.0.0: owned by 0a:1b:2c:3d:4e:60 but incoming message says 0a:1b:2c:3d:4e:61',
    ],
    mustNotMatch: ['INFO: 2023/05/13 10:31:02.118001 [allocator 0a:1b:2c:3d:4e:60] Initialising with persisted data'],
  },
];
