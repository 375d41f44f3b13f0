/** What one thread decodes and another reads is the same stream: every byte, every gap in its place, the account, and an end when either side has gone. */
import * as assert from 'node:assert/strict';
import type { StreamGap, StreamPart } from '../../../server/src/node/byteStream';
import type { SharedStream } from '../../../server/src/node/sharedStream';
import { breakStream, giveStream, newSharedStream, takeStream } from '../../../server/src/node/sharedStream';
import type { Stage } from '../../../server/src/node/stage';
import { newStage } from '../../../server/src/node/stage';
import { logText } from '../../support/logText';
import { inPieces, readAll } from '../../support/packing';

const log = Buffer.from(logText(900_000));
const gap: StreamGap = {
  kind: 'loss',
  bytes: 0,
  reason: { en: 'gzip member 1 is cut', zh: 'gzip 第 1 个成员不完整' },
  retry: false,
  packed: { form: 'gzip', start: 12, end: 34 },
};
const going = { aborted: false };

async function* mixed(stage: Stage): AsyncGenerator<StreamPart> {
  yield* inPieces(log.subarray(0, 300_001), 64_000);
  yield { gap };
  yield* inPieces(log.subarray(300_001), 1000);
  Object.assign(stage, { taken: 77, lost: 22, padding: 3, given: log.length });
}

describe('a shared stream', () => {
  let shared: SharedStream;
  let stage: Stage;

  beforeEach(() => {
    shared = newSharedStream();
    stage = newStage('messages.gz', 'gzip');
  });

  it('gives every byte and every gap in order, and the account of the decoder', async () => {
    const given = newStage('messages.gz', 'gzip');
    await giveStream(shared, mixed(given), given);
    const parts: (string | StreamGap)[] = [];
    let before = 0;
    for await (const part of takeStream(shared, stage, going)) {
      if ('gap' in part) parts.push(`${before} bytes`, part.gap);
      else before += part.bytes.length;
    }
    assert.deepEqual(parts, ['300001 bytes', gap]);
    assert.deepEqual(stage, given);
    const again = newSharedStream();
    await giveStream(again, mixed(given), given);
    assert.ok((await readAll(takeStream(again, stage, going))).text.equals(log));
  });

  it('ends at the decoding side once nobody reads on', async () => {
    for await (const _ of takeStream(shared, stage, { aborted: true })) assert.fail('nothing is asked for');
    let asked = 0;
    async function* endless(): AsyncGenerator<StreamPart> {
      for (; asked < 1000; asked++) yield { bytes: log };
    }
    await giveStream(shared, endless(), stage);
    assert.equal(asked, 0);
  });

  it('fails at the reading side once the decoding thread is lost', async () => {
    breakStream(shared);
    await assert.rejects(readAll(takeStream(shared, stage, going)), /the decoding thread has ended/);
  });
});
