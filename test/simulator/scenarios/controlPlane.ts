/** Incidents that begin behind the API server: its store, its certificates, its webhooks, its limits. */
import type { Scenario } from '../scenario';
import { leaseFails, notReadyByController } from '../symptoms';
import type { World } from '../world';

const control = { node: 'control-1' } as const;

/** The API server answers requests with a text of its store or its own. */
function serverSays(world: World, step: string, from: number, to: number, message: string): void {
  world.every(5, from, to, (at) =>
    world.say(step, at, 'kube-apiserver', message, { ...control, letter: 'E', site: 'status.go:71' }),
  );
}

/** The controller manager cannot renew its lease and gives up. */
function leaseLost(world: World, lock: string, lost: string, from: number, text: string): void {
  const name = 'kube-system/kube-controller-manager';
  world.every(2, from, from + 14, (at) =>
    world.say(lock, at, 'kube-controller-manager', `error retrieving resource lock ${name}: ${text}`, {
      ...control,
      letter: 'E',
      site: 'leaderelection.go:330',
    }),
  );
  world.say(
    lost,
    from + 16,
    'kube-controller-manager',
    `failed to renew lease ${name}: timed out waiting for the condition`,
    { ...control, site: 'leaderelection.go:283' },
  );
  world.say(lost, from + 16, 'kube-controller-manager', 'leaderelection lost', {
    ...control,
    letter: 'F',
    site: 'controllermanager.go:295',
  });
}

/** Heartbeats of the worker fail until its controller gives it up. */
function heartbeatsFail(world: World, lease: string, from: number, text: string): void {
  const lost = world.step('not-ready', lease);
  world.every(7, from, from + 120, (at) => leaseFails(world, lease, at, text));
  notReadyByController(world, lost, from + 52);
}

