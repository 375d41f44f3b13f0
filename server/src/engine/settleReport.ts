/** From sources that were read to the report: nodes, clocks, events, episodes, chains, in this order, in one place. */
import type { Catalogue } from './catalogue/index';
import { Collected } from './chains/collected';
import { Coverage, toSpans } from './chains/coverage';
import { findChains } from './chains/findChains';
import { findIncidents } from './chains/incidents';
import type { SourceCorrection } from './corrections';
import { excuseStart } from './episodes/excuseStart';
import type { WorkEpisode } from './episodes/groupEpisodes';
import { groupEpisodes } from './episodes/groupEpisodes';
import { lockViews } from './episodes/lockViews';
import { quietedByRules } from './episodes/quietedByRules';
import { readInContext } from './episodes/readInContext';
import { addSightings, podsIn, settleEvents, settleNodeNames } from './episodes/settleEvents';
import type { WorkEvent } from './episodes/workEvent';
import type { Report, SetPlace } from './model/report';
import { assignNodes } from './records/assignNodes';
import type { ReadSource } from './records/readSource';
import { placeInSets } from './records/rotatedSets';
import { fromOwnMs, ownMs } from './records/stamp';
import type { TemplateSource } from './templates/findUnexplained';
import { findUnexplained } from './templates/findUnexplained';
import { findTroubles } from './templates/troubles';
import type { ClockOverrides, ClockSource, SettledClock } from './time/clockSource';
import { settleClocks } from './time/settleClocks';
import { fixedZone, parseZone } from './time/zone';
import { collectFacts, toEpisode, toEvent, toSourceReport } from './toReport';

/** What the user has decided for all sources, and how much is listed. */
export interface SettleOptions {
  /** Year for stamps without one, against all inference. */
  readonly year?: number;
  /** Zone of stamps that state none, against all inference: `+08:00`, `UTC`, `Asia/Shanghai`. An unreadable one is none. */
  readonly zone?: string;
  /** The most events listed in the report; episodes count all. Default 200,000. */
  readonly maxEvents?: number;
}

const defaultMaxEvents = 200_000;
/** Pods listed with all their names. */
const maxPods = 5_000;

/** Settles clocks, episodes and chains of sources that were read, in steps. */
export function* settleReport(
  scans: readonly ReadSource[],
  used: Catalogue,
  options: SettleOptions,
  partial: boolean,
): Generator<void, Omit<Report, 'unread'>> {
  const sets = placeInSets(scans);
  const nodes = assignNodes(scans, sets);
  yield;
  const facts = collectFacts(scans, nodes);
  yield;
  const zones = new FactZones(facts);
  const clocks = yield* settleClocks(
    scans.map((scan) => {
      const node = nodes.get(scan.info.id) ?? null;
      return clockSource(scan, node, sets.get(scan.info.id) ?? null, zones.of(node), options);
    }),
    scans.map((scan) => scan.moments),
  );
  yield;
  const names = settleNodeNames(scans, nodes, facts);
  yield;
  const known = yield* podsIn(scans, nodes, names);
  const { events, excused } = excuseStart(
    readInContext(yield* settleEvents(scans, used.signatures, clocks, nodes, facts, names, known), used.signatures),
  );
  yield;
  const episodes = yield* groupEpisodes(events, used.signatures);
  yield;
  const sources = scans.map((scan) =>
    toSourceReport(scan, nodes.get(scan.info.id) ?? null, clocks.get(scan.info.id), sets.get(scan.info.id) ?? null),
  );
  yield;
  const chains = yield* findChains(episodes, used, events, new Coverage(toSpans(sources)), collectedLogs(scans, nodes));
  yield;
  const told = withoutQuiet(events, episodes);
  const listed = told.slice(0, options.maxEvents ?? defaultMaxEvents);
  const incidents = findIncidents({
    chains,
    episodes,
    facts,
    nodes: nodesWithRecords(sources),
  });
  const locks = lockViews(told);
  yield;
  yield* addSightings(known, events);
  const pods = known.all(maxPods);
  yield;
  const unexplained = findUnexplained(templateSources(scans, nodes, clocks), findTroubles(chains, episodes));
  yield;
  return {
    sources,
    events: listed.map(toEvent),
    episodes: episodes.map(toEpisode),
    chains,
    incidents,
    locks,
    pods,
    facts,
    unexplained,
    quieted: quietedByRules(scans, used.signatures, excused),
    eventsBeyondLimit: told.length - listed.length,
    partial,
  };
}

