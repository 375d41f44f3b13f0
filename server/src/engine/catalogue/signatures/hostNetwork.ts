/** What a node needs to be reachable and to reach services: addresses by DHCP, kube-proxy, CoreDNS, the firewall. */
import type { Signature } from '../signature';

export const hostNetworkSignatures: readonly Signature[] = [
  {
    id: 'kubeproxy-ipset-failed',
    title: { en: 'kube-proxy cannot keep its address sets', zh: 'kube-proxy 无法维护地址集合' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      { literal: 'ailed to make sure ip set', regex: /Failed to make sure ip ?set/, versions: 'kube-proxy 1.9-1.18' },
      {
        literal: 'ailed to make sure existence of',
        regex: /Failed to make sure existence of ip ?set/,
        versions: 'kube-proxy 1.19-1.30',
      },
      {
        literal: 'error creating ipset',
        regex: /error creating ipset (?<set>[\w-]{1,40})/,
        versions: 'kube-proxy 1.9-1.30',
      },
      {
        literal: 'into ip set:',
        regex: /Failed to (?:add|delete) (?:ip set )?entry:? [^\n]{1,120} (?:into|from) ip set/,
        versions: 'kube-proxy 1.9-1.18',
      },
      { literal: 'error getting ipset version', regex: /error getting ipset version/, versions: 'kube-proxy 1.9-1.30' },
      { literal: 'nftables sync failed', regex: /nftables sync failed/, versions: 'kube-proxy 1.29-1.33' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Service addresses of this node are not written to the kernel, so services do not work from here.',
      zh: '本节点的 Service 地址没有写入内核，因此无法使用 Service。',
    },
    usualCauses: {
      en: 'A missing kernel module (ip_set, nf_tables), an ipset tool that does not fit the kernel.',
      zh: '缺少内核模块（ip_set、nf_tables），或 ipset 工具与内核不匹配。',
    },
    firstCheck: {
      en: '`lsmod | grep -E "ip_set|ip_vs|nf_tables"`; `ipset version` in the pod and on the host.',
      zh: '执行 `lsmod | grep -E "ip_set|ip_vs|nf_tables"`；比较 Pod 与主机上的 `ipset version`。',
    },
    remedy: { en: 'Load the modules; use versions that fit.', zh: '加载模块；使用匹配的版本。' },
    source: ['kubernetes/kubernetes:pkg/proxy/ipvs/ipset.go'],
    matches: [
      'E0513 10:31:02.118001       1 ipset.go:156] Failed to make sure ip set: &{{KUBE-EXTERNAL-IP hash:ip,port inet 1024 65536 0-65535} map[] 0xc000} exist, error: error creating ipset KUBE-EXTERNAL-IP, error: exit status 1',
      'E0513 10:31:02.118001       1 ipset.go:170] "Failed to make sure existence of ip set" err="error creating ipset KUBE-CLUSTER-IP"',
      'error creating ipset KUBE-CLUSTER-IP, error: exit status 1',
      'E0513 10:31:02.118001       1 ipset.go:180] Failed to add entry 10.96.0.1,tcp:443 into ip set: KUBE-CLUSTER-IP, error: error adding entry',
      'E0513 10:31:02.118001       1 server.go:134] "Error running ProxyServer" err="can\'t use the IPVS proxier: error getting ipset version, error: exit status 1"',
      'E0513 10:31:02.118001       1 proxier.go:723] "nftables sync failed, retrying" err="Error: Could not process rule: No such file or directory"',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 server_others.go:183] Using ipvs Proxier.'],
  },
  {
    id: 'kubeproxy-start-failed',
    title: { en: 'kube-proxy cannot start', zh: 'kube-proxy 无法启动' },
    category: 'network',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      { literal: 'Error running ProxyServer', regex: /Error running ProxyServer/, versions: 'kube-proxy 1.22-1.30' },
      {
        literal: 'unable to create proxier:',
        regex: /unable to create (?:ipv[46] )?proxier:/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'ailed to retrieve node info',
        regex: /[Ff]ailed to retrieve node info:/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'ailed to retrieve node IP',
        regex: /[Ff]ailed to retrieve node IPs?:/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'nf_conntrack/parameters/hashsize',
        regex: /write \/sys\/module\/nf_conntrack\/parameters\/hashsize:/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'nf_conntrack_max: permission',
        regex: /open \/proc\/sys\/net\/netfilter\/nf_conntrack_max: permission denied/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'Failed to retrieve node info',
        regex: /Failed to retrieve node info\\*"/,
        versions: 'kube-proxy 1.20-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Without kube-proxy the node does not know where services live.',
      zh: '没有 kube-proxy，节点不知道 Service 的后端在哪里。',
    },
    usualCauses: {
      en: 'A node name that is not registered, missing rights to set kernel parameters, a missing module.',
      zh: '节点名未注册、无权设置内核参数，或缺少模块。',
    },
    firstCheck: {
      en: "Its log from the start; `--hostname-override` and the node's name.",
      zh: '查看其启动以来的日志；`--hostname-override` 与节点名。',
    },
    remedy: {
      en: 'Correct the name; run it privileged; set `conntrack.maxPerCore: 0` in nested nodes.',
      zh: '更正名称；以特权运行；嵌套节点设 `conntrack.maxPerCore: 0`。',
    },
    source: ['kubernetes/kubernetes:cmd/kube-proxy/app/server.go'],
    matches: [
      'E0513 10:31:02.118001       1 server.go:134] "Error running ProxyServer" err="no such file or directory"',
      "F0513 10:31:02.118001       1 server.go:490] unable to create proxier: can't set sysctl net/ipv4/conf/all/route_localnet to 1",
      'E0513 10:31:02.118001       1 node.go:130] Failed to retrieve node info: nodes "node-1" not found',
      'W0513 10:31:02.118001       1 server.go:230] Failed to retrieve node IP: host IP unknown; known addresses: []',
      'F0513 10:31:02.118001       1 server.go:490] write /sys/module/nf_conntrack/parameters/hashsize: operation not supported',
      'F0513 10:31:02.118001       1 server.go:495] open /proc/sys/net/netfilter/nf_conntrack_max: permission denied',
      'E0513 10:31:02.118001       1 server.go:500] "Failed to retrieve node info" err="nodes \\"node-1\\" not found"',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 node.go:172] Successfully retrieved node IP: 10.20.0.11'],
  },
  {
    id: 'coredns-not-synced',
    title: { en: 'CoreDNS has no data from the API server', zh: 'CoreDNS 没有来自 API server 的数据' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'server with unsynced Kubernetes',
        regex: /plugin\/kubernetes: starting server with unsynced Kubernetes API/,
        versions: 'CoreDNS 1.5-1.11',
      },
      {
        literal: 'plugin/ready: Still waiting on',
        regex: /plugin\/ready: Still waiting on: \\*"kubernetes/,
        versions: 'CoreDNS 1.5-1.11',
      },
      { literal: 'is down - failing health', regex: /is down - failing health check/ },
      {
        literal: 'plugin/health: Local health',
        regex: /plugin\/health: Local health request to [^\n]{1,120} (?:failed|took more than)/,
        versions: 'CoreDNS 1.8-1.11',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Names of services cannot be answered until the list of services has been read.',
      zh: '在读到 Service 列表之前无法应答 Service 名称。',
    },
    usualCauses: {
      en: "The API server's service address cannot be reached from the pod (kube-proxy, network plug-in), or it is overloaded.",
      zh: 'Pod 无法访问 API server 的 Service 地址（kube-proxy、网络插件），或其过载。',
    },
    firstCheck: {
      en: '`kubectl -n kube-system logs -l k8s-app=kube-dns`; `nc -zv 10.96.0.1 443` from a pod.',
      zh: '`kubectl -n kube-system logs -l k8s-app=kube-dns`；在 Pod 中执行 `nc -zv 10.96.0.1 443`。',
    },
    remedy: { en: 'Repair service routing on that node.', zh: '修复该节点的 Service 路由。' },
    source: ['coredns/coredns:plugin/kubernetes/setup.go'],
    matches: [
      '[WARNING] plugin/kubernetes: starting server with unsynced Kubernetes API',
      '[INFO] plugin/ready: Still waiting on: "kubernetes"',
      '[WARNING] plugin/forward: upstream 10.20.0.2:53 is down - failing health check',
      '[WARNING] plugin/health: Local health request to "http://:8080/health" took more than 1s: 2.118s',
    ],
    mustNotMatch: ['[INFO] plugin/ready: Plugins ready'],
  },
  {
    id: 'dhcp-address-lost',
    title: { en: 'The node gets no address by DHCP', zh: '节点无法通过 DHCP 获得地址' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'DHCPv4 connection timed out',
        regex: /(?<interface>[\w.-]{1,16}): DHCPv4 connection timed out/,
        versions: 'systemd-networkd 240-256',
      },
      {
        literal: ': DHCP lease lost',
        regex: /(?<interface>[\w.-]{1,16}): DHCP lease lost/,
        versions: 'systemd-networkd 219-256',
      },
      {
        literal: 'Could not set DHCPv4 address',
        regex: /(?<interface>[\w.-]{1,16}): Could not set DHCPv4 (?:address|route)/,
        versions: 'systemd-networkd 219-256',
      },
      {
        literal: '): request timed out',
        regex: /dhcp[46] \((?<interface>[\w.-]{1,16})\): request timed out/,
        versions: 'NetworkManager 1.x',
      },
      { literal: 'No DHCPOFFERS received', regex: /No DHCPOFFERS received/, versions: 'ISC dhclient 4' },
      {
        literal: 'waiting for network connectivity',
        regex: /Timeout occurred while waiting for network connectivity/,
        versions: 'systemd 240-256',
      },
      {
        literal: 'Event loop failed: Connection',
        regex: /Event loop failed: Connection timed out/,
        versions: 'systemd 219-240',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The interface has no address or lost it, so the node is cut off.',
      zh: '接口没有地址或失去地址，节点与外界断开。',
    },
    usualCauses: {
      en: 'The DHCP server or the way to it, a link that went down, an interface that was renamed.',
      zh: 'DHCP 服务器或其路径、链路断开，或接口改名。',
    },
    firstCheck: {
      en: '`networkctl status INTERFACE`, `journalctl -u systemd-networkd`',
      zh: '`networkctl status 接口`、`journalctl -u systemd-networkd`',
    },
    remedy: { en: "Repair link and DHCP; pin the interface's configuration.", zh: '修复链路与 DHCP；固定接口配置。' },
    source: ['systemd/systemd:src/network/networkd-dhcp4.c'],
    matches: [
      'systemd-networkd[611]: eth0: DHCPv4 connection timed out',
      'systemd-networkd[611]: eth0: DHCP lease lost',
      'systemd-networkd[611]: eth0: Could not set DHCPv4 address: Connection timed out',
      'NetworkManager[611]: <warn>  [1652437667.1180] dhcp4 (eth0): request timed out',
      'dhclient[611]: No DHCPOFFERS received.',
      'systemd-networkd-wait-online[611]: Timeout occurred while waiting for network connectivity.',
      'systemd-networkd-wait-online[611]: Event loop failed: Connection timed out',
    ],
    mustNotMatch: ['systemd-networkd[611]: eth0: DHCPv4 address 10.20.0.11/24 via 10.20.0.1'],
  },
  {
    id: 'firewalld-rules-failed',
    title: { en: 'firewalld could not apply its rules', zh: 'firewalld 无法应用规则' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'iptables-restore -w -n',
        regex: /COMMAND_FAILED: '\S{0,40}ip6?tables-restore[^\n]{0,60}failed/,
        versions: 'firewalld 0.5-1.3',
      },
      {
        literal: 'A firewall reload might solve',
        regex: /Failed to apply rules\. A firewall reload might solve/,
        versions: 'firewalld 0.4-1.3',
      },
      { literal: 'python-nftables failed', regex: /[Pp]ython-nftables:? failed/ },
      { literal: 'ZONE_CONFLICT:', regex: /ERROR: ZONE_CONFLICT:/, versions: 'firewalld 0.9-1.3' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The node's firewall stands half built: packets may be dropped that should pass.",
      zh: '节点防火墙只建立了一半：本应通过的数据包可能被丢弃。',
    },
    usualCauses: {
      en: 'Another program changed the rules meanwhile, or a kernel module is missing.',
      zh: '其间另一程序修改了规则，或缺少内核模块。',
    },
    firstCheck: {
      en: '`firewall-cmd --state`; who else writes rules.',
      zh: '`firewall-cmd --state`；还有谁在写规则。',
    },
    remedy: {
      en: 'Reload firewalld and restart the network plug-in after it; better no firewalld on nodes.',
      zh: '重载 firewalld 后重启网络插件；节点上最好不用 firewalld。',
    },
    source: ['firewalld/firewalld:src/firewall/core/fw.py'],
    matches: [
      "firewalld[611]: ERROR: COMMAND_FAILED: '/usr/sbin/iptables-restore -w -n' failed: iptables-restore: line 2 failed",
      'firewalld[611]: ERROR: Failed to apply rules. A firewall reload might solve the issue if the firewall has been modified using ip*tables or ebtables.',
      "firewalld[611]: ERROR: 'python-nftables' failed: internal:0:0-0: Error: Could not process rule: No such file or directory; python-nftables failed",
      "firewalld[611]: ERROR: ZONE_CONFLICT: 'docker0' already bound to 'trusted'",
    ],
    mustNotMatch: [
      "firewalld[611]: WARNING: COMMAND_FAILED: '/usr/sbin/iptables -w10 -t nat -D PREROUTING' failed: iptables: Bad rule (does a matching rule exist in that chain?).",
    ],
  },
];
