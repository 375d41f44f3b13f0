/** Rules of users: what a file must look like, where its faults are told, that patterns are linear, that imports work. */
import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { catalogue, createEngine, toMarkdown, toText, toTriageJson } from '../../../server/src/engine/index';
import { draftRule, loadRules, problemLine, testRules, withRules } from '../../../server/src/rules/index';
import { compilePattern } from '../../../server/src/rules/linearPattern';
import { literalsOf } from '../../../server/src/rules/literals';

const good = `
signatures:
  - id: agent-wedged
    title: { en: Our agent is stuck, zh: 我们的代理卡住了 }
    category: runtime-unresponsive
    severity: error
    wordings:
      - regex: 'agent wedged for (?<seconds>\\d+)s on (?<unit>[a-z-]+)'
    time: { anchor: end, capture: seconds, unit: s }
    matches:
      - 'May 13 10:27:47 node-a agentd[12]: agent wedged for 12s on order-agent'
    mustNotMatch:
      - 'agent wedged its foot in the door'
edges:
  - id: wedged-agent-stops-relist
    causes: [agent-wedged]
    effects: [pleg-unhealthy]
    mechanism: The agent holds the runtime's lock.
    strength: likely
`;

function load(text: string, name = 'mine.yaml'): ReturnType<typeof loadRules> {
  return loadRules([{ name, text }], catalogue);
}

function complaints(text: string): string[] {
  return load(text).problems.map((problem) => problemLine(problem, 'en'));
}

function eventsOf(text: string, rules: ReturnType<typeof loadRules>) {
  const engine = createEngine({ catalogue: withRules(catalogue, rules) });
  const reader = engine.openSource({ id: 'messages', modifiedMs: null });
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return engine.report();
}

describe('what rules keep quiet', () => {
  const waiting =
    'May 13 10:00:05 node-a dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\n';
  const chatter = `
signatures:
  - id: lock-chatter
    title: Locks are nobody's business
    role: benign
    wordings:
      - regex: holding the xtables lock; waiting \\(\\d+s\\)
    matches:
      - holding the xtables lock; waiting (47s)
  - id: agent-up
    title: Our agent is up
    role: recovery
    severity: info
    ends: [container-gc-failed]
    excusesMs: 120000
    wordings:
      - regex: agent is up again
    matches:
      - agent is up again
`;

  it('is counted, with the place of the rule and of the first record', () => {
    const failed =
      'May 13 10:01:00 node-a kubelet: E0513 10:01:00.000000   14207 kubelet.go:1216] Container garbage collection failed: boom\n';
    const text = `May 13 10:00:00 node-a systemd: Started Session 1.\n${waiting}${waiting}${failed}May 13 10:01:30 node-a agentd: agent is up again\n`;
    const report = eventsOf(text, load(chatter));
    assert.deepEqual(
      report.events.map(({ signature }) => signature),
      ['agent-up'],
    );
    assert.deepEqual(
      report.quieted.map(({ signature, rule, records, source, line }) => [signature, rule, records, source, line]),
      [
        ['lock-chatter', { file: 'mine.yaml', line: 3 }, 2, 'messages', 2],
        ['agent-up', { file: 'mine.yaml', line: 10 }, 1, 'messages', 4],
      ],
    );
    const own = eventsOf(text, load(''));
    assert.deepEqual(own.quieted, []);
    for (const [language, words] of [
      ['en', /2 records, the first is \[`messages:2`\]/],
      ['zh', /2 条记录，首条为 \[`messages:2`\]/],
    ] as const)
      assert.match(toMarkdown(report, catalogue, { language, linkBase: '' }), words);
    assert.match(
      toText(report, catalogue, { language: 'en', color: false }),
      /Kept quiet by rules of your own\n {2}- “Locks are nobody's business” \(mine\.yaml:3\): 2 records, the first is messages:2\n/,
    );
    const told = toTriageJson(report).quieted.map(({ title, records }) => [title, records]);
    assert.deepEqual(told, [
      ["Locks are nobody's business", 2],
      ['Our agent is up', 1],
    ]);
  });
});

