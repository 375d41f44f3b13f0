/** A time of day that a terminal or a tool put before each line; it names no day, so that only the line behind it can be placed. */
import { byte, digits, isBlankOrEnd, readClock, skipBlanks } from './bytes';
import type { LogFormat } from './format';
import { LineScan } from './format';

const scratch = new LineScan();

/** `10:27:47.123 line`, `[10:27:47] line`. */
export const clockPrefix: LogFormat = {
  id: 'clock-prefix',
  title: 'time of day before a line',
  kind: 'envelope',
  specification: 'https://manpages.debian.org/moreutils/ts.1',
  begins: `[${digits}`,
  scan(bytes, start, end, out) {
    const bracketed = bytes[start] === byte.openBracket;
    scratch.reset();
    let after = readClock(bytes, bracketed ? start + 1 : start, end, scratch);
    if (after < 0 || (bracketed && bytes[after++] !== byte.closeBracket)) return false;
    if (bytes[after] === byte.colon) after++;
    if (after >= end || !isBlankOrEnd(bytes, after, end)) return false;
    const body = skipBlanks(bytes, after, end);
    if (body >= end) return false;
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    { line: '10:27:47.123 E0513 10:27:47.004211 1 a.go:1] x', expect: { body: 'E0513 10:27:47.004211 1 a.go:1] x' } },
    { line: '[10:27:47] E0513 10:27:47.004211 1 a.go:1] x', expect: { body: 'E0513 10:27:47.004211 1 a.go:1] x' } },
  ],
  nearMisses: ['10:27 two parts', '10:61:47 no such minute', '10:27:47', '10:27:47:123 four parts', '[10:27:47]glued'],
};
