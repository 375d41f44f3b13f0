/** Owner of the language client, the log channel and everything to be disposed of; what every feature works with. */
import type { CancellationToken, Event, ExtensionContext, LogOutputChannel, Memento } from 'vscode';
import { EventEmitter, l10n, Uri, window } from 'vscode';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { memberScheme } from '../../server/src/protocol/memberUri';
import type { Message } from '../../server/src/protocol/messages';
import { statusMessage } from '../../server/src/protocol/messages';
import { timelineScheme } from '../../server/src/protocol/timelineUri';
import type { WireStatus } from '../../server/src/protocol/wireTypes';
import { settingsSection } from './config';
import { LeftOnDisk } from './leftOnDisk';
import { ask, listen, tell } from './rpc';

/** Languages whose files the server gets; it decides itself which of the plain ones are logs. */
const languages = ['log', 'causeline-log', 'plaintext', 'json', 'jsonl'];

const idle: WireStatus = {
  state: 'idle',
  revision: 0,
  filesDone: 0,
  bytesRead: 0,
  bytes: 0,
  elapsedMs: 0,
  files: 0,
  chains: 0,
  possible: 0,
  events: 0,
  partial: false,
  unread: 0,
  namesIndexed: false,
};

/** Shared by all features. */
export class ClientContext {
  readonly log: LogOutputChannel;
  /** Documents whose text the server reads by itself. */
  readonly leftOnDisk = new LeftOnDisk(() => this.client);
  private readonly client: LanguageClient;
  private readonly statusEmitter = new EventEmitter<WireStatus>();
  private readonly reportEmitter = new EventEmitter<WireStatus>();
  private current = idle;

  constructor(private readonly extension: ExtensionContext) {
    this.log = window.createOutputChannel('Causeline', { log: true });
    this.client = createClient(extension, this.log, this.leftOnDisk);
    this.own(this.log, this.statusEmitter, this.reportEmitter);
    listen(this.client, statusMessage, (status) => this.onStatusMessage(status));
  }

  /** Whenever reading goes on. */
  get onStatus(): Event<WireStatus> {
    return this.statusEmitter.event;
  }

  /** Whenever there is another report, or none can be had. */
  get onReport(): Event<WireStatus> {
    return this.reportEmitter.event;
  }

  get status(): WireStatus {
    return this.current;
  }

  /** What is remembered of this folder. */
  get workspaceMemory(): Memento {
    return this.extension.workspaceState;
  }

  start(): Promise<void> {
    return this.client.start();
  }

  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
  }

  /** Disposes of these with the extension. */
  own(...disposables: readonly { dispose(): unknown }[]): void {
    this.extension.subscriptions.push(...disposables);
  }

  /** A file of the extension's own. */
  media(name: string): Uri {
    return Uri.joinPath(this.extension.extensionUri, 'client', 'media', name);
  }

  ask<Params, Result>(message: Message<Params, Result>, params: Params, token?: CancellationToken): Promise<Result> {
    return ask(this.client, message, params, token);
  }

  tell<Params>(message: Message<Params, void>, params: Params): Promise<void> {
    return tell(this.client, message, params);
  }

  /** Runs what the user asked for; a failure is logged and said, as only then somebody waits for it. */
  readonly userCommand =
    <Arguments extends readonly unknown[]>(run: (...words: Arguments) => Promise<void>) =>
    async (...words: Arguments): Promise<void> => {
      try {
        await run(...words);
      } catch (error) {
        this.failed(error);
        await window.showErrorMessage(l10n.t('Causeline could not do this. The output channel says why.'));
      }
    };

  /** Logs what went wrong in the background. */
  readonly failed = (error: unknown): void => {
    this.log.error(error instanceof Error ? error : String(error));
  };

  private onStatusMessage(status: WireStatus): void {
    const before = this.current;
    this.current = status;
    this.statusEmitter.fire(status);
    const isOver = status.state !== 'indexing' && before.state !== status.state;
    if (status.revision !== before.revision || isOver) this.reportEmitter.fire(status);
  }
}

function createClient(extension: ExtensionContext, log: LogOutputChannel, leftOnDisk: LeftOnDisk): LanguageClient {
  const module = Uri.joinPath(extension.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...languages.map((language) => ({ scheme: 'file', language })),
      { scheme: memberScheme },
      { scheme: timelineScheme },
      { scheme: 'file', pattern: '**/.causeline/rules/*.{yaml,yml,json}' },
    ],
    initializationOptions: {
      settings: settingsSection(),
      cacheFolder: Uri.joinPath(extension.globalStorageUri, 'read').fsPath,
    },
    outputChannel: log,
    diagnosticCollectionName: 'causeline',
    middleware: leftOnDisk.middleware(),
  };
  return new LanguageClient('causeline', 'Causeline', server, options);
}
