/** The layout of VMware's crash-diagnostics (`crashd`): outputs of commands by host, resources and logs of pods by namespace. */
import type { Layout } from './layout';

export const crashd: Layout = {
  id: 'crashd',
  title: 'Crash Diagnostics (crashd)',
  address: 'https://github.com/vmware-tanzu/crash-diagnostics/blob/main/k8s/result_writer.go',
  paths: [
    // crashd/10_0_0_5/sudo_journalctl__xeu_kubelet.txt
    /^(?<machine>(?:.*\/)?(?<guess>(?:\d{1,3}_){3}\d{1,3}))\/[^/]+$/,
    /^(?:.*\/)?kubecapture\/[a-z0-9.]+_v[^/]+\//,
  ],
  samples: [
    { id: 'crashd/10_0_0_5/sudo_journalctl__xeu_kubelet.txt', machine: 'crashd/10_0_0_5', guess: '10_0_0_5' },
    { id: 'out.tar.gz!/kubecapture/core_v1/shop/pods/web-0/web/web.log' },
    { id: 'kubecapture/core_v1/nodes/node-7-2021-05-13T10-11-12Z.0000.json' },
  ],
};
