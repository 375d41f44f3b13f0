/** What one source's stamps reveal about its clock while it is read: stated years and zones, and pairs of outer and inner stamps. */
import type { LineScan } from '../formats/format';
import { noZone, StampKind } from '../formats/format';
import { referenceDate, yearOf } from '../time/calendar';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
const maxPairs = 4096;

/** Differences of zone-less stamps are only trusted when this close to a quarter of an hour. */
const pairToleranceMs = 2 * 60_000;

/** Collected from the records of one source. */
export class ClockEvidence {
  /** Quarter hours of (outer wall clock - inner UTC or wall clock), with how often each was seen. */
  readonly innerUtcQuarters = new Map<number, number>();
  readonly innerWallQuarters = new Map<number, number>();
  /** Stated zones of outer stamps, with how often each was seen. */
  readonly statedZones = new Map<number, number>();
  readonly innerStatedZones = new Map<number, number>();
  /** Years that inner stamps give to the outer, yearless ones at year offset 0, with how often each was seen. */
  readonly pairedYears = new Map<number, number>();
  /** First stated year of outer stamps. */
  statedYear: number | null = null;
  /** Seconds-since-boot pairs: UTC-less wall ms of boot, from records that carry both. */
  bootWallMs: number | null = null;
  datedStamps = 0;
  yearlessStamps = 0;
  bootStamps = 0;
  ageStamps = 0;
  innerYearless = 0;
  /** 29 February occurred among yearless stamps at this year offset. */
  leapDayOffset: number | null = null;
  private pairs = 0;

  /** Takes a record's outermost stamp. */
  addOuter(scan: LineScan, yearOffset: number): void {
    if (scan.stampKind === StampKind.dated) {
      this.datedStamps++;
      this.statedYear ??= yearOf(scan.wallMs);
    } else if (scan.stampKind === StampKind.yearless) {
      this.yearlessStamps++;
      if (this.leapDayOffset === null && isLeapDay(scan.wallMs)) this.leapDayOffset = yearOffset;
    } else if (scan.stampKind === StampKind.boot) this.bootStamps++;
    else if (scan.stampKind === StampKind.age) this.ageStamps++;
    if (scan.zoneMinutes !== noZone) increment(this.statedZones, scan.zoneMinutes);
  }

  /** Takes both stamps of a record that has two. */
  addPair(outer: LineScan, inner: LineScan, yearOffset: number): void {
    if (inner.stampKind === StampKind.yearless) this.innerYearless++;
    if (inner.zoneMinutes !== noZone) increment(this.innerStatedZones, inner.zoneMinutes);
    if (this.pairs >= maxPairs) return;
    this.pairs++;
    if (inner.stampKind === StampKind.boot) {
      if (outer.stampKind === StampKind.dated || outer.stampKind === StampKind.yearless)
        this.bootWallMs = outer.wallMs - inner.wallMs;
      return;
    }
    this.addDifference(outer, inner);
    if (outer.stampKind === StampKind.yearless && inner.stampKind === StampKind.dated)
      this.addYear(outer, inner, yearOffset);
  }

  private addDifference(outer: LineScan, inner: LineScan): void {
    if (outer.zoneMinutes !== noZone && inner.zoneMinutes !== noZone) return;
    const innerUtc = inner.zoneMinutes === noZone ? inner.wallMs : inner.wallMs - inner.zoneMinutes * 60_000;
    const outerUtc = outer.zoneMinutes === noZone ? outer.wallMs : outer.wallMs - outer.zoneMinutes * 60_000;
    const sameYear = outer.stampKind === inner.stampKind;
    const difference = sameYear ? outerUtc - innerUtc : withinYear(referenceDate(outerUtc) - referenceDate(innerUtc));
    const quarters = Math.round(difference / quarterMs);
    const residue = difference - quarters * quarterMs;
    if (Math.abs(quarters) > 18 * 4 || residue < -pairToleranceMs || residue > pairToleranceMs) return;
    increment(inner.zoneMinutes === noZone ? this.innerWallQuarters : this.innerUtcQuarters, quarters);
  }

  /** The inner stamp's year belongs to the outer one too, unless New Year lies between the two zones. */
  private addYear(outer: LineScan, inner: LineScan, yearOffset: number): void {
    const difference = referenceDate(outer.wallMs) - referenceDate(inner.wallMs);
    const correction = difference < -180 * dayMs ? 1 : difference > 180 * dayMs ? -1 : 0;
    increment(this.pairedYears, yearOf(inner.wallMs) + correction - yearOffset);
  }
}

/** The most frequent key, the smaller one on a tie; `null` for an empty map. */
export function mostFrequent(
  counts: ReadonlyMap<number, number>,
): { readonly value: number; readonly count: number; readonly total: number } | null {
  let value = 0;
  let count = 0;
  let total = 0;
  for (const [key, seen] of counts) {
    total += seen;
    if (seen > count || (seen === count && key < value)) {
      value = key;
      count = seen;
    }
  }
  return count === 0 ? null : { value, count, total };
}

function increment(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function withinYear(difference: number): number {
  if (difference > 183 * dayMs) return difference - 366 * dayMs;
  return difference < -183 * dayMs ? difference + 366 * dayMs : difference;
}

function isLeapDay(referenceMs: number): boolean {
  const day = Math.floor(referenceMs / dayMs) - Math.floor(Date.UTC(1972, 0, 1) / dayMs);
  return day === 59;
}
