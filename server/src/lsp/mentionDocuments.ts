/** The documents in which mentions are shown, each told once: many lines of few files, or of few parts of large ones. */
import type { SourceReport } from '../engine/index';
import { visibleText } from '../protocol/visibleText';
import type { WireMentionDocument } from '../protocol/wireTypes';
import type { ServerContext } from './context';
import { isShownInParts, windowAround } from './windows';

/** What is known of one source. */
interface Shown {
  /** `null` when its lines are all in one document. */
  readonly inParts: SourceReport | null;
  readonly where: string;
  /** Positions of documents, by the first line that each shows. */
  readonly documents: Map<number, number>;
}

/** Collects documents while mentions are put into words. */
export class MentionDocuments {
  readonly list: WireMentionDocument[] = [];
  private readonly sources = new Map<string, Shown>();

  constructor(private readonly ctx: ServerContext) {}

  /** Which of the documents shows a line (1-based) of a source. */
  positionOf(source: string, line: number): number {
    const shown = this.shown(source);
    const first = shown.inParts === null ? 1 : windowAround(shown.inParts, line, this.ctx.settings()).first;
    const known = shown.documents.get(first);
    if (known !== undefined) return known;
    const { uri, line: inDocument } = this.ctx.placeOf(source, line);
    shown.documents.set(first, this.list.length);
    return this.list.push({ uri, where: shown.where, before: line - 1 - inDocument }) - 1;
  }

  private shown(source: string): Shown {
    const known = this.sources.get(source);
    if (known !== undefined) return known;
    const { index } = this.ctx.triage;
    const report = index.source(source);
    const isFile = index.plainPathOf(source) !== null;
    const inParts = report !== undefined && isShownInParts(report, isFile, this.ctx.settings()) ? report : null;
    const shown = { inParts, where: visibleText(source, 120), documents: new Map<number, number>() };
    this.sources.set(source, shown);
    return shown;
  }
}
