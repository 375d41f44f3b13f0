/** What a recognised line says, for lists that have no room for the stamps and names before it. */
import type { TriageEvent } from '../model/report';

/** Ends of what stands before a message: klog's source file, `key: value`, a quoted field. */
const bounds = ['] ', ': ', '="'];

/** The text of an event from the beginning of the sentence that holds the matched words. */
export function excerptOf({ text, span }: TriageEvent): string {
  const start = span?.[0] ?? 0;
  const line = text.split('\n', 1)[0] ?? '';
  // The words may lie beyond what the report keeps of a long line.
  const before = line.slice(0, Math.min(start, line.length));
  const cut = Math.max(...bounds.map((bound) => endOf(before, bound)));
  return (start < line.length ? line.slice(cut) : before).trim();
}

function endOf(text: string, bound: string): number {
  const at = text.lastIndexOf(bound);
  return at < 0 ? 0 : at + bound.length;
}
