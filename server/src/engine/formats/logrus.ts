/** Lines of `key=value` fields with a time and a level: logrus text (dockerd, containerd, CRI-O) and logfmt. */
import { noSeverity } from '../model/severity';
import { byte, findByte, isLower, lowerLetters, readIsoStamp, readSyslogStamp, skipBlanks } from './bytes';
import type { LineScan, LogFormat } from './format';
import { severityOfWord } from './parts/levels';
import { readEpoch } from './parts/stamps';

const timeKeys = new Set(['time', 'ts', 't', 'timestamp'].map(keyNumber));
const levelKeys = new Set(['level', 'lvl', 'severity'].map(keyNumber));
const placeKeys = new Set(['caller', 'source', 'file'].map(keyNumber));
const messageKey = keyNumber('msg');
const longestKey = 9;

/** Lower-case letters as one exact number, five bits each. */
function keyNumber(name: string): number {
  let number = 0;
  for (let index = 0; index < name.length; index++) number = number * 32 + (name.charCodeAt(index) & 31);
  return number;
}

/** The number of the key in `bytes[start, end)`; -1 when it is none of those asked for. */
function keyAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > longestKey) return -1;
  let number = 0;
  for (let position = start; position < end; position++) {
    const value = bytes[position] as number;
    if (value < 97 || value > 122) return -1;
    number = number * 32 + (value & 31);
  }
  return number;
}

/** Position of the `=` behind a key that begins at `at`, or -1. */
function keyEnd(bytes: Uint8Array, at: number, end: number): number {
  const equals = findByte(bytes, byte.equals, at, Math.min(end, at + 48));
  if (equals <= at) return -1;
  for (let position = at; position < equals; position++) {
    const value = bytes[position] ?? 0;
    if (value <= 32 || value === byte.quote) return -1;
  }
  return equals;
}

/** Position of the value's last byte plus one; a quoted value's end is its closing quote. */
function valueEnd(bytes: Uint8Array, at: number, end: number, quoted: boolean): number {
  let position = at;
  while (position < end) {
    const value = bytes[position];
    if (quoted ? value === byte.quote : value === byte.space) return position;
    position += quoted && value === byte.backslash ? 2 : 1;
  }
  return end;
}

/** Takes one field; true when it was the time, the level or the place. */
function takeField(
  bytes: Uint8Array,
  key: number,
  equals: number,
  value: number,
  stop: number,
  out: LineScan,
): boolean {
  const name = keyAt(bytes, key, equals);
  if (timeKeys.has(name)) {
    if (readIsoStamp(bytes, value, stop, out) === stop || readEpoch(bytes, value, stop, out)) return true;
    return readSyslogStamp(bytes, value, stop, out) === stop;
  }
  if (levelKeys.has(name)) {
    out.severity = severityOfWord(bytes, value, stop);
    out.levelStart = value;
    out.levelEnd = stop;
    return out.severity !== noSeverity;
  }
  if (!placeKeys.has(name)) return false;
  out.locationStart = value;
  out.locationEnd = stop;
  return true;
}

/** Walks the fields up to `msg=`; sets the body, which begins inside the message's quotes and includes the fields behind it. */
function readFields(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  let at = start;
  let firstOther = -1;
  while (at < end) {
    const equals = keyEnd(bytes, at, end);
    if (equals < 0) break;
    const quoted = equals + 1 < end && bytes[equals + 1] === byte.quote;
    const value = quoted ? equals + 2 : equals + 1;
    if (keyAt(bytes, at, equals) === messageKey) {
      out.bodyStart = value;
      out.bodyEnd = end;
      return out.stampStart >= 0 || out.severity !== noSeverity;
    }
    const stop = valueEnd(bytes, value, end, quoted);
    const known = takeField(bytes, at, equals, value, stop, out);
    if (!known && at === start) return false;
    if (!known && firstOther < 0) firstOther = at;
    at = skipBlanks(bytes, Math.min(end, quoted ? stop + 1 : stop), end);
  }
  out.bodyStart = firstOther >= 0 ? firstOther : Math.min(at, end);
  out.bodyEnd = end;
  return out.stampStart >= 0 && out.severity !== noSeverity;
}

/** True when `msg=` stands before `bodyStart`. */
function isMessage(bytes: Uint8Array, start: number, bodyStart: number): boolean {
  const equals = bytes[bodyStart - 1] === byte.quote ? bodyStart - 2 : bodyStart - 1;
  return equals - 3 >= start && keyAt(bytes, equals - 3, equals) === messageKey && bytes[equals] === byte.equals;
}

/** `time="..." level=error msg="..." key=value`, in any order before the message. */
export const logrus: LogFormat = {
  id: 'logrus',
  title: 'logrus text, logfmt',
  kind: 'record',
  specification: 'https://github.com/sirupsen/logrus/blob/master/text_formatter.go',
  begins: lowerLetters,
  needs: ['='],
  repeats: {
    rest: 'text',
    // Without a message the fields go on to the line's end.
    headEnd: (bytes, start, { bodyStart }) => (isMessage(bytes, start, bodyStart) ? bodyStart : -1),
  },
  scan(bytes, start, end, out) {
    return isLower(bytes[start]) && readFields(bytes, start, end, out);
  },
  samples: [
    {
      line: 'time="2022-05-13T10:27:47.288446233+08:00" level=error msg="Handler for POST /v1.24/containers/3f2a/start returned error: \\"lock\\"" error="timeout"',
      expect: {
        stamp: '2022-05-13T10:27:47.288446233+08:00',
        severity: 'error',
        body: 'Handler for POST /v1.24/containers/3f2a/start returned error: \\"lock\\"" error="timeout"',
      },
    },
    {
      line: 'time="2022-05-13T02:27:47Z" level=warning msg=retrying id=4',
      expect: { stamp: '2022-05-13T02:27:47Z', severity: 'warning', body: 'retrying id=4' },
    },
    {
      line: 'time="2022-05-13 02:27:47.123456789Z" level=info msg="Created container"',
      expect: { stamp: '2022-05-13T02:27:47.123456789Z', severity: 'info', body: 'Created container"' },
    },
    {
      line: 'level=error ts=2022-05-13T02:27:47.123Z caller=head.go:712 component=tsdb msg="compaction failed" err="no space"',
      expect: {
        stamp: '2022-05-13T02:27:47.123Z',
        severity: 'error',
        location: 'head.go:712',
        body: 'compaction failed" err="no space"',
      },
    },
    {
      line: 'ts=1652408867.5 level=debug component=api status=200',
      expect: { stamp: '2022-05-13T02:27:47.5Z', severity: 'debug', body: 'component=api status=200' },
    },
    { line: 'time="May 13 02:27:47" level=error msg=x', expect: { stamp: '--05-13T02:27:47', severity: 'error' } },
    { line: 'level=info msg="no time at all"', expect: { severity: 'info', body: 'no time at all"' } },
    {
      line: 'time="2022-05-13T02:27:47Z" level=fatal msg="cut in the mid',
      expect: { severity: 'fatal', body: 'cut in the mid' },
    },
  ],
  nearMisses: [
    'type=AVC msg=audit(1652408867.123:456): avc: denied',
    'time flies',
    'level=high water',
    'time=1 of many',
    'msg="only a message"',
    'a=b level=info msg=x',
  ],
};
