/** Puts hostile text into Markdown so that it can be nothing but text: fences, code spans, table cells, links to lines, diagram labels. */
import { visible, visibleLine } from '../text/visible';
import { linesText } from './wording';

/** More backticks than stand together anywhere in a text. */
function backticks(text: string, least: number): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, run) => Math.max(most, run[0].length), 0);
  return '`'.repeat(Math.max(least, longest + 1));
}

/** A fenced block that nothing inside can close; control and direction characters drawn. */
export function fence(text: string): string {
  const shown = visible(text).replace(/\r/g, '');
  const marks = backticks(shown, 3);
  return `${marks}text\n${shown}\n${marks}`;
}

/** A code span that nothing inside can close, on one line. */
export function codeSpan(text: string): string {
  const shown = visibleLine(text, 200);
  const marks = backticks(shown, 1);
  const padded = shown.startsWith('`') || shown.endsWith('`') ? ` ${shown} ` : shown;
  return `${marks}${padded}${marks}`;
}

/** A code span for a table cell: a pipe would end the cell even there. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** Our own sentence for a table cell. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

// A code span; or what Markdown or the page that shows it would make a tag, link, address, mention or issue of; or a mark that begins one.
const lively =
  /((?<!`)(`+)(?!`)[^`](?:.*?[^`])?\2(?!`))|(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.)[^\s`]+|[^\s`@]*@[^\s`]+|#\d+\b|[\\[\]<>&`*]/gi;

/**
 * A sentence of a rule file or of ours: its code spans stay, nothing else in it becomes a link, picture, tag or mention.
 */
export function prose(text: string): string {
  return text.replace(lively, (found, span: string | undefined) => {
    if (span !== undefined) return span;
    return found.length === 1 ? `\\${found}` : codeSpan(found);
  });
}

/** A name from a log inside a sentence: letters, digits and `.-_/:` stay, all else is drawn as a code span. */
export function name(text: string): string {
  const isPlain = /^[\w./:-]{1,120}$/.test(text) && !/:\/\/|^www\./i.test(text);
  return isPlain ? text.replaceAll('_', '\\_') : codeSpan(text);
}

/**
 * A link to a line of a source, or to several, relative to where the report will be kept. Members of archives have no file of their own,
 * and what came through a pipe (`-`, `/dev/fd/63`) is gone: they are named, not linked.
 */
export function lineLink(linkBase: string, source: string, line: number, endLine = line): string {
  const label = codeSpan(`${source}:${linesText({ line, endLine })}`);
  if (source.includes('!/') || source === '-' || source.startsWith('/')) return label;
  const path = `${linkBase === '' ? '' : `${linkBase.replace(/\/+$/, '')}/`}${source}`;
  const target = path.split('/').map(encodePathPart).join('/');
  return `[${label}](<${target}#L${line}${endLine > line ? `-L${endLine}` : ''}>)`;
}

function encodePathPart(part: string): string {
  return encodeURIComponent(part).replace(/[()'*!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** A label for a Mermaid node: our own titles only; whatever is not a letter, digit or plain mark becomes a blank. */
export function diagramLabel(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .,:+%/()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
