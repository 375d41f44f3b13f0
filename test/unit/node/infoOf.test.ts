/** What is told of a source before its first byte: dates that an archive made up are not among it. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createEngine } from '../../../server/src/engine/index';
import { infoOf, readInto } from '../../../server/src/node/readSources';
import { memoryFiles } from '../../support/memoryFiles';
import { pipe, withFolder } from '../../support/packing';

describe('the dates of a member', () => {
  const told = (ms: number) =>
    infoOf({
      id: 'a.tar!/messages',
      modifiedMs: ms,
      dates: [{ wallMs: ms, precision: 'second', bound: 'until', from: 'entry', text: String(ms) }],
    });

  it('are those of a calendar that logs were written in', () => {
    const ms = Date.UTC(2022, 4, 14);
    assert.equal(told(ms).modifiedMs, ms);
    assert.equal(told(ms).statedDates?.length, 1);
  });

  for (const ms of [0, Date.UTC(1980, 0, 1), -1e15, 9e15, 1e303, Number.NaN]) {
    it(`are none when the archive says ${ms}`, () => {
      assert.equal(told(ms).modifiedMs, null);
      assert.deepEqual(told(ms).statedDates, []);
    });
  }
});

describe('the year of a log in an archive', () => {
  const log = Buffer.from('May 13 10:00:00 node-7 kernel: up\n'.repeat(3));

  /** The year of the only source of a file that was modified on 2021-05-14, and the sentence that says why. */
  async function yearOf(bytes: Uint8Array): Promise<readonly [number | null, string]> {
    const engine = createEngine();
    await readInto(engine, ['/case/a'], { files: memoryFiles({ '/case/a': bytes }) });
    const [source] = engine.report().sources;
    return [source?.clock.year ?? null, source?.clock.evidence.map(({ en }) => en).join() ?? ''];
  }

  const pack = (...words: readonly string[]): Promise<Buffer> =>
    withFolder({ messages: log }, (folder) => pipe('tar', ['-C', folder, ...words, '-cf', '-', 'messages']));

  it('is that of its entry', async () => {
    const [year, why] = await yearOf(gzipSync(await pack('--mtime=@1500000000')));
    assert.equal(year, 2017);
    assert.match(why, /2017-07-14T02:40:00/);
  });

  it('is that of the gzip header when its entry states none', async () => {
    const packed = gzipSync(await pack('--mtime=@0'));
    packed.writeUInt32LE(1_550_000_000, 4);
    const [year, why] = await yearOf(packed);
    assert.equal(year, 2018);
    assert.match(why, /2019-02-12T19:33:20/);
  });

  it('is that of the file when nothing in it states one', async () => {
    const [year, why] = await yearOf(gzipSync(await pack('--mtime=@0')));
    assert.equal(year, 2021);
    assert.match(why, /the last one before its file was modified/);
  });
});
