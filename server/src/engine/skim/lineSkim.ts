/**
 * Has the kernel go over lines that are like ones seen before, and puts what it counted where plain code would have counted it:
 * clocks, years, kinds of message, layers. The kernel stops at whatever is out of the ordinary; that line is taken apart as ever.
 */
import type { LiteralHits } from '../match/literalSearch';
import type { Matcher } from '../match/matcher';
import type { ScanKernel } from '../match/scanKernel';
import { noSeverity } from '../model/severity';
import type { Framer } from '../records/framer';
import type { ReadSource } from '../records/readSource';
import { decodeUtf8 } from '../text/decode';
import * as layout from './layout';
import type { LineShape } from './lineShape';
import { learnShape, writeShape } from './lineShape';
import { SkimmedGroups } from './skimmedGroups';
import { SkimRun } from './skimRun';

/** Lines that no shape fits, one behind the other, before shapes that are out of use make room. */
const missesUntilSweep = 64;

/** Lines taken in one go: what the scan has to know of the last one, whose record is still open. */
export interface Skimmed {
  lines: number;
  readonly textBytes: number;
  /** Where the last line begins, and its shape. */
  readonly lastStart: number;
  readonly shape: LineShape;
}

/** Skims the lines of one source. */
export class LineSkim {
  /** How the last run ended. */
  private reason: number = layout.endReached;
  private readonly shapes: (LineShape | null)[] = [];
  /** Lines of each shape when room was made last. */
  private readonly used: number[] = [];
  private readonly counts: number[] = [];
  private misses = 0;
  private changesSeen = -1;
  private enabled = 0;
  private readonly groups: SkimmedGroups;
  private readonly run: SkimRun;
  /** First hit that was not passed over as a mere moment's. */
  private cursor = 0;

  constructor(
    private readonly kernel: ScanKernel,
    private readonly found: ReadSource,
    private readonly framer: Framer,
    private readonly matcher: Matcher,
  ) {
    this.run = new SkimRun(kernel);
    this.groups = new SkimmedGroups(kernel, found.templates);
  }

  /** True when the line that ended the last run may be taken by the next one: nothing about it was out of the ordinary. */
  get goesOn(): boolean {
    return this.reason === layout.endReached || this.reason === layout.endFullGroup;
  }

  /** The window has moved, and with it the hits. */
  moved(): void {
    this.cursor = 0;
  }

  /** True when a record begins with the line at `start` that ends at `end`: what was open is over. */
  begins(start: number, end: number): boolean {
    this.run.look();
    this.arrange();
    return this.enabled > 0 && this.run.begins(start, end);
  }

  /**
   * Takes lines from the one at `next`, the first of `count - from` line feeds, as long as they begin before `boundary`, up to the
   * first one with a literal that makes it worth looking at; `null` when not even one could be taken.
   */
  take(
    from: number,
    count: number,
    next: number,
    boundary: number,
    hits: LiteralHits,
    hitIndex: number,
    momentsFrom: number,
  ): Skimmed | null {
    this.run.look();
    this.arrange();
    if (this.enabled === 0) {
      this.reason = layout.endUnknown;
      return null;
    }
    const { run, found } = this;
    run.set(layout.runFrom, from);
    run.set(layout.runTo, count);
    run.set(layout.runNext, next);
    run.set(layout.runBoundary, boundary);
    run.set(layout.runHit, this.nextHit(next, hits, hitIndex, momentsFrom));
    run.set(layout.runLine, found.lines);
    if (!run.begin(found)) {
      this.reason = layout.endSpecial;
      return null;
    }
    run.skim();
    this.reason = run.get(layout.runReason);
    if (this.reason === layout.endFullGroup) this.groups.empty(run.get(layout.runFullGroup));
    const lines = run.get(layout.runLines);
    if (lines === 0) return null;
    run.end(found, lines);
    this.misses = 0;
    const at = run.get(layout.runLastShape);
    const shape = this.shapes[(at - layout.shapesAt) / layout.shapeBytes] as LineShape;
    return { lines, textBytes: run.get(layout.runTextBytes), lastStart: run.get(layout.runLastStart), shape };
  }

  /** Hands the last line's message over to the plain counter: its record may go on. */
  resume(line: number, shape: LineShape): void {
    const { run } = this;
    this.groups.resume(run.get(layout.runLastGroup), shape.severity, line, run.time(layout.runLastMs));
  }

