/** Files as crashes, truncations, kernels and people leave them: every byte is accounted for, and nothing takes longer than it must. */
import * as assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { balances } from '../../../server/src/cli/ledger';
import type { Report, SourceReport } from '../../../server/src/engine/index';
import { createEngine } from '../../../server/src/engine/index';
import { diskFiles } from '../../../server/src/node/files';
import { machine } from '../../../server/src/node/machine';
import { readInto } from '../../../server/src/node/readSources';
import { threadsFor } from '../../../server/src/node/workerPool';
import { kubeletEntry, writtenJournal } from '../../support/journals';
import { logText } from '../../support/logText';
import { memoryFiles } from '../../support/memoryFiles';
import { pipe, withFolder } from '../../support/packing';
import { onlySource } from '../../support/triage';

const line = (at: number): string =>
  `May 13 10:00:${String(at).padStart(2, '0')} node-7 kubelet[711]: E0513 10:00:00.000000     711 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded\n`;

async function readDisk(folder: string, threads: number | null = null): Promise<Report> {
  const engine = createEngine();
  await readInto(engine, [folder], threads === null ? {} : { threads: threadsFor(engine.scanOptions, threads) });
  const report = engine.report();
  assert.ok(balances(report.sources));
  return report;
}

async function readBytes(bytes: Uint8Array, readBytes = 2 ** 20): Promise<SourceReport> {
  const engine = createEngine();
  await readInto(engine, ['/case/messages'], { files: memoryFiles({ '/case/messages': bytes }, { readBytes }) });
  const report = engine.report();
  assert.ok(balances(report.sources));
  return onlySource(report);
}

/** A file with text at its beginning and at its end, and nothing between. */
function writeSparse(file: string, before: string, size: number, after: string): void {
  const handle = openSync(file, 'w');
  if (before !== '') writeSync(handle, before);
  ftruncateSync(handle, size);
  writeSync(handle, after, size);
  closeSync(handle);
}

describe('a sparse file', () => {
  const size = 2 ** 40;

  for (const [name, before] of [
    ['with data at both ends', line(1).repeat(100)],
    ['that a program went on to write at its old place after it was emptied', ''],
  ] as const) {
    it(`of a terabyte ${name} is read at once, by one thread or several`, async () => {
      await withFolder({}, async (folder) => {
        writeSparse(path.join(folder, 'messages'), before, size, line(2).repeat(3));
        for (const threads of [null, 1, 2]) {
          const source = onlySource(await readDisk(folder, threads));
          assert.equal(source.bytes, size + line(2).length * 3);
          assert.equal(source.records, before === '' ? 3 : 103);
          const holes = source.gaps.map(({ kind, start, end }) => [kind, start, end] as const);
          assert.equal(
            holes.reduce((sum, [, start, end]) => sum + end - start, 0),
            size - before.length,
          );
          assert.ok(holes.every(([kind]) => kind === 'hole'));
        }
      });
    });
  }

  it('of which less is told to be allocated than there is, as on a disk that compresses, is read to the last byte', async () => {
    const bytes = Buffer.alloc(100 * 2 ** 20);
    const tail = `\n${line(3).repeat(300)}`;
    bytes.write(line(1));
    bytes.write(`\n${line(2)}`, 50 * 2 ** 20);
    bytes.write(tail, bytes.length - tail.length);
    const disk = memoryFiles({ '/case/messages': bytes });
    const facts = async (file: string) => ({ ...(await disk.facts(file)), allocated: 8192 });
    const engine = createEngine();
    await readInto(engine, ['/case'], { files: { ...disk, facts } });
    assert.equal(onlySource(engine.report()).records, 302);
  });
});

