/** What OpenShift's own network plug-in says when it cannot set up a node or a pod, and the tools it drives Open vSwitch with. */
import type { Signature } from '../signature';

export const openshiftSdnSignatures: readonly Signature[] = [
  {
    id: 'switch-command-failed',
    title: { en: 'A command to Open vSwitch failed', zh: '对 Open vSwitch 的命令失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Error executing ovs-',
        regex: /Error executing ovs-(?:ofctl|vsctl|appctl): (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 3.1-4.14',
      },
      {
        literal: 'db_ctl_base|ERR|',
        regex: /db_ctl_base\|ERR\|(?<address>unix:\S{1,120}): database connection failed \((?<reason>[^)\n]{3,60})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': database connection failed',
        regex: /ovs-vsctl: (?<address>unix:\S{1,120}): database connection failed \((?<reason>[^)\n]{3,60})\)/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'is not a bridge or a socket',
        regex: /ovs-ofctl: (?<device>\S{1,40}) is not a bridge or a socket/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: ': failed to connect to socket',
        regex: /ovs-ofctl: (?<path>\S{1,160}): failed to connect to socket/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'ovs-appctl: cannot',
        regex: /ovs-appctl: cannot (?:read pidfile|connect to) (?<path>\S{1,160})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'no bridge named',
        regex: /ovs-vsctl: no bridge named (?<device>\S{1,40})/,
        versions: 'Open vSwitch 2.x-3.x',
      },
      {
        literal: 'Error pinging OVS, err',
        regex: /Error pinging OVS, err: (?<reason>[^\n]{3,120})/,
        versions: 'OpenShift 4.x',
      },
      {
        literal: 'SDN healthcheck',
        regex: /SDN healthcheck (?:unable to (?:reconnect to|ping) OVS server|detected unhealthy OVS server)/,
        versions: 'OpenShift 3.10-4.5',
      },
      {
        literal: 'Detected OVS server change',
        regex: /Detected OVS server change, restarting/,
        versions: 'OpenShift 4.x',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'Ports and flows are not set; the line names the bridge or socket.',
      zh: '端口与流表未设置；该行指明网桥或套接字。',
    },
    usualCauses: {
      en: 'Open vSwitch is not running or has restarted, the bridge is gone, or a flow it does not understand.',
      zh: 'Open vSwitch 未运行或已重启、网桥不存在，或流表不被理解。',
    },
    firstCheck: {
      en: '`ovs-vsctl show`, `systemctl status openvswitch ovs-vswitchd`',
      zh: '执行 `ovs-vsctl show`、`systemctl status openvswitch ovs-vswitchd`',
    },
    remedy: {
      en: 'Start Open vSwitch before the plug-in, then restart the plug-in.',
      zh: '先启动 Open vSwitch，再重启插件。',
    },
    source: ['openshift/sdn:pkg/util/ovs/ovs.go', 'openvswitch/ovs:lib/db-ctl-base.c'],
    matches: [
      'sdn-node[123]: I0513 10:31:02.118001     123 ovs.go:66] Error executing ovs-ofctl: ovs-ofctl: br0 is not a bridge or a socket',
      'ovs-vsctl[123]: ovs|00002|db_ctl_base|ERR|unix:/var/run/openvswitch/db.sock: database connection failed (No such file or directory)',
      'ovs-vsctl: unix:/var/run/openvswitch/db.sock: database connection failed (Connection refused)',
      'ovs-ofctl: br-int is not a bridge or a socket',
      'ovs-ofctl: /var/run/openvswitch/br0.mgmt: failed to connect to socket (Broken pipe)',
      'ovs-appctl: cannot connect to /var/run/openvswitch/ovs-vswitchd.12.ctl',
      'ovs-vsctl: no bridge named br-ex',
      'E0513 10:31:02.118001     123 healthcheck.go:37] Error pinging OVS, err: rpc call to ovsdb timed out',
      'F0513 10:31:02.118001     123 healthcheck.go:99] SDN healthcheck detected unhealthy OVS server, restarting: plugin is not setup',
      'E0513 10:31:02.118001     123 healthcheck.go:90] Detected OVS server change, restarting',
    ],
    mustNotMatch: ['ovs-vsctl[123]: ovs|00001|vsctl|INFO|Called as ovs-vsctl add-br br0'],
  },
  {
    id: 'openshift-sdn-start-failed',
    title: { en: 'OpenShift SDN could not set up the node', zh: 'OpenShift SDN 无法初始化节点' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'SDN node startup failed',
        regex: /SDN node startup failed: (?<reason>[^\n]{3,240})/,
        versions: 'OpenShift 3.1-3.9',
      },
      {
        literal: 'node SDN setup failed',
        regex: /(?:node SDN setup failed|could not complete SDN setup): (?<reason>[^\n]{3,240})/,
        versions: 'OpenShift 3.10-4.14',
      },
      {
        literal: 'could not complete SDN setup: ',
        regex: /(?:node SDN setup failed|could not complete SDN setup): (?<reason>[^\n]{3,240})/,
        versions: 'OpenShift 3.10-4.14',
      },
      {
        literal: 'Failed to start sdn:',
        regex: /Failed to start sdn: (?<reason>[^\n]{3,240})/,
        versions: 'OpenShift 3.10-4.14',
      },
      {
        literal: 'failed to get subnet for this host',
        regex: /failed to get subnet for this host: (?<node>\S{1,200}?), error: (?<reason>[^\n]{3,120})/,
        versions: 'OpenShift 3.1-4.14',
      },
      {
        literal: 'an allocated subnet for node',
        regex: /Could not find an allocated subnet for node: (?<node>\S{1,200}?), Waiting/,
        versions: 'OpenShift 3.1-4.14',
      },
      {
        literal: 'Local networks conflict with SDN',
        regex: /Local networks conflict with SDN; [^\n]{0,60}: (?<reason>[^\n]{3,200})/,
        versions: 'OpenShift 3.1-4.14',
      },
      {
        literal: 'too small for specified overlay MTU',
        regex: /interface MTU \((?<mtu>\d{1,6})\) is too small for specified overlay MTU/,
        versions: 'OpenShift 4.10-4.14',
      },
      {
        literal: 'SDN network process is not',
        regex: /OpenShift SDN network process is not \(yet\?\) available/,
        versions: 'OpenShift 3.x-4.14',
      },
      {
        literal: 'to find netid for namespace',
        regex: /failed to find netid for namespace: (?<namespace>[\w.-]{1,63})/,
        versions: 'OpenShift 3.1-4.14',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Pods of this node get no network, and the node stays NotReady.',
      zh: '该节点的 Pod 没有网络，节点保持 NotReady。',
    },
    usualCauses: {
      en: 'Open vSwitch refuses a port or flow, no subnet was given to the node, ranges that overlap, or the daemon is not up yet.',
      zh: 'Open vSwitch 拒绝端口或流表、未给节点分配子网、网段重叠，或守护进程尚未就绪。',
    },
    firstCheck: {
      en: '`oc get hostsubnets`, `ovs-vsctl show`, the lines before',
      zh: '`oc get hostsubnets`、`ovs-vsctl show` 及之前的日志',
    },
    remedy: {
      en: 'Cure what the text names; restart the pod of the plug-in.',
      zh: '解决文本所指问题；重启插件的 Pod。',
    },
    source: ['openshift/sdn:pkg/network/node/node.go'],
    matches: [
      'sdn-node[123]: F0513 10:31:02.118001     123 node.go:351] error: SDN node startup failed: Allocated ofport (-1) did not match request (1)',
      'F0513 10:31:02.118001     123 cmd.go:111] Failed to start sdn: node SDN setup failed: exit status 1',
      'F0513 10:31:02.118001     123 cmd.go:111] Failed to start sdn: failed to validate network configuration: master has not created a default cluster network',
      'failed to get subnet for this host: node-1, error: timed out waiting for the condition',
      'W0513 10:31:02.118001     123 subnets.go:154] Could not find an allocated subnet for node: node-1, Waiting...',
      'E0513 10:31:02.118001     123 node.go:230] Local networks conflict with SDN; this will eventually cause problems: cluster IP: 10.128.0.0 conflicts with host network: 10.128.0.0/16',
      'interface MTU (1450) is too small for specified overlay MTU (1450)',
      'failed to create pod network sandbox: OpenShift SDN network process is not (yet?) available',
      'failed to find netid for namespace: shop in vnid map',
    ],
    mustNotMatch: ['I0513 10:31:02.118001     123 node.go:386] Starting openshift-sdn network plugin'],
  },
  {
    id: 'openshift-sdn-pod-failed',
    title: { en: 'OpenShift SDN could not serve a pod', zh: 'OpenShift SDN 无法为 Pod 配置网络' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' failed: failed to ',
        regex: /CNI_ADD (?<namespace>[\w.-]{1,63})\/(?<pod>[\w.-]{1,253}) failed: (?<reason>failed to [^\n]{3,200})/,
        versions: 'OpenShift 3.2-4.14',
      },
      {
        literal: 'to run IPAM for',
        regex: /failed to run IPAM for [\w-]{6,70}: (?<reason>[^\n]{3,200})/,
        versions: 'OpenShift 3.2-4.14',
      },
      {
        literal: 'Could not reattach pod',
        regex:
          /Could not reattach pod '(?<namespace>[\w.-]{1,63})\/(?<pod>[\w.-]{1,253})' to SDN: (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 4.x',
      },
      {
        literal: 'find pod details in OVS database',
        regex: /failed to find pod details in OVS database/,
        versions: 'OpenShift 4.x',
      },
      {
        literal: 'processing egress IPs:',
        regex: /Error processing egress IPs: (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 3.7-4.14',
      },
      {
        literal: 'Error syncing OVS flows',
        regex:
          /Error (?:syncing OVS flows|adding OVS flow for VNID|updating OVS (?:multicast )?flows)[^\n:]{0,80}: (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 3.6-4.14',
      },
      {
        literal: 'Error updating OVS multicast flows',
        regex:
          /Error (?:syncing OVS flows|adding OVS flow for VNID|updating OVS (?:multicast )?flows)[^\n:]{0,80}: (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 3.6-4.14',
      },
      {
        literal: 'ing OVS flow',
        regex:
          /Error (?:syncing OVS flows|adding OVS flow for VNID|updating OVS (?:multicast )?flows)[^\n:]{0,80}: (?<reason>[^\n]{3,160})/,
        versions: 'OpenShift 3.6-4.14',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod stays in ContainerCreating or loses its network.',
      zh: 'Pod 停留在 ContainerCreating 或失去网络。',
    },
    usualCauses: {
      en: 'The addresses of the node are used up, the namespace has no network id yet, the switch lost its ports.',
      zh: '节点地址耗尽、命名空间尚无网络 ID、交换机丢失端口。',
    },
    firstCheck: {
      en: '`ls /var/lib/cni/networks/openshift-sdn | wc -l`, `ovs-ofctl -O OpenFlow13 dump-flows br0`',
      zh: '执行 `ls /var/lib/cni/networks/openshift-sdn | wc -l`、`ovs-ofctl -O OpenFlow13 dump-flows br0`',
    },
    remedy: { en: "Free leaked addresses, restart the plug-in's pod.", zh: '清理泄漏的地址，重启插件的 Pod。' },
    source: ['openshift/sdn:pkg/network/node/pod.go'],
    matches: [
      'W0513 10:31:02.118001     123 pod.go:274] CNI_ADD shop/web-1 failed: failed to run IPAM for 0a1b2c: no IP addresses available',
      'failed to run IPAM for 0a1b2c3d4e5f: failed to run CNI IPAM ADD: no IP addresses available in network: openshift-sdn',
      "W0513 10:31:02.118001     123 node.go:470] Could not reattach pod 'shop/web-1' to SDN: failed to find pod details in OVS database",
      'CNI_UPDATE shop/web-1 failed: failed to find pod details in OVS database',
      'E0513 10:31:02.118001     123 egressip.go:500] Error processing egress IPs: Multiple nodes (10.20.0.1, 10.20.0.2) claiming EgressIP 10.20.0.9',
      'E0513 10:31:02.118001     123 networkpolicy.go:316] Error syncing OVS flows: timed out waiting for the condition',
    ],
    mustNotMatch: ['I0513 10:31:02.118001     123 pod.go:503] CNI_ADD shop/web-1 got IP 10.128.0.5, ofport 12'],
  },
];
