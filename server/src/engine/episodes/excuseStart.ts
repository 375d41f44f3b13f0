/**
 * Leaves out what always goes wrong while a node starts, or while something is stopped on purpose: trouble that its own recovery
 * follows within a minute or two, and what a start or a wanted stop brings about for a while.
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
  const byKind = groupByKind(events, new Set(excuses.flatMap((excuse) => stretchOf(excuse).ids)));
  const excused = new Map<WorkEvent, Signature>();
  for (const excuse of excuses) {
    const { ids, from, to, until } = stretchOf(excuse);
    for (const id of ids) {
      const trouble = (byKind.get(kindKey(excuse, id)) ?? []).filter(
        (event) =>
          event.atMs !== null && event.atMs >= from - lookAroundMs && event.atMs <= until && reaches(excuse, event),
      );
      if (trouble.every(({ atMs }) => (atMs as number) >= from && (atMs as number) <= to))
        for (const event of trouble) excused.set(event, excuse.signature);
    }
  }
  if (excused.size === 0) return { events, excused };
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
  const { excusesMs: ms = 0, ends = [], excuses } = signature;
  if (excuses === undefined) return { ids: ends, from: at - ms, to: at, until: at };
  return { ids: excuses, from: at, to: at + ms, until: at + ms + lookAroundMs };
}

/** Whether an excuse speaks for an event: one of the same source, or of the same node where it is known to reach that far. */
function reaches(excuse: WorkEvent, event: WorkEvent): boolean {
  if (excuse.signature.excusesOnNode !== true) return excuse.source === event.source;
  return excuse.node === null || event.node === null || excuse.node === event.node;
}

/** Only what stands on the same timeline can be excused. */
function kindKey(event: WorkEvent, signature: string): string {
  return `${signature}\u0000${event.timeline}`;
}

function groupByKind(events: readonly WorkEvent[], signatures: ReadonlySet<string>): Map<string, WorkEvent[]> {
  const groups = new Map<string, WorkEvent[]>();
  for (const event of events) {
    if (!signatures.has(event.signature.id)) continue;
    const key = kindKey(event, event.signature.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups;
}
