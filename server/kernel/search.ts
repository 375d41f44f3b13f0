/**
 * The loops over all bytes, sixteen at a time. Written in AssemblyScript; `npm run kernel` turns this into scanKernelCode.ts.
 * Memory: what `engine/skim/layout.ts` says; then, where {@link settle} says, the grams, their literals, the bytes.
 */

import {
  chosenAt,
  gramsFoundAt,
  hitsAt,
  lineFeedsAt,
  nulAt,
  patternsAt,
  quickAt,
  vectorsAt,
  wordsAt,
} from '../src/engine/skim/layout';
import { all, makeSplats, masksOf } from './constants';

/** Where the bytes to look at begin; positions outside this file count from here. */
export let base: i32 = 0;
/** Patterns of bits of grams, asked second. */
let bitsAt: i32 = 0;
/**
 * Slots of sixteen bytes, found by a gram's number: of its first entry four bytes near the gram; how far from the gram they are (a
 * byte), what `node/fastKernel.ts` says of the slot (a byte), and where in its literal the gram stands; the place of this entry.
 */
let slotsAt: i32 = 0;
let slotCount: i32 = 0;
const slotBytes: i32 = 16;
const hasMore: i32 = 1;
/** Entries: the same four bytes, where they and the gram stand; which literal, whether it is its slot's last entry, its length, its text. */
const entryBytes: i32 = 32;

/** Which bits of a word and of the one behind it are a gram. */
let wordMask: i32 = 0;
let behindMask: i32 = 0;

const factor: i32 = 0x9e3779b1;
const factorBehind: i32 = 0x85ebca6b;
const mixing: i32 = 0x2c1b3c6d;

/**
 * {@link factor}, {@link factorBehind}, {@link wordMask}, {@link behindMask}, {@link mixing}, and where in a lane the number of a
 * pattern stands: where vectors of them are loaded from.
 */
const constants: usize = memory.data<u32>([0x9e3779b1, 0x85ebca6b, 0, 0, 0x2c1b3c6d, 0x0f00]);

/** Says where the bytes begin and where the tables stand. */
export function settle(bytes: i32, bits: i32, slots: i32, count: i32): void {
  makeSplats();
  makeChosen();
  base = bytes;
  bitsAt = bits;
  slotsAt = slots;
  slotCount = count;
}

/** Makes for every choice among four lanes the list of how far those chosen are from the first one. */
function makeChosen(): void {
  for (let choice = 0; choice < 16; choice++) {
    let out = chosenAt + (choice << 4);
    for (let lane = 0; lane < 4; lane++) {
      store<i32>(out, lane << 2);
      out += ((choice >>> lane) & 1) << 2;
    }
  }
}

/** Says which bits of two words are a gram. */
export function mask(word: i32, behind: i32): void {
  wordMask = word;
  behindMask = behind;
  store<i32>(constants, word, 8);
  store<i32>(constants, behind, 12);
}

/** Finds the line feeds in `[start, end)`; how many. Says at `nulAt` whether a NUL byte stands there, too. */
export function findLineFeeds(start: i32, end: i32): i32 {
  const from = base + start;
  const to = base + end;
  const feed = all(10);
  const first = base;
  let least = feed;
  let out = lineFeedsAt;
  for (let at = from & -64; at < to; at += 64) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    least = i8x16.min_u(i8x16.min_u(least, i8x16.min_u(one, two)), i8x16.min_u(three, four));
    let mask = masksOf(i8x16.eq(one, feed), i8x16.eq(two, feed), i8x16.eq(three, feed), i8x16.eq(four, feed));
    // Bytes before the start and behind the end do not count.
    if (at < from) mask &= (-1 as i64) << (from - at);
    if (to < at + 64) mask &= ((1 as i64) << (to - at)) - 1;
    // The first one without asking, because nobody can foresee where lines end; there is seldom a second one.
    store<i32>(out, at + <i32>ctz(mask) - first);
    out += i32(mask !== 0) << 2;
    mask &= mask - 1;
    while (mask !== 0) {
      store<i32>(out, at + <i32>ctz(mask) - first);
      out += 4;
      mask &= mask - 1;
    }
  }
  store<i32>(nulAt, i32(!i8x16.all_true(least) && hasNul(from, to)));
  return (out - lineFeedsAt) >> 2;
}

/** Whether a NUL byte stands in `[from, to)`, and not only beside it. */
function hasNul(from: i32, to: i32): bool {
  for (let at = from; at < to; at++) if (load<u8>(at) === 0) return true;
  return false;
}

/**
 * Finds the literals that begin and end in `[start, end)` and hold a gram in `[from, to)`; how many. `from` and `to` lie whole
 * vectors from the beginning of the bytes, or are ends of the range.
 */
export function findLiterals(from: i32, to: i32, start: i32, end: i32): i32 {
  const first = base + start;
  const last = base + end;
  const words = findWords(findVectors((base + from) & -16, base + to));
  const grams = findGrams(words);
  let out = hitsAt;
  for (let next = gramsFoundAt; next < grams; next += 8)
    out = compare(load<i32>(next), load<i32>(next, 4), first, last, out);
  return (out - hitsAt) >> 3;
}

