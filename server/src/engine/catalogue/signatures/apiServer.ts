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
        literal: 'ailed calling webhook',
        regex: /[Ff]ailed calling webhook,? (?:failing (?:open|closed) )?\\*"?(?<service>[\w./-]{1,253})/,
        versions: 'apiserver 1.9-1.30',
      },
      { literal: 'conversion webhook for', regex: /\b[Cc]onversion webhook for [^\n]{1,200} failed\b/ },
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
      { literal: 'loading OpenAPI spec for', regex: /\bloading OpenAPI spec for "?[\w.-]{1,120}"? failed with/ },
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
      'unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request',
      'E0513 10:31:02.118001       1 available_controller.go:420] v1beta1.metrics.k8s.io failed with: failing or missing response from https://10.244.3.9:4443/apis/metrics.k8s.io/v1beta1: Get "https://10.244.3.9:4443": dial tcp 10.244.3.9:4443: i/o timeout',
      'E0905 14:47:55.129404       1 controller.go:116] loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: failed to retrieve openAPI spec, http error: ResponseCode: 503',
      'Error from server (ServiceUnavailable): the server is unable to handle the request',
      'reason: FailedDiscoveryCheck',
      'error trying to reach service: dial tcp 10.0.3.7:443: connect: connection refused',
    ],
    mustNotMatch: ['failing or missing responses were counted'],
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
          /Trace\[\d{1,20}\]: \\*"(?<verb>Create|Update|Patch|Get|List|Delete|GuaranteedUpdate etcd3|List etcd3|cacher list|Reflector ListAndWatch|List\(recursive=true\) etcd3)\\*"[^\n]{0,600}\(total time: (?<took>[\d.hmsµn]{2,20})\)/,
        versions: 'apiserver 1.10-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'A traced request, with the time it took inside the server (and etcd).',
      zh: '被跟踪的请求及其在服务器（含 etcd）内的耗时。',
    },
    usualCauses: { en: 'A slow etcd, a webhook, a very large list.', zh: 'etcd 缓慢、webhook，或列表过大。' },
    firstCheck: { en: 'The steps of the trace: which one took the time.', zh: '查看 Trace 的步骤：耗时在哪一步。' },
    remedy: { en: 'Relieve what took the time.', zh: '处理耗时的环节。' },
    source: ['kubernetes/apiserver:pkg/endpoints/handlers/update.go'],
    matches: [
      'I0513 10:31:02.118001       1 trace.go:116] Trace[1268955959]: "Update" url:/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-17,user-agent:kubelet/v1.17.3,client:10.0.3.17 (started: 2022-05-13 10:30:59.118 +0000 UTC m=+61555.5) (total time: 2.977426224s):',
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
    firstCheck: { en: 'The steps of the trace: which one took the time.', zh: '查看 Trace 的步骤：耗时在哪一步。' },
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
          /\[-\](?<check>etcd|poststarthook\/[\w-]{1,80}|informer-sync|shutdown)(?:[\w-]{0,20}) failed: reason withheld/,
        versions: 'apiserver 1.8-1.30',
      },
      {
        literal: ' check failed: ',
        regex:
          /(?<check>etcd|poststarthook\/[\w-]{1,80}|informer-sync|shutdown) check failed: (?:healthz|readyz|livez)/,
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
    ],
    mustNotMatch: ['[+]etcd ok', '[-]syncloop failed: reason withheld'],
  },
];
