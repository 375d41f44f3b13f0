/** A file that ends the server each time is read alone the second time, left out the third time, and tried again when the user asks. */
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../../server/src/engine/index';
import { Deaths } from '../../../server/src/node/deaths';
import { readInto } from '../../../server/src/node/readSources';
import { threadsFor } from '../../../server/src/node/workerPool';
import { die, killed } from '../../support/die';
import { withFolder } from '../../support/packing';

const line = 'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout\n';

async function reading(
  folder: string,
  cache: string,
  triesAgain = false,
): Promise<{ read: string[]; unread: string[]; isSuspect: boolean }> {
  const engine = createEngine();
  const deaths = await Deaths.in(cache, triesAgain);
  const isSuspect = deaths.isSuspect(join(folder, 'bad'));
  const { sources, unread } = await readInto(engine, [folder], { threads: threadsFor({}), deaths });
  return { read: [...sources.keys()], unread: unread.map(({ id, reason }) => `${id}: ${reason.en}`), isSuspect };
}

describe('a file that ends the server', () => {
  it('is named and left out after the second time, is tried again on demand, and is forgotten once it was read', async () => {
    await withFolder({ bad: line, good: line }, (folder) =>
      withFolder({}, async (cache) => {
        const [bad, good] = [join(folder, 'bad'), join(folder, 'good')];
        die(cache, [good], bad, killed);
        die(cache, [good], bad, killed);
        const third = await reading(folder, cache);
        assert.deepEqual(third.read, ['good']);
        assert.match(third.unread.join(), /^bad: left out, because the server has ended twice.*"Read Logs Again"/);
        assert.deepEqual((await reading(folder, cache)).read, ['good']);
        const asked = await reading(folder, cache, true);
        assert.deepEqual([asked.read.sort(), asked.unread], [['bad', 'good'], []]);
        assert.equal((await reading(folder, cache)).isSuspect, false);
        assert.deepEqual(
          readdirSync(cache).filter((name) => !name.endsWith('.entry')),
          [],
        );
      }),
    );
  });

  it('only once is read again', async () => {
    await withFolder({ bad: line, good: line }, (folder) =>
      withFolder({}, async (cache) => {
        die(cache, [], join(folder, 'bad'), 'throw new Error("no memory");');
        const { read, isSuspect } = await reading(folder, cache);
        assert.deepEqual([read.sort(), isSuspect], [['bad', 'good'], true]);
      }),
    );
  });

  it('that was tried again on demand and ends it again is left out at once', async () => {
    await withFolder({ bad: line }, (folder) =>
      withFolder({}, async (cache) => {
        const bad = join(folder, 'bad');
        die(cache, [], bad, killed);
        die(cache, [], bad, killed);
        assert.equal((await Deaths.in(cache, true)).isDeadly(bad), false);
        die(cache, [], bad, killed);
        assert.equal((await Deaths.in(cache, false)).isDeadly(bad), true);
      }),
    );
  });

  it('is none when the editor ended the server, or a terminal did', async () => {
    await withFolder({}, async (cache) => {
      for (const how of ['process.exit(0);', 'process.exit(1);', "process.kill(process.pid, 'SIGTERM');"]) {
        die(cache, [], '/case/bad', how);
        assert.equal((await Deaths.in(cache, false)).isSuspect('/case/bad'), false, how);
      }
    });
  });

  it('is read while no other one is', async () => {
    await withFolder({ a: line, bad: line, z: line }, (folder) =>
      withFolder({}, async (cache) => {
        die(cache, [], join(folder, 'bad'), killed);
        const deaths = await Deaths.in(cache, false);
        const said: string[] = [];
        const { begin, end } = deaths;
        deaths.begin = (path) => {
          said.push(`+${path.slice(folder.length + 1)}`);
          begin.call(deaths, path);
        };
        deaths.end = (path) => {
          said.push(`-${path.slice(folder.length + 1)}`);
          end.call(deaths, path);
        };
        await readInto(createEngine(), [folder], { threads: threadsFor({}), deaths });
        assert.deepEqual(said.slice(-2), ['+bad', '-bad']);
        assert.deepEqual(said.slice(0, -2).sort(), ['+a', '+z', '-a', '-z']);
      }),
    );
  });
});
