/** Reads one source in pieces of any size: lines, records, events and clock evidence, the same result for every piece size; one file, because all of it works on one buffer. */
import type { Signature } from '../catalogue/signature';
import type { SourceCorrection } from '../corrections';
import type { SourceReader } from '../engine';
import type { FactCollector, FactFormat, StatedFact } from '../facts/factFormat';
import type { LineScan, LogFormat } from '../formats/format';
import { StampKind } from '../formats/format';
import { LiteralHits } from '../match/literalSearch';
import type { Matcher } from '../match/matcher';
import type { Gap } from '../model/problem';
import { noSeverity } from '../model/severity';
import type { SourceInfo } from '../model/sourceInfo';
import { noTime, TemplateCounter } from '../templates/templateCounter';
import { templateKey } from '../templates/templateKey';
import { decodeUtf8 } from '../text/decode';
import { ClockEvidence } from '../time/clockEvidence';
import type { RawMoment } from '../time/settleClocks';
import { Framer } from './framer';
import type { RawEvent } from './rawEvent';
import { recognise } from './recognise';
import type { RawStamp } from './stamp';
import { ownMs, StampCell, YearCounter } from './stamp';

/** A line longer than this is cut into windows; the windows after the first continue the record. */
const maxLineBytes = 4 * 1024 * 1024;
/** A record longer than this is looked at in parts of this size. */
const maxRecordBytes = 256 * 1024;
/** A source's kind (time stream or facts) is decided on so many lines or bytes at its beginning. */
const previewLines = 30;
const previewBytes = 65_536;
/** Events of one signature kept one by one; later ones only raise the count of the last kept one. */
const maxEventsPerSignature = 4096;

/** Moments that clocks are compared by; more would not make them surer. */
const maxMoments = 8192;

/** What the scan shares with all sources of one triage. */
export interface ScanContext {
  /** The formats for a source whose format the user has decided, or has not. */
  formatsAs(id: string | undefined): readonly LogFormat[];
  readonly factFormats: readonly FactFormat[];
  readonly signatures: readonly Signature[];
  readonly matcher: Matcher;
}

/** First or last stamped record. */
export interface StampedLine {
  readonly stamp: RawStamp;
  /** As it stands in the source, at most 64 bytes. */
  readonly text: string;
  readonly line: number;
}

/** The record being assembled; it ends where the next one begins. One object for all records. */
class OpenRecord {
  isOpen = false;
  start = 0;
  line = 0;
  endLine = 0;
  /** Whether lines without a format of their own may continue it. */
  continues = false;
  /** The next framed line belongs to it too (CRI `P`). */
  partial = false;
  readonly outer = new StampCell();
  readonly inner = new StampCell();

  begin(start: number, line: number, continues: boolean, partial: boolean): void {
    this.isOpen = true;
    this.start = start;
    this.line = line;
    this.endLine = line;
    this.continues = continues;
    this.partial = partial;
  }
}

/** A stamp's place in the source, kept as bytes until somebody asks. */
class StampNote {
  readonly cell = new StampCell();
  line = 0;
  private readonly bytes = new Uint8Array(64);
  private length = 0;

  set(bytes: Uint8Array, scan: LineScan, cell: StampCell, line: number): void {
    this.cell.kind = cell.kind;
    this.cell.wallMs = cell.wallMs;
    this.cell.zoneMinutes = cell.zoneMinutes;
    this.cell.yearOffset = cell.yearOffset;
    this.line = line;
    this.length = Math.min(64, scan.stampEnd - scan.stampStart);
    for (let index = 0; index < this.length; index++) this.bytes[index] = bytes[scan.stampStart + index] ?? 0;
  }

  read(): StampedLine | null {
    const stamp = this.cell.copy();
    return stamp === null ? null : { stamp, text: decodeUtf8(this.bytes, 0, this.length), line: this.line };
  }
}

