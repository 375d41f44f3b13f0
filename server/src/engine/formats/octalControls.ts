/** Text whose tabs and other control characters rsyslog wrote as `#` and three octal digits. */
import { octalControl } from '../text/escapes';
import { byte } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';

/** Where a header has its tabs. */
const lookBytes = 96;

/** `2022-05-13T02:27:47.123Z#011ERROR#011message`; the body is the whole text, read with its control characters. */
export const octalControls: LogFormat = {
  id: 'octal-controls',
  title: 'control characters written by rsyslog',
  kind: 'envelope',
  specification: 'https://www.rsyslog.com/doc/rainerscript/global.html#parser-escapecontrolcharactersonreceive',
  needs: ['#', 'digit'],
  scan(bytes, start, end, out) {
    const limit = Math.min(end, start + lookBytes);
    for (let at = start; at < limit; at++) {
      if (bytes[at] !== byte.hash || octalControl(bytes, at, end) < 0) continue;
      out.bodyStart = start;
      out.bodyEnd = end;
      out.bodyEncoding = BodyEncoding.octal;
      return end - start > 4;
    }
    return false;
  },
  samples: [
    {
      line: '2022-05-13T02:27:47.123Z#011ERROR#011setup#011unable to start#0121#077 #0',
      expect: { body: '2022-05-13T02:27:47.123Z\tERROR\tsetup\tunable to start\n1#077 #0' },
    },
    { line: '#011E0513 10:27:47.004211 1 a.go:1] x', expect: { body: '\tE0513 10:27:47.004211 1 a.go:1] x' } },
  ],
  nearMisses: ['#011', '#01', 'issue #045 and #08', '#0a1', 'no control characters'],
};
