/** Storage drivers behind the CSI interface: calls that fail, drivers that do not answer. */
import type { Signature } from '../signature';

export const csiDriverSignatures: readonly Signature[] = [
  {
    id: 'csi-call-failed',
    title: { en: 'A storage driver reports that a call failed', zh: '存储驱动报告调用失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'GRPC error:',
        regex: /\bGRPC error: (?!<nil>|rpc error: code = (?:Unimplemented|NotFound|AlreadyExists) )[^\n]{1,300}/,
        versions: 'ebs, azure disk, ceph-csi, nfs, smb, vsphere drivers',
      },
      {
        literal: 'returned with error:',
        regex: /\/csi\.v1\.(?:Node|Controller|Identity)\/(?<call>\w{3,60}) returned with error:/,
        versions: 'gce-pd driver',
      },
      { literal: 'GRPC request failed', regex: /GRPC request failed[^\n]{0,200}/, versions: 'ebs driver 1.30' },
      {
        literal: 'attacher.MountDevice failed',
        regex: /kubernetes\.io\/csi: attacher\.MountDevice failed/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'attacher.Attach failed',
        regex: /kubernetes\.io\/csi: attacher\.Attach failed/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'ounter.SetUpAt failed',
        regex: /kubernetes\.io\/csi: [Mm]ounter\.SetUpAt failed/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'ounter.SetupAt failed',
        regex: /kubernetes\.io\/csi: [Mm]ounter\.SetupAt failed/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'nmounter.TearDownAt failed',
        regex: /kubernetes\.io\/csi: [Uu]nmounter\.TearDownAt failed/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'FlexVolume: driver call failed',
        regex: /FlexVolume: driver call failed: executable: (?<path>[^\s,]{1,200}), args: \[(?!init\b)/,
        versions: 'kubelet 1.5-1.30',
      },
      {
        literal: 'command failed, status: Failure',
        regex: /(?<command>\w{4,16}) command failed, status: Failure, reason:/,
        versions: 'kubelet 1.5-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The driver could not do what Kubernetes asked for a volume; the text after the code is its reason.',
      zh: '驱动未能完成 Kubernetes 对卷的请求；代码之后的文字即原因。',
    },
    usualCauses: {
      en: "What the driver talks to (cloud, storage cluster, the node's own mount tools) refuses or is slow.",
      zh: '驱动依赖的一方（云、存储集群、节点自身的挂载工具）拒绝或过慢。',
    },
    firstCheck: {
      en: "The log of the driver's pod on that node or of its controller.",
      zh: '查看该节点上驱动 Pod 或其控制器的日志。',
    },
    remedy: {
      en: "See the reason; restart the driver's pod when calls hang.",
      zh: '按原因处理；调用挂起时重启驱动 Pod。',
    },
    source: [
      'kubernetes-sigs/aws-ebs-csi-driver:pkg/driver/driver.go',
      'ceph/ceph-csi:internal/csi-common/utils.go',
      'kubernetes/kubernetes:pkg/volume/csi/csi_attacher.go',
    ],
    matches: [
      'E0513 10:31:02.118001       1 driver.go:115] GRPC error: rpc error: code = Internal desc = Could not attach volume "vol-0a1b2c3d" to node "i-0a1b2c3d": RequestCanceled: request context canceled',
      'E0513 10:31:02.118001       1 utils.go:55] /csi.v1.Node/NodeStageVolume returned with error: rpc error: code = Internal desc = mount failed',
      'E0513 10:31:02.118001       1 driver.go:139] "GRPC request failed" method="/csi.v1.Controller/ControllerPublishVolume" err="rpc error: code = Internal desc = timed out"',
      'kubernetes.io/csi: attacher.MountDevice failed: rpc error: code = Internal desc = exit status 32',
      'kubernetes.io/csi: attacher.Attach failed: volumeattachments.storage.k8s.io is forbidden',
      'kubernetes.io/csi: mounter.SetUpAt failed to check for STAGE_UNSTAGE_VOLUME capability',
      'kubernetes.io/csi: mounter.SetupAt failed: rpc error: code = Internal desc = mount failed: exit status 32',
      'kubernetes.io/csi: Unmounter.TearDownAt failed: rpc error: code = Internal desc = target is busy',
      'W0513 10:31:02.118001    2211 driver-call.go:145] FlexVolume: driver call failed: executable: /usr/libexec/kubernetes/kubelet-plugins/volume/exec/a~nfs/nfs, args: [mount /data]',
      'E0513 10:31:02.118001    2211 driver-call.go:244] mount command failed, status: Failure, reason: Failed to mount 10.20.0.11:/data returncode=32',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 driver.go:80] GRPC call: /csi.v1.Node/NodeGetCapabilities',
      'E0513 10:31:02.118001       1 driver.go:115] GRPC error: rpc error: code = Unimplemented desc = ',
      'I0513 10:31:02.118001       1 connection.go:239] GRPC error: <nil>',
    ],
  },
  {
    id: 'csi-driver-disconnected',
    title: { en: "A storage driver's socket does not answer", zh: '存储驱动的套接字没有响应' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Lost connection to unix://',
        regex: /Lost connection to unix:\/\/(?<path>\S{1,200}?)\.?(?=\s|$)/,
        versions: 'csi-lib-utils',
      },
      {
        literal: 'Still connecting to unix://',
        regex: /Still connecting to unix:\/\/(?<path>\S{1,200})/,
        versions: 'csi-lib-utils',
      },
      {
        literal: 'Lost connection to CSI driver',
        regex: /Lost connection to CSI driver/,
        versions: 'csi-lib-utils 0.14',
      },
      { literal: 'CSI driver probe failed', regex: /CSI driver probe failed/, versions: 'csi sidecars' },
      { literal: 'CSI driver is not ready', regex: /CSI driver is not ready/, versions: 'livenessprobe' },
      {
        literal: 'SI driver probed and not ready',
        regex: /CSI driver probed and not ready/,
        versions: 'livenessprobe',
      },
      {
        literal: 'csi.sock: connect:',
        regex: /dial unix (?<path>\S{1,200}csi\.sock): connect: (?:connection refused|no such file or directory)/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: '/csi.sock',
        regex:
          /(?:failed to connect to|connection error|[Dd]ialing?|transport:|dial unix)[^\n]{0,300}\/csi\.sock[^\n]{0,400}(?:no such file|connection refused|use of closed|EOF|reset by peer|error reading server preface|deadline exceeded)/,
        versions: 'kubelet 1.27-1.33',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Helper or kubelet cannot reach the driver: volumes of it are neither attached nor mounted.',
      zh: '辅助容器或 kubelet 无法连接驱动：其卷既无法挂接也无法挂载。',
    },
    usualCauses: {
      en: "The driver's container crashed, was killed for memory, or is being updated.",
      zh: '驱动容器崩溃、因内存被杀，或正在更新。',
    },
    firstCheck: {
      en: '`kubectl -n NAMESPACE get pods -o wide`: restarts of the driver; its log.',
      zh: '`kubectl -n 命名空间 get pods -o wide`：查看驱动的重启次数和日志。',
    },
    remedy: { en: 'Cure what ends the driver.', zh: '解决导致驱动退出的原因。' },
    source: ['kubernetes-csi/csi-lib-utils:connection/connection.go'],
    matches: [
      'E0513 10:31:02.118001       1 connection.go:131] Lost connection to unix:///csi/csi.sock.',
      'W0513 10:31:02.118001       1 connection.go:173] Still connecting to unix:///csi/csi.sock',
      'E0513 10:31:02.118001       1 connection.go:142] "Lost connection to CSI driver, exiting"',
      'E0513 10:31:02.118001       1 main.go:100] CSI driver probe failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'W0513 10:31:02.118001       1 connection.go:99] CSI driver is not ready',
      'E0513 10:31:02.118001       1 main.go:64] "CSI driver probed and not ready"',
      'transport: Error while dialing dial unix /var/lib/kubelet/plugins/ebs.csi.aws.com/csi.sock: connect: connection refused',
      'W0513 10:31:02.118001    4417 logging.go:59] [core] [Channel #1 SubChannel #2] grpc: addrConn.createTransport failed to connect to {Addr: "/var/lib/kubelet/csi-plugins/csi.example.com/csi.sock", ServerName: "localhost", }. Err: connection error: desc = "error reading server preface: use of closed network connection"',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 connection.go:154] Connecting to unix:///csi/csi.sock'],
  },
  {
    id: 'longhorn-replica-lost',
    title: { en: 'Longhorn lost the way to copies of a volume', zh: 'Longhorn 与卷副本失去联系' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'monitoring failed, mark as ERR',
        regex: /Backend (?<address>\S{3,80}) monitoring failed, mark as ERR/,
        versions: 'longhorn-engine 1.x',
      },
      {
        literal: 'No response received in',
        regex: /R\/W [Tt]imeout\. No response received in/,
        versions: 'longhorn-engine 1.x',
      },
      {
        literal: 'Setting replica',
        regex: /Setting replica (?<address>\S{3,80}) to (?:mode )?ERR/,
        versions: 'longhorn-engine 1.x',
      },
      { literal: 'no backend available', regex: /\bno backend available\b/, versions: 'longhorn-engine 1.x' },
      { literal: 'failed to execute iscsiadm', regex: /failed to execute iscsiadm/, versions: 'longhorn 1.x' },
      { literal: 'scheduling failed due to', regex: /scheduling failed due to \w/ },
      {
        literal: ': r/w timeout',
        regex: /tcp:\/\/(?<address>[\w.:-]{3,60}): r\/w timeout/,
        versions: 'longhorn-engine 0.x-1.x',
      },
      {
        literal: 'is state error, error message',
        regex: /Instance (?<instance>[\w.-]{3,120}) is state error, error message:/,
        versions: 'longhorn-manager 0.8-1.x',
      },
      {
        literal: 'Detected replica',
        regex: /Detected replica (?<replica>[\w.-]{3,120}) \([\w.:-]{3,60}\) in error/,
        versions: 'longhorn-manager 0.x-1.x',
      },
      {
        literal: 'Error: fail to read at',
        regex: /Error: fail to read at \d{1,20} for \d{1,12}/,
        versions: 'liblonghorn, tgt',
      },
      {
        literal: 'Error: fail to write at',
        regex: /Error: fail to write at \d{1,20} for \d{1,12}/,
        versions: 'liblonghorn, tgt',
      },
      {
        literal: 'Error: io error 0x',
        regex: /Error: io error 0x[\da-f]{1,16} [\da-f]{1,3} -\d{1,4} /,
        versions: 'tgt',
      },
      {
        literal: 'Cannot queue in more request',
        regex: /Cannot queue in more request\. Connection is not open/,
        versions: 'liblonghorn, tgt',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The engine of a volume cannot talk to replicas; when the last one is gone the disk returns errors.',
      zh: '卷的引擎无法与副本通信；最后一个副本丢失后磁盘返回错误。',
    },
    usualCauses: {
      en: 'A node or its network is overloaded or down, an instance manager was killed, slow disks.',
      zh: '节点或网络过载或中断、实例管理器被杀、磁盘缓慢。',
    },
    firstCheck: {
      en: '`kubectl -n longhorn-system get pods,replicas,engines -o wide`',
      zh: '执行 `kubectl -n longhorn-system get pods,replicas,engines -o wide`',
    },
    remedy: {
      en: 'Bring the node back, give the instance managers reserved processor time, attach the volume again.',
      zh: '恢复节点，为实例管理器预留 CPU，重新挂接卷。',
    },
    source: ['longhorn/longhorn-engine:pkg/controller/control.go'],
    matches: [
      'level=error msg="Backend tcp://10.42.0.11:10000 monitoring failed, mark as ERR: r/w timeout"',
      'level=error msg="R/W Timeout. No response received in 8s"',
      'level=error msg="Setting replica tcp://10.42.0.11:10000 to mode ERR due to: EOF"',
      'level=error msg="I/O error" error="no backend available"',
      'nsenter: failed to execute iscsiadm: No such file or directory',
      'level=warning msg="precheck new replica failed: insufficient storage; replica scheduling failed due to disks are unavailable"',
      'level=error msg="Ignoring error because tcp://10.42.1.98:9502 is mode RW: tcp://10.42.0.11:9502: r/w timeout"',
      'level=warning msg="Instance pvc-0a1b2c3d-r-4e5f is state error, error message: Instance Manager error"',
      "reason: 'Faulted' Detected replica pvc-0a1b2c3d-r-4e5f (10.42.0.11) in error",
      '[2024-08-14 21:37:17.916492] Error: fail to read at 0 for 4096',
      '[2024-08-14 21:37:17.916492] Error: fail to write at 4096 for 4096',
      '[2024-08-14 21:37:17.916495] Error: io error 0x19631900 28 -14 4096 0, 2',
      '[2024-08-14 21:37:17.916486] Error: Cannot queue in more request. Connection is not open',
    ],
    mustNotMatch: ['level=info msg="Adding backend: tcp://10.42.0.11:10000"', 'Error: failed to read config'],
  },
];
