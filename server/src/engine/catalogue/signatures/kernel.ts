/** What the kernel says about itself and its hardware: stuck tasks and processors, faults, machine checks, and the stuck threads of Go daemons (one table, so over 400 lines). */
import type { Signature } from '../signature';
import { goroutineTail, hungTaskTail, kernelStackTail, rcuStallTail } from '../tails';

export const kernelSignatures: readonly Signature[] = [
  {
    id: 'kernel-hung-task',
    title: { en: 'A task has been stuck in the kernel for minutes', zh: '进程卡在内核中（D 状态）超时' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: ' blocked for more than ',
        regex:
          /\btask (?!jbd2\/|kjournald|xfs|btrfs|flush-|kdmflush|dmcrypt_|dm[-_]|md\d|ext4|scsi_eh|txg_sync|drbd|loop\d|kcopyd|bcache|nfsd|nfsv4|jfs|bdi-)(?<process>[^\n]{1,40}?):(?<pid>\d{1,8}) blocked for more than (?<blocked>\d{1,7}) seconds/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' blocked in I/O wait for more than ',
        regex:
          /\btask (?<process>[^\n]{1,40}?):(?<pid>\d{1,8}) blocked in I\/O wait for more than (?<blocked>\d{1,7}) seconds/,
        versions: 'recent Linux',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'blocked', unit: 's' },
    tail: hungTaskTail,
    meaning: {
      en: 'The task has slept uninterruptibly (state D) that long; not even SIGKILL ends it. Only 10 reports per boot by default.',
      zh: '该进程处于不可中断睡眠（D 状态）这么久，SIGKILL 也无效。默认每次开机只报 10 次。',
    },
    usualCauses: {
      en: 'A disk or NFS server that does not answer, or a kernel lock held by another stuck task.',
      zh: '磁盘或 NFS 服务器无响应，或内核锁被另一个卡住的进程占着。',
    },
    firstCheck: {
      en: 'First frame below `schedule` in the call trace; `ps -eo pid,stat,wchan:30,cmd | grep " D"`',
      zh: '调用栈中 schedule 之下的第一帧；`ps -eo pid,stat,wchan:30,cmd | grep " D"`',
    },
    remedy: {
      en: 'Cure the device or server; a task stuck on a kernel lock usually needs a reboot.',
      zh: '修复设备或存储服务器；卡在内核锁上通常只能重启节点。',
    },
    source: ['torvalds/linux:kernel/hung_task.c'],
    matches: [
      'INFO: task dockerd:2110 blocked for more than 120 seconds.',
      'May 13 10:27:47 node-17 kernel: [261443.341940] INFO: task kworker/u113:10:666 blocked for more than 245 seconds.',
      'Warning  TaskHung  2m  kernel-monitor, node-17  INFO: task java:47487 blocked for more than 120 seconds.',
      '[261443.341940] INFO: task java:47487 blocked in I/O wait for more than 122 seconds.',
    ],
    mustNotMatch: [
      '[261443.523796] INFO: task jbd2/sdb-8:45757 blocked for more than 120 seconds.',
      'queue blocked for more than 3 seconds',
      '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
    ],
  },
  {
    id: 'kernel-hung-task-storage',
    title: { en: 'A storage thread of the kernel is stuck', zh: '内核存储线程卡住' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'task jbd2/',
        regex:
          /\btask jbd2\/(?<device>[\w!.-]{1,40}?)-\d{1,6}:(?<pid>\d{1,8}) blocked (?:in I\/O wait )?for more than (?<blocked>\d{1,7}) seconds/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' blocked for more than ',
        regex:
          /\btask (?<process>(?:kjournald|xfs|btrfs|flush-|kdmflush|dmcrypt_|dm[-_]|md\d|ext4|scsi_eh|txg_sync|drbd|loop\d|kcopyd|bcache|nfsd|nfsv4|jfs|bdi-)[^\n]{0,40}?):(?<pid>\d{1,8}) blocked for more than (?<blocked>\d{1,7}) seconds/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'blocked', unit: 's' },
    tail: hungTaskTail,
    meaning: {
      en: 'The thread that writes a file system or device back has made no progress that long: storage does not answer.',
      zh: '负责写回文件系统或设备的内核线程长时间没有进展：存储没有响应。',
    },
    usualCauses: {
      en: 'A failing or throttled disk, a lost path to a SAN, iSCSI or cloud volume.',
      zh: '磁盘故障或被限速，SAN/iSCSI/云盘路径丢失。',
    },
    firstCheck: {
      en: '`iostat -x 1`, `dmesg` for I/O errors of that device',
      zh: '`iostat -x 1`，`dmesg` 中该设备的 I/O 错误',
    },
    remedy: {
      en: 'Restore or replace the device; raise the limit of the cloud disk.',
      zh: '恢复或更换设备，提升云盘性能上限。',
    },
    source: ['torvalds/linux:kernel/hung_task.c', 'torvalds/linux:fs/jbd2/journal.c'],
    matches: [
      '2021-06-30 16:42:08.186 err kernel: [261443.523796] INFO: task jbd2/vdb1-8:4575 blocked for more than 120 seconds.',
      '[261443.523796] INFO: task xfsaild/dm-3:811 blocked for more than 122 seconds.',
      'INFO: task flush-253:0:1022 blocked for more than 120 seconds.',
    ],
    mustNotMatch: [
      'INFO: task java:47487 blocked for more than 120 seconds.',
      'INFO: task kworker/u113:10:666 blocked for more than 120 seconds.',
    ],
  },
  {
    id: 'kernel-hung-task-blocker',
    title: { en: 'The kernel names who holds the lock', zh: '内核指出了锁的持有者' },
    category: 'kernel',
    severity: 'info',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' likely owned by task ',
        regex:
          /\btask (?<process>[^\n]{1,40}?):(?<pid>\d{1,8}) (?:is blocked|(?:reader |writer )?blocked) on an? (?<kind>mutex|rw-semaphore) likely owned by task (?<owner>[^\n]{1,60})/,
      },
      {
        literal: 'last held by task ',
        regex:
          /\btask (?<process>[^\n]{1,40}?):(?<pid>\d{1,8}) (?:is )?blocked on a (?<kind>semaphore) likely last held by task (?<owner>[^\n]{1,60})/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The stuck task waits for a kernel lock; the task named last holds it.',
      zh: '卡住的任务在等内核锁，末尾写的任务是持有者。',
    },
    usualCauses: { en: 'The owner is itself stuck, usually on storage.', zh: '持有者自己也卡住了，多半在等存储。' },
    firstCheck: { en: "The owner's own stack: `cat /proc/PID/stack`", zh: '查看持有者的栈：`cat /proc/PID/stack`' },
    remedy: { en: 'Follow the owner.', zh: '顺着持有者查下去。' },
    source: ['torvalds/linux:kernel/hung_task.c'],
    matches: [
      '[ 1241.118001] INFO: task runc:4411 is blocked on a mutex likely owned by task runc:4102.',
      '[ 1241.118001] INFO: task umount:4411 blocked on a semaphore likely last held by task kworker/1:2:88',
      '[ 1241.118001] INFO: task ip:4411 writer blocked on an rw-semaphore likely owned by task ip:4102 reader',
    ],
    mustNotMatch: ['INFO: task runc:4411 blocked for more than 120 seconds.'],
  },
  {
    id: 'kernel-soft-lockup',
    title: { en: 'A processor was stuck in the kernel', zh: 'CPU 软锁死（soft lockup）' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'soft lockup',
        regex:
          /soft lockup\.? - CPU#(?<cpu>\d{1,4}) stuck for (?<stuck>\d{1,7})s(?:! \[(?<process>[^\]\n]{1,60}?):(?<pid>\d{1,8})\])?/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'stuck', unit: 's' },
    tail: kernelStackTail,
    meaning: {
      en: 'This processor did not schedule anything else for that long; daemons pinned there stood still.',
      zh: '该 CPU 这么久没有调度过其他任务，上面的进程全部停顿。',
    },
    usualCauses: {
      en: 'In a virtual machine the host paused or stole the CPU; else a long loop in a driver, conntrack or cgroup code.',
      zh: '虚拟机上多为宿主机暂停或抢占 CPU；否则是驱动、conntrack 或 cgroup 代码的长循环。',
    },
    firstCheck: { en: '`sar -u` for %steal; the RIP line of the dump', zh: '`sar -u` 看 %steal；转储中的 RIP 行' },
    remedy: {
      en: 'Relieve the host or move the machine; otherwise update kernel or driver.',
      zh: '缓解宿主机超卖或迁移虚拟机；否则升级内核或驱动。',
    },
    source: ['torvalds/linux:kernel/watchdog.c'],
    matches: [
      'May 13 10:27:47 node-17 kernel: NMI watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [kube-proxy:4100]',
      '[ 8110.220011] watchdog: BUG: soft lockup - CPU#12 stuck for 48s! [kworker/12:1:88]',
    ],
    mustNotMatch: [
      'Kernel panic - not syncing: softlockup: hung tasks',
      'NMI watchdog: Enabled. Permanently consumes one hw-PMU counter.',
    ],
  },
  {
    id: 'kernel-hard-lockup',
    title: { en: 'A processor ran with interrupts off too long', zh: 'CPU 硬锁死（hard lockup）' },
    category: 'kernel',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      { literal: 'hard LOCKUP', regex: /detected hard LOCKUP on cpu (?<cpu>\d{1,4})/, versions: 'Linux 3.10-6.1' },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 10_000 },
    tail: kernelStackTail,
    meaning: {
      en: 'The processor took no interrupt for about 10 seconds; the machine may stop.',
      zh: '该 CPU 约 10 秒没有响应中断，机器可能随时停摆。',
    },
    usualCauses: { en: 'Hardware, firmware, hypervisor, or a driver bug.', zh: '硬件、固件、虚拟化层或驱动缺陷。' },
    firstCheck: { en: 'Machine check lines and the BMC event log', zh: '机器检查日志与 BMC 事件' },
    remedy: {
      en: 'Firmware, kernel and driver updates; replace hardware that repeats it.',
      zh: '升级固件、内核、驱动；反复出现则更换硬件。',
    },
    source: ['torvalds/linux:kernel/watchdog.c', 'torvalds/linux:kernel/watchdog_hld.c'],
    matches: ['[ 8110.220011] NMI watchdog: Watchdog detected hard LOCKUP on cpu 5'],
    mustNotMatch: ['Kernel panic - not syncing: Hard LOCKUP'],
  },
  {
    id: 'kernel-rcu-stall',
    title: { en: 'RCU stall: a processor or task makes no progress', zh: 'RCU stall：CPU 或任务没有进展' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'detected stall',
        regex:
          /(?<flavour>rcu_\w{2,16}) (?:self-)?detected stalls? on CPUs?(?:\/tasks)?(?:[^\n]{0,160}?\bt=(?<waited>\d{1,9}) jiffies)?/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'detected expedited stalls',
        regex:
          /(?<flavour>rcu_\w{2,10}) detected expedited stalls on CPUs\/tasks: \{[^}\n]{0,200}\} (?<waited>\d{1,9}) jiffies/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: '(detected by ',
        regex: /\(detected by (?<cpu>\d{1,4}), t=(?<waited>\d{1,9}) jiffies/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 'jiffies' },
    tail: rcuStallTail,
    meaning: {
      en: 'A processor or task has held up RCU for more than about 21 seconds: something starves or loops.',
      zh: '某个 CPU 或任务拖住 RCU 超过约 21 秒：有任务饥饿或死循环。',
    },
    usualCauses: {
      en: 'A virtual CPU that the host does not run, overload, a long loop in the kernel.',
      zh: 'vCPU 得不到宿主机调度、节点过载、内核长循环。',
    },
    firstCheck: { en: '`sar -u` for %steal, then the dumped stack', zh: '先看 `sar -u` 的 %steal，再看转储的栈' },
    remedy: { en: 'Relieve the host or the node; update the kernel.', zh: '缓解宿主机或节点压力，升级内核。' },
    source: ['torvalds/linux:kernel/rcu/tree_stall.h', 'torvalds/linux:kernel/rcutree.c'],
    matches: [
      '[ 8110.220011] INFO: rcu_sched self-detected stall on CPU { 3}  (t=60002 jiffies g=88110 c=88109 q=4412)',
      '[ 8110.220011] rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:',
      '[ 8110.220011] rcu: INFO: rcu_sched detected expedited stalls on CPUs/tasks: { 4-... } 21101 jiffies s: 1881 root: 0x10/.',
      '[ 8110.220013] \t(detected by 2, t=5252 jiffies, g=77125, q=901)',
    ],
    mustNotMatch: ['rcu: Hierarchical RCU implementation.', 'probe stalled; detected by monitor'],
  },
  {
    id: 'kernel-rcu-kthread-starved',
    title: { en: "The kernel's RCU thread gets no processor time", zh: '内核 RCU 线程得不到 CPU' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'kthread starved for',
        regex: /(?<flavour>rcu_\w{2,10}) kthread starved for (?<waited>\d{1,9}) jiffies/,
        versions: 'Linux 4.19-6.1',
      },
      {
        literal: 'gets sufficient CPU time',
        regex: /Unless (?<flavour>rcu_\w{2,10}) kthread gets sufficient CPU time, OOM is now expected behavior/,
        versions: 'Linux 5.10-6.1',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 'jiffies' },
    meaning: {
      en: 'A kernel thread that frees memory could not run; memory may run out as a result.',
      zh: '负责回收内存的内核线程无法运行，可能因此耗尽内存。',
    },
    usualCauses: {
      en: 'Heavy overload, real-time tasks, or a hypervisor that does not run the CPUs.',
      zh: '严重过载、实时任务，或虚拟化层不调度 vCPU。',
    },
    firstCheck: { en: '`top -H` for real-time threads; %steal', zh: '`top -H` 看实时线程；%steal' },
    remedy: { en: 'Take load off the node or its host.', zh: '降低节点或宿主机负载。' },
    source: ['torvalds/linux:kernel/rcu/tree_stall.h'],
    matches: [
      '[ 8110.220013] rcu: rcu_sched kthread starved for 14981 jiffies! g77125 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x0 ->cpu=3',
      '[ 8110.220014] rcu: \tUnless rcu_sched kthread gets sufficient CPU time, OOM is now expected behavior.',
    ],
    mustNotMatch: ['rcu: rcu_sched kthread stack dump follows'],
  },
  {
    id: 'kernel-netdev-unregister-wait',
    title: { en: 'A network device cannot be removed', zh: '网络设备无法注销，引用未释放' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'unregister_netdevice: waiting for',
        regex:
          /unregister_netdevice: waiting for (?<interface>\S{1,32}) to become free\. Usage count = (?<references>-?\d{1,9})/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    quietBelow: 2,
    quietWithinMs: 25_000,
    meaning: {
      en: 'A network namespace cannot be torn down; while this repeats every 10 seconds, creating and deleting pods queues behind it.',
      zh: '网络命名空间无法拆除；若每 10 秒重复一次，创建和删除 Pod 都会排在后面。',
    },
    usualCauses: {
      en: 'A kernel bug that leaks a reference to the device. A single line that does not repeat is harmless.',
      zh: '内核缺陷泄漏了设备引用。只出现一次且不重复则无害。',
    },
    firstCheck: {
      en: 'Does it go on every 10 s? `ps` for docker, runc or ip in state D',
      zh: '是否每 10 秒持续出现？查处于 D 状态的 docker、runc、ip 进程',
    },
    remedy: { en: 'Reboot the node; run a kernel with the fix.', zh: '重启节点，升级到修复后的内核。' },
    source: ['torvalds/linux:net/core/dev.c', 'https://github.com/moby/moby/issues/5618'],
    matches: [
      '[71201.330112] unregister_netdevice: waiting for lo to become free. Usage count = 1',
      'kernel:unregister_netdevice: waiting for veth1f2e3d4 to become free. Usage count = 2',
    ],
    mustNotMatch: ['docker0: port 2(veth807b9e2) entered disabled state'],
  },
  {
    id: 'go-goroutine-blocked',
    title: { en: 'A goroutine has waited for a lock for minutes', zh: 'goroutine 等锁已数分钟' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'containerd', 'kubelet', 'any'],
    wordings: [
      {
        literal: 'goroutine ',
        regex:
          /\bgoroutine (?<goroutine>\d{1,12}) (?:gp=\S{1,24} m=\S{1,12}(?: mp=\S{1,24})? )?\[(?<state>semacquire|sync\.(?:Mutex\.Lock|RWMutex\.R?Lock|Cond\.Wait|WaitGroup\.Wait))(?: \(scan\))?, (?<minutes>\d{1,6}) minutes/,
        versions: 'Go 1.5-1.24',
      },
    ],
    time: { kind: 'interval', anchor: 'open', capture: 'minutes', unit: 'min' },
    tail: goroutineTail,
    meaning: {
      en: 'In a dump of a Go daemon this goroutine has waited for a lock for that many minutes; requests that need the lock hang.',
      zh: 'Go 守护进程的栈转储显示该 goroutine 等锁已这么多分钟，需要这把锁的请求都会挂起。',
    },
    usualCauses: {
      en: 'A goroutine that holds the lock is itself stuck: an iptables call, a mount, a container exit that never came.',
      zh: '持锁的 goroutine 自己卡住了：iptables 调用、挂载，或一直等不到的容器退出。',
    },
    firstCheck: {
      en: 'The goroutine of about the same age that is NOT waiting for a lock, and its frames',
      zh: '找年龄相近却不在等锁的 goroutine，看它的栈帧',
    },
    remedy: {
      en: 'Cure what the holder waits for; restarting the daemon frees the lock.',
      zh: '解决持锁者的等待对象；重启守护进程可释放锁。',
    },
    source: [
      'https://github.com/docker/for-linux/issues/543',
      'https://github.com/moby/moby/issues/28889',
      'https://github.com/moby/moby/issues/30605',
    ],
    matches: [
      'goroutine 82238 [semacquire, 19 minutes]:',
      'Oct 27 14:49:22 node-8 dockerd[3879]: goroutine 511 [sync.Mutex.Lock, 7 minutes]:',
      'goroutine 40 [semacquire, 4 minutes, locked to thread]:',
    ],
    mustNotMatch: ['goroutine 1 [chan receive, 4019 minutes]:', 'goroutine 7 [semacquire]:', 'goroutine 20 [running]:'],
  },
  {
    id: 'docker-goroutine-dump-written',
    title: { en: 'Somebody asked the daemon for a goroutine dump', zh: '有人触发了守护进程的 goroutine 转储' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'context',
    emitters: ['dockerd', 'containerd'],
    wordings: [
      {
        literal: 'goroutine stacks written to',
        regex: /goroutine stacks written to (?<path>\S{1,200})/,
        versions: 'docker 1.13-28',
      },
      {
        literal: 'BEGIN goroutine stack dump',
        regex: /=== BEGIN goroutine stack dump ===/,
        versions: 'docker 1.8-1.12, containerd 1.0-2.0',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The stacks of all goroutines were written: an operator saw a hang at this time.',
      zh: '所有 goroutine 的栈已写出：说明当时有人发现挂起。',
    },
    usualCauses: { en: 'SIGUSR1 sent to dockerd or containerd.', zh: '向 dockerd 或 containerd 发送了 SIGUSR1。' },
    firstCheck: { en: 'Open the named file together with the logs', zh: '把该文件与日志一起打开分析' },
    remedy: { en: 'None; it is evidence.', zh: '无需处理，这是证据。' },
    source: ['moby/moby:daemon/debugtrap_unix.go', 'moby/moby:pkg/signal/trap.go'],
    matches: [
      'time="2021-05-13T10:27:51+08:00" level=info msg="goroutine stacks written to /var/run/docker/goroutine-stacks-2021-05-13T102751+0800.log"',
      'time="2021-05-13T10:27:51+08:00" level=info msg="=== BEGIN goroutine stack dump ===\\ngoroutine 21 [running]:"',
    ],
    mustNotMatch: ['=== END goroutine stack dump ==='],
  },
  {
    id: 'kernel-oops',
    title: { en: 'Kernel fault (oops)', zh: '内核错误（oops）' },
    category: 'kernel',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'nable to handle kernel ',
        regex:
          /[Uu]nable to handle kernel (?:NULL pointer dereference|paging request|(?:read|write|execute|access)[\w ]{0,40})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'BUG: kernel NULL pointer dereference',
        regex: /BUG: kernel NULL pointer dereference, address: (?<address>[0-9a-f]{8,16})/,
        versions: 'Linux 5.0-6.1',
      },
      {
        literal: 'handle page fault for address',
        regex: /BUG: unable to handle page fault for address: (?<address>[0-9a-f]{8,16})/,
        versions: 'Linux 5.0-6.1',
      },
      {
        literal: 'kernel tried to execute ',
        regex: /kernel tried to execute (?:NX-protected|user) page - exploit attempt\?/,
        versions: 'Linux 3.10-6.1 on x86',
      },
      { literal: 'kernel BUG at ', regex: /kernel BUG at (?<path>[^\s!]{1,160}:\d{1,6})!/, versions: 'Linux 3.10-6.1' },
      {
        literal: 'general protection fault',
        regex: /general protection fault(?:: [0-9a-f]{4} \[#|, (?:maybe|probably) for )/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Oops: 00',
        regex: /\bOops: 00[0-9a-f]{2,14} \[#(?<number>\d{1,4})\]/,
        versions: 'Linux 3.10-6.1 on x86',
      },
      {
        literal: 'Internal error: Oops',
        regex: /\bInternal error: Oops(?: - [A-Za-z ]{2,30})?: [0-9a-f]{1,16} \[#(?<number>\d{1,4})\]/,
        versions: 'Linux 3.10-6.1 on Arm',
      },
      {
        literal: 'divide error: ',
        regex: /\bdivide error: [0-9a-f]{4} \[#\d{1,4}\]/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'stack segment: ', regex: /\bstack segment: \d{4} \[#\d/, versions: 'Linux 3.10-6.8' },
      { literal: 'invalid opcode: ', regex: /\binvalid opcode: \d{4} \[#\d/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'probably for non-canonical address',
        regex: /general protection fault, probably for non-canonical address/,
        versions: 'Linux 5.8-6.8',
      },
      {
        literal: ' stack guard page was hit',
        regex: /BUG: (?:stack|IRQ stack|TASK stack) guard page was hit/,
        versions: 'Linux 4.9-6.8',
      },
    ],
    time: { kind: 'instant' },
    tail: kernelStackTail,
    meaning: {
      en: 'The kernel hit a bug while running a task; locks that the task held may never be released.',
      zh: '内核执行某任务时触发缺陷，该任务持有的锁可能永远不会释放。',
    },
    usualCauses: { en: 'A kernel or driver bug, seldom bad memory.', zh: '内核或驱动缺陷，偶尔是内存硬件故障。' },
    firstCheck: { en: 'The RIP line, "Comm:" and the modules listed', zh: 'RIP 行、"Comm:" 与模块列表' },
    remedy: { en: 'Reboot the node; update kernel or driver.', zh: '重启节点，升级内核或驱动。' },
    source: ['torvalds/linux:arch/x86/mm/fault.c', 'torvalds/linux:lib/bug.c'],
    matches: [
      'kernel: divide error: 0000 [#1] SMP',
      '[12011.118001] BUG: unable to handle kernel NULL pointer dereference at 0000000000000050',
      '[12011.118001] BUG: kernel NULL pointer dereference, address: 0000000000000050',
      '[12011.118001] BUG: unable to handle page fault for address: ffffc90003b57000',
      '[12011.118001] kernel BUG at fs/ext4/inode.c:2716!',
      '[12011.118001] kernel tried to execute NX-protected page - exploit attempt? (uid: 0)',
      '[12011.118001] general protection fault: 0000 [#1] SMP PTI',
      '[12011.118001] general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1] SMP',
      '[12011.118002] Oops: 0002 [#1] SMP NOPTI',
      '[12011.118002] Internal error: Oops: 96000004 [#1] SMP',
      'kernel: stack segment: 0000 [#1] SMP',
      'kernel: invalid opcode: 0000 [#1] SMP PTI',
      'kernel: general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1] SMP NOPTI',
      'kernel: BUG: stack guard page was hit at 00000000a1b2 (stack is 00000000a1b3..00000000a1b4)',
    ],
    mustNotMatch: [
      'traps: java[811] general protection ip:7f11 sp:7f12 error:0 in libc.so',
      'Oops: something went wrong, please retry',
      'BUG: soft lockup - CPU#3 stuck for 22s!',
    ],
  },
  {
    id: 'kernel-panic',
    title: { en: 'Kernel panic: the machine stops', zh: '内核 panic，机器停止' },
    category: 'kernel',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Kernel panic - not syncing',
        regex: /Kernel panic - not syncing(?:: (?<reason>[^\n]{1,120}))?/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel stopped the machine; this is the last line of that boot.',
      zh: '内核让机器停机，这是本次开机的最后一行。',
    },
    usualCauses: {
      en: 'The reason says it: fatal exception, hung tasks, out of memory, machine check.',
      zh: '看原因：致命异常、hung task、内存耗尽、机器检查。',
    },
    firstCheck: {
      en: 'Lines just before it in the console log or pstore; kdump',
      zh: '控制台日志或 pstore 中此前的内容；kdump',
    },
    remedy: {
      en: 'By the reason; check that the node reboots by itself (`kernel.panic`).',
      zh: '按原因处理；确认 `kernel.panic` 会自动重启。',
    },
    source: ['torvalds/linux:kernel/panic.c'],
    matches: [
      '[12011.220001] Kernel panic - not syncing: hung_task: blocked tasks',
      'Kernel panic - not syncing: Fatal exception in interrupt',
    ],
    mustNotMatch: ['Command line: BOOT_IMAGE=/vmlinuz panic=10 oops=panic'],
  },
  {
    id: 'kernel-mce',
    title: { en: 'The hardware reported an error', zh: '硬件报告错误（machine check）' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'HANDLING MCE MEMORY ERROR',
        regex: /EDAC [^\n]{1,40}: HANDLING MCE MEMORY ERROR/,
        versions: 'Linux 3.2-6.8',
      },
      { literal: 'Machine check events logged', regex: /Machine check events logged/, versions: 'Linux 3.10-6.1' },
      {
        literal: 'event severity: ',
        regex: /\[Hardware Error\]: event severity: (?<level>corrected|recoverable|fatal)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Machine Check',
        regex: /CPU \d{1,4}: Machine Check(?: Exception)?: {1,4}[0-9a-f]{1,16} Bank (?<bank>\d{1,3})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'Hardware error from APEI',
        regex: /Hardware error from APEI Generic Hardware Error Source/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'This is not a software', regex: /Hardware event\. This is not a software error/, versions: 'mcelog' },
      {
        literal: 'recovery action for',
        regex: /Memory failure: 0x(?<page>[\da-f]{1,16}): recovery action for/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ': page already poisoned',
        regex: /soft offline: 0x[\da-f]{1,16}: page already poisoned/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'rasdaemon:',
        regex: /rasdaemon: [^\n]{0,60}(?:mce_record|mc_event|aer_event)/,
        versions: 'rasdaemon 0.6',
      },
      {
        literal: 'hardware memory corruption',
        regex:
          /(?:Killing|Sending SIGBUS to) (?<process>[\w.-]{1,32}):(?<pid>\d{1,8}) due to hardware memory corruption/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Uncorrected hardware memory',
        regex: /Uncorrected hardware memory error in user-access/,
        versions: 'Linux 4.x-6.8',
      },
      { literal: '_STATUS[', regex: /\[Hardware Error\]: MC(?<bank>\d{1,3})_STATUS\[/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'Northbridge Error',
        regex: /\[Hardware Error\]: Northbridge Error \(node (?<node>\d{1,4})\)/,
        versions: 'Linux 3.10-4.x',
      },
      {
        literal: 'Corrected error, no action',
        regex: /\[Hardware Error\]: Corrected error, no action required/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'Uncorrected, software',
        regex: /\[Hardware Error\]: (?:Uncorrected, software (?:restartable|containable) error|System Fatal error)/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'System Fatal error',
        regex: /\[Hardware Error\]: (?:Uncorrected, software (?:restartable|containable) error|System Fatal error)/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'CMCI storm detected',
        regex: /CMCI storm detected: switching to poll mode/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Processor, memory or bus reported an error; "corrected" ones did no harm yet.',
      zh: 'CPU、内存或总线报告错误；标为 corrected 的暂未造成损害。',
    },
    usualCauses: { en: 'A failing memory module, processor or board.', zh: '内存条、CPU 或主板老化故障。' },
    firstCheck: {
      en: '`mcelog` or `ras-mc-ctl --errors`, BMC event log',
      zh: '`mcelog` 或 `ras-mc-ctl --errors`，BMC 事件',
    },
    remedy: { en: 'Drain the node and replace the part.', zh: '腾空节点，更换部件。' },
    source: [
      'torvalds/linux:arch/x86/kernel/cpu/mce/core.c',
      'kubernetes/node-problem-detector:config/kernel-monitor.json',
    ],
    matches: [
      'kernel: EDAC sbridge MC0: HANDLING MCE MEMORY ERROR',
      '[ 4411.001122] mce: [Hardware Error]: Machine check events logged',
      '[ 4411.001122] {1}[Hardware Error]: event severity: corrected',
      '[ 4411.001122] mce: [Hardware Error]: CPU 3: Machine Check: 0 Bank 7: 8c00004000010090',
      '[ 4411.001121] {1}[Hardware Error]: Hardware error from APEI Generic Hardware Error Source: 1',
      'mcelog[2226]: Hardware event. This is not a software error.',
      'kernel: Memory failure: 0x12ab34: recovery action for dirty LRU page: Recovered',
      'kernel: soft offline: 0x12ab34: page already poisoned',
      'rasdaemon: <...>-1733 [000] 0.000118: mc_event: 1 Corrected error: memory read error on CPU_SrcID#0 (mc: 0 location: 0:1:0)',
      'kernel: Memory failure: 0x1234: Killing java:1733 due to hardware memory corruption',
      'kernel: Memory failure: 0x5f1c: Sending SIGBUS to train:2811 due to hardware memory corruption',
      'kernel: mce: Uncorrected hardware memory error in user-access at 1234',
      'kernel: [Hardware Error]: MC4_STATUS[Over|CE|MiscV|-|AddrV|-|-|CECC]: 0xdc00410040080a13',
      'kernel: [Hardware Error]: Northbridge Error (node 2): DRAM ECC error detected on the NB.',
      'kernel: [Hardware Error]: Corrected error, no action required.',
      'kernel: [Hardware Error]: Uncorrected, software restartable error.',
      'CPU 0: Machine Check Exception: 0 Bank 5: 8c00004000010091',
      'kernel: CMCI storm detected: switching to poll mode',
    ],
    mustNotMatch: ['mce: CPU supports 22 MCE banks', 'MCE: In-kernel MCE decoding enabled.'],
  },
  {
    id: 'kernel-edac',
    title: { en: 'Memory module errors', zh: '内存条 ECC 错误' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'EDAC MC0',
        regex: /EDAC (?<device>MC0): (?<count>\d{1,9}) (?<kind>CE|UE)\b/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' offset:0x',
        regex: /EDAC (?<device>MC\d{1,3}): (?<count>\d{1,9}) (?<kind>CE|UE)\b[^\n]{0,300}? offset:0x/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' CE memory ',
        regex: /EDAC (?<device>MC\d{1,3}): (?<count>\d{1,9}) (?<kind>CE) memory /,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ' UE memory ',
        regex: /EDAC (?<device>MC\d{1,3}): (?<count>\d{1,9}) (?<kind>UE) memory /,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ' CE on mc#',
        regex: /EDAC (?<device>MC\d{1,3}): (?<count>\d{1,9}) (?<kind>CE) on mc#/,
        versions: 'Linux 4.x-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Memory errors: CE were corrected, UE were not.', zh: '内存错误：CE 已纠正，UE 无法纠正。' },
    usualCauses: { en: 'An ageing or badly seated memory module.', zh: '内存条老化或接触不良。' },
    firstCheck: { en: '`edac-util -v`, how fast the count grows', zh: '`edac-util -v`，看计数增长速度' },
    remedy: { en: 'Replace the module; at once for UE.', zh: '更换内存条；出现 UE 立即更换。' },
    source: ['torvalds/linux:drivers/edac/edac_mc.c'],
    matches: [
      '[ 4411.001122] EDAC MC0: 1 CE memory read error on CPU_SrcID#0_Ha#0_Chan#1_DIMM#0 (channel:1 slot:0 page:0x10d12 offset:0x80 grain:32 syndrome:0x0)',
      'EDAC MC3: 1 CE memory read error',
      'EDAC MC3: 1 UE memory read error',
      'EDAC MC1: 1 CE on mc#1csrow#2channel#0 (csrow:2 channel:0)',
    ],
    mustNotMatch: [
      'EDAC MC: Ver: 3.0.0',
      'EDAC MC0: Giving out device to module skx_edac controller Skylake Socket#0 IMC#0: DEV 0000:3a:0a.0',
    ],
  },
  {
    id: 'cpu-thermal-throttle',
    title: { en: 'The processor is too hot and was slowed down', zh: 'CPU 过热降频' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'above threshold, cpu clock',
        regex: /CPU(?<cpu>\d{1,4}): (?:Core|Package) temperature (?:is )?above threshold, cpu clock (?:is )?throttled/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The clock of this processor was lowered because of heat; everything on the node is slower.',
      zh: '该 CPU 因过热被降频，节点整体变慢。',
    },
    usualCauses: { en: 'Fans, dust, air flow, or a power limit.', zh: '风扇、灰尘、风道或功耗限制。' },
    firstCheck: { en: '`sensors`, BMC fan and temperature readings', zh: '`sensors`，BMC 的风扇与温度' },
    remedy: { en: 'Cure the cooling.', zh: '改善散热。' },
    source: ['torvalds/linux:arch/x86/kernel/cpu/mce/therm_throt.c'],
    matches: [
      '[ 4411.001122] CPU7: Package temperature above threshold, cpu clock throttled (total events = 4411)',
      '[ 4411.001122] mce: CPU7: Core temperature is above threshold, cpu clock is throttled (total events = 1)',
    ],
    mustNotMatch: ['CPU7: Package temperature/speed normal'],
  },
  {
    id: 'process-segfault',
    title: { en: 'A program crashed (segfault)', zh: '进程段错误崩溃' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ']: segfault at ',
        regex: /(?<process>[\w.:/+-]{1,32})\[(?<pid>\d{1,8})\]: segfault at (?<address>[0-9a-f]{1,16}) ip /,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: '] general protection ip:',
        regex: /traps: (?<process>[^\n[]{1,32})\[(?<pid>\d{1,8})\] general protection ip:/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: '] trap invalid opcode ip:',
        regex: /traps: (?<process>[^\n[]{1,32})\[(?<pid>\d{1,8})\] trap invalid opcode ip:/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: ' general protection',
        regex: /traps: (?<process>[^[\n]{1,40})\[(?<pid>\d{1,8})\] general protection/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A user program touched memory it may not and was ended by the kernel.',
      zh: '用户进程访问了非法内存，被内核终止。',
    },
    usualCauses: {
      en: 'A bug in that program or its library, seldom bad memory or a full disk under a mapped file.',
      zh: '程序或其库的缺陷，偶尔是内存硬件故障。',
    },
    firstCheck: {
      en: 'Is it a node daemon? Then expect its unit to exit; `coredumpctl list`',
      zh: '是否节点守护进程？若是其单元会退出；`coredumpctl list`',
    },
    remedy: {
      en: 'Update that program; check the memory when different programs crash.',
      zh: '升级该程序；若多种程序都崩溃则检查内存。',
    },
    source: ['torvalds/linux:arch/x86/mm/fault.c'],
    matches: [
      'kernel: traps: dockerd[811] trap invalid opcode ip:5f2a3c sp:7f2a3d error:0 in dockerd[400000+1000]',
      'kernel: traps: java[811] general protection ip:7f2a3c sp:7f2a3d error:0 in libjvm.so[7f2a00+1000]',
      'May 13 10:27:51 node-17 kernel: [12011.118001] containerd-shim[4411]: segfault at 18 ip 000055d3a1b2c3d4 sp 00007ffd1a2b3c40 error 4 in containerd-shim[55d3a1a00000+5a0000]',
      'kernel: traps: dockerd[4711] general protection fault ip:7f2a sp:7f2b error:0 in libc.so.6',
    ],
    mustNotMatch: ['signal: segmentation fault (core dumped)'],
  },
  {
    id: 'audit-backlog',
    title: { en: 'The audit queue overflowed', zh: '审计队列溢出' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'backlog limit exceeded',
        regex: /audit: backlog limit exceeded/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'audit_lost=', regex: /audit_lost=(?<lost>\d{1,12}) audit_rate_limit=/, versions: 'Linux 3.10-6.1' },
      { literal: 'kauditd hold queue overflow', regex: /kauditd hold queue overflow/, versions: 'Linux 4.10-6.1' },
      {
        literal: 'audit_backlog=',
        regex: /audit: audit_backlog=\d{1,9} > audit_backlog_limit=/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Audit records come faster than they are written; programs may be delayed while they wait.',
      zh: '审计记录产生快于写出，进程可能因等待而变慢。',
    },
    usualCauses: {
      en: 'Broad audit rules, a slow disk, or a hung auditd.',
      zh: '审计规则过宽、磁盘慢或 auditd 卡住。',
    },
    firstCheck: { en: '`auditctl -s`', zh: '执行 `auditctl -s`' },
    remedy: {
      en: 'Narrow the rules, raise the backlog limit, free the disk of auditd.',
      zh: '收窄规则，调大 backlog 上限，保证 auditd 写盘。',
    },
    source: ['torvalds/linux:kernel/audit.c'],
    matches: [
      '[ 4411.001122] audit: backlog limit exceeded',
      '[ 4411.001123] audit: audit_lost=881 audit_rate_limit=0 audit_backlog_limit=320',
      '[ 4411.001124] audit: kauditd hold queue overflow',
      'kernel: audit: audit_backlog=8193 > audit_backlog_limit=8192',
    ],
    mustNotMatch: [
      'audit: initializing netlink subsys (disabled)',
      'audit: type=1400 audit(1620872871.118:44): apparmor="DENIED"',
    ],
  },
];
