/** A text and its beginning are told from texts that only look alike, in pieces of any size. */
import * as assert from 'node:assert/strict';
import { Fingerprint } from '../../../server/src/node/fingerprint';
import { logText } from '../../support/logText';

const log = Buffer.from(logText(3_000_000));

function printOf(bytes: Uint8Array, size = 65_536): Fingerprint {
  const print = new Fingerprint();
  for (let at = 0; at < bytes.length; at += size) print.push(bytes.subarray(at, at + size));
  return print;
}

function changed(at: number): Buffer {
  const bytes = Buffer.from(log);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('a fingerprint', () => {
  for (const length of [1024, 5000, 65_536, 70_000, 1_048_576, 1_052_672, 2_500_000]) {
    it(`knows the first ${length} bytes of a text again`, () => {
      assert.ok(printOf(log.subarray(0, length), 777).isBeginningOf(printOf(log)));
      assert.ok(!printOf(log).isBeginningOf(printOf(log.subarray(0, length))));
    });
  }

  it('tells texts apart that differ at their beginning or in a sample', () => {
    for (const at of [0, 1000, 40_000, 1_048_600, 2_097_200])
      assert.ok(!printOf(changed(at)).isBeginningOf(printOf(log)), `byte ${at}`);
  });

  it('says nothing of texts that are too short to tell', () => {
    assert.ok(!printOf(log.subarray(0, 500)).isBeginningOf(printOf(log)));
  });
});
