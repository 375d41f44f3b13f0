/** Lines of the newest releases (1.28 and later) that look bad and are not: notices of a start, and rights that a moment later are there. */
import type { Signature } from '../signature';

export const harmlessRecentSignatures: readonly Signature[] = [
  {
    id: 'recent-start-notice',
    title: { en: 'A newer release notes what the node does without', zh: '新版本提示节点缺少的可选能力' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet', 'kube-proxy', 'kube-apiserver', 'event'],
    wordings: [
      {
        literal: 'RuntimeConfig from runtime service',
        regex: /RuntimeConfig from runtime service failed\b[^\n]{0,60}code = Unimplemented[^\n]{0,200}/,
        versions: 'kubelet 1.28 and later on containerd before 2.0',
      },
      {
        literal: 'nodePortAddresses is unset',
        regex:
          /(?:Kube-proxy configuration may be incomplete or incorrect\\*" err=\\*")?nodePortAddresses is unset; NodePort connections[^\n]{0,200}/,
        versions: 'kube-proxy 1.29 and later',
      },
      {
        literal: 'Error cleaning up nftables rules',
        regex: /Error cleaning up nftables rules\b[\s\S]{0,400}?(?=logger=|\n\s*>|$)/,
        versions: 'kube-proxy 1.29 and later, where nftables is not used',
      },
      {
        literal: 'group v1 support is in maintenance',
        regex: /[Cc]group v1 support is in maintenance mode, please migrate to [Cc]group v2/,
        versions: 'kubelet 1.31 and later',
      },
      {
        literal: 'can result in surprising behavior',
        regex: /this is used in [^\n]{2,60}, which can result in surprising behavior[^\n]{0,200}/,
        versions: 'apiserver 1.23 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Said once at a start or with an object: an older runtime, an option that is not set, a name that is legal and unusual.',
      zh: '启动时或随对象提示一次：运行时较旧、某选项未设置，或名称合法但不常见。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do now; see what the next upgrade asks for.', zh: '目前无需处理；留意下次升级的要求。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes:cmd/kube-proxy/app/server.go',
      'kubernetes/kubernetes:pkg/api/pod/warnings.go',
    ],
    matches: [
      'E1230 19:50:46.022487    3124 log.go:32] "RuntimeConfig from runtime service failed" err="rpc error: code = Unimplemented desc = unknown method RuntimeConfig for service runtime.v1.RuntimeService"',
      'E0730 21:44:40.048656       1 server.go:234] "Kube-proxy configuration may be incomplete or incorrect" err="nodePortAddresses is unset; NodePort connections will be accepted on all local IPs. Consider using `--nodeport-addresses primary`"',
      'E0730 21:44:40.048656       1 proxier.go:733] "Error cleaning up nftables rules" err=<\n\tcould not run nftables command: exit status 1\n',
      '  Warning  CgroupV1                 13m                kubelet          cgroup v1 support is in maintenance mode, please migrate to cgroup v2',
      'W0730 21:44:40.048656       1 warnings.go:110] "Warning: metadata.name: this is used in the Pod\'s hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]"',
    ],
    mustNotMatch: [
      'E1230 19:50:46.022487    3124 log.go:32] "Status from runtime service failed" err="rpc error: code = Unimplemented desc = unknown service runtime.v1.RuntimeService"',
      'kubelet is configured to not run on a host using cgroup v1. cgroup v1 support is unsupported and will be removed in a future release',
    ],
  },
  {
    id: 'node-not-related-yet',
    title: {
      en: 'The API server does not yet know that a pod is on this node',
      zh: 'API server 尚不知道 Pod 位于该节点',
    },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'no relationship found between node',
        regex:
          /(?: reflector\.go:\d{1,5}\] \\*"Failed to watch\\*" err=\\*")?(?:[Ff]ailed to (?:list|watch) \*[\w.]{1,80}: )?[\w./-]{1,120}(?: \\*"[^"\n]{1,253}\\*")? is forbidden: User \\*"system:node:[^"\n]{1,253}\\*" cannot [^\n]{2,300}?no relationship found between node \\*['"][^'"\n]{1,253}['"] and this object/,
        versions: 'apiserver 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet may read only what its own pods use; after a start of the API server, or when a pod has just come or gone, the server learns it a moment later.',
      zh: 'kubelet 只能读取自身 Pod 使用的对象；API server 刚启动、Pod 刚到来或离开时，服务器稍后才知道这一关系。',
    },
    usualCauses: {
      en: 'A start of the API server or of the node; an object that does not exist.',
      zh: 'API server 或节点刚启动；对象不存在。',
    },
    firstCheck: {
      en: 'Nothing when it passes within a minute; else whether the object exists.',
      zh: '若一分钟内消失则无需检查；否则确认对象是否存在。',
    },
    remedy: { en: 'None; create the object when it is missing.', zh: '无需处理；若对象缺失则创建。' },
    source: ['kubernetes/kubernetes:plugin/pkg/auth/authorizer/node/node_authorizer.go'],
    matches: [
      'E1213 09:15:33.710860     685 reflector.go:205] "Failed to watch" err="failed to list *v1.ConfigMap: configmaps \\"dns\\" is forbidden: User \\"system:node:node-7\\" cannot list resource \\"configmaps\\" in API group \\"\\" in the namespace \\"shop\\": no relationship found between node \'node-7\' and this object"',
      'E1213 09:15:33.710686     685 status_manager.go:1018] "Failed to get status for pod" err="pods \\"web-0\\" is forbidden: User \\"system:node:node-7\\" cannot get resource \\"pods\\" in API group \\"\\" in the namespace \\"shop\\": no relationship found between node \'node-7\' and this object"',
    ],
    mustNotMatch: [
      'leases.coordination.k8s.io "node-17" is forbidden: User "system:node:node-18" cannot get resource "leases" in API group "coordination.k8s.io" in the namespace "kube-node-lease": can only access node lease with the same name as the requesting node',
    ],
  },
  {
    id: 'crictl-tries-default-endpoint',
    title: {
      en: 'crictl tries the socket of a runtime that is not installed',
      zh: 'crictl 尝试了未安装的运行时套接字',
    },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'validate service connection: ',
        regex:
          /(?<!Kubelet: )validate service connection: (?:validate )?CRI v1\w{0,8} \w{1,20} API for endpoint \\*"unix:\/\/\/var\/run\/dockershim\.sock\\*"[^\n]{0,300}?no such file or directory/,
        versions: 'crictl 1.24 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Without a configured endpoint crictl tries known sockets one after the other, that of dockershim first.',
      zh: '未配置端点时，crictl 会依次尝试已知套接字，首先是 dockershim。',
    },
    usualCauses: { en: 'No `/etc/crictl.yaml` on the node.', zh: '节点上没有 `/etc/crictl.yaml`。' },
    firstCheck: { en: 'Nothing when an answer follows.', zh: '若随后有结果则无需检查。' },
    remedy: {
      en: 'Name the socket in `/etc/crictl.yaml`.',
      zh: '在 `/etc/crictl.yaml` 中写明套接字。',
    },
    source: ['kubernetes-sigs/cri-tools:cmd/crictl/main.go'],
    matches: [
      'ERRO[0000] validate service connection: validate CRI v1 runtime API for endpoint "unix:///var/run/dockershim.sock": rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial unix /var/run/dockershim.sock: connect: no such file or directory"',
    ],
    mustNotMatch: [
      '"command failed" err="failed to run Kubelet: validate service connection: validate CRI v1 runtime API for endpoint \\"unix:///var/run/dockershim.sock\\": rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing dial unix /var/run/dockershim.sock: connect: no such file or directory\\""',
    ],
  },
];
