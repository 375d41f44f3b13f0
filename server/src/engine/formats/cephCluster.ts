/** The log of a Ceph cluster: what its daemons tell all operators, with how bad it is. */
import { digits, skipBlanks } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2022-05-13T10:27:50.123456+0000 mon.a (mon.0) 1234 : cluster [WRN] message`. */
export const cephCluster: LogFormat = {
  id: 'ceph-cluster',
  title: 'Ceph cluster log',
  kind: 'record',
  specification: 'https://github.com/ceph/ceph/blob/main/src/common/LogEntry.cc',
  begins: digits,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'cephCluster') return false;
    const { levelStart, levelEnd, severity } = isoLine;
    out.levelStart = levelStart;
    out.levelEnd = levelEnd;
    out.severity = severity;
    out.bodyStart = skipBlanks(bytes, levelEnd + 1, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T10:27:50.123456+0000 mon.a (mon.0) 1234 : cluster [WRN] Health check failed: 1 osds down (OSD_DOWN)',
      expect: {
        stamp: '2022-05-13T10:27:50.123456Z',
        severity: 'warning',
        body: 'Health check failed: 1 osds down (OSD_DOWN)',
      },
    },
    {
      line: '2022-05-13T10:27:51.123456+0000 osd.3 (osd.3) 12 : cluster [ERR] 2.1f scrub 1 errors',
      expect: { stamp: '2022-05-13T10:27:51.123456Z', severity: 'error', body: '2.1f scrub 1 errors' },
    },
    {
      line: '2018-05-13 10:27:50.123456 mon.a mon.0 10.0.0.1:6789/0 1234 : cluster [INF] overall HEALTH_OK',
      expect: { stamp: '2018-05-13T10:27:50.123456', severity: 'info', body: 'overall HEALTH_OK' },
    },
  ],
  nearMisses: [
    '2022-05-13T10:27:50.123456+0000 mon.a (mon.0) 1234 : cluster WRN no brackets',
    '2022-05-13T10:27:50.123456+0000 web.a (web.0) 1234 : cluster [WRN] no daemon of Ceph',
    '2022-05-13T10:27:50.123456+0000 mon.a told nobody',
    'mon.a (mon.0) 1234 : cluster [WRN] no time',
  ],
};
