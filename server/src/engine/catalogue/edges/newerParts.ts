/** What the parts of newer nodes bring down: tunnels to nodes, plug-ins for credentials. */
import type { CausalEdge } from '../edge';

export const newerPartEdges: readonly CausalEdge[] = [
  {
    id: 'missing-tunnel-fails-aggregated-api',
    causes: ['tunnel-without-agent'],
    effects: ['aggregated-api-unavailable'],
    mechanism: {
      en: 'The API server asks an aggregated API through the tunnel to its node; without an agent there is none.',
      zh: 'API server 通过到节点的隧道访问聚合 API；没有代理就没有隧道。',
    },
    scope: 'cluster',
    lag: { typicalMs: [0, 60_000], maxMs: 600_000 },
    strength: 'necessary',
    quotes: /No agent available|failed to find Session|proxy error from/i,
    supports: { en: "The effect's own text repeats this error.", zh: '后果日志的原文中就带有这条报错。' },
    refutes: { en: 'Its text names a different inner error, or none.', zh: '原文写的是别的内层错误，或没有内层错误。' },
    source: ['kubernetes-sigs/apiserver-network-proxy:pkg/server/server.go'],
  },
  {
    id: 'missing-credentials-fail-pull',
    causes: ['credential-plugin-failed'],
    effects: ['pod-image-pull-failed', 'registry-refused'],
    mechanism: {
      en: 'kubelet pulls without credentials, and the registry refuses a private image.',
      zh: 'kubelet 在没有凭据的情况下拉取，仓库拒绝私有镜像。',
    },
    scope: 'node',
    lag: { typicalMs: [0, 30_000], maxMs: 300_000 },
    strength: 'likely',
    supports: { en: 'The pull was refused with 401 or 403.', zh: '拉取被 401 或 403 拒绝。' },
    refutes: {
      en: 'The image is public, or the pull failed for want of a connection.',
      zh: '镜像是公开的，或拉取因连接失败。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_image.go'],
  },
  {
    id: 'lost-lustre-blocks-volumes',
    causes: ['lustre-client-fault'],
    effects: ['volume-mount-failed', 'volume-mount-timeout', 'volume-unmount-failed', 'kernel-hung-task'],
    mechanism: {
      en: 'Calls on the file system wait for the lost server, or fail at once.',
      zh: '对该文件系统的调用等待失联的服务器，或立即失败。',
    },
    scope: 'node',
    lag: { typicalMs: [0, 300_000], maxMs: 86_400_000 },
    strength: 'likely',
    supports: { en: 'The volume lies on that file system.', zh: '该卷位于该文件系统。' },
    refutes: { en: 'The volume lies elsewhere.', zh: '该卷位于别处。' },
    source: ['lustre/lustre-release:lustre/ptlrpc/import.c'],
  },
];
