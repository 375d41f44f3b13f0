/** Zones as users and outputs write them, with their summer times. */
import * as assert from 'node:assert/strict';
import { parseZone } from '../../../../server/src/engine/time/zone';

const minutesNow = (text: string): number | null => parseZone(text)?.atUtc(Date.UTC(2022, 4, 13)) ?? null;

describe('a zone', () => {
  it('is read in every usual writing', () => {
    assert.deepEqual(
      ['+08:00', '-0530', '+2', 'UTC', 'Z', 'utc+8', 'CEST', 'Asia/Shanghai'].map(minutesNow),
      [480, -330, 120, 0, 0, 480, 120, 480],
    );
  });

  it('is nothing when it is empty, ambiguous or none', () => {
    assert.deepEqual(['', '  ', 'CST', '+99', '+01:75', 'Mars/Base', '../etc'].map(minutesNow), Array(7).fill(null));
  });

  it('with a name has its summer time', () => {
    const berlin = parseZone('Europe/Berlin');
    assert.equal(berlin?.atUtc(Date.UTC(2022, 0, 1)), 60);
    assert.equal(berlin?.atUtc(Date.UTC(2022, 6, 1)), 120);
    assert.equal(berlin?.atWall(Date.UTC(2022, 2, 27, 1, 59)), 60);
    assert.equal(berlin?.atWall(Date.UTC(2022, 2, 27, 3, 1)), 120);
  });

  it('gives the hour that comes twice both its offsets', () => {
    const berlin = parseZone('Europe/Berlin');
    const twice = Date.UTC(2022, 9, 30, 2, 30);
    assert.deepEqual([berlin?.atWall(twice), berlin?.atWall(twice, true)], [120, 60]);
  });
});