/** One source while and after it is read. */
export class SourceScan implements SourceReader {
  readonly clock = new ClockEvidence();
  readonly events: RawEvent[] = [];
  readonly moments: RawMoment[] = [];
  readonly years = new YearCounter();
  readonly innerYears = new YearCounter();
  readonly severities = [0, 0, 0, 0, 0];
  readonly layerCounts = new Map<number, { readonly ids: readonly string[]; count: number }>();
  readonly hosts = new Map<string, number>();
  readonly gaps: Gap[] = [];
  readonly templates = new TemplateCounter();
  facts: readonly StatedFact[] = [];
  factFormat: FactFormat | null = null;
  bytes = 0;
  lines = 0;
  records = 0;
  /** Non-blank lines that belong to no record, no table and no collected command output. */
  unparsedLines = 0;
  ended = false;

  private readonly framer: Framer;
  /** For looking at finished records: the other one is already at the next line. */
  private readonly reader: Framer;
  private readonly hits = new LiteralHits();
  private readonly eventsPerSignature = new Map<number, { kept: number; last: number }>();
  private readonly open = new OpenRecord();
  private readonly firstNote = new StampNote();
  private readonly lastNote = new StampNote();
  private collector: FactCollector | null = null;
  private previewed = false;
  /** Bytes not yet done: the open record and the unfinished line. */
  private buffer: Uint8Array = new Uint8Array(0);
  private filled = 0;
  /** Buffer offset of the first byte not yet looked at as a line. */
  private next = 0;
  /** Buffer offset up to which literals were searched. */
  private searched = 0;
  private hitIndex = 0;
  /** The line being read began before `next`: what follows continues it. */
  private insideLine = false;
  private lastHost: string | null = null;

  constructor(
    readonly info: SourceInfo,
    private readonly context: ScanContext,
    readonly correction: SourceCorrection = {},
  ) {
    const formats = context.formatsAs(correction.format);
    this.framer = new Framer(formats);
    this.reader = new Framer(formats);
  }

  /** First stamped record, in file order. */
  get first(): StampedLine | null {
    return this.firstNote.read();
  }

  /** Last stamped record, in file order. */
  get last(): StampedLine | null {
    return this.lastNote.read();
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.bytes += chunk.length;
    this.append(chunk);
    if (this.preview(false)) this.process(false);
  }

