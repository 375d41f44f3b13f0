/** PID 1 and its bus: frozen, overloaded or out of reach, and hints that mean nothing. */
import type { Signature } from '../signature';

export const systemdBusSignatures: readonly Signature[] = [
  {
    id: 'systemd-frozen',
    title: { en: 'PID 1 crashed and is frozen', zh: 'PID 1 崩溃并停止工作' },
    category: 'systemd',
    severity: 'fatal',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      { literal: 'Freezing execution', regex: /\bFreezing execution\b/, versions: 'systemd 219-256' },
      {
        literal: ', dumped core as pid ',
        regex: /Caught <?\w{3,8}>?(?: from PID \d{1,8})?, dumped core as pid (?<pid>\d{1,8})/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'systemd itself crashed: no unit starts or stops until the next boot, and the systemd cgroup driver is dead.',
      zh: 'systemd 自身崩溃：重启前所有单元都无法启停，systemd cgroup 驱动失效。',
    },
    usualCauses: { en: 'A systemd bug or corrupt memory.', zh: 'systemd 缺陷或内存损坏。' },
    firstCheck: {
      en: '`systemctl` does not answer; the core file in /',
      zh: '`systemctl` 无应答；查看 / 下的 core 文件',
    },
    remedy: { en: 'Reboot (`reboot -f`), update systemd.', zh: '重启节点（`reboot -f`），升级 systemd。' },
    source: ['systemd/systemd:src/core/crash-handler.c', 'systemd/systemd:src/core/main.c'],
    matches: ['systemd[1]: Freezing execution.', 'systemd[1]: Caught <SEGV>, dumped core as pid 4411.'],
    mustNotMatch: ['Freezing user space processes ... (elapsed 0.001 seconds) done.'],
  },
  {
    id: 'systemd-overloaded',
    title: { en: 'systemd itself does not keep up', zh: 'systemd 自身不堪重负' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Looping too fast. Throttling',
        regex: /Looping too fast\. Throttling execution a little/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'kmsg, ignoring',
        regex: /Too many messages being logged to kmsg, ignoring/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'PID 1 spins or floods its log: starting and stopping of anything is slow.',
      zh: 'PID 1 空转或日志泛滥：任何启停都会变慢。',
    },
    usualCauses: {
      en: 'Thousands of mounts or units, a fault of an old systemd version.',
      zh: '挂载或单元数以千计，或旧版 systemd 的缺陷。',
    },
    firstCheck: {
      en: '`systemctl list-units | wc -l`; CPU of PID 1 in `top`.',
      zh: '`systemctl list-units | wc -l`；用 `top` 看 PID 1 的 CPU。',
    },
    remedy: { en: 'Update systemd; remove leftover scopes and mounts.', zh: '升级 systemd；清理残留的 scope 与挂载。' },
    source: ['systemd/systemd:src/core/manager.c'],
    matches: [
      'systemd[1]: Looping too fast. Throttling execution a little.',
      'systemd[1]: Too many messages being logged to kmsg, ignoring',
    ],
    mustNotMatch: ['systemd[1]: Reloading.'],
  },
  {
    id: 'dbus-unreachable',
    title: { en: 'The system bus cannot be reached', zh: '无法连接系统总线' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'runc', 'containerd', 'cri-o', 'systemd'],
    wordings: [
      { literal: 'onnection to bus was closed', regex: /[Cc]onnection to bus was closed/ },
      {
        literal: 'get D-Bus connection',
        regex: /[Ff]ailed to get D-Bus connection: (?<reason>[^\n]{1,120})/,
        versions: 'systemctl 219-256',
      },
      {
        literal: 'dbus/system_bus_socket',
        regex: /dial unix \S{0,60}dbus\/system_bus_socket: connect: (?<reason>[^\n]{1,80})/,
      },
      {
        literal: ': Connection timed out',
        regex:
          /Failed to (?:get properties|list units|get unit state|start \S{1,120}|stop \S{1,120}|restart \S{1,120}|reload daemon|get load state of \S{1,120}): Connection timed out/,
        versions: 'systemctl 219-256',
      },
      {
        literal: 'ransport endpoint is not',
        regex:
          /Failed to (?:get properties|list units|reload daemon|connect to bus): Transport endpoint is not connected/,
        versions: 'systemctl 219-256',
      },
      {
        literal: 'Failed to start session scope',
        regex:
          /Failed to start (?:session scope|user (?:slice|service)) [^\n]{1,120}?(?:Connection timed out|Transport endpoint)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to start user s',
        regex:
          /Failed to start (?:session scope|user (?:slice|service)) [^\n]{1,120}?(?:Connection timed out|Transport endpoint)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'response from GetNameOwner()',
        regex: /Unexpected error response from GetNameOwner\(\)/,
        versions: 'systemd 234-256',
      },
      {
        literal: 'Cannot watch bus name',
        regex: /Cannot watch bus name (?<service>[\w.]{3,80}):/,
        versions: 'systemd 219-245',
      },
      {
        literal: 'to NameOwnerChanged signal for',
        regex: /Failed to subscribe to NameOwnerChanged signal for/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to get initial list of',
        regex: /Failed to get initial list of names:/,
        versions: 'systemd 219-245',
      },
      {
        literal: 'register match for Disconnected',
        regex: /Failed to register match for Disconnected message/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to send reload message',
        regex: /Failed to send reload message:/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to start transient ',
        regex:
          /Failed to start transient (?:scope|service|timer) unit: (?:Connection (?:timed out|reset by peer|refused)|Transport endpoint|Rejected:|Message recipient disconnected|Did not receive a reply)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'destination has a full message',
        regex: /Rejected: destination has a full message queue/,
        versions: 'dbus-daemon 1.6 and later',
      },
      {
        literal: 'propagate agent release message',
        regex: /Failed to propagate agent release message: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to introspect object',
        regex:
          /Failed to introspect object \S{1,120} of service (?<service>[\w.]{3,80}): (?:Connection|Transport|Method call timed out)/,
        versions: 'systemd 221-256',
      },
      {
        literal: 'Failed to forward Released',
        regex: /Failed to forward Released message:/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to connect to system bus',
        regex: /Failed to connect to system bus: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 230-256',
      },
      { literal: 'Timed out waiting for reply from systemd-', regex: /Timed out waiting for reply from systemd-/ },
      {
        literal: 'Failed to connect to bus:',
        regex: /Failed to connect to bus: (?<reason>[A-Z][^\n]{3,80})/,
        versions: 'systemd 230-256',
      },
      {
        literal: 'Error initializing authority:',
        regex: /Error initializing authority: (?<reason>[^\n]{3,120})/,
        versions: 'polkit 0.1xx',
      },
      {
        literal: 'not been booted with systemd',
        regex: /System has not been booted with systemd as init system/,
        versions: 'systemd 237-256',
      },
      {
        literal: 'dbus/system_bus_socket:',
        regex: /Failed to connect to socket (?<path>\/(?:var\/)?run\/dbus\/system_bus_socket): (?<reason>[^\n]{3,80})/,
        versions: 'dbus 1.6-1.14',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A program cannot talk to systemd: with the systemd cgroup driver no pod can be created.',
      zh: '程序无法与 systemd 通信：使用 systemd cgroup 驱动时无法创建 Pod。',
    },
    usualCauses: {
      en: 'dbus-daemon is down or was restarted, or PID 1 crashed; in a container: no bus at all.',
      zh: 'dbus-daemon 未运行或被重启，或 PID 1 崩溃；容器内则本来就没有总线。',
    },
    firstCheck: { en: '`systemctl status dbus`: when did it start?', zh: '`systemctl status dbus`：看其启动时间。' },
    remedy: {
      en: 'Start dbus; reboot when PID 1 is frozen.',
      zh: '启动 dbus；若 PID 1 冻结则重启机器。',
    },
    source: [
      'opencontainers/runc:libcontainer/cgroups/systemd/dbus.go',
      'https://github.com/kubernetes/kubernetes/issues/100328',
    ],
    matches: [
      'systemd-logind[711]: Failed to start session scope session-812.scope: Connection timed out',
      'Failed to get properties: Transport endpoint is not connected',
      'Failed to list units: Connection timed out',
      'warning: connection to bus was closed',
      'Failed to get D-Bus connection: Operation not permitted',
      'dial unix /var/run/dbus/system_bus_socket: connect: connection refused',
      'systemd[1]: systemd-logind.service: Unexpected error response from GetNameOwner(): Connection terminated',
      'systemd[1]: systemd-logind.service: Cannot watch bus name org.freedesktop.login1: Transport endpoint is not connected',
      "systemd[1]: Failed to subscribe to NameOwnerChanged signal for 'org.freedesktop.login1': Connection timed out",
      'systemd[1]: Failed to get initial list of names: Connection timed out',
      'systemd[1]: Failed to register match for Disconnected message: Connection timed out',
      'systemd[1]: Failed to send reload message: Transport endpoint is not connected',
      'Failed to start transient scope unit: Connection timed out',
      'Failed to start unit: Rejected: destination has a full message queue, 0 matched rules; type="method_call"',
      'systemd: Failed to propagate agent release message: Operation not supported',
      'busctl: Failed to introspect object / of service org.freedesktop.systemd1: Connection timed out',
      'systemd[1]: Failed to forward Released message: No buffer space available',
      'su[123]: pam_systemd(su:session): Failed to connect to system bus: No such file or directory',
      'systemd[1]: Timed out waiting for reply from systemd-udevd',
      'Failed to connect to bus: No such file or directory',
      'Error getting authority: Error initializing authority: Could not connect: No such file or directory (g-io-error-quark, 1)',
      "System has not been booted with systemd as init system (PID 1). Can't operate.",
      'Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
    ],
    mustNotMatch: [
      'dbus-daemon[711]: [system] Connection has not authenticated soon enough, closing it',
      'http: connection closed by user agent',
      'systemd-run[811]: Failed to start transient scope unit: Unit run-r1.scope already exists.',
    ],
  },
  {
    id: 'process-dumped-core',
    title: { en: 'A process crashed and left a core dump', zh: '进程崩溃并产生 core dump' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: ' dumped core',
        regex:
          /Process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\) of user \d{1,10} (?:dumped core|terminated abnormally)/,
        versions: 'systemd 219-256',
      },
      {
        literal: ' terminated abnormally',
        regex:
          /Process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\) of user \d{1,10} (?:dumped core|terminated abnormally)/,
        versions: 'systemd 219-256',
      },
      {
        literal: '- dumping core',
        regex:
          /Process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,40})\) of user \d{1,10} killed by SIG\w{2,7} - dumping core/,
        versions: 'abrt 2',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'The named process died of a fatal signal.', zh: '该进程因致命信号终止。' },
    usualCauses: {
      en: 'A fault of the program, a failed assertion, an abort on a limit.',
      zh: '程序缺陷、断言失败，或触及限制而中止。',
    },
    firstCheck: { en: '`coredumpctl info PID`', zh: '执行 `coredumpctl info PID`' },
    remedy: { en: 'Update the program; report the trace.', zh: '升级程序；上报堆栈。' },
    source: ['systemd/systemd:src/coredump/coredump.c'],
    matches: [
      'systemd-coredump[9120]: Process 2110 (dockerd) of user 0 dumped core.',
      'abrt-hook-ccpp[4412]: Process 4411 (dockerd) of user 0 killed by SIGABRT - dumping core',
    ],
    mustNotMatch: [
      'systemd[1]: Caught <SEGV>, dumped core as pid 991.',
      'systemd[1]: docker.service: Main process exited, code=dumped, status=6/ABRT',
    ],
  },
  {
    id: 'unit-file-hint',
    title: { en: 'A hint about a unit file', zh: '关于单元文件的提示' },
    category: 'systemd',
    severity: 'info',
    role: 'benign',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Proceeding anyway',
        regex:
          /Configuration file \S{1,200} is marked (?:executable|world-(?:writable|inaccessible))[^\n]{0,200}Proceeding anyway/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'reception only permitted for',
        regex: /Got notification message from PID \d{1,8}, but reception only permitted for/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to reset devices.list',
        regex: /Failed to reset devices\.list(?: on \S{1,300})?: /,
        versions: 'systemd 219-245',
      },
      {
        literal: 'Unknown lvalue ',
        regex: /Unknown (?:lvalue|key name) '[^'\n]{1,80}' in section '[^'\n]{1,40}'/,
        versions: 'systemd 219-256',
      },
      {
        literal: "Unknown key name '",
        regex: /Unknown (?:lvalue|key name) '[^'\n]{1,80}' in section '[^'\n]{1,40}'/,
        versions: 'systemd 219-256',
      },
      {
        literal: ': Failed to set ',
        regex:
          /\.(?:mount|slice|scope|service): Failed to set (?:pids\.max|cpu\.\w{1,20}|io\.\w{1,20}|memory\.\w{1,20}): No such file or directory/,
        versions: 'systemd 230-240',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'systemd found something untidy in a unit file and went on.',
      zh: 'systemd 发现单元文件有不规范之处，但继续执行。',
    },
    usualCauses: { en: 'Permissions of the file, an option of another version.', zh: '文件权限，或其他版本的选项。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Tidy the file when convenient.', zh: '方便时整理该文件。' },
    source: ['systemd/systemd:src/shared/conf-parser.c', 'systemd/systemd:src/core/manager.c'],
    matches: [
      'systemd[1]: Configuration file /etc/systemd/system/kubelet.service is marked executable. Please remove executable permission bits. Proceeding anyway.',
      'systemd[1]: docker.service: Got notification message from PID 3311, but reception only permitted for main PID 2110',
      'systemd[1]: Failed to reset devices.list on /system.slice/docker.service: Operation not permitted',
      "systemd[1]: /etc/systemd/system/docker.service:24: Unknown lvalue 'StartLimitIntervalSec' in section 'Service'",
      'systemd[696]: boot.mount: Failed to set pids.max: No such file or directory',
    ],
    mustNotMatch: [
      'systemd[1]: docker.service: Failed with result exit-code.',
      'systemd[1]: Failed to start Docker Application Container Engine.',
      'systemd[1]: kubelet.service: Failed to set pids.max: Permission denied',
    ],
  },
];
