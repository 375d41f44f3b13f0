/** Entries of Google Cloud Logging, one object a line, as its exports and `gcloud logging read --format json` hold them. */
import { byte, readIsoStamp } from './bytes';
import type { LineScan, LogFormat } from './format';
import { BodyEncoding } from './format';
import { JsonMembers } from './parts/jsonObject';

const members = new JsonMembers();
const nested = new JsonMembers();

function takeText(from: JsonMembers, out: LineScan): void {
  out.bodyStart = from.valueStart;
  out.bodyEnd = from.valueEnd;
  out.bodyEncoding = BodyEncoding.json;
}

/** Message and host of a node's journal, or the message of a program that logs objects. */
function takePayload(bytes: Uint8Array, out: LineScan): void {
  if (!nested.enter(bytes, members.valueStart, members.valueEnd)) return;
  while (nested.next()) {
    if (nested.isText && (nested.is('MESSAGE') || nested.is('message') || nested.is('log'))) takeText(nested, out);
    else if (nested.is('_HOSTNAME')) {
      out.hostStart = nested.valueStart;
      out.hostEnd = nested.valueEnd;
    } else if (nested.is('SYSLOG_IDENTIFIER')) {
      out.unitStart = nested.valueStart;
      out.unitEnd = nested.valueEnd;
    }
  }
}

/** `{"insertId":"...","jsonPayload":{"MESSAGE":"..."},"timestamp":"...",...}`; its severity is the agent's guess, not the message's. */
export const cloudLogging: LogFormat = {
  id: 'cloud-logging',
  title: 'Google Cloud Logging entry',
  kind: 'envelope',
  specification: 'https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry',
  begins: '{',
  scan(bytes, start, end, out) {
    if (bytes[start] !== byte.openBrace || !members.enter(bytes, start, end)) return false;
    let hasPayload = false;
    while (members.next()) {
      if (members.is('textPayload') && members.isText) {
        takeText(members, out);
        hasPayload = true;
      } else if (members.is('jsonPayload')) {
        takePayload(bytes, out);
        hasPayload = true;
      } else if (members.is('timestamp')) readIsoStamp(bytes, members.valueStart, members.valueEnd, out);
    }
    return hasPayload && out.bodyStart >= 0 && out.stampStart >= 0;
  },
  samples: [
    {
      line: '{"insertId":"a1","jsonPayload":{"MESSAGE":"E0513 02:27:47.100000       1 a.go:1] x","_HOSTNAME":"node-7","SYSLOG_IDENTIFIER":"kubelet"},"severity":"INFO","timestamp":"2022-05-13T02:27:47.123456Z"}',
      expect: {
        stamp: '2022-05-13T02:27:47.123456Z',
        host: 'node-7',
        unit: 'kubelet',
        body: 'E0513 02:27:47.100000       1 a.go:1] x',
      },
    },
    {
      line: '{"textPayload":"I0513 02:27:47.100000 1 a.go:1] \\"up\\"","timestamp":"2022-05-13T02:27:47Z","logName":"projects/p/logs/stderr"}',
      expect: { stamp: '2022-05-13T02:27:47Z', body: 'I0513 02:27:47.100000 1 a.go:1] "up"' },
    },
  ],
  nearMisses: [
    '{"textPayload":"no time"}',
    '{"message":"x","timestamp":"2022-05-13T02:27:47Z"}',
    '{"jsonPayload":{"n":1},"timestamp":"2022-05-13T02:27:47Z"}',
  ],
};
