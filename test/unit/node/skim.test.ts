/** Lines that the kernel goes over in one go count as they do one by one: the same records, clocks, kinds of message, events. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formats } from '../../../server/src/engine/formats/index';
import type { EngineOptions, ReadSource } from '../../../server/src/engine/index';
import { createScanner } from '../../../server/src/engine/index';
import { LiteralSearch } from '../../../server/src/engine/match/literalSearch';
import { Framer } from '../../../server/src/engine/records/framer';
import { learnShape, writeShape } from '../../../server/src/engine/skim/lineShape';
import { LineSkim } from '../../../server/src/engine/skim/lineSkim';
import { SkimRun } from '../../../server/src/engine/skim/skimRun';
import { fastKernels } from '../../../server/src/node/fastKernel';

/** What a line maker may use: the moment, and numbers to choose by. */
interface Moment {
  readonly ms: number;
  readonly a: number;
  readonly b: number;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function clockOf(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

function syslogStamp(ms: number): string {
  const date = new Date(ms);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clockOf(ms)}`;
}

/** A time as Go prints it on a node of eight hours east. */
function goTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} +0800 CST`;
}

function klog({ ms, a, b }: Moment): string {
  const date = new Date(ms);
  // Errors of one of them mean nothing by themselves.
  const places = ['kubelet.go:2130', 'reconciler.go:20', 'prober.go:117', 'nobody_knows.go:345'];
  const texts = [
    `"SyncLoop UPDATE" source="api" pods="[shop/web-${b}]"`,
    `Using node IP: "10.0.0.${b % 250}"`,
    `"SyncLoop (PLEG): event for pod" pod="shop/web-${b}" event=&{ID:7f Type:ContainerStarted Data:0f${b}}`,
    `got "Date: Fri, 13 May 2022 02:27:47 GMT" from the proxy`,
    `volume created 2022-05-13 10:27:47 by nobody`,
    `started at 2022-05-13 10:27:47.123456789 +0800 CST m=+12.345`,
    `node became ready: LastTransitionTime:${goTime(ms)}`,
    `audit: type=1400 audit(1652408867.123:456): apparmor="STATUS"`,
    `rtc_cmos 00:02: setting system clock to 2022-05-13T02:27:47 UTC (1652408867)`,
    `RTC configured in localtime, applying delta of 480 minutes to system time.`,
    `Container garbage collection failed: operation timeout: context deadline exceeded`,
  ];
  // Rare ones are rare.
  const text = texts[b % 11 === 0 ? 2 + (a % (texts.length - 2)) : a % 2];
  return `${'IIIIIIIWE'.charAt(b % 9)}${pad(date.getUTCMonth() + 1)}${pad(date.getUTCDate())} ${clockOf(ms)}.${pad(b % 1000, 3)}${pad(a % 1000, 3)}   ${14_200 + (a % 9)} ${places[a % 4]}] ${text}`;
}

function logrus({ ms, a, b }: Moment): string {
  const texts = [
    `Calling GET /v1.24/containers/${b}/json" spanID=${a}`,
    `ignoring event" module=libcontainerd topic=/tasks/delete`,
    `Container ${b} did not answer"`,
  ];
  return `time="${new Date(ms).toISOString().slice(0, 19)}.${pad(b % 1e9, 9)}Z" level=${['debug', 'info', 'warning'][a % 3]} msg="${texts[b % 3]}`;
}

function boot({ ms, a, b }: Moment): string {
  const texts = [
    `eth0: renamed from veth${b}`,
    `device veth${b} left promiscuous mode`,
    `IN=eth0 OUT= SRC=10.0.0.${b % 250} DST=10.0.1.7 LEN=60`,
    `node-7 systemd[1]: looks like the journal ${b}`,
    `INFO: task dockerd:${b} blocked for more than 120 seconds.`,
    `rtc_cmos 00:02: setting system clock to 2022-05-13T02:27:47 UTC (1652408867)`,
    `systemd[1]: RTC configured in localtime, applying delta of 480 minutes to system time.`,
  ];
  const seconds = (ms - startMs + 86_412_345) / 1000;
  return `[${String(Math.floor(seconds)).padStart(5)}.${pad(a % 1000, 3)}${pad(b % 1000, 3)}] ${texts[b % 13 === 0 ? 3 + (a % (texts.length - 3)) : a % 3]}`;
}

const words = [
  'Started Session 4211 of user root.',
  'run-docker-runtime\\x2drunc-moby-4f2a.mount: Succeeded.',
  'Connection closed by 10.0.0.217 port 35918 [preauth]',
  '(root) CMD (/usr/lib64/sa/sa1 1 1)',
  'time flies like an arrow',
  'INFO nothing to do',
  '{"level":"info","msg":"x"}',
  'I have 7 of 9: nothing',
  'eth0: link down',
];

function json(text: string, ms: number, b: number): string {
  const stream = b % 2 === 0 ? 'stderr' : 'stdout';
  return `${JSON.stringify({ log: `${text}${b % 40 === 0 ? '' : '\n'}`, stream, time: `${new Date(ms).toISOString().slice(0, 19)}.${pad(b % 1e9, 9)}Z` })}`;
}

const startMs = Date.UTC(2022, 4, 13, 9, 0, 0);

const makers: readonly ((moment: Moment) => string)[] = [
  (moment) => `${syslogStamp(moment.ms)} node-7 kubelet: ${klog(moment)}`,
  (moment) => `${syslogStamp(moment.ms + 8 * 3_600_000)} node-7 dockerd[${900 + (moment.a % 300)}]: ${logrus(moment)}`,
  (moment) => `${syslogStamp(moment.ms)} node-7 kernel: ${boot(moment)}`,
  ({ ms, a, b }) => `${syslogStamp(ms)} node-${a % 3} systemd[${1 + (b % 2000)}]: ${words[a % words.length]}`,
  klog,
  logrus,
  boot,
  (moment) => `${goTime(moment.ms)} ${klog(moment)}`,
  (moment) => `${new Date(moment.ms).toISOString().slice(0, 19)}+0000 node-8 kubelet[1893]: ${klog(moment)}`,
  (moment) =>
    `${new Date(moment.ms + 28_800_000).toISOString().slice(0, 19)}+08:00 node-8 dockerd[93]: ${logrus(moment)}`,
  ({ ms, a, b }) => `${new Date(ms).toISOString().slice(0, 19)} node-8 sshd[${b % 3000}]: ${words[a % words.length]}`,
  (moment) => `${new Date(moment.ms).toISOString().slice(0, 23)}456789Z stderr F ${klog(moment)}`,
  ({ ms, a, b }) =>
    `${new Date(ms).toISOString().slice(0, 19)}.${pad(b % 1e9, 9)}Z stdout ${b % 30 === 0 ? 'P' : 'F'} ${words[a % words.length]} ${b}`,
  (moment) => json(klog(moment), moment.ms, moment.b),
  (moment) => json(`${words[moment.a % words.length]} "quoted" ${moment.b}`, moment.ms, moment.b),
  ({ a }) => ['', '\tcontinued', 'and goes on', '-- Reboot --', '   ', 'plain text of nobody'][a % 6] ?? '',
];

const stepMs = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 4000 }) },
  { weight: 4, arbitrary: fc.integer({ min: -3000, max: 200_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(-3_600_000, 3_600_000, 26 * 3_600_000, -86_000_000, 200 * 86_400_000) },
);

const step = fc.record({
  ms: stepMs,
  a: fc.nat(100_000),
  b: fc.nat(100_000),
  maker: fc.nat(99),
  damage: fc.oneof({ weight: 30, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(140) }),
  end: fc.oneof(
    { weight: 60, arbitrary: fc.constant('\n') },
    { weight: 1, arbitrary: fc.constantFrom('\r\n', '\n\n') },
  ),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Lines of a few makers: nearly all of them of the first. */
function write(steps: readonly Step[], chosen: readonly number[]): Buffer {
  let ms = startMs;
  const text = steps.map(({ ms: by, a, b, maker, damage, end }) => {
    ms += by;
    const index = chosen[maker < 80 ? 0 : maker % chosen.length] as number;
    const line = (makers[index] as (moment: Moment) => string)({ ms, a, b });
    return (damage < 0 ? line : `${line.slice(0, damage)}${'7a :]"\\'.charAt(b % 7)}${line.slice(damage + 1)}`) + end;
  });
  return Buffer.from(text.join(''));
}

function read(bytes: Buffer, pieceBytes: number, options: EngineOptions): ReadSource {
  const reader = createScanner(options).open({ id: 'node-7/messages', modifiedMs: Date.UTC(2022, 8, 1) }, null);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    reader.push(Uint8Array.from(bytes.subarray(at, at + pieceBytes)));
  reader.end();
  return reader.settle();
}

/** All that a source has come to; how the counts of kinds are kept does not matter. */
function told(source: ReadSource): unknown {
  return { ...source, templates: source.templates.groups() };
}

describe('skimmed lines', function () {
  this.timeout(120_000);

  let skimmed = 0;
  let lines = 0;
  const { take } = LineSkim.prototype;

  before(() => {
    LineSkim.prototype.take = function (...request) {
      const taken = take.apply(this, request);
      skimmed += taken?.lines ?? 0;
      return taken;
    };
  });

  after(() => {
    LineSkim.prototype.take = take;
  });

  it('count as lines that were taken apart, whatever stands between them', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 20, maxLength: 300, size: 'max' }),
        fc.array(fc.nat(makers.length - 1), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(900, 7000, 60_000, 4_000_000),
        fc.integer({ min: 50, max: 40_000 }),
        (steps, chosen, blockBytes, pieceBytes) => {
          const bytes = write(steps, chosen);
          const fast = read(bytes, pieceBytes, { blockBytes, createKernel: fastKernels() });
          assert.deepEqual(told(fast), told(read(bytes, bytes.length, { blockBytes })));
          lines += fast.lines;
        },
      ),
      { numRuns: 80 },
    );
    assert.ok(skimmed > lines / 20, `${skimmed} of ${lines} lines were skimmed`);
  });

  it('are skimmed with a literal in them, too', () => {
    const line = (at: number): string =>
      `I0513 10:27:${pad(at % 60)}.000000   14200 kubelet.go:2130] ${at % 5 === 0 ? 'Container garbage collection failed: operation timeout' : 'Started it'}`;
    const bytes = Buffer.from(Array.from({ length: 300 }, (_, at) => `${line(at)}\n`).join(''));
    const before = skimmed;
    const fast = read(bytes, bytes.length, { createKernel: fastKernels() });
    assert.deepEqual([fast.events.length, skimmed - before > 280], [60, true]);
    assert.deepEqual(told(fast), told(read(bytes, bytes.length, {})));
  });

  it('go on with the record before them where their clocks show no time of day', () => {
    const plain = 'May 13 10:27:47 node-7 app[1]: Started it.';
    const failed =
      'May 13 10:27:47 node-7 kubelet: Container garbage collection failed: operation timeout: context deadline exceeded';
    const lines = [
      ...Array(30).fill(plain),
      failed,
      plain.replace('10:27', '10:97'),
      plain.replace(':47', ':77'),
      plain,
    ];
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const fast = read(bytes, bytes.length, { createKernel: fastKernels() });
    assert.deepEqual([fast.records, fast.unparsedLines, fast.events[0]?.endLine], [32, 0, 33]);
    assert.deepEqual(told(fast), told(read(bytes, bytes.length, {})));
  });

  it('hold no record of any format, behind any prefix, that would be found in them', () => {
    const prefixes = ['', '> ', 'node-7: ', 'web-1 app ', './a.log:12:', 'app-1  | ', 'a: b: ', '[web-1] ', '* ', '"'];
    const bodies = formats.flatMap(({ samples, nearMisses }) => [...samples.map(({ line }) => line), ...nearMisses]);
    const kernel = fastKernels()?.(new LiteralSearch(['literal']).table);
    assert.ok(kernel);
    kernel.reserve(1_000_000);
    const memory = kernel.skimmer;
    assert.ok(memory);
    const put = (text: string): number => {
      const bytes = Buffer.from(`${text}\n`);
      kernel.bytes.set(bytes);
      return bytes.length - 1;
    };
    for (const head of [
      'May 13 10:27:47 node-7 app[1]: ',
      '2022-05-13T02:27:47.1Z stdout F ',
      '2022-05-13T10:27:47+0800 a b: ',
    ]) {
      const framer = new Framer(formats);
      const length = put(`${head}Started it.`);
      assert.ok(framer.frame(kernel.bytes, 0, length));
      const shape = learnShape(framer, kernel.bytes, 0, length, 1);
      assert.ok(shape);
      writeShape(memory, 0, shape, true);
      new SkimRun(kernel).setShapes([0]);
      assert.ok(memory.begins(0, length));
      for (const text of prefixes.flatMap((prefix) => bodies.map((body) => `${prefix}${body}`))) {
        const end = put(`${head}${text.replaceAll('\n', ' ')}`);
        framer.forget();
        const isPlain = framer.frame(kernel.bytes, 0, end) && framer.layerKey === shape.layerKey;
        assert.ok(isPlain || !memory.begins(0, end), text);
      }
    }
  });
});
