/** Chains come from rules and evidence: they appear with it, vanish without it, and do not care for names or clocks. */
import * as assert from 'node:assert/strict';
import type { Chain, Report } from '../../../../server/src/engine/index';
import { healthyStory, kubelet, lockStory } from '../../../support/stories';
import { stepsOf, triage } from '../../../support/triage';

function categories(report: Report, chain: Chain | undefined): string[] {
  return (chain?.steps ?? []).map((id) => report.episodes.find((episode) => episode.id === id)?.category ?? '?');
}

function firm(report: Report): Chain[] {
  return report.chains.filter((chain) => chain.confidence !== 'possible');
}

describe('the chain of a node whose docker waits for the xtables lock', () => {
  const report = triage({ messages: lockStory() });
  const [chain] = report.chains;

  it('leads from the lock to NotReady and is strong', () => {
    const told = categories(report, chain);
    assert.equal(told[0], 'lock-wait');
    assert.equal(told[told.length - 1], 'node-notready');
    assert.equal(chain?.confidence, 'strong');
    for (const between of ['runtime-unresponsive', 'gc-failure', 'pleg-unhealthy'])
      assert.ok(told.includes(between), `${between} is missing from ${told.join(', ')}`);
  });

  it('says of every link its mechanism, its distance in time, its evidence and how to refute it', () => {
    assert.ok((chain?.links.length ?? 0) >= 3);
    for (const link of chain?.links ?? []) {
      assert.ok(link.mechanism.en.length > 20 && link.mechanism.zh.length > 5);
      assert.ok(link.refutes.en.length > 5);
      assert.ok(link.lagMs !== null && link.lagMs >= 0);
      assert.ok(link.evidence.length >= 2);
    }
  });

  it('is the same for the same bytes', () => {
    assert.deepEqual(triage({ messages: lockStory() }), report);
  });

  it('is found under another name and at another time of day', () => {
    const other = triage({
      'collected/syslog.1': lockStory({ node: 'ip-10-0-0-9.eu.internal', shiftSeconds: 20_000 }),
    });
    assert.deepEqual(categories(other, other.chains[0]), categories(report, chain));
    assert.equal(other.chains[0]?.node, 'ip-10-0-0-9.eu.internal');
    assert.equal(other.chains[0]?.confidence, 'strong');
  });

  it('never claims the lock when the lock lines are gone', () => {
    const without = triage({ messages: lockStory({ locks: false }) });
    assert.ok(without.chains.length > 0);
    for (const other of without.chains) assert.ok(!categories(without, other).includes('lock-wait'));
  });

  it('is told for each sick node and not for the healthy one', () => {
    const both = triage({
      'a/messages': lockStory(),
      'b/messages': lockStory({ node: 'node-c' }),
      'c/messages': healthyStory(),
    });
    const nodes = firm(both)
      .map((other) => other.node)
      .sort();
    assert.deepEqual(nodes, ['node-a', 'node-c']);
  });
});

describe('what is no chain', () => {
  it('is a healthy log', () => {
    assert.deepEqual(firm(triage({ messages: healthyStory() })), []);
  });

  it('is an effect that came before its cause', () => {
    const report = triage({
      messages: [
        kubelet(0, 'Recording NodeNotReady event message for node node-a', 'I'),
        ...lockStory({ shiftSeconds: 7200 }).filter((line) => line.includes('xtables')),
      ],
    });
    assert.ok(
      report.chains.every(
        (chain) =>
          !(categories(report, chain).includes('lock-wait') && categories(report, chain).includes('node-notready')),
      ),
    );
  });

  it('is the trouble of another node', () => {
    const report = triage({
      'a/messages': lockStory().filter((line) => line.includes('xtables')),
      'b/messages': lockStory({ node: 'node-c', locks: false }),
    });
    for (const chain of report.chains.filter((other) => other.node === 'node-c'))
      assert.ok(!categories(report, chain).includes('lock-wait'));
  });

  it('is a symptom alone: a chain that begins with one says that its cause is not in the logs', () => {
    const report = triage({
      messages: lockStory({ locks: false }).filter((line) => line.includes('PLEG') || line.includes('NodeNotReady')),
    });
    assert.equal(stepsOf(report)[0], 'pleg-unhealthy');
    assert.equal(report.chains[0]?.confidence, 'possible');
    assert.match(report.chains[0]?.missing[0]?.en ?? '', /symptom/);
  });
});

describe('a request that failed for a reason without a name', () => {
  const failed =
    'E0513 10:29:02.004211   14207 remote_runtime.go:212] "PodSandboxStatus from runtime service failed" err="rpc error: code = Unknown desc = boom"';

  it('is a possibility where nothing else went wrong', () => {
    const { chains, episodes } = triage({ kubelet: [failed] });
    assert.deepEqual(
      chains.map(({ steps, confidence }) => [steps.length, confidence]),
      [[1, 'possible']],
    );
    assert.equal(episodes[0]?.category, 'runtime-unresponsive');
  });

  it('is none beside trouble that says what it is', () => {
    const killed =
      'May 13 12:29:02 node-a kernel: [12011.118001] Memory cgroup out of memory: Killed process 811 (java) total-vm:1kB';
    const report = triage({ kubelet: [failed], messages: [killed] });
    assert.ok(report.chains.length > 0);
    for (const chain of report.chains) assert.equal(categories(report, chain)[0], 'oom');
  });
});

describe('the root of a chain', () => {
  it('is the pull, not the runtime, when a pull ran into its deadline', () => {
    const report = triage({
      'events.txt': [
        '  Warning  Failed   16m (x3 over 18m)  kubelet  Failed to pull image "registry.shop.example/web:1": rpc error: code = DeadlineExceeded desc = context deadline exceeded',
        '  Normal   BackOff  15m (x9 over 18m)  kubelet  Back-off pulling image "registry.shop.example/web:1"',
      ],
    });
    assert.equal(categories(report, report.chains[0])[0], 'image-pull');
  });

  it('is the disk that did not appear, not the mount that needed it', () => {
    const report = triage({
      messages: [
        'May 13 10:31:02 node-a systemd[1]: Timed out waiting for device dev-vdb1.device.',
        'May 13 10:31:02 node-a systemd[1]: Dependency failed for /data.',
        'May 13 10:31:02 node-a systemd[1]: Dependency failed for Local File Systems.',
      ],
    });
    assert.deepEqual(stepsOf(report), ['systemd-device-timeout', 'systemd-dependency-failed']);
  });
});

describe('episodes', () => {
  it('gather a run of one signature with its span, count and worst wait', () => {
    const report = triage({ messages: lockStory() });
    const waits = report.episodes.find((episode) => episode.category === 'lock-wait');
    assert.equal(waits?.count, 28);
    assert.equal(waits?.worstDurationMs, 52_000);
    assert.ok((waits?.endMs ?? 0) - (waits?.startMs ?? 0) > 13 * 60_000);
  });

  it('end after a long silence', () => {
    const report = triage({ messages: [...lockStory(), ...lockStory({ shiftSeconds: 7200 })] });
    assert.equal(report.episodes.filter((episode) => episode.signature === 'container-gc-failed').length, 2);
  });
});
