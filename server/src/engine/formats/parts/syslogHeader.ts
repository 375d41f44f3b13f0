/** What syslog and journal put between stamp and message: host, identifier, process id. */
import { noSeverity } from '../../model/severity';
import {
  byte,
  equalsText,
  findBlank,
  findByte,
  isBlankOrEnd,
  isDigit,
  isLower,
  skipBlanks,
  startsWith,
} from '../bytes';
import type { LineScan } from '../format';
import { severityOfWord } from './levels';

const longestIdentifier = 64;
const longestPid = 24;

/** How sure a header must be before it is believed. */
export type HeaderRule =
  /** Any text may follow the stamp. */
  | 'loose'
  /** An identifier with a colon must stand there. */
  | 'identifier'
  /** The identifier must carry a process id, or be the kernel's. */
  | 'process';

function isHostByte(value: number): boolean {
  if (value >= 48 && value <= 58) return true;
  const lower = value | 32;
  return (
    (lower >= 97 && lower <= 122) ||
    value === byte.minus ||
    value === byte.dot ||
    value === 95 ||
    value === byte.slash ||
    value === byte.percent
  );
}

/** True when `bytes[start, end)` could be a host name or an address. */
export function isHost(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start || end - start > 255) return false;
  for (let position = start; position < end; position++) if (!isHostByte(bytes[position] ?? 0)) return false;
  return true;
}

/** Reads `identifier[pid]:` or `identifier:` at `at`; returns the position after the colon, or -1. Only with a pid may it hold blanks. */
function readIdentifier(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  const limit = Math.min(end, at + longestIdentifier);
  let blanks = 0;
  for (let position = at; position < limit; position++) {
    const value = bytes[position] ?? 0;
    if (value === byte.space) {
      if (++blanks > 3 || position === at) return -1;
    } else if (value === byte.openBracket && position > at) {
      const close = findByte(bytes, byte.closeBracket, position + 1, Math.min(end, position + longestPid));
      if (close < 0 || bytes[close + 1] !== byte.colon || close + 1 >= end) return -1;
      if (blanks > 0 && !isDigit(bytes[position + 1])) return -1;
      out.unitStart = at;
      out.unitEnd = position;
      out.pidStart = position + 1;
      out.pidEnd = close;
      return close + 2;
    } else if (
      value === byte.colon &&
      (isBlankOrEnd(bytes, position + 1, end) || bytes[position + 1] === byte.openBracket)
    ) {
      if (blanks > 0 || position === at) return -1;
      out.unitStart = at;
      out.unitEnd = position;
      return position + 1;
    } else if (value < 32 || value === byte.quote || value === byte.equals || value === byte.openBrace) return -1;
  }
  return -1;
}

/** Kernel lines come with one blank or two; others keep their indentation, which tells a stack frame from a message. */
function setBody(bytes: Uint8Array, afterColon: number, end: number, out: LineScan): void {
  const kernel = equalsText(bytes, out.unitStart, out.unitEnd, 'kernel');
  const oneBlank = afterColon < end && bytes[afterColon] === byte.space ? afterColon + 1 : afterColon;
  out.bodyStart = kernel ? skipBlanks(bytes, afterColon, end) : oneBlank;
  out.bodyEnd = end;
}

function believed(bytes: Uint8Array, rule: HeaderRule, out: LineScan): boolean {
  return rule !== 'process' || out.pidStart >= 0 || equalsText(bytes, out.unitStart, out.unitEnd, 'kernel');
}

