/** Gives the text of what is no plain file (members of archives, compressed files, journals) and of parts of large files, so that their lines can be looked at. */
import { fromMemberUri, toWindowUri } from '../../protocol/memberUri';
import type { WindowParams } from '../../protocol/messages';
import { journalMessage, memberMessage, windowMessage } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { WirePlace } from '../../protocol/wireTypes';
import type { DocumentPlace, Feature, ServerContext } from '../context';
import { onMessage } from '../rpc';
import { maxDocumentBytes, nextWindow, windowAround } from '../windows';

/** Parts of files whose lines are much longer in one place than on average end here. */
const maxPartBytes = 16 * 1024 * 1024;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, memberMessage, { text: null }, async ({ uri }, token) => {
    const timeline = await ctx.timelines.of(uri, () => token.isCancellationRequested);
    if (timeline !== null) return { text: timeline.rows.map(({ text }) => text).join('\n') };
    const member = fromMemberUri(uri);
    // Only what was read can be asked for: the id is looked up, never used as a path.
    const path = member === null ? null : ctx.triage.index.pathOf(member.source);
    if (member === null || path === null) return { text: null };
    const { source, window } = member;
    if (window === null) return { text: await ctx.host.readMember(path, source, maxDocumentBytes) };
    const text = await ctx.host.readLines(path, source, window, maxPartBytes);
    return { text, ...(ctx.triage.index.plainPathOf(source) === null ? {} : { isOnDisk: true }) };
  });
  onMessage(ctx.connection, windowMessage, { place: null }, (asked) => ({ place: otherPart(ctx, asked) }));
  onMessage(ctx.connection, journalMessage, { source: null }, async ({ uri }) => {
    const path = ctx.host.toPath(uri);
    const files = path === null ? [] : await ctx.host.journalFiles(path);
    if (path === null || files.length === 0) return { source: null };
    await ctx.triage.settled();
    if (sourceOf(ctx, files) === null) await ctx.readAlso(path);
    return { source: sourceOf(ctx, files) };
  });
  return {};
};

/** The source that one of the files stands for. */
function sourceOf({ triage: { index } }: ServerContext, files: readonly string[]): string | null {
  for (const id of index.sourceIds()) if (files.includes(index.pathOf(id) ?? '')) return id;
  return null;
}

/** The line that is to be seen, in the part or the file that is to show it. */
function otherPart(ctx: ServerContext, { uri, line, show }: WindowParams): WirePlace | null {
  const shown = ctx.linesOf(uri);
  const report = shown === undefined ? undefined : ctx.triage.index.source(shown.source);
  if (shown === undefined || report === undefined) return null;
  const toPlace = (place: DocumentPlace, number: number): WirePlace => ({
    ...place,
    start: 0,
    end: 0,
    title: visibleText(report.id, 120),
    where: `${visibleText(report.id, 120)}:${number}`,
  });
  const inFile = shown.before + line + 1;
  if (show === 'file') return toPlace({ uri: ctx.addressOf(report.id), line: inFile - 1 }, inFile);
  if (show === 'part') {
    const window = windowAround(report, inFile, ctx.settings());
    return toPlace({ uri: toWindowUri(report.id, window), line: inFile - window.first }, inFile);
  }
  if (!Number.isFinite(shown.last)) return null;
  const window = nextWindow(report, { first: shown.before + 1, last: shown.last }, show, ctx.settings());
  if (window === null) return null;
  // The line where the part that was looked at begins or ends: reading goes on from there.
  const number = show === 'before' ? shown.before + 1 : Math.min(shown.last, window.last);
  return toPlace({ uri: toWindowUri(report.id, window), line: number - window.first }, number);
}
