/** Four bytes of each literal by which it is found: chosen as rare as they get, whatever the literal's place in memory is. */
import { ordinaryLines } from './ordinaryText';

/** Bytes looked at together. They lie at addresses divisible by this, so that a quarter of all places need looking at. */
const gramBytes = 4;

/** Every literal must hold a gram at each of the four alignments; with this length at most one byte of it is unknown. */
export const shortestLiteral = 5;

/** Bits of a gram's hash. */
const hashBits = 19;
const hashFactor = 0x9e3779b1 | 0;

/** Number of a gram: its bytes as the machine would read them as one word, lowest address lowest. */
export function gramOf(first: number, second: number, third: number, fourth: number): number {
  return first | (second << 8) | (third << 16) | (fourth << 24);
}

/** Place of a gram's bit in {@link GramTable.bits}. */
export function hashOf(gram: number): number {
  return Math.imul(gram, hashFactor) >>> (32 - hashBits);
}

/** A shorter hash, for a table of bytes that is asked first. */
export function quickHashOf(gram: number): number {
  return hashOf(gram) >>> 2;
}

/** Place of the bit of a gram and the four bytes beside it in {@link GramTable.pairBits}; those before it are turned the other way. */
function pairHashOf(gram: number, near: number, turn: number): number {
  return hashOf(gram ^ ((near << turn) | (near >>> (32 - turn))));
}

/** By how many bits the four bytes behind a gram, and those before it, are turned. */
const turnBehind = 15;
const turnBefore = 9;

/** The grams of a set of literals, ready for lookup. */
export interface GramTable {
  /** One bit for each hash: clear when no gram has it. */
  readonly bits: Uint8Array;
  /** Open addressing: for each slot the literal plus one, 0 where the slot is free. A gram of several literals has several slots. */
  readonly literal: Int32Array;
  readonly gram: Int32Array;
  /** Where in its literal the gram begins; -1 when it begins a byte before. */
  readonly offset: Int32Array;
  /** Four more bytes of the literal, as a gram, and how far from the gram they begin. */
  readonly near: Int32Array;
  readonly nearDistance: Int32Array;
  /** One bit for each hash of a gram and the four bytes behind it, or before it: clear when no literal has both. */
  readonly pairBits: Uint8Array;
  /** Bits by a gram's hash, for grams of literals too short to have either. */
  readonly looseBits: Uint8Array;
  /** The literals themselves. */
  readonly texts: readonly Uint8Array[];
  /** So many slots have one and the same gram, at most. */
  readonly mostAlike: number;
}

/** Slot of a {@link GramTable} at which a search for a gram begins; it ends at the next free one. */
export function slotOf(gram: number, slots: number): number {
  return (Math.imul(gram, hashFactor) >>> 8) & (slots - 1);
}

/** Builds the table for literals of at least {@link shortestLiteral} bytes. */
export function compileGrams(literals: readonly Uint8Array[]): GramTable {
  const entries = literals.flatMap((bytes, literal) =>
    [0, 1, 2, 3].flatMap((phase) => {
      const offset = rarestOffset(bytes, phase);
      return variants(bytes, offset).map((gram) => ({ bytes, literal, offset, gram }));
    }),
  );
  const slots = 2 ** Math.ceil(Math.log2(entries.length * 2 + 2));
  const alike = new Map<number, number>();
  for (const { gram } of entries) alike.set(gram, (alike.get(gram) ?? 0) + 1);
  const table: GramTable = {
    bits: new Uint8Array(2 ** (hashBits - 3)),
    pairBits: new Uint8Array(2 ** (hashBits - 3)),
    looseBits: new Uint8Array(2 ** (hashBits - 3)),
    literal: new Int32Array(slots),
    gram: new Int32Array(slots),
    offset: new Int32Array(slots),
    near: new Int32Array(slots),
    nearDistance: new Int32Array(slots),
    texts: literals,
    mostAlike: [...alike.values()].reduce((most, count) => Math.max(most, count), 0),
  };
  for (const { bytes, literal, offset, gram } of entries) {
    setBit(table.bits, hashOf(gram));
    let slot = slotOf(gram, slots);
    while (table.literal[slot] !== 0) slot = (slot + 1) & (slots - 1);
    const distance = farthestPart(bytes, offset);
    const part = (index: number): number => bytes[offset + distance + index] ?? 0;
    table.literal[slot] = literal + 1;
    table.gram[slot] = gram;
    table.offset[slot] = offset;
    table.near[slot] = distance === 0 ? gram : gramOf(part(0), part(1), part(2), part(3));
    table.nearDistance[slot] = distance;
    const near = table.near[slot] as number;
    if (distance === gramBytes) setBit(table.pairBits, pairHashOf(gram, near, turnBehind));
    else if (distance === -gramBytes) setBit(table.pairBits, pairHashOf(gram, near, turnBefore));
    else setBit(table.looseBits, hashOf(gram));
  }
  return table;
}

