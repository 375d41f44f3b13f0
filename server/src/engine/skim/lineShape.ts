/**
 * Learns what a line that was just taken apart has in common with others of its kind: its head, the digits of clocks and process
 * ids aside. Of a line with the same head all is known but its times and its kind of message.
 */
import { isDigit } from '../formats/bytes';
import type { LineScan, LogFormat, StampKindCode } from '../formats/format';
import { BlockPart, BodyEncoding, noZone, StampKind } from '../formats/format';
import { isTroubled } from '../match/sourceFiles';
import type { SeverityCode } from '../model/severity';
import type { FittedPlace, Framer } from '../records/framer';
import { referenceDate, yearOf } from '../time/calendar';
import * as layout from './layout';

/** What is the same for all lines of a shape. Positions count from the line's beginning. */
export interface LineShape {
  readonly path: readonly FittedPlace[];
  readonly layerKey: number;
  readonly layerIds: readonly string[];
  readonly severity: SeverityCode;
  /** Name of the host, as it stands there. */
  readonly host: Uint8Array | null;
  readonly outer: StampShape;
  readonly inner: StampShape | null;
  /** The kind of message, where the head tells. */
  readonly key: number;
  readonly rest: number;
  /** Whether its header is one of trouble, whose source file may be looked for. */
  readonly isTroubled: boolean;
  /** What the search for quoted instants makes of its lines. */
  readonly quotes: number;
  /** How its lines begin, and how they end (nothing, unless the outermost format has a tail). */
  readonly head: Likeness;
  readonly tail: Likeness;
}

/** Bytes, and for each of them whether it counts (1) or any digit will do (0). */
export interface Likeness {
  readonly bytes: Uint8Array;
  readonly counts: Uint8Array;
}

/** A stamp whose place is known. */
export interface StampShape {
  readonly kind: StampKindCode;
  readonly zoneMinutes: number;
  /** Positions count from the tail's beginning, not the line's. */
  readonly isInTail: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the clock or the seconds since boot begin. */
  readonly at: number;
  /** Digits of those seconds; 0 for a clock. */
  readonly digits: number;
  readonly fraction: number;
  /** Midnight of its day, in the way of {@link LineScan.wallMs}. */
  readonly midnightMs: number;
}

const backslash = 0x5c;
const zero = 0x30;
const longestHost = 255;
const dayMs = 86_400_000;
const leapDayMs = Date.UTC(1972, 1, 29);

/** The shape of the line at `start` that `framer` has just taken apart, whose kind of message is `key`; `null` when it must be looked at itself. */
export function learnShape(
  framer: Framer,
  bytes: Uint8Array,
  start: number,
  end: number,
  key: number,
): LineShape | null {
  const line = new ShapedLine(framer, bytes, start, end);
  const { innermost, body, outerStampLevel, innerStampLevel, partial, part } = framer;
  const rest = restOf(innermost, body);
  const isTold = isTroubled(framer.buffers[framer.depth - 1] as Uint8Array, body);
  const isWhole = outerStampLevel >= 0 && !partial && part === BlockPart.none && (bytes[start] as number) > 32;
  // A source file that stands in the head is none that the line's place tells.
  if (rest < 0 || (isTold && rest !== layout.restPlace) || !isWhole || !line.hasShape()) return null;
  const outer = line.stampOf(outerStampLevel);
  const inner = innerStampLevel < 0 ? null : line.stampOf(innerStampLevel);
  if (outer === null || isLeapDay(outer) || (innerStampLevel >= 0 && (inner === null || outer.kind === StampKind.boot)))
    return null;
  const head = line.head();
  const tail = line.tail();
  return {
    path: framer.path(start),
    layerKey: framer.layerKey,
    layerIds: framer.layerIds,
    severity: framer.severity,
    host: hostOf(framer),
    outer,
    inner,
    key,
    rest,
    isTroubled: isTold,
    quotes: quotesOf(head.bytes, tail.bytes, outer, inner),
    head,
    tail,
  };
}

