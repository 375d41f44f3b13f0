/** Gives every episode its best cause, so that the episodes fall into trees: a root and everything it explains. */
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareTimes } from '../episodes/groupEpisodes';
import type { Link } from './findLinks';

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
}

/** An episode whose best cause explains it worse than this stays a root. */
const worthExplaining = 0.4;
/** A second cause joins a chain when its own link is at least this good. */
const worthJoining = 0.5;

/** Trees by their roots' time. */
export function buildForest(episodes: readonly WorkEpisode[], links: readonly Link[], catalogue: Catalogue): Tree[] {
  const incoming = new Map<WorkEpisode, Link[]>();
  const outgoing = new Map<WorkEpisode, number>();
  for (const link of links) {
    const list = incoming.get(link.effect);
    if (list === undefined) incoming.set(link.effect, [link]);
    else list.push(link);
    outgoing.set(link.cause, (outgoing.get(link.cause) ?? 0) + 1);
  }
  const bestCause = chooseCauses(episodes, incoming, outgoing);
  const children = new Map<WorkEpisode, WorkEpisode[]>();
  for (const [effect, link] of bestCause) {
    const list = children.get(link.cause);
    if (list === undefined) children.set(link.cause, [effect]);
    else list.push(effect);
  }
  const roots = episodes.filter((episode) => !bestCause.has(episode));
  const trees = roots.map((root) => growTree(root, children, bestCause));
  const joined = joinCauses(trees, links);
  return mergeViews(joined, catalogue).filter((tree) => tree.members.length > 1 || standsAlone(tree.root));
}

/** What is a finding even with nothing to explain it by. */
function standsAlone(root: WorkEpisode): boolean {
  const { role, severity, envelope } = root.signature;
  // A frame around an inner text says nothing by itself.
  return (
    role === 'problem' && envelope !== true && (severity === 'fatal' || severity === 'error' || severity === 'warning')
  );
}

/** How good an explanation an episode is by itself, before anybody asks what caused it. */
function rootWorth(episode: WorkEpisode): number {
  if (episode.signature.role === 'recovery') return 0.1;
  if (episode.signature.symptomOnly === true || episode.signature.envelope === true) return 0.35;
  return 1;
}

/**
 * The best cause of each episode: a good link from a cause that is itself well explained or a plausible root.
 * Among nearly equal ones, the cause that explains more, then the earlier one.
 */
function chooseCauses(
  episodes: readonly WorkEpisode[],
  incoming: ReadonlyMap<WorkEpisode, readonly Link[]>,
  outgoing: ReadonlyMap<WorkEpisode, number>,
): Map<WorkEpisode, Link> {
  const chosen = new Map<WorkEpisode, Link>();
  const worth = new Map<WorkEpisode, number>();
  const visiting = new Set<WorkEpisode>();
  const explain = (episode: WorkEpisode): number => {
    const known = worth.get(episode);
    if (known !== undefined) return known;
    visiting.add(episode);
    let best: Link | undefined;
    let bestValue = -1;
    for (const link of incoming.get(episode) ?? []) {
      if (visiting.has(link.cause) || link.cause.signature.role === 'recovery') continue;
      const value =
        link.score * (0.55 + 0.45 * explain(link.cause)) + Math.min(0.06, (outgoing.get(link.cause) ?? 0) * 0.01);
      if (
        value > bestValue + 1e-9 ||
        (Math.abs(value - bestValue) <= 1e-9 && best !== undefined && compareTimes(link.cause, best.cause) < 0)
      ) {
        best = link;
        bestValue = value;
      }
    }
    visiting.delete(episode);
    const own = rootWorth(episode);
    if (best !== undefined && bestValue >= worthExplaining * Math.max(0.6, own)) {
      chosen.set(episode, best);
      worth.set(episode, Math.max(bestValue, own * 0.6));
    } else worth.set(episode, own);
    return worth.get(episode) ?? own;
  };
  for (const episode of episodes) explain(episode);
  breakCycles(chosen);
  return chosen;
}

