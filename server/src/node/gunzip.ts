/** Gzip streams as collectors leave them: several members, padding, cut ends; what can be decoded is kept, the rest is named. */
import { constants, createGunzip } from 'node:zlib';
import type { ByteStream, StreamPart } from './byteStream';

/** True for the magic number of gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** Decoded parts of a gzip stream. */
export async function* gunzip(input: ByteStream): AsyncGenerator<StreamPart> {
  const decoder = createGunzip({ finishFlush: constants.Z_FINISH });
  const gaps: StreamPart[] = [];
  const feeding = (async () => {
    for await (const part of input) {
      if ('gap' in part) gaps.push(part);
      else if (!decoder.write(part.bytes)) await new Promise((resolve) => decoder.once('drain', resolve));
    }
    decoder.end();
  })();
  try {
    for await (const chunk of decoder) yield { bytes: chunk as Uint8Array };
    await feeding;
  } catch (error) {
    yield { gap: { bytes: 0, reason: `the gzip data is cut or damaged (${error instanceof Error ? error.message : 'unknown'}); what was decoded before it is kept, not verified`, retry: false } };
  }
  yield* gaps;
}
