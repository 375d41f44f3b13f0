/** Chooses, for every symptom, the best explanation there is evidence for, and says how sure it is and what speaks against it. */
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareTimes } from '../episodes/groupEpisodes';
import type { WorkEvent } from '../episodes/workEvent';
import type { Category } from '../model/category';
import type { Localized } from '../model/localized';
import type { Alternative, Chain, ChainLink } from '../model/report';
import { judgeChain, linkConfidence } from './confidence';
import type { Link } from './findLinks';
import { findLinks } from './findLinks';
import type { Tree } from './forest';
import { buildForest } from './forest';

/** Steps of one chain shown at most; the main path always is. */
const maxSteps = 14;
/** Evidence events named for one link. */
const maxEvidence = 12;
const maxChains = 40;

/** How far downstream a category usually is: the last step of a chain is the furthest one. */
const downstream: readonly Category[] = [
  'clock',
  'kernel',
  'storage',
  'resource-exhaustion',
  'lock-wait',
  'network',
  'cert',
  'cgroup',
  'systemd',
  'oom',
  'other',
  'runtime-unresponsive',
  'image-pull',
  'cni',
  'disk-pressure',
  'api-unreachable',
  'gc-failure',
  'pleg-unhealthy',
  'pod-failure',
  'node-notready',
];

/** All chains, most convincing first. */
export function findChains(
  episodes: readonly WorkEpisode[],
  catalogue: Catalogue,
  events: readonly WorkEvent[],
): Chain[] {
  const links = findLinks(episodes, catalogue);
  const trees = buildForest(episodes, links, catalogue);
  const chains = trees.map((tree) => toChain(tree, links, episodes, events));
  chains.sort(
    (a, b) =>
      b.score - a.score || compareTimes(a.root, b.root) || a.root.id.localeCompare(b.root.id, 'en', { numeric: true }),
  );
  return chains.slice(0, maxChains).map(({ chain }, index) => ({ ...chain, id: `c${index + 1}` }));
}

function toChain(
  tree: Tree,
  links: readonly Link[],
  episodes: readonly WorkEpisode[],
  events: readonly WorkEvent[],
): { readonly chain: Chain; readonly root: WorkEpisode; readonly score: number } {
  const symptom = finalSymptom(tree);
  const path = pathTo(tree, symptom);
  const steps = chooseSteps(tree, path, symptom);
  const inChain = new Set(steps);
  const used = links.filter(
    (link) =>
      inChain.has(link.cause) &&
      inChain.has(link.effect) &&
      isForward(steps, link) &&
      tree.bestCause.get(link.effect) === link,
  );
  const joint = jointLinks(steps, links, used);
  const shown = [...used, ...joint];
  const verdict = judgeChain(tree.root, path, shown, episodes, events);
  const chain: Chain = {
    id: '',
    title: titleOf(tree.root, symptom),
    confidence: verdict.confidence,
    score: verdict.score,
    node: symptom.node ?? tree.root.node,
    steps: steps.map((episode) => episode.id),
    links: shown.map(toChainLink),
    reasons: verdict.reasons,
    missing: missingSigns(shown, tree.root),
    alternatives: alternatives(steps, links, shown),
    advice: [...new Set(steps.map((episode) => episode.signature.id))],
  };
  return { chain, root: tree.root, score: verdict.score };
}

function titleOf(root: WorkEpisode, symptom: WorkEpisode): Localized {
  if (root === symptom) return root.signature.title;
  return {
    en: `${root.signature.title.en} → ${symptom.signature.title.en}`,
    zh: `${root.signature.title.zh} → ${symptom.signature.title.zh}`,
  };
}

/** The member furthest downstream; among equals the deepest, then the later one. */
function finalSymptom(tree: Tree): WorkEpisode {
  let best = tree.root;
  for (const member of tree.members) {
    if (member === tree.root) continue;
    const gain =
      downstream.indexOf(member.signature.category) - downstream.indexOf(best.signature.category) ||
      (tree.depth.get(member) ?? 0) - (tree.depth.get(best) ?? 0) ||
      (member.startMs ?? 0) - (best.startMs ?? 0);
    if (best === tree.root || gain > 0) best = member;
  }
  return best;
}

