/** The byte search finds what a plain search of every literal would find. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LiteralHits, LiteralSearch } from '../../../../server/src/engine/match/literalSearch';

function bySearch(literals: readonly string[], text: string): string[] {
  const hits = new LiteralHits();
  const bytes = Buffer.from(text, 'latin1');
  new LiteralSearch(literals).search(bytes, 0, bytes.length, hits);
  return Array.from(
    { length: hits.count },
    (_, index) => `${hits.positions[index]}:${literals[hits.literals[index] ?? 0]}`,
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
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'Z'), minLength: 5, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 8 }),
        fc.array(letters, { maxLength: 30 }),
        (literals, parts) => {
          const text = parts.join('');
          assert.deepEqual(bySearch(literals, text), byHand(literals, text));
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
