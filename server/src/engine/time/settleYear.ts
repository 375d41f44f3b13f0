/** The year of stamps that state none: from what stands nearest to them, last of all from the file's date. */
import { StampKind } from '../formats/format';
import type { StatedDate } from '../model/sourceInfo';
import type { RawStamp } from '../records/stamp';
import { inYear, isLeapYear, yearOf } from './calendar';
import { mostFrequent } from './clockEvidence';
import type { ClockSource, FromOthers, Known } from './clockSource';

const dayMs = 86_400_000;
const unknownYear = 1970;
const unknownLeapYear = 1972;
/** No log is of this year or a later one: who writes it has a broken clock, or means `never`. */
const absurdYear = 2100;

type Year = Known<number | null>;

/** What the source itself, or the user, says. */
export function ownYear(source: ClockSource): Year | null {
  const { evidence, first, overrides } = source;
  const calendar = evidence.datedStamps + evidence.yearlessStamps;
  if (first === null || calendar === 0) return { value: null, from: 'assumed', evidence: null };
  if (evidence.yearlessStamps === 0) return { value: evidence.firstDatedYear, from: 'stated', evidence: null };
  if (overrides.year !== undefined) return { value: overrides.year, from: 'user', evidence: null };
  const dated = mostFrequent(evidence.datedYears);
  if (dated !== null && dated.count * 10 >= calendar) return { value: dated.value, from: 'stated', evidence: null };
  return (
    yearBeside(source) ??
    yearOfSpan(source) ??
    yearOfHeader(source) ??
    (dated === null ? null : { value: dated.value, from: 'stated', evidence: null })
  );
}

/** Inner stamps and quoted instants with a year. */
function yearBeside({ evidence }: ClockSource): Year | null {
  const paired = credible(evidence.pairedYears);
  if (paired !== null) {
    return inferred(
      paired.value,
      `${paired.count} records carry an inner stamp with its year`,
      `${paired.count} 条记录带有含年份的内层时间戳`,
    );
  }
  const quoted = credible(evidence.quotedYears);
  const mentioned = credible(evidence.mentionedYears);
  if (quoted === null) {
    if (mentioned === null) return null;
    return inferred(
      mentioned.value,
      `records mention ${mentioned.count} dates of the same day with it`,
      `记录中提到了同一天的 ${mentioned.count} 个含年份的日期`,
    );
  }
  return inferred(
    quoted.value,
    `records quote ${quoted.count} instants of their own time with it`,
    `记录中引用了 ${quoted.count} 个含年份的同一时刻`,
  );
}

/** The year that most stamps have, unless it is absurd. */
function credible(years: ReadonlyMap<number, number>): { readonly value: number; readonly count: number } | null {
  const most = mostFrequent(years);
  return most === null || most.value >= absurdYear ? null : most;
}

/** The journal's header says when the journal ends. */
function yearOfSpan(source: ClockSource): Year | null {
  const span = source.evidence.statedSpan;
  if (span === null) return null;
  const year = latestYear(source, span.endWallMs + dayMs);
  return year === null ? null : inferred(year, "by the span in the journal's header", '依据日志头部给出的时间范围');
}

/** klog says at the top of a file when it was begun. */
function yearOfHeader(source: ClockSource): Year | null {
  const { createdMs } = source.evidence;
  const year = createdMs === null ? null : earliestYear(source, createdMs - dayMs);
  return year === null ? null : inferred(year, "by the file's own header", '依据文件自身的头部');
}

function inferred(year: number, en: string, zh: string): Year {
  return {
    value: year,
    from: 'inferred',
    evidence: { en: `year ${year}: ${en}`, zh: `年份 ${year}：${zh}` },
  };
}

/** A source and the year that others may go by. */
type Told = readonly [sibling: ClockSource, year: number];

/** The year that brings the source nearest to a sibling: of the same rotated set or node if there is one, the one with the most records. */
export const siblingYear: FromOthers<number | null> = (known) => {
  // A table of conditions may name dates of other years: whoever has the most records speaks.
  const bySet = new Map<string, Told>();
  const byNode = new Map<string, Told>();
  let ofAll: Told | undefined;
  for (const [sibling, { value }] of known) {
    const year = yearForOthers(sibling, value);
    if (year === null || sibling.first === null) continue;
    const one: Told = [sibling, year];
    const more = (most: Told | undefined): Told =>
      most === undefined || sibling.records > most[0].records ? one : most;
    if (sibling.set !== null) bySet.set(sibling.set.id, more(bySet.get(sibling.set.id)));
    if (sibling.node !== null) byNode.set(sibling.node, more(byNode.get(sibling.node)));
    ofAll = more(ofAll);
  }
  return (source) => {
    const best = bySet.get(source.set?.id ?? '') ?? byNode.get(source.node ?? '') ?? ofAll;
    return best === undefined ? null : nearestYear(source, best);
  };
};

/** Of stamps that all state their year, most speak for others: the first one alone may be wrong. */
function yearForOthers({ evidence }: ClockSource, year: number | null): number | null {
  if (year !== null && evidence.yearlessStamps === 0) return credible(evidence.datedYears)?.value ?? null;
  return year === null || year >= absurdYear ? null : year;
}

