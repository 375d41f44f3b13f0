/** Packets that are lost on the node and service rules that do not take: full kernel tables, taken ports, bridges, name servers. */
import type { Signature } from '../signature';

export const networkSignatures: readonly Signature[] = [
  {
    id: 'hostport-open-failed',
    title: { en: 'A host port of a pod is taken', zh: 'Pod 的主机端口已被占用' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'cannot open hostport',
        regex: /cannot open hostport (?<port>\d{1,5})\b(?: for pod (?<pod>[\w.-]{1,253}))?/,
        versions: 'kubelet 1.8-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet could not reserve the port on the host for a pod.',
      zh: 'kubelet 无法在主机上为 Pod 占用该端口。',
    },
    usualCauses: { en: 'A host process or another pod listens there.', zh: '主机进程或其他 Pod 正在监听该端口。' },
    firstCheck: { en: '`ss -lntp | grep PORT`', zh: '`ss -lntp | grep 端口号`' },
    remedy: { en: 'Free the port or choose another one.', zh: '释放该端口或改用其他端口。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/dockershim/network/hostport/hostport_manager.go'],
    matches: [
      'failed to set up pod "web-0_shop" network: cannot open hostport 31080 for pod k8s_web-0_shop_0_: listen tcp :31080: bind: address already in use',
    ],
    mustNotMatch: ['cannot open port 31080, skipping it', 'opened hostport 31080'],
  },
  {
    id: 'kubeproxy-port-busy',
    title: { en: 'A service port of the node is taken', zh: '节点上的 Service 端口已被占用' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      {
        literal: ', skipping this ',
        regex: /can't open [^\n]{1,200}?, skipping this (?:nodePort|externalIP|load ?balancer)/,
        versions: 'kube-proxy 1.8-1.20',
      },
      {
        literal: 'open port, skipping',
        regex: /can't open port, skipping (?:it|this)/,
        versions: 'kube-proxy 1.22-1.23',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kube-proxy could not reserve the node port or external address of a service; the service is unreachable there.',
      zh: 'kube-proxy 无法占用 Service 的 NodePort 或外部地址，该处服务不可达。',
    },
    usualCauses: { en: 'A process of the host listens on that port.', zh: '主机上的进程占用了该端口。' },
    firstCheck: { en: '`ss -lntp | grep PORT`', zh: '`ss -lntp | grep 端口号`' },
    remedy: {
      en: 'Move the process or the node port; reserve the range with `net.ipv4.ip_local_reserved_ports`.',
      zh: '更换进程或 NodePort 的端口；用 `net.ipv4.ip_local_reserved_ports` 保留端口范围。',
    },
    source: ['kubernetes/kubernetes:pkg/proxy/iptables/proxier.go'],
    matches: [
      `E0513 10:31:02.118001       1 proxier.go:1047] can't open "nodePort for shop/web:http" (:31080/tcp), skipping this nodePort: listen tcp4 :31080: bind: address already in use`,
      `E0513 10:31:02.118001       1 proxier.go:1285] "can't open port, skipping it" err="listen tcp4 :31080: bind: address already in use" port={"Description":"nodePort for shop/web:http","IP":"","Port":31080}`,
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 port.go:54] "Opened local port" port="nodePort"',
      `can't open file, skipping this entry`,
    ],
  },
  {
    id: 'kubeproxy-br-netfilter-missing',
    title: { en: 'Bridged packets bypass iptables', zh: '网桥流量绕过 iptables' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy', 'any'],
    wordings: [
      {
        literal: 'br-nf-call-iptables',
        regex: /[Mm]issing br-netfilter module or unset sysctl br-nf-call-iptables/,
        versions: 'kube-proxy 1.8-1.30',
      },
      {
        literal: 'bridge-nf-call-ip',
        regex: /bridge-nf-call-ip6?tables (?:is disabled|does not exist|contents are not set to 1)/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The br_netfilter module or its switch is missing: service addresses do not work between pods on one bridge.',
      zh: '缺少 br_netfilter 模块或其开关未打开：同一网桥上的 Pod 之间无法使用 Service 地址。',
    },
    usualCauses: { en: 'The module is not loaded at boot.', zh: '启动时未加载该模块。' },
    firstCheck: {
      en: '`lsmod | grep br_netfilter; sysctl net.bridge.bridge-nf-call-iptables`',
      zh: '执行 `lsmod | grep br_netfilter; sysctl net.bridge.bridge-nf-call-iptables`',
    },
    remedy: { en: 'Load the module and set the sysctl to 1, permanently.', zh: '加载模块并将该 sysctl 持久设为 1。' },
    source: ['kubernetes/kubernetes:pkg/proxy/iptables/proxier.go'],
    matches: [
      'W0513 10:31:02.118001       1 proxier.go:304] missing br-netfilter module or unset sysctl br-nf-call-iptables; proxy may not work as intended',
      'I0513 10:31:02.118001       1 proxier.go:286] "Missing br-netfilter module or unset sysctl br-nf-call-iptables, proxy may not work as intended"',
      'WARNING: bridge-nf-call-iptables is disabled',
    ],
    mustNotMatch: ['Bridge firewalling registered', 'net.bridge.bridge-nf-call-iptables = 1'],
  },
  {
    id: 'conntrack-table-full',
    title: { en: 'The connection table is full, packets are dropped', zh: '连接跟踪表已满，正在丢包' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'conntrack: table full,',
        regex: /(?<=conntrack: table full,[ \n])dropping packet/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'conntrack: expectation table full',
        regex: /nf_conntrack: expectation table full/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'No new connection can be tracked, so the kernel drops its packets, on the whole node.',
      zh: '无法跟踪新连接，内核在整个节点上丢弃其数据包。',
    },
    usualCauses: {
      en: 'nf_conntrack_max too small for the load, one client that opens connections without end, long time-outs.',
      zh: 'nf_conntrack_max 相对负载过小、某客户端不停新建连接，或超时时间过长。',
    },
    firstCheck: {
      en: '`sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max`; `conntrack -S`',
      zh: '执行 `sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max`；`conntrack -S`',
    },
    remedy: {
      en: 'Raise nf_conntrack_max (kube-proxy: --conntrack-max-per-core); stop the talker; shorten the time-outs.',
      zh: '调大 nf_conntrack_max（kube-proxy：--conntrack-max-per-core）；停掉异常客户端；缩短超时时间。',
    },
    source: [
      'torvalds/linux:net/netfilter/nf_conntrack_core.c',
      'https://github.com/kubernetes/kubernetes/issues/71261',
    ],
    matches: [
      'kernel: [812345.118001] nf_conntrack: table full, dropping packet',
      'kernel: nf_conntrack: nf_conntrack: table full, dropping packet.',
      'kernel: nf_conntrack: expectation table full',
    ],
    mustNotMatch: ['nf_conntrack version 0.5.0 (65536 buckets, 262144 max)', 'nfqueue: queue full, dropping packet'],
  },
  {
    id: 'neighbor-table-overflow',
    title: { en: 'The neighbour (ARP) table is full', zh: '邻居（ARP）表已满' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'neighbor table overflow',
        regex: /(?<=\b(?<table>arp_cache|ndisc_cache|neighbour): neighbor table )overflow/,
        versions: 'Linux 4.19-6.1',
      },
      { literal: 'Neighbour table overflow', regex: /(?<=Neighbour table )overflow/, versions: 'Linux 2.6-3.10' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel cannot remember another neighbour: traffic to new peers of the local network fails.',
      zh: '内核无法记录更多邻居：发往本地网络新对端的流量失败。',
    },
    usualCauses: {
      en: 'More pods and nodes in one network than gc_thresh3 allows (1024 by default).',
      zh: '同一网络中的 Pod 与节点数超过 gc_thresh3（默认 1024）。',
    },
    firstCheck: {
      en: '`ip neigh | wc -l; sysctl net.ipv4.neigh.default.gc_thresh3`',
      zh: '执行 `ip neigh | wc -l; sysctl net.ipv4.neigh.default.gc_thresh3`',
    },
    remedy: { en: 'Raise net.ipv4.neigh.default.gc_thresh1-3.', zh: '调大 net.ipv4.neigh.default.gc_thresh1-3。' },
    source: ['torvalds/linux:net/core/neighbour.c'],
    matches: [
      'kernel: neighbour: arp_cache: neighbor table overflow!',
      'kernel: ipv4: Neighbour table overflow.',
      'kernel: net_ratelimit: Neighbour table overflow.',
    ],
    mustNotMatch: ['arp_cache: hash table resized', 'Neighbour 10.0.3.7 lost'],
  },
  {
    id: 'tcp-syn-flood',
    title: { en: 'A listener does not accept connections fast enough', zh: '监听进程来不及接受连接' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'ossible SYN flooding on port',
        regex: /[Pp]ossible SYN flooding on port (?:(?<address>[\d.a-f:[\]]{2,45}):)?(?<port>\d{1,5})\./,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The queue of waiting connections of that port overflowed; seldom an attack, mostly a process that is too slow.',
      zh: '该端口的等待连接队列溢出；很少是攻击，多为进程处理太慢。',
    },
    usualCauses: {
      en: 'The process is starved of CPU or hangs; a storm of reconnects after an outage.',
      zh: '进程缺少 CPU 或卡住；故障恢复后的重连风暴。',
    },
    firstCheck: {
      en: '`ss -lnt "sport = :PORT"`: Recv-Q against Send-Q.',
      zh: '`ss -lnt "sport = :端口"`：比较 Recv-Q 与 Send-Q。',
    },
    remedy: {
      en: 'Cure the process; raise its backlog and somaxconn.',
      zh: '修复该进程；调大其 backlog 与 somaxconn。',
    },
    source: ['torvalds/linux:net/ipv4/tcp_input.c'],
    matches: [
      'kernel: TCP: request_sock_TCP: Possible SYN flooding on port 6443. Sending cookies.  Check SNMP counters.',
      'kernel: TCP: request_sock_TCP: Possible SYN flooding on port 10.0.3.7:8080. Dropping request.',
      'kernel: possible SYN flooding on port 8080. Sending cookies.',
    ],
    mustNotMatch: ['kernel: TCP: too many orphaned sockets'],
  },
  {
    id: 'bridge-port-churn',
    title: { en: 'Pod interfaces come and go', zh: 'Pod 网卡频繁增减' },
    category: 'network',
    severity: 'info',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ') entered ',
        regex:
          /\b(?<interface>(?:docker|cbr|cni|br-)[\w-]{0,15}): port \d{1,5}\((?<port>veth\w{1,12}|vnet\w{1,8}|tap\w{1,12})\) entered (?<state>disabled|listening|learning|forwarding|blocking) state/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    quietBelow: 20,
    meaning: {
      en: 'A pod was attached to or detached from the bridge. Many such lines are a clock for the churn of pods even when the log of kubelet is lost.',
      zh: 'Pod 接入或离开网桥。大量出现时可作为 Pod 频繁变动的时钟，即使 kubelet 日志丢失也可用。',
    },
    usualCauses: { en: 'Starts and stops of pods; crash loops.', zh: 'Pod 启停；崩溃循环。' },
    firstCheck: { en: 'Count the lines per minute.', zh: '统计每分钟行数。' },
    remedy: { en: 'None; use as evidence.', zh: '无需处理，作为证据使用。' },
    source: ['torvalds/linux:net/bridge/br_stp.c', 'https://github.com/coreos/bugs/issues/254'],
    matches: [
      'kernel: docker0: port 14(veth1b2c3d4) entered forwarding state',
      'kernel: [ 8123.118001] cni0: port 3(veth9a8b7c6d) entered disabled state',
    ],
    mustNotMatch: [
      'kernel: device veth1b2c3d4 entered promiscuous mode',
      'kernel: br-lan: port 1(eth0) entered forwarding state',
    ],
  },
  {
    id: 'dns-nameserver-limit',
    title: { en: 'More than three name servers are configured', zh: '配置的域名服务器超过三个' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'ameserver limits ',
        regex: /[Nn]ameserver limits (?:were )?exceeded\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'earch Line limits were exceeded',
        regex: /Search Line limits were exceeded\b/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet passes on only the first three name servers of the node. It says so for every pod, again and again; no pod fails for it.',
      zh: 'kubelet 只传递节点的前三个域名服务器，并对每个 Pod 反复提示；不会导致 Pod 失败。',
    },
    usualCauses: { en: 'A resolv.conf with more than three name servers.', zh: 'resolv.conf 中的域名服务器多于三个。' },
    firstCheck: { en: '`cat /etc/resolv.conf`', zh: '执行 `cat /etc/resolv.conf`' },
    remedy: { en: 'Shorten resolv.conf to be rid of the lines.', zh: '精简 resolv.conf 即可消除此提示。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/network/dns/dns.go'],
    matches: [
      'E0513 10:31:02.118001    2211 dns.go:153] "Nameserver limits exceeded" err="Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: 10.0.0.2 10.0.0.3 10.0.0.4"',
      'Warning  DNSConfigForming  2m (x211 over 3h34m)  kubelet  Search Line limits were exceeded, some search paths have been omitted',
    ],
    mustNotMatch: ['nameserver 10.0.0.2', 'dial udp 10.0.0.2:53: i/o timeout'],
  },
  {
    id: 'nfqueue-full',
    title: { en: 'A packet queue to user space is full', zh: '送往用户态的数据包队列已满' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'nf_queue: full at ',
        regex: /nf_queue: full at (?<entries>\d{1,7}) entries, dropping packets/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A firewall or inspection program does not fetch packets fast enough; the kernel drops them.',
      zh: '防火墙或检测程序取包太慢，内核丢弃数据包。',
    },
    usualCauses: { en: 'The program behind NFQUEUE is overloaded or hangs.', zh: 'NFQUEUE 背后的程序过载或卡住。' },
    firstCheck: {
      en: '`cat /proc/net/netfilter/nfnetlink_queue`',
      zh: '执行 `cat /proc/net/netfilter/nfnetlink_queue`',
    },
    remedy: {
      en: 'Cure or bypass that program (`--queue-bypass`).',
      zh: '修复该程序，或允许绕过（`--queue-bypass`）。',
    },
    source: ['torvalds/linux:net/netfilter/nfnetlink_queue.c'],
    matches: ['kernel: nf_queue: full at 1024 entries, dropping packets(s)'],
    mustNotMatch: ['kernel: nf_conntrack: table full, dropping packet'],
  },
];
