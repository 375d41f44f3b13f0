/** One sick node: a wave of starts, dockerd and kube-proxy waiting for the xtables lock, kubelet's calls timing out, NotReady. */
import { at, goDuration } from './clock';
import type { LogFile } from './logFile';
import type { Pod } from './pods';
import { podTag } from './pods';
import type { Random } from './random';

const kubeletThread = 14_207;

/** When things happen on a node; the second sick node is some minutes later. */
export interface SickPlan {
  readonly wave: number;
  readonly waits: number;
  readonly timeouts: number;
  readonly pleg: number;
  readonly notReady: number;
  /** When the lock gets free again; after the end of the logs on a node that did not recover. */
  readonly relief: number;
}

const logsEnd = at(11, 40);

/** The story in /var/log/messages (dockerd, kubelet) and kube-proxy.log. */
export function writeSickness(
  messages: LogFile,
  proxy: LogFile,
  random: Random,
  pods: readonly Pod[],
  plan: SickPlan,
): void {
  writeWave(messages, random, pods, plan);
  writeWaits(messages, random, plan);
  writeDockerTimeouts(messages, random, pods, plan);
  writeGarbageCollection(messages, plan);
  writePleg(messages, random, plan);
  writeNodeStatus(messages, plan);
  writeProxy(proxy, random, plan);
  if (plan.relief < logsEnd) writeRelief(messages, random, plan);
}

/** Ten services restart at once, then everything is scaled up in one go. */
function writeWave(log: LogFile, random: Random, pods: readonly Pod[], plan: SickPlan): void {
  pods.forEach((pod, index) => {
    const ms = plan.wave + Math.floor((index / pods.length) * 300_000) + random.between(0, 900);
    log.klogInSyslog(ms, 'kubelet', 'I', kubeletThread, 'kubelet.go:1837', `SyncLoop (ADD, "api"): "${podTag(pod)}"`);
    log.klogInSyslog(
      ms + 150,
      'kubelet',
      'I',
      kubeletThread,
      'kuberuntime_manager.go:370',
      `No ready sandbox for pod "${podTag(pod)}" can be found. Need to start a new one`,
    );
    if (random.next() < 0.5)
      log.syslog(ms + 900, 'kernel', `docker0: port ${index + 2}(veth${random.hex(7)}) entered blocking state`);
  });
}

/** The child's standard error reaches syslog as one line, its breaks as a literal backslash-n, the first message cut. */
function writeWaits(log: LogFile, random: Random, plan: SickPlan): void {
  const end = Math.min(plan.relief, logsEnd);
  let waited = 3;
  for (let ms = plan.waits; ms < end; ms += random.between(18_000, 32_000)) {
    waited = Math.min(waited + random.between(1, 4), 61);
    const first = waited - (waited % 2 === 0 ? 1 : 0);
    const pieces = [`is currently holding the xtables lock; waiting (${first}s) for it to exit...`];
    for (let step = 1; step <= random.between(4, 7); step++)
      pieces.push(
        `Another app is currently holding the xtables lock; waiting (${first + step * 2}s) for it to exit...`,
      );
    log.dockerdRaw(ms, `${pieces.join('\\n')}\\n"`);
  }
  // The line that was quoted when people asked for help.
  const quoted = [47, 49, 51, 53, 55, 57].map(
    (seconds, index) =>
      `${index === 0 ? '' : 'Another app '}is currently holding the xtables lock; waiting (${seconds}s) for it to exit...`,
  );
  log.dockerdRaw(at(10, 27, 47), `${quoted.join('\\n')}\\n"`);
}

function writeDockerTimeouts(log: LogFile, random: Random, pods: readonly Pod[], plan: SickPlan): void {
  const end = Math.min(plan.relief, logsEnd);
  const failure = 'rpc error: code = Unknown desc = operation timeout: context deadline exceeded';
  for (let ms = plan.timeouts; ms < end; ms += random.between(55_000, 80_000)) {
    const pod = random.pick(pods);
    log.klogInSyslog(
      ms,
      'kubelet',
      'E',
      kubeletThread,
      'remote_runtime.go:169',
      `ListPodSandbox with filter nil from runtime service failed: ${failure}`,
    );
    log.klogInSyslog(
      ms + 1,
      'kubelet',
      'E',
      kubeletThread,
      'kuberuntime_sandbox.go:192',
      `ListPodSandbox failed: ${failure}`,
    );
    log.klogInSyslog(
      ms + 900,
      'kubelet',
      'E',
      kubeletThread,
      'remote_runtime.go:332',
      `ContainerStatus "${pod.container}" from runtime service failed: ${failure}`,
    );
    log.klogInSyslog(
      ms + 902,
      'kubelet',
      'E',
      kubeletThread,
      'kuberuntime_container.go:66',
      `Can't make a ref to pod "${podTag(pod)}", container app: selfLink was empty, can't make reference`,
    );
    log.klogInSyslog(
      ms + 2_300,
      'kubelet',
      'E',
      kubeletThread,
      'generic.go:197',
      `GenericPLEG: Unable to retrieve pods: ${failure}`,
    );
    if (random.next() < 0.5) {
      log.klogInSyslog(
        ms + 4_000,
        'kubelet',
        'E',
        kubeletThread,
        'pod_workers.go:182',
        `Error syncing pod ${pod.uid} ("${podTag(pod)}"), skipping: failed to "StartContainer" for "app" with RunContainerError: "failed to start container \\"${pod.container}\\": operation timeout: context deadline exceeded"`,
      );
    }
    if (random.next() < 0.5) {
      log.dockerd(
        ms + 5_000,
        'error',
        'Handler for GET /v1.24/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe',
      );
    }
  }
}

