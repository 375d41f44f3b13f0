/** What systemd reports about units: failed, restarted too often, late to start or stop, impossible to start (one table, so over 400 lines). */
import type { Signature } from '../signature';

export const systemdSignatures: readonly Signature[] = [
  {
    id: 'systemd-watchdog-timeout',
    title: { en: 'A service missed its watchdog and is killed', zh: '服务未按时喂看门狗，被 systemd 终止' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'atchdog timeout (limit ',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service):? [Ww]atchdog timeout \(limit (?<limit>[^)\n]{1,24})\)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'service watchdog timeout!',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service) watchdog timeout!/,
        versions: 'systemd 208-219',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'limit', unit: 'go' },
    meaning: {
      en: 'The service did not report in time, so systemd killed it; for journald that means the disk did not answer.',
      zh: '服务没有按时上报，被 systemd 终止；若是 journald，说明磁盘没有响应。',
    },
    usualCauses: { en: 'Stalled disk, starved CPU, or the service hangs.', zh: '磁盘停顿、CPU 饥饿或服务本身卡死。' },
    firstCheck: { en: 'Disk latency and hung tasks of those minutes', zh: '这几分钟内的磁盘延迟与 hung task' },
    remedy: { en: 'Cure the stall.', zh: '解决停顿根源。' },
    source: ['systemd/systemd:src/core/service.c', 'https://github.com/systemd/systemd/issues/20473'],
    matches: [
      'systemd[1]: systemd-journald.service watchdog timeout (limit 1min)!',
      'systemd[1]: systemd-journald.service: Watchdog timeout (limit 3min)!',
      'systemd[1]: systemd-journald.service watchdog timeout!',
    ],
    mustNotMatch: ['systemd[1]: Hardware watchdog timeout set to 10min.'],
  },
  {
    id: 'systemd-start-limit',
    title: { en: 'systemd stopped restarting a service', zh: '服务重启过于频繁，systemd 不再重启' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'epeated too quickly',
        regex:
          /(?:(?<unit>[\w@.:\\-]{1,120}\.[a-z]{4,7}):? )?[Ss]tart request repeated too quickly(?: for [\w@.:\\-]{1,120})?/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'start-limit',
        regex: /(?:Failed with result '|Result: |Unit entered failed state: |result ')start-limit(?:-hit)?\b/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Trigger limit hit, refusing',
        regex: /(?<unit>[\w@.:\\-]{1,120}): Trigger limit hit, refusing further activation/,
        versions: 'systemd 230-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The service failed too often in a short time; it stays down until somebody starts it.',
      zh: '服务短时间内失败次数过多，将一直停着，直到人工启动。',
    },
    usualCauses: {
      en: 'A persistent fault right after start: configuration, certificate, swap, missing file or runtime.',
      zh: '启动即失败的持续性问题：配置、证书、swap、缺文件或运行时。',
    },
    firstCheck: {
      en: 'The first failure of the run: `journalctl -u UNIT`',
      zh: '查这一轮的第一次失败：`journalctl -u 单元名`',
    },
    remedy: {
      en: 'Cure that failure, then `systemctl reset-failed UNIT && systemctl start UNIT`.',
      zh: '解决后执行 `systemctl reset-failed 单元名 && systemctl start 单元名`。',
    },
    source: ['systemd/systemd:src/core/unit.c', 'systemd/systemd:src/core/service.c'],
    matches: [
      'systemd[1]: start request repeated too quickly for docker.service',
      'Aug 21 01:19:45 node-8 systemd[1]: kubelet.service: Start request repeated too quickly.',
      "systemd[1]: kubelet.service: Failed with result 'start-limit-hit'.",
      '   Active: failed (Result: start-limit) since Thu 2021-05-13 10:27:51 CST; 2min ago',
      'systemd[1]: docker.socket: Trigger limit hit, refusing further activation.',
    ],
    mustNotMatch: ["systemd[1]: kubelet.service: Failed with result 'exit-code'.", 'StartLimitBurst=5'],
  },
  {
    id: 'systemd-main-exited',
    title: { en: 'The main process of a unit ended abnormally', zh: '单元的主进程异常退出' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'ain process exited, code=',
        regex:
          /(?:(?<unit>[\w@.:\\-]{1,120}\.service):? )?[Mm]ain process exited, code=(?<code>exited|killed|dumped), status=(?!0\/SUCCESS|0$|15\/TERM)(?<status>\d{1,3})(?:\/(?<name>[A-Z\d_]{1,24}|n\/a))?/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A daemon died: 9/KILL is the OOM killer or an operator, 6/ABRT a watchdog or Go abort, 2 often a Go panic, 1 and 255 its own error.',
      zh: '守护进程退出：9/KILL 是 OOM 或人为，6/ABRT 是看门狗或 Go 崩溃，2 常为 Go panic，1 和 255 是自身报错。',
    },
    usualCauses: {
      en: 'Its own last lines tell: configuration, missing resource, panic; or the kernel killed it.',
      zh: '看它最后几行：配置错误、缺资源、panic，或被内核杀掉。',
    },
    firstCheck: { en: '`journalctl -u UNIT` before this line', zh: '`journalctl -u 单元名`，看此行之前' },
    remedy: { en: 'By the error of the daemon.', zh: '按守护进程自身的报错处理。' },
    source: ['systemd/systemd:src/core/service.c'],
    matches: [
      'systemd[1]: docker.service: main process exited, code=killed, status=9/KILL',
      'systemd[1]: kubelet.service: Main process exited, code=exited, status=255/EXCEPTION',
      'systemd[1]: kubelet.service: main process exited, code=exited, status=255/n/a',
      'systemd[1]: containerd.service: Main process exited, code=dumped, status=6/ABRT',
    ],
    mustNotMatch: [
      'systemd[1]: kubelet.service: Main process exited, code=exited, status=0/SUCCESS',
      'systemd[1]: docker.service: main process exited, code=killed, status=15/TERM',
      'systemd[1]: docker.service: Control process exited, code=exited status=1',
    ],
  },
  {
    id: 'systemd-unit-failed',
    title: { en: 'A unit has failed', zh: '单元失败' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'ntered failed state',
        regex: /(?:Unit (?<unit>[\w@.:\\-]{1,120}) entered|(?:[\w@.:\\-]{1,120}: )?Unit entered) failed state/,
        versions: 'systemd 219-237',
      },
      {
        literal: 'Failed with result ',
        regex: /(?<unit>[\w@.:\\-]{1,160}\.[a-z]{4,9}): Failed with result '(?<result>[a-z-]{3,24})'/,
        versions: 'systemd 232-256',
      },
      {
        literal: 'Failed to start ',
        regex:
          /(?:systemd(?:\[\d{1,8}\])?: |\[FAILED\] |FAILED\S{0,8}\] )Failed to start (?![\w.@-]{1,120}: )(?<description>[^\n]{2,160})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to start ',
        regex: /^Failed to start (?<description>[a-z][\w-]{1,40}(?:: The [\w ]{3,60}|(?: [\w-]{2,30}){1,6}))\.\s{0,4}$/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to start ',
        regex:
          /^Failed to start (?:(?<unit>[\w@.:\\-]{1,120}\.(?:service|socket|scope|slice|timer|target)) - )?(?<description>[A-Z][\w @():&.,/+'-]{1,100})\.\s{0,4}$/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to listen on ',
        regex:
          /(?:systemd(?:\[\d{1,8}\])?: |\[FAILED\] |FAILED\S{0,8}\] |^)Failed to listen on (?<description>[^\n]{2,160})\.\s{0,4}$/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'FAILED] Failed to mount ',
        regex: /\[FAILED\] Failed to mount (?<description>[^\n]{2,160})/,
        versions: 'systemd 219-256',
      },
      {
        literal: '.service failed.',
        regex: /(?:^|: )(?<unit>[\w@.:\\-]{1,120}\.service) failed\.\s{0,4}(?=\n|$)/,
        versions: 'systemd 219',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'systemd gave the unit up; the result names the class (exit-code, signal, timeout, oom-kill, watchdog).',
      zh: 'systemd 判定该单元失败；result 指明类别（exit-code、signal、timeout、oom-kill、watchdog）。',
    },
    usualCauses: {
      en: 'Its process ended abnormally or did not become ready.',
      zh: '其进程异常退出，或没有按时就绪。',
    },
    firstCheck: {
      en: '`systemctl status UNIT`, `journalctl -u UNIT`',
      zh: '`systemctl status 单元名`、`journalctl -u 单元名`',
    },
    remedy: { en: 'By the error of the process.', zh: '按进程自身报错处理。' },
    source: ['systemd/systemd:src/core/unit.c', 'systemd/systemd:src/core/job.c'],
    matches: [
      'systemd[1]: kubelet.service failed.',
      'systemd[1]: Unit docker.service entered failed state.',
      'systemd[1]: docker.service: Unit entered failed state.',
      "Aug 21 01:19:45 node-8 systemd[1]: kubelet.service: Failed with result 'exit-code'.",
      'Aug 21 01:19:45 node-8 systemd[1]: Failed to start Kubernetes Kubelet Server.',
      '[FAILED] Failed to start Docker Application Container Engine.',
      '[FAILED] Failed to listen on Docker Socket for the API.',
      '[FAILED] Failed to mount Scratch Disk.',
      'Failed to start Docker Application Container Engine.',
      'Failed to start kubelet.service - Kubelet: The Kubernetes Node Agent.',
      'Failed to start kubelet: The Kubernetes Node Agent.',
      'Failed to start containerd container runtime.',
      'systemd[1]: Failed to listen on Docker Socket for the API.',
    ],
    mustNotMatch: [
      '"Failed to start cAdvisor" err="inotify_add_watch /sys/fs/cgroup: no space left on device"',
      'Failed to start docker.service: Unit docker.service not found.',
      'F0513 10:27:51.118001    2211 kubelet.go:1384] Failed to start ContainerManager failed to get rootfs info',
    ],
  },
  {
    id: 'systemd-device-timeout',
    title: { en: 'A device did not appear in time', zh: '设备未按时出现' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Timed out waiting for device ',
        regex: /Timed out waiting for device (?<device>[^\n]{1,160}?)\.?\s{0,4}(?=\n|$)/,
        versions: 'systemd 219-256',
      },
      {
        literal: '.device/start timed out',
        regex: /Job (?<device>[\w@.:\\-]{1,120})\.device\/start timed out/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 90_000 },
    meaning: {
      en: 'A unit needs a disk or partition that the kernel has not shown for 90 s (or x-systemd.device-timeout).',
      zh: '某单元所需的磁盘或分区在 90 秒（或 x-systemd.device-timeout）内未被内核发现。',
    },
    usualCauses: {
      en: 'A wrong or stale entry in /etc/fstab, a disk that was detached or is broken, LVM or RAID that was not assembled.',
      zh: '/etc/fstab 条目错误或过期、磁盘被卸下或损坏，LVM 或 RAID 未组装。',
    },
    firstCheck: { en: '`lsblk -f` against `/etc/fstab`', zh: '对照 `lsblk -f` 与 `/etc/fstab`' },
    remedy: {
      en: 'Correct the entry or bring the disk back; `nofail` for what the node can do without.',
      zh: '更正条目或恢复磁盘；非必需的盘加 `nofail`。',
    },
    source: ['systemd/systemd:src/core/device.c', 'systemd/systemd:src/core/job.c'],
    matches: [
      'systemd[1]: Timed out waiting for device dev-vdb.device.',
      'systemd[1]: Timed out waiting for device /dev/disk/by-uuid/11d2-8f3a.',
      'systemd[1]: Job dev-vdb1.device/start timed out.',
      'systemd[1]: dev-vdb1.device: Job dev-vdb1.device/start timed out.',
    ],
    mustNotMatch: ['systemd[1]: Job data.mount/start timed out.', 'Timed out waiting for reply from 10.0.0.9:123'],
  },
  {
    id: 'systemd-dependency-failed',
    title: { en: 'A unit was not started: a dependency failed', zh: '依赖失败，单元未启动' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Dependency failed for ',
        regex: /Dependency failed for (?<description>[^\n]{1,160})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'failed with result ',
        regex: /Job (?<unit>[\w@.:\\-]{1,120})\/\w{3,16} failed with result 'dependency'/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'Something this unit needs failed or did not appear.',
      zh: '该单元所依赖的单元失败或设备没有出现。',
    },
    usualCauses: { en: 'A mount, device or daemon that failed before.', zh: '之前失败的挂载、设备或守护进程。' },
    firstCheck: {
      en: '`systemctl list-dependencies --failed`, the failure just before',
      zh: '查前一条失败；`systemctl --failed`',
    },
    remedy: { en: 'Cure the other unit.', zh: '先解决被依赖的单元。' },
    source: ['systemd/systemd:src/core/job.c', 'systemd/systemd:src/core/device.c'],
    matches: [
      'systemd[1]: Dependency failed for Docker Application Container Engine.',
      "systemd[1]: docker.service: Job docker.service/start failed with result 'dependency'.",
    ],
    mustNotMatch: [
      "systemd[1]: Job docker.service/start failed with result 'timeout'.",
      'dependency resolution failed for chart',
    ],
  },
  {
    id: 'systemd-restart-scheduled',
    title: { en: 'A service is restarted automatically', zh: '服务将被自动重启' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    emitters: ['systemd'],
    wordings: [
      {
        literal: ', scheduling restart',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}\.service):? (?:Service )?(?:hold-?off time over|RestartSec=\S{1,20} expired), scheduling restart/,
        versions: 'systemd 219-246',
      },
      {
        literal: 'Scheduled restart job',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}\.service): Scheduled restart job, restart counter is at (?<restarts>\d)(?!\d)/,
        versions: 'systemd 235-256',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'systemd starts the service again after it ended; a growing counter is a crash loop.',
      zh: '服务结束后 systemd 再次拉起；计数持续增长就是反复崩溃。',
    },
    usualCauses: { en: 'The exit reported just before.', zh: '前面刚报告的退出。' },
    firstCheck: { en: 'The "Main process exited" lines', zh: '查 "Main process exited" 日志' },
    remedy: { en: 'Cure the exit.', zh: '解决退出原因。' },
    source: ['systemd/systemd:src/core/service.c'],
    matches: [
      'systemd[1]: docker.service holdoff time over, scheduling restart.',
      'systemd[1]: kubelet.service: Service hold-off time over, scheduling restart.',
      'systemd[1]: kubelet.service: Service RestartSec=100ms expired, scheduling restart.',
      'systemd[1]: kubelet.service: Scheduled restart job, restart counter is at 5.',
    ],
    mustNotMatch: [
      'systemd[1]: Stopped Kubernetes Kubelet Server.',
      'systemd[1]: kubelet.service: Scheduled restart job, restart counter is at 812.',
    ],
  },
  {
    id: 'systemd-restart-loop',
    title: { en: 'A service ends again and again', zh: '服务反复退出' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Scheduled restart job',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): Scheduled restart job, restart counter is at (?<restarts>\d{2,9})/,
        versions: 'systemd 235-256',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'systemd has started this service ten times or more since somebody last started it by hand, and it ended each time.',
      zh: '自上次人工启动以来，systemd 已将该服务拉起十次以上，每次都又退出。',
    },
    usualCauses: {
      en: 'Its configuration, certificates or store are broken; a kubelet of a node that has not joined yet.',
      zh: '配置、证书或存储损坏；或 kubelet 所在节点尚未加入集群。',
    },
    firstCheck: {
      en: 'The last lines of the service before "Main process exited"',
      zh: '看 "Main process exited" 之前该服务的最后几行',
    },
    remedy: { en: 'Cure what ends it.', zh: '解决其退出原因。' },
    source: ['systemd/systemd:src/core/service.c'],
    matches: ['systemd[1]: kubelet.service: Scheduled restart job, restart counter is at 812.'],
    mustNotMatch: ['systemd[1]: kubelet.service: Scheduled restart job, restart counter is at 5.'],
  },
  {
    id: 'systemd-stop-timeout',
    title: { en: 'A unit did not stop in time', zh: '单元未能按时停止' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'timed out.',
        regex:
          /(?<unit>[\w@.:\\-]{1,180}\.(?:service|scope|mount|socket|slice|swap)):? (?:State '?)?(?:stop|final|stop-final)-(?:sigterm|sigkill|sigabrt|watchdog|post)'? timed out\./,
        versions: 'systemd 219-256',
      },
      {
        literal: 'topping timed out',
        regex: /(?<unit>[\w@.:\\-]{1,180}\.(?:service|scope|mount|socket|slice|swap)):? [Ss]topping timed out/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 90_000 },
    meaning: {
      en: 'The processes of the unit did not end within the stop timeout (90 s by default); systemd uses force now.',
      zh: '单元的进程在停止超时（默认 90 秒）内没有退出，systemd 将强制处理。',
    },
    usualCauses: {
      en: 'Processes in state D, or a daemon waiting for its containers.',
      zh: '进程处于 D 状态，或守护进程在等容器退出。',
    },
    firstCheck: {
      en: '`systemd-cgls -u UNIT`, state D processes in it',
      zh: '`systemd-cgls -u 单元名`，查其中 D 状态的进程',
    },
    remedy: { en: 'Cure what the processes wait for.', zh: '解决进程等待的对象。' },
    source: ['systemd/systemd:src/core/service.c', 'systemd/systemd:src/core/scope.c'],
    matches: [
      "systemd[1]: docker.service: State 'stop-sigterm' timed out. Killing.",
      'systemd[1]: docker.service stop-sigterm timed out. Killing.',
      'systemd[1]: docker.service stop-final-sigterm timed out. Killing.',
      'systemd[1]: docker-3fd1c0b6a7de.scope: Stopping timed out. Killing.',
    ],
    mustNotMatch: [
      'systemd[1]: docker.service: start operation timed out. Terminating.',
      'stopping containers timed out',
    ],
  },
  {
    id: 'systemd-start-timeout',
    title: { en: 'A unit did not become ready in time', zh: '单元启动超时' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'operation timed out',
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service):? (?:[Ss]tart|[Rr]eload)(?:-pre|-post)? operation timed out/,
        versions: 'systemd 219-256',
      },
      {
        literal: '/start timed out',
        regex: /Job (?<unit>(?![\w@.:\\-]{1,110}\.device\/)[\w@.:\\-]{1,120})\/start timed out/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Timed out starting',
        regex: /Timed out starting (?<description>[^\n]{2,120}?)\.?\s{0,4}$/,
        versions: 'systemd 219-256',
      },
      {
        literal: "State 'start",
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): State '(?:start|start-pre|start-post|auto-restart)' timed out/,
        versions: 'systemd 229-256',
      },
      {
        literal: ".service: State 'auto-restart' timed out",
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): State '(?:start|start-pre|start-post|auto-restart)' timed out/,
        versions: 'systemd 229-256',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 90_000 },
    meaning: {
      en: 'The service did not report ready within the start timeout (90 s by default) and is ended.',
      zh: '服务在启动超时（默认 90 秒）内没有就绪，被终止。',
    },
    usualCauses: {
      en: 'It waits for something: the iptables lock, containerd, storage, thousands of containers to load.',
      zh: '它在等别的：iptables 锁、containerd、存储，或要加载大量容器。',
    },
    firstCheck: { en: 'Last lines of the unit before this one', zh: '看该单元此前最后几行' },
    remedy: {
      en: 'Cure the wait; raise TimeoutStartSec if the work is just large.',
      zh: '解决等待；若只是工作量大，调大 TimeoutStartSec。',
    },
    source: ['systemd/systemd:src/core/service.c', 'https://github.com/moby/moby/issues/39015'],
    matches: [
      'systemd[1]: docker.service start operation timed out. Terminating.',
      'systemd[1]: kubelet.service: Start-pre operation timed out. Terminating.',
      'systemd[1]: containerd.service: start operation timed out. Terminating.',
      'systemd[1]: Job data.mount/start timed out.',
      'systemd[1]: Timed out starting Docker Application Container Engine.',
      "systemd[1]: kubelet.service: State 'start-pre' timed out. Terminating.",
    ],
    mustNotMatch: [
      'operation timeout: context deadline exceeded',
      "systemd[1]: docker.service: State 'stop-sigterm' timed out. Killing.",
    ],
  },
  {
    id: 'systemd-sigkill-survivors',
    title: { en: 'Processes survived SIGKILL', zh: '进程在 SIGKILL 后仍存活' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'rocesses still around after',
        regex: /(?:(?<unit>[\w@.:\\-]{1,180}\.[a-z]{4,9}):? )?[Pp]rocesses still around after (?:final )?SIGKILL/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'left-over process',
        regex:
          /(?<unit>[\w@.:\\-]{1,120}): Found left-over process (?<pid>\d{1,8}) \((?<process>[^)\n]{1,32})\) in control group while (?:starting|stopping) unit/,
        versions: 'systemd 240-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Processes of the unit are stuck in the kernel; not even SIGKILL ends them.',
      zh: '单元的进程卡在内核里，SIGKILL 也杀不掉。',
    },
    usualCauses: { en: 'Storage or NFS that does not answer, or a kernel lock.', zh: '存储或 NFS 无响应，或内核锁。' },
    firstCheck: {
      en: '`ps -eo pid,stat,wchan:30,cmd | grep " D"`',
      zh: '执行 `ps -eo pid,stat,wchan:30,cmd | grep " D"`',
    },
    remedy: { en: 'Cure the storage; otherwise reboot the node.', zh: '修复存储，否则重启节点。' },
    source: ['systemd/systemd:src/core/service.c'],
    matches: [
      'systemd[1]: docker.service: Processes still around after final SIGKILL. Entering failed mode.',
      'systemd[1]: kubelet.service: Processes still around after SIGKILL. Ignoring.',
      'systemd[1]: docker.service: Found left-over process 4711 (dockerd) in control group while starting unit. Ignoring.',
    ],
    mustNotMatch: ['systemd[1]: kubelet.service: Killing process 811 (java) with signal SIGKILL.'],
  },
  {
    id: 'systemd-oom-in-unit',
    title: { en: 'A process of a unit was killed for memory', zh: '单元内有进程被 OOM 杀掉' },
    category: 'oom',
    severity: 'warning',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'killed by the OOM killer',
        regex: /(?<unit>[\w@.:\\-]{1,180}\.[a-z]{4,9}): A process of this unit has been killed by the OOM killer/,
        versions: 'systemd 243-256',
      },
      {
        literal: 'kernel OOM killer killed',
        regex: /(?<unit>[\w@.:\\-]{1,180}\.[a-z]{4,9}): The kernel OOM killer killed some processes in this unit/,
        versions: 'systemd 253-256',
      },
      {
        literal: 'Failed with result ',
        regex: /(?<unit>[\w@.:\\-]{1,180}\.[a-z]{4,9}): Failed with result 'oom-kill'/,
        versions: 'systemd 243-256',
      },
    ],
    time: { kind: 'instant' },
    sameAs: 'oom-kill',
    meaning: { en: 'Names the unit that lost a process to the OOM killer.', zh: '指出哪个单元有进程被 OOM 杀掉。' },
    usualCauses: { en: 'A memory limit was hit, or the machine had none left.', zh: '达到内存上限，或整机内存耗尽。' },
    firstCheck: { en: 'Kernel lines of the same second', zh: '同一秒的内核日志' },
    remedy: { en: 'As for the OOM kill.', zh: '同 OOM 处理。' },
    source: ['systemd/systemd:src/core/cgroup.c'],
    matches: [
      'systemd[1]: cri-containerd-3fd1c0b6a7de.scope: A process of this unit has been killed by the OOM killer.',
      'systemd[1]: docker.service: The kernel OOM killer killed some processes in this unit.',
      "systemd[1]: docker.service: Failed with result 'oom-kill'.",
    ],
    mustNotMatch: ["systemd[1]: kubelet.service: Failed with result 'signal'."],
  },
  {
    id: 'systemd-oomd-kill',
    title: { en: 'systemd-oomd killed a control group', zh: 'systemd-oomd 杀掉了一个 cgroup' },
    category: 'oom',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'due to memory pressure for',
        regex:
          /Killed (?<cgroup>[^\s]{0,300}?\/(?<unit>[\w@.:\\-]{1,200}\.(?:service|scope))|\S{1,300}) due to memory pressure for (?<watched>\S{1,300}) being (?<pressure>[\d.]{1,8})%/,
        versions: 'systemd 247-256',
      },
      {
        literal: 'due to memory used (',
        regex: /Killed (?<cgroup>\S{1,300}) due to memory used \(/,
        versions: 'systemd 247-256',
      },
      {
        literal: 'systemd-oomd killed',
        regex: /(?<unit>[\w@.:\\-]{1,200}\.(?:service|scope|slice)): systemd-oomd killed \d{1,6} process/,
        versions: 'systemd 249-257',
      },
      {
        literal: 'Memory pressure for ',
        regex:
          /Memory pressure for (?<cgroup>\/\S{0,200}) is [\d.]{1,6}% > [\d.]{1,6}% for > \S{1,12} with reclaim activity/,
        versions: 'systemd 247 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The user-space OOM killer ended everything in that control group.',
      zh: '用户态 OOM 杀手结束了该 cgroup 的所有进程。',
    },
    usualCauses: { en: 'Memory pressure lasted longer than oomd allows.', zh: '内存压力持续时间超过 oomd 的阈值。' },
    firstCheck: { en: '`oomctl`', zh: '执行 `oomctl`' },
    remedy: {
      en: 'Exclude kubepods and node daemons from systemd-oomd.',
      zh: '把 kubepods 与节点守护进程排除在 systemd-oomd 之外。',
    },
    source: ['systemd/systemd:src/oom/oomd-manager.c'],
    matches: [
      'systemd-oomd[711]: Memory pressure for /system.slice is 83.10% > 80.00% for > 20s with reclaim activity',
      'systemd-oomd[711]: Killed /kubepods.slice/kubepods-burstable.slice due to memory pressure for /kubepods.slice being 71.21% > 60.00% for > 20s with reclaim activity',
      'systemd-oomd[711]: Killed /system.slice/docker.service due to memory used (16711098368) / total (16711200768) and swap used (2147401728) / total (2147479552) being more than 90.00%',
      'systemd[1]: kubelet.service: systemd-oomd killed 14 process(es) in this unit.',
    ],
    mustNotMatch: [
      'systemd-oomd[711]: Memory pressure for /kubepods.slice is 40.1%',
      'systemd[1]: Started Userspace Out-Of-Memory (OOM) Killer.',
    ],
  },
  {
    id: 'systemd-exec-failed',
    title: { en: 'A unit cannot be started at all', zh: '单元根本无法启动' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Failed at step ',
        regex: /Failed at step (?<step>[A-Z_]{2,24}) spawning (?<path>\S{1,200}?): (?<reason>[^\n]{1,120})/,
        versions: 'systemd 219-256',
      },
      {
        literal: ' is masked.',
        regex: /\bUnit (?:file )?(?<unit>[\w@.:\\-]{1,120}) is masked\./,
        versions: 'systemd 219-256',
      },
      {
        literal: '.service not found.',
        regex: /\bUnit (?<unit>[\w@.:\\-]{1,120}\.service) not found\./,
        versions: 'systemd 219-256',
      },
      {
        literal: 'control process exited, code=',
        regex:
          /(?:(?<unit>[\w@.:\\-]{1,120}\.service):? )?control process exited, code=(?:exited|killed|dumped),? status=(?!0\b)(?<status>\d{1,3})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'ontrol process exited, code=',
        regex:
          /(?:(?<unit>[\w@.:\\-]{1,120}\.service):? )?Control process exited, code=(?:exited|killed|dumped),? status=(?!0\b)(?<status>\d{1,3})/,
        versions: 'systemd 229-256',
      },
      {
        literal: 'Failed to create listening socket',
        regex: /Failed to create listening socket(?: \((?<path>[^)\n]{1,120})\))?: (?<reason>[^\n]{1,120})/,
        versions: 'systemd 240-256',
      },
      {
        literal: 'oad environment files',
        regex: /Failed to load environment files: (?<reason>[^\n]{1,120})/,
        versions: 'systemd 208 and later',
      },
      {
        literal: " failed to run 'start",
        regex:
          /(?<unit>[\w@.:\\-]{1,120}\.\w{4,9}):? failed to run 'start(?:-pre|-post)?' task: (?<reason>[^\n]{1,120})/i,
        versions: 'systemd 208 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The program of the unit is missing, not executable or forbidden, its preparing step failed, or the unit does not exist.',
      zh: '单元的程序缺失、不可执行或被禁止，预处理步骤失败，或单元不存在。',
    },
    usualCauses: {
      en: 'A removed package, a wrong path, a missing user or directory, SELinux, a masked unit.',
      zh: '软件包被删除、路径错误、用户或目录缺失、SELinux、单元被屏蔽。',
    },
    firstCheck: {
      en: '`systemctl cat UNIT`; run its ExecStart by hand.',
      zh: '`systemctl cat 单元名`；手工执行其 ExecStart。',
    },
    remedy: { en: 'Install what is missing; unmask; correct the unit.', zh: '安装缺失项；解除屏蔽；修正单元。' },
    source: ['systemd/systemd:src/core/execute.c', 'systemd/systemd:src/core/service.c'],
    matches: [
      'systemd[1]: kubelet.service: Failed to load environment files: No such file or directory',
      "systemd[1]: kubelet.service failed to run 'start-pre' task: No such file or directory",

      'systemd[1]: kubelet.service: Failed at step EXEC spawning /usr/bin/kubelet: No such file or directory',
      'Failed to start docker.service: Unit docker.service is masked.',
      'Failed to restart kubelet.service: Unit kubelet.service not found.',
      'systemd[1]: docker.service: control process exited, code=exited status=1',
      'systemd[1]: docker.service: Control process exited, code=exited, status=1/FAILURE',
      'systemd[1]: docker.socket: Failed to create listening socket (/var/run/docker.sock): Address already in use',
    ],
    mustNotMatch: [
      'systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE',
      'systemd[1]: docker.service: Control process exited, code=exited status=0',
    ],
  },
];
