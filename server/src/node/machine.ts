/** The machine a language server runs on: reads folders into a report, knows addresses and time. */
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EngineOptions, IndexedText, JournalEntry, Pursuit, Report } from '../engine/index';
import { createEngine } from '../engine/index';
import type { ByteStream } from './byteStream';
import { asShown } from './byteStream';
import { CaseCache } from './caseCache';
import type { CaseText } from './caseFiles';
import { casesOf, writeCaseText } from './caseFiles';
import { Deaths } from './deaths';
import { isBeyondText } from './diskNames';
import { EntryStore } from './entryStore';
import { fastMeans } from './fastKernel';
import { fileMember } from './fileMember';
import type { Files } from './files';
import { diskFiles } from './files';
import { followInto } from './followInto';
import { inTurns } from './inTurns';
import { journalEntryAt, journalMember, journalOf, journalsAt } from './journals';
import { MemoryEntries } from './memoryEntries';
import { NameIndexes } from './nameIndexes';
import type { Snapshot } from './partialReports';
import type { WantedLines } from './readLines';
import { LineReader, linesOfStream } from './readLines';
import type { FoundSources, ReadProgress } from './readSources';
import { findSources, nextTurn, readInto } from './readSources';
import { ResidentAnswers } from './residentAnswers';
import type { RuleText } from './ruleFiles';
import { rulesOf } from './ruleFiles';
import { identityOf } from './samples';
import type { Stage } from './stage';
import type { UnpackLimits } from './unpack';
import { unpack, usualLimits } from './unpack';
import { threadsFor } from './workerPool';

/** What a reading came to. */
export interface MachineReading {
  readonly report: Report;
  /** Source ids with the file each came from. */
  readonly paths: ReadonlyMap<string, string>;
  /** Sources that an editor cannot open by itself: no plain text, told by content, or no plain name. */
  readonly packed: ReadonlySet<string>;
  /** Files and stretches of files that could not be read. */
  readonly unread: number;
}

interface ReadControl {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly onPartial: (reading: MachineReading) => Promise<void> | void;
  readonly isWanted: () => boolean;
  readonly cacheFolder: string | null;
  readonly triesAgain: boolean;
  readonly first: readonly string[];
  readonly limits: Omit<UnpackLimits, 'keptBytes'>;
}

/** Reports that the extension saved quote the very lines they were made of: read as logs, they would be found twice. */
const ownReport = /^causeline-findings.*\.md$/;

const files: Files = {
  ...diskFiles,
  list: async (folder) => (await diskFiles.list(folder)).filter((name) => !ownReport.test(name)),
};

const lineReader = new LineReader(files);
const names = new NameIndexes();
/** What was read of the last case, and of a file's beginning where no folder is there to keep it. */
const resident = new ResidentAnswers();
const memory = new MemoryEntries();
/** What lay below the paths that were read last. */
let last: { readonly roots: string; readonly found: FoundSources } | null = null;

function rootsOf(paths: readonly string[]): string {
  return paths.join('\0');
}

/** Cases that are read sooner are not shown in parts. */
const partialTimes = { firstMs: 2000, everyMs: 3000 };

/** A report is kept once its case has not changed for so long: a log that grows would have one written each time. */
const quietMs = 10_000;
let cancelKeeping = (): void => undefined;

/** Sources whose text an editor gets from here. */
function packedOf(paths: ReadonlyMap<string, string>, stages: readonly Stage[]): Set<string> {
  const packed = new Set(stages.filter(({ form }) => !form.startsWith('utf-')).map(({ id }) => id));
  // No address leads to a file whose name is no text.
  for (const [id, file] of paths) if (isBeyondText(file)) packed.add(id);
  return packed;
}

