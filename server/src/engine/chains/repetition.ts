/** Asks whether one thing follows another again and again, or comes and goes without regard to it. */
import type { CausalEdge } from '../catalogue/edge';
import type { WorkEpisode } from '../episodes/groupEpisodes';

/** What many occurrences of both sides say. */
export interface Repetition {
  /** Bursts of the cause that could be followed. */
  readonly times: number;
  /** `true`: nearly every burst was followed; `false`: no more often than chance would have it. */
  readonly follows: boolean;
}

/** Fewer bursts prove nothing. */
const leastBursts = 3;
/** Effects are looked for this long after a burst, when the mechanism is usually slower than that. */
const longestWindowMs = 60_000;
const shortestWindowMs = 5_000;
/** Bursts are further apart than this many windows. */
const apart = 1.5;

/** `null` when there are too few bursts, or no pauses between them in which the effect could be missing. */
export function repeatedly(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): Repetition | null {
  if (cause.timeline !== effect.timeline || cause.clock !== effect.clock || cause.blurMs + effect.blurMs > 0)
    return null;
  const windowMs = Math.min(longestWindowMs, Math.max(shortestWindowMs, edge.lag.typicalMs[1]));
  const bursts = burstsOf(cause.startsMs, windowMs * apart);
  const first = bursts[0];
  const last = bursts[bursts.length - 1];
  if (bursts.length < leastBursts || first === undefined || last === undefined) return null;
  const covered = (bursts.length * windowMs) / Math.max(1, last - first + windowMs);
  if (covered > 0.6) return null;
  const within = effect.startsMs.filter((time) => time >= first - windowMs && time <= last + windowMs);
  if (within.length < leastBursts) return null;
  const followed = bursts.filter((burst) => hasWithin(effect.startsMs, burst - 1000, burst + windowMs)).length;
  const explained = within.filter((time) => hasWithin(bursts, time - windowMs, time + 1000)).length / within.length;
  if (followed >= bursts.length * 0.8 && explained >= 0.8) return { times: bursts.length, follows: true };
  return explained <= covered * 1.5 ? { times: bursts.length, follows: false } : null;
}

/** First times of runs that are further apart than `gapMs`. */
function burstsOf(times: readonly number[], gapMs: number): number[] {
  const bursts: number[] = [];
  let previous = -Infinity;
  for (const time of times) {
    if (time - previous > gapMs) bursts.push(time);
    previous = time;
  }
  return bursts;
}

/** Whether one of the sorted times lies between the two. */
function hasWithin(times: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low < times.length && (times[low] as number) <= to;
}
