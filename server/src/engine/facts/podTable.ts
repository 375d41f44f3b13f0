/** `kubectl get pods`, of one namespace or all: how many pods there are, and which are in trouble. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^(?:NAMESPACE\s+)?NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE(?:\s|$)/;

/** Pods that do what they should. */
const ordinary = /^(?:Running|Completed|Succeeded)$/;

/** One fact for each pod that is neither running nor done; the pods in all. */
export const podTable: FactFormat = {
  id: 'pod-table',
  title: 'kubectl get pods',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_get/',
  names: ['pods.count', 'pod.status'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let hasNamespace = false;
    let first = 0;
    let count = 0;
    return collectLines(
      (text, line, add) => {
        if (header.test(text)) {
          hasNamespace = text.startsWith('NAMESPACE');
          if (first === 0) first = line;
          return;
        }
        const cells = text.trim().split(/\s+/, 8);
        const [namespace, name, ready, status] = hasNamespace ? cells : ['', ...cells];
        if (first === 0 || status === undefined || !/^\d+\/\d+$/.test(ready ?? '')) return;
        count++;
        if (!ordinary.test(status))
          add('pod.status', status, line, hasNamespace ? `${namespace}/${name}` : (name ?? ''));
      },
      (add) => {
        if (count > 0) add('pods.count', count, first);
      },
    );
  },
};
