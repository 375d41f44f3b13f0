/** The report as the JSON document that scripts read: schema 1, documented in docs/triage-json.md. */

import type { Category } from '../model/category';
import type { Clock, Instant } from '../model/clock';
import type { Entities } from '../model/entity';
import type { Fact } from '../model/fact';
import type { Language, Localized } from '../model/localized';
import type { Gap, Unread } from '../model/problem';
import type {
  Chain,
  ChainLink,
  Competing,
  Confidence,
  Difference,
  Episode,
  Incident,
  LockSpan,
  LockView,
  PodNames,
  QuietedByRule,
  Report,
  SourceReport,
  TriageEvent,
} from '../model/report';
import type { Severity } from '../model/severity';

/** First or last record of a source. */
export interface JsonInstant {
  readonly text: string;
  readonly time: string | null;
  readonly line: number;
}

/** One source. */
export interface JsonSource {
  readonly id: string;
  readonly format: string;
  readonly layers: readonly string[];
  readonly formatReason: string;
  readonly node: string | null;
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly unparsedLines: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly first: JsonInstant | null;
  readonly last: JsonInstant | null;
  readonly clock: Omit<Clock, 'zoneMinutes' | 'evidence'> & { readonly evidence: readonly string[] };
  readonly disorder: number;
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  readonly gaps: readonly JsonGap[];
  readonly decided: readonly string[];
}

/** A stretch of a source that is in no record, or in one that nothing vouches for. */
export type JsonGap = Omit<Gap, 'reason'> & { readonly reason: string };

/** One recognised record. */
export interface JsonEvent {
  readonly id: string;
  readonly signature: string;
  readonly category: string;
  readonly severity: Severity;
  readonly source: string;
  readonly line: number;
  readonly endLine: number;
  readonly time: string | null;
  readonly start: string | null;
  readonly durationMs: number | null;
  readonly node: string | null;
  readonly entities: Entities;
  readonly text: string;
}

/** One run of a signature. */
export interface JsonEpisode {
  readonly id: string;
  readonly signature: string;
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly node: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** Event id of the line that ended it. */
  readonly endedBy: string | null;
  /** A line that ends such trouble is known and does not follow. */
  readonly endUnseen: boolean;
  readonly count: number;
  readonly worstDurationMs: number | null;
  readonly events: readonly string[];
  readonly entities: Readonly<Record<string, readonly string[]>>;
}

/** One arrow of a chain. */
export interface JsonLink {
  readonly cause: string;
  readonly effect: string;
  readonly edge: string;
  readonly mechanism: string;
  readonly lagMs: number | null;
  readonly confidence: Confidence;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly evidence: readonly string[];
  readonly refutes: string;
}

/** One cause chain. */
export interface JsonChain {
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly score: number;
  readonly node: string | null;
  readonly steps: readonly string[];
  readonly links: readonly JsonLink[];
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly alternatives: readonly {
    readonly cause: string;
    readonly effect: string;
    readonly score: number;
    readonly reasons: readonly string[];
    readonly why: string;
  }[];
  readonly competing: readonly {
    readonly category: Category;
    readonly status: Competing['status'];
    readonly expected: readonly string[];
  }[];
}

/** Alike chains on the nodes they happened on. */
export interface JsonIncident {
  readonly id: string;
  readonly chains: readonly string[];
  readonly nodes: readonly { readonly node: string; readonly start: string | null }[];
  readonly spreadMs: number | null;
  readonly differences: readonly (Omit<Difference, 'title'> & { readonly title: string | null })[];
}

/** A stretch of waiting for a lock or holding it. */
export interface JsonLockSpan {
  readonly who: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly longestMs: number;
  readonly count: number;
  readonly event: string;
}

/** Who waited for a lock and who held it. */
export interface JsonLock {
  readonly lock: string;
  readonly node: string | null;
  readonly waiters: readonly JsonLockSpan[];
  readonly holders: readonly JsonLockSpan[];
}

/** The whole document. */
export interface TriageJson {
  readonly schema: 1;
  readonly sources: readonly JsonSource[];
  readonly events: readonly JsonEvent[];
  readonly episodes: readonly JsonEpisode[];
  readonly chains: readonly JsonChain[];
  readonly incidents: readonly JsonIncident[];
  readonly locks: readonly JsonLock[];
  readonly pods: readonly PodNames[];
  readonly unexplained: readonly {
    readonly template: string;
    readonly count: number;
    readonly source: string;
    readonly firstLine: number;
    readonly why: string;
  }[];
  readonly facts: readonly Fact[];
  /** What rules of the user's keep quiet. */
  readonly quieted: readonly (Omit<QuietedByRule, 'title'> & { readonly title: string })[];
  readonly eventsBeyondLimit: number;
  /** What was found and is in no source. */
  readonly unread: readonly (Omit<Unread, 'reason'> & { readonly reason: string })[];
  readonly partial: boolean;
}

