/** Reads the files a user names into an engine: by content, not by name; what cannot be read is said. */
import type { Engine } from '../engine/index';
import type { ByteStream } from './byteStream';
import { readFile } from './byteStream';
import type { Files } from './files';
import { diskFiles } from './files';
import type { JournalGroup } from './journals';
import { findJournals, journalMember } from './journals';
import { datesInNames, rotationOf } from './names';
import type { Member, SkippedMember } from './unpack';
import { unpack } from './unpack';
import type { FoundFile, Unreadable } from './walk';
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
}

/** What reading came to. */
export interface ReadResult {
  /** Source ids with the file each came from (the archive for members). */
  readonly sources: ReadonlyMap<string, string>;
  readonly unreadable: readonly Unreadable[];
  /** Gaps over all sources. */
  readonly gaps: number;
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
  const reading = new Reading(engine, walk.files, options, [...walk.unreadable]);
  const journals = await findJournals(walk.files, files);
  for (const file of walk.files) {
    if (options.signal?.aborted === true) break;
    await reading.members(membersOf(file, journals, files), file.path);
    reading.done(file);
  }
  if (paths.includes('-') && options.input !== undefined) await reading.members(inputMembers(options.input), '-');
  return reading.result(options.signal?.aborted === true);
}

/** Every source below `paths`, in the order in which {@link readInto} reads them; each must be read before the next is asked for. */
export async function* eachSource(
  paths: readonly string[],
  options: { readonly files: Files; readonly input: ByteStream },
): AsyncGenerator<Member | Unreadable> {
  const { files, input } = options;
  const walk = await walkSources(
    paths.filter((path) => path !== '-'),
    files,
  );
  yield* walk.unreadable;
  const journals = await findJournals(walk.files, files);
  for (const file of walk.files) yield* orUnreadable(membersOf(file, journals, files));
  if (paths.includes('-')) yield* orUnreadable(inputMembers(input));
}

async function* orUnreadable(members: AsyncIterable<Member | SkippedMember>): AsyncGenerator<Member | Unreadable> {
  for await (const member of members) yield 'skipped' in member ? { id: member.id, reason: member.skipped } : member;
}

/** What a file holds: itself, or the members of an archive; the files of one machine's journal are one source, given with the first of them. */
async function* membersOf(
  file: FoundFile,
  journals: ReadonlyMap<FoundFile, JournalGroup>,
  files: Files,
): AsyncGenerator<Member | SkippedMember> {
  const { id, path, size, modifiedMs } = file;
  const group = journals.get(file);
  if (group === undefined) yield* unpack({ id, modifiedMs, stream: readFile(path, size, files) });
  else if (group.files[0] === file) yield journalMember(group, files);
}

function inputMembers(stream: ByteStream): AsyncGenerator<Member | SkippedMember> {
  return unpack({ id: '-', modifiedMs: null, stream });
}

class Reading {
  private readonly sources = new Map<string, string>();
  private gaps = 0;
  private filesDone = 0;
  private bytesRead = 0;
  private readonly totalBytes: number;

  constructor(
    private readonly engine: Engine,
    private readonly files: readonly FoundFile[],
    private readonly options: ReadOptions,
    private readonly unreadable: Unreadable[],
  ) {
    this.totalBytes = files.reduce((sum, file) => sum + file.size, 0);
  }

  /** Reads what a file holds. */
  async members(members: AsyncIterable<Member | SkippedMember>, path: string): Promise<void> {
    for await (const member of members) {
      if ('skipped' in member) this.unreadable.push({ id: member.id, reason: member.skipped });
      else await this.read(member, path);
      if (this.options.signal?.aborted === true) return;
    }
  }

  private async read(member: Member, path: string): Promise<void> {
    const reader = this.engine.openSource({
      id: member.id,
      modifiedMs: member.modifiedMs,
      statedDates: datesInNames(member.id),
      rotation: rotationOf(member.id),
      indentContinues: member.indentContinues === true,
    });
    this.sources.set(member.id, path);
    for await (const part of member.stream) {
      if (this.options.signal?.aborted === true) break;
      if ('bytes' in part) {
        reader.push(part.bytes);
        this.report(member.id);
        await nextTurn();
      } else {
        reader.gap(part.gap);
        this.gaps++;
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
    return { sources: this.sources, unreadable: this.unreadable, gaps: this.gaps, stopped };
  }
}

/** Lets the event loop run, so that a server answers and a stop is heard between pieces. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
