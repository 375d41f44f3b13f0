/** Memory that ran out: the OOM killer's reports and allocations that the kernel could not satisfy. */
import type { Signature } from '../signature';
import { allocationTail, oomTail } from '../tails';

export const memorySignatures: readonly Signature[] = [
  {
    id: 'kernel-oom-invoked',
    title: { en: 'The OOM killer was called', zh: '触发了 OOM killer' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' invoked oom-killer',
        regex: /(?<process>[\w.:/+()-]{1,32}) invoked oom-killer(?:: gfp_mask=0x[0-9a-f]{1,16})?/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    tail: oomTail,
    sameAs: 'oom-kill',
    meaning: {
      en: 'Memory ran out when this program asked for some; the victim is named some lines later and may be another program.',
      zh: '该进程申请内存时内存已耗尽；被杀者写在后面，不一定是它。',
    },
    usualCauses: {
      en: 'A container at its memory limit, or the whole machine without memory.',
      zh: '容器达到内存上限，或整机内存耗尽。',
    },
    firstCheck: {
      en: 'The "Killed process" line that follows, and which cgroup it names',
      zh: '看后面的 "Killed process" 行及其 cgroup',
    },
    remedy: {
      en: 'By the victim: raise the limit, or find what uses the memory.',
      zh: '看被杀者：调高上限，或查内存被谁用掉。',
    },
    source: ['torvalds/linux:mm/oom_kill.c'],
    matches: [
      '[Tue May 16 21:38:12 2021] prometheus invoked oom-killer: gfp_mask=0x24201ca(GFP_HIGHUSER_MOVABLE|__GFP_COLD), nodemask=0, order=0, oom_score_adj=179',
      'May 13 10:27:51 node-17 kernel: [12011.118001] java invoked oom-killer: gfp_mask=0xd0, order=0, oom_score_adj=999',
    ],
    mustNotMatch: ['oom_reaper: reaped process 15192 (prometheus), now anon-rss:0kB, file-rss:4kB, shmem-rss:0kB'],
  },
  {
    id: 'kernel-oom-kill-global',
    title: { en: 'The machine ran out of memory: process killed', zh: '整机内存耗尽，进程被杀' },
    category: 'oom',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'Out of memory: Kill',
        regex: /Out of memory: Kill(?:ed)? process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'constraint=CONSTRAINT_',
        regex:
          /oom-kill:constraint=CONSTRAINT_(?:NONE|CPUSET|MEMORY_POLICY)\b[^\n]{0,300}?task_memcg=(?<cgroup>[^,\n]{1,300}),task=(?<process>[^,\n]{1,32}),pid=(?<pid>\d{1,8})/,
        versions: 'Linux 5.0-6.1',
      },
      {
        literal: 'Out of memory and no killable',
        regex: /Out of memory and no killable processes/,
        versions: 'Linux 3.10-6.12',
      },
    ],
    time: { kind: 'instant' },
    sameAs: 'oom-kill',
    meaning: {
      en: 'The whole node had no memory left; the kernel killed this process, which need not be the one that used most.',
      zh: '整个节点内存耗尽，内核杀掉了该进程；它未必是用内存最多的。',
    },
    usualCauses: {
      en: 'Pods without memory limits, too little reserved for the system, a leak in a daemon.',
      zh: 'Pod 没有内存上限、系统预留不足，或守护进程内存泄漏。',
    },
    firstCheck: {
      en: 'The task table before this line; is the victim dockerd, containerd, kubelet or a shim?',
      zh: '看此行之前的进程表；被杀的是不是 dockerd、containerd、kubelet 或 shim',
    },
    remedy: {
      en: 'Set memory limits and system-reserved; restart killed daemons.',
      zh: '设置内存上限与 system-reserved；恢复被杀的守护进程。',
    },
    source: ['torvalds/linux:mm/oom_kill.c'],
    matches: [
      '[12011.118001] Out of memory: Kill process 15192 (prometheus) score 1041 or sacrifice child',
      '[12011.118001] Out of memory: Killed process 2110 (dockerd) total-vm:6717832kB, anon-rss:6594072kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:512kB oom_score_adj:-500',
      '[12011.118001] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/docker.service,task=dockerd,pid=2110,uid=0',
      'kernel: Out of memory and no killable processes...',
    ],
    mustNotMatch: [
      'Memory cgroup out of memory: Killed process 31537 (identify) total-vm:267028kB, anon-rss:227168kB, file-rss:4356kB, shmem-rss:0kB',
      'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=a,mems_allowed=0,oom_memcg=/kubepods/pod1,task_memcg=/kubepods/pod1/b,task=java,pid=811,uid=0',
    ],
  },
  {
    id: 'kernel-oom-kill-memcg',
    title: { en: 'A memory limit was hit: process killed', zh: '达到 cgroup 内存上限，进程被杀' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'emory cgroup out of memory',
        regex: /Memory cgroup out of memory: Kill(?:ed)? process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\)/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'killed as a result of limit of',
        regex: /Task in (?<cgroup>\S{1,300}) killed as a result of limit of (?<limited>\S{1,300})/,
        versions: 'Linux 3.10-4.19',
      },
      {
        literal: 'constraint=CONSTRAINT_MEMCG',
        regex:
          /oom-kill:constraint=CONSTRAINT_MEMCG\b[^\n]{0,300}?oom_memcg=(?<limited>[^,\n]{1,300}),task_memcg=(?<cgroup>[^,\n]{1,300}),task=(?<process>[^,\n]{1,32}),pid=(?<pid>\d{1,8})/,
        versions: 'Linux 5.0-6.1',
      },
      {
        literal: 'Memory cgroup out of ',
        regex: /Memory cgroup out of m(?:e(?:m(?:o(?:r(?:y(?:: ?(?:K[\w ]{0,18})?)?)?)?)?)?)?$/,
        versions: 'the same, cut',
      },
    ],
    time: { kind: 'instant' },
    sameAs: 'oom-kill',
    meaning: {
      en: 'A control group reached its own memory limit. A pod path is an application matter, /kubepods is node allocatable, a system slice is a daemon.',
      zh: '某个 cgroup 达到自己的内存上限。Pod 路径是应用问题，/kubepods 是节点可分配上限，system.slice 是守护进程。',
    },
    usualCauses: { en: 'The application needs more than its limit or leaks.', zh: '应用用量超过上限或内存泄漏。' },
    firstCheck: {
      en: 'The cgroup path, then `kubectl describe pod` for OOMKilled',
      zh: '看 cgroup 路径，再用 `kubectl describe pod` 查 OOMKilled',
    },
    remedy: { en: 'Raise the limit or cure the leak.', zh: '调高上限或修复泄漏。' },
    source: ['torvalds/linux:mm/oom_kill.c', 'torvalds/linux:mm/memcontrol.c'],
    matches: [
      'kernel: [39291577.009543] Memory cgroup out of memor',

      'Oct  8 16:06:25 worker-6 kernel: [736441.594605] Memory cgroup out of memory: Killed process 31537 (identify) total-vm:267028kB, anon-rss:227168kB, file-rss:4356kB, shmem-rss:0kB, UID:0 pgtables:512kB oom_score_adj:997',
      '[12011.118001] Memory cgroup out of memory: Kill process 811 (java) score 1982 or sacrifice child',
      '[12011.118000] Task in /kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/3fd1c0b6a7de killed as a result of limit of /kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa',
      '[12011.118001] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=3fd1c0b6a7de,mems_allowed=0,oom_memcg=/kubepods/pod1,task_memcg=/kubepods/pod1/3fd1c0b6a7de,task=java,pid=811,uid=1000',
    ],
    mustNotMatch: [
      'Out of memory: Kill process 15192 (prometheus) score 1041 or sacrifice child',
      'Memory cgroup stats for /kubepods/pod1: cache:0KB rss:102400KB',
    ],
  },
  {
    id: 'kernel-oom-killed',
    title: { en: 'The kernel killed a process for its memory', zh: '内核为回收内存杀掉了进程' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'event'],
    wordings: [
      {
        literal: 'Killed process ',
        regex:
          /(?<!out of memory: |Out of memory: )\bKilled process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\),? (?:UID \d{1,10}, )?total-vm:/,
        versions: 'Linux 3.10-4.19',
      },
    ],
    time: { kind: 'instant' },
    sameAs: 'oom-kill',
    meaning: {
      en: 'The second line of an OOM kill on older kernels; the line before it says whether the machine or one cgroup ran out.',
      zh: '旧内核 OOM 的第二行；前一行说明是整机还是某个 cgroup 内存耗尽。',
    },
    usualCauses: {
      en: 'A memory limit was reached, or the machine had none left.',
      zh: '达到内存上限，或整机内存耗尽。',
    },
    firstCheck: {
      en: '`dmesg -T` before it: whether a cgroup was at its limit or the whole machine had no memory left.',
      zh: '`dmesg -T` 查看其前：是某个 cgroup 达到上限，还是整机内存耗尽。',
    },
    remedy: { en: 'Raise the limit or find what uses the memory.', zh: '调高上限，或查内存被谁用掉。' },
    source: ['torvalds/linux:mm/oom_kill.c'],
    matches: [
      '[Tue May 16 21:38:12 2021] Killed process 15192 (prometheus) total-vm:6717832kB, anon-rss:6594072kB, file-rss:0kB, shmem-rss:0kB',
      '[12011.2] Killed process 811 (java), UID 1000, total-vm:717832kB, anon-rss:694072kB, file-rss:0kB',
    ],
    mustNotMatch: [
      'Memory cgroup out of memory: Killed process 811 (java) total-vm:267028kB, anon-rss:227168kB',
      'Killed process group of unit kubelet.service',
    ],
  },
  {
    id: 'kernel-oom-reaped',
    title: { en: 'Memory of a killed process was taken back', zh: '被杀进程的内存已回收' },
    category: 'oom',
    severity: 'info',
    role: 'benign',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'oom_reaper: reaped process',
        regex: /oom_reaper: reaped process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\)/,
        versions: 'Linux 4.6-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Clean-up that follows an OOM kill; not a second kill.',
      zh: 'OOM 杀进程之后的清理，不是又杀了一个。',
    },
    usualCauses: { en: 'The kill a moment before.', zh: '前一刻的 OOM。' },
    firstCheck: { en: 'The kill line with the same pid', zh: '查相同 pid 的 OOM 行' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['torvalds/linux:mm/oom_kill.c'],
    matches: [
      '[736441.615325] oom_reaper: reaped process 31537 (identify), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB',
    ],
    mustNotMatch: ['oom_reaper: unable to reap pid:811 (java)'],
  },
  {
    id: 'page-alloc-failure',
    title: { en: 'The kernel could not allocate memory pages', zh: '内核分配内存页失败' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'page allocation failure',
        regex: /(?:(?<process>[\w.:/[\]+-]{1,40}): )?page allocation failure[:.] ?order:(?<order>\d{1,2})/,
        versions: 'Linux 3.10-6.1',
      },
      {
        literal: 'page allocation stalls for',
        regex:
          /(?:(?<process>[^\n:]{1,32}): )?page allocation stalls for (?<stalled>\d{1,9})ms, order:(?<order>\d{1,2})/,
        versions: 'Linux 4.9-4.14',
      },
      {
        literal: 'vmap allocation for size',
        regex: /vmap allocation for size \d{1,12} failed/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'vmalloc: allocation failure', regex: /vmalloc: allocation failure/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'vmalloc error: size',
        regex: /(?:(?<process>[^\n:\]]{1,32}): )?vmalloc error: size \d{1,12}\b/,
        versions: 'Linux 5.13 and later',
      },
    ],
    time: { kind: 'instant' },
    tail: allocationTail,
    meaning: {
      en: 'A request for 2^order contiguous pages failed; packets, forks or container starts may fail with it.',
      zh: '申请 2^order 个连续内存页失败，可能导致丢包、fork 或容器启动失败。',
    },
    usualCauses: {
      en: 'Order 0-1: memory is short. Order 3 and more: memory is fragmented.',
      zh: 'order 0-1 是内存不足；order 3 以上是内存碎片化。',
    },
    firstCheck: { en: '`cat /proc/buddyinfo`, `free -m`', zh: '执行 `cat /proc/buddyinfo`、`free -m`' },
    remedy: {
      en: 'Raise vm.min_free_kbytes, `echo 1 > /proc/sys/vm/compact_memory`, newer kernel.',
      zh: '调大 vm.min_free_kbytes，`echo 1 > /proc/sys/vm/compact_memory`，升级内核。',
    },
    source: ['torvalds/linux:mm/page_alloc.c'],
    matches: [
      'kernel: [  152.892866] python3: vmalloc: allocation failure, allocated 12288 of 20480 bytes, mode:0x15080c0(GFP_KERNEL_ACCOUNT|__GFP_ZERO), nodemask=(null)',
      'kernel: [  152.892866] java: vmalloc error: size 20480, page order 0, failed to allocate pages, mode:0xcc2(GFP_KERNEL|__GFP_HIGHMEM)',

      'kernel: dockerd: page allocation stalls for 10020ms, order:0, mode:0x24201ca',
      'runc:[1:CHILD]: page allocation failure: order:6, mode:0x10c0d0',
      '[12011.118001] ksoftirqd/3: page allocation failure: order:2, mode:0xa20(GFP_ATOMIC), nodemask=(null),cpuset=/,mems_allowed=0',
      'kernel: vmap allocation for size 1052672 failed: use vmalloc=<size> to increase size',
      'kernel: vmalloc: allocation failure: 12345 bytes',
    ],
    mustNotMatch: ['kernel: Mem-Info: active_anon:8123 inactive_anon:912'],
  },
  {
    id: 'slub-alloc-failed',
    title: { en: 'The kernel could not allocate a small object', zh: '内核 SLUB 分配失败' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'SLUB: Unable to allocate memory',
        regex: /SLUB: Unable to allocate memory on (?:node|CPU)/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Kernel memory could not be had; on 3.10 kernels mostly the accounting of a cgroup, not real shortage.',
      zh: '内核内存分配失败；在 3.10 内核上多为 cgroup 内核内存记账问题，而非真缺内存。',
    },
    usualCauses: {
      en: 'Leaked memory cgroups with kernel memory accounting on 3.10; otherwise low memory.',
      zh: '3.10 内核的 kmem 记账泄漏 cgroup；否则是内存不足。',
    },
    firstCheck: { en: '`cat /proc/cgroups` (memory), `uname -r`', zh: '`cat /proc/cgroups`（memory 行）、`uname -r`' },
    remedy: {
      en: 'Switch kernel memory accounting off (`cgroup.memory=nokmem`) or use a newer kernel.',
      zh: '关闭 kmem 记账（`cgroup.memory=nokmem`）或升级内核。',
    },
    source: ['torvalds/linux:mm/slub.c', 'https://github.com/kubernetes/kubernetes/issues/83044'],
    matches: [
      'May 13 10:27:51 node-17 kernel: SLUB: Unable to allocate memory on node -1 (gfp=0x80d0)',
      '[12011.118001] SLUB: Unable to allocate memory on node -1, gfp=0x6000c0(GFP_KERNEL)',
    ],
    mustNotMatch: ['SLUB: HWalign=64, Order=0-3, MinObjects=0, CPUs=8, Nodes=1'],
  },
  {
    id: 'memory-fragmented',
    title: { en: 'No large piece of free memory is left', zh: '没有大块连续空闲内存' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'page allocation failure: order',
        regex: /page allocation failure: order:(?<order>[4-9]|1\d), mode:/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The request was for 16 pages in a row or more: there may be plenty of memory, but only in small pieces.',
      zh: '请求的是 16 页以上的连续内存：可用内存可能充足，但都是小块。',
    },
    usualCauses: {
      en: 'A long uptime with page cache everywhere; older kernels that ask for large blocks (network namespaces on 3.10).',
      zh: '运行时间长、页缓存遍布；旧内核请求大块内存（如 3.10 上创建网络命名空间）。',
    },
    firstCheck: {
      en: '`cat /proc/buddyinfo`: zeros in the right-hand columns',
      zh: '`cat /proc/buddyinfo`：右侧各列为 0',
    },
    remedy: {
      en: '`echo 1 > /proc/sys/vm/compact_memory`, raise vm.min_free_kbytes, newer kernel.',
      zh: '`echo 1 > /proc/sys/vm/compact_memory`，调大 vm.min_free_kbytes，升级内核。',
    },
    source: ['torvalds/linux:mm/page_alloc.c'],
    matches: ['kernel: runc:[1:CHILD]: page allocation failure: order:6, mode:0xc0d0'],
    mustNotMatch: ['kernel: swapper/3: page allocation failure: order:0, mode:0x20'],
  },
  {
    id: 'talos-oom-kill',
    title: { en: 'Talos killed a control group for want of memory', zh: 'Talos 因内存不足杀掉了一个 cgroup' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Sending SIGKILL to cgroup',
        regex:
          /Sending SIGKILL to cgroup (?=[^\n]{0,200}OOMController)[^\n]{0,200}"cgroup": "(?<cgroup>[^"\n]{1,200})"/,
        versions: 'Talos 1.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The user-space OOM controller of Talos ended everything in that control group; it judges by pressure, so memory may look free.',
      zh: 'Talos 的用户态 OOM 控制器结束了该 cgroup 的所有进程；它按压力判断，因此内存看起来可能仍有空闲。',
    },
    usualCauses: {
      en: 'Memory pressure of the node, or a trigger that is too sensitive.',
      zh: '节点内存压力，或触发条件过于敏感。',
    },
    firstCheck: {
      en: '`talosctl dmesg`; the victim processes in the next line.',
      zh: '执行 `talosctl dmesg`；看下一行的受害进程。',
    },
    remedy: {
      en: 'More memory or lower limits; an OOMConfig with another trigger expression.',
      zh: '增加内存或降低限额；用 OOMConfig 调整触发表达式。',
    },
    source: ['https://github.com/siderolabs/talos/issues/12526'],
    matches: [
      '[talos] Sending SIGKILL to cgroup {"component": "controller-runtime", "controller": "runtime.OOMController", "cgroup": "/sys/fs/cgroup/kubepods/burstable/pod77f06c5c-4593-43e9-b970-987f6ecb825b"}',
    ],
    mustNotMatch: ['Sending SIGKILL to cgroup of a finished test'],
  },
  {
    id: 'container-init-oom',
    title: { en: 'A container has too little memory to start', zh: '容器内存上限过低而无法启动' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'container init was OOM-killed',
        regex: /container init was OOM-killed\b/,
        versions: 'runc 1.0-rc94 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The start-up process of runc was killed at the memory limit of the container, before the program inside began.',
      zh: 'runc 的启动进程在容器内程序运行之前就因内存上限被杀。',
    },
    usualCauses: {
      en: 'A limit of a few MiB, often a unit that was left out (`128` instead of `128Mi`).',
      zh: '上限只有几 MiB，常因漏写单位（`128` 而非 `128Mi`）。',
    },
    firstCheck: { en: '`resources.limits.memory` of the container.', zh: '看容器的 `resources.limits.memory`。' },
    remedy: { en: 'Raise the limit.', zh: '调高上限。' },
    source: ['opencontainers/runc:libcontainer/process_linux.go'],
    matches: [
      'OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:385: container init was OOM-killed (memory limit too low?): unknown',
    ],
    mustNotMatch: ['container init process was started'],
  },
];
