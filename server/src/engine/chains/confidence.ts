/** How sure the engine is of a chain, in three words, with the reasons spelled out. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { WorkEvent } from '../episodes/workEvent';
import type { Localized } from '../model/localized';
import type { Confidence } from '../model/report';
import type { Link } from './findLinks';

/** Scores from which on a link or chain is called likely and strong. */
const likelyFrom = 0.6;
const strongFrom = 0.78;
/** Trouble right after a start that goes away by itself within this time is how things start. */
const startUpMs = 5 * 60_000;

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
export function judgeChain(
  root: WorkEpisode,
  path: readonly Link[],
  links: readonly Link[],
  episodes: readonly WorkEpisode[],
  events: readonly WorkEvent[],
): Verdict {
  if (path.length === 0) return judgeLone(root);
  const reasons: Localized[] = [];
  const weakest = path.reduce((least, link) => Math.min(least, link.score), 1);
  const average = path.reduce((sum, link) => sum + link.score, 0) / path.length;
  const members = new Set(links.flatMap((link) => [link.cause, link.effect]));
  const lines = [...members].reduce((sum, member) => sum + member.count, 0);
  const kinds = new Set([...members].map((member) => member.signature.id)).size;
  let certainty = Math.min(weakest, average);
  reasons.push({
    en: `${lines} evidence lines of ${kinds} kinds; the weakest link scores ${weakest.toFixed(2)}`,
    zh: `${kinds} 类共 ${lines} 行证据；最弱一环评分 ${weakest.toFixed(2)}`,
  });
  if (root.signature.symptomOnly === true || root.signature.envelope === true) {
    certainty = Math.min(certainty, likelyFrom - 0.01);
    reasons.push({
      en: 'the first step is itself a symptom: the cause is not in these logs',
      zh: '第一步本身只是症状：原因不在这些日志中',
    });
  }
  if (kinds < 3 && lines < 6) {
    certainty = Math.min(certainty, strongFrom - 0.01);
    reasons.push({ en: 'only a few lines bear it out', zh: '仅有少量日志行支持' });
  }
  if (links.every((link) => link.lagMs === null)) {
    certainty = Math.min(certainty, strongFrom - 0.01);
    reasons.push({
      en: 'its order in time cannot be checked: no common clock',
      zh: '没有共同的时钟，无法核对先后顺序',
    });
  }
  if (healedAtStart([...members], episodes, events)) {
    certainty = Math.min(certainty, likelyFrom - 0.01);
    reasons.push({ en: 'it happened right after a start and went away by itself', zh: '发生在启动之后不久并自行消失' });
  }
  const score = Math.min(
    0.99,
    certainty * (1 - 0.4 ** path.length) + Math.min(0.12, Math.log10(lines + 1) * 0.03) + Math.min(0.08, kinds * 0.01),
  );
  return {
    confidence: toConfidence(certainty),
    score: Math.round(Math.min(score, capOf(certainty)) * 1000) / 1000,
    reasons,
  };
}

/** A chain's rank never exceeds its confidence: likely ones come after strong ones. */
function capOf(certainty: number): number {
  if (certainty >= strongFrom) return 0.99;
  return certainty >= likelyFrom ? 0.77 : 0.59;
}

/** One finding that nothing explains and that explains nothing: worth a look, no chain. */
function judgeLone(root: WorkEpisode): Verdict {
  const bySeverity = { fatal: 0.3, error: 0.24, warning: 0.16, info: 0.05, debug: 0.02 } as const;
  const score = bySeverity[root.signature.severity] + Math.min(0.08, Math.log10(root.count + 1) * 0.03);
  return {
    confidence: 'possible',
    score: Math.round(score * 1000) / 1000,
    reasons: [
      {
        en: 'a single finding: nothing in these logs explains it or follows from it',
        zh: '孤立的发现：日志中没有其原因，也没有其后果',
      },
    ],
  };
}

/** Every step began within minutes of a start, and a sign of recovery followed. */
function healedAtStart(
  members: readonly WorkEpisode[],
  episodes: readonly WorkEpisode[],
  events: readonly WorkEvent[],
): boolean {
  const starts = members.flatMap((member) => (member.startMs === null ? [] : [member.startMs]));
  const ends = members.flatMap((member) => (member.endMs === null ? [] : [member.endMs]));
  if (starts.length === 0 || starts.length < members.filter((member) => member.timeline !== 'fact').length)
    return false;
  const first = Math.min(...starts);
  const last = Math.max(...ends);
  if (last - first > startUpMs) return false;
  const near = (episode: WorkEpisode): boolean =>
    episode.startMs !== null &&
    members.some((member) => member.node === episode.node || member.node === null || episode.node === null);
  const started = episodes.some(
    (episode) =>
      episode.signature.marksStart === true &&
      near(episode) &&
      Math.abs((episode.startMs as number) - first) <= startUpMs,
  );
  const recovered = events.some(
    (event) =>
      event.signature.role === 'recovery' &&
      event.atMs !== null &&
      event.atMs >= first &&
      event.atMs <= last + startUpMs,
  );
  return started && recovered;
}
