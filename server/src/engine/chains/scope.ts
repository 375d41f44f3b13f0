/** Whether two episodes speak of the same thing, as far as an edge asks for it. */
import type { CausalEdge, EdgeScope } from '../catalogue/edge';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { valuesPerEntity } from '../episodes/groupEpisodes';
import type { EntityKind } from '../model/entity';

/** `unknown` when one side does not say. */
export type Agreement = 'yes' | 'no' | 'unknown';

/** Kinds that settle the question for a scope, the most exact first: the first one that both sides name decides. */
const scopeKinds: Readonly<Record<EdgeScope, readonly EntityKind[]>> = {
  record: [],
  container: ['container', 'sandbox', 'uid', 'pod'],
  pod: ['uid', 'pod', 'sandbox', 'container'],
  unit: ['unit'],
  process: ['pid', 'process'],
  device: ['device'],
  volume: ['volume', 'device', 'path'],
  node: [],
  cluster: [],
};

/** Whether both happened on one node; what names no node may belong to any. */
export function nodesAgree(cause: WorkEpisode, effect: WorkEpisode, scope: EdgeScope): boolean {
  return scope === 'cluster' || cause.node === null || effect.node === null || cause.node === effect.node;
}

/** Whether both are about the same object: by the edge's scope, and by what it says must agree. */
export function objectsAgree(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): Agreement {
  const byScope = kindsAgree(cause, effect, scopeKinds[edge.scope]);
  if (byScope === 'no' || edge.agree === undefined) return byScope;
  const stated = kindsAgree(cause, effect, edge.agree as readonly EntityKind[]);
  return stated === 'unknown' ? byScope : stated;
}

/** Whether both name a common object, by the first kind that both name. */
export function kindsAgree(cause: WorkEpisode, effect: WorkEpisode, kinds: readonly EntityKind[]): Agreement {
  for (const kind of kinds) {
    const answer = compareValues(kind, namesOf(cause, kind), namesOf(effect, kind));
    if (answer !== 'unknown') return answer;
  }
  return 'unknown';
}

/** Nodes go by the one name that was settled for each. */
function namesOf(episode: WorkEpisode, kind: EntityKind): readonly string[] | undefined {
  if (kind !== 'node') return episode.entities[kind];
  return episode.node === null ? undefined : [episode.node];
}

function compareValues(
  kind: EntityKind,
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): Agreement {
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return 'unknown';
  if (left.some((value) => right.some((other) => sameName(kind, value, other)))) return 'yes';
  // Long lists are cut: two cut lists without a common member prove nothing.
  return left.length < valuesPerEntity && right.length < valuesPerEntity ? 'no' : 'unknown';
}

/** Container ids are quoted in full and by their first 12 digits, units with and without their suffix, partitions by their disk. */
function sameName(kind: EntityKind, left: string, right: string): boolean {
  if (left === right) return true;
  if (kind === 'container' || kind === 'sandbox') return left.slice(0, 12) === right.slice(0, 12);
  if (kind === 'unit') return left.replace(/\.service$/, '') === right.replace(/\.service$/, '');
  return kind === 'device' && (left.startsWith(right) || right.startsWith(left));
}
