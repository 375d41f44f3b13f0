/**
 * The loops over all bytes, sixteen at a time. Written in AssemblyScript; `npm run kernel` turns this into scanKernelCode.ts.
 * Memory: what `engine/skim/layout.ts` says; then, where {@link settle} says, the grams, their literals, the bytes.
 */
import { hitsAt, lineFeedsAt, quickAt, wordsAt } from '../src/engine/skim/layout';

/** Where the bytes to look at begin; positions outside this file count from here. */
export let base: i32 = 0;
/** Grams by hash, sixteen bytes each: the gram, four bytes near it, how far from it those are, number of its literal plus one. */
let gramsAt: i32 = 0;
let lastGram: i32 = 0;
/** For each of them, sixteen bytes: how far before it the literal begins, how long it is, where its text stands. */
let literalsAt: i32 = 0;

/** Bits of grams with what stands behind them, and of grams of short literals. */
let pairsAt: i32 = 0;
let loosesAt: i32 = 0;

/** Says where the bytes begin and where the table stands, whose last slot begins `last` bytes behind its first. */
export function settle(bytes: i32, grams: i32, last: i32, literals: i32, pairs: i32, looses: i32): void {
  pairsAt = pairs;
  loosesAt = looses;
  base = bytes;
  gramsAt = grams;
  lastGram = last;
  literalsAt = literals;
}

/** Finds the line feeds in `[start, end)`; how many. */
export function findLineFeeds(start: i32, end: i32): i32 {
  const feed = i8x16.splat(10);
  const from = base + start;
  const to = base + end;
  let out = lineFeedsAt;
  for (let at = from & -16; at < to; at += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(at), feed));
    if (mask === 0) continue;
    // Bytes before the start and behind the end do not count.
    if (at < from) mask &= -1 << (from - at);
    if (to < at + 16) mask &= (1 << (to - at)) - 1;
    while (mask !== 0) {
      store<i32>(out, at + ctz(mask) - base);
      out += 4;
      mask &= mask - 1;
    }
  }
  return (out - lineFeedsAt) >> 2;
}

/**
 * Finds the literals that begin and end in `[start, end)` and hold a gram in `[from, to)`; how many. `from` and `to` lie whole
 * vectors from the beginning of the bytes, or are ends of the range.
 */
export function findLiterals(from: i32, to: i32, start: i32, end: i32): i32 {
  const first = base + start;
  const last = base + end;
  const stop = base + to;
  // Written down without asking: where no gram may be, the next word takes the place.
  let words = wordsAt;
  for (let at = (base + from) & -16; at < stop; at += 16) {
    const hashes = i32x4.shr_u(i32x4.mul(v128.load(at), i32x4.splat(0x9e3779b1)), 15);
    store<i32>(words, at);
    words += load<u8>(i32x4.extract_lane(hashes, 0), quickAt);
    store<i32>(words, at + 4);
    words += load<u8>(i32x4.extract_lane(hashes, 1), quickAt);
    store<i32>(words, at + 8);
    words += load<u8>(i32x4.extract_lane(hashes, 2), quickAt);
    store<i32>(words, at + 12);
    words += load<u8>(i32x4.extract_lane(hashes, 3), quickAt);
  }
  let out = hitsAt;
  for (let next = wordsAt; next < words; next += 4) {
    const word = load<i32>(next);
    if (mayStand(word)) out = compare(word, first, last, out);
  }
  return (out - hitsAt) >> 3;
}

/** Whether a literal has this word and what stands behind it or before it, or is too short to tell. */
function mayStand(at: i32): bool {
  const gram = load<i32>(at);
  const behind = hashOf(gram ^ rotl(load<i32>(at, 4), 15));
  const before = hashOf(gram ^ rotl(load<i32>(at - 4), 9));
  return ((bit(pairsAt, behind) | bit(pairsAt, before) | bit(loosesAt, hashOf(gram))) & 1) !== 0;
}

function hashOf(gram: i32): i32 {
  return (gram * 0x9e3779b1) >>> 13;
}

function bit(table: i32, place: i32): i32 {
  return <i32>load<u8>(table + (place >>> 3)) >>> (place & 7);
}

/** Writes down the literals to which the word at `at` belongs; returns where the next hit goes. */
function compare(at: i32, first: i32, last: i32, out: i32): i32 {
  const gram = load<i32>(at);
  const mask = lastGram;
  let slot = ((gram * 0x9e3779b1) >>> 4) & mask;
  while (true) {
    const entry = gramsAt + slot;
    const literal = load<i32>(entry, 12);
    if (literal === 0) return out;
    if (load<i32>(entry) === gram && load<i32>(at + load<i32>(entry, 8)) === load<i32>(entry, 4)) {
      const told = literalsAt + slot;
      const begin = at - load<i32>(told);
      const length = load<i32>(told, 4);
      if (begin >= first && begin + length <= last && stands(begin, load<i32>(told, 8), length)) {
        store<i32>(out, begin - base);
        store<i32>(out, literal - 1, 4);
        out += 8;
      }
    }
    slot = (slot + 16) & mask;
  }
}

function stands(at: i32, text: i32, length: i32): bool {
  for (let index = 0; index < length; index++) if (load<u8>(at + index) !== load<u8>(text + index)) return false;
  return true;
}
