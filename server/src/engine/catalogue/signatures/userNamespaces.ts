/** User namespaces of pods (`hostUsers: false`): ones that the kernel has no more of, and ones that node or runtime cannot give. */
import type { Signature } from '../signature';

export const userNamespaceSignatures: readonly Signature[] = [
  {
    id: 'namespaces-used-up',
    title: {
      en: 'The kernel gives no further namespace',
      zh: '内核无法再创建命名空间',
    },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'runc', 'cri-o', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'o space left on device',
        regex: /(?:fork\/exec \S{1,200}|\bunshare\b[^\n:]{0,80}|\bclone[^\n:]{0,40}): [Nn]o space left on device/,
        versions: 'Linux 4.9 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Not a disk problem: starting a program in new namespaces answers ENOSPC when a limit under /proc/sys/user is reached.',
      zh: '与磁盘无关：在新命名空间中启动程序时，若达到 /proc/sys/user 下的上限，内核返回 ENOSPC。',
    },
    usualCauses: {
      en: 'user.max_user_namespaces is 0 or low, as hardened systems set it; namespaces nested more than 32 deep.',
      zh: '加固系统将 user.max_user_namespaces 设为 0 或很低；命名空间嵌套超过 32 层。',
    },
    firstCheck: {
      en: '`sysctl user`; `lsns -t user | wc -l`',
      zh: '执行 `sysctl user` 与 `lsns -t user | wc -l`',
    },
    remedy: {
      en: 'Raise `user.max_user_namespaces` (and the other limits there that are reached).',
      zh: '调大 `user.max_user_namespaces`（及其他已达上限的项）。',
    },
    source: ['torvalds/linux:kernel/ucount.c', 'torvalds/linux:kernel/user_namespace.c'],
    matches: [
      'E0513 10:31:02.004211   14207 log.go:32] "RunPodSandbox from runtime service failed" err="rpc error: code = Unknown desc = failed to create network namespace for sandbox \\"3c7ca4d2bc77\\": failed to start noop process for unshare: fork/exec /proc/self/exe: no space left on device"',
      'nsexec-1[2211]: failed to unshare remaining namespaces: No space left on device',
    ],
    mustNotMatch: [
      'write /var/lib/containerd/tmpmounts/x: no space left on device',
      'failed to start noop process for unshare: fork/exec /proc/self/exe: invalid argument',
    ],
  },
  {
    id: 'user-namespace-refused',
    title: {
      en: 'A pod gets no user namespace',
      zh: 'Pod 无法获得用户命名空间',
    },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'containerd', 'cri-o', 'runc', 'event'],
    wordings: [
      {
        literal: 'process for unshare: ',
        regex: /noop process for unshare: fork\/exec \S{1,200}: (?!no space left)(?<reason>[^\n"\\]{1,100})/,
        versions: 'containerd 2.0 and later',
      },
      {
        literal: 'not support user namespaces',
        regex: /\bdoes not support user namespaces\b/,
        versions: 'kubelet 1.30 and later',
      },
      {
        literal: 'cannot be mapped to a host ID',
        regex: /container ID \d{1,10} cannot be mapped to a host ID/,
        versions: 'containerd 2.0 and later',
      },
      {
        literal: 'create mapped mount for ',
        regex: /create mapped mount for \\*"(?<mount>[^"\\\n]{1,300})/,
        versions: 'containers/storage in cri-o',
      },
      {
        literal: 'set MOUNT_ATTR_IDMAP on ',
        regex: /failed to set MOUNT_ATTR_IDMAP on (?<mount>[^\s:]{1,300})/,
        versions: 'runc 1.2 and later, crun',
      },
      {
        literal: 'support idmap mounts on this host',
        regex: /snapshotter \\*"?[\w.-]{1,60}\\*"? doesn't support idmap mounts on this host/,
        versions: 'containerd 2.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The pod asks for users of its own (`hostUsers: false`), and runtime, kernel or file system cannot map them.',
      zh: 'Pod 要求独立的用户（`hostUsers: false`），而运行时、内核或文件系统无法映射。',
    },
    usualCauses: {
      en: 'An old runc, containerd or kernel, a file system without idmapped mounts, user ids of the image beyond the mapped range, a runtime within a container.',
      zh: 'runc、containerd 或内核过旧，文件系统不支持 idmap 挂载，镜像的用户 ID 超出映射范围，或运行时自身在容器内。',
    },
    firstCheck: {
      en: 'The text behind the last colon; `uname -r`, `runc --version`, `findmnt -T /var/lib/kubelet`.',
      zh: '查看最后一个冒号后的内容；`uname -r`、`runc --version`、`findmnt -T /var/lib/kubelet`。',
    },
    remedy: {
      en: 'Linux 6.3, containerd 2.0 or cri-o 1.25, runc 1.2 or crun 1.9 at least; else let the pod use the users of the host.',
      zh: '至少需要 Linux 6.3、containerd 2.0 或 cri-o 1.25、runc 1.2 或 crun 1.9；否则让 Pod 使用主机用户。',
    },
    source: [
      'containerd/containerd:pkg/netns/netns_linux.go',
      'kubernetes/kubernetes:pkg/kubelet/userns/userns_manager.go',
      'containerd/containerd:client/snapshotter_opts_unix.go',
    ],
    matches: [
      'failed to create network namespace for sandbox "3c7ca4d2bc77": failed to start noop process for unshare: fork/exec /proc/self/exe: invalid argument',
      "Failed to create pod sandbox: can't set `spec.hostUsers: false`, runtime does not support user namespaces",
      'Error: failed to create containerd container: mount callback failed on /var/lib/containerd/tmpmounts/containerd-mount1: container ID 70001 cannot be mapped to a host ID',
      'failed to mount container k8s_POD_api-0 in pod sandbox k8s_api-0: create mapped mount for "/var/lib/containers/storage/overlay" on "/var/lib/containers/storage/overlay/3f11/mapped/0": invalid argument',
      'error mounting "/var/lib/kubelet/pods/1/volumes/x" to rootfs at "/x": failed to set MOUNT_ATTR_IDMAP on /var/lib/kubelet/pods/1/volumes/x: invalid argument (maybe the filesystem used doesn\'t support idmap mounts on this kernel?)',
      'failed to create containerd container: snapshotter "overlayfs" doesn\'t support idmap mounts on this host, configure `slow_chown` to allow a slower and expensive fallback',
    ],
    mustNotMatch: [
      'failed to start noop process for unshare: fork/exec /proc/self/exe: no space left on device',
      'level=info msg="runtime supports user namespaces"',
    ],
  },
];
