/** Writes a file as a whole or not at all: nobody finds half of it under its name. */
import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { uniqueName } from './crypto';

/** Writes by way of a file beside it; what is no file (`/dev/stdout`, a named pipe, a link) is written to as it stands. */
export async function writeWhole(file: string, text: string | Uint8Array, mode = 0o666): Promise<void> {
  const facts = await lstat(file).catch(() => null);
  if (facts !== null && !facts.isFile()) {
    await writeFile(file, text);
    return;
  }
  const temporary = `${file}.${uniqueName()}.tmp`;
  try {
    // Whatever lies there under that name is not ours to follow.
    await writeFile(temporary, text, { flag: 'wx', mode });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
