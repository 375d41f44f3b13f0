/** Signs of quotation, bullets, line numbers and unseen bytes before a line that somebody pasted or a crash left. */
import { byte, digits, isDigit, skipDigits, trimEnd } from './bytes';
import type { LogFormat } from './format';

/** Length of the blank at `at`: a blank, a tab, NUL, a no-break space, a byte order mark or a zero-width space; 0 for anything else. */
function blankLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (at >= end) return 0;
  if (first === byte.space || first === byte.tab || first === 0) return 1;
  if (first === 0xc2 && bytes[at + 1] === 0xa0) return at + 2 <= end ? 2 : 0;
  if (at + 3 > end) return 0;
  if (first === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) return 3;
  return first === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x8b ? 3 : 0;
}

function skipAllBlanks(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  for (let length = blankLength(bytes, at, end); length > 0; length = blankLength(bytes, position, end))
    position += length;
  return position;
}

/** The line that programs draw beside text in a terminal: `│`. */
const frameLength = 3;

function isFrame(bytes: Uint8Array, at: number, end: number): boolean {
  return at + frameLength <= end && bytes[at] === 0xe2 && bytes[at + 1] === 0x94 && bytes[at + 2] === 0x82;
}

/** Where framed text ends: before the line drawn at its right side, if there is one. */
function endOfFramed(bytes: Uint8Array, start: number, end: number): number {
  const stop = trimEnd(bytes, start, end);
  return isFrame(bytes, stop - frameLength, stop) ? trimEnd(bytes, start, stop - frameLength) : end;
}

/** `>`, `|`, `*`, `-`, `+`, `#`, the round bullet and the side of a frame. */
function signLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (at >= end) return 0;
  if (first === byte.greater || first === byte.pipe) return 1;
  if (isFrame(bytes, at, end)) return frameLength;
  if (first === 0x2a || first === byte.minus || first === byte.plus || first === 0x23)
    return blankLength(bytes, at + 1, end) > 0 ? 1 : 0;
  return first === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xa2 && at + 3 <= end ? 3 : 0;
}

/** The sign of a line that was added or removed, as `diff` puts it right before the line; 0 when none stands there. */
function diffLength(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== byte.plus && bytes[at] !== byte.minus) return 0;
  const next = bytes[at + 1];
  const isHeader = next === byte.plus || next === byte.minus;
  return at + 1 < end && !isHeader ? 1 : 0;
}

/** Length of the quotation mark at `at`: a quote of any kind, or Markdown's two stars. */
function markLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (at >= end) return 0;
  if (first === 0x2a) return bytes[at + 1] === 0x2a ? 2 : 0;
  return first === 0x60 || first === byte.quote || first === 0x27 ? 1 : 0;
}

/** Where the text ends whose quotation mark begins at `mark`: before the same mark at the line's end, if it stands there. */
function endOfQuoted(bytes: Uint8Array, mark: number, length: number, end: number): number {
  let stop = trimEnd(bytes, mark + length, end);
  // `"line",` in a list or a table of values
  if (stop > mark + length && bytes[stop - 1] === byte.comma) stop--;
  for (let index = 1; index <= length; index++) if (bytes[stop - index] !== bytes[mark]) return end;
  return stop - length > mark + length ? stop - length : end;
}

/** Position after `12:`, `12.`, `12)`, `12|` or `12` and a blank, as `cat -n`, `grep -n` and editors number lines; or `at`. */
function skipNumber(bytes: Uint8Array, at: number, end: number): number {
  const digitsEnd = skipDigits(bytes, at, Math.min(end, at + 9));
  if (digitsEnd === at || digitsEnd >= end) return at;
  const sign = bytes[digitsEnd];
  if (sign === byte.colon || sign === byte.pipe || sign === byte.closeParen)
    return isDigit(bytes[digitsEnd + 1]) && digitsEnd - at === 2 ? at : digitsEnd + 1;
  if (sign === byte.dot && blankLength(bytes, digitsEnd + 1, end) > 0) return digitsEnd + 1;
  return blankLength(bytes, digitsEnd, end) > 0 ? digitsEnd : at;
}

/** `> line`, `| line`, `* line`, `12: line`, or blanks and then the line. */
export const quotePrefix: LogFormat = {
  id: 'quote-prefix',
  title: 'quoted, numbered or indented line',
  kind: 'envelope',
  specification: 'https://www.rfc-editor.org/rfc/rfc3676#section-4.5',
  begins: ` \t\0>|*+#"'\`-${digits}\xc2\xe2\xef`,
  scan(bytes, start, end, out) {
    let body = skipAllBlanks(bytes, start, end);
    const inner = isFrame(bytes, body, end) ? endOfFramed(bytes, body + frameLength, end) : end;
    for (let length = signLength(bytes, body, end); length > 0; length = signLength(bytes, body, end))
      body = skipAllBlanks(bytes, body + length, end);
    body += diffLength(bytes, body, end);
    body = skipAllBlanks(bytes, skipNumber(bytes, body, end), end);
    const mark = markLength(bytes, body, end);
    const stop = mark === 0 ? inner : endOfQuoted(bytes, body, mark, inner);
    body += mark;
    if (body === start || body >= stop) return false;
    out.bodyStart = body;
    out.bodyEnd = stop;
    return true;
  },
  samples: [
    { line: '> May 13 10:27:47 node-7 kubelet[41]: up', expect: { body: 'May 13 10:27:47 node-7 kubelet[41]: up' } },
    {
      line: '>> | I0513 10:27:47.004211       1 server.go:1] up',
      expect: { body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    { line: '\t   [36228.975678] eth0: link down', expect: { body: '[36228.975678] eth0: link down' } },
    { line: '* May 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '- E0513 10:27:47.004211 1 a.go:1] x', expect: { body: 'E0513 10:27:47.004211 1 a.go:1] x' } },
    { line: '  1204\tMay 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '12:May 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '+May 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '`May 13 10:27:47 node-7 kernel: up`', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '"May 13 10:27:47 node-7 kernel: up",', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '**E0513 10:27:47.004211 1 a.go:1] x**', expect: { body: 'E0513 10:27:47.004211 1 a.go:1] x' } },
    { line: '3. [36228.975678] eth0: link down', expect: { body: '[36228.975678] eth0: link down' } },
    {
      line: '│ E0513 10:27:47.004211       1 a.go:1] x      │',
      expect: { body: 'E0513 10:27:47.004211       1 a.go:1] x' },
    },
    {
      line: '# time="2022-05-13T10:27:47Z" level=error msg=x',
      expect: { body: 'time="2022-05-13T10:27:47Z" level=error msg=x' },
    },
    { line: '\u00a0\u00a0[36228.975678] eth0: link down', expect: { body: '[36228.975678] eth0: link down' } },
    { line: '\ufeffMay 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
    { line: '\0\0\0\0May 13 10:27:47 node-7 kernel: up', expect: { body: 'May 13 10:27:47 node-7 kernel: up' } },
  ],
  nearMisses: ['not quoted', '#no blank', '>', '   ', '-- Reboot --', '10:27:47 is a time', '12'],
};
