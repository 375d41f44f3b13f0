/** Every moment of the catalogue is found in its lines and in no other's; its literal stands in all of them. */
import * as assert from 'node:assert/strict';
import { moments } from '../../../../server/src/engine/catalogue/moments';
import { Matcher } from '../../../../server/src/engine/match/matcher';

describe('moments', () => {
  for (const moment of moments) {
    it(`${moment.kind}: ${moment.literal} is found where it should be`, () => {
      const { literals } = new Matcher([], [moment]);
      assert.ok(literals !== undefined && moment.literal.length >= 5 && !/["\\<>&]/.test(moment.literal));
      assert.ok(moment.lateMs[0] < moment.lateMs[1]);
      for (const line of moment.matches) {
        assert.ok(line.includes(moment.literal), line);
        const groups = moment.regex.exec(line)?.groups;
        assert.ok(groups?.key !== undefined || (groups?.namespace === 'prod' && groups.pod === 'web-1'), line);
      }
      for (const line of moment.mustNotMatch) assert.doesNotMatch(line, moment.regex);
    });
  }

  it('are named alike by all who tell of them', () => {
    const matcher = new Matcher([], moments);
    const all = Array.from(moments.keys());
    const names = moments
      .filter(({ kind }) => kind === 'container-started')
      .flatMap(({ matches }) => matches.flatMap((line) => matcher.findMoments(all, line).map(({ name }) => name)));
    assert.equal(new Set(names).size, 1);
  });
});
