/** Tells what only this user could have written: what is kept on disk is believed, run or written elsewhere on nobody else's word. */
import type { Stats } from 'node:fs';

/** True for what belongs to this user, and what nobody else may change. */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}
