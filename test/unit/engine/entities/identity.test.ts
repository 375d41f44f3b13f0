/** One pod under all its names: an id seen beside a name in one file finds its pod in every other one. */
import * as assert from 'node:assert/strict';
import { extractEntities } from '../../../../server/src/engine/entities/extract';
import { Identities, searchTexts } from '../../../../server/src/engine/entities/identity';
import { sameNodeNames } from '../../../../server/src/engine/entities/nodeNames';
import { triage } from '../../../support/triage';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const id = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

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
    [`Error adding shop_billing-5d78c9869d-abcde/${id} to network`, { ...pod, uid: undefined, sandbox: id }],
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
