/** Follows one thing through all sources: by every name it is known by, and by those that the lines about it reveal. */

import type { Identities } from '../entities/identity';
import type { SourceReport } from '../model/report';
import { LinePlacer } from '../time/placeLine';
import type { Identifier } from './identify';
import type { LineMention, MentionReader, MentionSink, SearchMeans } from './mentions';
import { MentionSearch } from './mentions';
import type { LineStretch } from './nameIndex';
import { keysOfName } from './nameKeys';
import type { LogsByAuthor, OwnLog } from './ownLogs';
import { ownLogsOf } from './ownLogs';
import type { TextLookup, TextNames } from './textNames';
import type { FollowedThing } from './thingNames';
import { ThingNames } from './thingNames';

/** A record that mentions what is followed. */
export interface Mention {
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** 0-based UTF-16 columns of the name. */
  readonly start: number;
  readonly end: number;
  /** 0-based column where the line says something, or names what is followed before it does: behind stamps, hosts and headers. */
  readonly words: number;
  /** UTC ms by the reference clock; `null` when the line has no time of its own. */
  readonly timeMs: number | null;
  /** It need not name the thing: the thing's own log has it. */
  readonly isOwn: boolean;
}

/** What was found. */
export interface FollowResult {
  readonly thing: FollowedThing;
  /** By time; lines without one stand behind the line before them in their file. */
  readonly mentions: readonly Mention[];
  /** Mentions there are, listed or not; of its own logs those lines that are listed. */
  readonly total: number;
  /** Logs that it wrote itself. */
  readonly ownLogs: readonly OwnLog[];
}

/** Mentions kept of one source. */
const maxPerSource = 5000;
/** More of a line is not kept. */
const longestOwn = 16_384;

/** Who takes the bytes of a source that is passed over. */
const deaf: Pick<MentionReader, 'push' | 'gap' | 'tie' | 'end'> = { push() {}, gap() {}, tie() {}, end() {} };

/** What a report knows before a search. */
export interface KnownNames {
  readonly identities: Identities;
  /** Sources that count. */
  readonly sources: Pick<ReadonlySet<string>, 'has'>;
  readonly logs: LogsByAuthor;
}

/** One search. Sources are read as often as {@link begin} says. */
export class Pursuit {
  private readonly names: ThingNames;
  private readonly found = new Map<string, FoundLines>();
  private search: MentionSearch | null = null;
  private keys: readonly (readonly number[])[] = [];

  constructor(
    wanted: Identifier,
    private readonly known: KnownNames | null,
    private readonly means: SearchMeans = {},
  ) {
    this.names = new ThingNames(wanted, known?.identities ?? null);
  }

  /** Whether all sources are to be read (once more), for names that were not looked for yet. */
  begin(): boolean {
    const names = this.names.next();
    if (names.length === 0) return false;
    this.search = new MentionSearch(names, this.means);
    this.keys = names.map(keysOfName);
    return true;
  }

  /** Takes the bytes of one source. */
  openSource({ id }: { readonly id: string }): Pick<MentionReader, 'push' | 'gap' | 'tie' | 'end'> {
    return this.openLines(id) ?? deaf;
  }

  /** Takes the lines of one source of plain text; `null` when it is passed over, as copies of others are, which no report counts. */
  openLines(id: string): MentionReader | null {
    return this.isPassedOver(id) || this.search === null ? null : this.search.open(this.linesOf(id));
  }

  /** Takes some of the lines of a source that {@link lookUp} has named, before which so many end. */
  look(id: string, bytes: Uint8Array, names: LineStretch['names'], before: number): void {
    if (!this.isPassedOver(id)) this.search?.look(bytes, names, before, this.linesOf(id));
  }

  unread(): void {}

  /** Whether what is looked for has names that an index knows; else all lines must be read. */
  get canBeLookedUp(): boolean {
    return this.keys.every((keys) => keys.length > 0);
  }

