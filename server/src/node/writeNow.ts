/** Writes at once, for who has nothing else to do meanwhile: files as a whole or not at all, and standard streams to the end. */
import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';

/** Writes a file by way of one beside it, under which nobody finds half of it. */
export function writeFileNow(file: string, bytes: Uint8Array, mode = 0o666): void {
  const temporary = `${file}.${process.pid}.tmp`;
  // Whatever lies there under that name is not ours to follow, or to remove.
  const handle = openSync(temporary, 'wx', mode);
  try {
    try {
      writeFileSync(handle, bytes);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const standardOutput = 1;
const pauseMs = 1;

/** Writes to standard output; a reader that left has all it wanted. */
export function printNow(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(standardOutput, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // Somebody made the pipe one that does not wait.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}
