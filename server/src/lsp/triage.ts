/** Reads the opened folders, keeps the current report and reads again when files change: one reading at a time. */
import type { Catalogue, EngineOptions, Report, TriageEvent } from '../engine/index';
import type { WireStatus } from '../protocol/wireTypes';
import type { CaseKeeper } from './caseKeeper';
import type { HostProgress, HostReadControl, HostReading, TriageHost } from './host';
import type { RuleKeeper } from './ruleKeeper';
import { TriageIndex } from './triageIndex';

/** Changes that arrive together are one change. */
const debounceMs = 1000;

/** Events that answers are rehearsed with. */
const rehearsedEvents = 60;

const emptyReport: Report = {
  sources: [],
  events: [],
  episodes: [],
  chains: [],
  incidents: [],
  locks: [],
  pods: [],
  facts: [],
  unexplained: [],
  quieted: [],
  eventsBeyondLimit: 0,
  unread: [],
  partial: false,
};

/** What the triage asks of its surroundings at the moment it reads. */
export interface TriageSetup {
  readonly host: TriageHost;
  readonly rules: RuleKeeper;
  readonly cases: CaseKeeper;
  /** Folders or files to read. */
  roots(): readonly string[];
  options(): EngineOptions;
  /** Files that the user has open: they are read first. */
  openPaths(): readonly string[];
  /** Where what was read may be kept; `null` for nowhere. */
  cacheFolder(): string | null;
  limits(): HostReadControl['limits'];
  log(message: string): void;
}

/** How much of the bytes was read; while their number is unknown, of the files. */
export function percentOf({ filesDone, files, bytesRead, bytes }: Omit<HostProgress, 'elapsedMs'>): number {
  const [done, all] = bytes > 0 ? [bytesRead, bytes] : [filesDone, files];
  return all === 0 ? 0 : Math.min(100, Math.floor((done * 100) / all));
}

/** The current report and how it comes to be. */
export class Triage {
  index: TriageIndex;
  private state: WireStatus['state'] = 'idle';
  private revision = 0;
  private progress: HostProgress = { filesDone: 0, files: 0, bytesRead: 0, bytes: 0, elapsedMs: 0 };
  private unread = 0;
  private namesIndexed = false;
  private running: AbortController | null = null;
  private done: Promise<void> = Promise.resolve();
  private cancelScheduled: () => void = () => undefined;
  private readonly listeners: (() => void)[] = [];
  private readonly reportListeners: (() => Promise<void> | void)[] = [];
  private isRehearsed = false;
  private readonly rehearsals: ((event: TriageEvent) => unknown)[] = [];

  constructor(private readonly setup: TriageSetup) {
    this.index = new TriageIndex(emptyReport, setup.rules.catalogue, new Map(), new Set());
  }

