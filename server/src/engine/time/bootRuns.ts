/** Seconds since boot as one source states them: which boots it covers, and which of its records tie a boot to the calendar. */
import type { LineScan, StampKindCode } from '../formats/format';
import {
  runBootDelta,
  runBootIsFull,
  runBootLargest,
  runBootMs,
  runBootPairMs,
  runBootPairs,
  runBootWallMs,
  runSampled,
  runSampledCount,
} from '../skim/layout';
import type { SkimRun } from '../skim/skimRun';

/** A moment that a record states both ways. */
export interface BootPair {
  readonly bootMs: number;
  readonly wallMs: number;
  readonly kind: StampKindCode;
  readonly zoneMinutes: number;
  readonly yearOffset: number;
  readonly line: number;
  /** Records that say the same, this one included. */
  readonly count: number;
}

/** A stamp since boot: milliseconds and the nanoseconds beyond them. */
export type BootSide = Pick<LineScan, 'wallMs' | 'nanos'>;

/** The calendar stamp of the same record. */
export type WallStamp = Pick<LineScan, 'wallMs' | 'stampKind' | 'zoneMinutes'>;

/** One boot, or the part of it that the source covers. */
export interface BootRun {
  readonly firstLine: number;
  readonly pairs: readonly BootPair[];
  /** Some of the exact stamps, chosen so that two sources of the same boot choose the same ones. */
  readonly sample: ReadonlySet<number>;
}

/** Stamps of one boot that follow each other in one block of the source. */
interface Part {
  firstLine: number;
  readonly firstBootMs: number;
  lastBootMs: number;
  /** Calendar side of the first and last pair; 0 when there is none. */
  firstWallMs: number;
  lastWallMs: number;
  /** A line before it says that a boot begins. */
  afterReboot: boolean;
  /** Stands for the boot's id; -1 when none is stated. */
  bootKey: number;
  pairs: (Omit<BootPair, 'count' | 'line' | 'wallMs'> & { count: number; line: number; wallMs: number })[];
  /** Index of the pair whose calendar side the clock chip showed; -1 when there is none. */
  chipPair: number;
  readonly sample: number[];
  /** The sample's largest value once it is full. */
  largest: number;
}

/** Stamps go back by less when several processors write at once. */
const rebootDropMs = 60_000;
const maxPartsInBlock = 64;
const maxPairsInPart = 64;
const pairEveryMs = 60_000;
/** A jump of the calendar against the time since boot that is worth keeping. */
const jumpMs = 1500;
const maxSample = 64;

/** Collects boot stamps in the order of the lines. */
export class BootRuns {
  private readonly parts: Part[] = [];
  private partsInBlock = 0;
  private rebootSeen = false;

  /** A line says that the next boot begins behind it. */
  reboot(): void {
    this.rebootSeen = true;
  }

  /** Takes a boot stamp and the calendar stamp of the same record if it has one. */
  add(boot: BootSide, line: number, wall: WallStamp | null, yearOffset: number, isChip = false): void {
    const part = this.partAt(boot, line, wall);
    part.lastBootMs = boot.wallMs;
    addSample(part, mix(boot.wallMs * 1000 + Math.floor(boot.nanos / 1000)));
    if (wall === null) return;
    if (part.firstWallMs === 0) part.firstWallMs = wall.wallMs;
    part.lastWallMs = wall.wallMs;
    const before = part.pairs.length;
    addPair(part, boot, line, wall, yearOffset);
    if (isChip && part.pairs.length > before) part.chipPair = before;
  }

  /** The clock chip that was read at this boot shows local time, so far ahead of UTC. */
  chipIsAhead(ms: number): void {
    const part = this.partsInBlock > 0 ? this.parts[this.parts.length - 1] : undefined;
    const pair = part?.pairs[part.chipPair];
    if (part === undefined || pair === undefined) return;
    pair.wallMs -= ms;
    part.chipPair = -1;
  }

