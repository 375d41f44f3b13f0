/** Up to eight bytes of each literal by which it is found: chosen as rare as they get, whatever the literal's place in memory is. */
import { ordinaryLines } from './ordinaryText';

/** How far apart the places are that are looked at: addresses divisible by this, a quarter of all. */
const stride = 4;
/** More bytes than two words have are looked at nowhere. */
const longestGram = 8;

/**
 * Every literal must hold a gram at each of the four alignments, of which the first or the last byte may be unknown: so the shortest
 * literal tells how many bytes a gram has. From nine bytes on it has eight.
 */
export const shortestLiteral = 5;
/** Of a byte that may be unknown only so much counts: not many grams then stand for it. */
const edgeMask = 0x0f;

/** Grams further into a literal are not looked for: their places are kept in two bytes. */
const farthestGram = 1024;

/** Farther from a gram than this its four bytes do not stand: kernels keep that in one byte. */
const farthestNear = 120;

/** Bits of the places of the two tables that are asked first. */
const quickBits = 18;
const secondBits = 16;
/** Two bits of a byte, for each of the numbers that a gram may have in the second table. */
export const bitPatterns = Uint8Array.of(3, 6, 12, 24, 48, 96, 192, 129, 9, 18, 36, 72, 144, 33, 66, 132);

const factor = 0x9e3779b1 | 0;
const factorBehind = 0x85ebca6b | 0;
const mixing = 0x2c1b3c6d;
/** What an entry of {@link GramTable.quick} holds where a gram has its place: what a kernel goes on by in its list of vectors. */
const taken = 4;

