/** Zstd, every frame of it, with its checksums: what Node's own stream drops or does not look at (RFC 8878). */
import type { Localized } from '../../engine/index';
import type { InputPosition, Step } from './decoder';
import { Damage, gap, skipTo } from './decoder';
import { XxHash64 } from './xxhash64';
import { maxBlockBytes, ZstdBlocks } from './zstdBlock';

const frameMagic = 0xfd2fb528;
/** Windows beyond this are not decoded: `zstd --long=27` is the largest that zstd itself takes without being told to. */
const maxWindowBytes = 128 * 1024 * 1024;
/** Decoded bytes are handed over in pieces of about this size. */
const pieceBytes = 384 * 1024;

/** True for the first bytes of a zstd frame or of a skippable one. */
export function isZstd(head: Uint8Array): boolean {
  if (head.length < 4) return false;
  const magic = magicOf(head);
  return magic === frameMagic || isSkippable(magic);
}

function magicOf(head: Uint8Array): number {
  return ((head[0] ?? 0) | ((head[1] ?? 0) << 8) | ((head[2] ?? 0) << 16) | ((head[3] ?? 0) << 24)) >>> 0;
}

function isSkippable(magic: number): boolean {
  return magic >= 0x184d2a50 && magic <= 0x184d2a5f;
}

/** Decodes all frames of a file. */
export function* unzstd(input: InputPosition): Generator<Step, void, Uint8Array> {
  for (let frame = 1; ; ) {
    const start = input.position;
    const head = yield { peek: 4 };
    if (head.length === 0) return;
    const magic = head.length < 4 ? 0 : magicOf(head);
    if (isSkippable(magic)) {
      yield { take: 4 };
      const size = yield { take: 4 };
      const end = input.position + (size.length < 4 ? 0 : magicOf(size));
      yield* skipTo(input, end);
      if (size.length < 4 || input.position < end) yield cut(start, input, frame);
      continue;
    }
    if (magic !== frameMagic) {
      yield* skipToFrame(input);
      yield gap('loss', start, input.position, {
        en: frame === 1 ? 'no zstd data' : 'bytes between or behind zstd frames that are none',
        zh: frame === 1 ? '不是 zstd 数据' : 'zstd 帧之间或之后有不属于它的字节',
      });
      continue;
    }
    yield { take: 4 };
    yield* decodeFrame(input, start, frame++);
  }
}

interface FrameHeader {
  readonly windowBytes: number;
  readonly contentBytes: number | null;
  readonly hasChecksum: boolean;
  readonly dictionary: number;
}

function* decodeFrame(input: InputPosition, start: number, frame: number): Generator<Step, void, Uint8Array> {
  const header = yield* readHeader();
  if (header === null) {
    yield cut(start, input, frame);
    return;
  }
  const refused = refusal(header);
  if (refused !== null) {
    yield* skipBlocks(input, header.hasChecksum);
    yield gap('loss', start, input.position, inFrame(frame, refused));
    return;
  }
  const blocks = new ZstdBlocks(header.windowBytes);
  const checksum = header.hasChecksum ? new XxHash64() : null;
  let length = 0;
  const handOut = function* (): Generator<Step, void, Uint8Array> {
    if (blocks.window.waiting === 0) return;
    const bytes = blocks.window.take();
    checksum?.update(bytes);
    length += bytes.length;
    yield { bytes };
  };
  for (let last = false; !last; ) {
    const blockStart = input.position;
    const block = yield* readBlock(blocks, header.windowBytes);
    if (typeof block === 'object') {
      // Another frame may begin anywhere from here on: half a file may have been joined to a whole one.
      yield* handOut();
      yield* skipToFrame(input);
      yield gap('loss', blockStart, input.position, inFrame(frame, block));
      yield gap('unverified', start, blockStart, unverifiedBefore(frame));
      return;
    }
    last = block === 'last';
    if (last || blocks.window.waiting >= pieceBytes) yield* handOut();
  }
  yield* verify(input, start, frame, length, header, checksum);
}

function* verify(
  input: InputPosition,
  start: number,
  frame: number,
  length: number,
  header: FrameHeader,
  checksum: XxHash64 | null,
): Generator<Step, void, Uint8Array> {
  if (checksum !== null) {
    const stated = yield { take: 4 };
    if (stated.length < 4) yield gap('unverified', start, input.position, cutText(frame));
    else if (magicOf(stated) !== checksum.lowHalf()) yield gap('unverified', start, input.position, notVerified(frame));
  }
  if (header.contentBytes !== null && header.contentBytes !== length)
    yield gap('unverified', start, input.position, {
      en: `zstd frame ${frame} has ${length} bytes, and ${header.contentBytes} by its header`,
      zh: `zstd 第 ${frame} 帧有 ${length} 字节，其头部声明为 ${header.contentBytes} 字节`,
    });
}

