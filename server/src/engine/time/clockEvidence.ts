/**
 * What one source's stamps reveal about its clock while it is read: stated years and zones, pairs of stamps, quoted instants, boots.
 * One class, because each record's stamps pass through all of it.
 */
import { fourDigits, readIsoStamp, startsWith } from '../formats/bytes';
import { LineScan, noZone, StampKind } from '../formats/format';
import { readNamedZone } from '../formats/parts/stamps';
import {
  runInnerYearless,
  runMentions,
  runOuterKind,
  runOuterMs,
  runPairsLeft,
  runPairYear,
  runPairYears,
  runQuotes,
  runUtcCount,
  runUtcLine,
  runUtcQuarter,
  runWallCount,
  runWallLine,
  runWallQuarter,
  runYearCount,
  runYearFrom,
  runYearTo,
  runZone,
  runZoneCount,
} from '../skim/layout';
import type { SkimRun } from '../skim/skimRun';
import { BootRuns } from './bootRuns';
import { referenceDate, yearOf } from './calendar';
import { findQuotedInstants } from './quotedInstants';
import { ZoneRuns } from './zoneRuns';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Pairs looked at in one block of a source: more would say the same. */
const maxPairsInBlock = 512;

/** Differences of zone-less stamps are only trusted when this close to a quarter of an hour. */
const pairToleranceMs = 2 * 60_000;

/** An instant that a message quotes is that of its record when it is this close. */
const closeMs = 5000;

/** Quoted instants are looked for in the source's beginning until so many were found: it takes longer than all else that a line is looked through for. */
const maxQuotesInBlock = 64;
const quotesUpTo = 4 * 1024 * 1024;

/** Jumps of the source's own stamps that may be summer time or a clock that was set. */
export interface ClockJump {
  readonly line: number;
  readonly ms: number;
}

const leastJumpMs = 25 * 60_000;
const mostJumpMs = 180 * dayMs;
const maxJumpsInBlock = 16;

/** The journal's own header: `-- Logs begin at ..., end at ... --`. */
export interface StatedSpan {
  /** Wall clock at its end; with the zone it names, if that is unambiguous. */
  readonly endWallMs: number;
  readonly zoneMinutes: number;
}

/** What stands above a table of events. */
const tableHeads = ['Events:', 'LAST SEEN', 'LASTSEEN', 'NAMESPACE ', 'FirstSeen'];
/** More tables than this in one source share the last one's clock. */
const maxTables = 1024;

/** Collected from the records of one source. */
export class ClockEvidence {
  /** Quarters of an hour of (outer wall clock - inner UTC) and of (outer - inner wall clock). */
  readonly innerUtc = new ZoneRuns();
  readonly innerWall = new ZoneRuns();
  /** The same between a record's own stamp and instants that its text quotes. */
  readonly quoted = new ZoneRuns();
  /** Quoted instants that are within seconds of a whole quarter. */
  quotedClose = 0;
  /** Stated zones of outer stamps, with how often each was seen. */
  readonly statedZones = new Map<number, number>();
  readonly innerStatedZones = new Map<number, number>();
  /** Years that inner stamps and quoted instants give to yearless ones at year offset 0, with how often each was seen. */
  readonly pairedYears = new Map<number, number>();
  readonly quotedYears = new Map<number, number>();
  /** Years of dates that messages mention, of those with the same month and day. */
  readonly mentionedYears = new Map<number, number>();
  /** Years of dated outer stamps at year offset 0. */
  readonly datedYears = new Map<number, number>();
  /** Year of the first dated stamp. */
  firstDatedYear: number | null = null;
  readonly boots = new BootRuns();
  /** Lines at which tables of events begin: the ages in each count back from another moment. */
  readonly tables: number[] = [];
  readonly jumps: ClockJump[] = [];
  statedSpan: StatedSpan | null = null;
  /** Wall clock of the file's own header: when it was begun. */
  createdMs: number | null = null;
  /** East of UTC, as the clock chip runs in local time. */
  chipZoneMinutes: number | null = null;
  datedStamps = 0;
  yearlessStamps = 0;
  bootStamps = 0;
  ageStamps = 0;
  /** Times of day without a date. */
  clockStamps = 0;
  innerYearless = 0;
  /** 29 February occurred among yearless stamps at this year offset. */
  leapDayOffset: number | null = null;
  /** What follows was seen last, so often in a row, and is not in its map yet: lines of one source resemble each other. */
  private readonly zoneRun = { zone: noZone as number, count: 0 };
  private readonly yearRun = { year: 0, offset: 0, fromMs: 0, toMs: 0, count: 0 };
  private pairsInBlock = 0;
  private quotesLeft = maxQuotesInBlock;
  private jumpsInBlock = 0;
  /** First and last outer stamp. */
  private readonly ends = { firstKind: 0, firstMs: 0, firstLine: 0, lastKind: 0, lastMs: 0 };

