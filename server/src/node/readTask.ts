/** What one thread is asked to read, how it does so, and what it answers. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { ReadSource, Scanner, SourceInfo, SourceReader, Stretch, Unread } from '../engine/index';
import { diskFiles } from './files';
import type { JournalGroup } from './journals';
import type { StopSignal } from './readSources';
import { membersOf, Reading } from './readSources';
import type { Stage } from './stage';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';

/** A whole file with all that is in it. */
export interface FileTask {
  readonly kind: 'file';
  readonly file: FoundFile;
  /** The journal that begins with this file. */
  readonly journal: JournalGroup | null;
}

/** A stretch of a large file of plain text. */
export interface StretchTask {
  readonly kind: 'stretch';
  readonly file: FoundFile;
  readonly info: SourceInfo;
  readonly stretch: Stretch;
}

export type ReadTask = FileTask | StretchTask;

/** What was read. */
export interface ReadAnswer {
  readonly sources: readonly ReadSource[];
  readonly unread: readonly Unread[];
  /** Stretches of the sources that may hold evidence and are in no record. */
  readonly losses: number;
  readonly stages: readonly Stage[];
  /** The stretch cannot be read by itself: bytes are missing, or are none. The file must be read in one piece. */
  readonly isBroken: boolean;
}

/** What a thread asks and tells while it reads. */
export interface ReadControl {
  readonly signal: StopSignal;
  /** So many more bytes of files were read. */
  onBytes(count: number): void;
}

/** Does what a task says, in whatever thread. */
export function runTask(task: ReadTask, scanner: Scanner, control: ReadControl): Promise<ReadAnswer> {
  return task.kind === 'file'
    ? readFileTask(task, scanner, control)
    : Promise.resolve(readStretch(task, scanner, control));
}

async function readFileTask({ file, journal }: FileTask, scanner: Scanner, control: ReadControl): Promise<ReadAnswer> {
  const readers: (SourceReader & { settle(): ReadSource })[] = [];
  const unread: Unread[] = [];
  const sink = {
    openSource(info: SourceInfo) {
      const reader = scanner.open(info, null);
      readers.push(reader);
      return reader;
    },
    unread: (item: Unread) => void unread.push(item),
  };
  const reading = new Reading(sink, [file], { signal: control.signal });
  const journals = new Map(journal === null ? [] : [[file, { ...journal, files: [file, ...journal.files.slice(1)] }]]);
  await reading.members(membersOf(file, journals, diskFiles, usualLimits), file.path);
  control.onBytes(file.size);
  const { losses: all, stages } = reading.result(false);
  const losses = all - unread.filter(({ kind }) => kind === 'loss').length;
  return { sources: readers.map((reader) => reader.settle()), unread, losses, stages, isBroken: false };
}

/** Bytes read at a time: few enough to stay in the processor's cache until all has been done with them. */
const pieceBytes = 256 * 1024;

function readStretch({ file, info, stretch }: StretchTask, scanner: Scanner, control: ReadControl): ReadAnswer {
  const reader = scanner.open(info, stretch);
  const buffer = Buffer.allocUnsafe(pieceBytes);
  const piece = new Uint8Array(buffer.buffer, buffer.byteOffset, pieceBytes);
  let position = Math.max(0, stretch.from - 1);
  let handle = -1;
  try {
    handle = openSync(file.path, 'r');
    while (!reader.isDone && !control.signal.aborted) {
      const count = readSync(handle, buffer, 0, pieceBytes, position);
      if (count === 0) {
        if (position < file.size) return broken();
        break;
      }
      // What runs of NUL bytes mean is decided where the whole file is seen.
      if (buffer.subarray(0, count).includes(0)) return broken();
      reader.push(piece.subarray(0, count));
      position += count;
      control.onBytes(count);
    }
  } catch {
    // Whoever reads the file in one piece finds the same fault and tells it.
    return broken();
  } finally {
    if (handle >= 0) closeSync(handle);
  }
  reader.end();
  return { sources: [reader.settle()], unread: [], losses: 0, stages: [], isBroken: false };
}

function broken(): ReadAnswer {
  return { sources: [], unread: [], losses: 0, stages: [], isBroken: true };
}
