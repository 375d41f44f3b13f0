/** Reads sources chunk by chunk and settles them into a report: the way from bytes to cause chains in one place. */
import type { Catalogue } from './catalogue/index';
import { catalogue } from './catalogue/index';
import { Collected } from './chains/collected';
import { Coverage, toSpans } from './chains/coverage';
import { findChains } from './chains/findChains';
import { findIncidents } from './chains/incidents';
import type { Corrections, SourceCorrection } from './corrections';
import { correctionFor } from './corrections';
import { Identities } from './entities/identity';
import { excuseStart } from './episodes/excuseStart';
import type { WorkEpisode } from './episodes/groupEpisodes';
import { groupEpisodes } from './episodes/groupEpisodes';
import { lockViews } from './episodes/lockViews';
import { settleEvents } from './episodes/settleEvents';
import type { WorkEvent } from './episodes/workEvent';
import { factFormats } from './facts/index';
import type { StampKindCode } from './formats/format';
import { formatsAs } from './formats/index';
import { Matcher } from './match/matcher';
import type { CreateKernel } from './match/scanKernel';
import { createPlainKernel, KernelPool } from './match/scanKernel';
import type { Gap, Unread } from './model/problem';
import type { Report } from './model/report';
import type { BootTie, SourceInfo } from './model/sourceInfo';
import { assignNodes } from './records/assignNodes';
import { containerCopies } from './records/containerCopies';
import type { ReadSource } from './records/readSource';
import { placeInSets } from './records/rotatedSets';
import type { ScanContext } from './records/sourceScan';
import { SourceScan } from './records/sourceScan';
import { fromOwnMs, ownMs } from './records/stamp';
import type { Stretch } from './records/stretch';
import { blockBytes } from './records/stretch';
import type { TemplateSource } from './templates/findUnexplained';
import { findUnexplained } from './templates/findUnexplained';
import { findTroubles } from './templates/troubles';
import type { Decode } from './text/decode';
import { decodeUtf8 } from './text/decode';
import type { ClockOverrides, ClockSource, SettledClock } from './time/clockSource';
import { settleClocks } from './time/settleClocks';
import { fixedZone, parseZone } from './time/zone';
import { collectFacts, toEpisode, toEvent, toSourceReport } from './toReport';

/** What the user has decided, and what the engine cannot know by itself. */
export interface EngineOptions {
  /** Year for stamps without one, against all inference. */
  readonly year?: number;
  /** Zone of stamps that state none, against all inference: `+08:00`, `UTC`, `Asia/Shanghai`. An unreadable one is none. */
  readonly zone?: string;
  /** What the user has decided about single sources, the weakest first; beats the two above. */
  readonly corrections?: readonly Corrections[];
  /** The most events listed in the report; episodes count all. Default 200,000. */
  readonly maxEvents?: number;
  /** Signatures and edges to work with; default the built-in ones. */
  readonly catalogue?: Catalogue;
  /** Faster loops over bytes, where the platform has them; the results are the same. */
  readonly createKernel?: CreateKernel | undefined;
  /** A faster way to decode, where the platform has one; it must decode as {@link decodeUtf8} does. */
  readonly decode?: Decode;
  /** Size of the blocks that sources are thought of in; only tests make them small. */
  readonly blockBytes?: number;
}

