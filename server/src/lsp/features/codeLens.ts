/** Lenses above event lines: what the other files say at that time, what caused it, what it led to; worked out when one comes into view. */
import type { CodeLens } from 'vscode-languageserver';
import type { ChainLink, TriageEvent } from '../../engine/index';
import { grouped } from '../../protocol/memberUri';
import type { LensKind } from '../../protocol/messages';
import { showMoreCommand, showPlacesCommand } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { Feature, ServerContext, ShownLines } from '../context';
import { hasNearEvents, nearEvents } from '../nearEvents';
import { timelineLenses } from '../timelineChanges';
import { toDistance, toShortName } from '../toProtocol';
import type { NearEvent } from '../triageIndex';
import type { Word } from '../words';
import { phrase, word } from '../words';

/** Lines with lenses in one file. */
const maxLines = 2000;
const maxTitle = 120;
/** Lines of a small part: in a case of many files each lens costs some time. */
const rehearsedLines = 10;
/** Files named in one title. */
const maxNamed = 3;

interface LensData {
  readonly event: string;
  readonly kind: LensKind;
}

export const register: Feature = (ctx) => {
  ctx.connection.onCodeLens(
    ctx.guard('code lenses', [], ({ textDocument }) => {
      const ofTimeline = timelineLenses(ctx, textDocument.uri);
      if (ofTimeline.length > 0) return ofTimeline;
      const shown = ctx.linesOf(textDocument.uri);
      if (shown === undefined || !ctx.settings()['causeline.lens.enabled']) return [];
      return [...moreLenses(ctx, shown), ...eventLenses(ctx, shown)];
    }),
  );
  ctx.connection.onCodeLensResolve(async (lens, token) => {
    const resolve = ctx.guard('code lens', withTitle(lens, '', null), (asked: CodeLens) => resolveLens(ctx, asked));
    return resolve(lens, token);
  });
  ctx.triage.onRehearsal(({ source, line }) =>
    eventLenses(ctx, { source, before: line - 1, last: line + rehearsedLines }).map((lens) => resolveLens(ctx, lens)),
  );
  return { codeLensProvider: { resolveProvider: true } };
};

function eventLenses(ctx: ServerContext, { source, before, last }: ShownLines): CodeLens[] {
  const hasNear = onceForEachNode((event) => hasNearEvents(ctx, event));
  return ctx.triage.index
    .leaders(source, before + 1, last)
    .slice(0, maxLines)
    .flatMap((event) => lensesOf(ctx, event, event.line - 1 - before, hasNear));
}

/** At the head of a part of a large file which lines it has, as an editor counts from 1; at its ends what leads on. */
function moreLenses(ctx: ServerContext, { source, before, last }: ShownLines): CodeLens[] {
  if (!Number.isFinite(last)) return [];
  const language = ctx.language();
  const lens = (line: number, title: Word, direction: 'before' | 'after'): CodeLens => {
    const position = { line, character: 0 };
    const command = { title: word(title, language), command: showMoreCommand, arguments: [direction] };
    return { range: { start: position, end: position }, command };
  };
  const lines = ctx.triage.index.source(source)?.lines ?? last;
  const start = { line: 0, character: 0 };
  const title = `${word('lines', language)} ${grouped(before + 1)}–${grouped(Math.min(last, lines))} ${word('of', language)} ${grouped(lines)}`;
  return [
    { range: { start, end: start }, command: { title, command: '' } },
    ...(before > 0 ? [lens(0, 'linesBefore', 'before')] : []),
    ...(last < lines ? [lens(last - 1 - before, 'linesAfter', 'after')] : []),
  ];
}

/** The other files of one file are the same for all events of a node. */
function onceForEachNode(ask: (event: TriageEvent) => boolean): (event: TriageEvent) => boolean {
  const known = new Map<string | null, boolean>();
  return (event) => {
    const answer = known.get(event.node) ?? ask(event);
    known.set(event.node, answer);
    return answer;
  };
}

