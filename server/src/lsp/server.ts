/** Puts the language server together: one context, one feature after the other, one answer to `initialize`. */
import type { ClientCapabilities, Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue, EngineOptions, Language } from '../engine/index';
import { catalogue as builtIn } from '../engine/index';
import { fromMemberUri, toMemberUri, toWindowUri } from '../protocol/memberUri';
import type { Settings } from '../protocol/settings';
import { defaultSettings, readSettings } from '../protocol/settings';
import { CaseKeeper } from './caseKeeper';
import type { ClientSkill, DocumentPlace, Feature, ServerContext, ShownLines, SourceLine } from './context';
import { register as registerChains } from './features/chains';
import { register as registerCodeLens } from './features/codeLens';
import { register as registerDefinition } from './features/definition';
import { register as registerDiagnostics } from './features/diagnostics';
import { register as registerExport } from './features/exportReport';
import { register as registerFollow } from './features/follow';
import { register as registerHighlights } from './features/highlights';
import { register as registerHover } from './features/hover';
import { register as registerMembers } from './features/members';
import { register as registerPlaces } from './features/places';
import { register as registerRules } from './features/rules';
import { register as registerSemanticTokens } from './features/semanticTokens';
import { register as registerSources } from './features/sources';
import { register as registerStatus } from './features/status';
import { register as registerTimeline } from './features/timeline';
import { guard } from './guard';
import type { HostReadControl, TriageHost } from './host';
import { RuleKeeper } from './ruleKeeper';
import { Timelines } from './timelines';
import { Triage } from './triage';
import { isShownInParts, windowAround } from './windows';

/** Settings that another reading is needed for. */
const readingSettings = [
  'causeline.clock.year',
  'causeline.clock.zone',
  'causeline.archives.depth',
  'causeline.archives.members',
  'causeline.archives.unpackedGiB',
] as const;

const features: readonly Feature[] = [
  registerStatus,
  registerChains,
  registerSources,
  registerHighlights,
  registerPlaces,
  registerMembers,
  registerFollow,
  registerTimeline,
  registerExport,
  registerDiagnostics,
  registerHover,
  registerCodeLens,
  registerDefinition,
  registerSemanticTokens,
  registerRules,
];

/** Folders and reports whose changes never concern logs. */
const ignoredChange =
  /\/(?:\.git|node_modules|\.causeline(?!\/(?:rules\/|case\.json$))|\.vscode)\/|\/causeline-findings[^/]*\.md$/;

const ruleFile = /\/\.causeline\/rules\//;

/** Serves the connection, on which the caller then listens; the returned function ends all work. */
export function createServer(connection: Connection, host: TriageHost, catalogue: Catalogue = builtIn): () => void {
  const session = new Session(connection, host, catalogue);
  const capabilities = features.map((feature) => feature(session.ctx));
  session.serve(Object.assign({}, ...capabilities));
  return () => session.ctx.triage.dispose();
}