describe('text', () => {
  it('of one NUL byte, of nothing, and without an end to its last line is accounted for', async () => {
    assert.deepEqual((await readBytes(Buffer.alloc(1))).bytes, 1);
    assert.deepEqual((await readBytes(Buffer.alloc(0))).lines, 0);
    assert.deepEqual((await readBytes(Buffer.from(line(1).trimEnd()))).records, 1);
  });

  it('with line ends of every kind has the same lines for every size of reads', async () => {
    const text = [line(1), line(2).replace('\n', '\r\n'), line(3).replace('\n', '\r'), line(4), '\r\n', line(5)].join(
      '',
    );
    const whole = await readBytes(Buffer.from(text));
    for (let size = 1; size <= 17; size++) assert.deepEqual(await readBytes(Buffer.from(text), size), whole, `${size}`);
    assert.deepEqual([whole.lines, whole.records], [5, 4]);
  });

  it('with separators of other worlds in it has no more lines than line feeds', async () => {
    const source = await readBytes(Buffer.from(line(1).replace('failed', 'failed\u2028\u2029\u0085\u000b\u000c')));
    assert.deepEqual([source.lines, source.records], [1, 1]);
  });

  it('in UTF-16 with half a pair in it loses no line', async () => {
    const text = Buffer.from(`\ufeff${line(1)}x\ud800y\n${line(2)}`, 'utf16le');
    const source = await readBytes(text);
    assert.deepEqual([source.lines, source.records], [3, 2]);
  });

  it('with bytes that are no UTF-8 has every line and every byte', async () => {
    const odd = [
      [0xc0, 0xaf],
      [0xe8, 0x8a],
      [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
      [0xff],
      [0xe9],
      [0xf5, 0x80, 0x80, 0x80],
    ];
    const bytes = Buffer.concat(
      odd.flatMap((middle, at) => [Buffer.from(line(at).trimEnd()), Buffer.from(middle), Buffer.from('\n')]),
    );
    const source = await readBytes(bytes);
    assert.deepEqual([source.bytes, source.records, source.gaps], [bytes.length, odd.length, []]);
  });

  it('with one line of 64 MB between others is read with the failure at its end', async () => {
    const long = `${line(1).trimEnd()} ${'abcdefg '.repeat(8 * 2 ** 20)} ${line(3).slice(80)}`;
    const engine = createEngine();
    const bytes = Buffer.from(line(1) + long + line(2));
    await readInto(engine, ['/a'], { files: memoryFiles({ '/a': bytes }) });
    const report = engine.report();
    assert.equal(onlySource(report).records, 3);
    assert.deepEqual([...new Set(report.events.map((event) => event.line))], [1, 2, 3]);
    assert.ok(report.events.every(({ text }) => text.length <= 400));
  });
});

describe('a file of the kernel', () => {
  it('that says it is empty and is not is read', async () => {
    const engine = createEngine();
    await readInto(engine, ['/proc/self/status']);
    assert.ok(onlySource(engine.report()).lines > 10);
  });

  it('that never ends is refused', async () => {
    const engine = createEngine();
    const { unread } = await readInto(engine, ['/dev/zero']);
    assert.deepEqual(
      unread.map(({ reason }) => reason.en),
      ['neither a file, a folder nor a pipe'],
    );
  });
});

describe('a folder under change', () => {
  it('in which a file vanishes between the walk and the reading names it and reads the others', async () => {
    await withFolder({ a: line(1), b: line(2), c: line(3) }, async (folder) => {
      const engine = createEngine();
      const walked = {
        ...diskFiles,
        list: async (name: string) => {
          const names = await diskFiles.list(name);
          return names;
        },
        facts: async (name: string) => {
          const facts = await diskFiles.facts(name);
          if (name.endsWith('/b')) unlinkSync(name);
          return facts;
        },
      };
      const { losses } = await readInto(engine, [folder], { files: walked });
      const { sources } = engine.report();
      assert.equal(losses, 1);
      assert.deepEqual(
        sources.map(({ id, records, gaps }) => [id, records, gaps.map(({ reason, retry }) => `${reason.en} ${retry}`)]),
        [
          ['a', 1, []],
          ['b', 0, ['ENOENT: no such file or directory true']],
          ['c', 1, []],
        ],
      );
    });
  });

  for (const [name, pack] of [
    ['gzip', (text: Buffer) => gzipSync(text)],
    [
      'zip',
      (text: Buffer) =>
        withFolder({ messages: text }, (folder) => pipe('bash', ['-c', `cd ${folder} && zip -q - messages`])),
    ],
    [
      'tar',
      (text: Buffer) => withFolder({ messages: text }, (folder) => pipe('tar', ['-C', folder, '-cf', '-', 'messages'])),
    ],
    [
      'journal',
      () =>
        writtenJournal(
          Array.from({ length: 500 }, (_, at) =>
            kubeletEntry(at * 1000, `I0513 02:27:47.${String(at).padStart(6, '0')}   1 a.go:1] up`),
          ),
        ),
    ],
  ] as const) {
    it(`whose ${name} file becomes shorter while it is read keeps what was there, and says so`, async () => {
      const whole = await pack(Buffer.from(logText(300_000)));
      const files: Record<string, Uint8Array> = { '/case/a': whole };
      let reads = 0;
      const disk = memoryFiles(files, {
        readBytes: 2000,
        before: (_, kind) => {
          if (kind === 'read' && ++reads > 3) files['/case/a'] = whole.subarray(0, whole.length >> 1);
        },
      });
      const engine = createEngine();
      const { losses } = await readInto(engine, ['/case'], { files: disk });
      const report = engine.report();
      assert.ok(losses > 0);
      assert.ok(balances(report.sources));
    });
  }

  it('whose journal grows while it is read gives what was there, and no damage', async () => {
    const entries = Array.from({ length: 400 }, (_, at) =>
      kubeletEntry(at * 1000, `I0513 02:27:47.000000   1 a.go:1] up ${at}`),
    );
    const files: Record<string, Uint8Array> = { '/case/system.journal': writtenJournal(entries.slice(0, 200)) };
    const disk = memoryFiles(files, {
      before: (_, kind) => {
        if (kind === 'open') files['/case/system.journal'] = writtenJournal(entries);
      },
    });
    const engine = createEngine();
    const { losses } = await readInto(engine, ['/case'], { files: disk });
    assert.equal(losses, 0);
    assert.ok(onlySource(engine.report()).records >= 200);
  });
});

describe('the address of a file', () => {
  for (const name of [
    'new\nline',
    'a#b?c%41',
    'quote\'"',
    '\u{1f600}',
    'a b',
    'x\u202ey',
    '节点',
    '\\back',
    'dot.',
    'CON',
  ])
    it(`named ${JSON.stringify(name)} leads to it`, () => {
      const file = path.join('/case', name);
      assert.equal(machine.toPath(machine.toUri(file)), file);
    });
});
