/** Shares the files out among threads, large ones in stretches, and puts what they found together as if it had been read in one go. */
import { deserialize, serialize } from 'node:v8';
import type { Engine, ReadSource, Scanner, SourceInfo, StampKindCode, Stretch } from '../engine/index';
import { blockBytes, createScanner, noStamp, noYears, reviveSource, yearsBehind } from '../engine/index';
import type { Prefix, PrefixEnd, Rest } from './caseCache';
import { contentOf, headBytes } from './content';
import { fileMember } from './fileMember';
import { diskFiles } from './files';
import type { JournalGroup } from './journals';
import type { Snapshot } from './partialReports';
import { takeSnapshots } from './partialReports';
import type { FoundSources, Reading, ReadOptions } from './readSources';
import { infoOf, nextTurn } from './readSources';
import type { ReadAnswer, StretchTask } from './readTask';
import { answerOf, nothingRead, readHead, runTask } from './readTask';
import { findHole } from './sparse';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';
import type { TaskRunner } from './workerPool';

/** Files of so many of the smallest stretches are read in stretches. */
const leastStretches = 3;
/** No stretch is more than this part of what each thread has to read from there on. */
const sharesLeft = 4;
/** Smaller packed files are read by one thread. */
const leastHelpedBytes = 4 * 1024 * 1024;
/** Smaller files are read anew when they have grown. */
const leastKeptBlocks = 2;
/** By so much a file has grown before more of it is kept as its beginning: reading it again takes no longer than writing that. */
const leastGrownBlocks = 4;
const progressMs = 100;

/** Options, and by which names the cache knows what is in the files. */
interface NamedOptions extends ReadOptions {
  readonly names: ReadonlyMap<FoundFile, string | null> | undefined;
}

/** What the cache has of files. */
class Kept {
  readonly answers = new Map<FoundFile, ReadAnswer>();
  readonly prefixes = new Map<FoundFile, Prefix>();
  /** Names of what was found, of all files; `null` once one of them has none. */
  keys: string[] | null = [];

  constructor(private readonly options: NamedOptions) {}

  async load(file: FoundFile, journals: FoundSources['journals']): Promise<void> {
    const { cache, names } = this.options;
    const journal = journals.get(file);
    if (journal !== undefined && journal.files[0] !== file) return;
    const key = names?.get(file) ?? null;
    if (key === null) this.keys = null;
    else this.keys?.push(key);
    if (cache === undefined) return;
    const mayHaveGrown = journal === undefined && file.size >= leastKeptBlocks * blockBytes;
    const kept = await cache.load(file, key, mayHaveGrown ? infoOf(fileMember(file, diskFiles)) : null);
    if (kept === null) return;
    if ('answer' in kept) this.answers.set(file, kept.answer);
    else this.prefixes.set(file, kept.prefix);
  }

  /** What is left to read, as files of that size: so much work there is for threads. */
  rest(files: readonly FoundFile[]): FoundFile[] {
    const left = files.filter((file) => !this.answers.has(file));
    return left.map((file) => ({ ...file, size: file.size - (this.prefixes.get(file)?.end ?? 0) }));
  }
}

