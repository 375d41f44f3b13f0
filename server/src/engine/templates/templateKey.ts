/** A number that is the same for messages of one kind: the place in the program that wrote them, or their skeleton without the changing parts. */
import type { LineScan } from '../formats/format';

/** Bytes of a message that its key is made of; kinds of message differ early. */
const keyBytes = 96;
const prime = 0x01000193;
const basis = 0x811c9dc5;
/** Stands for a word with a digit in it: an id, a count, an address. */
const variable = 0x2a;

/**
 * Key of a framed record: `file.go:123` where the format states it (one statement of the program), else the skeleton of the
 * message's beginning. `bytes` is the buffer that the scan's positions refer to. 0 when there is no message.
 */
export function templateKey(bytes: Uint8Array, scan: LineScan): number {
  if (scan.locationStart >= 0 && scan.locationEnd > scan.locationStart) {
    return hashRange(bytes, scan.locationStart, scan.locationEnd);
  }
  if (scan.bodyStart < 0 || scan.bodyEnd <= scan.bodyStart) return 0;
  return skeletonHash(bytes, scan.bodyStart, Math.min(scan.bodyEnd, scan.bodyStart + keyBytes));
}

function hashRange(bytes: Uint8Array, start: number, end: number): number {
  let hash = basis;
  for (let position = start; position < end; position++) hash = Math.imul(hash ^ (bytes[position] as number), prime);
  return nonZero(hash);
}

/**
 * Hash of the words in `[start, end)`; a word that holds a digit or stands inside quotes counts as a variable. A word that
 * the end cuts is left out, so that a longer name behind it does not make another kind.
 */
function skeletonHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = basis;
  let word = basis;
  let isVariable = false;
  let quoted = false;
  let length = 0;
  for (let position = start; position < end; position++) {
    const value = bytes[position] as number;
    if (value === 34) quoted = !quoted;
    if (isSeparator(value)) {
      if (length > 0) hash = Math.imul(hash ^ (isVariable ? variable : word), prime);
      hash = Math.imul(hash ^ value, prime);
      word = basis;
      isVariable = quoted;
      length = 0;
      continue;
    }
    if (value >= 48 && value <= 57) isVariable = true;
    word = Math.imul(word ^ value, prime);
    length++;
  }
  return nonZero(hash);
}

/** Blank, quotes, brackets, comma, colon, equals sign: what parts words in log messages. */
function isSeparator(value: number): boolean {
  return (
    value === 32 ||
    value === 34 ||
    value === 39 ||
    value === 40 ||
    value === 41 ||
    value === 44 ||
    value === 58 ||
    value === 61 ||
    value === 91 ||
    value === 93
  );
}

function nonZero(hash: number): number {
  // 31 bits: such numbers are never allocated.
  return (hash & 0x7fff_ffff) === 0 ? 1 : hash & 0x7fff_ffff;
}
