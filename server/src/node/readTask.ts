/** What one thread is asked to read, how it does so, and what it answers. */
import type { ReadSource, Scanner, SourceInfo, StampKindCode, Stretch, StretchReader, Unread } from '../engine/index';
import type { ByteStream, StreamPart } from './byteStream';
import { contentOf, headBytes } from './content';
import { Feed } from './feed';
import { fileMember } from './fileMember';
import { diskFiles } from './files';
import type { Print } from './fingerprint';
import type { JournalGroup } from './journals';
import { isPlainText, readPlain } from './readPlain';
import type { StopSignal } from './readSources';
import { infoOf, membersOf, Reading } from './readSources';
import type { SharedStream } from './sharedStream';
import { breakStream, giveStream, takeStream } from './sharedStream';
import type { Stage } from './stage';
import { newStage } from './stage';
import type { Member, UnpackLimits } from './unpack';
import { unpack } from './unpack';
import type { FoundFile } from './walk';

/** A whole file with all that is in it. */
export interface FileTask {
  readonly kind: 'file';
  readonly file: FoundFile;
  /** The journal that begins with this file. */
  readonly journal: JournalGroup | null;
  readonly limits: UnpackLimits;
  /** True when it is packed and this is what takes longest: another thread that has nothing to do decodes it. */
  readonly wantsHelp: boolean;
  /** What the other thread decodes. */
  readonly shared?: SharedStream;
}

/** The other half of a {@link FileTask}: decoding. */
export interface DecodeTask {
  readonly kind: 'decode';
  readonly file: FoundFile;
  readonly shared: SharedStream;
}

/** A stretch of a large file of plain text. */
export interface StretchTask {
  readonly kind: 'stretch';
  readonly file: FoundFile;
  readonly info: SourceInfo;
  readonly stretch: Stretch;
}

/** A look at the beginning of a large file: whether it may be read in stretches. */
export interface ProbeTask {
  readonly kind: 'probe';
  readonly file: FoundFile;
  readonly info: SourceInfo;
}

export type ReadTask = FileTask | DecodeTask | StretchTask | ProbeTask;

/** What was read. */
export interface ReadAnswer {
  readonly sources: readonly ReadSource[];
  /** What is kept of each one's text; `null` for a file of plain text. */
  readonly prints: readonly (Print | null)[];
  readonly unread: readonly Unread[];
  /** Stretches of the sources that may hold evidence and are in no record. */
  readonly losses: number;
  readonly stages: readonly Stage[];
  /** The stretch cannot be read by itself: bytes are missing, or are none. The file must be read in one piece. */
  readonly isBroken: boolean;
  /** Of a {@link ProbeTask}: the kind of the first stamp; absent when the file must be read in one piece. */
  readonly firstKind?: StampKindCode;
}

/** What a thread asks and tells while it reads. */
export interface ReadControl {
  readonly signal: StopSignal;
  /** Files are read by Node's own threads while this one looks at what was read: a processor is free for them. */
  readonly readsAhead: boolean;
  /** So many more bytes of files were read. */
  onBytes(count: number): void;
}

/** The answer where nothing could be read. */
export const nothingRead: ReadAnswer = { sources: [], prints: [], unread: [], losses: 0, stages: [], isBroken: true };

/** Does what a task says, in whatever thread. */
export async function runTask(task: ReadTask, scanner: Scanner, control: ReadControl): Promise<ReadAnswer> {
  if (task.kind === 'stretch') {
    const { file, info, stretch } = task;
    const range = { from: Math.max(0, stretch.from - 1), to: stretch.to ?? Number.POSITIVE_INFINITY };
    const source = await readPlain(file, () => scanner.open(info, stretch), range, control);
    return source === null ? nothingRead : answerOf(source);
  }
  if (task.kind === 'probe') {
    const firstKind = await probe(task, scanner);
    return firstKind === null ? nothingRead : { ...nothingRead, firstKind };
  }
  if (task.kind === 'decode') {
    await decode(task, control);
    return nothingRead;
  }
  const { file, journal } = task;
  if (journal === null) {
    const open = (): StretchReader => scanner.open(infoOf(fileMember(file, diskFiles)), null);
    const source = await readPlain(file, open, { from: 0, to: Number.POSITIVE_INFINITY }, control);
    if (source !== null) return answerOf(source);
  }
  return readPacked(task, scanner, control);
}

