/** Message kinds that no signature knows: what makes two messages of one kind, what is counted, which stand out near a symptom. */
import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { LineScan, noZone, StampKind } from '../../../../server/src/engine/formats/format';
import { catalogue, createEngine, toMarkdown, toText } from '../../../../server/src/engine/index';
import { severityCode } from '../../../../server/src/engine/model/severity';
import type { TemplateSource } from '../../../../server/src/engine/templates/findUnexplained';
import { findUnexplained } from '../../../../server/src/engine/templates/findUnexplained';
import { mineTemplates } from '../../../../server/src/engine/templates/mineTemplates';
import { TemplateCounter } from '../../../../server/src/engine/templates/templateCounter';
import { templateKey } from '../../../../server/src/engine/templates/templateKey';
import { TimeHistogram } from '../../../../server/src/engine/templates/timeHistogram';
import type { Trouble } from '../../../../server/src/engine/templates/troubles';

const encoder = new TextEncoder();

interface Said {
  readonly text: string;
  readonly atMs?: number;
  readonly severity?: number;
  readonly explained?: boolean;
}

function keyOf(text: string): number {
  const bytes = encoder.encode(text);
  const scan = new LineScan();
  scan.reset();
  scan.bodyStart = 0;
  scan.bodyEnd = bytes.length;
  return templateKey(bytes, scan);
}

function count(messages: readonly Said[], firstLine = 1): TemplateCounter {
  const counter = new TemplateCounter();
  messages.forEach(({ text, atMs, severity = severityCode.info, explained = false }, index) => {
    const bytes = encoder.encode(text);
    const place = { bodyStart: 0, bodyEnd: bytes.length, locationStart: -1 };
    const stamp =
      atMs === undefined ? null : { kind: StampKind.dated, wallMs: atMs, zoneMinutes: noZone, yearOffset: 0 };
    counter.see(keyOf(text), bytes, place, severity, firstLine + index, stamp);
    counter.settle(explained);
  });
  return counter;
}

describe('the kind of a message', () => {
  it('does not depend on numbers, ids and quoted texts', () => {
    const one = keyOf('Removed container 4f2a91c0 of pod "order-7" in 12 ms');
    assert.equal(keyOf('Removed container 77e01b2d of pod "cart-11" in 3 ms'), one);
    assert.notEqual(keyOf('Created container 4f2a91c0 of pod "order-7" in 12 ms'), one);
  });

  it('is the statement of the program where the line names it', () => {
    const bytes = encoder.encode('x.go:12 any text');
    const scan = new LineScan();
    scan.reset();
    scan.locationStart = 0;
    scan.locationEnd = 7;
    scan.bodyStart = 8;
    scan.bodyEnd = bytes.length;
    const first = templateKey(bytes, scan);
    const other = encoder.encode('x.go:12 another one');
    scan.bodyEnd = other.length;
    assert.equal(templateKey(other, scan), first);
  });
});

describe('counting message kinds', () => {
  it('leaves out what a signature explains', () => {
    const [group, ...others] = count([
      { text: 'lease renewed by agent 1', explained: true },
      { text: 'lease renewed by agent 2' },
      { text: 'lease renewed by agent 3' },
    ]).groups();
    assert.deepEqual(others, []);
    assert.equal(group?.count, 2);
    assert.equal(group?.firstLine, 2);
  });

  it('tells thousands of kinds apart, and counts each all through', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda'];
    const kinds = words.flatMap((a) => words.flatMap((b) => words.map((c) => `${a} ${b} ${c} is said`)));
    const counts = count([...kinds, ...kinds, ...kinds].map((text) => ({ text }))).groups();
    assert.equal(counts.length, kinds.length);
    assert.ok(counts.every((group) => group.count === 3));
  });

  it('gives the same for a source read in two parts', () => {
    const message = fc.record({
      text: fc.constantFrom('alpha beta 1', 'alpha gamma 2', 'delta', 'delta epsilon 3', 'zeta "q" eta'),
      atMs: fc.integer({ min: -5_000_000, max: 90_000_000 }),
      severity: fc.integer({ min: 0, max: 4 }),
      explained: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), fc.nat(60), (messages, cut) => {
        const whole = count(messages).groups();
        const joined = count(messages.slice(0, cut));
        joined.append(count(messages.slice(cut)), Math.min(cut, messages.length));
        // The first sample of a kind may be one that a signature explains; both ways keep the first that was seen.
        assert.deepEqual(joined.groups(), whole);
      }),
    );
  });
});

describe('a histogram of times', () => {
  it('holds every time, whatever their order and span', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 80 }), (times) => {
        const forward = new TimeHistogram();
        for (const time of times) forward.add(time);
        const backward = new TimeHistogram();
        for (const time of [...times].reverse()) backward.add(time);
        assert.deepEqual(backward.rested(), forward.rested());
        assert.equal(forward.between(-2e12, 2e12).count, times.length);
      }),
    );
  });
});

