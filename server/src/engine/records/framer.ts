/** Takes a line apart layer by layer: envelope, envelope in the envelope, record; also through escaped bodies. */
import type { BlockPartCode, LogFormat } from '../formats/format';
import { BlockPart, BodyEncoding, LineScan, StampKind } from '../formats/format';
import { colorCodeLength } from '../formats/parts/colorCodes';
import { hasNeeded, signSets, signsIn } from '../formats/signs';
import { noSeverity } from '../model/severity';
import { EscapeBuffer } from '../text/escapes';

/** More layers than any real collection has; deeper ones stay part of the innermost body. */
const maxLayers = 6;

/** Formats to ask, in the order of the list: for each byte that a text can begin with, and what stands in it. */
class Candidates {
  private readonly known: ((readonly number[] | undefined)[] | undefined)[] = new Array<undefined>(256).fill(undefined);

  constructor(
    private readonly formats: readonly LogFormat[],
    private readonly indices: readonly number[],
  ) {}

  of(first: number, signs: number): readonly number[] {
    const bySigns = this.known[first] ?? this.begin(first);
    return bySigns[signs] ?? this.choose(bySigns, first, signs);
  }

  private begin(first: number): (readonly number[] | undefined)[] {
    const bySigns = new Array<undefined>(signSets).fill(undefined);
    this.known[first] = bySigns;
    return bySigns;
  }

  private choose(bySigns: (readonly number[] | undefined)[], first: number, signs: number): readonly number[] {
    const letter = String.fromCharCode(first);
    const chosen = this.indices.filter((index) => {
      const { begins, needs = [] } = this.formats[index] as LogFormat;
      return (begins?.includes(letter) ?? true) && needs.every((need) => hasNeeded(signs, need));
    });
    bySigns[signs] = chosen;
    return chosen;
  }
}

/** Where a format is asked: a layer outside and a first byte, as one number. */
export interface FittedPlace {
  readonly place: number;
  readonly format: number;
}

/**
 * Frames one line at a time. After `frame` returned true, `depth` layers are in `layers` (format indices) and `scans`,
 * outermost first; positions of layer n refer to `buffers[n]`, which is the source itself unless an outer body is escaped.
 */
export class Framer {
  readonly scans: readonly LineScan[] = Array.from({ length: maxLayers }, () => new LineScan());
  readonly layers: number[] = new Array<number>(maxLayers).fill(0);
  /** Bytes that each layer's positions refer to. */
  readonly buffers: Uint8Array[] = [];
  /** For layers inside an escaped body: how to get back to the layer outside. */
  readonly escapes: (EscapeBuffer | undefined)[] = [];
  depth = 0;
  /** Level of the outermost layer with a stamp, or -1. */
  outerStampLevel = -1;
  /** Level of the innermost layer with a stamp, when it is not the outermost one too, or -1. */
  innerStampLevel = -1;
  /** Level of the first layer that names a host, or -1. */
  hostLevel = -1;
  /** Severity as the innermost layer that states one has it. */
  severity: number = noSeverity;
  /** True when the record goes on in the next line of the format {@link partialFormat}. */
  partial = false;
  partialFormat = -1;
  /** A number that is the same for lines with the same layers. */
  layerKey = 0;
  /** Level of the first layer whose records have several lines, or -1; and which part of one the line is. */
  blockLevel = -1;
  part: BlockPartCode = BlockPart.none;
  /** Counts how often the order in which formats are asked has changed. */
  changes = 0;

  private readonly outermost: Candidates;
  private readonly behindPrefix: Candidates;
  private readonly inner: Candidates;
  private readonly isEnvelope: readonly boolean[];
  private readonly isMarker: readonly boolean[];
  private readonly scratch: readonly EscapeBuffer[] = Array.from({ length: maxLayers }, () => new EscapeBuffer());
  /**
   * The format that last fitted, plus one, at the outside and inside each format, for each first byte: lines of one source
   * resemble each other.
   */
  private readonly fitted: Int16Array;
  /** What stands in each level's text; -1 as long as nobody has asked. */
  private readonly signs: number[] = new Array<number>(maxLayers).fill(-1);

