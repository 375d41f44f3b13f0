/** A time stamp as it stands in a record, before anybody knows its year, zone or skew. */
import type { LineScan, StampKindCode } from '../formats/format';
import { noZone, StampKind } from '../formats/format';
import {
  runAscents,
  runDescents,
  runInnerAscents,
  runInnerDescents,
  runInnerKind,
  runInnerMs,
  runInnerYearlessMs,
  runOuterKind,
  runOuterMs,
  runYearShift,
} from '../skim/layout';
import type { SkimRun } from '../skim/skimRun';

/** What a scan found, small enough to keep for every event. */
export interface RawStamp {
  readonly kind: StampKindCode;
  readonly wallMs: number;
  readonly zoneMinutes: number;
  /** How many New Years lie between the source's first record and this one, midnights for a time of day; negative before it. */
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

  /** Takes the stamp that was counted last, of which all but the time is known. */
  stand(
    { kind, zoneMinutes }: { readonly kind: StampKindCode; readonly zoneMinutes: number },
    years: YearCounter,
  ): void {
    this.kind = kind;
    this.wallMs = years.lastMs;
    this.zoneMinutes = zoneMinutes;
    this.yearOffset = years.offset;
  }

  /** A copy to keep, or `null` when there is no stamp. */
  copy(): RawStamp | null {
    if (this.kind === StampKind.none) return null;
    return { kind: this.kind, wallMs: this.wallMs, zoneMinutes: this.zoneMinutes, yearOffset: this.yearOffset };
  }
}

const dayMs = 86_400_000;

/** What a stamp of this kind has left out when its offset grows by one: a year of the reference calendar, a day. */
function turnMs(kind: StampKindCode): number {
  if (kind === StampKind.yearless) return referenceYearMs;
  return kind === StampKind.clock ? dayMs : 0;
}

/** The reference year's length: a leap year's. */
const referenceYearMs = 366 * 86_400_000;

/**
 * A stamp as a number that can be compared and subtracted within its source: ms of its own clock, or UTC where it states its
 * zone. New Years passed since the first record count as years of 366 days.
 */
export function ownMs(stamp: Pick<RawStamp, 'kind' | 'wallMs' | 'zoneMinutes' | 'yearOffset'>): number {
  const zoneMs = stamp.zoneMinutes === noZone ? 0 : stamp.zoneMinutes * 60_000;
  return stamp.wallMs - zoneMs + stamp.yearOffset * turnMs(stamp.kind);
}

/** The stamp of the same kind that {@link ownMs} makes that number of. */
export function fromOwnMs(like: RawStamp, ms: number): RawStamp {
  const zoneMinutes = like.zoneMinutes === noZone ? noZone : 0;
  if (like.kind === StampKind.clock) {
    const yearOffset = Math.floor(ms / dayMs);
    return { kind: like.kind, wallMs: ms - yearOffset * dayMs, zoneMinutes, yearOffset };
  }
  if (like.kind !== StampKind.yearless) return { kind: like.kind, wallMs: ms, zoneMinutes, yearOffset: 0 };
  const yearOffset = Math.floor((ms - referenceStartMs) / referenceYearMs);
  return { kind: like.kind, wallMs: ms - yearOffset * referenceYearMs, zoneMinutes, yearOffset };
}

const referenceStartMs = Date.UTC(1972, 0, 1);
const halfYearMs = 180 * 86_400_000;

/** Where the counting of New Years stands between two stretches of a source. */
export interface YearState {
  readonly offset: number;
  /** The last yearless stamp; -1 when there was none, or none that is known. */
  readonly lastYearlessMs: number;
  /** Midnights passed, and the last time of day; the same for it. */
  readonly days: number;
  readonly lastClockMs: number;
}

/** Before a source's first stamp. */
export const noYears: YearState = { offset: 0, lastYearlessMs: -1, days: 0, lastClockMs: -1 };

/** Counts New Years in a run of yearless stamps, and midnights in a run of times of day; small disorder around midnight does not confuse it. */
export class YearCounter {
  private previousMs = -1;
  private previousKind: StampKindCode = StampKind.none;
  private lastYearlessMs: number;
  private firstMs = -1;
  private firstKind: StampKindCode = StampKind.none;
  private firstYearlessMs = -1;
  private firstClockMs = -1;
  private lastClockMs: number;
  private days: number;
  /** New Years passed since the source's first stamp; negative in newest-first sources. */
  offset: number;
  /** Stamps that were before their predecessor, New Year aside. */
  descents = 0;
  /** Stamps that were after it. */
  ascents = 0;

  /** `before`: how the stretch before this one ended. Only of records' own stamps steps of years matter. */
  constructor(
    private readonly before: YearState = noYears,
    private readonly isOuter = true,
  ) {
    this.offset = before.offset;
    this.lastYearlessMs = before.lastYearlessMs;
    this.days = before.days;
    this.lastClockMs = before.lastClockMs;
  }

  /** The last stamp. */
  get lastMs(): number {
    return this.previousMs;
  }

  /** How this stretch ends. */
  get state(): YearState {
    const { offset, lastYearlessMs, days, lastClockMs } = this;
    return { offset, lastYearlessMs, days, lastClockMs };
  }

