/** What the kernel says when disks and file systems fail: I/O errors, time-outs, read-only remounts, shutdowns, full thin pools. */
import type { Signature } from '../signature';

export const diskSignatures: readonly Signature[] = [
  {
    id: 'ext4-error',
    title: { en: 'ext4 found its file system damaged', zh: 'ext4 发现文件系统损坏' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: '-fs error (device ',
        regex: /EXT[234]-fs error \(device (?<device>[\w.-]{1,40})\)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'initial error at time',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): (?:initial|last) error at time/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: '): last error at time',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): (?:initial|last) error at time/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'error count since last fsck',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): error count since last fsck/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'JBD2: I/O error when updating',
        regex:
          /JBD2: I\/O error when updating journal superblock for (?<device>dm-\d{1,4}|[\w.]{1,40}?)(?:-\d{1,4})?\.?(?=\s|$)/,
        versions: 'Linux 5.10-6.1',
      },
      {
        literal: 'JBD2: Detected IO errors',
        regex: /JBD2: Detected IO errors while flushing file data on (?<device>[\w.-]{1,40})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ': jbd2_start: ',
        regex: /EXT4-fs \((?<device>[\w.-]{1,40})\): \w{4,40}: jbd2_start: [^\n]{1,80}err -?\d{1,3}/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'detected when updating journal',
        regex:
          /JBD2: Error -?\d{1,4} detected when updating journal superblock for (?<device>dm-\d{1,4}|[\w.]{1,40}?)(?:-\d{1,4})?\.?(?=\s|$)/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'ext4 met a structure or an I/O result that cannot be right.',
      zh: 'ext4 遇到不可能正确的结构或 I/O 结果。',
    },
    usualCauses: { en: 'A failing or detached device; a crash during writes.', zh: '设备故障或脱离；写入期间崩溃。' },
    firstCheck: {
      en: 'Block layer lines of the same device just before it: `dmesg -T`',
      zh: '查看同一设备此前的块层报错：`dmesg -T`',
    },
    remedy: { en: 'Replace or reattach the device, then fsck offline.', zh: '更换或重新挂接设备，再离线执行 fsck。' },
    source: ['torvalds/linux:fs/ext4/super.c'],
    matches: [
      'kernel: EXT4-fs (sdb1): ext4_writepages: jbd2_start: 1024 pages, ino 131074; err -30',
      'kernel: JBD2: Detected IO errors while flushing file data on sdb1-8',
      'kernel: JBD2: I/O error when updating journal superblock for sdb1-8.',
      'kernel: EXT4-fs error (device sdb1): ext4_lookup:1602: inode #131074: comm kubelet: deleted inode referenced: 131077',
      'kernel: EXT4-fs (sdb1): initial error at time 1652437667: ext4_journal_check_start:61',
      'kernel: EXT4-fs (sdb1): error count since last fsck: 3',
      'kernel: JBD2: Error -5 detected when updating journal superblock for sdf-8.',
    ],
    mustNotMatch: [
      'kernel: EXT4-fs (sdb1): mounted filesystem with ordered data mode. Opts: (null)',
      'kernel: EXT4-fs (sdb1): re-mounted. Opts: errors=remount-ro',
    ],
  },
  {
    id: 'fs-remounted-ro',
    title: { en: 'A file system became read-only', zh: '文件系统变为只读' },
    category: 'storage',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'emounting filesystem read-only',
        regex: /\b(?:EXT[234]-fs \((?<device>[\w.-]{1,40})\): )?[Rr]emounting filesystem read-only/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Aborting journal on device',
        regex: /Aborting journal on device (?<device>dm-\d{1,4}|[\w.:]{1,40}?)(?:-\d{1,4})?\.?(?=\s|$)/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'Detected aborted journal', regex: /Detected aborted journal/, versions: 'Linux 3.10-6.1' },
      { literal: 'forced readonly', regex: /BTRFS[^\n]{0,60}forced readonly/, versions: 'Linux 3.10-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file system gave up writing to protect itself: everything that writes there now fails until a reboot or remount.',
      zh: '文件系统为自保停止写入：在重启或重新挂载之前，写入均会失败。',
    },
    usualCauses: {
      en: 'I/O errors of the device below it, or damage found by the file system.',
      zh: '底层设备 I/O 错误，或文件系统发现损坏。',
    },
    firstCheck: {
      en: 'The lines about that device just before; `grep " ro[ ,]" /proc/mounts`',
      zh: '此前该设备的日志；`grep " ro[ ,]" /proc/mounts`',
    },
    remedy: { en: 'Repair or replace the disk, fsck, reboot.', zh: '修复或更换磁盘，执行 fsck，重启。' },
    source: [
      'torvalds/linux:fs/ext4/super.c',
      'torvalds/linux:fs/jbd2/journal.c',
      'kubernetes/node-problem-detector:config/readonly-monitor.json',
    ],
    matches: [
      'kernel: EXT4-fs (sdb1): Remounting filesystem read-only',
      'kernel: Aborting journal on device sdb1-8.',
      'kernel: EXT4-fs error (device sdb1): ext4_journal_check_start:61: Detected aborted journal',
      'kernel: BTRFS info (device sdc): forced readonly',
    ],
    mustNotMatch: [
      'EXT4-fs (sdb1): mounted filesystem with ordered data mode',
      'mount: /mnt: WARNING: device write-protected, mounted read-only.',
    ],
  },
  {
    id: 'xfs-shutdown',
    title: { en: 'XFS shut a file system down', zh: 'XFS 关闭了文件系统' },
    category: 'storage',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Shutting down filesystem',
        regex: /XFS \((?<device>[\w.-]{1,40})\): (?<reason>[^\n]{0,200}?)\s{1,2}Shutting down filesystem/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'etadata I/O error',
        regex: /XFS \((?<device>[\w.-]{1,40})\): [Mm]etadata I\/O error/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'xfs_do_force_shutdown',
        regex: /XFS \((?<device>[\w.-]{1,40})\): xfs_do_force_shutdown/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Filesystem has been shut down',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Filesystem has been shut down/,
        versions: 'Linux 5.10 and later',
      },
      {
        literal: 'log I/O error',
        regex: /XFS \((?<device>[\w.-]{1,40})\): (?:xfs_)?log I\/O error/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Corruption detected',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Corruption detected/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'and rectify the problem',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Please u(?:n)?mount the filesystem and rectify the problem/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'xfs_log_force: error',
        regex: /XFS \((?<device>[\w.-]{1,40})\): xfs_log_force: error -?\d{1,3} returned/,
        versions: 'Linux 3.10-4.18',
      },
      {
        literal: '): shut down requested',
        regex: /EXT4-fs \((?<device>[\w.-]{1,40})\): shut down requested/,
        versions: 'Linux 4.11-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'XFS took the file system offline after an error it cannot survive: every access returns an I/O error.',
      zh: 'XFS 遇到无法承受的错误后将文件系统下线：所有访问均返回 I/O 错误。',
    },
    usualCauses: {
      en: 'Failed writes to its log or metadata; damage in memory.',
      zh: '日志或元数据写入失败；内存数据损坏。',
    },
    firstCheck: { en: 'Block layer lines of the device before it.', zh: '查看该设备此前的块层日志。' },
    remedy: {
      en: 'Restore the storage, unmount, xfs_repair, mount again.',
      zh: '恢复存储后卸载，执行 xfs_repair，再挂载。',
    },
    source: ['torvalds/linux:fs/xfs/xfs_fsops.c', 'torvalds/linux:fs/xfs/xfs_buf.c'],
    matches: [
      'kernel: XFS (dm-3): Log I/O Error Detected.  Shutting down filesystem',
      'kernel: XFS (sdb1): Metadata I/O Error (0x1) detected at xfs_buf_ioend+0x1a0/0x2c0 [xfs] (fs/xfs/xfs_buf.c:1355).  Shutting down filesystem.',
      'kernel: XFS (sdb1): metadata I/O error in "xlog_iodone" at daddr 0x3f20 len 64 error 5',
      'kernel: XFS (sdb1): xfs_do_force_shutdown(0x2) called from line 1200 of file fs/xfs/xfs_log.c.',
      'kernel: XFS (sdb1): Filesystem has been shut down due to log error (0x2).',
      'kernel: XFS (sdb1): log I/O error -5',
      'kernel: XFS (sdb1): Corruption detected. Unmount and run xfs_repair',
      'kernel: XFS (dm-0): Please unmount the filesystem and rectify the problem(s)',
      'kernel: XFS (sdb): xfs_log_force: error -5 returned.',
      'kernel: EXT4-fs (sda1): shut down requested (2)',
    ],
    mustNotMatch: ['kernel: XFS (sdb1): Mounting V5 Filesystem', 'kernel: XFS (sdb1): Unmounting Filesystem'],
  },
  {
    id: 'xfs-alloc-deadlock',
    title: { en: 'XFS cannot get memory and stalls writers', zh: 'XFS 申请不到内存，写入停顿' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'possible memory allocation deadlock',
        regex: /XFS: (?:(?<process>[^\n(]{1,32})\((?<pid>\d{1,8})\) )?possible memory allocation deadlock/,
        versions: 'Linux 3.10-5.10',
      },
      {
        literal: 'possible memory allocation deadlock',
        regex: /XFS \([\w.-]{1,40}\): possible memory allocation deadlock/,
        versions: 'Linux 4.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'XFS retries an allocation without end; the program that writes is frozen meanwhile.',
      zh: 'XFS 不断重试内存分配，其间写入程序被冻结。',
    },
    usualCauses: {
      en: 'Fragmented memory on older kernels; very many extents of one file.',
      zh: '旧内核上内存碎片化；单个文件的 extent 过多。',
    },
    firstCheck: { en: '`cat /proc/buddyinfo`', zh: '执行 `cat /proc/buddyinfo`' },
    remedy: {
      en: 'Free page cache (`echo 1 > /proc/sys/vm/drop_caches`), newer kernel.',
      zh: '释放页缓存（`echo 1 > /proc/sys/vm/drop_caches`），升级内核。',
    },
    source: ['torvalds/linux:fs/xfs/kmem.c'],
    matches: [
      'kernel: XFS: possible memory allocation deadlock in kmem_alloc (mode:0x250)',
      'kernel: XFS: dockerd(2110) possible memory allocation deadlock size 65552 in kmem_realloc (mode:0x250)',
      'kernel: XFS (sdb): possible memory allocation deadlock size 65552 in kmem_alloc (mode:0x250)',
    ],
    mustNotMatch: ['kernel: INFO: possible recursive locking detected'],
  },
  {
    id: 'block-io-error',
    title: { en: 'A block device returned an error', zh: '块设备返回错误' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' error, dev ',
        regex:
          /(?:critical (?:target|medium|nexus|space allocation)|I\/O|timeout|protection|recoverable transport|device (?:offline|resource)|reservation conflict|duration limit exceeded) error, dev (?<device>[\w!.-]{1,40}), sector (?<sector>\d{1,20})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Buffer I/O error on dev',
        regex: /Buffer I\/O error on dev(?:ice)? (?<device>[\w!.-]{1,40})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'lost page write due to',
        regex: /lost page write due to I\/O error on (?<device>[\w!.-]{1,40})/,
        versions: 'Linux 3.10',
      },
      {
        literal: 'FAILED Result: hostbyte=',
        regex:
          /\[(?<device>sd[a-z]{1,3})\] (?:tag#\d{1,6} )?(?:UNKNOWN\(0x\w{1,6}\) )?FAILED Result: hostbyte=(?<host>\w{1,30})/,
        versions: 'Linux 3.18-6.1',
      },
      { literal: 'Unrecovered read error', regex: /Unrecovered read error/, versions: 'Linux 3.10-6.1' },
      { literal: 'Medium Error [current]', regex: /Sense Key : Medium Error \[current\]/, versions: 'Linux 3.10-6.1' },
      {
        literal: 'exception Emask',
        regex: /\b(?<device>ata\d{1,3}(?:\.\d{1,2})?): exception Emask\b/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' timing out command, waited',
        regex: /\[(?<device>sd[a-z]{1,3})\] (?:tag#\d{1,6} )?timing out command, waited (?<seconds>\d{1,6})s/,
        versions: 'Linux 3.10-5.10',
      },
      {
        literal: 'attempt to access beyond end',
        regex: /attempt to access beyond end of device/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': unable to read partition table',
        regex: /\b(?<device>[a-z]{2,5}[a-z\d]{0,8}): unable to read partition table/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': unable to read RDB block',
        regex: /Dev (?<device>\w{2,12}): unable to read RDB block/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'ldm_validate_partition_table()',
        regex: /ldm_validate_partition_table\(\): Disk read failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ' reservation conflict',
        regex: /sd [\d:]{7,16}: (?:\[\w{2,8}\] )?reservation conflict/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'loop: Write error at', regex: /loop: Write error at byte offset/ },
      {
        literal: ' status: scsi 0x',
        regex:
          /hv_storvsc \S{3,60}: tag#\d{1,6} cmd 0x[\da-f]{2} status: scsi 0x[\da-f]{1,2} srb 0x[\da-f]{1,2} hv 0xc/,
      },
      {
        literal: 'bcache: bch_count_io_errors() ',
        regex: /bcache: bch_count_io_errors\(\) (?<device>\w{2,20}): IO error/,
      },
      {
        literal: 'task abort on host',
        regex: /\[(?<device>sd[a-z]{1,3})\] (?:tag#\d{1,6} )?task abort on host/,
        versions: 'vmw_pvscsi',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'A read or write did not succeed at the device.', zh: '设备上的读写未能成功。' },
    usualCauses: {
      en: 'A dying disk, a lost path, a detached or throttled cloud volume, an iSCSI or NBD target that vanished.',
      zh: '磁盘损坏、链路丢失、云盘脱离或受限，或 iSCSI、NBD 目标消失。',
    },
    firstCheck: {
      en: '`smartctl -a`, the state of the volume at the provider, `multipath -ll`',
      zh: '`smartctl -a`、云厂商处的卷状态、`multipath -ll`',
    },
    remedy: {
      en: 'Replace or reattach the device; check the file system afterwards.',
      zh: '更换或重新挂接设备，之后检查文件系统。',
    },
    source: ['torvalds/linux:block/blk-core.c', 'torvalds/linux:fs/buffer.c', 'torvalds/linux:drivers/scsi/scsi_lib.c'],
    matches: [
      'kernel: sd 2:0:0:1: [sdc] tag#0 timing out command, waited 180s',
      'kernel: end_request: I/O error, dev sdb, sector 2056',
      'kernel: blk_update_request: critical medium error, dev sda, sector 93824 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 0',
      'kernel: print_req_error: I/O error, dev loop3, sector 0',
      'kernel: device offline error, dev sdd, sector 20512 op 0x1:(WRITE) flags 0x800 phys_seg 4 prio class 0',
      'kernel: I/O error, dev nvme1n1, sector 204800 op 0x1:(WRITE) flags 0x800 phys_seg 2 prio class 2',
      'kernel: Buffer I/O error on dev dm-4, logical block 1310704, lost async page write',
      'kernel: lost page write due to I/O error on sdb1',
      'kernel: sd 2:0:0:1: [sdc] tag#12 FAILED Result: hostbyte=DID_TRANSPORT_DISRUPTED driverbyte=DRIVER_OK',
      'kernel: sd 2:0:0:1: [sdc] tag#12 Add. Sense: Unrecovered read error',
      'kernel: sd 2:0:0:1: [sdc] tag#12 Sense Key : Medium Error [current]',
      'kernel: ata3.00: exception Emask 0x0 SAct 0x0 SErr 0x0 action 0x6 frozen',
      'kernel: attempt to access beyond end of device',
      'kernel: sdb: unable to read partition table',
      'kernel: Dev sdb: unable to read RDB block 0',
      'kernel: ldm_validate_partition_table(): Disk read failed.',
      'kernel: sd 2:0:0:0: reservation conflict',
      'kernel: loop: Write error at byte offset 123, length 4096.',
      'kernel: hv_storvsc 12345: tag#12 cmd 0x2a status: scsi 0x0 srb 0x4 hv 0xc0000001',
      'kernel: bcache: bch_count_io_errors() sdb: IO error on writing data to cache.',
      'kernel: sd 0:0:0:0: [sda] tag#99 task abort on host 0, 0000000002af6841',
    ],
    mustNotMatch: [
      'kernel: sd 2:0:0:1: [sdc] Attached SCSI disk',
      'syntax error, dev build',
      'kernel: sd 2:0:0:1: [sdc] tag#12 Sense Key : Unit Attention [current]',
    ],
  },
  {
    id: 'nvme-timeout',
    title: { en: 'An NVMe disk did not answer in time', zh: 'NVMe 磁盘未在时限内应答' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' timeout, ',
        regex:
          /\b(?<device>nvme\d{1,3}(?:n\d{1,3})?)?:? ?I\/O (?:tag )?\d{1,5} (?:\(\w{1,6}\) )?(?:opcode \w{1,6} (?:\([^\n)]{1,30}\) )?)?QID \d{1,4} timeout, (?<action>[^\n]{1,40})/,
        versions: 'Linux 4.19-6.1',
      },
      {
        literal: 'controller is down; will reset',
        regex: /nvme (?<device>nvme\d{1,3}): controller is down; will reset/,
        versions: 'Linux 4.19-6.1',
      },
      {
        literal: 'Device not ready; aborting',
        regex: /nvme (?<device>nvme\d{1,3}): Device not ready; aborting/,
        versions: 'Linux 4.19-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'A command to the disk is lost or very late: 30 seconds by default.',
      zh: '发往磁盘的命令丢失或严重延迟（默认 30 秒）。',
    },
    usualCauses: {
      en: 'A hiccup or throttling of the cloud volume, a failing controller, power saving.',
      zh: '云盘抖动或限速、控制器故障、节能状态。',
    },
    firstCheck: {
      en: 'The state and limits of the volume; `nvme smart-log`',
      zh: '卷的状态与性能上限；`nvme smart-log`',
    },
    remedy: {
      en: 'Repair the storage; on cloud volumes raise `nvme_core.io_timeout`.',
      zh: '修复存储；云盘可调大 `nvme_core.io_timeout`。',
    },
    source: ['torvalds/linux:drivers/nvme/host/pci.c'],
    matches: [
      'kernel: nvme nvme1: I/O 22 QID 2 timeout, aborting',
      'kernel: nvme nvme1: I/O tag 22 (0016) opcode 0x2 (I/O Cmd) QID 2 timeout, aborting req_op:READ(0) size:4096',
      'kernel: nvme nvme0: controller is down; will reset: CSTS=0xffffffff, PCI_STATUS=0xffff',
      'kernel: nvme nvme0: Device not ready; aborting reset, CSTS=0x1',
    ],
    mustNotMatch: [
      'kernel: nvme nvme0: 4/0/0 default/read/poll queues',
      'dial tcp 10.0.0.1:6443: i/o timeout, retrying',
    ],
  },
  {
    id: 'scsi-device-offline',
    title: { en: 'A SCSI disk was taken offline', zh: 'SCSI 磁盘被下线' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'ejecting I/O to offline device',
        regex: /(?:\[(?<device>[\w-]{1,20})\] )?[Rr]ejecting I\/O to offline device/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'rejecting I/O to dead device',
        regex: /(?:\[(?<device>[\w-]{1,20})\] )?rejecting I\/O to dead device/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Device offlined - not ready',
        regex: /Device offlined - not ready after error recovery/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Synchronize Cache(1',
        regex: /\[(?<device>[\w-]{1,20})\] Synchronize Cache\(1[06]\) failed/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: '] killing request',
        regex: /\bsd \d[\d:]{3,20}: \[(?<device>\w{2,8})\] killing request/,
        versions: 'Linux 3.10-4.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The kernel gave the device up; every access fails.', zh: '内核已放弃该设备，所有访问均失败。' },
    usualCauses: {
      en: 'A lost SAN or iSCSI path, a detached virtual disk, a dead disk.',
      zh: 'SAN 或 iSCSI 链路丢失、虚拟磁盘被卸下、磁盘损坏。',
    },
    firstCheck: {
      en: '`cat /sys/block/*/device/state`, `multipath -ll`, `iscsiadm -m session`',
      zh: '执行 `cat /sys/block/*/device/state`、`multipath -ll`、`iscsiadm -m session`',
    },
    remedy: {
      en: 'Restore the path, then set the device to running or rescan.',
      zh: '恢复链路，再将设备置为 running 或重新扫描。',
    },
    source: ['torvalds/linux:drivers/scsi/scsi_lib.c', 'torvalds/linux:drivers/scsi/scsi_error.c'],
    matches: [
      'kernel: sd 2:0:0:1: [sdc] rejecting I/O to offline device',
      'kernel: sd 2:0:0:1: rejecting I/O to dead device',
      'kernel: sd 2:0:0:1: Device offlined - not ready after error recovery',
      'kernel: sd 2:0:0:1: [sdb] Synchronize Cache(10) failed: Result: hostbyte=DID_TRANSPORT_FAILFAST driverbyte=DRIVER_OK',
      'kernel: sd 10:0:0:0: [sdb] killing request',
    ],
    mustNotMatch: ['kernel: sd 2:0:0:1: [sdc] Synchronizing SCSI cache', 'device is offline'],
  },
  {
    id: 'dmthin-low-water',
    title: { en: 'A thin pool is nearly full', zh: 'thin pool 即将写满' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'reached low water mark',
        regex: /device-mapper: thin: (?<device>[\w:.-]{1,40}): reached low water mark for (?:data|metadata) device/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'WARNING: Thin pool',
        regex:
          /WARNING: Thin pool (?<device>\S{1,120}) (?:data|metadata) is now (?<percent>\d{1,3}(?:\.\d{1,3})?)% full/,
        versions: 'lvm2 2.02 and later',
      },
      {
        literal: 'tpool data is now',
        regex: /Thin pool (?<device>\S{1,120}tpool) data is now (?<percent>9\d|100)[.\d]{0,4}% full/,
        versions: 'lvm2 2.02 and later',
      },
      {
        literal: 'tpool metadata is now',
        regex: /Thin pool (?<device>\S{1,120}tpool) metadata is now (?<percent>9\d|100)[.\d]{0,4}% full/,
        versions: 'lvm2 2.02 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pool behind containers or volumes has little space left.',
      zh: '容器或卷所用的 thin pool 剩余空间很少。',
    },
    usualCauses: { en: 'Images, writable layers, snapshots.', zh: '镜像、可写层、快照。' },
    firstCheck: {
      en: '`lvs -a -o+data_percent,metadata_percent`',
      zh: '执行 `lvs -a -o+data_percent,metadata_percent`',
    },
    remedy: { en: 'Extend the pool or prune.', zh: '扩容或清理。' },
    source: ['torvalds/linux:drivers/md/dm-thin.c', 'lvmteam/lvm2:daemons/dmeventd/plugins/thin/dmeventd_thin.c'],
    matches: [
      'kernel: device-mapper: thin: 253:3: reached low water mark for data device: sending event.',
      'lvm[812]: WARNING: Thin pool docker-thinpool data is now 95.01% full.',
      'lvm[123]: Thin pool vg0-pool-tpool data is now 95.23% full.',
      'dmeventd[123]: Thin pool vg0-pool-tpool metadata is now 96.00% full.',
    ],
    mustNotMatch: [
      'lvm[123]: Thin pool vg0-pool-tpool data is now 80.12% full.',
      'kernel: device-mapper: thin: 253:3: growing the data device from 1000 to 2000 blocks',
    ],
  },
  {
    id: 'dmthin-out-of-space',
    title: { en: 'A thin pool is full', zh: 'thin pool 已写满' },
    category: 'storage',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'switching pool to ',
        regex:
          /device-mapper: thin: (?<device>[\w:.-]{1,40}): switching pool to (?:out-of-data-space|read-only|failure)/,
        versions: 'Linux 4.19-6.1',
      },
      {
        literal: 'no free space available',
        regex: /device-mapper: thin: (?<device>[\w:.-]{1,40}): no free (?:metadata )?space available/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ': no free metadata space available',
        regex: /device-mapper: thin: (?<device>[\w:.-]{1,40}): no free (?:metadata )?space available/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'metadata operation ',
        regex: /device-mapper: thin: (?<device>[\w:.-]{1,40}): metadata operation '\w{1,60}' failed: error = -?\d{1,4}/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'unable to service pool target',
        regex:
          /device-mapper: thin: (?<device>[\w:.-]{1,40}): unable to service pool target messages in READ_ONLY or FAIL mode/,
        versions: 'Linux 3.16-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Writes to the pool are held for up to 60 seconds and then fail.',
      zh: '对该 pool 的写入最多挂起 60 秒，随后失败。',
    },
    usualCauses: { en: 'Data or metadata of the pool used up.', zh: 'pool 的数据或元数据空间耗尽。' },
    firstCheck: {
      en: '`lvs -a -o+data_percent,metadata_percent`',
      zh: '执行 `lvs -a -o+data_percent,metadata_percent`',
    },
    remedy: { en: 'Extend data or metadata; remove images and containers.', zh: '扩容数据或元数据；删除镜像和容器。' },
    source: ['torvalds/linux:drivers/md/dm-thin.c'],
    matches: [
      'kernel: device-mapper: thin: 253:3: unable to service pool target messages in READ_ONLY or FAIL mode',
      'kernel: device-mapper: thin: 253:3: switching pool to out-of-data-space (queue IO) mode',
      'kernel: device-mapper: thin: 253:3: no free space available.',
      "kernel: device-mapper: thin: 253:3: metadata operation 'dm_pool_alloc_data_block' failed: error = -28",
    ],
    mustNotMatch: ['kernel: device-mapper: thin: 253:3: switching pool to write mode', 'metadata operation finished'],
  },
  {
    id: 'docker-thinpool-space',
    title: { en: 'Docker refuses new layers: its thin pool is full', zh: 'Docker 的 thin pool 空间不足，拒绝新层' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'hin Pool has ',
        regex:
          /devmapper: Thin Pool has (?<blocks>\d{1,12}) free (?<kind>data|metadata) blocks which is less than minimum required/,
        versions: 'docker 1.12-20.10',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Docker keeps a reserve (10 %) of its devicemapper pool and refuses to create layers below it.',
      zh: 'Docker 为 devicemapper pool 保留一部分空间（10%），低于此值便拒绝创建层。',
    },
    usualCauses: { en: 'Images and writable layers that nobody removes.', zh: '无人清理的镜像与可写层。' },
    firstCheck: { en: '`docker info | grep -i space`', zh: '执行 `docker info | grep -i space`' },
    remedy: { en: 'Prune images, extend the pool, move to overlay2.', zh: '清理镜像、扩容 pool，改用 overlay2。' },
    source: ['moby/moby:daemon/graphdriver/devmapper/deviceset.go'],
    matches: [
      'level=error msg="Handler for POST /v1.24/containers/create returned error: devmapper: Thin Pool has 13218 free data blocks which is less than minimum required 15564 free data blocks. Create more free space in thin pool or use dm.min_free_space option to change behavior"',
    ],
    mustNotMatch: ['Data Space Available: 4.2 GB', 'lvm: Thin Pool has been extended'],
  },
  {
    id: 'no-space-left',
    title: { en: 'No space left on a file system', zh: '文件系统没有剩余空间' },
    category: 'disk-pressure',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'o space left on device',
        regex:
          /(?<!(?:inotify_add_watch |fork\/exec |\bunshare\b|Failed to set '?(?:cpuset|pids|memory|cpu|io|hugetlb)\.|\/sys\/fs\/cgroup\/|control group|\bcgroups?\b|\bflow_put failed|\bbpf\b|\bipset\b)[\s\S]{0,500})[Nn]o space left on device/,
      },
      { literal: 'isk quota exceeded', regex: /[Dd]isk quota exceeded/ },
      {
        literal: 'min-free-space-',
        regex: /min-free-space-(?:percent|size) '[^'\n]{1,16}' would be exceeded/,
        versions: 'ostree 2017-2025',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A write failed with ENOSPC. Path and operation tell what is used up: blocks, inodes, a quota.',
      zh: '写入因 ENOSPC 失败。路径与操作说明耗尽的是空间、inode 还是配额。',
    },
    usualCauses: {
      en: 'Images, logs, emptyDirs, core dumps; inodes when `df -h` shows room.',
      zh: '镜像、日志、emptyDir、core dump；若 `df -h` 仍有空间则看 inode。',
    },
    firstCheck: { en: '`df -h` and `df -i` of the path in the message', zh: '对报错路径执行 `df -h` 与 `df -i`' },
    remedy: { en: 'Free or enlarge that file system; rotate logs.', zh: '清理或扩容该文件系统；轮转日志。' },
    source: [
      'torvalds/linux:include/uapi/asm-generic/errno-base.h',
      'https://github.com/kubernetes/kubernetes/issues/96701',
    ],
    matches: [
      'write /var/lib/docker/tmp/GetImageBlob812345: no space left on device',
      'tar: archive.tar: Cannot write: No space left on device',
      'mkdir /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa: disk quota exceeded',
      "rpm-ostree[3341]: Txn Deploy on /org/projectatomic/rpmostree1/rhcos failed: Importing package kernel-core: Writing content object: min-free-space-percent '3%' would be exceeded, at least 1.2 MB requested",
    ],
    mustNotMatch: [
      '2025-03-04T10:00:01.118Z|00031|dpif(handler12)|WARN|system@ovs-system: recirc_id(0x2) flow_put failed (No space left on device)',
      'inotify_add_watch /var/log/pods: no space left on device',
      'fork/exec /proc/self/exe: no space left on device',
      'cri-containerd-3c7c.scope: Failed to set cpuset.cpus: No space left on device',
      'mkdir /sys/fs/cgroup/memory/kubepods/burstable/pod5b6d1c7e: no space left on device',
    ],
  },
  {
    id: 'file-system-damaged',
    title: { en: 'XFS or Btrfs found damage or device errors', zh: 'XFS 或 Btrfs 发现损坏或设备错误' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'etadata corruption detected at',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Metadata corruption detected at/,
        versions: 'Linux 3.15-6.1',
      },
      {
        literal: 'etadata CRC error detected at',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Metadata CRC error detected at/,
        versions: 'Linux 3.15-6.1',
      },
      {
        literal: 'BTRFS error (device ',
        regex: /BTRFS error \(device (?<device>[\w.-]{1,40})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'BTRFS critical (device ',
        regex: /BTRFS critical \(device (?<device>[\w.-]{1,40})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'XFS_WANT_CORRUPTED',
        regex: /XFS(?: \((?<device>[\w.-]{1,40})\))?: Internal error XFS_WANT_CORRUPTED/,
        versions: 'Linux 3.10-5.4',
      },
      {
        literal: 'Unmount and run xfs_repair',
        regex: /XFS \((?<device>[\w.-]{1,40})\): Unmount and run xfs_repair/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'mounting fs with errors',
        regex: /EXT[234]-fs \((?<device>[\w.-]{1,40})\): warning: mounting fs with errors/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': unable to read boot sector',
        regex: /FAT-fs \((?<device>[\w.-]{1,40})\): unable to read boot sector/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Transaction aborted (error',
        regex: /BTRFS: Transaction aborted \(error (?<code>-\d{1,3})\)/,
        versions: 'Linux 3.10-5.15',
      },
      {
        literal: 'BTRFS: error (',
        regex: /BTRFS: error \(device (?<device>[\w.-]{1,40})(?: state \w{1,6})?\) in/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'XFS: Internal error',
        regex: /XFS: Internal error (?<function>\w{3,60})/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: ': error, fat_', regex: /FAT-fs \((?<device>[\w.-]{1,40})\): error, fat_/ },
      {
        literal: 'valid F2FS checkpoint',
        regex: /F2FS-fs \((?<device>[\w.-]{1,40})\): Failed to get valid F2FS checkpoint/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A structure on the disk is not what it should be, or the device returned errors.',
      zh: '磁盘上的结构不正确，或设备返回了错误。',
    },
    usualCauses: { en: 'A failing disk, a crash during writes, bad memory.', zh: '磁盘故障、写入时崩溃、内存损坏。' },
    firstCheck: { en: 'Block layer lines of the same device just before.', zh: '查看同一设备此前的块层日志。' },
    remedy: {
      en: 'Replace the disk if it is at fault; repair offline (xfs_repair, btrfs scrub).',
      zh: '若磁盘有问题则更换；离线修复（xfs_repair、btrfs scrub）。',
    },
    source: ['torvalds/linux:fs/xfs/xfs_error.c', 'torvalds/linux:fs/btrfs/volumes.c'],
    matches: [
      'kernel: XFS (dm-0): Metadata corruption detected at xfs_agf_read_verify+0x74/0xf0 [xfs], xfs_agf block 0x1',
      'kernel: XFS (dm-0): Metadata CRC error detected at xfs_agf_read_verify+0x74/0xf0 [xfs], xfs_agf block 0x1',
      'kernel: BTRFS error (device sdc): bdev /dev/sdc errs: wr 1, rd 0, flush 0, corrupt 0, gen 0',
      'kernel: BTRFS critical (device sdc): corrupt leaf: root=2 block=8123',
      'kernel: XFS (dm-0): Internal error XFS_WANT_CORRUPTED_GOTO at line 1600 of file fs/xfs/libxfs/xfs_alloc.c',
      'kernel: XFS (sdb): Unmount and run xfs_repair',
      'kernel: EXT4-fs (sdb): warning: mounting fs with errors, running e2fsck is recommended',
      'kernel: FAT-fs (sda1): unable to read boot sector',
      'kernel: BTRFS: Transaction aborted (error -28)',
      'kernel: BTRFS: error (device sda1) in btrfs_run_delayed_refs:2123: errno=-28 No space left',
      'kernel: XFS: Internal error xfs_trans_cancel at line 990 of file fs/xfs/xfs_trans.c.  Caller xfs_create+0x5c/0x60',
      'kernel: FAT-fs (sda1): error, fat_get_cluster: invalid cluster chain (i_pos 0)',
      'kernel: F2FS-fs (sda1): Failed to get valid F2FS checkpoint',
    ],
    mustNotMatch: [
      'kernel: BTRFS info (device sdc): disk space caching is enabled',
      'kernel: XFS (dm-0): Ending clean mount',
    ],
  },
  {
    id: 'controller-commands-stuck',
    title: { en: 'A disk controller waits for its commands', zh: '磁盘控制器等待命令完成' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' commands to complete',
        regex:
          /(?:(?<driver>megaraid_sas|mpt3sas|hpsa|aacraid)\S{0,20} (?<device>[0-9a-f:.]{7,14})|megasas): \[\s?(?<waited>\d{1,5})\]waiting for (?<commands>\d{1,6}) commands to complete/,
        versions: 'Linux 3.10 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'progress', capture: 'waited', unit: 's' },
    meaning: {
      en: 'The controller is being reset and has waited this long for commands that disks do not finish; all I/O of the machine stands still.',
      zh: '控制器正在复位，已等待如所示秒数而磁盘命令未完成；整机 I/O 停滞。',
    },
    usualCauses: { en: 'A dying disk, cable or controller firmware.', zh: '磁盘、线缆或控制器固件故障。' },
    firstCheck: {
      en: '`storcli /c0 show all`, `smartctl -a` of its disks.',
      zh: '对其磁盘执行 `storcli /c0 show all`、`smartctl -a`。',
    },
    remedy: { en: 'Replace the part; update the firmware.', zh: '更换部件；更新固件。' },
    source: ['torvalds/linux:drivers/scsi/megaraid/megaraid_sas_base.c'],
    matches: [
      'kernel: megasas: [ 0]waiting for 2 commands to complete',
      'May 13 10:31:06 node-a kernel: megaraid_sas 0000:5a:00.0: [30]waiting for 65 commands to complete for scsi0',
    ],
    mustNotMatch: ['megaraid_sas 0000:5a:00.0: waiting for controller reset to finish'],
  },
];
