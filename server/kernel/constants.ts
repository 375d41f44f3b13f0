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
