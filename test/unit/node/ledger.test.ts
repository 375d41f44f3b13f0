/** Nothing is lost in silence: every byte of every source has its place, whatever was done to it and however it was read. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { balances } from '../../../server/src/cli/ledger';
import type { Report } from '../../../server/src/engine/index';
import { catalogue, createEngine, toMarkdown, toText, toTriageJson } from '../../../server/src/engine/index';
import type { ReadResult } from '../../../server/src/node/readSources';
import { readInto } from '../../../server/src/node/readSources';
import { runCli } from '../../support/cli';
import { everyForm, story } from '../../support/collection';
import { memoryFiles } from '../../support/memoryFiles';
import { withFolder } from '../../support/packing';

async function read(
  name: string,
  bytes: Uint8Array,
  readBytes = 2 ** 20,
): Promise<{ readonly report: Report; readonly result: ReadResult }> {
  const engine = createEngine();
  const files = memoryFiles({ [`/case/${name}`]: bytes }, { readBytes });
  const result = await readInto(engine, [`/case/${name}`], { files });
  assert.equal(files.count.open, 0, 'no file is left open');
  return { report: engine.report(), result };
}

const english = { language: 'en', linkBase: '', color: false } as const;

/** Every sum that must hold for a file of `size` bytes. */
function check({ report, result }: Awaited<ReturnType<typeof read>>, size: number): void {
  assert.ok(
    balances(report.sources),
    JSON.stringify(report.sources.map(({ id, bytes, ledger }) => ({ id, bytes, ledger }))),
  );
  const [outermost] = result.stages;
  const [source] = report.sources;
  // What turns out to be no log is not read to its end.
  const isRefused = report.unread.some(({ kind }) => kind === 'skipped');
  if (outermost !== undefined && !isRefused)
    assert.equal(outermost.taken, size, `${outermost.form}: all bytes were taken`);
  else if (outermost === undefined && source !== undefined) assert.equal(source.bytes, size);
  // What is missing heads every export, and nothing else does.
  assert.equal(/^# .*\n\n## What could not be read\n/.test(toMarkdown(report, catalogue, english)), result.losses > 0);
  assert.equal(toText(report, catalogue, english).startsWith('What could not be read\n'), result.losses > 0);
  for (const stage of result.stages) assert.ok(stage.lost + stage.padding <= stage.taken, JSON.stringify(stage));
}

/** Damage as disks, transfers and people do it. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'zero', 'cut', 'insert', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 700 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(bytes: Buffer, damages: typeof damage extends fc.Arbitrary<infer Value> ? Value : never): Buffer {
  let result = Buffer.from(bytes);
  for (const { kind, at, length } of damages) {
    const start = Math.floor(at * result.length);
    if (kind === 'flip' && start < result.length) result[start] = (result[start] ?? 0) ^ (1 << (length & 7));
    else if (kind === 'zero') result.fill(0, start, Math.min(result.length, start + length));
    else if (kind === 'cut') result = Buffer.from(result.subarray(0, start));
    else if (kind === 'insert')
      result = Buffer.concat([result.subarray(0, start), Buffer.alloc(length, 'x\n'), result.subarray(start)]);
    else result = Buffer.concat([result.subarray(0, start + length), result.subarray(start)]);
  }
  return result;
}

describe('the ledger', () => {
  let collection: Readonly<Record<string, Buffer>> = {};
  before(async () => {
    collection = await everyForm();
  });

  it('balances for every form, and nothing is missing', async () => {
    for (const [name, bytes] of Object.entries(collection)) {
      const found = await read(name, bytes);
      check(found, bytes.length);
      assert.equal(found.result.losses, name === 'kubelet.log' ? 2 : 0, name);
    }
  });

  it('balances for every form with random damage, which never throws', async () => {
    for (const [name, bytes] of Object.entries(collection)) {
      await fc.assert(
        fc.asyncProperty(damage, async (damages) => {
          const hurt = damaged(bytes, damages);
          check(await read(name, hurt), hurt.length);
        }),
        { numRuns: 12 },
      );
    }
  });

  it('and the whole report are the same for every size of reads', async () => {
    for (const [name, bytes] of Object.entries(collection)) {
      const whole = await read(name, bytes);
      for (const size of [1, 7, 4096, 65_536]) {
        const pieces = await read(name, bytes, size);
        assert.deepEqual(toTriageJson(pieces.report), toTriageJson(whole.report), `${name} by ${size}`);
        assert.deepEqual(pieces.result.stages, whole.result.stages, `${name} by ${size}`);
      }
    }
  });

  it('tells a loss in the middle from the lines around it', async () => {
    const half = story.length >> 1;
    const first = gzipSync(story.subarray(0, half));
    const { report, result } = await read('messages.gz', Buffer.concat([first.subarray(0, -30), gzipSync(story)]));
    check({ report, result }, first.length - 30 + gzipSync(story).length);
    const [source] = report.sources;
    const alone = await read('messages', story);
    assert.ok((source?.records ?? 0) > (alone.report.sources[0]?.records ?? 0));
    assert.deepEqual(
      source?.gaps.map(({ kind }) => kind),
      ['loss', 'unverified'],
    );
    assert.ok(result.losses > 0);
  });
});

describe('the exit status', () => {
  it('of a triage is 3 for every form that is cut in the middle, and what is missing is named', async () => {
    for (const [name, bytes] of Object.entries(await everyForm())) {
      // Of plain text nobody knows that it is cut.
      if (name === 'messages' || name.endsWith('.log')) continue;
      await withFolder({ [name]: bytes.subarray(0, bytes.length * 0.6) }, async (folder) => {
        const { status, output } = await runCli(['triage', folder, '--format', 'text', '--ledger']);
        assert.equal(status, 3, name);
        assert.match(output, /What could not be read/, name);
        assert.match(output, /All sums hold/, name);
      });
    }
  });
});

describe('causeline triage --ledger', () => {
  it('adds where every byte went, in each format', async () => {
    await withFolder({ 'messages.gz': gzipSync(story), 'core.1': '\x7fELF' }, async (folder) => {
      const text = await runCli(['triage', folder, '--format', 'text', '--ledger']);
      assert.equal(text.status, 0);
      assert.match(
        text.output,
        /messages\.gz \(gzip\): (\d+) bytes = \1 used \+ 0 lost \+ 0 padding; \d+ bytes came out/,
      );
      assert.match(
        text.output,
        /messages\.gz: \d+ bytes = \d+ in records \+ \d+ in other lines \+ \d+ line ends \+ 0 left/,
      );
      assert.match(text.output, /core\.1: skipped: a program or core dump \(ELF\), not a log\nAll sums hold\.\n$/);
      assert.match((await runCli(['triage', folder, '--ledger'])).output, /\n```text\nLedger:\n/);
      const { packed, sources } = JSON.parse((await runCli(['triage', folder, '--format', 'json', '--ledger'])).output);
      assert.equal(packed[0].given, sources[0].bytes);
      assert.doesNotMatch((await runCli(['triage', folder])).output, /All sums hold/);
    });
  });
});