  constructor(readonly formats: readonly LogFormat[]) {
    const { outermost, behindPrefix, inner } = candidatesOf(formats);
    this.outermost = outermost;
    this.behindPrefix = behindPrefix;
    this.inner = inner;
    this.isEnvelope = formats.map(({ kind }) => kind === 'envelope');
    this.isMarker = formats.map(({ kind }) => kind === 'marker');
    this.fitted = new Int16Array((formats.length + 1) * 256);
  }

  /** Forgets which formats fitted: what follows is read as if nothing had come before. */
  forget(): void {
    this.fitted.fill(0);
    this.changes++;
  }

  /** Becomes as if it were new. */
  renew(): void {
    for (const scan of this.scans) scan.reset();
    this.layers.fill(0);
    this.buffers.length = 0;
    this.escapes.length = 0;
    this.depth = 0;
    this.outerStampLevel = -1;
    this.innerStampLevel = -1;
    this.hostLevel = -1;
    this.severity = noSeverity;
    this.partial = false;
    this.partialFormat = -1;
    this.layerKey = 0;
    this.blockLevel = -1;
    this.part = BlockPart.none;
    this.changes = 0;
    this.fitted.fill(0);
    this.signs.fill(-1);
  }

  /** The line's layers with what they began with: as long as {@link isFirst} says so, a line that begins the same way has the same ones. */
  path(start: number): readonly FittedPlace[] {
    const path: FittedPlace[] = [];
    for (let level = 0; level < this.depth; level++) {
      const from = level === 0 ? start : this.startOf(level);
      const outer = level === 0 ? 0 : (this.layers[level - 1] as number) + 1;
      const first = (this.buffers[level] as Uint8Array)[from] as number;
      path.push({ place: outer * 256 + first, format: this.layers[level] as number });
    }
    return path;
  }

  /** Where layer `level` begins in its buffer. */
  private startOf(level: number): number {
    return this.escapes[level] === undefined ? (this.scans[level - 1] as LineScan).bodyStart : 0;
  }

  /** True when the formats of a {@link path} are the first ones asked in their places. */
  isFirst(path: readonly FittedPlace[]): boolean {
    for (const { place, format } of path) if (this.fitted[place] !== format + 1) return false;
    return true;
  }

  private fit(place: number, index: number): void {
    if (this.fitted[place] === index + 1) return;
    this.fitted[place] = index + 1;
    this.changes++;
  }

  /** True when the line has a format; its layers can then be read until the next call. */
  frame(bytes: Uint8Array, start: number, end: number): boolean {
    this.depth = 0;
    this.signs[0] = -1;
    if (start >= end) return false;
    const first = bytes[start] as number;
    const hint = (this.fitted[first] as number) - 1;
    if (hint >= 0 && this.accept(hint, bytes, start, end, 0, undefined)) {
      this.summarize();
      return true;
    }
    const signs = signsIn(bytes, start, end);
    this.signs[0] = signs;
    const candidates = this.outermost.of(first, signs);
    for (let place = 0; place < candidates.length; place++) {
      const index = candidates[place] as number;
      if (index === hint || !this.accept(index, bytes, start, end, 0, undefined)) continue;
      if (this.isMarker[index] !== true) this.fit(first, index);
      this.summarize();
      return true;
    }
    return false;
  }

  /** The innermost layer's format. */
  get innermost(): LogFormat {
    return this.formats[this.layers[this.depth - 1] ?? 0] as LogFormat;
  }

  /** True when the line has a layer of the format `index`. */
  has(index: number): boolean {
    for (let level = 0; level < this.depth; level++) if (this.layers[level] === index) return true;
    return false;
  }

