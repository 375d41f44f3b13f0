/** What kubectl said of the nodes. */
import type { SickPlan } from './sickNode';

/** `kubectl get events` of Kubernetes 1.8. */
export function eventTable(hosts: readonly string[]): string {
  const rows: string[] = [
    'LASTSEEN   FIRSTSEEN   COUNT     NAME                  KIND      SUBOBJECT   TYPE      REASON               SOURCE                        MESSAGE',
  ];
  hosts.forEach((host, index) => {
    rows.push(
      `${3 + index}m         1h          ${22 - index * 4}        ${host}    Node                  Warning   ContainerGCFailed    kubelet, ${host}   operation timeout: context deadline exceeded`,
      `${index === 0 ? '1h ' : '21m'}        1h          1         ${host}    Node                  Normal    ${index === 0 ? 'NodeNotReady' : 'NodeReady   '}         kubelet, ${host}   Node ${host} status is now: ${index === 0 ? 'NodeNotReady' : 'NodeReady'}`,
    );
  });
  return `${rows.join('\n')}\n`;
}

/** The part of `kubectl describe node` that tells conditions and events. */
export function describeNode(host: string, plan: SickPlan): string {
  const heartbeat = stamp(Date.UTC(2022, 4, 13, 3, 41, 2));
  const recovered = plan.relief < Date.UTC(2022, 4, 13, 3, 40);
  const ready = recovered
    ? `  Ready            True    ${heartbeat}   ${stamp(plan.relief + 12_000)}   KubeletReady                 kubelet is posting ready status`
    : `  Ready            False   ${heartbeat}   ${stamp(plan.notReady)}   KubeletNotReady              PLEG is not healthy: pleg was last seen active 1h12m58.412877019s ago; threshold is 3m0s`;
  return [
    `Name:               ${host}`,
    'Roles:              <none>',
    'Labels:             beta.kubernetes.io/arch=amd64',
    '                    beta.kubernetes.io/os=linux',
    `                    kubernetes.io/hostname=${host}`,
    'Conditions:',
    '  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message',
    '  ----             ------  -----------------                 ------------------                ------                       -------',
    `  OutOfDisk        False   ${heartbeat}   Tue, 12 Oct 2021 17:38:10 +0800   KubeletHasSufficientDisk     kubelet has sufficient disk space available`,
    `  MemoryPressure   False   ${heartbeat}   Tue, 12 Oct 2021 17:38:10 +0800   KubeletHasSufficientMemory   kubelet has sufficient memory available`,
    `  DiskPressure     False   ${heartbeat}   Tue, 12 Oct 2021 17:38:10 +0800   KubeletHasNoDiskPressure     kubelet has no disk pressure`,
    ready,
    'System Info:',
    ' Kernel Version:             3.10.0-693.el7.x86_64',
    ' OS Image:                   CentOS Linux 7 (Core)',
    ' Container Runtime Version:  docker://1.12.6',
    ' Kubelet Version:            v1.8.6',
    ' Kube-Proxy Version:         v1.8.6',
    'Events:',
    '  Type     Reason             Age                From                          Message',
    '  ----     ------             ----               ----                          -------',
    `  Warning  ContainerGCFailed  3m (x22 over 1h)   kubelet, ${host}   operation timeout: context deadline exceeded`,
    `  Normal   NodeNotReady       1h                 kubelet, ${host}   Node ${host} status is now: NodeNotReady`,
    '',
  ].join('\n');
}

/** `Fri, 13 May 2022 10:31:04 +0800`. */
function stamp(ms: number): string {
  const text = new Date(ms + 8 * 3_600_000).toUTCString();
  return `${text.slice(0, 25)} +0800`;
}
