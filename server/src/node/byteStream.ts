/** Bytes on their way from a file through decoders to the engine, with the places where some are missing. */
import type { BootTie, Gap, Localized } from '../engine/index';
import type { Files } from './files';

/** Word of bytes that are missing, or that nothing vouches for. */
export interface StreamGap {
  readonly kind: Gap['kind'];
  /** Bytes of this very stream that are left out here; 0 where nobody can know how many there would have been. */
  readonly bytes: number;
  readonly reason: Localized;
  readonly retry: boolean;
  /** Where in the packed form, when that is where they are missing. */
  readonly packed?: NonNullable<Gap['packed']>;
}

/** A piece of a stream: bytes, which are valid until the next part is asked for, or word of bytes that could not be had. */
export type StreamPart = StreamBytes | { readonly gap: StreamGap };

/** Bytes, and when the record that they begin with was written, where that is known both ways. */
export interface StreamBytes {
  readonly bytes: Uint8Array;
  readonly tie?: BootTie | null;
}

/** Parts in order. A stream never throws: what fails becomes a gap. */
export type ByteStream = AsyncIterable<StreamPart>;

/** A stream as it is shown: where bytes are missing a new line begins, as it does where the report counts lines. */
export async function* asShown(stream: ByteStream): AsyncGenerator<StreamPart> {
  let last = lineFeed;
  for await (const part of stream) {
    if ('bytes' in part) last = part.bytes[part.bytes.length - 1] ?? last;
    else if (part.gap.kind === 'loss' && last !== lineFeed) {
      yield { bytes: Uint8Array.of(lineFeed) };
      last = lineFeed;
    }
    yield part;
  }
}

const lineFeed = 10;

/** Bytes asked for at a time. */
export const pieceBytes = 1024 * 1024;

/** Changes of a file while it is read are told once its end is reached. */
interface Expected {
  readonly size: number;
}

/** A file's bytes. An error in the middle becomes a gap and ends the stream. */
export async function* readFile(path: string, { size }: Expected, files: Files): AsyncGenerator<StreamPart> {
  let position = 0;
  let handle: Awaited<ReturnType<Files['open']>> | undefined;
  try {
    handle = await files.open(path);
    // One more byte than expected, so that a file that grew is noticed without a second read of the others.
    const buffer = new Uint8Array(Math.min(pieceBytes, size + 1));
    for (;;) {
      const count = await handle.read(buffer, position);
      if (count === 0) break;
      position += count;
      yield { bytes: buffer.subarray(0, count) };
    }
    if (position < size) yield { gap: shrunk(size - position) };
  } catch (error) {
    yield { gap: failed(Math.max(0, size - position), error) };
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

function shrunk(bytes: number): StreamGap {
  return {
    kind: 'loss',
    bytes,
    reason: { en: 'the file became shorter while it was read', zh: '文件在读取过程中变短' },
    retry: true,
  };
}

/** The gap that an error of the disk leaves. */
export function failed(bytes: number, error: unknown): StreamGap {
  const reason = reasonOf(error);
  return { kind: 'loss', bytes, reason: { en: reason, zh: `读取失败：${reason}` }, retry: true };
}

/** The error's words, without the path that they repeat. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/, \w+ '.*'$/, '');
}
