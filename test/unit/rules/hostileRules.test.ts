/** Rule files and case files come with the logs: none can end the program, stall it, or put more than text on the screen. */
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '../../../server/src/case/caseFile';
import { catalogue, toMarkdown, toText } from '../../../server/src/engine/index';
import { casesOf } from '../../../server/src/node/caseFiles';
import { diskFiles } from '../../../server/src/node/files';
import { rulesOf } from '../../../server/src/node/ruleFiles';
import { loadRules, withRules } from '../../../server/src/rules/index';
import { triage } from '../../support/triage';

function complaints(text: string): string[] {
  return loadRules([{ name: 'mine.yaml', text }], catalogue).problems.map(({ message }) => message.en);
}

function rule(title: string, more = ''): string {
  return JSON.stringify({
    signatures: [
      {
        id: 'agent-wedged',
        title,
        meaning: title,
        wordings: [{ regex: 'agent wedged for good' }],
        matches: ['agent wedged for good'],
        severity: 'error',
      },
    ],
  }).replace(/$/, more);
}

describe('a hostile rule file', () => {
  const deep = {
    brackets: '['.repeat(500_000),
    maps: '{a: '.repeat(100_000),
    lists: '- '.repeat(200_000),
    questions: '? '.repeat(200_000),
    'closed brackets': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`is refused before it is built when it is nested without end: ${name}`, () => {
      assert.deepEqual(complaints(text), ['is nested too deeply']);
      assert.deepEqual(
        readCase('case.json', text).problems.map(({ message }) => message.en),
        ['is nested too deeply'],
      );
    });
  }

  const wide = {
    'closing brackets': '}\n'.repeat(500_000),
    names: Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n'),
    tags: '!a '.repeat(300_000),
  };
  for (const [name, text] of Object.entries(wide)) {
    it(`is refused when it holds more than rules do: ${name}`, () => {
      assert.deepEqual(complaints(text), ['has more than 250000 words; split it']);
    });
  }

  it('costs time in proportion to its names', () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n');
    const start = performance.now();
    assert.equal(complaints(names).length, 100);
    assert.ok(performance.now() - start < 8000);
  });

  it('tells of a name that stands twice in one map', () => {
    assert.deepEqual(complaints('signatures: []\nedges: []\nsignatures: []\n'), ['this name is there already']);
  });

  it('cannot smuggle an unchecked rule in behind a hundred faulty ones', () => {
    const faulty = Array.from({ length: 120 }, () => ({ id: 'UPPER' }));
    const text = JSON.stringify({ signatures: [...faulty, { id: 'unchecked', wordings: 7 }] });
    const rules = loadRules([{ name: 'mine.yaml', text }], catalogue);
    assert.deepEqual(rules.signatures, []);
    assert.equal(rules.problems.length, 100);
  });

  it('imports no pattern of another tool that would be refused here', () => {
    const text = JSON.stringify({
      source: 'kernel-monitor',
      rules: [
        { type: 'temporary', reason: 'Long', pattern: `a{5}${'b'.repeat(5000)}` },
        { type: 'temporary', reason: 'Fine', pattern: 'kernel fell over .*' },
      ],
    });
    const { signatures } = loadRules([{ name: 'kernel-monitor.json', text }], catalogue);
    assert.deepEqual(
      signatures.map(({ id }) => id),
      ['npd-kernel-monitor-fine'],
    );
  });
});

describe('the texts of a rule', () => {
  const title =
    'Gone\n# x <img src=x> ![i](http://a.example/b.png) [c](command:quit) www.a.example @all #12 \u202egnp\u001b[31m ` \\';
  const rules = loadRules([{ name: 'mine.yaml', text: rule(title) }], catalogue);
  const used = withRules(catalogue, rules);
  const report = triage(
    { messages: 'May 13 10:27:47 node-a agentd[12]: agent wedged for good' },
    { catalogue: used, modifiedMs: Date.UTC(2022, 4, 14) },
  );
  const markdown = toMarkdown(report, used, { language: 'en', linkBase: '' });

  it('are one line of text in a report', () => {
    assert.equal(rules.problems.length, 0);
    const line = (markdown.split('\n').find((text) => text.includes('Gone')) ?? '').split(' (1): ')[0] ?? '';
    const live = line.replace(/(?<!\\)(`+).*?(?<!`)\1(?!`)/g, '').replace(/\\./g, '');
    assert.match(line, /^- Gone # x/);
    assert.doesNotMatch(live, /[<>[\]]|http|www|@|#\d|\u202e|\u001b|`[^`]*$/);
  });

  it('are nothing but text on a terminal', () => {
    assert.match(toText(report, used, { language: 'en', color: false }), /Gone # x .*\\u\{202e\}gnp\\u\{1b\}\[31m/);
  });
});

describe('the folder of decisions and rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'causeline-hostile-'));
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is not read through links', async () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(join(elsewhere, 'rules'), { recursive: true });
    writeFileSync(join(elsewhere, 'rules', 'a.yaml'), rule('Stuck'));
    writeFileSync(join(elsewhere, 'case.json'), '{"sources":{"*":{"zone":"UTC"}}}');
    const linkedFolder = join(root, 'one');
    mkdirSync(linkedFolder);
    symlinkSync(elsewhere, join(linkedFolder, '.causeline'));
    assert.deepEqual((await rulesOf([linkedFolder], diskFiles)).files, []);
    assert.equal((await casesOf([linkedFolder], diskFiles))[0]?.text, null);
    const linkedFile = join(root, 'two');
    mkdirSync(join(linkedFile, '.causeline', 'rules'), { recursive: true });
    symlinkSync(join(elsewhere, 'rules', 'a.yaml'), join(linkedFile, '.causeline', 'rules', 'a.yaml'));
    const { files, unreadable } = await rulesOf([linkedFile], diskFiles);
    assert.deepEqual(files, []);
    assert.equal(unreadable.length, 1);
  });
});
