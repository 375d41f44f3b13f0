/**
 * Goes over lines whose shape is known and in which no literal stands, and counts them: the same arithmetic that plain code does
 * line by line (`SourceScan`, `ClockEvidence`, `YearCounter`, `TemplateCounter`), without leaving the kernel. Whatever is out of
 * the ordinary ends the run before the line is taken, so that plain code decides what it means. One file, because its state stands
 * in globals that each line passes through.
 */
import * as at from '../src/engine/skim/layout';
import { all } from './constants';
import { keyBytes, placeKey, textKey } from './kinds';
import { isPlainText } from './plainText';
import { mayQuote } from './quotes';
import { base } from './search';
import { bootMicros, bootMs, clockMs, mix } from './stamps';

const run: i32 = at.runAt;

/** Kinds of stamps, as `StampKind` numbers them. */
const dated: i32 = 1;
const yearless: i32 = 2;
const boot: i32 = 3;

const noZone: i32 = 0x7fff;
const dayMs: f64 = 86400000;
const halfYearMs: f64 = 180 * 86400000;
const leastJumpMs: f64 = 25 * 60000;
const quarterMs: f64 = 15 * 60000;
const pairToleranceMs: f64 = 2 * 60000;
const jumpMs: f64 = 1500;
const pairEveryMs: f64 = 60000;
const rebootDropMs: f64 = 1000;
const longestPlace: i32 = 260;

/** Takes as many lines as it can; what came of it is in the memory. */
export function skim(): void {
  const count = load<i32>(run, at.runTo);
  const boundary = load<i32>(run, at.runBoundary);
  const hit = load<i32>(run, at.runHit);
  let index = load<i32>(run, at.runFrom);
  let start = load<i32>(run, at.runNext);
  let reason = at.endReached;
  let lines = 0;
  let textBytes = 0;
  store<i32>(run, 0, at.runLastGroup);
  while (index < count) {
    const end = load<i32>(at.lineFeedsAt + (index << 2));
    if (start >= boundary || end > hit) break;
    const shape = shapeOf(base + start, end - start);
    if (shape === 0) {
      reason = at.endUnknown;
      break;
    }
    reason = take(shape, base + start, base + end, load<i32>(run, at.runLine) + lines + 1);
    if (reason !== at.endReached) break;
    store<i32>(run, start, at.runLastStart);
    textBytes += end - start;
    start = end + 1;
    lines++;
    index++;
  }
  store<i32>(run, lines, at.runLines);
  store<i32>(run, reason, at.runReason);
  store<i32>(run, textBytes, at.runTextBytes);
}

/** Whether a record begins with the line at `start` that ends at `end`, in the window. */
export function begins(start: i32, end: i32): bool {
  const shape = shapeOf(base + start, end - start);
  if (shape === 0 || load<u8>(base + end - 1) === 13) return false;
  const tail = base + end - load<i32>(shape, at.shapeTailLength);
  if (keyOf(shape, base + start + load<i32>(shape, at.shapeLength), tail) === 0) return false;
  // Digits that are no time of day are no stamp, and the line goes on with the record before it.
  const hasInner = load<i32>(shape, at.shapeInnerKind) !== 0;
  return outerMs(shape, base + start, tail) >= 0 && (!hasInner || innerMs(shape, base + start) >= 0);
}

/** The shape that a line fits, or 0. */
function shapeOf(start: i32, length: i32): i32 {
  const count = load<i32>(run, at.runShapes);
  for (let place = 0; place < count; place++) {
    const number = load<u8>(run + place, at.runOrder);
    const shape = at.shapesAt + number * at.shapeBytes;
    if (!fits(shape, start, length)) continue;
    // What fitted is tried a place sooner the next time.
    if (place > 0) {
      store<u8>(run + place, load<u8>(run + place - 1, at.runOrder), at.runOrder);
      store<u8>(run + place - 1, number, at.runOrder);
    }
    return shape;
  }
  return 0;
}