/** A line while its shape is learned. */
class ShapedLine {
  /** Where the head ends and the tail begins. */
  private readonly headEnd: number;
  private readonly tailStart: number;
  private readonly stamps: StampShape[] = [];

  constructor(
    private readonly framer: Framer,
    private readonly bytes: Uint8Array,
    private readonly start: number,
    private readonly end: number,
  ) {
    const { innermost, body, depth } = framer;
    const headEnd = innermost.repeats?.headEnd(framer.buffers[depth - 1] as Uint8Array, start, body) ?? -1;
    this.headEnd = headEnd < 0 ? -1 : headEnd + this.shift(depth - 1);
    this.tailStart =
      framer.formats[framer.layers[0] as number]?.repeats?.hasTail === true ? this.outermost.bodyEnd : end;
  }

  private get outermost(): LineScan {
    return this.framer.scans[0] as LineScan;
  }

  /** How far positions of a layer are from those in the source, as long as nothing before them was escaped. */
  private shift(level: number): number {
    return this.framer.escapes[level] === undefined ? 0 : this.outermost.bodyStart;
  }

  /** True when all layers are of formats that repeat and lie as they should: each with a stamp, apart from the innermost. */
  hasShape(): boolean {
    const { framer, bytes, start, end, headEnd, tailStart } = this;
    const { depth, body } = framer;
    const hasTail = tailStart < end;
    let stamps = 0;
    for (let level = 0; level < depth; level++) {
      const scan = framer.scans[level] as LineScan;
      const repeats = framer.formats[framer.layers[level] as number]?.repeats;
      const isPlain =
        level === 0 && hasTail ? scan.bodyEncoding === BodyEncoding.json : scan.bodyEncoding === BodyEncoding.plain;
      const isInPlace = framer.buffers[level] === bytes || (hasTail && level === 1);
      if (repeats === undefined || !isPlain || !isInPlace || (level > 0 && repeats.hasTail === true)) return false;
      // What states its moment both ways ties a boot to the calendar, line by line.
      if (scan.sinceBootMs >= 0) return false;
      if (scan.stampKind !== StampKind.none) stamps++;
      else if (level < depth - 1) return false;
    }
    // Behind escapes only the place in the program is told by the bytes as they stand.
    if (hasTail && (depth !== 2 || framer.innermost.repeats?.rest !== 'place')) return false;
    const isLong = headEnd - start > layout.longestHead || end - tailStart > layout.longestHead;
    if (stamps > 2 || isLong || headEnd <= start || body.bodyStart >= body.bodyEnd) return false;
    return headEnd < tailStart && !(hasTail && bytes.subarray(start, headEnd).includes(backslash));
  }

  /** Where the clock of a layer's stamp stands; `null` for a stamp without one. */
  stampOf(level: number): StampShape | null {
    const { bytes, start, headEnd, tailStart } = this;
    const scan = this.framer.scans[level] as LineScan;
    const { stampKind: kind, zoneMinutes, wallMs } = scan;
    const stampStart = scan.stampStart + this.shift(level);
    const stampEnd = scan.stampEnd + this.shift(level);
    const isInTail = level === 0 && stampStart >= tailStart;
    if (isInTail ? stampEnd > this.end : stampStart < start || stampEnd > headEnd) return null;
    const from = isInTail ? tailStart : start;
    const told = { kind, zoneMinutes, isInTail, start: stampStart - from, end: stampEnd - from };
    if (kind === StampKind.boot) {
      const dot = bytes.indexOf(46, stampStart);
      const fraction = stampEnd - dot - 1;
      if (dot < 0 || fraction < 3 || fraction > 9 || dot - stampStart > 12) return null;
      return this.keep({ ...told, at: told.start, digits: dot - stampStart, fraction, midnightMs: 0 });
    }
    if (kind !== StampKind.dated && kind !== StampKind.yearless) return null;
    const at = clockAt(bytes, stampStart, stampEnd);
    if (at < 0) return null;
    const fraction = fractionDigits(bytes, at + 8, stampEnd);
    const midnightMs = Math.floor(wallMs / dayMs) * dayMs;
    // Hour 24 and a clock that the format reads in another way are none of ours.
    if (fraction > 9 || clockMs(bytes, at, fraction) !== wallMs - midnightMs) return null;
    return this.keep({ ...told, at: at - from, digits: 0, fraction, midnightMs });
  }

