/** Lines that a script dated: with the output of `date`, or as Kibana and other web pages write a date. */
import {
  byte,
  daysFromEpoch,
  fourDigits,
  isBlankOrEnd,
  isDigit,
  monthName,
  skipBlanks,
  skipDigits,
  startsWith,
  validDate,
} from './bytes';
import type { LineScan, LogFormat } from './format';
import { noZone, StampKind } from './format';
import { readDayClock } from './parts/dayClock';
import { readMailDate, readUnixDate } from './parts/stamps';

/** Reads `May 13, 2022 @ 10:27:47.123` or `May 13, 2022, 10:27:47 AM`; returns the position after it, or -1. */
function readPageDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const month = monthName(bytes, at);
  if (month < 0 || bytes[at + 3] !== byte.space) return -1;
  const dayEnd = skipDigits(bytes, at + 4, Math.min(end, at + 7));
  const day =
    dayEnd - at - 4 === 2 ? ((bytes[at + 4] ?? 0) - 48) * 10 + (bytes[at + 5] ?? 0) - 48 : (bytes[at + 4] ?? 0) - 48;
  if (dayEnd === at + 4 || bytes[dayEnd] !== byte.comma || bytes[dayEnd + 1] !== byte.space) return -1;
  const year = fourDigits(bytes, dayEnd + 2);
  if (year < 0 || !validDate(month, day)) return -1;
  let clock = dayEnd + 6;
  if (bytes[clock] === byte.comma) clock++;
  if (startsWith(bytes, clock, end, ' @ ')) clock += 3;
  else if (bytes[clock] === byte.space) clock++;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000;
  const clockEnd = readDayClock(bytes, clock, end, out);
  if (clockEnd < 0) return -1;
  out.zoneMinutes = noZone;
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = clockEnd;
  return out.stampEnd;
}

/** `Fri May 13 10:27:47 CST 2022: message`. */
export const unixDate: LogFormat = {
  id: 'unix-date',
  title: 'line dated by `date` or by a web page',
  kind: 'envelope',
  specification: 'https://man7.org/linux/man-pages/man1/date.1.html',
  needs: ['clock'],
  scan(bytes, start, end, out) {
    const bracketed = bytes[start] === byte.openBracket;
    const at = bracketed ? start + 1 : start;
    if (isDigit(bytes[at])) return false;
    let after = bracketed ? -1 : readUnixDate(bytes, at, end, out);
    if (after < 0) after = readPageDate(bytes, at, end, out);
    if (after < 0) after = readMailDate(bytes, at, end, out);
    if (after < 0) return false;
    if (bracketed && bytes[after++] !== byte.closeBracket) return false;
    if (bytes[after] === byte.colon || bytes[after] === byte.comma) after++;
    // A date with nothing behind it is what a clock showed, not a record.
    if (after >= end || !isBlankOrEnd(bytes, after, end)) return false;
    out.bodyStart = skipBlanks(bytes, after, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'Fri May 13 10:27:47 CST 2022: restarting docker',
      expect: { stamp: '2022-05-13T10:27:47+08:00', body: 'restarting docker' },
    },
    { line: 'Fri May 13 02:27:47 UTC 2022 E0513 02:27:47.1 7 a.go:1] x', expect: { stamp: '2022-05-13T02:27:47Z' } },
    { line: 'Tue Mar  3 10:27:47 2020 link down', expect: { stamp: '2020-03-03T10:27:47', body: 'link down' } },
    {
      line: 'May 13, 2022 @ 10:27:47.123\tnode-7\tkubelet: up',
      expect: { stamp: '2022-05-13T10:27:47.123', body: 'node-7\tkubelet: up' },
    },
    { line: 'May 3, 2022, 9:27:47 PM UTC started', expect: { stamp: '2022-05-03T21:27:47', body: 'UTC started' } },
    {
      line: 'Fri, 13 May 2022 10:27:47 +0800 started',
      expect: { stamp: '2022-05-13T10:27:47+08:00', body: 'started' },
    },
    { line: '[May 13, 2022 12:27:47 AM] started', expect: { stamp: '2022-05-13T00:27:47', body: 'started' } },
  ],
  nearMisses: [
    'Fri May 13 is a day',
    'Fri May 13 10:27:47 CST 2022',
    'Fri May 13 10:27:47 no year',
    'May 13, 2022 is a day',
    '[Wed Nov 16 08:43:55 2016] docker0: up',
    'Fri May 13 10:27:47 CST 20222 x',
  ],
};
