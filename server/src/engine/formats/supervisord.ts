/** Supervisord's own log: which process it started, lost, gave up on. */
import { digits } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2016-02-29 19:37:24,790 INFO message`; its levels say how loud supervisord is, not how bad the news. */
export const supervisord: LogFormat = {
  id: 'supervisord',
  title: 'supervisord',
  kind: 'record',
  specification: 'https://github.com/Supervisor/supervisor/blob/main/supervisor/loggers.py',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'supervisord') return false;
    out.levelStart = isoLine.rest;
    out.levelEnd = isoLine.rest + 4;
    out.bodyStart = isoLine.rest + 5;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-02-28 19:37:24,790 INFO success: docker entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)',
      expect: {
        stamp: '2022-02-28T19:37:24.79',
        body: 'success: docker entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)',
      },
    },
    {
      line: '2022-02-28 19:42:33,354 CRIT reaped unknown pid 4303',
      expect: { stamp: '2022-02-28T19:42:33.354', body: 'reaped unknown pid 4303' },
    },
  ],
  nearMisses: [
    '2022-02-28 19:42:33,354 ERROR python logs so',
    '2022-02-28 19:42:33.354 INFO a dot',
    '2022-02-28 19:42:33,354 INFORM nobody',
  ],
};