function fits(shape: i32, start: i32, length: i32): bool {
  const head = load<i32>(shape, at.shapeLength);
  if (length < head || !isLike(shape + at.shapeHead, start, head)) return false;
  const tail = load<i32>(shape, at.shapeTailLength);
  if (tail === 0) return true;
  const tailStart = start + length - tail;
  return (
    length >= head + tail && isLike(shape + at.shapeTail, tailStart, tail) && isInsideText(start + head, tailStart)
  );
}

/** Whether bytes are those told. Lines begin alike: their heads differ at the end, which is asked first. */
function isLike(told: i32, start: i32, length: i32): bool {
  const last = (length - 1) & -16;
  let are = areLike(told + last, start + last);
  if (i8x16.bitmask(are) !== 0xffff) return false;
  for (let offset = 0; offset < last; offset += 16) are = v128.and(are, areLike(told + offset, start + offset));
  return i8x16.bitmask(are) === 0xffff;
}

function areLike(told: i32, start: i32): v128 {
  return i8x16.le_u(i8x16.sub(v128.load(start), v128.load(told)), v128.load(told, at.longestHead));
}

/** Whether a JSON text that goes on at `start`, behind no backslash, neither ends before `end` nor has an escape across it. */
function isInsideText(start: i32, end: i32): bool {
  const quote = all(34);
  const backslash = all(92);
  // Nearly always each quote stands behind a backslash, and no backslash behind another one.
  for (let from = start; from < end; from += 16) {
    const here = v128.load(from);
    const isBehind = i8x16.eq(v128.load(from - 1), backslash);
    const isEscape = i8x16.eq(here, backslash);
    const odd = v128.or(v128.andnot(i8x16.eq(here, quote), isBehind), v128.and(isEscape, isBehind));
    if (!v128.any_true(odd)) continue;
    const within: i32 = end - from < 16 ? (1 << (end - from)) - 1 : 0xffff;
    if ((i8x16.bitmask(odd) & within) !== 0) return isInsideOddText(start, end);
  }
  return load<u8>(end - 1) !== 92;
}

/** {@link isInsideText}, escape by escape. */
function isInsideOddText(start: i32, end: i32): bool {
  const quote = all(34);
  const backslash = all(92);
  let from = start;
  while (from < end) {
    const bytes = v128.load(from);
    const mask = i8x16.bitmask(v128.or(i8x16.eq(bytes, quote), i8x16.eq(bytes, backslash)));
    if (mask === 0) {
      from += 16;
      continue;
    }
    from += ctz(mask);
    if (from >= end) return true;
    if (load<u8>(from) === 34 || from + 2 > end) return false;
    from += 2;
  }
  return true;
}

