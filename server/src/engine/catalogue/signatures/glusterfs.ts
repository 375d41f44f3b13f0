/** What GlusterFS's clients and daemons, and Heketi, say when bricks are away or mounts fail. */
import type { Signature } from '../signature';

export const glusterfsSignatures: readonly Signature[] = [
  {
    id: 'gluster-brick-unreachable',
    title: { en: 'GlusterFS cannot reach its bricks', zh: 'GlusterFS 无法连接其 brick' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'Client-quorum is not met', regex: /Client-quorum is not met/, versions: 'glusterfs 3.7-11' },
      {
        literal: 'attempting to connect to host:',
        regex: /error returned while attempting to connect to host:(?<host>[^,\n]{1,253}), port:\d{1,5}/,
        versions: 'glusterfs 3.12-11',
      },
      {
        literal: 'Client process will keep trying',
        regex: /disconnected from (?<volume>\S{1,120})\. Client process will keep trying/,
        versions: 'glusterfs 3.6-11',
      },
      {
        literal: 'get the port number for remote',
        regex: /failed to get the port number for remote subvolume/,
        versions: 'glusterfs 3.6-11',
      },
      {
        literal: 'first lookup on root failed',
        regex: /first lookup on root failed \((?<reason>[^)\n]{3,80})\)/,
        versions: 'glusterfs 3.6-11',
      },
      {
        literal: '] 0-glusterfs-fuse:',
        regex:
          /[WE] (?:\[MSGID: \d{1,7}\] )?\[fuse-bridge\.c:[^\]\n]{1,60}\] 0-glusterfs-fuse: [^\n]{1,200}=> -1 \(Transport endpoint is not connected\)/,
        versions: 'glusterfs 3.6-11',
      },
      { literal: 'failed to set volfile server', regex: /failed to set volfile server/, versions: 'glusterfs 3.6-11' },
      {
        literal: ':socket_connect_finish] 0-',
        regex:
          /\[socket\.c:\d{1,6}:socket_connect_finish\] 0-(?<volume>\S{1,120}): connection to (?<peer>\S{3,60}) failed \((?<reason>[^)\n]{3,60})\)/,
        versions: 'glusterfs 3.6-11',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A client of GlusterFS cannot reach so many bricks of a volume that it can neither read nor write; processes that use the mount get errors.',
      zh: 'GlusterFS 客户端无法连接卷的足够多 brick，无法读写，使用该挂载的进程会得到错误。',
    },
    usualCauses: {
      en: 'Brick processes that are not running after a reboot, glusterd that is down, or a network between the nodes that is broken.',
      zh: '重启后 brick 进程未运行、glusterd 停止，或节点间网络中断。',
    },
    firstCheck: {
      en: '`gluster volume status`; `gluster peer status`; the logs in `/var/log/glusterfs/bricks`',
      zh: '执行 `gluster volume status`、`gluster peer status`；查看 `/var/log/glusterfs/bricks` 下日志',
    },
    remedy: {
      en: 'Start the missing bricks with `gluster volume start VOLUME force`; mount the volume again.',
      zh: '用 `gluster volume start 卷 force` 启动缺失的 brick；重新挂载该卷。',
    },
    source: [
      'gluster/glusterfs:xlators/protocol/client/src/client.c',
      'gluster/glusterfs:xlators/mount/fuse/src/fuse-bridge.c',
      'gluster/glusterfs:xlators/cluster/afr/src/afr-common.c',
    ],
    matches: [
      '[2015-11-23 16:14:14.782281] W [MSGID: 108001] [afr-common.c:3924:afr_notify] 0-vol1-replicate-0: Client-quorum is not met',
      '[2019-04-03 14:02:05.085212] W [rpc-clnt.c:1753:rpc_clnt_submit] 0-vol1-client-1: error returned while attempting to connect to host:(null), port:0',
      "[2019-04-16 05:41:57.673777] I [MSGID: 114018] [client.c:2319:client_rpc_notify] 0-vol1-client-2: disconnected from vol1-client-2. Client process will keep trying to connect to glusterd until brick's port is available",
      '[2015-11-23 16:14:14.782814] E [MSGID: 114058] [client-handshake.c:1524:client_query_portmap_cbk] 0-vol1-client-4: failed to get the port number for remote subvolume.',
      '[2019-04-16 05:41:57.676393] E [fuse-bridge.c:5211:fuse_first_lookup] 0-fuse: first lookup on root failed (Transport endpoint is not connected)',
      '[2019-04-16 05:41:57.677815] W [fuse-bridge.c:1266:fuse_attr_cbk] 0-glusterfs-fuse: 2: LOOKUP() / => -1 (Transport endpoint is not connected)',
      '[2020-11-30 07:02:44.691110] E [glusterfsd.c:834:gf_remember_backup_volfile_server] 0-glusterfs: failed to set volfile server: File exists',
      '[2015-11-23 16:14:14.782260] E [socket.c:2278:socket_connect_finish] 0-vol1-client-3: connection to 10.20.10.5:49152 failed (Connection refused)',
    ],
    mustNotMatch: ['[2019-04-16 05:41:57.675354] I [fuse-bridge.c:5753:fuse_graph_sync] 0-fuse: switched to graph 0'],
  },
];