const facilities = ['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'cron', 'authpriv', 'local'];

/** Position after `daemon.err ` at `at`, which BusyBox puts before the identifier, or `at`. */
function skipPriorityName(bytes: Uint8Array, at: number, end: number): number {
  if (!isLower(bytes[at])) return at;
  // Asked of every header that is not known yet; hardly any word has a dot in it, and no closure is made.
  const wordEnd = findBlank(bytes, at, Math.min(end, at + 20));
  const dot = findByte(bytes, byte.dot, at, wordEnd);
  if (dot < 0 || wordEnd >= end || severityOfWord(bytes, dot + 1, wordEnd) === noSeverity) return at;
  return isFacility(bytes, at, end) ? skipBlanks(bytes, wordEnd, end) : at;
}

function isFacility(bytes: Uint8Array, at: number, end: number): boolean {
  return facilities.some((name) => startsWith(bytes, at, end, name));
}

/** A header read before: few hosts and programs write a source, so that most headers are known byte by byte. */
interface KnownHeader {
  /** The header's bytes, from the blank before the host to the blank behind the colon. */
  readonly bytes: Uint8Array;
  readonly rule: HeaderRule;
  /** Positions from the header's beginning. */
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly unitStart: number;
  readonly unitEnd: number;
  readonly pidStart: number;
  readonly pidEnd: number;
}

const knownHeaders: (KnownHeader | undefined)[] = new Array<undefined>(64).fill(undefined);
const longestKnown = 96;
/** Headers in a row that were others than the one kept at each place: a process of its own for each line keeps none of them. */
const misses = new Uint8Array(knownHeaders.length);
const missesUntilKept = 8;

function isDue(place: number): boolean {
  const count = (misses[place] as number) + 1;
  const isOver = knownHeaders[place] === undefined || count >= missesUntilKept;
  misses[place] = isOver ? 0 : count;
  return isOver;
}

/** Where a header that begins at `at` is kept. */
function placeOf(bytes: Uint8Array, at: number): number {
  const part = (offset: number): number => bytes[at + offset] ?? 0;
  return (part(7) ^ (part(11) << 1) ^ (part(15) << 2) ^ (part(19) << 3)) & 63;
}

/** Position behind the known header that stands at `at`, or -1. */
function endOfKnown(known: KnownHeader, bytes: Uint8Array, at: number, end: number, rule: HeaderRule): number {
  const wanted = known.bytes;
  const stop = at + wanted.length;
  if (stop >= end || known.rule !== rule) return -1;
  for (let index = wanted.length - 1; index >= 0; index--) if (bytes[at + index] !== wanted[index]) return -1;
  return stop;
}

/** Reads `host identifier[pid]: body` (host or identifier may be missing) at `at` into `out`; false when `rule` is not met. */
export function readHeader(bytes: Uint8Array, at: number, end: number, rule: HeaderRule, out: LineScan): boolean {
  const place = placeOf(bytes, at);
  const known = knownHeaders[place];
  const knownEnd = known === undefined ? -1 : endOfKnown(known, bytes, at, end, rule);
  if (known !== undefined && knownEnd >= 0) {
    out.hostStart = at + known.hostStart;
    out.hostEnd = at + known.hostEnd;
    out.unitStart = at + known.unitStart;
    out.unitEnd = at + known.unitEnd;
    out.pidStart = known.pidStart < 0 ? -1 : at + known.pidStart;
    out.pidEnd = known.pidEnd < 0 ? -1 : at + known.pidEnd;
    setBody(bytes, knownEnd - 1, end, out);
    return true;
  }
  if (!readUnknownHeader(bytes, at, end, rule, out)) return false;
  if (out.hostStart >= 0 && out.unitStart > out.hostStart && isDue(place))
    knownHeaders[place] = remember(bytes, at, rule, out);
  return true;
}

/** A header to keep: it ends with the blank behind the colon, so that what was read does not depend on what follows. */
function remember(bytes: Uint8Array, at: number, rule: HeaderRule, out: LineScan): KnownHeader | undefined {
  const colon = out.pidEnd >= 0 ? out.pidEnd + 1 : out.unitEnd;
  if (colon + 2 - at > longestKnown || bytes[colon + 1] !== byte.space) return undefined;
  return {
    bytes: bytes.slice(at, colon + 2),
    rule,
    hostStart: out.hostStart - at,
    hostEnd: out.hostEnd - at,
    unitStart: out.unitStart - at,
    unitEnd: out.unitEnd - at,
    pidStart: out.pidStart < 0 ? -1 : out.pidStart - at,
    pidEnd: out.pidEnd < 0 ? -1 : out.pidEnd - at,
  };
}

function readUnknownHeader(bytes: Uint8Array, at: number, end: number, rule: HeaderRule, out: LineScan): boolean {
  const hostStart = skipBlanks(bytes, at, end);
  const hostEnd = findBlank(bytes, hostStart, Math.min(end, hostStart + 256));
  out.unitStart = out.unitEnd = out.pidStart = out.pidEnd = -1;
  if (hostEnd > hostStart && bytes[hostEnd - 1] === byte.colon) {
    const body = readIdentifier(bytes, hostStart, end, out);
    // Too much ordinary text begins with a word and a colon: without a host the process id must speak for it.
    if (body >= 0 && (rule === 'loose' || out.pidStart >= 0)) {
      setBody(bytes, body, end, out);
      return true;
    }
    out.unitStart = out.unitEnd = out.pidStart = out.pidEnd = -1;
    if (rule !== 'loose') return false;
  }
  if (isHost(bytes, hostStart, hostEnd) && hostEnd < end) {
    const next = skipPriorityName(bytes, skipBlanks(bytes, hostEnd, end), end);
    const body = readIdentifier(bytes, next, end, out);
    if (body >= 0 && believed(bytes, rule, out)) {
      out.hostStart = hostStart;
      out.hostEnd = hostEnd;
      setBody(bytes, body, end, out);
      return true;
    }
    out.unitStart = out.unitEnd = out.pidStart = out.pidEnd = -1;
    if (rule !== 'loose') return false;
    out.hostStart = hostStart;
    out.hostEnd = hostEnd;
    out.bodyStart = next;
    out.bodyEnd = end;
    return true;
  }
  out.bodyStart = hostStart;
  out.bodyEnd = end;
  return rule === 'loose';
}
