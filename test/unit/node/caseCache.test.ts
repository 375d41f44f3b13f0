/** What was read is found again on disk, is used only when nothing has changed, and never makes a difference to the report. */
import * as assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Report } from '../../../server/src/engine/index';
import { blockBytes, createEngine } from '../../../server/src/engine/index';
import { CaseCache } from '../../../server/src/node/caseCache';
import type { Entries } from '../../../server/src/node/entryStore';
import { EntryStore } from '../../../server/src/node/entryStore';
import { MemoryEntries } from '../../../server/src/node/memoryEntries';
import { readInto } from '../../../server/src/node/readSources';
import type { ReadAnswer, ReadTask } from '../../../server/src/node/readTask';
import { ResidentAnswers } from '../../../server/src/node/residentAnswers';
import { identityOf } from '../../../server/src/node/samples';
import { usualLimits } from '../../../server/src/node/unpack';
import type { FoundFile } from '../../../server/src/node/walk';
import { OwnThread } from '../../../server/src/node/workerPool';
import { writeNodeLogs } from '../../bench/nodeLogs';

/** This thread, and where in which files it was asked to begin; `work` of a reading is how many bytes threads were made for. */
class ToldThread extends OwnThread {
  readonly asked: { readonly path: string; readonly from: number }[] = [];

  override run(task: ReadTask): Promise<ReadAnswer> {
    this.asked.push({ path: task.file.path, from: task.kind === 'stretch' ? task.stretch.from : 0 });
    return super.run(task);
  }
}

async function read(
  paths: readonly string[],
  kept: string | Entries | null,
  options = {},
  resident = new ResidentAnswers(),
): Promise<{ report: Report; thread: ToldThread; work: number }> {
  const engine = createEngine(options);
  const thread = new ToldThread(engine.scanOptions);
  const entries = typeof kept === 'string' ? new EntryStore(kept) : kept;
  const cache =
    entries === null ? undefined : new CaseCache(entries, engine.scanOptions, usualLimits, identityOf, resident);
  let work = 0;
  const threads = (files: readonly FoundFile[]): ToldThread => {
    work = files.reduce((sum, { size }) => sum + size, 0);
    return thread;
  };
  const result = await readInto(engine, paths, { threads, cache });
  const report = (await result.known?.report()) ?? engine.report();
  await cache?.keepReport(result, report);
  return { report, thread, work };
}