  /**
   * Takes a moment that the source's carrier states both ways. It is no stamp of the text: messages of the kernel that stand
   * behind it may be older by all the time that the machine took to start.
   */
  tie(boot: BootSide, line: number, wall: WallStamp, bootKey = -1): void {
    const newest = this.partsInBlock > 0 && !this.rebootSeen ? this.parts[this.parts.length - 1] : undefined;
    const last = newest !== undefined && isOtherBoot(newest.bootKey, bootKey) ? undefined : newest;
    if (newest !== undefined && last === undefined) this.rebootSeen = true;
    const part = last ?? this.partAt(boot, line, wall);
    if (last === undefined) part.lastBootMs = 0;
    if (bootKey >= 0) part.bootKey = bootKey;
    addPair(part, boot, line, wall, 0);
  }

  /** Lays out the open part for a run of skimmed lines; with no last stamp when the next one must be looked at. */
  lend(run: SkimRun): void {
    const part = this.partsInBlock > 0 && !this.rebootSeen ? this.parts[this.parts.length - 1] : undefined;
    // A tie is no pair of the text: the first one of those is still to be seen.
    const pair = part?.firstWallMs === 0 ? undefined : part?.pairs[part.pairs.length - 1];
    run.setTime(runBootMs, part?.lastBootMs ?? Number.NaN);
    run.setTime(runBootLargest, part?.largest ?? Number.POSITIVE_INFINITY);
    run.setTime(runBootWallMs, part?.lastWallMs ?? 0);
    run.setTime(runBootDelta, pair === undefined ? Number.NaN : pair.wallMs - pair.bootMs);
    run.setTime(runBootPairMs, pair?.bootMs ?? Number.NaN);
    run.set(runBootIsFull, pair !== undefined && (part?.pairs.length ?? 0) >= maxPairsInPart ? 1 : 0);
    run.set(runBootPairs, 0);
    run.set(runSampledCount, 0);
  }

  /** Takes what the lines came to. */
  take(run: SkimRun): void {
    const part = this.parts[this.parts.length - 1];
    if (part === undefined || Number.isNaN(run.time(runBootMs))) return;
    part.lastBootMs = run.time(runBootMs);
    part.lastWallMs = run.time(runBootWallMs);
    for (let index = 0; index < run.get(runSampledCount); index++) addSample(part, run.time(runSampled + index * 8));
    const pair = part.pairs[part.pairs.length - 1];
    if (pair !== undefined) pair.count += run.get(runBootPairs);
  }

  beginBlock(): void {
    this.partsInBlock = 0;
  }

  /** Adds the stretch of the source that follows after so many lines. */
  append(next: BootRuns, linesBefore: number): void {
    next.parts.forEach((part, index) => {
      this.parts.push({
        ...part,
        firstLine: part.firstLine + linesBefore,
        afterReboot: part.afterReboot || (index === 0 && this.rebootSeen),
        pairs: part.pairs.map((pair) => ({ ...pair, line: pair.line + linesBefore })),
      });
    });
    this.rebootSeen = next.rebootSeen || (this.rebootSeen && next.parts.length === 0);
    this.partsInBlock = next.partsInBlock;
  }

  /** The boots, in the order of the lines. */
  get runs(): readonly BootRun[] {
    const runs: OpenRun[] = [];
    for (const part of this.parts) {
      const last = runs[runs.length - 1];
      const isNext =
        last === undefined ||
        part.afterReboot ||
        isOtherBoot(last.bootKey, part.bootKey) ||
        isReboot(last, part.firstBootMs, part.firstWallMs);
      if (isNext) {
        const { firstLine, lastBootMs, lastWallMs, bootKey } = part;
        runs.push({ firstLine, lastBootMs, lastWallMs, bootKey, pairs: [...part.pairs], sample: new Set(part.sample) });
        continue;
      }
      last.lastBootMs = part.lastBootMs;
      if (part.bootKey >= 0) last.bootKey = part.bootKey;
      if (part.lastWallMs !== 0) last.lastWallMs = part.lastWallMs;
      last.pairs.push(...part.pairs);
      for (const stamp of part.sample) last.sample.add(stamp);
    }
    return runs;
  }

