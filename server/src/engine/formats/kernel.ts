/** Kernel ring buffer lines with seconds since boot, as `dmesg` prints them and as syslog passes them on. */
import { byte, skipDigits } from './bytes';
import type { LogFormat } from './format';
import { LineScan } from './format';
import { readBootStamp } from './parts/stamps';
import { readHeader } from './parts/syslogHeader';

const header = new LineScan();

/** True when host and identifier follow: then the journal printed the line. */
function isJournal(bytes: Uint8Array, at: number, end: number): boolean {
  header.reset();
  return readHeader(bytes, at, end, 'process', header) && header.hostStart >= 0;
}

/** `[36228.975678] message`, also `<4>[   12.000001] message` and with the caller behind the stamp. */
export const kernel: LogFormat = {
  id: 'kernel',
  title: 'kernel ring buffer (dmesg)',
  kind: 'record',
  specification: 'https://www.kernel.org/doc/html/latest/core-api/printk-basics.html',
  begins: '<[',
  needs: ['[', 'digit'],
  repeats: { rest: 'no header', headEnd: (_bytes, _start, { bodyStart }) => bodyStart },
  scan(bytes, start, end, out) {
    let at = start;
    if (bytes[at] === byte.less) {
      const priorityEnd = skipDigits(bytes, at + 1, Math.min(end, at + 4));
      if (priorityEnd === at + 1 || bytes[priorityEnd] !== byte.greater) return false;
      at = priorityEnd + 1;
    }
    if (at >= end || bytes[at] !== byte.openBracket) return false;
    const after = readBootStamp(bytes, at, end, out);
    if (after < 0 || isJournal(bytes, after, end)) return false;
    out.bodyStart = after < end && bytes[after] === byte.space ? after + 1 : after;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '[36228.975678] nf_conntrack: table full, dropping packet',
      expect: { stamp: 'boot+36228.975678s', body: 'nf_conntrack: table full, dropping packet' },
    },
    { line: '<4>[    0.000000] Linux version 4.14.0', expect: { stamp: 'boot+0s', body: 'Linux version 4.14.0' } },
    {
      line: '[   12.000001][  T17] INFO: task jbd2/sdb-8:457 blocked for more than 120 seconds.',
      expect: {
        stamp: 'boot+12.000001s',
        pid: '17',
        body: 'INFO: task jbd2/sdb-8:457 blocked for more than 120 seconds.',
      },
    },
    {
      line: '[  123.456789 <    0.000012>] eth0: link down',
      expect: { stamp: 'boot+123.456789s', body: 'eth0: link down' },
    },
    {
      line: '[    5.123456] systemd[1]: Detected virtualization kvm.',
      expect: { body: 'systemd[1]: Detected virtualization kvm.' },
    },
    {
      line: '[261443.655818]  [<ffffffff8163a8a8>] dump_stack+0x19/0x1b',
      expect: { body: ' [<ffffffff8163a8a8>] dump_stack+0x19/0x1b' },
    },
  ],
  nearMisses: [
    '[36228] no fraction',
    '[15192]     0 15192  1679458  1648518    3283',
    '[1.2.3] a version',
    '[12.5] too short a fraction',
  ],
};
