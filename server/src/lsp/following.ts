/** What a place in a document names, and every line of every source that mentions it. */
import type { CancellationToken } from 'vscode-languageserver';
import type { FirstLines, FollowedThing, FollowResult, Identifier, KnownNames, SourceReport } from '../engine/index';
import { describeThing, firstLines, identifierAt, Pursuit } from '../engine/index';
import type { ServerContext } from './context';
import { linesOfDocument } from './documentLines';

/** Bytes read of one log that the followed thing wrote itself. */
const maxOwnBytes = 4 * 1024 * 1024;

/** The thing named at a 0-based place; the line's text as far as the server has the document. */
export async function identifierInDocument(
  ctx: ServerContext,
  uri: string,
  { line, character }: { readonly line: number; readonly character: number },
): Promise<Identifier | undefined> {
  const document = ctx.documents.get(uri);
  if (document === undefined) return undefined;
  const [text = ''] = await linesOfDocument(ctx, document, line, line + 1);
  return identifierAt(text, character, ctx.triage.index.nodes());
}

/** What an identifier stands for, by the events of the report. */
export function thingOf(ctx: ServerContext, identifier: Identifier): FollowedThing {
  return describeThing(identifier, ctx.triage.index.identities());
}

/** Its first lines by time, as far as an index and the report's events tell them at once. */
export async function followFirst(ctx: ServerContext, identifier: Identifier, count: number): Promise<FirstLines> {
  await ctx.triage.settled();
  const { index } = ctx.triage;
  const source = (id: string): SourceReport | undefined => index.source(id);
  const options = { known: knownOf(ctx), means: ctx.host.means, source, count, events: () => index.eventsByTime() };
  return ctx.host.withIndexed(ctx.triage.roots(), (texts, isAll) =>
    firstLines(identifier, texts, { ...options, isAll }),
  );
}

function knownOf({ triage: { index } }: ServerContext): KnownNames {
  const sources = { has: (id: string): boolean => index.source(id) !== undefined };
  return { identities: index.identities(), sources, logs: index.logsByAuthor() };
}

/** Looks for it in all sources; `null` when the answer is not wanted any more. */
export async function followAll(
  ctx: ServerContext,
  identifier: Identifier,
  limit: number,
  token: CancellationToken,
): Promise<FollowResult | null> {
  await ctx.triage.settled();
  const { index } = ctx.triage;
  const pursuit = new Pursuit(identifier, knownOf(ctx), ctx.host.means);
  const control = new AbortController();
  const listener = token.onCancellationRequested(() => control.abort());
  try {
    await ctx.host.follow(ctx.triage.roots(), pursuit, { signal: control.signal, limits: ctx.triage.limits() });
    for (const log of token.isCancellationRequested ? [] : pursuit.ownLogs()) {
      const path = index.pathOf(log.source);
      const text = path === null ? null : await ctx.host.readLines(path, log.source, log, maxOwnBytes);
      if (text !== null) pursuit.takeOwn(log, text);
    }
    if (token.isCancellationRequested) return null;
    return pursuit.result((id) => index.source(id), limit);
  } finally {
    listener.dispose();
  }
}