export const controlPlaneScenarios: readonly Scenario[] = [
  {
    id: 'slow-etcd-turns-nodes-not-ready',
    story: 'the disk of etcd stalls; heartbeats cannot be stored and nodes are given up',
    releases: [16, 29],
    tell(world) {
      const disk = world.sharedStep('disk');
      const heartbeat = world.sharedStep('heartbeat', disk);
      const store = world.sharedStep('store', disk, heartbeat);
      const lease = world.step('lease', store);
      world.every(6, 0, 150, (at) =>
        world.say(disk, at, 'etcd', 'slow fdatasync', {
          ...control,
          letter: 'W',
          site: `"took":"${world.random.between(2, 7)}.${world.random.between(100_000_000, 999_999_999)}s","expected-duration":"1s"`,
        }),
      );
      world.every(6, 2, 150, (at) =>
        world.say(
          heartbeat,
          at,
          'etcd',
          'leader failed to send out heartbeat on time; took too long, leader is overloaded likely from slow disk',
          { ...control, letter: 'W', site: '"to":"8e9e05c52164694d","heartbeat-interval":"100ms"' },
        ),
      );
      serverSays(world, store, 9, 150, 'etcdserver: request timed out');
      heartbeatsFail(world, lease, 18, 'etcdserver: request timed out');
    },
  },
  {
    id: 'etcd-members-cut-off',
    story: 'two of three etcd members cannot be reached; without a leader nothing is stored',
    releases: [18, 29],
    tell(world) {
      const network = world.sharedStep('network');
      const leader = world.sharedStep('leader', network);
      const store = world.sharedStep('store', leader);
      const lock = world.sharedStep('lock', store);
      const lost = world.sharedStep('lost', lock);
      world.every(5, 0, 120, (at) => {
        for (const member of ['91bc3c398fb3c146', '2a0965170762fd09']) {
          world.say(network, at, 'etcd', 'prober detected unhealthy status', {
            ...control,
            letter: 'W',
            site: `"round-tripper-name":"ROUND_TRIPPER_RAFT_MESSAGE","remote-peer-id":"${member}","rtt":"0s","error":"dial tcp 10.4.0.12:2380: i/o timeout"`,
          });
        }
      });
      world.every(4, 6, 120, (at) =>
        world.say(leader, at, 'etcd', '8e9e05c52164694d is starting a new election at term 812', {
          ...control,
          site: 'raft/raft.go:929',
        }),
      );
      serverSays(world, store, 14, 120, 'etcdserver: request timed out');
      leaseLost(world, lock, lost, 24, 'etcdserver: request timed out');
    },
  },
  {
    id: 'etcd-database-full',
    story: 'the database of etcd reaches its quota; no lease can be written any more',
    releases: [16, 29],
    tell(world) {
      const full = world.sharedStep('full');
      const lock = world.sharedStep('lock', full);
      const lost = world.sharedStep('lost', lock);
      world.say(full, 0, 'etcd', 'alarm raised', {
        ...control,
        letter: 'W',
        site: '"alarm":"NOSPACE","from":"8e9e05c52164694d"',
      });
      serverSays(world, full, 3, 90, 'etcdserver: mvcc: database space exceeded');
      leaseLost(world, lock, lost, 12, 'etcdserver: mvcc: database space exceeded');
    },
  },
  {
    id: 'etcd-client-certificate-expired',
    story: 'the certificate with which the API server calls etcd has expired; it exits and nodes are refused',
    releases: [16, 29],
    tell(world) {
      const certificate = world.sharedStep('certificate');
      const ended = world.sharedStep('ended', certificate);
      const refused = world.step('refused', ended);
      const lease = world.step('lease', refused);
      const day = new Date(world.startMs).toISOString().replace(/\.\d+Z$/, 'Z');
      world.every(3, 0, 24, (at) =>
        world.say(
          certificate,
          at,
          'kube-apiserver',
          `grpc: addrConn.createTransport failed to connect to {https://127.0.0.1:2379}. Err: connection error: desc = "transport: authentication handshake failed: x509: certificate has expired or is not yet valid: current time ${day} is after 2022-11-30T08:12:44Z"`,
          { ...control, letter: 'W', site: 'clientconn.go:1223' },
        ),
      );
      world.say(
        ended,
        25,
        'kube-apiserver',
        'Unable to create storage backend: config (&{etcd3 /registry}), err (context deadline exceeded)',
        { ...control, letter: 'F', site: 'storage_decorator.go:57' },
      );
      world.every(6, 27, 240, (at) =>
        world.kubelet(
          refused,
          at,
          'E',
          'reflector.go:138',
          `k8s.io/client-go/informers/factory.go:134: Failed to watch *v1.Node: failed to list *v1.Node: Get "https://10.4.0.10:6443/api/v1/nodes?limit=500": dial tcp 10.4.0.10:6443: connect: connection refused`,
        ),
      );
      world.every(7, 29, 240, (at) =>
        leaseFails(
          world,
          lease,
          at,
          `Put "https://10.4.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${world.node}?timeout=10s": dial tcp 10.4.0.10:6443: connect: connection refused`,
        ),
      );
    },
  },
  {
    id: 'webhook-backend-crashes',
    story: 'the pod behind an admission webhook crashes again and again; no pod can be created meanwhile',
    releases: [16, 29],
    tell(world) {
      const backend = world.step('backend');
      const hook = world.step('hook', backend);
      const refused = world.step('refused', hook);
      const pod = { ...world.pod('policy-webhook'), namespace: 'policy' };
      const text =
        'Internal error occurred: failed calling webhook "validate.policy.example": failed to call webhook: Post "https://policy-webhook.policy.svc:443/validate?timeout=10s": no endpoints available for service "policy-webhook"';
      world.every(40, 0, 500, (at) => {
        world.kubelet(
          backend,
          at,
          'E',
          'pod_workers.go:191',
          world.worded(
            `Error syncing pod ${pod.uid} ("${pod.name}_${pod.namespace}(${pod.uid})"), skipping: failed to "StartContainer" for "webhook" with CrashLoopBackOff: "back-off 2m40s restarting failed container=webhook pod=${pod.name}_${pod.namespace}(${pod.uid})"`,
            `"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"webhook\\" with CrashLoopBackOff: \\"back-off 2m40s restarting failed container=webhook pod=${pod.name}_${pod.namespace}(${pod.uid})\\"" pod="${pod.namespace}/${pod.name}" podUID=${pod.uid}`,
          ),
        );
        world.event(backend, at, 'BackOff', `pod/${pod.name}`, 'Back-off restarting failed container');
      });
      world.every(20, 30, 500, (at) =>
        world.say(
          hook,
          at,
          'kube-apiserver',
          `Failed calling webhook, failing closed validate.policy.example: ${text}`,
          {
            ...control,
            letter: 'W',
            site: 'dispatcher.go:174',
          },
        ),
      );
      world.every(45, 34, 500, (at) =>
        world.event(refused, at, 'FailedCreate', 'replicaset/order-api-6f7c9d', `Error creating: ${text}`),
      );
    },
  },
  {
    id: 'api-server-overloaded',
    story: 'a client lists without measure; the API server turns heartbeats away too and nodes are given up',
    releases: [20, 29],
    tell(world) {
      const overload = world.sharedStep('overload');
      const lease = world.step('lease', overload);
      world.every(2, 0, 160, (at) =>
        world.say(
          overload,
          at,
          'kube-apiserver',
          '"HTTP" verb="LIST" URI="/api/v1/pods" latency="1.204ms" userAgent="report-exporter/v0.3" srcIP="10.4.9.17:40124" resp=429',
          { ...control, site: 'httplog.go:132' },
        ),
      );
      heartbeatsFail(world, lease, 12, 'Too many requests, please try again later.');
    },
  },
];