/** Four bytes as the machine would read them as one word, lowest address lowest. */
function wordOf(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** Number of a gram by its first word and what of the second one belongs to it. */
export function keyOf(word: number, behind: number): number {
  return (Math.imul(word, factor) + Math.imul(behind, factorBehind)) | 0;
}

/** Place of a gram in {@link GramTable.quick}. */
export function quickPlaceOf(key: number): number {
  return key >>> (32 - quickBits);
}

/** Place of a gram's bits in {@link GramTable.bits}. */
export function secondPlaceOf(key: number): number {
  return Math.imul(key, mixing) >>> (32 - secondBits);
}

/** The bits that a gram has there. */
export function patternOf(key: number): number {
  return bitPatterns[(Math.imul(key, mixing) >>> (28 - secondBits)) & 15] as number;
}

/** Slot of a {@link GramTable} that holds the entries of a gram, and of those few that share it. */
export function slotOf(key: number, slots: number): number {
  return (Math.imul(key, mixing) >>> 3) & (slots - 1);
}

/** The grams of a set of literals, ready for lookup. */
export interface Grams {
  /** Which bits of four bytes belong to a gram, and of the four behind them. */
  readonly wordMask: number;
  readonly behindMask: number;
  /** 0 where no gram has this place. Asked first, of every fourth place in a text. */
  readonly quick: Uint8Array;
  /** Two bits of a byte for each gram, one or both of which are clear for most of what is none. */
  readonly bits: Uint8Array;
  /** The first entry of each slot, plus one; 0 where the slot is free. */
  readonly first: Int32Array;
  /** Entries, those of one slot one behind the other: the literal. */
  readonly literal: Int32Array;
  /** Whether it is its slot's last one. */
  readonly isLast: Uint8Array;
  /** Where in its literal the gram begins; -1 when it begins a byte before. */
  readonly offset: Int32Array;
  /** Four more bytes of the literal, as a word, and how far from the gram they begin. */
  readonly near: Int32Array;
  readonly nearDistance: Int32Array;
  /** So many entries has one and the same slot, at most. */
  readonly mostAlike: number;
}

/** All that a search for a set of literals needs. */
export interface GramTable extends Grams {
  /** The literals themselves. */
  readonly texts: readonly Uint8Array[];
}

/** Gives what {@link compileGrams} would make of these literals, when it was made before; the literals are in the same order. */
export type BuiltGrams = (literals: readonly string[]) => Grams | null;

/** One gram of one literal at one alignment. */
interface Entry {
  readonly key: number;
  readonly bytes: Uint8Array;
  readonly literal: number;
  readonly offset: number;
}

/** Builds the table for literals of at least {@link shortestLiteral} bytes. */
export function compileGrams(literals: readonly Uint8Array[]): Grams {
  const shortest = literals.reduce((least, { length }) => Math.min(least, length), longestGram + 1);
  const width = Math.min(longestGram, shortest - 1);
  const chooser = new GramChooser(width, shortest < width + stride - 1, literals);
  const byKey = gramsOf(literals, chooser);
  // So many that few grams share one.
  const slots = 2 ** Math.ceil(Math.log2(byKey.size * 4 + 2));
  const bySlot = entriesBySlot(byKey, slots);
  const lists = [...bySlot.values()];
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const table = {
    wordMask: chooser.wordMask,
    behindMask: chooser.behindMask,
    quick: new Uint8Array(2 ** quickBits),
    bits: new Uint8Array(2 ** secondBits),
    first: new Int32Array(slots),
    literal: new Int32Array(count),
    isLast: new Uint8Array(count),
    offset: new Int32Array(count),
    near: new Int32Array(count),
    nearDistance: new Int32Array(count),
    mostAlike: lists.reduce((most, { length }) => Math.max(most, length), 0),
  };
  for (const key of byKey.keys()) enterGram(table, key);
  const places = chooser.ordinaryPlaces(byKey);
  let place = 0;
  for (const [slot, entries] of bySlot) {
    table.first[slot] = place + 1;
    for (const entry of entries) enter(table, place++, entry, nearOf(entry, width, places.get(entry.key) ?? []));
    table.isLast[place - 1] = 1;
  }
  return table;
}

/** The grams of literals by number, one at each alignment. */
function gramsOf(literals: readonly Uint8Array[], chooser: GramChooser): Map<number, Entry[]> {
  const byKey = new Map<number, Entry[]>();
  literals.forEach((bytes, literal) => {
    for (let phase = 0; phase < stride; phase++) {
      const offset = chooser.rarestOffset(bytes, phase);
      for (const key of chooser.keys(bytes, offset)) {
        const alike = byKey.get(key);
        if (alike === undefined) byKey.set(key, [{ key, bytes, literal, offset }]);
        else alike.push({ key, bytes, literal, offset });
      }
    }
  });
  return byKey;
}

/** What has to be compared where a gram of a slot was found: each place of each literal once, though it may have several grams there. */
function entriesBySlot(byKey: ReadonlyMap<number, readonly Entry[]>, slots: number): Map<number, Entry[]> {
  const bySlot = new Map<number, Entry[]>();
  for (const [key, entries] of byKey) {
    const slot = slotOf(key, slots);
    const here = bySlot.get(slot) ?? [];
    bySlot.set(slot, here);
    for (const entry of entries) {
      const isThere = here.some(({ literal, offset }) => literal === entry.literal && offset === entry.offset);
      if (!isThere) here.push(entry);
    }
  }
  return bySlot;
}

/** Sets a gram's place in the tables that are asked first. */
function enterGram(table: Grams, key: number): void {
  table.quick[quickPlaceOf(key)] = taken;
  const place = secondPlaceOf(key);
  table.bits[place] = (table.bits[place] as number) | patternOf(key);
}

function enter(table: Grams, place: number, { bytes, literal, offset }: Entry, near: number): void {
  table.literal[place] = literal;
  table.offset[place] = offset;
  table.near[place] = wordOf(bytes, near);
  table.nearDistance[place] = near - offset;
}

/** Where the four bytes of the literal begin by which its gram is told best from those of ordinary lines: fewest of these have them, too. */
function nearOf({ bytes, offset }: Entry, width: number, ordinaryAt: readonly OrdinaryPlace[]): number {
  let best = farthestWord(bytes, offset, width);
  if (ordinaryAt.length === 0) return best;
  const commonness = (near: number): number =>
    ordinaryAt.filter(({ line, at }) => isSame(line, at + near - offset, bytes, near)).length;
  let least = commonness(best);
  const last = Math.min(bytes.length - stride, offset + farthestNear);
  for (let near = Math.max(0, offset - farthestNear); near <= last && least > 0; near++) {
    const common = commonness(near);
    if (common >= least) continue;
    least = common;
    best = near;
  }
  return best;
}

/** Whether the same four bytes stand at both places. */
function isSame(line: Uint8Array, at: number, bytes: Uint8Array, place: number): boolean {
  for (let index = 0; index < stride; index++) if (line[at + index] !== bytes[place + index]) return false;
  return true;
}

/** Where the four bytes of the literal begin that overlap its gram least. */
function farthestWord({ length }: Uint8Array, offset: number, width: number): number {
  const behind = Math.min(length, offset + width + stride);
  const before = Math.max(0, offset - stride);
  return behind - offset - width >= offset - before ? behind - stride : before;
}

/** A gram in a line of every day. */
interface OrdinaryPlace {
  readonly line: Uint8Array;
  readonly at: number;
}

/** Chooses the grams of literals, so many bytes wide. */
class GramChooser {
  readonly wordMask: number;
  readonly behindMask: number;
  private readonly counts: Uint16Array;
  /** How many places in literals hold a gram, by the upper half of its number: words that many speak of are no rare ones. */
  private readonly alike = new Uint16Array(65_536);

  constructor(
    private readonly width: number,
    hasEdges: boolean,
    literals: readonly Uint8Array[],
  ) {
    const masks = new Uint8Array(longestGram).fill(0xff, 0, width);
    if (hasEdges) for (const edge of [0, width - 1]) masks[edge] = edgeMask;
    this.wordMask = wordOf(masks, 0);
    this.behindMask = wordOf(masks, stride);
    this.counts = countGrams(this.wordMask, this.behindMask);
    for (const bytes of literals) {
      for (let at = 0; at + width <= bytes.length; at++) {
        const place = this.keyAt(bytes, at) >>> 16;
        this.alike[place] = (this.alike[place] as number) + 1;
      }
    }
  }

  /** Offset, equal to `phase` modulo four, of the rarest gram; where none fits inside, -1 or the one that reaches a byte beyond the end. */
  rarestOffset(bytes: Uint8Array, phase: number): number {
    const last = Math.min(bytes.length - this.width, farthestGram);
    let best = phase <= last ? phase : phase === last + 1 ? phase : phase - stride;
    let least = Number.POSITIVE_INFINITY;
    for (let at = phase; at <= last; at += stride) {
      const score = this.commonness(bytes, at);
      if (score < least) {
        least = score;
        best = at;
      }
    }
    return best;
  }

  /** The gram at `at`; with a byte before or behind the literal, all that it can be. */
  keys(bytes: Uint8Array, at: number): readonly number[] {
    if (at >= 0 && at + this.width <= bytes.length) return [this.keyAt(bytes, at)];
    const unknown = at < 0 ? 0 : this.width - 1;
    const gram = Uint8Array.from({ length: longestGram }, (_, index) => bytes[at + index] ?? 0);
    return Array.from({ length: edgeMask + 1 }, (_, value) => {
      gram[unknown] = value;
      return this.keyAt(gram, 0);
    });
  }

  /** Where these grams stand in ordinary lines. */
  ordinaryPlaces(wanted: ReadonlyMap<number, unknown>): Map<number, OrdinaryPlace[]> {
    const places = new Map<number, OrdinaryPlace[]>();
    for (const line of ordinary) {
      for (let at = 0; at + longestGram <= line.length; at++) {
        const key = this.keyAt(line, at);
        if (!wanted.has(key)) continue;
        const alike = places.get(key);
        if (alike === undefined) places.set(key, [{ line, at }]);
        else alike.push({ line, at });
      }
    }
    return places;
  }

  private keyAt(bytes: Uint8Array, at: number): number {
    return keyOf(wordOf(bytes, at) & this.wordMask, wordOf(bytes, at + stride) & this.behindMask);
  }

  /** How often ordinary lines hold a gram; for those that hold it never, how many literals do, and how likely its pairs of letters are. */
  private commonness(bytes: Uint8Array, at: number): number {
    let likely = byteCounts[bytes[at] as number] as number;
    for (let index = at; index + 1 < at + this.width; index++) {
      const first = bytes[index] as number;
      likely *= (pairCounts[(first << 8) | (bytes[index + 1] as number)] as number) / (byteCounts[first] as number);
    }
    const place = this.keyAt(bytes, at) >>> 16;
    return (this.counts[place] as number) * 1e6 + (this.alike[place] as number) * 1e3 + likely;
  }
}

const pairCounts = new Float64Array(65_536).fill(1);
const byteCounts = new Float64Array(256).fill(256);
const ordinary = ordinaryLines.map((line) => Uint8Array.from(line, (character) => character.charCodeAt(0)));
const countsByMasks = new Map<string, Uint16Array>();

for (const line of ordinary) {
  for (let at = 0; at + 1 < line.length; at++) {
    const first = line[at] as number;
    const pair = (first << 8) | (line[at + 1] as number);
    pairCounts[pair] = (pairCounts[pair] as number) + 1;
    byteCounts[first] = (byteCounts[first] as number) + 1;
  }
}

/** How often each gram stands in ordinary lines, by the upper half of its number. */
function countGrams(wordMask: number, behindMask: number): Uint16Array {
  const masks = `${wordMask} ${behindMask}`;
  const known = countsByMasks.get(masks);
  if (known !== undefined) return known;
  const counts = new Uint16Array(65_536);
  for (const line of ordinary) {
    for (let at = 0; at + longestGram <= line.length; at++) {
      const place = keyOf(wordOf(line, at) & wordMask, wordOf(line, at + stride) & behindMask) >>> 16;
      counts[place] = (counts[place] as number) + 1;
    }
  }
  countsByMasks.set(masks, counts);
  return counts;
}
