/** klog and glog text lines of every Kubernetes component: severity letter, date without a year, time, thread, place in the source. */
import { severityCode } from '../model/severity';
import {
  byte,
  daysFromEpoch,
  findByte,
  fourDigits,
  readClock,
  referenceDateMs,
  skipBlanks,
  skipDigits,
  twoDigits,
  validDate,
} from './bytes';
import type { LogFormat } from './format';
import { StampKind } from './format';

/** Severity for the letter a line begins with; 255 is none of klog's. */
function letterSeverity(letter: number | undefined): number {
  if (letter === 0x49) return severityCode.info;
  if (letter === 0x57) return severityCode.warning;
  if (letter === 0x45) return severityCode.error;
  return letter === 0x46 ? severityCode.fatal : 255;
}

const shortest = 24;

/** `file.go:123`: people who tidy up quotations take the thread away. */
function isPlace(bytes: Uint8Array, start: number, end: number): boolean {
  const colon = findByte(bytes, byte.colon, start, end);
  return colon > start && skipDigits(bytes, colon + 1, end) === end && findByte(bytes, byte.space, start, end) < 0;
}

/** `Lmmdd hh:mm:ss.uuuuuu threadid file:line] msg`; newer klog may write the year: `Lyyyymmdd`. */
export const klog: LogFormat = {
  id: 'klog',
  title: 'klog / glog text',
  kind: 'record',
  specification: 'https://github.com/kubernetes/klog/blob/main/klog.go',
  begins: 'IWEF',
  needs: ['clock'],
  repeats: {
    rest: 'place',
    // A shorter line is none.
    headEnd: (_bytes, start, { pidStart, locationStart }) =>
      pidStart >= 0 && locationStart - start >= shortest ? locationStart : -1,
  },
  scan(bytes, start, end, out) {
    const severity = letterSeverity(bytes[start]);
    if (severity === 255 || end - start < shortest) return false;
    const digitsEnd = skipDigits(bytes, start + 1, start + 10);
    const digits = digitsEnd - start - 1;
    if ((digits !== 4 && digits !== 8) || bytes[digitsEnd] !== byte.space) return false;
    const month = twoDigits(bytes, digitsEnd - 4);
    const day = twoDigits(bytes, digitsEnd - 2);
    if (!validDate(month, day)) return false;
    out.wallMs =
      digits === 8 ? daysFromEpoch(fourDigits(bytes, start + 1), month, day) * 86_400_000 : referenceDateMs(month, day);
    const clockEnd = readClock(bytes, digitsEnd + 1, end, out);
    if (clockEnd < 0 || bytes[clockEnd] !== byte.space) return false;
    const thread = skipBlanks(bytes, clockEnd, end);
    const threadEnd = skipDigits(bytes, thread, end);
    const hasThread = threadEnd > thread && bytes[threadEnd] === byte.space;
    const place = hasThread ? threadEnd + 1 : thread;
    const bracket = findByte(bytes, byte.closeBracket, place, Math.min(end, place + 260));
    if (bracket < 0 || (!hasThread && !isPlace(bytes, place, bracket))) return false;
    out.stampKind = digits === 8 ? StampKind.dated : StampKind.yearless;
    out.stampStart = start + 1;
    out.stampEnd = clockEnd;
    out.severity = severity;
    out.levelStart = start;
    out.levelEnd = start + 1;
    if (hasThread) {
      out.pidStart = thread;
      out.pidEnd = threadEnd;
    }
    out.locationStart = place;
    out.locationEnd = bracket;
    out.bodyStart = bytes[bracket + 1] === byte.space ? bracket + 2 : bracket + 1;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded',
      expect: {
        stamp: '--05-13T10:31:02.004211',
        severity: 'error',
        pid: '14207',
        location: 'kubelet.go:1216',
        body: 'Container garbage collection failed: operation timeout: context deadline exceeded',
      },
    },
    {
      line: 'I20230915 07:50:17.000001       1 eventhandlers.go:186] "Add event for scheduled pod" pod="kube-system/probe-x2x9k"',
      expect: {
        stamp: '2023-09-15T07:50:17.000001',
        severity: 'info',
        pid: '1',
        body: '"Add event for scheduled pod" pod="kube-system/probe-x2x9k"',
      },
    },
    {
      line: 'W0513 10:31:02.004211 kubelet.go:1216] tidied up',
      expect: { severity: 'warning', location: 'kubelet.go:1216', body: 'tidied up' },
    },
    {
      line: 'F0229 23:59:60.999999 7 server.go:1] ',
      expect: { stamp: '--03-01T00:00:00.999999', severity: 'fatal', body: '' },
    },
  ],
  nearMisses: [
    'E0513 is a room number',
    'I0513 10:31:02.004211 no thread here',
    'Error: E0513 10:31:02.004211   14207 kubelet.go:1216] inner',
    'D0513 10:31:02.004211   14207 kubelet.go:1216] x',
  ],
};
