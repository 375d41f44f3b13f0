/**
 * What of a line can be looked up: names, ids and UIDs, each as a number. The same bytes are taken apart in the same way when an index
 * is made and when something is looked up in it, so that what is looked for and stands in a line is never missed.
 */
import { encodeUtf8 } from '../text/decode';
import type { WantedName } from './mentions';

/** Takes the numbers of what stands in some bytes. */
export interface KeySink {
  take(key: number): void;
}

const hexLetter = 1;
const digit = 2;
const otherLetter = 4;
const hyphen = 8;

/** What each byte is in a name; 0 for what stands between names. */
const kinds = new Uint8Array(256);
for (const [from, to, kind] of [
  ['0', '9', digit],
  ['a', 'f', hexLetter],
  ['g', 'z', otherLetter],
  ['A', 'Z', otherLetter],
  ['-', '-', hyphen],
] as const)
  kinds.fill(kind, from.charCodeAt(0), to.charCodeAt(0) + 1);

/** Digits of an id that count: the first twelve are how it is quoted in short. */
const idDigits = 12;
/** Bytes of a UID before its last group. */
const uidHead = 24;
const underscore = 95;
const hyphenByte = 45;

const wordSeed = 0x811c9dc5 | 0;
const idSeed = 0x3c6ef372;
const uidSeed = 0x1b873593;

/**
 * Gives the numbers of all names in `bytes[from, to)`, which are whole lines. A name is a run of letters, digits and hyphens. One that
 * holds twelve hexadecimal digits in a row is found by these, and by all of a UID; numbers, times and measures have none.
 */
export function readKeys(bytes: Uint8Array, from: number, to: number, sink: KeySink): void {
  for (let at = from; at < to; ) {
    if (kinds[bytes[at] as number] === 0) at++;
    else at = readName(bytes, from, at, to, sink);
  }
}

/** Takes the name that begins at `at`; where it ends. */
function readName(bytes: Uint8Array, from: number, at: number, to: number, sink: KeySink): number {
  let seen = 0;
  let end = at;
  for (; end < to; end++) {
    const kind = kinds[bytes[end] as number] as number;
    if (kind === 0) break;
    seen |= kind;
  }
  const holdsId = end - at >= idDigits && readIds(bytes, from, at, end, sink);
  const stem = diskStem(bytes, at, end);
  if (stem > 0) sink.take(wordKey(bytes, at, at + stem));
  if (!holdsId && (seen & (hexLetter | otherLetter)) !== 0 && end - at > 1 && !isMeasure(bytes, at, end))
    sink.take(wordKey(bytes, at, end));
  return end;
}

/** Takes every run of enough hexadecimal digits in a name; whether there is one. Looks at the end of where one would be first. */
function readIds(bytes: Uint8Array, from: number, at: number, end: number, sink: KeySink): boolean {
  let holdsId = false;
  for (let start = at; start + idDigits <= end; ) {
    let place = start + idDigits - 1;
    while (place >= start && isHex(bytes[place] as number)) place--;
    if (place < start) {
      holdsId = true;
      takeId(bytes, from, start, sink);
      place = start + idDigits;
      while (place < end && isHex(bytes[place] as number)) place++;
    }
    start = place + 1;
  }
  return holdsId;
}

function isHex(byte: number): boolean {
  return ((kinds[byte] as number) & (hexLetter | digit)) !== 0;
}

function takeId(bytes: Uint8Array, from: number, at: number, sink: KeySink): void {
  sink.take(idKey(bytes, at));
  if (at - from >= uidHead && isUidHead(bytes, at - uidHead)) sink.take(uidKey(bytes, at - uidHead));
}

/** `12ms`, `123456789Z`: every line has others. */
function isMeasure(bytes: Uint8Array, at: number, end: number): boolean {
  let after = at;
  while (after < end && kinds[bytes[after] as number] === digit) after++;
  return after > at && end - after <= 2;
}

/** Length of a disk's name that its partition's begins with (`sda1`); 0 where there is none. */
function diskStem(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (first !== 0x73 && first !== 0x76 && first !== 0x78) return 0;
  const longest = Math.min(end, at + 5);
  let after = at;
  while (after < longest && isLowercase(bytes[after] as number)) after++;
  const length = after - at;
  return length >= 3 && length <= 4 && after < end && kinds[bytes[after] as number] === digit ? length : 0;
}

function isLowercase(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** `0f0f3b1e-d261-11ec-9d64-`, also with underscores. */
function isUidHead(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < uidHead; index++) {
    const byte = bytes[at + index] as number;
    const isBorder = index === 8 || index === 13 || index === 18 || index === 23;
    if (isBorder ? byte !== hyphenByte && byte !== underscore : !isHex(byte)) return false;
  }
  return true;
}

function wordKey(bytes: Uint8Array, from: number, to: number): number {
  return mix(hashOf(wordSeed, bytes, from, to) ^ (to - from));
}

function idKey(bytes: Uint8Array, at: number): number {
  return mix(hashOf(idSeed, bytes, at, at + idDigits));
}

function uidKey(bytes: Uint8Array, at: number): number {
  // Its hyphens may be underscores: only what stands between them counts.
  let hash = hashOf(uidSeed, bytes, at, at + 8);
  for (const group of [9, 14, 19]) hash = hashOf(hash, bytes, at + group, at + group + 4);
  return mix(hashOf(hash, bytes, at + uidHead, at + uidHead + idDigits));
}

/** Goes on with a hash over bytes, four at a time. */
function hashOf(seed: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = seed;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const lower = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    hash = stir(hash, lower | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24));
  }
  let rest = 0;
  for (let bit = 0; at + bit / 8 < to; bit += 8) rest |= (bytes[at + bit / 8] as number) << bit;
  return at < to ? stir(hash, rest) : hash;
}

/** Takes four bytes into a hash (as MurmurHash3 does). */
function stir(hash: number, word: number): number {
  const spread = Math.imul(word, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Spreads a hash over all its bits. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  // Signed, as larger numbers would be allocated one by one.
  return mixed ^ (mixed >>> 16);
}

/** Numbers of which every line that mentions the name gives each; none when such a line need not give any. */
export function keysOfName({ text, kind }: Pick<WantedName, 'text' | 'kind'>): number[] {
  const bytes = encodeUtf8(text);
  if (kind === 'id') return [idKey(bytes, 0)];
  if (kind === 'uid') return [uidKey(bytes, 0)];
  if (kind === 'device') return [wordKey(bytes, 0, bytes.length)];
  // Of any text, nobody knows how the names at its ends go on.
  const isName = (at: number): boolean => kind === 'text' && kinds[bytes[at] ?? 0] !== 0;
  let from = 0;
  let to = bytes.length;
  while (from < to && isName(from)) from++;
  while (to > from && isName(to - 1)) to--;
  const keys: number[] = [];
  readKeys(bytes, from, to, { take: (key) => keys.push(key) });
  return keys;
}
