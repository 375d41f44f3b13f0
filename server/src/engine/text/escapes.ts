/** Escaped text made plain: JSON and Go quoting of envelopes, and the literal `\n` that daemons leave inside one line. */

/** Byte that a letter behind a backslash stands for; 0 for letters that stand for none. */
const simpleEscapes = new Uint8Array(256);
for (const [letter, meaning] of [
  ['n', 10],
  ['t', 9],
  ['r', 13],
  ['"', 0x22],
  ["'", 0x27],
  ['\\', 0x5c],
  ['/', 0x2f],
  ['b', 8],
  ['f', 12],
  ['a', 7],
  ['v', 11],
] as const)
  simpleEscapes[letter.charCodeAt(0)] = meaning;

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

/** The control character that rsyslog wrote at `at` as `#` and three octal digits; -1 when none stands there. */
export function octalControl(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== 0x23 || bytes[at + 1] !== 0x30 || at + 4 > end) return -1;
  const high = (bytes[at + 2] ?? 0) - 48;
  const low = (bytes[at + 3] ?? 0) - 48;
  return high >= 0 && high < 4 && low >= 0 && low < 8 ? high * 8 + low : -1;
}

const namedEntities: readonly (readonly [string, number])[] = [
  ['lt;', 0x3c],
  ['gt;', 0x3e],
  ['amp;', 0x26],
  ['quot;', 0x22],
  ['apos;', 0x27],
  ['nbsp;', 0x20],
];

const longestEntity = 8;

/** The ASCII character that HTML writes at `at` (`&lt;`, `&#34;`, `&#x22;`), and the length of what stands for it; a length of 0 for anything else. */
export function htmlEntity(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly value: number; readonly length: number } {
  entity.length = 0;
  if (bytes[at] !== 0x26) return entity;
  if (bytes[at + 1] !== 0x23) readNamed(bytes, at, end);
  else {
    const isHex = ((bytes[at + 2] ?? 0) | 32) === 0x78;
    let value = 0;
    let position = at + (isHex ? 3 : 2);
    const first = position;
    const stop = Math.min(end, at + longestEntity);
    for (
      let digit = digitOf(bytes[position], isHex);
      digit >= 0 && position < stop;
      digit = digitOf(bytes[position], isHex)
    ) {
      value = value * (isHex ? 16 : 10) + digit;
      position++;
    }
    if (position > first && position < end && bytes[position] === 0x3b && value >= 9 && value < 127) {
      entity.value = value;
      entity.length = position + 1 - at;
    }
  }
  return entity;
}

/** The one that was read last: no object for each. */
const entity = { value: 0, length: 0 };

function readNamed(bytes: Uint8Array, at: number, end: number): void {
  for (const [name, value] of namedEntities) {
    if (at + 1 + name.length > end) continue;
    let index = 0;
    while (index < name.length && bytes[at + 1 + index] === name.charCodeAt(index)) index++;
    if (index < name.length) continue;
    entity.value = value;
    entity.length = name.length + 1;
    return;
  }
}

function digitOf(value: number | undefined, isHex: boolean): number {
  const code = value ?? 0;
  if (code >= 48 && code <= 57) return code - 48;
  const letter = (code | 32) - 87;
  return isHex && letter >= 10 && letter < 16 ? letter : -1;
}

/** Length of what stands at `at` and is none of the text; 0 for text. */
export type LengthAt = (bytes: Uint8Array, at: number, end: number) => number;

/** Unescaped bytes of one text, and the way back to where each stood. */
export class EscapeBuffer {
  bytes = new Uint8Array(0);
  length = 0;
  private source: Uint8Array = this.bytes;
  private start = 0;
  private end = 0;
  /** What is left out, while text is stripped instead of unescaped. */
  private lengthAt: LengthAt | null = null;
  /** What begins an escape: a backslash, rsyslog's `#`, or HTML's `&`. */
  private mark = 0x5c;

  /**
   * Unescapes `source[start, end)` (a JSON or Go string's inside) into this buffer, replacing what it held.
   * An unknown or cut escape is kept as it stands. The source must not change while {@link originOf} is asked.
   */
  unescape(source: Uint8Array, start: number, end: number): void {
    this.begin(source, start, end, null);
    const { bytes } = this;
    let length = 0;
    let position = start;
    while (position < end) {
      const value = source[position] as number;
      if (value !== 0x5c || position + 1 >= end) {
        bytes[length++] = value;
        position++;
        continue;
      }
      const simple = simpleEscapes[source[position + 1] as number] as number;
      if (simple !== 0) {
        bytes[length++] = simple;
        position += 2;
        continue;
      }
      this.length = length;
      position += this.putEscape(source, position, end);
      length = this.length;
    }
    this.length = length;
  }

  /** Offset in the source of the escape or byte that the unescaped byte `offset` comes from. */
  originOf(offset: number): number {
    const { source, end } = this;
    const before = this.length;
    let position = this.start;
    this.length = 0;
    while (position < end) {
      const taken = this.step(source, position, end);
      if (this.length > offset) break;
      position += taken;
    }
    this.length = before;
    return position;
  }

  /** Takes what stands at `at`; how many source bytes that are. */
  private step(source: Uint8Array, at: number, end: number): number {
    const value = source[at] ?? 0;
    if (this.lengthAt !== null) {
      const left = this.lengthAt(source, at, end);
      if (left === 0) this.put(value);
      return Math.max(1, left);
    }
    if (value === this.mark && at + 1 < end) {
      if (value === 0x23) return this.putOctal(source, at, end);
      return value === 0x26 ? this.putEntity(source, at, end) : this.putEscape(source, at, end);
    }
    this.put(value);
    return 1;
  }

