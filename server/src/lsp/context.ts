/** What every server feature works with: the connection, the open documents, the current report, the user's language and settings. */
import type { CancellationToken, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../engine/index';
import type { Settings } from '../protocol/settings';
import type { CaseKeeper } from './caseKeeper';
import type { Guarded } from './guard';
import type { TriageHost } from './host';
import type { RuleKeeper } from './ruleKeeper';
import type { Timelines } from './timelines';
import type { Triage } from './triage';

/** Shared by all features. */
export interface ServerContext {
  readonly connection: Connection;
  readonly host: TriageHost;
  readonly documents: TextDocuments<TextDocument>;
  readonly triage: Triage;
  readonly rules: RuleKeeper;
  readonly cases: CaseKeeper;
  readonly timelines: Timelines;
  /** Of the user; English until the client has said. */
  language(): Language;
  settings(): Settings;
  /** Calls back when settings are others. */
  onSettings(listener: () => void): void;
  /** What the client can do. */
  clientCan(what: ClientSkill): boolean;
  /** Source id of an open or named file, or of a source that is none. */
  sourceOf(uri: string): string | undefined;
  /** Which lines of which source a document shows. */
  linesOf(uri: string): ShownLines | undefined;
  /** Which line of a source, 1-based, a 0-based line of a document shows. */
  lineAt(uri: string, line: number): SourceLine | undefined;
  /** Where an editor finds a source: its file, or an address that the extension resolves; `null` when it is not there any more. */
  addressOf(source: string): string | null;
  /** Where an editor finds a line (1-based) of a source: in the file, or in a part of it; rather in the document `from` when that shows it. */
  placeOf(source: string, line: number, from?: string): DocumentPlace;
  /** Reads a file that lies elsewhere together with what is opened, from now on. */
  readAlso(path: string): Promise<void>;
  guard<Params, Result>(
    name: string,
    empty: Result,
    handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): Guarded<Params, Result>;
}

/** The lines of a source that a document shows: all of them, or a part. */
export interface ShownLines {
  readonly source: string;
  /** Lines of the source before the first one of the document. */
  readonly before: number;
  /** The last line of the source that the document shows, 1-based; infinite when it shows all. */
  readonly last: number;
}

/** A line of a source, 1-based. */
export interface SourceLine {
  readonly source: string;
  readonly line: number;
}

/** A line of a document, 0-based; no address when there is nothing to open any more. */
export interface DocumentPlace {
  readonly uri: string | null;
  readonly line: number;
}

/** Optional abilities of clients that features ask for. */
export type ClientSkill = 'refreshLenses' | 'refreshTokens' | 'configuration' | 'watchFiles' | 'progress';

/** A feature binds its handlers and says what the server can do because of it. */
export type Feature = (ctx: ServerContext) => ServerCapabilities;
