/** Groups events into episodes: runs of one signature on one scope, with their span, count and worst wait. */

import type { Signature } from '../catalogue/signature';
import type { Entities, EntityKind } from '../model/entity';
import { denseParts } from './bursts';
import { pairEnds } from './pairEnds';
import type { WorkEvent } from './workEvent';
import { endOf } from './workEvent';

/** A silence longer than this ends an episode, unless its events are usually further apart. */
const quietMs = 15 * 60_000;
/** Events that are gone through before others have their turn. */
const eventsInStep = 500;
/** Values of one kind of entity kept for an episode; a list this long may be cut. */
export const valuesPerEntity = 16;

/** Kinds of entity that keep runs of one signature apart: two units failing are two stories. */
const scopeKinds: readonly EntityKind[] = ['unit', 'device', 'lock', 'interface', 'service'];

/** An episode while chains are sought. */
export interface WorkEpisode {
  readonly id: string;
  /** Its place among all episodes, by time: a fixed order of them. */
  readonly place: number;
  readonly signature: Signature;
  readonly node: string | null;
  readonly timeline: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Starts of its exactly timed events, earliest first. */
  readonly startsMs: readonly number[];
  readonly count: number;
  readonly worstDurationMs: number | null;
  /** How far the start may be off, in ms. */
  readonly blurMs: number;
  /** `age` when nothing but ages before an unknown moment places it. */
  readonly clock: 'stamp' | 'age';
  readonly events: readonly WorkEvent[];
  readonly entities: Readonly<Partial<Record<EntityKind, readonly string[]>>>;
  /** The line that ended it. */
  readonly endedBy: WorkEvent | null;
  /** A line that ends such trouble is known and does not follow. */
  readonly endUnseen: boolean;
  /** So little of it on any one object that it happens every day. */
  readonly isWeak: boolean;
}

/** Episodes by their first event, ids `p1`... in that order. Events of signatures under their `quietBelow` make none. In steps. */
export function* groupEpisodes(
  events: readonly WorkEvent[],
  signatures: readonly Signature[],
): Generator<void, WorkEpisode[]> {
  const runs = new Map<string, WorkEvent[]>();
  for (let from = 0; from < events.length; from += eventsInStep) {
    for (const event of events.slice(from, from + eventsInStep)) addToRun(runs, event);
    yield;
  }
  const episodes: WorkEpisode[] = [];
  for (const run of runs.values()) {
    yield;
    for (const part of splitByQuiet(run).flatMap(loudParts)) episodes.push(toEpisode(part, countOf(part)));
  }
  episodes.sort((a, b) => compareTimes(a, b) || firstNumber(a) - firstNumber(b));
  return pairEnds(
    episodes.map((episode, place) => ({ ...episode, id: `p${place + 1}`, place })),
    events,
    signatures,
  );
}

function addToRun(runs: Map<string, WorkEvent[]>, event: WorkEvent): void {
  const key = `${event.signature.id}\u0000${event.node ?? ''}\u0000${event.timeline}${scopeOf(event.entities)}`;
  const run = runs.get(key);
  if (run === undefined) runs.set(key, [event]);
  else run.push(event);
}

/** The number in its first event's id. */
function firstNumber({ events: [event] }: WorkEpisode): number {
  return Number(event?.id.slice(1));
}

/** What of a run is more than its signature calls normal. */
function loudParts(part: readonly WorkEvent[]): (readonly WorkEvent[])[] {
  const { quietBelow = 1, quietWithinMs } = (part[0] as WorkEvent).signature;
  if (quietBelow <= 1) return [part];
  const timed = part.every((event) => event.atMs !== null);
  if (quietWithinMs !== undefined && timed) return denseParts(part, quietBelow, quietWithinMs);
  return countOf(part) >= quietBelow ? [part] : [];
}

/** What keeps a run apart from others of its signature. */
function scopeOf(entities: Entities): string {
  let scope = '';
  for (const kind of scopeKinds) scope += `\u0000${entities[kind] === undefined ? '' : scopeValue(entities, kind)}`;
  return scope;
}

/** Units and interfaces that are made for one container and forgotten again are not told apart. */
function scopeValue(entities: Entities, kind: EntityKind): string {
  const value = entities[kind] ?? '';
  const isPassing =
    (kind === 'unit' && /[0-9a-f]{12}/.test(value)) || (kind === 'interface' && /^(?:veth|cali|lxc|eni)/.test(value));
  return isPassing ? '' : value;
}

/**
 * Runs without a long silence in them. Events that only have a blurred time (ages in tables) are copies of what the logs
 * tell exactly: they join the nearest exact run within their blur and make runs of their own only where there is none.
 */
