/** Whoever reads a comparison of nodes reads words, not the names that rules and the JSON use. */
import assert from 'node:assert/strict';
import { factTitle } from '../../../../server/src/engine/export/factWords';
import { factFormats } from '../../../../server/src/engine/facts/index';
import { catalogue, toText } from '../../../../server/src/engine/index';
import { healthyStory, lockStory } from '../../../support/stories';
import { triage } from '../../../support/triage';

describe('what collected outputs measure', () => {
  it('has words in both languages', () => {
    const names = new Set([...factFormats.flatMap((format) => format.names), 'kubelet.differs', 'facts.leftOut']);
    for (const name of names) assert.doesNotMatch(factTitle(name, 'en'), /\w\.\w/);
    for (const name of names) assert.match(factTitle(name, 'zh'), /\p{Script=Han}|Pod/u);
  });

  it('is told in words where a healthy node stands beside the sick one', () => {
    const load = (value: string): string[] => [
      `top - 10:40:01 up 12 days,  3:04,  1 user,  load average: ${value}, ${value}, ${value}`,
      'Tasks: 312 total,   1 running, 311 sleeping,   0 stopped,   0 zombie',
      '%Cpu(s):  3.1 us,  1.2 sy,  0.0 ni, 95.7 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st',
    ];
    const report = triage({
      'node-a/messages': lockStory(),
      'node-b/messages': healthyStory(),
      'node-a/top.txt': load('28.30'),
      'node-b/top.txt': load('1.43'),
    });
    const text = toText(report, catalogue, { language: 'en', color: false });
    assert.match(text, /- load average of 5 min: node-a 28\.3; healthy: node-b 1\.43/);
  });
});
