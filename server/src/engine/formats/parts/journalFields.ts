/** Fields of a journal entry, one a line or one a member, in whatever order they come. */
import { byte, equalsText, isDigit, isUpper } from '../bytes';
import type { BodyEncodingCode, LineScan } from '../format';
import { BlockText } from '../format';
import { readEpoch } from './stamps';

/** True when the bytes are a field's name: capitals, digits and underscores. */
export function isFieldName(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 64) return false;
  for (let position = start; position < end; position++) {
    const value = bytes[position];
    if (!isUpper(value) && !isDigit(value) && value !== 95) return false;
  }
  return !isDigit(bytes[start]);
}

/** Takes one field; the identifier counts more than the command's name, whichever comes first. */
export function takeField(
  bytes: Uint8Array,
  name: number,
  nameEnd: number,
  value: number,
  valueEnd: number,
  encoding: BodyEncodingCode,
  out: LineScan,
): void {
  const is = (text: string): boolean => equalsText(bytes, name, nameEnd, text);
  if (is('MESSAGE')) {
    out.bodyStart = value;
    out.bodyEnd = valueEnd;
    out.bodyEncoding = encoding;
    out.text = BlockText.message;
  } else if (is('__REALTIME_TIMESTAMP')) readEpoch(bytes, value, valueEnd, out);
  else if (is('_HOSTNAME')) {
    out.hostStart = value;
    out.hostEnd = valueEnd;
  } else if (is('SYSLOG_IDENTIFIER') || (is('_COMM') && out.unitStart < 0)) {
    out.unitStart = value;
    out.unitEnd = valueEnd;
  } else if (is('_PID') || (is('SYSLOG_PID') && out.pidStart < 0)) {
    out.pidStart = value;
    out.pidEnd = valueEnd;
  }
}

/** Position of the `=` behind a field's name at `at`, or -1. */
export function fieldEquals(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + 66);
  for (let position = at; position < limit; position++)
    if (bytes[position] === byte.equals) return isFieldName(bytes, at, position) ? position : -1;
  return -1;
}
