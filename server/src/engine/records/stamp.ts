/** A time stamp as it stands in a record, before anybody knows its year, zone or skew. */
import type { LineScan, StampKindCode } from '../formats/format';
import { noZone, StampKind } from '../formats/format';

/** What a scan found, small enough to keep for every event. */
export interface RawStamp {
  readonly kind: StampKindCode;
  readonly wallMs: number;
  readonly zoneMinutes: number;
  /** How many New Years lie between the source's first record and this one; negative before it. */
  readonly yearOffset: number;
}

/** The stamp of the record being read: one object for all records. */
export class StampCell {
  kind: StampKindCode = StampKind.none;
  wallMs = 0;
  zoneMinutes: number = noZone;
  yearOffset = 0;

  clear(): void {
    this.kind = StampKind.none;
  }

  set(scan: LineScan, yearOffset: number): void {
    this.kind = scan.stampKind;
    this.wallMs = scan.wallMs;
    this.zoneMinutes = scan.zoneMinutes;
    this.yearOffset = yearOffset;
  }

  /** A copy to keep, or `null` when there is no stamp. */
  copy(): RawStamp | null {
    if (this.kind === StampKind.none) return null;
    return { kind: this.kind, wallMs: this.wallMs, zoneMinutes: this.zoneMinutes, yearOffset: this.yearOffset };
  }
}

/** The reference year's length: a leap year's. */
const referenceYearMs = 366 * 86_400_000;

/**
 * A stamp as a number that can be compared and subtracted within its source: ms of its own clock, or UTC where it states its
 * zone. New Years passed since the first record count as years of 366 days.
 */
export function ownMs(stamp: Pick<RawStamp, 'kind' | 'wallMs' | 'zoneMinutes' | 'yearOffset'>): number {
  const zoneMs = stamp.zoneMinutes === noZone ? 0 : stamp.zoneMinutes * 60_000;
  const yearMs = stamp.kind === StampKind.yearless ? stamp.yearOffset * referenceYearMs : 0;
  return stamp.wallMs - zoneMs + yearMs;
}

/** The stamp of the same kind that {@link ownMs} makes that number of. */
export function fromOwnMs(like: RawStamp, ms: number): RawStamp {
  const zoneMinutes = like.zoneMinutes === noZone ? noZone : 0;
  if (like.kind !== StampKind.yearless) return { kind: like.kind, wallMs: ms, zoneMinutes, yearOffset: 0 };
  const yearOffset = Math.floor((ms - referenceStartMs) / referenceYearMs);
  return { kind: like.kind, wallMs: ms - yearOffset * referenceYearMs, zoneMinutes, yearOffset };
}

const referenceStartMs = Date.UTC(1972, 0, 1);
const halfYearMs = 180 * 86_400_000;

/** Counts New Years in a run of yearless stamps; small disorder around midnight of 31 December does not confuse it. */
export class YearCounter {
  private previousMs = -1;
  private previousKind: StampKindCode = StampKind.none;
  private lastYearlessMs = -1;
  /** New Years passed since the first stamp; negative in newest-first sources. */
  offset = 0;
  /** Stamps that were before their predecessor, New Year aside. */
  descents = 0;
  /** Stamps that were after it. */
  ascents = 0;

  /** Takes the next stamp and returns its year offset. */
  next(kind: StampKindCode, wallMs: number): number {
    if (kind === StampKind.yearless) this.countYears(wallMs);
    if (kind === this.previousKind) {
      const step = wallMs - this.previousMs;
      if (step < 0 && step > -halfYearMs) this.descents++;
      else if (step > 0 && step < halfYearMs) this.ascents++;
    }
    this.previousMs = wallMs;
    this.previousKind = kind;
    return this.offset;
  }

  /** Only yearless stamps are compared with each other: a source may mix them with dated ones. */
  private countYears(wallMs: number): void {
    if (this.lastYearlessMs >= 0) {
      const step = wallMs - this.lastYearlessMs;
      if (step < -halfYearMs) this.offset++;
      else if (step > halfYearMs) this.offset--;
    }
    this.lastYearlessMs = wallMs;
  }

  /** The source was written newest first (`journalctl -r`). */
  get newestFirst(): boolean {
    return this.descents > 0 && this.descents > this.ascents * 4;
  }
}
