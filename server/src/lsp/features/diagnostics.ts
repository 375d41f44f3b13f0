/** Puts findings into the Problems view: every lock wait and failed collection, of anything else that goes on the first line of each file. */
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { TriageEvent } from '../../engine/index';
import { formatDuration, inOneGo } from '../../engine/index';
import { visibleText } from '../../protocol/visibleText';
import type { Feature, ServerContext } from '../context';
import { ProtocolWriter, toDistance } from '../toProtocol';
import { phrase, word } from '../words';

/** Entries of one file; one more then says how many are missing. */
const maxPerFile = 900;
/** Entries of all files that are not open. */
const maxUnopened = 10_000;
/** Entries made before others have their turn. */
const entriesInStep = 20;

export const register: Feature = (ctx) => {
  const publisher = new Publisher(ctx);
  ctx.triage.onReport(() => publisher.publishAll());
  ctx.onSettings(() => void publisher.publishAll());
  ctx.documents.onDidOpen(({ document }) => publisher.publishOpened(document.uri));
  return {};
};

class Publisher {
  /** Addresses that show something now, by source. */
  private shown = new Map<string, readonly string[]>();
  /** Addresses that an editor was told something of. */
  private readonly told = new Set<string>();
  private runs = 0;

  constructor(private readonly ctx: ServerContext) {}

  /** Tells of everything anew, while others are answered; a later call takes over. */
  async publishAll(): Promise<void> {
    const run = ++this.runs;
    try {
      await this.ctx.host.inTurns(this.publishInSteps(), () => this.runs === run);
    } catch (error) {
      if (this.runs === run) this.ctx.connection.console.error(`diagnostics failed: ${String(error)}`);
    }
  }

  private *publishInSteps(): Generator<void, void> {
    this.shown = new Map();
    if (this.ctx.settings()['causeline.diagnostics.enabled']) {
      const open = new Set(this.ctx.documents.keys().map((uri) => this.ctx.sourceOf(uri)));
      let left = maxUnopened;
      for (const source of this.ctx.triage.index.sourceIds()) {
        const isOpen = open.has(source);
        if (!isOpen && left <= 0) continue;
        const count = yield* this.publish(source);
        if (!isOpen) left -= count;
        yield;
      }
    }
    const now = new Set([...this.shown.values()].flat());
    for (const uri of [...this.told]) if (!now.has(uri)) this.send(uri, []);
  }

  publishOpened(uri: string): void {
    const source = this.ctx.sourceOf(uri);
    if (source !== undefined && !this.shown.has(source) && this.ctx.settings()['causeline.diagnostics.enabled'])
      inOneGo(this.publish(source));
  }

  private *publish(source: string): Generator<void, number> {
    const found = yield* diagnosticsOf(this.ctx, source);
    if (found.length === 0) return 0;
    const byDocument = new Map<string, Diagnostic[]>();
    for (const { uri, diagnostic } of found) byDocument.set(uri, [...(byDocument.get(uri) ?? []), diagnostic]);
    this.shown.set(source, [...byDocument.keys()]);
    for (const [uri, diagnostics] of byDocument) this.send(uri, diagnostics);
    return found.length;
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length > 0) this.told.add(uri);
    else this.told.delete(uri);
    this.ctx.connection.sendDiagnostics({ uri, diagnostics }).catch((error: unknown) => {
      this.ctx.connection.console.error(`diagnostics were not sent: ${String(error)}`);
    });
  }
}

/** A finding, and the document that shows its line. */
interface PlacedDiagnostic {
  readonly uri: string;
  readonly diagnostic: Diagnostic;
}

/** The findings of one source, in file order. */
function* diagnosticsOf(ctx: ServerContext, source: string): Generator<void, PlacedDiagnostic[]> {
  const { index } = ctx.triage;
  const problems = index.eventsOf(source).filter((event) => index.signature(event.signature)?.role === 'problem');
  const { findings, counts } = withoutRepeats(ctx, problems);
  const writer = new ProtocolWriter(ctx);
  const placed = (event: TriageEvent, toShown: (line: number) => Diagnostic): PlacedDiagnostic[] => {
    const { uri, line } = ctx.placeOf(source, event.line);
    return uri === null ? [] : [{ uri, diagnostic: toShown(line) }];
  };
  const listed: PlacedDiagnostic[] = [];
  for (const [position, event] of findings.slice(0, maxPerFile).entries()) {
    listed.push(...placed(event, (line) => toDiagnostic(ctx, writer, event, line, counts.get(event) ?? 1)));
    if ((position + 1) % entriesInStep === 0) yield;
  }
  const last = findings[maxPerFile];
  if (last === undefined) return listed;
  const message = `${findings.length - maxPerFile} ${word('notListed', ctx.language())}`;
  const more = (line: number): Diagnostic => ({
    range: rangeOf(last, line),
    message,
    severity: DiagnosticSeverity.Information,
    source: 'Causeline',
  });
  return [...listed, ...placed(last, more)];
}

/** Events to list, and how many lines the listed ones stand for: a message that comes every five seconds is one problem. */
function withoutRepeats(
  ctx: ServerContext,
  events: readonly TriageEvent[],
): { readonly findings: TriageEvent[]; readonly counts: ReadonlyMap<TriageEvent, number> } {
  const first = new Map<string, TriageEvent>();
  const counts = new Map<TriageEvent, number>();
  const findings = events.filter((event) => {
    if (event.category === 'lock-wait' || event.category === 'gc-failure') return true;
    const key = ctx.triage.index.episodeOf(event)?.id ?? event.id;
    const known = first.get(key) ?? event;
    first.set(key, known);
    counts.set(known, (counts.get(known) ?? 0) + 1);
    return known === event;
  });
  return { findings, counts };
}

function toDiagnostic(
  ctx: ServerContext,
  writer: ProtocolWriter,
  event: TriageEvent,
  line: number,
  count: number,
): Diagnostic {
  const waited =
    event.durationMs === null ? '' : ` (${word('waited', ctx.language())} ${formatDuration(event.durationMs)})`;
  const related = causesOf(ctx, writer, event);
  return {
    range: rangeOf(event, line),
    severity: toSeverity(event),
    source: 'Causeline',
    code: event.signature,
    message: `${writer.title(event)}${waited}${count > 1 ? ` ×${count}` : ''}`,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

function causesOf(ctx: ServerContext, writer: ProtocolWriter, event: TriageEvent): DiagnosticRelatedInformation[] {
  const { index } = ctx.triage;
  const link = index.causesOf(index.episodeOf(event)?.id ?? '')[0];
  const cause = link === undefined ? undefined : index.episode(link.cause);
  const shown = cause === undefined ? undefined : index.causeEvent(cause, event);
  if (link === undefined || shown === undefined) return [];
  const place = writer.place(shown);
  if (place.uri === null) return [];
  const distance = toDistance(link.lagMs);
  const message = `${phrase('causedBy', place.title, ctx.language())}${distance === '' ? '' : ` (${distance})`}: ${link.mechanism[ctx.language()]}`;
  return [{ location: { uri: place.uri, range: rangeOf(shown, place.line) }, message: visibleText(message, 400) }];
}

/** The words of an event, in the line of a document. */
function rangeOf(event: TriageEvent, line: number): Diagnostic['range'] {
  const [start, end] = event.span ?? [0, Math.max(1, event.text.split('\n', 1)[0]?.length ?? 1)];
  return { start: { line, character: start }, end: { line, character: end } };
}

function toSeverity({ severity }: TriageEvent): DiagnosticSeverity {
  if (severity === 'fatal' || severity === 'error') return DiagnosticSeverity.Error;
  return severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
}