  /** Calls back whenever {@link status} is another. */
  onStatus(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Calls back whenever {@link index} is another; what the listener does is done before that is told. */
  onReport(listener: () => Promise<void> | void): void {
    this.reportListeners.push(listener);
  }

  status(): WireStatus {
    const chains = this.index.report.chains.filter((chain) => chain.steps.length > 1);
    const possible = chains.filter((chain) => chain.confidence === 'possible').length;
    return {
      state: this.state,
      revision: this.revision,
      filesDone: this.progress.filesDone,
      files: this.progress.files,
      bytesRead: this.progress.bytesRead,
      bytes: this.progress.bytes,
      elapsedMs: this.progress.elapsedMs,
      chains: chains.length - possible,
      possible,
      events: this.index.report.events.length + this.index.report.eventsBeyondLimit,
      partial: this.index.report.partial,
      unread: this.unread,
      namesIndexed: this.namesIndexed,
    };
  }

  /** Takes what a feature answers with at an event; it is played with some events when the first report is there. */
  onRehearsal(play: (event: TriageEvent) => unknown): void {
    this.rehearsals.push(play);
  }

  /** Folders or files that are read. */
  roots(): readonly string[] {
    return this.setup.roots();
  }

  /** How far packed files are unpacked. */
  limits(): HostReadControl['limits'] {
    return this.setup.limits();
  }

  hostProgress(): HostProgress {
    return this.progress;
  }

  /** Reads everything anew; a reading that is under way is given up. `triesAgain`: also what has ended the server before. */
  analyze(triesAgain = false): Promise<void> {
    this.cancelScheduled();
    this.running?.abort();
    const control = new AbortController();
    this.running = control;
    const before = this.done;
    this.done = before.then(() => this.read(control, triesAgain));
    return this.done;
  }

  /** Reads anew after a quiet moment. */
  schedule(): void {
    this.cancelScheduled();
    this.cancelScheduled = this.setup.host.schedule(debounceMs, () => void this.analyze());
  }

  /** Ends the reading that is under way; what was read until then is the report. */
  stop(): void {
    this.running?.abort();
  }

  /** Ends everything for good. */
  dispose(): void {
    this.cancelScheduled();
    this.stop();
  }

  /** When no reading is under way any more. */
  async settled(): Promise<void> {
    for (let waited: Promise<void> | null = null; waited !== this.done; ) {
      waited = this.done;
      await waited;
    }
  }

  private async read(control: AbortController, triesAgain: boolean): Promise<void> {
    // A later call has taken over before this one began.
    if (this.running !== control) return;
    this.namesIndexed = false;
    const roots = this.setup.roots();
    this.progress = { filesDone: 0, files: 0, bytesRead: 0, bytes: 0, elapsedMs: 0 };
    this.change(roots.length === 0 ? 'idle' : 'indexing');
    if (roots.length === 0) return;
    try {
      const catalogue = await this.setup.rules.reload(roots);
      const corrections = await this.setup.cases.reload(roots);
      const reading = await this.setup.host.read(
        roots,
        { ...this.setup.options(), catalogue, corrections },
        {
          signal: control.signal,
          onProgress: (progress) => this.onProgress(control, progress),
          onPartial: (soFar) => this.showPartial(control, soFar, catalogue),
          isWanted: () => this.running === control,
          cacheFolder: this.setup.cacheFolder(),
          triesAgain,
          first: this.setup.openPaths(),
          limits: this.setup.limits(),
        },
      );
      if (this.running !== control) return;
      // Whoever waits for `ready` may rely on what the features have sent.
      await this.show(reading, catalogue);
      if (this.running !== control) return;
      this.change('ready');
      // Nobody waits for it, and the next reading ends it.
      this.prepare(roots, control).catch((error: unknown) => this.setup.log(`preparing failed: ${String(error)}`));
    } catch (error) {
      if (this.running !== control) return;
      this.setup.log(`reading failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      this.change('failed');
    }
  }

  private async show(reading: HostReading, catalogue: Catalogue): Promise<void> {
    const index = new TriageIndex(reading.report, catalogue, reading.paths, reading.packed);
    this.index = index;
    this.unread = reading.unread;
    for (const listener of this.reportListeners) if (this.index === index) await listener();
    this.revision++;
  }

  /** A part is better than nothing, and worse than the whole as it was a moment ago. */
  private async showPartial(control: AbortController, soFar: HostReading, catalogue: Catalogue): Promise<void> {
    if (this.running !== control || (this.revision > 0 && !this.index.report.partial)) return;
    await this.show(soFar, catalogue);
    // By now the whole may be there.
    if (this.running === control && this.index.report === soFar.report) this.change('indexing');
  }

  /** Makes what comes next quick: what hovers and following ask for first. */
  private async prepare(roots: readonly string[], control: AbortController): Promise<void> {
    const { signal } = control;
    if (signal.aborted) return;
    await this.setup.host.inTurns(this.index.prepareIdentities());
    await this.setup.host.prepare(roots, { signal, cacheFolder: this.setup.cacheFolder() });
    if (!this.isRehearsed) await this.rehearse(signal);
    if (signal.aborted || this.running !== control) return;
    this.namesIndexed = true;
    this.change('ready');
  }

  /** Plays what features answer with, so that the first one who asks need not wait until the program has warmed up. */
  private async rehearse(signal: AbortSignal): Promise<void> {
    const { events } = this.index.report;
    const step = Math.max(1, Math.floor(events.length / rehearsedEvents));
    for (let at = 0; at < events.length && !signal.aborted; at += step) {
      for (const play of this.rehearsals) {
        await play(events[at] as TriageEvent);
        await this.setup.host.nextTurn();
      }
    }
    // Once is enough: a case that grows has its next report with code that is warm.
    this.isRehearsed ||= events.length > 0 && !signal.aborted;
  }

  private onProgress(control: AbortController, progress: HostProgress): void {
    if (this.running !== control) return;
    const before = this.progress;
    this.progress = progress;
    const isSame = progress.filesDone === before.filesDone && percentOf(progress) === percentOf(before);
    if (!isSame) this.change('indexing');
  }

  private change(state: WireStatus['state']): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
