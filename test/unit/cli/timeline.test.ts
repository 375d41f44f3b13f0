/** `causeline timeline`: what all files say around a moment, from packed files too, without anything a terminal would obey. */
import * as assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCli } from '../../support/cli';

describe('causeline timeline', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'causeline-timeline-'));
    const messages = [
      '2022-05-13T10:28:00+08:00 node-a systemd[1]: first',
      '2022-05-13T10:28:20+08:00 node-a kubelet[9]: Container garbage collection failed: operation timeout: context deadline exceeded',
      '  of the record above',
      '2022-05-13T10:31:00+08:00 node-a systemd[1]: later',
    ];
    await writeFile(path.join(folder, 'messages'), `${messages.join('\n')}\n`);
    await writeFile(
      path.join(folder, 'docker.log.gz'),
      gzipSync('2022-05-13T02:28:10+00:00 node-b dockerd[1]: cleanup \u001b[2J\n'),
    );
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function placesAt(...words: string[]): Promise<string[]> {
    const { status, output, errors } = await runCli(['timeline', ...words, folder]);
    assert.equal(status, 0, errors);
    return output.split('\n').flatMap((text) => /[a-z.]+:\d+ +[●·](?= )/.exec(text)?.[0].replace(/ +/, ' ') ?? []);
  }

  const around = ['docker.log.gz:1 ·', 'messages:2 ●', 'messages:3 ·'];

  it('prints the lines of all files by time around a line, an instant, in any zone', async () => {
    assert.deepEqual(await placesAt('messages:2', '--span', '15s'), around);
    // The second line of a record has its time.
    assert.deepEqual(await placesAt('messages:3', '--span', '15s'), around);
    assert.deepEqual(await placesAt('2022-05-13 02:28:20 UTC', '--span', '15s'), around);
    assert.deepEqual(await placesAt('2022-05-13T10:28:20+08:00', '--span', '15s'), around);
    assert.deepEqual((await placesAt('messages:2')).length, 4);
  });

  it('prints only events, one node, or the nearest lines', async () => {
    assert.deepEqual(await placesAt('messages:2', '--events'), ['messages:2 ●']);
    assert.deepEqual(await placesAt('messages:2', '--only', 'node-b'), ['docker.log.gz:1 ·']);
    assert.deepEqual(await placesAt('messages:2', '--limit', '2'), ['docker.log.gz:1 ·', 'messages:2 ●']);
  });

  it('prints lines from the whole of a large packed file', async () => {
    const line = '2022-05-13T02:40:00+00:00 node-b dockerd[1]: Calling GET /v1.24/containers/json?all=1\n';
    await writeFile(path.join(folder, 'large.log.gz'), gzipSync(line.repeat(2400)));
    const places = await placesAt('2022-05-13T10:40:00+08:00', '--only', 'node-b');
    assert.deepEqual([places.length, places.at(-1)], [2400, 'large.log.gz:2400 ·']);
  });

  it('writes nothing that a terminal would obey', async () => {
    const { output } = await runCli(['timeline', 'messages:2', folder]);
    assert.match(output, /cleanup \\u\{1b\}\[2J/);
  });

  it('ends with 1 when there is nothing, and says what is wrong with a moment', async () => {
    assert.equal((await runCli(['timeline', '2021-01-01T00:00:00Z', folder])).status, 1);
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['2022-05-13T10:28:20', /states no zone/],
      ['2022-05-13T10:99:20Z', /no time/],
      ['yesterday', /no moment/],
      ['none:1', /no source 'none'/],
      ['messages:99', /line 99 of 'messages' has no time/],
    ];
    for (const [when, reason] of wrong) {
      const { status, errors } = await runCli(['timeline', when, folder]);
      assert.deepEqual([status, reason.test(errors)], [2, true], errors);
    }
    assert.match((await runCli(['timeline', 'messages:1', '-'])).errors, /standard input cannot be/);
    assert.match((await runCli(['timeline', 'messages:1', folder, '--span', 'long'])).errors, /'--span' is 'long'/);
  });
});
