/** The layout of Bottlerocket's `logdog`: one machine, which names itself in its journal. */
import type { Layout } from './layout';

export const bottlerocketLogdog: Layout = {
  id: 'bottlerocket-logdog',
  title: 'Bottlerocket logdog',
  address: 'https://github.com/bottlerocket-os/bottlerocket-core-kit/tree/develop/sources/logdog',
  paths: [
    // bottlerocket-logs.tar.gz!/bottlerocket-logs/journalctl.log
    /^(?<machine>(?:.*\/)?bottlerocket-logs)\//,
  ],
  samples: [
    {
      id: 'i-0a1b2c3d/bottlerocket-logs.tar.gz!/bottlerocket-logs/journalctl.log',
      machine: 'i-0a1b2c3d/bottlerocket-logs.tar.gz!/bottlerocket-logs',
    },
  ],
};
