/** Runs the real engine on texts, for tests that look at what a user would get. */
import type { EngineOptions, Report, SourceReport } from '../../server/src/engine/index';
import { createEngine } from '../../server/src/engine/index';
import { datesInNames } from '../../server/src/node/names';

/** Texts by source id. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/** Options of one run. */
export interface TriageOptions extends EngineOptions {
  /** Bytes pushed at a time; everything at once by default. */
  readonly pieceBytes?: number;
  readonly modifiedMs?: number;
}

/** The report for some sources; lines may be given as a list. */
export function triage(texts: Texts, options: TriageOptions = {}): Report {
  const engine = createEngine(options);
  for (const [id, text] of Object.entries(texts)) {
    const bytes = Buffer.from(typeof text === 'string' ? text : `${text.join('\n')}\n`);
    const reader = engine.openSource({
      id,
      modifiedMs: options.modifiedMs ?? Date.UTC(2022, 4, 14),
      statedDates: datesInNames(id),
    });
    const step = options.pieceBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length; at += step) reader.push(Uint8Array.from(bytes.subarray(at, at + step)));
    reader.end();
  }
  return engine.report();
}

/** The only source of a report. */
export function onlySource(report: Report): SourceReport {
  const source = report.sources[0];
  if (source === undefined || report.sources.length !== 1) throw new Error(`${report.sources.length} sources, not one`);
  return source;
}

/** Signature ids of the events of a line, outermost first. */
export function signaturesAt(report: Report, source: string, line: number): string[] {
  return report.events
    .filter((event) => event.source === source && event.line <= line && line <= event.endLine)
    .map((event) => event.signature);
}

/** A chain's steps as signature ids. */
export function stepsOf(report: Report, chain = 0): string[] {
  return (report.chains[chain]?.steps ?? []).map(
    (id) => report.episodes.find((episode) => episode.id === id)?.signature ?? '?',
  );
}
