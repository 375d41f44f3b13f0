/** Events and node conditions in `kubectl get ... -o yaml`: one record for each, over its lines. */
import { byte, findByte, isLower, lowerLetters, skipBlanks, trimEnd } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';
import { takeEventMember } from './parts/eventFields';

/** A line for each member: `  message: text`, the first one of an entry behind `- `. */
export const eventYaml: LogFormat = {
  id: 'event-yaml',
  title: 'events and conditions as YAML',
  kind: 'record',
  goesOn: 'blank',
  isBlock: true,
  specification: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
  begins: ` \t-${lowerLetters}`,
  needs: [':'],
  scan(bytes, start, end, out) {
    let key = skipBlanks(bytes, start, Math.min(end, start + 80));
    if (bytes[key] === byte.minus && bytes[key + 1] === byte.space) key += 2;
    if (!isLower(bytes[key])) return false;
    const colon = findByte(bytes, byte.colon, key, Math.min(end, key + 28));
    if (colon < 0 || (colon + 1 < end && bytes[colon + 1] !== byte.space)) return false;
    const stop = trimEnd(bytes, colon, end);
    const value = skipBlanks(bytes, colon + 1, stop);
    const quote = bytes[value];
    const isQuoted = quote === byte.quote || quote === 0x27;
    const isClosed = isQuoted && stop > value + 1 && bytes[stop - 1] === quote;
    return takeEventMember(
      bytes,
      key,
      colon,
      isQuoted ? value + 1 : value,
      isClosed ? stop - 1 : stop,
      quote === byte.quote ? BodyEncoding.json : BodyEncoding.plain,
      out,
    );
  },
  samples: [
    { line: '  count: 12', expect: { count: 12, part: 'head' } },
    { line: '  deprecatedCount: 12', expect: { count: 12, part: 'head' } },
    {
      line: '  deprecatedLastTimestamp: "2022-05-13T02:27:47Z"',
      expect: { stamp: '2022-05-13T02:27:47Z', part: 'part' },
    },
    { line: '  note: Back-off restarting failed container', expect: { body: 'Back-off restarting failed container' } },
    { line: '  eventTime: null', expect: { part: 'part' } },
    { line: '- eventTime: "2022-05-13T02:27:47.123456Z"', expect: { stamp: '2022-05-13T02:27:47.123456Z' } },
    { line: '  lastTimestamp: "2022-05-13T02:27:47Z"', expect: { stamp: '2022-05-13T02:27:47Z', part: 'part' } },
    {
      line: "  message: 'Error: failed to start container'",
      expect: { body: 'Error: failed to start container', part: 'part' },
    },
    {
      line: '  message: Back-off restarting failed container',
      expect: { body: 'Back-off restarting failed container' },
    },
    { line: "  message: 'Error: the line goes on", expect: { body: 'Error: the line goes on' } },
    { line: '    host: node-7', expect: { host: 'node-7' } },
    { line: '  - lastHeartbeatTime: "2022-05-13T02:27:47Z"', expect: { stamp: '2022-05-13T02:27:47Z', part: 'head' } },
  ],
  nearMisses: [
    '  messages: text',
    '  message:text',
    '  count: many',
    '  Message: text',
    '  "message": "text"',
    '  apiVersion: v1',
  ],
};
