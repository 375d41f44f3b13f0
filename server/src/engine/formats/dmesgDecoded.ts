/** Kernel lines with facility and level as words: `dmesg -x`. */
import { noSeverity } from '../model/severity';
import { byte, isLower, lowerLetters, readIsoStamp, skipBlanks } from './bytes';
import type { LineScan, LogFormat } from './format';
import { severityOfWord, skipLetters } from './parts/levels';
import { readBootStamp, readBracketedDate } from './parts/stamps';

/** Position after `word  :`, or -1. */
function column(bytes: Uint8Array, at: number, end: number): number {
  let wordEnd = skipLetters(bytes, at, Math.min(end, at + 9));
  if (wordEnd === at) return -1;
  // `local0`..`local7`
  if ((bytes[wordEnd] ?? 0) >= 48 && (bytes[wordEnd] ?? 0) <= 55) wordEnd++;
  const colon = skipBlanks(bytes, wordEnd, Math.min(end, at + 10));
  return colon < end && bytes[colon] === byte.colon ? colon + 1 : -1;
}

/** `[2022-05-13T02:27:47.123Z]:`, as talosctl writes it. */
function readTalosStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (bytes[at] !== byte.openBracket) return -1;
  const close = readIsoStamp(bytes, at + 1, end, out);
  return close > 0 && bytes[close] === byte.closeBracket && bytes[close + 1] === byte.colon ? close + 2 : -1;
}

function readStamp(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const boot = readBootStamp(bytes, at, end, out);
  if (boot >= 0) return boot;
  const date = readBracketedDate(bytes, at, end, out);
  if (date >= 0) return date;
  const iso = readIsoStamp(bytes, at, end, out);
  return iso >= 0 ? iso : readTalosStamp(bytes, at, end, out);
}

/** `kern  :err   : [  123.456789] message`: the only dmesg that states a severity in words. */
export const dmesgDecoded: LogFormat = {
  id: 'dmesg-decoded',
  title: 'dmesg -x',
  kind: 'record',
  specification: 'https://man7.org/linux/man-pages/man1/dmesg.1.html',
  begins: lowerLetters,
  needs: [':', 'digit'],
  scan(bytes, start, end, out) {
    if (!isLower(bytes[start])) return false;
    const facilityEnd = column(bytes, start, end);
    const level = facilityEnd < 0 ? -1 : skipBlanks(bytes, facilityEnd, Math.min(end, facilityEnd + 8));
    if (level < 0 || !isLower(bytes[level])) return false;
    const stamp = column(bytes, level, end);
    if (stamp < 0) return false;
    const levelEnd = skipLetters(bytes, level, stamp);
    const severity = severityOfWord(bytes, level, levelEnd);
    if (severity === noSeverity) return false;
    const after = readStamp(bytes, skipBlanks(bytes, stamp, end), end, out);
    if (after < 0) return false;
    out.severity = severity;
    out.levelStart = level;
    out.levelEnd = levelEnd;
    out.bodyStart = after < end && bytes[after] === byte.space ? after + 1 : after;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'kern  :err   : [  123.456789] EXT4-fs error (device sdb)',
      expect: { stamp: 'boot+123.456789s', severity: 'error', body: 'EXT4-fs error (device sdb)' },
    },
    {
      line: 'kern  :warn  : [Wed Nov 16 08:43:55 2016] eth0: link down',
      expect: { stamp: '2016-11-16T08:43:55', severity: 'warning' },
    },
    {
      line: 'daemon:info  : 2022-05-13T10:27:47,123456+08:00 systemd[1]: up',
      expect: { stamp: '2022-05-13T10:27:47.123456+08:00', severity: 'info', body: 'systemd[1]: up' },
    },
    {
      line: 'kern:    info: [2022-05-13T02:27:47.123456789Z]: Linux version 6.1.58-talos',
      expect: {
        stamp: '2022-05-13T02:27:47.123456789Z',
        severity: 'info',
        body: 'Linux version 6.1.58-talos',
      },
    },
    {
      line: 'user: warning: [2022-05-13T02:27:47.1Z]: [talos] task startSyslogd (1/3): done',
      expect: { severity: 'warning', body: '[talos] task startSyslogd (1/3): done' },
    },
    { line: 'local0:emerg : [    1.000000] on fire', expect: { severity: 'fatal' } },
  ],
  nearMisses: ['kern  :err   : no stamp', 'kern: err [  123.456789] x', 'kern  :most  : [  123.456789] x'],
};
