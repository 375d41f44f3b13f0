/** `kubelet --version`. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const form = /^Kubernetes (v\d+\.\d+\.\d+\S{0,60})\s*$/;

/** `Kubernetes v1.8.6`. */
export const kubeletVersion: FactFormat = {
  id: 'kubelet-version',
  title: 'kubelet --version',
  specification: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
  names: ['kubelet.version'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 3).some((line) => form.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const version = form.exec(text)?.[1];
      if (version !== undefined) add('kubelet.version', version, line);
    }),
};
