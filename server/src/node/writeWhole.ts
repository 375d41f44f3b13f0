/** Writes a file as a whole or not at all: nobody finds half of it under its name. */
import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes by way of a file beside it. */
export async function writeWhole(file: string, text: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
