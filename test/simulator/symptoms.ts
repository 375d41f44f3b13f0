/** What kubelet and the control plane say about the usual consequences, in the wording of the release. */
import type { Pod, World } from './world';

/** PLEG has not finished a relist since `since`; told every five seconds while it lasts. */
export function plegUnhealthy(world: World, step: string, since: number, from: number, to: number): void {
  world.every(5, from, to, (at) => {
    const ago = world.goDuration(at - since);
    world.kubelet(
      step,
      at,
      world.releases.kubernetes >= 18 ? 'E' : 'I',
      'kubelet.go:1846',
      world.worded(
        `skipping pod synchronization - [PLEG is not healthy: pleg was last seen active ${ago} ago; threshold is 3m0s]`,
        `"Skipping pod synchronization" err="PLEG is not healthy: pleg was last seen active ${ago} ago; threshold is 3m0s"`,
      ),
    );
  });
}

/** kubelet turns its node NotReady by itself. */
export function notReadyByKubelet(world: World, step: string, at: number, reason: string): void {
  const time = new Date(world.startMs + at * 1000).toISOString().replace('T', ' ').replace('Z', '');
  world.kubelet(
    step,
    at,
    'I',
    'setters.go:518',
    world.worded(
      `Node became not ready: {Type:Ready Status:False LastHeartbeatTime:${time} +0000 UTC m=+8152.77 LastTransitionTime:${time} +0000 UTC m=+8152.77 Reason:KubeletNotReady Message:${reason}}`,
      `"Node became not ready" node="${world.node}" condition={Type:Ready Status:False LastHeartbeatTime:${time} +0000 UTC m=+8152.77 LastTransitionTime:${time} +0000 UTC m=+8152.77 Reason:KubeletNotReady Message:${reason}}`,
    ),
  );
  world.kubelet(
    step,
    at,
    'I',
    'kubelet_node_status.go:486',
    world.worded(
      `Recording NodeNotReady event message for node ${world.node}`,
      `"Recording event message for node" node="${world.node}" event="NodeNotReady"`,
    ),
  );
}

/** The controller lost the node's heartbeat. */
export function notReadyByController(world: World, step: string, at: number): void {
  world.say(
    step,
    at,
    'kube-controller-manager',
    world.worded(
      `Recording status change NodeNotReady event message for node ${world.node}`,
      `"Recording status change event message for node" status="NodeNotReady" node="${world.node}"`,
    ),
    { node: 'control-1', letter: 'I', site: 'controller_utils.go:179' },
  );
  world.event(step, at, 'NodeNotReady', `node/${world.node}`, `Node ${world.node} status is now: NodeNotReady`);
}

/** The error a kubelet gets from a runtime that does not answer in time. */
export function timeoutText(world: World): string {
  return world.releases.runtime === 'docker'
    ? 'rpc error: code = Unknown desc = operation timeout: context deadline exceeded'
    : 'rpc error: code = DeadlineExceeded desc = context deadline exceeded';
}

/** The error a kubelet gets from a runtime that is not there. */
export function downText(world: World): string {
  if (world.releases.runtime === 'docker')
    return 'rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
  const socket = world.releases.runtime === 'cri-o' ? '/var/run/crio/crio.sock' : '/run/containerd/containerd.sock';
  return `rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial unix ${socket}: connect: connection refused"`;
}

/** kubelet's calls into the runtime fail with a text. */
export function listFails(world: World, step: string, at: number, text: string): void {
  world.kubelet(
    step,
    at,
    'E',
    'remote_runtime.go:277',
    world.worded(
      `ListContainers with filter &ContainerFilter{Id:,State:nil,PodSandboxId:,LabelSelector:map[string]string{},} from runtime service failed: ${text}`,
      `"ListContainers with filter from runtime service failed" err="${escaped(text)}" filter="&ContainerFilter{Id:,State:nil,PodSandboxId:,LabelSelector:map[string]string{},}"`,
    ),
  );
}

/** Container garbage collection fails with a text. */
export function gcFails(world: World, step: string, at: number, text: string): void {
  world.kubelet(
    step,
    at,
    'E',
    'kubelet.go:1222',
    world.worded(
      `Container garbage collection failed: ${text}`,
      `"Container garbage collection failed" err="${escaped(text)}"`,
    ),
  );
}

/** A pod's sandbox cannot be created, for the reason the text gives. */
export function sandboxFails(world: World, step: string, at: number, pod: Pod, text: string): void {
  const full = `${pod.name}_${pod.namespace}(${pod.uid})`;
  world.kubelet(
    step,
    at,
    'E',
    'kuberuntime_sandbox.go:68',
    world.worded(
      `CreatePodSandbox for pod "${full}" failed: ${text}`,
      `"Failed to create sandbox for pod" err="${escaped(text)}" pod="${pod.namespace}/${pod.name}"`,
    ),
  );
  world.event(step, at + 1, 'FailedCreatePodSandBox', `pod/${pod.name}`, `Failed to create pod sandbox: ${text}`);
}

/** The node's lease cannot be renewed. */
export function leaseFails(world: World, step: string, at: number, text: string): void {
  world.kubelet(
    step,
    at,
    'E',
    'controller.go:187',
    world.worded(
      `failed to update lease, error: ${text}`,
      world.releases.kubernetes >= 27
        ? `"Failed to update lease" err="${escaped(text)}"`
        : `failed to update lease, error: ${text}`,
    ),
  );
}

/** The text as it stands inside quotes. */
export function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
