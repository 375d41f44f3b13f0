/** Reads sources chunk by chunk and settles them into a report: the way from bytes to cause chains in one place. */
import type { Catalogue } from './catalogue/index';
import { catalogue } from './catalogue/index';
import { Coverage, toSpans } from './chains/coverage';
import { findChains } from './chains/findChains';
import { excuseStart } from './episodes/excuseStart';
import type { WorkEpisode } from './episodes/groupEpisodes';
import { groupEpisodes } from './episodes/groupEpisodes';
import { settleEvents } from './episodes/settleEvents';
import type { WorkEvent } from './episodes/workEvent';
import { factFormats } from './facts/index';
import { formats } from './formats/index';
import { Matcher } from './match/matcher';
import type { Gap } from './model/problem';
import type { Report } from './model/report';
import type { SourceInfo } from './model/sourceInfo';
import { assignNodes } from './records/assignNodes';
import type { ScanContext } from './records/sourceScan';
import { SourceScan } from './records/sourceScan';
import { fromOwnMs, ownMs } from './records/stamp';
import type { TemplateSource } from './templates/findUnexplained';
import { findUnexplained } from './templates/findUnexplained';
import { findTroubles } from './templates/troubles';
import type { SettledClock } from './time/settleClocks';
import { settleClocks } from './time/settleClocks';
import { collectFacts, toEpisode, toEvent, toSourceReport } from './toReport';

/** What the user has decided, and what the engine cannot know by itself. */
export interface EngineOptions {
  /** Year for stamps without one, against all inference. */
  readonly year?: number;
  /** Minutes east of UTC for stamps without a zone, against all inference. */
  readonly zoneMinutes?: number;
  /** The most events listed in the report; episodes count all. Default 200,000. */
  readonly maxEvents?: number;
  /** Signatures and edges to work with; default the built-in ones. */
  readonly catalogue?: Catalogue;
}

/** Takes the bytes of one source, in order. */
export interface SourceReader {
  /** Decoded bytes, in pieces of any size; the piece is not kept and may be reused. */
  push(chunk: Uint8Array): void;
  /** Notes bytes that could not be had, at the current position. */
  gap(gap: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void;
  /** No more bytes. */
  end(): void;
}

/** One triage: sources in, as many as there are, one report out. */
export interface Engine {
  openSource(info: SourceInfo): SourceReader;
  /** Settles clocks, episodes and chains of what has been read so far; may be called again after more sources. */
  report(options?: { readonly partial?: boolean }): Report;
}

const defaultMaxEvents = 200_000;
const matchers = new WeakMap<Catalogue, Matcher>();

/** The catalogue's matcher: compiled once, shared by all engines. */
function matcherFor(used: Catalogue): Matcher {
  const known = matchers.get(used);
  if (known !== undefined) return known;
  const matcher = new Matcher(used.signatures);
  matchers.set(used, matcher);
  return matcher;
}

/** Creates an engine for one triage. */
export function createEngine(options: EngineOptions = {}): Engine {
  const used = options.catalogue ?? catalogue;
  const context: ScanContext = { formats, factFormats, signatures: used.signatures, matcher: matcherFor(used) };
  const scans: SourceScan[] = [];
  return {
    openSource(info) {
      const scan = new SourceScan(info, context);
      scans.push(scan);
      return scan;
    },
    report(settings) {
      return settle(scans, used, options, settings?.partial ?? false);
    },
  };
}

function settle(scans: readonly SourceScan[], used: Catalogue, options: EngineOptions, partial: boolean): Report {
  const nodes = assignNodes(scans);
  const facts = collectFacts(scans, nodes);
  const clocks = settleClocks(
    scans.map((scan) => ({
      id: scan.info.id,
      node: nodes.get(scan.info.id) ?? null,
      evidence: scan.clock,
      records: scan.records,
      first: scan.first?.stamp ?? null,
      last: scan.last?.stamp ?? null,
      modifiedMs: scan.info.modifiedMs,
      factZone: factZone(facts, nodes.get(scan.info.id) ?? null),
    })),
    options,
  );
  const events = excuseStart(settleEvents(scans, used.signatures, clocks, nodes, facts));
  const episodes = groupEpisodes(events);
  const sources = scans.map((scan) => toSourceReport(scan, nodes.get(scan.info.id) ?? null, clocks.get(scan.info.id)));
  const chains = findChains(episodes, used, events, new Coverage(toSpans(sources)));
  const told = withoutQuiet(events, episodes);
  const listed = told.slice(0, options.maxEvents ?? defaultMaxEvents);
  return {
    sources,
    events: listed.map(toEvent),
    episodes: episodes.map(toEpisode),
    chains,
    facts,
    unexplained: findUnexplained(templateSources(scans, nodes, clocks), findTroubles(chains, episodes)),
    eventsBeyondLimit: told.length - listed.length,
    partial,
  };
}

/** Message kinds of every source with its way to UTC. */
function templateSources(
  scans: readonly SourceScan[],
  nodes: ReadonlyMap<string, string | null>,
  clocks: ReadonlyMap<string, SettledClock>,
): TemplateSource[] {
  return scans.map((scan) => {
    const first = scan.first?.stamp ?? null;
    const last = scan.last?.stamp ?? null;
    const clock = clocks.get(scan.info.id);
    const toUtc = (ms: number): number | null =>
      first === null ? null : (clock?.toUtc(fromOwnMs(first, ms), 'outer') ?? null);
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

/** The zone that a node's collected outputs state, if they agree. */
function factZone(
  facts: Report['facts'],
  node: string | null,
): { readonly minutes: number; readonly source: string } | null {
  const zones = facts.filter(
    (fact) =>
      fact.name === 'zone.minutes' && typeof fact.value === 'number' && (fact.node === node || fact.node === null),
  );
  const first = zones[0];
  if (first === undefined || zones.some((zone) => zone.value !== first.value)) return null;
  return { minutes: first.value as number, source: first.source };
}