/** Takes one line of a shape, or says why it cannot. Nothing is changed before all is known. */
function take(shape: i32, start: i32, end: i32, line: i32): i32 {
  if (load<u8>(end - 1) === 13) return at.endSpecial;
  const tail = end - load<i32>(shape, at.shapeTailLength);
  const key = keyOf(shape, start + load<i32>(shape, at.shapeLength), tail);
  if (key === 0) return at.endSpecial;
  const group = groupOf(key);
  if (group === 0) return at.endNoGroup;

  const kind = load<i32>(shape, at.shapeOuterKind);
  const outer = outerMs(shape, start, tail);
  const step = outer - load<f64>(run, at.runOuterMs);
  // True for no number too.
  if (kind !== load<i32>(run, at.runOuterKind) || !(abs(step) < leastJumpMs)) return at.endSpecial;
  if (kind === dated && !(outer >= load<f64>(run, at.runYearFrom) && outer < load<f64>(run, at.runYearTo)))
    return at.endSpecial;
  const zone = load<i32>(shape, at.shapeOuterZone);
  if (zone !== noZone && zone !== load<i32>(run, at.runZone)) return at.endSpecial;

  const innerKind = load<i32>(shape, at.shapeInnerKind);
  let inner: f64 = 0;
  let isPair = false;
  if (innerKind !== 0) {
    inner = innerMs(shape, start);
    if (!(inner >= 0) || load<i32>(run, at.runInnerKind) === 0) return at.endSpecial;
    if (innerKind === yearless && !isSameYear(inner)) return at.endSpecial;
    isPair = innerKind !== boot && load<i32>(run, at.runPairsLeft) > 0;
    if (isPair && !isUsualPair(shape, kind, innerKind, outer, inner)) return at.endSpecial;
  }
  const quotes = load<i32>(run, at.runQuotes) === 0 ? at.quotesNothing : load<i32>(shape, at.shapeQuotes);
  if (quotes !== at.quotesNothing) {
    if (quotes === at.quotesInHead || mayQuote(start + load<i32>(shape, at.shapeLength), tail)) return at.endSpecial;
    // Both of the same day, so that the year is the outer stamp's.
    if (quotes === at.quotesOwnYear && !(abs(outer + load<f64>(shape, at.shapeReferenceMs) - inner) <= dayMs / 2))
      return at.endSpecial;
  }
  const isBoot = kind === boot || innerKind === boot;
  if (isBoot) {
    const slot = shape + (kind === boot ? at.shapeOuterKind : at.shapeInnerKind);
    if (!isUsualBoot(slot, start, kind === boot ? outer : inner, kind === boot ? at.runAt : 0, outer))
      return at.endSpecial;
  }
  if (!countLast()) return at.endFullGroup;

  // From here on the line is taken.
  if (step < 0) increase(run + at.runDescents);
  else if (step > 0) increase(run + at.runAscents);
  store<f64>(run, outer, at.runOuterMs);
  if (kind === dated) increase(run + at.runYearCount);
  if (zone !== noZone) increase(run + at.runZoneCount);
  if (innerKind !== 0) {
    takeInner(innerKind, inner);
    if (isPair) takePair(shape, kind, innerKind, line);
  }
  if (quotes === at.quotesOwnYear) increase(run + at.runMentions);
  if (isBoot) takeBoot(kind === boot ? outer : inner, kind === boot, outer);
  increase(shape + at.shapeCount);
  store<i32>(run, shape, at.runLastShape);
  store<i32>(run, group, at.runLastGroup);
  store<f64>(run, timeOf(shape, kind, zone, outer), at.runLastMs);
  lastLine = line;
  return at.endReached;
}

/** Line that is to be counted in the last group. */
let lastLine: i32 = 0;

function increase(place: i32): void {
  store<i32>(place, load<i32>(place) + 1);
}

/** The kind of message that stands behind the head, or 0 when plain code has to look. */
function keyOf(shape: i32, head: i32, end: i32): i32 {
  const rest = load<i32>(shape, at.shapeRest);
  if (rest === at.restPlace) return placeKey(head, min(end, head + longestPlace));
  if (rest === at.restKnown) return load<i32>(shape, at.shapeKey);
  if (head >= end) return 0;
  if (rest === at.restNoHeader && mayBeHeader(head, end)) return 0;
  if (rest === at.restNoRecord && !isPlainText(head, end)) return 0;
  return textKey(head, min(end, head + keyBytes));
}

/**
 * Whether `host identifier[pid]: ` might stand at `start`: a word that could be a host, behind it no identifier of the kernel,
 * and a bracket somewhere. More lines are suspected than are meant.
 */
function mayBeHeader(start: i32, end: i32): bool {
  let position = start;
  while (position < end && load<u8>(position) !== 32 && load<u8>(position) !== 9) {
    if (load<u8>(position) === 61) return false;
    position++;
  }
  if (position === start) return true;
  if (load<u8>(position - 1) === 58) return false;
  if (position + 1 >= end) return true;
  const next = load<u8>(position + 1);
  if (next <= 32 || next === 107) return true;
  const limit = min(end, position + 256);
  const bracket = all(91);
  const dot = all(46);
  for (let from = position; from < limit; from += 16) {
    const bytes = v128.load(from);
    const mask = i8x16.bitmask(v128.or(i8x16.eq(bytes, bracket), i8x16.eq(bytes, dot)));
    if (mask !== 0 && from + ctz(mask) < limit) return true;
  }
  return false;
}

/** The group of a kind of message, or 0. */
function groupOf(key: i32): i32 {
  let slot = key & (at.slotCount - 1);
  while (true) {
    const number = load<i32>(at.slotsAt + (slot << 2));
    if (number === 0) return 0;
    const group = at.groupsAt + (number - 1) * at.groupBytes;
    if (load<i32>(group, at.groupKey) === key) return group;
    slot = (slot + 1) & (at.slotCount - 1);
  }
}

