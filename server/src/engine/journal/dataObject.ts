/** One DATA object of a journal: where its payload stands, how it is compressed, whether its hash holds. */
import { hashResult, jenkinsHash, sipHash } from './hash';
import type { JournalHeader } from './header';
import { compressionBits, fixedBytes, ObjectType, readUint64 } from './layout';

/** A compressed payload, or a plain one. */
export type Compression = 'none' | 'xz' | 'lz4' | 'zstd';

/** Reads DATA objects of one file; one mutable cell for all of them. */
export class DataObject {
  /** Offset of the payload from the object's beginning. */
  readonly fixed: number;
  /** The whole object, after {@link look} returned true. */
  size = 0;
  compression: Compression = 'none';
  /** A hash of this file was right. Until then it may be the key that is damaged, not the values. */
  private hashesHold = false;
  private hashLow = 0;
  private hashHigh = 0;

  constructor(private readonly header: JournalHeader) {
    this.fixed = header.compact ? fixedBytes.compactData : fixedBytes.data;
  }

  /** Looks at the object at `bytes[at]`, of which at least {@link fixed} bytes are there; false when it is none or longer than `most`. */
  look(bytes: Uint8Array, view: DataView, at: number, most: number): boolean {
    if (bytes[at] !== ObjectType.data) return false;
    this.size = readUint64(view, at + 8);
    if (this.size <= this.fixed || this.size > most) return false;
    this.compression = compressionOf(bytes[at + 1] ?? 0);
    this.hashLow = view.getUint32(at + 16, true);
    this.hashHigh = view.getUint32(at + 20, true);
    return true;
  }

  /** False when the decoded payload `bytes[start, end)` is not what was written. */
  isSound(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.header.keyedHash) sipHash(bytes, start, end, this.header.fileId);
    else jenkinsHash(bytes, start, end);
    const holds = hashResult.low === this.hashLow && hashResult.high === this.hashHigh;
    this.hashesHold ||= holds;
    return holds || !this.hashesHold;
  }
}

function compressionOf(flags: number): Compression {
  if ((flags & compressionBits.zstd) !== 0) return 'zstd';
  if ((flags & compressionBits.lz4) !== 0) return 'lz4';
  return (flags & compressionBits.xz) === 0 ? 'none' : 'xz';
}