function splitByQuiet(run: readonly WorkEvent[]): WorkEvent[][] {
  const exact = splitTimed(run.filter((event) => event.atMs !== null && event.blurMs === 0));
  const left: WorkEvent[] = [];
  for (const event of run.filter((one) => one.atMs !== null && one.blurMs > 0)) {
    const home = exact.find((part) => distanceToRun(event, part) <= event.blurMs + quietMs);
    if (home === undefined) left.push(event);
    else home.push(event);
  }
  const untimed = run.filter((event) => event.atMs === null);
  return [...exact, ...splitTimed(left), ...(untimed.length > 0 ? [untimed] : [])];
}

function splitTimed(timed: readonly WorkEvent[]): WorkEvent[][] {
  const sorted = [...timed].sort((a, b) => (a.atMs as number) - (b.atMs as number));
  const parts: WorkEvent[][] = [];
  let current: WorkEvent[] = [];
  let end = -Infinity;
  for (const event of sorted) {
    const start = event.startMs ?? event.atMs ?? 0;
    if (current.length > 0 && start - end > quietMs) {
      parts.push(current);
      current = [];
      end = -Infinity;
    }
    current.push(event);
    end = Math.max(end, endOf(event) ?? 0);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

/** 0 inside the run's span. */
function distanceToRun(event: WorkEvent, part: readonly WorkEvent[]): number {
  const at = event.atMs as number;
  const first = (part[0] as WorkEvent).startMs ?? at;
  const last = part.reduce(
    (most, one) => Math.max(most, one.blurMs > 0 ? -Infinity : (endOf(one) ?? -Infinity)),
    -Infinity,
  );
  return Math.max(0, first - at, at - event.raw.countSpanMs - last);
}

function toEpisode(events: readonly WorkEvent[], count: number): WorkEpisode {
  const first = events[0] as WorkEvent;
  const exact = events.filter((event) => event.blurMs === 0);
  const telling = exact.length > 0 ? exact : events;
  const starts: number[] = [];
  let lastMs: number | null = null;
  for (const event of telling) {
    if (event.startMs !== null) starts.push(event.startMs - event.raw.countSpanMs);
    lastMs = later(lastMs, endOf(event));
  }
  starts.sort((a, b) => a - b);
  let worstDurationMs: number | null = null;
  for (const event of events) worstDurationMs = later(worstDurationMs, event.raw.durationMs);
  return {
    id: '',
    place: 0,
    signature: first.signature,
    node: first.node,
    timeline: first.timeline,
    startMs: starts[0] ?? null,
    endMs: lastMs,
    startsMs: starts,
    count,
    worstDurationMs,
    blurMs: telling.reduce((most, event) => Math.max(most, event.blurMs), 0),
    clock: telling.some((event) => event.clock === 'stamp') ? 'stamp' : 'age',
    events,
    entities: collectEntities(events),
    endedBy: null,
    endUnseen: false,
    isWeak: isWeak(events),
  };
}

function isWeak(events: readonly WorkEvent[]): boolean {
  const limit = (events[0] as WorkEvent).signature.weakBelow;
  if (limit === undefined) return false;
  const counts = new Map<string, number>();
  for (const event of events) {
    const object = event.entities[limit.per] ?? '';
    counts.set(object, (counts.get(object) ?? 0) + event.raw.count);
  }
  return [...counts.values()].every((count) => count < limit.least);
}

/** Occurrences: what exact records tell; tables repeat them. */
function countOf(events: readonly WorkEvent[]): number {
  const exact = events.filter((event) => event.blurMs === 0);
  return (exact.length > 0 ? exact : events).reduce((sum, event) => sum + event.raw.count, 0);
}

function collectEntities(events: readonly WorkEvent[]): Partial<Record<EntityKind, readonly string[]>> {
  const found: Partial<Record<EntityKind, string[]>> = {};
  for (const { entities } of events) {
    for (const name in entities) {
      const kind = name as EntityKind;
      const value = entities[kind] as string;
      const values = found[kind];
      if (values === undefined) found[kind] = [value];
      else if (values.length < valuesPerEntity && !values.includes(value)) values.push(value);
    }
  }
  return found;
}

function later(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** Earlier first: a fixed order of all episodes. */
export function compareEpisodes(a: WorkEpisode, b: WorkEpisode): number {
  return a.place - b.place;
}

/** Earlier first; what has no time comes last. */
function compareTimes(a: WorkEpisode, b: WorkEpisode): number {
  return (a.startMs ?? Infinity) === (b.startMs ?? Infinity) ? 0 : (a.startMs ?? Infinity) - (b.startMs ?? Infinity);
}
