/** DRBD and LINSTOR: replicas that lose their peer, their quorum or their data. */
import type { Signature } from '../signature';

export const drbdSignatures: readonly Signature[] = [
  {
    id: 'drbd-peer-lost',
    title: { en: 'DRBD lost the connection to a replica', zh: 'DRBD 与副本的连接中断' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'PingAck did not arrive in time',
        regex: /drbd (?<volume>\S{1,120})(?: (?<peer>\S{1,120}))?: PingAck did not arrive in time/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'error receiving',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,120}: error receiving \w{3,30}, e: (?<code>-\d{1,4})/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'sock_recvmsg returned -',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,120}: sock_recvmsg returned (?<code>-\d{1,4})/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'was shut down by peer',
        regex:
          /drbd (?<volume>\S{1,120})[^\n]{0,120}: (?:sock|meta connection|data connection|\w{2,20}) was shut down by peer/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'conn( Connected -',
        regex:
          /drbd (?<volume>\S{1,120})[^\n]{0,120}: conn\( Connected -> (?<state>Timeout|BrokenPipe|NetworkFailure|ProtocolError|StandAlone|Unconnected) \)/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'Handshake to peer',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,120}: Handshake to peer \S{1,60} (?:failed|timed out)/,
        versions: 'DRBD 9.x',
      },
      {
        literal: ' has closed the connection',
        regex: /Remote satellite peer \S{3,80} has closed the connection/,
        versions: 'LINSTOR 1.x',
      },
      {
        literal: 'connection shut down by peer',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,120}: (?:meta|data) connection shut down by peer/,
        versions: 'DRBD 9.x',
      },
      {
        literal: 'Cluster is now split',
        regex: /drbd (?<volume>\S{1,120}) (?<peer>\S{1,120}): Cluster is now split/,
        versions: 'DRBD 9',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Writes go on with fewer copies, or stop when too few are left.',
      zh: '以更少副本继续写入，副本过少时停止写入。',
    },
    usualCauses: {
      en: 'The peer node is down or stalled, a lost link, a firewall.',
      zh: '对端节点宕机或停顿、链路中断、防火墙。',
    },
    firstCheck: { en: '`drbdadm status`, `linstor node list`', zh: '执行 `drbdadm status`、`linstor node list`' },
    remedy: {
      en: 'Bring the peer or the way to it back; the copies resynchronise by themselves.',
      zh: '恢复对端或网络；副本会自动重新同步。',
    },
    source: ['LINBIT/drbd:drbd/drbd_receiver.c'],
    matches: [
      'kernel: drbd pvc-7f2a node-2: PingAck did not arrive in time.',
      'kernel: drbd pvc-7f2a node-2: error receiving P_DATA, e: -5 l: 4096!',
      'kernel: drbd pvc-7f2a node-2: sock_recvmsg returned -11',
      'kernel: drbd pvc-7f2a node-2: sock was shut down by peer',
      'kernel: drbd pvc-7f2a node-2: conn( Connected -> Timeout ) peer( Secondary -> Unknown )',
      'kernel: drbd pvc-7f2a node-2: Handshake to peer 1 failed',
      'Controller[42579]: 10:31:02.118 [SslConnector] INFO  LINSTOR/Controller - SYSTEM - Remote satellite peer /10.20.0.11:3366 has closed the connection.',
      'kernel: drbd pvc-7f2a node-2: meta connection shut down by peer.',
      'kernel: drbd vol-1 node-b: Cluster is now split',
    ],
    mustNotMatch: [
      'kernel: drbd pvc-7f2a node-2: conn( Connecting -> Connected ) peer( Unknown -> Secondary )',
      'kernel: drbd pvc-7f2a node-2: Handshake to peer 1 successful: Agreed network protocol version 121',
    ],
  },
  {
    id: 'drbd-data-unavailable',
    title: { en: 'DRBD has no usable copy of a volume', zh: 'DRBD 卷没有可用副本' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'quorum( yes -',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,80}: (?:[^\n]{0,60})?quorum\( yes -> no \)/,
        versions: 'DRBD 9.x',
      },
      {
        literal: 'Split-Brain detected',
        regex: /(?:drbd|block) ?(?<volume>\S{1,120})[^\n]{0,80}: Split-Brain detected[^\n]{0,60}/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'neither local nor remote',
        regex: /(?<device>drbd\d{1,6})[^\n]{0,80}: (?:IO ERROR: )?neither local nor remote (?:data|disk)/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'ocal IO failed',
        regex: /(?<device>drbd\d{1,6})[^\n]{0,80}: [Ll]ocal (?:IO|read|write) failed/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'ocal read failed',
        regex: /(?<device>drbd\d{1,6})[^\n]{0,80}: [Ll]ocal (?:IO|read|write) failed/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'ocal write failed',
        regex: /(?<device>drbd\d{1,6})[^\n]{0,80}: [Ll]ocal (?:IO|read|write) failed/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'State change failed:',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,80}: State change failed: (?<reason>[^\n]{1,120})/,
        versions: 'DRBD 8.4-9.2',
      },
      { literal: '/sbin/drbdadm split-brain', regex: /helper command: \/sbin\/drbdadm split-brain/ },
      {
        literal: 'Unrelated data, aborting',
        regex: /(?<device>drbd\d{1,6})[^\n]{0,80}: Unrelated data, aborting/,
        versions: 'DRBD 8.4-9.2',
      },
      {
        literal: 'susp-io( no -',
        regex: /drbd (?<volume>\S{1,120})[^\n]{0,80}: (?:[^\n]{0,60})?susp-io\( no -> [^\n)]{0,40}quorum/,
        versions: 'DRBD 9',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Reads and writes of the volume wait or fail until enough good copies are connected again.',
      zh: '在足够的良好副本重新连接之前，该卷的读写会等待或失败。',
    },
    usualCauses: {
      en: 'Lost peers, a failed disk below, two sides that both wrote.',
      zh: '对端丢失、底层磁盘故障、双方都曾写入。',
    },
    firstCheck: {
      en: '`drbdadm status`, `linstor resource list --faulty`',
      zh: '执行 `drbdadm status`、`linstor resource list --faulty`',
    },
    remedy: {
      en: 'Bring the peers back; after a split brain discard one side (`drbdadm connect --discard-my-data`).',
      zh: '恢复对端；脑裂后舍弃一侧（`drbdadm connect --discard-my-data`）。',
    },
    source: ['LINBIT/drbd:drbd/drbd_state.c'],
    matches: [
      'kernel: drbd pvc-7f2a/0 drbd1000: quorum( yes -> no )',
      'kernel: drbd pvc-7f2a/0 drbd1000 node-2: Split-Brain detected but unresolved, dropping connection!',
      'kernel: drbd pvc-7f2a/0 drbd1000: IO ERROR: neither local nor remote data, sector 123+8',
      'kernel: drbd pvc-7f2a/0 drbd1000: Local IO failed in drbd_request_endio. Detaching...',
      'kernel: drbd pvc-7f2a: State change failed: Need access to UpToDate data',
      'kernel: block drbd0: helper command: /sbin/drbdadm split-brain minor-0',
      'kernel: drbd pvc-7f2a/0 drbd1000 node-2: Unrelated data, aborting!',
      'kernel: drbd vol-1: susp-io( no -> quorum ) [down]',
    ],
    mustNotMatch: ['kernel: drbd pvc-7f2a/0 drbd1000: quorum( no -> yes )'],
  },
];
