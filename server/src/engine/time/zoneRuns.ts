/** The zone that pairs of stamps imply, line by line: one run for each stretch of the source in which it stays the same (summer time). */

/** A stretch of lines whose pairs agree. */
export interface ZoneRun {
  /** Quarters of an hour between the two stamps of a pair. */
  readonly quarter: number;
  /** Lines of its first and last pair. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly count: number;
}

type OpenRun = { -readonly [Name in keyof ZoneRun]: ZoneRun[Name] };

/** So many pairs in a row make a stretch; fewer are records that were written late. */
const believed = 3;
const maxRunsInBlock = 64;
const noQuarter = 0x7fff_ffff;

/** Collects pairs in the order of the lines. */
export class ZoneRuns {
  total = 0;
  /** Pairs by quarter. */
  private readonly counts = new Map<number, number>();
  /** Runs of equal pairs; each block of the source begins a new one. */
  private readonly runs: OpenRun[] = [];
  private runsInBlock = 0;

  add(line: number, quarter: number): void {
    this.total++;
    this.counts.set(quarter, (this.counts.get(quarter) ?? 0) + 1);
    const last = this.runsInBlock > 0 ? this.runs[this.runs.length - 1] : undefined;
    if (last?.quarter === quarter) {
      last.count++;
      last.lastLine = line;
    } else if (this.runsInBlock < maxRunsInBlock) {
      this.runs.push({ quarter, firstLine: line, lastLine: line, count: 1 });
      this.runsInBlock++;
    }
  }

  /** Quarter of the run that is open; one that no pair has when none is. */
  get lastQuarter(): number {
    return (this.runsInBlock > 0 ? this.runs[this.runs.length - 1]?.quarter : undefined) ?? noQuarter;
  }

  /** {@link add} for so many pairs that go on with the open run, up to this line. */
  addMany(lastLine: number, quarter: number, count: number): void {
    const last = this.runs[this.runs.length - 1];
    if (count === 0 || last === undefined) return;
    this.total += count;
    this.counts.set(quarter, (this.counts.get(quarter) ?? 0) + count);
    last.count += count;
    last.lastLine = lastLine;
  }

  beginBlock(): void {
    this.runsInBlock = 0;
  }

  /** Adds the stretch of the source that follows after so many lines. */
  append(next: ZoneRuns, linesBefore: number): void {
    this.total += next.total;
    for (const [quarter, count] of next.counts) this.counts.set(quarter, (this.counts.get(quarter) ?? 0) + count);
    for (const run of next.runs)
      this.runs.push({ ...run, firstLine: run.firstLine + linesBefore, lastLine: run.lastLine + linesBefore });
    this.runsInBlock = next.runsInBlock;
  }

  /** The quarter of most pairs, with its share; the smaller one on a tie; `null` without pairs. */
  get main(): { readonly quarter: number; readonly count: number; readonly total: number } | null {
    const [best] = [...this.counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return best === undefined ? null : { quarter: best[0], count: best[1], total: this.total };
  }

  /**
   * Stretches of different zones, in the order of the lines; empty unless there are at least two that are believed
   * and differ as zones do: by whole half hours.
   */
  get stretches(): readonly ZoneRun[] {
    const stretches: OpenRun[] = [];
    for (const run of joined(this.runs)) {
      const last = stretches[stretches.length - 1];
      if (run.quarter === last?.quarter) extend(last, run);
      else if (run.count >= believed && (last === undefined || (last.quarter - run.quarter) % 2 === 0))
        stretches.push({ ...run });
    }
    return stretches.length > 1 ? stretches : [];
  }
}

/** Runs that follow each other and agree, as one. */
function joined(runs: readonly ZoneRun[]): OpenRun[] {
  const result: OpenRun[] = [];
  for (const run of runs) {
    const last = result[result.length - 1];
    if (last?.quarter === run.quarter) extend(last, run);
    else result.push({ ...run });
  }
  return result;
}

function extend(run: OpenRun, next: ZoneRun): void {
  run.count += next.count;
  run.lastLine = next.lastLine;
}
