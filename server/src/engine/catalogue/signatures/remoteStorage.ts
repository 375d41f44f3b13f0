/** Storage that is reached over a network or made of several parts: iSCSI, multipath, Ceph, SMB, Longhorn, RAID; and what programs see of it. */
import type { Signature } from '../signature';

export const remoteStorageSignatures: readonly Signature[] = [
  {
    id: 'iscsi-connection-error',
    title: { en: 'An iSCSI connection broke', zh: 'iSCSI 连接中断' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: ': detected conn error (',
        regex: /\bconnection(?<connection>\d{1,6}:\d{1,4}): detected conn error \((?<code>\d{3,5})\)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'session recovery timed out after',
        regex: /\bsession(?<session>\d{1,6}): session recovery timed out after (?<seconds>\d{1,6}) secs/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'secs expired, recv timeout',
        regex: /\bconnection(?<connection>\d{1,6}:\d{1,4}): ping timeout of \d{1,5} secs expired, recv timeout/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Kernel reported iSCSI connection',
        regex: /Kernel reported iSCSI connection (?<connection>\d{1,6}:\d{1,4}) error \((?<reason>[^)\n]{1,120})\)/,
        versions: 'open-iscsi 2.0',
      },
      {
        literal: 'iscsid: connect to ',
        regex: /iscsid: connect to (?<address>[\w.:[\]-]{3,60}) failed \((?<reason>[^)\n]{1,80})\)/,
        versions: 'open-iscsi 2.0',
      },
      {
        literal: 'iscsid: cannot make a connection',
        regex: /iscsid: cannot make a connection to (?<address>[\w.:[\]-]{3,60})/,
        versions: 'open-iscsi 2.0',
      },
      {
        literal: 'iscsiadm: initiator reported',
        regex: /iscsiadm: initiator reported error \((?<code>\d{1,3}) - (?<reason>[^)\n]{1,80})\)/,
        versions: 'open-iscsi 2.0',
      },
      { literal: 'iscsiadm: Could not login to', regex: /iscsiadm: Could not login to/, versions: 'open-iscsi 2.0' },
      {
        literal: 'iscsiadm: connection login',
        regex: /iscsiadm: (?:connection login retries|Could not perform SendTargets|cannot make a? ?connection)/,
        versions: 'open-iscsi 2.0',
      },
      { literal: 'open iscsid.startup', regex: /iscsiadm: can't open iscsid\.startup/, versions: 'open-iscsi 2.0' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The session to a storage target was lost; its disk hangs for the replacement time-out (120 s by default) and then returns errors.',
      zh: '到存储目标的会话丢失；其磁盘先挂起至超时（默认 120 秒），随后返回错误。',
    },
    usualCauses: {
      en: 'The target stopped (for Longhorn and similar: its pod on some node), or the network to it is broken.',
      zh: '目标端停止（如 Longhorn 等运行在某节点上的 Pod），或网络中断。',
    },
    firstCheck: {
      en: '`iscsiadm -m session -P 3`; what ended on the side of the target at that moment.',
      zh: '`iscsiadm -m session -P 3`；查看目标端当时终止了什么。',
    },
    remedy: {
      en: 'Bring the target back; detach and attach the volumes that went read-only.',
      zh: '恢复目标端；对变为只读的卷重新分离并挂接。',
    },
    source: ['torvalds/linux:drivers/scsi/scsi_transport_iscsi.c', 'open-iscsi/open-iscsi:usr/initiator.c'],
    matches: [
      'kernel:  connection12:0: detected conn error (1020)',
      'kernel:  session12: session recovery timed out after 120 secs',
      'kernel:  connection12:0: ping timeout of 5 secs expired, recv timeout 5, last rx 4319116961, last ping 4319121984, now 4319127040',
      'iscsid[1411]: iscsid: Kernel reported iSCSI connection 12:0 error (1020 - ISCSI_ERR_TCP_CONN_CLOSE: TCP connection closed) state (3)',
      'iscsid[1411]: iscsid: connect to 10.0.9.12:3260 failed (Connection refused)',
      'iscsid[1411]: iscsid: cannot make a connection to 10.0.9.12:3260 (-1,111)',
      'iscsiadm: initiator reported error (8 - connection timed out)',
      'iscsiadm: Could not login to [iface: default, target: iqn.2019-10.io.longhorn:pvc-0a1b2c3d, portal: 10.42.0.11,3260].',
      'iscsiadm: connection login retries (reopen_max) 5 exceeded',
      "iscsiadm: can't open iscsid.startup configuration file etc/iscsi/iscsid.conf",
    ],
    mustNotMatch: [
      'kernel: connection12:0 is operational after recovery (1 attempts)',
      'iscsid[1411]: iscsid: Connection12:0 to [target: iqn.2022-05.example:a, portal: 10.0.9.12,3260] through [iface: default] is operational now',
      'kernel: iscsi: registered transport (tcp)',
    ],
  },
  {
    id: 'multipath-path-failed',
    title: { en: 'A path to a disk failed', zh: '磁盘路径失效' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: 'Failing path ',
        regex: /device-mapper: multipath: (?:[\d:]{3,12}: )?Failing path (?<device>[\d:]{3,12})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'remaining active paths: ',
        regex: /(?<map>[\w.-]{1,60}): remaining active paths: (?<paths>\d{1,4})/,
        versions: 'multipath-tools',
      },
      {
        literal: 'checker reports path is down',
        regex: /(?<device>sd[a-z]{1,3}) - \w{2,20} checker reports path is down/,
        versions: 'multipath-tools',
      },
      {
        literal: 'Entering recovery mode: max_retries',
        regex: /Entering recovery mode: max_retries=\d{1,6}/,
        versions: 'multipath-tools',
      },
      {
        literal: ': mark as failed',
        regex: /\b(?<device>sd[a-z]{1,3}): mark as failed/,
        versions: 'multipath-tools 0.8',
      },
      { literal: 'unusable path', regex: /\b(?<device>sd[a-z]{1,3}): unusable path/, versions: 'multipath-tools 0.8' },
      {
        literal: 'checker failed path',
        regex: /checker failed path (?<device>[\d:]{3,12}) in map (?<map>\S{1,60})/,
        versions: 'multipath-tools 0.4-0.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One way to a disk is gone; with none left, I/O waits or fails.',
      zh: '通往磁盘的一条路径失效；若全部失效，I/O 将等待或失败。',
    },
    usualCauses: {
      en: 'A switch, a controller of the array, a lost iSCSI session.',
      zh: '交换机、阵列控制器，或 iSCSI 会话丢失。',
    },
    firstCheck: { en: '`multipath -ll`', zh: '执行 `multipath -ll`' },
    remedy: { en: 'Restore the path; check queue_if_no_path.', zh: '恢复路径；检查 queue_if_no_path。' },
    source: ['torvalds/linux:drivers/md/dm-mpath.c', 'opensvc/multipath-tools:libmultipath/structs_vec.c'],
    matches: [
      'kernel: device-mapper: multipath: 254:0: Failing path 8:16.',
      'multipathd[711]: mpatha: remaining active paths: 1',
      'multipathd[711]: sdb - directio checker reports path is down',
      'multipathd[711]: mpatha: Entering recovery mode: max_retries=12',
      'multipathd[611]: 8:16: sdb: mark as failed',
      'multipathd[611]: sdb: unusable path - checker failed',
      'multipathd[611]: checker failed path 8:16 in map mpatha',
    ],
    mustNotMatch: [
      'kernel: device-mapper: multipath: 254:0: Reinstating path 8:16.',
      'multipathd[711]: mpatha: sdb - path is up',
    ],
  },
  {
    id: 'ceph-connection-lost',
    title: { en: 'The connection to a Ceph daemon was lost', zh: '与 Ceph 守护进程的连接丢失' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'session lost, hunting for new mon',
        regex: /libceph: (?<daemon>mon\d{1,4}) [^\n]{0,80}session lost, hunting for new mon/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'socket closed (con state',
        regex: /libceph: (?<daemon>(?:osd|mon|mds)\d{1,6}) [^\n]{0,80}socket closed \(con state \w{2,20}\)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'libceph: osd',
        regex: /libceph: (?<daemon>osd\d{1,6}) (?:\([^)\n]{0,60}\) )?(?:down|weight 0x0)\b/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'ceph: mds',
        regex: /\bceph: (?<daemon>mds\d{1,4}) (?:hung|caps stale|rejected session|reconnect denied)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'encountered watch error',
        regex: /\brbd: (?<device>rbd\d{1,5}): encountered watch error: -?\d{1,4}/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'socket error on ',
        regex: /libceph: (?<daemon>(?:osd|mon|mds)\d{1,6}) [^\n]{0,80}socket error on (?:read|write)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'caps went stale',
        regex: /\bceph: (?<daemon>mds\d{1,4}) caps went stale/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Disks and file systems of the cluster wait until the daemon answers again.',
      zh: '该集群的磁盘与文件系统会等待，直到守护进程恢复应答。',
    },
    usualCauses: {
      en: 'A Ceph daemon that restarts, a network fault, an overloaded node.',
      zh: 'Ceph 守护进程重启、网络故障，或节点过载。',
    },
    firstCheck: { en: '`ceph -s`; `ceph health detail`', zh: '执行 `ceph -s`；`ceph health detail`' },
    remedy: {
      en: 'Restore the daemons or the network to them. A single closed idle connection is normal.',
      zh: '恢复守护进程或网络。单个空闲连接被关闭属正常。',
    },
    source: [
      'torvalds/linux:net/ceph/mon_client.c',
      'torvalds/linux:net/ceph/messenger.c',
      'torvalds/linux:drivers/block/rbd.c',
    ],
    matches: [
      'kernel: ceph: mds0 caps went stale, renewing',
      'kernel: libceph: mon2 (1)10.0.9.13:6789 session lost, hunting for new mon',
      'kernel: libceph: osd3 (1)10.0.9.13:6801 socket closed (con state OPEN)',
      'kernel: libceph: osd3 down',
      'kernel: ceph: mds0 hung',
      'kernel: rbd: rbd0: encountered watch error: -107',
      'kernel: libceph: mds0 (1)10.0.9.13:6828 socket error on write',
    ],
    mustNotMatch: [
      'kernel: libceph: mon1 (1)10.0.9.12:6789 session established',
      'kernel: libceph: osd3 up',
      'kernel: ceph: mds0 reconnect success',
    ],
  },
  {
    id: 'smb-not-responding',
    title: { en: 'An SMB server does not answer', zh: 'SMB 服务器不应答' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'has not responded in ',
        regex:
          /CIFS:? (?:VFS: )?(?:Server |\\{1,4})?(?<address>[\w.-]{1,253})? ?has not responded in (?<seconds>\d{1,6}) seconds/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'seconds', unit: 's' },
    meaning: {
      en: 'Programs that use the share hang until the connection is back.',
      zh: '使用该共享的程序会挂起直到连接恢复。',
    },
    usualCauses: { en: 'The server is down or the network to it is broken.', zh: '服务器宕机或网络不通。' },
    firstCheck: { en: 'Port 445 of the server from this node.', zh: '从本节点检查服务器 445 端口。' },
    remedy: { en: 'Restore the server or the path.', zh: '恢复服务器或网络。' },
    source: ['torvalds/linux:fs/cifs/connect.c'],
    matches: [
      'kernel: CIFS: VFS: \\\\filer.shop.example has not responded in 180 seconds. Reconnecting...',
      'kernel: CIFS VFS: Server filer.shop.example has not responded in 120 seconds. Reconnecting...',
    ],
    mustNotMatch: [
      'kernel: CIFS: Attempting to mount //filer.shop.example/data',
      'the node has not responded in 40 seconds',
    ],
  },
  {
    id: 'fuse-disconnected',
    title: { en: 'A user-space file system lost its daemon', zh: '用户态文件系统失去守护进程' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'ransport endpoint is not connected',
        regex:
          /(?<!(?:\bbus\b|session scope|\.(?:service|scope|slice)\b|reload message|Failed to (?:get|list|connect))[^\n]{0,160})(?:(?<path>\/[^\s:"]{1,300})"?: )?[Tt]ransport endpoint is not connected/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The mount is still there, the program that serves it is not: every access fails.',
      zh: '挂载仍在，但提供服务的程序已消失：所有访问均失败。',
    },
    usualCauses: {
      en: 'The driver pod of a FUSE file system (GlusterFS, s3fs, ceph-fuse) was restarted or killed.',
      zh: 'FUSE 文件系统（GlusterFS、s3fs、ceph-fuse）的驱动 Pod 被重启或杀死。',
    },
    firstCheck: {
      en: '`mount | grep fuse`; when the driver pod restarted.',
      zh: '`mount | grep fuse`；驱动 Pod 何时重启。',
    },
    remedy: { en: 'Unmount lazily and restart the pods that use it.', zh: '延迟卸载（umount -l）并重启使用它的 Pod。' },
    source: ['torvalds/linux:fs/fuse/dev.c'],
    matches: [
      'stat /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes/kubernetes.io~glusterfs/data: transport endpoint is not connected',
      "ls: cannot access '/data': Transport endpoint is not connected",
    ],
    mustNotMatch: [
      'transport: Error while dialing',
      'endpoint is not connected to network',
      'systemd-logind[611]: Failed to abandon session scope: Transport endpoint is not connected',
    ],
  },
  {
    id: 'read-only-file-system',
    title: { en: 'A program met a read-only file system', zh: '程序遇到只读文件系统' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'dockerd', 'containerd'],
    wordings: [
      { literal: 'ead-only file system', regex: /(?:(?<path>\/[^\s:"']{1,300})"?'?: )?[Rr]ead-only file system/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A write failed with EROFS: the file system was remounted read-only after errors, or is mounted so on purpose.',
      zh: '写入因 EROFS 失败：文件系统出错后被重新挂载为只读，或本来就是只读挂载。',
    },
    usualCauses: {
      en: 'I/O errors before; in a container a readOnlyRootFilesystem or a read-only mount.',
      zh: '此前有 I/O 错误；容器内则可能是 readOnlyRootFilesystem 或只读挂载。',
    },
    firstCheck: {
      en: '`grep " ro[ ,]" /proc/mounts`; kernel lines about that device.',
      zh: '`grep " ro[ ,]" /proc/mounts`；该设备的内核日志。',
    },
    remedy: { en: 'Repair the disk and reboot; or write elsewhere.', zh: '修复磁盘并重启；或改写其他路径。' },
    source: ['torvalds/linux:include/uapi/asm-generic/errno-base.h'],
    matches: [
      'mkdir /var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa: read-only file system',
      'touch: cannot touch /data/x: Read-only file system',
    ],
    mustNotMatch: [
      'kernel: EXT4-fs (sdb1): Remounting filesystem read-only',
      'VFS: Mounted root (squashfs filesystem) readonly on device 7:0',
    ],
  },
  {
    id: 'input-output-error',
    title: { en: 'A program got an I/O error', zh: '程序遇到 I/O 错误' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'dockerd', 'containerd'],
    wordings: [{ literal: 'nput/output error', regex: /(?:(?<path>\/[^\s:"']{1,300})"?'?: )?[Ii]nput\/output error/ }],
    time: { kind: 'instant' },
    meaning: {
      en: 'A read or write failed with EIO: the device below could not do it.',
      zh: '读写因 EIO 失败：底层设备无法完成。',
    },
    usualCauses: {
      en: 'A broken disk, a lost remote volume, a file system that was shut down.',
      zh: '磁盘损坏、远程卷丢失，或文件系统被关闭。',
    },
    firstCheck: { en: '`dmesg -T` at that moment', zh: '查看当时的 `dmesg -T`' },
    remedy: { en: 'Restore the device.', zh: '恢复设备。' },
    source: ['torvalds/linux:include/uapi/asm-generic/errno-base.h'],
    matches: [
      'open /var/lib/docker/overlay2/3c7c/merged/etc/hosts: input/output error',
      'cp: error reading /data/x: Input/output error',
    ],
    mustNotMatch: ['Buffer I/O error on dev sdb'],
  },
  {
    id: 'raid-degraded',
    title: { en: 'A RAID array lost a disk', zh: 'RAID 阵列失去一块磁盘' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Disk failure on ',
        regex: /md\/raid\w{0,4}:(?<array>md[\w.-]{1,20}): Disk failure on (?<device>[\w.-]{1,40}), disabling device/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'DegradedArray event',
        regex: /DegradedArray event (?:has been |was )?detected on md device (?<array>\S{1,60})/,
        versions: 'mdadm',
      },
      {
        literal: 'is now DEGRADED',
        regex: /megaraid_sas [\da-f:.]{7,12}: [^\n]{1,60} - VD \S{1,10} is now DEGRADED/,
        versions: 'megaraid_sas',
      },
      {
        literal: 'is now OFFLINE',
        regex: /megaraid_sas [\da-f:.]{7,12}: [^\n]{1,60} - VD \S{1,10} is now OFFLINE/,
        versions: 'megaraid_sas',
      },
      { literal: 'md: super_written gets', regex: /md: super_written gets error/, versions: 'Linux 3.10-6.8' },
      {
        literal: ': read error corrected',
        regex: /md\/raid[\w:]{0,20}: read error corrected/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': not enough operational',
        regex: /md\/raid[\w:]{0,20}: not enough operational (?:devices|mirrors)/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The array works on without redundancy and, while it rebuilds, slowly.',
      zh: '阵列在失去冗余的状态下继续工作，重建期间变慢。',
    },
    usualCauses: { en: 'A broken disk.', zh: '磁盘损坏。' },
    firstCheck: { en: '`cat /proc/mdstat`', zh: '执行 `cat /proc/mdstat`' },
    remedy: { en: 'Replace the disk.', zh: '更换磁盘。' },
    source: ['torvalds/linux:drivers/md/raid1.c'],
    matches: [
      'kernel: md/raid1:md0: Disk failure on sdb1, disabling device.',
      'mdadm[711]: DegradedArray event detected on md device /dev/md0',
      'kernel: megaraid_sas 0000:02:00.0: 1234 (652437667s/0x0001/CRIT) - VD 00/0 is now DEGRADED',
      'kernel: megaraid_sas 0000:02:00.0: 1234 (652437667s/0x0001/FATAL) - VD 00/0 is now OFFLINE',
      'kernel: md: super_written gets error=-5',
      'kernel: md/raid1:md0: read error corrected (8 sectors at 1234 on sdb1)',
      'kernel: md/raid1:md0: not enough operational mirrors.',
    ],
    mustNotMatch: ['kernel: md/raid1:md0: active with 2 out of 2 mirrors'],
  },
  {
    id: 'disk-smart-failing',
    title: { en: 'A disk reports that it is failing', zh: '磁盘自检报告即将故障' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Currently unreadable (pending)',
        regex:
          /Device: (?<device>\/dev\/\S{1,60})(?: \[\w{1,12}\])?, (?<sectors>\d{1,9}) Currently unreadable \(pending\) sectors/,
        versions: 'smartmontools',
      },
      {
        literal: 'Offline uncorrectable sectors',
        regex:
          /Device: (?<device>\/dev\/\S{1,60})(?: \[\w{1,12}\])?, (?<sectors>\d{1,9}) Offline uncorrectable sectors/,
        versions: 'smartmontools',
      },
      {
        literal: 'FAILED SMART self-check',
        regex: /Device: (?<device>\/dev\/\S{1,60}?),? (?:\[\w{1,12}\], )?FAILED SMART self-check/,
        versions: 'smartmontools',
      },
      {
        literal: 'SMART Prefailure Attribute',
        regex:
          /Device: (?<device>\/dev\/\S{1,60})(?: \[\w{1,12}\])?, SMART Prefailure Attribute: (?:5|184|187|197|198)/,
        versions: 'smartmontools 7',
      },
      {
        literal: 'Critical Warning (0x',
        regex: /Device: (?<device>\/dev\/\S{1,60}), Critical Warning \(0x/,
        versions: 'smartmontools 7',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The disk found sectors that it cannot read any more.', zh: '磁盘存在无法读取的扇区。' },
    usualCauses: { en: 'Age; a dying disk.', zh: '老化；磁盘即将损坏。' },
    firstCheck: { en: '`smartctl -a DEVICE`', zh: '执行 `smartctl -a 设备`' },
    remedy: { en: 'Replace it before it fails.', zh: '在损坏前更换。' },
    source: ['smartmontools/smartmontools:smartmontools/smartd.cpp'],
    matches: [
      'smartd[711]: Device: /dev/sdb [SAT], 16 Currently unreadable (pending) sectors',
      'smartd[711]: Device: /dev/sdb [SAT], 4 Offline uncorrectable sectors',
      'smartd[711]: Device: /dev/sdb [SAT], FAILED SMART self-check. BACK UP DATA NOW!',
      'smartd[611]: Device: /dev/sda [SAT], SMART Prefailure Attribute: 5 Reallocated_Sector_Ct changed from 100 to 99',
      'smartd[611]: Device: /dev/nvme0, Critical Warning (0x04): Reliability',
    ],
    mustNotMatch: [
      'smartd[711]: Device: /dev/sdb [SAT], SMART Usage Attribute: 194 Temperature_Celsius changed from 117 to 116',
    ],
  },
  {
    id: 'longhorn-volume-unready',
    title: { en: 'A replicated volume has no healthy engine', zh: '多副本卷没有健康的引擎' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'is not ready for workloads',
        regex: /volume (?:(?<volume>[\w.-]{1,120}) )?is not ready for workloads/,
        versions: 'Longhorn 1.x',
      },
      { literal: 'DetachedUnexpectedly', regex: /\bDetachedUnexpectedly\b/, versions: 'Longhorn 1.x' },
      {
        literal: ' dead unexpectedly',
        regex: /(?:Engine|engine) of volume (?<volume>[\w.-]{1,120}) (?:is )?dead unexpectedly/,
        versions: 'Longhorn 1.x',
      },
      {
        literal: 'crashed on Instance Manager',
        regex: /Instance (?<volume>[\w.-]{1,120}?)-[er]-[0-9a-f]{8} crashed on Instance Manager/,
        versions: 'Longhorn 1.0-1.4',
      },
      { literal: 'replica scheduling failed', regex: /\breplica scheduling failed\b/, versions: 'Longhorn 1.x' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The software that serves the volume has no working engine or replica for it.',
      zh: '提供该卷的软件没有可用的引擎或副本。',
    },
    usualCauses: {
      en: 'Its instance manager was killed or restarted, a node with replicas is down, disks are full.',
      zh: '其 instance manager 被杀或重启、副本所在节点宕机，或磁盘已满。',
    },
    firstCheck: {
      en: '`kubectl -n longhorn-system get volumes,engines,replicas`',
      zh: '执行 `kubectl -n longhorn-system get volumes,engines,replicas`',
    },
    remedy: {
      en: 'Get the instance managers running; free space; reattach the volume.',
      zh: '恢复 instance manager；释放空间；重新挂接卷。',
    },
    source: [
      'longhorn/longhorn-manager:csi/node_server.go',
      'longhorn/longhorn-manager:controller/volume_controller.go',
    ],
    matches: [
      'AttachVolume.Attach failed for volume "pvc-77" : rpc error: code = Aborted desc = volume pvc-77 is not ready for workloads',
      'Warning  DetachedUnexpectedly  2s  longhorn-volume-controller  Engine of volume pvc-77 dead unexpectedly, reattach the volume',
      'precheck new replica failed: replica scheduling failed',
      'level=warning msg="Instance pvc-77-e-0fe2dac3 crashed on Instance Manager instance-manager-e-a1f4 at node-7, try to get log"',
    ],
    mustNotMatch: ['volume pvc-77 is ready for workloads'],
  },
  {
    id: 'scsi-reset',
    title: { en: 'A SCSI device or controller was reset', zh: 'SCSI 设备或控制器复位' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'device reset occurred',
        regex: /\b(?:sd|scsi) [\d:]{5,15}: Power-on or device reset occurred/,
        versions: 'Linux 4.19-6.1',
      },
      {
        literal: 'attempting task abort',
        regex: /attempting (?:task abort|device reset|host reset|target reset)/i,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'log_info(0x',
        regex: /\b(?<device>mpt[23]?sas_cm\d{1,3}|mpt[23]sas\d{0,3}): log_info\(0x[\da-f]{8}\)/,
        versions: 'mpt3sas',
      },
      {
        literal: 'Adapter is OFFLINE',
        regex:
          /megaraid_sas[^\n]{0,60}(?:Adapter is OFFLINE|IO\/DCMD timeout|resetting (?:fusion )?adapter)|Adapter is OFFLINE/i,
        versions: 'megaraid_sas',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The path to a disk had to be reset; I/O waits meanwhile.',
      zh: '到磁盘的通路被复位，其间 I/O 等待。',
    },
    usualCauses: {
      en: 'A cable, a backplane, a failing disk, firmware of the controller.',
      zh: '线缆、背板、磁盘故障，或控制器固件。',
    },
    firstCheck: { en: 'Other lines about the same disk; `smartctl -a`', zh: '同一磁盘的其他日志；`smartctl -a`' },
    remedy: { en: 'Replace the part; update firmware.', zh: '更换部件；更新固件。' },
    source: ['torvalds/linux:drivers/scsi/sd.c', 'torvalds/linux:drivers/scsi/mpt3sas/mpt3sas_base.c'],
    matches: [
      'kernel: sd 2:0:0:1: Power-on or device reset occurred',
      'kernel: sd 2:0:0:1: attempting task abort!scmd(0xffff8801), outstanding for 30218 ms',
      'kernel: mpt3sas_cm0: log_info(0x31120101): originator(PL), code(0x12), sub_code(0x0101)',
      'kernel: megaraid_sas 0000:3b:00.0: Adapter is OFFLINE from megasas_wait_for_outstanding_fusion',
    ],
    mustNotMatch: ['kernel: sd 2:0:0:1: [sdc] Attached SCSI disk'],
  },
  {
    id: 'block-network-lost',
    title: { en: 'A network block device lost its peer', zh: '网络块设备失去对端' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Receive control failed',
        regex: /\b(?:block )?(?<device>nbd\d{1,4}): Receive control failed/,
        versions: 'Linux 4.9-6.1',
      },
      {
        literal: ': Connection timed out',
        regex: /\bblock (?<device>nbd\d{1,4}): Connection timed out/,
        versions: 'Linux 4.12-6.1',
      },
      {
        literal: 'PingAck did not arrive in time',
        regex: /\bdrbd (?<device>[\w./-]{1,120}): PingAck did not arrive in time/,
        versions: 'DRBD 8 and 9',
      },
      {
        literal: ' NetworkFailure ',
        regex: /\bdrbd (?<device>[\w./ -]{1,120}): [^\n]{0,60}Connected -> NetworkFailure /,
        versions: 'DRBD 8 and 9',
      },
      {
        literal: '[disconnected]',
        regex:
          /\bdrbd (?<device>[\w./ -]{1,120}): conn\( (?:BrokenPipe|Timeout|NetworkFailure|ProtocolError) -> Unconnected \) \[disconnected\]/,
        versions: 'DRBD 9',
      },
      {
        literal: '( UpToDate -',
        regex: /\bdrbd[\w ./-]{1,120}: disk\( UpToDate -> (?:Failed|Diskless|Inconsistent)/,
        versions: 'drbd 8-9',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program or node at the other end of the disk does not answer; I/O fails or goes on with one copy.',
      zh: '磁盘另一端的程序或节点不应答；I/O 失败或仅靠单副本继续。',
    },
    usualCauses: { en: 'A node or pod that ended, a network fault.', zh: '节点或 Pod 终止、网络故障。' },
    firstCheck: { en: 'The other end at that moment.', zh: '查看当时的对端。' },
    remedy: { en: 'Bring the peer back.', zh: '恢复对端。' },
    source: ['torvalds/linux:drivers/block/nbd.c', 'torvalds/linux:drivers/block/drbd/drbd_receiver.c'],
    matches: [
      'kernel: drbd pvc-77 node-b: conn( BrokenPipe -> Unconnected ) [disconnected]',
      'kernel: block nbd0: Receive control failed (result -32)',
      'kernel: block nbd0: Connection timed out',
      'kernel: drbd pvc-77: PingAck did not arrive in time.',
      'kernel: drbd pvc-77 node-b: conn( Connected -> NetworkFailure ) peer( Secondary -> Unknown )',
      'kernel: block drbd0: disk( UpToDate -> Failed )',
    ],
    mustNotMatch: ['kernel: block nbd0: NBD_DISCONNECT', 'Failed to list units: Connection timed out'],
  },
  {
    id: 'nfs-state-lost',
    title: { en: 'An NFS server forgot its client', zh: 'NFS 服务器丢失客户端状态' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'NFS: state manager: ',
        regex: /NFS: state manager: [^\n]{1,60} failed on NFSv4 server (?<address>[\w.:-]{1,253})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Lock reclaim failed',
        regex: /NFS: nfs4_reclaim_(?:open_state|locks): [^\n]{0,60}Lock reclaim failed/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'RPC call returned error',
        regex: /\b(?:nfs|rpc|RPC)[^\n]{0,20}: RPC call returned error (?<code>\d{1,4})/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'After a restart of the server its clients must claim their files again; here that failed and programs get errors.',
      zh: '服务器重启后客户端须重新声明文件；此处失败，程序会得到错误。',
    },
    usualCauses: {
      en: 'A restart or failover of the server, two clients with one name, a cut network.',
      zh: '服务器重启或切换、两个客户端同名、网络中断。',
    },
    firstCheck: { en: '`nfsstat -c`; when the server restarted.', zh: '`nfsstat -c`；服务器何时重启。' },
    remedy: { en: 'Remount; give each client a name of its own.', zh: '重新挂载；为每个客户端设置唯一名称。' },
    source: ['torvalds/linux:fs/nfs/nfs4state.c'],
    matches: [
      'kernel: NFS: state manager: check lease failed on NFSv4 server 10.0.3.9 with error 13',
      'kernel: NFS: nfs4_reclaim_open_state: Lock reclaim failed!',
      'kernel: nfs: RPC call returned error 13',
    ],
    mustNotMatch: ['kernel: nfs: server 10.0.3.9 not responding, still trying'],
  },
];
