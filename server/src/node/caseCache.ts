/**
 * Keeps on disk what was read, so that an unchanged case opens at once and a grown file costs its new bytes only. An entry is used
 * only when it is proven good: same program and rules, same file by inode, size, time and samples of its content, checksum right.
 */
import { stat } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { EngineOptions, ReadSource, Report, StampKindCode } from '../engine/index';
import { reviveSource } from '../engine/index';
import { diskPath } from './diskNames';
import { EntryStore, entryName } from './entryStore';
import type { ReadResult } from './readSources';
import type { ReadAnswer } from './readTask';
import { samplesOf } from './samples';
import { Turns } from './turns';
import type { UnpackLimits } from './unpack';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';

/** Files looked at, and entries read and written, at a time. */
const mostOpen = 32;

/** The beginning of a file that may have grown since. */
export interface Prefix {
  readonly source: ReadSource;
  /** Where the rest begins: a multiple of the block size. */
  readonly end: number;
  readonly firstKind: StampKindCode;
}

interface StoredPrefix {
  readonly plain: ReadSource;
  readonly end: number;
  readonly firstKind: StampKindCode;
  readonly samples: string;
}

/** Entries of one folder, for one program and one set of options. */
export class CaseCache {
  private readonly version: string;
  private readonly turns = new Turns(mostOpen);
  private readonly entries: EntryStore;

  constructor(
    folder: string,
    private readonly options: EngineOptions,
    limits: UnpackLimits = usualLimits,
  ) {
    const { corrections, catalogue } = options;
    this.entries = new EntryStore(folder, this.turns);
    this.version = entryName(JSON.stringify([corrections ?? null, catalogue?.rules ?? null, limits]));
  }

  /** Name of what was found in files that together are one; `null` when they cannot be read. */
  async keyOf(files: readonly FoundFile[]): Promise<string | null> {
    try {
      const parts = await Promise.all(files.map((file) => this.turns.take(() => factsOf(file))));
      return entryName(this.version, ...parts);
    } catch {
      return null;
    }
  }

  /** What was found under a name. */
  async load(key: string): Promise<ReadAnswer | null> {
    const answer = (await this.entries.read(key)) as ReadAnswer | null;
    return answer === null ? null : { ...answer, sources: answer.sources.map(reviveSource) };
  }

  async store(key: string, answer: ReadAnswer): Promise<void> {
    await this.entries.write(key, answer);
  }

  /** The beginning of a file as it was read before, when the file still begins so. */
  async loadPrefix(file: FoundFile): Promise<Prefix | null> {
    const stored = (await this.entries.read(this.prefixName(file))) as StoredPrefix | null;
    if (stored === null || stored.end > file.size) return null;
    const now = await samplesOf(file.path, 0, stored.end).catch(() => '');
    return now === stored.samples
      ? { source: reviveSource(stored.plain), end: stored.end, firstKind: stored.firstKind }
      : null;
  }

  async storePrefix(file: FoundFile, { source, end, firstKind }: Prefix): Promise<void> {
    // The source goes on to grow while its samples are read.
    const plain = deserialize(serialize(source)) as ReadSource;
    const samples = await samplesOf(file.path, 0, end).catch(() => null);
    if (samples === null) return;
    const stored: StoredPrefix = { plain, end, firstKind, samples };
    await this.entries.write(this.prefixName(file), stored);
  }

  /** The report on a case that was read, made by `settle` unless it is the one that was made before. */
  async report({ keys, unread, stopped }: ReadResult, settle: () => Promise<Report>): Promise<Report> {
    if (keys === null || stopped) return settle();
    const { year, zone, maxEvents } = this.options;
    const key = entryName('report', this.version, JSON.stringify([year, zone, maxEvents, unread]), ...[...keys].sort());
    const known = (await this.entries.read(key)) as Report | null;
    if (known !== null) return known;
    const report = await settle();
    await this.entries.write(key, report);
    return report;
  }

  private prefixName(file: FoundFile): string {
    return entryName('prefix', this.version, file.path, file.id);
  }

  /** Removes what is beyond the limit of the folder. */
  trim(limit?: number): Promise<void> {
    return this.entries.trim(limit);
  }
}

/** What tells a file from another one and from what it was before. */
async function factsOf(file: FoundFile): Promise<string> {
  const { ino, size, mtimeMs } = await stat(diskPath(file.path));
  return [file.id, file.folder ?? '', ino, size, mtimeMs, await samplesOf(file.path, 0, size)].join(' ');
}
