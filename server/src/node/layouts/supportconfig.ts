/** The layout of SUSE's `supportconfig`: one machine, known by its host name. */
import type { Layout } from './layout';

export const supportconfig: Layout = {
  id: 'supportconfig',
  title: 'SUSE supportconfig',
  address: 'https://github.com/openSUSE/supportutils',
  paths: [
    // scc_node-7_210513_1011/messages.txt, older ones nts_node-7_210513_1011/
    /^(?<machine>(?:.*\/)?(?:scc|nts)_(?<guess>[^/]+?)_\d{6}_\d{4})\//,
  ],
  samples: [
    {
      id: 'scc_node-7_210513_1011.txz!/scc_node-7_210513_1011/messages.txt',
      machine: 'scc_node-7_210513_1011.txz!/scc_node-7_210513_1011',
      guess: 'node-7',
    },
  ],
};
