/**
 * Reads one source, or a stretch of it, in pieces of any size: lines, records, events and clock evidence, the same result for
 * every piece size and for every way to cut the source into stretches. One class, because each line passes through all of it.
 */
import type { Signature } from '../catalogue/signature';
import type { SourceCorrection } from '../corrections';
import type { FactCollector, FactFormat } from '../facts/factFormat';
import type { LineScan, LogFormat } from '../formats/format';
import { BlockPart, BlockText, StampKind } from '../formats/format';
import { LiteralHits } from '../match/literalSearch';
import type { Matcher } from '../match/matcher';
import type { KernelPool, ScanKernel } from '../match/scanKernel';
import { lineStepBytes } from '../match/scanKernel';
import { isTroubled } from '../match/sourceFiles';
import type { Gap } from '../model/problem';
import type { BootTie, SourceInfo } from '../model/sourceInfo';
import { LineSkim } from '../skim/lineSkim';
import { templateKey } from '../templates/templateKey';
import type { Decode } from '../text/decode';
import { decodeUtf8 } from '../text/decode';
import type { Framer, FramerPool } from './framer';
import { OpenRecord } from './openRecord';
import { outputFormat, previewOf } from './preview';
import type { RawEvent } from './rawEvent';
import { ReadSource } from './readSource';
import { readMessage, recognise } from './recognise';
import { RecordCounts } from './recordCounts';
import { YearCounter } from './stamp';
import { StampTaker } from './stampTaker';
import type { Stretch } from './stretch';
import { BlockRule } from './stretch';
import { TailReader } from './tails';

/** A line longer than this is cut into windows; the windows after the first continue the record. */
const maxLineBytes = 4 * 1024 * 1024;
/** So far before that a better place for the cut is looked for. */
const nearCut = 4096;
/** A record longer than this is looked at in parts of this size. */
const maxRecordBytes = 256 * 1024;
/** Bytes taken at a time: they stay in the processor's cache until all has been done with them. */
const pieceBytes = 256 * 1024;
/** What is left of the window finds room before bytes that were put at the front of the memory. */
const headroom = 65_536;
/** Up to so many hits in a record each is compared with those before. */
const manyHits = 32;
const noLiterals: readonly number[] = [];
const lineFeed = Uint8Array.of(10);
const nothing = new Uint8Array(0);

/** Of lines that only help to compare clocks many are looked at in each block of a source's beginning, further down a few of each. */
const manyMomentsUpTo = 8 * 1024 * 1024;
const momentsAtFirst = 256;
const momentsInBlock = 16;
/** Of fewer bytes that a source ends with it is not learned how its lines look: that takes longer than reading them. */
const leastLearned = 16_384;

/** What the scan shares with all sources of one triage. */
export interface ScanContext {
  /** The formats for a source whose format the user has decided, or has not. */
  formatsAs(id: string | undefined): readonly LogFormat[];
  readonly factFormats: readonly FactFormat[];
  readonly signatures: readonly Signature[];
  readonly matcher: Matcher;
  readonly decode: Decode;
  readonly kernels: KernelPool;
  readonly framers: FramerPool;
  /** Size of a source's blocks; {@link blockBytes} unless a test makes them small. */
  readonly blockBytes: number;
}

/** One source while it is read. */
export class SourceScan {
  readonly found: ReadSource;
  ended = false;
  /** A NUL byte was among what was looked at. */
  hasNul = false;

