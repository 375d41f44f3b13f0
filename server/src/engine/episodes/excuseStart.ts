/** Leaves out what always goes wrong while a node starts: trouble that its own recovery follows within a minute or two. */
import type { WorkEvent } from './workEvent';

/** Trouble of one kind that began longer ago than this before the excused stretch was there already: no start. */
const lookBackMs = 15 * 60_000;

/** The events without those that a later recovery excuses, and without what these quote. */
export function excuseStart(events: readonly WorkEvent[]): readonly WorkEvent[] {
  const recoveries = events.filter((event) => event.signature.excusesMs !== undefined && event.atMs !== null);
  if (recoveries.length === 0) return events;
  const byKind = groupByKind(events);
  const excused = new Set<string>();
  for (const recovery of recoveries) {
    const end = recovery.atMs as number;
    const start = end - (recovery.signature.excusesMs ?? 0);
    for (const id of recovery.signature.ends ?? []) {
      const trouble = (byKind.get(kindKey(recovery, id)) ?? []).filter(
        ({ atMs }) => atMs !== null && atMs >= start - lookBackMs && atMs <= end,
      );
      if (trouble.every((event) => (event.atMs as number) >= start)) for (const event of trouble) excused.add(event.id);
    }
  }
  return events.filter((event) => !excused.has(event.id) && !(event.quotedBy !== null && excused.has(event.quotedBy)));
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
