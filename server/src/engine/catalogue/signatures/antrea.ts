/** What Antrea's agent says when it cannot set up a node, reach its switch or install flows. */
import type { Signature } from '../signature';

export const antreaSignatures: readonly Signature[] = [
  {
    id: 'antrea-switch-lost',
    title: { en: 'Antrea lost its connection to Open vSwitch', zh: 'Antrea 与 Open vSwitch 断开' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'OFSwitch is disconnected',
        regex: /OFSwitch is disconnected: (?<id>[\da-f:]{8,40})/,
        versions: 'antrea 0.4-2.x',
      },
      {
        literal: 'InboundError ',
        regex: /InboundError (?:EOF|read unix)(?<reason>[^\n"]{0,120})/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'OutboundError',
        regex: /OutboundError (?<reason>write unix[^\n"]{0,120})/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'Received ERROR message from',
        regex: /Received ERROR message from switch (?<id>[\da-f:]{8,40})\. Err: (?<reason>[^\n"]{3,120})/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'Failed to connect to /',
        regex: /Failed to connect to (?<path>\/\S{3,120}\.mgmt): (?<reason>[^\n"]{3,160}?),? retry after/,
        versions: 'antrea 0.x-1.4',
      },
      {
        literal: 'Failed to connect to /',
        regex: /Failed to connect to (?<path>\/\S{3,120}\.mgmt), retry after [^\n:]{1,20}: (?<reason>[^\n"]{3,160})/,
        versions: 'antrea 1.5-2.x',
      },
      { literal: 'OVSDB I/O error', regex: /OVSDB I\/O error/, versions: 'antrea 1.x-2.x' },
      {
        literal: 'error reply to',
        regex:
          /connmgr\|(?:INFO|WARN)\|(?<device>\S{1,60}): sending (?<reason>\w{4,60}) error reply to (?<message>\w{3,60}) message/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'Received OpenFlow1',
        regex: /Received OpenFlow1\.\d error: (?<reason>[^\n]{3,120})/,
        versions: 'antrea 1.9-2.x',
      },
      {
        literal: 'Received Vendor error:',
        regex: /Received Vendor error: (?<reason>[^\n]{3,120})/,
        versions: 'antrea 1.x-2.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Flows for new pods, services and policies are not installed until it is back; after a restart of the switch all flows must be sent again.',
      zh: '恢复前不会为新的 Pod、服务与策略安装流表；交换机重启后需重新下发全部流表。',
    },
    usualCauses: {
      en: 'The container of Open vSwitch was restarted or is starved of CPU, or a message it does not understand.',
      zh: 'Open vSwitch 容器重启或 CPU 不足，或无法理解的消息。',
    },
    firstCheck: {
      en: 'The log of `antrea-ovs`, its restarts; `ovs-ofctl dump-flows br-int | wc -l`',
      zh: '`antrea-ovs` 的日志与重启次数；`ovs-ofctl dump-flows br-int | wc -l`',
    },
    remedy: {
      en: 'Cure the switch; restart the agent when flows stay missing.',
      zh: '修复交换机；若流表仍缺失则重启 agent。',
    },
    source: ['antrea-io/antrea:pkg/ovs/openflow/ofctrl_bridge.go', 'antrea-io/ofnet:ofctrl/ofctrl.go'],
    matches: [
      'I0513 10:31:02.118001       1 ofctrl_bridge.go:198] OFSwitch is disconnected: 00:00:82:e1:72:f3:f4:49',
      'time="2023-05-13T10:31:02Z" level=warning msg="InboundError EOF"',
      'time="2023-05-13T10:31:02Z" level=warning msg="OutboundError write unix @->/var/run/openvswitch/br-int.mgmt: write: broken pipe"',
      'time="2023-05-13T10:31:02Z" level=warning msg="Received ERROR message from switch 00:00:82:e1:72:f3:f4:49. Err: EOF"',
      'time="2023-05-13T10:31:02Z" level=error msg="Failed to connect to /var/run/openvswitch/br-int.mgmt: dial unix /var/run/openvswitch/br-int.mgmt: connect: connection refused, retry after 1 second."',
      'E0513 10:31:02.118001       1 ofctrl.go:190] Failed to connect to /var/run/openvswitch/br-int.mgmt, retry after 1s: dial unix: connection refused',
      'E0513 10:31:02.118001       1 ovs_client.go:300] "OVSDB I/O error" err="x"',
      '2023-05-13T10:31:02.118Z|00048|connmgr|INFO|br-int<->unix#1: sending OFPBPC_BAD_LEN error reply to NXT_RESUME message',
      'E0513 10:31:02.118001       1 ofctrl.go:300] Received OpenFlow1.5 error: unknown error with type 14, code 1, vendor 0 on message OFPT_EXPERIMENTER',
      'E0513 10:31:02.118001       1 ofctrl.go:300] Received Vendor error: OFPBFC_TIMEOUT on ONFT_BUNDLE_CONTROL message',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 ofctrl.go:185] Connected to socket /var/run/openvswitch/br-int.mgmt'],
  },
  {
    id: 'antrea-start-failed',
    title: { en: "Antrea's agent could not set the node up", zh: 'Antrea agent 无法初始化节点' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' error initializing agent: ',
        regex: /rror running agent: error initializing agent: (?<reason>(?!failed to get Node with name)[^\n]{3,240})/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'PodCIDR is empty for Node',
        regex: /PodCIDR is empty for Node\.? ?(?<node>[\w.-]{0,200})/,
        versions: 'antrea 0.x-2.x',
      },
      { literal: 'Failed to create OVS bridge', regex: /Failed to create OVS bridge/, versions: 'antrea 0.x-2.x' },
      {
        literal: ' port on OVS bridge',
        regex: /Failed to create (?:gateway|tunnel) port on OVS bridge/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'because network is not ready',
        regex: /Cannot process CmdAdd request for container because network is not ready/,
        versions: 'antrea 1.x-2.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The agent ends and starts again; pods of the node get no network.',
      zh: 'agent 退出并重启；该节点的 Pod 没有网络。',
    },
    usualCauses: {
      en: 'kube-controller-manager gives no pod range, Open vSwitch does not answer, an interface that is missing.',
      zh: 'kube-controller-manager 未分配 Pod 网段、Open vSwitch 无响应、缺少接口。',
    },
    firstCheck: {
      en: "`kubectl get node -o jsonpath='{.items[*].spec.podCIDR}'`, the log of `antrea-ovs`",
      zh: "`kubectl get node -o jsonpath='{.items[*].spec.podCIDR}'` 与 `antrea-ovs` 日志",
    },
    remedy: {
      en: 'Set `--allocate-node-cidrs`, start Open vSwitch, then the agent.',
      zh: '设置 `--allocate-node-cidrs`，启动 Open vSwitch 后再启动 agent。',
    },
    source: ['antrea-io/antrea:pkg/agent/agent.go'],
    matches: [
      'F0513 10:31:02.118001       1 main.go:54] Error running agent: error initializing agent: Spec.PodCIDR is empty for Node node-2',
      'E0513 10:31:02.118001       1 agent.go:660] Spec.PodCIDR is empty for Node node-2. Please make sure --allocate-node-cidrs is enabled for kube-controller-manager and --cluster-cidr specifies a sufficient CIDR range',
      'E0513 10:31:02.118001       1 agent.go:270] "Failed to create OVS bridge" err="transaction failed"',
      'E0513 10:31:02.118001       1 agent.go:600] "Failed to create gateway port on OVS bridge" err="invalid ofport"',
      'E0513 10:31:02.118001       1 server.go:430] "Cannot process CmdAdd request for container because network is not ready" err="timed out" container="0a1b2c"',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 agent.go:65] Starting Antrea agent (version v1.15.0)'],
  },
  {
    id: 'antrea-rules-not-applied',
    title: { en: 'Antrea could not install flows, routes or rules', zh: 'Antrea 无法安装流表、路由或规则' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Error when installing ',
        regex:
          /Error when installing (?:ClusterIP|NodePort|LoadBalancer|ExternalIP|Endpoints|group of Endpoints)[^\n"]{0,60} for Service/,
        versions: 'antrea 1.x-2.x',
      },
      {
        literal: 'Failed to restore iptables rules',
        regex: /Failed to restore iptables rules, will retry/,
        versions: 'antrea 1.x-2.x',
      },
      {
        literal: ' OpenFlow entries for ',
        regex: /[Ff]ailed (?:to )?install OpenFlow entries for (?:OVS port interface|Pod|pod|container)[^\n:"]{0,120}/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'Error when re-installing flows',
        regex: /Error when re-installing flows for Pod/,
        versions: 'antrea 1.x-2.x',
      },
      {
        literal: 'Error when replaying feature',
        regex: /Error when replaying feature (?:flows|groups|meters)/,
        versions: 'antrea 1.x-2.x',
      },
      {
        literal: 'Error syncing Nodes, requeuing',
        regex: /Error syncing Nodes, requeuing/,
        versions: 'antrea 1.x-2.x',
      },
      {
        literal: 'to configure interfaces for',
        regex: /[Ff]ailed to configure interfaces for container/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'to request IP addresses for',
        regex: /[Ff]ailed to request IP addresses for container/,
        versions: 'antrea 0.x-2.x',
      },
      {
        literal: 'to rollback after CNI add',
        regex: /Failed to rollback after CNI add failure/,
        versions: 'antrea 0.x-2.x',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'What the line names does not work on this node until the retry succeeds.',
      zh: '重试成功前，该行所指内容在此节点上不生效。',
    },
    usualCauses: {
      en: 'Open vSwitch is away or slow, iptables is locked, addresses are used up.',
      zh: 'Open vSwitch 不可用或缓慢、iptables 被锁定、地址耗尽。',
    },
    firstCheck: { en: 'The error behind it; `antctl get ovsflows`', zh: '其后的错误；`antctl get ovsflows`' },
    remedy: { en: 'Cure what the error names.', zh: '解决错误所指问题。' },
    source: ['antrea-io/antrea:pkg/agent/proxy/proxier.go', 'antrea-io/antrea:pkg/agent/cniserver/server.go'],
    matches: [
      'E0513 10:31:02.118001       1 proxier.go:800] "Error when installing ClusterIP flows for Service" err="x" ServicePortName="shop/web:http"',
      'E0513 10:31:02.118001       1 route_linux.go:300] "Failed to restore iptables rules, will retry with backoff" err="exit status 4"',
      'E0513 10:31:02.118001       1 pod_configuration.go:480] Failed to install OpenFlow entries for pod web-1: exit',
      'E0513 10:31:02.118001       1 pod_configuration.go:470] "Error when re-installing flows for Pod" err="x" Pod="shop/web-1"',
      'E0513 10:31:02.118001       1 client.go:800] "Error when replaying feature flows" err="x"',
      'E0513 10:31:02.118001       1 node_route_controller.go:500] "Error syncing Nodes, requeuing" err="failed to install flows to Node node-2" key="node-2"',
      'E0513 10:31:02.118001       1 server.go:500] "Failed to configure interfaces for container" err="x" container="0a1b2c"',
      'E0513 10:31:02.118001       1 server.go:490] "Failed to request IP addresses for container" err="no IP addresses available in range set" container="0a1b2c"',
      'E0513 10:31:02.118001       1 server.go:420] "Failed to rollback after CNI add failure" err="x" container="0a1b2c"',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 reconciler.go:420] Forgetting rule 91479e4303af1dce'],
  },
];
