/** From lines to stretches of time: waves, ages, ends, locks. */
import * as assert from 'node:assert/strict';
import type { Episode, Report } from '../../../../server/src/engine/index';
import { clock, dockerd, kubelet, lockStory, lockWaits } from '../../../support/stories';
import { triage } from '../../../support/triage';

function episodesOf(report: Report, signature: string): Episode[] {
  return report.episodes.filter((episode) => episode.signature === signature);
}

const quiet = (seconds: number): string => kubelet(seconds, 'SyncLoop (housekeeping)', 'I');

describe('a start wave', () => {
  const start = (seconds: number): string =>
    kubelet(
      seconds,
      `SyncLoop (ADD, "api"): "web-${seconds}_shop(0f0f3b1e-d261-11ec-9d64-0242ac12${1000 + seconds})"`,
      'I',
    );

  it('is many starts at once', () => {
    const lines = Array.from({ length: 24 }, (_, index) => start(300 + index * 4));
    const wave = episodesOf(triage({ messages: lines }), 'mass-pod-start');
    assert.deepEqual(
      wave.map((episode) => episode.count),
      [24],
    );
  });

  it('is not as many starts over half an hour', () => {
    const lines = Array.from({ length: 24 }, (_, index) => start(index * 130));
    assert.deepEqual(episodesOf(triage({ messages: lines }), 'mass-pod-start'), []);
  });

  it('begins with its own first start, not with the pods that came one by one before', () => {
    const lines = [start(0), start(200), ...Array.from({ length: 22 }, (_, index) => start(800 + index * 3))];
    const [wave] = episodesOf(triage({ messages: lines }), 'mass-pod-start');
    assert.equal(new Date(wave?.startMs ?? 0).toISOString().slice(11, 19), clock(800));
  });
});

describe('ages in a table', () => {
  const table = (age: string): string[] => [
    'LAST SEEN   TYPE      REASON               OBJECT        MESSAGE',
    `${age.padEnd(11)} Normal    NodeHasDiskPressure   node/node-a   Node node-a status is now: NodeHasDiskPressure`,
    `${age.padEnd(11)} Warning   Evicted               pod/web-1     The node was low on resource: ephemeral-storage. `,
  ];
  const log = [
    ...Array.from({ length: 10 }, (_, index) => quiet(index * 30)),
    kubelet(300, 'Recording NodeHasDiskPressure event message for node node-a', 'I'),
    quiet(330),
  ];

  it('are placed by what a log repeats with its time, however late the table was printed', () => {
    const report = triage({ messages: log, 'events.txt': table('2h') });
    const evicted = report.events.find((event) => event.signature === 'pod-evicted');
    const pressure = report.events.find(
      (event) => event.source === 'messages' && event.signature === 'node-disk-pressure',
    );
    assert.ok(evicted?.timeMs != null && pressure?.timeMs != null);
    assert.ok(Math.abs(evicted.timeMs - pressure.timeMs) <= 3_600_000);
  });
});

describe('ages beside times', () => {
  const described = (heartbeat: string): string[] => [
    'Name:               node-b',
    'Conditions:',
    '  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message',
    '  ----             ------  -----------------                 ------------------                ------                       -------',
    `  Ready            False   ${heartbeat}   Fri, 13 May 2022 09:31:04 +0000   KubeletNotReady              PLEG is not healthy`,
    'Events:',
    '  Type     Reason             Age                 From             Message',
    '  ----     ------             ----                ----             -------',
    '  Warning  ContainerGCFailed  2m                  kubelet, node-b  operation timeout: context deadline exceeded',
  ];
  const messages = Array.from({ length: 10 }, (_, index) => quiet(index * 30));
  const failedAt = (heartbeat: string): number | null | undefined =>
    triage({ messages, 'node-b.txt': described(heartbeat) }, { year: 2022 }).events.find(
      ({ signature }) => signature === 'container-gc-failed',
    )?.timeMs;

  it('count from those when all else is of another month, so that two collections in one folder stay apart', () => {
    assert.equal(failedAt('Tue, 12 Oct 2021 11:40:55 +0000'), Date.UTC(2021, 9, 12, 11, 38, 55));
  });

  it('count from the newest log otherwise: a node may be described days after its last heartbeat', () => {
    const newest = triage({ messages }, { year: 2022 }).sources[0]?.last;
    const heartbeat = new Date((newest?.timeMs ?? 0) - 3 * 86_400_000).toUTCString().replace('GMT', '+0000');
    assert.equal(failedAt(heartbeat), (newest?.timeMs ?? 0) - 120_000);
  });
});

