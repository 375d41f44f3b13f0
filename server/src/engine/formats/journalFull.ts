/** Journal lines with weekday, date and zone: `journalctl -o short-full` and `with-unit`. */
import { isBlankOrEnd, startsWith } from './bytes';
import type { LogFormat } from './format';
import { readWeekdayStamp } from './parts/stamps';
import { readHeader } from './parts/syslogHeader';

/** `Fri 2022-05-13 10:27:47 CST host identifier[pid]: message`. */
export const journalFull: LogFormat = {
  id: 'journal-full',
  title: 'journalctl short-full',
  kind: 'envelope',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o',
  needs: ['clock'],
  scan(bytes, start, end, out) {
    const after = readWeekdayStamp(bytes, start, end, out);
    if (after < 0 || !isBlankOrEnd(bytes, after, end)) return false;
    // A cursor follows where the entry's fields stand below.
    return !startsWith(bytes, after, end, ' [s=') && readHeader(bytes, after, end, 'loose', out);
  },
  samples: [
    {
      line: 'Fri 2022-05-13 10:27:47 CST node-7 kubelet[14207]: starting',
      expect: { stamp: '2022-05-13T10:27:47+08:00', host: 'node-7', unit: 'kubelet', pid: '14207', body: 'starting' },
    },
    {
      line: 'Thu 2022-01-13 10:27:47 CST node-7 kubelet[14207]: starting',
      expect: { stamp: '2022-01-13T10:27:47', host: 'node-7', unit: 'kubelet', pid: '14207', body: 'starting' },
    },
    {
      line: 'Fri 2022-05-13 02:27:47.120000 UTC node-7 kernel: eth0: link down',
      expect: { stamp: '2022-05-13T02:27:47.12Z', host: 'node-7', unit: 'kernel', body: 'eth0: link down' },
    },
    {
      line: 'Fri 2022-05-13 10:27:47 +08 node-7 docker.service[9]: up',
      expect: { stamp: '2022-05-13T10:27:47+08:00', host: 'node-7', unit: 'docker.service', pid: '9', body: 'up' },
    },
    {
      line: '五 2022-05-13 10:27:47 CST node-7 kubelet[14207]: 启动',
      expect: { stamp: '2022-05-13T10:27:47+08:00', host: 'node-7', unit: 'kubelet', body: '启动' },
    },
  ],
  nearMisses: [
    'Fri 2022-05-13',
    'Fry 2022-05-13 10:27:47 CST node-7 kubelet[1]: x',
    'Fri 2022-05-13 25:27:47 CST node-7 kubelet[1]: x',
  ],
};
