/** Bzip2: all streams and blocks with their checksums; a damaged block costs itself only, because the next one is found by its magic number. */
import type { Localized } from '../../engine/index';
import type { SortedBlock } from './bzip2Block';
import { BitReader, decodeBlock, OutOfBits } from './bzip2Block';
import type { InputPosition, Step } from './decoder';
import { Damage, gap, skipTo } from './decoder';

type Steps<Result> = Generator<Step, Result, Uint8Array>;

/** The two halves of 3.14159265359 and of the square root of it, as binary coded decimals. */
const blockMagic = [0x314159, 0x265359] as const;
const endMagic = [0x177245, 0x385090] as const;
/** A packed block is hardly ever larger than its 900 kB of text; one that is gets the second size. */
const usualBlockBytes = 1024 * 1024;
const largestBlockBytes = 3 * 1024 * 1024;
const pieceBytes = 384 * 1024;

/** True for the first bytes of a bzip2 stream. */
export function isBzip2(head: Uint8Array): boolean {
  if (head.length < 10 || head[0] !== 0x42 || head[1] !== 0x5a || head[2] !== 0x68) return false;
  const level = head[3] ?? 0;
  const bits = new BitReader(head, 32);
  const magic = [bits.read(24), bits.read(24)];
  return level >= 0x31 && level <= 0x39 && (isPair(magic, blockMagic) || isPair(magic, endMagic));
}

function isPair(magic: readonly number[], pair: readonly [number, number]): boolean {
  return magic[0] === pair[0] && magic[1] === pair[1];
}

/** Decodes all streams of a file. */
export function* unbzip2(input: InputPosition): Steps<void> {
  for (let stream = 1; ; ) {
    const start = input.position;
    const head = yield { peek: 10 };
    if (head.length === 0) return;
    if (isBzip2(head)) {
      const level = (head[3] ?? 0) - 0x30;
      yield { take: 4 };
      yield* new StreamDecoder(input, stream++, level * 100_000).decode();
      continue;
    }
    yield* skipToStream(input);
    yield gap('loss', start, input.position, {
      en: stream === 1 ? 'no bzip2 data' : 'bytes between or behind bzip2 streams that are none',
      zh: stream === 1 ? '不是 bzip2 数据' : 'bzip2 流之间或之后有不属于它的字节',
    });
  }
}

class StreamDecoder {
  /** Bits of the next byte that were used already. */
  private bit = 0;
  private block = 0;
  private combined = 0;
  private isWhole = true;
  private readonly links: Uint32Array;
  private readonly start: number;

  constructor(
    private readonly input: InputPosition,
    private readonly stream: number,
    private readonly capacity: number,
  ) {
    this.links = new Uint32Array(capacity);
    this.start = input.position - 4;
  }

  *decode(): Steps<void> {
    for (;;) {
      const head = yield { peek: 11 };
      if (head.length * 8 < this.bit + 80) {
        yield* this.lostRest(this.cutText());
        return;
      }
      const bits = new BitReader(head, this.bit);
      const magic = [bits.read(24), bits.read(24)];
      if (isPair(magic, endMagic)) {
        yield* this.finish(bits);
        return;
      }
      if (isPair(magic, blockMagic)) {
        this.block++;
        if (!(yield* this.decodeBlock())) return;
      } else if (!(yield* this.resync(this.input.position, { en: 'its beginning is damaged', zh: '开头已损坏' })))
        return;
    }
  }

  /** Takes the end mark with the checksum of the whole stream. */
  private *finish(bits: BitReader): Steps<void> {
    const stated = bits.read(16) * 65_536 + bits.read(16);
    yield { take: (bits.position + 7) >> 3 };
    if (this.isWhole && stated !== this.combined >>> 0)
      yield gap('unverified', this.start, this.input.position, {
        en: `bzip2 stream ${this.stream} fails its checksum: whole blocks may be missing`,
        zh: `bzip2 第 ${this.stream} 个流校验失败：可能缺少整个数据块`,
      });
  }

  /** False when nothing of this stream can be found any more. */
  private *decodeBlock(): Steps<boolean> {
    const start = this.input.position;
    for (const size of [usualBlockBytes, largestBlockBytes]) {
      const bytes = yield { peek: size };
      const bits = new BitReader(bytes, this.bit + 48);
      try {
        const stated = (bits.read(16) * 65_536 + bits.read(16)) >>> 0;
        const sorted = decodeBlock(bits, this.links, this.capacity);
        yield { take: bits.position >> 3 };
        this.bit = bits.position & 7;
        yield* this.handOut(sorted, stated, start);
        return true;
      } catch (error) {
        if (error instanceof OutOfBits && bytes.length === size && size < largestBlockBytes) continue;
        if (error instanceof OutOfBits && bytes.length < size) {
          yield* this.lostRest(this.cutText());
          return false;
        }
        if (error instanceof OutOfBits)
          return yield* this.resync(start, { en: 'its data are damaged', zh: '数据已损坏' });
        if (error instanceof Damage) return yield* this.resync(start, error.what);
        throw error;
      }
    }
    return false;
  }

