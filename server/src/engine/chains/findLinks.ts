/** Tests every causal edge on every pair of episodes: in scope, in time, with the cause's words where the edge asks for them. */
import type { CausalEdge, EdgeScope } from '../catalogue/edge';
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { EntityKind } from '../model/entity';
import type { Localized } from '../model/localized';

/** A cause and an effect that an edge connects, with what speaks for it. */
export interface Link {
  readonly cause: WorkEpisode;
  readonly effect: WorkEpisode;
  readonly edge: CausalEdge;
  /** Effect's start minus cause's start; `null` when they cannot be compared. */
  readonly lagMs: number | null;
  /** 0..1. */
  readonly score: number;
  readonly reasons: readonly Localized[];
  /** A record of the effect quotes the cause. */
  readonly quoted: boolean;
}

/** Clocks of different sources of one node may differ by this much without anybody noticing. */
const toleranceMs = 5_000;
/** Signs that support or refute an edge count within this distance of the effect. */
const nearMs = 30 * 60_000;
/** Without a stated limit, a cause more than a day before its effect is no explanation. */
const defaultMaxLagMs = 24 * 3_600_000;

const baseScore = { necessary: 0.95, likely: 0.8, possible: 0.55 } as const;

const scopeEntities: Readonly<Record<EdgeScope, readonly EntityKind[]>> = {
  record: [],
  container: ['container'],
  pod: ['uid', 'pod'],
  unit: ['unit'],
  process: ['process'],
  device: ['device'],
  volume: ['volume'],
  node: [],
  cluster: [],
};

/** All links between the episodes. */
export function findLinks(episodes: readonly WorkEpisode[], catalogue: Catalogue): Link[] {
  const bySignature = new Map<string, WorkEpisode[]>();
  for (const episode of episodes) {
    const list = bySignature.get(episode.signature.id);
    if (list === undefined) bySignature.set(episode.signature.id, [episode]);
    else list.push(episode);
  }
  const links: Link[] = [];
  for (const edge of catalogue.edges) {
    for (const effectId of edge.effects) {
      for (const effect of bySignature.get(effectId) ?? []) {
        for (const causeId of edge.causes) {
          for (const cause of bySignature.get(causeId) ?? []) {
            const link = cause === effect ? null : testLink(cause, effect, edge, bySignature);
            if (link !== null) links.push(link);
          }
        }
      }
    }
  }
  return links;
}

function testLink(
  cause: WorkEpisode,
  effect: WorkEpisode,
  edge: CausalEdge,
  bySignature: ReadonlyMap<string, readonly WorkEpisode[]>,
): Link | null {
  if (edge.scope !== 'cluster' && cause.node !== null && effect.node !== null && cause.node !== effect.node)
    return null;
  const agreement = entitiesAgree(cause, effect, [
    ...scopeEntities[edge.scope],
    ...((edge.agree ?? []) as EntityKind[]),
  ]);
  if (agreement === 'no') return null;
  const quoted = quotesCause(cause, effect, edge);
  if (edge.strength === 'necessary' && !quoted) return null;
  const timing = compareInTime(cause, effect, edge, quoted);
  if (timing === null) return null;
  const reasons: Localized[] = [];
  let score: number = baseScore[edge.strength];
  if (quoted) {
    score = Math.max(score, 0.95);
    reasons.push({ en: "the effect's own text quotes the cause", zh: '结果的日志文本中直接引用了原因' });
  }
  score *= timing.factor;
  reasons.push(timing.reason);
  if (agreement === 'yes') {
    score = Math.min(0.98, score + 0.05);
    reasons.push({ en: 'both are about the same object', zh: '两者涉及同一对象' });
  }
  const supports = nearSigns(edge.supportedBy, cause, effect, bySignature);
  if (supports.length > 0) {
    score = Math.min(0.98, score + 0.1);
    reasons.push({ en: `supported by ${supports.join(', ')}`, zh: `佐证：${supports.join('、')}` });
  }
  const refutes = nearSigns(edge.refutedBy, cause, effect, bySignature);
  if (refutes.length > 0 && !quoted) {
    score *= 0.55;
    reasons.push({ en: `weakened by ${refutes.join(', ')}`, zh: `被以下现象削弱：${refutes.join('、')}` });
  }
  return { cause, effect, edge, lagMs: timing.lagMs, score, reasons, quoted };
}