/** Reads files with threads into the engine; what was read when a stop came is taken. */
export async function readInThreads(
  engine: Engine,
  reading: Reading,
  { walk: { files }, journals }: FoundSources,
  threads: NonNullable<ReadOptions['threads']>,
  options: NamedOptions,
): Promise<void> {
  const kept = new Kept(options);
  await Promise.all(files.map((file) => kept.load(file, journals)));
  const pool = threads(kept.rest(files));
  const first = new Set(options.first ?? []);
  const order = [...files].sort((a, b) => Number(first.has(b.path)) - Number(first.has(a.path)) || b.size - a.size);
  const shared = new SharedReading(pool, kept, options, createScanner(engine.scanOptions), order);
  const stop = (): void => pool.stop();
  options.signal?.addEventListener('abort', stop);
  let current = '';
  let endSnapshots = (): void => undefined;
  const timer = setInterval(() => reading.reach(pool.bytesRead, current), progressMs);
  try {
    const { answers } = shared;
    if (options.partial !== undefined) endSnapshots = takeSnapshots(() => shared.snapshot(), options.partial);
    const read = async (file: FoundFile): Promise<void> => {
      const journal = journals.get(file) ?? null;
      if (journal === null || journal.files[0] === file) answers.set(file, await shared.readOrLoad(file, journal));
      shared.growing.delete(file);
      shared.done(file);
      current = file.id;
      reading.done(file);
    };
    const suspects = new Set(order.filter(({ path }) => options.deaths?.isSuspect(path) === true));
    await Promise.all(order.filter((file) => !suspects.has(file)).map(read));
    // One by one, and when all else is safe: if the program ends again, it is known of which file.
    for (const file of suspects) await read(file);
    for (const file of files) {
      const answer = answers.get(file);
      if (answer === undefined) continue;
      for (const [index, source] of answer.sources.entries()) {
        engine.addSource(source);
        reading.take(source.info.id, file.path, answer.prints[index] ?? null);
      }
      for (const item of answer.unread) reading.miss(item);
      reading.account(answer);
    }
    if (options.signal?.aborted !== true) reading.identify(kept.keys);
    await options.cache?.finish(options.signal?.aborted === true);
  } finally {
    await options.deaths?.close();
    endSnapshots();
    clearInterval(timer);
    options.signal?.removeEventListener('abort', stop);
    // Threads end by themselves; the report need not wait for them.
    void pool.close();
  }
}

class SharedReading {
  /** What was found in files that are done. */
  readonly answers = new Map<FoundFile, ReadAnswer>();
  /** Sources that are being put together. */
  readonly growing = new Map<FoundFile, ReadSource>();
  /** Bytes of all files that are not done. */
  private bytesLeft = 0;
  /** Which one it is, and the bytes of those that come after it. */
  private readonly places = new Map<FoundFile, { readonly rank: number; readonly behind: number }>();

  constructor(
    private readonly pool: TaskRunner,
    private readonly kept: Kept,
    private readonly options: NamedOptions,
    private readonly scanner: Scanner,
    /** In the order in which they are read. */
    files: readonly FoundFile[],
  ) {
    for (let rank = files.length - 1; rank >= 0; rank--) {
      const file = files[rank] as FoundFile;
      this.places.set(file, { rank, behind: this.bytesLeft });
      this.bytesLeft += file.size;
    }
  }

  done(file: FoundFile): void {
    this.bytesLeft -= file.size;
  }

  /** All that was found so far; others have their turn in between. */
  async snapshot(): Promise<Snapshot> {
    const copies = new Map<FoundFile, ReadSource>();
    for (const [file, source] of [...this.growing]) {
      // It goes on to grow while others look at it.
      copies.set(file, reviveSource(deserialize(serialize(source)) as ReadSource));
      await nextTurn();
    }
    const sources: ReadSource[] = [];
    const paths = new Map<string, string>();
    for (const [file, answer] of this.answers) {
      copies.delete(file);
      sources.push(...answer.sources);
      for (const { info } of answer.sources) paths.set(info.id, file.path);
    }
    for (const [file, source] of copies) {
      sources.push(source);
      paths.set(source.info.id, file.path);
    }
    return { sources, paths, stages: [...this.answers.values()].flatMap(({ stages }) => stages) };
  }

