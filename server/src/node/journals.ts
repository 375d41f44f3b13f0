/** Journal files as sources: those of one machine become one text, which is what a user sees and what lines are counted in. */
import * as path from 'node:path';
import type { JournalEntry, JournalFileInfo, JournalGap } from '../engine/index';
import { isJournal, readJournal, readJournalEntry } from '../engine/index';
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import type { Files, OpenFile } from './files';
import { answer } from './journalBytes';
import type { RandomAccess } from './randomAccess';
import { bufferAccess } from './randomAccess';
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
const machineIdAt = 40;
/** A journal inside an archive or a compressed file is kept in memory up to this size; journald itself stops at 128 MiB. */
const maxKeptBytes = 1024 * 1024 * 1024;
/** The way to a line leads through all before it: in larger journals nobody would wait for it. */
const maxSearchedBytes = 256 * 1024 * 1024;
/** Files open at a time. */
const maxOpen = 16;

/** `system.journal`, `system@<id>-<number>-<time>.journal`, `user-1000.journal` and so on: journald splits one journal into them. */
const splitName = /^(?:system|user-\d+)(?:@[^/]*)?\.journal~?$/;
const journalName = /\.journal~?$/;
/** The id of a source that is several files. */
const joinedId = /(?:^|\/)\*(?:\.[0-9a-f]{8})?\.journal$/;

/** The group of each file that is a journal by its name and its content. */
export async function findJournals(
  found: readonly FoundFile[],
  files: Files,
): Promise<ReadonlyMap<FoundFile, JournalGroup>> {
  const byKey = new Map<string, FoundFile[]>();
  for (const file of found) {
    if (!journalName.test(file.path)) continue;
    const head = await headOf(file.path, files);
    if (!isJournal(head)) continue;
    const machine = Buffer.from(head.subarray(machineIdAt, machineIdAt + 16)).toString('hex');
    const isSplit = splitName.test(path.basename(file.path));
    const key = isSplit ? `${path.dirname(file.path)}\0${machine}` : file.path;
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  const groups = new Map<FoundFile, JournalGroup>();
  for (const [key, members] of byKey) {
    const group = { id: groupId(key, members, byKey), files: members };
    for (const file of members) groups.set(file, group);
  }
  return groups;
}

/** The machine's id tells the journals of two machines in one folder apart. */
function groupId(key: string, members: readonly FoundFile[], all: ReadonlyMap<string, readonly FoundFile[]>): string {
  const [first] = members as [FoundFile];
  if (members.length === 1) return first.id;
  const [folder, machine = ''] = key.split('\0');
  const machines = [...all].filter(([other, { length }]) => length > 1 && other.startsWith(`${folder}\0`)).length;
  const name = machines === 1 ? '*.journal' : `*.${machine.slice(0, 8)}.journal`;
  return `${first.id.slice(0, first.id.lastIndexOf('/') + 1)}${name}`;
}

/** The group of source `id`, one of whose files is `file`; `undefined` when that is no journal. */
export async function journalsAt(file: string, id: string, files: Files): Promise<JournalGroup | undefined> {
  if (!journalName.test(file)) return undefined;
  if (joinedId.test(id)) return journalOf(file, files);
  const found = await facts(file, id, files);
  return found === null ? undefined : (await findJournals([found], files)).get(found);
}

/** The group that a file on disk belongs to, as {@link findJournals} finds it in its folder; `undefined` when it is no journal. */
export async function journalOf(file: string, files: Files): Promise<JournalGroup | undefined> {
  if (!journalName.test(file)) return undefined;
  const folder = path.dirname(file);
  const found: FoundFile[] = [];
  for (const name of (await files.list(folder)).sort()) {
    const one = journalName.test(name) ? await facts(path.join(folder, name), name, files) : null;
    if (one !== null) found.push(one);
  }
  const groups = await findJournals(found, files);
  return [...groups].find(([member]) => member.path === file)?.[1];
}

async function facts(file: string, id: string, files: Files): Promise<FoundFile | null> {
  const { kind, size, modifiedMs } = await files.targetFacts(file);
  return kind === 'file' ? { id, path: file, size, modifiedMs } : null;
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
  const stage = newStage('journal');
  const stream = groupText(group, files, stage);
  return { id: group.id, modifiedMs, dates: [], stages: [stage], stream, indentContinues: true };
}

/** A journal that was told by its content only, or comes as a stream (a member of an archive), as a source. */
export function journalContent(member: Member, stream: ByteStream): Member {
  const stage = newStage('journal');
  const name = member.id.slice(member.id.lastIndexOf('/') + 1);
  const text =
    member.access === undefined
      ? streamText(name, stream, stage)
      : journalText([{ name, bytes: member.access.size }], [member.access], stage);
  return { ...member, stages: [...member.stages, stage], stream: text, indentContinues: true };
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

async function* streamText(name: string, stream: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    if (!('bytes' in part)) yield part;
    else {
      length += part.bytes.length;
      if (length <= maxKeptBytes) pieces.push(Uint8Array.from(part.bytes));
    }
  }
  const bytes = Buffer.concat(pieces);
  yield* journalText([{ name, bytes: bytes.length }], [bufferAccess(bytes)], stage);
  if (length === bytes.length) return;
  stage.taken += length - bytes.length;
  stage.lost += length - bytes.length;
  const reason = {
    en: `a journal of ${length} bytes inside a packed file is read up to ${bytes.length} bytes: unpack it first`,
    zh: `压缩文件中的日志文件有 ${length} 字节，只读取前 ${bytes.length} 字节：请先解压`,
  };
  yield { gap: { kind: 'loss', bytes: 0, reason, retry: false } };
}

async function* journalText(
  infos: readonly JournalFileInfo[],
  sources: readonly RandomAccess[],
  stage: Stage,
): AsyncGenerator<StreamPart> {
  const reading = readJournal(infos);
  const nothing = new Uint8Array(0);
  let step = reading.next(nothing);
  while (step.done !== true) {
    const { value } = step;
    if (value.kind === 'text') {
      stage.given += value.bytes.length;
      yield { bytes: value.bytes, tie: value.tie };
    } else if (value.kind === 'gap') yield { gap: toGap(value) };
    step = reading.next(value.kind === 'read' || value.kind === 'decode' ? await answer(value, sources) : nothing);
  }
  for (const { fileBytes, account } of step.value.files) {
    stage.taken += fileBytes;
    stage.lost += account.lost;
    stage.padding += account.unused;
  }
}

function toGap({ cost, reason, retry, start, end }: JournalGap): StreamGap {
  return { kind: cost, bytes: 0, reason, retry, packed: { form: 'journal', start, end } };
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
