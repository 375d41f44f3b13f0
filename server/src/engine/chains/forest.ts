/** Lets the episodes fall into trees: a root, what acts together with it, and everything they explain. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareEpisodes } from '../episodes/groupEpisodes';
import { chooseCauses, isSymptomOnly } from './chooseCauses';
import type { Coverage } from './coverage';
import { EpisodeIndex } from './episodeIndex';
import type { Link } from './findLinks';
import { impactOf } from './impact';
import { layerLink, upstreamOf } from './layerLinks';
import type { Views } from './views';

/** One root with what it brought about. */
export interface Tree {
  readonly root: WorkEpisode;
  /** Root included. */
  readonly members: readonly WorkEpisode[];
  readonly bestCause: ReadonlyMap<WorkEpisode, Link>;
  /** Links between root and member; causes that join later count as deep as what they act on, less one. */
  readonly depth: ReadonlyMap<WorkEpisode, number>;
  /** Causes that act together with the root without being explained by it. */
  readonly joint: ReadonlySet<WorkEpisode>;
  /** Other views of a member's happening, and which member that is. */
  readonly viewOf: ReadonlyMap<WorkEpisode, WorkEpisode>;
}

/** So long before an exit stands its reason, when nothing else is known of it. */
const justBeforeMs = 60_000;
/** A second cause joins a chain when its own link is at least this good. */
const worthJoining = 0.5;

/** Trees by their roots' time; in steps. */
export function* buildForest(
  index: EpisodeIndex,
  links: readonly Link[],
  views: Views,
  coverage: Coverage,
): Generator<void, Tree[]> {
  const bestCause = chooseCauses(index.episodes, links, (episode) => views.of(episode, index));
  const growth = new Growth(index, bestCause, coverage);
  yield;
  growth.mergeViews(views);
  yield;
  growth.joinCauses(links);
  yield;
  yield* growth.addHints();
  yield;
  const trees = growth.trees();
  const findings = trees.filter(isFinding);
  return findings.length > 0 ? findings : trees.filter(isAllThereIs);
}

/**
 * Where nothing else went wrong it is all there is to go by: the frame around an inner text that has no name, and what nobody
 * calls an error.
 */
function isAllThereIs({ root }: Tree): boolean {
  return root.signature.role === 'problem';
}

/** A tree in which something went wrong: more than one thing, or one that says enough by itself. */
function isFinding(tree: Tree): boolean {
  if (tree.members.length === 1) return standsAlone(tree.root);
  return tree.members.some((member) => member.signature.role === 'problem');
}

/** What is a finding even with nothing to explain it by. */
function standsAlone(root: WorkEpisode): boolean {
  const { role, severity, envelope } = root.signature;
  // A frame around an inner text says nothing by itself.
  return (
    role === 'problem' && envelope !== true && (severity === 'fatal' || severity === 'error' || severity === 'warning')
  );
}

/** What must have a cause, what says nothing about its own, and what nothing is linked with. */
function mayHang(root: WorkEpisode, size: number): boolean {
  return size === 1 || isSymptomOnly(root) || root.signature.saysNotWhy === true;
}

/** A root that explains others and only lacks its own reason takes one from just before it, not from long ago. */
function lacksReason(root: WorkEpisode, size: number): boolean {
  return size > 1 && !isSymptomOnly(root);
}

function isClose(hint: Link): boolean {
  return hint.lagMs === null || Math.abs(hint.lagMs) <= justBeforeMs;
}

/** How far the trouble of these is felt. */
function farthest(members: readonly WorkEpisode[]): number {
  return members.reduce((most, member) => Math.max(most, impactOf(member)), 0);
}

/** The forest while it grows: every episode has at most one place it hangs at. */
class Growth {
  private readonly viewOf = new Map<WorkEpisode, WorkEpisode>();
  private readonly jointTo = new Map<WorkEpisode, WorkEpisode>();

  constructor(
    private readonly index: EpisodeIndex,
    private readonly bestCause: Map<WorkEpisode, Link>,
    private readonly coverage: Coverage,
  ) {}

  /** A root that is another view of something already explained hangs there with all that follows from it. */
  mergeViews(views: Views): void {
    for (const root of this.roots()) {
      const twins = views
        .of(root, this.index)
        .filter((twin) => this.rootOf(twin) !== root && twin.signature.role !== 'recovery');
      const twin = twins.find((one) => this.bestCause.has(one)) ?? twins.sort(compareEpisodes)[0];
      if (twin !== undefined) this.viewOf.set(root, twin);
    }
  }

