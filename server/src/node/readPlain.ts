/** Reads plain text straight from the disk to where its reader looks at it, the next piece while one is looked at where a processor is free for that. */
import { closeSync, openSync, read, readSync } from 'node:fs';
import type { ReadSource, StretchReader } from '../engine/index';
import { contentOf, headBytes } from './content';
import { diskPath } from './diskNames';
import { nextTurn } from './readSources';
import type { ReadControl } from './readTask';
import type { FoundFile } from './walk';

/** Bytes read at a time: few enough to stay in the processor's cache until all has been done with them. */
const pieceBytes = 256 * 1024;
/** Another processor's cache is not this one's, and each piece that comes from there costs a turn of the event loop. */
const aheadBytes = 1024 * 1024;
/** Between so many pieces others have their turn. */
const piecesInTurn = 4;
/** Of what follows a stretch only the first lines are needed. */
const behindBytes = 64 * 1024;

/** True for text in UTF-8 without a mark: the file is what it says, byte by byte. */
export function isPlainText(head: Uint8Array): boolean {
  const content = contentOf(head);
  return content.kind === 'text' && content.encoding === 'utf-8';
}

/**
 * Reads a file of plain text from `from` on, and little beyond `to`; `null` when it is none after all: what missing bytes and runs
 * of NUL bytes mean is decided where every kind of file is read.
 */
export async function readPlain(
  file: FoundFile,
  open: () => StretchReader,
  { from, to }: { readonly from: number; readonly to: number },
  control: ReadControl,
): Promise<ReadSource | null> {
  let position = from;
  let handle = -1;
  let reader: StretchReader | null = null;
  let ahead: Promise<number> | null = null;
  const wanted = (most: number): number => {
    const left = Math.max(headBytes, file.size - position);
    return Math.min(most, left, position < to ? Math.max(behindBytes, to - position) : behindBytes);
  };
  try {
    // Of thousands of small files each gives way to others, too.
    await nextTurn();
    handle = openSync(diskPath(file.path), 'r');
    let piece: Uint8Array = new Uint8Array(wanted(pieceBytes));
    let count = readSync(handle, piece, 0, piece.length, position);
    for (let pieces = 1; count > 0; pieces++) {
      if (position === 0 && !isPlainText(piece.subarray(0, Math.min(count, headBytes)))) return null;
      if (reader === null) {
        reader = open();
        reader.room(count).set(piece.subarray(0, count));
      }
      reader.put(count);
      position += count;
      if (control.readsAhead && position < file.size) {
        piece = reader.room(wanted(aheadBytes));
        ahead = readLater(handle, piece, position);
      }
      reader.look();
      if (reader.hasNul) break;
      control.onBytes(count);
      if (reader.isDone || control.signal.aborted) break;
      if (ahead !== null) {
        count = await ahead;
        ahead = null;
      } else {
        if (pieces % piecesInTurn === 0) await nextTurn();
        piece = reader.room(wanted(pieceBytes));
        count = readSync(handle, piece, 0, piece.length, position);
      }
    }
    if (count === 0 && position < file.size) return null;
  } catch {
    return null;
  } finally {
    // Nothing is written any more to where the next reader puts its bytes.
    await ahead?.catch(() => 0);
    if (handle >= 0) closeSync(handle);
  }
  // An empty file is a source, too.
  reader ??= open();
  reader.end();
  return reader.hasNul ? null : reader.settle();
}

/** Has bytes read while this thread does something else. */
function readLater(handle: number, into: Uint8Array, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(handle, into, 0, into.length, position, (error, count) => (error === null ? resolve(count) : reject(error)));
  });
}
