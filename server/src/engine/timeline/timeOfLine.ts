/** The time of a line, or of the record that it goes on with. */
import type { SourceReport } from '../model/report';
import { LinePlacer } from '../time/placeLine';
import type { LineAsk } from './linesNear';

/** Lines above one without a time that are looked at. */
const maxLinesBack = 200;

/** UTC ms by the reference clock; `null` when neither the line nor the lines before it have a time. Asks once. */
export function* timeOfLine(source: SourceReport, line: number): Generator<LineAsk, number | null, string> {
  const first = Math.max(1, line - maxLinesBack);
  const text = yield { first, last: line };
  const placer = new LinePlacer(source);
  const lines = text.split('\n').slice(0, line - first + 1);
  // A source that ends before the line has none there.
  if (lines.length <= line - first) return null;
  for (let at = lines.length - 1; at >= 0; at--) {
    const timeMs = placer.place(lines[at] ?? '', first + at);
    if (timeMs !== null) return timeMs;
  }
  return null;
}