function setBit(bits: Uint8Array, place: number): void {
  bits[place >>> 3] = (bits[place >>> 3] ?? 0) | (1 << (place & 7));
}

/** Distance from the gram at `offset` to the four bytes of the literal that overlap it least: rather behind it than before. */
function farthestPart(bytes: Uint8Array, offset: number): number {
  const behind = Math.min(gramBytes, bytes.length - gramBytes - offset);
  const before = Math.min(gramBytes, offset);
  return behind >= before ? Math.max(0, behind) : -Math.max(0, before);
}

/** Offset, equal to `phase` modulo four, of the rarest gram; -1 or one past the last whole gram where none fits inside. */
function rarestOffset(bytes: Uint8Array, phase: number): number {
  let best = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  for (let at = phase; at + gramBytes <= bytes.length; at += gramBytes) {
    const score = commonness(bytes, at);
    if (score < least) {
      least = score;
      best = at;
    }
  }
  if (!Number.isNaN(best)) return best;
  return phase === gramBytes - 1 ? -1 : phase;
}

/** The gram at `at`; with a byte before or behind the literal, all 256 that it can be. */
function variants(bytes: Uint8Array, at: number): readonly number[] {
  const part = (index: number): number => bytes[at + index] ?? 0;
  if (at >= 0 && at + gramBytes <= bytes.length) return [gramOf(part(0), part(1), part(2), part(3))];
  const values = Array.from({ length: 256 }, (_, value) => value);
  return at < 0
    ? values.map((value) => gramOf(value, part(1), part(2), part(3)))
    : values.map((value) => gramOf(part(0), part(1), part(2), value));
}

const gramCounts = new Map<number, number>();
const pairCounts = new Float64Array(65_536).fill(1);
const byteCounts = new Float64Array(256).fill(256);

for (const line of ordinaryLines) {
  for (let at = 0; at + 1 < line.length; at++) {
    const pair = (line.charCodeAt(at) << 8) | line.charCodeAt(at + 1);
    pairCounts[pair] = (pairCounts[pair] ?? 0) + 1;
    byteCounts[line.charCodeAt(at)] = (byteCounts[line.charCodeAt(at)] ?? 0) + 1;
    if (at + gramBytes > line.length) continue;
    const gram = gramOf(line.charCodeAt(at), line.charCodeAt(at + 1), line.charCodeAt(at + 2), line.charCodeAt(at + 3));
    gramCounts.set(gram, (gramCounts.get(gram) ?? 0) + 1);
  }
}

/** How often ordinary lines hold a gram; for those that hold it never, how likely its pairs of letters are. */
function commonness(bytes: Uint8Array, at: number): number {
  const part = (index: number): number => bytes[at + index] ?? 0;
  const follows = (first: number, second: number): number =>
    (pairCounts[(first << 8) | second] ?? 1) / (byteCounts[first] ?? 256);
  const likely =
    (byteCounts[part(0)] ?? 1) * follows(part(0), part(1)) * follows(part(1), part(2)) * follows(part(2), part(3));
  return (gramCounts.get(gramOf(part(0), part(1), part(2), part(3))) ?? 0) * 1e6 + likely;
}
