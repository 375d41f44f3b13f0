/** An archive of very many small members takes no room for each of them while the others are read. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Scanner, SourceInfo, Stretch, StretchReader } from '../../../server/src/engine/index';
import { createEngine, createScanner } from '../../../server/src/engine/index';
import { diskFiles } from '../../../server/src/node/files';
import { findSources, readInto } from '../../../server/src/node/readSources';
import { runTask } from '../../../server/src/node/readTask';
import { usualLimits } from '../../../server/src/node/unpack';
import { withFolder } from '../../support/packing';

const count = 400;
/** A reader has room for more than this much text; what it found in an empty file takes far less. */
const roomBytes = 32 * 1024;

/** Packs empty logs and hands over the archive's path. */
function withArchive<Result>(use: (archive: string) => Promise<Result>): Promise<Result> {
  const members = Object.fromEntries(Array.from({ length: count }, (_, index) => [`log-${index}`, '']));
  return withFolder(members, (folder) => {
    const archive = join(folder, 'case.tar');
    execFileSync('tar', ['-C', folder, '-cf', archive, ...Object.keys(members)]);
    return use(archive);
  });
}

/** Bytes of buffers that are still held. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().arrayBuffers;
}

describe('an archive of many small members', () => {
  it('leaves only what was found in them', async () => {
    await withArchive(async (archive) => {
      const engine = createEngine();
      const before = heldBytes();
      await readInto(engine, [archive]);
      const held = heldBytes() - before;
      assert.equal(engine.report().sources.length, count);
      assert.ok(held < count * roomBytes, `${held} bytes for ${count} members`);
    });
  });

  it('is read by a thread with one reader at a time', async () => {
    await withArchive(async (archive) => {
      const { walk } = await findSources([archive], diskFiles);
      const [file] = walk.files;
      assert.ok(file);
      const counting = new CountingScanner();
      const task = { kind: 'file', file, journal: null, limits: usualLimits, wantsHelp: false } as const;
      const answer = await runTask(task, counting, {
        signal: { aborted: false },
        readsAhead: false,
        onBytes: () => undefined,
      });
      assert.equal(answer.sources.length, count);
      assert.deepEqual(
        answer.sources.map(({ info }) => info.id),
        Array.from({ length: count }, (_, index) => `case.tar!/log-${index}`),
      );
      assert.equal(counting.most, 1);
    });
  });
});

/** Counts readers that have been opened and not been asked for what they found. */
class CountingScanner implements Scanner {
  most = 0;
  private readonly waiting = new Set<StretchReader>();
  private readonly scanner = createScanner();
  readonly probe = this.scanner.probe;

  open(info: SourceInfo, stretch: Stretch | null): StretchReader {
    const reader = this.scanner.open(info, stretch);
    this.waiting.add(reader);
    this.most = Math.max(this.most, this.waiting.size);
    const end = reader.end.bind(reader);
    const settle = reader.settle.bind(reader);
    let isEnded = false;
    reader.end = () => {
      end();
      isEnded = true;
    };
    reader.settle = () => {
      if (isEnded) this.waiting.delete(reader);
      return settle();
    };
    return reader;
  }
}
