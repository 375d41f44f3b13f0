/** Xz: all streams and blocks with their checks; damage costs a block, not the file (https://tukaani.org/xz/xz-file-format.txt). */
import { crc32 } from 'node:zlib';
import type { Localized } from '../../engine/index';
import { newHash } from '../crypto';
import { Crc64 } from './crc64';
import type { InputPosition, Step } from './decoder';
import { Damage, gap, skipTo } from './decoder';
import { Lzma2 } from './lzma2';

type Steps<Result> = Generator<Step, Result, Uint8Array>;

const magic = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];
/** Dictionaries beyond this are not decoded; `xz -9` needs 64 MiB. */
const maxDictionaryBytes = 256 * 1024 * 1024;
const pieceBytes = 384 * 1024;
/** Length of each kind of check. */
const checkBytes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** True for the first bytes of an xz stream. */
export function isXz(head: Uint8Array): boolean {
  return head.length >= 6 && magic.every((value, index) => head[index] === value);
}

/** Decodes all streams of a file. */
export function* unxz(input: InputPosition): Steps<void> {
  for (let stream = 1; ; stream++) {
    yield* skipPadding(input);
    const start = input.position;
    const head = yield { peek: 12 };
    if (head.length === 0) return;
    if (!isXz(head)) {
      yield* skipToStream(input);
      yield gap('loss', start, input.position, {
        en: stream === 1 ? 'no xz data' : 'bytes between or behind xz streams that are none',
        zh: stream === 1 ? '不是 xz 数据' : 'xz 流之间或之后有不属于它的字节',
      });
      continue;
    }
    if (head.length < 12 || !crcHolds(head, 6, 8)) {
      const reason = head.length < 12 ? cutText(stream) : inStream(stream, 'its header is damaged', '头部已损坏');
      yield* skipToStream(input);
      yield gap('loss', start, input.position, reason);
      continue;
    }
    const check = (head[7] ?? 0) & 15;
    yield { take: 12 };
    const end = yield* decodeStream(input, stream, check);
    if (end === 'end') continue;
    const from = input.position;
    yield* skipToStream(input);
    yield gap(
      'loss',
      from,
      input.position,
      end === 'cut' ? cutText(stream) : inStream(stream, 'its end cannot be found', '找不到它的结尾'),
    );
  }
}

/** How a part of the file ended: as it should, with the input, or so that nobody can tell where it does. */
type End = 'end' | 'cut' | 'lost';

/** What a block's place in the index must be. */
interface BlockSizes {
  readonly unpadded: number;
  readonly decoded: number;
}

function* decodeStream(input: InputPosition, stream: number, check: number): Steps<End> {
  const blocks: BlockSizes[] = [];
  for (;;) {
    const size = (yield { peek: 1 })[0];
    if (size === undefined) return 'cut';
    if (size === 0) return yield* readIndex(input, stream, blocks);
    const end = yield* decodeBlock(input, stream, check, blocks);
    if (end !== 'end') return end;
  }
}

interface BlockHeader {
  /** Bytes of the packed data, when the header states them. */
  readonly packed: number | null;
  readonly dictionaryBytes: number;
}

function* decodeBlock(input: InputPosition, stream: number, check: number, blocks: BlockSizes[]): Steps<End> {
  const start = input.position;
  const block = blocks.length + 1;
  const headBytes = (((yield { peek: 1 })[0] ?? 0) + 1) * 4;
  const head = yield { peek: headBytes };
  if (head.length < headBytes) return 'cut';
  const header = readBlockHeader(head);
  if ('en' in header) {
    yield gap('loss', start, start, inBlock(stream, block, header));
    return 'lost';
  }
  yield { take: headBytes };
  const dataStart = input.position;
  const data = yield* decodeData(input, header, check);
  // Even a damaged block is left where it ends, if that can be told.
  if (data.end === 'lost' && header.packed !== null) yield* skipTo(input, dataStart + header.packed);
  else if (data.end !== 'end') {
    yield gap('loss', data.damageStart, input.position, inBlock(stream, block, data.damage ?? badBlock));
    if (data.decoded > 0) yield gap('unverified', start, data.damageStart, notVerified(stream, block));
    return data.end;
  }
  const unpadded = input.position - start + (checkBytes[check] ?? 0);
  const stated = yield* takeCheck(input, dataStart, check);
  blocks.push({ unpadded, decoded: data.decoded });
  if (data.damage !== null) {
    yield gap('loss', data.damageStart, input.position, inBlock(stream, block, data.damage));
    if (data.decoded > 0) yield gap('unverified', start, data.damageStart, notVerified(stream, block));
  } else if (stated === null) {
    yield gap('unverified', start, input.position, cutText(stream));
    return 'cut';
  } else if (!equal(stated, data.sum)) yield gap('unverified', start, input.position, notVerified(stream, block));
  return 'end';
}

