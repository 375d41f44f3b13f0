/** Times of day as people read them: with one digit for the hour, with the half of the day before or behind. */
import { byte, isDigit, readClock, startsWith } from '../bytes';
import type { LineScan } from '../format';

const halfDayMs = 43_200_000;

const shortClock = new Uint8Array(32);

/** Reads `9:27:47` by way of `09:27:47`. */
function readShortClock(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const length = Math.min(end - at, shortClock.length - 1);
  shortClock[0] = byte.zero;
  for (let index = 0; index < length; index++) shortClock[index + 1] = bytes[at + index] ?? 0;
  const clockEnd = readClock(shortClock, 0, length + 1, out);
  return clockEnd < 0 ? -1 : at + clockEnd - 1;
}

/** Moves the time whose hour stands at `clock` to its half of the day. */
function setHalf(bytes: Uint8Array, clock: number, isMorning: boolean, out: LineScan): void {
  const isTwelve = bytes[clock] === 0x31 && bytes[clock + 1] === 0x32;
  if (isTwelve && isMorning) out.wallMs -= halfDayMs;
  if (!isTwelve && !isMorning && isBeforeNoon(bytes, clock)) out.wallMs += halfDayMs;
}

/** `下午 13:05` says twice what it means. */
function isBeforeNoon(bytes: Uint8Array, clock: number): boolean {
  if (!isDigit(bytes[clock + 1])) return true;
  return bytes[clock] === byte.zero || (bytes[clock] === 0x31 && (bytes[clock + 1] ?? 0) < 0x32);
}

/** Takes ` AM` or ` PM` at `at`, behind the time whose hour stands at `clock`, into account; returns the position after it, or `at`. */
export function readHalfOfDay(bytes: Uint8Array, clock: number, at: number, end: number, out: LineScan): number {
  const isMorning = startsWith(bytes, at, end, ' AM');
  if (!isMorning && !startsWith(bytes, at, end, ' PM')) return at;
  setHalf(bytes, clock, isMorning, out);
  return at + 3;
}

/** Whether `上午`, `午前` or `오전` (true), `下午`, `午後` or `오후` (false) stands at `at`, six bytes each; `undefined` for anything else. */
function namedHalf(bytes: Uint8Array, at: number): boolean | undefined {
  const first = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  const second = ((bytes[at + 3] ?? 0) << 16) | ((bytes[at + 4] ?? 0) << 8) | (bytes[at + 5] ?? 0);
  const noon = 0xe58d88;
  if (second === noon && (first === 0xe4b88a || first === 0xe4b88b)) return first === 0xe4b88a;
  if (first === noon && (second === 0xe5898d || second === 0xe5be8c)) return second === 0xe5898d;
  if (first === 0xec98a4 && (second === 0xeca084 || second === 0xed9b84)) return second === 0xeca084;
  return undefined;
}

/** Reads `10:27:47.123`, `9:27:47 PM` or `下午9:27:47` at `at` into `out.wallMs` (added); returns the position after it, or -1. */
export function readDayClock(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const half = at + 6 < end ? namedHalf(bytes, at) : undefined;
  let clock = half === undefined ? at : at + 6;
  if (half !== undefined && bytes[clock] === byte.space) clock++;
  const isShort = isDigit(bytes[clock]) && bytes[clock + 1] === byte.colon;
  const clockEnd = isShort ? readShortClock(bytes, clock, end, out) : readClock(bytes, clock, end, out);
  if (clockEnd < 0) return -1;
  if (half === undefined) return readHalfOfDay(bytes, clock, clockEnd, end, out);
  setHalf(bytes, clock, half, out);
  return clockEnd;
}