describe('templates', () => {
  it('join messages that differ in a word or two', () => {
    const groups = count([
      { text: 'volume alpha of tenant red was detached in time' },
      { text: 'volume beta of tenant blue was detached in time' },
      { text: 'volume gamma of tenant red was detached in time' },
      { text: 'nothing of that sort here at all, my friend' },
    ]).groups();
    assert.deepEqual(
      mineTemplates(groups).map(({ text, count: seen }) => [text, seen]),
      [
        ['volume <*> of tenant <*> was detached in time', 3],
        ['nothing of that sort here at all, my friend', 1],
      ],
    );
  });

  it('write changing parts of words as variables', () => {
    const [template] = mineTemplates(count([{ text: 'dial 10.2.3.4:443: id="af03" took 12ms' }]).groups());
    assert.equal(template?.text, 'dial <*>: id="<*>" took <*>');
  });
});

describe('the unexplained', () => {
  const hour = 3_600_000;
  const start = Date.UTC(2024, 4, 13, 2, 0);
  const symptom: Trouble = {
    nodes: ['node-a'],
    startMs: start + hour,
    symptomMs: start + hour + 120_000,
    title: { en: 'Node NotReady', zh: '节点 NotReady' },
  };

  function source(messages: readonly Said[], node: string | null = 'node-a'): TemplateSource {
    return {
      id: 'agent.log',
      node,
      groups: count(messages).groups(),
      firstMs: start,
      lastMs: start + 3 * hour,
      toUtc: (ms) => ms,
    };
  }

  const every = (text: string, stepMs: number, from: number, to: number): Said[] =>
    Array.from({ length: Math.floor((to - from) / stepMs) }, (_, index) => ({ text, atMs: from + index * stepMs }));

  it('names a warning that is new shortly before the symptom', () => {
    const told = findUnexplained(
      [source([{ text: 'raid member lost', atMs: start + hour - 60_000, severity: severityCode.warning }])],
      [symptom],
    );
    assert.equal(told.length, 1);
    assert.match(told[0]?.why.en ?? '', /^new: first seen 3 min 00 s before “Node NotReady”$/);
  });

  it('names what stops and what bursts, and is quiet about what goes on', () => {
    const told = findUnexplained(
      [
        source([
          ...every('heartbeat sent', 10_000, start, start + hour),
          ...every('cache miss', 1000, start + hour, start + hour + 100_000),
          ...every('cache miss', 600_000, start, start + 3 * hour),
          ...every('steady work', 5000, start, start + 3 * hour),
        ]),
      ],
      [symptom],
    );
    assert.deepEqual(told.map(({ template }) => template).sort(), ['cache miss', 'heartbeat sent']);
    assert.match(told.find(({ template }) => template === 'heartbeat sent')?.why.en ?? '', /^stopped: /);
    assert.match(told.find(({ template }) => template === 'cache miss')?.why.en ?? '', /^burst: /);
  });

  it('does not tie another node’s messages to the symptom', () => {
    const far = source([{ text: 'raid member lost', atMs: start + hour, severity: severityCode.warning }], 'node-b');
    assert.deepEqual(findUnexplained([far], [symptom]), []);
  });

  it('names unknown errors even without any symptom', () => {
    const told = findUnexplained(
      [source([{ text: 'controller wedged', severity: severityCode.error }, { text: 'all is well' }])],
      [],
    );
    assert.deepEqual(
      told.map(({ template, why }) => [template, why.en]),
      [['controller wedged', 'an error that no signature knows']],
    );
  });
});

describe('a report', () => {
  it('lists an unknown error with its template and its first line, in Markdown and on the terminal', () => {
    const lines = [
      'I0513 10:31:02.004211   14207 widget.go:10] widget is up',
      'E0513 10:31:03.004211   14207 widget.go:77] widget `a`|<b> 17 lost its frobnicator',
      'E0513 10:31:04.004211   14207 widget.go:77] widget `c`|<d> 18 lost its frobnicator',
    ];
    const engine = createEngine();
    const reader = engine.openSource({ id: 'widget.log', modifiedMs: null });
    reader.push(encoder.encode(lines.join('\n')));
    reader.end();
    const report = engine.report();
    assert.deepEqual(
      report.unexplained.map(({ count: seen, firstLine, source }) => [seen, firstLine, source]),
      [[2, 2, 'widget.log']],
    );
    assert.match(
      toMarkdown(report, catalogue, { language: 'en', linkBase: '' }),
      /- ``widget `a`\|<b> <\*> lost its frobnicator`` \(2 ×; an error that no signature knows\): \[`widget\.log:2`\]/,
    );
    assert.match(
      toText(report, catalogue, { language: 'zh', color: false }),
      /widget\.log:2; 没有任何特征能识别的错误/,
    );
  });
});
