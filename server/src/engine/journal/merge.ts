/** Puts the entries of several journal files into one order, as the journal numbered them, and leaves out what stands in two files. */
import type { BootTie } from '../model/sourceInfo';
import type { JournalAnswer, JournalAsk, JournalPart } from './asks';
import { BootTies } from './bootTies';
import type { Batch, JournalFileReader } from './fileReader';
import { about, lostStretch } from './wording';

/** Text is handed over in pieces of about this size. */
const pieceBytes = 256 * 1024;

type Merging<Result> = Generator<JournalAsk | JournalPart, Result, JournalAnswer>;

/** A file with its current batch; `at` is its next entry. */
interface Stream {
  readonly reader: JournalFileReader;
  readonly seqnumId: string;
  batch: Batch;
  at: number;
  /** Losses of the batch that were told already. */
  told: number;
}

/** Is told what is written, line by line and run by run, and may end it. */
export interface WrittenLines {
  readonly isSatisfied: boolean;
  /** A line that is of no entry. */
  line(): void;
  /** Entries `[from, to)` of a batch. */
  entries(reader: JournalFileReader, batch: Batch, from: number, to: number): void;
}

/** Merges streams of entries. */
export class Merge {
  duplicates = 0;
  readonly boots = new Set<string>();
  private readonly streams: Stream[] = [];
  private lastBoot = '';
  private out = new Uint8Array(pieceBytes);
  private outLength = 0;
  private outTie: BootTie | null = null;
  private readonly ties = new BootTies();

  constructor(private readonly witness: WrittenLines | null = null) {}

  /** Adds a file whose header was read. Only its first entry is read until its turn comes. */
  *add(reader: JournalFileReader): Merging<void> {
    const batch = yield* reader.next(1);
    reader.release();
    if (batch === null) return;
    const stream = {
      reader,
      seqnumId: reader.header?.seqnumId ?? '',
      batch,
      at: 0,
      told: 0,
    };
    this.streams.push(stream);
    if (batch.ends.length === 0 && !(yield* this.refill(stream))) this.drop(stream);
  }

  /** Everything that was added, in order. */
  *run(): Merging<void> {
    while (this.witness?.isSatisfied !== true) {
      const best = this.pick(null);
      if (best === null) break;
      if (yield* this.dropDuplicate(best)) continue;
      yield* this.write(best, this.pick(best));
      if (best.at === best.batch.ends.length && !(yield* this.refill(best))) this.drop(best);
    }
    yield* this.flush();
  }

  /** The stream with the earliest entry, `except` aside. */
  private pick(except: Stream | null): Stream | null {
    let best: Stream | null = null;
    for (const stream of this.streams) {
      if (stream !== except && (best === null || compare(stream, stream.at, best, best.at) < 0)) best = stream;
    }
    return best;
  }

  /** Drops one of two copies of an entry, the damaged one if one is. */
  private *dropDuplicate(best: Stream): Merging<boolean> {
    for (const other of this.streams) {
      if (other === best || !isSame(best, other)) continue;
      const dropped = other.batch.sound[other.at] === true || best.batch.sound[best.at] !== true ? best : other;
      yield* this.tellLosses(dropped);
      dropped.at++;
      this.duplicates++;
      if (dropped.at === dropped.batch.ends.length && !(yield* this.refill(dropped))) this.drop(dropped);
      return true;
    }
    return false;
  }

  /** Writes entries of a stream as long as they come before the other's next one. */
  private *write(stream: Stream, other: Stream | null): Merging<void> {
    const { batch } = stream;
    do {
      yield* this.tellLosses(stream);
      yield* this.tellBoot(batch.boots[stream.at] ?? '');
      const tie = this.ties.take(batch, stream.at);
      if (tie !== null) {
        yield* this.flush();
        this.outTie = tie;
      }
      const first = stream.at;
      this.passOver(stream, other);
      this.witness?.entries(stream.reader, batch, first, stream.at);
      yield* this.text(batch.text.subarray(first === 0 ? 0 : (batch.ends[first - 1] ?? 0), batch.ends[stream.at - 1]));
    } while (stream.at < batch.ends.length && (other === null || compare(stream, stream.at, other, other.at) < 0));
  }

