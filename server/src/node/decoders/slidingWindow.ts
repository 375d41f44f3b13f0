/** Decoded bytes that later ones may repeat: grows with what was decoded, never beyond what a format's window needs. */

/** Room behind the window, so that it is moved seldom. */
const leastRoom = 1024 * 1024;
const mostRoom = 32 * 1024 * 1024;

/** The last bytes of a decoder's output; writers put bytes at `end` of `bytes` after {@link reserve}. */
export class SlidingWindow {
  bytes: Uint8Array;
  end = 0;
  /** What is before was handed out already. */
  private fresh = 0;

  constructor(private readonly windowBytes: number) {
    this.bytes = new Uint8Array(Math.min(65_536, windowBytes));
  }

  /** Decoded bytes that were not handed out yet; valid until the next {@link reserve}. */
  take(): Uint8Array {
    const bytes = this.bytes.subarray(this.fresh, this.end);
    this.fresh = this.end;
    return bytes;
  }

  /** How many bytes {@link take} would give. */
  get waiting(): number {
    return this.end - this.fresh;
  }

  /** Makes room for `count` bytes; no more than 512 KiB may wait to be handed out. */
  reserve(count: number): void {
    if (this.end + count <= this.bytes.length) return;
    const largest = this.windowBytes + Math.max(leastRoom + count, Math.min(this.windowBytes, mostRoom));
    if (this.bytes.length < largest) {
      const grown = new Uint8Array(Math.min(largest, Math.max(this.bytes.length * 2, this.end + count)));
      grown.set(this.bytes.subarray(0, this.end));
      this.bytes = grown;
      if (this.end + count <= grown.length) return;
    }
    const keepFrom = Math.max(0, Math.min(this.fresh, this.end - this.windowBytes));
    this.bytes.copyWithin(0, keepFrom, this.end);
    this.end -= keepFrom;
    this.fresh -= keepFrom;
  }

  /** Forgets everything that was handed out. */
  forget(): void {
    this.bytes.copyWithin(0, this.fresh, this.end);
    this.end -= this.fresh;
    this.fresh = 0;
  }

  put(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  fill(value: number, count: number): void {
    this.reserve(count);
    this.bytes.fill(value, this.end, this.end + count);
    this.end += count;
  }
}

/** Repeats `length` bytes from `distance` before `out`, which may overlap; the new end. */
export function copyMatch(bytes: Uint8Array, out: number, distance: number, length: number): number {
  const end = out + length;
  let from = out - distance;
  if (length > 48 && distance >= length) {
    bytes.copyWithin(out, from, from + length);
    return end;
  }
  for (let to = out; to < end; ) bytes[to++] = bytes[from++] ?? 0;
  return end;
}
