/** The zone of stamps that state none: from what the same records state, the node's facts, siblings; UTC when nothing tells. */
import { noZone } from '../formats/format';
import { formatOffset } from './calendar';
import type { ClockEvidence } from './clockEvidence';
import { mostFrequent } from './clockEvidence';
import type { ClockSource, FromOthers, Known } from './clockSource';
import type { ToldMoment } from './sharedMoments';
import { measureOffsets } from './sharedMoments';
import type { Zone } from './zone';
import { fixedZone } from './zone';
import type { ZoneRun } from './zoneRuns';

/** A zone, and from which line on it is another one. */
export interface ZonePlan {
  readonly zone: Zone;
  readonly changes: readonly { readonly line: number; readonly minutes: number }[];
}

type KnownZone = Known<ZonePlan>;

const quarterMs = 15 * 60_000;

function plan(zone: Zone, changes: ZonePlan['changes'] = []): ZonePlan {
  return { zone, changes };
}

/** What the source itself, the user or the node's facts say. */
export function ownZone(source: ClockSource): KnownZone | null {
  const { evidence, overrides } = source;
  const stated = mostFrequent(evidence.statedZones);
  const calendar = evidence.yearlessStamps + evidence.datedStamps;
  if (stated !== null && stated.total >= calendar) return known(fixedZone(stated.value), 'stated');
  if (overrides.zone !== undefined) return known(overrides.zone, 'user');
  // Single lines of another program may state a zone amid many that do not.
  if (stated !== null && stated.total * 2 >= calendar) return known(fixedZone(stated.value), 'stated');
  return (
    zoneOfPairs(evidence) ??
    zoneOfQuotes(evidence) ??
    zoneOfHeader(evidence) ??
    zoneOfChip(evidence) ??
    zoneOfFacts(source)
  );
}

function known(zone: Zone, from: 'stated' | 'user'): KnownZone {
  return { value: plan(zone), from, evidence: null };
}

function inferred(value: ZonePlan, en: string, zh: string): KnownZone {
  const offset = value.zone.text;
  return { value, from: 'inferred', evidence: { en: `zone ${offset}: ${en}`, zh: `时区 ${offset}：${zh}` } };
}

/** Inner stamps with their zone, some of which may be before and some after a change to summer time. */
function zoneOfPairs(evidence: ClockEvidence): KnownZone | null {
  const { innerUtc } = evidence;
  const stretches = innerUtc.stretches;
  const first = stretches[0];
  if (first !== undefined) {
    const changes = stretches.slice(1).map((run, index) => ({
      line: lineOfChange(evidence, stretches[index] as ZoneRun, run),
      minutes: run.quarter * 15,
    }));
    const later = changes.map(({ line, minutes }) => ({ line, offset: formatOffset(minutes) }));
    return inferred(
      plan(fixedZone(first.quarter * 15), changes),
      `by ${innerUtc.total} records with an inner stamp and its zone; ${later.map(({ line, offset }) => `${offset} from line ${line}`).join(', ')}`,
      `依据 ${innerUtc.total} 条带时区内层时间戳的记录；${later.map(({ line, offset }) => `自第 ${line} 行起为 ${offset}`).join('，')}`,
    );
  }
  const main = innerUtc.main;
  if (main === null || main.count * 2 <= main.total) return null;
  return inferred(
    plan(fixedZone(main.quarter * 15)),
    `${main.count} of ${main.total} records carry an inner stamp with its zone that far from their own`,
    `${main.total} 条记录中有 ${main.count} 条带有含时区的内层时间戳，与自身相差此数`,
  );
}

/** A change lies between two runs of pairs: where the source's own clock jumps by it, else where the second run begins. */
function lineOfChange(evidence: ClockEvidence, before: ZoneRun, after: ZoneRun): number {
  const moved = (after.quarter - before.quarter) * 15 * 60_000;
  const jump = evidence.jumps.find(
    ({ line, ms }) =>
      line > before.lastLine &&
      line <= after.firstLine &&
      Math.sign(ms) === Math.sign(moved) &&
      Math.abs(ms) >= Math.abs(moved) / 2,
  );
  return jump?.line ?? after.firstLine;
}

/** Instants that messages quote: several that agree, or a single one within seconds of a whole quarter of an hour. */
function zoneOfQuotes(evidence: ClockEvidence): KnownZone | null {
  const { main } = evidence.quoted;
  if (main === null || main.count * 2 <= main.total) return null;
  if (main.count < 2 && evidence.quotedClose < 1) return null;
  return inferred(
    plan(fixedZone(main.quarter * 15)),
    `${main.count} instants that the records quote with their zone are that far from the records`,
    `记录中引用的 ${main.count} 个带时区的时刻与记录自身相差此数`,
  );
}

/** `-- Logs begin at ... UTC --` names the zone that journalctl printed in. */
function zoneOfHeader({ statedSpan }: ClockEvidence): KnownZone | null {
  if (statedSpan === null || statedSpan.zoneMinutes === noZone) return null;
  return inferred(plan(fixedZone(statedSpan.zoneMinutes)), "by the journal's header", '依据日志头部');
}

/** systemd says by how much a clock chip that runs in local time is ahead. */
function zoneOfChip({ chipZoneMinutes }: ClockEvidence): KnownZone | null {
  if (chipZoneMinutes === null) return null;
  return inferred(
    plan(fixedZone(chipZoneMinutes)),
    'the clock chip runs in local time, that far from UTC',
    '硬件时钟使用本地时间，与 UTC 相差此数',
  );
}

