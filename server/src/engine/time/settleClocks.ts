/** Settles every source's clock once all were read: year, zone and boot time, surest evidence first, each with how it is known. */
import { noZone, StampKind } from '../formats/format';
import type { Clock, Provenance } from '../model/clock';
import type { ClockEvidence } from '../records/clockEvidence';
import { mostFrequent } from '../records/clockEvidence';
import type { RawStamp } from '../records/stamp';
import { civilDate, formatOffset, inYear, isLeapYear, yearOf } from './calendar';

/** What settling needs to know about one source. */
export interface ClockSource {
  readonly id: string;
  readonly node: string | null;
  readonly evidence: ClockEvidence;
  readonly records: number;
  readonly first: RawStamp | null;
  readonly last: RawStamp | null;
  readonly modifiedMs: number | null;
  /** Zone in minutes that the node's facts state, with the source that does. */
  readonly factZone: { readonly minutes: number; readonly source: string } | null;
}

/** The user's word, which beats all evidence. */
export interface ClockOverrides {
  readonly year?: number;
  readonly zoneMinutes?: number;
}

/** A settled clock and the way from its source's stamps to UTC. */
export interface SettledClock {
  readonly clock: Clock;
  /** UTC ms of a record's stamp (`inner` for the inner layer's), or `null` when it cannot be placed on the calendar. */
  toUtc(stamp: RawStamp, layer: 'outer' | 'inner'): number | null;
}

interface Known<T> {
  readonly value: T;
  readonly from: Provenance;
  readonly evidence: string | null;
}

const dayMs = 86_400_000;

/** Settles all clocks of one triage. */
export function settleClocks(sources: readonly ClockSource[], overrides: ClockOverrides): Map<string, SettledClock> {
  const zones = settleAll(sources, (source) => ownZone(source, overrides), siblingZone, assumedZone);
  const years = settleAll(sources, (source) => ownYear(source, overrides), siblingYear, assumedYear);
  const boots = bootTimes(sources, zones, years);
  const settled = new Map<string, SettledClock>();
  for (const source of sources) {
    settled.set(
      source.id,
      settle(source, zones.get(source.id) as Known<number>, years.get(source.id) as Known<number | null>, boots),
    );
  }
  return settled;
}

/** First each source by itself, then from its siblings (same node first, then all), last by assumption. */
function settleAll<T>(
  sources: readonly ClockSource[],
  own: (source: ClockSource) => Known<T> | null,
  sibling: (source: ClockSource, known: ReadonlyMap<ClockSource, Known<T>>) => Known<T> | null,
  assume: (source: ClockSource) => Known<T>,
): Map<string, Known<T>> {
  const known = new Map<ClockSource, Known<T>>();
  for (const source of sources) {
    const value = own(source);
    if (value !== null) known.set(source, value);
  }
  const result = new Map<string, Known<T>>();
  for (const source of sources) {
    result.set(source.id, known.get(source) ?? sibling(source, known) ?? assume(source));
  }
  return result;
}

function ownZone(source: ClockSource, overrides: ClockOverrides): Known<number> | null {
  const { evidence } = source;
  const stated = mostFrequent(evidence.statedZones);
  const needsZone = evidence.yearlessStamps + evidence.datedStamps > (stated?.total ?? 0);
  if (stated !== null && !needsZone) return { value: stated.value, from: 'stated', evidence: null };
  if (overrides.zoneMinutes !== undefined) return { value: overrides.zoneMinutes, from: 'user', evidence: null };
  if (stated !== null) return { value: stated.value, from: 'stated', evidence: null };
  const paired = mostFrequent(evidence.innerUtcQuarters);
  if (paired !== null && paired.count * 2 > paired.total) {
    const minutes = paired.value * 15;
    return {
      value: minutes,
      from: 'inferred',
      evidence: `zone ${formatOffset(minutes)}: ${paired.count} of ${paired.total} records carry an inner stamp with its zone that far from their own`,
    };
  }
  if (source.factZone !== null) {
    const { minutes, source: from } = source.factZone;
    return {
      value: minutes,
      from: 'inferred',
      evidence: `zone ${formatOffset(minutes)}: stated by ${from} of the same node`,
    };
  }
  return null;
}

