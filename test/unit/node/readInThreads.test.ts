/** Files read by several threads give the report that one thread gives. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Report } from '../../../server/src/engine/index';
import { blockBytes, createEngine } from '../../../server/src/engine/index';
import type { Snapshot } from '../../../server/src/node/partialReports';
import type { ReadOptions, ReadResult } from '../../../server/src/node/readSources';
import { readInto } from '../../../server/src/node/readSources';
import type { ReadAnswer, ReadTask } from '../../../server/src/node/readTask';
import { usualLimits } from '../../../server/src/node/unpack';
import { OwnThread, WorkerPool } from '../../../server/src/node/workerPool';
import { writeNodeLogs } from '../../bench/nodeLogs';
import { pipe } from '../../support/packing';

async function read(folder: string, options: ReadOptions): Promise<{ report: Report; result: ReadResult }> {
  const engine = createEngine();
  const result = await readInto(engine, [folder], options);
  return { report: engine.report({ partial: result.stopped }), result };
}

function threads(stretchBytes = blockBytes, joins = false): ReadOptions {
  return { threads: () => new WorkerPool(2, {}, stretchBytes, joins) };
}

describe('reading with several threads', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-threads-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the same report as reading with one, also of a file in stretches and of packed ones', async () => {
    const { files } = writeNodeLogs(path.join(folder, 'case'), 40_000_000);
    assert.ok(files.length > 3);
    writeFileSync(
      path.join(folder, 'case', 'kubelet.log.1.gz'),
      gzipSync(
        'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout\n',
      ),
    );
    const one = await read(folder, {});
    for (const joins of [false, true]) {
      const several = await read(folder, threads(blockBytes, joins));
      assert.deepEqual(several.report, one.report);
      assert.deepEqual([...several.result.sources].sort(), [...one.result.sources].sort());
    }
    assert.ok(one.report.events.length > 50);
  });

  it('tells on the way what was read so far: whole files, and large ones up to a stretch', async () => {
    writeNodeLogs(folder, 36_000_000);
    let told = (): void => undefined;
    const partTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    class Held extends WorkerPool {
      override async run(task: ReadTask): Promise<ReadAnswer> {
        // All but the beginning of the largest file waits until a part was told.
        const isLargest = task.file.id === 'worker-7/var/log/messages';
        const isBeginning = isLargest && task.kind === 'stretch' && task.stretch.from === 0;
        if (task.kind !== 'probe' && !isBeginning) await partTold;
        return super.run(task);
      }
    }
    const parts: Snapshot[] = [];
    const partial = {
      firstMs: 0,
      everyMs: 0,
      take: async (snapshot: Snapshot): Promise<void> => {
        parts.push(snapshot);
        told();
      },
    };
    const { report } = await read(folder, { threads: () => new Held(2, {}, blockBytes), partial });
    const [part] = parts;
    const [source] = part?.sources ?? [];
    assert.deepEqual([...(part?.paths.keys() ?? [])], ['worker-7/var/log/messages']);
    const whole = report.sources.find(({ id }) => id === source?.info.id);
    assert.ok(source !== undefined && source.lines > 0 && source.lines < (whole?.lines ?? 0));
    assert.deepEqual(report, (await read(folder, {})).report);
  });

  it('keeps to the limits of unpacking', async () => {
    writeFileSync(path.join(folder, 'a.gz'), gzipSync(gzipSync('May 13 10:00:00 node-7 kernel: up\n')));
    const limits = { ...usualLimits, depth: 1 };
    for (const options of [{ limits }, { ...threads(), limits }]) {
      const { report, result } = await read(folder, options);
      assert.match(report.unread[0]?.reason.en ?? '', /more than 1 archives inside each other/);
      assert.equal(result.losses, 1);
    }
  });

  it('reads a file in one piece when bytes in the middle are none', async () => {
    const event =
      'May 13 10:27:47 node-a dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\n';
    const part = Buffer.from(
      event + 'May 13 10:27:48 node-a systemd: Started Session 4711 of user root.\n'.repeat(90_000),
    );
    writeFileSync(path.join(folder, 'messages'), Buffer.concat([part, part, Buffer.alloc(5000), part]));
    const one = await read(folder, {});
    const several = await read(folder, threads());
    assert.deepEqual(several.report, one.report);
    assert.equal(several.report.sources[0]?.gaps.length, 1);
    assert.equal(several.report.events.length, 3);
  });

  it('stops at once and reports what was read until then', async () => {
    writeNodeLogs(folder, 40_000_000);
    const control = new AbortController();
    const pending = read(folder, {
      ...threads(),
      signal: control.signal,
      onProgress: ({ bytesRead }) => {
        if (bytesRead > 4_000_000) control.abort();
      },
    });
    const { report, result } = await pending;
    assert.equal(result.stopped, true);
    assert.equal(report.partial, true);
    const bytes = report.sources.reduce((sum, source) => sum + source.bytes, 0);
    assert.ok(bytes < 39_000_000, `${bytes} bytes were read`);
  });

  describe('decodes in one what it reads in another', () => {
    const events =
      'May 13 10:27:47 node-a dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\n';
    const text = Buffer.from(
      Array.from({ length: 110_000 }, (_, index) => `${line(index)}${index % 9000 === 0 ? events : ''}`).join(''),
    );

    /** Lines that hardly pack, so that few of them are enough for a second thread. */
    function line(index: number): string {
      const hash = createHash('sha1').update(String(index)).digest('hex');
      return `May 13 10:${20 + (index % 7)}:00 node-a systemd: Started ${hash}${hash.split('').reverse().join('')}.\n`;
    }

    const gzip = (bytes: Uint8Array): Buffer => gzipSync(bytes, { level: 1 });
    const half = text.length >> 1;
    const members = (): Buffer[] => [gzip(text.subarray(0, half)), gzip(text.subarray(half))];
    const forms: Readonly<Record<string, () => Buffer>> = {
      'messages.gz': () => Buffer.concat(members()),
      'damaged.gz': () => Buffer.concat(members()).fill(0xff, 4_000_000, 4_000_100),
      'cut.gz': () => gzip(text).subarray(0, -200_000),
      'messages.zst': () => pipe('zstd', ['-1', '-c'], text),
      'logs.tar.gz': () => gzip(tarOf(text)),
    };
    for (const [name, pack] of Object.entries(forms)) {
      it(`${name}: the report and the account of every byte are the same`, async () => {
        const bytes = pack();
        assert.ok(bytes.length > 4 * 1024 * 1024, 'large enough for a second thread');
        writeFileSync(path.join(folder, name), bytes);
        const one = await read(folder, {});
        const pool = new WorkerPool(2, {});
        const several = await read(folder, { threads: () => pool });
        assert.deepEqual(several, one);
        assert.equal(pool.bytesRead, bytes.length);
        assert.ok(one.report.events.length > 3);
      });
    }

    function tarOf(content: Buffer): Buffer {
      const below = path.join(folder, 'node-a');
      mkdirSync(below);
      writeFileSync(path.join(below, 'messages'), content);
      const tar = execFileSync('tar', ['-C', folder, '-cf', '-', 'node-a'], { maxBuffer: 2 ** 30 });
      rmSync(below, { recursive: true });
      return tar;
    }
  });

  it('reads in its own thread what a thread fails at', async () => {
    writeNodeLogs(folder, 20_000_000);
    const one = await read(folder, {});
    const several = await read(folder, {
      threads: () => {
        const pool = new WorkerPool(2, {}, blockBytes);
        void pool.close();
        return pool;
      },
    });
    assert.deepEqual(several.report, one.report);
  });

  it('gives up a file that takes all the memory of a thread, names it, and reads the others', async () => {
    writeNodeLogs(folder, 1_000_000);
    writeFileSync(path.join(folder, 'bomb.log'), 'x'.repeat(1000));
    const outOfMemory = Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    class Narrow extends OwnThread {
      override run(task: ReadTask): Promise<ReadAnswer> {
        return task.file.id === 'bomb.log' ? Promise.reject(outOfMemory) : super.run(task);
      }
    }
    const { report, result } = await read(folder, { threads: () => new Narrow({}) });
    const named = report.unread.filter(({ kind }) => kind === 'loss');
    assert.deepEqual(
      named.map(({ id, reason, retry }) => [id, reason.en, retry]),
      [['bomb.log', 'reading it took more memory than there is', true]],
    );
    assert.equal(result.losses, 1);
    assert.ok(report.sources.length > 3);
  });
});
