/** Finds and reads rule files: those named on the command line, and those that lie in a folder's `.causeline/rules`. */
import * as path from 'node:path';
import { reasonOf } from './byteStream';
import type { Files } from './files';

/** A rule file with its text. */
export interface RuleText {
  /** Its path. */
  readonly name: string;
  readonly text: string;
}

/** Rule files, and what could not be read. */
export interface RuleTexts {
  readonly files: readonly RuleText[];
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
}

const isRuleName = /\.(?:ya?ml|json)$/i;
/** A byte more than rules may have, so that a larger file is told as too large. */
const maxBytes = 1024 * 1024 + 1;

/** Rule files that belong to collections: `.causeline/rules` of each path that is a folder. None there is no fault. */
export async function rulesOf(roots: readonly string[], files: Files): Promise<RuleTexts> {
  const found: string[] = [];
  const unreadable: { name: string; reason: string }[] = [];
  for (const root of roots) {
    const own = path.join(root, '.causeline');
    const folder = path.join(own, 'rules');
    if (!(await isOwnFolder(own, files)) || !(await isOwnFolder(folder, files))) continue;
    for (const name of await listRules(folder, files)) {
      const facts = await files.facts(name).catch(() => null);
      if (facts === null || facts.kind === 'file') found.push(name);
      else unreadable.push({ name, reason: 'not a file' });
    }
  }
  const read = await readAll(found, files);
  return { files: read.files, unreadable: [...unreadable, ...read.unreadable] };
}

/** Whether there is a folder at a path and not a link, which would lead out of what the user opened. */
async function isOwnFolder(name: string, files: Files): Promise<boolean> {
  const facts = await files.facts(name).catch(() => null);
  return facts?.kind === 'folder';
}

/** Rule files by path: a file, or a folder with all its rule files. */
export async function rulesAt(paths: readonly string[], files: Files): Promise<RuleTexts> {
  const found: string[] = [];
  const unreadable: { name: string; reason: string }[] = [];
  for (const name of paths) {
    try {
      const facts = await files.targetFacts(name);
      if (facts.kind === 'folder') found.push(...(await listRules(name, files)));
      else found.push(name);
    } catch (error) {
      unreadable.push({ name, reason: reasonOf(error) });
    }
  }
  const read = await readAll(found, files);
  return { files: read.files, unreadable: [...unreadable, ...read.unreadable] };
}

async function listRules(folder: string, files: Files): Promise<string[]> {
  const names = (await files.list(folder).catch(() => [])).filter((name) => isRuleName.test(name));
  return names.sort().map((name) => path.join(folder, name));
}

async function readAll(paths: readonly string[], files: Files): Promise<RuleTexts> {
  const read: RuleText[] = [];
  const unreadable: { name: string; reason: string }[] = [];
  for (const name of paths) {
    try {
      const facts = await files.targetFacts(name);
      if (facts.kind !== 'file') throw new Error('not a file');
      read.push({ name, text: await readText(name, files) });
    } catch (error) {
      unreadable.push({ name, reason: reasonOf(error) });
    }
  }
  return { files: read, unreadable };
}

async function readText(name: string, files: Files): Promise<string> {
  const handle = await files.open(name);
  try {
    const buffer = new Uint8Array(maxBytes);
    let filled = 0;
    for (let count = -1; count !== 0 && filled < maxBytes; filled += count)
      count = await handle.read(buffer.subarray(filled), filled);
    return new TextDecoder().decode(buffer.subarray(0, filled));
  } finally {
    await handle.close();
  }
}
