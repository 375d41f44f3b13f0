/** Finds every line of a source that mentions a thing by any of its names, in one pass over the raw bytes. */

import { shortestLiteral } from '../match/grams';
import { LiteralHits, LiteralSearch } from '../match/literalSearch';
import type { CreateKernel, ScanKernel } from '../match/scanKernel';
import { createPlainKernel, stepBytes } from '../match/scanKernel';
import type { Decode } from '../text/decode';
import { decodeUtf8, encodeUtf8 } from '../text/decode';
import { Needle } from './needle';

/** What may stand beside a name: a word stands alone, the first twelve digits of an id begin it, a disk may be followed by a partition's number. */
export type NameKind = 'word' | 'id' | 'uid' | 'device' | 'text';

/** A name to look for. */
export interface WantedName {
  readonly text: string;
  readonly kind: NameKind;
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

/** What a platform does faster than plain code; the results are the same. */
export interface SearchMeans {
  readonly createKernel?: CreateKernel | undefined;
  readonly decode?: Decode | undefined;
}

/** Characters that go on a name of its kind, before and after it: a hit between such ones is none. */
const goingOn: Readonly<Record<NameKind, readonly [RegExp | null, RegExp | null]>> = {
  word: [/[A-Za-z0-9-]/, /[A-Za-z0-9-]/],
  id: [/[0-9a-f]/, null],
  uid: [null, null],
  device: [/[A-Za-z0-9-]/, /[A-Za-z-]/],
  text: [null, null],
};

/** A part of a line as text, and whether the line goes on before and behind it. */
interface LookedAt {
  readonly text: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Who wants to know of lines. */
export interface MentionSink {
  /** Whether nothing need be said of a line, because it is known already. */
  isKnown(line: number): boolean;
  take(mention: LineMention): void;
}

/** Bytes of a line that are kept and looked at. */
const keptBytes = 16_384;

/** Looks for some names; sources are read one after the other or at the same time. */
export class MentionSearch {
  /** What all bytes are searched with; made when the first source is to be read as it stands. */
  private whole: WholeSearch | null = null;
  private readonly needles: readonly Needle[];
  private readonly hits: number[] = [];

  constructor(
    private readonly names: readonly WantedName[],
    private readonly means: SearchMeans,
  ) {
    this.needles = names.map(({ text }) => new Needle(text));
  }

  /** A reader for one source. */
  open(sink: MentionSink): MentionReader {
    const { createKernel = createPlainKernel, decode = decodeUtf8 } = this.means;
    this.whole ??= new WholeSearch(this.names, createKernel);
    const { whole } = this;
    const place = whole.take();
    return new MentionReader(
      place.kernel,
      (end) => whole.hitsIn(place, end),
      { decode, check: (looked) => this.check(looked), sink },
      () => whole.giveBack(place),
    );
  }

  /** Looks for some of the names, by their positions, in a few whole lines before which so many end. */
  look(bytes: Uint8Array, names: readonly number[], before: number, sink: MentionSink): void {
    const { hits, means } = this;
    hits.length = 0;
    for (const name of names) this.needles[name]?.find(bytes, hits);
    if (names.length > 1 && hits.length > 1) hits.sort((a, b) => a - b);
    const looking = { decode: means.decode ?? decodeUtf8, check: (looked: LookedAt) => this.check(looked), sink };
    let line = before + 1;
    let start = 0;
    let end = endOfLine(bytes, start);
    let looked = before;
    for (const hit of hits) {
      for (; end <= hit; line++) {
        start = end + 1;
        end = endOfLine(bytes, start);
      }
      if (looked < line) lookAtLine(looking, bytes, start, end, hit, line);
      looked = line;
    }
  }

  /** Where a line mentions the thing, as far as its text goes. */
  spanIn(text: string, isCutAfter: boolean): readonly [number, number] | undefined {
    return this.check({ text, isCutBefore: false, isCutAfter });
  }

