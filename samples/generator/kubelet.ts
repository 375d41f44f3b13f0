/** kubelet 1.8.6 of a sick node: a wave of starts, docker calls that run out of time, failed garbage collections, PLEG, NotReady. */
import { goDuration, goTime, isoStamp } from './clock';
import type { Klog } from './klog';
import { dockerCallMs, logsEnd, type SickNode, type SickPlan, standstill, troubleEnd } from './plan';
import { type Pod, podTag } from './pods';
import type { Random } from './random';

const timeout = 'operation timeout: context deadline exceeded';
const rpcTimeout = `rpc error: code = Unknown desc = ${timeout}`;

/** The whole story as kubelet tells it. */
export function writeKubeletTrouble(kubelet: Klog, random: Random, pods: readonly Pod[], node: SickNode): void {
  writeWave(kubelet, random, pods, node.plan);
  writeCallTimeouts(kubelet, random, pods, node.plan);
  writeGarbageCollection(kubelet, random, node.plan);
  writeRelists(kubelet, random, node.plan);
  writeStandstill(kubelet, random, node.plan);
  writeNodeStatus(kubelet, random, node);
  if (node.plan.relief < logsEnd) writeRecovery(kubelet, random, pods, node);
}

/** Ten services restart at once, then everything is scaled up in one go; the first pods still start. */
function writeWave(kubelet: Klog, random: Random, pods: readonly Pod[], plan: SickPlan): void {
  pods.forEach((pod, index) => {
    const ms = plan.wave + Math.floor((index / pods.length) * 150_000) + random.between(0, 900);
    const tag = podTag(pod);
    kubelet.write(ms, 'I', 'kubelet.go:1837', `SyncLoop (ADD, "api"): "${tag}"`);
    const missing = `No sandbox for pod "${tag}" can be found. Need to start a new one`;
    kubelet.write(ms + 150, 'I', 'kuberuntime_manager.go:386', missing);
    const started = ms + random.between(1_900, 9_000);
    if (started < plan.waits) {
      writePlegEvent(kubelet, started, pod, pod.sandbox);
      writePlegEvent(kubelet, started + random.between(1_000, 4_000), pod, pod.container);
    }
  });
}

function writePlegEvent(kubelet: Klog, ms: number, pod: Pod, container: string): void {
  const event = `&pleg.PodLifecycleEvent{ID:"${pod.uid}", Type:"ContainerStarted", Data:"${container}"}`;
  kubelet.write(ms, 'I', 'kubelet.go:1871', `SyncLoop (PLEG): "${podTag(pod)}", event: ${event}`);
}

/** Starts, stops and looks at single containers: each gives up two minutes after it began. */
function writeCallTimeouts(kubelet: Klog, random: Random, pods: readonly Pod[], plan: SickPlan): void {
  for (const ms of random.moments(plan.timeouts, troubleEnd(plan), 19_000, 52_000)) {
    const pod = random.pick(pods);
    // A kubelet that stands still starts nothing: only the calls under way when it stopped come back.
    const stuck = ms > plan.notReady + dockerCallMs;
    if (!stuck && random.chance(0.55)) writeSandboxTimeout(kubelet, ms, pod);
    else if (random.chance(0.5)) writeStatusTimeout(kubelet, ms, pod);
    else writeStopTimeout(kubelet, ms, pod);
  }
}

function writeSandboxTimeout(kubelet: Klog, ms: number, pod: Pod): void {
  const tag = podTag(pod);
  const failure = `rpc error: code = Unknown desc = failed to start sandbox container for pod "${pod.name}": ${timeout}`;
  const sandbox = `CreatePodSandbox for pod "${tag}" failed: ${failure}`;
  const nested = sandbox.replaceAll('"', '\\"');
  kubelet.write(ms, 'E', 'remote_runtime.go:92', `RunPodSandbox from runtime service failed: ${failure}`);
  kubelet.write(ms, 'E', 'kuberuntime_sandbox.go:54', sandbox);
  kubelet.write(ms, 'E', 'kuberuntime_manager.go:632', `c${sandbox.slice(1)}`);
  const skipping = `skipping: failed to "CreatePodSandbox" for "${tag}" with CreatePodSandboxError: "${nested}"`;
  kubelet.write(ms, 'E', 'pod_workers.go:182', `Error syncing pod ${pod.uid} ("${tag}"), ${skipping}`);
}

function writeStatusTimeout(kubelet: Klog, ms: number, pod: Pod): void {
  const place = 'remote_runtime.go:332';
  kubelet.write(ms, 'E', place, `ContainerStatus "${pod.container}" from runtime service failed: ${rpcTimeout}`);
  const statuses = `getPodContainerStatuses for pod "${podTag(pod)}" failed: ${rpcTimeout}`;
  kubelet.write(ms, 'E', 'kuberuntime_manager.go:857', statuses);
}

function writeStopTimeout(kubelet: Klog, ms: number, pod: Pod): void {
  const place = 'remote_runtime.go:229';
  kubelet.write(ms, 'E', place, `StopContainer "${pod.container}" from runtime service failed: ${rpcTimeout}`);
  const id = `Container "docker://${pod.container}" termination failed with gracePeriod 30: ${rpcTimeout}`;
  kubelet.write(ms, 'E', 'kuberuntime_container.go:603', id);
}

