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

/** All by which a pod is named. */
export const podNameKinds: readonly EntityKind[] = [...podKinds, 'namespace'];

/** What the entities say of a pod, and nothing else. */
export function podNames(entities: Entities): Entities {
  const names: Partial<Record<EntityKind, string>> = {};
  for (const kind of podNameKinds) {
    const name = entities[kind];
    if (name !== undefined) names[kind] = name;
  }
  return names;
}

/** More pods than this are not told apart: what is known of the first ones stays. */
const maxPods = 50_000;

/** Names of one kind, each with the group it belongs to. */
class Names {
  readonly owners = new Map<string, Group>();

  constructor(
    /** What was known before; it stays as it is. */
    private readonly known: Names | null,
    /** Groups of what was known before, with what came to be known since. */
    private readonly copies: Map<Group, Group>,
  ) {}

  /** The group that a name belongs to; what was known of it before comes along the first time. */
  ownerOf(name: string): Group | undefined {
    const own = this.owners.get(name);
    if (own !== undefined) return rootOf(own);
    const before = this.known?.ownerOf(name);
    if (before === undefined) return undefined;
    const known = this.copies.get(before);
    if (known !== undefined) return rootOf(known);
    const copy = before.copy();
    this.copies.set(before, copy);
    return copy;
  }

  /** The name belongs to that group, as far as nothing speaks against it; `owner` had it before. True when it is new. */
  tie(name: string, owner: Group | undefined, group: Group): boolean {
    if (owner === undefined) this.owners.set(name, group);
    else if (owner !== group) group.join(rootOf(owner));
    return owner === undefined;
  }
}

/** Which pod an id or a name belongs to. */
export class Identities {
  private readonly uids: Names;
  private readonly pods: Names;
  /** Containers and sandboxes share their id space, and are quoted in full and by their first 12 digits. */
  private readonly ids: Names;
  private groups: number;

  /** `known`: what was found out before; it stays as it is. */
  constructor(sightings: Iterable<Sighting>, known: Identities | null = null) {
    const copies = new Map<Group, Group>();
    this.uids = new Names(known?.uids ?? null, copies);
    this.pods = new Names(known?.pods ?? null, copies);
    this.ids = new Names(known?.ids ?? null, copies);
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
      (uid === undefined ? undefined : this.uids.ownerOf(uid)) ??
      (pod === undefined ? undefined : this.pods.ownerOf(pod)) ??
      (container === undefined ? undefined : this.ids.ownerOf(shortId(container))) ??
      (sandbox === undefined ? undefined : this.ids.ownerOf(shortId(sandbox)))
    );
  }

  /** Pods that have at least two names, by their first sighting, up to a number of them. */
  all(most = Number.POSITIVE_INFINITY): PodNames[] {
    // By the numbers of groups: each pod has one of its own.
    const found: ({ readonly group: Group; readonly ids: string[] } | undefined)[] = [];
    const foundOf = (owner: Group): string[] => {
      const group = rootOf(owner);
      const known = found[group.number] ?? { group, ids: [] };
      found[group.number] = known;
      return known.ids;
    };
    for (const owner of this.uids.owners.values()) foundOf(owner);
    for (const owner of this.pods.owners.values()) foundOf(owner);
    this.ids.owners.forEach((owner, id) => {
      foundOf(owner).push(id);
    });
    const pods: PodNames[] = [];
    for (let number = 0; number < found.length && pods.length < most; number++) {
      const one = found[number];
      if (one === undefined) continue;
      const { pod, namespace, uid, node } = identityOf(one.group);
      if (Number(pod !== null) + Number(uid !== null) + one.ids.length > 1)
        pods.push({ pod, namespace, uid, node, ids: one.ids });
    }
    return pods;
  }

  /** All names of the one pod that the entities name; `undefined` when they name none, or several. */
  namesOf(entities: Entities): PodNames | undefined {
    const named = podKinds.flatMap((kind) => {
      const value = entities[kind];
      return value === undefined ? [] : (this.groupOf({ [kind]: value }) ?? []);
    });
    const [group, ...others] = new Set(named);
    return group === undefined || others.length > 0 ? undefined : { ...identityOf(group), ids: group.ids };
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
    const { uid, pod } = entities;
    const container = entities.container === undefined ? undefined : shortId(entities.container);
    const sandbox = entities.sandbox === undefined ? undefined : shortId(entities.sandbox);
    if (uid === undefined && pod === undefined && container === undefined && sandbox === undefined) return;
    const ofUid = uid === undefined ? undefined : this.uids.ownerOf(uid);
    const ofPod = pod === undefined ? undefined : this.pods.ownerOf(pod);
    const ofContainer = container === undefined ? undefined : this.ids.ownerOf(container);
    const ofSandbox = sandbox === undefined || sandbox === container ? undefined : this.ids.ownerOf(sandbox);
    let group = ofUid ?? ofPod ?? ofContainer ?? ofSandbox;
    if (group === undefined) {
      if (this.groups >= maxPods) return;
      group = new Group(this.groups++);
    }
    if (uid !== undefined) this.uids.tie(uid, ofUid, group);
    if (pod !== undefined) this.pods.tie(pod, ofPod, group);
    if (container !== undefined && this.ids.tie(container, ofContainer, group)) group.ids.push(container);
    if (sandbox !== undefined && sandbox !== container && this.ids.tie(sandbox, ofSandbox, group))
      group.ids.push(sandbox);
    group.note(entities, node);
  }
}

