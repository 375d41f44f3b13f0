/** Runs Node's own decompressor over one stretch of deflate data and says where that ended. */
import { type InflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { joined } from './decoders/decoder';
import { decodableRest } from './decoders/deflate';
import type { Feed } from './feed';

/** Packed bytes handed over at a time. */
const sliceBytes = 64 * 1024;
/** Bytes decoded at a time: so many are lost where data turn out to be damaged that were not kept. */
const roomBytes = 64 * 1024;
/** Packed bytes that are kept, so that what a failing decompressor withholds can be decoded again. */
const keptBytes = 1024 * 1024;
/** How far the decompressor may work ahead, in another thread. */
const aheadBytes = 1024 * 1024;

/** How deflate data ended. */
export interface DeflateEnd {
  /** `end`: complete; `cut`: the input ended first; `damaged`: the decompressor refused it. */
  readonly state: 'end' | 'cut' | 'damaged';
  /** Position of the feed up to which bytes were decoded; of damaged data, the feed itself is left some way before. */
  readonly decodedTo: number;
  /** The packed bytes, unless they were too many to be kept. */
  readonly packed: Uint8Array | null;
}

/** Decoded pieces of the deflate data that the feed is at; it is left behind them, or before where they are damaged. */
export async function* inflate(
  create: (options: ZlibOptions & { readonly readableHighWaterMark: number }) => InflateRaw,
  feed: Feed,
): AsyncGenerator<Uint8Array, DeflateEnd> {
  const decoder = create({ chunkSize: roomBytes, readableHighWaterMark: aheadBytes });
  const signal = new Signal();
  const state = { now: 'open' as 'open' | 'ended' | 'failed' };
  let isWriting = false;
  let isOver = false;
  let given = 0;
  let delivered = 0;
  const kept: Uint8Array[] = [];
  decoder.on('readable', () => signal.raise());
  decoder.on('end', () => {
    state.now = 'ended';
    signal.raise();
  });
  decoder.on('error', () => {
    state.now = 'failed';
    signal.raise();
  });
  const start = feed.position;
  try {
    for (;;) {
      const bytes: Uint8Array | null = decoder.read();
      if (bytes !== null) {
        delivered += bytes.length;
        yield bytes;
        continue;
      }
      if (state.now === 'open' && !isWriting && decoder.bytesWritten === given) {
        // All that was written was used: more can follow. What was not used stands behind the end, which is about to be told.
        feed.take(given - (feed.position - start));
        await feed.fill(1);
        const slice = feed.peek(sliceBytes);
        given += slice.length;
        if (given <= keptBytes) kept.push(new Uint8Array(slice));
        isWriting = true;
        isOver = slice.length === 0;
        if (isOver) decoder.end();
        else
          decoder.write(slice, () => {
            isWriting = false;
            signal.raise();
          });
      } else if (state.now !== 'open') {
        const packed = given <= keptBytes ? joined(kept, given) : null;
        const isDamaged = state.now === 'failed' && !isOver;
        const used = isDamaged && packed !== null ? yield* decodableRest(packed, delivered) : decoder.bytesWritten;
        feed.take(decoder.bytesWritten - (feed.position - start));
        const decodedTo = start + Math.max(used, decoder.bytesWritten);
        return { state: state.now === 'ended' ? 'end' : isOver ? 'cut' : 'damaged', decodedTo, packed };
      } else await signal.raised();
    }
  } finally {
    decoder.destroy();
  }
}

/** What inflating gives besides the bytes when it is asked for `info`, which its types do not say. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/** The deflate data that `bytes` begin with, at once and in this thread; `null` when they are not whole and sound, or decode to more than `most` bytes. */
export function inflateSmall(
  bytes: Uint8Array,
  most: number,
): { readonly text: Uint8Array; readonly packedBytes: number } | null {
  try {
    const options = { info: true, chunkSize: 4096, maxOutputLength: most };
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as Inflated;
    return { text: buffer, packedBytes: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** Lets one waiter sleep until something happened. */
class Signal {
  private isRaised = false;
  private wake: (() => void) | null = null;

  raise(): void {
    this.isRaised = true;
    this.wake?.();
  }

  async raised(): Promise<void> {
    if (!this.isRaised) await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
    this.isRaised = false;
  }
}
