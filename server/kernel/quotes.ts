/** Looks through a text for what may be a date or an instant that it quotes; `engine/time/quotedInstants.ts` tells which are. */

import { isByte, isIn } from './constants';

/** Whether `20dd-d`, `m=+`, `te:`, `t(`, `k to` or `a of` stands in `[start, end)` or on its edge: more than is meant, never less. */
export function mayQuote(start: i32, end: i32): bool {
  for (let from = start - 1; from < end; from += 16) {
    const here = v128.load(from);
    const before = v128.load(from - 1);
    const next = v128.load(from + 1);
    const afterT = isByte(before, 0x74);
    const isDigitNext = isIn(next, 48, 10);
    const isDate = v128.and(
      v128.and(isByte(here, 0x2d), isDigitNext),
      v128.and(isByte(v128.load(from - 4), 0x32), isByte(v128.load(from - 3), 0x30)),
    );
    const isGoTime = v128.and(isByte(here, 0x3d), v128.and(isByte(before, 0x6d), isByte(next, 0x2b)));
    const isHeader = v128.and(isByte(here, 0x3a), isByte(before, 0x65));
    const isAudit = v128.and(isByte(here, 0x28), afterT);
    const isSmallO = isByte(here, 0x6f);
    const isClock = v128.and(v128.and(isSmallO, afterT), isByte(v128.load(from - 3), 0x6b));
    const isChip = v128.and(
      v128.and(isSmallO, isByte(next, 0x66)),
      v128.and(isByte(before, 0x20), isByte(v128.load(from - 2), 0x61)),
    );
    const found = v128.or(
      v128.or(isDate, isGoTime),
      v128.or(v128.or(v128.and(isHeader, isByte(v128.load(from - 2), 0x74)), isAudit), v128.or(isClock, isChip)),
    );
    const mask = i8x16.bitmask(found);
    if (mask !== 0 && from + ctz(mask) < end) return true;
  }
  return false;
}
