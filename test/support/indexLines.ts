/** Makes indexes of names of a text, in as many pieces or stretches as a test wants. */
import { strict as assert } from 'node:assert';
import type { NameIndex, NameIndexer } from '../../server/src/engine/index';
import { TextNames } from '../../server/src/engine/index';

/** `pieces`: about how many; each is whole lines. */
export function indexLines(indexer: NameIndexer, bytes: Uint8Array, pieces = 1): NameIndex | null {
  indexer.begin(bytes.length);
  const step = Math.ceil(bytes.length / pieces);
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, Math.min(bytes.length, from + step) - 1) + 1 || bytes.length;
    indexer.room(end - from).set(bytes.subarray(from, end));
    indexer.add(end - from);
    from = end;
  }
  return indexer.end();
}

/** Indexes whole lines in about so many stretches. */
export function indexStretches(indexer: NameIndexer, bytes: Uint8Array, stretches = 1): TextNames {
  const names = new TextNames();
  const step = Math.ceil(bytes.length / stretches);
  while (names.end < bytes.length) {
    const end = bytes.indexOf(10, Math.min(bytes.length, names.end + step) - 1) + 1 || bytes.length;
    const index = indexLines(indexer, bytes.subarray(names.end, end));
    assert.ok(index);
    names.set(names.stretches.length, { from: names.end, index });
  }
  return names;
}