  /** Everything in a file, from the cache when it has not changed. */
  async readOrLoad(file: FoundFile, journal: JournalGroup | null): Promise<ReadAnswer> {
    const { kept } = this;
    const known = kept.answers.get(file);
    if (known !== undefined) return known;
    const { cache, signal, names, deaths } = this.options;
    deaths?.begin(file.path);
    const { answer, rest } = await this.read(file, journal);
    deaths?.end(file.path);
    // What failed today may be read tomorrow.
    if (mayBeRead(answer)) kept.keys = null;
    const key = names?.get(file) ?? null;
    if (cache === undefined || key === null || mayBeRead(answer) || signal?.aborted === true) return answer;
    await (rest === null ? cache.store(file, key, answer) : cache.storeRest(file, key, rest, answer));
    return answer;
  }

  /** Everything in a file. */
  private async read(file: FoundFile, journal: JournalGroup | null): Promise<FileReading> {
    const plan = journal === null ? await this.plan(file) : null;
    const found = plan === null ? null : await this.readStretches(file, plan);
    if (found !== null) return { answer: answerOf(found.source), rest: found.rest };
    if (this.options.signal?.aborted === true) return { answer: nothingRead, rest: null };
    const wantsHelp = journal === null && (await this.wantsHelp(file));
    const { limits = usualLimits } = this.options;
    return { answer: await this.run({ kind: 'file', file, journal, limits, wantsHelp }), rest: null };
  }

  /** True for a packed file that would keep one thread busy when the others have nothing left to read. */
  private async wantsHelp(file: FoundFile): Promise<boolean> {
    if (file.size < leastHelpedBytes || file.size * (this.pool.threads - 1) <= this.bytesLeft - file.size) return false;
    const head = await readHead(file.path, headBytes);
    return head !== null && contentOf(head).kind === 'packed';
  }

  private async run(task: Parameters<typeof runTask>[0]): Promise<ReadAnswer> {
    try {
      return await this.pool.run(task, this.places.get(task.file)?.rank);
    } catch (error) {
      // What took all of a thread's memory would take all of this one's, and end the program for every other file.
      if (isOutOfMemory(error)) return gaveUp(task.file);
      // A thread that fails costs time, not evidence.
      const signal = this.options.signal ?? { aborted: false };
      return runTask(task, this.scanner, { signal, readsAhead: false, onBytes: () => undefined });
    }
  }

  /** How to read a large file in stretches; `null` when it is no plain text or must be read in one piece. */
  private async plan(file: FoundFile): Promise<Plan | null> {
    const { stretchBytes } = this.pool;
    const { cache } = this.options;
    const prefix = this.kept.prefixes.get(file) ?? null;
    const isLarge = file.size >= (leastStretches * stretchBytes) / 2;
    const mayGrow = cache !== undefined && file.size >= leastKeptBlocks * blockBytes;
    if (!isLarge && !mayGrow) return null;
    const member = fileMember(file, diskFiles);
    // What was never written need not be read by anybody.
    if (member.access !== undefined && (await findHole(member.access, file.allocated).catch(() => null)) !== null)
      return null;
    const info = infoOf(member);
    // Also a look at 256 KiB takes the first thread that does so its while.
    const firstKind = prefix?.firstKind ?? (await this.run({ kind: 'probe', file, info })).firstKind;
    if (firstKind === undefined) return null;
    const first = prefix?.end ?? 0;
    const starts = startsOf(first, file.size, this.places.get(file)?.behind ?? 0, this.pool);
    // The last block is read apart: what comes before it stays true when the file grows.
    const lastBlock = Math.floor(file.size / blockBytes) * blockBytes;
    const isWorthKeeping = prefix === null || lastBlock >= first + leastGrownBlocks * blockBytes;
    if (mayGrow && isWorthKeeping && lastBlock > (starts[starts.length - 1] ?? 0)) starts.push(lastBlock);
    return { info, firstKind, prefix, starts };
  }

