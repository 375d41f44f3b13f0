/** Puts alike chains together: one incident over several nodes, or again and again on one, and compares healthy nodes with sick ones. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Fact } from '../model/fact';
import type { Chain, Incident } from '../model/report';
import { compareNodes } from './compareNodes';

/** What incidents are made from. */
export interface IncidentMaterial {
  readonly chains: readonly Chain[];
  readonly episodes: readonly WorkEpisode[];
  readonly facts: readonly Fact[];
  /** Nodes that sent sources with records. */
  readonly nodes: readonly string[];
}

/** Incidents in the order of their most convincing chain. */
export function findIncidents(material: IncidentMaterial): Incident[] {
  const episodes = new Map(material.episodes.map((episode) => [episode.id, episode]));
  const sick = new Set(
    material.chains
      .filter((chain) => chain.steps.length > 1 && chain.confidence !== 'possible')
      .map((chain) => chain.node),
  );
  const healthy = material.nodes.filter((node) => !sick.has(node));
  return groupAlike(material.chains, episodes).map((chains, position) => {
    const nodes = nodesOf(chains, episodes);
    const others = healthy.filter((node) => !nodes.some((one) => one.node === node));
    return {
      id: `i${position + 1}`,
      chains: chains.map((chain) => chain.id),
      nodes,
      spreadMs: spreadOf(nodes),
      differences:
        chains[0]?.confidence === 'possible'
          ? []
          : compareNodes(
              nodes.map((one) => one.node),
              others,
              chains.flatMap((chain) => chain.steps.flatMap((id) => episodes.get(id) ?? [])),
              material,
            ),
    };
  });
}

/** Chains of more than one step by what they begin and end with. */
function groupAlike(chains: readonly Chain[], episodes: ReadonlyMap<string, WorkEpisode>): Chain[][] {
  const groups = new Map<string, Chain[]>();
  for (const chain of chains) {
    if (chain.steps.length < 2) continue;
    const first = episodes.get(chain.steps[0] ?? '');
    const last = episodes.get(chain.steps[chain.steps.length - 1] ?? '');
    const key = `${first?.signature.id ?? ''}>${last?.signature.id ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [chain]);
    else group.push(chain);
  }
  return [...groups.values()];
}

/** Each node with the first moment of its chains. */
function nodesOf(chains: readonly Chain[], episodes: ReadonlyMap<string, WorkEpisode>): Incident['nodes'][number][] {
  const starts = new Map<string, number | null>();
  for (const chain of chains) {
    if (chain.node === null) continue;
    const known = starts.get(chain.node) ?? null;
    const start = startOf(chain, episodes);
    starts.set(chain.node, known === null ? start : start === null ? known : Math.min(known, start));
  }
  return [...starts]
    .map(([node, startMs]) => ({ node, startMs }))
    .sort((a, b) => compareStarts(a.startMs, b.startMs) || (a.node < b.node ? -1 : 1));
}

/** When what users notice began; the first trouble before it when that has no time. */
function startOf(chain: Chain, episodes: ReadonlyMap<string, WorkEpisode>): number | null {
  for (const id of [...chain.steps].reverse()) {
    const episode = episodes.get(id);
    if (episode?.timeline === 'utc' && episode.startMs !== null) return episode.startMs;
  }
  return null;
}

function compareStarts(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return (a ?? Infinity) - (b ?? Infinity);
}

function spreadOf(nodes: Incident['nodes']): number | null {
  const starts = nodes.flatMap((node) => node.startMs ?? []);
  return starts.length < 2 ? null : Math.max(...starts) - Math.min(...starts);
}
