/** What names stand where in a text that is indexed stretch by stretch: one look says in which of its stretches a name may stand at all. */
import type { LineStretch, NameIndex } from './nameIndex';
import { eachKey, NameLookup } from './nameIndex';

/** A stretch of whole lines with its index. */
export interface IndexedStretch {
  /** Where in the text it begins. */
  readonly from: number;
  readonly index: NameIndex;
}

/** Of a key so many bits, its highest ones, tell in which stretches it may stand: every fifth stretch is looked into in vain. */
const summaryBits = 18;
/** Stretches that one byte tells of. */
const inByte = 8;

/** The stretches of a text, without a gap, from its beginning on. */
export class TextNames<Stretch extends IndexedStretch = IndexedStretch> {
  private readonly all: Stretch[] = [];
  /** For each eight stretches in which of them keys were noted, by the beginnings of these. */
  private readonly summaries: Uint8Array[] = [];

  get stretches(): readonly Stretch[] {
    return this.all;
  }

  /** Where the first line begins that is in no stretch. */
  get end(): number {
    return endOf(this.all);
  }

  /** Sets a stretch in the place of the one with that number, or behind all others. */
  set(number: number, stretch: Stretch): void {
    this.all[number] = stretch;
    // A text of one stretch is looked into at once.
    if (number === 1) this.summarize(0);
    if (number > 0) this.summarize(number);
  }

  /** Lines that may mention one of several names, each told by numbers that all stand in such a line. */
  lookUp(names: readonly (readonly number[])[]): TextLookup {
    return new TextLookup([...this.all], this.summaries, names);
  }

  private summarize(number: number): void {
    const { index } = this.all[number] as Stretch;
    const group = Math.floor(number / inByte);
    const summary = this.summaries[group] ?? new Uint8Array(1 << summaryBits);
    this.summaries[group] = summary;
    const bit = 1 << (number % inByte);
    // What was noted of a shorter stretch in its place may stay: it leads to nothing.
    eachKey(index, summaryBits, (key) => {
      summary[key] = (summary[key] as number) | bit;
    });
  }
}

function endOf(stretches: readonly IndexedStretch[]): number {
  const last = stretches[stretches.length - 1];
  return last === undefined ? 0 : last.from + last.index.bytes;
}

/** Goes through lines of the stretches that there were when it began; no more are looked up than are asked for. */
export class TextLookup {
  /** Stretches that were begun. */
  begun = 0;
  private lookup: NameLookup | null = null;
  private from = 0;
  /** Lines before the stretch, and behind it. */
  private before = 0;
  private behind = 0;

  constructor(
    private readonly stretches: readonly IndexedStretch[],
    private readonly summaries: readonly Uint8Array[],
    private readonly names: readonly (readonly number[])[],
  ) {}

  /** Where the last stretch ends. */
  get end(): number {
    return endOf(this.stretches);
  }

  /** Lines of all stretches that were begun. */
  get lines(): number {
    return this.behind;
  }

  /** The next lines, with their place in the text, in no stretch behind the first `most`; `null` at the end. */
  next(most = Number.POSITIVE_INFINITY): LineStretch | null {
    for (;;) {
      const found = this.lookup?.next() ?? null;
      if (found !== null) {
        const { from, to, before, names } = found;
        return { from: this.from + from, to: this.from + to, before: this.before + before, names };
      }
      const stretch = this.begun < most ? this.stretches[this.begun] : undefined;
      if (stretch === undefined) return null;
      const number = this.begun++;
      this.from = stretch.from;
      this.before = this.behind;
      this.behind += stretch.index.lines;
      const mayStand = (keys: readonly number[]): boolean => this.mayStandIn(number, keys);
      this.lookup = this.names.some(mayStand) ? new NameLookup(stretch.index, this.names, mayStand) : null;
    }
  }

  private mayStandIn(stretch: number, keys: readonly number[]): boolean {
    const summary = this.summaries[Math.floor(stretch / inByte)];
    if (summary === undefined) return true;
    const bit = 1 << (stretch % inByte);
    for (const key of keys) if (((summary[key >>> (32 - summaryBits)] as number) & bit) === 0) return false;
    return true;
  }
}
