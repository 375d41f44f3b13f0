/** The record that is being put together, and the stamps at both ends of a source: one object each for all records. */
import { LineScan } from '../formats/format';
import type { LineShape } from '../skim/lineShape';
import { decodeUtf8 } from '../text/decode';
import type { ReadSource, StampedLine } from './readSource';
import { StampCell } from './stamp';

/** Lines that a row of a table may have. */
const mostRowLines = 12;
/** Texts of rows begin behind so many blanks, where their columns are kept. */
const textColumn = 24;
/** Margins that terminals have. */
const narrowestMargin = 60;
const widestMargin = 260;

function isMargin(width: number): boolean {
  return width >= narrowestMargin && width <= widestMargin;
}

/** The next byte from `at` on that is no blank, or that is one. */
function wordAt(bytes: Uint8Array, at: number, end: number, skipsBlanks: boolean): number {
  let position = at;
  while (position < end && (bytes[position] === 32 || bytes[position] === 9) === skipsBlanks) position++;
  return position;
}

/** The record being assembled; it ends where the next one begins. Positions are in the scan's window. */
export class OpenRecord {
  isOpen = false;
  start = 0;
  line = 0;
  endLine = 0;
  /** Whether lines without a format of their own may continue it. */
  continues = false;
  /** Of a row of a table, the length of its longest and its last line so far, in bytes; 0 of what is no row. */
  rowWidth = 0;
  lastWidth = 0;
  /** Index of the format whose next line belongs to it too (CRI `P`), or -1. */
  partialFormat = -1;
  /** Index of its format when its records have several lines, or -1. */
  block = -1;
  /** It has nothing but a head that proves nothing by itself. */
  tentative = false;
  /** Its message is still to come: layers and severity are counted then. */
  awaitsMessage = false;
  /** Its head's layers, for a record without a message. */
  headKey = 0;
  headIds: readonly string[] = [];
  hostSeen = false;
  /** Literals of source files that headers of trouble in it name. */
  readonly files: number[] = [];
  /** Its moment since boot, and a number for the boot; -1 while it has stated none. */
  sinceBootMs = -1;
  bootKey = -1;
  /** Its stamps as they were found, until both are known. */
  readonly outerScan = new LineScan();
  readonly innerScan = new LineScan();
  readonly outer = new StampCell();
  readonly inner = new StampCell();

  begin(start: number, line: number, continues: boolean, partialFormat = -1): void {
    this.isOpen = true;
    this.start = start;
    this.line = line;
    this.endLine = line;
    this.continues = continues;
    this.rowWidth = 0;
    this.partialFormat = partialFormat;
    this.block = -1;
    this.tentative = false;
    this.awaitsMessage = false;
    this.files.length = 0;
  }

  /** A header of trouble in it names this source file, if any. */
  name(file: number): void {
    if (file >= 0 && this.isOpen) this.files.push(file);
  }

  /** It is a row of a table, whose line is so long. */
  beginRow(length: number): void {
    this.rowWidth = length;
    this.lastWidth = length;
  }

  /**
   * Whether the line in `[start, end)`, which has no format, goes on with a row: it begins in the column of the row's text, or its first word
   * found no room in the line before.
   */
  goesOnRow(bytes: Uint8Array, start: number, end: number, line: number): boolean {
    if (!this.isOpen || this.rowWidth === 0 || line !== this.endLine + 1 || line - this.line > mostRowLines)
      return false;
    const indent = wordAt(bytes, start, end, true) - start;
    const length = end - start;
    if (indent < textColumn && (!isMargin(this.rowWidth) || length > widestMargin)) return false;
    const firstWord = wordAt(bytes, start + indent, end, false) - start - indent;
    const isFull = this.lastWidth === this.rowWidth && length <= this.rowWidth;
    const width = Math.max(this.rowWidth, length);
    const wraps = indent === 0 ? this.lastWidth + 1 + firstWord > width : isFull;
    if (indent < textColumn && !wraps) return false;
    this.rowWidth = Math.max(this.rowWidth, indent < textColumn ? length : 0);
    this.lastWidth = length;
    return true;
  }

  /** Takes the stamps of a skimmed line. */
  skimmed({ outer, inner }: LineShape, { years, innerYears }: ReadSource): void {
    this.outer.stand(outer, years);
    if (inner === null) this.inner.clear();
    else this.inner.stand(inner, innerYears);
  }
}

const longestStamp = 64;

/** A stamp's place in the source; its bytes are kept only when the window moves on or somebody asks. */
export class StampNote {
  readonly cell = new StampCell();
  line = 0;
  private readonly kept = new Uint8Array(longestStamp);
  private length = 0;
  private bytes: Uint8Array = this.kept;
  private start = 0;

  set(bytes: Uint8Array, start: number, end: number, cell: StampCell, line: number): void {
    const own = this.cell;
    own.kind = cell.kind;
    own.wallMs = cell.wallMs;
    own.zoneMinutes = cell.zoneMinutes;
    own.yearOffset = cell.yearOffset;
    this.line = line;
    this.bytes = bytes;
    this.start = start;
    this.length = Math.min(longestStamp, end - start);
  }

  /** Copies the stamp's bytes, which are about to change. */
  keep(): void {
    if (this.bytes === this.kept) return;
    for (let index = 0; index < this.length; index++) this.kept[index] = this.bytes[this.start + index] as number;
    this.bytes = this.kept;
    this.start = 0;
  }

  read(): StampedLine | null {
    this.keep();
    const stamp = this.cell.copy();
    return stamp === null ? null : { stamp, text: decodeUtf8(this.kept, 0, this.length), line: this.line };
  }
}
