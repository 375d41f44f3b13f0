/** A client and a server on two in-memory streams, with files in memory and time that passes when a test says so. */
import { PassThrough } from 'node:stream';
import type {
  ClientCapabilities,
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Catalogue, EngineOptions, JournalEntry } from '../../server/src/engine/index';
import { createEngine } from '../../server/src/engine/index';
import type { HostReading, TriageHost } from '../../server/src/lsp/host';
import { createServer } from '../../server/src/lsp/server';
import { inTurns } from '../../server/src/node/inTurns';
import type { Message } from '../../server/src/protocol/messages';
import { analyzeMessage, statusMessage } from '../../server/src/protocol/messages';
import type { WireStatus } from '../../server/src/protocol/wireTypes';
import { folder, storyCatalogue, storyFiles } from './story';

/** Files in memory; `gate` holds every reading back until it resolves. */
export class MemoryHost implements TriageHost {
  /** Every line's entry in a journal. */
  entry: JournalEntry = { file: 'system.journal', seqnum: 0, boot: '', realtime: 0, monotonic: 0, fields: [] };
  gate: Promise<void> = Promise.resolve();
  reads = 0;
  /** What follows from the first file is told before the gate opens. */
  tellsParts = false;
  /** Signals of all preparations for following that were begun. */
  readonly prepared: AbortSignal[] = [];
  private readonly scheduled = new Set<() => void>();
  private waiting: (() => void) | null = null;

  constructor(
    readonly files: Map<string, string>,
    private readonly catalogue: Catalogue,
  ) {}

  readonly read: TriageHost['read'] = async (paths, options, { signal, onProgress, onPartial }) => {
    this.reads++;
    const engine = createEngine({ catalogue: this.catalogue, ...options });
    const found = [...this.files].filter(
      ([path]) => paths.some((root) => path === root || path.startsWith(`${root}/`)) && !path.includes('/.causeline/'),
    );
    const sources = new Map<string, string>();
    const [first] = found;
    if (this.tellsParts && first !== undefined) await onPartial(partOf(options, this.catalogue, first));
    onProgress({ filesDone: 0, files: found.length, bytesRead: 0, bytes: 0, elapsedMs: 0 });
    await Promise.race([this.gate, new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))]);
    for (const [position, [path, text]] of found.entries()) {
      if (signal.aborted) break;
      const id = path.slice(path.lastIndexOf('/') + 1);
      const reader = engine.openSource({ id, modifiedMs: Date.UTC(2018, 0, 3) });
      reader.push(new TextEncoder().encode(text));
      reader.end();
      sources.set(id, path);
      onProgress({ filesDone: position + 1, files: found.length, bytesRead: 0, bytes: 0, elapsedMs: 0 });
    }
    const packed = new Set([...sources.keys()].filter((id) => /\.(?:gz|journal)$/.test(id)));
    return { report: engine.report({ partial: signal.aborted }), paths: sources, packed, unread: 0 };
  };

  readonly means = {};
  readonly follow: TriageHost['follow'] = async (paths, pursuit, { signal }) => {
    while (!signal.aborted && pursuit.begin()) {
      for (const [path, text] of this.files) {
        if (!paths.some((root) => path === root || path.startsWith(`${root}/`))) continue;
        const reader = pursuit.openSource({ id: path.slice(path.lastIndexOf('/') + 1) });
        reader.push(new TextEncoder().encode(text));
        reader.end();
      }
    }
  };
  readonly withIndexed: TriageHost['withIndexed'] = async (_paths, use) => use([], false);
  readonly prepare: TriageHost['prepare'] = async (_paths, { signal }) => {
    this.prepared.push(signal);
  };
  readonly readRules: TriageHost['readRules'] = async (paths) =>
    [...this.files]
      .filter(([path]) => paths.some((root) => path.startsWith(`${root}/.causeline/rules/`)))
      .map(([name, text]) => ({ name, text }));
  readonly readCases: TriageHost['readCases'] = async (paths) =>
    paths.map((root) => {
      const name = `${root}/.causeline/case.json`;
      return { root, name, prefix: '', text: this.files.get(name) ?? null, reason: null };
    });
  readonly writeCase: TriageHost['writeCase'] = async (root, text) => {
    this.files.set(`${root}/.causeline/case.json`, text);
  };
  readonly readMember: TriageHost['readMember'] = async (path, id, maxBytes) => `${id} of ${path}`.slice(0, maxBytes);
  readonly readLines: TriageHost['readLines'] = async (path, _id, { first, last }) =>
    (this.files.get(path) ?? '')
      .split('\n')
      .slice(first - 1, last)
      .join('\n');
  readonly journalEntry: TriageHost['journalEntry'] = async (path, _source, line) =>
    path.endsWith('.journal') ? { ...this.entry, seqnum: line } : null;
  readonly journalFiles: TriageHost['journalFiles'] = async (path) =>
    path.endsWith('.journal') && this.files.has(path) ? [path] : [];
  readonly toPath: TriageHost['toPath'] = (uri) =>
    uri.startsWith('file://') ? decodeURIComponent(uri.slice(7)) : null;
  readonly toUri: TriageHost['toUri'] = (path) => `file://${path}`;
  readonly nextTurn: TriageHost['nextTurn'] = () => new Promise((resolve) => setImmediate(resolve));
  readonly inTurns: TriageHost['inTurns'] = inTurns;

  readonly schedule: TriageHost['schedule'] = (_delayMs, run) => {
    this.scheduled.add(run);
    this.waiting?.();
    return () => this.scheduled.delete(run);
  };

  /** Resolves as soon as something is to happen later. */
  async somethingScheduled(): Promise<void> {
    if (this.scheduled.size > 0) return;
    await new Promise<void>((resolve) => {
      this.waiting = resolve;
    });
  }

  /** Lets time pass. */
  runScheduled(): void {
    const due = [...this.scheduled];
    this.scheduled.clear();
    for (const run of due) run();
  }
}

