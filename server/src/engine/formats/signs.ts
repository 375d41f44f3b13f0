/** Signs that formats cannot do without, such as the clock of a stamp: one look at a line rules out most formats at once. */
import { byte, isDigit } from './bytes';

/** What stands somewhere in a line: one of these characters, a digit, or a digit, a colon and a digit (`clock`). */
export type Sign = 'digit' | 'clock' | ':' | '=' | '[' | '#' | '&' | '<' | '\\';

const bits: Readonly<Record<Sign, number>> = {
  digit: 1,
  clock: 2,
  ':': 4,
  '=': 8,
  '[': 16,
  '#': 32,
  // Both are rare in text.
  '&': 64,
  '<': 64,
  '\\': 128,
};

/** As many sets of signs as there are. */
export const signSets = 256;

/** Of a line that nobody has looked through: all of them may stand in it. */
const allSigns = signSets - 1;

/** A longer line is not looked through. */
const longest = 1024;

const bitOf = new Uint8Array(256);
for (const [sign, bit] of Object.entries(bits)) if (sign.length === 1) bitOf[sign.charCodeAt(0)] = bit;
for (let digit = byte.zero; digit <= byte.nine; digit++) bitOf[digit] = bits.digit;

/** What stands somewhere in a line: a sign, or one of several. */
export type Need = Sign | readonly Sign[];

/** Whether a set of signs has what is needed. */
export function hasNeeded(set: number, need: Need): boolean {
  const wanted = typeof need === 'string' ? [need] : need;
  return wanted.some((sign) => (bits[sign] & set) !== 0);
}

/** The set of signs that stand in `bytes[start, end)`. */
export function signsIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > longest) return allSigns;
  let set = 0;
  for (let position = start; position < end; position++) {
    const value = bytes[position] as number;
    set |= bitOf[value] as number;
    if (value === byte.colon && (set & bits.clock) === 0 && isClock(bytes, position, start, end)) set |= bits.clock;
  }
  return set;
}

function isClock(bytes: Uint8Array, colon: number, start: number, end: number): boolean {
  return colon > start && colon + 1 < end && isDigit(bytes[colon - 1]) && isDigit(bytes[colon + 1]);
}
