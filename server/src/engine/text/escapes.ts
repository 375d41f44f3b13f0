/** Escaped text made plain: JSON and Go quoting of envelopes, and the literal `\n` that daemons leave inside one line. */

const simpleEscapes: Readonly<Record<number, number>> = {
  0x6e: 10, // n
  0x74: 9, // t
  0x72: 13, // r
  0x22: 0x22,
  0x27: 0x27,
  0x5c: 0x5c,
  0x2f: 0x2f,
  0x62: 8, // b
  0x66: 12, // f
  0x61: 7, // a
  0x76: 11, // v
};

function hexValue(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let index = 0; index < digits; index++) {
    const code = bytes[at + index] ?? 0;
    const digit =
      code >= 48 && code <= 57
        ? code - 48
        : code >= 97 && code <= 102
          ? code - 87
          : code >= 65 && code <= 70
            ? code - 55
            : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** Receives unescaped bytes and remembers, for each, where it stood in the source. */
export class EscapeBuffer {
  bytes = new Uint8Array(4096);
  /** Source offset of each byte. */
  origin = new Float64Array(4096);
  length = 0;

  private put(value: number, origin: number): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length] = value;
    this.origin[this.length] = origin;
    this.length++;
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
    const origin = new Float64Array(this.origin.length * 2);
    origin.set(this.origin);
    this.origin = origin;
  }

  private putCodePoint(point: number, origin: number): void {
    if (point < 0x80) this.put(point, origin);
    else if (point < 0x800) {
      this.put(0xc0 | (point >> 6), origin);
      this.put(0x80 | (point & 63), origin);
    } else if (point < 0x10000) {
      this.put(0xe0 | (point >> 12), origin);
      this.put(0x80 | ((point >> 6) & 63), origin);
      this.put(0x80 | (point & 63), origin);
    } else {
      this.put(0xf0 | (point >> 18), origin);
      this.put(0x80 | ((point >> 12) & 63), origin);
      this.put(0x80 | ((point >> 6) & 63), origin);
      this.put(0x80 | (point & 63), origin);
    }
  }

  /**
   * Unescapes `source[start, end)` (a JSON or Go string's inside) into this buffer, replacing what it held.
   * An unknown or cut escape is kept as it stands.
   */
  unescape(source: Uint8Array, start: number, end: number): void {
    this.length = 0;
    let position = start;
    while (position < end) {
      const value = source[position] ?? 0;
      if (value !== 0x5c || position + 1 >= end) {
        this.put(value, position);
        position++;
        continue;
      }
      position += this.putEscape(source, position, end);
    }
  }

  /** Takes `source[start, end)` without what `lengthAt` says is none of the text. */
  strip(source: Uint8Array, start: number, end: number, lengthAt: (at: number) => number): void {
    this.length = 0;
    let position = start;
    while (position < end) {
      const length = lengthAt(position);
      if (length === 0) this.put(source[position] ?? 0, position);
      position += Math.max(1, length);
    }
  }

  /** Handles the escape at `at`; returns how many source bytes it took. */
  private putEscape(source: Uint8Array, at: number, end: number): number {
    const kind = source[at + 1] ?? 0;
    const simple = simpleEscapes[kind];
    if (simple !== undefined) {
      this.put(simple, at);
      return 2;
    }
    if (kind === 0x78 && at + 4 <= end) {
      const value = hexValue(source, at + 2, 2);
      if (value >= 0) {
        this.put(value, at);
        return 4;
      }
    }
    if (kind === 0x75 && at + 6 <= end) return this.putUnicode(source, at, end);
    this.put(0x5c, at);
    return 1;
  }

  private putUnicode(source: Uint8Array, at: number, end: number): number {
    const first = hexValue(source, at + 2, 4);
    if (first < 0) {
      this.put(0x5c, at);
      return 1;
    }
    if (first >= 0xd800 && first < 0xdc00 && at + 12 <= end && source[at + 6] === 0x5c && source[at + 7] === 0x75) {
      const second = hexValue(source, at + 8, 4);
      if (second >= 0xdc00 && second < 0xe000) {
        this.putCodePoint(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), at);
        return 12;
      }
    }
    this.putCodePoint(first >= 0xd800 && first < 0xe000 ? 0xfffd : first, at);
    return 6;
  }
}

// One level or several of backslashes before n, t, r or a quote; rsyslog's #012; `\x1b[31m` as text and as bytes.
const escapedParts = /\\+([ntr"'])|#01[12]|(?:\\x1b|\\u001b|\x1b)\[[0-9;]*m/g;

/**
 * The message as its author wrote it, for patterns to look at: every level of `\"` becomes `"`, a literal `\n` or `#012`
 * becomes a line break, colour codes vanish. Positions are not kept; they are found again in the source.
 */
export function plainText(text: string): string {
  if (!text.includes('\\') && !text.includes('#01') && !text.includes('\x1b')) return text;
  return text.replace(escapedParts, (whole: string, letter: string | undefined) => {
    if (letter === 'n' || whole === '#012') return '\n';
    if (letter === 't' || whole === '#011') return '\t';
    if (letter === 'r') return '';
    return letter ?? '';
  });
}