function zoneOfFacts({ factZone }: ClockSource): KnownZone | null {
  if (factZone === null) return null;
  return inferred(
    plan(factZone.zone),
    `stated by ${factZone.source} of the same node`,
    `由同一节点的 ${factZone.source} 说明`,
  );
}

/** Sources whose local zone is known: the first of them, and how many zones they have. */
interface Local {
  readonly sibling: ClockSource;
  readonly zone: KnownZone;
  readonly texts: Set<string>;
}

/** The local zone of other sources, of the same node first. */
export const siblingZone: FromOthers<ZonePlan> = (zones) => {
  const byNode = new Map<string, Local>();
  const everywhere = new Map<'', Local>();
  for (const [sibling, zone] of zones) {
    // Stated zones of single stamps (dockerd logs UTC everywhere) say nothing about the machine's local time.
    if (zone.from !== 'inferred' && zone.from !== 'user') continue;
    if (sibling.node !== null) addLocal(byNode, sibling.node, sibling, zone);
    addLocal(everywhere, '', sibling, zone);
  }
  return (source) =>
    zoneOf(byNode.get(source.node ?? ''), 'node', '节点') ?? zoneOf(everywhere.get(''), 'collection', '采集');
};

function addLocal<Key>(locals: Map<Key, Local>, key: Key, sibling: ClockSource, zone: KnownZone): void {
  const { text } = zone.value.zone;
  const known = locals.get(key);
  if (known === undefined) locals.set(key, { sibling, zone, texts: new Set([text]) });
  else known.texts.add(text);
}

/** Their zone, when all have the same. */
function zoneOf(local: Local | undefined, en: string, zh: string): KnownZone | null {
  if (local === undefined || local.texts.size !== 1) return null;
  const { sibling, zone } = local;
  const { text } = zone.value.zone;
  return {
    value: plan(zone.value.zone),
    from: zone.from,
    evidence: {
      en: `zone ${text}: as ${sibling.id} of the same ${en}`,
      zh: `时区 ${text}：与同一${zh}的 ${sibling.id} 相同`,
    },
  };
}

/** UTC, and said to be a guess. */
export function assumedZone(): KnownZone {
  return {
    value: plan(fixedZone(0)),
    from: 'assumed',
    evidence: {
      en: 'zone UTC: nothing states or implies another one',
      zh: '时区 UTC：没有任何说明或线索表明是其他时区',
    },
  };
}

/** Zone of zone-less inner stamps: that of the outer ones unless pairs say that they differ by whole quarters of an hour. */
export function innerZone(evidence: ClockEvidence, outer: (line: number, wallMs: number) => number): typeof outer {
  const { main } = evidence.innerWall;
  if (main === null || main.count * 2 <= main.total) return outer;
  // Pairs count (outer as given, or UTC when stated) - (inner as given).
  const minutes = main.quarter * 15;
  if (evidence.statedZones.size > 0) return () => -minutes;
  return minutes === 0 ? outer : (line, wallMs) => outer(line, wallMs) - minutes;
}

/** Moments told with UTC for a zone are this close to a whole quarter of an hour, and to each other. */
const sharedToleranceMs = 60_000;
const leastShared = 2;

/** Zones of sources that say nothing themselves but tell of the same moments as others that do; in steps. */
export function* sharedZones(
  sources: readonly ClockSource[],
  own: ReadonlyMap<ClockSource, KnownZone | null>,
  tell: (source: ClockSource, index: number, zone: ZonePlan) => readonly ToldMoment[],
): Generator<void, Map<ClockSource, KnownZone>> {
  const found = new Map<ClockSource, { readonly zone: KnownZone; readonly pairs: number }>();
  if (sources.every((source) => own.get(source) !== null)) return new Map();
  const told: (readonly ToldMoment[])[] = [];
  for (const [index, source] of sources.entries()) {
    told.push(tell(source, index, own.get(source)?.value ?? plan(fixedZone(0))));
    yield;
  }
  for (const [key, offset] of measureOffsets(told)) {
    const first = sources[Math.floor(key / sources.length)] as ClockSource;
    const second = sources[key % sources.length] as ClockSource;
    const [unknown, other, ms] =
      own.get(first) === null ? [first, second, -offset.offsetMs] : [second, first, offset.offsetMs];
    if (own.get(unknown) !== null || own.get(other) === null || offset.pairs < leastShared) continue;
    const quarter = Math.round(ms / quarterMs);
    const isWhole = Math.abs(ms - quarter * quarterMs) <= sharedToleranceMs + offset.toleranceMs;
    if (!isWhole || Math.abs(quarter) > 14 * 4 || offset.spreadMs > sharedToleranceMs) continue;
    if ((found.get(unknown)?.pairs ?? 0) >= offset.pairs) continue;
    const zone = inferred(
      plan(fixedZone(quarter * 15)),
      `${offset.pairs} moments that ${other.id} tells of too`,
      `与 ${other.id} 共同记录的 ${offset.pairs} 个时刻`,
    );
    found.set(unknown, { zone, pairs: offset.pairs });
  }
  return new Map([...found].map(([source, { zone }]) => [source, zone]));
}