function partOf(options: EngineOptions, catalogue: Catalogue, [path, text]: readonly [string, string]): HostReading {
  const engine = createEngine({ catalogue, ...options });
  const id = path.slice(path.lastIndexOf('/') + 1);
  const reader = engine.openSource({ id, modifiedMs: Date.UTC(2018, 0, 3) });
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return { report: engine.report({ partial: true }), paths: new Map([[id, path]]), packed: new Set(), unread: 0 };
}

export interface SessionOptions {
  readonly tellsParts?: boolean;
  readonly files?: ReadonlyMap<string, string>;
  readonly locale?: string;
  readonly settings?: unknown;
  readonly folders?: readonly string[];
  readonly gate?: Promise<void>;
  readonly catalogue?: Catalogue;
  readonly capabilities?: ClientCapabilities;
  readonly cacheFolder?: string;
  /** What the server reads instead of {@link MemoryHost}. */
  readonly machine?: TriageHost;
}

/** One client connected to one server. */
export class Session {
  readonly diagnostics = new Map<string, PublishDiagnosticsParams['diagnostics']>();
  readonly statuses: WireStatus[] = [];
  private readonly statusWaiters = new Set<() => void>();

  private constructor(
    readonly client: ProtocolConnection,
    readonly host: MemoryHost,
  ) {
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
    });
    client.onNotification(statusMessage.method, (status: WireStatus) => {
      this.statuses.push(status);
      for (const waiter of this.statusWaiters) waiter();
    });
  }

  static async start(options: SessionOptions = {}): Promise<Session> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const catalogue = options.catalogue ?? storyCatalogue;
    const host = new MemoryHost(new Map(options.files ?? storyFiles), catalogue);
    if (options.gate !== undefined) host.gate = options.gate;
    host.tellsParts = options.tellsParts === true;
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    createServer(server, options.machine ?? host, catalogue);
    server.listen();
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const session = new Session(client, host);
    client.listen();
    const folders = options.folders ?? [folder];
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: folders.map((path) => ({ uri: `file://${path}`, name: path })),
      initializationOptions: { settings: options.settings ?? {}, cacheFolder: options.cacheFolder ?? null },
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await client.sendNotification(InitializedNotification.type, {});
    return session;
  }

  /** A session whose first reading is over. */
  static async ready(options: SessionOptions = {}): Promise<Session> {
    const session = await Session.start(options);
    await session.status((status) => status.state === 'ready');
    return session;
  }

  ask<Params, Result>(message: Message<Params, Result>, params: Params): Promise<Result> {
    return this.client.sendRequest<Result>(message.method, params);
  }

  analyze(): Promise<{ readonly revision: number }> {
    return this.ask(analyzeMessage, {});
  }

  /** The first status, past or to come, that is as wanted. */
  async status(wanted: (status: WireStatus) => boolean): Promise<WireStatus> {
    for (;;) {
      const found = this.statuses.find(wanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const waiter = (): void => {
          this.statusWaiters.delete(waiter);
          resolve();
        };
        this.statusWaiters.add(waiter);
      });
    }
  }

  async open(path: string, languageId = 'log'): Promise<string> {
    const uri = `file://${path}`;
    const text = this.host.files.get(path) ?? '';
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  async close(): Promise<void> {
    await this.client.sendRequest(ShutdownRequest.type);
    this.client.dispose();
  }
}

/** The words of a diagnostic. */
export function wordsOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}
