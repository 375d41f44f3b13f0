/** Hardware beside memory and disks, and what the kernel says about its own work: PCIe, GPUs, stuck workers, boots, harmless tuning. */
import type { Signature } from '../signature';
import { kernelStackTail } from '../tails';

export const hardwareSignatures: readonly Signature[] = [
  {
    id: 'pcie-error',
    title: { en: 'A PCI Express device reported errors', zh: 'PCI Express 设备报告错误' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'PCIe Bus Error: severity=',
        regex:
          /PCIe Bus Error: severity=(?<kind>Correct(?:ed|able)|Uncorrected \([\w-]{3,12}\)|Uncorrectable \([\w-]{3,12}\))/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'AER: Uncorrected',
        regex: /AER: Uncorrected(?:able)? (?:\([\w-]{3,12}\) )?error (?:message )?received/,
        versions: 'Linux 5.0-6.1',
      },
      {
        literal: 'Link Down event',
        regex: /pcieport [\da-f:.]{5,16}[^\n]{0,40}Link Down(?: event)?/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'device inaccessible',
        regex: /\bpci(?:eport)? [\da-f:.]{5,16}: [^\n]{0,60}device inaccessible/,
        versions: 'Linux 5.10-6.1',
      },
      { literal: 'AER: device recovery failed', regex: /AER: device recovery failed/, versions: 'Linux 5.0-6.1' },
      { literal: 'AER: Multiple Uncorrected', regex: /AER: Multiple Uncorrected(?:able)? /, versions: 'Linux 5.0-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Corrected errors only cost time; uncorrected ones take a card or disk away.',
      zh: '已纠正的错误只是变慢；未纠正的错误会让网卡或磁盘消失。',
    },
    usualCauses: {
      en: 'A badly seated card, a riser or cable, firmware, power saving of the link.',
      zh: '板卡接触不良、转接卡或线缆、固件、链路节能。',
    },
    firstCheck: { en: '`lspci -vv -s DEVICE`: which device it is.', zh: '`lspci -vv -s 设备`：确认是哪个设备。' },
    remedy: {
      en: 'Reseat or replace; update firmware; `pcie_aspm=off` for floods of corrected errors.',
      zh: '重新插拔或更换；更新固件；大量已纠正错误可设 `pcie_aspm=off`。',
    },
    source: ['torvalds/linux:drivers/pci/pcie/aer.c'],
    matches: [
      'kernel: pcieport 0000:00:03.0: AER: Multiple Uncorrected (Fatal) error received: 0000:00:03.0',
      'kernel: pcieport 0000:00:03.0: AER: device recovery failed',
      'kernel: nvme 0000:3b:00.0: PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID)',
      'kernel: pcieport 0000:3a:00.0: AER: Uncorrected (Fatal) error received: 0000:3b:00.0',
      'kernel: pcieport 0000:3a:00.0: Slot(4): Link Down event',
      'kernel: pci 0000:3b:00.0: Unable to change power state from D3cold to D0, device inaccessible',
    ],
    mustNotMatch: ['kernel: pcieport 0000:3a:00.0: AER: enabled with IRQ 26'],
  },
  {
    id: 'gpu-fault',
    title: { en: 'A GPU reported a fault', zh: 'GPU 报告故障' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'NVRM: Xid (',
        regex: /NVRM: Xid \((?:PCI:)?(?<device>[\da-f:.]{4,16})\): (?<code>\d{1,4})\b/,
        versions: 'NVIDIA driver',
      },
      { literal: 'GPU has fallen off the bus', regex: /GPU has fallen off the bus/, versions: 'NVIDIA driver' },
      { literal: 'RmInitAdapter failed', regex: /RmInitAdapter failed/, versions: 'NVIDIA driver' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The driver names the fault by number: 13 and 31 are faults of the program, 48 and 63 memory, 79 a GPU that has vanished.',
      zh: '驱动以编号说明故障：13、31 为程序错误，48、63 为显存，79 为 GPU 消失。',
    },
    usualCauses: {
      en: 'A fault of the program, failing memory, power or heat.',
      zh: '程序错误、显存故障、供电或过热。',
    },
    firstCheck: {
      en: '`nvidia-smi -q | grep -A8 -i "ecc\\|retired\\|remapped"`',
      zh: '执行 `nvidia-smi -q | grep -A8 -i "ecc\\|retired\\|remapped"`',
    },
    remedy: {
      en: 'Drain the node; reset the GPU or reboot; replace it when it recurs.',
      zh: '排空节点；复位 GPU 或重启；反复出现则更换。',
    },
    source: ['https://docs.nvidia.com/deploy/xid-errors/index.html'],
    matches: [
      'kernel: NVRM: Xid (PCI:0000:3b:00): 79, pid=2110, GPU has fallen off the bus.',
      'kernel: NVRM: GPU 0000:3b:00.0: GPU has fallen off the bus.',
      'kernel: NVRM: GPU 0000:3b:00.0: RmInitAdapter failed! (0x26:0x56:1474)',
    ],
    mustNotMatch: ['kernel: NVRM: loading NVIDIA UNIX x86_64 Kernel Module  470.57.02'],
  },
  {
    id: 'kernel-workqueue-lockup',
    title: { en: 'Kernel workers make no progress', zh: '内核工作线程没有进展' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'workqueue lockup - pool',
        regex: /BUG: workqueue lockup - pool (?<pool>[^\n]{1,80}?) stuck for (?<stuck>\d{1,7})s!/,
        versions: 'Linux 4.5-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'stuck', unit: 's' },
    meaning: {
      en: 'Work that the kernel put off (flushing, tear-downs) has waited this long.',
      zh: '内核延后处理的工作（刷盘、清理）已等待这么久。',
    },
    usualCauses: {
      en: 'A processor that is stuck or starved, memory reclaim, a driver.',
      zh: '处理器卡住或被饿死、内存回收、驱动。',
    },
    firstCheck: { en: 'The list of busy workers behind it.', zh: '查看其后列出的繁忙 worker。' },
    remedy: { en: 'Cure the processor or memory trouble that it names.', zh: '处理其指出的 CPU 或内存问题。' },
    source: ['torvalds/linux:kernel/workqueue.c'],
    matches: ['kernel: BUG: workqueue lockup - pool cpus=3 node=0 flags=0x0 nice=0 stuck for 57s!'],
    mustNotMatch: ['kernel: watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [dockerd:2110]'],
  },
  {
    id: 'kernel-memory-corruption',
    title: { en: 'The kernel found its memory corrupted', zh: '内核发现内存数据损坏' },
    category: 'kernel',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'BUG: Bad page state in',
        regex: /BUG: Bad page state in process (?<process>\S{1,32})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'BUG: Bad page map in',
        regex: /BUG: Bad page map in process (?<process>\S{1,32})/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'BUG: Bad rss-counter state', regex: /BUG: Bad rss-counter state/, versions: 'Linux 3.10-6.1' },
      { literal: ' corruption. ', regex: /\b(?:list_add|list_del) corruption\b/, versions: 'Linux 3.10-6.1' },
      { literal: 'use-after-free', regex: /refcount_t: [^\n]{3,40}use-after-free/, versions: 'Linux 4.11-6.1' },
      {
        literal: 'scheduling while atomic',
        regex: /BUG: scheduling while atomic: (?<process>[^\n/]{1,32})/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Data of the kernel is not what it must be: a fault of the kernel or of memory; anything may follow.',
      zh: '内核数据不正确：内核缺陷或内存故障，后果不可预料。',
    },
    usualCauses: { en: 'A kernel or driver bug, bad memory.', zh: '内核或驱动缺陷、内存损坏。' },
    firstCheck: { en: 'The trace behind it; memory errors before it.', zh: '看其后的堆栈以及之前的内存错误。' },
    remedy: { en: 'Reboot; update the kernel; test the memory.', zh: '重启；升级内核；检测内存。' },
    source: ['torvalds/linux:mm/page_alloc.c', 'torvalds/linux:lib/list_debug.c'],
    matches: [
      'kernel: BUG: Bad page state in process dockerd  pfn:1a2b3c',
      'kernel: BUG: Bad page map in process java  pte:8000000 pmd:1a2b3c',
      'kernel: BUG: Bad rss-counter state mm:ffff8801 idx:1 val:3',
      'kernel: list_del corruption. prev->next should be ffff8801, but was ffff8802',
      'kernel: refcount_t: underflow; use-after-free.',
      'kernel: BUG: scheduling while atomic: swapper/3/0/0x00000100',
    ],
    mustNotMatch: [
      'kernel: EXT4-fs error (device sdb1): ext4_find_entry: reading directory lblock 0',
      'checksum corruption. retry',
    ],
  },
  {
    id: 'kernel-warning',
    title: { en: 'The kernel met something it did not expect', zh: '内核遇到非预期状况' },
    category: 'kernel',
    severity: 'info',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'WARNING: CPU: ',
        regex:
          /WARNING: CPU: (?<cpu>\d{1,4}) PID: (?<pid>\d{1,8}) at (?<path>[\w./-]{3,120}:\d{1,6}) (?<symbol>[\w.]{1,80})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'WARNING: at ',
        regex: /WARNING: at (?<path>[\w./-]{3,120}:\d{1,6}) (?<symbol>[\w.]{1,80})/,
        versions: 'Linux 2.6-3.10',
      },
    ],
    time: { kind: 'instant' },
    tail: kernelStackTail,
    meaning: {
      en: 'A check in the kernel failed; it went on. The place in the source tells the subsystem.',
      zh: '内核中的某项检查未通过，但继续运行。源码位置说明子系统。',
    },
    usualCauses: { en: 'A bug; for dev_watchdog a hung network card.', zh: '缺陷；若为 dev_watchdog 则是网卡卡住。' },
    firstCheck: { en: 'The line before it and the trace behind it.', zh: '看其前一行与其后的堆栈。' },
    remedy: { en: 'Update the kernel when it recurs.', zh: '反复出现则升级内核。' },
    source: ['torvalds/linux:kernel/panic.c'],
    matches: [
      'kernel: WARNING: CPU: 3 PID: 0 at net/sched/sch_generic.c:477 dev_watchdog+0x221/0x230',
      'kernel: WARNING: at net/sched/sch_generic.c:300 dev_watchdog+0x276/0x280()',
    ],
    mustNotMatch: ['WARNING: bridge-nf-call-iptables is disabled'],
  },
  {
    id: 'kernel-boot',
    title: { en: 'The machine started', zh: '机器启动' },
    category: 'other',
    severity: 'info',
    role: 'context',
    marksStart: true,
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Linux version ',
        regex: /\bLinux version (?<version>\d[\w.+~-]{2,80}) \(/,
        versions: 'Linux 2.6-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The first line of a boot: what ran before it ended here, in order or not.',
      zh: '一次启动的首行：此前运行的一切到此为止，无论是否正常结束。',
    },
    usualCauses: { en: 'A planned restart, a panic, lost power, a watchdog.', zh: '计划重启、panic、断电、看门狗。' },
    firstCheck: {
      en: 'The last lines before it: an orderly shutdown or a sudden end?',
      zh: '看其前最后几行：是有序关机还是突然中断？',
    },
    remedy: { en: 'None by itself.', zh: '本身无需处理。' },
    source: ['torvalds/linux:init/version.c'],
    matches: ['kernel: [    0.000000] Linux version 5.10.0-8-amd64 (build@example) (gcc 10.2.1) #1 SMP'],
    mustNotMatch: ['Kernel Version: 5.10.0-8-amd64', 'Linux version mismatch'],
  },
  {
    id: 'kernel-tuning',
    title: { en: 'The kernel adjusts its own sampling', zh: '内核自行调整采样' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'interrupt took too long (',
        regex: /perf:? interrupt took too long \(\d{1,12} > \d{1,12}\), lowering/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'hrtimer: interrupt took', regex: /hrtimer: interrupt took \d{1,12} ns/, versions: 'Linux 2.6-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Profiling took longer than its share, so the kernel lowers its rate. Nothing is lost.',
      zh: '性能采样超出份额，内核降低其频率。没有任何损失。',
    },
    usualCauses: {
      en: 'Load, or a virtual machine that was not scheduled for a moment.',
      zh: '负载较高，或虚拟机短暂未被调度。',
    },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['torvalds/linux:kernel/events/core.c', 'torvalds/linux:kernel/time/hrtimer.c'],
    matches: [
      'kernel: perf: interrupt took too long (2503 > 2500), lowering kernel.perf_event_max_sample_rate to 79000',
      'kernel: hrtimer: interrupt took 3423423 ns',
    ],
    mustNotMatch: ['etcd: apply request took too long'],
  },
  {
    id: 'kernel-nmi-unknown',
    title: { en: 'The machine signalled a fault of unknown cause', zh: '机器报告未知原因的故障' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'NMI received for unknown reason',
        regex: /NMI received for unknown reason (?<reason>[\da-f]{1,4})/,
        versions: 'Linux 2.6-6.1',
      },
      { literal: 'NMI: PCI system error', regex: /NMI: PCI system error/, versions: 'Linux 2.6-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Hardware or hypervisor raised an interrupt that says: something is wrong.',
      zh: '硬件或虚拟化层发出了表示异常的中断。',
    },
    usualCauses: {
      en: 'Memory or bus errors, a watchdog, an operator who asked for a dump.',
      zh: '内存或总线错误、看门狗，或操作员请求转储。',
    },
    firstCheck: {
      en: 'The event log of the machine (`ipmitool sel list`).',
      zh: '查看机器事件日志（`ipmitool sel list`）。',
    },
    remedy: { en: 'By the event log.', zh: '按事件日志处理。' },
    source: ['torvalds/linux:arch/x86/kernel/nmi.c'],
    matches: [
      'kernel: Uhhuh. NMI received for unknown reason 3d on CPU 0.',
      'kernel: NMI: PCI system error (SERR) for reason a1 on CPU 0.',
    ],
    mustNotMatch: ['kernel: NMI watchdog: enabled on all CPUs'],
  },
];
