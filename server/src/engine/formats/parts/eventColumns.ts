/** Columns that all tables of Kubernetes events share: type, reason, source, object. */
import { byte, findBlank, isBlankOrEnd, isUpper, skipBlanks, startsWith } from '../bytes';
import type { LineScan } from '../format';

/** Position after `Normal` or `Warning` at `at`, or -1. */
export function eventTypeEnd(bytes: Uint8Array, at: number, end: number): number {
  const length = startsWith(bytes, at, end, 'Warning') ? 7 : startsWith(bytes, at, end, 'Normal') ? 6 : 0;
  return length > 0 && isBlankOrEnd(bytes, at + length, end) ? at + length : -1;
}

/** Position after the reason (a word with a capital) at `at`, or -1; the body begins with the reason. */
export function readReason(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (!isUpper(bytes[at])) return -1;
  const reasonEnd = findBlank(bytes, at, Math.min(end, at + 128));
  if (reasonEnd - at < 3) return -1;
  out.bodyStart = at;
  out.bodyEnd = end;
  return reasonEnd;
}

/** Position where the columns' two blanks, or a tab, end the text at `at`. */
export function columnEnd(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end) {
    const value = bytes[position];
    if (value === byte.tab || (value === byte.space && isBlankOrEnd(bytes, position + 1, end))) return position;
    position++;
  }
  return end;
}

/** Reads `kubelet, node-7`, `{kubelet node-7}` or `default-scheduler` at `at` as unit and host; returns the position after it. */
export function readEventSource(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const braced = bytes[at] === byte.openBrace;
  const unitStart = braced ? at + 1 : at;
  let unitEnd = findBlank(bytes, unitStart, Math.min(end, unitStart + 128));
  const hostFollows = braced
    ? unitEnd < end && bytes[unitEnd - 1] !== byte.closeBrace
    : unitEnd > unitStart && bytes[unitEnd - 1] === byte.comma;
  const hostStart = skipBlanks(bytes, unitEnd, end);
  if (unitEnd > unitStart && (bytes[unitEnd - 1] === byte.comma || bytes[unitEnd - 1] === byte.closeBrace)) unitEnd--;
  out.unitStart = unitStart;
  out.unitEnd = unitEnd;
  if (!hostFollows) return findBlank(bytes, unitEnd, end);
  const fieldEnd = findBlank(bytes, hostStart, Math.min(end, hostStart + 256));
  const hostEnd = fieldEnd > hostStart && bytes[fieldEnd - 1] === byte.closeBrace ? fieldEnd - 1 : fieldEnd;
  if (hostEnd > hostStart) {
    out.hostStart = hostStart;
    out.hostEnd = hostEnd;
  }
  return fieldEnd;
}

/** Position after `spec.containers{name}` and blanks at `at`, or `at`. */
export function skipSubobject(bytes: Uint8Array, at: number, end: number): number {
  if (!startsWith(bytes, at, end, 'spec.') && !startsWith(bytes, at, end, 'implicitly')) return at;
  return skipBlanks(bytes, columnEnd(bytes, at, end), end);
}
