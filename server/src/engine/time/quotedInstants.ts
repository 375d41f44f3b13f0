/** Instants that messages quote with their zone: an HTTP `Date`, a Go time of the same process, the clock chip read at boot, an audit stamp. */
import { byte, decimal, isDigit, isUpper, isWeekday, readIsoStamp, skipDigits, startsWith } from '../formats/bytes';
import { LineScan, noZone, StampKind } from '../formats/format';
import { readEpoch, readMailDate } from '../formats/parts/stamps';

const scan = new LineScan();

/** Longest Go time before ` m=+`: `2022-05-13 10:27:47.123456789 +0800 +08`. */
const goTimeBytes = 48;

/** Receives what a message quotes. */
export interface QuoteTaker {
  /** UTC milliseconds of an instant that was now when the message was written; whether the clock chip showed it. */
  instant(utcMs: number, isChip: boolean): void;
  /** The clock chip runs so many minutes ahead of UTC, in local time; what it showed is put right. */
  localChip(minutes: number): void;
  /** Any date and time that the message mentions, as its wall clock shows it; with the zone, or `noZone`, where a Go program printed it. */
  mention(wallMs: number, zoneMinutes: number): void;
}

/** Where the date with its year and time end that stand at `at` and are then in `scan`; -1 when none do. */
function readDateAt(bytes: Uint8Array, start: number, at: number, end: number): number {
  if (at < start || bytes[at] !== 0x32 || bytes[at + 1] !== 0x30 || (at > start && isDigit(bytes[at - 1]))) return -1;
  scan.reset();
  return readIsoStamp(bytes, at, end, scan);
}

/** `10:31:04.000809487 +0800 CST`, `11:57:01.6 +0000 UTC`, `10:31:04 +0800 +08`: a Go time's name of its zone stands at `at`. */
function isZoneNameAt(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at + 1] as number;
  return at + 3 < end && bytes[at] === byte.space && (isUpper(first) || first === byte.plus || first === byte.minus);
}

/** Tells the date whose year ends before the `-` at `at`, if one stands there. */
function tellMention(bytes: Uint8Array, start: number, at: number, end: number, quotes: QuoteTaker): void {
  const stop = readDateAt(bytes, start, at - 4, end);
  if (stop >= 0) quotes.mention(scan.wallMs, isZoneNameAt(bytes, stop, end) ? scan.zoneMinutes : noZone);
}

/**
 * Finds in `bytes[start, end)` the dates that the message mentions, and the instants that were now when it was written:
 * - `Date:[Fri, 15 Sep 2023 19:50:16 GMT]` or `Date: Fri, 15 Sep 2023 19:50:16 GMT`
 * - `2022-05-13 10:27:47.123456789 +0800 CST m=+12.345`
 * - `rtc_cmos 00:02: setting system clock to 2022-05-13T02:27:47 UTC (1652408867)`
 * - `audit: type=1400 audit(1652408867.123:456)`
 * and `RTC configured in localtime, applying delta of 480 minutes to system time.`
 * Every one of them begins with a sign that `server/kernel/quotes.ts` looks for.
 */
export function findQuotedInstants(bytes: Uint8Array, start: number, end: number, quotes: QuoteTaker): void {
  for (let at = start + 4; at + 2 < end; at++) {
    const sign = bytes[at];
    if (sign === byte.minus) {
      if (isDigit(bytes[at + 1])) tellMention(bytes, start, at, end, quotes);
      continue;
    }
    if (sign !== byte.equals && sign !== byte.colon && sign !== byte.openParen && sign !== lowerO) continue;
    scan.reset();
    if (readAround(bytes, start, at, end) && scan.zoneMinutes !== noZone)
      quotes.instant(scan.wallMs - scan.zoneMinutes * 60_000, sign === lowerO);
    else if (sign === lowerO && at - localChip.length >= start && stands(bytes, at - localChip.length, localChip, end))
      readDelta(bytes, at + 3, end, quotes);
  }
}

const lowerO = 0x6f;
/** What systemd says before the `of`, once it knows the zone. */
const localChip = 'RTC configured in localtime, applying delta ';

/** Reads `480 minutes` or `-300 minutes`. */
function readDelta(bytes: Uint8Array, at: number, end: number, quotes: QuoteTaker): void {
  const isWest = bytes[at] === byte.minus;
  const first = isWest ? at + 1 : at;
  const stop = skipDigits(bytes, first, Math.min(end, first + 5));
  const minutes = decimal(bytes, first, stop);
  if (minutes >= 0 && minutes <= mostZoneMinutes && stands(bytes, stop, ' minutes', end))
    quotes.localChip(isWest ? -minutes : minutes);
}

const mostZoneMinutes = 14 * 60;

/** Reads the instant next to the byte at `at` into `scan`; false when none stands there. */
function readAround(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  switch (bytes[at]) {
    case byte.equals:
      return stands(bytes, at - 2, ' m=+', end) && readGoTime(bytes, Math.max(start, at - goTimeBytes), at - 2);
    case byte.colon: {
      const next = at + 1 < end && (bytes[at + 1] === byte.space || bytes[at + 1] === byte.openBracket);
      return (
        next &&
        stands(bytes, at - 4, 'Date', end) &&
        isWeekday(bytes, at + 2) &&
        readMailDate(bytes, at + 2, end, scan) >= 0
      );
    }
    case byte.openParen:
      return stands(bytes, at - 5, 'audit', end) && readAudit(bytes, at + 1, end);
    default:
      return (
        at - 22 >= start &&
        stands(bytes, at - 22, 'setting system clock to ', end) &&
        readIsoStamp(bytes, at + 2, end, scan) >= 0
      );
  }
}

function stands(bytes: Uint8Array, at: number, text: string, end: number): boolean {
  return startsWith(bytes, at, end, text);
}

function readAudit(bytes: Uint8Array, at: number, end: number): boolean {
  let stop = at;
  while (stop < end && (isDigit(bytes[stop]) || bytes[stop] === byte.dot)) stop++;
  return bytes[stop] === byte.colon && readEpoch(bytes, at, stop, scan);
}

/** Reads the time that ends at `end`, wherever in `[from, end)` it begins. */
function readGoTime(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at + 24 < end; at++) {
    if (bytes[at + 4] !== byte.minus || bytes[at + 10] !== byte.space || !isDigit(bytes[at])) continue;
    if (at > from && isDigit(bytes[at - 1])) continue;
    if (readIsoStamp(bytes, at, end, scan) >= 0) return scan.stampKind === StampKind.dated;
  }
  return false;
}
