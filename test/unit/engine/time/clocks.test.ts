/** Years and zones that a source does not state are found in what stands beside it, and it is said how. */
import * as assert from 'node:assert/strict';
import { onlySource, triage } from '../../../support/triage';

const klogLine =
  'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded';

describe('the year of a source', () => {
  it('comes from the inner stamp of its own records', () => {
    const source = onlySource(
      triage({ messages: ['May 13 10:27:47 node-a dockerd: time="2019-05-13T02:27:47Z" level=info msg="x"'] }),
    );
    assert.equal(source.clock.year, 2019);
    assert.equal(source.clock.yearFrom, 'inferred');
  });

  it('comes from a sibling of the same node', () => {
    const report = triage({
      'a/messages': ['May 13 10:27:47 node-a dockerd: time="2019-05-13T02:27:47Z" level=info msg="x"'],
      'a/kubelet.log': [klogLine],
    });
    assert.equal(report.sources[1]?.clock.year, 2019);
    assert.equal(report.sources[1]?.first?.timeMs, Date.UTC(2019, 4, 13, 2, 31, 2, 4));
  });

  it('rolls over at New Year, also against small disorder', () => {
    const lines = ['Dec 31 23:59:58', 'Jan  1 00:00:01', 'Dec 31 23:59:59', 'Jan  1 00:00:03'].map(
      (stamp) => `${stamp} node-a cron[1]: tick`,
    );
    const source = onlySource(triage({ messages: lines }, { modifiedMs: Date.UTC(2022, 0, 5) }));
    assert.equal(source.first?.timeMs, Date.UTC(2021, 11, 31, 23, 59, 58));
    assert.equal(source.last?.timeMs, Date.UTC(2022, 0, 1, 0, 0, 3));
  });

  it('knows that 29 February needs a leap year', () => {
    const source = onlySource(
      triage({ messages: ['Feb 29 10:00:00 node-a cron[1]: tick'] }, { modifiedMs: Date.UTC(2023, 5, 1) }),
    );
    assert.equal(source.first?.timeMs, Date.UTC(2020, 1, 29, 10));
  });

  it('is in the name of a rotated file', () => {
    const source = onlySource(
      triage({ 'messages-20210513': ['May 12 10:00:00 node-a cron[1]: tick'] }, { modifiedMs: Date.UTC(2024, 1, 1) }),
    );
    assert.equal(source.clock.year, 2021);
  });

  it('is the last one before the file was modified when nothing else tells, and says so', () => {
    const source = onlySource(
      triage({ messages: ['Dec 30 10:00:00 node-a cron[1]: tick'] }, { modifiedMs: Date.UTC(2022, 0, 5) }),
    );
    assert.equal(source.clock.year, 2021);
    assert.equal(source.clock.yearFrom, 'assumed');
  });

  it('is what the user says', () => {
    const source = onlySource(
      triage(
        { messages: ['May 13 10:27:47 node-a dockerd: time="2019-05-13T02:27:47Z" level=info msg="x"'] },
        { year: 2018 },
      ),
    );
    assert.equal(source.clock.year, 2018);
    assert.equal(source.clock.yearFrom, 'user');
  });
});

describe('the zone of a source', () => {
  it('is how far the records are from their inner UTC stamps', () => {
    const source = onlySource(
      triage({
        messages: [
          'May 13 10:27:47 node-a dockerd: time="2022-05-13T02:27:46.9Z" level=info msg="x"',
          'May 13 10:27:48 node-a dockerd: time="2022-05-13T02:27:48Z" level=info msg="y"',
        ],
      }),
    );
    assert.equal(source.clock.zone, '+08:00');
    assert.equal(source.clock.zoneFrom, 'inferred');
    assert.equal(source.first?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 47));
  });

  it('is found across midnight and New Year', () => {
    const source = onlySource(
      triage({ messages: ['Jan  1 07:59:59 node-a dockerd: time="2021-12-31T23:59:59Z" level=info msg="x"'] }),
    );
    assert.equal(source.clock.zone, '+08:00');
    assert.equal(source.clock.year, 2022);
  });

  it('is UTC, and called assumed, when nothing tells', () => {
    const source = onlySource(triage({ 'kubelet.log': [klogLine] }));
    assert.equal(source.clock.zone, '+00:00');
    assert.equal(source.clock.zoneFrom, 'assumed');
  });

  it('is what the stamp states', () => {
    const source = onlySource(triage({ 'a.log': ['2022-05-13T10:27:47+0800 node-a kubelet[1]: x'] }));
    assert.equal(source.clock.zoneFrom, 'stated');
    assert.equal(source.first?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 47));
  });
});

describe('the time of an event', () => {
  it("is the record's own stamp even when it was written minutes later", () => {
    const late =
      'Oct  8 16:09:01 node-a k3s[6996]: E1008 16:02:24.139967    6996 kubelet.go:1846] skipping pod synchronization - PLEG is not healthy: pleg was last seen active 4m51.7s ago; threshold is 3m0s';
    const report = triage({ syslog: [late] }, { year: 2020 });
    assert.equal(report.sources[0]?.first?.timeMs, Date.UTC(2020, 9, 8, 16, 9, 1));
    assert.equal(report.events[0]?.timeMs, Date.UTC(2020, 9, 8, 16, 2, 24, 139));
  });

  it('is on the calendar for seconds since boot when another source of the node ties them to it', () => {
    const report = triage({
      'n/dmesg': ['[  100.500000] INFO: task dockerd:123 blocked for more than 120 seconds.'],
      'n/syslog': ['2022-05-13T10:00:00Z node-a kernel: [   90.000000] usb 1-1: new device'],
    });
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 10, 0, 10, 500));
  });
});
