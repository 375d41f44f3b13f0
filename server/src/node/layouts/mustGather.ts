/** The layout of `oc adm must-gather` and `oc adm inspect`: a cluster's resources by namespace, logs of nodes by name. */
import type { Layout } from './layout';

export const mustGather: Layout = {
  id: 'must-gather',
  title: 'OpenShift must-gather',
  address: 'https://github.com/openshift/must-gather/tree/master/collection-scripts',
  paths: [
    // must-gather.local.5420/quay-io-.../nodes/node-7/node-7_logs_kubelet.gz
    /^(?<machine>(?:.*\/)?must-gather[^/]*\/(?:.*\/)?nodes\/(?<node>[^/]+))\//,
    // .../cluster-scoped-resources/core/nodes/node-7.yaml
    /^(?:.*\/)?cluster-scoped-resources\/core\/nodes\/(?<node>[^/]+)\.yaml$/,
    /^(?:.*\/)?must-gather[^/]*\//,
    // .../namespaces/shop/pods/web-0/web/web/logs/current.log
    /^(?:.*\/)?namespaces\/[^/]+\/pods\/[^/]+\/[^/]+\/[^/]+\/logs\/(?:current|previous)(?:\.insecure)?\.log$/,
    // .../host_service_logs/masters/kubelet_service.log: lines of several nodes, which name themselves
    /^(?:.*\/)?host_service_logs\/(?:masters|workers)\//,
  ],
  samples: [
    {
      id: 'must-gather.local.5420/quay-io-x/nodes/node-7/node-7_logs_kubelet.gz',
      machine: 'must-gather.local.5420/quay-io-x/nodes/node-7',
      node: 'node-7',
    },
    { id: 'x/cluster-scoped-resources/core/nodes/node-7.yaml', node: 'node-7' },
    { id: 'x/namespaces/shop/pods/web-0/web/web/logs/current.log' },
    { id: 'must-gather/x/host_service_logs/masters/kubelet_service.log' },
  ],
};
