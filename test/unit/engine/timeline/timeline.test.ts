/** What all sources say around an instant: found with few looks into a source, merged by time, in each source's own order. */
import * as assert from 'node:assert/strict';
import type { Report } from '../../../../server/src/engine/index';
import type { TimelineView } from '../../../../server/src/engine/timeline/findTimeline';
import { findTimeline } from '../../../../server/src/engine/timeline/findTimeline';
import type { MergedLines } from '../../../../server/src/engine/timeline/mergeLines';
import { timelineRows } from '../../../../server/src/engine/timeline/timelineText';
import { triage } from '../../../support/triage';

const start = Date.UTC(2022, 4, 13, 2, 0, 0);
const at = (seconds: number): number => start + seconds * 1000;
const iso = (seconds: number): string => new Date(at(seconds)).toISOString().replace('Z', '');

const stamped = (seconds: number, text: string, host = 'node-a'): string =>
  `${iso(seconds)}+00:00 ${host} app[1]: ${text}`;

interface Found extends MergedLines {
  /** How often a source was looked into, and how many lines were asked for in all. */
  readonly asks: number;
  readonly asked: number;
}

function find(
  report: Report,
  logs: Readonly<Record<string, readonly string[]>>,
  view: Partial<TimelineView> & { readonly atMs: number },
  limit?: number,
): Found {
  const whole = {
    spanMs: 5000,
    zoneMinutes: 0,
    node: null,
    isEventsOnly: false,
    ...view,
  };
  const search = findTimeline(report, whole, limit);
  let asks = 0;
  let asked = 0;
  let step = search.next();
  while (step.done !== true) {
    const { source, first, last } = step.value;
    const lines = (logs[source] ?? []).slice(first - 1, last);
    asks++;
    asked += lines.length;
    step = search.next(lines.join('\n'));
  }
  return { ...step.value, asks, asked };
}

function places({ lines }: MergedLines): string[] {
  return lines.map(({ source, line }) => `${source}:${line}`);
}

describe('a timeline', () => {
  const logs = {
    'a.log': [stamped(0, 'one'), stamped(10, 'two'), '  goes on', stamped(20, 'three')],
    'b.log': [stamped(8, 'four'), stamped(12, 'five'), stamped(60, 'six')],
  };

  it('numbers lines right where they are so long that fewer are given than were asked for, and keeps little of them', () => {
    const long = { 'a.log': Array.from({ length: 60 }, (_, number) => stamped(number / 100, 'x'.repeat(20_000))) };
    const source = triage(long);
    const search = findTimeline(source, {
      atMs: at(0.3),
      spanMs: 5000,
      zoneMinutes: 0,
      node: null,
      isEventsOnly: false,
    });
    let step = search.next();
    while (step.done !== true) {
      const { first, last } = step.value;
      // No more than ten lines go into one answer.
      step = search.next(long['a.log'].slice(first - 1, Math.min(last, first + 9)).join('\n'));
    }
    assert.deepEqual(
      step.value.lines.map(({ line }) => line),
      Array.from({ length: 60 }, (_, number) => number + 1),
    );
    assert.ok(step.value.lines.every(({ line, text }) => text.startsWith(`${iso((line - 1) / 100)}+`)));
    const endless = { 'a.log': Array.from({ length: 400 }, (_, number) => stamped(number / 100, 'x'.repeat(20_000))) };
    const found = find(triage(endless), endless, { atMs: at(2) });
    assert.ok(found.isCut && found.lines.length < 400, `${found.lines.length}`);
  });

  it('merges the lines of all sources by time; a line without a time stays with its record', () => {
    assert.deepEqual(places(find(triage(logs), logs, { atMs: at(10) })), ['b.log:1', 'a.log:2', 'a.log:3', 'b.log:2']);
  });

  it('compares times after clocks are put right', () => {
    const report = triage(logs, {
      corrections: [{ 'b.log': { skewMs: 4000 } }],
    });
    assert.deepEqual(places(find(report, logs, { atMs: at(10) })), ['a.log:2', 'a.log:3', 'b.log:1']);
  });

  it('keeps the order of a source whose clock goes back', () => {
    const odd = {
      'a.log': [stamped(1, 'x'), stamped(3, 'y'), stamped(2, 'z'), stamped(4, 'u')],
      'b.log': [stamped(2.5, 'v')],
    };
    assert.deepEqual(places(find(triage(odd), odd, { atMs: at(2) })), [
      ...['a.log:1', 'b.log:1', 'a.log:2', 'a.log:3', 'a.log:4'],
    ]);
  });

  it('turns a source round that begins with its newest record', () => {
    const newest = {
      'a.log': [...logs['a.log']].reverse(),
      'b.log': logs['b.log'],
    };
    newest['a.log'] = [stamped(20, 'three'), stamped(10, 'two'), '  goes on', stamped(0, 'one')];
    assert.deepEqual(places(find(triage(newest), newest, { atMs: at(10) })), [
      'b.log:1',
      'a.log:2',
      'a.log:3',
      'b.log:2',
    ]);
  });

  it('of one node has its lines, and those of no node', () => {
    const nodes = {
      'a.log': [stamped(1, 'x', 'node-a')],
      'b.log': [stamped(2, 'y', 'node-b')],
      'c.log': [`I0513 02:00:03.000000       1 app.go:1] z`],
    };
    const report = triage(nodes, { year: 2022, zone: 'UTC' });
    const found = find(report, nodes, { atMs: at(2), node: 'node-b' });
    assert.deepEqual(places(found), ['b.log:1', 'c.log:1']);
  });

  it('looks into a long source at some twenty places, wherever the instant is', () => {
    const long = {
      'a.log': Array.from({ length: 300_000 }, (_, index) => stamped(index, `tick ${index}`)),
    };
    const report = triage(long);
    for (const second of [0, 1, 149_999, 222_222, 299_998, 299_999]) {
      const found = find(report, long, { atMs: at(second), spanMs: 1000 });
      const expected = [second - 1, second, second + 1].filter((one) => one >= 0 && one < 300_000);
      assert.deepEqual(
        places(found),
        expected.map((one) => `a.log:${one + 1}`),
      );
      assert.ok(found.asks <= 25 && found.asked <= 5000, `${found.asks} asks for ${found.asked} lines`);
    }
  });

  it('finds its way through a long dump without times', () => {
    const dump = Array.from({ length: 3000 }, (_, index) => `\tmain.go:${index} +0x1d`);
    const logs = {
      'a.log': [...Array.from({ length: 50 }, (_, index) => stamped(index, 'before')), ...dump, stamped(100, 'behind')],
    };
    assert.deepEqual(places(find(triage(logs), logs, { atMs: at(100), spanMs: 500 })), ['a.log:3051']);
  });

  it('of too many lines keeps those around the instant, and says how many are left out', () => {
    const many = {
      'a.log': Array.from({ length: 100 }, (_, index) => stamped(index, 'x')),
    };
    const found = find(triage(many), many, { atMs: at(50), spanMs: 20_000 }, 10);
    assert.deepEqual([places(found)[0], places(found).at(-1), found.lines.length], ['a.log:46', 'a.log:55', 10]);
    assert.deepEqual([found.isCut, found.leftOut], [true, [0, 0]]);
    const view = { atMs: 0, spanMs: 1, zoneMinutes: 0, node: null, isEventsOnly: false };
    const [, ...others] = timelineRows(
      { ...found, lines: [] },
      view,
      { sources: [] },
      () => String,
      () => false,
      'en',
    );
    assert.match(others.map(({ text }) => text).join(), /more lines in this span/);
  });

  it('ends where sources are too much to read, and says so; what lies elsewhere in time is not asked for', () => {
    const wide = { 'a.log': [stamped(1, 'x'.repeat(900))], 'b.log': [stamped(2, 'y')], 'c.log': [stamped(900, 'z')] };
    const found = findTimeline(
      triage(wide),
      { atMs: at(1), spanMs: 5000, zoneMinutes: 0, node: null, isEventsOnly: false },
      100,
      500,
    );
    const asked: string[] = [];
    let step = found.next();
    while (step.done !== true) {
      asked.push(step.value.source);
      step = found.next(wide['a.log'][0] ?? '');
    }
    assert.deepEqual([[...new Set(asked)], step.value.isCut], [['a.log'], true]);
  });

  it('of events only reads nothing', () => {
    const events = {
      'a.log': [
        stamped(0, 'x'),
        stamped(1, 'kubelet: PLEG is not healthy: pleg was last seen active 3m14s ago; threshold is 3m0s'),
      ],
    };
    const found = find(triage(events), events, {
      atMs: at(1),
      isEventsOnly: true,
    });
    assert.deepEqual([places(found), found.asks], [['a.log:2'], 0]);
  });
});

