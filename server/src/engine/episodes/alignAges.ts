/**
 * Places ages (`5m ago`) on the calendar. They count back from the moment somebody ran the command, which no line states;
 * where a table repeats happenings that a log dates exactly, the two together tell that moment.
 */
import type { EntityKind } from '../model/entity';
import type { WorkEvent } from './workEvent';
import { tableOf } from './workEvent';

/** Pairs looked at for one kind of happening on one object. */
const pairsPerObject = 400;
/** Further apart than this, a row and a line are not the same happening. */
const farthestMs = 7 * 24 * 3_600_000;
/** Clocks and delivery blur even exact pairs by this much. */
const slackMs = 3_000;
/** Who prints several tables one after the other is done with it within this time. */
const oneSittingMs = 5 * 60_000;

const objectKinds: readonly EntityKind[] = ['uid', 'pod', 'container', 'node'];

/** The same events, those with ages moved to where exact events say they belong; each says by which clock it is placed. */
export function alignAges(events: readonly WorkEvent[]): WorkEvent[] {
  const aged = groupBy(
    events.filter((event) => event.clock === 'age' && event.timeline === 'utc'),
    tableOf,
  );
  if (aged.size === 0) return [...events];
  const exact = groupBy(
    events.filter((event) => event.clock === 'stamp' && event.timeline === 'utc'),
    objectOf,
  );
  const shifts = new Map([...aged].flatMap(([table, rows]) => shiftOf(table, rows, exact)));
  const neighbours = neighbouring(aged, shifts);
  return events.map((event) => {
    const shift = event.clock === 'age' ? (shifts.get(tableOf(event)) ?? neighbours.get(event.source)) : undefined;
    return shift === undefined ? event : moved(event, shift);
  });
}

function moved(event: WorkEvent, shiftMs: number): WorkEvent {
  const move = (time: number | null): number | null => (time === null ? null : time + shiftMs);
  return {
    ...event,
    clock: 'stamp',
    atMs: move(event.atMs),
    startMs: move(event.startMs),
    blurMs: event.blurMs + slackMs,
  };
}

/** Shifts of sources whose tables, as far as they are known, were printed at one moment: the others were then, too. */
function neighbouring(
  aged: ReadonlyMap<string, readonly WorkEvent[]>,
  shifts: ReadonlyMap<string, number>,
): Map<string, number> {
  const known = new Map<string, number[]>();
  for (const [table, shift] of shifts) {
    const source = aged.get(table)?.[0]?.source ?? '';
    known.set(source, [...(known.get(source) ?? []), shift]);
  }
  const agreed = [...known].filter(([, all]) => Math.max(...all) - Math.min(...all) <= oneSittingMs);
  return new Map(agreed.map(([source, all]) => [source, all[0] as number]));
}

/** By how much a table's rows lie before the happenings they repeat; nothing when too little speaks for it. */
function shiftOf(
  table: string,
  rows: readonly WorkEvent[],
  exact: ReadonlyMap<string, readonly WorkEvent[]>,
): [string, number][] {
  const votes = [...groupBy(rows, objectOf)].flatMap(([object, copies]) =>
    votesOf(copies, exact.get(object) ?? [], object),
  );
  const best = mostAgreed(votes);
  return best === undefined ? [] : [[table, best]];
}

interface Vote {
  readonly fromMs: number;
  readonly toMs: number;
  readonly object: string;
}

function votesOf(copies: readonly WorkEvent[], exact: readonly WorkEvent[], object: string): Vote[] {
  const votes: Vote[] = [];
  for (const copy of copies) {
    for (const line of exact) {
      if (votes.length >= pairsPerObject) return votes;
      const distance = (line.atMs as number) - (copy.atMs as number);
      if (Math.abs(distance) > farthestMs) continue;
      votes.push({ fromMs: distance - slackMs, toMs: distance + copy.blurMs + slackMs, object });
    }
  }
  return votes;
}

/** The shift that most objects agree on; among equals the smallest one. A single pair counts only when it is the only one. */
function mostAgreed(votes: readonly Vote[]): number | undefined {
  if (votes.length === 1) return middleOf(votes[0] as Vote);
  let best: number | undefined;
  let bestSupport = 1;
  for (const candidate of votes.slice(0, pairsPerObject)) {
    const middle = middleOf(candidate);
    const support = new Set(
      votes.filter((vote) => vote.fromMs <= middle && middle <= vote.toMs).map((vote) => vote.object),
    ).size;
    const better =
      support > bestSupport || (support === bestSupport && best !== undefined && Math.abs(middle) < Math.abs(best));
    if (better) {
      best = middle;
      bestSupport = support;
    }
  }
  return best;
}

function middleOf(vote: Vote): number {
  return Math.round((vote.fromMs + vote.toMs) / 2);
}

/** What an event says about which object; rows and lines that share it may be the same happening. */
function objectOf(event: WorkEvent): string {
  const object = objectKinds.map((kind) => event.entities[kind]).find((value) => value !== undefined);
  return `${event.signature.id}\u0000${object ?? event.node ?? ''}`;
}

function groupBy(events: readonly WorkEvent[], key: (event: WorkEvent) => string): Map<string, WorkEvent[]> {
  const groups = new Map<string, WorkEvent[]>();
  for (const event of events) {
    const name = key(event);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [event]);
    else group.push(event);
  }
  return groups;
}
