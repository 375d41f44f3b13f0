/** LZMA2, the one filter that log archives use inside xz (https://github.com/tukaani-project/xz, doc/xz-file-format.txt; LZMA SDK, lzma.txt). */
import type { Localized } from '../../engine/index';
import { Damage } from './decoder';
import { copyMatch, SlidingWindow } from './slidingWindow';

const badChunk: Localized = { en: 'an LZMA2 chunk is invalid', zh: 'LZMA2 数据块无效' };

// Where each kind of probability begins in one array.
const isMatch = 0; // [state][position]
const isRep = isMatch + 12 * 16;
const isRep0 = isRep + 12;
const isRep1 = isRep0 + 12;
const isRep2 = isRep1 + 12;
const isRep0Long = isRep2 + 12; // [state][position]
const distanceSlots = isRep0Long + 12 * 16; // [length state][64]
const distanceBits = distanceSlots + 4 * 64;
const alignBits = distanceBits + 128;
const matchLengths = alignBits + 16;
const lengthSize = 2 + 16 * 8 * 2 + 256;
const repLengths = matchLengths + lengthSize;
const literals = repLengths + lengthSize;
const maxLiteralStates = 16;

/** Decodes the chunks of one LZMA2 stream into a sliding window. */
export class Lzma2 {
  readonly window: SlidingWindow;
  private readonly probabilities = new Uint16Array(literals + maxLiteralStates * 0x300);
  private hasDictionary = false;
  private hasProperties = false;
  private hasState = false;
  private literalContext = 0;
  private literalMask = 0;
  private positionMask = 0;
  private state = 0;
  private readonly distances = Int32Array.of(0, 0, 0, 0);
  /** Bytes since the last reset of the dictionary: how far a match may reach, and the position that contexts count from. */
  private produced = 0;
  // The range decoder.
  private input: Uint8Array = new Uint8Array(0);
  private at = 0;
  private range = 0;
  private code = 0;

  constructor(private readonly dictionaryBytes: number) {
    this.window = new SlidingWindow(dictionaryBytes);
  }

  /** Does what the control byte of a chunk says before the chunk itself is taken. */
  prepare(control: number, properties: number): void {
    const reset = control < 0x80 ? (control === 1 ? 3 : 0) : (control >> 5) & 3;
    if (reset === 3) {
      this.produced = 0;
      this.hasDictionary = true;
      this.hasState = false;
    }
    if (!this.hasDictionary) throw new Damage(badChunk);
    if (control < 0x80) return;
    if (reset >= 2) this.setProperties(properties);
    if (reset >= 1) this.resetState();
    if (!this.hasProperties || !this.hasState) throw new Damage(badChunk);
  }

  private resetState(): void {
    this.hasState = true;
    this.state = 0;
    this.distances.fill(0);
    this.probabilities.fill(1024);
  }

  /** Takes the byte that holds three numbers of bits. */
  private setProperties(value: number): void {
    this.hasProperties = true;
    const literalContext = value % 9;
    const literalPosition = Math.floor(value / 9) % 5;
    const position = Math.floor(value / 45);
    if (position > 4 || literalContext + literalPosition > 4) throw new Damage(badChunk);
    this.literalContext = literalContext;
    this.literalMask = (1 << literalPosition) - 1;
    this.positionMask = (1 << position) - 1;
  }

  /** Takes a chunk that is stored as it is. */
  stored(bytes: Uint8Array): void {
    this.window.put(bytes);
    this.produced += bytes.length;
  }

