/** The life of a node: kubelet starts and does not, reboots, orderly shutdowns, removals. */
import type { Signature } from '../signature';

export const nodeLifeSignatures: readonly Signature[] = [
  {
    id: 'node-rebooted',
    title: { en: 'The node was rebooted', zh: '节点重启过' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'has been rebooted, boot id',
        regex: /Node (?<node>\S{1,253}) has been rebooted, boot id: (?<boot>[0-9a-f-]{32,36})/,
        versions: 'kubelet 1.2-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The boot id changed: everything that ran before was lost in a reboot.',
      zh: '启动标识已变化：之前运行的一切都在重启中丢失。',
    },
    usualCauses: {
      en: 'A kernel panic, a watchdog, power, the hypervisor, or somebody on purpose.',
      zh: '内核崩溃、看门狗、断电、虚拟化平台，或人为重启。',
    },
    firstCheck: {
      en: '`journalctl -b -1 -n 200`, `last -x reboot`.',
      zh: '执行 `journalctl -b -1 -n 200`、`last -x reboot`。',
    },
    remedy: { en: 'Find out what rebooted it.', zh: '查明重启原因。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodestatus/setters.go'],
    matches: [
      'Warning  Rebooted  4m  kubelet, node-a  Node node-a has been rebooted, boot id: 3f0c9d24-8a8f-4c1e-9d9f-3e1a2b0c4d5e',
    ],
    mustNotMatch: ['system has been rebooted by the operator'],
  },
  {
    id: 'node-shutdown',
    title: { en: 'The node is being shut down on purpose', zh: '节点正在有序关机' },
    category: 'other',
    severity: 'info',
    role: 'context',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'manager detected new shutdown event',
        regex:
          /[Ss]hutdown manager detected new shutdown event, isNodeShuttingDownNow[^\n]{0,40}?event=\\*"?(?:shutdown|true)/,
        versions: 'kubelet 1.20 and later',
      },
      {
        literal: 'node is shutting down',
        regex: /node is shutting down/,
        versions: 'kubelet 1.20 and later',
      },
      { literal: 'ode is shutting down', regex: /(?<!the )\b[Nn]ode is shutting down\b/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet ends its pods because the machine is being shut down; NotReady is intended.',
      zh: '机器正在关机，kubelet 有序结束 Pod；NotReady 属预期。',
    },
    usualCauses: {
      en: 'Maintenance, an upgrade, or a cloud provider that takes the machine back.',
      zh: '维护、升级，或云厂商回收机器。',
    },
    firstCheck: { en: 'Who asked for it: `last -x shutdown`.', zh: '查看关机来源：`last -x shutdown`。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/nodeshutdown/nodeshutdown_manager_linux.go'],
    matches: [
      'I0513 10:31:02.004211   14207 nodeshutdown_manager_linux.go:265] "Shutdown manager detected new shutdown event, isNodeShuttingDownNow" event="shutdown"',
      'I0513 10:31:04.000001   14207 setters.go:579] "Node became not ready" node="node-a" condition={"type":"Ready","status":"False","reason":"KubeletNotReady","message":"node is shutting down"}',
      'Warning  NodeShutdown  5m  kubelet  Node is shutting down',
    ],
    mustNotMatch: ['"Shutdown manager detected new shutdown event, isNodeShuttingDownNow" event="cancel"'],
  },
  {
    id: 'node-slow-ready',
    title: { en: 'The node did not become Ready after a start', zh: '启动后节点迟迟未就绪' },
    category: 'node-notready',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ode not becoming ready in time after startup',
        regex: /[Nn]ode not becoming ready in time after startup/,
        versions: 'kubelet 1.28 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet runs, and its node did not become Ready within the window after the start.',
      zh: 'kubelet 已运行，但节点未在启动窗口内就绪。',
    },
    usualCauses: { en: 'The network plug-in or the runtime is not ready.', zh: '网络插件或运行时未就绪。' },
    firstCheck: {
      en: '`kubectl describe node`: the message of the Ready condition; `journalctl -u kubelet` from its start.',
      zh: '`kubectl describe node`：Ready 条件的 message；`journalctl -u kubelet` 自启动以来的日志。',
    },
    remedy: { en: 'As the reason says.', zh: '按原因处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_node_status.go'],
    matches: [
      'E0513 10:33:02.004211   14207 kubelet_node_status.go:497] "Node not becoming ready in time after startup"',
    ],
    mustNotMatch: ['Fast updating node status as it just became ready'],
  },
  {
    id: 'kubelet-started',
    title: { en: 'kubelet was started', zh: 'kubelet 启动' },
    category: 'other',
    severity: 'info',
    role: 'context',
    marksStart: true,
    emitters: ['event', 'kubelet', 'systemd'],
    wordings: [
      { literal: 'Starting kubelet', regex: /\bStarting kubelet\.(?:\s|$)/, versions: 'Event of kubelet 1.2-1.30' },
      {
        literal: 'Started kubelet',
        regex: /(?:"|[\]:] |^)Started kubelet\b/,
        versions: 'kubelet 1.5-1.30, systemd',
      },
      {
        literal: 'Started Kubernetes',
        regex: /: Started Kubernetes [Kk]ubelet\b/,
        versions: 'systemd',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet begins to work; one complaint about missing statistics is normal now.',
      zh: 'kubelet 开始工作；此时出现一次缺少统计的报错属正常。',
    },
    usualCauses: {
      en: 'A boot, an operator, or a supervisor after a crash.',
      zh: '开机、人工操作，或崩溃后由监护程序拉起。',
    },
    firstCheck: {
      en: 'Whether it had been running just before, and what ended it.',
      zh: '看此前是否在运行，以及因何结束。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go', 'kubernetes/kubernetes:pkg/kubelet/server/server.go'],
    matches: [
      'Normal  Starting  4m  kubelet, node-a  Starting kubelet.',
      'I0513 09:21:02.000001   14207 kubelet.go:1456] "Started kubelet"',
      'May 13 09:21:01 node-a systemd[1]: Started kubelet: The Kubernetes Node Agent.',
      'May 13 09:21:01 node-a systemd[1]: Started Kubernetes Kubelet Server.',
    ],
    mustNotMatch: ['Starting kubelet main sync loop.', 'systemd[1]: Started Daily apt upgrade and clean activities.'],
  },
  {
    id: 'kubelet-loop-begun',
    title: { en: 'kubelet begins to look after pods', zh: 'kubelet 开始处理 Pod' },
    category: 'other',
    severity: 'info',
    role: 'context',
    marksStart: true,
    excuses: ['kubelet-runtime-down'],
    // Until it has asked the runtime for the first time, kubelet of old takes it for down.
    excusesMs: 10_000,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'kubelet main sync loop',
        regex: /Starting kubelet main sync loop\b/,
        versions: 'kubelet 1.2-1.30',
      },
      {
        literal: '[cpumanager] starting with ',
        regex: /\[cpumanager\] starting with \S+ policy/,
        versions: 'kubelet 1.8-1.19',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet has set itself up; until the runtime answered once, it may call it down.',
      zh: 'kubelet 完成自身初始化；在运行时首次应答之前，可能称其不可用。',
    },
    usualCauses: { en: 'A start of kubelet.', zh: 'kubelet 启动。' },
    firstCheck: { en: 'Nothing, unless it goes on for more than ten seconds.', zh: '无需检查，除非持续超过十秒。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/cpumanager/cpu_manager.go',
    ],
    matches: [
      'I0513 09:21:02.765853     735 kubelet.go:1714] Starting kubelet main sync loop.',
      'I0513 09:21:02.291693    3980 cpu_manager.go:155] [cpumanager] starting with none policy',
    ],
    mustNotMatch: ['Starting kubelet.', '[cpumanager] reconcileState: adding container'],
  },
  {
    id: 'kubelet-fatal-start',
    title: { en: 'kubelet cannot start', zh: 'kubelet 无法启动' },
    category: 'systemd',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to run Kubelet',
        regex: /[Ff]ailed to run Kubelet\b/,
        versions: 'kubelet 1.5-1.30',
      },
      {
        literal: 'ailed to run kubelet',
        regex: /[Ff]ailed to run kubelet\b/,
        versions: 'kubelet 1.24-1.34',
      },
      {
        literal: 'ailed to start ContainerManager',
        regex: /[Ff]ailed to start ContainerManager\b/,
        versions: 'kubelet 1.2-1.30',
      },
      {
        literal: 'ailed to start cAdvisor',
        regex: /[Ff]ailed to start cAdvisor\b/,
        versions: 'kubelet 1.2-1.30',
      },
      {
        literal: 'ommand failed',
        regex:
          /\bcommand failed\\*" err=\\*"(?:failed to (?:run Kubelet|load kubelet|validate kubelet|construct kubelet|parse kubelet)|unknown flag)/,
        versions: 'kubelet 1.23 and later',
      },
      {
        literal: 'ailed to load Kubelet config file',
        regex: /[Ff]ailed to load Kubelet config file\b/,
        versions: 'kubelet 1.10-1.22',
      },
      {
        literal: 'unknown flag: --',
        regex: /kubelet flag: unknown flag: --\S{1,80}|\bserver\.go:\d{1,5}\] unknown flag: --\S{1,80}/,
        versions: 'kubelet 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet exits at its start; its supervisor starts it again and again.',
      zh: 'kubelet 启动即退出，监护程序会反复拉起它。',
    },
    usualCauses: {
      en: 'A wrong flag or configuration, missing credentials, cgroups that do not fit, swap, or a limit that is used up.',
      zh: '参数或配置错误、缺少凭据、cgroup 不匹配、开启了 swap，或某项上限耗尽。',
    },
    firstCheck: {
      en: '`journalctl -u kubelet -n 50`: the last error before it exits.',
      zh: '`journalctl -u kubelet -n 50`：退出前的最后一条错误。',
    },
    remedy: { en: 'Cure the inner error.', zh: '按内层错误处理。' },
    source: [
      'kubernetes/kubernetes:cmd/kubelet/app/server.go',
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/container_manager_linux.go',
    ],
    matches: [
      'Error: failed to parse kubelet flag: unknown flag: --network-plugin',
      'F0513 10:31:02.004211   14207 server.go:155] unknown flag: --cadvisor-port',

      'F0513 10:31:02.004211   14207 server.go:198] failed to load Kubelet config file /var/lib/kubelet/config.yaml, error failed to read kubelet config file "/var/lib/kubelet/config.yaml", error: boom',
      'F0611 16:08:43.164887   42809 server.go:271] failed to run Kubelet: boom',
      'F0513 10:31:02.118001       1 server.go:271] failed to run kubelet: boom',
      'E0513 10:31:02.004211   14207 kubelet.go:1431] "Failed to start ContainerManager" err="boom"',
      'E0513 10:31:02.004211   14207 kubelet.go:1414] "Failed to start cAdvisor" err="boom"',
      'E0513 10:31:02.004211   14207 run.go:72] "command failed" err="failed to load kubelet config file, boom"',
    ],
    mustNotMatch: [
      'Error: unknown flag: --all-the-namespaces',
      'the hook command failed',
      'Failed to start container api',
    ],
  },
  {
    id: 'node-reboot-wanted',
    title: { en: 'A node is rebooted on purpose', zh: '节点被主动重启' },
    category: 'other',
    severity: 'info',
    role: 'context',
    // Until it is back it is not ready.
    excuses: ['node-rebooted', 'node-notready-by-kubelet', 'node-notready-by-controller', 'node-status-unknown'],
    excusesMs: 10 * 60_000,
    excusesOnNode: true,
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'ode will reboot into config',
        regex: /\b[Nn]ode will reboot into config\b/,
        versions: 'machine-config-daemon 4.1 and later',
      },
      {
        literal: 'Commanding reboot for node',
        regex: /\bCommanding reboot for node: (?<node>[\w.-]{1,253})/,
        versions: 'kured 1.0 and later',
      },
      {
        literal: 'The system will reboot now',
        regex: /\bThe system will reboot now!/,
        versions: 'systemd-logind 254 and later',
      },
      {
        literal: 'System is rebooting.',
        regex: /\bSystem is rebooting\./,
        versions: 'systemd-logind 219 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody or an update asked for the reboot; the pods were moved before, or are ended in order.',
      zh: '重启由人工或更新发起；Pod 已事先迁移或被有序终止。',
    },
    usualCauses: { en: 'An update of the system or its configuration.', zh: '系统或其配置更新。' },
    firstCheck: { en: 'Who asked for it: `last -x reboot shutdown`.', zh: '查看发起者：`last -x reboot shutdown`。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['openshift/machine-config-operator:pkg/daemon/update.go', 'systemd/systemd:src/login/logind-dbus.c'],
    matches: [
      'I0521 06:00:51.542152    3810 update.go:2118] initiating reboot: Node will reboot into config rendered-worker-1',
      'time="2024-05-21T06:00:51Z" level=warning msg="Commanding reboot for node: worker-3"',
      'systemd-logind[771]: The system will reboot now!',
      'systemd-logind[771]: System is rebooting.',
    ],
    mustNotMatch: ['systemd-logind[771]: System is powering down.', 'The system will reboot when the update is done'],
  },
  {
    id: 'node-removal-wanted',
    title: { en: 'A node is taken away on purpose', zh: '节点被主动移除' },
    category: 'other',
    severity: 'info',
    role: 'context',
    // Its pods are moved, it stops to report, and its object goes.
    excuses: [
      'node-deleted',
      'node-notready-by-kubelet',
      'node-notready-by-controller',
      'node-status-unknown',
      'node-shutdown',
      'cloud-instance-missing',
      'drain-failed',
    ],
    excusesMs: 20 * 60_000,
    excusesOnNode: true,
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'toBeDeleted/unschedulable',
        regex:
          /node\/(?<node>\S{1,253}) {1,40}marked the node as toBeDeleted\/unschedulable|\bmarked the node as toBeDeleted\/unschedulable/,
        versions: 'cluster-autoscaler 1.0 and later',
      },
      {
        literal: 'Scale-down: removing ',
        regex: /\bScale-down: removing (?:empty )?node \\*"?(?<node>[^\s"\\,]{1,253})/,
        versions: 'cluster-autoscaler 1.0 and later',
      },
      {
        literal: 'Draining node: ',
        regex: /\bDraining node: (?<node>[^\s[]{1,253})/,
        versions: 'AKS node pools',
      },
      {
        literal: 'Disrupting Node: ',
        regex: /(?:node\/(?<node>\S{1,253}) {1,40})?\bDisrupting Node: /,
        versions: 'karpenter 0.30 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The autoscaler or an upgrade empties the node and gives the machine back.',
      zh: '自动扩缩容或升级正在排空节点并释放机器。',
    },
    usualCauses: { en: 'A scale-down, a consolidation, an upgrade.', zh: '缩容、整合或升级。' },
    firstCheck: {
      en: '`kubectl get events -A --field-selector involvedObject.kind=Node` around that time.',
      zh: '执行 `kubectl get events -A --field-selector involvedObject.kind=Node` 查看前后的事件。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: [
      'kubernetes/autoscaler:cluster-autoscaler/core/scaledown/actuation',
      'kubernetes-sigs/karpenter:pkg/controllers/disruption/events',
    ],
    matches: [
      'Normal  ScaleDown  node/worker-3  marked the node as toBeDeleted/unschedulable',
      'I0912 10:10:10.118821       1 actuator.go:235] Scale-down: removing empty node "worker-3"',
      'Normal  Drain  node/worker-3  Draining node: worker-3',
      'Normal  DisruptionTerminating  node/worker-3  Disrupting Node: Underutilized/Delete',
    ],
    mustNotMatch: ['Scale-down: removing empty nodes is disabled', 'the node was marked'],
  },
  {
    id: 'node-deleted',
    title: { en: 'The Node object was deleted', zh: 'Node 对象被删除' },
    category: 'node-notready',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kube-controller-manager'],
    wordings: [
      {
        literal: 'does not exist in the cloud provider',
        regex: /[Dd]eleting node (?<node>\S{1,253}) because it does not exist in the cloud provider/,
        versions: 'kube-controller-manager 1.8 and later, cloud controllers',
      },
      {
        literal: ' from Controller',
        regex: /Node (?<node>\S{1,253}) event: Removing Node \S{1,253} from Controller/,
        versions: 'kube-controller-manager 1.8 and later',
      },
      {
        literal: 'no longer present in cloud provider',
        regex:
          /[Dd]eleting node since it is no longer present in cloud provider(?:: |\\*" node=\\*")(?<node>[^\s"\\]{1,253})/,
        versions: 'cloud-provider 1.16 and later',
      },
      {
        literal: '(no longer present in cloud provider)',
        regex: /Deleting node \(no longer present in cloud provider\): (?<node>\S{1,253})/,
        versions: 'kube-controller-manager 1.4-1.15',
      },
      {
        literal: 'present according to cloud provider',
        regex: /Deleting Node (?<node>\S{1,253}) because it's not present according to cloud provider/,
        versions: 'kube-controller-manager 1.1-1.15',
      },
      {
        literal: 'observed a Node deletion',
        regex: /NodeController observed a Node deletion: (?<node>\S{1,253})/,
        versions: 'kube-controller-manager 1.2-1.8',
      },
      {
        literal: 'deleting all assigned Pods',
        regex: /Unable to find Node: (?<node>[^\s,]{1,253}), deleting all assigned Pods/,
        versions: 'kube-controller-manager 1.1-1.5',
      },
      {
        literal: ' from NodeController',
        regex: /Removing Node (?<node>\S{1,253}) from NodeController/,
        versions: 'kube-controller-manager 1.1-1.8',
      },
      {
        literal: 'no longer exists in cloud provider',
        regex: /[Dd]eleting node (?:since it|\S{1,253} (?:since|because) it) no longer exists in cloud provider/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The cluster no longer knows this node; its pods are deleted.',
      zh: '集群不再有该节点，其上的 Pod 被删除。',
    },
    usualCauses: {
      en: 'The machine was taken away (spot, scale-down), or the cloud provider did not list it for a moment.',
      zh: '机器被回收（竞价、缩容），或云厂商暂时未列出它。',
    },
    firstCheck: { en: 'Whether the machine still exists at the provider.', zh: '在云厂商处确认机器是否还在。' },
    remedy: {
      en: 'None for a wanted removal; otherwise restart kubelet to register again.',
      zh: '若为预期则无需处理；否则重启 kubelet 重新注册。',
    },
    source: [
      'kubernetes/kubernetes:staging/src/k8s.io/cloud-provider/controllers/nodelifecycle/node_lifecycle_controller.go',
    ],
    matches: [
      'Normal  DeletingNode  2m  node-controller  Deleting node node-a because it does not exist in the cloud provider',
      'Normal  RemovingNode  2m  node-controller  Node node-a event: Removing Node node-a from Controller',
      'I0412 10:00:00.000001       1 node_lifecycle_controller.go:163] deleting node since it is no longer present in cloud provider: worker-3',
      'I1001 12:01:11.110203       1 node_lifecycle_controller.go:164] "deleting node since it is no longer present in cloud provider" node="worker-3"',
      'I0412 10:00:00.000001       1 nodecontroller.go:587] Deleting node (no longer present in cloud provider): worker-3',
      "Node worker-3 event: Deleting Node worker-3 because it's not present according to cloud provider",
      'I0713 15:52:24.065055       7 nodecontroller.go:430] NodeController observed a Node deletion: worker-3',
      'I0713 15:52:30.632460       7 nodecontroller.go:603] Recording Removing Node worker-3 from NodeController event message for node worker-3',
      'deleting node since it no longer exists in cloud provider: worker-3',
      'W0412 10:00:00.000001       1 nodecontroller.go:500] Unable to find Node: worker-3, deleting all assigned Pods.',
    ],
    mustNotMatch: ['Deleting node label because it is unused'],
  },
  {
    id: 'node-cordoned',
    title: { en: 'The node was closed for new pods', zh: '节点被设为不可调度' },
    category: 'other',
    severity: 'info',
    role: 'context',
    // Whoever closes a node means to work on it.
    excuses: [
      'node-rebooted',
      'node-notready-by-kubelet',
      'node-notready-by-controller',
      'node-status-unknown',
      'node-deleted',
    ],
    excusesMs: 20 * 60_000,
    excusesOnNode: true,
    emitters: ['event', 'kubelet'],
    wordings: [{ literal: 'NodeNotSchedulable', regex: /\bNodeNotSchedulable\b/, versions: 'kubelet 1.2 and later' }],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody cordoned the node; what follows is often intended.',
      zh: '有人将节点设为不可调度，其后的变化多为计划内。',
    },
    usualCauses: { en: 'Maintenance, an upgrade, an autoscaler.', zh: '维护、升级或自动伸缩。' },
    firstCheck: { en: 'Who did it: the audit log.', zh: '在审计日志中查看操作者。' },
    remedy: { en: '`kubectl uncordon` when it is over.', zh: '结束后执行 `kubectl uncordon`。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_node_status.go'],
    matches: ['Normal  NodeNotSchedulable  2m  kubelet  Node node-a status is now: NodeNotSchedulable'],
    mustNotMatch: ['Normal  NodeSchedulable  2m  kubelet  Node node-a status is now: NodeSchedulable'],
  },
];
