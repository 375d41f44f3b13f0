/** What lies in a folder beside plain files: links of every kind, pipes, sockets. Nothing hangs, nothing outside is read, each is said. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import * as path from 'node:path';
import { diskFiles } from '../../../server/src/node/files';
import type { Walk } from '../../../server/src/node/walk';
import { walkSources } from '../../../server/src/node/walk';
import { withFolder } from '../../support/packing';

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

  it('that is named twice, or holds the name of another, gives ids that are unique', async () => {
    await withFolder({ 'a/logs/messages': 'x', 'b/logs/messages': 'y' }, async (folder) => {
      const { files } = await walkSources([path.join(folder, 'a/logs'), path.join(folder, 'b/logs')], diskFiles);
      assert.deepEqual(
        files.map(({ id }) => id),
        ['logs/messages', 'logs/messages (2)'],
      );
    });
  });
});
