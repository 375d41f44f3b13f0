/** The reading thread's side: takes tasks from the main thread, reads, answers. */
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Catalogue } from '../engine/index';
import { createScanner } from '../engine/index';
import { fastMeans } from './fastKernel';
import { nothingRead, runTask } from './readTask';
import type { WorkerMessage, WorkerRequest, WorkerSetup } from './workerPool';
import { started } from './workerPool';

/** True in a thread that was started to read. */
export function isReadWorker(): boolean {
  return !isMainThread && (workerData as Partial<WorkerSetup> | null)?.causelineReader === true;
}

const behindOthers = 5;

/** Serves tasks until the main thread ends this one. `extend` makes the catalogue with rule files of the user. */
export function serveReads(extend: (rules: NonNullable<WorkerSetup['rules']>) => Catalogue): void {
  const { corrections, rules, shared, index, givesWay, readsAhead } = workerData as WorkerSetup;
  // Only there is the priority one of the thread, not of the process.
  if (givesWay && process.platform === 'linux') setPriority(behindOthers);
  const counters = new Float64Array(shared);
  const scanner = createScanner({
    ...fastMeans(),
    ...(corrections === undefined ? {} : { corrections }),
    ...(rules === undefined ? {} : { catalogue: extend(rules) }),
  });
  const control = {
    signal: {
      get aborted() {
        return counters[0] === 1;
      },
    },
    readsAhead,
    onBytes(count: number) {
      counters[index] = (counters[index] ?? 0) + count;
    },
  };
  const hello: WorkerMessage = { number: started, answer: nothingRead };
  parentPort?.postMessage(hello);
  let last: Promise<void> = Promise.resolve();
  const serve = async ({ number, task }: WorkerRequest): Promise<void> => {
    const answer = control.signal.aborted ? nothingRead : await runTask(task, scanner, control);
    const message: WorkerMessage = { number, answer };
    parentPort?.postMessage(message);
  };
  parentPort?.on('message', (request: WorkerRequest) => {
    last = last.then(() => serve(request));
  });
}
