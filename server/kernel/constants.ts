/**
 * Constant vectors, kept in memory: V8 makes one that stands in the code anew wherever it is used, in four instructions, also in
 * the innermost loop; a load is one, and is not repeated where it stands before a loop.
 */
import { splatsAt } from '../src/engine/skim/layout';

/** Sixteen bytes that are set, sixteen that are not. */
const firsts: usize = memory.data<u64>([-1, -1, 0, 0], 16);

/** Makes the vectors that {@link all} reads. */
export function makeSplats(): void {
  for (let value = 0; value < 256; value++) v128.store(splatsAt + (value << 4), i8x16.splat(<i8>value));
}

/** Sixteen times one byte. */
export function all(value: i32): v128 {
  return v128.load(splatsAt + (value << 4));
}

/** Where the first `count` bytes of sixteen are. */
export function firstBytes(count: i32): v128 {
  return v128.load(<i32>firsts + 16 - count);
}

/** Where a byte is this one. */
export function isByte(bytes: v128, value: i32): v128 {
  return i8x16.eq(bytes, all(value));
}

/** Where a byte is one of `count` from `first` on. */
export function isIn(bytes: v128, first: i32, count: i32): v128 {
  return i8x16.le_u(i8x16.sub(bytes, all(first)), all(count - 1));
}

/** Bits that the tables hold for the lower and for the upper half of each byte, both; `half` is {@link all} of 15. */
export function classOf(bytes: v128, half: v128, lower: v128, upper: v128): v128 {
  return v128.and(
    i8x16.swizzle(lower, v128.and(bytes, half)),
    i8x16.swizzle(upper, v128.and(i16x8.shr_u(bytes, 4), half)),
  );
}

/** One bit for each of the sixty-four bytes at `from` of which {@link classOf} tells anything. */
export function classedAt(from: i32, lower: v128, upper: v128): i64 {
  const half = all(15);
  const none = all(0);
  return ~masksOf(
    i8x16.eq(classOf(v128.load(from), half, lower, upper), none),
    i8x16.eq(classOf(v128.load(from, 16), half, lower, upper), none),
    i8x16.eq(classOf(v128.load(from, 32), half, lower, upper), none),
    i8x16.eq(classOf(v128.load(from, 48), half, lower, upper), none),
  );
}

/** One bit for each of the sixty-four bytes at `from` that is a digit. */
export function digitsAt(from: i32): i64 {
  return masksOf(
    isIn(v128.load(from), 48, 10),
    isIn(v128.load(from, 16), 48, 10),
    isIn(v128.load(from, 32), 48, 10),
    isIn(v128.load(from, 48), 48, 10),
  );
}

/** One bit for each of sixty-four bytes. */
export function masksOf(first: v128, second: v128, third: v128, fourth: v128): i64 {
  const lower = i8x16.bitmask(first) | (i8x16.bitmask(second) << 16);
  const upper = i8x16.bitmask(third) | (i8x16.bitmask(fourth) << 16);
  return <i64>(<u32>lower) | ((<i64>(<u32>upper)) << 32);
}
