/** A short story for the server's tests: a small catalogue, and the files of a node whose lock waits make garbage collection fail. */
import type { Catalogue, CausalEdge, Signature } from '../../server/src/engine/index';

const text = (en: string, zh: string) => ({ en, zh });

function signature(parts: Pick<Signature, 'id' | 'title' | 'category' | 'severity' | 'wordings' | 'time'>): Signature {
  return {
    role: 'problem',
    emitters: ['any'],
    meaning: text(`Meaning of ${parts.id}.`, `${parts.id} 的含义。`),
    usualCauses: text(`Usual causes of ${parts.id}.`, `${parts.id} 的常见原因。`),
    firstCheck: text('Run `iptables-save | wc -l`.', '运行 `iptables-save | wc -l`。'),
    remedy: text('Remedy.', '处置。'),
    source: [],
    matches: [],
    mustNotMatch: [],
    ...parts,
  };
}

const lockWait = signature({
  id: 'xtables-wait',
  title: text('Wait for the xtables lock', '等待 xtables 锁'),
  category: 'lock-wait',
  severity: 'warning',
  wordings: [{ literal: 'holding the xtables lock', regex: /holding the xtables lock; waiting \((?<wait>\d{1,9})s\)/ }],
  time: { kind: 'interval', anchor: 'progress', capture: 'wait', unit: 's' },
});

const gcFailure = signature({
  id: 'container-gc-failed',
  title: text('Container garbage collection failed', '容器垃圾回收失败'),
  category: 'gc-failure',
  severity: 'error',
  wordings: [{ literal: 'garbage collection failed', regex: /Container garbage collection failed/ }],
  time: { kind: 'instant' },
});

const edge: CausalEdge = {
  id: 'lock-wait-fails-gc',
  causes: ['xtables-wait'],
  effects: ['container-gc-failed'],
  mechanism: text('The runtime waits for the lock and answers nobody.', '运行时在等待锁，无法应答。'),
  scope: 'node',
  lag: { typicalMs: [0, 300_000], maxMs: 600_000 },
  strength: 'likely',
  supports: text('Timeouts.', '超时。'),
  refutes: text('The runtime answers during the wait.', '等待期间运行时仍有应答。'),
  source: [],
};

export const storyCatalogue: Catalogue = {
  signatures: [lockWait, gcFailure],
  edges: [edge],
  sameEvent: [],
  moments: [],
};

export const folder = '/logs';
export const messagesPath = '/logs/messages';
export const kubeletPath = '/logs/kubelet.log';

const wait = (clock: string, seconds: number): string =>
  `2018-01-02T${clock}.000000+08:00 node-7 dockerd[812]: Another app is currently holding the xtables lock; waiting (${seconds}s) for it to exit...`;

/** Lines 1 to 3 are one run of waits, line 5 stands alone. */
export const messages = [
  wait('03:04:05', 2),
  wait('03:04:07', 4),
  wait('03:04:09', 6),
  '2018-01-02T03:04:10.000000+08:00 node-7 systemd[1]: Started Session 12 of user root.',
  `2018-01-02T03:05:00.500000+08:00 node-7 kubelet[99]: Container garbage collection failed: operation timeout`,
  '',
].join('\n');

export const kubelet = [
  'I0102 03:04:00.000000    1234 server.go:796] Started kubelet v1.8.6',
  'E0102 03:05:00.000000    1234 kubelet.go:1234] Container garbage collection failed: operation timeout',
  '',
].join('\n');

export const storyFiles: ReadonlyMap<string, string> = new Map([
  [kubeletPath, kubelet],
  [messagesPath, messages],
]);
