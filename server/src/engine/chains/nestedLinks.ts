/** Links what one record tells as `outer: inner: innermost`: the inner text is the outer one's reason, whoever wrote it. */
import type { CausalEdge } from '../catalogue/edge';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import { type Link, weakFactor } from './findLinks';
import type { Quotations } from './quotations';

const nested: CausalEdge = {
  id: 'named-in-its-text',
  causes: [],
  effects: [],
  mechanism: { en: 'Its own text gives this as the reason.', zh: '其日志文本自身即以此为原因。' },
  scope: 'record',
  lag: { typicalMs: [0, 0], maxMs: null },
  strength: 'likely',
  supports: { en: 'The same reason stands in each of its lines.', zh: '其每一行都写着同样的原因。' },
  refutes: {
    en: 'The text names it for another reason than to explain itself.',
    zh: '文本提到它并非为了说明原因。',
  },
  source: [],
};
const nestedScore = 0.9;
/** Where only a few of the outer lines name it, it explains only those. */
const partialScore = 0.7;
const mostLines = 0.5;
/** What a link is still worth when its effect's text names another reason. */
const otherReason = 0.7;
const namesAnother: Localized = {
  en: "the effect's own text names another reason",
  zh: '结果的日志文本写明了另一个原因',
};

/**
 * Lowers links into effects whose own text mostly names another reason: what such a text says outweighs what merely fits in time.
 * Links from that reason's own causes are not touched; they explain the effect through it.
 */
export function weakenAgainstText(links: readonly Link[]): Link[] {
  const reasons = new Map<WorkEpisode, Set<WorkEpisode>>();
  for (const link of links) {
    if (!link.quoted || link.score < nestedScore) continue;
    const known = reasons.get(link.effect) ?? new Set<WorkEpisode>();
    reasons.set(link.effect, known);
    known.add(link.cause);
  }
  return links.map((link) => {
    const named = link.quoted ? undefined : reasons.get(link.effect);
    if (named === undefined || named.has(link.cause)) return link;
    const score = link.score * otherReason;
    return { ...link, score, reasons: [...link.reasons, namesAnother] };
  });
}

/** One link for each pair of episodes of which the one is quoted in records of the other and no named mechanism links the two. */
export function nestedLinks(
  quotations: Quotations,
  known: readonly Link[],
  areViews: (a: WorkEpisode, b: WorkEpisode) => boolean,
): Link[] {
  const linked = new Map<WorkEpisode, Set<WorkEpisode>>();
  for (const { cause, effect } of known) {
    // Who quotes nobody and is quoted by nobody needs no looking up.
    if (quotations.get(cause)?.has(effect) === true) note(linked, cause, effect);
    if (quotations.get(effect)?.has(cause) === true) note(linked, effect, cause);
  }
  return [...quotations].flatMap(([cause, effects]) =>
    [...effects]
      .filter(([effect]) => linked.get(cause)?.has(effect) !== true && !areViews(cause, effect))
      .map(([effect, records]) => toLink(cause, effect, records)),
  );
}

function note(linked: Map<WorkEpisode, Set<WorkEpisode>>, cause: WorkEpisode, effect: WorkEpisode): void {
  const known = linked.get(cause);
  if (known === undefined) linked.set(cause, new Set([effect]));
  else known.add(effect);
}

function toLink(cause: WorkEpisode, effect: WorkEpisode, records: number): Link {
  return {
    cause,
    effect,
    edge: nested,
    lagMs:
      cause.startMs === null || effect.startMs === null
        ? null
        : Math.max(0, Math.round(effect.startMs - cause.startMs)),
    score:
      (records >= effect.events.length * mostLines ? nestedScore : partialScore) *
      (cause.isWeak || effect.isWeak ? weakFactor : 1),
    reasons: [{ en: `${records} of its records name it`, zh: `其中 ${records} 条记录点名了它` }],
    quoted: true,
    isBorneOut: true,
    byLayer: false,
  };
}
