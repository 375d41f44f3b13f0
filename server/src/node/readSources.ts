/** Reads the files a user names into an engine: by content, not by name; what cannot be read is said. */
import { performance } from 'node:perf_hooks';
import type { Engine, SourceInfo, StatedDate, Unread } from '../engine/index';
import { costsEvidence } from '../engine/index';
import { isDate } from './archive';
import type { ByteStream } from './byteStream';
import type { CaseCache, KnownCase } from './caseCache';
import type { Copies, ReadText } from './copies';
import { findCopies } from './copies';
import type { Deaths } from './deaths';
import { deadly } from './deaths';
import { fileMember } from './fileMember';
import type { Files } from './files';
import { diskFiles } from './files';
import type { Print } from './fingerprint';
import { Fingerprint } from './fingerprint';
import type { JournalGroup } from './journals';
import { findJournals, journalMember } from './journals';
import { placeOf } from './layouts/index';
import { podOfPath } from './layouts/podPaths';
import { datesInNames, rotationOf } from './names';
import type { PartialReports } from './partialReports';
import { readInThreads } from './readInThreads';
import type { Stage } from './stage';
import type { Member, UnpackLimits, UnreadMember } from './unpack';
import { unpack, usualLimits } from './unpack';
import type { FoundFile, Walk } from './walk';
import { walkSources } from './walk';
import type { TaskRunner } from './workerPool';

/** How far reading has come. */
export interface ReadProgress {
  readonly filesDone: number;
  readonly files: number;
  readonly bytesRead: number;
  readonly bytes: number;
  /** Since reading began. */
  readonly elapsedMs: number;
  readonly current: string;
}

/** Whether to stop; asked between pieces. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Options of one reading. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Disk access; the machine's own by default. */
  readonly files?: Files;
  /** What comes through pipes, read after all files. */
  readonly pipes?: readonly Pipe[];
  /** How far packed files are unpacked; {@link usualLimits} by default. */
  readonly limits?: UnpackLimits;
  /** Who reads these files, which lie on this machine's disk. Without it, and for other disks, they are read as streams. */
  readonly threads?: (files: readonly FoundFile[]) => TaskRunner;
  /** Where what was read is kept for the next time; only with {@link threads}. */
  readonly cache?: CaseCache | undefined;
  /** Paths to read before all others. */
  readonly first?: readonly string[];
  /** Which files have ended the program before; only with {@link threads}. */
  readonly deaths?: Deaths | undefined;
  /** Who wants to know what was read before all is; only with {@link threads}. */
  readonly partial?: PartialReports | undefined;
}

/** What is read once, from its first byte to its last: standard input, a named pipe, another program's output. */
export interface Pipe {
  readonly id: string;
  readonly stream: ByteStream;
}

/** What reading came to. */
export interface ReadResult {
  readonly found: FoundSources;
  /** Source ids with the file each came from (the archive for members). */
  readonly sources: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
  /** Every decoder that was at work, outer ones before inner ones. */
  readonly stages: readonly Stage[];
  /** Stretches and whole files that may hold evidence and are in no record. */
  readonly losses: number;
  /** Reading was stopped. */
  readonly stopped: boolean;
  /** Names of all that was found, when each is known to the cache. */
  readonly keys: readonly string[] | null;
  /** The case, when it was settled before and has not changed: then the engine was given nothing. */
  readonly known: KnownCase | null;
}

/** Reads everything below `paths`, and then what comes through pipes, into the engine. */
export async function readInto(
  engine: Engine,
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const files = options.files ?? diskFiles;
  const found = withoutDeadly(await findSources(paths, files), options.deaths);
  const { walk, journals } = found;
  const reading = new Reading(engine, walk.files, options);
  for (const item of walk.unread) reading.miss(item);
  const { limits = usualLimits, pipes = [] } = options;
  const names = options.threads === undefined ? undefined : await options.cache?.keysOf(found, paths);
  const keys = names === undefined || pipes.length > 0 ? null : wholly([...names.values()]);
  const known = keys === null ? null : ((await options.cache?.loadCase(keys, found)) ?? null);
  if (known !== null) {
    for (const file of walk.files) reading.done(file);
    return { found, ...known.result, stopped: false, keys, known };
  }
  const { threads } = options;
  if (threads !== undefined) await readInThreads(engine, reading, found, threads, { ...options, names });
  else {
    for (const file of walk.files) {
      if (options.signal?.aborted === true) break;
      await reading.members(membersOf(file, journals, files, limits), file.path);
      reading.done(file);
    }
  }
  for (const copies of await findCopies(reading.texts(), files)) reading.leaveOut(copies, engine);
  for (const pipe of pipes) {
    reading.identify(null);
    await reading.members(pipedMembers(pipe, limits), pipe.id);
  }
  return { found, ...reading.result(options.signal?.aborted === true), known: null };
}

