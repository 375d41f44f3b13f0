/** When trouble was, as the chains tell it: what no signature knows is looked at around these times. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Chain } from '../model/report';

/** Chains looked at; the later ones are the less convincing. */
const maxChains = 8;

/** When trouble was: from the first sign to the symptom, ms UTC. */
export interface Trouble {
  /** Nodes it concerns; empty when unknown. */
  readonly nodes: readonly string[];
  readonly startMs: number;
  readonly symptomMs: number;
  readonly title: Localized;
}

/** One a chain whose symptom has a time on the calendar. */
export function findTroubles(chains: readonly Chain[], episodes: readonly WorkEpisode[]): Trouble[] {
  const known = new Map(episodes.map((episode) => [episode.id, episode]));
  return chains.slice(0, maxChains).flatMap((chain) => {
    const steps = chain.steps.flatMap((id) => known.get(id) ?? []);
    const symptom = steps.at(-1);
    if (symptom?.startMs == null || symptom.timeline !== 'utc') return [];
    const starts = steps.flatMap(({ startMs, timeline }) => (startMs === null || timeline !== 'utc' ? [] : [startMs]));
    const nodes = new Set(steps.flatMap(({ node }) => (node === null ? [] : [node])));
    return [
      {
        nodes: [...nodes],
        startMs: Math.min(...starts),
        symptomMs: symptom.startMs,
        title: symptom.signature.title,
      },
    ];
  });
}
