/** Lines of the control plane that look bad and are not. */
import type { Signature } from '../signature';

export const harmlessControlPlaneSignatures: readonly Signature[] = [
  {
    id: 'control-plane-start-noise',
    title: { en: 'Harmless complaints of the control plane', zh: '控制面的无害告警' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kube-apiserver', 'kube-controller-manager', 'any'],
    wordings: [
      {
        literal: 'object has been modified',
        regex: /Operation cannot be fulfilled on [^\n]{1,200}the object has been modified/,
      },
      { literal: 'Rate Limited Requeue', regex: /\bRate Limited Requeue\b/ },
      { literal: 'endpoints for master service', regex: /\bResetting endpoints for master service\b/ },
      {
        literal: 'Unable to remove old endpoints',
        regex:
          /Unable to remove old endpoints from kubernetes service: (?:StorageError: key not found|no master IPs were listed)/,
      },
      { literal: 'no RequestInfo found in the context', regex: /\bno RequestInfo found in the context\b/ },
      { literal: 'Unsuccessful parsing of', regex: /\bUnsuccessful parsing of (?:cluster|service) CIDR\b/ },
      { literal: 'Assuming now as a timestamp', regex: /\bMissing timestamp for Node \S+ Assuming now as a timestamp/ },
      {
        literal: 'registered without the cloud taint',
        regex: /is registered without the cloud taint\. Will not process/,
      },
      {
        literal: 'createTransport failed to connect',
        regex: /createTransport failed to connect to [^\n]{1,400}(?:context canceled|operation was canceled)/,
      },
      { literal: 'Terminating all watchers from cacher', regex: /Terminating all watchers from cacher/ },
      { literal: 'Could not construct reference to', regex: /Could not construct reference to: / },
      { literal: 'Skipping API ', regex: /\bSkipping API \S+ because it has no resources/ },
      { literal: 'Neither --kubeconfig nor --master', regex: /Neither --kubeconfig nor --master was specified/ },
      { literal: 'may have leaked: flagging', regex: /may have leaked: flagging for later clean ?up/ },
      {
        literal: 'because it is being terminated',
        regex: /unable to create new content in namespace \S+ because it is being terminated/,
      },
      { literal: 'already present in the unschedulable', regex: /pod is already present in the unschedulable queue/ },
      { literal: 'not implemented by cloud provider', regex: /not implemented by cloud provider/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Writers that meet try again, servers that start complain before they are complete: nothing is wrong.',
      zh: '相遇的写入者会重试，启动中的服务在就绪前会抱怨：并无问题。',
    },
    usualCauses: {
      en: 'Normal work of several clients on one object; a start or an end of a connection.',
      zh: '多个客户端写同一对象属正常；连接的建立或结束。',
    },
    firstCheck: { en: 'Nothing, unless it comes many times a second.', zh: '无需处理，除非每秒出现许多次。' },
    remedy: { en: 'None needed.', zh: '无需处理。' },
    source: [
      'kubernetes/apiserver:pkg/storage/etcd3/store.go',
      'kubernetes/kubernetes:cmd/kube-controller-manager/app',
    ],
    matches: [
      'Operation cannot be fulfilled on apiservices.apiregistration.k8s.io "v1beta1.metrics.k8s.io": the object has been modified; please apply your changes to the latest version and try again',
      'I0905 14:47:55.129411       1 controller.go:129] OpenAPI AggregationController: action for item v1beta1.metrics.k8s.io: Rate Limited Requeue.',
      'W0412 10:00:00.000001       1 lease.go:251] Resetting endpoints for master service "kubernetes" to [10.0.0.1 10.0.0.2]',
      'E0412 10:00:00.000001       1 controller.go:152] Unable to remove old endpoints from kubernetes service: StorageError: key not found, Code: 1',
      'W0905 14:49:48.688002       1 handler_proxy.go:104] no RequestInfo found in the context',
      'W0712 06:40:45.824073       1 controllermanager.go:449] Unsuccessful parsing of cluster CIDR : invalid CIDR address: ',
      'W0717 07:52:58.773427       1 nodecontroller.go:947] Missing timestamp for Node worker-3. Assuming now as a timestamp.',
      'I0425 15:48:00.355658 1 node_controller.go:297] This node worker-3 is registered without the cloud taint. Will not process.',
      'W0412 10:00:00.000001       1 logging.go:59] [core] [Channel #3 SubChannel #6] grpc: addrConn.createTransport failed to connect to {Addr: "127.0.0.1:2379", }. Err: connection error: desc = "transport: authentication handshake failed: context canceled"',
      'W0412 10:00:00.000001       1 cacher.go:162] Terminating all watchers from cacher secrets',
      'E0412 10:00:00.000001       1 event.go:200] Could not construct reference to: boom',
      'W0412 10:00:00.000001       1 genericapiserver.go:490] Skipping API batch/v2alpha1 because it has no resources.',
      'E0821 17:04:40.041829   21836 repair.go:300] the cluster IP 169.169.0.1 may have leaked: flagging for later clean up',
      'secrets "default-token-x" is forbidden: unable to create new content in namespace demo because it is being terminated',
      'E0412 10:00:00.000001       1 factory.go:503] pod is already present in the unschedulable queue',
      'E0412 10:00:00.000001       1 node_lifecycle_controller.go:186] error checking if node worker-3 is shutdown: not implemented by cloud provider',
      'W0124 19:02:25.666864       1 client_config.go:618] Neither --kubeconfig nor --master was specified.  Using the inClusterConfig.',
    ],
    mustNotMatch: [
      'grpc: addrConn.createTransport failed to connect to {127.0.0.1:2379}. Err: connection error: desc = "transport: Error while dialing dial tcp 127.0.0.1:2379: connect: connection refused"',
    ],
  },
];
