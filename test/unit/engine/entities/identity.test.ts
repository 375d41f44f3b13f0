/** One pod under all its names: an id seen beside a name in one file finds its pod in every other one. */
import * as assert from 'node:assert/strict';
import { extractEntities } from '../../../../server/src/engine/entities/extract';
import { Identities, searchTexts } from '../../../../server/src/engine/entities/identity';
import { sameNodeNames } from '../../../../server/src/engine/entities/nodeNames';
import { triage } from '../../../support/triage';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const id = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const other = id.replace('9f86', '1c2d');

function mentioned(text: string): unknown {
  return extractEntities(text, {}, undefined);
}

describe('spellings', () => {
  const pod = { pod: 'billing-5d78c9869d-abcde', namespace: 'shop', uid };
  const cases: readonly (readonly [string, unknown])[] = [
    [`Error syncing pod, skipping: "billing-5d78c9869d-abcde_shop(${uid})"`, pod],
    [`name k8s_app_billing-5d78c9869d-abcde_shop_${uid}_0 in use`, pod],
    [`RunPodSandbox for &PodSandboxMetadata{Name:billing-5d78c9869d-abcde,Uid:${uid},Namespace:shop,Attempt:0,}`, pod],
    [`failed to reserve sandbox name "billing-5d78c9869d-abcde_shop_${uid}_0"`, pod],
    ['err="x" pod="shop/billing-5d78c9869d-abcde"', { pod: pod.pod, namespace: pod.namespace }],
    ['FailedMount  pod/billing-5d78c9869d-abcde   MountVolume failed', { pod: pod.pod }],
    [`mkdir /sys/fs/cgroup/memory/kubepods/burstable/pod${uid}/x`, { uid }],
    [`kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice`, { uid }],
    [`/var/lib/kubelet/pods/${uid}/volumes/kubernetes.io~nfs/data`, { uid }],
    [`StopPodSandbox "x" podSandboxID="${id}"`, { sandbox: id }],
    [`cri-containerd-${id}.scope`, { container: id }],
    [`docker://${id}`, { container: id }],
    [id, { container: id }],
    [`${id.slice(1)} is cut, ${id}9 too long, ${other} whole`, { container: other }],
    [`checksum ${id}${id}`, {}],
    [`Error adding shop_billing-5d78c9869d-abcde/${id} to network`, { ...pod, uid: undefined, sandbox: id }],
    [
      'restarting failed container=etcd pod=etcd-cp-1_kube-system(3f2a9c0b7e5d4f1a8b6c2d3e4f5a6b7c)',
      { pod: 'etcd-cp-1', namespace: 'kube-system', uid: '3f2a9c0b7e5d4f1a8b6c2d3e4f5a6b7c' },
    ],
    [
      `"SyncLoop (PLEG): event for pod" pod="shop/${pod.pod}" event=&{ID:${uid} Type:ContainerStarted Data:${id}}`,
      { ...pod, container: id },
    ],
    [
      `"SyncLoop (PLEG): event for pod" pod="shop/${pod.pod}" event={"ID":"${uid}","Type":"ContainerDied","Data":"${id}"}`,
      { ...pod, container: id },
    ],
    [
      `SyncLoop (PLEG): "${pod.pod}_shop(${uid})", event: &pleg.PodLifecycleEvent{ID:"${uid}", Type:"ContainerStarted", Data:"${id}"}`,
      { ...pod, container: id },
    ],
    [
      `RunPodSandbox for &PodSandboxMetadata{Name:${pod.pod},Uid:${uid},Namespace:shop,Attempt:0,} returns sandbox id \\"${id}\\"`,
      { ...pod, sandbox: id },
    ],
    [
      `CreateContainer within sandbox "${other}" for &ContainerMetadata{Name:app,Attempt:0,} returns container id "${id}"`,
      { sandbox: other, container: id },
    ],
    [`Ran pod sandbox ${id} with infra container: shop/${pod.pod}/POD`, { ...pod, uid: undefined, sandbox: id }],
    [`Created container ${id}: shop/${pod.pod}/app`, { ...pod, uid: undefined, container: id }],
    [
      `Started container" PID=4711 containerID=${id} description=shop/${pod.pod}/app id=7f8a sandboxID=${other}`,
      { ...pod, uid: undefined, container: id, sandbox: other },
    ],
  ];
  for (const [text, expected] of cases) {
    it(`read ${text.slice(0, 60)}`, () => {
      const told = JSON.parse(JSON.stringify(expected)) as unknown;
      assert.deepEqual(mentioned(text), told);
    });
  }
});

