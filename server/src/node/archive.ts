/** What archive readers hand over: members one after the other, and word of what is none or could not be had. */
import type { Localized, Unread } from '../engine/index';
import type { ByteStream } from './byteStream';

/** A member; its stream must be read, or left, before the next one is asked for. */
export interface ArchiveMember {
  /** A label, never a path to open. */
  readonly name: string;
  readonly modifiedMs: number | null;
  readonly stream: ByteStream;
}

/** Word of something in an archive that is no member, or of a stretch of the archive itself (its name is then empty). */
export interface ArchiveNote {
  readonly name: string;
  readonly note: Pick<Unread, 'kind' | 'reason'>;
}

/** Archives that state no date, or made one up, say 1970, 1980 or a time without end: such a date is none. */
const earliestMs = Date.UTC(1990, 0);
const latestMs = Date.UTC(2200, 0);

/** True for a date on which a log can have been written. */
export function isDate(ms: number): boolean {
  return ms >= earliestMs && ms < latestMs;
}

/** Longer names are cut: they are labels. */
const maxNameBytes = 4096;

/** A name from an archive as a label: relative, without steps upward, of bounded length. */
export function toLabel(name: string): string {
  const parts = name.slice(0, maxNameBytes).split('/');
  const kept = parts.filter((part) => part !== '' && part !== '.').map((part) => (part === '..' ? '(..)' : part));
  // `!/` parts an archive from its member.
  return kept.join('/').replaceAll('!/', '\uff01/') || '(no name)';
}

/** Word of a lost stretch of the archive. */
export function lostStretch(start: number, end: number, reason: Localized): ArchiveNote {
  const range = `${start}-${end}`;
  return {
    name: '',
    note: {
      kind: 'loss',
      reason: { en: `bytes ${range}: ${reason.en}`, zh: `字节 ${range}：${reason.zh}` },
    },
  };
}

/** Names of an archive's members and links: tells at its end which links lead nowhere. */
export class Links {
  private readonly names = new Set<string>();
  private readonly folders = new Set<string>();
  private readonly links: { readonly name: string; readonly target: string }[] = [];

  member(name: string): void {
    this.names.add(name);
    for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      const folder = name.slice(0, slash);
      if (this.folders.has(folder)) return;
      this.folders.add(folder);
    }
  }

  folder(name: string): void {
    this.folders.add(name);
  }

  link(name: string, target: string): void {
    this.links.push({ name, target });
  }

  /** One note for all links whose target is not in the archive. */
  *notes(): Generator<ArchiveNote> {
    const known = new Set(this.links.map(({ name }) => name));
    const missing = this.links.filter(
      ({ name, target }) => !this.places(name, target).some((place) => known.has(place) || this.has(place)),
    );
    const [first] = missing;
    if (first === undefined) return;
    const example = `${first.name} -> ${first.target.slice(0, 200)}`;
    yield {
      name: '',
      note: {
        kind: 'skipped',
        reason: {
          en: `${missing.length} links lead to what is not in the archive, such as ${example}`,
          zh: `${missing.length} 个链接指向归档之外，例如 ${example}`,
        },
      },
    };
  }

  private has(name: string): boolean {
    return this.names.has(name) || this.folders.has(name);
  }

  /** Where a link may lead: from its own folder; an absolute one from the archive's top, or from the collection's folder in it. */
  private places(name: string, target: string): string[] {
    if (!target.startsWith('/'))
      return [resolve(name.slice(0, Math.max(0, name.lastIndexOf('/'))), target), toLabel(target)];
    const top = name.slice(0, Math.max(0, name.indexOf('/')));
    return [toLabel(target), `${top}/${toLabel(target)}`];
  }
}

/** The label of `target` seen from a folder of labels. */
function resolve(folder: string, target: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return toLabel(parts.join('/'));
}
