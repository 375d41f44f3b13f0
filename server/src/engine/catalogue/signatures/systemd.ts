/** What systemd, journald and rsyslog report about units and about their own logs (one table, so over 400 lines). */
import type { Signature } from '../signature';

export const systemdSignatures: readonly Signature[] = [
  {
    id: 'journald-suppressed',
    title: { en: 'journald dropped messages of a unit', zh: 'journald 丢弃了某单元的日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['journald'],
    wordings: [
      {
        literal: ' messages from ',
        regex: /Suppressed (?<count>\d{1,9}) messages from (?:\/[\w./@:\\-]{0,200}\/)?(?<unit>[\w@.:\\-]{1,128})/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'That many lines of the unit are LOST: what is not in the log may have happened all the same.',
      zh: '该单元有这么多行日志已丢失：日志里没有不代表没发生。',
    },
    usualCauses: { en: 'An error that repeats faster than the rate limit allows.', zh: '某个报错刷屏，超过速率限制。' },
    firstCheck: { en: 'What the unit prints most in the seconds before', zh: '看该单元在此前几秒刷的是什么' },
    remedy: {
      en: 'Cure the repeated error; raise RateLimitBurst for kubelet and runtime.',
      zh: '解决刷屏的报错；为 kubelet 和运行时调大 RateLimitBurst。',
    },
    source: ['systemd/systemd:src/journal/journald-server.c'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Suppressed 5331 messages from /system.slice/docker.service',
      'Suppressed 211 messages from kubelet.service',
    ],
    mustNotMatch: ['net_ratelimit: 211 callbacks suppressed'],
  },
  {
    id: 'journald-kmsg-missed',
    title: { en: 'journald lost kernel messages', zh: 'journald 漏掉了内核日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      { literal: ' kernel messages', regex: /Missed (?<count>\d{1,9}) kernel messages/, versions: 'systemd 219-256' },
      {
        literal: 'buffer overrun, some messages lost',
        regex: /\/dev\/kmsg buffer overrun, some messages lost/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Kernel lines are missing in the journal.', zh: '日志里缺少部分内核消息。' },
    usualCauses: { en: 'A flood of kernel lines, or journald stood still.', zh: '内核日志刷屏，或 journald 停顿。' },
    firstCheck: { en: '`dmesg` or the console log for the gap', zh: '用 `dmesg` 或控制台日志补齐' },
    remedy: { en: 'Cure the flood.', zh: '解决刷屏来源。' },
    source: ['systemd/systemd:src/journal/journald-kmsg.c'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Missed 311 kernel messages',
      '/dev/kmsg buffer overrun, some messages lost.',
    ],
    mustNotMatch: ['Forwarding 311 kernel messages'],
  },
  {
    id: 'journald-corrupt',
    title: { en: 'A journal file was not closed properly', zh: '日志文件未正常关闭或已损坏' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      {
        literal: 'corrupted or uncleanly shut down',
        regex: /File (?<path>\S{1,240}) corrupted or uncleanly shut down/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Journal file corrupted, rotating',
        regex: /(?:(?<path>\/\S{1,200}): )?Journal file corrupted, rotating/,
        versions: 'systemd 229-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The machine or journald ended without closing its file: a crash boundary.',
      zh: '机器或 journald 没有正常关闭文件就结束了，这是一次崩溃的分界线。',
    },
    usualCauses: {
      en: 'Crash, power loss, forced reset, or journald killed by its watchdog.',
      zh: '崩溃、掉电、强制复位，或 journald 被看门狗杀掉。',
    },
    firstCheck: {
      en: 'Last lines of the boot before: `journalctl -b -1 -e`',
      zh: '上次开机的最后日志：`journalctl -b -1 -e`',
    },
    remedy: { en: 'None for the file; look for why the machine went down.', zh: '文件无需处理，应查机器为何宕机。' },
    source: ['systemd/systemd:src/shared/journal-file-util.c'],
    matches: [
      'systemd-journald[331]: /var/log/journal/3c7c/system.journal: Journal file corrupted, rotating.',
      'systemd-journald[411]: File /var/log/journal/1b2c3d4e/system.journal corrupted or uncleanly shut down, renaming and replacing.',
    ],
    mustNotMatch: ['journal corrupted while reading pod checkpoint'],
  },
  {
    id: 'journald-write-failed',
    title: { en: 'journald cannot write its log', zh: 'journald 写日志失败' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['journald'],
    wordings: [
      {
        literal: 'ailed to write entry',
        regex:
          /Failed to write entry (?:to (?<path>\S{1,240}) )?\(\d{1,9} items, \d{1,12} bytes\)[^\n]{0,60}: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Log lines are being lost because they cannot be stored.', zh: '日志无法落盘，正在丢失。' },
    usualCauses: { en: 'Disk full, read-only or failing.', zh: '磁盘写满、变为只读或故障。' },
    firstCheck: { en: '`df -h /var/log`, `dmesg` for disk errors', zh: '`df -h /var/log`，`dmesg` 中的磁盘错误' },
    remedy: { en: 'Free or repair the disk.', zh: '清理或修复磁盘。' },
    source: ['systemd/systemd:src/journal/journald-server.c'],
    matches: [
      'systemd-journald[411]: Failed to write entry (22 items, 711 bytes), ignoring: Read-only file system',
      'Failed to write entry to /var/log/journal/1b2c3d4e/system.journal (23 items, 811 bytes) despite vacuuming, ignoring: No space left on device',
    ],
    mustNotMatch: ['Failed to write entry to cache: nil'],
  },
  {
    id: 'journald-restarted',
    title: { en: 'journald stopped or started', zh: 'journald 停止或启动' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      { literal: 'Journal stopped', regex: /(?:^|: )Journal stopped\s{0,4}$/, versions: 'systemd 219-256' },
      { literal: 'Journal started', regex: /(?:^|: )Journal started\s{0,4}$/, versions: 'systemd 219-256' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Normal at boot; in the middle of a boot it cuts the output pipes of old docker and containerd releases.',
      zh: '开机时正常；运行中重启会断开旧版 docker/containerd 的输出管道。',
    },
    usualCauses: { en: 'Boot, an upgrade of systemd, or the watchdog.', zh: '开机、升级 systemd 或看门狗触发。' },
    firstCheck: {
      en: 'Watchdog lines before; daemons that log through stdout',
      zh: '之前的看门狗日志；通过 stdout 打日志的守护进程',
    },
    remedy: { en: 'Restart daemons that lost their pipe.', zh: '重启失去管道的守护进程。' },
    source: ['systemd/systemd:src/journal/journald.c', 'https://github.com/moby/moby/issues/36464'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Journal stopped',
      'May 13 10:27:52 node-17 systemd-journald[4431]: Journal started',
    ],
    mustNotMatch: ['Started Journal Service.', 'Journal stopped accepting orders'],
  },
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
    ],
    mustNotMatch: ["systemd[1]: kubelet.service: Failed with result 'exit-code'.", 'StartLimitBurst=5'],
  },
  {
    id: 'systemd-main-exited',
    title: { en: 'The main process of a unit ended abnormally', zh: '单元的主进程异常退出' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
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
        regex:
          /^Failed to start (?:(?<unit>[\w@.:\\-]{1,120}\.(?:service|socket|scope|slice|timer|target)) - )?(?<description>[A-Z][\w @():&.,/+'-]{1,100})\.\s{0,4}$/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to listen on ',
        regex: /(?:systemd(?:\[\d{1,8}\])?: |^)Failed to listen on (?<description>[^\n]{2,160})\.\s{0,4}$/,
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
      'Failed to start Docker Application Container Engine.',
      'Failed to start kubelet.service - Kubelet: The Kubernetes Node Agent.',
      'systemd[1]: Failed to listen on Docker Socket for the API.',
    ],
    mustNotMatch: [
      '"Failed to start cAdvisor" err="inotify_add_watch /sys/fs/cgroup: no space left on device"',
      'Failed to start docker.service: Unit docker.service not found.',
      'F0513 10:27:51.118001    2211 kubelet.go:1384] Failed to start ContainerManager failed to get rootfs info',
    ],
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
        literal: 'Timed out waiting for device ',
        regex: /Timed out waiting for device (?<device>[^\n]{1,160}?)\.?\s{0,4}(?=\n|$)/,
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
      'systemd[1]: Timed out waiting for device dev-vdb1.device.',
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
        regex: /(?<unit>[\w@.:\\-]{1,120}\.service): Scheduled restart job, restart counter is at (?<restarts>\d{1,9})/,
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
    mustNotMatch: ['systemd[1]: Stopped Kubernetes Kubelet Server.'],
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
          /(?<unit>[\w@.:\\-]{1,180}\.(?:service|scope|mount|socket|slice|swap)):? (?:State '?)?(?:stop|final)-(?:sigterm|sigkill|sigabrt|watchdog|post)'? timed out\./,
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
        regex: /Job (?<unit>[\w@.:\\-]{1,120})\/start timed out/,
        versions: 'systemd 219-256',
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
      'systemd[1]: Job dev-vdb1.device/start timed out.',
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
          /Killed (?<cgroup>\S{1,300}) due to memory pressure for (?<watched>\S{1,300}) being (?<pressure>[\d.]{1,8})%/,
        versions: 'systemd 247-256',
      },
      {
        literal: 'due to memory used (',
        regex: /Killed (?<cgroup>\S{1,300}) due to memory used \(/,
        versions: 'systemd 247-256',
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
      'systemd-oomd[711]: Killed /kubepods.slice/kubepods-burstable.slice due to memory pressure for /kubepods.slice being 71.21% > 60.00% for > 20s with reclaim activity',
      'systemd-oomd[711]: Killed /system.slice/docker.service due to memory used (16711098368) / total (16711200768) and swap used (2147401728) / total (2147479552) being more than 90.00%',
    ],
    mustNotMatch: ['systemd-oomd[711]: Memory pressure for /kubepods.slice is 40.1%'],
  },
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
    id: 'rsyslog-rate-limited',
    title: { en: 'rsyslog dropped messages', zh: 'rsyslog 因限速丢弃日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['any'],
    wordings: [
      { literal: 'messages due to rate-limiting', regex: /begin to drop messages due to rate-limiting/ },
      { literal: 'messages lost due to rate-limiting', regex: /(?<count>\d{1,9}) messages lost due to rate-limiting/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: '/var/log/messages has a hole here although the journal may not.',
      zh: '/var/log/messages 在此有缺口，journal 里可能还有。',
    },
    usualCauses: { en: 'A program that prints faster than the limit.', zh: '某程序刷屏超过限速。' },
    firstCheck: { en: '`journalctl` for the same minutes', zh: '用 `journalctl` 看同一时段' },
    remedy: { en: 'Read the journal; raise the rate limit of the input.', zh: '改看 journal；调大该输入的限速。' },
    source: ['rsyslog/rsyslog:runtime/ratelimit.c'],
    matches: [
      'rsyslogd: imjournal: begin to drop messages due to rate-limiting',
      'rsyslogd[811]: imjournal: 5331 messages lost due to rate-limiting (20000 allowed within 600 seconds)',
    ],
    mustNotMatch: ['client-side throttling, rate-limiting requests'],
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
        literal: 'active connections for UID',
        regex: /The maximum number of active connections for UID (?<uidNumber>\d{1,10}) has been reached/,
        versions: 'dbus-daemon 1.6 and later',
      },
      {
        literal: 'Failed to start session scope',
        regex:
          /Failed to start (?:session scope|user (?:slice|service)) [^\n]{1,120}?(?:Connection timed out|Transport endpoint)/,
        versions: 'systemd 219-256',
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
      'dbus-daemon[711]: [system] The maximum number of active connections for UID 0 has been reached',
      'Failed to get properties: Transport endpoint is not connected',
      'Failed to list units: Connection timed out',
      'warning: connection to bus was closed',
      'Failed to get D-Bus connection: Operation not permitted',
      'dial unix /var/run/dbus/system_bus_socket: connect: connection refused',
    ],
    mustNotMatch: [
      'dbus-daemon[711]: [system] Connection has not authenticated soon enough, closing it',
      'http: connection closed by user agent',
    ],
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
    matches: ['systemd-coredump[9120]: Process 2110 (dockerd) of user 0 dumped core.'],
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
    ],
    mustNotMatch: [
      'systemd[1]: docker.service: Failed with result exit-code.',
      'systemd[1]: Failed to start Docker Application Container Engine.',
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