/** This machine. */
export const machine = {
  async read(paths: readonly string[], options: EngineOptions, control: ReadControl): Promise<MachineReading> {
    cancelKeeping();
    const engine = createEngine({ ...fastMeans(), ...options });
    const { signal, onProgress, cacheFolder, first } = control;
    const limits = { ...usualLimits, ...control.limits };
    const entries = cacheFolder === null ? memory : new EntryStore(cacheFolder);
    const cache = new CaseCache(entries, engine.scanOptions, limits, identityOf, resident);
    const threads = threadsFor(engine.scanOptions);
    let isRead = false;
    const onSnapshot = async ({ sources, paths: read, stages }: Snapshot): Promise<void> => {
      const soFar = createEngine(engine.scanOptions);
      for (const source of sources) soFar.addSource(source);
      const report = await inTurns(soFar.settle({ partial: true }), () => !isRead && control.isWanted());
      await control.onPartial({ report, paths: read, packed: packedOf(read, stages), unread: 0 });
    };
    const partial = { ...partialTimes, take: onSnapshot };
    const deaths = cacheFolder === null ? undefined : await Deaths.in(cacheFolder, control.triesAgain);
    const means = { signal, onProgress, first, limits, files, threads, cache, partial, deaths };
    const result = await readInto(engine, paths, means);
    isRead = true;
    last = { roots: rootsOf(paths), found: result.found };
    const settle = (): Promise<Report> => inTurns(engine.settle({ partial: result.stopped }), () => control.isWanted());
    const report = (await result.known?.report()) ?? (await settle());
    const timer = setTimeout(() => void cache.keepReport(result, report), quietMs).unref();
    cancelKeeping = () => clearTimeout(timer);
    return { report, paths: result.sources, packed: packedOf(result.sources, result.stages), unread: result.losses };
  },

  async follow(
    paths: readonly string[],
    pursuit: Pursuit,
    { signal, limits }: Pick<ReadControl, 'signal' | 'limits'>,
  ): Promise<void> {
    // What the last reading found spares walking the folders again.
    const found = last?.roots === rootsOf(paths) ? last.found : await findSources(paths, files);
    await followInto(pursuit, found, { files, signal, names, limits: { ...usualLimits, ...limits } });
  },

  async withIndexed<Result>(
    paths: readonly string[],
    use: (texts: readonly IndexedText[], isAll: boolean) => Result,
  ): Promise<Result> {
    if (last?.roots !== rootsOf(paths)) return use([], false);
    const { walk, journals } = last.found;
    return names.withTexts(
      walk.files.filter((file) => !journals.has(file)),
      (texts, isAll) => use(texts, isAll && journals.size === 0),
    );
  },

  prepare(paths: readonly string[], control: Pick<ReadControl, 'signal' | 'cacheFolder'>): Promise<void> {
    return names.build(paths, { ...control, files });
  },

  means: fastMeans(),

  async readRules(paths: readonly string[]): Promise<readonly RuleText[]> {
    return (await rulesOf(paths, files)).files;
  },

  readCases(paths: readonly string[]): Promise<readonly CaseText[]> {
    return casesOf(paths, files);
  },

  writeCase(root: string, text: string): Promise<void> {
    return writeCaseText(root, text, files);
  },

  async readMember(file: string, id: string, maxBytes: number): Promise<string | null> {
    return withStream(file, id, (stream) => textOf(stream, maxBytes));
  },

  async readLines(file: string, id: string, lines: WantedLines, maxBytes: number): Promise<string | null> {
    const plain = id.includes('!/')
      ? null
      : ((await names.lines(file, lines, maxBytes)) ?? (await lineReader.read(file, lines, maxBytes)));
    return plain ?? withStream(file, id, (stream) => linesOfStream(stream, lines, maxBytes));
  },

  async journalEntry(file: string, id: string, line: number): Promise<JournalEntry | null> {
    const journals = await journalsAt(file, id, files);
    return journals === undefined ? null : journalEntryAt(journals, files, line);
  },

  async journalFiles(file: string): Promise<readonly string[]> {
    return (await journalOf(file, files))?.files.map((member) => member.path) ?? [];
  },

  toPath(uri: string): string | null {
    if (!uri.startsWith('file:')) return null;
    try {
      const resolved = path.resolve(fileURLToPath(uri));
      // VS Code writes drive letters small, Node writes them as they come.
      return /^[a-z]:/.test(resolved) ? resolved.charAt(0).toUpperCase() + resolved.slice(1) : resolved;
    } catch {
      return null;
    }
  },

  toUri(file: string): string {
    return pathToFileURL(file).href;
  },

  schedule(delayMs: number, run: () => void): () => void {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },

  nextTurn,

  inTurns,
};

/** A member that a report names was within the limits of the reading that found it. */
const anyLimits: UnpackLimits = {
  ...usualLimits,
  depth: 100,
  members: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
};

/** Uses the stream of one source of a file; `null` when there is none of that id. */
async function withStream<T>(file: string, id: string, use: (stream: ByteStream) => Promise<T>): Promise<T | null> {
  const journals = await journalsAt(file, id, files);
  if (journals !== undefined) return use(journalMember(journals, files).stream);
  const facts = await files.targetFacts(file);
  const outer = id.split('!/', 1)[0] ?? id;
  for await (const member of unpack(fileMember({ id: outer, path: file, ...facts }, files), anyLimits)) {
    // Leaving the loop closes the file: not before all that is wanted was read.
    if ('stream' in member && member.id === id) return await use(member.stream);
  }
  return null;
}

/** The beginning of a stream as text, its lines where the report counts them; bytes that are no UTF-8 become replacement characters. */
async function textOf(stream: ByteStream, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  for await (const part of asShown(stream)) {
    if (!('bytes' in part)) continue;
    text += decoder.decode(part.bytes.subarray(0, left), { stream: true });
    left -= part.bytes.length;
    if (left <= 0) break;
  }
  return text + decoder.decode();
}
