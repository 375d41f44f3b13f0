/** A checksum by which damage and other content are told, in plain code: a start that has nothing else to do waits for no library. */

/** Sixteen hexadecimal digits; against damage and chance, not against somebody who makes bytes to fit. */
export function checksum(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let one = 0x2545f491 ^ bytes.length;
  let other = 0x9e3779b9 | 0;
  for (let at = 0; at < whole; at += 4) {
    const word = view.getInt32(at, true);
    one = Math.imul(one ^ word, 0x85ebca6b);
    one = (one << 13) | (one >>> 19);
    other = Math.imul(((other << 5) | (other >>> 27)) ^ word, 0xc2b2ae35) ^ one;
  }
  for (let at = whole; at < bytes.length; at++) {
    one = Math.imul(one ^ (bytes[at] as number), 0x85ebca6b);
    other = Math.imul(((other << 5) | (other >>> 27)) ^ one, 0xc2b2ae35);
  }
  return digits(mixed(one ^ (other >>> 15))) + digits(mixed(Math.imul(other, 0x27d4eb2f) ^ one));
}

/** Every bit of the word counts for every bit of the result. */
function mixed(word: number): number {
  const half = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  const rest = Math.imul(half ^ (half >>> 15), 0x846ca68b | 0);
  return rest ^ (rest >>> 16);
}

function digits(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
