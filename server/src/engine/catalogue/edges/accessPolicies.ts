/** What a denial of SELinux or AppArmor brings down. */
import type { CausalEdge } from '../edge';

export const accessPolicyEdges: readonly CausalEdge[] = [
  {
    id: 'denial-fails-what-it-forbids',
    causes: ['selinux-denied', 'apparmor-denied'],
    effects: ['security-label-refused'],
    mechanism: {
      en: 'The kernel answers what its policy forbids with "permission denied"; the runtime gives the container up.',
      zh: '内核对策略禁止的操作返回 “permission denied”，运行时随即放弃该容器。',
    },
    scope: 'node',
    lag: { typicalMs: [0, 5000], maxMs: 60_000 },
    strength: 'likely',
    supports: {
      en: "The denial's `comm` is the runtime (`runc:[2:INIT]`, `containerd`), and its `name` the refused path.",
      zh: '拒绝记录中的 `comm` 是运行时（`runc:[2:INIT]`、`containerd`），`name` 是被拒绝的路径。',
    },
    refutes: {
      en: 'The denial is of another program, or its domain is permissive.',
      zh: '被拒绝的是其他程序，或该域处于宽容模式。',
    },
    source: ['torvalds/linux:security/security.c'],
  },
  {
    id: 'denial-ends-container',
    causes: ['selinux-denied', 'apparmor-denied'],
    effects: ['pod-crashloop'],
    mechanism: {
      en: 'A program that may not read or write what it needs ends, and ends again.',
      zh: '程序无法读写所需内容而退出，并反复退出。',
    },
    scope: 'node',
    lag: { typicalMs: [0, 300_000], maxMs: 900_000 },
    strength: 'possible',
    supports: {
      en: "The denial's `comm` is the container's program.",
      zh: '拒绝记录中的 `comm` 就是容器的程序。',
    },
    refutes: {
      en: "The container's own log gives another reason.",
      zh: '容器自身日志给出其他原因。',
    },
    source: ['torvalds/linux:security/security.c'],
  },
];
