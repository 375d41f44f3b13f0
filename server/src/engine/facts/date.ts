/** `date`: what the node's clock showed when the collection was made, and in which zone. */
import { parseZone } from '../time/zone';
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

/** `10:27:47 CST 2022`, `10:27:47 AM CST`, `10時27分47秒 CST`, `10:27:47, +0800`: what every locale ends its date with. */
const ending =
  /^(.*?)[\s,]\d{1,2}[:.時]\d{2}[:.分]\d{2}秒?,?\s+(?:[AP]M )?([A-Z]{2,5}|[+-]\d{2}(?:\d{2})?)(?: (\d{4}))?\s*$/u;

const word = /\p{L}[\p{L}'’]*|\d+/gu;
const noName = /^(?:年|月|日|西元|de|den)$/;

/** The words before the time: a weekday, a month's name or number, the day, and the year unless it stands at the end. */
function isDay(text: string, hasYear: boolean): boolean {
  const words = text.match(word) ?? [];
  const numbers = words.filter((part) => /^\d/.test(part));
  const names = words.filter((part) => !/^\d/.test(part) && !noName.test(part));
  const years = numbers.filter((part) => part.length === 4).length + (hasYear ? 1 : 0);
  const small = numbers.filter((part) => part.length <= 2).length;
  return years === 1 && small >= 1 && small <= 2 && names.length + small === 3;
}

interface PrintedDate {
  readonly zone: string;
  /** East of UTC, when the zone's abbreviation means one offset only. */
  readonly minutes: number | null;
}

/** Reads the line as `date` prints it in any locale. */
function readDate(text: string): PrintedDate | null {
  const found = ending.exec(text.slice(0, 100));
  const day = found?.[1] ?? '';
  const zone = found?.[2];
  if (zone === undefined || !isDay(day, found?.[3] !== undefined)) return null;
  return { zone, minutes: zone === 'CST' ? minutesOfCst(day) : (parseZone(zone)?.atUtc(0) ?? null) };
}

const summer = /\b(?:Apr|May|Jun|Jul|Aug|Sep)/;

/** China's standard time where the date is written in Chinese, or where America would have summer time and print CDT. */
function minutesOfCst(day: string): number | null {
  return day.includes('年') || summer.test(day) ? 480 : null;
}

/** A file with nothing but the date, or a date as its first line. */
export const date: FactFormat = {
  id: 'date',
  title: 'date',
  specification: 'https://man7.org/linux/man-pages/man1/date.1.html',
  names: ['date', 'zone', 'zone.minutes'],
  looksLikeMine(firstLines) {
    const filled = firstLines.filter((line) => line.trim() !== '' && !/^[$#] /.test(line));
    return filled.length > 0 && filled.length <= 3 && filled.some((line) => readDate(line) !== null);
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const printed = readDate(text);
      if (printed === null) return;
      add('date', text.trim(), line);
      add('zone', printed.zone, line);
      if (printed.minutes !== null) add('zone.minutes', printed.minutes, line);
    }),
};
