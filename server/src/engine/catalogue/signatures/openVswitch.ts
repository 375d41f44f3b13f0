/** Open vSwitch and OVN: a switch that cannot build its ports, a database without a leader, settings that contradict each other. */
import type { Signature } from '../signature';

export const openVswitchSignatures: readonly Signature[] = [
  {
    id: 'ovs-datapath-failed',
    title: { en: 'Open vSwitch cannot set up ports or flows', zh: 'Open vSwitch 无法建立端口或流表' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'dpif_netlink',
        regex: /\|dpif_netlink(?:\(\w{1,30}\))?\|ERR\|(?<reason>[^\n]{1,160})/,
        versions: 'Open vSwitch 2.10-3.x',
      },
      {
        literal: 'ailed to open datapath',
        regex: /failed to open datapath (?<device>[\w.@-]{1,40}): (?<reason>[^\n]{1,80})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'could not create datapath',
        regex: /could not create datapath (?<device>[\w.@-]{1,40})[^\n]{0,60}: (?<reason>[^\n]{1,80})/,
      },
      {
        literal: ': failed to put[',
        regex:
          /\|dpif(?:\(\w{1,30}\))?\|WARN\|(?<device>[\w@.-]{1,60}): failed to put\[\w{1,20}\](?:\[\w{1,20}\])? \((?<reason>[^)\n]{1,60})\)/,
      },
      {
        literal: 'as port:',
        regex:
          /\|dpif(?:\(\w{1,30}\))?\|WARN\|(?:\S{1,60}: )?failed to add (?<interface>[\w.@-]{1,40}) as port: (?<reason>[^\n]{1,80})/,
      },
      {
        literal: 'to datapath:',
        regex: /could not add network device (?<interface>[\w.@-]{1,40}) to datapath: \(?(?<reason>[^)\n]{1,80})/,
      },
      {
        literal: 'could not add network device',
        regex: /could not add network device (?<interface>[\w.@-]{1,40}) to ofproto \((?<reason>[^)\n]{1,80})\)/,
      },
      {
        literal: 'Error detected while setting up',
        regex: /ovs-vsctl: Error detected while setting up '(?<interface>[\w.@-]{1,40})'/,
      },
      {
        literal: 'could not set configuration',
        regex: /\|(?:bridge|netdev\w{0,20})(?:\(\w{1,30}\))?\|(?:WARN|ERR)\|[^\n]{0,80}could not set configuration/,
      },
      { literal: 'upcall_cb failure:', regex: /upcall_cb failure: (?<reason>[^\n]{1,80})/ },
      { literal: 'Configured MAC table size exceeded', regex: /Configured MAC table size exceeded/ },
      { literal: '|WARN|over max ', regex: /\|WARN\|over max (?:translation|resubmit) depth/ },
      { literal: 'OpenFlow error: OFPT_ERROR', regex: /OpenFlow error: OFPT_ERROR[^\n]{0,60}: (?<reason>\w{3,40})/ },
      {
        literal: 'openvswitch: netlink:',
        regex: /openvswitch: netlink: (?:Flow|Key|Mask|Message)[^\n]{0,100}(?:reject|missing|[Uu]nknown|invalid|too)/,
      },
      { literal: '|netdev|WARN|', regex: /\|netdev\|WARN\|(?:failed|could not|[\w.-]{1,40}: (?:could not|failed))/ },
      {
        literal: '|netdev_linux|WARN|',
        regex:
          /\|netdev_linux\|WARN\|(?:error|query|[\w.-]{1,40}: |ethtool|failed)(?![^\n]{0,80}Operation not supported)/,
      },
      { literal: '|fail_open|WARN|', regex: /\|fail_open\|WARN\|Could not connect to controller/ },
      {
        literal: 'cannot create a bridge named ',
        regex: /cannot create a bridge named (?<device>[\w.-]{1,40}) because/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The switch could not make a port or a flow in the kernel: pods behind it have no network.',
      zh: '交换机无法在内核中创建端口或流表：其后的 Pod 没有网络。',
    },
    usualCauses: {
      en: 'The kernel module is missing or does not fit, a tunnel port is taken by another plug-in, the device is gone.',
      zh: '内核模块缺失或不匹配、隧道端口被其他插件占用、设备已消失。',
    },
    firstCheck: {
      en: '`lsmod | grep openvswitch`, `ovs-vsctl show`, `ss -lunp`',
      zh: '执行 `lsmod | grep openvswitch`、`ovs-vsctl show`、`ss -lunp`',
    },
    remedy: {
      en: "Load the module; remove the other plug-in's devices; restart ovs-vswitchd.",
      zh: '加载模块；删除其他插件的设备；重启 ovs-vswitchd。',
    },
    source: ['openvswitch/ovs:lib/dpif.c', 'openvswitch/ovs:lib/dpif-netlink.c'],
    matches: [
      "2023-05-13T10:31:02.118Z|00012|dpif_netlink|ERR|Generic Netlink family 'ovs_datapath' does not exist. The Open vSwitch kernel module is probably not loaded.",
      '2023-05-13T10:31:02.118Z|00012|ofproto|ERR|failed to open datapath br-int: No such device',
      '2023-05-13T10:31:02.118Z|00012|dpif|WARN|could not create datapath br-int of unknown type foo: Address family not supported',
      '2023-05-13T10:31:02.118Z|00012|dpif(handler3)|WARN|system@ovs-system: failed to put[create] (Invalid argument) ufid:5b2e recirc_id(0)',
      '2023-05-13T10:31:02.118Z|00012|dpif|WARN|system@ovs-system: failed to add vxlan_sys_4789 as port: Address already in use',
      '2023-05-13T10:31:02.118Z|00012|bridge|WARN|could not add network device vxlan0 to datapath: (Address already in use)',
      '2023-05-13T10:31:02.118Z|00012|bridge|WARN|could not add network device vxlan0 to ofproto (Address already in use)',
      "ovs-vsctl: Error detected while setting up 'veth7f2a'.  See ovs-vswitchd log for details.",
      '2023-05-13T10:31:02.118Z|00012|netdev|WARN|p1: could not set configuration (Invalid argument)',
      '2023-05-13T10:31:02.118Z|00012|ofproto_dpif_upcall(handler1)|WARN|upcall_cb failure: ukey installation fails',
      '2023-05-13T10:31:02.118Z|00012|mac_learning|WARN|Configured MAC table size exceeded',
      '2023-05-13T10:31:02.118Z|00012|ofproto_dpif_xlate(handler1)|WARN|over max translation depth 64 on bridge br-int while processing icmp6',
      '2023-05-13T10:31:02.118Z|00012|ofctrl|INFO|OpenFlow error: OFPT_ERROR (OF1.3) (xid=0x12): OFPBMC_BAD_FIELD',
      'kernel: openvswitch: netlink: Flow set message rejected, Key attribute missing.',
      '2023-05-13T10:31:02.118Z|00012|netdev|WARN|failed to set MTU for network device br-int: No such device',
      '2023-05-13T10:31:02.118Z|00012|netdev_linux|WARN|error receiving Ethernet packet on eth0: Network is down',
      '2023-05-13T10:31:02.118Z|00012|fail_open|WARN|Could not connect to controller for 15 seconds, failing open',
      'ovs-vsctl: cannot create a bridge named br-int because a bridge named br-int already exists',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118Z|00012|dpif_netlink|INFO|The kernel module has a broken meter implementation.',
      '2023-05-13T10:31:02.118Z|00012|bridge|INFO|bridge br-int: added interface veth7f2a on port 12',
    ],
  },
  {
    id: 'ovs-daemon-crashed',
    title: { en: 'A daemon of Open vSwitch crashed', zh: 'Open vSwitch 守护进程崩溃' },
    category: 'network',
    severity: 'fatal',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'util|EMER|', regex: /util\|EMER\|[^\n]{1,120}assertion/, versions: 'Open vSwitch 2.x-3.x' },
      {
        literal: 'crashes: pid',
        regex: /\d{1,5} crashes: pid (?<pid>\d{1,8}) died, (?<reason>[^\n]{1,80})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'blocked 32000 ms waiting for',
        regex: /\|ovs_rcu(?:\(\w{1,30}\))?\|WARN\|blocked (?<took>32000) ms waiting for \S{1,40} to quiesce/,
        versions: 'Open vSwitch 2.x-3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A part of the switch ended by a bug or no longer answers; until it is back nothing new reaches the pods.',
      zh: '交换机的一部分因缺陷终止或不再响应；恢复前 Pod 得不到新的网络设置。',
    },
    usualCauses: {
      en: 'A bug, memory that ran out, a thread stuck in the kernel.',
      zh: '缺陷、内存耗尽、线程卡在内核中。',
    },
    firstCheck: {
      en: '`journalctl -u ovs-vswitchd`, `coredumpctl list`',
      zh: '执行 `journalctl -u ovs-vswitchd`、`coredumpctl list`',
    },
    remedy: {
      en: 'Update Open vSwitch; restart the daemon; keep the core dump for its makers.',
      zh: '升级 Open vSwitch；重启守护进程；保留核心转储供开发者分析。',
    },
    source: ['openvswitch/ovs:lib/daemon-unix.c', 'openvswitch/ovs:lib/ovs-rcu.c'],
    matches: [
      '2023-05-13T10:31:02.118Z|00012|util|EMER|../lib/ovs-thread.c:123: assertion old == NULL failed in f()',
      '2023-05-13T10:31:02.118Z|00002|daemon_unix(monitor)|ERR|1 crashes: pid 4711 died, killed (Segmentation fault), core dumped, restarting',
      '2023-05-13T10:31:02.118Z|00012|ovs_rcu(urcu1)|WARN|blocked 32000 ms waiting for main to quiesce',
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118Z|00012|fatal_signal|WARN|terminating with signal 15 (Terminated)'],
  },
  {
    id: 'ovsdb-cluster-unsettled',
    title: { en: 'The database cluster of OVN has no settled leader', zh: 'OVN 数据库集群没有稳定的主节点' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'ms timeout expired, starting election',
        regex: /\|raft\|\w{3,5}\|term \d{1,12}: (?<took>\d{1,9}) ms timeout expired, starting election/,
        versions: 'OVN 2.12-24.x',
      },
      {
        literal: 'clustered database server is ',
        regex: /clustered database server is (?:disconnected from cluster|not cluster leader); trying another server/,
        versions: 'OVN 2.12-24.x',
      },
      {
        literal: 'unable to connect to any endpoints',
        regex: /unable to connect to any endpoints:/,
        versions: 'ovn-kubernetes 1.x',
      },
      { literal: 'OVNSB commit failed, force', regex: /OVNSB commit failed, force recompute/ },
      { literal: 'rejecting append_request because', regex: /rejecting append_request because/ },
      {
        literal: 'ailed to lock file (',
        regex: /ovsdb-\w{3,10}: I\/O error: (?<path>\S{1,200}): failed to lock file \((?<reason>[^)\n]{1,80})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'Private key must be configured',
        regex: /\|stream_ssl\|(?:ERR|WARN)\|Private key must be configured/,
      },
      {
        literal: 'Unable to get cluster status for',
        regex: /Unable to get cluster status for: ?(?<path>\S{1,200}),/,
        versions: 'ovn-kubernetes 1.x',
      },
      {
        literal: 'no available northd leader',
        regex: /no available northd leader/,
        versions: 'kube-ovn 1.8 and later',
      },
      {
        literal: 'IsLeader execute err',
        regex: /Check[NS]bIsLeader execute err (?<reason>[^\n]{3,200})/,
        versions: 'kube-ovn 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Without a leader nothing can be written: new pods get no ports and changed services no flows.',
      zh: '没有主节点就无法写入：新 Pod 得不到端口，服务变更得不到流表。',
    },
    usualCauses: {
      en: 'Slow disks or overloaded masters, a lost majority, two daemons on one file, certificates.',
      zh: '磁盘慢或主节点过载、失去多数、两个进程用同一文件、证书问题。',
    },
    firstCheck: {
      en: '`ovs-appctl -t /var/run/ovn/ovnnb_db.ctl cluster/status OVN_Northbound`',
      zh: '执行 `ovs-appctl -t /var/run/ovn/ovnnb_db.ctl cluster/status OVN_Northbound`',
    },
    remedy: {
      en: 'Bring the missing members back; raise the election timer; end the second daemon.',
      zh: '恢复缺失成员；调大选举超时；结束重复的进程。',
    },
    source: ['openvswitch/ovs:ovsdb/raft.c', 'openvswitch/ovs:ovsdb/log.c'],
    matches: [
      '2023-05-13T10:31:02.118Z|00012|raft|INFO|term 12: 1234 ms timeout expired, starting election',
      '2023-05-13T10:31:02.118Z|00012|ovsdb_cs|WARN|ssl:10.20.0.11:6642: clustered database server is disconnected from cluster; trying another server',
      'F0513 10:31:02.118001       1 ovnkube.go:133] failed to initialize libovsdb NB client: unable to connect to any endpoints: failed to connect to ssl:10.20.0.11:9641: dial tcp 10.20.0.11:9641: i/o timeout',
      '2023-05-13T10:31:02.118Z|00012|main|INFO|OVNSB commit failed, force recompute next time.',
      '2023-05-13T10:31:02.118Z|00012|raft|INFO|rejecting append_request because previous entry 3,41 not in local log (mismatch past end of log)',
      'ovsdb-tool: I/O error: /etc/openvswitch/conf.db: failed to lock file (Resource temporarily unavailable)',
      '2023-05-13T10:31:02.118Z|00012|stream_ssl|ERR|Private key must be configured to use SSL',
      'W0513 10:31:02.118001       1 ovndbmanager.go:100] Unable to get cluster status for: /etc/ovn/ovnnb_db.db, stderr: ovn-appctl: cannot connect',
      'W0513 10:31:02.118001       1 ovn.go:394] no available northd leader, try to release the lock',
      'E0513 10:31:02.118001       1 ovn.go:163] CheckNbIsLeader execute err exit status 1 error msg ovsdb-client: failed to connect to "tcp:127.0.0.1:6641" (Connection refused)',
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118Z|00012|raft|INFO|term 12: elected leader by 2+ of 3 servers'],
  },
  {
    id: 'ovn-settings-conflict',
    title: { en: 'OVN was given settings that contradict each other', zh: 'OVN 的设置互相矛盾' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'Duplicate IP set on', regex: /Duplicate (?:IP|MAC) set on/, versions: 'OVN 2.x-24.x' },
      { literal: 'Duplicate MAC set on', regex: /Duplicate (?:IP|MAC) set on/, versions: 'OVN 2.x-24.x' },
      {
        literal: '|lflow|WARN|error parsing ',
        regex: /\|lflow\|WARN\|error parsing (?:match|actions)/,
        versions: 'OVN 2.x-24.x',
      },
      {
        literal: 'Need to specify an encap type',
        regex: /Need to specify an encap type and ip/,
        versions: 'OVN 2.x-24.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The logical network holds two owners of one address, or rules that cannot be read: packets may go to the wrong place.',
      zh: '逻辑网络中同一地址有两个所有者，或规则无法解析：报文可能送错。',
    },
    usualCauses: {
      en: 'Leftovers of deleted nodes or pods, a controller that wrote twice.',
      zh: '已删除节点或 Pod 的残留、控制器重复写入。',
    },
    firstCheck: { en: '`ovn-nbctl show`', zh: '执行 `ovn-nbctl show`' },
    remedy: {
      en: 'Delete the stale port or address; restart the controller that writes them.',
      zh: '删除过期端口或地址；重启写入它们的控制器。',
    },
    source: ['ovn-org/ovn:northd/northd.c'],
    matches: [
      '2023-05-13T10:31:02.118Z|00042|ovn_northd|WARN|Duplicate IP set on switch node-3: 10.244.0.1',
      '2023-05-13T10:31:02.118Z|00012|lflow|WARN|error parsing match "ip4.src == {}": Syntax error at `}\' expecting constant.',
      '2023-05-13T10:31:02.118Z|00064|chassis|INFO|Need to specify an encap type and ip',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118Z|00012|ovn_northd|INFO|ovn-northd lock acquired. This ovn-northd instance is now active.',
    ],
  },
  {
    id: 'ovs-noise',
    title: { en: 'Open vSwitch notes clients that hung up', zh: 'Open vSwitch 记录挂断的客户端' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'receive error: Connection reset',
        regex: /\|jsonrpc(?:\(\w{1,30}\))?\|WARN\|unix#\d{1,9}: receive error: Connection reset by peer/,
      },
      {
        literal: ': send error: Broken pipe',
        regex: /\|jsonrpc(?:\(\w{1,30}\))?\|WARN\|unix#\d{1,9}: send error: Broken pipe/,
      },
      {
        literal: ': connection dropped (',
        regex:
          /\|(?:reconnect|rconn)(?:\(\w{1,30}\))?\|(?:WARN|ERR)\|(?:\S{1,40}<->)?unix#\d{1,9}: connection dropped \(/,
      },
      { literal: 'left allocated when ofproto', regex: /recirc_id \d{1,12} left allocated when ofproto/ },
      {
        literal: 'reserved exclusively for mirroring',
        regex: /dropping packet received on port \S{1,60}, which is reserved exclusively for mirroring/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: '`unix#` is a client of the daemon, most often a probe or an `ovs-vsctl` that ended before its answer.',
      zh: '`unix#` 是守护进程的客户端，多为探针或提前结束的 `ovs-vsctl`。',
    },
    usualCauses: {
      en: 'Health checks, scripts with a time limit, an orderly stop.',
      zh: '健康检查、有时限的脚本、正常停止。',
    },
    firstCheck: { en: 'Nothing needs to be done.', zh: '无需处理。' },
    remedy: { en: 'Nothing needs to be done.', zh: '无需处理。' },
    source: ['openvswitch/ovs:lib/jsonrpc.c'],
    matches: [
      '2023-05-13T10:31:02.118Z|00012|jsonrpc|WARN|unix#287068: receive error: Connection reset by peer',
      '2023-05-13T10:31:02.118Z|00012|jsonrpc|WARN|unix#122: send error: Broken pipe',
      '2023-05-13T10:31:02.118Z|00012|reconnect|WARN|unix#45050: connection dropped (Connection reset by peer)',
      '2023-05-13T10:31:02.118Z|00112|ofproto_dpif_rid|ERR|recirc_id 34 left allocated when ofproto (br-int) is destructed',
      '2023-05-13T10:31:02.118Z|00507|ofproto_dpif_xlate(handler2)|WARN|dropping packet received on port mirror0, which is reserved exclusively for mirroring on bridge br-int',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118Z|00051|reconnect|WARN|tcp:10.20.0.11:6642: connection dropped (Broken pipe)',
    ],
  },
  {
    id: 'ovs-module-trouble',
    title: { en: 'A part of Open vSwitch or OVN warns', zh: 'Open vSwitch 或 OVN 的某部分发出警告' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'chassis|WARN|',
        regex: /\|chassis(?:\(\w{1,30}\))?\|WARN\|(?!Chassis config changed)(?<reason>[^\n]{3,120})/,
      },
      {
        literal: '|chassis(',
        regex: /\|chassis(?:\(\w{1,30}\))?\|WARN\|(?!Chassis config changed)(?<reason>[^\n]{3,120})/,
      },
      { literal: '|patch|ERR|', regex: /\|patch\|ERR\|(?<reason>[^\n]{3,120})/ },
      { literal: 'encaps|WARN|', regex: /\|encaps\|WARN\|(?<reason>[^\n]{3,120})/ },
      { literal: 'physical|WARN|', regex: /\|physical\|WARN\|(?<reason>[^\n]{3,120})/ },
      { literal: 'stream_unix|ERR|', regex: /\|stream_unix\|ERR\|(?<reason>[^\n]{3,160})/ },
      { literal: '|dpdk|ERR|', regex: /\|dpdk\|ERR\|(?<reason>[^\n]{3,120})/ },
      { literal: 'bridge|WARN|', regex: /\|bridge\|WARN\|(?<reason>[^\n]{3,120})/ },
      { literal: 'ofproto|WARN|', regex: /\|ofproto(?:_dpif)?\|WARN\|(?<reason>[^\n]{3,120})/ },
      { literal: '|ofproto_dpif|WARN|', regex: /\|ofproto(?:_dpif)?\|WARN\|(?<reason>[^\n]{3,120})/ },
      { literal: 'tunnel|WARN|', regex: /\|tunnel(?:\(\w{1,30}\))?\|WARN\|(?<reason>[^\n]{3,160})/ },
      { literal: 'ms waiting for', regex: /\|ovs_rcu(?:\(\w{1,30}\))?\|WARN\|blocked (?<took>\d{4,6}) ms waiting for/ },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    saysNotWhy: true,
    meaning: { en: 'The line names the part and what it lacks.', zh: '该行指明部分及其缺少的内容。' },
    usualCauses: { en: 'See the message.', zh: '见消息。' },
    firstCheck: { en: '`ovs-vsctl show`, `ovn-sbctl show`', zh: '执行 `ovs-vsctl show`、`ovn-sbctl show`' },
    remedy: { en: 'Cure what the message names.', zh: '解决消息所指问题。' },
    source: ['openvswitch/ovs:vswitchd/bridge.c'],
    matches: [
      "2023-05-13T10:31:02.118Z|00064|chassis|WARN|'system-id' in Open_vSwitch database is missing.",
      "2023-05-13T10:31:02.118Z|00064|patch|ERR|bridge not found for localnet port 'ln0' with network name 'physnet'",
      '2023-05-13T10:31:02.118Z|00064|encaps|WARN|chassis node-2 has no supported encaps',
      '2023-05-13T10:31:02.118Z|00064|physical|WARN|not all tunnels are set up',
      '2023-05-13T10:31:02.118Z|00064|stream_unix|ERR|connection to /var/run/openvswitch/db.sock failed: No such file or directory',
      '2023-05-13T10:31:02.118Z|00064|dpdk|ERR|DPDK not supported in this copy of Open vSwitch.',
      '2023-05-13T10:31:02.118Z|00064|bridge|WARN|port br-int: unknown vlan mode',
      '2023-05-13T10:31:02.118Z|00064|ofproto|WARN|br-int: cannot get STP status on nonexistent port 12',
      '2023-05-13T10:31:02.118Z|00064|tunnel|WARN|receive tunnel port not found',
      '2023-05-13T10:31:02.118Z|00064|ovs_rcu(urcu3)|WARN|blocked 2000 ms waiting for handler1 to quiesce',
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118Z|00064|bridge|INFO|bridge br-int: added interface veth7f2a on port 12'],
  },
];
