/** What the user has decided about sources: format, node, zone, year, skew, by source id or pattern. */

/** One decision; absent members stay as they are inferred. */
export interface SourceCorrection {
  /** Id of the record format, or `text` for a source that holds no records. */
  readonly format?: string;
  readonly node?: string;
  /** Of stamps that state none: `+08:00`, `UTC`, `Asia/Shanghai`. */
  readonly zone?: string;
  /** Of the first record, for stamps that state none. */
  readonly year?: number;
  /** Added to the source's own time, in ms. */
  readonly skewMs?: number;
}

/** Decisions by source id; `*` stands for any part of one name, `**` for any part of the path. */
export type Corrections = Readonly<Record<string, SourceCorrection>>;

/** The decisions that hold for a source, of several lists the weakest first, each member for itself. */
export function correctionFor(lists: readonly Corrections[], id: string): SourceCorrection {
  return Object.assign({}, ...lists.map((corrections) => correctionIn(corrections, id)));
}

/** Exact ids count before patterns, longer patterns before shorter ones. */
function correctionIn(corrections: Corrections, id: string): SourceCorrection {
  const fitting = Object.entries(corrections)
    .filter(([pattern]) => pattern === id || (pattern.includes('*') && fits(pattern, id)))
    .sort(([one], [other]) => rank(one, id) - rank(other, id) || (one < other ? -1 : 1));
  return Object.assign({}, ...fitting.map(([, correction]) => correction));
}

/** The surest last: it overwrites the others. */
function rank(pattern: string, id: string): number {
  return pattern === id ? Number.POSITIVE_INFINITY : pattern.length;
}

/** Follows all ways through the pattern at once: none can make it slow. */
function fits(pattern: string, id: string): boolean {
  let ways = withoutStars(pattern, [0]);
  for (const letter of id) {
    const next: number[] = [];
    for (const at of ways) {
      if (pattern[at] !== '*') {
        if (pattern[at] === letter) next.push(at + 1);
      } else if (letter !== '/' || pattern[at + 1] === '*' || pattern[at - 1] === '*') next.push(at);
    }
    ways = withoutStars(pattern, next);
  }
  return ways.includes(pattern.length);
}

/** The ways, and those on which a star stands for nothing. */
function withoutStars(pattern: string, ways: readonly number[]): number[] {
  const all = new Set(ways);
  for (const at of all) if (pattern[at] === '*') all.add(at + 1);
  return [...all];
}