/** The document for a report, its sentences in the given language. */
export function toTriageJson(report: Report, language: Language = 'en'): TriageJson {
  const say = (text: Localized): string => text[language];
  return {
    schema: 1,
    sources: report.sources.map((source) => toJsonSource(source, say)),
    events: report.events.map(toJsonEvent),
    episodes: report.episodes.map((episode) => toJsonEpisode(episode, say)),
    chains: report.chains.map((chain) => toJsonChain(chain, say)),
    incidents: report.incidents.map((incident) => toJsonIncident(incident, say)),
    locks: report.locks.map(toJsonLock),
    pods: report.pods,
    unexplained: report.unexplained.map((group) => ({ ...group, why: say(group.why) })),
    facts: report.facts,
    quieted: report.quieted.map((one) => ({ ...one, title: say(one.title) })),
    eventsBeyondLimit: report.eventsBeyondLimit,
    unread: report.unread.map((item) => ({ ...item, reason: say(item.reason) })),
    partial: report.partial,
  };
}

/** ISO text of an instant; `null` outside the range that a calendar can write. */
function isoTime(ms: number | null): string | null {
  if (ms === null || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return null;
  return new Date(Math.round(ms)).toISOString();
}

function toJsonInstant(instant: Instant | null): JsonInstant | null {
  return instant === null ? null : { text: instant.text, time: isoTime(instant.timeMs), line: instant.line };
}

function toJsonSource(source: SourceReport, say: (text: Localized) => string): JsonSource {
  const { author: _author, ...told } = source;
  const { zoneMinutes: _, evidence, ...clock } = source.clock;
  return {
    ...told,
    formatReason: say(source.formatReason),
    problems: source.problems.map(({ line, reason }) => ({ line, reason: say(reason) })),
    first: toJsonInstant(source.first),
    last: toJsonInstant(source.last),
    clock: { ...clock, evidence: evidence.map(say) },
    gaps: source.gaps.map((gap) => ({ ...gap, reason: say(gap.reason) })),
  };
}

function toJsonEvent(event: TriageEvent): JsonEvent {
  const { id, signature, category, severity, source, line, endLine, durationMs, node, entities, text } = event;
  return {
    id,
    signature,
    category,
    severity,
    source,
    line,
    endLine,
    time: isoTime(event.timeMs),
    start: isoTime(event.startMs),
    durationMs,
    node,
    entities,
    text,
  };
}

function toJsonEpisode(episode: Episode, say: (text: Localized) => string): JsonEpisode {
  const { id, signature, category, severity, node, count, worstDurationMs, events, entities, endedBy, endUnseen } =
    episode;
  return {
    id,
    signature,
    title: say(episode.title),
    category,
    severity,
    node,
    start: isoTime(episode.startMs),
    end: isoTime(episode.endMs),
    endedBy,
    endUnseen,
    count,
    worstDurationMs,
    events,
    entities,
  };
}

function toJsonIncident(incident: Incident, say: (text: Localized) => string): JsonIncident {
  return {
    ...incident,
    nodes: incident.nodes.map(({ node, startMs }) => ({ node, start: isoTime(startMs) })),
    differences: incident.differences.map((one) => ({ ...one, title: one.title === null ? null : say(one.title) })),
  };
}

function toJsonLock(view: LockView): JsonLock {
  const toSpan = ({ startMs, endMs, ...span }: LockSpan): JsonLockSpan => ({
    ...span,
    start: isoTime(startMs),
    end: isoTime(endMs),
  });
  return { ...view, waiters: view.waiters.map(toSpan), holders: view.holders.map(toSpan) };
}

function toJsonLink(link: ChainLink, say: (text: Localized) => string): JsonLink {
  return { ...link, mechanism: say(link.mechanism), reasons: link.reasons.map(say), refutes: say(link.refutes) };
}

function toJsonChain(chain: Chain, say: (text: Localized) => string): JsonChain {
  return {
    id: chain.id,
    title: say(chain.title),
    confidence: chain.confidence,
    score: chain.score,
    node: chain.node,
    steps: chain.steps,
    links: chain.links.map((link) => toJsonLink(link, say)),
    reasons: chain.reasons.map(say),
    missing: chain.missing.map(say),
    alternatives: chain.alternatives.map((other) => ({
      cause: other.cause,
      effect: other.effect,
      score: other.score,
      reasons: other.reasons.map(say),
      why: say(other.why),
    })),
    competing: chain.competing.map((one) => ({ ...one, expected: one.expected.map(say) })),
  };
}
