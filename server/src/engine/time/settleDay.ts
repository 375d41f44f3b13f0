/** The day of stamps that are only a time of day: by a date in a name, else by the file's date. */
import { StampKind } from '../formats/format';
import { ownMs } from '../records/stamp';
import type { ClockSource, Known } from './clockSource';

const dayMs = 86_400_000;
/** Clocks of names and files may be those of another zone. */
const slackMs = 14 * 3_600_000;

/** Midnight, by the source's own clock, of the day of its first time of day; `null` when nothing tells, or when it has none. */
export function firstDay(source: ClockSource): Known<number> | null {
  const { first, last, evidence, statedDates, modifiedMs } = source;
  if (evidence.clockStamps === 0 || first?.stamp.kind !== StampKind.clock || last?.stamp.kind !== StampKind.clock)
    return null;
  const [date] = statedDates;
  if (date !== undefined) {
    const day = date.wallMs - (date.wallMs % dayMs);
    const ofLast = date.precision === 'day' ? day : latest(ownMs(last.stamp) % dayMs, date.wallMs);
    const isFirst = date.bound === 'from';
    return known(
      isFirst ? day : ofLast - last.stamp.yearOffset * dayMs,
      `by the date ${date.text}`,
      `依据日期 ${date.text}`,
    );
  }
  if (modifiedMs === null) return null;
  const ofLast = latest(ownMs(last.stamp) % dayMs, modifiedMs + slackMs);
  return known(
    ofLast - last.stamp.yearOffset * dayMs,
    'the last one before the file was modified',
    '文件修改时间之前最近的一天',
  );
}

/** Midnight of the last day whose time of day is not after the limit. */
function latest(timeOfDayMs: number, limitMs: number): number {
  const at = limitMs - timeOfDayMs;
  return at - (((at % dayMs) + dayMs) % dayMs);
}

function known(dayStartMs: number, en: string, zh: string): Known<number> {
  const day = new Date(dayStartMs).toISOString().slice(0, 10);
  return {
    value: dayStartMs,
    from: 'assumed',
    evidence: { en: `day ${day}: ${en}`, zh: `日期 ${day}：${zh}` },
  };
}
