/**
 * Goes over lines whose shape is known, up to the first one in which a literal stands, and counts them: the same arithmetic that
 * plain code does line by line (`SourceScan`, `ClockEvidence`, `YearCounter`, `TemplateCounter`), without leaving the kernel.
 * Whatever is out of the ordinary ends the run before the line is taken, so that plain code decides what it means.
 */
import * as at from '../src/engine/skim/layout';
import { boot, dated, groupOf, innerMs, keyOf, outerMs, yearless } from './differences';
import { mayQuote } from './quotes';
import { base } from './search';
import { shapeOf } from './shapes';
import { bootMicros, mix } from './stamps';

const run: i32 = at.runAt;

const noZone: i32 = 0x7fff;
const dayMs: f64 = 86400000;
const halfYearMs: f64 = 180 * 86400000;
const leastJumpMs: f64 = 25 * 60000;
const quarterMs: f64 = 15 * 60000;
const pairToleranceMs: f64 = 2 * 60000;
const jumpMs: f64 = 1500;
const pairEveryMs: f64 = 60000;
const rebootDropMs: f64 = 1000;

/** Takes as many lines as it can; what came of it is in the memory. Of a line that is not taken nothing has changed. */
export function skim(): void {
  const count = load<i32>(run, at.runTo);
  const boundary = load<i32>(run, at.runBoundary);
  const hit = load<i32>(run, at.runHit);
  const kind = load<i32>(run, at.runOuterKind);
  const zone = load<i32>(run, at.runZone);
  const hasQuotes = load<i32>(run, at.runQuotes) !== 0;
  const from = kind === dated ? load<f64>(run, at.runYearFrom) : -Infinity;
  const to = kind === dated ? load<f64>(run, at.runYearTo) : Infinity;
  const shift = kind === yearless ? load<f64>(run, at.runYearShift) : 0;
  let index = load<i32>(run, at.runFrom);
  let next = load<i32>(run, at.runNext);
  let line = load<i32>(run, at.runLine);
  let reason = at.endReached;
  let textBytes = 0;
  let ascents = 0;
  let descents = 0;
  let zoned = 0;
  let before = load<f64>(run, at.runOuterMs);
  let lastStart = 0;
  let lastGroup = 0;
  let lastShape = 0;
  let lastMs: f64 = 0;
  // The line with a literal is the last one: its record is looked at before the next line is taken.
  while (index < count && next < boundary && next <= hit) {
    const feed = load<i32>(at.lineFeedsAt + (index << 2));
    const start = base + next;
    const end = base + feed;
    const shape = shapeOf(start, feed - next);
    if (shape === 0) {
      reason = at.endUnknown;
      break;
    }
    const tail = end - load<i32>(shape, at.shapeTailLength);
    const head = start + load<i32>(shape, at.shapeLength);
    const key = load<u8>(end - 1) === 13 ? 0 : keyOf(load<i32>(shape, at.shapeRest), shape, head, tail);
    const group = groupOf(key);
    if (group === 0) {
      reason = key === 0 ? at.endSpecial : at.endNoGroup;
      break;
    }
    const outer = outerMs(shape, start, tail);
    const step = outer - before;
    const ownZone = load<i32>(shape, at.shapeOuterZone);
    const innerKind = load<i32>(shape, at.shapeInnerKind);
    const inner: f64 = innerKind === 0 ? 0 : innerMs(shape, start);
    // A comparison with no number is false.
    const isUsual =
      load<i32>(shape, at.shapeOuterKind) === kind &&
      abs(step) < leastJumpMs &&
      outer >= from &&
      outer < to &&
      (ownZone === noZone || ownZone === zone) &&
      (innerKind === 0 || isUsualInner(shape, start, kind, innerKind, outer, inner)) &&
      !(hasQuotes && isQuoting(shape, head, tail, outer, inner)) &&
      (kind !== boot || isUsualBoot(start, shape + at.shapeOuterKind, outer, true, outer));
    if (!isUsual) {
      reason = at.endSpecial;
      break;
    }
    if (lastGroup !== 0 && !countIn(lastGroup, lastShape, lastMs, line)) {
      store<i32>(run, lastGroup, at.runFullGroup);
      reason = at.endFullGroup;
      break;
    }
    // From here on the line is taken.
    line++;
    // Without asking: whether both are of the same moment nobody can foresee.
    ascents += i32(step > 0);
    descents += i32(step < 0);
    before = outer;
    zoned += i32(ownZone !== noZone);
    if (innerKind !== 0) takeInner(shape, kind, innerKind, outer, inner, line);
    if (kind === boot) takeBoot(outer, true, outer);
    if (hasQuotes && load<i32>(shape, at.shapeQuotes) === at.quotesOwnYear) increase(run + at.runMentions);
    increase(shape + at.shapeCount);
    lastGroup = group;
    lastShape = shape;
    lastStart = next;
    const utc = ownZone === noZone ? outer : outer - <f64>ownZone * 60000;
    lastMs = load<i32>(shape, at.shapeIsTimed) === 0 ? NaN : utc + shift;
    textBytes += feed - next;
    next = feed + 1;
    index++;
    // So is one whose header tells of trouble by a source file that means something.
    if ((load<i32>(shape, at.shapeIsTroubled) & load<i32>(group, at.groupHasFile)) !== 0) break;
  }
  const lines = index - load<i32>(run, at.runFrom);
  store<f64>(run, before, at.runOuterMs);
  store<i32>(run, ascents, at.runAscents);
  store<i32>(run, descents, at.runDescents);
  store<i32>(run, zoned, at.runZoneCount);
  store<i32>(run, kind === dated ? lines : 0, at.runYearCount);
  store<i32>(run, lastStart, at.runLastStart);
  store<i32>(run, lastGroup, at.runLastGroup);
  store<i32>(run, lastShape, at.runLastShape);
  store<f64>(run, lastMs, at.runLastMs);
  store<i32>(run, lines, at.runLines);
  store<i32>(run, reason, at.runReason);
  store<i32>(run, textBytes, at.runTextBytes);
}

