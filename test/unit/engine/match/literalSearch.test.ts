/** The byte search finds what a plain search of every literal would find. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LiteralHits, LiteralSearch } from '../../../../server/src/engine/match/literalSearch';
import type { CreateKernel } from '../../../../server/src/engine/match/scanKernel';
import { createPlainKernel } from '../../../../server/src/engine/match/scanKernel';

/** Hits in `text`, which begins `lead` bytes into the kernel's memory. */
function bySearch(
  literals: readonly string[],
  text: string,
  lead = 0,
  createKernel: CreateKernel = createPlainKernel,
): string[] {
  const hits = new LiteralHits();
  const search = new LiteralSearch(literals);
  const kernel = createKernel(search.table);
  kernel.reserve(lead + text.length);
  kernel.bytes.set(Buffer.from(text, 'latin1'), lead);
  search.search(kernel, lead, lead + text.length, hits);
  return Array.from(
    { length: hits.count },
    (_, index) => `${(hits.positions[index] ?? 0) - lead}:${literals[hits.literals[index] ?? 0]}`,
  ).sort();
}

function byHand(literals: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (const literal of literals)
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) found.push(`${at}:${literal}`);
  return found.sort();
}

describe('the search for literals', () => {
  it('finds overlapping literals and literals inside literals', () => {
    const literals = ['xtables lock', 'holding the xtables lock', 'table', 'ables lo', 'aaaaa'];
    const text = 'is currently holding the xtables lock; aaaaaaa';
    assert.deepEqual(bySearch(literals, text), byHand(literals, text));
  });

  it('agrees with a search by hand on random text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'Z'), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 5, max: 12 }),
        fc.array(letters, { maxLength: 30 }),
        fc.integer({ min: 0, max: 20 }),
        (some, shortest, parts, lead) => {
          // How many bytes literals are found by follows from the shortest one.
          const literals = some.filter(({ length }) => length >= shortest);
          const text = parts.join('');
          assert.deepEqual(bySearch(literals, text, lead), byHand(literals, text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds more hits than its first buffers hold', () => {
    const text = 'holding the xtables lock '.repeat(3000);
    assert.equal(bySearch(['xtables lock'], text).length, 3000);
  });
});
