/** Containers that a runtime cannot follow, end or clear away: shims it lost, states it cannot ask, leftovers of an earlier run. */
import type { Signature } from '../signature';

export const runtimeTaskSignatures: readonly Signature[] = [
  {
    id: 'containerd-state-late',
    title: { en: 'A shim does not tell the state of its container', zh: 'shim 未返回容器状态' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'get state for ',
        regex: /get state for (?<container>[0-9a-f]{12,64})\b/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'ailed to get task ',
        regex: /[Ff]ailed to get task (?:for container|exit status for|status for) ?\\*"?(?:[0-9a-f]{12,64})?/,
        versions: 'containerd 1.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "containerd asked a container's shim for its state and got no answer in time.",
      zh: 'containerd 向容器的 shim 查询状态，未在时限内得到应答。',
    },
    usualCauses: {
      en: 'A shim that hangs or is starved, a process in uninterruptible sleep, or a disk that stalls.',
      zh: 'shim 卡住或得不到 CPU、进程处于不可中断睡眠，或磁盘停顿。',
    },
    firstCheck: {
      en: 'Is it always the same container? Then `ps` for its shim and processes in state D.',
      zh: '是否总是同一容器；若是，用 `ps` 看其 shim 与 D 状态进程。',
    },
    remedy: {
      en: 'Cure the load or disk; a hung shim of one container is killed, and containerd clears it away.',
      zh: '消除负载或磁盘问题；单个卡死的 shim 可杀掉，由 containerd 清理。',
    },
    source: ['containerd/containerd:runtime/v2/shim.go', 'containerd/containerd:services/tasks/local.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="get state for 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b" error="context deadline exceeded: unknown"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to get task status for \\"0d8b2f7c53ea\\"" error="boom"',
    ],
    mustNotMatch: ['get state for device eth0', 'failed to get task list from queue'],
  },
  {
    id: 'containerd-shim-lost',
    title: { en: 'containerd cannot reach a shim it knew', zh: 'containerd 连不上原有的 shim' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd', 'dockerd'],
    wordings: [
      {
        literal: 'connecting to shim',
        regex: /msg=\\*"connecting to shim\\*" error=/,
        versions: 'containerd 1.0-1.4',
      },
      {
        literal: 'cleaning up after killed shim',
        regex: /cleaning up after killed shim\b/,
        versions: 'containerd 1.3-1.5',
      },
      { literal: 'ailed to kill shim', regex: /[Ff]ailed to kill shim\b/, versions: 'containerd 1.0 and later' },
      {
        literal: 'ailed to delete bundle',
        regex: /[Ff]ailed to delete bundle\b/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'oading container',
        regex: /msg=\\*"loading container (?<container>[0-9a-f]{12,64})\\*" error=/,
        versions: 'containerd 1.4 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A container had a shim, and that process does not answer any more or was killed; containerd clears away what is left.',
      zh: '容器原有的 shim 进程已不应答或被杀，containerd 正在清理残留。',
    },
    usualCauses: {
      en: 'A crash, a kill for memory, a reboot, or a runtime that was replaced while containers ran.',
      zh: '崩溃、因内存被杀、重启，或容器运行中替换了运行时。',
    },
    firstCheck: {
      en: 'Kills for memory and crashes just before; does the container start anew?',
      zh: '看之前的 OOM 与崩溃，以及容器是否重新启动。',
    },
    remedy: {
      en: 'Restart the runtime where containers stay in an unknown state.',
      zh: '容器停留在未知状态时重启运行时。',
    },
    source: ['containerd/containerd:runtime/v1/linux/runtime.go', 'containerd/containerd:runtime/v2/shim.go'],
    matches: [
      'time="2019-05-13T02:27:57.004211000Z" level=error msg="connecting to shim" error="dial unix /containerd-shim/moby/0d8b2f7c53ea/shim.sock: connect: connection refused" id=0d8b2f7c53ea',
      'time="2019-05-13T02:27:57.004211000Z" level=warning msg="cleaning up after killed shim" id=0d8b2f7c53ea namespace=k8s.io',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to kill shim" error="boom" id=0d8b2f7c53ea',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to delete bundle" error="boom" id=0d8b2f7c53ea',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="loading container 0d8b2f7c53ea" error="container not found"',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="connecting to shim 0d8b2f7c53ea" address="unix:///run/containerd/s/3f"',
    ],
  },
  {
    id: 'docker-leftover-container',
    title: { en: 'dockerd and containerd disagree about a container', zh: 'dockerd 与 containerd 对容器状态不一致' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'ailed to delete container',
        regex: /[Ff]ailed to delete container (?:(?<container>[0-9a-f]{12,64}) )?from containerd\b/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'not cleaned up from containerd',
        regex: /Container not cleaned up from containerd from previous run/,
        versions: 'docker 18.09 and later',
      },
      {
        literal: 'cleaning up stale containerd',
        regex: /[Ee]rror cleaning up stale containerd (?:container|task) object/,
        versions: 'docker 20.10 and later',
      },
      {
        literal: 'failed to process event',
        regex: /libcontainerd: backend \S{0,200} ?failed to process event\b|backend failed to process event\b/,
        versions: 'docker 1.12-17.06',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An earlier run of a container was not cleared away in containerd, or ended without dockerd hearing of it.',
      zh: '容器上次运行的残留仍在 containerd 中，或其结束事件 dockerd 未收到。',
    },
    usualCauses: {
      en: 'A crash or a hard restart of dockerd, containerd or the node; a shim that hangs.',
      zh: 'dockerd、containerd 或节点崩溃/强制重启，或 shim 卡住。',
    },
    firstCheck: {
      en: '`ctr -n moby containers ls` beside `docker ps -a`.',
      zh: '对照 `ctr -n moby containers ls` 与 `docker ps -a`。',
    },
    remedy: {
      en: 'Delete the leftover with `ctr -n moby containers rm`, or restart docker and containerd together.',
      zh: '用 `ctr -n moby containers rm` 删除残留，或同时重启 docker 与 containerd。',
    },
    source: ['moby/moby:daemon/start.go', 'moby/moby:libcontainerd/remote/client.go'],
    matches: [
      'time="2021-05-13T02:27:57.004211000Z" level=error msg="0d8b2f7c53ea cleanup: failed to delete container from containerd: no such container"',
      'time="2021-05-13T02:27:57.004211000Z" level=error msg="Failed to delete container 0d8b2f7c53ea from containerd" error="boom"',
      'time="2021-05-13T02:27:57.004211000Z" level=error msg="Container not cleaned up from containerd from previous run" container=0d8b2f7c53ea error="id already in use"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="Error cleaning up stale containerd container object" error="boom"',
      'time="2017-05-13T02:27:57.004211000Z" level=error msg="libcontainerd: backend failed to process event &Event{}"',
    ],
    mustNotMatch: ['time="2021-05-13T02:27:57Z" level=info msg="Removing stale sandbox" cid=0d8b2f7c53ea'],
  },
  {
    id: 'docker-forced-shutdown',
    title: { en: 'dockerd gave up a graceful stop', zh: 'dockerd 放弃优雅停止' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      { literal: 'Force shutdown daemon', regex: /Force shutdown daemon\b/, versions: 'docker 1.8 and later' },
      {
        literal: 'daemon shutdown without cleanup',
        regex: /Forcing docker daemon shutdown without cleanup/,
        versions: 'docker 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Containers did not end within the time that dockerd gives itself for its own stop, so it leaves them as they are.',
      zh: '容器未在 dockerd 停止时限内结束，dockerd 直接退出。',
    },
    usualCauses: {
      en: 'Containers that ignore their stop signal, a stuck shim or disk, or somebody who asked three times.',
      zh: '容器忽略停止信号、shim 或磁盘卡住，或被连续多次要求停止。',
    },
    firstCheck: {
      en: 'Which containers were still there: the `failed to exit within` lines before.',
      zh: '看之前 `failed to exit within` 行，哪些容器仍在。',
    },
    remedy: {
      en: 'Cure what keeps the containers; `live-restore` leaves them running across restarts.',
      zh: '处理阻碍退出的容器；`live-restore` 可在重启时保留容器。',
    },
    source: ['moby/moby:cmd/dockerd/daemon.go', 'moby/moby:pkg/signal/trap.go'],
    matches: [
      'time="2018-05-13T02:27:57.004211000Z" level=error msg="Force shutdown daemon"',
      'time="2018-05-13T02:27:57.004211000Z" level=info msg="Forcing docker daemon shutdown without cleanup: 3 interrupts received"',
    ],
    mustNotMatch: ['time="2018-05-13T02:27:57.004211000Z" level=info msg="Daemon shutdown complete"'],
  },
  {
    id: 'crio-status-failed',
    title: { en: 'CRI-O cannot learn the state of a container', zh: 'CRI-O 无法获取容器状态' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['cri-o'],
    wordings: [
      {
        literal: 'ailed to update container state for',
        regex: /[Ff]ailed to update container state for (?<container>[0-9a-f]{12,64})/,
        versions: 'CRI-O 1.13 and later',
      },
      {
        literal: 'rror updating the container status',
        regex: /[Ee]rror updating the container status \\*"/,
        versions: 'CRI-O 1.10 and later',
      },
      {
        literal: 'ould not restore ',
        regex: /[Cc]ould not restore (?:sandbox|container) (?<container>[0-9a-f]{12,64})/,
        versions: 'CRI-O 1.10 and later',
      },
      {
        literal: 'oad new pod sandbox ',
        regex: /could not load new pod sandbox [0-9a-f]{12,64}: /,
        versions: 'CRI-O 1.10-1.19',
      },
      {
        literal: 'Stop container ',
        regex: /Stop container \\*"(?<container>[0-9a-f]{12,64})\\*" timed out\b/,
        versions: 'CRI-O 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'runc or conmon did not tell how a container is, so CRI-O keeps or drops what it last knew.',
      zh: 'runc 或 conmon 没有给出容器状态，CRI-O 只能沿用或放弃旧状态。',
    },
    usualCauses: {
      en: 'The container ended or the node was restarted, runc hangs, or the disk stalls.',
      zh: '容器已结束或节点重启、runc 卡住，或磁盘停顿。',
    },
    firstCheck: {
      en: '`runc state` by hand, and the disk and load at that time.',
      zh: '手动执行 `runc state`，并看当时磁盘与负载。',
    },
    remedy: {
      en: 'Remove the container; restart crio when many are affected.',
      zh: '删除该容器；大量受影响时重启 crio。',
    },
    source: ['cri-o/cri-o:internal/oci/runtime_oci.go', 'cri-o/cri-o:server/server.go'],
    matches: [
      'time="2022-05-13 02:27:57.004211000Z" level=error msg="Failed to update container state for 0d8b2f7c53ea: stdout: , stderr: boom"',
      'time="2022-05-13 02:27:57.004211000Z" level=warning msg="Error updating the container status \\"0d8b2f7c53ea\\": boom"',
      'time="2022-05-13 02:27:57.004211000Z" level=warning msg="Could not restore sandbox 0d8b2f7c53ea: boom"',
      'time="2019-05-13 02:27:57.004211000Z" level=warning msg="could not load new pod sandbox 0d8b2f7c53ea: boom, ignoring"',
      'time="2022-05-13 02:27:57.004211000Z" level=warning msg="Stop container \\"0d8b2f7c53ea\\" timed out: boom"',
    ],
    mustNotMatch: [
      'time="2022-05-13 02:27:57.004211000Z" level=info msg="Stopped container 0d8b2f7c53ea: shop/api-0/api"',
    ],
  },
];
