/** Bytes on their way from a file through decoders to the engine, with the places where some are missing. */
import type { Files } from './files';

/** A piece of a source: bytes, or word of bytes that could not be had. */
export type StreamPart =
  | { readonly bytes: Uint8Array }
  | { readonly gap: { readonly bytes: number; readonly reason: string; readonly retry: boolean } };

/** Parts in order. A stream never throws: what fails becomes a gap. */
export type ByteStream = AsyncIterable<StreamPart>;

/** Bytes asked for at a time. */
export const pieceBytes = 1024 * 1024;

/** A file's bytes. An error in the middle becomes a gap of unknown size and ends the stream. */
export async function* readFile(path: string, size: number, files: Files): AsyncGenerator<StreamPart> {
  let position = 0;
  let handle: Awaited<ReturnType<Files['open']>> | undefined;
  try {
    handle = await files.open(path);
    for (;;) {
      const buffer = new Uint8Array(pieceBytes);
      const count = await handle.read(buffer, position);
      if (count === 0) return;
      position += count;
      yield { bytes: buffer.subarray(0, count) };
    }
  } catch (error) {
    yield { gap: { bytes: Math.max(0, size - position), reason: reasonOf(error), retry: true } };
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** The error's words, without the path that they repeat. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/, \w+ '.*'$/, '');
}
