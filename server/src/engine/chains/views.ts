/** Recognises two episodes as views or phases of one happening, so that they are merged and never told as cause and effect. */
import type { Catalogue } from '../catalogue/index';
import type { SameEvent } from '../catalogue/sameEvent';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { EpisodeIndex } from './episodeIndex';
import { kindsAgree } from './scope';

/** Signatures that say they are the same stand for one happening when they are this close together. */
const sameAsWithinMs = 60_000;

/** Knows which signatures can be views of one happening. */
export class Views {
  private readonly groups = new Map<string, SameEvent[]>();

  constructor(catalogue: Catalogue) {
    for (const group of catalogue.sameEvent) this.addGroup(group);
    const bySameAs = new Map<string, string[]>();
    for (const signature of catalogue.signatures) {
      if (signature.sameAs === undefined) continue;
      bySameAs.set(signature.sameAs, [...(bySameAs.get(signature.sameAs) ?? []), signature.id]);
    }
    for (const [id, signatures] of bySameAs) this.addGroup({ id, signatures, withinMs: sameAsWithinMs });
  }

  /** Other views of the same happening, in the order of the groups' members. */
  of(episode: WorkEpisode, index: EpisodeIndex): WorkEpisode[] {
    const found = new Set<WorkEpisode>();
    for (const group of this.groups.get(episode.signature.id) ?? []) {
      for (const id of group.signatures) {
        if (id === episode.signature.id) continue;
        for (const other of index.near(id, episode, false)) if (isSame(episode, other, group)) found.add(other);
      }
    }
    return [...found];
  }

  /** Whether the two may be views of one happening, by their signatures alone. */
  areKin(a: WorkEpisode, b: WorkEpisode): boolean {
    const groups = this.groups.get(a.signature.id) ?? [];
    return groups.some((group) => group.signatures.includes(b.signature.id));
  }

  private addGroup(group: SameEvent): void {
    for (const id of group.signatures) {
      const known = this.groups.get(id);
      if (known === undefined) this.groups.set(id, [group]);
      else known.push(group);
    }
  }
}

function isSame(a: WorkEpisode, b: WorkEpisode, group: SameEvent): boolean {
  if (a.node !== null && b.node !== null && a.node !== b.node) return false;
  return isNear(a, b, group.withinMs) && kindsAgree(a, b, group.joinBy ?? []) !== 'no';
}

function isNear(a: WorkEpisode, b: WorkEpisode, withinMs: number): boolean {
  if (a.startMs === null || b.startMs === null || a.endMs === null || b.endMs === null || a.timeline !== b.timeline)
    return true;
  const blur = a.blurMs + b.blurMs;
  return a.startMs - b.endMs <= withinMs + blur && b.startMs - a.endMs <= withinMs + blur;
}
