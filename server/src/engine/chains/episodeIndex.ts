/** Finds episodes by signature (or another key), node, object and time without looking at all of them. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { EntityKind } from '../model/entity';

/** Up to this many episodes of one signature on one node are all looked at. */
const fewEnough = 16;
/** Of more, so many that began last before the effect, first after it, and without a time. */
const nearestBefore = 8;
const nearestAfter = 3;
const untimed = 4;

/** Kinds by which a cause among many is found again. */
const lookupKinds: readonly EntityKind[] = ['uid', 'pod', 'container', 'sandbox', 'unit', 'device', 'volume', 'pid'];

const none: readonly WorkEpisode[] = [];

/** Episodes of one signature on one node. */
class Shelf {
  readonly all: WorkEpisode[] = [];
  private timed: readonly WorkEpisode[] | undefined;
  private longest: readonly WorkEpisode[] = [];
  private timeless: readonly WorkEpisode[] = [];
  private objects: Objects | undefined;

  add(episode: WorkEpisode): void {
    this.all.push(episode);
  }

  near(effect: WorkEpisode): readonly WorkEpisode[] {
    if (this.all.length <= fewEnough) return this.all;
    this.objects ??= byObject(this.all);
    const found = new Set<WorkEpisode>(this.inTime(effect));
    for (const kind of lookupKinds) {
      const known = this.objects.get(kind);
      if (known === undefined) continue;
      for (const value of effect.entities[kind] ?? []) {
        for (const episode of known.get(value) ?? none) found.add(episode);
      }
    }
    return [...found];
  }

  private inTime(effect: WorkEpisode): readonly WorkEpisode[] {
    const sorted = this.sorted();
    if (effect.startMs === null) return [...sorted.slice(0, nearestBefore), ...this.timeless];
    const place = firstAfter(sorted, effect.startMs);
    const running = this.longest[place - 1];
    return [
      ...sorted.slice(Math.max(0, place - nearestBefore), place + nearestAfter),
      ...(running === undefined ? [] : [running]),
      ...this.timeless,
    ];
  }

  private sorted(): readonly WorkEpisode[] {
    if (this.timed !== undefined) return this.timed;
    this.timed = this.all
      .filter((episode) => episode.startMs !== null)
      .sort((a, b) => (a.startMs as number) - (b.startMs as number));
    this.longest = runningLongest(this.timed);
    this.timeless = this.all.filter((episode) => episode.startMs === null).slice(0, untimed);
    return this.timed;
  }
}

/** Episodes by kind and name of what they are about. */
type Objects = ReadonlyMap<EntityKind, ReadonlyMap<string, readonly WorkEpisode[]>>;

/** The first few about each object. */
function byObject(episodes: readonly WorkEpisode[]): Objects {
  const objects = new Map<EntityKind, Map<string, WorkEpisode[]>>();
  for (const kind of lookupKinds) {
    const named = new Map<string, WorkEpisode[]>();
    for (const episode of episodes) {
      for (const value of episode.entities[kind] ?? []) {
        const list = named.get(value);
        if (list === undefined) named.set(value, [episode]);
        else if (list.length < fewEnough) list.push(episode);
      }
    }
    if (named.size > 0) objects.set(kind, named);
  }
  return objects;
}

/** For each place, the episode up to there that ends last. */
function runningLongest(sorted: readonly WorkEpisode[]): WorkEpisode[] {
  let best: WorkEpisode | undefined;
  return sorted.map((episode) => {
    if (best === undefined || (episode.endMs ?? 0) > (best.endMs ?? 0)) best = episode;
    return best;
  });
}

function firstAfter(sorted: readonly WorkEpisode[], timeMs: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.startMs as number) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All episodes of one triage. */
export class EpisodeIndex {
  private readonly shelves = new Map<string, Map<string, Shelf>>();
  private readonly everywhere = new Map<string, Shelf>();

  constructor(
    readonly episodes: readonly WorkEpisode[],
    keyOf: (episode: WorkEpisode) => string = (episode) => episode.signature.id,
  ) {
    for (const episode of episodes) {
      const id = keyOf(episode);
      const nodes = this.shelves.get(id) ?? new Map<string, Shelf>();
      this.shelves.set(id, nodes);
      shelfOf(nodes, episode.node ?? '').add(episode);
      shelfOf(this.everywhere, id).add(episode);
    }
  }

  /** All of one key. */
  of(key: string): readonly WorkEpisode[] {
    return this.everywhere.get(key)?.all ?? none;
  }

  /** Those of one key that may have to do with the effect; on its node unless `anywhere`. */
  near(key: string, effect: WorkEpisode, anywhere: boolean): readonly WorkEpisode[] {
    if (anywhere || effect.node === null) return this.everywhere.get(key)?.near(effect) ?? none;
    const nodes = this.shelves.get(key);
    if (nodes === undefined) return none;
    const here = nodes.get(effect.node)?.near(effect) ?? none;
    const homeless = nodes.get('')?.near(effect) ?? none;
    if (homeless.length === 0) return here;
    return here.length === 0 ? homeless : [...here, ...homeless];
  }

  /** Whether there are any on the effect's node, or of no known node. */
  has(key: string, effect: WorkEpisode): boolean {
    const nodes = this.shelves.get(key);
    return nodes !== undefined && (effect.node === null || nodes.has(effect.node) || nodes.has(''));
  }
}

function shelfOf(shelves: Map<string, Shelf>, key: string): Shelf {
  const known = shelves.get(key);
  if (known !== undefined) return known;
  const shelf = new Shelf();
  shelves.set(key, shelf);
  return shelf;
}
