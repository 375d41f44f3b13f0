/** Journal lines that begin with seconds since the epoch: `journalctl -o short-unix`. */
import { byte, digits, isDigit, skipDigits } from './bytes';
import type { LogFormat } from './format';
import { readEpoch } from './parts/stamps';
import { readHeader } from './parts/syslogHeader';

/** `1652408867.123456 host identifier[pid]: message`. */
export const journalUnix: LogFormat = {
  id: 'journal-unix',
  title: 'journalctl short-unix',
  kind: 'envelope',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o',
  begins: digits,
  scan(bytes, start, end, out) {
    if (!isDigit(bytes[start])) return false;
    const dot = skipDigits(bytes, start, Math.min(end, start + 12));
    if (dot - start < 9 || dot - start > 11 || bytes[dot] !== byte.dot) return false;
    const after = skipDigits(bytes, dot + 1, Math.min(end, dot + 8));
    if (after - dot !== 7 || after >= end || bytes[after] !== byte.space) return false;
    return readEpoch(bytes, start, after, out) && readHeader(bytes, after, end, 'identifier', out);
  },
  samples: [
    {
      line: '1652408867.123456 node-7 kubelet[14207]: starting',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', host: 'node-7', unit: 'kubelet', pid: '14207', body: 'starting' },
    },
    {
      line: '1652408867.000001 node-7 kernel: eth0: link down',
      expect: { stamp: '2022-05-13T02:27:47.000001Z', unit: 'kernel', body: 'eth0: link down' },
    },
  ],
  nearMisses: [
    '1652408867.123456 openat(3, "x") = 4',
    '1652408867 node-7 kubelet[1]: no fraction',
    '12.123456 node-7 kubelet[1]: too small',
  ],
};
