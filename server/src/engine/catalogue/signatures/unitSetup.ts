/** Units that cannot be set up: settings, mounts and cgroups they ask for. */
import type { Signature } from '../signature';

export const unitSetupSignatures: readonly Signature[] = [
  {
    id: 'unit-settings-refused',
    title: { en: 'A unit cannot be set up', zh: '单元无法设置' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'oad environment files:',
        regex: /Failed to load environment files: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
      {
        literal: '.service: Service has no ExecStart=',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): Service has no ExecStart=/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to execute ',
        regex: /Failed to execute (?:command|\/\S{1,200}): (?<reason>[^\n]{1,80})/,
        versions: 'systemd 229-256',
      },
      {
        literal: 'ordering cycle on',
        regex: /(?<unit>[\w@.:\\-]{1,120}): Found ordering cycle on/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'deleted to break ordering cycle',
        regex: /Job (?<unit>[\w@.:\\-]{1,120})\/\w{3,16} deleted to break ordering cycle/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'has a bad unit file setting',
        regex: /Unit (?<unit>[\w@.:\\-]{1,120}) has a bad unit file setting/,
        versions: 'systemd 240-256',
      },
      {
        literal: 'failed to load properly',
        regex: /Unit (?<unit>[\w@.:\\-]{1,120}) failed to load properly/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to schedule restart job',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): Failed to schedule restart job:/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to determine ',
        regex: /Failed to determine (?:user credentials|group credentials|supplementary groups):/,
        versions: 'systemd 229-256',
      },
      {
        literal: 'Failed to set up mount namesp',
        regex: /Failed to set up mount namespacing:/,
        versions: 'systemd 229-256',
      },
      {
        literal: 'Failed to run',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}\.service): Failed to run '[\w-]{3,20}' task: (?!Cannot allocate|Resource temp)(?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'contradicts existing jobs',
        regex: /Requested transaction contradicts existing jobs/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'already active, refusing',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.socket): Socket service (?<service>\S{1,120}) already active, refusing/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'wap process exited, code=',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.swap): [Ss]wap process exited, code=(?:exited|killed),? status=(?!0\b)\d/,
        versions: 'systemd 219-256',
      },
      {
        literal: ' after start: ',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}): (?:Can't open|PID file) (?:PID file )?(?<path>\S{1,200})[^\n]{0,30} after start: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 231-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "What the unit's file asks for is missing or contradicts something else, so the unit does not run as meant.",
      zh: '单元文件所需内容缺失或互相矛盾，单元无法按预期运行。',
    },
    usualCauses: {
      en: 'A removed file or package, a faulty drop-in, dependencies that form a circle.',
      zh: '文件或软件包被删除、错误的 drop-in，或依赖成环。',
    },
    firstCheck: {
      en: '`systemctl cat UNIT`, `systemd-analyze verify UNIT`',
      zh: '`systemctl cat 单元`、`systemd-analyze verify 单元`',
    },
    remedy: { en: 'Restore the file, correct the drop-in, cut the circle.', zh: '恢复文件、修正 drop-in、打断循环。' },
    source: ['systemd/systemd:src/core/service.c', 'systemd/systemd:src/core/transaction.c'],
    matches: [
      'systemd[1]: kubelet.service: Failed to load environment files: No such file or directory',
      'systemd[1]: kubelet.service: Service has no ExecStart=, ExecStop=, or SuccessAction=. Refusing.',
      'systemd[1733]: kubelet.service: Failed to execute command: No such file or directory',
      'systemd[1]: docker.service: Found ordering cycle on network-online.target/start',
      'systemd[1]: local-fs.target: Job var-lib-docker.mount/start deleted to break ordering cycle starting with local-fs.target/start',
      'Failed to start kubelet.service: Unit kubelet.service has a bad unit file setting.',
      'systemd[1]: systemd-logind.service: Failed to schedule restart job: Unit systemd-logind.service failed to load properly: Transport endpoint is not connected.',
      'systemd[1]: docker.service: Failed to schedule restart job: Unit docker.socket not found.',
      'systemd[1733]: kubelet.service: Failed to determine user credentials: No such process',
      'systemd[1733]: chronyd.service: Failed to set up mount namespacing: /run/systemd/unit-root/var: No such file or directory',
      "systemd[1]: kubelet.service: Failed to run 'start' task: No such file or directory",
      'systemd[1]: Requested transaction contradicts existing jobs: Transaction is destructive.',
      'systemd[1]: docker.socket: Socket service docker.service already active, refusing.',
      'systemd[1]: dev-sdb1.swap: Swap process exited, code=exited, status=255/EXCEPTION',
      "systemd[1]: docker.service: Can't open PID file /run/docker.pid (yet?) after start: No such file or directory",
    ],
    mustNotMatch: ['systemd[1]: Started kubelet: The Kubernetes Node Agent.'],
  },
  {
    id: 'mount-unit-failed',
    title: { en: 'A file system could not be mounted at start', zh: '启动时文件系统挂载失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'ount process exited, code=',
        regex:
          /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount):? [Mm]ount process exited, code=(?:exited|killed),? status=(?!0\b)(?<status>\d{1,3})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to mount /',
        regex: /Failed to mount (?<path>\/\S{0,200}?)\.(?=\s|$)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed unmounting',
        regex: /Failed unmounting (?<path>\/\S{0,200}?)\.?(?=\s|$)/,
        versions: 'systemd 219-256',
      },
      { literal: 'You are in emergency mode', regex: /You are in emergency mode/, versions: 'systemd 219-256' },
      {
        literal: 'Failed to check directory',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): Failed to check directory (?<path>\/\S{0,200}?):/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'ounting timed out.',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): (?:Rem|M)ounting timed out\./,
        versions: 'systemd 208-256',
      },
      {
        literal: '.mount: Unmounting timed out.',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): Unmounting timed out\./,
        versions: 'systemd 208-256',
      },
      {
        literal: 'Mount process timed out.',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): Mount process timed out\./,
        versions: 'systemd 208-256',
      },
      {
        literal: 'Mount process still around',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): Mount process still around after SIGKILL/,
        versions: 'systemd 208-256',
      },
      {
        literal: 'process finished, but there is no',
        regex: /(?<![\w@.:\\-])(?<unit>[\w@.:\\-]{1,160}\.mount): Mount process finished, but there is no mount/,
        versions: 'systemd 229-256',
      },
      {
        literal: 'A start job is running for /dev',
        regex: /A start job is running for (?<device>\/dev\/\S{1,160}) \([\dminsh ]{2,20}\//,
        versions: 'systemd 208-256',
      },
      {
        literal: 'Reached target Emergency Mode',
        regex: /Reached target (?:emergency\.target - )?Emergency Mode/,
        versions: 'systemd 209-256',
      },
      {
        literal: 'Reached target emergency.target - Emergency Mode',
        regex: /Reached target (?:emergency\.target - )?Emergency Mode/,
        versions: 'systemd 209-256',
      },
      {
        literal: 'Started Emergency Shell',
        regex: /Started (?:emergency\.service - )?Emergency Shell/,
        versions: 'systemd 209-256',
      },
      {
        literal: 'Started emergency.service - Emergency Shell',
        regex: /Started (?:emergency\.service - )?Emergency Shell/,
        versions: 'systemd 209-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Something that stands in fstab or a mount unit is not there; what depends on it waits or fails.',
      zh: 'fstab 或 mount 单元中的文件系统不可用，依赖它的对象等待或失败。',
    },
    usualCauses: {
      en: 'A missing or damaged disk, a wrong UUID, a file server that does not answer.',
      zh: '磁盘缺失或损坏、UUID 错误，或文件服务器无响应。',
    },
    firstCheck: {
      en: '`systemctl status PATH.mount`, `lsblk -f`, `/etc/fstab`',
      zh: '`systemctl status 路径.mount`、`lsblk -f`、`/etc/fstab`',
    },
    remedy: {
      en: 'Repair disk or entry; `nofail` for what the node can do without.',
      zh: '修复磁盘或条目；非必需项加 `nofail`。',
    },
    source: ['systemd/systemd:src/core/mount.c'],
    matches: [
      'systemd[1]: var-lib-docker.mount: Mount process exited, code=exited, status=32/n/a',
      'systemd[1]: Failed to mount /var/lib/docker.',
      'systemd[1]: Failed unmounting /var/lib/docker.',
      'You are in emergency mode. After logging in, type "journalctl -xb" to view system logs',
      'systemd[1]: data.mount: Failed to check directory /data: Stale file handle',
      'systemd[1]: backup.mount: Mounting timed out. Terminating.',
      'systemd[1]: backup.mount: Unmounting timed out. Terminating.',
      'systemd[1]: backup.mount: Mount process timed out. Killing.',
      'systemd[1]: backup.mount: Mount process still around after SIGKILL. Ignoring.',
      'systemd[1]: home-nfs.mount: Mount process finished, but there is no mount.',
      '[  ***] A start job is running for /dev/disk/by-uuid/7f2a (12s / 1min 30s)',
      'systemd[1]: Reached target Emergency Mode.',
      'systemd[1]: Started Emergency Shell.',
    ],
    mustNotMatch: [
      'systemd[1]: Mounted /var/lib/docker.',
      'systemd[1]: var-lib-docker-overlay2-0a1b2c-merged.mount: Succeeded.',
      'systemd[1]: Stopped target Emergency Mode.',
    ],
  },
  {
    id: 'unit-cgroup-failed',
    title: { en: "systemd cannot make or use a unit's cgroup", zh: 'systemd 无法创建或使用单元的 cgroup' },
    category: 'cgroup',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'control group: No space left',
        regex: /Failed to create \S{1,300} control group: No space left on device/,
        versions: 'systemd 219-238',
      },
      { literal: 'Failed to realize cgroup', regex: /Failed to realize cgroups?/, versions: 'systemd 219-256' },
      {
        literal: ': Failed to create cgroup',
        regex: /(?<unit>[\w@.:\\-]{1,160}): Failed to create cgroup (?<cgroup>\S{1,300}): (?<reason>[^\n]{1,80})/,
        versions: 'systemd 239-256',
      },
      {
        literal: ': Failed to attach ',
        regex:
          /(?<unit>[\w@.:\\-]{1,160}): Failed to attach (?:\w{1,40} )?to cgroup (?<cgroup>\S{1,300}): (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
      {
        literal: "to scope's control group",
        regex: /Failed to add PIDs to scope's control group: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A process has no group of its own to be counted and limited in; the unit or scope does not start.',
      zh: '进程没有用于统计和限制的 cgroup；单元或 scope 无法启动。',
    },
    usualCauses: {
      en: 'Cgroups that leak (each kernel allows 65,535 memory cgroups), a hierarchy that somebody else changed.',
      zh: 'cgroup 泄漏（内核最多 65,535 个内存 cgroup），或层级被他人修改。',
    },
    firstCheck: {
      en: '`cat /proc/cgroups`; `find /sys/fs/cgroup/memory -type d | wc -l`',
      zh: '执行 `cat /proc/cgroups`；`find /sys/fs/cgroup/memory -type d | wc -l`',
    },
    remedy: {
      en: 'Restart what leaks; drop caches or reboot; use a kernel where the leak is cured.',
      zh: '重启泄漏者；释放缓存或重启；使用已修复泄漏的内核。',
    },
    source: ['systemd/systemd:src/core/cgroup.c'],
    matches: [
      'systemd[1]: Failed to create /system.slice/run-1733.scope control group: No space left on device',
      'systemd[1]: Failed to realize cgroups for queued unit user.slice, ignoring: No space left on device',
      'systemd[1]: run-1733.scope: Failed to create cgroup /system.slice/run-1733.scope: No space left on device',
      'systemd[1]: kubelet.service: Failed to attach to cgroup /system.slice/kubelet.service: No such file or directory',
      "systemd[1]: session-812.scope: Failed to add PIDs to scope's control group: No such process",
    ],
    mustNotMatch: ['systemd[1]: Created slice libcontainer container kubepods-burstable-pod5b6d1c7e.slice.'],
  },
];
