/** Rules an expert would give: cut logs, missing clocks, quoted reasons, sequences that repeat, things that pass by themselves. */
import * as assert from 'node:assert/strict';
import type { Chain, Report } from '../../../../server/src/engine/index';
import { readProjectFile } from '../../../support/repository';
import { clock, healthyStory, kubelet, lockStory } from '../../../support/stories';
import { stepsOf, triage } from '../../../support/triage';

const unreachable =
  'rpc error: code = Unknown desc = Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';

function kernel(seconds: number, message: string, node = 'node-a'): string {
  return `May 13 ${clock(seconds)} ${node} kernel: [${(90_000 + seconds).toFixed(6)}] ${message}`;
}

function firm(report: Report): Chain[] {
  return report.chains.filter((chain) => chain.confidence !== 'possible');
}

describe('a reason', () => {
  it('is the innermost text of a record', () => {
    const report = triage({
      messages: [
        kubelet(
          0,
          'RunPodSandbox from runtime service failed: rpc error: code = 2 desc = failed to start sandbox container for pod "web-1": Error response from daemon: OCI runtime create failed: container_linux.go:348: starting container process caused "process_linux.go:279: applying cgroup configuration for process caused \\"mkdir /sys/fs/cgroup/memory/kubepods/burstable/x: cannot allocate memory\\"": unknown',
        ),
      ],
    });
    assert.equal(stepsOf(report)[0], 'cgroup-mkdir-failed');
  });

  it('is the innermost text also behind a break that the writer put into its line', () => {
    const report = triage({
      messages: [
        kubelet(
          0,
          '"StartContainer from runtime service failed" err="rpc error: code = Unknown desc = failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error running prestart hook #0: exit status 1, stdout: , stderr: Auto-detected mode as \'legacy\'\\nnvidia-container-cli: initialization error: nvml error: driver not loaded: unknown" containerID="0f5b1bd2c3f7"',
        ),
      ],
    });
    assert.equal(stepsOf(report)[0], 'gpu-not-given-to-container');
  });

  it('that merely stands beside another in a list explains nothing', () => {
    const report = triage({
      messages: [
        kubelet(
          200,
          'skipping pod synchronization - [container runtime is down PLEG is not healthy: pleg was last seen active 3m5.5s ago; threshold is 3m0s]',
          'I',
        ),
      ],
    });
    assert.ok(report.chains.every((chain) => chain.links.every((link) => link.edge !== 'named-in-its-text')));
  });

  it('written in the text outweighs what merely fits in time', () => {
    const lines: string[] = [];
    for (let at = 0; at < 400; at += 20) {
      lines.push(kernel(at, 'unregister_netdevice: waiting for lo to become free. Usage count = 1'));
      lines.push(
        kubelet(
          at + 5,
          'CreatePodSandbox for pod "web-1_shop(0f0f3b1e-d261-11ec-9d64-0242ac120002)" failed: rpc error: code = Unknown desc = failed to set up sandbox container network for pod "web-1": networkPlugin cni failed to set up pod "web-1_shop" network: failed to allocate for range 0: no IP addresses available in range set: 10.244.3.1-10.244.3.254',
        ),
      );
    }
    const [chain] = triage({ messages: lines }).chains;
    assert.match(chain?.title.en ?? '', /address/i);
    const weighed = [...(chain?.links ?? []), ...(chain?.alternatives ?? [])].filter((one) =>
      one.reasons.some((reason) => /names another reason/.test(reason.en)),
    );
    assert.ok(weighed.length > 0 && weighed.every((one) => one.score < 0.6));
  });
});

describe('a warning of the kernel', () => {
  /** The report as the kernel prints it, where a check has failed in `symbol`. */
  function warned(seconds: number, place: string, ...before: readonly string[]): string[] {
    return [
      '------------[ cut here ]------------',
      ...before,
      `WARNING: CPU: 3 PID: 4321 at ${place}`,
      'Modules linked in: veth xt_nat',
      'Call Trace:',
      ' drain_stock+0x5a/0xa0',
      '---[ end trace 1b2c3d4e5f607182 ]---',
    ].map((message) => kernel(seconds, message));
  }

  it('that stands alone is told and accuses nobody', () => {
    const report = triage({ messages: warned(10, 'mm/page_counter.c:62 page_counter_cancel+0x34/0x40') });
    assert.deepEqual(
      report.episodes.map(({ signature }) => signature),
      ['kernel-warning'],
    );
    assert.deepEqual(firm(report), []);
  });

  it('of the watchdog of network cards follows from the card that stopped', () => {
    const card = 'NETDEV WATCHDOG: eth0 (e1000e): transmit queue 0 timed out';
    const report = triage({
      messages: warned(10, 'net/sched/sch_generic.c:477 dev_watchdog+0x221/0x230', card),
    });
    assert.deepEqual(stepsOf(report), ['nic-reset', 'kernel-warning']);
    const other = triage({ messages: warned(10, 'mm/page_counter.c:62 page_counter_cancel+0x34/0x40', card) });
    const [asserted, weighed] = [report, other].map(({ chains }) => chains[0]?.links[0]?.score ?? 0);
    assert.ok((weighed ?? 0) < (asserted ?? 0), `${weighed} and ${asserted}`);
  });
});