describe('a rule file', () => {
  it('adds signatures and edges that the engine works with', () => {
    const rules = load(good);
    assert.deepEqual(rules.problems, []);
    const report = eventsOf(
      [
        'May 13 10:24:00 node-a agentd[12]: agent wedged for 12s on order-agent',
        'May 13 10:27:47 node-a kubelet[14]: I0513 10:27:47.000000   14 kubelet.go:1926] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m14.1s ago; threshold is 3m0s]',
      ].join('\n'),
      rules,
    );
    const event = report.events.find(({ signature }) => signature === 'agent-wedged');
    assert.equal(event?.durationMs, 12_000);
    assert.equal(event?.entities.unit, 'order-agent');
    assert.ok(report.chains.some(({ links }) => links.some(({ edge }) => edge === 'wedged-agent-stops-relist')));
  });

  it('sets whatever the built-in catalogue can', () => {
    const rules = load(`
signatures:
  - id: agent-locked
    title: Our agent waits
    role: recovery
    emitters: [kubelet, event]
    wordings: [{ regex: 'agent waits since (?<since>\\d+)s' }]
    time: { anchor: open, capture: since, unit: s }
    entities: { lock: agent }
    symptomOnly: yes
    saysNotWhy: yes
    lastResort: yes
    envelope: yes
    impact: 3
    holdsLock: agent
    namesHolder: yes
    marksStart: yes
    normalAtStart: 'waits since \\d+s'
    ends: [pleg-unhealthy]
    excusesMs: 60000
    quietBelow: 3
    quietWithinMs: 1000
    quietUnderMs: 500
    weakBelow: { least: 2, per: pod }
    sameAs: agent-stop
    matches: ['agent waits since 4s']
  - id: many-agents
    title: Many agents
    fact: { name: agents, atLeast: 3, atMost: 9, value: '^[3-9]$', subject: node }
`);
    assert.deepEqual(rules.problems, []);
    const [locked, many] = rules.signatures;
    const { emitters, entities, impact, holdsLock, ends, excusesMs, quietBelow, quietWithinMs, quietUnderMs } =
      locked ?? {};
    assert.deepEqual(
      [emitters, entities, impact, holdsLock, ends, excusesMs, quietBelow, quietWithinMs, quietUnderMs],
      [['kubelet', 'event'], { lock: 'agent' }, 3, 'agent', ['pleg-unhealthy'], 60_000, 3, 1000, 500],
    );
    const { symptomOnly, saysNotWhy, lastResort, envelope, namesHolder, marksStart, weakBelow, sameAs } = locked ?? {};
    assert.deepEqual(
      [symptomOnly, saysNotWhy, lastResort, envelope, namesHolder, marksStart, weakBelow, sameAs],
      [true, true, true, true, true, true, { least: 2, per: 'pod' }, 'agent-stop'],
    );
    assert.equal(locked?.normalAtStart?.source, 'waits since \\d+s');
    assert.deepEqual([many?.fact?.name, many?.fact?.atLeast, many?.fact?.value?.source], ['agents', 3, '^[3-9]$']);
    assert.match(complaints('signatures:\n  - { id: a, title: b }')[0] ?? '', /needs 'wordings' or 'fact'/);
  });

  it('may ask the sides of an edge for words, and for certainty', () => {
    const linked = (edge: string): string[] => {
      const rules = load(`${good}${edge}`);
      assert.deepEqual(rules.problems, []);
      const report = eventsOf(
        [
          'May 13 10:24:00 node-a agentd[12]: agent wedged for 12s on order-agent',
          'May 13 10:27:47 node-a kubelet[14]: I0513 10:27:47.000000   14 kubelet.go:1926] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m14.1s ago; threshold is 3m0s]',
        ].join('\n'),
        rules,
      );
      return report.chains.flatMap(({ links }) => links.map(({ edge: id, score }) => `${id} ${score >= 0.8}`));
    };
    const says = (word: string): string => `    causeSays: [{ signature: agent-wedged, regex: 'on ${word}-agent' }]\n`;
    assert.deepEqual(linked(says('order')), ['wedged-agent-stops-relist true']);
    assert.deepEqual(linked(says('other')), ['wedged-agent-stops-relist false']);
    const certain = (words: string): string =>
      `  - { id: certain-wedge, causes: [agent-wedged], effects: [pleg-unhealthy], mechanism: x, strength: necessary, quotes: '${words}' }\n`;
    assert.ok(linked(certain('threshold is')).some((link) => link.startsWith('certain-wedge')));
    assert.ok(!linked(certain('wedged')).some((link) => link.startsWith('certain-wedge')));
    assert.match(complaints(`${good}    quotes: abc\n`)[0] ?? '', /'necessary' and 'quotes' belong together/);
    assert.match(complaints(`${good}${says('(')}`)[0] ?? '', /is no RE2 pattern/);
  });

  it('is proved by its own samples', () => {
    assert.deepEqual(testRules(load(good).signatures), []);
    const wrong = load(good.replace('agent wedged its foot', 'agent wedged for 3s on a-foot')).signatures;
    assert.deepEqual(
      testRules(wrong).map(({ signature, message }) => [signature.id, message.en]),
      [['agent-wedged', 'must not be recognised, is']],
    );
  });

  it('is told its faults by line and column, and what is sound still holds', () => {
    const text = `${good}  - id: Bad Id
    causes: [nobody]
    effects: [pleg-unhealthy]
    mechanism: x
    colour: red
`;
    const rules = load(text);
    assert.deepEqual(
      rules.problems.map((problem) => problemLine(problem, 'en').replace(/ known are:.*/, '')),
      [
        "mine.yaml:20:9: 'Bad Id' is no id: write lower-case words joined by '-'",
        "mine.yaml:24:5: 'colour' is not known here;",
      ],
    );
    assert.deepEqual(
      [rules.signatures.map(({ id }) => id), rules.edges.map(({ id }) => id)],
      [['agent-wedged'], ['wedged-agent-stops-relist']],
    );
  });

  it('names edges that point nowhere, and ids that are taken', () => {
    assert.match(
      complaints(good.replace('[pleg-unhealthy]', '[pleg-unhappy]'))[0] ?? '',
      /^mine\.yaml:17:15: there is no signature 'pleg-unhappy'/,
    );
    assert.match(
      complaints(good.replace('id: agent-wedged', 'id: pleg-unhealthy'))[0] ?? '',
      /^mine\.yaml:3:9: 'pleg-unhealthy' is taken/,
    );
  });

  it('that is no YAML is told where it breaks', () => {
    assert.match(complaints('signatures:\n  - id: [a')[0] ?? '', /^mine\.yaml:2:\d+: /);
    assert.match(complaints('a: &x [1]\nb: *x\n')[0] ?? '', /aliases/);
    assert.deepEqual(complaints(''), []);
  });

  it('whose pattern is none, or too much, is told so', () => {
    assert.match(
      complaints(good.replace('(?<seconds>', '((?<seconds>'))[0] ?? '',
      /is no RE2 pattern: .*missing closing \)/,
    );
    assert.match(complaints(good.replace('wedged for (', '(?=wedged)('))[0] ?? '', /is no RE2 pattern/);
    assert.match(complaints(good.replace(/regex: '.*'/, "regex: '(?<seconds>\\d+) .*'"))[0] ?? '', /add 'literal'/);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { problems } = load(text);
        for (const { line, column, length } of problems) assert.ok(line >= 1 && column >= 1 && length >= 1);
      }),
    );
  });
});

