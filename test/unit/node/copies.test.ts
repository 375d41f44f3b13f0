/** A live log that was collected before a rotation, and again under its rotated name, counts once. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createEngine } from '../../../server/src/engine/index';
import { readInto } from '../../../server/src/node/readSources';
import { logText } from '../../support/logText';
import { memoryFiles } from '../../support/memoryFiles';

const log = Buffer.from(logText(200_000));

async function read(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ sources: string[]; skipped: string[]; losses: number }> {
  const engine = createEngine();
  const named = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/case/${name}`, bytes]));
  const { losses } = await readInto(engine, ['/case'], { files: memoryFiles(named) });
  const { sources, unread } = engine.report();
  return {
    sources: sources.map(({ id }) => id),
    skipped: unread.map(({ id, reason }) => `${id}: ${reason.en}`),
    losses,
  };
}

describe('files of a rotated set', () => {
  it('are read once when one is the beginning of the other, packed or not', async () => {
    assert.deepEqual(await read({ 'kubelet.log': log.subarray(0, 90_000), 'kubelet.log.1.gz': gzipSync(log) }), {
      sources: ['kubelet.log.1.gz'],
      skipped: ['kubelet.log: the same as the beginning of kubelet.log.1.gz: counted once'],
      losses: 0,
    });
  });

  it('are read once when they are equal', async () => {
    const { sources } = await read({ messages: log, 'messages-20210513': log });
    assert.deepEqual(sources, ['messages']);
  });

  it('are all read when they only begin alike', async () => {
    const other = Buffer.from(log);
    other.fill(0x2e, 30_000, 30_100);
    const { sources } = await read({ dmesg: log, 'dmesg.old': other });
    assert.deepEqual(sources, ['dmesg', 'dmesg.old']);
  });

  it('are not compared with files of other logs', async () => {
    const { sources } = await read({ 'a.log': log, 'b.log': log });
    assert.deepEqual(sources, ['a.log', 'b.log']);
  });
});
