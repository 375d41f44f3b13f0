/** Runs the engine on many simulated bundles and sums up how often it was right. */
import type { Confidence, Report } from '../../server/src/engine/index';
import { createEngine } from '../../server/src/engine/index';
import type { Bundle } from './bundle';
import { healthyBundle, incidentBundle } from './bundle';
import type { Judgement } from './judge';
import { judge } from './judge';
import { healthyStories } from './noise';
import { scenarios } from './scenarios/index';

/** Shares from 0 to 1, and what they were counted on. */
export interface Summary {
  readonly judgements: readonly Judgement[];
  readonly root: number;
  readonly symptom: number;
  readonly leftAlone: number;
  readonly linkPrecision: number;
  readonly linkRecall: number;
  /** How often first chains of each confidence had the right root. */
  readonly calibration: Readonly<Record<Confidence, { readonly right: number; readonly all: number }>>;
}

/** The report on a bundle. */
export function triageBundle(bundle: Bundle): Report {
  const engine = createEngine();
  for (const file of bundle.files) {
    const reader = engine.openSource({ id: file.name, modifiedMs: bundle.modifiedMs });
    reader.push(Uint8Array.from(Buffer.from(`${file.lines.map((line) => line.text).join('\n')}\n`)));
    reader.end();
  }
  return engine.report();
}

/** Judges so many tellings of every scenario and of every healthy story. */
export function simulate(tellings: number, only?: string): Summary {
  const judgements: Judgement[] = [];
  for (let seed = 1; seed <= tellings; seed++) {
    for (const scenario of scenarios) {
      if (only !== undefined && !scenario.id.includes(only)) continue;
      const bundle = incidentBundle(scenario, seed);
      judgements.push(judge(bundle, triageBundle(bundle)));
    }
    for (let index = 0; index < healthyStories.length; index++) {
      const bundle = healthyBundle(index, seed);
      if (only === undefined || bundle.id.includes(only)) judgements.push(judge(bundle, triageBundle(bundle)));
    }
  }
  return summarise(judgements);
}

function summarise(judgements: readonly Judgement[]): Summary {
  const sum = (pick: (one: Judgement) => number): number => judgements.reduce((total, one) => total + pick(one), 0);
  const calibration = {
    strong: calibrate(judgements, 'strong'),
    likely: calibrate(judgements, 'likely'),
    possible: calibrate(judgements, 'possible'),
  };
  const right = sum((one) => one.linksRight);
  return {
    judgements,
    root: share(judgements, (one) => one.rootRight),
    symptom: share(judgements, (one) => one.symptomRight),
    leftAlone: share(judgements, (one) => one.leftAlone),
    linkPrecision: right / Math.max(1, right + sum((one) => one.linksWrong)),
    linkRecall:
      sum((one) => one.linksFound) /
      Math.max(
        1,
        sum((one) => one.linksTrue),
      ),
    calibration,
  };
}

function share(judgements: readonly Judgement[], answer: (one: Judgement) => boolean | null): number {
  const asked = judgements.filter((one) => answer(one) !== null);
  return asked.length === 0 ? 1 : asked.filter((one) => answer(one)).length / asked.length;
}

function calibrate(judgements: readonly Judgement[], confidence: Confidence): { right: number; all: number } {
  const told = judgements.filter((one) => one.confidence === confidence && one.leftAlone !== true);
  return { right: told.filter((one) => one.rootRight === true).length, all: told.length };
}
