/** Tests every causal edge on pairs of episodes: in scope, in time, with the cause's words where the edge asks for them. */
import type { CausalEdge } from '../catalogue/edge';
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Coverage } from './coverage';
import type { EpisodeIndex } from './episodeIndex';
import { Quoting } from './quoting';
import { type Agreement, nodesAgree, objectsAgree } from './scope';
import { compareInTime, type Timing } from './timing';

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
  /** The effect's own text names the cause. */
  readonly quoted: boolean;
  /** No named mechanism: only what kind of trouble usually follows what. */
  readonly byLayer: boolean;
}

/** Signs that support or refute an edge count within this distance of the effect. */
const nearMs = 30 * 60_000;

const baseScore = { necessary: 0.95, likely: 0.8, possible: 0.55 } as const;
/** No link is more certain than this, except one whose effect quotes its cause. */
const mostScore = 0.98;

/** All links between the episodes that named mechanisms make. */
export function findLinks(index: EpisodeIndex, catalogue: Catalogue, coverage: Coverage): Link[] {
  const quoting = new Quoting();
  const links: Link[] = [];
  for (const edge of catalogue.edges) {
    for (const effectId of edge.effects) {
      for (const effect of index.of(effectId)) {
        for (const causeId of edge.causes) {
          for (const cause of index.near(causeId, effect, edge.scope === 'cluster')) {
            const link = cause === effect ? null : testLink(cause, effect, edge, { index, quoting, coverage });
            if (link !== null) links.push(link);
          }
        }
      }
    }
  }
  return links;
}

interface Tools {
  readonly index: EpisodeIndex;
  readonly quoting: Quoting;
  readonly coverage: Coverage;
}

function testLink(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge, tools: Tools): Link | null {
  if (!nodesAgree(cause, effect, edge.scope)) return null;
  const agreement = objectsAgree(cause, effect, edge);
  if (agreement === 'no') return null;
  const quote = tools.quoting.quote(cause, effect, edge);
  if (edge.strength === 'necessary' && quote === 'none') return null;
  if (edge.scope === 'record' && quote !== 'record') return null;
  const timing = compareInTime(cause, effect, edge, quote, tools.coverage);
  if (timing === null) return null;
  const quoted = quote !== 'none';
  const supports = nearSigns(edge.supportedBy, cause, effect, tools.index);
  const refutes = quoted ? [] : nearSigns(edge.refutedBy, cause, effect, tools.index);
  return {
    cause,
    effect,
    edge,
    lagMs: timing.lagMs,
    score: scoreOf(edge, quoted, timing, agreement, supports.length > 0, refutes.length > 0),
    reasons: reasonsOf(quoted, timing, agreement, supports, refutes),
    quoted,
    byLayer: false,
  };
}

function scoreOf(
  edge: CausalEdge,
  quoted: boolean,
  timing: Timing,
  agreement: Agreement,
  isSupported: boolean,
  isRefuted: boolean,
): number {
  let score =
    (quoted ? Math.max(baseScore[edge.strength], baseScore.necessary) : baseScore[edge.strength]) * timing.factor;
  if (agreement === 'yes') score = Math.min(mostScore, score + 0.05);
  if (isSupported) score = Math.min(mostScore, score + 0.1);
  return isRefuted ? score * 0.55 : score;
}

function reasonsOf(
  quoted: boolean,
  timing: Timing,
  agreement: Agreement,
  supports: readonly Localized[],
  refutes: readonly Localized[],
): Localized[] {
  const reasons: Localized[] = [];
  if (quoted) reasons.push({ en: "the effect's own text quotes the cause", zh: '结果的日志文本中直接引用了原因' });
  reasons.push(timing.reason);
  if (agreement === 'yes') reasons.push({ en: 'both are about the same object', zh: '两者涉及同一对象' });
  for (const sign of supports) reasons.push({ en: `supported by "${sign.en}"`, zh: `佐证：“${sign.zh}”` });
  for (const sign of refutes) reasons.push({ en: `weakened by "${sign.en}"`, zh: `被以下现象削弱：“${sign.zh}”` });
  return reasons;
}

/** Titles of those signatures that are present near the effect. */
function nearSigns(
  ids: readonly string[] | undefined,
  cause: WorkEpisode,
  effect: WorkEpisode,
  index: EpisodeIndex,
): Localized[] {
  return (ids ?? []).flatMap((id) => {
    const sign = index.near(id, effect, false).find((one) => one !== cause && one !== effect && isNear(one, effect));
    return sign === undefined ? [] : [sign.signature.title];
  });
}

function isNear(sign: WorkEpisode, effect: WorkEpisode): boolean {
  if (sign.startMs === null || effect.startMs === null) return true;
  return sign.startMs - effect.startMs <= nearMs && effect.startMs - (sign.endMs ?? sign.startMs) <= nearMs;
}
