/** Finds the files below the paths a user names, in a fixed order, without ever leaving them by a link. */
import * as path from 'node:path';
import type { Localized, Unread } from '../engine/index';
import { reasonOf } from './byteStream';
import { shownName } from './diskNames';
import type { FileFacts, Files } from './files';
import { Turns } from './turns';
import { UniqueNames } from './uniqueNames';

/** A file to read. */
export interface FoundFile {
  /** Unique, with `/`: the path below the folder argument, or the file argument's own name. */
  readonly id: string;
  readonly path: string;
  readonly size: number;
  /** Bytes that the disk has given it. */
  readonly allocated: number;
  readonly modifiedMs: number;
  /** Name of the folder argument it lies below, which says as much as the folders below that; none for a file argument. */
  readonly folder?: string;
}

/** All files below some paths. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly unread: readonly Unread[];
}

/** Folders that never hold collected logs and may be huge. */
const skippedFolders = new Set(['.git', 'node_modules', '.causeline', '.vscode']);

/** Deeper folders are not entered: no collector makes them, and a damaged disk may. */
const maxDepth = 64;

/** Calls to the disk under way at a time. */
const mostCalls = 32;

/** Walks the arguments in order; entries of a folder by name. */
export async function walkSources(paths: readonly string[], files: Files): Promise<Walk> {
  const walker = new Walker(files);
  const folders = await countFolders(paths, files);
  for (const argument of paths) await walker.argument(argument, folders > 1);
  return { files: makeUnique(walker.found), unread: walker.unread };
}

/** Only with several folders does each put its name before the ids of its files. */
async function countFolders(paths: readonly string[], files: Files): Promise<number> {
  const kinds = await Promise.all(
    paths.map((argument) =>
      files.targetFacts(path.resolve(argument)).then(
        ({ kind }) => kind,
        () => 'other',
      ),
    ),
  );
  return kinds.filter((kind) => kind === 'folder').length;
}

/** What lies below one path, in order. */
type Found = { readonly file: FoundFile } | { readonly unread: Unread };

class Walker {
  readonly found: FoundFile[] = [];
  readonly unread: Unread[] = [];
  private readonly turns = new Turns(mostCalls);
  private realRoot = '';
  private rootName = '';

  constructor(private readonly files: Files) {}

  async argument(argument: string, isOneOfSeveral: boolean): Promise<void> {
    for (const item of await this.below(argument, isOneOfSeveral)) {
      if ('file' in item) this.found.push(item.file);
      else this.unread.push(item.unread);
    }
  }

  private async below(argument: string, isOneOfSeveral: boolean): Promise<Found[]> {
    const root = path.resolve(argument);
    try {
      const facts = await this.files.targetFacts(root);
      if (facts.kind === 'folder') {
        this.realRoot = await this.files.realPath(root);
        this.rootName = shownName(path.basename(root));
        return await this.folder(root, isOneOfSeveral ? `${this.rootName}/` : '', 0);
      }
      if (facts.kind === 'file') return [{ file: toFile(shownName(path.basename(root)), root, facts) }];
      return [refused(shownName(argument), 'loss', neither)];
    } catch (error) {
      return [failedAt(shownName(argument), error)];
    }
  }

  /** Many entries are looked at at the same time: on a network disk each answer takes its while. */
  private async folder(folder: string, prefix: string, depth: number): Promise<Found[]> {
    const names = await this.turns.take(() => this.files.list(folder));
    names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const found = await Promise.all(
      names.map(async (name) => {
        const id = `${prefix}${shownName(name)}`;
        try {
          return await this.entry(path.join(folder, name), name, id, depth);
        } catch (error) {
          return [failedAt(id, error)];
        }
      }),
    );
    return found.flat();
  }

  private async entry(full: string, name: string, id: string, depth: number): Promise<Found[]> {
    const facts = await this.turns.take(() => this.files.facts(full));
    if (facts.kind === 'link') return this.link(full, id);
    if (facts.kind === 'file') return [{ file: { ...toFile(id, full, facts), folder: this.rootName } }];
    if (facts.kind !== 'folder') return [refused(id, 'skipped', device)];
    if (skippedFolders.has(name)) return [];
    return depth >= maxDepth ? [refused(id, 'loss', tooDeep)] : this.folder(full, `${id}/`, depth + 1);
  }

  /** What a link inside the folder leads to is found by itself; read twice, it would count twice. */
  private async link(full: string, id: string): Promise<Found[]> {
    const target = await this.turns
      .take(() => this.files.realPath(full))
      .catch((error: unknown) => {
        if (isDangling(error)) return null;
        throw error;
      });
    if (target === null) return [refused(id, 'skipped', dangling)];
    const isInside = target === this.realRoot || target.startsWith(this.realRoot + path.sep);
    return isInside ? [] : [refused(id, 'loss', leadsOut)];
  }
}

function refused(id: string, kind: Unread['kind'], reason: Localized): Found {
  return { unread: { id, kind, reason, retry: false } };
}

function failedAt(id: string, error: unknown): Found {
  const reason = reasonOf(error);
  return { unread: { id, kind: 'loss', reason: { en: reason, zh: `读取失败：${reason}` }, retry: true } };
}

function toFile(id: string, file: string, { size, allocated, modifiedMs }: FileFacts): FoundFile {
  return { id, path: file, size, allocated, modifiedMs };
}

/** The link leads to nothing, or in a circle. */
function isDangling(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP');
}

const dangling: Localized = { en: 'a link to nothing', zh: '指向不存在目标的链接' };
const neither: Localized = { en: 'neither a file, a folder nor a pipe', zh: '既不是文件、文件夹，也不是管道' };
const leadsOut: Localized = { en: 'a link that leads out of the folder', zh: '指向文件夹之外的链接' };
const device: Localized = { en: 'a device, socket or pipe', zh: '设备、套接字或管道' };
const tooDeep: Localized = {
  en: `more than ${maxDepth} folders inside each other`,
  zh: `文件夹嵌套超过 ${maxDepth} 层`,
};

function makeUnique(found: readonly FoundFile[]): FoundFile[] {
  const names = new UniqueNames(found.map(({ id }) => id));
  return found.map((file) => {
    const id = names.take(file.id);
    return id === file.id ? file : { ...file, id };
  });
}
