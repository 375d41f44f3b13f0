/** Reports on what was read so far, now and then while a reading is under way, so that a user need not wait for the end of a large case. */
import type { ReadSource } from '../engine/index';
import type { Stage } from './stage';

/** What was read so far. */
export interface Snapshot {
  readonly sources: readonly ReadSource[];
  /** Source ids with the file each came from. */
  readonly paths: ReadonlyMap<string, string>;
  readonly stages: readonly Stage[];
}

/** Who wants them, and how often. */
export interface PartialReports {
  /** A reading that is over sooner has none. */
  readonly firstMs: number;
  readonly everyMs: number;
  /** Makes use of a snapshot; the next one is taken when that is done. */
  take(snapshot: Snapshot): Promise<void>;
}

/** Takes snapshots until the returned function is called. */
export function takeSnapshots(
  snapshot: () => Promise<Snapshot>,
  { firstMs, everyMs, take }: PartialReports,
): () => void {
  let isOver = false;
  let timer: NodeJS.Timeout;
  const later = (delayMs: number): void => {
    timer = setTimeout(() => {
      const used = snapshot().then((taken) => (isOver || taken.sources.length === 0 ? undefined : take(taken)));
      // A partial report that fails is one that is missing: the whole one is still to come.
      used.catch(() => undefined).finally(() => (isOver ? undefined : later(everyMs)));
    }, delayMs);
  };
  later(firstMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
