/** Reads tar archives as they come in, with what other readers stop at: damaged headers, joined archives, cut ends, sparse files. */
import type { Localized } from '../engine/index';
import type { ArchiveMember, ArchiveNote } from './archive';
import { Links, lostStretch, toLabel } from './archive';
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import { Feed } from './feed';
import type { Stage } from './stage';
import type { SparseMap, TarHeader } from './tarHeader';
import {
  blockBytes,
  isMarkedHeader,
  isTarHeader,
  isZeroBlock,
  pairs,
  paxSparseMap,
  readPax,
  readSparseBlock,
  readTarHeader,
  text,
} from './tarHeader';

/** Extended headers beyond this are not read. */
const maxExtensionBytes = 1024 * 1024;
const portionBytes = 1024 * 1024;

/** True for the first block of a tar archive. */
export function isTar(head: Uint8Array): boolean {
  // Even a damaged header has its mark: what stands behind it can be read.
  if (head.length >= blockBytes && text(head, 257, 5) === 'ustar') return true;
  // Archives from before POSIX have no mark: their names must at least be names, and their modes numbers.
  return isTarHeader(head) && /^[\x20-\x7e]+$/.test(text(head, 0, 100)) && /^[0-7 ]{6,8}$/.test(text(head, 100, 8));
}

/** The members of an archive, with word of what is lost between them. */
export async function* readTar(input: ByteStream, stage: Stage): AsyncGenerator<ArchiveMember | ArchiveNote> {
  const feed = new Feed(input);
  try {
    yield* new TarReader(feed, stage).read();
  } finally {
    await feed.close();
  }
}

class TarReader {
  private readonly links = new Links();
  /** From the extended headers before the next member. */
  private globals: ReadonlyMap<string, string> = new Map();
  private records: ReadonlyMap<string, string> = new Map();
  private longName: string | null = null;
  private longLink: string | null = null;
  private zeroBlocks = 0;
  /** Bytes are missing: where the next header begins cannot be told. */
  private isAdrift = false;

  constructor(
    private readonly feed: Feed,
    private readonly stage: Stage,
  ) {}

  async *read(): AsyncGenerator<ArchiveMember | ArchiveNote> {
    const { feed, stage } = this;
    for (;;) {
      const start = feed.position;
      await feed.fill(blockBytes);
      const block = feed.peek(blockBytes);
      const broken = feed.gaps(blockBytes - 1);
      yield* broken.map(toNote);
      if (block.length === 0) break;
      // Behind a loss of unknown size nothing stands where it should.
      if (broken.some(isBoundless)) this.isAdrift = true;
      if (this.isAdrift) yield* this.unnamed('(no name)');
      else if (isZeroBlock(block)) {
        feed.take(blockBytes);
        this.zeroBlocks++;
      } else if (isTarHeader(block)) {
        const header = readTarHeader(block);
        feed.take(blockBytes);
        this.zeroBlocks = 0;
        if (header === null) yield lostStretch(start, feed.position, badSize);
        else yield* this.take(header);
      } else yield* this.salvage(start, text(block, 0, 100));
      stage.taken = feed.position;
    }
    yield* this.links.notes();
  }

  /** Takes what belongs to a header. */
  private async *take(header: TarHeader): AsyncGenerator<ArchiveMember | ArchiveNote> {
    switch (header.type) {
      case 'x':
      case 'X':
      case 'g':
      case 'L':
      case 'K':
        yield* this.extension(header);
        return;
      default:
    }
    const records = new Map([...this.globals, ...this.records]);
    const stated = records.get('GNU.sparse.name') ?? records.get('path') ?? this.longName ?? header.name;
    const name = toLabel(stated);
    const target = records.get('linkpath') ?? this.longLink ?? header.linkName;
    const size = toSize(records.get('size')) ?? header.size;
    const modified = Number(records.get('mtime') ?? Number.NaN);
    this.records = new Map();
    this.longName = null;
    this.longLink = null;
    const modifiedMs = Number.isFinite(modified) ? Math.round(modified * 1000) : header.modifiedMs;
    // Before POSIX a folder was a file whose name ends with a slash; a name that did not fit may only have been cut at one.
    switch (header.type === '0' && stated.endsWith('/') ? '5' : header.type) {
      case '1':
      case '2':
        this.links.link(name, target);
        if (header.type === '1' && size > 0 && !(await this.isAtHeader())) await this.skip(size);
        return;
      case '5':
      case 'D':
        this.links.folder(name);
        if (header.type === 'D') await this.skip(size);
        return;
      case '3':
      case '4':
      case '6':
      case 'V':
        return;
      default:
        this.links.member(name);
        yield* this.member(name, size, modifiedMs, await this.sparseMap(header, records));
    }
  }

