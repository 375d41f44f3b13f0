/** The first lines about a thing, at once: of texts whose names are indexed, as many bytes are read as it takes to fill a screen; of others the report's events are known. */

import type { SourceReport, TriageEvent } from '../model/report';
import { LinePlacer } from '../time/placeLine';
import { EventWalk } from './eventLines';
import type { FollowResult, KnownNames, PlacedMention } from './follow';
import { byOrder, MentionPlacer } from './follow';
import type { Identifier } from './identify';
import type { LineMention, MentionSink, SearchMeans, WantedName } from './mentions';
import { MentionSearch } from './mentions';
import type { LineStretch } from './nameIndex';
import { keysOfName } from './nameKeys';
import { ownLogsOf } from './ownLogs';
import type { TextLookup, TextNames } from './textNames';
import { ThingNames } from './thingNames';

/** So many bytes are read at most: names that stand nearly everywhere, in lines that are not meant, must not hold anybody up. */
const mostBytes = 2 * 1024 * 1024;

/** A source of which is known where names stand. */
export interface IndexedText {
  readonly id: string;
  readonly names: TextNames;
  /** Whether all of it is indexed. */
  readonly isWhole: boolean;
  /** The bytes `[from, to)`; they are valid until the next call. */
  read(from: number, to: number): Uint8Array;
}

/** The first lines, and whether there are no others. */
export interface FirstLines extends FollowResult {
  readonly isWhole: boolean;
}

/** What goes with a look at the first lines. */
export interface FirstLinesOptions {
  readonly known: KnownNames | null;
  readonly means: SearchMeans;
  /** Of a report. */
  readonly source: (id: string) => SourceReport | undefined;
  readonly count: number;
  /** Whether the texts are all there are. */
  readonly isAll: boolean;
  /** Of the report, by time: what is known at once of texts that are not indexed to their ends. */
  readonly events: () => readonly TriageEvent[];
}

/**
 * The first lines by time that mention a thing by the names that are known, or that these lines reveal. What later lines reveal may
 * add lines before these: only `isWhole` says that nothing is missing. Of names that no index knows, and of texts that are not indexed, only events
 * are found; its own log is not read.
 */
export function firstLines(wanted: Identifier, texts: readonly IndexedText[], options: FirstLinesOptions): FirstLines {
  const { known, means, source, count } = options;
  const names = new ThingNames(wanted, known?.identities ?? null);
  const page = new Page(count);
  const counting = texts.filter(({ id }) => known?.sources.has(id) !== false);
  const looked = counting.map((text) => new LookedText(text, source(text.id)));
  const walks: Walk[] = [];
  let isWhole = options.isAll && texts.every((text) => text.isWhole);
  for (let round = names.next(); round.length > 0; round = names.next()) {
    const search = new NamedSearch(round, means);
    if (search.isBlind) isWhole = false;
    else for (const text of looked) walks.push(new TextWalk(text, search, page));
    if (!isWhole) walks.push(new EventWalk(eventsBeside(search.isBlind ? [] : counting, options), search));
    for (let next = earliest(walks); next !== null && page.wants(next.order); next = earliest(walks)) {
      if (page.add(next.mention)) names.learn(next.mention.mention.text);
      next.walk.pass();
    }
    for (const walk of walks) walk.rest?.();
  }
  isWhole &&= page.size <= count && page.bytesLeft > 0 && earliest(walks) === null;
  const thing = names.thing();
  const ownLogs = known === null ? [] : ownLogsOf(thing, known.logs);
  isWhole &&= ownLogs.length === 0;
  return { thing, mentions: page.lines(), total: page.size, ownLogs, isWhole };
}

/** Events of other texts than those that are looked through. */
function eventsBeside(texts: readonly IndexedText[], { events }: FirstLinesOptions): readonly TriageEvent[] {
  const seen = new Set(texts.filter(({ isWhole }) => isWhole).map(({ id }) => id));
  return events().filter(({ source }) => !seen.has(source));
}

/** Goes through lines that mention some names. */
interface Walk {
  /** The line it stands at; `null` at the end. */
  readonly current: PlacedMention | null;
  /** Goes on to the next line. */
  pass(): void;
  /** Takes that the line it stands at is too late. */
  rest?(): void;
}

