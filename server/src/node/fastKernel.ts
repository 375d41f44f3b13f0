/** The scanning loops as a WebAssembly module: the same results as the plain ones, several times as fast. */
import { isAscii } from 'node:buffer';
import type { CreateKernel, EngineOptions, GramTable, ScanKernel, SkimMemory } from '../engine/index';
import {
  bitPatterns,
  decodeUtf8,
  hitsAt,
  lineFeedsAt,
  lineStepBytes,
  nulAt,
  patternsAt,
  quickAt,
  stepBytes,
} from '../engine/index';
import { builtGrams } from './builtGrams';
import { scanKernelCode } from './scanKernelCode';

/** Bytes of a slot of the table of grams, and of an entry. */
const slotBytes = 16;
const entryBytes = 32;
/** What a slot tells beside its first entry: it is not the only one. */
const hasMore = 1;
const pageBytes = 65_536;
/** Bytes behind the last one that the loops may read. */
const slack = 192;

/** The part of WebAssembly that is needed; no library for plain Node declares it. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The memory of an instance. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Exports {
  readonly memory: Memory;
  /** Says where things stand in the memory. */
  settle(bytes: number, bits: number, grams: number, slots: number): void;
  /** Says which bits of two words are a gram. */
  mask(word: number, behind: number): void;
  findLineFeeds(start: number, end: number): number;
  findLiterals(from: number, to: number, start: number, end: number): number;
  begins(start: number, end: number): number;
  skim(): void;
}

/** One instance with a memory of its own. */
class FastKernel implements ScanKernel {
  bytes = new Uint8Array(0);
  lineFeeds = new Int32Array(0);
  hits = new Int32Array(0);
  skimmer: SkimMemory;
  /** Where the bytes begin in the module's memory. */
  private readonly base: number;
  private readonly hitBytes: number;

  constructor(
    private readonly module: Exports,
    table: GramTable,
  ) {
    const slots = table.first.length;
    // Every word of a step may belong to as many literals as have grams in the same slot.
    this.hitBytes = (stepBytes / 4 + 8) * 8 * Math.max(1, table.mostAlike);
    const bits = aligned(hitsAt + this.hitBytes);
    const grams = aligned(bits + table.bits.length);
    const entries = grams + slots * slotBytes;
    const texts = entries + table.literal.length * entryBytes;
    this.base = aligned(texts + table.texts.reduce((sum, text) => sum + text.length, 0));
    const { memory } = module;
    growTo(memory, this.base + 4 * stepBytes);
    module.settle(this.base, bits, grams, slots);
    module.mask(table.wordMask, table.behindMask);
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(table.quick, quickAt);
    bytes.set(bitPatterns, patternsAt);
    bytes.set(table.bits, bits);
    writeEntries(memory.buffer, table, entries, texts);
    writeSlots(memory.buffer, table, grams, entries);
    this.skimmer = this.look();
  }

  reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    const wanted = Math.max(capacity, this.bytes.length * 2) - this.bytes.length;
    this.module.memory.grow(Math.ceil(wanted / pageBytes));
    this.skimmer = this.look();
  }

  /** Makes the views of the memory, which is another one once it has grown. */
  private look(): SkimMemory {
    const { module, base } = this;
    const { buffer } = module.memory;
    this.bytes = new Uint8Array(buffer, base, buffer.byteLength - base - slack);
    this.lineFeeds = new Int32Array(buffer, lineFeedsAt, lineStepBytes);
    this.hits = new Int32Array(buffer, hitsAt, this.hitBytes / 4);
    return {
      ints: new Int32Array(buffer),
      floats: new Float64Array(buffer),
      bytes: new Uint8Array(buffer),
      begins: (start, end) => module.begins(start, end) !== 0,
      skim: () => module.skim(),
    };
  }

  get hasNul(): boolean {
    return this.skimmer.ints[nulAt / 4] !== 0;
  }

  findLineFeeds(start: number, end: number): number {
    return this.module.findLineFeeds(start, end);
  }

  findLiterals(from: number, to: number, start: number, end: number): number {
    return this.module.findLiterals(from, to, start, end);
  }
}

function aligned(place: number): number {
  return (place + 63) & ~63;
}

/** Writes the literals, and for each entry all that is asked of it. */
function writeEntries(buffer: ArrayBuffer, table: GramTable, entries: number, texts: number): void {
  const bytes = new Uint8Array(buffer);
  const ints = new Int32Array(buffer);
  let next = texts;
  const places = table.texts.map((text) => {
    bytes.set(text, next);
    next += text.length;
    return next - text.length;
  });
  table.literal.forEach((literal, entry) => {
    const at = (entries + entry * entryBytes) / 4;
    ints[at] = table.near[entry] as number;
    ints[at + 1] = ((table.offset[entry] as number) << 16) | ((table.nearDistance[entry] as number) & 0xffff);
    ints[at + 2] = literal;
    ints[at + 3] = table.isLast[entry] as number;
    ints[at + 4] = (table.texts[literal] as Uint8Array).length;
    ints[at + 5] = places[literal] as number;
  });
}

/** Writes the slots, each with what is asked of its first entry, and where that is. */
function writeSlots(buffer: ArrayBuffer, table: GramTable, slots: number, entries: number): void {
  const ints = new Int32Array(buffer);
  table.first.forEach((first, slot) => {
    if (first === 0) return;
    const entry = first - 1;
    const flags = table.isLast[entry] === 0 ? hasMore : 0;
    const at = (slots + slot * slotBytes) / 4;
    ints[at] = table.near[entry] as number;
    ints[at + 1] =
      ((table.offset[entry] as number) << 16) | (flags << 8) | ((table.nearDistance[entry] as number) & 0xff);
    ints[at + 2] = entries + entry * entryBytes;
  });
}

/** Makes a memory so large; views of it are gone then. */
export function growTo(memory: Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

let compiled: (() => unknown) | undefined | null = null;

/** Makes instances of the module, each with a memory of its own; `undefined` where the machine has no such instructions or WebAssembly is switched off. */
export function instantiate(): (() => unknown) | undefined {
  if (compiled === null) compiled = compile();
  return compiled;
}

function compile(): (() => unknown) | undefined {
  try {
    const module = new WebAssembly.Module(Buffer.from(scanKernelCode, 'base64'));
    return () => new WebAssembly.Instance(module).exports;
  } catch {
    return undefined;
  }
}

/** Makes fast kernels; `undefined` where there can be none. */
export function fastKernels(): CreateKernel | undefined {
  const make = instantiate();
  return make === undefined ? undefined : (table) => new FastKernel(make() as Exports, table);
}

/** Decodes plain ASCII by the platform's own means; everything else as the engine does. */
export function fastDecode(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end || end > bytes.length) return decodeUtf8(bytes, start, end);
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  return isAscii(part) ? part.toString('latin1') : decodeUtf8(bytes, start, end);
}

/** What this machine does faster than plain code; the results are the same. */
export function fastMeans(): Pick<EngineOptions, 'createKernel' | 'decode' | 'builtGrams'> {
  return { createKernel: fastKernels(), decode: fastDecode, builtGrams };
}
