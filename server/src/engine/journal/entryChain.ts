/** The journal's own list of its entries, followed beside the walk over the objects: where the walk misses one, an object before it lies about its size. */
import type { Asking } from './asks';
import { askBytes } from './asks';
import { fixedBytes, isAligned, itemBytes, ObjectType, readUint64, viewOf } from './layout';

/** Items asked for at a time. */
const blockItems = 4096;
/** Each array is twice as long as the one before; a chain of more was not written by a journal. */
const maxArrays = 1000;

/** Offsets of entries in ascending order, as far as the chain of entry arrays is sound. */
export class EntryChain {
  /** The next entry's offset; infinite when none is known. */
  current = 0;
  private readonly itemBytes: number;
  private items: number[] = [];
  private index = 0;
  /** Where the next block of the current array begins and how many items it still has. */
  private blockOffset = 0;
  private itemsLeft = 0;
  private arraysLeft = maxArrays;
  /** Arrays that overlap could list the same places for ever: no file has room for more entries. */
  private allItemsLeft: number;

  constructor(
    private readonly file: number,
    private readonly fileBytes: number,
    compact: boolean,
    private nextArray: number,
  ) {
    this.itemBytes = itemBytes(compact).array;
    this.allItemsLeft = fileBytes / this.itemBytes;
  }

  /** Passes over entries before `offset`; false when {@link refill} must come first. */
  skipTo(offset: number): boolean {
    while (this.current < offset) {
      this.index++;
      const next = this.items[this.index];
      if (next === undefined) return false;
      // A single item that points far ahead is damaged: those behind it go on where it should have been.
      const after = this.items[this.index + 1];
      if (next > this.current && (after === undefined || next < after)) this.current = next;
    }
    return true;
  }

  /** Gets the next block of items. */
  *refill(): Asking<void> {
    this.index = -1;
    this.items = [];
    while (this.items.length === 0) {
      if (this.itemsLeft === 0 && !(yield* this.openArray())) {
        this.current = Number.POSITIVE_INFINITY;
        return;
      }
      yield* this.readBlock();
    }
  }

  private *openArray(): Asking<boolean> {
    const at = this.nextArray;
    if (this.arraysLeft-- <= 0 || this.allItemsLeft <= 0) return false;
    if (at === 0 || !isAligned(at) || at + fixedBytes.entryArray > this.fileBytes) return false;
    const head = yield* askBytes(this.file, at, fixedBytes.entryArray);
    if (!(head instanceof Uint8Array) || head.length < fixedBytes.entryArray) return false;
    if (head[0] !== ObjectType.entryArray) return false;
    const view = viewOf(head);
    const size = Math.min(readUint64(view, 8), this.fileBytes - at);
    // Arrays are appended one after the other: a chain that turns back never ends.
    const next = readUint64(view, 16);
    this.nextArray = next > at ? next : 0;
    this.blockOffset = at + fixedBytes.entryArray;
    this.itemsLeft = Math.max(0, Math.floor((size - fixedBytes.entryArray) / this.itemBytes));
    return true;
  }

  private *readBlock(): Asking<void> {
    const count = Math.min(blockItems, this.itemsLeft);
    const block = yield* askBytes(this.file, this.blockOffset, count * this.itemBytes);
    this.itemsLeft -= count;
    this.allItemsLeft -= count;
    this.blockOffset += count * this.itemBytes;
    if (!(block instanceof Uint8Array)) return;
    const view = viewOf(block);
    for (let at = 0; at + this.itemBytes <= block.length; at += this.itemBytes) {
      const offset = this.itemBytes === 4 ? view.getUint32(at, true) : readUint64(view, at);
      // The array's unused end is zero.
      if (offset !== 0 && isAligned(offset) && offset < this.fileBytes) this.items.push(offset);
    }
  }
}
