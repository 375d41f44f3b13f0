/** Lines that healthy programs write all day hold no literal of the catalogue in vain: each such line would be decoded. */
import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/engine/catalogue/index';
import { LiteralHits } from '../../server/src/engine/match/literalSearch';
import { Matcher } from '../../server/src/engine/match/matcher';
import { ordinaryLines } from '../../server/src/engine/match/ordinaryText';
import { patternOf } from '../../server/src/engine/match/pattern';
import { createPlainKernel } from '../../server/src/engine/match/scanKernel';

const uid = '4e7c1f7e-0a6d-4c0b-9a51-2f3b8f1c7d20';
const id = '0f3b5e6a1c2d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f';

/** What nobody needs to look at, by who writes it; the busiest of each, in the wording of several releases. */
const routine: Readonly<Record<string, readonly string[]>> = {
  kubelet: [
    'I0314 02:00:00.219856   14204 kubelet.go:2160] "SyncLoop (housekeeping)"',
    'I0314 02:00:00.219856   14204 kubelet.go:2168] "SyncLoop (housekeeping) end"',
    'I0314 02:00:00.219856   14204 kubelet_pods.go:1108] "Clean up probes for terminated pods"',
    'I0314 02:00:00.219856   14204 eviction_manager.go:237] "Eviction manager: synchronize housekeeping"',
    'I0314 02:00:00.219856   14204 eviction_manager.go:243] eviction manager: synchronize housekeeping',
    'I0314 02:00:00.219856   14204 eviction_manager.go:328] "Eviction manager: no resources are starved"',
    'I0314 02:00:00.219856   14204 helpers.go:775] "Eviction manager:" log="observations" signal=memory.available available="6120Mi" capacity="7964Mi"',
    'I0314 02:00:00.219856   14204 volume_manager.go:404] "Waiting for volumes to attach and mount for pod" pod="shop/web-0"',
    'I0314 02:00:00.219856   14204 volume_manager.go:435] "All volumes are attached and mounted for pod" pod="shop/web-0"',
    `I0314 02:00:00.219856   14204 pod_workers.go:888] "Processing pod event" pod="shop/web-0" podUID=${uid} updateType=0`,
    'I0314 02:00:00.219856   14204 kuberuntime_manager.go:714] "computePodActions got for pod" pod="shop/web-0" podActions={KillPod:false CreateSandbox:false}',
    'I0314 02:00:00.219856   14204 prober.go:130] "Probe succeeded" probeType="Readiness" pod="shop/web-0" containerName="web"',
    'I0314 02:00:00.219856   14204 http.go:134] Probe succeeded for https://10.244.1.2:4443/readyz, Response: {200 OK 200 HTTP/1.1 1 1 map[Content-Type:[text/plain]] 0xc000}',
    'I0314 02:00:00.219856   14204 csi_plugin.go:1063] Getting CSIDriver',
    'I0314 02:00:00.219856   14204 reflector.go:536] vendor/k8s.io/client-go/informers/factory.go:134: Watch close - *v1.Service total 6 items received',
    'I0314 02:00:00.219856   14204 fs.go:419] unable to determine file system type, partition mountpoint missing: /run/containerd/io.containerd.grpc.v1.cri/sandboxes/x/shm',
    `I0314 02:00:00.219856   14204 operation_generator.go:756] MountVolume.SetUp succeeded for volume "config" (UniqueName: "kubernetes.io/configmap/${uid}-config") pod "web-0" (UID: "${uid}")`,
    'I0314 02:00:00.219856   14204 kubelet_node_status.go:486] Recording NodeHasSufficientMemory event message for node worker-7',
    'I0314 02:00:00.219856   14204 setters.go:77] Using node IP: "10.0.1.7"',
  ],
  'control plane': [
    'I0314 02:00:00.219856       1 leaderelection.go:278] successfully renewed lease kube-system/kube-scheduler',
    'I0314 02:00:00.219856       1 healthz.go:243] healthz check passed',
    'I0314 02:00:00.219856       1 httplog.go:131] "HTTP" verb="GET" URI="/api/v1/nodes/worker-7" latency="1.2ms" userAgent="kubelet/v1.24.0" srcIP="10.0.1.7:41022" resp=200',
    'I0314 02:00:00.219856       1 schedule_one.go:82] "Attempting to schedule pod" pod="shop/web-0"',
    'I0314 02:00:00.219856       1 round_trippers.go:553] GET https://10.0.0.2:6443/api/v1/nodes 200 OK in 4 milliseconds',
    'I0314 02:00:00.219856       1 event.go:294] "Event occurred" object="shop/web" kind="ReplicaSet" apiVersion="apps/v1" type="Normal" reason="SuccessfulCreate" message="Created pod: web-0"',
    '2023-03-14 02:00:00.118201 I | mvcc: finished scheduled compaction at 81122 (took 1.5ms)',
    '{"level":"info","ts":"2023-03-14T02:00:00.118Z","caller":"mvcc/index.go:189","msg":"compact tree index","revision":81122}',
  ],
  runtimes: [
    `time="2023-03-14T02:00:00.1Z" level=info msg="RemoveContainer for \\"${id}\\""`,
    `time="2023-03-14T02:00:00.1Z" level=info msg="ImageUpdate event &ImageUpdate{Name:registry.example/shop/web:1.4,Labels:map[string]string{},}"`,
    `time="2023-03-14T02:00:00.1Z" level=info msg="StopContainer for \\"${id}\\" with timeout 30 (s)"`,
    `time="2023-03-14T02:00:00.1Z" level=debug msg="Calling GET /v1.24/containers/${id}/json"`,
    `time="2023-03-14T02:00:00.1Z" level=info msg="Pulling image: registry.example/shop/web:1.4" id=5b1c name=/runtime.v1.ImageService/PullImage`,
    `time="2023-03-14T02:00:00.1Z" level=info msg="Checking image status: registry.example/pause:3.9" id=5b1c name=/runtime.v1.ImageService/ImageStatus`,
  ],
  network: [
    'I0314 02:00:00.219856       1 proxier.go:853] "Syncing iptables rules"',
    'I0314 02:00:00.219856       1 proxier.go:820] "SyncProxyRules complete" elapsed="41ms"',
    '2023-03-14 02:00:00.118 [INFO][62] felix/summary.go 100: Summarising 11 dataplane reconciliation loops over 1m2.9s: avg=3ms longest=14ms ()',
    '2023-03-14 02:00:00.118 [INFO][62] monitor-addresses/autodetection_methods.go 103: Using autodetected IPv4 address on interface eth0: 10.0.1.7/24',
    '[INFO] 10.244.1.17:51120 - 41022 "A IN web.shop.svc.cluster.local. udp 45 false 512" NOERROR qr,aa,rd 88 0.0001s',
    'level=info msg="Processing API request with rate limiter" maxWaitDuration=15s name=endpoint-create parallelRequests=4 subsys=rate',
  ],
  system: [
    'Mar 14 02:00:00 worker-7 systemd[1]: run-containerd-runc-k8s.io-0f3b.mount: Deactivated successfully.',
    'Mar 14 02:00:00 worker-7 systemd[1]: Started Session 4211 of user root.',
    'Mar 14 02:00:00 worker-7 systemd-logind[702]: Removed session 4211.',
    'Mar 14 02:00:00 worker-7 kernel: [86413.118345] cni0: port 3(veth2c7f1a) entered disabled state',
    'Mar 14 02:00:00 worker-7 kernel: [86413.118345] eth0: renamed from veth2c7f1a',
    'Mar 14 02:00:00 worker-7 chronyd[611]: Selected source 10.0.0.9',
    'Mar 14 02:00:00 worker-7 dhclient[811]: DHCPACK of 10.0.1.7 from 10.0.0.1',
    'Mar 14 02:00:00 worker-7 NetworkManager[702]: <info>  [1678759223.1188] manager: (veth2c7f1a): new Veth device (/org/freedesktop/NetworkManager/Devices/812)',
  ],
};

