/**
 * Finds out which names mean the same pod: an id seen beside a pod's name in one file finds its pod in every other file.
 * A name that was seen with two pods names neither.
 */
import type { Entities, EntityKind } from '../model/entity';
import type { PodNames } from '../model/report';

/** A sighting: the names that one record gives to one thing, and the node it was written on. */
export interface Sighting {
  readonly entities: Entities;
  readonly node: string | null;
}

/** What is known of one pod without contradiction. */
export type PodIdentity = Omit<PodNames, 'ids'>;

/** Texts that stand in lines about the pod, whichever of its spellings they use: what to search sources for. */
export function searchTexts({ pod, uid, ids }: PodNames): string[] {
  const texts = [...(pod === null ? [] : [pod]), ...(uid === null ? [] : [uid, uid.replaceAll('-', '_')]), ...ids];
  return [...new Set(texts)];
}

/** Names of pods, the surest first. */
export const podKinds: readonly EntityKind[] = ['uid', 'pod', 'container', 'sandbox'];

/** What the entities say of a pod, and nothing else. */
export function podNames(entities: Entities): Entities {
  const kinds: readonly EntityKind[] = [...podKinds, 'namespace'];
  return Object.fromEntries(kinds.flatMap((kind) => (entities[kind] === undefined ? [] : [[kind, entities[kind]]])));
}

/** More pods than this are not told apart: what is known of the first ones stays. */
const maxPods = 50_000;

/** Which pod an id or a name belongs to. */
export class Identities {
  /** Containers and sandboxes share their id space, and are quoted in full and by their first 12 digits. */
  private readonly ids = new Map<string, Group>();
  private readonly uids = new Map<string, Group>();
  private readonly pods = new Map<string, Group>();
  private groups: number;

  /** `known`: what was found out before; it stays as it is. */
  constructor(
    sightings: Iterable<Sighting>,
    private readonly known: Identities | null = null,
  ) {
    this.groups = known?.groups ?? 0;
    for (const sighting of sightings) this.add(sighting);
  }

  /** The pod that the entities name, by whichever of its names; `undefined` when none does or several do. */
  find(entities: Entities): PodIdentity | undefined {
    const group = this.groupOf(entities);
    return group === undefined ? undefined : identityOf(group);
  }

  /** By the surest of the names that belong to one. */
  private groupOf({ uid, pod, container, sandbox }: Entities): Group | undefined {
    return (
      (uid === undefined ? undefined : this.ownerOf('uids', uid)) ??
      (pod === undefined ? undefined : this.ownerOf('pods', pod)) ??
      (container === undefined ? undefined : this.ownerOf('ids', shortId(container))) ??
      (sandbox === undefined ? undefined : this.ownerOf('ids', shortId(sandbox)))
    );
  }

  /** Every pod that has at least two names, by its first sighting. */
  all(): PodNames[] {
    const found = new Map<Group, string[]>();
    for (const space of spaces) {
      for (const [name, owner] of this[space]) {
        const group = rootOf(owner);
        const ids = found.get(group) ?? [];
        found.set(group, ids);
        if (space === 'ids') ids.push(name);
      }
    }
    const pods = [...found]
      .sort(([a], [b]) => a.number - b.number)
      .map(([group, ids]) => ({ ...identityOf(group), ids }));
    return pods.filter(({ pod, uid, ids }) => Number(pod !== null) + Number(uid !== null) + ids.length > 1);
  }

  /** All names of the one pod that the entities name; `undefined` when they name none, or several. */
  namesOf(entities: Entities): PodNames | undefined {
    const named = podKinds.flatMap((kind) => {
      const value = entities[kind];
      return value === undefined ? [] : (this.groupOf({ [kind]: value }) ?? []);
    });
    const [group, ...others] = new Set(named);
    return group === undefined || others.length > 0 ? undefined : { ...identityOf(group), ids: [...group.ids] };
  }

  /** The same entities with what is known about their pod. */
  complete(entities: Entities): Entities {
    const group = this.groupOf(entities);
    if (group === undefined) return entities;
    const { uid, pod, namespace } = identityOf(group);
    const isUidNew = entities.uid === undefined && uid !== null;
    const isPodNew = entities.pod === undefined && pod !== null;
    const isSpaceNew = entities.namespace === undefined && namespace !== null;
    if (!isUidNew && !isPodNew && !isSpaceNew) return entities;
    return {
      ...entities,
      ...(isUidNew ? { uid } : {}),
      ...(isPodNew ? { pod } : {}),
      ...(isSpaceNew ? { namespace } : {}),
    };
  }