/** All names, when there are all. */
function wholly(names: readonly (string | null)[]): readonly string[] | null {
  const given = names.filter((name) => name !== null);
  return given.length === names.length ? given : null;
}

/** What lies below some paths. */
export interface FoundSources {
  readonly walk: Walk;
  readonly journals: ReadonlyMap<FoundFile, JournalGroup>;
}

/** Finds the files below some paths. */
export async function findSources(paths: readonly string[], files: Files): Promise<FoundSources> {
  const walk = await walkSources(paths, files);
  return { walk, journals: await findJournals(walk.files, files) };
}

/** What was found, without the files that end whoever reads them. */
function withoutDeadly({ walk, journals }: FoundSources, deaths: Deaths | undefined): FoundSources {
  const isDeadly = ({ path }: FoundFile): boolean => deaths?.isDeadly(path) === true;
  const files = walk.files.filter((file) => !isDeadly(file));
  const left = walk.files
    .filter(isDeadly)
    .map(({ id }) => ({ id, kind: 'loss' as const, reason: deadly, retry: true }));
  const unread = [...walk.unread, ...left];
  return { walk: { files, unread }, journals };
}

/** Every source below `paths` and behind pipes, in the order in which {@link readInto} reads them; each must be read before the next is asked for. */
export async function* eachSource(
  paths: readonly string[],
  options: { readonly files: Files; readonly pipes: readonly Pipe[]; readonly limits: UnpackLimits },
): AsyncGenerator<Member | UnreadMember> {
  const { files, pipes, limits } = options;
  const { walk, journals } = await findSources(paths, files);
  for (const unread of walk.unread) yield { id: unread.id, unread, stages: [] };
  for (const file of walk.files) yield* membersOf(file, journals, files, limits);
  for (const pipe of pipes) yield* pipedMembers(pipe, limits);
}

/** What a file holds: itself, or the members of an archive; the files of one machine's journal are one source, given with the first of them. */
export async function* membersOf(
  file: FoundFile,
  journals: ReadonlyMap<FoundFile, JournalGroup>,
  files: Files,
  limits: UnpackLimits,
): AsyncGenerator<Member | UnreadMember> {
  const group = journals.get(file);
  if (group === undefined) yield* unpack(fileMember(file, files), limits);
  else if (group.files[0] === file) yield journalMember(group, files);
}

/** What is piped in has no file's date, but was written by now. */
function pipedMembers({ id, stream }: Pipe, limits: UnpackLimits): AsyncGenerator<Member | UnreadMember> {
  const now = new Date();
  const date: StatedDate = {
    wallMs: now.getTime(),
    precision: 'second',
    bound: 'until',
    from: 'now',
    text: now.toISOString(),
  };
  return unpack({ id, modifiedMs: null, dates: [date], stages: [], stream }, limits);
}

/** What the engine tells for a member before its first byte. */
export function infoOf({
  id,
  modifiedMs,
  dates,
  folder,
  indentContinues,
}: Pick<Member, 'id' | 'modifiedMs' | 'dates' | 'folder' | 'indentContinues'>): SourceInfo {
  // The folder that the user named may itself be what a collector made.
  const whole = folder === undefined ? id : `${folder}/${id}`;
  return {
    id,
    modifiedMs: modifiedMs !== null && isDate(modifiedMs) ? modifiedMs : null,
    statedDates: [...datesInNames(whole), ...dates.filter(({ wallMs }) => isDate(wallMs))],
    rotation: rotationOf(id),
    indentContinues: indentContinues === true,
    ...authorOf(whole),
    ...placeOf(whole),
  };
}

/** The pod that wrote it, and the node it ran on, where the path says so. */
function authorOf(id: string): Pick<SourceInfo, 'author' | 'node'> {
  const found = podOfPath(id);
  if (found === null) return {};
  const { node, ...author } = found;
  return { author, ...(node === undefined ? {} : { node }) };
}

