/** A floor under the engine's answers: on simulated incidents with known truth it may get better, never worse than this. */
import * as assert from 'node:assert/strict';
import { incidentBundle } from '../simulator/bundle';
import { scenarios } from '../simulator/scenarios/index';
import { simulate, triageBundle } from '../simulator/simulate';

describe('simulated incidents', () => {
  const summary = simulate(3);

  function atLeast(share: number, least: number, what: string): void {
    const wrong = summary.judgements.flatMap((one) => one.complaints.map((text) => `${one.bundle}: ${text}`));
    assert.ok(share >= least, `${what}: ${(share * 100).toFixed(1)} %\n${wrong.join('\n')}`);
  }

  it('cover at least twenty root causes', () => {
    assert.ok(new Set(scenarios.map((scenario) => scenario.id)).size >= 20);
  });

  it('have their root found', () => atLeast(summary.root, 0.92, 'roots'));
  it('have their final symptom found', () => atLeast(summary.symptom, 0.9, 'final symptoms'));
  it('are told with arrows that are true', () => atLeast(summary.linkPrecision, 0.96, 'arrows'));
  it('are told with most of the true arrows', () => atLeast(summary.linkRecall, 0.92, 'true arrows'));
  it('are not seen where nothing is wrong', () => atLeast(summary.leftAlone, 1, 'healthy bundles'));

  it('deserve the word strong nearly always', () => {
    const { right, all } = summary.calibration.strong;
    assert.ok(all > 20 && right / all >= 0.95, `${right} of ${all}`);
  });

  it('give the same report whatever the order of the files', () => {
    for (const scenario of scenarios.slice(0, 6)) {
      const bundle = incidentBundle(scenario, 2);
      const backwards = { ...bundle, files: [...bundle.files].reverse() };
      assert.deepEqual(triageBundle(backwards), triageBundle(bundle), scenario.id);
    }
  });
});