  /** A new block of the source begins at this byte: what is limited counts anew, so that a source can be read in stretches. */
  beginBlock(position: number): void {
    this.pairsInBlock = 0;
    this.jumpsInBlock = 0;
    this.quotesLeft = position < quotesUpTo ? maxQuotesInBlock : 0;
    for (const runs of [this.innerUtc, this.innerWall, this.quoted, this.boots]) runs.beginBlock();
  }

  /** Counts what was left uncounted for speed; before anybody reads the maps. */
  endRuns(): void {
    const { zoneRun, yearRun } = this;
    if (zoneRun.count > 0) increment(this.statedZones, zoneRun.zone, zoneRun.count);
    if (yearRun.count > 0) increment(this.datedYears, yearRun.year - yearRun.offset, yearRun.count);
    zoneRun.count = 0;
    yearRun.count = 0;
  }

  /** Adds the stretch of the source that follows after so many lines. */
  append(next: ClockEvidence, linesBefore: number): void {
    this.endRuns();
    next.endRuns();
    this.innerUtc.append(next.innerUtc, linesBefore);
    this.innerWall.append(next.innerWall, linesBefore);
    this.quoted.append(next.quoted, linesBefore);
    this.boots.append(next.boots, linesBefore);
    for (const line of next.tables) this.addTable(line + linesBefore);
    for (const name of [
      'statedZones',
      'innerStatedZones',
      'pairedYears',
      'quotedYears',
      'mentionedYears',
      'datedYears',
    ] as const)
      for (const [key, count] of next[name]) increment(this[name], key, count);
    for (const name of [
      'datedStamps',
      'yearlessStamps',
      'bootStamps',
      'ageStamps',
      'clockStamps',
      'innerYearless',
      'quotedClose',
    ] as const)
      this[name] += next[name];
    this.firstDatedYear ??= next.firstDatedYear;
    this.leapDayOffset ??= next.leapDayOffset;
    this.statedSpan = next.statedSpan ?? this.statedSpan;
    this.createdMs ??= next.createdMs;
    this.chipZoneMinutes ??= next.chipZoneMinutes;
    const { ends } = this;
    if (next.ends.firstKind !== StampKind.none) {
      this.compare(next.ends.firstKind, next.ends.firstMs, next.ends.firstLine + linesBefore);
      ends.lastKind = next.ends.lastKind;
      ends.lastMs = next.ends.lastMs;
    }
    this.jumps.push(...next.jumps.map(({ line, ms }) => ({ line: line + linesBefore, ms })));
  }

  /** Gives a copy that came from another thread or from disk its methods again. */
  revive(): void {
    for (const runs of [this.innerUtc, this.innerWall, this.quoted]) Object.setPrototypeOf(runs, ZoneRuns.prototype);
    Object.setPrototypeOf(this.boots, BootRuns.prototype);
  }

  /** Takes a record's outermost stamp. */
  addOuter(scan: LineScan, yearOffset: number, line: number): void {
    if (scan.stampKind === StampKind.dated) {
      this.datedStamps++;
      this.addYear(scan.wallMs, yearOffset);
    } else if (scan.stampKind === StampKind.yearless) {
      this.yearlessStamps++;
      if (this.leapDayOffset === null && isLeapDay(scan.wallMs)) this.leapDayOffset = yearOffset;
    } else if (scan.stampKind === StampKind.boot) {
      this.bootStamps++;
      this.boots.add(scan, line, null, yearOffset);
    } else if (scan.stampKind === StampKind.age) this.ageStamps++;
    else if (scan.stampKind === StampKind.clock) this.clockStamps++;
    if (scan.zoneMinutes !== noZone) this.addZone(scan.zoneMinutes);
    if (this.ends.firstKind === StampKind.none || this.mayBeJump(scan)) this.compare(scan.stampKind, scan.wallMs, line);
    this.ends.lastKind = scan.stampKind;
    this.ends.lastMs = scan.wallMs;
  }