/** Of these only a word behind a quotation mark or a number tells that something went wrong: nothing longer is plain. */
const unavoidable: readonly string[] = [
  'Container for ',
  'PodSandbox for ',
  'CreateContainer within sandbox',
  'Killing container ',
  'PullImage',
  'UnmountVolume.',
  'ulling image',
  'yncProxyRules complete',
  ' subsys=',
];

const matcher = new Matcher(catalogue.signatures);
const { texts } = matcher.literals.table;

/** The literals in a line whose wordings all say something else. */
function inVain(line: string): string[] {
  const kernel = createPlainKernel(matcher.literals.table);
  kernel.reserve(line.length);
  kernel.bytes.set(Buffer.from(line));
  const hits = new LiteralHits();
  matcher.literals.search(kernel, 0, line.length, hits);
  const found = [...hits.literals.subarray(0, hits.count)].map((literal) =>
    Buffer.from(texts[literal] ?? []).toString(),
  );
  const wordings = catalogue.signatures.flatMap((signature) => signature.wordings);
  return found.filter(
    (literal) =>
      !unavoidable.includes(literal) &&
      !wordings.some((wording) => wording.literal === literal && patternOf(wording).find(line, 0) !== null),
  );
}

describe('ordinary lines', () => {
  for (const [who, lines] of [...Object.entries(routine), ['all day', ordinaryLines] as const]) {
    it(`of ${who} hold no literal that means something else there`, () => {
      const found = lines.flatMap((line) => inVain(line).map((literal) => `${JSON.stringify(literal)}: ${line}`));
      assert.deepEqual(found, []);
    });
  }
});
