/** The last step of a start: runc and the cgroups, and systemd on the other end of the bus. */
import type { Signature } from '../signature';

export const runcSignatures: readonly Signature[] = [
  {
    id: 'oci-create-failed',
    title: { en: 'runc could not create or start a container', zh: 'runc 无法创建或启动容器' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['containerd', 'dockerd', 'cri-o', 'kubelet', 'event', 'runc'],
    wordings: [
      {
        literal: 'OCI runtime ',
        regex: /OCI runtime (?<phase>create|start|exec|restore|killall|checkpoint|state|delete) failed\b/,
        versions: 'containerd 1.0 and later, docker 17.12 and later',
      },
      { literal: 'oci runtime error', regex: /oci runtime error: /, versions: 'docker 1.11-17.11' },
      {
        literal: 'container create failed: ',
        regex: /container create failed: /,
        versions: 'CRI-O',
      },
      {
        literal: 'ailed to create ',
        regex: /[Ff]ailed to create (?:containerd|shim) task\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'ontainer creation failed',
        regex: /msg=\\*"Container creation failed\\*" error=/,
        versions: 'CRI-O 1.30 and later',
      },
      {
        literal: 'ontainer creation error: ',
        regex: /[Cc]ontainer creation error: /,
        versions: 'CRI-O 1.10 and later',
      },
      {
        literal: 'ailed to create container: exit',
        regex: /conmon [0-9a-f]{12,64} \S{1,12}: Failed to create container: exit status/,
        versions: 'conmon 2.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The low-level runtime refused to bring the container to life or failed on the way. What failed stands at the end of the text.',
      zh: '底层运行时拒绝或未能启动容器，失败原因在文字末尾。',
    },
    usualCauses: {
      en: 'A wrong command, a missing mount, cgroup trouble, no memory or processes left, or a full disk.',
      zh: '命令错误、挂载缺失、cgroup 问题、内存或进程数耗尽，或磁盘已满。',
    },
    firstCheck: {
      en: 'What the text behind the last colon names: a path, a mount, a cgroup, a namespace.',
      zh: '最后一个冒号后点名的对象：路径、挂载、cgroup 或命名空间。',
    },
    remedy: { en: 'By that text.', zh: '按该文字处理。' },
    source: ['containerd/containerd:cmd/containerd-shim-runc-v2/process/init.go', 'opencontainers/runc:libcontainer'],
    matches: [
      'time="2024-05-13 02:27:47.004211000Z" level=error msg="Container creation failed" error="boom"',
      'time="2022-05-13 02:27:47.004211000Z" level=error msg="Container creation error: boom"',
      'conmon[3123]: conmon 3c7ca4d2bc7710881605 <error>: Failed to create container: exit status 1',

      'Error: failed to create containerd task: OCI runtime create failed: boom: unknown',
      'time="2018-05-13T02:27:57+08:00" level=error msg="containerd: start container" error="oci runtime error: boom" id=0d8b2f7c53ea',
      'Error: container create failed: time="2022-05-13T02:27:57Z" level=error msg="boom"',
      'failed to create shim task: boom: unknown',
    ],
    mustNotMatch: ['failed to create task queue', 'OCI runtime runc is available'],
  },
  {
    id: 'runc-start-process-failed',
    title: { en: "A container's first process could not be started", zh: '容器的首个进程启动失败' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['runc', 'containerd', 'dockerd', 'cri-o', 'event'],
    wordings: [
      {
        literal: 'starting container process caused',
        regex: /starting container process caused:? /,
        versions: 'runc before 1.1',
      },
      {
        literal: 'unable to start container process',
        regex: /unable to start container process(?:: |$)/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'error during container init',
        regex: /error during container init: /,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'container init caused',
        regex: /container init caused(?:: | \\*")/,
        versions: 'runc before 1.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Namespaces and cgroups stand, and the program inside could not be run or its mounts could not be made.',
      zh: '命名空间和 cgroup 已建好，但其中的程序无法运行或挂载失败。',
    },
    usualCauses: {
      en: 'The command does not exist or may not run, a mount source is missing, cgroup trouble, no memory.',
      zh: '命令不存在或无执行权限、挂载源缺失、cgroup 问题、内存不足。',
    },
    firstCheck: {
      en: 'Does the command behind `exec:` exist in the image, and may it be executed there?',
      zh: '`exec:` 之后的命令在镜像中是否存在，是否有执行权限？',
    },
    remedy: { en: 'By that text.', zh: '按该文字处理。' },
    source: [
      'opencontainers/runc:libcontainer/container_linux.go',
      'opencontainers/runc:libcontainer/generic_error.go',
    ],
    matches: [
      'container_linux.go:349: starting container process caused "boom"',
      'runc create failed: unable to start container process: boom: unknown',
      'unable to start container process: error during container init: boom: unknown',
      'process_linux.go:449: container init caused \\"boom\\"',
    ],
    mustNotMatch: ['starting container process with pid 31', 'the error during container initialisation was ignored'],
  },
  {
    id: 'runc-died-silently',
    title: { en: 'runc died before it could say why', zh: 'runc 未留下原因即终止' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'unable to retrieve OCI runtime error',
        regex: /unable to retrieve OCI runtime error\b/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'runc did not terminate successfully',
        regex: /runc did not terminate successfully\b/,
        versions: 'containerd 1.2 and later',
      },
      { literal: 'command error: EOF', regex: /command error: EOF, stdout: /, versions: 'CRI-O 1.20 and later' },
      {
        literal: 'probably exited',
        regex: /error reading (?:container|sandbox) \(probably exited\) json message\b/,
        versions: 'CRI-O 1.0-1.20',
      },
      { literal: 'container exit file', regex: /failed to find container exit file\b/, versions: 'CRI-O' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'runc ended without a message in its log: it was killed, could not be started, or crashed at once.',
      zh: 'runc 结束时日志中没有信息：被杀、无法启动，或立即崩溃。',
    },
    usualCauses: {
      en: 'No memory, no processes left, a full disk, or a runc binary that does not fit the machine.',
      zh: '内存耗尽、进程数耗尽、磁盘已满，或 runc 程序与机器不匹配。',
    },
    firstCheck: {
      en: '`dmesg -T | tail`, `df -h /run`, `runc --version`.',
      zh: '执行 `dmesg -T | tail`、`df -h /run`、`runc --version`。',
    },
    remedy: { en: 'Free what ran out; reinstall runc.', zh: '释放耗尽的资源；重装 runc。' },
    source: ['containerd/containerd:cmd/containerd-shim-runc-v2/process/utils.go', 'containerd/go-runc:runc.go'],
    matches: [
      'Creating container failed: rpc error: code = 2 desc = error reading container (probably exited) json message: EOF',
      'listing containers failed: rpc error: code = 2 desc = failed to find container exit file: stat /var/lib/containers/3c7ca4d2bc77/exit: no such file or directory',

      'E0513 10:31:02.257580   17325 remote_runtime.go:734] "ExecSync cmd from runtime service failed" err="rpc error: code = Unknown desc = command error: EOF, stdout: , stderr: , exit code -1" containerID="0d8b2f7c53ea" cmd=["/bin/probe"]',

      'OCI runtime create failed: unable to retrieve OCI runtime error (open /run/containerd/io.containerd.runtime.v2.task/k8s.io/0d8b/log.json: no such file or directory): fork/exec /usr/bin/runc: boom: unknown',
      'failed to start shim: runc did not terminate successfully: exit status 127: boom',
    ],
    mustNotMatch: ['the run did not terminate successfully'],
  },
  {
    id: 'runc-systemd-unit-timeout',
    title: { en: 'systemd did not create a scope for a container', zh: 'systemd 未及时为容器创建 scope' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'kubelet', 'cri-o'],
    wordings: [
      {
        literal: 'waiting for StartTransientUnit',
        regex: /Timed out while waiting for StartTransientUnit\((?<unit>[^)\s]{1,255})\) completion signal from dbus/,
        versions: 'runc 1.0-rc6 to rc95',
      },
      {
        literal: 'waiting for systemd to create ',
        regex: /[Tt]im(?:ed out|eout)(?: while)? waiting for systemd to create (?<unit>[^\s"\\]{1,255})/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'error creating systemd unit',
        regex:
          /error creating systemd unit `(?<unit>[^`\s]{1,255})`: got `(?:failed|canceled|timeout|dependency|skipped)`/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'sd-bus call: ',
        regex:
          /sd-bus call: (?:Unit (?<unit>\S{1,255}) |Connection|Transport|Timer|Timeout|Interactive|Permission|Device|Message)/,
        versions: 'crun',
      },
      { literal: 'cannot open sd-bus', regex: /cannot open sd-bus: /, versions: 'crun' },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'runc asked systemd (PID 1) for a scope or slice and got no answer in time.',
      zh: 'runc 向 systemd（PID 1）申请 scope 或 slice，未按时得到应答。',
    },
    usualCauses: {
      en: 'PID 1 or D-Bus is overloaded: very many units and mounts, mount storms, a hang of systemd.',
      zh: 'PID 1 或 D-Bus 过载：单元与挂载过多、挂载风暴，或 systemd 卡死。',
    },
    firstCheck: {
      en: '`time systemctl list-units | wc -l`; CPU use of PID 1.',
      zh: '执行 `time systemctl list-units | wc -l`；看 PID 1 的 CPU 占用。',
    },
    remedy: {
      en: 'Reduce units and mounts; `systemctl daemon-reexec`; reboot.',
      zh: '减少单元与挂载；执行 `systemctl daemon-reexec`；重启。',
    },
    source: [
      'opencontainers/runc:libcontainer/cgroups/systemd/common.go',
      'https://github.com/opencontainers/runc/pull/1754',
    ],
    matches: [
      'CreateContainerError: container create failed: sd-bus call: Unit kubepods-burstable-pod5b6d1c7e.slice not found.: I/O error',
      'container create failed: cannot open sd-bus: No such file or directory: OCI not found',

      'time="2020-05-13T02:27:57Z" level=warning msg="Timed out while waiting for StartTransientUnit(cri-containerd-0d8b2f7c53ea.scope) completion signal from dbus. Continuing..."',
      'unable to apply cgroup configuration: Timeout waiting for systemd to create docker-0d8b2f7c53ea.scope',
      'error creating systemd unit `crio-0d8b2f7c53ea.scope`: got `failed`',
    ],
    mustNotMatch: ['Timed out while waiting for systemd to remove docker-0d8b2f7c53ea.scope'],
  },
  {
    id: 'runc-systemd-unit-remove-timeout',
    title: { en: 'systemd did not remove a scope in time', zh: 'systemd 未及时移除 scope' },
    category: 'cgroup',
    severity: 'warning',
    role: 'problem',
    emitters: ['runc', 'kubelet'],
    wordings: [
      {
        literal: 'waiting for systemd to remove',
        regex: /Timed out while waiting for systemd to remove (?<unit>\S{1,255})/,
        versions: 'runc 1.1 and later',
      },
      {
        literal: 'waiting for StopUnit',
        regex: /Timed out while waiting for StopUnit\((?<unit>[^)\s]{1,255})\) completion signal from dbus/,
        versions: 'runc 1.0-rc6 to rc95, kubelet 1.18-1.20',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'The scope of an ended container was not removed within thirty seconds.',
      zh: '已结束容器的 scope 三十秒内未被移除。',
    },
    usualCauses: {
      en: 'PID 1 is overloaded, or a process of the scope cannot die.',
      zh: 'PID 1 过载，或 scope 中有进程杀不死。',
    },
    firstCheck: {
      en: '`systemctl status $UNIT`; CPU use of PID 1.',
      zh: '执行 `systemctl status $UNIT`；看 PID 1 的 CPU 占用。',
    },
    remedy: { en: 'As for scopes that are not created.', zh: '处理方式同 scope 无法创建。' },
    source: [
      'opencontainers/runc:libcontainer/cgroups/systemd/common.go',
      'https://github.com/opencontainers/runc/issues/3904',
    ],
    matches: [
      'W0513 10:31:02.004211   14207 systemd.go:333] Timed out while waiting for StopUnit(kubepods-besteffort-pod5b6d1c7e_9a51_4c39_8a0e_0c55e2f5d6aa.slice) completion signal from dbus. Continuing...',
      'time="2023-05-13T02:27:57Z" level=warning msg="Timed out while waiting for systemd to remove kubepods-burstable-pod5b6d1c7e_9a51_4c39_8a0e_0c55e2f5d6aa.slice"',
    ],
    mustNotMatch: ['Timeout waiting for systemd to create docker-0d8b2f7c53ea.scope'],
  },
  {
    id: 'dbus-systemd-activate-timeout',
    title: { en: 'systemd does not answer on the bus', zh: 'systemd 在总线上无应答' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: "ailed to activate service 'org.freedesktop.systemd1'",
        regex:
          /[Ff]ailed to activate service 'org\.freedesktop\.systemd1': timed out(?: \(service_start_timeout=(?<waited>\d{1,9})ms\))?/,
        versions: 'dbus-daemon',
      },
      {
        literal: 'ctivation of org.freedesktop.systemd1',
        regex: /\b[Aa]ctivation of org\.freedesktop\.systemd1 timed out/,
        versions: 'dbus-daemon 1.4-1.8',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 'ms', fixedMs: 25_000 },
    meaning: {
      en: 'PID 1 is not on the system bus or does not answer there; nothing that needs a scope or a unit can start.',
      zh: 'PID 1 不在系统总线上或不应答；需要 scope 或单元的都无法启动。',
    },
    usualCauses: {
      en: 'systemd is overloaded, frozen after a crash, or was cut off by a restart of D-Bus.',
      zh: 'systemd 过载、崩溃后冻结，或因 D-Bus 重启而断开。',
    },
    firstCheck: {
      en: '`systemctl is-system-running`; "Freezing execution" in the journal.',
      zh: '执行 `systemctl is-system-running`；在 journal 中查找 Freezing execution。',
    },
    remedy: { en: '`systemctl daemon-reexec`; otherwise reboot.', zh: '执行 `systemctl daemon-reexec`；否则重启。' },
    source: ['https://github.com/cri-o/cri-o/issues/3808', 'https://github.com/systemd/systemd/issues/16970'],
    matches: [
      "May 13 10:31:02 node-a dbus-daemon[812]: [system] Failed to activate service 'org.freedesktop.systemd1': timed out (service_start_timeout=25000ms)",
      'Cannot start container 0d8b2f7c53ea: [8] System error: Activation of org.freedesktop.systemd1 timed out',
    ],
    mustNotMatch: [
      "dbus-daemon[812]: [system] Failed to activate service 'org.bluez': timed out (service_start_timeout=25000ms)",
    ],
  },
  {
    id: 'dbus-connection-closed',
    title: { en: 'The connection to D-Bus was cut', zh: '与 D-Bus 的连接被断开' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'runc', 'containerd', 'event'],
    wordings: [
      {
        literal: 'dbus: connection closed by user',
        regex: /dbus: connection closed by user/,
        versions: 'kubelet 1.20-1.21, runc 1.0',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program holds a connection to the bus that is dead; every cgroup it asks systemd for fails until it is restarted.',
      zh: '程序持有的总线连接已死；在重启之前，它向 systemd 申请 cgroup 都会失败。',
    },
    usualCauses: {
      en: 'D-Bus was restarted, often by a package upgrade, and the program does not connect again.',
      zh: 'D-Bus 被重启（常因软件包升级），而程序没有重连。',
    },
    firstCheck: {
      en: '`journalctl -u dbus -u systemd-logind`',
      zh: '执行 `journalctl -u dbus -u systemd-logind` 看是否重启过。',
    },
    remedy: { en: 'Restart kubelet (or the runtime); upgrade it.', zh: '重启 kubelet（或运行时）；并升级版本。' },
    source: ['https://github.com/kubernetes/kubernetes/issues/100328', 'godbus/dbus:conn.go'],
    matches: [
      'unable to ensure pod container exists: failed to create container for [kubepods burstable pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa] : dbus: connection closed by user',
    ],
    mustNotMatch: ['connection closed by user agent'],
  },
];
