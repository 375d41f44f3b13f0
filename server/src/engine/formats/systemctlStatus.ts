/** What `systemctl status` prints above the unit's last log lines. */
import { byte, findBlank, findByte, skipBlanks, skipDigits, startsWith, trimEnd } from './bytes';
import type { LineScan, LogFormat } from './format';
import { readWeekdayStamp } from './parts/stamps';

const fieldNames = [
  'Loaded',
  'Active',
  'Process',
  'Main PID',
  'Tasks',
  'Memory',
  'CPU',
  'CGroup',
  'Drop-In',
  'Status',
  'Docs',
  'TriggeredBy',
  'Triggers',
  'Since',
  'Duration',
  'Invocation',
];

const unitEndings = [
  '.service',
  '.socket',
  '.mount',
  '.slice',
  '.scope',
  '.timer',
  '.target',
  '.path',
  '.device',
  '.automount',
  '.swap',
];

/** systemctl aligns the colons: behind 9 bytes in older releases, 11 in newer ones. */
const colonColumns: readonly number[] = [9, 11];

function readField(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const name = skipBlanks(bytes, start, Math.min(end, start + 12));
  const colon = findByte(bytes, byte.colon, name, Math.min(end, name + 13));
  if (colon < 0 || !colonColumns.includes(colon - start) || !startsWith(bytes, colon, end, ': ')) return false;
  if (!fieldNames.some((field) => field.length === colon - name && startsWith(bytes, name, end, field))) return false;
  out.bodyStart = name;
  out.bodyEnd = end;
  const value = skipBlanks(bytes, colon + 1, end);
  if (startsWith(bytes, name, end, 'Active')) readSince(bytes, value, end, out);
  else if (startsWith(bytes, name, end, 'Process') || startsWith(bytes, name, end, 'Main')) {
    out.pidStart = value;
    out.pidEnd = skipDigits(bytes, value, end);
  }
  return true;
}

/** Reads the date behind ` since `. */
function readSince(bytes: Uint8Array, at: number, end: number, out: LineScan): void {
  for (let position = at; position + 7 < end; position++) {
    if (bytes[position] === byte.space && startsWith(bytes, position, end, ' since ')) {
      readWeekdayStamp(bytes, position + 7, end, out);
      return;
    }
  }
}

/** Position after `● `, `○ `, `× `, `↻ ` or `* ` at `at`, or -1. */
function bulletEnd(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (first === 0x2a && startsWith(bytes, at + 1, end, ' ')) return at + 2;
  if (first === 0xc3 && bytes[at + 1] === 0x97 && startsWith(bytes, at + 2, end, ' ')) return at + 3;
  const isRound =
    first === 0xe2 &&
    ((bytes[at + 1] === 0x97 && (bytes[at + 2] === 0x8f || bytes[at + 2] === 0x8b)) ||
      (bytes[at + 1] === 0x86 && bytes[at + 2] === 0xbb));
  return isRound && startsWith(bytes, at + 3, end, ' ') ? at + 4 : -1;
}

function readUnit(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const unit = bulletEnd(bytes, start, end);
  if (unit < 0) return false;
  const unitEnd = findBlank(bytes, unit, Math.min(end, unit + 256));
  if (
    !unitEndings.some(
      (ending) => unitEnd - unit > ending.length && startsWith(bytes, unitEnd - ending.length, unitEnd, ending),
    )
  )
    return false;
  if (trimEnd(bytes, unitEnd, end) > unitEnd && !startsWith(bytes, unitEnd, end, ' - ')) return false;
  out.unitStart = unit;
  out.unitEnd = unitEnd;
  out.bodyStart = unit;
  out.bodyEnd = end;
  return true;
}

/** `   Active: failed (Result: exit-code) since Thu 2017-12-28 20:25:18 UTC; 6h ago` and the lines around it. */
export const systemctlStatus: LogFormat = {
  id: 'systemctl-status',
  title: 'systemctl status',
  kind: 'row',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/systemctl.html',
  // Blanks, `TriggeredBy`, a star, or what the other signs before a unit begin with in UTF-8.
  begins: ' \tT*\xc3\xe2',
  scan(bytes, start, end, out) {
    return readField(bytes, start, end, out) || readUnit(bytes, start, end, out);
  },
  samples: [
    {
      line: '● docker.service - Docker Application Container Engine',
      expect: { unit: 'docker.service', body: 'docker.service - Docker Application Container Engine' },
    },
    {
      line: '   Active: failed (Result: exit-code) since Fri 2022-05-13 20:25:18 UTC; 6h ago',
      expect: {
        stamp: '2022-05-13T20:25:18Z',
        body: 'Active: failed (Result: exit-code) since Fri 2022-05-13 20:25:18 UTC; 6h ago',
      },
    },
    {
      line: '     Active: active (running) since Thu 2022-01-13 10:27:47 CST; 2min 3s ago',
      expect: { stamp: '2022-01-13T10:27:47' },
    },
    {
      line: '  Process: 994 ExecStart=/usr/local/bin/setup.sh (code=exited, status=4)',
      expect: { pid: '994', body: 'Process: 994 ExecStart=/usr/local/bin/setup.sh (code=exited, status=4)' },
    },
    { line: ' Main PID: 994 (code=exited, status=4)', expect: { pid: '994' } },
    { line: '      CPU: 33ms', expect: { body: 'CPU: 33ms' } },
    { line: '     Memory: 1.2G', expect: { body: 'Memory: 1.2G' } },
    { line: '* kubelet.service', expect: { unit: 'kubelet.service' } },
  ],
  nearMisses: [
    'Active: failed',
    '  Memory:  2Gi',
    '● a list item',
    '* docker is a program',
    '   Active:failed',
    '   Status:',
  ],
};
