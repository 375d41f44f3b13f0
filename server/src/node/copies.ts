/** Finds files that are the beginning of another of their rotated set: collected once before and once after a rotation, they would count twice. */
import type { Unread } from '../engine/index';
import { fileMember } from './fileMember';
import type { Files } from './files';
import { Fingerprint } from './fingerprint';
import { rotationOf } from './names';
import { unpack } from './unpack';
import type { FoundFile } from './walk';

/** Fewer bytes are too few to call two files one. */
const leastBytes = 1024;

/** Files that need not be read, with word of why. */
export async function findCopies(found: readonly FoundFile[], files: Files): Promise<ReadonlyMap<FoundFile, Unread>> {
  const copies = new Map<FoundFile, Unread>();
  const sets = new Map<string, FoundFile[]>();
  for (const file of found) {
    const { set } = rotationOf(file.id);
    sets.set(set, [...(sets.get(set) ?? []), file]);
  }
  for (const members of sets.values()) {
    if (members.length < 2) continue;
    for (const alike of await withSameHead(members, files)) {
      const prints = new Map<FoundFile, Fingerprint>();
      for (const file of alike) prints.set(file, await printOf(file, files));
      // Of two equal files the later one by name is the copy.
      const longestFirst = [...prints].sort((a, b) => b[1].length - a[1].length);
      longestFirst.forEach(([file, print], index) => {
        const whole = longestFirst
          .slice(0, index)
          .find(([other, longer]) => !copies.has(other) && print.isBeginningOf(longer));
        if (whole !== undefined) copies.set(file, copyOf(file.id, whole[0].id));
      });
    }
  }
  return copies;
}

/** Those of a set that begin alike, in groups of two or more. */
async function withSameHead(members: readonly FoundFile[], files: Files): Promise<FoundFile[][]> {
  const byHead = new Map<string, FoundFile[]>();
  for (const file of members) {
    const head = await headOf(file, files);
    if (head !== null) byHead.set(head, [...(byHead.get(head) ?? []), file]);
  }
  return [...byHead.values()].filter((group) => group.length > 1);
}

/** The first bytes of a file's text; `null` when it has not that many, or is an archive. */
async function headOf(file: FoundFile, files: Files): Promise<string | null> {
  let head = Buffer.alloc(0);
  for await (const bytes of textOf(file, files)) {
    head = Buffer.concat([head, bytes.subarray(0, leastBytes - head.length)]);
    if (head.length === leastBytes) return head.toString('latin1');
  }
  return null;
}

async function printOf(file: FoundFile, files: Files): Promise<Fingerprint> {
  const print = new Fingerprint();
  for await (const bytes of textOf(file, files)) print.push(bytes);
  return print;
}

/** A file's text, unpacked; nothing of archives, which hold more than one. */
async function* textOf(file: FoundFile, files: Files): AsyncGenerator<Uint8Array> {
  for await (const member of unpack(fileMember(file, files))) {
    if (!('stream' in member) || member.id !== file.id) return;
    for await (const part of member.stream) if ('bytes' in part) yield part.bytes;
  }
}

function copyOf(id: string, whole: string): Unread {
  return {
    id,
    kind: 'skipped',
    reason: { en: `the same as the beginning of ${whole}: counted once`, zh: `与 ${whole} 的开头相同：只计一次` },
    retry: false,
  };
}
