/** Gzip as collectors leave it: several members, padding, cut ends, text behind; what can be decoded is kept, the rest is named (RFC 1952). */
import { crc32, createInflateRaw } from 'node:zlib';
import type { Localized } from '../engine/index';
import type { ByteStream, StreamPart } from './byteStream';
import type { DecoderGap } from './decoders/decoder';
import { packedGap } from './decodeStream';
import { Feed } from './feed';
import { inflate, inflateSmall } from './inflate';
import type { Stage } from './stage';

/** True for the first bytes of a gzip member. */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 4 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && ((head[3] ?? 0) & 0xe0) === 0;
}

const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;

/** What a gzip header says about the file that was packed. */
export interface GzipHeader {
  /** Modification in UTC ms; `null` when it is not stated. */
  readonly modifiedMs: number | null;
}

/** The header at the beginning of a gzip file. */
export function readGzipHeader(head: Uint8Array): GzipHeader {
  const seconds = head.length < 8 ? 0 : new DataView(head.buffer, head.byteOffset).getUint32(4, true);
  return { modifiedMs: seconds === 0 ? null : seconds * 1000 };
}

/** Decoded parts of a gzip stream, members one after the other. */
export async function* gunzip(input: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  const feed = new Feed(input);
  try {
    for await (const part of new Gunzip(feed, stage).decode()) {
      stage.taken = feed.position;
      if ('bytes' in part) stage.given += part.bytes.length;
      yield part;
      for (const gap of feed.gaps()) yield { gap };
    }
    stage.taken = feed.position;
    for (const gap of feed.gaps()) yield { gap };
  } finally {
    await feed.close();
  }
}

/** What small members are looked for in at a time, and what they may come to before they are handed on. */
const lookBytes = 64 * 1024;
const togetherBytes = 256 * 1024;
/** Members up to this size are small. */
const smallBytes = 32 * 1024;

class Gunzip {
  private member = 0;
  /** The member before was small: the next one may be, too. */
  private isSmall = false;

  constructor(
    private readonly feed: Feed,
    private readonly stage: Stage,
  ) {}

  async *decode(): AsyncGenerator<StreamPart> {
    const { feed } = this;
    for (;;) {
      if (this.isSmall) yield* this.smallMembers();
      yield* this.padding();
      const start = feed.position;
      await feed.fill(10);
      if (feed.available === 0) return;
      if (isGzip(feed.peek(10)) && feed.available >= 10) {
        this.member++;
        yield* this.decodeMember();
        continue;
      }
      const reason = this.member === 0 ? notGzip : behind;
      await this.skipToMember();
      yield this.gap('loss', start, isGzip(feed.peek(10)) ? damagedStart : reason);
    }
  }

  /** Sound members that are small, many in one piece: a decompressor for each of them would take longer than all else. */
  private async *smallMembers(): AsyncGenerator<StreamPart> {
    const { feed } = this;
    do {
      await feed.fill(lookBytes);
      const texts: Uint8Array[] = [];
      let length = 0;
      this.isSmall = false;
      while (length < togetherBytes && !feed.hasGaps) {
        const member = readSmallMember(feed.peek(lookBytes));
        if (member === null) break;
        feed.take(member.packedBytes);
        texts.push(member.text);
        length += member.text.length;
        this.member++;
        this.isSmall = true;
      }
      if (length > 0) yield { bytes: texts.length === 1 ? (texts[0] as Uint8Array) : Buffer.concat(texts, length) };
    } while (this.isSmall);
  }

  /** NUL bytes between members or behind them, as tapes and block devices add them. */
  private async *padding(): AsyncGenerator<StreamPart> {
    const { feed } = this;
    const start = feed.position;
    for (;;) {
      await feed.fill(1);
      const bytes = feed.peek(feed.available);
      const count = bytes.findIndex((value) => value !== 0);
      feed.take(count < 0 ? bytes.length : count);
      if (count >= 0 || bytes.length === 0) break;
    }
    if (feed.position > start) yield this.gap('padding', start, { en: 'NUL padding', zh: 'NUL 填充' });
  }

