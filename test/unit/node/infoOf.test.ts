/** What is told of a source before its first byte: dates that an archive made up are not among it. */
import * as assert from 'node:assert/strict';
import { infoOf } from '../../../server/src/node/readSources';

describe('the dates of a member', () => {
  const told = (ms: number) =>
    infoOf({
      id: 'a.tar!/messages',
      modifiedMs: ms,
      dates: [{ wallMs: ms, precision: 'second', bound: 'until', from: 'entry', text: String(ms) }],
    });

  it('are those of a calendar that logs were written in', () => {
    const ms = Date.UTC(2022, 4, 14);
    assert.equal(told(ms).modifiedMs, ms);
    assert.equal(told(ms).statedDates?.length, 1);
  });

  for (const ms of [0, Date.UTC(1980, 0, 1), -1e15, 9e15, 1e303, Number.NaN]) {
    it(`are none when the archive says ${ms}`, () => {
      assert.equal(told(ms).modifiedMs, null);
      assert.deepEqual(told(ms).statedDates, []);
    });
  }
});
