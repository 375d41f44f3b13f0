/** Gathers what a line shows of one entry: the few fields that matter, most of them known from entries before. */
import type { Asking } from './asks';
import { askBytes } from './asks';
import { DataObject } from './dataObject';
import type { FieldCode } from './fields';
import { Field, fieldAt, fieldNames, prefixBytes } from './fields';
import type { FileWindow } from './fileWindow';
import type { JournalHeader } from './header';
import { fixedBytes, isAligned, itemBytes, readUint64, toId, viewOf } from './layout';

/** A field's value: `bytes[start, end)`. */
export interface FieldValue {
  readonly code: FieldCode;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** False when its hash says that the value is not what was written. */
  readonly sound: boolean;
  /** Bytes of the value beyond what is kept. */
  readonly cut: number;
}

/** The most that is kept of one value. */
export const maxValueBytes = 16 * 1024 * 1024;
/** Asked for first of an object that is not in memory. */
const firstBytes = 1024;
/** systemd puts no more fields into an entry. */
const maxItems = 1024;
/** Values shared by entries, and objects far away, are forgotten all at once when they become too many. */
const maxShared = 200_000;
const maxFarBytes = 8 * 1024 * 1024;
/** What one entry fetches beyond this is called damaged: only a file made for that has more. */
const maxEntryBytes = 64 * 1024 * 1024;
/** Values longer than this are not shared. */
const maxSharedBytes = 256;
/** A field that stands this near before its entry is most likely that entry's own. */
const ownBytes = 4096;
/** systemd refuses stamps from the year 3111 on. */
const maxTime = 2 ** 55;
/** Source and receipt of a message are seldom further apart: a stamp that is must have a sound hash. */
const usualDelay = 10_000_000;

/** Nothing is missing: {@link EntryReader.read} is done. */
export const complete = -1;

/** Reads entries of one file, one after the other, into itself. */
export class EntryReader {
  seqnum = 0;
  /** Microseconds since 1970; 0 when the entry's own stamp makes no sense. */
  realtime = 0;
  /** Microseconds since boot; -1 when that makes no sense. */
  monotonic = -1;
  boot = '';
  hashLow = 0;
  hashHigh = 0;
  message: FieldValue | null = null;
  identifier: FieldValue | null = null;
  command: FieldValue | null = null;
  pid: FieldValue | null = null;
  syslogPid: FieldValue | null = null;
  host: FieldValue | null = null;
  fromKernel = false;
  /** When the sender says it wrote the message, in microseconds since 1970; 0 when it does not. */
  sourceRealtime = 0;
  /** The same since boot; -1 when it does not. */
  sourceMonotonic = -1;
  /** Fields that could not be read or whose hash does not hold. */
  readonly damaged: string[] = [];

  private readonly data: DataObject;
  private readonly itemBytes: number;
  private readonly shared = new Map<number, FieldValue | null>();
  private readonly far = new Map<number, FieldValue | null>();
  private farBytes = 0;
  private bootWords = [0, 0, 0, 0];

  constructor(
    private readonly file: number,
    private readonly held: FileWindow,
    header: JournalHeader,
  ) {
    this.data = new DataObject(header);
    this.itemBytes = itemBytes(header.compact).entry;
  }

  /** Reads the entry at `offset`, which is in memory; the offset of the first object that must be fetched, or {@link complete}. */
  read(offset: number, bytes: number, isSound: boolean): number {
    const { view, start } = this.held;
    const at = offset - start;
    this.readStamps(view, at);
    this.forget();
    const room = Math.min(bytes, this.held.end - offset) - fixedBytes.entry;
    const count = Math.min(maxItems, Math.floor(room / this.itemBytes));
    let previous = 0;
    for (let index = 0; index < count; index++) {
      const item = at + fixedBytes.entry + index * this.itemBytes;
      const object = this.itemBytes === 4 ? view.getUint32(item, true) : readUint64(view, item);
      // Of an entry that may be shorter than it says, only what looks like its items: in ascending order.
      if (!isSound && object <= previous) break;
      previous = object;
      const missing = this.takeItem(object, offset);
      if (missing !== complete) return missing;
    }
    return complete;
  }

