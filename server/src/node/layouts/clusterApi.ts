/** The layout in which Cluster API collects logs: a folder for every machine, which often bears the node's name. */
import type { Layout } from './layout';

export const clusterApi: Layout = {
  id: 'cluster-api',
  title: 'Cluster API',
  address: 'https://github.com/kubernetes-sigs/cluster-api/tree/main/test/framework',
  paths: [
    // clusters/shop/machines/shop-md-0-x7k2p/kubelet.log, clusters/shop/machine-pools/mp-0/shop-mp-0-1/journal.log
    /^(?<machine>(?:.*\/)?clusters\/[^/]+\/(?:machines|machine-pools\/[^/]+)\/(?<guess>[^/]+))\/./,
  ],
  samples: [
    {
      id: 'artifacts/clusters/shop/machines/shop-md-0-x7k2p/kubelet.log',
      machine: 'artifacts/clusters/shop/machines/shop-md-0-x7k2p',
      guess: 'shop-md-0-x7k2p',
    },
    {
      id: 'clusters/shop/machine-pools/mp-0/shop-mp-0-1/journal.log',
      machine: 'clusters/shop/machine-pools/mp-0/shop-mp-0-1',
      guess: 'shop-mp-0-1',
    },
  ],
};
