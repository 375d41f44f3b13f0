/** IPsec between nodes: peers that do not answer, negotiations that are refused, and what the kernel cannot decrypt. */
import type { Signature } from '../signature';

export const ipsecSignatures: readonly Signature[] = [
  {
    id: 'ipsec-peer-silent',
    title: { en: 'An IPsec peer does not answer', zh: 'IPsec 对端无应答' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'giving up after',
        regex: /\[IKE\] giving up after (?<count>\d{1,4}) retransmits/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'peer not responding',
        regex:
          /\[IKE\] (?:establishing IKE_SA failed, |rekeying IKE_SA failed, |proper IKE_SA delete failed, )?peer not responding/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'second timeout exceeded after',
        regex:
          /"(?<connection>[^"\n]{1,120})"(?:\[\d{1,4}\] \S{3,60})? #\d{1,9}: [^\n]{0,60}second timeout exceeded after \d{1,4} retransmits/,
        versions: 'libreswan 3-5',
      },
      {
        literal: 'max number of retransmissions',
        regex:
          /"(?<connection>[^"\n]{1,120})"(?:\[\d{1,4}\] \S{3,60})? #\d{1,9}: [^\n]{0,60}max number of retransmissions \(\d{1,4}\) reached/,
        versions: 'libreswan 3',
      },
      {
        literal: 'liveness_check - peer',
        regex: /liveness_check - peer (?<peer>[\da-fA-F.:]{3,45}) has not responded in \d{1,6} seconds/,
        versions: 'libreswan 3-4',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The daemon that sets up encryption between nodes gets no answer, so traffic to that peer is held or dropped.',
      zh: '负责节点间加密的守护进程得不到应答，发往该对端的流量被扣住或丢弃。',
    },
    usualCauses: {
      en: 'UDP ports 500 and 4500 or protocol ESP blocked on the way, a peer that is down, or an address that changed.',
      zh: '途中封锁了 UDP 500、4500 端口或 ESP 协议，对端停机，或地址已变。',
    },
    firstCheck: {
      en: '`ipsec status` or `swanctl --list-sas` on both sides; `tcpdump -ni any udp port 500 or udp port 4500 or esp`',
      zh: '在两端执行 `ipsec status` 或 `swanctl --list-sas`；执行 `tcpdump -ni any udp port 500 or udp port 4500 or esp`',
    },
    remedy: {
      en: 'Open the ports between all nodes; restart the daemon on the peer.',
      zh: '在所有节点间放行这些端口；重启对端的守护进程。',
    },
    source: ['strongswan/strongswan:src/libcharon/sa/ike_sa.c', 'libreswan/libreswan:programs/pluto/retransmit.c'],
    matches: [
      'charon[1187]: 11[IKE] giving up after 5 retransmits',
      'charon[1187]: 07[IKE] peer not responding, trying again (2/3)',
      'pluto[2210]: "ovn-a1b2c3-0-out-1" #12: STATE_V2_PARENT_I1: 60 second timeout exceeded after 7 retransmits.  No response (or no acceptable response) to our first IKEv2 message',
      'pluto[2210]: "ovn-a1b2c3-0-out-1" #12: max number of retransmissions (8) reached STATE_V2_PARENT_I1',
      'pluto[2210]: "ovn-a1b2c3-0-out-1" #14: liveness_check - peer 10.0.4.5 has not responded in 30 seconds, with a timeout of 30, taking action:clear',
    ],
    mustNotMatch: [
      'charon[1187]: 07[IKE] retransmit 1 of request with message ID 0',
      'tcp: giving up after 5 retransmits',
    ],
  },
  {
    id: 'ipsec-negotiation-refused',
    title: { en: 'An IPsec peer refuses the connection', zh: 'IPsec 协商被拒绝' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'received NO_PROPOSAL',
        regex: /\[IKE\] received (?<reason>NO_PROPOSAL_CHOSEN) (?:notify error|error notify)/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'received AUTHENTICATION_FAILED',
        regex: /\[IKE\] received (?<reason>AUTHENTICATION_FAILED) (?:notify error|error notify)/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'received TS_UNACCEPTABLE',
        regex: /\[IKE\] received (?<reason>TS_UNACCEPTABLE) notify/,
        versions: 'strongSwan 5-6',
      },
      {
        literal: 'no IKE config found for',
        regex: /\[IKE\] no IKE config found for (?<peers>\S{3,100}), sending/,
        versions: 'strongSwan 5-6',
      },
      {
        literal: 'no matching peer config found',
        regex: /\[CFG\] no matching peer config found/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'contained the error notification',
        regex: /response contained the error notification (?<reason>[A-Z_]{4,40})/,
        versions: 'libreswan 3-4',
      },
      {
        literal: 'failed with error notification',
        regex:
          /"(?<connection>[^"\n]{1,120})" #\d{1,9}: [^\n]{0,60}failed with error notification (?<reason>[A-Z_]{4,40})/,
        versions: 'libreswan 5',
      },
      {
        literal: 'rejected for this connection',
        regex: /X509: [Cc]ertificate (?:payload )?rejected for this connection/,
        versions: 'libreswan 3-5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Both sides talk to each other but do not agree: on algorithms, on who the other one is, or on the traffic to encrypt.',
      zh: '双方能通信，但在算法、身份或需加密的流量上不一致。',
    },
    usualCauses: {
      en: 'Settings that differ between the sides, a shared key or certificate that was changed on one of them, or a certificate that expired.',
      zh: '两端配置不一致、一端更换了共享密钥或证书，或证书已过期。',
    },
    firstCheck: {
      en: "`ipsec status`; compare both sides' settings and certificates",
      zh: '`ipsec status`；对比两端配置与证书',
    },
    remedy: {
      en: 'Make both sides the same; renew the certificates of all nodes.',
      zh: '统一两端配置；更新所有节点的证书。',
    },
    source: [
      'strongswan/strongswan:src/libcharon/sa/ikev2/tasks/ike_init.c',
      'libreswan/libreswan:programs/pluto/ikev2_ike_auth.c',
    ],
    matches: [
      'charon[1187]: 09[IKE] received NO_PROPOSAL_CHOSEN notify error',
      'charon[1187]: 12[IKE] received AUTHENTICATION_FAILED notify error',
      'charon[1187]: 12[IKE] received TS_UNACCEPTABLE notify, no CHILD_SA built',
      'charon[1187]: 05[IKE] no IKE config found for 10.1.2.3...10.9.8.7, sending NO_PROPOSAL_CHOSEN',
      'charon[1187]: 05[CFG] no matching peer config found',
      'pluto[2210]: "ovn-a1b2c3-0-in-1" #33: IKE_AUTH response contained the error notification AUTHENTICATION_FAILED',
      'pluto[2210]: "ovn-a1b2c3-0-in-1" #33: CREATE_CHILD_SA failed with error notification NO_PROPOSAL_CHOSEN',
      'pluto[2210]: "ovn-a1b2c3-0-in-1" #2: X509: Certificate rejected for this connection',
    ],
    mustNotMatch: [
      'charon[1187]: 09[CFG] selected proposal: IKE:AES_CBC_128/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/CURVE_25519',
    ],
  },
  {
    id: 'ipsec-state-not-installed',
    title: { en: 'The kernel did not take an IPsec association', zh: '内核未接受 IPsec 安全关联' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'unable to add SAD entry',
        regex:
          /\[KNL\] unable to add SAD entry with SPI (?<spi>[\da-f]{8})(?: \((?<reason>[^)\n]{2,60})\)|: (?<why>[^\n]{3,80}))?/,
        versions: 'strongSwan 5-6',
      },
      {
        literal: '[IKE] unable to install ',
        regex: /\[IKE\] unable to install (?:inbound and outbound|inbound|outbound) IPsec SA/,
        versions: 'strongSwan 4-6',
      },
      {
        literal: 'unable to install IPsec policies',
        regex: /\[IKE\] unable to install IPsec policies/,
        versions: 'strongSwan 4-6',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What was negotiated never reached the kernel, so nothing to that peer is encrypted or let through.',
      zh: '协商结果未写入内核，发往该对端的流量既不会加密也不会放行。',
    },
    usualCauses: {
      en: "A kernel without the algorithm's module, memory or netlink buffers used up, or a card that refuses to offload.",
      zh: '内核缺少算法模块、内存或 netlink 缓冲耗尽，或网卡拒绝卸载。',
    },
    firstCheck: {
      en: '`ip xfrm state count`; `lsmod | grep -e esp -e xfrm`; `dmesg`',
      zh: '执行 `ip xfrm state count`、`lsmod | grep -e esp -e xfrm`、`dmesg`',
    },
    remedy: {
      en: 'Load the modules, turn the offload off, raise the limits.',
      zh: '加载相应模块、关闭卸载、提高限额。',
    },
    source: ['strongswan/strongswan:src/libcharon/plugins/kernel_netlink/kernel_netlink_ipsec.c'],
    matches: [
      'charon[1187]: 15[KNL] unable to add SAD entry with SPI c1a2b3d4: No buffer space available (105)',
      'charon[1187]: 15[IKE] unable to install inbound and outbound IPsec SA (SAD) in kernel',
      'charon[1187]: 15[IKE] unable to install IPsec policies (SPD) in kernel',
    ],
    mustNotMatch: ['charon[1187]: 15[KNL] received netlink error: No such process (3)'],
  },
];
