/** Any line of a source has the time that its events have; distances are written and read alike. */
import * as assert from 'node:assert/strict';
import { LinePlacer } from '../../../../server/src/engine/time/placeLine';
import { formatSkew, parseSkew } from '../../../../server/src/engine/time/skewText';
import { onlySource, triage } from '../../../support/triage';

describe('the time of a line', () => {
  const lines = [
    'Dec 31 23:59:58 node-a dockerd: time="2021-12-31T15:59:58Z" level=info msg="x"',
    'Jan  1 00:00:03 node-a cron[1]: tick',
  ];

  it('is that of its stamp by the clock of the source, skew included', () => {
    const source = onlySource(triage({ messages: lines }, { corrections: [{ messages: { skewMs: 500 } }] }));
    const placer = new LinePlacer(source);
    assert.deepEqual(
      lines.map((line, index) => placer.place(line, index + 1)),
      [Date.UTC(2021, 11, 31, 15, 59, 58, 500), Date.UTC(2021, 11, 31, 16, 0, 3, 500)],
    );
  });

  it('counts from the boot where stamps do', () => {
    const text = ['[    1.000000] rtc_cmos 00:02: setting system clock to 2022-05-13T02:27:47 UTC (1652408867)'];
    const source = onlySource(triage({ dmesg: text }));
    assert.equal(new LinePlacer(source).place('[   61.000000] eth0: up', 2), Date.UTC(2022, 4, 13, 2, 28, 47));
  });

  it('is not known without a stamp', () => {
    const source = onlySource(triage({ messages: lines }));
    assert.equal(new LinePlacer(source).place('\tgoes on', 2), null);
    assert.equal(new LinePlacer(source).place('', 2), null);
  });
});

describe('a distance of clocks', () => {
  it('is read in every usual writing', () => {
    assert.deepEqual(
      ['+1.5s', '-1m34.85s', '250ms', '2h', ' - 3 s ', '1h 1ms'].map(parseSkew),
      [1500, -94_850, 250, 7_200_000, -3000, 3_600_001],
    );
    assert.deepEqual(['', '+', 'soon', '5', '1.5m', '1e3s'].map(parseSkew), Array(6).fill(null));
  });

  it('is written so that it is read again', () => {
    assert.deepEqual([-94_850, 0, 1500, 3_600_001].map(formatSkew), ['-1m34.85s', '+0s', '+1.5s', '+1h0.001s']);
    for (const ms of [-94_850, 1, 59_999, 86_400_000]) assert.equal(parseSkew(formatSkew(ms)), ms);
  });
});
