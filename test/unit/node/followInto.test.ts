/** Plain text that is searched straight from the disk gives what reading it as a stream gives, whatever stands in it; all else is unpacked. */
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FollowResult } from '../../../server/src/engine/index';
import { identifierOfName, Pursuit } from '../../../server/src/engine/index';
import { diskFiles } from '../../../server/src/node/files';
import { followInto } from '../../../server/src/node/followInto';
import { findSources, membersOf, Reading } from '../../../server/src/node/readSources';
import { usualLimits } from '../../../server/src/node/unpack';

const pod = 'shop/billing-0';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const revealing = `I0314 02:00:00.000000    1400 x.go:1] pod="${pod}" containerID="docker://${container}"\n`;
const other = 'I0314 02:00:01.000000    1400 x.go:1] pod="shop/cart-0" is fine\n';
const byId = `time="2023-03-14T02:00:02Z" level=info msg="cleanup of ${container.slice(0, 12)}"\n`;

/** Lines that mention it by its name and by what these reveal, over several pieces. */
const long = revealing + other.repeat(9000) + byId + other.repeat(9000) + byId;

const texts: Readonly<Record<string, Buffer>> = {
  'plain.log': Buffer.from(long),
  'unended.log': Buffer.from(`${long}last pod="${pod}"`),
  'returns.log': Buffer.from(long.replaceAll('\n', '\r\n')),
  'bytes.log': Buffer.concat([Buffer.from(long), Buffer.from([0xff, 0xfe, 0x20]), Buffer.from(byId)]),
  'nul.log': Buffer.concat([Buffer.from(long.slice(0, -20)), Buffer.alloc(3), Buffer.from(`${byId}${long}`)]),
  'hole.log': Buffer.concat([Buffer.from(long), Buffer.alloc(70_000), Buffer.from(byId)]),
  'wide.log': Buffer.from(`\ufeff${revealing}${byId}`, 'utf16le'),
  'marked.log': Buffer.from(`\ufeff${revealing}${byId}`),
  'packed.log.gz': gzipSync(long),
  'empty.log': Buffer.alloc(0),
};

describe('a search of sources as they stand', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-search-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Every line about the pod, all files read as streams. */
  async function asStreams(): Promise<FollowResult> {
    const { walk, journals } = await findSources([folder], diskFiles);
    const pursuit = new Pursuit(identifierOfName(pod, new Set()), null);
    const reading = new Reading(pursuit, walk.files, {});
    while (pursuit.begin())
      for (const file of walk.files)
        await reading.members(membersOf(file, journals, diskFiles, usualLimits), file.path);
    return pursuit.result(() => undefined, 10_000);
  }

  async function search(signal = new AbortController().signal): Promise<FollowResult> {
    const pursuit = new Pursuit(identifierOfName(pod, new Set()), null);
    await followInto(pursuit, await findSources([folder], diskFiles), { signal });
    return pursuit.result(() => undefined, 10_000);
  }

  for (const [name, bytes] of Object.entries(texts)) {
    it(`finds in ${name} what stands there`, async () => {
      writeFileSync(path.join(folder, name), bytes);
      writeFileSync(path.join(folder, 'first.log'), revealing);
      const expected = await asStreams();
      assert.ok(expected.total >= (bytes.length === 0 ? 1 : 3), String(expected.total));
      assert.deepEqual(await search(), expected);
    });
  }

  it('ends when it is not wanted any more', async () => {
    for (const name of ['a.log', 'b.log']) writeFileSync(path.join(folder, name), long.repeat(8));
    const control = new AbortController();
    const found = search(control.signal);
    setImmediate(() => control.abort());
    assert.ok((await found).total < (await search()).total);
  });
});
