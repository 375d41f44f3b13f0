/** A checksum tells every single change of short and long pieces, wherever in memory they lie. */
import * as assert from 'node:assert/strict';
import { checksum } from '../../../server/src/node/checksum';

describe('a checksum', () => {
  it('is another for every bit that is another, and for every length', () => {
    const seen = new Set<string>();
    let count = 0;
    const see = (bytes: Uint8Array): void => {
      seen.add(checksum(bytes));
      count++;
    };
    const bytes = Uint8Array.from({ length: 203 }, (_, index) => (index * 37) & 0xff);
    for (let length = 0; length <= 64; length++) see(new Uint8Array(length));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      see(changed);
    }
    for (let at = 0; at + 8 <= bytes.length; at += 4) {
      const swapped = bytes.slice();
      swapped.copyWithin(at, at + 4, at + 8);
      swapped.set(bytes.subarray(at, at + 4), at + 4);
      see(swapped);
    }
    assert.equal(seen.size, count);
    for (const sum of seen) assert.match(sum, /^[0-9a-f]{16}$/);
  });

  it('does not depend on where the bytes lie', () => {
    const bytes = Uint8Array.from({ length: 61 }, (_, index) => index);
    const shifted = new Uint8Array(100);
    shifted.set(bytes, 7);
    assert.equal(checksum(shifted.subarray(7, 68)), checksum(bytes));
  });
});
