/** etcd before its JSON logs: capnslog lines with one letter for the level and the package's name. */
import { noSeverity, type SeverityCode, severityCode } from '../model/severity';
import { byte, digits, findByte } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

function letterSeverity(letter: number | undefined): SeverityCode {
  if (letter === 0x43) return severityCode.fatal;
  if (letter === 0x45) return severityCode.error;
  if (letter === 0x57) return severityCode.warning;
  if (letter === 0x4e || letter === 0x49) return severityCode.info;
  return letter === 0x44 || letter === 0x54 ? severityCode.debug : noSeverity;
}

/** `2021-05-13 10:27:47.123456 W | etcdserver: message`; the body keeps the package, by which etcd's messages are known. */
export const capnslog: LogFormat = {
  id: 'capnslog',
  title: 'capnslog (etcd up to 3.4)',
  kind: 'record',
  specification: 'https://github.com/coreos/pkg/blob/main/capnslog/formatters.go',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'capnslog') return false;
    const level = isoLine.rest;
    out.severity = letterSeverity(bytes[level]);
    out.levelStart = level;
    out.levelEnd = level + 1;
    out.bodyStart = level + 4;
    out.bodyEnd = end;
    const colon = findByte(bytes, byte.colon, out.bodyStart, Math.min(end, out.bodyStart + 40));
    if (colon > out.bodyStart && findByte(bytes, byte.space, out.bodyStart, colon) < 0) {
      out.unitStart = out.bodyStart;
      out.unitEnd = colon;
    }
    return true;
  },
  samples: [
    {
      line: '2022-05-13 10:27:47.123456 W | etcdserver: read-only range request "key:\\"/registry\\"" took too long (1.2s) to execute',
      expect: {
        stamp: '2022-05-13T10:27:47.123456',
        severity: 'warning',
        unit: 'etcdserver',
        body: 'etcdserver: read-only range request "key:\\"/registry\\"" took too long (1.2s) to execute',
      },
    },
    {
      line: '2022-05-13 10:27:47.000001 C | etcdmain: listen tcp 10.0.0.7:2380: address already in use',
      expect: { severity: 'fatal', unit: 'etcdmain' },
    },
    {
      line: '2022-05-13 10:27:47.000001 N | compactor: Finished scheduled compaction at 12',
      expect: { severity: 'info' },
    },
  ],
  nearMisses: [
    '2022-05-13 10:27:47.123456 X | etcdserver: no such letter',
    '2022-05-13 10:27:47.123456 | W | etcdserver: other columns',
    '2022-05-13 W | etcdserver: no time',
  ],
};