function writeGarbageCollection(log: LogFile, plan: SickPlan): void {
  const end = Math.min(plan.relief, logsEnd);
  for (let ms = plan.timeouts + 61_000; ms < end; ms += 180_000) {
    log.klogInSyslog(
      ms,
      'kubelet',
      'E',
      kubeletThread,
      'kubelet.go:1216',
      'Container garbage collection failed: operation timeout: context deadline exceeded',
    );
  }
}

function writePleg(log: LogFile, random: Random, plan: SickPlan): void {
  const end = Math.min(plan.relief, logsEnd);
  const lastActive = plan.pleg - 180_000;
  for (let ms = plan.pleg; ms < end; ms += 5_000) {
    // The kubelet prints this every five seconds; rsyslog's rate limit lets a part of it through.
    if (random.next() < 0.45) continue;
    log.klogInSyslog(
      ms,
      'kubelet',
      'I',
      kubeletThread,
      'kubelet.go:1779',
      `skipping pod synchronization - [PLEG is not healthy: pleg was last seen active ${goDuration(ms - lastActive, random.between(0, 999_999))} ago; threshold is 3m0s]`,
    );
  }
}

function writeNodeStatus(log: LogFile, plan: SickPlan): void {
  const host = log.host;
  log.klogInSyslog(
    plan.notReady - 32_000,
    'kubelet',
    'W',
    kubeletThread,
    'kubelet_node_status.go:961',
    'Failed to set some node status fields: failed to get docker info: operation timeout: context deadline exceeded',
  );
  log.klogInSyslog(
    plan.notReady,
    'kubelet',
    'I',
    kubeletThread,
    'kubelet_node_status.go:443',
    `Recording NodeNotReady event message for node ${host}`,
  );
  log.klogInSyslog(
    plan.notReady + 1,
    'kubelet',
    'I',
    kubeletThread,
    'kubelet_node_status.go:791',
    `Node became not ready: {Type:Ready Status:False LastHeartbeatTime:${isoLocal(plan.notReady)} LastTransitionTime:${isoLocal(plan.notReady)} Reason:KubeletNotReady Message:PLEG is not healthy: pleg was last seen active 3m8.412877019s ago; threshold is 3m0s}`,
  );
}

/** `2022-05-13 10:31:08.4 +0800 CST`, as Go prints a local time. */
function isoLocal(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '')} +0800 CST`;
}

function writeProxy(log: LogFile, random: Random, plan: SickPlan): void {
  const end = Math.min(plan.relief, logsEnd);
  for (let ms = plan.waits + 4_000; ms < end; ms += random.between(9_000, 16_000)) {
    const locked = random.next() < 0.6;
    const cause = locked
      ? 'failed to acquire old iptables lock: timed out waiting for the condition'
      : 'exit status 4 (Another app is currently holding the xtables lock. Perhaps you want to use the -w option?\n)';
    log.klog(ms, 'E', 1, 'proxier.go:1667', `Failed to execute iptables-restore: ${cause}`);
    if (random.next() < 0.25)
      log.klog(
        ms + 2_100,
        'E',
        1,
        'proxier.go:943',
        `Failed to ensure that nat chain KUBE-SERVICES exists: error creating chain "KUBE-SERVICES": exit status 4: Another app is currently holding the xtables lock. Perhaps you want to use the -w option?`,
      );
    if (random.next() < 0.2)
      log.klog(
        ms + 2_500,
        'I',
        1,
        'proxier.go:984',
        `syncProxyRules took ${goDuration(random.between(41_000, 128_000), random.between(0, 999_999))}`,
      );
  }
}

function writeRelief(log: LogFile, random: Random, plan: SickPlan): void {
  for (let index = 0; index < 9; index++) {
    log.dockerd(
      plan.relief + index * 40,
      'error',
      `Handler for GET /v1.24/containers/${random.hex(64)}/json returned error: write unix /var/run/docker.sock->@: write: broken pipe`,
    );
  }
  log.klogInSyslog(
    plan.relief + 12_000,
    'kubelet',
    'I',
    kubeletThread,
    'kubelet_node_status.go:443',
    `Recording NodeReady event message for node ${log.host}`,
  );
}
