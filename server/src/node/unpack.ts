/** Opens what collectors packed, in place and to any depth: a compressed file is its content, an archive is its members, everything else is itself. */
import type { StatedDate, Unread } from '../engine/index';
import type { ArchiveMember, ArchiveNote } from './archive';
import { isDate } from './archive';
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import { contentOf, headBytes } from './content';
import { joined } from './decoders/decoder';
import { Feed } from './feed';
import { readGzipHeader } from './gzip';
import { isSplitJournal, journalContent, KeptJournals } from './journalText';
import type { RandomAccess } from './randomAccess';
import { bufferAccess } from './randomAccess';
import { aroundHole, findHole } from './sparse';
import type { Stage } from './stage';
import { newStage } from './stage';
import { readTar } from './tar';
import { textStream } from './textStream';
import { UniqueNames } from './uniqueNames';
import { readZip } from './zip';

/** A source, or something that may contain sources. */
export interface Member {
  readonly id: string;
  readonly modifiedMs: number | null;
  readonly stream: ByteStream;
  /** Dates in headers on the way to it. */
  readonly dates: readonly StatedDate[];
  /** Decoders on the way to it, outermost first; filled while the stream is read. */
  readonly stages: readonly Stage[];
  /** Name of the folder argument it lies below. */
  readonly folder?: string;
  /** See `SourceInfo`. */
  readonly indentContinues?: boolean;
  /** Every place of it, when it is a file. */
  readonly access?: RandomAccess;
  /** What it is unpacked to, when it is packed and another thread unpacks it; fills the account. */
  readonly decodedElsewhere?: (stage: Stage) => ByteStream;
}

/** Something that is no source. */
export interface UnreadMember {
  readonly id: string;
  readonly unread: Unread;
  /** Decoders on the way to it. */
  readonly stages: readonly Stage[];
}

/** How far unpacking goes; what lies beyond is told, never passed over. */
export interface UnpackLimits {
  /** Archives and packed files inside each other. */
  readonly depth: number;
  /** Members of all archives in one file. */
  readonly members: number;
  /** Bytes that one file may unpack to. */
  readonly bytes: number;
  /** A zip archive inside another archive is kept in memory while it is read, up to this size. */
  readonly keptBytes: number;
}

/** The limits unless the user sets others. */
export const usualLimits: UnpackLimits = {
  depth: 6,
  members: 1_000_000,
  bytes: 64 * 2 ** 30,
  keptBytes: 256 * 2 ** 20,
};

/** The sources in a file, with word of what is none. */
export function unpack(outer: Member, limits: UnpackLimits = usualLimits): AsyncGenerator<Member | UnreadMember> {
  return new Unpacker(limits).open(outer, 0);
}

class Unpacker {
  private readonly journals = new KeptJournals();
  private members = 0;
  private bytes = 0;

  constructor(private readonly limits: UnpackLimits) {}

  /**
   * The sources in a member that lies in `depth` others. A tar archive counts as one with the packed stream that it is in:
   * `.tar.gz` is one thing.
   */
  async *open(member: Member, depth: number, isDecoded = false): AsyncGenerator<Member | UnreadMember> {
    const feed = new Feed(member.stream);
    try {
      await feed.fill(headBytes);
      const head = new Uint8Array(feed.peek(headBytes));
      const content = contentOf(head);
      const isPacked = content.kind !== 'text' && content.kind !== 'journal' && content.kind !== 'other';
      const level = isPacked && !(content.kind === 'tar' && isDecoded) ? depth + 1 : depth;
      if (level > this.limits.depth) yield refuse(member, tooDeep(this.limits.depth));
      else if (content.kind === 'packed') {
        const stage = newStage(member.id, content.form);
        const dates = content.form === 'gzip' ? gzipDates(member, head) : null;
        const stream = member.decodedElsewhere?.(stage) ?? content.decode(feed.parts(), stage);
        yield* this.decoded({ ...member, ...dates, stream }, stage, level);
      } else if (content.kind === 'tar') {
        const stage = newStage(member.id, 'tar');
        yield* this.archive(member, readTar(feed.parts(), stage), stage, level);
      } else if (content.kind === 'zip') yield* this.zip(member, feed, level);
      else if (content.kind === 'journal') yield* this.journal(member, feed.parts());
      else if (content.kind === 'other') yield refuse(member, content.unread);
      else {
        const stage = content.encoding === 'utf-8' ? null : newStage(member.id, content.encoding);
        const stages = stage === null ? member.stages : [...member.stages, stage];
        const bytes = stage === null ? await withoutHole(member, feed) : feed.parts();
        yield { ...member, stages, stream: textStream(bytes, content.encoding, stage) };
      }
    } finally {
      await feed.close();
    }
  }

  /** A journal; the files of one machine in an archive are given together, once the last of them has come. */
  private async *journal(member: Member, stream: ByteStream): AsyncGenerator<Member> {
    if (!isSplitJournal(member.id)) {
      yield journalContent(member, stream);
      return;
    }
    await this.journals.add(member, stream);
    if (this.journals.isFull) yield* this.journals.take();
  }

  /** A packed stream's content. */
  private async *decoded(member: Member, stage: Stage, depth: number): AsyncGenerator<Member | UnreadMember> {
    const { access: _, decodedElsewhere: __, ...rest } = member;
    const stages = [...member.stages, stage];
    yield* this.open({ ...rest, stages, stream: this.bounded(member.stream) }, depth, true);
  }

