/** Journal entries with all their fields: `journalctl -o verbose`. */
import { byte, isBlankOrEnd, skipBlanks, startsWith } from './bytes';
import type { LogFormat } from './format';
import { BlockPart, BodyEncoding } from './format';
import { fieldEquals, takeCursor, takeField } from './parts/journalFields';
import { readWeekdayStamp } from './parts/stamps';

/** `Fri 2022-05-13 02:27:47.123456 UTC [s=...;i=...]`, then a line for each field: `    MESSAGE=text`. */
export const journalVerbose: LogFormat = {
  id: 'journal-verbose',
  title: 'journalctl verbose',
  kind: 'envelope',
  goesOn: 'break',
  isBlock: true,
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o',
  needs: ['='],
  scan(bytes, start, end, out) {
    if (bytes[start] === byte.space) {
      const name = skipBlanks(bytes, start, Math.min(end, start + 12));
      const equals = name - start < 4 ? -1 : fieldEquals(bytes, name, end);
      if (equals < 0) return false;
      takeField(bytes, name, equals, equals + 1, end, BodyEncoding.plain, out);
      out.part = BlockPart.part;
      return true;
    }
    const after = readWeekdayStamp(bytes, start, end, out);
    if (after < 0 || !isBlankOrEnd(bytes, after, end)) return false;
    const cursor = skipBlanks(bytes, after, end);
    if (!startsWith(bytes, cursor, end, '[s=')) return false;
    takeCursor(bytes, cursor + 1, end, out);
    out.part = BlockPart.head;
    return true;
  },
  samples: [
    {
      line: 'Fri 2022-05-13 02:27:47.123456 UTC [s=021e742a;i=1;b=aaaa;m=210859100;t=5dedb6b8c7100;x=b8a6]',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', part: 'head' },
    },
    { line: '    _HOSTNAME=node-7', expect: { host: 'node-7', part: 'part' } },
    { line: '    SYSLOG_IDENTIFIER=kubelet', expect: { unit: 'kubelet', part: 'part' } },
    {
      line: '    MESSAGE=E0513 10:27:48.004211   14207 kubelet.go:1216] failed',
      expect: { body: 'E0513 10:27:48.004211   14207 kubelet.go:1216] failed', part: 'part' },
    },
    { line: '    _CMDLINE=/usr/bin/kubelet --v=4', expect: { part: 'part' } },
  ],
  nearMisses: [
    'Fri 2022-05-13 02:27:47.123456 UTC node-7 kubelet[1]: [s=1]',
    '  TOO=near',
    '    lower=case',
    '    NO EQUALS',
  ],
};
