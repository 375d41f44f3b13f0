/** Tells whether one text is the beginning of another: a live log and its copy that was rotated in between are collected twice. */
import { crc32 } from 'node:zlib';

/** The beginning is compared at every power of two up to here, the rest by samples. */
const headBytes = 65_536;
const leastBytes = 1024;
const sampleEvery = 1024 * 1024;
const sampleBytes = 4096;

/** What is kept of a text. */
export class Fingerprint {
  length = 0;
  /** Checksums of the first 1024, 2048, 4096 ... bytes. */
  private readonly heads: number[] = [];
  private sum = 0;
  /** Checksums of samples at every mebibyte. */
  private readonly samples: number[] = [];
  private sample = 0;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += this.take(bytes.subarray(at));
  }

  /** True when this text, or all of it but a little at its end, is the beginning of the other. */
  isBeginningOf(other: Fingerprint): boolean {
    return (
      this.length >= leastBytes &&
      this.length <= other.length &&
      this.heads.every((sum, index) => sum === other.heads[index]) &&
      this.samples.every((sum, index) => sum === other.samples[index])
    );
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
