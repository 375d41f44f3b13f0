/** The layout of Rancher's logs collector for RKE, RKE2, K3s and kubeadm: one machine; what kubectl answered is of the whole cluster. */
import type { Layout } from './layout';

export const rancher: Layout = {
  id: 'rancher',
  title: "Rancher's logs collector",
  address: 'https://github.com/rancherlabs/support-tools/tree/master/collection/rancher/v2.x/logs-collector',
  paths: [
    // node-7-2021-05-13_10_11_12/rke2/kubectl/nodesdescribe, .../rke2/podlogs/kube-system-etcd-node-7-previous
    /^(?:.*\/)?[^/]+-\d{4}-\d\d-\d\d_\d\d_\d\d_\d\d\/(?:rke2?|k3s|kubeadm)\/(?:kubectl\/.+|podlogs\/[^/]+)$/,
    // node-7-2021-05-13_10_11_12/journald/kubelet, .../k3s/podlogs/kube-system_coredns-x_3f0c2a52-.../coredns/0.log
    /^(?<machine>(?:.*\/)?(?<guess>[^/]+)-\d{4}-\d\d-\d\d_\d\d_\d\d_\d\d)\//,
  ],
  samples: [
    { id: 'n.tar.gz!/node-7-2021-05-13_10_11_12/rke2/kubectl/nodesdescribe' },
    { id: 'node-7-2021-05-13_10_11_12/rke2/podlogs/kube-system-etcd-node-7-previous' },
    {
      id: 'n.tar.gz!/node-7-2021-05-13_10_11_12/journald/rke2-server',
      machine: 'n.tar.gz!/node-7-2021-05-13_10_11_12',
      guess: 'node-7',
    },
    {
      id: 'node-7-2021-05-13_10_11_12/k3s/podlogs/kube-system_coredns-x_3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/coredns/0.log',
      machine: 'node-7-2021-05-13_10_11_12',
      guess: 'node-7',
    },
  ],
};
