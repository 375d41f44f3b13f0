/** Other locks: package managers, flock, LVM, IPAM, leader leases. */
import type { Signature } from '../signature';

export const lockSignatures: readonly Signature[] = [
  {
    id: 'calico-ipam-lock',
    title: { en: 'calico pod starts queue on the IPAM lock', zh: 'calico 分配地址时排队等 IPAM 锁' },
    category: 'lock-wait',
    severity: 'info',
    role: 'context',
    emitters: ['cni', 'containerd', 'kubelet'],
    wordings: [
      { literal: 'acquire host-wide IPAM lock', regex: /About to acquire host-wide IPAM lock/ },
      { literal: 'to grab IPAM lock', regex: /Failed to grab IPAM lock/ },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'calico-ipam' },
    quietBelow: 5,
    meaning: {
      en: 'Every network set-up of a pod takes one lock of the node; a long gap before "Acquired" means address assignment is slow.',
      zh: '每次 Pod 网络配置都要拿同一把节点级锁；到 "Acquired" 的间隔长，说明分配地址很慢。',
    },
    usualCauses: {
      en: 'Many pods start at once while the API server or etcd answers slowly.',
      zh: '大量 Pod 同时启动，而 API server 或 etcd 应答慢。',
    },
    firstCheck: {
      en: 'Time from "About to acquire" to "Acquired" of one ContainerID',
      zh: '同一 ContainerID 从 "About to acquire" 到 "Acquired" 的耗时',
    },
    remedy: { en: 'Cure the API latency; start fewer pods at once.', zh: '解决 API 延迟，减少同时启动的 Pod。' },
    source: ['projectcalico/calico:cni-plugin/pkg/ipamplugin/ipam_plugin.go'],
    matches: [
      '2021-05-13 10:27:51.118 [INFO][4711] ipam_plugin.go 353: About to acquire host-wide IPAM lock.',
      'Failed to grab IPAM lock, may contend for datastore updates',
    ],
    mustNotMatch: ['2021-05-13 10:27:51.118 [INFO][4711] ipam_plugin.go 371: Released host-wide IPAM lock.'],
  },
  {
    id: 'apt-lock-busy',
    title: { en: 'apt waits for a package manager lock', zh: 'apt 的锁被其他包管理进程占用' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    namesHolder: true,
    emitters: ['package-manager'],
    wordings: [
      {
        literal: 'Could not get lock ',
        regex:
          /Could not get lock (?<path>\/\S{1,160}?)[. ](?: ?It is held by process (?<pid>\d{1,8})(?: \((?<process>[^)\n]{1,60})\))?| ?- open)?/,
      },
      { literal: 'acquire the dpkg frontend lock', regex: /Unable to acquire the dpkg frontend lock/ },
      {
        literal: 'Unable to lock ',
        regex: /E: Unable to lock (?:the administration directory|directory|the download directory)/,
      },
      {
        literal: 'ock could not be acquired',
        regex: /[Ll]ock could not be acquired \(another package manager running\?\)/,
      },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'dpkg' },
    meaning: {
      en: 'Two package managers run at once; one waits or gives up.',
      zh: '两个包管理进程同时运行，其中一个在等待或已放弃。',
    },
    usualCauses: {
      en: 'unattended-upgrades or cloud-init runs while the node is being provisioned.',
      zh: '节点初始化时 unattended-upgrades 或 cloud-init 正在运行。',
    },
    firstCheck: { en: '`fuser -v /var/lib/dpkg/lock-frontend`', zh: '执行 `fuser -v /var/lib/dpkg/lock-frontend`' },
    remedy: {
      en: 'Wait for it, or switch unattended upgrades off on nodes; they may restart the runtime too.',
      zh: '等它结束，或在节点上关闭自动升级（它还可能重启运行时）。',
    },
    source: ['Debian/apt:apt-pkg/contrib/fileutl.cc', 'Debian/apt:apt-pkg/deb/debsystem.cc'],
    matches: [
      'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1211 (unattended-upgr)',
      'E: Could not get lock /var/lib/apt/lists/lock - open (11: Resource temporarily unavailable)',
      'Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1211 (apt-get)...',
      'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?',
      'E: Unable to lock directory /var/lib/apt/lists/',
      '2021-05-13 10:27:51,118 ERROR Lock could not be acquired (another package manager running?)',
    ],
    mustNotMatch: [
      'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)',
      'Unable to lock screen',
    ],
  },
  {
    id: 'dpkg-lock-busy',
    title: { en: 'dpkg is already running', zh: 'dpkg 已在运行，锁被占用' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    namesHolder: true,
    emitters: ['package-manager'],
    wordings: [
      {
        literal: ' locked by ',
        regex:
          /dpkg: error: (?<what>dpkg [\w ]{3,40}) (?:was|is) locked by (?<process>[^\n]{1,60}?)(?: process)?(?: with pid (?<pid>\d{1,8}))?(?=\n|$)/,
      },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'dpkg' },
    meaning: {
      en: 'dpkg refuses to run because another process holds its lock.',
      zh: '另一进程占着 dpkg 的锁，dpkg 拒绝运行。',
    },
    usualCauses: {
      en: 'Automatic upgrades against provisioning or a manual install.',
      zh: '自动升级与初始化脚本或手工安装相撞。',
    },
    firstCheck: { en: '`ps -p PID` of the named process', zh: '查看报错中 PID 对应的进程' },
    remedy: { en: 'Wait for the holder or end it in an orderly way.', zh: '等待占锁进程结束，或正常停止它。' },
    source: ['guillemj/dpkg:lib/dpkg/file.c'],
    matches: [
      'dpkg: error: dpkg frontend lock was locked by unattended-upgr process with pid 1211',
      'dpkg: error: dpkg frontend is locked by another process',
    ],
    mustNotMatch: [
      'dpkg: error: dpkg was interrupted, you must manually run dpkg --configure -a',
      'account is locked by policy',
    ],
  },
  {
    id: 'flock-timeout',
    title: { en: 'A script gave up waiting for its lock file', zh: '脚本等待锁文件超时' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['any', 'systemd'],
    wordings: [
      { literal: 'waiting to get lock', regex: /flock: timeout while waiting to get lock/ },
      { literal: 'ailed to get lock', regex: /flock: failed to get lock/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The same job still runs, or hangs, in another process.',
      zh: '同一任务的另一个进程还在运行或卡住。',
    },
    usualCauses: { en: 'An earlier run of the script hangs.', zh: '脚本的上一次运行卡住了。' },
    firstCheck: { en: '`lslocks`, older processes of the same script', zh: '`lslocks`，以及同一脚本较早的进程' },
    remedy: { en: 'End the hung run.', zh: '结束卡住的那次运行。' },
    source: ['util-linux/util-linux:sys-utils/flock.c'],
    matches: [
      'May 13 10:27:51 node-17 rotate.sh[811]: flock: timeout while waiting to get lock',
      'flock: failed to get lock',
    ],
    mustNotMatch: ['flock: getting lock took 0.000021 seconds'],
  },
  {
    id: 'lvm-lock-giveup',
    title: { en: 'An LVM command gave up on its lock', zh: 'LVM 命令未能取得卷组锁' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'Giving up waiting for lock', regex: /Giving up waiting for lock\b/ },
      { literal: 't get lock for ', regex: /Can't get lock for (?<volume>[\w.+-]{1,127})/ },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Another LVM command holds the lock of the volume group.', zh: '另一条 LVM 命令占着卷组锁。' },
    usualCauses: { en: 'An LVM process hangs in the kernel on a dead device.', zh: '某个 LVM 进程卡在失效设备上。' },
    firstCheck: {
      en: '`ps -eo pid,stat,wchan:30,cmd | grep -E "lvm|vg|lv"` for state D',
      zh: '用 `ps -eo pid,stat,wchan:30,cmd` 找处于 D 状态的 LVM 进程',
    },
    remedy: { en: 'Cure the device; end the hung command.', zh: '修复设备，结束卡住的命令。' },
    source: ['lvmteam/lvm2:lib/misc/lvm-flock.c', 'lvmteam/lvm2:lib/metadata/metadata.c'],
    matches: ['  Giving up waiting for lock.', "  Can't get lock for vg-data"],
    mustNotMatch: ['  WARNING: lvmlockd process is not running.'],
  },
  {
    id: 'azure-cni-store-locked',
    title: {
      en: "Azure's network plug-in waits for its own state file",
      zh: 'Azure 网络插件等待自身状态文件的锁',
    },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['cni', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'timed out locking store',
        regex: /\btimed out locking store\b/,
        versions: 'azure-vnet 1.0 and later',
      },
      {
        literal: 'Failed to lock store: ',
        regex: /\bFailed to lock store: /,
        versions: 'azure-vnet 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Each call of the plug-in locks azure-vnet.json; another call, or one that died, left the lock file behind.',
      zh: '插件每次调用都会锁住 azure-vnet.json；另一调用或已死的调用留下了锁文件。',
    },
    usualCauses: {
      en: 'A node that was switched off in the middle of a call, or many pods that start at once.',
      zh: '调用中途节点断电，或大量 Pod 同时启动。',
    },
    firstCheck: {
      en: 'Is there an `azure-vnet.json.lock` older than the last boot?',
      zh: '是否存在早于上次开机的 `azure-vnet.json.lock`？',
    },
    remedy: {
      en: 'Remove the lock file while no plug-in runs; a newer plug-in does it after a boot.',
      zh: '在插件未运行时删除锁文件；较新的插件会在开机后自行清理。',
    },
    source: ['Azure/azure-container-networking:store/json.go', 'Azure/azure-container-networking:cni/plugin.go'],
    matches: [
      '2019/04/18 02:49:53 [cni] Failed to lock store: timed out locking store.',
      '2019/04/18 02:49:53 Failed to initialize key-value store of network plugin, err:timed out locking store.',
    ],
    mustNotMatch: ['2019/04/18 02:49:53 [cni] Locked store'],
  },
  {
    id: 'leader-lease-lost',
    title: { en: 'A controller lost its leader lease', zh: '控制器丢失选主租约' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-controller-manager', 'kube-scheduler', 'any'],
    wordings: [
      {
        literal: 'ailed to renew lease',
        regex: /[Ff]ailed to renew lease\b(?:\\?" lock=\\?"| )?(?<lock>[\w.-]{1,63}\/[\w.-]{1,120})?/,
        versions: 'client-go 1.10-head',
      },
      { literal: 'eaderelection lost', regex: /\b[Ll]eaderelection lost\b/ },
      { literal: 'leader election lost', regex: /\bleader election lost\b/ },
      {
        literal: 'lost master',
        regex: /\b[EF]\d{4} [^\n]{10,60}\] lost master\b/,
        versions: 'kube-scheduler 1.2-1.14',
      },
      { literal: ' stopped leading', regex: /\bLeaderElection\b[^\n]{0,300}? stopped leading/, versions: 'Event' },
      {
        literal: 'is no longer leader',
        regex: /\bis no longer leader\b/,
        versions: 'kube-vip',
      },
      {
        literal: 'lost leadership, restarting',
        regex: /\blost leadership, restarting\b/,
        versions: 'kube-vip',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The leader could not write its lease in time; the process exits and restarts.',
      zh: '主节点没能按时续租，进程会退出并重启。',
    },
    usualCauses: {
      en: 'Slow or unreachable API server or etcd, starved CPU, a clock step.',
      zh: 'API server 或 etcd 慢/不可达、CPU 饥饿或时钟跳变。',
    },
    firstCheck: {
      en: '`etcdctl endpoint status` and `kubectl get --raw /readyz`; what API server and etcd said in the 10 seconds before.',
      zh: '`etcdctl endpoint status` 与 `kubectl get --raw /readyz`；前 10 秒内 API server 与 etcd 的日志。',
    },
    remedy: { en: 'Cure the latency of etcd or the API server.', zh: '解决 etcd 或 API server 的延迟。' },
    source: [
      'kubernetes/client-go:tools/leaderelection/leaderelection.go',
      'https://github.com/kubernetes/kubernetes/issues/65966',
    ],
    matches: [
      'time="2025-01-13T08:14:22Z" level=fatal msg="lost leadership, restarting kube-vip"',
      'time="2025-01-13T08:14:22Z" level=info msg="Node [cp-2] is no longer leader, deleting the VIP"',
      'E0513 10:31:02.004211 2140000 server.go:218] "Leaderelection lost"',
      '  Normal  LeaderElection  4m  kube-scheduler  node-17_43d98d8a stopped leading',
      'I0513 10:27:51.118001       1 leaderelection.go:283] failed to renew lease kube-system/kube-controller-manager: timed out waiting for the condition',
      'E0513 10:27:51.118001       1 leaderelection.go:429] "Failed to renew lease" lock="kube-system/kube-scheduler" err="context deadline exceeded"',
      'F0513 10:27:51.119001       1 controllermanager.go:291] leaderelection lost',
      'F0513 10:27:51.119001       1 main.go:88] leader election lost',
      'F0513 10:27:51.119001       1 server.go:153] lost master',
    ],
    mustNotMatch: [
      'I0513 10:27:51.118001       1 leaderelection.go:253] successfully acquired lease kube-system/kube-scheduler',
      'successfully renewed lease kube-system/x',
    ],
  },
  {
    id: 'leader-lock-update-failed',
    title: { en: 'One attempt to update a leader lease failed', zh: '一次选主租约更新失败' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-controller-manager', 'kube-scheduler', 'any'],
    wordings: [
      {
        literal: 'retrieving resource lock',
        regex: /[Ee]rror retrieving resource lock[:\\" ]{1,4}(?:lock=\\?")?(?<lock>[\w.-]{1,63}\/[\w.-]{1,120})?/,
        versions: 'client-go 1.10-0.29',
      },
      {
        literal: 'ailed to update lock',
        // A conflict is another holder's success: "Operation cannot be fulfilled ...; the object has been modified".
        regex: /[Ff]ailed to update lock\b(?![^\n]{0,300}Operation cannot be fulfilled)/,
        versions: 'client-go 1.10-0.29',
      },
      {
        literal: ' leaderelection.go:',
        regex: /\b[EFW]\d{4} [\d:.]{8,18} +\d{1,10} leaderelection\.go:\d{1,5}\] err: /,
        versions: 'kubernetes 1.2-1.6',
      },
      { literal: 'error retrieving endpoint', regex: /\berror retrieving endpoint: /, versions: 'kubernetes 1.2-1.3' },
      {
        literal: 'initially creating ',
        regex: /\berror initially creating (?:leader election record|endpoints)\b/,
        versions: 'client-go 1.2 and later',
      },
      {
        literal: 'rror starting leader election: ',
        regex: /\b[Ee]rror starting leader election: /,
        versions: 'ingress-nginx 0.9 and others',
      },
      { literal: 'ailed to update lease', regex: /Failed to update lease\\?"? (?:optimistically|lock=)/ },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    // The next attempt is two seconds away, the lease lasts for fifteen.
    weakBelow: { least: 2, per: 'lock' },
    meaning: {
      en: 'The lease could not be read or written this time; more of these lead to a lost lease.',
      zh: '这一次租约读写失败，连续失败会丢掉租约。',
    },
    usualCauses: {
      en: 'API server or etcd slow, overloaded or unreachable.',
      zh: 'API server 或 etcd 慢、过载或不可达。',
    },
    firstCheck: {
      en: '`kubectl get leases -A`, and `kubectl auth can-i update leases` as that user; a deadline behind the colon means a slow API server or etcd.',
      zh: '`kubectl get leases -A`，并以该用户执行 `kubectl auth can-i update leases`；冒号后为超时则说明 API server 或 etcd 缓慢。',
    },
    remedy: { en: 'Cure the API server or etcd.', zh: '处理 API server 或 etcd。' },
    source: ['kubernetes/client-go:tools/leaderelection/leaderelection.go'],
    matches: [
      'F0523 05:50:00.972238       7 status.go:183] unexpected error starting leader election: boom',
      'E0513 10:27:49.118001       1 leaderelection.go:320] error retrieving resource lock kube-system/kube-scheduler: Get "https://10.20.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler?timeout=5s": net/http: TLS handshake',
      'E0513 10:27:49.118001       1 leaderelection.go:357] Failed to update lock: etcdserver: leader changed',
      'E0513 10:27:49.118001       1 leaderelection.go:317] err: Put https://10.0.3.2:6443/api/v1/namespaces/kube-system/endpoints/kube-scheduler: EOF',
      'E0513 10:27:49.118001       1 leaderelection.go:252] error retrieving endpoint: boom',
      'E0513 10:27:49.118001       1 leaderelection.go:270] error initially creating leader election record: boom',
      'E0513 10:27:49.118001       1 leaderelection.go:441] "Failed to update lease optimistically, falling back to slow path" lock="kube-system/kube-scheduler"',
    ],
    mustNotMatch: [
      'failed to update node lease, error: Operation cannot be fulfilled',
      'E0513 10:27:49.118001       1 leaderelection.go:357] Failed to update lock: Operation cannot be fulfilled on leases.coordination.k8s.io "kube-scheduler": the object has been modified; please apply your changes to the latest version and try again',
      'lock is held by node-3_b1c and has not yet expired',
    ],
  },
  {
    id: 'iptables-exit-4',
    title: { en: 'iptables could not get the table: status 4', zh: 'iptables 无法取得表：状态码 4' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    entities: { lock: 'xtables' },
    emitters: ['kube-proxy', 'kubelet', 'dockerd', 'cni', 'iptables'],
    wordings: [
      { literal: 'exit status 4', regex: /\bip6?tables\b[^\n]{0,300}?exit status 4\b/, versions: 'iptables 1.4-1.8' },
      { literal: 'exit status 4', regex: /exit status 4[:.]? \(?ip6?tables\b/, versions: 'iptables 1.4-1.8' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Status 4 of iptables means a resource problem: the table was locked by another process, or could not be written as a whole.',
      zh: 'iptables 的状态码 4 表示资源问题：表被其他进程锁住，或无法整体写入。',
    },
    usualCauses: {
      en: 'Another writer holds the xtables lock; with nft a transaction that failed.',
      zh: '其他写入者持有 xtables 锁；nft 下则是事务失败。',
    },
    firstCheck: {
      en: 'Who else writes rules at that moment; `iptables-save | wc -l`',
      zh: '看当时还有谁在写规则；`iptables-save | wc -l`',
    },
    remedy: { en: 'Fewer rules and writers; a longer wait.', zh: '减少规则与写入者；延长等待。' },
    source: ['aosp-mirror/platform_external_iptables:include/xtables.h'],
    matches: [
      'E0513 10:31:02.118001       1 proxier.go:1507] Failed to execute iptables-restore: exit status 4 (iptables-restore: line 51 failed',
      'error checking rule: exit status 4: iptables: Resource temporarily unavailable.',
    ],
    mustNotMatch: [
      'Failed to execute iptables-restore: exit status 1 (iptables-restore: line 51 failed',
      'configure-helper.sh (code=exited, status=4)',
    ],
  },
];
