/** Finds the files below the paths a user names, in a fixed order, without ever leaving them by a link. */
import * as path from 'node:path';
import type { Localized, Unread } from '../engine/index';
import { reasonOf } from './byteStream';
import type { FileFacts, Files } from './files';

/** A file to read. */
export interface FoundFile {
  /** Unique, with `/`: the path below the folder argument, or the file argument's own name. */
  readonly id: string;
  readonly path: string;
  readonly size: number;
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

class Walker {
  readonly found: FoundFile[] = [];
  readonly unread: Unread[] = [];
  private realRoot = '';
  private rootName = '';

  constructor(private readonly files: Files) {}

  async argument(argument: string, isOneOfSeveral: boolean): Promise<void> {
    const root = path.resolve(argument);
    try {
      const facts = await this.files.targetFacts(root);
      if (facts.kind === 'folder') {
        this.realRoot = await this.files.realPath(root);
        this.rootName = path.basename(root);
        await this.folder(root, isOneOfSeveral ? `${path.basename(root)}/` : '', 0);
      } else if (facts.kind === 'file') this.found.push(toFile(path.basename(root), root, facts));
      else this.refuse(argument, 'loss', neither);
    } catch (error) {
      this.fail(argument, error);
    }
  }

  private async folder(folder: string, prefix: string, depth: number): Promise<void> {
    const names = (await this.files.list(folder)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    for (const name of names) {
      const id = `${prefix}${name}`;
      try {
        await this.entry(path.join(folder, name), name, id, depth);
      } catch (error) {
        this.fail(id, error);
      }
    }
  }

  private async entry(full: string, name: string, id: string, depth: number): Promise<void> {
    const facts = await this.files.facts(full);
    if (facts.kind === 'link') await this.link(full, id);
    else if (facts.kind === 'file') this.add(id, full, facts);
    else if (facts.kind === 'other') this.refuse(id, 'skipped', device);
    else if (!skippedFolders.has(name)) {
      if (depth >= maxDepth) this.refuse(id, 'loss', tooDeep);
      else await this.folder(full, `${id}/`, depth + 1);
    }
  }

  /** What a link inside the folder leads to is found by itself; read twice, it would count twice. */
  private async link(full: string, id: string): Promise<void> {
    const target = await this.files.realPath(full).catch((error: unknown) => {
      if (isDangling(error)) return null;
      throw error;
    });
    if (target === null) this.refuse(id, 'skipped', dangling);
    else if (target !== this.realRoot && !target.startsWith(this.realRoot + path.sep))
      this.refuse(id, 'loss', leadsOut);
  }

  private add(id: string, file: string, facts: FileFacts): void {
    this.found.push({ ...toFile(id, file, facts), folder: this.rootName });
  }

  private refuse(id: string, kind: Unread['kind'], reason: Localized): void {
    this.unread.push({ id, kind, reason, retry: false });
  }

  private fail(id: string, error: unknown): void {
    const reason = reasonOf(error);
    this.unread.push({ id, kind: 'loss', reason: { en: reason, zh: `读取失败：${reason}` }, retry: true });
  }
}

function toFile(id: string, file: string, { size, modifiedMs }: FileFacts): FoundFile {
  return { id, path: file, size, modifiedMs };
}

/** The link leads to nothing, or in a circle. */
function isDangling(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP');
}

const dangling: Localized = { en: 'a link to nothing', zh: '指向不存在目标的链接' };
const neither: Localized = { en: 'neither a file nor a folder', zh: '既不是文件也不是文件夹' };
const leadsOut: Localized = { en: 'a link that leads out of the folder', zh: '指向文件夹之外的链接' };
const device: Localized = { en: 'a device, socket or pipe', zh: '设备、套接字或管道' };
const tooDeep: Localized = {
  en: `more than ${maxDepth} folders inside each other`,
  zh: `文件夹嵌套超过 ${maxDepth} 层`,
};

function makeUnique(found: readonly FoundFile[]): FoundFile[] {
  const seen = new Map<string, number>();
  return found.map((file) => {
    const times = (seen.get(file.id) ?? 0) + 1;
    seen.set(file.id, times);
    return times === 1 ? file : { ...file, id: `${file.id} (${times})` };
  });
}
