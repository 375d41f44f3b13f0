/** Puts lines of several sources into one order by time, in which each source keeps its own order. */
import type { NearLines, TimedLine } from './linesNear';

/** Lines of all sources around an instant. */
export interface MergedLines {
  readonly lines: readonly TimedLine[];
  /** Lines that were found and are left out, before and behind those that are there. */
  readonly leftOut: readonly [number, number];
  /** A source has more lines in the span than were taken from it. */
  readonly isCut: boolean;
}

/** Merges; of more than `limit` lines those nearest to the instant stay. */
export function mergeLines(sources: readonly NearLines[], atMs: number, limit: number): MergedLines {
  const merged = inOrder(sources.map(({ lines }) => lines).filter((lines) => lines.length > 0));
  const isCut = sources.some((source) => source.isCut);
  if (merged.length <= limit) return { lines: merged, leftOut: [0, 0], isCut };
  const found = merged.findIndex(({ timeMs }) => timeMs >= atMs);
  const middle = found < 0 ? merged.length : found;
  const first = Math.min(Math.max(0, middle - Math.floor(limit / 2)), merged.length - limit);
  return { lines: merged.slice(first, first + limit), leftOut: [first, merged.length - first - limit], isCut };
}

/** Always takes the source whose next line is the earliest; of equal ones the first in the order of the list. */
function inOrder(sources: readonly (readonly TimedLine[])[]): TimedLine[] {
  const next = sources.map(() => 0);
  const merged: TimedLine[] = [];
  const total = sources.reduce((sum, lines) => sum + lines.length, 0);
  while (merged.length < total) {
    let best = -1;
    for (let index = 0; index < sources.length; index++) {
      const line = sources[index]?.[next[index] ?? 0];
      if (line === undefined) continue;
      if (best < 0 || line.timeMs < (sources[best]?.[next[best] ?? 0]?.timeMs ?? 0)) best = index;
    }
    merged.push(sources[best]?.[next[best] ?? 0] as TimedLine);
    next[best] = (next[best] ?? 0) + 1;
  }
  return merged;
}
