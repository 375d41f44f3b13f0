/** Looks through a text for what may be a date or an instant that it quotes; `engine/time/quotedInstants.ts` tells which are. */

function all(value: i8): v128 {
  return i8x16.splat(value);
}

/** Whether `20dd-d`, `m=+`, `te:`, `t(`, `k to` or `a of` stands in `[start, end)` or on its edge: more than is meant, never less. */
export function mayQuote(start: i32, end: i32): bool {
  for (let from = start - 1; from < end; from += 16) {
    const here = v128.load(from);
    const before = v128.load(from - 1);
    const next = v128.load(from + 1);
    const afterT = i8x16.eq(before, all(0x74));
    const isDigitNext = i8x16.le_u(i8x16.sub(next, all(48)), all(9));
    const isDate = v128.and(
      v128.and(i8x16.eq(here, all(0x2d)), isDigitNext),
      v128.and(i8x16.eq(v128.load(from - 4), all(0x32)), i8x16.eq(v128.load(from - 3), all(0x30))),
    );
    const isGoTime = v128.and(
      i8x16.eq(here, all(0x3d)),
      v128.and(i8x16.eq(before, all(0x6d)), i8x16.eq(next, all(0x2b))),
    );
    const isHeader = v128.and(i8x16.eq(here, all(0x3a)), i8x16.eq(before, all(0x65)));
    const isAudit = v128.and(i8x16.eq(here, all(0x28)), afterT);
    const isSmallO = i8x16.eq(here, all(0x6f));
    const isClock = v128.and(v128.and(isSmallO, afterT), i8x16.eq(v128.load(from - 3), all(0x6b)));
    const isChip = v128.and(
      v128.and(isSmallO, i8x16.eq(next, all(0x66))),
      v128.and(i8x16.eq(before, all(0x20)), i8x16.eq(v128.load(from - 2), all(0x61))),
    );
    const found = v128.or(
      v128.or(isDate, isGoTime),
      v128.or(v128.or(v128.and(isHeader, i8x16.eq(v128.load(from - 2), all(0x74))), isAudit), v128.or(isClock, isChip)),
    );
    const mask = i8x16.bitmask(found);
    if (mask !== 0 && from + ctz(mask) < end) return true;
  }
  return false;
}
