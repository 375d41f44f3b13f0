/** Codes that set colours on a terminal: with their escape character, written out or as a picture of it, or without. */
import { byte, isDigit, startsWith } from '../bytes';

/** As rsyslog, JSON, Go, C and shells write it. */
const writtenEscapes: readonly string[] = ['#033', '\\x1b', '\\x1B', '\\u001b', '\\u001B', '\\033', '\\e'];

/** Length of the escape character at `at`, however it is written; 0 when none stands there. */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (first === 0x1b) return 1;
  if (first === 0x5e && bytes[at + 1] === byte.openBracket) return 2;
  if (first !== byte.hash && first !== byte.backslash) return 0;
  for (const written of writtenEscapes) if (startsWith(bytes, at, end, written)) return written.length;
  return 0;
}

/** Length of the colour code at `at`; 0 when none stands there. */
export function colorCodeLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (first !== byte.openBracket && !mayEscape(first)) return 0;
  const bracket = at + escapeLength(bytes, at, end);
  if (bytes[bracket] !== byte.openBracket) return 0;
  const parameters = bracket + 1;
  let position = parameters;
  while (position < end && position - parameters < 24 && (isDigit(bytes[position]) || bytes[position] === 0x3b))
    position++;
  const isSet =
    position < end && (bytes[position] === 0x6d || (bytes[position] === 0x4b && first !== byte.openBracket));
  // Without an escape character only `[0m` and the like are believed: at least one number, and no more than three digits each.
  if (!isSet || (first === byte.openBracket && (position === parameters || position - parameters > 8))) return 0;
  return position + 1 - at;
}

/** Whether an escape character, however it is written, may begin with the byte. */
export function mayEscape(value: number | undefined): boolean {
  return value === 0x1b || value === 0x5e || value === byte.hash || value === byte.backslash;
}
