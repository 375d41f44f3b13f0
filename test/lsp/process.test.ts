/** The built server as a process of its own, the way any editor starts it: over standard input and output. */
import { strict as assert } from 'node:assert';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InitializeResult, ProtocolConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { chainsMessage, statusMessage } from '../../server/src/protocol/messages';
import type { WireChains, WireStatus } from '../../server/src/protocol/wireTypes';
import { root } from '../support/repository';
import { kubelet } from './story';

const doors = [
  { name: 'dist/server.js --stdio', words: [join(root, 'dist', 'server.js'), '--stdio'] },
  { name: 'causeline lsp --stdio', words: [join(root, 'dist', 'cli.js'), 'lsp', '--stdio'] },
];

for (const { name, words } of doors) {
  describe(name, () => {
    let folder: string;
    let server: ChildProcess;
    let client: ProtocolConnection;
    let started: InitializeResult;
    let ready: Promise<WireStatus>;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'causeline-lsp-'));
      writeFileSync(join(folder, 'kubelet.log'), kubelet);
      const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
      server = child;
      client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
      ready = new Promise((resolve) => {
        client.onNotification(statusMessage.method, (status: WireStatus) => {
          if (status.state === 'ready') resolve(status);
        });
      });
      client.listen();
      const uri = pathToFileURL(folder).href;
      const workspaceFolders = [{ uri, name: 'logs' }];
      started = await client.sendRequest('initialize', {
        processId: process.pid,
        rootUri: uri,
        capabilities: {},
        workspaceFolders,
      });
      await client.sendNotification('initialized', {});
    });

    after(() => {
      client.dispose();
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    it('says what it can do', () => {
      const { capabilities } = started;
      assert.equal(capabilities.hoverProvider, true);
      assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true });
      assert.ok(capabilities.semanticTokensProvider);
    });

    it('reads the folder from the disk', async () => {
      const status = await ready;
      assert.deepEqual([status.filesDone, status.files], [1, 1]);
      const { hasSources } = await client.sendRequest<WireChains>(chainsMessage.method, {});
      assert.equal(hasSources, true);
    });

    it('ends when the editor says so', async () => {
      const ended = once(server, 'exit');
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      const [code] = await ended;
      assert.equal(code, 0);
    });
  });
}