describe('order in time', () => {
  it('does not refute a cause whose log begins only after the effect', () => {
    const report = triage({
      'kubelet.log': [
        kubelet(
          0,
          'skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 2h5m1.5s ago; threshold is 3m0s]',
          'I',
        ),
      ],
      'docker.log': [
        `May 13 ${clock(300)} node-a dockerd: time="2022-05-13T10:05:00.123456789Z" level=error msg="Handler for GET /v1.25/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"`,
      ],
    });
    assert.equal(stepsOf(report)[0], 'docker-api-error');
    assert.ok(
      report.chains[0]?.links.some((link) => link.reasons.some((reason) => /begins only after/.test(reason.en))),
    );
  });

  it('refutes it where one log told the effect and not yet the cause', () => {
    const report = triage({
      messages: [
        ...Array.from({ length: 30 }, (_, index) => kubelet(index * 10, 'SyncLoop (housekeeping)', 'I')),
        kubelet(
          300,
          'skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m1.5s ago; threshold is 3m0s]',
          'I',
        ),
        ...Array.from({ length: 60 }, (_, index) => kubelet(310 + index * 20, 'SyncLoop (housekeeping)', 'I')),
        kernel(1600, 'INFO: task dockerd:1811 blocked for more than 120 seconds.'),
      ],
    });
    assert.ok(report.chains.every((chain) => chain.steps.length < 2));
  });

  it('is the order of lines where there is no clock', () => {
    const report = triage({
      'quoted.txt': [
        'nf_conntrack: table full, dropping packet',
        'runc:[1:CHILD]: page allocation failure: order:6, mode:0x10c0d0',
      ],
    });
    assert.ok(report.chains.every((chain) => chain.confidence !== 'strong'));
  });
});

describe('a sequence that repeats', () => {
  it('raises a mere possibility', () => {
    const lines = [...healthyStory('node-a')];
    for (let at = 60; at < 900; at += 120) {
      lines.push(kernel(at, 'watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [kubelet:1402]'));
      lines.push(
        kubelet(
          at + 10,
          'failed to update lease, error: Put "https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-a?timeout=10s": context deadline exceeded',
        ),
      );
    }
    const report = triage({ messages: lines.sort((a, b) => (a.slice(7, 15) < b.slice(7, 15) ? -1 : 1)) });
    assert.equal(stepsOf(report)[0], 'kernel-soft-lockup');
    assert.ok(
      report.chains[0]?.links.some((link) => link.reasons.some((reason) => /followed each of/.test(reason.en))),
    );
  });
});

