/**
 * Finds what was collected twice and would count twice: a file that is the beginning of another of its rotated set, taken once before
 * and once after a rotation, and an archive that lies beside what it was unpacked to, or beside a copy of itself.
 */
import type { Unread } from '../engine/index';
import type { Files } from './files';
import type { Print } from './fingerprint';
import { isBeginningOf, isSameText, printOfFile } from './fingerprint';
import { rotationOf } from './names';

/** A source that was read. */
export interface ReadText {
  readonly id: string;
  /** What is kept of its text; `null` for a file of plain text, which can be asked again. */
  readonly print: Print | null;
  readonly path: string;
  readonly size: number;
}

/** Sources that are not to be counted, with word of why. */
export interface Copies {
  readonly ids: readonly string[];
  readonly why: Unread;
}

/** Of its bytes so much of an archive must be found elsewhere: some files of several machines are alike. */
const leastShare = 0.75;

/** Everything that is there twice. */
export async function findCopies(texts: readonly ReadText[], files: Files): Promise<readonly Copies[]> {
  const prints = new Prints(files);
  const sorted = [...texts].sort((a, b) => depthOf(a.id) - depthOf(b.id) || (a.id < b.id ? -1 : 1));
  const packed = await packedCopies(sorted, prints);
  const gone = new Set(packed.flatMap(({ ids }) => ids));
  return [
    ...packed,
    ...(await rotatedCopies(
      sorted.filter(({ id }) => !gone.has(id)),
      prints,
    )),
  ];
}

/** Fingerprints that are made when they are asked for. */
class Prints {
  private readonly made = new Map<ReadText, Promise<Print | null>>();

  constructor(private readonly files: Files) {}

  of(text: ReadText): Promise<Print | null> {
    if (text.print !== null) return Promise.resolve(text.print);
    const made = this.made.get(text) ?? printOfFile(text.path, text.size, this.files).catch(() => null);
    this.made.set(text, made);
    return made;
  }
}

function depthOf(id: string): number {
  return id.split('!/').length;
}

async function rotatedCopies(texts: readonly ReadText[], prints: Prints): Promise<Copies[]> {
  const copies: Copies[] = [];
  for (const members of groupBy(texts, ({ id }) => rotationOf(id).set).values()) {
    if (members.length < 2) continue;
    const printed: { readonly id: string; readonly print: Print }[] = [];
    for (const text of members) {
      const print = await prints.of(text);
      if (print !== null) printed.push({ id: text.id, print });
    }
    // Of two equal files the later one by name is the copy.
    printed.sort((a, b) => b.print.length - a.print.length);
    const whole: typeof printed = [];
    for (const one of printed) {
      const longer = whole.find(({ print }) => isBeginningOf(one.print, print));
      if (longer === undefined) whole.push(one);
      else copies.push({ ids: [one.id], why: beginningOf(one.id, longer.id) });
    }
  }
  return copies;
}

/** Archives whose members lie elsewhere too, all below one place and in the same order of folders. */
async function packedCopies(texts: readonly ReadText[], prints: Prints): Promise<Copies[]> {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const byBase = groupBy(texts, ({ id }) => baseOf(id));
  const copies: Copies[] = [];
  const gone = new Set<string>();
  for (const [archive, members] of archivesOf(texts)) {
    if (members.some(({ id }) => gone.has(id))) continue;
    const largest = await largestOf(members, prints);
    if (largest === null) continue;
    const below = largest.id.slice(archive.length);
    for (const other of byBase.get(baseOf(below)) ?? []) {
      const place = placeOf(other.id, below);
      if (place === null || place.startsWith(archive) || gone.has(other.id) || !isBefore(place, archive)) continue;
      const same = await sameBelow(archive, members, place, byId, prints);
      if (same.length === 0) continue;
      for (const id of same) gone.add(id);
      copies.push({ ids: same, why: alsoBelow(archive, place, same.length) });
      break;
    }
  }
  return copies;
}

/** All archives by what the ids of their members begin with, outer ones first. */
function archivesOf(texts: readonly ReadText[]): Map<string, ReadText[]> {
  const archives = new Map<string, ReadText[]>();
  for (const text of texts) {
    for (let end = text.id.indexOf('!/'); end >= 0; end = text.id.indexOf('!/', end + 2)) {
      const archive = text.id.slice(0, end + 2);
      const members = archives.get(archive);
      if (members === undefined) archives.set(archive, [text]);
      else members.push(text);
    }
  }
  return archives;
}

async function largestOf(members: readonly ReadText[], prints: Prints): Promise<ReadText | null> {
  let largest: ReadText | null = null;
  let most = leastTellingBytes - 1;
  for (const member of members) {
    const length = (await prints.of(member))?.length ?? 0;
    if (length > most) [largest, most] = [member, length];
  }
  return largest;
}

/** Archives of nothing but short outputs do not tell whether they are copies. */
const leastTellingBytes = 1024;

/** What an id that ends like a member's has before it; `null` when it only looks like it. */
function placeOf(id: string, below: string): string | null {
  if (!id.endsWith(below)) return null;
  const place = id.slice(0, id.length - below.length);
  return place === '' || place.endsWith('/') ? place : null;
}

/** Who stays: what is unpacked, else the first by name. */
function isBefore(place: string, archive: string): boolean {
  return depthOf(place) < depthOf(archive) || (depthOf(place) === depthOf(archive) && place < archive);
}

/** Members that lie below the other place too; none when these are too small a part of the archive. */
async function sameBelow(
  archive: string,
  members: readonly ReadText[],
  place: string,
  byId: ReadonlyMap<string, ReadText>,
  prints: Prints,
): Promise<string[]> {
  const same: string[] = [];
  let sameBytes = 0;
  let bytes = 0;
  for (const member of members) {
    const print = await prints.of(member);
    const other = byId.get(place + member.id.slice(archive.length));
    const twin = other === undefined ? null : await prints.of(other);
    bytes += print?.length ?? 0;
    if (print === null || twin === null || !isSameText(print, twin)) continue;
    sameBytes += print.length;
    same.push(member.id);
  }
  return sameBytes >= leastShare * bytes ? same : [];
}

function baseOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function skipped(id: string, en: string, zh: string): Unread {
  return { id, kind: 'skipped', reason: { en, zh }, retry: false };
}

function beginningOf(id: string, whole: string): Unread {
  return skipped(id, `the same as the beginning of ${whole}: counted once`, `与 ${whole} 的开头相同：只计一次`);
}

function alsoBelow(archive: string, place: string, count: number): Unread {
  const there = place === '' ? { en: 'beside it', zh: '同一文件夹中' } : { en: `in ${place}`, zh: `${place} 中` };
  const en = `${count === 1 ? '1 file' : `${count} files`} of it also ${count === 1 ? 'lies' : 'lie'} ${there.en}: counted once`;
  return skipped(archive.slice(0, -2), en, `其中 ${count} 个文件也在${there.zh}：只计一次`);
}
