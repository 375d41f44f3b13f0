/** Syslog lines with ISO stamps: rsyslog's default of today, `journalctl -o short-iso` and `short-iso-precise`. */
import { digits } from './bytes';
import type { LogFormat } from './format';
import { isDockerType, isoLine, readIsoLine } from './parts/isoLine';
import { readHeader } from './parts/syslogHeader';

/** `yyyy-mm-ddThh:mm:ss+hhmm host identifier[pid]: message`. */
export const syslogIso: LogFormat = {
  id: 'syslog-iso',
  title: 'syslog with ISO stamps, journalctl short-iso',
  kind: 'envelope',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o',
  begins: `[${digits}`,
  repeats: {
    rest: 'text',
    // Behind such a word the line's end would decide.
    headEnd: (bytes, _start, { hostStart, hostEnd, bodyStart }) =>
      isDockerType(bytes, hostStart, hostEnd) ? -1 : bodyStart,
  },
  scan(bytes, start, end, out) {
    return readIsoLine(bytes, start, end, out) === 'syslog' && readHeader(bytes, isoLine.rest, end, 'identifier', out);
  },
  samples: [
    {
      line: '2022-05-13T10:27:47+0800 node-7 kubelet[14207]: E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy',
      expect: {
        stamp: '2022-05-13T10:27:47+08:00',
        host: 'node-7',
        unit: 'kubelet',
        pid: '14207',
        body: 'E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy',
      },
    },
    {
      line: '2024-02-29T23:59:59.123456+00:00 node-7 kernel: [  12.000001] eth0: link down',
      expect: {
        stamp: '2024-02-29T23:59:59.123456Z',
        host: 'node-7',
        unit: 'kernel',
        body: '[  12.000001] eth0: link down',
      },
    },
    {
      line: '2022-05-13T10:27:47.5-05:30 node-7 dockerd: started',
      expect: { stamp: '2022-05-13T10:27:47.5-05:30', unit: 'dockerd', body: 'started' },
    },
    {
      line: '2022-05-13 10:27:47 node-7 systemd[1]: Started Kubelet.',
      expect: { stamp: '2022-05-13T10:27:47', host: 'node-7', unit: 'systemd', pid: '1', body: 'Started Kubelet.' },
    },
    {
      line: '2022-05-13T02:27:47Z node-7 systemd[1]: Stopped Kubelet.',
      expect: { stamp: '2022-05-13T02:27:47Z', host: 'node-7', unit: 'systemd', pid: '1' },
    },
  ],
  nearMisses: [
    '2022-05-13T02:27:47.123456789Z Failed to: do it',
    '2022-05-13T10:27:47+0800',
    '2022-13-13T10:27:47+0800 node-7 kubelet[1]: impossible month',
    '2022-05-13T10:27:47+0800 just words and no colon',
  ],
};
