/** Settles every source's clock once all were read: year, zone, boots and skew, surest evidence first, each with how it is known. */
import { noZone, StampKind } from '../formats/format';
import type { Clock, ClockSegment } from '../model/clock';
import type { Entities } from '../model/entity';
import type { Localized } from '../model/localized';
import type { RawStamp } from '../records/stamp';
import { ownMs } from '../records/stamp';
import { formatOffset, type inYear, yearMover, yearOf } from './calendar';
import type { ClockSource, Known, SettledClock } from './clockSource';
import { settleAll } from './clockSource';
import { nameSentences } from './nameSentences';
import type { BootPlan } from './settleBoots';
import { correction, settleBoots } from './settleBoots';
import { firstDay } from './settleDay';
import type { Skew } from './settleSkew';
import { settleSkews } from './settleSkew';
import { assumedYear, namedYear, ownYear, placeInYear, siblingYear } from './settleYear';
import type { ZonePlan } from './settleZone';
import { assumedZone, innerZone, ownZone, sharedZones, siblingZone } from './settleZone';
import type { ToldMoment } from './sharedMoments';
import { toldByOthers } from './sharedMoments';

/** A moment that a source tells of, with the stamp of its record. */
export interface RawMoment {
  readonly name: string;
  readonly stamp: RawStamp;
  readonly layer: 'outer' | 'inner';
  readonly line: number;
  readonly lateMs: readonly [number, number];
  /** The names that the record gives to the pod it is about. */
  readonly pod: Entities;
}

/** Settles all clocks of one triage, in steps; `moments` are each source's. */
export function* settleClocks(
  sources: readonly ClockSource[],
  moments: readonly (readonly RawMoment[])[] = [],
): Generator<void, Map<string, SettledClock>> {
  const years = settleAll(sources, ownYear, siblingYear, assumedYear, namedYear);
  yield;
  const own = new Map(sources.map((source) => [source, ownZone(source)]));
  const compared = yield* toldByOthers(moments);
  const shared = yield* sharedZones(sources, own, (source, index, zone) =>
    tell(compared[index] ?? [], clockOf(source, zone, years.get(source)?.value ?? null, null)),
  );
  yield;
  const zones = settleAll(sources, (source) => own.get(source) ?? shared.get(source) ?? null, siblingZone, assumedZone);
  yield;
  const boots = settleBoots(sources, (source, pair) => {
    const wall = placeInYear(pair, years.get(source)?.value ?? 1970);
    const minutes =
      pair.zoneMinutes !== noZone ? pair.zoneMinutes : minutesAt(planOf(zones, source), source, pair.line, wall);
    return wall - minutes * 60_000;
  });
  yield;
  const converters = sources.map((source) =>
    clockOf(source, planOf(zones, source), years.get(source)?.value ?? null, boots.get(source) ?? null),
  );
  const told: ToldMoment[][] = [];
  for (const [index, convert] of converters.entries()) {
    told.push(tell(compared[index] ?? [], convert));
    yield;
  }
  const skews = settleSkews(sources, told);
  yield;
  const names = nameSentences(
    sources.map(({ id, statedDates, last }, index) => ({
      id,
      statedDates,
      lastMs: last === null ? null : (converters[index] as Converter)(last.stamp, 'outer', last.line),
    })),
  );
  return new Map(
    sources.map((source, index) => {
      const convert = converters[index] as Converter;
      const skew = skews[index] as Skew;
      const parts = { zone: zones.get(source), year: years.get(source), boots: boots.get(source), skew } as Parts;
      const settled: SettledClock = {
        clock: toClock(source, parts, names.get(source.id) ?? null),
        toUtc(stamp, layer, line, beside) {
          const utcMs = convert(stamp, layer, line, beside);
          return utcMs === null ? null : utcMs + skew.ms;
        },
      };
      return [source.id, settled];
    }),
  );
}

function planOf(zones: ReadonlyMap<ClockSource, Known<ZonePlan>>, source: ClockSource): ZonePlan {
  return (zones.get(source) as Known<ZonePlan>).value;
}

/** From a stamp to UTC by the source's own clock. */
type Converter = (stamp: RawStamp, layer: 'outer' | 'inner', line: number, beside?: RawStamp | null) => number | null;

function tell(moments: readonly RawMoment[], convert: Converter): ToldMoment[] {
  const told: ToldMoment[] = [];
  for (const { name, stamp, layer, line, lateMs } of moments) {
    const utcMs = convert(stamp, layer, line);
    const [least, most] = lateMs;
    if (utcMs !== null) told.push({ name, utcMs: utcMs - (least + most) / 2, toleranceMs: (most - least) / 2 });
  }
  return told;
}

