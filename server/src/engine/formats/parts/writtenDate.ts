/** Dates in the other orders that programs and people write them: `05/13/2022`, `13.05.2022`, `13-May-2022`, `2022年05月13日`, `20220513`. */
import {
  byte,
  daysFromEpoch,
  decimal,
  endDatedStamp,
  isDigit,
  monthName,
  skipDigits,
  twoDigits,
  validDate,
} from '../bytes';
import type { LineScan } from '../format';
import { readDayClock } from './dayClock';

/** The date last read, and where the time begins. */
const date = { year: -1, month: -1, day: -1, clock: -1 };

function setDate(year: number, month: number, day: number): boolean {
  date.year = year;
  date.month = month;
  date.day = day;
  return year >= 1970 && year < 2200 && validDate(month, day);
}

/** One or two digits in `[at, stop)`, or -1. */
function shortNumber(bytes: Uint8Array, at: number, stop: number): number {
  return stop - at === 1 || stop - at === 2 ? decimal(bytes, at, stop) : -1;
}

/** Length of the `年`, `月`, `日` (or the Korean sign of the same) at `at`, with a blank behind it; 0 for anything else. */
function signLength(bytes: Uint8Array, at: number, chinese: number, korean: number): number {
  const sign = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  if (sign !== chinese && sign !== korean) return 0;
  return bytes[at + 3] === byte.space ? 4 : 3;
}

/** Reads `年05月13日` behind the year. */
function readSignedDate(bytes: Uint8Array, year: number, yearEnd: number, end: number): boolean {
  const month = yearEnd + signLength(bytes, yearEnd, 0xe5b9b4, 0xeb8584);
  const monthEnd = skipDigits(bytes, month, Math.min(end, month + 3));
  const day = monthEnd + signLength(bytes, monthEnd, 0xe69c88, 0xec9b94);
  const dayEnd = skipDigits(bytes, day, Math.min(end, day + 3));
  date.clock = dayEnd + signLength(bytes, dayEnd, 0xe697a5, 0xec9dbc);
  if (month === yearEnd || day === monthEnd || date.clock === dayEnd) return false;
  return setDate(year, shortNumber(bytes, month, monthEnd), shortNumber(bytes, day, dayEnd));
}

/** Reads `2022.05.13`, `2022/5/13`, `2022-05-13`, `2022-May-13`, `2022年05月13日`. */
function readYearFirst(bytes: Uint8Array, at: number, end: number): boolean {
  const year = decimal(bytes, at, at + 4);
  const sign = bytes[at + 4];
  if ((sign ?? 0) > 0x7f) return readSignedDate(bytes, year, at + 4, end);
  if (sign !== byte.dot && sign !== byte.slash && sign !== byte.minus) return false;
  const named = monthName(bytes, at + 5);
  const monthEnd = named > 0 ? at + 8 : skipDigits(bytes, at + 5, Math.min(end, at + 8));
  if (bytes[monthEnd] !== sign) return false;
  const dayEnd = skipDigits(bytes, monthEnd + 1, Math.min(end, monthEnd + 4));
  date.clock = dayEnd;
  return setDate(
    year,
    named > 0 ? named : shortNumber(bytes, at + 5, monthEnd),
    shortNumber(bytes, monthEnd + 1, dayEnd),
  );
}

/** Reads `05/13/2022`, `13.05.2022`, `13-05-2022`, `13-May-2022`: with slashes the month comes first, unless it cannot be one. */
function readYearLast(bytes: Uint8Array, at: number, firstEnd: number, end: number): boolean {
  const sign = bytes[firstEnd];
  if (sign !== byte.slash && sign !== byte.dot && sign !== byte.minus) return false;
  const second = firstEnd + 1;
  const named = monthName(bytes, second);
  const secondEnd = named > 0 ? second + 3 : skipDigits(bytes, second, Math.min(end, second + 3));
  const yearEnd = skipDigits(bytes, secondEnd + 1, Math.min(end, secondEnd + 6));
  if (bytes[secondEnd] !== sign || yearEnd - secondEnd !== 5) return false;
  const year = decimal(bytes, secondEnd + 1, yearEnd);
  date.clock = yearEnd;
  const one = shortNumber(bytes, at, firstEnd);
  if (named > 0) return setDate(year, named, one);
  const other = shortNumber(bytes, second, secondEnd);
  if (sign === byte.slash ? setDate(year, one, other) : setDate(year, other, one)) return true;
  return sign === byte.slash ? setDate(year, other, one) : setDate(year, one, other);
}

/** Reads `20220513`. */
function readJoinedDate(bytes: Uint8Array, at: number): boolean {
  date.clock = at + 8;
  return setDate(decimal(bytes, at, at + 4), twoDigits(bytes, at + 4), twoDigits(bytes, at + 6));
}

function readDate(bytes: Uint8Array, at: number, end: number): boolean {
  const firstEnd = skipDigits(bytes, at, Math.min(end, at + 9));
  const length = firstEnd - at;
  if (length === 4) return readYearFirst(bytes, at, end);
  if (length === 8) return readJoinedDate(bytes, at);
  return (length === 1 || length === 2) && readYearLast(bytes, at, firstEnd, end);
}

/** Reads `101532` at `at` into `out`; returns the position after it, or -1. */
function readJoinedClock(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const hours = twoDigits(bytes, at);
  const minutes = twoDigits(bytes, at + 2);
  const seconds = twoDigits(bytes, at + 4);
  if (at + 6 > end || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return -1;
  out.wallMs += hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return isDigit(bytes[at + 6]) ? -1 : at + 6;
}

/** Position of the time behind the date, or -1: ` `, `, `, `T`, `_` and `-` all stand between. */
function findClock(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (at >= end) return -1;
  if (sign === byte.comma) return bytes[at + 1] === byte.space ? at + 2 : -1;
  if (sign === byte.space || sign === 0x54 || sign === 0x5f || sign === byte.minus) return at + 1;
  // `2022年05月13日10:15:32`, whose signs took the blank.
  return at > 0 && ((bytes[at - 1] ?? 0) > 0x7f || bytes[at - 1] === byte.space) ? at : -1;
}

/** Reads a date in another order than ISO's, and the time behind it, at `at`; sets stamp range and kind; returns the position after it, or -1. */
export function readWrittenDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (!isDigit(bytes[at]) || !readDate(bytes, at, end)) return -1;
  const clock = findClock(bytes, date.clock, end);
  if (clock < 0) return -1;
  out.wallMs = daysFromEpoch(date.year, date.month, date.day) * 86_400_000;
  const isJoined = isDigit(bytes[clock + 1]) && isDigit(bytes[clock + 2]);
  const clockEnd = isJoined ? readJoinedClock(bytes, clock, end, out) : readDayClock(bytes, clock, end, out);
  return clockEnd < 0 ? -1 : endDatedStamp(bytes, at, clockEnd, end, out);
}
