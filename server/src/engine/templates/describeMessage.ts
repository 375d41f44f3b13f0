/** Takes one line apart as the reading does, to make a rule of it: its message, and its template. */
import { formats } from '../formats/index';
import { Framer } from '../records/framer';
import { decodeUtf8, encodeUtf8 } from '../text/decode';
import { plainText } from '../text/escapes';
import { maskWords } from './mineTemplates';

/** Longest line looked at. */
const maxLength = 8192;

/** A line's message without its envelopes, and the same with `<*>` for the words that hold digits. */
export interface DescribedMessage {
  readonly message: string;
  readonly template: string;
}

/** The message of a line; the whole line when no format fits. */
export function describeMessage(line: string): DescribedMessage {
  const bytes = encodeUtf8(line.slice(0, maxLength));
  const framer = new Framer(formats);
  let message = line.slice(0, maxLength);
  if (framer.frame(bytes, 0, bytes.length) && framer.body.bodyStart >= 0) {
    const from = framer.buffers[framer.depth - 1] as Uint8Array;
    message = decodeUtf8(from, framer.body.bodyStart, framer.body.bodyEnd);
  }
  message = plainText(message).split('\n', 1)[0]?.trim() ?? '';
  return { message, template: maskWords(message).join(' ') };
}