function siblingZone(source: ClockSource, known: ReadonlyMap<ClockSource, Known<number>>): Known<number> | null {
  // Stated zones of single stamps (dockerd logs UTC everywhere) say nothing about the machine's local time.
  const localZones = [...known].filter(([, zone]) => zone.from === 'inferred' || zone.from === 'user');
  const ofNode = localZones.filter(([sibling]) => sibling.node !== null && sibling.node === source.node);
  for (const [scope, candidates] of [
    ['node', ofNode],
    ['collection', localZones],
  ] as const) {
    const values = new Set(candidates.map(([, zone]) => zone.value));
    const first = candidates[0];
    if (values.size === 1 && first !== undefined) {
      return {
        value: first[1].value,
        from: first[1].from,
        evidence: `zone ${formatOffset(first[1].value)}: as ${first[0].id} of the same ${scope}`,
      };
    }
  }
  return null;
}

function assumedZone(): Known<number> {
  return { value: 0, from: 'assumed', evidence: 'zone UTC: nothing states or implies another one' };
}

function ownYear(source: ClockSource, overrides: ClockOverrides): Known<number | null> | null {
  const { evidence, first } = source;
  if (first === null || (evidence.datedStamps === 0 && evidence.yearlessStamps === 0))
    return { value: null, from: 'assumed', evidence: null };
  if (evidence.statedYear !== null) return { value: evidence.statedYear, from: 'stated', evidence: null };
  if (overrides.year !== undefined) return { value: overrides.year, from: 'user', evidence: null };
  const paired = mostFrequent(evidence.pairedYears);
  if (paired !== null) {
    return {
      value: paired.value,
      from: 'inferred',
      evidence: `year ${paired.value}: ${paired.count} records carry an inner stamp with its year`,
    };
  }
  return null;
}

function siblingYear(
  source: ClockSource,
  known: ReadonlyMap<ClockSource, Known<number | null>>,
): Known<number | null> | null {
  const candidates = [...known].filter(([sibling, year]) => year.value !== null && sibling.first !== null);
  const ofNode = candidates.filter(([sibling]) => sibling.node !== null && sibling.node === source.node);
  const near = ofNode.length > 0 ? ofNode : candidates;
  // The sibling with the most records speaks: a table of conditions may name dates of other years.
  const first = near.reduce<(typeof near)[number] | undefined>(
    (most, one) => (most === undefined || one[0].records > most[0].records ? one : most),
    undefined,
  );
  if (first === undefined || source.first === null) return null;
  const base = first[1].value as number;
  const reference = first[0].first as RawStamp;
  // The nearest occurrence of our month and day to the sibling's first record, in a year that has that day.
  const anchor = placeInYear(reference, base);
  let best = base;
  for (const year of [base - 1, base, base + 1]) {
    if (Math.abs(placeInYear(source.first, year) - anchor) < Math.abs(placeInYear(source.first, best) - anchor))
      best = year;
  }
  if (!fitsLeapDay(source, best)) return null;
  return { value: best, from: 'inferred', evidence: `year ${best}: nearest to the records of ${first[0].id}` };
}

function assumedYear(source: ClockSource): Known<number | null> {
  const { first, last, modifiedMs, evidence } = source;
  const fromName = yearInName(source.id);
  if (fromName !== null && fitsLeapDay(source, fromName)) {
    return { value: fromName, from: 'inferred', evidence: `year ${fromName}: in the source's name` };
  }
  if (first === null || last === null || modifiedMs === null) {
    return {
      value: evidence.leapDayOffset === null ? 1970 : referenceLeapYear,
      from: 'assumed',
      evidence: 'year: nothing states or implies one',
    };
  }
  const newest = last.yearOffset >= first.yearOffset ? last : first;
  let year = yearOf(modifiedMs);
  if (newest.kind === StampKind.yearless && inYear(newest.wallMs, year) > modifiedMs + 2 * dayMs) year--;
  let base = year - newest.yearOffset;
  for (let step = 0; step < 8 && !fitsLeapDay(source, base); step++) base--;
  return { value: base, from: 'assumed', evidence: `year ${base}: the last one before the file was modified` };
}

const referenceLeapYear = 1972;

function fitsLeapDay(source: ClockSource, base: number): boolean {
  const offset = source.evidence.leapDayOffset;
  return offset === null || isLeapYear(base + offset);
}

