/** Gives a search the lines of plain text as they stand, straight from the disk to where they are looked at. */
import { readSync } from 'node:fs';
import type { Pursuit } from '../engine/index';
import { nextTurn } from './readSources';

/** Bytes read at a time: few enough to stay in the processor's cache until they were looked at. */
const pieceBytes = 256 * 1024;
/** After so many bytes others have their turn. */
const turnBytes = 4 * 1024 * 1024;

/** Lets others have their turn now and then while a file is read. */
export class ReadingTurns {
  private read = 0;

  constructor(private readonly signal: { readonly aborted: boolean }) {}

  /** Takes that so much was read; whether nobody wants the rest any more. */
  async isOver(bytes: number): Promise<boolean> {
    this.read += bytes;
    if (this.read >= turnBytes) {
      this.read = 0;
      await nextTurn();
    }
    return this.signal.aborted;
  }
}

/** Where lines begin: in which source, at which byte, behind how many lines. */
interface LinesFrom {
  readonly id: string;
  readonly from: number;
  readonly before: number;
}

/**
 * Gives all lines from a place on; false when NUL bytes stand there: other rules hold for such a text, and others read all of it. What
 * was given until then counts, as its lines are the same.
 */
export async function searchLines(
  handle: number,
  { id, from, before }: LinesFrom,
  pursuit: Pursuit,
  signal: { readonly aborted: boolean } = { aborted: false },
): Promise<boolean> {
  const reader = pursuit.openLines(id);
  if (reader === null) return true;
  const turns = new ReadingTurns(signal);
  reader.skipTo(before);
  for (let at = from; ; ) {
    const room = reader.room(pieceBytes);
    const piece = Buffer.from(room.buffer, room.byteOffset, pieceBytes);
    const count = readSync(handle, piece, 0, pieceBytes, at);
    if (count === 0) break;
    if (piece.subarray(0, count).includes(0)) {
      reader.drop();
      return false;
    }
    reader.put(count);
    at += count;
    if (await turns.isOver(count)) break;
  }
  reader.end();
  return true;
}