function nearestYear(source: ClockSource, [sibling, base]: Told): Year | null {
  if (source.first === null) return null;
  const ends = [sibling.first, sibling.last].flatMap((end) => (end === null ? [] : [placeInYear(end.stamp, base)]));
  // An absurd stamp at either end leaves its year as a whole.
  const span = ends.some((at) => yearOf(at) >= absurdYear) ? [Date.UTC(base, 0, 1), Date.UTC(base + 1, 0, 1)] : ends;
  const from = span[0] ?? 0;
  const to = Math.max(...span);
  const { stamp } = source.first;
  const away = (year: number): number => {
    const at = placeInYear(stamp, year);
    return at < from ? from - at : Math.max(0, at - to);
  };
  const years = [base, base - 1, base + 1].filter((year) => fitsLeapDay(source, year));
  const [nearest] = years.sort((a, b) => away(a) - away(b));
  if (nearest === undefined) return null;
  return inferred(nearest, `nearest to the records of ${sibling.id}`, `与 ${sibling.id} 的记录最接近`);
}

/** By a date in a name, if that is what comes first. */
export function namedYear(source: ClockSource): Year | null {
  const year = assumedYear(source);
  return year.from === 'inferred' ? year : null;
}

/** By dates in names and headers, then by the file's date, else none. */
export function assumedYear(source: ClockSource): Year {
  for (const date of source.statedDates) {
    const year =
      date.bound === 'until'
        ? latestYear(source, date.wallMs + slackOf(date))
        : earliestYear(source, date.wallMs - slackOf(date));
    if (year !== null) return yearOfDate(year, date);
  }
  const { modifiedMs, evidence } = source;
  const year = modifiedMs === null ? null : latestYear(source, modifiedMs + 2 * dayMs);
  if (year !== null) {
    return {
      value: year,
      from: 'assumed',
      evidence: {
        en: `year ${year}: the last one before its file was modified`,
        zh: `年份 ${year}：其所在文件修改时间之前最近的一年`,
      },
    };
  }
  return {
    value: evidence.leapDayOffset === null ? unknownYear : unknownLeapYear - evidence.leapDayOffset,
    from: 'assumed',
    evidence: { en: 'year: nothing states or implies one', zh: '年份：没有任何说明或线索' },
  };
}

/** Rotation and collection happen after the last record, by whatever clock. */
function slackOf({ precision }: StatedDate): number {
  return precision === 'second' ? dayMs : 2 * dayMs;
}

function yearOfDate(year: number, { from, text }: StatedDate): Year {
  if (from === 'name' || from === 'folder' || from === 'archive')
    return inferred(year, `by the date ${text} in the name`, `依据名称中的日期 ${text}`);
  if (from === 'now') {
    return {
      value: year,
      from: 'assumed',
      evidence: {
        en: `year ${year}: the last one before it was read`,
        zh: `年份 ${year}：读取时间之前最近的一年`,
      },
    };
  }
  return {
    value: year,
    from: 'assumed',
    evidence: {
      en: `year ${year}: by the date ${text} beside the file`,
      zh: `年份 ${year}：依据文件附带的日期 ${text}`,
    },
  };
}

/** The last base year that puts the newest record before `limitMs` and 29 February into a leap year. */
function latestYear(source: ClockSource, limitMs: number): number | null {
  const { first, last } = source;
  if (first === null || last === null) return null;
  const newest = last.stamp.yearOffset >= first.stamp.yearOffset ? last.stamp : first.stamp;
  let year = yearOf(limitMs);
  if (newest.kind === StampKind.yearless && inYear(newest.wallMs, year) > limitMs) year--;
  return leapFitting(source, year - newest.yearOffset, -1);
}

/** The first base year that puts the oldest record behind `limitMs`. */
function earliestYear(source: ClockSource, limitMs: number): number | null {
  const { first, last } = source;
  if (first === null || last === null) return null;
  const oldest = last.stamp.yearOffset < first.stamp.yearOffset ? last.stamp : first.stamp;
  let year = yearOf(limitMs);
  if (oldest.kind === StampKind.yearless && inYear(oldest.wallMs, year) < limitMs) year++;
  return leapFitting(source, year - oldest.yearOffset, 1);
}

function leapFitting(source: ClockSource, base: number, step: number): number {
  let year = base;
  for (let tries = 0; tries < 8 && !fitsLeapDay(source, year); tries++) year += step;
  return year;
}

function fitsLeapDay(source: ClockSource, base: number): boolean {
  const offset = source.evidence.leapDayOffset;
  return offset === null || isLeapYear(base + offset);
}

/** Wall clock ms of an outer stamp when the source's first record is in `baseYear`. */
export function placeInYear(stamp: RawStamp, baseYear: number): number {
  return stamp.kind === StampKind.yearless ? inYear(stamp.wallMs, baseYear + stamp.yearOffset) : stamp.wallMs;
}
