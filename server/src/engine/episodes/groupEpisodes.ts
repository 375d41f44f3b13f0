/** Groups events into episodes: runs of one signature on one scope, with their span, count and worst wait. */
import type { Entities, EntityKind } from '../model/entity';
import type { Fact } from '../model/fact';
import type { Signature } from '../catalogue/signature';
import type { WorkEvent } from './workEvent';
import { endOf } from './workEvent';

/** A silence longer than this ends an episode, unless its events are usually further apart. */
const quietMs = 15 * 60_000;
const valuesPerEntity = 16;

/** Kinds of entity that keep runs of one signature apart: two units failing are two stories. */
const scopeKinds: readonly EntityKind[] = ['unit', 'device', 'lock', 'interface', 'service'];

/** An episode while chains are sought. */
export interface WorkEpisode {
  readonly id: string;
  readonly signature: Signature;
  readonly node: string | null;
  readonly timeline: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly count: number;
  readonly worstDurationMs: number | null;
  readonly events: readonly WorkEvent[];
  readonly entities: Readonly<Partial<Record<EntityKind, readonly string[]>>>;
  readonly fact: Fact | null;
}

/** Episodes by their first event, ids `p1`... in that order. Events of signatures under their `quietBelow` make none. */
export function groupEpisodes(events: readonly WorkEvent[]): WorkEpisode[] {
  const runs = new Map<string, WorkEvent[]>();
  for (const event of events) {
    const key = [event.signature.id, event.node ?? '', event.timeline, ...scopeKinds.map((kind) => scopeValue(event.entities, kind))].join('\u0000');
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [event]);
    else run.push(event);
  }
  const episodes: WorkEpisode[] = [];
  for (const run of runs.values()) {
    for (const part of splitByQuiet(run)) {
      const count = part.reduce((sum, event) => sum + event.raw.count, 0);
      const first = part[0] as WorkEvent;
      if (count >= (first.signature.quietBelow ?? 1)) episodes.push(toEpisode(part, count));
    }
  }
  episodes.sort((a, b) => compareTimes(a, b) || (a.events[0]?.id ?? '').localeCompare(b.events[0]?.id ?? '', 'en', { numeric: true }));
  return episodes.map((episode, index) => ({ ...episode, id: `p${index + 1}` }));
}

/** A lock is the same lock whatever path it is given by; other scopes count by their name. */
function scopeValue(entities: Entities, kind: EntityKind): string {
  return entities[kind] ?? '';
}

function splitByQuiet(run: readonly WorkEvent[]): WorkEvent[][] {
  const timed = run.filter((event) => event.atMs !== null).sort((a, b) => (a.atMs as number) - (b.atMs as number));
  const untimed = run.filter((event) => event.atMs === null);
  const parts: WorkEvent[][] = [];
  let current: WorkEvent[] = [];
  let end = 0;
  for (const event of timed) {
    const start = event.startMs ?? event.atMs ?? 0;
    if (current.length > 0 && start - end > quietMs) {
      parts.push(current);
      current = [];
    }
    current.push(event);
    end = Math.max(current.length === 1 ? -Infinity : end, endOf(event) ?? 0);
  }
  if (current.length > 0) parts.push(current);
  if (untimed.length > 0) parts.push(untimed);
  return parts;
}

function toEpisode(events: readonly WorkEvent[], count: number): WorkEpisode {
  const first = events[0] as WorkEvent;
  const starts = events.flatMap((event) => (event.startMs === null ? [] : [event.startMs - event.raw.countSpanMs]));
  const ends = events.flatMap((event) => {
    const end = endOf(event);
    return end === null ? [] : [end];
  });
  const durations = events.flatMap((event) => (event.raw.durationMs === null ? [] : [event.raw.durationMs]));
  return {
    id: '',
    signature: first.signature,
    node: first.node,
    timeline: first.timeline,
    startMs: minimum(starts),
    endMs: maximum(ends),
    count,
    worstDurationMs: maximum(durations),
    events,
    entities: collectEntities(events),
    fact: null,
  };
}

function collectEntities(events: readonly WorkEvent[]): Partial<Record<EntityKind, readonly string[]>> {
  const sets = new Map<EntityKind, Set<string>>();
  for (const event of events) {
    for (const [kind, value] of Object.entries(event.entities) as [EntityKind, string][]) {
      const set = sets.get(kind) ?? new Set<string>();
      sets.set(kind, set);
      if (set.size < valuesPerEntity) set.add(value);
    }
  }
  return Object.fromEntries([...sets].map(([kind, set]) => [kind, [...set]]));
}

function minimum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((least, value) => Math.min(least, value), Infinity);
}

function maximum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), -Infinity);
}

/** Earlier first; what has no time comes last. */
export function compareTimes(a: WorkEpisode, b: WorkEpisode): number {
  return (a.startMs ?? Infinity) === (b.startMs ?? Infinity) ? 0 : (a.startMs ?? Infinity) - (b.startMs ?? Infinity);
}