  private async *member(
    name: string,
    size: number,
    modifiedMs: number | null,
    sparse: { readonly map: SparseMap; readonly taken: number } | null,
  ): AsyncGenerator<ArchiveMember> {
    const body = new Body(this.feed, size - (sparse?.taken ?? 0), this.stage);
    yield { name, modifiedMs, stream: sparse === null ? body.read() : spread(body.read(), sparse.map) };
    await body.leave();
    if (body.isBroken) this.isAdrift = true;
    else await this.takeExactly((blockBytes - (size % blockBytes)) % blockBytes);
  }

  /** Reads an extended header: it names or describes the next member. */
  private async *extension(header: TarHeader): AsyncGenerator<ArchiveNote> {
    const start = this.feed.position;
    if (header.size > maxExtensionBytes) {
      await this.skip(header.size);
      yield lostStretch(start, this.feed.position, {
        en: `an extended header of ${header.size} bytes`,
        zh: `长达 ${header.size} 字节的扩展头部`,
      });
      return;
    }
    await this.feed.fill(header.size);
    const bytes = new Uint8Array(this.feed.take(header.size));
    if (header.type === 'L') this.longName = text(bytes, 0, bytes.length);
    else if (header.type === 'K') this.longLink = text(bytes, 0, bytes.length);
    else if (header.type === 'g') this.globals = new Map([...this.globals, ...readPax(bytes)]);
    else this.records = readPax(bytes);
    await this.takeExactly((blockBytes - (header.size % blockBytes)) % blockBytes);
  }

  /** The map of a sparse file, in whichever of the four ways it is written; `taken` bytes of the member were the map. */
  private async sparseMap(
    header: TarHeader,
    records: ReadonlyMap<string, string>,
  ): Promise<{ readonly map: SparseMap; readonly taken: number } | null> {
    if (header.sparse !== null) {
      const stretches = [...header.sparse.stretches];
      for (let more = header.sparseGoesOn; more; ) {
        await this.feed.fill(blockBytes);
        const block = this.feed.take(blockBytes);
        const read = readSparseBlock(block);
        stretches.push(...read.stretches);
        more = read.more && block.length === blockBytes;
      }
      return { map: { stretches, realSize: header.sparse.realSize }, taken: 0 };
    }
    if (records.get('GNU.sparse.major') === '1')
      return this.sparseMapInBody(Number(records.get('GNU.sparse.realsize')));
    const map = paxSparseMap(records);
    return map === null ? null : { map, taken: 0 };
  }

  /** GNU format 1.0: decimal numbers, one a line, at the beginning of the data. */
  private async sparseMapInBody(realSize: number): Promise<{ readonly map: SparseMap; readonly taken: number } | null> {
    const numbers: number[] = [];
    let digits = '';
    let taken = 0;
    for (let wanted = 1; numbers.length < wanted && taken < maxExtensionBytes; ) {
      await this.feed.fill(blockBytes);
      const block = this.feed.take(blockBytes);
      if (block.length === 0) break;
      taken += block.length;
      for (const value of block) {
        if (value !== 10) digits += String.fromCharCode(value);
        else if (numbers.length < wanted) {
          numbers.push(Number(digits));
          digits = '';
          if (numbers.length === 1) wanted = 1 + 2 * (numbers[0] ?? 0);
        }
      }
    }
    return { map: { stretches: pairs(numbers.slice(1)), realSize }, taken };
  }

  /** What lies between a header that makes no sense and the next one that does is offered as a member of its own. */
  private async *salvage(start: number, name: string): AsyncGenerator<ArchiveMember | ArchiveNote> {
    const { feed } = this;
    if (this.zeroBlocks >= 2) {
      for await (const _ of this.untilHeader());
      this.stage.lost += feed.position - start;
      yield lostStretch(start, feed.position, behindEnd);
      this.zeroBlocks = 0;
      return;
    }
    await feed.fill(2 * blockBytes);
    const hasBody = !isTarHeader(feed.peek(2 * blockBytes).subarray(blockBytes));
    const damaged = feed.take(blockBytes).length;
    this.stage.lost += damaged;
    yield lostStretch(start, start + damaged, badHeader);
    this.records = new Map();
    this.longName = null;
    this.longLink = null;
    if (!hasBody || feed.available === 0) return;
    yield* this.unnamed(/^[\x21-\x7e][\x20-\x7e]*$/.test(name) ? toLabel(name) : '(no name)');
  }

  /** Offers everything up to the next header as a member. */
  private async *unnamed(label: string): AsyncGenerator<ArchiveMember> {
    yield { name: `${label} (found at byte ${this.feed.position})`, modifiedMs: null, stream: this.untilHeader() };
    for await (const _ of this.untilHeader());
    this.isAdrift = false;
  }

