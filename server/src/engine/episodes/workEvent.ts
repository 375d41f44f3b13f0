/** An event with its place in time, as episodes and chains work with it. */
import type { Signature } from '../catalogue/signature';
import type { Entities } from '../model/entity';
import type { RawEvent } from '../records/rawEvent';

/** A settled event. Times that cannot be placed on the calendar are comparable within their own `timeline` only. */
export interface WorkEvent {
  readonly id: string;
  readonly signature: Signature;
  readonly raw: RawEvent;
  readonly source: string;
  readonly node: string | null;
  /** `utc`, or the name of a timeline of its own (seconds since an unknown boot, ages before an unknown moment). */
  readonly timeline: string;
  /** Ms on the timeline; `null` when the record has no time at all. */
  readonly atMs: number | null;
  /** `age`: counted back from the moment of collection, which nothing tells exactly; comparable with its like only. */
  readonly clock: 'stamp' | 'age';
  /** Which of its source's tables of events it stands in, 0 where there is none: each counts its ages from a moment of its own. */
  readonly table: number;
  /** How far `atMs` may be off, in ms: an age of `1h` may be one hour or nearly two. */
  readonly blurMs: number;
  /** Ms on the timeline at which the reported stretch began. */
  readonly startMs: number | null;
  readonly entities: Entities;
  /** Event of the same record whose text quotes this one. */
  readonly quotedBy: string | null;
}

/** When the reported stretch was over, as far as the line knows. */
export function endOf(event: WorkEvent): number | null {
  if (event.startMs === null || event.atMs === null) return event.atMs;
  return Math.max(event.atMs, event.startMs + (event.raw.durationMs ?? 0));
}

/** The table of events that an event with an age stands in. */
export function tableOf(event: WorkEvent | undefined): string {
  return event === undefined ? '' : `${event.source}\u0000${event.table}`;
}
