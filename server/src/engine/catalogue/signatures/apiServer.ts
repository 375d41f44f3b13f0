/** The API server about itself: overload, requests it could not finish, webhooks and APIs behind it that do not answer. */
import type { Signature } from '../signature';

export const apiServerSignatures: readonly Signature[] = [
  {
    id: 'apiserver-429',
    title: { en: 'The API server is overloaded and turns requests away', zh: 'API 服务器过载并拒绝请求' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'oo many requests, please try again',
        regex: /[Tt]oo many requests, please try again later/,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: 'received too many requests',
        regex: /the server has received too many requests and has asked us to try again later/,
        versions: 'apimachinery 1.8-1.30',
      },
      {
        literal: 's) 429 [',
        regex: /(?:wrap|httplog)\.go:\d+\] [A-Z]{3,7} \/\S{1,2000}: \([\d.mµn]{1,30}s\) 429 \[/,
        versions: 'apiserver 1.4-1.18',
      },
      {
        literal: 'Got a Retry-After',
        regex: /\bGot a Retry-After (?:\d{1,4}s )?response\b/,
        versions: 'client-go 1.5 and later',
      },
      { literal: 'resp=429', regex: /"HTTP" [^\n]{0,2000}\bresp=429\b/, versions: 'apiserver 1.19 and later' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The server protects itself by refusing requests for a while.',
      zh: '服务器通过暂时拒绝请求保护自己。',
    },
    usualCauses: {
      en: 'A client that lists or watches without measure; a slow etcd behind it.',
      zh: '某客户端无节制地 list/watch；或后端 etcd 变慢。',
    },
    firstCheck: {
      en: 'Metric apiserver_flowcontrol_rejected_requests_total by flow schema.',
      zh: '按 flow schema 查看指标 apiserver_flowcontrol_rejected_requests_total。',
    },
    remedy: { en: 'Find and limit the noisy client.', zh: '找出并限制该客户端。' },
    source: ['kubernetes/apiserver:pkg/server/filters/priority-and-fairness.go'],
    matches: [
      'Error updating node lease: Too many requests, please try again later.',
      'I0427 21:45:49.723500   30406 request.go:907] Got a Retry-After 1s response for attempt 9 to https://10.0.3.2:6443/version?timeout=32s',
      'failed to list *v1.Pod: the server has received too many requests and has asked us to try again later (get pods)',
      'I1126 22:24:17.822162      18 wrap.go:42] GET /api/v1/endpoints?limit=500&resourceVersion=0: (504.009µs) 429 [[kube-proxy/v1.9.10 (linux/amd64) kubernetes/1e57adb] 10.0.3.7:52472]',
      'I0412 10:00:00.000001       1 httplog.go:132] "HTTP" verb="LIST" URI="/api/v1/pods" latency="1.2ms" userAgent="kubelet/v1.24" srcIP="10.0.3.7:1" resp=429',
    ],
    mustNotMatch: [
      'toomanyrequests: You have reached your pull rate limit',
      'etcdserver: too many requests',
      'I1126 22:24:17.840712      18 wrap.go:42] GET /api/v1/namespaces/shop/pods/web-0: (4.433369ms) 200 [[kubelet] 10.0.3.7:52472]',
    ],
  },
  {
    id: 'apiserver-request-timeout',
    title: { en: 'The API server could not finish a request', zh: 'API 服务器未能完成请求' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-apiserver', 'any'],
    wordings: [
      {
        literal: '(1m0.000',
        regex: /(?:handlers|log)\.go:\d{1,5}\] [A-Z]{3,7} \/\S{1,2000}: \(1m0\.000\d{0,9}s\) 504\b/,
        versions: 'apiserver 1.0-1.4',
      },
      {
        literal: 'request did not complete within',
        regex: /request did not complete within (?:the )?(?:requested|allotted) timeout/,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: 'Timeout or abort while handling',
        regex: /Timeout or abort while handling/,
        versions: 'apiserver 1.20-1.30',
      },
      {
        literal: 'timeout or abort while handling',
        regex: /timeout or abort while handling/,
        versions: 'apiserver 1.22 and later',
      },
      {
        literal: 'because serving request timed out',
        regex: /killing connection\/stream because serving request timed out/,
        versions: 'apiserver 1.8 and later',
      },
      { literal: 'http: Handler timeout', regex: /http: Handler timeout/, versions: 'apiserver 1.8-1.30' },
      {
        literal: 'timeout or abort while serving',
        regex: /timeout or abort while serving/,
        versions: 'apiserver 1.20-1.30',
      },
      { literal: 'ost-timeout activity', regex: /\b[Pp]ost-timeout activity\b/, versions: 'apiserver 1.20 and later' },
      {
        literal: 's) 504 [',
        regex: /(?:wrap|httplog)\.go:\d+\] [A-Z]{3,7} \/\S{1,2000}: \([\d.mµn]{1,30}s\) 504 \[/,
        versions: 'apiserver 1.4-1.18',
      },
      { literal: 'resp=504', regex: /"HTTP" [^\n]{0,2000}\bresp=504\b/, versions: 'apiserver 1.19 and later' },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 34_000 },
    meaning: { en: 'A request ran into the time limit inside the server itself.', zh: '请求在服务器内部超过时限。' },
    usualCauses: { en: 'A slow etcd or a webhook that does not answer.', zh: 'etcd 变慢，或 webhook 不应答。' },
    firstCheck: {
      en: 'etcd latency at that moment; `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`',
      zh: '当时的 etcd 延迟；`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`',
    },
    remedy: { en: 'Relieve etcd; repair or remove the webhook.', zh: '为 etcd 减压；修复或移除 webhook。' },
    source: [
      'kubernetes/apiserver:pkg/endpoints/handlers/finisher/finisher.go',
      'kubernetes/apiserver:pkg/server/filters/timeout.go',
    ],
    matches: [
      'I0204 18:18:24.345736       6 handlers.go:130] GET /api/v1/services?resourceVersion=0: (1m0.000272358s) 504',
      'Timeout: request did not complete within requested timeout - context deadline exceeded',
      'E0513 10:31:02.118001       1 wrap.go:54] "Timeout or abort while handling" method="GET" URI="/api/v1/pods" auditID="3c7c"',
      'E0513 10:31:02.118001       1 writers.go:122] apiserver was unable to write a JSON response: http: Handler timeout',
      'E0513 10:31:02.118001       1 wrap.go:54] timeout or abort while handling: method=GET URI="/api/v1/pods"',
      'E0513 10:31:02.118001       1 runtime.go:77] Observed a panic: &errors.errorString{s:"killing connection/stream because serving request timed out and response had been started"}',
      'E0513 10:31:02.118001       1 wrap.go:54] timeout or abort while serving: GET "/api/v1/pods"',
      'E0412 10:00:00.000001       1 timeout.go:141] "Post-timeout activity" timeElapsed="5.1s" method="GET" path="/api/v1/pods"',
      'I1126 22:24:17.822162      18 httplog.go:90] GET /api/v1/endpoints?limit=500: (1m0.000504s) 504 [kube-proxy/v1.17 (linux/amd64) kubernetes/1e57adb 10.0.3.7:52472]',
      'I0412 10:00:00.000001       1 httplog.go:132] "HTTP" verb="LIST" URI="/api/v1/pods" latency="1m0.2s" userAgent="kubelet/v1.24" srcIP="10.0.3.7:1" resp=504',
    ],
    mustNotMatch: ['request completed within 3 s'],
  },
  {
    id: 'webhook-failed',
    title: { en: 'An admission webhook does not answer', zh: '准入 webhook 不应答' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver', 'event', 'any'],
    wordings: [
      {
        literal: 'Context canceled when calling',
        regex: /\bContext canceled when calling webhook (?<service>[\w./-]{1,253})/,
        versions: 'apiserver 1.27 and later',
      },
      {
        literal: 'Panic calling webhook',
        regex: /\bPanic calling webhook, failing (?:open|closed)/,
        versions: 'apiserver 1.21 and later',
      },
      { literal: 'error getting webhook configuration', regex: /\berror getting webhook configuration: / },
      {
        literal: 'ailed calling webhook',
        regex: /[Ff]ailed calling webhook,? (?:failing (?:open|closed) )?\\*"?(?<service>[\w./-]{1,253})/,
        versions: 'apiserver 1.9-1.30',
      },
      { literal: 'onversion webhook for', regex: /\b[Cc]onversion webhook for [^\n]{1,200} failed\b/ },
      { literal: 'failed to call webhook', regex: /\bfailed to call webhook: / },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The API server had to ask a webhook before it stored an object and got no answer.',
      zh: 'API 服务器在保存对象前需询问 webhook，但未得到应答。',
    },
    usualCauses: {
      en: 'The pod behind the webhook is down, its certificate is wrong, or the network to it is broken.',
      zh: 'webhook 背后的 Pod 未运行、证书错误，或网络不通。',
    },
    firstCheck: { en: 'Endpoints of the service that the configuration names.', zh: '查看配置中 Service 的端点。' },
    remedy: {
      en: 'Restore the webhook or set its failurePolicy to Ignore.',
      zh: '恢复 webhook，或将 failurePolicy 设为 Ignore。',
    },
    source: ['kubernetes/apiserver:pkg/admission/plugin/webhook/mutating/dispatcher.go'],
    matches: [
      'W0513 10:31:29.118001       1 dispatcher.go:208] Context canceled when calling webhook validate.policy.example',
      'W0513 10:31:29.118001       1 dispatcher.go:150] Panic calling webhook, failing open validate.policy.example: boom',
      'E0513 10:31:29.118001       1 mutating_webhook_manager.go:99] error getting webhook configuration: boom',
      'Internal error occurred: failed calling webhook "inject.mesh.example": failed to call webhook: Post "https://injector.mesh.svc:443/inject?timeout=10s": no endpoints available for service "injector"',
      'W0513 10:31:02.118001       1 dispatcher.go:170] Failed calling webhook, failing open inject.mesh.example: failed calling webhook "inject.mesh.example": context deadline exceeded',
      'conversion webhook for cert-manager.io/v1alpha2, Kind=Certificate failed: Post "https://cm.svc/convert?timeout=30s": boom',
      'Internal error occurred: failed to call webhook: Post "https://injector.mesh.svc:443/inject": boom',
    ],
    mustNotMatch: ['admission webhook "policy.example" denied the request: image not allowed'],
  },
  {
    id: 'aggregated-api-unavailable',
    title: { en: 'An aggregated API is unavailable', zh: '聚合 API 不可用' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver', 'kube-controller-manager', 'any'],
    wordings: [
      {
        literal: 'error resolving ',
        regex: /handler_proxy\.go:\d{1,5}\] error resolving [\w.-]{1,63}\/[\w.-]{1,253}: /,
      },
      {
        literal: 'stale GroupVersion discovery',
        regex: /\bstale GroupVersion discovery: /,
        versions: 'client-go 0.27 and later',
      },
      {
        literal: 'server is currently unable to handle',
        regex: /the server is currently unable to handle the request/,
        versions: 'apimachinery 1.8-1.30',
      },
      {
        literal: 'failing or missing response from',
        regex: /failing or missing response from https?:\/\/\S{1,300}/,
        versions: 'kube-aggregator 1.16-1.30',
      },
      {
        literal: 'unable to retrieve the complete list',
        regex: /unable to retrieve the complete list of server APIs/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: 'loading OpenAPI spec for',
        regex: /\bloading OpenAPI spec for "?[\w.-]{1,120}"? failed with(?!: OpenAPI spec does not exist)/,
      },
      { literal: 'server is unable to handle', regex: /\bserver is unable to handle the request\b/ },
      { literal: 'FailedDiscoveryCheck', regex: /\bFailedDiscoveryCheck\b/ },
      { literal: 'error trying to reach service', regex: /\berror trying to reach service: / },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An API that another pod serves (metrics, for example) does not answer; deletions of namespaces and autoscaling wait for it.',
      zh: '由其他 Pod 提供的 API（如 metrics）不应答；命名空间删除与自动扩缩会受影响。',
    },
    usualCauses: {
      en: 'Its pod is down or the pod network from the control plane is broken.',
      zh: '其 Pod 未运行，或控制面到 Pod 网络不通。',
    },
    firstCheck: { en: '`kubectl get apiservices | grep False`', zh: '执行 `kubectl get apiservices | grep False`' },
    remedy: { en: 'Restore that pod or delete the stale APIService.', zh: '恢复该 Pod，或删除失效的 APIService。' },
    source: ['kubernetes/kube-aggregator:pkg/controllers/status/available_controller.go'],
    matches: [
      'E0513 10:31:13.118001       1 handler_proxy.go:144] error resolving kube-system/metrics-server: boom',
      'I0513 10:31:46.118001       1 garbagecollector.go:828] "failed to discover some groups" groups="map[metrics.k8s.io/v1beta1:stale GroupVersion discovery: metrics.k8s.io/v1beta1]"',
      'unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request',
      'E0513 10:31:02.118001       1 available_controller.go:420] v1beta1.metrics.k8s.io failed with: failing or missing response from https://10.244.3.9:4443/apis/metrics.k8s.io/v1beta1: Get "https://10.244.3.9:4443": dial tcp 10.244.3.9:4443: i/o timeout',
      'E0905 14:47:55.129404       1 controller.go:116] loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: failed to retrieve openAPI spec, http error: ResponseCode: 503',
      'Error from server (ServiceUnavailable): the server is unable to handle the request',
      'reason: FailedDiscoveryCheck',
      'error trying to reach service: dial tcp 10.0.3.7:443: connect: connection refused',
    ],
    mustNotMatch: [
      'failing or missing responses were counted',
      'E0905 14:47:55.129404       1 controller.go:116] loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: OpenAPI spec does not exist',
    ],
  },
  {
    id: 'apiserver-client-gone',
    title: { en: 'The API server answers a client that has left', zh: 'API 服务器应答时客户端已离开' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver'],
    wordings: [
      {
        literal: 'apiserver was unable to write a ',
        regex: /apiserver was unable to write a (?:fallback )?(?:protobuf|cbor|CBOR|YAML|yaml|json) response: /,
        versions: 'apiserver 1.31 and later',
      },
      {
        literal: 'that is not an metav1.Status',
        regex: /apiserver received an error that is not an metav1\.Status: /,
        versions: 'apiserver 1.15-1.30',
      },
      {
        literal: 'that is not an unversioned.Status',
        regex: /apiserver received an error that is not an unversioned\.Status: /,
        versions: 'apiserver 1.0-1.5',
      },
      {
        literal: 'unable to write a JSON response',
        regex: /apiserver was unable to write a JSON response: /,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: 'write a fallback JSON response',
        regex: /apiserver was unable to write a fallback JSON response: /,
        versions: 'apiserver 1.18-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A request was cancelled by its client or ran into its limit while the server worked on it.',
      zh: '请求在处理期间被客户端取消或超时。',
    },
    usualCauses: {
      en: 'A slow etcd or an overloaded server; single ones happen when clients restart.',
      zh: 'etcd 缓慢或服务器过载；客户端重启时偶发属正常。',
    },
    firstCheck: { en: 'How many a minute, and etcd latency at that time.', zh: '看每分钟数量及当时的 etcd 延迟。' },
    remedy: { en: 'Relieve etcd and the API server.', zh: '为 etcd 和 API 服务器减压。' },
    source: ['kubernetes/apiserver:pkg/endpoints/handlers/responsewriters/status.go'],
    matches: [
      'E0513 10:31:30.118001       1 writers.go:130] "Unhandled Error" err="apiserver was unable to write a protobuf response: boom"',
      'E0127 15:04:16.102073       1 errors.go:63] apiserver received an error that is not an unversioned.Status: too old resource version',
      'E0513 10:31:02.118001       1 status.go:71] apiserver received an error that is not an metav1.Status: &errors.errorString{s:"context canceled"}',
      'E0513 10:31:02.118001       1 writers.go:118] apiserver was unable to write a JSON response: http: Handler timeout',
      'E0513 10:31:02.118001       1 writers.go:131] apiserver was unable to write a fallback JSON response: http: Handler timeout',
    ],
    mustNotMatch: ['E0513 10:31:02.118001       1 status.go:64] apiserver started'],
  },
  {
    id: 'apiserver-trace-slow',
    title: { en: 'A request to the API server took long', zh: 'API 服务器处理请求缓慢' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'context',
    quietUnderMs: 2000,
    emitters: ['kube-apiserver'],
    wordings: [
      {
        literal: '(total time: ',
        regex:
          /Trace\[\d{1,20}\]: \\*"(?<verb>Create|Update|Patch|Get|List|Delete|GuaranteedUpdate etcd3|List etcd3|cacher list|Reflector ListAndWatch|List\(recursive=true\) etcd3)(?: \/[^"\n]{0,300}|: \*[^"\n]{0,100})?\\*"[^\n]{0,600}\(total time: (?<took>[\d.hmsµn]{2,20})\)/,
        versions: 'apiserver 1.8-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'A traced request, with the time it took inside the server (and etcd).',
      zh: '被跟踪的请求及其在服务器（含 etcd）内的耗时。',
    },
    usualCauses: { en: 'A slow etcd, a webhook, a very large list.', zh: 'etcd 缓慢、webhook，或列表过大。' },
    firstCheck: {
      en: 'Which step of the trace took the time: reading and writing points at etcd (`etcdctl endpoint status`), admission at webhooks (`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`).',
      zh: 'Trace 中耗时的是哪一步：读写指向 etcd（`etcdctl endpoint status`），准入指向 Webhook（`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`）。',
    },
    remedy: { en: 'Relieve what took the time.', zh: '处理耗时的环节。' },
    source: ['kubernetes/apiserver:pkg/endpoints/handlers/update.go'],
    matches: [
      'I0513 10:31:02.118001       1 trace.go:116] Trace[1268955959]: "Update" url:/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-17,user-agent:kubelet/v1.17.3,client:10.0.3.17 (started: 2022-05-13 10:30:59.118 +0000 UTC m=+61555.5) (total time: 2.977426224s):',
      'I0513 10:31:02.118001       1 trace.go:76] Trace[106718694]: "Create /api/v1/nodes" (started: 2022-05-13 10:30:58.118 +0000 UTC m=+6.2) (total time: 4.0041s):',
      'I0513 10:31:02.118001       1 trace.go:76] Trace[164099161]: "GuaranteedUpdate etcd3: *core.Node" (started: 2022-05-13 10:30:58.118 +0000 UTC m=+13.1) (total time: 4.6488s):',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001       1 trace.go:76] Trace[1268955959]: "iptables restore" (started: 2022-05-13 10:30:59) (total time: 4.1s):',
    ],
  },
  {
    id: 'apiserver-request-stalled',
    title: { en: 'Requests took the API server five seconds and more', zh: 'API 服务器处理请求耗时五秒以上' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver'],
    wordings: [
      {
        literal: '(total time: ',
        regex:
          /Trace\[\d{1,20}\]: \\*"(?:Create|Update|Patch|Get|Delete|GuaranteedUpdate etcd3|List etcd3)\\*"(?![^\n]{0,300}\/(?:log|exec|attach|proxy|portforward)\b)[^\n]{0,600}\(total time: (?<took>(?:[5-9]\d{3}|\d{5,7})ms|(?:[5-9]|\d{2,4})(?:\.\d{1,9})?s|\d{1,3}m\d[\d.]{0,11}s)\)/,
        versions: 'apiserver 1.10-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'Single objects took seconds to read or write: the server waits for its store, a webhook, or the processor.',
      zh: '读写单个对象耗时数秒：服务器在等存储、webhook 或 CPU。',
    },
    usualCauses: {
      en: 'A slow disk below etcd or SQLite, an overloaded machine, a webhook that does not answer.',
      zh: 'etcd 或 SQLite 所在磁盘慢、机器过载，或 webhook 无应答。',
    },
    firstCheck: {
      en: 'Which step of the trace took the time: reading and writing points at etcd (`etcdctl endpoint status`), admission at webhooks (`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`).',
      zh: 'Trace 中耗时的是哪一步：读写指向 etcd（`etcdctl endpoint status`），准入指向 Webhook（`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`）。',
    },
    remedy: { en: 'A faster disk for the store; less load.', zh: '为存储换更快的磁盘；降低负载。' },
    source: ['kubernetes/apiserver:pkg/endpoints/handlers/update.go'],
    matches: [
      'I0513 10:31:02.118001       1 trace.go:205] Trace[1268955959]: "Create" url:/api/v1/namespaces/shop/events,user-agent:kubelet/v1.19.4,client:10.0.3.17 (13-May-2022 10:30:52.110) (total time: 10006ms):',
      'I0513 10:31:02.118001       1 trace.go:116] Trace[22746264]: "GuaranteedUpdate etcd3" type:*core.Endpoints (started: 2022-05-13 10:30:52.118 +0000 UTC m=+84.13) (total time: 9.956183886s):',
    ],
    mustNotMatch: [
      'I0412 10:00:05.000001       1 trace.go:205] Trace[12345]: "Create" url:/api/v1/pods,client:10.0.0.1 (12-Apr-2023 10:00:04.450) (total time: 550ms):',
      'I0513 10:31:02.118001       1 trace.go:116] Trace[1268955959]: "Update" url:/api/v1/nodes/node-17/status,client:10.0.3.17 (started: 2022-05-13 10:30:59.118 +0000 UTC m=+61555.5) (total time: 2.977426224s):',
      'I0513 10:31:02.118001       1 trace.go:205] Trace[1268955959]: "Get" url:/api/v1/namespaces/shop/pods/web-0/log,client:10.0.3.17 (13-May-2022 10:30:02.110) (total time: 60006ms):',
      'I0513 10:31:02.118001       1 trace.go:205] Trace[1298498081]: "iptables restore" (13-May-2021 10:27:47.118) (total time: 5013ms):',
    ],
  },
  {
    id: 'healthz-check-failed',
    title: { en: 'A part of the API server reports itself unhealthy', zh: 'API 服务器的某个组件自检失败' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'failed: reason withheld',
        regex:
          /\[-\](?<check>etcd|kms-provider(?:s|-\d{1,3})|poststarthook\/[\w-]{1,80}|informer-sync|shutdown)(?:[\w-]{0,20}) failed: reason withheld/,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: ' check failed: healthz',
        regex:
          /(?<check>etcd|kms-provider(?:s|-\d{1,3})|poststarthook\/[\w-]{1,80}|informer-sync|shutdown) check failed: healthz/,
        versions: 'apiserver 1.18-1.30',
      },
      {
        literal: ' check failed: readyz',
        regex:
          /(?<check>etcd|kms-provider(?:s|-\d{1,3})|poststarthook\/[\w-]{1,80}|informer-sync|shutdown) check failed: readyz/,
        versions: 'apiserver 1.18-1.30',
      },
      {
        literal: ' check failed: livez',
        regex:
          /(?<check>etcd|kms-provider(?:s|-\d{1,3})|poststarthook\/[\w-]{1,80}|informer-sync|shutdown) check failed: livez/,
        versions: 'apiserver 1.18-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The health answer of the server names this part as failed: etcd out of reach, or a start step not done.',
      zh: '服务器健康检查中该项失败：etcd 不可达，或启动步骤未完成。',
    },
    usualCauses: {
      en: 'etcd slow or down; in the first seconds after a start it is normal.',
      zh: 'etcd 缓慢或宕机；启动后数秒内属正常。',
    },
    firstCheck: { en: '`kubectl get --raw /readyz?verbose`', zh: '执行 `kubectl get --raw /readyz?verbose`' },
    remedy: { en: 'Restore etcd.', zh: '恢复 etcd。' },
    source: ['kubernetes/apiserver:pkg/server/healthz/healthz.go'],
    matches: [
      '[-]etcd failed: reason withheld',
      'I0513 10:31:02.118001       1 healthz.go:261] etcd check failed: readyz',
      'I0513 10:31:02.118001       1 healthz.go:261] kms-providers check failed: readyz',
      'I0513 10:31:02.118001       1 healthz.go:261] etcd check failed: healthz',
      'I0513 10:31:02.118001       1 healthz.go:261] poststarthook/start-apiextensions-controllers check failed: livez',
    ],
    mustNotMatch: ['[+]etcd ok', '[-]syncloop failed: reason withheld'],
  },
  {
    id: 'apiserver-stop-asked',
    title: { en: 'An API server ends in order', zh: 'API server 有序退出' },
    category: 'other',
    severity: 'info',
    role: 'context',
    // Connections to it end with it, until the next one serves.
    excuses: [
      'api-refused',
      'api-timeout',
      'api-request-cut',
      'node-lease-failed',
      'node-status-update-failed',
      'leader-lock-update-failed',
      'reflector-failed',
      'events-rejected',
    ],
    excusesMs: 90_000,
    excusesOnNode: true,
    emitters: ['kube-apiserver'],
    wordings: [
      {
        literal: 'apiserver is exiting',
        regex: /\[graceful-termination\] apiserver is exiting/,
        versions: 'kube-apiserver 1.22 and later',
      },
      {
        literal: 'kubernetes service endpoint reconciler',
        regex: /\bShutting down kubernetes service endpoint reconciler/,
        versions: 'kube-apiserver 1.11 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The API server got a signal and takes leave of its clients before it ends; a crash does not say this.',
      zh: 'API server 收到信号后先与客户端断开再退出；崩溃时不会出现这一行。',
    },
    usualCauses: {
      en: 'A new manifest or certificate, an upgrade; or kubelet that ends it for a failed probe.',
      zh: '清单或证书更新、升级；或探针失败后被 kubelet 终止。',
    },
    firstCheck: {
      en: 'Did `/etc/kubernetes/manifests/kube-apiserver.yaml` change at that time? Else the probes of its pod.',
      zh: '`/etc/kubernetes/manifests/kube-apiserver.yaml` 当时是否有改动？否则查看其 Pod 的探针。',
    },
    remedy: { en: 'None when it was wanted.', zh: '若为预期操作则无需处理。' },
    source: [
      'kubernetes/apiserver:pkg/server/genericapiserver.go',
      'kubernetes/kubernetes:pkg/controlplane/controller/kubernetesservice',
    ],
    matches: [
      'I0912 09:59:50.000002       1 genericapiserver.go:685] [graceful-termination] apiserver is exiting',
      'I0912 09:59:40.000002       1 controller.go:128] Shutting down kubernetes service endpoint reconciler',
    ],
    mustNotMatch: ['Starting kubernetes service endpoint reconciler', 'the apiserver is exiting the pool'],
  },
  {
    id: 'apiserver-serving',
    title: { en: 'An API server or controller began to serve', zh: 'API server 或控制器开始提供服务' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'recovery',
    ends: ['etcd-unreachable'],
    // It starts together with etcd, and asks for it before that listens.
    excusesMs: 30_000,
    emitters: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
    wordings: [
      {
        literal: 'Serving securely on ',
        regex: /\bServing securely on (?<address>\S{1,100})/,
        versions: 'kube-apiserver 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The server has reached its store and listens.',
      zh: '服务已连上存储并开始监听。',
    },
    usualCauses: { en: 'A start.', zh: '一次启动。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:staging/src/k8s.io/apiserver/pkg/server/secure_serving.go'],
    matches: ['I0202 05:00:15.600210       1 secure_serving.go:213] Serving securely on [::]:6443'],
    mustNotMatch: ['Serving insecurely on 127.0.0.1:8080'],
  },
  {
    id: 'apiserver-start-done',
    title: { en: 'An API server has finished its start', zh: 'API server 启动完成' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'recovery',
    ends: ['healthz-check-failed', 'etcd-unhealthy', 'etcd-unreachable'],
    // It asks itself how it is from the first second on, and says no until all hooks have run.
    excusesMs: 60_000,
    emitters: ['kube-apiserver'],
    wordings: [
      {
        literal: 'system priority classes are created',
        regex: /\ball system priority classes are created successfully\b/,
        versions: 'kube-apiserver 1.11 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One of the last things that an API server does at its start: it has read from and written to its store.',
      zh: 'API server 启动时最后的步骤之一：它已能读写存储。',
    },
    usualCauses: { en: 'A start.', zh: '一次启动。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['kubernetes/kubernetes:pkg/registry/scheduling/rest/storage_scheduling.go'],
    matches: [
      'I0202 05:00:17.220019       1 storage_scheduling.go:111] all system priority classes are created successfully or already exist.',
    ],
    mustNotMatch: ['created PriorityClass system-node-critical with value 2000001000'],
  },
];
