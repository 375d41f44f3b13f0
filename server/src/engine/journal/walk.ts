/** Walks over a journal's objects from the first to the last, whatever its indexes say, and finds its way again behind damage. */
import type { Localized } from '../model/localized';
import type { JournalAccount, Loss } from './account';
import { emptyAccount } from './account';
import type { Asking } from './asks';
import type { EntryChain } from './entryChain';
import type { FileWindow } from './fileWindow';
import { aheadBytes } from './fileWindow';
import type { JournalHeader } from './header';
import { align, fixedBytes, itemBytes, ObjectType, objectHeaderBytes, readUint64 } from './layout';
import { lossReasons, verbatim } from './wording';

/** What {@link ObjectWalk.step} came to. */
export type Step =
  /** At an entry. */
  | 'entry'
  /** Something must be asked for: call {@link ObjectWalk.fetch}. */
  | 'fetch'
  /** Behind the last object. */
  | 'end';

/** Parts of the account by object type; other types are `other`. */
const kinds: readonly (keyof JournalAccount)[] = [
  'other',
  'data',
  'fields',
  'entries',
  'indexes',
  'indexes',
  'indexes',
  'tags',
];

/**
 * The walk. Each object it takes lies behind the one before, so no chain can hold it; each byte is counted once, when the
 * object behind it has shown where it ends.
 */
export class ObjectWalk {
  readonly account = emptyAccount();
  /** Losses not yet told, in file order. */
  readonly losses: Loss[] = [];
  /** The entry that `step` found. */
  entryOffset = 0;
  entryBytes = 0;
  /** The entry's size is confirmed by the object that follows it. */
  entryIsSound = true;

  /** Where the next object should begin. */
  private position: number;
  /** The object before `position`, whose size is only believed once the next one is sound. */
  private lastOffset = -1;
  private lastKind: keyof JournalAccount = 'other';
  /** Behind it nothing can be had. */
  private limit: number;
  private readonly entryItem: number;
  private readonly arrayItem: number;
  private readonly dataFixed: number;
  private damaged = false;
  /** An entry whose size is wrong; it is still to be returned. */
  private unsoundEntry = -1;

  constructor(
    private readonly header: JournalHeader,
    fileBytes: number,
    private readonly held: FileWindow,
    private readonly chain: EntryChain,
  ) {
    const items = itemBytes(header.compact);
    this.entryItem = items.entry;
    this.arrayItem = items.array;
    this.dataFixed = header.compact ? fixedBytes.compactData : fixedBytes.data;
    this.position = header.headerBytes;
    this.limit = fileBytes;
    this.account.header = header.headerBytes;
  }

  /** Moves on to the next entry as far as that is possible without asking. */
  step(): Step {
    if (this.unsoundEntry >= 0) return this.takeUnsoundEntry();
    for (;;) {
      const at = this.position;
      if (at >= this.limit) {
        this.believeLast();
        return 'end';
      }
      if (this.damaged || !this.canLookAt(at)) return 'fetch';
      if (!this.chain.skipTo(at + 8)) return 'fetch';
      const bytes = this.soundBytes(at);
      if (bytes === 0 || this.chain.current < at + bytes) {
        this.damaged = true;
        return 'fetch';
      }
      const type = this.held.bytes[at - this.held.start] ?? 0;
      if (type === ObjectType.entry && !this.held.has(at, Math.min(bytes, aheadBytes)) && !this.held.atEnd)
        return 'fetch';
      this.believeLast();
      this.lastOffset = at;
      this.lastKind = kinds[type] ?? 'other';
      this.position = at + bytes;
      if (type === ObjectType.entry) {
        this.entryOffset = at;
        this.entryBytes = readUint64(this.held.view, at - this.held.start + 8);
        this.entryIsSound = !this.canLookAt(this.position) || this.soundBytes(this.position) > 0;
        return 'entry';
      }
    }
  }

  private takeUnsoundEntry(): Step {
    this.entryOffset = this.unsoundEntry;
    this.entryBytes = this.position - this.unsoundEntry;
    this.entryIsSound = false;
    this.unsoundEntry = -1;
    return 'entry';
  }

  /** Gets what `step` lacked, and finds the way on when it stands before damage. */
  *fetch(): Asking<void> {
    yield* this.slideTo(this.position);
    while (!this.chain.skipTo(this.position + 8)) yield* this.chain.refill();
    if (!this.damaged) return;
    this.damaged = false;
    if (this.soundBytes(this.position) > 0) yield* this.recoverInside();
    else yield* this.recover();
  }

  private *slideTo(offset: number): Asking<void> {
    yield* this.held.slideTo(offset);
    const { failure, end } = this.held;
    if (end >= Math.min(this.limit, offset + objectHeaderBytes)) return;
    // Not even an object's header could be read: the file ends here for us.
    this.believeLast();
    const start = Math.min(offset, this.limit);
    this.lose(start, this.limit, failure === null ? lossReasons.shorter : verbatim(failure), true);
    this.position = this.limit;
    this.damaged = false;
  }

  /** True when an object's fixed part is in memory, or as much of it as the file has. */
  private canLookAt(at: number): boolean {
    return this.held.has(at, Math.max(0, Math.min(fixedBytes.compactData, this.limit - at)));
  }

  /** Bytes of the object at `at` up to the next one; 0 when there is none that makes sense. */
  private soundBytes(at: number): number {
    const offset = at - this.held.start;
    if (at + objectHeaderBytes > this.limit) return 0;
    const size = readUint64(this.held.view, offset + 8);
    if (size < objectHeaderBytes || size > this.limit - at) return 0;
    return this.sizeFits(this.held.bytes[offset] ?? 0, size) ? Math.min(align(size), this.limit - at) : 0;
  }

