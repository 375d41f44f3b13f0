/** Lines that begin with a date in digits, told apart by what stands behind it, so that each belongs to exactly one format. */
import type { SeverityCode } from '../../model/severity';
import { noSeverity } from '../../model/severity';
import {
  byte,
  findBlank,
  findByte,
  isBlankOrEnd,
  isDigit,
  isLower,
  isUpper,
  readIsoStamp,
  skipBlanks,
  skipDigits,
  startsWith,
} from '../bytes';
import { LineScan, noZone } from '../format';
import { colorCodeLength } from './colorCodes';
import { readHalfOfDay } from './dayClock';
import { severityOfWord, skipLetters } from './levels';
import { readNamedZone } from './stamps';
import type { HeaderRule } from './syslogHeader';
import { readHeader } from './syslogHeader';
import { readWrittenDate } from './writtenDate';

/** What stands behind the stamp. */
export type IsoLineKind =
  | 'cri'
  | 'dmesg'
  | 'capnslog'
  | 'barred'
  | 'ceph'
  | 'cephCluster'
  | 'transport'
  | 'supervisord'
  | 'level'
  | 'syslog'
  | 'docker'
  | 'row'
  | 'slashed'
  | 'text';

/** Where the part behind the stamp begins, after {@link readIsoLine}; and where its level word stands, for `level`. */
export const isoLine = { rest: -1, levelStart: -1, levelEnd: -1, severity: noSeverity as SeverityCode };

const scratch = new LineScan();

/** Reads the stamp at `start` into `out` and tells what follows it; `undefined` when there is no stamp. */
export function readIsoLine(bytes: Uint8Array, start: number, end: number, out: LineScan): IsoLineKind | undefined {
  const bracketed = bytes[start] === byte.openBracket;
  const at = bracketed ? start + 1 : start;
  if (!isDigit(bytes[at])) return undefined;
  let after = readIsoStamp(bytes, at, end, out);
  const isIso = after >= 0;
  after = isIso ? readHalfOfDay(bytes, at + 11, after, end, out) : readWrittenDate(bytes, at, end, out);
  if (after < 0) return undefined;
  out.stampEnd = after;
  if (out.zoneMinutes === noZone && bytes[after] === byte.space && isUpper(bytes[after + 1])) {
    const zoneEnd = readNamedZone(bytes, after + 1, end, out);
    // A name that means several zones, or none, is a word of what follows.
    if (out.zoneMinutes !== noZone) after = out.stampEnd = zoneEnd;
  }
  after = skipGoZoneName(bytes, after, end, out);
  if (bracketed) {
    if (bytes[after] !== byte.closeBracket) return undefined;
    after++;
  }
  if (isBarred(bytes, after, end)) {
    isoLine.rest = after + 1;
    return isIso ? 'barred' : undefined;
  }
  if (!isBlankOrEnd(bytes, after, end) && bytes[after] !== byte.colon && bytes[after] !== byte.openBracket)
    return undefined;
  if (after < end && bytes[after] === byte.colon) after++;
  isoLine.rest = skipBlanks(bytes, after, end);
  if (!isIso) return kindOfText(bytes, isoLine.rest, end, 'process');
  if (bytes[at + 4] === byte.slash) return 'slashed';
  return kindOf(bytes, at, end, out);
}

/** Position after the ` CST` with which Go repeats a numeric zone, or `at`. */
function skipGoZoneName(bytes: Uint8Array, at: number, end: number, out: LineScan): number {
  if (out.zoneMinutes === noZone || bytes[at] !== byte.space || !isUpper(bytes[at + 1])) return at;
  let wordEnd = at + 1;
  while (wordEnd < end && isUpper(bytes[wordEnd])) wordEnd++;
  const length = wordEnd - at - 1;
  const isName = length >= 3 && length <= 5 && isBlankOrEnd(bytes, wordEnd, end);
  return isName && severityOfWord(bytes, at + 1, wordEnd) === noSeverity ? wordEnd : at;
}

function kindOf(bytes: Uint8Array, at: number, end: number, out: LineScan): IsoLineKind {
  const rest = isoLine.rest;
  if (isCeph(bytes, rest, end)) return 'ceph';
  if (isCephCluster(bytes, rest, end)) return 'cephCluster';
  const joined = bytes[at + 10] === 0x54;
  const zoned = out.zoneMinutes !== 0x7fff;
  if (joined && zoned) {
    if (bytes[at + 19] === byte.comma) return 'dmesg';
    if (isStream(bytes, rest, end)) return 'cri';
    if (isDockerEvent(bytes, rest, end)) return 'docker';
  }
  if (!joined) {
    if (isDatedRow(bytes, rest, end)) return 'row';
    if (isCapnslog(bytes, rest, end)) return 'capnslog';
    if (isTransport(bytes, rest, end)) return 'transport';
    if (bytes[at + 19] === byte.comma && isSupervisord(bytes, rest, end)) return 'supervisord';
  }
  // syslog daemons write a numeric zone and at most microseconds; `Z` and nanoseconds come from container runtimes.
  const numericZone = bytes[out.stampEnd - 1] !== 0x5a;
  const fraction = skipDigits(bytes, at + 20, out.stampEnd) - at - 20;
  return kindOfText(bytes, rest, end, joined && zoned && numericZone && fraction < 7 ? 'identifier' : 'process');
}

