/**
 * Finds lines of plain files by the names in them: keeps an index of each file, made in the background and kept on disk. What is not
 * indexed yet, has grown since or is not what it was is read as it stands, so that an index never changes what is found.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { IndexedText, NameIndex, Pursuit } from '../engine/index';
import { headBytes } from './content';
import { EntryStore, entryName } from './entryStore';
import type { Files } from './files';
import { diskFiles } from './files';
import type { FileStretch } from './indexedFile';
import { factsOf, IndexedFile, KeptBlocks } from './indexedFile';
import type { NameRequest, NameWorkerSetup } from './nameWorker';
import type { WantedLines } from './readLines';
import { isPlainText } from './readPlain';
import { readHead } from './readTask';
import { samplesOf } from './samples';
import { walkSources } from './walk';
import { programFile } from './workerPool';

/** Text of one index: little to index anew when a file grows. */
const usualStretchBytes = 32 * 1024 * 1024;
/** Smaller files, and what a file has grown by, are read sooner than looked up. */
const leastBytes = 256 * 1024;
/** Threads that make indexes: each has some 70 MB of memory of its own. */
const mostThreads = 2;
/** Indexes of all files together: enough for some 10 GB of logs. */
const mostIndexBytes = 256 * 1024 * 1024;

/** Makes the index of a stretch, here or in another thread. */
export type IndexStretch = (request: NameRequest) => Promise<NameIndex | null>;

/** What goes with indexing. */
export interface IndexingControl {
  readonly signal: AbortSignal;
  /** Where indexes are kept; `null` for nowhere. */
  readonly cacheFolder: string | null;
  readonly files?: Files;
  /** Who makes indexes; a thread of its own by default. */
  readonly indexStretch?: IndexStretch;
}

/** Indexes of files by path. */
export class NameIndexes {
  private readonly known = new Map<string, IndexedFile>();
  private readonly kept = new KeptBlocks();

  constructor(private readonly stretchBytes = usualStretchBytes) {}

  /** Indexes the plain files below the paths as far as they are not, two of them at a time, the largest first, until the signal. */
  async build(paths: readonly string[], control: IndexingControl): Promise<void> {
    const { signal, cacheFolder, files = diskFiles } = control;
    const walk = await walkSources(paths, files);
    const found = new Set(walk.files.map(({ path }) => path));
    for (const path of this.known.keys()) if (!found.has(path)) this.known.delete(path);
    const store = cacheFolder === null ? null : new EntryStore(cacheFolder);
    const waiting = walk.files.filter(({ size }) => size >= leastBytes).sort((a, b) => b.size - a.size);
    const buildSome = async (): Promise<void> => {
      const thread = new IndexingThread();
      const maker = new IndexMaker(this.stretchBytes, store, control.indexStretch ?? ((asked) => thread.index(asked)));
      try {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          if (signal.aborted || this.indexBytes() > mostIndexBytes) break;
          const { path } = file;
          const head = await readHead(path, headBytes);
          if (head !== null && isPlainText(head))
            await this.index(path, maker, signal).catch(() => this.known.delete(path));
        }
      } finally {
        await thread.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(mostThreads, availableParallelism()) }, buildSome));
    await store?.trim();
  }

  /** Gives a search those lines of a file that may mention what it looks for; false when all of the file must be read, by others. */
  async search(
    { id, path }: { readonly id: string; readonly path: string },
    pursuit: Pursuit,
    signal: { readonly aborted: boolean } = { aborted: false },
  ): Promise<boolean> {
    const file = this.known.get(path);
    if (file === undefined || !pursuit.canBeLookedUp) return false;
    try {
      return await file.search(id, pursuit, this.kept, signal);
    } catch {
      return false;
    }
  }

  /** Lines of a file by their numbers, as far as `maxBytes` go; `null` when others must find them. */
  async lines(path: string, wanted: WantedLines, maxBytes: number): Promise<string | null> {
    const lines = this.known.get(path)?.lines(wanted, maxBytes);
    return lines === undefined ? null : lines.catch(() => null);
  }

  /** Uses those of some files that are indexed, as texts; `isAll` when there are no others. */
  async withTexts<Result>(
    files: readonly { readonly id: string; readonly path: string }[],
    use: (texts: readonly IndexedText[], isAll: boolean) => Result,
  ): Promise<Result> {
    const opened: { readonly text: IndexedText; close(): void }[] = [];
    try {
      for (const { id, path } of files) {
        const file = await this.known
          .get(path)
          ?.open(id, this.kept)
          .catch(() => null);
        if (file != null) opened.push(file);
      }
      // Only now, as another search may have had its turn until here.
      this.kept.ownedBy(opened);
      return use(
        opened.map(({ text }) => text),
        opened.length === files.length,
      );
    } finally {
      for (const file of opened) file.close();
    }
  }

  private indexBytes(): number {
    let bytes = 0;
    for (const file of this.known.values()) bytes += file.indexBytes;
    return bytes;
  }

  private async index(path: string, maker: IndexMaker, signal: AbortSignal): Promise<void> {
    let file = this.known.get(path);
    if (file === undefined || !(await file.isAsIndexed((await factsOf(path)).text))) file = new IndexedFile(path);
    this.known.set(path, file);
    const { text, size } = await factsOf(path);
    // Trusted before it is read: what changes afterwards is seen to have changed.
    file.trust(text);
    while (!signal.aborted && size - file.end >= leastBytes) if (!(await maker.extend(file, size))) break;
    if (!(await file.seal())) this.known.delete(path);
  }
}