/** `null` when the input ends first. */
function* readHeader(): Generator<Step, FrameHeader | null, Uint8Array> {
  const descriptor = (yield { take: 1 })[0];
  if (descriptor === undefined) return null;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeCode = descriptor >> 6;
  const sizeBytes = sizeCode === 0 ? (isSingle ? 1 : 0) : 1 << sizeCode;
  const count = (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
  const rest = yield { take: count };
  if (rest.length < count) return null;
  const window = isSingle ? 0 : (rest[0] ?? 0);
  const base = 2 ** (10 + (window >> 3));
  const dictionaryStart = isSingle ? 0 : 1;
  const content = littleEndian(rest, dictionaryStart + dictionaryBytes, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
  return {
    windowBytes: isSingle ? Math.max(content, 1024) : base + (base / 8) * (window & 7),
    contentBytes: sizeBytes === 0 ? null : content,
    hasChecksum: (descriptor & 4) !== 0,
    dictionary: littleEndian(rest, dictionaryStart, dictionaryBytes),
  };
}

/** Why a frame is not decoded, if so. */
function refusal(header: FrameHeader): Localized | null {
  if (header.dictionary !== 0)
    return {
      en: `needs the dictionary ${header.dictionary}: unpack it with \`zstd -d -D DICTIONARY\` first`,
      zh: `需要字典 ${header.dictionary}：请先用 \`zstd -d -D DICTIONARY\` 解压`,
    };
  if (header.windowBytes <= maxWindowBytes) return null;
  const mebibytes = Math.ceil(header.windowBytes / 2 ** 20);
  return {
    en: `needs a window of ${mebibytes} MiB: unpack it with \`zstd -d --long=31\` first`,
    zh: `需要 ${mebibytes} MiB 的窗口：请先用 \`zstd -d --long=31\` 解压`,
  };
}

/** Reads one block; when it is damaged or cut, why: it is then not taken. */
function* readBlock(blocks: ZstdBlocks, windowBytes: number): Generator<Step, 'more' | 'last' | Localized, Uint8Array> {
  const head = yield { peek: 3 };
  if (head.length < 3) return isCut;
  const word = littleEndian(head, 0, 3);
  const kind = (word >> 1) & 3;
  const size = word >> 3;
  if (kind === 3 || size > Math.min(maxBlockBytes, windowBytes))
    return { en: 'a block header is invalid', zh: '数据块头部无效' };
  const stored = 3 + (kind === 1 ? 1 : size);
  const bytes = yield { peek: stored };
  if (bytes.length < stored) return isCut;
  try {
    if (kind === 0) blocks.window.put(bytes.subarray(3));
    else if (kind === 1) blocks.window.fill(bytes[3] ?? 0, size);
    else blocks.compressed(bytes.subarray(3));
  } catch (error) {
    if (error instanceof Damage) return error.what;
    throw error;
  }
  yield { take: stored };
  return (word & 1) === 1 ? 'last' : 'more';
}

/** Goes from block to block of a frame that is sound but cannot be decoded. */
function* skipBlocks(input: InputPosition, hasChecksum: boolean): Generator<Step, void, Uint8Array> {
  for (let last = false; !last; ) {
    const head = yield { take: 3 };
    if (head.length < 3) return;
    const word = littleEndian(head, 0, 3);
    const kind = (word >> 1) & 3;
    if (kind === 3 || word >> 3 > maxBlockBytes) {
      yield* skipToFrame(input);
      return;
    }
    yield* skipTo(input, input.position + (kind === 1 ? 1 : word >> 3));
    last = (word & 1) === 1;
  }
  if (hasChecksum) yield { take: 4 };
}

/** Drops bytes up to what looks like the beginning of a frame, or to the end. */
function* skipToFrame(input: InputPosition): Generator<Step, void, Uint8Array> {
  for (let first = true; ; first = false) {
    const bytes = yield { peek: 65_536 };
    if (bytes.length < 4) {
      yield* skipTo(input, input.position + bytes.length);
      return;
    }
    let at = first ? 1 : 0;
    while (at + 4 <= bytes.length && !isZstd(bytes.subarray(at, at + 4))) at++;
    const found = at + 4 <= bytes.length;
    yield* skipTo(input, input.position + at);
    if (found) return;
  }
}

function littleEndian(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index--) value = value * 256 + (bytes[start + index] ?? 0);
  return value;
}

const isCut: Localized = { en: 'it is cut: what follows is missing', zh: '不完整：后面的内容缺失' };

function cut(start: number, input: InputPosition, frame: number): Step {
  return gap('loss', start, input.position, cutText(frame));
}

function cutText(frame: number): Localized {
  return inFrame(frame, isCut);
}

function notVerified(frame: number): Localized {
  return {
    en: `zstd frame ${frame} fails its checksum: its text is not verified`,
    zh: `zstd 第 ${frame} 帧校验失败：其内容未经验证`,
  };
}

function unverifiedBefore(frame: number): Localized {
  return {
    en: `zstd frame ${frame} is damaged: what was decoded of it before is not verified`,
    zh: `zstd 第 ${frame} 帧已损坏：此前解出的内容未经验证`,
  };
}

function inFrame(frame: number, reason: Localized): Localized {
  return { en: `zstd frame ${frame}: ${reason.en}`, zh: `zstd 第 ${frame} 帧：${reason.zh}` };
}
