/** Numbers for kinds of message: the same ones that `engine/templates/templateKey.ts` makes. */

const prime: i32 = 0x01000193;
const mixing: i32 = 0x2c1b3c6d;
const basis: i32 = 0x811c9dc5;
const variable: i32 = 0x2a;
const quote: i32 = 34;

/** Bytes of a message that its key is made of. */
export const keyBytes: i32 = 72;

/** Key of the place in `[start, end)`. */
export function placeKey(start: i32, end: i32): i32 {
  return positive(hashOf(start, end));
}

/** Key of the skeleton of the message in `[start, end)`. */
export function textKey(start: i32, end: i32): i32 {
  let hash = basis;
  let isVariable = false;
  let quoted = false;
  let wordStart = start;
  for (let from = start; from < end; from += 16) {
    const bytes = v128.load(from);
    const within: i32 = end - from < 16 ? (1 << (end - from)) - 1 : 0xffff;
    const digits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10))) & within;
    let separators = i8x16.bitmask(separatorsOf(bytes)) & within;
    let at = 0;
    for (; separators !== 0; separators &= separators - 1) {
      const offset = ctz(separators);
      const place = from + offset;
      isVariable = isVariable || (digits & maskOf(at, offset)) !== 0;
      const value = <i32>load<u8>(place);
      if (place > wordStart) hash = (hash ^ (isVariable ? variable : hashOf(wordStart, place))) * prime;
      hash = (hash ^ value) * prime;
      if (value === quote) quoted = !quoted;
      isVariable = quoted;
      wordStart = place + 1;
      at = offset + 1;
    }
    isVariable = isVariable || digits >>> at !== 0;
  }
  return positive(hash);
}

/** Bits `from` up to `to`. */
function maskOf(from: i32, to: i32): i32 {
  return (1 << to) - (1 << from);
}

function hashOf(start: i32, end: i32): i32 {
  let hash = basis;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = (hash ^ load<i32>(at)) * mixing;
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = (hash ^ <i32>load<u8>(at)) * prime;
  return hash;
}

/** Blank, quotes, brackets, comma, colon, equals sign: told by both halves of the byte, one bit for each upper half that has some. */
function separatorsOf(bytes: v128): v128 {
  const lower = i8x16.swizzle(v128(1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 2, 4, 1, 6, 0, 0), v128.and(bytes, i8x16.splat(15)));
  const upper = i8x16.swizzle(v128(0, 0, 1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  return i8x16.ne(v128.and(lower, upper), i8x16.splat(0));
}

function positive(hash: i32): i32 {
  const key = hash & 0x7fffffff;
  return key === 0 ? 1 : key;
}
