/** The WebAssembly loops find exactly what the plain ones find. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LiteralHits, LiteralSearch } from '../../../server/src/engine/match/literalSearch';
import type { CreateKernel } from '../../../server/src/engine/match/scanKernel';
import { createPlainKernel } from '../../../server/src/engine/match/scanKernel';
import { decodeUtf8 } from '../../../server/src/engine/text/decode';
import { fastDecode, fastKernels } from '../../../server/src/node/fastKernel';
import { triage } from '../../support/triage';

/** By length: what the shortest of a set is decides how many bytes each is found by. */
const literals = [
  'fork:',
  'a leaf',
  'ables lo',
  'aaaaaaaaa',
  ' proxy.go:',
  'xtables lock',
  'is not healthy',
  'holding the xtables lock',
];

function findings(createKernel: CreateKernel, bytes: Uint8Array, start: number, shortest: number): unknown {
  const used = literals.slice(shortest);
  const search = new LiteralSearch(used);
  const kernel = createKernel(search.table);
  kernel.reserve(bytes.length);
  kernel.bytes.set(bytes);
  const hits = new LiteralHits();
  search.search(kernel, start, bytes.length, hits);
  const count = kernel.findLineFeeds(start, bytes.length);
  return {
    positions: [...hits.positions.subarray(0, hits.count)],
    literals: [...hits.literals.subarray(0, hits.count)],
    lineFeeds: [...kernel.lineFeeds.subarray(0, count)],
    hasNul: kernel.hasNul,
  };
}

describe('the WebAssembly loops', () => {
  const fast = fastKernels();

  it('are there on every machine that runs the tests', () => {
    assert.ok(fast);
  });

  it('find the same literals and lines as the plain ones, wherever the bytes begin', () => {
    const part = fc.oneof(
      fc.constantFrom(...literals, '\n', '\n\n', '\r\n', '\0'),
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.string({ maxLength: 9, unit: fc.constantFrom('a', 'x', ' ') }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: literals.length - 1 }),
        (parts, start, shortest) => {
          const bytes = Buffer.from(parts.join(''));
          const from = Math.min(start, bytes.length);
          const plain = findings(createPlainKernel, bytes, from, shortest);
          assert.deepEqual(findings(fast ?? createPlainKernel, bytes, from, shortest), plain);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('work in memory that has grown', () => {
    const line = `May 13 10:27:47 node-a dockerd: holding the xtables lock; waiting (47s) for it to exit...`;
    const text = `${line} ${'y'.repeat(5_000_000)}\n${line}\n`;
    const options = { pieceBytes: 700_000 };
    assert.deepEqual(triage({ a: text }, { ...options, createKernel: fast }), triage({ a: text }, options));
  });

  it('decode as plain code does, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), fc.boolean(), (bytes, from, isAscii) => {
        const text = isAscii ? bytes.map((value) => value & 0x7f) : bytes;
        assert.equal(fastDecode(text, from, text.length), decodeUtf8(text, from, text.length));
      }),
    );
  });
});
