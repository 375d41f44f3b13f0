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

const idPrefix = 'id ';
/** More pods than this are not told apart: what is known of the first ones stays. */
const maxPods = 50_000;

/** Which pod an id or a name belongs to. */
export class Identities {
  private readonly owners = new Map<string, Group>();
  private groups = 0;

  /** `known`: what was found out before; it stays as it is. */
  constructor(
    sightings: Iterable<Sighting>,
    private readonly known: Identities | null = null,
  ) {
    for (const sighting of sightings) this.add(sighting);
  }

  /** The same, to be added to apart from this one. */
  copy(): Identities {
    const copies = new Map<Group, Group>();
    const copied = (group: Group): Group => {
      const known = copies.get(group);
      if (known !== undefined) return known;
      const { parent, keys, pods, namespaces, uids, nodes } = group;
      const copy: Group = {
        ...{ parent: parent === null ? null : copied(parent), keys: [...keys], pods: new Set(pods) },
        ...{ namespaces: new Set(namespaces), uids: new Set(uids), nodes: new Set(nodes) },
      };
      copies.set(group, copy);
      return copy;
    };
    const other = new Identities([], this.known);
    for (const [key, group] of this.owners) other.owners.set(key, copied(group));
    other.groups = this.groups;
    return other;
  }

  /** The pod that the entities name, by whichever of its names; `undefined` when none does or several do. */
  find(entities: Entities): PodIdentity | undefined {
    for (const kind of podKinds) {
      const value = entities[kind];
      const group = value === undefined ? undefined : this.ownerOf(keyOf(kind, value));
      if (group !== undefined) return identityOf(group);
    }
    return undefined;
  }

  /** Every pod that has at least two names, by its first sighting. */
  all(): PodNames[] {
    const ids = new Map<Group, Set<string>>();
    for (const [key, owner] of this.owners) {
      const group = rootOf(owner);
      const known = ids.get(group) ?? new Set<string>();
      ids.set(group, known);
      if (key.startsWith(idPrefix)) known.add(key.slice(idPrefix.length));
    }
    return [...ids].flatMap(([group, found]) => {
      const names = { ...identityOf(group), ids: [...found] };
      return [names.pod, names.uid, ...names.ids].filter((name) => name !== null).length > 1 ? [names] : [];
    });
  }

  /** All names of the one pod that the entities name; `undefined` when they name none, or several. */
  namesOf(entities: Entities): PodNames | undefined {
    const groups = new Set(
      podKinds.flatMap((kind) => {
        const value = entities[kind];
        return value === undefined ? [] : (this.ownerOf(keyOf(kind, value)) ?? []);
      }),
    );
    const [group] = groups;
    if (group === undefined || groups.size > 1) return undefined;
    const ids = group.keys.filter((key) => key.startsWith(idPrefix)).map((key) => key.slice(idPrefix.length));
    return { ...identityOf(group), ids };
  }

  /** The same entities with what is known about their pod. */
  complete(entities: Entities): Entities {
    const found = this.find(entities);
    if (found === undefined) return entities;
    return {
      ...entities,
      ...(entities.uid === undefined && found.uid !== null ? { uid: found.uid } : {}),
      ...(entities.pod === undefined && found.pod !== null ? { pod: found.pod } : {}),
      ...(entities.namespace === undefined && found.namespace !== null ? { namespace: found.namespace } : {}),
    };
  }

  /** Takes one more sighting. */
  add({ entities, node }: Sighting): void {
    const named = podKinds.flatMap((kind) => (entities[kind] === undefined ? [] : [keyOf(kind, entities[kind])]));
    if (named.length === 0) return;
    const known = named.flatMap((key) => this.ownerOf(key) ?? []);
    let group = known[0];
    if (group === undefined) {
      if (this.groups >= maxPods) return;
      group = { parent: null, keys: [], pods: new Set(), namespaces: new Set(), uids: new Set(), nodes: new Set() };
      this.groups++;
    }
    for (const other of known.slice(1)) this.join(group, rootOf(other));
    for (const key of named) if (!this.owners.has(key)) this.give(key, group);
    note(group, entities, node);
  }

  /** The group that a name belongs to; what was known of it before comes along the first time. */
  private ownerOf(key: string): Group | undefined {
    const own = this.owners.get(key);
    if (own !== undefined) return rootOf(own);
    const before = this.known?.ownerOf(key);
    if (before === undefined) return undefined;
    const { pods, namespaces, uids, nodes } = before;
    const copy: Group = {
      ...{ parent: null, keys: [], pods: new Set(pods), namespaces: new Set(namespaces) },
      ...{ uids: new Set(uids), nodes: new Set(nodes) },
    };
    for (const name of before.keys) this.give(name, copy);
    return copy;
  }

  private give(key: string, group: Group): void {
    this.owners.set(key, group);
    group.keys.push(key);
  }

  /** Two pods with one id would be one pod; with different UIDs they are two, and the id says nothing. */
  private join(group: Group, other: Group): void {
    if (group === other || [...other.uids].some((uid) => group.uids.size > 0 && !group.uids.has(uid))) return;
    other.parent = group;
    for (const key of other.keys) group.keys.push(key);
    for (const field of ['pods', 'namespaces', 'uids', 'nodes'] as const) {
      for (const value of other[field]) group[field].add(value);
    }
  }
}

interface Group {
  parent: Group | null;
  /** All names that belong to it; of a group that was joined to another one, to that. */
  readonly keys: string[];
  readonly pods: Set<string>;
  readonly namespaces: Set<string>;
  readonly uids: Set<string>;
  readonly nodes: Set<string>;
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.parent !== null) root = root.parent;
  return root;
}

function note(group: Group, entities: Entities, node: string | null): void {
  if (entities.pod !== undefined) group.pods.add(entities.pod);
  if (entities.namespace !== undefined) group.namespaces.add(entities.namespace);
  if (entities.uid !== undefined) group.uids.add(entities.uid);
  if (node !== null) group.nodes.add(node);
}

/** What is known without contradiction. */
function identityOf(group: Group): PodIdentity {
  const only = (values: ReadonlySet<string>): string | null =>
    values.size === 1 ? (values.values().next().value ?? null) : null;
  return { pod: only(group.pods), namespace: only(group.namespaces), uid: only(group.uids), node: only(group.nodes) };
}

/** Containers and sandboxes share their id space, and are quoted in full and by their first 12 digits. */
function keyOf(kind: EntityKind, value: string): string {
  return kind === 'container' || kind === 'sandbox' ? `${idPrefix}${value.slice(0, 12)}` : `${kind} ${value}`;
}
