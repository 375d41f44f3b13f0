/**
 * Leaves out what always goes wrong while a node starts: trouble that its own recovery follows within a minute or two, and what
 * a start says for its first seconds.
 */
import type { Signature } from '../catalogue/signature';
import type { WorkEvent } from './workEvent';

/** Trouble of the same kind within this time before the excused stretch was there already, or behind a start stayed: that is no start. */
const lookAroundMs = 15 * 60_000;

/** What is left, and what was excused by which signature. */
export interface StartExcused {
  readonly events: readonly WorkEvent[];
  readonly excused: ReadonlyMap<WorkEvent, Signature>;
}

/** The events without those that a later recovery or the start before them excuses, and without what these quote. */
export function excuseStart(events: readonly WorkEvent[]): StartExcused {
  const excuses = events.filter((event) => event.signature.excusesMs !== undefined && event.atMs !== null);
  if (excuses.length === 0) return { events, excused: new Map() };
  const byKind = groupByKind(events);
  const excused = new Map<WorkEvent, Signature>();
  for (const excuse of excuses) {
    const { ids, from, to, until } = stretchOf(excuse);
    for (const id of ids) {
      const trouble = (byKind.get(kindKey(excuse, id)) ?? []).filter(
        ({ atMs }) => atMs !== null && atMs >= from - lookAroundMs && atMs <= until,
      );
      if (trouble.every(({ atMs }) => (atMs as number) >= from && (atMs as number) <= to))
        for (const event of trouble) excused.set(event, excuse.signature);
    }
  }
  const gone = new Set([...excused.keys()].map(({ id }) => id));
  const left = events.filter(({ id, quotedBy }) => !gone.has(id) && !(quotedBy !== null && gone.has(quotedBy)));
  return { events: left, excused };
}

/** Which trouble an event excuses when all that there is of it up to `until` lies in `from` .. `to`. */
interface Excuse {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly until: number;
}

function stretchOf({ signature, atMs }: WorkEvent): Excuse {
  const at = atMs as number;
  const { excusesMs: ms = 0, ends = [], excuses = [] } = signature;
  if (signature.marksStart !== true) return { ids: ends, from: at - ms, to: at, until: at };
  return { ids: excuses, from: at, to: at + ms, until: at + ms + lookAroundMs };
}

/** What a source's own recovery can excuse: events of the same source on the same timeline. */
function kindKey(event: WorkEvent, signature: string): string {
  return `${signature}\u0000${event.timeline}\u0000${event.source}`;
}

function groupByKind(events: readonly WorkEvent[]): Map<string, WorkEvent[]> {
  const groups = new Map<string, WorkEvent[]>();
  for (const event of events) {
    const key = kindKey(event, event.signature.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups;
}
