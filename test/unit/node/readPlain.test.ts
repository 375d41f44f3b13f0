/** Bytes that are read while those before them are looked at give what reading them in one go gives. */
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as fc from 'fast-check';
import type { EngineOptions, ReadSource } from '../../../server/src/engine/index';
import { createScanner } from '../../../server/src/engine/index';
import { fastMeans } from '../../../server/src/node/fastKernel';
import { readPlain } from '../../../server/src/node/readPlain';

const info = { id: 'node-7/messages', modifiedMs: Date.UTC(2022, 8, 1) };
const usual = 'May 13 10:27:46 node-7 systemd: Started Session 4711 of user root.\n'.repeat(400);
const parts = [
  usual,
  usual,
  usual,
  'May 13 10:27:47 node-7 dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\n',
  `May 13 10:27:48 node-7 app: ${'x'.repeat(90_000)} operation timeout: context deadline exceeded\n`,
  'panic: runtime error: index out of range [5] with length 3\ngoroutine 1 [running]:\n',
  'plain text of nobody\n',
];

function inOneGo(bytes: Uint8Array, options: EngineOptions): ReadSource {
  const reader = createScanner(options).open(info, null);
  reader.push(bytes);
  reader.end();
  return reader.settle();
}

/** Each piece is put where it belongs while the one before is looked at: just before that, or just after. */
function ahead(bytes: Uint8Array, sizes: readonly (readonly [number, boolean])[], options: EngineOptions): ReadSource {
  const reader = createScanner(options).open(info, null);
  let at = 0;
  for (let index = 0, unseen = false; at < bytes.length; index++) {
    const [size, isEarly] = sizes[index % sizes.length] ?? [1, true];
    const piece = bytes.subarray(at, at + size);
    const room = reader.room(size);
    if (isEarly) room.set(piece);
    if (unseen) reader.look();
    if (!isEarly) room.set(piece);
    reader.put(piece.length);
    at += piece.length;
    unseen = true;
  }
  reader.look();
  reader.end();
  return reader.settle();
}

describe('reading ahead', () => {
  it('finds the same, however large the pieces and what is left of each', () => {
    for (const options of [fastMeans(), {}]) {
      const property = fc.property(
        fc.array(fc.constantFrom(...parts), { minLength: 10, maxLength: 25 }),
        fc.array(fc.tuple(fc.integer({ min: 1000, max: 150_000 }), fc.boolean()), { minLength: 1, maxLength: 7 }),
        (chosen, sizes) => {
          const bytes = Buffer.from(chosen.join(''));
          assert.deepEqual(ahead(bytes, sizes, options), inOneGo(bytes, options));
        },
      );
      fc.assert(property, { numRuns: 12 });
    }
  });

  it('is stopped between two pieces, and reads no further than a stretch goes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'causeline-plain-'));
    try {
      const bytes = Buffer.from(usual.repeat(200));
      const file = {
        id: 'messages',
        path: path.join(folder, 'messages'),
        size: bytes.length,
        modifiedMs: 0,
        allocated: bytes.length,
      };
      writeFileSync(file.path, bytes);
      for (const readsAhead of [true, false]) {
        const signal = { aborted: false };
        const whole = { from: 0, to: Number.POSITIVE_INFINITY };
        const open = () => createScanner(fastMeans()).open(info, null);
        const onBytes = (): void => {
          signal.aborted = true;
        };
        const stopped = await readPlain(file, open, whole, { signal, readsAhead, onBytes });
        assert.ok(stopped !== null && stopped.lines > 0 && stopped.bytes < bytes.length);
        const all = await readPlain(file, open, whole, { signal: { aborted: false }, readsAhead, onBytes });
        assert.deepEqual(all, inOneGo(bytes, fastMeans()));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
