/** Incidents of memory, cgroups, watches, connection tracking and processors. */
import type { Scenario } from '../scenario';
import { escaped, leaseFails, notReadyByController, sandboxFails } from '../symptoms';

export const resourceScenarios: readonly Scenario[] = [
  {
    id: 'container-over-its-memory-limit',
    story: 'a container exceeds its memory limit again and again and ends in a crash loop',
    releases: [12, 29],
    tell(world) {
      const oom = world.step('oom');
      const killed = world.step('killed', oom);
      const loop = world.step('loop', killed);
      const pod = world.pod('report-job');
      const cgroup = `/kubepods/burstable/pod${pod.uid}/${pod.container}`;
      world.every(150, 10, 900, (at) => {
        world.kernel(
          oom,
          at,
          `oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=${pod.container},mems_allowed=0,oom_memcg=${cgroup},task_memcg=${cgroup},task=java,pid=${20_000 + at},uid=1000`,
        );
        world.kernel(
          oom,
          at,
          `Memory cgroup out of memory: Killed process ${20_000 + at} (java) total-vm:5402112kB, anon-rss:1048012kB, file-rss:12040kB, shmem-rss:0kB, UID:1000 pgtables:2512kB oom_score_adj:984`,
        );
        world.event(
          killed,
          at + 1,
          'OOMKilling',
          `node/${world.node}`,
          `Memory cgroup out of memory: Killed process ${20_000 + at} (java) total-vm:5402112kB, anon-rss:1048012kB, file-rss:12040kB, shmem-rss:0kB, UID:1000 pgtables:2512kB oom_score_adj:984`,
        );
        world.event(loop, at + 20, 'BackOff', `pod/${pod.name}`, 'Back-off restarting failed container');
        world.kubelet(
          loop,
          at + 20,
          'E',
          'pod_workers.go:191',
          world.worded(
            `Error syncing pod ${pod.uid} ("${pod.name}_${pod.namespace}(${pod.uid})"), skipping: failed to "StartContainer" for "report" with CrashLoopBackOff: "back-off 5m0s restarting failed container=report pod=${pod.name}_${pod.namespace}(${pod.uid})"`,
            `"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"report\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container=report pod=${pod.name}_${pod.namespace}(${pod.uid})\\"" pod="${pod.namespace}/${pod.name}" podUID=${pod.uid}`,
          ),
        );
      });
    },
  },
  {
    id: 'memory-cgroups-leaked',
    story: 'an old kernel leaks memory cgroups until none can be created, though disk and memory are free',
    runtimes: ['docker'],
    releases: [9, 16],
    tell(world) {
      const slub = world.step('slub');
      const cgroup = world.step('cgroup', slub);
      const pods = world.step('pods', cgroup);
      world.every(30, 0, 600, (at) =>
        world.kernel(slub, at, 'SLUB: Unable to allocate memory on node -1 (gfp=0x8020)'),
      );
      world.every(35, 200, 800, (at) => {
        const pod = world.pod();
        const path = `/sys/fs/cgroup/memory/kubepods/burstable/pod${pod.uid}`;
        world.event(
          cgroup,
          at,
          'FailedCreatePodContainer',
          `pod/${pod.name}`,
          `unable to ensure pod container exists: failed to create container for [kubepods burstable pod${pod.uid}] : mkdir ${path}: cannot allocate memory`,
        );
        world.say(
          cgroup,
          at,
          'dockerd',
          `Handler for POST /v1.31/containers/${pod.sandbox}/start returned error: OCI runtime create failed: container_linux.go:348: starting container process caused "process_linux.go:279: applying cgroup configuration for process caused \\"mkdir ${path}/${pod.sandbox}: no space left on device\\"": unknown`,
          { letter: 'E' },
        );
        sandboxFails(
          world,
          pods,
          at + 1,
          pod,
          `rpc error: code = Unknown desc = failed to start sandbox container for pod "${pod.name}": Error response from daemon: OCI runtime create failed: container_linux.go:348: starting container process caused "process_linux.go:279: applying cgroup configuration for process caused \\"mkdir ${path}/${pod.sandbox}: no space left on device\\"": unknown`,
        );
      });
    },
  },
  {
    id: 'inotify-watches-used-up',
    story: 'kubelet cannot add a watch at its start, exits, and hits the start limit',
    releases: [12, 29],
    tell(world) {
      const watches = world.step('watches');
      const fatal = world.step('fatal', watches);
      const unit = world.step('unit', fatal);
      const lost = world.step('lost', unit);
      const path = '/sys/fs/cgroup/blkio/kubepods.slice';
      for (let start = 0; start < 5; start++) {
        const at = start * 12;
        world.kubelet(
          watches,
          at,
          'E',
          'watcher.go:152',
          `Failed to watch directory "${path}": inotify_add_watch ${path}: no space left on device`,
        );
        world.kubelet(
          fatal,
          at + 1,
          'F',
          'kubelet.go:1414',
          world.worded(
            `Failed to start cAdvisor inotify_add_watch ${path}: no space left on device`,
            `"Failed to start cAdvisor" err="inotify_add_watch ${path}: no space left on device"`,
          ),
        );
        world.systemd(unit, at + 2, 'kubelet.service: Main process exited, code=exited, status=255/EXCEPTION');
        world.systemd(unit, at + 2, "kubelet.service: Failed with result 'exit-code'.");
      }
      world.systemd(unit, 62, 'kubelet.service: Start request repeated too quickly.');
      notReadyByController(world, lost, 48);
    },
  },
  {
    id: 'connection-tracking-full',
    story: 'the connection tracking table is full; probes fail and containers are killed for it',
    releases: [12, 29],
    tell(world) {
      const table = world.step('table');
      const probes = world.step('probes', table);
      const killed = world.step('killed', probes);
      world.every(5, 0, 500, (at) =>
        world.kernel(table, at, 'nf_conntrack: nf_conntrack: table full, dropping packet'),
      );
      for (let number = 0; number < 6; number++) {
        const pod = world.pod();
        world.every(10, 15 + number, 480, (at) =>
          world.event(
            probes,
            at,
            'Unhealthy',
            `pod/${pod.name}`,
            `Liveness probe failed: Get "http://10.244.3.${20 + number}:8080/healthz": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
          ),
        );
        world.every(90, 50 + number, 480, (at) =>
          world.event(
            killed,
            at,
            'Killing',
            `pod/${pod.name}`,
            'Container app failed liveness probe, will be restarted',
          ),
        );
      }
    },
  },
  {
    id: 'machine-stalls',
    story: 'the virtual machine stands still for half a minute at a time; leases and probes run out',
    releases: [14, 29],
    tell(world) {
      const stall = world.step('stall');
      const lease = world.step('lease', stall);
      const probes = world.step('probes', stall);
      world.every(60, 0, 300, (at) => {
        world.kernel(
          stall,
          at,
          `watchdog: BUG: soft lockup - CPU#${world.random.between(0, 7)} stuck for ${world.random.between(22, 41)}s! [kubelet:1402]`,
        );
        world.kernel(stall, at + 2, 'rcu: INFO: rcu_sched self-detected stall on CPU');
        leaseFails(
          world,
          lease,
          at + 12,
          'Put "https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/' +
            world.node +
            '?timeout=10s": context deadline exceeded',
        );
        for (let number = 0; number < 4; number++) {
          const pod = world.pod();
          world.event(
            probes,
            at + 14 + number,
            'Unhealthy',
            `pod/${pod.name}`,
            'Readiness probe failed: Get "http://10.244.3.9:8080/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
          );
        }
      });
    },
  },
  {
    id: 'memory-fragmented',
    story: 'no larger block of memory is free: runc cannot make a network namespace',
    runtimes: ['docker'],
    releases: [9, 18],
    tell(world) {
      const pages = world.step('pages');
      const runc = world.step('runc', pages);
      const pods = world.step('pods', runc);
      world.every(40, 0, 500, (at) => {
        const pod = world.pod();
        const text =
          'oci runtime error: container_linux.go:247: starting container process caused "process_linux.go:245: running exec setns process for init caused \\"exit status 6\\""';
        world.kernel(pages, at, 'runc:[1:CHILD]: page allocation failure: order:6, mode:0x10c0d0');
        world.say(
          runc,
          at + 1,
          'dockerd',
          `Handler for POST /v1.26/containers/${pod.sandbox}/start returned error: ${text}`,
          { letter: 'E' },
        );
        sandboxFails(
          world,
          pods,
          at + 1,
          pod,
          `rpc error: code = 2 desc = failed to start sandbox container for pod "${pod.name}": Error response from daemon: {"message":"${escaped(text)}"}`,
        );
      });
    },
  },
];
