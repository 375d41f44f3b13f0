/** Threads that read files at the same time; each is this very program, started a second time as a reader. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { EngineOptions, ReadSource, Scanner } from '../engine/index';
import { blockBytes, catalogue, createScanner, reviveSource } from '../engine/index';
import { newReader, takeEarlyReader, worthwhileBytes } from './readerThread';
import type { DecodeTask, ReadAnswer, ReadTask } from './readTask';
import { nothingRead, runTask } from './readTask';
import { breakStream, newSharedStream } from './sharedStream';
import type { FoundFile } from './walk';

/** What a reading thread is told first. */
export interface WorkerSetup {
  readonly corrections: EngineOptions['corrections'];
  readonly rules: NonNullable<EngineOptions['catalogue']>['rules'];
  /** First number: 1 when reading shall stop. Then, for each thread, bytes read. */
  readonly shared: SharedArrayBuffer;
  readonly index: number;
  /** Others, who answer a user, go first. */
  readonly givesWay: boolean;
  readonly readsAhead: boolean;
}

/** The number of no task: the thread has started. */
export const started = 0;

/** From a thread: a task is done. */
export interface WorkerMessage {
  readonly number: number;
  readonly answer: ReadAnswer;
}

/** To a thread. */
export interface WorkerRequest {
  readonly number: number;
  readonly task: ReadTask;
}

/** Large enough that what is told of a stretch is little beside it, small enough that all threads end together. */
const usualStretchBytes = 8 * blockBytes;
/** More threads would wait for the disk. */
const mostThreads = 8;
/** Less is read without keeping others waiting. */
const leastBytes = 24 * 1024 * 1024;
/** Packed text is several times as long, and takes as long again to unpack. */
const packedTimes = 16;
const packedName = /\.(?:gz|tgz|xz|txz|zst|bz2|lz4|zip|journal~?)$/i;
/** What a file costs beside its bytes, in bytes. */
const bytesPerFile = 300_000;

/** How much there is to do, in bytes of plain text. */
function workOf(files: readonly FoundFile[]): number {
  return files.reduce((sum, { id, size }) => sum + bytesPerFile + (packedName.test(id) ? packedTimes : 1) * size, 0);
}

/**
 * Makes the threads for some files: `wanted` of them, by default as many as there are processors and as are worth their start. With a
 * catalogue that another thread could not build it is this one. `joins`: this thread has nothing else to do and is one of them.
 */
export function threadsFor(
  options: EngineOptions,
  wanted: number | null = null,
  joins = false,
): (files: readonly FoundFile[]) => TaskRunner {
  return (files) => {
    const used = options.catalogue ?? catalogue;
    const work = workOf(files);
    const isAlone = (used !== catalogue && used.rules === undefined) || (wanted === null && work < leastBytes);
    const worthwhile = Math.min(availableParallelism(), 1 + Math.floor(work / worthwhileBytes));
    const count = Math.min(wanted ?? worthwhile, mostThreads);
    if (!isAlone && (count > 1 || !joins)) return new WorkerPool(count, options, usualStretchBytes, joins);
    void takeEarlyReader()?.terminate();
    return new OwnThread(options);
  };
}

interface Waiting {
  readonly request: WorkerRequest;
  readonly rank: number;
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/** True where so many threads leave a processor idle. */
function hasFreeProcessor(threads: number): boolean {
  return threads < availableParallelism();
}

/** Does tasks, in other threads or in this one. */
export interface TaskRunner {
  readonly threads: number;
  /** Size of the stretches that large files are read in. */
  readonly stretchBytes: number;
  /** Bytes that were read so far. */
  readonly bytesRead: number;
  /** `rank`: tasks of lower ranks are begun before this one. */
  run(task: ReadTask, rank?: number): Promise<ReadAnswer>;
  /** Ends the tasks that are under way with what they have read; those that wait are not begun. */
  stop(): void;
  close(): Promise<void>;
}

/** This thread, one task after the other, with pauses in which others have their turn. */
export class OwnThread implements TaskRunner {
  readonly threads = 1;
  /** One thread has nothing to gain from stretches. */
  readonly stretchBytes = Number.POSITIVE_INFINITY;
  bytesRead = 0;
  private readonly scanner: Scanner;
  private readonly signal = { aborted: false };
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.scanner = createScanner(options);
  }

