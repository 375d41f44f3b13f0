/** Signatures of damage that is noticed in passing: a file system that warns, an image store that no longer fits together, a runtime brought up anew. */
import type { Signature } from '../signature';

export const storeDamageSignatures: readonly Signature[] = [
  {
    id: 'ext4-warning',
    title: { en: 'ext4 warns of its file system', zh: 'ext4 对文件系统发出警告' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: '-fs warning (device ',
        regex: /EXT[234]-fs warning \(device (?<device>[\w.-]{1,40})\)/,
        versions: 'Linux 3.10-6.1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'ext4 met something that should not be (a failed write, a full directory index) and went on.',
      zh: 'ext4 遇到不应出现的情况（写入失败、目录索引已满等），但仍继续运行。',
    },
    usualCauses: {
      en: 'A failing or detached device; a directory with millions of entries.',
      zh: '设备故障或脱离；目录项达到数百万。',
    },
    firstCheck: {
      en: 'Block layer lines of the same device just before it: `dmesg -T`',
      zh: '查看同一设备此前的块层报错：`dmesg -T`',
    },
    remedy: {
      en: 'Replace or reattach the device; spread the directory.',
      zh: '更换或重新挂接设备；拆分该目录。',
    },
    source: ['torvalds/linux:fs/ext4/super.c'],
    matches: [
      'kernel: EXT4-fs warning (device sdb1): ext4_end_bio:323: I/O error 10 writing to inode 131080 (offset 0 size 4096 starting block 33024)',
    ],
    mustNotMatch: ['kernel: EXT4-fs (sdb1): warning: mounting fs with errors, running e2fsck is recommended'],
  },
  {
    id: 'docker-image-store-damaged',
    title: { en: 'Docker cannot register an image layer', zh: 'Docker 无法登记镜像层' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'failed to register layer: ',
        regex: /failed to register layer: (?<reason>[^"\n]{1,300})/,
        versions: 'docker 1.10-20.10',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A pulled layer could not be put into the image store, so the image cannot be used.',
      zh: '拉取的镜像层无法放入镜像存储，镜像不可用。',
    },
    usualCauses: {
      en: 'Leftovers of an interrupted pull, no space left, or a damaged store after a crash.',
      zh: '上次拉取中断的残留、空间不足，或崩溃后存储损坏。',
    },
    firstCheck: {
      en: 'The words behind it: space (`df -h`, `df -i`), or a directory that is already there.',
      zh: '看其后的具体原因：空间（`df -h`、`df -i`）或目录已存在。',
    },
    remedy: {
      en: 'Free space; remove the damaged layer with docker stopped, or the whole image store.',
      zh: '释放空间；停止 docker 后删除损坏的层，或重建镜像存储。',
    },
    source: ['moby/moby:distribution/xfer/download.go', 'kubernetes/node-problem-detector:config/docker-monitor.json'],
    matches: [
      'Error trying v2 registry: failed to register layer: rename /var/lib/docker/image/overlay2/layerdb/tmp/write-set-131 /var/lib/docker/image/overlay2/layerdb/sha256/77ab: directory not empty',
    ],
    mustNotMatch: ['layer registered: failed attempts 0'],
  },
  {
    id: 'runtime-stop-asked',
    title: { en: 'The container runtime is stopped on purpose', zh: '容器运行时被主动停止' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    // A restart takes seconds; who asks the runtime meanwhile is refused.
    excuses: [
      'cri-unavailable',
      'cri-call-failed',
      'docker-daemon-unreachable',
      'kubelet-runtime-down',
      'runtime-not-ready',
      'pleg-relist-failed',
      'pleg-unhealthy',
    ],
    excusesMs: 90_000,
    excusesOnNode: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Stopping Docker Application',
        regex: /\bStopping Docker Application Container Engine\b/,
        versions: 'docker.service 1.12-27',
      },
      {
        literal: 'Stopping containerd container runtime',
        regex: /\bStopping containerd container runtime\b/,
        versions: 'containerd.service 1.0-2.0',
      },
      {
        literal: 'Stopping docker.service',
        regex: /\bStopping docker\.service\b/,
        versions: 'systemd 246 and later',
      },
      {
        literal: 'Stopping containerd.service',
        regex: /\bStopping containerd\.service\b/,
        versions: 'systemd 246 and later',
      },
      {
        literal: 'Container Runtime Interface for OCI',
        regex: /\bStopping (?:crio\.service - )?Container Runtime Interface for OCI\b/,
        versions: 'cri-o 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'systemd stops the runtime because somebody asked for it; a crash does not say this.',
      zh: 'systemd 应要求停止运行时；崩溃时不会出现这一行。',
    },
    usualCauses: { en: 'An upgrade, a restart by an operator, a shutdown.', zh: '升级、人工重启或关机。' },
    firstCheck: {
      en: 'Who asked: `journalctl --since -10min | grep -E "apt|dnf|sudo|systemctl"`',
      zh: '是谁要求的：`journalctl --since -10min | grep -E "apt|dnf|sudo|systemctl"`',
    },
    remedy: { en: 'None when it was wanted.', zh: '若为预期操作则无需处理。' },
    source: ['systemd/systemd:src/core/job.c', 'moby/moby:contrib/init/systemd/docker.service'],
    matches: [
      'systemd[1]: Stopping Docker Application Container Engine...',
      'systemd[1]: Stopping containerd container runtime...',
      'systemd[1]: Stopping docker.service - Docker Application Container Engine...',
      'systemd[1]: Stopping containerd.service - containerd container runtime...',
      'systemd[1]: Stopping crio.service - Container Runtime Interface for OCI (CRI-O)...',
    ],
    mustNotMatch: [
      'systemd[1]: Stopped Docker Application Container Engine.',
      'systemd[1]: docker.service: Stopping timed out. Killing.',
    ],
  },
  {
    id: 'runtime-starting',
    title: { en: 'The container runtime is brought up', zh: '容器运行时正在启动' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    marksStart: true,
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'Starting Docker Application',
        regex: /\bStarting Docker Application Container Engine\b/,
        versions: 'docker.service 1.12-27',
      },
      {
        literal: 'Starting containerd container runtime',
        regex: /\bStarting containerd container runtime\b/,
        versions: 'containerd.service 1.0-2.0',
      },
      {
        literal: 'Starting docker.service',
        regex: /\bStarting docker\.service\b/,
        versions: 'systemd 246 and later',
      },
      {
        literal: 'Starting containerd.service',
        regex: /\bStarting containerd\.service\b/,
        versions: 'systemd 246 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'systemd starts the runtime; until it is up, kubelet’s calls fail.',
      zh: 'systemd 正在启动运行时；就绪之前 kubelet 的调用会失败。',
    },
    usualCauses: { en: 'A boot, an upgrade, an operator, or a crash.', zh: '开机、升级、人工操作或崩溃。' },
    firstCheck: {
      en: 'What ended it before: `journalctl -u docker -u containerd`',
      zh: '查看此前为何停止：`journalctl -u docker -u containerd`',
    },
    remedy: { en: 'None needed when it was wanted.', zh: '若为预期操作则无需处理。' },
    source: ['moby/moby:contrib/init/systemd/docker.service', 'containerd/containerd:containerd.service'],
    matches: [
      'systemd[1]: Starting Docker Application Container Engine...',
      'systemd[1]: Starting containerd container runtime...',
      'systemd[1]: Starting docker.service - Docker Application Container Engine...',
      'systemd[1]: Starting containerd.service - containerd container runtime...',
    ],
    mustNotMatch: [
      'systemd[1]: Starting Docker Socket for the API.',
      'systemd[1]: Stopping containerd container runtime...',
    ],
  },
];