  /** Passes over entries of one boot without losses between them. */
  private passOver(stream: Stream, other: Stream | null): void {
    const { batch } = stream;
    const boot = batch.boots[stream.at];
    const nextLoss = batch.losses[stream.told]?.entry ?? Number.POSITIVE_INFINITY;
    do stream.at++;
    while (
      stream.at < batch.ends.length &&
      stream.at < nextLoss &&
      batch.boots[stream.at] === boot &&
      !this.ties.wants(batch, stream.at) &&
      (other === null || compare(stream, stream.at, other, other.at) < 0)
    );
  }

  private *refill(stream: Stream): Merging<boolean> {
    for (;;) {
      yield* this.tellLosses(stream);
      const batch = yield* stream.reader.next();
      if (batch === null) return false;
      stream.batch = batch;
      stream.at = 0;
      stream.told = 0;
      if (batch.ends.length > 0) return true;
    }
  }

  private drop(stream: Stream): void {
    this.streams.splice(this.streams.indexOf(stream), 1);
    stream.reader.release();
  }

  /** Says what was lost before the stream's next entry, in the text and beside it. */
  private *tellLosses(stream: Stream): Merging<void> {
    const { losses } = stream.batch;
    for (let loss = losses[stream.told]; loss !== undefined && loss.entry <= stream.at; loss = losses[++stream.told]) {
      const { start, end, retry } = loss;
      const { reader } = stream;
      const reason = about(reader.name, lostStretch(start, end, loss.reason));
      yield* this.line(`-- Lost: ${reason.en} --`);
      yield* this.flush();
      yield { kind: 'gap', cost: 'loss', file: reader.index, start, end, reason, retry };
    }
  }

  private *tellBoot(boot: string): Merging<void> {
    if (boot === this.lastBoot) return;
    this.lastBoot = boot;
    this.boots.add(boot);
    yield* this.line(`-- Boot ${boot} --`);
  }

  private *line(text: string): Merging<void> {
    // A file's name may hold anything; the text has nothing but its lines.
    this.witness?.line();
    const plain = text.replace(/[^\x20-\x7e]/g, '?');
    yield* this.text(Uint8Array.from(`${plain}\n`, (character) => character.charCodeAt(0)));
  }

  private *text(bytes: Uint8Array): Merging<void> {
    if (this.outLength + bytes.length > pieceBytes) yield* this.flush();
    if (bytes.length >= pieceBytes) {
      yield { kind: 'text', bytes, tie: this.outTie };
      this.outTie = null;
      return;
    }
    this.out.set(bytes, this.outLength);
    this.outLength += bytes.length;
  }

  private *flush(): Merging<void> {
    if (this.outLength === 0) return;
    yield { kind: 'text', bytes: this.out.subarray(0, this.outLength), tie: this.outTie };
    this.outTie = null;
    this.out = new Uint8Array(pieceBytes);
    this.outLength = 0;
  }
}

/** Negative when entry `i` of `a` was logged before entry `j` of `b`. Within a file nothing is ever reordered. */
function compare(a: Stream, i: number, b: Stream, j: number): number {
  const first = a.batch;
  const second = b.batch;
  if (a.seqnumId === b.seqnumId) {
    const left = first.seqnums[i] ?? 0;
    const right = second.seqnums[j] ?? 0;
    if (left > 0 && right > 0) return left - right;
  }
  const left = first.monotonics[i] ?? -1;
  const right = second.monotonics[j] ?? -1;
  if (left >= 0 && right >= 0 && left !== right && first.boots[i] === second.boots[j]) return left - right;
  return (first.times[i] ?? 0) - (second.times[j] ?? 0);
}

function isSame(a: Stream, b: Stream): boolean {
  return (
    compare(a, a.at, b, b.at) === 0 &&
    a.batch.fingerprints[a.at] === b.batch.fingerprints[b.at] &&
    a.batch.monotonics[a.at] === b.batch.monotonics[b.at] &&
    a.batch.boots[a.at] === b.batch.boots[b.at]
  );
}