  /** Lays out what a run of skimmed lines starts from; false when the next line must be looked at in any case. */
  lend(run: SkimRun): boolean {
    const { ends, yearRun, zoneRun } = this;
    if (ends.lastKind !== run.get(runOuterKind) || ends.lastMs !== run.time(runOuterMs)) return false;
    run.setTime(runYearFrom, yearRun.fromMs);
    run.setTime(runYearTo, yearRun.toMs);
    run.set(runYearCount, 0);
    run.set(runZone, zoneRun.zone);
    run.set(runZoneCount, 0);
    run.set(runPairsLeft, maxPairsInBlock - this.pairsInBlock);
    run.set(runInnerYearless, 0);
    run.set(runQuotes, this.quotesLeft > 0 ? 1 : 0);
    run.set(runMentions, 0);
    run.set(runPairYears, 0);
    run.set(runWallQuarter, this.innerWall.lastQuarter);
    run.set(runUtcQuarter, this.innerUtc.lastQuarter);
    run.set(runWallCount, 0);
    run.set(runUtcCount, 0);
    this.boots.lend(run);
    return true;
  }

  /** Takes what so many lines came to. */
  take(run: SkimRun, lines: number, yearOffset: number, innerYearOffset: number): void {
    const { ends } = this;
    if (ends.lastKind === StampKind.dated) this.datedStamps += lines;
    else if (ends.lastKind === StampKind.yearless) this.yearlessStamps += lines;
    else this.bootStamps += lines;
    this.yearRun.count += run.get(runYearCount);
    const mentions = run.get(runMentions);
    if (mentions > 0) increment(this.mentionedYears, this.yearRun.year - innerYearOffset, mentions);
    this.zoneRun.count += run.get(runZoneCount);
    const pairYears = run.get(runPairYears);
    if (pairYears > 0) increment(this.pairedYears, run.get(runPairYear) - yearOffset, pairYears);
    this.pairsInBlock = maxPairsInBlock - run.get(runPairsLeft);
    this.innerYearless += run.get(runInnerYearless);
    this.innerWall.addMany(run.get(runWallLine), run.get(runWallQuarter), run.get(runWallCount));
    this.innerUtc.addMany(run.get(runUtcLine), run.get(runUtcQuarter), run.get(runUtcCount));
    this.boots.take(run);
    ends.lastMs = run.time(runOuterMs);
  }

  /** Counts the stated zone of skimmed inner stamps. */
  addInnerZones(zone: number, count: number): void {
    if (zone !== noZone) increment(this.innerStatedZones, zone, count);
  }

  private addZone(zone: number): void {
    const { zoneRun } = this;
    if (zone !== zoneRun.zone) {
      this.endRuns();
      zoneRun.zone = zone;
    }
    zoneRun.count++;
  }

  private addYear(wallMs: number, yearOffset: number): void {
    const { yearRun } = this;
    if (wallMs < yearRun.fromMs || wallMs >= yearRun.toMs || yearOffset !== yearRun.offset) {
      this.endRuns();
      yearRun.offset = yearOffset;
      yearRun.year = yearOf(wallMs);
      yearRun.fromMs = Date.UTC(yearRun.year, 0, 1);
      yearRun.toMs = Date.UTC(yearRun.year + 1, 0, 1);
      this.firstDatedYear ??= yearRun.year;
    }
    yearRun.count++;
  }

  /** Asked of every line, so that hardly any has to be compared in full. */
  private mayBeJump({ wallMs }: LineScan): boolean {
    const ms = wallMs - this.ends.lastMs;
    return ms >= leastJumpMs || ms <= -leastJumpMs;
  }

  /** Notes a jump from the last stamp to this one. */
  private compare(kind: number, wallMs: number, line: number): void {
    const { ends } = this;
    if (ends.firstKind === StampKind.none) {
      ends.firstKind = kind;
      ends.firstMs = wallMs;
      ends.firstLine = line;
    }
    const ms = wallMs - ends.lastMs;
    if (kind !== ends.lastKind || kind === StampKind.age || kind === StampKind.clock) return;
    if (Math.abs(ms) < leastJumpMs || Math.abs(ms) > mostJumpMs || this.jumpsInBlock >= maxJumpsInBlock) return;
    this.jumps.push({ line, ms });
    this.jumpsInBlock++;
  }

