/** Looks at a source's beginning: whether it is a stream of records, or the output of a command, and of which. */
import type { FactFormat } from '../facts/factFormat';
import { decodeUtf8 } from '../text/decode';
import type { Framer } from './framer';

/** A source's kind is decided on so many lines or bytes at its beginning. */
const previewLines = 30;
const previewBytes = 65_536;
const longestLine = 2000;

/** A source's first lines, and how many of them are records with a stamp. */
export interface Preview {
  readonly lines: readonly string[];
  readonly framed: number;
}

/** What the first `filled` bytes of a source hold; `null` while they are too few, unless the source ends there. */
export function previewOf(bytes: Uint8Array, filled: number, atEnd: boolean, framer: Framer): Preview | null {
  const limit = Math.min(filled, previewBytes);
  const lines: string[] = [];
  let framed = 0;
  let position = 0;
  while (lines.length < previewLines && position < limit) {
    const found = bytes.indexOf(10, position);
    const complete = found >= 0 && found < limit;
    if (!complete && !atEnd && limit < previewBytes) return null;
    const end = complete ? found : limit;
    lines.push(decodeUtf8(bytes, position, Math.min(end, position + longestLine)).replace(/\r$/, ''));
    if (framer.frame(bytes, position, end) && framer.outerStampLevel >= 0) framed++;
    position = end + 1;
  }
  return !atEnd && lines.length < previewLines && limit < previewBytes ? null : { lines, framed };
}

/** The command whose output a source is: the one that the user names, or that its first lines and its name tell; `null` for records. */
export function outputFormat(
  { lines, framed }: Preview,
  factFormats: readonly FactFormat[],
  id: string,
  wanted: string | undefined,
): FactFormat | null {
  if (wanted === undefined ? framed * 2 >= lines.length : !wanted.startsWith('facts:')) return null;
  const name = id.slice(id.lastIndexOf('/') + 1);
  const found = factFormats.find((fact) =>
    wanted === undefined ? fact.looksLikeMine(lines, name) : wanted === `facts:${fact.id}`,
  );
  return found ?? null;
}
