/** Images that cannot be pulled, and why the registry says so. */
import type { Signature } from '../signature';

export const imageSignatures: readonly Signature[] = [
  {
    id: 'pod-image-pull-failed',
    title: { en: 'An image could not be pulled', zh: '镜像拉取失败' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet', 'containerd', 'dockerd'],
    wordings: [
      {
        literal: 'ailed to pull image',
        regex: /[Ff]ailed to pull image\b(?: \\*"(?<image>[^"\\\s]{1,256}))?/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'ErrImagePull', regex: /\bErrImagePull\b/, versions: 'kubelet 1.8-1.30' },
      {
        literal: 'because the registry is unavailable',
        regex: /image pull failed for (?<image>\S{1,256})[ ,] ?because the registry is unavailable/,
        versions: 'kubelet 1.8-1.25',
      },
      {
        literal: 'PullImage',
        regex: /PullImage (?:\\*"(?<image>[^"\\\s]{1,256})\\*" )?(?:from image service )?failed\b/,
        versions: 'kubelet 1.8-1.30, containerd 1.2-2.0',
      },
      {
        literal: 'sandbox image',
        regex:
          /(?:unable to pull sandbox image|failed to (?:get|pull) sandbox image|failed pulling sandbox image)\b(?: \\*"(?<image>[^"\\\s]{1,256}))?/,
        versions: 'containerd 1.2-2.0, dockershim',
      },
      {
        literal: 'pull after error',
        regex: /(?:Attempting next endpoint for|Not continuing with) pull after error: (?!context canceled)/,
        versions: 'docker 1.12-28',
      },
      {
        literal: 'failed to pull and unpack image',
        regex: /failed to pull and unpack image \\*"(?<image>[^"\\\s]{1,256})/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'httpReadSeeker: failed open',
        regex: /httpReadSeeker: failed open: /,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'image pull failed for ',
        regex:
          /image pull failed for (?:unknown error|(?<image>\S{1,256}?),? this may be because there are no credentials)/,
        versions: 'kubelet 1.0-1.4',
      },
      {
        literal: 'ot present with pull policy',
        regex: /is not present with pull policy of Never\b/,
        versions: 'kubelet 1.0 and later',
      },
      { literal: 'RegistryUnavailable', regex: /\bRegistryUnavailable\b/, versions: 'kubelet 1.2 and later' },
      { literal: 'ImageInspectError', regex: /\bImageInspectError\b/, versions: 'kubelet 1.3 and later' },
      {
        literal: 'ailed to inspect image',
        regex: /[Ff]ailed to inspect image \\*"(?<image>[^"\\\s]{1,256})/,
        versions: 'kubelet 1.3 and later',
      },
      {
        literal: 'does not match ',
        regex: /Inspected image \(\\*"[0-9a-f:sha]{10,80}\\*"\) does not match (?<image>\S{1,256})/,
        versions: 'kubelet 1.3-1.23',
      },
      {
        literal: 'rror getting v2 registry',
        regex: /Error (?:getting|trying) v[12] registry: /,
        versions: 'docker 1.6-20.10',
      },
      {
        literal: 'Error trying v2 registry: ',
        regex: /Error (?:getting|trying) v[12] registry: /,
        versions: 'docker 1.6-20.10',
      },
      {
        literal: 'ing v1 registry: ',
        regex: /Error (?:getting|trying) v[12] registry: /,
        versions: 'docker 1.6-20.10',
      },
      {
        literal: 'ownload failed',
        regex: /\bDownload failed(?: after \d{1,2} attempts)?: /,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'failed pulling image',
        regex: /failed pulling image\b(?: \\*"(?<image>[^"\\\s]{1,256}))?/,
        versions: 'dockershim 1.6-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The image of a container (or the pause image) could not be fetched from its registry.',
      zh: '无法从仓库取得容器镜像（或 pause 镜像）。',
    },
    usualCauses: {
      en: 'Wrong name or tag, missing credentials, rate limit, DNS or proxy trouble, TLS trust, a full disk.',
      zh: '名称或标签写错、缺少凭据、被限流、DNS/代理问题、证书不受信任、磁盘已满。',
    },
    firstCheck: {
      en: 'The end of the message; `crictl pull IMAGE` on the node',
      zh: '看报错末尾；在节点上执行 `crictl pull 镜像名`',
    },
    remedy: { en: 'Cure what the inner text names.', zh: '按内层报错处理。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_manager.go'],
    matches: [
      'CreatePodSandbox for pod "api-0_shop(5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa)" failed: rpc error: code = Unknown desc = failed pulling image "pause": boom',

      'Jan 26 13:40:39 node-1 kubelet: E0126 13:40:39.581812   13087 manager.go:1557] Failed to create pod infra container: image pull failed for registry.example/pause:0.8.0, this may be because there are no credentials on this request.  details: (boom)',
      'Warning  ErrImageNeverPull  3s  kubelet  Container image "api:1" is not present with pull policy of Never',
      'Warning  Failed  3s  kubelet  Error: RegistryUnavailable',
      'Warning  Failed  3s  kubelet  Error: ImageInspectError',
      'Warning  InspectFailed  3s  kubelet  Failed to inspect image "api:1": rpc error: code = Unknown desc = boom',
      'I0513 10:31:02.954275   46840 docker.go:196] Inspected image ("c80eebea8921a5e97f82fcf60da84f4d") does not match registry.example/pause:latest',
      'time="2018-05-13T02:27:57.004211000Z" level=warning msg="Error getting v2 registry: boom"',
      'time="2018-05-13T02:27:57.004211000Z" level=error msg="Download failed: boom"',

      'failed to pull and unpack image "registry.example/shop/api:1.4": failed to copy: httpReadSeeker: failed open: unexpected status code https://registry.example/v2/shop/api/blobs/sha256:aa: 403 Forbidden',
      'Warning  Failed  12s (x3 over 58s)  kubelet  Failed to pull image "registry.example/shop/api:1.4": rpc error: code = Unknown desc = boom',
      'Warning  Failed  12s (x3 over 58s)  kubelet  Error: ErrImagePull',
      'image pull failed for registry.example/shop/api:1.4, because the registry is unavailable.',
      'E0513 10:31:02.118020    2211 remote_image.go:171] "PullImage from image service failed" err="rpc error: code = Unknown desc = boom" image="registry.example/shop/api:1.4"',
      'time="2022-05-13T10:27:47.118Z" level=error msg="PullImage \\"registry.example/shop/api:1.4\\" failed" error="boom"',
      'failed to get sandbox image "registry.example/pause:3.2": boom',
      'time="2022-05-13T10:27:47.118Z" level=error msg="Not continuing with pull after error: unauthorized: authentication required"',
    ],
    mustNotMatch: [
      'the checksum of the file does not match image 7',

      'Successfully pulled image "registry.example/shop/api:1.4"',
      'Not continuing with pull after error: context canceled',
      'Error: ErrImageNeverPull',
    ],
  },
  {
    id: 'pod-image-pull-backoff',
    title: { en: 'kubelet waits before the next try to pull', zh: '镜像拉取进入退避等待' },
    category: 'image-pull',
    severity: 'warning',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'ack-off pulling image',
        regex: /[Bb]ack-off pulling image \\*"(?<image>[^"\\\s]{1,256})/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'ImagePullBackOff', regex: /\bImagePullBackOff\b/, versions: 'kubelet 1.8-1.30' },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'Earlier pulls failed; kubelet waits before it tries again.',
      zh: '之前拉取失败，kubelet 等待后再重试。',
    },
    usualCauses: { en: 'Whatever made the pull fail.', zh: '与拉取失败的原因相同。' },
    firstCheck: { en: 'The earlier `Failed to pull image` message', zh: '找更早的 `Failed to pull image`' },
    remedy: { en: 'Cure the pull; delete the pod to retry at once.', zh: '解决拉取问题；想立即重试可删除 Pod。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_manager.go'],
    matches: [
      'Normal  BackOff  2m (x9 over 5m)  kubelet  Back-off pulling image "registry.example/shop/api:1.4"',
      'Warning  Failed  3s (x4 over 40s)  kubelet  Error: ImagePullBackOff',
    ],
    mustNotMatch: ['Back-off restarting failed container'],
  },
  {
    id: 'registry-rate-limited',
    title: { en: 'Image pulls are rate limited', zh: '镜像拉取被限流' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet', 'containerd', 'dockerd'],
    wordings: [
      { literal: 'toomanyrequests', regex: /\btoomanyrequests\b/ },
      { literal: 'pull QPS exceeded', regex: /pull QPS exceeded/, versions: 'kubelet 1.8-1.30' },
      { literal: 'pull rate limit', regex: /reached your (?:unauthenticated )?pull rate limit/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The registry's quota is used up, or kubelet's own pull limit (`pull QPS exceeded`) was hit.",
      zh: '仓库的拉取配额用尽，或触发了 kubelet 自身的拉取限速（pull QPS exceeded）。',
    },
    usualCauses: {
      en: 'Anonymous pulls from a public registry through one address; a start wave of many pods.',
      zh: '多个节点经同一出口匿名拉取公共仓库；大批 Pod 同时启动。',
    },
    firstCheck: { en: 'Which registry; does the node pull with credentials?', zh: '看是哪个仓库、是否带凭据拉取' },
    remedy: {
      en: 'Use a mirror or credentials; raise `registryPullQPS`.',
      zh: '使用镜像缓存或凭据；调高 `registryPullQPS`。',
    },
    source: ['https://github.com/ceph/ceph-csi/issues/2029', 'kubernetes/kubernetes:pkg/kubelet/images/helpers.go'],
    matches: [
      'rpc error: code = Unknown desc = toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating',
      'E0513 10:31:02.118020    2211 kuberuntime_image.go:51] pull QPS exceeded.',
    ],
    mustNotMatch: ['Too many requests, please try again later.'],
  },
  {
    id: 'pod-image-pulled',
    title: { en: 'An image was pulled', zh: '镜像拉取完成' },
    category: 'image-pull',
    severity: 'info',
    role: 'context',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'uccessfully pulled image',
        regex:
          /[Ss]uccessfully pulled image \\*"(?<image>[^"\\\s]{1,256})\\*"(?: in (?<took>[0-9][0-9hmsnuµ.]*[hms]))?/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 'go' },
    meaning: {
      en: 'The pull succeeded. The second duration, if any, includes the time spent in the queue.',
      zh: '镜像拉取成功；若有第二个时长，则包含排队时间。',
    },
    usualCauses: {
      en: 'Normal. A second duration far above the first means that pulls wait for each other.',
      zh: '正常。第二个时长远大于第一个说明拉取在排队。',
    },
    firstCheck: { en: 'Compare the two durations', zh: '比较两个时长' },
    remedy: { en: 'Parallel pulls, a nearer registry.', zh: '开启并行拉取，使用就近仓库。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_manager.go'],
    matches: [
      'Normal  Pulled  12s  kubelet  Successfully pulled image "registry.example/shop/api:1.4" in 2m3.211s (4m18.9s including waiting). Image size: 20112233 bytes.',
    ],
    mustNotMatch: ['Container image "registry.example/shop/api:1.4" already present on machine'],
  },
  {
    id: 'image-not-found',
    title: { en: 'The registry does not have this image', zh: '仓库中没有该镜像' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet', 'containerd', 'dockerd'],
    wordings: [
      { literal: 'manifest unknown', regex: /\bmanifest unknown\b/ },
      { literal: 'pull access denied', regex: /\bpull access denied\b/ },
      {
        literal: 'failed to resolve reference',
        regex: /failed to resolve reference \\*"(?<image>[^"\\\s]{1,256})\\*": [^\n]{0,300}?: not found/,
        versions: 'containerd 1.3-2.0',
      },
      { literal: 'manifest for ', regex: /\bmanifest for \S{1,256} not found\b/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The registry answered: no such image or tag, or no right to see it.',
      zh: '仓库答复：镜像或标签不存在，或无权访问。',
    },
    usualCauses: {
      en: 'A typing error, a tag that was removed, missing pull credentials.',
      zh: '名称写错、标签被删或缺少拉取凭据。',
    },
    firstCheck: { en: 'Name and tag; `imagePullSecrets` of the pod', zh: '核对名称和标签，以及 `imagePullSecrets`' },
    remedy: { en: 'Correct the reference or add credentials.', zh: '修正镜像引用或补上凭据。' },
    source: ['distribution/distribution:registry/api/v2/errors.go'],
    matches: [
      'rpc error: code = Unknown desc = Error response from daemon: manifest for registry.example/shop/api:9.9 not found: manifest unknown: manifest unknown',
      'Error response from daemon: pull access denied for shop/api, repository does not exist or may require docker login',
      'failed to pull and unpack image "registry.example/shop/api:9.9": failed to resolve reference "registry.example/shop/api:9.9": registry.example/shop/api:9.9: not found',
    ],
    mustNotMatch: ['page not found'],
  },
  {
    id: 'registry-refused',
    title: { en: 'The registry refused the credentials', zh: '镜像仓库拒绝凭据' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet', 'containerd', 'dockerd', 'cri-o'],
    wordings: [
      {
        literal: 'unauthorized: authentication required',
        regex: /unauthorized: authentication required/,
        versions: 'docker registry',
      },
      { literal: 'no basic auth credentials', regex: /no basic auth credentials/, versions: 'docker registry' },
      {
        literal: 'denied: requested access',
        regex: /denied: requested access to the resource is denied/,
        versions: 'docker registry',
      },
      {
        literal: 'failed to authorize: ',
        regex: /failed to authorize: /,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'uthorization failed',
        regex: /pull access denied|(?:insufficient_scope: )?authorization failed/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'pull access denied',
        regex: /pull access denied|(?:insufficient_scope: )?authorization failed/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'nable to retrieve some image pull secrets',
        regex: /[Uu]nable to retrieve some image pull secrets/,
        versions: 'kubelet 1.25 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The registry answered and does not let this node read the image.',
      zh: '仓库有应答，但不允许本节点读取该镜像。',
    },
    usualCauses: {
      en: 'A missing or expired pull secret, a node role without rights, a token that was not renewed.',
      zh: '拉取凭据缺失或过期、节点角色无权限，或令牌未更新。',
    },
    firstCheck: {
      en: '`imagePullSecrets` of the pod; `crictl pull` with the same credentials.',
      zh: '看 Pod 的 `imagePullSecrets`；用相同凭据执行 `crictl pull`。',
    },
    remedy: { en: 'Renew the credentials.', zh: '更新凭据。' },
    source: ['distribution/distribution:registry/api/errcode', 'containerd/containerd:core/remotes/docker/resolver.go'],
    matches: [
      'Error response from daemon: Get https://registry.example/v2/shop/api/manifests/1.4: unauthorized: authentication required',
      'Failed to pull image "registry.example/shop/api:1.4": rpc error: code = Unknown desc = Error response from daemon: Get https://registry.example/v2/: no basic auth credentials',
      'denied: requested access to the resource is denied',
      'failed to resolve reference "registry.example/shop/api:1.4": failed to authorize: failed to fetch oauth token: 401 Unauthorized',
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'W0513 10:31:02.004211   14207 kubelet_pods.go:1000] "Unable to retrieve some image pull secrets, and image pull might fail" pod="shop/api-0" secret="" pullSecrets=["regcred"]',
    ],
    mustNotMatch: ['unauthorized access to the file'],
  },
  {
    id: 'registry-unreachable',
    title: { en: 'The registry cannot be reached', zh: '无法访问镜像仓库' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet', 'containerd', 'dockerd', 'cri-o'],
    wordings: [
      {
        literal: 'failed to do request: ',
        regex: /failed to do request: (?:Head|Get) \\*"?https?:\/\/(?<address>[^\s"\\/]{1,253})/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'daemon: Get ',
        regex:
          /daemon: Get \\*"?https?:\/\/(?<address>[^\s"\\/]{1,253})\/v2\/[^\s"\\]{0,300}\\*"?: (?:net\/http: |dial |EOF|context|http: server|read tcp|x509)/,
        versions: 'docker 1.6 and later',
      },
      {
        literal: 'error pinging docker registry',
        regex: /error pinging docker registry (?<address>\S{1,253}): /,
        versions: 'CRI-O',
      },
      {
        literal: 'pinging container registry',
        regex: /pinging container registry (?<address>\S{1,253}): /,
        versions: 'CRI-O 1.20 and later',
      },
      {
        literal: 'ping attempt failed with error',
        regex: /v[12] ping attempt failed with error: Get \\*"?https?:\/\/(?<address>[^\s"\\/]{1,253})/,
        versions: 'docker 1.3-1.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Name look-up, connection or TLS towards the registry failed.',
      zh: '对镜像仓库的域名解析、连接或 TLS 失败。',
    },
    usualCauses: {
      en: 'DNS, a proxy or firewall, an unknown certificate authority, or a registry that is down.',
      zh: 'DNS、代理或防火墙、未知证书颁发机构，或仓库宕机。',
    },
    firstCheck: {
      en: '`curl -v https://$REGISTRY/v2/` on this node.',
      zh: '在本节点执行 `curl -v https://$REGISTRY/v2/`。',
    },
    remedy: {
      en: 'Cure the way to the registry; add the authority; use a mirror.',
      zh: '修复到仓库的通路；添加证书颁发机构；使用镜像站。',
    },
    source: ['containerd/containerd:core/remotes/docker/resolver.go', 'moby/moby:daemon/internal/distribution'],
    matches: [
      'API error (500):  v1 ping attempt failed with error: Get https://registry.example/v1/_ping: dial tcp 10.0.3.9:443: i/o timeout',

      'failed to resolve reference "registry.example/shop/api:1.4": failed to do request: Head "https://registry.example/v2/shop/api/manifests/1.4": dial tcp: lookup registry.example: no such host',
      'Error response from daemon: Get https://registry.example/v2/: net/http: TLS handshake timeout',
      'error pinging docker registry registry.example: Get "https://registry.example/v2/": boom',
      'initializing source docker://registry.example/shop/api:1.4: pinging container registry registry.example: Get "https://registry.example/v2/": boom',
    ],
    mustNotMatch: ['Get https://10.0.0.1:6443/api/v1/nodes: net/http: TLS handshake timeout', 'GET /v2/ HTTP/1.1 200'],
  },
];
