/** Cgroups: the kernel's limits on pods and containers that cannot be created, applied or removed. */
import type { Signature } from '../signature';

export const cgroupSignatures: readonly Signature[] = [
  {
    id: 'cgroup-mkdir-failed',
    title: { en: 'The kernel cannot create another cgroup', zh: '内核无法再创建 cgroup' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'runc', 'dockerd', 'containerd', 'event'],
    wordings: [
      {
        literal: 'mkdir /sys/fs/cgroup/',
        regex:
          /mkdir \/sys\/fs\/cgroup\/(?<controller>[a-z_,]{1,40})\/(?<cgroup>[^\s:"\\]{1,400}): (?:no space left on device|cannot allocate memory|resource temporarily unavailable|device or resource busy)/,
        versions: 'runc and libcontainer',
      },
      {
        literal: 'mkdir /sys/fs/cgroup/',
        regex:
          /mkdir \/sys\/fs\/cgroup\/(?<cgroup>[^\s:"\\]{1,400}): (?:no such file or directory|permission denied|read-only file system)/,
        versions: 'runc and libcontainer',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Not a disk problem: the kernel has no id or memory left for another memory cgroup, or the parent is not there.',
      zh: '与磁盘无关：内核已没有可用的标识或内存来创建新的 memory cgroup，或上级目录不存在。',
    },
    usualCauses: {
      en: 'Leaked cgroups of ended containers (kernel memory accounting of 3.10 kernels), up to the limit of 65,535.',
      zh: '已结束容器的 cgroup 泄漏（3.10 内核的 kmem 计数），直至 65535 的上限。',
    },
    firstCheck: {
      en: '`cat /proc/cgroups`: number of memory cgroups.',
      zh: '执行 `cat /proc/cgroups` 查看 memory cgroup 数量。',
    },
    remedy: {
      en: 'Reboot now; a newer kernel or `cgroup.memory=nokmem`.',
      zh: '先重启；升级内核或设置 `cgroup.memory=nokmem`。',
    },
    source: ['https://github.com/kubernetes/kubernetes/issues/96701', 'https://github.com/docker/for-linux/issues/841'],
    matches: [
      'mkdir /sys/fs/cgroup/devices/kubepods.slice/kubepods-besteffort.slice: no such file or directory',
      'mkdir /sys/fs/cgroup/memory/kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/0d8b2f7c53ea: no space left on device',
      'mkdir /sys/fs/cgroup/memory/docker/0d8b2f7c53ea: cannot allocate memory',
    ],
    mustNotMatch: ['mkdir /var/lib/docker/overlay2/81: no space left on device'],
  },
  {
    id: 'cgroup-v1-refused',
    title: { en: 'kubelet does not run on cgroup v1', zh: 'kubelet 拒绝在 cgroup v1 上运行' },
    category: 'cgroup',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'run on a host using cgroup v1',
        regex: /kubelet is configured to not run on a host using cgroup v1/,
        versions: 'kubelet 1.31 and later; by default from 1.35 on',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The host has mounted the old cgroup hierarchy, and this release of kubelet refuses it and exits.',
      zh: '主机挂载的是旧版 cgroup 层级，该版本的 kubelet 拒绝使用并退出。',
    },
    usualCauses: {
      en: 'An upgrade to 1.35 or later on an old distribution, WSL, or a kernel started with systemd.unified_cgroup_hierarchy=0.',
      zh: '在旧发行版、WSL 或以 systemd.unified_cgroup_hierarchy=0 启动的内核上升级到 1.35 及以上。',
    },
    firstCheck: {
      en: '`stat -fc %T /sys/fs/cgroup` (cgroup2fs is v2)',
      zh: '`stat -fc %T /sys/fs/cgroup`（cgroup2fs 即 v2）',
    },
    remedy: {
      en: 'Boot with `systemd.unified_cgroup_hierarchy=1`; for a while `failCgroupV1: false` in the configuration of kubelet.',
      zh: '以 `systemd.unified_cgroup_hierarchy=1` 启动；过渡期可在 kubelet 配置中设 `failCgroupV1: false`。',
    },
    source: ['kubernetes/kubernetes:cmd/kubelet/app/server.go', 'kubernetes/kubernetes:pkg/kubelet/kubelet.go'],
    matches: [
      'E0513 10:31:02.004211   14207 run.go:72] "command failed" err="failed to validate kubelet configuration, error: kubelet is configured to not run on a host using cgroup v1. cgroup v1 support is unsupported and will be removed in a future release"',
    ],
    mustNotMatch: ['cgroup v1 support is in maintenance mode, please migrate to cgroup v2'],
  },
  {
    id: 'cgroup-attribute-refused',
    title: { en: 'The kernel refuses a value that systemd sets in a cgroup', zh: '内核拒绝 systemd 写入 cgroup 的值' },
    category: 'cgroup',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: '.scope: Failed to set ',
        regex:
          /(?<unit>[\w@.:\\-]{1,200}\.scope): Failed to set '?(?<attribute>(?:cpuset|memory|pids|cpu|io|hugetlb)\.[a-z.]{2,30})'?(?: attribute on '[^'\n]{1,300}' to '[^'\n]{0,100}')?: /,
        versions: 'systemd 240 and later',
      },
      {
        literal: '.slice: Failed to set ',
        regex:
          /(?<unit>[\w@.:\\-]{1,200}\.slice): Failed to set '?(?<attribute>(?:cpuset|memory|pids|cpu|io|hugetlb)\.[a-z.]{2,30})'?(?: attribute on '[^'\n]{1,300}' to '[^'\n]{0,100}')?: /,
        versions: 'systemd 240 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A limit of a container or pod does not hold as it should. No space left on device is not about a disk here: the processors asked for are not the parent’s.',
      zh: '容器或 Pod 的某项限制未能生效。此处的 No space left on device 与磁盘无关：所需 CPU 不在上级 cgroup 之内。',
    },
    usualCauses: {
      en: 'The static CPU manager while the set of shared processors changes; limits that contradict those of the parent.',
      zh: '静态 CPU 管理器正在调整共享 CPU 集；限制与上级冲突。',
    },
    firstCheck: {
      en: '`systemctl cat UNIT`; `cat cpuset.cpus.effective` of the parent.',
      zh: '`systemctl cat 单元`；查看上级的 `cpuset.cpus.effective`。',
    },
    remedy: {
      en: 'None when it passes; else use the same cgroup driver everywhere and restart kubelet.',
      zh: '若随后消失则无需处理；否则统一 cgroup 驱动并重启 kubelet。',
    },
    source: ['systemd/systemd:src/core/cgroup.c', 'https://github.com/rancher/rke2/issues/4849'],
    matches: [
      'systemd[1]: cri-containerd-3c7ca4d2bc771088.scope: Failed to set cpuset.cpus: No space left on device',
      'systemd[1]: kubepods-burstable.slice: Failed to set pids.max: Invalid argument',
      "systemd[1]: cri-containerd-3c7ca4d2bc771088.scope: Failed to set 'memory.max' attribute on '/kubepods.slice/x.scope' to '100': Device or resource busy",
    ],
    mustNotMatch: ['systemd[1]: kubelet.service: Failed to set up mount namespacing: /run: No space left on device'],
  },
  {
    id: 'cgroup-unwatchable',
    title: {
      en: 'A cgroup that is to be watched is not there',
      zh: '要监视的 cgroup 不存在',
    },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'any'],
    wordings: [
      {
        literal: 'inotify_add_watch /sys/fs/cgroup',
        regex:
          /[Ff]ailed to start (?:cAdvisor|container manager)\b[^\n]{0,20}?inotify_add_watch (?<cgroup>\/sys\/fs\/cgroup\/[^\s:"\\]{1,300}): no such file or directory/,
        versions: 'kubelet 1.2 and later, cAdvisor',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'cAdvisor gives up its start when the directory of a cgroup cannot be watched, and kubelet with it.',
      zh: '无法监视某个 cgroup 目录时 cAdvisor 会放弃启动，kubelet 也随之失败。',
    },
    usualCauses: {
      en: 'A unit that ended at that moment, or controllers mounted under a name in another order (`cpuacct,cpu`).',
      zh: '某个单元恰在此刻结束，或控制器以另一顺序的名称挂载（`cpuacct,cpu`）。',
    },
    firstCheck: {
      en: 'Is the directory there? `ls -l /sys/fs/cgroup`',
      zh: '该目录是否存在？执行 `ls -l /sys/fs/cgroup`',
    },
    remedy: {
      en: 'Start it again; link or mount the controller under the name it asks for.',
      zh: '重新启动；按所需名称链接或挂载该控制器。',
    },
    source: ['google/cadvisor:container/raw/watcher.go', 'google/cadvisor:manager/manager.go'],
    matches: [
      'I0715 09:23:50.729388    1419 kubelet.go:2257] skipping pod synchronization - [Failed to start cAdvisor inotify_add_watch /sys/fs/cgroup/memory/system.slice/rotate.service: no such file or directory]',
      'F1227 06:57:44.711196       1 cadvisor.go:156] Failed to start container manager: inotify_add_watch /sys/fs/cgroup/cpuacct,cpu: no such file or directory',
    ],
    mustNotMatch: [
      'W0513 10:31:02.004211   14207 watcher.go:87] Error while processing event ("/sys/fs/cgroup/memory/system.slice/run-1.scope": 0x40000100 == IN_CREATE|IN_ISDIR): inotify_add_watch /sys/fs/cgroup/memory/system.slice/run-1.scope: no such file or directory',
    ],
  },
  {
    id: 'pod-cgroup-create-failed',
    title: { en: "A pod's cgroup could not be created", zh: 'Pod 的 cgroup 创建失败' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'kubelet'],
    wordings: [
      {
        literal: 'unable to ensure pod container exists',
        regex:
          /unable to ensure pod container exists(?:: failed to create container for \[?(?<cgroup>[a-z0-9 \-_/]{1,120}))?/,
        versions: 'kubelet 1.9-1.30',
      },
      { literal: 'FailedCreatePodContainer', regex: /\bFailedCreatePodContainer\b/, versions: 'Event reason' },
      {
        literal: 'cgroups exist and are correctly applied',
        regex: /failed to ensure that the pod: (?<uid>\S{1,40}) cgroups exist and are correctly applied/,
        versions: 'kubelet 1.8-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet could not create the cgroup that holds the pod, so nothing of it can start.',
      zh: 'kubelet 无法创建容纳 Pod 的 cgroup，Pod 无法启动。',
    },
    usualCauses: {
      en: 'systemd or D-Bus does not answer or cut the connection, or the kernel has no cgroups left.',
      zh: 'systemd 或 D-Bus 不应答或断开连接，或内核 cgroup 耗尽。',
    },
    firstCheck: {
      en: '`systemctl status kubepods.slice`; does dbus answer (`busctl list`)? The text at the end says what failed.',
      zh: '`systemctl status kubepods.slice`；dbus 是否应答（`busctl list`）？末尾文字说明失败之处。',
    },
    remedy: {
      en: 'For "dbus: connection closed": restart kubelet. Otherwise cure systemd or the kernel.',
      zh: '若为 dbus: connection closed：重启 kubelet；否则修复 systemd 或内核。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet.go', 'https://github.com/kubernetes/kubernetes/issues/103542'],
    matches: [
      'failed to ensure that the pod: 5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa cgroups exist and are correctly applied: failed to create container for [kubepods burstable pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa] : boom',
      'Warning  FailedCreatePodContainer  4m40s (x46 over 16m)  kubelet  unable to ensure pod container exists: failed to create container for [kubepods besteffort poda3e18933-f1c9-4c86-a752-d016f138ed4d] : boom',
      'unable to ensure pod container exists: failed to create container for /kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa : boom',
    ],
    mustNotMatch: ['failed to create container for task 5'],
  },
  {
    id: 'pod-cgroup-delete-failed',
    title: { en: "A dead pod's cgroup cannot be removed", zh: '已结束 Pod 的 cgroup 无法删除' },
    category: 'cgroup',
    severity: 'warning',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to delete cgroup paths',
        regex: /[Ff]ailed to delete cgroup paths\b/,
        versions: 'kubelet 1.22-1.30',
      },
      {
        literal: 'processes attached to cgroup',
        regex: /[Ff]ailed to kill all the processes attached to cgroup\b/,
        versions: 'kubelet 1.22-1.30',
      },
      {
        literal: 'ailed to delete cgroup',
        regex: /[Ff]ailed to delete cgroup: /,
        versions: 'kubelet 1.8-1.20',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Something of the pod still lives in its cgroup.', zh: 'Pod 的 cgroup 中仍有残留进程。' },
    usualCauses: { en: 'A process in uninterruptible sleep.', zh: '存在不可中断睡眠的进程。' },
    firstCheck: {
      en: '`cat cgroup.procs` there; the state of those processes.',
      zh: '在该目录执行 `cat cgroup.procs`，查看这些进程的状态。',
    },
    remedy: { en: 'Cure what they wait for; reboot.', zh: '解决其等待的对象；否则重启。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/cm/pod_container_manager_linux.go'],
    matches: [
      'W0513 10:31:02.004211   14207 pod_container_manager_linux.go:195] "Failed to delete cgroup paths" cgroupName=[kubepods burstable pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa] err="boom"',
      'W0513 10:31:02.004211   14207 pod_container_manager_linux.go:189] "Failed to kill all the processes attached to cgroup" cgroupName=[kubepods burstable pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa] err="boom"',
      'W0513 10:31:02.004211   14207 pod_container_manager_linux.go:198] failed to delete cgroup paths for [kubepods burstable] : boom',
      'Failed to delete cgroup: boom',
    ],
    mustNotMatch: ['Deleted cgroup paths of the pod'],
  },
  {
    id: 'cgroup-setup-failed',
    title: { en: 'Cgroups could not be set up', zh: 'cgroup 设置失败' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'runc', 'containerd', 'dockerd', 'cri-o', 'event'],
    wordings: [
      {
        literal: 'top level QOS containers',
        regex: /failed to initiali[sz]e top level QOS containers\b/,
        versions: 'kubelet 1.6 and later',
      },
      {
        literal: 'cgroup subsystems for cgroup',
        regex: /failed to set supported cgroup subsystems for cgroup (?<cgroup>\[[^\]\n]{1,200}\]|\S{1,200}):? /,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'subsystem mount for required subsystem',
        regex: /failed to find subsystem mount for required subsystem: (?<controller>[a-z_]{2,20})/,
        versions: 'kubelet 1.8-1.24',
      },
      {
        literal: 'cgroup configuration for process caused',
        regex: /(?:applying|setting) cgroup configuration for process caused\b/,
        versions: 'runc before 1.1',
      },
      {
        literal: 'unable to apply cgroup configuration',
        regex: /unable to apply cgroup configuration\b/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'error setting cgroup config',
        regex: /error setting cgroup config for procHooks process\b/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'cannot find cgroup mount destination',
        regex: /cgroups: cannot find cgroup mount destination/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'find cgroup v2 controllers',
        regex: /failed to find cgroup v2 controllers\b/,
        versions: 'k3s',
      },
      {
        literal: 'memory cgroup not supported',
        regex: /memory cgroup not supported on this system/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'Failed to reserve QoS requests',
        regex: /Failed to reserve QoS requests: /,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'ailed to ensure state of cgroup',
        regex: /[Ff]ailed to ensure state of cgroup/,
        versions: 'kubelet 1.4 and later',
      },
      {
        literal: 'FailedNodeAllocatableEnforcement',
        regex: /\bFailedNodeAllocatableEnforcement\b/,
        versions: 'Event reason, kubelet 1.8 and later',
      },
      {
        literal: 'requested cgroup controller',
        regex: /the requested cgroup controller `(?<controller>[a-z_]{2,20})` is not available/,
        versions: 'crun',
      },
      {
        literal: '/sys/fs/cgroup/',
        regex: /(?:writing|opening) file `\/sys\/fs\/cgroup\/[^`\n]{1,300}`(?: for writing)?: /,
        versions: 'crun',
      },
      {
        literal: '` for writing: ',
        regex: /opening file `(?:cpu|memory|pids|io|hugetlb|cpuset)\.[\w.]{1,40}` for writing: /,
        versions: 'crun',
      },
      {
        literal: 'cgroup mountpoint does not exist',
        regex: /cgroups?: cgroup mountpoint does not exist/,
        versions: 'containerd 1.0 and later, docker 18.09 and later',
      },
      {
        literal: 'ailed to update QoS cgroup',
        regex: /[Ff]ailed to update (?:QoS cgroup configuration|top level \w{3,20} QOS cgroup)/,
        versions: 'kubelet 1.6 and later',
      },
      {
        literal: 'ailed to update top level ',
        regex: /[Ff]ailed to update (?:QoS cgroup configuration|top level \w{3,20} QOS cgroup)/,
        versions: 'kubelet 1.6 and later',
      },
      {
        literal: 'failed to find ',
        regex: /failed to find (?:memory|cpuset|pids) cgroup\b/,
        versions: 'k3s',
      },
      {
        literal: 'unable to freeze',
        regex: /(?:OCI runtime \w{4,10} failed: |msg=\\*")unable to (?:freeze|thaw)\b/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'unable to thaw',
        regex: /(?:OCI runtime \w{4,10} failed: |msg=\\*")unable to (?:freeze|thaw)\b/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'cgroup config for procHooks process',
        regex: /setting cgroup config for procHooks process caused\b/,
        versions: 'runc 1.0-rc92 to 1.0',
      },
      { literal: 'to cgroups caused', regex: /adding pid \d{1,8} to cgroups caused\b/, versions: 'runc 1.0' },
      {
        literal: 'root container ',
        regex: /root container \[?[\w/.-]{1,100}\]? doesn't exist/,
        versions: 'kubelet 1.6-1.23',
      },
      {
        literal: 'group subsystem not mounted',
        regex: /[Cc]group subsystem not mounted: (?<controller>\[[^\]\n]{1,120}\])/,
        versions: 'kubelet 1.2-1.21',
      },
      {
        literal: 'find subsystem mount for',
        regex: /[Ff]ailed to find subsystem mount for required subsystem: (?<controller>\w{1,20})/,
        versions: 'kubelet 1.6-1.23',
      },
      {
        literal: 'cannot set limits without cgroups',
        regex: /\bcannot set limits without cgroups\b/,
        versions: 'crun',
      },
      {
        literal: 'Reserved Cgroup Limits',
        regex: /[Ff]ailed to enforce (?:Kube|System) Reserved Cgroup Limits\b/,
        versions: 'kubelet 1.7 and later',
      },
      {
        literal: 'slice already exists',
        regex: /\bUnit kubepods[\w.-]{0,120}\.slice already exists/,
        versions: 'kubelet 1.6-1.24',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A limit or a group of processes could not be put in place; kubelet or the container cannot start.',
      zh: '某项限制或进程组无法建立，kubelet 或容器无法启动。',
    },
    usualCauses: {
      en: 'A controller that the kernel does not mount (cgroup v1 against v2), a limit below what is in use, or a systemd that does not play along.',
      zh: '内核未挂载所需控制器（cgroup v1 与 v2 不符）、限制低于当前用量，或 systemd 不配合。',
    },
    firstCheck: {
      en: '`stat -fc %T /sys/fs/cgroup`, `cat /proc/cgroups`; the text at the end.',
      zh: '执行 `stat -fc %T /sys/fs/cgroup`、`cat /proc/cgroups`；看末尾文字。',
    },
    remedy: {
      en: 'Boot with the controllers that kubelet needs; align the cgroup drivers; a newer runc and kernel.',
      zh: '以 kubelet 所需的控制器启动；对齐 cgroup 驱动；升级 runc 与内核。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/node_container_manager_linux.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/cgroup_manager_linux.go',
      'kubernetes/kubernetes:pkg/kubelet/cm/container_manager_linux.go',
      'opencontainers/runc:libcontainer/process_linux.go',
    ],
    matches: [
      'E0816 21:41:25.619189   16778 kubelet.go:1384] "Failed to start ContainerManager" err="Unit kubepods.slice already exists."',
      'E0721 03:00:14.233104    4410 kubelet.go:1649] "Failed to start ContainerManager" err="Failed to enforce Kube Reserved Cgroup Limits on \\"/kubereserved.slice\\": [\\"kubereserved\\"] cgroup does not exist"',
      'Error: unable to start container "5c1d2e": cannot set limits without cgroups: OCI runtime error',

      'F0313 10:31:02.004211   14207 kubelet.go:1380] Failed to start ContainerManager system validation failed - Following Cgroup subsystem not mounted: [cpu cpuacct cpuset memory]',
      'Failed to find subsystem mount for required subsystem: pids',

      "I0815 07:57:53.420230   19611 kubelet.go:1752] skipping pod synchronization - [Failed to start ContainerManager failed to initialise top level QOS containers: root container /kubepods doesn't exist]",
      "root container [kubepods] doesn't exist",

      'process_linux.go:422: setting cgroup config for procHooks process caused: boom',
      'process_linux.go:352: adding pid 4121 to cgroups caused: boom',

      'time="2022-05-13T10:27:47Z" level=fatal msg="failed to find memory cgroup (v2)"',
      'Error: failed to create containerd task: OCI runtime create failed: unable to freeze: unknown',

      'Error: container create failed: the requested cgroup controller `pids` is not available: OCI runtime error',
      'Error: container create failed: writing file `/sys/fs/cgroup/kubepods.slice/memory.max`: Invalid argument: OCI runtime error',
      'container create failed: opening file `cpu.max` for writing: No such file or directory: OCI runtime error',
      'docker: Error response from daemon: cgroups: cgroup mountpoint does not exist: unknown.',
      'E0513 10:31:02.118020    2211 qos_container_manager_linux.go:329] [ContainerManager]: Failed to update QoS cgroup configuration',

      'Warning  FailedNodeAllocatableEnforcement  2m  kubelet  Failed to update Node Allocatable Limits ["kubepods"]: boom',
      'E0513 10:31:02.004211   14207 kubelet.go:1431] "Failed to start ContainerManager" err="failed to initialize top level QOS containers: boom"',
      'failed to set supported cgroup subsystems for cgroup [kubepods burstable]: failed to find subsystem mount for required subsystem: pids',
      'process_linux.go:385: applying cgroup configuration for process caused: boom',
      'runc create failed: unable to start container process: unable to apply cgroup configuration: boom',
      'error setting cgroup config for procHooks process: boom',
      'failed to create containerd task: cgroups: cannot find cgroup mount destination: unknown',
      'failed to find cgroup v2 controllers: boom',
      'time="2022-05-13T02:27:47Z" level=error msg="add cg to OOM monitor" error="cgroups: memory cgroup not supported on this system"',
      'W0513 10:31:02.004211   14207 qos_container_manager_linux.go:139] [ContainerManager] Failed to reserve QoS requests: boom',
      'E0513 10:31:02.004211   14207 container_manager_linux.go:543] [ContainerManager]: Fail to get rootfs information; failed to ensure state of cgroup',
    ],
    mustNotMatch: [
      'Unit session-3.slice already exists.',
      'I0721 03:00:14.233104    4410 node_container_manager_linux.go:90] "Enforcing kube reserved on cgroup" kubeReservedCgroupName="/kubereserved.slice"',
      'the root container is a chroot',

      'opening file `data.csv` for writing: No such file or directory',
      'cgroup configuration reloaded',
      'top level QOS containers are up to date',
    ],
  },
  {
    id: 'cgroup-path-mismatch',
    title: { en: 'kubelet and runtime name cgroups differently', zh: 'kubelet 与运行时的 cgroup 命名方式不一致' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'containerd', 'cri-o', 'event'],
    wordings: [
      {
        literal: 'expected cgroupsPath to be of format',
        regex: /expected cgroupsPath to be of format [^\n]{5,40} for systemd cgroups/,
        versions: 'runc 1.0 and later, crun',
      },
      {
        literal: 'cri-o configured with systemd cgroup manager',
        regex: /cri-o configured with systemd cgroup manager, but did not receive slice as parent/,
        versions: 'CRI-O 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet uses cgroupfs and the runtime systemd (or the other way round): no pod can start.',
      zh: 'kubelet 使用 cgroupfs 而运行时使用 systemd（或相反），Pod 无法启动。',
    },
    usualCauses: { en: 'Different settings after an installation or upgrade.', zh: '安装或升级后两者设置不同。' },
    firstCheck: {
      en: 'cgroupDriver of kubelet; `SystemdCgroup` in the runtime configuration.',
      zh: '看 kubelet 的 cgroupDriver 与运行时配置的 `SystemdCgroup`。',
    },
    remedy: { en: 'Set both to systemd and restart both.', zh: '两者都设为 systemd 并重启。' },
    source: ['opencontainers/runc:libcontainer/specconv/spec_linux.go', 'cri-o/cri-o:internal/config/cgmgr'],
    matches: [
      'runc create failed: expected cgroupsPath to be of format "slice:prefix:name" for systemd cgroups, got "/kubepods/burstable/pod1/0d8b" instead',
      'rpc error: code = Unknown desc = cri-o configured with systemd cgroup manager, but did not receive slice as parent: /kubepods/besteffort/pod1',
    ],
    mustNotMatch: ['expected path to be of format a:b:c'],
  },
  {
    id: 'cgroup-limit-refused',
    title: { en: 'A limit could not be written to a cgroup', zh: '限制值无法写入 cgroup' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: ': write /sys/fs/cgroup/',
        regex: /: write \/sys\/fs\/cgroup\/(?<cgroup>[^\s"]{1,400}): (?<reason>[a-z ]{5,40})/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'unable to set memory limit to',
        regex: /unable to set memory limit to (?<limit>\d{1,16}) \(current usage: (?<usage>\d{1,16})/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'open /sys/fs/cgroup/',
        regex:
          /open \/sys\/fs\/cgroup\/(?<cgroup>[^\s"]{1,400}): (?:no such file or directory|permission denied|no such device)/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'to cpu.cfs_quota_us:',
        regex: /failed to write \\*"?(?<value>-?\d{1,20})\\*"? to cpu\.cfs_quota_us:/,
        versions: 'runc 1.0-rc',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The kernel refused the value, or the cgroup is gone.', zh: '内核拒绝该值，或 cgroup 已不存在。' },
    usualCauses: {
      en: 'A memory limit below current use or below what a process needs to start, CPU shares out of range, a cgroup removed in between.',
      zh: '内存限制低于当前用量或启动所需、CPU 份额越界，或 cgroup 已被移除。',
    },
    firstCheck: {
      en: 'The requests and limits of the pod; the file named in the line.',
      zh: '看 Pod 的 request 与 limit，以及该行所示文件。',
    },
    remedy: { en: 'Sensible limits (at least some MiB).', zh: '设置合理的限制（至少数 MiB）。' },
    source: [
      'opencontainers/runc:libcontainer/cgroups/file.go',
      'opencontainers/runc:libcontainer/cgroups/fs/memory.go',
    ],
    matches: [
      'config for procHooks process caused \\\\\\"failed to write 7300 to cpu.cfs_quota_us:',

      'setting cgroup config for procHooks process caused: failed to write "1" to "/sys/fs/cgroup/memory/system.slice/containerd.service/kubepods-pod5b6d.slice:cri-containerd:api/memory.limit_in_bytes": write /sys/fs/cgroup/memory/system.slice/containerd.service/kubepods-pod5b6d.slice:cri-containerd:api/memory.limit_in_bytes: device or resource busy: unknown',

      'failed to write "1048576": write /sys/fs/cgroup/memory/kubepods/burstable/pod1/0d8b/memory.limit_in_bytes: device or resource busy',
      'unable to set memory limit to 4194304 (current usage: 12345344, peak usage: 12345344)',
      'open /sys/fs/cgroup/cpu,cpuacct/kubepods/pod1/0d8b/cpu.cfs_quota_us: no such file or directory',
    ],
    mustNotMatch: [
      'mkdir /sys/fs/cgroup/memory/docker/0d8b: no space left on device',
      'write /var/log/app.log: no space left on device',
    ],
  },
];
