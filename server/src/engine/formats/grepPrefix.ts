/** File name, and perhaps line number, that grep puts before each line it found. */
import { byte, digits, findBlank, isDigit, lowerLetters, skipDigits, upperLetters } from './bytes';
import type { LogFormat } from './format';

const longestName = 255;

function isNameByte(value: number): boolean {
  if (value >= 45 && value <= 57) return true;
  const lower = value | 32;
  return (lower >= 97 && lower <= 122) || value === 95 || value === 43 || value === 64 || value === 126 || value === 37;
}

/** Position after the file name that begins at `start`: before its `:`, or before the `-` of a line of context behind an ending. */
function nameEnd(bytes: Uint8Array, start: number, limit: number): number {
  let ending = -1;
  for (let position = start; position < limit; position++) {
    const value = bytes[position] ?? 0;
    if (value === byte.colon) return position > start ? position : -1;
    if (!isNameByte(value)) return -1;
    if (value === byte.minus && ending >= 0 && position > ending + 1 && position - ending <= 6) return position;
    if (value === byte.dot) ending = position;
    else if (value === byte.slash || value === byte.minus) ending = -1;
  }
  return -1;
}

/** Position after `12:` or `12-` at `at`, or `at`; a date is no line number. */
function skipLineNumber(bytes: Uint8Array, at: number, end: number, separator: number): number {
  const digitsEnd = skipDigits(bytes, at, Math.min(end, at + 10));
  if (digitsEnd === at || digitsEnd >= end || bytes[digitsEnd] !== separator) return at;
  const isDate =
    digitsEnd - at === 4 &&
    isDigit(bytes[digitsEnd + 1]) &&
    isDigit(bytes[digitsEnd + 2]) &&
    bytes[digitsEnd + 3] === separator;
  const isClock =
    separator === byte.colon &&
    digitsEnd - at === 2 &&
    isDigit(bytes[digitsEnd + 1]) &&
    bytes[digitsEnd + 3] === separator;
  return isDate || isClock ? at : digitsEnd + 1;
}

/** `messages:12:line`, `./a/b.log:line`, `b.log-12-line`. */
export const grepPrefix: LogFormat = {
  id: 'grep-prefix',
  title: 'file name by grep',
  kind: 'envelope',
  specification: 'https://www.gnu.org/software/grep/manual/grep.html#Output-Line-Prefix-Control',
  begins: `-./_+@~%${digits}${lowerLetters}${upperLetters}`,
  scan(bytes, start, end, out) {
    const name = nameEnd(bytes, start, Math.min(end, start + longestName));
    if (name < 0 || name + 1 >= end) return false;
    const body = skipLineNumber(bytes, name + 1, end, bytes[name] ?? byte.colon);
    // A blank behind the colon belongs to host prefixes and prose.
    if (body >= end || findBlank(bytes, body, body + 1) === body) return false;
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'messages:May 13 10:27:47 node-7 kubelet[41]: up',
      expect: { body: 'May 13 10:27:47 node-7 kubelet[41]: up' },
    },
    {
      line: './node-7/kubelet.log:1204:I0513 10:27:47.004211       1 server.go:1] up',
      expect: { body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'kube-proxy.log-12-I0513 10:27:47.004211       1 server.go:1] up',
      expect: { body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    { line: 'docker.log-2022-05-13T02:27:47Z up', expect: { body: '2022-05-13T02:27:47Z up' } },
    { line: 'a.log:2022-05-13T02:27:47Z up', expect: { body: '2022-05-13T02:27:47Z up' } },
  ],
  nearMisses: ['two words:text', 'Error: text', ':text', 'name:', '{"a":1}', 'kube-proxy'],
};
