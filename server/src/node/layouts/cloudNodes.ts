/** Folders and archives that bear a node's name as clouds give them: AKS Periscope, log dumps of Kubernetes' own tests, copies by hand. */
import type { Layout } from './layout';

export const cloudNodes: Layout = {
  id: 'cloud-nodes',
  title: 'folders with the names that clouds give nodes',
  address: 'https://github.com/Azure/aks-periscope/tree/master/pkg/exporter',
  paths: [
    // 2021-05-13T10-11-12Z/aks-nodepool1-12345678-vmss000000/kubelet_exec
    /^(?<machine>(?:.*\/)?(?<node>aks-[a-z0-9]{1,12}-\d{8}-vmss[0-9a-z]{6})(?:\.(?:zip|tar|tgz|tar\.gz)!)?)\//,
    // artifacts/gke-shop-default-pool-1a2b3c4d-x9k2/kubelet.log
    /^(?<machine>(?:.*\/)?(?<node>gke-[a-z0-9-]+-[0-9a-f]{8}-[0-9a-z]{4})(?:\.(?:zip|tar|tgz|tar\.gz)!)?)\//,
    // ip-10-0-1-2.eu-west-1.compute.internal/var/log/messages
    /^(?<machine>(?:.*\/)?(?<node>ip-(?:\d{1,3}-){3}\d{1,3}\.(?:[a-z0-9-]+\.compute|ec2)\.internal)(?:\.(?:zip|tar|tgz|tar\.gz)!)?)\//,
  ],
  samples: [
    {
      id: '2021-05-13T10-11-12Z/aks-nodepool1-12345678-vmss00000a/kubelet_exec',
      machine: '2021-05-13T10-11-12Z/aks-nodepool1-12345678-vmss00000a',
      node: 'aks-nodepool1-12345678-vmss00000a',
    },
    {
      id: 'aks-nodepool1-12345678-vmss00000a.zip!/nodelogs/syslog',
      machine: 'aks-nodepool1-12345678-vmss00000a.zip!',
      node: 'aks-nodepool1-12345678-vmss00000a',
    },
    {
      id: 'artifacts/gke-shop-default-pool-1a2b3c4d-x9k2/kubelet.log',
      machine: 'artifacts/gke-shop-default-pool-1a2b3c4d-x9k2',
      node: 'gke-shop-default-pool-1a2b3c4d-x9k2',
    },
    {
      id: 'a/ip-10-0-1-2.eu-west-1.compute.internal/messages',
      machine: 'a/ip-10-0-1-2.eu-west-1.compute.internal',
      node: 'ip-10-0-1-2.eu-west-1.compute.internal',
    },
    { id: 'ip-10-0-1-2.ec2.internal/x', machine: 'ip-10-0-1-2.ec2.internal', node: 'ip-10-0-1-2.ec2.internal' },
  ],
};