/** The walk that stands at the earliest line. */
function earliest(
  walks: readonly Walk[],
): { readonly walk: Walk; readonly mention: PlacedMention; readonly order: number } | null {
  let best: Walk | null = null;
  for (const walk of walks)
    if (walk.current !== null && (best?.current == null || byOrder(walk.current, best.current) < 0)) best = walk;
  return best?.current == null ? null : { walk: best, mention: best.current, order: best.current.order };
}

/** The earliest lines so far. */
class Page {
  private readonly placed: PlacedMention[] = [];
  private readonly known = new Map<string, Set<number>>();
  /** What may still be read for it. */
  bytesLeft = mostBytes;

  constructor(private readonly count: number) {}

  get size(): number {
    return this.placed.length;
  }

  isKnown(source: string, line: number): boolean {
    return this.known.get(source)?.has(line) === true;
  }

  /** Whether a line of that time may be among the first. */
  wants(order: number): boolean {
    const last = this.placed[this.count];
    return last === undefined || order < last.order;
  }

  /** Takes a line; false when it is known already. */
  add(one: PlacedMention): boolean {
    const { source, line } = one.mention;
    if (this.isKnown(source, line)) return false;
    const lines = this.known.get(source) ?? new Set();
    this.known.set(source, lines.add(line));
    let at = this.placed.length;
    while (at > 0 && byOrder(one, this.placed[at - 1] as PlacedMention) < 0) at--;
    this.placed.splice(at, 0, one);
    return true;
  }

  lines(): PlacedMention['mention'][] {
    return this.placed.slice(0, this.count).map(({ mention }) => mention);
  }
}

/** A search for the names of one round. */
class NamedSearch {
  private readonly search: MentionSearch;
  private readonly keys: readonly (readonly number[])[];

  constructor(names: readonly WantedName[], means: SearchMeans) {
    this.search = new MentionSearch(names, means);
    this.keys = names.map(keysOfName);
  }

  /** Whether one of the names is none that an index knows. */
  get isBlind(): boolean {
    return this.keys.some((keys) => keys.length === 0);
  }

  spanIn(text: string, isCutAfter: boolean): readonly [number, number] | undefined {
    return this.search.spanIn(text, isCutAfter);
  }

  lookUp(names: TextNames): TextLookup {
    return names.lookUp(this.keys);
  }

  look(bytes: Uint8Array, names: LineStretch['names'], before: number, sink: MentionSink): void {
    this.search.look(bytes, names, before, sink);
  }
}

/** A text, and what was learned of it while lines were looked for by other names. */
class LookedText {
  /** How many of its stretches may hold lines that are early enough. */
  early = Number.POSITIVE_INFINITY;
  private placer: LinePlacer | null = null;

  constructor(
    readonly text: IndexedText,
    private readonly report: SourceReport | undefined,
  ) {}

  /** Tells times of its lines; made with the first one. */
  readonly times = (): LinePlacer | null => {
    if (this.placer === null && this.report !== undefined) this.placer = new LinePlacer(this.report);
    return this.placer;
  };
}

/** Goes through the lines of one text that mention some names, reading no further than it is asked to. */
class TextWalk implements Walk {
  private readonly places: TextLookup;
  private readonly queue: LineMention[] = [];
  private readonly placer: MentionPlacer;
  private readonly sink: MentionSink;
  /** The line it stands at; `null` at the end. */
  current: PlacedMention | null = null;

  constructor(
    private readonly of: LookedText,
    private readonly search: NamedSearch,
    private readonly page: Page,
  ) {
    this.placer = new MentionPlacer(of.times);
    this.places = search.lookUp(of.text.names);
    this.sink = {
      isKnown: (line) => page.isKnown(of.text.id, line),
      take: (mention) => this.queue.push(mention),
    };
    this.pass();
  }

  /** Goes on to the next line. */
  pass(): void {
    while (this.queue.length === 0 && this.fill());
    const next = this.queue.shift();
    this.current = next === undefined ? null : this.placer.place(this.of.text.id, next);
  }

  /** Where a line is too late, stretches behind it need not be looked up by other names either. */
  rest(): void {
    if (this.current !== null) this.of.early = Math.min(this.of.early, this.places.begun);
  }

  /** Reads on; false when nothing is left. */
  private fill(): boolean {
    const { search, sink, page, places } = this;
    const { text, early } = this.of;
    const place = page.bytesLeft > 0 ? places.next(early) : null;
    if (place === null) return false;
    page.bytesLeft -= place.to - place.from;
    search.look(text.read(place.from, place.to), place.names, place.before, sink);
    return true;
  }
}