/** Whether an inner stamp says nothing new. */
function isUsualInner(shape: i32, start: i32, kind: i32, innerKind: i32, outer: f64, inner: f64): bool {
  if (!(inner >= 0) || load<i32>(run, at.runInnerKind) === 0) return false;
  if (innerKind === boot) return isUsualBoot(start, shape + at.shapeInnerKind, inner, false, outer);
  if (innerKind === yearless && !isSameYear(inner)) return false;
  return load<i32>(run, at.runPairsLeft) <= 0 || isUsualPair(shape, kind, innerKind, outer, inner);
}

/** Whether the line may quote an instant that tells of its source's clock. */
function isQuoting(shape: i32, head: i32, tail: i32, outer: f64, inner: f64): bool {
  const quotes = load<i32>(shape, at.shapeQuotes);
  if (quotes === at.quotesNothing) return false;
  if (quotes === at.quotesInHead || mayQuote(head, tail)) return true;
  // Both of the same day, so that the year is the outer stamp's.
  return quotes === at.quotesOwnYear && !(abs(outer + load<f64>(shape, at.shapeReferenceMs) - inner) <= dayMs / 2);
}

function increase(place: i32): void {
  add(place, 1);
}

function add(place: i32, count: i32): void {
  store<i32>(place, load<i32>(place) + count);
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
function isUsualBoot(start: i32, told: i32, ms: f64, alone: bool, wall: f64): bool {
  if (!(ms >= load<f64>(run, at.runBootMs) - rebootDropMs)) return false;
  const micros = bootMicros(start + load<i32>(told, 4), load<i32>(told, 8), load<i32>(told, 12));
  bootValue = mix(ms, micros);
  isSampled = bootValue < load<f64>(run, at.runBootLargest);
  if (isSampled && load<i32>(run, at.runSampledCount) === at.mostSampled) return false;
  if (alone || load<i32>(run, at.runBootIsFull) !== 0) return true;
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

function takeInner(shape: i32, kind: i32, innerKind: i32, outer: f64, inner: f64, line: i32): void {
  if (innerKind === load<i32>(run, at.runInnerKind)) {
    // Without asking: whether both are of the same moment nobody can foresee.
    const step = inner - load<f64>(run, at.runInnerMs);
    const isStep = abs(step) < halfYearMs;
    add(run + at.runInnerDescents, i32(isStep && step < 0));
    add(run + at.runInnerAscents, i32(isStep && step > 0));
  }
  store<i32>(run, innerKind, at.runInnerKind);
  store<f64>(run, inner, at.runInnerMs);
  if (innerKind === boot) {
    takeBoot(inner, false, outer);
    return;
  }
  if (innerKind === yearless) {
    store<f64>(run, inner, at.runInnerYearlessMs);
    increase(run + at.runInnerYearless);
  }
  if (load<i32>(run, at.runPairsLeft) > 0) takePair(shape, kind, innerKind, line);
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

/** Counts a line that ended without anything that explains it; false when its group's bins do not reach so far. */
function countIn(group: i32, shape: i32, ms: f64, line: i32): bool {
  // A comparison with no number is false.
  if (abs(ms) >= 0 && !addTime(group, ms)) return false;
  increase(group + at.groupCount);
  const severity = load<i32>(shape, at.shapeSeverity);
  if (severity < load<i32>(group, at.groupSeverity)) store<i32>(group, severity, at.groupSeverity);
  if (load<i32>(group, at.groupLine) === 0) store<i32>(group, line, at.groupLine);
  return true;
}

function addTime(group: i32, ms: f64): bool {
  const from = load<f64>(group, at.groupBinFrom);
  // Nearly always the bin is the one that was counted in last.
  const isLast = ms >= from && ms < from + load<f64>(group, at.groupWidth);
  if (!isLast && !findBin(group, ms)) return false;
  increase(load<i32>(group, at.groupBin));
  if (ms < load<f64>(group, at.groupFirstMs)) store<f64>(group, ms, at.groupFirstMs);
  if (ms > load<f64>(group, at.groupLastMs)) store<f64>(group, ms, at.groupLastMs);
  return true;
}

/** Finds the bin of a time; false when the group's bins do not reach so far. */
function findBin(group: i32, ms: f64): bool {
  const width = load<f64>(group, at.groupWidth);
  const bin = floor(ms / width);
  if (load<i32>(group, at.groupHasBase) === 0) {
    store<i32>(group, 1, at.groupHasBase);
    // Times go back a little now and then.
    store<f64>(group, bin - 4, at.groupBase);
    store<f64>(group, ms, at.groupFirstMs);
    store<f64>(group, ms, at.groupLastMs);
  }
  const place = bin - load<f64>(group, at.groupBase);
  if (!(place >= 0 && place < <f64>at.binCount)) return false;
  store<f64>(group, bin * width, at.groupBinFrom);
  store<i32>(group, group + at.groupBins + ((<i32>place) << 2), at.groupBin);
  return true;
}