/** Times of a line that fits a shape; no number for digits that are no time of day. */
function outerMs(shape: i32, start: i32, tail: i32): f64 {
  const from = load<i32>(shape, at.shapeOuterInTail) === 0 ? start : tail;
  return stampMs(shape + at.shapeOuterKind, load<f64>(shape, at.shapeOuterMs), from);
}

function innerMs(shape: i32, start: i32): f64 {
  return stampMs(shape + at.shapeInnerKind, load<f64>(shape, at.shapeInnerMs), start);
}

/** Milliseconds of the stamp that a shape describes at `told`; no number when it is no time of day. */
function stampMs(told: i32, midnight: f64, start: i32): f64 {
  const place = start + load<i32>(told, 4);
  const fraction = load<i32>(told, 12);
  if (load<i32>(told) === boot) return bootMs(place, load<i32>(told, 8), fraction);
  return midnight + clockMs(place, fraction);
}

function isSameYear(inner: f64): bool {
  const before = load<f64>(run, at.runInnerYearlessMs);
  return before >= 0 && abs(inner - before) <= halfYearMs;
}

/** Whether a pair of stamps says what the last one said. */
function isUsualPair(shape: i32, kind: i32, innerKind: i32, outer: f64, inner: f64): bool {
  const outerZone = load<i32>(shape, at.shapeOuterZone);
  const innerZone = load<i32>(shape, at.shapeInnerZone);
  if (kind === yearless && innerKind === dated && !isPairYear(shape)) return false;
  if (outerZone !== noZone && innerZone !== noZone) return true;
  let outerUtc = outerZone === noZone ? outer : outer - <f64>outerZone * 60000;
  let innerUtc = innerZone === noZone ? inner : inner - <f64>innerZone * 60000;
  if (kind !== innerKind) {
    // Both in the year of stamps without one, which is simple within the day.
    if (!isOfDay(outerUtc, load<f64>(shape, at.shapeOuterMs)) || !isOfDay(innerUtc, load<f64>(shape, at.shapeInnerMs)))
      return false;
    outerUtc += load<f64>(shape, at.shapeReferenceMs);
    innerUtc += load<f64>(shape, at.shapeInnerReferenceMs);
  }
  const difference = outerUtc - innerUtc;
  const quarter = load<i32>(run + (innerZone === noZone ? at.runWallQuarter : at.runUtcQuarter));
  const residue = difference - <f64>quarter * quarterMs;
  // Nearer than half a quarter to this one is nearer than to any other.
  return residue >= -pairToleranceMs && residue <= pairToleranceMs && abs(difference) < dayMs * 0.75;
}

function isOfDay(ms: f64, midnight: f64): bool {
  return ms >= midnight && ms < midnight + dayMs;
}

/** Whether the inner stamp's year is that of the pairs before it in this run. */
function isPairYear(shape: i32): bool {
  return (
    load<i32>(run, at.runPairYears) === 0 || load<i32>(run, at.runPairYear) === load<i32>(shape, at.shapeInnerYear)
  );
}

/** The mixed value of the boot stamp that was looked at last, and whether it may belong to the sample. */
let bootValue: f64 = 0;
let isSampled: bool = false;

/** Whether a boot stamp goes on where the last one was, and there is room for it if it may belong to the sample. */
function isUsualBoot(told: i32, start: i32, ms: f64, alone: i32, wall: f64): bool {
  if (!(ms >= load<f64>(run, at.runBootMs) - rebootDropMs)) return false;
  const micros = bootMicros(start + load<i32>(told, 4), load<i32>(told, 8), load<i32>(told, 12));
  bootValue = mix(ms, micros);
  isSampled = bootValue < load<f64>(run, at.runBootLargest);
  if (isSampled && load<i32>(run, at.runSampledCount) === at.mostSampled) return false;
  if (alone !== 0 || load<i32>(run, at.runBootIsFull) !== 0) return true;
  return isUsualBootPair(ms, wall);
}

function isUsualBootPair(ms: f64, wall: f64): bool {
  const moved = wall - ms - load<f64>(run, at.runBootDelta);
  return abs(moved) < jumpMs && ms - load<f64>(run, at.runBootPairMs) < pairEveryMs;
}