  private sizeFits(type: number, size: number): boolean {
    switch (type) {
      case ObjectType.unused:
        return true;
      case ObjectType.data:
        return size > this.dataFixed;
      case ObjectType.field:
        return size > fixedBytes.field;
      case ObjectType.entry:
        return size > fixedBytes.entry && (size - fixedBytes.entry) % this.entryItem === 0;
      case ObjectType.dataHashTable:
      case ObjectType.fieldHashTable:
        return size > fixedBytes.hashTable && size % 16 === 0;
      case ObjectType.entryArray:
        return size > fixedBytes.entryArray && (size - fixedBytes.entryArray) % this.arrayItem === 0;
      case ObjectType.tag:
        return size === fixedBytes.tag;
      default:
        // A type of a later version.
        return type < 128;
    }
  }

  private believeLast(): void {
    if (this.lastOffset < 0) return;
    this.account[this.lastKind] += this.position - this.lastOffset;
    this.lastOffset = -1;
  }

  /** Finds the next object behind damage, or the end of what was written. */
  private *recover(): Asking<void> {
    const from = this.position;
    const zerosEnd = yield* this.skipZeros(from);
    if (zerosEnd >= this.limit) {
      this.believeLast();
      this.account.unused += this.limit - from;
      this.position = this.limit;
      return;
    }
    // The object before may have been longer or shorter than it says: what follows it may begin inside of it.
    const searchFrom = this.lastOffset < 0 ? from + 8 : this.lastOffset + objectHeaderBytes;
    const found = yield* this.search(zerosEnd > from ? zerosEnd : searchFrom);
    if (found < from) {
      this.lose(this.lastOffset, found, lossReasons.wrongSize, false);
      this.lastOffset = -1;
    } else {
      this.believeLast();
      this.lose(from, found, this.reasonOf(from, found, zerosEnd), this.held.failure !== null);
    }
    this.position = found;
  }

  /** The object at hand covers entries that the journal's list knows: if one of them is there, the object is shorter than it says. */
  private *recoverInside(): Asking<void> {
    const at = this.position;
    const end = at + this.soundBytes(at);
    const type = this.held.bytes[at - this.held.start];
    while (this.chain.current < end) {
      yield* this.held.slideTo(this.chain.current);
      if (this.canLookAt(this.chain.current) && this.isEntry(this.chain.current)) {
        const found = yield* this.search(at + objectHeaderBytes);
        this.believeLast();
        this.position = found;
        if (type === ObjectType.entry) {
          this.account.entries += found - at;
          this.unsoundEntry = at;
        } else this.lose(at, found, lossReasons.wrongSize, false);
        break;
      }
      while (!this.chain.skipTo(this.chain.current + 8)) yield* this.chain.refill();
    }
    yield* this.slideTo(this.unsoundEntry < 0 ? this.position : at);
  }

  private reasonOf(from: number, found: number, zerosEnd: number): Localized {
    if (this.held.failure !== null) return verbatim(this.held.failure);
    if (zerosEnd === found) return lossReasons.zeros;
    if (found === this.limit && this.limit < this.header.usedBytes) return lossReasons.cut;
    return zerosEnd > from ? lossReasons.zerosAndMore : lossReasons.noSense;
  }

  private lose(start: number, end: number, reason: Localized, retry: boolean): void {
    if (end <= start) return;
    this.account.lost += end - start;
    this.losses.push({ start, end, reason, retry });
  }

  /** The first offset from `from` on, in steps of eight, with anything but zeros. */
  private *skipZeros(from: number): Asking<number> {
    for (let at = from; at < this.limit; ) {
      const { held } = this;
      if (at < held.start || at >= held.end) yield* this.held.slideTo(at);
      if (at >= held.end) return at;
      const words = new Uint32Array(held.bytes.buffer, 0, Math.floor((held.end - held.start) / 4));
      let word = (at - held.start) / 4;
      while (word < words.length && words[word] === 0) word++;
      const found = held.start + word * 4;
      if (word < words.length) return found - (found % 8);
      at = Math.max(at + 8, found - (found % 8));
    }
    return this.limit;
  }

  /** The first offset from `from` on where an object stands; the limit when there is none. */
  private *search(from: number): Asking<number> {
    for (let at = align(from); at + objectHeaderBytes <= this.limit; at += 8) {
      if (!this.canLookAt(at)) yield* this.held.slideTo(at);
      if (!this.canLookAt(at)) break;
      while (!this.chain.skipTo(at)) yield* this.chain.refill();
      if (at === this.chain.current ? this.isEntry(at) : this.isObject(at)) return at;
    }
    return this.limit;
  }

  /** The journal's own list says that an entry stands here: its header need only not contradict. */
  private isEntry(at: number): boolean {
    return this.held.bytes[at - this.held.start] === ObjectType.entry && this.soundBytes(at) > 0;
  }

  /** Nothing points here: the object must look right, and so must the one behind it. */
  private isObject(at: number): boolean {
    const bytes = this.strictBytes(at);
    if (bytes === 0) return false;
    const next = at + bytes;
    if (next >= this.limit) return next === this.limit;
    return this.canLookAt(next) && (this.strictBytes(next) > 0 || this.isZero(next));
  }

  private strictBytes(at: number): number {
    const { bytes, start } = this.held;
    const offset = at - start;
    const type = bytes[offset] ?? 0;
    if (type === ObjectType.unused || type > ObjectType.tag) return 0;
    for (let index = 2; index < 8; index++) if (bytes[offset + index] !== 0) return 0;
    return this.soundBytes(at);
  }

  private isZero(at: number): boolean {
    return readUint64(this.held.view, at - this.held.start) === 0;
  }
}
