/** A report with everything looked up the way an editor asks: by file and line, by time, by cause and effect. */
import type {
  Catalogue,
  Chain,
  ChainLink,
  Episode,
  LogsByAuthor,
  Report,
  Signature,
  SourceReport,
  TriageEvent,
} from '../engine/index';
import { eventsByTime, Identities, logsByAuthor, longestTail, sightingsOf } from '../engine/index';

/** Lines that say again what was said before need no lenses this close to others. */
const lensGapLines = 10;
const sightingsInStep = 100;

/** An event at a distance in time; `ms` is negative for earlier ones. */
export interface NearEvent {
  readonly event: TriageEvent;
  readonly ms: number;
}

interface SourceEvents {
  readonly byLine: readonly TriageEvent[];
  readonly byTime: readonly TriageEvent[];
}

const noEvents: SourceEvents = { byLine: [], byTime: [] };

/** Look-ups on one report; built once a reading, never changed. */
export class TriageIndex {
  private readonly events = new Map<string, TriageEvent>();
  private readonly episodes = new Map<string, Episode>();
  private readonly episodeByEvent = new Map<string, Episode>();
  private readonly eventsByEpisode = new Map<string, readonly TriageEvent[]>();
  private readonly signatures: ReadonlyMap<string, Signature>;
  private readonly sourceReports = new Map<string, SourceReport>();
  private readonly bySource = new Map<string, SourceEvents>();
  private readonly sourceByPath = new Map<string, string>();
  private readonly files: ReadonlySet<string>;
  private readonly links = new Map<'cause' | 'effect', Map<string, ChainLink[]>>([
    ['cause', new Map()],
    ['effect', new Map()],
  ]);
  private readonly chainsByEpisode = new Map<string, Chain[]>();
  private readonly leadersBySource = new Map<string, readonly TriageEvent[]>();
  private readonly byNode = new Map<string | null, readonly TriageEvent[]>();
  private knownIdentities: Identities | undefined;
  private knownByTime: readonly TriageEvent[] | undefined;
  private knownLogs: LogsByAuthor | undefined;
  private knownNodes: ReadonlySet<string> | undefined;

  constructor(
    readonly report: Report,
    readonly catalogue: Catalogue,
    private readonly paths: ReadonlyMap<string, string>,
    private readonly packed: ReadonlySet<string>,
  ) {
    this.signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
    for (const source of report.sources) this.sourceReports.set(source.id, source);
    this.files = new Set(paths.values());
    for (const [id, path] of paths) if (this.isPlain(id)) this.sourceByPath.set(path, id);
    this.indexEvents();
    for (const episode of report.episodes) {
      this.episodes.set(episode.id, episode);
      for (const id of episode.events) this.episodeByEvent.set(id, episode);
    }
    for (const chain of report.chains) this.indexChain(chain);
  }

  private indexEvents(): void {
    const groups = new Map<string, TriageEvent[]>();
    for (const event of this.report.events) {
      this.events.set(event.id, event);
      addTo(groups, event.source, event);
    }
    for (const [source, events] of groups) {
      const byTime = events
        .filter((event) => event.timeMs !== null)
        .sort((a, b) => timeOf(a) - timeOf(b) || a.line - b.line);
      this.bySource.set(source, { byLine: [...events].sort((a, b) => a.line - b.line), byTime });
    }
  }

  private indexChain(chain: Chain): void {
    for (const step of chain.steps) addTo(this.chainsByEpisode, step, chain);
    for (const link of chain.links) {
      this.addLink('cause', link.effect, link);
      this.addLink('effect', link.cause, link);
    }
  }

  /** Two chains may share an arrow; it is told once. */
  private addLink(side: 'cause' | 'effect', episode: string, link: ChainLink): void {
    const known = this.links.get(side);
    if (known === undefined) return;
    const others = known.get(episode) ?? [];
    if (others.some((other) => other.cause === link.cause && other.effect === link.effect)) return;
    known.set(
      episode,
      [...others, link].sort((a, b) => b.score - a.score),
    );
  }

  /** Which names mean the same pod, by the events; made the first time it is asked for. */
  identities(): Identities {
    this.knownIdentities ??= new Identities(sightingsOf(this.report));
    return this.knownIdentities;
  }