  private partAt(boot: BootSide, line: number, wall: WallStamp | null): Part {
    const last = this.partsInBlock > 0 ? this.parts[this.parts.length - 1] : undefined;
    const bootMs = boot.wallMs;
    const continues =
      last !== undefined && !this.rebootSeen && !isReboot(last, bootMs, wall === null ? 0 : wall.wallMs);
    if (last !== undefined && (continues || this.partsInBlock >= maxPartsInBlock)) return last;
    const part: Part = {
      firstLine: line,
      firstBootMs: bootMs,
      lastBootMs: bootMs,
      firstWallMs: 0,
      lastWallMs: 0,
      afterReboot: this.rebootSeen,
      bootKey: -1,
      pairs: [],
      chipPair: -1,
      sample: [],
      largest: Number.POSITIVE_INFINITY,
    };
    this.rebootSeen = false;
    this.partsInBlock++;
    this.parts.push(part);
    return part;
  }
}

interface OpenRun {
  readonly firstLine: number;
  readonly pairs: BootPair[];
  readonly sample: Set<number>;
  lastBootMs: number;
  lastWallMs: number;
  bootKey: number;
}

/** Two boots that are known by their ids. */
function isOtherBoot(one: number, other: number): boolean {
  return one >= 0 && other >= 0 && one !== other;
}

/** Seconds since boot went back by much, or by little while the calendar went on. */
function isReboot(last: Pick<OpenRun, 'lastBootMs' | 'lastWallMs'>, bootMs: number, wallMs: number): boolean {
  if (bootMs < last.lastBootMs - rebootDropMs) return true;
  return (
    wallMs !== 0 && last.lastWallMs !== 0 && bootMs < last.lastBootMs - 1000 && wallMs > last.lastWallMs + rebootDropMs
  );
}

/** Keeps the stamps with the smallest mixed values: another source with the same stamps keeps the same ones. */
function addSample(part: Part, mixed: number): void {
  const { sample } = part;
  if (mixed >= part.largest || sample.includes(mixed)) return;
  if (sample.length < maxSample) sample.push(mixed);
  else sample[sample.indexOf(part.largest)] = mixed;
  if (sample.length === maxSample) part.largest = largestOf(sample);
}

function largestOf(values: readonly number[]): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) largest = Math.max(largest, values[index] as number);
  return largest;
}

function addPair(part: Part, boot: BootSide, line: number, wall: WallStamp, yearOffset: number): void {
  const bootMs = boot.wallMs;
  const last = part.pairs[part.pairs.length - 1];
  if (last !== undefined) {
    const moved = wall.wallMs - bootMs - (last.wallMs - last.bootMs);
    const isSame = Math.abs(moved) < jumpMs && bootMs - last.bootMs < pairEveryMs;
    if (isSame) last.count++;
    if (isSame || part.pairs.length >= maxPairsInPart) return;
  }
  const { wallMs, stampKind: kind, zoneMinutes } = wall;
  part.pairs.push({ wallMs, kind, zoneMinutes, yearOffset, bootMs, line, count: 1 });
}

/** Spreads numbers over 52 bits: small steps of the stamp give values without order. */
function mix(value: number): number {
  let high = Math.floor(value / 4_294_967_296) ^ 0x9e3779b9;
  let low = (value % 4_294_967_296) | 0;
  for (let round = 0; round < 3; round++) {
    low = Math.imul(low ^ (low >>> 15) ^ high, 0x85ebca6b);
    high = Math.imul(high ^ (high >>> 13) ^ low, 0xc2b2ae35);
  }
  return (high >>> 0) * 1_048_576 + ((low >>> 0) & 0xfffff);
}