  /** Walks the block in the order of its text, undoes the run lengths, and compares the checksum. */
  private *handOut(sorted: SortedBlock, stated: number, start: number): Steps<void> {
    const { links, length } = sorted;
    const piece = new Uint8Array(pieceBytes + 256);
    let filled = 0;
    let sum = -1;
    let at = sorted.start;
    let previous = -1;
    let same = 0;
    for (let index = 0; index < length; index++) {
      const link = links[at] ?? 0;
      const value = link & 255;
      at = link >>> 8;
      if (same === 4) {
        // Behind four equal bytes stands how many more there are.
        piece.fill(previous, filled, filled + value);
        filled += value;
        same = 0;
        previous = -1;
      } else {
        piece[filled++] = value;
        same = value === previous ? same + 1 : 1;
        previous = value;
      }
      if (filled < pieceBytes) continue;
      sum = updateSum(sum, piece, filled);
      yield { bytes: piece.subarray(0, filled) };
      filled = 0;
    }
    if (filled > 0) {
      sum = updateSum(sum, piece, filled);
      yield { bytes: piece.subarray(0, filled) };
    }
    this.combined = ((this.combined << 1) | (this.combined >>> 31)) ^ ~sum;
    if (~sum >>> 0 !== stated) {
      this.isWhole = false;
      yield gap('unverified', start, this.input.position, {
        en: `block ${this.block} of bzip2 stream ${this.stream} fails its checksum: its text is not verified`,
        zh: `bzip2 第 ${this.stream} 个流的第 ${this.block} 块校验失败：其内容未经验证`,
      });
    }
  }

  /** Goes to the next block of the stream, or to its end mark; false when there is none. */
  private *resync(start: number, reason: Localized): Steps<boolean> {
    this.isWhole = false;
    let first = this.bit + 1;
    for (;;) {
      const bytes = yield { peek: 65_536 };
      const found = findMagic(bytes, first);
      const isEnd = bytes.length < 65_536;
      const bit = found >= 0 ? found : isEnd ? bytes.length * 8 : (bytes.length - 8) * 8;
      yield* skipTo(this.input, this.input.position + (bit >> 3));
      this.bit = bit & 7;
      first = this.bit;
      if (found < 0 && !isEnd) continue;
      yield gap('loss', start, this.input.position, this.inBlock(reason));
      return found >= 0;
    }
  }

  private *lostRest(reason: Localized): Steps<void> {
    const start = this.input.position;
    yield* skipTo(this.input, Number.MAX_SAFE_INTEGER);
    yield gap('loss', start, this.input.position, reason);
  }

  private cutText(): Localized {
    return {
      en: `bzip2 stream ${this.stream} is cut in block ${this.block}: what follows is missing`,
      zh: `bzip2 第 ${this.stream} 个流在第 ${this.block} 块处中断：后面的内容缺失`,
    };
  }

  private inBlock(reason: Localized): Localized {
    return {
      en: `block ${this.block} of bzip2 stream ${this.stream}: ${reason.en}`,
      zh: `bzip2 第 ${this.stream} 个流的第 ${this.block} 块：${reason.zh}`,
    };
  }
}

/** First bit at or behind `from` where a block or the end of a stream begins, or -1. */
function findMagic(bytes: Uint8Array, from: number): number {
  let high = 0;
  let low = 0;
  for (let bit = from; bit < bytes.length * 8; bit++) {
    high = ((high << 1) | (low >>> 23)) & 0xffffff;
    low = ((low << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)) & 0xffffff;
    if (bit - from < 47) continue;
    if ((high === blockMagic[0] && low === blockMagic[1]) || (high === endMagic[0] && low === endMagic[1]))
      return bit - 47;
  }
  return -1;
}

/** Drops bytes up to what looks like the beginning of a stream, or to the end. */
function* skipToStream(input: InputPosition): Steps<void> {
  for (let first = true; ; first = false) {
    const bytes = yield { peek: 65_536 };
    let at = first ? Math.min(1, bytes.length) : 0;
    while (at + 10 <= bytes.length && !(bytes[at] === 0x42 && isBzip2(bytes.subarray(at, at + 10)))) at++;
    const found = at + 10 <= bytes.length;
    if (!found && bytes.length < 11) at = bytes.length;
    yield* skipTo(input, input.position + at);
    if (found || at === bytes.length) return;
  }
}

const sums = new Int32Array(256).map((_, value) => {
  let sum = value << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum;
});

function updateSum(before: number, bytes: Uint8Array, length: number): number {
  let sum = before;
  for (let index = 0; index < length; index++) sum = (sum << 8) ^ (sums[(sum >>> 24) ^ (bytes[index] ?? 0)] ?? 0);
  return sum;
}