  /** Learns from the line at `start`, which was taken apart because no run took it; `key` is its kind of message. */
  learn(start: number, end: number, key: number, timedKind: number): void {
    if (this.reason === layout.endNoGroup) this.addGroup(key);
    if (this.reason !== layout.endUnknown) return;
    this.reason = layout.endReached;
    const shape = learnShape(this.framer, this.kernel.bytes, start, end, key);
    if (shape === null) return;
    const number = this.freeNumber();
    if (number < 0 || this.kernel.skimmer === null) return;
    this.shapes[number] = shape;
    this.used[number] = 0;
    this.counts[number] = 0;
    writeShape(this.kernel.skimmer, number, shape, shape.outer.kind === timedKind);
    this.changesSeen = -1;
    this.addGroup(key);
  }

  private addGroup(key: number): void {
    const { depth, buffers, body } = this.framer;
    const file = this.matcher.files.named(buffers[depth - 1] as Uint8Array, body.locationStart, body.locationEnd);
    this.groups.add(key, file >= 0);
  }

  /** Puts everything that is still in the kernel's memory where it belongs. */
  flush(): void {
    this.groups.flush();
    for (const number of this.shapes.keys()) this.flushShape(number);
  }

  private freeNumber(): number {
    const free = this.shapes.indexOf(null);
    if (free >= 0) return free;
    if (this.shapes.length < layout.mostShapes) return this.shapes.length;
    if (++this.misses < missesUntilSweep) return -1;
    this.sweep();
    return this.shapes.indexOf(null);
  }

  /** Forgets the shapes that have not been used since the last time. */
  private sweep(): void {
    this.misses = 0;
    for (const number of this.shapes.keys()) {
      this.flushShape(number);
      if (this.counts[number] === this.used[number]) this.shapes[number] = null;
      else this.used[number] = this.counts[number] as number;
    }
    this.changesSeen = -1;
  }

  /** Lets the kernel use the shapes whose formats would be asked first. */
  private arrange(): void {
    if (this.changesSeen === this.framer.changes) return;
    this.changesSeen = this.framer.changes;
    const { run } = this;
    const numbers = [...this.shapes.keys()].filter((number) => {
      const shape = this.shapes[number];
      return shape != null && this.framer.isFirst(shape.path);
    });
    // The most frequent ones first.
    for (const number of numbers) this.flushShape(number);
    numbers.sort((a, b) => (this.counts[b] as number) - (this.counts[a] as number));
    this.enabled = numbers.length;
    run.setShapes(numbers);
  }

  private flushShape(number: number): void {
    const shape = this.shapes[number];
    const ints = this.kernel.skimmer?.ints;
    if (shape == null || ints === undefined) return;
    const at = layout.shapesAt + number * layout.shapeBytes;
    const count = ints[(at + layout.shapeCount) >> 2] as number;
    const pairs = ints[(at + layout.shapePairs) >> 2] as number;
    if (count === 0) return;
    ints[(at + layout.shapeCount) >> 2] = 0;
    ints[(at + layout.shapePairs) >> 2] = 0;
    this.counts[number] = (this.counts[number] as number) + count;
    const { found } = this;
    found.addLayers(shape.layerKey, shape.layerIds, count);
    if (shape.severity !== noSeverity)
      found.severities[shape.severity] = (found.severities[shape.severity] ?? 0) + count;
    if (shape.host !== null) {
      const host = decodeUtf8(shape.host, 0, shape.host.length);
      found.hosts.set(host, (found.hosts.get(host) ?? 0) + count);
    }
    if (pairs > 0 && shape.inner !== null) found.clock.addInnerZones(shape.inner.zoneMinutes, pairs);
  }

  /** Where the next line begins or ends that a literal makes worth looking at; moments alone do from `momentsFrom` on. */
  private nextHit(
    next: number,
    { positions, literals, count }: LiteralHits,
    hitIndex: number,
    momentsFrom: number,
  ): number {
    let cursor = Math.max(this.cursor, hitIndex);
    while (
      cursor < count &&
      ((positions[cursor] as number) < next ||
        ((positions[cursor] as number) < momentsFrom && !this.matcher.mayBeEvent(literals, cursor, cursor + 1)))
    )
      cursor++;
    this.cursor = cursor;
    return cursor < count ? (positions[cursor] as number) : 0x7fff_ffff;
  }
}
