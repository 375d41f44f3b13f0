/** The pods of the pool: names, uids, containers and ports, the same in every file that speaks of them. */
import type { Random } from './random';

/** One pod on one node. */
export interface Pod {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly container: string;
  readonly sandbox: string;
  readonly address: string;
  readonly ports: readonly PublishedPort[];
  readonly image: string;
}

/** A port of a container and the random port of the host that `docker run -P` gave it. */
export interface PublishedPort {
  readonly host: number;
  readonly container: number;
}

/** The ten services that were restarted. */
export const services: readonly string[] = [
  'order-gateway',
  'invoice-worker',
  'stock-sync',
  'price-engine',
  'search-api',
  'cart-cache',
  'mail-relay',
  'audit-feed',
  'loyalty',
  'route-planner',
];

/** The number of each service's replica set, which all its pods carry. */
const replicaSets = [
  3491766510, 2284019377, 1190638452, 3820457163, 2735508914, 1648290735, 3057716248, 1927384650, 2410586379,
  3365027418,
];

/** Which pods of a node to make. */
export interface PodPlan {
  readonly prod: number;
  readonly env2: number;
  /** The third number of the pods' addresses. */
  readonly network: number;
}

/** The pods of a node; those of the second environment live in namespaces of their own. */
export function makePods(random: Random, plan: PodPlan): Pod[] {
  return Array.from({ length: plan.prod + plan.env2 }, (_, index) => makePod(random, plan, index));
}

function makePod(random: Random, plan: PodPlan, index: number): Pod {
  const slot = index % services.length;
  const second = index >= plan.prod;
  const service = services[slot] as string;
  return {
    name: `${service}-${(replicaSets[slot] as number) - (second ? 40_721_903 : 0)}-${random.suffix()}`,
    namespace: second ? random.pick(['env2-core', 'env2-edge']) : random.pick(['prod-core', 'prod-edge', 'prod-batch']),
    uid: `${random.hex(8)}-d261-11ec-${random.pick(['9c1d', 'a4f0', 'b77e'])}-52540${random.hex(7)}`,
    container: random.hex(64),
    sandbox: random.hex(64),
    address: `172.17.${plan.network}.${index + 2}`,
    ports: [8080, 8081, 8443, 9090, 9779].map((container, place) => ({
      host: 32_768 + index * 60 + place * 11 + random.between(0, 10),
      container,
    })),
    image: `registry.pool.example/${second ? 'env2' : 'prod'}/${service}:v${random.between(1, 9)}.${random.between(0, 30)}`,
  };
}

/** `name_namespace(uid)`, as kubelet writes a pod. */
export function podTag(pod: Pod): string {
  return `${pod.name}_${pod.namespace}(${pod.uid})`;
}
