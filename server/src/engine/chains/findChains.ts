/** Chooses, for every symptom, the best explanation there is evidence for, and says how sure it is and what speaks against it. */
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { compareEpisodes } from '../episodes/groupEpisodes';
import type { WorkEvent } from '../episodes/workEvent';
import type { Chain } from '../model/report';
import type { Collected } from './collected';
import { Competition } from './competing';
import type { Coverage } from './coverage';
import { EpisodeIndex } from './episodeIndex';
import type { Link } from './findLinks';
import { findLinks } from './findLinks';
import { buildForest } from './forest';
import { nestedLinks, weakenAgainstText } from './nestedLinks';
import { quotationsOf } from './quotations';
import { type ToldChain, tellChain } from './tellChain';
import { Views } from './views';

/** Chains told at most; a pool of hundreds of nodes may have one each. Single findings are told up to a smaller number. */
const maxChains = 400;
const maxLone = 40;

/** All chains, most convincing first; in steps. */
export function* findChains(
  episodes: readonly WorkEpisode[],
  catalogue: Catalogue,
  events: readonly WorkEvent[],
  coverage: Coverage,
  collected: Collected,
): Generator<void, Chain[]> {
  const index = new EpisodeIndex(episodes);
  const views = new Views(catalogue);
  const quotations = quotationsOf(episodes);
  yield;
  const named = yield* findLinks(index, quotations, catalogue, coverage);
  yield;
  const nested = nestedLinks(quotations, named, (a, b) => views.areKin(a, b));
  yield;
  const links = weakenAgainstText([...named, ...nested]);
  yield;
  const trees = yield* buildForest(index, links, views, coverage);
  yield;
  const into = linksByEffect(links);
  const competition = new Competition(catalogue, index, collected);
  const surroundings = {
    starts: episodes.filter((episode) => episode.signature.marksStart === true),
    recoveries: events.filter((event) => event.signature.role === 'recovery'),
    coverage,
  };
  const told: ToldChain[] = [];
  for (const tree of trees) {
    told.push(tellChain(tree, into, surroundings, competition));
    yield;
  }
  told.sort((a, b) => b.chain.score - a.chain.score || compareEpisodes(a.root, b.root));
  return shown(told).map(({ chain }, position) => ({ ...chain, id: `c${position + 1}` }));
}

function shown(told: readonly ToldChain[]): ToldChain[] {
  let lone = 0;
  return told.filter(({ chain }) => chain.steps.length > 1 || ++lone <= maxLone).slice(0, maxChains);
}

function linksByEffect(links: readonly Link[]): Map<WorkEpisode, Link[]> {
  const into = new Map<WorkEpisode, Link[]>();
  for (const link of links) {
    const known = into.get(link.effect);
    if (known === undefined) into.set(link.effect, [link]);
    else known.push(link);
  }
  return into;
}
