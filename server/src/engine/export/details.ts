/** Sentences that every report for people shares: how an incident spread, what healthy nodes show, what else it could be, who held a lock. */
import type { Language } from '../model/localized';
import type {
  Chain,
  Competing,
  Difference,
  Episode,
  Incident,
  LockSpan,
  LockView,
  Report,
  SourceReport,
} from '../model/report';
import { formatDuration } from '../text/durations';
import { factTitle } from './factWords';
import { categoryWords, formatInstant, lineCount, word } from './wording';

/** Makes log text safe for where it is shown. */
export type Quote = (text: string) => string;

/** For terminals, to which sentences are nothing but text. */
function asItIs(text: string): string {
  return text;
}

/** Programs told of one lock. */
const maxPrograms = 6;
const maxNodes = 12;
/** Rules that keep records quiet. */
const maxQuieted = 20;
/** Files of one rotated set that are named. */
const maxParts = 6;

/** `first paas-10-239-40-157 at 2022-05-13 10:22:04, the last of 2 nodes 3 min 05 s later`; `null` for a single node. */
export function spreadSentence(incident: Incident, zone: number, language: Language, quote: Quote): string | null {
  const first = incident.nodes[0];
  if (first === undefined || first.startMs === null || incident.spreadMs === null) return null;
  const at = formatInstant(first.startMs, zone);
  const later = formatDuration(incident.spreadMs);
  return language === 'en'
    ? `first on ${quote(first.node)} at ${at}; on the last of ${incident.nodes.length} nodes ${later} later`
    : `最先在 ${quote(first.node)}（${at}）；${later} 后到达 ${incident.nodes.length} 个节点中的最后一个`;
}

/** One sentence for each difference, the ones that exonerate last. */
export function differenceSentences(
  incident: Incident,
  language: Language,
  quote: Quote,
  say: Quote = asItIs,
): string[] {
  return incident.differences.map((difference) => differenceSentence(difference, language, quote, say));
}

function differenceSentence(
  { what, kind, title, isSame, values }: Difference,
  language: Language,
  quote: Quote,
  say: Quote,
): string {
  const value = (one: Difference['values'][number]): string => `${quote(one.node)} ${quote(String(one.value))}`;
  const list = (isSick: boolean): string =>
    values
      .filter((one) => one.isSick === isSick)
      .slice(0, maxNodes)
      .map(value)
      .join(', ');
  const subject =
    kind === 'signature'
      ? say(title?.[language] ?? what)
      : title === null
        ? factTitle(what, language)
        : `${factTitle(what, language)} (${quote(title[language])})`;
  const counts = `${list(true)}; ${word('healthyNodes', language)}: ${list(false)}`;
  return isSame ? `${subject}: ${counts} (${word('alike', language)})` : `${subject}: ${counts}`;
}

/** `If it were storage trouble: "A task is blocked" would be seen; absent.` */
export function competingSentences(chain: Chain, language: Language, say: Quote = asItIs): string[] {
  return chain.competing.map((one) => competingSentence(one, language, say));
}

function competingSentence({ category, status, expected }: Competing, language: Language, say: Quote): string {
  const kind = categoryWords[category][language];
  if (language === 'en') {
    const signs = expected.map((title) => `"${say(title.en)}"`).join(', ');
    const verdict =
      status === 'absent' ? 'none of it is in these logs' : 'the logs that would hold it were not collected';
    return `if it were ${kind}, one would see ${signs}: ${verdict}`;
  }
  const signs = expected.map((title) => `“${say(title.zh)}”`).join('、');
  return `若为${kind}，应能看到${signs}：${status === 'absent' ? '这些日志中没有' : '可能记录它的日志未被采集'}`;
}

/** `ended at 10:31:02`, `its end is not in the logs`; `null` when nothing is known about ends of its kind. */
export function endSentence(episode: Episode, endMs: number | null, zone: number, language: Language): string | null {
  if (episode.endedBy !== null && endMs !== null) return `${word('endedAt', language)} ${formatInstant(endMs, zone)}`;
  return episode.endUnseen ? word('endUnseen', language) : null;
}

