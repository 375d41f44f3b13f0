/**
 * Where a source may be cut, so that its stretches can be read at the same time: at lines where a record begins whatever stands
 * before them. Sources are thought of in blocks; what a reader has learned is forgotten at each block's first line, so that
 * a reader who begins there knows as much as one who came all the way.
 */

import type { StampKindCode } from '../formats/format';

/** Size of a block in bytes. A stretch begins at a multiple of it. */
export const blockBytes = 4 * 1024 * 1024;

/** A stretch of a source to be read alone. */
export interface Stretch {
  /** 0, or a multiple of {@link blockBytes}; the first byte given to the reader is then the one before. */
  readonly from: number;
  /** Where the next stretch begins; `null` when this one goes to the source's end. */
  readonly to: number | null;
  /** New Years before this stretch by the outer and the inner stamps; 0 until proven otherwise. */
  readonly yearBase: number;
  readonly innerYearBase: number;
  /** Kind of the source's first stamp; `none` when this stretch holds it. */
  readonly firstKind: StampKindCode;
}

/** Says line by line whether the stretch has begun and ended. */
export class BlockRule {
  /** The next line at or behind this place is the first one of a block. */
  boundary = blockBytes;
  /** Lines still belong to the stretch before. */
  isSkipping: boolean;
  /** Every line up to here was taken. */
  isDone = false;
  /** The line at which records begin for sure is still to come: at the beginning, and behind the end. */
  isOpen: boolean;
  private readonly to: number;
  private start = 0;
  private end: number | null = null;
  private isEnding = false;
  /** A record has begun and does not go on in the next framed line. */
  private isSettled = false;

  constructor(stretch: Stretch | null) {
    const from = stretch?.from ?? 0;
    this.to = stretch?.to ?? Number.POSITIVE_INFINITY;
    this.isSkipping = from > 0;
    this.isOpen = this.isSkipping;
    if (this.isSkipping) this.boundary = from;
    this.start = this.isSkipping ? Number.POSITIVE_INFINITY : 0;
  }

  /** The line at `position` is the first one of its block. */
  enter(position: number): void {
    this.boundary = (Math.floor(position / blockBytes) + 1) * blockBytes;
    this.isSettled = false;
    if (position < this.to) return;
    this.isOpen = true;
    this.isEnding = true;
    // Nothing begins in this stretch: all of it belongs to the one before.
    if (this.isSkipping) this.isDone = true;
  }

  /** Takes a line that is not blank; true when it begins a record whatever stands before it. */
  settles(framed: boolean, isMarker: boolean, partial: boolean): boolean {
    if (!framed) return false;
    if (this.isSettled) return true;
    this.isSettled = isMarker || !partial;
    return false;
  }

  /** The line at `position` begins a record for sure; true when the stretch ends there. */
  pass(position: number): boolean {
    this.isOpen = false;
    if (this.isEnding) {
      this.isDone = true;
      this.end = position;
      return true;
    }
    this.start = position;
    return false;
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
