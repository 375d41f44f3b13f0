/** Which episodes' lines quote lines of others: `outer: inner: innermost` is one record with an event for each part. */
import type { WorkEpisode } from '../episodes/groupEpisodes';

/** By what is quoted: who quotes it, in how many records. */
export type Quotations = ReadonlyMap<WorkEpisode, ReadonlyMap<WorkEpisode, number>>;

/** All quotations between two episodes. */
export function quotationsOf(episodes: readonly WorkEpisode[]): Quotations {
  const homes = homesOfQuoters(episodes);
  const found = new Map<WorkEpisode, Map<WorkEpisode, number>>();
  for (const quoted of episodes) {
    for (const { quotedBy } of quoted.events) {
      const quoter = quotedBy === null ? undefined : homes.get(quotedBy);
      if (quoter === undefined || quoter === quoted) continue;
      const quoters = found.get(quoted) ?? new Map<WorkEpisode, number>();
      found.set(quoted, quoters);
      quoters.set(quoter, (quoters.get(quoter) ?? 0) + 1);
    }
  }
  return found;
}

/** The episodes of the events that quote others, by their ids: most events quote nothing. */
function homesOfQuoters(episodes: readonly WorkEpisode[]): Map<string, WorkEpisode> {
  const quoting = new Set<string>();
  for (const { events } of episodes) for (const { quotedBy } of events) if (quotedBy !== null) quoting.add(quotedBy);
  const homes = new Map<string, WorkEpisode>();
  if (quoting.size === 0) return homes;
  for (const episode of episodes) for (const { id } of episode.events) if (quoting.has(id)) homes.set(id, episode);
  return homes;
}
