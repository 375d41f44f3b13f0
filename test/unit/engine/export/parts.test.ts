/** What a report for people tells beside its chains: who held a lock, what rules keep quiet, which nodes are well, what is not sure. */
import assert from 'node:assert/strict';
import { catalogue, toMarkdown, toText } from '../../../../server/src/engine/index';
import { healthyStory, kubelet, lockStory } from '../../../support/stories';
import { triage } from '../../../support/triage';

const holder = 'kube-proxy: I0513 10:02:05.123456  811 proxier.go:764] syncProxyRules took 41.2s';
const report = triage({
  'node-a/messages': [...lockStory(), `May 13 10:15:05 node-a ${holder}`],
  'node-b/messages': healthyStory(),
});
const both = [
  toMarkdown(report, catalogue, { language: 'en', linkBase: '' }),
  toText(report, catalogue, { language: 'en', color: false }),
];

describe('a report for people', () => {
  it('tells who waited for a lock and who held it', () => {
    for (const text of both) {
      assert.match(text, /Locks\n/);
      assert.match(text, /- dockerd waited, 28 lines, longest 52 s, 2022-05-13 10:00:/);
      assert.match(text, /- kube-proxy held it, 1 line, longest 41 s, /);
    }
  });

  it('says where no line names the holder of a lock', () => {
    const lone = triage({ messages: lockStory() });
    assert.match(toText(lone, catalogue, { language: 'en', color: false }), /- no line names who held it/);
    assert.match(toMarkdown(lone, catalogue, { language: 'zh', linkBase: '' }), /- 没有日志指明持有者/);
  });

  it('says of a trouble whose end would be told that it is not in the logs', () => {
    for (const text of both) assert.match(text, /its end is not in the logs/);
    assert.match(both[1] ?? '', /Container garbage collection failed .*; its end is not in the logs\n/);
  });

  it('tells what is alike on healthy nodes, which explains nothing', () => {
    const probe = (seconds: number, node: string): string =>
      kubelet(
        seconds,
        'Readiness probe for "web-1_shop(0f0f3b1e-d261-11ec-9d64-0242ac120002):app" failed (failure): dial tcp 10.0.0.7:8080: connect: connection refused',
        'E',
        node,
      );
    const probes = (node: string): string[] => Array.from({ length: 12 }, (_, index) => probe(20 + index, node));
    const told = triage({
      'node-a/messages': [...probes('node-a'), ...lockStory()],
      'node-b/messages': [...probes('node-b'), ...healthyStory()],
    });
    assert.match(
      toText(told, catalogue, { language: 'en', color: false }),
      /- A probe of a container failed: node-a 12; healthy: node-b 12 \(alike on both: no explanation\)/,
    );
  });

  it('says of another explanation that nobody collected the logs that would hold it', () => {
    const klog = lockStory({ locks: false }).map((line) => line.slice(line.indexOf('kubelet: ') + 9));
    assert.match(
      toText(triage({ 'kubelet.log': klog }), catalogue, { language: 'en', color: false }),
      /if it were the kernel or the hardware, .*: the logs that would hold it were not collected/,
    );
  });

  it('names the nodes without a chain', () => {
    for (const text of both) assert.match(text, /No chain on: node-b/);
  });

  it('says how the clocks are known that it tells times by', () => {
    assert.match(both[0] ?? '', /- clock `node-a\/messages`: `zone UTC: nothing states or implies another one`/);
  });

  it('names the rules that keep records quiet before anything else', () => {
    const [signature] = catalogue.signatures.filter(({ id }) => id === 'container-gc-failed');
    assert.ok(signature !== undefined);
    const rule = { file: 'ours.yaml', line: 7, column: 1 };
    const used = { ...catalogue, signatures: [{ ...signature, role: 'benign' as const, rule }] };
    const quiet = triage({ messages: [kubelet(0, 'Container garbage collection failed: x')] }, { catalogue: used });
    const markdown = toMarkdown(quiet, used, { language: 'en', linkBase: '' });
    assert.match(
      markdown,
      /## Kept quiet by rules of your own\n\n- “Container garbage collection failed” \(`ours\.yaml:7`\): 1 record, the first is \[`messages:1`\]/,
    );
    assert.ok(markdown.indexOf('Kept quiet') < markdown.indexOf('## Summary'));
  });
});