  /** Makes {@link identities} step by step. */
  *prepareIdentities(): Generator<void, void> {
    const identities = new Identities([]);
    let added = 0;
    for (const sighting of sightingsOf(this.report)) {
      identities.add(sighting);
      if (++added % sightingsInStep === 0) yield;
    }
    this.knownIdentities ??= identities;
  }

  /** Names of all nodes. */
  nodes(): ReadonlySet<string> {
    this.knownNodes ??= new Set(this.report.sources.flatMap(({ node }) => node ?? []));
    return this.knownNodes;
  }

  /** Whose logs the sources are, as far as their paths say. */
  logsByAuthor(): LogsByAuthor {
    this.knownLogs ??= logsByAuthor(this.report.sources);
    return this.knownLogs;
  }

  event(id: string): TriageEvent | undefined {
    return this.events.get(id);
  }

  episode(id: string): Episode | undefined {
    return this.episodes.get(id);
  }

  episodeOf(event: TriageEvent): Episode | undefined {
    return this.episodeByEvent.get(event.id);
  }

  signature(id: string): Signature | undefined {
    return this.signatures.get(id);
  }

  source(id: string): SourceReport | undefined {
    return this.sourceReports.get(id);
  }

  /** Ids of all sources. */
  sourceIds(): Iterable<string> {
    return this.sourceReports.keys();
  }

  /** The source that a file is; `undefined` for files that were not read, or are archives. */
  sourceOfPath(path: string | null): string | undefined {
    return path === null ? undefined : this.sourceByPath.get(path);
  }

  /** The file of a source whose lines an editor can open. */
  plainPathOf(source: string): string | null {
    const path = this.paths.get(source);
    return path !== undefined && this.isPlain(source) ? path : null;
  }

  /** Whether any source came from a file, plain or not. */
  isRead(path: string): boolean {
    return this.files.has(path);
  }

  /** Lines of members of archives and of packed files cannot be opened by an editor. */
  private isPlain(source: string): boolean {
    return !source.includes('!/') && !this.packed.has(source);
  }

  /** The file that a source came from, plain or not. */
  pathOf(source: string): string | null {
    return this.paths.get(source) ?? null;
  }

  /** Events of a source, by line. */
  eventsOf(source: string): readonly TriageEvent[] {
    return (this.bySource.get(source) ?? noEvents).byLine;
  }

  /** Listed events of an episode, by time and line. */
  eventsOfEpisode(episode: Episode): readonly TriageEvent[] {
    const known = this.eventsByEpisode.get(episode.id);
    if (known !== undefined) return known;
    const events = episode.events.flatMap((id) => this.events.get(id) ?? []).sort(byPlaceInTime);
    this.eventsByEpisode.set(episode.id, events);
    return events;
  }

  /** Events of a node, or of no known one, by time and line. */
  eventsOfNode(node: string | null): readonly TriageEvent[] {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const events = this.report.events.filter((event) => event.node === node).sort(byPlaceInTime);
    this.byNode.set(node, events);
    return events;
  }

  /** All events by time, those without one first. */
  eventsByTime(): readonly TriageEvent[] {
    this.knownByTime ??= eventsByTime(this.report.events);
    return this.knownByTime;
  }

  /** Events whose record covers a 1-based line, outermost first. */
  eventsAt(source: string, line: number): TriageEvent[] {
    const events = this.eventsOf(source);
    const found: TriageEvent[] = [];
    for (let at = lastAtOrBefore(events, line, (event) => event.line); at >= 0; at--) {
      const event = events[at] as TriageEvent;
      if (event.endLine >= line) found.push(event);
      else if (event.line < line - longestTail) break;
    }
    return found.sort((a, b) => Number(a.quotedBy !== null) - Number(b.quotedBy !== null));
  }

  /** The event that a cursor on a 1-based line is at: on the line, else the last one above. */
  eventForCursor(source: string, line: number): TriageEvent | undefined {
    const events = this.eventsOf(source);
    return this.eventsAt(source, line)[0] ?? events[lastAtOrBefore(events, line, (event) => event.line)];
  }

