/** Rows below `Events:` of `kubectl describe`, of all releases. */
import { decimal, digits, skipBlanks, skipDigits } from './bytes';
import type { LineScan, LogFormat } from './format';
import { ageEnd, ageMs, readAgeColumn } from './parts/ages';
import { eventTypeEnd, readEventSource, readReason, skipSubobject } from './parts/eventColumns';

/** `Warning  FailedSync  2s (x4 over 46s)  kubelet, node-7  message` */
function readModern(bytes: Uint8Array, type: number, typeEnd: number, end: number, out: LineScan): boolean {
  const reasonEnd = readReason(bytes, skipBlanks(bytes, typeEnd, end), end, out);
  if (reasonEnd < 0) return false;
  const age = skipBlanks(bytes, reasonEnd, end);
  const after = readAgeColumn(bytes, age, end, out);
  if (after < 0) return false;
  out.levelStart = type;
  out.levelEnd = typeEnd;
  const source = skipBlanks(bytes, after, end);
  if (source < end) readEventSource(bytes, source, end, out);
  return true;
}

/** `FirstSeen  LastSeen  Count  From  SubObjectPath  Type  Reason  Message`, up to 1.7; `after` is where the first age ends. */
function readOld(bytes: Uint8Array, after: number, end: number, out: LineScan): boolean {
  const firstMs = out.wallMs;
  const last = skipBlanks(bytes, after, end);
  const lastEnd = ageEnd(bytes, last, end);
  if (lastEnd < 0) return false;
  const countStart = skipBlanks(bytes, lastEnd, end);
  const countEnd = skipDigits(bytes, countStart, end);
  const count = decimal(bytes, countStart, countEnd);
  const source = skipBlanks(bytes, countEnd, end);
  if (count < 1 || source === countEnd || source >= end) return false;
  const sourceEnd = readEventSource(bytes, source, end, out);
  const type = skipSubobject(bytes, skipBlanks(bytes, sourceEnd, end), end);
  const typeEnd = eventTypeEnd(bytes, type, end);
  if (typeEnd < 0 || readReason(bytes, skipBlanks(bytes, typeEnd, end), end, out) < 0) return false;
  out.wallMs = ageMs(bytes, last, lastEnd);
  out.stampStart = last;
  out.stampEnd = lastEnd;
  out.levelStart = type;
  out.levelEnd = typeEnd;
  out.count = count;
  out.countSpanMs = Math.max(0, firstMs - out.wallMs);
  return true;
}

/** Type, reason, age, source, message; the table does not repeat what it describes. */
export const describeEvent: LogFormat = {
  id: 'describe-event',
  title: 'kubectl describe, events',
  kind: 'row',
  specification: 'https://github.com/kubernetes/kubectl/blob/master/pkg/describe/describe.go',
  begins: ` \tWN<${digits}`,
  needs: [['digit', '<']],
  scan(bytes, start, end, out) {
    const first = skipBlanks(bytes, start, end);
    const typeEnd = eventTypeEnd(bytes, first, end);
    if (typeEnd >= 0) return readModern(bytes, first, typeEnd, end, out);
    const after = readAgeColumn(bytes, first, end, out);
    return after >= 0 && readOld(bytes, after, end, out);
  },
  samples: [
    {
      line: '  Warning  FailedSync             2s (x4 over 46s)  kubelet, node-7     Error syncing pod',
      expect: {
        stamp: 'age-2s',
        host: 'node-7',
        unit: 'kubelet',
        count: 4,
        body: 'FailedSync             2s (x4 over 46s)  kubelet, node-7     Error syncing pod',
      },
    },
    {
      line: 'Warning  FailedCreatePodContainer  4m40s (x4642 over 16h)  kubelet  dbus: connection closed by user',
      expect: { stamp: 'age-280s', unit: 'kubelet', count: 4642 },
    },
    {
      line: '  Normal   Scheduled              <unknown>         default-scheduler   Successfully assigned a/web-1 to node-7',
      expect: { unit: 'default-scheduler', count: 1 },
    },
    {
      line: '  3m\t\t2m\t\t7\tkubelet, node-7\t\tspec.containers{web}\tWarning\t\tBackOff\t\tBack-off restarting failed container',
      expect: {
        stamp: 'age-120s',
        host: 'node-7',
        unit: 'kubelet',
        count: 7,
        body: 'BackOff\t\tBack-off restarting failed container',
      },
    },
    {
      line: '  1h        1h       1      {default-scheduler }            Normal        Scheduled      Successfully assigned web-1 to node-7',
      expect: {
        stamp: 'age-3600s',
        unit: 'default-scheduler',
        count: 1,
        body: 'Scheduled      Successfully assigned web-1 to node-7',
      },
    },
    {
      line: '  5m   5m   1   {kubelet node-7}   Warning   FailedSync   Error syncing pod',
      expect: { stamp: 'age-300s', host: 'node-7', unit: 'kubelet' },
    },
  ],
  nearMisses: [
    '  Warning  this is something 5m',
    '  Warning  FailedSync  soon  kubelet  Error',
    '  Normal',
    '  Type     Reason     Age    From     Message',
    '  3m   2m   7   kubelet, node-7   Fine   BackOff',
  ],
};
