/** The only place that touches the disk for reading, so that tests can make any call fail. */
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { diskPath, nameOf } from './diskNames';

/** What a walk needs to know of a directory entry. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'pipe' | 'other';
  readonly size: number;
  /** Bytes that the disk has given it; those of a sparse file are fewer than its size. */
  readonly allocated: number;
  readonly modifiedMs: number;
}

/** An open file. */
export interface OpenFile {
  /** Reads into `buffer` at `position`; 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** Disk access as the rest of the shell sees it; names are those of {@link nameOf}. */
export interface Files {
  facts(path: string): Promise<FileFacts>;
  /** Facts of what a link points to. */
  targetFacts(path: string): Promise<FileFacts>;
  realPath(path: string): Promise<string>;
  list(path: string): Promise<string[]>;
  open(path: string): Promise<OpenFile>;
}

interface Stats {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  readonly size: number;
  readonly blocks: number;
  readonly mtimeMs: number;
}

/** Facts of what was looked at. */
export function toFacts(stats: Stats): FileFacts {
  // Blocks are of 512 bytes, whatever the disk's own are; Windows does not tell.
  const allocated = process.platform === 'win32' ? stats.size : stats.blocks * 512;
  return { kind: kindOf(stats), size: stats.size, allocated, modifiedMs: stats.mtimeMs };
}

function kindOf(stats: Stats): FileFacts['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isFIFO() ? 'pipe' : 'other';
}

/** The machine's own disk. */
export const diskFiles: Files = {
  facts: async (path) => toFacts(await lstat(diskPath(path))),
  targetFacts: async (path) => toFacts(await stat(diskPath(path))),
  realPath: async (path) => nameOf(await realpath(diskPath(path), 'buffer')),
  list: async (path) => (await readdir(diskPath(path), 'buffer')).map(nameOf),
  async open(path) {
    const handle = await open(diskPath(path), 'r');
    return {
      async read(buffer, position) {
        return (await handle.read(buffer, 0, buffer.length, position)).bytesRead;
      },
      close: () => handle.close(),
    };
  },
};
