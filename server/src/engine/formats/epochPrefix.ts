/** A number since the epoch that exports of log stores put before each line. */
import { byte, digits, isDigit, skipBlanks, skipDigits } from './bytes';
import type { LogFormat } from './format';
import { readEpoch } from './parts/stamps';

/** `1652408867123\tline`, `1652408867123,"line"`: milli-, micro- or nanoseconds, then a tab or a comma. */
export const epochPrefix: LogFormat = {
  id: 'epoch-prefix',
  title: 'epoch time before a line',
  kind: 'envelope',
  specification: 'https://docs.aws.amazon.com/cli/latest/reference/logs/get-log-events.html',
  begins: digits,
  scan(bytes, start, end, out) {
    if (!isDigit(bytes[start])) return false;
    const after = skipDigits(bytes, start, Math.min(end, start + 20));
    const digits = after - start;
    if ((digits !== 13 && digits !== 16 && digits !== 19) || bytes[start] !== 0x31 || after + 1 >= end) return false;
    const sign = bytes[after];
    if ((sign !== byte.tab && sign !== byte.comma) || !readEpoch(bytes, start, after, out)) return false;
    let body = skipBlanks(bytes, after + 1, end);
    let stop = end;
    if (bytes[body] === byte.quote) {
      body++;
      if (stop > body && bytes[stop - 1] === byte.quote) stop--;
    }
    out.bodyStart = body;
    out.bodyEnd = stop;
    return true;
  },
  samples: [
    {
      line: '1652408867123\tE0513 02:27:47.123000       7 a.go:1] x',
      expect: { stamp: '2022-05-13T02:27:47.123Z', body: 'E0513 02:27:47.123000       7 a.go:1] x' },
    },
    { line: '1652408867123,"node is ready"', expect: { stamp: '2022-05-13T02:27:47.123Z', body: 'node is ready' } },
    { line: '1652408867123456789\tready', expect: { stamp: '2022-05-13T02:27:47.123456789Z', body: 'ready' } },
  ],
  nearMisses: ['1652408867123 blank', '1652408867\tseconds', '9652408867123\tfar away', '1652408867123,'],
};
