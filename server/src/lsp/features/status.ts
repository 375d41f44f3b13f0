/** Tells the client how a reading goes, shows its progress with a way to stop it, and reads again when asked to. */
import type { WorkDoneProgressReporter, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { CodeLensRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import { analyzeMessage, statusMessage, stopMessage } from '../../protocol/messages';
import type { WireStatus } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { notify, onMessage, onNotice } from '../rpc';
import { percentOf } from '../triage';
import { word } from '../words';

/** Readings shorter than this show no progress of their own. */
const quietMs = 500;

export const register: Feature = (ctx) => {
  const progress = new ReadingProgress(ctx);
  let last = '';
  ctx.triage.onStatus(() => {
    const status = ctx.triage.status();
    progress.follow(status);
    const told = `${percentOf(status)} ${status.revision}`;
    if (status.state === 'indexing' && told === last) return;
    last = status.state === 'indexing' ? told : '';
    notify(ctx.connection, statusMessage, status);
  });
  ctx.triage.onReport(() => refresh(ctx));
  ctx.onSettings(() => refresh(ctx));
  onMessage(ctx.connection, analyzeMessage, { revision: 0 }, async () => {
    await ctx.triage.analyze(true);
    await ctx.triage.settled();
    return { revision: ctx.triage.status().revision };
  });
  onNotice(ctx.connection, stopMessage, () => ctx.triage.stop());
  return {};
};

/** `3/6 · 1.2 / 2.0 GB · 420 MB/s · 2 s`, below a gigabyte in MB: files, bytes, rate, and what is left of the time; the same in every language. */
function progressText({ filesDone, files, bytesRead, bytes, elapsedMs }: WireStatus): string {
  const bytesPerMs = bytesRead / Math.max(1, elapsedMs);
  if (bytesRead === 0) return `${filesDone}/${files}`;
  const left = Math.ceil((bytes - bytesRead) / bytesPerMs / 1000);
  const read =
    bytes < 1e9
      ? `${Math.round(bytesRead / 1e6)} / ${Math.ceil(bytes / 1e6)} MB`
      : `${(bytesRead / 1e9).toFixed(1)} / ${(bytes / 1e9).toFixed(1)} GB`;
  return `${filesDone}/${files} · ${read} · ${Math.round(bytesPerMs / 1000)} MB/s · ${left} s`;
}

/** Editors that keep lenses and colours ask for them anew. */
function refresh(ctx: ServerContext): void {
  const failed = (error: unknown): void => ctx.connection.console.error(`refresh failed: ${String(error)}`);
  if (ctx.clientCan('refreshLenses')) ctx.connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  if (ctx.clientCan('refreshTokens')) ctx.connection.sendRequest(SemanticTokensRefreshRequest.type).catch(failed);
}

/** One work-done progress a reading. */
class ReadingProgress {
  private cancelStart: (() => void) | null = null;
  private reporter: WorkDoneProgressReporter | null = null;
  private reading = 0;

  constructor(private readonly ctx: ServerContext) {}

  follow(status: WireStatus): void {
    if (!this.ctx.clientCan('progress')) return;
    if (status.state !== 'indexing') this.end();
    else if (this.reporter !== null) this.reporter.report(percentOf(status), progressText(status));
    else this.cancelStart ??= this.ctx.host.schedule(quietMs, () => this.begin());
  }

  private begin(): void {
    const reading = this.reading;
    const begun = (reporter: WorkDoneProgressServerReporter): void => {
      reporter.begin(word('reading', this.ctx.language()), 0, '', true);
      reporter.token.onCancellationRequested(() => this.ctx.triage.stop());
      if (reading === this.reading) this.reporter = reporter;
      else reporter.done();
    };
    this.ctx.connection.window.createWorkDoneProgress().then(begun, (error: unknown) => {
      this.ctx.connection.console.error(`no progress: ${String(error)}`);
    });
  }

  private end(): void {
    this.reading++;
    this.cancelStart?.();
    this.cancelStart = null;
    this.reporter?.done();
    this.reporter = null;
  }
}
