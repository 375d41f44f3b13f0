/** Which program this is: what one version has found, another may find differently. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checksum } from './checksum';

let known: string | null = null;

/** Whether this is the bundled program, which is its own version. */
export const isBundled = basename(__filename) === 'cli.js';

/** Changes with every change of a bundle: its first file holds the checksum of the others. */
export function programVersion(): string {
  known ??= isBundled ? checksum(readFileSync(__filename)) : `development ${process.version}`;
  return known;
}
