/** Programs that prepare disks and mounts, and say why they refuse: LVM, mkfs and fsck, ZFS, iSCSI, the NFS helpers. */
import type { Signature } from '../signature';

export const storageToolSignatures: readonly Signature[] = [
  {
    id: 'lvm-refused',
    title: { en: 'LVM cannot make or activate a volume', zh: 'LVM 无法创建或激活卷' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'not enough free space',
        regex: /(?:thin pool|logical volume|volume group)[^\n]{0,120}not enough free space/,
      },
      {
        literal: 'has insufficient free space',
        regex: /Volume group \\*"(?<group>[\w.+-]{1,120})\\*" has insufficient free space/,
        versions: 'LVM 2.02-2.03',
      },
      {
        literal: 'excluded by a filter',
        regex: /Device (?<device>\S{1,120}) excluded (?:by a filter|: )/,
        versions: 'LVM 2.02-2.03',
      },
      {
        literal: 'Cannot process volume group',
        regex: /Cannot process volume group (?<group>[\w.+-]{1,120})/,
        versions: 'LVM 2.02-2.03',
      },
      {
        literal: 'Failed to find physical volume',
        regex: /Failed to find physical volume \\*"(?<device>\S{1,120}?)\\*"/,
        versions: 'LVM 2.02-2.03',
      },
      {
        literal: 'tpool data is now',
        regex: /Thin pool (?<pool>\S{1,160}) data is now (?<percent>9\d|100)[.\d]{0,4}% full/,
        versions: 'LVM 2.02-2.03',
      },
      {
        literal: 'tpool metadata is now',
        regex: /Thin pool (?<pool>\S{1,160}) metadata is now (?<percent>9\d|100)[.\d]{0,4}% full/,
        versions: 'LVM 2.02-2.03',
      },
      { literal: ' contains a swap signature', regex: /contains a \w{2,12} signature[^\n]{0,60}(?:[Aa]borted|wiping)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The volume that pods or images need is not there, or will soon take no more data.',
      zh: 'Pod 或镜像所需的卷不存在，或即将写满。',
    },
    usualCauses: {
      en: 'A full group or pool, a disk with an older signature, a filter in lvm.conf.',
      zh: '卷组或池已满、磁盘有旧签名、lvm.conf 的过滤器。',
    },
    firstCheck: { en: '`vgs`, `lvs -a`, `wipefs -n DEVICE`', zh: '`vgs`、`lvs -a`、`wipefs -n 设备`' },
    remedy: {
      en: 'Add a disk or extend the pool; wipe the old signature if the data is not needed.',
      zh: '增加磁盘或扩展池；数据无用时擦除旧签名。',
    },
    source: ['lvmteam/lvm2:lib/metadata/thin_manip.c'],
    matches: [
      'lvm[123]: Failed to activate thin pool vg0/pool: not enough free space',
      'Volume group "vg0" has insufficient free space (0 extents): 25 required.',
      'Device /dev/sdb excluded by a filter.',
      'Cannot process volume group vg0',
      'stderr: Failed to find physical volume "/dev/sdb".',
      'lvm[123]: Thin pool vg0-pool-tpool data is now 95.23% full.',
      'dmeventd[123]: WARNING: Thin pool vg0-pool-tpool metadata is now 96.00% full.',
      'WARNING: swap signature detected on /dev/sdb: contains a swap signature. Aborted wiping of swap.',
    ],
    mustNotMatch: ['lvm[123]: Thin pool vg0-pool-tpool data is now 80.12% full.'],
  },
  {
    id: 'file-system-check-failed',
    title: { en: 'A file system cannot be checked or made', zh: '文件系统无法检查或创建' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Bad magic number in super-block',
        regex: /Bad magic number in super-block(?: while trying to open (?<device>\S{1,160}))?/,
        versions: 'e2fsprogs 1.4x',
      },
      {
        literal: 'Cannot continue, aborting.',
        regex: /(?:e2fsck|fsck[\w.]{0,10}): Cannot continue, aborting/,
        versions: 'e2fsprogs 1.4x',
      },
      {
        literal: 'contains a mounted filesystem',
        regex: /(?<device>\/dev\/\S{1,160}) contains a mounted filesystem/,
        versions: 'xfsprogs 4-6',
      },
      {
        literal: 'apparently in use by the system',
        regex: /(?<device>\/dev\/\S{1,160}) is apparently in use by the system/,
        versions: 'e2fsprogs 1.4x',
      },
      {
        literal: ": can't read superblock",
        regex: /mount: (?<device>\S{1,160}): can't read superblock/,
        versions: 'util-linux 2.2x-2.3x',
      },
      {
        literal: 'RUN fsck MANUALLY',
        regex: /(?<device>\S{1,120}): UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY/,
        versions: 'e2fsprogs 1.4x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The device holds no readable file system, or somebody uses it already: it is not mounted.',
      zh: '设备上没有可读的文件系统或已被占用：不会被挂载。',
    },
    usualCauses: {
      en: 'A wrong device, damage, a multipath or LVM that took the disk.',
      zh: '设备错误、损坏、磁盘被 multipath 或 LVM 占用。',
    },
    firstCheck: { en: '`blkid DEVICE`, `lsblk`, `dmsetup ls`', zh: '`blkid 设备`、`lsblk`、`dmsetup ls`' },
    remedy: {
      en: 'Free the device, or repair it offline after a copy of its data.',
      zh: '释放设备，或备份数据后离线修复。',
    },
    source: ['tytso/e2fsprogs:lib/ext2fs/ismounted.c'],
    matches: [
      'fsck.ext4: Bad magic number in super-block while trying to open /dev/sdb',
      'e2fsck: Cannot continue, aborting.',
      'xfs_repair: /dev/sdb contains a mounted filesystem',
      '/dev/sdb is apparently in use by the system; will not make a filesystem here!',
      "mount: 10.20.0.11:6789:/: can't read superblock",
      'systemd-fsck[123]: /dev/sda1: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.',
    ],
    mustNotMatch: ['systemd-fsck[123]: /dev/sda1: clean, 12345/262144 files, 99999/1048576 blocks'],
  },
  {
    id: 'zfs-pool-fault',
    title: { en: 'ZFS reports a fault of a pool or of itself', zh: 'ZFS 报告池或自身故障' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      { literal: 'PANIC: zfs:', regex: /PANIC: zfs: (?<reason>[^\n]{1,160})/, versions: 'OpenZFS 0.7-2.2' },
      {
        literal: ' vdev_state=FAULTED',
        regex: /class=statechange[^\n]{0,160}vdev_state=(?<state>FAULTED|UNAVAIL|REMOVED|DEGRADED)/,
        versions: 'OpenZFS 0.7-2.2',
      },
      { literal: 'class=checksum', regex: /eid=\d{1,9} class=(?:checksum|data)/, versions: 'OpenZFS 0.7-2.2' },
      {
        literal: ' class=io_failure',
        regex: /class=(?:io_failure|deadman|probe_failure|vdev\.\w{3,20})/,
        versions: 'OpenZFS 0.7-2.2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A device of the pool fails, or the module stopped at something it cannot read; its users may hang.',
      zh: '池中设备故障，或模块因无法读取的内容停止；使用者可能卡住。',
    },
    usualCauses: {
      en: 'A failing disk or cable, memory errors, damage on disk.',
      zh: '磁盘或线缆故障、内存错误、盘上损坏。',
    },
    firstCheck: { en: '`zpool status -v`', zh: '执行 `zpool status -v`' },
    remedy: {
      en: 'Replace the device, `zpool clear`; import read-only to save the data of a damaged pool.',
      zh: '更换设备并 `zpool clear`；以只读方式导入受损池以抢救数据。',
    },
    source: ['openzfs/zfs:cmd/zed/zed.d/statechange-notify.sh'],
    matches: [
      'kernel: PANIC: zfs: accessing past end of object 1/2 (size=1 access=1+1)',
      "zed[123]: eid=12 class=statechange pool='tank' vdev=sdb1 vdev_state=FAULTED",
      "zed[123]: eid=3 class=checksum pool='tank' vdev=sdb1",
      "zed[123]: eid=4 class=io_failure pool='tank'",
    ],
    mustNotMatch: ["zed[123]: eid=9 class=history_event pool='tank'"],
  },
  {
    id: 'iscsi-login-failed',
    title: { en: 'A node cannot log in to an iSCSI target', zh: '节点无法登录 iSCSI 目标' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'iscsiadm: No portals found',
        regex: /iscsiadm: No (?:portals|records|active sessions) found/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: 'iscsiadm: cannot make connection',
        regex: /iscsiadm: cannot make (?:a )?connection to (?<address>[\w.:-]{3,120})/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: 'Could not load transport iscsi',
        regex: /iscsiadm: Could not load transport (?<name>iscsi\w{0,10}|iser)/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: 'initiator reported error (',
        regex: /iscsiadm: initiator reported error \((?<code>\d{1,3}) - (?<reason>[^)\n]{1,120})\)/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: ' login rejected: ',
        regex: /conn \d{1,6} login rejected: (?<reason>[^\n]{1,120})/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: 'iscsid: connect to',
        regex: /iscsid: connect to (?<address>[\w.:-]{3,120}) failed \((?<reason>[^)\n]{1,80})\)/,
        versions: 'open-iscsi 2.x',
      },
      {
        literal: ':3260 failed (',
        regex: /connect to (?<address>[\w.:-]{3,120}):3260 failed \((?<reason>[^)\n]{1,80})\)/,
        versions: 'open-iscsi 2.x',
      },
      { literal: ' discover iSCSI targets', regex: /[Uu]nable to discover iSCSI targets/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The volume's disk does not appear on the node: mounts of it fail or wait.",
      zh: '卷对应的磁盘未出现在节点上：挂载失败或等待。',
    },
    usualCauses: {
      en: 'The portal is out of reach or knows neither initiator nor target; iscsid or its kernel module is missing; wrong CHAP secrets.',
      zh: '门户不可达或不认识发起端、目标；缺少 iscsid 或内核模块；CHAP 密码错误。',
    },
    firstCheck: {
      en: '`iscsiadm -m session -P1`, `systemctl status iscsid`',
      zh: '执行 `iscsiadm -m session -P1`、`systemctl status iscsid`',
    },
    remedy: {
      en: 'Start iscsid, load iscsi_tcp, correct portal, names and secrets.',
      zh: '启动 iscsid、加载 iscsi_tcp、更正门户、名称与密码。',
    },
    source: ['open-iscsi/open-iscsi:usr/iscsiadm.c'],
    matches: [
      'iscsiadm: No portals found',
      'iscsiadm: cannot make connection to 10.20.0.11: Connection refused',
      'iscsiadm: Could not load transport iscsi_tcp. Dropping interface default.',
      'iscsiadm: initiator reported error (24 - iSCSI login failed due to authorization failure)',
      'iscsid[123]: conn 0 login rejected: initiator error - target not found (02/03)',
      'iscsid: connect to 10.20.0.11:3260 failed (No route to host)',
      'iscsid[123]: connect to 10.20.0.11:3260 failed (No route to host)',
      'level=error msg="Unable to discover iSCSI targets" error="exit status 21"',
    ],
    mustNotMatch: [
      'iscsid[123]: Connection1:0 to [target: iqn.2005-10.org.example:disk, portal: 10.20.0.11,3260] through [iface: default] is operational now',
    ],
  },
  {
    id: 'nfs-helper-failed',
    title: { en: 'A helper of NFS fails', zh: 'NFS 辅助程序失败' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Unable to send notify:',
        regex: /Unable to send notify: (?<reason>[^\n]{1,80})/,
        versions: 'nfs-utils 1.x-2.x',
      },
      {
        literal: 'No credentials found for connection',
        regex: /No credentials found for connection to server (?<address>\S{1,120})/,
        versions: 'nfs-utils 1.x-2.x',
      },
      {
        literal: ': Protocol not supported',
        regex: /mount\.nfs4?: Protocol not supported/,
        versions: 'nfs-utils 1.x-2.x',
      },
      { literal: 'RPC: fragment too large:', regex: /RPC: fragment too large:/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'failed to register nfsd',
        regex: /svc: failed to register nfsd\w{1,8} RPC service \(errno (?<code>\d{1,4})\)/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'too many open connections, consider',
        regex: /nfsd: too many open connections, consider increasing/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A service beside the file server or client does not work: locks, mounts or Kerberos fail.',
      zh: '文件服务器或客户端旁的服务不工作：锁、挂载或 Kerberos 失败。',
    },
    usualCauses: {
      en: 'rpcbind or rpc.statd is not running, a firewall, a server that speaks no version of the client.',
      zh: 'rpcbind 或 rpc.statd 未运行、防火墙、服务器与客户端版本不符。',
    },
    firstCheck: {
      en: '`rpcinfo -p SERVER`, `systemctl status rpc-statd`',
      zh: '`rpcinfo -p 服务器`、`systemctl status rpc-statd`',
    },
    remedy: {
      en: 'Start the service; mount with a version that the server speaks.',
      zh: '启动服务；使用服务器支持的版本挂载。',
    },
    source: ['torvalds/linux:net/sunrpc/svcsock.c'],
    matches: [
      'rpc.statd[123]: Unable to send notify: Connection refused',
      'rpc.gssd[123]: ERROR: No credentials found for connection to server nfs1',
      'mount.nfs4: Protocol not supported',
      'kernel: RPC: fragment too large: 1347769410',
      'kernel: svc: failed to register nfsdv3 RPC service (errno 111).',
      'kernel: nfsd: too many open connections, consider increasing the number of threads',
    ],
    mustNotMatch: ['rpc.mountd[123]: authenticated mount request from 10.20.0.7:801 for /export (/export)'],
  },
];