  private async *zip(member: Member, feed: Feed, depth: number): AsyncGenerator<Member | UnreadMember> {
    const stage = newStage(member.id, 'zip');
    const kept = member.access === undefined ? await keep(feed, this.limits.keptBytes) : null;
    for (const { kind, reason } of kept?.gaps ?? [])
      yield refuse(member, { kind: kind === 'padding' ? 'skipped' : 'loss', reason });
    const access = member.access ?? kept?.access ?? null;
    if (access === null) yield refuse(member, tooLarge(this.limits.keptBytes));
    else yield* this.archive(member, readZip(access, stage), stage, depth);
  }

  private async *archive(
    outer: Member,
    entries: AsyncIterable<ArchiveMember | ArchiveNote>,
    stage: Stage,
    depth: number,
  ): AsyncGenerator<Member | UnreadMember> {
    const names = new UniqueNames();
    const stages = [...outer.stages, stage];
    for await (const entry of entries) {
      if ('note' in entry) {
        const id = entry.name === '' ? outer.id : `${outer.id}!/${entry.name}`;
        yield refuse({ id, stages }, entry.note);
        continue;
      }
      if (++this.members > this.limits.members) {
        yield refuse({ id: outer.id, stages }, tooMany(this.limits.members));
        break;
      }
      const name = names.take(entry.name);
      // An archive that says nothing of a member was at least packed after the member was written.
      const own = entry.modifiedMs !== null && isDate(entry.modifiedMs) ? entry.modifiedMs : null;
      const modifiedMs = own ?? outer.modifiedMs;
      const dates = own === null ? outer.dates : [toDate(own, 'entry'), ...outer.dates];
      // What a zip archive gives was packed; what a tar archive gives was counted already.
      const stream = stage.form === 'zip' ? this.bounded(entry.stream) : entry.stream;
      const { folder } = outer;
      const id = `${outer.id}!/${name}`;
      yield* this.open({ id, modifiedMs, dates, stages, stream, ...(folder === undefined ? {} : { folder }) }, depth);
    }
    yield* this.journals.take();
  }

  /** Ends a stream where the file has unpacked to more than the limit. */
  private async *bounded(stream: ByteStream): AsyncGenerator<StreamPart> {
    for await (const part of stream) {
      if ('bytes' in part) {
        this.bytes += part.bytes.length;
        if (this.bytes > this.limits.bytes) {
          yield { gap: { kind: 'loss', bytes: 0, retry: false, ...pickReason(tooManyBytes(this.limits.bytes)) } };
          return;
        }
      }
      yield part;
    }
  }
}

/** The bytes of a file, past what was never written. */
async function withoutHole({ access }: Member, feed: Feed): Promise<ByteStream> {
  if (access?.allocated === undefined) return feed.parts();
  const hole = await findHole(access, access.allocated).catch(() => null);
  return hole === null ? feed.parts() : aroundHole(access, hole);
}

/** Reads all of a stream into memory, unless it is larger than the limit; what is missing in it is told all the same. */
async function keep(
  feed: Feed,
  limit: number,
): Promise<{ readonly access: RandomAccess | null; readonly gaps: readonly StreamGap[] }> {
  const parts: Uint8Array[] = [];
  const gaps: StreamGap[] = [];
  let length = 0;
  for await (const part of feed.parts()) {
    if ('gap' in part) {
      gaps.push(part.gap);
      continue;
    }
    length += part.bytes.length;
    if (length > limit) return { access: null, gaps };
    parts.push(new Uint8Array(part.bytes));
  }
  return { access: bufferAccess(joined(parts, length)), gaps };
}

/** What a gzip header says of the file in it is nearer to the truth than the packed file's own date. */
function gzipDates(member: Member, head: Uint8Array): Pick<Member, 'dates' | 'modifiedMs'> {
  const { modifiedMs } = readGzipHeader(head);
  if (modifiedMs === null || !isDate(modifiedMs)) return member;
  return { modifiedMs, dates: [toDate(modifiedMs, 'gzip'), ...member.dates] };
}

function toDate(wallMs: number, from: 'gzip' | 'entry'): StatedDate {
  const text = Math.abs(wallMs) < 8.64e15 ? new Date(wallMs).toISOString() : String(wallMs);
  return { wallMs, precision: 'second', bound: 'until', from, text };
}

function refuse(
  { id, stages }: Pick<Member, 'id' | 'stages'>,
  { kind, reason }: Pick<Unread, 'kind' | 'reason'>,
): UnreadMember {
  return { id, stages, unread: { id, kind, reason, retry: false } };
}

type Refusal = Pick<Unread, 'kind' | 'reason'>;

function pickReason({ reason }: Refusal): Pick<Unread, 'reason'> {
  return { reason };
}

function tooDeep(depth: number): Refusal {
  const en = `more than ${depth} archives inside each other: unpack the outer ones first`;
  return { kind: 'loss', reason: { en, zh: `归档嵌套超过 ${depth} 层：请先解压外层` } };
}

function tooMany(members: number): Refusal {
  const en = `more than ${members} members: the others are not read; unpack it first`;
  return { kind: 'loss', reason: { en, zh: `成员超过 ${members} 个：其余未读取，请先解压` } };
}

function tooManyBytes(bytes: number): Refusal {
  const en = `it unpacks to more than ${bytes} bytes: the rest is not read; unpack it first`;
  return { kind: 'loss', reason: { en, zh: `解压后超过 ${bytes} 字节：其余未读取，请先解压` } };
}

function tooLarge(bytes: number): Refusal {
  const en = `a zip archive of more than ${bytes} bytes inside another archive: unpack the outer one first`;
  return { kind: 'loss', reason: { en, zh: `归档中的 zip 归档超过 ${bytes} 字节：请先解压外层` } };
}
