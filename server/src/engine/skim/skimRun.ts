/** What a run of skimmed lines starts from and what it comes to: copied into the kernel's memory and back. */
import type { ScanKernel } from '../match/scanKernel';
import type { ReadSource } from '../records/readSource';
import type { SkimMemory } from './layout';
import * as layout from './layout';

/** The run's part of the memory, by the names of {@link layout}. */
export class SkimRun {
  private memory: SkimMemory | null = null;
  private ints: Int32Array = new Int32Array(0);
  private floats: Float64Array = new Float64Array(0);

  constructor(private readonly kernel: ScanKernel) {
    this.look();
  }

  /** Takes the views of the kernel's memory, which are others once it has made room. */
  look(): void {
    const { skimmer } = this.kernel;
    if (skimmer === null || skimmer === this.memory) return;
    this.memory = skimmer;
    this.ints = skimmer.ints;
    this.floats = skimmer.floats;
  }

  get(place: number): number {
    return this.ints[(layout.runAt + place) >> 2] as number;
  }

  set(place: number, value: number): void {
    this.ints[(layout.runAt + place) >> 2] = value;
  }

  time(place: number): number {
    return this.floats[(layout.runAt + place) >> 3] as number;
  }

  setTime(place: number, value: number): void {
    this.floats[(layout.runAt + place) >> 3] = value;
  }

  /** Shapes to try, in this order. */
  setShapes(numbers: readonly number[]): void {
    this.memory?.bytes.set(numbers, layout.runAt + layout.runOrder);
    this.set(layout.runShapes, numbers.length);
  }

  begins(start: number, end: number): boolean {
    return this.memory?.begins(start, end) === true;
  }

  skim(): void {
    this.memory?.skim();
  }

  /** Lays out what the lines before came to; false when the next line must be looked at in any case. */
  begin(found: ReadSource): boolean {
    found.years.lendOuter(this);
    found.innerYears.lendInner(this);
    return found.clock.lend(this);
  }

  /** Takes what the lines came to. */
  end(found: ReadSource, lines: number): void {
    found.years.takeOuter(this);
    found.innerYears.takeInner(this);
    found.clock.take(this, lines, found.years.offset, found.innerYears.offset);
  }
}
