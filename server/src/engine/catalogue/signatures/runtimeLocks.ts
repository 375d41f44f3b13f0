/** Names, devices and databases of a runtime that somebody else holds. */
import type { Signature } from '../signature';

export const runtimeLockSignatures: readonly Signature[] = [
  {
    id: 'containerd-name-reserved',
    title: { en: 'Create retried while the first one still runs', zh: '首次创建未完成，重试时名称已被占用' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'ailed to reserve sandbox name',
        regex: /failed to reserve sandbox name\b(?:[^\n]{0,400}? is reserved for \\*"?(?<sandbox>[0-9a-f]{64}))?/,
        versions: 'containerd 1.2-2.0',
      },
      {
        literal: 'ailed to reserve container name',
        regex: /failed to reserve container name\b(?:[^\n]{0,400}? is reserved for \\*"?(?<container>[0-9a-f]{64}))?/,
        versions: 'containerd 1.2-2.0',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'kubelet repeats a create whose first request is still at work inside containerd: the runtime is slow, not broken.',
      zh: 'kubelet 重试创建时首个请求仍在 containerd 内执行：运行时慢，不是坏了。',
    },
    usualCauses: {
      en: 'Slow disk, slow CNI plug-in, or a start wave.',
      zh: '磁盘慢、CNI 插件慢，或大批 Pod 同时启动。',
    },
    firstCheck: {
      en: 'The first RunPodSandbox or CreateContainer of that name; `iostat -x 1`',
      zh: '该名称最早的 RunPodSandbox/CreateContainer；`iostat -x 1`',
    },
    remedy: {
      en: 'Cure what makes the first call slow; delete no state.',
      zh: '解决首个请求慢的原因，不要删除运行时状态。',
    },
    source: [
      'containerd/containerd:internal/cri/server/sandbox_run.go',
      'https://github.com/containerd/containerd/issues/4604',
    ],
    matches: [
      'failed to reserve sandbox name "web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0": name "web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_0" is reserved for "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122"',
      'rpc error: code = Unknown desc = failed to reserve container name "api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1": name "api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1" is reserved for "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122"',
    ],
    mustNotMatch: ['RunPodSandbox for name:"web-0" returns sandbox id'],
  },
  {
    id: 'crio-name-reserved',
    title: { en: 'CRI-O is still creating this name', zh: 'CRI-O 仍在创建同名容器或沙箱' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['cri-o', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'name is reserved',
        regex:
          /error reserving (?:pod|ctr) name (?<name>\S{1,260}) for id (?<container>[0-9a-f]{12,64}): name is reserved/,
      },
      {
        literal: 'not yet finished. Currently at stage',
        regex:
          /Creation of (?<what>[\w ]{1,40}) (?<name>\S{1,260}) not yet finished\. Currently at stage (?<stage>[^.\n]{1,60})\./,
      },
      {
        literal: 'timing out in CRI-O due to system load',
        regex: /[Kk]ubelet may be retrying requests that are timing out in CRI-O due to system load/,
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'kubelet repeats a create that CRI-O has not finished; the stage names the slow step.',
      zh: 'kubelet 重试了 CRI-O 尚未完成的创建，stage 指明慢在哪一步。',
    },
    usualCauses: { en: 'Slow storage, slow CNI plug-in, an overloaded node.', zh: '存储慢、CNI 插件慢或节点过载。' },
    firstCheck: { en: 'The stage in the line', zh: '日志里的 stage' },
    remedy: { en: 'Cure the slow stage.', zh: '解决变慢的那一步。' },
    source: ['cri-o/cri-o:server/utils.go', 'https://github.com/cri-o/cri-o/issues/8884'],
    matches: [
      'error reserving ctr name k8s_api_web-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_1 for id 3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122: name is reserved',
      'time="2023-05-13 10:27:51.118" level=info msg="Creation of sandbox k8s_web-0_shop_5b6d1c7e_0 not yet finished. Currently at stage sandbox network creation. Waiting up to 6m0s for it to finish"',
      'Kubelet may be retrying requests that are timing out in CRI-O due to system load. Currently at stage container storage creation: context deadline exceeded',
    ],
    mustNotMatch: ['hostname is reserved for the control plane'],
  },
  {
    id: 'docker-name-conflict',
    title: { en: 'Container name still taken by an earlier attempt', zh: '容器名仍被上一次创建占用' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'onflict. The ',
        regex:
          /Conflict\. The (?:container )?name [\\"]{1,6}\/?(?<name>[\w.-]{1,260})[\\"]{1,6} is already in use by container [\\"]{0,6}(?<container>[0-9a-f]{12,64})/,
        versions: 'docker 1.12-28',
      },
      {
        literal: 'pod sandbox due to conflict',
        regex: /Unable to create pod sandbox due to conflict/,
        versions: 'dockershim 1.8-1.23',
      },
      {
        literal: 'remove the conflicting ',
        regex: /Failed to remove the conflicting (?:container|sandbox) \\*"(?<container>\w{4,64})/,
        versions: 'dockershim 1.6-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'An earlier create timed out for the client but succeeded inside dockerd; its container holds the name.',
      zh: '上次创建在客户端看来超时，其实在 dockerd 内成功了，容器占着这个名字。',
    },
    usualCauses: { en: 'dockerd was slow at that first create.', zh: '首次创建时 dockerd 很慢。' },
    firstCheck: {
      en: 'Why the first create took so long: lock waits, disk, start wave',
      zh: '首次创建为何慢：等锁、磁盘、启动潮',
    },
    remedy: {
      en: 'kubelet removes the leftover by itself; cure the slowness.',
      zh: 'kubelet 会自行清理残留，需解决的是慢。',
    },
    source: ['moby/moby:daemon/errors.go', 'kubernetes/kubernetes:pkg/kubelet/dockershim/helpers.go'],
    matches: [
      'E1017 13:43:54.774753    1537 helpers.go:291] Failed to remove the conflicting container "0edb12ffab31": Error response from daemon: You cannot remove a running container 0edb12ffab31. Stop the container before attempting removal or force remove',

      'Error response from daemon: Conflict. The container name "/k8s_POD_web-0_shop_5b6d1c7e_0" is already in use by container "3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a3fd1c0b6a7de4c1f9b7a1122". You have to remove (or rename) that container to be able to reuse that name.',
      'W0513 10:27:51.118001    2211 helpers.go:284] Unable to create pod sandbox due to conflict. Attempting to remove sandbox "3fd1c0b6a7de"',
    ],
    mustNotMatch: ['Operation cannot be fulfilled on pods "web-0": conflict. The object has been modified'],
  },
  {
    id: 'docker-removal-in-progress',
    title: { en: 'A container removal has not finished yet', zh: '容器的上一次删除尚未完成' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'kubelet'],
    wordings: [
      {
        literal: 'is already in progress',
        regex: /removal of container (?<container>[0-9a-zA-Z_.-]{1,128}) is already in progress/,
        versions: 'docker 1.13-28',
      },
    ],
    time: { kind: 'instant' },
    symptomOnly: true,
    meaning: {
      en: 'An earlier request to remove this container still runs, so the new one is refused.',
      zh: '先前的删除请求还没结束，新的删除被拒绝。',
    },
    usualCauses: { en: 'A stuck unmount or a lock that is never released.', zh: '卸载卡住，或锁一直没释放。' },
    firstCheck: {
      en: '`kill -USR1 $(pidof dockerd)` and look for the old request in the dump',
      zh: '`kill -USR1 $(pidof dockerd)`，在转储里找旧的删除请求',
    },
    remedy: {
      en: 'Cure what blocks the first removal; restart dockerd if nothing moves.',
      zh: '解决首个删除的阻塞点；毫无进展时重启 dockerd。',
    },
    source: ['moby/moby:daemon/delete.go'],
    matches: ['Error response from daemon: removal of container 6f1d3c9ab2e4 is already in progress'],
    mustNotMatch: ['Snapshot creation is already in progress for volume pvc-1'],
  },
  {
    id: 'dm-device-busy',
    title: { en: 'devicemapper cannot release a device: busy', zh: 'devicemapper 设备忙，无法释放' },
    category: 'lock-wait',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'mapper: Error running ',
        regex:
          /device ?mapper: Error running (?<operation>DeleteDevice|RemoveDevice|RemoveDeviceDeferred|DeactivateDevice|deviceRemove)\b/i,
        versions: 'docker 1.12-23.0',
      },
      { literal: 'evice is Busy', regex: /\b[Dd]evice is Busy\b/, versions: 'docker 1.12-23.0' },
      {
        literal: 'ailed to remove device',
        regex: /[Ff]ailed to remove device (?<device>[\w.:-]{1,140})/,
        versions: 'docker 1.12-23.0',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "A container's device is still in use somewhere and cannot be removed; the call is repeated while locks are held.",
      zh: '容器的设备仍被引用而无法删除，重试期间一直占着锁。',
    },
    usualCauses: {
      en: 'A mount leaked into the mount namespace of another process.',
      zh: '挂载点泄漏到了其他进程的挂载命名空间。',
    },
    firstCheck: { en: '`grep -l DEVICE /proc/*/mountinfo`', zh: '`grep -l 设备名 /proc/*/mountinfo`' },
    remedy: {
      en: 'End the process that keeps the mount; move to overlay2.',
      zh: '结束仍持有挂载的进程；迁移到 overlay2。',
    },
    source: ['moby/moby:pkg/devicemapper/devmapper.go', 'moby/moby:daemon/graphdriver/devmapper/driver.go'],
    matches: [
      'level=error msg="devmapper: Error unmounting device 6f1d3c9ab2e4: Device is Busy"',
      'time="2021-05-13T10:27:51Z" level=warning msg="devicemapper: Error running DeleteDevice dm_task_run failed"',
      'failed to remove device 6f1d3c9ab2e4aa: invalid argument',
    ],
    mustNotMatch: ['devicemapper: Error running CreateDevice dm_task_run failed', 'umount: /mnt: target is busy'],
  },
  {
    id: 'containerd-boltdb-wait',
    title: { en: 'containerd waits for its own database file', zh: 'containerd 在等待自己的数据库文件' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'response from boltdb open',
        regex: /waiting for response from boltdb open/,
        versions: 'containerd 1.6-2.0',
      },
    ],
    time: { kind: 'instant' },
    entities: { lock: 'meta.db' },
    meaning: {
      en: 'Another process holds the lock on meta.db; containerd cannot serve until it is free.',
      zh: '另一个进程锁着 meta.db，containerd 暂时无法提供服务。',
    },
    usualCauses: {
      en: 'An old containerd that did not end, or a disk that does not answer.',
      zh: '旧的 containerd 没退出，或磁盘没有响应。',
    },
    firstCheck: {
      en: '`fuser -v /var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db`',
      zh: '执行 `fuser -v /var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db`',
    },
    remedy: { en: 'End the stale process.', zh: '结束残留进程。' },
    source: ['containerd/containerd:plugins/metadata/plugin.go'],
    matches: [
      'time="2023-05-13T10:27:51.118001+08:00" level=warning msg="waiting for response from boltdb open" plugin=bolt',
    ],
    mustNotMatch: ['msg="metadata content store policy set" policy=shared'],
  },
];
