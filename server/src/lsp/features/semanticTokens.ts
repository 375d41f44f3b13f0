/** Colours the parts of log lines by meaning: whole files of ordinary size, and the visible part of larger ones. */
import type { CancellationToken, SemanticTokens } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LineToken, TimelineRow, TriageEvent } from '../../engine/index';
import { tokenizeLine } from '../../engine/index';
import type { TokenModifier } from '../../protocol/tokens';
import { tokenModifiers, tokenTypeOf, tokenTypes } from '../../protocol/tokens';
import type { Feature, ServerContext } from '../context';
import { lineCountOf, linesOfDocument } from '../documentLines';

/** Longer files are coloured where they are looked at: an answer for all of it would be too large a message. */
const maxFullLines = 20_000;
const maxRangeLines = 5_000;
/** Lines between two looks at whether the editor still wants the answer. */
const turnLines = 1_000;

export const register: Feature = (ctx) => {
  const { semanticTokens } = ctx.connection.languages;
  semanticTokens.on(
    ctx.guard('semantic tokens', null, ({ textDocument }, token) => {
      const document = ctx.documents.get(textDocument.uri);
      const lines = document === undefined ? 0 : lineCountOf(ctx, document);
      if (document === undefined || lines > maxFullLines) return null;
      return tokensOf(ctx, document, 0, lines, token);
    }),
  );
  semanticTokens.onRange(
    ctx.guard('semantic tokens of a range', null, ({ textDocument, range }, token) => {
      const document = ctx.documents.get(textDocument.uri);
      if (document === undefined) return null;
      const end = Math.min(lineCountOf(ctx, document), range.end.line + 1, range.start.line + maxRangeLines);
      return tokensOf(ctx, document, range.start.line, end, token);
    }),
  );
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
  };
};

async function tokensOf(
  ctx: ServerContext,
  document: TextDocument,
  from: number,
  to: number,
  cancelled: CancellationToken,
): Promise<SemanticTokens | null> {
  const timeline = ctx.timelines.known(document.uri);
  const events = timeline === undefined ? eventTokens(ctx, document.uri, from, to) : new Map<number, ShownToken[]>();
  // Files that are neither logs nor part of the report keep the colours of their own language.
  if (events === null && !isLog(document)) return null;
  const builder = new SemanticTokensBuilder();
  const texts = await linesOfDocument(ctx, document, from, to);
  for (let line = from; line < to; line++) {
    if ((line - from) % turnLines === turnLines - 1) {
      await ctx.host.nextTurn();
      if (cancelled.isCancellationRequested) return null;
    }
    const text = texts[line - from] ?? '';
    const tokens =
      timeline === undefined
        ? overlay(tokenizeLine(text), events?.get(line), text.length)
        : rowTokens(ctx, timeline.rows[line]);
    for (const token of tokens) {
      builder.push(
        line,
        token.start,
        token.end - token.start,
        tokenTypes.indexOf(tokenTypeOf(token.kind)),
        bitsOf(token),
      );
    }
  }
  return builder.build();
}

/** What stands before the words of a row in a timeline, and its words as they are coloured in their own source. */
function rowTokens({ triage: { index } }: ServerContext, row: TimelineRow | undefined): ShownToken[] {
  if (row?.of == null) return [];
  const { of, text, skipped, columns } = row;
  const events = index.eventsAt(of.source, of.line).filter(({ line }) => line === of.line);
  const words = overlay(tokenizeLine(of.text), events.flatMap(toToken), of.text.length).flatMap((token) => {
    const start = Math.max(columns.words, token.start - skipped + columns.words);
    const end = Math.min(text.length, token.end - skipped + columns.words);
    return end > start ? [{ ...token, start, end }] : [];
  });
  const host: ShownToken[] =
    columns.place > columns.node ? [{ start: columns.node, end: columns.place - 2, kind: 'host' }] : [];
  return [
    { start: 0, end: columns.node - 2, kind: 'timestamp' },
    ...host,
    { start: columns.place, end: columns.placeEnd, kind: 'location' },
    ...words,
  ];
}

function isLog({ languageId }: TextDocument): boolean {
  return languageId === 'log' || languageId === 'causeline-log';
}

interface ShownToken extends LineToken {
  readonly lockWait?: boolean;
  readonly gcFailure?: boolean;
}

/** Matched words of recognised events in some lines, by 0-based line; `null` for files that are not in the report. */
function eventTokens(ctx: ServerContext, uri: string, from: number, to: number): Map<number, ShownToken[]> | null {
  const shown = ctx.linesOf(uri);
  if (shown === undefined) return null;
  const lines = new Map<number, ShownToken[]>();
  for (const event of ctx.triage.index.eventsOf(shown.source)) {
    if (event.line <= shown.before || event.line > shown.last) continue;
    const at = event.line - 1 - shown.before;
    if (at < from || at >= to) continue;
    lines.set(at, [...(lines.get(at) ?? []), ...toToken(event)]);
  }
  return lines;
}

/** The words of an event, where they stand in the first line of its record. */
function toToken({ span, severity, category }: TriageEvent): ShownToken[] {
  if (span === null) return [];
  const [start, end] = span;
  return [
    { start, end, kind: 'event', severity, lockWait: category === 'lock-wait', gcFailure: category === 'gc-failure' },
  ];
}

/** Event words laid over the other tokens of the line, which keep what is left of them. */
function overlay(
  tokens: readonly LineToken[],
  events: readonly ShownToken[] | undefined,
  length: number,
): ShownToken[] {
  if (events === undefined) return [...tokens];
  const shown: ShownToken[] = [];
  for (const event of [...events].sort((a, b) => a.start - b.start)) {
    const start = Math.max(event.start, shown.at(-1)?.end ?? 0);
    const end = Math.min(event.end, length);
    if (end > start) shown.push({ ...event, start, end });
  }
  const rest = tokens.flatMap((token) => without(token, shown));
  return [...shown, ...rest].sort((a, b) => a.start - b.start);
}

/** The parts of a token that no cover hides; covers ascend and do not overlap. */
function without(token: LineToken, covers: readonly LineToken[]): LineToken[] {
  const parts: LineToken[] = [];
  let start = token.start;
  for (const cover of covers) {
    if (cover.end <= start || cover.start >= token.end) continue;
    if (cover.start > start) parts.push({ ...token, start, end: cover.start });
    start = cover.end;
  }
  return start < token.end ? [...parts, { ...token, start }] : parts;
}

function bitsOf(token: ShownToken): number {
  const set: TokenModifier[] = [];
  if (token.severity !== undefined) set.push(token.severity);
  if (token.lockWait === true) set.push('lockWait');
  if (token.gcFailure === true) set.push('gcFailure');
  return set.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
