/** The layout that people make by hand: `nodes/<name>/...`. Folders that only bear a node's name are told by what lies in them. */
import type { Layout } from './layout';

export const nodeFolders: Layout = {
  id: 'node-folders',
  title: 'a folder for every node',
  address: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/#looking-at-logs',
  paths: [/^(?<machine>(?:.*\/)?(?:nodes|node-logs|hosts)\/(?<node>[a-z0-9][a-z0-9.-]*))\/./],
  samples: [{ id: 'case/nodes/node-7/var/log/messages', machine: 'case/nodes/node-7', node: 'node-7' }],
};
