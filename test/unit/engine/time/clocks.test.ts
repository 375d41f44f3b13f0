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
    const source = report.sources.find((one) => one.id === 'a/kubelet.log');
    assert.equal(source?.clock.year, 2019);
    assert.equal(source?.first?.timeMs, Date.UTC(2019, 4, 13, 2, 31, 2, 4));
  });

  it('is not decided by a neighbour that is thousands of years ahead', () => {
    const messages = ['May 13 10:27:47 node-a cron[1]: tick'];
    const yearOf = (app: readonly string[]): number | null | undefined =>
      triage({ messages, 'app.log': app }, { modifiedMs: Date.UTC(2021, 5, 1) }).sources.find(
        ({ id }) => id === 'messages',
      )?.clock.year;
    const broken = '9999-05-13T10:00:00Z level=info msg="valid until"';
    const sound = ['2019-05-13T10:00:01Z level=info msg="a"', '2019-05-13T10:00:02Z level=info msg="b"'];
    assert.equal(yearOf([broken]), 2021);
    assert.equal(yearOf([broken, ...sound]), 2019);
    assert.equal(yearOf([...sound, broken]), 2019);
  });

  it('of an inner stamp without one is that of the record, also where the clock was set by decades', () => {
    const { events } = triage({
      messages: [
        '1970-01-01T00:00:20+00:00 node-a systemd[1]: Started NTP client',
        `2022-05-13T10:31:02+00:00 node-a kubelet[4]: ${klogLine}`,
        '2022-05-13T10:31:03+00:00 node-a kubelet[4]: E1231 23:59:59.000000    4 kubelet.go:1216] Container garbage collection failed: x',
      ],
    });
    const times = events.filter(({ signature }) => signature === 'container-gc-failed').map(({ timeMs }) => timeMs);
    assert.deepEqual(times, [Date.UTC(2022, 4, 13, 10, 31, 2, 4), Date.UTC(2021, 11, 31, 23, 59, 59)]);
  });

  it('stated by a record makes a step back by decades disorder, so that no search by time passes over it', () => {
    const at = (year: number): string => `${year}-05-13T10:31:02+00:00 node-a cron[1]: tick`;
    assert.equal(onlySource(triage({ messages: [at(2022), at(2064), at(2022), at(2022)] })).disorder, 1);
    const yearless = ['Dec 31 23:59:58', 'Jan  1 00:00:01'].map((stamp) => `${stamp} node-a cron[1]: tick`);
    assert.equal(onlySource(triage({ messages: yearless })).disorder, 0);
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

  it('is the one before when a name dates the file after a New Year', () => {
    const source = onlySource(
      triage(
        { 'messages-20220102': ['Dec 27 10:00:00 node-a cron[1]: tick', 'Jan  2 03:00:00 node-a cron[1]: tick'] },
        { modifiedMs: Date.UTC(2024, 1, 1) },
      ),
    );
    assert.equal(source.first?.timeMs, Date.UTC(2021, 11, 27, 10));
    assert.equal(source.last?.timeMs, Date.UTC(2022, 0, 2, 3));
    assert.equal(source.clock.yearFrom, 'inferred');
  });

  it('is behind that of a rotated part which its name dates', () => {
    const report = triage(
      {
        'n/messages-20230101': ['Dec 25 23:59:58 node-a cron[1]: tick', 'Dec 31 23:59:59 node-a cron[1]: tick'],
        'n/messages': ['Jan  1 00:00:01 node-a cron[1]: tick'],
      },
      { modifiedMs: Date.UTC(2026, 5, 3) },
    );
    const source = report.sources.find(({ id }) => id === 'n/messages');
    assert.equal(source?.first?.timeMs, Date.UTC(2023, 0, 1, 0, 0, 1));
    assert.equal(source?.clock.yearFrom, 'inferred');
  });

  it('is in the name of the archive', () => {
    const source = onlySource(
      triage(
        { 'sosreport-node-a-2019-11-20-abcdefg.tar.xz!/var/log/messages': ['Nov 19 10:00:00 node-a cron[1]: tick'] },
        { modifiedMs: Date.UTC(2024, 1, 1) },
      ),
    );
    assert.equal(source.clock.year, 2019);
  });

  it("is in the journal's header", () => {
    const source = onlySource(
      triage({
        'journal.txt': [
          '-- Logs begin at Mon 2018-12-24 08:00:00 UTC, end at Wed 2019-01-02 12:00:00 UTC. --',
          'Dec 30 10:00:00 node-a cron[1]: tick',
          'Jan  2 11:00:00 node-a cron[1]: tick',
        ],
      }),
    );
    assert.equal(source.first?.timeMs, Date.UTC(2018, 11, 30, 10));
    assert.equal(source.clock.zoneFrom, 'inferred');
  });

  it("is in klog's header, as is the machine's name", () => {
    const source = onlySource(
      triage({
        'kubelet.INFO': [
          'Log file created at: 2018/12/31 23:59:00',
          'Running on machine: node-a',
          'Binary: Built with gc go1.8.3 for linux/amd64',
          'Log line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg',
          'I1231 23:59:02.004211   14207 a.go:1] x',
          'I0101 00:00:02.004211   14207 a.go:1] x',
        ],
      }),
    );
    assert.deepEqual(
      [source.first?.timeMs, source.last?.timeMs],
      [Date.UTC(2018, 11, 31, 23, 59, 2, 4), Date.UTC(2019, 0, 1, 0, 0, 2, 4)],
    );
    assert.deepEqual([source.node, source.records, source.unparsedLines], ['node-a', 2, 0]);
  });

  it('is in the instants that messages quote', () => {
    const source = onlySource(
      triage({
        'kubelet.log': [
          'I0915 19:50:16.093109  583043 http.go:134] Probe succeeded for https://10.0.0.7:4443/readyz, Response: {200 OK map[Date:[Fri, 15 Sep 2017 11:50:16 GMT]]}',
        ],
      }),
    );
    assert.equal(source.clock.year, 2017);
    assert.equal(source.clock.zone, '+08:00');
    assert.equal(source.first?.timeMs, Date.UTC(2017, 8, 15, 11, 50, 16, 93));
  });

  it('is that of dates of the same day which messages mention, and of no other dates', () => {
    const source = onlySource(
      triage({
        'apiserver.log': [
          'I1119 11:57:01.601922    4178 a.go:1] serving certificate valid from 2020-11-19 10:56:29 +0000 UTC to 2021-11-19 10:56:29 +0000 UTC (now=2020-11-19 11:57:01.6 +0000 UTC)',
          'I1119 11:57:02.601922    4178 a.go:1] authority valid until 2030-03-17 11:50:00 +0000 UTC',
        ],
      }),
    );
    assert.deepEqual([source.clock.year, source.clock.yearFrom], [2020, 'inferred']);
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

  it('is in the times of its own process that messages quote, in continuation lines too', () => {
    const source = onlySource(
      triage({
        'kubelet.log': [
          'I0513 10:31:02.004211   14207 pod_startup_latency_tracker.go:102] "Observed pod startup duration" pod="a/b" watchObserveRunningTime="2022-05-13 10:31:01.9 +0800 CST m=+77.5"',
          'I0513 10:31:03.004211   14207 round_trippers.go:570] Response Headers:',
          '    Date: Fri, 13 May 2022 02:31:03 GMT',
        ],
      }),
    );
    assert.deepEqual([source.clock.zone, source.clock.zoneFrom], ['+08:00', 'inferred']);
  });

  it('is not believed of a quoted instant that is no whole quarter of an hour away', () => {
    const source = onlySource(
      triage({
        'a.log': ['I0513 10:31:02.004211   14207 a.go:1] created at 2022-05-13 02:20:00.5 +0000 UTC m=+77.5'],
      }),
    );
    assert.equal(source.clock.zoneFrom, 'assumed');
  });

  it('changes with summer time where the pairs change', () => {
    const at = (local: string, utc: string): string =>
      `Oct 30 ${local} node-a dockerd: time="2022-10-30T${utc}Z" level=info msg="x"`;
    const lines = [
      at('02:10:00', '00:10:00'),
      at('02:20:00', '00:20:00'),
      at('02:50:00', '00:50:00'),
      'Oct 30 02:05:00 node-a cron[1]: an hour back',
      at('02:10:00', '01:10:00'),
      at('02:20:00', '01:20:00'),
      at('02:50:00', '01:50:00'),
    ];
    const report = triage({ messages: lines });
    const { clock, last, disorder } = onlySource(report);
    assert.equal(clock.zone, '+02:00');
    assert.deepEqual(clock.segments, [{ kind: 'zone', line: 4, value: 60 }]);
    assert.equal(last?.timeMs, Date.UTC(2022, 9, 30, 1, 50));
    assert.equal(disorder, 1);
  });

  it('with a name keeps summer time', () => {
    const lines = ['Feb 10 10:00:00 node-a cron[1]: tick', 'Jul 10 10:00:00 node-a cron[1]: tick'];
    const source = onlySource(triage({ messages: lines }, { year: 2022, zone: 'Europe/Berlin' }));
    assert.equal(source.first?.timeMs, Date.UTC(2022, 1, 10, 9));
    assert.equal(source.last?.timeMs, Date.UTC(2022, 6, 10, 8));
  });

  it('is that of a time of the same second which a Go program printed, and of no other times', () => {
    const told = (...lines: readonly string[]): string => {
      const { zone, zoneFrom } = onlySource(triage({ 'kubelet.log': lines })).clock;
      return `${zone} ${zoneFrom}`;
    };
    const turned = (time: string): string =>
      `I0513 10:31:04.001941   14207 kubelet_node_status.go:791] Node became not ready: {Type:Ready Status:False LastHeartbeatTime:${time} LastTransitionTime:${time} Reason:KubeletNotReady Message:x}`;
    assert.equal(told(turned('2022-05-13 10:31:04.000809487 +0800 CST')), '+08:00 inferred');
    assert.equal(told(turned('2022-05-13 10:31:04 -0300 -03')), '-03:00 inferred');
    assert.equal(told(turned('2022-05-13 09:31:04 +0800 CST')), '+00:00 assumed');
    assert.equal(told(turned('2022-05-13 10:31:04.000809487')), '+00:00 assumed');
  });

  it('is that of a sibling which tells of the same containers', () => {
    const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
    const report = triage({
      'containerd.log': ids.map(
        (id, index) =>
          `time="2022-05-13T02:3${index}:00.5Z" level=info msg="StartContainer for "${id}" returns successfully"`,
      ),
      'kubelet.log': ids.map(
        (id, index) =>
          `I0513 10:3${index}:01.000001   14207 kubelet.go:1] "SyncLoop (PLEG): event for pod" pod="a/b" event=&{ID:x Type:ContainerStarted Data:${id}}`,
      ),
    });
    const kubelet = report.sources[1];
    assert.deepEqual([kubelet?.clock.zone, kubelet?.clock.zoneFrom], ['+08:00', 'inferred']);
    assert.match(kubelet?.clock.evidence[0]?.en ?? '', /3 moments that containerd\.log tells of too/);
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

  describe('of seconds since boot, beside a journal with its fields', () => {
    const oneBoot = '77e0aa0011223344556677889900aabb';
    const nextBoot = '88f1bb0011223344556677889900aabb';
    const atMs = Date.UTC(2022, 4, 13, 10);
    /** An entry so many seconds behind 10:00, and so many since its boot. */
    const written: Readonly<Record<string, (after: number, uptime: number, boot: string) => string>> = {
      json: (after, uptime, boot) =>
        `{"__REALTIME_TIMESTAMP":"${(atMs + after * 1000) * 1000}","__MONOTONIC_TIMESTAMP":"${uptime * 1e6}","_BOOT_ID":"${boot}","_HOSTNAME":"node-a","MESSAGE":"tick"}`,
      export: (after, uptime, boot) =>
        `__CURSOR=s=4f2a;i=1\n__REALTIME_TIMESTAMP=${(atMs + after * 1000) * 1000}\n__MONOTONIC_TIMESTAMP=${uptime * 1e6}\n_BOOT_ID=${boot}\n_HOSTNAME=node-a\nMESSAGE=tick\n`,
      'json-pretty': (after, uptime, boot) =>
        `{\n\t"_HOSTNAME" : "node-a",\n\t"_BOOT_ID" : "${boot}",\n\t"__MONOTONIC_TIMESTAMP" : "${uptime * 1e6}",\n\t"MESSAGE" : "tick",\n\t"__REALTIME_TIMESTAMP" : "${(atMs + after * 1000) * 1000}"\n}`,
      verbose: (after, uptime, boot) =>
        `Fri ${new Date(atMs + after * 1000).toISOString().slice(0, 19).replace('T', ' ')}.000000 UTC [s=4f2a;i=1;b=${boot};m=${(uptime * 1e6).toString(16)};t=1;x=1]\n    _HOSTNAME=node-a\n    MESSAGE=tick`,
    };

    for (const [mode, entry] of Object.entries(written)) {
      it(`is on the calendar: journalctl -o ${mode}`, () => {
        const report = triage({
          'n/dmesg': [
            '[  100.500000] INFO: task dockerd:123 blocked for more than 120 seconds.',
            '[    0.000000] Linux version 5.4.0',
            '[  100.500000] INFO: task dockerd:124 blocked for more than 120 seconds.',
          ],
          'n/journal.txt': [entry(0, 90, oneBoot), entry(7200, 80, nextBoot), entry(7210, 90, nextBoot)],
        });
        assert.deepEqual(
          report.events.map((event) => event.timeMs),
          [atMs + 10_500, atMs + 7_220_500],
        );
      });
    }

    it('shows where the clock was set', () => {
      const entry = written.json as (after: number, uptime: number, boot: string) => string;
      const before = [0, 1, 2, 3].map((second) => entry(second, 90 + second, oneBoot));
      const after = [3604, 3605, 3606, 3607].map((second) => entry(second, 90 + second - 3600, oneBoot));
      const source = onlySource(triage({ 'n/journal.json': [...before, ...after] }));
      assert.equal(source.first?.timeMs, atMs + 3_600_000);
      assert.deepEqual(source.clock.segments, [{ kind: 'step', line: 5, value: 3_600_000 }]);
    });
  });

  it('follows each boot of a file that covers two', () => {
    const report = triage({
      'n/dmesg': [
        '[  100.500000] INFO: task dockerd:123 blocked for more than 120 seconds.',
        '[    0.000000] Linux version 5.4.0',
        '[  100.500000] INFO: task dockerd:124 blocked for more than 120 seconds.',
      ],
      'n/syslog': [
        '2022-05-13T10:00:00Z node-a kernel: [   90.000000] usb 1-1: new device',
        '2022-05-13T12:00:00Z node-a kernel: [   80.000000] usb 1-1: new device',
        '2022-05-13T12:00:10Z node-a kernel: [   90.000000] usb 1-2: new device',
      ],
    });
    assert.deepEqual(
      report.events.map((event) => event.timeMs),
      [Date.UTC(2022, 4, 13, 10, 0, 10, 500), Date.UTC(2022, 4, 13, 12, 0, 20, 500)],
    );
  });

  it('is known from the clock chip that the kernel read at boot', () => {
    const report = triage({
      dmesg: [
        '[    1.000000] rtc_cmos 00:02: setting system clock to 2022-05-13T02:27:47 UTC (1652408867)',
        '[  101.000000] INFO: task dockerd:123 blocked for more than 120 seconds.',
      ],
    });
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 2, 29, 27));
  });

  it('is known from a clock chip that runs in local time, which tells the zone too', () => {
    const report = triage({
      'n/dmesg': [
        '[    1.500000] rtc_cmos 00:02: setting system clock to 2022-05-13T18:00:00 UTC (1652464800)',
        '[    3.250000] systemd[1]: RTC configured in localtime, applying delta of 480 minutes to system time.',
        '[  121.500000] INFO: task dockerd:123 blocked for more than 120 seconds.',
      ],
      'n/messages': ['May 13 18:02:00 n kubelet[41]: tick'],
    });
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 10, 2));
    assert.deepEqual(
      report.sources.map(({ clock }) => [clock.zone, clock.zoneFrom]),
      [
        ['+08:00', 'inferred'],
        ['+08:00', 'inferred'],
      ],
    );
  });

  it('is put right for records before the clock was set', () => {
    const line = (clock: string, boot: string, text: string): string =>
      `2022-05-13T${clock}Z node-a kernel: [${boot}.000000] ${text}`;
    const report = triage({
      messages: [
        line('09:00:00', '100', 'INFO: task dockerd:123 blocked for more than 120 seconds.'),
        line('09:01:00', '160', 'usb 1-1: new device'),
        line('09:02:00', '220', 'usb 1-2: new device'),
        line('10:13:20', '280', 'usb 1-3: new device'),
        line('10:14:20', '340', 'usb 1-4: new device'),
        line('10:15:20', '400', 'usb 1-5: new device'),
      ],
    });
    assert.equal(report.events[0]?.timeMs, Date.UTC(2022, 4, 13, 10, 10, 20));
    assert.deepEqual(onlySource(report).clock.segments, [{ kind: 'step', line: 4, value: 4_220_000 }]);
  });
});

