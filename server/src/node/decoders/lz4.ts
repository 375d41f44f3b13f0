/** Lz4 frames, all of them, with their checksums (https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md). */
import type { Localized } from '../../engine/index';
import type { InputPosition, Step } from './decoder';
import { Damage, gap, skipTo } from './decoder';
import { copyMatch, SlidingWindow } from './slidingWindow';
import { XxHash32 } from './xxhash32';

type Steps<Result> = Generator<Step, Result, Uint8Array>;

const frameMagic = 0x184d2204;
const windowBytes = 65_536;
const badBlock: Localized = { en: 'a block is invalid', zh: '数据块无效' };

/** True for the first bytes of an lz4 frame. */
export function isLz4(head: Uint8Array): boolean {
  return head.length >= 4 && wordOf(head) === frameMagic;
}

function wordOf(bytes: Uint8Array): number {
  return ((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 24)) >>> 0;
}

/** Decodes all frames of a file. */
export function* unlz4(input: InputPosition): Steps<void> {
  for (let frame = 1; ; ) {
    const start = input.position;
    const head = yield { peek: 4 };
    if (head.length === 0) return;
    const magic = head.length < 4 ? 0 : wordOf(head);
    if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
      yield { take: 4 };
      const size = wordOf(yield { take: 4 });
      yield* skipTo(input, input.position + size);
    } else if (magic === frameMagic) yield* decodeFrame(input, frame++);
    else {
      yield* skipToFrame(input);
      yield gap('loss', start, input.position, {
        en: frame === 1 ? 'no lz4 data' : 'bytes between or behind lz4 frames that are none',
        zh: frame === 1 ? '不是 lz4 数据' : 'lz4 帧之间或之后有不属于它的字节',
      });
    }
  }
}

interface FrameHeader {
  readonly maxBlockBytes: number;
  readonly areBlocksAlone: boolean;
  readonly hasBlockSums: boolean;
  readonly hasSum: boolean;
  readonly isGood: boolean;
}

function* decodeFrame(input: InputPosition, frame: number): Steps<void> {
  const start = input.position;
  const header = yield* readHeader();
  if (header === null) {
    yield gap('loss', start, input.position, cutText(frame));
    return;
  }
  if (!header.isGood) {
    yield* skipToFrame(input);
    yield gap('loss', start, input.position, inFrame(frame, { en: 'its header is damaged', zh: '头部已损坏' }));
    return;
  }
  const window = new SlidingWindow(windowBytes);
  const sum = new XxHash32();
  let isWhole = true;
  for (;;) {
    const blockStart = input.position;
    const block = yield* readBlock(window, header, isWhole || header.areBlocksAlone);
    if (block === 'end') break;
    if (block === 'cut' || block === 'lost') {
      yield* skipToFrame(input);
      yield gap('loss', blockStart, input.position, block === 'cut' ? cutText(frame) : inFrame(frame, badBlock));
      return;
    }
    if (block === 'unverified') yield gap('unverified', blockStart, input.position, notVerified(frame));
    if (block === 'damaged') {
      isWhole = false;
      yield gap('loss', blockStart, input.position, inFrame(frame, badBlock));
    } else if (window.waiting > 0) {
      const bytes = window.take();
      sum.update(bytes);
      yield { bytes };
    }
  }
  if (!header.hasSum) return;
  const stated = yield { take: 4 };
  if (stated.length < 4) yield gap('unverified', start, input.position, cutText(frame));
  else if (isWhole && wordOf(stated) !== sum.digest())
    yield gap('unverified', start, input.position, notVerified(frame));
}

/** `null` when the input ends first. */
function* readHeader(): Steps<FrameHeader | null> {
  const head = new Uint8Array(yield { take: 6 });
  if (head.length < 6) return null;
  const [, , , , flags = 0, sizes = 0] = head;
  const count = ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0);
  const rest = yield { take: count + 1 };
  if (rest.length < count + 1) return null;
  const sum = new XxHash32();
  sum.update(head.subarray(4));
  sum.update(rest.subarray(0, count));
  const code = (sizes >> 4) & 7;
  const isGood = ((sum.digest() >>> 8) & 255) === rest[count] && flags >> 6 === 1 && code >= 4 && (flags & 1) === 0;
  return {
    maxBlockBytes: 2 ** (8 + 2 * code),
    areBlocksAlone: (flags & 32) !== 0,
    hasBlockSums: (flags & 16) !== 0,
    hasSum: (flags & 4) !== 0,
    isGood,
  };
}

