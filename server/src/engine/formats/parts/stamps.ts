/** Stamps that only some formats write: since boot, since the epoch, with names of days, months and zones. */

import { zoneAbbreviations } from '../../text/zoneNames';
import {
  byte,
  daysFromEpoch,
  decimal,
  findByte,
  fourDigits,
  isBlankOrEnd,
  isDigit,
  isWeekday,
  monthName,
  readClock,
  readFraction,
  readZone,
  skipBlanks,
  skipDigits,
  twoDigits,
  validDate,
} from '../bytes';
import type { LineScan } from '../format';
import { noZone, StampKind } from '../format';
import { localName, readMonth, weekdayEnd } from './localNames';

/** Reads `[36228.975678]`, also with a time difference and with the caller (`[12.000001][  T17]`); returns the position after it, or -1. */
export function readBootStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (bytes[at] !== byte.openBracket) return -1;
  const digits = skipBlanks(bytes, at + 1, Math.min(end, at + 16));
  const dot = skipDigits(bytes, digits, Math.min(end, digits + 12));
  if (dot === digits || bytes[dot] !== byte.dot) return -1;
  const fractionEnd = skipDigits(bytes, dot + 1, Math.min(end, dot + 11));
  if (fractionEnd - dot - 1 < 3) return -1;
  // journalctl's short-delta leaves room for the distance to the line before.
  let close = skipBlanks(bytes, fractionEnd, Math.min(end, fractionEnd + 24));
  if (bytes[close] === byte.less) {
    const greater = findByte(bytes, byte.greater, close, Math.min(end, close + 24));
    if (greater < 0) return -1;
    close = greater + 1;
  }
  if (close >= end || bytes[close] !== byte.closeBracket) return -1;
  out.wallMs = decimal(bytes, digits, dot) * 1000;
  readFraction(bytes, dot + 1, fractionEnd, out);
  out.stampKind = StampKind.boot;
  out.stampStart = digits;
  out.stampEnd = fractionEnd;
  return skipCaller(bytes, close + 1, end, out);
}

/** Skips `[  T17]` or `[    C0]`, which newer kernels put behind the stamp. */
function skipCaller(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at >= end || bytes[at] !== byte.openBracket) return at;
  const letter = skipBlanks(bytes, at + 1, Math.min(end, at + 12));
  if (bytes[letter] !== 0x54 && bytes[letter] !== 0x43) return at;
  const close = skipDigits(bytes, letter + 1, Math.min(end, letter + 12));
  if (close === letter + 1 || bytes[close] !== byte.closeBracket) return at;
  if (bytes[letter] === 0x54) {
    out.pidStart = letter + 1;
    out.pidEnd = close;
  }
  return close + 1;
}

/** Reads `[Wed Nov 16 08:43:55 2016]`, in any locale's words; returns the position after it, or -1. */
export function readBracketedDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (bytes[at] !== byte.openBracket || isDigit(bytes[at + 1])) return -1;
  const close = readUnixDate(bytes, at + 1, end, out);
  return close < 0 || close >= end || bytes[close] !== byte.closeBracket ? -1 : close + 1;
}

/** Reads `Wed Nov 16 08:43:55 [CET ]2016`, in any locale's words; returns the position after it, or -1. */
export function readUnixDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const weekday = weekdayEnd(bytes, at, end);
  if (weekday < 0) return -1;
  const monthAt = skipBlanks(bytes, weekday, Math.min(end, weekday + 3));
  if (!readMonth(bytes, monthAt, end)) return -1;
  const { month } = localName;
  const dayAt = skipBlanks(bytes, localName.end, Math.min(end, localName.end + 3));
  const dayEnd = skipDigits(bytes, dayAt, Math.min(end, dayAt + 3));
  const day = decimal(bytes, dayAt, dayEnd);
  if (!validDate(month, day) || bytes[dayEnd] !== byte.space) return -1;
  out.wallMs = 0;
  const clockEnd = readClock(bytes, dayEnd + 1, end, out);
  if (clockEnd < 0 || bytes[clockEnd] !== byte.space) return -1;
  const clockMs = out.wallMs;
  out.zoneMinutes = noZone;
  let yearAt = clockEnd + 1;
  if (!isDigit(bytes[yearAt])) {
    out.wallMs = daysFromEpoch(1972, month, day) * 86_400_000;
    yearAt = readNamedZone(bytes, yearAt, end, out) + 1;
  }
  const year = yearAt + 4 <= end ? fourDigits(bytes, yearAt) : -1;
  if (year < 0 || isDigit(bytes[yearAt + 4])) return -1;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000 + clockMs;
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = yearAt + 4;
  return yearAt + 4;
}

