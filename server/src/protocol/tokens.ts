/** Names of the semantic tokens: what the manifest maps to colours of the theme. */

/** Parts of a line as the engine names them. */
export type LinePart =
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

/** Token types; the prefix keeps them apart from those of programming languages. */
export const tokenTypes = [
  'logTimestamp',
  'logSeverity',
  'logHost',
  'logUnit',
  'logPid',
  'logLocation',
  'logKey',
  'logValue',
  'logIdentifier',
  'logMessage',
  'logEvent',
] as const;

/** One of {@link tokenTypes}. */
export type TokenType = (typeof tokenTypes)[number];

/** Modifiers: how serious a severity or an event is, and the two kinds of event that are marked. */
export const tokenModifiers = ['fatal', 'error', 'warning', 'info', 'debug', 'lockWait', 'gcFailure'] as const;

/** One of {@link tokenModifiers}. */
export type TokenModifier = (typeof tokenModifiers)[number];

const types: Readonly<Record<LinePart, TokenType>> = {
  timestamp: 'logTimestamp',
  severity: 'logSeverity',
  host: 'logHost',
  unit: 'logUnit',
  pid: 'logPid',
  location: 'logLocation',
  key: 'logKey',
  value: 'logValue',
  identifier: 'logIdentifier',
  message: 'logMessage',
  event: 'logEvent',
};

/** The token type of a part of a line. */
export function tokenTypeOf(part: LinePart): TokenType {
  return types[part];
}
