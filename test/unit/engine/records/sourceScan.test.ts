/** Lines become records and events the same way however the bytes arrive. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { onlySource, signaturesAt, triage } from '../../../support/triage';

const mixed = [
  '-- Logs begin at Fri 2022-05-13 09:00:00 CST. --',
  'May 13 10:27:45 node-a kubelet: I0513 10:27:45.000001   14207 kubelet.go:1] SyncLoop (housekeeping)',
  'May 13 10:27:46 node-a dockerd: time="2022-05-13T02:27:46.5Z" level=error msg="Handler for GET /v1.24/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"',
  'May 13 10:27:47 node-a dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\\nAnother app is currently holding the xtables lock; waiting (49s) for it to exit...\\nAnother app is currently holding the xtables lock; waiting (57s) for it to exit...\\n"',
  'May 13 10:31:02 node-a kubelet: E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded',
  '\tcontinued here',
  'and here, without a blank',
  '',
  'May 13 10:31:05 node-a kubelet: I0513 10:31:05.000001   14207 kubelet.go:1775] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s]',
];

describe('reading a source', () => {
  it('counts lines, records and severities as their own formats state them', () => {
    const source = onlySource(triage({ messages: mixed }));
    assert.equal(source.lines, 9);
    assert.equal(source.records, 5);
    assert.equal(source.unparsedLines, 0);
    assert.deepEqual(source.severities, { fatal: 0, error: 2, warning: 0, info: 2, debug: 0 });
    assert.equal(source.node, 'node-a');
    assert.equal(source.first?.text, 'May 13 10:27:45');
    assert.equal(source.last?.line, 9);
  });

  it('attaches lines without a format to the record before them', () => {
    const report = triage({ messages: mixed });
    const failed = report.events.find((event) => event.signature === 'container-gc-failed');
    assert.equal(failed?.line, 5);
    assert.ok((failed?.endLine ?? 0) >= 7);
  });

  it('finds what stands far behind in a long line, and in a record of many lines', () => {
    const killed =
      'Out of memory: Killed process 14207 (java) total-vm:1000kB, anon-rss:900kB, file-rss:0kB, shmem-rss:0kB';
    const padding = 'x'.repeat(99_990);
    const long = `May 13 10:27:45 node-a kernel: ${padding} ${killed}`;
    const many = ['May 13 10:27:45 node-a agent[7]: dump', padding.slice(0, 60_000), padding.slice(0, 60_000), killed];
    for (const [lines, piece] of [
      [[long], 4096],
      [[`${long}${padding} and ${padding}`], 100_000],
      [many, 4096],
    ] as const) {
      const report = triage({ messages: [...lines] }, { pieceBytes: piece });
      const event = report.events.find(({ entities }) => entities.pid?.includes('14207') === true);
      assert.match(event?.signature ?? '', /oom/);
      assert.equal(event?.line, 1);
    }
  });

  it('gives the same report for every size of piece', () => {
    const whole = triage({ messages: mixed });
    for (const pieceBytes of [1, 7, 64, 4096]) assert.deepEqual(triage({ messages: mixed }, { pieceBytes }), whole);
  });

  it('gives the same report for every size of piece on damaged text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...mixed),
            fc.string({ maxLength: 80 }),
            fc.constant('\u0000\u0000\r'),
            fc.constant('x'.repeat(300)),
          ),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 97 }),
        (lines, pieceBytes) => {
          const text = lines.join('\n');
          assert.deepEqual(triage({ a: text }, { pieceBytes }), triage({ a: text }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads a last line without an end, carriage returns and empty input', () => {
    assert.equal(onlySource(triage({ a: `${mixed[1]}\r\n${mixed[4]}` })).records, 2);
    assert.equal(onlySource(triage({ a: '' })).lines, 0);
    assert.equal(onlySource(triage({ a: 'x' })).lines, 1);
  });

  it('recognises a failure in a line far longer than its windows', () => {
    const long = `${mixed[4]} ${'y'.repeat(5_000_000)}`;
    const report = triage({ a: [long, mixed[1] as string] }, { pieceBytes: 1_000_000 });
    assert.equal(onlySource(report).records, 2);
    assert.equal(onlySource(report).lines, 2);
    assert.ok(signaturesAt(report, 'a', 1).includes('container-gc-failed'));
  });

  it('tears no message where it cuts a line that is too long', () => {
    const window = 4 * 1024 * 1024;
    const head = 'May 13 10:27:47 node-a app: {"lines":["';
    const killed = 'Out of memory: Killed process 14207 (java) total-vm:1000kB, anon-rss:900kB, file-rss:0kB';
    const padding = 'x'.repeat(window - head.length - 20);
    const text = `${head}${padding}","${killed}"]}`;
    assert.ok(signaturesAt(triage({ a: [text] }), 'a', 1).includes('kernel-oom-kill-global'));
  });

  it('reads klog inside a docker JSON line inside nothing but its escapes', () => {
    const line = JSON.stringify({
      log: 'E0513 10:31:02.004211       1 proxier.go:1667] Failed to execute iptables-restore: failed to acquire old iptables lock: timed out waiting for the condition\n',
      stream: 'stderr',
      time: '2022-05-13T02:31:02.1Z',
    });
    const report = triage({ 'kube-proxy.log': [line] });
    assert.deepEqual(onlySource(report).layers, ['docker-json', 'klog']);
    assert.equal(onlySource(report).severities.error, 1);
    assert.ok(signaturesAt(report, 'kube-proxy.log', 1).length > 0);
  });

  it('joins the parts of a CRI record', () => {
    const report = triage({
      'a.log': [
        '2022-05-13T02:31:02.1Z stderr P E0513 02:31:02.004211       1 kubelet.go:1216] Container garbage coll',
        '2022-05-13T02:31:02.1Z stderr F ection failed: operation timeout: context deadline exceeded',
      ],
    });
    assert.equal(onlySource(report).records, 1);
    assert.equal(onlySource(report).lines, 2);
  });

  it('puts a record together that a terminal cut at its right margin', () => {
    const width = 132;
    const text =
      'May 13 10:31:02 node-a kubelet[2211]: E0513 10:31:02.004211    2211 kuberuntime_sandbox.go:54] CreatePodSandbox for pod "web-0_shop" failed: rpc error: code = Unknown desc = failed pulling image "pause": Error response from daemon: pull access denied for pause, repository does not exist or may require \'docker login\'';
    const cut = [...(text.match(/.{1,132}/g) ?? [])].map((line) => line.padEnd(width));
    const report = triage({ 'a.log': cut });
    assert.deepEqual(signaturesAt(report, 'a.log', 1), signaturesAt(triage({ 'a.log': [text] }), 'a.log', 1));
    assert.ok(report.events.some(({ category }) => category === 'image-pull'));
  });
});

describe('words that say nothing by themselves', () => {
  it('are told where nothing else is, and give way to what the record says of itself', () => {
    const bare = 'May 13 10:31:02 node-a mailer[811]: Error sending mail: context deadline exceeded';
    const telling =
      'May 13 10:31:02 node-a kubelet[2211]: E0513 10:31:02.004211    2211 cni.go:294] Error adding network: context deadline exceeded';
    const report = triage({ 'a.log': [bare, telling] });
    assert.deepEqual(signaturesAt(report, 'a.log', 1), ['request-deadline-exceeded']);
    assert.deepEqual(
      report.events.filter(({ line }) => line === 2).map(({ category }) => category),
      ['cni'],
    );
  });
});

describe('waits in one record', () => {
  it('are one interval that began with the first counter and lasted as long as the largest', () => {
    const report = triage({ messages: mixed }, { zone: '+08:00', year: 2022 });
    const wait = report.events.find((event) => event.category === 'lock-wait');
    assert.equal(wait?.durationMs, 57_000);
    assert.equal(wait?.startMs, Date.UTC(2022, 4, 13, 2, 27, 0));
    assert.equal(wait?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 47));
  });
});
