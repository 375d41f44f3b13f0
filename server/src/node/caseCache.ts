/**
 * Keeps on disk what was read, so that an unchanged case opens at once and a grown file costs its new bytes only. An entry is used
 * only when it is proven good: same program and rules, same file by inode, size, time and samples of its content, checksum right.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { EngineOptions, ReadSource, Report, StampKindCode } from '../engine/index';
import { reviveSource } from '../engine/index';
import { diskPath } from './diskNames';
import type { ReadResult } from './readSources';
import type { ReadAnswer } from './readTask';
import { Turns } from './turns';
import type { UnpackLimits } from './unpack';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';
import { writeWhole } from './writeWhole';

/** Entries together take no more; the longest unused go first. */
const mostBytes = 1024 * 1024 * 1024;
const sampleBytes = 4096;
const samples = 16;
const checksumBytes = 20;
/** A file that was not written to its end is left behind by a process that was killed; younger ones may still be written. */
const abandonedMs = 60 * 60 * 1000;
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
  private prepared: Promise<unknown> | null = null;

  constructor(
    private readonly folder: string,
    private readonly options: EngineOptions,
    limits: UnpackLimits = usualLimits,
  ) {
    const { corrections, catalogue } = options;
    this.version = hash(programVersion(), JSON.stringify([corrections ?? null, catalogue?.rules ?? null, limits]));
  }

  /** Name of what was found in files that together are one; `null` when they cannot be read. */
  async keyOf(files: readonly FoundFile[]): Promise<string | null> {
    try {
      const parts = await Promise.all(files.map((file) => this.turns.take(() => factsOf(file))));
      return hash(this.version, ...parts);
    } catch {
      return null;
    }
  }

  /** What was found under a name. */
  async load(key: string): Promise<ReadAnswer | null> {
    const answer = (await this.read(key)) as ReadAnswer | null;
    return answer === null ? null : { ...answer, sources: answer.sources.map(reviveSource) };
  }

  async store(key: string, answer: ReadAnswer): Promise<void> {
    await this.write(key, answer);
  }

  /** The beginning of a file as it was read before, when the file still begins so. */
  async loadPrefix(file: FoundFile): Promise<Prefix | null> {
    const stored = (await this.read(this.prefixName(file))) as StoredPrefix | null;
    if (stored === null || stored.end > file.size) return null;
    const now = await samplesOf(file.path, stored.end).catch(() => '');
    return now === stored.samples
      ? { source: reviveSource(stored.plain), end: stored.end, firstKind: stored.firstKind }
      : null;
  }

  async storePrefix(file: FoundFile, { source, end, firstKind }: Prefix): Promise<void> {
    // The source goes on to grow while its samples are read.
    const plain = deserialize(serialize(source)) as ReadSource;
    const samples = await samplesOf(file.path, end).catch(() => null);
    if (samples === null) return;
    const stored: StoredPrefix = { plain, end, firstKind, samples };
    await this.write(this.prefixName(file), stored);
  }

  /** The report on a case that was read, made by `settle` unless it is the one that was made before. */
  async report({ keys, unread, stopped }: ReadResult, settle: () => Report): Promise<Report> {
    if (keys === null || stopped) return settle();
    const { year, zone, maxEvents } = this.options;
    const key = hash('report', this.version, JSON.stringify([year, zone, maxEvents, unread]), ...[...keys].sort());
    const known = (await this.read(key)) as Report | null;
    if (known !== null) return known;
    const report = settle();
    await this.write(key, report);
    return report;
  }

  private prefixName(file: FoundFile): string {
    return hash('prefix', this.version, file.path, file.id);
  }

  private place(key: string): string {
    return join(this.folder, `${key}.entry`);
  }

  /** Anything that is wrong with an entry means that there is none. */
  private async read(key: string): Promise<unknown> {
    try {
      const bytes = await this.turns.take(() => readFile(this.place(key)));
      const body = bytes.subarray(checksumBytes);
      if (!createHash('sha1').update(body).digest().equals(bytes.subarray(0, checksumBytes))) return null;
      const now = new Date();
      await utimes(this.place(key), now, now).catch(() => undefined);
      return deserialize(body) as unknown;
    } catch {
      return null;
    }
  }

  /** A cache that cannot be written makes the next reading slow and nothing else. */
  private async write(key: string, value: unknown): Promise<void> {
    const body = serialize(value);
    try {
      this.prepared ??= mkdir(this.folder, { recursive: true, mode: 0o700 });
      await this.prepared;
      const entry = Buffer.concat([createHash('sha1').update(body).digest(), body]);
      await this.turns.take(() => writeWhole(this.place(key), entry));
    } catch {
      return;
    }
  }

  /** Removes the longest unused entries beyond the limit, and what other processes have left half written. */
  async trim(limit = mostBytes): Promise<void> {
    const files = await this.files();
    const abandoned = files.filter(({ name, mtimeMs }) => name.endsWith('.tmp') && mtimeMs < Date.now() - abandonedMs);
    for (const { name } of abandoned) await rm(join(this.folder, name), { force: true });
    const entries = files.filter(({ name }) => name.endsWith('.entry'));
    let total = entries.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size } of entries.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= limit) return;
      await rm(join(this.folder, name), { force: true });
      total -= size;
    }
  }

  private async files(): Promise<{ readonly name: string; readonly size: number; readonly mtimeMs: number }[]> {
    const names = await readdir(this.folder).catch(() => []);
    const found = names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(this.folder, name)).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { name, size, mtimeMs };
    });
    return Promise.all(found);
  }
}

/** What tells a file from another one and from what it was before. */
async function factsOf(file: FoundFile): Promise<string> {
  const { ino, size, mtimeMs } = await stat(diskPath(file.path));
  return [file.id, file.folder ?? '', ino, size, mtimeMs, await samplesOf(file.path, size)].join(' ');
}

function hash(...parts: readonly string[]): string {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}

/** Pieces of a file's first `size` bytes, evenly spread, the very first and last among them. */
async function samplesOf(path: string, size: number): Promise<string> {
  const handle = await open(diskPath(path), 'r');
  try {
    const sum = createHash('sha1');
    const buffer = Buffer.alloc(sampleBytes);
    const last = Math.max(0, size - sampleBytes);
    for (let index = 0; index <= samples; index++) {
      const at = Math.floor((last * index) / samples);
      const { bytesRead } = await handle.read(buffer, 0, Math.min(sampleBytes, size - at), at);
      sum.update(buffer.subarray(0, bytesRead));
      if (last === 0) break;
    }
    return sum.digest('hex');
  } finally {
    await handle.close();
  }
}

let known: string | null = null;

/** Another program may find other things: a bundle is its own version. */
function programVersion(): string {
  known ??=
    basename(__filename) === 'cli.js'
      ? createHash('sha1').update(readFileSync(__filename)).digest('hex')
      : `development ${process.version}`;
  return known;
}
