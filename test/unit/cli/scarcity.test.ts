/** A machine that is short of something: few files may be open, the disk is full, the cache cannot be kept. The report is the same. */
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { writeNodeLogs } from '../../bench/nodeLogs';
import { root } from '../../support/repository';

const program = path.join(root, 'out', 'server', 'src', 'main.cli.js');

/** Runs the command line with a limit of the shell: `-n` open files, `-f` blocks of a file. */
function limited(limit: string, words: readonly string[]): { status: number | null; output: string; errors: string } {
  const command = `ulimit ${limit} && exec "$@"`;
  const run = spawnSync('bash', ['-c', command, 'bash', process.execPath, program, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status: run.status, output: run.stdout, errors: run.stderr };
}

describe('a machine', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'causeline-scarce-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('that lets few files be open reads two thousand of them, and keeps them', () => {
    const folder = path.join(home, 'case');
    mkdirSync(folder);
    for (let at = 0; at < 2000; at++)
      writeFileSync(path.join(folder, `${at}.log`), `I0513 10:00:00.000000 ${at} a.go:1] up\n`);
    const kept = path.join(home, 'kept');
    const words = ['triage', folder, '--format', 'json', '--cache', kept];
    const first = limited('-n 64', words);
    assert.deepEqual([first.status, first.errors], [0, '']);
    const { sources } = JSON.parse(first.output);
    assert.equal(sources.length, 2000);
    assert.ok(readdirSync(kept).length < 100, 'small files do not share entries');
    assert.equal(limited('-n 64', words).output, first.output);
  });

  it('whose disk is full gives the report without the cache, and leaves nothing half', () => {
    const folder = path.join(home, 'case');
    writeNodeLogs(folder, 1_000_000);
    const plain = limited('-n 256', ['triage', folder, '--format', 'json']);
    const kept = path.join(home, 'kept');
    const full = limited('-f 4', ['triage', folder, '--format', 'json', '--cache', kept]);
    assert.deepEqual([full.status, full.errors], [plain.status, '']);
    assert.equal(full.output, plain.output);
    assert.deepEqual(
      readdirSync(kept).filter((name) => readFileSync(path.join(kept, name)).length > 4096),
      [],
    );
    assert.deepEqual(
      readdirSync(kept).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('whose disk is full says that the report was not written, and leaves the old one whole', () => {
    const folder = path.join(home, 'case');
    writeNodeLogs(folder, 1_000_000);
    const report = path.join(home, 'report.md');
    writeFileSync(report, 'old');
    const full = limited('-f 1', ['triage', folder, '--output', report]);
    assert.equal(full.status, 2);
    assert.match(full.errors, /EFBIG|ENOSPC/);
    assert.equal(readFileSync(report, 'utf8'), 'old');
    assert.deepEqual(readdirSync(home).sort(), ['case', 'report.md']);
  });

  it('that was switched off while the cache was written loses nothing but time, and what is half goes', () => {
    const folder = path.join(home, 'case');
    writeNodeLogs(folder, 1_000_000);
    const kept = path.join(home, 'kept');
    const words = ['triage', folder, '--format', 'json', '--cache', kept];
    const first = limited('-n 256', words);
    const entries = readdirSync(kept).map((name) => path.join(kept, name));
    for (const entry of entries) writeFileSync(entry, readFileSync(entry).subarray(0, 100));
    const half = `${entries[0]}.8a1c.tmp`;
    writeFileSync(half, 'half');
    utimesSync(half, 1_600_000_000, 1_600_000_000);
    assert.equal(limited('-n 256', words).output, first.output);
    assert.deepEqual(
      readdirSync(kept).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('on which the cache has no place reads all the same', () => {
    const folder = path.join(home, 'case');
    writeNodeLogs(folder, 1_000_000);
    writeFileSync(path.join(home, 'file'), '');
    const run = limited('-n 256', ['triage', folder, '--format', 'json', '--cache', path.join(home, 'file', 'below')]);
    assert.deepEqual([run.status, run.errors], [0, '']);
  });
});
