/** Names the messages that no signature knows and that stand out near a symptom: new ones, bursts, ones that stop; and unknown errors. */
import type { Localized } from '../model/localized';
import type { Unexplained } from '../model/report';
import { severityCode } from '../model/severity';
import { formatDuration } from '../text/durations';
import type { Template } from './mineTemplates';
import { mineTemplates } from './mineTemplates';
import type { TemplateGroup } from './templateCounter';
import type { Trouble } from './troubles';

const minuteMs = 60_000;
/** Before the first step of a chain and after its symptom: what begins there may have to do with it. */
const beforeMs = 10 * minuteMs;
const afterMs = 5 * minuteMs;
/** A source must have been quiet about it for so long before it counts as new. */
const knownBeforeMs = 15 * minuteMs;
const burstFactor = 8;
const burstLeast = 20;
const regularLeast = 20;
/** Groups listed at most, and of one source at most. */
const maxListed = 40;
const maxPerSource = 12;

/** One source's message kinds with its way to UTC. */
export interface TemplateSource {
  readonly id: string;
  readonly node: string | null;
  readonly groups: readonly TemplateGroup[];
  /** First and last stamped record, ms UTC; `null` when the source has no calendar. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** UTC of the source's own ms; `null` when it has no place on the calendar. */
  toUtc(ms: number): number | null;
}

interface Candidate extends Unexplained {
  readonly score: number;
}

/** Candidates, most telling first; at most 40. */
export function findUnexplained(sources: readonly TemplateSource[], troubles: readonly Trouble[]): Unexplained[] {
  const found = sources.flatMap((source) => {
    const concerned = troubles.filter(
      ({ nodes }) => source.node === null || nodes.length === 0 || nodes.includes(source.node),
    );
    // Of thousands of small sources most have nothing to tell.
    if (!source.groups.some(isError) && (concerned.length === 0 || !mayStandOut(source))) return [];
    const candidates = mineTemplates(source.groups).flatMap((template) => judge(template, source, concerned));
    return candidates.sort(byScore).slice(0, maxPerSource);
  });
  return found
    .sort(byScore)
    .slice(0, maxListed)
    .map(({ template, count, source, firstLine, why }) => ({ template, count, source, firstLine, why }));
}

/** What bursts or stops has lines enough, and what is new has a time before it. */
function mayStandOut({ groups, firstMs, toUtc }: TemplateSource): boolean {
  let count = 0;
  for (const group of groups) count += group.count;
  if (count >= Math.min(burstLeast, regularLeast)) return true;
  return (
    firstMs !== null &&
    groups.some((group) => group.firstMs !== null && (toUtc(group.firstMs) ?? firstMs) - firstMs >= knownBeforeMs)
  );
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.firstLine - b.firstLine;
}

function judge(template: Template, source: TemplateSource, concerned: readonly Trouble[]): Candidate[] {
  const weight = severityWeight(template.severity);
  for (const trouble of concerned) {
    const sign =
      isNew(template, source, trouble) ?? isBurst(template, source, trouble) ?? hasStopped(template, source, trouble);
    if (sign !== null) return [toCandidate(template, source, sign.why, sign.score + weight)];
  }
  return isError(template) ? [toCandidate(template, source, unknownError(template), weight)] : [];
}

function isError({ severity }: Pick<Template, 'severity'>): boolean {
  return severity <= severityCode.error;
}

interface Sign {
  readonly why: Localized;
  readonly score: number;
}

function isNew(template: Template, source: TemplateSource, trouble: Trouble): Sign | null {
  if (template.firstMs === null || source.firstMs === null) return null;
  const first = source.toUtc(template.firstMs);
  if (first === null || first < trouble.startMs - beforeMs || first > trouble.symptomMs + afterMs) return null;
  if (first - source.firstMs < knownBeforeMs) return null;
  if (template.severity > severityCode.warning && template.count < 5) return null;
  const distance = spoken(first - trouble.symptomMs);
  return {
    why: {
      en: `new: first seen ${distance.en} “${trouble.title.en}”`,
      zh: `新出现：首次出现在“${trouble.title.zh}”${distance.zh}`,
    },
    score: 6,
  };
}