  /** Takes both stamps of a record that has two. */
  addPair(outer: LineScan, inner: LineScan, yearOffset: number, line: number): void {
    if (inner.stampKind === StampKind.yearless) this.innerYearless++;
    if (inner.stampKind === StampKind.boot) {
      if (outer.stampKind === StampKind.dated || outer.stampKind === StampKind.yearless) {
        this.boots.add(inner, line, outer, yearOffset);
      }
      return;
    }
    if (outer.stampKind === StampKind.boot) {
      if (inner.stampKind === StampKind.dated && inner.zoneMinutes !== noZone)
        this.boots.add(outer, line, inner, yearOffset);
      return;
    }
    if (this.pairsInBlock >= maxPairsInBlock) return;
    this.pairsInBlock++;
    if (inner.zoneMinutes !== noZone) increment(this.innerStatedZones, inner.zoneMinutes);
    this.addDifference(outer, inner, line);
    if (outer.stampKind === StampKind.yearless && inner.stampKind === StampKind.dated)
      increment(this.pairedYears, yearBeside(outer.wallMs, inner.wallMs) - yearOffset);
  }

  /** Looks through a line of a record with stamp `own` for instants that it quotes, while they may still teach something. */
  lookForQuotes(bytes: Uint8Array, start: number, end: number, own: QuotingStamp, line: number): void {
    if (this.quotesLeft <= 0) return;
    if (own.kind === StampKind.none || own.kind === StampKind.age || own.kind === StampKind.clock) return;
    if (own.kind === StampKind.dated && own.zoneMinutes !== noZone) return;
    this.findQuotes(bytes, start, end, own, line);
  }

  /** Apart from the question whether to look, which every line asks: closures are made at a function's entry. */
  private findQuotes(bytes: Uint8Array, start: number, end: number, own: QuotingStamp, line: number): void {
    findQuotedInstants(bytes, start, end, {
      instant: (utcMs, isChip) => this.addQuote(own, utcMs, line, isChip),
      localChip: (minutes) => this.addLocalChip(minutes),
      mention: (wallMs, zoneMinutes) => this.addMention(own, wallMs, zoneMinutes, line),
    });
  }

  /** A date of the same day of some year is most likely of the same year; one of the same second names the zone, too. */
  private addMention(own: QuotingStamp, wallMs: number, zoneMinutes: number, line: number): void {
    if (own.kind === StampKind.boot) return;
    const apart = distance(own, wallMs);
    if (Math.abs(apart) <= closeMs && zoneMinutes !== noZone && zoneMinutes % 15 === 0) {
      this.quoted.add(line, zoneMinutes / 15);
      this.quotedClose++;
    }
    if (own.kind === StampKind.yearless && Math.abs(apart) <= dayMs)
      increment(this.mentionedYears, yearBeside(own.wallMs, wallMs) - own.yearOffset);
  }

  private addLocalChip(minutes: number): void {
    this.chipZoneMinutes ??= minutes;
    this.boots.chipIsAhead(minutes * 60_000);
  }

  private addQuote(own: QuotingStamp, utcMs: number, line: number, isChip: boolean): void {
    if (this.quotesLeft-- <= 0) return;
    if (own.kind === StampKind.boot) {
      const boot = { wallMs: own.wallMs, nanos: 0 };
      this.boots.add(boot, line, { wallMs: utcMs, stampKind: StampKind.dated, zoneMinutes: 0 }, 0, isChip);
      return;
    }
    const difference = distance(own, utcMs);
    const quarter = Math.round(difference / quarterMs);
    const residue = difference - quarter * quarterMs;
    if (Math.abs(quarter) > 14 * 4 || Math.abs(residue) > pairToleranceMs) return;
    this.quoted.add(line, quarter);
    if (Math.abs(residue) <= closeMs) this.quotedClose++;
    if (own.kind === StampKind.yearless) increment(this.quotedYears, yearBeside(own.wallMs, utcMs) - own.yearOffset);
  }

