/** Notes which names stand in which blocks of a text, sixty-four bytes at a time; `engine/follow/nameKeys.ts` and `nameTable.ts` tell the same in plain code. */
import {
  blockPart,
  countPart,
  homeShift,
  maxKeys,
  maxPlaces,
  mostProbes,
  nameBlocksAt,
  nameLinesAt,
  nameOwnersAt,
  nameParts,
  nameSlotsAt,
  namesAt,
  slotBits,
} from '../src/engine/follow/nameLayout';
import { all, isByte, isIn, makeSplats, masksOf } from './constants';

const nameBytes: i32 = 4 * nameParts;
const lastSlot: i32 = (1 << slotBits) - 1;
const idDigits: i32 = 12;
const uidHead: i32 = 24;
const wordSeed: i32 = 0x811c9dc5;
const idSeed: i32 = 0x3c6ef372;
const uidSeed: i32 = 0x1b873593;

/** Names, and places, that were noted. */
let used: i32 = 0;
let filled: i32 = 0;
/** A name in more blocks is not noted any further. */
let limit: i32 = 0;
let block: i32 = 0;
let isFull: bool = false;
/** Where the lines begin that are looked at. */
let first: i32 = 0;

/** Forgets all names. */
export function clearNames(most: i32): void {
  makeSplats();
  memory.fill(nameSlotsAt, 0, 4 << slotBits);
  used = 0;
  filled = 0;
  limit = most;
  isFull = false;
}

export function namesUsed(): i32 {
  return used;
}

export function namesFilled(): i32 {
  return filled;
}

/** Line feeds in `[from, to)` of the lines. */
export function countLineFeeds(from: i32, to: i32): i32 {
  const end = nameLinesAt + to;
  const feed = all(10);
  let at = nameLinesAt + from;
  let count = 0;
  for (; at + 64 <= end; at += 64)
    count += <i32>(
      popcnt(masksOf(feedsAt(at, feed), feedsAt(at + 16, feed), feedsAt(at + 32, feed), feedsAt(at + 48, feed)))
    );
  for (; at < end; at++) count += i32(load<u8>(at) === 10);
  return count;
}

function feedsAt(at: i32, feed: v128): v128 {
  return i8x16.eq(v128.load(at), feed);
}

/** Notes the names in whole lines `[from, to)` as ones of a block; false when there are more than can be noted. */
export function noteNames(from: i32, to: i32, inBlock: i32): bool {
  const end = nameLinesAt + to;
  first = nameLinesAt + from;
  block = inBlock;
  for (let at = first; at < end; ) {
    const digits = masksOf(isDigit(at), isDigit(at + 16), isDigit(at + 32), isDigit(at + 48));
    const letters = masksOf(isLetter(at), isLetter(at + 16), isLetter(at + 32), isLetter(at + 48));
    const hyphens = masksOf(isHyphen(at), isHyphen(at + 16), isHyphen(at + 32), isHyphen(at + 48));
    let names = digits | letters | hyphens;
    const left = end - at;
    if (left < 64) names &= ((1 as i64) << left) - 1;
    let next = at + 64;
    while (names !== 0) {
      const start = <i32>ctz(names);
      const length = <i32>ctz(~(names >>> start));
      if (start + length >= 64) {
        // It may go on behind these bytes: looked at once more from its beginning, or, when it has that, as a whole.
        next = start > 0 ? at + start : noteLong(at, end);
        break;
      }
      if (length >= idDigits) noteName(at + start, length);
      else if (length > 1 && ((letters >>> start) & (((1 as i64) << length) - 1)) !== 0)
        noteWord(at + start, length, <i32>ctz(~(digits >>> start)));
      const after = start + length;
      names = (names >>> after) << after;
    }
    at = next;
  }
  return !isFull;
}

function isDigit(at: i32): v128 {
  return isIn(v128.load(at), 48, 10);
}

function isLetter(at: i32): v128 {
  return isIn(v128.or(v128.load(at), all(32)), 97, 26);
}

function isHyphen(at: i32): v128 {
  return isByte(v128.load(at), 45);
}

/** Notes a name that fills all bytes that are looked at at a time; where it ends. */
function noteLong(at: i32, end: i32): i32 {
  let after = at + 64;
  while (after < end) {
    const count = ctz(~i8x16.bitmask(v128.or(v128.or(isDigit(after), isLetter(after)), isHyphen(after))));
    after += count;
    if (count < 16) break;
  }
  const length = min(after, end) - at;
  noteName(at, length);
  return at + length;
}

function isDigitByte(byte: i32): bool {
  return <u32>(byte - 48) < 10;
}

/** One bit for each of sixteen bytes that are hexadecimal digits. */
function hexMask(at: i32): i32 {
  return i8x16.bitmask(v128.or(isDigit(at), isIn(v128.load(at), 97, 6)));
}