  /** Handles the `&quot;` at `at`; any other `&` is text. */
  private putEntity(source: Uint8Array, at: number, end: number): number {
    const { value, length } = htmlEntity(source, at, end);
    this.put(length === 0 ? 0x26 : value);
    return Math.max(1, length);
  }

  /** Handles the `#011` at `at`; any other `#` is text. */
  private putOctal(source: Uint8Array, at: number, end: number): number {
    const value = octalControl(source, at, end);
    this.put(value < 0 ? 0x23 : value);
    return value < 0 ? 1 : 4;
  }

  private put(value: number): void {
    this.bytes[this.length++] = value;
  }

  private putCodePoint(point: number): void {
    if (point < 0x80) this.put(point);
    else if (point < 0x800) {
      this.put(0xc0 | (point >> 6));
      this.put(0x80 | (point & 63));
    } else if (point < 0x10000) {
      this.put(0xe0 | (point >> 12));
      this.put(0x80 | ((point >> 6) & 63));
      this.put(0x80 | (point & 63));
    } else {
      this.put(0xf0 | (point >> 18));
      this.put(0x80 | ((point >> 12) & 63));
      this.put(0x80 | ((point >> 6) & 63));
      this.put(0x80 | (point & 63));
    }
  }

  /** Takes `source[start, end)` without what `lengthAt` says is none of the text. */
  strip(source: Uint8Array, start: number, end: number, lengthAt: LengthAt): void {
    this.begin(source, start, end, lengthAt);
    let position = start;
    while (position < end) position += this.step(source, position, end);
  }

  /** Takes `source[start, end)` with the control characters that rsyslog wrote as `#` and three octal digits. */
  unescapeOctal(source: Uint8Array, start: number, end: number): void {
    this.begin(source, start, end, null);
    this.mark = 0x23;
    let position = start;
    while (position < end) position += this.step(source, position, end);
  }

  /** Takes `source[start, end)` with the characters that HTML wrote as `&quot;` and the like. */
  unescapeHtml(source: Uint8Array, start: number, end: number): void {
    this.begin(source, start, end, null);
    this.mark = 0x26;
    let position = start;
    while (position < end) position += this.step(source, position, end);
  }

  private begin(source: Uint8Array, start: number, end: number, lengthAt: LengthAt | null): void {
    this.mark = 0x5c;
    this.source = source;
    this.start = start;
    this.end = end;
    this.lengthAt = lengthAt;
    this.length = 0;
    // What comes out is never longer.
    if (this.bytes.length < end - start) this.bytes = new Uint8Array(2 * (end - start));
  }

  /** Handles the escape at `at`; returns how many source bytes it took. */
  private putEscape(source: Uint8Array, at: number, end: number): number {
    const kind = source[at + 1] ?? 0;
    const simple = simpleEscapes[kind] ?? 0;
    if (simple !== 0) {
      this.put(simple);
      return 2;
    }
    if (kind === 0x78 && at + 4 <= end) {
      const value = hexValue(source, at + 2, 2);
      if (value >= 0) {
        this.put(value);
        return 4;
      }
    }
    if (kind === 0x75 && at + 6 <= end) return this.putUnicode(source, at, end);
    this.put(0x5c);
    return 1;
  }

  private putUnicode(source: Uint8Array, at: number, end: number): number {
    const first = hexValue(source, at + 2, 4);
    if (first < 0) {
      this.put(0x5c);
      return 1;
    }
    if (first >= 0xd800 && first < 0xdc00 && at + 12 <= end && source[at + 6] === 0x5c && source[at + 7] === 0x75) {
      const second = hexValue(source, at + 8, 4);
      if (second >= 0xdc00 && second < 0xe000) {
        this.putCodePoint(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        return 12;
      }
    }
    this.putCodePoint(first >= 0xd800 && first < 0xe000 ? 0xfffd : first);
    return 6;
  }
}

// One level or several of backslashes before n, t, r or a quote; what Go's JSON writes for <, > and &; colours as text; HTML's; rsyslog's #012;
// colours as bytes. A run of backslashes is taken as a whole, also where it stands before nothing of these: 64 KB of them are gone through once.
const escapedParts =
  /\\+(?:([ntr"'])|u00(3c|3e|26|22|27)|((?:x1b|u001b|033)\[[0-9;]*m))?|&(lt|gt|amp|quot|apos|nbsp|#34|#39|#x27|#x22);|#01[125]|(?:#033|\x1b)\[[0-9;]*m/g;

const characters: Readonly<Record<string, string>> = {
  '3c': '<',
  '3e': '>',
  '26': '&',
  '22': '"',
  '27': "'",
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#34': '"',
  '#39': "'",
  '#x27': "'",
  '#x22': '"',
};

/**
 * The message as its author wrote it, for patterns to look at: every level of `\"` becomes `"`, a literal `\n` or `#012`
 * becomes a line break, `&quot;` and `\u0022` their character, colour codes vanish. Positions are not kept; they are found again in the source.
 */
export function plainText(text: string): string {
  if (!text.includes('\\') && !text.includes('#0') && !text.includes('\x1b') && !text.includes('&')) return text;
  return text.replace(escapedParts, plainPart);
}

function plainPart(whole: string, letter?: string, unicode?: string, colour?: string, entity?: string): string {
  const name = unicode ?? entity;
  if (name !== undefined) return characters[name] ?? whole;
  if (letter === 'n' || whole === '#012') return '\n';
  if (letter === 't' || whole === '#011') return '\t';
  if (letter === 'r') return '';
  // A colour has one backslash; those before it are text, as are those before nothing.
  if (colour !== undefined) return whole.slice(0, -colour.length - 1);
  return letter ?? (whole.startsWith('\\') ? whole : '');
}