  /** Everything up to the next header, wherever it begins, or to the end. */
  private async *untilHeader(): AsyncGenerator<StreamPart> {
    const { feed, stage } = this;
    for (;;) {
      await feed.fill(65_536);
      for (const gap of feed.gaps()) yield { gap };
      const bytes = feed.peek(65_536);
      const found = findHeader(bytes);
      const isEnd = bytes.length < 65_536;
      const count = found >= 0 ? found : isEnd ? bytes.length : bytes.length - blockBytes;
      if (count > 0) {
        stage.given += count;
        yield { bytes: feed.take(count) };
      }
      if (found >= 0 || isEnd) return;
    }
  }

  private async isAtHeader(): Promise<boolean> {
    await this.feed.fill(blockBytes);
    return isTarHeader(this.feed.peek(blockBytes));
  }

  /** Skips a member's data with its padding. */
  private async skip(size: number): Promise<void> {
    await this.takeExactly(Math.ceil(size / blockBytes) * blockBytes);
  }

  private async takeExactly(count: number): Promise<void> {
    for (let left = count; left > 0; ) {
      await this.feed.fill(1);
      const taken = this.feed.take(left).length;
      if (taken === 0) return;
      left -= taken;
    }
  }
}

/** The data of one member. */
class Body {
  /** The archive ended, or bytes of unknown number are missing in it: where the member ends cannot be told. */
  isBroken = false;
  private isDone = false;

  constructor(
    private readonly feed: Feed,
    private left: number,
    private readonly stage: Stage,
  ) {}

  async *read(): AsyncGenerator<StreamPart> {
    const { feed, stage } = this;
    while (this.left > 0 && !this.isBroken) {
      await feed.fill(1);
      for (const gap of feed.gaps()) {
        if (gap.kind === 'loss') this.left = Math.max(0, this.left - gap.bytes);
        if (isBoundless(gap)) this.isBroken = true;
        yield { gap };
      }
      if (this.isBroken || this.left === 0) break;
      const bytes = feed.take(Math.min(this.left, portionBytes));
      if (bytes.length === 0) {
        this.isBroken = true;
        yield { gap: { kind: 'loss', bytes: this.left, reason: isCut, retry: false } };
        break;
      }
      this.left -= bytes.length;
      stage.given += bytes.length;
      yield { bytes };
    }
    this.isDone = true;
  }

  /** Passes over what was not read. */
  async leave(): Promise<void> {
    if (this.isDone) return;
    for await (const _ of this.read());
  }
}

/** A sparse file's bytes in their places: what lies between the stretches is a hole. */
async function* spread(stream: AsyncIterable<StreamPart>, map: SparseMap): AsyncGenerator<StreamPart> {
  let position = 0;
  let index = 0;
  let into = 0;
  for await (const part of stream) {
    if ('gap' in part) {
      yield part;
      continue;
    }
    for (let bytes = part.bytes; bytes.length > 0; ) {
      const stretch = map.stretches[index];
      if (stretch === undefined) return;
      if (stretch.offset + into > position) {
        yield { gap: hole(stretch.offset + into - position) };
        position = stretch.offset + into;
      }
      const taken = bytes.subarray(0, Math.max(0, stretch.length - into));
      into += taken.length;
      position += taken.length;
      if (taken.length > 0) yield { bytes: taken };
      bytes = bytes.subarray(taken.length);
      if (into >= stretch.length) {
        index++;
        into = 0;
      }
    }
  }
  if (map.realSize > position) yield { gap: hole(map.realSize - position) };
}

function hole(bytes: number): StreamGap {
  return { kind: 'hole', bytes, reason: { en: 'a hole in a sparse file', zh: '稀疏文件中的空洞' }, retry: false };
}

/** Where a header begins that calls itself one, or -1. */
function findHeader(bytes: Uint8Array): number {
  for (let mark = bytes.indexOf(0x75); mark >= 0; mark = bytes.indexOf(0x75, mark + 1)) {
    const start = mark - 257;
    if (start >= 0 && isMarkedHeader(bytes.subarray(start, start + blockBytes))) return start;
  }
  return -1;
}

function toSize(value: string | undefined): number | null {
  if (value === undefined || !/^\d{1,15}$/.test(value)) return null;
  return Number(value);
}

function isBoundless(gap: StreamGap): boolean {
  return gap.kind === 'loss' && gap.bytes === 0;
}

function toNote(gap: StreamGap): ArchiveNote {
  return { name: '', note: { kind: gap.kind === 'padding' ? 'skipped' : 'loss', reason: gap.reason } };
}

const badSize: Localized = { en: 'a header whose size makes no sense', zh: '头部中的大小无意义' };
const badHeader: Localized = { en: 'a damaged header', zh: '头部已损坏' };
const behindEnd: Localized = { en: "bytes behind the archive's end", zh: '归档结尾之后的字节' };
const isCut: Localized = { en: 'the archive is cut in the middle of this file', zh: '归档在此文件中间中断' };