  /** The file's source, put together stretch by stretch; `null` when one of them cannot be read by itself. */
  private async readStretches(
    file: FoundFile,
    { info, firstKind, prefix, starts }: Plan,
  ): Promise<StretchesReading | null> {
    const before = prefix === null ? { years: noYears, innerYears: noYears } : yearsBehind(prefix.source);
    const tasks = starts.map((from, index): StretchTask => {
      const stretch: Stretch = {
        from,
        to: starts[index + 1] ?? null,
        ...(index === 0 ? before : { years: noYears, innerYears: noYears }),
        firstKind: from === 0 ? noStamp : firstKind,
      };
      return { kind: 'stretch', file, info, stretch };
    });
    const answers = tasks.map((task) => this.run(task));
    // Nothing is left to fail unheard when one of them ends the work.
    for (const answer of answers) answer.catch(() => undefined);
    const stopped = (): StretchesReading | null =>
      whole === null || this.options.signal?.aborted !== true ? null : { source: whole, rest: null };
    let whole: ReadSource | null = prefix?.source ?? null;
    let rest: Rest | null = null;
    for (const [index, pending] of answers.entries()) {
      let [next] = (await pending).sources;
      if (next === undefined) return stopped();
      if (whole !== null && !whole.fits(next)) {
        // A New Year lies before it: what it found depends on how many.
        const task = tasks[index] as StretchTask;
        [next] = (await this.run({ ...task, stretch: { ...task.stretch, ...yearsBehind(whole) } })).sources;
        if (next === undefined) return stopped();
      }
      const isLast = index === answers.length - 1;
      if (isLast && whole !== null) {
        const end = tasks[index]?.stretch.from ?? 0;
        const behind = end === prefix?.end ? prefix : await this.keepPrefix(file, { source: whole, end, firstKind });
        if (behind !== null) rest = { behind: { end, samples: behind.samples }, plain: serialize(next) };
      }
      if (whole === null) whole = next;
      else whole.append(next);
      this.growing.set(file, whole);
    }
    return whole === null ? null : { source: whole, rest };
  }

  private async keepPrefix(file: FoundFile, prefix: Omit<Prefix, 'samples'>): Promise<PrefixEnd | null> {
    const { cache } = this.options;
    return cache === undefined || prefix.end % blockBytes !== 0 ? null : cache.storePrefix(file, prefix);
  }
}

/**
 * Where the stretches of a file begin, of which so much is still to be read. Each has a cost of its own; towards the end of all that
 * there is they are small, so that all threads end together.
 */
function startsOf(first: number, size: number, behind: number, { stretchBytes, threads }: TaskRunner): number[] {
  const starts = [first];
  for (let last = first; ; ) {
    const share = (size - last + behind) / (threads * sharesLeft);
    const wanted = Math.max(stretchBytes / 2, Math.min(stretchBytes * 2, share));
    last += Math.max(blockBytes, Math.floor(wanted / blockBytes) * blockBytes);
    if (last + wanted / 2 > size) return starts;
    starts.push(last);
  }
}

/** True when reading again might bring what is missing. */
function mayBeRead({ unread, sources }: ReadAnswer): boolean {
  return unread.some(({ retry }) => retry) || sources.some(({ gaps }) => gaps.some(({ retry }) => retry));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Word of a file that cannot be read on this machine. */
function gaveUp({ id }: FoundFile): ReadAnswer {
  const reason = { en: 'reading it took more memory than there is', zh: '读取所需内存超过可用内存' };
  return { ...nothingRead, unread: [{ id, kind: 'loss', reason, retry: true }], isBroken: false };
}

/** What was read of a file, and, when its beginning is kept, what is to be kept beside that. */
interface FileReading {
  readonly answer: ReadAnswer;
  readonly rest: Rest | null;
}

/** The same of a file read in stretches. */
interface StretchesReading {
  readonly source: ReadSource;
  readonly rest: Rest | null;
}

/** How a file is read in stretches: from where the kept prefix ends, or from its beginning. */
interface Plan {
  readonly info: SourceInfo;
  readonly firstKind: StampKindCode;
  readonly prefix: Prefix | null;
  readonly starts: readonly number[];
}
