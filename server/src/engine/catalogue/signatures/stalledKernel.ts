/** Smaller signs of a kernel that stalls, loses interrupts or finds its own data wrong, and of hardware below it. */
import type { Signature } from '../signature';

export const stalledKernelSignatures: readonly Signature[] = [
  {
    id: 'kernel-rcu-tasks-stall',
    title: { en: 'The kernel waits for tasks that never pause', zh: '内核等待从不停顿的任务' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' grace period number ',
        regex:
          /rcu_tasks\w{0,12} grace period number \d{1,12} \(since boot\)[^\n]{0,80} is (?<jiffies>\d{1,12}) jiffies old/,
        versions: 'Linux 5.8-6.8',
      },
      {
        literal: 'detected stalls on tasks:',
        regex: /rcu_tasks\w{0,12} detected stalls on tasks:/,
        versions: 'Linux 4.0-6.8',
      },
      {
        literal: "kthread timer wakeup didn't happen for ",
        regex: /kthread timer wakeup didn't happen for (?<jiffies>\d{1,12}) jiffies/,
        versions: 'Linux 5.11-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A task neither sleeps nor leaves: whoever removes BPF programs, trampolines or namespaces waits for it.',
      zh: '某任务既不休眠也不退出：卸载 BPF 程序、跳板或命名空间者都在等它。',
    },
    usualCauses: {
      en: 'A task that hangs at its exit, a storage or network that does not answer, a starved virtual machine.',
      zh: '任务退出时卡住、存储或网络无响应、虚拟机资源不足。',
    },
    firstCheck: {
      en: 'The stack that follows; `ps -eo pid,stat,wchan:30,comm | grep D`',
      zh: '其后的堆栈；`ps -eo pid,stat,wchan:30,comm | grep D`',
    },
    remedy: {
      en: 'Cure what the task waits for; reboot the node when it stays.',
      zh: '解决任务所等的问题；若持续则重启节点。',
    },
    source: ['torvalds/linux:kernel/rcu/tasks.h'],
    matches: [
      'kernel: tasks_rcu_exit_srcu_stall: rcu_tasks grace period number 37 (since boot) gp_state: RTGS_POST_SCAN_TASKLIST is 11222989 jiffies old.',
      'kernel: INFO: rcu_tasks detected stalls on tasks:',
      "kernel: rcu: rcu_preempt kthread timer wakeup didn't happen for 21003 jiffies! g1 f0x0 RCU_GP_WAIT_FQS(5)",
    ],
    mustNotMatch: ['kernel: rcu: Hierarchical RCU implementation.'],
  },
  {
    id: 'kernel-interrupt-trouble',
    title: { en: 'Interrupts are lost or take too long', zh: '中断丢失或耗时过长' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' took too long to run: ',
        regex: /INFO: NMI handler \((?<name>\w{3,60})\) took too long to run: (?<took>[\d.]{1,12}) msecs/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'No irq handler for vector',
        regex: /\d{1,4}\.\d{1,4} No irq handler for vector/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'hrtimer: interrupt took',
        regex: /hrtimer: interrupt took (?<took>\d{6,12}) ns/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'page_pool_release_retry() stalled',
        regex: /page_pool_release_retry\(\) stalled pool shutdown/,
        versions: 'Linux 5.4-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "A processor was away for a while, or a device's interrupt went to nobody: the node stutters.",
      zh: '处理器离开了一段时间，或设备中断无人处理：节点卡顿。',
    },
    usualCauses: {
      en: "An overcommitted hypervisor, firmware that works behind the kernel's back, a driver's bug.",
      zh: '虚拟化平台超分、固件在后台占用、驱动缺陷。',
    },
    firstCheck: {
      en: 'Steal time in `vmstat 1`; firmware and driver versions.',
      zh: '`vmstat 1` 中的 steal；固件与驱动版本。',
    },
    remedy: { en: 'Less overcommitment; newer firmware, driver or kernel.', zh: '减少超分；更新固件、驱动或内核。' },
    source: ['torvalds/linux:arch/x86/kernel/nmi.c'],
    matches: [
      'kernel: INFO: NMI handler (perf_event_nmi_handler) took too long to run: 12.345 msecs',
      'kernel: do_IRQ: 3.55 No irq handler for vector',
      'kernel: hrtimer: interrupt took 12345678 ns',
      'kernel: page_pool_release_retry() stalled pool shutdown: id 3, 12 inflight 60 sec',
    ],
    mustNotMatch: [
      'kernel: perf: interrupt took too long (2503 > 2500), lowering kernel.perf_event_max_sample_rate to 79750',
    ],
  },
  {
    id: 'hardware-lost',
    title: { en: 'A device was unplugged or the machine is too hot', zh: '设备被拔出或机器过热' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'critical temperature reached',
        regex: /critical temperature reached ?\(?(?<temperature>\d{2,6})?/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'pciehp: Slot(',
        regex: /pciehp: Slot\((?<slot>[\w-]{1,12})\): (?:Link Down|Card not present)/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: '-error on swap-device (',
        regex: /(?:Read|Write)-error on swap-device \((?<device>[\d:]{3,24})\)/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'unable to enumerate USB device', regex: /unable to enumerate USB device/ },
      { literal: 'not responding...', regex: /BMC (?:is )?not responding\.\.\./ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel lost a piece of hardware or shuts the machine down to save it.',
      zh: '内核失去某个硬件，或为保护机器而关机。',
    },
    usualCauses: { en: 'Cooling, power, a loose card, failing memory.', zh: '散热、供电、插卡松动、内存故障。' },
    firstCheck: { en: "The machine's own event log: `ipmitool sel list`", zh: '机器事件日志：`ipmitool sel list`' },
    remedy: { en: 'Clean or replace what the event log names.', zh: '清理或更换事件日志所指部件。' },
    source: ['torvalds/linux:drivers/thermal/thermal_core.c'],
    matches: [
      'kernel: thermal thermal_zone0: critical temperature reached (105 C), shutting down',
      'kernel: pcieport 0000:3a:00.0: pciehp: Slot(3): Link Down',
      'kernel: Read-error on swap-device (253:0:1234)',
      'kernel: usb usb1-port3: unable to enumerate USB device',
      'kernel: ipmi_si: BMC not responding...',
    ],
    mustNotMatch: ['kernel: pcieport 0000:3a:00.0: pciehp: Slot(3): Card present'],
  },
];
