/** The parts of a log line by meaning, for colouring: what an expert's eye picks out first. */

/** Closed set of token kinds. */
export const tokenKinds = [
  'timestamp',
  'severity',
  'host',
  'unit',
  'pid',
  'location',
  'key',
  'value',
  'identifier',
  'message',
  'event',
] as const;

/** One of {@link tokenKinds}. */
export type TokenKind = (typeof tokenKinds)[number];

/** A part of a line; columns are 0-based UTF-16 units, half open; tokens of a line do not overlap and ascend. */
export interface LineToken {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** For `severity`: which; absent otherwise. */
  readonly severity?: string;
}

/** Splits one line (without its end) into tokens. Lines over 20,000 units are tokenized up to there. */
export function tokenizeLine(_line: string): readonly LineToken[] {
  return [];
}
