/** Rows of `kubectl get events` and `kubectl events`, of all releases, with and without namespace, wide or not. */
import {
  byte,
  decimal,
  digits,
  findBlank,
  isDigit,
  isLower,
  isUpper,
  lowerLetters,
  readIsoStamp,
  skipBlanks,
  skipDigits,
  trimEnd,
} from './bytes';
import type { LineScan, LogFormat } from './format';
import { ageEnd, ageMs, readAgeColumn } from './parts/ages';
import { columnEnd, eventTypeEnd, readEventSource, readReason, skipSubobject } from './parts/eventColumns';

/** Position after the namespace and its blanks at `at`, or -1. */
function skipNamespace(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + 64);
  let position = at;
  while (position < limit && (isLower(bytes[position]) || isDigit(bytes[position]) || bytes[position] === byte.minus))
    position++;
  if (position === at || position >= end || (bytes[position] !== byte.space && bytes[position] !== byte.tab)) return -1;
  return skipBlanks(bytes, position, end);
}

/** Start of the word that ends at `wordEnd`, not before `start`. */
function wordStart(bytes: Uint8Array, start: number, wordEnd: number): number {
  let position = wordEnd;
  while (position > start && bytes[position - 1] !== byte.space && bytes[position - 1] !== byte.tab) position--;
  return position;
}

/** Reads first age, count and name at the row's end, as `-o wide` prints them; cuts them off the body. */
function readWideEnd(bytes: Uint8Array, from: number, end: number, out: LineScan): boolean {
  const nameEnd = trimEnd(bytes, from, end);
  const name = wordStart(bytes, from, nameEnd);
  const countEnd = trimEnd(bytes, from, name);
  const countStart = wordStart(bytes, from, countEnd);
  const count = decimal(bytes, countStart, countEnd);
  const firstEnd = trimEnd(bytes, from, countStart);
  const first = wordStart(bytes, from, firstEnd);
  if (count < 1 || first <= from || ageEnd(bytes, first, firstEnd) !== firstEnd) return false;
  out.count = count;
  out.countSpanMs = Math.max(0, ageMs(bytes, first, firstEnd) - out.wallMs);
  out.bodyEnd = trimEnd(bytes, from, first);
  return true;
}

/** The part behind type and age: reason, object, and for wide rows source and counts. */
function readModern(bytes: Uint8Array, type: number, typeEnd: number, end: number, out: LineScan): boolean {
  const reasonEnd = readReason(bytes, skipBlanks(bytes, typeEnd, end), end, out);
  if (reasonEnd < 0) return false;
  out.levelStart = type;
  out.levelEnd = typeEnd;
  const object = skipBlanks(bytes, reasonEnd, end);
  const objectEnd = findBlank(bytes, object, end);
  if (objectEnd === object) return false;
  if (!readWideEnd(bytes, objectEnd, end, out)) return true;
  const source = skipSubobject(bytes, skipBlanks(bytes, objectEnd, end), end);
  const sourceEnd = columnEnd(bytes, source, end);
  // An empty source column leaves the message here, and a message has more words than a source.
  const firstEnd = findBlank(bytes, source, sourceEnd);
  if (firstEnd === sourceEnd || bytes[firstEnd - 1] === byte.comma) readEventSource(bytes, source, sourceEnd, out);
  return true;
}

/** `LAST SEEN  FIRST SEEN  COUNT  NAME  KIND  SUBOBJECT  TYPE  REASON  SOURCE  MESSAGE`, up to 1.12. */
function readOld(bytes: Uint8Array, firstSeen: number, end: number, out: LineScan): boolean {
  const firstEnd = ageEnd(bytes, firstSeen, end);
  if (firstEnd < 0) return false;
  return readOldColumns(bytes, firstEnd, ageMs(bytes, firstSeen, firstEnd) - out.wallMs, end, out);
}

/** The columns behind the two times. */
function readOldColumns(bytes: Uint8Array, firstEnd: number, spanMs: number, end: number, out: LineScan): boolean {
  const countStart = skipBlanks(bytes, firstEnd, end);
  const countEnd = skipDigits(bytes, countStart, end);
  const count = decimal(bytes, countStart, countEnd);
  const name = skipBlanks(bytes, countEnd, end);
  const kind = skipBlanks(bytes, findBlank(bytes, name, end), end);
  if (count < 1 || name === countEnd || !isUpper(bytes[kind]) || eventTypeEnd(bytes, kind, end) >= 0) return false;
  const type = skipSubobject(bytes, skipBlanks(bytes, findBlank(bytes, kind, end), end), end);
  const typeEnd = eventTypeEnd(bytes, type, end);
  if (typeEnd < 0) return false;
  const reasonEnd = readReason(bytes, skipBlanks(bytes, typeEnd, end), end, out);
  if (reasonEnd < 0) return false;
  out.levelStart = type;
  out.levelEnd = typeEnd;
  out.count = count;
  out.countSpanMs = Math.max(0, spanMs);
  readEventSource(bytes, skipBlanks(bytes, reasonEnd, end), end, out);
  return true;
}

/** Reads `2018-01-02 03:04:05 +0800 CST`, as kubectl 1.8 and 1.9 print the columns; returns the position after it, or -1. */
function readDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const stampEnd = readIsoStamp(bytes, at, end, out);
  if (stampEnd < 0 || bytes[stampEnd] !== byte.space) return -1;
  const zoneName = stampEnd + 1;
  return isUpper(bytes[zoneName]) ? findBlank(bytes, zoneName, Math.min(end, zoneName + 6)) : stampEnd;
}

