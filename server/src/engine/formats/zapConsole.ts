/** zap's console lines with seconds since the epoch as a float: controllers and operators built with controller-runtime. */
import { noSeverity } from '../model/severity';
import { byte, decimal, digits, isDigit, skipDigits } from './bytes';
import type { LineScan, LogFormat } from './format';
import { StampKind } from './format';
import { severityOfWord, skipLetters } from './parts/levels';

/** Reads `1.6524088671234567e+09` as seconds since the epoch; returns the position after it, or -1. */
function readScientific(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (!isDigit(bytes[at]) || bytes[at + 1] !== byte.dot) return -1;
  const mantissaEnd = skipDigits(bytes, at + 2, Math.min(end, at + 22));
  const digits = mantissaEnd - at - 2;
  if (digits < 9 || mantissaEnd + 4 > end) return -1;
  if (((bytes[mantissaEnd] ?? 0) | 32) !== 0x65 || bytes[mantissaEnd + 1] !== byte.plus) return -1;
  if (bytes[mantissaEnd + 2] !== byte.zero || bytes[mantissaEnd + 3] !== byte.nine) return -1;
  const fraction = at + 2;
  const seconds = ((bytes[at] ?? 48) - 48) * 1_000_000_000 + decimal(bytes, fraction, fraction + 9);
  let nanos = 0;
  for (let index = 0; index < 9; index++) {
    const position = fraction + 9 + index;
    nanos = nanos * 10 + (position < mantissaEnd ? (bytes[position] ?? 48) - 48 : 0);
  }
  const milliseconds = Math.floor(nanos / 1_000_000);
  out.wallMs = seconds * 1000 + milliseconds;
  out.nanos = nanos - milliseconds * 1_000_000;
  out.zoneMinutes = 0;
  out.stampKind = StampKind.dated;
  out.stampStart = at;
  out.stampEnd = mantissaEnd + 4;
  return mantissaEnd + 4;
}

/** `1.6524088671234567e+09\tERROR\tlogger\tmessage\t{"key": "value"}`; the body begins with the logger. */
export const zapConsole: LogFormat = {
  id: 'zap-console',
  title: 'zap console, epoch time',
  kind: 'record',
  specification: 'https://github.com/uber-go/zap/blob/master/zapcore/console_encoder.go',
  begins: digits,
  scan(bytes, start, end, out) {
    const after = readScientific(bytes, start, end, out);
    if (after < 0 || after >= end || bytes[after] !== byte.tab) return false;
    const levelEnd = skipLetters(bytes, after + 1, Math.min(end, after + 10));
    out.severity = severityOfWord(bytes, after + 1, levelEnd);
    if (out.severity === noSeverity || levelEnd >= end || bytes[levelEnd] !== byte.tab) return false;
    out.levelStart = after + 1;
    out.levelEnd = levelEnd;
    out.bodyStart = levelEnd + 1;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '1.6524088671234567e+09\tERROR\tcontroller.node\tReconciler error\t{"name": "node-7"}',
      expect: {
        stamp: '2022-05-13T02:27:47.1234567Z',
        severity: 'error',
        body: 'controller.node\tReconciler error\t{"name": "node-7"}',
      },
    },
    { line: '1.652408867e+09\tINFO\tsetup\tstarting manager', expect: { stamp: '2022-05-13T02:27:47Z' } },
  ],
  nearMisses: [
    '1.6524088671234567e+09 ERROR blanks',
    '1.65e+09\tINFO\tx',
    '1.652408867e+12\tINFO\tx',
    '1.652408867e+09\tWORD\tx',
  ],
};
