/** Lines of Go's standard logger, and of nginx: a date with slashes. */
import { noSeverity } from '../model/severity';
import { byte, digits, findBlank, findByte, isDigit, skipBlanks, startsWith } from './bytes';
import type { LineScan, LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';
import { severityOfWord } from './parts/levels';

/** Reads nginx's `[error] ` at `at`; returns the position after it, or `at`. */
function readLevel(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at >= end || bytes[at] !== byte.openBracket) return at;
  const close = findByte(bytes, byte.closeBracket, at, Math.min(end, at + 12));
  const severity = close < 0 ? noSeverity : severityOfWord(bytes, at + 1, close);
  if (severity === noSeverity) return at;
  out.severity = severity;
  out.levelStart = at + 1;
  out.levelEnd = close;
  return skipBlanks(bytes, close + 1, end);
}

/** Reads `file.go:123: ` at `at`; returns the position after it, or `at`. */
function readPlace(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const tokenEnd = findBlank(bytes, at, Math.min(end, at + 160));
  const colon = tokenEnd - 1;
  if (tokenEnd >= end || bytes[colon] !== byte.colon || !isDigit(bytes[colon - 1])) return at;
  let digits = colon - 1;
  while (digits > at && isDigit(bytes[digits])) digits--;
  if (bytes[digits] !== byte.colon || digits - at < 4 || !startsWith(bytes, digits - 3, end, '.go')) return at;
  out.locationStart = at;
  out.locationEnd = colon;
  return tokenEnd + 1;
}

/** `2022/05/13 10:27:47 [file.go:123: ]message`. */
export const goLog: LogFormat = {
  id: 'go-log',
  title: 'Go standard logger, nginx',
  kind: 'record',
  specification: 'https://pkg.go.dev/log',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'slashed') return false;
    out.bodyStart = readPlace(bytes, readLevel(bytes, isoLine.rest, end, out), end, out);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022/05/13 10:27:47 transport is closing',
      expect: { stamp: '2022-05-13T10:27:47', body: 'transport is closing' },
    },
    {
      line: '2022/05/13 10:27:47.123456 main.go:42: no lease',
      expect: { stamp: '2022-05-13T10:27:47.123456', location: 'main.go:42', body: 'no lease' },
    },
    {
      line: '2022/05/13 10:27:47 [error] 31#31: *7 upstream timed out',
      expect: { severity: 'error', body: '31#31: *7 upstream timed out' },
    },
  ],
  nearMisses: ['2022/05/13', '2022/05-13 10:27:47 mixed', '13/05/2022 10:27:47 the other way round'],
};
