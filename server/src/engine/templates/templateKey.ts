/** A number that is the same for messages of one kind: the place in the program that wrote them, or their skeleton without the changing parts. */
import type { LineScan } from '../formats/format';

/** Bytes of a message that its key is made of; kinds of message differ early. */
const keyBytes = 72;
const prime = 0x01000193;
const mixing = 0x2c1b3c6d;
// A signed number, as all that follow from it.
const basis = 0x811c9dc5 | 0;
/** Stands for a word with a digit in it: an id, a count, an address. */
const variable = 0x2a;

/**
 * Key of a framed record: `file.go:123` where the format states it (one statement of the program), else the skeleton of the
 * message's beginning. `bytes` is the buffer that the scan's positions refer to. 0 when there is no message.
 */
export function templateKey(bytes: Uint8Array, scan: LineScan): number {
  if (scan.locationStart >= 0 && scan.locationEnd > scan.locationStart) {
    return nonZero(hashRange(bytes, scan.locationStart, scan.locationEnd));
  }
  if (scan.bodyStart < 0 || scan.bodyEnd <= scan.bodyStart) return 0;
  return skeletonHash(bytes, scan.bodyStart, Math.min(scan.bodyEnd, scan.bodyStart + keyBytes));
}

/** Four bytes in one step: the multiplications, each of which waits for the one before, are what takes time. */
function hashRange(bytes: Uint8Array, start: number, end: number): number {
  let hash = basis;
  let position = start;
  for (; position + 4 <= end; position += 4) {
    const word =
      (bytes[position] as number) |
      ((bytes[position + 1] as number) << 8) |
      ((bytes[position + 2] as number) << 16) |
      ((bytes[position + 3] as number) << 24);
    hash = Math.imul(hash ^ word, mixing);
    hash ^= hash >>> 15;
  }
  for (; position < end; position++) hash = Math.imul(hash ^ (bytes[position] as number), prime);
  return hash;
}

/**
 * Hash of the words in `[start, end)`; a word that holds a digit or stands inside quotes counts as a variable. A word that
 * the end cuts is left out, so that a longer name behind it does not make another kind.
 */
function skeletonHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = basis;
  let isVariable = false;
  let quoted = false;
  let wordStart = start;
  for (let position = start; position < end; position++) {
    const value = bytes[position] as number;
    const kind = kinds[value] as number;
    if (kind === Kind.letter) continue;
    if (kind === Kind.digit) {
      isVariable = true;
      continue;
    }
    if (position > wordStart)
      hash = Math.imul(hash ^ (isVariable ? variable : hashRange(bytes, wordStart, position)), prime);
    hash = Math.imul(hash ^ value, prime);
    if (value === quote) quoted = !quoted;
    isVariable = quoted;
    wordStart = position + 1;
  }
  return nonZero(hash);
}

const quote = 34;
const Kind = { letter: 0, digit: 1, separator: 2 } as const;

/** Blank, quotes, brackets, comma, colon, equals sign part words in log messages. */
const kinds = new Uint8Array(256);
for (const separator of ' "\'(),:=[]') kinds[separator.charCodeAt(0)] = Kind.separator;
for (const digit of '0123456789') kinds[digit.charCodeAt(0)] = Kind.digit;

function nonZero(hash: number): number {
  // 31 bits: such numbers are never allocated.
  return (hash & 0x7fff_ffff) === 0 ? 1 : hash & 0x7fff_ffff;
}
