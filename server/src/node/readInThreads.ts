/** Shares the files out among threads, large ones in stretches, and puts what they found together as if it had been read in one go. */
import type { Engine, ReadSource, Scanner, SourceInfo, StampKindCode, Stretch } from '../engine/index';
import { createScanner, noStamp, noYears, yearsBehind } from '../engine/index';
import { contentOf, headBytes } from './content';
import { fileMember } from './fileMember';
import { diskFiles } from './files';
import type { JournalGroup } from './journals';
import type { Reading, ReadOptions } from './readSources';
import { infoOf } from './readSources';
import type { ReadAnswer, StretchTask } from './readTask';
import { nothingRead, readHead, runTask } from './readTask';
import type { FoundFile } from './walk';
import type { TaskRunner } from './workerPool';

/** Files of so many stretches are read in stretches. */
const leastStretches = 3;
const probeBytes = 256 * 1024;
const progressMs = 100;

/** Reads files with threads into the engine; what was read when a stop came is taken. */
export async function readInThreads(
  engine: Engine,
  reading: Reading,
  files: readonly FoundFile[],
  journals: ReadonlyMap<FoundFile, JournalGroup>,
  pool: TaskRunner,
  options: ReadOptions,
): Promise<void> {
  const shared = new SharedReading(pool, options, createScanner(engine.scanOptions));
  const stop = (): void => pool.stop();
  options.signal?.addEventListener('abort', stop);
  let current = '';
  const timer = setInterval(() => reading.reach(pool.bytesRead, current), progressMs);
  try {
    const first = new Set(options.first ?? []);
    const order = [...files].sort((a, b) => Number(first.has(b.path)) - Number(first.has(a.path)) || b.size - a.size);
    const answers = new Map<FoundFile, ReadAnswer>();
    await Promise.all(
      order.map(async (file) => {
        const journal = journals.get(file) ?? null;
        if (journal !== null && journal.files[0] !== file) return;
        answers.set(file, await shared.read(file, journal));
        current = file.id;
        reading.done(file);
      }),
    );
    for (const file of files) {
      const answer = answers.get(file);
      if (answer === undefined) continue;
      for (const source of answer.sources) {
        engine.addSource(source);
        reading.take(source.info.id, file.path);
      }
      for (const item of answer.unread) reading.miss(item);
      reading.account(answer);
    }
  } finally {
    clearInterval(timer);
    options.signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}

class SharedReading {
  constructor(
    private readonly pool: TaskRunner,
    private readonly options: ReadOptions,
    private readonly scanner: Scanner,
  ) {}

  /** Everything in a file. */
  async read(file: FoundFile, journal: JournalGroup | null): Promise<ReadAnswer> {
    const plan =
      journal === null && file.size >= leastStretches * this.pool.stretchBytes ? await this.probe(file) : null;
    if (plan !== null) {
      const source = await this.readStretches(file, plan.info, plan.firstKind);
      if (source !== null) return { sources: [source], unread: [], losses: 0, stages: [], isBroken: false };
    }
    if (this.options.signal?.aborted === true) return nothingRead;
    return this.run({ kind: 'file', file, journal });
  }

  private async run(task: Parameters<typeof runTask>[0]): Promise<ReadAnswer> {
    try {
      return await this.pool.run(task);
    } catch {
      // A thread that fails costs time, not evidence.
      const signal = this.options.signal ?? { aborted: false };
      return runTask(task, this.scanner, { signal, onBytes: () => undefined });
    }
  }

  /** How to read a large file in stretches; `null` when it is no plain text or must be read in one piece. */
  private async probe(
    file: FoundFile,
  ): Promise<{ readonly info: SourceInfo; readonly firstKind: StampKindCode } | null> {
    const head = await readHead(file.path, probeBytes);
    if (head === null) return null;
    const content = contentOf(head.subarray(0, headBytes));
    if (content.kind !== 'text' || content.encoding !== 'utf-8') return null;
    const info = infoOf(fileMember(file, diskFiles));
    const firstKind = this.scanner.probe(info, head);
    return firstKind === null ? null : { info, firstKind };
  }

  /** The file's source, put together stretch by stretch; `null` when one of them cannot be read by itself. */
  private async readStretches(file: FoundFile, info: SourceInfo, firstKind: StampKindCode): Promise<ReadSource | null> {
    const { stretchBytes } = this.pool;
    const starts = Array.from({ length: Math.floor(file.size / stretchBytes) }, (_, index) => index * stretchBytes);
    const tasks = starts.map((from, index): StretchTask => {
      const to = starts[index + 1] ?? null;
      const stretch: Stretch = {
        from,
        to,
        years: noYears,
        innerYears: noYears,
        firstKind: from === 0 ? noStamp : firstKind,
      };
      return { kind: 'stretch', file, info, stretch };
    });
    const answers = tasks.map((task) => this.run(task));
    // Nothing is left to fail unheard when one of them ends the work.
    for (const answer of answers) answer.catch(() => undefined);
    let whole: ReadSource | null = null;
    for (const [index, pending] of answers.entries()) {
      let [next] = (await pending).sources;
      if (next === undefined) return this.options.signal?.aborted === true ? whole : null;
      if (whole !== null && !whole.fits(next)) {
        // A New Year lies before it: what it found depends on how many.
        const task = tasks[index] as StretchTask;
        [next] = (await this.run({ ...task, stretch: { ...task.stretch, ...yearsBehind(whole) } })).sources;
        if (next === undefined) return this.options.signal?.aborted === true ? whole : null;
      }
      if (whole === null) whole = next;
      else whole.append(next);
    }
    return whole;
  }
}
