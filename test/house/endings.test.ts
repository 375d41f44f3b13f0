/** The law of endings: what goes wrong with networks, storage, the kernel, units or clocks brings something about, or it is said why nothing follows. */
import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/engine/catalogue/index';
import type { Category } from '../../server/src/engine/model/category';

/** Where chains begin; what lies nearer to pods ends them. */
const layers: readonly Category[] = [
  'storage',
  'network',
  'cni',
  'kernel',
  'systemd',
  'clock',
  'disk-pressure',
  'resource-exhaustion',
  'oom',
  'lock-wait',
];

/** Problems that no edge leads on from, and why. */
const endings: Readonly<Record<string, string>> = {
  'vm-snapshot-failed': 'the backup is missed; the machine goes on',
  'session-not-created': 'a log-in is refused; nothing on the node waits for it',
  'chrony-clock-drifted': 'seconds break no certificate and no lease',
  'etcd-clock-drift': 'a warning from before anything fails; a clock that is wrong has its own lines',
  'crio-storage-wiped': 'images and containers come anew by themselves',
  'eviction-none-possible': 'the pressure itself is told by its condition',
  'journald-suppressed': 'lines are missing, and nothing else',
  'journald-write-failed': 'lines are missing, and nothing else',
  'audit-backlog': 'audit records are missing, and nothing else',
  'kernel-oom-invoked': 'the kill that follows says whom it met',
  'kubeproxy-port-busy': 'one node port does not answer; who calls it is not on this node',
  'kubeproxy-mode-fallback': 'the other mode serves the same services',
  'service-address-conflict': 'callers reach another service; no line on a node tells that',
  'detector-frequent-restart': 'repeats what another log says',
  'detector-kernel-deadlock': 'repeats what another log says',
  'detector-storage-fault': 'repeats what another log says',
  'unit-status-failed': 'shows a state; what led there has its own lines',
  'volume-mount-timeout': 'the pod waits for its volume: there the story ends',
  'dpkg-lock-busy': 'the package manager waits, and goes on',
  'flock-timeout': 'a script waits for another run of itself',
  'kube-iptables-check-timeout': 'the rule is looked for again in the next round',
  'xtables-lock-wait-plain': 'a view of one wait, told by its last line',
  'xtables-lock-wait-remaining': 'a view of one wait, told by its last line',
  'xtables-lock-flock-failed': 'a view of one wait, told by its last line',
};

describe('endings', () => {
  const causes = new Set(catalogue.edges.flatMap((edge) => edge.causes));
  const open = catalogue.signatures
    .filter(({ role, symptomOnly, lastResort }) => role === 'problem' && symptomOnly !== true && lastResort !== true)
    .filter(({ category, id }) => layers.includes(category) && !causes.has(id))
    .map(({ id }) => id);

  it('are said of every problem that leads nowhere', () => {
    assert.deepEqual(
      open.filter((id) => endings[id] === undefined),
      [],
      'add an edge, or say why nothing follows',
    );
  });

  it('are said of no other', () => {
    assert.deepEqual(
      Object.keys(endings).filter((id) => !open.includes(id)),
      [],
    );
  });
});
