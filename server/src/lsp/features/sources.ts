/** Answers the view of sources: what each is, how its clock is known, what is missing; and takes the user's decisions about them. */
import type { CaseChange, CorrectedMember } from '../../case/caseFile';
import { checkMember } from '../../case/caseFile';
import type { Language, SourceReport, Unread } from '../../engine/index';
import {
  factFormats,
  formatInstant,
  formatSkew,
  formats,
  gapText,
  LinePlacer,
  quietedSentences,
} from '../../engine/index';
import type { MomentLine } from '../../protocol/messages';
import { correctMessage, noSources, sameMomentMessage, sourcesMessage } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { WireMoment, WirePlace, WireSource, WireSources } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { onMessage } from '../rpc';
import { shortNames, toShortName } from '../toProtocol';
import { gapWord, provenanceText, word } from '../words';

/** More sources than a view can show. */
const maxSources = 20_000;
const maxGaps = 50;
const maxUnread = 100;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, sourcesMessage, noSources, () => {
    const { sources, unread, quieted } = ctx.triage.index.report;
    const nameOf = namesByNode(sources);
    const language = ctx.language();
    return {
      revision: ctx.triage.status().revision,
      sources: inOrder(sources)
        .slice(0, maxSources)
        .map((source) => toWire(ctx, source, nameOf(source))),
      beyond: Math.max(0, sources.length - maxSources),
      ...unreadWords(unread, language),
      quieted: quietedSentences(quieted, language, {
        title: shown,
        place: shown,
        line: (id, line) => shown(`${id}:${line}`),
      }).map(({ text, rule }) => ({ text, place: rule === null ? null : rulePlace(ctx, rule, text) })),
      problems: ctx.cases.problems.map(({ file, line, message }) => `${file}:${line}: ${message[language]}`),
      formats: [
        { id: 'text', title: word('noRecords', language) },
        ...formats.filter(({ kind }) => kind !== 'marker').map(({ id, title }) => ({ id, title })),
      ],
    };
  });
  onMessage(ctx.connection, correctMessage, { problem: word('notDone', 'en') }, async ({ source, change }) => {
    const problem = await correct(ctx, source, change);
    if (problem === '') await ctx.triage.analyze();
    return { problem };
  });
  onMessage(ctx.connection, sameMomentMessage, { problem: word('notDone', 'en') }, ({ first, second }) =>
    compare(ctx, first, second),
  );
  return {};
};

/** Names that tell a source from the others of its node. */
function namesByNode(sources: readonly SourceReport[]): (source: SourceReport) => string {
  const ids = new Map<string | null, string[]>();
  for (const { id, node } of sources) {
    const own = ids.get(node);
    if (own === undefined) ids.set(node, [id]);
    else own.push(id);
  }
  const names = new Map([...ids].map(([node, own]) => [node, shortNames(own)]));
  return ({ id, node }) => names.get(node)?.(id) ?? id;
}

