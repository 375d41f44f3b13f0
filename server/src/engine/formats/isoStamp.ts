/** A date in digits that somebody put before a line: `kubectl logs --timestamps`, `docker logs -t`, plain loggers without a level. */
import { digits } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2022-05-13T02:27:47.123456789Z anything`; what stands behind may be a whole record of another format. */
export const isoStamp: LogFormat = {
  id: 'iso-stamp',
  title: 'date before a line',
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
    { line: '2022-05-13 10:27:47 PM starting up', expect: { stamp: '2022-05-13T22:27:47', body: 'starting up' } },
    { line: '05/13/2022 12:27:47 AM starting up', expect: { stamp: '2022-05-13T00:27:47', body: 'starting up' } },
    { line: '[13/05/2022 10:27:47] starting up', expect: { stamp: '2022-05-13T10:27:47', body: 'starting up' } },
    { line: '5/3/2022, 9:27:47 PM starting up', expect: { stamp: '2022-05-03T21:27:47', body: 'starting up' } },
    { line: '13.05.2022 10:27:47,123 starting up', expect: { stamp: '2022-05-13T10:27:47.123', body: 'starting up' } },
    { line: '13-05-2022 10:27:47 starting up', expect: { stamp: '2022-05-13T10:27:47', body: 'starting up' } },
    {
      line: '13-May-2022 10:27:47.123 +0800 client 10.0.0.7: query',
      expect: { stamp: '2022-05-13T10:27:47.123+08:00', body: 'client 10.0.0.7: query' },
    },
    { line: '2022年05月13日 10:27:47 启动', expect: { stamp: '2022-05-13T10:27:47', body: '启动' } },
    { line: '2022年5月3日 下午9:27:47 启动', expect: { stamp: '2022-05-03T21:27:47', body: '启动' } },
    { line: '2022년 5월 3일 오전 12:27:47 시작', expect: { stamp: '2022-05-03T00:27:47', body: '시작' } },
    { line: '2022.05.13 10:27:47 starting up', expect: { stamp: '2022-05-13T10:27:47', body: 'starting up' } },
    { line: '20220513 10:27:47 starting up', expect: { stamp: '2022-05-13T10:27:47', body: 'starting up' } },
    { line: '20220513T102747Z starting up', expect: { stamp: '2022-05-13T10:27:47Z', body: 'starting up' } },
    {
      line: '2022-05-13_02:27:47.12345 I0513 02:27:47.123400       1 server.go:1] up',
      expect: { stamp: '2022-05-13T02:27:47.12345', body: 'I0513 02:27:47.123400       1 server.go:1] up' },
    },
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
    '05/13/2022',
    '05/13/2022 and later',
    '13/13/2022 10:27:47 no such month',
    '10.0.0.7 10:27:47 an address',
    '10.0.0.2022 1:2 a version',
    '13-May-22 10:27:47 a short year',
    '2022年05月13日',
    '2022年13月05日 10:27:47',
    '20221313 10:27:47 no such month',
    '20220513 102747123 too many digits',
    '05/13/2022 25:27:47 no such hour',
  ],
};
