/** Byte arithmetic that the formats share: digits, words, calendar stamps, zones, without a string or a pattern. */
import type { LineScan } from './format';
import { noZone, StampKind } from './format';

export const byte = {
  tab: 9,
  lf: 10,
  cr: 13,
  space: 32,
  quote: 34,
  hash: 35,
  percent: 37,
  openParen: 40,
  closeParen: 41,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  nine: 57,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
} as const;

/** Characters that lines of some formats begin with. */
export const digits = '0123456789';
export const lowerLetters = 'abcdefghijklmnopqrstuvwxyz';
export const upperLetters = lowerLetters.toUpperCase();

/** True for `0`..`9`. */
export function isDigit(value: number | undefined): boolean {
  return value !== undefined && value >= 48 && value <= 57;
}

/** Two decimal digits at `at`, or -1. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const high = (bytes[at] ?? 0) - 48;
  const low = (bytes[at + 1] ?? 0) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : -1;
}

/** Four decimal digits at `at`, or -1. */
export function fourDigits(bytes: Uint8Array, at: number): number {
  const high = twoDigits(bytes, at);
  const low = twoDigits(bytes, at + 2);
  return high >= 0 && low >= 0 ? high * 100 + low : -1;
}

/** Position after the run of digits that begins at `at`. */
export function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && isDigit(bytes[position])) position++;
  return position;
}

/** Position after the run of blanks and tabs that begins at `at`. */
export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && (bytes[position] === 32 || bytes[position] === 9)) position++;
  return position;
}

/** Position of the next blank or tab, or `end`. */
export function findBlank(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && bytes[position] !== 32 && bytes[position] !== 9) position++;
  return position;
}

/** Position of `wanted` in `[at, end)`, or -1. */
export function findByte(bytes: Uint8Array, wanted: number, at: number, end: number): number {
  // Not `indexOf`: it would look through the whole buffer for a byte that the line does not hold.
  for (let position = at; position < end; position++) if (bytes[position] === wanted) return position;
  return -1;
}

/** True when the ASCII text stands at `at` and ends before `end`. */
export function startsWith(bytes: Uint8Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** True when `bytes[start, end)` is exactly the ASCII text. */
export function equalsText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  return end - start === text.length && startsWith(bytes, start, end, text);
}

/** True for a blank, a tab, or nothing more before `end`. */
export function isBlankOrEnd(bytes: Uint8Array, at: number, end: number): boolean {
  return at >= end || bytes[at] === byte.space || bytes[at] === byte.tab;
}

/** Position after the last byte of `[start, end)` that is no blank, tab or carriage return. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = end;
  while (position > start && isPadding(bytes[position - 1])) position--;
  return position;
}

function isPadding(value: number | undefined): boolean {
  return value === byte.space || value === byte.tab || value === byte.cr;
}

/** True for `a`..`z`. */
export function isLower(value: number | undefined): boolean {
  return value !== undefined && value >= 97 && value <= 122;
}

/** True for `A`..`Z`. */
export function isUpper(value: number | undefined): boolean {
  return value !== undefined && value >= 65 && value <= 90;
}

