/** Lets a number of calls to the disk be under way at a time: many are faster than one, and too many open files are an error. */

/** So many at a time. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private served = 0;

  constructor(private free: number) {}

  /** What a call comes to, once it is its turn. */
  async take<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await call();
    } finally {
      this.next();
    }
  }

  private next(): void {
    const next = this.waiting[this.served];
    if (next === undefined) {
      this.free++;
      this.waiting.length = 0;
      this.served = 0;
    } else {
      this.served++;
      next();
    }
  }
}
