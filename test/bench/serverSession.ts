/** The built language server as a process, talked to as an editor does, with a clock in hand. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Message } from '../../server/src/protocol/messages';
import { statusMessage, stopMessage } from '../../server/src/protocol/messages';
import type { WireStatus } from '../../server/src/protocol/wireTypes';
import { root } from '../support/repository';

/** What Linux counts processor time in. */
const msPerTick = 10;

/** A server that reads one folder. */
export class ServerSession {
  private readonly started = performance.now();
  private readonly child: ChildProcess;
  readonly client: ProtocolConnection;
  private readonly listeners = new Set<(status: WireStatus) => void>();
  /** Milliseconds from the start of the process to the answer to `initialize`. */
  initializedMs = 0;

  private constructor(private readonly folder: string) {
    const child = spawn(process.execPath, [path.join(root, 'dist', 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.child = child;
    this.client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.client.onNotification(statusMessage.method, (status: WireStatus) => {
      for (const listener of this.listeners) listener(status);
    });
    this.client.listen();
  }

  /** Starts a server; it begins to read the folder by itself. */
  static async start(folder: string): Promise<ServerSession> {
    const session = new ServerSession(folder);
    const uri = pathToFileURL(folder).href;
    const workspaceFolders = [{ uri, name: 'logs' }];
    const hello = { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders };
    await session.client.sendRequest('initialize', hello);
    session.initializedMs = session.elapsedMs;
    void session.client.sendNotification('initialized', {});
    return session;
  }

  /** Milliseconds since the process was started. */
  get elapsedMs(): number {
    return performance.now() - this.started;
  }

  /** Resolves once a status fits. */
  status(fits: (status: WireStatus) => boolean): Promise<WireStatus> {
    return new Promise((resolve) => {
      const listener = (status: WireStatus): void => {
        if (!fits(status)) return;
        this.listeners.delete(listener);
        resolve(status);
      };
      this.listeners.add(listener);
    });
  }

  /** One of our own questions. */
  ask<Params, Result>(message: Message<Params, Result>, params: Params): Promise<Result> {
    return this.client.sendRequest<Result>(message.method, params);
  }

  stopReading(): Promise<void> {
    return this.client.sendNotification(stopMessage.method, {});
  }

  /** Tells of an open document; an empty text is what the extension sends where the file has it. */
  async open(uri: string, text = ''): Promise<void> {
    const textDocument = { uri, languageId: 'log', version: 1, text };
    await this.client.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Tells that a document is not looked at any more. */
  async close(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The most memory the server had, in MiB. */
  get peakMiB(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'latin1');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  }

  /** Processor time that the server has used, in all its threads. */
  get processorMs(): number {
    const status = readFileSync(`/proc/${this.child.pid}/stat`, 'latin1');
    const [user = 0, system = 0] = status.slice(status.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return (user + system) * msPerTick;
  }

  /** The address of a file. */
  uriOf(...names: readonly string[]): string {
    return pathToFileURL(path.join(this.folder, ...names)).href;
  }

  end(): void {
    this.client.dispose();
    this.child.kill();
  }
}

/** Milliseconds until a promise is settled. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A quantile: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
