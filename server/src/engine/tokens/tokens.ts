/** The parts of a log line by meaning, for colouring: what an expert's eye picks out first. */
import type { LineScan } from '../formats/format';
import { formats } from '../formats/index';
import type { Severity } from '../model/severity';
import { noSeverity, severityName } from '../model/severity';
import { Framer } from '../records/framer';
import { encodeUtf8, utf16Length } from '../text/decode';

/** What a part of a line means. */
export type TokenKind =
  | 'timestamp'
  | 'severity'
  | 'host'
  | 'unit'
  | 'pid'
  | 'location'
  | 'key'
  | 'value'
  | 'identifier'
  | 'message'
  | 'event';

/** A part of a line; columns are 0-based UTF-16 units, half open; tokens of a line do not overlap and ascend. */
export interface LineToken {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** For `severity`: which; absent otherwise. */
  readonly severity?: Severity;
}

/** Longer lines are tokenized up to here, as editors do. */
const maxColumns = 20_000;

// Alternatives of what stands out inside a message, tried left to right:
// key= of key="value"; "quoted text" with escapes; ids of 64 or 12 hexadecimal digits; UIDs; addresses with port; durations and sizes.
const bodyParts = new RegExp(
  [
    '\\b([A-Za-z_][\\w.-]{0,60})(?==)',
    '("(?:[^"\\\\]|\\\\.){0,2000}")',
    '\\b([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\b',
    '\\b(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?::\\d+|/\\d+)?)\\b',
    '(?<=[ =(])(\\d+(?:\\.\\d+)?(?:ns|us|µs|ms|s|m|h|%|[KMG]i?B|kB)?)(?=[\\s,;)\\]]|$)',
  ].join('|'),
  'g',
);
const bodyKinds: readonly TokenKind[] = ['key', 'message', 'identifier', 'identifier', 'value'];

const framer = new Framer(formats);

/** Splits one line (without its end) into tokens. Lines over 20,000 units are tokenized up to there. */
export function tokenizeLine(line: string): readonly LineToken[] {
  const text = line.length > maxColumns ? line.slice(0, maxColumns) : line;
  const bytes = encodeUtf8(text);
  if (!framer.frame(bytes, 0, bytes.length)) return [];
  const column = columnsOf(bytes, text.length);
  const tokens: LineToken[] = [];
  for (let level = 0; level < framer.depth; level++) {
    const scan = framer.scans[level] as LineScan;
    const add = (start: number, end: number, kind: TokenKind, severity?: Severity): void => {
      if (start < 0 || end <= start) return;
      const from = column(framer.sourceOffset(level, start));
      const to = column(framer.sourceOffset(level, end - 1) + 1);
      if (to > from)
        tokens.push(severity === undefined ? { start: from, end: to, kind } : { start: from, end: to, kind, severity });
    };
    const severity = scan.severity === noSeverity ? undefined : severityName(scan.severity);
    add(scan.levelStart, scan.levelEnd, 'severity', severity);
    add(scan.stampStart, scan.stampEnd, 'timestamp');
    add(scan.hostStart, scan.hostEnd, 'host');
    add(scan.unitStart, scan.unitEnd, 'unit');
    add(scan.pidStart, scan.pidEnd, 'pid');
    add(scan.locationStart, scan.locationEnd, 'location');
  }
  tokens.push(...bodyTokens(text, column));
  return withoutOverlaps(tokens);
}

function bodyTokens(text: string, column: (offset: number) => number): LineToken[] {
  const scan = framer.body;
  if (scan.bodyStart < 0) return [];
  const from = column(framer.sourceOffset(framer.depth - 1, scan.bodyStart));
  const body = text.slice(from);
  const tokens: LineToken[] = [];
  bodyParts.lastIndex = 0;
  for (let match = bodyParts.exec(body); match !== null; match = bodyParts.exec(body)) {
    let group = 1;
    while (match[group] === undefined) group++;
    const start = from + match.index;
    tokens.push({ start, end: start + match[0].length, kind: bodyKinds[group - 1] as TokenKind });
  }
  return tokens;
}

/** Byte offset to UTF-16 column; the identity for ASCII lines. */
function columnsOf(bytes: Uint8Array, length: number): (offset: number) => number {
  if (bytes.length === length) return (offset) => offset;
  return (offset) => utf16Length(bytes, 0, Math.min(offset, bytes.length));
}

/** Ascending tokens; of two that overlap the one that begins first stays, the more special layer before the body. */
function withoutOverlaps(tokens: readonly LineToken[]): readonly LineToken[] {
  if (tokens.every((token, index) => index === 0 || token.start >= (tokens[index - 1]?.end ?? 0))) return tokens;
  const sorted = tokens
    .map((token, order) => ({ token, order }))
    .sort((a, b) => a.token.start - b.token.start || a.order - b.order);
  const result: LineToken[] = [];
  let end = 0;
  for (const { token } of sorted) {
    if (token.start < end) continue;
    result.push(token);
    end = token.end;
  }
  return result;
}