/** Takes the padding and the check behind a block's data; `null` when the input ends first. */
function* takeCheck(input: InputPosition, dataStart: number, check: number): Steps<Uint8Array | null> {
  yield { take: (4 - ((input.position - dataStart) % 4)) % 4 };
  const length = checkBytes[check] ?? 0;
  const stated = new Uint8Array(yield { take: length });
  return stated.length < length ? null : stated;
}

/** What decoding a block's data came to. */
interface BlockData {
  readonly end: End;
  readonly decoded: number;
  /** The check of what was decoded; empty when its kind is unknown or there is none. */
  readonly sum: Uint8Array;
  readonly damage: Localized | null;
  /** Where the first chunk begins that was not decoded. */
  readonly damageStart: number;
}

const badBlock: Localized = { en: 'its data are damaged', zh: '数据已损坏' };

function* decodeData(input: InputPosition, header: BlockHeader, check: number): Steps<BlockData> {
  const lzma = new Lzma2(header.dictionaryBytes);
  const checksum = createCheck(check);
  let decoded = 0;
  let damage: Localized | null = null;
  let damageStart = input.position;
  const handOut = function* (): Steps<void> {
    if (lzma.window.waiting === 0) return;
    const bytes = lzma.window.take();
    checksum.update(bytes);
    decoded += bytes.length;
    yield { bytes };
  };
  const ended = function* (end: End): Steps<BlockData> {
    yield* handOut();
    return { end, decoded, sum: checksum.digest(), damage, damageStart };
  };
  for (;;) {
    if (damage === null) damageStart = input.position;
    const control = (yield { take: 1 })[0];
    if (control === undefined) return yield* ended('cut');
    if (control === 0) return yield* ended('end');
    if (control > 2 && control < 0x80) return yield* ended('lost');
    const headBytes = control < 0x80 ? 2 : control < 0xc0 ? 4 : 5;
    const [a = 0, b = 0, c = 0, d = 0, properties = 0] = yield { peek: headBytes };
    const length = control < 0x80 ? a * 256 + b + 1 : (control & 31) * 65_536 + a * 256 + b + 1;
    const size = headBytes + (control < 0x80 ? length : c * 256 + d + 1);
    const bytes = yield { peek: size };
    if (bytes.length < size) return yield* ended('cut');
    // After damage the chunks are only counted off: they repeat bytes that are not there.
    if (damage === null) damage = decodeChunk(lzma, control, properties, bytes.subarray(headBytes), length);
    // The beginning of another stream inside a chunk that makes no sense: half a file was joined to a whole one.
    if (damage !== null && findStream(bytes, 0) >= 0) return yield* ended('lost');
    yield { take: size };
    if (lzma.window.waiting >= pieceBytes) yield* handOut();
  }
}

function decodeChunk(
  lzma: Lzma2,
  control: number,
  properties: number,
  bytes: Uint8Array,
  length: number,
): Localized | null {
  try {
    lzma.prepare(control, properties);
    if (control < 0x80) lzma.stored(bytes);
    else lzma.compressed(bytes, length);
    return null;
  } catch (error) {
    if (error instanceof Damage) return error.what;
    throw error;
  }
}

/** The header, or why the block cannot be decoded. */
function readBlockHeader(head: Uint8Array): BlockHeader | Localized {
  const damaged: Localized = { en: 'its header is damaged', zh: '头部已损坏' };
  if (!crcHolds(head, 0, head.length - 4)) return damaged;
  const flags = head[1] ?? 0;
  const reader = { position: 2 };
  const packed = (flags & 0x40) !== 0 ? readNumber(head, reader) : null;
  if ((flags & 0x80) !== 0) readNumber(head, reader);
  const filter = readNumber(head, reader);
  const propertyBytes = readNumber(head, reader);
  if ((flags & 3) !== 0 || filter !== 0x21 || propertyBytes !== 1)
    return {
      en: 'it uses a filter for programs, not for text: unpack it with `xz -d` first',
      zh: '使用了面向程序而非文本的过滤器：请先用 `xz -d` 解压',
    };
  const bits = head[reader.position] ?? 0;
  if (bits > 40) return damaged;
  const dictionaryBytes = bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
  if (dictionaryBytes > maxDictionaryBytes) {
    const mebibytes = Math.ceil(dictionaryBytes / 2 ** 20);
    return {
      en: `it needs a dictionary of ${mebibytes} MiB: unpack it with \`xz -d\` first`,
      zh: `需要 ${mebibytes} MiB 的字典：请先用 \`xz -d\` 解压`,
    };
  }
  return { packed, dictionaryBytes };
}

