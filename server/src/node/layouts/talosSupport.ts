/** The layout of `talosctl support`: a folder for every node, named by its address or name. */
import type { Layout } from './layout';

export const talosSupport: Layout = {
  id: 'talos-support',
  title: 'talosctl support',
  address: 'https://github.com/siderolabs/go-talos-support/blob/main/support/collectors/collectors.go',
  paths: [
    // support.zip!/172.20.0.2/service-logs/kubelet.log, .../kubernetes-logs/kube-system/kube-apiserver.log, .../controller-runtime.log
    /^(?<machine>(?:.*\/)?(?<guess>[^/!]+))\/(?:controller-runtime\.log|(?:service-logs|kubernetes-logs)\/.+)$/,
    // support.zip!/172.20.0.2/dmesg.log, .../resources/nodenames.kubernetes.talos.dev.yaml
    /^(?<machine>(?:.*\/)?support[^/]*\.zip!\/(?<guess>[^/]+))\/(?:dmesg\.log|summary|mounts|io|processes|resources\/[^/]+\.yaml)$/,
    /^(?<machine>(?:.*\/)?(?<guess>(?:\d{1,3}\.){3}\d{1,3}))\/(?:dmesg\.log|summary|mounts|io|processes|resources\/[^/]+\.yaml)$/,
    /^(?:.*\/)?kubernetesResources\/(?:nodes|systemPods)\.yaml$/,
  ],
  samples: [
    { id: 'support.zip!/172.20.0.2/service-logs/kubelet.log', machine: 'support.zip!/172.20.0.2', guess: '172.20.0.2' },
    { id: 'x/node-7/kubernetes-logs/kube-system/kube-apiserver-exited.log', machine: 'x/node-7', guess: 'node-7' },
    { id: 'support.zip!/172.20.0.2/dmesg.log', machine: 'support.zip!/172.20.0.2', guess: '172.20.0.2' },
    { id: 'x/172.20.0.2/dmesg.log', machine: 'x/172.20.0.2', guess: '172.20.0.2' },
    { id: 'support.zip!/kubernetesResources/nodes.yaml' },
  ],
};
