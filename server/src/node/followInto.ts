/** Gives the sources that a reading has found to a search: by an index where there is one, plain text as it stands, everything else unpacked. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Pursuit } from '../engine/index';
import { headBytes } from './content';
import { diskPath } from './diskNames';
import { diskFiles } from './files';
import type { NameIndexes } from './nameIndexes';
import { isPlainText } from './readPlain';
import type { FoundSources, ReadOptions, StopSignal } from './readSources';
import { membersOf, Reading } from './readSources';
import { searchLines } from './searchLines';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';

/** Gives a search what it wants as often as it wants: the same sources in the same order. */
export async function followInto(
  pursuit: Pursuit,
  { walk, journals }: FoundSources,
  options: Pick<ReadOptions, 'files' | 'signal' | 'limits'> & { readonly names?: NameIndexes } = {},
): Promise<void> {
  const { files = diskFiles, limits = usualLimits, signal, names } = options;
  const reading = new Reading(pursuit, walk.files, options);
  const isStopped = (): boolean => signal?.aborted === true;
  while (!isStopped() && pursuit.begin()) {
    for (const file of walk.files) {
      if (isStopped()) break;
      const isSearched =
        !journals.has(file) &&
        ((await names?.search(file, pursuit, signal)) === true || (await searchPlain(file, pursuit, signal)));
      if (!isSearched) await reading.members(membersOf(file, journals, files, limits), file.path);
    }
  }
}

/** Searches a file of plain text; false when it is none. */
async function searchPlain({ id, path }: FoundFile, pursuit: Pursuit, signal?: StopSignal): Promise<boolean> {
  try {
    const handle = openSync(diskPath(path), 'r');
    try {
      const head = Buffer.alloc(headBytes);
      if (!isPlainText(head.subarray(0, readSync(handle, head, 0, headBytes, 0)))) return false;
      return await searchLines(handle, { id, from: 0, before: 0 }, pursuit, signal);
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}