  /** Takes one more sighting. */
  add({ entities, node }: Sighting): void {
    const { uid, pod, container, sandbox } = entities;
    if (uid === undefined && pod === undefined && container === undefined && sandbox === undefined) return;
    let group = this.groupOf(entities);
    if (group === undefined) {
      if (this.groups >= maxPods) return;
      group = newGroup(this.groups++);
    }
    if (uid !== undefined) this.tie('uids', uid, group);
    if (pod !== undefined) this.tie('pods', pod, group);
    if (container !== undefined) this.tie('ids', shortId(container), group);
    if (sandbox !== undefined) this.tie('ids', shortId(sandbox), group);
    note(group, entities, node);
  }

  /** The name belongs to that group, as far as nothing speaks against it. */
  private tie(space: Space, name: string, group: Group): void {
    const owner = this.ownerOf(space, name);
    if (owner === undefined) this.give(space, name, group);
    else if (owner !== group) join(group, owner);
  }

  /** The group that a name belongs to; what was known of it before comes along the first time. */
  private ownerOf(space: Space, name: string): Group | undefined {
    const own = this[space].get(name);
    if (own !== undefined) return rootOf(own);
    const before = this.known?.ownerOf(space, name);
    if (before === undefined) return undefined;
    const { number, pod, namespace, node, uidsSeen } = before;
    const copy: Group = { ...newGroup(number), pod, namespace, node, uidsSeen: [...uidsSeen] };
    for (const each of spaces) for (const other of before[each]) this.give(each, other, copy);
    return copy;
  }

  private give(space: Space, name: string, group: Group): void {
    this[space].set(name, group);
    group[space].push(name);
  }
}

const spaces = ['uids', 'pods', 'ids'] as const;
type Space = (typeof spaces)[number];

/** What sightings say of one thing: nothing, the same each time, or `null` for several things. */
type Said = string | null | undefined;

interface Group {
  parent: Group | null;
  /** Of its first sighting. */
  number: number;
  /** All names that belong to it; of a group that was joined to another one, to that. */
  readonly uids: string[];
  readonly pods: string[];
  readonly ids: string[];
  pod: Said;
  namespace: Said;
  node: Said;
  /** Each once. */
  readonly uidsSeen: string[];
}

function newGroup(number: number): Group {
  return {
    ...{ parent: null, number, uids: [], pods: [], ids: [] },
    ...{ pod: undefined, namespace: undefined, node: undefined, uidsSeen: [] },
  };
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Two pods with one id would be one pod; with different UIDs they are two, and the id says nothing. */
function join(group: Group, other: Group): void {
  if (group.uidsSeen.length > 0 && other.uidsSeen.some((uid) => !group.uidsSeen.includes(uid))) return;
  other.parent = group;
  group.number = Math.min(group.number, other.number);
  for (const space of spaces) for (const name of other[space]) group[space].push(name);
  group.pod = both(group.pod, other.pod);
  group.namespace = both(group.namespace, other.namespace);
  group.node = both(group.node, other.node);
  for (const uid of other.uidsSeen) noteUid(group, uid);
}

function note(group: Group, { pod, namespace, uid }: Entities, node: string | null): void {
  group.pod = both(group.pod, pod);
  group.namespace = both(group.namespace, namespace);
  group.node = both(group.node, node ?? undefined);
  if (uid !== undefined) noteUid(group, uid);
}

function noteUid({ uidsSeen }: Group, uid: string): void {
  if (!uidsSeen.includes(uid)) uidsSeen.push(uid);
}

function both(one: Said, other: Said): Said {
  if (one === undefined || one === other) return other;
  return other === undefined ? one : null;
}

/** What is known without contradiction. */
function identityOf({ pod, namespace, node, uidsSeen }: Group): PodIdentity {
  const uid = uidsSeen.length === 1 ? (uidsSeen[0] ?? null) : null;
  return { pod: pod ?? null, namespace: namespace ?? null, uid, node: node ?? null };
}

function shortId(id: string): string {
  return id.slice(0, 12);
}