describe('a pattern of a user', () => {
  it('takes linear time where a backtracking engine would hang', () => {
    const compiled = compilePattern('^(a+)+$');
    assert.ok('pattern' in compiled);
    assert.equal(compiled.pattern.find(`${'a'.repeat(50_000)}!`, 0), null);
  });

  it('gives up the plain text that every match holds', () => {
    const expected: readonly (readonly [string, readonly string[] | null])[] = [
      ['agent wedged for \\d+s', ['agent wedged for ']],
      ['lock\\.go: (?:held|taken) since ages', [' since ages']],
      ['colou?r of the sky', ['r of the sky']],
      ['one of these|other of those', ['one of these', 'other of those']],
      ['\\d+ (?P<what>unreadable|uncorrectable) x', ['unreadable', 'uncorrectable']],
      ['(?:never there)? ab', null],
      ['[abc]{5} ab', null],
      ['(?i)whatever case', null],
      ['(?i:whatever) case', [' case']],
    ];
    for (const [pattern, literals] of expected) assert.deepEqual(literalsOf(pattern, 5), literals, pattern);
  });

  it('is never missed because of the text it gave up', () => {
    const atom = fc.constantFrom('abcdef', 'x', '[a-f]', '.', '\\d', '(?:abcdef|bcdefa)', '(abc)?', 'fed+', '\\.');
    const subject = fc.array(fc.constantFrom('abcdef', 'bcdefa', 'abc', 'fedd', 'x', '7', '.'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(atom, { minLength: 1, maxLength: 5 }), subject, (atoms, pieces) => {
        const literals = literalsOf(atoms.join(''), 3);
        const compiled = compilePattern(atoms.join(''));
        assert.ok('pattern' in compiled);
        const text = pieces.join('');
        if (literals !== null && compiled.pattern.find(text, 0) !== null)
          assert.ok(
            literals.some((literal) => text.includes(literal)),
            `${atoms.join('')} on ${text}: ${literals}`,
          );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a configuration of node-problem-detector', () => {
  const monitor = JSON.stringify({
    plugin: 'kmsg',
    source: 'kernel-monitor',
    conditions: [],
    rules: [
      { type: 'temporary', reason: 'WidgetHung', pattern: 'widget \\w+ blocked for more than \\w+ fortnights\\.' },
      { type: 'temporary', reason: 'WidgetHung', pattern: 'widget daemon hung' },
      { type: 'permanent', reason: 'BadPattern', pattern: '(' },
    ],
  });

  it('is taken as it is; a pattern that is none is told where it stands', () => {
    const rules = load(monitor, 'kernel-monitor.json');
    assert.deepEqual(
      rules.signatures.map(({ id, category, wordings }) => [id, category, wordings.length]),
      [['npd-kernel-monitor-widget-hung', 'kernel', 2]],
    );
    assert.equal(rules.problems.length, 1);
    assert.match(problemLine(rules.problems[0] as never, 'en'), /^kernel-monitor\.json:1:\d+: is no RE2 pattern/);
    const report = eventsOf('[   12.5] widget w7 blocked for more than two fortnights.', rules);
    assert.deepEqual(
      report.events.map(({ signature }) => signature),
      ['npd-kernel-monitor-widget-hung'],
    );
  });
});

describe('a rule made of a line', () => {
  const lines = [
    'May 13 10:27:47 node-a agentd[12]: E0513 10:27:47.000001      12 relist.go:7] agent 7f3a of pod "shop/cart-12" wedged for 12s',
    '{"log":"frobnicator \\"x\\" gave up: [12] (?:tries) $5 \\\\d\\n","stream":"stderr","time":"2022-05-13T02:27:47.1Z"}',
    'plain words without a frame, number 5',
    '- \'quotes\': "and" #comment: *alias &anchor',
  ];

  for (const line of lines) {
    it(`is sound and recognises it: ${line.slice(0, 60)}`, () => {
      const { name, text } = draftRule(line);
      const rules = load(text, `${name}.yaml`);
      assert.deepEqual(
        rules.problems.map((problem) => problemLine(problem, 'en')),
        [],
      );
      assert.deepEqual(testRules(rules.signatures), []);
    });
  }

  it('recognises others of its kind', () => {
    const rules = load(draftRule(lines[0] as string).text);
    const report = eventsOf(
      'May 14 11:00:00 node-b agentd[9]: E0514 11:00:00.000001      9 relist.go:7] agent 99aa of pod "shop/order-3" wedged for 90s\n',
      rules,
    );
    assert.equal(report.events.length, 1);
  });

  it('never throws, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        assert.match(draftRule(line).name, /^[a-z][a-z0-9-]{0,79}$/);
      }),
    );
  });
});
