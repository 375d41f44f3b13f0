/** What kubectl said at 11:41 of the nodes and of the pods on them. */
import { at, goDuration, mailStamp } from './clock';
import { dockerCallMs, lastingNode, logsEnd, recoveringNode, type SickNode, type SickPlan, troubleEnd } from './plan';
import type { Pod } from './pods';
import type { Random } from './random';
import { describedColumns, joinLines, listedColumns } from './text';

const asked = at(11, 41, 2);
const timeout = 'operation timeout: context deadline exceeded';

/** One event as the API keeps it: seen first, seen last, how often. */
interface ClusterEvent {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly kind: 'Node' | 'Pod';
  readonly namespace: string;
  readonly name: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly source: string;
  readonly message: string;
}

/** `kubectl get events --all-namespaces` of Kubernetes 1.8; this pool keeps its events for a day. */
export function eventTable(random: Random, podsOf: ReadonlyMap<string, readonly Pod[]>): string {
  const events = [lastingNode, recoveringNode].flatMap((node) => [
    ...nodeEvents(node),
    ...podEvents(random, node, podsOf.get(node.host) ?? []),
  ]);
  const kept = events.sort((a, b) => b.last - a.last || a.first - b.first);
  const columns = [
    'NAMESPACE',
    'LASTSEEN',
    'FIRSTSEEN',
    'COUNT',
    'NAME',
    'KIND',
    'SUBOBJECT',
    'TYPE',
    'REASON',
    'SOURCE',
    'MESSAGE',
  ];
  const rows = kept.map((event) => [
    event.namespace,
    age(event.last),
    age(event.first),
    String(event.count),
    event.name,
    event.kind,
    '',
    event.type,
    event.reason,
    event.source,
    event.message,
  ]);
  return joinLines(listedColumns([columns, ...rows]));
}

function nodeEvents({ host, plan }: SickNode): ClusterEvent[] {
  const { count, last } = garbageFailures(plan);
  const common = { kind: 'Node', namespace: 'default', name: host, source: `kubelet, ${host}` } as const;
  const status = (reason: string, ms: number): ClusterEvent => ({
    ...common,
    first: ms,
    last: ms,
    count: 1,
    type: 'Normal',
    reason,
    message: `Node ${host} status is now: ${reason}`,
  });
  return [
    { ...common, first: plan.garbage, last, count, type: 'Warning', reason: 'ContainerGCFailed', message: timeout },
    status('NodeNotReady', plan.notReady),
    ...(plan.relief < logsEnd ? [status('NodeReady', plan.relief + 12_000)] : []),
  ];
}

/** How often garbage collection failed, and when last. */
function garbageFailures(plan: SickPlan): { readonly count: number; readonly last: number } {
  const period = 60_000 + dockerCallMs;
  const count = Math.ceil((troubleEnd(plan) - plan.garbage) / period);
  return { count, last: plan.garbage + (count - 1) * period };
}

function podEvents(random: Random, { host, plan }: SickNode, pods: readonly Pod[]): ClusterEvent[] {
  return pods.slice(-22).map((pod, index) => {
    const first = plan.timeouts + index * 9_000;
    return {
      first,
      last: plan.notReady + random.between(20_000, 110_000),
      count: random.between(2, 4),
      kind: 'Pod',
      namespace: pod.namespace,
      name: pod.name,
      type: 'Warning',
      reason: index % 2 === 0 ? 'FailedCreatePodSandBox' : 'FailedSync',
      source: `kubelet, ${host}`,
      message: index % 2 === 0 ? 'Failed create pod sandbox.' : 'Error syncing pod',
    };
  });
}

/** `kubectl describe node`. */
export function describeNode({ host, plan }: SickNode): string {
  const recovered = plan.relief < logsEnd;
  const heartbeat = mailStamp(asked - 7_000);
  const since = 'Tue, 12 Oct 2021 17:38:10 +0800';
  const unhealthy = `PLEG is not healthy: pleg was last seen active ${goDuration(asked - 7_000 - plan.lastActive, 412_877)} ago; threshold is 3m0s`;
  const ready = recovered
    ? ['Ready', 'True', heartbeat, mailStamp(plan.relief + 12_000), 'KubeletReady', 'kubelet is posting ready status']
    : ['Ready', 'False', heartbeat, mailStamp(plan.notReady), 'KubeletNotReady', unhealthy];
  const events = nodeEvents({ host, plan }).map((event) => [
    event.type,
    event.reason,
    event.count === 1 ? age(event.last) : `${age(event.last)} (x${event.count} over ${age(event.first)})`,
    event.source,
    event.message,
  ]);
  const dashes = (row: readonly string[]): string[] => row.map((cell) => '-'.repeat(cell.length));
  const conditionHead = ['Type', 'Status', 'LastHeartbeatTime', 'LastTransitionTime', 'Reason', 'Message'];
  const eventHead = ['Type', 'Reason', 'Age', 'From', 'Message'];
  const indent = (line: string): string => `  ${line}`;
  return joinLines([
    `Name:               ${host}`,
    'Roles:              <none>',
    'Labels:             beta.kubernetes.io/arch=amd64',
    '                    beta.kubernetes.io/os=linux',
    `                    kubernetes.io/hostname=${host}`,
    'Annotations:        node.alpha.kubernetes.io/ttl=0',
    'Taints:             <none>',
    `CreationTimestamp:  ${since}`,
    'Conditions:',
    ...describedColumns([
      conditionHead,
      dashes(conditionHead),
      [
        'OutOfDisk',
        'False',
        heartbeat,
        since,
        'KubeletHasSufficientDisk',
        'kubelet has sufficient disk space available',
      ],
      [
        'MemoryPressure',
        'False',
        heartbeat,
        since,
        'KubeletHasSufficientMemory',
        'kubelet has sufficient memory available',
      ],
      ['DiskPressure', 'False', heartbeat, since, 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
      ready,
    ]).map(indent),
    'System Info:',
    ' Kernel Version:             3.10.0-693.el7.x86_64',
    ' OS Image:                   CentOS Linux 7 (Core)',
    ' Operating System:           linux',
    ' Architecture:               amd64',
    ' Container Runtime Version:  docker://1.12.6',
    ' Kubelet Version:            v1.8.6',
    ' Kube-Proxy Version:         v1.8.6',
    'Events:',
    ...describedColumns([eventHead, dashes(eventHead), ...events]).map(indent),
  ]);
}

/** `3m`, `1h`: kubectl 1.8 keeps the largest unit only. */
function age(ms: number): string {
  const seconds = Math.floor((asked - ms) / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  return `${Math.floor(seconds / 3600)}h`;
}
