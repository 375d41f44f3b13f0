/** The layout of `sos report`: one machine, its file system and outputs of commands below a folder named after it. */
import type { Layout } from './layout';

export const sosreport: Layout = {
  id: 'sosreport',
  title: 'sos report',
  address: 'https://github.com/sosreport/sos/wiki',
  paths: [
    // sosreport-node-7-2021-05-13-abcdefg/, with a case number sosreport-node-7-01234567-2021-05-13-abcdefg/, old sosreport-node-7-20210513101112/
    /^(?<machine>(?:.*\/)?sosreport-(?<guess>[^/]+?)(?:-0\d{7})?-(?:\d{4}-\d\d-\d\d-[a-z]{5,9}|\d{14}))\//,
  ],
  samples: [
    {
      id: 'case.tar.xz!/sosreport-node-7-2021-05-13-kqzvbnm/var/log/messages',
      machine: 'case.tar.xz!/sosreport-node-7-2021-05-13-kqzvbnm',
      guess: 'node-7',
    },
    {
      id: 'sosreport-node-7.shop.local-02345678-2021-05-13-kqzvbnm/sos_commands/general/hostname',
      machine: 'sosreport-node-7.shop.local-02345678-2021-05-13-kqzvbnm',
      guess: 'node-7.shop.local',
    },
    { id: 'sosreport-db1-20210513101112/df', machine: 'sosreport-db1-20210513101112', guess: 'db1' },
  ],
};
