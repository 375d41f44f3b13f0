/** Open vSwitch and OVN daemons: fields between bars, the module's name and the level among them. */
import { noSeverity, type SeverityCode, severityCode } from '../model/severity';
import { byte, digits, findByte, isLower, isUpper, skipDigits } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';
import { severityOfWord, skipLetters } from './parts/levels';

/** Level words of vlog; `EMER` is no word of other loggers, `DBG` neither. */
function levelSeverity(bytes: Uint8Array, start: number, end: number): SeverityCode {
  if (end - start === 4 && bytes[start] === 0x45 && bytes[start + 1] === 0x4d) return severityCode.fatal;
  if (end - start === 3 && bytes[start] === 0x44 && bytes[start + 1] === 0x42) return severityCode.debug;
  return severityOfWord(bytes, start, end);
}

/** `2022-05-13T10:27:47.123Z|00051|rconn(handler7)|WARN|message`; the body keeps module and level, by which messages are known. */
export const openVswitch: LogFormat = {
  id: 'open-vswitch',
  title: 'Open vSwitch, OVN',
  kind: 'record',
  specification: 'https://github.com/openvswitch/ovs/blob/main/include/openvswitch/vlog.h',
  begins: digits,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'barred') return false;
    const moduleStart = skipDigits(bytes, isoLine.rest, end) + 1;
    if (!isLower(bytes[moduleStart])) return false;
    const moduleEnd = findByte(bytes, byte.pipe, moduleStart, Math.min(end, moduleStart + 64));
    if (moduleEnd < 0 || !isUpper(bytes[moduleEnd + 1])) return false;
    const levelEnd = skipLetters(bytes, moduleEnd + 1, Math.min(end, moduleEnd + 6));
    out.severity = levelSeverity(bytes, moduleEnd + 1, levelEnd);
    if (out.severity === noSeverity || levelEnd >= end || bytes[levelEnd] !== byte.pipe) return false;
    out.levelStart = moduleEnd + 1;
    out.levelEnd = levelEnd;
    out.unitStart = moduleStart;
    const thread = findByte(bytes, byte.openParen, moduleStart, moduleEnd);
    out.unitEnd = thread < 0 ? moduleEnd : thread;
    out.bodyStart = moduleStart;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T10:27:47.123Z|00051|rconn|WARN|unix:/run/br.mgmt: connection failed (No such file or directory)',
      expect: {
        stamp: '2022-05-13T10:27:47.123Z',
        severity: 'warning',
        unit: 'rconn',
        body: 'rconn|WARN|unix:/run/br.mgmt: connection failed (No such file or directory)',
      },
    },
    {
      line: '2022-05-13T10:27:47Z|158863|ofproto_dpif_upcall(handler7)|ERR|no port',
      expect: { stamp: '2022-05-13T10:27:47Z', severity: 'error', unit: 'ofproto_dpif_upcall' },
    },
    { line: '2022-05-13T10:27:47.1Z|00001|util|EMER|assertion failed', expect: { severity: 'fatal' } },
    { line: '2022-05-13T10:27:47.1Z|00001|jsonrpc|DBG|received', expect: { severity: 'debug' } },
  ],
  nearMisses: [
    '2022-05-13T10:27:47.123Z|00051|rconn|LOUD|no such level',
    '2022-05-13T10:27:47.123Z|rconn|WARN|no number',
    '2022-05-13T10:27:47.123Z|00051|rconn|WARN',
    '2022-05-13T10:27:47.123Z | 00051 | rconn | WARN | with blanks',
  ],
};
