/** Rows of event tables that a terminal, a mail or a wide column broke into several lines are one record; tables in one file have clocks of their own. */
import * as assert from 'node:assert/strict';
import type { Report } from '../../../../server/src/engine/index';
import { triage } from '../../../support/triage';

const full =
  '  Warning  FailedCreatePodSandBox  3m (x12 over 10m)  kubelet, node-7    Failed to create pod sandbox: rpc error: code = Unknown desc = failed to set up sandbox container "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" network for pod "billing-0": networkPlugin cni failed to set up pod "billing-0_shop" network: failed to allocate for range 0: no IP addresses available in range set: 10.1.1.1-10.1.1.254';
const next = '  Normal   SandboxChanged          2m (x12 over 10m)  kubelet, node-7    Pod sandbox changed';

function cutAt(width: number): string[] {
  return Array.from({ length: Math.ceil(full.length / width) }, (_, line) =>
    full.slice(line * width, (line + 1) * width),
  );
}

function brokenAtBlanks(width: number): string[] {
  const lines: string[] = [];
  for (const word of full.trim().split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function toldOf(report: Report): (readonly [string, number, number])[] {
  return report.events.map(({ signature, line, endLine }) => [signature, line, endLine]);
}

describe('a row of events in several lines', () => {
  const rows = {
    'cut at the margin': cutAt(100),
    'cut at a narrow margin': cutAt(80),
    'broken at blanks': brokenAtBlanks(90),
    'kept in its column': [full.slice(0, 130), full.slice(130, 200), full.slice(200)].map((part, line) =>
      line === 0 ? part : `${' '.repeat(75)}${part.trim()}`,
    ),
  };
  for (const [how, lines] of Object.entries(rows)) {
    it(`is one record: ${how}`, () => {
      const report = triage({ 'describe.txt': ['Events:', ...lines, next] });
      const told = toldOf(report).filter(([, line]) => line === 2);
      assert.ok(told.some(([signature]) => signature === 'pod-sandbox-create-failed'));
      assert.ok(told.every(([, , endLine]) => endLine === lines.length + 1));
      assert.equal(report.sources[0]?.records, 2);
      assert.equal(report.sources[0]?.unparsedLines, 0);
      assert.equal(report.events[0]?.entities.pod, 'billing-0');
    });
  }

  it('says its reason in the order of the whole line', () => {
    const [chain] = triage({ 'describe.txt': ['Events:', ...brokenAtBlanks(90)] }).chains;
    assert.match(chain?.title.en ?? '', /address.*→.*sandbox/i);
  });

  it('does not take what somebody wrote below it', () => {
    const prose = ['The pod does not start.', 'We found no space left on device in the log of docker.'];
    const report = triage({ 'describe.txt': ['Events:', next, '', ...prose] });
    assert.equal(report.sources[0]?.unparsedLines, 2);
    const short = triage({ 'describe.txt': ['Events:', '  Normal  Pulled  2m  kubelet  Pulled', ...prose] });
    assert.equal(short.sources[0]?.unparsedLines, 2);
  });
});

describe('tables of events in one file', () => {
  const head = 'LAST SEEN   TYPE      REASON                   OBJECT          MESSAGE';
  const failed = (age: string, pod: string): string =>
    `${age}          Warning   FailedCreatePodSandBox   pod/${pod}   Failed to create pod sandbox: context deadline exceeded`;
  const exact = (time: string, pod: string): string =>
    `E0513 ${time}.000000   14207 kuberuntime_sandbox.go:70] "Failed to create sandbox for pod" err="rpc error: code = DeadlineExceeded desc = context deadline exceeded" pod="shop/${pod}"`;

  it('count their ages from moments of their own', () => {
    const report = triage({
      'kubelet.log': [
        exact('10:00:00', 'web-1'),
        exact('14:00:00', 'web-2'),
        'I0513 14:30:00.000000   14207 kubelet.go:1] tick',
      ],
      'events.txt': [head, failed('5m', 'web-1'), '', head, failed('5m', 'web-2')],
    });
    const times = report.events
      .filter(({ source, signature }) => source === 'events.txt' && signature === 'pod-sandbox-create-failed')
      .map(({ timeMs }) => new Date(timeMs ?? 0).toISOString().slice(11, 16));
    assert.deepEqual(times, ['10:00', '14:00']);
  });

  it('that were printed in one sitting have one moment, also those that no log dates', () => {
    const report = triage({
      'kubelet.log': [exact('10:00:00', 'web-1'), 'I0513 14:30:00.000000   14207 kubelet.go:1] tick'],
      'events.txt': [head, failed('5m', 'web-1'), '', head, failed('15m', 'web-2')],
    });
    const of = (pod: string): number =>
      report.events.find(
        ({ source, signature, entities }) =>
          source === 'events.txt' && signature === 'pod-sandbox-create-failed' && entities.pod === pod,
      )?.timeMs ?? 0;
    assert.equal(of('web-1') - of('web-2'), 10 * 60_000);
    assert.equal(new Date(of('web-1')).toISOString().slice(11, 16), '10:00');
  });
});
