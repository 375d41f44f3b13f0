/** Requests that a web server or an ingress answered, in the Common Log Format. */
import {
  byte,
  daysFromEpoch,
  decimal,
  findBlank,
  fourDigits,
  monthName,
  readClock,
  readZone,
  skipBlanks,
  twoDigits,
  validDate,
} from './bytes';
import type { LineScan, LogFormat } from './format';
import { StampKind } from './format';

/** Reads `[13/May/2022:10:27:47 +0800]`; returns the position after it, or -1. */
function readDate(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at + 28 > end || bytes[at] !== byte.openBracket || bytes[at + 3] !== byte.slash) return -1;
  const day = decimal(bytes, at + 1, at + 3);
  const month = monthName(bytes, at + 4);
  const year = fourDigits(bytes, at + 8);
  if (twoDigits(bytes, at + 1) < 0 || !validDate(month, day) || year < 0 || bytes[at + 12] !== byte.colon) return -1;
  out.wallMs = daysFromEpoch(year, month, day) * 86_400_000;
  const clockEnd = readClock(bytes, at + 13, end, out);
  if (clockEnd < 0 || bytes[clockEnd] !== byte.space) return -1;
  const zoneEnd = readZone(bytes, clockEnd + 1, end, out);
  if (zoneEnd === clockEnd + 1 || bytes[zoneEnd] !== byte.closeBracket) return -1;
  out.stampKind = StampKind.dated;
  out.stampStart = at + 1;
  out.stampEnd = zoneEnd;
  return zoneEnd + 1;
}

/** `10.0.0.7 - - [13/May/2022:10:27:47 +0800] "GET /healthz HTTP/1.1" 200 2`. */
export const accessLog: LogFormat = {
  id: 'access-log',
  title: 'access log',
  kind: 'record',
  specification: 'https://httpd.apache.org/docs/2.4/logs.html#common',
  needs: ['[', 'clock'],
  scan(bytes, start, end, out) {
    const identity = skipBlanks(bytes, findBlank(bytes, start, Math.min(end, start + 256)), end);
    const user = skipBlanks(bytes, findBlank(bytes, identity, Math.min(end, identity + 64)), end);
    const date = skipBlanks(bytes, findBlank(bytes, user, Math.min(end, user + 64)), end);
    const dateEnd = readDate(bytes, date, end, out);
    if (dateEnd < 0 || bytes[dateEnd] !== byte.space || bytes[dateEnd + 1] !== byte.quote) return false;
    out.bodyStart = dateEnd + 1;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '10.0.0.7 - - [13/May/2022:10:27:47 +0800] "GET /healthz HTTP/1.1" 503 190 "-" "kube-probe/1.19"',
      expect: {
        stamp: '2022-05-13T10:27:47+08:00',
        body: '"GET /healthz HTTP/1.1" 503 190 "-" "kube-probe/1.19"',
      },
    },
    {
      line: '::1 - admin [03/Dec/2022:23:27:47 +0000] "POST /v2/ HTTP/2.0" 401 87',
      expect: { stamp: '2022-12-03T23:27:47Z', body: '"POST /v2/ HTTP/2.0" 401 87' },
    },
  ],
  nearMisses: [
    '10.0.0.7 - - [13/May/2022:10:27:47] "GET / HTTP/1.1" 200 2',
    '10.0.0.7 - - [13/Mau/2022:10:27:47 +0800] "GET / HTTP/1.1" 200 2',
    '10.0.0.7 - - [13/May/2022:10:27:47 +0800] GET / HTTP/1.1',
  ],
};
