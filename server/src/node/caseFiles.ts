/** Finds, reads and writes the case files of opened folders; never through a link, which would lead out of what the user opened. */
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import { reasonOf } from './byteStream';
import type { Files } from './files';
import { writeWhole } from './writeWhole';

/** A folder's case file. */
export interface CaseText {
  /** The folder, as it was named. */
  readonly root: string;
  /** Path of the file. */
  readonly name: string;
  /** What ids of its sources begin with: the folder's name where several were opened. */
  readonly prefix: string;
  /** `null` when there is no file. */
  readonly text: string | null;
  /** Why it could not be read, when it is there. */
  readonly reason: string | null;
}

/** Where it lies below the opened folder. */
const caseFilePath: readonly string[] = ['.causeline', 'case.json'];

const maxBytes = 1024 * 1024 + 1;

/** The case files of those paths that are folders. */
export async function casesOf(roots: readonly string[], files: Files): Promise<CaseText[]> {
  const cases: CaseText[] = [];
  for (const root of roots) {
    const facts = await files.targetFacts(root).catch(() => null);
    if (facts?.kind !== 'folder') continue;
    const prefix = roots.length > 1 ? `${path.basename(path.resolve(root))}/` : '';
    const name = path.join(root, ...caseFilePath);
    const own = await files.facts(path.dirname(name)).catch(() => null);
    const isElsewhere = own !== null && own.kind !== 'folder';
    const read = isElsewhere ? { name, text: null, reason: 'not in a folder' } : await readCaseText(name, files);
    cases.push({ root, prefix, ...read });
  }
  return cases;
}

/** One case file by its path. */
export async function readCaseText(name: string, files: Files): Promise<Pick<CaseText, 'name' | 'text' | 'reason'>> {
  try {
    const facts = await files.facts(name);
    if (facts.kind !== 'file') return { name, text: null, reason: 'not a file' };
    return { name, text: await readText(name, files), reason: null };
  } catch (error) {
    const isAbsent = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    return { name, text: null, reason: isAbsent ? null : reasonOf(error) };
  }
}

async function readText(name: string, files: Files): Promise<string> {
  const file = await files.open(name);
  try {
    const buffer = new Uint8Array(maxBytes);
    let length = 0;
    for (let count = -1; count !== 0 && length < maxBytes; length += count)
      count = await file.read(buffer.subarray(length), length);
    return new TextDecoder().decode(buffer.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** Writes the case file of a folder. */
export async function writeCaseText(root: string, text: string, files: Files): Promise<void> {
  const folder = path.join(root, ...caseFilePath.slice(0, -1));
  const facts = await files.facts(folder).catch(() => null);
  if (facts !== null && facts.kind !== 'folder') throw new Error(`${folder} is no folder`);
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(root, ...caseFilePath), text);
}
