/** The header of a journal file: what kind of journal it is, or why it cannot be read. */
import type { Localized } from '../model/localized';
import { isAligned, readUint64, toId, viewOf } from './layout';
import { refusals } from './wording';

/** What the reader uses of a header. Counters are hints: the objects are what counts. */
export interface JournalHeader {
  readonly compact: boolean;
  /** DATA hashes are SipHash keyed with `fileId`, else Jenkins'. */
  readonly keyedHash: boolean;
  readonly state: 'offline' | 'online' | 'archived' | 'unknown';
  readonly fileId: Uint8Array;
  readonly machineId: string;
  /** Entries of files with equal ids are numbered together. */
  readonly seqnumId: string;
  /** First byte behind the header. */
  readonly headerBytes: number;
  /** Header and arena: what the file's size should be at least. */
  readonly usedBytes: number;
  readonly entries: number;
  readonly entryArrayOffset: number;
}

/** A header, or the reason why the file is left alone. */
export type HeaderReading =
  | {
      readonly kind: 'header';
      readonly header: JournalHeader;
    }
  | { readonly kind: 'refused'; readonly reason: Localized };

/** Bytes of a header that holds everything known. */
export const knownHeaderBytes = 272;

/** Every version wrote at least the members up to `tail_entry_monotonic`. */
const smallestHeaderBytes = 208;

const signature = [0x4c, 0x50, 0x4b, 0x53, 0x48, 0x48, 0x52, 0x48];

const states = ['offline', 'online', 'archived'] as const;

/** Names of the incompatible features, by bit; the last one is newer than this reader. */
const features = ['compressed-xz', 'compressed-lz4', 'keyed-hash', 'compressed-zstd', 'compact', 'segmented'];
const readableFeatures = 0b11111;
const keyedHashBit = 1 << 2;
const compactBit = 1 << 4;

/** True when a file's first bytes are those of a journal. */
export function isJournal(head: Uint8Array): boolean {
  return signature.every((value, index) => head[index] === value);
}

/** Reads a header from a file's first bytes. */
export function readHeader(bytes: Uint8Array, fileBytes: number): HeaderReading {
  if (!isJournal(bytes)) return { kind: 'refused', reason: refusals.noJournal };
  if (bytes.length < smallestHeaderBytes) return { kind: 'refused', reason: refusals.cutHeader };
  const view = viewOf(bytes);
  const incompatible = view.getUint32(12, true);
  const unknown = incompatible & ~readableFeatures;
  if (unknown !== 0) {
    return {
      kind: 'refused',
      reason: refusals.newer(nameBits(unknown)),
    };
  }
  const stated = readUint64(view, 88);
  const sound = stated >= smallestHeaderBytes && stated <= fileBytes && isAligned(stated);
  const headerBytes = sound ? stated : smallestHeaderBytes;
  return {
    kind: 'header',
    header: {
      compact: (incompatible & compactBit) !== 0,
      keyedHash: (incompatible & keyedHashBit) !== 0,
      state: states[bytes[16] ?? 3] ?? 'unknown',
      fileId: bytes.slice(24, 40),
      machineId: toId(bytes, 40),
      seqnumId: toId(bytes, 72),
      headerBytes,
      usedBytes: headerBytes + readUint64(view, 96),
      entries: readUint64(view, 152),
      entryArrayOffset: readUint64(view, 176),
    },
  };
}

function nameBits(bits: number): string {
  const names: string[] = [];
  for (let bit = 0; bit < 32; bit++) {
    if ((bits & (1 << bit)) !== 0) names.push(features[bit] ?? `incompatible flag ${bit}`);
  }
  return names.join(', ');
}
