/** Syslog written with an ISO stamp and its priority as a word, but without a host. */
import { byte, digits, findBlank, findByte, skipBlanks } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2017-06-30 16:42:08.012 err kernel: message`; the word is the transport's priority, not the message's severity. */
export const isoLevel: LogFormat = {
  id: 'iso-level',
  title: 'syslog with ISO stamp and priority',
  kind: 'envelope',
  specification: 'https://www.rsyslog.com/doc/configuration/templates.html',
  begins: `[${digits}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'transport') return false;
    out.levelStart = isoLine.rest;
    out.levelEnd = findBlank(bytes, isoLine.rest, end);
    const tag = out.levelEnd + 1;
    const tagEnd = findBlank(bytes, tag, end) - 1;
    const bracket = findByte(bytes, byte.openBracket, tag, tagEnd);
    out.unitStart = tag;
    out.unitEnd = bracket > tag ? bracket : tagEnd;
    if (bracket > tag && bytes[tagEnd - 1] === byte.closeBracket) {
      out.pidStart = bracket + 1;
      out.pidEnd = tagEnd - 1;
    }
    out.bodyStart = skipBlanks(bytes, tagEnd + 1, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-06-30 16:42:08.012 err kernel: [261443.341940] INFO: task kworker/u113:10:666 blocked for more than 120 seconds.',
      expect: {
        stamp: '2022-06-30T16:42:08.012',
        unit: 'kernel',
        body: '[261443.341940] INFO: task kworker/u113:10:666 blocked for more than 120 seconds.',
      },
    },
    {
      line: '2022-06-30 16:42:08 info kubelet[14207]: ready',
      expect: { stamp: '2022-06-30T16:42:08', unit: 'kubelet', pid: '14207', body: 'ready' },
    },
  ],
  nearMisses: [
    '2022-06-30 16:42:08.012 err without a program',
    '2022-06-30 16:42:08.012 ERROR kernel: upper case',
    '2022-06-30T16:42:08.012Z err kernel: joined',
  ],
};
