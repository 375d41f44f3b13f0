/** The scanning loops as a WebAssembly module: the same results as the plain ones, several times as fast. */
import { isAscii } from 'node:buffer';
import type { CreateKernel, EngineOptions, GramTable, ScanKernel } from '../engine/index';
import { decodeUtf8, stepBytes } from '../engine/index';
import { scanKernelCode } from './scanKernelCode';

/** Where the module keeps things; `scanKernel.wat` says the same. The bytes follow the table of grams. */
const place = { lineFeeds: 0x10000, words: 0x50000, grams: 0x61000 };
const slotBytes = 16;
const pageBytes = 65_536;
/** Bytes behind the last one that the loops may read. */
const slack = 64;

/** The part of WebAssembly that is needed; no library for plain Node declares it. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  findLineFeeds(start: number, end: number, base: number): number;
  findWords(start: number, end: number, base: number, lastSlot: number): number;
}

/** One instance with a memory of its own. */
class FastKernel implements ScanKernel {
  bytes = new Uint8Array(0);
  lineFeeds = new Int32Array(0);
  words = new Int32Array(0);
  /** Where the bytes begin in the module's memory. */
  private readonly base: number;
  private readonly lastSlot: number;

  constructor(
    private readonly module: Exports,
    table: GramTable,
  ) {
    const slots = table.gram.length;
    this.base = place.grams + slots * slotBytes;
    this.lastSlot = (slots - 1) * slotBytes;
    const { memory } = module;
    const missing = this.base + 4 * stepBytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    new Uint8Array(memory.buffer).set(table.bits);
    const entries = new Int32Array(memory.buffer, place.grams, (slots * slotBytes) / 4);
    for (let slot = 0; slot < slots; slot++) {
      entries[slot * 4] = table.gram[slot] as number;
      entries[slot * 4 + 1] = table.near[slot] as number;
      entries[slot * 4 + 2] = table.nearDistance[slot] as number;
      entries[slot * 4 + 3] = table.literal[slot] as number;
    }
    this.look();
  }

  reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    const wanted = Math.max(capacity, this.bytes.length * 2) - this.bytes.length;
    this.module.memory.grow(Math.ceil(wanted / pageBytes));
    this.look();
  }

  /** Makes the views of the memory, which is another one once it has grown. */
  private look(): void {
    const { buffer } = this.module.memory;
    this.bytes = new Uint8Array(buffer, this.base, buffer.byteLength - this.base - slack);
    this.lineFeeds = new Int32Array(buffer, place.lineFeeds, stepBytes);
    this.words = new Int32Array(buffer, place.words, stepBytes / 4 + 8);
  }

  findLineFeeds(start: number, end: number): number {
    return this.module.findLineFeeds(this.base + start, this.base + end, this.base);
  }

  findWords(start: number, end: number): number {
    return this.module.findWords(this.base + start, this.base + end, this.base, this.lastSlot);
  }
}

let compiled: CreateKernel | undefined | null = null;

/** Makes fast kernels; `undefined` where the machine has no such instructions or WebAssembly is switched off. */
export function fastKernels(): CreateKernel | undefined {
  if (compiled === null) compiled = compile();
  return compiled;
}

function compile(): CreateKernel | undefined {
  try {
    const module = new WebAssembly.Module(Buffer.from(scanKernelCode, 'base64'));
    return (table) => new FastKernel(new WebAssembly.Instance(module).exports as Exports, table);
  } catch {
    return undefined;
  }
}

/** Decodes plain ASCII by the platform's own means; everything else as the engine does. */
export function fastDecode(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end || end > bytes.length) return decodeUtf8(bytes, start, end);
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  return isAscii(part) ? part.toString('latin1') : decodeUtf8(bytes, start, end);
}

/** What this machine does faster than plain code; the results are the same. */
export function fastMeans(): Pick<EngineOptions, 'createKernel' | 'decode'> {
  return { createKernel: fastKernels(), decode: fastDecode };
}
