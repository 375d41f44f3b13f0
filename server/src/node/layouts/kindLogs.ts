/** The layout of `kind export logs`: a folder for every node, named after its container, with the node's /var/log in it. */
import type { Layout } from './layout';

export const kindLogs: Layout = {
  id: 'kind-logs',
  title: 'kind export logs',
  address: 'https://kind.sigs.k8s.io/docs/user/quick-start/#exporting-cluster-logs',
  paths: [
    // logs/shop-control-plane/kubelet.log, logs/kind-worker2/pods/kube-system_kindnet-x_1a2b/kindnet-cni/0.log
    /^(?<machine>(?:.*\/)?(?<node>[a-z0-9][a-z0-9.-]*-(?:control-plane|worker|external-load-balancer)\d*))\//,
  ],
  samples: [
    { id: 'logs/shop-control-plane/kubelet.log', machine: 'logs/shop-control-plane', node: 'shop-control-plane' },
    { id: 'l.zip!/kind-worker2/pods/a_b_c/d/0.log', machine: 'l.zip!/kind-worker2', node: 'kind-worker2' },
  ],
};
