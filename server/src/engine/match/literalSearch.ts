/** Finds any of several hundred literals in raw bytes in one pass, before any pattern runs (Wu and Manber, 1994). */

/** Positions and literals found by one search; reused from search to search. */
export class LiteralHits {
  /** Byte offsets, ascending. */
  positions = new Int32Array(1024);
  /** Index of the literal at each position. */
  literals = new Int32Array(1024);
  count = 0;

  add(position: number, literal: number): void {
    if (this.count === this.positions.length) {
      const positions = new Int32Array(this.count * 2);
      positions.set(this.positions);
      this.positions = positions;
      const literals = new Int32Array(this.count * 2);
      literals.set(this.literals);
      this.literals = literals;
    }
    this.positions[this.count] = position;
    this.literals[this.count] = literal;
    this.count++;
  }

  /** Drops the hits before index `from` and moves the others `by` bytes towards the beginning. */
  shift(from: number, by: number): void {
    for (let index = from; index < this.count; index++) {
      this.positions[index - from] = (this.positions[index] ?? 0) - by;
      this.literals[index - from] = this.literals[index] ?? 0;
    }
    this.count = Math.max(0, this.count - from);
  }
}

/** Bytes as frequent in node logs as blanks and lower-case letters make poor anchors; higher is rarer. */
function rarity(code: number): number {
  if (code === 32 || (code >= 97 && code <= 122 && 'etaonisrlcdu'.includes(String.fromCharCode(code)))) return 0;
  if (code >= 97 && code <= 122) return 2;
  if (code >= 48 && code <= 57) return 1;
  return code >= 65 && code <= 90 ? 3 : 3;
}

/** A fixed set of literals compiled into shift tables. */
export class LiteralSearch {
  /** Bytes compared as one block. */
  private static readonly window = 5;
  private readonly encoded: readonly Uint8Array[];
  /** Where in each literal its anchor window begins. */
  private readonly anchors: Int32Array;
  private readonly shifts = new Uint8Array(65_536);
  private readonly bucketStart = new Int32Array(65_537);
  private readonly bucket: Int32Array;

  /** `literals`: ASCII, each at least five bytes. */
  constructor(literals: readonly string[]) {
    const window = LiteralSearch.window;
    this.encoded = literals.map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0)));
    this.anchors = Int32Array.from(this.encoded, (bytes) => rarestWindow(bytes, window));
    this.shifts.fill(window - 1);
    const keys = new Int32Array(literals.length);
    this.encoded.forEach((bytes, literal) => {
      const anchor = this.anchors[literal] ?? 0;
      for (let index = 0; index < window - 1; index++) {
        const key = ((bytes[anchor + index] ?? 0) << 8) | (bytes[anchor + index + 1] ?? 0);
        const shift = window - 2 - index;
        if (shift < (this.shifts[key] ?? 0)) this.shifts[key] = shift;
        if (shift === 0) keys[literal] = key;
      }
    });
    const order = Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    this.bucket = Int32Array.from(order);
    for (const literal of order)
      this.bucketStart[(keys[literal] ?? 0) + 1] = (this.bucketStart[(keys[literal] ?? 0) + 1] ?? 0) + 1;
    for (let key = 0; key < 65_536; key++)
      this.bucketStart[key + 1] = (this.bucketStart[key + 1] ?? 0) + (this.bucketStart[key] ?? 0);
  }

  /** Adds to `hits` every literal that begins in `bytes[start, end)` and ends there too, by the order of their anchors. */
  search(bytes: Uint8Array, start: number, end: number, hits: LiteralHits): void {
    const { shifts, bucketStart, bucket } = this;
    let position = start + LiteralSearch.window - 1;
    while (position < end) {
      const key = ((bytes[position - 1] as number) << 8) | (bytes[position] as number);
      const shift = shifts[key] as number;
      if (shift > 0) {
        position += shift;
        continue;
      }
      const bucketEnd = bucketStart[key + 1] as number;
      for (let index = bucketStart[key] as number; index < bucketEnd; index++) {
        const literal = bucket[index] as number;
        const begin = position - (LiteralSearch.window - 1) - (this.anchors[literal] as number);
        if (begin >= start && this.standsAt(bytes, begin, end, literal)) hits.add(begin, literal);
      }
      position++;
    }
  }

  private standsAt(bytes: Uint8Array, begin: number, end: number, literal: number): boolean {
    const wanted = this.encoded[literal] as Uint8Array;
    if (begin + wanted.length > end) return false;
    for (let index = 0; index < wanted.length; index++) {
      if (bytes[begin + index] !== wanted[index]) return false;
    }
    return true;
  }
}

/** Start of the window whose last two bytes are the rarest, so that most text is skipped without a look at the literal. */
function rarestWindow(bytes: Uint8Array, window: number): number {
  let best = 0;
  let bestScore = -1;
  for (let start = 0; start + window <= bytes.length; start++) {
    const score = rarity(bytes[start + window - 2] ?? 0) + rarity(bytes[start + window - 1] ?? 0);
    if (score > bestScore) {
      bestScore = score;
      best = start;
    }
  }
  return best;
}