/** Whether both sides name a common thing of the given kinds; `unknown` when one of them names none. */
function entitiesAgree(
  cause: WorkEpisode,
  effect: WorkEpisode,
  kinds: readonly EntityKind[],
): 'yes' | 'no' | 'unknown' {
  let result: 'yes' | 'no' | 'unknown' = 'unknown';
  for (const kind of kinds) {
    const left = cause.entities[kind];
    const right = effect.entities[kind];
    if (left === undefined || right === undefined || left.length === 0 || right.length === 0) continue;
    const common = left.some((value) => right.some((other) => sameName(kind, value, other)));
    if (common) return 'yes';
    // Long lists are cut: two cut lists without a common member prove nothing.
    if (left.length < 16 && right.length < 16) result = 'no';
  }
  return result;
}

/** Container ids are quoted in full and by their first 12 digits. */
function sameName(kind: EntityKind, left: string, right: string): boolean {
  if (left === right) return true;
  if (kind === 'container' || kind === 'sandbox') return left.slice(0, 12) === right.slice(0, 12);
  if (kind === 'unit') return left.replace(/\.service$/, '') === right.replace(/\.service$/, '');
  return kind === 'device' && (left.startsWith(right) || right.startsWith(left));
}

function quotesCause(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): boolean {
  const effectEvents = new Set(effect.events.map((event) => event.id));
  if (cause.events.some((event) => event.quotedBy !== null && effectEvents.has(event.quotedBy))) return true;
  const sameRecord = new Set(effect.events.map((event) => `${event.source}\u0000${event.raw.line}`));
  if (edge.scope === 'record' || edge.strength === 'necessary') {
    if (cause.events.some((event) => sameRecord.has(`${event.source}\u0000${event.raw.line}`))) return true;
  }
  const words = edge.quotes;
  return words !== undefined && effect.events.some((event) => words.test(event.raw.text));
}

interface Timing {
  readonly lagMs: number | null;
  readonly factor: number;
  readonly reason: Localized;
}

function compareInTime(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge, quoted: boolean): Timing | null {
  if (cause.timeline === 'fact') {
    return {
      lagMs: null,
      factor: 1,
      reason: { en: 'a state of the node during the whole collection', zh: '采集期间节点一直处于该状态' },
    };
  }
  if (cause.startMs === null || effect.startMs === null || cause.timeline !== effect.timeline) {
    return {
      lagMs: null,
      factor: quoted ? 0.95 : 0.85,
      reason: { en: 'no common clock: the distance in time is unknown', zh: '没有共同的时钟：时间间隔未知' },
    };
  }
  const lagMs = effect.startMs - cause.startMs;
  const [least, most] = edge.lag.typicalMs;
  if (quoted) return { lagMs, factor: 1, reason: { en: 'in the same record', zh: '在同一条记录中' } };
  const tolerance = toleranceMs + cause.blurMs + effect.blurMs;
  if (lagMs < -tolerance) return null;
  const nearest = nearestLag(cause, effect.startMs, tolerance);
  if (nearest > (edge.lag.maxMs ?? defaultMaxLagMs) + tolerance) return null;
  const typical = nearest <= most * 1.5 + tolerance && lagMs >= Math.min(least * 0.5, least - tolerance);
  return typical
    ? {
        lagMs,
        factor: 1,
        reason: { en: 'the distance in time is usual for this mechanism', zh: '时间间隔符合该机制的常见范围' },
      }
    : {
        lagMs,
        factor: 0.85,
        reason: {
          en: 'the distance in time is possible, not usual, for this mechanism',
          zh: '时间间隔对该机制而言可能但不常见',
        },
      };
}

/** Distance from the last sign of the cause before the effect; waits that were still going on count from their own start. */
function nearestLag(cause: WorkEpisode, effectStartMs: number, tolerance: number): number {
  let nearest = Infinity;
  for (const event of cause.events) {
    if (event.startMs === null) continue;
    const lag = effectStartMs - event.startMs;
    if (lag >= -tolerance && lag < nearest) nearest = lag;
  }
  return Math.max(0, nearest);
}

function nearSigns(
  ids: readonly string[] | undefined,
  cause: WorkEpisode,
  effect: WorkEpisode,
  bySignature: ReadonlyMap<string, readonly WorkEpisode[]>,
): string[] {
  return (ids ?? []).filter((id) =>
    (bySignature.get(id) ?? []).some(
      (sign) =>
        sign !== cause &&
        sign !== effect &&
        (sign.node === null || effect.node === null || sign.node === effect.node) &&
        (sign.startMs === null || effect.startMs === null || Math.abs(sign.startMs - effect.startMs) <= nearMs),
    ),
  );
}
