/** File systems that cannot be mounted, that lose what was written to them, or that cannot serve as the layers of containers. */
import type { Signature } from '../signature';

export const fileSystemSignatures: readonly Signature[] = [
  {
    id: 'file-system-unmountable',
    title: { en: 'A file system cannot be mounted', zh: '文件系统无法挂载' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ': bad geometry: block count',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): bad geometry/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'find ext4 filesystem',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): VFS: Can't find ext4 filesystem/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': no journal found',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): no journal found/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: '): error loading journal',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): error loading journal/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'unable to read superblock',
        regex: /\((?<device>[\w.-]{1,40})\): unable to read superblock/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'ext4_check_descriptors:',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): ext4_check_descriptors: [^\n]{1,80}/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'features (0x',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Superblock has unknown [^\n]{1,40}features \(0x/,
        versions: 'Linux 3.16-6.8',
      },
      {
        literal: 'Filesystem has duplicate UUID',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Filesystem has duplicate UUID/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: '): log mount/recovery failed',
        regex: /XFS \((?<device>[\w.-]{1,40})\): log mount\/recovery failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'SB validate failed',
        regex: /XFS \((?<device>[\w.-]{1,40})\): SB validate failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Invalid superblock magic',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Invalid superblock magic/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'open_ctree failed', regex: /BTRFS[^\n]{0,40}open_ctree failed/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'Bad magic number in super-block',
        regex: /Bad magic number in super-block while trying to open (?<device>\/dev\/\S{1,120})/,
        versions: 'e2fsprogs',
      },
      {
        literal: 'UNEXPECTED INCONSISTENCY',
        regex: /UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY/,
        versions: 'e2fsprogs',
      },
      { literal: 'fsck failed with', regex: /fsck failed with (?:exit status|error code|signal) (?!0\b)\d/ },
      {
        literal: '): log mount failed',
        regex: /XFS \((?<device>[\w.-]{1,40})\): log mount failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': Failed to recover intents',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Failed to recover intents/,
        versions: 'Linux 4.x-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What stands on the device is not a file system that this kernel can mount.',
      zh: '设备上的内容不是该内核能挂载的文件系统。',
    },
    usualCauses: {
      en: 'Damage, a device that shrank or was swapped, a clone with the same UUID, features of a newer mkfs.',
      zh: '损坏、设备变小或被调换、UUID 相同的克隆，或较新 mkfs 的特性。',
    },
    firstCheck: {
      en: '`blkid DEVICE`, `lsblk -b`, `xfs_repair -n` or `fsck -n` while unmounted.',
      zh: '`blkid 设备`、`lsblk -b`；未挂载时执行 `xfs_repair -n` 或 `fsck -n`。',
    },
    remedy: {
      en: 'Repair it or restore it; give clones a new UUID; format with the features the kernel knows.',
      zh: '修复或恢复；为克隆换新 UUID；按内核支持的特性格式化。',
    },
    source: ['torvalds/linux:fs/ext4/super.c', 'torvalds/linux:fs/xfs/xfs_mount.c'],
    matches: [
      'kernel: EXT4-fs (sdb): bad geometry: block count 26214400 exceeds size of device (13107200 blocks)',
      "kernel: EXT4-fs (sdb): VFS: Can't find ext4 filesystem",
      'kernel: EXT4-fs (sdb): no journal found',
      'kernel: EXT4-fs (dm-0): error loading journal',
      'kernel: EXT4-fs (sdb1): unable to read superblock',
      'kernel: EXT4-fs (sdb1): ext4_check_descriptors: Checksum for group 0 failed (1234!=0)',
      'kernel: XFS (sdb): Superblock has unknown read-only compatible features (0x8) enabled.',
      "kernel: XFS (sdb): Filesystem has duplicate UUID 0a1b2c3d-1111-2222-3333-444455556666 - can't mount",
      'kernel: XFS (sdb): log mount/recovery failed: error -117',
      'kernel: XFS (sdb): SB validate failed with error -117.',
      'kernel: XFS (sdb): Invalid superblock magic number',
      'kernel: BTRFS error (device sdb): open_ctree failed',
      'fsck.ext4: Bad magic number in super-block while trying to open /dev/sdb',
      'systemd-fsck[611]: /dev/sda3: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.',
      'systemd-fsck[611]: fsck failed with exit status 4.',
      'kernel: XFS (sdb): log mount failed',
      'kernel: XFS (sda1): Failed to recover intents',
    ],
    mustNotMatch: [
      'kernel: EXT4-fs (sdb): mounted filesystem with ordered data mode. Opts: (null)',
      'kernel: XFS (sdb): Ending clean mount',
    ],
  },
  {
    id: 'file-system-write-lost',
    title: { en: 'A file system could not write what it had accepted', zh: '文件系统未能写入已接收的数据' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: '): I/O error while writing',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): I\/O error while writing superblock/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'I/O error to superblock',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): previous I\/O error to superblock detected/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Delayed block allocation failed',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): Delayed block allocation failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'This should not happen!!',
        regex: /This should not happen!! Data will be lost/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'potential data loss!',
        regex: /failed to convert unwritten extents[^\n]{0,60}potential data loss/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'JBD2: recovery failed', regex: /JBD2: recovery failed/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'while async write back metadata',
        regex: /JBD2: Error while async write back metadata/,
        versions: 'Linux 5.x-6.8',
      },
      {
        literal: '): writeback error on',
        regex: /XFS \((?<device>[\w.-]{1,40})\): writeback error on/,
        versions: 'Linux 5.x-6.8',
      },
      {
        literal: 'Failing async write on buffer',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Failing async write on buffer/,
        versions: 'Linux 4.x-6.8',
      },
      { literal: 'csum failed root', regex: /BTRFS[^\n]{0,60}csum failed (?:root|ino)/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'IO failure (Error while',
        regex: /BTRFS: error \(device (?<device>[\w.-]{1,40})\) in \w{3,60}:\d{1,6}: errno=-\d{1,3}/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'SQUASHFS error:', regex: /SQUASHFS error: [^\n]{1,100}/, versions: 'Linux 3.10-6.8' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The device below refused a write or gave back damaged data: what programs believe to be stored is lost.',
      zh: '底层设备拒绝写入或返回损坏数据：程序以为已保存的内容丢失。',
    },
    usualCauses: {
      en: 'A disk or a network volume that went away or fails; a thin pool without space.',
      zh: '磁盘或网络卷消失或故障；精简池空间不足。',
    },
    firstCheck: {
      en: 'Errors of the device just before; `dmesg -T | grep DEVICE`.',
      zh: '查看紧邻之前该设备的报错；`dmesg -T | grep 设备`。',
    },
    remedy: {
      en: 'Bring the device back, unmount, check the file system, restore what is lost.',
      zh: '恢复设备、卸载、检查文件系统并恢复丢失数据。',
    },
    source: ['torvalds/linux:fs/ext4/inode.c', 'torvalds/linux:fs/xfs/xfs_aops.c'],
    matches: [
      'kernel: EXT4-fs (sde): I/O error while writing superblock',
      'kernel: EXT4-fs (sda1): previous I/O error to superblock detected',
      'kernel: EXT4-fs (sda1): Delayed block allocation failed for inode 1234 at logical offset 0 with max blocks 2048 with error 5',
      'kernel: EXT4-fs (sda1): This should not happen!! Data will be lost',
      'kernel: EXT4-fs (nvme1n1): failed to convert unwritten extents to written extents -- potential data loss!  (inode 123, error -5)',
      'kernel: JBD2: recovery failed',
      'kernel: JBD2: Error while async write back metadata bh 1234.',
      'kernel: XFS (sdc): writeback error on inode 1234, offset 0, sector 123',
      'kernel: XFS (dm-1): Failing async write on buffer block 0x1234. Retrying async write.',
      'kernel: BTRFS warning (device sda2): csum failed root 5 ino 257 off 0 csum 0x1 expected csum 0x2 mirror 1',
      'kernel: BTRFS: error (device sda2) in btrfs_commit_transaction:2237: errno=-5 IO failure (Error while writing out transaction)',
      'kernel: SQUASHFS error: Unable to read page, block 1234, size 1234',
    ],
    mustNotMatch: [
      'kernel: EXT4-fs (sda1): re-mounted. Opts: errors=remount-ro',
      'kernel: XFS (dm-1): Mounting V5 Filesystem',
    ],
  },
  {
    id: 'overlayfs-refused',
    title: { en: 'The kernel refuses a layered mount', zh: '内核拒绝叠加挂载' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'overlayfs: failed to resolve',
        regex: /overlayfs: failed to resolve '(?<path>[^'\n]{1,300})': -\d{1,3}/,
        versions: 'Linux 3.18-6.8',
      },
      {
        literal: 'overlayfs: missing',
        regex: /overlayfs: missing '(?:lowerdir|upperdir|workdir)'/,
        versions: 'Linux 3.18-6.8',
      },
      {
        literal: 'not supported as upperdir',
        regex: /overlayfs: filesystem on '(?<path>[^'\n]{1,300})' not supported/,
        versions: 'Linux 3.18-6.8',
      },
      {
        literal: 'overlayfs: maximum fs stacking',
        regex: /overlayfs: maximum fs stacking depth exceeded/,
        versions: 'Linux 3.18-6.8',
      },
      { literal: 'overlayfs: failed to clone', regex: /overlayfs: failed to clone (?:upper|lower)path/ },
      {
        literal: 'workdir and upperdir must',
        regex: /overlayfs: workdir and upperdir must (?:reside under the same mount|be separate subtrees)/,
        versions: 'Linux 3.18-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "A container's file system cannot be put together from its layers.",
      zh: '无法由各层组成容器的文件系统。',
    },
    usualCauses: {
      en: 'Layers that are gone, a file system below that cannot carry overlays (ftype=0, NFS, another overlay).',
      zh: '层已丢失，或下层文件系统不支持叠加（ftype=0、NFS、另一个 overlay）。',
    },
    firstCheck: {
      en: '`ls` on the named path; `xfs_info` for `ftype`.',
      zh: '对所列路径执行 `ls`；`xfs_info` 查看 `ftype`。',
    },
    remedy: {
      en: "Pull the image again; put the runtime's directory on a fitting file system.",
      zh: '重新拉取镜像；把运行时目录放到合适的文件系统上。',
    },
    source: ['torvalds/linux:fs/overlayfs/super.c'],
    matches: [
      "kernel: overlayfs: failed to resolve '/var/lib/docker/overlay2/l/ABCDEFGHIJKLMNOPQRSTUVWXYZ': -2",
      "kernel: overlayfs: missing 'lowerdir'",
      "kernel: overlayfs: filesystem on '/var/lib/docker/check-overlayfs-support/upper' not supported as upperdir",
      'kernel: overlayfs: maximum fs stacking depth exceeded',
      'kernel: overlayfs: failed to clone upperpath',
      'kernel: overlayfs: workdir and upperdir must reside under the same mount',
    ],
    mustNotMatch: [
      'kernel: overlayfs: upper fs does not support RENAME_WHITEOUT.',
      'kernel: overlayfs: upperdir is in-use as upperdir/workdir of another mount, accessing files from both mounts will result in undefined behavior.',
    ],
  },
];
