/** Makes indexes of names: takes the lines of a stretch piece by piece, and lists at its end which names stand in which of its blocks. */
import type { NameIndex } from './nameIndex';
import { everywhere, more } from './nameIndex';
import { countPart, nameParts } from './nameLayout';
import type { CreateNameTable, NameTable, NotedNames } from './nameTable';
import { createPlainNameTable } from './nameTable';

/** Size of a block in bytes: little to read, and still some lines. */
const usualBlockBytes = 4096;
/** A name in more than every fourth block is said to be everywhere. */
const commonShare = 4;
const lineFeed = 10;

/** Makes indexes, one after the other. */
export class NameIndexer {
  private readonly table: NameTable;
  private limit = 0;
  private starts: number[] = [];
  private before: number[] = [];
  private bytes = 0;
  private lines = 0;
  private isFull = false;

  constructor(
    createTable: CreateNameTable = createPlainNameTable,
    private readonly blockBytes = usualBlockBytes,
  ) {
    this.table = createTable();
  }

  /** Begins with a stretch of about so many bytes. */
  begin(bytes: number): void {
    this.limit = Math.max(4, Math.floor(bytes / this.blockBytes / commonShare));
    this.table.clear(this.limit);
    this.starts = [0];
    this.before = [0];
    this.bytes = 0;
    this.lines = 0;
    this.isFull = false;
  }

  /** Where the next lines are to be put, at least so many bytes; keeps what it holds. */
  room(bytes: number): Uint8Array {
    return this.table.room(bytes);
  }

  /** Takes whole lines, so many bytes from the beginning of the room. */
  add(count: number): void {
    const bytes = this.table.room(count);
    for (let from = 0; from < count; ) {
      // A block ends with the first line that reaches its end.
      const last = this.starts.length * this.blockBytes - 1 - this.bytes;
      const end = last < count ? bytes.indexOf(lineFeed, Math.max(from, last)) + 1 : 0;
      const to = end > 0 && end <= count ? end : count;
      this.isFull ||= !this.table.note(from, to, this.starts.length - 1);
      this.lines += this.table.lineFeeds(from, to);
      from = to;
      while (this.bytes + to >= this.starts.length * this.blockBytes) {
        this.starts.push(this.bytes + to);
        this.before.push(this.lines);
      }
    }
    this.bytes += count;
  }

  /** The index of what was taken; `null` when it holds more names than are worth it. */
  end(): NameIndex | null {
    const { bytes, lines, starts, before, table } = this;
    if (this.isFull || starts.length > everywhere) return null;
    if (starts.at(-1) !== bytes || starts.length === 1) {
      starts.push(bytes);
      before.push(lines);
    }
    const index = { bytes, lines, starts: Uint32Array.from(starts), before: Uint32Array.from(before) };
    return { ...index, ...list(table.noted(), this.limit) };
  }
}

/** Lists what was noted, sorted by key. */
function list(noted: NotedNames, limit: number): { buckets: Uint32Array; places: Uint16Array } {
  const { names, used, filled: noting } = noted;
  const bits = Math.min(16, Math.max(4, Math.ceil(Math.log2(used / 4 + 1))));
  const buckets = new Uint32Array((1 << bits) + 1);
  const places = new Uint16Array(used + noting);
  /** Where the next block of each name is listed; negative for one that is everywhere. */
  const next = new Int32Array(used);
  let filled = 0;
  let bucket = 0;
  for (const name of byKey(noted)) {
    const key = (names[name * nameParts] as number) >>> 0;
    for (; bucket <= key >>> (32 - bits); bucket++) buckets[bucket] = filled;
    places[filled++] = (key >>> (16 - bits)) & 0xffff;
    const count = names[name * nameParts + countPart] as number;
    const isEverywhere = count > limit;
    next[name] = isEverywhere ? -1 : filled;
    if (isEverywhere) places[filled] = everywhere;
    filled += isEverywhere ? 1 : count;
  }
  for (; bucket < buckets.length; bucket++) buckets[bucket] = filled;
  listBlocks(noted, places, next);
  return { buckets, places: places.slice(0, filled) };
}

/** Lists the blocks of all names as they were met: ascending for each. */
function listBlocks({ blocks, owners, filled }: NotedNames, places: Uint16Array, next: Int32Array): void {
  for (let place = 0; place < filled; place++) {
    const owner = owners[place] as number;
    const at = next[owner] as number;
    if (at < 0) continue;
    places[at] = (blocks[place] as number) | more;
    next[owner] = at + 1;
  }
  for (const end of next) if (end > 0) places[end - 1] = (places[end - 1] as number) & ~more;
}

/** The names in the order of their keys, put into places by the lower and then by the upper half of these: whatever keys there are, it takes the same time. */
function byKey({ names, used }: NotedNames): Int32Array {
  let sorted = new Int32Array(used);
  let other = new Int32Array(used);
  for (let name = 0; name < used; name++) sorted[name] = name;
  for (const shift of [0, 16]) {
    const next = new Uint32Array(0x10001);
    for (const name of sorted) {
      const after = (((names[name * nameParts] as number) >>> shift) & 0xffff) + 1;
      next[after] = (next[after] as number) + 1;
    }
    for (let half = 0; half < 0x10000; half++) next[half + 1] = (next[half + 1] as number) + (next[half] as number);
    for (const name of sorted) {
      const half = ((names[name * nameParts] as number) >>> shift) & 0xffff;
      other[next[half] as number] = name;
      next[half] = (next[half] as number) + 1;
    }
    [sorted, other] = [other, sorted];
  }
  return sorted;
}
