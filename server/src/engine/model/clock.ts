/** What is known about a source's clock, how it is known, and by what evidence. */
import type { Localized } from './localized';

/** How a property of a clock was learned, surest first. */
export type Provenance = 'stated' | 'inferred' | 'assumed' | 'user';

/** From some line on the clock is another one: summer time, a clock that was set, a boot. */
export interface ClockSegment {
  readonly kind: 'zone' | 'step' | 'boot';
  /** 1-based; the segment goes on to the next one of its kind. */
  readonly line: number;
  /** `zone`: minutes east of UTC. `step`: how far the clock jumped, in ms. `boot`: UTC ms of the boot, `null` when unknown. */
  readonly value: number | null;
}

/** The clock of one source as settled after everything was read. */
export interface Clock {
  /** Offset from UTC as `+08:00`, at the first record. */
  readonly zone: string;
  readonly zoneMinutes: number;
  readonly zoneFrom: Provenance;
  /** Calendar year of the first record; `null` when the source has no calendar stamps. */
  readonly year: number | null;
  readonly yearFrom: Provenance;
  /** Added to the source's own time to get the reference time, in ms. */
  readonly skewMs: number;
  readonly skewFrom: 'none' | 'inferred' | 'user';
  /** How far the moments that tell the skew are apart, and how many there are; `null` and 0 when it was not measured. */
  readonly skewSpreadMs: number | null;
  readonly skewPairs: number;
  /** UTC ms of the boot that the source's first seconds since boot count from; `null` when nothing ties them. */
  readonly bootMs: number | null;
  /** Changes after the first record, by line; empty for a clock that stays the same. */
  readonly segments: readonly ClockSegment[];
  /** Sentences, one a property that was not simply stated. */
  readonly evidence: readonly Localized[];
}

/** One end of a source's time span. */
export interface Instant {
  /** The stamp as it stands in the source. */
  readonly text: string;
  /** UTC milliseconds since the epoch, or `null` when the stamp cannot be placed on the calendar (seconds since boot). */
  readonly timeMs: number | null;
  /** 1-based. */
  readonly line: number;
}
