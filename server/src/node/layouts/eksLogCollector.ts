/** The layout of the EKS log collector: one machine, known by the id of its instance; its node name stands in its logs. */
import type { Layout } from './layout';

export const eksLogCollector: Layout = {
  id: 'eks-log-collector',
  title: 'EKS log collector',
  address: 'https://github.com/awslabs/amazon-eks-ami/tree/main/log-collector-script/linux',
  paths: [
    // eks_i-0a1b2c3d4e5f60718_2021-05-13_1011-UTC_0.7.3.tar.gz!/kubelet/kubelet.log, or the folder it was unpacked to
    /^(?<machine>(?:.*\/)?eks_(?<guess>i-[0-9a-f]{8,17})_\d{4}-\d\d-\d\d_\d{4}-UTC_[0-9.]+?(?:\.tar\.gz!?)?)\//,
  ],
  samples: [
    {
      id: 'eks_i-0a1b2c3d4e5f60718_2021-05-13_1011-UTC_0.7.3.tar.gz!/kubelet/kubelet.log',
      machine: 'eks_i-0a1b2c3d4e5f60718_2021-05-13_1011-UTC_0.7.3.tar.gz!',
      guess: 'i-0a1b2c3d4e5f60718',
    },
    {
      id: 'x/eks_i-0a1b2c3d_2021-05-13_1011-UTC_0.6.1/var_log/messages',
      machine: 'x/eks_i-0a1b2c3d_2021-05-13_1011-UTC_0.6.1',
      guess: 'i-0a1b2c3d',
    },
  ],
};
