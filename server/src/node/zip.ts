/** Reads zip archives in place: by their directory, or header by header where the directory is damaged or cut off. */
import { crc32, createInflateRaw } from 'node:zlib';
import type { Localized } from '../engine/index';
import type { ArchiveMember, ArchiveNote } from './archive';
import { lostStretch, toLabel } from './archive';
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import { reasonOf } from './byteStream';
import { unbzip2 } from './decoders/bzip2';
import { unxz } from './decoders/xz';
import { unzstd } from './decoders/zstd';
import { decodeStream } from './decodeStream';
import { Feed } from './feed';
import { inflate } from './inflate';
import type { RandomAccess } from './randomAccess';
import { stretch } from './randomAccess';
import type { Stage } from './stage';
import { newStage } from './stage';
import type { DirectoryPlace, ZipEntry } from './zipEntry';
import {
  findDirectory,
  findZip64,
  localBytes,
  localEntryBytes,
  readDescriptor,
  readDirectoryEntry,
  readLocalEntry,
  readZip64,
} from './zipEntry';

/** The end record has a comment of at most this length behind it, and a locator before it. */
const tailBytes = 65_536 + 22 + 20;
/** A directory beyond this is not read: the archive is read header by header. */
const maxDirectoryBytes = 512 * 1024 * 1024;
const searchBytes = 65_536;

/** True for the first bytes of a zip archive: a member, or the end record of an empty archive. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/** The members of an archive, with word of what is lost. */
export async function* readZip(access: RandomAccess, stage: Stage): AsyncGenerator<ArchiveMember | ArchiveNote> {
  stage.taken = access.size;
  try {
    const entries = await readDirectory(access);
    if (entries === null) yield* new HeaderWalk(access, stage).read();
    else yield* readEntries(entries, access, stage);
  } catch (error) {
    const reason = reasonOf(error);
    yield { name: '', note: { kind: 'loss', reason: { en: reason, zh: `读取失败：${reason}` } } };
  }
}

/** The directory's entries; `null` when there is none that can be trusted. */
async function readDirectory(access: RandomAccess): Promise<ZipEntry[] | null> {
  const place = await placeOfDirectory(access);
  if (place === null || place.size > maxDirectoryBytes || place.start + place.size > access.size) return null;
  const directory = await access.read(place.start, place.size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < place.entries; ) {
    const read = readDirectoryEntry(directory, at);
    if (read === null) return null;
    entries.push(read.entry);
    at = read.end;
  }
  return entries;
}

async function placeOfDirectory(access: RandomAccess): Promise<DirectoryPlace | null> {
  const start = Math.max(0, access.size - tailBytes);
  const tail = await access.read(start, access.size - start);
  const place = findDirectory(tail, access.size);
  if (place !== 'zip64') return place;
  const record = findZip64(tail);
  return record === null ? null : readZip64(await access.read(record, 56));
}

async function* readEntries(
  entries: readonly ZipEntry[],
  access: RandomAccess,
  stage: Stage,
): AsyncGenerator<ArchiveMember | ArchiveNote> {
  // Members that share bytes are how a small archive pretends to hold very many large files.
  let behind = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    const name = toLabel(entry.name);
    if (entry.name.endsWith('/')) continue;
    const local = await readLocal(access, entry.start);
    if (local === null) {
      yield { name, note: { kind: 'loss', reason: noHeader } };
      continue;
    }
    const start = entry.start + local.headBytes;
    if (start < behind) {
      yield { name, note: { kind: 'loss', reason: overlaps } };
      continue;
    }
    behind = start + entry.packedSize;
    yield* readEntry(entry, start, access, stage);
  }
}

/** A member's own header; `null` when there is none. */
async function readLocal(access: RandomAccess, start: number): Promise<ReturnType<typeof readLocalEntry>> {
  const fixed = await access.read(start, localBytes);
  const count = localEntryBytes(fixed);
  return count === null ? null : readLocalEntry(await access.read(start, count), start);
}

/** One member whose sizes are known. */
function* readEntry(
  entry: ZipEntry,
  start: number,
  access: RandomAccess,
  stage: Stage,
): Generator<ArchiveMember | ArchiveNote> {
  const name = toLabel(entry.name);
  if (entry.isLink) return;
  const refused = refusal(entry);
  if (refused !== null) {
    yield { name, note: { kind: 'loss', reason: refused } };
    return;
  }
  const packed = stretch(access, start, Math.min(access.size, start + entry.packedSize));
  yield { name, modifiedMs: entry.modifiedMs, stream: verified(unpackEntry(entry, packed), entry, stage) };
}

function refusal({ isEncrypted, method }: ZipEntry): Localized | null {
  if (isEncrypted) return { en: 'it is encrypted: unpack it first', zh: '已加密：请先解压' };
  if ([0, 8, 12, 93, 95].includes(method)) return null;
  return { en: `it is packed by method ${method}: unpack it first`, zh: `使用第 ${method} 号压缩方法：请先解压` };
}

