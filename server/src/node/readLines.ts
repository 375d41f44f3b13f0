/** Finds lines of a source by their numbers: in plain text through a sparse index that is made the first time, in anything packed from its beginning. */
import type { ByteStream } from './byteStream';
import { asShown } from './byteStream';
import { contentOf, headBytes } from './content';
import type { Files, OpenFile } from './files';

/** Some lines, 1-based, both inclusive. */
export interface WantedLines {
  readonly first: number;
  readonly last: number;
}

/** Distance of two entries of an index in bytes: so much is read for one line. */
const markBytes = 32 * 1024;
/** Bytes looked through at a time where there is no index yet. */
const pieceBytes = 8 * markBytes;
/** Files whose index is kept. */
const maxKept = 8;
const lineFeed = 10;

/** How many lines of a file end before each multiple of {@link markBytes}, as far as it was looked through. */
interface LineMarks {
  readonly size: number;
  readonly modifiedMs: number;
  readonly ended: number[];
}

/** Reads lines of plain files by number; remembers where lines of the last few files are. */
export class LineReader {
  private readonly marks = new Map<string, LineMarks>();

  constructor(private readonly files: Files) {}

  /** The lines as text, as far as `maxBytes` go; `null` when the file's lines are not to be found by its bytes. */
  async read(path: string, wanted: WantedLines, maxBytes: number): Promise<string | null> {
    const { size, modifiedMs } = await this.files.targetFacts(path);
    const file = await this.files.open(path);
    try {
      const known = this.marks.get(path);
      const isSame = known !== undefined && known.size === size && known.modifiedMs === modifiedMs;
      if (!isSame && !(await isPlainText(file))) return null;
      const marks = isSame ? known : { size, modifiedMs, ended: [0] };
      this.keep(path, marks);
      const block = await reach(marks, file, wanted.first - 1);
      const buffer = new Uint8Array(markBytes);
      const cutter = new LineCutter(marks.ended[block] ?? 0, wanted, maxBytes);
      for (let position = block * markBytes; cutter.isWanting; ) {
        const count = await file.read(buffer, position);
        if (count === 0) break;
        cutter.push(buffer.subarray(0, count));
        position += count;
      }
      return cutter.text();
    } finally {
      await file.close().catch(() => undefined);
    }
  }

  private keep(path: string, marks: LineMarks): void {
    this.marks.delete(path);
    this.marks.set(path, marks);
    for (const old of [...this.marks.keys()].slice(0, -maxKept)) this.marks.delete(old);
  }
}

async function isPlainText(file: OpenFile): Promise<boolean> {
  const head = new Uint8Array(headBytes);
  const content = contentOf(head.subarray(0, await file.read(head, 0)));
  return content.kind === 'text' && content.encoding.startsWith('utf-8');
}

/** The last block before which no more than so many lines end; the file is looked through as far as needed. */
async function reach({ ended, size }: LineMarks, file: OpenFile, lines: number): Promise<number> {
  const buffer = (ended.at(-1) ?? 0) <= lines ? new Uint8Array(pieceBytes) : null;
  while (buffer !== null && (ended.at(-1) ?? 0) <= lines && ended.length * markBytes < size) {
    const filled = await fill(file, buffer, (ended.length - 1) * markBytes);
    for (let from = 0; from + markBytes <= filled; from += markBytes)
      ended.push((ended.at(-1) ?? 0) + lineFeedsIn(buffer.subarray(from, from + markBytes)));
    if (filled < buffer.length) break;
  }
  return firstBeyond(ended, lines) - 1;
}

/** Reads as much as fits, or as there is. */
async function fill(file: OpenFile, buffer: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const got = await file.read(buffer.subarray(filled), position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

/** Where the first of ascending counts stands that is larger than a limit. */
export function firstBeyond(counts: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = counts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((counts[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineFeedsIn(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = buffer.indexOf(lineFeed); at >= 0; at = buffer.indexOf(lineFeed, at + 1)) count++;
  return count;
}

/** Lines of what follows on so many lines, as far as `maxBytes` go. */
export function linesOfPieces(
  pieces: Iterable<Uint8Array>,
  before: number,
  wanted: WantedLines,
  maxBytes: number,
): string {
  const cutter = new LineCutter(before, wanted, maxBytes);
  for (const piece of pieces) {
    cutter.push(piece);
    if (!cutter.isWanting) break;
  }
  return cutter.text();
}

/** Lines of a stream as they are shown, counted from its beginning. */
export async function linesOfStream(stream: ByteStream, wanted: WantedLines, maxBytes: number): Promise<string> {
  const cutter = new LineCutter(0, wanted, maxBytes);
  for await (const part of asShown(stream)) {
    if ('bytes' in part) cutter.push(part.bytes);
    if (!cutter.isWanting) break;
  }
  return cutter.text();
}

/** Keeps the wanted lines of what passes by. */
class LineCutter {
  private readonly parts: Buffer[] = [];

  /** `ended`: lines that end before the first byte. */
  constructor(
    private ended: number,
    private readonly wanted: WantedLines,
    private left: number,
  ) {}

  get isWanting(): boolean {
    return this.ended < this.wanted.last && this.left > 0;
  }

  push(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const from = this.pass(buffer, 0, this.wanted.first - 1);
    if (this.ended < this.wanted.first - 1) return;
    const to = Math.min(this.pass(buffer, from, this.wanted.last), from + this.left);
    this.left -= to - from;
    this.parts.push(Buffer.from(buffer.subarray(from, to)));
  }

  /** Where the byte after so many lines is; the end when there are fewer. */
  private pass(buffer: Buffer, from: number, lines: number): number {
    let position = from;
    while (this.ended < lines) {
      const end = buffer.indexOf(lineFeed, position);
      if (end < 0) return buffer.length;
      this.ended++;
      position = end + 1;
    }
    return position;
  }

  /** Runs of NUL bytes are left out here as they are where lines are read; the end of the last line begins no line. */
  text(): string {
    const text = new TextDecoder().decode(Buffer.concat(this.parts)).replace(/\0{64,}/g, '');
    return text.endsWith('\n') ? text.slice(0, -1) : text;
  }
}
