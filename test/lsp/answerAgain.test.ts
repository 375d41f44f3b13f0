/** The built program answers what it was asked before without being started, and only while all that the answer rests on is the same. */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../server/src/node/rerun';
import { toEntry } from '../../server/src/node/rerun';
import { root } from '../support/repository';

const lines = [
  'May 13 10:20:01 node-7 kubelet: E0513 10:20:01.000001 1 kubelet.go:1] PLEG is not healthy: pleg was last seen active 3m5s ago',
  'May 13 10:21:01 node-7 systemd: kubelet.service: main process exited, code=exited, status=255/n/a',
];

describe('what the built program was asked before', () => {
  const compiled = mkdtempSync(join(tmpdir(), 'causeline-code-'));
  let home: string;
  let folder: string;

  after(() => rmSync(compiled, { recursive: true, force: true }));

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'causeline-again-'));
    folder = join(home, 'case');
    mkdirSync(folder);
    writeFileSync(join(folder, 'messages'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'broken.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    symlinkSync(tmpdir(), join(folder, 'out'));
    for (const file of ['cli.js', 'program.js']) copyFileSync(join(root, 'dist', file), join(home, file));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** What the program says to these words. */
  function ask(words: readonly string[], more: NodeJS.ProcessEnv = {}, cwd = home): object {
    const env = { ...process.env, XDG_CACHE_HOME: compiled, LC_ALL: 'C', ...more };
    const all = [join(home, 'cli.js'), 'triage', folder, '--cache', join(home, 'kept'), ...words];
    const { stdout, stderr, status } = spawnSync(process.execPath, all, { env, cwd, encoding: 'utf8' });
    return { stdout, stderr, status };
  }

  /** What is said when only the first file of the bundle is there; `null` when that is not enough. */
  function askWithoutProgram(words: readonly string[], more: NodeJS.ProcessEnv = {}, cwd = home): object | null {
    const program = join(home, 'program.js');
    const bytes = readFileSync(program);
    rmSync(program);
    try {
      const answer = ask(words, more, cwd);
      return /program\.js/.test(JSON.stringify(answer)) ? null : answer;
    } finally {
      writeFileSync(program, bytes);
    }
  }

  for (const words of [[], ['--format', 'json', '--fail-on', 'possible'], ['--language', 'zh', '--ledger']]) {
    it(`is answered in the same way: ${words.join(' ')}`, () => {
      const first = ask(words);
      assert.deepEqual(askWithoutProgram(words), first);
      assert.match(JSON.stringify(first), /causeline: out: not read/);
    });
  }

  it('is written to a file again', () => {
    const report = join(home, 'report.md');
    ask(['--output', report]);
    const text = readFileSync(report, 'utf8');
    rmSync(report);
    assert.ok(askWithoutProgram(['--output', report]) !== null);
    assert.equal(readFileSync(report, 'utf8'), text);
    symlinkSync(join(home, 'elsewhere'), join(home, 'link.md'));
    ask(['--output', join(home, 'link.md')]);
    assert.equal(askWithoutProgram(['--output', join(home, 'link.md')]), null);
    assert.ok(existsSync(join(home, 'elsewhere')));
  });

  for (const { what, change } of [
    { what: 'a line', change: () => appendFileSync(join(folder, 'messages'), `${lines[0]}\n`) },
    { what: 'a file', change: () => writeFileSync(join(folder, 'more.log'), `${lines[1]}\n`) },
    { what: 'a missing file', change: () => rmSync(join(folder, 'broken.gz')) },
    { what: 'a date', change: () => utimesSync(join(folder, 'messages'), 1e9, 1e9) },
    { what: 'a byte under the old date', change: changeOneByte },
    { what: 'a byte of a large file that no sample holds', change: changeHiddenByte },
    { what: 'a decision', change: () => own('case.json', JSON.stringify({ version: 1, zone: '+02:00' })) },
    { what: 'a rule', change: () => own('rules/one.yaml', 'signatures: []\n') },
    { what: 'damage', change: damage },
  ]) {
    it(`is another with ${what} more or less`, () => {
      ask([]);
      change();
      assert.equal(askWithoutProgram([]), null);
      const again = ask([]);
      assert.deepEqual(askWithoutProgram([]), again);
    });
  }

  it('is not taken from what others could have written', () => {
    ask([]);
    const kept = join(home, 'kept');
    const answers = readdirSync(kept).filter((name) => name.startsWith('answer-'));
    assert.equal(answers.length, 1);
    for (const name of answers) {
      assert.equal(statSync(join(kept, name)).mode & 0o777, 0o600);
      chmodSync(join(kept, name), 0o666);
    }
    assert.equal(askWithoutProgram([]), null);
  });

  it('is not written to a file that the words do not name, whatever is kept', () => {
    ask(['--output', join(home, 'report.md')]);
    const [name = ''] = readdirSync(join(home, 'kept')).filter((name) => name.startsWith('answer-'));
    const place = join(home, 'kept', name);
    const [, said = '', text = ''] = /^[^{]*(\{.*?\})\n(.*)$/s.exec(readFileSync(place, 'utf8')) ?? [];
    const planted = join(home, 'profile');
    const answer: Answer = { ...(JSON.parse(said) as Answer), output: planted };
    writeFileSync(place, toEntry(answer, Buffer.from(text)));
    assert.equal(askWithoutProgram(['--output', join(home, 'report.md')]), null);
    assert.ok(!existsSync(planted));
    writeFileSync(place, toEntry({ ...answer, output: join(home, 'report.md') }, Buffer.from(text)));
    assert.ok(askWithoutProgram(['--output', join(home, 'report.md')]) !== null, 'the entry is whole but for that');
  });

  it('is not taken from where a link leads', () => {
    ask([]);
    const [name = ''] = readdirSync(join(home, 'kept')).filter((name) => name.startsWith('answer-'));
    renameSync(join(home, 'kept', name), join(home, 'moved'));
    symlinkSync(join(home, 'moved'), join(home, 'kept', name));
    assert.equal(askWithoutProgram([]), null);
  });

  it('is another in another language, in another folder and in other words', () => {
    ask([]);
    assert.equal(askWithoutProgram([], { LC_ALL: 'zh_CN.UTF-8' }), null);
    assert.equal(askWithoutProgram([], {}, folder), null);
    assert.equal(askWithoutProgram(['--raw']), null);
  });

  it('is another once a rule file that was named has changed', () => {
    const rules = join(home, 'own.yaml');
    writeFileSync(rules, 'signatures: []\n');
    ask(['--rules', rules]);
    assert.ok(askWithoutProgram(['--rules', rules]) !== null);
    appendFileSync(rules, '# changed\n');
    assert.equal(askWithoutProgram(['--rules', rules]), null);
  });

  function own(name: string, text: string): void {
    const file = join(folder, '.causeline', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }

  function changeOneByte(): void {
    const file = join(folder, 'messages');
    const date = new Date(1e12);
    utimesSync(file, date, date);
    ask([]);
    writeFileSync(file, readFileSync(file, 'utf8').replace('3m5s', '3m6s'));
    utimesSync(file, date, date);
  }

  function changeHiddenByte(): void {
    const file = join(folder, 'syslog');
    const date = new Date(1e12);
    const write = (text: string): void => {
      writeFileSync(file, text);
      utimesSync(file, date, date);
    };
    const text = `${lines[1]}\n`.repeat(10_000);
    write(text);
    ask([]);
    assert.ok(askWithoutProgram([]) !== null);
    const at = text.indexOf('kubelet.service', 100_000);
    write(`${text.slice(0, at)}cubelet${text.slice(at + 7)}`);
  }

  function damage(): void {
    const kept = readdirSync(join(home, 'kept')).find((name) => name.startsWith('answer-')) ?? '';
    const file = join(home, 'kept', kept);
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }
});