/** Compares the index with the blocks that were read, and takes the footer. */
function* readIndex(input: InputPosition, stream: number, blocks: readonly BlockSizes[]): Steps<End> {
  const start = input.position;
  let sum = crc32(yield { take: 1 });
  const numbers: number[] = [];
  for (let wanted = 1; numbers.length < wanted; ) {
    const bytes = new Uint8Array(yield { peek: 9 });
    const reader = { position: 0 };
    const value = readNumber(bytes, reader);
    if (reader.position > bytes.length || reader.position === 0) return yield* damagedIndex(input, stream, start);
    sum = crc32(yield { take: reader.position }, sum);
    numbers.push(value);
    if (numbers.length === 1) wanted = 1 + 2 * Math.min(value, 2 ** 30);
    if (numbers.length === 1 && value !== blocks.length) break;
  }
  const agrees =
    numbers.length === 1 + 2 * blocks.length &&
    blocks.every(
      (block, index) => numbers[1 + 2 * index] === block.unpadded && numbers[2 + 2 * index] === block.decoded,
    );
  if (!agrees) return yield* damagedIndex(input, stream, start);
  sum = crc32(yield { take: (4 - ((input.position - start) % 4)) % 4 }, sum);
  const rest = yield { peek: 16 };
  if (rest.length < 16) return 'cut';
  const view = new DataView(rest.buffer, rest.byteOffset, 16);
  if (view.getUint32(0, true) !== sum || view.getUint32(4, true) !== crc32(rest.subarray(8, 14)) || rest[14] !== 0x59)
    yield gap('unverified', start, input.position + 16, badIndex(stream));
  yield { take: 16 };
  return 'end';
}

function* damagedIndex(input: InputPosition, stream: number, start: number): Steps<End> {
  yield* skipToStream(input);
  yield gap('unverified', start, input.position, badIndex(stream));
  return 'end';
}

/** A number of up to nine bytes, seven bits each; moves the reader behind it, to 0 when it has no end. */
function readNumber(bytes: Uint8Array, reader: { position: number }): number {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[reader.position++] ?? 0;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return value;
  }
  reader.position = 0;
  return value;
}

interface Check {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** The check a stream states; for one that nobody uses, the empty sum. */
function createCheck(kind: number): Check {
  if (kind === 1) {
    let sum = 0;
    return {
      update: (bytes) => {
        sum = crc32(bytes, sum);
      },
      digest: () => Uint8Array.of(sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, sum >>> 24),
    };
  }
  if (kind === 4) return new Crc64();
  if (kind !== 10) return { update: () => undefined, digest: () => new Uint8Array(0) };
  const hash = newHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

/** A check of unknown kind, or none, proves nothing and fails nothing. */
function equal(stated: Uint8Array, sum: Uint8Array): boolean {
  return sum.length === 0 || sum.every((value, index) => stated[index] === value);
}

function crcHolds(bytes: Uint8Array, start: number, end: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return crc32(bytes.subarray(start, end)) === view.getUint32(end, true);
}

/** NUL bytes between streams; the format allows them. */
function* skipPadding(input: InputPosition): Steps<void> {
  const start = input.position;
  for (;;) {
    const bytes = yield { peek: 4096 };
    let count = 0;
    while (count < bytes.length && bytes[count] === 0) count++;
    if (count > 0) yield { take: count };
    if (count === 0 || count < bytes.length) break;
  }
  const skipped = input.position - start;
  if (skipped % 4 !== 0 || (start === 0 && skipped > 0))
    yield gap('padding', start, input.position, {
      en: 'NUL padding between or behind xz streams',
      zh: 'xz 流之间或之后的 NUL 填充',
    });
}

/** Where a stream with a sound header begins at or behind `from`, or -1. */
function findStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xfd, from); at >= 0; at = bytes.indexOf(0xfd, at + 1)) {
    const head = bytes.subarray(at, at + 12);
    if (isXz(head) && (head.length < 12 || crcHolds(head, 6, 8))) return at;
  }
  return -1;
}

/** Drops bytes up to what looks like the beginning of a stream, or to the end. */
function* skipToStream(input: InputPosition): Steps<void> {
  for (let from = 1; ; from = 0) {
    const bytes = yield { peek: 65_536 };
    const found = findStream(bytes, from);
    const at = found >= 0 ? found : bytes.length < 12 ? bytes.length : bytes.length - 11;
    yield* skipTo(input, input.position + at);
    if (found >= 0 || at === bytes.length) return;
  }
}

function cutText(stream: number): Localized {
  return {
    en: `xz stream ${stream} is cut: what follows is missing`,
    zh: `xz 第 ${stream} 个流不完整：后面的内容缺失`,
  };
}

function badIndex(stream: number): Localized {
  return {
    en: `the index of xz stream ${stream} does not fit its blocks: whole blocks may be missing`,
    zh: `xz 第 ${stream} 个流的索引与数据块不符：可能缺少整个数据块`,
  };
}

function notVerified(stream: number, block: number): Localized {
  return {
    en: `block ${block} of xz stream ${stream} fails its check: its text is not verified`,
    zh: `xz 第 ${stream} 个流的第 ${block} 块校验失败：其内容未经验证`,
  };
}

function inStream(stream: number, en: string, zh: string): Localized {
  return { en: `xz stream ${stream}: ${en}`, zh: `xz 第 ${stream} 个流：${zh}` };
}

function inBlock(stream: number, block: number, reason: Localized): Localized {
  return {
    en: `block ${block} of xz stream ${stream}: ${reason.en}`,
    zh: `xz 第 ${stream} 个流的第 ${block} 块：${reason.zh}`,
  };
}
