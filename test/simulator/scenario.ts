/** The shape of an incident with known truth. */
import type { Runtime, World } from './world';

/** One root cause and how it unfolds. */
export interface Scenario {
  readonly id: string;
  /** What somebody who solved it would write in one line. */
  readonly story: string;
  /** Runtimes under which it happens; default all. */
  readonly runtimes?: readonly Runtime[];
  /** Oldest and newest minor release of Kubernetes it is told for. */
  readonly releases?: readonly [number, number];
  /** Declares the steps, root first and final symptom last, and says what each program says. */
  tell(world: World): void;
}