  /** Decodes a chunk of `length` bytes; when it is damaged, nothing of it is kept. */
  compressed(bytes: Uint8Array, length: number): void {
    this.window.reserve(length + 273);
    const before = this.window.end;
    try {
      this.input = bytes;
      if (bytes.length < 5 || bytes[0] !== 0) throw new Damage(badChunk);
      this.at = 5;
      this.range = -1;
      this.code = ((bytes[1] ?? 0) << 24) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0);
      this.decode(before, length);
      if (this.at !== bytes.length || this.code !== 0) throw new Damage(badChunk);
    } catch (error) {
      this.window.end = before;
      throw error;
    }
    this.produced += length;
  }

  private decode(start: number, length: number): void {
    const { bytes } = this.window;
    const { distances } = this;
    const end = start + length;
    const shift = this.produced - start;
    let out = start;
    while (out < end) {
      const position = (out + shift) & this.positionMask;
      if (this.bit(isMatch + this.state * 16 + position) === 0) {
        const previous = out + shift > 0 ? (bytes[out - 1] ?? 0) : 0;
        const distance = distances[0] ?? 0;
        bytes[out] = this.literal(out + shift, previous, this.state < 7 ? -1 : (bytes[out - distance - 1] ?? 0));
        out++;
        this.state = this.state < 4 ? 0 : this.state < 10 ? this.state - 3 : this.state - 6;
      } else {
        const matchLength = this.match(position);
        const distance = distances[0] ?? 0;
        // The distance is unsigned: beyond 2 GiB it looks negative.
        if (distance < 0 || distance >= out + shift || distance >= this.dictionaryBytes || matchLength > end - out)
          throw new Damage(badChunk);
        out = copyMatch(bytes, out, distance + 1, matchLength);
      }
      if (this.at > this.input.length) throw new Damage(badChunk);
    }
    this.normalize();
    this.window.end = out;
  }

  /** Decodes a literal; `matched` is the byte at the last distance, or -1 when it gives no help. */
  private literal(position: number, previous: number, matched: number): number {
    const context = ((position & this.literalMask) << this.literalContext) + (previous >> (8 - this.literalContext));
    const base = literals + context * 0x300;
    let symbol = 1;
    if (matched >= 0) {
      let help = matched;
      do {
        const expected = (help >> 7) & 1;
        help <<= 1;
        const bit = this.bit(base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.bit(base + symbol);
    return symbol & 0xff;
  }

  /** Decodes what follows "this is a match": its length; the distance is the first of the last four. */
  private match(position: number): number {
    const { distances, state } = this;
    if (this.bit(isRep + state) === 0) {
      distances.copyWithin(1, 0, 3);
      this.state = state < 7 ? 7 : 10;
      const length = this.length(matchLengths, position);
      distances[0] = this.distance(Math.min(length - 2, 3));
      return length;
    }
    if (this.bit(isRep0 + state) === 0) {
      if (this.bit(isRep0Long + state * 16 + position) === 0) {
        this.state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      const index = this.bit(isRep1 + state) === 0 ? 1 : 2 + this.bit(isRep2 + state);
      const distance = distances[index] ?? 0;
      distances.copyWithin(1, 0, index);
      distances[0] = distance;
    }
    this.state = state < 7 ? 8 : 11;
    return this.length(repLengths, position);
  }

  private length(base: number, position: number): number {
    if (this.bit(base) === 0) return 2 + this.tree(base + 2 + position * 8, 3);
    if (this.bit(base + 1) === 0) return 10 + this.tree(base + 2 + 128 + position * 8, 3);
    return 18 + this.tree(base + 2 + 256, 8);
  }

  private distance(lengthState: number): number {
    const slot = this.tree(distanceSlots + lengthState * 64, 6);
    if (slot < 4) return slot;
    const width = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << width;
    if (slot < 14) return high + this.reverseTree(distanceBits + high - slot, width);
    return (high + (this.direct(width - 4) << 4) + this.reverseTree(alignBits, 4)) | 0;
  }

  private tree(base: number, width: number): number {
    let symbol = 1;
    for (let index = 0; index < width; index++) symbol = (symbol << 1) | this.bit(base + symbol);
    return symbol - (1 << width);
  }

  private reverseTree(base: number, width: number): number {
    let symbol = 1;
    let value = 0;
    for (let index = 0; index < width; index++) {
      const bit = this.bit(base + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << index;
    }
    return value;
  }

  /** Bits that are as likely 0 as 1. */
  private direct(width: number): number {
    let value = 0;
    for (let index = 0; index < width; index++) {
      this.normalize();
      this.range >>>= 1;
      const bit = this.code >>> 0 >= this.range ? 1 : 0;
      if (bit === 1) this.code = (this.code - this.range) | 0;
      value = (value << 1) | bit;
    }
    return value;
  }

  private bit(index: number): 0 | 1 {
    const { probabilities } = this;
    let { range, code } = this;
    if ((range & 0xff000000) === 0) {
      range <<= 8;
      code = (code << 8) | (this.input[this.at++] ?? 0);
    }
    const probability = probabilities[index] ?? 0;
    const bound = Math.imul(range >>> 11, probability);
    if (code >>> 0 < bound >>> 0) {
      this.range = bound;
      this.code = code;
      probabilities[index] = probability + ((2048 - probability) >> 5);
      return 0;
    }
    this.range = (range - bound) | 0;
    this.code = (code - bound) | 0;
    probabilities[index] = probability - (probability >> 5);
    return 1;
  }

  private normalize(): void {
    if ((this.range & 0xff000000) !== 0) return;
    this.range <<= 8;
    this.code = (this.code << 8) | (this.input[this.at++] ?? 0);
  }
}
