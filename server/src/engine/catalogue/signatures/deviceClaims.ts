/** Dynamic resource allocation: devices that pods claim, and drivers that cannot prepare them. */
import type { Signature } from '../signature';

export const deviceClaimSignatures: readonly Signature[] = [
  {
    id: 'device-claim-failed',
    title: {
      en: 'A claimed device could not be prepared',
      zh: '申领的设备准备失败',
    },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'dra: handling request failed',
        regex: /\bdra: handling request failed\b/,
        versions: 'drivers with the helper of Kubernetes 1.26 and later',
      },
      {
        literal: 'repare dynamic resources',
        regex: /[Ff]ailed to prepare dynamic resources\b/,
        versions: 'kubelet 1.26 and later, also as an Event',
      },
      {
        literal: 'epareResources',
        regex: /\bNode(?:Unp|P)repareResources (?:failed|call failed|skipped|returned an error)\b[^\n]{0,20}/,
        versions: 'kubelet 1.26 and later',
      },
      {
        literal: 'preparing devices for claim',
        regex: /[Ee]rror (?:un)?preparing devices for claim (?<claim>[\w.:/-]{1,200})/,
        versions: 'NVIDIA and example drivers',
      },
      {
        literal: 'list of registered DRA ',
        regex: /(?:plugin|driver) name \S{1,200} not found in the list of registered DRA (?:plugins|drivers)/,
        versions: 'kubelet 1.26-1.31',
      },
      {
        literal: 'DRA driver ',
        regex: /\bDRA driver \S{1,200} is not registered\b/,
        versions: 'kubelet 1.32 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The driver of a device did not make ready what the pod claims, so the pod's containers are not created.",
      zh: '设备驱动未能准备好 Pod 申领的设备，因此其容器无法创建。',
    },
    usualCauses: {
      en: 'A device that is taken or faulty, a driver pod that is not running on the node, a claim that asks for what the device cannot do.',
      zh: '设备被占用或故障、驱动 Pod 未在该节点运行，或申领超出设备能力。',
    },
    firstCheck: {
      en: "The log of the driver's pod on the node; `kubectl get resourceclaims,resourceslices`.",
      zh: '查看该节点驱动 Pod 的日志；`kubectl get resourceclaims,resourceslices`。',
    },
    remedy: {
      en: 'Bring the driver up again; free or exchange the device; correct the claim.',
      zh: '恢复驱动；释放或更换设备；修正申领。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/dra/manager.go',
      'kubernetes/kubernetes:staging/src/k8s.io/dynamic-resource-allocation/kubeletplugin/nonblockinggrpcserver.go',
    ],
    matches: [
      'E1205 20:27:39.194697       1 nonblockinggrpcserver.go:127] "dra: handling request failed" err="boom" requestID=4',
      'Warning  FailedPrepareDynamicResources  3s  kubelet  Failed to prepare dynamic resources: boom',
      'E0513 10:31:02.004211   14207 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to prepare dynamic resources: NodePrepareResources failed: rpc error: code = Unavailable desc = boom"',
      'NodePrepareResources call failed for claim shop/gpu-1: boom',
      'error preparing devices for claim shop/gpu-1: boom',
      'failed to get gRPC client for driver gpu.example.com: plugin name gpu.example.com not found in the list of registered DRA plugins',
      'prepare dynamic resources: DRA driver gpu.example.com is not registered',
    ],
    mustNotMatch: [
      'I1205 20:27:39.166472       1 driver.go:107] NodePrepareResources is called: number of claims: 1',
      'I0513 10:31:02.004211   14207 plugin.go:91] "Register new DRA plugin" name="gpu.example.com"',
    ],
  },
];
