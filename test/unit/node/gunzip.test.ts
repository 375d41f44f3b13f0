/** Gzip in every state it is collected in: everything that can be decoded is, and everything else is a named gap. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { StreamPart } from '../../../server/src/node/byteStream';
import { gunzip } from '../../../server/src/node/gunzip';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<StreamPart> {
  for (let at = 0; at < bytes.length; at += size) yield { bytes: bytes.subarray(at, at + size) };
}

async function decode(bytes: Uint8Array, size = 1000): Promise<{ text: string; gaps: string[] }> {
  const parts: Uint8Array[] = [];
  const gaps: string[] = [];
  for await (const part of gunzip(inPieces(bytes, size))) {
    if ('bytes' in part) parts.push(part.bytes);
    else gaps.push(part.gap.reason);
  }
  return { text: Buffer.concat(parts).toString(), gaps };
}

const first = 'first member\n'.repeat(5000);
const second = 'second member\n';

describe('gunzip', () => {
  for (const size of [1, 17, 100_000]) {
    it(`reads all members, in pieces of ${size}`, async () => {
      const both = Buffer.concat([gzipSync(first), gzipSync(second)]);
      assert.deepEqual(await decode(both, size), { text: first + second, gaps: [] });
    });
  }

  it('reads the member behind NUL padding and names the padding', async () => {
    const padded = Buffer.concat([gzipSync(first), Buffer.alloc(512), gzipSync(second), Buffer.alloc(7)]);
    const { text, gaps } = await decode(padded);
    assert.equal(text, first + second);
    assert.deepEqual(gaps, ['NUL padding between gzip members', 'NUL padding behind the gzip data']);
  });

  it('keeps all text before bytes that are no gzip', async () => {
    const { text, gaps } = await decode(Buffer.concat([gzipSync(first), Buffer.from('some text')]));
    assert.equal(text, first);
    assert.deepEqual(gaps, ['bytes behind the gzip data that are none']);
  });

  it('keeps what a cut member holds', async () => {
    const whole = gzipSync(Array.from({ length: 20_000 }, (_, index) => `line ${index * 7919}\n`).join(''));
    const { text, gaps } = await decode(whole.subarray(0, whole.length * 0.6));
    assert.ok(text.startsWith('line 0\nline 7919\n'));
    assert.ok(text.length > 50_000);
    assert.deepEqual(gaps, ['gzip member 1 is cut: what follows is missing']);
  });

  it('says when a checksum fails', async () => {
    const bytes = Buffer.from(gzipSync(first));
    bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;
    const { text, gaps } = await decode(bytes);
    assert.equal(text, first);
    assert.deepEqual(gaps, ['gzip member 1 fails its checksum: its text is not verified']);
  });
});
