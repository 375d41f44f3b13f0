/** The two hash functions of DATA objects, by which a damaged field is told from a sound one: Jenkins' lookup3 and SipHash-2-4. */

/** A 64-bit hash as its two halves; one object for all calls. */
export const hashResult = { high: 0, low: 0 };

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** A word of which only the bytes before `end` exist. */
function partialWord(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let index = Math.min(end, at + 4) - 1; index >= at; index--) value = (value << 8) | (bytes[index] ?? 0);
  return value;
}

function rotate(value: number, count: number): number {
  return (value << count) | (value >>> (32 - count));
}

/** `jenkins_hashlittle2` of `bytes[start, end)` into {@link hashResult} (http://burtleburtle.net/bob/c/lookup3.c). */
export function jenkinsHash(bytes: Uint8Array, start: number, end: number): void {
  let a = (0xdeadbeef + (end - start)) | 0;
  let b = a;
  let c = a;
  let at = start;
  for (; end - at > 12; at += 12) {
    a = (a + word(bytes, at)) | 0;
    b = (b + word(bytes, at + 4)) | 0;
    c = (c + word(bytes, at + 8)) | 0;
    a = ((a - c) | 0) ^ rotate(c, 4);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotate(a, 6);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotate(b, 8);
    b = (b + a) | 0;
    a = ((a - c) | 0) ^ rotate(c, 16);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotate(a, 19);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotate(b, 4);
    b = (b + a) | 0;
  }
  if (at < end) {
    a = (a + partialWord(bytes, at, end)) | 0;
    b = (b + partialWord(bytes, at + 4, end)) | 0;
    c = (c + partialWord(bytes, at + 8, end)) | 0;
    c = ((c ^ b) - rotate(b, 14)) | 0;
    a = ((a ^ c) - rotate(c, 11)) | 0;
    b = ((b ^ a) - rotate(a, 25)) | 0;
    c = ((c ^ b) - rotate(b, 16)) | 0;
    a = ((a ^ c) - rotate(c, 4)) | 0;
    b = ((b ^ a) - rotate(a, 14)) | 0;
    c = ((c ^ b) - rotate(b, 24)) | 0;
  }
  hashResult.high = c >>> 0;
  hashResult.low = b >>> 0;
}

// The four 64-bit words of SipHash's state as halves; locals of the module, because a round changes all of them.
let v0h = 0;
let v0l = 0;
let v1h = 0;
let v1l = 0;
let v2h = 0;
let v2l = 0;
let v3h = 0;
let v3l = 0;

function round(): void {
  let h: number;
  let l: number;
  // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
  l = (v0l + v1l) | 0;
  h = (v0h + v1h + (l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
  let rh = (v1h << 13) | (v1l >>> 19);
  let rl = (v1l << 13) | (v1h >>> 19);
  v1h = rh ^ h;
  v1l = rl ^ l;
  v0h = l;
  v0l = h;
  // v2 += v3; v3 = rotl(v3, 16) ^ v2
  l = (v2l + v3l) | 0;
  h = (v2h + v3h + (l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
  rh = (v3h << 16) | (v3l >>> 16);
  rl = (v3l << 16) | (v3h >>> 16);
  v3h = rh ^ h;
  v3l = rl ^ l;
  v2h = h;
  v2l = l;
  // v0 += v3; v3 = rotl(v3, 21) ^ v0
  l = (v0l + v3l) | 0;
  h = (v0h + v3h + (l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
  rh = (v3h << 21) | (v3l >>> 11);
  rl = (v3l << 21) | (v3h >>> 11);
  v3h = rh ^ h;
  v3l = rl ^ l;
  v0h = h;
  v0l = l;
  // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
  l = (v2l + v1l) | 0;
  h = (v2h + v1h + (l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
  rh = (v1h << 17) | (v1l >>> 15);
  rl = (v1l << 17) | (v1h >>> 15);
  v1h = rh ^ h;
  v1l = rl ^ l;
  v2h = l;
  v2l = h;
}

/** SipHash-2-4 of `bytes[start, end)` with a key of 16 bytes into {@link hashResult} (https://www.aumasson.jp/siphash/siphash.pdf). */
export function sipHash(bytes: Uint8Array, start: number, end: number, key: Uint8Array): void {
  v0l = word(key, 0) ^ 0x70736575;
  v0h = word(key, 4) ^ 0x736f6d65;
  v1l = word(key, 8) ^ 0x6e646f6d;
  v1h = word(key, 12) ^ 0x646f7261;
  v2l = word(key, 0) ^ 0x6e657261;
  v2h = word(key, 4) ^ 0x6c796765;
  v3l = word(key, 8) ^ 0x79746573;
  v3h = word(key, 12) ^ 0x74656462;
  let at = start;
  for (; end - at >= 8; at += 8) absorb(word(bytes, at), word(bytes, at + 4));
  const length = end - start;
  absorb(partialWord(bytes, at, end), partialWord(bytes, at + 4, end) | (length << 24));
  v2l ^= 0xff;
  round();
  round();
  round();
  round();
  hashResult.high = (v0h ^ v1h ^ v2h ^ v3h) >>> 0;
  hashResult.low = (v0l ^ v1l ^ v2l ^ v3l) >>> 0;
}

function absorb(low: number, high: number): void {
  v3l ^= low;
  v3h ^= high;
  round();
  round();
  v0l ^= low;
  v0h ^= high;
}
