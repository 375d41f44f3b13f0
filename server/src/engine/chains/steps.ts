/** Chooses which members of a tree are told as steps, which of them is the final symptom, and in which order they stand. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareEpisodes } from '../episodes/groupEpisodes';
import type { Link } from './findLinks';
import type { Tree } from './forest';
import { impactOf, noticed } from './impact';

/** A whole node or all clients of the API feel trouble from this impact on. */
const feltByNode = 2;
/** Steps of one chain shown at most; the main path always is. */
const maxSteps = 18;

/** The member that users notice most; among equals the deepest, then the later one. The root, or another view of it, only when nothing else is there. */
export function finalSymptom(tree: Tree): WorkEpisode {
  const followers = tree.members.filter(
    (member) =>
      member !== tree.root && member.signature.role === 'problem' && !tree.joint.has(member) && !isFrame(member, tree),
  );
  const consequences = followers.filter((member) => tree.viewOf.get(member) !== tree.root);
  const choice = consequences.length > 0 ? consequences : followers;
  const felt = furthest(choice, tree.root, tree);
  return furthest(
    choice.filter((member) => isWiderEffect(member, felt, tree)),
    felt,
    tree,
  );
}

function furthest(members: readonly WorkEpisode[], first: WorkEpisode, tree: Tree): WorkEpisode {
  return members.reduce((best, member) => (best === first || isFurther(member, best, tree) ? member : best), first);
}

/** What the failure of a pod brings about for a node or the cluster is felt wider than the pod. */
function isWiderEffect(member: WorkEpisode, felt: WorkEpisode, tree: Tree): boolean {
  return (
    felt.signature.category === 'pod-failure' &&
    impactOf(member) >= feltByNode &&
    member.signature.category !== felt.signature.category &&
    !isHinted(member, tree) &&
    pathTo(tree, member).some(({ cause }) => cause === felt || cause === tree.viewOf.get(felt))
  );
}

function isFurther(member: WorkEpisode, best: WorkEpisode, tree: Tree): boolean {
  const gain =
    Number(isSurelyFelt(member, tree)) - Number(isSurelyFelt(best, tree)) ||
    impactOf(member) - impactOf(best) ||
    Number(isHinted(best, tree)) - Number(isHinted(member, tree)) ||
    (tree.depth.get(member) ?? 0) - (tree.depth.get(best) ?? 0) ||
    compareEpisodes(member, best);
  return gain > 0;
}

/** What users notice and mechanisms lead to: no hint ends a chain elsewhere. */
function isSurelyFelt(member: WorkEpisode, tree: Tree): boolean {
  return impactOf(member) >= noticed && !isHinted(member, tree);
}

/** A frame around an inner text that stands in the tree itself says nothing more than that, unless it says who is hit. */
function isFrame(member: WorkEpisode, tree: Tree): boolean {
  const link = tree.bestCause.get(member);
  return member.signature.envelope === true && link?.quoted === true && impactOf(member) <= impactOf(link.cause);
}

/** Whether a hint stands on the way from the root to a member. */
function isHinted(member: WorkEpisode, tree: Tree): boolean {
  return pathTo(tree, member).some((link) => link.byLayer);
}

/** The links from the root to a member, in that order; the way of a view leads over what it is a view of. */
export function pathTo(tree: Tree, symptom: WorkEpisode): Link[] {
  const path: Link[] = [];
  let current: WorkEpisode | undefined = symptom;
  while (current !== undefined && current !== tree.root) {
    const link: Link | undefined = tree.bestCause.get(current);
    if (link !== undefined) path.unshift(link);
    current = link?.cause ?? tree.viewOf.get(current);
  }
  return path;
}

/** Root, other causes that act with it, what they brought about by depth and time, the final symptom last. */
export function chooseSteps(tree: Tree, path: readonly Link[], symptom: WorkEpisode): WorkEpisode[] {
  const onPath = new Set<WorkEpisode>([tree.root, symptom, ...path.flatMap((link) => [link.cause, link.effect])]);
  const others = tree.members
    .filter((member) => !onPath.has(member) && member.signature.role !== 'recovery' && !isFrame(member, tree))
    .sort((a, b) => weight(b, tree) - weight(a, tree) || compareEpisodes(a, b));
  const told = withoutRepeats([...onPath, ...others]);
  const chosen = connected(told.slice(0, Math.max(onPath.size, maxSteps)), tree);
  const rank = (episode: WorkEpisode): number => {
    if (episode === tree.root) return -1;
    return episode === symptom ? Infinity : (tree.depth.get(episode) ?? 0);
  };
  return chosen.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || compareEpisodes(a, b));
}

/** Of episodes of one kind on one node only the first, the weightiest; the path is complete in any case. */
function withoutRepeats(steps: readonly WorkEpisode[]): WorkEpisode[] {
  const seen = new Set<string>();
  return steps.filter((step) => {
    const key = `${step.signature.id}\n${step.node ?? ''}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Leaves out steps whose own cause found no room: nothing would say why they are there. */
function connected(steps: readonly WorkEpisode[], tree: Tree): WorkEpisode[] {
  const known = new Set(steps);
  const kept = steps.filter((step) => {
    const cause = tree.bestCause.get(step)?.cause ?? tree.viewOf.get(step);
    return cause === undefined || known.has(cause);
  });
  return kept.length === steps.length ? kept : connected(kept, tree);
}

function weight(episode: WorkEpisode, tree: Tree): number {
  const score = tree.bestCause.get(episode)?.score ?? (tree.joint.has(episode) ? 1 : 0.5);
  return score + Math.min(0.3, Math.log10(episode.count + 1) / 10);
}
