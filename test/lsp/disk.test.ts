/** Folders on the disk as an editor sees them: rotated logs, copies, names that are no text, collections of ten thousand files. */
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { machine } from '../../server/src/node/machine';
import { memberMessage, sourcesMessage } from '../../server/src/protocol/messages';
import type { WireSources } from '../../server/src/protocol/wireTypes';
import { die, killed } from '../support/die';
import { withFolder } from '../support/packing';
import { Session } from './session';

const line = (minute: number): string =>
  `May 13 10:${String(minute).padStart(2, '0')}:00 node-7 kubelet[711]: I0513 10:00:00.000000     711 a.go:1] up\n`;
const uid = '3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f';

async function withSession<Result>(folder: string, use: (session: Session) => Promise<Result>): Promise<Result> {
  const session = await Session.ready({ machine, folders: [folder] });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

function sourcesOf(folder: string): Promise<WireSources> {
  return withSession(folder, (session) => session.ask(sourcesMessage, {}));
}

describe('a folder on the disk', () => {
  it('is told with places in rotated logs, names that tell sources apart, and what was passed over', async () => {
    const log = line(1).repeat(20);
    const files = {
      messages: line(9),
      'messages.2': log,
      'messages.1': log + line(2),
      [`pods/shop_web-0_${uid}/web/0.log`]: 'up\n',
      [`pods/shop_web-1_${uid}/web/0.log`]: 'up\n',
      'core.1': '\x7fELF',
    };
    const { sources, passedOver, passedOverCount } = await withFolder(files, sourcesOf);
    assert.deepEqual(
      sources.map(({ name, set }) => [name, set]),
      [
        ['messages.1', { name: 'messages', part: 1, parts: 2 }],
        ['messages', { name: 'messages', part: 2, parts: 2 }],
        ['shop_web-0_3f0c2a52…/web/0.log', null],
        ['shop_web-1_3f0c2a52…/web/0.log', null],
      ],
    );
    assert.deepEqual(passedOver, [
      'core.1: a program or core dump (ELF), not a log',
      'messages.2: the same as the beginning of messages.1: counted once',
    ]);
    assert.equal(passedOverCount, 2);
  });

  it('is read without the file that has ended the server twice, which is named and tried again when the user asks', async () => {
    await withFolder({ bad: line(1), good: line(2) }, (folder) =>
      withFolder({}, async (cacheFolder) => {
        for (const _ of [1, 2]) die(cacheFolder, [], join(folder, 'bad'), killed);
        const session = await Session.ready({ machine, folders: [folder], cacheFolder, locale: 'zh-cn' });
        const { sources, unread } = await session.ask(sourcesMessage, {});
        assert.deepEqual(
          sources.map(({ id }) => id),
          ['good'],
        );
        assert.deepEqual(unread, ['bad: 已跳过：读取此文件时服务器两次异常退出；可用“重新读取日志”再试一次']);
        assert.equal(session.statuses.at(-1)?.unread, 1);
        await session.analyze();
        assert.deepEqual((await session.ask(sourcesMessage, {})).unread, []);
        await session.close();
      }),
    );
  });

  it('says of a damaged file what is missing, where and why, in the language of the user', async () => {
    const packed = gzipSync(Array.from({ length: 3000 }, (_, at) => line(at % 60)).join(''));
    const files = { 'messages.gz': packed.subarray(0, packed.length >> 1), 'other/messages.gz': 'x' };
    const { sources } = await withFolder(files, sourcesOf);
    const damaged = sources.find(({ gapCount }) => gapCount > 0);
    assert.equal(damaged?.name, 'messages.gz');
    assert.match(
      damaged?.gaps.join('\n') ?? '',
      /^missing: gzip member 1 is cut: what follows is missing\nnot verified: bytes 0-\d+ of the gzip data: /,
    );
  });

  it('gives the text of a file whose name no editor can write', async () => {
    await withFolder({}, async (folder) => {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9)]), line(1));
      await withSession(folder, async (session) => {
        const [source] = (await session.ask(sourcesMessage, {})).sources;
        assert.equal(source?.where, 'caf\\xe9');
        assert.match(source?.uri ?? '', /^causeline-member:/);
        const { text } = await session.ask(memberMessage, { uri: source?.uri ?? '' });
        assert.equal(text, line(1));
      });
    });
  });

  it('of ten thousand files is told in full', async function () {
    this.timeout(120_000);
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`nodes/node-${at % 100}/app-${at}.log`, line(1)]),
    );
    const { sources, beyond } = await withFolder(files, sourcesOf);
    assert.deepEqual([sources.length, beyond], [10_000, 0]);
    assert.equal(new Set(sources.map(({ name }) => name)).size, 10_000);
    assert.equal(new Set(sources.map(({ node }) => node)).size, 100);
  });
});