/** What sightings say of one thing: nothing, the same each time, or `null` for several things. */
type Said = string | null | undefined;

/** What is known of what may be one pod. */
class Group {
  parent: Group | null = null;
  /** Its containers and sandboxes; of a group that was joined to another one, that one has them too. */
  ids: string[] = [];
  pod: Said = undefined;
  namespace: Said = undefined;
  node: Said = undefined;
  /** Each once. */
  private uids: readonly string[] = [];

  constructor(
    /** Of its first sighting. */
    public number: number,
  ) {}

  get uid(): string | null {
    return this.uids.length === 1 ? (this.uids[0] ?? null) : null;
  }

  copy(): Group {
    const copy = new Group(this.number);
    copy.ids = [...this.ids];
    copy.pod = this.pod;
    copy.namespace = this.namespace;
    copy.node = this.node;
    copy.uids = this.uids;
    return copy;
  }

  note({ pod, namespace, uid }: Entities, node: string | null): void {
    this.pod = both(this.pod, pod);
    this.namespace = both(this.namespace, namespace);
    this.node = both(this.node, node ?? undefined);
    if (uid !== undefined) this.noteUid(uid);
  }

  private noteUid(uid: string): void {
    if (!this.uids.includes(uid)) this.uids = [...this.uids, uid];
  }

  /** Two pods with one id would be one pod; with different UIDs they are two, and the id says nothing. */
  join(other: Group): void {
    if (other === this || (this.uids.length > 0 && other.uids.some((uid) => !this.uids.includes(uid)))) return;
    other.parent = this;
    this.number = Math.min(this.number, other.number);
    for (const id of other.ids) this.ids.push(id);
    this.pod = both(this.pod, other.pod);
    this.namespace = both(this.namespace, other.namespace);
    this.node = both(this.node, other.node);
    for (const uid of other.uids) this.noteUid(uid);
  }
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.parent !== null) root = root.parent;
  return root;
}

function both(one: Said, other: Said): Said {
  if (one === undefined || one === other) return other;
  return other === undefined ? one : null;
}

/** What is known without contradiction. */
function identityOf({ pod, namespace, node, uid }: Group): PodIdentity {
  return { pod: pod ?? null, namespace: namespace ?? null, uid, node: node ?? null };
}

function shortId(id: string): string {
  return id.slice(0, 12);
}
