/** Ties seconds since boot to the calendar, boot by boot, and finds where a clock was set while the machine ran. */
import { noZone } from '../formats/format';
import type { Localized } from '../model/localized';
import type { BootPair, BootRun } from './bootRuns';
import type { ClockSource } from './clockSource';

/** A moment of a boot, both ways. */
interface Tie {
  readonly bootMs: number;
  readonly utcMs: number;
  readonly line: number;
}

/** One boot of one machine as one source ties it. */
interface TiedBoot {
  readonly source: ClockSource;
  readonly run: BootRun;
  readonly ties: readonly Tie[];
  readonly startMs: number;
}

/** A clock that was set between two records of one boot: the records before it need `ms` added. */
export interface ClockStep {
  readonly fromLine: number;
  readonly line: number;
  readonly ms: number;
}

/** What is known about a source's boots. */
export interface BootPlan {
  /** UTC ms of seconds since boot on a line; `null` when nothing ties that boot. */
  toUtc(bootMs: number, line: number): number | null;
  readonly boots: readonly { readonly line: number; readonly startMs: number | null }[];
  readonly steps: readonly ClockStep[];
  readonly evidence: readonly Localized[];
}

/** Boots whose beginnings are this close are the same one. */
const sameBootMs = 60_000;
/** Early messages reach the journal late: they tie nothing when later ones do. */
const earlyMs = 30_000;

/** Plans for all sources; `place` gives the UTC ms of a pair's calendar side. */
export function settleBoots(
  sources: readonly ClockSource[],
  place: (source: ClockSource, pair: BootPair) => number,
): Map<ClockSource, BootPlan> {
  // Put together once: a run is known by being the same object.
  const all = sources.map((source) => {
    const { runs } = source.evidence.boots;
    return { source, runs, steps: findSteps(runs) };
  });
  const tied = all.flatMap(({ source, runs, steps }) => runs.flatMap((run) => tie(source, run, steps, place)));
  const index = new TiedBoots(tied);
  return new Map(all.map(({ source, runs, steps }) => [source, planOf(source, runs, index, steps)]));
}

/** Boots that are tied to the calendar, by what is asked for: with thousands of sources nobody looks through all of them. */
class TiedBoots {
  private readonly byRun = new Map<BootRun, TiedBoot>();
  private readonly bySource = new Map<ClockSource, TiedBoot[]>();
  private readonly byNode = new Map<string, TiedBoot[]>();
  /** Places in the list, by a stamp that the boot's sample holds. */
  private readonly byStamp = new Map<number, number[]>();
  private readonly distinctOf = new Map<TiedBoot[], TiedBoot[]>();

  constructor(private readonly tied: readonly TiedBoot[]) {
    for (const [place, boot] of tied.entries()) {
      if (!this.byRun.has(boot.run)) this.byRun.set(boot.run, boot);
      addTo(this.bySource, boot.source, boot);
      if (boot.source.node !== null) addTo(this.byNode, boot.source.node, boot);
      for (const stamp of boot.run.sample) addTo(this.byStamp, stamp, place);
    }
  }

  own(run: BootRun): TiedBoot | undefined {
    return this.byRun.get(run);
  }

