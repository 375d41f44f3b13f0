/** One JSON object per line with a message: zap (etcd), klog's JSON, logrus JSON, Talos. */
import { noSeverity, type SeverityCode, severityCode } from '../model/severity';
import { byte, decimal, readIsoStamp } from './bytes';
import type { LineScan, LogFormat } from './format';
import { JsonMembers } from './parts/jsonObject';
import { severityOfWord } from './parts/levels';
import { readEpoch } from './parts/stamps';

const members = new JsonMembers();

const timeKeys: readonly string[] = ['ts', 'time', 'timestamp', '@timestamp', 't', 'talos-time'];
const levelKeys: readonly string[] = ['level', 'severity', 'lvl', 'log.level', 'talos-level'];
const messageKeys: readonly string[] = ['msg', 'message'];
/** Stand for the message where there is none (go-kit). */
const reasonKeys: readonly string[] = ['error', 'err'];
const placeKeys: readonly string[] = ['caller', 'file'];
const unitKeys: readonly string[] = ['logger', 'talos-service'];

/** Level numbers of pino and bunyan. */
function numericSeverity(value: number): SeverityCode {
  if (value < 10 || value > 60) return noSeverity;
  if (value >= 60) return severityCode.fatal;
  if (value >= 50) return severityCode.error;
  if (value >= 40) return severityCode.warning;
  return value >= 30 ? severityCode.info : severityCode.debug;
}

function isOneOf(names: readonly string[]): boolean {
  for (const name of names) if (members.is(name)) return true;
  return false;
}

function takeTime(bytes: Uint8Array, out: LineScan): void {
  const { valueStart, valueEnd } = members;
  if (readIsoStamp(bytes, valueStart, valueEnd, out) < 0) readEpoch(bytes, valueStart, valueEnd, out);
}

/** Where the reason begins that stands for a message, or -1. */
let reasonStart = -1;

function takeMember(bytes: Uint8Array, out: LineScan): void {
  const { valueStart, valueEnd, isText } = members;
  if (isOneOf(timeKeys)) takeTime(bytes, out);
  else if (isOneOf(levelKeys)) {
    out.severity = isText
      ? severityOfWord(bytes, valueStart, valueEnd)
      : numericSeverity(decimal(bytes, valueStart, valueEnd));
    out.levelStart = valueStart;
    out.levelEnd = valueEnd;
  } else if (isText && isOneOf(messageKeys)) {
    out.bodyStart = valueStart;
  } else if (isText && isOneOf(reasonKeys)) {
    reasonStart = valueStart;
  } else if (isText && isOneOf(placeKeys)) {
    out.locationStart = valueStart;
    out.locationEnd = valueEnd;
  } else if (isText && isOneOf(unitKeys)) {
    out.unitStart = valueStart;
    out.unitEnd = valueEnd;
  }
}

/** Nothing that matters can follow: all parts were seen, or klog's verbosity, which stands where others write a level. */
function isComplete(out: LineScan): boolean {
  if (out.bodyStart < 0 || out.stampStart < 0 || out.locationStart < 0) return false;
  return out.levelStart >= 0 || members.is('v');
}

/** `{"level":"warn","ts":"...","caller":"...","msg":"...",...}`, keys in any order; the body goes from the message to the line's end. */
export const jsonLines: LogFormat = {
  id: 'json-lines',
  title: 'JSON lines (zap, klog JSON, logrus JSON, Talos)',
  kind: 'record',
  specification: 'https://github.com/kubernetes/component-base/blob/master/logs/json/json.go',
  begins: '{',
  scan(bytes, start, end, out) {
    if (bytes[start] !== byte.openBrace || !members.enter(bytes, start, end)) return false;
    reasonStart = -1;
    while (members.next()) {
      takeMember(bytes, out);
      if (isComplete(out)) break;
    }
    if (out.bodyStart < 0) out.bodyStart = reasonStart;
    out.bodyEnd = end;
    return out.bodyStart >= 0 && (out.stampStart >= 0 || out.severity !== noSeverity);
  },
  samples: [
    {
      line: '{"level":"warn","ts":"2022-05-13T02:27:47.123Z","caller":"etcdserver/util.go:163","msg":"apply request took too long","took":"1.2s"}',
      expect: {
        stamp: '2022-05-13T02:27:47.123Z',
        severity: 'warning',
        location: 'etcdserver/util.go:163',
        body: 'apply request took too long","took":"1.2s"}',
      },
    },
    {
      line: '{"ts":1652408867123.8376,"caller":"app/server.go:529","msg":"Kubelet version","v":0,"kubeletVersion":"v1.34.1"}',
      expect: {
        stamp: '2022-05-13T02:27:47.1238376Z',
        location: 'app/server.go:529',
        body: 'Kubelet version","v":0,"kubeletVersion":"v1.34.1"}',
      },
    },
    {
      line: '{"error":"a \\"quoted\\" } word","level":"error","msg":"failed","time":"2022-05-13T10:27:47+08:00"}',
      expect: {
        stamp: '2022-05-13T10:27:47+08:00',
        severity: 'error',
        body: 'failed","time":"2022-05-13T10:27:47+08:00"}',
      },
    },
    {
      line: '{"caller":"mesh.go:459","error":"failed to read the dump","level":"error","ts":"2022-05-13T02:27:47.5Z"}',
      expect: {
        stamp: '2022-05-13T02:27:47.5Z',
        severity: 'error',
        location: 'mesh.go:459',
        body: 'failed to read the dump","level":"error","ts":"2022-05-13T02:27:47.5Z"}',
      },
    },
    {
      line: '{"msg":"service is up","talos-level":"info","talos-service":"machined","talos-time":"2022-05-13T02:27:47.5Z"}',
      expect: { stamp: '2022-05-13T02:27:47.5Z', severity: 'info', unit: 'machined' },
    },
    {
      line: '{"level":30,"time":1652408867,"pid":7,"nested":{"msg":["]"]},"msg":"seconds"}',
      expect: { stamp: '2022-05-13T02:27:47Z', severity: 'info', body: 'seconds"}' },
    },
    {
      line: '{"ts":1652408867123456789,"level":"dpanic","msg":"nanoseconds"}',
      expect: { stamp: '2022-05-13T02:27:47.123456789Z', severity: 'fatal' },
    },
    {
      line: '{"ts":1652408867123456,"level":"trace","message":"microseconds, cut in the mid',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', severity: 'debug', body: 'microseconds, cut in the mid' },
    },
  ],
  nearMisses: [
    '{',
    '{"kind":"Event","apiVersion":"v1"}',
    '{not json: msg}',
    '{"msg":"neither time nor level"}',
    '{"ts":1652408867,"level":"info"}',
    '{"level":"info","msg":7}',
  ],
};
