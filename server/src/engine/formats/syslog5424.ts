/** Syslog lines of the newer protocol, with a version, structured data and nil values written as `-`. */
import { byte, findBlank, readIsoStamp, skipBlanks, skipDigits } from './bytes';
import type { LineScan, LogFormat } from './format';

/** Position after the field at `at` and its blank, or -1. */
function nextField(bytes: Uint8Array, at: number, end: number): number {
  const fieldEnd = findBlank(bytes, at, Math.min(end, at + 256));
  return fieldEnd > at && fieldEnd < end && bytes[fieldEnd] === byte.space ? fieldEnd + 1 : -1;
}

function isNil(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && bytes[start] === byte.minus;
}

/** Position after `-` or `[id name="value" ...]...`, or -1. */
function skipStructuredData(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === byte.minus) return at + 1;
  let position = at;
  let quoted = false;
  if (bytes[position] !== byte.openBracket) return -1;
  while (position < end) {
    const value = bytes[position];
    if (value === byte.backslash) position++;
    else if (value === byte.quote) quoted = !quoted;
    else if (value === byte.closeBracket && !quoted && bytes[position + 1] !== byte.openBracket) return position + 1;
    position++;
  }
  return -1;
}

/** Reads host, application, process and message id; returns where the structured data begins, or -1. */
function readFields(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const application = nextField(bytes, at, end);
  const process = application < 0 ? -1 : nextField(bytes, application, end);
  const messageId = process < 0 ? -1 : nextField(bytes, process, end);
  const data = messageId < 0 ? -1 : nextField(bytes, messageId, end);
  if (data < 0) return -1;
  if (!isNil(bytes, at, application - 1)) {
    out.hostStart = at;
    out.hostEnd = application - 1;
  }
  if (!isNil(bytes, application, process - 1)) {
    out.unitStart = application;
    out.unitEnd = process - 1;
  }
  if (!isNil(bytes, process, messageId - 1)) {
    out.pidStart = process;
    out.pidEnd = messageId - 1;
  }
  return data;
}

/** Position after `<pri>`, which files often lack; -1 when something else is there. */
function skipPriority(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== byte.less) return at;
  const priorityEnd = skipDigits(bytes, at + 1, Math.min(end, at + 4));
  return priorityEnd === at + 1 || bytes[priorityEnd] !== byte.greater ? -1 : priorityEnd + 1;
}

/** `<pri>1 stamp host app pid msgid [data] message`. */
export const syslog5424: LogFormat = {
  id: 'syslog-5424',
  title: 'syslog (RFC 5424)',
  kind: 'envelope',
  specification: 'https://www.rfc-editor.org/rfc/rfc5424',
  begins: '<1',
  scan(bytes, start, end, out) {
    const version = skipPriority(bytes, start, end);
    if (version < 0 || bytes[version] !== 0x31 || bytes[version + 1] !== byte.space) return false;
    const stampStart = version + 2;
    const host = nextField(bytes, stampStart, end);
    if (host < 0) return false;
    if (isNil(bytes, stampStart, host - 1) ? version === start : readIsoStamp(bytes, stampStart, end, out) !== host - 1)
      return false;
    const data = readFields(bytes, host, end, out);
    const dataEnd = data < 0 ? -1 : skipStructuredData(bytes, data, end);
    if (dataEnd < 0) return false;
    let body = skipBlanks(bytes, dataEnd, end);
    if (bytes[body] === 0xef && bytes[body + 1] === 0xbb && bytes[body + 2] === 0xbf && body + 3 <= end) body += 3;
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '<34>1 2022-05-13T02:27:47.003Z node-7 kubelet 14207 ID47 [origin ip="10.0.0.7" note="a]b\\"c"][x y="z"] node is ready',
      expect: {
        stamp: '2022-05-13T02:27:47.003Z',
        host: 'node-7',
        unit: 'kubelet',
        pid: '14207',
        body: 'node is ready',
      },
    },
    {
      line: '<165>1 2022-05-13T10:27:47.000003+08:00 node-7 dockerd - - - \ufeffstarted',
      expect: { stamp: '2022-05-13T10:27:47.000003+08:00', host: 'node-7', unit: 'dockerd', body: 'started' },
    },
    {
      line: '1 2022-05-13T02:27:47Z node-7 dockerd 41 - - started',
      expect: { stamp: '2022-05-13T02:27:47Z', host: 'node-7', unit: 'dockerd', pid: '41', body: 'started' },
    },
    { line: '<13>1 2022-05-13T02:27:47Z - - - - -', expect: { stamp: '2022-05-13T02:27:47Z', body: '' } },
  ],
  nearMisses: [
    '1 - - - - - nothing but a number',
    '<34>1 yesterday node-7 kubelet 1 - - text',
    '<34>1 2022-05-13T02:27:47Z node-7 kubelet',
    '<a href="x">1 2022-05-13T02:27:47Z node-7 k - - - t',
    '<4>[12.000001] eth0: up',
  ],
};
