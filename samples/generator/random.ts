/** Randomness that is the same on every machine and every run. */

/** A small generator with a fixed seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** 0 <= value < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in `share` of all cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of some values. */
  pick<T>(values: readonly T[]): T {
    return values[this.between(0, values.length - 1)] as T;
  }

  /** Hexadecimal digits. */
  hex(digits: number): string {
    return this.letters('0123456789abcdef', digits);
  }

  /** The five letters and digits that end a pod's name. */
  suffix(): string {
    return this.letters('bcdfghjklmnpqrstvwxz2456789', 5);
  }

  /** `count` letters of an alphabet. */
  letters(alphabet: string, count: number): string {
    let text = '';
    while (text.length < count) text += alphabet[this.between(0, alphabet.length - 1)];
    return text;
  }

  /** Moments from `from` to before `to`, `least` to `most` milliseconds apart. */
  *moments(from: number, to: number, least: number, most: number): Generator<number> {
    for (let ms = from; ms < to; ms += this.between(least, most)) yield ms;
  }
}
