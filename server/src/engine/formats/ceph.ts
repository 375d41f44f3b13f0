/** Ceph's daemons: a thread by its address, then a number that says how much the line matters. */
import { noSeverity, severityCode } from '../model/severity';
import { byte, digits, findBlank, findByte, skipBlanks, startsWith } from './bytes';
import type { LineScan, LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';
import { severityOfWord } from './parts/levels';

/** Names of channels of the cluster's log are shorter. */
const longestChannel = 40;

/** `log_channel(cluster) log [WRN] : message`: what a daemon also tells the cluster's log, with the level that counts there. */
function readChannelLevel(bytes: Uint8Array, end: number, out: LineScan): void {
  const limit = Math.min(end, out.bodyStart + longestChannel);
  const bracket = findByte(bytes, byte.openBracket, out.bodyStart, limit);
  const close = bracket < 0 ? -1 : findByte(bytes, byte.closeBracket, bracket, limit);
  const severity = close < 0 ? noSeverity : severityOfWord(bytes, bracket + 1, close);
  if (severity === noSeverity) return;
  out.severity = severity;
  out.levelStart = bracket + 1;
  out.levelEnd = close;
}

/** `2022-05-13T10:27:47.123+0000 7f2a41507700 -1 message`, with `debug ` before it where a container writes to its console. */
export const ceph: LogFormat = {
  id: 'ceph',
  title: 'Ceph daemons',
  kind: 'record',
  specification: 'https://github.com/ceph/ceph/blob/main/src/log/Log.cc',
  begins: `d${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    const at = startsWith(bytes, start, end, 'debug ') ? start + 6 : start;
    if (readIsoLine(bytes, at, end, out) !== 'ceph') return false;
    const level = skipBlanks(bytes, findBlank(bytes, isoLine.rest, end), end);
    out.levelStart = level;
    out.levelEnd = findBlank(bytes, level, end);
    // All other numbers are for people who look for something: 0 is told whatever happens, 20 only on request.
    if (bytes[level] === byte.minus) out.severity = severityCode.error;
    out.bodyStart = skipBlanks(bytes, out.levelEnd, end);
    out.bodyEnd = end;
    if (startsWith(bytes, out.bodyStart, end, 'log_channel(')) readChannelLevel(bytes, end, out);
    return true;
  },
  samples: [
    {
      line: '2022-05-13T10:27:47.123+0000 7f2a41507700 -1 bluefs mount failed to replay log: (14) Bad address',
      expect: {
        stamp: '2022-05-13T10:27:47.123Z',
        severity: 'error',
        body: 'bluefs mount failed to replay log: (14) Bad address',
      },
    },
    {
      line: 'debug 2022-05-13T10:27:47.123+0000 7f2a41507700  1 osd.3 41 state: booting -> active',
      expect: { stamp: '2022-05-13T10:27:47.123Z', body: 'osd.3 41 state: booting -> active' },
    },
    {
      line: '2022-05-13T10:27:47.123+0000 7f2a41507700  0 log_channel(cluster) log [WRN] : Health check failed: 1 osds down (OSD_DOWN)',
      expect: {
        stamp: '2022-05-13T10:27:47.123Z',
        severity: 'warning',
        body: 'log_channel(cluster) log [WRN] : Health check failed: 1 osds down (OSD_DOWN)',
      },
    },
    {
      line: '2018-05-13 10:27:47.123456 7f2a41507700 10 monclient: tick',
      expect: { stamp: '2018-05-13T10:27:47.123456', body: 'monclient: tick' },
    },
  ],
  nearMisses: [
    'debug 2022-05-13T10:27:47.123+0000 node-7 systemd[1]: started',
    '2022-05-13 10:27:47.123456 7f2a -1 too short for an address',
    '2022-05-13 10:27:47.123456 7f2a41507700 one',
    'debug 7f2a41507700 -1 no time',
  ],
};
