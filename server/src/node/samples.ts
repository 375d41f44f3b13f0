/** A checksum of pieces of a file, by which it is recognised without being read. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
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
    return [ino, size, mtimeMs, await sample(handle, 0, size)].join(' ');
  });
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
  const sum = createHash('sha1');
  const buffer = Buffer.alloc(sampleBytes);
  const last = Math.max(0, to - from - sampleBytes);
  for (let index = 0; index <= samples; index++) {
    const at = from + Math.floor((last * index) / samples);
    const { bytesRead } = await handle.read(buffer, 0, Math.min(sampleBytes, to - at), at);
    sum.update(buffer.subarray(0, bytesRead));
    if (last === 0) break;
  }
  return sum.digest('hex');
}
