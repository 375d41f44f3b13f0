/** Where things stand in a journal file: object types, flags, sizes, and how to read its little-endian numbers (systemd's JOURNAL_FILE_FORMAT.md). */

/** Types of objects; other numbers are of later versions and are skipped. */
export const ObjectType = {
  unused: 0,
  data: 1,
  field: 2,
  entry: 3,
  dataHashTable: 4,
  fieldHashTable: 5,
  entryArray: 6,
  tag: 7,
} as const;

/** Bits of an object's flags: how the payload of a DATA object is compressed. */
export const compressionBits = { xz: 1, lz4: 2, zstd: 4 } as const;

/** Every object begins with its type, its flags, six reserved bytes and its size. */
export const objectHeaderBytes = 16;

/** Sizes of the parts before the items or the payload, by type. */
export const fixedBytes = {
  data: 64,
  compactData: 72,
  field: 40,
  entry: 64,
  hashTable: 16,
  entryArray: 24,
  tag: 64,
} as const;

/** Bytes of one item of an entry and of an entry array, by the file's `compact` flag. */
export function itemBytes(compact: boolean): {
  readonly entry: number;
  readonly array: number;
} {
  return compact ? { entry: 4, array: 4 } : { entry: 16, array: 8 };
}

/** Objects begin at multiples of eight. */
export function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

/** True for a multiple of eight. */
export function isAligned(offset: number): boolean {
  return offset % 8 === 0;
}

/** A 64-bit number; over 2^53 it is only near the truth, which is enough to refuse it. */
export function readUint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 4_294_967_296 + view.getUint32(at, true);
}

/** A view of the same bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const hexDigits = '0123456789abcdef';

/** Sixteen bytes as systemd writes ids: 32 digits. */
export function toId(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let index = at; index < at + 16; index++) {
    const value = bytes[index] ?? 0;
    text += (hexDigits[value >> 4] ?? '') + (hexDigits[value & 15] ?? '');
  }
  return text;
}
