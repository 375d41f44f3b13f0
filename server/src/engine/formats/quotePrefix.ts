/** Signs of quotation and indentation before a line that somebody pasted. */
import { byte, skipBlanks } from './bytes';
import type { LogFormat } from './format';

/** `> line`, `| line`, or blanks and then the line. */
export const quotePrefix: LogFormat = {
  id: 'quote-prefix',
  title: 'quoted or indented line',
  kind: 'envelope',
  specification: 'https://www.rfc-editor.org/rfc/rfc3676#section-4.5',
  scan(bytes, start, end, out) {
    let body = skipBlanks(bytes, start, end);
    while (body < end && (bytes[body] === byte.greater || bytes[body] === byte.pipe))
      body = skipBlanks(bytes, body + 1, end);
    if (body === start || body >= end) return false;
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    { line: '> May 13 10:27:47 node-7 kubelet[41]: up', expect: { body: 'May 13 10:27:47 node-7 kubelet[41]: up' } },
    {
      line: '>> | I0513 10:27:47.004211       1 server.go:1] up',
      expect: { body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    { line: '\t   [36228.975678] eth0: link down', expect: { body: '[36228.975678] eth0: link down' } },
  ],
  nearMisses: ['not quoted', '>', '   '],
};
