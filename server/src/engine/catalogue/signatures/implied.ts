/** What a line says between its words: a message that reports a consequence and, in the same breath, the shortage or loss behind it. */
import type { Signature } from '../signature';

export const impliedSignatures: readonly Signature[] = [
  {
    id: 'machine-memory-used-up',
    title: { en: "The machine's memory is used up", zh: '机器内存耗尽' },
    category: 'resource-exhaustion',
    severity: 'info',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Out of memory: Kill',
        regex: /Out of memory: Kill(?:ed)? process \d/,
        versions: 'Linux 2.6 and later',
      },
      {
        literal: 'constraint=CONSTRAINT_NONE',
        regex: /oom-kill:constraint=CONSTRAINT_NONE\b/,
        versions: 'Linux 5.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Neither memory nor cache to drop nor swap was left when somebody asked for a page.',
      zh: '有人申请内存页时，内存、可回收缓存和交换空间都已用尽。',
    },
    usualCauses: {
      en: 'One process that grew (the table of tasks before the kill shows it), or many pods without limits.',
      zh: '某个进程膨胀（杀死前的任务表可见），或大量未设上限的 Pod。',
    },
    firstCheck: {
      en: 'The largest `rss` in the task table above the kill.',
      zh: '查看杀死记录之前任务表中最大的 `rss`。',
    },
    remedy: {
      en: 'Limit the one that grew, reserve memory for the system (`--system-reserved`), or add memory.',
      zh: '限制膨胀者、为系统预留内存（`--system-reserved`）或增加内存。',
    },
    source: ['torvalds/linux:mm/oom_kill.c'],
    matches: [
      '[12011.118001] Out of memory: Killed process 1733 (java) total-vm:9402112kB, anon-rss:7011820kB, file-rss:0kB, shmem-rss:0kB',
      '[12011.118001] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/docker.service,task=dockerd,pid=1733,uid=0',
    ],
    mustNotMatch: [
      'Memory cgroup out of memory: Killed process 31537 (identify) total-vm:267028kB',
      'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null)',
    ],
  },
  {
    id: 'container-process-killed',
    title: { en: 'A process of a container was killed for memory', zh: '容器内进程因内存被杀死' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'killed as a result of limit of',
        regex: /Task in (?<cgroup>\/(?:kubepods|docker)[^\s]{1,300}) killed as a result of limit of/,
        versions: 'Linux 3.10-4.18',
      },
      {
        literal: 'task_memcg=/',
        regex:
          /task_memcg=(?<cgroup>\/(?:kubepods|docker|system\.slice\/(?:docker|cri-containerd)-)[^,\n]{1,300}),task=(?<process>[^,\n]{1,32}),pid=(?<pid>\d{1,8})/,
        versions: 'Linux 5.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The victim's cgroup is a container: when it was the main process the container ends and is restarted.",
      zh: '被杀进程位于容器的 cgroup：若为主进程，容器会结束并重启。',
    },
    usualCauses: { en: 'See what the memory was used up by.', zh: '见内存耗尽的原因。' },
    firstCheck: {
      en: '`kubectl describe pod`: last state `OOMKilled`, exit code 137.',
      zh: '`kubectl describe pod`：上一状态为 `OOMKilled`、退出码 137。',
    },
    remedy: { en: "Raise the container's limit or cure its growth.", zh: '提高容器上限或解决其内存增长。' },
    source: ['torvalds/linux:mm/oom_kill.c', 'torvalds/linux:mm/memcontrol.c'],
    matches: [
      'Task in /kubepods/burstable/pod0a1b2c3d-1111-2222-3333-444455556666/3f9a killed as a result of limit of /kubepods/burstable/pod0a1b2c3d-1111-2222-3333-444455556666',
      'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=3f9a,mems_allowed=0,oom_memcg=/kubepods/burstable/pod0a1b/3f9a,task_memcg=/kubepods/burstable/pod0a1b/3f9a,task=java,pid=20114,uid=1000',
    ],
    mustNotMatch: [
      'oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),global_oom,task_memcg=/system.slice/sshd.service,task=sshd,pid=877,uid=0',
    ],
  },
  {
    id: 'clock-behind-certificate',
    title: { en: 'A clock is behind the date of a new certificate', zh: '时钟落后于新证书的生效时间' },
    category: 'clock',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'is not yet valid: current time',
        regex: /(?<=is not yet valid: )current time (?<now>\S{10,40}) is before (?<limit>\S{10,40})/,
        versions: 'Go 1.11 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A certificate begins in the future of the one who checks it: the clock that checks is behind, or the one that issued it was ahead.',
      zh: '对校验方而言证书尚未开始生效：校验方时钟落后，或签发方时钟超前。',
    },
    usualCauses: {
      en: 'Time synchronisation that does not run, a wrong hardware clock, a machine resumed from a snapshot.',
      zh: '时间同步未运行、硬件时钟错误，或从快照恢复的机器。',
    },
    firstCheck: {
      en: '`timedatectl`, `chronyc tracking` on both sides.',
      zh: '在两端执行 `timedatectl`、`chronyc tracking`。',
    },
    remedy: {
      en: 'Set the clock and keep it synchronised; issue the certificate again when the issuer was ahead.',
      zh: '校准时钟并保持同步；若签发方超前则重新签发证书。',
    },
    source: ['golang/go:src/crypto/x509/verify.go'],
    matches: [
      'x509: certificate has expired or is not yet valid: current time 2022-05-13T10:31:02Z is before 2022-05-13T10:41:02Z',
    ],
    mustNotMatch: [
      'x509: certificate has expired or is not yet valid: current time 2022-05-13T10:31:02Z is after 2022-05-12T08:00:00Z',
    ],
  },
];
