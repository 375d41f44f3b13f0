/** Links what no named mechanism links by the kind of trouble it is: never more than a hint, and called one. */
import type { CausalEdge } from '../catalogue/edge';
import { type Layer, layers } from '../catalogue/layers';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Category } from '../model/category';
import type { Coverage } from './coverage';
import type { Link } from './findLinks';
import { kindsAgree, nodesAgree } from './scope';
import { compareInTime } from './timing';

/** A hint is worth this much when everything fits. */
const bestScore = 0.45;
/** Of a cause that no signature names; the lower one where its writer does not even call it an error. */
const unnamedFactor = 0.9;
const doubtedFactor = 0.8;
/** Without a mechanism nothing speaks for an order against the clocks but stamps that are cut to the second. */
const cutStampMs = 1000;
/** Without a mechanism, more than this between two findings is coincidence. */
const farthestMs = 20 * 60_000;

/** Each layer's step as an edge, so that a hint is told like any other link. */
const edges: ReadonlyMap<
  Category,
  ReadonlyMap<Category, { readonly edge: CausalEdge; readonly place: number }>
> = new Map(layers.map((layer) => [layer.from, new Map(layer.to.map((to, place) => [to, toEntry(layer, to, place)]))]));

function toEntry(layer: Layer, to: Category, place: number): { readonly edge: CausalEdge; readonly place: number } {
  return { edge: toEdge(layer, to), place };
}

function toEdge(layer: Layer, to: Category): CausalEdge {
  return {
    id: `usual-${layer.from}-to-${to}`,
    causes: [],
    effects: [],
    mechanism: layer.mechanism,
    scope: 'node',
    lag: { typicalMs: [0, farthestMs / 4], maxMs: farthestMs },
    strength: 'possible',
    supports: {
      en: 'No mechanism is known for exactly these two; a line that names one would settle it.',
      zh: '这两者之间没有已知的确切机制；若有日志点名其一即可定论。',
    },
    refutes: {
      en: 'The second began before the first, or goes on where the first does not happen.',
      zh: '后者先于前者开始，或在没有前者之处也发生。',
    },
    source: [],
  };
}

/** Kinds of trouble that usually come before another kind. */
export function upstreamOf(category: Category): Category[] {
  return layers.filter((layer) => layer.to.includes(category)).map((layer) => layer.from);
}

/** The hint from one finding to another, or `null` when their kinds, places, objects or times do not fit. */
export function layerLink(cause: WorkEpisode, effect: WorkEpisode, coverage: Coverage): Link | null {
  const entry = edges.get(cause.signature.category)?.get(effect.signature.category);
  if (entry === undefined || cause === effect || cause.signature.role === 'recovery') return null;
  if (cause.isWeak || effect.isWeak) return null;
  if (!nodesAgree(cause, effect, 'node')) return null;
  const agreement = kindsAgree(cause, effect, ['unit', 'device', 'uid', 'pod']);
  // Trouble of one pod says nothing about another one.
  if (agreement === 'no') return null;
  const timing = compareInTime(cause, effect, entry.edge, 'none', coverage);
  if (timing === null || (timing.lagMs !== null && timing.lagMs < -cutStampMs)) return null;
  const score = bestScore * timing.factor * namedness(cause) - entry.place * 0.01;
  return {
    cause,
    effect,
    edge: entry.edge,
    lagMs: timing.lagMs,
    score,
    reasons: [
      {
        en: 'no named mechanism: this kind of trouble usually follows that one',
        zh: '没有确切机制：此类问题通常随彼类而来',
      },
      timing.reason,
    ],
    quoted: false,
    isBorneOut: false,
    byLayer: true,
  };
}

/** Of two causes that fit alike, the one with a name goes first: nobody knows whether the other one matters. */
function namedness({ signature }: WorkEpisode): number {
  if (signature.lastResort !== true) return 1;
  return signature.severity === 'info' ? doubtedFactor : unnamedFactor;
}
