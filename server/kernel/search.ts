/**
 * The loops over all bytes, sixteen at a time. Written in AssemblyScript; `npm run kernel` turns this into scanKernelCode.ts.
 * Memory: what `engine/skim/layout.ts` says; then, where {@link settle} says, the grams, their literals, the bytes.
 */

import { gramsFoundAt, hitsAt, lineFeedsAt, quickAt, wordsAt } from '../src/engine/skim/layout';
import { all, isIn, makeSplats } from './constants';

/** Where the bytes to look at begin; positions outside this file count from here. */
export let base: i32 = 0;
/** Bits of grams, asked second. */
let bitsAt: i32 = 0;
/**
 * Slots of sixteen bytes, found by a gram's number: that number; of its first entry four bytes near the gram and where both stand
 * (the gram in its literal, above; those bytes from the gram on, below), and its place, with what `node/fastKernel.ts` says of the slot.
 */
let gramsAt: i32 = 0;
let lastGram: i32 = 0;
const slotBytes: i32 = 16;
const hasMore: i32 = 1;
const goesOn: i32 = 2;
/** Entries say the same of further literals, then: which literal, whether it is its gram's last entry, its length, its text, whether it is grave. */
const entryBytes: i32 = 32;

/** Which bits of a word and of the one behind it are a gram. */
let wordMask: i32 = 0;
let behindMask: i32 = 0;

const factor: i32 = 0x9e3779b1;
const factorBehind: i32 = 0x85ebca6b;
const mixing: i32 = 0x2c1b3c6d;

/** {@link factor} and {@link factorBehind}. */
const factors: usize = memory.data<u32>([0x9e3779b1, 0x85ebca6b]);

