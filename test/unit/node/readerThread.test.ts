/** A reading thread is started before the program where it is sure to be wanted, and only there. */
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import * as path from 'node:path';
import { startReaderEarly, takeEarlyReader, worthwhileBytes } from '../../../server/src/node/readerThread';
import { programFile } from '../../../server/src/node/workerPool';

/** Whether these words start one. */
async function starts(words: readonly string[]): Promise<boolean> {
  startReaderEarly(words, programFile());
  const reader = takeEarlyReader();
  await reader?.terminate();
  return reader !== null;
}

describe('the reading thread that is started early', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-reader-'));
    mkdirSync(path.join(folder, 'node-1'));
    // Holes take no room on the disk.
    const log = path.join(folder, 'node-1', 'messages');
    writeFileSync(log, '');
    truncateSync(log, worthwhileBytes);
    writeFileSync(path.join(folder, 'dmesg'), 'hardly anything');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is there for a folder that holds much, once', async () => {
    const isWanted = availableParallelism() > 1;
    assert.equal(await starts(['triage', '--format', 'json', folder]), isWanted);
    assert.equal(takeEarlyReader(), null);
  });

  it('is there for whoever asks for threads, however little there is', async () => {
    const little = path.join(folder, 'dmesg');
    assert.equal(await starts(['triage', '--threads', '2', little]), true);
    assert.equal(await starts(['triage', little, '--threads=3']), true);
    // The last one counts.
    assert.equal(await starts(['triage', '--threads=2', little, '--threads', '1']), false);
  });

  it('is not there for little, for what is kept, or for one thread', async () => {
    const names: readonly (readonly string[])[] = [
      ['triage', path.join(folder, 'dmesg')],
      ['triage', path.join(folder, 'missing')],
      ['triage', path.join(folder, 'dmesg', 'child'), 'x'.repeat(5000)],
      ['triage', folder, '--cache', folder],
      ['triage', folder, '--threads=1'],
      ['triage', folder, '--threads'],
      ['cat', folder],
      [],
    ];
    for (const words of names) assert.equal(await starts(words), false, words.join(' '));
  });
});