describe('the text of a timeline', () => {
  const logs = {
    'a.log': [stamped(0, 'one\u001b[31m\u202e')],
    'logs/b.log': [stamped(86_400, 'two')],
  };
  const report = triage(logs);
  const view = {
    atMs: at(43_200),
    spanMs: 86_400_000,
    zoneMinutes: 480,
    node: null,
    isEventsOnly: false,
  };
  const names =
    () =>
    (id: string): string =>
      id.slice(id.lastIndexOf('/') + 1);
  const rows = (language: 'en' | 'zh') =>
    timelineRows(
      find(report, logs, view),
      view,
      report,
      names,
      ({ line, source }) => source === 'a.log' && line === 1,
      language,
    );

  it('has a heading, a line for each day in the zone that is looked from, and columns', () => {
    assert.deepEqual(
      rows('en').map(({ text }) => text.replace(/(?<=one|two).*/, '')),
      [
        'Timeline 2022-05-12 22:00:00 - 2022-05-14 22:00:00 UTC+08:00 · all nodes · 2 lines of 2 sources',
        '── 2022-05-13 UTC+08:00 ──',
        '10:00:00.000  node-a  a.log:1 ● app[1]: one',
        '── 2022-05-14 UTC+08:00 ──',
        '10:00:00.000  node-a  b.log:1 · app[1]: two',
      ],
    );
    assert.match(rows('zh')[0]?.text ?? '', /^时间线 .*所有节点/);
  });

  it('says at which columns what stands', () => {
    const row = rows('en')[2];
    assert.ok(row !== undefined);
    const { node, place, placeEnd, words } = row.columns;
    assert.deepEqual(
      [row.text.slice(node, place), row.text.slice(place, placeEnd), row.text.slice(words, words + 4)],
      ['node-a  ', 'a.log:1', 'app['],
    );
  });

  it('shows what is invisible in a log', () => {
    assert.match(rows('en')[2]?.text ?? '', /one\\u\{1b\}\[31m\\u\{202e\}$/);
  });
});
