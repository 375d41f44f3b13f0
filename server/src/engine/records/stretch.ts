/**
 * Where a source may be cut, so that its stretches can be read at the same time: at lines where a record begins whatever stands
 * before them. Sources are thought of in blocks; what a reader has learned is forgotten at each block's first line, so that
 * a reader who begins there knows as much as one who came all the way.
 */

import type { StampKindCode } from '../formats/format';
import type { YearState } from './stamp';

/** Size of a block in bytes. A stretch begins at a multiple of it. */
export const blockBytes = 4 * 1024 * 1024;

/** A stretch of a source to be read alone. */
export interface Stretch {
  /** 0, or a multiple of {@link blockBytes}; the first byte given to the reader is then the one before. */
  readonly from: number;
  /** Where the next stretch begins; `null` when this one goes to the source's end. */
  readonly to: number | null;
  /** How the stretch before ended, by the outer and the inner stamps; {@link noYears} while nobody knows. */
  readonly years: YearState;
  readonly innerYears: YearState;
  /** Kind of the source's first stamp; `none` when this stretch holds it. */
  readonly firstKind: StampKindCode;
}

/** What the line at hand means for the stretch. */
export type Passage =
  /** Nothing. */
  | 'inside'
  /** Its block begins here for everything that is counted by block. */
  | 'block'
  /** Everything up to here belonged to the stretch before. */
  | 'begin'
  /** It belongs to the next stretch. */
  | 'end';

/** Says line by line where blocks and the stretch itself begin and end. */
export class BlockRule {
  /** The next line at or behind this place is the first one of a block. */
  boundary: number;
  /** Lines still belong to the stretch before. */
  isSkipping: boolean;
  /** Every line of the stretch was taken. */
  isDone = false;
  /** The line at which a record begins for sure is still to come in this block. */
  isOpen = false;
  private readonly to: number;
  private start: number;
  private end: number | null = null;
  private isEnding = false;
  /** A record has begun and does not go on in the next framed line. */
  private isSettled = false;

  constructor(
    stretch: Stretch | null,
    private readonly size = blockBytes,
  ) {
    const from = stretch?.from ?? 0;
    this.to = stretch?.to ?? Number.POSITIVE_INFINITY;
    this.isSkipping = from > 0;
    this.boundary = this.isSkipping ? from : size;
    this.start = this.isSkipping ? Number.POSITIVE_INFINITY : 0;
  }

  /** The line at `position` is the first one of its block. */
  enter(position: number): void {
    this.boundary = (Math.floor(position / this.size) + 1) * this.size;
    this.isOpen = true;
    this.isSettled = false;
    if (position < this.to) return;
    this.isEnding = true;
    // Nothing begins in this stretch: all of it belongs to the one before.
    if (this.isSkipping) this.isDone = true;
  }

  /** Takes a line that is not blank, which begins at `position`, while the block's sure beginning is still to come. */
  pass(position: number, framed: boolean, isMarker: boolean, partial: boolean): Passage {
    if (!framed) return 'inside';
    if (!this.isSettled) {
      this.isSettled = isMarker || !partial;
      return 'inside';
    }
    this.isOpen = false;
    if (this.isEnding) {
      this.isDone = true;
      this.end = position;
      return 'end';
    }
    if (!this.isSkipping) return 'block';
    this.isSkipping = false;
    this.start = position;
    return 'begin';
  }

  /** The source ends at `position`. */
  finish(position: number): void {
    this.end ??= position;
  }

  /** Bytes of the stretch, of which `position` was reached. */
  bytesUpTo(position: number): number {
    return Math.max(0, (this.end ?? position) - this.start);
  }
}
