/** Durations as programs write them. */
import * as assert from 'node:assert/strict';
import { toMilliseconds } from '../../../../server/src/engine/match/durations';

describe('a duration', () => {
  it('is read with its own units, or in the given one', () => {
    assert.equal(toMilliseconds('4h19m47.5s', 'go'), 15_587_500);
    assert.equal(toMilliseconds('250ms', 'go'), 250);
    assert.equal(toMilliseconds('57', 's'), 57_000);
    assert.equal(toMilliseconds('19', 'min'), 1_140_000);
  });

  it('is none when nothing has ever begun', () => {
    assert.equal(toMilliseconds('2562047h47m16.854775807s', 'go'), null);
  });

  it('is none when the text is something else', () => {
    for (const text of ['', 'soon', '3 days or so', '1h2']) assert.equal(toMilliseconds(text, 'go'), null);
  });
});
