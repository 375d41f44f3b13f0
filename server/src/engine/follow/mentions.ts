/** Finds every line of a source that mentions a thing by any of its names, in one pass over the raw bytes. */

import { shortestLiteral } from '../match/grams';
import { LiteralHits, LiteralSearch } from '../match/literalSearch';
import type { CreateKernel, ScanKernel } from '../match/scanKernel';
import { stepBytes } from '../match/scanKernel';
import { decodeUtf8, encodeUtf8 } from '../text/decode';

/** A name, and what may not stand beside it lest it be another one. */
export interface WantedName {
  readonly text: string;
  /** Characters that go on a name of its kind: a hit between such ones is none. */
  readonly before: RegExp | null;
  readonly after: RegExp | null;
  /** Last word on a hit in a line. */
  readonly accepts?: (line: string, start: number, end: number) => boolean;
}

/** A line that mentions it. */
export interface LineMention {
  /** 1-based. */
  readonly line: number;
  /** The beginning of the line. */
  readonly text: string;
  /** 0-based UTF-16 columns of the name; equal when it stands behind the text that is kept. */
  readonly start: number;
  readonly end: number;
}

/** Bytes of a line that are kept and looked at. */
const keptBytes = 16_384;

/** Looks for some names; sources are read one after the other or at the same time. */
export class MentionSearch {
  private readonly search: LiteralSearch | null;
  private readonly long: readonly WantedName[];
  /** Names that a search for literals cannot take. */
  private readonly short: readonly { readonly name: WantedName; readonly bytes: Uint8Array }[];
  private readonly idle: ScanKernel[] = [];

  constructor(
    names: readonly WantedName[],
    private readonly createKernel: CreateKernel,
  ) {
    const isLong = ({ text }: WantedName): boolean => text.length >= shortestLiteral && /^[\x20-\x7e]+$/.test(text);
    this.long = names.filter(isLong);
    this.short = names.filter((name) => !isLong(name)).map((name) => ({ name, bytes: encodeUtf8(name.text) }));
    this.search = new LiteralSearch(this.long.length > 0 ? this.long.map(({ text }) => text) : ['\0\0\0\0\0']);
  }

  /** A reader for one source. */
  open(found: (mention: LineMention) => void): MentionReader {
    const search = this.search as LiteralSearch;
    const kernel = this.idle.pop() ?? this.createKernel(search.table);
    return new MentionReader(
      kernel,
      (bytes, from, to) => this.hitsIn(kernel, bytes, from, to),
      this.check,
      found,
      () => this.idle.push(kernel),
    );
  }

  private hitsIn(kernel: ScanKernel, bytes: Uint8Array, from: number, to: number): number[] {
    const hits = new LiteralHits();
    if (this.long.length > 0) this.search?.search(kernel, from, to, hits);
    const found = [...hits.positions.subarray(0, hits.count)];
    for (const { bytes: wanted } of this.short) {
      const first = wanted[0] ?? 0;
      for (let at = bytes.indexOf(first, from); at >= 0 && at + wanted.length <= to; at = bytes.indexOf(first, at + 1))
        if (wanted.every((value, index) => bytes[at + index] === value)) found.push(at);
    }
    return found.sort((a, b) => a - b);
  }

  /** Where a line mentions the thing; `undefined` when what was found is part of something else. */
  private readonly check = (text: string): readonly [number, number] | undefined => {
    for (const name of [...this.long, ...this.short.map((one) => one.name)]) {
      for (let start = text.indexOf(name.text); start >= 0; start = text.indexOf(name.text, start + 1)) {
        const end = start + name.text.length;
        const goesOn =
          name.before?.test(text.charAt(start - 1)) === true || name.after?.test(text.charAt(end)) === true;
        if (!goesOn && name.accepts?.(text, start, end) !== false) return [start, end];
      }
    }
    return undefined;
  };
}

/** Takes the bytes of one source; counts lines as everybody else does. */
export class MentionReader {
  private length = 0;
  private ended = 0;
  private isOver = false;

  constructor(
    private readonly kernel: ScanKernel,
    private readonly hitsIn: (bytes: Uint8Array, from: number, to: number) => number[],
    private readonly check: (text: string) => readonly [number, number] | undefined,
    private readonly found: (mention: LineMention) => void,
    private readonly release: () => void,
  ) {}

  push(chunk: Uint8Array): void {
    const { kernel } = this;
    kernel.reserve(this.length + chunk.length);
    kernel.bytes.set(chunk, this.length);
    this.length += chunk.length;
    const end = kernel.bytes.subarray(0, this.length).lastIndexOf(10) + 1;
    if (end === 0) return;
    this.take(end);
    kernel.bytes.copyWithin(0, end, this.length);
    this.length -= end;
  }

  /** Behind missing bytes a new line begins; bytes that were left out are none. */
  gap({ kind }: { readonly kind: string }): void {
    if (kind === 'loss') this.flush();
  }

  tie(): void {}

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.flush();
    this.release();
  }

  private flush(): void {
    if (this.length === 0) return;
    const { kernel, length } = this;
    kernel.reserve(length + 1);
    kernel.bytes[length] = 10;
    this.take(length + 1);
    this.length = 0;
  }

  /** Takes whole lines. */
  private take(end: number): void {
    const { kernel } = this;
    const hits = this.hitsIn(kernel.bytes, 0, end);
    let next = 0;
    let start = 0;
    for (let from = 0; from < end; from += stepBytes) {
      const count = kernel.findLineFeeds(from, Math.min(end, from + stepBytes));
      for (let index = 0; index < count; index++) {
        const lineEnd = kernel.lineFeeds[index] as number;
        this.ended++;
        const hit = hits[next];
        if (hit !== undefined && hit < lineEnd) {
          this.line(start, lineEnd, hit);
          while ((hits[next] ?? end) < lineEnd) next++;
        }
        start = lineEnd + 1;
      }
    }
  }

  private line(start: number, end: number, hit: number): void {
    // Of a line longer than what is kept, the part around the name says whether it is meant.
    const isNear = hit - start < keptBytes - 1024;
    const from = isNear ? start : Math.max(start, hit - 1024);
    const looked = decodeUtf8(this.kernel.bytes, from, Math.min(end, from + keptBytes)).replace(/\r$/, '');
    const span = this.check(looked);
    if (span === undefined) return;
    const text = isNear ? looked : decodeUtf8(this.kernel.bytes, start, start + 1024);
    const [first, last] = isNear ? span : [0, 0];
    this.found({ line: this.ended, text, start: first, end: last });
  }
}
