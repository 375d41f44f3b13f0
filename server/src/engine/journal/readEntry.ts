/** Finds the entry behind a line of a journal's text and reads everything that journald knows of it. */
import { decodeUtf8 } from '../text/decode';
import type { Asking, JournalAnswer, JournalAsk } from './asks';
import { askBytes } from './asks';
import { DataObject } from './dataObject';
import { decode, maxValueBytes } from './entryReader';
import type { Batch } from './fileReader';
import { JournalFileReader } from './fileReader';
import type { JournalHeader } from './header';
import { fixedBytes, isAligned, itemBytes, readUint64, toId, viewOf } from './layout';
import type { WrittenLines } from './merge';
import { Merge } from './merge';
import type { JournalFileInfo } from './readJournal';

/** Fields read of one entry. */
const maxFields = 256;
/** Bytes read of one field; a compressed one is read whole, or not at all. */
const maxFieldBytes = 64 * 1024;
/** Characters given of one field. */
const maxValueLength = 2000;

/** One field of an entry. */
export interface JournalField {
  readonly name: string;
  readonly value: string;
}

/** An entry with all its fields. */
export interface JournalEntry {
  /** Name of the file it stands in. */
  readonly file: string;
  readonly seqnum: number;
  readonly boot: string;
  /** Microseconds since 1970, and since boot. */
  readonly realtime: number;
  readonly monotonic: number;
  /** In the order of the file; a field may have several values. */
  readonly fields: readonly JournalField[];
}

/** The entry that line `line` (1-based) of the text of these files belongs to; `null` when it belongs to none. */
export function* readJournalEntry(
  files: readonly JournalFileInfo[],
  line: number,
): Generator<JournalAsk, JournalEntry | null, JournalAnswer> {
  const seeker = new LineSeeker(line);
  const merge = new Merge(seeker);
  for (const [index, file] of files.entries()) {
    const reader = new JournalFileReader(index, file.name, file.bytes);
    if (yield* reader.open()) yield* withoutText(merge.add(reader));
  }
  yield* withoutText(merge.run());
  return seeker.reader?.header == null ? null : yield* entryAt(seeker.reader, seeker.reader.header, seeker.offset);
}

/** Only the way to the line matters, not the text. */
function* withoutText(merging: ReturnType<Merge['run']>): Asking<void> {
  let step = merging.next(new Uint8Array(0));
  while (step.done !== true) {
    const { value } = step;
    step = merging.next(value.kind === 'read' || value.kind === 'decode' ? yield value : new Uint8Array(0));
  }
}

/** Counts lines until the wanted one is written. */
class LineSeeker implements WrittenLines {
  isSatisfied = false;
  reader: JournalFileReader | null = null;
  offset = 0;
  private lines = 0;

  constructor(private readonly wanted: number) {}

  line(): void {
    this.lines++;
    if (this.lines === this.wanted) this.isSatisfied = true;
  }

  entries(reader: JournalFileReader, batch: Batch, from: number, to: number): void {
    for (let index = from; index < to && !this.isSatisfied; index++) {
      const start = index === 0 ? 0 : (batch.ends[index - 1] ?? 0);
      this.lines += countLines(batch.text, start, batch.ends[index] ?? 0);
      if (this.lines < this.wanted) continue;
      this.isSatisfied = true;
      this.reader = reader;
      this.offset = batch.offsets[index] ?? 0;
    }
  }
}

function countLines(text: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf(10, start); at >= 0 && at < end; at = text.indexOf(10, at + 1)) count++;
  return count;
}

function* entryAt(reader: JournalFileReader, header: JournalHeader, offset: number): Asking<JournalEntry | null> {
  const item = itemBytes(header.compact).entry;
  const bytes = yield* askBytes(reader.index, offset, fixedBytes.entry + maxFields * item);
  if (!(bytes instanceof Uint8Array) || bytes.length < fixedBytes.entry) return null;
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, readUint64(view, 8));
  const fields: JournalField[] = [];
  for (let at = fixedBytes.entry; at + item <= end; at += item) {
    const field = yield* fieldAt(reader, header, item === 4 ? view.getUint32(at, true) : readUint64(view, at), offset);
    if (field !== null) fields.push(field);
  }
  return {
    file: reader.name,
    seqnum: readUint64(view, 16),
    boot: toId(bytes, 40),
    realtime: readUint64(view, 24),
    monotonic: readUint64(view, 32),
    fields,
  };
}

function* fieldAt(
  reader: JournalFileReader,
  header: JournalHeader,
  offset: number,
  before: number,
): Asking<JournalField | null> {
  if (!isAligned(offset) || offset === 0 || offset >= before) return null;
  const data = new DataObject(header);
  let bytes = yield* askBytes(reader.index, offset, Math.min(maxFieldBytes, before - offset));
  if (!(bytes instanceof Uint8Array) || bytes.length < data.fixed) return null;
  if (!data.look(bytes, viewOf(bytes), 0, before - offset)) return null;
  if (data.compression !== 'none' && data.size > bytes.length && data.size <= maxValueBytes)
    bytes = yield* askBytes(reader.index, offset, data.size);
  if (!(bytes instanceof Uint8Array)) return null;
  let payload: Uint8Array | null = bytes.subarray(data.fixed, data.size);
  if (data.compression !== 'none') payload = yield* decode(data.compression, payload);
  return payload === null ? null : toField(payload);
}

function toField(payload: Uint8Array): JournalField | null {
  const equals = payload.indexOf(0x3d);
  if (equals < 1 || equals > 64) return null;
  const end = Math.min(payload.length, equals + 1 + maxValueLength);
  const value = decodeUtf8(payload, equals + 1, end);
  return { name: decodeUtf8(payload, 0, equals), value: end < payload.length ? `${value}…` : value };
}
