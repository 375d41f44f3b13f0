/** The built program keeps what it has compiled for its next start, in a folder of the user's, and never depends on it. */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../support/repository';

describe('what the built program has compiled', () => {
  let home: string;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'causeline-code-'));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Starts the program with caches below `folder`; what it says. */
  function start(folder = home, more: NodeJS.ProcessEnv = {}): string {
    const places = { HOME: folder, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', ...places, ...more };
    const words = [join(root, 'dist', 'cli.js'), '--version'];
    const { stdout, stderr, status } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
    assert.deepEqual({ stderr, status }, { stderr: '', status: 0 });
    return stdout.trim();
  }

  function kept(): string {
    const [file = ''] = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.code'),
    );
    return join(home, file);
  }

  it('is kept for this user alone, and used by the next start', () => {
    assert.equal(start(), version);
    const before = statSync(kept());
    assert.equal(before.mode & 0o077, 0);
    assert.equal(start(), version);
    assert.equal(statSync(kept()).ino, before.ino, 'what was good was written again');
  });

  for (const { fault, spoil } of [
    { fault: 'is damaged', spoil: flipOne },
    { fault: 'was cut off', spoil: (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100)) },
    { fault: 'could have been written by others', spoil: (file: string) => chmodSync(file, 0o666) },
  ]) {
    it(`is made anew when it ${fault}`, () => {
      start();
      const good = readFileSync(kept());
      const { ino } = statSync(kept());
      spoil(kept());
      assert.equal(start(), version);
      const after = statSync(kept());
      assert.notEqual(after.ino, ino);
      assert.equal(after.mode & 0o077, 0);
      assert.ok(after.size > good.length / 2);
    });
  }

  it('is neither kept nor taken where others can write', () => {
    start();
    const folder = dirname(kept());
    const { ino } = statSync(kept());
    const damaged = readFileSync(kept()).subarray(0, 100);
    writeFileSync(kept(), damaged);
    chmodSync(folder, 0o777);
    assert.equal(start(), version);
    assert.deepEqual(readdirSync(folder), [basename(kept())]);
    assert.equal(statSync(kept()).ino, ino, 'it was written where others can write');
  });

  it('is not kept where the user wants none, or it cannot be written', () => {
    assert.equal(start(home, { NODE_DISABLE_COMPILE_CACHE: '1' }), version);
    assert.deepEqual(readdirSync(home), []);
    const file = join(home, 'file');
    writeFileSync(file, '');
    assert.equal(start(file), version);
    assert.ok(!existsSync(join(home, 'causeline')));
  });
});

/** Changes one bit in the middle. */
function flipOne(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
