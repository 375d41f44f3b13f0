/** Kernel lines with the date of the machine that printed them: `dmesg -T`. */
import { byte } from './bytes';
import type { LogFormat } from './format';
import { readBracketedDate } from './parts/stamps';

/** `[Wed Nov 16 08:43:55 2016] message`; the stamp drifts from the journal's after a suspend or a clock step. */
export const dmesgTime: LogFormat = {
  id: 'dmesg-time',
  title: 'dmesg -T',
  kind: 'record',
  specification: 'https://man7.org/linux/man-pages/man1/dmesg.1.html',
  begins: '[',
  needs: ['[', 'clock'],
  scan(bytes, start, end, out) {
    const after = readBracketedDate(bytes, start, end, out);
    if (after < 0) return false;
    out.bodyStart = after < end && bytes[after] === byte.space ? after + 1 : after;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '[Wed Nov 16 08:43:55 2016] docker0: port 5(vethfd2807b) entered blocking state',
      expect: { stamp: '2016-11-16T08:43:55', body: 'docker0: port 5(vethfd2807b) entered blocking state' },
    },
    { line: '[Mon Feb  1 00:00:00 2021] eth0: up', expect: { stamp: '2021-02-01T00:00:00', body: 'eth0: up' } },
    { line: '[五 5月 13 10:27:47 2022] eth0: up', expect: { stamp: '2022-05-13T10:27:47', body: 'eth0: up' } },
    { line: '[Fr Mai 13 10:27:47 2022] eth0: up', expect: { stamp: '2022-05-13T10:27:47', body: 'eth0: up' } },
    { line: '[ven. mai 13 10:27:47 2022] eth0: up', expect: { stamp: '2022-05-13T10:27:47', body: 'eth0: up' } },
  ],
  nearMisses: [
    '[Wed Nov 16 08:43:55] no year',
    '[Wod Nov 16 08:43:55 2016] no such day',
    '[Wed Nov 16 08:43:55 2016 a client] httpd',
  ],
};
