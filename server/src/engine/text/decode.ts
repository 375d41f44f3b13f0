/** UTF-8 bytes to text, without any platform's decoder: only what matched or is shown is ever decoded. */

/** What {@link decodeUtf8} does; a platform may do it faster. */
export type Decode = (bytes: Uint8Array, start: number, end: number) => string;

const replacement = '\uFFFD';

/**
 * Decodes `bytes[start, end)`. Every invalid byte becomes U+FFFD, so that text before and after damage survives.
 * Returns a string of its own, never a slice that would keep a larger one alive.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  const parts: string[] = [];
  let position = start;
  while (position < end) {
    const asciiEnd = endOfAscii(bytes, position, Math.min(end, position + 4096));
    if (asciiEnd > position) {
      // Spreading the bytes instead takes seven times as long.
      parts.push(String.fromCharCode.apply(null, bytes.subarray(position, asciiEnd) as unknown as number[]));
      position = asciiEnd;
      continue;
    }
    const length = sequenceLength(bytes, position, end);
    if (length === 0) {
      parts.push(replacement);
      position++;
    } else {
      parts.push(String.fromCodePoint(codePointAt(bytes, position, length)));
      position += length;
    }
  }
  return parts.join('');
}

/** Number of UTF-16 units that `bytes[start, end)` decodes to by {@link decodeUtf8}. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  let position = start;
  while (position < end) {
    if ((bytes[position] ?? 0) < 0x80) {
      position++;
      units++;
      continue;
    }
    const length = sequenceLength(bytes, position, end);
    position += Math.max(1, length);
    units += length === 4 ? 2 : 1;
  }
  return units;
}

/** Encodes text as UTF-8; lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const ascii = new Uint8Array(text.length);
  let index = 0;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) break;
    ascii[index] = unit;
  }
  return index === text.length ? ascii : encodeRest(text, ascii, index);
}

/** Goes on where the first character that is not ASCII stands. */
function encodeRest(text: string, ascii: Uint8Array, from: number): Uint8Array {
  // No unit needs more than three bytes.
  const bytes = new Uint8Array(from + (text.length - from) * 3);
  bytes.set(ascii.subarray(0, from));
  let length = from;
  for (let index = from; index < text.length; ) {
    const point = text.codePointAt(index) ?? 0xfffd;
    index += point >= 0x10000 ? 2 : 1;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes[length++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = ((0xf00 >> (more + 1)) & 0xff) | (code >> (more * 6));
      for (let shift = (more - 1) * 6; shift >= 0; shift -= 6) bytes[length++] = 0x80 | ((code >> shift) & 63);
    }
  }
  return bytes.slice(0, length);
}

function endOfAscii(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && (bytes[position] ?? 0) < 0x80) position++;
  return position;
}

/** Length of the valid sequence at `at`, or 0. Overlong forms, surrogates and values over U+10FFFF are invalid. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first > 0xf4 || at + length > end) return 0;
  for (let index = 1; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const point = codePointAt(bytes, at, length);
  if (length === 3 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) return 0;
  return length === 4 && (point < 0x10000 || point > 0x10ffff) ? 0 : length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}
