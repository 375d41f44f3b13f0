/** Sorts the marks of a file by kind, and gives marks without words the whole of their line. */
import type { WireHighlight } from '../../../server/src/protocol/wireTypes';

/** A stretch of a line, 0-based. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Marks by kind, for lines that exist. */
export function marksByKind(
  highlights: readonly WireHighlight[],
  lineLength: (line: number) => number | undefined,
): Readonly<Record<WireHighlight['kind'], readonly Mark[]>> {
  const marks: Record<WireHighlight['kind'], Mark[]> = { 'lock-wait': [], 'gc-failure': [] };
  for (const { kind, line, start, end } of highlights) {
    const length = lineLength(line);
    // The file may have become shorter since it was read.
    if (length === undefined) continue;
    const isWords = end > start && start < length;
    marks[kind].push(isWords ? { line, start, end: Math.min(end, length) } : { line, start: 0, end: length });
  }
  return marks;
}
