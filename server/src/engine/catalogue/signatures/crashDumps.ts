/** What is done about a kernel that dies: memory kept for a dump, dumps that are saved, and dumps that are lost. */
import type { Signature } from '../signature';

export const crashDumpsSignatures: readonly Signature[] = [
  {
    id: 'crash-dump-saved',
    title: { en: "A crashed kernel's memory is being saved", zh: '正在保存崩溃内核的内存' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'saving vmcore-dmesg.txt to',
        regex: /\bkdump(?:\[\d{1,8}\])?: (?:kdump: )?saving vmcore-dmesg\.txt to (?<path>\S{1,200})/,
        versions: 'kdump-utils, kexec-tools 2',
      },
      {
        literal: 'saving vmcore',
        regex: /(?:^|\bkdump(?:\[\d{1,8}\])?: )saving vmcore(?: complete)?$/,
        versions: 'kexec-tools 2',
      },
      { literal: 'saved vmcore in', regex: /\bsaved vmcore in (?<path>\S{1,200})/, versions: 'Debian kdump-tools 1' },
      {
        literal: 'saved dmesg content in',
        regex: /\bsaved dmesg content in (?<path>\S{1,200})/,
        versions: 'Debian kdump-tools 1',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'The kernel before this one panicked; a small kernel that was kept ready writes its memory away and then restarts the machine.',
      zh: '此前的内核发生了 panic；预留的小内核正在转储其内存，随后重启机器。',
    },
    usualCauses: {
      en: 'A panic, an oops with `panic_on_oops`, a lockup or a hung task that the machine is set to panic on, or an NMI from the outside.',
      zh: '内核 panic、启用 `panic_on_oops` 时的 oops、设定为触发 panic 的锁死或挂起任务，或外部 NMI。',
    },
    firstCheck: { en: 'The end of `vmcore-dmesg.txt` beside the dump', zh: '查看转储旁 `vmcore-dmesg.txt` 的末尾' },
    remedy: { en: "Find the cause in the dump's own log.", zh: '在转储自带的日志中查找原因。' },
    source: ['rhkdump/kdump-utils:dracut/99kdumpbase/kdump.sh', 'https://salsa.debian.org/debian/kdump-tools'],
    matches: [
      'kdump[512]: saving vmcore-dmesg.txt to /sysroot//var/crash/127.0.0.1-2025-03-02-10:11:20/',
      'kdump: saving vmcore complete',
      'kdump[620]: saving vmcore complete',
      'kdump-tools[611]:  * kdump-tools: saved vmcore in /var/crash/202503021011',
      'kdump-tools[611]: kdump-tools: saved dmesg content in /var/crash/202503021011',
    ],
    mustNotMatch: ['kdumpctl[911]: kdump: kexec: loaded kdump kernel', 'kdump[512]: saving vmcore failed, exitcode:1'],
  },
  {
    id: 'crash-dump-lost',
    title: { en: "A crashed kernel's memory could not be saved", zh: '崩溃内核的内存未能保存' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'saving vmcore failed',
        regex: /\bsaving vmcore failed, (?:_?exitcode|rc) ?: ?(?<code>\d{1,4})/,
        versions: 'kdump-utils, kexec-tools 2',
      },
      {
        literal: 'saving vmcore-dmesg.txt failed',
        regex: /\bsaving vmcore-dmesg\.txt failed/,
        versions: 'kdump-utils, kexec-tools 2',
      },
      {
        literal: 'failed to save vmcore in',
        regex: /\bfailed to save vmcore in (?<path>\S{1,200})/,
        versions: 'Debian kdump-tools 1',
      },
      { literal: 'makedumpfile Failed.', regex: /\bmakedumpfile Failed\.$/, versions: 'makedumpfile 1.5 and later' },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'The kernel before this one panicked, and its memory could not be written, so what it was doing is lost.',
      zh: '此前的内核发生了 panic，且内存未能写出，现场信息丢失。',
    },
    usualCauses: {
      en: 'Too little space at the target, a disk or card driver that the small kernel lacks, too little memory kept for it.',
      zh: '目标空间不足、小内核缺少磁盘或网卡驱动，或预留内存过小。',
    },
    firstCheck: { en: '`df -h /var/crash`; `kdumpctl estimate`', zh: '执行 `df -h /var/crash`、`kdumpctl estimate`' },
    remedy: {
      en: 'Keep more memory (`crashkernel=`), make room, add the driver.',
      zh: '增大预留内存（`crashkernel=`）、腾出空间、加入驱动。',
    },
    source: ['rhkdump/kdump-utils:dracut/99kdumpbase/kdump.sh'],
    matches: [
      'kdump[512]: saving vmcore failed, exitcode:1',
      'kdump[512]: saving vmcore-dmesg.txt failed',
      'kdump-tools[611]: kdump-tools: failed to save vmcore in /var/crash/202503021011',
      'kdump.sh[511]: makedumpfile Failed.',
    ],
    mustNotMatch: ['kdump[512]: saving vmcore complete'],
  },
  {
    id: 'crash-dump-not-ready',
    title: { en: 'No dump will be saved if the kernel dies', zh: '内核崩溃时将不会保存转储' },
    category: 'kernel',
    severity: 'warning',
    role: 'context',
    emitters: ['any'],
    wordings: [
      {
        literal: 'No memory reserved for crash',
        regex: /\bkdump: No memory reserved for crash kernel/,
        versions: 'kdump-utils, kexec-tools 2',
      },
      {
        literal: 'Starting kdump: [FAILED]',
        regex: /\bkdump: Starting kdump: \[FAILED\]/,
        versions: 'kdump-utils, kexec-tools 2',
      },
      {
        literal: 'no crashkernel= parameter',
        regex: /\bno crashkernel= parameter in the kernel cmdline/,
        versions: 'Debian kdump-tools 1',
      },
      {
        literal: 'crashkernel reservation failed',
        regex: /\bcrashkernel reservation failed - (?<reason>[^\n]{3,80})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'cannot allocate crashkernel',
        regex: /\bcannot allocate crashkernel (?:low memory )?\(size:0x[\da-f]{1,16}\)/,
        versions: 'Linux 6.4-6.12',
      },
      {
        literal: 'find a free area of memory of',
        regex: /\bCould not find a free area of memory of 0x[\da-f]{1,16} bytes/,
        versions: 'kexec-tools 2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The service that would save a dying kernel's memory is not ready: nothing is wrong with the node now, but a later crash leaves no trace.",
      zh: '负责保存崩溃内存的服务未就绪：节点当前无恙，但日后崩溃将不留痕迹。',
    },
    usualCauses: {
      en: "No `crashkernel=` on the kernel's command line, or no free stretch of memory that is large enough.",
      zh: '内核命令行没有 `crashkernel=`，或没有足够大的连续内存。',
    },
    firstCheck: {
      en: '`cat /proc/cmdline`; `cat /sys/kernel/kexec_crash_size`',
      zh: '执行 `cat /proc/cmdline`、`cat /sys/kernel/kexec_crash_size`',
    },
    remedy: {
      en: 'Add `crashkernel=` and restart, or turn the service off.',
      zh: '添加 `crashkernel=` 并重启，或停用该服务。',
    },
    source: ['torvalds/linux:kernel/crash_reserve.c', 'horms/kexec-tools:kexec/kexec.c'],
    matches: [
      'kdumpctl[911]: kdump: No memory reserved for crash kernel',
      'kdumpctl[911]: kdump: Starting kdump: [FAILED]',
      'kdump-tools[611]:  * no crashkernel= parameter in the kernel cmdline',
      'kernel: crashkernel reservation failed - No suitable area found.',
      'kernel: cannot allocate crashkernel (size:0x10000000)',
      'kdumpctl[911]: Could not find a free area of memory of 0x9000 bytes...',
    ],
    mustNotMatch: ['kernel: Reserving 256MB of memory at 2496MB for crashkernel (System RAM: 32767MB)'],
  },
];