describe('a consequence', () => {
  it('is no other view of its own cause', () => {
    const crash =
      'Back-off 5m0s restarting failed container=etcd pod=etcd-node-a_kube-system(3f2a9c0b7e5d4f1a8b6c2d3e4f5a6b7c)';
    const report = triage({
      messages: [
        kubelet(0, crash, 'I'),
        kubelet(
          1,
          'k8s.io/kubernetes/pkg/kubelet/kubelet.go:464: Failed to list *v1.Node: Get https://10.4.0.10:6443/api/v1/nodes?limit=500: dial tcp 10.4.0.10:6443: connect: connection refused',
        ),
        kubelet(20, crash, 'I'),
      ],
    });
    const steps = stepsOf(report);
    assert.equal(steps[0], 'control-plane-crashloop');
    assert.notEqual(steps.at(-1), 'pod-crashloop');
    const views = new Set(report.episodes.filter((one) => /crashloop/.test(one.signature)).map((one) => one.id));
    assert.ok(report.chains.every((chain) => chain.links.every((link) => !views.has(link.effect))));
  });

  it('that a failed pod brings about for all users of the API ends the chain', () => {
    const report = triage({
      'kube-apiserver.log': ['Error: unknown flag: --enable-admission-plugin'],
      'kubelet.log': [
        'E0505 06:06:10.900120    1410 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"kube-apiserver\\" with CrashLoopBackOff: \\"back-off 20s restarting failed container=kube-apiserver pod=kube-apiserver-cp-1_kube-system(4f8b0e2e5d4d)\\"" pod="kube-system/kube-apiserver-cp-1" podUID="4f8b0e2e5d4d"',
        'E0505 06:06:12.100018    1410 controller.go:145] "Failed to ensure lease exists, will retry" err="Get \\"https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/cp-1?timeout=10s\\": dial tcp 10.4.0.10:6443: connect: connection refused" interval="7s"',
      ],
    });
    const steps = stepsOf(report);
    assert.equal(steps[0], 'start-option-unknown');
    assert.ok(steps.includes('control-plane-crashloop'));
    assert.equal(steps.at(-1), 'node-lease-failed');
  });

  it('that users notice ends a chain before one that only a hint leads to', () => {
    const report = triage({
      messages: [
        kubelet(0, 'node "node-a" not found'),
        kubelet(
          0,
          'RunPodSandbox from runtime service failed: rpc error: code = Unknown desc = failed to create containerd task: failed to mount rootfs component &{overlay overlay [workdir=/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/31/work]}: no such device: unknown',
        ),
        kubelet(
          0,
          'CreatePodSandbox for pod "billing-0_shop(0f0f3b1e-d261-11ec-9d64-0242ac120002)" failed: rpc error: code = Unknown desc = failed to create containerd task: failed to mount rootfs component &{overlay overlay [workdir=/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/31/work]}: no such device: unknown',
        ),
      ],
    });
    assert.equal(stepsOf(report).at(-1), 'pod-sandbox-create-failed');
  });
});

describe('what passed by itself', () => {
  const brief = [
    ...healthyStory('node-a').slice(0, 40),
    kubelet(401, `ListContainers with filter nil from runtime service failed: ${unreachable}`),
    kubelet(402, `Container garbage collection failed: ${unreachable}`),
    ...healthyStory('node-a').slice(41),
  ];

  it('is a possibility at most', () => {
    const [chain] = triage({ messages: brief }).chains;
    assert.equal(chain?.confidence, 'possible');
    assert.match(chain?.reasons.map((reason) => reason.en).join('\n') ?? '', /within a minute/);
  });

  it('is more when it goes on', () => {
    const lasting = [...healthyStory('node-a').slice(0, 40)];
    for (let at = 400; at < 900; at += 30) {
      lasting.push(kubelet(at, `ListContainers with filter nil from runtime service failed: ${unreachable}`));
      lasting.push(kubelet(at + 1, `Container garbage collection failed: ${unreachable}`));
    }
    assert.equal(firm(triage({ messages: lasting })).length, 1);
  });
});

describe('a hint', () => {
  it('is called one, and makes a chain possible at most', () => {
    const report = triage({
      messages: [
        ...healthyStory('node-a').slice(0, 40),
        kernel(
          420,
          'EXT4-fs error (device sda1): ext4_find_entry:1455: inode #2: comm cron: reading directory lblock 0',
        ),
        kubelet(
          700,
          'skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m1.5s ago; threshold is 3m0s]',
          'I',
        ),
        ...healthyStory('node-a').slice(75),
      ],
    });
    const chain = report.chains.find((one) => one.steps.length > 1);
    assert.equal(chain?.confidence, 'possible');
    assert.match(chain?.reasons.map((reason) => reason.en).join('\n') ?? '', /no known mechanism/);
  });
});

describe('a cause with a name', () => {
  it('goes before a doubt that fits as well', () => {
    const report = triage({
      messages: [
        ...healthyStory('node-a').slice(0, 40),
        `May 13 ${clock(410)} node-a copier[811]: W0513 ${clock(410)}.118001     811 copier.go:188] Failed to go on with the volume`,
        kernel(
          420,
          'EXT4-fs error (device sda1): ext4_find_entry:1455: inode #2: comm cron: reading directory lblock 0',
        ),
        kubelet(
          700,
          'skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m1.5s ago; threshold is 3m0s]',
          'I',
        ),
        ...healthyStory('node-a').slice(75),
      ],
    });
    assert.ok(report.events.some((event) => event.signature === 'storage-doubt-unnamed'));
    assert.equal(stepsOf(report)[0], 'ext4-error');
  });
});

