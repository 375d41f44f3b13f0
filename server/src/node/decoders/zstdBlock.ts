/** Decodes the blocks of one zstd frame into a sliding window (RFC 8878, section 3.1.1.3); throws {@link Damage} and nothing else. */
import type { Localized } from '../../engine/index';
import { Damage } from './decoder';
import { copyMatch, SlidingWindow } from './slidingWindow';
import type { FseTable, HuffmanTable } from './zstdTables';
import { buildFse, readFse, readHuffman, singleFse } from './zstdTables';

/** No block is larger, packed or not. */
export const maxBlockBytes = 131_072;

/** Bytes kept free before and behind a block, so that bits can be fetched four bytes at a time without looking at its ends. */
const margin = 32;

const badLiterals: Localized = { en: 'the literals of a block are invalid', zh: '数据块的字面量无效' };
const badSequences: Localized = { en: 'the sequences of a block are invalid', zh: '数据块的序列无效' };

const literalLengthBases = Int32Array.of(
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512],
  ...[1024, 2048, 4096, 8192, 16_384, 32_768, 65_536],
);
const literalLengthBits = Uint8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  ...[15, 16],
);
const matchLengthBases = Int32Array.of(
  ...Array.from({ length: 32 }, (_, index) => index + 3),
  ...[35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16_387, 32_771, 65_539],
);
const matchLengthBits = Uint8Array.of(
  ...Array.from({ length: 32 }, () => 0),
  ...[1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
);

/** What the three codes of a sequence may be. */
interface CodeKind {
  readonly maxLog: number;
  readonly maxSymbol: number;
  readonly usual: FseTable;
}

function usual(log: number, counts: readonly number[]): FseTable {
  return buildFse(counts, counts.length, log);
}

const ones = (count: number, value = 1): number[] => new Array<number>(count).fill(value);

const literalLengths: CodeKind = {
  maxLog: 9,
  maxSymbol: 35,
  usual: usual(6, [4, 3, ...ones(11, 2), 1, 1, 1, ...ones(9, 2), 3, 2, ...ones(5), ...ones(4, -1)]),
};
const offsets: CodeKind = {
  maxLog: 8,
  maxSymbol: 31,
  usual: usual(5, [...ones(6), 2, 2, 2, ...ones(15), ...ones(5, -1)]),
};
const matchLengths: CodeKind = {
  maxLog: 9,
  maxSymbol: 52,
  usual: usual(6, [1, 4, 3, ...ones(6, 2), ...ones(37), ...ones(7, -1)]),
};

/** One frame's decoder state: tables that later blocks repeat, the last offsets, the window. */
export class ZstdBlocks {
  readonly window: SlidingWindow;
  /** No block of this frame is larger: journals hold many frames of a few hundred bytes. */
  private readonly blockBytes: number;
  private readonly block: Uint8Array;
  private readonly view: DataView;
  private readonly literals: Uint8Array;
  private huffman: HuffmanTable | null = null;
  private tables: [FseTable | null, FseTable | null, FseTable | null] = [null, null, null];
  private readonly repeats = Int32Array.of(1, 4, 8);

  constructor(private readonly windowBytes: number) {
    this.window = new SlidingWindow(windowBytes);
    this.blockBytes = Math.min(maxBlockBytes, windowBytes);
    this.block = new Uint8Array(this.blockBytes + 2 * margin);
    this.view = new DataView(this.block.buffer);
    this.literals = new Uint8Array(this.blockBytes + margin);
  }

  /** Decodes a compressed block; when it is damaged, nothing of it is kept. */
  compressed(bytes: Uint8Array): void {
    this.window.reserve(this.blockBytes);
    const before = this.window.end;
    this.block.set(bytes, margin);
    const end = margin + bytes.length;
    try {
      const { position, count } = this.readLiterals(margin, end);
      this.sequences(position, end, count);
    } catch (error) {
      this.window.end = before;
      throw error;
    }
  }

  /** Decodes the literals section into `literals`; where the sequences begin, and how many literals there are. */
  private readLiterals(start: number, end: number): { readonly position: number; readonly count: number } {
    const { block } = this;
    const head = block[start] ?? 0;
    const kind = head & 3;
    const format = (head >> 2) & 3;
    const word = this.view.getUint32(start, true);
    if (kind < 2) {
      const headBytes = format === 1 ? 2 : format === 3 ? 3 : 1;
      const count = headBytes === 1 ? head >> 3 : headBytes === 2 ? (word & 0xffff) >> 4 : (word & 0xffffff) >> 4;
      const position = start + headBytes;
      const stored = kind === 0 ? count : 1;
      if (count > this.blockBytes || position + stored > end) throw new Damage(badLiterals);
      if (kind === 0) this.literals.set(block.subarray(position, position + count));
      else this.literals.fill(block[position] ?? 0, 0, count);
      return { position: position + stored, count };
    }
    const headBytes = format < 2 ? 3 : format + 2;
    const width = format < 2 ? 10 : format === 2 ? 14 : 18;
    const mask = (1 << width) - 1;
    const count = (word >>> 4) & mask;
    const packed = width === 18 ? (word >>> 22) | ((block[start + 4] ?? 0) << 10) : (word >>> (4 + width)) & mask;
    let position = start + headBytes;
    const behind = position + packed;
    if (count > this.blockBytes || behind > end) throw new Damage(badLiterals);
    if (kind === 2) {
      const read = readHuffman(block, position, behind);
      this.huffman = read.table;
      position = read.end;
    }
    if (this.huffman === null) throw new Damage(badLiterals);
    if (format === 0) this.huffmanStream(this.huffman, position, behind, 0, count);
    else this.fourStreams(this.huffman, position, behind, count);
    return { position: behind, count };
  }

  private fourStreams(table: HuffmanTable, start: number, end: number, count: number): void {
    const { view } = this;
    const each = (count + 3) >> 2;
    let position = start + 6;
    if (position > end || each * 3 > count) throw new Damage(badLiterals);
    for (let stream = 0; stream < 4; stream++) {
      const streamEnd = stream === 3 ? end : position + view.getUint16(start + stream * 2, true);
      if (streamEnd > end) throw new Damage(badLiterals);
      this.huffmanStream(table, position, streamEnd, stream * each, stream === 3 ? count : (stream + 1) * each);
      position = streamEnd;
    }
  }

  /** Decodes one Huffman stream, which is read from its end, into `literals[from, to)`. */
  private huffmanStream(table: HuffmanTable, start: number, end: number, from: number, to: number): void {
    const { view, literals } = this;
    const { cells, log } = table;
    const last = this.block[end - 1] ?? 0;
    if (start >= end || last === 0) throw new Damage(badLiterals);
    const mask = (1 << log) - 1;
    const floor = start * 8;
    let bit = end * 8 - 8 + (31 - Math.clz32(last));
    let position = from;
    while (position < to && bit >= floor) {
      // Bits before the stream never decide: they only stand behind the last code.
      const word = view.getUint32((bit - 25) >> 3, true) >>> ((bit - 25) & 7);
      const first = cells[(word >>> (25 - log)) & mask] ?? 0;
      literals[position++] = first >> 4;
      bit -= first & 15;
      if (position === to) break;
      const second = cells[(word >>> (25 - log - (first & 15))) & mask] ?? 0;
      literals[position++] = second >> 4;
      bit -= second & 15;
    }
    if (position !== to || bit !== floor) throw new Damage(badLiterals);
  }

  private sequences(start: number, end: number, literalCount: number): void {
    const { block } = this;
    if (start >= end) throw new Damage(badSequences);
    let position = start;
    let count = block[position++] ?? 0;
    if (count === 255) {
      count = (block[position] ?? 0) + ((block[position + 1] ?? 0) << 8) + 0x7f00;
      position += 2;
    } else if (count >= 128) count = ((count - 128) << 8) + (block[position++] ?? 0);
    if (count === 0) {
      if (position !== end) throw new Damage(badSequences);
      this.copyLiterals(0, literalCount);
      return;
    }
    const modes = block[position++] ?? 0;
    if ((modes & 3) !== 0) throw new Damage(badSequences);
    [literalLengths, offsets, matchLengths].forEach((kind, index) => {
      position = this.readTable(kind, index, (modes >> (6 - 2 * index)) & 3, position, end);
    });
    this.execute(position, end, count, literalCount);
  }

  private readTable(kind: CodeKind, index: number, mode: number, position: number, end: number): number {
    if (mode === 0) this.tables[index] = kind.usual;
    else if (mode === 1) {
      const symbol = this.block[position] ?? 0;
      if (symbol > kind.maxSymbol || position >= end) throw new Damage(badSequences);
      this.tables[index] = singleFse(symbol);
      return position + 1;
    } else if (mode === 2) {
      const read = readFse(this.block, position, end, kind.maxLog, kind.maxSymbol);
      this.tables[index] = read.table;
      return read.end;
    } else if (this.tables[index] === null) throw new Damage(badSequences);
    return position;
  }

  /** Reads `count` sequences from the end of the block backward, and carries them out. */
  private execute(start: number, end: number, count: number, literalCount: number): void {
    const [lengthTable, offsetTable, matchTable] = this.tables as [FseTable, FseTable, FseTable];
    const { view, literals, repeats } = this;
    const { bytes: window } = this.window;
    const last = this.block[end - 1] ?? 0;
    if (start >= end || last === 0) throw new Damage(badSequences);
    const floor = start * 8;
    let bit = end * 8 - 8 + (31 - Math.clz32(last));
    const read = (width: number): number => {
      bit -= width;
      return (view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << width) - 1);
    };
    let lengthState = read(lengthTable.log);
    let offsetState = read(offsetTable.log);
    let matchState = read(matchTable.log);
    const limit = this.window.end + this.blockBytes;
    let out = this.window.end;
    let literal = 0;
    for (let left = count; left > 0; left--) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0;
      const matchCode = matchTable.symbols[matchState] ?? 0;
      const lengthCode = lengthTable.symbols[lengthState] ?? 0;
      const highBits = offsetCode > 16 ? read(offsetCode - 16) : 0;
      const offsetValue = (offsetCode > 16 ? highBits * 65_536 + read(16) : read(offsetCode)) + 2 ** offsetCode;
      const matchLength = (matchLengthBases[matchCode] ?? 0) + read(matchLengthBits[matchCode] ?? 0);
      const length = (literalLengthBases[lengthCode] ?? 0) + read(literalLengthBits[lengthCode] ?? 0);
      if (left > 1) {
        lengthState = (lengthTable.bases[lengthState] ?? 0) + read(lengthTable.bits[lengthState] ?? 0);
        matchState = (matchTable.bases[matchState] ?? 0) + read(matchTable.bits[matchState] ?? 0);
        offsetState = (offsetTable.bases[offsetState] ?? 0) + read(offsetTable.bits[offsetState] ?? 0);
      }
      const offset = distance(repeats, offsetValue, length);
      const literalEnd = literal + length;
      if (bit < floor || literalEnd > literalCount || out + length + matchLength > limit)
        throw new Damage(badSequences);
      while (literal < literalEnd) window[out++] = literals[literal++] ?? 0;
      if (offset <= 0 || offset > out || offset > this.windowBytes) throw new Damage(badSequences);
      out = copyMatch(window, out, offset, matchLength);
    }
    if (bit !== floor || out + literalCount - literal > limit) throw new Damage(badSequences);
    this.window.end = out;
    this.copyLiterals(literal, literalCount);
  }

  private copyLiterals(from: number, to: number): void {
    this.window.bytes.set(this.literals.subarray(from, to), this.window.end);
    this.window.end += to - from;
  }
}

/** The offset a value means, by the three last ones; takes note of it. */
function distance(repeats: Int32Array, value: number, literalLength: number): number {
  const [first = 0, second = 0, third = 0] = repeats;
  if (value > 3) {
    repeats[0] = value - 3;
    repeats[1] = first;
    repeats[2] = second;
    return value - 3;
  }
  const index = literalLength === 0 ? value : value - 1;
  if (index === 0) return first;
  const offset = index === 1 ? second : index === 2 ? third : first - 1;
  repeats[0] = offset;
  repeats[1] = first;
  if (index > 1) repeats[2] = second;
  return offset;
}
