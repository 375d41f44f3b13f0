/** Numbers for kinds of message: the same ones that `engine/templates/templateKey.ts` makes. */

import { all, firstBytes, isByte, isIn } from './constants';

const prime: i32 = 0x01000193;
const mixing: i32 = 0x2c1b3c6d;
const basis: i32 = 0x811c9dc5;
const variable: i32 = 0x2a;
const quote: i32 = 34;

/** Bytes of a message that its key is made of: one bit for each. */
export const keyBytes: i32 = 64;

/** Key of the place from `start` to the next `]`, which stands before `end`; 0 where it does not, or behind something escaped. */
export function placeKey(start: i32, end: i32): i32 {
  let hash = basis;
  for (let from = start; from < end; from += 16) {
    const bytes = v128.load(from);
    const mask = i8x16.bitmask(v128.or(isByte(bytes, 93), isByte(bytes, 92)));
    if (mask === 0) {
      hash = hashBlock(hash, bytes);
      continue;
    }
    const length = ctz(mask);
    const bracket = from + length;
    if (bracket === start || bracket >= end || load<u8>(bracket) !== 93) return 0;
    return positive(hashBlock(hash, v128.and(bytes, firstBytes(length))));
  }
  return 0;
}

/** Two factors for each of four words, as `templateKey` has them. */
const factors: usize = memory.data<u32>(
  [0x9e3779b1, 0x85ebca6b, 0x2c1b3c6d, 0x297a2d39, 0x27d4eb2f, 0x165667b1, 0x9e3779b1, 0x85ebca6b],
  16,
);

function hashBlock(hash: i32, bytes: v128): i32 {
  const mixed = i32x4.mul(bytes, v128.load(factors));
  const words = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 15)), v128.load(factors, 16));
  const lower = i64x2.extract_lane(words, 0);
  const upper = i64x2.extract_lane(words, 1);
  const sum = <i32>lower + <i32>(lower >>> 32) + <i32>upper + <i32>(upper >>> 32);
  const next = (hash ^ sum) * mixing;
  return next ^ (next >>> 15);
}

/** Key of the skeleton of the message in `[start, end)`, which is no longer than {@link keyBytes}. */
export function textKey(start: i32, end: i32): i32 {
  const within: i64 = end - start < keyBytes ? ((1 as i64) << (end - start)) - 1 : -1;
  const digits =
    digitsAt(start) | (digitsAt(start + 16) << 16) | (digitsAt(start + 32) << 32) | (digitsAt(start + 48) << 48);
  let separators =
    (separatorsAt(start) |
      (separatorsAt(start + 16) << 16) |
      (separatorsAt(start + 32) << 32) |
      (separatorsAt(start + 48) << 48)) &
    within;
  let hash = basis;
  let quoted: i32 = 0;
  let at = 0;
  for (; separators !== 0; separators &= separators - 1) {
    const offset = <i32>ctz(separators);
    const length = offset - at;
    const value = <i32>load<u8>(start + offset);
    const hasDigit = i32(((digits >>> at) & (((1 as i64) << length) - 1)) !== 0);
    // Without asking: which words are variables, or not there at all, nobody can foresee.
    const word = length < 16 ? wordKey(start + at, length) : hashOf(start + at, start + offset);
    const part = select(select(variable, word, (quoted | hasDigit) !== 0), 0, length !== 0);
    hash = (hash ^ (part * mixing + value)) * prime;
    quoted ^= i32(value === quote);
    at = offset + 1;
  }
  return positive(hash);
}

/** {@link hashOf} for words that are shorter than sixteen bytes. */
function wordKey(start: i32, length: i32): i32 {
  return hashBlock(basis, v128.and(v128.load(start), firstBytes(length)));
}

function hashOf(start: i32, end: i32): i32 {
  let hash = basis;
  let from = start;
  for (; from + 16 <= end; from += 16) hash = hashBlock(hash, v128.load(from));
  return hashBlock(hash, v128.and(v128.load(from), firstBytes(end - from)));
}

function digitsAt(from: i32): i64 {
  return <i64>i8x16.bitmask(isIn(v128.load(from), 48, 10));
}

function separatorsAt(from: i32): i64 {
  return <i64>i8x16.bitmask(separatorsOf(v128.load(from)));
}

/** Bits of the lower half of a byte, then of its upper half. */
const separatorBits: usize = memory.data<u8>(
  // prettier-ignore
  [1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 2, 4, 1, 6, 0, 0, 0, 0, 1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  16,
);

/** Blank, quotes, brackets, comma, colon, equals sign: told by both halves of the byte, one bit for each upper half that has some. */
function separatorsOf(bytes: v128): v128 {
  const lower = i8x16.swizzle(v128.load(separatorBits), v128.and(bytes, all(15)));
  const upper = i8x16.swizzle(v128.load(separatorBits, 16), v128.and(i16x8.shr_u(bytes, 4), all(15)));
  return i8x16.ne(v128.and(lower, upper), i8x16.splat(0));
}

function positive(hash: i32): i32 {
  const key = hash & 0x7fffffff;
  return key === 0 ? 1 : key;
}
