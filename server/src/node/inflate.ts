/** Runs one of Node's decompressors over one compressed unit and says where that unit ended. */
import type { Transform } from 'node:stream';
import type { StreamPart } from './byteStream';
import type { Feed } from './feed';

/** How a unit ended. */
export interface UnitEnd {
  /** `end`: complete; `cut`: the input ended first; `damaged`: the decoder refused it. */
  readonly state: 'end' | 'cut' | 'damaged';
  readonly message: string;
}

type Decompressor = Transform & { readonly bytesWritten: number };

/** Decodes one unit (a deflate stream, a zstd frame) from the feed; bytes behind it are put back. */
export async function* decodeUnit(decoder: Decompressor, feed: Feed): AsyncGenerator<StreamPart, UnitEnd> {
  const output: Uint8Array[] = [];
  let ended = false;
  let failure: Error | undefined;
  decoder.on('data', (chunk: Uint8Array) => output.push(chunk));
  decoder.on('end', () => {
    ended = true;
  });
  decoder.on('error', (error: Error) => {
    failure = error;
  });
  let given = 0;
  for (let slice = await feed.next(); slice !== undefined; slice = await feed.next()) {
    given += slice.length;
    await writeTo(decoder, slice);
    while (output.length > 0) yield { bytes: output.shift() as Uint8Array };
    if (failure !== undefined) break;
    if (ended) {
      feed.putBack(slice.subarray(slice.length - (given - decoder.bytesWritten)));
      return { state: 'end', message: '' };
    }
  }
  decoder.destroy();
  if (failure !== undefined) return { state: 'damaged', message: failure.message };
  return { state: 'cut', message: 'the input ends in the middle' };
}

/** Resolves when the decoder has worked on the slice and its events were delivered. */
function writeTo(decoder: Decompressor, slice: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      decoder.off('error', done);
      setImmediate(resolve);
    };
    decoder.once('error', done);
    decoder.write(slice, done);
  });
}