/** A source as the clocks see it. */
function clockSource(
  scan: ReadSource,
  node: string | null,
  set: SetPlace | null,
  zone: ClockSource['factZone'],
  options: SettleOptions,
): ClockSource {
  const { id, modifiedMs, statedDates = [] } = scan.info;
  const { first, last, records, clock: evidence } = scan;
  const overrides = overridesFor(scan.correction, options);
  const known = {
    id,
    node,
    evidence,
    records,
    first,
    last,
    modifiedMs,
    statedDates,
  };
  return { ...known, factZone: zone, overrides, set };
}

/** Which programs' logs there are of each node. */
function collectedLogs(scans: readonly ReadSource[], nodes: ReadonlyMap<string, string | null>): Collected {
  return new Collected(
    scans.map((scan) => ({
      node: nodes.get(scan.info.id) ?? null,
      layers: [...scan.layerCounts.values()],
    })),
  );
}

function nodesWithRecords(sources: Report['sources']): string[] {
  const named = sources.flatMap((source) => (source.node === null || source.records === 0 ? [] : [source.node]));
  return [...new Set(named)].sort();
}

/** Message kinds of every source with its way to UTC. */
function templateSources(
  scans: readonly ReadSource[],
  nodes: ReadonlyMap<string, string | null>,
  clocks: ReadonlyMap<string, SettledClock>,
): TemplateSource[] {
  return scans.map((scan) => {
    const first = scan.first?.stamp ?? null;
    const last = scan.last?.stamp ?? null;
    const clock = clocks.get(scan.info.id);
    const line = scan.first?.line ?? 0;
    const toUtc = (ms: number): number | null =>
      first === null ? null : (clock?.toUtc(fromOwnMs(first, ms), 'outer', line) ?? null);
    return {
      id: scan.info.id,
      node: nodes.get(scan.info.id) ?? null,
      groups: scan.templates.groups(),
      firstMs: first === null ? null : toUtc(ownMs(first)),
      lastMs: first === null || last?.kind !== first.kind ? null : toUtc(ownMs(last)),
      toUtc,
    };
  });
}

/** Leaves out what was too rare to mean anything: events that no episode was made of. */
function withoutQuiet(events: readonly WorkEvent[], episodes: readonly WorkEpisode[]): readonly WorkEvent[] {
  const told = new Set(episodes.flatMap((episode) => episode.events));
  return told.size === events.length ? events : events.filter((event) => told.has(event));
}

/** What the user says about one source's clock, else about all. */
function overridesFor(correction: SourceCorrection, options: SettleOptions): ClockOverrides {
  const zone = parseZone(correction.zone ?? '') ?? parseZone(options.zone ?? '');
  const year = correction.year ?? options.year;
  const { skewMs } = correction;
  return {
    ...(zone === null ? {} : { zone }),
    ...(year === undefined ? {} : { year }),
    ...(skewMs === undefined ? {} : { skewMs }),
  };
}

/** Zones by node: what a zone's rules say is looked up once for all sources of a node. */
class FactZones {
  private readonly known = new Map<string | null, ClockSource['factZone']>();

  constructor(private readonly facts: Report['facts']) {}

  of(node: string | null): ClockSource['factZone'] {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const zone = factZone(this.facts, node);
    this.known.set(node, zone);
    return zone;
  }
}

/** The zone that a node's collected outputs state, if they agree: by its name, which knows summer time, where there is one. */
function factZone(facts: Report['facts'], node: string | null): ClockSource['factZone'] {
  const ofNode = facts.filter((fact) => fact.node === node || fact.node === null);
  const stated = ofNode.filter(({ name, value }) => name === 'zone.minutes' || (name === 'zone' && isZoneName(value)));
  const offsets = new Set(stated.filter(({ name }) => name === 'zone.minutes').map(({ value }) => value));
  const names = new Set(stated.filter(({ name }) => name === 'zone').map(({ value }) => value));
  const first = stated[0];
  if (first === undefined || offsets.size > 1 || names.size > 1) return null;
  const [name] = names;
  const [minutes] = offsets;
  const zone = parseZone(String(name ?? '')) ?? (typeof minutes === 'number' ? fixedZone(minutes) : null);
  return zone === null ? null : { zone, source: first.source };
}

/** `Europe/Berlin`; an abbreviation may mean several zones. */
function isZoneName(value: string | number): boolean {
  return String(value).includes('/');
}
