/** Gzip as collectors leave it: several members, padding, cut ends, text behind; what can be decoded is kept, the rest is named (RFC 1952). */
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteStream, StreamPart } from './byteStream';
import { Feed } from './feed';
import { decodeUnit } from './inflate';

/** True for the magic number of gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;

/** Decoded parts of a gzip stream, members one after the other. */
export async function* gunzip(input: ByteStream): AsyncGenerator<StreamPart> {
  const feed = new Feed(input);
  for (let member = 1; ; member++) {
    const padding = await feed.skipNuls();
    const head = await feed.take(10);
    if (head.length === 0) {
      if (padding > 0) yield lost(padding, 'NUL padding behind the gzip data');
      break;
    }
    if (padding > 0) yield lost(padding, 'NUL padding between gzip members');
    if (!isGzip(head)) {
      yield lost(head.length + (await feed.drain()), 'bytes behind the gzip data that are none');
      break;
    }
    await skipHeader(head[3] ?? 0, feed);
    if (!(yield* decodeMember(feed, member))) break;
  }
  yield* feed.gaps;
}

/** False when nothing behind this member can be found any more. */
async function* decodeMember(feed: Feed, member: number): AsyncGenerator<StreamPart, boolean> {
  const unit = decodeUnit(createInflateRaw(), feed);
  let checksum = 0;
  let step = await unit.next();
  while (step.done !== true) {
    if ('bytes' in step.value) checksum = crc32(step.value.bytes, checksum);
    yield step.value;
    step = await unit.next();
  }
  const { state, message } = step.value;
  if (state === 'cut') {
    yield lost(0, `gzip member ${member} is cut: what follows is missing`);
    return false;
  }
  if (state === 'damaged') {
    yield lost(
      await feed.drain(),
      `gzip member ${member} is damaged (${message}): the rest of the file is not read, what was decoded before is not verified`,
    );
    return false;
  }
  const trailer = await feed.take(8);
  if (trailer.length < 8) yield lost(0, `gzip member ${member} is cut in its trailer: its text is not verified`);
  else if (Buffer.from(trailer).readUInt32LE(0) !== checksum)
    yield lost(0, `gzip member ${member} fails its checksum: its text is not verified`);
  return true;
}

/** Skips the optional parts of a member's header. */
async function skipHeader(flags: number, feed: Feed): Promise<void> {
  if ((flags & flag.extra) !== 0) {
    const length = await feed.take(2);
    await feed.take((length[0] ?? 0) | ((length[1] ?? 0) << 8));
  }
  if ((flags & flag.name) !== 0) await skipText(feed);
  if ((flags & flag.comment) !== 0) await skipText(feed);
  if ((flags & flag.headerCrc) !== 0) await feed.take(2);
}

async function skipText(feed: Feed): Promise<void> {
  for (let byte = await feed.take(1); byte.length > 0 && byte[0] !== 0; byte = await feed.take(1));
}

function lost(bytes: number, reason: string): StreamPart {
  return { gap: { bytes, reason, retry: false } };
}
