/** Takes a line apart layer by layer: envelope, envelope in the envelope, record; also through escaped bodies. */
import type { LogFormat } from '../formats/format';
import { BodyEncoding, LineScan, StampKind } from '../formats/format';
import { colorCodeLength } from '../formats/parts/colorCodes';
import { noSeverity } from '../model/severity';
import { EscapeBuffer } from '../text/escapes';

/** More layers than any real collection has; deeper ones stay part of the innermost body. */
export const maxLayers = 6;

/**
 * Frames one line at a time. After `frame` returned true, `depth` layers are in `layers` (format indices) and `scans`,
 * outermost first; positions of layer n refer to `buffers[n]`, which is the source itself unless an outer body is escaped.
 */
export class Framer {
  readonly scans: readonly LineScan[] = Array.from({ length: maxLayers }, () => new LineScan());
  readonly layers = new Int32Array(maxLayers);
  /** Bytes that each layer's positions refer to. */
  readonly buffers: Uint8Array[] = [];
  /** For layers inside an escaped body: how to get back to the layer outside. */
  readonly escapes: (EscapeBuffer | undefined)[] = [];
  depth = 0;

  private readonly outermost: readonly number[];
  private readonly inner: readonly number[];
  private readonly scratch: readonly EscapeBuffer[] = Array.from({ length: maxLayers }, () => new EscapeBuffer());
  /** The format that last fitted at the outside and inside each format: lines of one source resemble each other. */
  private lastOutermost = -1;
  private readonly lastInner: Int32Array;

  constructor(private readonly formats: readonly LogFormat[]) {
    const indices = formats.map((_, index) => index);
    this.outermost = indices;
    this.inner = indices.filter((index) => {
      const kind = formats[index]?.kind;
      return kind === 'record' || kind === 'envelope';
    });
    this.lastInner = new Int32Array(formats.length).fill(-1);
  }

  /** Forgets which formats fitted: what follows is read as if nothing had come before. */
  forget(): void {
    this.lastOutermost = -1;
    this.lastInner.fill(-1);
  }

  /** True when the line has a format; its layers can then be read until the next call. */
  frame(bytes: Uint8Array, start: number, end: number): boolean {
    this.depth = 0;
    if (start >= end) return false;
    const hint = this.lastOutermost;
    if (hint >= 0 && this.accept(hint, bytes, start, end, 0, undefined)) return true;
    for (const index of this.outermost) {
      if (index !== hint && this.accept(index, bytes, start, end, 0, undefined)) {
        if (this.formats[index]?.kind !== 'marker') this.lastOutermost = index;
        return true;
      }
    }
    return false;
  }

  /** The innermost layer's format. */
  get innermost(): LogFormat {
    return this.formats[this.layers[this.depth - 1] ?? 0] as LogFormat;
  }

  /** The innermost layer's scan. */
  get body(): LineScan {
    return this.scans[this.depth - 1] as LineScan;
  }

  /** The outermost scan with a stamp, or undefined. */
  get outerStamp(): LineScan | undefined {
    for (let level = 0; level < this.depth; level++) {
      const scan = this.scans[level] as LineScan;
      if (scan.stampKind !== StampKind.none) return scan;
    }
    return undefined;
  }

  /** The innermost scan with a stamp, when it is not the outermost one too. */
  get innerStamp(): LineScan | undefined {
    const outer = this.outerStamp;
    for (let level = this.depth - 1; level > 0; level--) {
      const scan = this.scans[level] as LineScan;
      if (scan === outer) return undefined;
      if (scan.stampKind !== StampKind.none) return scan;
    }
    return undefined;
  }

  /** Severity as the innermost layer that states one has it. */
  get severity(): number {
    for (let level = this.depth - 1; level >= 0; level--) {
      const severity = (this.scans[level] as LineScan).severity;
      if (severity !== noSeverity) return severity;
    }
    return noSeverity;
  }

  /** True when the record goes on in the next line. */
  get partial(): boolean {
    for (let level = 0; level < this.depth; level++) if ((this.scans[level] as LineScan).partial) return true;
    return false;
  }

