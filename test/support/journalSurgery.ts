/** Changes journals byte by byte: what systemd 252 cannot write any more, and damage of every kind. */
import { execFileSync } from 'node:child_process';

/** Offsets in a journal's header. */
export const headerAt = {
  compatibleFlags: 8,
  incompatibleFlags: 12,
  headerSize: 88,
  entries: 152,
  entryArray: 176,
} as const;

const dataType = 1;
const entryArrayType = 6;
const tagType = 7;
const tagBytes = 64;
const unknownType = 77;

/** An object of a sound journal. */
export interface FoundObject {
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

/** All objects of a sound journal, in order. */
export function objectsOf(journal: Uint8Array): FoundObject[] {
  const view = viewOf(journal);
  const found: FoundObject[] = [];
  let offset = Number(view.getBigUint64(headerAt.headerSize, true));
  while (offset + 16 <= journal.length) {
    const size = Number(view.getBigUint64(offset + 8, true));
    if (size === 0) break;
    found.push({ type: journal[offset] ?? 0, offset, size });
    offset += Math.ceil(size / 8) * 8;
  }
  return found;
}

/** The first entry array's offset. */
export function firstEntryArray(journal: Uint8Array): number {
  return objectsOf(journal).find((object) => object.type === entryArrayType)?.offset ?? 0;
}

/** A copy with a 64-bit number changed. */
export function withNumber(journal: Uint8Array, offset: number, value: bigint): Uint8Array {
  const copy = journal.slice();
  viewOf(copy).setBigUint64(offset, value, true);
  return copy;
}

/** A copy whose long fields are compressed as systemd before 246 did, and sealed; what becomes free is seals and objects of an unknown type. */
export function recompressed(journal: Uint8Array, method: 'xz' | 'lz4'): Uint8Array {
  const copy = journal.slice();
  const view = viewOf(copy);
  const flags = view.getUint32(headerAt.incompatibleFlags, true);
  const fixed = (flags & 16) === 0 ? 64 : 72;
  view.setUint32(headerAt.incompatibleFlags, flags | (method === 'xz' ? 1 : 2), true);
  view.setUint32(headerAt.compatibleFlags, 1, true);
  for (const { type, offset, size } of objectsOf(journal)) {
    if (type !== dataType || size < fixed + 512) continue;
    const payload = journal.subarray(offset + fixed, offset + size);
    const packed = method === 'xz' ? xz(payload) : lz4(payload);
    const next = offset + Math.ceil(size / 8) * 8;
    const filler = offset + Math.ceil((fixed + packed.length) / 8) * 8;
    if (next - filler < 16) continue;
    copy.fill(0, offset + fixed, next);
    copy.set(packed, offset + fixed);
    copy[offset + 1] = method === 'xz' ? 1 : 2;
    view.setBigUint64(offset + 8, BigInt(fixed + packed.length), true);
    const unknown = next - filler < tagBytes + 16 ? filler : filler + tagBytes;
    if (unknown > filler) {
      copy[filler] = tagType;
      view.setBigUint64(filler + 8, BigInt(tagBytes), true);
    }
    copy[unknown] = unknownType;
    view.setBigUint64(unknown + 8, BigInt(next - unknown), true);
  }
  return copy;
}

function xz(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(execFileSync('xz', ['--check=none', '--stdout'], { input: bytes }));
}

/** The size, then one block: as many literals as there are before the first repetition of four bytes, then the repetitions. */
function lz4(bytes: Uint8Array): Uint8Array {
  const output: number[] = [0, 0, 0, 0, 0, 0, 0, 0];
  const seen = new Map<string, number>();
  const text = Buffer.from(bytes).toString('latin1');
  let literalStart = 0;
  let at = 0;
  // The format wants the last match to begin twelve bytes before the end, and the last five bytes to be literals.
  while (at < bytes.length - 12) {
    const key = text.slice(at, at + 4);
    const from = seen.get(key);
    seen.set(key, at);
    if (from === undefined || at - from > 65_535) {
      at++;
      continue;
    }
    let length = 4;
    while (at + length < bytes.length - 5 && bytes[from + length] === bytes[at + length]) length++;
    sequence(output, bytes.subarray(literalStart, at), at - from, length);
    at += length;
    literalStart = at;
  }
  sequence(output, bytes.subarray(literalStart), 0, 4);
  const packed = Uint8Array.from(output);
  viewOf(packed).setBigUint64(0, BigInt(bytes.length), true);
  return packed;
}

function sequence(output: number[], literals: Uint8Array, distance: number, length: number): void {
  const match = length - 4;
  output.push((Math.min(15, literals.length) << 4) | Math.min(15, match));
  longer(output, literals.length);
  output.push(...literals);
  if (distance === 0) return;
  output.push(distance & 255, distance >> 8);
  longer(output, match);
}

function longer(output: number[], length: number): void {
  if (length < 15) return;
  let rest = length - 15;
  for (; rest >= 255; rest -= 255) output.push(255);
  output.push(rest);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