describe('an incident', () => {
  const report = triage({
    'a/messages': lockStory({ shiftSeconds: 120 }),
    'b/messages': lockStory({ node: 'node-c' }),
    'c/messages': healthyStory(),
    'a/iptables-save.txt': Array.from({ length: 40 }, (_, index) => `-A KUBE-SVC-${index} -j ACCEPT`),
  });

  it('is one over all its nodes, with the first one and the spread', () => {
    assert.equal(report.incidents.length, 1);
    assert.deepEqual(
      report.incidents[0]?.nodes.map(({ node }) => node),
      ['node-c', 'node-a'],
    );
    assert.equal(report.incidents[0]?.spreadMs, 120_000);
  });

  it('is compared with a healthy node', () => {
    const signs = report.incidents[0]?.differences.filter((one) => one.kind === 'signature' && !one.isSame) ?? [];
    assert.ok(signs.length > 2);
    for (const { values } of signs)
      assert.deepEqual(
        values.filter((value) => !value.isSick),
        [{ node: 'node-b', isSick: false, value: 0 }],
      );
  });

  it('has nobody look for the inner error of a step whose inner error is told', () => {
    const advice = report.chains[0]?.advice ?? [];
    assert.ok(advice.includes('dockershim-op-timeout'));
    assert.ok(!advice.includes('container-gc-failed'));
    const name = 'web-1_shop(0f0f3b1e-d261-11ec-9d64-0242ac120002)';
    const failed = `CreatePodSandbox for pod "${name}" failed: rpc error: code = Unknown desc = failed to start sandbox container: operation timeout: context deadline exceeded`;
    const withPod = [...lockStory(), kubelet(899, failed)];
    const [chain] = triage({ messages: withPod }).chains;
    assert.ok(stepsOf(triage({ messages: withPod })).includes('pod-sandbox-create-failed'));
    assert.ok(!chain?.advice.includes('pod-sandbox-create-failed'));
  });

  it('tells no figure of a healthy node that is much like that of the sick one', () => {
    const load = (value: string): string[] => [
      `top - 10:40:01 up 12 days,  3:04,  1 user,  load average: ${value}, ${value}, ${value}`,
      'Tasks: 312 total,   1 running, 311 sleeping,   0 stopped,   0 zombie',
    ];
    const facts = (sick: string, healthy: string): string[] => {
      const told = triage({
        'node-a/messages': lockStory(),
        'node-b/messages': healthyStory(),
        'node-a/top.txt': load(sick),
        'node-b/top.txt': load(healthy),
      });
      return (told.incidents[0]?.differences ?? []).filter(({ kind }) => kind === 'fact').map(({ what }) => what);
    };
    assert.deepEqual(facts('4.10', '2.90'), []);
    assert.deepEqual(facts('28.10', '2.90'), ['load.15m', 'load.1m', 'load.5m']);
  });

  it('asks for no sign that its own steps are', () => {
    const missing = report.chains.flatMap((chain) => chain.missing.map((one) => one.en));
    assert.ok(!missing.some((text) => text.includes("The effect's own text repeats this error")));
  });
});

describe('another explanation', () => {
  it('is told with the signs it would have left, absent where its log is there', () => {
    const lines = [...healthyStory('node-a'), ...lockStory()].sort((a, b) =>
      a.slice(7, 15) < b.slice(7, 15) ? -1 : 1,
    );
    const kinds = triage({ messages: lines }).chains[0]?.competing ?? [];
    const storage = kinds.find((one) => one.category === 'storage');
    assert.equal(storage?.status, 'absent');
    assert.ok((storage?.expected.length ?? 0) > 0);
  });

  it('is never something else, which nobody can look for', () => {
    const messages = readProjectFile('samples/notready-hostport/paas-10-239-40-157/messages');
    const kinds = triage({ messages }).chains[0]?.competing ?? [];
    assert.ok(kinds.length > 3);
    assert.ok(!kinds.some((one) => one.category === 'other'));
  });

  it('is not ruled out where nobody collected its log', () => {
    const klog = lockStory({ locks: false }).map((line) => line.slice(line.indexOf('kubelet: ') + 9));
    const kinds = triage({ 'kubelet.log': klog }).chains[0]?.competing ?? [];
    assert.equal(kinds.find((one) => one.category === 'kernel')?.status, 'notCollected');
  });
});