  private readonly framer: Framer;
  /** For looking at finished records: the other one is already at the next line. */
  private readonly reader: Framer;
  private readonly hits = new LiteralHits();
  private readonly open = new OpenRecord();
  private readonly stamps: StampTaker;
  private readonly counts: RecordCounts;
  private readonly tails: TailReader;
  private readonly rule: BlockRule;
  private collector: FactCollector | null = null;
  private previewed: boolean;
  /** Holds the bytes not yet done with: the open record and the unfinished line. */
  private readonly kernel: ScanKernel;
  private filled = 0;
  /** Where the next bytes are put: behind the window, or apart from it. */
  private nextAt = 0;
  /** Bytes were put that nobody has looked at yet. */
  private isUnseen = false;
  /** Place in the source of the window's first byte. */
  private origin: number;
  /** First byte not yet looked at for line feeds. */
  private scanned = 0;
  /** First byte not yet looked at as a line. */
  private next = 0;
  /** Up to where literals were searched. */
  private searched = 0;
  private hitIndex = 0;
  /** The line being read began before `next`: what follows continues it. */
  private insideLine = false;
  /** Moments of records that are still to be read, and the place of the first of them. */
  private readonly ties: (BootTie & { readonly place: number })[] = [];
  private nextTie = Number.POSITIVE_INFINITY;
  /** Records of this block that are still looked at for a moment alone. */
  private momentsLeft = momentsAtFirst;
  /** The line being read belongs to a record. */
  private isRecordLine = false;
  /** Takes lines like those before in one go; `null` where the kernel cannot, and as long as nobody has tried. */
  private skim: LineSkim | null = null;
  /** Kind of the message that was seen last. */
  private lastKey = 0;

  constructor(
    info: SourceInfo,
    private readonly context: ScanContext,
    correction: SourceCorrection = {},
    stretch: Stretch | null = null,
  ) {
    const formats = context.formatsAs(correction.format);
    this.framer = context.framers.take(formats);
    this.reader = context.framers.take(formats);
    this.kernel = context.kernels.take();
    this.rule = new BlockRule(stretch, context.blockBytes);
    this.previewed = stretch !== null && stretch.from > 0;
    // A stretch is given from the byte before it, which tells whether a line begins there.
    this.origin = stretch === null || stretch.from === 0 ? 0 : stretch.from - 1;
    this.insideLine = this.previewed;

    const years = new YearCounter(stretch?.years);
    this.found = new ReadSource(info, correction, years, new YearCounter(stretch?.innerYears, false));
    const firstKind = stretch?.firstKind ?? StampKind.none;
    this.stamps = new StampTaker(this.found, this.framer, this.open, this.kernel, firstKind);
    this.counts = new RecordCounts(this.found, this.framer);
    this.tails = new TailReader(context.signatures, (found) => this.found.keep(found));
  }

  /** True when all of the stretch was read: what follows belongs to the next one. */
  get isDone(): boolean {
    return this.rule.isDone;
  }

  /** True for a command's output, which cannot be read in stretches. */
  get isOutput(): boolean {
    return this.collector !== null;
  }

