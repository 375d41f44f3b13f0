/** Reads the 512 bytes that stand before every member of a tar archive, and the records that extend them (POSIX pax, GNU tar). */

/** Tar works in blocks of this size. */
export const blockBytes = 512;

/** What a header says, before extensions. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number | null;
  /** The type letter; `0` for plain files, however old archives mark them. */
  readonly type: string;
  readonly linkName: string;
  /** Stretches of data of a GNU sparse file, when they stand in the header; and whether more follow in extra blocks. */
  readonly sparse: SparseMap | null;
  readonly sparseGoesOn: boolean;
}

/** Where the data of a sparse file belong; everything else in it is NUL. */
export interface SparseMap {
  readonly stretches: readonly { readonly offset: number; readonly length: number }[];
  readonly realSize: number;
}

/** True when the block is a header: its checksum holds. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockBytes) return false;
  const stated = readOctal(block, 148, 8);
  if (stated === null || block[0] === 0) return false;
  let sum = 0;
  let signed = 0;
  for (let index = 0; index < blockBytes; index++) {
    const value = index >= 148 && index < 156 ? 32 : (block[index] ?? 0);
    sum += value;
    signed += value > 127 ? value - 256 : value;
  }
  // Some old programs summed signed bytes.
  return stated === sum || stated === signed;
}

/** True when the block calls itself a POSIX or GNU header: what is searched for behind damage. */
export function isMarkedHeader(block: Uint8Array): boolean {
  return text(block, 257, 5) === 'ustar' && isTarHeader(block);
}

export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((value) => value === 0);
}

/** What a header whose checksum holds says; `null` when its size makes no sense. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  const size = readNumber(block, 124, 12);
  if (size === null || size < 0 || size > Number.MAX_SAFE_INTEGER) return null;
  const letter = String.fromCharCode(block[156] ?? 0);
  const isGnu = text(block, 257, 8) === 'ustar  ';
  const isMarked = text(block, 257, 5) === 'ustar';
  const prefix = isMarked && !isGnu ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  const seconds = readNumber(block, 136, 12);
  const isSparse = letter === 'S';
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size,
    modifiedMs: seconds === null ? null : seconds * 1000,
    type: letter === '\0' || letter === '7' ? '0' : letter,
    linkName: text(block, 157, 100),
    sparse: isSparse ? { stretches: readStretches(block, 386, 4), realSize: readNumber(block, 483, 12) ?? 0 } : null,
    sparseGoesOn: isSparse && block[482] !== 0,
  };
}

/** The map that stands in extra blocks behind the header of a GNU sparse file; `more` when yet another follows. */
export function readSparseBlock(block: Uint8Array): {
  readonly stretches: SparseMap['stretches'];
  readonly more: boolean;
} {
  return { stretches: readStretches(block, 0, 21), more: block[504] !== 0 };
}

function readStretches(block: Uint8Array, start: number, count: number): { offset: number; length: number }[] {
  const stretches: { offset: number; length: number }[] = [];
  for (let index = 0; index < count; index++) {
    const offset = readNumber(block, start + index * 24, 12);
    const length = readNumber(block, start + index * 24 + 12, 12);
    if (offset === null || length === null || (block[start + index * 24] ?? 0) === 0) break;
    stretches.push({ offset, length });
  }
  return stretches;
}

/** A number in octal digits, or in binary when the first bit is set; `null` when it is neither. */
function readNumber(block: Uint8Array, start: number, length: number): number | null {
  const first = block[start] ?? 0;
  if ((first & 0x80) === 0) return readOctal(block, start, length);
  if ((first & 0x40) !== 0) return null;
  let value = first & 0x3f;
  for (let index = 1; index < length; index++) value = value * 256 + (block[start + index] ?? 0);
  return value;
}

function readOctal(block: Uint8Array, start: number, length: number): number | null {
  const digits = text(block, start, length).trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

const decoder = new TextDecoder();

/** Text up to the first NUL. */
export function text(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

/** The records of a pax extended header: `LENGTH KEY=VALUE\n`. What makes no sense ends the list. */
export function readPax(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let position = 0; position < bytes.length; ) {
    const space = bytes.indexOf(32, position);
    if (space < 0 || space - position > 12) break;
    const length = Number(decoder.decode(bytes.subarray(position, space)));
    const equals = bytes.indexOf(61, space);
    const end = position + length;
    if (!Number.isInteger(length) || equals < 0 || equals >= end || end > bytes.length) break;
    const key = decoder.decode(bytes.subarray(space + 1, equals));
    const value = decoder.decode(bytes.subarray(equals + 1, end - 1));
    // The old GNU sparse map repeats two keys for every stretch.
    const known = records.get(key);
    records.set(
      key,
      known !== undefined && /^GNU\.sparse\.(?:offset|numbytes)$/.test(key) ? `${known},${value}` : value,
    );
    position = end;
  }
  return records;
}

/** The sparse map that pax records state (GNU formats 0.0 and 0.1); `null` when there is none. */
export function paxSparseMap(records: ReadonlyMap<string, string>): SparseMap | null {
  const realSize = Number(records.get('GNU.sparse.size') ?? records.get('GNU.sparse.realsize') ?? Number.NaN);
  const map = records.get('GNU.sparse.map')?.split(',').map(Number);
  const offsets = records.get('GNU.sparse.offset')?.split(',').map(Number);
  const lengths = records.get('GNU.sparse.numbytes')?.split(',').map(Number);
  const flat = map ?? offsets?.flatMap((offset, index) => [offset, lengths?.[index] ?? 0]);
  if (flat === undefined || !Number.isFinite(realSize)) return null;
  return { realSize, stretches: pairs(flat) };
}

/** Stretches from offset, length, offset, length ... */
export function pairs(numbers: readonly number[]): { readonly offset: number; readonly length: number }[] {
  const stretches: { offset: number; length: number }[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2)
    stretches.push({ offset: numbers[index] ?? 0, length: numbers[index + 1] ?? 0 });
  return stretches;
}
