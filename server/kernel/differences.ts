/** What the lines of a shape differ in: their kinds of message and their times. */
import * as at from '../src/engine/skim/layout';
import { all } from './constants';
import { keyBytes, placeKey, textKey } from './kinds';
import { isPlainText } from './plainText';
import { base } from './search';
import { shapeOf } from './shapes';
import { bootMs, clockMs } from './stamps';

/** Kinds of stamps, as `StampKind` numbers them. */
export const dated: i32 = 1;
export const yearless: i32 = 2;
export const boot: i32 = 3;

const longestPlace: i32 = 260;

/** Whether a record begins with the line at `start` that ends at `end`, in the window. */
export function begins(start: i32, end: i32): bool {
  const shape = shapeOf(base + start, end - start);
  if (shape === 0 || load<u8>(base + end - 1) === 13) return false;
  const tail = base + end - load<i32>(shape, at.shapeTailLength);
  const rest = load<i32>(shape, at.shapeRest);
  if (keyOf(rest, shape, base + start + load<i32>(shape, at.shapeLength), tail) === 0) return false;
  // Digits that are no time of day are no stamp, and the line goes on with the record before it.
  const hasInner = load<i32>(shape, at.shapeInnerKind) !== 0;
  return outerMs(shape, base + start, tail) >= 0 && (!hasInner || innerMs(shape, base + start) >= 0);
}

/** The kind of message that stands behind the head, or 0 when plain code has to look. */
export function keyOf(rest: i32, shape: i32, head: i32, end: i32): i32 {
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

/** The group of a kind of message, or 0; none is of kind 0. */
export function groupOf(key: i32): i32 {
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
export function outerMs(shape: i32, start: i32, tail: i32): f64 {
  const from = load<i32>(shape, at.shapeOuterInTail) === 0 ? start : tail;
  return stampMs(shape + at.shapeOuterKind, load<f64>(shape, at.shapeOuterMs), from);
}

export function innerMs(shape: i32, start: i32): f64 {
  return stampMs(shape + at.shapeInnerKind, load<f64>(shape, at.shapeInnerMs), start);
}

/** Milliseconds of the stamp that a shape describes at `told`; no number when it is no time of day. */
function stampMs(told: i32, midnight: f64, start: i32): f64 {
  const place = start + load<i32>(told, 4);
  const fraction = load<i32>(told, 12);
  if (load<i32>(told) === boot) return bootMs(place, load<i32>(told, 8), fraction);
  return midnight + clockMs(place, fraction);
}
