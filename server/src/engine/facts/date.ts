/** `date`: what the node's clock showed when the collection was made, and in which zone. */
import { parseZone } from '../time/zone';
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

// `Fri May 13 10:27:47 CST 2022`, `Fri 13 May 2022 10:27:47 AM CST`, `Fri, 13 May 2022 10:27:47 +0800`, `2022年 05月 13日 星期五 10:27:47 CST`.
const forms = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} (?:[AP]M )?([A-Z]{2,5}|[+-]\d{2,4}) \d{4}\s*$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [ \d]?\d [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[AP]M )?([A-Z]{2,5}|[+-]\d{2,4})\s*$/,
  /^\d{4}年 ?\d{1,2}月 ?\d{1,2}日 \S{2,4} \d{2}:\d{2}:\d{2} ([A-Z]{2,5}|[+-]\d{2,4})\s*$/,
];

function zoneOf(text: string): string | null {
  for (const form of forms) {
    const found = form.exec(text.slice(0, 100));
    if (found !== null) return found[1] ?? null;
  }
  return null;
}

/** China's standard time, not America's, when the date itself is written in Chinese. */
function minutesOf(zone: string, text: string): number | null {
  return zone === 'CST' && text.includes('年') ? 480 : (parseZone(zone)?.atUtc(0) ?? null);
}

/** A file with nothing but the date, or a date as its first line. */
export const date: FactFormat = {
  id: 'date',
  title: 'date',
  specification: 'https://man7.org/linux/man-pages/man1/date.1.html',
  names: ['date', 'zone', 'zone.minutes'],
  looksLikeMine(firstLines) {
    const filled = firstLines.filter((line) => line.trim() !== '' && !/^[$#] /.test(line));
    return filled.length > 0 && filled.length <= 3 && filled.some((line) => zoneOf(line) !== null);
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const zone = zoneOf(text);
      if (zone === null) return;
      add('date', text.trim(), line);
      add('zone', zone, line);
      const minutes = minutesOf(zone, text);
      if (minutes !== null) add('zone.minutes', minutes, line);
    }),
};