async function* unpackEntry({ method, name }: ZipEntry, packed: ByteStream): AsyncGenerator<StreamPart> {
  if (method === 0) yield* packed;
  else if (method === 12) yield* decodeStream(unbzip2, packed, newStage(name, 'bzip2'));
  else if (method === 93) yield* decodeStream(unzstd, packed, newStage(name, 'zstd'));
  else if (method === 95) yield* decodeStream(unxz, packed, newStage(name, 'xz'));
  else {
    const feed = new Feed(packed);
    try {
      const unit = inflate(createInflateRaw, feed);
      let step = await unit.next();
      for (; step.done !== true; step = await unit.next()) yield { bytes: step.value };
      for (const gap of feed.gaps()) yield { gap };
      if (step.value.state === 'cut') yield { gap: loss(isCut) };
      if (step.value.state === 'damaged') yield { gap: loss(isDamaged) };
    } finally {
      await feed.close();
    }
  }
}

/** Compares length and checksum with what the directory states. */
async function* verified(stream: ByteStream, entry: ZipEntry, stage: Stage): AsyncGenerator<StreamPart> {
  let checksum = 0;
  let length = 0;
  let isWhole = true;
  for await (const part of stream) {
    if ('bytes' in part) {
      checksum = crc32(part.bytes, checksum);
      length += part.bytes.length;
      stage.given += part.bytes.length;
    } else if (part.gap.kind === 'loss') isWhole = false;
    yield part;
  }
  if (isWhole && length < entry.size) yield { gap: { ...loss(isCut), bytes: entry.size - length } };
  else if (length !== entry.size || checksum !== entry.checksum)
    yield { gap: { ...loss(badChecksum), kind: 'unverified' } };
}

/** Goes through an archive from member to member, without its directory. */
class HeaderWalk {
  private position = 0;

  constructor(
    private readonly access: RandomAccess,
    private readonly stage: Stage,
  ) {}

  async *read(): AsyncGenerator<ArchiveMember | ArchiveNote> {
    const { access, stage } = this;
    yield { name: '', note: { kind: 'loss', reason: noDirectory } };
    while (this.position < access.size) {
      const start = this.position;
      const local = await readLocal(access, start);
      if (local === null) {
        this.position = await this.nextHeader(start + 1);
        // The directory itself, or its remains, hold no text.
        if (isDirectory(await access.read(start, 4))) continue;
        stage.lost += this.position - start;
        yield lostStretch(start, this.position, noMember);
        continue;
      }
      const dataStart = start + local.headBytes;
      const { entry } = local;
      if (!entry.hasDescriptor) {
        this.position = dataStart + entry.packedSize;
        yield* entry.name.endsWith('/') ? [] : readEntry(entry, dataStart, access, stage);
      } else yield* this.entryOfUnknownSize(entry, dataStart);
    }
  }

  /** The member's end is where the next header begins; before it stand its checksum and size. */
  private async *entryOfUnknownSize(entry: ZipEntry, dataStart: number): AsyncGenerator<ArchiveMember | ArchiveNote> {
    const name = toLabel(entry.name);
    this.position = await this.nextHeader(dataStart);
    const refused = refusal(entry);
    if (refused !== null) {
      yield { name, note: { kind: 'loss', reason: refused } };
      return;
    }
    const tail = await this.access.read(
      Math.max(dataStart, this.position - 24),
      Math.min(24, this.position - dataStart),
    );
    const descriptor = readDescriptor(tail);
    const packed = stretch(this.access, dataStart, this.position - (descriptor?.bytes ?? 0));
    const stream = unpackEntry(entry, packed);
    const { modifiedMs } = entry;
    if (descriptor === null) yield { name, modifiedMs, stream };
    else yield { name, modifiedMs, stream: verified(stream, { ...entry, ...descriptor }, this.stage) };
  }

  /** Position of the next header of a member or of the directory at or behind `from`, or the end. */
  private async nextHeader(from: number): Promise<number> {
    for (let position = from; position < this.access.size; ) {
      const bytes = await this.access.read(position, searchBytes);
      for (let at = bytes.indexOf(0x50); at >= 0 && at + 4 <= bytes.length; at = bytes.indexOf(0x50, at + 1))
        if (
          bytes[at + 1] === 0x4b &&
          ((bytes[at + 2] === 3 && bytes[at + 3] === 4) || (bytes[at + 2] === 1 && bytes[at + 3] === 2))
        )
          return position + at;
      if (bytes.length < searchBytes) break;
      position += bytes.length - 3;
    }
    return this.access.size;
  }
}

function isDirectory(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 1 || head[2] === 5 || head[2] === 6);
}

function loss(reason: Localized): StreamGap {
  return { kind: 'loss', bytes: 0, reason, retry: false };
}

const noHeader: Localized = {
  en: 'the directory names it, but its data are not there',
  zh: '目录中有其名，但数据不存在',
};
const overlaps: Localized = { en: 'its data overlap those of another member', zh: '其数据与另一成员重叠' };
const noDirectory: Localized = {
  en: 'the directory of the archive is missing or damaged: members are read one after the other',
  zh: '归档目录缺失或损坏：逐个读取成员',
};
const noMember: Localized = { en: 'no member of a zip archive', zh: '不是 zip 归档的成员' };
const isCut: Localized = { en: 'it is cut: what follows is missing', zh: '不完整：后面的内容缺失' };
const isDamaged: Localized = { en: 'it is damaged: the rest of it is not read', zh: '已损坏：其余部分未读取' };
const badChecksum: Localized = {
  en: 'it fails its checksum: its text is not verified',
  zh: '校验失败：其内容未经验证',
};
