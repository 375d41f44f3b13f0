/**
 * Tells of the text behind a header that it is nothing but text: no format of `engine/formats` would find a record in it, whatever
 * prefixes stand before that. Every record inside another has at least one of the signs below; more texts have one than are records.
 */

import { all, isByte, isIn } from './constants';

function isLetter(value: i32): bool {
  return <u32>((value | 32) - 97) < 26;
}

/** Whether `[start, end)` has no sign of a record. */
export function isPlainText(start: i32, end: i32): bool {
  const first = <i32>load<u8>(start);
  if (load<u8>(start - 1) !== 32 || !(isLetter(first) || first === 40 || first === 47)) return false;
  let hasBlank = false;
  for (let from = start; from < end; from += 16) {
    const here = v128.load(from);
    const before = v128.load(from - 1);
    const next = v128.load(from + 1);
    const isColon = isByte(here, 58);
    const within: i32 = end - from < 16 ? (1 << (end - from)) - 1 : 0xffff;
    if ((i8x16.bitmask(signs(here, before, next, isColon, from)) & within) !== 0) return false;
    hasBlank = hasBlank || (i8x16.bitmask(isByte(here, 32)) & within) !== 0;
    // `message: text`, `panic: reason`: a word of letters before a colon.
    const ends = v128.and(isColon, v128.or(isByte(next, 32), isByte(next, 10)));
    let colons = i8x16.bitmask(ends) & within;
    for (; colons !== 0; colons &= colons - 1) if (isWord(from + ctz(colons), start)) return false;
    // A date without a sign in it, or a number of seconds or milliseconds since 1970.
    const digit = isIn(here, 48, 10);
    const isWithinWord = v128.or(isIn(before, 48, 10), isIn(v128.or(before, all(32)), 97, 26));
    let numbers = i8x16.bitmask(v128.andnot(digit, isWithinWord)) & within;
    for (; numbers !== 0; numbers &= numbers - 1) if (isLongNumber(from + ctz(numbers), end)) return false;
  }
  // A name alone is what a field begins with whose value has lines.
  return hasBlank;
}

/** Bytes of which a text has none: controls, those that are no ASCII, a bullet, quotes, `=`, `{`, `&`; a bracket before anything but a small letter; a clock; two blanks ... */
function signs(here: v128, before: v128, next: v128, isColon: v128, from: i32): v128 {
  const quotes = v128.or(v128.or(isByte(here, 34), isByte(here, 61)), v128.or(isByte(here, 123), isByte(here, 38)));
  const bracket = v128.andnot(isByte(here, 91), isIn(next, 97, 26));
  const escaped = v128.or(v128.and(isByte(here, 35), isByte(next, 48)), v128.and(isByte(here, 92), isByte(next, 116)));
  const bullet = v128.and(isByte(here, 42), isByte(next, 32));
  const blanks = v128.and(isByte(here, 32), isByte(next, 32));
  const closed = v128.and(isByte(here, 93), isByte(next, 58));
  const clock = v128.and(v128.and(isColon, isIn(next, 48, 10)), isByte(v128.load(from + 3), 58));
  // ` Flag --name` and ` 0x`.
  const begins = isByte(before, 32);
  const flag = v128.and(v128.and(isByte(here, 70), isByte(next, 108)), begins);
  const address = v128.and(v128.and(isByte(here, 48), isByte(next, 120)), begins);
  return v128.or(
    v128.or(v128.or(v128.or(v128.not(isIn(here, 32, 96)), bullet), quotes), v128.or(bracket, escaped)),
    v128.or(v128.or(blanks, closed), v128.or(clock, v128.or(flag, address))),
  );
}

/** Whether the letters before `colon` go back to a blank or to the beginning. */
function isWord(colon: i32, start: i32): bool {
  let at = colon;
  while (at > start && isLetter(load<u8>(at - 1))) at--;
  return at < colon && (at === start || load<u8>(at - 1) === 32);
}

function isLongNumber(start: i32, end: i32): bool {
  let at = start;
  while (at < end && <u32>(load<u8>(at) - 48) < 10) at++;
  return at - start >= 8;
}
