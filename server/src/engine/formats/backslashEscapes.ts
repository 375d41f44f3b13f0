/** A line copied out of a string: its tabs and quotes are still written with backslashes. */
import { byte } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';

/** Where a header has its tabs and quotes. */
const lookBytes = 64;

/** `2022-05-13T02:27:47.123Z\tERROR\tmessage`, `time=\"2022-05-13T02:27:47Z\" level=error`; the body is the whole text, read without its backslashes. */
export const backslashEscapes: LogFormat = {
  id: 'backslash-escapes',
  title: 'line copied out of a string',
  kind: 'envelope',
  specification: 'https://www.rfc-editor.org/rfc/rfc8259#section-7',
  needs: ['\\'],
  scan(bytes, start, end, out) {
    const limit = Math.min(end - 1, start + lookBytes);
    for (let at = start; at < limit; at++) {
      if (bytes[at] !== byte.backslash || !(bytes[at + 1] === byte.quote || bytes[at + 1] === 0x74)) continue;
      out.bodyStart = start;
      out.bodyEnd = end;
      out.bodyEncoding = BodyEncoding.goQuoted;
      return end - start > 4;
    }
    return false;
  },
  samples: [
    {
      line: '2022-05-13T02:27:47.123Z\\tERROR\\tsetup\\tunable to start {\\"error\\": \\"no route\\"}',
      expect: { body: '2022-05-13T02:27:47.123Z\tERROR\tsetup\tunable to start {"error": "no route"}' },
    },
    {
      line: 'time=\\"2022-05-13T02:27:47Z\\" level=error msg=\\"no route\\"',
      expect: { body: 'time="2022-05-13T02:27:47Z" level=error msg="no route"' },
    },
  ],
  nearMisses: ['\\t', 'C:\\Windows and \\nothing', 'no backslash', '\\'],
};
