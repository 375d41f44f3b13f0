/** Colour codes around a line or its parts, also those that lost their escape character on the way into a web page. */
import { byte } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';
import { colorCodeLength, mayEscape } from './parts/colorCodes';

/** Colours of a line begin early: at its start, or behind a stamp. */
const lookBytes = 96;

/** `\x1b[36mINFO\x1b[0m[0001] message`; the body is the whole line, read without its codes. */
export const ansiColors: LogFormat = {
  id: 'ansi-colors',
  title: 'coloured line',
  kind: 'envelope',
  specification: 'https://www.ecma-international.org/publications-and-standards/standards/ecma-48/',
  needs: ['['],
  scan(bytes, start, end, out) {
    const limit = Math.min(end, start + lookBytes);
    for (let at = start; at < limit; at++) {
      const value = bytes[at];
      if (value !== byte.openBracket && !mayEscape(value)) continue;
      const length = colorCodeLength(bytes, at, end);
      if (length === 0) continue;
      out.bodyStart = start;
      out.bodyEnd = end;
      out.bodyEncoding = BodyEncoding.colored;
      return start + length < end;
    }
    return false;
  },
  samples: [
    {
      line: '\x1b[36mINFO\x1b[0m[0001] Starting agent                         \x1b[36mversion\x1b[0m=1.2',
      expect: { body: 'INFO[0001] Starting agent                         version=1.2' },
    },
    {
      line: '\x1b[0;1;31mMay 13 10:27:47 node-7 kubelet[41]: failed\x1b[0m',
      expect: { body: 'May 13 10:27:47 node-7 kubelet[41]: failed' },
    },
    { line: '[33mWARN[0m[0012] cannot reach registry', expect: { body: 'WARN[0012] cannot reach registry' } },
    { line: '#033[33mWARN#033[0m[0012] cannot reach registry', expect: { body: 'WARN[0012] cannot reach registry' } },
    { line: '\\x1b[33mWARN\\x1b[0m[0012] cannot reach registry', expect: { body: 'WARN[0012] cannot reach registry' } },
    { line: '\\033[1;33mWARN\\033[0m[0012] no registry', expect: { body: 'WARN[0012] no registry' } },
    { line: '^[[33mWARN^[[0m[0012] cannot reach registry', expect: { body: 'WARN[0012] cannot reach registry' } },
  ],
  nearMisses: [
    '[36228.975678] eth0: link down',
    'no colours',
    '[12 m] x',
    '\x1b[2J',
    '[]m',
    '#033 and #34',
    '\\x1b alone',
  ],
};
