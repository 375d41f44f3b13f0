/** Finds what a message is about: pods, containers, sandboxes, images, in every spelling that node logs use. */
import type { Entities, EntityKind } from '../model/entity';
import { entityKinds } from '../model/entity';

const kinds = new Set<string>(entityKinds);

const uidText = '[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}';

// order-gateway-3491766510-x7k2p_prod-core(0f0f3b1e-d261-11ec-9d64-0242ac120002)
const podWithUid = new RegExp(`\\b([a-z0-9][a-z0-9.-]{0,252})_([a-z0-9][a-z0-9-]{0,62})\\((${uidText})\\)`);
// pod="kube-system/coredns-5d78c9869d-abcde"
const podQuoted = /\bpods?="?([a-z0-9][a-z0-9-]{0,62})\/([a-z0-9][a-z0-9.-]{0,252})"/;
// kubepods-burstable-podca963772_c0c2_4849_b358_c55513adbf6a.slice, /pods/<uid>/volumes
const uidInPath = new RegExp(`(?:\\bpod|/pods/|podUID="?)(${uidText})`);
const containerId = /(?:^|[^0-9a-f])([0-9a-f]{64})(?![0-9a-f])/;

/** UIDs as the API server writes them: cgroup drivers of systemd replace `-` by `_`. */
export function normalUid(uid: string): string {
  return uid.replaceAll('_', '-');
}

/**
 * Entities of one recognised record: what its signature captured, what the wording implies, and what the message mentions.
 * Captures win over mentions.
 */
export function extractEntities(
  text: string,
  captures: Readonly<Record<string, string>>,
  implied: Entities | undefined,
): Entities {
  const found: Partial<Record<EntityKind, string>> = { ...implied };
  for (const [name, value] of Object.entries(captures)) {
    if (kinds.has(name) && value !== '') found[name as EntityKind] = value.slice(0, 256);
  }
  const scope = text.length > 4096 ? text.slice(0, 4096) : text;
  const named = podWithUid.exec(scope);
  if (named !== null) {
    found.pod ??= named[1] as string;
    found.namespace ??= named[2] as string;
    found.uid ??= named[3] as string;
  }
  const quoted = podQuoted.exec(scope);
  if (quoted !== null) {
    found.namespace ??= quoted[1] as string;
    found.pod ??= quoted[2] as string;
  }
  const uid = uidInPath.exec(scope);
  if (uid !== null) found.uid ??= uid[1] as string;
  const container = containerId.exec(scope);
  if (container !== null) found.container ??= container[1] as string;
  if (found.uid !== undefined) found.uid = normalUid(found.uid);
  return found;
}
