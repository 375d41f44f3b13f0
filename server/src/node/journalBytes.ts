/** Answers what the engine's journal reader asks: bytes from files or memory, compressed fields decoded. */
import * as zlib from 'node:zlib';
import type { JournalAnswer, JournalAsk } from '../engine/index';
import { reasonOf } from './byteStream';
import type { Decoder } from './decoders/decoder';
import { Damage, decodeWhole } from './decoders/decoder';
import { decodeLz4Block } from './decoders/lz4';
import { unxz } from './decoders/xz';
import { unzstd } from './decoders/zstd';
import type { RandomAccess } from './randomAccess';

/** The answer to an ask. */
export async function answer(ask: JournalAsk, files: readonly RandomAccess[]): Promise<JournalAnswer> {
  try {
    if (ask.kind === 'decode') return decode(ask.method, ask.bytes, ask.limit);
    return (await files[ask.file]?.read(ask.offset, ask.length)) ?? new Uint8Array(0);
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

const damaged: JournalAnswer = { failure: 'damaged' };

function decode(method: 'xz' | 'lz4' | 'zstd', bytes: Uint8Array, limit: number): JournalAnswer {
  if (method === 'lz4') return decodeLz4(bytes, limit);
  return method === 'zstd' && nativeZstd !== undefined
    ? nativeZstd(bytes, { maxOutputLength: limit })
    : whole(method === 'zstd' ? unzstd : unxz, bytes, limit);
}

function whole(decoder: Decoder, bytes: Uint8Array, limit: number): JournalAnswer {
  const decoded = decodeWhole(decoder, bytes, limit);
  return decoded.complete ? decoded.bytes : damaged;
}

/** journald puts the decoded size in front of the block. */
function decodeLz4(bytes: Uint8Array, limit: number): JournalAnswer {
  if (bytes.length < 9) return damaged;
  const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  // A block cannot expand by more than 255: a larger size is a lie, told before memory is taken for it.
  if (size > limit || size > bytes.length * 255) return damaged;
  const output = new Uint8Array(size);
  try {
    return decodeLz4Block(bytes.subarray(8), bytes.length - 8, output, 0, size) === size ? output : damaged;
  } catch (error) {
    if (error instanceof Damage) return damaged;
    throw error;
  }
}

/** From 22.15 on Node decodes zstd itself, some ten times as fast; one frame, as here, it reads whole. */
const nativeZstd = (
  zlib as { readonly zstdDecompressSync?: (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array }
).zstdDecompressSync;
