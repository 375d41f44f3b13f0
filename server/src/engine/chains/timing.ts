/** Compares the times of a possible cause and its possible effect, with what is uncertain about them. */
import type { CausalEdge } from '../catalogue/edge';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Coverage } from './coverage';
import type { Quote } from './quoting';

/** What the times say about a link. */
export interface Timing {
  /** Effect's start minus cause's start; `null` when they cannot be compared. */
  readonly lagMs: number | null;
  /** 1 when the distance is usual, less when it is merely possible or unknown. */
  readonly factor: number;
  readonly reason: Localized;
}

/** Clocks of different sources of one node may differ by this much without anybody noticing. */
const siblingToleranceMs = 5_000;
/** Within one source, lines of different threads may be this much out of order. */
const sourceToleranceMs = 2_000;
/** Clocks of different nodes. */
const nodeToleranceMs = 30_000;
const longestSlackMs = 60_000;
/** Without a stated limit, a cause more than a day before its effect is no explanation. */
const defaultMaxLagMs = 24 * 3_600_000;
/** A cause first seen this long after its effect was over has nothing to do with it. */
const afterEffectMs = 10 * 60_000;

/** Records of a log that are usually this far apart are picked ones. */
const pickedPauseMs = 10_000;
const longestPauseMs = 30 * 60_000;

const wholeCollection: Localized = {
  en: 'a state of the node during the whole collection',
  zh: '采集期间节点一直处于该状态',
};
const inRecord: Localized = { en: 'in the same record', zh: '在同一条记录中' };
const usual: Localized = { en: 'the distance in time is usual for this mechanism', zh: '时间间隔符合该机制的常见范围' };
const unusual: Localized = {
  en: 'the distance in time is possible, not usual, for this mechanism',
  zh: '时间间隔对该机制而言可能但不常见',
};
const noClock: Localized = {
  en: 'no common clock: the distance in time is unknown',
  zh: '没有共同的时钟：时间间隔未知',
};
const assumedClock: Localized = {
  en: 'one of the two clocks is only assumed: their order is uncertain',
  zh: '其中一方的时钟只是假定的：先后顺序不确定',
};
const cutLog: Localized = {
  en: "the cause's log begins only after the effect: when it began was not collected",
  zh: '原因所在的日志在结果之后才开始：其起点未被采集',
};
const counted: Localized = {
  en: 'the effect was counted over a long time that includes the cause',
  zh: '结果是在包含该原因的较长时间内累计的',
};
const pickedLines: Localized = {
  en: 'later than usual, but only a few lines of that log were collected',
  zh: '比通常更晚，但该日志只采集到少数几行',
};
const fileOrder: Localized = { en: 'it stands earlier in the same file', zh: '在同一文件中位置更靠前' };
const fileDisorder: Localized = {
  en: 'without times, though it stands later in the same file',
  zh: '没有时间，且在同一文件中位置更靠后',
};

/** `null` when the times refute the link. */
export function compareInTime(
  cause: WorkEpisode,
  effect: WorkEpisode,
  edge: CausalEdge,
  quote: Quote,
  coverage: Coverage,
): Timing | null {
  if (cause.timeline === 'fact') return { lagMs: null, factor: 1, reason: wholeCollection };
  if (cause.startMs === null || effect.startMs === null || cause.timeline !== effect.timeline) {
    return quote === 'record' ? { lagMs: null, factor: 1, reason: inRecord } : byFileOrder(cause, effect);
  }
  const lagMs = Math.round(effect.startMs - cause.startMs);
  if (quote === 'record') return { lagMs: Math.max(0, lagMs), factor: 1, reason: inRecord };
  const timing = byClock(cause, effect, edge, toleranceOf(cause, effect, coverage), coverage);
  if (timing !== null) return timing;
  return coverage.sameClock(cause, effect) ? null : { lagMs: null, factor: 0.8, reason: assumedClock };
}

