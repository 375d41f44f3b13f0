/** Fields of a journal entry, one a line or one a member, in whatever order they come. */
import { byte, decimal, equalsText, findByte, isDigit, isUpper } from '../bytes';
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
  else if (is('__MONOTONIC_TIMESTAMP')) {
    const micros = decimal(bytes, value, valueEnd);
    if (micros >= 0) out.sinceBootMs = Math.floor(micros / 1000);
  } else if (is('_BOOT_ID')) out.bootKey = hexadecimal(bytes, value, Math.min(valueEnd, value + bootDigits));
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

/** Digits of a boot's id that tell it from others. */
const bootDigits = 8;

/** Number of the hexadecimal digits in `[at, end)`, or -1. */
function hexadecimal(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let position = at; position < end; position++) {
    const byteValue = bytes[position] ?? 0;
    const digit = isDigit(byteValue) ? byteValue - 48 : (byteValue | 32) - 87;
    if (digit < 0 || digit > 15) return -1;
    value = value * 16 + digit;
  }
  return end > at ? value : -1;
}

/** Takes `b=` and `m=` of a cursor in `bytes[at, end)`: the boot's id, and the microseconds since boot. */
export function takeCursor(bytes: Uint8Array, at: number, end: number, out: LineScan): void {
  let start = at;
  while (start < end) {
    const semicolon = findByte(bytes, 0x3b, start, end);
    const stop = semicolon < 0 ? end : semicolon;
    if (bytes[start + 1] === byte.equals && bytes[start] === 0x62)
      out.bootKey = hexadecimal(bytes, start + 2, Math.min(stop, start + 2 + bootDigits));
    if (bytes[start + 1] === byte.equals && bytes[start] === 0x6d && stop - start <= 15) {
      const micros = hexadecimal(bytes, start + 2, stop);
      if (micros >= 0) out.sinceBootMs = Math.floor(micros / 1000);
    }
    start = stop + 1;
  }
}

/** Position of the `=` behind a field's name at `at`, or -1. */
export function fieldEquals(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + 66);
  for (let position = at; position < limit; position++)
    if (bytes[position] === byte.equals) return isFieldName(bytes, at, position) ? position : -1;
  return -1;
}
