/** Chooses the entries whose two clocks are told: enough of them to see where the wall clock was set, and no more. */
import type { BootTie } from '../model/sourceInfo';
import type { Batch } from './fileReader';

/** Microseconds of the monotonic clock between two ties while nothing happens. */
const usualStep = 60_000_000;
/** The wall clock moved against the monotonic one by more. */
const jump = 500_000;
/** A clock that was set is believed by several entries. */
const perJump = 3;

/** Goes along with the entries as they are written. */
export class BootTies {
  private boot = '';
  private monotonic = 0;
  private apart = 0;
  private left = 0;

  /** Whether an entry is to be told. */
  wants(batch: Batch, at: number): boolean {
    const monotonic = batch.monotonics[at] ?? -1;
    if (monotonic < 0 || batch.times[at] === 0) return false;
    if (this.left > 0 || batch.boots[at] !== this.boot || monotonic - this.monotonic >= usualStep) return true;
    return Math.abs((batch.times[at] ?? 0) - monotonic - this.apart) > jump;
  }

  /** The tie of an entry that is to be told. */
  take(batch: Batch, at: number): BootTie | null {
    if (!this.wants(batch, at)) return null;
    const monotonic = batch.monotonics[at] ?? 0;
    const time = batch.times[at] ?? 0;
    const apart = time - monotonic;
    const isNew = batch.boots[at] !== this.boot || Math.abs(apart - this.apart) > jump;
    this.left = isNew ? perJump - 1 : Math.max(0, this.left - 1);
    this.boot = batch.boots[at] ?? '';
    this.monotonic = monotonic;
    this.apart = apart;
    return { bootMs: monotonic / 1000, utcMs: time / 1000 };
  }
}