  /** Makes room before another entry; within one, nothing that was fetched may be forgotten. */
  makeRoom(): void {
    if (this.farBytes <= maxFarBytes) return;
    this.far.clear();
    this.farBytes = 0;
  }

  /** Gets an object that {@link read} missed. */
  *fetch(offset: number, before: number): Asking<void> {
    const value = this.farBytes > maxEntryBytes ? unreadable : yield* this.fetchValue(offset, before);
    this.far.set(offset, value);
    this.farBytes += 64 + (value === null ? 0 : value.end - value.start);
  }

  private readStamps(view: DataView, at: number): void {
    this.seqnum = readUint64(view, at + 16);
    this.realtime = readUint64(view, at + 24);
    if (this.realtime >= maxTime) this.realtime = 0;
    this.monotonic = readUint64(view, at + 32);
    if (this.monotonic >= maxTime) this.monotonic = -1;
    const words = this.bootWords;
    for (let index = 0; index < 4; index++) {
      const word = view.getUint32(at + 40 + index * 4, true);
      if (word === words[index] && this.boot !== '') continue;
      this.bootWords = [0, 4, 8, 12].map((offset) => view.getUint32(at + 40 + offset, true));
      this.boot = toId(this.held.bytes, at + 40);
      break;
    }
    this.hashLow = view.getUint32(at + 56, true);
    this.hashHigh = view.getUint32(at + 60, true);
  }

  private forget(): void {
    this.message = this.identifier = this.command = this.pid = this.syslogPid = this.host = null;
    this.fromKernel = false;
    this.sourceRealtime = 0;
    this.sourceMonotonic = -1;
    this.damaged.length = 0;
  }

  /** Takes what the object at `offset` holds, for the entry at `before`. */
  private takeItem(offset: number, before: number): number {
    const key = offset / 8;
    const shared = this.shared.get(key);
    if (shared !== undefined) {
      if (shared !== null) this.take(shared);
      return complete;
    }
    if (!isAligned(offset) || offset === 0 || offset >= before) {
      this.damaged.push('a field');
      return complete;
    }
    const value = this.valueAt(offset, before);
    if (value === undefined) return offset;
    if (value === unreadable) this.damaged.push('a field');
    else if (value !== null) this.take(value);
    const isLong = value !== null && (value.end - value.start > maxSharedBytes || value.code === Field.message);
    if (before - offset > ownBytes && !isLong) this.share(key, value);
    return complete;
  }

  private share(key: number, value: FieldValue | null): void {
    if (this.shared.size >= maxShared) this.shared.clear();
    // The window moves on: what is kept must not point into it.
    const own =
      value === null || value === unreadable
        ? value
        : {
            ...value,
            bytes: value.bytes.slice(value.start, value.end),
            start: 0,
            end: value.end - value.start,
          };
    if (own !== unreadable) this.shared.set(key, own);
  }

  /** The value at `offset`; `null` for a field that does not matter, `undefined` when it must be fetched. */
  private valueAt(offset: number, before: number): FieldValue | null | undefined {
    const { held, data } = this;
    if (!held.has(offset, data.fixed)) return this.far.get(offset);
    const at = offset - held.start;
    if (!data.look(held.bytes, held.view, at, before - offset)) return this.salvage(at, before - offset);
    if (data.compression !== 'none') return this.far.get(offset);
    const start = at + data.fixed;
    const length = data.size - data.fixed;
    if (length > maxValueBytes || !held.has(offset, data.size)) return this.far.get(offset);
    const code = fieldAt(held.bytes, start, start + length);
    if (code === Field.other) return hasName(held.bytes, start) ? null : unreadable;
    return this.toValue(code, held.bytes, start, start + length, 0);
  }

  /** The message in an object whose header is damaged: up to what can be no text, at the latest the next object. */
  private salvage(at: number, room: number): FieldValue {
    const { bytes, end, start } = this.held;
    const from = at + this.data.fixed;
    const limit = Math.min(at + room, end - start);
    if (fieldAt(bytes, from, limit) !== Field.message) return unreadable;
    let to = from;
    while (to < limit && (bytes[to] ?? 0) > 8) to++;
    return { code: Field.message, bytes, start: from + prefixBytes(Field.message), end: to, sound: false, cut: 0 };
  }

