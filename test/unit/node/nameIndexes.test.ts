/** Following through indexes of files on disk finds what reading everything finds: kept, grown, changed, damaged, half made. */
import { strict as assert } from 'node:assert';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { FirstLines, FollowResult } from '../../../server/src/engine/index';
import { firstLines, identifierOfName, NameIndexer, Pursuit } from '../../../server/src/engine/index';
import { diskFiles } from '../../../server/src/node/files';
import { followInto } from '../../../server/src/node/followInto';
import type { IndexStretch } from '../../../server/src/node/nameIndexes';
import { NameIndexes } from '../../../server/src/node/nameIndexes';
import { indexStretch } from '../../../server/src/node/nameWorker';
import { findSources } from '../../../server/src/node/readSources';
import { writeNodeLogs } from '../../bench/nodeLogs';

const stretchBytes = 200_000;
const pod = 'shop/billing-0';
const told = 'I0314 02:00:01.000000   14200 x.go:1] "started" pod="shop/billing-0" id=9f86d081884c\n';

describe('indexes of names on disk', () => {
  let home: string;
  let folder: string;
  let kept: string;
  let file: string;
  let made: number;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'causeline-names-'));
    folder = path.join(home, 'case');
    kept = path.join(home, 'kept');
    writeNodeLogs(folder, 2_000_000);
    file = path.join(folder, 'worker-7', 'var', 'log', 'messages');
    appendFileSync(file, told);
    made = 0;
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const here: IndexStretch = async (request) => {
    made++;
    return indexStretch(request, new NameIndexer());
  };

  async function indexes(
    cacheFolder: string | null = kept,
    names = new NameIndexes(stretchBytes),
  ): Promise<NameIndexes> {
    const { signal } = new AbortController();
    await names.build([folder], { signal, cacheFolder, indexStretch: here });
    return names;
  }

  async function follow(name: string, names?: NameIndexes): Promise<FollowResult> {
    const pursuit = new Pursuit(identifierOfName(name, new Set()), null);
    await followInto(pursuit, await findSources([folder], diskFiles), names === undefined ? {} : { names });
    return pursuit.result(() => undefined, 10_000);
  }

  async function agrees(names: NameIndexes, name = pod): Promise<FollowResult> {
    const expected = await follow(name);
    assert.deepEqual(await follow(name, names), expected);
    return expected;
  }

  it('find the lines of all names of a pod, an id and a word', async () => {
    const names = await indexes();
    assert.ok(made > 4);
    const ids = readFileSync(file, 'latin1').match(/\b[0-9a-f]{64}\b/g) ?? [];
    for (const name of [pod, '9f86d081884c', ...ids.slice(0, 3), 'CrashLoopBackOff', 'SyncLoop (PLEG)'])
      assert.ok((await agrees(names, name)).total > 0, name);
  });

  it('are used again by the next program', async () => {
    await indexes();
    made = 0;
    const names = await indexes();
    assert.equal(made, 0);
    await agrees(names);
  });

  it('of a file that has grown are made for what is new', async () => {
    await indexes();
    writeFileSync(file, `${readFileSync(file, 'latin1')}${readFileSync(file, 'latin1').slice(0, 400_000)}`);
    made = 0;
    const names = await indexes();
    // What was the last stretch, and what came to be behind it.
    assert.ok(made <= 3, `${made} made`);
    await agrees(names);
  });

  it('help with a file that has grown since, and with a line that was not ended', async () => {
    const names = await indexes();
    appendFileSync(file, `${told}${told.trimEnd()}`);
    assert.equal((await agrees(names)).total, 3);
    appendFileSync(file, '1\n');
    await agrees(names);
  });

  it('are not believed once the file is another', async () => {
    const names = await indexes();
    const text = readFileSync(file, 'latin1');
    writeFileSync(file, `${told}${text.slice(told.length)}`);
    assert.equal((await agrees(names)).total, 2);
    truncateSync(file, 1000);
    await agrees(names);
    await agrees(await indexes(kept, names));
  });

  it('are not believed when the file became another one while they were made', async () => {
    const names = new NameIndexes(stretchBytes);
    const { signal } = new AbortController();
    let isChanged = false;
    const change: IndexStretch = async (request) => {
      const index = await here(request);
      if (request.path === file && request.from > 0 && !isChanged) {
        isChanged = true;
        const text = readFileSync(file, 'latin1');
        writeFileSync(file, `${told}${text.slice(told.length)}`);
      }
      return index;
    };
    await names.build([folder], { signal, cacheFolder: null, indexStretch: change });
    assert.equal((await agrees(names)).total, 2);
  });

  it('find lines by their numbers, in files that have grown since too', async () => {
    const names = await indexes();
    appendFileSync(file, `${told}${told.trimEnd()}`);
    const lines = readFileSync(file, 'latin1').split('\n');
    const count = lines.length;
    for (const first of [1, 2, 700, 3001, 6000, count - 3, count])
      for (const last of [first, first + 40])
        assert.equal(
          await names.lines(file, { first, last }, 1e6),
          lines.slice(first - 1, last).join('\n'),
          `${first}`,
        );
    assert.equal((await names.lines(file, { first: 700, last: 9000 }, 1000))?.length, 1000);
  });

  it('do not find lines in a file that is another one', async () => {
    const names = await indexes();
    writeFileSync(file, `${told}${readFileSync(file, 'latin1').slice(told.length)}`);
    assert.equal(await names.lines(file, { first: 1, last: 1 }, 1000), null);
  });

  it('leave files with NUL bytes to others', async () => {
    const names = await indexes();
    appendFileSync(file, `${'\0'.repeat(5000)}${told}`);
    assert.equal((await agrees(names)).total, 2);
    await agrees(await indexes());
  });

  it('are made anew when they are damaged on disk', async () => {
    await indexes();
    for (const name of readdirSync(kept)) {
      const bytes = readFileSync(path.join(kept, name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
      writeFileSync(path.join(kept, name), bytes);
    }
    made = 0;
    const names = await indexes();
    assert.ok(made > 4);
    await agrees(names);
  });

  it('help as far as they are made when the making is stopped', async () => {
    const names = new NameIndexes(stretchBytes);
    const control = new AbortController();
    const stopAtThird: IndexStretch = (request) => {
      if (made === 2) control.abort();
      return here(request);
    };
    await names.build([folder], { signal: control.signal, cacheFolder: null, indexStretch: stopAtThird });
    assert.equal(made, 3);
    await agrees(names);
    await agrees(await indexes(null, names));
  });

  it('tell the first lines at once, and that something lies outside of what is indexed', async () => {
    writeFileSync(file, `${told}${readFileSync(file, 'latin1')}`);
    const names = await indexes();
    const { walk } = await findSources([folder], diskFiles);
    const options = { known: null, means: {}, source: () => undefined, count: 10, events: () => [] };
    const first = (): Promise<FirstLines> =>
      names.withTexts(walk.files, (texts, isAll) =>
        firstLines(identifierOfName(pod, new Set()), texts, { ...options, isAll }),
      );
    const { mentions, isWhole } = await first();
    // The other one stands at the file's end, which is sooner read than looked up.
    assert.deepEqual([mentions.map(({ line }) => line), isWhole], [[1], false]);
    writeFileSync(file, 'another file');
    assert.equal((await first()).total, 0);
  });

  it('are made by a thread of their own', async () => {
    const names = new NameIndexes();
    await names.build([folder], { signal: new AbortController().signal, cacheFolder: kept });
    assert.ok(readdirSync(kept).length > 0);
    await agrees(names);
  });
});
