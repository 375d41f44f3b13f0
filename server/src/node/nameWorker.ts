/** The indexing thread's side: takes a stretch of a file from the main thread, answers with what names stand in it. Others go first. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { NameIndex } from '../engine/index';
import { NameIndexer } from '../engine/index';
import { diskPath } from './diskNames';
import { fastNameTables } from './fastNames';

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

/** Bytes read at a time: few enough to stay in the processor's cache until all has been done with them. */
const pieceBytes = 256 * 1024;
/** Longer lines are not indexed. */
const longestLine = 32 * 1024 * 1024;
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
  const indexer = new NameIndexer(fastNameTables());
  parentPort?.on('message', (request: NameRequest) => parentPort?.postMessage(indexStretch(request, indexer)));
}

/** The index of a stretch; `null` when there are no whole lines, or the file is no plain text there. */
export function indexStretch(request: NameRequest, indexer: NameIndexer): NameIndex | null {
  try {
    const handle = openSync(diskPath(request.path), 'r');
    try {
      return indexLines(handle, request, indexer);
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}

function indexLines(handle: number, { from, bytes }: NameRequest, indexer: NameIndexer): NameIndex | null {
  indexer.begin(Math.min(bytes, fstatSync(handle).size - from));
  let taken = 0;
  /** Bytes behind what was taken. */
  let filled = 0;
  while (taken < bytes && filled < longestLine) {
    const room = indexer.room(filled + pieceBytes);
    const count = readSync(handle, room, filled, pieceBytes, from + taken + filled);
    if (count === 0) break;
    filled += count;
    const lines = wholeLines(room, filled, bytes - taken);
    if (Buffer.from(room.buffer, room.byteOffset, lines).includes(0)) return null;
    indexer.add(lines);
    room.copyWithin(0, lines, filled);
    taken += lines;
    filled -= lines;
  }
  return taken === 0 ? null : indexer.end();
}

/** How many of the bytes are whole lines; no more of them than it takes to have as many bytes as are wanted. */
function wholeLines(room: Uint8Array, filled: number, wanted: number): number {
  const bytes = room.subarray(0, filled);
  const end = wanted > filled ? -1 : bytes.indexOf(lineFeed, wanted - 1);
  return (end < 0 ? bytes.lastIndexOf(lineFeed) : end) + 1;
}