  private keep(stamp: StampShape): StampShape {
    this.stamps.push(stamp);
    return stamp;
  }

  head(): Likeness {
    const { framer, bytes, start, headEnd } = this;
    const head = likeness(
      bytes.slice(start, headEnd),
      this.stamps.filter(({ isInTail }) => !isInTail),
    );
    for (let level = 0; level < framer.depth; level++) {
      const { pidStart, pidEnd } = framer.scans[level] as LineScan;
      const from = pidStart + this.shift(level) - start;
      if (pidStart >= 0) free(head, from, from + pidEnd - pidStart);
    }
    return head;
  }

  tail(): Likeness {
    return likeness(
      this.bytes.slice(this.tailStart, this.end),
      this.stamps.filter(({ isInTail }) => isInTail),
    );
  }
}

/** Frees digits of clocks. */
function likeness(bytes: Uint8Array, stamps: readonly StampShape[]): Likeness {
  const like = { bytes, counts: new Uint8Array(bytes.length).fill(1) };
  for (const { at, digits, fraction } of stamps) {
    const seconds = digits > 0 ? digits : 8;
    free(like, at, at + seconds);
    free(like, at + seconds + 1, at + seconds + 1 + fraction);
  }
  return like;
}

/** Lets any digit do where one stands in `[from, to)`. */
function free({ bytes, counts }: Likeness, from: number, to: number): void {
  for (let at = Math.max(0, from); at < Math.min(bytes.length, to); at++) if (isDigit(bytes[at])) counts[at] = 0;
}

function restOf({ repeats, kind }: LogFormat, { locationStart }: LineScan): number {
  if (repeats === undefined) return -1;
  if (kind === 'envelope') return layout.restNoRecord;
  if (repeats.rest === 'place') return layout.restPlace;
  if (locationStart >= 0) return repeats.rest === 'text' ? layout.restKnown : -1;
  return repeats.rest === 'text' ? layout.restText : layout.restNoHeader;
}

function isLeapDay({ kind, midnightMs }: StampShape): boolean {
  return kind === StampKind.yearless && midnightMs >= leapDayMs && midnightMs < leapDayMs + dayMs;
}

function hostOf(framer: Framer): Uint8Array | null {
  const level = framer.hostLevel;
  if (level < 0) return null;
  const { hostStart, hostEnd } = framer.scans[level] as LineScan;
  return (framer.buffers[level] as Uint8Array).slice(hostStart, Math.min(hostEnd, hostStart + longestHost));
}

/** Whether lines of a shape may quote an instant that tells of their source's clock. */
function quotesOf(head: Uint8Array, tail: Uint8Array, outer: StampShape, inner: StampShape | null): number {
  const own = inner ?? outer;
  if (own.kind === StampKind.dated && own.zoneMinutes !== noZone) return layout.quotesNothing;
  const hasInstant = [head, tail].some((bytes) => /m=\+|te:|t\(|k to|a of/.test(String.fromCharCode(...bytes)));
  if (own.kind !== StampKind.yearless) return hasInstant ? layout.quotesInHead : layout.quotesPerhaps;
  const own20 = outer.isInTail ? tail : head;
  const isDate = outer.kind === StampKind.dated && isDateAt(own20, outer.start);
  if (hasInstant || dates(head) + dates(tail) !== (isDate ? 1 : 0)) return layout.quotesInHead;
  return isDate ? layout.quotesOwnYear : layout.quotesPerhaps;
}

/** Whether the search for dates looks at `20dd-d` here. */
function isDateAt(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 50 && bytes[at + 1] === 48 && bytes[at + 4] === 45 && isDigit(bytes[at + 5]);
}

function dates(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 5 < bytes.length; at++) if (isDateAt(bytes, at)) count++;
  return count;
}

