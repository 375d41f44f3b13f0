/** Ways between the pods of different nodes: routing sessions, overlay routes and software switches that fail. */
import type { Signature } from '../signature';

export const podRouteSignatures: readonly Signature[] = [
  {
    id: 'bgp-session-lost',
    title: { en: 'A node lost a routing session with a peer', zh: '节点与对端的路由会话中断' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'any'],
    wordings: [
      {
        literal: ': Error: Hold timer expired',
        regex: /(?<peer>\w{2,60}): Error: Hold timer expired/,
        versions: 'BIRD',
      },
      { literal: 'Error: Bad peer AS', regex: /(?<peer>\w{2,60}): Error: Bad peer AS/, versions: 'BIRD' },
      {
        literal: 'onnect from unknown address',
        regex: /BGP: Unexpected connect from unknown address (?<address>[\da-f.:]{3,45})/,
        versions: 'BIRD',
      },
      { literal: ': Socket error:', regex: /(?<peer>(?:Mesh|Node|Global)_\w{2,60}): Socket error:/, versions: 'BIRD' },
      {
        literal: 'BGP not established with',
        regex: /BGP not established with (?<address>[\da-f.:,]{3,300})/,
        versions: 'calico/node 3.x',
      },
      {
        literal: 'connection shutting down due to',
        regex: /connection shutting down due to error: (?!cannot connect to ourself|Multiple connections to)/,
        versions: 'weave 2.x',
      },
      {
        literal: 'timed out waiting for UDP heartbeat',
        regex: /timed out waiting for UDP heartbeat/,
        versions: 'weave 2.x',
      },
      {
        literal: 'Received: Peer de-configured',
        regex: /(?<peer>(?:Mesh|Node|Global)_\w{2,60}): Received: Peer de-configured/,
        versions: 'BIRD',
      },
      {
        literal: 'error during connection attempt',
        regex: /->\[(?<address>[\w.:]{3,60})\] error during connection attempt/,
        versions: 'weave 2.x',
      },
      {
        literal: 'Received: Administrative',
        regex: /(?<peer>(?:Mesh|Node|Global)_\w{2,60}): Received: Administrative shutdown/,
        versions: 'BIRD',
      },
      {
        literal: '%ADJCHANGE: neighbor',
        regex: /%ADJCHANGE: neighbor (?<peer>\S{2,80}) (?:in vrf \S{1,40} )?Down/,
        versions: 'FRR 3-10',
      },
      {
        literal: '%NOTIFICATION:',
        regex:
          /%NOTIFICATION: (?:received from|sent to) neighbor (?<peer>\S{2,80}) \d{1,2}\/\d{1,2} \((?<reason>Hold Timer Expired|OPEN Message Error|Cease)[^)\n]{0,60}\)/,
        versions: 'FRR 3-10',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Nodes that do not speak to each other have no routes to each other's pods.",
      zh: '节点间不通信就没有到对方 Pod 的路由。',
    },
    usualCauses: {
      en: 'A firewall (TCP 179, weave 6783), a wrong node address, a stalled node, different autonomous systems.',
      zh: '防火墙（TCP 179、weave 6783）、节点地址错误、节点停顿，或自治系统号不同。',
    },
    firstCheck: {
      en: '`calicoctl node status`, `weave status connections`, `nc -zv PEER 179`',
      zh: '`calicoctl node status`、`weave status connections`、`nc -zv 对端 179`',
    },
    remedy: {
      en: "Open the port; correct the node's address; cure the stalled peer.",
      zh: '放行端口；更正节点地址；解决对端停顿。',
    },
    source: ['projectcalico/calico:node/pkg/health/health.go', 'weaveworks/weave:router/overlay_switch.go'],
    matches: [
      'bird: Mesh_10_20_0_11: Error: Hold timer expired',
      'bird: Mesh_10_20_0_11: Error: Bad peer AS: 64513',
      'bird: BGP: Unexpected connect from unknown address 10.20.0.11 (port 34567)',
      'bird: Mesh_10_20_0_11: Socket error: Connection reset by peer',
      'calico/node is not ready: BIRD is not ready: BGP not established with 10.20.0.11,10.20.0.12',
      'INFO: 2023/05/13 10:31:02.118001 ->[10.20.0.11:6783|0a:1b:2c:3d:4e:5f(node-2)]: connection shutting down due to error: no contact after 1m0s',
      'INFO: 2023/05/13 10:31:02.118001 overlay_switch ->[0a:1b:2c:3d:4e:5f(node-2)] fastdp timed out waiting for UDP heartbeat',
      'bird: Mesh_10_20_0_11: Received: Peer de-configured',
      'INFO: 2023/05/13 10:31:02.118001 ->[10.20.0.11:6783] error during connection attempt: dial tcp4 :0->10.20.0.11:6783: connect: connection refused',
      'bird: Mesh_10_1_2_9: Received: Administrative shutdown',
      'bgpd[118]: %ADJCHANGE: neighbor 10.0.0.1(tor-a) in vrf default Down BGP Notification send',
      'bgpd[118]: %NOTIFICATION: sent to neighbor 10.0.0.1 4/0 (Hold Timer Expired) 0 bytes',
    ],
    mustNotMatch: [
      'bird: Mesh_10_20_0_11: State changed to up',
      'bgpd[118]: %ADJCHANGE: neighbor 10.0.0.1(tor-a) in vrf default Up',
    ],
  },
  {
    id: 'overlay-route-failed',
    title: {
      en: "A plug-in cannot set a route or rule for other nodes' pods",
      zh: '插件无法为其他节点的 Pod 设置路由或规则',
    },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      { literal: 'failed to add vxlanRoute', regex: /failed to add vxlanRoute/, versions: 'flannel 0.8-0.25' },
      { literal: 'Error adding route to', regex: /Error adding route to/, versions: 'flannel 0.8-0.25' },
      { literal: 'AddARP failed:', regex: /\bAddARP failed:/, versions: 'flannel 0.8-0.25' },
      { literal: 'AddFDB failed:', regex: /\bAddFDB failed:/, versions: 'flannel 0.8-0.25' },
      {
        literal: 'Failed to ensure iptables rules',
        regex: /Failed to ensure iptables rules/,
        versions: 'flannel 0.9-0.25',
      },
      { literal: 'Failed to program route', regex: /Failed to program (?:routes|route)/, versions: 'calico felix' },
      { literal: 'Failed to add route', regex: /felix\/[^\n]{0,60}Failed to add route/, versions: 'calico felix' },
      { literal: 'Failed to resync with datap', regex: /Failed to resync with dataplane/, versions: 'calico felix' },
      { literal: 'ndpoint map update failed', regex: /[Ee]ndpoint map update failed/ },
      { literal: 'BPF map is full', regex: /\bBPF map is full\b/ },
      { literal: 'Failed to list routing rules', regex: /Failed to list routing rules/, versions: 'calico 3.x' },
      {
        literal: 'already exists with incompat',
        regex: /(?<interface>[\w.-]{1,16})\\*" already exists with incompat[ai]ble configuration/,
        versions: 'flannel 0.7-0.26',
      },
      {
        literal: 'ailed to set interface',
        regex: /failed to set interface (?<interface>[\w.-]{1,16}) to UP state/,
        versions: 'flannel 0.7-0.26',
      },
      {
        literal: 'Skipping invalid IP:',
        regex: /utils\.go:\d{1,5}\] Skipping invalid IP:/,
        versions: 'antrea 1.x, kube-proxy library',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The way to pods of another node is not in the kernel: traffic there is lost.',
      zh: '内核中没有到另一节点 Pod 的路径：流量丢失。',
    },
    usualCauses: {
      en: 'The card below is down or was renamed, leftovers of another plug-in, missing rights or modules.',
      zh: '底层网卡断开或改名、另一插件的残留、缺少权限或模块。',
    },
    firstCheck: {
      en: '`ip route`, `ip -d link show flannel.1`, `bridge fdb`',
      zh: '执行 `ip route`、`ip -d link show flannel.1`、`bridge fdb`',
    },
    remedy: {
      en: 'Bring the interface up; delete stale devices; restart the daemon.',
      zh: '启用接口；删除残留设备；重启守护进程。',
    },
    source: [
      'flannel-io/flannel:pkg/backend/vxlan/vxlan_network.go',
      'projectcalico/calico:felix/routetable/route_table.go',
    ],
    matches: [
      'E0513 10:31:02.118001       1 vxlan_network.go:158] failed to add vxlanRoute (10.244.1.0/24 -> 10.244.1.0): network is down',
      'E0513 10:31:02.118001       1 route_network.go:114] Error adding route to 10.244.1.0/24 via 10.20.0.11 dev index 2: network is unreachable',
      'E0513 10:31:02.118001       1 vxlan_network.go:145] AddARP failed: invalid argument',
      'E0513 10:31:02.118001       1 vxlan_network.go:151] AddFDB failed: no such device',
      'E0513 10:31:02.118001       1 iptables.go:115] Failed to ensure iptables rules: error checking rule existence: exit status 1',
      '2023-05-13 10:31:02.118 [ERROR][62] felix/int_dataplane.go 1234: Failed to program routes',
      '2023-05-13 10:31:02.118 [WARNING][62] felix/route_table.go 1001: Failed to add route error=network is down',
      '2023-05-13 10:31:02.118 [WARNING][62] felix/route_table.go 640: Failed to resync with dataplane error=netlink dump timed out',
      'level=warning msg="Tunnel endpoint map update failed" subsys=daemon',
      'level=warning msg="Unable to update element: BPF map is full" subsys=map',
      '2023-05-13 10:31:02.118 [ERROR][16255] felix/route_rule.go 248: Failed to list routing rules, retrying... error=operation not supported ipVersion=4',
      'W0513 10:31:02.118001       1 device.go:87] "flannel.1" already exists with incompatable configuration: vtep (external) interface: 2 vs 3; deleting device',
      'E0513 10:31:02.118001       1 main.go:289] failed to set interface flannel.1 to UP state: no such device',
      'E0513 10:31:02.118001       1 utils.go:164] Skipping invalid IP:',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 vxlan.go:120] VXLAN config: VNI=1 Port=0 GBP=false Learning=false DirectRouting=false',
    ],
  },
  {
    id: 'ovs-stalled',
    title: { en: 'Open vSwitch stalls or lost its database', zh: 'Open vSwitch 停顿或失去数据库连接' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Unreasonably long',
        regex: /\|WARN\|Unreasonably long (?<took>\d{1,9})ms poll interval/,
        versions: 'Open vSwitch 2.x',
      },
      {
        literal: 'no response to inactivity probe',
        regex: /no response to inactivity probe after [\d.]{1,8} seconds, disconnecting/,
        versions: 'Open vSwitch 2.x',
      },
      {
        literal: 'could not open network device',
        regex: /\|WARN\|could not open network device (?<interface>[\w.@-]{1,24})/,
        versions: 'Open vSwitch 2.x',
      },
      { literal: '|ovsdb_idl|WARN|', regex: /\|ovsdb_idl\|WARN\|transaction error/, versions: 'Open vSwitch 2.x' },
      {
        literal: ': database connection failed',
        regex: /ovs-vsctl: \S{3,80}: database connection failed/,
        versions: 'Open vSwitch 2.x',
      },
      {
        literal: "failed to run 'ovs-vsctl",
        regex: /failed to run 'ovs-vsctl [^\n]{1,300}?': (?<reason>[^\n"]{1,80})/,
        versions: 'kube-ovn 1.x',
      },
      {
        literal: ': connection failed (',
        regex: /\|rconn(?:\(\w{1,30}\))?\|WARN\|(?<address>\S{3,120}): connection failed \((?<reason>[^)\n]{1,80})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': connection attempt failed (',
        regex:
          /\|reconnect(?:\(\w{1,30}\))?\|(?:WARN|INFO)\|(?<address>\S{3,120}): connection attempt failed \((?<reason>[^)\n]{1,80})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': connection attempt timed out',
        regex: /\|reconnect(?:\(\w{1,30}\))?\|(?:WARN|INFO)\|(?<address>\S{3,120}): connection attempt timed out/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': connection dropped (',
        regex:
          /\|(?:reconnect|rconn)(?:\(\w{1,30}\))?\|(?:WARN|ERR)\|(?<address>(?!(?:\S{1,40}<->)?unix#)\S{3,120}): connection dropped \((?<reason>[^)\n]{1,80})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'an unreasonably long',
        regex: /Spent an unreasonably long (?<took>\d{1,9})ms dumping flows/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'ovs-appctl: cannot connect to',
        regex: /ovs-appctl: cannot connect to \\*"(?<path>\S{1,160}?)\\*" \((?<reason>[^)\n]{1,80})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'recompute (',
        regex: /recompute \([\w ]{2,60}\) took (?<took>\d{5,9})ms/,
        versions: 'OVN 21-24',
      },
      {
        literal: '|unixctl|WARN|failed to connect',
        regex: /\|unixctl\|WARN\|failed to connect to (?<path>\S{1,160})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'ovn-appctl: cannot connect to',
        regex: /ovn-appctl: cannot connect to \\*"(?<path>\S{1,160}?)\\*" \((?<reason>[^)\n]{1,80})\)/,
        versions: 'OVN 20-24',
      },
      {
        literal: ': send error:',
        regex: /\|jsonrpc(?:\(\w{1,30}\))?\|WARN\|(?<address>(?!unix#)\S{3,80}): send error: (?<reason>[^\n]{3,60})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': receive error:',
        regex: /\|jsonrpc(?:\(\w{1,30}\))?\|WARN\|(?<address>(?!unix#)\S{3,80}): receive error: (?<reason>[^\n]{3,60})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': connection timed out',
        regex: /\|(?:reconnect|rconn)(?:\(\w{1,30}\))?\|(?:INFO|WARN)\|(?<address>\S{3,80}): connection timed out/,
        versions: 'Open vSwitch 2.x-3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The switch's daemon did not run for seconds, or is cut off from the database that tells it what to do.",
      zh: '交换机守护进程数秒未运行，或与其配置数据库断开。',
    },
    usualCauses: {
      en: 'A starved or stalled node, an overloaded database, certificates or the network between.',
      zh: '节点资源不足或停顿、数据库过载、证书或其间网络问题。',
    },
    firstCheck: {
      en: '`ovs-appctl coverage/show`; load of the node at that moment.',
      zh: '`ovs-appctl coverage/show`；当时节点的负载。',
    },
    remedy: {
      en: 'Cure the stall; raise the inactivity probe on large clusters.',
      zh: '解决停顿；大集群调大 inactivity probe。',
    },
    source: ['openvswitch/ovs:lib/timeval.c', 'openvswitch/ovs:lib/reconnect.c'],
    matches: [
      '2023-05-13T10:31:02.118Z|00013|timeval|WARN|Unreasonably long 12345ms poll interval (1ms user, 2ms system)',
      '2023-05-13T10:31:02.118Z|00123|reconnect|ERR|ssl:10.20.0.11:9642: no response to inactivity probe after 5 seconds, disconnecting',
      'ovs-vswitchd: ovs|00123|bridge|WARN|could not open network device veth1b2c3d (No such device)',
      '2023-05-13T10:31:02.118Z|00123|ovsdb_idl|WARN|transaction error: inconsistent data',
      'ovs-vsctl: unix:/var/run/openvswitch/db.sock: database connection failed (Protocol error)',
      "failed to run 'ovs-vsctl --timeout=30 --may-exist add-port br-int 8b0ce8e6589f_h': exit status 1",
      '2024-10-09T13:50:23.367Z|00051|rconn|WARN|unix:/var/run/openvswitch/br-int.mgmt: connection failed (No such file or directory)',
      '2024-10-09T13:50:23.367Z|00051|reconnect|WARN|tcp:10.20.0.11:6642: connection attempt failed (Connection refused)',
      '2024-10-09T13:50:23.367Z|00051|reconnect|INFO|ssl:10.20.0.11:6642: connection attempt timed out',
      '2024-10-09T13:50:23.367Z|00051|reconnect|WARN|tcp:10.20.0.11:6642: connection dropped (Broken pipe)',
      '2023-05-13T10:31:02.118Z|00012|ofproto_dpif_upcall(revalidator1)|WARN|Spent an unreasonably long 2341ms dumping flows',
      'ovs-appctl: cannot connect to "/var/run/openvswitch/ovs-vswitchd.12.ctl" (Connection refused)',
      '2023-05-13T10:31:02.118Z|00012|inc_proc_eng|INFO|node: logical_flow_output, recompute (forced) took 12345ms',
      '2023-05-13T10:31:02.118Z|00001|unixctl|WARN|failed to connect to /var/run/ovn/ovnnb_db.ctl',
      'ovn-appctl: cannot connect to "/var/run/ovn/ovnnb_db.ctl" (No such file or directory)',
      '2023-05-13T10:31:02.118Z|55606|jsonrpc|WARN|tcp:10.20.0.11:55194: send error: Broken pipe',
      '2023-05-13T10:31:02.118Z|55606|jsonrpc|WARN|tcp:10.20.0.11:55194: receive error: Connection reset by peer',
      '2023-05-13T10:31:02.118Z|09262|rconn|INFO|br-int<->unix#3: connection timed out',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118Z|00013|reconnect|INFO|ssl:10.20.0.11:9642: connected',
      '2024-10-09T13:50:23.367Z|00051|rconn|INFO|unix:/var/run/openvswitch/br-int.mgmt: connected',
    ],
  },
  {
    id: 'tunnel-broken',
    title: { en: 'Packets between nodes do not get through a tunnel', zh: '节点间隧道报文不通' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: 'vxlan: Cannot bind port',
        regex: /vxlan: Cannot bind port (?<port>\d{1,5}), err=(?<code>-\d{1,3})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'did not complete after',
        regex:
          /wireguard: (?<interface>[\w.-]{1,16}): Handshake for peer \d{1,6} \((?<address>[^)\n]{3,60})\) did not complete after/,
        versions: 'Linux 5.6-6.8',
      },
      {
        literal: 'dropped over-mtu packet:',
        regex: /(?<interface>[\w.@-]{1,24}): dropped over-mtu packet: (?<size>\d{1,6}) . (?<most>\d{1,6})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': hw csum failure',
        regex: /(?<interface>[\w.@-]{1,24}): hw csum failure/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'unexpectedly shrunk window',
        regex: /TCP: Peer (?<address>[\w.:]{3,60})\/\d{1,5} unexpectedly shrunk window/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'No valid endpoint has been',
        regex: /wireguard: (?<interface>[\w.-]{1,16}): No valid endpoint has been configured or discovered/,
      },
      {
        literal: 'ping the remote endpoint IP',
        regex: /[Ff]ailed to successfully ping the remote endpoint IP "?(?<address>[\w.:]{3,60})/,
        versions: 'Submariner 0.15 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Packets are too large, damaged, or not answered on the way between two nodes: connections hang although small ones work.',
      zh: '节点间报文过大、损坏或无应答：小请求正常而连接会挂起。',
    },
    usualCauses: {
      en: "An MTU that ignores the tunnel's header, checksum offload of a virtual card, a blocked or taken UDP port.",
      zh: 'MTU 未扣除隧道头、虚拟网卡的校验和卸载、UDP 端口被阻断或占用。',
    },
    firstCheck: {
      en: '`ip -d link`, `ping -M do -s 1400 PEER`, `ss -lunp`',
      zh: '`ip -d link`、`ping -M do -s 1400 对端`、`ss -lunp`',
    },
    remedy: {
      en: "Lower the pods' MTU, switch the offload off (`ethtool -K`), open or free the port.",
      zh: '调低 Pod 的 MTU、关闭卸载（`ethtool -K`）、放行或释放端口。',
    },
    source: ['torvalds/linux:net/core/dev.c', 'torvalds/linux:drivers/net/vxlan/vxlan_core.c'],
    matches: [
      'kernel: vxlan: Cannot bind port 49440, err=-98',
      'kernel: wireguard: wg0: Handshake for peer 1 (10.20.0.11:51820) did not complete after 5 seconds, retrying (try 2)',
      'kernel: cni0: dropped over-mtu packet: 1514 > 1450',
      'kernel: eth0: hw csum failure',
      'kernel: TCP: Peer 10.20.0.11:443/39182 unexpectedly shrunk window 1:2 (repaired)',
      'kernel: wireguard: wg0: No valid endpoint has been configured or discovered for peer 3',
      '2023-05-13T10:31:02.118Z WRN ..hecker/healthchecker.go:170 HealthChecker        Failed to successfully ping the remote endpoint IP "10.20.0.9"',
    ],
    mustNotMatch: [
      'kernel: wireguard: WireGuard 1.0.0 loaded. See www.wireguard.com for information.',
      'kernel: IPv6: ADDRCONF(NETDEV_CHANGE): vxlan.calico: link becomes ready',
    ],
  },
];