  private toValue(code: FieldCode, bytes: Uint8Array, start: number, end: number, cut: number): FieldValue {
    const value = {
      code,
      bytes,
      start: start + prefixBytes(code),
      end,
      sound: true,
      cut,
    };
    if (cut > 0 || this.isLikelyStamp(value)) return value;
    return { ...value, sound: this.data.isSound(bytes, start, end) };
  }

  /** Stamps differ in every entry; they are checked only when they look wrong. */
  private isLikelyStamp(value: FieldValue): boolean {
    if (value.code === Field.sourceMonotonic) return true;
    return value.code === Field.sourceRealtime && Math.abs(digits(value) - this.realtime) <= usualDelay;
  }

  private take(value: FieldValue): void {
    if (!value.sound) {
      this.damaged.push(fieldNames[value.code] ?? '');
      // A damaged message is better than none; a damaged name of a host would be another host.
      if (value.code !== Field.message) return;
    }
    switch (value.code) {
      case Field.message:
        this.message = value;
        break;
      case Field.identifier:
        this.identifier = value;
        break;
      case Field.command:
        this.command = value;
        break;
      case Field.pid:
        this.pid = value;
        break;
      case Field.syslogPid:
        this.syslogPid = value;
        break;
      case Field.host:
        this.host = value;
        break;
      case Field.transport:
        this.fromKernel = equalsKernel(value);
        break;
      case Field.sourceRealtime:
        this.sourceRealtime = digits(value);
        break;
      case Field.sourceMonotonic:
        this.sourceMonotonic = digits(value);
        break;
    }
  }

  private *fetchValue(offset: number, before: number): Asking<FieldValue | null> {
    const { data } = this;
    let bytes = yield* askBytes(this.file, offset, Math.min(firstBytes, before - offset));
    if (!(bytes instanceof Uint8Array) || bytes.length < data.fixed) return unreadable;
    if (!data.look(bytes, viewOf(bytes), 0, before - offset)) return unreadable;
    const { size, compression } = data;
    const wanted = Math.min(size, data.fixed + maxValueBytes);
    const isOther = compression === 'none' && fieldAt(bytes, data.fixed, Math.min(size, bytes.length)) === Field.other;
    if (isOther) return null;
    if (bytes.length < wanted) bytes = yield* askBytes(this.file, offset, wanted);
    if (!(bytes instanceof Uint8Array) || bytes.length < wanted) return unreadable;
    let payload: Uint8Array | null = bytes.subarray(data.fixed, wanted);
    if (compression !== 'none') {
      payload = wanted < size ? null : yield* decode(compression, payload);
      if (payload === null) return unreadable;
    }
    const code = fieldAt(payload, 0, payload.length);
    if (code === Field.other) return null;
    return this.toValue(code, payload, 0, payload.length, compression === 'none' ? size - wanted : 0);
  }
}

/** Stands for a value that cannot be read. */
const unreadable: FieldValue = {
  code: Field.other,
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  sound: false,
  cut: 0,
};

/** A compressed payload, decoded; `null` when it is damaged or too long. */
export function* decode(method: 'xz' | 'lz4' | 'zstd', payload: Uint8Array): Asking<Uint8Array | null> {
  const answer = yield {
    kind: 'decode',
    method,
    bytes: payload,
    limit: maxValueBytes,
  };
  return answer instanceof Uint8Array ? answer : null;
}

/** Names of fields are capital letters, digits and underscores. */
function hasName(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + 3; at++) {
    const value = bytes[at] ?? 0;
    if (!(value >= 0x41 && value <= 0x5a) && !(value >= 0x30 && value <= 0x39) && value !== 0x5f && value !== 0x3d)
      return false;
  }
  return true;
}

function equalsKernel(value: FieldValue): boolean {
  const { bytes, start, end } = value;
  return end - start === 6 && bytes[start] === 0x6b && bytes[start + 1] === 0x65 && bytes[end - 1] === 0x6c;
}

function digits(value: FieldValue): number {
  let number = 0;
  for (let at = value.start; at < value.end; at++) {
    const digit = (value.bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}
