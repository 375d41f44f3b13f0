/** Which blocks of a stretch of text hold which names: small beside the text, so that looking one up reads the few blocks that may mention it. */
import { readKeys } from './nameKeys';

/** Size of a block in bytes: little to read, and still some lines. */
const usualBlockBytes = 4096;
/** Names and places of one stretch; a text with more is none that people look for names in. */
const maxKeys = 1 << 19;
const maxPlaces = 1 << 22;
/** Slots looked at for one name; only names that were made to share their slots need so many. */
const mostProbes = 1024;
/** A name in more than every fourth block is said to be everywhere. */
const commonShare = 4;
const slotBits = 20;
const everywhere = 0x7fff;
/** Neighbouring blocks are one stretch up to this size. */
const mostStretchBytes = 64 * 1024;
/** More names than are ever looked for at a time. */
const mostNames = 65_536;
const more = 0x8000;

/** What is known of a stretch of whole lines. */
export interface NameIndex {
  readonly bytes: number;
  readonly lines: number;
  /** For each block where its first line begins (or that of the next block that has one), and at last the end. */
  readonly starts: Uint32Array;
  /** Lines before each of {@link starts}. */
  readonly before: Uint32Array;
  /** For each value of a key's highest bits where its names are listed. */
  readonly buckets: Uint32Array;
  /** For each name its next 16 bits, then its blocks, each but the last with the highest bit set. */
  readonly places: Uint16Array;
}

/** Whole lines that may mention something. */
export interface LineStretch {
  readonly from: number;
  readonly to: number;
  /** Lines of the indexed stretch before it. */
  readonly before: number;
  /** Which of the names may stand there, by their positions. */
  readonly names: readonly number[];
}

/** What a slot holds. */
const keyPart = 0;
/** Which key it is, in the order in which they were met, plus one; 0 where the slot is free. */
const orderPart = 1;
/** How many places it has. */
const countPart = 2;
/** The block that was noted last. */
const blockPart = 3;
const slotParts = 4;

/** Makes indexes, one after the other. */
export class NameIndexer {
  /** Slots side by side, as each is looked at as a whole: the parts below. */
  private readonly slots = new Int32Array(slotParts << slotBits);
  /** Places as they were met: their blocks, and whose they are. */
  private readonly blocks = new Uint16Array(maxPlaces);
  private readonly owners = new Int32Array(maxPlaces);
  /** Slots of the keys, in the order in which they were met. */
  private used: number[] = [];
  private filled = 0;
  private block = 0;
  private limit = 0;
  private isFull = false;

  constructor(private readonly blockBytes = usualBlockBytes) {}

  /** Indexes whole lines, at most 64 MB of them; `null` when they hold more names than are worth it. */
  index(bytes: Uint8Array): NameIndex | null {
    const { starts, before, lines } = this.cut(bytes);
    const count = starts.length - 1;
    if (count >= everywhere) return null;
    this.isFull = false;
    this.slots.fill(0);
    this.used = [];
    this.filled = 0;
    this.limit = Math.max(4, Math.floor(count / commonShare));
    for (this.block = 0; this.block < count; this.block++) {
      const from = starts[this.block] as number;
      const to = starts[this.block + 1] as number;
      if (to > from) readKeys(bytes, from, to, this);
      if (this.isFull) return null;
    }
    return { bytes: bytes.length, lines, starts, before, ...this.list() };
  }

  /** Notes a name in the current block. */
  take(key: number): void {
    const { slots } = this;
    const last = (slotParts << slotBits) - 1;
    let slot = ((key ^ (key >>> 12)) * slotParts) & last;
    let probes = 0;
    while (slots[slot + orderPart] !== 0 && slots[slot + keyPart] !== key && probes < mostProbes) {
      slot = (slot + slotParts) & last;
      probes++;
    }
    if (probes === mostProbes) {
      this.isFull = true;
      return;
    }
    if (slots[slot + orderPart] === 0) {
      slots[slot + orderPart] = this.used.push(slot);
      slots[slot + keyPart] = key;
    } else if (slots[slot + blockPart] === this.block || (slots[slot + countPart] as number) > this.limit) return;
    if (this.filled === maxPlaces || this.used.length > maxKeys) {
      this.isFull = true;
      return;
    }
    slots[slot + countPart] = (slots[slot + countPart] as number) + 1;
    slots[slot + blockPart] = this.block;
    this.blocks[this.filled] = this.block;
    this.owners[this.filled++] = (slots[slot + orderPart] as number) - 1;
  }

  private cut(bytes: Uint8Array): { starts: Uint32Array; before: Uint32Array; lines: number } {
    const count = Math.max(1, Math.ceil(bytes.length / this.blockBytes));
    const starts = new Uint32Array(count + 1);
    const before = new Uint32Array(count + 1);
    let lines = 0;
    let next = 0;
    for (let block = 0; block < count; block++) {
      for (; next < block * this.blockBytes; lines++) next = endOfLine(bytes, next);
      starts[block] = next;
      before[block] = lines;
    }
    for (; next < bytes.length; lines++) next = endOfLine(bytes, next);
    starts[count] = bytes.length;
    before[count] = lines;
    return { starts, before, lines };
  }

