/** Whatever node-problem-detector's log monitors name, Causeline names too. */
import { strict as assert } from 'node:assert';
import { createEngine } from '../../../server/src/engine/index';
import { detectorLines } from '../../support/detectorLines';

describe('what node-problem-detector looks for', () => {
  for (const { reason, line } of detectorLines) {
    it(`is recognised: ${reason}: ${line.slice(0, 90)}`, () => {
      const engine = createEngine();
      const reader = engine.openSource({ id: 'messages', modifiedMs: null });
      // One line of some kinds proves nothing and stays quiet; a run of them does not.
      reader.push(new TextEncoder().encode(`${line}\n`.repeat(12)));
      reader.end();
      assert.notEqual(engine.report().events.length, 0);
    });
  }
});
