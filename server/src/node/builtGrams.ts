/** The table of the catalogue's literals as the bundle holds it: making it anew would take a third of a start. */
import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { BuiltGrams, Grams } from '../engine/index';
import { isBundled } from './programVersion';

/** What lies beside a bundle. */
interface Built {
  /** One a line. */
  readonly literals: string;
  readonly grams: Grams;
}

/** The table for exactly these literals, where a bundle holds it; literals that users add have it made anew. */
export const builtGrams: BuiltGrams = (literals) => {
  if (!isBundled || endianness() !== 'LE') return null;
  try {
    const built = deserialize(readFileSync(join(__dirname, 'literals.bin'))) as Built;
    return built.literals === literals.join('\n') ? built.grams : null;
  } catch {
    return null;
  }
};
