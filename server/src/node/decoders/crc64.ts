/** CRC-64 as xz uses it (ECMA-182, reflected), in 32-bit halves. */

// One table for each of eight byte positions: low half and high half of each entry.
const lows: Int32Array[] = [];
const highs: Int32Array[] = [];

function buildTables(): void {
  for (let slice = 0; slice < 8; slice++) {
    const low = new Int32Array(256);
    const high = new Int32Array(256);
    for (let value = 0; value < 256; value++) {
      let a = slice === 0 ? value : (lows[slice - 1]?.[value] ?? 0);
      let b = slice === 0 ? 0 : (highs[slice - 1]?.[value] ?? 0);
      for (let bit = 0; bit < 8; bit++) {
        const odd = a & 1;
        a = (a >>> 1) | (b << 31);
        b >>>= 1;
        if (odd === 1) {
          a ^= 0xd7870f42;
          b ^= 0xc96c5795;
        }
      }
      low[value] = a;
      high[value] = b;
    }
    lows.push(low);
    highs.push(high);
  }
}

/** A running CRC-64. */
export class Crc64 {
  private low = -1;
  private high = -1;

  constructor() {
    if (lows.length === 0) buildTables();
  }

  update(bytes: Uint8Array): void {
    const [l0, l1, l2, l3, l4, l5, l6, l7] = lows as Tables;
    const [h0, h1, h2, h3, h4, h5, h6, h7] = highs as Tables;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let { low, high } = this;
    const whole = bytes.length & ~7;
    for (let position = 0; position < whole; position += 8) {
      const a = low ^ view.getInt32(position, true);
      const b = high ^ view.getInt32(position + 4, true);
      const [i0, i1, i2, i3] = [a & 255, (a >> 8) & 255, (a >> 16) & 255, a >>> 24];
      const [i4, i5, i6, i7] = [b & 255, (b >> 8) & 255, (b >> 16) & 255, b >>> 24];
      low =
        (l7[i0] ?? 0) ^
        (l6[i1] ?? 0) ^
        (l5[i2] ?? 0) ^
        (l4[i3] ?? 0) ^
        (l3[i4] ?? 0) ^
        (l2[i5] ?? 0) ^
        (l1[i6] ?? 0) ^
        (l0[i7] ?? 0);
      high =
        (h7[i0] ?? 0) ^
        (h6[i1] ?? 0) ^
        (h5[i2] ?? 0) ^
        (h4[i3] ?? 0) ^
        (h3[i4] ?? 0) ^
        (h2[i5] ?? 0) ^
        (h1[i6] ?? 0) ^
        (h0[i7] ?? 0);
    }
    for (let position = whole; position < bytes.length; position++) {
      const index = (low ^ (bytes[position] ?? 0)) & 255;
      low = ((low >>> 8) | (high << 24)) ^ (l0[index] ?? 0);
      high = (high >>> 8) ^ (h0[index] ?? 0);
    }
    this.low = low;
    this.high = high;
  }

  /** The sum's eight bytes, lowest first. */
  digest(): Uint8Array {
    const bytes = new Uint8Array(8);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, ~this.low, true);
    view.setInt32(4, ~this.high, true);
    return bytes;
  }
}

type Tables = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
