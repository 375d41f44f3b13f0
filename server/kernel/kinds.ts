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
  let hash = basis;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = (hash ^ load<i32>(at)) * mixing;
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = (hash ^ load<u8>(at)) * prime;
  return positive(hash);
}

/** Key of the skeleton of the message in `[start, end)`. */
export function textKey(start: i32, end: i32): i32 {
  let hash = basis;
  let word = basis;
  let isVariable = false;
  let quoted = false;
  let wordStart = start;
  for (let at = start; at < end; at++) {
    const value = <i32>load<u8>(at);
    if (isDigit(value)) {
      isVariable = true;
    } else if (isSeparator(value)) {
      if (at > wordStart) hash = (hash ^ (isVariable ? variable : word)) * prime;
      hash = (hash ^ value) * prime;
      if (value === quote) quoted = !quoted;
      word = basis;
      isVariable = quoted;
      wordStart = at + 1;
    } else {
      word = (word ^ value) * prime;
    }
  }
  return positive(hash);
}

function isDigit(value: i32): bool {
  return <u32>(value - 48) <= 9;
}

/** Blank, quotes, brackets, comma, colon, equals sign: one bit for each of them. */
function isSeparator(value: i32): bool {
  if (value < 32 || value > 93) return false;
  return (((<u64>1) << (<u64>(value - 32))) & separators) !== 0;
}

// ` "'(),:=` are 0, 2, 7, 8, 9, 12, 26, 29; `[` and `]` are 59 and 61.
const separators: u64 =
  (1 << 0) | (1 << 2) | (1 << 7) | (1 << 8) | (1 << 9) | (1 << 12) | (1 << 26) | (1 << 29) | (1 << 59) | (1 << 61);

function positive(hash: i32): i32 {
  const key = hash & 0x7fffffff;
  return key === 0 ? 1 : key;
}
