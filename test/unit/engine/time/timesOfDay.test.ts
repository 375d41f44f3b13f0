/** A log that states times of day and no date is read, keeps its order over midnight, and is placed by what stands beside it. */
import assert from 'node:assert/strict';
import { onlySource, triage } from '../../../support/triage';

const panic = 'PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s';
const lines = [
  `23:59:58.100 [main] INFO  starting`,
  `23:59:59.200 [main] ERROR ${panic}`,
  `00:00:01.300 [main] ERROR ${panic}`,
];

describe('a time of day', () => {
  it('is of the day that the name states, and goes on over midnight', () => {
    const report = triage({ 'node-7/agent-20220514.log': lines }, { zone: 'UTC' });
    const source = onlySource(report);
    assert.equal(source.records, 3);
    assert.equal(source.severities.error, 2);
    assert.equal(source.disorder, 0);
    assert.equal(source.first?.text, '23:59:58.100');
    assert.deepEqual(
      report.events.map(({ timeMs }) => timeMs),
      [Date.UTC(2022, 4, 13, 23, 59, 59, 200), Date.UTC(2022, 4, 14, 0, 0, 1, 300)],
    );
    assert.ok(source.clock.evidence.some(({ en }) => en.startsWith('day 2022-05-13: by the date')));
  });

  it('is of the last day before the file was modified when nothing else tells, and it is said that this is assumed', () => {
    const report = triage({ 'node-7/agent.log': lines }, { zone: 'UTC', modifiedMs: Date.UTC(2022, 4, 14, 0, 0, 2) });
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 23, 59, 59, 200));
    assert.ok(onlySource(report).clock.evidence.some(({ en }) => /^day 2022-05-13: .*modified/.test(en)));
  });

  it('counts for nothing before a stamp with a date', () => {
    const report = triage(
      { 'node-7/paste.txt': [`10:31:02.500 E0513 10:30:02.004211   14207 kubelet.go:1216] ${panic}`] },
      { zone: 'UTC', year: 2022 },
    );
    assert.equal(onlySource(report).first?.timeMs, Date.UTC(2022, 4, 13, 10, 30, 2, 4));
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 10, 30, 2, 4));
  });

  it('alone makes no record of what other programs print', () => {
    const outputs = [
      '10:27:47 up 12 days,  3:04,  2 users,  load average: 98.12, 87.40, 66.01',
      '10:27:47 AM     all      5.00',
    ];
    assert.equal(onlySource(triage({ 'uptime.txt': outputs })).records, 0);
  });
});
