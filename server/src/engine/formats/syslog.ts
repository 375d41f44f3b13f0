/** Traditional syslog lines, as /var/log/messages and `journalctl -o short` hold them. */
import { byte, isBlankOrEnd, skipDigits } from './bytes';
import type { LogFormat } from './format';
import { readHeader } from './parts/syslogHeader';
import { readAnySyslogStamp } from './parts/syslogStamp';

/** Position after `<13>`, or `at`. */
function skipPriority(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== byte.less) return at;
  const digitsEnd = skipDigits(bytes, at + 1, Math.min(end, at + 4));
  return digitsEnd > at + 1 && bytes[digitsEnd] === byte.greater ? digitsEnd + 1 : at;
}

/** `Mon dd hh:mm:ss host identifier[pid]: message`; the priority in front, if any, is no severity of the message. */
export const syslog: LogFormat = {
  id: 'syslog',
  title: 'syslog (RFC 3164), journalctl short',
  kind: 'envelope',
  specification: 'https://www.rfc-editor.org/rfc/rfc3164',
  needs: ['clock'],
  repeats: { rest: 'text', headEnd: (_bytes, _start, { bodyStart }) => bodyStart },
  scan(bytes, start, end, out) {
    const at = skipPriority(bytes, start, end);
    let after = readAnySyslogStamp(bytes, at, end, out);
    if (after < 0) return false;
    if (after < end && bytes[after] === byte.colon) after++;
    return isBlankOrEnd(bytes, after, end) && readHeader(bytes, after, end, 'loose', out);
  },
  samples: [
    {
      line: 'May 13 10:27:47 node-7 dockerd[3879]: time="2022-05-13T02:27:47.1Z" level=info msg="ready"',
      expect: {
        stamp: '--05-13T10:27:47',
        host: 'node-7',
        unit: 'dockerd',
        pid: '3879',
        body: 'time="2022-05-13T02:27:47.1Z" level=info msg="ready"',
      },
    },
    {
      line: '<30>Oct  8 16:06:25 worker-6.lab.example kernel: [736441.594605] oom_reaper: reaped process 31537',
      expect: {
        stamp: '--10-08T16:06:25',
        host: 'worker-6.lab.example',
        unit: 'kernel',
        body: '[736441.594605] oom_reaper: reaped process 31537',
      },
    },
    {
      line: 'Nov 21 01:25:43 worker-0 kernel:  connection438:0: detected conn error (1020)',
      expect: { stamp: '--11-21T01:25:43', unit: 'kernel', body: 'connection438:0: detected conn error (1020)' },
    },
    {
      line: 'Dec 06 06:15:40.123456 node-3 (systemd)[352]: pam_unix: session opened',
      expect: {
        stamp: '--12-06T06:15:40.123456',
        host: 'node-3',
        unit: '(systemd)',
        pid: '352',
        body: 'pam_unix: session opened',
      },
    },
    {
      line: 'Dec 28 20:25:18 node-7 configure-helper.sh[385]: Configuring IP firewall rules',
      expect: { unit: 'configure-helper.sh', pid: '385', body: 'Configuring IP firewall rules' },
    },
    {
      line: 'Jan 23 15:52:05 node-74 dockerd:         /usr/lib/go/src/runtime/sema.go:47 +0x26',
      expect: { unit: 'dockerd', body: '        /usr/lib/go/src/runtime/sema.go:47 +0x26' },
    },
    {
      line: 'Feb 29 00:00:00 node-1 last message repeated 3 times',
      expect: { stamp: '--02-29T00:00:00', host: 'node-1', body: 'last message repeated 3 times' },
    },
    {
      line: 'Mar  3 2021 04:05:06 edge-1 Health Monitor[77]: ok',
      expect: { stamp: '2021-03-03T04:05:06', host: 'edge-1', unit: 'Health Monitor', pid: '77', body: 'ok' },
    },
    {
      line: '2022 May 13 10:27:47 node-7 kubelet[41]: started',
      expect: { stamp: '2022-05-13T10:27:47', host: 'node-7', unit: 'kubelet', pid: '41', body: 'started' },
    },
    {
      line: 'May 13 10:27:47 kubelet[41]: no host here',
      expect: { stamp: '--05-13T10:27:47', unit: 'kubelet', pid: '41', body: 'no host here' },
    },
    {
      line: 'May 13 10:27:47 node-7 kernel:[12.500000] eth0: link down',
      expect: { unit: 'kernel', body: '[12.500000] eth0: link down' },
    },
    {
      line: 'May 13 10:27:47 2022 node-7 kubelet[41]: started',
      expect: { stamp: '2022-05-13T10:27:47', host: 'node-7', unit: 'kubelet', pid: '41', body: 'started' },
    },
    {
      line: 'May 13 02:27:47.123 UTC node-7 kubelet[41]: started',
      expect: { stamp: '--05-13T02:27:47.123Z', host: 'node-7', unit: 'kubelet', pid: '41', body: 'started' },
    },
    {
      line: '13 May 10:27:47 ntpdate[2345]: step time server 10.0.0.1 offset -3600.5 sec',
      expect: { stamp: '--05-13T10:27:47', unit: 'ntpdate', pid: '2345' },
    },
    {
      line: '5月 13 10:27:47 node-7 kubelet[41]: 启动',
      expect: { stamp: '--05-13T10:27:47', host: 'node-7', unit: 'kubelet', pid: '41', body: '启动' },
    },
    {
      line: '12월 03 10:27:47 node-7 kubelet[41]: up',
      expect: { stamp: '--12-03T10:27:47', host: 'node-7', unit: 'kubelet', body: 'up' },
    },
    {
      line: 'May-13 10:27:47 node-7 kubelet[41]: up',
      expect: { stamp: '--05-13T10:27:47', host: 'node-7', unit: 'kubelet', body: 'up' },
    },
    { line: '13-May 10:27:47 node-7 kubelet[41]: up', expect: { stamp: '--05-13T10:27:47', host: 'node-7' } },
    { line: 'Mai 13 10:27:47 node-7 dockerd[41]: bereit', expect: { stamp: '--05-13T10:27:47', unit: 'dockerd' } },
    { line: 'déc. 13 10:27:47 node-7 dockerd[41]: prêt', expect: { stamp: '--12-13T10:27:47', unit: 'dockerd' } },
    { line: 'мая 13 10:27:47 node-7 dockerd[41]: готов', expect: { stamp: '--05-13T10:27:47', unit: 'dockerd' } },
    {
      line: 'May 13 10:27:47 node-7 daemon.err dockerd[3879]: failed to start',
      expect: { host: 'node-7', unit: 'dockerd', pid: '3879', body: 'failed to start' },
    },
    {
      line: 'May 13 10:27:47 node-7 kern.warn kernel: [   12.500000] eth0: link down',
      expect: { host: 'node-7', unit: 'kernel', body: '[   12.500000] eth0: link down' },
    },
    {
      line: 'Aug 10 04:02:11 NODE-7 kubelet[41]: a host in capitals',
      expect: { stamp: '--08-10T04:02:11', host: 'NODE-7', unit: 'kubelet' },
    },
  ],
  nearMisses: [
    'May 13 is a Friday',
    'May 32 10:27:47 node-7 kubelet[41]: impossible day',
    'Mayo 13 10:27:47 node-7 kubelet[41]: no month',
    '13月 13 10:27:47 node-7 kubelet[41]: no month',
    '13 monkeys 10:27:47 jumping',
    'May 13 10:61:47 node-7 kubelet[41]: impossible minute',
    'May 13 10:27:47Z is glued',
    'May-13-10:27:47 all joined',
    '32-May 10:27:47 node-7 kubelet[41]: impossible day',
  ],
};
