/** What k3s, rke2 and plain programs say in words of their own: tunnels, the SQL store, deadlines, panics. */
import type { Signature } from '../signature';
import { goCrashTail } from '../tails';

/** Letters that the reason of a panic begins with: a literal must be longer than `panic: `. */
const panicReasons = [...'abcdefhilmnoprstuvw'];

export const distributionSignatures: readonly Signature[] = [
  {
    id: 'k3s-tunnel-failed',
    title: { en: 'An agent lost its tunnel to the server', zh: 'agent 与 server 的隧道断开' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'ialer proxy error',
        regex: /[Rr]emote[dD]ialer proxy error/,
        versions: 'k3s and rke2 1.16-1.34',
      },
      {
        literal: 'Failed to connect to proxy',
        regex: /Failed to connect to proxy\b/,
        versions: 'k3s and rke2 1.16-1.34',
      },
      {
        literal: 'server is not ready: ',
        regex: /Waiting to retrieve (?:agent|kube-proxy) configuration; server is not ready: (?<reason>[^\n]{1,200})/,
        versions: 'k3s and rke2 1.19-1.34',
      },
      {
        literal: 'Failed to retrieve agent config',
        regex: /Failed to retrieve agent config(?:uration)?: (?<reason>[^\n]{1,200})/,
        versions: 'k3s 1.16-1.20',
      },
      {
        literal: 'error in remotedialer server',
        regex: /error in remotedialer server \[\d{3}\]: (?<reason>[^\n]{1,200})/,
        versions: 'k3s and rke2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The agent of k3s or rke2 cannot reach the supervisor port of its server; logs and exec do not work, a new node does not join.',
      zh: 'k3s 或 rke2 的 agent 无法访问 server 的管理端口；日志与 exec 不可用，新节点无法加入。',
    },
    usualCauses: {
      en: 'The server is down or restarting, a firewall on 6443 or 9345, a wrong token.',
      zh: 'server 未运行或正在重启、6443/9345 被防火墙拦截，或 token 错误。',
    },
    firstCheck: { en: '`curl -k https://SERVER:6443/ping`', zh: '执行 `curl -k https://服务器:6443/ping`' },
    remedy: {
      en: 'Start the server; open the port; a short flap during a restart is normal.',
      zh: '启动 server；放通端口；重启期间短暂断开属正常。',
    },
    source: ['rancher/remotedialer:client.go', 'k3s-io/k3s:pkg/agent/config/config.go'],
    matches: [
      'time="2022-05-13T10:27:47Z" level=info msg="error in remotedialer server [400]: websocket: close 1006 (abnormal closure): unexpected EOF"',
      'time="2022-05-13T10:27:47+08:00" level=error msg="Remotedialer proxy error" error="websocket: close 1006 (abnormal closure): unexpected EOF"',
      'time="2022-05-13T10:27:47+08:00" level=error msg="Failed to connect to proxy" error="dial tcp 10.0.3.2:6443: connect: connection refused"',
      'time="2022-05-13T10:27:47+08:00" level=info msg="Waiting to retrieve agent configuration; server is not ready: failed to get CA certs: https://127.0.0.1:6444/cacerts: 503"',
      'time="2020-05-13T10:27:47+08:00" level=error msg="Failed to retrieve agent config: https://10.0.3.2:6443/v1-k3s/config: 401 Unauthorized"',
    ],
    mustNotMatch: [
      'time="2022-05-13T10:27:47+08:00" level=info msg="Connecting to proxy" url="wss://10.0.3.2:6443/v1-k3s/connect"',
    ],
  },
  {
    id: 'kine-slow-sql',
    title: { en: 'The SQL store of the cluster is slow', zh: '集群的 SQL 存储缓慢' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Slow SQL',
        regex: /Slow SQL ?\((?:started: [^\n)]{5,120}\) \()?(?:total time: |t=)(?<took>[\d.hmsµn]{2,20})\)/,
        versions: 'k3s (kine)',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'k3s keeps its data in SQLite or another SQL database instead of etcd; a query took longer than a second.',
      zh: 'k3s 将数据存于 SQLite 或其他 SQL 数据库而非 etcd；某查询超过一秒。',
    },
    usualCauses: {
      en: 'A slow disk (SD card), a database that was never compacted, load.',
      zh: '磁盘慢（如 SD 卡）、数据库长期未压缩、负载高。',
    },
    firstCheck: {
      en: '`iostat -x 1`; size of `/var/lib/rancher/k3s/server/db`',
      zh: '`iostat -x 1`；查看 `/var/lib/rancher/k3s/server/db` 大小',
    },
    remedy: {
      en: 'A faster disk, or embedded etcd; vacuum the database.',
      zh: '更快的磁盘，或改用内嵌 etcd；清理数据库。',
    },
    source: ['k3s-io/kine:pkg/drivers/generic/generic.go', 'k3s-io/kine:pkg/metrics/metrics.go'],
    matches: [
      'time="2022-05-13T10:27:47+08:00" level=info msg="Slow SQL (started: 2022-05-13 10:27:45.118 +0800 CST m=+812.1) (total time: 2.104021479s): INSERT INTO kine(name, created) values(?, ?)"',
    ],
    mustNotMatch: ['Slow SQL threshold set to 1s'],
  },
  {
    id: 'kine-database-locked',
    title: { en: 'The SQLite store of the cluster is locked', zh: '集群的 SQLite 存储被锁' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'database is locked', regex: /\bdatabase is locked\b/, versions: 'SQLite; k3s (kine)' },
      { literal: 'database table is locked', regex: /\bdatabase table is locked\b/, versions: 'SQLite; k3s (kine)' },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'sqlite' },
    meaning: {
      en: 'A write waited in vain for another transaction of the same SQLite file.',
      zh: '写入等待同一 SQLite 文件的其他事务超时。',
    },
    usualCauses: {
      en: 'A disk so slow that transactions overlap; a backup that holds the file.',
      zh: '磁盘过慢导致事务重叠；或备份占用文件。',
    },
    firstCheck: {
      en: '`iostat -x 1`; `fuser -v /var/lib/rancher/k3s/server/db/state.db`',
      zh: '执行 `iostat -x 1`；`fuser -v /var/lib/rancher/k3s/server/db/state.db`',
    },
    remedy: { en: 'A faster disk, or embedded etcd.', zh: '更快的磁盘，或改用内嵌 etcd。' },
    source: ['k3s-io/kine:pkg/drivers/sqlite/sqlite.go'],
    matches: [
      'time="2022-05-13T10:27:47+08:00" level=error msg="error while range on /registry/leases/kube-node-lease/node-17: database is locked"',
      'level=error msg="Compact failed: failed to compact to revision 8123: database table is locked"',
    ],
    mustNotMatch: ['the database was locked by an administrator'],
  },
  {
    id: 'request-deadline-exceeded',
    title: { en: 'A request ran into its deadline', zh: '某请求超过时限' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    lastResort: true,
    emitters: ['any'],
    wordings: [
      {
        literal: 'context deadline exceeded',
        regex:
          /(?<!(?:DeadlineExceeded|code = 4|operation timeout|\/apis?\/|\/v2\/|probe|lease|garbage collection|PLEG|sandbox|container|image)[\s\S]{0,600})context deadline exceeded(?![^\n]{0,200}(?:Client\.Timeout|\/apis?\/v1\/(?:nodes|pods|namespaces)))/i,
        versions: 'Go 1.7 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A program gave up waiting. The words alone do not say for what: read what stands around them.',
      zh: '程序放弃等待。仅凭这几个词无法知道在等什么，需看上下文。',
    },
    usualCauses: { en: 'A slow or absent service behind the program.', zh: '程序背后的服务缓慢或不存在。' },
    firstCheck: {
      en: '`curl -k -m 5` from the same machine against the address in the line; the load of both sides (`uptime`, `iostat -x 1`).',
      zh: '在同一机器上对该行中的地址执行 `curl -k -m 5`；两端的负载（`uptime`、`iostat -x 1`）。',
    },
    remedy: { en: 'Cure what it waited for.', zh: '处理它所等待的对象。' },
    source: ['golang/go:src/context/context.go'],
    matches: [
      'time="2022-05-13T10:27:47Z" level=error msg="Error sending mail: context deadline exceeded" relay="http://relay.shop.example:80/send" source="mailer.go:335"',
    ],
    mustNotMatch: [
      'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'operation timeout: context deadline exceeded',
      'Put "https://10.0.3.2:6443/apis/coordination.k8s.io/v1/leases/node-17": context deadline exceeded',
    ],
  },
  {
    id: 'go-panic',
    title: { en: 'A program panicked', zh: '程序发生 panic' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['any', 'dockerd', 'containerd', 'kubelet'],
    wordings: [
      { literal: 'panic: runtime error', regex: /\bpanic: runtime error: (?<reason>[^\n]{1,160})/, versions: 'Go 1.x' },
      ...panicReasons.map((letter) => ({
        literal: `panic: ${letter}`,
        regex: new RegExp(`(?<![Kk]ernel )\\bpanic: (?<reason>(?!runtime error)${letter}[^\\n]{1,160})`),
        versions: 'Go 1.x',
      })),
      {
        literal: 'fatal error: ',
        regex:
          /\bfatal error: (?<reason>concurrent map (?:writes|read and map write|iteration and map write)|all goroutines are asleep - deadlock!|unexpected signal during runtime execution|runtime: out of memory|stack overflow|sync: unlock of unlocked mutex|acquirep: [^\n]{1,60}|workbuf is [^\n]{1,30}|bad map state|exitsyscall: [^\n]{1,60}|found bad pointer in Go heap[^\n]{0,60}|sweep increased allocation count|runtime\.\w{3,40}: [^\n]{1,80}|newosproc)/,
        versions: 'Go 1.x',
      },
      {
        literal: 'panic serving ',
        regex: /http: panic serving (?<address>\S{3,60}): (?<reason>[^\n]{1,160})/,
        versions: 'Go 1.x',
      },
    ],
    time: { kind: 'instant' },
    tail: goCrashTail,
    meaning: {
      en: 'A Go program hit a fault of its own; outside a guarded request it ends with exit status 2.',
      zh: 'Go 程序触发自身缺陷；若不在受保护的请求中，会以状态 2 退出。',
    },
    usualCauses: { en: 'A bug of that version.', zh: '该版本的缺陷。' },
    firstCheck: { en: 'The first frames of the trace behind it.', zh: '看其后堆栈的前几帧。' },
    remedy: { en: 'Update that program.', zh: '升级该程序。' },
    source: ['golang/go:src/runtime/panic.go', 'kubernetes/apimachinery:pkg/util/runtime/runtime.go'],
    matches: [
      'panic: assertion failed: tx closed',
      'panic: bolt: page 7 is free',
      'panic: close of closed channel',
      'panic: duplicate metrics collector registration attempted',
      'panic: embedded database is damaged',
      'panic: failed to read the state of the container',
      'panic: http: multiple registrations for /metrics',
      'panic: interface conversion: interface {} is nil, not string',
      'panic: leaked a connection',
      'panic: mmap of the store failed',
      'panic: nil context',
      'panic: open /var/lib/store/meta.db: permission denied',
      'panic: page 17 already freed',
      'panic: reflect: call of a nil value',
      'panic: send on closed channel',
      'panic: timed out reading the store',
      'panic: unable to read the store',
      'panic: version 3 of the store is unknown',
      'panic: write to the store failed',

      'containerd[1738]: fatal error: acquirep: invalid p state',
      'containerd[19317]: fatal error: exitsyscall: syscall frame is no longer valid',
      'dockerd[30561]: fatal error: bad map state',

      'dockerd[2110]: panic: runtime error: invalid memory address or nil pointer dereference',
      'containerd[1811]: fatal error: concurrent map writes',
      'http: panic serving 10.0.3.7:51210: runtime error: index out of range [3] with length 3',
    ],
    mustNotMatch: [
      'Kernel panic: fatal exception',
      'the panic section of the manual',

      'gcc: fatal error: no input files',

      'kernel: Kernel panic - not syncing: Fatal exception',
      'npm ERR! fatal error: missing script',
      'panic mode disabled',
    ],
  },
  {
    id: 'component-panic',
    title: { en: 'A component of Kubernetes panicked', zh: 'Kubernetes 组件发生 panic' },
    category: 'other',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'any'],
    wordings: [
      {
        literal: 'Observed a panic',
        regex:
          /Observed a panic: (?![^\n]{0,60}killing connection\/stream)(?<reason>[^\n]{1,160})|Observed a panic\\*" /,
        versions: 'apimachinery 1.8-1.30',
      },
      { literal: "erver panic'd", regex: /\b(?:apiserver|APIServer) panic'd\b/, versions: 'apiserver 1.0 and later' },
      {
        literal: 'Recovered from panic',
        regex: /Recovered from panic: (?<reason>[^\n]{1,160})/,
        versions: 'Kubernetes 1.0-1.5',
      },
    ],
    time: { kind: 'instant' },
    tail: goCrashTail,
    meaning: {
      en: 'A control loop or a request of a component hit a fault of the program; the component caught it, and ends or loses that piece of work.',
      zh: '组件的控制循环或请求触发了程序缺陷；组件捕获后退出，或丢弃该项工作。',
    },
    usualCauses: {
      en: 'A bug of that version, met by an object of unusual content.',
      zh: '该版本的缺陷，由内容特殊的对象触发。',
    },
    firstCheck: {
      en: 'The first frames behind it that are not of `runtime`; restarts of that component: `kubectl -n kube-system get pods`.',
      zh: '看其后堆栈中第一个非 `runtime` 的帧；用 `kubectl -n kube-system get pods` 查看该组件的重启次数。',
    },
    remedy: {
      en: 'Update that component; until then change the object that it was working on.',
      zh: '升级该组件；在此之前修改它正在处理的对象。',
    },
    source: ['kubernetes/apimachinery:pkg/util/runtime/runtime.go', 'kubernetes/apiserver:pkg/server/filters/wrap.go'],
    matches: [
      'E0513 10:31:02.004211   14207 util.go:82] Recovered from panic: "invalid memory address or nil pointer dereference" (runtime error: invalid memory address or nil pointer dereference)',
      'E0513 10:31:02.118001    2211 runtime.go:78] Observed a panic: "invalid memory address or nil pointer dereference"',
      'E0412 10:00:00.000001       1 wrap.go:54] "apiserver panic\'d" method="GET" URI="/api/v1/pods"',
    ],
    mustNotMatch: ['no panic was observed', 'Kernel panic - not syncing: Fatal exception'],
  },
  {
    id: 'go-fatal-signal',
    title: { en: 'A program ended by a fatal signal', zh: '程序因致命信号退出' },
    category: 'runtime-unresponsive',
    severity: 'fatal',
    role: 'problem',
    emitters: ['any', 'dockerd', 'containerd', 'kubelet'],
    wordings: [
      { literal: 'SIGABRT: abort', regex: /\bSIGABRT: abort\b/, versions: 'Go 1.x' },
      { literal: 'SIGSEGV: segmentation', regex: /\bSIGSEGV: segmentation violation\b/, versions: 'Go 1.x' },
      { literal: 'SIGBUS: bus error', regex: /\bSIGBUS: bus error\b/, versions: 'Go 1.x' },
    ],
    time: { kind: 'instant' },
    tail: goCrashTail,
    meaning: {
      en: 'The Go runtime names the signal that ends the program; what was wrong stands in front of it.',
      zh: 'Go 运行时写出终止程序的信号；真正的错误写在它前面。',
    },
    usualCauses: {
      en: 'A thread or memory could not be had, a watchdog, a bug; SIGBUS: a file on a failing disk.',
      zh: '无法创建线程或分配内存、看门狗、程序缺陷；SIGBUS 表示文件所在磁盘故障。',
    },
    firstCheck: { en: 'The lines before it and the first frames behind it.', zh: '看它之前的几行与其后堆栈的前几帧。' },
    remedy: {
      en: 'Remove the reason in front of it; update that program if it is a bug.',
      zh: '消除前面写明的原因；若为缺陷则升级该程序。',
    },
    source: ['golang/go:src/runtime/signal_unix.go'],
    matches: [
      'containerd[1811]: [signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x5f2a3c]',
      'dockerd[2110]: SIGABRT: abort',
      'etcd[2110]: [signal SIGBUS: bus error code=0x2 addr=0x7f21 pc=0x8f0d1a]',
    ],
    mustNotMatch: ['received signal SIGTERM', 'Main process exited, code=killed, status=6/ABRT'],
  },
  {
    id: 'k3s-datastore-failed',
    title: { en: 'k3s cannot use its data store', zh: 'k3s 无法使用其数据存储' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'etcd'],
    wordings: [
      { literal: 'error in txn: ', regex: /error in txn: /, versions: 'kine' },
      { literal: 'error while range on ', regex: /error while range on \S{1,200} \S{0,200}: /, versions: 'kine' },
      {
        literal: 'ailed to test data store connection',
        regex: /[Ff]ailed to test data store connection: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'ailed to test etcd connection',
        regex: /[Ff]ailed to test etcd connection: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'for learner management',
        regex: /[Ff]ailed to check local etcd status for learner management: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'apiserver panic',
        regex: /apiserver panic: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'apiserver exited',
        regex: /apiserver exited: /,
        versions: 'k3s, rke2',
      },
      { literal: 'no bootstrap data found', regex: /\bno bootstrap data found\b/, versions: 'k3s, rke2' },
      {
        literal: 'reconcile with temporary etcd',
        regex: /[Ff]ailed to reconcile with temporary etcd\b/,
        versions: 'k3s, rke2',
      },
      {
        literal: 'preparing server: ',
        regex: /starting kubernetes: preparing server: (?!(?:bootstrap data already|failed to (?:validate|normalize)))/,
        versions: 'k3s, rke2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'SQLite, the external database or the embedded etcd does not answer in time, so the control plane cannot work.',
      zh: 'SQLite、外部数据库或内嵌 etcd 未及时应答，控制面无法工作。',
    },
    usualCauses: {
      en: 'A slow disk, a full disk, no quorum among the servers.',
      zh: '磁盘慢、磁盘写满，或服务器之间没有法定人数。',
    },
    firstCheck: {
      en: '`iostat -x 5`; the other servers of the cluster.',
      zh: '执行 `iostat -x 5`；看集群中其他服务器。',
    },
    remedy: { en: 'A faster disk; bring the other servers back.', zh: '换更快的磁盘；恢复其他服务器。' },
    source: ['k3s-io/kine:pkg/server/server.go', 'k3s-io/k3s:pkg/executor/embed/embed.go'],
    matches: [
      'time="2023-05-13T02:27:47Z" level=error msg="error in txn: context deadline exceeded"',
      'time="2023-05-13T02:27:47Z" level=error msg="error while range on /registry/pods /registry/pods: context deadline exceeded"',
      'time="2023-05-13T02:27:47Z" level=info msg="Failed to test data store connection: boom"',
      'time="2023-05-13T02:27:47Z" level=info msg="Failed to test etcd connection: boom"',
      'time="2023-05-13T02:27:47Z" level=error msg="Failed to check local etcd status for learner management: boom"',
      'time="2023-05-13T02:27:47Z" level=fatal msg="apiserver panic: boom"',
      'time="2023-05-13T02:27:47Z" level=fatal msg="apiserver exited: boom"',
      'level=fatal msg="no bootstrap data found"',
      'level=fatal msg="Failed to reconcile with temporary etcd: boom"',
      'level=fatal msg="starting kubernetes: preparing server: boom"',
    ],
    mustNotMatch: ['error in txnlog reader'],
  },
  {
    id: 'k3s-server-unreachable',
    title: { en: 'An agent does not reach its k3s server', zh: 'agent 无法连接 k3s server' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'ailed to get CA certs: ',
        regex: /[Ff]ailed to get CA certs: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'CA cert validation failed: ',
        regex: /\bCA cert validation failed: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'ailed to retrieve configuration from server',
        regex: /[Ff]ailed to retrieve configuration from server: /,
        versions: 'k3s, rke2',
      },
      {
        literal: 'ailed to validate connection to cluster',
        regex: /[Ff]ailed to validate connection to cluster at /,
        versions: 'k3s, rke2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The tunnel or the first contact with the server failed; the agent tries again.',
      zh: '隧道或首次连接 server 失败，agent 会重试。',
    },
    usualCauses: {
      en: 'The server is down or overloaded, a firewall on 6443, a wrong token or clock.',
      zh: 'server 宕机或过载、6443 被防火墙拦截、token 或时钟错误。',
    },
    firstCheck: {
      en: '`curl -vk https://$SERVER:6443/cacerts` from the agent.',
      zh: '在 agent 上执行 `curl -vk https://$SERVER:6443/cacerts`。',
    },
    remedy: { en: 'Bring the server back; open the port; fix the token.', zh: '恢复 server；放通端口；修正 token。' },
    source: ['k3s-io/k3s:pkg/clientaccess/token.go', 'k3s-io/k3s:pkg/agent/tunnel/tunnel.go'],
    matches: [
      'time="2023-05-13T02:27:47Z" level=fatal msg="starting kubernetes: preparing server: failed to get CA certs: boom"',
      'time="2023-05-13T02:27:47Z" level=error msg="Failed to retrieve configuration from server: boom"',
      'ERRO[0020] CA cert validation failed: Get "https://127.0.0.1:6444/cacerts": EOF',
      'time="2023-05-13T02:27:47Z" level=error msg="failed to validate connection to cluster at https://10.0.0.1:6443: boom"',
    ],
    mustNotMatch: ['Connecting to proxy'],
  },
  {
    id: 'k3s-waits-for-containerd',
    title: { en: 'k3s waits for its containerd', zh: 'k3s 等待 containerd 启动' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'context',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Waiting for containerd startup',
        regex: /Waiting for containerd startup(?:: (?<reason>[^\n]{1,200}))?/,
        versions: 'k3s and rke2',
      },
      {
        literal: 'Waiting for cri connection',
        regex: /Waiting for (?:cri|CRI) connection: (?<reason>[^\n]{1,200})/,
        versions: 'rke2',
      },
      {
        literal: 'Waiting for CRI connection: ',
        regex: /Waiting for (?:cri|CRI) connection: (?<reason>[^\n]{1,200})/,
        versions: 'rke2',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime inside k3s is not up yet. For some seconds after a start it is normal; for minutes it is the failure.',
      zh: 'k3s 内置运行时尚未就绪。启动后数秒属正常；持续数分钟即为故障。',
    },
    usualCauses: {
      en: 'A slow disk, a damaged containerd store, a full disk.',
      zh: '磁盘慢、containerd 存储损坏，或磁盘已满。',
    },
    firstCheck: {
      en: '`/var/lib/rancher/k3s/agent/containerd/containerd.log`',
      zh: '查看 `/var/lib/rancher/k3s/agent/containerd/containerd.log`',
    },
    remedy: { en: 'By the error of containerd.', zh: '按 containerd 的报错处理。' },
    source: ['k3s-io/k3s:pkg/agent/containerd/containerd.go'],
    matches: [
      'time="2022-05-13T10:27:47Z" level=info msg="Waiting for containerd startup: rpc error: code = Unavailable desc = connection error"',
      'time="2022-05-13T10:27:47Z" level=info msg="Waiting for cri connection: rpc error: code = Unavailable desc = connection error"',
    ],
    mustNotMatch: ['level=info msg="containerd is now running"'],
  },
  {
    id: 'talos-service-failed',
    title: { en: 'A Talos service failed', zh: 'Talos 服务失败' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'going to restart forever',
        regex:
          /service\[(?<unit>[\w-]{1,60})\]\(\w{3,20}\): Error running [^\n]{1,300}?going to restart forever: (?<reason>[^\n]{1,200})/,
        versions: 'Talos 0.8 and later',
      },
      {
        literal: 'Health check failed: ',
        regex: /service\[(?<unit>[\w-]{1,60})\]\(\w{3,20}\): Health check failed: (?<reason>[^\n]{1,200})/,
        versions: 'Talos 0.8 and later',
      },
      {
        literal: 'Failed to run pre stage',
        regex: /service\[(?<unit>[\w-]{1,60})\]\(\w{3,20}\): Failed to run pre stage: (?<reason>[^\n]{1,200})/,
        versions: 'Talos 0.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'machined could not start a service or its health check fails; it tries for ever.',
      zh: 'machined 无法启动服务或其健康检查失败，并会一直重试。',
    },
    usualCauses: {
      en: 'The inner error; at boot services wait for one another for a while.',
      zh: '见内层错误；开机时服务会互相等待片刻。',
    },
    firstCheck: {
      en: '`talosctl service NAME`, `talosctl logs NAME`',
      zh: '执行 `talosctl service 名称`、`talosctl logs 名称`',
    },
    remedy: { en: 'By the inner error.', zh: '按内层错误处理。' },
    source: ['siderolabs/talos:internal/app/machined/pkg/system/service_runner.go'],
    matches: [
      '[talos] 2024/12/09 14:46:13 service[etcd](Failed): Failed to run pre stage: failed to build initial etcd cluster: timeout',
      'user: warning: [2022-05-13T10:40:42.094682566Z]: [talos] service[udevd](Waiting): Error running Process(["/sbin/udevd" "--resolve-names=never"]), going to restart forever: signal: killed',
      'user: warning: [2022-05-13T10:40:42.081034566Z]: [talos] service[etcd](Running): Health check failed: context deadline exceeded',
    ],
    mustNotMatch: [
      'user: warning: [2022-05-13T10:40:42.202658566Z]: [talos] service[cri](Running): Health check successful',
    ],
  },
];
