/** Tools that write rules and routes and say why they were refused, and kernel tables that take no more. */
import type { Signature } from '../signature';

export const packetRuleSignatures: readonly Signature[] = [
  {
    id: 'rule-tool-refused',
    title: { en: 'A tool for rules, sets or routes was refused', zh: '规则、集合或路由工具被拒绝' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['iptables', 'any'],
    wordings: [
      {
        literal: 'tables: No chain/target/match by that name',
        regex: /ip6?tables: No chain\/target\/match by that name/,
        versions: 'iptables 1.4-1.8',
      },
      {
        literal: ': Kernel error received:',
        regex: /ipset v[\d.]{3,8}: Kernel error received: (?<reason>[^\n]{3,80})/,
        versions: 'ipset 6-7',
      },
      {
        literal: ': Set cannot be',
        regex: /ipset v[\d.]{3,8}: Set cannot be (?<reason>[^\n]{3,100})/,
        versions: 'ipset 6-7',
      },
      {
        literal: 'Error: Could not process rule:',
        regex: /Error: Could not process rule: (?<reason>[^\n]{3,80})/,
        versions: 'nftables 0.8-1.0',
      },
      {
        literal: 'RTNETLINK answers:',
        regex: /RTNETLINK answers: (?!File exists|No such process)(?<reason>[A-Z][^\n]{3,60})/,
        versions: 'iproute2',
      },
      {
        literal: "libbpf: prog '",
        regex: /libbpf: prog '(?<program>[^'\n]{1,60})': BPF program load failed: (?<reason>[^\n]{3,60})/,
        versions: 'libbpf 0.x-1.x',
      },
      {
        literal: 'libbpf: failed to load',
        regex: /libbpf: failed to load object '(?<path>[^'\n]{1,200})'/,
        versions: 'libbpf 0.x-1.x',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'The rule, set, route or program is not in the kernel; what relies on it does not work.',
      zh: '规则、集合、路由或程序未进入内核；依赖它的功能无效。',
    },
    usualCauses: {
      en: 'A module that is missing, two tools that write the same tables, a kernel that is too old, missing rights.',
      zh: '缺少模块、两个工具写同一张表、内核过旧、缺少权限。',
    },
    firstCheck: {
      en: '`lsmod`, `iptables-save`, `nft list ruleset`',
      zh: '执行 `lsmod`、`iptables-save`、`nft list ruleset`',
    },
    remedy: {
      en: 'Load the module; use one tool (legacy or nft) for all; restart the daemon that writes them.',
      zh: '加载模块；统一使用一种工具（legacy 或 nft）；重启写入它们的守护进程。',
    },
    source: ['torvalds/linux:net/netfilter/nf_tables_api.c'],
    matches: [
      'iptables: No chain/target/match by that name.',
      'ipset v7.1: Kernel error received: set type not supported',
      'ipset v6.29: Set cannot be created: set with the same name already exists',
      'Error: Could not process rule: No such file or directory',
      'RTNETLINK answers: Operation not supported',
      "libbpf: prog 'cali_tc_preamble': BPF program load failed: Permission denied",
      "libbpf: failed to load object '/usr/lib/calico/bpf/tc_preamble.o'",
    ],
    mustNotMatch: ['RTNETLINK answers: File exists'],
  },
  {
    id: 'packet-table-refuses',
    title: { en: 'The kernel drops packets for want of entries or for a loop', zh: '内核因表项不足或环路丢包' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'time wait bucket table overflow',
        regex: /TCP: time wait bucket table overflow/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Dead loop on virtual device',
        regex: /Dead loop on virtual device (?<interface>[\w.@-]{1,24}), fix it urgently/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'ndisc_router_discovery',
        regex: /ndisc_router_discovery(?:\(\))? failed to add default/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ' migrated from ',
        regex: /(?<interface>(?:vxlan|flannel|cilium)[\w.-]{1,16}): [\da-f:.]{7,45} migrated from [\da-f:.]{7,45} to/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Connections are cut or addresses wander between nodes.', zh: '连接被切断，或地址在节点间漂移。' },
    usualCauses: {
      en: 'Very many short connections, a tunnel routed through itself, two nodes with one tunnel address.',
      zh: '短连接极多、隧道经由自身路由、两节点使用同一隧道地址。',
    },
    firstCheck: { en: '`ss -s`, `ip route get PEER`, `ip -d link`', zh: '`ss -s`、`ip route get 对端`、`ip -d link`' },
    remedy: {
      en: 'Reuse connections; correct the route or give each node its own tunnel address.',
      zh: '复用连接；更正路由或为每个节点设置各自的隧道地址。',
    },
    source: ['torvalds/linux:net/core/dev.c', 'torvalds/linux:drivers/net/vxlan/vxlan_core.c'],
    matches: [
      'kernel: TCP: time wait bucket table overflow',
      'kernel: Dead loop on virtual device cilium_vxlan, fix it urgently!',
      'kernel: ICMPv6: RA: ndisc_router_discovery failed to add default route',
      'kernel: vxlan.calico: 0a:1b:2c:3d:4e:5f migrated from 10.20.0.2 to 10.20.0.3',
    ],
    mustNotMatch: ['kernel: IPv6: ADDRCONF(NETDEV_CHANGE): eth0: link becomes ready'],
  },
];
