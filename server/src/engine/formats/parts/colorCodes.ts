/** Codes that set colours on a terminal: with their escape character, with a picture of it, or without. */
import { byte, isDigit } from '../bytes';

/** Length of the colour code at `at`; 0 when none stands there. */
export function colorCodeLength(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  const first = bytes[position];
  if (first === 0x1b) position++;
  else if (first === 0x5e && bytes[position + 1] === byte.openBracket) position += 2;
  if (bytes[position] !== byte.openBracket) return 0;
  const parameters = position + 1;
  position = parameters;
  while (position < end && position - parameters < 24 && (isDigit(bytes[position]) || bytes[position] === 0x3b))
    position++;
  const isSet =
    position < end && (bytes[position] === 0x6d || (bytes[position] === 0x4b && first !== byte.openBracket));
  // Without an escape character only `[0m` and the like are believed: at least one number, and no more than three digits each.
  if (!isSet || (first === byte.openBracket && (position === parameters || position - parameters > 8))) return 0;
  return position + 1 - at;
}