  gap(gap: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void {
    this.gaps.push({ start: this.bytes, end: this.bytes + gap.bytes, reason: gap.reason, retry: gap.retry });
  }

  end(): void {
    if (this.ended) return;
    this.preview(true);
    this.process(true);
    this.finishRecord(this.filled);
    this.facts = this.collector?.facts() ?? [];
    this.ended = true;
    this.buffer = new Uint8Array(0);
    this.filled = 0;
  }

  private append(chunk: Uint8Array): void {
    const keepFrom = this.open.isOpen ? Math.min(this.open.start, this.next) : this.next;
    if (keepFrom > 0) this.dropBefore(keepFrom);
    if (this.filled + chunk.length > this.buffer.length) {
      const grown = new Uint8Array(Math.max(this.filled + chunk.length, this.buffer.length * 2, 65_536));
      grown.set(this.buffer.subarray(0, this.filled));
      this.buffer = grown;
    }
    this.buffer.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  private dropBefore(offset: number): void {
    this.buffer.copyWithin(0, offset, this.filled);
    this.filled -= offset;
    this.next -= offset;
    this.searched = Math.max(0, this.searched - offset);
    this.hits.shift(this.hitIndex, offset);
    this.hitIndex = 0;
    this.open.start -= offset;
  }

  /** Decides once, on the source's beginning, whether it is a command's output; true when decided. */
  private preview(atEnd: boolean): boolean {
    if (this.previewed) return true;
    const limit = Math.min(this.filled, previewBytes);
    const firstLines: string[] = [];
    let framed = 0;
    let position = 0;
    while (firstLines.length < previewLines && position < limit) {
      const found = this.buffer.indexOf(10, position);
      const complete = found >= 0 && found < limit;
      if (!complete && !atEnd && limit < previewBytes) return false;
      const end = complete ? found : limit;
      firstLines.push(decodeUtf8(this.buffer, position, Math.min(end, position + 2000)).replace(/\r$/, ''));
      if (this.framer.frame(this.buffer, position, end) && this.framer.outerStamp !== undefined) framed++;
      position = end + 1;
    }
    if (!atEnd && firstLines.length < previewLines && limit < previewBytes) return false;
    this.previewed = true;
    const { format } = this.correction;
    if (format === undefined ? framed * 2 < firstLines.length : format.startsWith('facts:')) {
      const name = this.info.id.slice(this.info.id.lastIndexOf('/') + 1);
      const known = this.context.factFormats.find((fact) =>
        format === undefined ? fact.looksLikeMine(firstLines, name) : format === `facts:${fact.id}`,
      );
      this.factFormat = known ?? null;
      this.collector = this.factFormat?.createCollector() ?? null;
    }
    return true;
  }

  /** Takes all complete lines of the buffer; at the end, the unfinished one too. */
  private process(atEnd: boolean): void {
    while (this.next < this.filled) {
      const found = this.buffer.indexOf(10, this.next);
      const complete = found >= 0 && found < this.filled;
      if (!complete && !atEnd && this.filled - this.next < maxLineBytes) return;
      const lineEnd = complete ? found : this.filled;
      const cut = Math.min(lineEnd, this.next + maxLineBytes);
      this.search(cut);
      const whole = cut === lineEnd && complete;
      this.line(this.next, cut, whole);
      this.next = whole ? cut + 1 : cut;
    }
  }

  /** Searches literals up to `end` and, while at it, up to the last complete line: once for every byte. */
  private search(end: number): void {
    if (this.searched >= end) return;
    const to = Math.max(end, this.buffer.subarray(0, this.filled).lastIndexOf(10));
    this.context.matcher.literals.search(this.buffer, Math.max(this.searched, this.next), to, this.hits);
    this.searched = to;
  }

  private line(start: number, end: number, complete: boolean): void {
    const continuesLine = this.insideLine;
    this.insideLine = !complete;
    if (continuesLine) {
      this.extend(start, end);
      return;
    }
    this.lines++;
    let textEnd = end;
    while (textEnd > start && this.buffer[textEnd - 1] === 13) textEnd--;
    if (this.collector !== null)
      this.collector.line(decodeUtf8(this.buffer, start, Math.min(textEnd, start + 4096)), this.lines);
    if (isBlank(this.buffer, start, textEnd)) return;
    if (this.framer.frame(this.buffer, start, textEnd)) this.framedLine(start, end);
    else this.unframedLine(start, end);
  }

  private framedLine(start: number, end: number): void {
    const kind = this.framer.innermost.kind;
    const open = this.open;
    if (kind === 'marker') {
      this.finishRecord(start);
      this.clock.addMarker(this.buffer, start, end);
      return;
    }
    if (open.isOpen && open.partial) {
      open.partial = this.framer.partial;
      this.extend(start, end);
      return;
    }
    this.finishRecord(start);
    open.begin(start, this.lines, kind === 'record' || kind === 'envelope', this.framer.partial);
    this.takeStamps();
    this.lookForQuotes(start, end);
    this.count();
    this.seeTemplate();
  }

  /** Takes note of what kind of message begins: those that no signature knows are told by kind. */
  private seeTemplate(): void {
    const { framer, open } = this;
    const body = framer.body;
    const bytes = framer.buffers[framer.depth - 1] as Uint8Array;
    const isTimed = open.outer.kind !== StampKind.none && open.outer.kind === this.firstNote.cell.kind;
    this.templates.see(
      templateKey(bytes, body),
      body.locationStart >= 0,
      framer.severity,
      open.line,
      isTimed ? ownMs(open.outer) : noTime,
      bytes,
      body.bodyStart,
      body.bodyEnd,
    );
  }

  private unframedLine(start: number, end: number): void {
    if (this.open.isOpen && this.open.continues) {
      this.extend(start, end);
      return;
    }
    this.finishRecord(start);
    if (this.collector === null) this.unparsedLines++;
    this.open.begin(start, this.lines, false, false);
    this.open.outer.clear();
    this.open.inner.clear();
  }

  /** Adds the line at `start` to the open record; a record over the limit is looked at in parts. */
  private extend(start: number, end: number): void {
    const open = this.open;
    if (!open.isOpen) return;
    if (end - open.start > maxRecordBytes) {
      this.finishRecord(start);
      open.begin(start, this.lines, open.continues, false);
      return;
    }
    open.endLine = this.lines;
    this.lookForQuotes(start, end);
  }

  private lookForQuotes(start: number, end: number): void {
    const { inner, outer } = this.open;
    this.clock.lookForQuotes(this.buffer, start, end, inner.kind === StampKind.none ? outer : inner, this.lines);
  }

  private takeStamps(): void {
    const { outer, inner } = this.open;
    outer.clear();
    inner.clear();
    const outerScan = this.framer.outerStamp;
    if (outerScan === undefined) return;
    const offset = outerScan.stampKind === StampKind.age ? 0 : this.years.next(outerScan.stampKind, outerScan.wallMs);
    outer.set(outerScan, offset);
    this.clock.addOuter(outerScan, offset, this.lines);
    const bytes = this.framer.buffers[this.framer.scans.indexOf(outerScan)] as Uint8Array;
    if (this.firstNote.line === 0) this.firstNote.set(bytes, outerScan, outer, this.lines);
    this.lastNote.set(bytes, outerScan, outer, this.lines);
    const innerScan = this.framer.innerStamp;
    if (innerScan === undefined) return;
    inner.set(innerScan, this.innerYears.next(innerScan.stampKind, innerScan.wallMs));
    this.clock.addPair(outerScan, innerScan, offset, this.lines);
  }

  private count(): void {
    this.records++;
    const severity = this.framer.severity;
    if (severity !== noSeverity) this.severities[severity] = (this.severities[severity] ?? 0) + 1;
    const key = this.framer.layerKey;
    const known = this.layerCounts.get(key);
    if (known === undefined) this.layerCounts.set(key, { ids: this.framer.layerIds, count: 1 });
    else known.count++;
    this.countHost();
  }

  private countHost(): void {
    const level = this.framer.hostLevel;
    if (level < 0) return;
    const scan = this.framer.scans[level] as LineScan;
    const bytes = this.framer.buffers[level] as Uint8Array;
    if (this.lastHost === null || !equalsAscii(bytes, scan.hostStart, scan.hostEnd, this.lastHost)) {
      this.lastHost = decodeUtf8(bytes, scan.hostStart, Math.min(scan.hostEnd, scan.hostStart + 255));
    }
    this.hosts.set(this.lastHost, (this.hosts.get(this.lastHost) ?? 0) + 1);
  }

  /** Ends the open record before buffer offset `end` and looks at it when a literal stands in it. */
  private finishRecord(end: number): void {
    const open = this.open;
    if (!open.isOpen) return;
    open.isOpen = false;
    const { positions, literals, count } = this.hits;
    while (this.hitIndex < count && (positions[this.hitIndex] ?? 0) < open.start) this.hitIndex++;
    const from = this.hitIndex;
    while (this.hitIndex < count && (positions[this.hitIndex] ?? 0) < end) this.hitIndex++;
    if (this.hitIndex === from) {
      this.templates.settle(false);
      return;
    }
    const found = recognise(this.context, this.reader, {
      buffer: this.buffer,
      start: open.start,
      end,
      line: open.line,
      endLine: open.endLine,
      outer: open.outer.copy(),
      inner: open.inner.copy(),
      literalPositions: positions.subarray(from, this.hitIndex),
      literals: literals.subarray(from, this.hitIndex),
    });
    this.templates.settle(found.events !== null);
    if (found.events !== null) this.keep(found.events);
    if (this.moments.length < maxMoments) this.moments.push(...found.moments);
  }

  private keep(found: readonly RawEvent[]): void {
    const places: number[] = [];
    for (const event of found) {
      const tally = this.eventsPerSignature.get(event.signature) ?? { kept: 0, last: -1 };
      this.eventsPerSignature.set(event.signature, tally);
      if (tally.kept >= maxEventsPerSignature) {
        places.push(tally.last);
        const last = this.events[tally.last] as RawEvent;
        this.events[tally.last] = { ...last, count: last.count + event.count };
        continue;
      }
      tally.kept++;
      tally.last = this.events.length;
      places.push(tally.last);
      this.events.push({ ...event, quotedBy: event.quotedBy < 0 ? -1 : (places[event.quotedBy] ?? -1) });
    }
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) {
    const value = bytes[position];
    if (value !== 32 && value !== 9 && value !== 0) return false;
  }
  return true;
}

function equalsAscii(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text.charCodeAt(index)) return false;
  return true;
}