/** `LAST SEEN  FIRST SEEN  COUNT ...` with dates instead of ages. */
function readDatedRow(bytes: Uint8Array, at: number, end: number, out: LineScan): boolean {
  const lastEnd = readDate(bytes, at, end, out);
  if (lastEnd < 0) return false;
  const { wallMs, stampEnd, zoneMinutes } = out;
  const firstEnd = readDate(bytes, skipBlanks(bytes, lastEnd, end), end, out);
  if (firstEnd < 0) return false;
  const firstMs = out.wallMs;
  out.wallMs = wallMs;
  out.zoneMinutes = zoneMinutes;
  out.stampStart = at;
  out.stampEnd = stampEnd;
  return readOldColumns(bytes, firstEnd, wallMs - firstMs, end, out);
}

/** `15m  Normal  Scheduled  pod/x  message`: a row counted back from the moment somebody ran the command. */
export const eventTable: LogFormat = {
  id: 'event-table',
  title: 'kubectl get events',
  kind: 'row',
  specification: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/printers/internalversion/printers.go',
  begins: ` \t<-${digits}${lowerLetters}`,
  needs: [['digit', '<']],
  scan(bytes, start, end, out) {
    const first = skipBlanks(bytes, start, end);
    if (isDigit(bytes[first]) && bytes[first + 4] === byte.minus) return readDatedRow(bytes, first, end, out);
    let after = readAgeColumn(bytes, first, end, out);
    if (after < 0) {
      const second = skipNamespace(bytes, first, end);
      if (second < 0) return false;
      after = readAgeColumn(bytes, second, end, out);
      if (after < 0) return false;
    }
    const next = skipBlanks(bytes, after, end);
    if (next >= end) return false;
    const typeEnd = eventTypeEnd(bytes, next, end);
    return typeEnd >= 0 ? readModern(bytes, next, typeEnd, end, out) : readOld(bytes, next, end, out);
  },
  samples: [
    {
      line: '4m40s       Warning   FailedCreatePodContainer   pod/catalog-4t9vf    unable to ensure pod container exists',
      expect: {
        stamp: 'age-280s',
        count: 1,
        body: 'FailedCreatePodContainer   pod/catalog-4t9vf    unable to ensure pod container exists',
      },
    },
    {
      line: 'kube-system   15m   Normal   Scheduled   pod/dns-x2x9k   Successfully assigned',
      expect: { stamp: 'age-900s', body: 'Scheduled   pod/dns-x2x9k   Successfully assigned' },
    },
    {
      line: '2m3s (x12 over 2h)   Warning   BackOff   Pod/web-1   Back-off restarting failed container',
      expect: { stamp: 'age-123s', count: 12, body: 'BackOff   Pod/web-1   Back-off restarting failed container' },
    },
    {
      line: '7s          Warning   FailedSync   pod/web-1   spec.containers{web}   kubelet, node-7   error determining status   46s          4       web-1.16ee8d0b2a3c4d5e',
      expect: {
        stamp: 'age-7s',
        host: 'node-7',
        unit: 'kubelet',
        count: 4,
        body: 'FailedSync   pod/web-1   spec.containers{web}   kubelet, node-7   error determining status',
      },
    },
    {
      line: '7s          Normal   Scheduled   pod/web-1      default-scheduler   Successfully assigned a/web-1 to node-7   7s   1   web-1.16ee8d0b2a3c4d5e',
      expect: { unit: 'default-scheduler', count: 1 },
    },
    {
      line: '1m          2h           211       web-1.15030f1a2b3c4d5e   Pod   spec.containers{web}   Warning   BackOff   kubelet, node-7   Back-off restarting failed container',
      expect: {
        stamp: 'age-60s',
        host: 'node-7',
        unit: 'kubelet',
        count: 211,
        body: 'BackOff   kubelet, node-7   Back-off restarting failed container',
      },
    },
    {
      line: 'default   0s   2d8h   3   node-7.15030f1a   Node   Normal   NodeNotReady   controllermanager   Node node-7 status is now: NodeNotReady',
      expect: {
        stamp: 'age-0s',
        unit: 'controllermanager',
        count: 3,
        body: 'NodeNotReady   controllermanager   Node node-7 status is now: NodeNotReady',
      },
    },
    {
      line: '2018-01-02 03:04:05 +0800 CST   2018-01-02 01:04:05 +0800 CST   12        web-1.15030f1a2b3c4d5e   Pod                 Warning   FailedSync   kubelet, node-7   Error syncing pod',
      expect: {
        stamp: '2018-01-02T03:04:05+08:00',
        host: 'node-7',
        unit: 'kubelet',
        count: 12,
        body: 'FailedSync   kubelet, node-7   Error syncing pod',
      },
    },
    {
      line: '<unknown>   Warning   FailedScheduling   pod/web-1   0/3 nodes are available',
      expect: { body: 'FailedScheduling   pod/web-1   0/3 nodes are available' },
    },
  ],
  nearMisses: [
    '15m',
    '15m   Normal',
    '15m   Abnormal   Scheduled   pod/x   message',
    'web-1   1/1   Running   0   15m',
    'node-7   Ready   <none>   15m   v1.8.6',
    '15q   Normal   Scheduled   pod/x   message',
    'service   15m   later   it   failed',
  ],
};
