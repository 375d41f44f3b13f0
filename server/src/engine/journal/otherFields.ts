/** What an entry without a message is about: its other fields, as `[no message] KEY=value KEY=value`. */
import type { Asking } from './asks';
import { askBytes } from './asks';
import type { FileWindow } from './fileWindow';
import { fixedBytes, isAligned, itemBytes, ObjectType, readUint64, viewOf } from './layout';

/** Fields looked at and shown. */
const maxItems = 64;
const maxShown = 8;
/** Bytes shown of one value. */
const maxValue = 100;

/** The entry at `offset`, which is in memory. */
export function* otherFields(
  file: number,
  held: FileWindow,
  compact: boolean,
  offset: number,
  bytes: number,
): Asking<string> {
  const shown: string[] = [];
  for (const object of itemsOf(held, compact, offset, bytes)) {
    if (shown.length >= maxShown) break;
    const field = yield* readField(file, held, compact, object, offset);
    if (field !== null) shown.push(field);
  }
  return ['[no message]', ...shown].join(' ');
}

function itemsOf(held: FileWindow, compact: boolean, offset: number, bytes: number): number[] {
  const size = itemBytes(compact).entry;
  const room = Math.min(bytes, held.end - offset) - fixedBytes.entry;
  const first = offset - held.start + fixedBytes.entry;
  const count = Math.min(maxItems, Math.floor(room / size));
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * size;
    return compact ? held.view.getUint32(at, true) : readUint64(held.view, at);
  });
}

function* readField(
  file: number,
  held: FileWindow,
  compact: boolean,
  object: number,
  before: number,
): Asking<string | null> {
  const fixed = compact ? fixedBytes.compactData : fixedBytes.data;
  if (!isAligned(object) || object === 0 || object + fixed >= before) return null;
  const count = Math.min(before - object, fixed + 2 * maxValue);
  const at = object - held.start;
  const bytes = held.has(object, count) ? held.bytes.subarray(at, at + count) : yield* askBytes(file, object, count);
  if (!(bytes instanceof Uint8Array) || bytes.length <= fixed) return null;
  const end = Math.min(bytes.length, readUint64(viewOf(bytes), 8));
  // Compressed values are long.
  if (bytes[0] !== ObjectType.data || bytes[1] !== 0) return null;
  const text = printable(bytes, fixed, Math.min(end, fixed + maxValue));
  // What journald adds to every entry says little here, and the line begins with the identifier.
  return text.startsWith('_') || text.startsWith('SYSLOG_') ? null : text;
}

/** ASCII as it is, everything else as `?`. */
function printable(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const value = bytes[at] ?? 0;
    text += value >= 32 && value < 127 ? String.fromCharCode(value) : '?';
  }
  return text;
}