/** Garbage is collected a minute after the last time, and each try takes its two minutes. */
function writeGarbageCollection(kubelet: Klog, random: Random, plan: SickPlan): void {
  const period = 60_000 + dockerCallMs;
  for (const ms of random.moments(plan.garbage, troubleEnd(plan), period, period + 40)) {
    kubelet.write(
      ms - 2,
      'E',
      'remote_runtime.go:262',
      `ListContainers with filter &ContainerFilter{Id:,State:nil,PodSandboxId:,LabelSelector:map[string]string{},} from runtime service failed: ${rpcTimeout}`,
    );
    kubelet.write(ms, 'E', 'kubelet.go:1216', `Container garbage collection failed: ${timeout}`);
  }
}

/** PLEG lists the pods one time after the other, and each try takes its two minutes. */
function writeRelists(kubelet: Klog, random: Random, plan: SickPlan): void {
  writeRelist(kubelet, plan.relist);
  const period = dockerCallMs + 1_000;
  const first = plan.lastActive + 61_000 + dockerCallMs;
  for (const ms of random.moments(first, troubleEnd(plan), period, period + 20)) writeRelist(kubelet, ms);
}

function writeRelist(kubelet: Klog, ms: number): void {
  const failure = `with filter nil from runtime service failed: ${rpcTimeout}`;
  kubelet.write(ms - 2, 'E', 'remote_runtime.go:169', `ListPodSandbox ${failure}`);
  kubelet.write(ms - 1, 'E', 'kuberuntime_sandbox.go:192', `ListPodSandbox failed: ${rpcTimeout}`);
  kubelet.write(ms, 'E', 'generic.go:197', `GenericPLEG: Unable to retrieve pods: ${rpcTimeout}`);
}

/** Three minutes after the last good relist kubelet stops, and says so every five seconds. */
function writeStandstill(kubelet: Klog, random: Random, plan: SickPlan): void {
  const { from, to } = standstill(plan);
  for (const ms of random.moments(from + 1_400, to, 5_000, 5_002)) {
    kubelet.write(ms, 'I', 'kubelet.go:1779', `skipping pod synchronization - [${unhealthy(random, plan, ms)}]`);
  }
}

function unhealthy(random: Random, plan: SickPlan, ms: number): string {
  const elapsed = goDuration(ms - plan.lastActive, random.between(0, 999_999));
  return `PLEG is not healthy: pleg was last seen active ${elapsed} ago; threshold is 3m0s`;
}

/** The status of the node gets out late, then says that the node is not ready. */
function writeNodeStatus(kubelet: Klog, random: Random, node: SickNode): void {
  const { host, plan } = node;
  for (const late of [plan.lastActive + 40_000, plan.lastActive + 114_000]) writeLateStatus(kubelet, host, late);
  const event = `Recording NodeNotReady event message for node ${host}`;
  kubelet.write(plan.notReady, 'I', 'kubelet_node_status.go:443', event);
  const now = goTime(plan.notReady, random.between(0, 999_999));
  const condition = `Type:Ready Status:False LastHeartbeatTime:${now} LastTransitionTime:${now} Reason:KubeletNotReady`;
  const message = `{${condition} Message:${unhealthy(random, plan, plan.notReady)}}`;
  kubelet.write(plan.notReady + 1, 'I', 'kubelet_node_status.go:791', `Node became not ready: ${message}`);
}

function writeLateStatus(kubelet: Klog, host: string, ms: number): void {
  const patch = `{\\"status\\":{\\"conditions\\":[{\\"lastHeartbeatTime\\":\\"${isoStamp(ms)}\\",\\"type\\":\\"Ready\\"}]}}`;
  const conflict = `Operation cannot be fulfilled on nodes "${host}": the object has been modified; please apply your changes to the latest version and try again`;
  const failure = `failed to patch status "${patch}" for node "${host}": ${conflict}`;
  for (let attempt = 0; attempt < 5; attempt++) {
    const place = 'kubelet_node_status.go:383';
    kubelet.write(ms + attempt * 480, 'E', place, `Error updating node status, will retry: ${failure}`);
  }
  const end = 'Unable to update node status: update node status exceeds retry count';
  kubelet.write(ms + 1_930, 'E', 'kubelet_node_status.go:375', end);
}

/** dockerd answers again: the pods are listed, the garbage is collected, the node gets ready. */
function writeRecovery(kubelet: Klog, random: Random, pods: readonly Pod[], node: SickNode): void {
  const { host, plan } = node;
  kubelet.write(
    plan.relief + 12_000,
    'I',
    'kubelet_node_status.go:443',
    `Recording NodeReady event message for node ${host}`,
  );
  kubelet.write(plan.relief + 33_000, 'I', 'kubelet.go:1221', 'Container garbage collection succeeded');
  pods.slice(-30).forEach((pod, index) => {
    const ms = plan.relief + 14_000 + index * 2_300 + random.between(0, 900);
    writePlegEvent(kubelet, ms, pod, pod.sandbox);
    writePlegEvent(kubelet, ms + random.between(1_000, 2_200), pod, pod.container);
  });
}
