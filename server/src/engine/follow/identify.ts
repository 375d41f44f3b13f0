/** Says what stands at a place of a line: a pod in any spelling, the id of a container, an image, a unit, a device; what else there is counts as its text. */

import { normalUid } from '../entities/extract';
import { spellings } from '../entities/spellings';
import type { Entities, EntityKind } from '../model/entity';

/** What can be followed through all sources. */
export type FollowedKind =
  | 'pod'
  | 'container'
  | 'node'
  | 'image'
  | 'unit'
  | 'device'
  | 'volume'
  | 'interface'
  | 'path'
  | 'text';

/** A thing that a line names. */
export interface Identifier {
  readonly kind: FollowedKind;
  /** As it stands there. */
  readonly value: string;
  /** The names that the line gives it. */
  readonly entities: Entities;
}

const uid = '[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}';

/** Spellings that mean one thing wherever they stand; those before win. */
const others: readonly RegExp[] = [
  `(?<volume>pvc-${uid})`,
  `(?<uid>${uid})`,
  '(?<![0-9a-zA-Z-])(?<container>[0-9a-f]{12})(?![0-9a-zA-Z-])',
  '(?<image>(?:[\\w.-]{1,100}(?::\\d{1,5})?/){1,5}[\\w.-]{1,100}(?::[\\w.-]{1,100}|@sha256:[0-9a-f]{64}))',
  '(?<unit>[\\w@:\\\\.-]{1,200}\\.(?:service|socket|scope|slice|mount|timer|target))\\b',
  '(?<![\\w-])(?:/dev/)?(?<device>(?:sd[a-z]{1,2}|vd[a-z]|xvd[a-z]|nvme\\d{1,2}n\\d{1,2}|dm-\\d{1,4}|md\\d{1,3}))(?:p?\\d{1,3})?(?![\\w-])',
  // What a ReplicaSet or a DaemonSet calls its pods.
  '(?<![\\w.-])(?<pod>[a-z0-9][a-z0-9-]{0,200}-(?:[a-f0-9]{6,10}|[bcdfghjklmnpqrstvwxz2456789]{6,10})-[bcdfghjklmnpqrstvwxz2456789]{5})(?![\\w.-])',
].map((source) => new RegExp(source, 'dg'));

const patterns: readonly RegExp[] = [...spellings.map(({ pattern }) => new RegExp(pattern.source, 'dg')), ...others];

const followed: readonly (readonly [EntityKind, FollowedKind])[] = [
  ['pod', 'pod'],
  ['uid', 'pod'],
  ['sandbox', 'container'],
  ['container', 'container'],
  ['node', 'node'],
  ['image', 'image'],
  ['unit', 'unit'],
  ['device', 'device'],
  ['volume', 'volume'],
  ['interface', 'interface'],
  ['path', 'path'],
];

/** Only so much of a line is looked at. */
const searched = 20_000;
const longestText = 200;

/** The thing named at a 0-based UTF-16 column of a line; `undefined` where there is none. */
export function identifierAt(line: string, column: number, nodes: ReadonlySet<string>): Identifier | undefined {
  const text = line.slice(0, searched);
  const word = wordAt(text, column);
  if (nodes.has(word)) return { kind: 'node', value: word, entities: { node: word } };
  for (const pattern of patterns) {
    for (const { indices, groups } of text.matchAll(pattern)) {
      const named = Object.values(indices?.groups ?? {}).filter((span) => span !== undefined);
      const start = Math.min(...named.map(([from]) => from));
      const end = Math.max(...named.map(([, to]) => to));
      if (column >= start && column <= end) return identifierOf(groups ?? {});
    }
  }
  return undefined;
}

/** The word at a column, to be followed as it stands; `undefined` when it is too short to mean anything. */
export function textAt(line: string, column: number): Identifier | undefined {
  const value = wordAt(line.slice(0, searched), column).slice(0, longestText);
  return value.length < 3 ? undefined : { kind: 'text', value, entities: {} };
}

/** What a name means that a user types: `namespace/name` is a pod, what has no form of its own is looked for as it stands. */
export function identifierOfName(typed: string, nodes: ReadonlySet<string>): Identifier {
  const name = typed.trim().replace(/^(?:docker|containerd|cri-o):\/\//, '');
  const whole = identifierAt(name, 0, nodes);
  if (whole !== undefined && (whole.value.length === name.length || whole.kind === 'pod')) return whole;
  const [, namespace, pod] = /^(?:pods?\/)?([a-z0-9][a-z0-9-]{0,62})\/([a-z0-9][a-z0-9.-]{0,252})$/.exec(name) ?? [];
  if (namespace !== undefined && pod !== undefined) return { kind: 'pod', value: name, entities: { namespace, pod } };
  return { kind: 'text', value: name.slice(0, longestText), entities: {} };
}

function identifierOf(groups: Readonly<Record<string, string | undefined>>): Identifier | undefined {
  const found: Partial<Record<EntityKind, string>> = {};
  for (const [kind, value] of Object.entries(groups)) if (value !== undefined) found[kind as EntityKind] = value;
  if (found.uid !== undefined) found.uid = normalUid(found.uid);
  for (const [entity, kind] of followed) {
    const value = found[entity];
    if (value !== undefined) return { kind, value, entities: found };
  }
  return undefined;
}

function wordAt(line: string, column: number): string {
  const isPart = (at: number): boolean => /[\p{L}\p{N}_./:@-]/u.test(line.charAt(at));
  let start = Math.min(column, line.length);
  while (start > 0 && isPart(start - 1)) start--;
  let end = start;
  while (end < line.length && isPart(end)) end++;
  return line.slice(start, end).replace(/^[./:@-]+|[./:@-]+$/g, '');
}
