/** `kubectl get nodes`, also with `-o wide`: each node's condition and versions. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^NAME\s+STATUS\s+(?:ROLES\s+)?AGE\s+VERSION(?:\s|$)/;

/** Columns and the facts they state. */
const factNames: readonly (readonly [string, string])[] = [
  ['VERSION', 'kubelet.version'],
  ['STATUS', 'node.status'],
  ['CONTAINER-RUNTIME', 'runtime.version'],
  ['KERNEL-VERSION', 'kernel.version'],
  ['OS-IMAGE', 'os.name'],
];

/** Columns stand at least three blanks apart; a value (`CentOS Linux 7 (Core)`) has single ones. */
const gap = /\s{2,}/;

const form = {
  name: /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/,
  status: /^(?:Ready|NotReady|Unknown)(?:,SchedulingDisabled)?$/,
};

/** Facts of each row, the node as subject; a list of one names the node that it is about. */
export const nodeTable: FactFormat = {
  id: 'node-table',
  title: 'kubectl get nodes',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_get/',
  names: [...factNames.map(([, name]) => name), 'node.name'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let columns: readonly string[] = [];
    const nodes: { readonly name: string; readonly line: number }[] = [];
    return collectLines(
      (text, line, add) => {
        const cells = text.slice(0, 2000).trim().split(gap);
        if (header.test(text)) columns = cells;
        const cellOf = (column: string): string => cells[columns.indexOf(column)] ?? '';
        const node = cellOf('NAME');
        if (!form.name.test(node) || !form.status.test(cellOf('STATUS'))) return;
        if (nodes.length < 2) nodes.push({ name: node, line });
        for (const [column, name] of factNames) {
          const value = cellOf(column);
          if (value !== '' && !value.startsWith('<')) add(name, value, line, node);
        }
      },
      (add) => {
        const [only, other] = nodes;
        if (only !== undefined && other === undefined) add('node.name', only.name, only.line);
      },
    );
  },
};