/** The answer about a file of plain text. */
export function answerOf(source: ReadSource): ReadAnswer {
  return { sources: [source], prints: [null], unread: [], losses: 0, stages: [], isBroken: false };
}

/** A file's first bytes; `null` when it cannot be read. */
export async function readHead(path: string, count: number): Promise<Uint8Array | null> {
  try {
    const handle = await diskFiles.open(path);
    try {
      const head = new Uint8Array(count);
      return head.subarray(0, await handle.read(head, 0));
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** The kind of the first stamp of plain text; `null` for anything else. */
async function probe({ file, info }: ProbeTask, scanner: Scanner): Promise<StampKindCode | null> {
  const head = await readHead(file.path, probeBytes);
  return head !== null && isPlainText(head.subarray(0, headBytes)) ? scanner.probe(info, head) : null;
}

const probeBytes = 256 * 1024;
/** Reads a file of any kind, with all that is in it. */
async function readPacked(
  { file, journal, limits, shared }: FileTask,
  scanner: Scanner,
  control: ReadControl,
): Promise<ReadAnswer> {
  const sources: ReadSource[] = [];
  const unread: Unread[] = [];
  let latest: StretchReader | null = null;
  // A reader holds room to read in, which an archive of a hundred thousand members cannot have for each of them.
  const settleLatest = (): void => {
    if (latest !== null) sources.push(latest.settle());
  };
  const sink = {
    openSource(info: SourceInfo) {
      settleLatest();
      latest = scanner.open(info, null);
      return latest;
    },
    unread: (item: Unread) => void unread.push(item),
  };
  const reading = new Reading(sink, [file], { signal: control.signal });
  if (journal !== null) {
    const journals = new Map([[file, { ...journal, files: [file, ...journal.files.slice(1)] }]]);
    await reading.members(membersOf(file, journals, diskFiles, limits), file.path);
    control.onBytes(file.size);
  } else if (shared !== undefined) {
    const decodedElsewhere = (stage: Stage): ByteStream => takeStream(shared, stage, control.signal);
    await reading.members(unpack({ ...fileMember(file, diskFiles), decodedElsewhere }, limits), file.path);
  } else {
    const count = new ByteCount(control);
    await reading.members(unpack(counted(file, count), limits), file.path);
    count.reach(file.size);
  }
  const { losses: all, stages } = reading.result(false);
  const losses = all - unread.filter(({ kind }) => kind === 'loss').length;
  settleLatest();
  const prints = sources.map(({ info }) => reading.printOf(info.id));
  return { sources, prints, unread, losses, stages, isBroken: false };
}

/** Decodes a packed file for the thread that reads what comes out. */
async function decode({ file, shared }: DecodeTask, control: ReadControl): Promise<void> {
  const count = new ByteCount(control);
  const feed = new Feed(counted(file, count).stream);
  try {
    await feed.fill(headBytes);
    const content = contentOf(new Uint8Array(feed.peek(headBytes)));
    if (content.kind !== 'packed') breakStream(shared);
    else {
      const stage = newStage(file.id, content.form);
      await giveStream(shared, content.decode(feed.parts(), stage), stage);
    }
  } finally {
    await feed.close();
    count.reach(file.size);
  }
}

/** How much of a file was read so far. */
class ByteCount {
  private bytes = 0;

  constructor(private readonly control: ReadControl) {}

  add(count: number): void {
    this.bytes += count;
    this.control.onBytes(count);
  }

  /** What was not read as a stream, or not at all, is done with too. */
  reach(size: number): void {
    if (this.bytes < size) this.add(size - this.bytes);
  }
}

/** The file, its bytes counted when they are read as a stream. */
function counted(file: FoundFile, count: ByteCount): Member {
  const member = fileMember(file, diskFiles);
  async function* stream(): AsyncGenerator<StreamPart> {
    for await (const part of member.stream) {
      if ('bytes' in part) count.add(part.bytes.length);
      yield part;
    }
  }
  return { ...member, stream: stream() };
}
