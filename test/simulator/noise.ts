/** What nodes say all day without anything being wrong, some of it in alarming words. */
import type { World } from './world';

type Teller = (world: World, at: number) => void;

const quiet: readonly Teller[] = [
  (world, at) => {
    world.kubelet(
      null,
      at,
      'I',
      'kubelet.go:2125',
      world.worded('SyncLoop (housekeeping)', '"SyncLoop (housekeeping)"'),
    );
  },
  (world, at) => {
    const pod = world.pod();
    world.kubelet(
      null,
      at,
      'I',
      'operation_generator.go:698',
      `MountVolume.SetUp succeeded for volume "default-token-${world.random.suffix(5)}" (UniqueName: "kubernetes.io/secret/${pod.uid}-default-token") pod "${pod.name}" (UID: "${pod.uid}")`,
    );
  },
  (world, at) => {
    const pod = world.pod();
    world.kubelet(
      null,
      at,
      'I',
      'kubelet.go:2094',
      world.worded(
        `SyncLoop (PLEG): "${pod.name}_${pod.namespace}(${pod.uid})", event: &pleg.PodLifecycleEvent{ID:"${pod.uid}", Type:"ContainerStarted", Data:"${pod.container}"}`,
        `"SyncLoop (PLEG): event for pod" pod="${pod.namespace}/${pod.name}" event=&{ID:${pod.uid} Type:ContainerStarted Data:${pod.container}}`,
      ),
    );
    world.event(null, at, 'Started', `pod/${pod.name}`, 'Started container app');
  },
  (world, at) => world.kernel(null, at, `eth0: renamed from veth${world.random.hex(7)}`),
  (world, at) =>
    world.kernel(
      null,
      at,
      `docker0: port ${world.random.between(1, 40)}(veth${world.random.hex(7)}) entered forwarding state`,
    ),
  (world, at) => world.systemd(null, at, `Started Session ${world.random.between(10, 9000)} of user root.`),
  (world, at) => world.systemd(null, at, 'Started Kubernetes transient mount for /var/lib/kubelet/pods.'),
  (world, at) => world.say(null, at, 'CRON', '(root) CMD (run-parts /etc/cron.hourly)'),
  (world, at) => world.say(null, at, 'dhclient', 'DHCPREQUEST on eth0 to 10.4.0.1 port 67'),
  (world, at) => world.say(null, at, 'kube-proxy', 'Syncing iptables rules', { site: 'proxier.go:813' }),
];

const alarming: readonly Teller[] = [
  (world, at) =>
    world.event(
      null,
      at,
      'DNSConfigForming',
      `pod/${world.pod().name}`,
      'Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: 10.0.0.2 10.0.0.3 10.0.0.4',
    ),
  (world, at) => world.kernel(null, at, 'unregister_netdevice: waiting for lo to become free. Usage count = 1'),
  (world, at) => world.systemd(null, at, 'Time has been changed'),
  (world, at) =>
    world.kubelet(
      null,
      at,
      'W',
      'container.go:586',
      'Failed to update stats for container "/system.slice/run-user.mount": unable to determine device info for dir: stat failed with error: no such file or directory, continuing to push stats',
    ),
  (world, at) =>
    world.event(
      null,
      at,
      'Unhealthy',
      `pod/${world.pod().name}`,
      'Readiness probe failed: dial tcp 10.244.3.17:8080: connect: connection refused',
    ),
  (world, at) =>
    world.say(
      null,
      at,
      'dockerd',
      `Container ${world.random.hex(64)} failed to exit within 30 seconds of signal 15 - using the force`,
    ),
  (world, at) => world.say(null, at, 'containerd', 'shim disconnected', { site: `id=${world.random.hex(64)}` }),
  (world, at) =>
    world.say(
      null,
      at,
      'kube-controller-manager',
      'Failed to update lock: Operation cannot be fulfilled on leases.coordination.k8s.io "kube-controller-manager": the object has been modified; please apply your changes to the latest version and try again',
      { node: 'control-1', letter: 'E', site: 'leaderelection.go:330' },
    ),
  (world, at) =>
    world.kubelet(
      null,
      at,
      'E',
      'summary_sys_containers.go:47',
      'Failed to get system container stats for "/system.slice/docker.service": failed to get cgroup stats for "/system.slice/docker.service": failed to get container info for "/system.slice/docker.service": unknown container "/system.slice/docker.service"',
    ),
  (world, at) =>
    world.say(
      null,
      at,
      'kube-apiserver',
      `http: TLS handshake error from 10.4.0.77:${world.random.between(30_000, 60_000)}: EOF`,
      { node: 'control-1', letter: 'I', site: 'log.go:172' },
    ),
];

