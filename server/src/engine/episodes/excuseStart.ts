/** Leaves out what always goes wrong while a node starts: trouble that its own recovery follows within a minute or two. */
import type { Signature } from '../catalogue/signature';
import type { WorkEvent } from './workEvent';

/** Trouble of one kind that began longer ago than this before the excused stretch was there already: no start. */
const lookBackMs = 15 * 60_000;

/** What is left, and what was excused by which signature. */
export interface StartExcused {
  readonly events: readonly WorkEvent[];
  readonly excused: ReadonlyMap<WorkEvent, Signature>;
}

/** The events without those that a later recovery excuses, and without what these quote. */
export function excuseStart(events: readonly WorkEvent[]): StartExcused {
  const recoveries = events.filter((event) => event.signature.excusesMs !== undefined && event.atMs !== null);
  if (recoveries.length === 0) return { events, excused: new Map() };
  const byKind = groupByKind(events);
  const excused = new Map<WorkEvent, Signature>();
  for (const recovery of recoveries) {
    const end = recovery.atMs as number;
    const start = end - (recovery.signature.excusesMs ?? 0);
    for (const id of recovery.signature.ends ?? []) {
      const trouble = (byKind.get(kindKey(recovery, id)) ?? []).filter(
        ({ atMs }) => atMs !== null && atMs >= start - lookBackMs && atMs <= end,
      );
      if (trouble.every((event) => (event.atMs as number) >= start))
        for (const event of trouble) excused.set(event, recovery.signature);
    }
  }
  const ids = new Set([...excused.keys()].map(({ id }) => id));
  const left = events.filter(({ id, quotedBy }) => !ids.has(id) && !(quotedBy !== null && ids.has(quotedBy)));
  return { events: left, excused };
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
