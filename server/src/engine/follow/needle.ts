/** Finds one name in few bytes, without the preparations that a search for many names in all bytes needs (Horspool's method). */
import { encodeUtf8 } from '../text/decode';

/** A name that is looked for. */
export class Needle {
  private readonly wanted: Uint8Array;
  /** For each value of the byte at the end of the place how far the next place may be. */
  private readonly steps = new Uint8Array(256);

  constructor(text: string) {
    const wanted = encodeUtf8(text);
    const last = wanted.length - 1;
    this.wanted = wanted;
    this.steps.fill(Math.min(255, Math.max(1, wanted.length)));
    for (let at = 0; at < last; at++) this.steps[wanted[at] as number] = Math.min(255, last - at);
  }

  /** Adds where it begins in the bytes. */
  find(bytes: Uint8Array, found: number[]): void {
    const { wanted, steps } = this;
    const last = wanted.length - 1;
    if (last < 0) return;
    const ending = wanted[last] as number;
    for (let end = last; end < bytes.length; ) {
      const byte = bytes[end] as number;
      if (byte === ending && this.standsAt(bytes, end - last)) found.push(end - last);
      end += steps[byte] as number;
    }
  }

  private standsAt(bytes: Uint8Array, from: number): boolean {
    const { wanted } = this;
    for (let at = 0; at < wanted.length; at++) if (bytes[from + at] !== wanted[at]) return false;
    return true;
  }
}
