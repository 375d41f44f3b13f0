/** logrus as it writes to a terminal: a four-letter level, and seconds since the start or a full stamp in brackets. */
import { noSeverity } from '../model/severity';
import { byte, decimal, findByte, isUpper, readIsoStamp, skipBlanks, upperLetters } from './bytes';
import type { LogFormat } from './format';
import { severityOfWord } from './parts/levels';

/** `WARN[0012] message` or `WARN[2022-05-13T02:27:47Z] message`; seconds since a process's start place nothing in time. */
export const logrusTerminal: LogFormat = {
  id: 'logrus-terminal',
  title: 'logrus on a terminal',
  kind: 'record',
  specification: 'https://github.com/sirupsen/logrus/blob/master/text_formatter.go',
  begins: upperLetters,
  needs: ['[', 'digit'],
  scan(bytes, start, end, out) {
    if (!isUpper(bytes[start]) || end - start < 10 || bytes[start + 4] !== byte.openBracket) return false;
    const severity = severityOfWord(bytes, start, start + 4);
    const close = findByte(bytes, byte.closeBracket, start + 5, Math.min(end, start + 48));
    if (severity === noSeverity || close < start + 9) return false;
    if (decimal(bytes, start + 5, close) < 0 && readIsoStamp(bytes, start + 5, close, out) !== close) return false;
    out.severity = severity;
    out.levelStart = start;
    out.levelEnd = start + 4;
    out.bodyStart = skipBlanks(bytes, close + 1, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'WARN[0012] cannot reach registry                        image=busybox',
      expect: { severity: 'warning', body: 'cannot reach registry                        image=busybox' },
    },
    {
      line: 'INFO[2022-05-13T02:27:47.123456789Z] Starting agent',
      expect: { stamp: '2022-05-13T02:27:47.123456789Z', severity: 'info', body: 'Starting agent' },
    },
    { line: 'FATA[0000] no such device', expect: { severity: 'fatal', body: 'no such device' } },
  ],
  nearMisses: ['WARN[host] text', 'WARN [0012] text', 'TASK[0012] text', 'INFO[12] text'],
};
