/** What lies in a folder beside plain files: links of every kind, pipes, sockets. Nothing hangs, nothing outside is read, each is said. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import * as path from 'node:path';
import { readFile } from '../../../server/src/node/byteStream';
import { diskPath } from '../../../server/src/node/diskNames';
import type { Files } from '../../../server/src/node/files';
import { diskFiles } from '../../../server/src/node/files';
import { nextTurn } from '../../../server/src/node/readSources';
import type { Walk } from '../../../server/src/node/walk';
import { walkSources } from '../../../server/src/node/walk';
import { readAll, withFolder } from '../../support/packing';

function walk(folder: string): Promise<Walk> {
  return walkSources([folder], diskFiles);
}

function unread({ unread: items }: Walk): Record<string, string> {
  return Object.fromEntries(items.map(({ id, kind, reason }) => [id, `${kind}: ${reason.en}`]));
}

describe('a folder', () => {
  it('with links gives each file once, and says which links lead out or nowhere', async () => {
    await withFolder({ 'case/a/messages': 'x', 'case/b/kubelet.log': 'y', 'secret/passwd': 'z' }, async (folder) => {
      const root = path.join(folder, 'case');
      symlinkSync('messages', path.join(root, 'a', 'syslog'));
      symlinkSync('../a', path.join(root, 'b', 'again'));
      symlinkSync('..', path.join(root, 'a', 'up'));
      symlinkSync('loop', path.join(root, 'loop'));
      symlinkSync('gone', path.join(root, 'dangling'));
      symlinkSync('../secret/passwd', path.join(root, 'out'));
      symlinkSync(path.join(folder, 'secret'), path.join(root, 'outFolder'));
      const found = await walk(root);
      assert.deepEqual(
        found.files.map(({ id }) => id),
        ['a/messages', 'b/kubelet.log'],
      );
      assert.deepEqual(unread(found), {
        dangling: 'skipped: a link to nothing',
        loop: 'skipped: a link to nothing',
        out: 'loss: a link that leads out of the folder',
        outFolder: 'loss: a link that leads out of the folder',
      });
    });
  });

  it('with pipes and sockets passes over them and says so', async () => {
    await withFolder({ messages: 'x' }, async (folder) => {
      execFileSync('mkfifo', [path.join(folder, 'pipe')]);
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path.join(folder, 'socket'), resolve));
      const found = await walk(folder);
      await new Promise((resolve) => server.close(resolve));
      assert.deepEqual(
        found.files.map(({ id }) => id),
        ['messages'],
      );
      assert.deepEqual(unread(found), {
        pipe: 'skipped: a device, socket or pipe',
        socket: 'skipped: a device, socket or pipe',
      });
    });
  });

  it('with odd names and deep folders gives all of them', async () => {
    await withFolder({}, async (folder) => {
      const names = ['with space.log', 'new\nline.log', 'quote".log', '%41.log', '节点.log', '😀.log'];
      for (const name of names) writeFileSync(path.join(folder, name), 'x');
      mkdirSync(path.join(folder, ...'abcdefghij'), { recursive: true });
      writeFileSync(path.join(folder, ...'abcdefghij', 'deep.log'), 'x');
      const { files } = await walk(folder);
      assert.deepEqual(new Set(files.map(({ id }) => id)), new Set([...names, 'a/b/c/d/e/f/g/h/i/j/deep.log']));
    });
  });

  it('with names that are no text gives every file a name of its own that can be shown, and opens it', async () => {
    await withFolder({}, async (folder) => {
      const odd = (name: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
      // Latin-1, a cut sequence, an overlong one, half a surrogate pair, the first one's shown form, a true replacement character.
      const names = [
        'caf\xe9.log',
        'cut\xe8\x8a',
        'over\xc0\xaf',
        'half\xed\xa0\x80',
        'caf\\xe9.log',
        'true\xef\xbf\xbd',
      ];
      for (const name of names) writeFileSync(odd(name), `${name}\n`, 'latin1');
      mkdirSync(odd('dir\xff'));
      writeFileSync(odd('dir\xff/messages'), 'deep\n');
      const { files, unread: items } = await walk(folder);
      assert.deepEqual(items, []);
      assert.deepEqual(
        files.map(({ id }) => id),
        [
          'caf\\xe9.log',
          'caf\\xe9.log (2)',
          'cut\\xe8\\x8a',
          'dir\\xff/messages',
          'half\\xed\\xa0\\x80',
          'over\\xc0\\xaf',
          'true\ufffd',
        ],
      );
      for (const file of files) {
        const { text, gaps } = await readAll(readFile(file.path, file, diskFiles));
        assert.deepEqual(gaps, [], file.id);
        const isDeep = file.id.endsWith('messages');
        assert.equal(
          text.toString('latin1'),
          isDeep ? 'deep\n' : `${Buffer.from(diskPath(path.basename(file.path))).toString('latin1')}\n`,
        );
      }
    });
  });

  it('with names of 255 bytes, controls, marks that turn text around, and names that differ by case only', async () => {
    await withFolder({}, async (folder) => {
      const names = [
        'a'.repeat(255),
        '\u8282'.repeat(85),
        'bell\u0007',
        '\u001b[31m.log',
        '\u202egol.exe',
        'x\rlog',
        'Messages',
        'messages',
        'CON',
        'dot. ',
      ];
      for (const name of names) writeFileSync(path.join(folder, name), 'x');
      const { files, unread: items } = await walk(folder);
      assert.deepEqual(items, []);
      assert.deepEqual(new Set(files.map(({ id }) => id)), new Set(names));
    });
  });

  it('with a hundred thousand files gives all of them, in order, with few calls under way at a time', async () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `${String(at).padStart(6, '0')}.log`);
    const facts = { kind: 'file', size: 1, allocated: 1, modifiedMs: 0 } as const;
    let open = 0;
    let most = 0;
    const many: Files = {
      ...diskFiles,
      facts: async () => {
        most = Math.max(most, ++open);
        await nextTurn();
        open--;
        return facts;
      },
      targetFacts: async () => ({ ...facts, kind: 'folder' }),
      realPath: async (name) => name,
      list: async () => names.toReversed(),
    };
    const { files } = await walkSources(['/case'], many);
    assert.deepEqual(
      files.map(({ id }) => id),
      names,
    );
    assert.ok(most > 1 && most <= 64, `${most}`);
  });

  it('that is named twice, or holds the name of another, gives ids that are unique', async () => {
    await withFolder({ 'a/logs/messages': 'x', 'b/logs/messages': 'y' }, async (folder) => {
      const { files } = await walkSources([path.join(folder, 'a/logs'), path.join(folder, 'b/logs')], diskFiles);
      assert.deepEqual(
        files.map(({ id }) => id),
        ['logs/messages', 'logs/messages (2)'],
      );
    });
  });

  it('that holds the very name that a second one would get gives ids that are unique', async () => {
    await withFolder({ 'a/logs/m': 'x', 'b/logs/m': 'y', 'b/logs/m (2)': 'z' }, async (folder) => {
      const { files } = await walkSources([path.join(folder, 'a/logs'), path.join(folder, 'b/logs')], diskFiles);
      assert.deepEqual(
        files.map(({ id }) => id),
        ['logs/m', 'logs/m (3)', 'logs/m (2)'],
      );
    });
  });
});
