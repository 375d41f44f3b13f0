/** Kernel lines with the minute and the distance to the line before: `dmesg -e`, `dmesg --time-format reltime`. */
import {
  byte,
  decimal,
  isDigit,
  monthName,
  referenceDateMs,
  skipBlanks,
  skipDigits,
  twoDigits,
  validDate,
} from './bytes';
import type { LineScan, LogFormat } from './format';
import { noZone, StampKind } from './format';

/** Reads `[May13 10:27]`; returns the position after it, or -1. */
function readMinute(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const month = monthName(bytes, at + 1);
  const dayAt = skipBlanks(bytes, at + 4, Math.min(end, at + 5));
  const dayEnd = skipDigits(bytes, dayAt, Math.min(end, at + 6));
  const day = decimal(bytes, dayAt, dayEnd);
  const hours = twoDigits(bytes, dayEnd + 1);
  const minutes = twoDigits(bytes, dayEnd + 4);
  if (month < 0 || !validDate(month, day) || bytes[dayEnd] !== byte.space || bytes[dayEnd + 3] !== byte.colon)
    return -1;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || bytes[dayEnd + 6] !== byte.closeBracket) return -1;
  if (dayEnd + 7 > end) return -1;
  out.wallMs = referenceDateMs(month, day) + (hours * 60 + minutes) * 60_000;
  out.stampKind = StampKind.yearless;
  out.zoneMinutes = noZone;
  out.stampStart = at + 1;
  out.stampEnd = dayEnd + 6;
  return dayEnd + 7;
}

/** Position after `[  +0.000123]` at `at`, or -1. */
function skipDistance(bytes: Uint8Array, at: number, end: number): number {
  const plus = skipBlanks(bytes, at + 1, Math.min(end, at + 8));
  if (bytes[plus] !== byte.plus || !isDigit(bytes[plus + 1])) return -1;
  const dot = skipDigits(bytes, plus + 1, Math.min(end, plus + 8));
  const close = skipDigits(bytes, dot + 1, Math.min(end, dot + 8));
  return bytes[dot] === byte.dot && close - dot === 7 && close < end && bytes[close] === byte.closeBracket
    ? close + 1
    : -1;
}

/** `[May13 10:27] message`, `[  +0.000123] message`; the second kind places nothing in time by itself. */
export const dmesgRelative: LogFormat = {
  id: 'dmesg-relative',
  title: 'dmesg -e',
  kind: 'record',
  specification: 'https://man7.org/linux/man-pages/man1/dmesg.1.html',
  begins: '[',
  needs: ['[', 'digit'],
  scan(bytes, start, end, out) {
    if (bytes[start] !== byte.openBracket) return false;
    const minute = readMinute(bytes, start, end, out);
    const after = minute >= 0 ? minute : skipDistance(bytes, start, end);
    if (after < 0) return false;
    out.bodyStart = after < end && bytes[after] === byte.space ? after + 1 : after;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    { line: '[May13 10:27] eth0: link down', expect: { stamp: '--05-13T10:27:00', body: 'eth0: link down' } },
    { line: '[May 3 09:27] eth0: link down', expect: { stamp: '--05-03T09:27:00' } },
    { line: '[  +0.000123] eth0: link up', expect: { body: 'eth0: link up' } },
    { line: '[ +12.500000] eth0: link up', expect: { body: 'eth0: link up' } },
  ],
  nearMisses: ['[May13 10:27:47] x', '[+1] x', '[  +0.5] x', '[Mai13 10:27] x', '[   12.500000] eth0: link up'],
};
