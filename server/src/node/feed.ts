/** Input of a decoder: bytes as they come, with the possibility to put back what the decoder did not take. */
import type { ByteStream, StreamPart } from './byteStream';

/** Compressed bytes are handed over in slices of this size, so that no slice expands to more than memory holds. */
const sliceBytes = 16 * 1024;

/** Takes the parts of a stream as bytes; gaps of the input are kept for the end. */
export class Feed {
  readonly gaps: StreamPart[] = [];
  private rest: Uint8Array = new Uint8Array(0);
  private readonly iterator: AsyncIterator<StreamPart>;
  private ended = false;

  constructor(input: ByteStream) {
    this.iterator = input[Symbol.asyncIterator]();
  }

  /** At most 16 KiB more, or undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.rest.length === 0 && !this.ended) await this.more();
    if (this.rest.length === 0) return undefined;
    const slice = this.rest.subarray(0, sliceBytes);
    this.rest = this.rest.subarray(slice.length);
    return slice;
  }

  /** Exactly `count` bytes, or fewer at the end. */
  async take(count: number): Promise<Uint8Array> {
    while (this.rest.length < count && !this.ended) await this.more();
    const taken = this.rest.subarray(0, count);
    this.rest = this.rest.subarray(taken.length);
    return taken;
  }

  putBack(bytes: Uint8Array): void {
    if (bytes.length > 0) this.rest = this.rest.length === 0 ? bytes : Buffer.concat([bytes, this.rest]);
  }

  /** Skips NUL bytes; how many. */
  async skipNuls(): Promise<number> {
    let skipped = 0;
    for (let bytes = await this.next(); bytes !== undefined; bytes = await this.next()) {
      const start = bytes.findIndex((value) => value !== 0);
      if (start >= 0) {
        this.putBack(bytes.subarray(start));
        return skipped + start;
      }
      skipped += bytes.length;
    }
    return skipped;
  }

  /** Drops what is left; how many bytes. */
  async drain(): Promise<number> {
    let count = 0;
    for (let bytes = await this.next(); bytes !== undefined; bytes = await this.next()) count += bytes.length;
    return count;
  }

  private async more(): Promise<void> {
    const next = await this.iterator.next();
    if (next.done === true) this.ended = true;
    else if ('gap' in next.value) this.gaps.push(next.value);
    else this.rest = this.rest.length === 0 ? next.value.bytes : Buffer.concat([this.rest, next.value.bytes]);
  }
}
