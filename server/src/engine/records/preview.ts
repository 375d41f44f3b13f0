/** Looks at a source's beginning: whether it is a stream of records, or the output of a command, and of which. */
import type { FactFormat } from '../facts/factFormat';
import { decodeUtf8 } from '../text/decode';
import type { Framer } from './framer';

/** A source's kind is decided on so many lines or bytes at its beginning. */
const previewLines = 30;
const previewBytes = 65_536;
const longestLine = 2000;

/** Where a source's first lines begin and end, in the bytes that it was looked for in. */
export type Preview = readonly { readonly start: number; readonly end: number }[];

/** What the first `filled` bytes of a source hold; `null` while they are too few, unless the source ends there. */
export function previewOf(bytes: Uint8Array, filled: number, atEnd: boolean): Preview | null {
  const limit = Math.min(filled, previewBytes);
  const lines: { readonly start: number; readonly end: number }[] = [];
  let position = 0;
  while (lines.length < previewLines && position < limit) {
    const found = bytes.indexOf(10, position);
    const complete = found >= 0 && found < limit;
    if (!complete && !atEnd && limit < previewBytes) return null;
    const end = complete ? found : limit;
    lines.push({ start: position, end });
    position = end + 1;
  }
  return !atEnd && lines.length < previewLines && limit < previewBytes ? null : lines;
}

/** The command whose output a source is: the one that the user names, or that its first lines and its name tell; `null` for records. */
export function outputFormat(
  preview: Preview,
  bytes: Uint8Array,
  framer: Framer,
  factFormats: readonly FactFormat[],
  id: string,
  wanted: string | undefined,
): FactFormat | null {
  if (wanted === undefined ? areRecords(preview, bytes, framer) : !wanted.startsWith('facts:')) return null;
  if (wanted !== undefined) return factFormats.find((fact) => wanted === `facts:${fact.id}`) ?? null;
  const name = id.slice(id.lastIndexOf('/') + 1);
  const lines = preview.map(({ start, end }) =>
    decodeUtf8(bytes, start, Math.min(end, start + longestLine)).replace(/\r$/, ''),
  );
  return factFormats.find((fact) => fact.looksLikeMine(lines, name)) ?? null;
}

/** True when half of the lines are records with a stamp; looks at no more of them than that takes. */
function areRecords(preview: Preview, bytes: Uint8Array, framer: Framer): boolean {
  let framed = 0;
  for (const { start, end } of preview) {
    if (framed * 2 >= preview.length) return true;
    if (framer.frame(bytes, start, end) && framer.outerStampLevel >= 0) framed++;
  }
  return framed * 2 >= preview.length;
}
