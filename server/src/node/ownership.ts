/** Tells what only this user could have written: what is kept on disk is believed, run or written elsewhere on nobody else's word. */
import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Mode of what is kept: nobody else may read what logs say, or change what will be believed. */
export const onlyOwn = 0o600;

/** How a kept file is opened: no link is followed, and no pipe waited for. Windows has neither flag. */
export const openKept = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** True for what belongs to this user, and what nobody else may change. */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/** The bytes of a file that nobody else could have written; `null` for any other. What was opened is what is asked about and read. */
export function readOwnNow(file: string): Buffer | null {
  const handle = openSync(file, openKept);
  try {
    const facts = fstatSync(handle);
    return facts.isFile() && isOwn(facts) ? readFileSync(handle) : null;
  } finally {
    closeSync(handle);
  }
}