  /** Events on some lines that get lenses, one a line: of lines that say the same again and again only some, so that the log stays readable. */
  leaders(source: string, first: number, last: number): readonly TriageEvent[] {
    const leaders = this.leadersBySource.get(source) ?? this.findLeaders(source);
    this.leadersBySource.set(source, leaders);
    const upTo = (line: number): number => lastAtOrBefore(leaders, line, (event) => event.line) + 1;
    return leaders.slice(upTo(first - 1), upTo(last));
  }

  private findLeaders(source: string): TriageEvent[] {
    const begun = new Set<string>();
    const leaders: TriageEvent[] = [];
    for (const event of this.eventsOf(source)) {
      const key = this.episodeOf(event)?.id ?? event.signature;
      const before = leaders[leaders.length - 1];
      const isNear = before !== undefined && before.line !== event.line && event.line - before.line < lensGapLines;
      if (begun.has(key) && isNear) continue;
      begun.add(key);
      if (before?.line !== event.line) leaders.push(event);
      // Of several events of one line the one that has causes or effects to tell.
      else if (!this.isLinked(before) && this.isLinked(event)) leaders[leaders.length - 1] = event;
    }
    return leaders;
  }

  private isLinked(event: TriageEvent): boolean {
    const episode = this.episodeOf(event)?.id ?? '';
    return this.causesOf(episode).length + this.effectsOf(episode).length > 0;
  }

  /** Events of a source within a distance in time, nearest first; when there is none, the nearest alone. */
  near(source: string, timeMs: number, windowMs: number): NearEvent[] {
    const events = (this.bySource.get(source) ?? noEvents).byTime;
    const middle = lastAtOrBefore(events, timeMs, timeOf);
    const found: NearEvent[] = [];
    for (let at = middle; at >= 0 && timeMs - timeOf(events[at]) <= windowMs; at--)
      found.push(toNear(events[at] as TriageEvent, timeMs));
    for (let at = middle + 1; at < events.length && timeOf(events[at]) - timeMs <= windowMs; at++)
      found.push(toNear(events[at] as TriageEvent, timeMs));
    if (found.length === 0) {
      for (const event of [events[middle], events[middle + 1]])
        if (event !== undefined) found.push(toNear(event, timeMs));
      found.sort(byDistance);
      return found.slice(0, 1);
    }
    return found.sort(byDistance);
  }

  /** Arrows that end at an episode, best first. */
  causesOf(episode: string): readonly ChainLink[] {
    return this.links.get('cause')?.get(episode) ?? [];
  }

  /** Arrows that begin at an episode, best first. */
  effectsOf(episode: string): readonly ChainLink[] {
    return this.links.get('effect')?.get(episode) ?? [];
  }

  chainsOf(episode: string): readonly Chain[] {
    return this.chainsByEpisode.get(episode) ?? [];
  }

  /** The event of a cause to show for an effect: the last one before it, rather not its own line, which the user sees already. */
  causeEvent(cause: Episode, effect: TriageEvent): TriageEvent | undefined {
    const events = this.eventsOfEpisode(cause);
    const elsewhere = events.filter((event) => event.source !== effect.source || event.line !== effect.line);
    const candidates = elsewhere.length > 0 ? elsewhere : events;
    const { timeMs } = effect;
    if (timeMs === null) return candidates[0];
    return candidates.filter((event) => event.timeMs !== null && event.timeMs <= timeMs).at(-1) ?? candidates[0];
  }
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** By time, events without one last; lines of one file in their order. */
export function byPlaceInTime(a: TriageEvent, b: TriageEvent): number {
  const times = (a.timeMs ?? Number.MAX_VALUE) - (b.timeMs ?? Number.MAX_VALUE);
  return times || (a.source < b.source ? -1 : a.source > b.source ? 1 : a.line - b.line);
}

function timeOf(event: TriageEvent | undefined): number {
  return event?.timeMs ?? Number.NaN;
}

function toNear(event: TriageEvent, timeMs: number): NearEvent {
  return { event, ms: timeOf(event) - timeMs };
}

function byDistance(a: NearEvent, b: NearEvent): number {
  return Math.abs(a.ms) - Math.abs(b.ms) || a.event.line - b.event.line;
}

/** Index of the last item whose key is at most `limit`; -1 when there is none. */
function lastAtOrBefore<T>(items: readonly T[], limit: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
