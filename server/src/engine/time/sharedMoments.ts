/** How far the clocks of two sources are apart, by moments that both tell of: containers that start and stop, pods that are bound. */

/** A moment as one source tells it. */
export interface ToldMoment {
  /** Kind and key. */
  readonly name: string;
  /** UTC ms by the source's own clock, the usual lateness of its wording already taken off. */
  readonly utcMs: number;
  /** How far off that may be on a healthy node. */
  readonly toleranceMs: number;
}

/** The distance of two clocks. */
export interface MeasuredOffset {
  /** Second source's time minus the first one's. */
  readonly offsetMs: number;
  /** Length of the shortest stretch that holds half of the distances. */
  readonly spreadMs: number;
  readonly toleranceMs: number;
  readonly pairs: number;
}

/** A moment that more sources tell of is no private happening of two of them. */
const mostTellers = 16;
const maxPairs = 512;

/**
 * Of each source's moments those that another one tells of too: the others compare no clocks, and most are told once. In steps.
 */
export function* toldByOthers<Moment extends { readonly name: string }>(
  moments: readonly (readonly Moment[])[],
): Generator<void, (readonly Moment[])[]> {
  const firstTellers = new Map<string, number>();
  const shared = new Set<string>();
  for (const [source, list] of moments.entries()) {
    for (const { name } of list) {
      const first = firstTellers.get(name);
      if (first === undefined) firstTellers.set(name, source);
      else if (first !== source) shared.add(name);
    }
    yield;
  }
  return moments.map((list) => (shared.size === 0 ? [] : list.filter(({ name }) => shared.has(name))));
}

/** Distances by `first * sources + second`, first < second; sources without moments in common are absent. */
export function measureOffsets(told: readonly (readonly ToldMoment[])[]): Map<number, MeasuredOffset> {
  const tellers = new Map<string, { readonly source: number; readonly moment: ToldMoment }[]>();
  told.forEach((list, source) => {
    for (const moment of list) {
      const known = tellers.get(moment.name);
      if (known === undefined) tellers.set(moment.name, [{ source, moment }]);
      // The first mention is the happening itself; later ones are about it.
      else if (known[known.length - 1]?.source !== source) known.push({ source, moment });
    }
  });
  const distances = new Map<number, { readonly offsets: number[]; readonly tolerances: number[] }>();
  for (const list of tellers.values()) {
    if (list.length > mostTellers) continue;
    list.forEach((first, index) => {
      for (const second of list.slice(index + 1)) {
        const key = first.source * told.length + second.source;
        const found = distances.get(key) ?? { offsets: [], tolerances: [] };
        distances.set(key, found);
        if (found.offsets.length >= maxPairs) continue;
        found.offsets.push(second.moment.utcMs - first.moment.utcMs);
        found.tolerances.push(first.moment.toleranceMs + second.moment.toleranceMs);
      }
    });
  }
  return new Map([...distances].map(([key, { offsets, tolerances }]) => [key, summary(offsets, tolerances)]));
}

/**
 * The middle of the shortest stretch that holds half of the distances: half of all lines may be late, as they are on a
 * sick node, without moving it.
 */
function summary(offsets: readonly number[], tolerances: readonly number[]): MeasuredOffset {
  const sorted = [...offsets].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2) + 1;
  let from = 0;
  for (let start = 1; start + half <= sorted.length; start++) {
    if (width(sorted, start, half) < width(sorted, from, half)) from = start;
  }
  const inside = sorted.slice(from, from + half);
  return {
    offsetMs: middle(inside),
    spreadMs: width(sorted, from, half),
    toleranceMs: middle([...tolerances].sort((a, b) => a - b)),
    pairs: sorted.length,
  };
}

function width(sorted: readonly number[], start: number, count: number): number {
  return (sorted[start + count - 1] ?? 0) - (sorted[start] ?? 0);
}

function middle(sorted: readonly number[]): number {
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.round((high + low) / 2);
}
