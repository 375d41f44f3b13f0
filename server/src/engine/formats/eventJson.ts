/** Events and node conditions in `kubectl get ... -o json`: one record for each, over its lines. */
import { byte, findByte, skipBlanks, startsWith, trimEnd } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';
import { takeEventMember } from './parts/eventFields';

/** A line for each member: `            "message": "text",`. */
export const eventJson: LogFormat = {
  id: 'event-json',
  title: 'events and conditions as JSON',
  kind: 'record',
  isBlock: true,
  specification: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
  begins: ' \t',
  needs: [':'],
  scan(bytes, start, end, out) {
    const quote = skipBlanks(bytes, start, Math.min(end, start + 80));
    if (quote === start || bytes[quote] !== byte.quote) return false;
    const stop = trimEnd(bytes, quote, end);
    const keyEnd = findByte(bytes, byte.quote, quote + 1, Math.min(stop, quote + 28));
    if (keyEnd < 0 || !startsWith(bytes, keyEnd, stop, '": ')) return false;
    const value = keyEnd + 3;
    const valueEnd = stop > value && bytes[stop - 1] === byte.comma ? stop - 1 : stop;
    const isText = bytes[value] === byte.quote && valueEnd > value + 1 && bytes[valueEnd - 1] === byte.quote;
    const from = isText ? value + 1 : value;
    const to = isText ? valueEnd - 1 : valueEnd;
    return takeEventMember(bytes, quote + 1, keyEnd, from, to, isText ? BodyEncoding.json : BodyEncoding.plain, out);
  },
  samples: [
    { line: '            "count": 12,', expect: { count: 12, part: 'head' } },
    { line: '            "deprecatedCount": 12,', expect: { count: 12, part: 'head' } },
    {
      line: '            "deprecatedLastTimestamp": "2022-05-13T02:27:47Z",',
      expect: { stamp: '2022-05-13T02:27:47Z' },
    },
    { line: '            "note": "System OOM encountered",', expect: { body: 'System OOM encountered', part: 'part' } },
    { line: '            "eventTime": null,', expect: { part: 'part' } },
    {
      line: '            "eventTime": "2022-05-13T02:27:47.123456Z",',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', part: 'either' },
    },
    { line: '            "lastTimestamp": "2022-05-13T02:27:47Z",', expect: { stamp: '2022-05-13T02:27:47Z' } },
    {
      line: '            "message": "Error: failed to start \\"web\\"",',
      expect: { body: 'Error: failed to start "web"', part: 'part' },
    },
    { line: '                "host": "node-7"', expect: { host: 'node-7', part: 'part' } },
    { line: '                "component": "kubelet",', expect: { unit: 'kubelet' } },
    {
      line: '                "lastHeartbeatTime": "2022-05-13T02:27:47Z",',
      expect: { stamp: '2022-05-13T02:27:47Z', part: 'head' },
    },
  ],
  nearMisses: [
    '"message": "at the margin"',
    '    "messages": "text"',
    '    "count": many',
    '    "message" : "blank"',
    '    "apiVersion": "v1",',
    '    {"message": "x"}',
  ],
};
