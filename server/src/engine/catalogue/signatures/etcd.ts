/** etcd: disk and network too slow for its heartbeats, lost leaders, a full database, members whose clocks differ. */
import type { Signature } from '../signature';

export const etcdSignatures: readonly Signature[] = [
  {
    id: 'etcd-apply-slow',
    title: { en: 'etcd takes long to carry out requests', zh: 'etcd 执行请求缓慢' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['etcd'],
    wordings: [
      {
        literal: 'apply entries took too long',
        regex: /apply entries took too long \[(?<took>[\d.hmsµn]{2,20}) for \d{1,8} entries\]/,
        versions: 'etcd 3.1-3.3',
      },
      {
        literal: ' took too long (',
        regex:
          /(?:read-only range |txn |)request \\*"[^\n]{1,600}?\\*" (?:with result \\*"[^\n]{0,300}?\\*" )?took too long \((?<took>[\d.hmsµn]{2,20})\) to execute/,
        versions: 'etcd 3.3-3.4',
      },
      {
        literal: 'apply request took too long',
        regex: /apply request took too long(?:\\*",\\*"took\\*":\\*"(?<took>[\d.hmsµn]{2,20}))?/,
        versions: 'etcd 3.4 and later',
      },
      {
        literal: 'request stats',
        regex: /request stats\\*"[^\n]{0,160}?\\*"time spent\\*":\\*"(?<took>[\d.hmsµn]{2,20})\\*"/,
        versions: 'etcd 3.5 and later',
      },
      {
        literal: 'waiting for ReadIndex response',
        regex: /waiting for ReadIndex response took too long, retrying/,
        versions: 'etcd 3.4 and later',
      },
      {
        literal: 'avoid queries with large range',
        regex: /etcdserver: avoid queries with large range\/delete range/,
        versions: 'etcd 3.1-3.3',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'A request took longer than 100 ms inside etcd. Single ones are common, many at a time are not.',
      zh: '某请求在 etcd 内耗时超过 100 毫秒。偶发常见，成批出现则不正常。',
    },
    usualCauses: { en: 'A slow disk, too little CPU, very large ranges.', zh: '磁盘慢、CPU 不足、范围查询过大。' },
    firstCheck: {
      en: 'Metric etcd_disk_wal_fsync_duration_seconds.',
      zh: '查看指标 etcd_disk_wal_fsync_duration_seconds。',
    },
    remedy: { en: 'A disk of its own for etcd; fewer large lists.', zh: '为 etcd 使用独立磁盘；减少大范围列表。' },
    source: ['etcd-io/etcd:etcdserver/util.go', 'etcd-io/etcd:server/etcdserver/txn/util.go'],
    matches: [
      '2022-05-13 10:31:02.118001 W | etcdserver: avoid queries with large range/delete range!',
      '2022-05-13 10:31:02.118001 W | etcdserver: apply entries took too long [1.118s for 1 entries]',
      '2022-05-13 10:31:02.118001 W | etcdserver: read-only range request "key:\\"/registry/pods\\" " with result "range_response_count:812 size:91234" took too long (312.118ms) to execute',
      '{"level":"warn","ts":"2022-05-13T10:31:02.118Z","caller":"etcdserver/util.go:166","msg":"apply request took too long","took":"312.118ms","expected-duration":"100ms"}',
      '{"level":"warn","ts":"2022-05-13T10:31:02.118Z","caller":"v3rpc/interceptor.go:197","msg":"request stats","start time":"2022-05-13T10:30:55.117Z","time spent":"7.000981s","remote":"10.0.3.17:40578","response type":"/etcdserverpb.Lease/LeaseGrant"}',
      '{"level":"warn","msg":"waiting for ReadIndex response took too long, retrying","sent-request-id":123,"retry-timeout":"500ms"}',
    ],
    mustNotMatch: [
      'sync took too long to start',
      '{"level":"info","msg":"finished scheduled compaction","took":"1.2s"}',
    ],
  },
  {
    id: 'etcd-fsync-slow',
    title: { en: 'The disk of etcd is too slow', zh: 'etcd 磁盘过慢' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['etcd'],
    wordings: [
      {
        literal: 'wal: sync duration of',
        regex: /wal: sync duration of (?<took>[\d.hmsµn]{2,20}), expected less than 1s/,
        versions: 'etcd 3.1-3.4',
      },
      {
        literal: 'slow fdatasync',
        regex: /slow fdatasync(?:\\*",\\*"took\\*":\\*"(?<took>[\d.hmsµn]{2,20}))?/,
        versions: 'etcd 3.4 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'took', unit: 's' },
    meaning: {
      en: 'Writing its log to disk took longer than a second; etcd misses heartbeats while it waits.',
      zh: '日志落盘超过一秒；等待期间 etcd 会错过心跳。',
    },
    usualCauses: {
      en: 'A disk shared with other writers, a network disk, a throttled cloud volume.',
      zh: '与其他写入者共用磁盘、使用网络盘，或云盘限速。',
    },
    firstCheck: {
      en: '`iostat -x 1`; `fio` with fdatasync on that disk.',
      zh: '`iostat -x 1`；在该盘上用 `fio` 测 fdatasync。',
    },
    remedy: { en: 'A fast disk of its own.', zh: '使用独立的高速磁盘。' },
    source: ['etcd-io/etcd:server/storage/wal/wal.go'],
    matches: [
      '2022-05-13 10:31:02.118001 W | wal: sync duration of 2.118s, expected less than 1s',
      '{"level":"warn","ts":"2022-05-13T10:31:02.118Z","caller":"wal/wal.go:805","msg":"slow fdatasync","took":"2.118s","expected-duration":"1s"}',
    ],
    mustNotMatch: ['fdatasync is slow on this device'],
  },
  {
    id: 'etcd-heartbeat-late',
    title: { en: 'The etcd leader sends its heartbeats late', zh: 'etcd leader 心跳发送延迟' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['etcd'],
    wordings: [
      {
        literal: 'to send out heartbeat on time',
        regex:
          /failed to send out heartbeat on time(?: \(exceeded the (?<interval>[\d.hmsµn]{2,20}) timeout for (?<excess>[\d.hmsµn]{2,20})| ?; took too long)?/,
        versions: 'etcd 3.1 and later',
      },
      { literal: 'server is likely overloaded', regex: /\bserver is likely overloaded/, versions: 'etcd 3.1-3.4' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The loop of the leader was blocked; followers soon start an election.',
      zh: 'leader 主循环被阻塞；follower 很快会发起选举。',
    },
    usualCauses: { en: 'A slow disk or too little CPU on the leader.', zh: 'leader 磁盘慢或 CPU 不足。' },
    firstCheck: { en: 'Slow sync lines just before; load of that machine.', zh: '看此前的慢同步日志与该机负载。' },
    remedy: { en: 'Relieve disk and CPU of the leader.', zh: '缓解 leader 的磁盘与 CPU 压力。' },
    source: ['etcd-io/etcd:server/etcdserver/raft.go'],
    matches: [
      '2022-05-13 10:31:02.118001 W | etcdserver: failed to send out heartbeat on time (exceeded the 100ms timeout for 612.118ms, to 8e9e05c52164694d)',
      '2022-05-13 10:31:02.118001 W | etcdserver: server is likely overloaded',
      '{"level":"warn","msg":"leader failed to send out heartbeat on time; took too long, leader is overloaded likely from slow disk","to":"8e9e05c52164694d","heartbeat-interval":"100ms","expected-duration":"200ms","exceeded-duration":"312.118ms"}',
    ],
    mustNotMatch: ['heartbeat sent on time'],
  },
  {
    id: 'etcd-request-timeout',
    title: { en: 'etcd did not commit a request in time', zh: 'etcd 未在时限内提交请求' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['etcd', 'kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'etcdserver: request timed out',
        regex: /etcdserver: request timed out(?:, (?<variant>[^\n"']{1,80}))?/,
        versions: 'etcd 3.0 and later',
      },
      {
        literal: 'etcd cluster is unavailable',
        regex: /etcd cluster is unavailable or misconfigured/,
        versions: 'etcd client 2 and 3',
      },
      { literal: 'etcdserver: leader changed', regex: /etcdserver: leader changed/, versions: 'etcd 3.4 and later' },
      {
        literal: 'etcdserver: too many requests',
        regex: /etcdserver: too many requests/,
        versions: 'etcd 3.0 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 7000 },
    meaning: {
      en: 'A write was not confirmed by a majority within about seven seconds.',
      zh: '写入在约七秒内未得到多数成员确认。',
    },
    usualCauses: {
      en: 'No leader, a slow disk, members that cannot reach one another.',
      zh: '没有 leader、磁盘慢，或成员互相不可达。',
    },
    firstCheck: {
      en: '`etcdctl endpoint status --cluster -w table`',
      zh: '执行 `etcdctl endpoint status --cluster -w table`',
    },
    remedy: { en: 'Restore the quorum; cure disk and network.', zh: '恢复多数派；修复磁盘与网络。' },
    source: ['etcd-io/etcd:api/v3rpc/rpctypes/error.go'],
    matches: [
      'Error updating node lease: etcdserver: request timed out, possibly due to previous leader failure',
      'client: etcd cluster is unavailable or misconfigured; error #0: dial tcp 10.0.3.2:2379: i/o timeout',
      'etcdserver: leader changed',
      'etcdserver: too many requests',
    ],
    mustNotMatch: ['etcdserver: request ignored (cluster ID mismatch)', 'server: request timed out'],
  },
  {
    id: 'etcd-no-leader',
    title: { en: 'etcd has no leader', zh: 'etcd 没有 leader' },
    category: 'api-unreachable',
    severity: 'fatal',
    role: 'problem',
    emitters: ['etcd', 'kube-apiserver'],
    wordings: [
      { literal: 'etcdserver: no leader', regex: /etcdserver: no leader/, versions: 'etcd 3.0 and later' },
      {
        literal: ' lost leader ',
        regex: /raft(?:\.node)?: (?<member>[0-9a-f]{12,16}) lost leader (?<leader>[0-9a-f]{12,16}) at term \d{1,10}/,
        versions: 'etcd 3.1 and later',
      },
      {
        literal: 'lost the TCP streaming connection',
        regex: /lost the TCP streaming connection with peer (?<member>[0-9a-f]{12,16})/,
        versions: 'etcd 3.1 and later',
      },
      {
        literal: 'is starting a new election',
        regex: /(?<member>[0-9a-f]{12,16}) is starting a new election at term \d{1,10}/,
        versions: 'etcd 3.1 and later',
      },
      {
        literal: ' became candidate at term',
        regex: /(?<member>[0-9a-f]{12,16}) became candidate at term \d{1,10}/,
        versions: 'etcd 3.1 and later',
      },
      {
        literal: 'health check for peer',
        regex: /health check for peer (?:(?<member>[0-9a-f]{12,16}) )?could not connect/,
        versions: 'etcd 3.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'No majority or an election is running: no write succeeds until a leader is elected.',
      zh: '没有多数派或正在选举：选出 leader 前写入均失败。',
    },
    usualCauses: {
      en: 'Members that are down, a cut network, a disk so slow that heartbeats are missed.',
      zh: '成员宕机、网络中断，或磁盘过慢导致错过心跳。',
    },
    firstCheck: { en: '`etcdctl endpoint health --cluster`', zh: '执行 `etcdctl endpoint health --cluster`' },
    remedy: { en: 'Bring the members back; cure the disk of the leader.', zh: '恢复成员；修复 leader 磁盘。' },
    source: [
      'etcd-io/etcd:api/v3rpc/rpctypes/error.go',
      'etcd-io/raft:raft.go',
      'etcd-io/etcd:server/etcdserver/api/rafthttp/stream.go',
    ],
    matches: [
      '2022-05-13 10:31:02.118001 W | rafthttp: health check for peer 91bc3c398fb3c146 could not connect: dial tcp 10.0.3.3:2380: connect: connection refused',
      '2022-05-13 10:31:02.118001 I | raft: 8e9e05c52164694d became candidate at term 812',
      'rpc error: code = Unavailable desc = etcdserver: no leader',
      '2022-05-13 10:31:02.118001 I | raft: raft.node: 8e9e05c52164694d lost leader 91bc3c398fb3c146 at term 812',
      '2022-05-13 10:31:02.118001 W | rafthttp: lost the TCP streaming connection with peer 91bc3c398fb3c146 (stream MsgApp v2 reader)',
      '{"level":"info","msg":"8e9e05c52164694d is starting a new election at term 812"}',
    ],
    mustNotMatch: ['raft.node: 8e9e05c52164694d elected leader 91bc3c398fb3c146 at term 813', 'leader lost the lease'],
  },
  {
    id: 'etcd-leader-elected',
    title: { en: 'etcd elected a leader', zh: 'etcd 选出了 leader' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'recovery',
    ends: ['etcd-no-leader'],
    emitters: ['etcd'],
    wordings: [
      {
        literal: ' elected leader ',
        regex: /raft(?:\.node)?: (?<member>[0-9a-f]{12,16}) elected leader (?<leader>[0-9a-f]{12,16}) at term \d{1,10}/,
        versions: 'etcd 3.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Writes are possible again from here.', zh: '自此写入恢复。' },
    usualCauses: { en: 'An election ended.', zh: '选举结束。' },
    firstCheck: {
      en: 'How often it happens: frequent elections mean a slow disk or network.',
      zh: '看发生频率：频繁选举意味着磁盘或网络缓慢。',
    },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['etcd-io/raft:node.go'],
    matches: [
      '2022-05-13 10:31:04.118001 I | raft: raft.node: 8e9e05c52164694d elected leader 91bc3c398fb3c146 at term 813',
    ],
    mustNotMatch: ['raft.node: 8e9e05c52164694d lost leader 91bc3c398fb3c146 at term 812'],
  },
  {
    id: 'etcd-nospace',
    title: { en: 'The database of etcd is full', zh: 'etcd 数据库已满' },
    category: 'api-unreachable',
    severity: 'fatal',
    role: 'problem',
    emitters: ['etcd', 'kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'database space exceeded',
        regex: /etcdserver: mvcc: database space exceeded/,
        versions: 'etcd 3.0 and later',
      },
      { literal: 'alarm raised', regex: /alarm raised\b[^\n]{0,60}NOSPACE/, versions: 'etcd 3.1 and later' },
      { literal: 'alarm NOSPACE raised', regex: /alarm NOSPACE raised by peer/, versions: 'etcd 3.1-3.4' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The quota is reached: the cluster is read-only, leases cannot be renewed.',
      zh: '达到配额：集群只读，租约无法续期。',
    },
    usualCauses: {
      en: 'No compaction or defragmentation; a flood of Events or custom objects.',
      zh: '未压缩或碎片整理；Event 或自定义对象泛滥。',
    },
    firstCheck: {
      en: '`etcdctl endpoint status --cluster -w table; etcdctl alarm list`',
      zh: '执行 `etcdctl endpoint status --cluster -w table; etcdctl alarm list`',
    },
    remedy: {
      en: 'Compact, defrag, then `etcdctl alarm disarm`; raise the quota.',
      zh: '压缩、碎片整理，再执行 `etcdctl alarm disarm`；调大配额。',
    },
    source: ['etcd-io/etcd:api/v3rpc/rpctypes/error.go', 'etcd-io/etcd:server/etcdserver/server.go'],
    matches: [
      'Error updating node lease: etcdserver: mvcc: database space exceeded',
      '{"level":"warn","msg":"alarm raised","alarm":"NOSPACE","from":"8e9e05c52164694d"}',
      '2022-05-13 10:31:02.118001 W | etcdserver: alarm NOSPACE raised by peer 8e9e05c52164694d',
    ],
    mustNotMatch: ['alarm raised by sensor 4', 'database space usage 40 %'],
  },
  {
    id: 'etcd-clock-drift',
    title: { en: 'The clocks of cluster members differ', zh: '集群成员时钟不一致' },
    category: 'clock',
    severity: 'warning',
    role: 'problem',
    emitters: ['etcd'],
    wordings: [
      {
        literal: 'the clock difference against peer',
        regex:
          /the clock difference against peer (?<member>[0-9a-f]{12,16}) is too high \[(?<drift>[\d.hmsµn-]{2,24}) > 1s\]/,
        versions: 'etcd 3.1-3.4',
      },
      {
        literal: 'prober found high clock drift',
        regex: /prober found high clock drift/,
        versions: 'etcd 3.4 and later',
      },
      {
        literal: 'clock skew detected on',
        regex: /clock skew detected on (?<member>mon\.[\w-]{1,80})/,
        versions: 'Ceph',
      },
      { literal: ' clock skew ', regex: /\bclock skew (?<drift>\d{1,9}(?:\.\d{1,9})?)s > max \d/, versions: 'Ceph' },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Two members disagree by more than a second.', zh: '两个成员时间相差超过一秒。' },
    usualCauses: {
      en: 'Time synchronisation does not work on one of them; or the probe itself was late under load.',
      zh: '其中一个成员未同步时间；或高负载下探测本身延迟。',
    },
    firstCheck: { en: '`chronyc tracking` on both members.', zh: '在两个成员上执行 `chronyc tracking`。' },
    remedy: { en: 'Restore time synchronisation.', zh: '恢复时间同步。' },
    source: ['etcd-io/etcd:server/etcdserver/api/rafthttp/probing_status.go'],
    matches: [
      '[WRN]  mon.2 10.0.9.13:6790/0 clock skew 0.0784957s > max 0.05s',
      'HEALTH_WARN clock skew detected on mon.b',
      '2022-05-13 10:31:02.118001 W | rafthttp: the clock difference against peer 91bc3c398fb3c146 is too high [2.118s > 1s]',
      '{"level":"warn","msg":"prober found high clock drift","round-tripper-name":"ROUND_TRIPPER_SNAPSHOT","remote-peer-id":"91bc3c398fb3c146","clock-drift":"2.118s","rtt":"1.2ms"}',
    ],
    mustNotMatch: ['clock difference is small'],
  },
  {
    id: 'etcd-client-retry',
    title: { en: 'A client of etcd gets no answer', zh: 'etcd 客户端得不到应答' },
    category: 'api-unreachable',
    severity: 'warning',
    role: 'problem',
    emitters: ['kube-apiserver', 'etcd', 'any'],
    wordings: [
      {
        literal: 'retrying of unary invoker failed',
        regex: /retrying of unary invoker failed\b/,
        versions: 'etcd client 3.4 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A request to etcd ran into its deadline or met no server and is tried again.',
      zh: '对 etcd 的请求超时或无服务器应答，正在重试。',
    },
    usualCauses: { en: 'etcd is down, has no leader, or its disk is slow.', zh: 'etcd 宕机、无 leader，或其磁盘慢。' },
    firstCheck: {
      en: '`etcdctl endpoint status --cluster -w table`',
      zh: '执行 `etcdctl endpoint status --cluster -w table`。',
    },
    remedy: { en: 'Bring etcd back; a faster disk.', zh: '恢复 etcd；换更快的磁盘。' },
    source: ['etcd-io/etcd:client/v3/retry_interceptor.go'],
    matches: [
      '{"level":"warn","ts":"2022-05-13T02:27:47Z","logger":"etcd-client","msg":"retrying of unary invoker failed","target":"etcd-endpoints://0xc000a1/127.0.0.1:2379","attempt":0,"error":"rpc error: code = DeadlineExceeded desc = context deadline exceeded"}',
    ],
    mustNotMatch: ['retrying of the invoice failed'],
  },
  {
    id: 'etcd-data-damaged',
    title: { en: 'etcd cannot use its data', zh: 'etcd 数据不可用' },
    category: 'api-unreachable',
    severity: 'fatal',
    role: 'problem',
    emitters: ['etcd'],
    wordings: [
      {
        literal: 'has already been bootstrapped',
        regex: /member [0-9a-f]{8,16} has already been bootstrapped/,
        versions: 'etcd 2 and 3',
      },
      {
        literal: 'failed to recover v3 backend',
        regex: /failed to recover v3 backend from snapshot/,
        versions: 'etcd 3.x',
      },
      { literal: 'wal: crc mismatch', regex: /\bwal: crc mismatch/, versions: 'etcd 3.x' },
      { literal: 'get all reachable pages', regex: /freepages: failed to get all reachable pages/, versions: 'bbolt' },
      {
        literal: 'cluster ID mismatch',
        regex: /(?:request )?(?:sent was )?(?:ignored \()?cluster ID mismatch/,
        versions: 'etcd 3.x',
      },
      {
        literal: 'is out of range [lastIndex',
        regex: /tocommit\(\d{1,20}\) is out of range \[lastIndex\(\d{1,20}\)\]/,
        versions: 'etcd 3.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Log, snapshot or database of this member are damaged, missing or of another cluster; it does not start.',
      zh: '该成员的日志、快照或数据库损坏、缺失，或属于其他集群；它无法启动。',
    },
    usualCauses: {
      en: 'A hard power-off, a full disk, a data directory that was copied or emptied.',
      zh: '硬断电、磁盘写满、数据目录被拷贝或清空。',
    },
    firstCheck: {
      en: '`ls -l /var/lib/etcd/member`; the state of the other members.',
      zh: '`ls -l /var/lib/etcd/member`；其他成员的状态。',
    },
    remedy: {
      en: 'Remove the member and add it anew; with no quorum restore a snapshot.',
      zh: '移除该成员并重新加入；若失去多数派则从快照恢复。',
    },
    source: ['etcd-io/etcd:server/etcdserver/bootstrap.go', 'etcd-io/bbolt:db.go'],
    matches: [
      '{"level":"fatal","msg":"discovery failed","error":"member 8e9e05c52164694d has already been bootstrapped"}',
      '{"level":"panic","msg":"failed to recover v3 backend from snapshot","error":"failed to find database snapshot file"}',
      'etcdserver: read wal error (wal: crc mismatch) and cannot be repaired',
      'panic: freepages: failed to get all reachable pages (page 8123: multiple references)',
      'rafthttp: request sent was ignored (cluster ID mismatch: peer[8e9e05c52164694d]=1, local=2)',
      'panic: tocommit(812) is out of range [lastIndex(0)]. Was the raft log corrupted, truncated, or lost?',
    ],
    mustNotMatch: ['etcdserver: request timed out', 'cluster ID is 8e9e05c52164694d'],
  },
];
