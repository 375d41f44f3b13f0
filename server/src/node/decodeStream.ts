/** Runs a decoder over a stream: feeds it, hands on what it decodes, and turns its gaps into the stream's. */
import type { ByteStream, StreamPart } from './byteStream';
import type { Decoder, DecoderGap } from './decoders/decoder';
import { Feed } from './feed';
import type { Stage } from './stage';

/** The decoded parts of a packed stream. */
export async function* decodeStream(decoder: Decoder, input: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  const feed = new Feed(input);
  try {
    const decoding = decoder(feed);
    let answer: Uint8Array = new Uint8Array(0);
    for (let step = decoding.next(answer); step.done !== true; step = decoding.next(answer)) {
      const { value } = step;
      if ('bytes' in value) {
        stage.given += value.bytes.length;
        yield value;
      } else if ('gap' in value) yield packedGap(value.gap, stage);
      else {
        const count = 'take' in value ? value.take : value.peek;
        if (feed.available < count) await feed.fill(count);
        answer = 'take' in value ? feed.take(count) : feed.peek(count);
        stage.taken = feed.position;
        for (const gap of feed.gaps()) yield { gap };
      }
    }
    for (const gap of feed.gaps()) yield { gap };
  } finally {
    await feed.close();
  }
}

/** A decoder's gap as one of the decoded stream, entered into the account. */
export function packedGap({ kind, reason, start, end }: DecoderGap, stage: Stage): StreamPart {
  if (kind === 'loss') stage.lost += end - start;
  if (kind === 'padding') stage.padding += end - start;
  return { gap: { kind, bytes: 0, reason, retry: false, packed: { form: stage.form, start, end } } };
}
