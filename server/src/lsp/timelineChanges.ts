/** How a timeline can be changed: further along, wider, narrower, other lines; and the lenses that offer it. */
import type { CodeLens } from 'vscode-languageserver';
import type { TimelineChange } from '../protocol/messages';
import { changeTimelineCommand } from '../protocol/messages';
import type { TimelineAddress } from '../protocol/timelineUri';
import { fromTimelineUri } from '../protocol/timelineUri';
import type { ServerContext } from './context';
import type { Word } from './words';
import { word } from './words';

/** How far a timeline reaches to either side, in ms. */
const spans = [1000, 5000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000, 86_400_000, 604_800_000] as const;
/** What is shown first. */
export const usualSpanMs = 30_000;

/** Lenses above a timeline, which lead to other parts of it. */
export function timelineLenses(ctx: ServerContext, uri: string): CodeLens[] {
  const address = fromTimelineUri(uri);
  if (address === null) return [];
  const position = { line: 0, character: 0 };
  const step = spans.findIndex((span) => span >= address.spanMs);
  const choices: (readonly [Word, TimelineChange])[] = [
    ['earlier', 'earlier'],
    ['later', 'later'],
    ...(step < spans.length - 1 ? ([['wider', 'wider']] as const) : []),
    ...(step > 0 ? ([['narrower', 'narrower']] as const) : []),
    address.isEventsOnly ? ['allLines', 'lines'] : ['eventsOnly', 'events'],
    ...(address.node !== null
      ? ([['allNodes', 'nodes']] as const)
      : ctx.triage.index.nodes().size > 1
        ? ([['oneNode', 'node']] as const)
        : []),
  ];
  return choices.map(([title, change]) => ({
    range: { start: position, end: position },
    command: { title: word(title, ctx.language()), command: changeTimelineCommand, arguments: [change] },
  }));
}

/** The timeline after a change; `row`: what the cursor is on. */
export function changedTimeline(
  shown: TimelineAddress,
  change: TimelineChange,
  row: { readonly node: string | null; readonly timeMs: number | undefined },
): TimelineAddress {
  // What the cursor is on stays in the middle when more or less is shown around it.
  const atMs = row.timeMs ?? shown.atMs;
  const step = spans.findIndex((span) => span >= shown.spanMs);
  switch (change) {
    case 'earlier':
      return { ...shown, atMs: shown.atMs - shown.spanMs };
    case 'later':
      return { ...shown, atMs: shown.atMs + shown.spanMs };
    case 'wider':
      return { ...shown, atMs, spanMs: spans[step + 1] ?? shown.spanMs };
    case 'narrower':
      return { ...shown, atMs, spanMs: spans[step - 1] ?? shown.spanMs };
    case 'events':
      return { ...shown, isEventsOnly: true };
    case 'lines':
      return { ...shown, isEventsOnly: false };
    case 'nodes':
      return { ...shown, node: null };
    case 'node':
      return { ...shown, node: row.node };
  }
}
