/** Lines with a date in digits and a level word: Calico, firewalld, zap's console, Python, Java. */
import { byte, digits, findByte, skipBlanks, skipDigits } from './bytes';
import type { LineScan, LogFormat } from './format';
import { colorCodeLength } from './parts/colorCodes';
import { isoLine, readIsoLine } from './parts/isoLine';

/** Where the message begins behind the level: after `]`, `:`, `|`, `-` and blanks. */
function afterLevel(bytes: Uint8Array, levelEnd: number, end: number): number {
  let position = skipBlanks(bytes, levelEnd + colorCodeLength(bytes, levelEnd, end), end);
  const sign = bytes[position];
  if (position < end && (sign === byte.closeBracket || sign === byte.colon || sign === byte.pipe))
    position = skipBlanks(bytes, position + 1, end);
  if (sign === byte.closeBracket && position < end && bytes[position] === byte.colon)
    position = skipBlanks(bytes, position + 1, end);
  if (position + 1 < end && bytes[position] === byte.minus && bytes[position + 1] === byte.space)
    position = skipBlanks(bytes, position + 2, end);
  return position;
}

/** Reads Calico's `[123] felix/table.go 456: ` behind the level; returns where the message begins. */
function readPlace(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (at >= end || bytes[at] !== byte.openBracket) return at;
  const idEnd = skipDigits(bytes, at + 1, Math.min(end, at + 12));
  if (idEnd === at + 1 || idEnd >= end || bytes[idEnd] !== byte.closeBracket) return at;
  out.pidStart = at + 1;
  out.pidEnd = idEnd;
  const place = skipBlanks(bytes, idEnd + 1, end);
  const colon = findByte(bytes, byte.colon, place, Math.min(end, place + 120));
  if (colon < 0 || findByte(bytes, byte.dot, place, colon) < 0 || colon + 1 >= end || bytes[colon + 1] !== byte.space)
    return place;
  out.locationStart = place;
  out.locationEnd = colon;
  return colon + 2;
}

/** `2022-05-13 10:27:47.123 [WARNING][123] felix/table.go 456: message` and its relatives. */
export const isoPlain: LogFormat = {
  id: 'iso-plain',
  title: 'date and level',
  kind: 'record',
  specification: 'https://github.com/projectcalico/calico/blob/master/libcalico-go/lib/logutils/logutils.go',
  begins: `[${digits}`,
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'level') return false;
    out.severity = isoLine.severity;
    out.levelStart = isoLine.levelStart;
    out.levelEnd = isoLine.levelEnd;
    out.bodyStart = readPlace(bytes, afterLevel(bytes, isoLine.levelEnd, end), end, out);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13 10:27:47.123 [WARNING][123] felix/table.go 654: iptables-save command failed',
      expect: {
        stamp: '2022-05-13T10:27:47.123',
        severity: 'warning',
        pid: '123',
        location: 'felix/table.go 654',
        body: 'iptables-save command failed',
      },
    },
    {
      line: '2022-05-13 10:27:47 ERROR: COMMAND_FAILED: iptables -w2 -t nat failed',
      expect: { stamp: '2022-05-13T10:27:47', severity: 'error', body: 'COMMAND_FAILED: iptables -w2 -t nat failed' },
    },
    {
      line: '2022-05-13T02:27:47.123Z\tERROR\tcontroller\treconcile failed',
      expect: { stamp: '2022-05-13T02:27:47.123Z', severity: 'error', body: 'controller\treconcile failed' },
    },
    {
      line: '2022-05-13 10:27:47,123 - neutron - CRITICAL - out of ports',
      expect: { severity: 'fatal', body: 'out of ports' },
    },
    {
      line: '2022-05-13 10:27:47.123 4711 WARNING nova.compute [-] slow',
      expect: { severity: 'warning', body: 'nova.compute [-] slow' },
    },
    {
      line: '2022-05-13 10:27:47.123 [main] INFO  o.e.Server - ready',
      expect: { severity: 'info', body: 'o.e.Server - ready' },
    },
    {
      line: '[2022-05-13T02:27:47.123Z] error: no route',
      expect: { stamp: '2022-05-13T02:27:47.123Z', severity: 'error', body: 'no route' },
    },
    {
      line: '13-May-2022 10:27:47.123 WARNING [main] org.example.Server.await no shutdown port',
      expect: {
        stamp: '2022-05-13T10:27:47.123',
        severity: 'warning',
        body: '[main] org.example.Server.await no shutdown port',
      },
    },
    {
      line: '05/13/2022 10:27:47 PM ERROR no lease',
      expect: { stamp: '2022-05-13T22:27:47', severity: 'error', body: 'no lease' },
    },
    { line: '2022-05-13T02:27:47Z ERROR', expect: { severity: 'error', body: '' } },
    {
      line: "2022-05-13 10:27:47 ERROR: COMMAND_FAILED: '/usr/sbin/iptables -w10 -t filter -L' failed: Another app is currently holding the xtables lock",
      expect: {
        stamp: '2022-05-13T10:27:47',
        severity: 'error',
        body: "COMMAND_FAILED: '/usr/sbin/iptables -w10 -t filter -L' failed: Another app is currently holding the xtables lock",
      },
    },
    {
      line: '2022-05-13 10:27:47,123 - util.py[WARNING]: Failed loading yaml blob',
      expect: { stamp: '2022-05-13T10:27:47.123', severity: 'warning', body: 'Failed loading yaml blob' },
    },
    {
      line: '2022-05-13 10:27:47.123 CEST ERROR cannot list containers',
      expect: { stamp: '2022-05-13T10:27:47.123+02:00', severity: 'error', body: 'cannot list containers' },
    },
    {
      line: '2022-05-13T02:27:47.123Z\t\x1b[34mINFO\x1b[0m\tsetup\tstarting manager',
      expect: { stamp: '2022-05-13T02:27:47.123Z', severity: 'info', body: 'setup\tstarting manager' },
    },
  ],
  nearMisses: [
    '2022-05-13 10:27:47 ERRORS everywhere',
    '2022-05-13 ERROR no time',
    '2022-05-13 10:27:47 the ERROR is not in front',
    '10:27:47 ERROR no date',
  ],
};
