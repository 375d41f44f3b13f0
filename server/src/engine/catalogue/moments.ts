/**
 * Ordinary lines that two programs write about the same moment, by which their clocks can be compared; their ids and names also tell
 * which ids are a pod's. DATA ONLY.
 */

/** Happenings that more than one log tells of; the key is a container's, a sandbox's or a pod's name for them. */
export type MomentKind = 'container-created' | 'container-started' | 'container-stopped' | 'pod-bound';

/** One wording of one program. */
export interface Moment {
  readonly kind: MomentKind;
  /** As in signatures: plain ASCII that every matching line holds. */
  readonly literal: string;
  /** Runs on the decoded message. Names either `key`, or `namespace` and `pod`. */
  readonly regex: RegExp;
  /** Least and most that the line is behind the moment itself on a healthy node, in ms; negative when it comes before. */
  readonly lateMs: readonly [number, number];
  /** Upstream file the wording comes from. */
  readonly source: string;
  readonly matches: readonly string[];
  readonly mustNotMatch: readonly string[];
}

const one = '3f2a9c0b7e5d4f1a8b6c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a';

/** The kubelet sees a change when it lists containers, once a second. */
const relist: readonly [number, number] = [0, 1200];
const prompt: readonly [number, number] = [0, 100];

/** Every wording, by program. */
export const moments: readonly Moment[] = [
  {
    kind: 'container-started',
    literal: 'ContainerStarted',
    regex: /Type"?:\s?"?ContainerStarted"?,?\s?"?Data"?:\s?"?(?<key>[0-9a-f]{64})/,
    lateMs: relist,
    source: 'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
    matches: [
      `SyncLoop (PLEG): "web-1_prod(0f0f3b1e-d261-11ec-9d64-0242ac120002)", event: &pleg.PodLifecycleEvent{ID:"0f0f3b1e-d261-11ec-9d64-0242ac120002", Type:"ContainerStarted", Data:"${one}"}`,
      `"SyncLoop (PLEG): event for pod" pod="prod/web-1" event=&{ID:0f0f3b1e-d261-11ec-9d64-0242ac120002 Type:ContainerStarted Data:${one}}`,
      `"SyncLoop (PLEG): event for pod" pod="prod/web-1" event={"ID":"0f0f3b1e-d261-11ec-9d64-0242ac120002","Type":"ContainerStarted","Data":"${one}"}`,
    ],
    mustNotMatch: ['GenericPLEG: ContainerStarted is an event type', `Type:ContainerDied Data:${one}`],
  },
  {
    kind: 'container-stopped',
    literal: 'ContainerDied',
    regex: /Type"?:\s?"?ContainerDied"?,?\s?"?Data"?:\s?"?(?<key>[0-9a-f]{64})/,
    lateMs: relist,
    source: 'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
    matches: [
      `"SyncLoop (PLEG): event for pod" pod="prod/web-1" event=&{ID:0f0f3b1e-d261-11ec-9d64-0242ac120002 Type:ContainerDied Data:${one}}`,
    ],
    mustNotMatch: [`Type:ContainerStarted Data:${one}`],
  },
  {
    kind: 'container-started',
    literal: 'returns successfully',
    regex: /\bStartContainer for "(?<key>[0-9a-f]{64})" returns successfully/,
    lateMs: prompt,
    source: 'containerd/containerd:internal/cri/instrument/instrumented_service.go',
    matches: [`StartContainer for "${one}" returns successfully`],
    mustNotMatch: [`StopContainer for "${one}" returns successfully`],
  },
  {
    kind: 'container-started',
    literal: 'returns sandbox id',
    regex: /\bRunPodSandbox for [^\n]{0,400}? returns sandbox id "(?<key>[0-9a-f]{64})"/,
    lateMs: prompt,
    source: 'containerd/containerd:internal/cri/instrument/instrumented_service.go',
    matches: [
      `RunPodSandbox for &PodSandboxMetadata{Name:web-1,Uid:0f0f3b1e-d261-11ec-9d64-0242ac120002,Namespace:prod,Attempt:0,} returns sandbox id "${one}"`,
    ],
    mustNotMatch: [`RunPodSandbox for "web-1" failed: returns sandbox id`],
  },
  {
    kind: 'container-created',
    literal: 'returns container id',
    regex:
      /\bCreateContainer within sandbox "[0-9a-f]{64}" for [^\n]{0,400}? returns container id "(?<key>[0-9a-f]{64})"/,
    lateMs: prompt,
    source: 'containerd/containerd:internal/cri/instrument/instrumented_service.go',
    matches: [
      `CreateContainer within sandbox "${one.replace('3f', '4e')}" for &ContainerMetadata{Name:web,Attempt:0,} returns container id "${one}"`,
    ],
    mustNotMatch: [`CreateContainer within sandbox "${one}" for container &ContainerMetadata{Name:web,Attempt:0,}`],
  },
  {
    kind: 'container-created',
    literal: 'Created container ',
    regex: /\bCreated container (?<key>[0-9a-f]{64}): /,
    lateMs: prompt,
    source: 'cri-o/cri-o:server/container_create.go',
    matches: [`Created container ${one}: prod/web-1/web`],
    mustNotMatch: ['Created container web', `Created container ${one}`],
  },
  {
    kind: 'container-stopped',
    literal: 'shim disconnected',
    regex: /\bshim disconnected"? id="?(?<key>[0-9a-f]{64})/,
    lateMs: [0, 300],
    source: 'containerd/containerd:core/runtime/v2/shim.go',
    matches: [`shim disconnected" id=${one} namespace=k8s.io`],
    mustNotMatch: ['shim disconnected" id=short'],
  },
  {
    kind: 'container-started',
    literal: 'Started container',
    regex: /\bStarted container"? (?:PID=\d+ containerID=)?(?<key>[0-9a-f]{64})\b/,
    lateMs: prompt,
    source: 'cri-o/cri-o:server/container_start.go',
    matches: [
      `Started container" PID=4711 containerID=${one} description=prod/web-1/web`,
      `Started container ${one}: prod/web-1/web`,
    ],
    mustNotMatch: ['Started container web'],
  },
  {
    kind: 'container-started',
    literal: 'Ran pod sandbox',
    regex: /\bRan pod sandbox (?<key>[0-9a-f]{64}) with infra container/,
    lateMs: prompt,
    source: 'cri-o/cri-o:server/sandbox_run_linux.go',
    matches: [`Ran pod sandbox ${one} with infra container: prod/web-1/POD`],
    mustNotMatch: [`Ran pod sandbox ${one} twice`],
  },
  {
    kind: 'container-started',
    literal: 'containerd-shim started',
    regex: /\bcontainerd-shim started"? address="?[^\s"]{0,40}\/(?<key>[0-9a-f]{64})\//,
    lateMs: [-600, 100],
    source: 'containerd/containerd:runtime/v1/shim/client/client.go',
    matches: [`shim containerd-shim started" address="/containerd-shim/moby/${one}/shim.sock" debug=false pid=4711`],
    mustNotMatch: ['shim containerd-shim started" address="unix:///run/containerd/s/3f2a" debug=false'],
  },
  {
    kind: 'container-started',
    literal: 'starting signal loop',
    regex: /\bstarting signal loop"? namespace=\S{1,40} path="?\S{0,120}\/(?<key>[0-9a-f]{64})\b/,
    lateMs: [-600, 100],
    source: 'containerd/containerd:runtime/v2/shim/shim.go',
    matches: [
      `starting signal loop" namespace=moby path=/run/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/${one} pid=4711`,
    ],
    mustNotMatch: ['starting signal loop" namespace=moby path=/run/x pid=4711'],
  },
  {
    kind: 'container-stopped',
    literal: '/tasks/delete',
    regex: /\bignoring event"? container=(?<key>[0-9a-f]{64}) [^\n]{0,80}topic=\/tasks\/delete/,
    lateMs: [0, 300],
    source: 'moby/moby:libcontainerd/remote/client.go',
    matches: [
      `ignoring event" container=${one} module=libcontainerd namespace=moby topic=/tasks/delete type="*events.TaskDelete"`,
    ],
    mustNotMatch: ['ignoring event" module=libcontainerd namespace=moby topic=/tasks/delete type="*events.TaskDelete"'],
  },
  {
    kind: 'container-stopped',
    literal: 'shim reaped',
    regex: /\bshim reaped"? id="?(?<key>[0-9a-f]{64})/,
    lateMs: [0, 300],
    source: 'containerd/containerd:runtime/v1/linux/runtime.go',
    matches: [`shim reaped" id=${one} namespace=moby`],
    mustNotMatch: ['shim reaped'],
  },
  {
    kind: 'container-started',
    literal: 'container start ',
    regex: /\bcontainer start (?<key>[0-9a-f]{64}) \(/,
    lateMs: prompt,
    source: 'docker/cli:cli/command/system/events.go',
    matches: [`container start ${one} (image=web:1, name=k8s_web_web-1_prod)`],
    mustNotMatch: ['container start failed (image=web:1)'],
  },
  {
    kind: 'container-stopped',
    literal: 'container die ',
    regex: /\bcontainer die (?<key>[0-9a-f]{64}) \(/,
    lateMs: prompt,
    source: 'docker/cli:cli/command/system/events.go',
    matches: [`container die ${one} (exitCode=137, image=web:1)`],
    mustNotMatch: ['container die now (exitCode=137)'],
  },
  {
    kind: 'container-started',
    literal: 'libcontainer container',
    regex: /\bStarted libcontainer container (?<key>[0-9a-f]{64})\b/,
    lateMs: [-600, 100],
    source: 'opencontainers/cgroups:systemd/common.go',
    matches: [`Started libcontainer container ${one}.`],
    mustNotMatch: ['Started libcontainer container 3f2a.'],
  },
  {
    kind: 'pod-bound',
    literal: 'Successfully bound pod',
    regex: /"Successfully bound pod to node" pod="(?<namespace>[^"\s/]{1,63})\/(?<pod>[^"\s/]{1,253})"/,
    lateMs: prompt,
    source: 'kubernetes/kubernetes:pkg/scheduler/framework/plugins/defaultbinder/default_binder.go',
    matches: ['"Successfully bound pod to node" pod="prod/web-1" node="node-7" evaluatedNodes=4 feasibleNodes=2'],
    mustNotMatch: ['"Attempting to bind pod to node" pod="prod/web-1" node="node-7"'],
  },
  {
    kind: 'pod-bound',
    literal: 'is bound successfully',
    regex: /\bpod (?<namespace>[^\s/]{1,63})\/(?<pod>[^\s/]{1,253}) is bound successfully on node/,
    lateMs: prompt,
    source: 'kubernetes/kubernetes:pkg/scheduler/scheduler.go',
    matches: ['pod prod/web-1 is bound successfully on node "node-7", 4 nodes evaluated, 2 nodes were found feasible.'],
    mustNotMatch: ['volume pv-1 is bound successfully'],
  },
  {
    kind: 'pod-bound',
    literal: 'Successfully assigned ',
    regex: /\bSuccessfully assigned (?<namespace>[^\s/]{1,63})\/(?<pod>[^\s/]{1,253}) to \S/,
    // An event's own times have whole seconds.
    lateMs: [-1000, 200],
    source: 'kubernetes/kubernetes:pkg/scheduler/schedule_one.go',
    matches: ['Scheduled   pod/web-1   Successfully assigned prod/web-1 to node-7'],
    mustNotMatch: ['Successfully assigned web-1 to node-7'],
  },
  {
    kind: 'pod-bound',
    literal: 'SyncLoop ADD',
    regex: /"SyncLoop ADD" source="api" pods=\["?(?<namespace>[^"\s/\]]{1,63})\/(?<pod>[^"\s/\],]{1,253})"?\]/,
    lateMs: [0, 400],
    source: 'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
    matches: ['"SyncLoop ADD" source="api" pods=[prod/web-1]', '"SyncLoop ADD" source="api" pods=["prod/web-1"]'],
    mustNotMatch: [
      '"SyncLoop ADD" source="api" pods=["prod/web-1","prod/web-2"]',
      '"SyncLoop ADD" source="file" pods=["kube-system/etcd-node-7"]',
    ],
  },
  {
    kind: 'pod-bound',
    literal: 'SyncLoop (ADD',
    regex: /SyncLoop \(ADD, "api"\): "(?<pod>[^"_]{1,253})_(?<namespace>[^"_(]{1,63})\([^")]{8,40}\)"(?:[^,]|$)/,
    lateMs: [0, 400],
    source: 'kubernetes/kubernetes:pkg/kubelet/kubelet.go',
    matches: ['SyncLoop (ADD, "api"): "web-1_prod(0f0f3b1e-d261-11ec-9d64-0242ac120002)"'],
    mustNotMatch: [
      'SyncLoop (ADD, "api"): "web-1_prod(0f0f3b1e-d261-11ec-9d64-0242ac120002)", "web-2_prod(1f0f3b1e-d261-11ec-9d64-0242ac120002)"',
    ],
  },
];
