/** Finds the lines of a source that were written around an instant, reading as little of the source as will do. */

import type { SourceReport } from '../model/report';
import { decodeUtf8, encodeUtf8 } from '../text/decode';
import { LinePlacer } from '../time/placeLine';

/** Lines that are asked for, 1-based, both inclusive. */
export interface LineAsk {
  readonly first: number;
  readonly last: number;
}

/** A line with the time of its record. */
export interface TimedLine {
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** UTC ms by the reference clock. */
  readonly timeMs: number;
}

/** An instant and how far around it one looks, in ms. */
export interface Around {
  /** UTC ms by the reference clock. */
  readonly atMs: number;
  readonly spanMs: number;
}

/** A line whose time is known already, such as an event's. */
export interface KnownLine {
  readonly line: number;
  readonly timeMs: number;
}

/** What lies around the instant in one source. */
export interface NearLines {
  /** In the order of the source; oldest record first where the source begins with the newest. */
  readonly lines: readonly TimedLine[];
  /** There are more lines in the span than were taken. */
  readonly isCut: boolean;
}

/** Lines looked at to learn the time at some place; more where none of these has one, as in a long dump. */
const probeLines = [32, 512, 20_000] as const;
/** Lines read at once. */
const chunkLines = 1000;
/** Lines read at once where more are too long to be given whole. */
const fewestLines = 8;
/** Text kept of one source, in each direction; every collection may have a thousand sources. */
const mostCharacters = 1_000_000;
/** Of a larger piece its lines are copied: each would keep all of it in memory. */
const largeText = 262_144;
const none: NearLines = { lines: [], isCut: false };

/**
 * The lines of a source within a span around an instant, at most `limit` before and `limit` behind it. Asks for lines and is given their
 * text; of a source that is in order it asks for some twenty small pieces at most, however large it is. A line without a time of its own has
 * that of the line above it.
 */
export function* linesNear(
  source: SourceReport,
  around: Around,
  known: readonly KnownLine[],
  limit: number,
): Generator<LineAsk, NearLines, string> {
  const ends = [source.first?.timeMs, source.last?.timeMs].flatMap((time) => time ?? []);
  if (ends.length === 0 || source.lines === 0) return none;
  const [fromMs, toMs] = [around.atMs - around.spanMs, around.atMs + around.spanMs];
  // What is out of order may lie beyond the ends.
  if (source.disorder === 0 && (Math.max(...ends) < fromMs || Math.min(...ends) > toMs)) return none;
  const search = new Search(source, (ends[0] ?? 0) > (ends[1] ?? 0));
  const middle = yield* search.firstFrom(around.atMs, known);
  const before = yield* search.collect(middle - 1, -1, limit, (time) => time < fromMs || time > toMs);
  const behind = yield* search.collect(middle, 1, limit, (time) => time < fromMs || time > toMs);
  const lines = search.timed([...before.texts, ...behind.texts], Math.max(1, middle - before.texts.length));
  return {
    lines: lines.filter(({ timeMs }) => timeMs >= fromMs && timeMs <= toMs),
    isCut: before.isCut || behind.isCut,
  };
}

/** What a look at lines from a place on has shown. */
interface Looked {
  /** The first line with a time, and whether it is earlier. */
  readonly line: number;
  readonly isEarlier: boolean;
  /** The first line that is not earlier, or behind all that were given. */
  readonly from: number;
  /** All that were given are earlier, and they are fewer than were asked for. */
  readonly isShort: boolean;
}

interface Collected {
  readonly texts: readonly string[];
  readonly isCut: boolean;
}

class Search {
  private readonly placer: LinePlacer;

  /** `isBackward`: the newest line comes first. */
  constructor(
    private readonly source: SourceReport,
    private readonly isBackward: boolean,
  ) {
    this.placer = new LinePlacer(source);
  }

  /** The first line that is not before an instant in the source's order; the line behind the last when all are. */
  *firstFrom(atMs: number, known: readonly KnownLine[]): Generator<LineAsk, number, string> {
    const isEarlier = (timeMs: number): boolean => (this.isBackward ? timeMs > atMs : timeMs < atMs);
    // Lines up to `low` are earlier, lines from `high` on are not, as far as is known.
    let [low, high] = between(known, isEarlier, this.source.lines);
    while (high - low > 1) {
      const middle = high - low <= chunkLines ? low + 1 : low + Math.floor((high - low) / 2);
      const isLast = high - low <= chunkLines;
      const found = yield* this.look(middle, high, isLast ? high - low : 0, isEarlier);
      if (found?.isShort === true) low = found.from - 1;
      else if (found === null || isLast) return found?.from ?? middle;
      else if (found.isEarlier) low = found.line;
      else high = middle;
    }
    return high;
  }

