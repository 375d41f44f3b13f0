/** Certificates: expired, not trusted, not renewed, not approved, and the bootstrap that should fetch the first one. */
import type { Signature } from '../signature';

export const certificateSignatures: readonly Signature[] = [
  {
    id: 'x509-expired',
    title: { en: 'A certificate is expired or not yet valid', zh: '证书已过期或尚未生效' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'kube-apiserver', 'etcd'],
    wordings: [
      {
        literal: 'has expired or is not yet valid',
        regex:
          /certificate has expired or is not yet valid(?:: current time (?<now>\S{10,40}) is (?<side>after|before) (?<limit>\S{10,40}))?/,
        versions: 'Go 1.x',
      },
      { literal: 'tls: expired certificate', regex: /remote error: tls: expired certificate/, versions: 'Go 1.x' },
      {
        literal: 'existing bootstrap client certificate',
        regex:
          /[Pp]art of the existing bootstrap client certificate (?:in \S{1,300} )?is expired: (?<limit>[^\n]{10,50})/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'ertificate has expired', regex: /\b[Cc]ertificate has expired(?! or is not)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The time is outside the validity of a certificate: "after" means expired, "before" that the clock is behind or the certificate too new.',
      zh: '当前时间不在证书有效期内：after 为已过期，before 为时钟偏慢或证书太新。',
    },
    usualCauses: { en: 'Renewal failed or was forgotten; the clock is wrong.', zh: '续期失败或被遗忘；时钟错误。' },
    firstCheck: {
      en: '`date -u`, then `openssl x509 -noout -dates -in CERT` or `kubeadm certs check-expiration`',
      zh: '先执行 `date -u`，再执行 `openssl x509 -noout -dates -in 证书` 或 `kubeadm certs check-expiration`',
    },
    remedy: { en: 'Renew the certificate, or set the clock.', zh: '更新证书，或校正时钟。' },
    source: ['golang/go:src/crypto/x509/verify.go', 'kubernetes/client-go:util/certificate/certificate_manager.go'],
    matches: [
      'E0513 10:31:02.118001    2211 bootstrap.go:263] Part of the existing bootstrap client certificate in /etc/kubernetes/kubelet.conf is expired: 2022-05-12 08:00:00 +0000 UTC',
      'x509: certificate has expired or is not yet valid: current time 2022-05-13T10:31:02Z is after 2022-05-12T08:00:00Z',
      'remote error: tls: expired certificate',
      'E0513 10:31:02.118001    2211 bootstrap.go:265] part of the existing bootstrap client certificate is expired: 2022-05-12 08:00:00 +0000 UTC',
      'SSL routines:tls_process_server_certificate: certificate verify failed: certificate has expired',
    ],
    mustNotMatch: [
      'x509: certificate signed by unknown authority',
      'Certificate expiration is 2023-05-13 08:00:00 +0000 UTC, rotation deadline is 2023-03-01',
    ],
  },
  {
    id: 'x509-untrusted',
    title: { en: 'A certificate is not accepted', zh: '证书不被接受' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'kubelet', 'kube-apiserver', 'etcd'],
    wordings: [
      {
        literal: 'signed by unknown authority',
        regex: /x509: certificate signed by unknown authority/,
        versions: 'Go 1.x',
      },
      {
        literal: 'x509: certificate is valid for',
        regex: /x509: certificate is valid for (?<names>[^\n]{1,200}?), not (?<address>[\w.:-]{1,120})/,
        versions: 'Go 1.x',
      },
      {
        literal: 'certificate is not valid for any',
        regex: /x509: certificate is not valid for any names/,
        versions: 'Go 1.x',
      },
      {
        literal: 'any IP SANs',
        regex: /x509: cannot validate certificate for (?<address>[\w.:-]{3,60}) because it doesn't contain any IP SANs/,
        versions: 'Go 1.x',
      },
      { literal: 'tls: bad certificate', regex: /remote error: tls: bad certificate/, versions: 'Go 1.x' },
      { literal: 'tls: unknown certificate', regex: /remote error: tls: unknown certificate/, versions: 'Go 1.x' },
      {
        literal: 'relies on legacy Common Name',
        regex: /x509: certificate relies on legacy Common Name field/,
        versions: 'Go 1.15 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One side of a TLS connection does not accept the certificate of the other: unknown authority or another name.',
      zh: 'TLS 一方不接受对方证书：签发者未知或名称不符。',
    },
    usualCauses: {
      en: 'A CA that was replaced, a certificate for another address, a registry with a self-signed certificate.',
      zh: 'CA 被更换、证书属于其他地址，或镜像仓库使用自签证书。',
    },
    firstCheck: {
      en: '`openssl s_client -connect ADDRESS -showcerts`',
      zh: '执行 `openssl s_client -connect 地址 -showcerts`',
    },
    remedy: {
      en: 'Distribute the right CA or issue the certificate for the used name.',
      zh: '分发正确的 CA，或为所用名称签发证书。',
    },
    source: ['golang/go:src/crypto/x509/verify.go', 'golang/go:src/crypto/tls/alert.go'],
    matches: [
      'Get "https://registry.example/v2/": x509: certificate signed by unknown authority',
      'x509: certificate is valid for 10.96.0.1, 10.0.3.2, not 10.0.3.9',
      'x509: certificate is not valid for any names, but wanted to match injector.mesh.svc',
      `x509: cannot validate certificate for 10.0.3.2 because it doesn't contain any IP SANs`,
      'http: TLS handshake error from 10.0.3.7:51210: remote error: tls: bad certificate',
      'http: TLS handshake error from 10.0.3.7:51210: remote error: tls: unknown certificate authority',
      'x509: certificate relies on legacy Common Name field, use SANs instead',
    ],
    mustNotMatch: ['x509: certificate has expired or is not yet valid', 'certificate signed by kubernetes-ca'],
  },
  {
    id: 'kubelet-client-cert-expired',
    title: { en: 'kubelet has no valid client certificate left', zh: 'kubelet 已没有有效的客户端证书' },
    category: 'cert',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'active client certificate has expired',
        regex: /currently active client certificate has expired\b/,
        versions: 'kubelet 1.10-1.30',
      },
      {
        literal: 'No valid client certificate is found',
        regex: /No valid client certificate is found\b/,
        versions: 'kubelet 1.10-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet cannot authenticate any more; with a reachable server it exits.',
      zh: 'kubelet 无法再认证；若服务器可达则会退出。',
    },
    usualCauses: {
      en: 'Rotation failed for weeks, a node that was off for long.',
      zh: '证书轮换长期失败，或节点长时间关机。',
    },
    firstCheck: {
      en: '`openssl x509 -noout -dates -in /var/lib/kubelet/pki/kubelet-client-current.pem`',
      zh: '执行 `openssl x509 -noout -dates -in /var/lib/kubelet/pki/kubelet-client-current.pem`',
    },
    remedy: {
      en: 'Give it a new bootstrap kubeconfig and approve its request.',
      zh: '提供新的 bootstrap kubeconfig 并批准其请求。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/certificate/transport.go'],
    matches: [
      'F0513 10:31:02.118001    2211 transport.go:106] The currently active client certificate has expired and the server is responsive, exiting.',
      'E0513 10:31:02.118001    2211 transport.go:123] "No valid client certificate is found and the server is responsive, exiting."',
    ],
    mustNotMatch: ['Rotating certificates', 'The current client certificate expires on 2023-05-13'],
  },
  {
    id: 'certificate-request-refused',
    title: { en: "A node's certificate request is not approved", zh: '节点的证书请求未获批准' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'CSR not authorized',
        regex: /\bCSR not authorized: (?<reason>[^\n]{1,160})/,
        versions: 'cluster-machine-approver 4.4 and later',
      },
      {
        literal: ' not authorized: ',
        regex: /\bCSR (?<csr>[\w.-]{1,120}) not authorized: (?<reason>[^\n]{1,160})/,
        versions: 'cluster-machine-approver 4.0-4.3',
      },
      {
        literal: ', cannot approve',
        regex: /(?<csr>csr-[\w.-]{1,60}): (?<reason>[^\n]{1,160}), cannot approve\b/,
        versions: 'cluster-machine-approver 4.8 and later',
      },
      {
        literal: ' approving CSR',
        regex: /\b(?:Error|Failed) approving CSR\b/,
        versions: 'kubelet-csr-approver and others',
      },
      {
        literal: 'CSR denied',
        regex: /\bCSR denied\b/,
        versions: 'kubelet-csr-approver 0.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Who approves the requests of nodes could not match this one with a machine, or holds it for wrong; the node gets no certificate.',
      zh: '负责审批节点证书请求的组件无法将其与机器对应，或认为其不合规；节点得不到证书。',
    },
    usualCauses: {
      en: 'The node has another name than its machine, addresses that differ, too many pending requests, or no approver for machines made by hand.',
      zh: '节点名与机器名不一致、地址不符、待批请求过多，或手工机器没有审批者。',
    },
    firstCheck: {
      en: '`kubectl get csr`; `kubectl describe csr NAME` and compare its names with those of the machine.',
      zh: '执行 `kubectl get csr` 与 `kubectl describe csr NAME`，与机器的名称对照。',
    },
    remedy: {
      en: 'Correct the name or the address; a request that is right: `kubectl certificate approve NAME`.',
      zh: '更正名称或地址；确认无误的请求执行 `kubectl certificate approve NAME`。',
    },
    source: [
      'openshift/cluster-machine-approver:pkg/controller',
      'postfinance/kubelet-csr-approver:internal/controller',
    ],
    matches: [
      'I0321 18:09:39.133134       1 controller.go:199] csr-a1b2c: CSR not authorized: No target machine for node "worker-3"',
      'I0321 18:09:39.133134       1 main.go:123] CSR csr-a1b2c not authorized: No target machine',
      'E0321 18:09:39.133934       1 csr_check.go:376] csr-a1b2c: failed to find machine for node worker-3, cannot approve',
      'ERROR Failed approving CSR {"csr": "csr-a1b2c"}',
      'INFO CSR denied {"csr": "csr-a1b2c", "reason": "DNS name does not resolve"}',
    ],
    mustNotMatch: ['CSR csr-a1b2c approved', 'csr-a1b2c: CSR authorized'],
  },
  {
    id: 'kubelet-cert-rotation-failed',
    title: { en: 'A node certificate could not be renewed', zh: '节点证书续期失败' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'requesting a signed certificate',
        regex: /Failed while requesting a signed certificate from the (?:master|control plane|API server)/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'certificate was not signed', regex: /\bcertificate was not signed\b/ },
      {
        literal: 'certificate request was not signed',
        regex: /certificate request was not signed\b/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'still unable to rotate certs',
        regex: /Reached backoff limit, still unable to rotate certs/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'cannot create certificate signing request',
        regex: /cannot create certificate signing request: /,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Rotation fails now; the outage follows when the old certificate expires.',
      zh: '轮换正在失败；旧证书到期后将导致中断。',
    },
    usualCauses: {
      en: 'Nobody approves or signs the request; the API server is out of reach.',
      zh: '无人批准或签发请求；API 服务器不可达。',
    },
    firstCheck: { en: '`kubectl get csr`', zh: '执行 `kubectl get csr`' },
    remedy: {
      en: 'Approve the request; enable the approver and signer of controller-manager.',
      zh: '批准请求；启用 controller-manager 的审批与签发。',
    },
    source: ['kubernetes/client-go:util/certificate/certificate_manager.go'],
    matches: [
      'E0513 10:31:02.118001    2211 certificate_manager.go:562] kubernetes.io/kubelet-serving: Failed while requesting a signed certificate from the control plane: cannot create certificate signing request: Unauthorized',
      'E0513 10:31:02.118001    2211 certificate_manager.go:385] certificate request was not signed: timed out waiting for the condition',
      'failed to start the node certificate manager: certificate was not signed: context deadline exceeded',
      'E0513 10:31:02.118001    2211 certificate_manager.go:299] kubernetes.io/kube-apiserver-client-kubelet: Reached backoff limit, still unable to rotate certs: timed out waiting for the condition',
    ],
    mustNotMatch: [
      'Certificate rotation is enabled.',
      'certificate signing request csr-x7k2p is approved, waiting to be issued',
    ],
  },
  {
    id: 'kubelet-bootstrap-failed',
    title: { en: 'kubelet cannot obtain its first credentials', zh: 'kubelet 无法取得初始凭据' },
    category: 'cert',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'to load bootstrap kubeconfig',
        regex: /unable to load bootstrap kubeconfig(?:: (?<reason>[^\n]{1,200}))?/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'run Kubelet: cannot create certificate',
        regex: /failed to run Kubelet: cannot create certificate signing request/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'unable to load client CA file',
        regex: /unable to load client CA file (?<path>\S{1,300}?):/,
        versions: 'kubelet 1.8-1.30',
      },
      {
        literal: 'existing bootstrap client config',
        regex: /unable to read existing bootstrap client config(?: from \S{1,300})?: (?<reason>[^\n]{1,200})/,
        versions: 'kubelet 1.12-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet has no usable client certificate and nothing to get one with; it exits.',
      zh: 'kubelet 没有可用的客户端证书，也没有用于申请的凭据，随即退出。',
    },
    usualCauses: {
      en: 'The certificate expired and the bootstrap file of the installation is gone; a token that expired.',
      zh: '证书过期而安装时的 bootstrap 文件已不存在；或令牌过期。',
    },
    firstCheck: {
      en: '`ls -l /etc/kubernetes/*.conf /var/lib/kubelet/pki`; dates of the certificates there.',
      zh: '`ls -l /etc/kubernetes/*.conf /var/lib/kubelet/pki`；检查其中证书的有效期。',
    },
    remedy: {
      en: 'Renew the certificate by hand (`kubeadm kubeconfig user`) or join the node again.',
      zh: '手工更新证书（`kubeadm kubeconfig user`），或重新加入节点。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/certificate/bootstrap/bootstrap.go',
      'kubernetes/kubernetes:cmd/kubelet/app/server.go',
    ],
    matches: [
      'failed to run Kubelet: unable to read existing bootstrap client config: invalid configuration: [unable to read client-cert /var/lib/kubelet/pki/kubelet-client-current.pem for default-auth due to open /var/lib/kubelet/pki/kubelet-client-current.pem: no such file or directory]',
      'F0513 10:31:02.118001    2211 server.go:271] failed to run Kubelet: unable to load bootstrap kubeconfig: stat /etc/kubernetes/bootstrap-kubelet.conf: no such file or directory',
      'F0513 10:31:02.118001    2211 server.go:262] failed to run Kubelet: cannot create certificate signing request: Unauthorized',
      'unable to load client CA file /etc/kubernetes/pki/ca.crt: open /etc/kubernetes/pki/ca.crt: no such file or directory',
    ],
    mustNotMatch: ['Using bootstrap kubeconfig to generate TLS client cert, key and kubeconfig file'],
  },
  {
    id: 'kubelet-serving-cert-missing',
    title: { en: 'kubelet has no serving certificate', zh: 'kubelet 没有服务端证书' },
    category: 'cert',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'no serving certificate available',
        regex: /no serving certificate available for the kubelet/,
        versions: 'kubelet 1.12-1.30',
      },
      { literal: 'remote error: tls: internal error', regex: /remote error: tls: internal error/, versions: 'Go 1.x' },
      {
        literal: 'access review was not approved',
        regex: /recognized csr \\*"(?<csr>[\w.-]{1,120})\\*" as [^\n]{1,80}subject access review was not approved/,
        versions: 'controller-manager 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Logs, exec and metrics of the node fail: its request for a serving certificate was not approved.',
      zh: '节点的日志、exec 与指标不可用：其服务端证书请求未获批准。',
    },
    usualCauses: {
      en: 'serverTLSBootstrap is on and nobody approves the requests.',
      zh: '启用了 serverTLSBootstrap 但无人批准请求。',
    },
    firstCheck: { en: '`kubectl get csr | grep Pending`', zh: '执行 `kubectl get csr | grep Pending`' },
    remedy: {
      en: '`kubectl certificate approve NAME`; run an approver.',
      zh: '执行 `kubectl certificate approve 名称`；部署自动审批。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/certificate/kubelet.go',
      'kubernetes/kubernetes:pkg/controller/certificates/approver/sarapprove.go',
    ],
    matches: [
      'I0513 10:31:02.118001    2211 log.go:172] http: TLS handshake error from 10.0.3.2:51210: no serving certificate available for the kubelet',
      'Error from server: Get "https://10.0.3.17:10250/containerLogs/shop/web-0/web": remote error: tls: internal error',
      'Sync csr-x7k2p failed with : recognized csr "csr-x7k2p" as [selfnodeclient nodeclient] but subject access review was not approved',
    ],
    mustNotMatch: ['certificate signing request csr-x7k2p is approved, waiting to be issued'],
  },
];
