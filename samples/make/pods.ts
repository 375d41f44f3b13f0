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
  readonly hostPort: number;
  readonly port: number;
  readonly image: string;
}

const services = [
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

/** `count` pods; those of the second environment live in namespaces of their own. */
export function makePods(random: Random, count: number, prefix: 'prod' | 'env2', network: number): Pod[] {
  return Array.from({ length: count }, (_, index) => {
    const service = services[index % services.length] as string;
    const name = `${prefix === 'env2' ? 'env2-' : ''}${service}-${random.between(1_000_000_000, 3_999_999_999)}-${random.suffix()}`;
    return {
      name,
      namespace: prefix === 'env2' ? 'env2-shared' : random.pick(['prod-core', 'prod-edge', 'prod-batch']),
      uid: `${random.hex(8)}-d261-11ec-${random.hex(4)}-${random.hex(12)}`,
      container: random.hex(64),
      sandbox: random.hex(64),
      address: `172.${17 + (network % 4)}.${(index >> 7) + 1}.${(index % 250) + 2}`,
      hostPort: 32768 + index * 3 + random.between(0, 2),
      port: random.pick([8080, 8081, 9090]),
      image: `registry.pool.example/${service}:v${random.between(1, 9)}.${random.between(0, 30)}`,
    };
  });
}

/** `name_namespace(uid)`, as kubelet writes a pod. */
export function podTag(pod: Pod): string {
  return `${pod.name}_${pod.namespace}(${pod.uid})`;
}
