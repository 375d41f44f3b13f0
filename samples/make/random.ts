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

  /** One of some values. */
  pick<T>(values: readonly T[]): T {
    return values[this.between(0, values.length - 1)] as T;
  }

  /** Hexadecimal digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += Math.floor(this.next() * 16).toString(16);
    return text;
  }

  /** The five letters and digits that end a pod's name. */
  suffix(): string {
    return Array.from({ length: 5 }, () => this.pick([...'bcdfghjklmnpqrstvwxz2456789'])).join('');
  }
}