  /** Level of the first layer that names a host, or -1. */
  get hostLevel(): number {
    return this.levelWith((scan) => scan.hostStart >= 0 && scan.hostEnd > scan.hostStart);
  }

  /** Level of the first layer that names a unit, or -1. */
  get unitLevel(): number {
    return this.levelWith((scan) => scan.unitStart >= 0 && scan.unitEnd > scan.unitStart);
  }

  /** The layers as ids, outermost first. */
  get layerIds(): string[] {
    return Array.from(this.layers.subarray(0, this.depth), (index) => this.formats[index]?.id ?? '');
  }

  /** A number that is the same for lines with the same layers. */
  get layerKey(): number {
    let key = 0;
    for (let level = 0; level < this.depth; level++) key = key * 128 + (this.layers[level] ?? 0) + 1;
    return key;
  }

  /** Offset in the source of offset `position` in layer `level`'s buffer. */
  sourceOffset(level: number, position: number): number {
    let offset = position;
    for (let current = level; current > 0; current--) {
      const unescaped = this.escapes[current];
      if (unescaped !== undefined)
        offset = offset < unescaped.length ? (unescaped.origin[offset] ?? 0) : this.endOfEscaped(current);
    }
    return offset;
  }

  private endOfEscaped(level: number): number {
    return (this.scans[level - 1] as LineScan).bodyEnd;
  }

  private levelWith(test: (scan: LineScan) => boolean): number {
    for (let level = 0; level < this.depth; level++) if (test(this.scans[level] as LineScan)) return level;
    return -1;
  }

  private accept(
    index: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    level: number,
    unescaped: EscapeBuffer | undefined,
  ): boolean {
    const format = this.formats[index] as LogFormat;
    const scan = this.scans[level] as LineScan;
    scan.reset();
    if (!format.scan(bytes, start, end, scan)) return false;
    this.layers[level] = index;
    this.buffers[level] = bytes;
    this.escapes[level] = unescaped;
    this.depth = level + 1;
    if (format.kind !== 'envelope') return true;
    const found = level + 1 < maxLayers && this.descend(index, bytes, scan, level + 1);
    if (!found) this.depth = level + 1;
    // A prefix without a stamp proves nothing unless something known stands behind it.
    return found || scan.stampKind !== StampKind.none;
  }

  private descend(outer: number, bytes: Uint8Array, scan: LineScan, level: number): boolean {
    let from = bytes;
    let start = scan.bodyStart;
    let end = scan.bodyEnd;
    let unescaped: EscapeBuffer | undefined;
    if (start < 0 || start >= end) return false;
    const isColored = scan.bodyEncoding === BodyEncoding.colored;
    if (isColored || (scan.bodyEncoding !== BodyEncoding.plain && hasBackslash(bytes, start, end))) {
      unescaped = this.scratch[level] as EscapeBuffer;
      if (isColored) unescaped.strip(bytes, start, end, (at) => colorCodeLength(bytes, at, end));
      else unescaped.unescape(bytes, start, end);
      from = unescaped.bytes;
      start = 0;
      end = trimLineEnd(from, unescaped.length);
    }
    const hint = this.lastInner[outer] ?? -1;
    if (hint >= 0 && this.accept(hint, from, start, end, level, unescaped)) return true;
    const stampless = scan.stampKind === StampKind.none;
    for (const index of stampless ? this.outermost : this.inner) {
      if (index === hint || (stampless && (index === outer || this.formats[index]?.kind === 'marker'))) continue;
      if (this.accept(index, from, start, end, level, unescaped)) {
        this.lastInner[outer] = index;
        return true;
      }
    }
    return false;
  }
}

function hasBackslash(bytes: Uint8Array, start: number, end: number): boolean {
  const found = bytes.indexOf(0x5c, start);
  return found >= 0 && found < end;
}

function trimLineEnd(bytes: Uint8Array, length: number): number {
  let end = length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return end;
}