  /**
   * A tree that also acts on a member of a larger one joins it: a start wave and a bloated rule set bring about
   * the lock waits together, neither would alone.
   */
  joinCauses(links: readonly Link[]): void {
    const trees = this.membersByRoot();
    const sizeOf = (root: WorkEpisode): number => trees.get(root)?.length ?? 1;
    const kinds = new Map([...trees].map(([root, members]) => [root, new Set(members.map((one) => one.signature.id))]));
    const strongest = links
      .filter((link) => link.score >= worthJoining)
      .sort((a, b) => b.score - a.score || compareEpisodes(a.effect, b.effect) || compareEpisodes(a.cause, b.cause));
    for (const link of strongest) {
      const joining = this.rootOf(link.cause);
      const home = this.rootOf(link.effect);
      if (home === joining || isSymptomOnly(joining) || joining.signature.role === 'recovery') continue;
      // The same cause at another time has effects of its own.
      if (sizeOf(joining) > sizeOf(home) || kinds.get(home)?.has(joining.signature.id) === true) continue;
      this.jointTo.set(joining, link.effect);
    }
  }

  /**
   * What must have a cause and found none, and what nothing is linked with, hang by a hint where one fits and tells more.
   * A plausible root that explains something is never displaced by a hint.
   */
  *addHints(): Generator<void, void> {
    const byCategory = new EpisodeIndex(
      this.index.episodes.filter((episode) => episode.signature.role === 'problem'),
      (episode) => episode.signature.category,
    );
    const cores = this.membersByRoot();
    const reach = new Map([...cores].map(([root, members]) => [root, farthest(members)]));
    for (const [root, members] of cores) {
      if (root.signature.role !== 'problem' || !mayHang(root, members.length)) continue;
      const tellsMore = (cause: WorkEpisode): boolean => {
        const home = this.rootOf(cause);
        return (cores.get(home)?.length ?? 1) === 1 || farthest(members) > (reach.get(home) ?? 0);
      };
      const hint = this.bestHint(root, byCategory, root.signature.saysNotWhy === true ? () => true : tellsMore);
      if (hint !== undefined && lacksReason(root, members.length) && !isClose(hint)) continue;
      if (hint !== undefined) this.bestCause.set(root, hint);
      yield;
    }
  }

  private bestHint(
    effect: WorkEpisode,
    byCategory: EpisodeIndex,
    tellsMore: (cause: WorkEpisode) => boolean,
  ): Link | undefined {
    let best: Link | undefined;
    for (const category of upstreamOf(effect.signature.category)) {
      for (const cause of byCategory.near(category, effect, false)) {
        // A hint on top of a hint would be a guess about a guess.
        if (this.rootOf(cause) === effect || this.bestCause.get(cause)?.byLayer === true || !tellsMore(cause)) continue;
        const hint = layerLink(cause, effect, this.coverage);
        if (hint !== null && (best === undefined || hint.score > best.score)) best = hint;
      }
    }
    return best;
  }

  trees(): Tree[] {
    return [...this.membersByRoot()].map(([root, members]) => this.toTree(root, members));
  }

  private toTree(root: WorkEpisode, members: readonly WorkEpisode[]): Tree {
    const joint = members.filter((member) => this.jointTo.has(member));
    return {
      root,
      members,
      bestCause: this.bestCause,
      depth: new Map(members.map((member) => [member, this.depthOf(member)])),
      joint: new Set(joint),
      viewOf: this.viewOf,
    };
  }

  private depthOf(episode: WorkEpisode): number {
    let depth = 0;
    for (let current = episode; ; ) {
      const cause = this.bestCause.get(current)?.cause;
      const view = this.viewOf.get(current);
      const joint = this.jointTo.get(current);
      if (cause !== undefined) depth++;
      if (joint !== undefined) depth--;
      const next = cause ?? view ?? joint;
      if (next === undefined) return Math.max(0, depth);
      current = next;
    }
  }

  private membersByRoot(): Map<WorkEpisode, WorkEpisode[]> {
    const members = new Map<WorkEpisode, WorkEpisode[]>();
    for (const root of this.roots()) members.set(root, [root]);
    for (const episode of this.index.episodes) {
      const root = this.rootOf(episode);
      if (root !== episode) members.get(root)?.push(episode);
    }
    return members;
  }

  private roots(): WorkEpisode[] {
    return this.index.episodes.filter((episode) => this.isRoot(episode));
  }

  private isRoot(episode: WorkEpisode): boolean {
    return !this.bestCause.has(episode) && !this.viewOf.has(episode) && !this.jointTo.has(episode);
  }

  private rootOf(episode: WorkEpisode): WorkEpisode {
    for (let current = episode; ; ) {
      const next = this.bestCause.get(current)?.cause ?? this.viewOf.get(current) ?? this.jointTo.get(current);
      if (next === undefined) return current;
      current = next;
    }
  }
}