  /** The first of those that have most stamps in common with a run. */
  alike(run: BootRun): TiedBoot | undefined {
    const shared = new Map<number, number>();
    for (const stamp of run.sample)
      for (const place of this.byStamp.get(stamp) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    let best = -1;
    let most = 0;
    for (const [place, count] of shared) {
      if (count < most || (count === most && place > best)) continue;
      best = place;
      most = count;
    }
    return this.tied[best];
  }

  /** Of the machine of a source; sources whose node is unknown share no boot with each other. */
  ofMachine(source: ClockSource): readonly TiedBoot[] {
    const boots = (source.node === null ? this.bySource.get(source) : this.byNode.get(source.node)) ?? [];
    const known = this.distinctOf.get(boots) ?? distinct(boots);
    this.distinctOf.set(boots, known);
    return known;
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

function tie(
  source: ClockSource,
  run: BootRun,
  steps: readonly ClockStep[],
  place: (source: ClockSource, pair: BootPair) => number,
): TiedBoot[] {
  const late = run.pairs.filter((pair) => pair.bootMs >= earlyMs);
  const ties = (late.length > 0 ? late : run.pairs).map((pair) => ({
    bootMs: pair.bootMs,
    utcMs: place(source, pair) + correction(steps, pair.line),
    line: pair.line,
  }));
  const last = ties[ties.length - 1];
  return last === undefined ? [] : [{ source, run, ties, startMs: last.utcMs - last.bootMs }];
}

/** What a record on this line needs because the clock was set later. */
export function correction(steps: readonly ClockStep[], line: number): number {
  let ms = 0;
  for (const step of steps) if (line >= step.fromLine && line < step.line) ms += step.ms;
  return ms;
}

/** A stretch of pairs whose two sides are equally far apart. */
interface Level {
  readonly apartMs: number;
  readonly from: BootPair;
  readonly to: BootPair;
  readonly count: number;
}

const sameLevelMs = 1500;
const leastStepMs = 2000;
/** While a machine starts, its records reach the journal late by seconds. */
const startMs = 60_000;
const leastEarlyStepMs = 60_000;
/** A level of fewer records is one that was written late. */
const leastCount = 3;
const halfHourMs = 30 * 60_000;

/** A clock that was set shows as pairs that are apart by one distance before a line, and by another from there on. */
function findSteps(runs: readonly BootRun[]): ClockStep[] {
  return runs.flatMap((run) => {
    const levels = levelsOf(run);
    return levels.slice(1).flatMap((level, index) => {
      const before = levels[index] as Level;
      const ms = level.apartMs - before.apartMs;
      const least = before.to.bootMs < startMs ? leastEarlyStepMs : leastStepMs;
      return Math.abs(ms) < least || isZoneChange(ms, level.from)
        ? []
        : [{ fromLine: run.firstLine, line: level.from.line, ms }];
    });
  });
}

/** Whole half hours of a stamp without a zone are summer time, and a year less is New Year. */
function isZoneChange(ms: number, pair: BootPair): boolean {
  const away = Math.abs(ms - Math.round(ms / halfHourMs) * halfHourMs);
  return (pair.zoneMinutes === noZone && away < 3000) || Math.abs(ms) > 300 * 86_400_000;
}

function levelsOf(run: BootRun): Level[] {
  const levels: Level[] = [];
  for (const pair of run.pairs) {
    const apartMs = pair.wallMs - pair.bootMs;
    const last = levels[levels.length - 1];
    if (last !== undefined && Math.abs(apartMs - last.apartMs) < sameLevelMs)
      levels[levels.length - 1] = { apartMs, from: last.from, to: pair, count: last.count + pair.count };
    else levels.push({ apartMs, from: pair, to: pair, count: pair.count });
  }
  return levels.filter((level) => level.count >= leastCount);
}

function planOf(source: ClockSource, runs: readonly BootRun[], tied: TiedBoots, steps: readonly ClockStep[]): BootPlan {
  const chosen = runs.map((run, index) => tieFor(run, runs.length - 1 - index, source, tied));
  const evidence = steps.map(
    ({ line, ms }): Localized => ({
      en: `clock was set by ${text(ms)} at line ${line}, as seconds since boot show: the records before it are moved by that`,
      zh: `时钟在第 ${line} 行处被调整了 ${text(ms)}（由启动后秒数可知）：其之前的记录已相应移动`,
    }),
  );
  if (source.evidence.bootStamps > 0) evidence.push(bootSentence(source, chosen));
  return {
    toUtc(bootMs, line) {
      const index = lastIndex(runs, (run) => run.firstLine <= line);
      const boot = chosen[Math.max(0, index)];
      return boot == null ? null : nearest(boot.ties, bootMs);
    },
    boots: runs.map((run, index) => ({ line: run.firstLine, startMs: chosen[index]?.startMs ?? null })),
    steps,
    evidence,
  };
}

/** The run's own ties, else those of a source with the same stamps, else those of the machine's boot that is as far from the end. */
function tieFor(run: BootRun, fromEnd: number, source: ClockSource, tied: TiedBoots): TiedBoot | null {
  const known = tied.own(run) ?? tied.alike(run);
  if (known !== undefined) return known;
  const ofMachine = tied.ofMachine(source);
  return ofMachine[ofMachine.length - 1 - fromEnd] ?? null;
}

/** One tied boot for each beginning, in the order of time. */
function distinct(tied: readonly TiedBoot[]): TiedBoot[] {
  const sorted = [...tied].sort((a, b) => a.startMs - b.startMs);
  return sorted.filter((boot, index) => {
    const before = sorted[index - 1];
    return before === undefined || boot.startMs - before.startMs > sameBootMs;
  });
}

function nearest(ties: readonly Tie[], bootMs: number): number | null {
  let best: Tie | null = null;
  for (const tie of ties)
    if (best === null || Math.abs(tie.bootMs - bootMs) < Math.abs(best.bootMs - bootMs)) best = tie;
  return best === null ? null : best.utcMs + bootMs - best.bootMs;
}

function lastIndex<T>(list: readonly T[], test: (one: T) => boolean): number {
  for (let index = list.length - 1; index >= 0; index--) if (test(list[index] as T)) return index;
  return -1;
}

function bootSentence(source: ClockSource, chosen: readonly (TiedBoot | null)[]): Localized {
  const by = chosen.find((boot) => boot !== null);
  if (by == null) {
    return {
      en: 'seconds since boot: no record ties them to the calendar',
      zh: '启动后秒数：没有记录能将其与日历对应',
    };
  }
  if (by.source === source) {
    return {
      en: 'seconds since boot: tied to the calendar by records of their own',
      zh: '启动后秒数：由自身的记录与日历对应',
    };
  }
  return {
    en: `seconds since boot: tied to the calendar by ${by.source.id}`,
    zh: `启动后秒数：由 ${by.source.id} 与日历对应`,
  };
}

function text(ms: number): string {
  return `${ms < 0 ? '-' : '+'}${(Math.abs(ms) / 1000).toFixed(1)} s`;
}
