/** Looks through a text for what may be a date or an instant that it quotes; `engine/time/quotedInstants.ts` tells which are. */

import { all, classOf } from './constants';

/**
 * Which signs a byte may belong to, by its lower half and by its upper half: those of the sign's last byte here, of the third and of the
 * fourth byte before it. One bit each for `20dd-`, `m=+d`, `Date`, `udit(`, `ck to`, `ta of`.
 */
const signs: usize = memory.data<u8>(
  // prettier-ignore
  [
    2, 2, 2, 2, 2, 6, 34, 2, 10, 2, 2, 2, 2, 3, 2, 18, 2, 2, 11, 2, 2, 2, 54, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 32, 0, 0,
    12, 0, 0, 0, 0, 0, 0, 16, 0, 2, 0, 0, 0, 0, 0, 3, 4, 0, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 5, 20, 36, 12, 4, 4, 4,
    4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 5, 4, 4, 22, 44, 4, 4, 4, 4, 4, 4, 4, 4,
  ],
  16,
);
/** Bytes behind the text in which a sign may end that begins in it. */
const behind: i32 = 3;

/** Whether `20dd-dd-`, `m=+`, `Date:`, `udit(`, `ck to` or `ta of` stands in `[start, end)` or on its edge: more than is meant, never less. */
export function mayQuote(start: i32, end: i32): bool {
  const lowerHere = v128.load(signs);
  const upperHere = v128.load(signs, 16);
  const lowerThird = v128.load(signs, 32);
  const upperThird = v128.load(signs, 48);
  const lowerFourth = v128.load(signs, 64);
  const upperFourth = v128.load(signs, 80);
  const half = all(15);
  const last = end + behind;
  for (let from = start - 1; from < last; from += 16) {
    const here = v128.load(from);
    const third = v128.load(from - 3);
    const fourth = v128.load(from - 4);
    const found = v128.and(
      v128.and(classOf(here, half, lowerHere, upperHere), classOf(third, half, lowerThird, upperThird)),
      classOf(fourth, half, lowerFourth, upperFourth),
    );
    if (v128.any_true(found) && isAnySign(found, from, last)) return true;
  }
  return false;
}

/** Whether one of those found in sixteen bytes is a sign. */
function isAnySign(found: v128, from: i32, end: i32): bool {
  let mask: i32 = ~i8x16.bitmask(i8x16.eq(found, all(0))) & 0xffff;
  for (; mask !== 0; mask &= mask - 1) {
    const at = from + ctz(mask);
    if (at < end && isSignAt(at)) return true;
  }
  return false;
}

/** Whether a sign ends at `at`. */
function isSignAt(at: i32): bool {
  const before = load<u32>(at - 4);
  switch (load<u8>(at)) {
    case 0x2d:
      if ((before & 0xffff) === 0x3032) return isDateAt(at);
      break;
    case 0x65:
      return load<u32>(at - 3) === 0x65746144 && load<u8>(at + 1) === 0x3a;
    case 0x28:
      return before === 0x74696475;
    case 0x6f:
      return before === 0x74206b63;
    case 0x66:
      return before === 0x6f206174;
  }
  return (before & 0xffffff) === 0x2b3d6d;
}

/** Whether the digits of a year, a month and a `-` stand around the `-` at `at`. */
function isDateAt(at: i32): bool {
  return (
    isDigit(load<u8>(at - 2)) &&
    isDigit(load<u8>(at - 1)) &&
    isDigit(load<u8>(at + 1)) &&
    isDigit(load<u8>(at + 2)) &&
    load<u8>(at + 3) === 0x2d
  );
}

function isDigit(value: i32): bool {
  return <u32>(value - 48) < 10;
}
