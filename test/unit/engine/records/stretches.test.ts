/** A source read in stretches, each by a reader that knows nothing of the others, gives the report of the source read in one go. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { StampKind } from '../../../../server/src/engine/formats/format';
import type { EngineOptions, ReadSource, Report, SourceInfo, Stretch } from '../../../../server/src/engine/index';
import {
  catalogue,
  createEngine,
  createScanner,
  noYears,
  reviveSource,
  yearsBehind,
} from '../../../../server/src/engine/index';
import { loadRules, withRules } from '../../../../server/src/rules/index';

const info: SourceInfo = { id: 'node-a/messages', modifiedMs: Date.UTC(2023, 0, 3) };

/** A rule that keeps records quiet counts them. */
const quietRule = `
signatures:
  - id: housekeeping
    title: Housekeeping
    role: benign
    wordings:
      - regex: SyncLoop \\(housekeeping\\)
    matches:
      - SyncLoop (housekeeping)
`;
const used = withRules(catalogue, loadRules([{ name: 'mine.yaml', text: quietRule }], catalogue));

const lines = [
  'May 13 10:27:45 node-a kubelet: I0513 10:27:45.000001   14207 kubelet.go:1953] SyncLoop (PLEG): "web-1_shop(0f0f3b1e-d261-11ec-9d64-0242ac120002)", event: &pleg.PodLifecycleEvent{ID:"0f0f3b1e-d261-11ec-9d64-0242ac120002", Type:"ContainerStarted", Data:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}',
  '-- Logs begin at Fri 2022-05-13 09:00:00 CST. --',
  '-- Reboot --',
  'Dec 31 23:59:45 node-a kubelet: I1231 23:59:45.000001   14207 kubelet.go:1] SyncLoop (housekeeping)',
  'Jan  1 00:00:46 node-a kubelet: E0101 00:00:46.000001   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded',
  'May 13 10:27:46 node-b dockerd: time="2022-05-13T02:27:46.5Z" level=error msg="Handler for GET /v1.24/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"',
  'May 13 10:27:47 node-a dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\\nAnother app is currently holding the xtables lock; waiting (49s) for it to exit...\\n"',
  'I0513 10:31:05.000001   14207 kubelet.go:1775] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s]',
  '2022-05-13T02:31:02.1Z stderr P E0513 02:31:02.004211       1 kubelet.go:1216] Container garbage coll',
  '2022-05-13T02:31:02.1Z stderr P ection failed:',
  '2022-05-13T02:31:02.1Z stderr F  operation timeout: context deadline exceeded',
  '{"log":"E0513 10:31:02.004211       1 proxier.go:1667] Failed to execute iptables-restore: exit status 4 (Another app is currently holding the xtables lock","stream":"stderr","time":"2022-05-13T02:31:02.1Z"}',
  '{"log":"Perhaps you want to use the -w option?)\\n","stream":"stderr","time":"2022-05-13T02:31:02.2Z"}',
  'kernel.log:[86412.633584] INFO: task dockerd:3879 blocked for more than 120 seconds.',
  'May 13 10:28:01 node-a kernel: [86413.633584] Out of memory: Kill process 4711 (java) score 1234 or sacrifice child',
  '10s         Warning   FailedCreatePodSandBox   pod/web-1   Failed to create pod sandbox: context deadline exceeded',
  'Fri 2022-05-13 10:27:47.123456 CST [s=4f2a;i=1;b=77e0;m=1;t=1;x=1]',
  '    _HOSTNAME=node-a',
  '    SYSLOG_IDENTIFIER=dockerd',
  '    MESSAGE=is currently holding the xtables lock; waiting (47s) for it to exit...',
  '__CURSOR=s=4f2a;i=2;b=77e0;m=2;t=2;x=2',
  '__REALTIME_TIMESTAMP=1652408867123456',
  '_HOSTNAME=node-b',
  'MESSAGE=Container garbage collection failed: operation timeout: context deadline exceeded',
  '{"__REALTIME_TIMESTAMP":"1652408867123456","__MONOTONIC_TIMESTAMP":"36228975678","_BOOT_ID":"77e0aa00","MESSAGE":"tick"}',
  '{"__REALTIME_TIMESTAMP":"1652408867123456","__MONOTONIC_TIMESTAMP":"28975678","_BOOT_ID":"88f1bb00","MESSAGE":"tick"}',
  '__MONOTONIC_TIMESTAMP=36229975678',
  '_BOOT_ID=77e0aa00',
  '- apiVersion: v1',
  '  kind: Event',
  '  lastTimestamp: "2022-05-13T02:31:02Z"',
  '  message: Failed to create pod sandbox: context deadline exceeded',
  '\x1b[33mWARN\x1b[0m[0012] cannot reach registry',
  '\tcontinued here',
  'and here, without a blank',
  '',
  '   ',
  'plain text of nobody',
  '23:59:58.100 [main] INFO  starting',
  '00:00:01.300 [main] ERROR PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s',
  '11:00:01.300 [main] INFO  goes on',
  'May 13 10:28:01 node-a kernel: [86413.633580] java invoked oom-killer: gfp_mask=0xd0, order=0, oom_score_adj=999',
  'May 13 10:28:01 node-a kernel: [86413.633581] Task in /kubepods/pod1/3fd1c0b6a7de killed as a result of limit of /kubepods/pod1',
  'May 13 10:28:01 node-a kernel: [86413.633582] CPU: 3 PID: 31490 Comm: java Not tainted 4.14.0 #1',
  'May 13 10:28:01 node-a kernel: [86413.633583] Killed process 4711 (java) total-vm:1068112kB, anon-rss:908672kB, file-rss:0kB, shmem-rss:0kB',
  'May 13 10:28:01 node-b kernel: [86413.633583]  io_schedule+0x16/0x40',
  'panic: runtime error: index out of range [5] with length 3',
  'goroutine 1 [running]:',
];

