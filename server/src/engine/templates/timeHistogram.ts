/** When something happened, in 64 equal bins that widen as the span grows; the same whatever the order of the times. */

const bins = 64;
/** Narrowest bin in ms. */
const leastWidthMs = 1000;

/** Counts by time. Bins are aligned to multiples of their width, so that two histograms of parts add up to that of the whole. */
export class TimeHistogram {
  /** `null` while there is one bin: most kinds of message in most sources come once, and room for more costs more than all else of them. */
  private counts: Uint32Array | null = null;
  /** Count of the one bin. */
  private only = 0;
  private width = leastWidthMs;
  /** Number of the first bin, in widths since 0; meaningless while empty. */
  private base = 0;
  /** Number of the last bin in use. */
  private top = -1;
  private empty = true;
  /** The bin that was counted last: times come in order, mostly. */
  private recent = 0;
  private recentFromMs = 0;
  private recentToMs = 0;

  get widthMs(): number {
    return this.width;
  }

  add(timeMs: number): void {
    if (timeMs >= this.recentFromMs && timeMs < this.recentToMs) this.count(this.recent, 1);
    else this.addMany(timeMs, 1);
  }

  /** Counts something that happened so many times. */
  addMany(timeMs: number, count: number): void {
    let bin = Math.floor(timeMs / this.width);
    if (this.empty) {
      this.empty = false;
      this.base = bin;
      this.top = bin;
    }
    while (Math.max(this.top, bin) - Math.min(this.base, bin) >= bins) {
      this.widen();
      bin = Math.floor(timeMs / this.width);
    }
    if (bin < this.base) this.shift(this.base - bin);
    if (bin > this.top) this.top = bin;
    const at = bin - this.base;
    this.count(at, count);
    this.recent = at;
    this.recentFromMs = bin * this.width;
    this.recentToMs = this.recentFromMs + this.width;
  }

  /** This histogram without its memory of the bin counted last: those with the same counts are equal. */
  rested(): this {
    this.recent = 0;
    this.recentFromMs = 0;
    this.recentToMs = 0;
    return this;
  }

  /** Adds another histogram's counts. */
  merge(other: TimeHistogram): void {
    if (other.empty) return;
    while (other.width > this.width) this.widen();
    for (let at = 0; at <= other.top - other.base; at++) {
      const count = other.countAt(at);
      if (count > 0) this.addMany((other.base + at) * other.width, count);
    }
  }

  /** How many fell into bins that touch `[fromMs, toMs)`, and how long those bins are together. */
  between(fromMs: number, toMs: number): { readonly count: number; readonly spanMs: number } {
    let count = 0;
    let spanMs = 0;
    for (let at = 0; !this.empty && at <= this.top - this.base; at++) {
      const start = (this.base + at) * this.width;
      if (start + this.width <= fromMs || start >= toMs) continue;
      count += this.countAt(at);
      spanMs += this.width;
    }
    return { count, spanMs };
  }

  private count(at: number, count: number): void {
    if (this.counts === null && this.top === this.base) {
      this.only += count;
      return;
    }
    const counts = this.spread();
    counts[at] = (counts[at] as number) + count;
  }

  private countAt(at: number): number {
    return this.counts === null ? this.only : (this.counts[at] as number);
  }

  /** Room for all bins. */
  private spread(): Uint32Array {
    if (this.counts !== null) return this.counts;
    this.counts = new Uint32Array(bins);
    this.counts[0] = this.only;
    this.only = 0;
    return this.counts;
  }

  /** Doubles the width of all bins. */
  private widen(): void {
    const base = Math.floor(this.base / 2);
    if (this.counts !== null) {
      const wider = new Uint32Array(bins);
      for (let at = 0; at <= this.top - this.base; at++) {
        const to = Math.floor((this.base + at) / 2) - base;
        wider[to] = (wider[to] as number) + (this.counts[at] as number);
      }
      this.counts = wider;
    }
    this.top = Math.floor(this.top / 2);
    this.base = base;
    this.width *= 2;
  }

  /** Makes room for earlier bins. */
  private shift(by: number): void {
    const counts = this.spread();
    counts.copyWithin(by, 0, bins - by);
    counts.fill(0, 0, by);
    this.base -= by;
  }
}
