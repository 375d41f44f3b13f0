/** Records of the audit daemon, and of the audit subsystem in the kernel's log. */
import { byte, decimal, findByte, skipBlanks, skipDigits, startsWith } from './bytes';
import type { LogFormat } from './format';
import { readEpoch } from './parts/stamps';

/** Position of `audit(` in the record's header, or -1. */
function findStamp(bytes: Uint8Array, start: number, end: number): number {
  const open = findByte(bytes, byte.openParen, start, Math.min(end, start + 320));
  return open >= start + 5 && startsWith(bytes, open - 5, end, 'audit') ? open + 1 : -1;
}

/** `type=AVC msg=audit(1652408867.123:456): fields`, also with `node=` in front and as the kernel writes it. */
export const audit: LogFormat = {
  id: 'audit',
  title: 'Linux audit',
  kind: 'record',
  specification: 'https://github.com/linux-audit/audit-documentation/wiki/SPEC-Writing-Good-Events',
  begins: 'ant',
  needs: ['=', 'digit'],
  scan(bytes, start, end, out) {
    const hasNode = startsWith(bytes, start, end, 'node=');
    const isKernel = startsWith(bytes, start, end, 'audit: type=');
    if (!hasNode && !isKernel && !startsWith(bytes, start, end, 'type=')) return false;
    const stamp = findStamp(bytes, start, end);
    if (stamp < 0) return false;
    const dot = skipDigits(bytes, stamp, Math.min(end, stamp + 12));
    const fractionEnd = dot < end && bytes[dot] === byte.dot ? skipDigits(bytes, dot + 1, Math.min(end, dot + 8)) : dot;
    if (fractionEnd >= end || bytes[fractionEnd] !== byte.colon || !readEpoch(bytes, stamp, fractionEnd, out))
      return false;
    const close = skipDigits(bytes, fractionEnd + 1, end);
    if (!startsWith(bytes, close, end, '):') || decimal(bytes, fractionEnd + 1, close) < 0) return false;
    if (hasNode) {
      out.hostStart = start + 5;
      out.hostEnd = findByte(bytes, byte.space, start, end);
    }
    out.bodyStart = skipBlanks(bytes, close + 2, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'type=AVC msg=audit(1652408867.123:456): avc:  denied  { write } for  pid=3879 comm="dockerd"',
      expect: { stamp: '2022-05-13T02:27:47.123Z', body: 'avc:  denied  { write } for  pid=3879 comm="dockerd"' },
    },
    {
      line: 'node=node-7 type=ANOM_ABEND msg=audit(1652408867.123:456): auid=0 sig=11',
      expect: { host: 'node-7', body: 'auid=0 sig=11' },
    },
    {
      line: 'audit: type=1400 audit(1652408867.123:456): apparmor="DENIED"',
      expect: { stamp: '2022-05-13T02:27:47.123Z', body: 'apparmor="DENIED"' },
    },
  ],
  nearMisses: [
    'type=AVC msg=audit(now:456): x',
    'type=AVC without stamp',
    'type=AVC msg=audit(1652408867.123): no serial',
    'audit: rate limit exceeded',
  ],
};