/** Fills the time with what is said on any day. */
export function addNoise(world: World, from: number, to: number, perMinute: number, alarmingShare: number): void {
  const lines = Math.round(((to - from) / 60) * perMinute);
  for (let line = 0; line < lines; line++) {
    const tell = world.random.pick(world.random.chance(alarmingShare) ? alarming : quiet);
    tell(world, from + Math.floor(world.random.next() * (to - from)));
  }
}

/** Stories in which nothing is wrong, although it sounds so. */
export const healthyStories: readonly { readonly id: string; readonly tell: Teller }[] = [
  { id: 'a-quiet-day', tell: () => undefined },
  {
    id: 'kubelet-starts-before-its-api-server',
    tell: (world, at) => {
      world.systemd(null, at, 'Started kubelet: The Kubernetes Node Agent.');
      world.kubelet(
        null,
        at,
        'I',
        'server.go:417',
        world.worded('Kubelet version: v1.18.9', '"Kubelet version" kubeletVersion="v1.24.9"'),
      );
      const refused = 'dial tcp 10.4.0.10:6443: connect: connection refused';
      for (let later = 2; later < 24; later += 4) {
        world.kubelet(
          null,
          at + later,
          'E',
          'kubelet_node_status.go:92',
          world.worded(
            `Unable to register node "${world.node}" with API server: Post "https://10.4.0.10:6443/api/v1/nodes": ${refused}`,
            `"Unable to register node with API server" err="Post \\"https://10.4.0.10:6443/api/v1/nodes\\": ${refused}" node="${world.node}"`,
          ),
        );
        world.kubelet(
          null,
          at + later + 1,
          'E',
          'reflector.go:138',
          `k8s.io/client-go/informers/factory.go:134: Failed to watch *v1.Node: failed to list *v1.Node: Get "https://10.4.0.10:6443/api/v1/nodes?fieldSelector=metadata.name%3D${world.node}": ${refused}`,
        );
      }
      world.event(null, at + 3, 'InvalidDiskCapacity', `node/${world.node}`, 'invalid capacity 0 on image filesystem');
      world.kubelet(
        null,
        at + 28,
        'I',
        'kubelet_node_status.go:73',
        world.worded(
          `Successfully registered node ${world.node}`,
          `"Successfully registered node" node="${world.node}"`,
        ),
      );
      world.event(null, at + 40, 'NodeReady', `node/${world.node}`, `Node ${world.node} status is now: NodeReady`);
    },
  },
  {
    id: 'a-deployment-rolls',
    tell: (world, at) => {
      for (let number = 0; number < 8; number++) {
        const pod = world.pod('search-web');
        world.event(
          null,
          at + number * 6,
          'Scheduled',
          `pod/${pod.name}`,
          `Successfully assigned ${pod.namespace}/${pod.name} to ${world.node}`,
        );
        world.event(
          null,
          at + number * 6 + 9,
          'Unhealthy',
          `pod/${pod.name}`,
          'Readiness probe failed: Get "http://10.244.3.21:8080/ready": dial tcp 10.244.3.21:8080: connect: connection refused',
        );
        world.event(
          null,
          at + number * 6 + 40,
          'Killing',
          `pod/${world.pod('search-web').name}`,
          'Stopping container app',
        );
      }
    },
  },
  {
    id: 'an-operator-restarts-docker',
    tell: (world, at) => {
      world.say(null, at, 'dockerd', "Processing signal 'terminated'");
      world.systemd(null, at, 'Stopping Docker Application Container Engine...');
      world.kubelet(
        null,
        at + 2,
        'E',
        'remote_runtime.go:277',
        world.worded(
          'ListContainers with filter nil from runtime service failed: rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
          '"ListContainers with filter from runtime service failed" err="rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?" filter="nil"',
        ),
      );
      world.systemd(null, at + 5, 'Started Docker Application Container Engine.');
      world.say(null, at + 5, 'dockerd', 'API listen on /var/run/docker.sock');
    },
  },
  {
    id: 'one-late-heartbeat',
    tell: (world, at) => {
      world.kubelet(
        null,
        at,
        'E',
        'controller.go:187',
        `failed to update lease, error: Put "https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${world.node}?timeout=10s": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
      );
    },
  },
];
