/** What a virtual machine notices of its host: memory taken away, time in which it did not run, snapshots that stop its file systems. */
import type { Signature } from '../signature';

export const virtualMachinesSignatures: readonly Signature[] = [
  {
    id: 'vm-memory-taken',
    title: { en: "The host took this machine's memory", zh: '宿主机收走了虚拟机内存' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: "Out of puff! Can't get",
        regex: /virtio_balloon [\w.:-]{1,40}: Out of puff! Can't get (?<pages>\d{1,12}) pages/,
        versions: 'Linux 3.10-6.12',
      },
      {
        literal: 'Balloon floor reached',
        regex: /hv_balloon: Balloon request will be partially fulfilled\. Balloon floor reached/,
        versions: 'Linux 3.10-6.12',
      },
      {
        literal: 'hv_balloon: Memory hot add',
        regex: /hv_balloon: Memory hot add failed/,
        versions: 'Linux 3.10-6.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The host asks for memory back (a balloon inside the machine swells) and there is hardly any left to give.',
      zh: '宿主机要求归还内存（虚拟机内的 balloon 膨胀），而可归还的内存已所剩无几。',
    },
    usualCauses: {
      en: 'A host that promised more memory than it has; dynamic memory for a node that needs all of it.',
      zh: '宿主机内存超分，或给需要全部内存的节点启用了动态内存。',
    },
    firstCheck: {
      en: "`free -m` beside the machine's configured size; the host's memory",
      zh: '对比 `free -m` 与虚拟机配置的内存；查看宿主机内存',
    },
    remedy: {
      en: "Reserve the node's whole memory on the host; turn dynamic memory off.",
      zh: '在宿主机上为节点预留全部内存；关闭动态内存。',
    },
    source: ['torvalds/linux:drivers/virtio/virtio_balloon.c', 'torvalds/linux:drivers/hv/hv_balloon.c'],
    matches: [
      "kernel: virtio_balloon virtio3: Out of puff! Can't get 256 pages",
      'kernel: hv_balloon: Balloon request will be partially fulfilled. Balloon floor reached.',
      'kernel: hv_balloon: Memory hot add failed',
    ],
    mustNotMatch: ['kernel: hv_balloon: Max. dynamic memory size: 65536 MB'],
  },
  {
    id: 'vm-stood-still',
    title: { en: 'The virtual machine did not run for a while', zh: '虚拟机停顿了一段时间' },
    category: 'other',
    severity: 'warning',
    role: 'context',
    emitters: ['any'],
    wordings: [
      {
        literal: 'collection interval longer',
        regex:
          /GuestInfo collection interval longer than expected; actual=(?<actual>\d{1,6}) sec, expected=\d{1,6} sec/,
        versions: 'open-vm-tools 9-12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An agent that wakes at fixed times woke late: the machine was paused, moved to another host, or starved of processor time.',
      zh: '定时唤醒的代理晚醒：虚拟机曾被暂停、迁移到其他宿主机，或得不到 CPU。',
    },
    usualCauses: {
      en: 'A live migration, a snapshot with memory, a host without free processors.',
      zh: '热迁移、带内存的快照，或宿主机 CPU 不足。',
    },
    firstCheck: { en: "The host's events at that moment; `%st` in `top`", zh: '宿主机当时的事件；`top` 中的 `%st`' },
    remedy: {
      en: 'Keep snapshots and migrations away from nodes; reserve processors.',
      zh: '避免对节点做快照与迁移；预留 CPU。',
    },
    source: ['vmware/open-vm-tools:open-vm-tools/services/plugins/guestInfo/guestInfoServer.c'],
    matches: [
      'vmtoolsd[981]: [ warning] [guestinfo] *** WARNING: GuestInfo collection interval longer than expected; actual=61 sec, expected=30 sec. ***',
    ],
    mustNotMatch: ['vmtoolsd[981]: [ message] [guestinfo] New guestinfo poll interval 30'],
  },
  {
    id: 'vm-snapshot-failed',
    title: { en: "A snapshot's freeze of the file systems failed", zh: '快照冻结文件系统失败' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Error freezing filesystems',
        regex: /\[vmbackup\] Error freezing filesystems/,
        versions: 'open-vm-tools 9-12',
      },
      {
        literal: 'Error thawing filesystems',
        regex: /\[vmbackup\] Error thawing filesystems/,
        versions: 'open-vm-tools 9-12',
      },
      {
        literal: 'Aborting backup operation',
        regex: /\[vmbackup\] Aborting backup operation/,
        versions: 'open-vm-tools 9-12',
      },
      {
        literal: 'failed to freeze filesystems',
        regex: /\bguest-fsfreeze-freeze[^\n]{0,40}failed|failed to freeze filesystems?/,
        versions: 'qemu-ga 2-9',
      },
      {
        literal: 'failed to freeze filesystem',
        regex: /\bguest-fsfreeze-freeze[^\n]{0,40}failed|failed to freeze filesystems?/,
        versions: 'qemu-ga 2-9',
      },
      {
        literal: 'guest-fsfreeze-freeze',
        regex: /\bguest-fsfreeze-freeze[^\n]{0,40}failed|failed to freeze filesystems?/,
        versions: 'qemu-ga 2-9',
      },
    ],
    time: { kind: 'instant' },
    impact: 1,
    meaning: {
      en: 'For a backup the host asks the machine to hold all writes for a moment, and that did not work.',
      zh: '备份时宿主机要求虚拟机短暂停写，但未成功。',
    },
    usualCauses: {
      en: 'A file system that is busy or frozen already, a hook that hangs, overlay or network mounts that cannot be frozen.',
      zh: '文件系统繁忙或已冻结、脚本卡住，或存在无法冻结的 overlay、网络挂载。',
    },
    firstCheck: { en: "The agent's log; the backup's log on the host", zh: '查看代理日志与宿主机的备份日志' },
    remedy: { en: 'Leave nodes out of quiesced backups.', zh: '不要对节点做静默备份。' },
    source: ['vmware/open-vm-tools:open-vm-tools/services/plugins/vmbackup/stateMachine.c'],
    matches: [
      'vmtoolsd[981]: [ warning] [vmbackup] Error freezing filesystems.',
      'vmtoolsd[981]: [ warning] [vmbackup] Error thawing filesystems.',
      'vmtoolsd[981]: [ warning] [vmbackup] Aborting backup operation.',
      'qemu-ga[1138]: warning: failed to freeze filesystems: Operation not permitted',
    ],
    mustNotMatch: [
      'vmtoolsd[981]: [ message] [vmbackup] Snapshot operation started',
      'qemu-ga[1138]: info: guest-fsfreeze called',
    ],
  },
];
