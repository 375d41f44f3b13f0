/** What a node runs out of before anything is killed for it: processes, threads, files, watches, ports, connection entries (one table, so over 400 lines). */
import type { Signature } from '../signature';

export const resourceSignatures: readonly Signature[] = [
  {
    id: 'fork-eagain',
    title: { en: 'No new process could be created', zh: '无法创建新进程' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'runc', 'kubelet', 'dockerd', 'containerd', 'systemd'],
    wordings: [
      {
        literal: 'fork: retry: ',
        regex: /\bfork: retry: (?<reason>Resource temporarily unavailable|No child processes)/,
      },
      {
        literal: 'fork: Resource temporarily unavailable',
        regex: /\bfork: (?<reason>Resource temporarily unavailable)/,
      },
      {
        literal: 'fork: Cannot allocate memory',
        regex: /\bfork: (?<reason>Cannot allocate memory)/,
      },
      {
        literal: 'fork/exec ',
        regex: /fork\/exec (?<path>\S{1,200}?): (?<reason>resource temporarily unavailable|cannot allocate memory)/,
        versions: 'Go 1.x',
      },
      {
        literal: 'annot fork',
        regex:
          /\b[Cc]annot fork(?: \(|: |\b)[^\n]{0,20}(?<reason>[Rr]esource temporarily unavailable|[Cc]annot allocate memory)/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel refused another process: a count limit (EAGAIN) or memory (ENOMEM).',
      zh: '内核拒绝创建进程：数量上限（EAGAIN）或内存不足（ENOMEM）。',
    },
    usualCauses: {
      en: 'pid_max, threads-max, pids.max of a cgroup, ulimit -u, or no memory; mostly a leak of threads.',
      zh: 'pid_max、threads-max、cgroup 的 pids.max、ulimit -u 到顶，或内存不足；多为线程泄漏。',
    },
    firstCheck: {
      en: '`ps -eLf | wc -l`, `sysctl kernel.pid_max kernel.threads-max`, pids.current per cgroup',
      zh: '`ps -eLf | wc -l`、`sysctl kernel.pid_max kernel.threads-max`、各 cgroup 的 pids.current',
    },
    remedy: {
      en: 'End the leaking program; set pod pid limits; raise the limit that was hit.',
      zh: '停掉泄漏的程序，设置 Pod 的 pid 上限，调高触顶的限制。',
    },
    source: ['https://github.com/moby/moby/issues/9868'],
    matches: [
      '-bash: fork: retry: Resource temporarily unavailable',
      'bash: fork: Cannot allocate memory',
      'systemd[1]: Failed to fork: Resource temporarily unavailable',
      'sshd[811]: error: fork: Cannot allocate memory',
      'level=error msg="fork/exec /usr/bin/runc: resource temporarily unavailable"',
      'fork/exec /usr/bin/containerd-shim: cannot allocate memory',
      'sh: Cannot fork: Resource temporarily unavailable',
    ],
    mustNotMatch: [
      "Can't lock /run/xtables.lock: Resource temporarily unavailable",
      'mkdir /sys/fs/cgroup/memory/kubepods/pod1: cannot allocate memory',
      'fork/exec /usr/bin/runc: no such file or directory',
    ],
  },
  {
    id: 'go-pthread-create-failed',
    title: { en: 'A daemon could not create a thread and aborts', zh: '守护进程无法创建线程而中止' },
    category: 'resource-exhaustion',
    severity: 'fatal',
    role: 'problem',
    emitters: ['dockerd', 'containerd', 'runc', 'kubelet', 'any'],
    wordings: [
      {
        literal: 'pthread_create failed',
        regex: /pthread_create failed(?:: (?<reason>[^\n]{1,80}))?/,
        versions: 'Go 1.x',
      },
      {
        literal: 'failed to create new OS thread',
        regex: /failed to create new OS thread(?: \(have (?<threads>\d{1,7}) already; errno=(?<errno>\d{1,3})\))?/,
        versions: 'Go 1.x',
      },
      {
        literal: 'may need to increase max user processes',
        regex: /may need to increase max user processes/,
        versions: 'Go 1.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A thread limit was reached; a Go daemon dies of this with SIGABRT.',
      zh: '线程数到顶；Go 守护进程会因此以 SIGABRT 退出。',
    },
    usualCauses: {
      en: 'TasksMax of the unit, pid_max, or many calls blocked in the kernel, each holding a thread.',
      zh: '单元的 TasksMax、pid_max 到顶，或大量调用卡在内核里各占一个线程。',
    },
    firstCheck: {
      en: '`systemctl show UNIT -p TasksCurrent,TasksMax`, `sysctl kernel.pid_max`',
      zh: '`systemctl show 单元名 -p TasksCurrent,TasksMax`、`sysctl kernel.pid_max`',
    },
    remedy: {
      en: 'TasksMax=infinity for runtimes, raise pid_max, cure what blocks the threads.',
      zh: '运行时设 TasksMax=infinity，调大 pid_max，解决线程阻塞的原因。',
    },
    source: ['https://github.com/moby/moby/issues/21298', 'golang/go:src/runtime/os_linux.go'],
    matches: [
      'dockerd[2110]: runtime/cgo: pthread_create failed: Resource temporarily unavailable',
      'runtime: failed to create new OS thread (have 1021 already; errno=11)',
      'runtime: may need to increase max user processes (ulimit -u)',
    ],
    mustNotMatch: ['runtime: program exceeds 10000-thread limit'],
  },
  {
    id: 'pids-cgroup-limit',
    title: { en: 'A control group reached its process limit', zh: 'cgroup 进程数达到上限' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'fork rejected by pids controller',
        regex: /fork rejected by pids controller in (?<cgroup>\S{1,300})/,
        versions: 'Linux 4.9-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'pids.max of the named cgroup is used up; its path says whether a pod or a daemon.',
      zh: '该 cgroup 的 pids.max 用尽，路径说明是 Pod 还是守护进程。',
    },
    usualCauses: { en: 'A fork or thread leak, or a limit that is too low.', zh: '进程或线程泄漏，或上限过低。' },
    firstCheck: {
      en: '`cat /sys/fs/cgroup/pids/PATH/pids.current`',
      zh: '`cat /sys/fs/cgroup/pids/路径/pids.current`',
    },
    remedy: {
      en: 'Cure the leak or raise the limit (podPidsLimit, TasksMax).',
      zh: '修复泄漏或调高上限（podPidsLimit、TasksMax）。',
    },
    source: ['torvalds/linux:kernel/cgroup/pids.c'],
    matches: [
      '[12011.118001] cgroup: fork rejected by pids controller in /kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/3fd1c0b6a7de',
    ],
    mustNotMatch: ['cgroup: cgroup: disabling cgroup2 socket matching due to net_prio or net_cls activation'],
  },
  {
    id: 'too-many-open-files',
    title: { en: 'A program ran out of open files or watches', zh: '进程打开的文件数用尽' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any', 'dockerd', 'containerd', 'kubelet'],
    wordings: [
      { literal: 'too many open files', regex: /too many open files(?! in system)/ },
      { literal: 'Too many open files', regex: /Too many open files(?! in system)/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file limit of the process is used up; when the words inotify or fsnotify stand near, it is fs.inotify.max_user_instances.',
      zh: '进程的文件句柄上限用尽；若出现 inotify 或 fsnotify，则是 fs.inotify.max_user_instances。',
    },
    usualCauses: {
      en: 'A leak of descriptors, many containers or log followers, a low LimitNOFILE.',
      zh: '句柄泄漏、容器或日志跟踪过多、LimitNOFILE 过低。',
    },
    firstCheck: {
      en: '`ls /proc/PID/fd | wc -l`, `sysctl fs.inotify`',
      zh: '执行 `ls /proc/PID/fd | wc -l`、`sysctl fs.inotify`',
    },
    remedy: {
      en: 'Raise LimitNOFILE or max_user_instances; cure the leak.',
      zh: '调大 LimitNOFILE 或 max_user_instances，修复泄漏。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/kuberuntime/logs/logs.go',
      'containerd/containerd:internal/cri/server/cni_conf_syncer.go',
    ],
    matches: [
      'http: Accept error: accept unix /var/run/docker.sock: accept4: too many open files; retrying in 1s',
      'failed to create fsnotify watcher: too many open files',
      'systemd[1]: Failed to allocate directory watch: Too many open files',
    ],
    mustNotMatch: ['open /proc/stat: too many open files in system'],
  },
  {
    id: 'file-max-reached',
    title: { en: 'The whole node ran out of open files', zh: '整个节点的文件句柄用尽' },
    category: 'resource-exhaustion',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: 'VFS: file-max limit',
        regex: /VFS: file-max limit (?<limit>\d{1,20}) reached/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'open files in system', regex: /[Tt]oo many open files in system/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'fs.file-max is used up, so no program can open anything.',
      zh: 'fs.file-max 用尽，所有程序都打不开文件。',
    },
    usualCauses: {
      en: 'A leak of descriptors, or a limit too low for the number of pods.',
      zh: '句柄泄漏，或上限对 Pod 数量来说太低。',
    },
    firstCheck: { en: '`cat /proc/sys/fs/file-nr`', zh: '执行 `cat /proc/sys/fs/file-nr`' },
    remedy: { en: 'Raise fs.file-max, end the leaking program.', zh: '调大 fs.file-max，停掉泄漏程序。' },
    source: ['torvalds/linux:fs/file_table.c'],
    matches: ['[12011.118001] VFS: file-max limit 1048576 reached', 'open /proc/stat: too many open files in system'],
    mustNotMatch: ['accept4: too many open files; retrying in 1s'],
  },
  {
    id: 'inotify-limit',
    title: { en: 'inotify watches are used up', zh: 'inotify 监视数用尽' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet', 'systemd', 'any'],
    wordings: [
      {
        literal: 'inotify_add_watch',
        regex: /inotify_add_watch[\s\S]{1,900}?[Nn]o space left on device/,
        versions: 'cAdvisor 0.28-0.49',
      },
      {
        literal: 'inotify watch',
        regex: /inotify watch(?:es)?\b[^\n]{0,200}?(?:[Nn]o space left on device|has been reached|exhausted)/,
      },
      { literal: 'number of inotify ', regex: /number of inotify (?:watches|instances) (?:has been )?reached/ },
      {
        literal: 'to directory watch: No space',
        regex: /Failed to add \S{1,200} to directory watch: No space left on device/,
        versions: 'systemd 219-256',
      },
      { literal: 'inotify resources exhausted', regex: /inotify resources exhausted/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'fs.inotify.max_user_watches is reached; this is not about disk space.',
      zh: '达到 fs.inotify.max_user_watches 上限，与磁盘空间无关。',
    },
    usualCauses: {
      en: 'Many containers and log collectors on one node with the default limit.',
      zh: '节点上容器与日志采集较多，而上限仍是默认值。',
    },
    firstCheck: { en: '`sysctl fs.inotify.max_user_watches`', zh: '执行 `sysctl fs.inotify.max_user_watches`' },
    remedy: {
      en: 'Raise the sysctl (524288 is common); find the program with most watches.',
      zh: '调大该参数（常用 524288），找出占用最多的程序。',
    },
    source: ['google/cadvisor:container/raw/watcher.go'],
    matches: [
      'kubelet: E0527 17:49:27.876313  873064 watcher.go:152] Failed to watch directory "/sys/fs/cgroup/blkio/kubepods.slice": inotify_add_watch /sys/fs/cgroup/blkio/kubepods.slice/kubepods-pod5b6d1c7e.slice: no space left on device',
      'systemd[1]: kubelet.service: Failed to add inotify watch descriptor for control group: No space left on device',
      'systemd[1]: Failed to add /run/systemd/ask-password to directory watch: No space left on device',
      'tail: inotify resources exhausted',
      'The configured user limit (128) on the number of inotify instances has been reached',
    ],
    mustNotMatch: [
      'write /var/lib/docker/tmp/layer: no space left on device',
      'inotify_add_watch /sys/fs/cgroup/pod1: no such file or directory',
    ],
  },
  {
    id: 'tcp-mem-exhausted',
    title: { en: 'TCP memory is used up', zh: 'TCP 内存用尽' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'TCP: out of memory',
        regex: /TCP: out of memory -- consider tuning tcp_mem/,
        versions: 'Linux 3.10-6.1',
      },
      { literal: 'orphaned sockets', regex: /(?:TCP: )?too many (?:of )?orphaned sockets/, versions: 'Linux 3.10-6.1' },
      { literal: 'Out of socket memory', regex: /Out of socket memory/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The memory for sockets is spent; connections are reset or stall.',
      zh: '套接字内存耗尽，连接会被重置或停顿。',
    },
    usualCauses: {
      en: 'Connections whose data nobody reads, a connection storm, tcp_mem too small.',
      zh: '大量数据没人读取的连接、连接风暴，或 tcp_mem 太小。',
    },
    firstCheck: { en: '`cat /proc/net/sockstat`, `ss -s`', zh: '执行 `cat /proc/net/sockstat`、`ss -s`' },
    remedy: {
      en: 'Raise net.ipv4.tcp_mem; end the program that leaks sockets.',
      zh: '调大 net.ipv4.tcp_mem，停掉泄漏连接的程序。',
    },
    source: ['torvalds/linux:net/ipv4/tcp.c'],
    matches: [
      '[12011.118001] TCP: out of memory -- consider tuning tcp_mem',
      '[12011.118001] TCP: too many orphaned sockets',
      'kernel: Out of socket memory',
    ],
    mustNotMatch: ['TCP: request_sock_TCP: Possible SYN flooding on port 6443. Sending cookies.'],
  },
  {
    id: 'rt-throttling',
    title: { en: 'Real-time tasks used up their processor share', zh: '实时任务用尽 CPU 配额' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'context',
    emitters: ['kernel'],
    wordings: [
      { literal: 'RT throttling activated', regex: /sched: RT throttling activated/, versions: 'Linux 3.10-6.1' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Real-time tasks wanted all of a processor; normal daemons may have starved.',
      zh: '实时任务占满 CPU，普通守护进程可能饥饿。',
    },
    usualCauses: {
      en: 'A busy real-time thread, or a virtual machine that was paused.',
      zh: '忙碌的实时线程，或虚拟机被暂停过。',
    },
    firstCheck: {
      en: '`ps -eLo pid,cls,rtprio,pcpu,comm | grep -E "FF|RR"`',
      zh: '执行 `ps -eLo pid,cls,rtprio,pcpu,comm | grep -E "FF|RR"`',
    },
    remedy: { en: 'Limit or move the real-time work.', zh: '限制或迁走实时任务。' },
    source: ['torvalds/linux:kernel/sched/rt.c'],
    matches: ['[12011.118001] sched: RT throttling activated'],
    mustNotMatch: ['sched: CPU throttling of pod order-api'],
  },
  {
    id: 'neighbor-entries-used-up',
    title: { en: 'All entries of the neighbour (ARP) table are in use', zh: '邻居（ARP）表条目已用尽' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      { literal: 'eighbor table overflow', regex: /[Nn]eighbor table(?= overflow)/, versions: 'Linux 4.19-6.1' },
      { literal: 'Neighbour table overflow', regex: /Neighbour table(?= overflow)/, versions: 'Linux 2.6-3.10' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'As many neighbours are remembered as gc_thresh3 allows, and none of them is old enough to be forgotten.',
      zh: '记录的邻居数达到 gc_thresh3，且没有足够旧的条目可以清除。',
    },
    usualCauses: {
      en: 'A flat network with more pods and nodes than the default of 1024, or somebody who scans addresses.',
      zh: '扁平网络中的 Pod 与节点数超过默认的 1024，或有人在扫描地址。',
    },
    firstCheck: {
      en: '`ip neigh | wc -l; sysctl net.ipv4.neigh.default.gc_thresh3`',
      zh: '执行 `ip neigh | wc -l; sysctl net.ipv4.neigh.default.gc_thresh3`',
    },
    remedy: {
      en: 'Raise net.ipv4.neigh.default.gc_thresh1-3, which count for all network namespaces together.',
      zh: '调大 net.ipv4.neigh.default.gc_thresh1-3；它们对所有网络命名空间合并计数。',
    },
    source: ['torvalds/linux:net/core/neighbour.c'],
    matches: ['kernel: neighbour: arp_cache: neighbor table overflow!', 'kernel: ipv4: Neighbour table overflow.'],
    mustNotMatch: ['arp_cache: hash table resized'],
  },
  {
    id: 'conntrack-entries-used-up',
    title: { en: 'All entries of the connection table are in use', zh: '连接跟踪条目已用尽' },
    category: 'resource-exhaustion',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: '_conntrack: table full',
        regex: /\b(?:nf|ip)_conntrack: table full/,
        versions: 'Linux 2.6-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'As many connections are tracked as nf_conntrack_max allows; those that are over count until their time-out ends.',
      zh: '跟踪的连接数达到 nf_conntrack_max；已结束的连接在超时前仍占用条目。',
    },
    usualCauses: {
      en: 'A client or a load test that opens connections without end; a limit too small for the node.',
      zh: '客户端或压测不停新建连接；上限相对节点过小。',
    },
    firstCheck: {
      en: '`conntrack -L | awk "{print $4}" | sort | uniq -c | sort -rn | head`: who holds them',
      zh: '执行 `conntrack -L | awk "{print $4}" | sort | uniq -c | sort -rn | head` 看占用者',
    },
    remedy: {
      en: 'Stop the talker, raise nf_conntrack_max, shorten nf_conntrack_tcp_timeout_*.',
      zh: '停掉异常客户端，调大 nf_conntrack_max，缩短 nf_conntrack_tcp_timeout_*。',
    },
    source: ['torvalds/linux:net/netfilter/nf_conntrack_core.c'],
    matches: ['kernel: nf_conntrack: table full, dropping packet'],
    mustNotMatch: ['kernel: nf_conntrack version 0.5.0 (65536 buckets, 262144 max)'],
  },
  {
    id: 'local-ports-used-up',
    title: { en: 'No local port is left for a connection', zh: '本地端口耗尽' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'cannot assign requested address',
        regex:
          /(?:dial (?:tcp|udp) (?!\[::1\]:53\b)(?![^\n]{3,160}\blookup )[^\n]{3,160}?: )(?:connect: |bind: )?cannot assign requested address/,
        versions: 'Go 1.x',
      },
      { literal: 'Cannot assign requested address', regex: /\bconnect[^\n]{0,120}Cannot assign requested address/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Every local port towards that peer is in use or in TIME_WAIT.',
      zh: '通往该对端的本地端口均被占用或处于 TIME_WAIT。',
    },
    usualCauses: {
      en: 'A program that opens a connection per request; a narrow port range.',
      zh: '程序每个请求新建连接；端口范围过窄。',
    },
    firstCheck: {
      en: '`ss -s`; `sysctl net.ipv4.ip_local_port_range`',
      zh: '执行 `ss -s`；`sysctl net.ipv4.ip_local_port_range`',
    },
    remedy: { en: 'Reuse connections; widen the range.', zh: '复用连接；扩大端口范围。' },
    source: ['torvalds/linux:net/ipv4/inet_hashtables.c'],
    matches: [
      'dial tcp 10.0.3.2:443: connect: cannot assign requested address',
      'curl: (7) Failed to connect to 10.0.3.2: Cannot assign requested address',
    ],
    mustNotMatch: ['error unbind address: 10.96.7.7 from interface: kube-ipvs0, err: cannot assign requested address'],
  },
  {
    id: 'port-in-use',
    title: { en: 'A port is already in use', zh: '端口已被占用' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'address already in use',
        regex:
          /(?:listen (?:tcp[46]?|udp[46]?) (?<address>[\w.:[\]-]{1,60})|bind|listen|listening socket \([^)\n]{1,120}\))[^\n]{0,60}: address already in use/,
        versions: 'Go 1.x',
      },
      {
        literal: 'Address already in use',
        regex: /(?:[Bb]ind|[Ll]isten|[Ss]ocket|[Pp]ort)[^\n]{0,160}: Address already in use/,
      },
      { literal: ' is in use', regex: /\]: Port \d{1,5} is in use/, versions: 'kubeadm' },
      {
        literal: 'Only one usage of each socket',
        regex: /(?:listen|bind)[^\n]{0,160}: Only one usage of each socket address/,
        versions: 'Windows',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Another program holds the port, so this one does not start.',
      zh: '端口被其他程序占用，本程序无法启动。',
    },
    usualCauses: {
      en: 'A second instance, a leftover process, a host port that two pods want.',
      zh: '重复实例、残留进程，或两个 Pod 争用主机端口。',
    },
    firstCheck: { en: '`ss -lntp | grep PORT`', zh: '执行 `ss -lntp | grep 端口号`' },
    remedy: { en: 'End the other one or change the port.', zh: '结束占用者或更换端口。' },
    source: ['golang/go:src/net/net.go'],
    matches: [
      'E0513 10:31:02.441595   16368 server.go:203] "Failed to listen and serve" err="listen tcp 127.0.0.1:10350: bind: Only one usage of each socket address (protocol/network address/port) is normally permitted."',

      'listen tcp 0.0.0.0:10250: bind: address already in use',
      'nginx: [emerg] bind() to 0.0.0.0:80 failed: Address already in use)',
      '[ERROR Port-6443]: Port 6443 is in use',
    ],
    mustNotMatch: ['address 10.0.3.7 is in use by node-b'],
  },
  {
    id: 'memory-refused',
    title: { en: 'The kernel refused memory to a program', zh: '内核拒绝为程序分配内存' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'annot allocate memory',
        regex:
          /(?<!fork[^\n]{0,200}|\/sys\/fs\/cgroup\/[\s\S]{0,500}|cgroup[^\n]{0,200}|veth[^\n]{0,60})[Cc]annot allocate memory/,
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A call failed with ENOMEM: no memory, no address space, or a limit of the control group.',
      zh: '调用因 ENOMEM 失败：内存、地址空间不足，或触及 cgroup 限制。',
    },
    usualCauses: {
      en: 'Memory used up, vm.overcommit_memory=2, max_map_count, leaked memory cgroups.',
      zh: '内存耗尽、vm.overcommit_memory=2、max_map_count，或 memory cgroup 泄漏。',
    },
    firstCheck: {
      en: '`free -m`, `cat /proc/meminfo | grep Commit`',
      zh: '执行 `free -m`、`cat /proc/meminfo | grep Commit`',
    },
    remedy: { en: 'Free or add memory; correct the limit.', zh: '释放或增加内存；修正限制。' },
    source: ['torvalds/linux:include/uapi/asm-generic/errno-base.h'],
    matches: ['-bash: /bin/ls: Cannot allocate memory', 'mmap /var/lib/containerd/meta.db: cannot allocate memory'],
    mustNotMatch: [
      'fork/exec /usr/bin/runc: cannot allocate memory',
      'mkdir /sys/fs/cgroup/memory/kubepods/pod1: cannot allocate memory',
    ],
  },
];
