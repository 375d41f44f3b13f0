/** Makes an index of names of a text, put to the indexer in as many pieces as a test wants. */
import type { NameIndex, NameIndexer } from '../../server/src/engine/index';

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
