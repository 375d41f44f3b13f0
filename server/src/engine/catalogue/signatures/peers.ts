/** Names that do not resolve, peers that refuse or stay silent, services without a destination: the network as programs meet it. */
import type { Signature } from '../signature';

export const peerSignatures: readonly Signature[] = [
  {
    id: 'dns-lookup-failed',
    title: { en: 'A name could not be resolved', zh: '域名解析失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'dockerd', 'containerd'],
    wordings: [
      {
        literal: ': no such host',
        regex: /\blookup (?<name>[\w.-]{1,253})(?: on (?<address>[\w.:[\]-]{3,60}))?: no such host/,
        versions: 'Go 1.x',
      },
      {
        literal: ': server misbehaving',
        regex: /\blookup (?<name>[\w.-]{1,253})(?: on (?<address>[\w.:[\]-]{3,60}))?: server misbehaving/,
        versions: 'Go 1.x',
      },
      {
        literal: 'i/o timeout',
        regex:
          /\blookup (?<name>[\w.-]{1,253})(?: on (?<address>[\w.:[\]-]{3,60}))?: (?:read udp [^\n]{5,120}?: |dial udp [^\n]{5,80}?: )?i\/o timeout/,
        versions: 'Go 1.x',
      },
      {
        literal: 'connection refused',
        regex:
          /\blookup (?<name>[\w.-]{1,253})(?: on (?<address>[\w.:[\]-]{3,60}))?: (?:read|dial|write) udp [^\n]{5,120}?: (?:read: |connect: )?connection refused/,
        versions: 'Go 1.x',
      },
      { literal: 'failure in name resolution', regex: /[Tt]emporary failure in name resolution/, versions: 'glibc' },
      {
        literal: 'ould not resolve host',
        regex: /[Cc]ould not resolve host(?:: (?<name>[\w.-]{1,253}))?/,
        versions: 'curl',
      },
      {
        literal: 'plugin/errors: 2 ',
        regex: /plugin\/errors: 2 (?<name>[\w.-]{1,253}) [A-Z]{1,6}: (?<reason>[^\n]{1,200})/,
        versions: 'CoreDNS 1.x',
      },
      { literal: 'ame or service not known', regex: /\b[Nn]ame or service not known/, versions: 'glibc' },
      {
        literal: '[resolver] failed to query ',
        regex: /\[resolver\] failed to query (?:external )?DNS server: (?<address>[\w.:-]{3,60})/,
        versions: 'docker 1.10-28',
      },
      {
        literal: 'concurrent DNS queries reached',
        regex: /Maximum number of concurrent DNS queries reached/,
        versions: 'dnsmasq',
      },
      {
        literal: ': unreachable backend:',
        regex: /2 (?<name>[\w.-]{1,253}) [A-Z]{1,6}: unreachable backend: (?<reason>[^\n]{1,200})/,
        versions: 'CoreDNS 1.0-1.3',
      },
      {
        literal: 'Using degraded feature set',
        regex: /Using degraded feature set \S{3,30} instead of \S{3,30} for DNS server (?<address>[\da-f.:]{3,45})/,
        versions: 'systemd 235-256',
      },
      { literal: 'DNSSEC validation failed for', regex: /DNSSEC validation failed for question/ },
      {
        literal: 'refused to do a recursive query',
        regex: /nameserver (?<address>[\da-f.:]{3,45}) refused to do a recursive query/,
      },
      {
        literal: 'cannot assign requested address',
        regex: /\blookup (?<name>[\w.-]{1,253}) on \[::1\]:53: [^\n]{1,80}cannot assign requested address/,
        versions: 'Go 1.x, where no resolver is configured',
      },
      {
        literal: 'lookup address information:',
        regex:
          /failed to lookup address information: (?:Temporary failure in name resolution|Name or service not known|Try again)/,
        versions: 'programs in Rust',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A name server said no or nothing. On the node itself this is its resolv.conf, in a pod the cluster DNS.',
      zh: '域名服务器否定或没有应答。节点上取决于 resolv.conf，Pod 内取决于集群 DNS。',
    },
    usualCauses: {
      en: 'The name server is unreachable or overloaded, dropped UDP packets, a wrong name.',
      zh: '域名服务器不可达或过载、UDP 丢包、名称错误。',
    },
    firstCheck: { en: '`dig NAME @ADDRESS` from the node', zh: '在节点上执行 `dig 域名 @地址`' },
    remedy: {
      en: 'Restore the name server or the path to it; correct resolv.conf.',
      zh: '恢复域名服务器或网络路径；修正 resolv.conf。',
    },
    source: ['golang/go:src/net/dnsclient_unix.go', 'coredns/coredns:plugin/errors/errors.go'],
    matches: [
      'dial tcp: lookup registry.example on [::1]:53: dial udp [::1]:53: connect: cannot assign requested address',

      'dnsmasq[711]: Maximum number of concurrent DNS queries reached (max: 150)',
      'level=error msg="[resolver] failed to query DNS server: 10.0.0.2:53, query: ;registry.example. IN A" error="read udp 172.17.0.1:44121->10.0.0.2:53: i/o timeout"',
      'Get "https://registry.example/v2/": dial tcp: lookup registry.example on 10.0.0.2:53: no such host',
      'dial tcp: lookup api.shop.example on 127.0.0.53:53: server misbehaving',
      'dial tcp: lookup registry.example on 10.0.0.2:53: read udp 10.0.3.17:51210->10.0.0.2:53: i/o timeout',
      'dial tcp: lookup registry.example on [::1]:53: read udp [::1]:51210->[::1]:53: read: connection refused',
      'ping: registry.example: Temporary failure in name resolution',
      'curl: (6) Could not resolve host: registry.example',
      '[ERROR] plugin/errors: 2 registry.example. A: read udp 10.244.3.5:44121->10.0.0.2:53: i/o timeout',
      'ssh: Could not connect: Name or service not known',
      '2023/05/13 10:31:02 [ERROR] 2 web.example.com. A: unreachable backend: read udp 10.244.0.7:51087->10.20.0.2:53: i/o timeout',
      'systemd-resolved[767]: Using degraded feature set TCP instead of UDP for DNS server 10.20.0.2.',
      'systemd-resolved[767]: DNSSEC validation failed for question example.com IN A: no-signature',
      'dnsmasq[123]: nameserver 10.20.0.2 refused to do a recursive query',
      '2023-05-13T10:31:02.118001Z warn xds::client:xds{id=8} XDS client connection error: gRPC connection error connecting to https://istiod.mesh.svc:15012: status: Unknown, message: "client error (Connect)", source: dns error: failed to lookup address information: Temporary failure in name resolution (hint: is the DNS server reachable?), retrying in 2.56s',
    ],
    mustNotMatch: ['lookup table built in 3 ms', 'No such container: web', 'dial tcp 10.0.3.2:6443: i/o timeout'],
  },
  {
    id: 'dns-loop',
    title: { en: 'Cluster DNS asks itself', zh: '集群 DNS 形成查询回环' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'plugin/loop: Loop', regex: /plugin\/loop: Loop \([^\n]{1,120}\) detected/, versions: 'CoreDNS 1.x' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'CoreDNS forwards its questions to itself and stops.',
      zh: 'CoreDNS 把查询转发给了自己，随即退出。',
    },
    usualCauses: {
      en: 'The resolv.conf of the node names a local stub (127.0.0.53).',
      zh: '节点 resolv.conf 指向本地存根（127.0.0.53）。',
    },
    firstCheck: {
      en: "kubelet's `resolvConf` and the file it names.",
      zh: '检查 kubelet 的 `resolvConf` 及其所指文件。',
    },
    remedy: {
      en: 'Set resolvConf to /run/systemd/resolve/resolv.conf.',
      zh: '将 resolvConf 设为 /run/systemd/resolve/resolv.conf。',
    },
    source: ['coredns/coredns:plugin/loop/loop.go'],
    matches: [
      '[FATAL] plugin/loop: Loop (127.0.0.1:44121 -> :53) detected for zone ".", see https://coredns.io/plugins/loop#troubleshooting.',
    ],
    mustNotMatch: ['[INFO] plugin/reload: Running configuration'],
  },
  {
    id: 'peer-refused',
    title: { en: 'A peer refused a connection', zh: '对端拒绝连接' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'connection refused',
        regex:
          /(?<!(?:\/(?:apis?|healthz|livez|readyz|version|openapi)\b|[Pp]robe )[^\n]{0,400})dial tcp (?!\S{1,100}:(?:6443|6444|8443|16443|9345|2379|2380|4001)\b)(?<address>[\w.:[\]-]{3,100}): (?:connect: |getsockopt: )?connection refused/,
        versions: 'Go 1.x',
      },
      {
        literal: 'onnection refused (os error',
        regex:
          /(?<!(?:127\.0\.0\.1|localhost|\[::1\]|\/(?:apis?|healthz|livez|readyz)\b)[^\n]{0,200})\bConnection refused \(os error 111\)/,
        versions: 'programs in Rust',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Nobody listens at that address and port.', zh: '该地址和端口没有进程监听。' },
    usualCauses: { en: 'The program behind it is down or not up yet.', zh: '其背后的程序未运行或尚未就绪。' },
    firstCheck: { en: 'What should listen there, and its log.', zh: '查清应由谁监听，并查看其日志。' },
    remedy: { en: 'Start the peer.', zh: '启动对端。' },
    source: ['golang/go:src/net/net.go'],
    matches: [
      'Get "https://registry.example/v2/": dial tcp 10.0.9.9:443: connect: connection refused',
      '2023-05-13T10:31:02.118001Z error access connection complete src.addr=10.20.3.7:36166 dst.addr=10.20.4.8:15008 dst.service="web.shop.svc.cluster.local" direction="outbound" duration="3ms" error="io error: Connection refused (os error 111)"',
    ],
    mustNotMatch: [
      'Readiness probe failed: Get "http://10.244.3.7:8080/ready": dial tcp 10.244.3.7:8080: connect: connection refused',
      'I0305 12:05:20.118420    1201 prober.go:107] "Probe failed" probeType="Readiness" pod="web/front-0" probeResult="failure" output="Get \\"http://10.244.3.7:8080/ready\\": dial tcp 10.244.3.7:8080: connect: connection refused"',
      'dial tcp 10.0.3.2:6443: connect: connection refused',
      'Get "https://10.0.3.2/api/v1/nodes": dial tcp 10.0.3.2:443: connect: connection refused',
      'dial unix /run/containerd/containerd.sock: connect: connection refused',
      '[  4411.001122s]  WARN ThreadId(01) watch{port=9997}:controller{addr=localhost:8090}:endpoint{addr=127.0.0.1:8090}: linkerd_reconnect: Failed to connect error=endpoint 127.0.0.1:8090: Connection refused (os error 111)',
    ],
  },
  {
    id: 'peer-timeout',
    title: { en: 'A peer does not answer', zh: '对端没有应答' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'i/o timeout',
        regex:
          /(?<!(?:\/(?:apis?|healthz|livez|readyz|version|openapi)\b|[Pp]robe )[^\n]{0,400})dial tcp (?!\S{1,100}:(?:6443|6444|8443|16443|9345|2379|2380|4001|7001)\b)(?<address>[\w.:[\]-]{3,100}): i\/o timeout/,
        versions: 'Go 1.x',
      },
      {
        literal: 'no route to host',
        regex:
          /(?<!\/apis?\/[^\n]{0,400})dial tcp (?!\S{1,100}:(?:6443|6444|8443|16443|9345|2379|2380|4001|7001)\b)(?<address>[\w.:[\]-]{3,100}): (?:connect: )?no route to host/,
        versions: 'Go 1.x',
      },
      { literal: 'TLS handshake timeout', regex: /\/v2\/[^\n]{0,300}TLS handshake timeout/, versions: 'Go 1.x' },
      {
        literal: '(Client.Timeout ',
        regex:
          /(?<![Pp]robe [^\n]{0,400}|\/apis?\/[\s\S]{0,400}|retrieving resource lock [\s\S]{0,600})\(Client\.Timeout (?:exceeded )?(?:while awaiting headers|or context cancellation while reading body)/,
        versions: 'Go 1.x',
      },
      { literal: 'nexpected EOF', regex: /\/v2\/[^\n]{0,400}: unexpected EOF/, versions: 'Go 1.x' },
      {
        literal: 'onnection timed out (os error',
        regex: /(?<!\/(?:apis?|healthz|livez|readyz)\b[^\n]{0,200})\bConnection timed out \(os error 110\)/,
        versions: 'programs in Rust',
      },
      {
        literal: 'o route to host (os error',
        regex: /\bNo route to host \(os error 113\)/,
        versions: 'programs in Rust',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A connection to some other program got no answer in time.',
      zh: '到某个程序的连接在时限内没有得到应答。',
    },
    usualCauses: {
      en: 'Dropped packets, a firewall, an overloaded or absent peer.',
      zh: '丢包、防火墙、对端过载或不存在。',
    },
    firstCheck: { en: '`curl -v` to that address from this node.', zh: '在本节点对该地址执行 `curl -v`。' },
    remedy: { en: 'Restore the path or the peer.', zh: '恢复路径或对端。' },
    source: ['golang/go:src/net/net.go', 'golang/go:src/net/http/client.go'],
    matches: [
      'Get "https://registry.example/v2/": dial tcp 10.0.9.9:443: i/o timeout',
      'dial tcp 10.244.3.7:9090: connect: no route to host',
      'Get "https://registry.example/v2/": net/http: TLS handshake timeout',
      'Get "https://registry.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
      'Get "https://registry.example/v2/shop/api/blobs/sha256:3c7c": unexpected EOF',
      '[  4411.001122s]  WARN ThreadId(01) outbound:proxy{addr=10.20.3.18:80}: linkerd_reconnect: Failed to connect error=endpoint 10.20.7.21:8080: Connection timed out (os error 110)',
      '2023-05-13T10:31:02.118001Z warn xds::client:xds{id=10} XDS client connection error: gRPC connection error connecting to https://istiod.mesh.svc:15012: status: Unknown, message: "client error (Connect)", source: tcp connect error: No route to host (os error 113), retrying in 10.24s',
    ],
    mustNotMatch: [
      'dial tcp 10.0.3.2:6443: i/o timeout',
      'Readiness probe failed: Get "http://10.244.3.7:8080/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      'Get "https://10.0.3.2:6443/api/v1/pods": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'thread main panicked at: No such file or directory (os error 2)',
    ],
  },
  {
    id: 'ipvs-no-destination',
    title: { en: 'A service has no destination', zh: 'Service 没有可用后端' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' - no destination available',
        regex: /IPVS: \w{2,8}: (?:TCP|UDP|SCTP|FWM) (?<service>[\d.a-f:[\]]{3,60}) - no destination available/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A connection to a service address found no endpoint in the IPVS table.',
      zh: '访问 Service 地址时 IPVS 表中没有端点。',
    },
    usualCauses: {
      en: 'No pod of the service is ready, or kube-proxy has not synchronised.',
      zh: 'Service 的 Pod 均未就绪，或 kube-proxy 未同步。',
    },
    firstCheck: {
      en: '`ipvsadm -Ln`; endpoints of the service with that address.',
      zh: '`ipvsadm -Ln`；查看该地址 Service 的端点。',
    },
    remedy: { en: 'Get its pods ready; look at kube-proxy.', zh: '让其 Pod 就绪；检查 kube-proxy。' },
    source: ['torvalds/linux:net/netfilter/ipvs/ip_vs_sched.c'],
    matches: ['kernel: IPVS: rr: TCP 10.96.0.10:53 - no destination available'],
    mustNotMatch: [
      'kernel: IPVS: Registered protocols (TCP, UDP, SCTP, AH, ESP)',
      'kernel: IPVS: [rr] scheduler registered.',
    ],
  },
  {
    id: 'kubeproxy-mode-fallback',
    title: { en: 'kube-proxy falls back to another mode', zh: 'kube-proxy 回退到其他模式' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      { literal: 't use ipvs proxier', regex: /[Cc]an't use ipvs proxier/, versions: 'kube-proxy 1.9-1.30' },
      {
        literal: 'Falling back to iptables',
        regex: /(?:[Uu]nknown proxy mode|[Ff]lag proxy-mode|IPVS proxier)[^\n]{0,200}Falling back to iptables/,
        versions: 'kube-proxy 1.9-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The wanted mode is not possible on this node, so rules are written in another way than on its neighbours.',
      zh: '本节点不支持所需模式，规则写入方式与其他节点不同。',
    },
    usualCauses: {
      en: 'Kernel modules of IPVS or the ipset tool are missing.',
      zh: '缺少 IPVS 内核模块或 ipset 工具。',
    },
    firstCheck: { en: '`lsmod | grep ip_vs; which ipset`', zh: '执行 `lsmod | grep ip_vs; which ipset`' },
    remedy: {
      en: 'Load the modules, install ipset, restart kube-proxy.',
      zh: '加载模块、安装 ipset，重启 kube-proxy。',
    },
    source: ['kubernetes/kubernetes:cmd/kube-proxy/app/server_others.go'],
    matches: [
      "E0513 10:31:02.118001       1 server_others.go:260] can't use ipvs proxier, trying iptables proxier",
      'W0513 10:31:02.118001       1 server_others.go:298] Unknown proxy mode "ipvs6". Falling back to iptables proxier',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 server_others.go:212] Using iptables Proxier.',
      'I0513 10:31:02.118001       1 server_others.go:269] "Using ipvs Proxier"',
    ],
  },
  {
    id: 'kubeproxy-ipvs-failed',
    title: { en: 'kube-proxy cannot program IPVS', zh: 'kube-proxy 无法写入 IPVS' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      {
        literal: 'ailed to sync endpoint for service',
        regex: /[Ff]ailed to sync endpoint for service\b/,
        versions: 'kube-proxy 1.9-1.30',
      },
      {
        literal: 'ailed to get IPVS service',
        regex: /[Ff]ailed to get IPVS service\b/,
        versions: 'kube-proxy 1.9-1.30',
      },
      {
        literal: 'ailed to add IPVS service',
        regex: /[Ff]ailed to add IPVS service\b/,
        versions: 'kube-proxy 1.9-1.30',
      },
      {
        literal: 'ailed to unbind service addr',
        regex: /[Ff]ailed to unbind service addr\b/,
        versions: 'kube-proxy 1.9-1.30',
      },
      {
        literal: 'ailed to bind service addr',
        regex: /[Ff]ailed to bind service addr\b/,
        versions: 'kube-proxy 1.9-1.30',
      },
      { literal: 'ailed to sync service', regex: /[Ff]ailed to sync service[,:]? /, versions: 'kube-proxy 1.9-1.30' },
      {
        literal: 'get ipvs family information',
        regex: /Could not get ipvs family information from the kernel/,
        versions: 'libnetwork/ipvs',
      },
      {
        literal: 'Running modprobe ip_vs failed',
        regex: /Running modprobe ip_vs failed with message/,
        versions: 'libnetwork/ipvs',
      },
      {
        literal: 'cheduler module ip_vs_',
        regex: /[Ss]cheduler module (?<module>ip_vs_\w{2,10}) not found/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Unable to load scheduler module',
        regex: /IPVS: Unable to load scheduler module \((?<name>\w{1,20})\)/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Virtual servers or their destinations could not be written; some services do not work on this node.',
      zh: '虚拟服务器或其后端无法写入，本节点部分 Service 不可用。',
    },
    usualCauses: {
      en: 'Missing kernel modules, entries that somebody else removed, a full table.',
      zh: '缺少内核模块、条目被他人删除，或表已满。',
    },
    firstCheck: { en: '`lsmod | grep ip_vs`, `ipvsadm -Ln`', zh: '执行 `lsmod | grep ip_vs`、`ipvsadm -Ln`' },
    remedy: {
      en: 'Load the modules; restart kube-proxy to write everything anew.',
      zh: '加载模块；重启 kube-proxy 以全部重写。',
    },
    source: ['kubernetes/kubernetes:pkg/proxy/ipvs/proxier.go'],
    matches: [
      'E0513 10:31:02.118001       1 proxier.go:1116] Failed to sync endpoint for service: 10.96.0.10:53/UDP, err: Expected only one service obtained=0',
      'E0513 10:31:02.118001       1 proxier.go:1485] Failed to get IPVS service, error: Expected only one service obtained=0',
      'E0513 10:31:02.118001       1 proxier.go:2000] "Failed to add IPVS service" err="file exists"',
      'E0513 10:31:02.118001       1 proxier.go:1622] Failed to unbind service addr 10.96.7.7 from dummy interface kube-ipvs0: cannot assign requested address',
      'E0513 10:31:02.118001       1 proxier.go:1700] "Failed to bind service addr to dummy device"',
      'E0513 10:31:02.118001       1 proxier.go:1108] Failed to sync service: 10.96.0.10:53/UDP, err: timed out',
      'level=error msg="Could not get ipvs family information from the kernel. It is possible that ipvs is not enabled in your kernel."',
      'level=warning msg="Running modprobe ip_vs failed with message: `modprobe: FATAL: Module ip_vs not found`"',
      'kernel: IPVS: Scheduler module ip_vs_sh not found',
      'kernel: IPVS: Unable to load scheduler module (rr)',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 server_others.go:269] "Using ipvs Proxier"',
      'failed to sync services cache',
    ],
  },
  {
    id: 'kubeproxy-conntrack-failed',
    title: { en: 'Stale connections could not be removed', zh: '无法清除失效的连接条目' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      {
        literal: 'connection tracking state for',
        regex:
          /error deleting connection tracking state for (?<protocol>UDP|SCTP) service IP: (?<address>[\w.:]{3,45})/,
        versions: 'kube-proxy 1.8-1.23',
      },
      {
        literal: 'e conntrack entries',
        regex: /[Ff]ailed to delete (?:stale )?conntrack entries\b/,
        versions: 'kube-proxy 1.20-1.32',
      },
      {
        literal: 'ailed to delete stale service',
        regex: /[Ff]ailed to delete stale service (?:IP )?(?:connections|\S{1,45} connections)/,
        versions: 'kube-proxy 1.8-1.26',
      },
      {
        literal: 'ailed to delete endpoint connections',
        regex: /[Ff]ailed to delete endpoint connections/,
        versions: 'kube-proxy 1.8-1.26',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Clients of a UDP service (DNS) may go on sending to a pod that is gone.',
      zh: 'UDP 服务（如 DNS）的客户端可能仍发往已消失的 Pod。',
    },
    usualCauses: {
      en: 'The conntrack tool is missing in the image or on the node; a full table.',
      zh: '镜像或节点缺少 conntrack 工具；或表已满。',
    },
    firstCheck: { en: '`which conntrack`; the inner error.', zh: '`which conntrack`；查看内层错误。' },
    remedy: { en: 'Install conntrack-tools.', zh: '安装 conntrack-tools。' },
    source: ['kubernetes/kubernetes:pkg/util/conntrack/conntrack.go'],
    matches: [
      'E0513 10:31:02.118001       1 proxier.go:652] Failed to delete stale service IP 10.96.0.10 connections, error: error deleting connection tracking state for UDP service IP: 10.96.0.10, error: error looking for path of conntrack: exec: "conntrack": executable file not found in $PATH',
      'E0513 10:31:02.118001       1 cleanup.go:70] "Failed to delete conntrack entries" err="timed out"',
      'E0513 10:31:02.118001       1 proxier.go:660] Failed to delete endpoint connections, error: timed out',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 proxier.go:1664] "Deleting conntrack stale entries for services" IPs=[]',
    ],
  },
];
