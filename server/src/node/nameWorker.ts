/** The indexing thread's side: takes a stretch of a file from the main thread, answers with what names stand in it. Others go first. */
import { closeSync, openSync, readSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { NameIndex } from '../engine/index';
import { NameIndexer } from '../engine/index';
import { diskPath } from './diskNames';

/** Tells an indexing thread from any other use of the program. */
export interface NameWorkerSetup {
  readonly causelineIndexer: true;
}

/** To the thread: index the lines that begin here. */
export interface NameRequest {
  readonly path: string;
  readonly from: number;
  /** Lines are taken until so many bytes are; the last one whole. */
  readonly bytes: number;
}

/** Longer lines are not indexed. */
const longestLine = 4 * 1024 * 1024;
const lineFeed = 10;
const lowest = 19;

/** True in a thread that was started to index. */
export function isNameWorker(): boolean {
  return !isMainThread && (workerData as Partial<NameWorkerSetup> | null)?.causelineIndexer === true;
}

/** Serves requests until the main thread ends this one. */
export function serveNames(): void {
  // Only there is the priority one of the thread, not of the process.
  if (process.platform === 'linux') setPriority(lowest);
  const indexer = new NameIndexer();
  parentPort?.on('message', (request: NameRequest) => parentPort?.postMessage(indexStretch(request, indexer)));
}

/** The index of a stretch; `null` when there are no whole lines, or the file is no plain text there. */
export function indexStretch({ path, from, bytes }: NameRequest, indexer: NameIndexer): NameIndex | null {
  const lines = wholeLines(path, from, bytes);
  return lines === null || lines.length === 0 || lines.includes(0) ? null : indexer.index(lines);
}

/** The stretch that was read last; the next one is read over it. */
let room = Buffer.alloc(0);

/** Whole lines of a file; they are valid until the next call. */
function wholeLines(path: string, from: number, bytes: number): Buffer | null {
  if (room.length !== bytes + longestLine) room = Buffer.allocUnsafeSlow(bytes + longestLine);
  const buffer = room;
  let filled = 0;
  try {
    const handle = openSync(diskPath(path), 'r');
    try {
      for (let count = 1; count > 0 && filled < buffer.length; filled += count)
        count = readSync(handle, buffer, filled, buffer.length - filled, from + filled);
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
  const read = buffer.subarray(0, filled);
  const end = read.indexOf(lineFeed, bytes - 1);
  return read.subarray(0, (end < 0 ? read.lastIndexOf(lineFeed) : end) + 1);
}
