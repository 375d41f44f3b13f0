/** How far each source's clock is from the others', measured by the moments that both tell of. */
import type { Localized } from '../model/localized';
import type { ClockSource } from './clockSource';
import type { MeasuredOffset, ToldMoment } from './sharedMoments';
import { measureOffsets } from './sharedMoments';

/** What was measured, or said by the user, for one source. */
export interface Skew {
  /** Added to the source's time. */
  readonly ms: number;
  readonly from: 'none' | 'inferred' | 'user';
  readonly spreadMs: number | null;
  readonly pairs: number;
  readonly evidence: Localized | null;
}

/** So many moments are needed, and half of them must be this close to each other: late lines are late by varying times. */
const leastPairs = 4;
const mostSpreadMs = 2000;
/** Smaller distances than this are how things normally are. */
const leastSkewMs = 1000;

interface Link extends MeasuredOffset {
  readonly first: number;
  readonly second: number;
}

/** Skew of each source, relative to the clock that most moments speak for. */
export function settleSkews(
  sources: readonly ClockSource[],
  told: readonly (readonly ToldMoment[])[],
): readonly Skew[] {
  const links = [...measureOffsets(told)]
    .map(([key, offset]) => ({ first: Math.floor(key / sources.length), second: key % sources.length, ...offset }))
    .filter((link) => link.pairs >= leastPairs && link.spreadMs <= mostSpreadMs);
  const skews: Skew[] = sources.map(({ overrides }) => ownSkew(overrides.skewMs));
  for (const group of connected(sources.length, links)) spread(group, links, sources, skews);
  return skews;
}

function ownSkew(userMs: number | undefined): Skew {
  return userMs === undefined
    ? { ms: 0, from: 'none', spreadMs: null, pairs: 0, evidence: null }
    : { ms: userMs, from: 'user', spreadMs: null, pairs: 0, evidence: null };
}

/** Groups of sources that links tie together, each with its reference first: the source with the most moments. */
function connected(count: number, links: readonly Link[]): number[][] {
  const weight = new Map<number, number>();
  for (const { first, second, pairs } of links)
    for (const source of [first, second]) weight.set(source, (weight.get(source) ?? 0) + pairs);
  const left = new Set([...weight.keys()].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || a - b));
  const groups: number[][] = [];
  for (const start of left) {
    const group = [start];
    left.delete(start);
    for (const source of group) {
      for (const next of neighbours(source, links, count)) {
        if (left.delete(next)) group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Sources linked with this one, by the link with most moments first. */
function neighbours(source: number, links: readonly Link[], count: number): number[] {
  return links
    .filter((link) => link.first === source || link.second === source)
    .sort((a, b) => b.pairs - a.pairs || a.first * count + a.second - b.first * count - b.second)
    .map((link) => (link.first === source ? link.second : link.first));
}

/** Gives every source of a group its skew, walking from those the user has set, or from the reference. */
function spread(
  group: readonly number[],
  links: readonly Link[],
  sources: readonly ClockSource[],
  skews: Skew[],
): void {
  const byUser = group.filter((source) => skews[source]?.from === 'user');
  const done = new Set(byUser.length > 0 ? byUser : group.slice(0, 1));
  for (const known of done) {
    for (const next of neighbours(known, links, sources.length)) {
      if (done.has(next)) continue;
      const link = links.find(
        (one) =>
          Math.min(one.first, one.second) === Math.min(known, next) &&
          Math.max(one.first, one.second) === Math.max(known, next),
      ) as Link;
      done.add(next);
      // What is added to `next` brings it to where `known` already is.
      const apart = (link.first === known ? -link.offsetMs : link.offsetMs) + (skews[known]?.ms ?? 0);
      skews[next] = measured(apart, link, (sources[known] as ClockSource).id);
    }
  }
}

function measured(apartMs: number, link: Link, other: string): Skew {
  const isApart = Math.abs(apartMs) > leastSkewMs + link.toleranceMs + link.spreadMs;
  const seconds = (ms: number): string => (Math.abs(ms) / 1000).toFixed(1);
  const by = {
    en: `${link.pairs} shared moments, spread ${seconds(link.spreadMs)} s`,
    zh: `${link.pairs} 个共同时刻，离散 ${seconds(link.spreadMs)} s`,
  };
  const [sideEn, sideZh] = apartMs > 0 ? ['behind', '慢'] : ['ahead of', '快'];
  return {
    ms: isApart ? apartMs : 0,
    from: isApart ? 'inferred' : 'none',
    spreadMs: link.spreadMs,
    pairs: link.pairs,
    evidence: isApart
      ? {
          en: `clock ${seconds(apartMs)} s ${sideEn} that of ${other}: ${by.en}`,
          zh: `时钟比 ${other} ${sideZh} ${seconds(apartMs)} s：${by.zh}`,
        }
      : { en: `clock agrees with that of ${other}: ${by.en}`, zh: `时钟与 ${other} 一致：${by.zh}` },
  };
}
