/** XXH32, the checksum of lz4 frames (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). */

const p1 = 0x9e3779b1 | 0;
const p2 = 0x85ebca77 | 0;
const p3 = 0xc2b2ae3d | 0;
const p4 = 0x27d4eb2f | 0;
const p5 = 0x165667b1 | 0;

function rotate(value: number, count: number): number {
  return (value << count) | (value >>> (32 - count));
}

/** A running XXH32 with seed 0. */
export class XxHash32 {
  private readonly lanes = Int32Array.of(p1 + p2, p2, 0, -p1);
  private readonly pending = new Uint8Array(16);
  private pendingLength = 0;
  private length = 0;

  /** Takes more bytes. */
  update(bytes: Uint8Array): void {
    let position = 0;
    this.length += bytes.length;
    if (this.pendingLength > 0) {
      position = Math.min(16 - this.pendingLength, bytes.length);
      this.pending.set(bytes.subarray(0, position), this.pendingLength);
      this.pendingLength += position;
      if (this.pendingLength < 16) return;
      this.stripes(this.pending, 0, 16);
    }
    const whole = position + ((bytes.length - position) & ~15);
    this.stripes(bytes, position, whole);
    this.pending.set(bytes.subarray(whole));
    this.pendingLength = bytes.length - whole;
  }

  /** The checksum of all bytes taken. */
  digest(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.lanes;
    let sum = this.length >= 16 ? rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18) : p5;
    sum = (sum + this.length) | 0;
    const view = new DataView(this.pending.buffer);
    let position = 0;
    for (; position + 4 <= this.pendingLength; position += 4)
      sum = Math.imul(rotate((sum + Math.imul(view.getInt32(position, true), p3)) | 0, 17), p4);
    for (; position < this.pendingLength; position++)
      sum = Math.imul(rotate((sum + Math.imul(this.pending[position] ?? 0, p5)) | 0, 11), p1);
    sum = Math.imul(sum ^ (sum >>> 15), p2);
    sum = Math.imul(sum ^ (sum >>> 13), p3);
    return (sum ^ (sum >>> 16)) >>> 0;
  }

  private stripes(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let [a = 0, b = 0, c = 0, d = 0] = this.lanes;
    for (let position = start; position < end; position += 16) {
      a = Math.imul(rotate((a + Math.imul(view.getInt32(position, true), p2)) | 0, 13), p1);
      b = Math.imul(rotate((b + Math.imul(view.getInt32(position + 4, true), p2)) | 0, 13), p1);
      c = Math.imul(rotate((c + Math.imul(view.getInt32(position + 8, true), p2)) | 0, 13), p1);
      d = Math.imul(rotate((d + Math.imul(view.getInt32(position + 12, true), p2)) | 0, 13), p1);
    }
    this.lanes.set([a, b, c, d]);
  }
}
