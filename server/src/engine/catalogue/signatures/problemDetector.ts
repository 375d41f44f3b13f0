/** What node-problem-detector says of a node: conditions and events that other programs only hint at. */
import type { Signature } from '../signature';

export const problemDetectorSignatures: readonly Signature[] = [
  {
    id: 'detector-runtime-unhealthy',
    title: {
      en: 'node-problem-detector: runtime or kubelet unhealthy',
      zh: 'node-problem-detector：运行时或 kubelet 不健康',
    },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'ContainerdUnhealthy',
        regex: /\bContainerdUnhealthy\b/,
        versions: 'node-problem-detector 0.8 and later',
      },
      { literal: 'DockerUnhealthy', regex: /\bDockerUnhealthy\b/, versions: 'node-problem-detector 0.8 and later' },
      { literal: 'KubeletUnhealthy', regex: /\bKubeletUnhealthy\b/, versions: 'node-problem-detector 0.8 and later' },
      {
        literal: 'ContainerRuntimeUnhealthy is now: True',
        regex: /ContainerRuntimeUnhealthy is now: True/,
        versions: 'node-problem-detector 0.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Its health checker asked the runtime or kubelet, got no answer in time, and may restart it.',
      zh: '其健康检查未及时得到运行时或 kubelet 的应答，可能会重启它。',
    },
    usualCauses: { en: 'A hung or stopped daemon.', zh: '守护进程卡死或停止。' },
    firstCheck: { en: "The daemon's log in the minutes before.", zh: '看此前几分钟该守护进程的日志。' },
    remedy: { en: 'Cure what the daemon waits for.', zh: '解决守护进程所等待的对象。' },
    source: ['kubernetes/node-problem-detector:config/health-checker-containerd.json'],
    matches: [
      'Warning  ContainerdUnhealthy  2m  health-checker  Node condition ContainerRuntimeUnhealthy is now: True, reason: ContainerdUnhealthy',
      'Warning  DockerUnhealthy  2m  health-checker  boom',
      'Warning  KubeletUnhealthy  2m  health-checker  boom',
    ],
    mustNotMatch: [
      'ContainerRuntimeUnhealthy  False  ContainerRuntimeIsHealthy  Container runtime on the node is functioning properly',
    ],
  },
  {
    id: 'detector-frequent-restart',
    title: { en: 'node-problem-detector: a daemon restarts often', zh: 'node-problem-detector：守护进程频繁重启' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'FrequentKubeletRestart',
        regex: /\bFrequentKubeletRestart\b(?!\s+False)/,
        versions: 'node-problem-detector 0.6 and later',
      },
      {
        literal: 'FrequentDockerRestart',
        regex: /\bFrequentDockerRestart\b(?!\s+False)/,
        versions: 'node-problem-detector 0.6 and later',
      },
      {
        literal: 'FrequentContainerdRestart',
        regex: /\bFrequentContainerdRestart\b(?!\s+False)/,
        versions: 'node-problem-detector 0.6 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 1_200_000 },
    meaning: {
      en: 'The daemon was started five times or more within twenty minutes.',
      zh: '该守护进程二十分钟内启动了五次以上。',
    },
    usualCauses: { en: 'It crashes, fails its health check, or cannot start.', zh: '崩溃、健康检查失败，或无法启动。' },
    firstCheck: {
      en: '`journalctl -u $UNIT | grep -i "main process"`',
      zh: '执行 `journalctl -u $UNIT | grep -i "main process"`。',
    },
    remedy: { en: 'Cure what ends it.', zh: '解决其终止的原因。' },
    source: ['kubernetes/node-problem-detector:config/systemd-monitor-counter.json'],
    matches: [
      'Warning  FrequentKubeletRestart  2m  systemd-monitor  Found 7 matching logs, which meets the threshold of 5',
      'Warning  FrequentDockerRestart  2m  systemd-monitor  Found 5 matching logs, which meets the threshold of 5',
      'Warning  FrequentContainerdRestart  2m  systemd-monitor  Found 5 matching logs, which meets the threshold of 5',
    ],
    mustNotMatch: ['FrequentKubeletRestart   False   NoFrequentKubeletRestart   kubelet is functioning properly'],
  },
  {
    id: 'detector-kernel-deadlock',
    title: { en: 'node-problem-detector: kernel deadlock', zh: 'node-problem-detector：内核死锁' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'KernelDeadlock is now: True',
        regex: /KernelDeadlock is now: True/,
        versions: 'node-problem-detector 0.3 and later',
      },
      { literal: 'AUFSUmountHung', regex: /\bAUFSUmountHung\b/, versions: 'node-problem-detector 0.3 and later' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'It read of a task of docker that the kernel holds in uninterruptible sleep.',
      zh: '检测到 docker 的某个任务被内核置于不可中断睡眠。',
    },
    usualCauses: {
      en: 'A disk or NFS that does not answer, or a lock of the kernel.',
      zh: '磁盘或 NFS 无应答，或内核锁。',
    },
    firstCheck: {
      en: '`dmesg -T | grep "blocked for more than"`',
      zh: '执行 `dmesg -T | grep "blocked for more than"`。',
    },
    remedy: { en: 'Cure the storage; reboot the node.', zh: '修复存储；重启节点。' },
    source: ['kubernetes/node-problem-detector:config/kernel-monitor.json'],
    matches: [
      'Normal  DockerHung  2m  kernel-monitor, node-a  Node condition KernelDeadlock is now: True, reason: DockerHung',
      'KernelDeadlock  True  AUFSUmountHung  task umount.aufs:21568 blocked for more than 120 seconds.',
    ],
    mustNotMatch: ['KernelDeadlock   False   KernelHasNoDeadlock   kernel has no deadlock'],
  },
  {
    id: 'detector-storage-fault',
    title: { en: 'node-problem-detector: a file system fails', zh: 'node-problem-detector：文件系统异常' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['event', 'any'],
    wordings: [
      {
        literal: 'ReadonlyFilesystem is now: True',
        regex: /ReadonlyFilesystem is now: True/,
        versions: 'node-problem-detector 0.6 and later',
      },
      {
        literal: 'CorruptDockerOverlay2',
        regex: /\bCorruptDockerOverlay2\b(?!\s+False)/,
        versions: 'node-problem-detector 0.6 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A file system became read-only, or the overlay store of docker is damaged.',
      zh: '文件系统变为只读，或 docker 的 overlay 存储损坏。',
    },
    usualCauses: { en: 'I/O errors of the disk, or a power loss.', zh: '磁盘 I/O 错误，或断电。' },
    firstCheck: {
      en: '`dmesg -T | grep -iE "ext4|xfs|I/O error"`',
      zh: '执行 `dmesg -T | grep -iE "ext4|xfs|I/O error"`。',
    },
    remedy: { en: 'Check the disk; rebuild the store.', zh: '检查磁盘；重建存储。' },
    source: [
      'kubernetes/node-problem-detector:config/readonly-monitor.json',
      'kubernetes/node-problem-detector:config/docker-monitor-counter.json',
    ],
    matches: [
      'Normal  FilesystemIsReadOnly  2m  kernel-monitor  Node condition ReadonlyFilesystem is now: True, reason: FilesystemIsReadOnly',
      'Warning  CorruptDockerOverlay2  2m  docker-monitor  Found 10 matching logs, which meets the threshold of 10',
    ],
    mustNotMatch: ['CorruptDockerOverlay2   False   NoCorruptDockerOverlay2   docker overlay2 is functioning properly'],
  },
  {
    id: 'npd-check-timed-out',
    title: { en: 'A check of node-problem-detector did not finish', zh: 'node-problem-detector 的检查未能完成' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Error in running plugin',
        regex: /Error in running plugin (?<reason>timeout )?"(?<path>[^"\n]{1,200})"/,
        versions: 'node-problem-detector 0.8',
      },
      {
        literal: 'Error in starting plugin',
        regex: /Error in starting plugin "(?<path>[^"\n]{1,200})"/,
        versions: 'node-problem-detector 0.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A script that watches the node took longer than its timeout or could not be started; what it watches is unknown.',
      zh: '监测节点的脚本超时或无法启动；其监测对象状态未知。',
    },
    usualCauses: {
      en: 'What the script asks answers late, or the node is short of processor time.',
      zh: '脚本查询的对象应答迟缓，或节点缺少 CPU 时间。',
    },
    firstCheck: { en: 'Run the script by hand: `time PATH`.', zh: '手动运行该脚本：`time 路径`。' },
    remedy: {
      en: 'Help what it waits for, or raise `timeout` in its configuration.',
      zh: '处理其等待的对象，或在其配置中调大 `timeout`。',
    },
    source: ['kubernetes/node-problem-detector:pkg/custompluginmonitor/plugin/plugin.go'],
    matches: [
      'E0516 00:54:20.634676    3169 plugin.go:186] Error in running plugin timeout "/etc/node-problem-detector.d/plugin/check_runtime.sh"',
      'E0516 00:54:20.634676    3169 plugin.go:160] Error in starting plugin "/etc/node-problem-detector.d/plugin/check_x.sh"',
    ],
    mustNotMatch: ['I0516 00:54:20.634676    3169 plugin.go:80] Finish running custom plugins'],
  },
];