  /** True when the source's first stamp is known. */
  get isStamped(): boolean {
    return this.stamps.first.line > 0;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && !this.rule.isDone; at += pieceBytes) {
      const piece = chunk.length <= pieceBytes ? chunk : chunk.subarray(at, at + pieceBytes);
      this.room(piece.length).set(piece);
      this.put(piece.length);
      this.look();
    }
  }

  room(size: number): Uint8Array {
    this.stamps.last.keep();
    const kept = this.keptFrom();
    // While nobody looks at the window it begins at the front, so that its bytes stay in the processor's cache.
    if (!this.isUnseen) this.move(kept, 0);
    // Bytes that are looked at stay where they are: the next ones come behind them, or, once there is room, to the front again.
    const front = headroom + (this.filled & 15);
    this.nextAt = this.isUnseen && front + size <= kept ? front : this.filled;
    this.kernel.reserve(this.nextAt + size);
    return this.kernel.bytes.subarray(this.nextAt, this.nextAt + size);
  }

  put(count: number): void {
    if (this.nextAt !== this.filled) this.join(count);
    this.filled += count;
    this.isUnseen = true;
  }

  look(): void {
    this.isUnseen = false;
    if (this.preview(false)) this.process();
  }

  gap({ bytes, ...gap }: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void {
    const { found } = this;
    // Nobody knows what stood between: what follows begins a new line, and a new record if it can.
    if (gap.kind === 'loss' && this.filled > 0 && this.kernel.bytes[this.filled - 1] !== 10) {
      this.push(lineFeed);
      found.inserted++;
      found.ledger.lineEnds--;
    }
    const start = this.origin + this.filled - found.inserted + found.ledger.gaps;
    found.gaps.push({ ...gap, start, end: start + bytes });
    found.ledger.gaps += bytes;
  }

  tie(tie: BootTie): void {
    this.ties.push({ ...tie, place: this.origin + this.filled });
    this.nextTie = this.ties[0]?.place ?? Number.POSITIVE_INFINITY;
  }

  private takeTie(): void {
    const tie = this.ties.shift();
    this.nextTie = this.ties[0]?.place ?? Number.POSITIVE_INFINITY;
    if (tie === undefined) return;
    const wall = { wallMs: tie.utcMs, stampKind: StampKind.dated, zoneMinutes: 0 };
    this.found.clock.boots.tie({ wallMs: tie.bootMs, nanos: 0 }, this.found.lines, wall);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (!this.rule.isDone) {
      this.preview(true);
      this.process();
      this.lastLine();
      this.finishRecord(this.filled);
      this.rule.finish(this.origin + this.filled);
    }
    this.settle();
    const { kernels, framers } = this.context;
    kernels.give(this.kernel);
    framers.give(this.framer);
    framers.give(this.reader);
  }

  /** What was found so far; the scan may go on. */
  settle(): ReadSource {
    const { found } = this;
    this.skim?.flush();
    this.counts.endRuns();
    this.tails.close();
    found.bytes = this.rule.bytesUpTo(this.origin + this.filled) - found.inserted + found.ledger.gaps;
    found.first = this.stamps.first.read();
    found.last = this.stamps.last.read();
    found.facts = this.collector?.facts() ?? [];
    return found;
  }

  /** Where that part of the window begins which is not done with: the window moves by whole vectors of the kernel. */
  private keptFrom(): number {
    return Math.min(this.open.isOpen ? this.open.start : this.next, this.next) & ~15;
  }

  /** Brings the window and the bytes that were put apart from it together. */
  private join(count: number): void {
    this.stamps.last.keep();
    const kept = this.keptFrom();
    const rest = this.filled - kept;
    if (rest <= this.nextAt) {
      this.move(kept, this.nextAt - rest);
      return;
    }
    this.kernel.reserve(this.filled + count);
    this.kernel.bytes.copyWithin(this.filled, this.nextAt, this.nextAt + count);
  }

  /** Moves the window from `from` on to `to`. */
  private move(from: number, to: number): void {
    const offset = from - to;
    if (offset === 0) return;
    this.kernel.bytes.copyWithin(to, from, this.filled);
    this.origin += offset;
    this.filled -= offset;
    this.scanned -= offset;
    this.next -= offset;
    this.searched = Math.max(0, this.searched - offset);
    this.hits.shift(this.hitIndex, offset);
    this.hitIndex = 0;
    this.skim?.moved();
    this.open.start -= offset;
  }

  /** Decides once, on the source's beginning, whether it is a command's output; true when decided. */
  private preview(atEnd: boolean): boolean {
    if (this.previewed) return true;
    const { found, framer, context } = this;
    const { bytes } = this.kernel;
    const seen = previewOf(bytes, this.filled, atEnd);
    if (seen === null) return false;
    this.previewed = true;
    const { id } = found.info;
    const format = outputFormat(seen, bytes, framer, context.factFormats, id, found.correction.format);
    framer.forget();
    if (format !== null) {
      found.factFormat = { id: format.id, title: format.title };
      this.collector = format.createCollector();
    }
    return true;
  }

  /** Takes all complete lines of the window. */
  private process(): void {
    while (this.scanned < this.filled && !this.rule.isDone) {
      const to = Math.min(this.filled, this.scanned + lineStepBytes);
      const count = this.kernel.findLineFeeds(this.scanned, to);
      const { lineFeeds } = this.kernel;
      this.hasNul ||= this.kernel.hasNul;
      this.scanned = to;
      if (count > 0) {
        this.cutLongLine(lineFeeds[0] as number);
        this.search(lineFeeds[count - 1] as number);
      }
      for (let index = this.skimLines(0, count); index < count && !this.rule.isDone; ) {
        const lineFeed = lineFeeds[index] as number;
        this.line(this.next, lineFeed, true);
        this.next = lineFeed + 1;
        index = this.skimLines(index + 1, count);
      }
      this.cutLongLine(this.scanned);
    }
  }

  /** Takes lines that are like ones before, from the one that ends at line feed `index` on; returns the first one that is not. */
  private skimLines(index: number, count: number): number {
    let from = index;
    let to = this.skimRun(from, count);
    while (to > from && this.skim?.goesOn === true) {
      from = to;
      to = this.skimRun(from, count);
    }
    return to;
  }

  /** {@link skimLines}, up to the first one with a literal. */
  private skimRun(index: number, count: number): number {
    const { kernel, open, rule, found, hits } = this;
    const isPlain =
      kernel.skimmer === null ||
      rule.isOpen ||
      rule.isSkipping ||
      rule.isDone ||
      this.insideLine ||
      this.collector !== null ||
      this.stamps.first.line === 0 ||
      (this.ended && this.filled - this.next < leastLearned);
    if (index >= count || isPlain || (open.isOpen && open.partialFormat >= 0)) return index;
    this.skim ??= new LineSkim(kernel, found, this.framer, this.context.matcher);
    const { skim } = this;
    const boundary = Math.min(rule.boundary, this.nextTie) - this.origin;
    // Enough moments were told of; behind the boundary others count.
    const momentsFrom = this.momentsLeft > 0 ? 0 : boundary;
    // What a record with a literal, or of several lines, turns out to be may concern the records behind it.
    if (open.isOpen && (open.endLine > open.line || this.hasHit())) {
      if (!skim.begins(this.next, this.kernel.lineFeeds[index] as number)) return index;
      this.finishRecord(this.next);
    }
    if (this.tails.isOpen) return index;
    const taken = skim.take(index, count, this.next, boundary, hits, this.hitIndex, momentsFrom);
    if (taken === null) return index;
    this.finishRecord(this.next);
    const { lines, textBytes, lastStart, shape } = taken;
    found.lines += lines;
    found.records += lines;
    found.ledger.records += textBytes;
    found.ledger.lineEnds += lines;
    this.isRecordLine = true;
    this.next = (this.kernel.lineFeeds[index + lines - 1] as number) + 1;
    open.begin(lastStart, found.lines, true);
    if (shape.isTroubled)
      open.name(this.context.matcher.files.named(kernel.bytes, lastStart + shape.head.bytes.length, this.next));
    this.stamps.takeSkimmed(shape, lastStart, this.next - 1);
    skim.resume(found.lines, shape);
    if (shape.host !== null) this.counts.setHost(shape.host, 0, shape.host.length);
    return index + lines;
  }

  /** True when a literal stands in the open record. */
  private hasHit(): boolean {
    if (this.open.files.length > 0) return true;
    const { positions, count } = this.hits;
    while (this.hitIndex < count && (positions[this.hitIndex] as number) < this.open.start) this.hitIndex++;
    return this.hitIndex < count && (positions[this.hitIndex] as number) < this.next;
  }

  /** Takes what is left of the window as the source's last line. */
  private lastLine(): void {
    if (this.next >= this.filled || this.rule.isDone) return;
    this.search(this.filled);
    this.cutLongLine(this.filled);
    this.line(this.next, this.filled, false);
    this.next = this.filled;
  }

  /** Takes windows of a line that has come to be longer than one by `end`. */
  private cutLongLine(end: number): void {
    while (end - this.next > maxLineBytes) {
      const cut = cutBefore(this.kernel.bytes, this.next + maxLineBytes);
      this.search(cut);
      this.line(this.next, cut, false);
      this.next = cut;
    }
  }

  /** Searches literals up to `end`: once for every byte. */
  private search(end: number): void {
    if (this.searched >= end) return;
    this.context.matcher.literals.search(this.kernel, Math.max(this.searched, this.next), end, this.hits);
    this.searched = end;
  }

  private line(start: number, end: number, complete: boolean): void {
    const continuesLine = this.insideLine;
    this.insideLine = !complete;
    const { rule, framer } = this;
    const { bytes } = this.kernel;
    if (continuesLine) {
      if (!rule.isSkipping) this.account(start, end, end, complete);
      this.extend(start, end);
      return;
    }
    if (this.origin + start >= rule.boundary) {
      framer.forget();
      rule.enter(this.origin + start);
    }
    if (!rule.isSkipping) this.found.lines++;
    if (this.origin + start >= this.nextTie) this.takeTie();
    let textEnd = end;
    while (textEnd > start && bytes[textEnd - 1] === 13) textEnd--;
    if (this.collector !== null)
      this.collector.line(decodeUtf8(bytes, start, Math.min(textEnd, start + 4096)), this.found.lines);
    if ((bytes[start] as number) <= 32) {
      if (isBlank(bytes, start, textEnd)) {
        this.isRecordLine = false;
        if (!rule.isSkipping) this.account(start, textEnd, end, complete);
        return;
      }
      if (this.found.info.indentContinues === true && bytes[start] === 32) {
        this.isRecordLine = this.open.isOpen && this.open.continues;
        if (!rule.isSkipping) this.account(start, textEnd, end, complete);
        this.extend(start, end);
        return;
      }
    }
    const framed = framer.frame(bytes, start, textEnd);
    const continues = framed && framer.body.continues && framer.outerStampLevel < 0;
    const begins = framed && !continues && (framer.part === BlockPart.none || framer.part === BlockPart.head);
    if (rule.isOpen && this.passBoundary(start, begins)) return;
    if (rule.isSkipping) return;
    const goesOn = continues && this.open.isOpen && this.open.continues && this.open.outer.kind !== StampKind.none;
    const file = framed ? this.troubledFile() : -1;
    if (framed && !goesOn) this.framedLine(start, end);
    else this.unframedLine(start, end);
    this.open.name(file);
    this.account(start, textEnd, end, complete);
  }

  /** Enters a line, or a window of a long one, into the ledger. */
  private account(start: number, textEnd: number, end: number, complete: boolean): void {
    const { ledger } = this.found;
    ledger.lineEnds += complete ? end - textEnd + 1 : end - textEnd;
    if (this.isRecordLine) ledger.records += textEnd - start;
    else ledger.otherLines += textEnd - start;
  }

  /** Looks, behind a block's boundary, for the line from which on nothing depends on what stood before; true when it ends the stretch. */
  private passBoundary(start: number, framed: boolean): boolean {
    const { rule, found, framer } = this;
    const position = this.origin + start;
    const isMarker = framed && framer.innermost.kind === 'marker';
    const passage = rule.pass(position, framed, isMarker, framed && framer.partial);
    if (passage === 'inside') return false;
    this.finishRecord(start);
    // What a reader who begins here cannot know of is over: reports that go on, and who wrote the lines before.
    this.tails.close();
    this.counts.setHost(nothing, 0, 0);
    if (passage === 'end') {
      found.lines--;
      return true;
    }
    if (passage === 'begin') found.lines = 1;
    found.clock.beginBlock(position);
    this.momentsLeft = position < manyMomentsUpTo ? momentsAtFirst : momentsInBlock;
    return false;
  }

  /** The literal of the source file that a header of trouble in the line names, or -1. */
  private troubledFile(): number {
    const { body, buffers, depth } = this.framer;
    const bytes = buffers[depth - 1] as Uint8Array;
    if (!isTroubled(bytes, body)) return -1;
    return this.context.matcher.files.named(bytes, body.locationStart, body.locationEnd);
  }

  private framedLine(start: number, end: number): void {
    const { framer, open } = this;
    const { kind } = framer.innermost;
    this.isRecordLine = kind !== 'marker';
    if (kind === 'marker') {
      this.finishRecord(start);
      this.found.clock.addMarker(this.kernel.bytes, start, end, this.found.lines);
      this.counts.countHost();
      return;
    }
    if (framer.part !== BlockPart.none) {
      this.blockLine(start, end);
      return;
    }
    if (open.isOpen && open.partialFormat >= 0 && framer.has(open.partialFormat)) {
      open.partialFormat = framer.partialFormat;
      this.extend(start, end);
      return;
    }
    const keepsTime = framer.body.follows && framer.outerStampLevel < 0 && open.isOpen;
    this.finishRecord(start);
    open.begin(start, this.found.lines, kind === 'record' || kind === 'envelope', framer.partialFormat);
    if (kind === 'row') open.beginRow(end - start);
    if (!keepsTime) this.stamps.take();
    this.stamps.lookForQuotes(start, end);
    this.counts.count();
    this.seeTemplate();
    this.skim?.learn(start, end, this.lastKey, this.stamps.timedKind);
  }

  /** Takes a line of a record that has several. */
  private blockLine(start: number, end: number): void {
    const { framer, open, found } = this;
    const block = framer.layers[framer.blockLevel] as number;
    const isOpen = open.isOpen && open.block === block;
    const isFresh = isOpen && open.endLine === open.line && open.line === found.lines - 1;
    if (isOpen && (framer.part === BlockPart.part || (framer.part === BlockPart.either && isFresh))) {
      this.extend(start, end);
      this.takePart();
    } else if (framer.part === BlockPart.part) this.unframedLine(start, end);
    else this.beginBlock(start, block);
  }

  private beginBlock(start: number, block: number): void {
    const { framer, open, found } = this;
    this.finishRecord(start);
    open.begin(start, found.lines, false);
    open.block = block;
    open.tentative = framer.outerStampLevel < 0;
    open.continues = !open.tentative;
    open.awaitsMessage = true;
    open.headKey = framer.layerKey;
    open.headIds = framer.layerIds;
    open.hostSeen = false;
    open.sinceBootMs = -1;
    open.bootKey = -1;
    for (const scan of [open.outerScan, open.innerScan]) scan.reset();
    open.outer.clear();
    open.inner.clear();
    if (open.tentative) return;
    found.records++;
    this.takePart();
  }

  /** Takes what a line says about the open record of several lines. */
  private takePart(): void {
    const { framer, open, found } = this;
    if (open.tentative && framer.part !== BlockPart.head) {
      open.tentative = false;
      open.continues = true;
      found.records++;
    }
    this.stamps.takeOfBlock();
    const own = framer.scans[framer.blockLevel] as LineScan;
    if (own.sinceBootMs >= 0) open.sinceBootMs = own.sinceBootMs;
    if (own.bootKey >= 0) open.bootKey = own.bootKey;
    if (!open.hostSeen && framer.hostLevel >= 0) {
      open.hostSeen = true;
      this.counts.countHost();
    }
    if (!open.awaitsMessage || own.text !== BlockText.message) return;
    open.awaitsMessage = false;
    this.counts.countLayers(framer.layerKey);
    this.seeTemplate();
  }

  /** Ends a record of several lines: one without a message is counted by its head, one that is only a head is text. */
  private endBlock(): void {
    const { open, found } = this;
    if (open.tentative) {
      if (this.collector === null) found.unparsedLines++;
    } else if (open.awaitsMessage) this.counts.countLayers(open.headKey, open.headIds);
    if (open.sinceBootMs >= 0 && open.outer.kind === StampKind.dated)
      this.stamps.tieBoot(open.sinceBootMs, open.bootKey, open.outerScan, open.line);
    open.block = -1;
  }

  /** Takes note of what kind of message begins: those that no signature knows are told by kind. */
  private seeTemplate(): void {
    const { framer, open } = this;
    const { body } = framer;
    const bytes = framer.buffers[framer.depth - 1] as Uint8Array;
    const key = templateKey(bytes, body);
    this.lastKey = key;
    const { kind } = open.outer;
    const stamp = kind !== StampKind.none && kind === this.stamps.timedKind ? open.outer : null;
    this.found.templates.see(key, bytes, body, framer.severity, open.line, stamp);
  }

  private unframedLine(start: number, end: number): void {
    const { open } = this;
    this.isRecordLine =
      open.isOpen && (open.continues || open.goesOnRow(this.kernel.bytes, start, end, this.found.lines));
    if (this.isRecordLine) {
      this.extend(start, end);
      return;
    }
    this.finishRecord(start);
    if (this.collector === null) {
      this.found.unparsedLines++;
      if (this.found.records === 0) this.found.leadingLines++;
    }
    this.open.begin(start, this.found.lines, false);
    this.open.outer.clear();
    this.open.inner.clear();
  }

  /** Adds the line at `start` to the open record; a record over the limit is looked at in parts. */
  private extend(start: number, end: number): void {
    const open = this.open;
    if (!open.isOpen) return;
    if (end - open.start > maxRecordBytes) {
      this.finishRecord(start);
      open.begin(start, this.found.lines, open.continues);
      return;
    }
    open.endLine = this.found.lines;
    this.stamps.lookForQuotes(start, end);
  }

  /** False for a record that could only tell of a moment, once its block has told of enough of them. */
  private isWorthwhile(from: number): boolean {
    if (this.context.matcher.mayBeEvent(this.hits.literals, from, this.hitIndex)) return true;
    return this.momentsLeft-- > 0;
  }

  /** Of what goes on in later lines everything is told: whether it is kept is not known yet. */
  private readonly isFull = (signature: number): boolean =>
    !this.tails.isTold(signature) && this.found.isFull(signature);

  /** Only the place of the record was recognised, not what it says: it is told among what no signature knows. */
  private areHints(events: readonly RawEvent[]): boolean {
    const isHint = ({ signature }: RawEvent): boolean => {
      const { role, lastResort } = this.context.signatures[signature] as Signature;
      return role === 'context' && lastResort === true;
    };
    return events.length > 0 && events.every(isHint);
  }

  /** Ends the open record before window offset `end` and looks at it when a literal stands in it. */
  private finishRecord(end: number): void {
    const { open, hits } = this;
    if (!open.isOpen) return;
    open.isOpen = false;
    if (open.block >= 0) this.endBlock();
    const { positions, literals, count } = hits;
    while (this.hitIndex < count && (positions[this.hitIndex] as number) < open.start) this.hitIndex++;
    const from = this.hitIndex;
    while (this.hitIndex < count && (positions[this.hitIndex] as number) < end) this.hitIndex++;
    const torn =
      open.endLine > open.line ? this.context.matcher.torn.find(this.kernel.bytes, open.start, end) : noLiterals;
    const isWorthwhile = open.files.length > 0 || (this.hitIndex > from && this.isWorthwhile(from)) || torn.length > 0;
    if (!isWorthwhile && !this.tails.isOpen) {
      this.found.templates.settle(false);
      return;
    }
    const record = {
      buffer: this.kernel.bytes,
      start: open.start,
      end,
      line: open.line,
      endLine: open.endLine,
      outer: open.outer.copy(),
      inner: open.inner.copy(),
      literals: [...new Set(open.files), ...distinct(literals, from, this.hitIndex)],
      tornLiterals: torn,
      host: this.counts.host,
    };
    const found = isWorthwhile ? recognise(this.context, this.reader, record, this.isFull) : null;
    const events = found?.events ?? null;
    const message = found?.message ?? readMessage(this.context, this.reader, record);
    const isPart = this.tails.take(record, events, message);
    this.found.templates.settle((events !== null && !this.areHints(events)) || isPart);
    if (found === null) return;
    this.found.keepMoments(found.moments);
    for (const signature of found.quietedBy) this.found.keepQuiet(signature, 1, record.line);
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) {
    const value = bytes[position];
    if (value !== 32 && value !== 9 && value !== 0) return false;
  }
  return true;
}

/** Where a line is cut that is too long: behind a byte that stands in no literal, so that none is torn; at `limit` where none is near. */
function cutBefore(bytes: Uint8Array, limit: number): number {
  for (let at = limit; at > limit - nearCut; at--) if (!mayBeInLiteral(bytes[at - 1] as number)) return at;
  return limit;
}

/** Printable ASCII but for what sources may have escaped. */
function mayBeInLiteral(value: number): boolean {
  return value >= 0x20 && value < 0x7f && value !== 0x22 && value !== 0x5c;
}

/** The numbers in `[from, to)`, each once. */
function distinct(numbers: Int32Array, from: number, to: number): number[] {
  if (to - from > manyHits) return [...new Set(numbers.subarray(from, to))];
  const found: number[] = [];
  for (let index = from; index < to; index++) {
    const number = numbers[index] as number;
    if (!found.includes(number)) found.push(number);
  }
  return found;
}