describe('an end', () => {
  const notReady = kubelet(100, 'Recording NodeNotReady event message for node node-a', 'I');
  const ready = kubelet(400, 'Recording NodeReady event message for node node-a', 'I');

  it('is the line that says so', () => {
    const report = triage({ messages: [quiet(0), notReady, quiet(200), ready, quiet(500)] });
    const [episode] = episodesOf(report, 'node-notready-by-kubelet');
    const end = report.events.find((event) => event.id === episode?.endedBy);
    assert.equal(end?.line, 4);
    assert.equal((episode?.endMs ?? 0) - (episode?.startMs ?? 0), 300_000);
    assert.equal(episode?.endUnseen, false);
  });

  it('that never came is said', () => {
    const report = triage({ messages: [quiet(0), notReady, quiet(500)] });
    const [episode] = episodesOf(report, 'node-notready-by-kubelet');
    assert.equal(episode?.endedBy, null);
    assert.equal(episode?.endUnseen, true);
  });

  it('is not what another node says', () => {
    const other = kubelet(400, 'Recording NodeReady event message for node node-b', 'I', 'node-b');
    const report = triage({ a: [quiet(0), notReady], b: [other] });
    assert.equal(episodesOf(report, 'node-notready-by-kubelet')[0]?.endUnseen, true);
  });
});

describe('the view of a lock', () => {
  it('joins the lines of one waiter and tells its longest wait', () => {
    const [view] = triage({ messages: lockStory() }).locks;
    assert.equal(view?.lock, 'xtables');
    assert.equal(view?.node, 'node-a');
    assert.deepEqual(
      view?.waiters.map(({ who }) => who).filter((who, index, all) => all.indexOf(who) === index),
      ['dockerd'],
    );
    assert.equal(Math.max(...(view?.waiters ?? []).map((span) => span.longestMs)), 52_000);
    assert.deepEqual(view?.holders, []);
  });

  it('names the holder when a line does', () => {
    const [view] = triage({
      messages: [
        `May 13 ${clock(0)} node-a apt.systemd.daily[911]: E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 2210 (unattended-upgr)`,
      ],
    }).locks;
    assert.equal(view?.lock, 'dpkg');
    assert.deepEqual(
      view?.holders.map(({ who }) => who),
      ['unattended-upgr (2210)'],
    );
  });

  it('keeps the locks of two nodes apart', () => {
    const report = triage({ a: [lockWaits(0, 12), dockerd(5, 'x')], b: [lockWaits(0, 14, 'node-b')] });
    assert.deepEqual(
      report.locks.map(({ node }) => node),
      ['node-a', 'node-b'],
    );
  });
});

describe('a program that writes UTC on a node that does not', () => {
  const etcd = (stamp: string): string =>
    `Mar 16 02:04:19 node-a etcd[988]: ${stamp} W | wal: sync duration of 4.2s, expected less than 1s`;
  const kubeletLine =
    'Mar 16 02:04:19 node-a kubelet[781]: E0316 02:04:19.966519     781 kubelet.go:1216] Container garbage collection failed: operation timeout';
  const startOf = (stamp: string): number | null | undefined =>
    episodesOf(triage({ messages: [kubeletLine, etcd(stamp), kubeletLine] }), 'etcd-fsync-slow')[0]?.endMs;

  it('is placed at the moment of its envelope, to its own millisecond', () => {
    assert.equal(startOf('2021-03-16 06:04:19.246342'), Date.UTC(2021, 2, 16, 2, 4, 19, 246));
  });

  it('keeps a time that no zone explains', () => {
    assert.equal(startOf('2021-03-16 01:58:19.246342'), Date.UTC(2021, 2, 16, 1, 58, 19, 246));
  });
});
