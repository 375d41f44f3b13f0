/** Finds what all sources of a report say around an instant, merged by time. */
import type { Report, TriageEvent } from '../model/report';
import type { Around, LineAsk, NearLines, TimedLine } from './linesNear';
import { linesNear } from './linesNear';
import type { MergedLines } from './mergeLines';
import { mergeLines } from './mergeLines';

/** What a timeline is made of. */
export interface TimelineView extends Around {
  /** Zone that times are shown in, minutes east of UTC. */
  readonly zoneMinutes: number;
  /** Only this node's sources, and those of no node; `null` for all. */
  readonly node: string | null;
  /** Only lines with an event. */
  readonly isEventsOnly: boolean;
}

/** Lines of a source that are needed; the answer is their text, empty when they cannot be had. */
export interface SourceAsk extends LineAsk {
  readonly source: string;
}

/** Lines shown at most. */
const maxTimelineLines = 5000;

/** Characters of all answers together: packed sources are unpacked anew for each, so that a thousand of endless lines would take minutes. */
const maxAnsweredText = 1024 * 1024 * 1024;

/** The timeline; asks for lines of sources, except where events are enough. Sources that are too much to read are told of as cut. */
export function* findTimeline(
  report: Pick<Report, 'sources' | 'events'>,
  view: TimelineView,
  limit = maxTimelineLines,
  mostText = maxAnsweredText,
): Generator<SourceAsk, MergedLines, string> {
  const sources = report.sources.filter(({ node }) => view.node === null || node === null || node === view.node);
  const events = eventLines(report.events, new Set(sources.map(({ id }) => id)));
  if (view.isEventsOnly)
    return mergeLines(
      [...events.values()].map((lines) => within(lines, view)),
      view.atMs,
      limit,
    );
  const found: NearLines[] = [];
  let room = mostText;
  for (const source of sources) {
    const search = linesNear(source, view, events.get(source.id) ?? [], Math.ceil(limit / 2));
    let step = search.next();
    while (step.done !== true && room > 0) {
      const text = yield { source: source.id, ...step.value };
      room -= text.length;
      step = search.next(text);
    }
    found.push(step.done === true ? step.value : { lines: [], isCut: true });
  }
  return mergeLines(found, view.atMs, limit);
}

/** Lines with an event that can be placed in time, by source, in its order. */
function eventLines(events: readonly TriageEvent[], wanted: ReadonlySet<string>): Map<string, TimedLine[]> {
  const bySource = new Map<string, Map<number, TimedLine>>();
  for (const { source, line, text, timeMs, quotedBy } of events) {
    if (timeMs === null || quotedBy !== null || !wanted.has(source)) continue;
    const lines = bySource.get(source) ?? new Map<number, TimedLine>();
    bySource.set(source, lines);
    if (!lines.has(line)) lines.set(line, { source, line, text: text.split('\n', 1)[0] ?? '', timeMs });
  }
  return new Map([...bySource].map(([id, lines]) => [id, [...lines.values()].sort((a, b) => a.line - b.line)]));
}

function within(lines: readonly TimedLine[], { atMs, spanMs }: Around): NearLines {
  return { lines: lines.filter(({ timeMs }) => Math.abs(timeMs - atMs) <= spanMs), isCut: false };
}
