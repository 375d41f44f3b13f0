/** Shows what all sources say around a line, merged by time; each line of it leads to its file. */
import type { CancellationToken, DocumentLink } from 'vscode-languageserver';
import { timeOfLine } from '../../engine/index';
import type { TimelineParams } from '../../protocol/messages';
import { timelineMessage } from '../../protocol/messages';
import type { TimelineAddress } from '../../protocol/timelineUri';
import { fromTimelineUri, toTimelineUri } from '../../protocol/timelineUri';
import { visibleText } from '../../protocol/visibleText';
import type { WirePlace } from '../../protocol/wireTypes';
import type { Feature, ServerContext, SourceLine } from '../context';
import { onMessage } from '../rpc';
import { changedTimeline, usualSpanMs } from '../timelineChanges';
import type { Timeline } from '../timelines';

const maxPieceBytes = 1024 * 1024;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, timelineMessage, { place: null }, async (asked, token) => {
    const address = await addressFor(ctx, asked);
    if (address === null) return { place: null };
    const uri = toTimelineUri(address);
    const timeline = await ctx.timelines.of(uri, () => token.isCancellationRequested);
    if (timeline === null) return { place: null };
    return { place: placeIn(uri, timeline, address, ctx.lineAt(asked.uri, asked.line)) };
  });
  ctx.connection.onDocumentLinks(
    ctx.guard('document links', [], async ({ textDocument: { uri } }, token) => linksOf(ctx, uri, token)),
  );
  return { documentLinkProvider: {} };
};

async function addressFor(ctx: ServerContext, { uri, line, change }: TimelineParams): Promise<TimelineAddress | null> {
  const shown = fromTimelineUri(uri);
  const at = ctx.lineAt(uri, line);
  const row = ctx.timelines.known(uri)?.rows[line]?.of ?? undefined;
  if (shown !== null && change !== undefined) {
    const node = ctx.triage.index.source(at?.source ?? '')?.node ?? null;
    return changedTimeline(shown, change, { node, timeMs: row?.timeMs });
  }
  if (shown !== null) return row === undefined ? null : { ...shown, atMs: row.timeMs };
  const report = at === undefined ? undefined : ctx.triage.index.source(at.source);
  if (at === undefined || report === undefined) return null;
  const atMs = await timeOf(ctx, at);
  if (atMs === null) return null;
  // Of many nodes one is looked at first: the lines of all would be too many to read.
  const node = ctx.triage.index.nodes().size > 1 ? report.node : null;
  return { atMs, spanMs: usualSpanMs, zoneMinutes: report.clock.zoneMinutes, node, isEventsOnly: false };
}

/** The time of a line's record. */
async function timeOf(ctx: ServerContext, { source, line }: SourceLine): Promise<number | null> {
  const { index } = ctx.triage;
  const report = index.source(source);
  const path = index.pathOf(source);
  if (report === undefined || path === null) return null;
  const search = timeOfLine(report, line);
  let step = search.next();
  while (step.done !== true)
    step = search.next((await ctx.host.readLines(path, source, step.value, maxPieceBytes)) ?? '');
  return step.value;
}

/** The line that was come from, else the first one from the middle on. */
function placeIn(uri: string, { rows }: Timeline, { atMs }: TimelineAddress, from: SourceLine | undefined): WirePlace {
  const same = rows.findIndex(({ of }) => of !== null && of.source === from?.source && of.line === from.line);
  const next = rows.findIndex(({ of }) => of !== null && of.timeMs >= atMs);
  const line = same >= 0 ? same : next >= 0 ? next : rows.length - 1;
  const blank = Math.max(0, (rows[line]?.columns.node ?? 0) - 1);
  return {
    uri,
    line,
    // On a blank: on a word the editor would mark all its like.
    start: blank,
    end: blank,
    title: visibleText(rows[0]?.text ?? '', 120),
    where: '',
  };
}

/** The file and line of every row leads there. */
async function linksOf(ctx: ServerContext, uri: string, token: CancellationToken): Promise<DocumentLink[]> {
  const timeline = await ctx.timelines.of(uri, () => token.isCancellationRequested);
  return (timeline?.rows ?? []).flatMap(({ of, columns }, line) => {
    const place = of === null ? null : ctx.placeOf(of.source, of.line);
    if (place?.uri == null) return [];
    const range = { start: { line, character: columns.place }, end: { line, character: columns.placeEnd } };
    return [{ range, target: `${place.uri}#L${place.line + 1}` }];
  });
}