function takeBoot(ms: f64, alone: bool, wall: f64): void {
  store<f64>(run, ms, at.runBootMs);
  if (isSampled) {
    const count = load<i32>(run, at.runSampledCount);
    store<f64>(run + at.runSampled + (count << 3), bootValue);
    store<i32>(run, count + 1, at.runSampledCount);
  }
  if (alone) return;
  store<f64>(run, wall, at.runBootWallMs);
  if (isUsualBootPair(ms, wall)) increase(run + at.runBootPairs);
}

function takeInner(kind: i32, inner: f64): void {
  if (kind === load<i32>(run, at.runInnerKind)) {
    const step = inner - load<f64>(run, at.runInnerMs);
    if (step < 0 && step > -halfYearMs) increase(run + at.runInnerDescents);
    else if (step > 0 && step < halfYearMs) increase(run + at.runInnerAscents);
  }
  store<i32>(run, kind, at.runInnerKind);
  store<f64>(run, inner, at.runInnerMs);
  if (kind !== yearless) return;
  store<f64>(run, inner, at.runInnerYearlessMs);
  increase(run + at.runInnerYearless);
}

function takePair(shape: i32, kind: i32, innerKind: i32, line: i32): void {
  if (kind === yearless && innerKind === dated) {
    increase(run + at.runPairYears);
    store<i32>(run, load<i32>(shape, at.shapeInnerYear), at.runPairYear);
  }
  store<i32>(run, load<i32>(run, at.runPairsLeft) - 1, at.runPairsLeft);
  increase(shape + at.shapePairs);
  const innerZone = load<i32>(shape, at.shapeInnerZone);
  if (load<i32>(shape, at.shapeOuterZone) !== noZone && innerZone !== noZone) return;
  const isWall = innerZone === noZone;
  increase(run + (isWall ? at.runWallCount : at.runUtcCount));
  store<i32>(run + (isWall ? at.runWallLine : at.runUtcLine), line);
}

/** A line's time as it is counted: on the source's own clock, or of its zone. */
function timeOf(shape: i32, kind: i32, zone: i32, outer: f64): f64 {
  if (load<i32>(shape, at.shapeIsTimed) === 0) return NaN;
  const utc = zone === noZone ? outer : outer - <f64>zone * 60000;
  return kind === yearless ? utc + load<f64>(run, at.runYearShift) : utc;
}

/** Counts the line before, which ended without anything that explains it; false when its group's bins do not reach so far. */
function countLast(): bool {
  const group = load<i32>(run, at.runLastGroup);
  if (group === 0) return true;
  const ms = load<f64>(run, at.runLastMs);
  // A comparison with no number is false.
  if (abs(ms) >= 0 && !addTime(group, ms)) {
    store<i32>(run, group, at.runFullGroup);
    return false;
  }
  increase(group + at.groupCount);
  const severity = load<i32>(load<i32>(run, at.runLastShape), at.shapeSeverity);
  if (severity < load<i32>(group, at.groupSeverity)) store<i32>(group, severity, at.groupSeverity);
  if (load<i32>(group, at.groupLine) === 0) store<i32>(group, lastLine, at.groupLine);
  return true;
}

function addTime(group: i32, ms: f64): bool {
  const bin = floor(ms / load<f64>(group, at.groupWidth));
  if (load<i32>(group, at.groupHasBase) === 0) {
    store<i32>(group, 1, at.groupHasBase);
    // Times go back a little now and then.
    store<f64>(group, bin - 4, at.groupBase);
    store<f64>(group, ms, at.groupFirstMs);
    store<f64>(group, ms, at.groupLastMs);
  }
  const place = bin - load<f64>(group, at.groupBase);
  if (!(place >= 0 && place < <f64>at.binCount)) return false;
  increase(group + at.groupBins + ((<i32>place) << 2));
  if (ms < load<f64>(group, at.groupFirstMs)) store<f64>(group, ms, at.groupFirstMs);
  if (ms > load<f64>(group, at.groupLastMs)) store<f64>(group, ms, at.groupLastMs);
  return true;
}
