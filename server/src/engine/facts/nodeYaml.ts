/** `kubectl get node -o yaml`, `-o json`: names and versions of nodes. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const versionNames: ReadonlyMap<string, string> = new Map([
  ['kubeletVersion', 'kubelet.version'],
  ['kubeProxyVersion', 'kube-proxy.version'],
  ['containerRuntimeVersion', 'runtime.version'],
  ['kernelVersion', 'kernel.version'],
  ['osImage', 'os.name'],
]);

const field = /^( *)(?:- )?(\w+): *(.{0,200})$/;

/** A line of JSON as YAML writes it. */
function asYaml(text: string): string {
  return text
    .replace(/^(\s*)"(\w+)": /, '$1$2: ')
    .trimEnd()
    .replace(/[,{[]{1,4}$/, '');
}

/** Facts of the fields below `metadata` and `nodeInfo`, the node as subject. */
export const nodeYaml: FactFormat = {
  id: 'node-yaml',
  title: 'kubectl get node -o yaml or json',
  specification: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/',
  names: ['node.name', ...versionNames.values()],
  looksLikeMine(firstLines) {
    return (
      firstLines.some((line) => /^\s*"?apiVersion"?: "?v1"?,?\s*$/.test(line)) &&
      firstLines.some((line) => /^(?:- )?\s*"?kind"?: "?(?:Node|NodeList)"?,?\s*$/.test(line))
    );
  },
  createCollector() {
    let metadataIndent = -1;
    /** How far the members of the node that is being read are indented; an event's object is one too, and has no metadata. */
    let nodeIndent = -1;
    let node: string | undefined;
    return collectLines((text, line, add) => {
      const found = field.exec(asYaml(text));
      if (found === null) return;
      const indent = (found[1] ?? '').length;
      const key = found[2] ?? '';
      const value = (found[3] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
      if (key === 'kind') nodeIndent = value === 'Node' ? indent : -1;
      if (key === 'metadata' && value === '') metadataIndent = indent === nodeIndent ? indent : -1;
      else if (
        key === 'name' &&
        metadataIndent >= 0 &&
        indent === metadataIndent + (/^\s*"/.test(text) ? 4 : 2) &&
        value !== ''
      ) {
        node = value;
        add('node.name', value, line);
      } else if (indent <= metadataIndent) metadataIndent = -1;
      const name = versionNames.get(key);
      if (name !== undefined && value !== '') add(name, value, line, node);
    });
  },
};
