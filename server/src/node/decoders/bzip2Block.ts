/** Decodes one block of bzip2: Huffman codes, move to front, run lengths, and the sort undone (bzip2 1.0.8, decompress.c). Throws {@link Damage}. */
import type { Localized } from '../../engine/index';
import { Damage } from './decoder';

const badBlock: Localized = { en: 'its data are damaged', zh: '数据已损坏' };
const maxCodeBits = 20;

/** More bits were asked for than there are: with more input it may go on. */
export class OutOfBits extends Error {}

/** Reads bits, highest first. */
export class BitReader {
  /** Bits taken. */
  position: number;

  constructor(
    private readonly bytes: Uint8Array,
    startBit: number,
  ) {
    this.position = startBit;
  }

  /** At most 24 bits. */
  read(count: number): number {
    const { bytes, position } = this;
    const at = position >> 3;
    const word =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    this.position = position + count;
    if (this.position > bytes.length * 8) throw new OutOfBits();
    return (word << (position & 7)) >>> (32 - count);
  }

  /** The next 20 bits, with zeros behind the end, without taking them. */
  peek20(): number {
    const { bytes, position } = this;
    const at = position >> 3;
    const word =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    return (word << (position & 7)) >>> 12;
  }

  skip(count: number): void {
    this.position += count;
    if (this.position > this.bytes.length * 8) throw new OutOfBits();
  }
}

/** A code table: for every length the codes that are below its limit, and where their symbols stand. */
class CodeTable {
  /** By the next ten bits: symbol times 32 plus length, or 0 for longer codes. */
  private readonly quick = new Uint16Array(1024);
  private readonly limits = new Int32Array(maxCodeBits + 1);
  private readonly offsets = new Int32Array(maxCodeBits + 1);
  private readonly symbols: Uint16Array;

  constructor(lengths: Uint8Array) {
    this.symbols = new Uint16Array(lengths.length);
    let code = 0;
    let index = 0;
    for (let length = 1; length <= maxCodeBits; length++) {
      this.offsets[length] = index - code;
      for (let symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] !== length) continue;
        if (length <= 10) this.quick.fill(symbol * 32 + length, code << (10 - length), (code + 1) << (10 - length));
        this.symbols[index++] = symbol;
        code++;
      }
      // Left-aligned to twenty bits, so that one comparison tells the length.
      this.limits[length] = code << (maxCodeBits - length);
      code <<= 1;
    }
  }

  next(bits: BitReader): number {
    const word = bits.peek20();
    const cell = this.quick[word >> 10] ?? 0;
    if (cell > 0) {
      bits.skip(cell & 31);
      return cell >> 5;
    }
    for (let length = 11; length <= maxCodeBits; length++) {
      if (word >= (this.limits[length] ?? 0)) continue;
      bits.skip(length);
      return this.symbols[(this.offsets[length] ?? 0) + (word >> (maxCodeBits - length))] ?? 0;
    }
    throw new Damage(badBlock);
  }
}

/** A decoded block, to be walked in the order of its text. */
export interface SortedBlock {
  /** For each place the byte (low 8 bits) and where the next one stands. */
  readonly links: Uint32Array;
  readonly length: number;
  /** Where the first byte stands. */
  readonly start: number;
}

/** Decodes a block behind its magic number and checksum, into `links`. */
export function decodeBlock(bits: BitReader, links: Uint32Array, capacity: number): SortedBlock {
  if (bits.read(1) === 1)
    throw new Damage({
      en: 'it is of a kind that only bzip2 before 0.9.5 wrote',
      zh: '属于仅由 0.9.5 之前的 bzip2 写出的类型',
    });
  const origin = bits.read(24);
  const used = readUsedBytes(bits);
  const groups = bits.read(3);
  const selectorCount = bits.read(15);
  if (groups < 2 || groups > 6 || selectorCount === 0) throw new Damage(badBlock);
  const selectors = readSelectors(bits, groups, selectorCount);
  const tables = Array.from({ length: groups }, () => readTable(bits, used.length + 2));
  const length = readSymbols(bits, links, capacity, used, selectors, tables);
  if (origin >= length) throw new Damage(badBlock);
  return { links, length, start: linkUp(links, length, origin) };
}

function readUsedBytes(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const ranges = bits.read(16);
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const values = bits.read(16);
    for (let value = 0; value < 16; value++) if ((values & (0x8000 >> value)) !== 0) used.push(range * 16 + value);
  }
  if (used.length === 0) throw new Damage(badBlock);
  return Uint8Array.from(used);
}

function readSelectors(bits: BitReader, groups: number, count: number): Uint8Array {
  const selectors = new Uint8Array(count);
  const order = [0, 1, 2, 3, 4, 5].slice(0, groups);
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= groups) throw new Damage(badBlock);
    const [group = 0] = order.splice(place, 1);
    order.unshift(group);
    selectors[index] = group;
  }
  return selectors;
}

function readTable(bits: BitReader, symbols: number): CodeTable {
  const lengths = new Uint8Array(symbols);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbols; symbol++) {
    for (;;) {
      if (length < 1 || length > maxCodeBits) throw new Damage(badBlock);
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return new CodeTable(lengths);
}

/** Decodes the block's symbols to the last column of the sort; how many bytes. */
function readSymbols(
  bits: BitReader,
  links: Uint32Array,
  capacity: number,
  used: Uint8Array,
  selectors: Uint8Array,
  tables: readonly CodeTable[],
): number {
  const order = used.slice();
  const end = used.length + 1;
  let length = 0;
  let run = 0;
  let runUnit = 1;
  let left = 0;
  let selector = 0;
  let table = tables[0] as CodeTable;
  for (;;) {
    if (left === 0) {
      if (selector >= selectors.length) throw new Damage(badBlock);
      table = tables[selectors[selector++] ?? 0] as CodeTable;
      left = 50;
    }
    left--;
    const symbol = table.next(bits);
    if (symbol <= 1) {
      // Two symbols write the length of a run in a number system without zero.
      run += runUnit << symbol;
      runUnit <<= 1;
      if (run > capacity) throw new Damage(badBlock);
      continue;
    }
    if (run > 0) {
      if (length + run > capacity) throw new Damage(badBlock);
      links.fill(order[0] ?? 0, length, length + run);
      length += run;
      run = 0;
      runUnit = 1;
    }
    if (symbol === end) return length;
    if (length >= capacity) throw new Damage(badBlock);
    const place = symbol - 1;
    const value = order[place] ?? 0;
    if (place < 16) for (let index = place; index > 0; index--) order[index] = order[index - 1] ?? 0;
    else order.copyWithin(1, 0, place);
    order[0] = value;
    links[length++] = value;
  }
}

/** Adds to every byte where the next one of the text stands; where the first one does. */
function linkUp(links: Uint32Array, length: number, origin: number): number {
  const starts = new Uint32Array(256);
  for (let index = 0; index < length; index++) {
    const value = (links[index] ?? 0) & 255;
    starts[value] = (starts[value] ?? 0) + 1;
  }
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    const count = starts[value] ?? 0;
    starts[value] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index++) {
    const value = (links[index] ?? 0) & 255;
    const place = starts[value] ?? 0;
    starts[value] = place + 1;
    links[place] = (links[place] ?? 0) | (index << 8);
  }
  return (links[origin] ?? 0) >>> 8;
}
