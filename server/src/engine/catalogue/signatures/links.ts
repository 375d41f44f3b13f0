/** Network cards, bonds and bridges as the kernel sees them: links that go down, transmit queues that hang, and lines that only look bad. */
import type { Signature } from '../signature';

export const linkSignatures: readonly Signature[] = [
  {
    id: 'nic-link-down',
    title: { en: 'A network link went down', zh: '网络链路断开' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'systemd'],
    wordings: [
      {
        literal: 'Link is Down',
        regex: /\b(?<interface>(?!veth|cali|lxc|tap|azv|eni[0-9a-f]{6})[a-z][\w.-]{1,15}):? (?:NIC )?Link is Down\b/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ': Link down',
        regex: /\b(?<interface>(?:eth|en(?!i[0-9a-f]{6})|ib|p\dp)[\w.-]{0,14}): Link down\b/,
        versions: 'mlx4, mlx5, be2net',
      },
      {
        literal: 'link status definitely down for',
        regex: /link status definitely down for interface (?<interface>[\w.-]{1,16}), disabling it/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'running without any active interface',
        regex: /\b(?<interface>bond[\w.-]{0,12}|team[\w.-]{0,12}): now running without any active interface/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ': Lost carrier',
        regex: /\b(?<interface>(?:eth|en(?!i[0-9a-f]{6})|bond|ib)[\w.-]{0,14}): Lost carrier\b/,
        versions: 'systemd-networkd 219-256',
      },
      {
        literal: '): carrier is OFF',
        regex: /\((?<interface>(?:eth|en(?!i[0-9a-f]{6})|bond|ib)[\w.-]{0,14})\): carrier is OFF/,
        versions: 'NetworkManager',
      },
      {
        literal: 'Link is down',
        regex: /\b(?<interface>(?!veth|cali|lxc|tap|azv|eni[0-9a-f]{6})[a-z][\w.-]{1,15}):? Link is down\b/,
        versions: 'tg3',
      },
      {
        literal: 'link status definitely down,',
        regex: /\(slave (?<interface>[\w.-]{1,16})\): link status definitely down, disabling/,
        versions: 'Linux 5.4-6.8',
      },
      {
        literal: "unavailable (reason 'carrier-c",
        regex:
          /device \((?<interface>(?:eth|en(?!i[0-9a-f]{6})|bond|ib)[\w.-]{0,14})\): state change: activated -> unavailable \(reason 'carrier-changed'/,
        versions: 'NetworkManager 1.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The card lost its carrier: nothing is sent or received on it until the link is up again.',
      zh: '网卡失去载波：在链路恢复前无法收发。',
    },
    usualCauses: {
      en: 'Cable, switch port, a reset of the card, firmware, a virtual network that was reconfigured.',
      zh: '网线、交换机端口、网卡复位、固件，或虚拟网络被重新配置。',
    },
    firstCheck: {
      en: '`ip -s link`, `ethtool INTERFACE`; the port of the switch.',
      zh: '`ip -s link`、`ethtool 网卡名`；检查交换机端口。',
    },
    remedy: { en: 'Repair the path; use bonded links for nodes.', zh: '修复链路；节点使用链路聚合。' },
    source: ['torvalds/linux:drivers/net/bonding/bond_main.c', 'torvalds/linux:drivers/net/phy/phy.c'],
    matches: [
      'kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Down',
      'kernel: r8169 0000:03:00.0 enp3s0: Link is Down',
      'kernel: mlx5_core 0000:3b:00.0 ens1f0: Link down',
      'kernel: bond0: link status definitely down for interface eno2, disabling it',
      'kernel: bond0: now running without any active interface!',
      'systemd-networkd[611]: eth0: Lost carrier',
      'NetworkManager[711]: <info>  [1652437667.1180] device (eth0): carrier is OFF (link disconnected)',
      'kernel: tg3 0000:01:00.0 eth0: Link is down',
      'kernel: bond0: (slave eno2): link status definitely down, disabling slave',
      "NetworkManager[711]: <info>  [1652437667.1180] device (eth0): state change: activated -> unavailable (reason 'carrier-changed', managed-type: 'full')",
    ],
    mustNotMatch: [
      'systemd-networkd[611]: eni0f1e2d3c4b5: Lost carrier',
      'kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Up 10 Gbps, Flow Control: RX/TX',
      'systemd-networkd[611]: veth1b2c3d4: Lost carrier',
      'systemd-networkd[611]: cali0f1e2d3c4b5: Lost carrier',
    ],
  },
  {
    id: 'nic-link-up',
    title: { en: 'A network link is up again', zh: '网络链路恢复' },
    category: 'network',
    severity: 'info',
    role: 'recovery',
    ends: ['nic-link-down'],
    emitters: ['kernel', 'systemd'],
    wordings: [
      {
        literal: 'Link is Up',
        regex: /\b(?<interface>(?!veth|cali|lxc|tap|azv|eni[0-9a-f]{6})[a-z][\w.-]{1,15}):? (?:NIC )?Link is Up\b/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'link status definitely up for',
        regex: /link status definitely up for interface (?<interface>[\w.-]{1,16})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ': Gained carrier',
        regex: /\b(?<interface>(?:eth|en(?!i[0-9a-f]{6})|bond|ib)[\w.-]{0,14}): Gained carrier\b/,
        versions: 'systemd-networkd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The card has a carrier.', zh: '网卡恢复载波。' },
    usualCauses: { en: 'The end of an outage, or a boot.', zh: '中断结束，或刚开机。' },
    firstCheck: { en: 'How long it was down.', zh: '看中断了多久。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['torvalds/linux:drivers/net/bonding/bond_main.c', 'torvalds/linux:drivers/net/phy/phy.c'],
    matches: [
      'kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Up 10 Gbps, Flow Control: RX/TX',
      'kernel: bond0: link status definitely up for interface eno2, 10000 Mbps full duplex',
      'systemd-networkd[611]: eth0: Gained carrier',
    ],
    mustNotMatch: [
      'kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Down',
      'systemd-networkd[611]: veth1b2c3d4: Gained carrier',
    ],
  },
  {
    id: 'nic-reset',
    title: { en: 'A network card hung and was reset', zh: '网卡卡住并被复位' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'NETDEV WATCHDOG: ',
        regex:
          /NETDEV WATCHDOG: (?:CPU: \d{1,4}: |(?<interface>[\w.-]{1,16}) \([^)\n]{0,40}\): )transmit queue \d{1,4} timed out/,
        versions: 'Linux 3.10-6.10',
      },
      { literal: 'Tx Unit Hang', regex: /Detected Tx Unit Hang/, versions: 'e1000e, igb, ixgbe' },
      {
        literal: 'Detected Hardware Unit Hang',
        regex: /(?:(?<interface>[a-z][\w.-]{1,15}): )?Detected Hardware Unit Hang/,
        versions: 'e1000e',
      },
      {
        literal: 'reset due to tx timeout',
        regex: /(?:(?<interface>[a-z][\w.-]{1,15}): )?initiating reset due to tx timeout/,
        versions: 'ixgbe, i40e',
      },
      {
        literal: 'Keep alive watchdog timeout',
        regex: /(?:(?<interface>[a-z][\w.-]{1,15}): )?Keep alive watchdog timeout/,
        versions: 'ena',
      },
      {
        literal: ': Reset adapter',
        regex: /\b(?<interface>(?:eth|en)[\w.-]{0,14}): Reset adapter\b/,
        versions: 'e1000e, igb, ixgbe',
      },
      { literal: ': tx hang', regex: /\b(?<interface>(?:eth|en)[\w.-]{0,14}): tx hang/, versions: 'vmxnet3' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The card did not send for seconds; the driver resets it and packets are lost meanwhile.',
      zh: '网卡数秒无法发送，驱动将其复位，其间丢包。',
    },
    usualCauses: {
      en: 'Driver or firmware faults, an overloaded host of the virtual machine, interrupts that are not served.',
      zh: '驱动或固件故障、宿主机过载、中断未被处理。',
    },
    firstCheck: {
      en: '`ethtool -S INTERFACE | grep -i err`, `ethtool -i INTERFACE`',
      zh: '执行 `ethtool -S 网卡名 | grep -i err`、`ethtool -i 网卡名`',
    },
    remedy: {
      en: 'Update driver and firmware; switch off faulty offloads.',
      zh: '更新驱动与固件；关闭有问题的 offload。',
    },
    source: ['torvalds/linux:net/sched/sch_generic.c', 'torvalds/linux:drivers/net/ethernet/amazon/ena/ena_netdev.c'],
    matches: [
      'kernel: NETDEV WATCHDOG: eno1 (ixgbe): transmit queue 3 timed out',
      'kernel: bnxt_en 0000:3b:00.0 ens1f0: NETDEV WATCHDOG: CPU: 3: transmit queue 5 timed out 5012 ms',
      'kernel: igb 0000:01:00.0: Detected Tx Unit Hang',
      'kernel: e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:',
      'kernel: ixgbe 0000:01:00.0 eno1: initiating reset due to tx timeout',
      'kernel: ena 0000:00:05.0 eth0: Keep alive watchdog timeout.',
      'kernel: igb 0000:01:00.0 eno1: Reset adapter',
      'kernel: vmxnet3 0000:0b:00.0 ens192: tx hang',
    ],
    mustNotMatch: [
      'kernel: watchdog: BUG: soft lockup - CPU#3 stuck for 22s!',
      'kernel: usb 1-1: reset high-speed USB device number 2',
    ],
  },
  {
    id: 'nic-transmit-unfinished',
    title: { en: 'A network card does not report packets as sent', zh: '网卡未确认已发送的数据包' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Found a Tx that wasn',
        regex: /(?:(?<interface>[a-z][\w.-]{1,15}): )?Found a Tx that wasn't completed on time/,
        versions: 'ena',
      },
      {
        literal: 'lost tx completions',
        regex: /(?:(?<interface>[a-z][\w.-]{1,15}): )?[Tt]he number of lost tx completions is above the threshold/,
        versions: 'ena',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The driver waits longer than its limit for the card to confirm that packets left.',
      zh: '驱动等待网卡确认发送的时间超过上限。',
    },
    usualCauses: {
      en: 'A processor that serves no interrupts for seconds (a stall or lockup), or trouble below the virtual card.',
      zh: 'CPU 数秒未处理中断（停顿或死锁），或虚拟网卡的下层故障。',
    },
    firstCheck: {
      en: 'Stalls and lockups around it; `ethtool -S INTERFACE | grep -i -E "tx|reset"`',
      zh: '看前后是否有 CPU 停顿；执行 `ethtool -S 网卡名 | grep -i -E "tx|reset"`',
    },
    remedy: { en: 'Cure the stall; update driver and kernel.', zh: '解决停顿；更新驱动与内核。' },
    source: ['torvalds/linux:drivers/net/ethernet/amazon/ena/ena_netdev.c'],
    matches: [
      "kernel: ena 0000:00:05.0 eth0: Found a Tx that wasn't completed on time, qid 3, index 118.",
      'kernel: ena 0000:00:05.0 eth0: The number of lost tx completions is above the threshold (129 > 128). Reset the device',
    ],
    mustNotMatch: ['kernel: ena 0000:00:05.0 eth0: Keep alive watchdog timeout.'],
  },
  {
    id: 'kernel-messages-suppressed',
    title: { en: 'The kernel left out repeated messages', zh: '内核省略了重复消息' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' callbacks suppressed',
        regex: /\b(?<what>\w{3,40}): (?<count>\d{1,9}) callbacks suppressed/,
        versions: 'Linux 2.6-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The messages before and after it were repeated this many times more: their count is a lower bound.',
      zh: '其前后的消息另外重复了这么多次：计数只是下限。',
    },
    usualCauses: { en: 'A flood of one message.', zh: '同一消息泛滥。' },
    firstCheck: { en: 'The message that surrounds it.', zh: '看其前后的消息。' },
    remedy: { en: 'Cure what floods.', zh: '处理泛滥的来源。' },
    source: ['torvalds/linux:lib/ratelimit.c'],
    matches: ['kernel: net_ratelimit: 118 callbacks suppressed'],
    mustNotMatch: ['systemd-journald[331]: Suppressed 118 messages from /system.slice/docker.service'],
  },
  {
    id: 'interface-setting-up',
    title: { en: 'An interface is being set up', zh: '网卡正在建立' },
    category: 'network',
    severity: 'info',
    role: 'benign',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'ADDRCONF(NETDEV_',
        regex: /ADDRCONF\(NETDEV_(?:UP|CHANGE)\): [\w.@-]{1,24}: link (?:is not|becomes) ready/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'entered promiscuous mode',
        regex: /\b[\w.@-]{1,24}:? entered promiscuous mode/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A new interface waits for its peer for a moment. Every pod start prints this.',
      zh: '新网卡短暂等待对端。每次 Pod 启动都会打印。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['torvalds/linux:net/ipv6/addrconf.c'],
    matches: [
      'kernel: IPv6: ADDRCONF(NETDEV_UP): veth1b2c3d4: link is not ready',
      'kernel: IPv6: ADDRCONF(NETDEV_CHANGE): eth0: link becomes ready',
      'kernel: device veth1b2c3d4 entered promiscuous mode',
    ],
    mustNotMatch: ['kernel: ixgbe 0000:01:00.0 eno1: NIC Link is Down'],
  },
  {
    id: 'martian-packet',
    title: { en: 'A packet with an unexpected address', zh: '地址异常的数据包' },
    category: 'network',
    severity: 'info',
    role: 'benign',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'martian ',
        regex: /\bmartian (?:source|destination) [\d.]{7,15} from [\d.]{7,15}/,
        versions: 'Linux 2.6-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A packet came from an address that is not routed that way. Overlay networks and multi-homed nodes cause this all the time.',
      zh: '数据包来源地址不符合路由方向。叠加网络和多网卡节点经常出现。',
    },
    usualCauses: {
      en: 'log_martians is on together with an overlay network.',
      zh: '开启了 log_martians 且使用叠加网络。',
    },
    firstCheck: {
      en: '`sysctl net.ipv4.conf.all.rp_filter`, only when a service is unreachable',
      zh: '仅当服务不可达时执行 `sysctl net.ipv4.conf.all.rp_filter`',
    },
    remedy: { en: 'Nothing by itself.', zh: '本身无需处理。' },
    source: ['torvalds/linux:net/ipv4/route.c'],
    matches: ['kernel: IPv4: martian source 10.244.3.7 from 10.0.3.2, on dev eth0'],
    mustNotMatch: ['kernel: nf_conntrack: table full, dropping packet'],
  },
];
