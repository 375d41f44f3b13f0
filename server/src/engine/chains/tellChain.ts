/** Tells a tree as a chain: its steps, its arrows with their evidence, what is missing, and what else was considered. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Alternative, Chain, ChainLink } from '../model/report';
import type { Surroundings } from './chainCase';
import { isSymptomOnly } from './chooseCauses';
import type { Competition } from './competing';
import { judgeChain, linkConfidence } from './confidence';
import type { Link } from './findLinks';
import type { Tree } from './forest';
import { chooseSteps, finalSymptom, pathTo } from './steps';

/** Evidence events named for one link. */
const maxEvidence = 12;
/** A second cause of a step is told when its link is at least this good. */
const worthShowing = 0.5;

/** A chain with the root it was told from. */
export interface ToldChain {
  readonly chain: Chain;
  readonly root: WorkEpisode;
}

/** The chain of a tree; its id is given when all are in order. */
export function tellChain(
  tree: Tree,
  into: ReadonlyMap<WorkEpisode, readonly Link[]>,
  surroundings: Surroundings,
  competition: Competition,
): ToldChain {
  const symptom = finalSymptom(tree);
  const path = pathTo(tree, symptom);
  const steps = chooseSteps(tree, path, symptom);
  const place = new Map(steps.map((step, position) => [step, position]));
  const used = steps.flatMap((step) => {
    const link = tree.bestCause.get(step);
    return link !== undefined && isForward(link, place) ? [link] : [];
  });
  const links = steps.flatMap((step) => into.get(step) ?? []);
  const shown = [...used, ...jointLinks(links, used, place)];
  const verdict = judgeChain({ ...surroundings, root: tree.root, symptom, path, links: shown, members: steps });
  const chain: Chain = {
    id: '',
    title: titleOf(tree.root, symptom),
    confidence: verdict.confidence,
    score: verdict.score,
    node: symptom.node ?? tree.root.node,
    steps: steps.map((episode) => episode.id),
    links: shown.map(toChainLink),
    reasons: verdict.reasons,
    missing: openQuestions(shown, tree.root),
    alternatives: alternatives(steps, links, shown),
    competing: competition.onTheWay(
      path.length === 0 ? [symptom] : path.map((link) => link.effect),
      new Set(steps.map((step) => step.signature.category)),
    ),
    advice: advisers(steps, shown),
  };
  return { chain, root: tree.root };
}

function titleOf(root: WorkEpisode, symptom: WorkEpisode): Localized {
  if (root === symptom) return root.signature.title;
  return {
    en: `${root.signature.title.en} → ${symptom.signature.title.en}`,
    zh: `${root.signature.title.zh} → ${symptom.signature.title.zh}`,
  };
}

function isForward(link: Link, place: ReadonlyMap<WorkEpisode, number>): boolean {
  const from = place.get(link.cause);
  const to = place.get(link.effect);
  return from !== undefined && to !== undefined && from < to;
}

/** Further causes of steps that stand in the chain themselves: several things may be needed together. */
function jointLinks(links: readonly Link[], used: readonly Link[], place: ReadonlyMap<WorkEpisode, number>): Link[] {
  const known = new Set(used.map(pairOf));
  const best = new Map<string, Link>();
  for (const link of links) {
    const pair = pairOf(link);
    if (link.score < worthShowing || known.has(pair) || !isForward(link, place)) continue;
    const other = best.get(pair);
    if (other === undefined || link.score > other.score) best.set(pair, link);
  }
  return [...best.values()];
}

function pairOf(link: Link): string {
  return `${link.cause.id}>${link.effect.id}`;
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

/** What nobody has looked for and would bear out an arrow that nothing but its time and place speaks for. */
function openQuestions(links: readonly Link[], root: WorkEpisode): Localized[] {
  const questions = links
    .filter((link) => !link.isBorneOut)
    .map(({ effect: { signature }, edge: { supports } }) => ({
      en: `"${signature.title.en}": ${supports.en}`,
      zh: `“${signature.title.zh}”：${supports.zh}`,
    }));
  if (root.signature.symptomOnly === true) {
    questions.unshift({
      en: `what made "${root.signature.title.en}" happen: it is a symptom, its cause is not in these logs`,
      zh: `“${root.signature.title.zh}”的起因：它只是症状，这些日志中没有它的原因`,
    });
  }
  const seen = new Set<string>();
  return questions.filter((text) => !seen.has(text.en) && seen.add(text.en)).slice(0, 6);
}

/** Signatures of the steps whose advice helps: what only passes on a trouble has none once that trouble is told. */
function advisers(steps: readonly WorkEpisode[], links: readonly Link[]): string[] {
  const explained = new Set(links.map((link) => link.effect));
  const passedOn = new Set(
    links.filter((link) => link.quoted && linkConfidence(link) === 'strong').map((link) => link.effect),
  );
  const advising = steps.filter(
    (step) =>
      !passedOn.has(step) && !(explained.has(step) && (isSymptomOnly(step) || step.signature.saysNotWhy === true)),
  );
  return [...new Set(advising.map((step) => step.signature.id))];
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
      reasons: link.reasons,
      why: link.edge.refutes,
    }));
}
