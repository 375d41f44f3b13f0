/** Incidents of the network, the API server, certificates and clocks. */
import type { Scenario } from '../scenario';
import { leaseFails, notReadyByController, notReadyByKubelet, sandboxFails } from '../symptoms';

export const networkScenarios: readonly Scenario[] = [
  {
    id: 'api-server-unreachable-from-node',
    story: 'the way to the API server breaks; heartbeats are lost and the node is given up',
    releases: [14, 29],
    tell(world) {
      const api = world.step('api');
      const lease = world.step('lease', api);
      const lost = world.step('lost', lease);
      const url = 'https://10.4.0.10:6443';
      world.every(9, 0, 300, (at) => {
        world.kubelet(
          api,
          at,
          'E',
          'reflector.go:138',
          `k8s.io/client-go/informers/factory.go:134: Failed to watch *v1.Node: failed to list *v1.Node: Get "${url}/api/v1/nodes?fieldSelector=metadata.name%3D${world.node}&resourceVersion=0": dial tcp 10.4.0.10:6443: i/o timeout`,
        );
      });
      world.every(10, 4, 300, (at) => {
        leaseFails(
          world,
          lease,
          at,
          `Put "${url}/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${world.node}?timeout=10s": dial tcp 10.4.0.10:6443: i/o timeout`,
        );
        world.kubelet(
          lease,
          at,
          'E',
          'kubelet_node_status.go:470',
          world.worded(
            `Error updating node status, will retry: error getting node "${world.node}": Get "${url}/api/v1/nodes/${world.node}?timeout=10s": dial tcp 10.4.0.10:6443: i/o timeout`,
            `"Error updating node status, will retry" err="error getting node \\"${world.node}\\": Get \\"${url}/api/v1/nodes/${world.node}?timeout=10s\\": dial tcp 10.4.0.10:6443: i/o timeout"`,
          ),
        );
      });
      notReadyByController(world, lost, 46);
    },
  },
  {
    id: 'client-certificate-expired',
    story: "kubelet's client certificate was never renewed and has expired",
    releases: [16, 29],
    tell(world) {
      const certificate = world.step('certificate');
      const refused = world.step('refused', certificate);
      const lost = world.step('lost', refused);
      world.every(20, 0, 400, (at) =>
        world.kubelet(
          certificate,
          at,
          'E',
          'transport.go:112',
          'The currently active client certificate has expired and the server is responsive, exiting.',
        ),
      );
      world.every(10, 3, 400, (at) => {
        leaseFails(world, refused, at, 'Unauthorized');
        world.kubelet(
          refused,
          at,
          'E',
          'kubelet_node_status.go:470',
          world.worded(
            `Error updating node status, will retry: error getting node "${world.node}": Unauthorized`,
            `"Error updating node status, will retry" err="error getting node \\"${world.node}\\": Unauthorized"`,
          ),
        );
      });
      notReadyByController(world, lost, 47);
    },
  },
  {
    id: 'clock-steps-back',
    story: 'the clock jumps back by days; certificates are not valid yet and the API refuses kubelet',
    releases: [16, 29],
    tell(world) {
      const clock = world.step('clock');
      const certificate = world.step('certificate', clock);
      const lease = world.step('lease', certificate);
      world.say(clock, 0, 'chronyd', 'System clock was stepped by -172811.402817 seconds');
      world.systemd(clock, 0, 'Time has been changed');
      world.every(8, 4, 260, (at) =>
        world.kubelet(
          certificate,
          at,
          'E',
          'reflector.go:138',
          'k8s.io/client-go/informers/factory.go:134: Failed to watch *v1.Service: failed to list *v1.Service: Get "https://10.4.0.10:6443/api/v1/services?limit=500&resourceVersion=0": x509: certificate has expired or is not yet valid: current time 2023-05-01T09:11:12Z is before 2023-05-02T17:40:01Z',
        ),
      );
      world.every(10, 6, 260, (at) =>
        leaseFails(
          world,
          lease,
          at,
          `Put "https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${world.node}?timeout=10s": x509: certificate has expired or is not yet valid: current time 2023-05-01T09:11:12Z is before 2023-05-02T17:40:01Z`,
        ),
      );
    },
  },
  {
    id: 'network-plug-in-missing',
    story: 'flannel never wrote its file; no pod gets a network and the node is not ready',
    releases: [12, 29],
    tell(world) {
      const file = world.step('file');
      const add = world.step('add', file);
      const pods = world.step('pods', add);
      const text = 'open /run/flannel/subnet.env: no such file or directory';
      world.every(14, 0, 420, (at) => {
        const pod = world.pod();
        world.kubelet(
          file,
          at,
          'E',
          'cni.go:366',
          world.worded(
            `Error adding ${pod.namespace}_${pod.name}/${pod.sandbox} to network flannel/cbr0: ${text}`,
            `"Error adding pod to network" err="${text}" pod="${pod.namespace}/${pod.name}" podSandboxID={Type:docker ID:${pod.sandbox}} podNetnsPath="/proc/8102/ns/net" networkType="flannel" networkName="cbr0"`,
          ),
        );
        sandboxFails(
          world,
          pods,
          at + 1,
          pod,
          `rpc error: code = Unknown desc = failed to set up sandbox container "${pod.sandbox}" network for pod "${pod.name}": networkPlugin cni failed to set up pod "${pod.name}_${pod.namespace}" network: ${text}`,
        );
      });
    },
  },
  {
    id: 'addresses-used-up',
    story: 'the address range of the node is used up by sandboxes that no longer exist',
    releases: [12, 29],
    tell(world) {
      const range = world.step('range');
      const pods = world.step('pods', range);
      const text = 'failed to allocate for range 0: no IP addresses available in range set: 10.244.3.1-10.244.3.254';
      world.every(12, 0, 420, (at) => {
        const pod = world.pod();
        world.kubelet(
          range,
          at,
          'E',
          'cni.go:366',
          world.worded(
            `Error adding ${pod.namespace}_${pod.name}/${pod.sandbox} to network bridge/cni0: ${text}`,
            `"Error adding pod to network" err="${text}" pod="${pod.namespace}/${pod.name}" podSandboxID={Type:docker ID:${pod.sandbox}} podNetnsPath="/proc/8102/ns/net" networkType="bridge" networkName="cni0"`,
          ),
        );
        sandboxFails(
          world,
          pods,
          at + 1,
          pod,
          `rpc error: code = Unknown desc = failed to setup network for sandbox "${pod.sandbox}": plugin type="bridge" failed (add): ${text}`,
        );
      });
    },
  },
  {
    id: 'cni-not-initialised',
    story: 'no network configuration is on the node: the runtime reports the network as not ready',
    runtimes: ['containerd', 'cri-o'],
    releases: [20, 29],
    tell(world) {
      const config = world.step('config');
      const network = world.step('network', config);
      const notReady = world.step('not-ready', network);
      world.every(5, 0, 120, (at) => {
        if (world.releases.runtime === 'containerd')
          world.say(
            config,
            at,
            'containerd',
            'failed to reload cni configuration after receiving fs change event("/etc/cni/net.d/.lock": CREATE)',
            {
              letter: 'E',
              site: 'error="cni config load failed: no network config found in /etc/cni/net.d: cni plugin not initialized: failed to load cni config"',
            },
          );
        const text =
          'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';
        world.kubelet(
          network,
          at + 5,
          'E',
          'kubelet.go:2855',
          world.worded(
            text,
            `"Container runtime network not ready" networkReady="NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"`,
          ),
        );
      });
      notReadyByKubelet(
        world,
        notReady,
        16,
        'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
      );
    },
  },
  {
    id: 'dockerd-stopped-by-upgrade',
    story: 'an unattended upgrade restarts docker; for minutes nothing can be reached',
    runtimes: ['docker'],
    releases: [12, 22],
    tell(world) {
      const stop = world.step('stop');
      const down = world.step('down', stop);
      const notReady = world.step('not-ready', down);
      world.say(stop, 0, 'dockerd', "Processing signal 'terminated'", { letter: 'I' });
      world.systemd(stop, 3, 'docker.service: Succeeded.');
      const text = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
      world.every(8, 6, 260, (at) =>
        world.kubelet(
          down,
          at,
          'E',
          'remote_runtime.go:277',
          world.worded(
            `ListContainers with filter &ContainerFilter{Id:,State:nil,PodSandboxId:,LabelSelector:map[string]string{},} from runtime service failed: rpc error: code = Unknown desc = ${text}`,
            `"ListContainers with filter from runtime service failed" err="rpc error: code = Unknown desc = ${text}" filter="nil"`,
          ),
        ),
      );
      notReadyByKubelet(world, notReady, 44, 'container runtime is down');
    },
  },
];