/** Reads `Fri, 13 May 2022 10:31:20 +0800`; returns the position after it, or -1. */
export function readMailDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at + 25 > end || !isWeekday(bytes, at) || bytes[at + 3] !== byte.comma || bytes[at + 4] !== byte.space) return -1;
  const dayEnd = skipDigits(bytes, at + 5, at + 7);
  const month = monthName(bytes, dayEnd + 1);
  const day = decimal(bytes, at + 5, dayEnd);
  const year = fourDigits(bytes, dayEnd + 5);
  if (!validDate(month, day) || year < 0) return -1;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000;
  const clockEnd = readClock(bytes, dayEnd + 10, end, out);
  if (clockEnd < 0 || bytes[clockEnd] !== byte.space) return -1;
  out.zoneMinutes = noZone;
  const position = readNamedZone(bytes, clockEnd + 1, end, out);
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = position;
  return position;
}

const zoneNames: ReadonlyMap<number, number> = new Map(
  Object.entries(zoneAbbreviations).map(([name, minutes]): [number, number] => [zoneKey(name), minutes]),
);

const chinaOrCentral = zoneKey('CST');

function zoneKey(name: string): number {
  let key = 0;
  for (let index = 0; index < name.length; index++) key = key * 256 + name.charCodeAt(index);
  return key;
}

/** Reads a numeric zone or an abbreviation at `at`; an ambiguous abbreviation is passed over. Returns the position after it, or `at`. */
export function readNamedZone(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  let first = at;
  if (bytes[first] === byte.less) first++;
  const numeric = readZone(bytes, first, end, out);
  if (numeric > first && bytes[first] !== 0x5a) return bytes[numeric] === byte.greater ? numeric + 1 : numeric;
  let position = at;
  let key = 0;
  while (position < end && position - at < 5 && (bytes[position] ?? 0) >= 65 && (bytes[position] ?? 0) <= 90) {
    key = key * 256 + (bytes[position] ?? 0);
    position++;
  }
  if (position - at < 3 || !endsZone(bytes, position, end)) {
    out.zoneMinutes = noZone;
    return at;
  }
  out.zoneMinutes = zoneNames.get(key) ?? (key === chinaOrCentral && isSummer(out.wallMs) ? 480 : noZone);
  return position;
}

function endsZone(bytes: Uint8Array, at: number, end: number): boolean {
  const value = bytes[at];
  return (
    isBlankOrEnd(bytes, at, end) ||
    value === 0x3b ||
    value === byte.comma ||
    value === byte.closeBracket ||
    value === byte.dot
  );
}

/** April to October, to a day or two: whoever writes CST then has no summer time, which leaves China's. */
function isSummer(wallMs: number): boolean {
  const dayOfYear = (wallMs / 86_400_000) % 365.2425;
  return dayOfYear > 95 && dayOfYear < 298;
}

/** Reads `Thu 2017-12-28 20:25:18 UTC` as systemd prints it, in any locale's weekdays; returns the position after it, or -1. */
export function readWeekdayStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const weekday = isDigit(bytes[at]) ? -1 : weekdayEnd(bytes, at, end);
  const dateAt = weekday + 1;
  if (weekday < 0 || dateAt + 19 > end) return -1;
  if (bytes[dateAt + 4] !== byte.minus || bytes[dateAt + 7] !== byte.minus || bytes[dateAt + 10] !== byte.space)
    return -1;
  const year = fourDigits(bytes, dateAt);
  const month = twoDigits(bytes, dateAt + 5);
  const day = twoDigits(bytes, dateAt + 8);
  if (year < 0 || !validDate(month, day)) return -1;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000;
  const clockEnd = readClock(bytes, dateAt + 11, end, out);
  if (clockEnd < 0) return -1;
  out.zoneMinutes = noZone;
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = bytes[clockEnd] === byte.space ? readNamedZone(bytes, clockEnd + 1, end, out) : clockEnd;
  if (out.stampEnd === clockEnd + 1) out.stampEnd = clockEnd;
  return out.stampEnd;
}

/**
 * Reads a number since the epoch in `bytes[at, end)`, its unit told by its size: seconds, milli-, micro- or nanoseconds.
 * True when it is one, between the years 1973 and 5138.
 */
export function readEpoch(bytes: Uint8Array, at: number, end: number, out: LineScan): boolean {
  const whole = skipDigits(bytes, at, end);
  const digits = whole - at;
  if (digits < 9 || digits > 20) return false;
  const finer = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
  const secondsEnd = whole - finer;
  let value = 0;
  let read = 0;
  let position = secondsEnd;
  while (position < end && read < 9) {
    const digit = bytes[position];
    if (isDigit(digit)) {
      value = value * 10 + (digit ?? 48) - 48;
      read++;
    } else if (position !== whole || digit !== byte.dot) break;
    position++;
  }
  for (; read < 9; read++) value *= 10;
  const milliseconds = Math.floor(value / 1_000_000);
  out.wallMs = decimal(bytes, at, secondsEnd) * 1000 + milliseconds;
  out.nanos = value - milliseconds * 1_000_000;
  out.zoneMinutes = 0;
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = end;
  return true;
}
