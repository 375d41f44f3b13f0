/** Finds the files below the paths a user names, in a fixed order, without ever leaving them by a link. */
import * as path from 'node:path';
import { reasonOf } from './byteStream';
import type { Files } from './files';

/** A file to read. */
export interface FoundFile {
  /** Unique, with `/`: the path below the folder argument, or the file argument's own name. */
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** Something that was found and will not be read. */
export interface Unreadable {
  readonly id: string;
  readonly reason: string;
}

/** All files below some paths. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
}

/** Folders that never hold collected logs and may be huge. */
const skippedFolders = new Set(['.git', 'node_modules', '.causeline', '.vscode']);

/** Walks the arguments in order; entries of a folder by name. */
export async function walkSources(paths: readonly string[], files: Files): Promise<Walk> {
  const found: FoundFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const argument of paths) {
    const root = path.resolve(argument);
    const prefix = paths.length > 1 ? `${path.basename(root)}/` : '';
    try {
      const facts = await files.targetFacts(root);
      if (facts.kind === 'folder') await walkFolder(root, prefix, await files.realPath(root), files, found, unreadable);
      else if (facts.kind === 'file')
        found.push({ id: path.basename(root), path: root, size: facts.size, modifiedMs: facts.modifiedMs });
      else unreadable.push({ id: argument, reason: 'neither a file nor a folder' });
    } catch (error) {
      unreadable.push({ id: argument, reason: reasonOf(error) });
    }
  }
  return { files: makeUnique(found), unreadable };
}

async function walkFolder(
  folder: string,
  prefix: string,
  realRoot: string,
  files: Files,
  found: FoundFile[],
  unreadable: Unreadable[],
): Promise<void> {
  const names = (await files.list(folder)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const name of names) {
    const full = path.join(folder, name);
    const id = `${prefix}${name}`;
    try {
      let facts = await files.facts(full);
      if (facts.kind === 'link') {
        const target = await files.realPath(full);
        if (target !== realRoot && !target.startsWith(realRoot + path.sep)) {
          unreadable.push({ id, reason: 'a link that leads out of the folder' });
          continue;
        }
        facts = await files.targetFacts(full);
        // A link inside the folder to a folder would be read twice, or for ever.
        if (facts.kind === 'folder') continue;
      }
      if (facts.kind === 'folder') {
        if (!skippedFolders.has(name)) await walkFolder(full, `${id}/`, realRoot, files, found, unreadable);
      } else if (facts.kind === 'file') found.push({ id, path: full, size: facts.size, modifiedMs: facts.modifiedMs });
      else unreadable.push({ id, reason: 'a device, socket or pipe' });
    } catch (error) {
      unreadable.push({ id, reason: reasonOf(error) });
    }
  }
}

function makeUnique(found: readonly FoundFile[]): FoundFile[] {
  const seen = new Map<string, number>();
  return found.map((file) => {
    const times = (seen.get(file.id) ?? 0) + 1;
    seen.set(file.id, times);
    return times === 1 ? file : { ...file, id: `${file.id} (${times})` };
  });
}
