/** A machine's own `/var/log`, however it was copied: its journal names the host, the logs of its pods do not. */
import type { Layout } from './layout';

export const varLog: Layout = {
  id: 'var-log',
  title: "a machine's /var/log",
  address: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
  paths: [
    // a/var/log/journal/<machine id>/system.journal, a/var/log/pods/shop_web-0_<uid>/web/0.log, a/var/log/containers/web-0_shop_web-<id>.log
    /^(?<machine>(?:.*\/)?(?:var|run)\/log)\/(?:journal\/[0-9a-f]{32}\/[^/]+|pods\/[^/]+\/[^/]+\/[^/]+|containers\/[^/]+_[^/]+\.log[^/]*)$/,
  ],
  samples: [
    { id: `a/var/log/journal/${'0'.repeat(32)}/system.journal`, machine: 'a/var/log' },
    {
      id: 'var/log/pods/shop_web-0_3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web/0.log',
      machine: 'var/log',
    },
    { id: 'n.tgz!/var/log/containers/web-0_shop_web-1.log', machine: 'n.tgz!/var/log' },
  ],
};
