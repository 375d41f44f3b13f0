/** A text and its beginning are told from texts that only look alike, in pieces of any size. */
import * as assert from 'node:assert/strict';
import type { Print } from '../../../server/src/node/fingerprint';
import { Fingerprint, isBeginningOf, isSameText, printOfFile } from '../../../server/src/node/fingerprint';
import { logText } from '../../support/logText';
import { memoryFiles } from '../../support/memoryFiles';

const log = Buffer.from(logText(3_000_000));

function printOf(bytes: Uint8Array, size = 65_536): Print {
  const print = new Fingerprint();
  for (let at = 0; at < bytes.length; at += size) print.push(bytes.subarray(at, at + size));
  return print.print;
}

function changed(at: number): Buffer {
  const bytes = Buffer.from(log);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const lengths = [1024, 5000, 65_536, 70_000, 1_048_576, 1_048_600, 1_052_672, 2_500_000];

describe('a fingerprint', () => {
  for (const length of lengths) {
    it(`knows the first ${length} bytes of a text again`, () => {
      const part = printOf(log.subarray(0, length), 777);
      assert.ok(isBeginningOf(part, printOf(log)));
      assert.ok(!isBeginningOf(printOf(log), part));
      assert.ok(!isSameText(part, printOf(log)));
      assert.ok(isSameText(part, printOf(log.subarray(0, length))));
    });
  }

  it('tells texts apart that differ at their beginning or in a sample', () => {
    for (const at of [0, 1000, 40_000, 1_048_600, 2_097_200]) {
      assert.ok(!isBeginningOf(printOf(changed(at)), printOf(log)), `byte ${at}`);
      assert.ok(!isSameText(printOf(changed(at)), printOf(log)), `byte ${at}`);
    }
  });

  it('tells apart texts that are too short to be the beginning of another', () => {
    assert.ok(!isBeginningOf(printOf(log.subarray(0, 500)), printOf(log)));
    assert.ok(isSameText(printOf(log.subarray(0, 500)), printOf(log.subarray(0, 500), 7)));
    assert.ok(!isSameText(printOf(log.subarray(0, 500)), printOf(changed(300).subarray(0, 500))));
  });

  for (const length of [0, 500, ...lengths]) {
    it(`of a file of ${length} bytes is made without reading all of it`, async () => {
      const bytes = log.subarray(0, length);
      for (const readBytes of [1000, 2 ** 20]) {
        const files = memoryFiles({ '/a': bytes }, { readBytes });
        assert.deepEqual(await printOfFile('/a', length, files), printOf(bytes));
        assert.equal(files.count.open, 0);
      }
    });
  }
});
