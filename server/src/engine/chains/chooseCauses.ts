/** Gives every episode its best cause: a good link from something that is itself well explained or can stand at the beginning. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareEpisodes } from '../episodes/groupEpisodes';
import type { Link } from './findLinks';

/** An episode whose best cause explains it worse than this stays without one. */
const worthExplaining = 0.4;
/** A possible mechanism without any supporting sign is a hint: it does not displace a plausible root. */
const worthDisplacing = 0.5;
/** Links whose scores differ by less are equally good. */
const nearlyEqual = 0.16;
/** Explanations of explanations settle after so many rounds: no chain of mechanisms is longer. */
const rounds = 8;

/** How good a beginning an episode is by itself, before anybody asks what caused it. */
function rootWorth(episode: WorkEpisode): number {
  if (episode.signature.role === 'recovery') return 0.1;
  return isSymptomOnly(episode) ? 0.35 : 1;
}

/** It reports what something else did: never a cause to stop at. */
export function isSymptomOnly(episode: WorkEpisode): boolean {
  return episode.signature.symptomOnly === true || episode.signature.envelope === true;
}

/**
 * The chosen link into each explained episode; following causes never leads in a circle, nor back to another view of the
 * same happening (`viewsOf`).
 */
export function chooseCauses(
  episodes: readonly WorkEpisode[],
  links: readonly Link[],
  viewsOf: (episode: WorkEpisode) => readonly WorkEpisode[],
): Map<WorkEpisode, Link> {
  const usable = links.filter((link) => link.cause.signature.role !== 'recovery');
  const reach = countEffects(episodes, usable);
  const worth = settleWorth(episodes, usable, reach);
  const valued = usable
    .map((link) => ({ link, value: valueOfLink(link, worth, reach) }))
    .filter(({ link, value }) => value >= worthExplaining * Math.max(0.6, rootWorth(link.effect)) && mayDisplace(link));
  valued.sort((a, b) => b.value - a.value || compareLinks(a.link, b.link));
  const chosen = new Map<WorkEpisode, Link>();
  for (const { link } of valued) {
    if (chosen.has(link.effect)) continue;
    const views = viewsOf(link.effect);
    // An edge between two views tells which of them speaks first.
    const targets = views.includes(link.cause) ? [link.effect] : [link.effect, ...views];
    if (!leadsTo(link.cause, targets, chosen)) chosen.set(link.effect, link);
  }
  tighten(
    valued.map(({ link }) => link),
    chosen,
  );
  return chosen;
}

/**
 * Where something explains an effect both by itself and over a step in between, the way over the step is told:
 * of nearly equal causes the one nearest to the effect.
 */
function tighten(links: readonly Link[], chosen: Map<WorkEpisode, Link>): void {
  for (const link of links) {
    const current = chosen.get(link.effect);
    if (current === undefined || current === link || link.score < current.score - nearlyEqual) continue;
    if (
      link.cause !== current.cause &&
      leadsTo(link.cause, [current.cause], chosen) &&
      !leadsTo(link.cause, [link.effect], chosen)
    )
      chosen.set(link.effect, link);
  }
}

function mayDisplace(link: Link): boolean {
  return link.score >= worthDisplacing || isSymptomOnly(link.effect);
}

/** How many different things each episode can explain, by its place. */
function countEffects(episodes: readonly WorkEpisode[], links: readonly Link[]): Float64Array {
  const effects = new Map<WorkEpisode, Set<string>>();
  for (const { cause, effect } of links) {
    const known = effects.get(cause);
    if (known === undefined) effects.set(cause, new Set([effect.signature.id]));
    else known.add(effect.signature.id);
  }
  const reach = new Float64Array(episodes.length);
  for (const [{ place }, ids] of effects) reach[place] = ids.size;
  return reach;
}

/** What each episode is worth as an explanation, by its place: as a root, or by its own best explanation. */
function settleWorth(episodes: readonly WorkEpisode[], links: readonly Link[], reach: Float64Array): Float64Array {
  const asRoot = Float64Array.from(episodes, rootWorth);
  let worth = asRoot;
  for (let round = 0; round < rounds; round++) {
    const next = asRoot.map((value) => value * 0.6);
    const explained = new Uint8Array(episodes.length);
    for (const link of links) {
      const { place } = link.effect;
      const value = valueOfLink(link, worth, reach);
      if (value < worthExplaining * Math.max(0.6, asRoot[place] ?? 0)) continue;
      explained[place] = 1;
      if (value > (next[place] ?? 0)) next[place] = Math.min(1, value);
    }
    let isSettled = true;
    for (let place = 0; place < next.length; place++) {
      if (explained[place] === 0) next[place] = asRoot[place] ?? 0;
      if (next[place] !== worth[place]) isSettled = false;
    }
    worth = next;
    if (isSettled) break;
  }
  return worth;
}

function valueOfLink({ cause, score }: Link, worth: Float64Array, reach: Float64Array): number {
  return score * (0.55 + 0.45 * (worth[cause.place] ?? 0)) + Math.min(0.06, (reach[cause.place] ?? 0) * 0.01);
}

/** Among equally good links: the earlier cause, then a fixed order. */
function compareLinks(a: Link, b: Link): number {
  return compareEpisodes(a.cause, b.cause) || compareEpisodes(a.effect, b.effect) || (a.edge.id < b.edge.id ? -1 : 1);
}

/** Whether the chosen causes of `start` lead back to one of `targets`. */
function leadsTo(start: WorkEpisode, targets: readonly WorkEpisode[], chosen: ReadonlyMap<WorkEpisode, Link>): boolean {
  for (let current: WorkEpisode | undefined = start; current !== undefined; current = chosen.get(current)?.cause) {
    if (targets.includes(current)) return true;
  }
  return false;
}