/** Where sources go to: an engine, or a list in another thread. */
export type SourceSink = Pick<Engine, 'openSource' | 'unread'>;

/** One reading while it is under way. */
export class Reading {
  private readonly sources = new Map<string, string>();
  private readonly prints = new Map<string, Print>();
  private readonly unread: Unread[] = [];
  private readonly stages = new Set<Stage>();
  private losses = 0;
  private keys: readonly string[] | null = null;
  private filesDone = 0;
  private bytesRead = 0;
  private readonly totalBytes: number;
  private readonly begun = performance.now();

  constructor(
    private readonly engine: SourceSink,
    private readonly files: readonly FoundFile[],
    private readonly options: Pick<ReadOptions, 'onProgress'> & { readonly signal?: StopSignal },
  ) {
    this.totalBytes = files.reduce((sum, file) => sum + file.size, 0);
  }

  /** Reads what a file holds. */
  async members(members: AsyncIterable<Member | UnreadMember>, path: string): Promise<void> {
    for await (const member of members) {
      for (const stage of member.stages) this.stages.add(stage);
      if ('unread' in member) this.miss(member.unread);
      else await this.read(member, path);
      if (this.options.signal?.aborted === true) return;
    }
  }

  /** Takes note of what was found and is in no source. */
  miss(item: Unread): void {
    this.unread.push(item);
    this.engine.unread(item);
    if (item.kind === 'loss') this.losses++;
  }

  private async read(member: Member, path: string): Promise<void> {
    const { id } = member;
    const reader = this.engine.openSource(infoOf(member));
    this.sources.set(id, path);
    const print = new Fingerprint();
    for await (const part of member.stream) {
      if (this.options.signal?.aborted === true) break;
      if ('bytes' in part) {
        if (part.tie != null) reader.tie(part.tie);
        reader.push(part.bytes);
        print.push(part.bytes);
        this.report(id);
        await nextTurn();
      } else {
        reader.gap(part.gap);
        if (costsEvidence(part.gap)) this.losses++;
      }
    }
    reader.end();
    this.prints.set(id, print.print);
  }

  /** Takes word of a source that was read elsewhere; a file of plain text comes without a fingerprint. */
  take(id: string, path: string, print: Print | null): void {
    this.sources.set(id, path);
    if (print !== null) this.prints.set(id, print);
  }

  /** What is kept of a text that was read here. */
  printOf(id: string): Print | null {
    return this.prints.get(id) ?? null;
  }

  /** All that was read, to be looked through for copies. */
  texts(): ReadText[] {
    const sizes = new Map(this.files.map(({ path, size }) => [path, size]));
    return [...this.sources].map(([id, path]) => ({ id, print: this.printOf(id), path, size: sizes.get(path) ?? 0 }));
  }

  /** Sources that were read and do not count. */
  leaveOut({ ids, why }: Copies, engine: Engine): void {
    for (const id of ids) this.sources.delete(id);
    engine.leaveOut(ids);
    this.miss(why);
  }

  /** Takes the names by which the cache knows what was read. */
  identify(keys: readonly string[] | null): void {
    this.keys = keys;
  }

  /** Takes the accounts of what was read elsewhere. */
  account({ losses, stages }: Pick<ReadResult, 'losses' | 'stages'>): void {
    this.losses += losses;
    for (const stage of stages) this.stages.add(stage);
  }

  /** Bytes of all files that were read so far, for progress while files are under way. */
  reach(bytes: number, current: string): void {
    this.bytesRead = bytes;
    this.report(current);
  }

  done(file: FoundFile): void {
    this.filesDone++;
    this.bytesRead += file.size;
    this.report(file.id);
  }

  private report(current: string): void {
    this.options.onProgress?.({
      filesDone: this.filesDone,
      files: this.files.length,
      bytesRead: this.bytesRead,
      bytes: this.totalBytes,
      elapsedMs: performance.now() - this.begun,
      current,
    });
  }

  result(stopped: boolean): Omit<ReadResult, 'found' | 'known'> {
    const { sources, unread, losses, stages, keys } = this;
    return { sources, unread, losses, stages: [...stages], stopped, keys };
  }
}

/** Lets the event loop run, so that a server answers and a stop is heard between pieces. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
