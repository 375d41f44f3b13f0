/** Journal entries as objects: `journalctl -o json`, `json-sse` and `json-seq`, one entry per line. */
import { byte, startsWith } from './bytes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';
import { takeField } from './parts/journalFields';
import { JsonMembers } from './parts/jsonObject';

const members = new JsonMembers();

/** What `-o json-seq` puts before each entry (RFC 7464). */
const recordSeparator = 0x1e;

/** `{"__REALTIME_TIMESTAMP":"...","MESSAGE":"...",...}`; its priority is the transport's, not the message's. */
export const journalJson: LogFormat = {
  id: 'journal-json',
  title: 'journalctl json',
  kind: 'envelope',
  specification: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format',
  begins: '{d\x1e',
  scan(bytes, start, end, out) {
    const at = startsWith(bytes, start, end, 'data: ')
      ? start + 6
      : bytes[start] === recordSeparator
        ? start + 1
        : start;
    if (bytes[at] !== byte.openBrace || !members.enter(bytes, at, end)) return false;
    while (members.next()) {
      // Fields of the journal are upper case; the first one that is not ends the walk over other people's objects.
      if ((bytes[members.keyStart] ?? 0) >= 97) return false;
      const { keyStart, keyEnd, valueStart, valueEnd, isText } = members;
      takeField(bytes, keyStart, keyEnd, valueStart, valueEnd, isText ? BodyEncoding.json : BodyEncoding.plain, out);
    }
    return out.stampStart >= 0 && out.bodyStart >= 0;
  },
  samples: [
    {
      line: '{"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1652408867123456","PRIORITY":"3","_COMM":"dockerd-bin","SYSLOG_IDENTIFIER":"dockerd","_PID":"3879","_HOSTNAME":"node-7","MESSAGE":"time=\\"2022-05-13T02:27:47Z\\" level=info msg=\\"up\\""}',
      expect: {
        stamp: '2022-05-13T02:27:47.123456Z',
        host: 'node-7',
        unit: 'dockerd',
        pid: '3879',
        body: 'time="2022-05-13T02:27:47Z" level=info msg="up"',
      },
    },
    {
      line: 'data: { "MESSAGE" : "up", "__REALTIME_TIMESTAMP" : "1652408867123456" }',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', body: 'up' },
    },
    {
      line: '\x1e{"__REALTIME_TIMESTAMP":"1652408867123456","MESSAGE":"up"}',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', body: 'up' },
    },
    { line: '{"__REALTIME_TIMESTAMP":"1652408867123456","MESSAGE":[27,91,109]}', expect: { body: '[27,91,109]' } },
  ],
  nearMisses: [
    '{"MESSAGE":"no time"}',
    '{"__REALTIME_TIMESTAMP":"1652408867123456"}',
    '{"__REALTIME_TIMESTAMP":"1652408867123456","msg":"x","MESSAGE":"y"}',
  ],
};
