/** Image and container file systems: graph drivers of docker, snapshotters of containerd, overlay mounts. */
import type { Signature } from '../signature';

export const storageDriverSignatures: readonly Signature[] = [
  {
    id: 'graphdriver-failed',
    title: { en: "Docker's storage driver does not come up", zh: 'Docker 存储驱动初始化失败' },
    category: 'storage',
    severity: 'fatal',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'rror initializing graphdriver',
        regex: /[Ee]rror initializing graphdriver: /,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'prior storage driver ',
        regex: /prior storage driver \\*"?(?<driver>[a-z0-9-]{3,20})\\*"? failed: /,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'rror while creating filesystem',
        regex: /[Ee]rror while creating filesystem \S{2,10} on device docker-/,
        versions: 'docker 1.10-24, devicemapper',
      },
      {
        literal: 'Base Device UUID and Filesystem verification failed',
        regex: /Base Device UUID and Filesystem verification failed/,
        versions: 'docker 1.10-24, devicemapper',
      },
      {
        literal: 'docker-storage-setup',
        regex: /docker-storage-setup(?:\[\d{1,8}\])?: ERROR: (?<reason>[^\n]{1,200})/,
        versions: 'docker-storage-setup',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd cannot reach the place where images and containers live.',
      zh: 'dockerd 无法使用存放镜像与容器的存储。',
    },
    usualCauses: {
      en: 'A file system that does not support the driver, a thin pool that is gone or damaged, a changed setting.',
      zh: '文件系统不支持该驱动、thin pool 丢失或损坏，或配置被改动。',
    },
    firstCheck: {
      en: '`lvs`, `dmsetup status`, `findmnt -T /var/lib/docker`',
      zh: '执行 `lvs`、`dmsetup status`、`findmnt -T /var/lib/docker`。',
    },
    remedy: {
      en: 'Bring the device back, or move to overlay2 with an empty directory.',
      zh: '恢复设备，或改用 overlay2 并使用空目录。',
    },
    source: ['moby/moby:daemon/graphdriver/driver.go', 'moby/moby:daemon/graphdriver/devmapper/deviceset.go'],
    matches: [
      'Feb 14 04:12:23 node-1 docker-storage-setup[23430]: ERROR: Docker has been previously configured for use with devicemapper graph driver.',

      'failed to start daemon: error initializing graphdriver: driver not supported',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="[graphdriver] prior storage driver overlay2 failed: driver not supported"',
      'devmapper: Error while creating filesystem xfs on device docker-253:0-1835-base: exit status 1',
      'devmapper: Base Device UUID and Filesystem verification failed: boom',
    ],
    mustNotMatch: [
      'docker-storage-setup[23430]: INFO: Docker state can be reset',
      '[graphdriver] using prior storage driver: overlay2',
    ],
  },
  {
    id: 'devicemapper-device-failed',
    title: { en: "A container's devicemapper device fails", zh: '容器的 devicemapper 设备异常' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'containerd'],
    wordings: [
      {
        literal: 'rror activating devmapper device',
        regex: /[Ee]rror activating devmapper device for '(?<container>[0-9a-f]{12,64})/,
        versions: 'docker 1.10-24',
      },
      {
        literal: 'rror mounting ',
        regex: /devmapper: [Ee]rror mounting '(?<device>\/dev\/mapper\/[^'\s]{1,200})' on /,
        versions: 'docker 1.10-24',
      },
      {
        literal: 'evicemapper: Can',
        regex: /[Dd]evicemapper: Can't (?:set task name|create a task|get dmsetup)[^\n"]{0,120}/,
        versions: 'docker 1.10-24',
      },
      {
        literal: 'dm_task_run failed',
        regex: /dm_task_run failed\b/,
        versions: 'libdevmapper, docker 1.10-24',
      },
      {
        literal: 'error refreshing thin pool',
        regex: /error refreshing thin pool watcher: /,
        versions: 'kubelet 1.3-1.23',
      },
      {
        literal: 'Deletion of thin device ',
        regex: /device-mapper: thin: Deletion of thin device \d{1,8} failed/,
        versions: 'Linux 3.2 and later',
      },
      {
        literal: 'devicemapper: ',
        regex:
          /\bdevicemapper: (?:Error (?!running (?:DeleteDevice|RemoveDevice))|Can(?:'t| not) |Non existing device)/,
        versions: 'docker 1.5-24',
      },
      {
        literal: ': Unknown device ',
        regex: /(?:API error \(\d{3}\)|Error response from daemon): Unknown device [0-9a-f]{40,64}/,
        versions: 'docker 1.6-1.9',
      },
      {
        literal: 'devmapper: ',
        regex:
          /\bdevmapper: (?:Error (?!unmounting)|Unable to |Failed to |Could not |Unknown device |Base device |Device ID \d|Rolling back |Get(?:Info|Status)\(\) on device )/,
        versions: 'docker 1.10-24',
      },
      {
        literal: 'set task name /dev/mapper/',
        regex: /Can't set task name (?<device>\/dev\/mapper\/\S{1,200})/,
        versions: 'docker 0.7-1.4',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The thin device of one container or image cannot be activated or mounted.',
      zh: '某个容器或镜像的精简设备无法激活或挂载。',
    },
    usualCauses: {
      en: 'The pool is full or read-only, udev is not in sync, or the device is held by another mount namespace.',
      zh: '存储池已满或只读、udev 不同步，或设备被其他挂载命名空间占用。',
    },
    firstCheck: {
      en: '`dmsetup status`, `docker info | grep -i space`',
      zh: '执行 `dmsetup status`、`docker info | grep -i space`。',
    },
    remedy: { en: 'Free or extend the pool; move to overlay2.', zh: '清理或扩容存储池；改用 overlay2。' },
    source: ['moby/moby:daemon/graphdriver/devmapper/deviceset.go', 'moby/moby:pkg/devicemapper/devmapper.go'],
    matches: [
      'devicemapper: Error running deviceCreate (createSnapDevice) boom',
      'devmapper: Unknown device ac86e939cc728918',
      'Error syncing pod 8f6b7818, skipping: API error (500): Unknown device 91ac35b4dad8ad64abc7a8f58c22f48b6b9533f8aa81bf3138152ac52eb23163',
      "2014/03/13 12:20:39 Error: Can't set task name /dev/mapper/docker-252:1-541528-pool",

      'Jul 14 15:22:06 node-1 kernel: device-mapper: thin: Deletion of thin device 65 failed.',

      'E0513 10:31:02.850102    4248 thin_pool_watcher.go:72] encountered error refreshing thin pool watcher: error performing thin_ls on metadata device /dev/loop1: boom',

      "devmapper: Error activating devmapper device for '0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b': boom",
      "devmapper: Error mounting '/dev/mapper/docker-253:0-1835-0d8b2f7c53ea' on '/var/lib/docker/devicemapper/mnt/0d8b2f7c53ea': invalid argument",
      "devicemapper: Can't set task name /dev/mapper/docker-253:0-1835-pool",
      'devicemapper: Error running RemoveDevice dm_task_run failed',
    ],
    mustNotMatch: [
      'devmapper: Error unmounting device 6f1d3c9ab2e4: Device is Busy',
      'Error mounting the tape',
      'devicemapper: version 1.02.170',
    ],
  },
  {
    id: 'overlay-mount-failed',
    title: { en: "A container's overlay could not be mounted", zh: '容器的 overlay 挂载失败' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'containerd', 'cri-o', 'event', 'kubelet'],
    wordings: [
      {
        literal: 'error creating overlay mount to',
        regex: /error creating overlay mount to (?<path>[^\s:"]{1,256})/,
        versions: 'docker 1.12 and later, CRI-O',
      },
      {
        literal: 'failed to mount overlay',
        regex: /failed to mount overlay\b/,
        versions: 'docker 19.03 and later',
      },
      {
        literal: 'failed to mount rootfs component',
        regex: /failed to mount rootfs component\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'failed to mount {',
        regex: /failed to mount \{(?:Type:)?overlay\b/,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'error creating aufs mount to',
        regex: /error creating aufs mount to (?<path>[^\s:"]{1,256})/,
        versions: 'docker 1.0-23.0',
      },
      { literal: 'error creating zfs mount', regex: /error creating zfs mount\b/, versions: 'docker 1.7 and later' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The layers of the image and the writable layer could not be put together.',
      zh: '镜像层与可写层无法叠加挂载。',
    },
    usualCauses: {
      en: 'Layers are missing after a crash, a stale mount holds a directory, too many layers, or an unsuitable file system (xfs with ftype=0).',
      zh: '崩溃后镜像层缺失、残留挂载占用目录、层数过多，或文件系统不合适（xfs 的 ftype=0）。',
    },
    firstCheck: {
      en: '`dmesg | grep overlayfs`; `xfs_info` of that disk.',
      zh: '执行 `dmesg | grep overlayfs`；对该磁盘执行 `xfs_info`。',
    },
    remedy: {
      en: 'Pull the image again; unmount the leftovers; a file system with ftype=1.',
      zh: '重新拉取镜像；卸载残留；使用 ftype=1 的文件系统。',
    },
    source: ['moby/moby:daemon/graphdriver/overlay2/overlay.go', 'containerd/containerd:core/mount/mount_linux.go'],
    matches: [
      'Error response from daemon: error creating aufs mount to /var/lib/docker/aufs/mnt/3c7ca4d2bc77-init: invalid argument',
      'error creating zfs mount of pool/docker/3c7c to /var/lib/docker/zfs/graph/3c7c: boom',

      'error creating overlay mount to /var/lib/docker/overlay2/0d8b2f7c53ea/merged: device or resource busy',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="failed to mount overlay: invalid argument" storage-driver=overlay2',
      'failed to create containerd task: failed to mount rootfs component &{overlay overlay [workdir=/var/lib/containerd/81/work]}: no such file or directory: unknown',
      'failed to mount {overlay overlay [workdir=/var/lib/containerd/81/work]}: invalid argument',
    ],
    mustNotMatch: ['overlay mounted on /var/lib/docker/overlay2/0d8b2f7c53ea/merged'],
  },
  {
    id: 'overlayfs-dir-in-use',
    title: { en: 'One directory serves two overlay mounts', zh: '同一目录被两个 overlay 挂载使用' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'overlayfs: ',
        regex: /overlayfs: (?:upperdir|lowerdir|workdir) is in-use as upperdir\/workdir of another mount/,
        versions: 'Linux 4.13 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A container was started from a directory that another mount still uses: an earlier mount leaked.',
      zh: '容器使用的目录仍被另一个挂载占用：此前的挂载发生了泄漏。',
    },
    usualCauses: {
      en: 'The runtime was killed and restarted, or lost track of a mount.',
      zh: '运行时被杀后重启，或丢失了挂载记录。',
    },
    firstCheck: {
      en: '`grep overlay /proc/*/mountinfo | sort | uniq -d`',
      zh: '执行 `grep overlay /proc/*/mountinfo | sort | uniq -d`。',
    },
    remedy: { en: 'Unmount the leak; reboot the node.', zh: '卸载泄漏的挂载；重启节点。' },
    source: ['torvalds/linux:fs/overlayfs/super.c'],
    matches: [
      '[ 4411.001122] overlayfs: upperdir is in-use as upperdir/workdir of another mount, accessing files from both mounts will result in undefined behavior.',
    ],
    mustNotMatch: ["overlayfs: missing 'lowerdir'"],
  },
  {
    id: 'snapshot-failed',
    title: { en: "containerd's snapshots are damaged or missing", zh: 'containerd 快照损坏或缺失' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'event', 'kubelet'],
    wordings: [
      {
        literal: 'missing parent ',
        regex: /missing parent \\*"(?<snapshot>[^"\n\\]{1,200})\\*" bucket/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to prepare extraction snapshot',
        regex: /failed to prepare extraction snapshot\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'failed to create snapshot',
        regex: /failed to create (?:prepare )?snapshot(?: dir)?\b(?: device)?[^\n"]{0,60}: /,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to rename: ',
        regex: /failed to rename: (?:rename \S{1,200} )?[^\n"]{0,200}?file exists/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to reclaim snapshot directory',
        regex: /failed to reclaim snapshot directory\b/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to cleanup unreferenced snapshot',
        regex: /failed to cleanup unreferenced snapshot\b/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed commit on ref',
        regex: /failed commit on ref\b/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to stat parent',
        regex: /failed to stat parent: stat (?<path>\/[^\s:"]{1,256})/,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'content digest ',
        regex:
          /(?:failed to get reader from content store|failed to extract layer \S{1,80}): [^\n]{0,120}content digest sha256:[0-9a-f]{3,64}: not found/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'failed to extract layer',
        regex: /failed to extract layer (?<layer>sha256:[0-9a-f]{3,64}): (?!failed to get reader)/,
        versions: 'containerd 1.1 and later',
      },
      {
        literal: 'get usage for snapshot',
        regex:
          /Failed to get usage for snapshot \\*"(?<snapshot>[0-9a-f]{12,64})(?![^\n]{0,300}(?:not found|does not exist|no such file))/,
        versions: 'containerd 1.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What containerd noted about its layers and what lies on the disk do not agree; images cannot be unpacked or containers not started.',
      zh: 'containerd 记录的层与磁盘实际不一致，镜像无法解包或容器无法启动。',
    },
    usualCauses: {
      en: 'A power loss, a full disk, a deleted directory under /var/lib/containerd, or two pulls of one image.',
      zh: '断电、磁盘写满、/var/lib/containerd 下的目录被删，或同一镜像并发拉取。',
    },
    firstCheck: {
      en: '`df -h`, `ctr -n k8s.io snapshots ls | wc -l`',
      zh: '执行 `df -h`、`ctr -n k8s.io snapshots ls | wc -l`。',
    },
    remedy: {
      en: 'Delete and pull the image again; as a last resort empty /var/lib/containerd on a drained node.',
      zh: '删除并重新拉取镜像；最后手段是在排空的节点上清空 /var/lib/containerd。',
    },
    source: ['containerd/containerd:core/snapshots/storage/bolt.go', 'containerd/containerd:core/unpack/unpacker.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="Failed to get usage for snapshot \\"0d8b2f7c53ea\\"" error="boom"',

      'Error: failed to create containerd container: failed to stat parent: stat /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/31/fs: no such file or directory',
      'failed to create containerd container: error unpacking image: failed to extract layer sha256:3c7ca4d2bc77: failed to get reader from content store: content digest sha256:3c7ca4d2bc77: not found',
      'failed to pull and unpack image "api:1": failed to extract layer sha256:3c7ca4d2bc77: mount callback failed on /var/lib/containerd/tmpmounts/containerd-mount12: boom',

      'failed to create snapshot: missing parent "k8s.io/12/sha256:aa" bucket: not found',
      'failed to pull and unpack image "registry.example/shop/api:1.4": failed to prepare extraction snapshot "extract-118 sha256:aa": boom',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="failed to create snapshot: boom"',
      'failed to rename: rename /var/lib/containerd/a /var/lib/containerd/81: file exists: unknown',
      'time="2022-05-13T02:27:47.004211000Z" level=warning msg="failed to reclaim snapshot directory, directory may need removal" error="boom"',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="failed to cleanup unreferenced snapshot" error="boom"',
      'failed commit on ref "layer-sha256:aa": unexpected commit digest sha256:bb, expected sha256:aa: failed precondition',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="Failed to get usage for snapshot \\"0d8b2f7c53ea\\"" error="snapshot 0d8b2f7c53ea does not exist: not found"',
      'failed to create snapshot schedule for the database',
      'failed to rename: permission denied',
    ],
  },
  {
    id: 'docker-layers-damaged',
    title: { en: "Docker's layers are damaged or missing", zh: 'Docker 镜像层损坏或缺失' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'event', 'kubelet'],
    wordings: [
      { literal: 'layer does not exist', regex: /\blayer does not exist\b/, versions: 'docker 1.10 and later' },
      {
        literal: 'readlink /var/lib/docker/',
        regex: /readlink \/var\/lib\/docker\/overlay2?(?:\/l)?(?:\/[0-9A-Za-z]{10,64})?: invalid argument/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: '/imagedb/content/sha256/',
        regex: /open \S{1,120}\/imagedb\/content\/sha256\/[0-9a-f]{64}: no such file or directory/,
        versions: 'docker 1.10 and later',
      },
      { literal: 'layer not known', regex: /\blayer not known\b/, versions: 'CRI-O, podman' },
      { literal: 'the missing symlinks', regex: /error recreating the missing symlinks\b/, versions: 'CRI-O, podman' },
      {
        literal: 'readlink /var/lib/docker/',
        regex: /readlink \/var\/lib\/docker\/overlay2?\/[^\s:]{1,200}: no such file or directory/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'filesystem layer verification failed for digest',
        regex: /filesystem layer verification failed for digest (?<digest>sha256:[0-9a-f]{8,64})/,
        versions: 'docker 1.8 and later, while it pulls',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The image store and its index disagree: containers of this image cannot start.',
      zh: '镜像存储与索引不一致：使用该镜像的容器无法启动。',
    },
    usualCauses: {
      en: 'A power loss or kill in the middle of a pull, or files removed by hand.',
      zh: '拉取中途断电或被杀，或文件被手动删除。',
    },
    firstCheck: { en: '`docker image inspect` of that image.', zh: '对该镜像执行 `docker image inspect`。' },
    remedy: {
      en: 'Remove and pull the image; otherwise rebuild /var/lib/docker on a drained node.',
      zh: '删除并重新拉取；否则在排空的节点上重建 /var/lib/docker。',
    },
    source: ['moby/moby:daemon/internal/layer/layer.go', 'moby/moby:daemon/graphdriver/overlay2/overlay.go'],
    matches: [
      'filesystem layer verification failed for digest sha256:1f7d0b2a9c3e4d5f6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b',

      'Error response from daemon: readlink /var/lib/docker/overlay2/l/4GWADAHD5OC5SYHTIOEPIBN64E: no such file or directory',

      'rpc error: code = Unknown desc = layer not known',
      'Error: failed to mount container k8s_api in pod sandbox: error recreating the missing symlinks: boom',

      'Error response from daemon: layer does not exist',
      'Error response from daemon: readlink /var/lib/docker/overlay2/l: invalid argument',
      'failed to get digest sha256:0d8b: open /var/lib/docker/image/overlay2/imagedb/content/sha256/0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b: no such file or directory',
    ],
    mustNotMatch: [
      'the layer is not known to the registry',
      'the layer exists already',
      'readlink /etc/localtime: invalid argument',
    ],
  },
  {
    id: 'runtime-umount-failed',
    title: { en: "A container's mount could not be taken away", zh: '容器的挂载无法卸载' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'failed to umount ',
        regex:
          /failed to umount (?<path>\/[^\s:"]{1,256})?[^\n"]{0,80}(?:device or resource busy|deadline exceeded|input\/output error|stale)/i,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'failed to unmount ',
        regex:
          /failed to unmount (?:IPC|container|target)? ?[^\n"]{0,200}?(?:device or resource busy|deadline exceeded|input\/output error|stale)/i,
        versions: 'docker 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A directory of an ended container is still in use, so it stays mounted.',
      zh: '已结束容器的目录仍被占用，挂载保留。',
    },
    usualCauses: {
      en: 'A process in another mount namespace holds it, or its storage does not answer.',
      zh: '其他挂载命名空间的进程占用，或其存储无应答。',
    },
    firstCheck: {
      en: '`grep -l $ID /proc/[0-9]*/mountinfo`',
      zh: '执行 `grep -l $ID /proc/[0-9]*/mountinfo` 查找占用者。',
    },
    remedy: { en: 'Restart the holder; cure the storage.', zh: '重启占用者；修复存储。' },
    source: ['containerd/containerd:core/mount/mount_linux.go', 'moby/moby:daemon/start.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to umount /run/containerd/io.containerd.grpc.v1.cri/sandboxes/9b3f4f1f0a2d/shm: device or resource busy"',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="0d8b2f7c53ea cleanup: failed to unmount IPC: umount /var/lib/docker/containers/0d8b2f7c53ea/mounts/shm, flags: 0x2: device or resource busy"',
    ],
    mustNotMatch: [
      'cleanup: failed to unmount IPC: umount /var/lib/docker/containers/0d8b/mounts/shm, flags: 0x2: no such file or directory',
    ],
  },
];
