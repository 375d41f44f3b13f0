/** What collected command outputs say about a node: rule counts, saturated processes, full disks. */
import type { Signature } from '../signature';

export const factSignatures: readonly Signature[] = [
  {
    id: 'many-iptables-rules',
    title: { en: 'Very many iptables rules on the node', zh: '节点上的 iptables 规则过多' },
    category: 'network',
    severity: 'warning',
    role: 'context',
    emitters: ['iptables'],
    wordings: [],
    fact: { name: 'iptables.rules', atLeast: 10_000 },
    time: { kind: 'instant' },
    meaning: {
      en: 'The collected rule set has tens of thousands of rules. Every change of one rule reads and rewrites the whole table while it holds the xtables lock.',
      zh: '采集到的规则集有上万条规则。任何一条规则的改动都要在持有 xtables 锁的情况下读写整张表。',
    },
    usualCauses: {
      en: 'Many Services and endpoints in iptables mode, or one NAT rule set per published container port that nobody removes.',
      zh: 'iptables 模式下 Service 和端点过多，或每个发布端口的容器各有一组 NAT 规则且无人清理。',
    },
    firstCheck: {
      en: 'Run `iptables-save | wc -l` and `time iptables -nL`; compare with a healthy node.',
      zh: '执行 `iptables-save | wc -l` 和 `time iptables -nL`，并与健康节点比较。',
    },
    remedy: {
      en: 'Fewer pods and published ports per node: spread the load or add nodes, give up host ports for NodePort or Ingress; kube-proxy in ipvs or nftables mode.',
      zh: '减少每个节点的 Pod 与发布端口：分散负载或增加节点，用 NodePort 或 Ingress 代替主机端口；kube-proxy 改用 ipvs 或 nftables 模式。',
    },
    source: ['https://github.com/kubernetes/kubernetes/issues/96018', 'https://github.com/moby/moby/issues/26111'],
    matches: [],
    mustNotMatch: [],
  },
  {
    id: 'kube-proxy-cpu-saturated',
    title: { en: 'kube-proxy uses a whole CPU', zh: 'kube-proxy 占满一个 CPU' },
    category: 'network',
    severity: 'warning',
    role: 'context',
    emitters: ['kube-proxy'],
    wordings: [],
    fact: { name: 'process.cpu', atLeast: 80, subject: /^(?:kube-proxy|hyperkube)/ },
    time: { kind: 'instant' },
    meaning: {
      en: 'When the process list was collected kube-proxy was busy without pause: it rewrites rules all the time.',
      zh: '采集进程列表时 kube-proxy 一直处于忙碌状态：它在不停地改写规则。',
    },
    usualCauses: {
      en: 'A rule set so large that one sync takes as long as the time to the next, or endpoints that change every second.',
      zh: '规则集过大，一次同步尚未结束下一次又开始；或端点每秒都在变化。',
    },
    firstCheck: {
      en: 'Look for `syncProxyRules took` in its log and count the rules with `iptables-save | wc -l`.',
      zh: '在其日志中查找 `syncProxyRules took`，并用 `iptables-save | wc -l` 统计规则数。',
    },
    remedy: {
      en: 'Raise its minimum sync period, reduce rules per node, or use ipvs or nftables mode.',
      zh: '调大最小同步周期，减少每个节点的规则，或使用 ipvs 或 nftables 模式。',
    },
    source: ['https://github.com/kubernetes/kubernetes/issues/48107'],
    matches: [],
    mustNotMatch: [],
  },
  {
    id: 'disk-almost-full',
    title: { en: 'A file system is almost full', zh: '文件系统几乎写满' },
    category: 'disk-pressure',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [],
    fact: { name: 'disk.usedPercent', atLeast: 90 },
    time: { kind: 'instant' },
    meaning: {
      en: 'When `df` was collected a file system was at least 90 % full.',
      zh: '采集 `df` 时某个文件系统使用率至少为 90%。',
    },
    usualCauses: {
      en: 'Images and container layers that garbage collection cannot free, logs that are not rotated, or a volume that is too small.',
      zh: '垃圾回收无法释放的镜像与容器层、未轮转的日志，或卷容量过小。',
    },
    firstCheck: {
      en: 'Run `df -h`, `df -i` and `du -xsh /var/lib/*`.',
      zh: '执行 `df -h`、`df -i` 和 `du -xsh /var/lib/*`。',
    },
    remedy: {
      en: 'Free or enlarge that file system; rotate logs; lower the image GC thresholds.',
      zh: '清理或扩容该文件系统；轮转日志；调低镜像回收阈值。',
    },
    source: ['https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/'],
    matches: [],
    mustNotMatch: [],
  },
];
