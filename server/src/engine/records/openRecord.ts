/** The record that is being put together, and the stamps at both ends of a source: one object each for all records. */
import type { LineScan } from '../formats/format';
import { decodeUtf8 } from '../text/decode';
import type { StampedLine } from './readSource';
import { StampCell } from './stamp';

/** The record being assembled; it ends where the next one begins. Positions are in the scan's window. */
export class OpenRecord {
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

const longestStamp = 64;

/** A stamp's place in the source, kept as bytes until somebody asks. */
export class StampNote {
  readonly cell = new StampCell();
  line = 0;
  private readonly bytes = new Uint8Array(longestStamp);
  private length = 0;

  set(bytes: Uint8Array, scan: LineScan, cell: StampCell, line: number): void {
    this.cell.kind = cell.kind;
    this.cell.wallMs = cell.wallMs;
    this.cell.zoneMinutes = cell.zoneMinutes;
    this.cell.yearOffset = cell.yearOffset;
    this.line = line;
    const { stampStart, stampEnd } = scan;
    this.length = Math.min(longestStamp, stampEnd - stampStart);
    for (let index = 0; index < this.length; index++) this.bytes[index] = bytes[stampStart + index] as number;
  }

  read(): StampedLine | null {
    const stamp = this.cell.copy();
    return stamp === null ? null : { stamp, text: decodeUtf8(this.bytes, 0, this.length), line: this.line };
  }
}