  /** Where a line mentions the thing; `undefined` when what was found is part of something else. */
  private check({ text, isCutBefore, isCutAfter }: LookedAt): readonly [number, number] | undefined {
    for (const name of this.names) {
      const [before, after] = goingOn[name.kind];
      for (let start = text.indexOf(name.text); start >= 0; start = text.indexOf(name.text, start + 1)) {
        const end = start + name.text.length;
        const goesOn =
          (before !== null && (start === 0 ? isCutBefore : before.test(text.charAt(start - 1)))) ||
          (after !== null && (end === text.length ? isCutAfter : after.test(text.charAt(end))));
        if (!goesOn && name.accepts?.(text, start, end) !== false) return [start, end];
      }
    }
    return undefined;
  }
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(10, start);
  return end < 0 ? bytes.length : end;
}

/** What is done with a line in which something was found. */
interface Looking {
  readonly decode: Decode;
  readonly check: (looked: LookedAt) => readonly [number, number] | undefined;
  readonly sink: MentionSink;
}

/** Tells the sink of the line `[start, end)`, in which something was found at `hit`, if it mentions the thing. */
function lookAtLine(
  { decode, check, sink }: Looking,
  bytes: Uint8Array,
  start: number,
  end: number,
  hit: number,
  line: number,
): void {
  if (sink.isKnown(line)) return;
  // Of a line longer than what is kept, the part around the name says whether it is meant.
  const isNear = hit - start < keptBytes - 1024;
  const from = isNear ? start : Math.max(start, hit - 1024);
  const to = Math.min(end, from + keptBytes);
  const looked = decode(bytes, from, to).replace(/\r$/, '');
  const span = check({ text: looked, isCutBefore: from > start, isCutAfter: to < end });
  if (span === undefined) return;
  const text = isNear ? looked : decode(bytes, start, start + 1024);
  const [first, last] = isNear ? span : [0, 0];
  sink.take({ line, text, start: first, end: last });
}

/** Finds all names in all bytes, in one pass. */
class WholeSearch {
  private readonly search: LiteralSearch;
  private readonly hasLong: boolean;
  /** Names that a search for literals cannot take. */
  private readonly short: readonly Uint8Array[];
  private readonly idle: Workplace[] = [];

  constructor(
    names: readonly WantedName[],
    private readonly createKernel: CreateKernel,
  ) {
    const isLong = ({ text }: WantedName): boolean => text.length >= shortestLiteral && /^[\x20-\x7e]+$/.test(text);
    const long = names.filter(isLong);
    this.hasLong = long.length > 0;
    this.short = names.filter((name) => !isLong(name)).map(({ text }) => encodeUtf8(text));
    this.search = new LiteralSearch(this.hasLong ? long.map(({ text }) => text) : ['\0\0\0\0\0']);
  }

  take(): Workplace {
    return this.idle.pop() ?? { kernel: this.createKernel(this.search.table), hits: new LiteralHits() };
  }

  giveBack(place: Workplace): void {
    this.idle.push(place);
  }

  hitsIn({ kernel, hits }: Workplace, end: number): Int32Array {
    hits.count = 0;
    if (this.hasLong) this.search.search(kernel, 0, end, hits);
    const { bytes } = kernel;
    for (const wanted of this.short) {
      const first = wanted[0] ?? 0;
      for (let at = bytes.indexOf(first); at >= 0 && at + wanted.length <= end; at = bytes.indexOf(first, at + 1))
        if (wanted.every((value, index) => bytes[at + index] === value)) hits.add(at, 0);
    }
    return hits.positions.subarray(0, hits.count).sort();
  }
}

/** What one reader works with; used again by the next one. */
interface Workplace {
  readonly kernel: ScanKernel;
  readonly hits: LiteralHits;
}

/** Takes the bytes of one source; counts lines as everybody else does. */
export class MentionReader {
  private length = 0;
  private ended = 0;
  private isOver = false;

  constructor(
    private readonly kernel: ScanKernel,
    private readonly hitsIn: (end: number) => Int32Array,
    private readonly looking: Looking,
    private readonly release: () => void,
  ) {}

  /** The next bytes begin a line before which so many end: what lies between was left out because it mentions nothing. */
  skipTo(lines: number): void {
    this.flush();
    this.ended = lines;
  }

  push(chunk: Uint8Array): void {
    this.room(chunk.length).set(chunk);
    this.put(chunk.length);
  }

  /** Where the next bytes may be put, at most so many. */
  room(bytes: number): Uint8Array {
    const { kernel } = this;
    kernel.reserve(this.length + bytes);
    return kernel.bytes.subarray(this.length, this.length + bytes);
  }

  /** Takes so many bytes that were put into the {@link room}. */
  put(count: number): void {
    const { kernel } = this;
    this.length += count;
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
    this.flush();
    this.drop();
  }

  /** Ends before the line that was begun is whole: somebody else reads it. */
  drop(): void {
    if (this.isOver) return;
    this.isOver = true;
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
    const hits = this.hitsIn(end);
    let next = 0;
    let start = 0;
    for (let from = 0; from < end; from += stepBytes) {
      const count = kernel.findLineFeeds(from, Math.min(end, from + stepBytes));
      for (let index = 0; index < count; index++) {
        const lineEnd = kernel.lineFeeds[index] as number;
        this.ended++;
        const hit = hits[next];
        if (hit !== undefined && hit < lineEnd) {
          lookAtLine(this.looking, kernel.bytes, start, lineEnd, hit, this.ended);
          while ((hits[next] ?? end) < lineEnd) next++;
        }
        start = lineEnd + 1;
      }
    }
  }
}
