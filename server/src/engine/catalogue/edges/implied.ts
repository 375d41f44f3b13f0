/** How what a line says between its words brings about what it reports. */
import type { CausalEdge } from '../edge';

const sameLine = {
  en: 'Both stand in one and the same line.',
  zh: '两者就在同一行里。',
};

export const impliedEdges: readonly CausalEdge[] = [
  {
    id: 'used-up-memory-brings-killer',
    causes: ['machine-memory-used-up'],
    effects: ['kernel-oom-kill-global'],
    mechanism: {
      en: 'When no page can be had any more the kernel kills a process to get some back.',
      zh: '再也申请不到内存页时，内核会杀死一个进程以回收内存。',
    },
    scope: 'record',
    lag: { typicalMs: [0, 0], maxMs: 1000 },
    strength: 'likely',
    supports: sameLine,
    refutes: { en: "Only a cgroup's limit was reached.", zh: '只是某个 cgroup 达到上限。' },
    source: ['torvalds/linux:mm/oom_kill.c'],
  },
  {
    id: 'used-up-memory-ends-container-process',
    causes: ['machine-memory-used-up'],
    effects: ['container-process-killed'],
    mechanism: {
      en: 'The kernel took the memory back from a process of a container.',
      zh: '内核从容器内的进程收回了内存。',
    },
    scope: 'record',
    lag: { typicalMs: [0, 0], maxMs: 1000 },
    strength: 'possible',
    supports: sameLine,
    refutes: { en: "Only a cgroup's limit was reached.", zh: '只是某个 cgroup 达到上限。' },
    source: ['torvalds/linux:mm/oom_kill.c'],
  },
  {
    id: 'kill-ends-container-process',
    causes: ['kernel-oom-kill-memcg', 'kernel-oom-kill-global'],
    effects: ['container-process-killed'],
    mechanism: {
      en: 'The process that the kernel killed ran in a container.',
      zh: '内核杀死的进程运行在容器里。',
    },
    scope: 'node',
    lag: { typicalMs: [0, 1000], maxMs: 5000 },
    strength: 'likely',
    agree: ['pid', 'process'],
    supports: { en: "The victim's cgroup is that of a container.", zh: '被杀进程的 cgroup 属于某个容器。' },
    refutes: { en: 'The victim was another process.', zh: '被杀的是另一个进程。' },
    source: ['torvalds/linux:mm/oom_kill.c'],
  },
  {
    id: 'killed-process-restarts-container',
    causes: ['container-process-killed'],
    effects: ['pod-oomkilled', 'pod-crashloop'],
    mechanism: {
      en: 'A container that loses its main process ends and is restarted, each time later.',
      zh: '容器失去主进程即结束并被重启，间隔逐次加长。',
    },
    scope: 'pod',
    lag: { typicalMs: [0, 60_000], maxMs: 900_000 },
    strength: 'likely',
    supports: { en: 'The last state of the container is OOMKilled.', zh: '容器上一状态为 OOMKilled。' },
    refutes: { en: 'The container ended with another exit code.', zh: '容器以其他退出码结束。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go'],
  },
  {
    id: 'late-clock-refuses-certificate',
    causes: ['clock-behind-certificate'],
    effects: ['x509-expired'],
    mechanism: {
      en: 'To a clock that is behind, a certificate made just now is not valid yet.',
      zh: '对落后的时钟而言，刚签发的证书尚未生效。',
    },
    scope: 'record',
    lag: { typicalMs: [0, 0], maxMs: 1000 },
    strength: 'necessary',
    quotes: /current time \S{10,40} is before/,
    supports: sameLine,
    refutes: { en: 'The certificate is meant for later.', zh: '证书本就设为以后才生效。' },
    source: ['golang/go:src/crypto/x509/verify.go'],
  },
];