/** Position of the first `hh:mm:ss`, or -1. */
function clockAt(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 8 <= end; at++) {
    if (bytes[at + 2] !== 58 || bytes[at + 5] !== 58) continue;
    if ([0, 1, 3, 4, 6, 7].every((offset) => isDigit(bytes[at + offset]))) return at;
  }
  return -1;
}

function fractionDigits(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== 46 && bytes[at] !== 44) return 0;
  let position = at + 1;
  while (position < end && isDigit(bytes[position])) position++;
  return position - at - 1;
}

function clockMs(bytes: Uint8Array, at: number, fraction: number): number {
  const two = (from: number): number => ((bytes[from] as number) - 48) * 10 + (bytes[from + 1] as number) - 48;
  let ms = 0;
  for (let index = 0; index < 3; index++)
    ms = ms * 10 + (index < fraction ? (bytes[at + 9 + index] as number) - 48 : 0);
  return two(at) * 3_600_000 + two(at + 3) * 60_000 + two(at + 6) * 1000 + ms;
}

/** Writes a shape into a kernel's memory. */
export function writeShape(
  { bytes, ints, floats }: layout.SkimMemory,
  number: number,
  shape: LineShape,
  isTimed: boolean,
): void {
  const at = layout.shapesAt + number * layout.shapeBytes;
  bytes.fill(0, at, at + layout.shapeBytes);
  const set = (place: number, value: number): void => {
    ints[(at + place) >> 2] = value;
  };
  set(layout.shapeLength, shape.head.bytes.length);
  set(layout.shapeRest, shape.rest);
  set(layout.shapeKey, shape.key);
  set(layout.shapeSeverity, shape.severity);
  set(layout.shapeIsTroubled, shape.isTroubled ? 1 : 0);
  set(layout.shapeIsTimed, isTimed ? 1 : 0);
  set(layout.shapeQuotes, shape.quotes);
  set(layout.shapeTailLength, shape.tail.bytes.length);
  set(layout.shapeOuterInTail, shape.outer.isInTail ? 1 : 0);
  const { outer, inner } = shape;
  writeStamp(set, layout.shapeOuterKind, outer);
  floats[(at + layout.shapeOuterMs) >> 3] = outer.midnightMs;
  floats[(at + layout.shapeReferenceMs) >> 3] = referenceDate(outer.midnightMs) - outer.midnightMs;
  if (inner !== null) {
    writeStamp(set, layout.shapeInnerKind, inner);
    floats[(at + layout.shapeInnerMs) >> 3] = inner.midnightMs;
    floats[(at + layout.shapeInnerReferenceMs) >> 3] = referenceDate(inner.midnightMs) - inner.midnightMs;
    set(layout.shapeInnerYear, yearOf(inner.midnightMs));
  }
  writeLikeness(bytes, at + layout.shapeHead, shape.head);
  writeLikeness(bytes, at + layout.shapeTail, shape.tail);
}

/** Twice {@link layout.longestHead} bytes: the least that may stand there, and how much more. */
function writeLikeness(to: Uint8Array, at: number, { bytes, counts }: Likeness): void {
  to.fill(255, at + layout.longestHead, at + 2 * layout.longestHead);
  bytes.forEach((value, index) => {
    const isExact = counts[index] === 1;
    to[at + index] = isExact ? value : zero;
    to[at + layout.longestHead + index] = isExact ? 0 : 9;
  });
}

function writeStamp(set: (place: number, value: number) => void, at: number, stamp: StampShape): void {
  [stamp.kind, stamp.at, stamp.digits, stamp.fraction, stamp.zoneMinutes].forEach((value, index) => {
    set(at + 4 * index, value);
  });
}
