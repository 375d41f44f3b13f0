/**
 * Names of files, which are bytes on most disks and text everywhere else: bytes that are no UTF-8 become single surrogates, which no
 * text holds, so that a file with such a name can be opened like any other.
 */
import * as path from 'node:path';
import type { Files } from './files';

const oddByte = /[\udc80-\udcff]/u;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name from the disk. */
export function nameOf(bytes: Buffer): string {
  const text = bytes.toString();
  if (!text.includes('\ufffd')) return text;
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const character = characterAt(bytes, at);
    name += character ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += character === null ? 1 : Buffer.byteLength(character);
  }
  return name;
}

/** The character that begins at a byte; `null` when none does. */
function characterAt(bytes: Buffer, at: number): string | null {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    return strict.decode(bytes.subarray(at, at + length));
  } catch {
    return null;
  }
}

/** A path as the disk wants it. */
export function diskPath(name: string): string | Buffer {
  // Windows has text for names, in which a single surrogate stands for itself.
  if (process.platform === 'win32' || !oddByte.test(name)) return name;
  const parts = [...name].map((character) =>
    oddByte.test(character) ? Buffer.of(character.charCodeAt(0) & 0xff) : Buffer.from(character),
  );
  return Buffer.concat(parts);
}

/** True when nobody but this program can open the path: it cannot be written as text. */
export function isBeyondText(name: string): boolean {
  return typeof diskPath(name) !== 'string';
}

/** A name that can be printed, sent and typed: `caf\xe9.log`. */
export function shownName(name: string): string {
  return name.replace(/[\udc80-\udcff]/gu, (odd) => `\\x${(odd.charCodeAt(0) & 0xff).toString(16)}`);
}

/**
 * The files that a user means by a path: a name that is no text reaches a program with its odd bytes replaced, or as it is shown.
 * What is not found stays as it is; several names may look alike.
 */
export async function meantPaths(named: string, files: Files): Promise<readonly string[]> {
  const exists = await files.facts(named).then(
    () => true,
    () => false,
  );
  if (exists || !/\ufffd|\\x[89a-f][0-9a-f]/.test(named)) return [named];
  const parents = await meantPaths(path.dirname(named), files);
  const wanted = path.basename(named);
  const meant: string[] = [];
  for (const parent of parents) {
    const names = await files.list(parent).catch(() => []);
    meant.push(...names.filter((name) => looksLike(name, wanted)).map((name) => path.join(parent, name)));
  }
  return meant.length === 0 ? [named] : meant;
}

function looksLike(name: string, wanted: string): boolean {
  return name === wanted || shownName(name) === wanted || diskPath(name).toString() === wanted;
}
