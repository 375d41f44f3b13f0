/** Tells which shape a line fits. */
import * as at from '../src/engine/skim/layout';
import { all, isByte, masksOf } from './constants';

const run: i32 = at.runAt;

/** The shape that a line fits, or 0. */
export function shapeOf(start: i32, length: i32): i32 {
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
  // As far as the longest head goes: anything does behind the end of this one.
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

/** What turns a quote into a backslash. */
const quoteToBackslash: i32 = 0x7e;

/** Whether a JSON text that goes on at `start`, behind no backslash, neither ends before `end` nor has an escape across it. */
function isInsideText(start: i32, end: i32): bool {
  const quote = all(34);
  const backslash = all(92);
  const turn = all(quoteToBackslash);
  // Nearly always each quote stands behind a backslash, and no backslash behind another one.
  for (let from = start; from < end; from += 32) {
    const odd = v128.or(oddAt(from, quote, backslash, turn), oddAt(from + 16, quote, backslash, turn));
    if (v128.any_true(odd)) return isInsideOddText(from, end);
  }
  return load<u8>(end - 1) !== 92;
}

/** Quotes that stand behind no backslash, and backslashes that stand behind one. */
function oddAt(from: i32, quote: v128, backslash: v128, turn: v128): v128 {
  const behind = i8x16.eq(v128.load(from - 1), backslash);
  return i8x16.eq(v128.load(from), v128.xor(quote, v128.and(behind, turn)));
}

const even: i64 = ((0x55555555 as i64) << 32) | 0x55555555;

/** {@link isInsideText}, with backslashes that are escaped themselves; before `start` there are none. */
function isInsideOddText(start: i32, end: i32): bool {
  let carried = i64(load<u8>(start - 1) === 92);
  for (let from = start; from < end; from += 64) {
    // Of backslashes behind each other every second one escapes; a sum carries from the first to behind the last of them.
    const backslashes = byteAt(from, 92) & ~carried;
    const behind = (backslashes << 1) | carried;
    const sum = (backslashes & ~even & ~behind) + backslashes;
    const escaped = (even ^ (sum << 1)) & behind;
    const open = byteAt(from, 34) & ~escaped;
    const left = end - from;
    if (left < 64) return (open & (((1 as i64) << left) - 1)) === 0 && ((escaped >>> left) & 1) === 0;
    if (open !== 0) return false;
    carried = i64(<u64>sum < <u64>backslashes);
  }
  return carried === 0;
}

/** One bit for each of the sixty-four bytes at `from` that is this one. */
function byteAt(from: i32, value: i32): i64 {
  return masksOf(
    isByte(v128.load(from), value),
    isByte(v128.load(from, 16), value),
    isByte(v128.load(from, 32), value),
    isByte(v128.load(from, 48), value),
  );
}
