/** Incidents in which the container runtime is the first or second to suffer. */
import type { Scenario } from '../scenario';
import {
  downText,
  escaped,
  gcFails,
  listFails,
  notReadyByKubelet,
  plegUnhealthy,
  sandboxFails,
  timeoutText,
} from '../symptoms';
import type { World } from '../world';

/** What follows when the runtime does not answer for a quarter of an hour. */
function hangingRuntime(world: World, from: number, cause: string, to = from + 900): void {
  const runtime = world.step('runtime', cause);
  const gc = world.step('gc', runtime);
  const pleg = world.step('pleg', runtime);
  const notReady = world.step('not-ready', pleg);
  world.every(125, from + 120, to, (at) => listFails(world, runtime, at, timeoutText(world)));
  world.every(180, from + 150, to, (at) => gcFails(world, gc, at, timeoutText(world)));
  plegUnhealthy(world, pleg, from, from + 181, to);
  notReadyByKubelet(
    world,
    notReady,
    from + 187,
    `PLEG is not healthy: pleg was last seen active ${world.goDuration(187)} ago; threshold is 3m0s`,
  );
}

export const runtimeScenarios: readonly Scenario[] = [
  {
    id: 'docker-waits-for-xtables-lock',
    story: 'iptables calls of dockerd queue for the xtables lock until docker no longer answers kubelet',
    runtimes: ['docker'],
    releases: [8, 20],
    tell(world) {
      const lock = world.step('lock');
      world.every(20, 30, 900, (at) => {
        const waited = 4 + Math.floor(at / 15);
        const pieces = [waited - 2, waited].map(
          (seconds) => `Another app is currently holding the xtables lock; waiting (${seconds}s) for it to exit...`,
        );
        world.say(lock, at, 'dockerd', pieces.join('\\n'), { letter: 'W' });
      });
      hangingRuntime(world, 90, lock);
    },
  },
  {
    id: 'docker-deadlock',
    story: 'a container lock inside dockerd is never released; every list call waits for it',
    runtimes: ['docker'],
    releases: [8, 20],
    tell(world) {
      const deadlock = world.step('deadlock');
      world.every(1, 700, 706, (at) => {
        world.say(deadlock, at, 'dockerd', `goroutine ${41_000 + at} [semacquire, 11 minutes]:`);
        world.say(deadlock, at, 'dockerd', 'sync.runtime_Semacquire(0xc420b1c1ac)');
      });
      hangingRuntime(world, 40, deadlock);
    },
  },
  {
    id: 'dockerd-killed-for-memory',
    story: 'the kernel kills dockerd because the machine is out of memory',
    runtimes: ['docker'],
    releases: [10, 22],
    tell(world) {
      const oom = world.step('oom');
      const unit = world.step('unit', oom);
      const down = world.step('down', unit);
      const gc = world.step('gc', down);
      const notReady = world.step('not-ready', down);
      world.kernel(
        oom,
        10,
        'java invoked oom-killer: gfp_mask=0x14201ca(GFP_HIGHUSER_MOVABLE|__GFP_COLD), nodemask=(null),  order=0, oom_score_adj=969',
      );
      world.kernel(oom, 11, 'Out of memory: Kill process 1733 (dockerd) score 312 or sacrifice child');
      world.kernel(
        oom,
        11,
        'Killed process 1733 (dockerd) total-vm:9402112kB, anon-rss:7011820kB, file-rss:0kB, shmem-rss:0kB',
      );
      world.systemd(unit, 12, 'docker.service: Main process exited, code=killed, status=9/KILL');
      world.systemd(unit, 12, "docker.service: Failed with result 'signal'.");
      world.every(10, 15, 420, (at) => listFails(world, down, at, downText(world)));
      world.every(60, 20, 420, (at) => gcFails(world, gc, at, downText(world)));
      notReadyByKubelet(world, notReady, 52, 'container runtime is down');
    },
  },
  {
    id: 'containerd-crashes',
    story: 'containerd crashes with a segmentation fault and stays down',
    runtimes: ['containerd'],
    releases: [20, 29],
    tell(world) {
      const crash = world.step('crash');
      const unit = world.step('unit', crash);
      const down = world.step('down', unit);
      const notReady = world.step('not-ready', down);
      world.kernel(
        crash,
        5,
        'containerd[1204]: segfault at 18 ip 000055d7a9c1b2f4 sp 00007ffd1f0a3c40 error 4 in containerd[55d7a8f00000+1d2c000]',
      );
      world.systemd(unit, 6, 'containerd.service: Main process exited, code=killed, status=11/SEGV');
      world.systemd(unit, 6, "containerd.service: Failed with result 'signal'.");
      world.every(8, 8, 380, (at) => listFails(world, down, at, downText(world)));
      notReadyByKubelet(world, notReady, 44, 'container runtime is down');
    },
  },
  {
    id: 'one-container-on-dead-nfs',
    story: 'an NFS server goes away; the container that uses it can be neither inspected nor killed',
    releases: [10, 24],
    tell(world) {
      const nfs = world.step('nfs');
      const hung = world.step('hung', nfs);
      world.every(180, 5, 1000, (at) => world.kernel(nfs, at, 'nfs: server 10.4.1.20 not responding, still trying'));
      world.every(122, 130, 900, (at) => {
        world.kernel(hung, at, 'INFO: task java:20417 blocked for more than 120 seconds.');
      });
      hangingRuntime(world, 60, hung);
    },
  },
  {
    id: 'network-namespace-stuck',
    story: 'a network namespace is never released; every new one waits for it in the kernel',
    releases: [8, 18],
    runtimes: ['docker'],
    tell(world) {
      const stuck = world.step('stuck');
      const hung = world.step('hung', stuck);
      world.every(10, 0, 1000, (at) =>
        world.kernel(stuck, at, 'unregister_netdevice: waiting for lo to become free. Usage count = 1'),
      );
      world.every(120, 130, 900, (at) =>
        world.kernel(hung, at, 'INFO: task dockerd:1811 blocked for more than 120 seconds.'),
      );
      hangingRuntime(world, 60, hung);
    },
  },
  {
    id: 'slow-disk-under-containerd',
    story:
      'the disk is saturated: containerd cannot create sandboxes in time, and retries meet their own first attempt',
    runtimes: ['containerd'],
    releases: [16, 29],
    tell(world) {
      const disk = world.step('disk');
      const runtime = world.step('runtime', disk);
      const reserved = world.step('reserved', runtime);
      const pods = world.step('pods', runtime, reserved);
      world.every(121, 20, 1100, (at) =>
        world.kernel(disk, at, 'INFO: task containerd:1490 blocked for more than 120 seconds.'),
      );
      world.every(97, 60, 1100, (at) => {
        const took = world.goDuration(world.random.between(41, 180));
        world.kubelet(
          disk,
          at,
          'I',
          'fsHandler.go:135',
          `du and find on following dirs took ${took}: [/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/${world.random.between(20, 900)}/fs]; will not log again for this container unless duration exceeds 2s`,
        );
      });
      for (let number = 0; number < 5; number++) {
        const pod = world.pod();
        const at = 280 + number * 40;
        world.kubelet(
          runtime,
          at,
          'E',
          'remote_runtime.go:116',
          world.worded(
            `RunPodSandbox from runtime service failed: ${timeoutText(world)}`,
            `"RunPodSandbox from runtime service failed" err="${timeoutText(world)}"`,
          ),
        );
        sandboxFails(world, pods, at, pod, timeoutText(world));
        const name = `${pod.name}_${pod.namespace}_${pod.uid}_0`;
        const reservedText = `rpc error: code = Unknown desc = failed to reserve sandbox name "${name}": name "${name}" is reserved for "${pod.sandbox}"`;
        world.every(15, at + 16, at + 90, (later) => {
          world.kubelet(
            reserved,
            later,
            'E',
            'remote_runtime.go:116',
            world.worded(
              `RunPodSandbox from runtime service failed: ${reservedText}`,
              `"RunPodSandbox from runtime service failed" err="${escaped(reservedText)}"`,
            ),
          );
          sandboxFails(world, pods, later, pod, reservedText);
        });
        world.every(12, at + 20, at + 90, (later) =>
          world.kubelet(
            pods,
            later,
            'E',
            'pod_workers.go:191',
            world.worded(
              `Error syncing pod ${pod.uid} ("${pod.name}_${pod.namespace}(${pod.uid})"), skipping: failed to "CreatePodSandbox" for "${pod.name}_${pod.namespace}(${pod.uid})" with CreatePodSandboxError`,
              `"Error syncing pod, skipping" err="failed to \\"CreatePodSandbox\\" for \\"${pod.name}_${pod.namespace}(${pod.uid})\\" with CreatePodSandboxError" pod="${pod.namespace}/${pod.name}" podUID=${pod.uid}`,
            ),
          ),
        );
      }
    },
  },
  {
    id: 'systemd-does-not-answer',
    story: 'pid 1 is overloaded: D-Bus calls time out, runc cannot make its scopes, containers do not start',
    releases: [14, 29],
    tell(world) {
      const bus = world.step('bus');
      const runc = world.step('runc', bus);
      const pods = world.step('pods', runc);
      world.every(25, 0, 600, (at) =>
        world.say(
          bus,
          at,
          'dbus',
          "Failed to activate service 'org.freedesktop.systemd1': timed out (service_start_timeout=25000ms)",
          { letter: 'E' },
        ),
      );
      world.every(45, 40, 640, (at) => {
        const pod = world.pod();
        const inner = `Timeout waiting for systemd to create ${world.releases.runtime === 'docker' ? 'docker' : 'cri-containerd'}-${pod.sandbox}.scope`;
        world.say(
          runc,
          at,
          world.releases.runtime === 'docker' ? 'dockerd' : 'containerd',
          `runc create failed: unable to start container process: unable to apply cgroup configuration: ${inner}`,
          { letter: 'E' },
        );
        sandboxFails(
          world,
          pods,
          at + 1,
          pod,
          `rpc error: code = Unknown desc = failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: unable to apply cgroup configuration: ${inner}: unknown`,
        );
      });
    },
  },
  {
    id: 'threads-used-up',
    story: 'the task limit is reached: dockerd cannot create a thread and aborts',
    runtimes: ['docker'],
    releases: [10, 22],
    tell(world) {
      const pids = world.step('pids');
      const abort = world.step('abort', pids);
      const unit = world.step('unit', abort);
      const down = world.step('down', unit);
      const notReady = world.step('not-ready', down);
      world.every(7, 0, 60, (at) =>
        world.kernel(pids, at, 'cgroup: fork rejected by pids controller in /system.slice/docker.service'),
      );
      world.say(abort, 61, 'dockerd', 'runtime/cgo: pthread_create failed: Resource temporarily unavailable', {
        letter: 'E',
      });
      world.say(abort, 61, 'dockerd', 'SIGABRT: abort', { letter: 'E' });
      world.systemd(unit, 62, 'docker.service: Main process exited, code=exited, status=2/INVALIDARGUMENT');
      world.systemd(unit, 62, "docker.service: Failed with result 'exit-code'.");
      world.every(9, 65, 500, (at) => listFails(world, down, at, downText(world)));
      notReadyByKubelet(world, notReady, 101, 'container runtime is down');
    },
  },
];