describe('identities', () => {
  it('complete what another record knows, by long and by short ids', () => {
    const identities = new Identities([
      { entities: { pod: 'billing-0', namespace: 'shop', uid }, node: 'node-a' },
      { entities: { uid, container: id }, node: 'node-a' },
    ]);
    assert.deepEqual(identities.complete({ container: id.slice(0, 12) }), {
      container: id.slice(0, 12),
      pod: 'billing-0',
      namespace: 'shop',
      uid,
    });
    assert.equal(identities.find({ pod: 'billing-0' })?.node, 'node-a');
  });

  it('do not make one pod of two that shared a name', () => {
    const other = uid.replace('0f0f', '1e1e');
    const identities = new Identities([
      { entities: { pod: 'billing-0', uid }, node: null },
      { entities: { pod: 'billing-0', uid: other }, node: null },
    ]);
    assert.equal(identities.complete({ pod: 'billing-0' }).uid, undefined);
  });

  it('list a pod with every text that stands in lines about it', () => {
    const [pod] = new Identities([
      { entities: { pod: 'billing-0', namespace: 'shop', uid }, node: 'node-a' },
      { entities: { uid, sandbox: id }, node: 'node-a' },
      { entities: { pod: 'alone' }, node: 'node-a' },
    ]).all();
    assert.ok(pod !== undefined);
    assert.deepEqual(searchTexts(pod), ['billing-0', uid, uid.replaceAll('-', '_'), id.slice(0, 12)]);
  });

  it('know nothing about what was never seen', () => {
    assert.equal(new Identities([]).find({ container: id }), undefined);
  });
});

describe('ordinary lines about starts', () => {
  const started: Readonly<Record<string, string>> = {
    containerd: `May 13 10:00:00 node-a containerd[900]: time="2022-05-13T10:00:00.100000000Z" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:billing-5d78c9869d-abcde,Uid:${uid},Namespace:shop,Attempt:0,} returns sandbox id \\"${id}\\""`,
    'CRI-O': `May 13 10:00:00 node-a crio[900]: time="2022-05-13 10:00:00.100000000Z" level=info msg="Ran pod sandbox ${id} with infra container: shop/billing-5d78c9869d-abcde/POD" id=4b0e2f3a-0000-4000-8000-000000000001 name=/runtime.v1.RuntimeService/RunPodSandbox`,
    'kubelet with docker': `May 13 10:00:00 node-a kubelet: I0513 10:00:00.100000   14207 kubelet.go:1953] SyncLoop (PLEG): "billing-5d78c9869d-abcde_shop(${uid})", event: &pleg.PodLifecycleEvent{ID:"${uid}", Type:"ContainerStarted", Data:"${id}"}`,
    'kubelet of today': `May 13 10:00:00 node-a kubelet: I0513 10:00:00.100000   14207 kubelet.go:2294] "SyncLoop (PLEG): event for pod" pod="shop/billing-5d78c9869d-abcde" event={"ID":"${uid}","Type":"ContainerStarted","Data":"${id}"}`,
  };
  for (const [program, line] of Object.entries(started)) {
    it(`tell whose sandbox it is that another file only numbers: ${program}`, () => {
      const report = triage({
        'node-a/ordinary.log': [line],
        'node-a/messages': [
          `May 13 10:05:00 node-a kubelet: E0513 10:05:00.000000   14207 remote_runtime.go:143] StopPodSandbox "${id}" from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded`,
        ],
      });
      const event = report.events.find((one) => one.source === 'node-a/messages');
      assert.equal(event?.entities.pod, 'billing-5d78c9869d-abcde');
      assert.equal(event?.entities.namespace, 'shop');
    });
  }
});

describe('node names', () => {
  it('are one by short and full name', () => {
    const names = sameNodeNames(['node-7', 'node-7.example.com', '10.0.0.7', '10.0.0.8']);
    assert.equal(names.get('node-7'), 'node-7.example.com');
    assert.equal(names.get('10.0.0.7'), '10.0.0.7');
  });

  it('are two when two domains have the short name', () => {
    const names = sameNodeNames(['node-7', 'node-7.a.example', 'node-7.b.example']);
    assert.notEqual(names.get('node-7.a.example'), names.get('node-7.b.example'));
  });
});

describe('an Event that names only its pod', () => {
  it('happened on the node that another file says the pod runs on', () => {
    const report = triage({
      'node-a/messages': [
        `May 13 10:00:00 node-a kubelet: E0513 10:00:00.123456   14207 kuberuntime_sandbox.go:68] CreatePodSandbox for pod "billing-5d78c9869d-abcde_shop(${uid})" failed: rpc error: code = Unknown desc = no space left on device`,
      ],
      'node-b/messages': ['May 13 10:00:00 node-b systemd: Started Session 1 of user root.'],
      'events.txt': [
        'LAST SEEN   TYPE      REASON                   OBJECT                         MESSAGE',
        '2m          Warning   FailedCreatePodSandBox   pod/billing-5d78c9869d-abcde   Failed to create pod sandbox: rpc error: code = Unknown desc = no space left on device',
      ],
    });
    const event = report.events.find((one) => one.source === 'events.txt');
    assert.equal(event?.node, 'node-a');
    assert.equal(event?.entities.uid, uid);
  });
});
