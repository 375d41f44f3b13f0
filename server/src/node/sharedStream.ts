/** Hands a stream from the thread that decodes it to the thread that reads it, through a ring of shared memory that bounds how far the first may be ahead. */
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import { nextTurn } from './readSources';
import type { Stage } from './stage';

/** Shared memory between the two threads. */
export interface SharedStream {
  readonly memory: SharedArrayBuffer;
}

const slots = 8;
const slotBytes = 256 * 1024;
/** How often who waits looks whether the other side has gone. */
const lookMs = 50;

/** Places of the control words. */
const control = { written: 0, taken: 1, state: 2, count: 4 } as const;
/** What the word `state` says beside 0: the reader wants no more, or one of the threads is lost. */
const states = { closed: 1, broken: 2 } as const;
/** Numbers in the head of a slot: what it holds, how long that is, and the account of the decoder so far. */
const head = { kind: 0, length: 1, taken: 2, lost: 3, padding: 4, given: 5, count: 6 } as const;
const kinds = { bytes: 1, gap: 2, end: 3 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** A stream with nothing in it yet. */
export function newSharedStream(): SharedStream {
  const bytes = control.count * 4 + slots * (head.count * 8 + slotBytes);
  return { memory: new SharedArrayBuffer(bytes) };
}

/** The views of shared memory that both sides have. */
class Ring {
  readonly words: Int32Array;
  private readonly heads: Float64Array;
  private readonly bytes: Uint8Array;

  constructor({ memory }: SharedStream) {
    this.words = new Int32Array(memory, 0, control.count);
    this.heads = new Float64Array(memory, control.count * 4, slots * head.count);
    this.bytes = new Uint8Array(memory, control.count * 4 + slots * head.count * 8);
  }

  at(word: number): number {
    return Atomics.load(this.words, word);
  }

  head(index: number): Float64Array {
    const from = (index % slots) * head.count;
    return this.heads.subarray(from, from + head.count);
  }

  slot(index: number): Uint8Array {
    const from = (index % slots) * slotBytes;
    return this.bytes.subarray(from, from + slotBytes);
  }

  /** Sets a word and wakes who waits for it. */
  set(word: number, value: number): void {
    Atomics.store(this.words, word, value);
    Atomics.notify(this.words, word);
  }
}

/** Writes a stream for the other thread, which this one waits for when it is too far ahead; ends early when nobody reads on. */
export async function giveStream(shared: SharedStream, stream: ByteStream, stage: Stage): Promise<void> {
  const writer = new Writer(new Ring(shared), stage);
  for await (const part of stream) {
    if ('bytes' in part) writer.bytes(part.bytes);
    else writer.gap(part.gap);
    if (writer.isClosed) return;
  }
  writer.end();
}

/** Tells the side that is left that the other one is lost. */
export function breakStream(shared: SharedStream): void {
  new Ring(shared).set(control.state, states.broken);
}

class Writer {
  private filled = 0;

  constructor(
    private readonly ring: Ring,
    private readonly stage: Stage,
  ) {}

  get isClosed(): boolean {
    return this.ring.at(control.state) !== 0;
  }

  /** Decoders give small pieces: a slot is passed on when it is full. */
  bytes(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length && !this.isClosed; ) {
      const part = bytes.subarray(from, from + slotBytes - this.filled);
      if (this.filled === 0) this.awaitSlot();
      this.ring.slot(this.ring.at(control.written)).set(part, this.filled);
      this.filled += part.length;
      from += part.length;
      if (this.filled === slotBytes) this.flush();
    }
  }

  gap(gap: StreamGap): void {
    this.flush();
    const text = Buffer.from(JSON.stringify(gap));
    this.awaitSlot();
    this.ring.slot(this.ring.at(control.written)).set(text.subarray(0, slotBytes));
    this.pass(kinds.gap, text.length);
  }

  end(): void {
    this.flush();
    this.awaitSlot();
    this.pass(kinds.end, 0);
  }

  private flush(): void {
    if (this.filled > 0) this.pass(kinds.bytes, this.filled);
    this.filled = 0;
  }

  /** Waits until the slot that is next has been read. */
  private awaitSlot(): void {
    const { ring } = this;
    const written = ring.at(control.written);
    for (let taken = ring.at(control.taken); written - taken === slots; taken = ring.at(control.taken)) {
      if (this.isClosed) return;
      Atomics.wait(ring.words, control.taken, taken, lookMs);
    }
  }

  private pass(kind: Kind, length: number): void {
    const { ring, stage } = this;
    if (this.isClosed) return;
    const written = ring.at(control.written);
    ring.head(written).set([kind, length, stage.taken, stage.lost, stage.padding, stage.given]);
    ring.set(control.written, written + 1);
  }
}

/**
 * The stream that the other thread writes, this one asleep while there is none; `stage` becomes what the decoder's account is.
 * Throws when the other thread is lost.
 */
export async function* takeStream(
  shared: SharedStream,
  stage: Stage,
  signal: { readonly aborted: boolean },
): AsyncGenerator<StreamPart> {
  const ring = new Ring(shared);
  const own = new Uint8Array(slotBytes);
  try {
    for (let index = 0; ; index++) {
      while (ring.at(control.written) === index) {
        if (signal.aborted) return;
        if (ring.at(control.state) === states.broken) throw new Error('the decoding thread has ended');
        // Where this is the main thread, only its event loop hears of the other one's end.
        if (Atomics.wait(ring.words, control.written, index, lookMs) === 'timed-out') await nextTurn();
      }
      const [kind, length = 0, taken = 0, lost = 0, padding = 0, given = 0] = ring.head(index);
      Object.assign(stage, { taken, lost, padding, given });
      const bytes = own.subarray(0, length);
      bytes.set(ring.slot(index).subarray(0, length));
      ring.set(control.taken, index + 1);
      if (kind === kinds.end) return;
      if (kind === kinds.bytes) yield { bytes };
      else yield { gap: JSON.parse(Buffer.from(bytes).toString()) as StreamGap };
    }
  } finally {
    ring.set(control.state, states.closed);
    Atomics.notify(ring.words, control.taken);
  }
}
