/** What the language server needs from the machine it runs on, so that it knows no platform itself. */
import type { EngineOptions, IndexedText, JournalEntry, Pursuit, Report } from '../engine/index';

/** How far a reading has come. */
export interface HostProgress {
  readonly filesDone: number;
  readonly files: number;
  readonly bytesRead: number;
  readonly bytes: number;
  /** Since the reading began. */
  readonly elapsedMs: number;
}

/** What a reading came to. */
export interface HostReading {
  readonly report: Report;
  /** Source ids with the file each came from (the archive for members). */
  readonly paths: ReadonlyMap<string, string>;
  /** Sources that are no plain text, told by content: an editor gets their text from {@link TriageHost.readMember}. */
  readonly packed: ReadonlySet<string>;
  /** Files and stretches of files that could not be read. */
  readonly unread: number;
}

/** A folder's case file. */
export interface HostCase {
  readonly root: string;
  /** Path of the file. */
  readonly name: string;
  /** What ids of the folder's sources begin with. */
  readonly prefix: string;
  /** `null` when there is none. */
  readonly text: string | null;
  /** Why it could not be read, when it is there. */
  readonly reason: string | null;
}

/** What goes with one reading. */
export interface HostReadControl {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: HostProgress) => void;
  /** Takes what follows from what was read so far, now and then on a case that takes long. */
  readonly onPartial: (reading: HostReading) => Promise<void> | void;
  /** Whether somebody still waits for the report. */
  readonly isWanted: () => boolean;
  /** Where what was read may be kept for the next time; `null` for nowhere. */
  readonly cacheFolder: string | null;
  /** Files that were left out because they had ended the server are tried once more: the user asked for it. */
  readonly triesAgain: boolean;
  /** Paths that the user waits for most. */
  readonly first: readonly string[];
  /** How far packed files are unpacked; what lies beyond is told. */
  readonly limits: { readonly depth: number; readonly members: number; readonly bytes: number };
}

/** The machine. */
export interface TriageHost {
  /** Reads everything below the paths and settles it; after a stop, what was read until then. Rejects only when nothing could be done. */
  read(paths: readonly string[], options: EngineOptions, control: HostReadControl): Promise<HostReading>;
  /** Gives a search all lines of the sources below the paths that may matter to it, as often as it wants, until the signal. */
  follow(
    paths: readonly string[],
    pursuit: Pursuit,
    control: Pick<HostReadControl, 'signal' | 'limits'>,
  ): Promise<void>;
  /** Uses the texts below the paths of which is known where names stand; `isAll` when there are no others. They are gone afterwards. */
  withIndexed<Result>(
    paths: readonly string[],
    use: (texts: readonly IndexedText[], isAll: boolean) => Result,
  ): Promise<Result>;
  /** Prepares {@link follow} in the background, so that it need not read everything; what was prepared before is kept. */
  prepare(paths: readonly string[], control: Pick<HostReadControl, 'signal' | 'cacheFolder'>): Promise<void>;
  /** What the machine does faster than plain code. */
  readonly means: Pick<EngineOptions, 'createKernel' | 'decode'>;
  /** Rule files in `.causeline/rules` of the folders; what cannot be read is left out. */
  readRules(paths: readonly string[]): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** The case files of those paths that are folders, whether they exist yet or not. */
  readCases(paths: readonly string[]): Promise<readonly HostCase[]>;
  /** Writes the case file of a folder as a whole. */
  writeCase(root: string, text: string): Promise<void>;
  /** The beginning of a member of the archive (or of the decompressed file) at a path; `null` when there is none of that id. */
  readMember(path: string, id: string, maxBytes: number): Promise<string | null>;
  /** Lines of a source, 1-based and both inclusive, as far as so many bytes go; `null` when it is not there any more. */
  readLines(
    path: string,
    id: string,
    lines: { readonly first: number; readonly last: number },
    maxBytes: number,
  ): Promise<string | null>;
  /** The entry behind a line (1-based) of a source that is a journal, with one of its files; `null` for others, and when finding it would take long. */
  journalEntry(path: string, source: string, line: number): Promise<JournalEntry | null>;
  /** The files of the journal that the file at a path belongs to, itself among them; none when it is no journal. */
  journalFiles(path: string): Promise<readonly string[]>;
  /** The path of a `file:` address; `null` for any other. Equal files give equal paths. */
  toPath(uri: string): string | null;
  toUri(path: string): string;
  /** Runs something later, unless the returned function is called before. */
  schedule(delayMs: number, run: () => void): () => void;
  /** Lets other requests be answered. */
  nextTurn(): Promise<void>;
  /** Does long work step by step while others are answered; rejects once it is not wanted any more. */
  inTurns<Result>(steps: Generator<void, Result>, isWanted?: () => boolean): Promise<Result>;
}