function lensesOf(
  ctx: ServerContext,
  event: TriageEvent,
  line: number,
  hasNear: (event: TriageEvent) => boolean,
): CodeLens[] {
  const { index } = ctx.triage;
  const position = { line, character: 0 };
  const episode = index.episodeOf(event)?.id ?? '';
  const kinds: LensKind[] = [];
  if (event.timeMs !== null && isWorthALook(ctx, event) && hasNear(event)) kinds.push('near');
  if (index.causesOf(episode).length > 0) kinds.push('cause');
  if (index.effectsOf(episode).length > 0) kinds.push('effect');
  return kinds.map((kind) => ({
    range: { start: position, end: position },
    data: { event: event.id, kind } satisfies LensData,
  }));
}

/** Routine messages are events too, for the chains they may be part of. */
function isWorthALook({ triage: { index } }: ServerContext, event: TriageEvent): boolean {
  if (index.signature(event.signature)?.role === 'problem') return true;
  return index.chainsOf(index.episodeOf(event)?.id ?? '').length > 0;
}

function resolveLens(ctx: ServerContext, lens: CodeLens): CodeLens {
  const data = readData(lens.data);
  const event = data === null ? undefined : ctx.triage.index.event(data.event);
  if (data === null || event === undefined) return withTitle(lens, '', null);
  return withTitle(lens, data.kind === 'near' ? nearTitle(ctx, event) : linkTitle(ctx, event, data.kind), data);
}

function withTitle(lens: CodeLens, title: string, data: LensData | null): CodeLens {
  // Titles of rules would make icons.
  const shown = visibleText(title, maxTitle);
  // Arguments are ids of our own, never log text.
  if (data === null || shown === '') return { ...lens, command: { title: shown, command: '' } };
  return { ...lens, command: { title: shown, command: showPlacesCommand, arguments: [data.event, data.kind] } };
}

function nearTitle(ctx: ServerContext, event: TriageEvent): string {
  const language = ctx.language();
  const near = nearEvents(ctx, event);
  if (near.length === 0) return '';
  const inside = Math.abs(near[0]?.ms ?? 0) <= ctx.settings()['causeline.lens.windowSeconds'] * 1000;
  if (!inside)
    return `${word('nearest', language)}: ${near
      .slice(0, 1)
      .map((one) => nameOf(ctx, one, event))
      .join('')}`;
  const bySource = new Map<string, NearEvent>();
  for (const one of near) if (!bySource.has(one.event.source)) bySource.set(one.event.source, one);
  const named = [...bySource.values()].slice(0, maxNamed);
  const rest = near.length - named.length;
  return `${word('near', language)}: ${named.map((one) => nameOf(ctx, one, event)).join(' · ')}${rest > 0 ? ` · +${rest} ${word('more', language)}` : ''}`;
}

function nameOf(ctx: ServerContext, { event, ms }: NearEvent, here: TriageEvent): string {
  return `${toShortName(event.source, ctx.triage.index.sourceIds(), here.source)}:${event.line} ${toDistance(ms)}`;
}

function linkTitle(ctx: ServerContext, event: TriageEvent, kind: 'cause' | 'effect'): string {
  const { index } = ctx.triage;
  const language = ctx.language();
  const episode = index.episodeOf(event)?.id ?? '';
  const links: readonly ChainLink[] = kind === 'cause' ? index.causesOf(episode) : index.effectsOf(episode);
  const best = links[0];
  if (best === undefined) return '';
  const other = index.episode(kind === 'cause' ? best.cause : best.effect);
  const distance = toDistance(best.lagMs);
  const rest = links.length > 1 ? ` · +${links.length - 1} ${word('more', language)}` : '';
  const told = phrase(kind === 'cause' ? 'causedBy' : 'leadsTo', other?.title[language] ?? '', language);
  return `${told}${distance === '' ? '' : ` (${distance})`}${rest}`;
}

function readData(data: unknown): LensData | null {
  if (typeof data !== 'object' || data === null || !('event' in data) || !('kind' in data)) return null;
  const { event, kind } = data;
  if (typeof event !== 'string' || (kind !== 'near' && kind !== 'cause' && kind !== 'effect')) return null;
  return { event, kind };
}
