/**
 * Tells whether a file is still what it was, without reading all of it. The disk notes when a file was last changed in any way, which no
 * program can set: that proves it. Pieces of its content are compared, too, because some disks (FAT, network shares) note less.
 */
import type { Stats } from 'node:fs';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { checksum } from './checksum';
import { diskPath } from './diskNames';

const sampleBytes = 4096;
const samples = 16;
/** Files up to this size are known by all of their content, wherever they lie. */
const wholeBytes = sampleBytes * (samples + 1);

/** Changes that are so close together may be noted at the same time. */
const tickMs = 20;
/** The same where the disk notes whole seconds. */
const coarseTickMs = 2000;

type Facts = Pick<Stats, 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'>;

/** Of pieces of `[from, to)` of a file, evenly spread, the very first and last among them; rejects when it cannot be read. */
export async function samplesOf(path: string, from: number, to: number): Promise<string> {
  return inFile(path, (handle) => sample(handle, from, to));
}

/**
 * What tells a file from another one and from what it was before; what is read of it from now on is at most newer. Rejects when the
 * disk would not tell the next change from the last one.
 */
export async function identityOf(path: string): Promise<string> {
  return inFile(path, async (handle) => {
    const facts = await settledFacts(handle);
    return identityText(facts, await sample(handle, 0, facts.size));
  });
}

/** {@link identityOf} for comparison with what that was before, for who has nothing else to do meanwhile. */
export function identityNow(path: string): string {
  const handle = openSync(diskPath(path), 'r');
  try {
    const facts = fstatSync(handle);
    const places = placesOf(0, facts.size);
    const taken = roomFor(places);
    let length = 0;
    for (const { at, bytes } of places) length += readSync(handle, taken, length, bytes, at);
    return identityText(facts, checksum(taken.subarray(0, length)));
  } finally {
    closeSync(handle);
  }
}

/** What was changed a moment ago is looked at a moment later: a change that follows at once would have the same time. */
async function settledFacts(handle: FileHandle): Promise<Facts> {
  const facts = await handle.stat();
  if (facts.size <= wholeBytes || !isJustChanged(facts)) return facts;
  await new Promise((resolve) => setTimeout(resolve, tickMs));
  const later = await handle.stat();
  if (isJustChanged(later)) throw new Error('it is being changed');
  return later;
}

function isJustChanged({ ctimeMs }: Facts): boolean {
  const isCoarse = ctimeMs % 1000 === 0;
  return Date.now() - ctimeMs < (isCoarse ? coarseTickMs : tickMs);
}

/** A file of which everything was looked at may be copied, linked and given to others; any other is what it was while the disk says so. */
function identityText({ ino, size, mtimeMs, ctimeMs }: Facts, sampled: string): string {
  return [size, mtimeMs, sampled, ...(size <= wholeBytes ? [] : [ino, ctimeMs])].join(' ');
}

async function inFile(path: string, use: (handle: FileHandle) => Promise<string>): Promise<string> {
  const handle = await open(diskPath(path), 'r');
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function sample(handle: FileHandle, from: number, to: number): Promise<string> {
  const places = placesOf(from, to);
  const taken = roomFor(places);
  let length = 0;
  for (const { at, bytes } of places) length += (await handle.read(taken, length, bytes, at)).bytesRead;
  return checksum(taken.subarray(0, length));
}

/** A piece of a file. */
interface Piece {
  readonly at: number;
  readonly bytes: number;
}

function roomFor(pieces: readonly Piece[]): Uint8Array {
  return new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes, 0));
}

/** Which pieces are looked at. */
function placesOf(from: number, to: number): Piece[] {
  if (to - from <= wholeBytes) return [{ at: from, bytes: to - from }];
  const last = to - from - sampleBytes;
  return Array.from({ length: samples + 1 }, (_, index) => ({
    at: from + Math.floor((last * index) / samples),
    bytes: sampleBytes,
  }));
}
