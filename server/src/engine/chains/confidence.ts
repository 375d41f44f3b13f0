/** How sure the engine is of a chain, in three words, with the reasons spelled out. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Localized } from '../model/localized';
import type { Confidence } from '../model/report';
import { cautions } from './cautions';
import type { ChainCase } from './chainCase';
import { isSymptomOnly } from './chooseCauses';
import type { Link } from './findLinks';

/** Scores from which on a link or chain is called likely and strong. */
const likelyFrom = 0.6;
const strongFrom = 0.78;
/** Just below the words. */
const atMost: Readonly<Record<Confidence, number>> = {
  strong: 0.99,
  likely: strongFrom - 0.01,
  possible: likelyFrom - 0.01,
};

/** Confidence of one arrow. */
export function linkConfidence(link: Link): Confidence {
  return toConfidence(link.score);
}

function toConfidence(score: number): Confidence {
  if (score >= strongFrom) return 'strong';
  return score >= likelyFrom ? 'likely' : 'possible';
}

/** What a chain is worth. */
export interface Verdict {
  readonly confidence: Confidence;
  /** 0..1, for order among chains. */
  readonly score: number;
  readonly reasons: readonly Localized[];
}

/** Judges a chain by its weakest main link, the amount and variety of its evidence, and what speaks against it. */
export function judgeChain(chain: ChainCase): Verdict {
  if (chain.path.length === 0 && chain.links.length === 0) return judgeLone(chain.root, chain.members.length);
  const weakest = weakestLink(chain);
  const lines = chain.members.reduce((sum, member) => sum + member.count, 0);
  const kinds = new Set(chain.members.map((member) => member.signature.id)).size;
  const reasons: Localized[] = [
    {
      en: `${lines} evidence lines of ${kinds} kinds; the weakest link scores ${weakest.toFixed(2)}`,
      zh: `${kinds} 类共 ${lines} 行证据；最弱一环评分 ${weakest.toFixed(2)}`,
    },
  ];
  let certainty = weakest;
  for (const caution of cautions(chain, lines, kinds)) {
    certainty = Math.min(certainty, atMost[caution.atMost]);
    reasons.push(caution.reason);
  }
  return { confidence: toConfidence(certainty), score: rankOf(certainty, chain, lines, kinds), reasons };
}

/**
 * The weakest arrow on the best supported way from the root to the symptom; steps may have several causes in the chain.
 * Arrows behind the first hint do not count; a hint at the very beginning is all there is to go by.
 */
function weakestLink(chain: ChainCase): number {
  const hint = chain.path.findIndex((link) => link.byLayer);
  if (hint === 0) return chain.path[0]?.score ?? 0;
  const target = hint < 0 ? chain.symptom : (chain.path[hint]?.cause ?? chain.symptom);
  const width = new Map<WorkEpisode, number>([[chain.root, 1]]);
  for (const member of chain.members) {
    for (const link of chain.links) {
      if (link.effect !== member || link.byLayer) continue;
      const through = Math.min(width.get(link.cause) ?? 0, link.score);
      if (through > (width.get(member) ?? 0)) width.set(member, through);
    }
  }
  return width.get(target) ?? chain.path.reduce((least, link) => Math.min(least, link.score), 1);
}

/** Among equally sure chains those with more steps, more kinds and more lines stand first; likely ones come after strong ones. */
function rankOf(certainty: number, chain: ChainCase, lines: number, kinds: number): number {
  const length = Math.max(1, chain.path.length);
  const score =
    certainty * (1 - 0.4 ** length) + Math.min(0.12, Math.log10(lines + 1) * 0.03) + Math.min(0.08, kinds * 0.01);
  return Math.round(Math.min(score, atMost[toConfidence(certainty)]) * 1000) / 1000;
}

const singleFinding: Localized = {
  en: 'a single finding: nothing in these logs explains it or follows from it',
  zh: '孤立的发现：日志中没有其原因，也没有其后果',
};
const severalViews: Localized = {
  en: 'several views of one happening: nothing in these logs explains it or follows from it',
  zh: '同一事件的多种记录：日志中没有其原因，也没有其后果',
};

/** One finding that nothing explains and that explains nothing: worth a look, no chain. */
function judgeLone(root: WorkEpisode, views: number): Verdict {
  const bySeverity = { fatal: 0.3, error: 0.24, warning: 0.16, info: 0.05, debug: 0.02 } as const;
  const score =
    bySeverity[root.signature.severity] +
    Math.min(0.08, Math.log10(root.count + 1) * 0.03) -
    (isSymptomOnly(root) ? 0.02 : 0);
  return {
    confidence: 'possible',
    score: Math.round(score * 1000) / 1000,
    reasons: [views > 1 ? severalViews : singleFinding],
  };
}