  /** Takes a line between records: the journal's header states a span, a boundary another boot. */
  addMarker(bytes: Uint8Array, start: number, end: number, line: number): void {
    let at = start;
    while (at < end && bytes[at] === 0x20) at++;
    if (tableHeads.some((head) => startsWith(bytes, at, end, head))) this.addTable(line);
    if (startsWith(bytes, at, end, createdLine)) {
      scratch.reset();
      if (readIsoStamp(bytes, at + createdLine.length, end, scratch) >= 0) this.createdMs ??= scratch.wallMs;
      return;
    }
    if (bytes[at] !== 0x2d || bytes[at + 1] !== 0x2d || bytes[at + 2] !== 0x20) return;
    const stamp = lastStamp(bytes, at, end);
    if (stamp !== null) this.statedSpan = stamp;
    else if (isBoundary(bytes, at + 3)) this.boots.reboot();
  }

  private addTable(line: number): void {
    if (this.tables.length < maxTables) this.tables.push(line);
  }

  private addDifference(outer: LineScan, inner: LineScan, line: number): void {
    if (outer.zoneMinutes !== noZone && inner.zoneMinutes !== noZone) return;
    const innerUtc = inner.zoneMinutes === noZone ? inner.wallMs : inner.wallMs - inner.zoneMinutes * 60_000;
    const outerUtc = outer.zoneMinutes === noZone ? outer.wallMs : outer.wallMs - outer.zoneMinutes * 60_000;
    const sameYear = outer.stampKind === inner.stampKind;
    const difference = sameYear ? outerUtc - innerUtc : withinYear(referenceDate(outerUtc) - referenceDate(innerUtc));
    const quarter = Math.round(difference / quarterMs);
    const residue = difference - quarter * quarterMs;
    if (Math.abs(quarter) > 18 * 4 || residue < -pairToleranceMs || residue > pairToleranceMs) return;
    (inner.zoneMinutes === noZone ? this.innerWall : this.innerUtc).add(line, quarter);
  }
}

/** The stamp of a record whose text is looked through. */
export interface QuotingStamp {
  readonly kind: number;
  readonly wallMs: number;
  readonly zoneMinutes: number;
  readonly yearOffset: number;
}

/** `Reboot` or `Boot`. */
function isBoundary(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] === 0x52 && bytes[at + 1] === 0x65) || (bytes[at] === 0x42 && bytes[at + 1] === 0x6f);
}

const scratch = new LineScan();

/** klog's header: `Log file created at: 2022/05/13 09:20:00`. */
const createdLine = 'Log file created at: ';

/** The last `yyyy-mm-dd hh:mm:ss ZONE` of a line, whatever language the weekday before it is in. */
function lastStamp(bytes: Uint8Array, start: number, end: number): StatedSpan | null {
  for (let at = end - 19; at >= start; at--) {
    if (bytes[at + 4] !== 0x2d || bytes[at + 7] !== 0x2d || fourDigits(bytes, at) < 0) continue;
    scratch.reset();
    const after = readIsoStamp(bytes, at, end, scratch);
    if (after < 0) continue;
    if (scratch.zoneMinutes === noZone && bytes[after] === 0x20) readNamedZone(bytes, after + 1, end, scratch);
    return { endWallMs: scratch.wallMs, zoneMinutes: scratch.zoneMinutes };
  }
  return null;
}

/** The year that puts a yearless stamp next to a dated one: its own, unless New Year lies between the two zones. */
function yearBeside(yearlessMs: number, datedMs: number): number {
  const difference = referenceDate(yearlessMs) - referenceDate(datedMs);
  const correction = difference < -180 * dayMs ? 1 : difference > 180 * dayMs ? -1 : 0;
  return yearOf(datedMs) + correction;
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

function increment(counts: Map<number, number>, key: number, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** How far a stamp is ahead of what its text quotes, both as wall clocks show them; years count where the stamp states one. */
function distance(own: QuotingStamp, quotedMs: number): number {
  return own.kind === StampKind.dated
    ? own.wallMs - quotedMs
    : withinYear(referenceDate(own.wallMs) - referenceDate(quotedMs));
}

function withinYear(difference: number): number {
  if (difference > 183 * dayMs) return difference - 366 * dayMs;
  return difference < -183 * dayMs ? difference + 366 * dayMs : difference;
}

const leapDayMs = Date.UTC(1972, 1, 29);

function isLeapDay(referenceMs: number): boolean {
  return referenceMs >= leapDayMs && referenceMs < leapDayMs + dayMs;
}