  run(task: ReadTask): Promise<ReadAnswer> {
    const control = {
      signal: this.signal,
      readsAhead: hasFreeProcessor(1),
      onBytes: (count: number) => {
        this.bytesRead += count;
      },
    };
    const answer = this.last.then(() => (this.signal.aborted ? nothingRead : runTask(task, this.scanner, control)));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  stop(): void {
    this.signal.aborted = true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A fixed number of reading threads and the tasks that wait for them. */
export class WorkerPool implements TaskRunner {
  private readonly workers: Worker[] = [];
  /** Those that are there to read. */
  private readonly ready = new Set<Worker>();
  /** What each thread was given: the first is under way, and what follows it need not ask for. */
  private readonly given = new Map<Worker, Waiting[]>();
  private readonly queue: Waiting[] = [];
  private readonly shared: SharedArrayBuffer;
  private readonly counters: Float64Array;
  private nextNumber = 1;
  private isStarted = false;
  private closed = false;
  /** What this thread reads with, and whether it does, when it is one of them. */
  private scanner: Scanner | null = null;
  private isReading = false;

  constructor(
    readonly threads: number,
    private readonly options: EngineOptions,
    /** Size of the stretches that large files are read in. */
    readonly stretchBytes = usualStretchBytes,
    /** The thread that asks is one of them. */
    private readonly joins = false,
  ) {
    this.shared = new SharedArrayBuffer((threads + 1) * 8);
    this.counters = new Float64Array(this.shared);
  }

  /** Starts the threads with the first task: a case that is known already needs none. */
  private startAll(): void {
    this.isStarted = true;
    for (let index = 1; index <= this.threads - (this.joins ? 1 : 0); index++) {
      this.start({
        corrections: this.options.corrections,
        rules: this.options.catalogue?.rules,
        shared: this.shared,
        index,
        givesWay: !this.joins,
        readsAhead: hasFreeProcessor(this.threads),
      });
    }
  }

  /** Bytes that all threads have read so far. */
  get bytesRead(): number {
    return this.counters.subarray(1).reduce((sum, count) => sum + count, 0);
  }

  /** Does a task in the next free thread; rejects when that thread fails. */
  run(task: ReadTask, rank = 0): Promise<ReadAnswer> {
    if (!this.isStarted && !this.closed) this.startAll();
    return new Promise((resolve, reject) => {
      this.enqueue({ request: { number: this.nextNumber++, task }, rank, resolve, reject });
      this.assign();
    });
  }

  /** A probe says how its file is read, and goes first. */
  private enqueue(waiting: Waiting): void {
    const { queue } = this;
    const orderOf = ({ request, rank }: Waiting): number => (request.task.kind === 'probe' ? -1 : rank);
    let place = queue.length;
    while (place > 0 && orderOf(queue[place - 1] as Waiting) > orderOf(waiting)) place--;
    queue.splice(place, 0, waiting);
  }

  /** Ends the tasks that are under way with what they have read; those that wait are not begun. */
  stop(): void {
    this.counters[0] = 1;
    for (const waiting of this.queue.splice(0)) waiting.resolve(nothingRead);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private start(setup: WorkerSetup): void {
    const worker = takeEarlyReader() ?? newReader(programFile());
    this.workers.push(worker);
    worker.on('message', ({ number, answer }: WorkerMessage) => {
      if (number === started) {
        this.ready.add(worker);
        this.assign();
        return;
      }
      const done = this.given.get(worker)?.shift();
      this.assign();
      if (done?.request.number === number)
        done.resolve({ ...answer, sources: answer.sources.map((source: ReadSource) => reviveSource(source)) });
    });
    worker.on('error', (error) => this.lose(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.lose(worker, new Error('the reading thread has ended')));
    worker.postMessage(setup);
  }

  private lose(worker: Worker, reason: Error): void {
    const at = this.workers.indexOf(worker);
    if (at >= 0) this.workers.splice(at, 1);
    this.ready.delete(worker);
    for (const waiting of this.tasksOf(worker).splice(0)) waiting.reject(reason);
    if (this.workers.length === 0 && !this.joins) for (const waiting of this.queue.splice(0)) waiting.reject(reason);
  }

  private assign(): void {
    if ((this.workers.length === 0 && !this.joins) || this.closed) {
      for (const waiting of this.queue.splice(0)) waiting.reject(new Error('there are no reading threads'));
      return;
    }
    if (this.joins && !this.isReading) {
      const waiting = this.queue.shift();
      if (waiting !== undefined) void this.readHere(this.withHelp(null, waiting));
    }
    for (const worker of this.ready) {
      if (this.tasksOf(worker).length > 0) continue;
      const waiting = this.queue.shift();
      if (waiting === undefined) return;
      this.give(worker, this.withHelp(worker, waiting));
    }
    this.assignAhead();
  }

  /** While there is plenty to do, a thread is told of its next task before it asks: this one may be reading and hear of it late. */
  private assignAhead(): void {
    for (const worker of this.ready) {
      const [next] = this.queue;
      if (next?.request.task.kind !== 'stretch' || this.queue.length <= this.threads) return;
      if (this.tasksOf(worker).length > 1) continue;
      this.queue.shift();
      this.give(worker, next);
    }
  }

  /** What a thread was given and has not done yet. */
  private tasksOf(worker: Worker): Waiting[] {
    const known = this.given.get(worker);
    if (known !== undefined) return known;
    const none: Waiting[] = [];
    this.given.set(worker, none);
    return none;
  }

  /** Does a task in this thread; the others are told of their next ones in between. */
  private async readHere({ request, resolve, reject }: Waiting): Promise<void> {
    const { counters, threads } = this;
    this.isReading = true;
    this.scanner ??= createScanner(this.options);
    const control = {
      signal: {
        get aborted() {
          return counters[0] === 1;
        },
      },
      readsAhead: hasFreeProcessor(threads),
      onBytes(count: number) {
        counters[threads] = (counters[threads] ?? 0) + count;
      },
    };
    try {
      resolve(await runTask(request.task, this.scanner, control));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.isReading = false;
    if (!this.closed) this.assign();
  }

  private give(worker: Worker, waiting: Waiting): void {
    this.tasksOf(worker).push(waiting);
    worker.postMessage(waiting.request);
  }

  /** When nothing else is to be done, another thread decodes what this one reads. */
  private withHelp(worker: Worker | null, waiting: Waiting): Waiting {
    const { number, task } = waiting.request;
    const helper = this.workers.find((other) => other !== worker && this.tasksOf(other).length === 0);
    if (task.kind !== 'file' || !task.wantsHelp || this.queue.length > 0 || helper === undefined) return waiting;
    const shared = newSharedStream();
    const broken = (): void => breakStream(shared);
    const half: DecodeTask = { kind: 'decode', file: task.file, shared };
    const request = { number: this.nextNumber++, task: half };
    this.give(helper, { ...waiting, request, resolve: () => undefined, reject: broken });
    const reject = (reason: Error): void => {
      broken();
      waiting.reject(reason);
    };
    return { ...waiting, request: { number, task: { ...task, shared } }, reject };
  }
}

/** The program's own file: the bundle, or the door beside it where nothing is bundled. */
export function programFile(): string {
  const isBundle = basename(__filename) === 'cli.js';
  const door = join(__dirname, '..', 'main.worker.js');
  return isBundle || !existsSync(door) ? __filename : door;
}
