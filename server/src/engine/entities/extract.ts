/** Finds what a message is about: what its signature captured, what the wording implies, and what the text mentions. */
import type { Entities, EntityKind } from '../model/entity';
import { entityKinds } from '../model/entity';
import { podNameKinds, podNames } from './identity';
import type { Spelling } from './spellings';
import { spellings } from './spellings';

const kinds = new Set<string>(entityKinds);
/** Those that may name a pod. */
const podSpellings = spellings.filter((spelling) => spelling.kinds.some((kind) => podNameKinds.includes(kind)));
/** Only so much of a message is searched for mentions. */
const searched = 4096;
const longestValue = 256;

/** UIDs as the API server writes them: cgroup drivers of systemd replace `-` by `_`. */
export function normalUid(uid: string): string {
  return uid.replaceAll('_', '-');
}

/** Entities of one recognised record. Captures win over what the wording implies, and that over mentions. */
export function extractEntities(
  text: string,
  captures: Readonly<Record<string, string>>,
  implied: Entities | undefined,
): Entities {
  const found: Partial<Record<EntityKind, string>> = { ...implied };
  for (const name in captures) {
    const value = captures[name] ?? '';
    if (kinds.has(name) && value !== '') found[name as EntityKind] = value.slice(0, longestValue);
  }
  addMentions(text, spellings, found);
  if (found.uid !== undefined) found.uid = normalUid(found.uid);
  return found;
}

/** The names that a text gives to a pod. */
export function extractPod(text: string): Entities {
  const found: Partial<Record<EntityKind, string>> = {};
  addMentions(text, podSpellings, found);
  if (found.uid !== undefined) found.uid = normalUid(found.uid);
  return podNames(found);
}

function addMentions(whole: string, from: readonly Spelling[], found: Partial<Record<EntityKind, string>>): void {
  const text = whole.length > searched ? whole.slice(0, searched) : whole;
  for (const { literals, also, beginsAt, pattern, kinds: named } of from) {
    if (areKnown(named, found) || !holdsOne(literals, text) || !text.includes(also)) continue;
    const at = beginsAt === undefined ? 0 : beginsAt(text);
    const groups = at < 0 ? undefined : pattern.exec(at === 0 ? text : text.slice(at))?.groups;
    if (groups === undefined) continue;
    for (const kind of named) {
      const value = groups[kind];
      if (value !== undefined && !isTaken(kind, value, found)) found[kind] = value;
    }
  }
}

function areKnown(named: readonly EntityKind[], found: Partial<Record<EntityKind, string>>): boolean {
  for (const kind of named) if (found[kind] === undefined) return false;
  return true;
}

function holdsOne(literals: readonly string[], text: string): boolean {
  for (const literal of literals) if (text.includes(literal)) return true;
  return false;
}

/** A kind is named once, and one id is either a sandbox's or a container's. */
function isTaken(kind: EntityKind, value: string, found: Partial<Record<EntityKind, string>>): boolean {
  return found[kind] !== undefined || (kind === 'container' && found.sandbox === value);
}