function kindOfText(bytes: Uint8Array, rest: number, end: number, rule: HeaderRule): IsoLineKind {
  if (findLevel(bytes, rest, end)) return 'level';
  scratch.reset();
  return readHeader(bytes, rest, end, rule, scratch) ? 'syslog' : 'text';
}

function isStream(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 8 > end) return false;
  if (!startsWith(bytes, at, end, 'stdout ') && !startsWith(bytes, at, end, 'stderr ')) return false;
  const tag = bytes[at + 7];
  return (tag === 0x46 || tag === 0x50) && (isBlankOrEnd(bytes, at + 8, end) || bytes[at + 8] === byte.colon);
}

/** A second date and a count: what `kubectl get events` of 1.8 and 1.9 begins its rows with. */
function isDatedRow(bytes: Uint8Array, at: number, end: number): boolean {
  if (!isDigit(bytes[at]) || bytes[at + 4] !== byte.minus) return false;
  scratch.reset();
  const stampEnd = readIsoStamp(bytes, at, end, scratch);
  if (stampEnd < 0) return false;
  const count = skipBlanks(bytes, skipGoZoneName(bytes, stampEnd, end, scratch), end);
  const countEnd = skipDigits(bytes, count, end);
  return countEnd > count && countEnd < end && isBlankOrEnd(bytes, countEnd, end);
}

const dockerTypes = ['container', 'image', 'network', 'volume', 'daemon', 'plugin', 'service', 'node', 'builder'];

/** `container die 3f2a... (image=..., name=...)`: a type, an action, attributes in parentheses at the end. */
export function isDockerEvent(bytes: Uint8Array, at: number, end: number): boolean {
  if (!isLower(bytes[at]) || bytes[end - 1] !== byte.closeParen) return false;
  const typeEnd = findBlank(bytes, at, Math.min(end, at + 16));
  if (!isDockerType(bytes, at, typeEnd)) return false;
  const actionEnd = findBlank(bytes, typeEnd + 1, Math.min(end, typeEnd + 120));
  return (
    actionEnd > typeEnd + 1 &&
    isBlankOrEnd(bytes, actionEnd, end) &&
    findByte(bytes, byte.openParen, actionEnd, end) > 0
  );
}

/** True for what docker's events begin with. Apart, because a closure is made where the function that holds it is entered. */
export function isDockerType(bytes: Uint8Array, at: number, end: number): boolean {
  return dockerTypes.some((name) => name.length === end - at && startsWith(bytes, at, end, name));
}

function isCapnslog(bytes: Uint8Array, at: number, end: number): boolean {
  return startsWith(bytes, at + 1, end, ' | ') && capnslogLetters.has(bytes[at] ?? 0);
}

/** `7f2a41507700 -1 `: a thread by its address, and how much the line matters to Ceph, -1 to 99. */
function isCeph(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 0x37 && bytes[at] !== 0x66 && bytes[at] !== 0x65) return false;
  let threadEnd = at;
  while (threadEnd < end && isHexDigit(bytes[threadEnd])) threadEnd++;
  if (threadEnd - at < 8 || threadEnd - at > 16 || !isBlankOrEnd(bytes, threadEnd, end)) return false;
  const level = skipBlanks(bytes, threadEnd, end);
  const digit = bytes[level] === byte.minus ? level + 1 : level;
  const levelEnd = skipDigits(bytes, digit, Math.min(end, digit + 2));
  return levelEnd > digit && levelEnd < end && bytes[levelEnd] === byte.space;
}

const cephDaemons = ['mon.', 'osd.', 'mgr.', 'mds.', 'client.'];
/** Who wrote a message to a Ceph cluster's log, from where and as which, takes no more. */
const longestCephHead = 200;

/** `mon.a (mon.0) 1234 : cluster [WRN] `: who told the cluster's log what, and how bad it is. */
function isCephCluster(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 0x6d && bytes[at] !== 0x6f && bytes[at] !== 0x63) return false;
  if (!isCephDaemon(bytes, at, end)) return false;
  const limit = Math.min(end, at + longestCephHead);
  for (let blank = findBlank(bytes, at, limit); blank < limit; blank = findBlank(bytes, blank + 1, limit)) {
    if (!startsWith(bytes, blank, limit, ' : ')) continue;
    const channelEnd = findBlank(bytes, blank + 3, limit);
    return bytes[channelEnd + 1] === byte.openBracket && levelAt(bytes, channelEnd + 1, limit);
  }
  return false;
}

