/** The stretch of a journal file that is in memory: it slides forward with the reader and keeps some of what lies behind. */
import type { Asking } from './asks';
import { viewOf } from './layout';

/** Bytes asked for at a time. */
const pieceBytes = 1024 * 1024;
/** Bytes kept behind the reader: most fields of an entry stand shortly before it. */
const behindBytes = 1024 * 1024;
/** Everything that can be looked at in one go. */
export const aheadBytes = pieceBytes / 2;

/** Bytes `[start, end)` of a file. */
export class FileWindow {
  start = 0;
  end = 0;
  /** Why the file could not be read on, at `end`. */
  failure: string | null = null;
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = viewOf(this.bytes);

  constructor(
    private readonly file: number,
    private readonly fileBytes: number,
  ) {}

  /** True when the bytes are in memory. */
  has(offset: number, length: number): boolean {
    return offset >= this.start && offset + length <= this.end;
  }

  /** True when nothing behind `end` can be had. */
  get atEnd(): boolean {
    return this.end >= this.fileBytes;
  }

  /** Slides until `offset` and half a piece behind it are in memory, or as much of that as can be had. */
  *slideTo(offset: number): Asking<void> {
    if (offset < this.start || offset > this.end) {
      this.start = offset;
      this.end = offset;
    }
    while (this.end < Math.min(this.fileBytes, offset + aheadBytes) && (yield* this.more(offset)));
  }

  /** Forgets everything; the file can be read again from anywhere. */
  release(): void {
    this.start = 0;
    this.end = 0;
    this.bytes = new Uint8Array(0);
    this.view = viewOf(this.bytes);
  }

  private *more(offset: number): Asking<boolean> {
    const length = Math.min(pieceBytes, this.fileBytes - this.end);
    const answer = yield {
      kind: 'read',
      file: this.file,
      offset: this.end,
      length,
    };
    if (!(answer instanceof Uint8Array)) this.failure = answer.failure;
    const read = answer instanceof Uint8Array ? answer.subarray(0, length) : new Uint8Array(0);
    if (read.length === 0) return false;
    const keepFrom = Math.max(this.start, offset - behindBytes);
    const kept = this.end - keepFrom;
    // A fresh array of the usual size once; later pieces move within it.
    if (this.bytes.length < kept + read.length) this.grow(kept + read.length, keepFrom);
    else this.bytes.copyWithin(0, keepFrom - this.start, this.end - this.start);
    this.bytes.set(read, kept);
    this.start = keepFrom;
    this.end += read.length;
    return true;
  }

  private grow(needed: number, keepFrom: number): void {
    const grown = new Uint8Array(Math.max(needed, Math.min(behindBytes + 2 * pieceBytes, this.fileBytes)));
    grown.set(this.bytes.subarray(keepFrom - this.start, this.end - this.start));
    this.bytes = grown;
    this.view = viewOf(grown);
  }
}