describe('what was read, kept on disk', () => {
  let home: string;
  let folder: string;
  let kept: string;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'causeline-cache-'));
    folder = path.join(home, 'case');
    kept = path.join(home, 'kept');
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('spares reading an unchanged case and gives the same report', async () => {
    writeNodeLogs(folder, 3_000_000);
    const plain = await read([folder], null);
    const first = await read([folder], kept);
    const second = await read([folder], kept);
    assert.deepEqual(first.report, plain.report);
    assert.deepEqual(second.report, plain.report);
    assert.ok(first.thread.asked.length > 0);
    assert.deepEqual(second.thread.asked, []);
  });

  it('of many small files reads those again that are others, and forgets those that are gone', async () => {
    mkdirSync(folder);
    const name = (index: number): string => path.join(folder, `node-${index}.log`);
    const line = (index: number): string =>
      `May 13 10:20:0${index % 10} node-${index} kubelet: PLEG is not healthy: ${index}\n`;
    for (let index = 0; index < 60; index++) writeFileSync(name(index), line(index));
    await read([folder], kept);
    writeFileSync(name(7), line(70));
    writeFileSync(name(60), line(60));
    rmSync(name(8));
    for (const expected of [[name(60), name(7)], []]) {
      const again = await read([folder], kept);
      assert.deepEqual(again.thread.asked.map(({ path: asked }) => asked).sort(), expected);
      assert.deepEqual(again.report, (await read([folder], null)).report);
    }
  });

  it('reads a file again whose content has changed in place', async () => {
    const { files } = writeNodeLogs(folder, 3_000_000);
    await read([folder], kept);
    const file = files[0] ?? '';
    writeFileSync(file, readFileSync(file, 'latin1').replace('worker-7', 'worker-9'), 'latin1');
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const again = await read([folder], kept);
    assert.deepEqual(
      again.thread.asked.map(({ path: asked }) => asked),
      [file],
    );
    assert.deepEqual(again.report, (await read([folder], null)).report);
  });

  for (const megabytes of [1, 12]) {
    it(`reads a file of ${megabytes} MB again of which a byte was changed in place, under its old size and date`, async () => {
      mkdirSync(folder);
      const file = path.join(folder, 'messages');
      const ordinary = 'Mar 14 10:20:00 node-7 systemd: Started Session 4711 of user root.\n';
      const telling = 'Mar 14 10:20:00 node-7 kubelet: PLEG is not healthy: pleg was last seen active 3m5s ago\n';
      const half = ordinary.repeat(Math.ceil((megabytes * 500_000) / ordinary.length));
      // The very middle is looked at, and what stands well before it is not.
      const rest = ordinary.repeat(Math.ceil(20_000 / ordinary.length));
      writeFileSync(file, `${half}${telling}${rest}${half}`);
      const date = new Date('2023-03-15T00:00:00Z');
      utimesSync(file, date, date);
      const { report } = await read([folder], kept);
      assert.deepEqual((await read([folder], kept)).thread.asked, []);
      const handle = openSync(file, 'r+');
      writeSync(handle, 'x', half.length + telling.indexOf('PLEG'));
      closeSync(handle);
      utimesSync(file, date, date);
      const again = await read([folder], kept);
      assert.ok(again.thread.asked.some(({ from }) => from === 0));
      assert.deepEqual(again.report, (await read([folder], null)).report);
      assert.notDeepEqual(again.report, report);
    });
  }

  it('knows small files by all of their content: neither other rights nor a copy in their place have them read again', async () => {
    mkdirSync(folder);
    for (const name of ['messages', 'secure']) {
      const file = path.join(folder, name);
      writeFileSync(
        file,
        'Mar 14 10:20:00 node-7 kubelet: PLEG is not healthy: 1\n'.repeat(name === 'secure' ? 1 : 900),
      );
      utimesSync(file, 1_700_000_000, 1_700_000_000);
      await read([folder], kept);
      chmodSync(file, 0o640);
      renameSync(file, path.join(home, 'old'));
      cpSync(path.join(home, 'old'), file, { preserveTimestamps: true });
      assert.deepEqual((await read([folder], kept)).thread.asked, []);
    }
  });

  it('reads of a file that has grown what is new, and little more', async () => {
    const { files } = writeNodeLogs(folder, 45_000_000);
    const [file = '', other = ''] = files;
    await read([file, other], kept);
    const text = readFileSync(file);
    // Of what a file has grown by much at once its beginning is kept, too.
    for (const [more, begin, most] of [
      [2e6, 2 * blockBytes, 7e6],
      [text.length, 2 * blockBytes, 26e6],
      [2e6, 2 * text.length - blockBytes, 7e6],
    ] as const) {
      appendFileSync(file, text.subarray(0, more));
      const grown = await read([file, other], kept);
      assert.ok(grown.thread.asked.length > 0 && grown.work < most);
      assert.ok(grown.thread.asked.every(({ path: asked, from }) => asked === file && from >= begin));
      assert.deepEqual(grown.report, (await read([file, other], null)).report);
    }
  });

  it('takes no more room each time that a file has grown', async () => {
    const { files } = writeNodeLogs(folder, 10_000_000);
    const [file = ''] = files;
    const line = readFileSync(file, 'latin1').split('\n', 1)[0] ?? '';
    const rooms: number[] = [];
    for (let times = 0; times < 4; times++) {
      await read([folder], kept);
      await read([file], kept);
      rooms.push(readdirSync(kept).length);
      appendFileSync(file, `${line}\n`);
    }
    assert.equal(rooms[3], rooms[1]);
    const { thread } = await read([file], kept);
    assert.ok(thread.asked.length > 0);
    assert.deepEqual((await read([file], kept)).thread.asked, []);
  });

  it('dates a file that has grown by what it is now', async () => {
    const line =
      'Mar 14 10:20:00 node-7 dockerd: is currently holding the xtables lock; waiting (47s) for it to exit...\n';
    const ordinary = 'Mar 14 10:20:00 node-7 systemd: Started Session 4711 of user root.\n';
    mkdirSync(folder);
    const file = path.join(folder, 'messages');
    writeFileSync(file, line + ordinary.repeat(Math.ceil((3 * blockBytes) / ordinary.length)));
    for (const date of [Date.UTC(2020, 5, 1), Date.UTC(2022, 5, 1)]) {
      utimesSync(file, date / 1000, date / 1000);
      const { report } = await read([folder], kept);
      assert.deepEqual(report, (await read([folder], null)).report);
      appendFileSync(file, line);
    }
  });

  it('is not believed once it is damaged', async () => {
    writeNodeLogs(folder, 1_000_000);
    const first = await read([folder], kept);
    for (const name of readdirSync(kept)) {
      const entry = path.join(kept, name);
      const bytes = readFileSync(entry);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(entry, bytes);
    }
    const second = await read([folder], kept);
    assert.deepEqual(second.report, first.report);
    assert.ok(second.thread.asked.length > 0);
  });

  it('is neither shown to others nor believed where they could have written it', async () => {
    writeNodeLogs(folder, 1_000_000);
    await read([folder], kept);
    for (const name of readdirSync(kept)) {
      assert.equal(statSync(path.join(kept, name)).mode & 0o777, 0o600, name);
      chmodSync(path.join(kept, name), 0o666);
    }
    assert.ok((await read([folder], kept)).thread.asked.length > 0);
    assert.deepEqual((await read([folder], kept)).thread.asked, [], 'what is written anew is believed');
  });

  it('keeps nothing of a file that a disk failed at: it may be read the next time', async () => {
    writeNodeLogs(folder, 1_000_000);
    const whole = await read([folder], null);
    const failing = createEngine();
    class Failing extends OwnThread {
      override async run(task: ReadTask): Promise<ReadAnswer> {
        const reason = { en: 'EIO: i/o error', zh: 'EIO' };
        const answer = await super.run(task);
        return { ...answer, sources: [], unread: [{ id: task.file.id, kind: 'loss', reason, retry: true }] };
      }
    }
    const cache = new CaseCache(new EntryStore(kept), failing.scanOptions);
    const threads = () => new Failing(failing.scanOptions);
    const result = await readInto(failing, [folder], { threads, cache });
    await cache.keepReport(result, failing.report());
    assert.ok(result.losses > 0);
    assert.deepEqual((await read([folder], kept)).report, whole.report);
  });

  it('is another for other decisions of the user', async () => {
    writeNodeLogs(folder, 1_000_000);
    await read([folder], kept);
    const zoned = await read([folder], kept, { zone: '+08:00' });
    assert.deepEqual(zoned.report, (await read([folder], null, { zone: '+08:00' })).report);
  });

  it('stays within its size', async () => {
    writeNodeLogs(folder, 1_000_000);
    await read([folder], kept);
    const before = readdirSync(kept).length;
    await new CaseCache(new EntryStore(kept), {}).trim(100_000);
    const bytes = readdirSync(kept).reduce((sum, name) => sum + readFileSync(path.join(kept, name)).length, 0);
    assert.ok(bytes <= 100_000, `${bytes} bytes`);
    assert.ok(readdirSync(kept).length < before);
  });

  it('is rid of what a killed process has left half written, not of what another one is writing', async () => {
    writeNodeLogs(folder, 100_000);
    await read([folder], kept);
    const [left, young] = ['a.entry.1.tmp', 'b.entry.2.tmp'].map((name) => path.join(kept, name)) as [string, string];
    for (const file of [left, young]) writeFileSync(file, 'half');
    const longAgo = new Date('2020-01-01');
    utimesSync(left, longAgo, longAgo);
    await read([folder], kept, { year: 2021 });
    const names = readdirSync(kept);
    assert.deepEqual([names.includes(path.basename(left)), names.includes(path.basename(young))], [false, true]);
  });

  it('lies in memory where there is no folder: a file that grows costs its new bytes all the same', async () => {
    const { files } = writeNodeLogs(folder, 24_000_000);
    const [file = ''] = files;
    const memory = new MemoryEntries();
    const resident = new ResidentAnswers();
    await read([folder], memory, {}, resident);
    const lines = readFileSync(file).subarray(0, 100_000);
    for (let times = 0; times < 3; times++) {
      appendFileSync(file, lines.subarray(0, lines.lastIndexOf(10) + 1));
      const grown = await read([folder], memory, {}, resident);
      assert.ok(grown.thread.asked.every(({ path: asked, from }) => asked === file && from >= blockBytes));
      assert.deepEqual(grown.report, (await read([folder], null)).report);
    }
  });

  it('is neither read nor decoded again while it lies in memory, and stays on disk meanwhile', async () => {
    mkdirSync(folder);
    const name = (index: number): string => path.join(folder, `node-${index}.log`);
    for (let index = 0; index < 40; index++)
      writeFileSync(name(index), `May 13 10:20:00 node-${index} kubelet: PLEG is not healthy: ${index}\n`);
    const resident = new ResidentAnswers();
    await read([folder], kept, {}, resident);
    writeFileSync(name(7), 'May 13 10:20:00 node-7 kubelet: PLEG is not healthy: 70\n');
    const changed = await read([folder], kept, {}, resident);
    assert.deepEqual(
      changed.thread.asked.map(({ path: asked }) => asked),
      [name(7)],
    );
    assert.deepEqual(changed.report, (await read([folder], null)).report);
    writeFileSync(name(0), 'May 13 10:20:00 node-0 kubelet: PLEG is not healthy: 1\n');
    const reopened = await read([folder], kept);
    assert.deepEqual(
      reopened.thread.asked.map(({ path: asked }) => asked),
      [name(0)],
    );
  });
});
