/** Servers as processes that share a cache: one is killed while it reads, two read the same folder at once; what is kept stays sound. */
import { strict as assert } from 'node:assert';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { chainsMessage, followMessage, statusMessage } from '../../server/src/protocol/messages';
import type { WireChains, WireFollowed, WireStatus } from '../../server/src/protocol/wireTypes';
import { writeNodeLogs } from '../bench/nodeLogs';
import { root } from '../support/repository';

/** What two servers must agree on. */
interface Findings {
  readonly chains: Omit<WireChains, 'revision'>;
  readonly followed: WireFollowed;
}

class Server {
  private readonly child: ChildProcess;
  private readonly client: ProtocolConnection;
  private readonly statuses: WireStatus[] = [];
  private told = (): void => undefined;

  constructor(
    private readonly folder: string,
    private readonly cacheFolder: string | null,
  ) {
    const words = [join(root, 'dist', 'server.js'), '--stdio'];
    const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    this.client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.client.onError(() => undefined);
    this.client.onNotification(statusMessage.method, (status: WireStatus) => {
      this.statuses.push(status);
      this.told();
    });
    this.client.listen();
  }

  async start(): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    await this.client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities: {},
      workspaceFolders: [{ uri, name: 'logs' }],
      initializationOptions: { cacheFolder: this.cacheFolder },
    });
    await this.client.sendNotification('initialized', {});
  }

  async status(wanted: (status: WireStatus) => boolean): Promise<void> {
    while (!this.statuses.some(wanted)) {
      await new Promise<void>((resolve) => {
        this.told = resolve;
      });
    }
  }

  async findings(): Promise<Findings> {
    await this.status(({ state }) => state === 'ready');
    const { revision: _any, ...chains } = await this.client.sendRequest<WireChains>(chainsMessage.method, {});
    const followed = await this.client.sendRequest<WireFollowed>(followMessage.method, { name: 'CrashLoopBackOff' });
    return { chains, followed };
  }

  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    this.client.dispose();
  }
}

describe('a cache that servers share', () => {
  let home: string;
  let folder: string;
  let kept: string;
  const running: Server[] = [];

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'causeline-shared-'));
    folder = join(home, 'case');
    writeNodeLogs(folder, 30_000_000);
  });

  beforeEach(() => {
    kept = mkdtempSync(join(home, 'kept-'));
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.kill();
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  async function start(cacheFolder: string | null = kept): Promise<Server> {
    const server = new Server(folder, cacheFolder);
    running.push(server);
    await server.start();
    return server;
  }

  it('is sound after one was killed in the middle of reading', async () => {
    const expected = await (await start(null)).findings();
    assert.ok(expected.chains.chains.length > 0 && expected.followed.total > 0);
    const killed = await start();
    await killed.status(({ state, filesDone, bytesRead }) => state === 'indexing' && (filesDone > 0 || bytesRead > 0));
    await killed.kill();
    running.splice(running.indexOf(killed), 1);
    for (const round of ['after the kill', 'from the cache'])
      assert.deepEqual(await (await start()).findings(), expected, round);
  });

  it('serves two windows that read the same folder at once', async () => {
    const expected = await (await start(null)).findings();
    const both = await Promise.all([start(), start()]);
    for (const findings of await Promise.all(both.map((server) => server.findings())))
      assert.deepEqual(findings, expected);
    assert.deepEqual(await (await start()).findings(), expected);
  });
});
