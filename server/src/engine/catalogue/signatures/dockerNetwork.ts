/** Docker's own networks: endpoints, address pools, name look-ups, published ports. */
import type { Signature } from '../signature';

export const dockerNetworkSignatures: readonly Signature[] = [
  {
    id: 'docker-endpoint-failed',
    title: { en: 'Docker could not attach a container to a network', zh: 'Docker 无法将容器接入网络' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'failed to create endpoint ',
        regex: /failed to create endpoint (?<endpoint>\S{1,200}) on network (?<network>\S{1,100}): /,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'failed to add interface ',
        regex: /failed to add interface (?<interface>[\w.-]{1,30}) to sandbox: /,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'no available IPv4 addresses on',
        regex: /no available IPv4 addresses on this network's address pools/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'non-overlapping IPv4 address pool',
        regex: /could not find an available, non-overlapping IPv4 address pool/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'daemon: Address already in',
        regex: /Error response from daemon: Address already in use/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'attaching to network failed',
        regex: /attaching to network failed, make sure your network options are correct/,
        versions: 'docker 17.06 and later, swarm',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The virtual cable or the address of a container on a docker network could not be set up.',
      zh: '容器在 docker 网络上的虚拟网线或地址无法建立。',
    },
    usualCauses: {
      en: 'No free address, more than 1,023 ports on one bridge ("exchange full"), a kernel without the module after an upgrade, a name that is still taken.',
      zh: '没有空闲地址、单个网桥超过 1023 个端口（exchange full）、内核升级后缺少模块，或名称仍被占用。',
    },
    firstCheck: {
      en: '`docker network inspect $NETWORK`; `ip link | grep -c veth`; `uname -r` against `/lib/modules`.',
      zh: '执行 `docker network inspect $NETWORK`、`ip link | grep -c veth`；对比 `uname -r` 与 `/lib/modules`。',
    },
    remedy: {
      en: 'Remove dead containers and networks; reboot after a kernel upgrade.',
      zh: '清理已退出的容器与网络；内核升级后重启。',
    },
    source: ['moby/moby:daemon/libnetwork'],
    matches: [
      'Error response from daemon: attaching to network failed, make sure your network options are correct and check manager logs: context deadline exceeded',

      'failed to start sandbox container for pod "api-0": Error response from daemon: Address already in use',

      'Error response from daemon: failed to create endpoint api on network bridge: adding interface veth1 to bridge docker0 failed: exchange full',
      'failed to add interface veth8f1 to sandbox: failed to get link by name "veth8f1": Link not found',
      "Error response from daemon: no available IPv4 addresses on this network's address pools: bridge",
      'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
    ],
    mustNotMatch: ['failed to create endpoint slice for the service'],
  },
  {
    id: 'docker-dns-failed',
    title: { en: "Docker's name server got no answer", zh: 'Docker 内置 DNS 得不到应答' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'failed to query external DNS server',
        regex: /\[resolver\] failed to query external DNS server\b/,
        versions: 'docker 23 and later',
      },
      {
        literal: '[resolver] connect failed',
        regex: /\[resolver\] connect failed\b/,
        versions: 'docker 17.05-20.10',
      },
      {
        literal: '[resolver] more than ',
        regex: /\[resolver\] more than \d{1,5} concurrent queries/,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A name look-up of a container that docker passed on was not answered.',
      zh: 'docker 转发的容器域名查询没有得到应答。',
    },
    usualCauses: {
      en: 'The name servers of the host are down or blocked, or a container asks without end.',
      zh: '主机的 DNS 服务器宕机或被拦截，或某容器不停查询。',
    },
    firstCheck: {
      en: '`/etc/resolv.conf` of the host; `dig` from there.',
      zh: '查看主机的 `/etc/resolv.conf` 并用 `dig` 测试。',
    },
    remedy: { en: 'Cure the name servers.', zh: '修复 DNS 服务器。' },
    source: ['moby/moby:daemon/libnetwork/resolver.go'],
    matches: [
      'time="2024-05-13T02:27:47.004211000Z" level=error msg="[resolver] failed to query external DNS server" client-addr="udp:127.0.0.1:51234" dns-server="udp:10.0.0.2:53" error="boom"',
      'time="2020-05-13T02:27:47.004211000Z" level=warning msg="[resolver] connect failed: dial udp 10.0.0.2:53: connect: network is unreachable"',
      'time="2020-05-13T02:27:47.004211000Z" level=error msg="[resolver] more than 100 concurrent queries from 172.18.0.4:51234"',
    ],
    mustNotMatch: ['[resolver] query example.com. (A) from 172.18.0.4'],
  },
  {
    id: 'docker-extconn-failed',
    title: { en: "A container's ports could not be published", zh: '容器端口发布失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'event', 'kubelet'],
    wordings: [
      {
        literal: 'programming external connectivity',
        regex: /failed programming external connectivity on endpoint (?<endpoint>\S{1,200})/,
        versions: 'docker 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd could not set up the rules or the proxy for the published ports, so the container does not start.',
      zh: 'dockerd 无法为发布端口设置规则或代理，容器因此无法启动。',
    },
    usualCauses: {
      en: 'iptables failed or its lock was busy, the port is taken, or the proxy did not start.',
      zh: 'iptables 失败或锁被占用、端口已被占用，或代理未启动。',
    },
    firstCheck: {
      en: 'Port in use (`ss -lntp`) or rules not written (`iptables -t nat -L DOCKER -n`): the text behind the endpoint says which.',
      zh: '端口被占用（`ss -lntp`）还是规则写入失败（`iptables -t nat -L DOCKER -n`）：见 endpoint 之后的文字。',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: ['moby/moby:daemon/libnetwork/endpoint.go'],
    matches: [
      'Error response from daemon: driver failed programming external connectivity on endpoint k8s_POD_api-0 (1f0d9c7b): boom',
    ],
    mustNotMatch: ['failed programming the flash memory of endpoint 3'],
  },
  {
    id: 'docker-port-allocated',
    title: { en: 'A host port is already in use', zh: '主机端口已被占用' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'event', 'kubelet'],
    wordings: [
      {
        literal: 'port is already allocated',
        regex: /Bind for (?<address>\S{1,80}) failed: port is already allocated/,
        versions: 'docker 1.5 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Another container of this daemon holds the port, or a hang left it taken.',
      zh: '端口被本守护进程的其他容器占用，或卡死后遗留未释放。',
    },
    usualCauses: {
      en: 'Two pods with the same host port, or a container that should be gone.',
      zh: '两个 Pod 使用相同主机端口，或应已删除的容器仍在。',
    },
    firstCheck: {
      en: '`ss -lntp`, `docker ps --filter publish=$PORT`.',
      zh: '执行 `ss -lntp`、`docker ps --filter publish=$PORT`。',
    },
    remedy: {
      en: 'Remove the holder; use NodePort instead of host ports.',
      zh: '移除占用者；以 NodePort 代替主机端口。',
    },
    source: ['moby/moby:daemon/libnetwork/portallocator/portallocator.go'],
    matches: [
      'Error response from daemon: driver failed programming external connectivity on endpoint k8s_POD_api-0 (1f0d9c7b): Bind for 0.0.0.0:30080 failed: port is already allocated',
    ],
    mustNotMatch: ['port 30080 was allocated to the service'],
  },
  {
    id: 'docker-port-map-failed',
    title: { en: 'Docker could not map a host port', zh: 'Docker 无法映射主机端口' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'ailed to allocate and map port',
        regex: /[Ff]ailed to allocate and map port\b/,
        versions: 'docker 1.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One published port of a container could not be set up; dockerd may try another one.',
      zh: '容器的一个发布端口未能建立，dockerd 可能会尝试其他端口。',
    },
    usualCauses: {
      en: 'The port is in use, or iptables failed or waits for its lock.',
      zh: '端口被占用，或 iptables 失败、在等锁。',
    },
    firstCheck: {
      en: '`ss -lntp` for that port; `iptables -t nat -L DOCKER -n`.',
      zh: '用 `ss -lntp` 查该端口；`iptables -t nat -L DOCKER -n`。',
    },
    remedy: { en: 'By that text.', zh: '按该文字处理。' },
    source: ['moby/moby:daemon/libnetwork/drivers/bridge/port_mapping.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="Failed to allocate and map port 37401: boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="Failed to allocate and map port: boom, retry: 1"',
    ],
    mustNotMatch: ['failed to allocate memory'],
  },
  {
    id: 'docker-userland-proxy-timeout',
    title: { en: "Docker's port proxy did not start in time", zh: 'Docker 端口代理未及时启动' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'event', 'kubelet'],
    wordings: [
      {
        literal: 'imed out proxy starting the userland proxy',
        regex: /[Tt]imed out proxy starting the userland proxy/,
        versions: 'docker 1.12-27',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 16_000 },
    meaning: {
      en: 'docker-proxy did not report within 16 seconds: starting a process takes that long on this machine.',
      zh: 'docker-proxy 未在 16 秒内就绪：本机启动一个进程竟如此之慢。',
    },
    usualCauses: { en: 'CPU, disk or memory starvation.', zh: 'CPU、磁盘或内存极度紧张。' },
    firstCheck: { en: '`vmstat 1 5`, load and `%iowait`.', zh: '执行 `vmstat 1 5`，看负载与 `%iowait`。' },
    remedy: { en: 'Relieve the machine; `userland-proxy=false`.', zh: '减轻机器负担；设置 `userland-proxy=false`。' },
    source: ['docker/libnetwork:portmapper/proxy.go'],
    matches: [
      'driver failed programming external connectivity on endpoint k8s_POD_api-0 (1f0d9c7b): Timed out proxy starting the userland proxy',
    ],
    mustNotMatch: ['Error starting userland proxy: listen tcp 0.0.0.0:80: bind: address already in use'],
  },
  {
    id: 'swarm-peer-lost',
    title: { en: 'A swarm node lost contact with its peers', zh: 'swarm 节点与同伴失去联系' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'memberlist: ',
        regex:
          /memberlist: (?:Failed to send|Failed fallback|Suspect (?<node>\S{1,200}) has failed|Marking \S{1,200} as failed|Refuting a suspect message|Was able to connect to \S{1,200} but other probes failed)/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'Bulk sync to node ',
        regex: /Bulk sync to node (?<node>\S{1,200}) timed out/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'Failed to join ',
        regex:
          /Failed to join (?<address>[\w.:[\]-]{3,80}): (?<reason>(?:dial|lookup|read|write|EOF|No installed|Remote)[^\n"\\]{0,160})/,
        versions: 'MetalLB 0.9-0.14, Consul, Serf',
      },
      {
        literal: 'memberlist: failed to receive',
        regex: /memberlist: failed to receive(?: and remove the stream label header)?: (?<reason>(?!EOF)[^\n"]{3,120})/,
        versions: 'memberlist 0.2-0.5',
      },
      {
        literal: 'memberlist: Failed to resolve',
        regex: /memberlist: Failed to resolve (?<node>[^\s:]{0,200}): (?<reason>[^\n"]{3,120})/,
        versions: 'memberlist 0.1-0.5',
      },
      {
        literal: 'memberlist: Failed pu',
        regex: /memberlist: Failed push\/pull merge: (?<reason>[^\n"]{3,120})/,
        versions: 'memberlist 0.1-0.5',
      },
      {
        literal: 'memberlist: Push/Pull with',
        regex: /memberlist: Push\/Pull with (?<node>\S{1,200}) failed: (?<reason>[^\n"]{3,120})/,
        versions: 'memberlist 0.1-0.5',
      },
      {
        literal: 'memberlist: Decrypt packet failed',
        regex: /memberlist: Decrypt packet failed: (?<reason>[^\n"]{3,120})/,
        versions: 'memberlist 0.1-0.5',
      },
      {
        literal: 'memberlist: Conflicting address',
        regex: /memberlist: Conflicting address for (?<node>\S{1,200})\. Mine/,
        versions: 'memberlist 0.1-0.5',
      },
      {
        literal: 'memberlist: Rejected',
        regex: /memberlist: Rejected (?:node|IP update)/,
        versions: 'memberlist 0.2-0.5',
      },
      {
        literal: 'memberlist: handler queue full',
        regex: /memberlist: handler queue full, dropping message/,
        versions: 'memberlist 0.1-0.5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Gossip between docker nodes (ports 7946) fails or is late; the node or the network is overloaded.',
      zh: 'docker 节点间的 gossip（7946 端口）失败或延迟，节点或网络过载。',
    },
    usualCauses: {
      en: 'A starved machine, a stall of the disk or the virtual machine, or a blocked port.',
      zh: '机器资源耗尽、磁盘或虚拟机停顿，或端口被拦截。',
    },
    firstCheck: { en: 'Load and stalls of both nodes in the same seconds.', zh: '看两端节点同一时刻的负载与停顿。' },
    remedy: { en: 'Relieve the node; open the ports.', zh: '减轻节点负载；放通端口。' },
    source: ['hashicorp/memberlist:net.go', 'moby/moby:daemon/libnetwork/networkdb/cluster.go'],
    matches: [
      'time="2022-05-13T02:27:47.004211000Z" level=warning msg="memberlist: Failed to send ack: write tcp 10.0.0.1:7946->10.0.0.2:51234: i/o timeout from=10.0.0.2:51234"',
      'time="2022-05-13T02:27:47.004211000Z" level=info msg="memberlist: Suspect node-b-1a2b3c has failed, no acks received"',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="Bulk sync to node 1a2b3c timed out"',
      '{"caller":"speakerlist.go:256","error":"1 error occurred:\\n\\t* Failed to join 10.20.0.5:7946: dial tcp 10.20.0.5:7946: connect: connection refused\\n\\n","expected":1,"joined":0,"level":"error","msg":"partial join","op":"memberDiscovery"}',
      '{"caller":"net.go:268","component":"Memberlist","level":"error","msg":"memberlist: failed to receive: No installed keys could decrypt the message from=10.20.0.5:46030"}',
      'level=warn msg="memberlist: Failed to resolve node-1: lookup node-1: no such host"',
      "[ERR] memberlist: Failed push/pull merge: Node 'node-1' protocol version (2) is incompatible: [1, 5] from=10.20.0.5:51234",
      '[ERR] memberlist: Push/Pull with node-2 failed: dial tcp 10.20.0.5:7946: i/o timeout',
      '[ERR] memberlist: Decrypt packet failed: No installed keys could decrypt the message from=10.20.0.5:7946',
      '[ERR] memberlist: Conflicting address for node-1. Mine: 10.20.0.5:7946 Theirs: 10.20.0.6:7946 Old state: alive',
      '[WARN] memberlist: Rejected node node-1 (10.20.0.5): not in the allowed list',
      '[WARN] memberlist: handler queue full, dropping message (3) from=10.20.0.5:7946',
    ],
    mustNotMatch: ['memberlist: Stream connection from=10.0.0.2:51234'],
  },
];
