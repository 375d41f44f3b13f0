/** What is known about a source's clock, how it is known, and by what evidence. */

/** How a property of a clock was learned, surest first. */
export type Provenance = 'stated' | 'inferred' | 'assumed' | 'user';

/** The clock of one source as settled after everything was read. */
export interface Clock {
  /** Offset from UTC as `+08:00`. */
  readonly zone: string;
  readonly zoneMinutes: number;
  readonly zoneFrom: Provenance;
  /** Calendar year of the first record; `null` when the source has no calendar stamps. */
  readonly year: number | null;
  readonly yearFrom: Provenance;
  /** Added to the source's own time to get the reference time, in ms. */
  readonly skewMs: number;
  readonly skewFrom: 'none' | 'inferred' | 'user';
  /** Sentences, one a property that was not simply stated. */
  readonly evidence: readonly string[];
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
