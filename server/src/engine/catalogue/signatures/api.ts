/** The API server as its clients on the node see it: refused, late, a dead connection, credentials or rights that do not count. */
import type { Signature } from '../signature';

export const apiSignatures: readonly Signature[] = [
  {
    id: 'api-refused',
    title: { en: 'Nobody listens where the API server should be', zh: 'API 服务器地址无人监听' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler', 'cni', 'any'],
    wordings: [
      {
        literal: 'connection refused',
        regex:
          /(?<![Pp]robe [^\n]{0,400})https?:\/\/(?!(?:localhost|127\.0\.0\.1):10248)[^\s"/]{1,253}\/(?:apis?|healthz|livez|readyz|version|openapi)\b[^\n]{0,500}?dial tcp (?<address>(?![\w.:[\]-]{1,100}:(?:2379|2380|4001|7001): )[\w.:[\]-]{1,100}): (?:connect: |getsockopt: )?connection refused/,
        versions: 'Go 1.x',
      },
      {
        literal: 'connection refused',
        regex:
          /dial tcp (?<address>[\w.[\]-]{0,100}(?:[\w.[\]-]|:[\da-f:]{0,40}\]):(?:6443|6444|8443|16443|9345)): (?:connect: |getsockopt: )?connection refused/,
        versions: 'Go 1.x',
      },
      {
        literal: 'The connection to the server ',
        regex: /The connection to the server (?<address>\S{1,120}) was refused\b/,
        versions: 'kubectl',
      },
    ],
    time: { kind: 'instant' },
    // Whoever lives beside the API server asks it before it listens.
    normalAtStart: /dial tcp (?:127\.0\.0\.1|\[::1\]|localhost):\d{2,5}: (?:connect: |getsockopt: )?connection refused/,
    meaning: {
      en: 'The connection was refused at once: the API server or the balancer in front of it does not run.',
      zh: '连接被立即拒绝：API 服务器或其前端负载均衡没有运行。',
    },
    usualCauses: {
      en: 'The server crashed or restarts; on one node only: its local balancer. A few of them while a control plane starts are normal.',
      zh: '服务器崩溃或重启；若仅一个节点出现则为其本地负载均衡。控制面启动过程中少量出现属正常。',
    },
    firstCheck: {
      en: '`curl -k https://ADDRESS/healthz`; the log of the server on that address.',
      zh: '`curl -k https://地址/healthz`；查看该地址上服务器的日志。',
    },
    remedy: { en: 'Start the server; look for what ended it.', zh: '启动该服务器，并查明其终止原因。' },
    source: ['golang/go:src/net/net.go', 'kubernetes/client-go:rest/request.go'],
    matches: [
      'Get "https://10.0.3.2/api/v1/nodes/node-17?timeout=10s": dial tcp 10.0.3.2:443: connect: connection refused',
      'E0513 10:31:02.118001    2211 reflector.go:126] k8s.io/client-go/informers/factory.go:133: Failed to list *v1.Node: Get https://10.0.3.2:6443/api/v1/nodes?limit=500: dial tcp 10.0.3.2:6443: connect: connection refused',
      'dial tcp 10.0.3.2:6443: connect: connection refused',
      'The connection to the server 10.0.3.2:6443 was refused - did you specify the right host or port?',
    ],
    mustNotMatch: [
      'I0513 10:31:02.118001    1611 prober.go:107] "Probe failed" probeType="Readiness" pod="kube-system/cilium-7x2k9" podUID="5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa" containerName="cilium-agent" probeResult="failure" output="Get \\"http://127.0.0.1:9879/healthz\\": dial tcp 127.0.0.1:9879: connect: connection refused"',
      'Liveness probe failed: Get "https://10.244.2.2:4443/livez": dial tcp 10.244.2.2:4443: connect: connection refused',
      'Readiness probe failed: Get "http://10.244.3.7:8080/ready": dial tcp 10.244.3.7:8080: connect: connection refused',
      'dial unix /var/run/docker.sock: connect: connection refused',
      'connection error: desc = "transport: Error while dialing dial tcp 127.0.0.1:2379: connect: connection refused"',
      'Get https://10.0.3.3:2380/version: dial tcp 10.0.3.3:2380: connect: connection refused',
      'Get "https://registry.example/v2/": dial tcp 10.0.9.9:443: connect: connection refused',
    ],
  },
  {
    id: 'api-timeout',
    title: { en: 'The API server does not answer in time', zh: 'API 服务器未在时限内应答' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler', 'cni', 'any'],
    wordings: [
      {
        literal: 'i/o timeout',
        regex:
          /(?<!probe [^\n]{0,300})(?:https?:\/\/(?!(?:localhost|127\.0\.0\.1):10248)[^\s"/]{1,253}\/(?:apis?|healthz|livez|readyz|version|openapi)\b[^\n]{0,500}?|dial tcp (?<address>[\w.[\]-]{1,100}:(?:6443|6444|8443|16443|9345))): i\/o timeout/,
        versions: 'Go 1.x',
      },
      {
        literal: 'TLS handshake timeout',
        regex: /(?<!\/v2\/[^\n]{0,300})net\/http: TLS handshake timeout/,
        versions: 'Go 1.x',
      },
      {
        literal: 'context deadline exceeded',
        regex:
          /(?:Get|Put|Post|Patch|Delete|GET|PUT|POST|PATCH|DELETE) \\*"?https?:\/\/[^\s"/]{1,253}\/apis?\/[^\s"]{1,500}: (?:net\/http: )?context deadline exceeded/,
        versions: 'Go 1.9 and later',
      },
      {
        literal: 'context deadline exceeded',
        regex:
          /(?:Get|Put|Post|Patch|Delete|GET|PUT|POST|PATCH|DELETE) \\*"https?:\/\/[^\s"/]{1,253}\/apis?\/[^\s"]{1,500}\\*": (?:net\/http: )?context deadline exceeded/,
        versions: 'Go 1.14 and later',
      },
      {
        literal: 'request canceled',
        regex: /https?:\/\/[^\s"/]{1,253}\/apis?\/[^\s"]{1,500}\\*"?: (?:net\/http: )?request canceled/,
        versions: 'Go 1.x',
      },
      {
        literal: 'retrieving resource lock',
        regex: /retrieving resource lock [^\n]{1,600}\(Client\.Timeout exceeded/,
        versions: 'client-go 1.10 and later',
      },
      {
        literal: 'no route to host',
        regex: /https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: (?:connect: )?no route to host/,
        versions: 'Go 1.x',
      },
      {
        literal: 'no route to host',
        regex: /dial tcp (?<address>[\w.[\]-]{1,100}:(?:6443|6444|8443|16443|9345)): (?:connect: )?no route to host/,
        versions: 'Go 1.x',
      },
      {
        literal: 'network is unreachable',
        regex: /https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: (?:connect: )?network is unreachable/,
        versions: 'Go 1.x',
      },
      {
        literal: 'Unable to connect to the server',
        regex: /Unable to connect to the server: (?<reason>[^\n]{1,200})/,
        versions: 'kubectl',
      },
      {
        literal: 'cannot complete the requested operation',
        regex: /the server cannot complete the requested operation at this time, try again later/,
        versions: 'apimachinery 1.0-1.30',
      },
      {
        literal: 'in the time allotted',
        regex: /the server was unable to return a response in the time allotted/,
        versions: 'apimachinery 1.8-1.30',
      },
      {
        literal: 'connect: connection timed out',
        regex:
          /https?:\/\/[^\s"/]{1,253}\/(?:apis?|healthz|livez|readyz|version)\b[^\n]{0,500}?dial tcp (?<address>[\w.:[\]-]{3,100}): connect: connection timed out/,
        versions: 'Go 1.x',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 10_000 },
    meaning: {
      en: 'A request to the API server got no answer within its limit, ten seconds for heartbeats.',
      zh: '对 API 服务器的请求在时限内（心跳为 10 秒）没有得到应答。',
    },
    usualCauses: {
      en: 'Packets are lost on the way, or the API server or its etcd is overloaded.',
      zh: '途中丢包，或 API 服务器、etcd 过载。',
    },
    firstCheck: {
      en: 'Do other nodes see it too? Then the server, else the path.',
      zh: '其他节点是否也有？是则查服务器，否则查网络路径。',
    },
    remedy: { en: 'Restore the path; relieve API server and etcd.', zh: '恢复网络路径；为 API 服务器和 etcd 减压。' },
    source: ['golang/go:src/net/http/transport.go', 'kubernetes/component-helpers:apimachinery/lease/controller.go'],
    matches: [
      'Get "https://10.0.3.2:6443/api/v1/nodes/node-17?timeout=10s": dial tcp 10.0.3.2:6443: i/o timeout',
      'dial tcp 10.0.3.2:6443: i/o timeout',
      'Unable to connect to the server: net/http: TLS handshake timeout',
      'the server cannot complete the requested operation at this time, try again later (get endpoints web)',
      'E0513 10:31:02.118001       1 leaderelection.go:330] error retrieving resource lock kube-system/kube-scheduler: Get https://api/kube-scheduler?timeout=10s: net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'E0513 10:31:02.118001    2211 kubelet_node_status.go:391] Error updating node status, will retry: error getting node "node-17": Get https://10.0.3.2:6443/api/v1/nodes/node-17?resourceVersion=0&timeout=10s: context deadline exceeded',
      'Put "https://10.0.3.2:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-17?timeout=10s": context deadline exceeded',
      'Get "https://10.0.3.2:6443/api/v1/pods": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'Get "https://10.0.3.2:6443/api/v1/pods": dial tcp 10.0.3.2:6443: connect: no route to host',
      'Get "https://10.0.3.2:6443/api/v1/pods": dial tcp 10.0.3.2:6443: connect: network is unreachable',
      'the server was unable to return a response in the time allotted, but may still be processing the request (get pods)',
      '2023-05-13 10:31:02.118 [ERROR][4711] status-reporter/discovery.go 192: Unable to get Typha service endpoints from Kubernetes. error=Get "https://172.20.0.1:443/api/v1/namespaces/calico-system/endpoints/calico-typha": dial tcp 172.20.0.1:443: connect: connection timed out',
    ],
    mustNotMatch: [
      'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'Get "https://registry.example/v2/": net/http: TLS handshake timeout',
      'Readiness probe failed: Get "http://10.244.3.7:8080/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      'dial tcp 10.244.3.7:8080: i/o timeout',
    ],
  },
  {
    id: 'http2-dead-connection',
    title: { en: 'A connection to the API server broke', zh: '到 API 服务器的连接中断' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-proxy', 'any'],
    wordings: [
      {
        literal: 'use of closed network connection',
        regex:
          /(?:https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?|write tcp [\w.:[\]-]{3,60}->(?<address>[\w.:[\]-]{3,60}): )use of closed network connection/,
        versions: 'Go 1.x',
      },
      {
        literal: 'http2: client connection ',
        regex: /http2: client connection (?:lost|force closed)/,
        versions: 'Go 1.15 and later',
      },
      {
        literal: 'server sent GOAWAY',
        regex: /http2: server sent GOAWAY and closed the connection/,
        versions: 'Go 1.9 and later',
      },
      {
        literal: 'no cached connection was available',
        regex: /http2: no cached connection was available/,
        versions: 'Go 1.9 and later',
      },
      {
        literal: 'nexpected EOF',
        regex: /https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: unexpected EOF/,
        versions: 'Go 1.x',
      },
      {
        literal: 'onnection reset by peer',
        regex: /https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: connection reset by peer/,
        versions: 'Go 1.x',
      },
      {
        literal: ' leaderelection.go:',
        regex:
          /\b[EFW]\d{4} [\d:.]{8,18} +\d{1,10} leaderelection\.go:\d{1,5}\] [^\n]{0,300}https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: EOF\b/,
        versions: 'Go 1.x',
      },
      {
        literal: ' reflector.go:',
        regex:
          /\b[EFW]\d{4} [\d:.]{8,18} +\d{1,10} reflector\.go:\d{1,5}\] [^\n]{0,300}https?:\/\/[^\s"/]{1,253}\/apis?\/[^\n]{0,500}?: EOF\b/,
        versions: 'Go 1.x',
      },
      {
        literal: 'decode an event from the watch',
        regex: /unable to decode an event from the watch stream: (?<reason>[^\n]{1,200})/,
        versions: 'client-go 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An established connection to the API server was lost. Clients up to about Kubernetes 1.19 keep using the dead one for up to 15 minutes.',
      zh: '到 API 服务器的既有连接丢失。Kubernetes 1.19 之前的客户端可能继续使用失效连接长达 15 分钟。',
    },
    usualCauses: {
      en: 'A network card or balancer that flaps, a server that restarts.',
      zh: '网卡或负载均衡抖动，或服务器重启。',
    },
    firstCheck: {
      en: '`ss -tno dst ADDRESS`: a growing timer on the old connection?',
      zh: '`ss -tno dst 地址`：旧连接上的计时器是否不断增长？',
    },
    remedy: {
      en: 'Restart the client (kubelet); upgrade; cure the flapping.',
      zh: '重启客户端（kubelet）；升级；消除抖动。',
    },
    source: [
      'https://github.com/kubernetes/kubernetes/issues/87615',
      'https://github.com/kubernetes/kubernetes/issues/92164',
    ],
    matches: [
      'E0513 10:27:49.118001       1 leaderelection.go:317] err: Put https://10.0.3.2:6443/api/v1/namespaces/kube-system/endpoints/kube-scheduler: EOF',
      'E0513 10:27:49.118001       1 reflector.go:203] pkg/kubelet/kubelet.go:384: Failed to list *api.Service: Get https://10.0.3.2:6443/api/v1/services?resourceVersion=0: EOF',
      'Error updating node status, will retry: error getting node "node-17": Get https://10.0.3.2:6443/api/v1/nodes/node-17?timeout=10s: write tcp 10.0.3.17:51210->10.0.3.2:6443: use of closed network connection',
      'Get "https://10.0.3.2:6443/api/v1/nodes": http2: client connection lost',
      'http2: server sent GOAWAY and closed the connection; LastStreamID=2431, ErrCode=NO_ERROR, debug=""',
      'Get https://10.0.3.2:6443/api/v1/nodes: http2: no cached connection was available',
      'Patch "https://10.0.3.2:6443/api/v1/nodes/node-17/status?timeout=10s": unexpected EOF',
      'Get "https://10.0.3.2:6443/api/v1/pods": read tcp 10.0.3.17:51210->10.0.3.2:6443: read: connection reset by peer',
      'an error on the server ("unable to decode an event from the watch stream: http2: client connection lost") has prevented the request from succeeding',
    ],
    mustNotMatch: [
      'accept tcp [::]:8080: use of closed network connection',
      'error copying from local connection to remote stream: read tcp4 10.244.3.7:8080: read: connection reset by peer',
    ],
  },
  {
    id: 'api-unauthorized',
    title: { en: 'The API server refuses the credentials', zh: 'API 服务器拒绝凭据' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-apiserver', 'kube-proxy', 'cni', 'any'],
    wordings: [
      {
        literal: 'nable to authenticate the request',
        regex: /[Uu]nable to authenticate the request(?: due to an error)?(?:: |\\*" err=\\*")(?!context canceled)/,
        versions: 'apiserver and kubelet 1.8-1.30',
      },
      {
        literal: 'Unauthorized',
        regex: /(?<!is unauthorized)(?:: |\berr=\\*")Unauthorized\b/,
        versions: 'apimachinery 1.8-1.30',
      },
      {
        literal: 'client to provide credentials',
        regex: /the server has asked for the client to provide credentials/,
        versions: 'apimachinery 1.8-1.30',
      },
      { literal: 'must be logged in to the server', regex: /You must be logged in to the server/, versions: 'kubectl' },
      { literal: 'oken has expired', regex: /\b[Tt]oken has expired\b/, versions: 'apiserver 1.8-1.30' },
      {
        literal: 'token has been invalidated',
        regex: /service account token has been invalidated/,
        versions: 'apiserver 1.18-1.30',
      },
      { literal: 'token is expired by', regex: /\btoken is expired by (?<late>[\d.hmsµn]{2,24})/, versions: 'oidc' },
      { literal: 'token used before issued', regex: /\btoken used before issued\b/, versions: 'oidc' },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'A certificate or token was not accepted.', zh: '证书或令牌未被接受。' },
    usualCauses: {
      en: 'Expired or rotated credentials, another CA after a reinstall, a wrong clock.',
      zh: '凭据过期或已轮换、重装后 CA 不同、时钟错误。',
    },
    firstCheck: {
      en: '`openssl x509 -noout -dates -in CERT`; `date -u` on both sides.',
      zh: '`openssl x509 -noout -dates -in 证书`；两端执行 `date -u`。',
    },
    remedy: { en: 'Renew the credentials; correct the clock.', zh: '更新凭据；校正时钟。' },
    source: ['kubernetes/apiserver:pkg/endpoints/filters/authentication.go'],
    matches: [
      'validation failed: token used before issued',
      'error validating bearer token: token is expired by 2m1s',
      'E0513 10:31:02.118001       1 authentication.go:63] "Unable to authenticate" err="[invalid bearer token, service account token has been invalidated]"',
      '[invalid bearer token, Token has expired.]',
      'E0513 10:31:02.118001       1 authentication.go:63] Unable to authenticate the request due to an error: invalid bearer token',
      'E0513 10:31:02.118001       1 authentication.go:70] "Unable to authenticate the request" err="[invalid bearer token, Token has expired.]"',
      'E0513 10:31:02.118001    2211 reflector.go:126] k8s.io/kubernetes/pkg/kubelet/kubelet.go:451: Failed to list *v1.Node: Unauthorized',
      'error: the server has asked for the client to provide credentials',
      'error: You must be logged in to the server (Unauthorized)',
    ],
    mustNotMatch: [
      'connection is unauthorized: Unauthorized access',
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope',
      'Failed to pull image "registry.example/api:1": unexpected status code 401 Unauthorized',
    ],
  },
  {
    id: 'reflector-failed',
    title: { en: 'A client cannot list or watch objects', zh: '客户端无法列出或监听对象' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    impact: 0,
    emitters: ['kubelet', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler', 'cni', 'any'],
    wordings: [
      {
        literal: 'Failed to watch',
        regex: / reflector\.go:\d{1,5}\] \\*"Failed to watch\\*" err=/,
        versions: 'client-go 0.32 and later',
      },
      {
        literal: 'ailed to list *',
        regex:
          /[Ff]ailed to list \*(?<type>[\w.]{1,120}):? ?(?![^\n]{0,400}is forbidden: User \\*"system:kube-(?:scheduler|controller-manager)\\*")/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: 'ailed to watch *',
        regex:
          /[Ff]ailed to watch \*(?<type>[\w.]{1,120}):? ?(?![^\n]{0,400}is forbidden: User \\*"system:kube-(?:scheduler|controller-manager)\\*")/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: ' ended with: an error on',
        regex: /watch of \*(?<type>[\w.]{1,120}) ended with: an error on the server/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: 'Unexpected watch close',
        regex: /Unexpected watch close - watch lasted less than a second/,
        versions: 'client-go 1.8-0.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A cache of a client is not refreshed: what it knows of the cluster grows old.',
      zh: '客户端缓存无法刷新：它对集群的认识逐渐过时。',
    },
    usualCauses: {
      en: 'The inner error: API server out of reach, credentials, missing permission.',
      zh: '见内层错误：API 服务器不可达、凭据问题、缺少权限。',
    },
    firstCheck: {
      en: '`kubectl get --raw /readyz` from the same machine; "forbidden" at the end of the line means a missing role, "connection refused" an API server that is down.',
      zh: '在同一机器上执行 `kubectl get --raw /readyz`；行末为 forbidden 表示缺少权限，connection refused 表示 API server 未运行。',
    },
    remedy: { en: 'Cure the inner error.', zh: '解决内层错误。' },
    source: ['kubernetes/client-go:tools/cache/reflector.go'],
    matches: [
      'E0513 10:31:02.118001       1 reflector.go:200] "Failed to watch" err="boom" reflector="k8s.io/client-go/informers/factory.go:160" type="*v1.Node"',
      'E0513 10:31:02.118001    2211 reflector.go:126] k8s.io/client-go/informers/factory.go:133: Failed to list *v1.Node: Get https://10.0.3.2:6443/api/v1/nodes?limit=500: EOF',
      'W0513 10:31:02.118001    2211 reflector.go:324] k8s.io/client-go/informers/factory.go:134: failed to list *v1.Service: services is forbidden: User "system:node:node-17" cannot list resource "services"',
      'E0513 10:31:02.118001    2211 reflector.go:138] k8s.io/client-go/informers/factory.go:134: Failed to watch *v1.Pod: failed to list *v1.Pod: Unauthorized',
      'W0513 10:31:02.118001       1 reflector.go:441] pkg/mod/k8s.io/client-go/tools/cache/reflector.go:108: watch of *v1.Pod ended with: an error on the server ("unable to decode an event from the watch stream: http2: client connection lost")',
      'W0513 10:31:02.118001       1 reflector.go:341] watch of *v1.Pod closed: Unexpected watch close - watch lasted less than a second and no items received',
    ],
    mustNotMatch: [
      'W0513 10:31:02.118001       1 reflector.go:302] watch of *v1.ConfigMap ended with: too old resource version: 8123 (9912)',
      'Failed to list containers',
    ],
  },
  {
    id: 'watch-expired',
    title: { en: 'A watch is renewed', zh: '监听正常续订' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'too old resource version',
        regex:
          /(?:watch of \*[\w.]{1,120} (?:ended with|closed with): )?too old resource version: \d{1,20} \(\d{1,20}\)/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: 'provided watch is too old',
        regex: /The resourceVersion for the provided watch is too old/,
        versions: 'client-go 1.8-0.30',
      },
      {
        literal: 'required revision has been compacted',
        regex: /watch chan error: etcdserver: mvcc: required revision has been compacted/,
        versions: 'apiserver 1.13-1.30',
      },
      {
        literal: ' index is outdated',
        regex: /The event in requested index is outdated and cleared|etcd event index is outdated/,
        versions: 'apiserver 1.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The server keeps history for five minutes only; a quiet watch then starts anew from a fresh list. Normal.',
      zh: '服务器只保留五分钟历史；静默的监听会重新列表后继续。属正常。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['kubernetes/client-go:tools/cache/reflector.go'],
    matches: [
      'W0513 10:31:02.118001       1 reflector.go:302] k8s.io/client-go/informers/factory.go:133: watch of *v1.ConfigMap ended with: too old resource version: 8123 (9912)',
      'The resourceVersion for the provided watch is too old.',
      'etcd event index is outdated',
      'W0513 10:31:02.118001       1 watcher.go:207] watch chan error: etcdserver: mvcc: required revision has been compacted',
    ],
    mustNotMatch: ['failed to list *v1.ConfigMap: Unauthorized', 'the resource version is too low'],
  },
  {
    id: 'client-throttled',
    title: { en: 'A client slows itself down', zh: '客户端自我限流' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'context',
    emitters: ['kubelet', 'kube-controller-manager', 'any'],
    wordings: [
      {
        literal: 'client rate limiter Wait',
        regex: /client rate limiter Wait returned an error: /,
        versions: 'client-go 0.19 and later',
      },
      {
        literal: 'Throttling request took',
        regex: /Throttling request took (?<wait>[\d.hmsµn]{2,20}), request: /,
        versions: 'client-go 1.8-1.20',
      },
      {
        literal: 'client-side throttling',
        regex:
          /Waited (?:for )?(?<wait>[\d.hmsµn]{2,20})(?: seconds)? (?:due to|before sending request due to) client-side throttling/,
        versions: 'client-go 1.22-0.30',
      },
      {
        literal: 'Waited before sending request',
        regex:
          /Waited before sending request\\*" delay=\\*"(?<wait>[\d.hmsµn]{2,20})\\*" reason=\\*"client-side throttling/,
        versions: 'client-go 0.31 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'wait', unit: 's' },
    quietUnderMs: 1000,
    meaning: {
      en: "The client's own limit of requests per second was reached; the server is not to blame.",
      zh: '达到客户端自身的每秒请求上限，与服务器无关。',
    },
    usualCauses: { en: 'A burst of work: many pods start or end at once.', zh: '工作突增：大量 Pod 同时启动或结束。' },
    firstCheck: { en: 'What started just before', zh: '看此前启动了什么' },
    remedy: { en: 'Spread the work or raise kubeAPIQPS.', zh: '分散负载，或调大 kubeAPIQPS。' },
    source: ['kubernetes/client-go:rest/request.go'],
    matches: [
      'Error updating lease: client rate limiter Wait returned an error: context deadline exceeded',
      'I0513 10:31:02.118001    2211 request.go:621] Throttling request took 1.191s, request: GET:https://10.0.3.2:6443/api/v1/namespaces/shop/configmaps/web',
      'I0513 10:31:02.118001    2211 request.go:690] Waited for 2.394s due to client-side throttling, not priority and fairness, request: GET:https://10.0.3.2:6443/api/v1/namespaces/shop/secrets/web',
      'I0513 10:31:02.118001    2211 request.go:752] "Waited before sending request" delay="1.19s" reason="client-side throttling, not priority and fairness" verb="GET"',
    ],
    mustNotMatch: ['Throttling requests from client 10.0.3.7', 'CPU throttling detected'],
  },
  {
    id: 'events-rejected',
    title: { en: 'Events are lost on their way to the API server', zh: '事件未能写入 API 服务器' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'too many queued events',
        regex: /Unable to record event: too many queued events, dropped event/,
        versions: 'client-go 0.26 and later',
      },
      { literal: 'nable to write event', regex: /[Uu]nable to write event\b/, versions: 'client-go 1.8-0.30' },
      { literal: 'erver rejected event', regex: /[Ss]erver rejected event\b/, versions: 'client-go 1.8-0.30' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The list of Events in the API has a hole here; the line itself still holds the Event.',
      zh: 'API 中的事件列表在此有缺口；该行日志本身仍含事件内容。',
    },
    usualCauses: {
      en: 'The API server is out of reach or refuses; the namespace is being deleted.',
      zh: 'API 服务器不可达或拒绝；命名空间正在删除。',
    },
    firstCheck: {
      en: '`kubectl auth can-i create events` as the user of the component; whether the namespace is being deleted (`kubectl get namespace`).',
      zh: '以该组件的用户执行 `kubectl auth can-i create events`；命名空间是否正在删除（`kubectl get namespace`）。',
    },
    remedy: { en: 'Cure the connection to the API server.', zh: '恢复与 API 服务器的连接。' },
    source: ['kubernetes/client-go:tools/record/event.go'],
    matches: [
      'E0513 10:31:03.118001       1 event_broadcaster.go:251] "Unable to record event: too many queued events, dropped event" event="shop/web-0"',
      `E0513 10:31:02.118001    2211 event.go:212] Unable to write event: 'Post https://10.0.3.2:6443/api/v1/namespaces/shop/events: dial tcp 10.0.3.2:6443: connect: connection refused' (may retry after sleeping)`,
      `E0513 10:31:02.118001    2211 event.go:280] Server rejected event '&v1.Event{}': 'events is forbidden' (will not retry!)`,
      'E0513 10:31:02.118001    2211 event.go:359] "Server rejected event (will not retry!)" err="namespaces \\"shop\\" not found" event="shop/web-0"',
    ],
    mustNotMatch: ['Event(v1.ObjectReference{Kind:"Pod"}): type: Normal reason: Started'],
  },
  {
    id: 'built-in-rights-missing',
    title: { en: 'A part of the control plane has no rights yet', zh: '控制面组件尚无权限' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'context',
    emitters: ['kube-scheduler', 'kube-controller-manager'],
    wordings: [
      {
        literal: 'system:kube-scheduler',
        regex: /is forbidden: User \\*"system:kube-scheduler\\*" cannot /,
        versions: 'apiserver 1.6 and later',
      },
      {
        literal: 'system:kube-controller-manager',
        regex: /is forbidden: User \\*"system:kube-controller-manager\\*" cannot /,
        versions: 'apiserver 1.6 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The API server makes the roles of scheduler and controller manager in the first seconds after its start; until then it forbids them everything.',
      zh: 'API server 启动后的最初几秒才创建调度器与控制器管理器的角色；在此之前一律拒绝。',
    },
    usualCauses: {
      en: 'A start; when it goes on for minutes, the step rbac/bootstrap-roles failed or the roles were changed.',
      zh: '正常启动；若持续数分钟，则是 rbac/bootstrap-roles 步骤失败或角色被改动。',
    },
    firstCheck: {
      en: '`kubectl get clusterrolebinding system:kube-scheduler system:kube-controller-manager`',
      zh: '执行 `kubectl get clusterrolebinding system:kube-scheduler system:kube-controller-manager`',
    },
    remedy: {
      en: 'None, unless it goes on; then look at the start of the API server.',
      zh: '无需处理；若持续出现，检查 API server 的启动。',
    },
    source: ['kubernetes/kubernetes:pkg/registry/rbac/rest/storage_rbac.go'],
    matches: [
      'E0513 10:31:02.118001       1 reflector.go:123] k8s.io/client-go/informers/factory.go:134: Failed to list *v1.Service: services is forbidden: User "system:kube-scheduler" cannot list resource "services" in API group "" at the cluster scope',
      'error retrieving resource lock kube-system/kube-controller-manager: endpoints "kube-controller-manager" is forbidden: User "system:kube-controller-manager" cannot get endpoints in the namespace "kube-system"',
    ],
    mustNotMatch: ['services is forbidden: User "system:node:node-17" cannot list resource "services"'],
  },
  {
    id: 'api-request-cut',
    title: { en: "kubelet's request to the API server failed", zh: 'kubelet 对 API server 的请求失败' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    impact: 1,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'Failed to get status for pod',
        regex: /Failed to get status for pod\b[^\n]{0,400}?\bGet \\*"?https?:\/\/(?<address>[\w.:[\]-]{3,253})\//,
        versions: 'kubelet 1.2 and later',
      },
      {
        literal: 'nable to write event',
        regex:
          /[Uu]nable to write event\b[^\n]{0,400}?\b(?:Post|Patch) \\*"?https?:\/\/(?<address>[\w.:[\]-]{3,253})\//,
        versions: 'kubelet 1.2 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A request was refused, too late or not answered; the reason was cut off, or has no name.',
      zh: '请求被拒、超时或无应答；原因被截断或没有名称。',
    },
    usualCauses: { en: 'The API server is down or restarts.', zh: 'API server 停止或正在重启。' },
    firstCheck: {
      en: 'The line without a pager: `journalctl -u kubelet --no-pager -l`.',
      zh: '不经分页器查看整行：`journalctl -u kubelet --no-pager -l`。',
    },
    remedy: { en: 'Cure the API server.', zh: '修复 API server。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/status/status_manager.go'],
    matches: [
      'I1230 20:20:01.516407    3532 status_manager.go:851] "Failed to get status for pod" podUID="ce0ec39cb45dd988d4c5cccfbc1ca17f" pod="kube-system/web-0" err="Get \\"https://10.0.0.10:6443/api/v1/namespaces/kube-system/pods/we>',
      'E1230 20:20:01.516407    3532 event.go:368] "Unable to write event (may retry after sleeping)" err="Post \\"https://10.0.0.10:6443/api/v1/namespaces/default/ev>',
    ],
    mustNotMatch: [
      'W0513 10:31:02.004211   14207 status_manager.go:451] Failed to get status for pod "web-0_shop(5b6d1c7e)": pods "web-0" not found',
    ],
  },
  {
    id: 'api-forbidden',
    title: { en: 'The API server forbids a request', zh: 'API 服务器禁止某请求' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-proxy', 'kube-scheduler', 'kube-controller-manager', 'cni', 'any'],
    wordings: [
      {
        literal: ' is forbidden: User ',
        regex:
          /\b(?<resource>[\w./-]{1,120})(?: \\*"[^"\n]{1,253}\\*")? is forbidden: User \\*"(?!system:kube-(?:scheduler|controller-manager)\\*")(?<user>[^"\\\n]{1,253})\\*" cannot (?<verb>[\w ]{2,24}) resource/,
        versions: 'apiserver 1.12-1.30',
      },
      {
        literal: 'is forbidden: User ',
        regex:
          /is forbidden: User \\*"(?!system:kube-(?:scheduler|controller-manager)\\*")(?<user>[^"\\\n]{1,253})\\*" cannot (?<verb>[\w]{2,24}) [\w./-]{1,120} (?:at the cluster scope|in the namespace)/,
        versions: 'apiserver 1.8-1.11',
      },
      {
        literal: ' is not allowed to modify node',
        regex: /is forbidden: node \\*"(?<user>[^"\\\n]{1,253})\\*" is not allowed to modify node/,
        versions: 'apiserver 1.10-1.30',
      },
      {
        literal: 'can only access node lease with',
        regex: /can only access node lease with the same name as the requesting node/,
        versions: 'apiserver 1.14-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The server knows who asks and does not let that user do it.',
      zh: '服务器识别了请求者身份，但不允许其执行该操作。',
    },
    usualCauses: {
      en: 'Missing roles; for kubelet a certificate whose user is not system:node:NAME or whose name is not the one of the node.',
      zh: '缺少角色；对 kubelet 而言，证书用户不是 system:node:节点名，或名称与节点不一致。',
    },
    firstCheck: {
      en: '`kubectl auth can-i VERB RESOURCE --as USER`; subject of the client certificate.',
      zh: '`kubectl auth can-i 动词 资源 --as 用户`；检查客户端证书的主体。',
    },
    remedy: {
      en: 'Bind the role that is missing, or issue the right certificate.',
      zh: '绑定缺少的角色，或签发正确的证书。',
    },
    source: [
      'kubernetes/apimachinery:pkg/api/errors/errors.go',
      'kubernetes/kubernetes:plugin/pkg/admission/noderestriction/admission.go',
    ],
    matches: [
      'failed to list *v1.Node: nodes "node-17" is forbidden: User "kubelet-client" cannot list resource "nodes" in API group "" at the cluster scope',
      'Failed to list *v1.Service: services is forbidden: User "system:anonymous" cannot list services at the cluster scope',
      'Error updating node status, will retry: nodes "node-17" is forbidden: node "node-18" is not allowed to modify node "node-17"',
      'failed to ensure node lease exists, will retry in 7s, error: leases.coordination.k8s.io "node-17" is forbidden: can only access node lease with the same name as the requesting node',
    ],
    mustNotMatch: [
      'pods "web-0" is forbidden: exceeded quota: compute, requested: limits.cpu=2',
      'pods "web-0" is forbidden: error looking up service account shop/default: serviceaccount "default" not found',
    ],
  },
];
