/** What the kernel's clients of remote storage say: NFS, SMB and Ceph that refuse, reject or no longer know the node. */
import type { Signature } from '../signature';

export const networkStorageSignatures: readonly Signature[] = [
  {
    id: 'nfs-client-trouble',
    title: { en: 'The NFS client has trouble with its server', zh: 'NFS 客户端与服务器通信异常' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'unhandled error -',
        regex: /NFS: nfs4_discover_server_trunking unhandled error -\d{1,4}/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'reports our clientid is in use',
        regex: /NFS: [Ss]erver (?<address>[\w.:-]{1,253}) reports our clientid is in use/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'bad sequence-id error',
        regex: /NFS: v4 server (?:(?<address>[\w.:-]{1,253}) )?returned a bad sequence-id error/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'lockd: cannot monitor',
        regex: /lockd: cannot monitor (?<address>[\w.:-]{1,253})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'failed to contact local rpcbind',
        regex: /rpc: failed to contact local rpcbind server/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'rpcbind: server',
        regex: /rpcbind: server (?<address>[\w.:-]{1,253}) not responding/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'NFS: server error:', regex: /NFS: server error: fileid changed/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'error: fileid changed',
        regex: /NFS: server (?<address>[\w.:-]{1,253}) error: fileid changed/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'RPC: Could not send backchannel', regex: /RPC: Could not send backchannel reply error/ },
      {
        literal: 'refused mount request from',
        regex: /refused mount request from (?<address>[\w.:-]{3,120}) for (?<path>\S{1,200})/,
        versions: 'nfs-utils',
      },
      {
        literal: 'mount failure',
        regex: /nfs: mount failure (?<share>\S{1,200}) on (?<path>\S{1,200})/,
        versions: 'autofs 5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Client and server no longer agree on who the client is, which files there are, or a helper service does not answer.',
      zh: '客户端与服务器对客户端身份或文件认定不一致，或辅助服务没有响应。',
    },
    usualCauses: {
      en: 'Cloned nodes with one host name, a server that failed over or was replaced, rpcbind or statd not running.',
      zh: '主机名相同的克隆节点、服务器切换或更换，rpcbind 或 statd 未运行。',
    },
    firstCheck: {
      en: '`nfsstat -m`, `rpcinfo -p SERVER`, `systemctl status rpcbind rpc-statd`',
      zh: '`nfsstat -m`、`rpcinfo -p 服务器`、`systemctl status rpcbind rpc-statd`',
    },
    remedy: {
      en: 'Give each node its own name (`nfs4_unique_id`), start the helpers, mount again.',
      zh: '为各节点设置唯一名称（`nfs4_unique_id`），启动辅助服务并重新挂载。',
    },
    source: ['torvalds/linux:fs/nfs/nfs4state.c', 'torvalds/linux:fs/lockd/mon.c'],
    matches: [
      'kernel: NFS: nfs4_discover_server_trunking unhandled error -512. Exiting with error EIO',
      'kernel: NFS: Server nas-1 reports our clientid is in use',
      'kernel: NFS: v4 server returned a bad sequence-id error on an unconfirmed sequence 00000000abcd1234!',
      'kernel: lockd: cannot monitor nas-1',
      'kernel: rpc: failed to contact local rpcbind server (errno 5).',
      'kernel: rpcbind: server localhost not responding, timed out',
      'kernel: NFS: server error: fileid changed',
      'kernel: NFS: server nas-1 error: fileid changed',
      'kernel: RPC: Could not send backchannel reply error: -110',
      'rpc.mountd[611]: refused mount request from 10.20.0.11 for /data (/data): unmatched host',
      'automount[611]: mount(nfs): nfs: mount failure nas-1:/data on /net/data',
    ],
    mustNotMatch: ['kernel: NFS: Registering the id_resolver key type', 'kernel: nfs: server nas-1 OK'],
  },
  {
    id: 'smb-request-failed',
    title: { en: 'An SMB share refuses or lost its connection', zh: 'SMB 共享拒绝访问或连接中断' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'CIFS: VFS:',
        regex:
          /CIFS: VFS: (?![^\n]{0,120}has not responded)[^\n]{0,160}(?:[Ee]rror|failed|return(?:ed)? code = -|No task to wake|BAD_NETWORK_NAME|unable to)/,
        versions: 'Linux 5.4-6.8',
      },
      {
        literal: 'CIFS VFS:',
        regex:
          /CIFS VFS: (?![^\n]{0,120}has not responded)[^\n]{0,160}(?:[Ee]rror|failed|return(?:ed)? code = -|No task to wake|BAD_NETWORK_NAME|unable to)/,
        versions: 'Linux 3.10-5.3',
      },
      {
        literal: 'Status code returned 0x',
        regex: /Status code returned 0x[\da-f]{8} (?<status>(?:NT_)?STATUS_\w{3,60})/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The server of a share refused the node or the connection to it broke.',
      zh: '共享服务器拒绝了该节点，或连接中断。',
    },
    usualCauses: {
      en: 'Wrong or changed password, a share that was renamed, a server restart, a blocked port 445.',
      zh: '密码错误或更改、共享改名、服务器重启，或 445 端口被阻断。',
    },
    firstCheck: {
      en: 'The secret with the password; `nc -zv SERVER 445`.',
      zh: '检查保存密码的 secret；`nc -zv 服务器 445`。',
    },
    remedy: { en: 'Correct the credentials or the address; mount again.', zh: '更正凭据或地址；重新挂载。' },
    source: ['torvalds/linux:fs/smb/client/connect.c'],
    matches: [
      'kernel: CIFS: VFS: \\\\\\\\nas-1 Error -104 sending data on socket to server',
      'kernel: CIFS VFS: Send error in SessSetup = -13',
      'kernel: CIFS: Status code returned 0xc000006d STATUS_LOGON_FAILURE',
    ],
    mustNotMatch: ['kernel: CIFS: Attempting to mount \\\\nas-1\\share'],
  },
  {
    id: 'ceph-client-refused',
    title: { en: 'A Ceph daemon cannot be reached or refuses the node', zh: 'Ceph 守护进程不可达或拒绝该节点' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'libceph: connect',
        regex: /libceph: connect \(?\d?\)?(?<address>[\w.:[\]-]{3,60}) error -\d{1,4}/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'connect error',
        regex: /libceph: (?<daemon>(?:mon|osd|mds)\d{1,6}) [^\n]{3,80} connect error/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'bad crc/signature',
        regex: /libceph: (?<daemon>(?:mon|osd|mds)\d{1,6}) [^\n]{3,80} bad crc/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'feature set mismatch',
        regex: /libceph: (?<daemon>(?:mon|osd|mds)\d{1,6}) [^\n]{3,80} feature set mismatch/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'libceph: no secret set', regex: /libceph: no secret set/, versions: 'Linux 3.10-6.8' },
      {
        literal: 'libceph: auth method',
        regex: /libceph: auth method \S{1,20} error -\d{1,4}/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'is up or the cluster is laggy',
        regex: /mount error: no mds server is up or the cluster is laggy/,
        versions: 'ceph 13-19',
      },
      {
        literal: 'monclient(hunting):',
        regex:
          /monclient\(hunting\): [^\n]{0,60}(?:authenticate timed out|no supported authentication|handle_auth_bad_method)/,
        versions: 'ceph 10-19',
      },
      { literal: 'libceph: bad option at', regex: /libceph: bad option at/, versions: 'Linux 3.10-6.8' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The kernel's Ceph client could not open a session with a monitor, storage or metadata daemon.",
      zh: '内核 Ceph 客户端无法与监视器、存储或元数据守护进程建立会话。',
    },
    usualCauses: {
      en: "Network or firewall between node and cluster, wrong keys, a kernel too old for the cluster's features.",
      zh: '节点与集群间的网络或防火墙、密钥错误，或内核过旧不支持集群特性。',
    },
    firstCheck: {
      en: '`nc -zv MON 6789`; `ceph -s`; the key in the secret.',
      zh: '`nc -zv MON 6789`；`ceph -s`；secret 中的密钥。',
    },
    remedy: {
      en: "Open the way, correct the key, lower the cluster's required features or use a newer kernel.",
      zh: '打通网络、更正密钥，降低所需特性或升级内核。',
    },
    source: ['torvalds/linux:net/ceph/messenger.c', 'torvalds/linux:net/ceph/auth.c'],
    matches: [
      'kernel: libceph: connect (1)10.20.0.11:6789 error -101',
      'kernel: libceph: mon2 (1)10.20.0.11:6789 connect error',
      'kernel: libceph: osd4 (1)10.20.0.11:6801 bad crc/signature',
      "kernel: libceph: mon0 10.20.0.11:6789 feature set mismatch, my 2f018fb87aa4aafe < server's 2f018fb8faa4aafe, missing 80000000",
      'kernel: libceph: no secret set (for auth_x protocol)',
      "kernel: libceph: auth method 'x' error -1",
      'mount error: no mds (Metadata Server) is up. The cluster might be laggy, or mount error: no mds server is up or the cluster is laggy',
      '2023-05-13 10:31:02.118 7f0a1b2c3d40  0 monclient(hunting): authenticate timed out after 300',
      "kernel: libceph: bad option at 'ms_mode'",
    ],
    mustNotMatch: ['kernel: libceph: mon0 (1)10.20.0.11:6789 session established'],
  },
  {
    id: 'rbd-device-failed',
    title: { en: 'A Ceph block device fails or is locked elsewhere', zh: 'Ceph 块设备失败或被他处锁定' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'at 0 result -',
        regex: /rbd: (?<device>rbd\d{1,5}): (?:write|read|discard) \S{1,20} at 0 result -\d{1,4}/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'result -108',
        regex: /rbd: (?<device>rbd\d{1,5}): [^\n]{1,60} result -108/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'failed to acquire lock:',
        regex: /rbd: (?<device>rbd\d{1,5}): failed to acquire (?:exclusive )?lock/,
        versions: 'Linux 4.9-6.8',
      },
      {
        literal: 'seems dead, breaking lock',
        regex: /rbd: (?<device>rbd\d{1,5}): \S{1,40} seems dead, breaking lock/,
        versions: 'Linux 4.9-6.8',
      },
      {
        literal: ': no lock owners detected',
        regex: /rbd: (?<device>rbd\d{1,5}): no lock owners detected/,
        versions: 'Linux 4.9-6.8',
      },
      {
        literal: 'image uses unsupported features',
        regex: /rbd: image (?<image>\S{1,200}): image uses unsupported features/,
        versions: 'Linux 3.10-6.8',
      },
      { literal: 'rbd: sysfs write failed', regex: /rbd: sysfs write failed/, versions: 'ceph 10-19' },
      {
        literal: 'is still being used',
        regex: /rbd image (?<image>\S{1,200}) is still being used/,
        versions: 'kubelet 1.8-1.30',
      },
      { literal: 'rbd: failed to lock image', regex: /(?:rbd: )?failed to lock image (?<image>\S{1,200})/ },
      {
        literal: 'breaking header lock owned',
        regex: /rbd: (?<device>rbd\d{1,5}): breaking (?:header )?lock owned by/,
        versions: 'Linux 4.9-6.8',
      },
      {
        literal: 'failed to blocklist client',
        regex: /rbd: (?<device>rbd\d{1,5}): failed to blocklist client/,
        versions: 'Linux 5.11-6.8',
      },
      {
        literal: 'failed to blacklist client',
        regex: /rbd: (?<device>rbd\d{1,5}): (?:failed to blacklist client|blacklist of \S{1,60} failed)/,
        versions: 'Linux 4.9-5.10',
      },
      { literal: 'rbd: failed to get mon address', regex: /rbd: failed to get mon address/, versions: 'ceph 16-19' },
      {
        literal: 'rbd: mapping succeeded but',
        regex: /rbd: mapping succeeded but \/dev\/(?<device>rbd\d{1,5}) is not accessible/,
        versions: 'ceph 14-19',
      },
      {
        literal: 'occurred while running rbd args',
        regex: /occurred while running rbd args:/,
        versions: 'ceph-csi 3.0-3.13',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Reads and writes of the mapped image fail, or another node still holds it.',
      zh: '映射镜像的读写失败，或仍被另一节点持有。',
    },
    usualCauses: {
      en: "The node was put on the cluster's blocklist, a dead node's lock, features the kernel does not know.",
      zh: '节点被集群列入黑名单、宕机节点遗留的锁，或内核不认识的特性。',
    },
    firstCheck: {
      en: '`ceph osd blocklist ls`, `rbd status IMAGE`, `rbd info IMAGE`',
      zh: '`ceph osd blocklist ls`、`rbd status 镜像`、`rbd info 镜像`',
    },
    remedy: {
      en: 'Unmap and map again after the blocklist entry is gone; disable unknown features.',
      zh: '移除黑名单后重新映射；禁用不支持的特性。',
    },
    source: ['torvalds/linux:drivers/block/rbd.c'],
    matches: [
      'kernel: rbd: rbd0: write 1000 at 0 result -108',
      'kernel: rbd: rbd0: write 1000 at 400000 (0) result -108',
      'kernel: rbd: rbd3: failed to acquire lock: -30',
      'kernel: rbd: rbd0: client4123 seems dead, breaking lock',
      'kernel: rbd: rbd0: no lock owners detected',
      'kernel: rbd: image csi-vol-0a1b2c3d: image uses unsupported features: 0x38',
      'rbd: sysfs write failed',
      'MountVolume.WaitForAttach failed for volume "pvc-0a1b2c3d" : rbd image pool-a/csi-vol-0a1b2c3d is still being used',
      'rbd: failed to lock image csi-vol-0a1b2c3d (maybe locked by other nodes), error exit status 1',
      'kernel: rbd: rbd0: breaking header lock owned by client4100231',
      'kernel: rbd: rbd0: failed to blocklist client4100231: -13',
      'kernel: rbd: rbd2: failed to blacklist client4100231: -110',
      'rbd: failed to get mon address (possible ms_mode mismatch)',
      'rbd: mapping succeeded but /dev/rbd3 is not accessible, is host /dev mounted?',
      'W0503 03:57:07.621582 2218477 rbd_attach.go:469] ID: 10 rbd: map error an error (exit status 2) occurred while running rbd args: [--id csi-rbd-node map]',
    ],
    mustNotMatch: [
      'kernel: rbd: rbd0: capacity 10737418240 features 0x1',
      'kernel: rbd: rbd0: capacity 10737418240 features 0x3d',
    ],
  },
  {
    id: 'ceph-cluster-ailing',
    title: { en: 'A Ceph cluster misses daemons or serves slowly', zh: 'Ceph 集群缺失守护进程或响应缓慢' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'Health check failed:',
        regex:
          /Health check failed: [^\n]{1,200}\((?<check>(?:OSD|PG|MON|MDS|POOL|FS)_\w{3,40}|SLOW_OPS|REQUEST_SLOW|OBJECT_\w{3,30})\)/,
        versions: 'ceph 12-19',
      },
      {
        literal: 'Health check update:',
        regex: /Health check update: [^\n]{1,200}\((?<check>[A-Z_]{6,40})\)/,
        versions: 'ceph 12-19',
      },
      {
        literal: 'heartbeat_check: no reply from',
        regex: /heartbeat_check: no reply from (?<address>[\w.:[\]/-]{3,80}) (?<daemon>osd\.\d{1,5})/,
        versions: 'ceph 10-19',
      },
      {
        literal: 'reporters from different',
        regex: /(?<daemon>osd\.\d{1,5}) failed \([^\n]{1,80}reporters from different/,
        versions: 'ceph 12-19',
      },
      { literal: 'slow request osd_op(', regex: /slow request osd_op\(/, versions: 'ceph 14-19' },
      { literal: 'slow requests are blocked', regex: /slow requests are blocked/, versions: 'ceph 10-13' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Volumes of the cluster answer late or not at all while daemons are away or disks are slow.',
      zh: '守护进程缺失或磁盘缓慢期间，集群的卷响应延迟或无响应。',
    },
    usualCauses: {
      en: 'A node or disk that failed, the network between daemons, a cluster that is nearly full.',
      zh: '节点或磁盘故障、守护进程间网络，或集群将满。',
    },
    firstCheck: {
      en: '`ceph -s`, `ceph health detail`, `ceph osd tree`',
      zh: '执行 `ceph -s`、`ceph health detail`、`ceph osd tree`',
    },
    remedy: { en: 'Bring the daemon or disk back; add space.', zh: '恢复守护进程或磁盘；增加空间。' },
    source: ['ceph/ceph:src/mon/HealthMonitor.cc', 'ceph/ceph:src/osd/OSD.cc'],
    matches: [
      'ceph-mon[611]: log_channel(cluster) log [WRN] : Health check failed: 1 osds down (OSD_DOWN)',
      'ceph-mon[611]: log_channel(cluster) log [WRN] : Health check update: 30 slow ops, oldest one blocked for 123 sec, osd.3 has slow ops (SLOW_OPS)',
      'ceph-osd[611]: osd.1 123 heartbeat_check: no reply from 10.20.0.11:6802 osd.3 since back 2023-05-13 10:31:02.118',
      'ceph-mon[611]: mon.a@0(leader).osd e123 osd.3 failed (root=default,host=node-3) (2 reporters from different host after 20.0)',
      'ceph-osd[611]: slow request osd_op(client.123) initiated 2023-05-13 currently waiting for sub ops',
      'ceph-mon[611]: 12 slow requests are blocked > 32 sec',
    ],
    mustNotMatch: ['ceph-mon[611]: log_channel(cluster) log [INF] : Health check cleared: OSD_DOWN (was: 1 osds down)'],
  },
];
