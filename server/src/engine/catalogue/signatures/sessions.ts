/** Log-ins and device events that fail: what the helpers of systemd and the bus say when they cannot do their part. */
import type { Signature } from '../signature';

export const sessionSignatures: readonly Signature[] = [
  {
    id: 'session-not-created',
    title: { en: 'A log-in session cannot be made or ended', zh: '登录会话无法创建或结束' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'Failed to create session:',
        regex: /pam_systemd\([\w:-]{1,40}\): Failed to create session: (?<reason>[^\n]{1,160})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to release session:',
        regex: /pam_systemd\([\w:-]{1,40}\): Failed to release session: (?!Interrupted)(?<reason>[^\n]{1,160})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to abandon session scope',
        regex: /Failed to abandon session scope(?: \S{1,80})?: (?<reason>[^\n]{1,120})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to stop user service',
        regex: /Failed to stop user service[^\n]{0,80}: (?<reason>[^\n]{1,120})/,
        versions: 'systemd 239-256',
      },
      {
        literal: 'Failed to start user service',
        regex:
          /Failed to start user service '?(?<unit>[\w@.-]{1,60})'?(?:, ignoring)?: (?!Unknown unit)(?<reason>[^\n]{1,120})/,
        versions: 'systemd 239-256',
      },
      {
        literal: "the scope's control group",
        regex: /No PIDs left to attach to the scope's control group, refusing/,
        versions: 'systemd 240-256',
      },
      {
        literal: 'Activation of org.freedesktop',
        regex: /Activation of org\.freedesktop\.(?<service>\w{3,40}) timed out/,
        versions: 'dbus',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'logind or the manager did not answer: log-ins take 25 seconds or fail, and scopes are left over.',
      zh: 'logind 或管理器没有应答：登录要等 25 秒或失败，并残留 scope。',
    },
    usualCauses: {
      en: 'dbus was restarted, logind or PID 1 hangs, thousands of leftover scopes, no memory or processes.',
      zh: 'dbus 被重启、logind 或 PID 1 挂起、残留数千个 scope，或内存、进程耗尽。',
    },
    firstCheck: {
      en: '`systemctl list-units --type=scope | wc -l`; `systemctl status systemd-logind dbus`',
      zh: '执行 `systemctl list-units --type=scope | wc -l`；`systemctl status systemd-logind dbus`',
    },
    remedy: {
      en: 'Restart systemd-logind after dbus; remove leftover scopes.',
      zh: '重启 dbus 之后重启 systemd-logind；清理残留 scope。',
    },
    source: ['systemd/systemd:src/login/pam_systemd.c', 'systemd/systemd:src/login/logind-dbus.c'],
    matches: [
      'sshd[611]: pam_systemd(sshd:session): Failed to create session: Connection timed out',
      'sudo[611]: pam_systemd(sudo:session): Failed to release session: Connection timed out',
      'systemd-logind[611]: Failed to abandon session scope: Transport endpoint is not connected',
      "systemd-logind[611]: Failed to stop user service 'user@0.service': Connection timed out",
      "systemd-logind[611]: Failed to start user service 'user@0.service', ignoring: Connection reset by peer",
      "systemd[1]: run-1733.scope: No PIDs left to attach to the scope's control group, refusing.",
      'sshd[611]: pam_systemd(sshd:session): Failed to create session: Activation of org.freedesktop.login1 timed out',
    ],
    mustNotMatch: [
      'systemd-logind[611]: New session 812 of user root.',
      'systemd-logind[611]: Session 812 logged out. Waiting for processes to exit.',
    ],
  },
  {
    id: 'dbus-limit-reached',
    title: { en: 'A limit of the system bus is reached', zh: '系统总线达到上限' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'maximum number of pending repl',
        regex: /maximum number of pending replies/,
        versions: 'dbus-daemon 1.6-1.14',
      },
      {
        literal: 'active connections for UID',
        regex: /The maximum number of active connections for UID (?<uidNumber>\d{1,10}) has been reached/,
        versions: 'dbus-daemon 1.6 and later',
      },
      {
        literal: 'max_match_rules_per_connection',
        regex: /max_match_rules_per_connection/,
        versions: 'dbus-daemon 1.6-1.14',
      },
      {
        literal: 'increase limits in configuration',
        regex: /\(increase limits in configuration file if required/,
        versions: 'dbus-daemon 1.6-1.14',
      },
      {
        literal: 'Failed to activate service',
        regex: /Failed to activate service '(?<service>(?!org\.freedesktop\.systemd1')[\w.]{3,120})': timed out/,
        versions: 'dbus-daemon 1.6-1.14',
      },
      {
        literal: 'not authenticated soon enough',
        regex: /Connection has not authenticated soon enough, closing it/,
        versions: 'dbus 1.10-1.14',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The bus refuses or does not start what it is asked for; programs that rely on it fail.',
      zh: '总线拒绝请求或未能启动服务，依赖它的程序失败。',
    },
    usualCauses: {
      en: 'A program that leaks connections, a manager that does not answer, very many units.',
      zh: '泄漏连接的程序、无应答的管理器，或单元过多。',
    },
    firstCheck: { en: '`busctl list`; `systemctl status dbus`', zh: '执行 `busctl list`；`systemctl status dbus`' },
    remedy: {
      en: 'Restart the leaking program; reboot when PID 1 does not answer.',
      zh: '重启泄漏的程序；PID 1 无应答时重启机器。',
    },
    source: ['dbus/dbus:bus/connection.c', 'dbus/dbus:bus/activation.c'],
    matches: [
      'dbus-daemon[711]: [system] The maximum number of active connections for UID 0 has been reached',
      'dbus-daemon[611]: The maximum number of pending replies for ":1.3" (uid=0 pid=1) has been reached',
      'dbus-daemon[611]: [system] Connection ":1.118" is not allowed to add more match rules (increase limits in configuration file if required; max_match_rules_per_connection=512)',
      'dbus-daemon[611]: [system] Connection ":1.118" is not allowed to own more services (increase limits in configuration file if required; max_names_per_connection=512)',
      "dbus-daemon[611]: [system] Failed to activate service 'org.freedesktop.login1': timed out (service_start_timeout=25000ms)",
      'dbus-daemon[123]: [system] Connection has not authenticated soon enough, closing it (auth_timeout=30000ms, elapsed: 45000ms)',
    ],
    mustNotMatch: ["dbus-daemon[611]: [system] Successfully activated service 'org.freedesktop.hostname1'"],
  },
  {
    id: 'udev-worker-stuck',
    title: { en: 'Device events are not worked off', zh: '设备事件没有处理完' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'is taking a long time',
        regex:
          /(?:Worker \[\d{1,8}\] processing SEQNUM=\d{1,10}|[Ss]pawned process '[^'\n]{1,200}' \[\d{1,8}\]) is taking (?:a long time|longer)/,
        versions: 'udev 239-256',
      },
      {
        literal: ' is taking longer',
        regex:
          /(?:Worker \[\d{1,8}\] processing SEQNUM=\d{1,10}|[Ss]pawned process '[^'\n]{1,200}' \[\d{1,8}\]) is taking (?:a long time|longer)/,
        versions: 'udev 239-256',
      },
      { literal: 'timeout; kill it', regex: /worker \[\d{1,8}\] \S{1,200} timeout; kill it/, versions: 'udev 219-238' },
      {
        literal: '] terminated by signal 9',
        regex: /Worker \[\d{1,8}\] terminated by signal 9/,
        versions: 'udev 219-256',
      },
      {
        literal: ') of children reached',
        regex: /Maximum number \(\d{1,6}\) of children reached/,
        versions: 'udev 239-256',
      },
      {
        literal: 'Failed to rename network interface',
        regex:
          /Failed to rename network interface \d{1,6} from '(?<interface>[\w.-]{1,16})' to '[\w.-]{1,16}': (?!No such device)(?<reason>[^\n]{1,60})/,
        versions: 'udev 219-256',
      },
      {
        literal: 'processing SEQNUM=',
        regex: /Worker \[\d{1,8}\] processing SEQNUM=\d{1,12} killed/,
        versions: 'udev 239-256',
      },
      { literal: 'for workers to finish', regex: /Giving up waiting for workers to finish/, versions: 'udev 219-256' },
      {
        literal: 'Event loop failed:',
        regex: /systemd-udevd(?:\[\d{1,8}\])?: Event loop failed:/,
        versions: 'udev 219-256',
      },
      {
        literal: 'systemd-udevd[',
        regex: /systemd-udevd\[\d{1,8}\]: (?:[\w:.!-]{1,60}: )?[Ww]orker \[\d{1,8}\] failed/,
        versions: 'udev 219-256',
      },
      {
        literal: "' is taking a long time",
        regex: /seq (?<sequence>\d{1,9}) '(?<device>\/devices\/[^'\n]{1,160})' is taking a long time/,
        versions: 'systemd 208-243',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program that handles a device hangs; devices appear late or not at all.',
      zh: '处理设备的程序挂起；设备出现很晚或不出现。',
    },
    usualCauses: {
      en: "A disk that does not answer, a rule's program that hangs, thousands of devices at once.",
      zh: '磁盘无响应、规则程序挂起，或一次出现数千设备。',
    },
    firstCheck: {
      en: '`udevadm monitor`, `ps aux | grep udev`; errors of the named device.',
      zh: '`udevadm monitor`、`ps aux | grep udev`；该设备的报错。',
    },
    remedy: {
      en: 'Cure the device; reboot when workers stay in state D.',
      zh: '解决设备问题；worker 停在 D 状态时重启机器。',
    },
    source: ['systemd/systemd:src/udev/udev-manager.c'],
    matches: [
      'systemd-udevd[611]: sdb: Worker [1733] processing SEQNUM=118233 is taking a long time',
      'systemd-udevd[611]: worker [1733] /devices/virtual/net/veth1b2c3d timeout; kill it',
      'systemd-udevd[611]: sdb: Worker [1733] terminated by signal 9 (KILL).',
      'systemd-udevd[611]: Maximum number (64) of children reached.',
      "systemd-udevd[611]: Failed to rename network interface 3 from 'eth0' to 'eth1': File exists",
      'systemd-udevd[1691]: 0000:3d:00.0: Worker [1822] processing SEQNUM=23088 killed',
      'systemd-udevd[325]: Giving up waiting for workers to finish.',
      'systemd-udevd[325]: Event loop failed: Connection timed out',
      'systemd-udevd[1691]: 0000:3d:00.0: Worker [1822] failed',
      "systemd-udevd[123]: seq 1234 '/devices/virtual/net/veth7f2a' is taking a long time",
      'systemd-udevd[123]: veth7f2a: Worker [4711] processing SEQNUM=1234 is taking a long time.',
    ],
    mustNotMatch: [
      "systemd-udevd[611]: Using default interface naming scheme 'v247'.",
      'systemd-udevd[611]: vethbd0ed0d: Failed to get link config: No such device',
    ],
  },
];
