/**
 * Remembers on disk which files were being read when a server died, so that a file that ends it every time keeps it from reading the
 * others only twice: what it was reading at its first death is read alone and last, and what it was reading at its second is left out.
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { Localized } from '../engine/index';
import { uniqueName } from './crypto';
import { EntryStore, entryName } from './entryStore';
import { onlyOwn, readOwnNow } from './ownership';

/** Deaths after which a file is left out. */
const mostDeaths = 2;
const suffix = '.reading';
/** Clocks are set by less; a machine that was started anew is away for longer. */
const sameStartMs = 30_000;

/** Why a file is left out, and what to do about it. */
export const deadly: Localized = {
  en: 'left out, because the server has ended twice while it read this; "Read Logs Again" tries it once more',
  zh: '已跳过：读取此文件时服务器两次异常退出；可用“重新读取日志”再试一次',
};

/** First line of a note: who writes it, and when the machine was started. */
interface Writer {
  readonly pid: number;
  readonly startedMs: number;
}

/** Notes of readings that are under way in this process. */
const open = new Set<string>();
let isFailing = false;

/** A process that ends in order leaves no note behind. */
function watchTheEnd(): void {
  if (process.listeners('exit').includes(removeNotes)) return;
  process.on('uncaughtExceptionMonitor', () => {
    isFailing = true;
  });
  process.on('exit', removeNotes);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

function removeNotes(): void {
  if (isFailing) return;
  for (const note of open) rmSync(note, { force: true });
}

/** What one reading knows of files that ended the server, and where it says which ones it has begun. */
export class Deaths {
  private note: { readonly file: string; readonly handle: number } | null = null;

  private constructor(
    private readonly folder: string,
    private readonly entries: EntryStore,
    /** Deaths while a file was read, by its path. */
    private readonly counts: Map<string, number>,
  ) {}

  /** Takes the notes that dead servers have left in a folder; `forgives`: what was left out is tried once more. */
  static async in(folder: string, forgives: boolean): Promise<Deaths> {
    const entries = new EntryStore(folder);
    const kept = await entries.read(entryName('deaths'));
    const deaths = new Deaths(folder, entries, kept instanceof Map ? kept : new Map());
    const died = leftBehind(folder);
    for (const path of died) deaths.counts.set(path, (deaths.counts.get(path) ?? 0) + 1);
    const forgiven = forgives ? [...deaths.counts].filter(([, count]) => count >= mostDeaths) : [];
    for (const [path] of forgiven) deaths.counts.set(path, mostDeaths - 1);
    if (died.length > 0 || forgiven.length > 0) await deaths.keep();
    return deaths;
  }

  /** True for a file that has ended servers more than once. */
  isDeadly(path: string): boolean {
    return (this.counts.get(path) ?? 0) >= mostDeaths;
  }

  /** True for a file that may have ended a server: it is read when no other one is. */
  isSuspect(path: string): boolean {
    return this.counts.has(path);
  }

  /** Says that a file is going to be read. */
  begin(path: string): void {
    this.say('+', path);
  }

  /** Says that it was read. */
  end(path: string): void {
    this.say('-', path);
    this.counts.delete(path);
  }

  /** Ends the reading. */
  async close(): Promise<void> {
    if (this.note === null) return;
    const { file, handle } = this.note;
    this.note = null;
    closeSync(handle);
    rmSync(file, { force: true });
    open.delete(file);
    await this.keep();
  }

  private keep(): Promise<void> {
    return this.entries.write(entryName('deaths'), this.counts);
  }

  /** It must be on its way to the disk before the file is touched; where it cannot be written nothing is remembered. */
  private say(sign: '+' | '-', path: string): void {
    try {
      this.note ??= this.newNote();
      writeSync(this.note.handle, `${sign}${JSON.stringify(path)}\n`);
    } catch {
      return;
    }
  }

  private newNote(): NonNullable<Deaths['note']> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${uniqueName()}${suffix}`);
    const handle = openSync(file, 'ax', onlyOwn);
    open.add(file);
    watchTheEnd();
    const writer: Writer = { pid: process.pid, startedMs: machineStartMs() };
    writeSync(handle, `${JSON.stringify(writer)}\n`);
    return { file, handle };
  }
}

function machineStartMs(): number {
  return Date.now() - uptime() * 1000;
}

/** Paths that were being read by processes which are no more; their notes are taken away. */
function leftBehind(folder: string): string[] {
  const died = new Set<string>();
  for (const name of notesIn(folder)) for (const path of takeNote(join(folder, name))) died.add(path);
  return [...died];
}

function notesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(suffix));
  } catch {
    return [];
  }
}

/** Paths in the note of a dead process; a note that cannot be read or taken says nothing. */
function takeNote(note: string): string[] {
  try {
    const [head = '', ...lines] = readOwnNow(note)?.toString().split('\n') ?? [];
    const { pid, startedMs } = JSON.parse(head) as Writer;
    const isSameStart = Math.abs(startedMs - machineStartMs()) < sameStartMs;
    const isOurs = open.has(note);
    if (isOurs || (isSameStart && pid !== process.pid && isAlive(pid))) return [];
    // Another server that looks at the same time finds it gone.
    const taken = `${note}.tmp`;
    renameSync(note, taken);
    rmSync(taken, { force: true });
    // A machine that was switched off says nothing about a file.
    return isSameStart ? unfinished(lines) : [];
  } catch {
    return [];
  }
}

function unfinished(lines: readonly string[]): string[] {
  const begun = new Set<string>();
  for (const line of lines) {
    if (line.startsWith('+')) begun.add(JSON.parse(line.slice(1)) as string);
    else if (line.startsWith('-')) begun.delete(JSON.parse(line.slice(1)) as string);
  }
  return [...begun];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
