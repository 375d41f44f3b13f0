/** Reads the files a user names into an engine: by content, not by name; what cannot be read is said. */
import type { Engine } from '../engine/index';
import type { ByteStream } from './byteStream';
import { readFile } from './byteStream';
import type { Files } from './files';
import { diskFiles } from './files';
import { datesInNames, rotationOf } from './names';
import type { Member } from './unpack';
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
  for (const file of walk.files) {
    if (options.signal?.aborted === true) break;
    await reading.source(
      { id: file.id, modifiedMs: file.modifiedMs, stream: readFile(file.path, file.size, files) },
      file.path,
    );
    reading.done(file);
  }
  if (paths.includes('-') && options.input !== undefined)
    await reading.source({ id: '-', modifiedMs: null, stream: options.input }, '-');
  return reading.result(options.signal?.aborted === true);
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

  /** Reads one source, or each member when it is an archive. */
  async source(outer: Member, path: string): Promise<void> {
    for await (const member of unpack(outer)) {
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
