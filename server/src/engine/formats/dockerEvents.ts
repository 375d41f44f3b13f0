/** What `docker events` prints: what happened to containers, networks, images and volumes. */
import { byte, digits, findBlank, isDigit, skipDigits } from './bytes';
import type { LineScan, LogFormat } from './format';
import { isDockerEvent, isoLine, readIsoLine } from './parts/isoLine';
import { readEpoch } from './parts/stamps';

/** Reads seconds since the epoch, as older releases write them; returns where the event begins, or -1. */
function readSeconds(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const after = skipDigits(bytes, at, Math.min(end, at + 12));
  if (after - at !== 10 || bytes[after] !== byte.space || !isDockerEvent(bytes, after + 1, end)) return -1;
  return readEpoch(bytes, at, after, out) ? after + 1 : -1;
}

/** `2022-05-13T10:27:47.123456789+08:00 container die 3f2a... (exitCode=137, image=web:1, name=web)`. */
export const dockerEvents: LogFormat = {
  id: 'docker-events',
  title: 'docker events',
  kind: 'record',
  specification: 'https://docs.docker.com/reference/cli/docker/system/events/',
  begins: digits,
  scan(bytes, start, end, out) {
    if (!isDigit(bytes[start])) return false;
    let type = readSeconds(bytes, start, end, out);
    if (type < 0) {
      if (readIsoLine(bytes, start, end, out) !== 'docker') return false;
      type = isoLine.rest;
    }
    out.unitStart = type;
    out.unitEnd = findBlank(bytes, type, end);
    out.bodyStart = type;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T10:27:47.123456789+08:00 container die 3f2a9c0b7e5d (exitCode=137, image=web:1, name=k8s_web_web-1)',
      expect: {
        stamp: '2022-05-13T10:27:47.123456789+08:00',
        unit: 'container',
        body: 'container die 3f2a9c0b7e5d (exitCode=137, image=web:1, name=k8s_web_web-1)',
      },
    },
    {
      line: '2022-05-13T02:27:47.123456789Z container exec_create: cat /etc/hosts 3f2a9c0b7e5d (image=web:1)',
      expect: { stamp: '2022-05-13T02:27:47.123456789Z' },
    },
    {
      line: '1652408867 network connect 7b8c9d (container=3f2a, name=bridge, type=bridge)',
      expect: { stamp: '2022-05-13T02:27:47Z', unit: 'network' },
    },
  ],
  nearMisses: [
    '2022-05-13T10:27:47.123456789+08:00 container started well',
    '2022-05-13T10:27:47.123456789+08:00 kubelet die 3f2a (x=y)',
    '2022-05-13T02:27:47Z stdout F container die 3f2a (x=y)',
  ],
};
