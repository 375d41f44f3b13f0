/** Tells a chain in one line: from the root cause over the best arrows to the final symptom. */
import type { Language } from '../model/localized';
import type { Chain, ChainLink, Episode } from '../model/report';
import { formatDistance } from '../text/durations';

/** The arrows into a step, the best one first. */
export function linksInto(chain: Chain, step: string): ChainLink[] {
  return chain.links.filter((link) => link.effect === step).sort((a, b) => b.score - a.score);
}

/**
 * `Very many iptables rules → Wait for the xtables lock → Docker does not answer (+17 s) → …`; side branches are left out.
 * `null` where the chain's title, from its root to its symptom, says as much.
 */
export function storyOf(
  chain: Chain,
  episodeOf: (id: string) => Episode | undefined,
  language: Language,
): string | null {
  const path = mainPath(chain);
  if (path.length <= 2) return null;
  const told = path.map(({ step, lagMs }) => {
    const title = episodeOf(step)?.title[language] ?? step;
    return lagMs === null ? title : `${title} (${formatDistance(lagMs)})`;
  });
  return told.join(' → ');
}

interface Told {
  readonly step: string;
  /** Distance to the step before; `null` for the first, and where one of the two has no time. */
  readonly lagMs: number | null;
}

function mainPath(chain: Chain): Told[] {
  const path: Told[] = [];
  const seen = new Set<string>();
  for (let step = chain.steps.at(-1); step !== undefined && !seen.has(step); ) {
    seen.add(step);
    const [link] = linksInto(chain, step);
    path.unshift({ step, lagMs: link?.lagMs ?? null });
    step = link?.cause;
  }
  return path;
}