/** Takes the bytes of one source, in order. */
export interface SourceReader {
  /** Decoded bytes, in pieces of any size; the piece is not kept and may be reused. */
  push(chunk: Uint8Array): void;
  /** Notes bytes that could not be had, at the current position; `bytes` of this very stream are left out there. */
  gap(gap: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void;
  /** The record that the next bytes begin with was written at this moment. Only between lines. */
  tie(tie: BootTie): void;
  /** No more bytes. */
  end(): void;
}

/** Takes the bytes of a source, or of a stretch of it, and gives what it found. */
export interface StretchReader extends SourceReader {
  /** All of the stretch was read: bytes behind it are not needed. */
  readonly isDone: boolean;
  /** The source turned out to be a command's output, which cannot be read in stretches; known after its first 64 KiB. */
  readonly isOutput: boolean;
  /** What was found so far: plain data with methods, to be revived by {@link reviveSource} after a copy. */
  settle(): ReadSource;
}

/** Reads sources apart from an engine: in another thread, or to keep what was found. */
export interface Scanner {
  /** `stretch` is `null` for a whole source. A stretch that does not begin at 0 is given from the byte before it. */
  open(info: SourceInfo, stretch: Stretch | null): StretchReader;
  /**
   * Looks at a source's beginning (256 KiB or all of it): the kind of its first stamp, which its stretches have to know, or `null`
   * when it must be read in one piece.
   */
  probe(info: SourceInfo, head: Uint8Array): StampKindCode | null;
}

/** One triage: sources in, as many as there are, one report out. */
export interface Engine {
  openSource(info: SourceInfo): SourceReader;
  /** Notes what was found and is in no source. */
  unread(item: Unread): void;
  /** Takes a source that was read by a {@link Scanner} with {@link scanOptions}. */
  addSource(source: ReadSource): void;
  /** The options that this engine was created with. */
  readonly scanOptions: EngineOptions;
  /** Settles clocks, episodes and chains of what has been read so far; may be called again after more sources. */
  report(options?: { readonly partial?: boolean }): Report;
}

const defaultMaxEvents = 200_000;
/** Pods listed with all their names. */
const maxPods = 5_000;
const matchers = new WeakMap<Catalogue, Matcher>();

/** The catalogue's matcher: compiled once, shared by all engines. */
function matcherFor(used: Catalogue): Matcher {
  const known = matchers.get(used);
  if (known !== undefined) return known;
  const matcher = new Matcher(used.signatures, used.moments);
  matchers.set(used, matcher);
  return matcher;
}

/** Creates a scanner; of the options, those count that say how bytes are read. */
export function createScanner(options: EngineOptions = {}): Scanner {
  let context: ScanContext | null = null;
  const open = (info: SourceInfo, stretch: Stretch | null): SourceScan => {
    // With the first source: a case that is known already needs no catalogue compiled.
    context ??= createContext(options);
    return new SourceScan(info, context, correctionFor(options.corrections ?? [], info.id), stretch);
  };
  return {
    open,
    probe(info, head) {
      const scan = open(info, null);
      scan.push(head);
      scan.end();
      return scan.isOutput ? null : (scan.found.first?.stamp.kind ?? null);
    },
  };
}

function createContext(options: EngineOptions): ScanContext {
  const used = options.catalogue ?? catalogue;
  const matcher = matcherFor(used);
  return {
    formatsAs,
    factFormats,
    signatures: used.signatures,
    matcher,
    decode: options.decode ?? decodeUtf8,
    kernels: new KernelPool(options.createKernel ?? createPlainKernel, matcher.literals.table),
    blockBytes: options.blockBytes ?? blockBytes,
  };
}

/** Creates an engine for one triage. */
export function createEngine(options: EngineOptions = {}): Engine {
  const used = options.catalogue ?? catalogue;
  const scanner = createScanner(options);
  const sources: { settle(): ReadSource }[] = [];
  const unread: Unread[] = [];
  return {
    openSource(info) {
      const reader = scanner.open(info, null);
      sources.push(reader);
      return reader;
    },
    scanOptions: options,
    addSource(source) {
      sources.push({ settle: () => source });
    },
    unread(item) {
      unread.push(item);
    },
    report(settings) {
      // In the order of their names: the order in which a shell read them must not show.
      const read = sources
        .map((source) => source.settle())
        .sort((a, b) => (a.info.id < b.info.id ? -1 : Number(a.info.id > b.info.id)));
      const copies = containerCopies(read);
      const counted = read.filter((source) => !copies.has(source));
      const report = settle(counted, used, options, settings?.partial ?? false);
      return { ...report, unread: [...unread, ...copies.values()] };
    },
  };
}

function settle(
  scans: readonly ReadSource[],
  used: Catalogue,
  options: EngineOptions,
  partial: boolean,
): Omit<Report, 'unread'> {
  const sets = placeInSets(scans);
  const nodes = assignNodes(scans, sets);
  const facts = collectFacts(scans, nodes);
  const clocks = settleClocks(
    scans.map((scan): ClockSource => {
      const node = nodes.get(scan.info.id) ?? null;
      const { id, modifiedMs, statedDates = [] } = scan.info;
      const { first, last, records, clock: evidence } = scan;
      const overrides = overridesFor(scan.correction, options);
      return {
        id,
        node,
        evidence,
        records,
        first,
        last,
        modifiedMs,
        statedDates,
        factZone: factZone(facts, node),
        overrides,
        set: sets.get(id) ?? null,
      };
    }),
    scans.map((scan) => scan.moments),
  );
  const events = excuseStart(settleEvents(scans, used.signatures, clocks, nodes, facts));
  const episodes = groupEpisodes(events, used.signatures);
  const sources = scans.map((scan) =>
    toSourceReport(scan, nodes.get(scan.info.id) ?? null, clocks.get(scan.info.id), sets.get(scan.info.id) ?? null),
  );
  const chains = findChains(episodes, used, events, new Coverage(toSpans(sources)), collectedLogs(scans, nodes));
  const told = withoutQuiet(events, episodes);
  const listed = told.slice(0, options.maxEvents ?? defaultMaxEvents);
  return {
    sources,
    events: listed.map(toEvent),
    episodes: episodes.map(toEpisode),
    chains,
    incidents: findIncidents({ chains, episodes, facts, nodes: nodesWithRecords(sources) }),
    locks: lockViews(told),
    pods: new Identities(events).all().slice(0, maxPods),
    facts,
    unexplained: findUnexplained(templateSources(scans, nodes, clocks), findTroubles(chains, episodes)),
    eventsBeyondLimit: told.length - listed.length,
    partial,
  };
}

/** Which programs' logs there are of each node. */
function collectedLogs(scans: readonly ReadSource[], nodes: ReadonlyMap<string, string | null>): Collected {
  return new Collected(
    scans.map((scan) => ({ node: nodes.get(scan.info.id) ?? null, layers: [...scan.layerCounts.values()] })),
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
function overridesFor(correction: SourceCorrection, options: EngineOptions): ClockOverrides {
  const zone = parseZone(correction.zone ?? '') ?? parseZone(options.zone ?? '');
  const year = correction.year ?? options.year;
  const { skewMs } = correction;
  return {
    ...(zone === null ? {} : { zone }),
    ...(year === undefined ? {} : { year }),
    ...(skewMs === undefined ? {} : { skewMs }),
  };
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