function pathTo(tree: Tree, symptom: WorkEpisode): Link[] {
  const path: Link[] = [];
  for (let link = tree.bestCause.get(symptom); link !== undefined; link = tree.bestCause.get(link.cause)) {
    path.unshift(link);
    if (link.cause === tree.root) break;
  }
  return path;
}

/** Root, other causes that act with it, what they brought about by depth and time, the final symptom last. */
function chooseSteps(tree: Tree, path: readonly Link[], symptom: WorkEpisode): WorkEpisode[] {
  const onPath = new Set<WorkEpisode>([tree.root, symptom, ...path.flatMap((link) => [link.cause, link.effect])]);
  const others = tree.members.filter((member) => !onPath.has(member)).sort((a, b) => weight(b, tree) - weight(a, tree));
  const chosen = [...onPath, ...others.slice(0, Math.max(0, maxSteps - onPath.size))];
  const rank = (episode: WorkEpisode): number =>
    episode === tree.root ? -1 : episode === symptom ? Infinity : (tree.depth.get(episode) ?? 0);
  return chosen.sort(
    (a, b) => rank(a) - rank(b) || compareTimes(a, b) || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
}

function weight(episode: WorkEpisode, tree: Tree): number {
  const score = tree.bestCause.get(episode)?.score ?? (tree.joint.has(episode) ? 1 : 0.5);
  return score + Math.min(0.3, Math.log10(episode.count + 1) / 10);
}

function isForward(steps: readonly WorkEpisode[], link: Link): boolean {
  return steps.indexOf(link.cause) < steps.indexOf(link.effect);
}

/** Further causes of steps that stand in the chain themselves: several things may be needed together. */
function jointLinks(steps: readonly WorkEpisode[], links: readonly Link[], used: readonly Link[]): Link[] {
  const known = new Set(used.map((link) => `${link.cause.id}>${link.effect.id}`));
  const best = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.cause.id}>${link.effect.id}`;
    if (known.has(key) || !steps.includes(link.cause) || !steps.includes(link.effect) || !isForward(steps, link))
      continue;
    const other = best.get(key);
    if (link.score >= 0.5 && (other === undefined || link.score > other.score)) best.set(key, link);
  }
  return [...best.values()];
}

function toChainLink(link: Link): ChainLink {
  return {
    cause: link.cause.id,
    effect: link.effect.id,
    edge: link.edge.id,
    mechanism: link.edge.mechanism,
    lagMs: link.lagMs === null ? null : Math.max(0, link.lagMs),
    confidence: linkConfidence(link),
    score: Math.round(link.score * 1000) / 1000,
    reasons: link.reasons,
    evidence: [...evidenceOf(link.cause), ...evidenceOf(link.effect)],
    refutes: link.edge.refutes,
  };
}

function evidenceOf(episode: WorkEpisode): string[] {
  return episode.events.slice(0, maxEvidence / 2).map((event) => event.id);
}

/** What edges of the chain would also show and nothing here does. */
function missingSigns(links: readonly Link[], root: WorkEpisode): Localized[] {
  const missing = links.filter((link) => !link.quoted && link.score < 0.9).map((link) => link.edge.supports);
  if (root.signature.symptomOnly === true) {
    missing.unshift({
      en: `what made this happen: "${root.signature.title.en}" is a symptom, its cause is not in these logs`,
      zh: `其起因：“${root.signature.title.zh}”只是症状，这些日志中没有它的原因`,
    });
  }
  const seen = new Set<string>();
  return missing.filter((text) => !seen.has(text.en) && seen.add(text.en)).slice(0, 6);
}

/** Causes that were considered for a step and lost to a better one. */
function alternatives(steps: readonly WorkEpisode[], links: readonly Link[], shown: readonly Link[]): Alternative[] {
  const chosen = new Map<WorkEpisode, Link>();
  for (const link of shown) {
    const known = chosen.get(link.effect);
    if (known === undefined || link.score > known.score) chosen.set(link.effect, link);
  }
  const inChain = new Set(steps);
  return links
    .filter((link) => chosen.has(link.effect) && !inChain.has(link.cause))
    .sort((a, b) => b.score - a.score)
    .slice(0, 6)
    .map((link) => ({
      effect: link.effect.id,
      cause: link.cause.id,
      edge: link.edge.id,
      score: Math.round(link.score * 1000) / 1000,
      why: link.edge.refutes,
    }));
}
