/** A case that has not changed is printed as it was, whatever is asked for, and never when anything that matters is another. */
import * as assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { runCli } from '../../support/cli';

const lines = [
  'May 13 10:20:01 node-7 kubelet: E0513 10:20:01.000001 1 kubelet.go:1] PLEG is not healthy: pleg was last seen active 3m5s ago',
  'May 13 10:21:01 node-7 systemd: kubelet.service: main process exited, code=exited, status=255/n/a',
];

describe('a case that is kept', () => {
  let home: string;
  let folder: string;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'causeline-kept-'));
    folder = path.join(home, 'case');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'messages'), `${lines.join('\n')}\n`);
    writeFileSync(path.join(folder, 'broken.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** The same answer without the cache and, the first and the second time, with it. */
  async function isTheSame(...words: string[]): Promise<void> {
    const plain = await runCli(['triage', folder, ...words]);
    const kept = ['triage', folder, ...words, '--cache', path.join(home, 'kept')];
    assert.deepEqual(await runCli(kept), plain, words.join(' '));
    assert.deepEqual(await runCli(kept), plain, `again: ${words.join(' ')}`);
  }

  it('is printed in every form and language, with the same exit status and complaints', async () => {
    for (const format of ['text', 'json', 'markdown'])
      for (const language of ['en', 'zh']) await isTheSame('--format', format, '--language', language);
    await isTheSame('--ledger');
    await isTheSame('--raw');
    for (const least of ['possible', 'likely', 'strong']) await isTheSame('--fail-on', least);
    await isTheSame('--zone', '+08:00', '--format', 'json');
    await isTheSame('--year', '2021', '--format', 'json');
    await isTheSame('--node', 'messages=other', '--format', 'json');
    const report = path.join(home, 'report.md');
    await isTheSame('--output', report);
    assert.equal(readFileSync(report, 'utf8'), (await runCli(['triage', folder])).output);
  });

  it('is another once a line, a file, a rule or a decision has come', async () => {
    await isTheSame('--format', 'json');
    appendFileSync(path.join(folder, 'messages'), `${lines[0]?.replaceAll('10:20', '10:25')}\n`);
    await isTheSame('--format', 'json');
    writeFileSync(path.join(folder, 'more.log'), `${lines[1]}\n`);
    await isTheSame('--format', 'json');
    rmSync(path.join(folder, 'broken.gz'));
    await isTheSame('--format', 'json');
    mkdirSync(path.join(folder, '.causeline'));
    writeFileSync(path.join(folder, '.causeline', 'case.json'), JSON.stringify({ version: 1, zone: '+02:00' }));
    await isTheSame('--format', 'json');
  });
});