function clockOf(source: ClockSource, zone: ZonePlan, year: number | null, boots: BootPlan | null): Converter {
  const outer = (line: number, wallMs: number): number => minutesAt(zone, source, line, wallMs);
  const inner = innerZone(source.evidence, outer);
  const day = firstDay(source);
  const base = year ?? 1970;
  const anchor = source.first === null ? null : placeInYear(source.first.stamp, base);
  const move = yearMover();
  return (stamp, layer, line, beside = null) => {
    if (stamp.kind === StampKind.boot) return boots?.toUtc(stamp.wallMs, line) ?? null;
    const isClock = stamp.kind === StampKind.clock;
    if (isClock && day === null) return null;
    if (!isClock && stamp.kind !== StampKind.dated && stamp.kind !== StampKind.yearless) return null;
    const near = beside?.kind === StampKind.dated ? beside.wallMs : null;
    const wall = isClock ? (day?.value ?? 0) + ownMs(stamp) : placeCalendar(stamp, layer, base, anchor, near, move);
    const minutes = stamp.zoneMinutes !== noZone ? stamp.zoneMinutes : (layer === 'inner' ? inner : outer)(line, wall);
    return wall - minutes * 60_000 + correction(boots?.steps ?? [], line);
  };
}

/** `beside`: what the outer stamp of the same record states with its year. */
function placeCalendar(
  stamp: RawStamp,
  layer: 'outer' | 'inner',
  year: number,
  anchor: number | null,
  beside: number | null,
  move: typeof inYear,
): number {
  if (stamp.kind === StampKind.dated) return stamp.wallMs;
  if (layer === 'outer') return move(stamp.wallMs, year + stamp.yearOffset);
  if (beside !== null) return nearest(stamp.wallMs, yearOf(beside), beside, move);
  // It counts its own New Years; its base is the year nearest to the source's first record.
  return nearest(stamp.wallMs, year, anchor ?? move(stamp.wallMs, year), move, stamp.yearOffset);
}

/** A yearless stamp in a year, or in the one before or behind it: whichever is nearest to an instant, `later` years before that. */
function nearest(wallMs: number, year: number, nearMs: number, move: typeof inYear, later = 0): number {
  let best = move(wallMs, year - 1 + later);
  for (const one of [year, year + 1]) {
    const candidate = move(wallMs, one + later);
    if (Math.abs(candidate - nearMs) < Math.abs(best - nearMs)) best = candidate;
  }
  return best;
}

/** An hour of the clock that the end of summer time brings twice is the second one once the stamps have gone back. */
function minutesAt({ zone, changes }: ZonePlan, source: ClockSource, line: number, wallMs: number): number {
  let minutes: number | null = null;
  for (const change of changes) if (line >= change.line) minutes = change.minutes;
  if (minutes !== null) return minutes;
  const late = source.evidence.jumps.some((jump) => jump.ms < 0 && jump.line <= line);
  return zone.atWall(wallMs, late);
}

interface Parts {
  readonly zone: Known<ZonePlan>;
  readonly year: Known<number | null>;
  readonly boots: BootPlan;
  readonly skew: Skew;
}

function toClock(source: ClockSource, { zone, year, boots, skew }: Parts, name: Localized | null): Clock {
  const { first } = source;
  const wallMs = first === null ? 0 : placeInYear(first.stamp, year.value ?? 1970);
  const zoneMinutes = minutesAt(zone.value, source, first?.line ?? 0, wallMs);
  const segments: ClockSegment[] = [
    ...zone.value.changes.map(({ line, minutes }): ClockSegment => ({ kind: 'zone', line, value: minutes })),
    ...boots.steps.map(({ line, ms }): ClockSegment => ({ kind: 'step', line, value: ms })),
    ...boots.boots.slice(1).map(({ line, startMs }): ClockSegment => ({ kind: 'boot', line, value: startMs })),
  ];
  const sentences = [
    zone.evidence,
    year.evidence,
    firstDay(source)?.evidence ?? null,
    ...boots.evidence,
    skew.evidence,
    name,
  ];
  return {
    zone: formatOffset(zoneMinutes),
    zoneMinutes,
    zoneFrom: zone.from,
    year: year.value,
    yearFrom: year.from,
    skewMs: skew.ms,
    skewFrom: skew.from,
    skewSpreadMs: skew.spreadMs,
    skewPairs: skew.pairs,
    bootMs: boots.boots[0]?.startMs ?? null,
    segments: segments.sort((a, b) => a.line - b.line),
    evidence: sentences.filter((sentence): sentence is Localized => sentence !== null),
  };
}