/** Adds stretches to files: those that are kept on disk and still true, else newly made ones. */
class IndexMaker {
  constructor(
    private readonly stretchBytes: number,
    private readonly store: EntryStore | null,
    private readonly indexStretch: IndexStretch,
  ) {}

  /** Indexes one stretch more of a file of that size; false when nothing is left that can be. */
  async extend(file: IndexedFile, size: number): Promise<boolean> {
    const { path, names } = file;
    const { stretches } = names;
    const last = stretches[stretches.length - 1];
    // The last one grows with the file until it is full.
    const growing = last !== undefined && last.index.bytes < this.stretchBytes ? last : null;
    const number = stretches.length - (growing === null ? 0 : 1);
    const from = growing?.from ?? file.end;
    const name = entryName('names', path, String(this.stretchBytes), String(number));
    const next = (await this.load(name, path, from, size)) ?? (await this.make(name, path, from));
    if (next === null || next.from + next.index.bytes <= file.end) return false;
    names.set(number, next);
    return true;
  }

  private async load(name: string, path: string, from: number, size: number): Promise<FileStretch | null> {
    const stored = (await this.store?.read(name)) as FileStretch | null | undefined;
    if (stored == null || stored.from !== from) return null;
    const end = from + stored.index.bytes;
    const isOutgrown = stored.index.bytes < this.stretchBytes && size - end >= leastBytes;
    if (end > size || isOutgrown || (await samplesOf(path, from, end)) !== stored.samples) return null;
    return stored;
  }

  private async make(name: string, path: string, from: number): Promise<FileStretch | null> {
    const index = await this.indexStretch({ path, from, bytes: this.stretchBytes });
    if (index === null) return null;
    const made = { from, index, samples: await samplesOf(path, from, from + index.bytes) };
    await this.store?.write(name, made);
    return made;
  }
}

/** A thread that makes indexes, started with the first one to make. */
class IndexingThread {
  private worker: Worker | null = null;

  index(request: NameRequest): Promise<NameIndex | null> {
    this.worker ??= this.start();
    const { worker } = this;
    return new Promise((resolve) => {
      const answer = (index: NameIndex | null): void => {
        worker.off('message', answer);
        worker.off('exit', fail);
        resolve(index);
      };
      // A thread that fails makes no index; the file is read as it stands.
      const fail = (): void => answer(null);
      worker.on('message', answer);
      worker.on('exit', fail);
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const workerData: NameWorkerSetup = { causelineIndexer: true };
    const worker = new Worker(programFile(), { workerData, argv: [], stdout: false });
    // Unheard errors would end the program; the end of the thread is what counts.
    worker.on('error', () => undefined);
    worker.unref();
    return worker;
  }
}
