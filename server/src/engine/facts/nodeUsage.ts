/** `kubectl top nodes`: how much of each node's processors and memory is in use. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^NAME\s+CPU\(cores\)\s+CPU(?:\(%\)|%)\s+MEMORY\(bytes\)\s+MEMORY(?:\(%\)|%)/;
const row = /^(\S{1,253})\s+\S+\s+(\d{1,4})%\s+\S+\s+(\d{1,4})%\s*$/;

/** Two facts for each node. */
export const nodeUsage: FactFormat = {
  id: 'node-usage',
  title: 'kubectl top nodes',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_top/kubectl_top_node/',
  names: ['node.cpuPercent', 'node.memoryPercent'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const found = row.exec(text.slice(0, 400));
      if (found === null) return;
      add('node.cpuPercent', Number(found[2]), line, found[1]);
      add('node.memoryPercent', Number(found[3]), line, found[1]);
    }),
};
