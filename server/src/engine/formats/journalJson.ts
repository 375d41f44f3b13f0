/** Journal entries as objects: `journalctl -o json` and `json-sse`, one entry per line. */
import { byte, startsWith } from './bytes';
import type { LineScan, LogFormat } from './format';
import { BodyEncoding } from './format';
import { JsonMembers } from './parts/jsonObject';
import { readEpoch } from './parts/stamps';

const members = new JsonMembers();

/** The identifier counts more than the command's name, whichever comes first. */
function takeMember(bytes: Uint8Array, out: LineScan): void {
  const { valueStart, valueEnd } = members;
  if (members.is('MESSAGE')) {
    out.bodyStart = valueStart;
    out.bodyEnd = valueEnd;
    out.bodyEncoding = members.isText ? BodyEncoding.json : BodyEncoding.plain;
  } else if (members.is('__REALTIME_TIMESTAMP')) readEpoch(bytes, valueStart, valueEnd, out);
  else if (members.is('_HOSTNAME')) {
    out.hostStart = valueStart;
    out.hostEnd = valueEnd;
  } else if (members.is('SYSLOG_IDENTIFIER') || (members.is('_COMM') && out.unitStart < 0)) {
    out.unitStart = valueStart;
    out.unitEnd = valueEnd;
  } else if (members.is('_PID') || (members.is('SYSLOG_PID') && out.pidStart < 0)) {
    out.pidStart = valueStart;
    out.pidEnd = valueEnd;
  }
}

/** `{"__REALTIME_TIMESTAMP":"...","MESSAGE":"...",...}`; its priority is the transport's, not the message's. */
export const journalJson: LogFormat = {
  id: 'journal-json',
  title: 'journalctl json',
  kind: 'envelope',
  specification: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format',
  begins: '{d',
  scan(bytes, start, end, out) {
    const at = startsWith(bytes, start, end, 'data: ') ? start + 6 : start;
    if (bytes[at] !== byte.openBrace || !members.enter(bytes, at, end)) return false;
    while (members.next()) {
      // Fields of the journal are upper case; the first one that is not ends the walk over other people's objects.
      if ((bytes[members.keyStart] ?? 0) >= 97) return false;
      takeMember(bytes, out);
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
    { line: '{"__REALTIME_TIMESTAMP":"1652408867123456","MESSAGE":[27,91,109]}', expect: { body: '[27,91,109]' } },
  ],
  nearMisses: [
    '{"MESSAGE":"no time"}',
    '{"__REALTIME_TIMESTAMP":"1652408867123456"}',
    '{"__REALTIME_TIMESTAMP":"1652408867123456","msg":"x","MESSAGE":"y"}',
  ],
};
