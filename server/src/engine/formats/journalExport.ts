/** Journal entries in the export format: `journalctl -o export`, and what systemd-journal-upload sends. */
import { byte, isUpper, startsWith } from './bytes';
import type { LogFormat } from './format';
import { BlockPart, BlockText, BodyEncoding } from './format';
import { fieldEquals, isFieldName, takeField } from './parts/journalFields';

/** Eight bytes of length, little endian, that come before a value with line breaks; lengths above 16 MiB are no journal's. */
function isLength(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 8 >= end) return false;
  for (let index = 3; index < 8; index++) if (bytes[at + index] !== 0) return false;
  return true;
}

/** `__CURSOR=...`, then a line for each field, and an empty line. */
export const journalExport: LogFormat = {
  id: 'journal-export',
  title: 'journalctl export',
  kind: 'envelope',
  goesOn: 'break',
  isBlock: true,
  specification: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-export-format',
  scan(bytes, start, end, out) {
    if (isLength(bytes, start, end)) {
      out.bodyStart = start + 8;
      out.bodyEnd = end;
      out.part = BlockPart.part;
      out.text = BlockText.message;
      return true;
    }
    if (!isUpper(bytes[start]) && bytes[start] !== 95) return false;
    const equals = fieldEquals(bytes, start, end);
    out.part = startsWith(bytes, start, end, '__CURSOR=') ? BlockPart.head : BlockPart.part;
    if (equals < 0) return isFieldName(bytes, start, end);
    takeField(bytes, start, equals, equals + 1, end, BodyEncoding.plain, out);
    return bytes[equals] === byte.equals;
  },
  samples: [
    { line: '__CURSOR=s=021e742a;i=1;b=aaaa;m=210859100;t=5dedb6b8c7100;x=b8a6', expect: { part: 'head' } },
    { line: '__REALTIME_TIMESTAMP=1652408867123456', expect: { stamp: '2022-05-13T02:27:47.123456Z', part: 'part' } },
    { line: '_HOSTNAME=node-7', expect: { host: 'node-7', part: 'part' } },
    { line: 'MESSAGE=eth0: link down', expect: { body: 'eth0: link down', part: 'part' } },
    { line: 'MESSAGE', expect: { part: 'part' } },
    { line: '\x2e\0\0\0\0\0\0\0goroutine 1 [running]:', expect: { body: 'goroutine 1 [running]:', part: 'part' } },
  ],
  nearMisses: ['MESSAGE: text', 'Message=text', 'TWO WORDS=text', '=text', '7UP=text', '\0\0\0\0'],
};
