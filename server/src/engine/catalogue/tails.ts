/** What follows the first line of a report of several: stacks of the kernel, the table of the OOM killer, stacks of Go programs. */
import type { SignatureTail } from './signature';

/** Names that stand at the top of every stack and say nothing about it. */
const kernelFrame =
  /^\s*(?:\[<[0-9a-f]{8,16}>\] )?(?!__schedule\b|schedule\b|schedule_timeout\b|schedule_preempt|dump_stack|show_stack|show_trace|dump_backtrace|__switch_to\b)(?<frame>[A-Za-z_][\w.]{1,80})\+0x[0-9a-f]{1,8}\/0x[0-9a-f]{1,8}/;

/** Lines of every report of the kernel that shows a stack. */
const kernelStack: readonly RegExp[] = [
  kernelFrame,
  /^\s*(?:\[<[0-9a-f]{8,16}>\] )?(?:\? )?(?:\(?null\)?|[A-Za-z_][\w.]{1,80}\+0x[0-9a-f]{1,8}\/0x[0-9a-f]{1,8})/,
  /^\s*\[<[0-9a-f]{8,16}>\] /,
  /^\s*Call [Tt]race:/,
  /^\s*<\/?(?:TASK|IRQ|NMI|EOE|EOI|SOFTIRQ|#\w{2})>/,
  /^\s*(?:[0-9a-f]{16} ){2,}/,
  /^\s*(?:[0-9a-f]{8} ){4,}/,
  /^\s*(?:CPU: \d{1,4} )?PID: (?<pid>\d{1,8}) Comm: (?<process>[^\n]{1,32}?) (?:Not tainted|Tainted: )/,
  /^\s*CPU: \d{1,4} (?:UID: \d{1,10} )?PID: (?<pid>\d{1,8}) Comm: (?<process>[^\n]{1,32}?) (?:Not tainted|Tainted: )/,
  /^\s*(?:Not tainted|Tainted: )/,
  /^\s*Hardware name: /,
  /^\s*Workqueue: /,
  /^\s*Modules linked in:/,
  /^\s*task: [0-9a-f]{8,16} /,
  /^\s*task:\S{1,40} +state:[A-Z] /,
  /^\s*\S{1,40} +[DRSTtXZIP] +[0-9a-f]{8,16} +\d/,
  /^\s*(?:RIP|EIP|NIP|pc|IP)\s?:\s*(?:[0-9a-f]{4}:)?(?:\[<[0-9a-f]{8,16}>\] )?\s*(?<frame>[A-Za-z_][\w.]{1,80})\+0x/,
  /^\s*(?:RIP|EIP|NIP|pc|IP|lr|sp|pstate|RSP|ESP|EFLAGS)\s?:/,
  /^\s*(?:RAX|RDX|RBP|R\d\d|FS|CS|CR\d|DR\d|GPR\d\d|x\d{1,2}|PKRU|EAX|ESI|DS)\s?: /,
  /^\s*(?:Code|Stack|Kernel Offset|Sending NMI|NMI backtrace|Task dump for|Backtrace for)\b/,
  /^-{2,}\[ (?:cut here|end trace|end Kernel)/,
];

/** A task that waits: the stack says for what. */
export const hungTaskTail: SignatureTail = {
  parts: [...kernelStack, /^"echo 0 > \/proc\/sys\/kernel\/hung_task_timeout_secs"/],
};

/** A processor that makes no progress, or a fault: registers and the stack say where. */
export const kernelStackTail: SignatureTail = {
  parts: [
    ...kernelStack,
    /^\s*(?:PGD|P4D|PUD|PMD|PTE) [0-9a-f]/,
    /^\s*(?:Oops|Internal error|invalid opcode|general protection fault|#PF|Exception class|Mem abort info|Data abort info)\b/,
    /^\s*(?:ESR|SET|EA|ISV|CM|FSC) = /,
    /^\s*Process (?<process>[^\n]{1,32}?) \(pid: (?<pid>\d{1,8})/,
    /^\s*irq event stamp: |^\s*(?:hard|soft)irqs last /,
  ],
  end: /^-{2,}\[ end trace/,
};

/** Processors that have not passed a quiet state: which, and what they do. */
export const rcuStallTail: SignatureTail = {
  parts: [
    ...kernelStack,
    /^(?:rcu: )?\s*\d{1,4}-[.!O?]{3,4}:/,
    /^(?:rcu: )?\s*\((?:t=\d|detected by \d)/,
    /^(?:rcu: )?\s*(?:blocking rcu_node structures|Tasks blocked on level|hardirqs\s+softirqs|number:|cputime:)/,
    /^rcu: RCU grace-period kthread stack dump:/,
  ],
};

/** The OOM killer's reasoning, up to its victim. */
export const oomTail: SignatureTail = {
  parts: [
    ...kernelStack.slice(1),
    /^\s*\S[^\n]{0,31} cpuset=/,
    /^\s*Task in (?<cgroup>\S{1,300}) killed as a result of limit of /,
    /^\s*(?:memory|memory\+swap|kmem|swap): usage \d/,
    /^\s*Memory cgroup stats for (?<cgroup>[^\n:]{1,300}):/,
    /^\s*[a-z][a-z_]{2,40} \d{1,20}$/,
    /^\s*\[ +pid +\] +uid +tgid/,
    /^\s*\[ *\d{1,8}\] +\d{1,10} +\d{1,8} +\d/,
    /^\s*Tasks state \(memory values in pages\)/,
    /^\s*Tasks in \S{1,300} are going to be killed/,
    /^\s*Mem-Info:/,
    /^\s*(?:active_anon|active_file|unevictable|slab_reclaimable|mapped|free|kernel_misc_reclaimable|sec_pagetables):\d/,
    /^\s*Node \d{1,3} /,
    /^\s*lowmem_reserve\[\]:/,
    /^\s*(?:DMA|DMA32|Normal|HighMem|Movable): /,
    /^\s*(?:CPU|hi|Free swap|Total swap|Swap cache stats)\b[^\n]{0,12}[:=]/,
    /^\s*\d{1,12} (?:total pagecache pages|pages (?:in swap cache|RAM|HighMem\/MovableOnly|reserved|cma reserved|hwpoisoned|in swapcache|slab|shared|non-shared))/,
    /^\s*Unreclaimable slab info:|^\s*Name +Used +Total$|^\s*\S{1,40} +\d{1,10}KB +\d{1,10}KB$/,
  ],
  // What follows the kill is the cleaning up.
  until: /^\s*oom_reaper: /,
  toldBy: ['kernel-oom-kill-memcg', 'kernel-oom-kill-global', 'kernel-oom-killed'],
};

/** An allocation that failed: who asked, and how little there is. */
export const allocationTail: SignatureTail = { parts: [kernelFrame, ...oomTail.parts] };

/** `main.(*agent).run(0xc000118000)`, and the place in the source below it. */
const goStack: readonly RegExp[] = [
  /^(?!runtime\.|sync\.|goroutine |panic\()(?<frame>[\w.*\-/%()]{1,160}[\w)])\([^\n]{0,300}\)$/,
  /^[\w.*\-/%()]{1,160}\([^\n]{0,300}\)$/,
  /^\s+\S{1,300}\.(?:go|s):\d{1,6}(?: \+0x[0-9a-f]{1,8})?/,
  /^created by \S/,
  /^\.\.\.additional frames elided/,
];

/** The stack of one goroutine. */
export const goroutineTail: SignatureTail = { parts: goStack, until: /^goroutine \d/ };

/** All that a Go program prints when it dies. */
export const goCrashTail: SignatureTail = {
  parts: [
    ...goStack,
    /^goroutine \d{1,12} /,
    /^\[signal |^\s+panic: |^PC=0x|^\[(?:originating|recovered)/,
    /^r(?:[a-d]x|[sd]i|[bs]p|\d{1,2}|ip|flags) +0x/,
    /^[cfg]s +0x/,
  ],
  end: /^exit status \d/,
  toldBy: ['component-panic', 'go-panic', 'go-fatal-signal'],
};
