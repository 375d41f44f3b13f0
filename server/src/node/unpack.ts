/** Opens what collectors packed: a compressed file is its content, an archive is its members, everything else is itself. */

import { isJournal } from '../engine/index';
import type { ByteStream, StreamPart } from './byteStream';
import { gunzip, isGzip } from './gunzip';
import { journalStreamText } from './journals';

/** A source, or something that may contain sources. */
export interface Member {
  readonly id: string;
  readonly modifiedMs: number | null;
  readonly stream: ByteStream;
  /** See `SourceInfo`. */
  readonly indentContinues?: boolean;
}

/** A member that is no log. */
export interface SkippedMember {
  readonly id: string;
  readonly skipped: string;
}

/** Deeper nesting is left alone and said. */
const maxDepth = 6;

/** The sources in a file: one, or the members of an archive, to any depth up to the limit. */
export async function* unpack(outer: Member, depth = 0): AsyncGenerator<Member | SkippedMember> {
  const peeked = await peek(outer.stream, 512);
  const member: Member = { ...outer, stream: peeked.stream };
  const kind = binaryKind(peeked.head);
  if (kind !== null) {
    yield { id: outer.id, skipped: kind };
  } else if (isGzip(peeked.head) && depth < maxDepth) {
    yield* unpack({ ...member, stream: gunzip(member.stream) }, depth + 1);
  } else if (isJournal(peeked.head)) {
    yield { ...member, stream: journalStreamText(member.id, member.stream), indentContinues: true };
  } else {
    yield member;
  }
}

/** Looks at a stream's first bytes without taking them. */
async function peek(
  stream: ByteStream,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly stream: ByteStream }> {
  const iterator = stream[Symbol.asyncIterator]();
  const taken: StreamPart[] = [];
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    if ('bytes' in next.value) head = Buffer.concat([head, next.value.bytes]);
  }
  return { head, stream: resume(taken, iterator) };
}

async function* resume(taken: readonly StreamPart[], iterator: AsyncIterator<StreamPart>): AsyncGenerator<StreamPart> {
  yield* taken;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

const magics: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'a program (ELF), not a log' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a picture (PNG), not a log' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a picture (JPEG), not a log' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'a PDF document, not a log' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: 'xz data: unpack it first (`xz -dk FILE`)' },
  { bytes: [0x42, 0x5a, 0x68], kind: 'bzip2 data: unpack it first (`bzip2 -dk FILE`)' },
];

/** What a file is when it is no text and nothing that can be opened; `null` otherwise. */
function binaryKind(head: Uint8Array): string | null {
  return magics.find((magic) => magic.bytes.every((value, index) => head[index] === value))?.kind ?? null;
}
