/** Tells the client how a reading goes, shows its progress with a way to stop it, and reads again when asked to. */
import type { WorkDoneProgressReporter, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { CodeLensRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import { analyzeMessage, statusMessage, stopMessage } from '../../protocol/messages';
import type { WireStatus } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { notify, onMessage, onNotice } from '../rpc';
import { word } from '../words';

/** Readings shorter than this show no progress of their own. */
const quietMs = 500;

export const register: Feature = (ctx) => {
  const progress = new ReadingProgress(ctx);
  let lastPercent = -1;
  ctx.triage.onStatus(() => {
    const status = ctx.triage.status();
    progress.follow(status);
    const percent = status.state === 'indexing' ? percentOf(status) : -1;
    if (status.state === 'indexing' && percent === lastPercent) return;
    lastPercent = percent;
    notify(ctx.connection, statusMessage, status);
  });
  ctx.triage.onReport(() => refresh(ctx));
  ctx.onSettings(() => refresh(ctx));
  onMessage(ctx.connection, analyzeMessage, { revision: 0 }, async () => {
    await ctx.triage.analyze();
    await ctx.triage.settled();
    return { revision: ctx.triage.status().revision };
  });
  onNotice(ctx.connection, stopMessage, () => ctx.triage.stop());
  return {};
};

function percentOf({ filesDone, files }: WireStatus): number {
  return files === 0 ? 0 : Math.floor((filesDone * 100) / files);
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
    else if (this.reporter !== null) this.reporter.report(percentOf(status), `${status.filesDone}/${status.files}`);
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