/** Writes down the vectors in `[from, to)` that may hold a gram, as far as the first table tells; where their list ends. */
function findVectors(from: i32, to: i32): i32 {
  const masks = v128.load_splat<u32>(constants, 8);
  const masksBehind = v128.load_splat<u32>(constants, 12);
  const factorsHere = v128.load_splat<u32>(constants);
  const factorsBehind = v128.load_splat<u32>(constants, 4);
  // Written down without asking: where no gram may be, the next vector takes the place.
  let out = vectorsAt;
  for (let at = from; at < to; at += 32) {
    const here = i32x4.mul(v128.and(v128.load(at), masks), factorsHere);
    const behind = i32x4.mul(v128.and(v128.load(at, 4), masksBehind), factorsBehind);
    const nextHere = i32x4.mul(v128.and(v128.load(at, 16), masks), factorsHere);
    const nextBehind = i32x4.mul(v128.and(v128.load(at, 20), masksBehind), factorsBehind);
    store<i32>(out, at);
    out += anyOf(i32x4.shr_u(i32x4.add(here, behind), 14));
    store<i32>(out, at + 16);
    out += anyOf(i32x4.shr_u(i32x4.add(nextHere, nextBehind), 14));
  }
  // Vectors are looked at by twos.
  return out > vectorsAt && load<i32>(out - 4) >= to ? out - 4 : out;
}

/** What the first table holds at one of four places. */
function anyOf(places: v128): i32 {
  const lower = i64x2.extract_lane(places, 0);
  const upper = i64x2.extract_lane(places, 1);
  return (
    <i32>load<u8>(<i32>lower, quickAt) |
    <i32>load<u8>(<i32>(lower >>> 32), quickAt) |
    <i32>load<u8>(<i32>upper, quickAt) |
    <i32>load<u8>(<i32>(upper >>> 32), quickAt)
  );
}

/** Writes down those words of the vectors whose bits the second table has; where their list ends. */
function findWords(vectors: i32): i32 {
  const bits = bitsAt;
  const masks = v128.load_splat<u32>(constants, 8);
  const masksBehind = v128.load_splat<u32>(constants, 12);
  const factorsHere = v128.load_splat<u32>(constants);
  const factorsBehind = v128.load_splat<u32>(constants, 4);
  const mixings = v128.load_splat<u32>(constants, 16);
  const numbers = v128.load_splat<u32>(constants, 20);
  const patterns = v128.load(patternsAt);
  const none = all(0);
  const ones = all(255);
  let out = wordsAt;
  for (let next = vectorsAt; next < vectors; next += 4) {
    const at = load<i32>(next);
    const here = i32x4.mul(v128.and(v128.load(at), masks), factorsHere);
    const behind = i32x4.mul(v128.and(v128.load(at, 4), masksBehind), factorsBehind);
    const keys = i32x4.mul(i32x4.add(here, behind), mixings);
    const places = i32x4.shr_u(keys, 16);
    const lower = i64x2.extract_lane(places, 0);
    const upper = i64x2.extract_lane(places, 1);
    // The second byte of each lane; of the others every bit is there.
    const pattern = i8x16.swizzle(patterns, v128.and(i32x4.shr_u(keys, 4), numbers));
    let has = v128.load_lane<u8>(bits + <i32>lower, ones, 1);
    has = v128.load_lane<u8>(bits + <i32>(lower >>> 32), has, 5);
    has = v128.load_lane<u8>(bits + <i32>upper, has, 9);
    has = v128.load_lane<u8>(bits + <i32>(upper >>> 32), has, 13);
    const found = i32x4.bitmask(i32x4.eq(v128.andnot(pattern, has), none));
    v128.store(out, i32x4.add(i32x4.splat(at), v128.load(chosenAt + (found << 4))));
    out += popcnt(found) << 2;
  }
  return out;
}

/** Leaves of the words those whose slot may say more, each with its slot; where their list ends. Short, so that slots are waited for together. */
function findGrams(words: i32): i32 {
  const slots = slotsAt;
  const last = slotCount - 1;
  const masks = wordMask;
  const masksBehind = behindMask;
  let out = gramsFoundAt;
  for (let next = wordsAt; next < words; next += 4) {
    const word = load<i32>(next);
    const key = (load<i32>(word) & masks) * factor + (load<i32>(word, 4) & masksBehind) * factorBehind;
    const slot = slots + (((key * mixing) >>> 3) & last) * slotBytes;
    const isNear: i32 = i32(load<i32>(word + <i32>load<i8>(slot, 4)) === load<i32>(slot));
    store<i32>(out, word);
    store<i32>(out, slot, 4);
    out += (isNear | (<i32>load<u8>(slot, 5) & hasMore)) << 3;
  }
  return out;
}

/** Writes down the literals that stand around the gram at `at`, which has this slot; returns where the next hit goes. */
function compare(at: i32, slot: i32, first: i32, end: i32, out: i32): i32 {
  let entry = load<i32>(slot, 8);
  if (entry === 0) return out;
  while (true) {
    if (load<i32>(at + <i32>load<i16>(entry, 4)) === load<i32>(entry)) {
      const begin = at - <i32>load<i16>(entry, 6);
      const length = load<i32>(entry, 16);
      if (begin >= first && begin + length <= end && stands(begin, load<i32>(entry, 20), length)) {
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
