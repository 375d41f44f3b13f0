/**
 * Finds any of several hundred literals in raw bytes in one pass, before any pattern runs: looks at every fourth place only,
 * asks one bit whether the four bytes there belong to a literal at all, and compares the few that do.
 */
import type { GramTable } from './grams';
import { compileGrams, gramOf, shortestLiteral, slotOf } from './grams';
import type { ScanKernel } from './scanKernel';
import { stepBytes } from './scanKernel';

/** Positions and literals found by one search; reused from search to search. */
export class LiteralHits {
  /** Byte offsets, ascending from line to line. */
  positions = new Int32Array(1024);
  /** Index of the literal at each position. */
  literals = new Int32Array(1024);
  count = 0;

  add(position: number, literal: number): void {
    if (this.count === this.positions.length) {
      const positions = new Int32Array(this.count * 2);
      positions.set(this.positions);
      this.positions = positions;
      const literals = new Int32Array(this.count * 2);
      literals.set(this.literals);
      this.literals = literals;
    }
    this.positions[this.count] = position;
    this.literals[this.count] = literal;
    this.count++;
  }

  /** Drops the hits before index `from` and moves the others `by` bytes towards the beginning. */
  shift(from: number, by: number): void {
    for (let index = from; index < this.count; index++) {
      this.positions[index - from] = (this.positions[index] ?? 0) - by;
      this.literals[index - from] = this.literals[index] ?? 0;
    }
    this.count = Math.max(0, this.count - from);
  }
}

/** A fixed set of literals compiled for search. */
export class LiteralSearch {
  private readonly encoded: readonly Uint8Array[];
  /** What a kernel has to know. */
  readonly table: GramTable;

  /** `literals`: ASCII, each at least {@link shortestLiteral} bytes. */
  constructor(literals: readonly string[]) {
    this.encoded = literals.map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0)));
    if (this.encoded.some((bytes) => bytes.length < shortestLiteral)) throw new RangeError('a literal is too short');
    this.table = compileGrams(this.encoded);
  }

  /** Adds to `hits` every literal that begins in `[start, end)` of the kernel's bytes and ends there too. */
  search(kernel: ScanKernel, start: number, end: number, hits: LiteralHits): void {
    for (let from = start; from < end; from += stepBytes) {
      const to = Math.min(end, from + stepBytes);
      const count = kernel.findWords(from, to);
      const { bytes, words } = kernel;
      // A word on the border of two steps is found by both.
      const first = from === start ? from - 3 : from;
      for (let index = 0; index < count; index++) {
        const word = words[index] as number;
        if (word >= first && word < to) this.compare(bytes, word, start, end, hits);
      }
    }
  }

  private compare(bytes: Uint8Array, at: number, start: number, end: number, hits: LiteralHits): void {
    const { gram, literal, offset } = this.table;
    const wanted = gramOf(
      bytes[at] as number,
      bytes[at + 1] as number,
      bytes[at + 2] as number,
      bytes[at + 3] as number,
    );
    const lastSlot = gram.length - 1;
    for (let slot = slotOf(wanted, gram.length); literal[slot] !== 0; slot = (slot + 1) & lastSlot) {
      if (gram[slot] !== wanted) continue;
      const index = (literal[slot] as number) - 1;
      const begin = at - (offset[slot] as number);
      if (begin >= start && standsAt(bytes, begin, end, this.encoded[index] as Uint8Array)) hits.add(begin, index);
    }
  }
}

function standsAt(bytes: Uint8Array, begin: number, end: number, wanted: Uint8Array): boolean {
  if (begin + wanted.length > end) return false;
  for (let index = 0; index < wanted.length; index++) if (bytes[begin + index] !== wanted[index]) return false;
  return true;
}
