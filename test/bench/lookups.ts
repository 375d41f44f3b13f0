/**
 * How long following hundreds of names takes once the index of names is there, beside ripgrep's search for the same ones, and how
 * long the server's loop is held up while it reads: `node out/test/bench/lookups.js [FOLDER]`. Apart from the benchmark, because it
 * looks into the server's process.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createServer } from '../../server/src/lsp/server';
import { machine } from '../../server/src/node/machine';
import { followMessage, statusMessage } from '../../server/src/protocol/messages';
import type { WireFollowed, WireStatus } from '../../server/src/protocol/wireTypes';
import { writeNodeLogs } from './nodeLogs';
import { quantile, timed } from './serverSession';

const names = 300;
const searches = 30;
const defaultBytes = 50_000_000;

/** One client of one server in this process. */
function connect(): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(server, machine);
  server.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return client;
}

/** Resolves when the folder is read. */
async function open(client: ProtocolConnection, folder: string, cacheFolder: string): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.onNotification(statusMessage.method, ({ state }: WireStatus) => {
      if (state === 'ready') resolve();
    });
  });
  const uri = pathToFileURL(folder).href;
  const initializationOptions = { cacheFolder };
  const workspaceFolders = [{ uri, name: 'case' }];
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: uri,
    capabilities: {},
    workspaceFolders,
    initializationOptions,
  });
  await client.sendNotification('initialized', {});
  await ready;
}

/** Containers, UIDs and pods from everywhere in the files, always the same ones. */
function sampleNames(files: readonly string[]): string[] {
  const kinds = [
    /\b[0-9a-f]{64}\b/g,
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
    /(?<=pod=\\?")[a-z-]+\/[a-z0-9-]+/g,
  ];
  const buffer = Buffer.alloc(8192);
  const found: string[] = [];
  for (let round = 0; found.length < names && round < names * 20; round++) {
    const file = files[(round * 7) % files.length] as string;
    const at = Math.floor(Math.max(0, statSync(file).size - buffer.length) * ((round * 0.618_034) % 1));
    const handle = openSync(file, 'r');
    const text = buffer.toString('latin1', 0, readSync(handle, buffer, 0, buffer.length, at));
    closeSync(handle);
    const [name] = text.match(kinds[round % kinds.length] as RegExp) ?? [];
    if (name !== undefined) found.push(name);
  }
  return found;
}

function row(name: string, times: readonly number[]): string {
  const parts = [0.5, 0.9, 0.99].map((share) => quantile(times, share).toFixed(1));
  return `| ${name} | ${times.length} | ${parts.join(' ms | ')} ms |`;
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'causeline-lookups-'));
  const client = connect();
  try {
    const folder = process.argv[2] ?? path.join(scratch, 'case');
    if (process.argv[2] === undefined) writeNodeLogs(folder, defaultBytes);
    const cacheFolder = path.join(scratch, 'cache');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await open(client, folder, cacheFolder);
    delay.disable();
    const [p99, most] = [delay.percentile(99), delay.max].map((nanos) => (nanos / 1e6).toFixed(1));
    const begun = performance.now();
    await machine.prepare([folder], { signal: new AbortController().signal, cacheFolder });
    const prepared = ((performance.now() - begun) / 1000).toFixed(1);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile());
    const follows: number[] = [];
    const greps: number[] = [];
    let lines = 0;
    for (const [index, name] of sampleNames(files).entries()) {
      follows.push(
        await timed(async () => {
          const { total } = await client.sendRequest<WireFollowed>(followMessage.method, { name });
          lines += total;
        }),
      );
      const word = name.split('/').at(-1) ?? name;
      if (index % Math.ceil(names / searches) === 0)
        greps.push(await timed(async () => spawnSync('rg', ['-c', word, folder], { stdio: 'ignore' })));
    }
    const ratio = (share: number): string => (quantile(greps, 0.5) / quantile(follows, share)).toFixed(0);
    const told = [
      `While reading: the server's loop is held up ${p99} ms (99 %), ${most} ms at most. The index of names was there ${prepared} s later.`,
      '',
      '| | asked | half | 90 % | 99 % |',
      '| --- | ---: | ---: | ---: | ---: |',
      row(`follow, ${Math.round(lines / follows.length)} lines on average`, follows),
      row('rg -c for the same name', greps),
      '',
      `Following takes 1/${ratio(0.5)} of ripgrep's time (half), 1/${ratio(0.99)} (99 %).`,
    ];
    process.stdout.write(`${told.join('\n')}\n`);
    await client.sendRequest('shutdown');
  } finally {
    client.dispose();
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main();