/** Unsigned decimal number in `[at, end)` (all digits), or -1; exact up to 2^53. */
export function decimal(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return -1;
  let value = 0;
  for (let position = at; position < end; position++) {
    const digit = (bytes[position] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Month 1..12 for the English three-letter name at `at`, or -1. */
export function monthName(bytes: Uint8Array, at: number): number {
  // Every line of syslog asks: a switch on the letters is several times as fast as a map.
  switch (((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)) {
    case 0x4a616e:
      return 1;
    case 0x466562:
      return 2;
    case 0x4d6172:
      return 3;
    case 0x417072:
      return 4;
    case 0x4d6179:
      return 5;
    case 0x4a756e:
      return 6;
    case 0x4a756c:
      return 7;
    case 0x417567:
      return 8;
    case 0x536570:
      return 9;
    case 0x4f6374:
      return 10;
    case 0x4e6f76:
      return 11;
    case 0x446563:
      return 12;
    default:
      return -1;
  }
}

const dayKeys = new Set(
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(
    (name) => (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2),
  ),
);

/** True when an English three-letter weekday stands at `at`. */
export function isWeekday(bytes: Uint8Array, at: number): boolean {
  return dayKeys.has(((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0));
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The date asked for last: lines that follow each other are of the same day, mostly. */
const recentDate = { year: 1970, month: 1, day: 1, days: 0 };

/** Days from 1970-01-01 to the given proleptic Gregorian date (`Date.UTC` without an object). */
export function daysFromEpoch(year: number, month: number, day: number): number {
  if (year !== recentDate.year || month !== recentDate.month || day !== recentDate.day) {
    recentDate.days = countDays(year, month, day);
    recentDate.year = year;
    recentDate.month = month;
    recentDate.day = day;
  }
  return recentDate.days;
}

function countDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year in which stamps without one are placed until their year is known: a leap year, so that 29 February fits. */
export const referenceYear = 1972;

const referenceDays = daysFromEpoch(referenceYear, 1, 1);

/** True for a date the calendar can hold (29 February always, the year being unknown or checked by nobody yet). */
export function validDate(month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (month === 2) return day <= 29;
  return (
    day <= 30 || month === 1 || month === 3 || month === 5 || month === 7 || month === 8 || month === 10 || month === 12
  );
}

/** Milliseconds since the epoch of a date in the reference year, at midnight. */
export function referenceDateMs(month: number, day: number): number {
  const leap = month > 2 ? 1 : 0;
  return (referenceDays + (daysBeforeMonth[month - 1] ?? 0) + leap + day - 1) * 86_400_000;
}

/**
 * Reads `hh:mm:ss[.,fraction]` at `at` into `out.wallMs` (added) and `out.nanos`; returns the position after it, or -1.
 * Seconds may be 60 (leap second); up to nine digits of fraction count, more are skipped.
 */
export function readClock(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at + 8 > end || bytes[at + 2] !== byte.colon || bytes[at + 5] !== byte.colon) return -1;
  const hours = twoDigits(bytes, at);
  const minutes = twoDigits(bytes, at + 3);
  const seconds = twoDigits(bytes, at + 6);
  if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return -1;
  out.wallMs += hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  const separator = bytes[at + 8];
  if (at + 9 < end && (separator === byte.dot || separator === byte.comma) && isDigit(bytes[at + 9])) {
    return readFraction(bytes, at + 9, end, out);
  }
  return at + 8;
}

/** Reads the digits of a fraction of a second at `at` into `out`; returns the position after them. */
export function readFraction(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  let position = at;
  let value = 0;
  let digits = 0;
  while (position < end) {
    const digit = (bytes[position] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    if (digits < 9) {
      value = value * 10 + digit;
      digits++;
    }
    position++;
  }
  while (digits < 9) {
    value *= 10;
    digits++;
  }
  const milliseconds = Math.floor(value / 1_000_000);
  out.wallMs += milliseconds;
  out.nanos = value - milliseconds * 1_000_000;
  return position;
}

/** Reads `Z`, `+08:00`, `+0800` or `+08` at `at` into `out.zoneMinutes`; returns the position after it, or `at` when there is none. */
export function readZone(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const first = bytes[at];
  if (at >= end) return at;
  if (first === 0x5a || first === 0x7a) {
    out.zoneMinutes = 0;
    return at + 1;
  }
  if (first !== byte.plus && first !== byte.minus) return at;
  const hours = twoDigits(bytes, at + 1);
  if (hours < 0 || hours > 18 || at + 3 > end) return at;
  let position = at + 3;
  let minutes = 0;
  if (position + 3 <= end && bytes[position] === byte.colon && twoDigits(bytes, position + 1) >= 0) {
    minutes = twoDigits(bytes, position + 1);
    position += 3;
  } else if (position + 2 <= end && twoDigits(bytes, position) >= 0) {
    minutes = twoDigits(bytes, position);
    position += 2;
  }
  out.zoneMinutes = (hours * 60 + minutes) * (first === byte.minus ? -1 : 1);
  return position;
}

/**
 * Reads `yyyy-mm-dd[T ]hh:mm:ss[.fraction][zone]` at `at` (also with `/` between the date's parts);
 * sets stamp range and kind; returns the position after it, or -1. A zone may follow a blank only as `+hhmm` or `UTC`.
 */
export function readIsoStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at + 19 > end) return -1;
  const separator = bytes[at + 4];
  if ((separator !== byte.minus && separator !== byte.slash) || bytes[at + 7] !== separator) return -1;
  const between = bytes[at + 10];
  if (between !== 0x54 && between !== byte.space) return -1;
  const year = fourDigits(bytes, at);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  if (year < 0 || !validDate(month, day)) return -1;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000;
  const clockEnd = readClock(bytes, at + 11, end, out);
  return clockEnd < 0 ? -1 : endDatedStamp(bytes, at, clockEnd, end, out);
}

/** Reads the zone behind a date and a clock that began at `at` and end at `clockEnd`; sets stamp range and kind; returns the position after it. */
export function endDatedStamp(bytes: Uint8Array, at: number, clockEnd: number, end: number, out: LineScan): number {
  out.zoneMinutes = noZone;
  const zoneEnd = readZone(bytes, clockEnd, end, out);
  const position = zoneEnd > clockEnd ? zoneEnd : readDetachedZone(bytes, clockEnd, end, out);
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = position;
  return position;
}

/** Reads ` +hhmm` or ` UTC` behind a stamp; returns the position after it, or `at`. */
function readDetachedZone(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (bytes[at] !== byte.space || at + 4 > end) return at;
  const sign = bytes[at + 1];
  if (
    (sign === byte.plus || sign === byte.minus) &&
    fourDigits(bytes, at + 2) >= 0 &&
    isBlankOrEnd(bytes, at + 6, end)
  ) {
    return readZone(bytes, at + 1, end, out);
  }
  if (!startsWith(bytes, at, end, ' UTC') || !isBlankOrEnd(bytes, at + 4, end)) return at;
  out.zoneMinutes = 0;
  return at + 4;
}

/** Reads `Mon dd hh:mm:ss[.fraction]` (day padded by blank or zero) at `at` as a yearless stamp; returns the position after it, or -1. */
export function readSyslogStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at + 15 > end || bytes[at + 3] !== byte.space) return -1;
  const month = monthName(bytes, at);
  if (month < 0) return -1;
  const dayAt = bytes[at + 4] === byte.space ? at + 5 : at + 4;
  const first = (bytes[dayAt] as number) - 48;
  const second = (bytes[dayAt + 1] as number) - 48;
  const hasTwo = second >= 0 && second <= 9;
  const dayEnd = hasTwo ? dayAt + 2 : dayAt + 1;
  if (first < 0 || first > 9 || bytes[dayEnd] !== byte.space) return -1;
  const day = hasTwo ? first * 10 + second : first;
  if (!validDate(month, day)) return -1;
  out.wallMs = referenceDateMs(month, day);
  const position = readClock(bytes, dayEnd + 1, end, out);
  if (position < 0) return -1;
  out.stampKind = StampKind.yearless;
  out.zoneMinutes = noZone;
  out.stampStart = at;
  out.stampEnd = position;
  return position;
}
