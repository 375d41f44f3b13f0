/** Controllers that cannot do their work, in the words of the first releases as well as of today's: objects that do not sync, nodes whose state cannot be written. */
import type { Signature } from '../signature';

export const controllerWorkSignatures: readonly Signature[] = [
  {
    id: 'controller-sync-failed',
    title: { en: 'A controller cannot bring an object to its wanted state', zh: '控制器无法把对象同步到期望状态' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    saysNotWhy: true,
    emitters: ['kube-controller-manager', 'any'],
    wordings: [
      {
        literal: "error syncing '",
        // Handlers of Rancher's kind meet objects before those that they belong to, and come back.
        regex:
          /\berror syncing '[^'\n]{1,253}': (?!handler [\w-]{1,120}: [^\n]{1,400} not found, requeuing)[^\n]{1,2000}requeuing/,
        versions: 'cloud-provider 1.18 and later, sample controllers',
      },
      {
        literal: 'Error syncing ',
        regex:
          /\bError syncing (?:service|endpoints?|endpoint slices?|namespace|resource quota|job|cronjob|certificate)\b/,
        versions: 'kube-controller-manager 1.0 and later',
      },
      {
        literal: 'ailed to process service delta',
        regex: /\b[Ff]ailed to process service delta\b/,
        versions: 'kube-controller-manager 1.0-1.6',
      },
      {
        literal: 'ailed to process service ',
        regex: /\b[Ff]ailed to process service (?!delta)[^\n]{0,200}(?:Retrying|Not retrying)/,
        versions: 'kube-controller-manager 1.7-1.15',
      },
      {
        literal: 'error processing service ',
        regex: /\berror processing service \S{1,253}(?: \((?:will retry|retrying [^)\n]{1,60})\))?: /,
        versions: 'kube-controller-manager 1.13 and later',
      },
      {
        literal: 'error syncing serviceaccount',
        regex: /\berror syncing serviceaccount\b/,
        versions: 'kube-controller-manager 1.3 and later',
      },
      { literal: 'unable to sync kubernetes objects', regex: /\bunable to sync kubernetes objects\b/ },
      {
        literal: ' failed with',
        regex: /\bSync \\*"?(?<object>[\w./-]{1,253})\\*"? failed with\b/,
        versions: 'kube-controller-manager 1.4 and later',
      },
      {
        literal: 'Reconciler error',
        regex: /\bReconciler error\b(?![^\n]{0,2000}the object has been modified)/,
        versions: 'controller-runtime',
      },
      {
        literal: 'controller failed',
        regex: /\[talos\] controller failed (?=\{)/,
        versions: 'Talos 0.9 and later',
      },
      {
        literal: 'needs remediation, but',
        regex: /\bA control plane machine needs remediation, but\b/,
        versions: 'cluster-api 0.4 and later',
      },
      {
        literal: 'while applying node taints',
        regex: /\bError occurred while applying node taints\b/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The controller tries the object again and again; the text behind the last colon says what stops it.',
      zh: '控制器会反复重试该对象；最后一个冒号之后的文字说明受阻原因。',
    },
    usualCauses: {
      en: 'An API server or a cloud that does not answer or refuses; a webhook; an object that contradicts itself.',
      zh: 'API server 或云平台不应答或拒绝；webhook 故障；对象自相矛盾。',
    },
    firstCheck: {
      en: '`kubectl describe` of the object in the line; the text behind the last colon says what refused it.',
      zh: '对该行中的对象执行 `kubectl describe`；最后一个冒号后说明被什么拒绝。',
    },
    remedy: { en: 'Cure what that text names.', zh: '处理该文字所指的问题。' },
    source: [
      'kubernetes/kubernetes:pkg/controller/service/servicecontroller.go',
      'kubernetes/kubernetes:pkg/controller/endpoint/endpoints_controller.go',
    ],
    matches: [
      "E0513 10:31:09.118001       1 node_controller.go:237] error syncing 'worker-3': boom, requeuing",
      'E0127 15:04:23.102073       1 endpoints_controller.go:304] Error syncing service "shop/web": boom',
      'E0127 15:04:01.102073       1 servicecontroller.go:196] Failed to process service delta. Retrying in 5m0s: boom',
      'E0127 15:04:01.102073       1 service_controller.go:776] failed to process service shop/web. Retrying in 5s: boom',
      'E0127 15:04:01.102073       1 controller.go:275] error processing service shop/web (will retry): boom',
      'E0127 15:04:09.102073       1 tokens_controller.go:263] error syncing serviceaccount shop/default: boom',
      'E0127 15:04:45.102073       1 certificate_controller.go:139] Sync csr-abcde failed with : error updating approval for csr: boom',
      'E0127 15:04:09.102073       1 controller.go:120] unable to sync kubernetes objects in cache: boom',
      '{"level":"error","ts":1675413608.3014076,"msg":"Reconciler error","controller":"machine","name":"worker-3","error":"boom"}',
      'E0127 15:04:09.102073       1 node_lifecycle_controller.go:520] Error occurred while applying node taints: boom',
      '"msg"="A control plane machine needs remediation, but removing this machine could result in etcd quorum loss. Skipping remediation" "cluster"="a"',
      'user: warning: [2022-05-13T10:31:05.118Z]: [talos] controller failed {"component": "controller-runtime", "controller": "k8s.NodeApplyController", "error": "boom"}',
    ],
    mustNotMatch: [
      'E0127 15:04:23.102073    1234 pod_workers.go:184] Error syncing pod 2b7e, skipping: boom',
      'synced service shop/web',
      '"msg":"Reconciler error","error":"Operation cannot be fulfilled on nodes: the object has been modified"',
    ],
  },
  {
    id: 'replicas-not-synced',
    title: { en: 'A workload controller cannot make its pods', zh: '工作负载控制器无法维护其 Pod' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    saysNotWhy: true,
    emitters: ['kube-controller-manager'],
    wordings: [
      {
        literal: 'rror syncing ',
        regex:
          /\b[Ee]rror syncing (?:replication controller|replica ?set|ReplicaSet|daemon ?set|DaemonSet|deployment|StatefulSet|petset|PetSet)\b/,
        versions: 'kube-controller-manager 1.0 and later',
      },
      {
        literal: 'unable to create pods: ',
        regex: /\bunable to create pods: /,
        versions: 'kube-controller-manager 1.0 and later',
      },
      {
        literal: 'unable to delete pods: ',
        regex: /\bunable to delete pods: /,
        versions: 'kube-controller-manager 1.0 and later',
      },
      { literal: 'creation, decrementing', regex: /\bFailed creation, decrementing expectations\b/ },
      {
        literal: 'for service account',
        regex: /\bno API token found for service account\b/,
        versions: 'apiserver 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Pods that should exist are not made, or pods that should go stay; the text behind the last colon says why.',
      zh: '应有的 Pod 未被创建，或应删除的 Pod 仍在；原因见最后一个冒号之后的文字。',
    },
    usualCauses: {
      en: 'A quota, a webhook, a missing service account token, an API server that refuses.',
      zh: '配额、webhook、缺少服务账号令牌，或 API server 拒绝。',
    },
    firstCheck: {
      en: '`kubectl describe` of the workload in the line; the text behind the last colon says what refused its pods.',
      zh: '对该行中的工作负载执行 `kubectl describe`；最后一个冒号后说明其 Pod 被什么拒绝。',
    },
    remedy: { en: 'Cure what that text names.', zh: '处理该文字所指的问题。' },
    source: [
      'kubernetes/kubernetes:pkg/controller/replicaset/replica_set.go',
      'kubernetes/kubernetes:pkg/controller/controller_utils.go',
    ],
    matches: [
      'E0127 15:04:07.102073       1 replication_controller.go:407] Error syncing replication controller: boom',
      'E0127 15:04:08.102073       1 controller_utils.go:445] unable to create pods: boom',
      'E0127 15:04:08.102073       1 controller_utils.go:460] unable to delete pods: boom',
      'I0127 15:04:08.102073       1 replica_set.go:465] Failed creation, decrementing expectations for ReplicaSet "shop"/"web"',
      'pods "web-" is forbidden: no API token found for service account shop/default, retry after the token is automatically created and added to the service account',
    ],
    mustNotMatch: [
      'E0127 15:04:23.102073    1234 pod_workers.go:184] Error syncing pod 2b7e, skipping: boom',
      'Synced replication controller',
    ],
  },
  {
    id: 'node-controller-write-failed',
    title: { en: 'The node controller cannot read or write nodes', zh: '节点控制器无法读写节点' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    saysNotWhy: true,
    emitters: ['kube-controller-manager'],
    wordings: [
      {
        literal: 'mark all pods NotReady on node',
        regex: /\b[Uu]nable to mark all pods NotReady on node; queuing for retry/,
        versions: 'kube-controller-manager 1.20 and later',
      },
      {
        literal: 'from NodeController exceeds retry',
        regex: /Update status\s{1,2}of [Nn]ode (?<node>\S{1,253}) from NodeController exceeds retry count/,
        versions: 'kube-controller-manager 1.0-1.15',
      },
      {
        literal: 'rror monitoring node ',
        regex: /\b[Ee]rror monitoring node (?:status|health)\b/,
        versions: 'kube-controller-manager 1.0 and later',
      },
      {
        literal: 'Error updating node ',
        regex: /(?:node_?(?:lifecycle_)?controller)\.go:\d{1,6}\] Error updating node (?<node>[^\s:]{1,253}): /,
        versions: 'kube-controller-manager 1.0 and later',
      },
      {
        literal: 'all pods NotReady on node',
        regex: /\b[Uu]nable to mark all pods NotReady on node (?<node>[^\s:]{1,253})/,
        versions: 'kube-controller-manager 1.2 and later',
      },
      {
        literal: 'Failed to taint No',
        regex: /\bFailed to taint No(?:Schedule|Execute) on node <?(?<node>[^\s>,]{1,253})/,
        versions: 'kube-controller-manager 1.12 and later',
      },
      {
        literal: 'nable to evict node',
        regex: /\bunable to evict node \\*"(?<node>[^"\s\\]{1,253})/,
        versions: 'kube-controller-manager 1.1-1.15',
      },
      {
        literal: 'Failed while getting a Node to retry',
        regex: /\bFailed while getting a Node to retry updating [Nn]ode ?[Ss]tatus\b/,
        versions: 'kube-controller-manager 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The state of nodes and their pods in the API is out of date while this goes on.',
      zh: '在此期间，API 中节点及其 Pod 的状态已过时。',
    },
    usualCauses: { en: 'An API server or etcd that is away or slow.', zh: 'API server 或 etcd 不可用或缓慢。' },
    firstCheck: {
      en: 'The text behind the last colon; the log of the API server.',
      zh: '最后一个冒号之后的文字；API server 的日志。',
    },
    remedy: { en: 'Bring API server and etcd back.', zh: '恢复 API server 与 etcd。' },
    source: [
      'kubernetes/kubernetes:pkg/controller/node/nodecontroller.go',
      'kubernetes/kubernetes:pkg/controller/nodelifecycle/node_lifecycle_controller.go',
    ],
    matches: [
      'E0513 10:31:47.118001       1 node_lifecycle_controller.go:1003] "Unable to mark all pods NotReady on node; queuing for retry" err="boom" node="worker-3"',
      'E0127 15:03:55.102073       1 nodecontroller.go:605] Update status  of Node worker-3 from NodeController exceeds retry count.',
      'E0127 15:03:54.102073       1 nodecontroller.go:303] Error monitoring node status: boom',
      'E0127 15:03:56.102073       1 nodecontroller.go:903] Error updating node worker-3: boom',
      'E0127 15:03:59.102073       1 nodecontroller.go:647] Unable to mark all pods NotReady on node worker-3: boom',
      'E0127 15:04:36.102073       1 node_lifecycle_controller.go:1032] Failed to taint NoSchedule on node <worker-3>, requeue it: boom',
      'E0127 15:04:36.102073       1 nodecontroller.go:325] unable to evict node "worker-3": boom',
      'E0127 15:04:36.102073       1 nodecontroller.go:600] Failed while getting a Node to retry updating NodeStatus. Probably Node worker-3 was deleted.',
    ],
    mustNotMatch: [
      'E0127 15:04:36.102073    1234 kubelet.go:91] Error updating node status, will retry: boom',
      'monitoring node status every 5s',
    ],
  },
  {
    id: 'service-address-conflict',
    title: { en: 'Addresses or ports of services clash or do not fit', zh: '服务的地址或端口冲突或不合范围' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-apiserver'],
    wordings: [
      { literal: 'was assigned to multiple services', regex: /\bwas assigned to multiple services; please recreate/ },
      {
        literal: 'is not within the ',
        regex:
          /\bthe cluster IP \S{1,60} for service \S{1,253} is not within (?:the|any) (?:service CIDR|configured Service CIDR)/,
      },
      {
        literal: 'is not within any ',
        regex:
          /\bthe cluster IP \S{1,60} for service \S{1,253} is not within (?:the|any) (?:service CIDR|configured Service CIDR)/,
      },
      { literal: 'widen the CIDR', regex: /\bservice CIDR \S{1,60} is full; you must widen the CIDR/ },
      { literal: 'provided IP is already allocated', regex: /\bprovided IP is already allocated\b/ },
      { literal: 'provided port is already allocated', regex: /\bprovided port is already allocated\b/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Two services claim one address or node port, or one lies outside the range of the cluster.',
      zh: '两个服务占用同一地址或节点端口，或地址不在集群范围内。',
    },
    usualCauses: {
      en: 'A changed service range, a restored etcd, manifests with fixed addresses.',
      zh: '更改过服务网段、恢复过 etcd，或清单中写死了地址。',
    },
    firstCheck: {
      en: '`kubectl get services -A -o wide`; --service-cluster-ip-range.',
      zh: '执行 `kubectl get services -A -o wide`；检查 --service-cluster-ip-range。',
    },
    remedy: { en: 'Recreate the named services.', zh: '重新创建所指的服务。' },
    source: ['kubernetes/kubernetes:pkg/registry/core/service/ipallocator/controller/repair.go'],
    matches: [
      'E0127 15:04:03.102073       1 repair.go:128] the cluster IP 10.0.0.5 for service web/shop was assigned to multiple services; please recreate',
      'E0127 15:04:03.102073       1 repair.go:132] the cluster IP 10.0.0.5 for service web/shop is not within the service CIDR 10.96.0.0/12; please recreate',
      'the service CIDR 10.96.0.0/28 is full; you must widen the CIDR in order to create new services',
      'Service "web" is invalid: spec.clusterIP: Invalid value: "10.0.0.5": provided IP is already allocated',
      'Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated',
    ],
    mustNotMatch: ['the service CIDR is 10.96.0.0/12'],
  },
  {
    id: 'cloud-lookup-failed',
    title: { en: 'The cloud does not say which machine a node is', zh: '云平台未能说明节点对应的机器' },
    category: 'node-notready',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['kube-controller-manager', 'kubelet'],
    wordings: [
      {
        literal: 'find suitable IP address for node',
        regex: /\bunable to find suitable IP address for node\b/,
        versions: 'vSphere',
      },
      {
        literal: 'set node provider ID for node',
        regex: /\bcloud provider does not set node provider ID for node (?<node>[^\s:]{1,253})/,
      },
      { literal: 'modifiers from cloud provider', regex: /\bfailed to get node modifiers from cloud provider\b/ },
      { literal: 'zone from cloud provider', regex: /\bfailed to get zone from cloud provider\b/ },
      {
        literal: 'exists in cloud',
        regex: /\bError determining if node (?<node>[^\s:]{1,253}) exists in cloud\b/,
        versions: 'kube-controller-manager 1.1-1.15',
      },
      {
        literal: 'instances from cloud provider',
        regex: /\bfailed to get instances from cloud provider\b/,
        versions: 'kubelet and kube-controller-manager 1.0-1.30',
      },
      {
        literal: 'instance ID from cloud provider',
        regex: /\bfailed to get instance ID from cloud provider\b/,
        versions: 'kubelet and kube-controller-manager 1.1-1.30',
      },
      {
        literal: 'failed to initialize node ',
        regex: /\bfailed to initialize node (?<node>[^\s:]{1,253}) (?:in|at) cloud ?provider\b/,
        versions: 'cloud-provider 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Until the cloud answers the node is not initialised, and a silent node is neither kept nor removed.',
      zh: '云平台应答之前，节点不会被初始化；失联节点既不会保留也不会删除。',
    },
    usualCauses: {
      en: 'Wrong credentials or zone, a cloud API that is slow or limited, a node named differently from its machine.',
      zh: '凭据或区域有误、云 API 缓慢或限流、节点名与机器名不同。',
    },
    firstCheck: {
      en: 'Credentials, a permission, or a name that the cloud does not know: the text behind the last colon says which.',
      zh: '是凭据、权限，还是云端不认识的名称：见最后一个冒号之后的文字。',
    },
    remedy: { en: 'Repair the credentials or the name; wait for the cloud.', zh: '修正凭据或名称；等待云平台恢复。' },
    source: ['kubernetes/cloud-provider:cloud.go', 'kubernetes/cloud-provider:controllers/node/node_controller.go'],
    matches: [
      'E0513 10:31:17.118001       1 nodemanager.go:301] unable to find suitable IP address for node',
      'cloud provider does not set node provider ID for node worker-3',
      'E0127 15:04:25.102073       1 node_controller.go:448] failed to get node modifiers from cloud provider: boom',
      'failed to get zone from cloud provider: boom',
      'E0127 15:04:25.102073       1 nodecontroller.go:656] Error determining if node worker-3 exists in cloud: boom',
      'E0127 15:04:25.102073       1 nodecontroller.go:656] failed to get instances from cloud provider',
      'failed to get instance ID from cloud provider: boom',
      'E0127 15:04:46.102073       1 node_controller.go:161] failed to initialize node worker-3 at cloudprovider',
    ],
    mustNotMatch: ['got instances from cloud provider'],
  },
  {
    id: 'controller-start-lacks-api',
    title: { en: 'A controller ends because the API does not serve it', zh: '控制器因 API 不可用而退出' },
    category: 'api-unreachable',
    severity: 'fatal',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['kube-controller-manager'],
    wordings: [
      {
        literal: 'supported resources from server',
        regex: /\b[Ff]ailed to get supported resources from server\b/,
        versions: 'kube-controller-manager 1.1-1.6',
      },
      {
        literal: 'api versions from server',
        regex: /\b[Ff]ailed to get api versions from server\b/,
        versions: 'kube-controller-manager 1.2-1.15',
      },
      {
        literal: 'get token for service account',
        regex: /\bunable to get token for service account: /,
        versions: 'kube-controller-manager 1.5-1.13',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Before it starts its controllers it asks the API server what it serves and who it may be; without an answer it exits.',
      zh: '启动各控制器前，它会向 API server 查询可用资源与身份；得不到应答便退出。',
    },
    usualCauses: {
      en: 'An API server that starts at the same time, is behind a balancer that lost a member, or has a slow etcd.',
      zh: 'API server 正在同时启动、其负载均衡后端缺失，或 etcd 缓慢。',
    },
    firstCheck: { en: '`kubectl get --raw /readyz?verbose`', zh: '执行 `kubectl get --raw /readyz?verbose`' },
    remedy: {
      en: 'Bring the API server back; it is then started again by itself.',
      zh: '恢复 API server，之后它会自行重启。',
    },
    source: ['kubernetes/kubernetes:cmd/kube-controller-manager/app/controllermanager.go'],
    matches: [
      'F0127 15:04:19.102073       1 controllermanager.go:275] Failed to get supported resources from server: boom',
      'F0127 15:04:20.102073       1 controllermanager.go:266] Failed to get api versions from server: timed out waiting for the condition',
      'F0127 15:04:42.102073       1 client_builder.go:273] unable to get token for service account: error watching',
    ],
    mustNotMatch: ['got supported resources from server'],
  },
];
