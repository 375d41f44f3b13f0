/** What settling needs to know about one source, and what it decides. */
import type { Clock, Provenance } from '../model/clock';
import type { Localized } from '../model/localized';
import type { SetPlace } from '../model/report';
import type { StatedDate } from '../model/sourceInfo';
import type { RawStamp } from '../records/stamp';
import type { ClockEvidence } from './clockEvidence';
import type { Zone } from './zone';

/** A stamp with the line it stands on. */
export interface PlacedStamp {
  readonly stamp: RawStamp;
  readonly line: number;
}

/** What the user has said about one source, which beats all evidence. */
export interface ClockOverrides {
  readonly year?: number;
  readonly zone?: Zone;
  readonly skewMs?: number;
}

/** One source as settling sees it. */
export interface ClockSource {
  readonly id: string;
  readonly node: string | null;
  readonly evidence: ClockEvidence;
  readonly records: number;
  readonly first: PlacedStamp | null;
  readonly last: PlacedStamp | null;
  readonly modifiedMs: number | null;
  /** Dates beside the log, the nearest first. */
  readonly statedDates: readonly StatedDate[];
  /** Zone that the node's facts state, with the source that does. */
  readonly factZone: { readonly zone: Zone; readonly source: string } | null;
  readonly overrides: ClockOverrides;
  /** Its place among rotated files, if it has one. */
  readonly set: SetPlace | null;
}

/** A settled clock and the way from its source's stamps to UTC. */
export interface SettledClock {
  readonly clock: Clock;
  /**
   * UTC ms of a record's stamp (`inner` for the inner layer's), or `null` when it cannot be placed on the calendar. `beside`: the outer
   * stamp of the same record, whose year is the inner one's where it states it.
   */
  toUtc(stamp: RawStamp, layer: 'outer' | 'inner', line: number, beside?: RawStamp | null): number | null;
}

/** A value and how it is known; no evidence when it is simply stated. */
export interface Known<T> {
  readonly value: T;
  readonly from: Provenance;
  readonly evidence: Localized | null;
}

/** Asks what others tell of a source; what they tell together is put in order once for all who ask. */
export type FromOthers<T> = (known: ReadonlyMap<ClockSource, Known<T>>) => (source: ClockSource) => Known<T> | null;

/** First each source by itself, then from the others; then by what stands beside it, then from others of which that is known; last by assumption. */
export function settleAll<T>(
  sources: readonly ClockSource[],
  own: (source: ClockSource) => Known<T> | null,
  fromOthers: FromOthers<T>,
  assume: (source: ClockSource) => Known<T>,
  beside: (source: ClockSource) => Known<T> | null = () => null,
): Map<ClockSource, Known<T>> {
  const known = new Map<ClockSource, Known<T>>();
  for (const source of sources) {
    const value = own(source);
    if (value !== null) known.set(source, value);
  }
  const found = new Map<ClockSource, Known<T>>();
  const askKnown = fromOthers(known);
  for (const source of sources) {
    const value = known.get(source) ?? askKnown(source) ?? beside(source);
    if (value !== null) found.set(source, value);
  }
  const askFound = fromOthers(found);
  return new Map(sources.map((source) => [source, found.get(source) ?? askFound(source) ?? assume(source)]));
}
