/** Why systemd and older supervisors do not start or keep a service, said in the unit's own words. */
import type { Signature } from '../signature';

export const serviceStartSignatures: readonly Signature[] = [
  {
    id: 'unit-start-refused',
    title: { en: 'systemd cannot start a unit as its file asks', zh: 'systemd 无法按单元文件启动' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Unable to locate executable',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}): Unable to locate executable '(?<path>[^'\n]{1,200})': (?<reason>[^\n]{1,80})/,
        versions: 'systemd 252-256',
      },
      {
        literal: 'requested working directory failed',
        regex: /(?<unit>[\w@.:\\-]{1,120}): Changing to the requested working directory failed: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 244-256',
      },
      {
        literal: 'has more than one ExecStart=',
        regex: /(?<unit>[\w@.:\\-]{1,120}): Service has more than one ExecStart=/,
        versions: 'systemd 215-256',
      },
      {
        literal: ', ignoring:',
        regex:
          /\/(?<unit>[\w@.-]{1,120}\.(?:service|socket|mount|slice|timer)):\d{1,5}: Failed to parse [^\n]{1,120}, ignoring: (?<reason>[^\n]{1,120})/,
        versions: 'systemd 215-256',
      },
      {
        literal: 'Activation via systemd failed',
        regex: /Activation via systemd failed for unit '(?<unit>[\w@.:\\-]{1,120})'/,
        versions: 'dbus 1.10-1.14',
      },
      { literal: 'Too many units:', regex: /Too many units: \d{1,9}/, versions: 'systemd 230-256' },
      {
        literal: "' failed at ../src",
        regex: /systemd(?:-\w{3,20})?(?:\[\d{1,8}\])?: Assertion '[^\n]{1,200}' failed at \.\.\/src/,
        versions: 'systemd 208-256',
      },
      {
        literal: "' failed at src/",
        regex: /systemd(?:-\w{3,20})?(?:\[\d{1,8}\])?: Assertion '[^\n]{1,200}' failed at src\//,
        versions: 'systemd 208-256',
      },
      {
        literal: 'failed because',
        regex: /Job for (?<unit>[\w@.:\\-]{1,120}\.(?:service|socket)) failed because/,
        versions: 'systemd 208-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The service is not started, or without what its unit file asks for.',
      zh: '服务未启动，或缺少单元文件要求的内容。',
    },
    usualCauses: {
      en: 'A program, directory or setting that is missing or misspelt after an update.',
      zh: '更新后程序、目录或设置缺失或拼写错误。',
    },
    firstCheck: {
      en: '`systemctl cat UNIT`, `systemd-analyze verify UNIT`',
      zh: '`systemctl cat 单元`、`systemd-analyze verify 单元`',
    },
    remedy: {
      en: 'Correct the unit file, `systemctl daemon-reload`, start it again.',
      zh: '更正单元文件，`systemctl daemon-reload` 后重新启动。',
    },
    source: ['systemd/systemd:src/core/exec-invoke.c'],
    matches: [
      "systemd[1]: kubelet.service: Unable to locate executable '/usr/bin/kubelet': No such file or directory",
      'systemd[1]: kubelet.service: Changing to the requested working directory failed: No such file or directory',
      'systemd[1]: kubelet.service: Service has more than one ExecStart= setting, which is only allowed for Type=oneshot services. Refusing.',
      'systemd[1]: /etc/systemd/system/kubelet.service:3: Failed to parse service restart specifier, ignoring: alwayss',
      "dbus-daemon[123]: Activation via systemd failed for unit 'dbus-org.freedesktop.login1.service': Unit not found.",
      'systemd[1]: Too many units: 131072',
      "systemd[1]: Assertion 's->type == SERVICE_IDLE' failed at ../src/core/service.c:5, function f(). Aborting.",
      "systemd[1]: Assertion 's->type == SERVICE_IDLE' failed at src/core/service.c:5, function f(). Aborting.",
      'Job for docker.service failed because the control process exited with error code.',
    ],
    mustNotMatch: [
      'systemd[1]: /lib/systemd/system/docker.socket:6: ListenStream= references a path below legacy directory /var/run/, updating /var/run/docker.sock',
      'systemd[1]: Started kubelet.service - kubelet: The Kubernetes Node Agent.',
    ],
  },
  {
    id: 'supervisor-gave-up',
    title: { en: 'A supervisor gave up restarting a service', zh: '守护程序放弃重启服务' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'respawning too fast, stopped',
        regex: /init(?:\[\d{1,8}\])?: (?<unit>[\w.-]{1,60})(?: \([^)\n]{1,60}\))? respawning too fast, stopped/,
        versions: 'upstart 1.x',
      },
      {
        literal: 'respawning too fast: disabled',
        regex: /Id "?(?<unit>[\w.-]{1,60})"? respawning too fast: disabled for/,
        versions: 'sysvinit 2.8',
      },
      {
        literal: ' main process (',
        regex:
          /init(?:\[\d{1,8}\])?: (?<unit>[\w.-]{1,60}) main process \((?<pid>\d{1,8})\) (?:killed by (?<signal>(?!TERM)[A-Z]{3,6}) signal|terminated with status (?<status>[1-9]\d{0,2}))/,
        versions: 'upstart 1.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The service ends again and again, or was killed, and may stay down.',
      zh: '服务反复终止或被杀，可能保持停止。',
    },
    usualCauses: { en: 'See what the service itself said last.', zh: '见服务自身最后的日志。' },
    firstCheck: {
      en: '`/var/log/upstart/UNIT.log`, `initctl status UNIT`',
      zh: '`/var/log/upstart/单元.log`、`initctl status 单元`',
    },
    remedy: { en: "Cure the service's own error, then start it by hand.", zh: '解决服务自身的错误后手动启动。' },
    source: ['kubernetes/kubernetes:cluster/gce/gci/configure-helper.sh'],
    matches: [
      'init: docker respawning too fast, stopped',
      'init: Id "S0" respawning too fast: disabled for 5 minutes',
      'init: docker main process (4711) killed by KILL signal',
    ],
    mustNotMatch: [
      'init: docker main process ended, respawning',
      'init: docker main process (4711) killed by TERM signal',
    ],
  },
  {
    id: 'kernel-module-missing',
    title: { en: 'A kernel module that networking needs cannot be loaded', zh: '无法加载网络所需的内核模块' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd', 'any'],
    wordings: [
      {
        literal: 'Failed to find module',
        regex: /Failed to find module '(?<module>[\w-]{2,40})'/,
        versions: 'systemd 208-256',
      },
      {
        literal: 'modules-load',
        regex:
          /systemd-modules-load(?:\[\d{1,8}\])?: Failed to insert (?:module )?'(?<module>[\w-]{2,40})': (?<reason>[^\n]{1,80})/,
        versions: 'systemd 208-256',
      },
      {
        literal: 'net/bridge/bridge-nf-call',
        regex: /[Cc]ouldn't write '1' to 'net\/bridge\/bridge-nf-call-[\w]{4,12}'[^\n]{0,20}: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 208-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Rules for pods' traffic that need the module do not work on this node.",
      zh: '依赖该模块的 Pod 流量规则在此节点无效。',
    },
    usualCauses: {
      en: 'A new kernel whose modules are not installed, a container without rights, a module built in under another name.',
      zh: '新内核未安装模块、容器无权限、模块以其他名称内置。',
    },
    firstCheck: {
      en: '`modprobe MODULE`, `uname -r`, `ls /lib/modules`',
      zh: '`modprobe 模块`、`uname -r`、`ls /lib/modules`',
    },
    remedy: {
      en: 'Install the modules of the running kernel, or reboot into the new one.',
      zh: '安装当前内核的模块，或重启到新内核。',
    },
    source: ['systemd/systemd:src/modules-load/modules-load.c'],
    matches: [
      "systemd-modules-load[123]: Failed to find module 'br_netfilter'",
      "systemd-modules-load[123]: Failed to insert 'ip_vs': Operation not permitted",
      "systemd-sysctl[123]: Couldn't write '1' to 'net/bridge/bridge-nf-call-iptables', ignoring: No such file or directory",
    ],
    mustNotMatch: ["systemd-modules-load[123]: Inserted module 'br_netfilter'"],
  },
  {
    id: 'systemd-noise',
    title: { en: 'systemd notes what it works around', zh: 'systemd 记录自行绕过的问题' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['systemd'],
    wordings: [
      {
        literal: ' path below legacy directory /var/run',
        regex: /(?:references|uses) (?:a )?path below legacy directory \/var\/run/,
        versions: 'systemd 239-256',
      },
      {
        literal: 'Could not generate persistent MAC ',
        regex: /Could not generate persistent MAC(?: address)? for (?:veth|cali|lxc|br-|docker|cni|flannel|vxlan)/,
        versions: 'systemd 226-250',
      },
      {
        literal: 'speed and duplex are not writable',
        regex: /autonegotiation is unset or enabled, the speed and duplex are not writable/,
        versions: 'systemd 232-250',
      },
      { literal: 'Clock change detected. Flushing', regex: /Clock change detected\. Flushing caches/ },
      {
        literal: 'DNS violation DVE-2018-0001',
        regex: /mitigating potential DNS violation DVE-2018-0001/,
        versions: 'systemd 239-248',
      },
      {
        literal: 'Initial synchronization to time',
        regex: /Initial synchronization to time server/,
        versions: 'systemd 240-256',
      },
      { literal: 'Grace period over, resuming full', regex: /Grace period over, resuming full feature set/ },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Nothing failed: the program did it another way.', zh: '没有失败：程序采用了其他方式。' },
    usualCauses: {
      en: 'Older unit files, virtual devices, careless name servers.',
      zh: '旧的单元文件、虚拟设备、不规范的名称服务器。',
    },
    firstCheck: { en: 'Nothing needs to be done.', zh: '无需处理。' },
    remedy: { en: 'Nothing needs to be done.', zh: '无需处理。' },
    source: ['systemd/systemd:src/core/load-fragment.c'],
    matches: [
      'systemd[1]: /lib/systemd/system/docker.socket:6: ListenStream= references a path below legacy directory /var/run/, updating /var/run/docker.sock to /run/docker.sock',
      'systemd-udevd[123]: Could not generate persistent MAC address for veth7f2a: No such file or directory',
      'systemd-udevd[123]: link_config: autonegotiation is unset or enabled, the speed and duplex are not writable.',
      'systemd-resolved[123]: Clock change detected. Flushing caches.',
      'systemd-resolved[123]: Server returned error NXDOMAIN, mitigating potential DNS violation DVE-2018-0001, retrying transaction with reduced feature level UDP.',
      'systemd-timesyncd[123]: Initial synchronization to time server 10.20.0.2:123 (ntp.example.com).',
      'systemd-resolved[123]: Grace period over, resuming full feature set (UDP+EDNS0) for DNS server 10.20.0.2.',
    ],
    mustNotMatch: ['systemd-resolved[123]: Using degraded feature set TCP instead of UDP for DNS server 10.20.0.2.'],
  },
];
