/** Who waits for a lock or gives up on it: xtables and its users, package managers, LVM, leases, names reserved by an earlier request (one table, so over 400 lines). */
import type { Signature } from '../signature';

const xtables = { lock: 'xtables' } as const;

export const lockSignatures: readonly Signature[] = [
  {
    id: 'xtables-lock-wait-plain',
    title: { en: 'iptables waits for the xtables lock', zh: 'iptables 在等待 xtables 锁' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['iptables', 'dockerd', 'kubelet', 'kube-proxy', 'cni'],
    wordings: [
      {
        literal: 'xtables lock; waiting for it',
        regex: /holding the xtables lock; waiting for it to exit/,
        versions: 'iptables 1.4.20-1.4.21, 1.6.1',
      },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: {
      en: 'An iptables call waits until another process has finished changing rules.',
      zh: '一次 iptables 调用正在等待另一个进程改完规则。',
    },
    usualCauses: {
      en: 'Many callers at once (container starts with host ports, CNI, kube-proxy) or one caller holding the lock over a huge rule set.',
      zh: '同时有大量调用（映射主机端口的容器启动、CNI、kube-proxy），或某个进程因规则太多而长时间占锁。',
    },
    firstCheck: {
      en: '`fuser -v /run/xtables.lock`, `ps -ef | grep iptables`',
      zh: '执行 `fuser -v /run/xtables.lock`、`ps -ef | grep iptables`',
    },
    remedy: {
      en: 'Find the holder, shrink the rule set, spread the writers out in time.',
      zh: '找出占锁进程，精简规则，错开各个写入者。',
    },
    source: [
      'aosp-mirror/platform_external_iptables:iptables/xshared.c',
      'https://github.com/moby/libnetwork/pull/1569',
    ],
    matches: [
      'Another app is currently holding the xtables lock; waiting for it to exit...',
      'May 13 10:27:47 node-17 dockerd[2110]: Another app is currently holding the xtables lock; waiting for it to exit...',
    ],
    mustNotMatch: [
      'Another app is currently holding the yum lock; waiting for it to exit...',
      'Another app is currently holding the xtables lock; waiting (3s) for it to exit...',
    ],
  },
  {
    id: 'xtables-lock-wait-progress',
    title: { en: 'iptables has waited for seconds for the xtables lock', zh: 'iptables 已等待 xtables 锁若干秒' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['iptables', 'dockerd', 'kubelet', 'kube-proxy'],
    wordings: [
      {
        literal: 'xtables lock; waiting (',
        regex: /holding the xtables lock; waiting \((?<waited>\d{1,7})s\)/,
        versions: 'iptables 1.4.22, 1.6.0, RHEL 7 builds of 1.4.21',
      },
    ],
    time: { kind: 'interval', anchor: 'progress', capture: 'waited', unit: 's' },
    quietUnderMs: 3000,
    entities: xtables,
    meaning: {
      en: 'The number is how long this iptables call has waited so far; the largest of a run is the whole wait.',
      zh: '括号里是本次 iptables 调用已等待的秒数，一串日志中最大的数即总等待时间。',
    },
    usualCauses: {
      en: 'Container starts with published ports and kube-proxy rewriting the same tables queue on one node-wide lock.',
      zh: '容器启动时映射端口与 kube-proxy 刷新规则都要改同一张表，在同一把节点级锁上排队。',
    },
    firstCheck: {
      en: '`iptables-save | wc -l`, `fuser -v /run/xtables.lock`; above 10 s starting pods is bounded by this lock',
      zh: '`iptables-save | wc -l`、`fuser -v /run/xtables.lock`；超过 10 秒说明 Pod 启动已受制于这把锁',
    },
    remedy: {
      en: 'Fewer rules and fewer writers at once; ipvs mode; no `docker run -P` with thousands of ports.',
      zh: '减少规则和并发写入；改用 ipvs；避免用 `docker run -P` 映射大量端口。',
    },
    source: ['aosp-mirror/platform_external_iptables:iptables/xshared.c', 'https://github.com/moby/moby/issues/26111'],
    matches: [
      'Another app is currently holding the xtables lock; waiting (47s) for it to exit...',
      'May 13 10:28:11 node-17 dockerd: time="2021-05-13T10:28:11.120041+08:00" level=error msg="Handler for POST /containers/6f1d3c9ab2e4/start returned error: Another app is currently holding the xtables lock; waiting (1s) for it to exit...\\nAnother app is currently holding the xtables lock; waiting (3s) for it to exit..."',
    ],
    mustNotMatch: ['Another app is currently holding the xtables lock. Stopped waiting after 5s.'],
  },
  {
    id: 'xtables-lock-wait-remaining',
    title: { en: 'iptables counts down its wait for the xtables lock', zh: 'iptables 等待 xtables 锁，正在倒计时' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['iptables', 'kubelet', 'kube-proxy', 'dockerd', 'cni'],
    wordings: [
      {
        literal: 'ahead to have a chance to grab the lock',
        regex:
          /xtables lock; still (?<remaining>\d{1,9})s (?<remainingMicros>\d{1,9})us time ahead to have a chance to grab the lock/,
        versions: 'iptables 1.6.1-1.8.7',
      },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: {
      en: 'The number is the time LEFT of a bounded wait for the lock, not the time waited.',
      zh: '数字是限时等锁的剩余时间，不是已等待的时间。',
    },
    usualCauses: {
      en: 'Another iptables call holds the lock, often a long restore.',
      zh: '另一个 iptables 调用占着锁，通常是耗时很长的 restore。',
    },
    firstCheck: {
      en: 'Does a "Stopped waiting" line follow? `fuser -v /run/xtables.lock`',
      zh: '后面是否出现 "Stopped waiting"？`fuser -v /run/xtables.lock`',
    },
    remedy: {
      en: 'As for every xtables wait: find the holder, fewer rules.',
      zh: '同其他 xtables 等锁：找占锁者，精简规则。',
    },
    source: ['aosp-mirror/platform_external_iptables:iptables/xshared.c'],
    matches: [
      'Another app is currently holding the xtables lock; still 4s 900000us time ahead to have a chance to grab the lock...',
    ],
    mustNotMatch: ['Another app is currently holding the xtables lock; waiting (4s) for it to exit...'],
  },
  {
    id: 'xtables-lock-timeout',
    title: { en: 'iptables gave up waiting for the xtables lock', zh: 'iptables 等待 xtables 锁超时放弃' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'kubelet', 'dockerd', 'cni'],
    wordings: [
      {
        literal: 'Stopped waiting after',
        regex: /xtables lock\. Stopped waiting after (?<waited>\d{1,7})s/,
        versions: 'iptables 1.4.22-1.8.11',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 's' },
    entities: xtables,
    meaning: {
      en: 'The lock stayed taken longer than the caller was willing to wait; its rules were NOT applied.',
      zh: '锁被占用的时间超过了调用方的等待上限，规则没有写入。',
    },
    usualCauses: {
      en: 'A holder with a huge rule set (kube-proxy restore), or too many writers at once.',
      zh: '占锁者规则量巨大（如 kube-proxy 的 restore），或写入者太多。',
    },
    firstCheck: {
      en: '`fuser -v /run/xtables.lock`, kube-proxy traces of the same seconds',
      zh: '`fuser -v /run/xtables.lock`，同一时刻 kube-proxy 的 Trace 日志',
    },
    remedy: {
      en: "Raise the caller's wait, cut the rules, or move to ipvs or nftables.",
      zh: '调大调用方的等待时间、精简规则，或改用 ipvs/nftables。',
    },
    source: [
      'aosp-mirror/platform_external_iptables:iptables/xshared.c',
      'https://github.com/aws/amazon-vpc-cni-k8s/issues/2948',
    ],
    matches: [
      'Another app is currently holding the xtables lock. Stopped waiting after 5s.',
      'E0513 10:27:51.118001       1 proxier.go:836] Failed to ensure that filter chain KUBE-EXTERNAL-SERVICES exists: error creating chain "KUBE-EXTERNAL-SERVICES": exit status 4: Another app is currently holding the xtables lock. Stopped waiting after 5s.',
    ],
    mustNotMatch: [
      'Another app is currently holding the xtables lock; waiting (5s) for it to exit...',
      'Stopped waiting after 5s',
    ],
  },
  {
    id: 'xtables-lock-busy-nowait',
    title: { en: 'iptables failed at once: xtables lock taken', zh: 'xtables 锁被占用，iptables 立即失败' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'dockerd', 'kubelet', 'kube-proxy', 'cni', 'systemd'],
    wordings: [
      {
        literal: 'want to use the -w option',
        regex: /(?:xtables lock\. )?Perhaps you want to use the -w option/,
        versions: 'iptables 1.4.20-1.8.11',
      },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: {
      en: 'An iptables call without -w met a taken lock and did nothing (exit status 4).',
      zh: '不带 -w 的 iptables 调用碰到锁被占用，什么也没做就退出（状态码 4）。',
    },
    usualCauses: {
      en: 'Boot scripts and older programs call iptables without -w while docker, CNI or kube-proxy change rules.',
      zh: '启动脚本或旧程序调用 iptables 没带 -w，而 docker、CNI 或 kube-proxy 正在改规则。',
    },
    firstCheck: {
      en: 'Which unit printed it, and did that unit fail with status 4?',
      zh: '是哪个单元打印的？该单元是否以状态码 4 失败？',
    },
    remedy: {
      en: 'Make the caller use `iptables -w`; run the failed script again.',
      zh: '让调用方使用 `iptables -w`，并重跑失败的脚本。',
    },
    source: [
      'aosp-mirror/platform_external_iptables:iptables/xshared.c',
      'https://github.com/moby/moby/issues/44331',
      'https://github.com/kubernetes/kubernetes/issues/57428',
    ],
    matches: [
      'Another app is currently holding the xtables lock. Perhaps you want to use the -w option?',
      'Dec 02 20:11:09 mill-4 setup-node.sh[412]: Another app is currently holding the xtables lock. Perhaps you want to use the -w option?',
    ],
    mustNotMatch: ['Another app is currently holding the xtables lock; waiting for it to exit...'],
  },
  {
    id: 'xtables-lock-flock-failed',
    title: { en: 'iptables could not take the lock file', zh: 'iptables 未能锁定锁文件' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'kubelet', 'dockerd', 'cni'],
    wordings: [
      {
        literal: 'xtables.lock',
        regex: /Can't lock (?<path>\S{1,120}xtables\.lock): (?<reason>[^\n]{1,80})/,
        versions: 'iptables 1.6.2-1.8.11',
      },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: {
      en: 'The lock on the file did not succeed; the line before or after says how long was waited.',
      zh: '对锁文件加锁没有成功，前后行会说明等了多久。',
    },
    usualCauses: { en: 'Another iptables process holds it.', zh: '另一个 iptables 进程占着它。' },
    firstCheck: { en: '`fuser -v /run/xtables.lock`', zh: '执行 `fuser -v /run/xtables.lock`' },
    remedy: { en: 'As for a timeout on the xtables lock.', zh: '同 xtables 等锁超时。' },
    source: ['aosp-mirror/platform_external_iptables:iptables/xshared.c'],
    matches: ["Can't lock /run/xtables.lock: Resource temporarily unavailable"],
    mustNotMatch: [
      "Fatal: can't open lock file /run/xtables.lock: Permission denied",
      'Ignoring deprecated --wait-interval option.',
    ],
  },
  {
    id: 'xtables-lock-file-open-failed',
    title: { en: 'iptables cannot open its lock file', zh: 'iptables 打不开锁文件' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'kubelet', 'cni'],
    wordings: [
      {
        literal: 't open lock file',
        regex: /[Cc]an't open lock file (?<path>\S{1,160}?): (?<reason>[^\n]{1,80})/,
        versions: 'iptables 1.6.2-1.8.11',
      },
      {
        literal: 'to open iptables lock',
        regex: /failed to open iptables lock (?<path>\S{1,160}?): (?<reason>[^\n]{1,120})/,
        versions: 'kube-proxy 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: {
      en: 'The lock file can be neither created nor opened, so no rule is changed at all.',
      zh: '锁文件既不能创建也不能打开，规则完全无法修改。',
    },
    usualCauses: {
      en: 'Read-only /run, no permission, or a container without the host file mounted.',
      zh: '/run 只读、权限不足，或容器没有挂载宿主机的锁文件。',
    },
    firstCheck: {
      en: '`ls -l /run/xtables.lock`, mounts of the container that runs iptables',
      zh: '`ls -l /run/xtables.lock`，以及运行 iptables 的容器的挂载',
    },
    remedy: {
      en: "Mount the host's /run/xtables.lock (FileOrCreate); make /run writable.",
      zh: '挂载宿主机 /run/xtables.lock（FileOrCreate），保证 /run 可写。',
    },
    source: [
      'aosp-mirror/platform_external_iptables:iptables/xshared.c',
      'kubernetes/kubernetes:pkg/util/iptables/iptables_linux.go',
      'https://github.com/kubernetes/kubernetes/issues/46103',
    ],
    matches: [
      "Fatal: can't open lock file /run/xtables.lock: Read-only file system",
      'E0513 10:27:51.118001       1 proxier.go:1402] Failed to sync: failed to open iptables lock /run/xtables.lock: open /run/xtables.lock: permission denied',
    ],
    mustNotMatch: ["Can't lock /run/xtables.lock: Resource temporarily unavailable"],
  },
  {
    id: 'docker-xtables-contention',
    title: { en: 'dockerd waited seconds for an iptables call', zh: 'dockerd 的一次 iptables 调用耗时数秒' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'xtables contention detected',
        regex:
          /xtables contention detected while running \[(?:--wait )?(?:-t (?<table>[a-z]{3,8}) )?(?:-[A-Z] (?<chain>[\w-]{1,64}))?[^\]\n]{0,600}\]: Waited for (?<waited>\d{1,7}(?:\.\d{1,9})?) seconds/,
        versions: 'docker 18.06-28',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 's' },
    entities: xtables,
    meaning: {
      en: 'One iptables call of dockerd took more than 2 seconds: waiting for the lock, or working.',
      zh: 'dockerd 的一次 iptables 调用超过 2 秒，可能在等锁，也可能是命令本身慢。',
    },
    usualCauses: {
      en: 'kube-proxy or other containers change the same tables; a very large rule set.',
      zh: 'kube-proxy 或其他容器在改同一张表；规则数量巨大。',
    },
    firstCheck: {
      en: 'Non-empty text after `received` is the lock; with `""` time one `iptables -w -L -n` call',
      zh: '`received` 后非空就是在等锁；为 `""` 时另测一次 `iptables -w -L -n` 的耗时',
    },
    remedy: {
      en: 'Fewer rules, fewer published ports, ipvs mode for kube-proxy.',
      zh: '精简规则，少映射端口，kube-proxy 改用 ipvs。',
    },
    source: ['moby/moby:daemon/libnetwork/iptables/iptables.go', 'https://github.com/moby/moby/issues/50692'],
    matches: [
      'time="2021-05-13T10:27:47.118+08:00" level=warning msg="xtables contention detected while running [-t nat -C DOCKER ! -i docker0 -j DNAT]: Waited for 12.07 seconds and received \\"Another app is currently holding the xtables lock; waiting (12s) for it to exit...\\""',
      'xtables contention detected while running [-t nat -A POSTROUTING -s 172.17.0.9 -j MASQUERADE]: Waited for 2.41 seconds and received ""',
    ],
    mustNotMatch: ['level=debug msg="/usr/sbin/iptables, [--wait -t nat -A POSTROUTING -s 172.17.0.9 -j MASQUERADE]"'],
  },
  {
    id: 'docker-iptables-failed',
    title: { en: 'An iptables rule for a container was refused', zh: '容器的 iptables 规则写入失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'iptables failed:',
        regex:
          /iptables failed: (?:\/[\w./-]{1,80}\/)?ip6?tables\b(?: --wait)?(?: -t (?<table>[a-z]{3,8}))?(?: -[A-Z] (?<chain>[\w-]{1,64}))?/,
        versions: 'docker 1.12-28',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A rule for a container could not be programmed, so its network or published port does not work.',
      zh: '容器所需的规则没有写入，其网络或端口映射不可用。',
    },
    usualCauses: {
      en: '"No chain/target/match": somebody flushed docker\'s chains (firewalld reload). Exit status 4: the lock.',
      zh: '"No chain/target/match" 说明 docker 的链被清空（如 firewalld 重载）；exit status 4 说明是锁。',
    },
    firstCheck: {
      en: 'The text in the last parentheses; `iptables -t nat -L DOCKER -n`',
      zh: '看最后括号里的报错；`iptables -t nat -L DOCKER -n`',
    },
    remedy: {
      en: 'Restart dockerd so that it rebuilds its chains; stop whatever flushes them.',
      zh: '重启 dockerd 重建链，并停掉清空规则的程序。',
    },
    source: ['moby/moby:daemon/libnetwork/iptables/iptables.go', 'docker/libnetwork:iptables/iptables.go'],
    matches: [
      '(iptables failed: iptables --wait -t nat -A DOCKER -p tcp -d 0/0 --dport 30117 -j DNAT --to-destination 172.17.0.9:8080 ! -i docker0: iptables: No chain/target/match by that name. (exit status 1))',
    ],
    mustNotMatch: ['level=error msg="felix: Failed to program iptables, will retry"'],
  },
  {
    id: 'kubeproxy-iptables-restore-failed',
    title: { en: 'iptables-restore failed: rules not applied', zh: 'iptables-restore 失败，规则未生效' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy', 'kubelet', 'cni'],
    wordings: [
      {
        literal: 'ailed to execute ip',
        regex: /[Ff]ailed to execute ip6?tables-restore\b/,
        versions: 'kube-proxy 1.8-1.30',
      },
      { literal: 'tables-restore failed', regex: /\bip6?tables-restore failed\b/ },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'One sync of service rules was not applied; this node routes by the previous rules.',
      zh: '一次 Service 规则同步没有生效，本节点仍按旧规则转发。',
    },
    usualCauses: {
      en: 'Exit status 4: the xtables lock. "line N failed": a rule the kernel or the nft back end refuses.',
      zh: 'exit status 4 是 xtables 锁；"line N failed" 是内核或 nft 后端拒绝了某条规则。',
    },
    firstCheck: { en: 'The inner text of the same record', zh: '同一条记录里的内层报错' },
    remedy: {
      en: 'By the inner text: free the lock, or correct the rule or the back end.',
      zh: '按内层报错处理：解决锁争用，或修正规则/后端。',
    },
    source: ['kubernetes/kubernetes:pkg/proxy/iptables/proxier.go'],
    matches: [
      'E0513 10:27:51.118001       1 proxier.go:1402] Failed to execute iptables-restore: exit status 4 (Another app is currently holding the xtables lock. Stopped waiting after 5s.\n)',
      'E0513 10:27:51.118001       1 proxier.go:1560] "Failed to execute iptables-restore" err=<',
      'iptables-restore failed: exit status 1 (iptables-restore: line 7 failed)',
    ],
    mustNotMatch: [
      'I0513 10:27:51.118001       1 proxier.go:1556] Running iptables-restore [-w 5 -W 100000 --noflush --counters]',
      'Failed to execute ip(6)tables-restore command',
    ],
  },
  {
    id: 'kubeproxy-iptables-lock-timeout',
    title: { en: 'Kubernetes could not take the iptables lock', zh: 'Kubernetes 组件未能取得 iptables 锁' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy', 'kubelet'],
    wordings: [
      {
        literal: ' iptables lock: ',
        regex: /failed to acquire (?<flavour>new|old) iptables lock: /,
        versions: 'kube-proxy 1.8-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 2000 },
    entities: xtables,
    meaning: {
      en: "The component's own lock code did not get the xtables lock within 2 seconds, so nothing was written.",
      zh: '组件自带的取锁代码 2 秒内没拿到 xtables 锁，什么都没写入。',
    },
    usualCauses: {
      en: 'A long restore, docker or a CNI plug-in holds the lock.',
      zh: '耗时的 restore、docker 或 CNI 插件占着锁。',
    },
    firstCheck: {
      en: '`fuser -v /run/xtables.lock`; `iptables --version` in the container',
      zh: '`fuser -v /run/xtables.lock`；容器内的 `iptables --version`',
    },
    remedy: {
      en: 'iptables 1.6.2 or later (waits by itself), fewer rules, find the holder.',
      zh: '升级到 iptables 1.6.2 以上（自带等待），精简规则，找出占锁者。',
    },
    source: [
      'kubernetes/kubernetes:pkg/util/iptables/iptables_linux.go',
      'https://github.com/kubernetes/kubernetes/issues/48107',
    ],
    matches: [
      'E0513 10:27:51.118001       1 proxier.go:1402] Failed to execute iptables-restore: failed to acquire new iptables lock: timed out waiting for the condition',
      'failed to acquire old iptables lock: timed out waiting for the condition',
    ],
    mustNotMatch: ['failed to open iptables lock /run/xtables.lock: permission denied'],
  },
  {
    id: 'kubeproxy-chain-check-failed',
    title: { en: 'A Kubernetes iptables chain could not be ensured', zh: 'Kubernetes 的 iptables 链检查失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy', 'kubelet'],
    wordings: [
      {
        literal: 'ailed to ensure that ',
        regex: /[Ff]ailed to ensure that (?<table>[a-z]{3,8}) chain (?<chain>[\w-]{1,64}) (?:exists|jumps)/,
        versions: 'kube-proxy 1.8-1.20',
      },
      {
        literal: 'ailed to ensure chain ',
        regex: /[Ff]ailed to ensure chain (?:exists|jumps)\b/,
        versions: 'kube-proxy 1.22-1.30',
      },
      {
        literal: 'ailed to ensure marking rule',
        regex: /[Ff]ailed to ensure marking rule for (?<chain>\S{1,64})/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'ailed to ensure rule to drop packet',
        regex: /[Ff]ailed to ensure rule to drop packet marked by /,
        versions: 'kubelet 1.8-1.20',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'A check that comes before every sync failed; that sync is given up.',
      zh: '每次同步前的链检查失败，本次同步被放弃。',
    },
    usualCauses: {
      en: 'The xtables lock (exit status 4), or iptables itself is refused.',
      zh: 'xtables 锁（exit status 4），或 iptables 本身执行失败。',
    },
    firstCheck: { en: 'The inner text of the same record', zh: '同一条记录的内层报错' },
    remedy: { en: 'By the inner text.', zh: '按内层报错处理。' },
    source: [
      'kubernetes/kubernetes:pkg/proxy/iptables/proxier.go',
      'kubernetes/kubernetes:pkg/util/iptables/iptables.go',
    ],
    matches: [
      'E0513 10:27:51.118001       1 proxier.go:836] Failed to ensure that filter chain KUBE-SERVICES exists: error creating chain "KUBE-SERVICES": exit status 3',
      'Failed to ensure that nat chain POSTROUTING jumps to KUBE-POSTROUTING: error checking rule: exit status 3',
      '"Failed to ensure chain exists" err="error creating chain \\"KUBE-SERVICES\\": exit status 3" table="filter" chain="KUBE-SERVICES"',
      'E0513 10:27:51.118001    2211 kubelet_network_linux.go:68] Failed to ensure marking rule for KUBE-MARK-DROP: exit status 1',
      'E0513 10:27:51.118001    2211 kubelet_network_linux.go:78] Failed to ensure rule to drop packet marked by KUBE-MARK-DROP in filter chain KUBE-FIREWALL: exit status 1',
    ],
    mustNotMatch: ['Failed to ensure that the pod container exists', 'Failed to ensure state of cgroup'],
  },
  {
    id: 'kube-iptables-check-timeout',
    title: { en: 'Checking an iptables rule ran into its deadline', zh: '检查 iptables 规则超时' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy', 'kubelet'],
    wordings: [
      { literal: 'while checking rules', regex: /timed out while checking rules/, versions: 'kube-proxy 1.12-1.30' },
    ],
    time: { kind: 'instant' },
    entities: xtables,
    meaning: { en: '`iptables -C` did not come back in time.', zh: '`iptables -C` 没有在时限内返回。' },
    usualCauses: {
      en: 'The xtables lock is taken, or the table is so large that reading it takes too long.',
      zh: 'xtables 锁被占用，或表太大读取过慢。',
    },
    firstCheck: { en: '`time iptables -w -t nat -S | wc -l`', zh: '执行 `time iptables -w -t nat -S | wc -l`' },
    remedy: { en: 'As for the xtables lock; fewer rules.', zh: '同 xtables 锁；精简规则。' },
    source: ['kubernetes/kubernetes:pkg/util/iptables/iptables.go'],
    matches: ['E0513 10:27:51.118001       1 proxier.go:849] Failed to sync: timed out while checking rules'],
    mustNotMatch: ['timed out waiting for the condition'],
  },
  {
    id: 'kube-iptables-trace-slow',
    title: { en: 'A traced iptables call was slow', zh: 'Trace 显示一次 iptables 调用很慢' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy', 'kubelet'],
    wordings: [
      {
        literal: '(total time: ',
        regex:
          /Trace\[\d{1,12}\]: \\?"iptables (?<operation>[\w -]{1,40})\\?"[^\n]{0,200}?\(total time: (?<took>\d[\d.hmsuµ]{1,20})\)/,
        versions: 'kube-proxy 1.13-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 'go' },
    meaning: {
      en: 'An iptables call took 2 seconds or more; the bracketed date is its start.',
      zh: '一次 iptables 调用超过 2 秒；括号里的日期是开始时间。',
    },
    usualCauses: {
      en: 'Waiting for the xtables lock (5013 ms is a full 5 s wait) or a huge rule set.',
      zh: '在等 xtables 锁（5013 ms 正是等满 5 秒），或规则量巨大。',
    },
    firstCheck: {
      en: 'xtables lines of the same seconds; the "Locks grabbed" step',
      zh: '同一时刻的 xtables 日志，以及 "Locks grabbed" 步骤',
    },
    remedy: { en: 'Fewer rules, ipvs or nftables mode.', zh: '精简规则，改用 ipvs 或 nftables。' },
    source: [
      'kubernetes/kubernetes:pkg/util/iptables/iptables.go',
      'https://github.com/aws/amazon-vpc-cni-k8s/issues/2948',
    ],
    matches: [
      'I0513 10:27:52.131001       1 trace.go:205] Trace[1298498081]: "iptables restore" (13-May-2021 10:27:47.118) (total time: 5013ms):',
      'I0513 10:27:52.131001       1 trace.go:81] Trace[911902081]: "iptables save" (started: 2021-05-13 10:27:47.118 +0800 CST m=+4711.2) (total time: 2.6s):',
    ],
    mustNotMatch: ['Trace[1298498081]: "List etcd3" (13-May-2021 10:27:47.118) (total time: 713ms):'],
  },
  {
    id: 'kubeproxy-sync-slow',
    title: { en: 'kube-proxy took seconds to write its rules', zh: 'kube-proxy 同步规则耗时过长' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      {
        literal: 'yncProxyRules took',
        regex:
          /[sS]yncProxyRules took (?<took>(?:\d{1,3}h)?\d{1,3}m\d[\d.]{0,14}s|(?:[2-9]|\d{2,3})(?:\.\d{1,9})?s)(?![\w.])/,
        versions: 'kube-proxy 1.8-1.20',
      },
      {
        literal: 'yncProxyRules complete',
        regex:
          /[sS]yncProxyRules complete\\?"[^\n]{0,60}?elapsed=\\?"(?<took>(?:\d{1,3}h)?\d{1,3}m\d[\d.]{0,14}s|(?:[2-9]|\d{2,3})(?:\.\d{1,9})?s)\\?"/,
        versions: 'kube-proxy 1.22-1.30',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 'go' },
    meaning: {
      en: 'Service rules were rewritten for seconds; meanwhile the node routes by old rules and holds the xtables lock.',
      zh: '重写 Service 规则花了数秒，期间节点按旧规则转发，并占着 xtables 锁。',
    },
    usualCauses: {
      en: 'Tens of thousands of rules, lock contention with docker or CNI, too little CPU.',
      zh: '规则数以万计、与 docker 或 CNI 争锁、CPU 不足。',
    },
    firstCheck: {
      en: '`iptables-save | wc -l`; CPU of kube-proxy',
      zh: '`iptables-save | wc -l`；kube-proxy 的 CPU 占用',
    },
    remedy: {
      en: 'Raise minSyncPeriod, reduce Services and endpoints, ipvs or nftables mode.',
      zh: '调大 minSyncPeriod，减少 Service 与端点，改用 ipvs 或 nftables。',
    },
    source: [
      'kubernetes/kubernetes:pkg/proxy/iptables/proxier.go',
      'https://github.com/kubernetes/kubernetes/issues/96018',
    ],
    matches: [
      'I0513 10:27:52.131001       1 proxier.go:980] syncProxyRules took 2m12.904510631s',
      'I0513 10:27:52.131001       1 proxier.go:980] syncProxyRules took 11.2s',
      'I0513 10:27:52.131001       1 proxier.go:812] "SyncProxyRules complete" ipFamily="IPv4" elapsed="14.71s"',
    ],
    mustNotMatch: [
      'syncProxyRules took 41.20551ms',
      'syncProxyRules took 1.201s',
      '"SyncProxyRules complete" elapsed="312.7ms"',
    ],
  },
  {
    id: 'kubeproxy-sync-failed',
    title: { en: 'kube-proxy sync failed and will be retried', zh: 'kube-proxy 同步失败，稍后重试' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-proxy'],
    wordings: [
      {
        literal: 'Sync failed; retrying in',
        regex: /Sync failed; retrying in (?<retry>[\d.hmsµ]{2,20})/,
        versions: 'kube-proxy 1.19-1.20',
      },
      { literal: 'retryingTime=', regex: /Sync failed\\?"[^\n]{0,80}retryingTime=/, versions: 'kube-proxy 1.22-1.30' },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'The rules of this sync are not in force; kube-proxy tries again, by default after 30 seconds.',
      zh: '本次同步的规则没有生效，默认 30 秒后重试。',
    },
    usualCauses: { en: 'The error in the lines just before.', zh: '见紧挨在前面的报错。' },
    firstCheck: { en: 'The error line before it', zh: '前一条报错' },
    remedy: { en: 'Cure that error.', zh: '解决那条报错。' },
    source: ['kubernetes/kubernetes:pkg/proxy/iptables/proxier.go'],
    matches: [
      'I0513 10:27:51.118001       1 proxier.go:850] Sync failed; retrying in 30s',
      '"Sync failed" ipFamily="IPv4" retryingTime="30s"',
    ],
    mustNotMatch: ['Initial timeout/connection failure, retrying in 5 seconds'],
  },
  {
    id: 'iptables-canary-lost',
    title: { en: 'Somebody flushed the iptables tables', zh: 'iptables 表被清空' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'kube-proxy'],
    wordings: [
      {
        literal: 'ables canary',
        regex: /(?:(?:IPT|ipt)ables canary [^\n]{0,120}?deleted|[Cc]ould not set up iptables canary)/,
        versions: 'kubelet 1.19-1.30',
      },
      { literal: 'after iptables flush', regex: /Reloading after iptables flush/, versions: 'kubelet 1.19-1.30' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A chain that only serves as a tell-tale is gone or cannot be set: the tables were flushed or cannot be changed.',
      zh: '用来探测的链不见了或建不出来，说明规则表被清空或无法修改。',
    },
    usualCauses: {
      en: 'firewalld reload, iptables-services restart, a script; "Could not set up": lock or nft error.',
      zh: 'firewalld 重载、iptables-services 重启或脚本清空；"Could not set up" 则是锁或 nft 报错。',
    },
    firstCheck: {
      en: '`journalctl -u firewalld -u iptables` at that time',
      zh: '查同一时间的 `journalctl -u firewalld -u iptables`',
    },
    remedy: {
      en: 'Stop the flusher; restart dockerd, whose own rules nobody else restores.',
      zh: '停掉清空规则的程序；docker 的规则不会被自动恢复，需重启 dockerd。',
    },
    source: ['kubernetes/kubernetes:pkg/util/iptables/iptables.go'],
    matches: [
      'I0513 10:27:51.118001    2211 iptables.go:572] "IPTables canary deleted" table="nat" chain="KUBE-KUBELET-CANARY"',
      'W0513 10:27:51.118001    2211 iptables.go:562] iptables canary nat/KUBE-PROXY-CANARY deleted',
      'W0513 10:27:51.118001    2211 iptables.go:562] "Could not set up iptables canary" err="exit status 3" table="mangle" chain="KUBE-KUBELET-CANARY"',
      'I0513 10:27:51.118001    2211 iptables.go:580] "Reloading after iptables flush"',
    ],
    mustNotMatch: ['Setting up canary deployment of order-api'],
  },
  {
    id: 'nft-genid-failed',
    title: { en: 'iptables-nft cannot talk to nf_tables', zh: 'iptables-nft 无法与 nf_tables 通信' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'kubelet', 'cni'],
    wordings: [
      {
        literal: 'rule set generation id',
        regex: /Could not fetch rule set generation id: (?<reason>[^\n]{1,120})/,
        versions: 'iptables 1.8.3-1.8.11',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The nft back end of iptables got no answer from the kernel, so no rule can be read or written.',
      zh: 'iptables 的 nft 后端得不到内核应答，规则读不了也写不了。',
    },
    usualCauses: {
      en: 'Missing CAP_NET_ADMIN, missing nf_tables module, too little netlink buffer, mixed legacy and nft programs.',
      zh: '缺少 CAP_NET_ADMIN、没有 nf_tables 模块、netlink 缓冲不足，或 legacy 与 nft 混用。',
    },
    firstCheck: {
      en: '`iptables --version`, `lsmod | grep nf_tables`',
      zh: '执行 `iptables --version`、`lsmod | grep nf_tables`',
    },
    remedy: {
      en: 'Give the capability, load the module, use one back end on the whole node.',
      zh: '补上权限、加载模块，整个节点统一用一种后端。',
    },
    source: ['aosp-mirror/platform_external_iptables:iptables/nft-cache.c'],
    matches: [
      'iptables v1.8.4 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)',
    ],
    mustNotMatch: ['iptables v1.8.4 (nf_tables): unknown option "--wait-forever"'],
  },
  {
    id: 'nft-rule-op-failed',
    title: { en: 'The kernel refused an nftables change', zh: '内核拒绝了一次 nftables 修改' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'kubelet', 'dockerd', 'cni'],
    wordings: [
      {
        literal: 'RULE_APPEND failed (',
        regex: /\b(?<operation>RULE_APPEND) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'RULE_INSERT failed (',
        regex: /\b(?<operation>RULE_INSERT) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'RULE_REPLACE failed (',
        regex: /\b(?<operation>RULE_REPLACE) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'RULE_DELETE failed (',
        regex: /\b(?<operation>RULE_DELETE) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'RULE_FLUSH failed (',
        regex: /\b(?<operation>RULE_FLUSH) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_ADD failed (',
        regex: /\b(?<operation>CHAIN_ADD) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_DEL failed (',
        regex: /\b(?<operation>CHAIN_DEL) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_UPDATE failed (',
        regex: /\b(?<operation>CHAIN_UPDATE) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_USER_ADD failed (',
        regex: /\b(?<operation>CHAIN_USER_ADD) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_USER_DEL failed (',
        regex: /\b(?<operation>CHAIN_USER_DEL) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'CHAIN_USER_FLUSH failed (',
        regex: /\b(?<operation>CHAIN_USER_FLUSH) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'TABLE_ADD failed (',
        regex: /\b(?<operation>TABLE_ADD) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'TABLE_FLUSH failed (',
        regex: /\b(?<operation>TABLE_FLUSH) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
      {
        literal: 'SET_ADD failed (',
        regex: /\b(?<operation>SET_ADD) failed \((?<reason>[^)\n]{1,100})\)/,
        versions: 'iptables 1.8.0-1.8.11',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One element of an nft transaction was refused, so the whole transaction was dropped.',
      zh: 'nft 事务中有一项被拒绝，整个事务都没有生效。',
    },
    usualCauses: {
      en: '"No such file": missing module or chain. "busy": chain still referenced. "Too many open files in system", "Message too long": netlink buffer.',
      zh: '"No such file" 缺模块或链；"busy" 链仍被引用；"Too many open files in system"、"Message too long" 是 netlink 缓冲限制。',
    },
    firstCheck: {
      en: 'The reason in parentheses; `nft list ruleset | wc -l`',
      zh: '看括号里的原因；`nft list ruleset | wc -l`',
    },
    remedy: {
      en: 'Load the module, remove references first, or use one back end on the node.',
      zh: '加载模块、先去掉引用，或全节点统一后端。',
    },
    source: ['aosp-mirror/platform_external_iptables:iptables/nft.c'],
    matches: [
      'iptables v1.8.7 (nf_tables): RULE_APPEND failed (No such file or directory): rule in chain KUBE-SERVICES',
      'iptables v1.8.7 (nf_tables): RULE_INSERT failed (No such file or directory): rule in chain KUBE-SERVICES',
      'iptables v1.8.7 (nf_tables): RULE_REPLACE failed (No such file or directory): rule in chain KUBE-SERVICES',
      'iptables v1.8.7 (nf_tables): RULE_DELETE failed (No such file or directory): rule in chain KUBE-SERVICES',
      'iptables v1.8.7 (nf_tables): RULE_FLUSH failed (No such file or directory): rule in chain KUBE-SERVICES',
      'iptables v1.8.7 (nf_tables): CHAIN_ADD failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): CHAIN_DEL failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): CHAIN_UPDATE failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): CHAIN_USER_ADD failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): CHAIN_USER_DEL failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): CHAIN_USER_FLUSH failed (No such file or directory): chain CNI-HOSTPORT-SETMARK',
      'iptables v1.8.7 (nf_tables): TABLE_ADD failed (No such file or directory): table nat',
      'iptables v1.8.7 (nf_tables): TABLE_FLUSH failed (No such file or directory): table nat',
      'iptables v1.8.7 (nf_tables): SET_ADD failed (No such file or directory): set cali40all',
    ],
    mustNotMatch: ['FIREWALL_RULE_CHAIN_ADD done', 'RULE_APPEND ok'],
  },
  {
    id: 'felix-iptables-failed',
    title: { en: 'calico could not program iptables', zh: 'calico 写入 iptables 失败' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['cni'],
    wordings: [
      { literal: 'tables-restore command', regex: /Failed to execute ip\(6\)tables-restore command/ },
      { literal: 'ailed to program iptables', regex: /[Ff]ailed to program iptables, (?:will retry|giving up)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'calico\'s rules for policy or NAT are not in force; "giving up" makes the agent restart.',
      zh: 'calico 的策略或 NAT 规则没有生效；出现 "giving up" 时 agent 会重启。',
    },
    usualCauses: {
      en: 'The xtables lock, or legacy and nft back ends mixed on one node.',
      zh: 'xtables 锁争用，或同一节点混用 legacy 与 nft 后端。',
    },
    firstCheck: { en: 'errorOutput of the same line', zh: '同一行的 errorOutput' },
    remedy: {
      en: 'By errorOutput: lock wait settings of felix, or one back end for all.',
      zh: '按 errorOutput 处理：调整 felix 的锁等待参数，或统一后端。',
    },
    source: ['projectcalico/calico:felix/iptables/table.go'],
    matches: [
      '2021-05-13 10:27:51.118 [WARNING][64] felix/table.go 1085: Failed to execute ip(6)tables-restore command error=exit status 1 errorOutput="iptables-restore: line 12 failed\\n" input="*filter" output="" tables="filter"',
      '2021-05-13 10:27:51.118 [WARNING][64] felix/table.go 934: Failed to program iptables, will retry error=exit status 1 table="nat"',
    ],
    mustNotMatch: ['felix/table.go 791: Invalidating dataplane cache ipVersion=0x4 reason="refresh timer" table="nat"'],
  },
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
      { literal: 'leaderelection lost', regex: /\bleaderelection lost\b/ },
      { literal: 'leader election lost', regex: /\bleader election lost\b/ },
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
      en: 'Errors of API server and etcd in the 10 seconds before',
      zh: '前 10 秒内 API server 与 etcd 的报错',
    },
    remedy: { en: 'Cure the latency of etcd or the API server.', zh: '解决 etcd 或 API server 的延迟。' },
    source: [
      'kubernetes/client-go:tools/leaderelection/leaderelection.go',
      'https://github.com/kubernetes/kubernetes/issues/65966',
    ],
    matches: [
      'I0513 10:27:51.118001       1 leaderelection.go:283] failed to renew lease kube-system/kube-controller-manager: timed out waiting for the condition',
      'E0513 10:27:51.118001       1 leaderelection.go:429] "Failed to renew lease" lock="kube-system/kube-scheduler" err="context deadline exceeded"',
      'F0513 10:27:51.119001       1 controllermanager.go:291] leaderelection lost',
      'F0513 10:27:51.119001       1 main.go:88] leader election lost',
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
      { literal: 'ailed to update lease', regex: /Failed to update lease\\?"? (?:optimistically|lock=)/ },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'The lease could not be read or written this time; more of these lead to a lost lease.',
      zh: '这一次租约读写失败，连续失败会丢掉租约。',
    },
    usualCauses: {
      en: 'API server or etcd slow, overloaded or unreachable.',
      zh: 'API server 或 etcd 慢、过载或不可达。',
    },
    firstCheck: { en: 'The error after the colon', zh: '冒号后的报错' },
    remedy: { en: 'Cure the API server or etcd.', zh: '处理 API server 或 etcd。' },
    source: ['kubernetes/client-go:tools/leaderelection/leaderelection.go'],
    matches: [
      'E0513 10:27:49.118001       1 leaderelection.go:320] error retrieving resource lock kube-system/kube-scheduler: Get "https://10.20.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler?timeout=5s": net/http: TLS handshake',
      'E0513 10:27:49.118001       1 leaderelection.go:357] Failed to update lock: etcdserver: leader changed',
      'E0513 10:27:49.118001       1 leaderelection.go:441] "Failed to update lease optimistically, falling back to slow path" lock="kube-system/kube-scheduler"',
    ],
    mustNotMatch: [
      'failed to update node lease, error: Operation cannot be fulfilled',
      'E0513 10:27:49.118001       1 leaderelection.go:357] Failed to update lock: Operation cannot be fulfilled on leases.coordination.k8s.io "kube-scheduler": the object has been modified; please apply your changes to the latest version and try again',
      'lock is held by node-3_b1c and has not yet expired',
    ],
  },
  {
    id: 'containerd-boltdb-wait',
    title: { en: 'containerd waits for its own database file', zh: 'containerd 在等待自己的数据库文件' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'response from boltdb open',
        regex: /waiting for response from boltdb open/,
        versions: 'containerd 1.6-2.0',
      },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'meta.db' },
    meaning: {
      en: 'Another process holds the lock on meta.db; containerd cannot serve until it is free.',
      zh: '另一个进程锁着 meta.db，containerd 暂时无法提供服务。',
    },
    usualCauses: {
      en: 'An old containerd that did not end, or a disk that does not answer.',
      zh: '旧的 containerd 没退出，或磁盘没有响应。',
    },
    firstCheck: {
      en: '`fuser -v /var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db`',
      zh: '执行 `fuser -v /var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db`',
    },
    remedy: { en: 'End the stale process.', zh: '结束残留进程。' },
    source: ['containerd/containerd:plugins/metadata/plugin.go'],
    matches: [
      'time="2023-05-13T10:27:51.118001+08:00" level=warning msg="waiting for response from boltdb open" plugin=bolt',
    ],
    mustNotMatch: ['msg="metadata content store policy set" policy=shared'],
  },
  {
    id: 'containerd-name-reserved',
    title: { en: 'Create retried while the first one still runs', zh: '首次创建未完成，重试时名称已被占用' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'ailed to reserve sandbox name',
        regex: /failed to reserve sandbox name\b(?:[^\n]{0,400}? is reserved for \\*"?(?<sandbox>[0-9a-f]{64}))?/,
        versions: 'containerd 1.2-2.0',
      },
      {
        literal: 'ailed to reserve container name',
        regex: /failed to reserve container name\b(?:[^\n]{0,400}? is reserved for \\*"?(?<container>[0-9a-f]{64}))?/,
        versions: 'containerd 1.2-2.0',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'kubelet repeats a create whose first request is still at work inside containerd: the runtime is slow, not broken.',
      zh: 'kubelet 重试创建时首个请求仍在 containerd 内执行：运行时慢，不是坏了。',
    },
    usualCauses: {
      en: 'Slow disk, slow CNI plug-in, or a start wave.',
      zh: '磁盘慢、CNI 插件慢，或大批 Pod 同时启动。',
    },
    firstCheck: {
      en: 'The first RunPodSandbox or CreateContainer of that name; `iostat -x 1`',
      zh: '该名称最早的 RunPodSandbox/CreateContainer；`iostat -x 1`',
    },
    remedy: {
      en: 'Cure what makes the first call slow; delete no state.',
      zh: '解决首个请求慢的原因，不要删除运行时状态。',
    },
    source: [
      'containerd/containerd:internal/cri/server/sandbox_run.go',
      'https://github.com/containerd/containerd/issues/4604',
    ],
    matches: [
      'failed to reserve sandbox name "web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0": name "web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0" is reserved for "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122"',
      'rpc error: code = Unknown desc = failed to reserve container name "api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1": name "api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1" is reserved for "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122"',
    ],
    mustNotMatch: ['RunPodSandbox for name:"web-0" returns sandbox id'],
  },
  {
    id: 'crio-name-reserved',
    title: { en: 'CRI-O is still creating this name', zh: 'CRI-O 仍在创建同名容器或沙箱' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['cri-o', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'name is reserved',
        regex:
          /error reserving (?:pod|ctr) name (?<name>\S{1,260}) for id (?<container>[0-9a-f]{12,64}): name is reserved/,
      },
      {
        literal: 'not yet finished. Currently at stage',
        regex:
          /Creation of (?<what>[\w ]{1,40}) (?<name>\S{1,260}) not yet finished\. Currently at stage (?<stage>[^.\n]{1,60})\./,
      },
      {
        literal: 'timing out in CRI-O due to system load',
        regex: /[Kk]ubelet may be retrying requests that are timing out in CRI-O due to system load/,
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'kubelet repeats a create that CRI-O has not finished; the stage names the slow step.',
      zh: 'kubelet 重试了 CRI-O 尚未完成的创建，stage 指明慢在哪一步。',
    },
    usualCauses: { en: 'Slow storage, slow CNI plug-in, an overloaded node.', zh: '存储慢、CNI 插件慢或节点过载。' },
    firstCheck: { en: 'The stage in the line', zh: '日志里的 stage' },
    remedy: { en: 'Cure the slow stage.', zh: '解决变慢的那一步。' },
    source: ['cri-o/cri-o:server/utils.go', 'https://github.com/cri-o/cri-o/issues/8884'],
    matches: [
      'error reserving ctr name k8s_api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1 for id 3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122: name is reserved',
      'time="2023-05-13 10:27:51.118" level=info msg="Creation of sandbox k8s_web-0_shop_5b6d1c7e_0 not yet finished. Currently at stage sandbox network creation. Waiting up to 6m0s for it to finish"',
      'Kubelet may be retrying requests that are timing out in CRI-O due to system load. Currently at stage container storage creation: context deadline exceeded',
    ],
    mustNotMatch: ['hostname is reserved for the control plane'],
  },
  {
    id: 'dm-device-busy',
    title: { en: 'devicemapper cannot release a device: busy', zh: 'devicemapper 设备忙，无法释放' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'mapper: Error running ',
        regex:
          /device ?mapper: Error running (?<operation>DeleteDevice|RemoveDevice|RemoveDeviceDeferred|DeactivateDevice|deviceRemove)\b/i,
        versions: 'docker 1.12-23.0',
      },
      { literal: 'evice is Busy', regex: /\b[Dd]evice is Busy\b/, versions: 'docker 1.12-23.0' },
      {
        literal: 'ailed to remove device',
        regex: /[Ff]ailed to remove device (?<device>[\w.:-]{1,140})/,
        versions: 'docker 1.12-23.0',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "A container's device is still in use somewhere and cannot be removed; the call is repeated while locks are held.",
      zh: '容器的设备仍被引用而无法删除，重试期间一直占着锁。',
    },
    usualCauses: {
      en: 'A mount leaked into the mount namespace of another process.',
      zh: '挂载点泄漏到了其他进程的挂载命名空间。',
    },
    firstCheck: { en: '`grep -l DEVICE /proc/*/mountinfo`', zh: '`grep -l 设备名 /proc/*/mountinfo`' },
    remedy: {
      en: 'End the process that keeps the mount; move to overlay2.',
      zh: '结束仍持有挂载的进程；迁移到 overlay2。',
    },
    source: ['moby/moby:pkg/devicemapper/devmapper.go', 'moby/moby:daemon/graphdriver/devmapper/driver.go'],
    matches: [
      'level=error msg="devmapper: Error unmounting device 6f1d3c9ab2e4: Device is Busy"',
      'time="2021-05-13T10:27:51Z" level=warning msg="devicemapper: Error running DeleteDevice dm_task_run failed"',
      'failed to remove device 6f1d3c9ab2e4aa: invalid argument',
    ],
    mustNotMatch: ['devicemapper: Error running CreateDevice dm_task_run failed', 'umount: /mnt: target is busy'],
  },
  {
    id: 'docker-removal-in-progress',
    title: { en: 'A container removal has not finished yet', zh: '容器的上一次删除尚未完成' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'kubelet'],
    wordings: [
      {
        literal: 'is already in progress',
        regex: /removal of container (?<container>[0-9a-zA-Z_.-]{1,128}) is already in progress/,
        versions: 'docker 1.13-28',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'An earlier request to remove this container still runs, so the new one is refused.',
      zh: '先前的删除请求还没结束，新的删除被拒绝。',
    },
    usualCauses: { en: 'A stuck unmount or a lock that is never released.', zh: '卸载卡住，或锁一直没释放。' },
    firstCheck: {
      en: '`kill -USR1 $(pidof dockerd)` and look for the old request in the dump',
      zh: '`kill -USR1 $(pidof dockerd)`，在转储里找旧的删除请求',
    },
    remedy: {
      en: 'Cure what blocks the first removal; restart dockerd if nothing moves.',
      zh: '解决首个删除的阻塞点；毫无进展时重启 dockerd。',
    },
    source: ['moby/moby:daemon/delete.go'],
    matches: ['Error response from daemon: removal of container 6f1d3c9ab2e4 is already in progress'],
    mustNotMatch: ['Snapshot creation is already in progress for volume pvc-1'],
  },
  {
    id: 'docker-name-conflict',
    title: { en: 'Container name still taken by an earlier attempt', zh: '容器名仍被上一次创建占用' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'onflict. The ',
        regex:
          /Conflict\. The (?:container )?name [\\"]{1,6}\/?(?<name>[\w.-]{1,260})[\\"]{1,6} is already in use by container [\\"]{0,6}(?<container>[0-9a-f]{12,64})/,
        versions: 'docker 1.12-28',
      },
      {
        literal: 'pod sandbox due to conflict',
        regex: /Unable to create pod sandbox due to conflict/,
        versions: 'dockershim 1.8-1.23',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'An earlier create timed out for the client but succeeded inside dockerd; its container holds the name.',
      zh: '上次创建在客户端看来超时，其实在 dockerd 内成功了，容器占着这个名字。',
    },
    usualCauses: { en: 'dockerd was slow at that first create.', zh: '首次创建时 dockerd 很慢。' },
    firstCheck: {
      en: 'Why the first create took so long: lock waits, disk, start wave',
      zh: '首次创建为何慢：等锁、磁盘、启动潮',
    },
    remedy: {
      en: 'kubelet removes the leftover by itself; cure the slowness.',
      zh: 'kubelet 会自行清理残留，需解决的是慢。',
    },
    source: ['moby/moby:daemon/errors.go', 'kubernetes/kubernetes:pkg/kubelet/dockershim/helpers.go'],
    matches: [
      'Error response from daemon: Conflict. The container name "/k8s_POD_web-0_shop_5b6d1c7e_0" is already in use by container "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122". You have to remove (or rename) that container to be able to reuse that name.',
      'W0513 10:27:51.118001    2211 helpers.go:284] Unable to create pod sandbox due to conflict. Attempting to remove sandbox "3fd1c0b6a7de"',
    ],
    mustNotMatch: ['Operation cannot be fulfilled on pods "web-0": conflict. The object has been modified'],
  },
];
