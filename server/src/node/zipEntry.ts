/** Reads the headers of zip archives: the directory at the end, and what stands before each member (PKWARE APPNOTE 6.3.10). */

/** A member by the directory, or by its own header where there is no directory. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly modifiedMs: number | null;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly start: number;
  /** Sizes and checksum stand behind the data: the header does not know them. */
  readonly hasDescriptor: boolean;
  /** A link of Unix: its data are the target. */
  readonly isLink: boolean;
}

const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
export const localBytes = 30;
const directoryBytes = 46;
const unknown = 0xffffffff;

/** Where the directory is, by the record at the very end. */
export interface DirectoryPlace {
  readonly start: number;
  readonly size: number;
  readonly entries: number;
}

/** Looks for the end record in the last bytes of a file of `fileSize` bytes; `null` when there is none. */
export function findDirectory(tail: Uint8Array, fileSize: number): DirectoryPlace | 'zip64' | null {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const place = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    if (place.entries === 0xffff || place.size === unknown || place.start === unknown) return 'zip64';
    if (place.start + place.size <= fileSize - tail.length + at) return place;
  }
  return null;
}

/** Position of the zip64 end record, by its locator in the last bytes; `null` when there is none. */
export function findZip64(tail: Uint8Array): number | null {
  const view = viewOf(tail);
  for (let at = tail.length - 20; at >= 0; at--)
    if (view.getUint32(at, true) === 0x07064b50) return Number(view.getBigUint64(at + 8, true));
  return null;
}

/** The directory's place by a zip64 end record; `null` when it is none. */
export function readZip64(record: Uint8Array): DirectoryPlace | null {
  const view = viewOf(record);
  if (record.length < 56 || view.getUint32(0, true) !== 0x06064b50) return null;
  return {
    entries: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    start: Number(view.getBigUint64(48, true)),
  };
}

/** The entry at `at` of the directory and where the next begins; `null` when there is none. */
export function readDirectoryEntry(
  directory: Uint8Array,
  at: number,
): { readonly entry: ZipEntry; readonly end: number } | null {
  const view = viewOf(directory);
  if (at + directoryBytes > directory.length || view.getUint32(at, true) !== directorySignature) return null;
  const flags = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const nameStart = at + directoryBytes;
  const extra = directory.subarray(nameStart + nameBytes, nameStart + nameBytes + extraBytes);
  const wide = new WideNumbers(extra);
  const size = wide.next(view.getUint32(at + 24, true));
  const packedSize = wide.next(view.getUint32(at + 20, true));
  const start = wide.next(view.getUint32(at + 42, true));
  const isUnix = view.getUint8(at + 5) === 3;
  return {
    end: nameStart + nameBytes + extraBytes + view.getUint16(at + 32, true),
    entry: {
      name: nameOf(directory.subarray(nameStart, nameStart + nameBytes), flags),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      modifiedMs: unixTime(extra) ?? dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      checksum: view.getUint32(at + 16, true),
      packedSize,
      size,
      start,
      hasDescriptor: false,
      isLink: isUnix && view.getUint16(at + 40, true) >> 12 === 0o12,
    },
  };
}

/** Length of a member's own header by its fixed part; `null` when it is none. */
export function localEntryBytes(fixed: Uint8Array): number | null {
  const view = viewOf(fixed);
  if (fixed.length < localBytes || view.getUint32(0, true) !== localSignature) return null;
  return localBytes + view.getUint16(26, true) + view.getUint16(28, true);
}

/** A member's own header; `bytes` begin with it. `null` when it is none, or not whole. */
export function readLocalEntry(
  bytes: Uint8Array,
  start: number,
): { readonly entry: ZipEntry; readonly headBytes: number } | null {
  const view = viewOf(bytes);
  const headBytes = localEntryBytes(bytes);
  if (headBytes === null || bytes.length < headBytes) return null;
  const flags = view.getUint16(6, true);
  const nameBytes = view.getUint16(26, true);
  const extra = bytes.subarray(localBytes + nameBytes, headBytes);
  const wide = new WideNumbers(extra);
  const size = wide.next(view.getUint32(22, true));
  const packedSize = wide.next(view.getUint32(18, true));
  return {
    headBytes,
    entry: {
      name: nameOf(bytes.subarray(localBytes, localBytes + nameBytes), flags),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(8, true),
      modifiedMs: unixTime(extra) ?? dosTime(view.getUint16(12, true), view.getUint16(10, true)),
      checksum: view.getUint32(14, true),
      packedSize,
      size,
      start,
      hasDescriptor: (flags & 8) !== 0,
      isLink: false,
    },
  };
}

/** Checksum and size that stand behind a member's data, when `tail` ends with them; `bytes` is how long they are. */
export function readDescriptor(
  tail: Uint8Array,
): { readonly checksum: number; readonly size: number; readonly bytes: number } | null {
  const view = viewOf(tail);
  for (const [bytes, wide] of [
    [16, false],
    [24, true],
  ] as const) {
    const at = tail.length - bytes;
    if (at < 0 || view.getUint32(at, true) !== 0x08074b50) continue;
    const size = wide ? Number(view.getBigUint64(at + 16, true)) : view.getUint32(at + 12, true);
    return { checksum: view.getUint32(at + 4, true), size, bytes };
  }
  return null;
}

/** Numbers of 64 bits that stand in an extra field, in order, for those that the header marks as too large for it. */
class WideNumbers {
  private position = 0;
  private readonly field: Uint8Array;

  constructor(extra: Uint8Array) {
    this.field = extraField(extra, 1) ?? new Uint8Array(0);
  }

  next(narrow: number): number {
    if (narrow !== unknown || this.position + 8 > this.field.length) return narrow;
    const value = Number(viewOf(this.field).getBigUint64(this.position, true));
    this.position += 8;
    return value;
  }
}

function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** Modification by the extended timestamp field, in UTC. */
function unixTime(extra: Uint8Array): number | null {
  const field = extraField(extra, 0x5455);
  if (field === null || field.length < 5 || ((field[0] ?? 0) & 1) === 0) return null;
  return viewOf(field).getInt32(1, true) * 1000;
}

/** The clock of DOS states no zone; read as UTC it is good to a day. */
function dosTime(date: number, time: number): number | null {
  if (date === 0) return null;
  return Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('latin1');

/** Names without the UTF-8 flag are often UTF-8 all the same. */
function nameOf(bytes: Uint8Array, flags: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return (flags & 0x800) !== 0 ? new TextDecoder().decode(bytes) : latin.decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
