/** XXH64, the checksum of zstd frames, in 32-bit halves (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). */

// The primes as high and low halves.
const p1h = 0x9e3779b1;
const p1l = 0x85ebca87;
const p2h = 0xc2b2ae3d;
const p2l = 0x27d4eb4f;
const p3h = 0x165667b1;
const p3l = 0x9e3779f9;
const p4h = 0x85ebca77;
const p4l = 0xc2b2ae63;
const p5h = 0x27d4eb2f;
const p5l = 0x165667c5;

/** High half of the product of two unsigned 32-bit numbers. */
function highProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const low = Math.imul(a0, b0) >>> 16;
  const first = (Math.imul(a1, b0) >>> 0) + low;
  const second = (Math.imul(a0, b1) >>> 0) + (first & 0xffff);
  return (Math.imul(a1, b1) + (first >>> 16) + (second >>> 16)) | 0;
}

/** A running XXH64 with seed 0. */
export class XxHash64 {
  /** Four accumulators, low half then high half each. */
  private readonly lanes = new Int32Array(8);
  private readonly pending = new Uint8Array(32);
  private pendingLength = 0;
  private length = 0;
  // The 64-bit number that the helpers work on.
  private high = 0;
  private low = 0;

  constructor() {
    this.reset();
  }

  reset(): void {
    const start: readonly (readonly [number, number])[] = [
      [p1h + p2h + (p1l + p2l > 0xffffffff ? 1 : 0), p1l + p2l],
      [p2h, p2l],
      [0, 0],
      [~p1h, -p1l],
    ];
    start.forEach(([high, low], lane) => {
      this.lanes[lane * 2] = low;
      this.lanes[lane * 2 + 1] = high;
    });
    this.pendingLength = 0;
    this.length = 0;
  }

  /** Takes more bytes. */
  update(bytes: Uint8Array, start = 0, end = bytes.length): void {
    let position = start;
    this.length += end - start;
    if (this.pendingLength > 0) {
      const wanted = Math.min(32 - this.pendingLength, end - position);
      this.pending.set(bytes.subarray(position, position + wanted), this.pendingLength);
      this.pendingLength += wanted;
      position += wanted;
      if (this.pendingLength < 32) return;
      this.stripes(this.pending, 0, 32);
      this.pendingLength = 0;
    }
    const whole = position + ((end - position) & ~31);
    this.stripes(bytes, position, whole);
    this.pending.set(bytes.subarray(whole, end));
    this.pendingLength = end - whole;
  }

  /** The lower half of the checksum of all bytes taken: what a zstd frame keeps. */
  lowHalf(): number {
    this.converge();
    const { pending, pendingLength } = this;
    let position = 0;
    for (; position + 8 <= pendingLength; position += 8) {
      const word = wordAt(pending, position);
      const next = wordAt(pending, position + 4);
      const before = [this.high, this.low] as const;
      this.high = next;
      this.low = word;
      this.round(0, 0);
      this.high ^= before[0];
      this.low ^= before[1];
      this.rotate(27);
      this.multiply(p1h, p1l);
      this.add(p4h, p4l);
    }
    if (position + 4 <= pendingLength) {
      const word = wordAt(pending, position);
      this.xorProduct(word, p1h, p1l);
      this.rotate(23);
      this.multiply(p2h, p2l);
      this.add(p3h, p3l);
      position += 4;
    }
    for (; position < pendingLength; position++) {
      this.xorProduct(pending[position] ?? 0, p5h, p5l);
      this.rotate(11);
      this.multiply(p1h, p1l);
    }
    this.avalanche();
    return this.low >>> 0;
  }

  private stripes(bytes: Uint8Array, start: number, end: number): void {
    if (start >= end) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { lanes } = this;
    for (let lane = 0; lane < 4; lane++) {
      let low = lanes[lane * 2] ?? 0;
      let high = lanes[lane * 2 + 1] ?? 0;
      for (let position = start + lane * 8; position < end; position += 32) {
        // lane += input * P2
        const inLow = view.getInt32(position, true);
        const inHigh = view.getInt32(position + 4, true);
        const productLow = Math.imul(inLow, p2l);
        const sum = (low >>> 0) + (productLow >>> 0);
        high =
          (high +
            highProduct(inLow, p2l) +
            Math.imul(inHigh, p2l) +
            Math.imul(inLow, p2h) +
            (sum > 0xffffffff ? 1 : 0)) |
          0;
        low = sum | 0;
        // rotate left by 31
        const turned = (high << 31) | (low >>> 1);
        low = (low << 31) | (high >>> 1);
        high = turned;
        // lane *= P1
        high = (highProduct(low, p1l) + Math.imul(high, p1l) + Math.imul(low, p1h)) | 0;
        low = Math.imul(low, p1l);
      }
      lanes[lane * 2] = low;
      lanes[lane * 2 + 1] = high;
    }
  }

  /** Brings the four lanes together and adds the length. */
  private converge(): void {
    const { lanes } = this;
    this.high = p5h;
    this.low = p5l;
    if (this.length >= 32) {
      let high = 0;
      let low = 0;
      [1, 7, 12, 18].forEach((turn, lane) => {
        this.load(lane);
        this.rotate(turn);
        const sum = (low >>> 0) + (this.low >>> 0);
        high = (high + this.high + (sum > 0xffffffff ? 1 : 0)) | 0;
        low = sum | 0;
      });
      for (let lane = 0; lane < 4; lane++) {
        this.low = lanes[lane * 2] ?? 0;
        this.high = lanes[lane * 2 + 1] ?? 0;
        this.round(0, 0);
        this.high ^= high;
        this.low ^= low;
        this.multiply(p1h, p1l);
        this.add(p4h, p4l);
        high = this.high;
        low = this.low;
      }
    }
    this.add(Math.floor(this.length / 2 ** 32), this.length | 0);
  }

  private load(lane: number): void {
    this.low = this.lanes[lane * 2] ?? 0;
    this.high = this.lanes[lane * 2 + 1] ?? 0;
  }

  /** (accumulator + number * P2) rotated by 31, times P1. */
  private round(high: number, low: number): void {
    this.multiply(p2h, p2l);
    this.add(high, low);
    this.rotate(31);
    this.multiply(p1h, p1l);
  }

  private xorProduct(factor: number, high: number, low: number): void {
    this.high ^= (highProduct(factor, low) + Math.imul(factor, high)) | 0;
    this.low ^= Math.imul(factor, low);
  }

  private avalanche(): void {
    this.xorShift(33);
    this.multiply(p2h, p2l);
    this.xorShift(29);
    this.multiply(p3h, p3l);
    this.xorShift(32);
  }

  private xorShift(count: number): void {
    if (count >= 32) this.low ^= this.high >>> (count - 32);
    else {
      this.low ^= (this.low >>> count) | (this.high << (32 - count));
      this.high ^= this.high >>> count;
    }
  }

  private rotate(count: number): void {
    const high = (this.high << count) | (this.low >>> (32 - count));
    this.low = (this.low << count) | (this.high >>> (32 - count));
    this.high = high;
  }

  private multiply(high: number, low: number): void {
    this.high = (highProduct(this.low, low) + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
    this.low = Math.imul(this.low, low);
  }

  private add(high: number, low: number): void {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    this.low = sum | 0;
  }
}

function wordAt(bytes: Uint8Array, position: number): number {
  return (
    (bytes[position] ?? 0) |
    ((bytes[position + 1] ?? 0) << 8) |
    ((bytes[position + 2] ?? 0) << 16) |
    ((bytes[position + 3] ?? 0) << 24)
  );
}
