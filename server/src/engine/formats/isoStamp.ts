/** An ISO stamp that somebody put before a line: `kubectl logs --timestamps`, `docker logs -t`, plain loggers without a level. */
import { digits } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2022-05-13T02:27:47.123456789Z anything`; what stands behind may be a whole record of another format. */
export const isoStamp: LogFormat = {
  id: 'iso-stamp',
  title: 'ISO stamp before a line',
  kind: 'envelope',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
  begins: `[${digits}`,
  scan(bytes, start, end, out) {
    // A date with nothing behind it is a value, not a record.
    if (readIsoLine(bytes, start, end, out) !== 'text' || out.stampEnd >= end) return false;
    out.bodyStart = isoLine.rest;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T02:27:47.123456789Z I0513 02:27:47.123400       1 server.go:1] ready',
      expect: { stamp: '2022-05-13T02:27:47.123456789Z', body: 'I0513 02:27:47.123400       1 server.go:1] ready' },
    },
    { line: '2022-05-13 10:27:47 starting up', expect: { stamp: '2022-05-13T10:27:47', body: 'starting up' } },
    {
      line: '2022-05-13 10:27:47 +0800 starting up',
      expect: { stamp: '2022-05-13T10:27:47+08:00', body: 'starting up' },
    },
    {
      line: '2022-05-13 10:27:47.5 +0800 CST E0513 10:27:47.5 7 a.go:1] x',
      expect: { stamp: '2022-05-13T10:27:47.5+08:00', body: 'E0513 10:27:47.5 7 a.go:1] x' },
    },
    { line: '[2022-05-13 10:27:47,5] starting up', expect: { stamp: '2022-05-13T10:27:47.5', body: 'starting up' } },
    {
      line: '2022-05-13T02:27:47Z Failed to: open',
      expect: { stamp: '2022-05-13T02:27:47Z', body: 'Failed to: open' },
    },
  ],
  nearMisses: [
    '2022-05-13',
    '2022-05-13T02:27:47Z',
    '2022-05-13 10:27',
    '2022-05-13T02:27:47.123Zebra',
    '2022-02-30 10:27:47 no such day',
    '12022-05-13 10:27:47 five digits',
  ],
};