describe('the skew between sources', () => {
  const ids = Array.from({ length: 6 }, (_, index) => String(index).repeat(64));
  const at = (seconds: number): string => new Date(Date.UTC(2022, 4, 13, 2, 30) + seconds * 1000).toISOString();
  const started = (seconds: number, id: string, host: string): string =>
    `${at(seconds)} ${host} containerd[1]: time="${at(seconds)}" level=info msg="StartContainer for "${id}" returns successfully"`;
  const seen = (seconds: number, id: string, host: string): string =>
    `${at(seconds)} ${host} kubelet[9]: "SyncLoop (PLEG): event for pod" pod="a/b" event=&{ID:x Type:ContainerStarted Data:${id}}`;

  it('is measured by what both tell of, and moves the times of events', () => {
    const report = triage({
      'a/messages': ids.map((id, index) => started(index * 60, id, 'node-a')),
      'b/messages': [
        ...ids.map((id, index) => seen(index * 60 + 95.4, id, 'node-b')),
        `${at(900)} node-b kernel: [1.000000] INFO: task dockerd:123 blocked for more than 120 seconds.`,
      ],
    });
    const clock = report.sources[1]?.clock;
    assert.deepEqual([clock?.skewFrom, clock?.skewPairs], ['inferred', 6]);
    assert.ok(Math.abs((clock?.skewMs ?? 0) + 94_850) < 100, String(clock?.skewMs));
    assert.match(clock?.evidence.map(({ en }) => en).join() ?? '', /94\.\d s ahead of that of a\/messages/);
  });

  it('is measured by Events that tell of the pods that a kubelet is given', () => {
    const pods = ['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6'];
    const events = pods.flatMap((pod, index) => [
      '- apiVersion: v1',
      '  count: 1',
      `  firstTimestamp: "2022-05-13T10:0${index}:07Z"`,
      `  lastTimestamp: "2022-05-13T10:0${index}:07Z"`,
      `  message: Successfully assigned prod/${pod} to node-a`,
      '  reason: Scheduled',
    ]);
    const kubelet = pods.map(
      (pod, index) =>
        `2022-05-13T10:0${index}:52Z node-a kubelet[41]: I0513 10:0${index}:52.300000      41 kubelet.go:1] "SyncLoop ADD" source="api" pods=["prod/${pod}"]`,
    );
    const report = triage({ 'cluster/events.yaml': events, 'node-a/kubelet.log': kubelet });
    const skews = report.sources.map(({ clock }) => Math.round(Math.abs(clock.skewMs) / 1000));
    assert.ok(skews.includes(45) || skews.includes(46), String(skews));
  });

  it('is not believed when the lines are late by varying times, as they are on a sick node', () => {
    const report = triage({
      'a/messages': ids.map((id, index) => started(index * 60, id, 'node-a')),
      'b/messages': ids.map((id, index) => seen(index * 60 + 5 + index * index * 7, id, 'node-b')),
    });
    assert.equal(report.sources[1]?.clock.skewMs, 0);
  });

  it('is none within what a kubelet takes to notice', () => {
    const report = triage({
      'a/messages': ids.map((id, index) => started(index * 60, id, 'node-a')),
      'b/messages': ids.map((id, index) => seen(index * 60 + 0.9, id, 'node-b')),
    });
    assert.equal(report.sources[1]?.clock.skewFrom, 'none');
    assert.equal(report.sources[1]?.clock.skewPairs, 6);
  });

  it('is what the user says, for one source', () => {
    const report = triage(
      { 'a/messages': [started(0, 'f'.repeat(64), 'node-a')], 'b/messages': [started(0, 'e'.repeat(64), 'node-b')] },
      { corrections: [{ 'b/*': { skewMs: -2500, node: 'other' } }] },
    );
    assert.deepEqual(
      report.sources.map(({ node, clock, first }) => [node, clock.skewMs, clock.skewFrom, first?.timeMs]),
      [
        ['node-a', 0, 'none', Date.UTC(2022, 4, 13, 2, 30)],
        ['other', -2500, 'user', Date.UTC(2022, 4, 13, 2, 29, 57, 500)],
      ],
    );
  });
});

describe('the name of a source', () => {
  it('is noticed to be written by another clock than its records', () => {
    const report = triage({
      '2023-09-15T15:10:16-kubelet-a.log': ['Sep 15 20:10:15 node-a kubelet[1]: x'],
      '2023-09-15T15:10:16-kubelet-b.log': ['Sep 15 20:10:14 node-b kubelet[1]: x'],
    });
    for (const { clock } of report.sources) {
      assert.equal(clock.year, 2023);
      assert.match(clock.evidence.map(({ en }) => en).join(), /is -05:00 from the last record/);
    }
  });
});
