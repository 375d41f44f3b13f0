/** The hash functions of journals against the values that their authors publish. */
import * as assert from 'node:assert/strict';
import { hashResult, jenkinsHash, sipHash } from '../../../../server/src/engine/journal/hash';

function hex(): string {
  return [hashResult.high, hashResult.low].map((half) => half.toString(16).padStart(8, '0')).join(' ');
}

describe('hashes of journal fields', () => {
  it('are SipHash-2-4 as its paper states it', () => {
    const counting = Uint8Array.from({ length: 16 }, (_, index) => index);
    sipHash(counting, 0, 15, counting);
    assert.equal(hex(), 'a129ca61 49be45e5');
  });

  it('are lookup3 as its source states it', () => {
    const text = new TextEncoder().encode('Four score and seven years ago');
    jenkinsHash(text, 0, text.length);
    assert.equal(hex(), '17770551 ce7226e6');
    jenkinsHash(text, 3, 3);
    assert.equal(hex(), 'deadbeef deadbeef');
  });
});
