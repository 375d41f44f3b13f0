/** A number that is the same for messages of one kind: the place in the program that wrote them, or their skeleton without the changing parts. */
import type { LineScan } from '../formats/format';

/** Bytes of a message that its key is made of; kinds of message differ early. */
const keyBytes = 64;
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
    return nonZero(hashBlocks(bytes, scan.locationStart, scan.locationEnd));
  }
  if (scan.bodyStart < 0 || scan.bodyEnd <= scan.bodyStart) return 0;
  return skeletonHash(bytes, scan.bodyStart, Math.min(scan.bodyEnd, scan.bodyStart + keyBytes));
}

const factors = [0x9e3779b1, 0x85ebca6b, 0x2c1b3c6d, 0x297a2d39] as const;

/** Sixteen bytes in one step, zeros behind the end: a kernel takes as long for words of any usual length. */
function hashBlocks(bytes: Uint8Array, start: number, end: number): number {
  let hash = basis;
  for (let from = start; from <= end; from += 16) {
    let sum = 0;
    for (let lane = 0; lane < 4 && from + 4 * lane < end; lane++)
      sum = (sum + Math.imul(wordBefore(end, bytes, from + 4 * lane), factors[lane] as number)) | 0;
    hash = Math.imul(hash ^ sum, mixing);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Four bytes as one word, zeros behind `end`. */
function wordBefore(end: number, bytes: Uint8Array, at: number): number {
  let word = 0;
  for (let index = 0; index < 4 && at + index < end; index++) word |= (bytes[at + index] as number) << (8 * index);
  return word;
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
    const isWord = position > wordStart;
    const part = isWord ? (isVariable ? variable : hashBlocks(bytes, wordStart, position)) : 0;
    hash = Math.imul(hash ^ (Math.imul(part, mixing) + value), prime);
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
