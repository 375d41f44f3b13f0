/** Network cards by what their drivers say of them: firmware that does not answer, resets, virtual functions that come and go, addresses that exist twice. */
import type { Signature } from '../signature';

export const nicDriverSignatures: readonly Signature[] = [
  {
    id: 'nic-driver-fault',
    title: { en: "A network card's driver or firmware is in trouble", zh: '网卡驱动或固件出现故障' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Trigger reset is on',
        regex: /\bena [\da-f:.]{7,12} (?<interface>[\w.-]{1,16}): Trigger reset is on/,
        versions: 'ena',
      },
      { literal: '. Reset the device', regex: /Potential MSIX issue on [RT]x side/, versions: 'ena' },
      {
        literal: 'is paused for too long',
        regex: /(?<interface>[\w.-]{1,16}): TX q \d{1,4} is paused for too long/,
        versions: 'ena',
      },
      {
        literal: 'Device reset failed',
        regex: /(?<interface>(?:eth|en)[\w.-]{0,14}): Device reset failed/,
        versions: 'ena',
      },
      { literal: 'TX driver issue detected', regex: /TX driver issue detected(?: on (?:PF|VF))?/, versions: 'i40e' },
      { literal: 'tx_timeout: VSI_seid', regex: /(?<interface>[\w.-]{1,16}): tx_timeout: VSI_seid/, versions: 'i40e' },
      {
        literal: 'tx_timeout recovery',
        regex: /tx_timeout recovery (?:level \d{1,2}|unsuccessful)/,
        versions: 'i40e, ice',
      },
      {
        literal: 'Error detected in the card',
        regex: /be2net [\da-f:.]{7,12}: Error detected in the card/,
        versions: 'be2net',
      },
      {
        literal: 'TX timeout detected',
        regex: /(?<interface>[\w.-]{1,16}): TX timeout detected/,
        versions: 'mlx5, bnxt',
      },
      {
        literal: 'TX timeout on queue',
        regex: /(?<interface>[\w.-]{1,16}): TX timeout on queue: \d{1,4}/,
        versions: 'mlx5, virtio',
      },
      {
        literal: ': poll_health:',
        regex:
          /mlx5_core [\da-f:.]{7,12}: [^\n]{0,60}(?:poll_health|health_care)[^\n]{0,60}(?:[Ff]atal error|compromised|handling bad device)/,
        versions: 'mlx5',
      },
      {
        literal: 'Will cause a leak of a command',
        regex: /(?<command>[A-Z\d_]{3,40})\(0x[\da-f]{1,4}\) timeout\. Will cause a leak of a command resource/,
        versions: 'mlx5',
      },
      { literal: 'Error (timeout:', regex: /bnxt_en [^\n]{0,60}Error \(timeout: \d{1,9}\) msg/, versions: 'bnxt' },
      {
        literal: 'bnx2x_attn_int_deasserted',
        regex:
          /bnx2x: \[bnx2x_attn_int_deasserted\d:\d{1,6}\((?<interface>[\w.-]{1,16})\)\] ?\w{0,4} ?(?:assert|attention)/,
        versions: 'bnx2x',
      },
      {
        literal: 'transmit timed out, resetting',
        regex: /(?<interface>[\w.-]{1,16}): transmit timed out, resetting/,
        versions: 'tg3',
      },
      { literal: 'tg3_stop_block timed out', regex: /tg3_stop_block timed out/, versions: 'tg3' },
      {
        literal: 'PCI I/O error detected',
        regex: /(?<interface>[\w.-]{1,16}): PCI I\/O error detected/,
        versions: 'tg3, bnxt',
      },
      {
        literal: 'rtl_txcfg_empty_cond ==',
        regex: /\b(?<interface>[\w.-]{1,16}): rtl_\w{3,30}_cond == \d \(loop:/,
        versions: 'r8169',
      },
      {
        literal: 'Firmware error detected',
        regex: /\b(?:ice|i40e|ixgbe|igb|bnxt_en|qede?|cxgb4|nfp) [^\n]{0,60}Firmware (?:error|fault) detected/,
        versions: 'ice, ixgbe',
      },
      { literal: ': PF reset,', regex: /\bice [\da-f:.]{7,12}: PF reset, [^\n]{1,60}failed/, versions: 'ice' },
      { literal: 'napi handler hasn', regex: /napi handler hasn't been called for a long time/, versions: 'ena' },
      {
        literal: 'failed to allocate command ent',
        regex: /mlx5_core [^\n]{0,60}failed to allocate command entry/,
        versions: 'mlx5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The driver found that the card does not work as it should and resets it; nothing is sent or received meanwhile.',
      zh: '驱动发现网卡工作异常并将其复位，其间无法收发。',
    },
    usualCauses: {
      en: 'Firmware or driver faults, a processor that serves no interrupts, a failing card or slot, trouble below a virtual card.',
      zh: '固件或驱动缺陷、CPU 未处理中断、网卡或插槽故障，或虚拟网卡的下层问题。',
    },
    firstCheck: {
      en: '`ethtool -i INTERFACE`, `ethtool -S INTERFACE | grep -i -E "err|reset|timeout"`',
      zh: '执行 `ethtool -i 网卡名`、`ethtool -S 网卡名 | grep -i -E "err|reset|timeout"`',
    },
    remedy: {
      en: 'Update firmware and driver, replace the card; cure stalls of the processor.',
      zh: '更新固件与驱动、更换网卡；解决 CPU 停顿。',
    },
    source: [
      'torvalds/linux:drivers/net/ethernet/amazon/ena/ena_netdev.c',
      'torvalds/linux:drivers/net/ethernet/mellanox/mlx5/core/health.c',
      'torvalds/linux:drivers/net/ethernet/intel/i40e/i40e_main.c',
    ],
    matches: [
      'kernel: ena 0000:00:05.0 eth0: Trigger reset is on',
      'kernel: ena 0000:00:05.0 eth0: Potential MSIX issue on Rx side Queue = 4. Reset the device',
      'kernel: ena 0000:00:05.0 eth0: TX q 3 is paused for too long (threshold 5000000). Time since last napi 5340000 usec. napi scheduled: 1',
      'kernel: ena 0000:00:05.0 eth0: Device reset failed',
      'kernel: i40e 0000:3b:00.0: TX driver issue detected, PF reset issued',
      'kernel: i40e 0000:3b:00.0 eno1: tx_timeout: VSI_seid: 390, Q 5, NTC: 0x1ad, HWB: 0x1ad, NTU: 0x1af, TAIL: 0x1af, INT: 0x1',
      'kernel: i40e 0000:3b:00.0 eno1: tx_timeout recovery level 1, txqueue 5',
      'kernel: be2net 0000:03:00.0: Error detected in the card',
      'kernel: mlx5_core 0000:3b:00.0 ens1f0: TX timeout detected',
      'kernel: virtio_net virtio0 eth0: TX timeout on queue: 0, sq: output.0, vq: 0x1, name: output.0, 5240000 usecs ago',
      'kernel: mlx5_core 0000:3b:00.0: poll_health:739:(pid 0): Fatal error 1 detected',
      'kernel: mlx5_core 0000:3b:00.0: wait_func:1008:(pid 5523): ENABLE_HCA(0x104) timeout. Will cause a leak of a command resource',
      'kernel: bnxt_en 0000:19:00.0 eno1np0: Error (timeout: 500015) msg {0x41 0x2b} len:0',
      'kernel: bnx2x: [bnx2x_attn_int_deasserted3:4363(eth1)]MC assert!',
      'kernel: tg3 0000:01:00.0 eth0: transmit timed out, resetting',
      'kernel: tg3 0000:02:00.0: tg3_stop_block timed out, ofs=4c00 enable_bit=2',
      'kernel: tg3 0000:01:00.0 eth0: PCI I/O error detected',
      'kernel: r8169 0000:02:00.0 enp2s0: rtl_txcfg_empty_cond == 0 (loop: 42, delay: 100).',
      'kernel: ixgbe 0000:3b:00.0 ens1f0: Firmware error detected, resetting',
      'kernel: ice 0000:b1:00.0: PF reset, FLR failed',
      "kernel: ena 0000:00:05.0 eth0: napi handler hasn't been called for a long time but is scheduled",
      'kernel: mlx5_core 0000:3b:00.0: cmd_work_handler:877:(pid 1234): failed to allocate command entry',
    ],
    mustNotMatch: [
      'kernel: ena 0000:00:05.0: ENA device version: 0.10',
      'kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Up 10 Gbps, Flow Control: RX/TX',
    ],
  },
  {
    id: 'nic-virtual-function-lost',
    title: { en: "A virtual machine's fast network path was taken away", zh: '虚拟机的加速网络通道被移除' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ': VF slot',
        regex: /hv_netvsc \S{3,60} (?<interface>[\w.-]{1,16}): VF slot \d{1,4} removed/,
        versions: 'Linux 4.4-6.8',
      },
      {
        literal: 'Data path switched from VF',
        regex: /(?<interface>[\w.-]{1,16}): Data path switched from VF/,
        versions: 'Linux 4.4-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The host withdrew the virtual function; packets take the slower synthetic card, and a pause is felt.',
      zh: '宿主机撤回了虚拟功能，数据包改走较慢的合成网卡，会感到停顿。',
    },
    usualCauses: { en: 'Host maintenance or live migration of the machine.', zh: '宿主机维护或虚拟机热迁移。' },
    firstCheck: {
      en: 'Planned maintenance of the cloud at that time; whether the path came back.',
      zh: '查看云平台当时的计划维护，以及通道是否恢复。',
    },
    remedy: {
      en: 'Nothing, when it comes back within seconds; otherwise redeploy the machine.',
      zh: '数秒内恢复则无需处理；否则重新部署该虚拟机。',
    },
    source: ['torvalds/linux:drivers/net/hyperv/netvsc_drv.c'],
    matches: [
      'kernel: hv_netvsc 000d3a4b-4c00-000d-3a4b-4c00000d3a4b eth0: VF slot 1 removed',
      'kernel: hv_netvsc 000d3a4b-4c00-000d-3a4b-4c00000d3a4b eth0: Data path switched from VF: enP2s1',
    ],
    mustNotMatch: ['kernel: hv_netvsc 000d3a4b-4c00-000d-3a4b-4c00000d3a4b eth0: Data path switched to VF: enP2s1'],
  },
  {
    id: 'network-address-duplicate',
    title: { en: 'An address exists twice on the network', zh: '网络中存在重复地址' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: 'with own address as source address',
        regex:
          /(?<interface>[\w.-]{1,16}): received packet on (?<port>(?!veth|cali|lxc|tap)[\w.@-]{1,24}) with own address as source address/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'IPv6 duplicate address',
        regex:
          /(?<interface>[\w.@-]{1,24}): IPv6 duplicate address (?!fe80::\w{1,4}:acff:)(?<address>[\da-f:]{2,45}) used by [\da-f:]{17} detected/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'is already using the IPv4 address',
        regex: /Calico node '(?<node>[\w.-]{1,253})' is already using the IPv4 address (?<address>[\d.]{7,15})/,
        versions: 'calico/node 3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Two ends claim the same address, or a loop brings the node's own packets back; traffic reaches the wrong one.",
      zh: '两端声明同一地址，或环路把本机报文送回；流量会到错误的一端。',
    },
    usualCauses: {
      en: "Cloned machines, a wrong interface chosen for the node's address, a loop between bridges.",
      zh: '克隆的机器、为节点地址选错了接口，或网桥间环路。',
    },
    firstCheck: {
      en: '`ip addr`, `arping -D -I INTERFACE ADDRESS` on both nodes.',
      zh: '在两端执行 `ip addr`、`arping -D -I 接口 地址`。',
    },
    remedy: {
      en: 'Give each end its own address; break the loop; tell the plug-in which interface to use.',
      zh: '为各端分配唯一地址；消除环路；指定插件使用的接口。',
    },
    source: [
      'torvalds/linux:net/bridge/br_fdb.c',
      'torvalds/linux:net/ipv6/addrconf.c',
      'projectcalico/calico:node/pkg/lifecycle/startup/startup.go',
    ],
    matches: [
      'kernel: br0: received packet on eno1 with own address as source address (addr:0a:58:0a:f4:01:01, vlan:0)',
      'kernel: IPv6: eth0: IPv6 duplicate address fe80::250:56ff:feaa:1 used by 00:50:56:aa:00:01 detected!',
      "2023-05-13 10:31:02.118 [WARNING][9] startup/startup.go 1057: Calico node 'node-2' is already using the IPv4 address 172.17.0.1.",
    ],
    mustNotMatch: [
      'kernel: IPv6: ADDRCONF(NETDEV_CHANGE): eth0: link becomes ready',
      'kernel: cni0: received packet on veth1b2c3d4 with own address as source address (addr:0a:58:0a:f4:01:01, vlan:0)',
      'kernel: IPv6: eth0: IPv6 duplicate address fe80::42:acff:fe11:2 detected!',
    ],
  },
  {
    id: 'route-cache-full',
    title: { en: "The kernel's route cache is full", zh: '内核路由缓存已满' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Route cache is full:',
        regex: /Route cache is full: consider increasing sysctl/,
        versions: 'Linux 4.x-6.3',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'No further destination can be remembered, so packets to new ones are dropped.',
      zh: '无法记录新的目的地，发往新目的地的数据包被丢弃。',
    },
    usualCauses: {
      en: 'Many IPv6 destinations on a kernel with a small `net.ipv6.route.max_size`.',
      zh: 'IPv6 目的地很多，而 `net.ipv6.route.max_size` 过小。',
    },
    firstCheck: {
      en: '`sysctl net.ipv6.route.max_size`; `cat /proc/net/rt6_stats`',
      zh: '执行 `sysctl net.ipv6.route.max_size`；`cat /proc/net/rt6_stats`',
    },
    remedy: { en: 'Raise the limit (newer kernels have none).', zh: '提高上限（较新内核没有该限制）。' },
    source: ['torvalds/linux:net/core/dst.c'],
    matches: ['kernel: Route cache is full: consider increasing sysctl net.ipv6.route.max_size.'],
    mustNotMatch: ['kernel: IPv6: ADDRCONF(NETDEV_UP): eth0: link is not ready'],
  },
];
