/** The two loops that touch every byte of every source, so that a platform may bring faster ones than plain code. */
import type { GramTable } from './grams';
import { hashOf } from './grams';

/** Bytes that one call of a kernel looks at; more would leave the processor's nearest cache. */
export const stepBytes = 65_536;

/** Memory for the bytes of one source, with the loops over it. Positions are indices into `bytes`. */
export interface ScanKernel {
  /** Where bytes are put before they are looked at. Replaced by `reserve`. */
  readonly bytes: Uint8Array;
  /** Line feeds found by the last `findLineFeeds`, ascending. Replaced by `reserve`. */
  readonly lineFeeds: Int32Array;
  /** Words found by the last `findWords`, ascending. Replaced by `reserve`. */
  readonly words: Int32Array;
  /** Makes room for at least so many bytes; keeps what `bytes` holds. */
  reserve(capacity: number): void;
  /** Finds line feeds in `[start, end)`, at most {@link stepBytes} apart; how many. */
  findLineFeeds(start: number, end: number): number;
  /**
   * Finds the positions divisible by four of words that overlap `[start, end)` and are grams of the table; how many. Words up
   * to 15 bytes outside, and words that only have a gram's hash, may be among them. The range is at most {@link stepBytes} long.
   */
  findWords(start: number, end: number): number;
}

/** Makes a kernel that looks for the grams of a table. */
export type CreateKernel = (table: GramTable) => ScanKernel;

/** Bytes behind the last one that a kernel may read. */
const slack = 64;

/** The loops in plain code. */
class PlainKernel implements ScanKernel {
  bytes = new Uint8Array(0);
  readonly lineFeeds = new Int32Array(stepBytes);
  readonly words = new Int32Array(stepBytes / 4 + 8);
  private asWords = new Int32Array(0);

  constructor(private readonly bits: Uint8Array) {}

  reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    const whole = Math.max(capacity, this.bytes.length * 2) + slack;
    const grown = new ArrayBuffer(whole + 4 - (whole % 4));
    const bytes = new Uint8Array(grown, 0, grown.byteLength - slack);
    bytes.set(this.bytes);
    this.bytes = bytes;
    this.asWords = new Int32Array(grown);
  }

  findLineFeeds(start: number, end: number): number {
    const { bytes, asWords, lineFeeds } = this;
    let count = 0;
    let position = start;
    for (; (position & 3) !== 0 && position < end; position++)
      if (bytes[position] === 10) lineFeeds[count++] = position;
    const lastWord = end >> 2;
    let word = position >> 2;
    for (; word < lastWord; word++) {
      // A byte that is zero, here and in no other way, borrows from the bit above it.
      const value = (asWords[word] as number) ^ 0x0a0a0a0a;
      if (((value - 0x01010101) & ~value & 0x80808080) === 0) continue;
      for (let at = word << 2; at < (word << 2) + 4; at++) if (bytes[at] === 10) lineFeeds[count++] = at;
    }
    for (position = Math.max(position, word << 2); position < end; position++)
      if (bytes[position] === 10) lineFeeds[count++] = position;
    return count;
  }

  findWords(start: number, end: number): number {
    const { asWords, bits, words } = this;
    const last = (end + 3) >> 2;
    let count = 0;
    for (let word = start >> 2; word < last; word++) {
      const hash = hashOf(asWords[word] as number);
      if ((((bits[hash >>> 3] as number) >>> (hash & 7)) & 1) !== 0) words[count++] = word << 2;
    }
    return count;
  }
}

/** The kernel that works everywhere. */
export const createPlainKernel: CreateKernel = ({ bits }) => new PlainKernel(bits);

/** Kernels of one triage: as many as sources are read at the same time, each used again. */
export class KernelPool {
  private readonly idle: ScanKernel[] = [];

  constructor(
    private readonly create: CreateKernel,
    private readonly table: GramTable,
  ) {}

  take(): ScanKernel {
    return this.idle.pop() ?? this.create(this.table);
  }

  give(kernel: ScanKernel): void {
    this.idle.push(kernel);
  }
}