/** A line for each program that waited, and one for each that held the lock meanwhile. */
export function lockSentences(view: LockView, zone: number, language: Language, quote: Quote): string[] {
  return [
    ...byProgram(view.waiters).map((one) => programSentence(one, 'waited', zone, language, quote)),
    ...byProgram(view.holders).map((one) => programSentence(one, 'held', zone, language, quote)),
  ];
}

function byProgram(spans: readonly LockSpan[]): LockSpan[] {
  const programs = new Map<string, LockSpan>();
  for (const span of spans) {
    const known = programs.get(span.who);
    programs.set(span.who, known === undefined ? span : merged(known, span));
  }
  return [...programs.values()].sort((a, b) => b.longestMs - a.longestMs || b.count - a.count).slice(0, maxPrograms);
}

function merged(a: LockSpan, b: LockSpan): LockSpan {
  return {
    ...a,
    startMs: a.startMs === null || b.startMs === null ? (a.startMs ?? b.startMs) : Math.min(a.startMs, b.startMs),
    endMs: a.endMs === null || b.endMs === null ? (a.endMs ?? b.endMs) : Math.max(a.endMs, b.endMs),
    longestMs: Math.max(a.longestMs, b.longestMs),
    count: a.count + b.count,
  };
}

function programSentence(
  span: LockSpan,
  verb: 'waited' | 'held',
  zone: number,
  language: Language,
  quote: Quote,
): string {
  const parts = [`${quote(span.who)} ${word(verb, language)}`, lineCount(span.count, language)];
  if (span.longestMs > 0) parts.push(`${word('longest', language)} ${formatDuration(span.longestMs)}`);
  if (span.startMs !== null && span.endMs !== null)
    parts.push(`${formatInstant(span.startMs, zone)} … +${formatDuration(span.endMs - span.startMs)}`);
  return parts.join(', ');
}

/** `“Agent chatter” (mine.yaml:3): 12 records, the first is messages:17`, one for each rule that keeps records quiet; the last may tell of others. */
export function quietedSentences(
  quieted: Report['quieted'],
  language: Language,
  write: { readonly title: Quote; readonly place: Quote; readonly line: (source: string, line: number) => string },
): { readonly text: string; readonly rule: Report['quieted'][number]['rule'] | null }[] {
  const told = quieted.slice(0, maxQuieted).map(({ title, rule, records, source, line }) => {
    const place = write.place(`${rule.file}:${rule.line}`);
    const first = write.line(source, line);
    const text =
      language === 'en'
        ? `“${write.title(title.en)}” (${place}): ${records} ${records === 1 ? 'record' : 'records'}, the first is ${first}`
        : `“${write.title(title.zh)}”（${place}）：${records} 条记录，首条为 ${first}`;
    return { text, rule };
  });
  const more = quieted.length - told.length;
  return more === 0 ? told : [...told, { text: `${more} ${word('others', language)}`, rule: null }];
}

/** `part 2 of 3 of messages`: a file that was one log with others before it was rotated; the first part is the oldest. */
export function setSentence(place: NonNullable<SourceReport['set']>, language: Language, quote: Quote): string {
  const part = place.part + 1;
  return language === 'en'
    ? `part ${part} of ${place.parts} of ${quote(place.id)}`
    : `${quote(place.id)} 的第 ${part} 部分，共 ${place.parts} 部分`;
}

/** `messages, 3 parts: messages-20210506.gz, messages-20210513.gz, messages`, one sentence for each set of rotated files. */
export function setSentences(sources: readonly SourceReport[], language: Language, quote: Quote): string[] {
  const sets = new Map<string, { readonly part: number; readonly name: string }[]>();
  for (const { id, set } of sources) {
    if (set === null) continue;
    const parts = sets.get(set.id) ?? [];
    sets.set(set.id, parts);
    parts.push({ part: set.part, name: id.slice(id.lastIndexOf('/') + 1) });
  }
  return [...sets].map(([id, parts]) => {
    const names = parts.sort((a, b) => a.part - b.part).map(({ name }) => quote(name));
    const shown = names.length <= maxParts ? names : [...names.slice(0, 2), '…', ...names.slice(-2)];
    return `${quote(id)}, ${parts.length} ${word('parts', language)}: ${shown.join(', ')}`;
  });
}
