/** Bytes that can be read at any place: a file, or a stream that was small enough to be kept. */
import type { ByteStream } from './byteStream';
import { failed, pieceBytes } from './byteStream';
import type { Files } from './files';

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly size: number;
  /** Bytes that the disk has given the file, if it is one. */
  readonly allocated?: number;
  /** Up to `count` bytes at `position`, fewer at the end. Rejects when the disk fails. */
  read(position: number, count: number): Promise<Uint8Array>;
}

/** A file, opened anew for every read so that no handle is left behind. */
export function fileAccess(
  { path, size, allocated }: { readonly path: string; readonly size: number; readonly allocated: number },
  files: Files,
): RandomAccess {
  return {
    size,
    allocated,
    async read(position, count) {
      const handle = await files.open(path);
      try {
        const buffer = new Uint8Array(Math.max(0, Math.min(count, size - position)));
        let filled = 0;
        while (filled < buffer.length) {
          const read = await handle.read(buffer.subarray(filled), position + filled);
          if (read === 0) break;
          filled += read;
        }
        return buffer.subarray(0, filled);
      } finally {
        await handle.close();
      }
    },
  };
}

/** Bytes that are all there. */
export function bufferAccess(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (position, count) => bytes.subarray(position, position + count),
  };
}

/** A stretch as a stream. */
export async function* stretch(access: RandomAccess, start: number, end: number): ByteStream & AsyncGenerator {
  for (let position = start; position < end; ) {
    try {
      const bytes = await access.read(position, Math.min(pieceBytes, end - position));
      if (bytes.length === 0) return;
      position += bytes.length;
      yield { bytes };
    } catch (error) {
      yield { gap: failed(end - position, error) };
      return;
    }
  }
}