/** Says where the bytes begin and where the tables stand, the last slot of which begins `last` bytes behind its first. */
export function settle(bytes: i32, bits: i32, grams: i32, last: i32): void {
  makeSplats();
  base = bytes;
  bitsAt = bits;
  gramsAt = grams;
  lastGram = last;
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
  const feed = all(10);
  let out = lineFeedsAt;
  for (let at = from & -64; at < to; at += 64) {
    const feeds = v128.or(
      v128.or(feedsAt(at, feed), feedsAt(at + 16, feed)),
      v128.or(feedsAt(at + 32, feed), feedsAt(at + 48, feed)),
    );
    if (!v128.any_true(feeds)) continue;
    let mask =
      maskAt(at, feed) | (maskAt(at + 16, feed) << 16) | (maskAt(at + 32, feed) << 32) | (maskAt(at + 48, feed) << 48);
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

function feedsAt(at: i32, feed: v128): v128 {
  return i8x16.eq(v128.load(at), feed);
}

function maskAt(at: i32, feed: v128): i64 {
  return <i64>i8x16.bitmask(feedsAt(at, feed));
}

/**
 * Finds the literals that begin and end in `[start, end)` and hold a gram in `[from, to)`; how many. `from` and `to` lie whole
 * vectors from the beginning of the bytes, or are ends of the range.
 */
export function findLiterals(from: i32, to: i32, start: i32, end: i32): i32 {
  const first = base + start;
  const last = base + end;
  const words = findGrams(findWords((base + from) & -16, base + to));
  let out = hitsAt;
  for (let next = gramsFoundAt; next < words; next += 8)
    out = compare(load<i32>(next), load<i32>(next, 4), first, last, out);
  return (out - hitsAt) >> 3;
}

/** Writes down the words in `[from, to)` that may be grams, as far as the first table tells; where their list ends. */
function findWords(from: i32, to: i32): i32 {
  const masks = i32x4.splat(wordMask);
  const masksBehind = i32x4.splat(behindMask);
  const factorsHere = v128.load_splat<u32>(factors);
  const factorsBehind = v128.load_splat<u32>(factors, 4);
  // Written down without asking: where no gram may be, the next word takes the place.
  let words = wordsAt;
  for (let at = from; at < to; at += 16) {
    const keys = i32x4.add(
      i32x4.mul(v128.and(v128.load(at), masks), factorsHere),
      i32x4.mul(v128.and(v128.load(at, 4), masksBehind), factorsBehind),
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
  return words;
}

/** Leaves of the words those that are grams, each with its slot, as far as can be told without asking long; where their list ends. */
function findGrams(words: i32): i32 {
  const bits = bitsAt;
  const last = lastGram;
  const grams = gramsAt;
  let left = wordsAt;
  for (let next = wordsAt; next < words; next += 4) {
    const word = load<i32>(next);
    const place = (keyAt(word) * mixing) >>> 14;
    store<i32>(left, word);
    left += ((<i32>load<u8>(bits + (place >>> 3)) >>> (place & 7)) & 1) << 2;
  }
  let out = gramsFoundAt;
  for (let next = wordsAt; next < left; next += 4) {
    const word = load<i32>(next);
    const key = keyAt(word);
    const slot = grams + ((key * mixing) & last);
    const flags = load<i32>(slot, 12);
    const isNear: i32 = i32(load<i32>(word + <i32>load<i16>(slot, 8)) === load<i32>(slot, 4));
    const isKey: i32 = i32(load<i32>(slot) === key);
    store<i32>(out, word);
    store<i32>(out, slot, 4);
    const isHere = isKey & (isNear | (flags & hasMore));
    const isBehind = i32(!isKey) & (flags >>> 1);
    out += ((isHere | isBehind) & 1) << 3;
  }
  return out;
}

/** Number of the gram at `at`. */
function keyAt(at: i32): i32 {
  return (load<i32>(at) & wordMask) * factor + (load<i32>(at, 4) & behindMask) * factorBehind;
}

/** Writes down the literals to which the gram at `at` belongs, which is looked for from `slot` on; returns where the next hit goes. */
function compare(at: i32, slot: i32, first: i32, end: i32, out: i32): i32 {
  const key = keyAt(at);
  while (load<i32>(slot) !== key || load<i32>(slot, 12) === 0) {
    if (load<i32>(slot, 12) === 0) return out;
    slot = gramsAt + ((slot + slotBytes - gramsAt) & lastGram);
  }
  let entry = load<i32>(slot, 12) & ~(hasMore | goesOn);
  while (true) {
    if (load<i32>(at + <i32>load<i16>(entry, 4)) === load<i32>(entry)) {
      const begin = at - <i32>load<i16>(entry, 6);
      const length = load<i32>(entry, 16);
      const isQuiet = load<i32>(entry, 24) !== 0 && isInformation(begin, first);
      if (!isQuiet && begin >= first && begin + length <= end && stands(begin, load<i32>(entry, 20), length)) {
        store<i32>(out, begin - base);
        store<i32>(out, load<i32>(entry, 8), 4);
        out += 8;
      }
    }
    if (load<i32>(entry, 12) !== 0) return out;
    entry += entryBytes;
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
  const near = v128.load(end - 16);
  const far = v128.load(end - 32);
  const digits = maskOf(isIn(far, 48, 10), isIn(near, 48, 10));
  const thread = clz(~digits);
  const blanks = clz(~(maskOf(isIn(far, 32, 1), isIn(near, 32, 1)) << thread));
  const dots = maskOf(v128.or(isIn(far, 58, 1), isIn(far, 46, 1)), v128.or(isIn(near, 58, 1), isIn(near, 46, 1)));
  const before = thread + blanks;
  const clock = clz(~((digits | dots) << before));
  const date = end - before - clock - 5;
  if (thread === 0 || blanks === 0 || clock === 0 || before + clock >= 32 || date <= start) return false;
  const dayAndMonth = load<i32>(date);
  const areDigits = (((dayAndMonth + 0x46464646) | (dayAndMonth - 0x30303030)) & 0x80808080) === 0;
  return areDigits && load<u8>(date - 1) === 0x49;
}

/** One bit for each of thirty-two bytes, the highest for the last one. */
function maskOf(far: v128, near: v128): i32 {
  return (i8x16.bitmask(near) << 16) | i8x16.bitmask(far);
}
