/** Journal entries as objects over several lines: `journalctl -o json-pretty`. */
import { byte, findByte, skipBlanks, startsWith, trimEnd } from './bytes';
import type { LogFormat } from './format';
import { BlockPart, BodyEncoding } from './format';
import { isFieldName, takeField } from './parts/journalFields';

/** `{`, then a line for each field, in any order: a tab, `"MESSAGE" : "text",`. */
export const journalPretty: LogFormat = {
  id: 'journal-pretty',
  title: 'journalctl json-pretty',
  kind: 'envelope',
  isBlock: true,
  specification: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format',
  begins: '{\t',
  scan(bytes, start, end, out) {
    const stop = trimEnd(bytes, start, end);
    if (bytes[start] === byte.openBrace) {
      out.part = BlockPart.head;
      return stop === start + 1;
    }
    if (bytes[start] !== byte.tab || bytes[start + 1] !== byte.quote) return false;
    const nameEnd = findByte(bytes, byte.quote, start + 2, Math.min(stop, start + 70));
    if (nameEnd < 0 || !isFieldName(bytes, start + 2, nameEnd) || !startsWith(bytes, nameEnd, stop, '" : '))
      return false;
    const value = skipBlanks(bytes, nameEnd + 4, stop);
    const valueEnd = stop > value && bytes[stop - 1] === byte.comma ? stop - 1 : stop;
    const isText = bytes[value] === byte.quote && valueEnd > value + 1 && bytes[valueEnd - 1] === byte.quote;
    takeField(
      bytes,
      start + 2,
      nameEnd,
      isText ? value + 1 : value,
      isText ? valueEnd - 1 : valueEnd,
      isText ? BodyEncoding.json : BodyEncoding.plain,
      out,
    );
    out.part = BlockPart.part;
    return true;
  },
  samples: [
    { line: '{', expect: { part: 'head' } },
    {
      line: '\t"__REALTIME_TIMESTAMP" : "1652408867123456",',
      expect: { stamp: '2022-05-13T02:27:47.123456Z', part: 'part' },
    },
    { line: '\t"_HOSTNAME" : "node-7"', expect: { host: 'node-7', part: 'part' } },
    {
      line: '\t"MESSAGE" : "time=\\"2022-05-13T02:27:49Z\\" level=warning msg=x",',
      expect: { body: 'time="2022-05-13T02:27:49Z" level=warning msg=x', part: 'part' },
    },
    { line: '\t"MESSAGE" : [', expect: { body: '[', part: 'part' } },
  ],
  nearMisses: ['{}', '{"a":1}', '\t"message" : "lower"', '\t"MESSAGE": "one blank"', '}'],
};