  /** The lines of an indexed text that may mention what is looked for. */
  lookUp(names: TextNames): TextLookup {
    return names.lookUp(this.keys);
  }

  /** After the search: logs of which lines are to be taken by {@link takeOwn}, because the thing wrote them itself. */
  ownLogs(): OwnLog[] {
    return this.known === null ? [] : ownLogsOf(this.names.thing(), this.known.logs);
  }

  /** Takes the lines of one of {@link ownLogs}, as text. */
  takeOwn({ source, first, last }: OwnLog, text: string): void {
    const found = this.linesOf(source);
    for (const [index, line] of text.split('\n', last - first + 1).entries()) found.takeOwn(first + index, line);
  }

  /** The search's outcome; times come from the sources of a report. */
  result(source: (id: string) => SourceReport | undefined, limit: number): FollowResult {
    const placed: PlacedMention[] = [];
    let total = 0;
    for (const [id, { lines, beyond }] of this.found) {
      const report = source(id);
      const times = report === undefined ? null : new LinePlacer(report);
      const placer = new MentionPlacer(() => times);
      total += lines.size + beyond.size;
      for (const one of [...lines.values()].sort((a, b) => a.line - b.line)) placed.push(placer.place(id, one));
    }
    placed.sort(byOrder);
    const mentions = placed.slice(0, limit).map(({ mention }) => mention);
    return { thing: this.names.thing(), mentions, total, ownLogs: this.ownLogs() };
  }

  private isPassedOver(id: string): boolean {
    return this.known?.sources.has(id) === false;
  }

  private linesOf(id: string): FoundLines {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const lines = new FoundLines((text) => this.names.learn(text));
    this.found.set(id, lines);
    return lines;
  }
}

/** A line of a source that is listed. */
interface FoundLine extends LineMention {
  readonly isOwn?: boolean;
}

/** Lines found in one source. */
class FoundLines implements MentionSink {
  readonly lines = new Map<number, FoundLine>();
  /** Lines that are counted only. */
  readonly beyond = new Set<number>();

  constructor(private readonly learn: (text: string) => void) {}

  isKnown(line: number): boolean {
    return this.lines.has(line) || this.beyond.has(line);
  }

  take(mention: LineMention): void {
    if (this.lines.size >= maxPerSource) {
      this.beyond.add(mention.line);
      return;
    }
    this.lines.set(mention.line, mention);
    this.learn(mention.text);
  }

  /** Takes a line that need not mention anything. */
  takeOwn(line: number, text: string): void {
    if (!this.isKnown(line))
      this.lines.set(line, { line, text: text.slice(0, longestOwn).replace(/\r$/, ''), start: 0, end: 0, isOwn: true });
  }
}

/** A mention with its place among those of all sources. */
export interface PlacedMention {
  readonly mention: Mention;
  /** The time of the line, or of the last one before it that has one. */
  readonly order: number;
}

/** Gives the lines of one source, one after the other, their times. */
export class MentionPlacer {
  private order = Number.NEGATIVE_INFINITY;

  /** `times`: who tells times of lines, asked for when there is one. */
  constructor(private readonly times: () => LinePlacer | null) {}

  place(source: string, { line, text, start, end, isOwn = false }: FoundLine): PlacedMention {
    const times = this.times();
    const timeMs = times?.place(text, line) ?? null;
    const said = times?.words ?? 0;
    const words = end > start ? Math.min(said, start) : said;
    this.order = timeMs ?? this.order;
    return { mention: { source, line, text, start, end, words, timeMs, isOwn }, order: this.order };
  }
}

/** By time, then as they stand in their sources. */
export function byOrder(a: PlacedMention, b: PlacedMention): number {
  return (
    (a.order === b.order ? 0 : a.order - b.order) ||
    (a.mention.source < b.mention.source ? -1 : a.mention.source > b.mention.source ? 1 : 0) ||
    a.mention.line - b.mention.line
  );
}