  /** The first line with a time from a place on: whether it is earlier; and, where all lines are looked at, the first that is not. */
  private *look(
    line: number,
    end: number,
    all: number,
    isEarlier: (timeMs: number) => boolean,
  ): Generator<LineAsk, Looked | null, string> {
    for (const count of all > 0 ? [all] : probeLines) {
      const last = Math.min(end - 1, line + count - 1);
      if (last < line) return null;
      const texts = linesOf(yield { first: line, last });
      let first: { readonly line: number; readonly isEarlier: boolean } | null = null;
      for (const [index, text] of texts.entries()) {
        const timeMs = this.placer.place(text, line + index);
        if (timeMs === null) continue;
        first ??= { line: line + index, isEarlier: isEarlier(timeMs) };
        if (all === 0) return { ...first, from: end, isShort: false };
        if (!isEarlier(timeMs)) return { ...first, from: line + index, isShort: false };
      }
      // Of long lines fewer are given than were asked for.
      const next = line + texts.length;
      if (first !== null) return { ...first, from: Math.min(end, next), isShort: next < end };
    }
    return null;
  }

  /** Lines from a place in a direction, until a piece has times and all of them are beyond, or there are enough. */
  *collect(
    start: number,
    step: 1 | -1,
    limit: number,
    isBeyond: (timeMs: number) => boolean,
  ): Generator<LineAsk, Collected, string> {
    const pieces: (readonly string[])[] = [];
    let count = 0;
    let characters = 0;
    let most = chunkLines;
    for (let line = start; line >= 1 && line <= this.source.lines && count < limit; ) {
      const wanted = Math.min(most, limit - count);
      const first = step > 0 ? line : Math.max(1, line - wanted + 1);
      const last = step > 0 ? Math.min(this.source.lines, line + wanted - 1) : line;
      const texts = linesOf(yield { first, last }).slice(0, last - first + 1);
      const size = texts.reduce((sum, text) => sum + text.length, 0);
      const isShort = texts.length <= last - first;
      // Long lines: fewer are given than were asked for, or more than is wanted.
      if (isShort && most === fewestLines) return { texts: pieces.flat(), isCut: true };
      if (most > fewestLines && (isShort || size > mostCharacters)) {
        most = Math.max(fewestLines, most >> 3);
        continue;
      }
      if (step > 0) pieces.push(texts);
      else pieces.unshift(texts);
      count += texts.length;
      const times = texts.flatMap((text, index) => this.placer.place(text, first + index) ?? []);
      if (times.length > 0 && times.every(isBeyond)) return { texts: pieces.flat(), isCut: false };
      characters += size;
      if (characters > mostCharacters) return { texts: pieces.flat(), isCut: true };
      line = step > 0 ? last + 1 : first - 1;
    }
    return { texts: pieces.flat(), isCut: count >= limit };
  }

  /** Lines with the times of their records; what stands above the first time is left out. */
  timed(texts: readonly string[], first: number): TimedLine[] {
    const records: TimedLine[][] = [];
    for (const [index, text] of texts.entries()) {
      const own = this.placer.place(text, first + index);
      const timeMs = own ?? records.at(-1)?.[0]?.timeMs;
      if (timeMs === undefined) continue;
      const line = { source: this.source.id, line: first + index, text, timeMs };
      if (own === null) records.at(-1)?.push(line);
      else records.push([line]);
    }
    return (this.isBackward ? records.reverse() : records).flat();
  }
}

/** The widest pair of neighbours among known lines between which an instant can lie: they need not be in order. */
function between(known: readonly KnownLine[], isEarlier: (timeMs: number) => boolean, lines: number): [number, number] {
  const sorted = [...known].sort((a, b) => a.line - b.line);
  const low = sorted.findIndex(({ timeMs }) => !isEarlier(timeMs));
  const high = sorted.findLastIndex(({ timeMs }) => isEarlier(timeMs));
  return [
    (low < 0 ? sorted.at(-1) : sorted[low - 1])?.line ?? 0,
    (high < 0 ? sorted[0] : sorted[high + 1])?.line ?? lines + 1,
  ];
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return text.length > largeText ? lines.map(copyOf) : lines;
}

function copyOf(line: string): string {
  const bytes = encodeUtf8(line);
  return decodeUtf8(bytes, 0, bytes.length);
}