  /** Lists what was noted, sorted by key. */
  private list(): { buckets: Uint32Array; places: Uint16Array } {
    const { used, slots } = this;
    const bits = Math.min(16, Math.max(4, Math.ceil(Math.log2(used.length / 4 + 1))));
    const buckets = new Uint32Array((1 << bits) + 1);
    const places = new Uint16Array(used.length + this.filled);
    const sorted = new Float64Array(used.length);
    for (const [order, slot] of used.entries())
      sorted[order] = ((slots[slot + keyPart] as number) >>> 0) * 2 ** slotBits + order;
    /** Where the next block of each key is listed; negative for one that is everywhere. */
    const next = new Int32Array(used.length);
    let filled = 0;
    let bucket = 0;
    for (const entry of sorted.sort()) {
      const order = entry % 2 ** slotBits;
      const slot = used[order] as number;
      const key = (slots[slot + keyPart] as number) >>> 0;
      for (; bucket <= key >>> (32 - bits); bucket++) buckets[bucket] = filled;
      places[filled++] = (key >>> (16 - bits)) & 0xffff;
      const count = slots[slot + countPart] as number;
      const isEverywhere = count > this.limit;
      next[order] = isEverywhere ? -1 : filled;
      if (isEverywhere) places[filled] = everywhere;
      filled += isEverywhere ? 1 : count;
    }
    for (; bucket < buckets.length; bucket++) buckets[bucket] = filled;
    this.listBlocks(places, next);
    return { buckets, places: places.slice(0, filled) };
  }

  /** Lists the blocks of all keys as they were met: ascending for each. */
  private listBlocks(places: Uint16Array, next: Int32Array): void {
    for (let place = 0; place < this.filled; place++) {
      const owner = this.owners[place] as number;
      const at = next[owner] as number;
      if (at < 0) continue;
      places[at] = (this.blocks[place] as number) | more;
      next[owner] = at + 1;
    }
    for (const end of next) if (end > 0) places[end - 1] = (places[end - 1] as number) & ~more;
  }
}

/** Where the line at `from` ends, its line feed with it. */
function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(10, from);
  return end < 0 ? bytes.length : end + 1;
}

/** Lines that may mention one of several names, each told by numbers that all stand in such a line. */
export function stretchesWith(index: NameIndex, names: readonly (readonly number[])[]): LineStretch[] {
  const { starts, before } = index;
  const stretches: LineStretch[] = [];
  let open: { from: number; to: number; before: number; names: number[] } | null = null;
  for (const place of placesOf(index, names)) {
    const block = Math.floor(place / mostNames);
    const from = starts[block] as number;
    const to = starts[block + 1] as number;
    const goesOn = open !== null && (from < open.to || (from === open.to && to - open.from <= mostStretchBytes));
    if (!goesOn || open === null) {
      open = { from, to, before: before[block] as number, names: [] };
      // Where a line goes on over several blocks, those that no line begins in are empty.
      if (to > from) stretches.push(open);
    }
    open.to = to;
    const name = place % mostNames;
    if (!open.names.includes(name)) open.names.push(name);
  }
  return stretches;
}

/** Blocks with names that may stand there, each pair as one number, ascending. */
function placesOf(index: NameIndex, names: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  const blocks: number[] = [];
  names.forEach((keys, name) => {
    blocks.length = 0;
    if (keys.length === 1) addBlocks(index, keys[0] as number, blocks);
    else blocks.push(...rarest(index, keys));
    if (!blocks.includes(everywhere)) for (const block of blocks) found.push(block * mostNames + name);
    else for (let block = 0; block < index.starts.length - 1; block++) found.push(block * mostNames + name);
  });
  return found.sort((a, b) => a - b);
}

/** Blocks of that key which is in the fewest. */
function rarest(index: NameIndex, keys: readonly number[]): readonly number[] {
  const lists = keys.map((key) => {
    const blocks: number[] = [];
    addBlocks(index, key, blocks);
    return blocks;
  });
  const counted = lists.filter((blocks) => !blocks.includes(everywhere)).sort((a, b) => a.length - b.length);
  return counted[0] ?? [everywhere];
}

/** Adds the blocks that a key was noted in; {@link everywhere} stands for all. */
function addBlocks({ buckets, places }: NameIndex, key: number, found: number[]): void {
  const bits = 31 - Math.clz32(buckets.length);
  const rest = (key >>> (16 - bits)) & 0xffff;
  const bucket = key >>> (32 - bits);
  const end = buckets[bucket + 1] as number;
  for (let at = buckets[bucket] as number; at < end; ) {
    const isWanted = places[at++] === rest;
    for (let goesOn = true; goesOn; at++) {
      const place = places[at] as number;
      if (isWanted) found.push(place & ~more);
      goesOn = (place & more) !== 0;
    }
  }
}