  /** The format whose records have several lines, after a line of one. */
  get block(): LogFormat {
    return this.formats[this.layers[this.blockLevel] ?? 0] as LogFormat;
  }

  /** The innermost layer's scan. */
  get body(): LineScan {
    return this.scans[this.depth - 1] as LineScan;
  }

  /** Level of the first layer that names a unit, or -1. */
  get unitLevel(): number {
    return this.scans.findIndex(
      ({ unitStart, unitEnd }, level) => level < this.depth && unitStart >= 0 && unitEnd > unitStart,
    );
  }

  /** The layers as ids, outermost first. */
  get layerIds(): string[] {
    return this.layers.slice(0, this.depth).map((index) => this.formats[index]?.id ?? '');
  }

  /** Offset in the source of offset `position` in layer `level`'s buffer. */
  sourceOffset(level: number, position: number): number {
    let offset = position;
    for (let current = level; current > 0; current--) {
      const unescaped = this.escapes[current];
      if (unescaped !== undefined)
        offset = offset < unescaped.length ? unescaped.originOf(offset) : this.endOfEscaped(current);
    }
    return offset;
  }

  private endOfEscaped(level: number): number {
    return (this.scans[level - 1] as LineScan).bodyEnd;
  }

  /** Reads off the layers, once for each line, what every line is asked for. */
  private summarize(): void {
    const { scans, layers, depth } = this;
    let outerStamp = -1;
    let innerStamp = -1;
    let host = -1;
    let severity: number = noSeverity;
    let partialFormat = -1;
    let key = 0;
    let block = -1;
    for (let level = 0; level < depth; level++) {
      const scan = scans[level] as LineScan;
      if (scan.stampKind !== StampKind.none) {
        // A time of day counts for nothing before a stamp with a date.
        if (outerStamp < 0 || (scans[outerStamp] as LineScan).stampKind === StampKind.clock) outerStamp = level;
        else innerStamp = level;
      }
      if (host < 0 && scan.hostEnd > scan.hostStart && scan.hostStart >= 0) host = level;
      if (scan.severity !== noSeverity) severity = scan.severity;
      // What has no stamp is a record as its envelope counts, line by line.
      if (scan.partial && (outerStamp < 0 || scan.stampKind !== StampKind.none))
        partialFormat = layers[level] as number;
      if (block < 0 && scan.part !== BlockPart.none) block = level;
      key = key * 128 + (layers[level] as number) + 1;
    }
    this.outerStampLevel = outerStamp;
    this.innerStampLevel = innerStamp;
    this.hostLevel = host;
    this.severity = severity;
    this.partial = partialFormat >= 0;
    this.partialFormat = partialFormat;
    this.layerKey = key;
    this.blockLevel = block;
    this.part = block < 0 ? BlockPart.none : (scans[block] as LineScan).part;
  }

  private accept(
    index: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    level: number,
    unescaped: EscapeBuffer | undefined,
  ): boolean {
    const scan = this.scans[level] as LineScan;
    scan.reset();
    if (!(this.formats[index] as LogFormat).scan(bytes, start, end, scan)) return false;
    this.layers[level] = index;
    this.buffers[level] = bytes;
    this.escapes[level] = unescaped;
    this.depth = level + 1;
    if (this.isEnvelope[index] !== true) return true;
    const found = level + 1 < maxLayers && this.descend(index, bytes, scan, level + 1);
    if (!found) this.depth = level + 1;
    // A prefix without a stamp proves nothing unless something known stands behind it.
    return found || scan.stampKind !== StampKind.none || scan.part !== BlockPart.none;
  }

  /** A part of a record of several lines proves nothing behind a prefix: its place in the line is a part of it. */
  private isBlock(level: number): boolean {
    return (this.scans[level] as LineScan).part !== BlockPart.none;
  }

