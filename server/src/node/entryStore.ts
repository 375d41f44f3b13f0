/** Values kept on disk by name, each with a checksum: what is damaged is not there. Bounded in size; several processes may share one. */
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { newHash } from './crypto';
import { isOwn, onlyOwn, openKept } from './ownership';
import { programVersion } from './programVersion';
import { Turns } from './turns';
import { writeWhole } from './writeWhole';

/** Entries together take no more; the longest unused go first. */
const mostBytes = 1024 * 1024 * 1024;
const checksumBytes = 20;
/** A file that was not written to its end is left behind by a process that was killed; younger ones may still be written. */
const abandonedMs = 60 * 60 * 1000;
/** Entries read and written at a time. */
const mostOpen = 32;

/** Values by name; what is read is the reader's own copy. */
export interface Entries {
  /** The value of that name; anything that is wrong with an entry means that there is none. */
  read(name: string): Promise<unknown>;
  /** Keeps a value in place of the one of that name; where that fails the next reading is slow and nothing else. */
  write(name: string, value: unknown): Promise<void>;
  /** Forgets the value of that name. */
  remove(name: string): Promise<void>;
  /** Removes the longest unused entries beyond the limit. */
  trim(limit?: number): Promise<void>;
}

/** Entries of one folder. */
export class EntryStore implements Entries {
  private prepared: Promise<unknown> | null = null;

  constructor(
    private readonly folder: string,
    private readonly turns = new Turns(mostOpen),
  ) {}

  async read(name: string): Promise<unknown> {
    try {
      const bytes = await this.turns.take(() => readOwn(this.place(name)));
      if (bytes === null) return null;
      const body = bytes.subarray(checksumBytes);
      if (!newHash('sha1').update(body).digest().equals(bytes.subarray(0, checksumBytes))) return null;
      const now = new Date();
      await utimes(this.place(name), now, now).catch(() => undefined);
      return deserialize(body) as unknown;
    } catch {
      return null;
    }
  }

  async write(name: string, value: unknown): Promise<void> {
    const body = serialize(value);
    try {
      this.prepared ??= mkdir(this.folder, { recursive: true, mode: 0o700 });
      await this.prepared;
      const entry = Buffer.concat([newHash('sha1').update(body).digest(), body]);
      await this.turns.take(() => writeWhole(this.place(name), entry, onlyOwn));
    } catch {
      return;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.place(name), { force: true }).catch(() => undefined);
  }

  /** Removes also what other processes have left half written. */
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

  private place(name: string): string {
    return join(this.folder, `${name}.entry`);
  }
}

/** The bytes of a file that nobody else could have written; `null` for any other. */
async function readOwn(file: string): Promise<Buffer | null> {
  const handle = await open(file, openKept);
  try {
    const facts = await handle.stat();
    return facts.isFile() && isOwn(facts) ? await handle.readFile() : null;
  } finally {
    await handle.close();
  }
}

/** Name of an entry that belongs to some texts and to this program; another program may find other things. */
export function entryName(...parts: readonly string[]): string {
  const sum = newHash('sha1').update(programVersion()).update('\0');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}