/** Apart, because a closure is made where the function that holds it is entered. */
function isCephDaemon(bytes: Uint8Array, at: number, end: number): boolean {
  return cephDaemons.some((name) => startsWith(bytes, at, end, name));
}

function isHexDigit(value: number | undefined): boolean {
  return isDigit(value) || (value !== undefined && value >= 97 && value <= 102);
}

/** `|00051|`: the number that Open vSwitch gives its messages. */
function isBarred(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end || bytes[at] !== byte.pipe) return false;
  const numberEnd = skipDigits(bytes, at + 1, Math.min(end, at + 12));
  return numberEnd > at + 1 && numberEnd < end && bytes[numberEnd] === byte.pipe;
}

const capnslogLetters: ReadonlySet<number> = new Set([...'CEWNIDT'].map((letter) => letter.charCodeAt(0)));

const transportWords = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/** `err kernel: ` or `info kubelet[12]: `: a syslog priority in lower case, then an identifier. */
function isTransport(bytes: Uint8Array, at: number, end: number): boolean {
  if (!isLower(bytes[at])) return false;
  const wordEnd = skipLetters(bytes, at, Math.min(end, at + 8));
  if (
    bytes[wordEnd] !== byte.space ||
    !transportWords.some((word) => word.length === wordEnd - at && startsWith(bytes, at, end, word))
  )
    return false;
  const tagEnd = findBlank(bytes, wordEnd + 1, Math.min(end, wordEnd + 80));
  return tagEnd - wordEnd > 2 && bytes[tagEnd - 1] === byte.colon;
}

const supervisordWords = ['CRIT', 'ERRO', 'WARN', 'INFO', 'DEBG', 'TRAC', 'BLAT'];

function isSupervisord(bytes: Uint8Array, at: number, end: number): boolean {
  return bytes[at + 4] === byte.space && supervisordWords.some((word) => startsWith(bytes, at, end, word));
}

/** Finds the level word: first, or behind a process id, a bracketed thread or ` - name - `. */
function findLevel(bytes: Uint8Array, rest: number, end: number): boolean {
  if (levelAt(bytes, rest, end)) return true;
  const first = bytes[rest];
  if (isDigit(first)) {
    const pidEnd = skipDigits(bytes, rest, Math.min(end, rest + 10));
    return bytes[pidEnd] === byte.space && levelAt(bytes, skipBlanks(bytes, pidEnd, end), end);
  }
  if (first === byte.openBracket) {
    const close = findByte(bytes, byte.closeBracket, rest, Math.min(end, rest + 64));
    return close > 0 && levelAt(bytes, skipBlanks(bytes, close + 1, end), end);
  }
  if (first !== byte.minus || bytes[rest + 1] !== byte.space) return false;
  const nameEnd = findBlank(bytes, rest + 2, Math.min(end, rest + 80));
  if (levelAt(bytes, rest + 2, end)) return true;
  // cloud-init: ` - util.py[WARNING]: message`
  const bracket = findByte(bytes, byte.openBracket, rest + 2, nameEnd);
  if (bracket > 0 && bytes[nameEnd - 1] === byte.colon) return levelAt(bytes, bracket, nameEnd);
  return startsWith(bytes, nameEnd, end, ' - ') && levelAt(bytes, nameEnd + 3, end);
}

function levelAt(bytes: Uint8Array, start: number, end: number): boolean {
  const at = start + colorCodeLength(bytes, start, end);
  const bracketed = bytes[at] === byte.openBracket;
  const wordStart = bracketed ? at + 1 : at;
  const wordEnd = skipLetters(bytes, wordStart, Math.min(end, wordStart + 10));
  const severity = severityOfWord(bytes, wordStart, wordEnd);
  if (severity === noSeverity) return false;
  const wordStop = wordEnd + colorCodeLength(bytes, wordEnd, end);
  const follows = bytes[wordStop];
  if (bracketed) {
    // `[INFO ]` and `[info]` both occur.
    const close = skipBlanks(bytes, wordEnd, Math.min(end, wordEnd + 3));
    if (bytes[close] !== byte.closeBracket) return false;
  } else if (!isBlankOrEnd(bytes, wordStop, end) && follows !== byte.colon && follows !== byte.pipe) return false;
  isoLine.levelStart = wordStart;
  isoLine.levelEnd = wordEnd;
  isoLine.severity = severity;
  return true;
}
