/** What keeps a chain from being called surer than it is: symptoms at its beginning, little evidence, cut logs, what passed by itself. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { matches } from '../match/pattern';
import type { Localized } from '../model/localized';
import type { Confidence } from '../model/report';
import type { ChainCase } from './chainCase';
import { isSymptomOnly } from './chooseCauses';
import { impactOf, noticed } from './impact';

/** A reason not to call a chain surer than `atMost`. */
export interface Caution {
  readonly atMost: Confidence;
  readonly reason: Localized;
}

/** Trouble right after a start that goes away by itself within this time is how things start. */
const startUpMs = 5 * 60_000;
/** What was over this soon, and did not come back, passed by itself. */
const briefMs = 60_000;
/** So much quiet log afterwards shows that it did not come back. */
const calmMs = 5 * 60_000;

/** All that apply, the gravest first. */
export function cautions(chain: ChainCase, lines: number, kinds: number): Caution[] {
  const found = [
    beginsWithSymptom(chain),
    saysNotWhy(chain),
    restsOnHint(chain),
    mayBeStart(chain),
    healedAtStart(chain),
    passedByItself(chain),
    fewLines(lines, kinds),
    orderUnknown(chain),
    rootUnseen(chain),
  ];
  return found.filter((caution): caution is Caution => caution !== null);
}

function beginsWithSymptom(chain: ChainCase): Caution | null {
  if (!isSymptomOnly(chain.root)) return null;
  return {
    atMost: 'possible',
    reason: {
      en: 'the first step is itself a symptom: the cause is not in these logs',
      zh: '第一步本身只是症状：原因不在这些日志中',
    },
  };
}

function saysNotWhy(chain: ChainCase): Caution | null {
  if (chain.root.signature.saysNotWhy !== true) return null;
  return {
    atMost: 'likely',
    reason: { en: 'the first step says that it failed, not why', zh: '第一步只说明失败，没有说明原因' },
  };
}

function restsOnHint(chain: ChainCase): Caution | null {
  const hint = chain.path.findIndex((link) => link.byLayer);
  if (hint < 0) return null;
  const step = chain.path[hint]?.effect.signature.title as Localized;
  return {
    atMost: hint === 0 ? 'possible' : 'strong',
    reason: {
      en: `"${step.en}" is linked by its kind and time only, by no known mechanism`,
      zh: `“${step.zh}”仅凭类别和时间相连，没有已知机制`,
    },
  };
}

function fewLines(lines: number, kinds: number): Caution | null {
  if (kinds >= 3 || lines >= 6) return null;
  return { atMost: 'likely', reason: { en: 'only a few lines bear it out', zh: '仅有少量日志行支持' } };
}

function orderUnknown(chain: ChainCase): Caution | null {
  if (!chain.links.every((link) => link.lagMs === null)) return null;
  return {
    atMost: 'likely',
    reason: { en: 'its order in time cannot be checked: no common clock', zh: '没有共同的时钟，无法核对先后顺序' },
  };
}

/** A log that begins with the root does not show what was before it, unless the root's own words say since when. */
function rootUnseen(chain: ChainCase): Caution | null {
  const silence = chain.coverage.silenceBefore(chain.root);
  if (silence === null || !chain.coverage.beginsUnseen(chain.root)) return null;
  if (chain.root.events.some((event) => event.raw.beganBeforeMs > 0)) return null;
  const seconds = Math.round(silence / 1000);
  return {
    atMost: 'likely',
    reason: {
      en: `the log of the first step starts ${seconds} s before it: what came earlier was not collected`,
      zh: `第一步所在的日志在其 ${seconds} 秒前才开始：更早的内容未被采集`,
    },
  };
}

/** Only a few seconds were collected, and all of them say what every start says for so long. */
function mayBeStart(chain: ChainCase): Caution | null {
  const usual = chain.root.signature.normalAtStart;
  if (usual === undefined || !chain.root.events.every((event) => matches(usual, event.raw.text))) return null;
  const span = spanOf(chain.members);
  if (span === null || span.lastMs - span.firstMs > briefMs || !chain.coverage.beginsUnseen(chain.root)) return null;
  if (chain.members.some((member) => impactOf(member) >= noticed)) return null;
  return {
    atMost: 'possible',
    reason: {
      en: 'only its first seconds were collected, and a start says the same for so long',
      zh: '只采集到最初几秒，而正常启动在这段时间内也会这样记录',
    },
  };
}

/** Every step began within minutes of a start, and a sign of recovery followed. */
function healedAtStart(chain: ChainCase): Caution | null {
  const span = spanOf(chain.members);
  if (span === null || span.lastMs - span.firstMs > startUpMs) return null;
  const started = chain.starts.some(
    (episode) =>
      episode.startMs !== null &&
      Math.abs(episode.startMs - span.firstMs) <= startUpMs &&
      isNearAny(episode, chain.members),
  );
  if (!started) return null;
  const recovered = chain.recoveries.some(
    (event) =>
      event.atMs !== null && event.atMs + event.blurMs >= span.firstMs && event.atMs <= span.lastMs + startUpMs,
  );
  if (!recovered) return null;
  return {
    atMost: 'possible',
    reason: { en: 'it happened right after a start and went away by itself', zh: '发生在启动之后不久并自行消失' },
  };
}

/** Brief, without a consequence that users notice, and the logs go on without it. */
function passedByItself(chain: ChainCase): Caution | null {
  const span = spanOf(chain.members);
  if (span === null || span.lastMs - span.firstMs > briefMs) return null;
  // What users notice is no less of an incident for being brief.
  if (chain.members.some((member) => impactOf(member) >= noticed)) return null;
  if (!chain.members.every((member) => (chain.coverage.silenceAfter(member) ?? 0) >= calmMs)) return null;
  return {
    atMost: 'possible',
    reason: {
      en: 'it was over within a minute, nothing that users notice followed, and the logs go on without it',
      zh: '一分钟内即已结束，没有用户可感知的后果，其后的日志也不再出现',
    },
  };
}

/** From the first beginning to the last end; `null` when a step has no time. */
function spanOf(members: readonly WorkEpisode[]): { readonly firstMs: number; readonly lastMs: number } | null {
  const timed = members.filter((member) => member.timeline !== 'fact');
  if (timed.length === 0 || timed.some((member) => member.startMs === null)) return null;
  return {
    firstMs: timed.reduce((least, member) => Math.min(least, member.startMs as number), Infinity),
    lastMs: timed.reduce((most, member) => Math.max(most, member.endMs ?? (member.startMs as number)), -Infinity),
  };
}

function isNearAny(episode: WorkEpisode, members: readonly WorkEpisode[]): boolean {
  return members.some((member) => member.node === episode.node || member.node === null || episode.node === null);
}
