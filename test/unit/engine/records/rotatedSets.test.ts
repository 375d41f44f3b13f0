/** Rotated files as one log: their order, the year and node they share, records that a rotation cut; and what is no set. */
import * as assert from 'node:assert/strict';
import type { Report } from '../../../../server/src/engine/index';
import { createEngine } from '../../../../server/src/engine/index';
import { datesInNames, rotationOf } from '../../../../server/src/node/names';

function read(texts: Readonly<Record<string, readonly string[]>>): Report {
  const engine = createEngine();
  for (const [id, lines] of Object.entries(texts)) {
    const reader = engine.openSource({
      id,
      modifiedMs: Date.UTC(2024, 0, 1),
      statedDates: datesInNames(id),
      rotation: rotationOf(id),
    });
    reader.push(Buffer.from(`${lines.join('\n')}\n`));
    reader.end();
  }
  return engine.report();
}

function sets(report: Report): Record<string, string | null> {
  return Object.fromEntries(
    report.sources.map(({ id, set }) => [id, set === null ? null : `${set.id} ${set.part + 1}/${set.parts}`]),
  );
}

const syslog = (day: string, text: string, host = 'node-7'): string => `${day} 10:00:00 ${host} kernel: ${text}`;

describe('rotated files', () => {
  it('are put in order whatever the order they come in', () => {
    const report = read({
      messages: [syslog('May 14', 'third')],
      'messages-20210502': [syslog('May  1', 'first')],
      'messages-20210509.gz': [syslog('May  8', 'second')],
    });
    assert.deepEqual(sets(report), {
      messages: 'messages 3/3',
      'messages-20210502': 'messages 1/3',
      'messages-20210509.gz': 'messages 2/3',
    });
  });

  it('share the year that one of them states, across New Year', () => {
    const klog = 'I0101 10:00:00.000000    1 server.go:1] started at 2021-01-01T10:00:00Z';
    const report = read({
      'kubelet.log.1': [syslog('Dec 30', 'up'), syslog('Dec 31', 'still up')],
      'kubelet.log': [syslog('Jan  1', 'up'), `2021-01-01T10:00:00Z node-7 kubelet: ${klog}`, syslog('Jan  2', 'up')],
      unrelated: ['2023-06-01T10:00:00Z node-9 kubelet: up', '2023-06-02T10:00:00Z node-9 kubelet: up'],
    });
    const first = report.sources.find(({ id }) => id === 'kubelet.log.1');
    assert.equal(first?.first?.timeMs, Date.UTC(2020, 11, 30, 10));
  });

  it('are of one node, though only some of them name it', () => {
    const report = read({
      'app.log.1': ['I0513 10:00:00.000000    1 a.go:1] up'],
      'app.log': ['I0514 10:00:00.000000    1 a.go:1] up'],
      'other.log': [syslog('May 13', 'up', 'node-8')],
      'third.log': [syslog('May 13', 'up', 'node-9')],
    });
    assert.deepEqual(sets(report)['app.log.1'], 'app.log 1/2');
    const engine = createEngine();
    for (const [id, node] of [
      ['app.log.1', undefined],
      ['app.log', 'node-7'],
      ['other.log', 'node-8'],
    ] as const) {
      const reader = engine.openSource({
        id,
        modifiedMs: null,
        rotation: rotationOf(id),
        ...(node === undefined ? {} : { node }),
      });
      reader.push(Buffer.from('I0513 10:00:00.000000    1 a.go:1] up\n'));
      reader.end();
    }
    assert.deepEqual(
      engine.report().sources.map(({ node }) => node),
      ['node-7', 'node-7', 'node-8'],
    );
  });

  it('that a rotation cut in the middle of a record leave no lines without a format', () => {
    const report = read({
      'app.log.1': ['E0513 10:00:00.000000    1 a.go:1] panic:'],
      'app.log': ['\tgoroutine 7 [running]:', '\tmain.main()', 'I0514 10:00:00.000000    1 a.go:1] up'],
    });
    assert.deepEqual(
      report.sources.map(({ id, unparsedLines, problems }) => [id, unparsedLines, problems.length]),
      [
        ['app.log', 0, 0],
        ['app.log.1', 0, 0],
      ],
    );
  });

  for (const [why, texts] of Object.entries({
    'of two hosts': { 'messages.1': [syslog('May 13', 'up', 'a')], messages: [syslog('May 14', 'up', 'b')] },
    'of two formats': { 'x.log.1': [syslog('May 13', 'up')], 'x.log': ['I0514 10:00:00.000000    1 a.go:1] up'] },
    'numbered without a newest one': { 'worker.1': [syslog('May 13', 'up')], 'worker.2': [syslog('May 13', 'up')] },
    alone: { 'messages-20210502': [syslog('May  1', 'up')] },
  })) {
    it(`are no set when they are ${why}`, () => {
      assert.deepEqual(new Set(Object.values(sets(read(texts)))), new Set([null]));
    });
  }
});