/** Reads one block; without `decodes` it is only counted off, because it repeats bytes that are not there. */
function* readBlock(
  window: SlidingWindow,
  header: FrameHeader,
  decodes: boolean,
): Steps<'good' | 'unverified' | 'damaged' | 'end' | 'cut' | 'lost'> {
  const head = yield { peek: 4 };
  if (head.length < 4) return 'cut';
  const word = wordOf(head);
  if (word === 0) {
    yield { take: 4 };
    return 'end';
  }
  const size = word & 0x7fffffff;
  if (size > header.maxBlockBytes) return 'lost';
  const length = size + (header.hasBlockSums ? 4 : 0);
  const whole = yield { peek: 4 + length };
  if (whole.length < 4 + length) return 'cut';
  const bytes = whole.subarray(4);
  const sum = new XxHash32();
  if (header.hasBlockSums) sum.update(bytes.subarray(0, size));
  const isVerified = !header.hasBlockSums || wordOf(bytes.subarray(size)) === sum.digest();
  const isDecoded = decodes && decodeBlock(window, header, word, bytes);
  // The beginning of another frame inside a block that makes no sense: half a file was joined to a whole one.
  if (!isDecoded && findFrame(bytes, 0) >= 0) return 'lost';
  yield { take: 4 + length };
  if (!isDecoded) return 'damaged';
  return isVerified ? 'good' : 'unverified';
}

/** False when the block is damaged: nothing of it is kept. */
function decodeBlock(window: SlidingWindow, header: FrameHeader, word: number, bytes: Uint8Array): boolean {
  const size = word & 0x7fffffff;
  if (header.areBlocksAlone) window.forget();
  const before = window.end;
  try {
    if (word > 0x7fffffff) window.put(bytes.subarray(0, size));
    else {
      window.reserve(header.maxBlockBytes);
      window.end = decodeLz4Block(bytes, size, window.bytes, window.end, window.end + header.maxBlockBytes);
    }
    return true;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    window.end = before;
    return false;
  }
}

/** Decodes one raw block of `size` bytes into `target` from `start`, at most to `limit`; the new end. Throws {@link Damage}. */
export function decodeLz4Block(
  bytes: Uint8Array,
  size: number,
  target: Uint8Array,
  start: number,
  limit: number,
): number {
  let at = 0;
  let out = start;
  const longer = (length: number): number => {
    let whole = length;
    for (let more = 255; more === 255; whole += more) {
      if (at >= size) throw new Damage(badBlock);
      more = bytes[at++] ?? 0;
    }
    return whole;
  };
  while (at < size) {
    const token = bytes[at++] ?? 0;
    const literals = token >> 4 === 15 ? longer(15) : token >> 4;
    if (at + literals > size || out + literals > limit) throw new Damage(badBlock);
    for (const end = at + literals; at < end; ) target[out++] = bytes[at++] ?? 0;
    if (at === size) return out;
    const offset = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    const length = ((token & 15) === 15 ? longer(15) : token & 15) + 4;
    if (at > size || offset === 0 || offset > out || out + length > limit) throw new Damage(badBlock);
    out = copyMatch(target, out, offset, length);
  }
  throw new Damage(badBlock);
}

/** Where a frame begins at or behind `from`, or -1. */
function findFrame(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x04, from); at >= 0; at = bytes.indexOf(0x04, at + 1))
    if (isLz4(bytes.subarray(at, at + 4))) return at;
  return -1;
}

/** Drops bytes up to what looks like the beginning of a frame, or to the end. */
function* skipToFrame(input: InputPosition): Steps<void> {
  for (let from = 1; ; from = 0) {
    const bytes = yield { peek: 65_536 };
    const found = findFrame(bytes, from);
    const at = found >= 0 ? found : bytes.length < 5 ? bytes.length : bytes.length - 3;
    yield* skipTo(input, input.position + at);
    if (found >= 0 || at === bytes.length) return;
  }
}

function cutText(frame: number): Localized {
  return { en: `lz4 frame ${frame} is cut: what follows is missing`, zh: `lz4 第 ${frame} 帧不完整：后面的内容缺失` };
}

function notVerified(frame: number): Localized {
  return {
    en: `lz4 frame ${frame} fails its checksum: its text is not verified`,
    zh: `lz4 第 ${frame} 帧校验失败：其内容未经验证`,
  };
}

function inFrame(frame: number, reason: Localized): Localized {
  return { en: `lz4 frame ${frame}: ${reason.en}`, zh: `lz4 第 ${frame} 帧：${reason.zh}` };
}
