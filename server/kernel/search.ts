/**
 * The loops over all bytes, sixteen at a time. Written in AssemblyScript; `npm run kernel` turns this into scanKernelCode.ts.
 * Memory: what `engine/skim/layout.ts` says; then, where {@link settle} says, the grams, their literals, the bytes.
 */
import { hitsAt, lineFeedsAt, quickAt, wordsAt } from '../src/engine/skim/layout';

/** Where the bytes to look at begin; positions outside this file count from here. */
export let base: i32 = 0;
/**
 * Grams by number, sixteen bytes each: the number, four bytes near it, where both stand (the gram in its literal, above; those bytes
 * from the gram on, below), number of its literal plus one.
 */
let gramsAt: i32 = 0;
let lastGram: i32 = 0;
/** For each literal, sixteen bytes: how long it is, where its text stands, whether it is grave. */
let literalsAt: i32 = 0;

/** Bits of grams, asked second. */
let bitsAt: i32 = 0;
/** Which bits of a word and of the one behind it are a gram. */
let wordMask: i32 = 0;
let behindMask: i32 = 0;

/** Says where the bytes begin and where the table stands, whose last slot begins `last` bytes behind its first. */
export function settle(bytes: i32, grams: i32, last: i32, literals: i32, bits: i32): void {
  bitsAt = bits;
  base = bytes;
  gramsAt = grams;
  lastGram = last;
  literalsAt = literals;
}

/** Says which bits of two words are a gram. */
export function mask(word: i32, behind: i32): void {
  wordMask = word;
  behindMask = behind;
}

/** Finds the line feeds in `[start, end)`; how many. */
export function findLineFeeds(start: i32, end: i32): i32 {
  const from = base + start;
  const to = base + end;
  let out = lineFeedsAt;
  for (let at = from & -64; at < to; at += 64) {
    const feeds = v128.or(v128.or(feedsAt(at), feedsAt(at + 16)), v128.or(feedsAt(at + 32), feedsAt(at + 48)));
    if (!v128.any_true(feeds)) continue;
    let mask = maskAt(at) | (maskAt(at + 16) << 16) | (maskAt(at + 32) << 32) | (maskAt(at + 48) << 48);
    // Bytes before the start and behind the end do not count.
    if (at < from) mask &= (-1 as i64) << (from - at);
    if (to < at + 64) mask &= ((1 as i64) << (to - at)) - 1;
    while (mask !== 0) {
      store<i32>(out, at + <i32>ctz(mask) - base);
      out += 4;
      mask &= mask - 1;
    }
  }
  return (out - lineFeedsAt) >> 2;
}

function feedsAt(at: i32): v128 {
  return i8x16.eq(v128.load(at), i8x16.splat(10));
}

function maskAt(at: i32): i64 {
  return <i64>i8x16.bitmask(feedsAt(at));
}

/**
 * Finds the literals that begin and end in `[start, end)` and hold a gram in `[from, to)`; how many. `from` and `to` lie whole
 * vectors from the beginning of the bytes, or are ends of the range.
 */
export function findLiterals(from: i32, to: i32, start: i32, end: i32): i32 {
  const first = base + start;
  const last = base + end;
  const words = findWords((base + from) & -16, base + to);
  let out = hitsAt;
  for (let next = wordsAt; next < words; next += 4) out = compare(load<i32>(next), first, last, out);
  return (out - hitsAt) >> 3;
}

/** Writes down the words in `[from, to)` that have a gram, as far as the tables tell; where their list ends. */
function findWords(from: i32, to: i32): i32 {
  const masks = i32x4.splat(wordMask);
  const masksBehind = i32x4.splat(behindMask);
  // Written down without asking: where no gram may be, the next word takes the place.
  let words = wordsAt;
  for (let at = from; at < to; at += 16) {
    const keys = i32x4.add(
      i32x4.mul(v128.and(v128.load(at), masks), i32x4.splat(0x9e3779b1)),
      i32x4.mul(v128.and(v128.load(at, 4), masksBehind), i32x4.splat(0x85ebca6b)),
    );
    const places = i32x4.shr_u(keys, 15);
    const lower = i64x2.extract_lane(places, 0);
    const upper = i64x2.extract_lane(places, 1);
    store<i32>(words, at);
    words += load<u8>(<i32>lower, quickAt);
    store<i32>(words, at + 4);
    words += load<u8>(<i32>(lower >>> 32), quickAt);
    store<i32>(words, at + 8);
    words += load<u8>(<i32>upper, quickAt);
    store<i32>(words, at + 12);
    words += load<u8>(<i32>(upper >>> 32), quickAt);
  }
  const bits = bitsAt;
  let left = wordsAt;
  for (let next = wordsAt; next < words; next += 4) {
    const word = load<i32>(next);
    const place = (keyAt(word) * 0x2c1b3c6d) >>> 14;
    store<i32>(left, word);
    left += ((<i32>load<u8>(bits + (place >>> 3)) >>> (place & 7)) & 1) << 2;
  }
  return left;
}

/** Number of the gram at `at`. */
function keyAt(at: i32): i32 {
  return (load<i32>(at) & wordMask) * 0x9e3779b1 + (load<i32>(at, 4) & behindMask) * 0x85ebca6b;
}

/** Writes down the literals to which the gram at `at` belongs; returns where the next hit goes. */
function compare(at: i32, first: i32, end: i32, out: i32): i32 {
  const key = keyAt(at);
  const last = lastGram;
  let slot = (key * 0x2c1b3c6d) & last;
  while (true) {
    const entry = gramsAt + slot;
    const literal = load<i32>(entry, 12);
    if (literal === 0) return out;
    if (load<i32>(entry) === key && load<i32>(at + <i32>load<i16>(entry, 8)) === load<i32>(entry, 4)) {
      const told = literalsAt + (literal << 4);
      const begin = at - <i32>load<i16>(entry, 10);
      const length = load<i32>(told);
      const stood = begin >= first && begin + length <= end && stands(begin, load<i32>(told, 4), length);
      if (stood && (load<i32>(told, 8) === 0 || !isInformation(begin, first))) {
        store<i32>(out, begin - base);
        store<i32>(out, literal - 1, 4);
        out += 8;
      }
    }
    slot = (slot + 16) & last;
  }
}

function stands(at: i32, text: i32, length: i32): bool {
  let index = 0;
  for (; index + 8 <= length; index += 8) if (load<i64>(at + index) !== load<i64>(text + index)) return false;
  for (; index < length; index++) if (load<u8>(at + index) !== load<u8>(text + index)) return false;
  return true;
}

/** Whether `I0314 02:00:00.219856   14204` ends at `end`, in bytes that begin at `start`; `match/klogHeader.ts` tells the same. */
function isInformation(end: i32, start: i32): bool {
  if (!isDigit(end - 1)) return false;
  let at = end;
  while (at > start && isDigit(at - 1)) at--;
  const thread = at;
  while (at > start && load<u8>(at - 1) === 32) at--;
  const blanks = at;
  while (at > start && (isDigit(at - 1) || load<u8>(at - 1) === 58 || load<u8>(at - 1) === 46)) at--;
  const date = at - 5;
  if (thread === end || blanks === thread || at === blanks || date <= start) return false;
  for (let digit = date; digit < date + 4; digit++) if (!isDigit(digit)) return false;
  return load<u8>(date - 1) === 0x49;
}

function isDigit(at: i32): bool {
  return <u32>(load<u8>(at) - 48) < 10;
}
