/** Kernel lines with ISO dates: `dmesg --time-format iso`. */
import { digits } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2022-05-13T10:27:47,123456+08:00 message`: the comma tells it from everybody else's. */
export const dmesgIso: LogFormat = {
  id: 'dmesg-iso',
  title: 'dmesg --time-format iso',
  kind: 'record',
  specification: 'https://man7.org/linux/man-pages/man1/dmesg.1.html',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'dmesg') return false;
    out.bodyStart = isoLine.rest;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T10:27:47,123456+08:00 eth0: link down',
      expect: { stamp: '2022-05-13T10:27:47.123456+08:00', body: 'eth0: link down' },
    },
    {
      line: '2022-05-13T02:27:47,000001+00:00 systemd[1]: Detected virtualization kvm.',
      expect: { stamp: '2022-05-13T02:27:47.000001Z' },
    },
  ],
  nearMisses: [
    '2022-05-13 10:27:47,123 INFO success: docker entered RUNNING state',
    '2022-05-13T10:27:47.123456+08:00 eth0: link down',
    '2022-05-13T10:27:47,123456 eth0: link down',
  ],
};
