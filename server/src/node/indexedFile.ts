/** A plain file with what names stand where in it, as far as that is known: gives a search the lines that may matter to it, and finds lines by their numbers. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IndexedStretch, IndexedText, NameIndex, Pursuit } from '../engine/index';
import { TextNames } from '../engine/index';
import { diskPath } from './diskNames';
import type { WantedLines } from './readLines';
import { firstBeyond, linesOfPieces } from './readLines';
import { samplesOf } from './samples';
import { ReadingTurns, searchLines } from './searchLines';

/** Of lines that are looked up by number, so much is read at a time: seldom more than one is wanted. */
const linePieceBytes = 8 * 1024;
/** Lines further behind what is indexed are found by others. */
const mostBehindBytes = 1024 * 1024;
/** What is read to find a screenful, and nearly always what is read to find all lines, fits. */
const keptBytes = 2 * 1024 * 1024;

/** A stretch of a file with its index, as it is kept on disk. */
export interface FileStretch extends IndexedStretch {
  /** Of the file's bytes there. */
  readonly samples: string;
}

/** A file that is indexed from its beginning up to {@link end}. */
export class IndexedFile {
  readonly names = new TextNames<FileStretch>();
  /** What the disk said of the file when it was last known to begin with what is indexed. */
  private seen = '';
  /** Of all that is indexed; unknown while more is being indexed. */
  private samples: string | null = null;

  constructor(readonly path: string) {}

  /** Where the first line begins that is not indexed. */
  get end(): number {
    return this.names.end;
  }

  /** Memory that the indexes take. */
  get indexBytes(): number {
    return this.names.stretches.reduce((sum, { index }) => sum + sizeOf(index), 0);
  }

  /** From now on the file is what it was when the disk said `facts` of it. */
  trust(facts: string): void {
    this.seen = facts;
    this.samples = null;
  }

  /** Remembers what is indexed, so that it is recognised when the file has grown; false when it changed while it was read. */
  async seal(): Promise<boolean> {
    if ((await factsOf(this.path)).text !== this.seen) {
      for (const { from, index, samples } of this.names.stretches)
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

  /** Gives the lines that may mention what is looked for; false when the file is not what it was, or no plain text: then others read all of it. */
  async search(
    id: string,
    pursuit: Pursuit,
    kept: KeptBlocks,
    signal: { readonly aborted: boolean },
  ): Promise<boolean> {
    const handle = openSync(diskPath(this.path), 'r');
    try {
      const facts = fstatSync(handle);
      if (!(await this.isAsIndexed(toText(facts)))) return false;
      // More may be indexed while others have their turn: what there is now counts.
      const places = pursuit.lookUp(this.names);
      const turns = new ReadingTurns(signal);
      for (let place = places.next(); place !== null; place = places.next()) {
        const bytes = kept.ownedBy(pursuit).read(this.path, handle, place.from, place.to);
        pursuit.look(id, bytes, place.names, place.before);
        if (await turns.isOver(bytes.length)) return true;
      }
      const { end: from, lines: before } = places;
      // A search of all bytes costs more to prepare than all that was looked up.
      if (from === facts.size) return true;
      return await searchLines(handle, { id, from, before }, pursuit, signal);
    } finally {
      closeSync(handle);
    }
  }

  /** Lines by their numbers as text, as far as `maxBytes` go; `null` when they are not to be found by what is indexed. */
  async lines(wanted: WantedLines, maxBytes: number): Promise<string | null> {
    const handle = openSync(diskPath(this.path), 'r');
    try {
      const facts = fstatSync(handle);
      if (!(await this.isAsIndexed(toText(facts)))) return null;
      const { from, before, isIndexed } = placeOfLine(this.names, wanted.first);
      if (!isIndexed && facts.size - from > mostBehindBytes) return null;
      const pieces = piecesOf(handle, from, facts.size, Buffer.allocUnsafe(linePieceBytes));
      return linesOfPieces(pieces, before, wanted, maxBytes);
    } finally {
      closeSync(handle);
    }
  }

  /** The file as a text whose names are indexed, and how to close it; `null` when it is not what it was. */
  async open(id: string, kept: KeptBlocks): Promise<{ readonly text: IndexedText; close(): void } | null> {
    const handle = openSync(diskPath(this.path), 'r');
    const facts = fstatSync(handle);
    if (!(await this.isAsIndexed(toText(facts)))) {
      closeSync(handle);
      return null;
    }
    const read = (from: number, to: number): Buffer => kept.read(this.path, handle, from, to);
    const text = { id, names: this.names, isWhole: this.end === facts.size, read };
    return { text, close: () => closeSync(handle) };
  }
}

/** Blocks of files that a search may ask for again a moment later, when it goes on with the names that they revealed. */
export class KeptBlocks {
  private room: Buffer | null = null;
  private taken = 0;
  private readonly known = new Map<string, Map<number, Buffer>>();
  private owner: object | null = null;

  /** Gives up what was kept for others. */
  ownedBy(search: object): this {
    if (this.owner === search) return this;
    this.owner = search;
    this.taken = 0;
    this.known.clear();
    return this;
  }

  /** The bytes `[from, to)` of a file, as far as they are there; valid until the next call. */
  read(path: string, handle: number, from: number, to: number): Buffer {
    const ofFile = this.known.get(path) ?? new Map<number, Buffer>();
    const before = ofFile.get(from);
    if (before !== undefined && before.length >= to - from) return before.subarray(0, to - from);
    this.room ??= Buffer.allocUnsafeSlow(keptBytes);
    const bytes = bytesAt(handle, from, to, this.room.subarray(this.taken));
    // What found no room is read again.
    if (bytes.buffer !== this.room.buffer) return bytes;
    this.taken += bytes.length;
    this.known.set(path, ofFile.set(from, bytes));
    return bytes;
  }
}

/** Where a line, 1-based, is read from: not far before it, or behind all that is indexed. */
function placeOfLine(
  { stretches, end }: TextNames,
  line: number,
): { readonly from: number; readonly before: number; readonly isIndexed: boolean } {
  let lines = 0;
  for (const { from, index } of stretches) {
    const { starts, before } = index;
    if (line <= lines + index.lines) {
      const block = firstBeyond(before, line - 1 - lines) - 1;
      return { from: from + (starts[block] as number), before: lines + (before[block] as number), isIndexed: true };
    }
    lines += index.lines;
  }
  return { from: end, before: lines, isIndexed: false };
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

/** The bytes of `[from, to)`, as far as they are there; in the buffer when they fit. */
function bytesAt(handle: number, from: number, to: number, buffer: Buffer): Buffer {
  const place = to - from <= buffer.length ? buffer : Buffer.allocUnsafe(to - from);
  let filled = 0;
  for (let count = 1; count > 0 && filled < to - from; filled += count)
    count = readSync(handle, place, filled, to - from - filled, from + filled);
  return place.subarray(0, filled);
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
