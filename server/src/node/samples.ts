/** A checksum of pieces of a file, by which it is recognised without being read. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { checksum } from './checksum';
import { diskPath } from './diskNames';

const sampleBytes = 4096;
const samples = 16;

/** Of pieces of `[from, to)` of a file, evenly spread, the very first and last among them; rejects when it cannot be read. */
export async function samplesOf(path: string, from: number, to: number): Promise<string> {
  return inFile(path, (handle) => sample(handle, from, to));
}

/** What tells a file from another one and from what it was before. */
export async function identityOf(path: string): Promise<string> {
  return inFile(path, async (handle) => {
    const { ino, size, mtimeMs } = await handle.stat();
    return identityText(ino, size, mtimeMs, await sample(handle, 0, size));
  });
}

/** {@link identityOf}, for who has nothing else to do meanwhile. */
export function identityNow(path: string): string {
  const handle = openSync(diskPath(path), 'r');
  try {
    const { ino, size, mtimeMs } = fstatSync(handle);
    const taken = new Uint8Array(sampleBytes * (samples + 1));
    let length = 0;
    for (const { at, bytes } of placesOf(0, size)) length += readSync(handle, taken, length, bytes, at);
    return identityText(ino, size, mtimeMs, checksum(taken.subarray(0, length)));
  } finally {
    closeSync(handle);
  }
}

function identityText(ino: number, size: number, mtimeMs: number, sampled: string): string {
  return [ino, size, mtimeMs, sampled].join(' ');
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
  const taken = new Uint8Array(places.reduce((sum, { bytes }) => sum + bytes, 0));
  let length = 0;
  for (const { at, bytes } of places) length += (await handle.read(taken, length, bytes, at)).bytesRead;
  return checksum(taken.subarray(0, length));
}

/** Which pieces are looked at. */
function placesOf(from: number, to: number): { readonly at: number; readonly bytes: number }[] {
  const bytes = Math.min(sampleBytes, to - from);
  const last = to - from - bytes;
  const count = last === 0 ? 0 : samples;
  return Array.from({ length: count + 1 }, (_, index) => ({
    at: from + (count === 0 ? 0 : Math.floor((last * index) / count)),
    bytes,
  }));
}