  /** Takes the next stamp and returns its year offset; a time of day's offset in days. */
  next({ stampKind: kind, wallMs }: Pick<LineScan, 'stampKind' | 'wallMs'>): number {
    if (kind === StampKind.clock) {
      this.countDay(wallMs);
      this.order(kind, wallMs + this.days * dayMs);
      return this.days;
    }
    if (kind === StampKind.yearless) {
      // Only yearless stamps are compared with each other: a source may mix them with dated ones.
      const step = wallMs - this.lastYearlessMs;
      if (this.lastYearlessMs >= 0 && (step < -halfYearMs || step > halfYearMs)) this.offset += newYears(step);
      if (this.firstYearlessMs < 0) this.firstYearlessMs = wallMs;
      this.lastYearlessMs = wallMs;
    }
    this.order(kind, wallMs);
    return this.offset;
  }

  private countDay(wallMs: number): void {
    if (this.lastClockMs >= 0) this.days += midnights(wallMs - this.lastClockMs);
    if (this.firstClockMs < 0) this.firstClockMs = wallMs;
    this.lastClockMs = wallMs;
  }

  private order(kind: StampKindCode, wallMs: number): void {
    if (kind === this.previousKind) {
      this.compare(kind, wallMs - this.previousMs);
    } else if (this.firstKind === StampKind.none) {
      this.firstKind = kind;
      this.firstMs = wallMs;
    }
    this.previousMs = wallMs;
    this.previousKind = kind;
  }

  /** Lays out the last outer stamp for a run of skimmed lines, which are of the same kind. */
  lendOuter(run: SkimRun): void {
    run.set(runOuterKind, this.previousKind);
    run.setTime(runOuterMs, this.previousMs);
    run.setTime(runYearShift, this.offset * referenceYearMs);
    run.set(runAscents, 0);
    run.set(runDescents, 0);
  }

  takeOuter(run: SkimRun): void {
    this.previousMs = run.time(runOuterMs);
    if (this.previousKind === StampKind.yearless) this.lastYearlessMs = this.previousMs;
    this.ascents += run.get(runAscents);
    this.descents += run.get(runDescents);
  }

  /** Lays out the last inner stamps, of whatever kind. */
  lendInner(run: SkimRun): void {
    run.set(runInnerKind, this.previousKind);
    run.setTime(runInnerMs, this.previousMs);
    // The first one is not skimmed.
    run.setTime(runInnerYearlessMs, this.firstYearlessMs < 0 ? -1 : this.lastYearlessMs);
    run.set(runInnerAscents, 0);
    run.set(runInnerDescents, 0);
  }

  takeInner(run: SkimRun): void {
    this.previousKind = run.get(runInnerKind) as StampKindCode;
    this.previousMs = run.time(runInnerMs);
    if (this.firstYearlessMs >= 0) this.lastYearlessMs = run.time(runInnerYearlessMs);
    this.ascents += run.get(runInnerAscents);
    this.descents += run.get(runInnerDescents);
  }

  private compare(kind: StampKindCode, step: number): void {
    // Without a year, a large step is a New Year; with one it is a clock that was set.
    const most = kind === StampKind.dated && this.isOuter ? Number.POSITIVE_INFINITY : halfYearMs;
    if (step < 0 && step > -most) this.descents++;
    else if (step > 0 && step < most) this.ascents++;
  }

  /** True when the next stretch, read as it was, is what it would be behind this one. */
  leadsTo(next: YearCounter): boolean {
    if (next.before.offset !== this.offset || !this.leadsToDay(next)) return false;
    if (next.before.lastYearlessMs === this.lastYearlessMs || next.firstYearlessMs < 0) return true;
    return this.lastYearlessMs < 0 || newYears(next.firstYearlessMs - this.lastYearlessMs) === 0;
  }

  private leadsToDay(next: YearCounter): boolean {
    if (next.before.days !== this.days) return false;
    if (next.before.lastClockMs === this.lastClockMs || next.firstClockMs < 0) return true;
    return this.lastClockMs < 0 || midnights(next.firstClockMs - this.lastClockMs) === 0;
  }

  /** Adds the stretch that follows. */
  append(next: YearCounter): void {
    if (next.firstKind === StampKind.none) return;
    if (this.firstKind === StampKind.none) {
      this.firstKind = next.firstKind;
      this.firstMs = next.firstMs;
    } else if (next.firstKind === this.previousKind) this.compare(next.firstKind, next.firstMs - this.previousMs);
    if (this.firstYearlessMs < 0) this.firstYearlessMs = next.firstYearlessMs;
    if (next.lastYearlessMs >= 0) this.lastYearlessMs = next.lastYearlessMs;
    if (this.firstClockMs < 0) this.firstClockMs = next.firstClockMs;
    if (next.lastClockMs >= 0) this.lastClockMs = next.lastClockMs;
    this.days = next.days;
    this.previousKind = next.previousKind;
    this.previousMs = next.previousMs;
    this.offset = next.offset;
    this.descents += next.descents;
    this.ascents += next.ascents;
  }

  /** The source was written newest first (`journalctl -r`). */
  get newestFirst(): boolean {
    return this.descents > 0 && this.descents > this.ascents * 4;
  }
}

/** Midnights between two times of day that follow each other. */
function midnights(step: number): number {
  if (step < -dayMs / 2) return 1;
  return step > dayMs / 2 ? -1 : 0;
}

/** New Years between two yearless stamps that follow each other, told by the step between them. */
function newYears(step: number): number {
  if (step < -halfYearMs) return 1;
  return step > halfYearMs ? -1 : 0;
}
