/** Stamps of traditional syslog in every order and language: with a year before or behind, with a zone, the day first. */
import {
  byte,
  daysFromEpoch,
  decimal,
  fourDigits,
  isDigit,
  isUpper,
  monthName,
  readClock,
  readSyslogStamp,
  referenceDateMs,
  skipDigits,
  validDate,
} from '../bytes';
import type { LineScan } from '../format';
import { noZone, StampKind } from '../format';
import { localName, readMonth } from './localNames';
import { readNamedZone } from './stamps';

/** The date last read: month, day, year (-1 when none is stated) and where the time begins. */
const date = { month: 0, day: 0, year: -1, clock: -1 };

/** Reads one or two digits and the blank behind them at `at`; returns the position after the blank, or -1. */
function readDay(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] === byte.space ? at + 1 : at;
  const dayEnd = skipDigits(bytes, first, Math.min(end, first + 3));
  if (dayEnd === first || dayEnd - first > 2 || dayEnd >= end || bytes[dayEnd] !== byte.space) return -1;
  date.day = decimal(bytes, first, dayEnd);
  return dayEnd + 1;
}

function isYear(bytes: Uint8Array, at: number, end: number): boolean {
  const year = at + 4 < end && bytes[at + 4] === byte.space ? fourDigits(bytes, at) : -1;
  return year >= 1970 && year < 2200;
}

/** Reads `May-13 ` or `13-May ` at `at`; returns the position after the blank, or -1. */
function readHyphenated(bytes: Uint8Array, at: number, end: number): number {
  const leading = monthName(bytes, at);
  const hyphen = leading > 0 ? at + 3 : skipDigits(bytes, at, Math.min(end, at + 3));
  if (hyphen === at || bytes[hyphen] !== byte.minus) return -1;
  date.month = leading > 0 ? leading : monthName(bytes, hyphen + 1);
  if (leading > 0) return readDay(bytes, hyphen + 1, end);
  date.day = hyphen - at <= 2 ? decimal(bytes, at, hyphen) : -1;
  return date.month > 0 && bytes[hyphen + 4] === byte.space ? hyphen + 5 : -1;
}

/** `May 13`, `May 13 2022`, `2022 May 13`, `13 May`, `13 May 2022`, `May-13`, `13-May`, each before a time. */
function readDate(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  date.year = -1;
  if (isDigit(bytes[at]) && isYear(bytes, at, end)) {
    date.year = fourDigits(bytes, at);
    at += 5;
  }
  if (readMonth(bytes, at, end)) {
    date.month = localName.month;
    at = readDay(bytes, localName.end + 1, end);
  } else {
    const dayEnd = readDay(bytes, at, end);
    if (dayEnd < 0) at = readHyphenated(bytes, at, end);
    else {
      if (isDigit(bytes[dayEnd]) || !readMonth(bytes, dayEnd, end)) return false;
      date.month = localName.month;
      at = localName.end + 1;
    }
  }
  if (at < 0 || !validDate(date.month, date.day)) return false;
  if (date.year < 0 && isYear(bytes, at, end)) {
    date.year = fourDigits(bytes, at);
    at += 5;
  }
  date.clock = at;
  return at + 8 <= end && bytes[at + 2] === byte.colon;
}

/** Reads a year and the name of a zone behind the time, if they stand there; returns the position after them. */
function readBehind(bytes: Uint8Array, clockEnd: number, end: number, out: LineScan): number {
  let position = clockEnd;
  if (bytes[position] === byte.space && isUpper(bytes[position + 1]) && position + 4 < end) {
    const zoneEnd = readNamedZone(bytes, position + 1, end, out);
    // A host in capitals is no zone: only names that mean one are taken for it.
    if (zoneEnd > position + 1 && out.zoneMinutes !== noZone) position = zoneEnd;
    else out.zoneMinutes = noZone;
  }
  if (date.year < 0 && bytes[position] === byte.space && isYear(bytes, position + 1, end)) {
    date.year = fourDigits(bytes, position + 1);
    position += 5;
  }
  return position;
}

/** Reads the stamp at `at` into `out`; returns the position after it, or -1. */
export function readAnySyslogStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const plain = readSyslogStamp(bytes, at, end, out);
  if (plain >= 0 && !(bytes[plain] === byte.space && (isDigit(bytes[plain + 1]) || isUpper(bytes[plain + 1]))))
    return plain;
  if (!readDate(bytes, at, end)) return plain;
  out.wallMs = 0;
  out.zoneMinutes = noZone;
  const clockEnd = readClock(bytes, date.clock, end, out);
  if (clockEnd < 0) return -1;
  const clockMs = out.wallMs;
  // A zone's name may depend on the season, which the date tells.
  out.wallMs = daysFromEpoch(date.year < 0 ? 1972 : date.year, date.month, date.day) * 86_400_000;
  const stampEnd = readBehind(bytes, clockEnd, end, out);
  out.wallMs =
    clockMs +
    (date.year < 0
      ? referenceDateMs(date.month, date.day)
      : daysFromEpoch(date.year, date.month, date.day) * 86_400_000);
  out.stampKind = date.year < 0 ? StampKind.yearless : StampKind.dated;
  out.stampStart = at;
  out.stampEnd = stampEnd;
  return stampEnd;
}
