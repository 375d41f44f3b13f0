/** Everything that is known about a chain when it is judged. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { WorkEvent } from '../episodes/workEvent';
import type { Coverage } from './coverage';
import type { Link } from './findLinks';

/** What surrounds all chains of a triage. */
export interface Surroundings {
  /** Starts of programs and machines. */
  readonly starts: readonly WorkEpisode[];
  /** Lines that end trouble. */
  readonly recoveries: readonly WorkEvent[];
  readonly coverage: Coverage;
}

/** One chain before its verdict. */
export interface ChainCase extends Surroundings {
  readonly root: WorkEpisode;
  readonly symptom: WorkEpisode;
  /** From root to symptom. */
  readonly path: readonly Link[];
  /** All arrows shown. */
  readonly links: readonly Link[];
  /** All steps shown. */
  readonly members: readonly WorkEpisode[];
}
