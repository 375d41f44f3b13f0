/** Journal lines that begin with seconds since boot: `journalctl -o short-monotonic`. */
import { byte } from './bytes';
import type { LogFormat } from './format';
import { readBootStamp } from './parts/stamps';
import { readHeader } from './parts/syslogHeader';

/** `[  123.456789] host identifier[pid]: message`. */
export const journalMonotonic: LogFormat = {
  id: 'journal-monotonic',
  title: 'journalctl short-monotonic, short-delta',
  kind: 'envelope',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o',
  begins: '[',
  needs: ['[', 'digit'],
  scan(bytes, start, end, out) {
    const after = readBootStamp(bytes, start, end, out);
    if (after < 0 || after >= end || bytes[after] !== byte.space) return false;
    return readHeader(bytes, after, end, 'process', out) && out.hostStart >= 0;
  },
  samples: [
    {
      line: '[  123.456789] node-7 kubelet[14207]: starting',
      expect: { stamp: 'boot+123.456789s', host: 'node-7', unit: 'kubelet', pid: '14207', body: 'starting' },
    },
    {
      line: '[36228.000001] node-7 kernel: eth0: link down',
      expect: { stamp: 'boot+36228.000001s', host: 'node-7', unit: 'kernel', body: 'eth0: link down' },
    },
    {
      line: '[ 8868.123456 <    1.000000 >] node-7 kubelet[14207]: up',
      expect: { stamp: 'boot+8868.123456s', host: 'node-7', unit: 'kubelet', body: 'up' },
    },
    { line: '[ 8867.123456                ] node-7 kernel: eth0: up', expect: { stamp: 'boot+8867.123456s' } },
  ],
  nearMisses: [
    '[  123.456789] eth0: link down',
    '[  123.456789] systemd[1]: Detected virtualization kvm.',
    '[  123.456789] usb 1-1: new device',
  ],
};
