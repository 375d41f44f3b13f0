/** The reading thread's side: takes tasks from the main thread, reads, answers. */
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Catalogue } from '../engine/index';
import { createScanner } from '../engine/index';
import { fastMeans } from './fastKernel';
import type { ReaderMark } from './readerThread';
import { nothingRead, runTask } from './readTask';
import type { WorkerMessage, WorkerRequest, WorkerSetup } from './workerPool';
import { started } from './workerPool';

/** True in a thread that was started to read. */
export function isReadWorker(): boolean {
  return !isMainThread && (workerData as Partial<ReaderMark> | null)?.causelineReader === true;
}

const behindOthers = 5;

type Extend = (rules: NonNullable<WorkerSetup['rules']>) => Catalogue;

/** Serves tasks until the main thread ends this one. `extend` makes the catalogue with rule files of the user. */
export function serveReads(extend: Extend): void {
  parentPort?.once('message', (setup: WorkerSetup) => serve(setup, extend));
}

function serve({ corrections, rules, shared, index, givesWay, readsAhead }: WorkerSetup, extend: Extend): void {
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
  const answer = async ({ number, task }: WorkerRequest): Promise<void> => {
    const found = control.signal.aborted ? nothingRead : await runTask(task, scanner, control);
    const message: WorkerMessage = { number, answer: found };
    parentPort?.postMessage(message);
  };
  parentPort?.on('message', (request: WorkerRequest) => {
    last = last.then(() => answer(request));
  });
}
