/** Code tables of zstd: finite state entropy and Huffman, read from a block and made ready for decoding (RFC 8878, sections 4.1 and 4.2). */
import type { Localized } from '../../engine/index';
import { Damage } from './decoder';

const badTable: Localized = { en: 'an entropy table is invalid', zh: '熵编码表无效' };

/** A decoding table of finite state entropy: for each state the symbol, and how the next state is found. */
export interface FseTable {
  /** Log2 of the number of states. */
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** Builds the table of a distribution; -1 is a probability below one. */
export function buildFse(counts: ArrayLike<number>, length: number, log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  const next = new Uint16Array(length);
  let high = size;
  for (let symbol = 0; symbol < length; symbol++) {
    if (counts[symbol] === -1) {
      symbols[--high] = symbol;
      next[symbol] = 1;
    }
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let position = 0;
  for (let symbol = 0; symbol < length; symbol++) {
    const count = counts[symbol] ?? 0;
    if (count <= 0) continue;
    next[symbol] = count;
    for (let index = 0; index < count; index++) {
      symbols[position] = symbol;
      do position = (position + step) & (size - 1);
      while (position >= high);
    }
  }
  if (position !== 0) throw new Damage(badTable);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] ?? 0;
    const value = next[symbol] ?? 0;
    next[symbol] = value + 1;
    const count = log - (31 - Math.clz32(value));
    bits[state] = count;
    bases[state] = (value << count) - size;
  }
  return { log, symbols, bits, bases };
}

/** The table that always gives one symbol. */
export function singleFse(symbol: number): FseTable {
  return { log: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/** Reads a table's distribution at `start`; the table and the position behind it. */
export function readFse(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxLog: number,
  maxSymbol: number,
): { readonly table: FseTable; readonly end: number } {
  let bit = start * 8;
  const read = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++, bit++) value |= (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) << index;
    return value;
  };
  const log = read(4) + 5;
  if (log > maxLog) throw new Damage(badTable);
  const counts = new Int16Array(maxSymbol + 1);
  let remaining = 1 << log;
  let symbol = 0;
  while (remaining > 0) {
    if (symbol > maxSymbol || bit > end * 8) throw new Damage(badTable);
    const width = 32 - Math.clz32(remaining + 1);
    const spare = (1 << width) - 1 - (remaining + 1);
    const mask = (1 << (width - 1)) - 1;
    let value = read(width);
    if ((value & mask) < spare) {
      // Small values are one bit shorter.
      bit--;
      value &= mask;
    } else if (value > mask) value -= spare;
    const count = value - 1;
    remaining -= Math.abs(count);
    counts[symbol++] = count;
    if (count !== 0) continue;
    for (let zeros = 3; zeros === 3; symbol += zeros) zeros = read(2);
  }
  const behind = (bit + 7) >> 3;
  if (remaining !== 0 || symbol > maxSymbol + 1 || behind > end) throw new Damage(badTable);
  return { table: buildFse(counts, symbol, log), end: behind };
}

/** A Huffman table: indexed by the next `log` bits; each cell is the symbol times 16 plus the length of its code. */
export interface HuffmanTable {
  readonly log: number;
  readonly cells: Uint16Array;
}

const maxHuffmanLog = 11;

/** Reads the description of a Huffman table at `start`; the table and the position behind it. */
export function readHuffman(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly table: HuffmanTable; readonly end: number } {
  if (start >= end) throw new Damage(badTable);
  const head = bytes[start] ?? 0;
  const weights = new Uint8Array(256);
  let count = 0;
  let behind = start + 1 + head;
  if (head >= 128) {
    count = head - 127;
    behind = start + 1 + ((count + 1) >> 1);
    for (let index = 0; index < count; index++) {
      const pair = bytes[start + 1 + (index >> 1)] ?? 0;
      weights[index] = index % 2 === 0 ? pair >> 4 : pair & 15;
    }
  } else if (behind <= end) count = readWeights(bytes, start + 1, behind, weights);
  if (behind > end) throw new Damage(badTable);
  return { table: buildHuffman(weights, count), end: behind };
}

/** Weights that are themselves coded, by two states that take turns; how many. */
function readWeights(bytes: Uint8Array, start: number, end: number, weights: Uint8Array): number {
  const { table, end: streamStart } = readFse(bytes, start, end, 6, 255);
  const last = bytes[end - 1] ?? 0;
  if (streamStart >= end || last === 0) throw new Damage(badTable);
  let bit = end * 8 - 8 + (31 - Math.clz32(last));
  const floor = streamStart * 8;
  const read = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++) {
      bit--;
      // Bits before the stream's begin count as zeros.
      value = (value << 1) | (bit < floor ? 0 : ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
    }
    return value;
  };
  const states: [number, number] = [read(table.log), read(table.log)];
  let count = 0;
  for (let turn: 0 | 1 = 0; ; turn = turn === 0 ? 1 : 0) {
    if (count >= 254) throw new Damage(badTable);
    const state = states[turn];
    weights[count++] = table.symbols[state] ?? 0;
    const width = table.bits[state] ?? 0;
    if (bit - width < floor) {
      weights[count++] = table.symbols[states[turn === 0 ? 1 : 0]] ?? 0;
      return count;
    }
    states[turn] = (table.bases[state] ?? 0) + read(width);
  }
}

/** The table of given weights; the last symbol's weight follows from the others. */
function buildHuffman(weights: Uint8Array, count: number): HuffmanTable {
  let total = 0;
  for (let symbol = 0; symbol < count; symbol++) {
    const weight = weights[symbol] ?? 0;
    if (weight > maxHuffmanLog + 1) throw new Damage(badTable);
    if (weight > 0) total += 1 << (weight - 1);
  }
  const log = total === 0 ? 0 : 32 - Math.clz32(total);
  const left = (1 << log) - total;
  if (total === 0 || log > maxHuffmanLog || (left & (left - 1)) !== 0) throw new Damage(badTable);
  weights[count] = 32 - Math.clz32(left);
  const cells = new Uint16Array(1 << log);
  let cell = 0;
  for (let weight = 1; weight <= log; weight++) {
    for (let symbol = 0; symbol <= count; symbol++) {
      if (weights[symbol] !== weight) continue;
      cells.fill(symbol * 16 + log + 1 - weight, cell, cell + (1 << (weight - 1)));
      cell += 1 << (weight - 1);
    }
  }
  return { log, cells };
}
