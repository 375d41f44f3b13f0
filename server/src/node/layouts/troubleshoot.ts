/** The layout of troubleshoot.sh support bundles: resources and logs of pods by namespace, outputs of hosts by name. */
import type { Layout } from './layout';

export const troubleshoot: Layout = {
  id: 'troubleshoot',
  title: 'Troubleshoot support bundle',
  address: 'https://troubleshoot.sh/docs/support-bundle/collecting/',
  paths: [
    // support-bundle-2021-05-13T10_11_12/host-collectors/run-host/journal/node-7/kubelet.txt, host-collectors/system/node-7/hostOS.json
    /^(?<machine>(?:.*\/)?host-collectors\/(?:run-host\/[^/]+|[^/]+)\/(?<guess>[^/]+))\/[^/]+$/,
    /^(?:.*\/)?support-bundle-\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d[^/]*\//,
    // cluster-resources/pods/logs/shop/web-0/web-previous.log
    /^(?:.*\/)?cluster-resources\/pods\/logs\/[^/]+\/[^/]+\/[^/]+\.log$/,
  ],
  samples: [
    {
      id: 'support-bundle-2021-05-13T10_11_12/host-collectors/system/node-7/hostOS.json',
      machine: 'support-bundle-2021-05-13T10_11_12/host-collectors/system/node-7',
      guess: 'node-7',
    },
    { id: 'b.tar.gz!/support-bundle-2021-05-13T10_11_12/cluster-resources/pods/logs/shop/web-0/web-previous.log' },
    { id: 'b/cluster-resources/pods/logs/shop/web-0/web.log' },
  ],
};
