/** `kubectl describe node`: names and versions of nodes; its conditions and events are records. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const versionNames: ReadonlyMap<string, string> = new Map([
  ['Kubelet Version', 'kubelet.version'],
  ['Kube-Proxy Version', 'kube-proxy.version'],
  ['Container Runtime Version', 'runtime.version'],
  ['Kernel Version', 'kernel.version'],
  ['OS Image', 'os.name'],
]);

const named = /^Name: {2,}(\S+)\s*$/;
const versioned =
  /^ ?(Kubelet Version|Kube-Proxy Version|Container Runtime Version|Kernel Version|OS Image):\s+(\S.{0,200})$/;

/** The lines of `System Info:`, the node as subject. */
export const describeNode: FactFormat = {
  id: 'describe-node',
  title: 'kubectl describe node',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_describe/',
  names: ['node.name', ...versionNames.values()],
  looksLikeMine(firstLines) {
    return (
      firstLines.some((line) => named.test(line)) &&
      firstLines.some((line) => /^(?:Roles: {2}|Labels: .*kubernetes\.io\/(?:hostname|os|arch)=)/.test(line))
    );
  },
  createCollector() {
    let node: string | undefined;
    return collectLines((text, line, add) => {
      const name = named.exec(text)?.[1];
      if (name !== undefined) {
        node = name;
        add('node.name', name, line);
      }
      const version = versioned.exec(text);
      const fact = versionNames.get(version?.[1] ?? '');
      if (fact !== undefined) add(fact, version?.[2]?.trim() ?? '', line, node);
    });
  },
};