/** `messages-20210513`, `2023-09-15T15:10:16-kubelet.log`: a year with month and day in a name. */
function yearInName(id: string): number | null {
  const match = /(?:^|[^0-9])((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)/.exec(id);
  return match === null ? null : Number(match[1]);
}

function placeInYear(stamp: RawStamp, baseYear: number): number {
  if (stamp.kind === StampKind.dated) return stamp.wallMs;
  return inYear(stamp.wallMs, baseYear + stamp.yearOffset);
}

/** UTC of boot by node, from sources whose records carry both a calendar stamp and seconds since boot. */
function bootTimes(
  sources: readonly ClockSource[],
  zones: ReadonlyMap<string, Known<number>>,
  years: ReadonlyMap<string, Known<number | null>>,
): Map<string, { readonly utcMs: number; readonly source: string }> {
  const boots = new Map<string, { readonly utcMs: number; readonly source: string }>();
  for (const source of sources) {
    const wall = source.evidence.bootWallMs;
    if (wall === null || boots.has(machineOf(source))) continue;
    const year = years.get(source.id)?.value ?? null;
    const zone = zones.get(source.id)?.value ?? 0;
    const placed = source.evidence.statedYear !== null || year === null ? wall : inYear(wall, year);
    boots.set(machineOf(source), { utcMs: placed - zone * 60_000, source: source.id });
  }
  return boots;
}

/** Sources whose node is unknown share no boot with each other. */
function machineOf(source: ClockSource): string {
  return source.node === null ? `source ${source.id}` : `node ${source.node}`;
}

function settle(
  source: ClockSource,
  zone: Known<number>,
  year: Known<number | null>,
  boots: ReadonlyMap<string, { readonly utcMs: number; readonly source: string }>,
): SettledClock {
  const boot = boots.get(machineOf(source));
  const innerZone = innerZoneMinutes(source.evidence, zone.value);
  const evidence = [zone.evidence, year.evidence].filter((line): line is string => line !== null);
  if (source.evidence.bootStamps > 0 && source.evidence.bootWallMs === null) {
    evidence.push(
      boot === undefined
        ? 'seconds since boot: no record ties them to the calendar'
        : `seconds since boot: tied to the calendar by ${boot.source}`,
    );
  }
  const clock: Clock = {
    zone: formatOffset(zone.value),
    zoneMinutes: zone.value,
    zoneFrom: zone.from,
    year: year.value,
    yearFrom: year.from,
    skewMs: 0,
    skewFrom: 'none',
    evidence,
  };
  return {
    clock,
    toUtc(stamp, layer) {
      if (stamp.kind === StampKind.boot) return boot === undefined ? null : boot.utcMs + stamp.wallMs;
      if (stamp.kind !== StampKind.dated && stamp.kind !== StampKind.yearless) return null;
      const minutes = stamp.zoneMinutes !== noZone ? stamp.zoneMinutes : layer === 'inner' ? innerZone : zone.value;
      return placeStamp(stamp, year.value, source, layer) - minutes * 60_000;
    },
  };
}

function placeStamp(stamp: RawStamp, year: number | null, source: ClockSource, layer: 'outer' | 'inner'): number {
  if (stamp.kind === StampKind.dated) return stamp.wallMs;
  const base = year ?? 1970;
  if (layer === 'outer') return inYear(stamp.wallMs, base + stamp.yearOffset);
  // An inner yearless stamp counts its own New Years; its base is the year nearest to the source's first record.
  const anchor = source.first === null ? inYear(stamp.wallMs, base) : placeInYear(source.first, base);
  const candidates = [base - 1, base, base + 1].map((candidate) => inYear(stamp.wallMs, candidate + stamp.yearOffset));
  return candidates.reduce((best, candidate) =>
    Math.abs(candidate - anchor) < Math.abs(best - anchor) ? candidate : best,
  );
}

/** Zone of zone-less inner stamps: that of the outer ones unless pairs say that they differ by whole quarters of an hour. */
function innerZoneMinutes(evidence: ClockEvidence, outerMinutes: number): number {
  const stated = mostFrequent(evidence.statedZones);
  const paired = mostFrequent(evidence.innerWallQuarters);
  const outer = stated === null ? outerMinutes : 0;
  if (paired === null || paired.count * 2 <= paired.total) return outerMinutes;
  // innerWallQuarters counts (outer as given, or UTC when stated) - (inner as given).
  return outer - paired.value * 15;
}

/** Calendar day of an instant in a zone, for texts. */
export function localDate(
  utcMs: number,
  zoneMinutes: number,
): { readonly year: number; readonly month: number; readonly day: number } {
  return civilDate(utcMs + zoneMinutes * 60_000);
}
