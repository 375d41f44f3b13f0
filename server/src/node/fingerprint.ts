/** Tells whether one text is the beginning of another, or the same: logs are collected twice, around a rotation or packed and unpacked. */
import { crc32 } from 'node:zlib';
import type { Files } from './files';

/** The beginning is compared at every power of two up to here, the rest by samples. */
const headBytes = 65_536;
const leastBytes = 1024;
const sampleEvery = 1024 * 1024;
const sampleBytes = 4096;

/** What is kept of a text: plain data that can be sent between threads and kept on disk. */
export interface Print {
  readonly length: number;
  /** Checksums of the first 1024, 2048, 4096 ... bytes. */
  readonly heads: readonly number[];
  /** Checksums of samples at every mebibyte. */
  readonly samples: readonly number[];
  /** Checksum of what came behind the last of these, as far as it is looked at. */
  readonly rest: number;
}

/** True when one text, or all of it but a little at its end, is the beginning of the other; short texts do not tell. */
export function isBeginningOf(text: Print, whole: Print): boolean {
  return (
    text.length >= leastBytes &&
    text.length <= whole.length &&
    text.heads.every((sum, index) => sum === whole.heads[index]) &&
    text.samples.every((sum, index) => sum === whole.samples[index])
  );
}

/** True when two texts are the same. */
export function isSameText(one: Print, other: Print): boolean {
  return (
    one.length === other.length && one.rest === other.rest && (one.length < leastBytes || isBeginningOf(one, other))
  );
}

/** Takes the bytes of a text. */
export class Fingerprint {
  private length = 0;
  private readonly heads: number[] = [];
  private readonly samples: number[] = [];
  private sum = 0;
  private sample = 0;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += this.take(bytes.subarray(at));
  }

  get print(): Print {
    const { length, heads, samples } = this;
    return { length, heads, samples, rest: length <= headBytes ? this.sum : this.sample };
  }

  /** Passes over bytes that no checksum is made of. */
  skip(count: number): void {
    this.length += count;
  }

  /** Takes bytes up to the next place where a checksum is due; how many. */
  private take(bytes: Uint8Array): number {
    const due = this.length < headBytes ? this.nextHead() : this.nextSample();
    const taken = bytes.subarray(0, due - this.length);
    if (this.length < headBytes) this.sum = crc32(taken, this.sum);
    else if (this.length % sampleEvery < sampleBytes) this.sample = crc32(taken, this.sample);
    this.length += taken.length;
    if (this.length < due) return taken.length;
    if (this.length <= headBytes) this.heads.push(this.sum);
    else if (this.length % sampleEvery === sampleBytes) {
      this.samples.push(this.sample);
      this.sample = 0;
    }
    return taken.length;
  }

  private nextHead(): number {
    return leastBytes * 2 ** this.heads.length;
  }

  /** The end of the sample that the text is in, or the beginning of the next. */
  private nextSample(): number {
    const into = this.length % sampleEvery;
    return this.length - into + (into < sampleBytes ? sampleBytes : sampleEvery);
  }
}

/** The fingerprint of a file's bytes, of which only those that count are read. */
export async function printOfFile(path: string, size: number, files: Files): Promise<Print> {
  const print = new Fingerprint();
  const handle = await files.open(path);
  try {
    const buffer = new Uint8Array(headBytes);
    const take = async (position: number, count: number): Promise<void> => {
      for (let at = position; at < position + count; ) {
        const read = await handle.read(buffer.subarray(0, position + count - at), at);
        if (read === 0) return;
        print.push(buffer.subarray(0, read));
        at += read;
      }
    };
    await take(0, Math.min(size, headBytes));
    for (let position = sampleEvery; position < size; position += sampleEvery) {
      print.skip(position - print.print.length);
      await take(position, Math.min(sampleBytes, size - position));
    }
    print.skip(size - print.print.length);
    return print.print;
  } finally {
    await handle.close();
  }
}