/** By name, files of a rotated set together and oldest first. */
function inOrder(sources: readonly SourceReport[]): SourceReport[] {
  const key = ({ id, set }: SourceReport): string => set?.id ?? id;
  // web-2 stands before web-10.
  const byNumber = new Intl.Collator('en', { numeric: true });
  return [...sources].sort(
    (a, b) => byNumber.compare(key(a), key(b)) || (a.set?.part ?? 0) - (b.set?.part ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** Where a rule stands: a file on the disk, whoever put it there. */
function rulePlace(
  ctx: ServerContext,
  { file, line }: { readonly file: string; readonly line: number },
  title: string,
): WirePlace {
  return { uri: ctx.host.toUri(file), line: line - 1, start: 0, end: 0, title, where: shown(`${file}:${line}`) };
}

function shown(text: string): string {
  return visibleText(text, 300);
}

function unreadWords(
  unread: readonly Unread[],
  language: Language,
): Pick<WireSources, 'unread' | 'unreadCount' | 'passedOver' | 'passedOverCount'> {
  const told = ({ id, reason }: Unread): string => `${visibleText(id, 200)}: ${visibleText(reason[language], 300)}`;
  const lost = unread.filter(({ kind }) => kind === 'loss');
  const skipped = unread.filter(({ kind }) => kind === 'skipped');
  return {
    unread: lost.slice(0, maxUnread).map(told),
    unreadCount: lost.length,
    passedOver: skipped.slice(0, maxUnread).map(told),
    passedOverCount: skipped.length,
  };
}

async function correct(ctx: ServerContext, source: string, change: Readonly<Record<string, unknown>>): Promise<string> {
  const language = ctx.language();
  if (ctx.triage.index.source(source) === undefined) return word('noSource', language);
  const checked: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(change)) {
    if (name === 'note') checked[name] = typeof value === 'string' ? value.slice(0, 400) : null;
    else if (!isMember(name)) return word('notDone', language);
    else if (value === null) checked[name] = null;
    else {
      const result = checkMember(name, value);
      if ('fault' in result) return result.fault[language];
      checked[name] = result.value;
    }
  }
  const problem = await ctx.cases.change(source, checked as CaseChange);
  return problem === null ? '' : problem[language];
}

function isMember(name: string): name is CorrectedMember {
  return ['format', 'node', 'zone', 'year', 'skew'].includes(name);
}

function toWire(ctx: ServerContext, source: SourceReport, name: string): WireSource {
  const language = ctx.language();
  const { clock, first, last } = source;
  const gaps = source.gaps.filter(({ kind }) => kind !== 'padding');
  const time = (ms: number | null | undefined): string => (ms == null ? '' : formatInstant(ms, clock.zoneMinutes));
  const [from, to] = [time(first?.timeMs), time(last?.timeMs)];
  return {
    id: source.id,
    name,
    where: visibleText(source.id, 400),
    uri: ctx.addressOf(source.id),
    node: visibleText(source.node ?? '', 120),
    format: source.format,
    output: factFormats.find(({ id }) => source.format === `facts:${id}`)?.title ?? '',
    formatReason: visibleText(source.formatReason[language], 400),
    layers: source.layers,
    lines: source.lines,
    records: source.records,
    unparsed: source.unparsedLines,
    span: from === '' || to === '' ? '' : `${from} … ${to}`,
    clock: clockText(source, language),
    zone: clock.zone,
    year: clock.year,
    skew: formatSkew(clock.skewMs),
    evidence: clock.evidence.map((sentence) => visibleText(sentence[language], 400)),
    isAssumed: first !== null && (clock.zoneFrom === 'assumed' || clock.yearFrom === 'assumed'),
    set:
      source.set === null
        ? null
        : { name: visibleText(source.set.id, 200), part: source.set.part + 1, parts: source.set.parts },
    disorder: source.disorder,
    gaps: gaps
      .slice(0, maxGaps)
      .map((gap) => `${gapWord(gap.kind, language)}: ${visibleText(gapText(gap, language), 400)}`),
    gapCount: gaps.length,
    remarks: source.problems.map(({ reason }) => visibleText(reason[language], 300)),
    decided: source.decided,
    firstLine: first === null ? null : first.line - 1,
  };
}

/** `+08:00 (inferred), 2022 (stated), +1.5s (by you)`; empty for a source without stamps. */
function clockText({ clock, first }: SourceReport, language: Language): string {
  if (first === null) return '';
  const known = (value: string, from: typeof clock.zoneFrom): string => `${value} (${provenanceText(from, language)})`;
  const parts = [known(clock.zone, clock.zoneFrom)];
  if (clock.year !== null) parts.push(known(String(clock.year), clock.yearFrom));
  if (clock.skewFrom !== 'none') parts.push(known(formatSkew(clock.skewMs), clock.skewFrom));
  return parts.join(', ');
}

/** What would bring two lines to the same moment. */
function compare(ctx: ServerContext, first: MomentLine, second: MomentLine): WireMoment {
  const language = ctx.language();
  const sides = [first, second].map((line) => {
    const shown = ctx.linesOf(line.uri);
    const source = ctx.triage.index.source(shown?.source ?? '');
    if (shown === undefined || source === undefined) return null;
    const number = shown.before + line.line + 1;
    const atMs = new LinePlacer(source).place(line.text, number);
    return atMs === null ? null : { source, atMs, line: number };
  });
  const [one, other] = sides;
  if (one == null || other == null) return { problem: word('noMoment', language) };
  if (one.source.id === other.source.id) return { problem: word('oneSource', language) };
  const apartMs = other.atMs - one.atMs;
  const ids = ctx.triage.index.report.sources.map(({ id }) => id);
  const choice = (
    { source, line }: NonNullable<(typeof sides)[number]>,
    ms: number,
    against: NonNullable<(typeof sides)[number]>,
  ): NonNullable<WireMoment['choices']>[number] => ({
    source: source.id,
    name: toShortName(source.id, ids),
    moved: formatSkew(ms),
    skew: formatSkew(source.clock.skewMs + ms),
    note: `${source.id}:${line} = ${against.source.id}:${against.line}`,
  });
  return { problem: '', choices: [choice(one, apartMs, other), choice(other, -apartMs, one)] };
}
