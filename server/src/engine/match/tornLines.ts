/** Lines that a terminal or a mail cut at its right margin: where they break, and the literals that a break tore. */
import type { LiteralSearch } from './literalSearch';
import { LiteralHits } from './literalSearch';
import type { ScanKernel } from './scanKernel';
import { createPlainKernel } from './scanKernel';
import type { SourceFiles } from './sourceFiles';

/** A record of more lines is no single line that was cut. */
const mostLines = 8;
/** Margins that people have. */
const narrowest = 60;
const widest = 260;
/** Who breaks at blanks leaves up to one word free. */
const longestWord = 30;
/** Bytes looked at on either side of a break. */
const reach = 128;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Starts of the lines behind the first one, when all lines of `[start, end)` end at one margin; else none. A line that begins with a
 * blank was written so, unless all lines before the last are equally long.
 */
export function marginBreaks(bytes: Uint8Array, start: number, end: number): number[] {
  const breaks: number[] = [];
  let blanks = 0;
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let from = start; ; ) {
    const feed = bytes.indexOf(lineFeed, from);
    if (feed < 0 || feed + 1 >= end) {
      if (end - from > longest + longestWord) return [];
      break;
    }
    const length = trimmed(bytes, from, feed) - from;
    longest = Math.max(longest, length);
    shortest = Math.min(shortest, length);
    from = feed + 1;
    if (bytes[from] === 32 || bytes[from] === 9) blanks++;
    breaks.push(from);
    if (breaks.length >= mostLines) return [];
  }
  const slack = blanks > 0 ? 0 : longestWord;
  return longest <= widest && shortest >= Math.max(narrowest, longest - slack) ? breaks : [];
}

/** Searches across breaks, with nothing and with a blank in the place of the break. */
export class TornLiterals {
  private readonly kernel: ScanKernel;
  private readonly hits = new LiteralHits();

  constructor(
    private readonly literals: LiteralSearch,
    private readonly files: SourceFiles,
  ) {
    this.kernel = createPlainKernel(literals.table);
    this.kernel.reserve(2 * reach + 1);
  }

  /** The literals that stand across breaks of a record that was cut at its margin. */
  find(bytes: Uint8Array, start: number, end: number): number[] {
    return marginBreaks(bytes, start, end).flatMap((next) => [
      ...this.across(bytes, start, next, end, false),
      ...this.across(bytes, start, next, end, true),
    ]);
  }

  private across(bytes: Uint8Array, start: number, next: number, end: number, withBlank: boolean): number[] {
    const { kernel, hits } = this;
    const stop = trimmed(bytes, start, next - 1);
    const from = Math.max(start, stop - reach);
    const seam = stop - from;
    const tail = Math.min(end, next + reach);
    kernel.bytes.set(bytes.subarray(from, stop), 0);
    if (withBlank) kernel.bytes[seam] = 32;
    const head = withBlank ? seam + 1 : seam;
    kernel.bytes.set(bytes.subarray(next, tail), head);
    hits.count = 0;
    this.literals.search(kernel, 0, head + tail - next, hits);
    const found = this.files.across(kernel.bytes.subarray(0, head + tail - next), seam);
    for (let index = 0; index < hits.count; index++) {
      const literal = hits.literals[index] as number;
      const { length } = this.literals.table.texts[literal] as Uint8Array;
      const at = hits.positions[index] as number;
      if (at < seam && at + length > seam) found.push(literal);
    }
    return found;
  }
}

function trimmed(bytes: Uint8Array, start: number, end: number): number {
  return end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
}
