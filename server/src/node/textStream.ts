/** Brings text to what the engine reads, UTF-8 without a byte order mark; long runs of NUL bytes become holes of known size. */
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import type { Stage } from './stage';

/** Encodings that are told by content; everything that is no UTF-16 or UTF-32 is read as UTF-8, whatever its bytes. */
export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** NUL bytes in a row that are left out; fewer are part of the text. */
const leastHole = 64;

/** The encoding of text that begins with `head`. */
export function encodingOf(head: Uint8Array): Encoding {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8 with mark';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && head.length >= 4 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return unmarkedEncoding(head);
}

/** Without a mark: nearly every second byte is NUL, always on the same side. */
function unmarkedEncoding(head: Uint8Array): Encoding {
  const pairs = Math.min(head.length, 512) >> 1;
  if (pairs < 4) return 'utf-8';
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs; index++) {
    if (head[index * 2] === 0) even++;
    if (head[index * 2 + 1] === 0) odd++;
  }
  if (odd * 10 > pairs * 7 && even * 20 < pairs) return 'utf-16le';
  if (even * 10 > pairs * 7 && odd * 20 < pairs) return 'utf-16be';
  return 'utf-8';
}

/** The text of a stream; `stage` is the account of an encoding that is not plain UTF-8. */
export function textStream(stream: ByteStream, encoding: Encoding, stage: Stage | null): ByteStream {
  if (encoding === 'utf-8' || stage === null) return withHoles(stream);
  return withHoles(
    counted(encoding === 'utf-8 with mark' ? withoutMark(stream, stage) : transcode(stream, encoding, stage), stage),
  );
}

async function* counted(stream: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  for await (const part of stream) {
    if ('bytes' in part) stage.given += part.bytes.length;
    yield part;
  }
}

async function* withoutMark(stream: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  let left = 3;
  for await (const part of stream) {
    if ('gap' in part) {
      yield part;
      continue;
    }
    stage.taken += part.bytes.length;
    const bytes = part.bytes.subarray(Math.min(left, part.bytes.length));
    left -= part.bytes.length - bytes.length;
    if (bytes.length > 0) yield { bytes };
  }
}

/** Leaves out long runs of NUL bytes. */
async function* withHoles(stream: ByteStream): AsyncGenerator<StreamPart> {
  /** NUL bytes at the end of what was seen, which may go on. */
  let run = 0;
  for await (const part of stream) {
    if ('gap' in part) {
      yield* endRun(run);
      run = 0;
      yield part;
      continue;
    }
    const { bytes } = part;
    for (let position = 0; position < bytes.length; ) {
      if (bytes[position] === 0) {
        let end = position + 1;
        while (end < bytes.length && bytes[end] === 0) end++;
        run += end - position;
        position = end;
        continue;
      }
      yield* endRun(run);
      run = 0;
      const end = endOfText(bytes, position);
      yield { bytes: bytes.subarray(position, end) };
      position = end;
    }
  }
  yield* endRun(run);
}

/** Where the next long run of NUL bytes begins, or one that the end of the bytes cuts off. */
function endOfText(bytes: Uint8Array, from: number): number {
  // A Buffer's search is several times as fast as that of other arrays.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let start = buffer.indexOf(0, from); start >= 0; ) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] === 0) end++;
    if (end - start >= leastHole || end === bytes.length) return start;
    start = buffer.indexOf(0, end);
  }
  return bytes.length;
}

function* endRun(run: number): Generator<StreamPart> {
  if (run >= leastHole) yield { gap: nulHole(run) };
  else if (run > 0) yield { bytes: new Uint8Array(run) };
}

function nulHole(bytes: number): StreamGap {
  return {
    kind: 'hole',
    bytes,
    reason: {
      en: 'nothing but NUL bytes, as a crash or a truncation leaves them',
      zh: '全为 NUL 字节，通常由崩溃或截断造成',
    },
    retry: false,
  };
}

/** UTF-16 or UTF-32 as UTF-8; a lone surrogate becomes the replacement character, half a unit at the end a gap. */
async function* transcode(
  stream: ByteStream,
  encoding: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be',
  stage: Stage,
): AsyncGenerator<StreamPart> {
  const unitBytes = encoding.startsWith('utf-16') ? 2 : 4;
  const isLittle = encoding.endsWith('le');
  const writer = new Utf8Writer();
  let kept: Uint8Array = new Uint8Array(0);
  for await (const part of stream) {
    if ('gap' in part) {
      yield* writer.flush();
      yield part;
      continue;
    }
    stage.taken += part.bytes.length;
    const bytes = kept.length === 0 ? part.bytes : Buffer.concat([kept, part.bytes]);
    const whole = bytes.length - (bytes.length % unitBytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let position = 0; position < whole; position += unitBytes) {
      writer.put(unitBytes === 2 ? view.getUint16(position, isLittle) : view.getUint32(position, isLittle));
      if (writer.isFull) yield* writer.take();
    }
    yield* writer.take();
    kept = new Uint8Array(bytes.subarray(whole));
  }
  yield* writer.flush();
  if (kept.length === 0) return;
  stage.lost += kept.length;
  yield { gap: { kind: 'loss', bytes: 0, reason: halfUnit, retry: false } };
}

const halfUnit = { en: 'half a character at the end', zh: '结尾处只有半个字符' };

/** Writes code units as UTF-8. */
class Utf8Writer {
  private readonly bytes = new Uint8Array(65_536);
  private length = 0;
  /** First half of a pair. */
  private high = 0;
  private isFirst = true;

  get isFull(): boolean {
    return this.length > this.bytes.length - 8;
  }

  put(unit: number): void {
    const isFirst = this.isFirst;
    this.isFirst = false;
    if (isFirst && unit === 0xfeff) return;
    if (this.high !== 0) {
      const high = this.high;
      this.high = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        this.point(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      this.point(0xfffd);
    }
    if (unit >= 0xd800 && unit < 0xdc00) this.high = unit;
    else this.point((unit >= 0xdc00 && unit < 0xe000) || unit > 0x10ffff ? 0xfffd : unit);
  }

  /** What was written; half a pair is kept. */
  *take(): Generator<StreamPart> {
    if (this.length > 0) yield { bytes: this.bytes.slice(0, this.length) };
    this.length = 0;
  }

  /** {@link take}, with half a pair as the replacement character. */
  *flush(): Generator<StreamPart> {
    if (this.high !== 0) this.point(0xfffd);
    this.high = 0;
    yield* this.take();
  }

  private point(point: number): void {
    if (point < 0x80) this.bytes[this.length++] = point;
    else if (point < 0x800) this.tail(0xc0 | (point >> 6), point, 1);
    else if (point < 0x10000) this.tail(0xe0 | (point >> 12), point, 2);
    else this.tail(0xf0 | (point >> 18), point, 3);
  }

  private tail(first: number, point: number, count: number): void {
    this.bytes[this.length++] = first;
    for (let shift = (count - 1) * 6; shift >= 0; shift -= 6)
      this.bytes[this.length++] = 0x80 | ((point >> shift) & 63);
  }
}
