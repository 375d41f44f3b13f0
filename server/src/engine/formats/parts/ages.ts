/** Ages as kubectl prints them (`5m`, `4m40s`, `2d8h`), alone or with the count they stand for. */
import { byte, decimal, findByte, isBlankOrEnd, skipDigits, startsWith } from '../bytes';
import type { LineScan } from '../format';
import { StampKind } from '../format';

function unitMs(letter: number | undefined): number {
  if (letter === 0x73) return 1000;
  if (letter === 0x6d) return 60_000;
  if (letter === 0x68) return 3_600_000;
  if (letter === 0x64) return 86_400_000;
  return letter === 0x79 ? 365 * 86_400_000 : 0;
}

/** Position after the age at `at`, or -1 when there is none. */
export function ageEnd(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end) {
    const digitsEnd = skipDigits(bytes, position, Math.min(end, position + 10));
    if (digitsEnd === position) break;
    if (digitsEnd >= end || unitMs(bytes[digitsEnd]) === 0) return -1;
    position = digitsEnd + 1;
  }
  if (position === at) return -1;
  return isBlankOrEnd(bytes, position, end) || bytes[position] === byte.closeParen ? position : -1;
}

/** Milliseconds of an age whose end {@link ageEnd} found. */
export function ageMs(bytes: Uint8Array, at: number, end: number): number {
  let total = 0;
  let position = at;
  while (position < end) {
    const digitsEnd = skipDigits(bytes, position, end);
    total += decimal(bytes, position, digitsEnd) * unitMs(bytes[digitsEnd]);
    position = digitsEnd + 1;
  }
  return total;
}

/** Reads an age (`<unknown>` is one without a stamp) and `(x4 over 46s)` behind it into `out`; returns the position after, or -1. */
export function readAgeColumn(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (startsWith(bytes, at, end, '<unknown>') || startsWith(bytes, at, end, '<invalid>')) return at + 9;
  const stampEnd = ageEnd(bytes, at, end);
  if (stampEnd < 0) return -1;
  out.stampKind = StampKind.age;
  out.wallMs = ageMs(bytes, at, stampEnd);
  out.stampStart = at;
  out.stampEnd = stampEnd;
  return readRepeats(bytes, stampEnd, end, out);
}

/** Reads ` (x4 over 46s)` at `at`, if it stands there. */
function readRepeats(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (!startsWith(bytes, at, end, ' (x')) return at;
  const countEnd = skipDigits(bytes, at + 3, end);
  const count = decimal(bytes, at + 3, countEnd);
  if (count < 1 || !startsWith(bytes, countEnd, end, ' over ')) return at;
  const close = findByte(bytes, byte.closeParen, countEnd, Math.min(end, countEnd + 40));
  if (close < 0 || ageEnd(bytes, countEnd + 6, end) !== close) return at;
  out.count = count;
  out.countSpanMs = ageMs(bytes, countEnd + 6, close);
  return close + 1;
}