/** The depth-first search may leave a cycle among mutual edges: its weakest link goes. */
function breakCycles(chosen: Map<WorkEpisode, Link>): void {
  for (const start of [...chosen.keys()]) {
    const seen = new Map<WorkEpisode, Link>();
    let current: WorkEpisode | undefined = start;
    while (current !== undefined && chosen.has(current) && !seen.has(current)) {
      const link: Link = chosen.get(current) as Link;
      seen.set(current, link);
      current = link.cause;
    }
    if (current === undefined || !seen.has(current)) continue;
    let weakest = seen.get(current) as Link;
    for (let step = weakest.cause; step !== current; step = (seen.get(step) as Link).cause) {
      const link = seen.get(step) as Link;
      if (link.score < weakest.score) weakest = link;
    }
    chosen.delete(weakest.effect);
  }
}

function growTree(
  root: WorkEpisode,
  children: ReadonlyMap<WorkEpisode, readonly WorkEpisode[]>,
  bestCause: ReadonlyMap<WorkEpisode, Link>,
): Tree {
  const depth = new Map<WorkEpisode, number>([[root, 0]]);
  const members: WorkEpisode[] = [root];
  for (let index = 0; index < members.length; index++) {
    const member = members[index] as WorkEpisode;
    for (const child of children.get(member) ?? []) {
      if (depth.has(child)) continue;
      depth.set(child, (depth.get(member) ?? 0) + 1);
      members.push(child);
    }
  }
  return { root, members, bestCause, depth, joint: new Set() };
}

/**
 * A lone cause that also acts on a member of another tree joins that tree: a start wave and a bloated rule set
 * bring about the lock waits together, neither would alone.
 */
function joinCauses(trees: readonly Tree[], links: readonly Link[]): Tree[] {
  const alone = new Map(trees.filter((tree) => tree.members.length === 1).map((tree) => [tree.root, tree]));
  const taken = new Set<WorkEpisode>();
  const result = trees.map((tree) => {
    if (tree.members.length === 1) return tree;
    const members = new Set(tree.members);
    const depth = new Map(tree.depth);
    const joint = new Set<WorkEpisode>();
    for (const link of links) {
      if (!alone.has(link.cause) || !members.has(link.effect) || link.score < worthJoining) continue;
      if (link.cause.signature.symptomOnly === true || link.cause.signature.role === 'recovery') continue;
      const place = Math.max(0, (tree.depth.get(link.effect) ?? 1) - 1);
      depth.set(link.cause, Math.min(depth.get(link.cause) ?? place, place));
      joint.add(link.cause);
      taken.add(link.cause);
    }
    return { ...tree, members: [...tree.members, ...joint], depth, joint };
  });
  return result.filter((tree) => !(tree.members.length === 1 && taken.has(tree.root)));
}

/** Other views of a member's happening (log line and Event, phases of one wait) belong to its tree, not to one of their own. */
function mergeViews(trees: readonly Tree[], catalogue: Catalogue): Tree[] {
  const absorbed = new Set<WorkEpisode>();
  const merged = trees.map((tree) => {
    if (tree.members.length === 1) return tree;
    const depth = new Map(tree.depth);
    const views: WorkEpisode[] = [];
    for (const other of trees) {
      if (other.members.length > 1 || absorbed.has(other.root) || depth.has(other.root)) continue;
      const twin = tree.members.find((member) => sameHappening(member, other.root, catalogue));
      if (twin === undefined) continue;
      depth.set(other.root, depth.get(twin) ?? 0);
      views.push(other.root);
      absorbed.add(other.root);
    }
    return views.length === 0 ? tree : { ...tree, members: [...tree.members, ...views], depth };
  });
  return merged.filter((tree) => !(tree.members.length === 1 && absorbed.has(tree.root)));
}

function sameHappening(a: WorkEpisode, b: WorkEpisode, catalogue: Catalogue): boolean {
  if (a.node !== null && b.node !== null && a.node !== b.node) return false;
  const left = a.signature.id;
  const right = b.signature.id;
  if (a.signature.sameAs !== undefined && a.signature.sameAs === b.signature.sameAs) return near(a, b, 60_000);
  return catalogue.sameEvent.some(
    (group) => group.signatures.includes(left) && group.signatures.includes(right) && near(a, b, group.withinMs),
  );
}

function near(a: WorkEpisode, b: WorkEpisode, withinMs: number): boolean {
  if (a.startMs === null || b.startMs === null || a.endMs === null || b.endMs === null || a.timeline !== b.timeline)
    return true;
  return a.startMs - b.endMs <= withinMs && b.startMs - a.endMs <= withinMs;
}
