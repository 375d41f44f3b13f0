/** Who waited for a lock and who held it meanwhile, as far as the logs name them. */
import type { LockSpan, LockView } from '../model/report';
import type { WorkEvent } from './workEvent';
import { endOf } from './workEvent';

/** Waits of one program that are no further apart than this are one. */
const joinMs = 10_000;
/** Spans told of one lock; the longest stay. */
const maxSpans = 200;

interface Claim {
  readonly lock: string;
  readonly node: string | null;
  readonly who: string;
  readonly holds: boolean;
  readonly event: WorkEvent;
}

/** One view for each lock on each node, by node and lock. */
export function lockViews(events: readonly WorkEvent[]): LockView[] {
  const views = new Map<string, Claim[]>();
  for (const event of events) {
    for (const claim of claimsOf(event)) {
      const key = `${claim.node ?? ''}\u0000${claim.lock}`;
      const known = views.get(key);
      if (known === undefined) views.set(key, [claim]);
      else known.push(claim);
    }
  }
  return [...views].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, claims]) => toView(claims));
}

/** What one line says about a lock. */
function claimsOf(event: WorkEvent): Claim[] {
  const { category, holdsLock } = event.signature;
  const { lock } = event.entities;
  const base = { node: event.node, event };
  if (holdsLock !== undefined) return [{ ...base, lock: holdsLock, who: programOf(event), holds: true }];
  if (category !== 'lock-wait' || lock === undefined) return [];
  const waiter = { ...base, lock, who: programOf(event), holds: false };
  const named = namedProcess(event);
  if (event.signature.namesHolder !== true) return [named === null ? waiter : { ...waiter, who: named }];
  return named === null ? [waiter] : [waiter, { ...base, lock, who: named, holds: true }];
}

function namedProcess(event: WorkEvent): string | null {
  const { process, pid } = event.entities;
  if (process === undefined) return pid === undefined ? null : `pid ${pid}`;
  return pid === undefined ? process : `${process} (${pid})`;
}

/** Who wrote the line. */
function programOf(event: WorkEvent): string {
  return event.raw.unit ?? event.signature.emitters[0] ?? '?';
}

function toView(claims: readonly Claim[]): LockView[] {
  const first = claims[0];
  const waiters = spansOf(claims.filter((claim) => !claim.holds));
  // A holder alone is a program at its work; it matters when somebody waited.
  if (first === undefined || waiters.length === 0) return [];
  return [{ lock: first.lock, node: first.node, waiters, holders: spansOf(claims.filter((claim) => claim.holds)) }];
}

/** Stretches by program, overlapping ones joined. */
function spansOf(claims: readonly Claim[]): LockSpan[] {
  const spans: LockSpan[] = [];
  const open = new Map<string, number>();
  const sorted = [...claims].sort((a, b) => startOf(a) - startOf(b) || a.event.raw.line - b.event.raw.line);
  for (const claim of sorted) {
    const place = open.get(claim.who);
    const known = place === undefined ? undefined : spans[place];
    if (place !== undefined && known !== undefined && joins(known, claim)) spans[place] = joined(known, claim);
    else {
      open.set(claim.who, spans.length);
      spans.push(toSpan(claim));
    }
  }
  return longest(spans);
}

function startOf(claim: Claim): number {
  return claim.event.timeline === 'utc' ? (claim.event.startMs ?? Infinity) : Infinity;
}

function joins(span: LockSpan, claim: Claim): boolean {
  return span.endMs === null ? claim.event.startMs === null : startOf(claim) <= span.endMs + joinMs;
}

function joined(span: LockSpan, claim: Claim): LockSpan {
  const other = toSpan(claim);
  return {
    ...span,
    endMs: span.endMs === null || other.endMs === null ? span.endMs : Math.max(span.endMs, other.endMs),
    longestMs: Math.max(span.longestMs, other.longestMs),
    count: span.count + other.count,
  };
}

function toSpan({ who, event }: Claim): LockSpan {
  const onCalendar = event.timeline === 'utc';
  return {
    who,
    startMs: onCalendar ? event.startMs : null,
    endMs: onCalendar ? endOf(event) : null,
    longestMs: event.raw.durationMs ?? 0,
    count: event.raw.count,
    event: event.id,
  };
}

/** The longest spans, in the order of time. */
function longest(spans: readonly LockSpan[]): LockSpan[] {
  if (spans.length <= maxSpans) return [...spans];
  const kept = new Set([...spans].sort((a, b) => b.longestMs - a.longestMs).slice(0, maxSpans));
  return spans.filter((span) => kept.has(span));
}
