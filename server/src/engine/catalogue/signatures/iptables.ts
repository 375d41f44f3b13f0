/** Packet filter rules that could not be written, or took too long: iptables, nftables, kube-proxy, docker, felix. */
import type { Signature } from '../signature';

export const iptablesSignatures: readonly Signature[] = [
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
    firstCheck: {
      en: 'The error of iptables in the same record; `time iptables-save | wc -l`.',
      zh: '同一条记录中 iptables 自身的错误；`time iptables-save | wc -l`。',
    },
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
    entities: { lock: 'xtables' },
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
    firstCheck: {
      en: 'The error of iptables in the same record; `time iptables -w -t nat -L KUBE-SERVICES -n`.',
      zh: '同一条记录中 iptables 自身的错误；`time iptables -w -t nat -L KUBE-SERVICES -n`。',
    },
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
    entities: { lock: 'xtables' },
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
    holdsLock: 'xtables',
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
    firstCheck: {
      en: '`iptables-save | wc -l` and `lsof /run/xtables.lock` on the node; the error line before it.',
      zh: '在节点上执行 `iptables-save | wc -l` 与 `lsof /run/xtables.lock`；前一条报错。',
    },
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
      {
        literal: '-save command failed',
        regex: /ip6?tables(?:-nft|-legacy)?-save command failed/,
        versions: 'calico 3.x',
      },
      {
        literal: 'loading diags before panic',
        regex: /Failed to program iptables, loading diags before panic/,
        versions: 'calico 3.x',
      },
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
    firstCheck: {
      en: '`iptables-save` by hand on the node; whether all use one back end (`iptables --version`: legacy or nf_tables).',
      zh: '在节点上手工执行 `iptables-save`；各方是否使用同一后端（`iptables --version`：legacy 或 nf_tables）。',
    },
    remedy: {
      en: 'By errorOutput: lock wait settings of felix, or one back end for all.',
      zh: '按 errorOutput 处理：调整 felix 的锁等待参数，或统一后端。',
    },
    source: ['projectcalico/calico:felix/iptables/table.go'],
    matches: [
      '2021-05-13 10:27:51.118 [WARNING][64] felix/table.go 1085: Failed to execute ip(6)tables-restore command error=exit status 1 errorOutput="iptables-restore: line 12 failed\\n" input="*filter" output="" tables="filter"',
      '2021-05-13 10:27:51.118 [WARNING][64] felix/table.go 934: Failed to program iptables, will retry error=exit status 1 table="nat"',
      '2023-05-13 10:31:02.118 [WARNING][12833] felix/table.go 765: iptables-nft-save command failed error=iptables-save failed because there are incompatible nft rules in the table ipVersion=0x4 table="filter"',
      '2023-05-13 10:31:02.118 [ERROR][16255] felix/table.go 1006: Failed to program iptables, loading diags before panic. error=exit status 2 ipVersion=0x4 table="filter"',
    ],
    mustNotMatch: ['felix/table.go 791: Invalidating dataplane cache ipVersion=0x4 reason="refresh timer" table="nat"'],
  },
  {
    id: 'iptables-table-missing',
    title: { en: 'The kernel has no such iptables table', zh: '内核没有该 iptables 表' },
    category: 'network',
    severity: 'error',
    role: 'problem',
    emitters: ['iptables', 'kube-proxy', 'cni'],
    wordings: [
      {
        literal: 'do you need to insmod',
        regex: /(?:can't|[Cc]annot) initialize[^\n]{0,80}\(do you need to insmod\?\)/,
        versions: 'iptables 1.4-1.8',
      },
      {
        literal: 'ERROR: could not insert',
        regex:
          /modprobe: ERROR: could not insert '(?<module>(?:ip6?_?tables?|ip6?table_\w{2,10}|nf_\w{2,30}|nft_\w{2,20}|ip_vs\w{0,10}|ip_set\w{0,20}|xt_\w{2,20}|br_netfilter|vxlan|overlay))'/,
        versions: 'kmod 20-33',
      },
      {
        literal: 'modprobe: FATAL: Module',
        regex:
          /modprobe: FATAL: Module (?<module>ip6?_?tables?|ip6?table_\w{2,10}|nf_\w{2,30}|ip_vs\w{0,10}|ip_set\w{0,20}|br_netfilter|vxlan|wireguard) not found/,
        versions: 'kmod 20-33',
      },
      {
        literal: ': invalid size',
        regex: /x_tables: \S{3,24}: \S{2,24} (?:target|match): invalid size \d{1,6} \(kernel\) != \(user\)/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A tool asked for packet-filter rules that this kernel cannot hold: the module is not loaded or not there.',
      zh: '工具请求的包过滤规则该内核无法保存：模块未加载或不存在。',
    },
    usualCauses: {
      en: 'A container without /lib/modules or rights to load modules, a kernel updated without reboot, nft and legacy tools mixed.',
      zh: '容器没有 /lib/modules 或加载权限、升级内核后未重启，或混用 nft 与 legacy 工具。',
    },
    firstCheck: {
      en: '`lsmod | grep -E "ip_tables|nf_tables"`; `uname -r` against `/lib/modules`.',
      zh: '执行 `lsmod | grep -E "ip_tables|nf_tables"`；对照 `uname -r` 与 `/lib/modules`。',
    },
    remedy: {
      en: 'Load the module on the host at boot; reboot into the installed kernel; use one backend.',
      zh: '在主机启动时加载模块；重启进入已安装的内核；统一后端。',
    },
    source: ['https://git.netfilter.org/iptables'],
    matches: [
      "iptables v1.8.7 (legacy): can't initialize iptables table `filter': Table does not exist (do you need to insmod?)",
      "modprobe: ERROR: could not insert 'ip_tables': Exec format error",
      'modprobe: FATAL: Module ip_vs_rr not found in directory /lib/modules/5.4.0-42-generic',
      'kernel: x_tables: ip_tables: SNAT.0 target: invalid size 24 (kernel) != (user) 0',
    ],
    mustNotMatch: [
      "iptables v1.8.7 (legacy): host/network `web' not found",
      'modprobe: FATAL: Module zfs not found in directory /lib/modules/5.4.0-42-generic',
    ],
  },
];
