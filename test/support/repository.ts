/** Reads the project's own files for the tests that hold its laws. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The project's root: the nearest folder upward that holds `package.json`. */
export const root = findRoot(__dirname);

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`no package.json above ${__dirname}`);
  return findRoot(parent);
}

/** Files of the project (tracked, or new and not ignored), with `/`, that the pattern accepts. */
export function projectFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && pattern.test(file) && existsSync(path.join(root, file)));
}

/** Text of a project file. */
export function readProjectFile(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
