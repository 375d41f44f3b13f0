/** Finds the line that ended a trouble, and says where it should stand and does not. */
import type { Signature } from '../catalogue/signature';
import type { EntityKind } from '../model/entity';
import type { WorkEpisode } from './groupEpisodes';
import type { WorkEvent } from './workEvent';

/** Clocks of two sources may make an end stand this long before the last sign. */
const toleranceMs = 5_000;

/** Entities that tell one trouble's end from another's: that one disk is well says nothing about the next. */
const objectKinds: readonly EntityKind[] = ['address', 'device', 'interface', 'unit'];

/** The same episodes, each with its end: the first recovery after its last sign and before the trouble begins anew. */
export function pairEnds(
  episodes: readonly WorkEpisode[],
  events: readonly WorkEvent[],
  signatures: readonly Signature[],
): WorkEpisode[] {
  const endable = new Set(signatures.flatMap((signature) => signature.ends ?? []));
  const recoveries = recoveriesByEnded(events);
  const next = nextStarts(episodes);
  return episodes.map((episode) => {
    if (!endable.has(episode.signature.id) || episode.startMs === null) return episode;
    const end = firstEnd(episode, recoveries.get(episode.signature.id) ?? [], next.get(episode) ?? Infinity);
    return end === undefined
      ? { ...episode, endUnseen: true }
      : { ...episode, endedBy: end, endMs: endOf(episode, end) };
  });
}

/** Recoveries by the signatures they end, earliest first. */
function recoveriesByEnded(events: readonly WorkEvent[]): Map<string, WorkEvent[]> {
  const ended = new Map<string, WorkEvent[]>();
  for (const event of events) {
    if (event.atMs === null) continue;
    for (const id of event.signature.ends ?? []) {
      const list = ended.get(id);
      if (list === undefined) ended.set(id, [event]);
      else list.push(event);
    }
  }
  for (const list of ended.values()) list.sort((a, b) => (a.atMs as number) - (b.atMs as number));
  return ended;
}

/** When the same trouble begins again on the same node. */
function nextStarts(episodes: readonly WorkEpisode[]): Map<WorkEpisode, number> {
  const last = new Map<string, WorkEpisode>();
  const next = new Map<WorkEpisode, number>();
  for (const episode of episodes) {
    if (episode.startMs === null) continue;
    const key = `${episode.signature.id}\u0000${episode.node ?? ''}\u0000${episode.timeline}`;
    const before = last.get(key);
    if (before !== undefined) next.set(before, episode.startMs);
    last.set(key, episode);
  }
  return next;
}

function firstEnd(episode: WorkEpisode, ends: readonly WorkEvent[], beforeMs: number): WorkEvent | undefined {
  const lastSign = episode.events.reduce((most, event) => Math.max(most, event.atMs ?? -Infinity), -Infinity);
  return ends.find((end) => {
    const at = end.atMs as number;
    if (at < lastSign - toleranceMs - end.blurMs || at > beforeMs || end.timeline !== episode.timeline) return false;
    return (end.node === null || episode.node === null || end.node === episode.node) && sameObject(episode, end);
  });
}

function sameObject(episode: WorkEpisode, end: WorkEvent): boolean {
  return objectKinds.every((kind) => {
    const value = end.entities[kind];
    const known = episode.entities[kind];
    return value === undefined || known === undefined || known.includes(value);
  });
}

/** Trouble lasts until its end, however long its last sign was before. */
function endOf(episode: WorkEpisode, end: WorkEvent): number | null {
  return end.atMs === null || episode.endMs === null ? episode.endMs : Math.max(episode.endMs, end.atMs);
}
