/**
 * Finds any of many hundred literals in raw bytes in one pass, before any pattern runs: a kernel looks at every fourth place only,
 * asks tables whether the bytes there belong to a literal at all, and compares the few that do.
 */
import type { BuiltGrams, GramTable } from './grams';
import { compileGrams, shortestLiteral } from './grams';
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

/** The bytes of each; all lie in one piece of memory. */
function encode(literals: readonly string[]): Uint8Array[] {
  const memory = new Uint8Array(literals.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  return literals.map((text) => {
    if (text.length < shortestLiteral) throw new RangeError('a literal is too short');
    const start = end;
    for (let index = 0; index < text.length; index++) memory[end++] = text.charCodeAt(index);
    return memory.subarray(start, end);
  });
}

/** A fixed set of literals compiled for search. */
export class LiteralSearch {
  /** What a kernel has to know. */
  readonly table: GramTable;

  /** `literals`: ASCII, each at least {@link shortestLiteral} bytes. */
  constructor(literals: readonly string[], builtGrams?: BuiltGrams) {
    const texts = encode(literals);
    this.table = { ...(builtGrams?.(literals) ?? compileGrams(texts)), texts };
  }

  /** Adds to `hits` every literal that begins in `[start, end)` of the kernel's bytes and ends there too. */
  search(kernel: ScanKernel, start: number, end: number, hits: LiteralHits): void {
    for (let from = start; from < end; ) {
      // Steps meet where the kernel's vectors do, so that no word is looked at twice.
      const to = Math.min(end, (from & ~15) + stepBytes);
      const count = kernel.findLiterals(from, to, start, end);
      const found = kernel.hits;
      for (let index = 0; index < count; index++) hits.add(found[2 * index] as number, found[2 * index + 1] as number);
      from = to;
    }
  }
}