/** The report for a source that was found in stretches. */
function reportOf(source: ReadSource, options: EngineOptions): Report {
  const engine = createEngine(options);
  engine.addSource(source);
  return engine.report();
}

function readStretch(bytes: Uint8Array, stretch: Stretch, pieceBytes: number, options: EngineOptions): ReadSource {
  const reader = createScanner(options).open(info, stretch);
  for (let at = Math.max(0, stretch.from - 1); at < bytes.length && !reader.isDone; at += pieceBytes)
    reader.push(Uint8Array.from(bytes.subarray(at, at + pieceBytes)));
  reader.end();
  return reviveSource(structuredClone(reader.settle()));
}

/** Reads `bytes` in stretches that begin at the given blocks; a stretch behind a New Year is read a second time. */
function readInStretches(
  bytes: Uint8Array,
  blocks: readonly number[],
  pieceBytes: number,
  options: EngineOptions & { readonly blockBytes: number },
): ReadSource | null {
  const firstKind = createScanner(options).probe(info, bytes);
  if (firstKind === null) return null;
  const starts = [0, ...blocks.map((block) => block * options.blockBytes)].sort((a, b) => a - b);
  let whole: ReadSource | null = null;
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? null;
    if (from === to) return;
    const kind = from === 0 ? StampKind.none : firstKind;
    const stretch: Stretch = { from, to, years: noYears, innerYears: noYears, firstKind: kind };
    const found = readStretch(bytes, stretch, pieceBytes, options);
    if (whole === null) whole = found;
    else if (whole.fits(found)) whole.append(found);
    else whole.append(readStretch(bytes, { ...stretch, ...yearsBehind(whole) }, pieceBytes, options));
  });
  return whole;
}

function inOneGo(bytes: Uint8Array, options: EngineOptions): Report {
  const engine = createEngine(options);
  const reader = engine.openSource(info);
  reader.push(Uint8Array.from(bytes));
  reader.end();
  return engine.report();
}

describe('a source in stretches', () => {
  it('gives the same report wherever it is cut', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.string() }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
        fc.integer({ min: 30, max: 700 }),
        fc.integer({ min: 1, max: 900 }),
        (chosen, blocks, blockBytes, pieceBytes) => {
          const bytes = Buffer.from(chosen.join('\n'));
          const options = { blockBytes, catalogue: used };
          const source = readInStretches(bytes, blocks, pieceBytes, options);
          if (source === null) return;
          compared++;
          assert.deepEqual(reportOf(source, options), inOneGo(bytes, options));
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(compared > 150);
  });

  it('counts New Years as if it had been read in one go', () => {
    const year = [lines[2], lines[3], lines[5], lines[2], lines[3]] as string[];
    const bytes = Buffer.from([...year, ...year, ...year].join('\n'));
    const options = { blockBytes: 200 };
    const source = readInStretches(bytes, [2, 4, 6], 64, options);
    assert.ok(source);
    assert.deepEqual(reportOf(source, options), inOneGo(bytes, options));
  });

  it('is one piece when it is the output of a command', () => {
    const head = Buffer.from('# Generated by iptables-save v1.8.4\n*nat\n:PREROUTING ACCEPT [0:0]\nCOMMIT\n');
    assert.equal(createScanner().probe({ id: 'iptables-save.txt', modifiedMs: null }, head), null);
  });
});
