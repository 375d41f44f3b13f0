/** How far trouble is felt: what users of a cluster notice, and what only its operators do. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Category } from '../model/category';

/** How much a kind of trouble is what users notice; what stands in no line counts 0, and what has no kind says less than that. */
const impact: Readonly<Partial<Record<Category, number>>> = {
  'node-notready': 4,
  'pod-failure': 3,
  'pleg-unhealthy': 2,
  'api-unreachable': 2,
  'gc-failure': 1,
  'disk-pressure': 1,
  'image-pull': 1,
  cni: 1,
  other: -1,
};

/** Users notice trouble from this impact on. */
export const noticed = 3;

/** How far a kind of trouble is felt, up to 4. */
export function impactOf(episode: WorkEpisode): number {
  return episode.signature.impact ?? impact[episode.signature.category] ?? 0;
}
