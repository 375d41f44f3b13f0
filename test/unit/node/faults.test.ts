/** A disk that fails: at each of its calls in turn, in every way. What can be read is reported, the rest is named, nothing is thrown. */
import * as assert from 'node:assert/strict';
import { balances } from '../../../server/src/cli/ledger';
import type { Report } from '../../../server/src/engine/index';
import { createEngine } from '../../../server/src/engine/index';
import type { ReadResult } from '../../../server/src/node/readSources';
import { readInto } from '../../../server/src/node/readSources';
import { everyForm, story } from '../../support/collection';
import type { Weather } from '../../support/memoryFiles';
import { memoryFiles, systemError } from '../../support/memoryFiles';

interface Outcome {
  readonly report: Report;
  readonly result: ReadResult;
  readonly calls: number;
}

async function read(files: Readonly<Record<string, Uint8Array>>, weather: Weather = {}): Promise<Outcome> {
  const engine = createEngine();
  const named = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/case/${name}`, bytes]));
  const disk = memoryFiles(named, weather);
  const result = await readInto(engine, ['/case'], { files: disk });
  assert.equal(disk.count.open, 0, 'no file is left open');
  return { report: engine.report(), result, calls: disk.count.calls };
}

describe('a disk that fails', () => {
  let collection: Readonly<Record<string, Buffer>> = {};
  before(async () => {
    const { messages, 'all.tgz': tgz, 'all.zip': zip, 'messages.xz': xz } = await everyForm();
    collection = { messages, 'all.tgz': tgz, 'all.zip': zip, 'messages.xz': xz } as Record<string, Buffer>;
  });

  for (const [code, text] of [
    ['EIO', 'i/o error'],
    ['EMFILE', 'too many open files'],
    ['EACCES', 'permission denied'],
  ] as const) {
    it(`with ${code} at any one call costs what that call would have given, and says so`, async () => {
      const { calls, result: whole } = await read(collection);
      assert.ok(calls > 10 && whole.losses === 0);
      for (let failing = 1; failing <= calls; failing++) {
        let kind = '';
        const { report, result } = await read(collection, {
          before: (call, what) => {
            if (call !== failing) return;
            kind = what;
            throw systemError(code, text);
          },
        });
        assert.ok(balances(report.sources));
        // A file that cannot be closed was read all the same; one that is only looked at will be read, and tells then.
        assert.ok(
          result.losses > 0 || kind === 'close' || report.sources.length >= whole.sources.size,
          `call ${failing}`,
        );
      }
    });
  }

  it('at every read from some place on keeps what came before', async () => {
    let given = 0;
    const { report, result } = await read(
      { messages: story },
      {
        readBytes: 1000,
        before: (_, kind) => {
          if (kind === 'read' && ++given > 10) throw systemError('EIO', 'i/o error');
        },
      },
    );
    const [source] = report.sources;
    assert.ok((source?.records ?? 0) > 20);
    assert.deepEqual(
      source?.gaps.map(({ kind, retry, end, reason }) => ({ kind, retry, end, reason: reason.en })),
      [{ kind: 'loss', retry: true, end: story.length, reason: 'EIO: i/o error' }],
    );
    assert.equal(source?.bytes, story.length);
    assert.equal(result.losses, 1);
  });

  it('whose file becomes shorter while it is read says by how much', async () => {
    const files: Record<string, Uint8Array> = { '/case/messages': story };
    const disk = memoryFiles(files, {
      before: (_, kind) => {
        if (kind === 'open') files['/case/messages'] = story.subarray(0, 5000);
      },
    });
    const engine = createEngine();
    await readInto(engine, ['/case'], { files: disk });
    const [source] = engine.report().sources;
    assert.deepEqual(
      source?.gaps.map(({ start, end }) => end - start),
      [story.length - 5000],
    );
  });

  it('whose file grows while it is read gives all of it', async () => {
    const files: Record<string, Uint8Array> = { '/case/messages': story.subarray(0, 5000) };
    const disk = memoryFiles(files, {
      before: (_, kind) => {
        if (kind === 'open') files['/case/messages'] = story;
      },
    });
    const engine = createEngine();
    await readInto(engine, ['/case'], { files: disk });
    assert.deepEqual(
      engine.report().sources.map(({ bytes, gaps }) => ({ bytes, gaps })),
      [{ bytes: story.length, gaps: [] }],
    );
  });
});
