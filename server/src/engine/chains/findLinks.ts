/** Tests every causal edge on pairs of episodes: in scope, in time, with the cause's words where the edge asks for them. */
import type { CausalEdge } from '../catalogue/edge';
import type { Catalogue } from '../catalogue/index';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Coverage } from './coverage';
import type { EpisodeIndex } from './episodeIndex';
import type { Quotations } from './quotations';
import { Quoting } from './quoting';
import { type Repetition, repeatedly } from './repetition';
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
  /** Something speaks for it beside time and place: a quotation, an object, what a text says, a sign near by, repetition. */
  readonly isBorneOut: boolean;
  /** No named mechanism: only what kind of trouble usually follows what. */
  readonly byLayer: boolean;
}

/** Signs that support or refute an edge count within this distance of the effect. */
const nearMs = 30 * 60_000;

const baseScore = { necessary: 0.95, likely: 0.8, possible: 0.55 } as const;
/** What happens every day bears out nothing. */
export const weakFactor = 0.6;
const elsewhereFactor = 0.75;
/** No link is more certain than this, except one whose effect quotes its cause. */
const mostScore = 0.98;

/** All links between the episodes that named mechanisms make, in steps. */
export function* findLinks(
  index: EpisodeIndex,
  quotations: Quotations,
  catalogue: Catalogue,
  coverage: Coverage,
): Generator<void, Link[]> {
  const tools = { index, quoting: new Quoting(index.episodes, quotations), coverage };
  const links: Link[] = [];
  for (const edge of catalogue.edges) {
    for (const effectId of edge.effects) {
      const effects = index.of(effectId);
      if (effects.length > 0) yield;
      for (const effect of effects) {
        for (const causeId of edge.causes) {
          for (const cause of index.near(causeId, effect, edge.scope === 'cluster')) {
            const link = cause === effect ? null : testLink(cause, effect, edge, tools);
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
  const signs: Signs = {
    quoted,
    timing,
    agreement,
    says: tools.quoting.says(cause, effect, edge),
    repeats: quoted ? null : repeatedly(cause, effect, edge),
    supports: nearSigns(edge.supportedBy, cause, effect, tools.index),
    refutes: quoted ? [] : nearSigns(edge.refutedBy, cause, effect, tools.index),
  };
  return {
    cause,
    effect,
    edge,
    lagMs: timing.lagMs,
    score: scoreOf(edge, signs) * doubtOf(cause, effect, edge, tools.coverage),
    reasons: reasonsOf(signs),
    quoted,
    isBorneOut: isBorneOut(signs),
    byLayer: false,
  };
}

/** What happens every day, and what may have happened on another node, bears out less. */
function doubtOf(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge, coverage: Coverage): number {
  const weak = cause.isWeak || effect.isWeak ? weakFactor : 1;
  const perhapsElsewhere = edge.scope === 'node' && coverage.isHomeless(cause) !== coverage.isHomeless(effect);
  return weak * (perhapsElsewhere ? elsewhereFactor : 1);
}

/** What speaks for and against a link. */
interface Signs {
  readonly quoted: boolean;
  readonly timing: Timing;
  readonly agreement: Agreement;
  readonly says: boolean | null;
  readonly repeats: Repetition | null;
  readonly supports: readonly Localized[];
  readonly refutes: readonly Localized[];
}

function scoreOf(edge: CausalEdge, signs: Signs): number {
  const base = signs.quoted ? Math.max(baseScore[edge.strength], baseScore.necessary) : baseScore[edge.strength];
  let score = base * signs.timing.factor;
  const raise = (by: number): void => {
    score = Math.min(mostScore, score + by);
  };
  if (signs.agreement === 'yes') raise(0.05);
  if (signs.says === true) raise(0.05);
  if (signs.supports.length > 0) raise(0.1);
  if (signs.repeats?.follows === true) raise(0.15);
  if (signs.repeats?.follows === false) score *= 0.85;
  if (signs.says === false) score *= 0.75;
  return signs.refutes.length > 0 ? score * 0.55 : score;
}

function isBorneOut({ quoted, agreement, says, supports, repeats }: Signs): boolean {
  return quoted || agreement === 'yes' || says === true || supports.length > 0 || repeats?.follows === true;
}

function reasonsOf(signs: Signs): Localized[] {
  const reasons: Localized[] = [];
  const { repeats } = signs;
  if (signs.quoted)
    reasons.push({ en: "the effect's own text quotes the cause", zh: '结果的日志文本中直接引用了原因' });
  reasons.push(signs.timing.reason);
  if (signs.agreement === 'yes') reasons.push({ en: 'both are about the same object', zh: '两者涉及同一对象' });
  if (signs.says === true) reasons.push({ en: 'the text says what this mechanism needs', zh: '文本内容符合该机制' });
  if (signs.says === false)
    reasons.push({ en: 'the text speaks of something else than this mechanism needs', zh: '文本所述与该机制所需不符' });
  if (repeats?.follows === true)
    reasons.push({ en: `it followed each of ${repeats.times} times`, zh: `${repeats.times} 次中每次都随之发生` });
  if (repeats?.follows === false)
    reasons.push({ en: 'it comes and goes without regard to the other', zh: '其出现与否与对方无关' });
  for (const sign of signs.supports) reasons.push({ en: `supported by "${sign.en}"`, zh: `佐证：“${sign.zh}”` });
  for (const sign of signs.refutes)
    reasons.push({ en: `weakened by "${sign.en}"`, zh: `被以下现象削弱：“${sign.zh}”` });
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
