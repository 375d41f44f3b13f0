/** Incidents that begin at a disk, a file system or a volume. */
import type { Scenario } from '../scenario';
import { notReadyByController, sandboxFails } from '../symptoms';

export const storageScenarios: readonly Scenario[] = [
  {
    id: 'image-disk-full',
    story: 'images fill the disk, nothing can be collected, the node gets disk pressure and evicts pods',
    releases: [10, 29],
    tell(world) {
      const full = world.step('full');
      const gc = world.step('gc', full);
      const pressure = world.step('pressure', gc);
      const eviction = world.step('eviction', pressure);
      const evicted = world.step('evicted', eviction);
      world.every(300, 0, 1200, (at) => {
        world.kubelet(
          full,
          at,
          'I',
          'image_gc_manager.go:310',
          world.worded(
            `[imageGCManager]: Disk usage on image filesystem is at ${91 + Math.floor(at / 300)}% which is over the high threshold (85%). Trying to free ${898_760_704 + at} bytes down to the low threshold (80%).`,
            `"Disk usage on image filesystem is over the high threshold, trying to free bytes down to the low threshold" usage=${91 + Math.floor(at / 300)} highThreshold=85 amountToFree=${898_760_704 + at} lowThreshold=80`,
          ),
        );
        const text = `failed to garbage collect required amount of images. Wanted to free ${898_760_704 + at} bytes, but freed 0 bytes`;
        world.event(gc, at + 1, 'FreeDiskSpaceFailed', `node/${world.node}`, text);
        world.kubelet(
          gc,
          at + 1,
          'E',
          'kubelet.go:1302',
          world.worded(
            `Image garbage collection failed multiple times in a row: ${text}`,
            `"Image garbage collection failed multiple times in a row" err="${text}"`,
          ),
        );
      });
      world.kubelet(
        pressure,
        1000,
        'I',
        'kubelet_node_status.go:532',
        world.worded(
          `Recording NodeHasDiskPressure event message for node ${world.node}`,
          `"Recording event message for node" node="${world.node}" event="NodeHasDiskPressure"`,
        ),
      );
      world.event(
        pressure,
        1000,
        'NodeHasDiskPressure',
        `node/${world.node}`,
        `Node ${world.node} status is now: NodeHasDiskPressure`,
      );
      world.every(10, 1001, 1100, (at) => {
        world.kubelet(
          eviction,
          at,
          'W',
          'eviction_manager.go:344',
          world.worded(
            'eviction manager: attempting to reclaim ephemeral-storage',
            '"Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"',
          ),
        );
        world.kubelet(
          eviction,
          at,
          'I',
          'eviction_manager.go:358',
          world.worded(
            'eviction manager: must evict pod(s) to reclaim ephemeral-storage',
            '"Eviction manager: must evict pod(s) to reclaim" resourceName="ephemeral-storage"',
          ),
        );
        const pod = world.pod();
        world.event(evicted, at + 2, 'Evicted', `pod/${pod.name}`, 'The node was low on resource: ephemeral-storage. ');
        world.kubelet(
          evicted,
          at + 2,
          'I',
          'eviction_manager.go:566',
          world.worded(
            `eviction manager: pod ${pod.name}_${pod.namespace}(${pod.uid}) is evicted successfully`,
            `"Eviction manager: pod is evicted successfully" pod="${pod.namespace}/${pod.name}"`,
          ),
        );
      });
    },
  },
  {
    id: 'device-fails-root-read-only',
    story: 'the disk fails, the root file system goes read-only, nothing can be started any more',
    releases: [14, 29],
    tell(world) {
      const device = world.step('device');
      const filesystem = world.step('filesystem', device);
      const readOnly = world.step('read-only', filesystem);
      const pods = world.step('pods', readOnly);
      world.every(12, 0, 80, (at) => {
        world.kernel(device, at, `nvme nvme0: I/O ${world.random.between(10, 900)} QID 4 timeout, aborting`);
        world.kernel(
          device,
          at + 3,
          `blk_update_request: I/O error, dev nvme0n1, sector ${world.random.between(1_000_000, 90_000_000)} op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 0`,
        );
      });
      world.kernel(
        filesystem,
        40,
        'EXT4-fs error (device nvme0n1p1): ext4_journal_check_start:83: comm kubelet: Detected aborted journal',
      );
      world.kernel(readOnly, 41, 'EXT4-fs (nvme0n1p1): Remounting filesystem read-only');
      world.every(20, 60, 500, (at) =>
        sandboxFails(
          world,
          pods,
          at,
          world.pod(),
          'rpc error: code = Unknown desc = failed to create containerd task: failed to mkdir "/run/containerd/io.containerd.grpc.v1.cri/sandboxes": mkdir /var/lib/containerd/tmpmounts: read-only file system',
        ),
      );
    },
  },
  {
    id: 'thin-pool-full',
    story: 'the device-mapper thin pool runs full; docker can write no layer',
    runtimes: ['docker'],
    releases: [8, 16],
    tell(world) {
      const low = world.step('low');
      const full = world.step('full', low);
      const pods = world.step('pods', full);
      world.kernel(low, 0, 'device-mapper: thin: 253:4: reached low water mark for data device: sending event.');
      world.kernel(full, 120, 'device-mapper: thin: 253:4: switching pool to out-of-data-space (queue IO) mode');
      world.every(15, 130, 400, (at) => {
        const text =
          'devmapper: Thin Pool has 163 free data blocks which is less than minimum required 163840 free data blocks. Create more free space in thin pool or use dm.min_free_space option to change behavior';
        world.say(full, at, 'dockerd', `Handler for POST /v1.24/containers/create returned error: ${text}`, {
          letter: 'E',
        });
        sandboxFails(
          world,
          pods,
          at + 1,
          world.pod(),
          `rpc error: code = Unknown desc = failed to create a sandbox for pod: Error response from daemon: ${text}`,
        );
      });
    },
  },
  {
    id: 'csi-driver-missing',
    story: 'the CSI driver is not registered on the node; volumes cannot be mounted and pods wait',
    releases: [17, 29],
    tell(world) {
      const driver = world.step('driver');
      const waits = world.step('waits', driver);
      const pod = world.pod('session-store');
      const text =
        'kubernetes.io/csi: mounter.SetUpAt failed to get CSI client: driver name ebs.csi.example.com not found in the list of registered CSI drivers';
      world.every(40, 10, 900, (at) => {
        world.kubelet(
          driver,
          at,
          'E',
          'nestedpendingoperations.go:335',
          `Operation for "{volumeName:kubernetes.io/csi/ebs.csi.example.com^vol-${pod.uid.slice(0, 8)} podName: nodeName:}" failed. No retries permitted until 2023-05-02 10:12:09.24 +0000 UTC m=+821.1 (durationBeforeRetry 32s). Error: MountVolume.MountDevice failed for volume "data" : ${text}`,
        );
        world.event(
          driver,
          at,
          'FailedMount',
          `pod/${pod.name}`,
          `MountVolume.MountDevice failed for volume "data" : ${text}`,
        );
      });
      world.every(135, 140, 900, (at) => {
        world.event(
          waits,
          at,
          'FailedMount',
          `pod/${pod.name}`,
          'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data default-token-x7k2p]: timed out waiting for the condition',
        );
      });
    },
  },
  {
    id: 'etcd-on-a-slow-disk',
    story: 'etcd cannot write its log in time; the API loses its store and the controllers their leases',
    releases: [16, 29],
    tell(world) {
      const disk = world.step('disk');
      const api = world.step('api', disk);
      const lock = world.step('lock', api);
      const lease = world.step('lease', lock);
      const at1 = { node: 'control-1' };
      world.every(6, 0, 90, (at) => {
        world.say(disk, at, 'etcd', 'slow fdatasync', {
          ...at1,
          letter: 'W',
          site: `"took":"${world.random.between(2, 7)}.${world.random.between(100_000_000, 999_999_999)}s","expected-duration":"1s"`,
        });
      });
      world.every(5, 12, 100, (at) => {
        world.say(api, at, 'kube-apiserver', 'etcdserver: request timed out', {
          ...at1,
          letter: 'E',
          site: 'status.go:71',
        });
      });
      world.every(2, 30, 44, (at) => {
        world.say(
          lock,
          at,
          'kube-controller-manager',
          'error retrieving resource lock kube-system/kube-controller-manager: etcdserver: request timed out',
          { ...at1, letter: 'E', site: 'leaderelection.go:330' },
        );
      });
      world.say(
        lease,
        46,
        'kube-controller-manager',
        'failed to renew lease kube-system/kube-controller-manager: timed out waiting for the condition',
        { ...at1, letter: 'I', site: 'leaderelection.go:283' },
      );
      world.say(lease, 46, 'kube-controller-manager', 'leaderelection lost', {
        ...at1,
        letter: 'F',
        site: 'controllermanager.go:295',
      });
    },
  },
  {
    id: 'image-registry-unreachable',
    story: 'the registry cannot be reached; pulls fail and back off',
    releases: [12, 29],
    tell(world) {
      const pull = world.step('pull');
      const backOff = world.step('back-off', pull);
      const pod = world.pod('billing');
      const image = 'registry.corp.example/billing:4.2.1';
      world.every(75, 5, 700, (at) => {
        world.event(
          pull,
          at,
          'Failed',
          `pod/${pod.name}`,
          `Failed to pull image "${image}": rpc error: code = Unknown desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": failed to do request: Head "https://registry.corp.example/v2/billing/manifests/4.2.1": dial tcp 10.9.0.4:443: i/o timeout`,
        );
        world.event(pull, at, 'Failed', `pod/${pod.name}`, 'Error: ErrImagePull');
      });
      world.every(30, 20, 700, (at) =>
        world.event(backOff, at, 'BackOff', `pod/${pod.name}`, `Back-off pulling image "${image}"`),
      );
      world.every(14, 20, 700, (at) =>
        world.kubelet(
          backOff,
          at,
          'E',
          'pod_workers.go:191',
          world.worded(
            `Error syncing pod ${pod.uid} ("${pod.name}_${pod.namespace}(${pod.uid})"), skipping: failed to "StartContainer" for "billing" with ImagePullBackOff: "Back-off pulling image \\"${image}\\""`,
            `"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"billing\\" with ImagePullBackOff: \\"Back-off pulling image \\\\\\"${image}\\\\\\"\\"" pod="${pod.namespace}/${pod.name}" podUID=${pod.uid}`,
          ),
        ),
      );
    },
  },
  {
    id: 'machine-panics',
    story: 'a fatal hardware error panics the machine; the controller loses the node',
    releases: [12, 29],
    tell(world) {
      const hardware = world.step('hardware');
      const panic = world.step('panic', hardware);
      const lost = world.step('lost', panic);
      world.kernel(hardware, 0, 'mce: [Hardware Error]: CPU 4: Machine Check Exception: 5 Bank 8: be00000000800400');
      world.kernel(panic, 1, 'Kernel panic - not syncing: Fatal machine check');
      notReadyByController(world, lost, 44);
    },
  },
];
