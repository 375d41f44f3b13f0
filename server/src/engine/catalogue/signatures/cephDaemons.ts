/** Ceph's own daemons and the operator that runs them: disks that do not open, requests that hang, monitors without a majority, damage. */
import type { Signature } from '../signature';

export const cephDaemonSignatures: readonly Signature[] = [
  {
    id: 'ceph-daemon-crashed',
    title: { en: 'A Ceph daemon crashed', zh: 'Ceph 守护进程崩溃' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'FAILED ceph_assert',
        regex: /(?<place>\w[\w./-]{1,200}): \d{1,6}: FAILED ceph_assert/,
        versions: 'Ceph 13-19',
      },
      {
        literal: ': FAILED assert(',
        regex: /(?<place>\w[\w./-]{1,200}): \d{1,6}: FAILED assert\(/,
        versions: 'Ceph 0.9-12',
      },
      {
        literal: '*** Caught signal (',
        regex: /\*\*\* Caught signal \((?<signal>[\w ]{3,30})\) \*\*/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'had suicide timed out after',
        regex: /had suicide timed out after (?<took>\d{1,6})/,
        versions: 'Ceph 0.9-19',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The daemon ended itself; until it is back its data are served by others, or not at all.',
      zh: '守护进程自行终止；恢复前其数据由其他进程提供或不可用。',
    },
    usualCauses: {
      en: 'A disk that fails or hangs, damaged metadata, memory that ran out, a bug.',
      zh: '磁盘故障或卡住、元数据损坏、内存耗尽、缺陷。',
    },
    firstCheck: { en: "`ceph crash ls`, the kernel's log of that node", zh: '`ceph crash ls` 及该节点内核日志' },
    remedy: {
      en: 'Replace the disk, give more memory, or update; see `ceph crash info`.',
      zh: '更换磁盘、增加内存或升级；见 `ceph crash info`。',
    },
    source: ['ceph/ceph:src/common/assert.cc', 'ceph/ceph:src/common/HeartbeatMap.cc'],
    matches: [
      '/build/ceph-16.2/src/os/bluestore/BlueStore.cc: 12345: FAILED ceph_assert(r == 0)',
      'osd/OSDMap.h: 1234: FAILED assert(exists(osd))',
      '*** Caught signal (Aborted) ** in thread 7f2a thread_name:ceph-osd',
      "2023-05-13T10:31:02.118+0000 7f2a40 1 heartbeat_map is_healthy 'OSD::osd_op_tp thread 0x7f2a40' had suicide timed out after 150",
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118+0000 7f2a40 1 mds.0.41 handle_mds_map i am now mds.0.41'],
  },
  {
    id: 'ceph-store-unopened',
    title: { en: 'A Ceph daemon cannot open its disk or keys', zh: 'Ceph 守护进程无法打开磁盘或密钥' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'open open got:',
        regex: /bdev\([^)\n]{1,160}\) open open got: \((?<code>\d{1,3})\) (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 12-19',
      },
      { literal: '_lock flock failed on', regex: /_lock flock failed on (?<path>\S{1,200})/, versions: 'Ceph 14-19' },
      {
        literal: '_read_bdev_label failed to open',
        regex: /_read_bdev_label failed to open (?<path>\S{1,200}): \(\d{1,3}\) (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 12-19',
      },
      {
        literal: 'unable to open OSD superblock',
        regex: /unable to open OSD superblock on (?<path>\S{1,200}): (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 0.9-19',
      },
      { literal: 'unable to mount object store', regex: /unable to mount object store/, versions: 'Ceph 0.9-19' },
      {
        literal: 'unable to find a keyring on',
        regex: /unable to find a keyring on (?<path>\S{1,200}): (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 0.9-19',
      },
      { literal: 'is not a bluestore', regex: /is not a bluestore (?:OSD|device)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The daemon does not start: its disk or key is missing, in use or not readable.',
      zh: '守护进程无法启动：磁盘或密钥缺失、被占用或不可读。',
    },
    usualCauses: {
      en: 'A device that was renamed, a second daemon on the disk, rights, a volume group that is not active.',
      zh: '设备改名、同一磁盘上的第二个进程、权限、未激活的卷组。',
    },
    firstCheck: { en: '`ceph-volume lvm list`, `lsblk`', zh: '执行 `ceph-volume lvm list`、`lsblk`' },
    remedy: {
      en: 'Give the device back, end the other daemon, correct the rights.',
      zh: '恢复设备、结束另一进程、更正权限。',
    },
    source: ['ceph/ceph:src/blk/kernel/KernelDevice.cc', 'ceph/ceph:src/ceph_osd.cc'],
    matches: [
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 bdev(0x55d2 /var/lib/ceph/osd/ceph-3/block) open open got: (16) Device or resource busy',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 bdev(0x55d2 /var/lib/ceph/osd/ceph-0/block) _lock flock failed on /var/lib/ceph/osd/ceph-0/block',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 bluestore(/var/lib/ceph/osd/ceph-0/block) _read_bdev_label failed to open /var/lib/ceph/osd/ceph-0/block: (13) Permission denied',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1  ** ERROR: unable to open OSD superblock on /var/lib/ceph/osd/ceph-1: (2) No such file or directory',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 osd.3 0 OSD:init: unable to mount object store',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 auth: unable to find a keyring on /etc/ceph/ceph.client.admin.keyring: (2) No such file or directory',
      'osd.3: /dev/sdb is not a bluestore OSD',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118+0000 7f2a40 1 bdev(0x55d2 /var/lib/ceph/osd/ceph-3/block) open size 10737418240',
    ],
  },
  {
    id: 'ceph-requests-slow',
    title: { en: 'Requests wait in a Ceph daemon', zh: '请求在 Ceph 守护进程中等待' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'slow requests,', regex: /\d{1,6} slow requests,[^\n]{0,80}/, versions: 'Ceph 0.9-19' },
      { literal: 'slow ops, oldest', regex: /\d{1,6} slow ops, oldest/, versions: 'Ceph 14-19' },
      {
        literal: 'slow request',
        regex: /\[WRN\][ :]{1,4}slow request (?<took>[\d.]{1,12}) seconds old/,
        versions: 'Ceph 0.9-12',
      },
      {
        literal: "' had timed out after",
        regex:
          /heartbeat_map (?:is_healthy|reset_timeout) '(?<name>[^'\n]{3,80})' had timed out after (?<took>\d{1,6})/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'heartbeat map not healthy',
        regex: /skipping beacon,? heartbeat map not healthy/,
        versions: 'Ceph 10-19',
      },
      {
        literal: 'responding to mclientcaps',
        regex: /(?<client>client\.\d{1,12}) isn't responding to mclientcaps/,
        versions: 'Ceph 10-19',
      },
      {
        literal: 'slow operation observed for',
        regex: /slow operation observed for (?<name>\w{3,40}), latency = (?<took>[\d.]{1,12})s/,
        versions: 'Ceph 14-19',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Reads and writes take seconds to minutes: pods on such volumes hang.',
      zh: '读写耗时数秒至数分钟：使用这些卷的 Pod 会卡住。',
    },
    usualCauses: {
      en: 'A slow or failing disk, a daemon short of memory or processor, lost packets between the nodes.',
      zh: '磁盘慢或故障、守护进程缺内存或处理器、节点间丢包。',
    },
    firstCheck: { en: '`ceph health detail`, `ceph osd perf`', zh: '执行 `ceph health detail`、`ceph osd perf`' },
    remedy: { en: 'Take the slow disk out; cure the network between the nodes.', zh: '移出慢盘；修复节点间网络。' },
    source: ['ceph/ceph:src/osd/OSD.cc'],
    matches: [
      '2023-05-13T10:31:02.118+0000 7f2a40 0 log_channel(cluster) log [WRN] : 12 slow requests, 5 included below; oldest blocked for > 30.123 secs',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 osd.3 1234 get_health_metrics reporting 12 slow ops, oldest is osd_op(client.41.0:1 2.3 )',
      '2023-05-13 10:31:02.118001 osd.3 [WRN] slow request 30.118 seconds old, received at 2023-05-13 10:30:32',
      "2023-05-13T10:31:02.118+0000 7f2a40 1 heartbeat_map is_healthy 'OSD::osd_op_tp thread 0x7f2a40' had timed out after 15",
      '2023-05-13T10:31:02.118+0000 7f2a40 0 mds.beacon.a  _send skipping beacon, heartbeat map not healthy',
      "2023-05-13T10:31:02.118+0000 7f2a40 0 log_channel(cluster) log [WRN] : client.4141 isn't responding to mclientcaps(revoke), ino 0x1",
      '2023-05-13T10:31:02.118+0000 7f2a40 0 bluestore(/var/lib/ceph/osd/ceph-3) log_latency_fn slow operation observed for _txc_committed_kv, latency = 12.1s',
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118+0000 7f2a40 1 mon.a@0(leader).osd e123 preprocess_boot'],
  },
  {
    id: 'ceph-peers-unreachable',
    title: { en: 'Ceph daemons do not reach each other', zh: 'Ceph 守护进程之间不可达' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'heartbeat_check: no reply from',
        regex: /heartbeat_check: no reply from (?<address>\S{3,60}) (?<peer>osd\.\d{1,6})/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'enough reporters to mark',
        regex: /we have enough reporters to mark (?<peer>osd\.\d{1,6}) down/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'reporters from different host',
        regex: /(?<peer>osd\.\d{1,6}) failed \([^)\n]{1,120}\) \(\d{1,4} reporters? from different/,
        versions: 'Ceph 10-19',
      },
      {
        literal: '-- calling new election',
        regex: /lease_(?:timeout|expire)[^\n]{0,40} -- calling new election/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'authenticate timed out after',
        regex: /monclient[^\n]{0,20}: authenticate timed out after (?<took>\d{1,6})/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'error connecting to the cluster',
        regex: /\[errno (?<code>\d{1,3})\][^\n]{0,60}error connecting to the cluster/,
        versions: 'Ceph 10-19',
      },
      {
        literal: 'not found in quorum, waiting for',
        regex: /mon \\*"(?<name>[\w-]{1,40})\\*" not found in quorum, waiting for timeout/,
        versions: 'rook 1.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A daemon, its node or the network between them is down; volumes may stop answering.',
      zh: '某守护进程、其节点或其间网络中断；卷可能停止响应。',
    },
    usualCauses: {
      en: 'A node that is down or stalled, lost packets, a firewall, wrong keys.',
      zh: '节点宕机或停顿、丢包、防火墙、密钥错误。',
    },
    firstCheck: { en: '`ceph -s`, `ceph osd tree down`', zh: '执行 `ceph -s`、`ceph osd tree down`' },
    remedy: { en: 'Bring the node or the network back; restart the daemon.', zh: '恢复节点或网络；重启守护进程。' },
    source: ['ceph/ceph:src/osd/OSD.cc', 'ceph/ceph:src/mon/Paxos.cc'],
    matches: [
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 osd.3 1234 heartbeat_check: no reply from 10.20.0.11:6805 osd.5 since back 2023-05-13 front 2023-05-13 (oldest deadline 2023-05-13)',
      '2023-05-13T10:31:02.118+0000 7f2a40 1 mon.a@0(leader).osd e123 we have enough reporters to mark osd.5 down',
      '2023-05-13T10:31:02.118+0000 7f2a40 0 log_channel(cluster) log [INF] : osd.5 failed (root=default,host=node-2) (2 reporters from different host after 20.0 >= grace 20.0)',
      '2023-05-13T10:31:02.118+0000 7f2a40 1 mon.b@1(peon).paxos(paxos updating c 1..2) lease_timeout -- calling new election',
      '2023-05-13T10:31:02.118+0000 7f2a40 0 monclient(hunting): authenticate timed out after 300',
      '[errno 110] RADOS timed out (error connecting to the cluster)',
      '2023-05-13 10:31:02.118001 W | op-mon: mon "b" not found in quorum, waiting for timeout (554 seconds left) before failover',
    ],
    mustNotMatch: ['2023-05-13T10:31:02.118+0000 7f2a40 0 log_channel(cluster) log [INF] : osd.5 10.20.0.11:6805 boot'],
  },
  {
    id: 'ceph-data-damaged',
    title: { en: 'Ceph found damage in its data or metadata', zh: 'Ceph 发现数据或元数据损坏' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'log_channel(cluster) log [ERR]',
        regex: /log_channel\(cluster\) log \[ERR\] : (?!Health check|overall HEALTH)(?<reason>[^\n]{3,200})/,
        versions: 'Ceph 10-19',
      },
      { literal: '_verify_csum bad', regex: /_verify_csum bad/, versions: 'Ceph 12-19' },
      {
        literal: 'error reading header:',
        regex: /journaler\.\w{2,12}\(\w{2,4}\) error reading header/,
        versions: 'Ceph 10-19',
      },
      { literal: 'rank 0 is damaged', regex: /mds rank \d is damaged|rank 0 is damaged/, versions: 'Ceph 10-19' },
      {
        literal: 'rocksdb: Corruption:',
        regex: /rocksdb: Corruption: (?<reason>[^\n]{1,120})/,
        versions: 'Ceph 12-19',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What was read is not what was written, or a table does not fit: the daemon refuses to go on with it.',
      zh: '读到的与写入的不符，或表不一致：守护进程拒绝继续。',
    },
    usualCauses: {
      en: 'A failing disk or memory, a power loss, an interrupted update, two daemons on one disk.',
      zh: '磁盘或内存故障、断电、升级中断、同一磁盘有两个进程。',
    },
    firstCheck: {
      en: '`ceph health detail`, `rados list-inconsistent-obj`',
      zh: '执行 `ceph health detail`、`rados list-inconsistent-obj`',
    },
    remedy: {
      en: "Repair the group (`ceph pg repair`) or rebuild the daemon from its copies; follow Ceph's disaster recovery for metadata.",
      zh: '修复归置组（`ceph pg repair`）或用副本重建；元数据按 Ceph 灾难恢复步骤处理。',
    },
    source: ['ceph/ceph:src/mds/SessionMap.cc', 'ceph/ceph:src/os/bluestore/BlueStore.cc'],
    matches: [
      '2023-05-13 10:31:02.118001 7f2a40 -1 log_channel(cluster) log [ERR] : corrupt sessionmap values: buffer::end_of_buffer',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 bluestore(/var/lib/ceph/osd/ceph-3) _verify_csum bad crc32c/0x1000 checksum at blob offset 0x0',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 mds.0.journaler.mdlog(ro) error reading header: (22) Invalid argument',
      'mds rank 0 is damaged',
      '2023-05-13T10:31:02.118+0000 7f2a40 -1 rocksdb: Corruption: Bad table magic number',
    ],
    mustNotMatch: [
      '2023-05-13 10:31:02.118001 7f2a40 0 log_channel(cluster) log [WRN] : Health check failed: 1 osds down (OSD_DOWN)',
    ],
  },
  {
    id: 'ceph-operator-failed',
    title: { en: 'The operator of Ceph cannot set up a part of the cluster', zh: 'Ceph Operator 无法建立集群的某部分' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' E | op-',
        regex: /[EC] \| op-(?<name>[\w-]{2,30}): (?<reason>[^\n]{3,200})/,
        versions: 'rook 0.8-1.x',
      },
      { literal: ' E | ceph-', regex: /E \| ceph-(?<name>[\w-]{2,40}): (?<reason>[^\n]{3,200})/, versions: 'rook 1.x' },
      { literal: ' C | rookcmd', regex: /C \| rookcmd: (?<reason>[^\n]{3,200})/, versions: 'rook 1.x' },
      {
        literal: ' E | clusterdisruption',
        regex: /E \| clusterdisruption-controller: (?<reason>[^\n]{3,200})/,
        versions: 'rook 1.x',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'A daemon or pool is not made or not changed; the line names the step.',
      zh: '守护进程或存储池未创建或未更改；该行指明步骤。',
    },
    usualCauses: {
      en: 'Monitors out of reach, disks that hold something already, missing keys.',
      zh: '监视器不可达、磁盘上已有数据、缺少密钥。',
    },
    firstCheck: {
      en: '`kubectl -n rook-ceph logs deploy/rook-ceph-operator`, `ceph -s`',
      zh: '执行 `kubectl -n rook-ceph logs deploy/rook-ceph-operator`、`ceph -s`',
    },
    remedy: { en: 'Cure what the error names.', zh: '解决错误所指问题。' },
    source: ['rook/rook:pkg/operator/ceph/cluster/osd/osd.go'],
    matches: [
      '2023-05-13 10:31:02.118001 E | op-osd: failed to configure devices: failed to initialize osd',
      '2023-05-13 10:31:02.118001 E | ceph-cluster-controller: failed to reconcile CephCluster "rook-ceph/rook-ceph". failed to create cluster',
      '2023-05-13 10:31:02.118001 C | rookcmd: failed to configure devices: failed to generate osd keyring',
      '2023-05-13 10:31:02.118001 E | clusterdisruption-controller: failed to get status: exit status 1',
    ],
    mustNotMatch: ['2023-05-13 10:31:02.118001 I | op-osd: waiting for all OSDs to start'],
  },
  {
    id: 'ceph-daemon-error',
    title: { en: 'A Ceph daemon reports an error', zh: 'Ceph 守护进程报告错误' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' -1 bluestore(',
        regex:
          /[\da-f]{8,16} -1 bluestore\([^)\n]{1,160}\) (?!_read_fsid|_minimal_open|mkfs fsck)(?<reason>[^\n]{3,160})/,
        versions: 'Ceph 12-19',
      },
      { literal: ' -1 bluefs ', regex: /[\da-f]{8,16} -1 bluefs (?<reason>[^\n]{3,160})/, versions: 'Ceph 12-19' },
      { literal: ' -1 rocksdb: ', regex: /[\da-f]{8,16} -1 rocksdb: (?<reason>[^\n]{3,160})/, versions: 'Ceph 12-19' },
      {
        literal: ' -1 osd.',
        regex:
          /[\da-f]{8,16} -1 osd\.\d{1,6} (?![^\n]{0,60}(?:log_to_monitors|mon_cmd_maybe_osd_create|set_numa_affinity))(?<reason>[^\n]{3,160})/,
        versions: 'Ceph 0.9-19',
      },
      { literal: ' -1 mds.', regex: /[\da-f]{8,16} -1 mds\.\S{1,60} (?<reason>[^\n]{3,160})/, versions: 'Ceph 0.9-19' },
      {
        literal: ' -1 mon.',
        regex:
          /[\da-f]{8,16} -1 mon\.\S{1,60} (?![^\n]{0,60}(?:failed to get devid|stashing newest))(?<reason>[^\n]{3,160})/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: ' -1 monclient',
        regex: /[\da-f]{8,16} -1 monclient[^\n]{0,20}: (?<reason>[^\n]{3,160})/,
        versions: 'Ceph 10-19',
      },
      {
        literal: ' -1 bdev(',
        regex: /[\da-f]{8,16} -1 bdev\([^)\n]{1,160}\) (?<reason>[^\n]{3,160})/,
        versions: 'Ceph 12-19',
      },
      {
        literal: ': handle_connect_reply',
        regex: /\)\.?:? ?handle_connect_reply\w{0,4} connect got BADAUTHORIZER/,
        versions: 'Ceph 12-19',
      },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    saysNotWhy: true,
    meaning: {
      en: "Lines of level -1 are what Ceph's daemons call errors; the line names the part that met it.",
      zh: '级别 -1 是 Ceph 守护进程所称的错误；该行指明出错部分。',
    },
    usualCauses: { en: 'See the error that the line names.', zh: '见该行所指的错误。' },
    firstCheck: {
      en: "`ceph health detail`, the daemon's lines around it",
      zh: '`ceph health detail` 及该进程前后的日志',
    },
    remedy: { en: 'Cure what the line names.', zh: '解决该行所指问题。' },
    source: ['ceph/ceph:src/os/bluestore/BlueStore.cc'],
    matches: [
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 bluestore(/var/lib/ceph/osd/ceph-1) _open_bluefs failed bluefs mount: (14) Bad address',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 bluefs mount failed to replay log: (14) Bad address',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 rocksdb: submit_common error: Corruption: block checksum mismatch',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 osd.1 0 failed to load OSD map for epoch 123, got 0 bytes',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 mds.0.log unhandled error (22) Invalid argument',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 mon.a@0(leader) e3 error: mon store is full',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 monclient(hunting): handle_auth_bad_method server allowed_methods [2] but i only support [2]',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 bdev(0x55d2 /var/lib/ceph/osd/ceph-1/block) aio_submit retries 16',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 0 --1- 10.20.0.7:6801/1 >> 10.20.0.11:6801/1 conn(0x55d2): handle_connect_reply_2 connect got BADAUTHORIZER',
    ],
    mustNotMatch: [
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 received  signal: Terminated from Kernel (PID 1)',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1 bluestore(/var/lib/ceph/osd/ceph-0/) _read_fsid unparsable uuid',
    ],
  },
  {
    id: 'ceph-osd-not-made',
    title: { en: 'A Ceph OSD could not be prepared or started', zh: 'Ceph OSD 无法准备或启动' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'ERROR: osd init failed:',
        regex: /\*\* ERROR: osd init failed: (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 0.9-19',
      },
      {
        literal: 'unable to complete a new OSD',
        regex: /Was unable to complete a new OSD, will rollback changes/,
        versions: 'ceph-volume 13-19',
      },
      {
        literal: 'RuntimeError: Unable to',
        regex: /-->\s{1,4}RuntimeError: Unable to (?<reason>[^\n]{3,120})/,
        versions: 'ceph-volume 13-19',
      },
      {
        literal: 'ERROR: error creating empty object store',
        regex: /ERROR: error creating empty object store in (?<path>\S{1,200}): (?<reason>[^\n]{1,80})/,
        versions: 'Ceph 0.9-19',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The disk of this OSD is not part of the cluster; its data have fewer copies.',
      zh: '该 OSD 的磁盘未加入集群；数据副本减少。',
    },
    usualCauses: {
      en: 'A disk that holds something already, fails, or cannot be opened; keys or monitors that are not there.',
      zh: '磁盘已有数据、故障或无法打开；缺少密钥或监视器。',
    },
    firstCheck: {
      en: 'The lines before it; `ceph-volume inventory`, `lsblk`',
      zh: '其前的日志；`ceph-volume inventory`、`lsblk`',
    },
    remedy: {
      en: 'Wipe or replace the disk, give the keys, start it again.',
      zh: '擦除或更换磁盘、提供密钥后重新启动。',
    },
    source: ['ceph/ceph:src/ceph-volume/ceph_volume/devices/lvm/prepare.py'],
    matches: [
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1  ** ERROR: osd init failed: (14) Bad address',
      '--> Was unable to complete a new OSD, will rollback changes',
      '-->  RuntimeError: Unable to create a new OSD id',
      '2023-05-13T10:31:02.118+0000 7f2a41507700 -1  ** ERROR: error creating empty object store in /var/lib/ceph/osd/ceph-0/: (5) Input/output error',
    ],
    mustNotMatch: ['Running command: /usr/bin/ceph-osd --cluster ceph --osd-objectstore bluestore --mkfs -i 0'],
  },
];