function isBurst(template: Template, source: TemplateSource, trouble: Trouble): Sign | null {
  if (template.count < burstLeast || source.firstMs === null || source.lastMs === null) return null;
  // What a program says while it starts is no burst.
  if (trouble.startMs - source.firstMs < knownBeforeMs) return null;
  const offsetMs = offsetOf(template, source);
  if (offsetMs === null) return null;
  const from = trouble.startMs - 2 * minuteMs - offsetMs;
  const to = trouble.symptomMs + afterMs - offsetMs;
  const inside = template.histogram.between(from, to);
  const outsideCount = template.count - inside.count;
  const outsideMs = source.lastMs - source.firstMs - inside.spanMs;
  if (inside.count < burstLeast || outsideMs < inside.spanMs * 2) return null;
  const inRate = inside.count / Math.max(1, inside.spanMs);
  const outRate = outsideCount / outsideMs;
  if (inRate < outRate * burstFactor) return null;
  const times = outRate === 0 ? null : Math.round(inRate / outRate);
  return {
    why: {
      en: `burst: ${inside.count} near “${trouble.title.en}”, ${times === null ? 'none' : `${times} times fewer`} at other times`,
      zh: `突增：在“${trouble.title.zh}”附近出现 ${inside.count} 次，其他时间${times === null ? '没有' : `少 ${times} 倍`}`,
    },
    score: 4,
  };
}

function hasStopped(template: Template, source: TemplateSource, trouble: Trouble): Sign | null {
  if (template.count < regularLeast || template.firstMs === null || template.lastMs === null) return null;
  if (source.lastMs === null) return null;
  const last = source.toUtc(template.lastMs);
  if (last === null || last < trouble.startMs - afterMs || last > trouble.symptomMs + afterMs) return null;
  const gapMs = (template.lastMs - template.firstMs) / Math.max(1, template.count - 1);
  if (gapMs > minuteMs || !isRegular(template, gapMs)) return null;
  const silenceMs = source.lastMs - last;
  if (silenceMs < Math.max(20 * gapMs, 5 * minuteMs)) return null;
  const distance = spoken(last - trouble.symptomMs);
  return {
    why: {
      en: `stopped: regular until ${distance.en} “${trouble.title.en}”, then silent for ${formatDuration(silenceMs)}`,
      zh: `中断：一直规律出现到“${trouble.title.zh}”${distance.zh}，此后沉默 ${formatDuration(silenceMs)}`,
    },
    score: 5,
  };
}

/** What is added to the source's own ms to get UTC, where this kind of message begins. */
function offsetOf(template: Template, source: TemplateSource): number | null {
  if (template.firstMs === null) return null;
  const utc = source.toUtc(template.firstMs);
  return utc === null ? null : utc - template.firstMs;
}

/** Both halves of its time hold about as many: something periodic, not a story that ended. */
function isRegular(template: Template, gapMs: number): boolean {
  const first = template.firstMs ?? 0;
  const last = template.lastMs ?? 0;
  if (last - first < 10 * gapMs) return false;
  const { count } = template.histogram.between(first, first + (last - first) / 2);
  return Math.abs(count * 2 - template.count) <= template.count * 0.3 + 4;
}

function unknownError(template: Template): Localized {
  return template.severity === severityCode.fatal
    ? { en: 'a fatal message that no signature knows', zh: '没有任何特征能识别的致命消息' }
    : { en: 'an error that no signature knows', zh: '没有任何特征能识别的错误' };
}

function severityWeight(severity: number): number {
  if (severity === severityCode.fatal) return 4;
  if (severity === severityCode.error) return 2;
  return severity === severityCode.warning ? 1 : 0;
}

function toCandidate(template: Template, source: TemplateSource, why: Localized, score: number): Candidate {
  const { text, count, firstLine } = template;
  return {
    template: text,
    count,
    source: source.id,
    firstLine,
    why,
    score: score + Math.min(1, Math.log10(count) / 4),
  };
}

/** `3 min 12 s before`, `20 s after`. */
function spoken(ms: number): Localized {
  const amount = formatDuration(ms);
  return ms <= 0 ? { en: `${amount} before`, zh: `之前 ${amount}` } : { en: `${amount} after`, zh: `之后 ${amount}` };
}
