/** Input of a decoder: bytes of a stream in the portions that the decoder asks for. */
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import type { InputPosition } from './decoders/decoder';

const nothing = new Uint8Array(0);

/** Takes the parts of a stream as bytes; gaps of the input are kept until they are asked for. */
export class Feed implements InputPosition {
  /** Bytes taken so far. */
  position = 0;
  private readonly iterator: AsyncIterator<StreamPart>;
  /** Gaps that were not told yet, with the position each was met at. */
  private waiting: { readonly gap: StreamGap; readonly at: number }[] = [];
  /** Bytes that were not taken yet: a view of the last part, or of `own`. */
  private rest: Uint8Array = nothing;
  private own: Uint8Array = nothing;
  private isOwn = false;
  private ended = false;

  constructor(input: ByteStream) {
    this.iterator = input[Symbol.asyncIterator]();
  }

  /** Bytes that can be had without waiting. */
  get available(): number {
    return this.rest.length;
  }

  /** Whether a gap of the input, which was not told yet, lies before the end of what is available. */
  get hasGaps(): boolean {
    return this.waiting.length > 0;
  }

  /** Waits until so many bytes are there, or the input ends; earlier answers are no longer valid. */
  async fill(count: number): Promise<void> {
    while (this.rest.length < count && !this.ended) {
      // What is left of the last part is valid only until the next one is asked for.
      this.keepRest(count);
      const next = await this.iterator.next();
      if (next.done === true) this.ended = true;
      else if ('gap' in next.value) this.waiting.push({ gap: next.value.gap, at: this.position + this.rest.length });
      else this.append(next.value.bytes);
    }
  }

  /** So many bytes, fewer when fewer are there; valid until the next {@link fill}. */
  peek(count: number): Uint8Array {
    return this.rest.length <= count ? this.rest : this.rest.subarray(0, count);
  }

  /** {@link peek}, and goes on behind them. */
  take(count: number): Uint8Array {
    const taken = this.peek(count);
    this.rest = this.rest.subarray(taken.length);
    this.position += taken.length;
    return taken;
  }

  /** Returns the last bytes that were taken. */
  putBack(bytes: Uint8Array): void {
    this.own = new Uint8Array(bytes.length + this.rest.length);
    this.own.set(bytes);
    this.own.set(this.rest, bytes.length);
    this.rest = this.own;
    this.isOwn = true;
    this.position -= bytes.length;
  }

  /** Gaps of the input before, at, or less than `ahead` bytes behind the position, that were not told yet. */
  gaps(ahead = 0): StreamGap[] {
    if (this.waiting.length === 0) return [];
    const due = this.waiting.filter(({ at }) => at <= this.position + ahead);
    this.waiting = this.waiting.filter(({ at }) => at > this.position + ahead);
    return due.map(({ gap }) => gap);
  }

  /** Everything that was not taken yet, as a stream. */
  async *parts(): AsyncGenerator<StreamPart> {
    try {
      for (;;) {
        if (this.rest.length === 0) await this.fill(1);
        for (const gap of this.gaps()) yield { gap };
        const next = this.waiting[0];
        const bytes = this.take(next === undefined ? this.rest.length : next.at - this.position);
        if (bytes.length > 0) yield { bytes };
        else if (this.ended && this.waiting.length === 0) return;
      }
    } finally {
      await this.close();
    }
  }

  /** Lets go of the input. */
  async close(): Promise<void> {
    if (!this.ended) await this.iterator.return?.();
    this.ended = true;
  }

  private keepRest(wanted: number): void {
    if (this.rest.length === 0 || this.isOwn) return;
    if (this.own.length < wanted) this.own = new Uint8Array(wanted * 2);
    this.own.set(this.rest);
    this.rest = this.own.subarray(0, this.rest.length);
    this.isOwn = true;
  }

  private append(bytes: Uint8Array): void {
    if (this.rest.length === 0) {
      this.rest = bytes;
      this.isOwn = false;
      return;
    }
    const start = this.rest.byteOffset - this.own.byteOffset;
    const length = this.rest.length + bytes.length;
    if (start + length <= this.own.length) this.own.set(bytes, start + this.rest.length);
    else {
      const target = length <= this.own.length ? this.own : new Uint8Array(length * 2);
      target.set(this.rest);
      target.set(bytes, this.rest.length);
      this.own = target;
      this.rest = target.subarray(0, length);
      return;
    }
    this.rest = this.own.subarray(start, start + length);
  }
}