  private async *decodeMember(): AsyncGenerator<StreamPart> {
    const { feed } = this;
    const start = feed.position;
    await this.takeHeader();
    const dataStart = feed.position;
    const unit = inflate(createInflateRaw, feed);
    let checksum = 0;
    let length = 0;
    let step = await unit.next();
    for (; step.done !== true; step = await unit.next()) {
      checksum = crc32(step.value, checksum);
      length += step.value.length;
      yield { bytes: step.value };
    }
    const { state, decodedTo, packed } = step.value;
    this.isSmall = state === 'end' && length <= smallBytes;
    if (state !== 'end') {
      // Of two joined halves the second may begin before the place where the first stops making sense.
      if (state === 'damaged') await this.skipToMember();
      const from = Math.min(decodedTo, feed.position);
      yield this.gap('loss', from, this.inMember(state === 'cut' ? isCut : isDamaged));
      if (length > 0) yield this.gap('unverified', start, this.inMember(unverifiedBefore), from);
      return;
    }
    await feed.fill(8);
    const trailer = Buffer.from(feed.take(8));
    if (trailer.length < 8) yield this.gap('unverified', start, this.inMember(cutTrailer));
    else if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length % 2 ** 32)
      yield* this.badMember(start, packed?.subarray(0, decodedTo - dataStart) ?? null, trailer);
  }

  /** Of two joined halves the second may begin within what was taken for the first: it is gone back to. */
  private *badMember(start: number, packed: Uint8Array | null, trailer: Uint8Array): Generator<StreamPart> {
    const taken = packed === null ? trailer : Buffer.concat([packed, trailer]);
    const found = findMember(taken, 0);
    if (found >= 0) {
      this.feed.putBack(taken.subarray(found));
      yield this.gap('loss', this.feed.position, this.inMember(isCut));
    }
    yield this.gap('unverified', start, this.inMember(badChecksum));
  }

  /** Takes the fixed part of a member's header and the optional ones. */
  private async takeHeader(): Promise<void> {
    const { feed } = this;
    const flags = feed.take(10)[3] ?? 0;
    if ((flags & flag.extra) !== 0) {
      await feed.fill(2);
      const [low = 0, high = 0] = feed.take(2);
      await feed.fill(low + high * 256);
      feed.take(low + high * 256);
    }
    if ((flags & flag.name) !== 0) await this.takeText();
    if ((flags & flag.comment) !== 0) await this.takeText();
    if ((flags & flag.headerCrc) !== 0) {
      await feed.fill(2);
      feed.take(2);
    }
  }

  /** Takes a text that ends with NUL; a damaged one may go on to the end of the file. */
  private async takeText(): Promise<void> {
    const { feed } = this;
    for (;;) {
      await feed.fill(1);
      const bytes = feed.peek(feed.available);
      const end = bytes.indexOf(0);
      feed.take(end < 0 ? bytes.length : end + 1);
      if (end >= 0 || bytes.length === 0) return;
    }
  }

  /** Goes to the next bytes that look like a member's header, or to the end. */
  private async skipToMember(): Promise<void> {
    const { feed } = this;
    for (let from = 1; ; from = 0) {
      await feed.fill(65_536);
      const bytes = feed.peek(65_536);
      const found = findMember(bytes, from);
      const at = found >= 0 ? found : bytes.length < 10 ? bytes.length : bytes.length - 9;
      feed.take(at);
      if (found >= 0 || at === bytes.length) return;
    }
  }

  private gap(kind: DecoderGap['kind'], start: number, reason: Localized, end = this.feed.position): StreamPart {
    return packedGap({ kind, reason, start, end }, this.stage);
  }

  private inMember(reason: Localized): Localized {
    return { en: `gzip member ${this.member} ${reason.en}`, zh: `gzip 第 ${this.member} 个成员${reason.zh}` };
  }
}

/** The small member that `bytes` begin with, if it is whole and sound and its header states no more than a name. */
function readSmallMember(bytes: Uint8Array): { readonly text: Uint8Array; readonly packedBytes: number } | null {
  if (!isGzip(bytes) || bytes.length < 18) return null;
  const flags = bytes[3] as number;
  if ((flags & ~flag.name & 0x1f) > 1) return null;
  const dataStart = flags & flag.name ? bytes.indexOf(0, 10) + 1 : 10;
  const inflated = dataStart === 0 ? null : inflateSmall(bytes.subarray(dataStart), smallBytes);
  if (inflated === null) return null;
  const { text } = inflated;
  const trailer = dataStart + inflated.packedBytes;
  if (trailer + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + trailer, 8);
  const isSound = view.getUint32(0, true) === crc32(text) && view.getUint32(4, true) === text.length;
  return isSound ? { text, packedBytes: trailer + 8 } : null;
}

/** A header that a packer wrote: method, no reserved flags, and one of the two known extra flags and of the known systems. */
function findMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    const head = bytes.subarray(at, at + 10);
    if (head.length < 10) return -1;
    const [, , , , , , , , extra = 0, system = 0] = head;
    if (isGzip(head) && (extra === 0 || extra === 2 || extra === 4) && (system <= 13 || system === 255)) return at;
  }
  return -1;
}

const notGzip: Localized = { en: 'no gzip data', zh: '不是 gzip 数据' };
const behind: Localized = { en: 'bytes behind the gzip data that are none', zh: 'gzip 数据之后有不属于它的字节' };
const damagedStart: Localized = { en: 'bytes between gzip members that are none', zh: 'gzip 成员之间有不属于它的字节' };
const isCut: Localized = { en: 'is cut: what follows is missing', zh: '不完整：后面的内容缺失' };
const isDamaged: Localized = { en: 'is damaged: the rest of it is not read', zh: '已损坏：其余部分未读取' };
const unverifiedBefore: Localized = {
  en: 'is not whole: what was decoded of it before is not verified',
  zh: '不完整：此前解出的内容未经验证',
};
const cutTrailer: Localized = {
  en: 'is cut in its trailer: its text is not verified',
  zh: '尾部不完整：其内容未经验证',
};
const badChecksum: Localized = { en: 'fails its checksum: its text is not verified', zh: '校验失败：其内容未经验证' };
