/** Notes which names stand in which blocks of a text: the loop over all bytes, so that a platform may bring a faster one than plain code. */
import { readKeys } from './nameKeys';
import { blockPart, countPart, homeShift, maxKeys, maxPlaces, mostProbes, nameParts, slotBits } from './nameLayout';

/** What was noted. */
export interface NotedNames {
  /** In the order in which they were met, {@link nameParts} numbers each; valid until more are noted. */
  readonly names: Int32Array;
  readonly used: number;
  /** Places as they were met: their blocks, and the positions of their names. */
  readonly blocks: Uint16Array;
  readonly owners: Int32Array;
  readonly filled: number;
}

/** Takes one stretch of text after the other. */
export interface NameTable {
  /** Room for lines, at least so many bytes of it; keeps what it holds, and may be another one each time. */
  room(bytes: number): Uint8Array;
  /** Forgets all names; of those to come, a name in more than `limit` blocks is not noted any further. */
  clear(limit: number): void;
  /** Notes the names in whole lines of the room as ones of a block; false when there are more than can be noted. */
  note(from: number, to: number, block: number): boolean;
  /** Line feeds in a part of the room. */
  lineFeeds(from: number, to: number): number;
  noted(): NotedNames;
}

/** Makes tables. */
export type CreateNameTable = () => NameTable;

/** The loop in plain code. */
class PlainNameTable implements NameTable {
  private bytes = new Uint8Array(0);
  private readonly slots = new Int32Array(1 << slotBits);
  private readonly names = new Int32Array(nameParts * maxKeys);
  private readonly blocks = new Uint16Array(maxPlaces);
  private readonly owners = new Int32Array(maxPlaces);
  private used = 0;
  private filled = 0;
  private limit = 0;
  private block = 0;
  private isFull = false;

  room(bytes: number): Uint8Array {
    if (bytes > this.bytes.length) {
      const grown = new Uint8Array(Math.max(bytes, 2 * this.bytes.length));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    return this.bytes;
  }

  clear(limit: number): void {
    this.slots.fill(0);
    this.used = 0;
    this.filled = 0;
    this.limit = limit;
    this.isFull = false;
  }

  note(from: number, to: number, block: number): boolean {
    this.block = block;
    readKeys(this.bytes, from, to, this);
    return !this.isFull;
  }

  lineFeeds(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++) if (this.bytes[at] === 10) count++;
    return count;
  }

  noted(): NotedNames {
    const { names, used, blocks, owners, filled } = this;
    return { names, used, blocks, owners, filled };
  }

  /** Notes a name in the current block. */
  take(key: number): void {
    const { slots, names, block } = this;
    const last = (1 << slotBits) - 1;
    let slot = (key ^ (key >>> homeShift)) & last;
    let name = (slots[slot] as number) - 1;
    for (let probes = 0; name >= 0 && names[name * nameParts] !== key; name = (slots[slot] as number) - 1) {
      if (++probes === mostProbes) {
        this.isFull = true;
        return;
      }
      slot = (slot + 1) & last;
    }
    if (this.filled === maxPlaces || (name < 0 && this.used === maxKeys)) {
      this.isFull = true;
      return;
    }
    if (name < 0) {
      name = this.used++;
      slots[slot] = this.used;
      names[name * nameParts] = key;
      names[name * nameParts + countPart] = 0;
    } else if (
      names[name * nameParts + blockPart] === block ||
      (names[name * nameParts + countPart] as number) > this.limit
    )
      return;
    names[name * nameParts + countPart] = (names[name * nameParts + countPart] as number) + 1;
    names[name * nameParts + blockPart] = block;
    this.blocks[this.filled] = block;
    this.owners[this.filled++] = name;
  }
}

/** The table that works everywhere. */
export const createPlainNameTable: CreateNameTable = () => new PlainNameTable();