function byClock(
  cause: WorkEpisode,
  effect: WorkEpisode,
  edge: CausalEdge,
  tolerance: number,
  coverage: Coverage,
): Timing | null {
  const lagMs = Math.round((effect.startMs as number) - (cause.startMs as number));
  if (lagMs < -tolerance) return beforeItsCause(cause, effect, tolerance, coverage);
  const nearest = nearestLag(cause, effect.startMs as number, tolerance);
  const beyond = nearest - (edge.lag.maxMs ?? defaultMaxLagMs) - tolerance;
  if (beyond > 0) return afterTheLimit(cause, beyond, coverage);
  const [least, most] = edge.lag.typicalMs;
  const typical = nearest <= most * 1.5 + tolerance && lagMs >= Math.min(least * 0.5, least - tolerance);
  return typical ? { lagMs, factor: 1, reason: usual } : { lagMs, factor: 0.85, reason: unusual };
}

/** An effect before its cause's first line is possible only where the cause's own beginning was not collected. */
function beforeItsCause(cause: WorkEpisode, effect: WorkEpisode, tolerance: number, coverage: Coverage): Timing | null {
  if ((cause.startMs as number) <= (effect.endMs ?? 0) + tolerance && isCounted(effect))
    return { lagMs: null, factor: 0.75, reason: counted };
  if (!coverage.beginsUnseen(cause)) return null;
  // A common source that told the effect and not yet the cause shows that the effect was first.
  if (sharesSource(cause, effect) && firstTold(effect) < firstTold(cause) - tolerance) return null;
  const afterwards = (cause.startMs as number) - (effect.endMs ?? (effect.startMs as number));
  return afterwards > afterEffectMs ? null : { lagMs: null, factor: 0.7, reason: cutLog };
}

/** A counter over a long time tells when it began and when it was last, and hides all times between. */
function isCounted(episode: WorkEpisode): boolean {
  return episode.events.some((event) => event.raw.countSpanMs > 0);
}

/** Too late for the mechanism, unless its log is a few lines picked from many: then nobody saw the cause end. */
function afterTheLimit(cause: WorkEpisode, beyondMs: number, coverage: Coverage): Timing | null {
  const pause = coverage.usualPause(cause);
  if (pause === null || pause < pickedPauseMs || beyondMs > Math.min(longestPauseMs, pause * 3)) return null;
  return { lagMs: null, factor: 0.75, reason: pickedLines };
}

/** When the log first told of it. */
function firstTold(episode: WorkEpisode): number {
  return episode.events.reduce((least, event) => Math.min(least, event.atMs ?? Infinity), Infinity);
}

function toleranceOf(cause: WorkEpisode, effect: WorkEpisode, coverage: Coverage): number {
  const blur = cause.blurMs + effect.blurMs + startSlack(cause);
  if (cause.node !== null && effect.node !== null && cause.node !== effect.node) {
    const measured = coverage.skewBetween(cause, effect);
    return (measured === null ? nodeToleranceMs : siblingToleranceMs + measured) + blur;
  }
  return (sharesSource(cause, effect) ? sourceToleranceMs : siblingToleranceMs) + blur;
}

/** A wait known by a call that failed had begun before that call, by up to the time between two calls. */
function startSlack(cause: WorkEpisode): number {
  return cause.worstDurationMs === null ? 0 : Math.min(longestSlackMs, cause.worstDurationMs / 2);
}

function sharesSource(a: WorkEpisode, b: WorkEpisode): boolean {
  const source = a.events[0]?.source;
  return source !== undefined && b.events[0]?.source === source;
}

/** Where there is no clock, the order of lines in a common file is what is left. */
function byFileOrder(cause: WorkEpisode, effect: WorkEpisode): Timing {
  if (!sharesSource(cause, effect)) return { lagMs: null, factor: 0.85, reason: noClock };
  return firstLine(cause) <= firstLine(effect)
    ? { lagMs: null, factor: 0.95, reason: fileOrder }
    : { lagMs: null, factor: 0.75, reason: fileDisorder };
}

function firstLine(episode: WorkEpisode): number {
  return episode.events[0]?.raw.line ?? 0;
}

/** Distance from the last sign of the cause before the effect; waits that were still going on count from their own start. */
function nearestLag(cause: WorkEpisode, effectStartMs: number, tolerance: number): number {
  const starts = cause.startsMs;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= effectStartMs + tolerance) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Infinity : Math.max(0, effectStartMs - (starts[low - 1] as number));
}
