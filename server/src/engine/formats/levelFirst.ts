/** Lines that begin with a level: CoreDNS, gRPC, Weave, and agents that write the date behind it. */
import { noSeverity, type SeverityCode, severityCode } from '../model/severity';
import { byte, isBlankOrEnd, isDigit, isUpper, readIsoStamp, skipBlanks, upperLetters } from './bytes';
import type { LogFormat } from './format';
import { severityOfWord, skipLetters } from './parts/levels';

/** glog's letters, which some programs write apart from the date. */
function severityOfLetter(letter: number | undefined): SeverityCode {
  if (letter === 0x49) return severityCode.info;
  if (letter === 0x57) return severityCode.warning;
  if (letter === 0x45) return severityCode.error;
  return letter === 0x46 ? severityCode.fatal : noSeverity;
}

/** `[ERROR] message`, `WARNING: 2022/05/13 10:27:47 message`, `ERROR 2022-05-13 10:27:47 message`, `E 2022/05/13 10:27:47 message`; without brackets only before a date. */
export const levelFirst: LogFormat = {
  id: 'level-first',
  title: 'level before the message',
  kind: 'record',
  specification: 'https://github.com/coredns/coredns/blob/master/plugin/pkg/log/log.go',
  begins: `[${upperLetters}`,
  needs: [['[', 'digit']],
  scan(bytes, start, end, out) {
    const bracketed = bytes[start] === byte.openBracket;
    const level = bracketed ? start + 1 : start;
    if (!isUpper(bytes[level])) return false;
    const levelEnd = skipLetters(bytes, level, Math.min(end, level + 10));
    const isLetter = levelEnd === level + 1 && !bracketed;
    out.severity = isLetter ? severityOfLetter(bytes[level]) : severityOfWord(bytes, level, levelEnd);
    if (out.severity === noSeverity || !isUpper(bytes[levelEnd - 1])) return false;
    let after = levelEnd;
    if (bracketed && bytes[after++] !== byte.closeBracket) return false;
    if (bytes[after] === byte.colon) after++;
    if (after >= end || !isBlankOrEnd(bytes, after, end)) return false;
    let body = skipBlanks(bytes, after, end);
    const isDated = isDigit(bytes[body]) && isDigit(bytes[body + 3]);
    const stampEnd = isDated ? readIsoStamp(bytes, body, end, out) : -1;
    if (stampEnd < 0 && !bracketed) return false;
    if (stampEnd >= 0) body = skipBlanks(bytes, stampEnd, end);
    if (body >= end) return false;
    out.levelStart = level;
    out.levelEnd = levelEnd;
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '[ERROR] plugin/errors: 2 web.prod.svc.cluster.local. A: read udp 10.0.0.7:41->10.0.0.2:53: i/o timeout',
      expect: {
        severity: 'error',
        body: 'plugin/errors: 2 web.prod.svc.cluster.local. A: read udp 10.0.0.7:41->10.0.0.2:53: i/o timeout',
      },
    },
    {
      line: 'WARNING: 2022/05/13 10:27:47 grpc: addrConn.createTransport failed to connect',
      expect: {
        stamp: '2022-05-13T10:27:47',
        severity: 'warning',
        body: 'grpc: addrConn.createTransport failed to connect',
      },
    },
    {
      line: 'ERROR 2022-05-13 10:27:47,123 agent: no lease',
      expect: { stamp: '2022-05-13T10:27:47.123', severity: 'error', body: 'agent: no lease' },
    },
    {
      line: 'E 2022/05/13 10:27:47.123456 no lease',
      expect: { stamp: '2022-05-13T10:27:47.123456', severity: 'error', body: 'no lease' },
    },
    { line: '[INFO] 2022-05-13T02:27:47Z ready', expect: { stamp: '2022-05-13T02:27:47Z', body: 'ready' } },
  ],
  nearMisses: [
    'ERROR: something went wrong',
    'Error: 2022/05/13 10:27:47 in words',
    '[error] lower case',
    '[ERROR]',
    '[NODE] 2022-05-13 10:27:47 x',
    'INFO[0012] logrus',
    'I 2022 was a good year',
    'X 2022/05/13 10:27:47 no letter of glog',
    '[E] 2022/05/13 10:27:47 in brackets',
  ],
};
