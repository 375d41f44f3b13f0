/** What supervisors say of the processes they look after: `systemctl status`, supervisord, node health scripts. */
import type { Signature } from '../signature';

export const supervisorSignatures: readonly Signature[] = [
  {
    id: 'unit-status-failed',
    title: { en: 'systemctl status shows a failed unit', zh: 'systemctl status 显示单元失败' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Active: failed',
        regex: /\bActive: failed \(Result: (?<result>[a-z-]{4,24})\)/,
        versions: 'systemd 183 and later',
      },
      {
        literal: 'activating (auto-restart)',
        regex: /\bActive: activating \(auto-restart\)(?: \(Result: (?<result>[a-z-]{4,24})\))?/,
        versions: 'systemd 183 and later',
      },
      {
        literal: 'Service snap.',
        regex: /\bFAIL: {1,4}Service (?<unit>snap\.[\w.-]{1,120}) is not running/,
        versions: 'microk8s inspect',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'When the status was collected the unit had failed, or was waiting to be started once more after a failure.',
      zh: '采集状态时该单元已失败，或失败后正等待再次启动。',
    },
    usualCauses: {
      en: 'Its process ended with an error, was killed, or did not become ready in time.',
      zh: '进程出错退出、被杀，或未及时就绪。',
    },
    firstCheck: { en: '`journalctl -u $UNIT -n 100`', zh: '执行 `journalctl -u $UNIT -n 100`。' },
    remedy: { en: 'Cure what ended the process.', zh: '解决进程终止的原因。' },
    source: ['systemd/systemd:src/systemctl/systemctl-show.c'],
    matches: [
      ' FAIL:  Service snap.microk8s.daemon-containerd is not running',

      '   Active: failed (Result: exit-code) since Fri 2022-05-13 20:25:18 UTC; 6h ago',
      '   Active: activating (auto-restart) (Result: exit-code) since Fri 2022-05-13 20:25:18 UTC; 4s ago',
    ],
    mustNotMatch: [
      '   Active: active (running) since Fri 2022-05-13 10:27:47 CST; 2min 3s ago',
      'Active: failed logins',
    ],
  },
  {
    id: 'unit-status-process-failed',
    title: { en: "A unit's process ended with an error", zh: '单元的进程出错退出' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: '(code=exited, status=',
        regex: /(?:Main PID|Process): (?<pid>\d{1,8})[^\n]{0,400}? ?\(code=exited, status=(?!0\b)(?<status>\d{1,3})/,
        versions: 'systemd 183 and later',
      },
      {
        literal: ', signal=',
        regex:
          /(?:Main PID|Process): (?<pid>\d{1,8})[^\n]{0,400}? ?\(code=(?:killed|dumped), signal=(?!TERM\b)(?<signal>[A-Z0-9]{2,8})/,
        versions: 'systemd 183 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The status tells with which exit status or signal the last process of the unit ended.',
      zh: '状态显示该单元最后一个进程的退出码或信号。',
    },
    usualCauses: {
      en: 'Exit status 4 of iptables: its lock was busy. Signal KILL: the OOM killer or a timeout of systemd.',
      zh: 'iptables 退出码 4：锁被占用。信号 KILL：OOM killer 或 systemd 超时。',
    },
    firstCheck: {
      en: '`journalctl -u $UNIT`: the last lines of that process.',
      zh: '执行 `journalctl -u $UNIT`，看该进程最后的日志。',
    },
    remedy: { en: 'Cure what ended the process.', zh: '解决进程终止的原因。' },
    source: ['systemd/systemd:src/systemctl/systemctl-show.c'],
    matches: [
      ' Main PID: 994 (code=exited, status=4)',
      '  Process: 3841 ExecStart=/usr/bin/kubelet $KUBELET_ARGS (code=exited, status=255)',
      ' Main PID: 2210 (code=killed, signal=KILL)',
    ],
    mustNotMatch: [
      '  Process: 990 ExecStartPre=/bin/chmod 544 /opt/setup.sh (code=exited, status=0/SUCCESS)',
      ' Main PID: 2210 (code=killed, signal=TERM)',
    ],
  },
  {
    id: 'supervised-process-exited',
    title: { en: 'A supervised process ended', zh: '受监护的进程已退出' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    saysNotWhy: true,
    emitters: ['any'],
    wordings: [
      {
        literal: ' (exit status ',
        regex: /\bexited: (?<process>[\w.:-]{1,80}) \(exit status (?<status>\d{1,3}); (?:not )?expected\)/,
        versions: 'supervisord 3 and 4',
      },
      {
        literal: '; not expected)',
        regex:
          /\bexited: (?<process>[\w.:-]{1,80}) \(terminated by (?<signal>SIG[A-Z0-9]{2,8})(?: \(core dumped\))?; not expected\)/,
        versions: 'supervisord 3 and 4',
      },
      {
        literal: 'entered FATAL state',
        regex: /\bgave up: (?<process>[\w.:-]{1,80}) entered FATAL state/,
        versions: 'supervisord 3 and 4',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'supervisord saw this process end and starts it again, unless it gave up.',
      zh: 'supervisord 发现该进程退出并会重新拉起，除非已放弃。',
    },
    usualCauses: {
      en: 'The process failed, or a health check of the node had it restarted.',
      zh: '进程自身失败，或节点健康检查令其重启。',
    },
    firstCheck: { en: "The process's own log just before.", zh: '看该进程此前的日志。' },
    remedy: { en: 'Cure what ended it.', zh: '解决其退出的原因。' },
    source: ['Supervisor/supervisor:supervisor/process.py'],
    matches: [
      '2022-02-28 19:42:33,354 INFO exited: kubelet (exit status 2; not expected)',
      '2022-02-28 19:42:33,354 INFO exited: docker (terminated by SIGKILL; not expected)',
      '2022-02-28 19:42:40,354 INFO gave up: kubelet entered FATAL state, too many start retries too quickly',
    ],
    mustNotMatch: [
      '2022-02-28 19:42:33,354 INFO success: kubelet entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)',
      'exited: the building (exit status unknown)',
    ],
  },
  {
    id: 'container-runtime-unhealthy-restart',
    title: { en: 'The health script restarts the runtime', zh: '健康检查脚本重启运行时' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Docker daemon failed!',
        regex: /Docker daemon failed!/,
        versions: 'health-monitor.sh of GCE and GKE',
      },
      {
        literal: 'Container runtime docker failed',
        regex: /Container runtime docker failed!/,
        versions: 'health-monitor.sh of GCE and GKE',
      },
      {
        literal: 'Container runtime containerd failed',
        regex: /Container runtime containerd failed!/,
        versions: 'health-monitor.sh of GCE and GKE',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A script of the node asked the runtime for a list, got none in sixty seconds, and kills the runtime.',
      zh: '节点脚本向运行时请求列表，六十秒内未得到，将终止运行时。',
    },
    usualCauses: { en: 'A hung runtime.', zh: '运行时卡死。' },
    firstCheck: { en: "The runtime's log in the minutes before.", zh: '看此前几分钟运行时日志。' },
    remedy: { en: 'Cure what the runtime waits for.', zh: '解决运行时所等待的对象。' },
    source: ['kubernetes/kubernetes:cluster/gce/gci/health-monitor.sh'],
    matches: [
      'May 13 10:31:02 node-a health-monitor.sh[1123]: Docker daemon failed!',
      'May 13 10:31:02 node-a health-monitor.sh[1123]: Container runtime containerd failed!',
      'May 13 10:31:02 node-a health-monitor.sh[1123]: Container runtime docker failed!',
    ],
    mustNotMatch: ['Container runtime initialized'],
  },
  {
    id: 'daemon-stack-frame',
    title: { en: 'A dump of the daemon names what hangs', zh: '守护进程转储指出卡住的操作' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'context',
    emitters: ['dockerd', 'containerd', 'any'],
    wordings: [
      {
        literal: 'daemon.(*Daemon).',
        regex:
          /docker\/docker\/(?:v2\/)?daemon\.\(\*Daemon\)\.(?<operation>[A-Za-z]\w{2,60})(?:\.func\d[\w.]{0,20})?\(/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'server.(*criService).',
        regex: /server\.\(\*criService\)\.(?<operation>[A-Za-z]\w{2,60})(?:\.func\d[\w.]{0,20})?\(/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: '/iptables.raw',
        regex: /\/iptables\.raw\w{0,30}\(/,
        versions: 'docker 1.7 and later',
      },
      {
        literal: '/iptables.Raw',
        regex: /\/iptables\.Raw\w{0,30}\(/,
        versions: 'docker 1.7 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A frame of a goroutine dump: which operation of dockerd or containerd this goroutine is in.',
      zh: 'goroutine 转储中的一帧：该 goroutine 正处于 dockerd 或 containerd 的哪个操作。',
    },
    usualCauses: {
      en: 'Somebody asked for the dump because the daemon did not answer, or it panicked.',
      zh: '守护进程无应答时有人触发了转储，或其发生 panic。',
    },
    firstCheck: {
      en: 'The goroutine that holds the lock: not in `semacquire`, of about the same age.',
      zh: '找持锁的 goroutine：不在 `semacquire`、时长相近者。',
    },
    remedy: { en: 'Cure what the holder waits for.', zh: '解决持锁者所等待的对象。' },
    source: ['moby/moby:daemon/daemon.go', 'containerd/containerd:internal/cri/server'],
    matches: [
      'github.com/docker/docker/daemon.(*Daemon).ContainerStop(0xf503476751, 0xe784126544, 0xc, 0x2d, 0x0, 0x0)',
      'github.com/containerd/containerd/v2/internal/cri/server.(*criService).StopPodSandbox(0xc0001, {0x55, 0xc0002}, 0xc0003)',
      'github.com/docker/libnetwork/iptables.raw(0xc820, 0x8, 0x8, 0x0)',
      'github.com/docker/libnetwork/iptables.Raw(0xc820, 0x8, 0x8)',
    ],
    mustNotMatch: ['daemon.(*Daemon) is nil', '/usr/src/docker/daemon/stop.go:24 +0xa8'],
  },
  {
    id: 'alerts-not-sent',
    title: { en: 'Prometheus could not send its alerts', zh: 'Prometheus 告警发送失败' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Error sending alert',
        regex: /Error sending alerts?\b/,
        versions: 'Prometheus 1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The monitoring saw something and could not tell it: alerts of this time are missing.',
      zh: '监控发现了异常但无法通知：该时段的告警缺失。',
    },
    usualCauses: {
      en: 'Alertmanager or the network is down, or Prometheus itself is short of memory or CPU.',
      zh: 'Alertmanager 或网络故障，或 Prometheus 自身内存、CPU 不足。',
    },
    firstCheck: {
      en: 'The pod of Alertmanager; the memory of Prometheus.',
      zh: '看 Alertmanager 的 Pod 与 Prometheus 的内存。',
    },
    remedy: {
      en: 'Bring Alertmanager back; give Prometheus more memory.',
      zh: '恢复 Alertmanager；增加 Prometheus 内存。',
    },
    source: ['prometheus/prometheus:notifier/notifier.go'],
    matches: [
      'time="2017-05-13T21:37:16Z" level=error msg="Error sending alerts: boom" alertmanager="http://alerts.example:80/api/v1/alerts" count=1 source="notifier.go:335"',
      'level=error ts=2022-05-13T21:37:16.118Z caller=notifier.go:527 component=notifier alertmanager=http://alerts.example:9093/api/v2/alerts count=1 msg="Error sending alert" err="boom"',
    ],
    mustNotMatch: ['Error sending mail to root'],
  },
];
