/** The loops that touch every byte of every source, so that a platform may bring faster ones than plain code. */
import type { SkimMemory } from '../skim/layout';
import type { GramTable } from './grams';
import { keyOf, patternOf, quickPlaceOf, secondPlaceOf, slotOf } from './grams';

/** Bytes that one call of a kernel looks at; more would leave the processor's nearest cache. */
export const stepBytes = 65_536;
/** Bytes whose lines are found in one call: as many as are usually put at a time, so that runs of lines seldom end for nothing else. */
export const lineStepBytes = 4 * stepBytes;

/** Memory for the bytes of one source, with the loops over it. Positions are indices into `bytes`. */
export interface ScanKernel {
  /** Where bytes are put before they are looked at. Replaced by `reserve`. */
  readonly bytes: Uint8Array;
  /** Line feeds found by the last `findLineFeeds`, ascending. Replaced by `reserve`. */
  readonly lineFeeds: Int32Array;
  /** Position and literal of each hit of the last `findLiterals`, by turns. Replaced by `reserve`. */
  readonly hits: Int32Array;
  /** Whether the last `findLineFeeds` came upon a NUL byte. */
  readonly hasNul: boolean;
  /** Goes over lines whose shape it was shown; `null` for a kernel that cannot: then every line is taken apart. */
  readonly skimmer: SkimMemory | null;
  /** Makes room for at least so many bytes; keeps what `bytes` holds. */
  reserve(capacity: number): void;
  /** Finds line feeds in `[start, end)`, at most {@link lineStepBytes} apart; how many. */
  findLineFeeds(start: number, end: number): number;
  /**
   * Finds the literals that begin and end in `[start, end)` and hold a gram in `[from, to)`; how many. `from` and `to` are multiples of 16, or the range's own ends, and at most {@link stepBytes} apart.
   */
  findLiterals(from: number, to: number, start: number, end: number): number;
}

/** Makes a kernel that looks for the literals of a table. */
export type CreateKernel = (table: GramTable) => ScanKernel;

/** Bytes behind the last one that a kernel may read. */
const slack = 64;

/** The loops in plain code. */
class PlainKernel implements ScanKernel {
  bytes = new Uint8Array(0);
  readonly lineFeeds = new Int32Array(lineStepBytes);
  hits = new Int32Array(1024);
  hasNul = false;
  readonly skimmer = null;
  private asWords = new Int32Array(0);
  private hitCount = 0;

  constructor(private readonly table: GramTable) {}

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
    this.hasNul = bytes.subarray(start, end).includes(0);
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

  findLiterals(from: number, to: number, start: number, end: number): number {
    const { asWords } = this;
    const { quick, bits, wordMask, behindMask } = this.table;
    const last = (to + 3) >> 2;
    this.hitCount = 0;
    for (let word = from >> 2; word < last; word++) {
      const key = keyOf((asWords[word] as number) & wordMask, (asWords[word + 1] as number) & behindMask);
      if (quick[quickPlaceOf(key)] === 0) continue;
      if ((patternOf(key) & ~(bits[secondPlaceOf(key)] as number)) === 0) this.compare(key, word << 2, start, end);
    }
    return this.hitCount;
  }

  private compare(key: number, at: number, start: number, end: number): void {
    const { first, literal, isLast, offset, texts } = this.table;
    const slot = slotOf(key, first.length);
    if (first[slot] === 0) return;
    for (let entry = (first[slot] as number) - 1; ; entry++) {
      const index = literal[entry] as number;
      const begin = at - (offset[entry] as number);
      if (begin >= start && standsAt(this.bytes, begin, end, texts[index] as Uint8Array)) this.addHit(begin, index);
      if (isLast[entry] !== 0) return;
    }
  }

  private addHit(position: number, literal: number): void {
    if (2 * this.hitCount === this.hits.length) {
      const hits = new Int32Array(this.hits.length * 2);
      hits.set(this.hits);
      this.hits = hits;
    }
    this.hits[2 * this.hitCount] = position;
    this.hits[2 * this.hitCount + 1] = literal;
    this.hitCount++;
  }
}

function standsAt(bytes: Uint8Array, begin: number, end: number, wanted: Uint8Array): boolean {
  if (begin + wanted.length > end) return false;
  for (let index = 0; index < wanted.length; index++) if (bytes[begin + index] !== wanted[index]) return false;
  return true;
}

/** The kernel that works everywhere. */
export const createPlainKernel: CreateKernel = (table) => new PlainKernel(table);

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
