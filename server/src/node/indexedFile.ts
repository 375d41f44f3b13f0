/** A plain file with what names stand where in it, as far as that is known: gives a search the lines that may matter to it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { NameIndex, Pursuit } from '../engine/index';
import { diskPath } from './diskNames';
import { nextTurn } from './readSources';
import { samplesOf } from './samples';

const pieceBytes = 64 * 1024;
/** After so many bytes others have their turn. */
const turnBytes = 4 * 1024 * 1024;

/** A stretch of whole lines with its index, as it is kept on disk. */
export interface IndexedStretch {
  readonly from: number;
  readonly index: NameIndex;
  /** Of the file's bytes there. */
  readonly samples: string;
}

/** A file that is indexed from its beginning up to {@link end}. */
export class IndexedFile {
  readonly stretches: IndexedStretch[] = [];
  /** What the disk said of the file when it was last known to begin with what is indexed. */
  private seen = '';
  /** Of all that is indexed; unknown while more is being indexed. */
  private samples: string | null = null;

  constructor(readonly path: string) {}

  /** Where the first line begins that is not indexed. */
  get end(): number {
    return endOf(this.stretches);
  }

  /** Memory that the indexes take. */
  get indexBytes(): number {
    return this.stretches.reduce((sum, { index }) => sum + sizeOf(index), 0);
  }

  /** From now on the file is what it was when the disk said `facts` of it. */
  trust(facts: string): void {
    this.seen = facts;
    this.samples = null;
  }

  /** Remembers what is indexed, so that it is recognised when the file has grown; false when it changed while it was read. */
  async seal(): Promise<boolean> {
    if ((await factsOf(this.path)).text !== this.seen) {
      for (const { from, index, samples } of this.stretches)
        if ((await samplesOf(this.path, from, from + index.bytes)) !== samples) return false;
    }
    this.samples = await samplesOf(this.path, 0, this.end);
    return true;
  }

  /** Whether the file, of which the disk says `facts`, still begins with what is indexed. */
  async isAsIndexed(facts: string): Promise<boolean> {
    if (facts === this.seen) return true;
    if (this.samples === null || (await samplesOf(this.path, 0, this.end)) !== this.samples) return false;
    this.seen = facts;
    return true;
  }

  /** Gives the lines that may mention what is looked for; false when the file is not what it was, and nothing was given. */
  async search(id: string, pursuit: Pursuit, signal: { readonly aborted: boolean }): Promise<boolean> {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    const handle = openSync(diskPath(this.path), 'r');
    try {
      const facts = fstatSync(handle);
      const { size } = facts;
      if (!(await this.isAsIndexed(toText(facts)))) return false;
      // More may be indexed while others have their turn.
      const stretches = [...this.stretches];
      const end = endOf(stretches);
      if (holdsNul(handle, end, size, buffer)) return false;
      const reader = pursuit.openSource({ id });
      let lines = 0;
      let read = 0;
      const give = async (from: number, to: number): Promise<void> => {
        for (const piece of piecesOf(handle, from, to, buffer)) {
          reader.push(piece);
          read += piece.length;
          if (read < turnBytes) continue;
          read = 0;
          await nextTurn();
          if (signal.aborted) return;
        }
      };
      for (const { from, index } of stretches) {
        for (const stretch of pursuit.lookUp(index)) {
          if (signal.aborted) break;
          reader.skipTo(lines + stretch.before);
          await give(from + stretch.from, from + stretch.to);
        }
        lines += index.lines;
      }
      reader.skipTo(lines);
      if (!signal.aborted) await give(end, size);
      reader.end();
      return true;
    } finally {
      closeSync(handle);
    }
  }
}

function endOf(stretches: readonly IndexedStretch[]): number {
  const last = stretches[stretches.length - 1];
  return last === undefined ? 0 : last.from + last.index.bytes;
}

function sizeOf({ starts, before, buckets, places }: NameIndex): number {
  return starts.byteLength + before.byteLength + buckets.byteLength + places.byteLength;
}

/** What changes when a file does. */
export async function factsOf(path: string): Promise<{ readonly text: string; readonly size: number }> {
  const facts = await stat(diskPath(path));
  return { text: toText(facts), size: facts.size };
}

function toText({
  ino,
  size,
  mtimeMs,
}: {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}): string {
  return `${ino} ${size} ${mtimeMs}`;
}

/** Other rules hold for text with NUL bytes in it; what is indexed has none. */
function holdsNul(handle: number, from: number, to: number, buffer: Buffer): boolean {
  for (const piece of piecesOf(handle, from, to, buffer)) if (piece.includes(0)) return true;
  return false;
}

/** The bytes of `[from, to)`, as far as they are there; a piece is valid until the next one. */
function* piecesOf(handle: number, from: number, to: number, buffer: Buffer): Generator<Buffer> {
  for (let at = from; at < to; ) {
    const count = readSync(handle, buffer, 0, Math.min(buffer.length, to - at), at);
    if (count === 0) return;
    yield buffer.subarray(0, count);
    at += count;
  }
}