  private descend(outer: number, bytes: Uint8Array, scan: LineScan, level: number): boolean {
    let from = bytes;
    let start = scan.bodyStart;
    let end = scan.bodyEnd;
    let unescaped: EscapeBuffer | undefined;
    if (start < 0 || start >= end) return false;
    if (isWritten(scan, bytes)) {
      unescaped = this.scratch[level] as EscapeBuffer;
      if (scan.bodyEncoding === BodyEncoding.colored) unescaped.strip(bytes, start, end, colorCodeLength);
      else if (scan.bodyEncoding === BodyEncoding.octal) unescaped.unescapeOctal(bytes, start, end);
      else if (scan.bodyEncoding === BodyEncoding.html) unescaped.unescapeHtml(bytes, start, end);
      else unescaped.unescape(bytes, start, end);
      from = unescaped.bytes;
      start = 0;
      end = trimLineEnd(from, unescaped.length);
      if (end === 0) return false;
    }
    const first = from[start] as number;
    const place = (outer + 1) * 256 + first;
    const hint = (this.fitted[place] as number) - 1;
    const stampless = scan.stampKind === StampKind.none;
    this.signs[level] = -1;
    if (hint >= 0 && this.accept(hint, from, start, end, level, unescaped) && !(stampless && this.isBlock(level)))
      return true;
    // A prefix leaves nearly all of the text: what does not stand there does not stand here.
    const outside = stampless && unescaped === undefined ? (this.signs[level - 1] as number) : -1;
    const signs = outside >= 0 ? outside : signsIn(from, start, end);
    this.signs[level] = signs;
    const candidates = (stampless ? this.behindPrefix : this.inner).of(first, signs);
    for (let turn = 0; turn < candidates.length; turn++) {
      const index = candidates[turn] as number;
      if (index === hint || (stampless && index === outer)) continue;
      if (this.accept(index, from, start, end, level, unescaped) && !(stampless && this.isBlock(level))) {
        this.fit(place, index);
        return true;
      }
    }
    return false;
  }
}

/** Whether the body's bytes are not the text itself. */
function isWritten({ bodyEncoding, bodyStart, bodyEnd }: LineScan, bytes: Uint8Array): boolean {
  if (bodyEncoding === BodyEncoding.plain) return false;
  const mayBePlain = bodyEncoding === BodyEncoding.json || bodyEncoding === BodyEncoding.goQuoted;
  return !mayBePlain || hasBackslash(bytes, bodyStart, bodyEnd);
}

/** Framers of one triage, each used again: their tables take longer to make than a small source to read. */
export class FramerPool {
  private readonly idle = new Map<readonly LogFormat[], Framer[]>();

  take(formats: readonly LogFormat[]): Framer {
    return this.idle.get(formats)?.pop() ?? new Framer(formats);
  }

  give(framer: Framer): void {
    framer.renew();
    const idle = this.idle.get(framer.formats) ?? [];
    this.idle.set(framer.formats, idle);
    idle.push(framer);
  }
}

interface Sorted {
  readonly outermost: Candidates;
  readonly behindPrefix: Candidates;
  readonly inner: Candidates;
}

const sortedOut = new WeakMap<readonly LogFormat[], Sorted>();

/** The list's candidates: sorted out once, as a folder may hold very many sources. */
function candidatesOf(formats: readonly LogFormat[]): Sorted {
  const known = sortedOut.get(formats);
  if (known !== undefined) return known;
  const indices = formats.map((_, index) => index);
  const insideOthers = indices.filter((index) => ['record', 'envelope'].includes(formats[index]?.kind ?? ''));
  const behindPrefix = indices.filter((index) => formats[index]?.kind !== 'marker' && formats[index]?.isBlock !== true);
  const found = {
    outermost: new Candidates(formats, indices),
    behindPrefix: new Candidates(formats, behindPrefix),
    inner: new Candidates(formats, insideOthers),
  };
  sortedOut.set(formats, found);
  return found;
}

function hasBackslash(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) if (bytes[position] === 0x5c) return true;
  return false;
}

function trimLineEnd(bytes: Uint8Array, length: number): number {
  let end = length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return end;
}
