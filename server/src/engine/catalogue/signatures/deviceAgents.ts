/** What agents say that hand out GPUs and network devices when the node's drivers do not answer them. */
import type { Signature } from '../signature';

export const deviceAgentSignatures: readonly Signature[] = [
  {
    id: 'gpu-library-missing',
    title: { en: 'An agent finds no working GPU driver', zh: '组件找不到可用的 GPU 驱动' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'could not load NVML library',
        regex: /(?<!platform: )could not load NVML library/,
        versions: 'nvidia-device-plugin 0.9-0.17',
      },
      {
        literal: 'ailed to initialize NVML',
        regex: /[Ff]ailed to initialize NVML: (?<reason>[^\n]{3,120})/,
        versions: 'nvidia-device-plugin 0.1-0.17, nvidia-smi',
      },
      {
        literal: 'Failed to start nvml',
        regex: /Failed to start nvml with error/,
        versions: 'nvidia-device-plugin 1.8-1.9',
      },
      {
        literal: 'If this is a GPU node, did you',
        regex: /If this is a GPU node, did you (?:configure|set)/,
        versions: 'nvidia-device-plugin 0.2-0.17',
      },
      {
        literal: 'Driver/library version mismatch',
        regex: /(?<!initialize NVML: )Driver\/library version mismatch/,
        versions: 'NVIDIA 390-570',
      },
      {
        literal: 'communicate with the NVIDIA driver',
        regex: /couldn't communicate with the NVIDIA driver/,
        versions: 'nvidia-smi',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: "The program that offers GPUs to kubelet cannot load or ask the driver's library, so that the node offers none.",
      zh: '向 kubelet 提供 GPU 的程序无法加载或查询驱动库，节点因此不提供 GPU。',
    },
    usualCauses: {
      en: 'The driver is not installed, was updated without a reboot, or the container runtime does not hand its libraries in.',
      zh: '驱动未安装、更新后未重启，或容器运行时没有注入驱动库。',
    },
    firstCheck: {
      en: "`nvidia-smi` on the node; `lsmod | grep nvidia`; the runtime's `default_runtime_name`",
      zh: '在节点上执行 `nvidia-smi`；`lsmod | grep nvidia`；查看运行时的 `default_runtime_name`',
    },
    remedy: {
      en: 'Install the driver or reboot after its update; make `nvidia` a runtime of containerd or docker; taint nodes without GPUs.',
      zh: '安装驱动，或更新后重启；将 `nvidia` 配置为 containerd 或 docker 的运行时；无 GPU 的节点不部署该组件。',
    },
    source: ['NVIDIA/k8s-device-plugin:internal/plugin/factory.go'],
    matches: [
      'W0513 10:31:02.118001       1 rm.go:109] NVML not detected: could not load NVML library: libnvidia-ml.so.1: cannot open shared object file: No such file or directory',
      'E0513 10:31:02.118001       1 factory.go:68] Failed to initialize NVML: ERROR_UNKNOWN.',
      'Failed to start nvml with error: could not load NVML library.',
      'E0513 10:31:02.118001       1 factory.go:119] If this is a GPU node, did you configure the NVIDIA Container Toolkit?',
      'Error: Driver/library version mismatch',
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.",
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 factory.go:107] Detected non-NVML platform: could not load NVML library: libnvidia-ml.so.1: cannot open shared object file: No such file or directory',
    ],
  },
  {
    id: 'kubeovn-gateway-unreachable',
    title: { en: 'The node cannot reach its gateway in OVN', zh: '节点无法到达 OVN 中的网关' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      {
        literal: 'failed to ping gw',
        regex: /failed to ping (?:gw|gateway) (?<address>[\da-f.:]{3,60})/,
        versions: 'kube-ovn 1.0-1.9',
      },
      {
        literal: 'failed to ping gateway ',
        regex: /failed to ping (?:gw|gateway) (?<address>[\da-f.:]{3,60})/,
        versions: 'kube-ovn 1.0-1.9',
      },
      {
        literal: 'network not ready after',
        regex: /network not ready after (?<count>\d{1,6}) ping to gateway (?<address>[\da-f.:]{3,60})/,
        versions: 'kube-ovn 1.5-1.14',
      },
      {
        literal: 'initialize node gateway',
        regex: /failed to initialize node gateway/,
        versions: 'kube-ovn 1.10-1.14',
      },
      {
        literal: 'init node gateway failed',
        regex: /init node gateway failed (?<reason>[^\n]{0,120})/,
        versions: 'kube-ovn 1.0-1.9',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The agent pings the gateway of the join network, or of a pod's subnet, and gets no answer; the network of this node or pod does not come up.",
      zh: '组件 ping join 网络或 Pod 子网的网关得不到应答，该节点或 Pod 的网络无法就绪。',
    },
    usualCauses: {
      en: 'Tunnels between nodes that are blocked (UDP 6081), an ovn-controller that is not connected, or a port that is bound elsewhere.',
      zh: '节点间隧道（UDP 6081）被阻断、ovn-controller 未连接，或端口绑定在别处。',
    },
    firstCheck: {
      en: '`kubectl ko diagnose all`; `ovs-vsctl show`; the log of ovn-controller',
      zh: '执行 `kubectl ko diagnose all`、`ovs-vsctl show`；查看 ovn-controller 日志',
    },
    remedy: {
      en: "Open the tunnel's port between the nodes, repair ovn-controller's connection to the southbound database, then restart the agent.",
      zh: '放通节点间隧道端口，恢复 ovn-controller 与南向库的连接，然后重启该组件。',
    },
    source: ['kubeovn/kube-ovn:pkg/daemon/ovs.go', 'kubeovn/kube-ovn:cmd/daemon/cniserver.go'],
    matches: [
      'E0513 10:31:02.118001   40123 ovs.go:282] ovn0 failed to ping gw 100.64.0.1, exit status 1',
      'W0513 10:31:02.118001   40123 ovs.go:92] 10.16.0.9 network not ready after 3 ping to gateway 10.16.0.1',
      'E0513 10:31:02.118001   40123 klog.go:10] failed to initialize node gateway: exit status 1',
      'F0513 10:31:02.118001   40123 cniserver.go:36] init node gateway failed exit status 1',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001   40123 ovs.go:132] 10.16.0.9 network ready after 3 ping to gateway 10.16.0.1',
    ],
  },
  {
    id: 'ovn-port-not-made',
    title: { en: "OVN could not be given a pod's port", zh: '无法在 OVN 中创建 Pod 的端口' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'cni'],
    wordings: [
      { literal: 'CreateOVNPortFailed', regex: /\bCreateOVNPortFailed\b/, versions: 'kube-ovn 1.0-1.14' },
      { literal: 'AcquireAddressFailed', regex: /\bAcquireAddressFailed\b/, versions: 'kube-ovn 1.0-1.14' },
      {
        literal: 'request ip return 500',
        regex: /request ip return 500 (?<reason>[^\n]{3,160})/,
        versions: 'kube-ovn 0.5-1.2',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: "The controller of Kube-OVN could not allot an address or write a pod's port to the northbound database.",
      zh: 'Kube-OVN 控制器无法分配地址，或无法把 Pod 端口写入北向库。',
    },
    usualCauses: {
      en: 'A subnet without free addresses, or a northbound database that is away or has no leader.',
      zh: '子网地址用尽，或北向库不可用、没有主节点。',
    },
    firstCheck: {
      en: '`kubectl get subnet`; the log of kube-ovn-controller; `kubectl ko nb status`',
      zh: '执行 `kubectl get subnet`、`kubectl ko nb status`；查看 kube-ovn-controller 日志',
    },
    remedy: { en: "Free or add addresses; restore the database's quorum.", zh: '释放或增加地址；恢复数据库的多数派。' },
    source: ['kubeovn/kube-ovn:pkg/controller/pod.go'],
    matches: [
      'Warning  CreateOVNPortFailed  3m22s  kube-ovn-controller  stage=createLogicalSwitchPort error=connection refused',
      'Warning  AcquireAddressFailed  3m22s  kube-ovn-controller  stage=acquireAddress error=NoAvailableAddress',
      'Error adding shop_web-0 to network kube-ovn/kube-ovn: request ip return 500 no available ip for pod shop/web-0',
    ],
    mustNotMatch: ['Normal  Created  3m22s  kubelet  Created container kube-ovn-controller'],
  },
  {
    id: 'ovn-database-slow',
    title: { en: 'Commands to OVN or Open vSwitch are slow', zh: 'OVN 或 Open vSwitch 命令缓慢' },
    category: 'network',
    severity: 'warning',
    role: 'context',
    emitters: ['cni'],
    wordings: [
      {
        literal: 'operations took too long:',
        regex: /operations took too long: [^\n]{1,600} in (?<took>\d{1,9})ms/,
        versions: 'kube-ovn 1.10-1.14',
      },
      {
        literal: 'command took too long:',
        regex: /(?:ovn-\w{1,4}ctl|ovn-ic-\w{1,4}ctl|ovs-vsctl) command took too long:/,
        versions: 'kube-ovn 1.0-1.14',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A write to the database, or to the switch, took longer than a fraction of a second.',
      zh: '写数据库或交换机的操作耗时过长。',
    },
    usualCauses: {
      en: 'A slow disk under the database, or too many objects in one transaction.',
      zh: '数据库所在磁盘缓慢，或单次事务对象过多。',
    },
    firstCheck: {
      en: "`kubectl ko nb dbstatus`; `iostat -x 1` on the database's nodes",
      zh: '执行 `kubectl ko nb dbstatus`；在数据库节点执行 `iostat -x 1`',
    },
    remedy: { en: 'Put the databases on fast disks; compact them.', zh: '将数据库放到快速磁盘；压缩数据库。' },
    source: ['kubeovn/kube-ovn:pkg/ovs/ovn.go'],
    matches: [
      'W0513 10:31:02.118001       7 ovn.go:306] OVN_Northbound operations took too long: [{Op:insert Table:ACL}] in 2210ms',
      'W0513 10:31:02.118001       7 ovs-vsctl.go:95] ovs-vsctl command took too long: ovs-vsctl --timeout=30 add-port br-int eth0 in 1210ms',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       7 ovs-vsctl.go:95] command took 12ms'],
  },
  {
    id: 'device-marked-unhealthy',
    title: { en: 'A device is taken out of service by its plug-in', zh: '设备被其插件标为不可用' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'XidCriticalError: Xid=',
        regex: /XidCriticalError: Xid=(?<code>\d{1,4}) on Device=(?<device>[\w-]{4,60})/,
        versions: 'nvidia-device-plugin 0.1-0.17',
      },
      {
        literal: ' device marked unhealthy: ',
        regex: /'(?<resource>[\w./-]{1,120})' device marked unhealthy: (?<device>\S{1,80})/,
        versions: 'nvidia-device-plugin 0.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The device plug-in no longer offers this device; pods that ask for it wait, those that use it may fail.',
      zh: '设备插件不再提供该设备；申请它的 Pod 会等待，正在使用的可能失败。',
    },
    usualCauses: { en: 'The driver reported a fault of the card.', zh: '驱动报告了该卡的故障。' },
    firstCheck: {
      en: '`kubectl describe node` (allocatable); `dmesg | grep -i xid`; `nvidia-smi`',
      zh: '执行 `kubectl describe node`（可分配量）、`dmesg | grep -i xid`、`nvidia-smi`',
    },
    remedy: {
      en: 'Drain the node and reset the card or reboot; restart the plug-in afterwards.',
      zh: '排空节点并复位该卡或重启；之后重启插件。',
    },
    source: ['NVIDIA/k8s-device-plugin:internal/rm/health.go'],
    matches: [
      'I0513 10:31:02.118001       1 health.go:169] XidCriticalError: Xid=48 on Device=GPU-6d0a1f2e-0000-1111-2222-333344445555; marking device as unhealthy.',
      "2023/05/13 10:31:02 'nvidia.com/gpu' device marked unhealthy: GPU-6d0a1f2e-0000-1111-2222-333344445555",
    ],
    mustNotMatch: [
      "I0513 10:31:02.118001       1 server.go:117] Registered device plugin for 'nvidia.com/gpu' with Kubelet",
    ],
  },
  {
    id: 'device-allocation-failed',
    title: { en: 'A pod does not get the device that it was promised', zh: 'Pod 未得到所分配的设备' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'event'],
    wordings: [
      {
        literal: 'Pod Allocate failed',
        regex: /Pod Allocate failed[^\n]{0,400}?(?:rpc (?:error|failed)|\berr=)/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: 'Allocate failed due to',
        regex:
          /Allocate failed due to (?:device plugin (?:\w{3,40} )?rpc|rpc error|requested number of devices|can't allocate unregistered)[^\n]{0,300}/,
        versions: 'kubelet 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'The device plug-in could not hand out the device, so kubelet rejects the pod.',
      zh: '设备插件未能分配设备，kubelet 因此拒绝该 Pod。',
    },
    usualCauses: {
      en: 'A card that is lost or unhealthy, or a plug-in that restarted and knows other devices.',
      zh: '卡丢失或不健康，或插件重启后设备列表变化。',
    },
    firstCheck: {
      en: "`kubectl describe node` (allocatable); the plug-in's pod log of that node.",
      zh: '执行 `kubectl describe node`（可分配量）；查看该节点上插件 Pod 的日志。',
    },
    remedy: {
      en: 'Repair the card or reboot the node; delete the rejected pods.',
      zh: '修复该卡或重启节点；删除被拒绝的 Pod。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/cm/devicemanager/manager.go'],
    matches: [
      'E0513 10:31:02.118001       1 manager.go:1031] "Pod Allocate failed" pod="ml/train-7" err="rpc error: code = Unknown desc = Unable to retrieve list of available devices: error creating nvml.Device 3: nvml: GPU is lost, which is unexpected"',
      'Pod Allocate failed due to device plugin GetPreferredAllocation rpc failed with err: rpc error: code = Unknown desc = Unable to retrieve list of available devices',
    ],
    mustNotMatch: ['I0305 09:12:02.200000    1820 manager.go:1031] Allocate: device plugin answered in 0.2s'],
  },
];