/** A word too short to hold an id, with a letter in it; it begins with so many digits. */
function noteWord(at: i32, length: i32, digits: i32): void {
  noteStem(at, length);
  const isMeasure = digits > 0 && length - digits <= 2;
  if (!isMeasure) take(mix(hashOf(wordSeed, at, length) ^ length));
}

/** A name that may hold ids. */
function noteName(at: i32, length: i32): void {
  const holdsId = noteIds(at, at + length);
  noteStem(at, length);
  if (holdsId) return;
  let letters = 0;
  while (letters < length && <u32>((load<u8>(at + letters) | 32) - 97) >= 26) letters++;
  if (letters === length) return;
  let digits = 0;
  while (isDigitByte(load<u8>(at + digits))) digits++;
  if (digits === 0 || length - digits > 2) take(mix(hashOf(wordSeed, at, length) ^ length));
}

/** Every run of enough hexadecimal digits; whether there is one. */
function noteIds(at: i32, end: i32): bool {
  let holdsId = false;
  for (let start = at; start + idDigits <= end; ) {
    const others = ~hexMask(start) & 0xfff;
    if (others !== 0) {
      // A run begins behind the last one of these at the earliest.
      start += 32 - clz(others);
      continue;
    }
    holdsId = true;
    take(mix(hashOf(idSeed, start, idDigits)));
    if (start - first >= uidHead && isUidHead(start - uidHead)) take(uidKey(start - uidHead));
    for (start += idDigits; start < end; ) {
      const count = ctz(~hexMask(start));
      start += count;
      if (count < 16) break;
    }
    start++;
  }
  return holdsId;
}

function isUidHead(at: i32): bool {
  // Behind groups of eight and of three times four digits.
  const borders = (1 << 8) | (1 << 13) | (1 << 18) | (1 << 23);
  const digits = hexMask(at) | (hexMask(at + 16) << 16);
  return (
    (digits & 0xffffff) === (0xffffff & ~borders) &&
    isBorder(at + 8) &&
    isBorder(at + 13) &&
    isBorder(at + 18) &&
    isBorder(at + 23)
  );
}

function isBorder(at: i32): bool {
  const byte = <i32>load<u8>(at);
  return byte === 45 || byte === 95;
}

function uidKey(at: i32): i32 {
  let hash = hashOf(uidSeed, at, 8);
  for (let group = 9; group <= 19; group += 5) hash = hashOf(hash, at + group, 4);
  return mix(hashOf(hash, at + uidHead, idDigits));
}

/** The disk that a partition's name begins with. */
function noteStem(at: i32, length: i32): void {
  const byte = <i32>load<u8>(at);
  if ((byte !== 115 && byte !== 118 && byte !== 120) || length < 4) return;
  let stem = 0;
  while (stem < 5 && stem < length && <u32>(load<u8>(at + stem) - 97) < 26) stem++;
  if (stem !== 3 && stem !== 4) return;
  if (stem < length && isDigitByte(load<u8>(at + stem))) take(mix(hashOf(wordSeed, at, stem) ^ stem));
}

function hashOf(seed: i32, from: i32, length: i32): i32 {
  let hash = seed;
  let at = from;
  let left = length;
  for (; left >= 4; left -= 4) {
    hash = stir(hash, load<i32>(at));
    at += 4;
  }
  return left === 0 ? hash : stir(hash, load<i32>(at) & ((1 << (left << 3)) - 1));
}

function stir(hash: i32, word: i32): i32 {
  const mixed = hash ^ (rotl(word * 0xcc9e2d51, 15) * 0x1b873593);
  return rotl(mixed, 13) * 5 + 0xe6546b64;
}

function mix(hash: i32): i32 {
  let mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
  return mixed ^ (mixed >>> 16);
}

/** Notes a name in the current block. */
function take(key: i32): void {
  let slot = (key ^ (key >>> homeShift)) & lastSlot;
  let probes = 0;
  let name = load<i32>(nameSlotsAt + (slot << 2)) - 1;
  while (name >= 0 && load<i32>(namesAt + name * nameBytes) !== key) {
    if (++probes === mostProbes) {
      isFull = true;
      return;
    }
    slot = (slot + 1) & lastSlot;
    name = load<i32>(nameSlotsAt + (slot << 2)) - 1;
  }
  if (filled === maxPlaces || (name < 0 && used === maxKeys)) {
    isFull = true;
    return;
  }
  let entry = namesAt + name * nameBytes;
  let count = 0;
  if (name < 0) {
    name = used++;
    store<i32>(nameSlotsAt + (slot << 2), used);
    entry = namesAt + name * nameBytes;
    store<i32>(entry, key);
  } else {
    count = load<i32>(entry, 4 * countPart);
    if (load<i32>(entry, 4 * blockPart) === block || count > limit) return;
  }
  store<i32>(entry, count + 1, 4 * countPart);
  store<i32>(entry, block, 4 * blockPart);
  store<u16>(nameBlocksAt + (filled << 1), block);
  store<i32>(nameOwnersAt + (filled << 2), name);
  filled++;
}
