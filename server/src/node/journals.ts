/** Journal files as sources: those of one machine become one text, which is what a user sees and what lines are counted in. */
import * as path from 'node:path';
import type { JournalEntry, JournalFileInfo } from '../engine/index';
import { isJournal, readJournalEntry } from '../engine/index';
import type { StreamPart } from './byteStream';
import type { Files, OpenFile } from './files';
import { answer } from './journalBytes';
import { isJoinedId, isJournalName, isSplitName, journalId, journalKey } from './journalNames';
import { journalText } from './journalText';
import type { RandomAccess } from './randomAccess';
import type { Stage } from './stage';
import { newStage } from './stage';
import type { Member } from './unpack';
import type { FoundFile } from './walk';

/** Journal files that are one source. */
export interface JournalGroup {
  /** The only file's own id, or `<folder>/<star>.journal`. */
  readonly id: string;
  readonly files: readonly FoundFile[];
}

const headBytes = 64;
/** The way to a line leads through all before it: in larger journals nobody would wait for it. */
const maxSearchedBytes = 256 * 1024 * 1024;
/** Files open at a time. */
const maxOpen = 16;

/** The group of each file that is a journal by its name and its content. */
export async function findJournals(
  found: readonly FoundFile[],
  files: Files,
): Promise<ReadonlyMap<FoundFile, JournalGroup>> {
  const byKey = new Map<string, FoundFile[]>();
  for (const file of found) {
    if (!isJournalName(file.path)) continue;
    const head = await headOf(file.path, files);
    if (!isJournal(head)) continue;
    const isSplit = isSplitName(path.basename(file.path));
    const key = isSplit ? journalKey(path.dirname(file.path), head) : file.path;
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  const groups = new Map<FoundFile, JournalGroup>();
  for (const [key, members] of byKey) {
    const ids = members.map(({ id }) => id);
    const group = { id: journalId(key, ids, byKey), files: members };
    for (const file of members) groups.set(file, group);
  }
  return groups;
}

/** The group of source `id`, one of whose files is `file`; `undefined` when that is no journal. */
export async function journalsAt(file: string, id: string, files: Files): Promise<JournalGroup | undefined> {
  if (!isJournalName(file)) return undefined;
  if (isJoinedId(id)) return journalOf(file, files);
  const found = await facts(file, id, files);
  return found === null ? undefined : (await findJournals([found], files)).get(found);
}

/** The group that a file on disk belongs to, as {@link findJournals} finds it in its folder; `undefined` when it is no journal. */
export async function journalOf(file: string, files: Files): Promise<JournalGroup | undefined> {
  if (!isJournalName(file)) return undefined;
  const folder = path.dirname(file);
  const found: FoundFile[] = [];
  for (const name of (await files.list(folder)).sort()) {
    const one = isJournalName(name) ? await facts(path.join(folder, name), name, files) : null;
    if (one !== null) found.push(one);
  }
  const groups = await findJournals(found, files);
  return [...groups].find(([member]) => member.path === file)?.[1];
}

async function facts(file: string, id: string, files: Files): Promise<FoundFile | null> {
  const { kind, ...known } = await files.targetFacts(file);
  return kind === 'file' ? { id, path: file, ...known } : null;
}

async function headOf(file: string, files: Files): Promise<Uint8Array> {
  const buffer = new Uint8Array(headBytes);
  try {
    const handle = await files.open(file);
    try {
      return buffer.subarray(0, await handle.read(buffer, 0));
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads the file tells why it cannot be read.
    return new Uint8Array(0);
  }
}

/** A group as a source. */
export function journalMember(group: JournalGroup, files: Files): Member {
  const modifiedMs = Math.max(...group.files.map((file) => file.modifiedMs));
  const stage = newStage(group.id, 'journal');
  const stream = groupText(group, files, stage);
  return { id: group.id, modifiedMs, dates: [], stages: [stage], stream, indentContinues: true };
}

/** The entry behind a line of a group's text; `null` when there is none, or when finding it would take long. */
export async function journalEntryAt(group: JournalGroup, files: Files, line: number): Promise<JournalEntry | null> {
  if (group.files.reduce((sum, { size }) => sum + size, 0) > maxSearchedBytes) return null;
  const open = new OpenFiles(files);
  try {
    const sources = open.accessTo(group);
    const reading = readJournalEntry(infosOf(group), line);
    let step = reading.next(new Uint8Array(0));
    while (step.done !== true) step = reading.next(await answer(step.value, sources));
    return step.value;
  } finally {
    await open.close();
  }
}

function infosOf(group: JournalGroup): JournalFileInfo[] {
  return group.files.map(({ path: file, size }) => ({ name: path.basename(file), bytes: size }));
}

async function* groupText(group: JournalGroup, files: Files, stage: Stage): AsyncGenerator<StreamPart> {
  const open = new OpenFiles(files);
  try {
    yield* journalText(infosOf(group), open.accessTo(group), stage);
  } finally {
    await open.close();
  }
}

/** Keeps the files that were read last open. */
class OpenFiles {
  private readonly handles = new Map<string, OpenFile>();

  constructor(private readonly files: Files) {}

  accessTo(group: JournalGroup): RandomAccess[] {
    return group.files.map(({ path: file, size }) => ({
      size,
      read: (position, count) => this.read(file, position, count),
    }));
  }

  private async read(file: string, position: number, count: number): Promise<Uint8Array> {
    const handle = await this.handleOf(file);
    const buffer = new Uint8Array(count);
    let filled = 0;
    // A read may give less than it was asked for before the end.
    while (filled < count) {
      const read = await handle.read(buffer.subarray(filled), position + filled);
      if (read === 0) break;
      filled += read;
    }
    return buffer.subarray(0, filled);
  }

  async close(): Promise<void> {
    for (const handle of this.handles.values()) await handle.close().catch(() => undefined);
    this.handles.clear();
  }

  private async handleOf(file: string): Promise<OpenFile> {
    const known = this.handles.get(file);
    this.handles.delete(file);
    const handle = known ?? (await this.files.open(file));
    this.handles.set(file, handle);
    const [oldest] = this.handles.keys();
    if (this.handles.size > maxOpen && oldest !== undefined) {
      await this.handles.get(oldest)?.close();
      this.handles.delete(oldest);
    }
    return handle;
  }
}
