/** The layout of `kubectl cluster-info dump --output-directory`: logs of pods by namespace; no file belongs to one node. */
import type { Layout } from './layout';

export const clusterInfoDump: Layout = {
  id: 'cluster-info-dump',
  title: 'kubectl cluster-info dump',
  address: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_cluster-info/kubectl_cluster-info_dump/',
  paths: [
    // dump/kube-system/kube-proxy-x2kqf/logs.txt, dump/kube-system/events.json
    /^(?:.*\/)?[a-z0-9-]+\/[a-z0-9.-]+\/logs\.txt$/,
    /^(?:.*\/)?[a-z0-9-]+\/(?:events|pods|services|daemonsets|deployments|replicasets|replication-controllers)\.(?:json|yaml)$/,
  ],
  samples: [{ id: 'dump.tgz!/dump/kube-system/kube-proxy-x2kqf/logs.txt' }, { id: 'dump/kube-system/events.json' }],
};
