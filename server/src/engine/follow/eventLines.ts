/** Lines about a thing that a report has at hand: those of its events, shown before anything of a text is read. */
import type { TriageEvent } from '../model/report';
import type { PlacedMention } from './follow';
import type { MentionSearch } from './mentions';

/** Characters of a record that a report keeps; what is cut there may be the beginning of a longer name. */
const keptText = 400;

/** Goes through the events whose first lines mention some names. */
export class EventWalk {
  private at = 0;
  /** The event it stands at; `null` at the end. */
  current: PlacedMention | null = null;

  /** `events`: by time. */
  constructor(
    private readonly events: readonly TriageEvent[],
    private readonly search: Pick<MentionSearch, 'spanIn'>,
  ) {
    this.pass();
  }

  /** Goes on to the next one. */
  pass(): void {
    for (this.current = null; this.current === null && this.at < this.events.length; )
      this.current = this.placed(this.events[this.at++] as TriageEvent);
  }

  private placed({ source, line, text: record, timeMs }: TriageEvent): PlacedMention | null {
    const [text = ''] = record.split('\n', 1);
    const span = this.search.spanIn(text, record.length >= keptText && text.length === record.length);
    if (span === undefined) return null;
    const [start, end] = span;
    const mention = { source, line, text, start, end, words: 0, timeMs, isOwn: false };
    return { mention, order: timeMs ?? Number.NEGATIVE_INFINITY };
  }
}

/** Events by time, those without one first. */
export function eventsByTime(events: readonly TriageEvent[]): TriageEvent[] {
  const order = ({ timeMs }: TriageEvent): number => timeMs ?? Number.NEGATIVE_INFINITY;
  return [...events].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}
