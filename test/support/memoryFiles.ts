/** A disk in memory that gives as little as it is told to, fails where it is told to, and counts what is left open. */
import * as path from 'node:path';
import type { FileFacts, Files } from '../../server/src/node/files';

/** How the disk behaves. */
export interface Weather {
  /** Most bytes that one read gives. */
  readonly readBytes?: number;
  /** Called before each access with its number, its kind and its path; what it throws is the failure of that access. */
  readonly before?: (call: number, kind: 'facts' | 'list' | 'open' | 'read' | 'close', file: string) => void;
}

/** An error as the system reports it. */
export function systemError(code: string, text: string): Error {
  return Object.assign(new Error(`${code}: ${text}`), { code });
}

/** A disk with files by absolute path; folders follow from the names. `count` tells the accesses so far and the files left open. */
export function memoryFiles(
  files: Readonly<Record<string, Uint8Array>>,
  weather: Weather = {},
): Files & { readonly count: { calls: number; open: number } } {
  const count = { calls: 0, open: 0 };
  const say = (kind: 'facts' | 'list' | 'open' | 'read' | 'close', file: string): void => {
    count.calls++;
    weather.before?.(count.calls, kind, file);
  };
  const facts = async (file: string): Promise<FileFacts> => {
    say('facts', file);
    const content = files[file];
    if (content !== undefined)
      return { kind: 'file', size: content.length, allocated: content.length, modifiedMs: Date.UTC(2021, 4, 14) };
    if (namesIn(file).length > 0) return { kind: 'folder', size: 0, allocated: 0, modifiedMs: 0 };
    throw systemError('ENOENT', 'no such file or directory');
  };
  const namesIn = (folder: string): string[] => {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const inside = Object.keys(files).filter((file) => file.startsWith(prefix));
    return [...new Set(inside.map((file) => file.slice(prefix.length).split('/')[0] ?? ''))];
  };
  return {
    count,
    facts,
    targetFacts: facts,
    realPath: async (file) => path.resolve(file),
    async list(folder) {
      say('list', folder);
      return namesIn(folder);
    },
    async open(file) {
      say('open', file);
      const content = files[file];
      if (content === undefined) throw systemError('ENOENT', 'no such file or directory');
      count.open++;
      return {
        async read(buffer, position) {
          say('read', file);
          const most = Math.min(buffer.length, weather.readBytes ?? buffer.length);
          // What was removed stays there for those who have it open.
          const part = (files[file] ?? content).subarray(position, position + most);
          buffer.set(part);
          return part.length;
        },
        async close() {
          count.open--;
          say('close', file);
        },
      };
    },
  };
}
