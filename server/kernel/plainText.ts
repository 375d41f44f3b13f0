/**
 * Tells of the text behind a header that it is nothing but text: no format of `engine/formats` would find a record in it, whatever
 * prefixes stand before that. Every record inside another has at least one of the signs below; more texts have one than are records.
 */

import { all, classedAt, digitsAt, isByte, isIn, masksOf } from './constants';

/** The bytes that may be signs, by both halves: controls, those that are no ASCII, and `"`, `&`, `=`, `{`, `[`, `\`, `#`, `*`, `:`. */
const odd: usize = memory.data<u8>(
  // prettier-ignore
  [1, 1, 3, 33, 1, 1, 3, 1, 1, 1, 97, 25, 17, 5, 1, 1, 1, 1, 34, 68, 0, 16, 0, 8, 1, 1, 1, 1, 1, 1, 1, 1],
  16,
);

function isLetter(value: i32): bool {
  return <u32>((value | 32) - 97) < 26;
}

function isDigit(value: i32): bool {
  return <u32>(value - 48) < 10;
}

/** Whether `[start, end)` has no sign of a record. */
export function isPlainText(start: i32, end: i32): bool {
  const first = <i32>load<u8>(start);
  if (load<u8>(start - 1) !== 32 || !(isLetter(first) || first === 40 || first === 47)) return false;
  let blanks: i64 = 0;
  for (let from = start; from < end; from += 64) {
    const within: i64 = end - from < 64 ? ((1 as i64) << (end - from)) - 1 : -1;
    let signs = classedAt(from, v128.load(odd), v128.load(odd, 16)) & within;
    for (; signs !== 0; signs &= signs - 1) if (isSign(from + <i32>ctz(signs), start)) return false;
    const blank = blanksAt(from);
    // Two blanks, ` Flag --name` and ` 0x`: of the byte before, the beginning's is known to be no sign.
    const behindBlank = ((blank << 1) | i64(load<u8>(from - 1) === 32)) & within;
    if ((behindBlank & blank) !== 0) return false;
    let begins = behindBlank & beginsAt(from);
    for (; begins !== 0; begins &= begins - 1) if (isFlagOrAddress(from + <i32>ctz(begins))) return false;
    if (hasLongNumber(from, end, within)) return false;
    blanks |= blank & within;
  }
  // A name alone is what a field begins with whose value has lines.
  return blanks !== 0;
}

/** Of bytes that may be a sign, whether this one is: a bracket before a small letter is none, nor is a colon unless it ends a word or stands in a clock. */
function isSign(at: i32, start: i32): bool {
  const next = <i32>load<u8>(at + 1);
  switch (load<u8>(at)) {
    case 0x5b:
      return <u32>(next - 97) >= 26;
    case 0x23:
      return next === 0x30;
    case 0x5c:
      return next === 0x74;
    case 0x2a:
      return next === 0x20;
    case 0x3a:
      if (load<u8>(at - 1) === 0x5d || (isDigit(next) && load<u8>(at + 3) === 0x3a)) return true;
      // `message: text`, `panic: reason`: a word of letters before a colon.
      return (next === 0x20 || next === 0x0a) && isWord(at, start);
  }
  return true;
}

/** Whether the letters before `colon` go back to a blank or to the beginning. */
function isWord(colon: i32, start: i32): bool {
  let at = colon;
  while (at > start && isLetter(load<u8>(at - 1))) at--;
  return at < colon && (at === start || load<u8>(at - 1) === 32);
}

function isFlagOrAddress(at: i32): bool {
  return load<u8>(at + 1) === (load<u8>(at) === 0x46 ? 0x6c : 0x78);
}

/** Whether a date without a sign in it, or a number of seconds or milliseconds since 1970, begins in the sixty-four bytes: eight digits behind no letter. */
function hasLongNumber(from: i32, end: i32, within: i64): bool {
  const digits = digitsAt(from) & within;
  const before = <i32>load<u8>(from - 1);
  const behindWord = ((digits | lettersAt(from)) << 1) | i64(isDigit(before) || isLetter(before));
  const begins = digits & ~behindWord;
  const twos = digits & (digits >>> 1);
  const fours = twos & (twos >>> 2);
  if ((begins & fours & (fours >>> 4)) !== 0) return true;
  // The last one goes on behind them, perhaps.
  const last = begins >>> 57;
  return last !== 0 && isLongNumber(from + 63 - <i32>clz(begins), end);
}

function isLongNumber(start: i32, end: i32): bool {
  let at = start;
  while (at < end && isDigit(load<u8>(at))) at++;
  return at - start >= 8;
}

function blanksAt(from: i32): i64 {
  return masksOf(
    isByte(v128.load(from), 32),
    isByte(v128.load(from, 16), 32),
    isByte(v128.load(from, 32), 32),
    isByte(v128.load(from, 48), 32),
  );
}

/** `F` and `0`. */
function beginsAt(from: i32): i64 {
  return masksOf(
    v128.or(isByte(v128.load(from), 0x46), isByte(v128.load(from), 0x30)),
    v128.or(isByte(v128.load(from, 16), 0x46), isByte(v128.load(from, 16), 0x30)),
    v128.or(isByte(v128.load(from, 32), 0x46), isByte(v128.load(from, 32), 0x30)),
    v128.or(isByte(v128.load(from, 48), 0x46), isByte(v128.load(from, 48), 0x30)),
  );
}

function lettersAt(from: i32): i64 {
  const small = all(32);
  return masksOf(
    isIn(v128.or(v128.load(from), small), 97, 26),
    isIn(v128.or(v128.load(from, 16), small), 97, 26),
    isIn(v128.or(v128.load(from, 32), small), 97, 26),
    isIn(v128.or(v128.load(from, 48), small), 97, 26),
  );
}
