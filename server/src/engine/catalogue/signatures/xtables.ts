/** The xtables lock: who waits for it, for how long, and who gave up. */
import type { Signature } from '../signature';

export const xtablesSignatures: readonly Signature[] = [
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
    entities: { lock: 'xtables' },
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
    entities: { lock: 'xtables' },
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
    entities: { lock: 'xtables' },
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
    entities: { lock: 'xtables' },
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
      {
        literal: 'due to xtables lock in use',
        regex: /Error checking\/adding iptables rule [^\n]{1,200} due to xtables lock in use/,
        versions: 'node-local-dns 1.15-1.23',
      },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'xtables' },
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
      '[INFO] Error checking/adding iptables rule {raw OUTPUT [-p udp -d 10.96.0.10 --dport 53 -j NOTRACK]}, due to xtables lock in use, retrying in 60ns',
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
    entities: { lock: 'xtables' },
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
    entities: { lock: 'xtables' },
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
    entities: { lock: 'xtables' },
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
];