class Session {
  readonly ctx: ServerContext;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly triage: Triage;
  private readonly rules: RuleKeeper;
  private readonly cases: CaseKeeper;
  private language: Language = 'en';
  private settings: Settings = defaultSettings;
  private client: ClientCapabilities = {};
  private folders: readonly string[] = [];
  private cacheFolder: string | null = null;
  /** Files outside of the folders that the user opened for what is in them. */
  private readonly besides = new Set<string>();
  private readonly settingsListeners: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly host: TriageHost,
    catalogue: Catalogue,
  ) {
    const log = (message: string): void => connection.console.error(message);
    this.rules = new RuleKeeper(host, catalogue, log);
    this.cases = new CaseKeeper(host, log);
    this.triage = new Triage({
      host,
      rules: this.rules,
      cases: this.cases,
      roots: () => this.roots(),
      options: () => this.engineOptions(),
      openPaths: () => this.toPaths(this.documents.keys()),
      cacheFolder: () => this.cacheFolder,
      limits: () => this.limits(),
      log,
    });
    this.ctx = {
      connection,
      host,
      documents: this.documents,
      triage: this.triage,
      rules: this.rules,
      cases: this.cases,
      timelines: new Timelines(this.triage, host, () => this.language),
      language: () => this.language,
      settings: () => this.settings,
      onSettings: (listener) => this.settingsListeners.push(listener),
      clientCan: (skill) => this.clientCan(skill),
      sourceOf: (uri) => this.linesOf(uri)?.source,
      linesOf: (uri) => this.linesOf(uri),
      lineAt: (uri, line) => this.lineAt(uri, line),
      addressOf: (source) => this.addressOf(source),
      placeOf: (source, line, from) => this.placeOf(source, line, from),
      readAlso: (path) => this.readAlso(path),
      guard: (name, empty, handler) => guard(name, empty, log, handler),
    };
  }

  serve(capabilities: ServerCapabilities): void {
    const { connection } = this;
    connection.onInitialize((params) => {
      this.initialize(params);
      return {
        capabilities: {
          ...capabilities,
          textDocumentSync: TextDocumentSyncKind.Incremental,
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        serverInfo: { name: 'causeline' },
      };
    });
    connection.onInitialized(() => this.start().catch((error: unknown) => connection.console.error(String(error))));
    connection.onDidChangeConfiguration((change) => {
      this.loadSettings(change.settings).catch((error: unknown) => connection.console.error(String(error)));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.some(({ uri, type }) => this.isOfLogs(uri, type))) this.readAgain();
    });
    this.documents.onDidOpen(() => {
      if (this.folders.length === 0) this.readAgain();
    });
    this.documents.onDidSave(({ document }) => {
      if (this.isOfLogs(document.uri, FileChangeType.Changed)) this.readAgain();
    });
    connection.onShutdown(() => this.triage.dispose());
    this.documents.listen(connection);
  }

  private initialize(params: InitializeParams): void {
    this.client = params.capabilities;
    this.language = params.locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
    const options: unknown = params.initializationOptions;
    if (typeof options === 'object' && options !== null && 'settings' in options)
      this.settings = readSettings(options.settings);
    if (typeof options === 'object' && options !== null && 'cacheFolder' in options)
      this.cacheFolder = typeof options.cacheFolder === 'string' ? options.cacheFolder : null;
    const uris = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.folders = this.toPaths(uris);
  }

  private async start(): Promise<void> {
    if (this.clientCan('configuration')) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'causeline' });
      await this.loadSettings(undefined);
    }
    if (this.clientCan('watchFiles')) {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      });
    }
    if (this.client.workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(this.toPaths(removed.map((folder) => folder.uri)));
        this.folders = [
          ...this.folders.filter((path) => !gone.has(path)),
          ...this.toPaths(added.map((folder) => folder.uri)),
        ];
        this.readAgain();
      });
    }
    if (this.settings['causeline.analyze.automatic']) await this.triage.analyze();
  }

  /** Whether a change can change the report: a new or a gone file can, other text in a file that holds no logs cannot. */
  private isOfLogs(uri: string, type: FileChangeType): boolean {
    if (ignoredChange.test(uri)) return false;
    const path = this.host.toPath(uri);
    if (path === null || type !== FileChangeType.Changed || ruleFile.test(uri)) return true;
    // A file that could not be read may have become readable.
    return this.triage.index.isRead(path) || this.triage.status().unread > 0;
  }

  private readAgain(): void {
    if (this.settings['causeline.analyze.automatic']) this.triage.schedule();
  }

  private async loadSettings(pushed: unknown): Promise<void> {
    const before = this.settings;
    if (this.clientCan('configuration')) {
      this.settings = readSettings(await this.connection.workspace.getConfiguration('causeline'));
    } else if (typeof pushed === 'object' && pushed !== null && 'causeline' in pushed) {
      this.settings = readSettings(pushed.causeline);
    }
    for (const listener of this.settingsListeners) listener();
    if (this.triage.status().revision > 0 && readingSettings.some((name) => before[name] !== this.settings[name]))
      this.readAgain();
  }

  /** The opened folders, or without any the files of the open documents; and what is to be read beside them. */
  private roots(): readonly string[] {
    const opened = this.folders.length > 0 ? this.folders : this.toPaths(this.documents.keys());
    return [...new Set([...opened, ...this.besides])];
  }

  private readAlso(path: string): Promise<void> {
    const isInside = this.folders.some((folder) => path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length)));
    if (!isInside) this.besides.add(path);
    return this.triage.analyze();
  }

  private linesOf(uri: string): ShownLines | undefined {
    const { index } = this.triage;
    const member = fromMemberUri(uri);
    const source = member === null ? index.sourceOfPath(this.host.toPath(uri)) : member.source;
    if (source === undefined || index.source(source) === undefined) return undefined;
    const { first, last } = member?.window ?? { first: 1, last: Number.POSITIVE_INFINITY };
    return { source, before: first - 1, last };
  }

  private lineAt(uri: string, line: number): SourceLine | undefined {
    const shown = this.linesOf(uri);
    return shown === undefined
      ? (this.ctx.timelines.known(uri)?.rows[line]?.of ?? undefined)
      : { source: shown.source, line: shown.before + line + 1 };
  }

  private addressOf(source: string): string | null {
    const { index } = this.triage;
    const path = index.plainPathOf(source);
    if (path !== null) return this.host.toUri(path);
    return index.pathOf(source) === null ? null : toMemberUri(source);
  }

  private placeOf(source: string, line: number, from?: string): DocumentPlace {
    const { index } = this.triage;
    const report = index.source(source);
    const uri = this.addressOf(source);
    const isFile = index.plainPathOf(source) !== null;
    if (uri === null || report === undefined || !isShownInParts(report, isFile, this.settings))
      return { uri, line: line - 1 };
    const shown = from === undefined ? undefined : this.linesOf(from);
    if (from !== undefined && shown?.source === source && line > shown.before && line <= shown.last)
      return { uri: from, line: line - 1 - shown.before };
    const window = windowAround(report, line, this.settings);
    return { uri: toWindowUri(source, window), line: line - window.first };
  }

  private toPaths(uris: readonly string[]): string[] {
    return uris.flatMap((uri) => this.host.toPath(uri) ?? []);
  }

  private limits(): HostReadControl['limits'] {
    return {
      depth: this.settings['causeline.archives.depth'],
      members: this.settings['causeline.archives.members'],
      bytes: this.settings['causeline.archives.unpackedGiB'] * 2 ** 30,
    };
  }

  private engineOptions(): EngineOptions {
    const year = this.settings['causeline.clock.year'];
    return { zone: this.settings['causeline.clock.zone'], ...(year > 0 ? { year } : {}) };
  }

  private clientCan(skill: ClientSkill): boolean {
    const { workspace, window } = this.client;
    switch (skill) {
      case 'refreshLenses':
        return workspace?.codeLens?.refreshSupport === true;
      case 'refreshTokens':
        return workspace?.semanticTokens?.refreshSupport === true;
      case 'configuration':
        return workspace?.configuration === true;
      case 'watchFiles':
        return workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
      case 'progress':
        return window?.workDoneProgress === true;
    }
  }
}
