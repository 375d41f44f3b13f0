/** Lines of open documents: from the editor's text, or from the disk where the editor sent none because the file there has it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerContext } from './context';

/** More of one line is not looked at. */
const maxCharacters = 20_000;
const maxBytes = 16 * 1024 * 1024;

/** How many lines a document has. */
export function lineCountOf(ctx: ServerContext, document: TextDocument): number {
  return Math.max(document.lineCount, onDisk(ctx, document)?.lines ?? 0);
}

/** Lines `[from, to)` of a document, 0-based, without their ends. */
export async function linesOfDocument(
  ctx: ServerContext,
  document: TextDocument,
  from: number,
  to: number,
): Promise<string[]> {
  const file = onDisk(ctx, document);
  if (file === null) {
    const lines: string[] = [];
    for (let line = from; line < to; line++) lines.push(lineOf(document, line));
    return lines;
  }
  const { path, source, before } = file;
  const text = await ctx.host.readLines(path, source, { first: before + from + 1, last: before + to }, maxBytes);
  return (text ?? '').split('\n').map((line) => line.slice(0, maxCharacters).replace(/\r$/, ''));
}

function lineOf(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line, character: maxCharacters } });
  return text.replace(/[\r\n]+$/, '');
}

/** The lines of a file that a document shows whose text was not sent. */
interface LinesOnDisk {
  readonly path: string;
  readonly source: string;
  /** Lines of the file before the document's first one. */
  readonly before: number;
  readonly lines: number;
}

function onDisk(ctx: ServerContext, document: TextDocument): LinesOnDisk | null {
  if (document.lineCount > 1 || document.getText() !== '') return null;
  const { index } = ctx.triage;
  const shown = ctx.linesOf(document.uri);
  const path = shown === undefined ? null : index.plainPathOf(shown.source);
  if (shown === undefined || path === null) return null;
  const { source, before, last } = shown;
  return { path, source, before, lines: Math.min(last, index.source(source)?.lines ?? 0) - before };
}
