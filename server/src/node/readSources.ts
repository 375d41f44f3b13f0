/** Reads the files a user names into an engine: by content, not by name; what cannot be read is said. */
import type { Engine, Unread } from '../engine/index';
import { costsEvidence } from '../engine/index';
import type { ByteStream } from './byteStream';
import { findCopies } from './copies';
import { fileMember } from './fileMember';
import type { Files } from './files';
import { diskFiles } from './files';
import type { JournalGroup } from './journals';
import { findJournals, journalMember } from './journals';
import { datesInNames, rotationOf } from './names';
import type { Stage } from './stage';
import type { Member, UnpackLimits, UnreadMember } from './unpack';
import { unpack, usualLimits } from './unpack';
import type { FoundFile } from './walk';
import { walkSources } from './walk';

/** How far reading has come. */
export interface ReadProgress {
  readonly filesDone: number;
  readonly files: number;
  readonly bytesRead: number;
  readonly bytes: number;
  readonly current: string;
}

/** Options of one reading. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Disk access; the machine's own by default. */
  readonly files?: Files;
  /** Standard input, read as one more source named `-`. */
  readonly input?: ByteStream;
  /** How far packed files are unpacked; {@link usualLimits} by default. */
  readonly limits?: UnpackLimits;
}

/** What reading came to. */
export interface ReadResult {
  /** Source ids with the file each came from (the archive for members). */
  readonly sources: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
  /** Every decoder that was at work, outer ones before inner ones. */
  readonly stages: readonly Stage[];
  /** Stretches and whole files that may hold evidence and are in no record. */
  readonly losses: number;
  /** Reading was stopped. */
  readonly stopped: boolean;
}

/** Reads everything below `paths` (`-` is `options.input`) into the engine. */
export async function readInto(
  engine: Engine,
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const files = options.files ?? diskFiles;
  const walk = await walkSources(
    paths.filter((path) => path !== '-'),
    files,
  );
  const reading = new Reading(engine, walk.files, options);
  for (const item of walk.unread) reading.miss(item);
  const limits = options.limits ?? usualLimits;
  const journals = await findJournals(walk.files, files);
  const copies = await findCopies(walk.files, files);
  for (const copy of copies.values()) reading.miss(copy);
  for (const file of walk.files) {
    if (options.signal?.aborted === true) break;
    if (!copies.has(file)) await reading.members(membersOf(file, journals, files, limits), file.path);
    reading.done(file);
  }
  if (paths.includes('-') && options.input !== undefined)
    await reading.members(inputMembers(options.input, limits), '-');
  return reading.result(options.signal?.aborted === true);
}

/** Every source below `paths`, in the order in which {@link readInto} reads them; each must be read before the next is asked for. */
export async function* eachSource(
  paths: readonly string[],
  options: { readonly files: Files; readonly input: ByteStream },
): AsyncGenerator<Member | UnreadMember> {
  const { files, input } = options;
  const walk = await walkSources(
    paths.filter((path) => path !== '-'),
    files,
  );
  for (const unread of walk.unread) yield { id: unread.id, unread, stages: [] };
  const journals = await findJournals(walk.files, files);
  for (const file of walk.files) yield* membersOf(file, journals, files, usualLimits);
  if (paths.includes('-')) yield* inputMembers(input, usualLimits);
}

/** What a file holds: itself, or the members of an archive; the files of one machine's journal are one source, given with the first of them. */
async function* membersOf(
  file: FoundFile,
  journals: ReadonlyMap<FoundFile, JournalGroup>,
  files: Files,
  limits: UnpackLimits,
): AsyncGenerator<Member | UnreadMember> {
  const group = journals.get(file);
  if (group === undefined) yield* unpack(fileMember(file, files), limits);
  else if (group.files[0] === file) yield journalMember(group, files);
}

function inputMembers(stream: ByteStream, limits: UnpackLimits): AsyncGenerator<Member | UnreadMember> {
  return unpack({ id: '-', modifiedMs: null, dates: [], stages: [], stream }, limits);
}

class Reading {
  private readonly sources = new Map<string, string>();
  private readonly unread: Unread[] = [];
  private readonly stages = new Set<Stage>();
  private losses = 0;
  private filesDone = 0;
  private bytesRead = 0;
  private readonly totalBytes: number;

  constructor(
    private readonly engine: Engine,
    private readonly files: readonly FoundFile[],
    private readonly options: ReadOptions,
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
    const { id, modifiedMs, dates } = member;
    const reader = this.engine.openSource({
      id,
      modifiedMs,
      statedDates: [...datesInNames(id), ...dates],
      rotation: rotationOf(id),
      indentContinues: member.indentContinues === true,
    });
    this.sources.set(id, path);
    for await (const part of member.stream) {
      if (this.options.signal?.aborted === true) break;
      if ('bytes' in part) {
        if (part.tie != null) reader.tie(part.tie);
        reader.push(part.bytes);
        this.report(id);
        await nextTurn();
      } else {
        reader.gap(part.gap);
        if (costsEvidence(part.gap)) this.losses++;
      }
    }
    reader.end();
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
      current,
    });
  }

  result(stopped: boolean): ReadResult {
    const { sources, unread, losses, stages } = this;
    return { sources, unread, losses, stages: [...stages], stopped };
  }
}

/** Lets the event loop run, so that a server answers and a stop is heard between pieces. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
