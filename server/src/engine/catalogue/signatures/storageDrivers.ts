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
        literal: 'to create prepare snapshot',
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
  {
    id: 'portworx-lock-held',
    title: { en: 'A storage lock of Portworx is not given back', zh: 'Portworx 的存储锁未释放' },
    category: 'lock-wait',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ' locked for ',
        regex: /\bLock (?<lock>\S{3,200}) locked for (?<seconds>\d{1,9}) seconds, tag:/,
        versions: 'Portworx 1.1 and later',
      },
      {
        literal: 'acquire kvdb lock',
        regex: /Failed to acquire kvdb lock: (?<reason>[^"\n]{3,120})/,
        versions: 'Portworx 1.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "Another node, or this one before it restarted, holds the volume's lock in the key-value store; changes of that volume wait.",
      zh: '另一节点（或本节点重启之前）在键值库中持有该卷的锁；该卷的变更只能等待。',
    },
    usualCauses: {
      en: 'A node that was restarted or lost while it held the lock, or a key-value store that is slow or without quorum.',
      zh: '节点持锁时重启或失联，或键值库缓慢、失去法定人数。',
    },
    firstCheck: {
      en: '`pxctl status`; `pxctl service kvdb members`; the node that the tag names.',
      zh: '执行 `pxctl status`、`pxctl service kvdb members`，查看标签所示节点。',
    },
    remedy: {
      en: "Restore the key-value store; locks of a lost node expire, or are cleared with support's help.",
      zh: '恢复键值库；失联节点的锁会过期，或在厂商支持下清除。',
    },
    source: ['https://docs.portworx.com/portworx-enterprise/reference/cli/status'],
    matches: [
      'time="2023-04-26T20:46:11Z" level=warning msg="Lock pwx/demo/storage/locks/1056.lock locked for 61 seconds, tag: {NodeID:a0e7,FuncID:postVolumeUsage}"',
      'time="2023-04-26T20:46:25Z" level=warning msg="Failed to acquire kvdb lock: Key already exists" Error="Key already exists" Function=volumeStateHandler',
    ],
    mustNotMatch: ['time="2023-04-26T20:46:11Z" level=info msg="PX Node Index: 3"'],
  },
  {
    id: 'storage-pool-not-made',
    title: { en: 'A storage pool cannot be made', zh: '无法创建存储池' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Failed to create pool due to',
        regex: /Failed to create pool due to '?(?<reason>[^\n]{3,200})/,
        versions: 'OpenEBS cStor 1.x-3.x',
      },
      {
        literal: ' no such pool available',
        regex: /cannot import '(?<volume>[\w.-]{1,120})': no such pool available/,
        versions: 'OpenZFS 0.7-2.x',
      },
      {
        literal: ' contains a filesystem of type ',
        regex: /(?<device>\S{3,200}) contains a filesystem of type '(?<type>[\w ]{2,40})'/,
        versions: 'OpenZFS 0.7-2.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The disks hold something else than the pool that is looked for, or nothing, and are not taken over.',
      zh: '磁盘上没有所找的池，或有别的内容，因此不会被接管。',
    },
    usualCauses: {
      en: 'Disks that were used before, replaced or renamed, or a pool that another host holds.',
      zh: '磁盘曾被使用、被更换或改名，或池由另一台主机持有。',
    },
    firstCheck: {
      en: '`zpool import`; `lsblk -f`; `wipefs -n DEVICE`',
      zh: '执行 `zpool import`、`lsblk -f`、`wipefs -n 设备`',
    },
    remedy: {
      en: 'Clean the disk when nothing on it is needed (`wipefs -a`), or name the right one.',
      zh: '确认无用数据后清理磁盘（`wipefs -a`），或指定正确的磁盘。',
    },
    source: ['openzfs/zfs:cmd/zpool/zpool_main.c', 'openebs-archive/cstor-operators:pkg/pool/operations/create.go'],
    matches: [
      'I0513 10:31:02.118001       1 event.go:281] Event(v1.ObjectReference{Kind:"CStorPoolInstance", Namespace:"openebs", Name:"pool-755w"}): type: \'Warning\' reason: \'FailCreate\' Failed to create pool due to \'Failed to create pool {cstor-2097}: invalid vdev specification\'',
      "cannot import 'tank': no such pool available",
      "/dev/disk/by-id/scsi-330000d1f-part1 contains a filesystem of type 'linux_raid_member'",
    ],
    mustNotMatch: ['I0707 10:36:50.108282       6 pool.go:123] Waiting for pool container to start...'],
  },
  {
    id: 'spdk-controller-failed',
    title: { en: 'A storage target of SPDK has failed', zh: 'SPDK 存储目标失效' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Ctrlr is in error state',
        regex:
          /nvme_ctrlr\.c:\s{0,2}\d{1,6}:\w{3,60}: \*ERROR\*: \[(?<target>[^\]\n]{3,240})\] Ctrlr is in error state/,
        versions: 'SPDK 20-25',
      },
      {
        literal: 'controller reinitialization failed',
        regex: /\*ERROR\*: \[(?<target>[^\]\n]{3,240})\] controller reinitialization failed/,
        versions: 'SPDK 20-25',
      },
      {
        literal: ' in failed state.',
        regex: /\*ERROR\*: \[(?<target>[^\]\n]{3,240})\] in failed state\./,
        versions: 'SPDK 20-25',
      },
      {
        literal: 'Resetting controller failed',
        regex: /\*ERROR\*: [^\n]{0,200}?Resetting controller failed/,
        versions: 'SPDK 20-25',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The user-space storage engine has lost the connection to a replica or target over NVMe, and cannot bring it back.',
      zh: '用户态存储引擎与某副本或目标的 NVMe 连接中断且无法恢复。',
    },
    usualCauses: {
      en: 'The process or node that serves it ended, or the network between them dropped.',
      zh: '提供服务的进程或节点已退出，或两者间网络中断。',
    },
    firstCheck: {
      en: 'The instance that the address names (`kubectl -n longhorn-system get replicas,engines`, or `kubectl mayastor get volumes`).',
      zh: '查看该地址所示实例（执行 `kubectl -n longhorn-system get replicas,engines` 或 `kubectl mayastor get volumes`）。',
    },
    remedy: {
      en: 'Bring back the node or process; a replica is rebuilt from the others.',
      zh: '恢复节点或进程；副本会由其他副本重建。',
    },
    source: ['spdk/spdk:lib/nvme/nvme_ctrlr.c', 'spdk/spdk:module/bdev/nvme/bdev_nvme.c'],
    matches: [
      '[2023-05-13 10:31:02.118001] nvme_ctrlr.c:4193:nvme_ctrlr_process_init: *ERROR*: [nqn.2023-01.io.example:vol-1] Ctrlr is in error state',
      '[2023-05-13 10:31:02.118001] nvme_ctrlr.c:1822:spdk_nvme_ctrlr_reconnect_poll_async: *ERROR*: [nqn.2023-01.io.example:vol-1] controller reinitialization failed',
      '[2023-05-13 10:31:02.118001] nvme_ctrlr.c:1106:nvme_ctrlr_fail: *ERROR*: [nqn.2023-01.io.example:vol-1] in failed state.',
      '[2023-05-13 10:31:02.118001] bdev_nvme.c:2181:_bdev_nvme_reset_ctrlr_complete: *ERROR*: Resetting controller failed.',
    ],
    mustNotMatch: [
      '[2023-05-13 10:31:02.118001] bdev_nvme.c:3029:bdev_nvme_failover_ctrlr_unsafe: *NOTICE*: Unable to perform failover, already in progress.',
    ],
  },
];
