/**
 * Source files of Go programs whose errors mean something whatever they say. Nearly every line of a component names one in its
 * header, so that no search looks for them: who takes lines apart knows the header.
 */

/** Where a line's header says how grave it is, and by which file it was written. */
interface Header {
  readonly levelStart: number;
  readonly levelEnd: number;
  readonly locationStart: number;
}

const colon = 58;
const blank = 32;
const longestName = 260;
/** Letters of klog's headers that tell of trouble: `E`, `F`, `W`. */
const letters: readonly (number | undefined)[] = [0x45, 0x46, 0x57];

/** Whether this literal is a source file as klog's header names it. */
export function isSourceFile(literal: string): boolean {
  return /^ \w+\.go:$/.test(literal);
}

/** True behind a header with a letter that tells of trouble. */
export function isTroubled(bytes: Uint8Array, { levelStart, levelEnd, locationStart }: Header): boolean {
  return levelEnd === levelStart + 1 && locationStart > levelEnd && letters.includes(bytes[levelStart]);
}

/** Numbers of the literals that are source files. */
export class SourceFiles {
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(literals: readonly string[], isFile: (literal: number) => boolean) {
    this.numbers = new Map(literals.flatMap((text, literal) => (isFile(literal) ? [[text, literal] as const] : [])));
  }

  /** The literal of the file that is named from `start` on, before `end`, or -1. */
  named(bytes: Uint8Array, start: number, end: number): number {
    if (start < 1 || bytes[start - 1] !== blank) return -1;
    const stop = bytes.subarray(start, Math.min(end, start + longestName)).indexOf(colon);
    if (stop < 0) return -1;
    return this.numbers.get(String.fromCharCode(...bytes.subarray(start - 1, start + stop + 1))) ?? -1;
  }

  /** The literals that stand across a seam of a text. */
  across(text: Uint8Array, seam: number): number[] {
    const found: number[] = [];
    for (const { 0: file, index } of String.fromCharCode(...text).matchAll(/ \w+\.go:/g)) {
      const literal = this.numbers.get(file);
      if (literal !== undefined && index < seam && index + file.length > seam) found.push(literal);
    }
    return found;
  }
}
