/** Numbers for kinds of message: the same ones that `engine/templates/templateKey.ts` makes. */

import { classedAt, digitsAt, firstBytes, isByte } from './constants';

const prime: i32 = 0x01000193;
const mixing: i32 = 0x2c1b3c6d;
const basis: i32 = 0x811c9dc5;
const variable: i32 = 0x2a;
const quote: i32 = 34;

/** Bytes of a message that its key is made of: one bit for each. */
export const keyBytes: i32 = 64;

/** Key of the place from `start` to the next `]`, which stands before `end`; 0 where it does not, or behind something escaped. */
export function placeKey(start: i32, end: i32): i32 {
  const first = v128.load(start);
  const second = v128.load(start, 16);
  const mask = endsAt(first) | (endsAt(second) << 16);
  if (mask === 0) return longPlaceKey(start, end);
  const length = ctz(mask);
  const bracket = start + length;
  if (length === 0 || bracket >= end || load<u8>(bracket) !== 93) return 0;
  // Without asking: whether it goes beyond sixteen bytes nobody can foresee.
  const short = hashBlock(basis, v128.and(first, firstBytes(min(length, 16))));
  const long = hashBlock(short, v128.and(second, firstBytes(max(length - 16, 0))));
  return positive(select(short, long, length < 16));
}

/** {@link placeKey} of a place of more than thirty-two bytes. */
function longPlaceKey(start: i32, end: i32): i32 {
  let hash = basis;
  for (let from = start; from < end; from += 16) {
    const bytes = v128.load(from);
    const mask = endsAt(bytes);
    if (mask !== 0) {
      const length = ctz(mask);
      if (from + length >= end || load<u8>(from + length) !== 93) return 0;
      return positive(hashBlock(hash, v128.and(bytes, firstBytes(length))));
    }
    hash = hashBlock(hash, bytes);
  }
  return 0;
}

/** Where a `]` or a backslash stands. */
function endsAt(bytes: v128): i32 {
  return i8x16.bitmask(v128.or(isByte(bytes, 93), isByte(bytes, 92)));
}

/** A factor for each of four words, as `templateKey` has them. */
const factors: usize = memory.data<u32>([0x9e3779b1, 0x85ebca6b, 0x2c1b3c6d, 0x297a2d39], 16);

function hashBlock(hash: i32, bytes: v128): i32 {
  return mixIn(hash, bytes, v128.load(factors));
}

/** {@link hashBlock} with the factors at hand. */
function mixIn(hash: i32, bytes: v128, by: v128): i32 {
  const words = i32x4.mul(bytes, by);
  const pairs = i32x4.add(words, i32x4.shuffle(words, words, 2, 3, 0, 1));
  const next = (hash ^ (i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1))) * mixing;
  return next ^ (next >>> 15);
}

/** Key of the skeleton of the message in `[start, end)`, which is no longer than {@link keyBytes}. */
export function textKey(start: i32, end: i32): i32 {
  const within: i64 = end - start < keyBytes ? ((1 as i64) << (end - start)) - 1 : -1;
  const by = v128.load(factors);
  let digits = digitsAt(start);
  let separators = classedAt(start, v128.load(separatorBits), v128.load(separatorBits, 16)) & within;
  let hash = basis;
  let quoted: i32 = 0;
  let word = start;
  for (; separators !== 0; separators &= separators - 1) {
    const end = start + <i32>ctz(separators);
    const upTo = separators ^ (separators - 1);
    const length = end - word;
    const value = <i32>load<u8>(end);
    const isVariable = quoted | i32((digits & upTo) !== 0);
    // Without asking: which words are variables, or not there at all, nobody can foresee.
    const key = length < 16 ? mixIn(basis, v128.and(v128.load(word), firstBytes(length)), by) : hashOf(word, end, by);
    const part = select(select(variable, key, isVariable !== 0), 0, length !== 0);
    hash = (hash ^ (part * mixing + value)) * prime;
    quoted ^= i32(value === quote);
    digits &= ~upTo;
    word = end + 1;
  }
  return positive(hash);
}

function hashOf(start: i32, end: i32, by: v128): i32 {
  let hash = basis;
  let from = start;
  for (; from + 16 <= end; from += 16) hash = mixIn(hash, v128.load(from), by);
  return mixIn(hash, v128.and(v128.load(from), firstBytes(end - from)), by);
}

/** Blank, quotes, brackets, comma, colon, equals sign, told by both halves of the byte: one bit for each upper half that has some. */
const separatorBits: usize = memory.data<u8>(
  // prettier-ignore
  [1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 2, 4, 1, 6, 0, 0, 0, 0, 1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  16,
);

function positive(hash: i32): i32 {
  const key = hash & 0x7fffffff;
  return key === 0 ? 1 : key;
}
