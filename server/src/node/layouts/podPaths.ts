/** Which pod wrote a log, by the path that kubelet, the container runtime or a collector gave it. */
import type { PodOfPath } from './layout';

/** One way of naming a container's log after its pod. */
export interface PodPath {
  /** Who names logs so. */
  readonly title: string;
  /** Groups are those of {@link PodOfPath}. */
  readonly pattern: RegExp;
  readonly samples: readonly (PodOfPath & { readonly id: string })[];
}

const uid = '3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f';
const hash = '5a5ed5eae21579319207ea468e95b498';
const container = 'f'.repeat(64);

/** The first that fits counts. */
export const podPaths: readonly PodPath[] = [
  {
    title: 'kubelet, for pods that stand in a file of the node: their names end with its name',
    // pods/kube-system_etcd-node-7_5a5ed5eae21579319207ea468e95b498/etcd/0.log
    pattern:
      /(?:^|\/)(?<namespace>[a-z0-9-]+)_(?<pod>(?:etcd|kube-(?:apiserver|controller-manager|scheduler|proxy)|cloud-controller-manager)-(?<node>[a-z0-9][a-z0-9.-]*))_(?<uid>[0-9a-f]{32})\/[^/]+\/[^/]+$/,
    samples: [
      {
        id: `x/pods/kube-system_etcd-node-7_${hash}/etcd/0.log`,
        namespace: 'kube-system',
        pod: 'etcd-node-7',
        node: 'node-7',
        uid: hash,
      },
    ],
  },
  {
    title: 'kubelet',
    // pods/shop_web-0_3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web/0.log.20210513-101112.gz
    pattern:
      /(?:^|\/)(?<namespace>[a-z0-9-]+)_(?<pod>[a-z0-9][a-z0-9.-]*)_(?<uid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})\/[^/]+\/[^/]+$/,
    samples: [
      {
        id: `k3s/podlogs/shop_web-0_${uid}/web/0.log.20210513-101112.gz`,
        namespace: 'shop',
        pod: 'web-0',
        uid,
      },
      { id: `pods/shop_web-0_${hash}/web/1.log`, namespace: 'shop', pod: 'web-0', uid: hash },
    ],
  },
  {
    title: 'kubelet before 1.14',
    // pods/3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web/0.log, pods/3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web_0.log
    pattern: /(?:^|\/)pods\/(?<uid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[^/]+(?:\/|_)\d+\.log[^/]*$/,
    samples: [
      { id: `var/log/pods/${uid}/web/0.log`, uid },
      { id: `var/log/pods/${uid}/web_0.log`, uid },
    ],
  },
  {
    title: 'kubelet, for readers that know pods by name',
    // containers/web-0_shop_web-<64 hex digits>.log
    pattern:
      /(?:^|\/)(?<pod>[a-z0-9][a-z0-9.-]*)_(?<namespace>[a-z0-9-]+)_[a-z0-9-]+-(?<container>[0-9a-f]{64})\.log[^/]*$/,
    samples: [{ id: `containers/web-0_shop_web-${container}.log`, namespace: 'shop', pod: 'web-0', container }],
  },
  {
    title: 'docker',
    // var/lib/docker/containers/<64 hex digits>/<the same>-json.log.1
    pattern: /(?:^|\/)(?<container>[0-9a-f]{64})-json\.log[^/]*$/,
    samples: [{ id: `docker/containers/${container}/${container}-json.log.1`, container }],
  },
  {
    title: 'oc adm inspect and must-gather',
    // namespaces/shop/pods/web-0/web/web/logs/current.log
    pattern: /(?:^|\/)namespaces\/(?<namespace>[^/]+)\/pods\/(?<pod>[^/]+)\/[^/]+\/[^/]+\/logs\/[^/]+$/,
    samples: [{ id: 'x/namespaces/shop/pods/web-0/web/web/logs/previous.log', namespace: 'shop', pod: 'web-0' }],
  },
  {
    title: 'Troubleshoot',
    // cluster-resources/pods/logs/shop/web-0/web.log
    pattern: /(?:^|\/)cluster-resources\/pods\/logs\/(?<namespace>[^/]+)\/(?<pod>[^/]+)\/[^/]+$/,
    samples: [{ id: 'b/cluster-resources/pods/logs/shop/web-0/web-previous.log', namespace: 'shop', pod: 'web-0' }],
  },
  {
    title: 'crashd',
    // kubecapture/core_v1/shop/pods/web-0/web/web.log
    pattern: /(?:^|\/)kubecapture\/core_v1\/(?<namespace>[^/]+)\/pods\/(?<pod>[^/]+)\/[^/]+\/[^/]+\.log$/,
    samples: [{ id: 'kubecapture/core_v1/shop/pods/web-0/web/web.log', namespace: 'shop', pod: 'web-0' }],
  },
  {
    title: 'kubectl cluster-info dump',
    // dump/shop/web-0/logs.txt
    pattern: /(?:^|\/)(?<namespace>[a-z0-9-]+)\/(?<pod>[a-z0-9][a-z0-9.-]*)\/logs\.txt$/,
    samples: [{ id: 'dump/shop/web-0/logs.txt', namespace: 'shop', pod: 'web-0' }],
  },
];

/** The pod that wrote a source; `null` when its path does not say. */
export function podOfPath(id: string): PodOfPath | null {
  for (const { pattern } of podPaths) {
    const groups = pattern.exec(id)?.groups;
    if (groups !== undefined)
      return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)) as PodOfPath;
  }
  return null;
}
