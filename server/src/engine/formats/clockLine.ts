/** Lines that state a time of day and no date: loggers of single programs, captures of terminals. */

import { noSeverity } from '../model/severity';
import { byte, digits, findByte, isBlankOrEnd, readClock, skipBlanks } from './bytes';
import type { LogFormat } from './format';
import { noZone, StampKind } from './format';
import { severityOfWord, skipLetters } from './parts/levels';

/** Position of a level word at `at`, bracketed or behind a bracketed thread; -1 when none stands there. */
function findLevel(bytes: Uint8Array, at: number, end: number): number {
  if (isLevel(bytes, at, end)) return at;
  if (bytes[at] !== byte.openBracket) return -1;
  if (isLevel(bytes, at + 1, end)) return at + 1;
  const close = findByte(bytes, byte.closeBracket, at, Math.min(end, at + 64));
  const behind = close < 0 ? end : skipBlanks(bytes, close + 1, end);
  return behind < end && isLevel(bytes, behind, end) ? behind : -1;
}

function isLevel(bytes: Uint8Array, at: number, end: number): boolean {
  const wordEnd = skipLetters(bytes, at, Math.min(end, at + 10));
  if (severityOfWord(bytes, at, wordEnd) === noSeverity) return false;
  const sign = bytes[wordEnd];
  return isBlankOrEnd(bytes, wordEnd, end) || sign === byte.colon || sign === byte.closeBracket || sign === byte.pipe;
}

/** `10:27:47.123 message`, `10:27:47 [main] INFO message`, `[10:27:47] ERROR: message`: a fraction or a level tells it from other text; without them it is only a prefix. */
export const clockLine: LogFormat = {
  id: 'clock-line',
  title: 'time of day without a date',
  kind: 'envelope',
  specification: 'https://logback.qos.ch/manual/configuration.html',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    const bracketed = bytes[start] === byte.openBracket;
    const at = bracketed ? start + 1 : start;
    let after = readClock(bytes, at, end, out);
    if (after < 0) return false;
    const hasFraction = after >= at + 12;
    const stampEnd = after;
    if (bracketed && bytes[after++] !== byte.closeBracket) return false;
    if (bytes[after] === byte.colon) after++;
    if (after >= end || !isBlankOrEnd(bytes, after, end)) return false;
    const body = skipBlanks(bytes, after, end);
    const level = body < end ? findLevel(bytes, body, end) : -1;
    if (body >= end) return false;
    if (level >= 0) {
      out.levelStart = level;
      out.levelEnd = skipLetters(bytes, level, Math.min(end, level + 10));
      out.severity = severityOfWord(bytes, out.levelStart, out.levelEnd);
    }
    out.zoneMinutes = noZone;
    if (hasFraction || level >= 0) {
      out.stampKind = StampKind.clock;
      out.stampStart = at;
      out.stampEnd = stampEnd;
    }
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    { line: '10:27:47.123 kubelet is up', expect: { stamp: 'T10:27:47.123', body: 'kubelet is up' } },
    {
      line: '10:27:47,123 [main] INFO  o.e.Server - ready',
      expect: { stamp: 'T10:27:47.123', severity: 'info', body: '[main] INFO  o.e.Server - ready' },
    },
    { line: '[10:27:47] ERROR: no lease', expect: { stamp: 'T10:27:47', severity: 'error', body: 'ERROR: no lease' } },
    { line: '10:27:47 [WARN] no lease', expect: { stamp: 'T10:27:47', severity: 'warning' } },
    { line: '10:27:47 E0513 10:27:47.004211 1 a.go:1] x', expect: { body: 'E0513 10:27:47.004211 1 a.go:1] x' } },
    { line: '10:27:47.123456 IP 10.0.0.7.53 > 10.0.0.9.4711: 12 NXDomain', expect: { stamp: 'T10:27:47.123456' } },
  ],
  nearMisses: ['10:27:47', '10:27:47.123', '25:27:47.123 no such hour', '10:27:47.123glued', '10:27 two parts'],
};
